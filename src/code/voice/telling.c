/* Where somebody tells, and where what he tells begins.
 *
 * A verb tells something only where a clause with «أن», a quotation, or the noun of an act follows:
 * «قال المرصد في بيان إن …», «أعلن الجيش مقتل …». Who tells is telling_subject.c's. */
#include "code/voice/telling.h"

#include "code/voice/informant.h"

enum { CONTENT_AHEAD = 48, THAT_AHEAD = 16, NAME_WORDS = 5 };

Mark quotation_mark(const Stage *s, uint32_t token) {
  if (token_sign(s->m->in->text, token) != '"') return MARK_NONE;
  Str sign = text_slice(s->m->in->text, s->m->in->text->tokens[token].span);
  if (str_eq(sign, STR("\xC2\xAB")) || str_eq(sign, STR("\xE2\x80\x9C"))) return MARK_OPENS;
  if (str_eq(sign, STR("\xC2\xBB")) || str_eq(sign, STR("\xE2\x80\x9D"))) return MARK_CLOSES;
  return MARK_EITHER;
}

bool quoted_after(const Stage *s, uint32_t token, bool quoted) {
  switch (quotation_mark(s, token)) {
    case MARK_OPENS: return true;
    case MARK_CLOSES: return false;
    case MARK_EITHER: return !quoted;
    default: return quoted;
  }
}

SetMask token_sets(const Stage *s, uint32_t token) { return s->m->c->marks[token]; }

/* «بحق متهمين», «10 متهمين»: what a preposition governs or a number counts is somebody, and tells nothing. */
static bool is_noun_here(const Stage *s, uint32_t token) {
  uint32_t phrase = s->m->c->phrase_of[token];
  if (phrase == NONE || !token || s->m->in->text->tokens[token - 1].kind == TOKEN_PUNCT) return false;
  const Phrase *f = stage_phrase(s, phrase);
  if (f->head != token) return f->head != NONE && f->head + 1 == token && !f->definite; /* «حراسة مشددة» */
  return f->link == LINK_IDAFA || f->number != NONE || (f->prep != NONE && f->link != LINK_CONJ);
}

/* «ناقلة عن مصدر», but not «ناقلة نفط»: what only passes on words names whose they are right behind. */
static bool passes_on(const Stage *s, uint32_t verb, uint32_t token) {
  enum { BEHIND = 2 };
  if (!(s->m->g->sets_of_lemma[verb] & SET_BIT(SET_RELAYS))) return true;
  for (uint32_t i = token + 1; i < s->m->in->text->ntokens && i <= token + BEHIND; i++)
    if (token_sets(s, i) & SET_BIT(SET_ORIGIN_OF)) return true;
  return false;
}

bool tells_as_participle(const Stage *s, uint32_t token) {
  const Lexicon *l = s->m->g->lexicon;
  const Word *w = &s->m->in->words->at[token];
  Str letters = token_fold(s->m->in->text, token);
  uint8_t end = letters.n ? (uint8_t)letters.p[letters.n - 1] : 0;
  if (end != LETTER_ALEF && end != LETTER_TA_MARBUTA && end != LETTER_HA && end != LETTER_NUN) return false;
  for (uint32_t i = 0; i < w->n; i++)
    if (w->readings[i].enclitic) return false; /* «ومقره لندن»: its seat, and not «acknowledging» */
  if (is_noun_here(s, token)) return false;
  for (uint32_t i = 0; i < w->n; i++) {
    const Reading *r = &w->readings[i];
    if (r->lemma >= l->n || l->lemmas[r->lemma].form != FORM_ACTIVE_PARTICIPLE || r->clitics & ~CLITIC_CONJ) continue;
    uint32_t verb = l->lemmas[r->lemma].verb;
    if (verb < l->n && s->m->g->sets_of_lemma[verb] & SET_BIT(SET_TELLING)) return passes_on(s, verb, token);
  }
  return false;
}

/* The end of a quotation that begins at `open` and holds a name, a few words with no verb; NONE. */
static uint32_t quoted_name(const Stage *s, uint32_t open, uint32_t end) {
  for (uint32_t i = open + 1; i < end && i <= open + NAME_WORDS + 1; i++) {
    if (quotation_mark(s, i) != MARK_NONE) return i > open + 1 ? i : NONE;
    if (stage_is_verb(s, i)) return NONE;
  }
  return NONE;
}

/* «في بيان نشر على موقعه», «في تقرير نشرته الصحيفة»: how the paper came out. */
static bool publishes(const Stage *s, uint32_t verb) {
  const Clause *c = stage_clause(s, s->m->c->clause_of[verb]);
  if (c->kind != CLAUSE_RELATIVE || c->verb != verb || c->head == NONE) return false;
  return token_sets(s, verb) & SET_BIT(SET_TELLING_THAT) && informant_is_channel(s, c->head);
}

