/* The pass over a sentence: signs, openers, prepositions, verbs, nouns, one after the other, each
 * put into the clause that is open (code/clause/clause.h tells the whole). */
#include "code/clause/clause.h"

#include "code/clause/parser.h"

EngineClasses engine_classes(const Lexicon *lexicon) {
  return (EngineClasses){
#define X(name) .name = lexicon_class(lexicon, STR(#name)),
      ENGINE_CLASSES(X)
#undef X
  };
}

uint32_t parse_open_clause(Parser *p, ClauseKind kind, uint32_t up, uint32_t first) {
  Clause c = {.first = first,
              .last = first,
              .verb = NONE,
              .lemma = LEMMA_NONE,
              .subject = NONE,
              .object = NONE,
              .lone = NONE,
              .pronoun_prep = NONE,
              .before = NONE,
              .after = NONE,
              .second = NONE,
              .up = up,
              .head = NONE,
              .sentence = p->sentence,
              .kind = (uint8_t)kind};
  if (!vec_push(&p->clauses, p->arena, c)) return p->clause;
  p->clause = p->clauses.n - 1;
  return p->clause;
}

/* «سيطرت القوات، التي تقودها الوحدات، على البلدة»: the clause around goes on behind what was put in. */
static bool leave_aside(Parser *p) {
  const Clause *c = current(p);
  if (!c->aside || c->verb == NONE || c->up == NONE) return false;
  p->clause = c->up;
  p->last = p->prep = NONE;
  return true;
}

/* «قتل الجيش، الاثنين، ثلاثة مسلحين»: does the comma close what only says when or where, so that the object is still to
 * come? */
static bool closes_adjunct(const Parser *p, uint32_t i) {
  enum { WORDS_MOST = 8 };
  const Clause *c = &p->clauses.at[p->clause];
  if (c->verb == NONE || c->after == NONE || c->second != NONE) return false;
  uint32_t from = i;
  for (uint32_t steps = 0; from > c->verb + 1 && steps < WORDS_MOST; steps++) {
    from--;
    if (token_sign(p->in->text, from) == ',') break;
    uint32_t phrase = p->phrase_of[from];
    if (phrase == NONE) continue;
    const Phrase *f = &p->phrases.at[phrase];
    if (f->date == NONE && f->prep == NONE && f->link == LINK_FREE) return false;
  }
  if (from + 1 >= i || token_sign(p->in->text, from) != ',') return false;
  const Phrase *o = &p->phrases.at[c->after];
  return o->last <= from && from < o->last + 6;
}

static void put_sign(Parser *p, uint32_t i) {
  uint8_t sign = token_sign(p->in->text, i);
  if (sign == '"' || sign == '\'' || sign == '(' || sign == ')') return; /* names stand in quotes */
  if (sign == ':') parse_open_clause(p, CLAUSE_COMPLEMENT, p->clause, i);
  if (sign == ',' && leave_aside(p)) return;
  p->resumed = sign == ',' && closes_adjunct(p, i);
  p->broken = true;
  p->prep = NONE;
  if (sign == ';') p->last = NONE;
}

/* What «أن» opens is said by the nearest verb of saying before it in the sentence, past what
 * was put in between («…، حسب ما رصدت المنصة، أن»). */
static uint32_t saying_clause(const Parser *p) {
  for (uint32_t i = p->clause + 1; i-- > p->base && p->clause - i < 4;)
    if (p->clauses.at[i].classes & p->k.speech) return i;
  return p->clause;
}

/* Does a relative pronoun agree with a noun? «التي» is for the plural of things, too. */
static bool refers(const Reading *pronoun, const Reading *noun) {
  if (noun->number == NUMBER_NONE) return true;
  if (pronoun->number == NUMBER_PLURAL) return noun->number == NUMBER_PLURAL;
  if (pronoun->number == NUMBER_DUAL) return noun->number == NUMBER_DUAL || noun->dual_or_plural;
  if (noun->number != NUMBER_SINGULAR) return pronoun->gender == GENDER_FEMININE;
  return (pronoun->gender == GENDER_FEMININE) == (noun->gender == GENDER_FEMININE);
}

/* «عملية "فجر التلال" التي…»: what stands before the quotation marks of its name; NONE. */
static uint32_t named_in_quotes(const Parser *p, const Reading *r, uint32_t i) {
  enum { NAME_MOST = 6 };
  if (i < 2 || token_sign(p->in->text, i - 1) != '"') return NONE;
  for (uint32_t k = i - 1, steps = 0; k-- > 1 && steps < NAME_MOST; steps++) {
    if (token_sign(p->in->text, k) != '"') continue;
    uint32_t on = p->phrase_of[k - 1];
    if (on == NONE || p->phrases.at[on].head == NONE || !(p->phrases.at[on].classes & p->k.event)) return NONE;
    return refers(r, reading(p, p->phrases.at[on].head)) ? on : NONE;
  }
  return NONE;
}

/* Does it agree with a phrase? A town is feminine, whatever its name: «المبنى في الحديدة، الذي…» is the building. */
static bool refers_to(const Parser *p, const Reading *r, const Phrase *f) {
  if (f->head == NONE) return false;
  const Reading *noun = reading(p, f->head);
  const PlaceMention *place = f->place == NONE ? NULL : &p->in->mentions->places[f->place];
  if (place && noun->number == NUMBER_NONE && r->clitics & CLITIC_WA) return false; /* «زعيمهم في اليمن والذي قتل» */
  if (place && noun->number == NUMBER_NONE && place->level == LEVEL_NONE && place->precision == 1)
    return r->gender == GENDER_FEMININE && r->number == NUMBER_SINGULAR;
  return refers(r, noun);
}

/* Is it known, by its own article or by that of what owns it? */
static bool is_known(const Parser *p, uint32_t i) {
  enum { OWNERS_MOST = 4 };
  for (uint32_t steps = 0; !p->phrases.at[i].definite; i++, steps++) {
    if (steps == OWNERS_MOST || i + 1 >= p->phrases.n) return false;
    if (p->phrases.at[i + 1].link != LINK_IDAFA || p->phrases.at[i + 1].up != i) return false;
  }
  return true;
}

/* «مقاتلي التنظيم الذين…»: of the nouns right before it, the nearest that the relative pronoun agrees with; behind «و»,
 * the head of the relative clause before it, or the whole («زعيم التنظيم في اليمن والذي قتل»). */