/* «حاكم ولاية "بدغيس" …»: what is quoted is the end of a name that began before. */
static bool begins_before(const Stage *s, uint32_t phrase, uint32_t quote) {
  return stage_phrase(s, phrase)->first < quote || stage_phrase(s, phrase)->place != NONE;
}

/* «بعد أن», «غير أن»: what stands before it governs it, and not the verb of telling. */
static bool governed_that(const Stage *s, uint32_t that) {
  const Reading *r = word_best(s->m->in->words, that - 1);
  const SetMask governs = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE) | SET_BIT(SET_AS_TOLD) | SET_BIT(SET_WHEN) |
                          SET_BIT(SET_NEGATION) | SET_BIT(SET_CLAUSE_OPENER);
  bool particle = (r->pos == POS_PREP && !r->enclitic) || r->pos == POS_PARTICLE || r->pos == POS_CONJ;
  return particle || token_sets(s, that - 1) & governs;
}

/* «الباحث في معهد "الآفاق" في باريس سامي ناصر أن»: what is told is the clause, and the quotation a name. */
static bool that_follows(const Stage *s, uint32_t from, uint32_t end) {
  enum { AHEAD = 12 };
  for (uint32_t i = from + 1; i < end && i < from + AHEAD; i++) {
    if (token_sets(s, i) & SET_BIT(SET_COMPLEMENTISER)) return !governed_that(s, i);
    bool verb = word_best(s->m->in->words, i)->pos == POS_VERB && s->m->c->phrase_of[i] == NONE;
    if (verb || quotation_mark(s, i) != MARK_NONE || tells_as_participle(s, i)) return false;
  }
  return false;
}

/* Where what is told begins: the «أن», the colon, the quotation; NONE. A quotation right
 * behind the verb that holds a name and nothing else is the subject's. */
static uint32_t clause_told(const Stage *s, uint32_t verb, uint32_t end, uint32_t ahead, bool quoted) {
  uint32_t names = 0;
  for (uint32_t i = verb + 1; i < end && i < verb + ahead; i++) {
    if (token_sets(s, i) & SET_BIT(SET_COMPLEMENTISER)) return i;
    if (token_sign(s->m->in->text, i) == ':') return i;
    bool other = token_sets(s, i) & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT)) &&
                 word_best(s->m->in->words, i)->pos == POS_VERB;
    if (other && s->m->c->phrase_of[i] == NONE && !publishes(s, i)) return NONE;
    if (quotation_mark(s, i) == MARK_NONE) continue;
    quoted = quoted_after(s, i, quoted);
    if (!quoted) continue;
    uint32_t close = quoted_name(s, i, end), phrase = i + 1 < end ? s->m->c->phrase_of[i + 1] : NONE;
    bool name = close != NONE && phrase != NONE && names < 2 &&
                (informant_speaks(s, phrase) || begins_before(s, phrase, i) || that_follows(s, close, end));
    if (!name) return i;
    i = close;
    quoted = false;
    names++;
  }
  return NONE;
}

/* Can the word be the noun of an act, in any reading? «أعلن الجيش قصف المواقع». */
static bool names_act(const Stage *s, uint32_t token) {
  const Lexicon *l = s->m->g->lexicon;
  const Word *w = &s->m->in->words->at[token];
  ClassSet acts = s->m->k->event | s->m->k->deed;
  for (uint32_t i = 0; i < w->n; i++) {
    const Reading *r = &w->readings[i];
    if (r->lemma >= l->n || r->pos != POS_NOUN) continue;
    if (l->lemmas[r->lemma].form == FORM_MASDAR || lexicon_classes(l, r->lemma) & acts) return true;
  }
  return false;
}

/* «قال مسؤول طلب عدم كشف هويته إن»: what may be a verb right behind somebody without the article tells of him. */
static bool tells_of_source(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase), *o = phrase ? stage_phrase(s, phrase - 1) : NULL;
  if (!o || o->last != f->first || o->definite || f->definite || f->last != f->first + 1) return false;
  if (!(o->classes & (s->m->k->informant | s->m->k->official | s->m->k->person | s->m->k->spokesman))) return false;
  const Word *w = &s->m->in->words->at[f->head];
  for (uint32_t i = 0; i < w->n; i++)
    if (w->readings[i].pos == POS_VERB && !w->readings[i].clitics && w->readings[i].person == 3) return true;
  return false;
}