static uint32_t relative_head(const Parser *p, const Reading *r, uint32_t at) {
  enum { UP_MOST = 5, BACK_MOST = 4 };
  uint32_t named = named_in_quotes(p, r, at);
  if (named != NONE) return named;
  if (r->clitics & CLITIC_WA) { /* «الهجوم الذي وقع أمس والذي أسفر عن قتلى» */
    const Clause *c = &p->clauses.at[p->clause];
    if (c->kind == CLAUSE_RELATIVE && c->head != NONE && refers_to(p, r, &p->phrases.at[c->head])) return c->head;
  }
  uint32_t whole = NONE;
  for (uint32_t i = p->last, steps = 0; i != NONE && steps < UP_MOST; steps++) {
    const Phrase *f = &p->phrases.at[i];
    if (f->date == NONE && refers_to(p, r, f)) whole = i;
    if (whole != NONE && !(r->clitics & CLITIC_WA)) break;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  if (whole != NONE) return whole;
  if (p->phrases.at[p->last].actor != NONE) return p->last; /* «قوات الجيش، الذي» */
  for (uint32_t i = p->last, steps = 0; i-- > 0 && steps < BACK_MOST; steps++) { /* «الهجوم في البلدة قبل أسبوع الذي» */
    const Phrase *f = &p->phrases.at[i];
    if (f->clause != p->clause) break;
    bool mention = f->place != NONE || f->date != NONE || f->person != NONE;
    if (f->head != NONE && !mention && refers(r, reading(p, f->head)) && is_known(p, i)) return i;
  }
  return p->last;
}

static bool put_opener(Parser *p, uint32_t i) {
  SetMask sets = p->marks.sets[i];
  const Reading *r = reading(p, i);
  if (sets & SET_BIT(SET_COMPLEMENTISER)) {
    bool joined = (r->clitics & CLITIC_CONJ) != 0 && current(p)->kind == CLAUSE_COMPLEMENT;
    parse_open_clause(p, CLAUSE_COMPLEMENT, joined ? current(p)->up : saying_clause(p), i);
    current(p)->pronoun_subject = r->enclitic != 0;
  } else if (r->pos == POS_RELATIVE && !(r->clitics & ~CLITIC_WA) && p->last != NONE) {
    uint32_t on = relative_head(p, r, i);
    bool aside = p->broken;
    bool again = r->clitics & CLITIC_WA && current(p)->kind == CLAUSE_RELATIVE && current(p)->head == on;
    parse_open_clause(p, CLAUSE_RELATIVE, again ? current(p)->up : p->clause, i);
    current(p)->head = on;
    current(p)->aside = aside;
  } else if (sets & SET_BIT(SET_CLAUSE_OPENER) || r->pos == POS_SUBORD) {
    parse_open_clause(p, CLAUSE_COORDINATE, p->base, i);
  } else {
    return false;
  }
  p->last = NONE;
  p->prep = NONE;
  p->conj = p->broken = false;
  return true;
}

/* «قُتل على يد مسلحين، وهي الاتهامات التي نفتها الحكومة» (which the government denied), «وهو قائد الكتيبة»: «و» with a
 * pronoun that stands alone and a noun behind it open a clause with no verb, so that the noun is no argument of the
 * verb before. */
static bool opens_nominal(const Parser *p, uint32_t i, uint32_t end) {
  const Reading *r = reading(p, i);
  if (!pronoun_of_third(r) || !(r->clitics & CLITIC_WA) || i + 1 >= end) return false;
  if (p->clauses.at[p->clause].verb == NONE || token_at(p, i + 1)->kind != TOKEN_WORD) return false;
  const Reading *next = reading(p, i + 1);
  return parse_nominal(next) && !(next->clitics & CLITIC_PREP);
}

/* Words that only colour the verb that follows. */
static void put_particle(Parser *p, uint32_t i) {
  SetMask sets = p->marks.sets[i];
  const Reading *r = reading(p, i);
  Clause *c = current(p);
  if (r->pos == POS_CONJ) p->conj = true;
  if (r->pos == POS_DEMONSTRATIVE && r->clitics & CLITIC_PREP) { /* «لهذه العملية» */
    p->prep = parse_clitic_prep(p, r->clitics);
    p->prep_token = i;
  }
  if (sets & SET_BIT(SET_NEGATION)) c->negated = c->verb == NONE ? true : c->negated;
  if (sets & SET_BIT(SET_FUTURE)) c->future = true;
  p->completed |= (sets & SET_BIT(SET_COMPLETED)) != 0;
}

/* Right behind a passive participle: «مشتبه به», «محكوم عليهم», «الحكومة المعترف بها». */
static bool of_participle(const Parser *p, uint32_t i) {
  if (p->last == NONE || p->broken || p->conj) return false;
  const Phrase *f = &p->phrases.at[p->last];
  if (f->last != i || f->head == NONE) return false;
  uint32_t lemma = f->head + 1 == i ? f->lemma : reading(p, i - 1)->lemma;
  return lemma < p->g->lexicon->n && p->g->lexicon->lemmas[lemma].form == FORM_PASSIVE_PARTICIPLE;
}

/* «على أطراف بلدة الباغوز»: the place's own name begins inside the compound. */
static bool place_begins_within(const Parser *p, uint32_t i, uint32_t n) {
  uint32_t k = place_from(p->in, i + 1);
  return k < p->in->mentions->nplaces && p->in->mentions->places[k].first < i + n;
}

static uint32_t put_preposition(Parser *p, uint32_t i, uint32_t end) {
  uint32_t compound = p->marks.prep[i];
  if (compound != NONE && reading(p, i)->pos == POS_PREP && place_begins_within(p, i, p->marks.n[i])) compound = NONE;
  if (compound != NONE) {
    p->conj |= (reading(p, i)->clitics & CLITIC_CONJ) != 0;
    p->prep = compound;
    p->prep_token = i;
    uint32_t n = p->marks.n[i];
    return n && i + n <= end ? i + n : i + 1;
  }
  const Reading *r = reading(p, i);
  if (r->pos != POS_PREP) return i;
  p->conj |= (r->clitics & CLITIC_CONJ) != 0;
  if (r->enclitic && of_participle(p, i)) { /* «مشتبه بهم»: a noun of two words */
    Phrase *f = &p->phrases.at[p->last];
    bool noun = f->head + 1 == i;
    f->last = i + 1;
    p->phrase_of[i] = p->last;
    if (!noun) p->last = NONE;
    return i + 1;
  }
  if (r->enclitic) { /* «فيه», «عليها»: governs its own pronoun and nothing behind it */
    uint32_t own = r->lemma < p->g->lexicon->n ? p->g->prep_of_lemma[r->lemma] : PREP_NONE;
    current(p)->resumptive = true;
    if (own != PREP_NONE) current(p)->pronoun_prep = own;
    p->last = NONE;
    return i + 1;
  }
  uint32_t prep = r->lemma < p->g->lexicon->n ? p->g->prep_of_lemma[r->lemma] : PREP_NONE;
  p->prep = prep == PREP_NONE ? PREP_OTHER : prep;
  p->prep_token = i;
  return i + 1;
}

static bool begins_name(Parser *p, uint32_t i) {
  parse_move_cursors(p, i);
  const Mentions *m = p->in->mentions;
  return MENTION_HERE(p, actor, m->actors, m->nactors, i) != NONE ||
         MENTION_HERE(p, person, m->persons, m->npersons, i) != NONE ||
         MENTION_HERE(p, place, m->places, m->nplaces, i) != NONE ||
         MENTION_HERE(p, date, p->in->dates->at, p->in->dates->n, i) != NONE || parse_number_at(p, i) != NONE;
}

/* «المملكة العربية السعودية الشقيقة», «البلدين الشقيقين»: no country has a brother; it is one. */
static bool says_brotherly(const Parser *p, uint32_t i) {
  if (p->conj || p->broken || p->prep != NONE || p->last == NONE) return false;
  const Phrase *o = &p->phrases.at[p->last];
  const Reading *r = reading(p, i);
  bool country = o->definite && o->person == NONE && o->date == NONE && o->classes & (p->k.area | p->k.state);
  return country && o->last == i && r->clitics == CLITIC_AL && lemma_classes(p, r->lemma) & p->k.kin && !p->marks.n[i];
}

/* The word goes on with the newest phrase, as its adjective. */
static bool add_adjective(Parser *p, uint32_t i) {
  Phrase *o = &p->phrases.at[p->last];
  o->last = i + 1;
  o->adjectives = true;
  p->phrase_of[i] = p->last;
  return true;
}

/* «حملتها الأمنية», «جماعات طوارق مسلحة»: an adjective behind a whole phrase is of one of its
 * nouns, and no phrase of its own. */
static bool put_adjective(Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  if (says_brotherly(p, i)) return add_adjective(p, i);
  if (r->pos != POS_ADJ || r->clitics & (CLITIC_CONJ | CLITIC_PREP) || p->conj || p->broken || p->prep != NONE ||
      p->last == NONE || (parse_as_person(p, i) && !(r->gender == GENDER_FEMININE && r->number == NUMBER_SINGULAR)))
    return false; /* «مسلحة» is said of a group, «قيادي» is somebody */
  const Phrase *o = &p->phrases.at[p->last];
  if (o->last != i || o->date != NONE || o->head == NONE || p->marks.n[i] || p->marks.sets[i]) return false;
  if (parse_is_victim(p, o->head, i) || parse_prefer_noun(p, i, p->k.event)) return false;
  bool definite = (r->clitics & CLITIC_AL) != 0, fits = false;
  for (uint32_t k = p->last, steps = 0; k != NONE && steps < 4 && !fits; steps++) {
    const Phrase *f = &p->phrases.at[k];
    fits = definite ? f->definite || f->pronoun : !f->definite && !f->pronoun;
    k = f->link == LINK_IDAFA ? f->up : NONE;
  }
  return fits && add_adjective(p, i);
}

/* «نظيره التركي»: an adjective of nationality is a name of its own, and yet belongs to the noun. */
static bool nationality_of_owned(Parser *p, uint32_t i) {
  parse_move_cursors(p, i);
  const Mentions *m = p->in->mentions;
  uint32_t place = MENTION_HERE(p, place, m->places, m->nplaces, i);
  if (place == NONE || !m->places[place].adjective || m->places[place].last != i + 1) return false;
  if (p->last == NONE || !p->phrases.at[p->last].pronoun) return false;
  if (MENTION_HERE(p, actor, m->actors, m->nactors, i) != NONE) return false;
  return put_adjective(p, i);
}

/* «بين الجيش من جهة، ومسلحين من جهة أخرى»: says nothing of either; but «من جهة الجنوب». */
static bool on_one_side(const Parser *p, uint32_t i, uint32_t end) {
  if (!(p->marks.sets[i] & SET_BIT(SET_ONE_SIDE)) || !p->marks.n[i]) return false;
  enum { AND_THE_OTHER = 3 }; /* «من جهة أخرى»: has no other meaning */
  uint32_t next = i + p->marks.n[i];
  return p->marks.n[i] >= AND_THE_OTHER || next >= end || token_at(p, next)->kind == TOKEN_PUNCT ||
         (reading(p, next)->clitics & CLITIC_CONJ) || reading(p, next)->pos == POS_VERB;
}

/* «قبل أن يخسروها»: both words open one clause. */
static bool opens_with_that(const Parser *p, uint32_t i) {
  return p->marks.sets[i] & SET_BIT(SET_CLAUSE_OPENER) && p->marks.n[i] == 2 && i + 2 < p->in->text->ntokens &&
         reading(p, i + 2)->pos == POS_VERB;
}

/* «إطلاق سراح أحدهم», «قتل أحدهم»: right behind a noun or its verb it is somebody; but «جنديان، أحدهما ضابط». */
static bool is_one_of_them(const Parser *p, uint32_t i) {
  if (!(p->marks.sets[i] & SET_BIT(SET_ONE_OF)) || !(p->marks.sets[i] & SET_BIT(SET_SUBSET))) return false;
  if (p->broken || i == 0) return false;
  const Clause *c = &p->clauses.at[p->clause];
  return (p->last != NONE && p->phrases.at[p->last].last == i && parse_takes_idafa(p, &p->phrases.at[p->last])) ||
         c->verb == i - 1;
}

static uint32_t put_token(Parser *p, uint32_t i, uint32_t end) {
  const Token *t = token_at(p, i);
  p->clause_of[i] = p->clause;
  if (t->kind == TOKEN_PUNCT) {
    put_sign(p, i);
    return i + 1;
  }
  if (nationality_of_owned(p, i)) return i + 1;
  if (begins_name(p, i)) return parse_put_phrase(p, i, end);
  if (t->kind != TOKEN_WORD) return t->kind == TOKEN_LATIN ? parse_put_phrase(p, i, end) : i + 1;
  if (is_one_of_them(p, i)) return parse_put_phrase(p, i, end);
  if (p->marks.sets[i] & SET_BIT(SET_SUBSET)) { /* «بينهم»: what follows is counted anew */
    p->last = p->prep = NONE;
    p->broken = true;
    return p->marks.n[i] ? i + p->marks.n[i] : i + 1;
  }
  if (on_one_side(p, i, end)) return i + p->marks.n[i];
  bool tells = parse_read_as_telling(p, i, end);
  uint32_t behind = put_preposition(p, i, end);
  if (behind > i) return behind;
  parse_read_adverb_as_noun(p, i);
  if (!tells) parse_read_as_noun(p, i);
  parse_read_as_nationality(p, i);
  parse_read_as_verb(p, i);
  parse_read_as_predicate(p, i);
  const Reading *r = reading(p, i);
  bool before_that = opens_with_that(p, i);
  if (put_opener(p, i)) {
    p->clause_of[i] = p->clause;
    if (before_that) p->clause_of[i + 1] = p->clause;
    return i + 1 + before_that;
  }
  if (r->pos == POS_VERB) {
    p->conj |= (r->clitics & CLITIC_CONJ) != 0;
    parse_put_verb(p, i);
    p->clause_of[i] = p->clause;
    return i + 1;
  }
  if (put_adjective(p, i)) return i + 1;
  if (parse_nominal(r)) return parse_put_phrase(p, i, end);
  if (opens_nominal(p, i, end)) {
    p->clause_of[i] = parse_open_clause(p, CLAUSE_COORDINATE, p->clause, i);
    p->last = p->prep = NONE;
    p->conj = p->broken = false;
    return i + 1;
  }
  put_particle(p, i);
  return i + 1;
}

static void put_sentence(Parser *p, uint32_t number) {
  const Sentence *s = &p->in->text->sentences[number];
  p->sentence = number;
  p->last = p->prep = NONE;
  p->conj = p->broken = p->resumed = p->completed = false;
  p->base = p->clauses.n;
  parse_open_clause(p, CLAUSE_MAIN, NONE, s->first);
  if (!arena_ok(p->arena)) return;
  for (uint32_t i = s->first; i < s->last;) {
    uint32_t next = put_token(p, i, s->last);
    for (; i < next; i++)
      if (p->phrase_of[i] == NONE) p->clause_of[i] = p->clause;
    current(p)->last = next;
  }
  parse_close_sentence(p);
}

Clauses clauses_of(Arena *arena, const Grammar *grammar, const CoderInput *input, Word *words) {
  uint32_t n = input->text->ntokens;
  Parser p = {.arena = arena, .g = grammar, .in = input, .words = words, .k = engine_classes(grammar->lexicon)};
  p.marks = marks_of(arena, grammar, input);
  p.phrase_of = ARENA_ARRAY(arena, uint32_t, n + 1);
  p.clause_of = ARENA_ARRAY(arena, uint32_t, n + 1);
  if (!arena_ok(arena)) return (Clauses){0};
  memset(p.phrase_of, 0xFF, ((size_t)n + 1) * sizeof *p.phrase_of);
  for (uint32_t i = 0; i < input->text->nsentences; i++) put_sentence(&p, i);
  if (!arena_ok(arena)) return (Clauses){0};
  return (Clauses){p.phrases.at, p.clauses.at, p.phrase_of, p.clause_of, p.marks.sets,
                   p.marks.prep, p.marks.n,    p.phrases.n, p.clauses.n};
}

uint32_t phrase_root(const Clauses *c, uint32_t phrase) {
  for (uint32_t steps = 0; phrase != NONE && c->phrases[phrase].link == LINK_CONJ && steps < 32; steps++)
    phrase = c->phrases[phrase].up;
  return phrase;
}

bool phrase_completed(const CoderInput *in, const SetMask *marks, ClassSet suspect, const Phrase *f) {
  if (f->head == NONE || f->last != f->head + 1 || f->last >= in->text->ntokens || f->pronoun) return false;
  if (f->form != FORM_PASSIVE_PARTICIPLE && !(f->classes & suspect)) return false;
  if (in->text->tokens[f->last].kind != TOKEN_WORD || marks[f->last] & SET_BIT(SET_SUBSET)) return false;
  const Reading *r = word_best(in->words, f->last);
  return r->pos == POS_PREP && r->enclitic; /* but «متهماً بينهم» (defendants, among them) */
}

bool phrase_asked_for(const Clauses *c, const Phrase *f) {
  if (!f->governed || !f->prep_token || !(c->marks[f->prep_token - 1] & SET_BIT(SET_WITH_COMPLEMENT))) return false;
  return !(c->marks[f->prep_token] & SETS_OF_CIRCUMSTANCE);
}

/* The phrases that belong to a name follow it without a gap, each on one before it. */
void phrase_extent(const Clauses *c, const Grammar *g, uint32_t phrase, uint32_t *first, uint32_t *last) {
  const Phrase *f = &c->phrases[phrase];
  *first = f->first;
  *last = f->last;
  for (uint32_t i = phrase + 1; i < c->nphrases && i < phrase + 6; i++) {
    const Phrase *n = &c->phrases[i];
    bool tied = n->link == LINK_IDAFA || n->link == LINK_APPOSITION ||
                (n->link == LINK_PREP && n->governed &&
                 (phrase_asked_for(c, n) || n->prep == g->prep_li || c->marks[n->prep_token] & SET_BIT(SET_PARTITIVE)));
    if (!tied || n->up == NONE || n->up < phrase || n->date != NONE) break; /* «دول كبرى قبل عامين» */
    *last = n->last;
  }
}