/* «أعلن الوزراء خلال اجتماع في المدينة أن», «قال قبل زيارته»: when and on what occasion somebody speaks is not
 * what he tells. */
static bool occasion(const Stage *s, const Phrase *f) {
  const SetMask when = SET_BIT(SET_PERIOD) | SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE);
  return f->prep != NONE && token_sets(s, f->prep_token) & when;
}

static bool comma_between(const Stage *s, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    if (token_sign(s->m->in->text, i) == ',') return true;
  return false;
}

/* «المتحدث باسم الجهاد»: a body's name may be the noun of an act. */
static bool on_behalf(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->link != LINK_PREP || f->prep != s->m->g->prep_bi || f->up == NONE) return false;
  return (stage_phrase(s, f->up)->classes & s->m->k->spokesman) != 0;
}

/* Does the noun at a token behind the verb tell of no act, or of one that the verb does not tell? */
static bool beside_act(const Stage *s, uint32_t verb, uint32_t token) {
  uint32_t phrase = s->m->c->phrase_of[token];
  const Phrase *f = stage_phrase(s, phrase);
  if (f->head != token || f->date != NONE || informant_speaks(s, phrase)) return true;
  bool unnamed = token_sets(s, token) & SET_BIT(SET_TELLING) && token_sets(s, token - 1) & SET_BIT(SET_NEGATION);
  if (tells_of_source(s, phrase) || unnamed) return true;         /* «طلب عدم كشف هويته» */
  if (token == verb + 1 && telling_found(s, phrase)) return true; /* «تشير تقديرات إلى أن» */
  if (occasion(s, f)) return true;
  bool of_name = f->link == LINK_IDAFA || (f->link == LINK_PREP && f->prep == s->m->g->prep_li);
  if (of_name && (informant_speaks(s, f->up) || on_behalf(s, f->up)))
    return true; /* «وزارة الدفاع», «اللجنة الوطنية لمكافحة الإرهاب» */
  const Clause *own = stage_clause(s, f->clause);
  if (own->kind != CLAUSE_RELATIVE || own->verb == NONE || own->verb <= verb || own->verb >= token) return false;
  /* «الذي يرافق الرئيس في زيارته»; but «في تقرير نشرته أمس، الجيش بقتل …» */
  return !(f->prep == s->m->g->prep_bi && comma_between(s, own->verb, token));
}

/* «كما أعلن التحالف، فيما أعلن مسؤول مقتل …»: another verb of telling, whose the act behind it is. */
static bool tells_next(const Stage *s, uint32_t token) {
  const Reading *r = word_best(s->m->in->words, token);
  bool tells = token_sets(s, token) & SET_BIT(SET_TELLING) && r->pos == POS_VERB && !(r->clitics & CLITIC_CONJ);
  return tells && token_sets(s, token - 1) & SET_BIT(SET_CLAUSE_OPENER);
}

/* «خلال اجتماع عقده مع نظيره»: does the word describe an occasion? */
static bool of_occasion(const Stage *s, uint32_t token) {
  const Clause *own = stage_clause(s, s->m->c->clause_of[token]);
  return own->kind == CLAUSE_RELATIVE && own->head != NONE && occasion(s, stage_phrase(s, own->head));
}

/* «أعلن الجيش مقتل …», «كشفت عن اعتقال …», «أفاد بوقوع …»: the noun of an act. */
static uint32_t act_told(const Stage *s, uint32_t verb, uint32_t end) {
  for (uint32_t i = verb + 1; i < end && i < verb + CONTENT_AHEAD; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (s->m->in->text->tokens[i].kind != TOKEN_WORD) continue;
    if (phrase == NONE) {
      if (tells_next(s, i)) return NONE;
      if (word_best(s->m->in->words, i)->pos == POS_VERB && names_act(s, i) && !of_occasion(s, i)) return i;
      continue;
    }
    const Phrase *f = stage_phrase(s, phrase);
    if (beside_act(s, verb, i)) continue;
    if (f->form == FORM_MASDAR || f->classes & (s->m->k->event | s->m->k->deed)) return f->first;
  }
  return NONE;
}

/* «إعلان المرصد أن …»: a masdar of telling with who tells it. */
static bool tells_as_masdar(const Stage *s, uint32_t token) {
  const Lexicon *l = s->m->g->lexicon;
  const Reading *r = word_best(s->m->in->words, token);
  if (r->lemma >= l->n || l->lemmas[r->lemma].form != FORM_MASDAR || r->clitics & CLITIC_AL) return false;
  uint32_t verb = l->lemmas[r->lemma].verb, phrase = s->m->c->phrase_of[token];
  if (verb >= l->n || !(s->m->g->sets_of_lemma[verb] & SET_BIT(SET_TELLING)) || phrase == NONE) return false;
  bool complement = phrase + 1 < s->m->c->nphrases && stage_phrase(s, phrase + 1)->up == phrase &&
                    stage_phrase(s, phrase + 1)->link == LINK_IDAFA;
  return complement && stage_phrase(s, phrase)->head == token && informant_speaks(s, phrase + 1);
}

/* «أكد العميد خلفان الكعبي أن», «قال وزير الخارجية والتعاون، ناصر سالم، إن»: a noun before «أن» is of the
 * subject's words, unless a verb or a participle of telling stands between them; one verb does not tell an act
 * and a clause besides, but for «مقتل جندي، وأن …». */
static bool runs_into(const Stage *s, uint32_t act, uint32_t that) {
  enum { ASIDE = 10 };
  if (that == NONE || !(token_sets(s, that) & SET_BIT(SET_COMPLEMENTISER)) || governed_that(s, that)) return false;
  if (word_best(s->m->in->words, that)->clitics & CLITIC_CONJ) return false;
  uint32_t comma = NONE;
  for (uint32_t i = act; i < that; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    if (r->pos == POS_VERB && s->m->c->phrase_of[i] == NONE) return false;
    if (tells_as_participle(s, i) || quotation_mark(s, i) != MARK_NONE) return false;
    if (comma == NONE && s->m->in->text->tokens[i].kind == TOKEN_PUNCT) comma = i;
  }
  return comma == NONE || that - comma <= ASIDE;
}

/* «حملت الحكومة المتمردين مسؤولية الهجوم»: what the verb blames somebody for, up to the noun. */
static bool blames(const Stage *s, uint32_t i, uint32_t end, Telling *t) {
  enum { REACH = 10 };
  if (!(token_sets(s, i) & SET_BIT(SET_BLAMES)) || word_best(s->m->in->words, i)->pos != POS_VERB) return false;
  for (uint32_t k = i + 1; k < end && k < i + REACH; k++) {
    if (s->m->c->phrase_of[k] == NONE || !(token_sets(s, k) & SET_BIT(SET_CLAIMED))) continue;
    *t = (Telling){.verb = i, .content = k};
    return true;
  }
  return false;
}

/* «لم تعلن أي جهة مسؤوليتها», «لم يذكر البيان أن». */
static bool negated(const Stage *s, uint32_t verb) {
  return verb && token_sets(s, verb - 1) & SET_BIT(SET_NEGATION) &&
         word_best(s->m->in->words, verb - 1)->pos != POS_NOUN;
}

/* «اتفاقية أقرتها 108 دول، إضافة إلى الاختفاء القسري», «الهدنة التي أعلنها الجيش بعد هجوم»: what is told is the noun
 * that the clause stands on, and no noun behind the verb. */
static bool object_is_head(const Stage *s, uint32_t verb) {
  const Clause *c = stage_clause(s, s->m->c->clause_of[verb]);
  if (c->kind != CLAUSE_RELATIVE || c->verb != verb || c->head == NONE) return false;
  return c->object_pronoun && !(token_sets(s, verb) & SET_BIT(SET_ALLEGED)); /* «الذي اتهمته الحكومة بقتل» */
}

bool telling_at(const Stage *s, uint32_t i, uint32_t end, bool quoted, Telling *t) {
  SetMask sets = token_sets(s, i);
  const Reading *r = word_best(s->m->in->words, i);
  bool between = i && token_sets(s, i - 1) & SET_BIT(SET_BETWEEN); /* «ما بين» */
  if (sets & SET_BIT(SET_RECALLS) || between) return false;
  bool verb = r->pos == POS_VERB && sets & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT) | SET_BIT(SET_STANDS_IN));
  if (blames(s, i, end, t)) return true;
  t->participle = !verb && tells_as_participle(s, i);
  t->masdar = !verb && !t->participle && tells_as_masdar(s, i);
  if (!verb && !t->participle && !t->masdar) return false;
  t->verb = i;
  if (verb && (publishes(s, i) || negated(s, i))) return false;
  bool only_that = (sets & (SET_BIT(SET_TELLING_THAT) | SET_BIT(SET_STANDS_IN))) != 0;
  uint32_t that = clause_told(s, i, end, only_that ? THAT_AHEAD : CONTENT_AHEAD, quoted);
  uint32_t act = only_that ? NONE : act_told(s, i, end);
  t->content = act < that && !t->masdar && !runs_into(s, act, that) ? act : that;
  t->of_head = t->content == act && object_is_head(s, i);
  return t->content != NONE;
}
