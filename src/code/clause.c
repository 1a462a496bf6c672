#include "code/clause.h"

#include "code/near.h"

#include "code/mark.h"

EngineClasses engine_classes(const Lexicon *lexicon) {
#define C(name) .name = lexicon_class(lexicon, STR(#name))
  return (EngineClasses){
      C(person),    C(civilian),  C(child),        C(woman),    C(fighter), C(security),  C(official),  C(leader),
      C(victim),    C(force),     C(organisation), C(state),    C(group),   C(aircraft),  C(event),     C(speech),
      C(channel),   C(light),     C(result),       C(aspect),   C(area),    C(time),      C(measure),   C(media),
      C(informant), C(spokesman), C(plan),         C(rank),     C(title),   C(kin),       C(deed),      C(sport),
      C(dead),      C(hurt),      C(intransitive), C(weapon),   C(firearm), C(explosive), C(artillery), C(police),
      C(weather),   C(disease),   C(animal),       C(building), C(position)};
#undef C
}

typedef VEC(Phrase) Phrases_;
typedef VEC(Clause) Clauses_;

typedef struct Parser {
  Arena *arena;
  const Grammar *g;
  const CoderInput *in;
  EngineClasses k;
  Marks marks;
  Word *words;
  Phrases_ phrases;
  Clauses_ clauses;
  uint32_t *phrase_of, *clause_of;
  uint32_t number, actor, place, person, date; /* cursors: mentions come in text order */
  uint32_t clause;                             /* the one that is open */
  uint32_t base;                               /* the sentence's outermost clause */
  uint32_t last;                               /* the newest phrase, or NONE after a break */
  uint32_t prep, prep_token;
  bool conj, broken; /* «و» before; punctuation since the last phrase */
  bool completed;    /* «قد» before: a verb that follows goes with «كان» */
  uint32_t sentence;
} Parser;

static const Reading *reading(const Parser *p, uint32_t token) { return word_best(p->in->words, token); }

static const Token *token_at(const Parser *p, uint32_t i) { return &p->in->text->tokens[i]; }

static ClassSet lemma_classes(const Parser *p, uint32_t lemma) {
  return lemma < p->g->lexicon->n ? p->g->lexicon->lemmas[lemma].classes : 0;
}

/* ---------------------------------------------------------------- mentions */

/* The mention that begins at token i, of a list in text order, or NONE; the cursor only
 * moves on. */
#define MENTION_AT(p, cursor, list, count, i)                                       \
  do {                                                                              \
    while ((p)->cursor < (count) && (list)[(p)->cursor].first < (i)) (p)->cursor++; \
  } while (0)
#define MENTION_HERE(p, cursor, list, count, i) \
  ((p)->cursor < (count) && (list)[(p)->cursor].first == (i) ? (p)->cursor : NONE)

static void move_cursors(Parser *p, uint32_t i) {
  const CoderInput *in = p->in;
  MENTION_AT(p, number, in->numbers->at, in->numbers->n, i);
  MENTION_AT(p, actor, in->mentions->actors, in->mentions->nactors, i);
  MENTION_AT(p, place, in->mentions->places, in->mentions->nplaces, i);
  MENTION_AT(p, person, in->mentions->persons, in->mentions->npersons, i);
  MENTION_AT(p, date, in->dates->at, in->dates->n, i);
}

static uint32_t number_at(const Parser *p, uint32_t i) {
  uint32_t n = MENTION_HERE(p, number, p->in->numbers->at, p->in->numbers->n, i);
  if (n == NONE) return NONE;
  uint8_t kind = p->in->numbers->at[n].kind;
  return kind == NUMBER_CARDINAL || kind == NUMBER_PERCENT ? n : NONE;
}

/* ---------------------------------------------------------------- clauses */

static uint32_t open_clause(Parser *p, ClauseKind kind, uint32_t up, uint32_t first) {
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

static Clause *current(Parser *p) { return &p->clauses.at[p->clause]; }

static bool can_act(const Parser *p, const Phrase *f) {
  ClassSet acting = p->k.force | p->k.state | p->k.organisation | p->k.group | p->k.aircraft | p->k.leader |
                    p->k.official | p->k.fighter | p->k.security | p->k.spokesman | p->k.informant | p->k.media |
                    p->k.person | p->k.channel | p->k.rank | p->k.title | p->k.kin;
  return f->actor != NONE || f->person != NONE || (f->classes & acting);
}

/* «قُتل / قَتل», undecided by the letters. Two phrases behind the verb: it is active. One:
 * a body that acts and is not counted is the doer, whoever is counted or a victim is not. */
static bool passive_of(const Parser *p, const Clause *c, uint8_t voice) {
  if (c->classes & (p->k.result | p->k.speech | p->k.intransitive)) return false;
  if (voice == VOICE_PASSIVE) return true;
  if (voice != VOICE_EITHER || c->object_pronoun || c->pronoun_subject) return false;
  if (c->after != NONE && c->second != NONE) return false;
  if (c->after != NONE && reading(p, c->verb)->number == NUMBER_PLURAL) return false; /* «وأصابوا خمسة»: they did */
  uint32_t only = c->after != NONE ? c->after : c->before;
  if (only == NONE || (c->before != NONE && c->after != NONE)) return false;
  const Phrase *f = &p->phrases.at[only];
  if (f->classes & p->k.event) return false; /* «نفذت 59 عملية»: the doer is not told again */
  if (f->number != NONE || f->person != NONE) return true;
  ClassSet bodies = p->k.force | p->k.state | p->k.organisation | p->k.aircraft;
  if (f->actor != NONE || f->classes & bodies) return false;
  return (f->classes & (p->k.person | p->k.victim | p->k.civilian | p->k.fighter | p->k.security | p->k.leader |
                        p->k.official | p->k.child | p->k.woman | p->k.kin)) != 0;
}

/* «الغارات التي استهدفت المواقع»: with no pronoun that takes up the head, the head is the
 * subject, and what stands behind the verb its object. */
static bool head_acts(const Parser *p, const Clause *c, uint8_t voice) {
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || c->object_pronoun || c->resumptive) return false;
  if (c->before != NONE || c->after == NONE || c->second != NONE || voice == VOICE_PASSIVE) return false;
  const Phrase *head = &p->phrases.at[c->head];
  return (head->classes & p->k.event) || can_act(p, head);
}

/* Can the phrase be the subject of the verb by number and gender? One before its verb agrees
 * in both, and the plural of things is feminine. */
static bool agrees(const Parser *p, const Phrase *f, uint32_t verb, bool before) {
  if (f->head == NONE) return false;
  const Reading *n = reading(p, f->head), *v = reading(p, verb);
  if (v->person != 3) return false;
  if (n->number == NUMBER_PLURAL && v->number == NUMBER_SINGULAR && v->gender == GENDER_FEMININE) return true;
  if (before && n->number == NUMBER_PLURAL) return v->number == NUMBER_PLURAL;
  return n->gender == v->gender || n->gender == GENDER_NONE;
}

/* «الجيش شن هجوماً الأحد على…»: the phrase before the verb is its subject, whatever stands
 * behind, if it can act and agrees, and the one behind does not. */
static bool leads(const Parser *p, const Clause *c) {
  const Phrase *before = &p->phrases.at[c->before], *after = &p->phrases.at[c->after];
  if (!can_act(p, before) || !agrees(p, before, c->verb, true)) return false;
  return !can_act(p, after) || after->number != NONE || !agrees(p, after, c->verb, false);
}

/* Whose deed a verb that «و» joins to another goes on to tell, if it agrees with it. */
static uint32_t subject_before(const Parser *p, const Clause *c) {
  uint32_t at = c->kind == CLAUSE_COORDINATE && c->joined ? c->up : NONE;
  for (uint32_t steps = 0; at != NONE && steps < 3; steps++) {
    const Clause *up = &p->clauses.at[at];
    if (up->subject != NONE && agrees(p, &p->phrases.at[up->subject], c->verb, true)) return up->subject;
    if (up->kind == CLAUSE_RELATIVE && up->head != NONE && agrees(p, &p->phrases.at[up->head], c->verb, true))
      return up->head; /* «عملية نفذها التنظيم واستهدفت…» */
    if (up->kind != CLAUSE_COORDINATE && up->kind != CLAUSE_RELATIVE) return NONE;
    at = up->up;
  }
  return NONE;
}

/* «هاجموا القوات»: a verb in the plural has its subject in it, or before it. */
static bool has_pronoun_subject(const Parser *p, const Clause *c) {
  uint8_t number = reading(p, c->verb)->number;
  return number == NUMBER_PLURAL || number == NUMBER_DUAL || reading(p, c->verb)->person != 3;
}

/* «… واستهدفت إدارة البحث»: with a subject at hand, what stands behind the verb is its object. */
static bool goes_on(const Parser *p, const Clause *c) {
  if (c->classes & (p->k.speech | p->k.intransitive | p->k.result) || c->second != NONE) return false;
  const Phrase *after = &p->phrases.at[c->after];
  uint32_t before = subject_before(p, c);
  if (before == NONE || after->actor != NONE || after->person != NONE) return false;
  return can_act(p, &p->phrases.at[before]) || p->phrases.at[before].classes & p->k.event;
}

static void set_arguments(const Parser *p, Clause *c) {
  uint8_t voice = reading(p, c->verb)->voice;
  if (head_acts(p, c, voice)) {
    c->subject = c->head;
    c->object = c->after;
    return;
  }
  c->passive = passive_of(p, c, voice);
  if (c->after == NONE || c->before == NONE) c->lone = c->after != NONE ? c->after : c->before;
  if (c->second != NONE) c->lone = NONE;
  if (c->passive) {
    c->object = c->after != NONE ? c->after : c->before;
    return;
  }
  /* with a subject and an object behind the verb, what stands before it is only its topic */
  if (c->before != NONE && (c->second == NONE || c->object_pronoun || leads(p, c))) {
    c->subject = c->before;
    c->object = c->after;
    return;
  }
  if (c->second != NONE) {
    c->subject = c->after;
    c->object = c->second;
  } else if (c->after != NONE) {
    const Phrase *f = &p->phrases.at[c->after];
    bool event = (f->classes & p->k.event) != 0 && !(c->classes & p->k.light);
    bool told = reading(p, c->verb)->number == NUMBER_PLURAL; /* «وأصابوا خمسة جنود»: they, told before */
    bool acts = can_act(p, f) && !c->pronoun_subject && !told;
    /* a dropped subject: «نفذت 59 عملية», «وألقت القبض» */
    if (c->classes & p->k.intransitive && !c->pronoun_subject)
      c->subject = c->after;
    else if (goes_on(p, c) || has_pronoun_subject(p, c))
      c->object = c->after;
    else if (acts && (f->number == NONE || !(c->sets & SET_BIT(SET_INTERIM))))
      c->subject = c->after;
    else if (event && !c->pronoun_subject && c->kind != CLAUSE_RELATIVE)
      c->subject = c->after;
    else
      c->object = c->after;
  }
  c->own_subject = c->subject != NONE;
}

/* «سبق للتنظيم أن نفذ»: of a verb with no argument, the phrase behind «ل» does it. */
static uint32_t dative_of(const Parser *p, uint32_t clause) {
  const Clause *c = &p->clauses.at[clause];
  if (c->verb == NONE || c->verb + 1 >= p->in->text->ntokens) return NONE;
  uint32_t i = p->phrase_of[c->verb + 1];
  return i != NONE && p->phrases.at[i].prep == p->g->prep_li && can_act(p, &p->phrases.at[i]) ? i : NONE;
}

/* What a clause takes from the one it hangs on, once both have theirs. */
static void borrow_subject(Parser *p, Clause *c) {
  if (c->kind == CLAUSE_RELATIVE && c->head != NONE) {
    if (c->object_pronoun && c->object == NONE && !c->passive) {
      c->object = c->head;
    } else if (c->passive && c->object == NONE) {
      c->object = c->head;
    } else if (c->subject == NONE && !c->passive) {
      c->subject = c->head;
    }
    return;
  }
  if (c->subject != NONE || c->passive || c->up == NONE) return;
  const Clause *up = &p->clauses.at[c->up];
  if (c->kind == CLAUSE_COORDINATE) c->subject = subject_before(p, c);
  if (c->subject != NONE) return;
  if (c->kind == CLAUSE_COORDINATE || c->kind == CLAUSE_COMPLEMENT) c->subject = up->subject;
  if (c->subject == NONE && c->kind == CLAUSE_COMPLEMENT && up->lone == NONE) c->subject = dative_of(p, c->up);
}

static void close_sentence(Parser *p) {
  for (uint32_t i = p->base; i < p->clauses.n; i++)
    if (p->clauses.at[i].verb != NONE) set_arguments(p, &p->clauses.at[i]);
  for (uint32_t i = p->base; i < p->clauses.n; i++)
    if (p->clauses.at[i].verb != NONE) borrow_subject(p, &p->clauses.at[i]);
}

/* A noun that names an act, by its class or because a frame has it for a trigger: «مهمة». */
static bool names_act(const Parser *p, const Phrase *f) {
  if (f->date != NONE) return false;
  if (f->classes & p->k.event) return true;
  if (f->lemma >= p->g->lexicon->n || f->head == NONE) return false;
  for (uint32_t i = p->g->by_lemma[f->lemma]; i < p->g->by_lemma[f->lemma + 1]; i++)
    if (p->g->frames[p->g->triggers[i].frame].kind == FRAME_EVENT) return true;
  return false;
}

/* The newest phrase that a verb of result, or one that agrees, can hang on: an act. */
static uint32_t act_before(const Parser *p) {
  for (uint32_t i = p->phrases.n, steps = 0; i-- > 0 && steps < 8; steps++) {
    const Phrase *f = &p->phrases.at[i];
    if (p->clauses.at[f->clause].sentence != p->sentence) break;
    if (names_act(p, f)) return i;
  }
  return NONE;
}

static bool auxiliary(const Parser *p, const Clause *c) {
  SetMask own = c->verb == NONE ? 0 : p->marks.sets[c->verb]; /* c->sets holds its auxiliary's, too */
  return (c->classes & p->k.aspect || own & (SET_BIT(SET_INTERIM) | SET_BIT(SET_NEAR_MISS))) && c->object == NONE;
}

/* «هجوم شنه التنظيم»: right behind a noun without the article, a verb that has its object with
 * it tells of that noun. */
static bool tells_of_noun(const Parser *p, uint32_t i) {
  if (p->conj || p->broken || p->prep != NONE || p->last == NONE || !reading(p, i)->enclitic) return false;
  const Phrase *o = &p->phrases.at[p->last];
  return o->last == i && !o->definite && !o->pronoun && o->head != NONE && o->actor == NONE && o->person == NONE;
}

/* «مقاتلو التنظيم، الذين نصبوا كميناً، هربوا»: past its comma the clause that still waits for its
 * verb goes on. */
static void resume(Parser *p) {
  if (!(p->broken || p->completed) || p->conj || current(p)->verb == NONE) return;
  for (uint32_t i = p->clause, steps = 0; i != NONE && steps < 4; steps++) {
    const Clause *c = &p->clauses.at[i];
    if (c->verb == NONE && c->before != NONE && c->kind != CLAUSE_RELATIVE) {
      p->clause = i;
      return;
    }
    i = c->up;
  }
}

/* Does the pronoun on a verb agree with the noun? «قذيفة هاون أطلقتها…»: with the first. */
static bool taken_up(const Parser *p, const Phrase *f, uint32_t verb) {
  const Reading *n = reading(p, f->head);
  uint8_t number = reading(p, verb)->enclitic >> 2 & 3, gender = reading(p, verb)->enclitic >> 4 & 3;
  if (number == NUMBER_PLURAL) return n->number == NUMBER_PLURAL;
  if (n->number == NUMBER_PLURAL) return gender == GENDER_FEMININE;
  return n->gender == gender || n->gender == GENDER_NONE || gender == GENDER_NONE;
}

/* «ضربات في نيسان الماضي استهدفت…»: the noun without an article that a clause with no relative
 * pronoun hangs on, and that is its subject or is taken up by its pronoun. */
static uint32_t bare_head(const Parser *p, uint32_t verb) {
  for (uint32_t i = p->broken ? NONE : p->last, steps = 0; i != NONE && steps < 5; steps++) {
    const Phrase *f = &p->phrases.at[i];
    bool bare = f->date == NONE && f->head != NONE && !f->definite && !f->pronoun;
    if (bare && (reading(p, verb)->enclitic ? taken_up(p, f, verb) : agrees(p, f, verb, true))) return i;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  return NONE;
}

/* The noun that a verb with neither «و» nor «الذي» before it tells of, or NONE. */
static uint32_t noun_told_of(const Parser *p, uint32_t i) {
  uint32_t on = bare_head(p, i);
  if (on == NONE && !p->broken) on = p->last;
  if (on != NONE && p->phrases.at[on].date != NONE) on = p->phrases.at[on].up; /* «ضربات في نيسان استهدفت» */
  /* «غارات قرب المدن استهدفت»: what a definite name stands before hangs on the act */
  bool name = on != NONE && !(p->phrases.at[on].classes & p->k.event) && p->phrases.at[on].definite;
  bool result = (lemma_classes(p, reading(p, i)->lemma) & p->k.result) != 0;
  /* «ضربات قرب تسع مدن استهدفت»: towns do nothing; but «مدن استهدفها القصف» */
  bool town = on != NONE && p->phrases.at[on].classes & p->k.area && !(p->phrases.at[on].classes & p->k.event) &&
              p->phrases.at[on].prep != NONE && !reading(p, i)->enclitic;
  uint32_t act = on == NONE || result || name || town ? act_before(p) : NONE;
  return act != NONE ? act : on;
}

static void open_verb_clause(Parser *p, uint32_t i) {
  const Clause *c = current(p);
  uint32_t on = p->conj ? NONE : noun_told_of(p, i), up = p->clause;
  if (p->conj && c->kind == CLAUSE_RELATIVE && c->up != NONE && p->broken)
    up = c->up; /* «…، وقتل»: a comma ends the relative clause */
  open_clause(p, on == NONE ? CLAUSE_COORDINATE : CLAUSE_RELATIVE, up, i);
  current(p)->head = on;
  current(p)->joined = p->conj;
}

/* «حملة للبحث عن تلميذات اختطفن»: in a stretch with no verb, one that agrees with the noun right
 * before it and not with the first is told of that noun. */
static bool tells_of_last(const Parser *p, uint32_t i) {
  const Clause *c = &p->clauses.at[p->clause];
  if (c->before == NONE || p->last == NONE || p->last == c->before || p->conj || p->broken || p->prep != NONE)
    return false;
  const Phrase *o = &p->phrases.at[p->last];
  return o->prep != NONE && o->last == i && !agrees(p, &p->phrases.at[c->before], i, true) &&
         bare_head(p, i) == p->last;
}

static void put_verb(Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  resume(p);
  Clause *c = current(p);
  SetMask sets = p->marks.sets[i];
  bool was = c->verb != NONE && p->marks.sets[c->verb] & SET_BIT(SET_WAS) && c->second == NONE; /* «كان الجيش قد شن» */
  if (c->verb != NONE && !p->conj && !p->broken && auxiliary(p, c) && (r->form == FORM_IMPERFECT || was)) {
    sets |= c->sets; /* «بدأ الجيش يقصف»: the aspect verb lends its clause */
    if (c->before == NONE) c->before = c->after;
    c->after = c->second = NONE;
  } else if (c->verb != NONE || tells_of_noun(p, i) || tells_of_last(p, i)) {
    open_verb_clause(p, i);
    c = current(p);
  } else if (c->kind == CLAUSE_RELATIVE && c->head != NONE && lemma_classes(p, r->lemma) & p->k.result &&
             !names_act(p, &p->phrases.at[c->head])) {
    uint32_t act = act_before(p); /* «…، ما أدى إلى»: of the act, not of the word before */
    if (act != NONE) c->head = act;
  }
  c->verb = i;
  c->lemma = r->lemma;
  c->classes = lemma_classes(p, r->lemma);
  c->sets = sets;
  c->imperfect = r->form == FORM_IMPERFECT;
  c->future |= (r->clitics & CLITIC_SA) != 0;
  c->object_pronoun = r->enclitic != 0;
  p->last = p->prep = NONE;
  p->conj = p->broken = p->completed = false;
}

/* ---------------------------------------------------------------- phrases */

static bool nominal(const Reading *r) {
  return r->pos == POS_NOUN || r->pos == POS_PROPER || r->pos == POS_ADJ || r->pos == POS_NUMERAL ||
         r->pos == POS_ABBREV;
}

static uint32_t clitic_prep(const Parser *p, uint16_t clitics) {
  uint32_t prep = NONE;
  if (clitics & CLITIC_BI)
    prep = p->g->prep_bi;
  else if (clitics & CLITIC_LI)
    prep = p->g->prep_li;
  else if (clitics & CLITIC_KA)
    prep = p->g->prep_ka;
  else
    return NONE;
  return prep == PREP_NONE ? PREP_OTHER : prep;
}

/* Does a noun of this lemma tell what befell somebody, who then is its complement? */
static bool has_victim(const Parser *p, uint32_t lemma, bool *outcome) {
  if (lemma >= p->g->lexicon->n) return false;
  bool victim = false;
  for (uint32_t i = p->g->by_lemma[lemma]; i < p->g->by_lemma[lemma + 1]; i++) {
    const Frame *f = &p->g->frames[p->g->triggers[i].frame];
    *outcome |= f->kind == FRAME_OUTCOME;
    for (uint32_t k = f->first[ROLE_TARGET]; k < f->first[ROLE_TARGET] + f->n[ROLE_TARGET]; k++)
      victim |= p->g->sources[k].from == FROM_IDAFA;
  }
  return victim || *outcome;
}

/* The reading of a word as a noun of a person, where it has one: «قيادي», «عسكري». */
static const Reading *as_person(const Parser *p, uint32_t i) {
  ClassSet people = p->k.person | p->k.leader | p->k.fighter | p->k.security | p->k.civilian | p->k.official;
  const Word *w = &p->in->words->at[i];
  for (uint32_t k = 0; k < w->n; k++)
    if (lemma_classes(p, w->readings[k].lemma) & people) return &w->readings[k];
  return NULL;
}

/* «اعتقال قيادي», «مقتل عسكري»: behind a noun of outcome, what looks like an adjective and can
 * be a person is whom it befell. */
static bool is_victim(const Parser *p, uint32_t head, uint32_t i) {
  uint32_t lemma = reading(p, head)->lemma;
  bool outcome = false;
  if (lemma >= p->g->lexicon->n) return false;
  if (!has_victim(p, lemma, &outcome) && !has_victim(p, p->g->lexicon->lemmas[lemma].verb, &outcome)) return false;
  const Reading *r = as_person(p, i);
  if (!r || outcome) return r != NULL;
  /* «تفجير إرهابي» is of a kind, «اغتيال ضابط» of somebody */
  return (lemma_classes(p, r->lemma) & (p->k.leader | p->k.security | p->k.official)) != 0;
}

/* Puts reading `k` of a word first, in the clause's own copy. */
static bool prefer(const Parser *p, uint32_t i, uint32_t k) {
  const Word *w = &p->words[i];
  Reading *own = ARENA_ARRAY(p->arena, Reading, w->n);
  if (!own) return false;
  memcpy(own, w->readings, w->n * sizeof *own);
  Reading first = own[k];
  own[k] = own[0];
  own[0] = first;
  p->words[i].readings = own;
  return true;
}

/* Puts the word's reading as a noun of those classes (0: any) with the same clitics first. */
static bool prefer_noun(const Parser *p, uint32_t i, ClassSet classes) {
  const Word *w = &p->words[i];
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    if (r->pos != POS_NOUN || r->guessed || r->clitics != w->readings[0].clitics) continue;
    if (!classes || lemma_classes(p, r->lemma) & classes) return prefer(p, i, k);
  }
  return false;
}

/* «وجرح آخر», «إصابة آخرين»: another one, whom the outcome befell. */
static bool is_another(const Parser *p, uint32_t head, uint32_t i) {
  uint32_t lemma = reading(p, head)->lemma;
  bool outcome = false;
  if (lemma >= p->g->lexicon->n || !(p->marks.sets[i] & SET_BIT(SET_OTHERS))) return false;
  if (reading(p, head)->clitics & CLITIC_AL || reading(p, i)->clitics & CLITIC_AL) return false;
  return p->g->lexicon->lemmas[lemma].form == FORM_MASDAR &&
         (has_victim(p, lemma, &outcome) || has_victim(p, p->g->lexicon->lemmas[lemma].verb, &outcome)) && outcome;
}

/* «إحباط مخطط»: a plan behind what foils it is no adjective. */
static bool is_plan(const Parser *p, uint32_t head, uint32_t i) {
  return p->marks.sets[head] & SET_BIT(SET_FOILED) && prefer_noun(p, i, p->k.plan);
}

/* Adjectives right behind a noun that agree with it in «ال». */
static uint32_t over_adjectives(const Parser *p, uint32_t i, uint32_t end, bool definite) {
  for (uint32_t head = i - 1; i < end; i++) {
    const Reading *r = reading(p, i);
    if (i == head + 1 && (is_victim(p, head, i) || is_another(p, head, i) || is_plan(p, head, i))) break;
    if (token_at(p, i)->kind != TOKEN_WORD || r->pos != POS_ADJ || p->marks.sets[i] & SET_BIT(SET_SUBSET) ||
        p->marks.n[i])
      break;
    if (r->clitics & (CLITIC_PREP | CLITIC_CONJ)) break;
    if (prefer_noun(p, i, p->k.event | p->k.building | p->k.position)) break; /* «أدانت الحكومة الغارة», «قصف مقر» */
    if (((r->clitics & CLITIC_AL) != 0) != definite) break;
  }
  return i;
}

static void take_head(const Parser *p, Phrase *f, uint32_t head) {
  const Reading *r = reading(p, head);
  if (r->pos == POS_ADJ && as_person(p, head)) r = as_person(p, head);
  f->head = head;
  f->lemma = r->lemma;
  f->classes |= lemma_classes(p, r->lemma);
  f->form = r->lemma < p->g->lexicon->n ? p->g->lexicon->lemmas[r->lemma].form : 0;
  if (f->form == FORM_MASDAR) f->classes |= p->k.deed;
  if (f->number != NONE && r->pos == POS_ADJ && !lemma_classes(p, r->lemma))
    f->classes |= p->k.person; /* «600 بريطاني» */
  f->definite |= (r->clitics & CLITIC_AL) != 0 || r->pos == POS_PROPER;
  f->plural = r->number == NUMBER_PLURAL || r->dual_or_plural;
  f->pronoun = r->enclitic != 0;
}

/* One name: its words belong together whatever they are. */
static bool take_name(Parser *p, Phrase *f, uint32_t i) {
  const CoderInput *in = p->in;
  move_cursors(p, i);
  uint32_t last = 0;
  f->actor = MENTION_HERE(p, actor, in->mentions->actors, in->mentions->nactors, i);
  f->person = MENTION_HERE(p, person, in->mentions->persons, in->mentions->npersons, i);
  f->place = MENTION_HERE(p, place, in->mentions->places, in->mentions->nplaces, i);
  if (f->place != NONE &&
      (in->mentions->places[f->place].adjective || in->mentions->places[f->place].use == PLACE_IN_NAME))
    f->place = NONE;
  if (f->actor != NONE) {
    last = in->mentions->actors[f->actor].last;
    f->classes |= in->mentions->actors[f->actor].classes;
  }
  if (f->person != NONE && in->mentions->persons[f->person].last > last) {
    last = in->mentions->persons[f->person].last;
    f->classes |= p->k.person;
  }
  if (f->place != NONE && in->mentions->places[f->place].last > last) {
    last = in->mentions->places[f->place].last;
    f->classes |= p->k.area;
  }
  if (!last) return false;
  take_head(p, f, i);
  f->definite = true;
  f->last = last;
  return true;
}

static uint32_t build_noun(Parser *p, Phrase *f, uint32_t i, uint32_t end) {
  uint32_t number = number_at(p, i);
  if (number != NONE) {
    const Number *n = &p->in->numbers->at[number];
    f->number = number;
    f->last = i = n->last;
    if (n->noun) { /* the number is the noun's own: «عمليتين» */
      for (uint32_t k = n->first; k < n->last; k++)
        if (reading(p, k)->pos == POS_NOUN || reading(p, k)->pos == POS_ADJ) {
          take_head(p, f, k);
          break;
        }
      f->last = over_adjectives(p, i, end, f->definite);
      return f->last;
    }
    bool counted = i < end && token_at(p, i)->kind == TOKEN_WORD && nominal(reading(p, i)) &&
                   !(reading(p, i)->clitics & (CLITIC_PREP | CLITIC_CONJ));
    if (!counted) return i;
  }
  if (take_name(p, f, i) && number == NONE) {
    f->last = over_adjectives(p, f->last, end, true);
    return f->last;
  }
  take_head(p, f, i);
  uint32_t after = over_adjectives(p, i + 1, end, f->definite);
  f->adjectives = after > i + 1;
  f->last = after > f->last ? after : f->last;
  return f->last;
}

/* How alike two phrases are that «و» may join. */
static int likeness(const Parser *p, const Phrase *a, const Phrase *b) {
  int score = can_act(p, a) && can_act(p, b) ? 2 : 0;
  if (a->form == FORM_MASDAR && b->form == FORM_MASDAR) score += 5;
  if ((a->form == FORM_MASDAR) != (b->form == FORM_MASDAR)) score -= 3;
  if (a->classes & b->classes) score += 3;
  if (a->actor != NONE && b->actor != NONE) score += 3;
  if (a->place != NONE && b->place != NONE) score += 4;
  if (a->person != NONE && b->person != NONE) score += 3;
  if (a->definite == b->definite) score += 1;
  if ((a->number == NONE) == (b->number == NONE)) score += 1;
  return score;
}

static uint32_t partner_of(const Parser *p, const Phrase *f) {
  uint32_t best = NONE;
  int most = 1;
  for (uint32_t i = p->phrases.n, steps = 0; i-- > 0 && steps < 8; steps++) {
    const Phrase *o = &p->phrases.at[i];
    if (o->clause != p->clause || o->date != NONE) break;
    int score = 2 * likeness(p, o, f) - (int)steps;
    if (o->link == LINK_IDAFA && o->definite != f->definite)
      score -= 4; /* joined to the whole, not to its complement */
    if (score > most) {
      most = score;
      best = i;
    }
  }
  return best;
}

/* «مسلحون», «عمليتين»: with its nun a plural or dual has no complement. */
static bool has_nun(const Parser *p, uint32_t token) {
  const Reading *r = reading(p, token);
  if (r->construct || (r->number != NUMBER_PLURAL && r->number != NUMBER_DUAL)) return false;
  Str word = token_fold(p->in->text, token);
  if (word.n < 4 || (uint8_t)word.p[word.n - 1] != LETTER_NUN) return false;
  /* of a sound one only: «سجون» is «سجن» broken, and has but one letter more */
  if (r->lemma < p->g->lexicon->n && (size_t)r->stem_n * 2 < lexicon_text(p->g->lexicon, r->lemma).n + 4) return false;
  uint8_t before = (uint8_t)word.p[word.n - 2];
  return before == LETTER_WAW || before == LETTER_YA || before == LETTER_ALEF;
}

/* «هجوماً» is no complement. */
static bool accusative(const Parser *p, const Phrase *f) {
  return f->head != NONE && !f->definite && word_best(p->in->words, f->head)->accusative;
}

static bool takes_idafa(const Parser *p, const Phrase *f) {
  if (f->head == NONE || f->adjectives || f->pronoun || f->actor != NONE || f->person != NONE || f->place != NONE ||
      f->date != NONE)
    return false;
  if (f->definite || f->last != f->head + 1 || has_nun(p, f->head)) return false;
  return true;
}

/* From eleven on the counted noun is accusative, and has no complement, unless it lacks the
 * accusative's alef: «14 ضابط أمن». */
static bool counted_takes(const Parser *p, const Phrase *o, const Phrase *f) {
  const Number *n = o->number == NONE ? NULL : &p->in->numbers->at[o->number];
  if (!n || n->min < 11) return true;
  return !accusative(p, o) && !f->definite && f->number == NONE && f->actor == NONE && f->place == NONE;
}

/* Up the iḍāfa to the masdar whose object may stand here, past its subject. */
static uint32_t masdar_above(const Parser *p, uint32_t i) {
  const Phrase *last = &p->phrases.at[i];
  if (last->form == FORM_MASDAR && last->pronoun) return i; /* «إطلاقهما عملية» */
  for (uint32_t steps = 0; i != NONE && steps < 4; steps++) {
    const Phrase *f = &p->phrases.at[i];
    if (f->link != LINK_IDAFA && f->link != LINK_APPOSITION) return NONE;
    i = f->up;
    if (i != NONE && p->phrases.at[i].form == FORM_MASDAR) return i;
  }
  return NONE;
}

/* Nothing but quotation marks, brackets and «هذا» stands between. */
static bool stands_beside(const Parser *p, uint32_t last, uint32_t begins) {
  if (last == NONE || p->broken) return false;
  uint32_t i = p->phrases.at[last].last;
  while (i < begins && (token_at(p, i)->kind == TOKEN_PUNCT || reading(p, i)->pos == POS_DEMONSTRATIVE)) i++;
  return i == begins;
}

/* «العقيد أحمد سالم»: a proper noun behind a person's name is more of it. */
static bool goes_on_name(const Parser *p, const Phrase *o, const Phrase *f) {
  if (o->person == NONE || f->head == NONE || f->number != NONE || f->place != NONE || f->actor != NONE) return false;
  return reading(p, f->head)->pos == POS_PROPER && !(reading(p, f->head)->clitics);
}
/* «تنظيم داعش (تنظيم الدولة)» */
static bool bracketed(const Parser *p, uint32_t i) { return i > 0 && token_sign(p->in->text, i - 1) == '('; }

/* Is the prepositional phrase part of who or what stands before it? «مواقع للتنظيم», «القوات
 * الموالية للنظام», «العشرات من السكان» are one; «انتزعت القوات من التنظيم…» and «اقتحام مسلحين
 * لمدرسة» are not. */
static bool governed_by(const Parser *p, const Phrase *o, const Phrase *f) {
  if (f->date != NONE || f->form == FORM_MASDAR) return false;
  if (o->link == LINK_IDAFA && p->phrases.at[o->up].form == FORM_MASDAR && f->prep == p->g->prep_li && can_act(p, o))
    return false;
  if (!o->definite || o->number != NONE || o->classes & p->k.measure) return true;
  uint32_t last = reading(p, o->last - 1)->lemma;
  if (o->last - 1 == o->head || last >= p->g->lexicon->n) return false;
  if (p->marks.sets[o->last - 1] & SET_BIT(SET_WITH_COMPLEMENT)) return true;
  uint8_t form = p->g->lexicon->lemmas[last].form;
  return form == FORM_ACTIVE_PARTICIPLE || form == FORM_PASSIVE_PARTICIPLE;
}

static void link_phrase(const Parser *p, Phrase *f, uint32_t begins) {
  bool beside = stands_beside(p, p->last, begins);
  if (f->prep != NONE) {
    if (beside) {
      f->up = p->last;
      f->link = LINK_PREP;
      f->governed = governed_by(p, &p->phrases.at[p->last], f);
    }
    return;
  }
  if (p->conj) {
    f->up = partner_of(p, f);
    if (f->up == NONE) return;
    f->link = LINK_CONJ;
    f->prep = p->phrases.at[f->up].prep;
    f->prep_token = p->phrases.at[f->up].prep_token;
    return;
  }
  if (!beside) return;
  const Phrase *o = &p->phrases.at[p->last];
  bool counted_its = o->number != NONE && f->pronoun; /* «لقي ستة عمال مصرعهم» */
  if (takes_idafa(p, o) && counted_takes(p, o, f) && !(accusative(p, f) && f->number == NONE) && !counted_its) {
    f->link = LINK_IDAFA;
    f->up = p->last;
  } else if (o->definite && (f->actor != NONE || f->person != NONE) && o->date == NONE && o->place == NONE &&
             (o->link != LINK_FREE || o->actor == NONE || bracketed(p, f->first))) {
    f->link = LINK_APPOSITION;
    f->up = p->last;
  } else if (goes_on_name(p, o, f)) {
    f->link = LINK_APPOSITION;
    f->up = p->last;
  } else if (masdar_above(p, p->last) != NONE) {
    f->link = LINK_OBJECT;
    f->up = masdar_above(p, p->last);
  }
}

/* «جهزت الدولة، في إطار…، جسراً»: past what was put in between, the accusative is the object. */
static bool is_object(const Parser *p, const Phrase *f) {
  return accusative(p, f) && (f->form != FORM_MASDAR || f->classes & p->k.event) && f->form != FORM_ACTIVE_PARTICIPLE;
}

static void note_argument(Parser *p, const Phrase *f, uint32_t number) {
  Clause *c = current(p);
  if (f->link != LINK_FREE || f->prep != NONE || f->date != NONE) return;
  if (f->first > 0 && p->marks.sets[f->first - 1] & SET_BIT(SET_SUBSET)) return;
  /* «نفذ الطيران غارات مستخدماً…»: how it was done */
  if (c->after != NONE && f->form == FORM_ACTIVE_PARTICIPLE && accusative(p, f) && !can_act(p, f)) return;
  /* «قرب المدينة», «شرقي حلب» stand with no preposition and are no arguments */
  if (f->place != NONE && str_eq(p->in->mentions->places[f->place].basis, STR("anchor"))) return;
  if (c->verb == NONE) {
    if (c->before == NONE || !p->broken) c->before = c->before == NONE ? number : c->before;
  } else if (c->after == NONE) {
    c->after = number;
  } else if (c->second == NONE && (!p->broken || c->classes & (p->k.light | p->k.speech) || is_object(p, f))) {
    c->second = number;
  }
}

/* «ثلاثة من عناصر التنظيم», «معظم أحياء المدينة»: a number or a measure is of what it measures. */
static void share_counted(Parser *p, const Phrase *f) {
  if (f->up == NONE) return;
  Phrase *o = &p->phrases.at[f->up];
  bool partitive = f->link == LINK_PREP && p->marks.sets[f->prep_token] & SET_BIT(SET_PARTITIVE);
  if (o->head == NONE && o->number != NONE && partitive) {
    o->classes |= f->classes;
    o->lemma = f->lemma;
  } else if (o->classes & (p->k.measure | p->k.unit) && (partitive || f->link == LINK_IDAFA)) {
    o->classes |= f->classes;
  }
}

/* «أرسلت الولايات المتحدة», «أطلقت أنقرة»: a country or its capital acts as the state. */
static bool stands_for_state(const PlaceMention *m) {
  bool alone = m->span.start == m->name.start && m->span.end == m->name.end; /* not «الأراضي السورية» */
  return !m->adjective && alone && (m->level == LEVEL_COUNTRY || m->capital);
}

/* «استهدفت قذيفة أطلقها مسلحون حياً سكنياً»: a relative clause whose verb has its object with it and
 * its subject behind has no room for another noun, which belongs to the clause around. */
static void leave_relative(Parser *p, Phrase *f) {
  const Clause *c = current(p);
  if (c->kind != CLAUSE_RELATIVE || !c->object_pronoun || c->after == NONE || c->up == NONE) return;
  const Clause *up = &p->clauses.at[c->up];
  if (f->link != LINK_FREE || f->prep != NONE || f->date != NONE || p->conj) return;
  if (up->verb == NONE || up->after == NONE || up->second != NONE) return;
  p->clause = c->up;
  f->clause = c->up;
}

static uint32_t put_phrase(Parser *p, uint32_t i, uint32_t end) {
  const Reading *r = reading(p, i);
  Phrase f = {.first = i,
              .last = i + 1,
              .head = NONE,
              .lemma = LEMMA_NONE,
              .prep = p->prep,
              .prep_token = p->prep_token,
              .up = NONE,
              .clause = p->clause,
              .number = NONE,
              .actor = NONE,
              .place = NONE,
              .person = NONE,
              .date = NONE};
  if (f.prep == NONE) {
    f.prep = clitic_prep(p, r->clitics);
    f.prep_token = i;
  }
  p->conj |= (r->clitics & CLITIC_CONJ) != 0;
  uint32_t begins = f.prep == NONE ? i : f.prep_token;
  move_cursors(p, i);
  f.date = MENTION_HERE(p, date, p->in->dates->at, p->in->dates->n, i);
  if (f.date != NONE)
    f.last = p->in->dates->at[f.date].last;
  else
    build_noun(p, &f, i, end);
  if (f.last <= i) f.last = i + 1;
  if (f.last > end) f.last = end;
  if (f.place != NONE && f.prep == NONE && stands_for_state(&p->in->mentions->places[f.place])) f.classes |= p->k.state;
  link_phrase(p, &f, begins);
  leave_relative(p, &f);
  if (!vec_push(&p->phrases, p->arena, f)) return f.last;
  uint32_t number = p->phrases.n - 1;
  for (uint32_t k = f.first; k < f.last; k++) {
    p->phrase_of[k] = number;
    p->clause_of[k] = p->clause;
  }
  note_argument(p, &f, number);
  share_counted(p, &f);
  p->last = number;
  p->prep = NONE;
  p->conj = p->broken = false;
  return f.last;
}

/* ---------------------------------------------------------------- the pass */

static void put_sign(Parser *p, uint32_t i) {
  uint8_t sign = token_sign(p->in->text, i);
  if (sign == '"' || sign == '\'' || sign == '(' || sign == ')') return; /* names stand in quotes */
  if (sign == ':') open_clause(p, CLAUSE_COMPLEMENT, p->clause, i);
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

/* «مقاتلي التنظيم الذين…»: of the nouns right before it, the nearest that the relative pronoun
 * agrees with. */
static uint32_t relative_head(const Parser *p, const Reading *r) {
  for (uint32_t i = p->last, steps = 0; i != NONE && steps < 5; steps++) {
    const Phrase *f = &p->phrases.at[i];
    if (f->head != NONE && f->date == NONE && refers(r, reading(p, f->head))) return i;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  return p->last;
}

static bool put_opener(Parser *p, uint32_t i) {
  SetMask sets = p->marks.sets[i];
  const Reading *r = reading(p, i);
  if (sets & SET_BIT(SET_COMPLEMENTISER)) {
    bool joined = (r->clitics & CLITIC_CONJ) != 0 && current(p)->kind == CLAUSE_COMPLEMENT;
    open_clause(p, CLAUSE_COMPLEMENT, joined ? current(p)->up : saying_clause(p), i);
    current(p)->pronoun_subject = r->enclitic != 0;
  } else if (r->pos == POS_RELATIVE && r->clitics == 0 && p->last != NONE) {
    uint32_t on = relative_head(p, r);
    open_clause(p, CLAUSE_RELATIVE, p->clause, i);
    current(p)->head = on;
  } else if (sets & SET_BIT(SET_CLAUSE_OPENER) || r->pos == POS_SUBORD) {
    open_clause(p, CLAUSE_COORDINATE, p->base, i);
  } else {
    return false;
  }
  p->last = NONE;
  p->prep = NONE;
  p->conj = p->broken = false;
  return true;
}

/* Words that only colour the verb that follows. */
static void put_particle(Parser *p, uint32_t i) {
  SetMask sets = p->marks.sets[i];
  const Reading *r = reading(p, i);
  Clause *c = current(p);
  if (r->pos == POS_CONJ) p->conj = true;
  if (r->pos == POS_DEMONSTRATIVE && r->clitics & CLITIC_PREP) { /* «لهذه العملية» */
    p->prep = clitic_prep(p, r->clitics);
    p->prep_token = i;
  }
  if (sets & SET_BIT(SET_NEGATION)) c->negated = c->verb == NONE ? true : c->negated;
  if (sets & SET_BIT(SET_FUTURE)) c->future = true;
  p->completed |= (sets & SET_BIT(SET_COMPLETED)) != 0;
}

/* Right behind a passive participle: «مشتبه به», «محكوم عليهم». */
static bool of_participle(const Parser *p, uint32_t i) {
  if (p->last == NONE || p->broken || p->conj) return false;
  const Phrase *f = &p->phrases.at[p->last];
  return f->last == i && f->form == FORM_PASSIVE_PARTICIPLE && f->head + 1 == i;
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
    p->phrases.at[p->last].last = i + 1;
    p->phrase_of[i] = p->last;
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
  move_cursors(p, i);
  const Mentions *m = p->in->mentions;
  return MENTION_HERE(p, actor, m->actors, m->nactors, i) != NONE ||
         MENTION_HERE(p, person, m->persons, m->npersons, i) != NONE ||
         MENTION_HERE(p, place, m->places, m->nplaces, i) != NONE ||
         MENTION_HERE(p, date, p->in->dates->at, p->in->dates->n, i) != NONE || number_at(p, i) != NONE;
}

/* Behind a definite noun, with no «و» and no «الذي», no verb stands: «فرضت السلطات حظر تجول». */
static void read_as_noun(Parser *p, uint32_t i) {
  if (current(p)->verb == NONE || p->conj || p->broken || p->last == NONE) return;
  const Phrase *o = &p->phrases.at[p->last];
  const Reading *r = reading(p, i);
  if (o->definite && o->last == i && r->pos == POS_VERB && !r->clitics) prefer_noun(p, i, 0);
}

/* «هجوم شنه التنظيم»: behind a noun without the article, what may be a verb with its object
 * opens a relative clause, and is no masdar with its owner. */
static void read_as_verb(Parser *p, uint32_t i) {
  const Word *w = &p->words[i];
  if (!w->n || !tells_of_noun(p, i)) return;
  const Reading *r = &w->readings[0];
  if (r->pos != POS_NOUN || r->clitics) return;
  for (uint32_t k = 1; k < w->n; k++)
    if (w->readings[k].pos == POS_VERB && w->readings[k].enclitic && !w->readings[k].clitics &&
        !w->readings[k].guessed) {
      (void)prefer(p, i, k);
      return;
    }
}

/* «حملتها الأمنية», «جماعات طوارق مسلحة»: an adjective behind a whole phrase is of one of its
 * nouns, and no phrase of its own. */
static bool put_adjective(Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  if (r->pos != POS_ADJ || r->clitics & (CLITIC_CONJ | CLITIC_PREP) || p->conj || p->broken || p->prep != NONE ||
      p->last == NONE || (as_person(p, i) && !(r->gender == GENDER_FEMININE && r->number == NUMBER_SINGULAR)))
    return false; /* «مسلحة» is said of a group, «قيادي» is somebody */
  Phrase *o = &p->phrases.at[p->last];
  if (o->last != i || o->date != NONE || o->head == NONE || p->marks.n[i] || p->marks.sets[i]) return false;
  if (is_victim(p, o->head, i) || prefer_noun(p, i, p->k.event)) return false;
  bool definite = (r->clitics & CLITIC_AL) != 0, fits = false;
  for (uint32_t k = p->last, steps = 0; k != NONE && steps < 4 && !fits; steps++) {
    const Phrase *f = &p->phrases.at[k];
    fits = definite ? f->definite || f->pronoun : !f->definite && !f->pronoun;
    k = f->link == LINK_IDAFA ? f->up : NONE;
  }
  if (!fits) return false;
  o->last = i + 1;
  o->adjectives = true;
  p->phrase_of[i] = p->last;
  return true;
}

/* «بين الجيش من جهة، ومسلحين من جهة أخرى»: says nothing of either; but «من جهة الجنوب». */
static bool on_one_side(const Parser *p, uint32_t i, uint32_t end) {
  if (!(p->marks.sets[i] & SET_BIT(SET_ONE_SIDE)) || !p->marks.n[i]) return false;
  uint32_t next = i + p->marks.n[i];
  return next >= end || token_at(p, next)->kind == TOKEN_PUNCT || (reading(p, next)->clitics & CLITIC_CONJ) ||
         reading(p, next)->pos == POS_VERB;
}

/* «أن جنديين عراقيين قتلا…», «إن مهاجماً انتحارياً فجر نفسه»: behind a subject that is complete and
 * waits for its verb, what may be one that agrees with it is it, and no noun. */
static void read_as_predicate(Parser *p, uint32_t i) {
  const Clause *c = current(p);
  if (c->verb != NONE || c->before == NONE || p->conj || p->prep != NONE || p->last == NONE) return;
  const Phrase *last = &p->phrases.at[p->last];
  if (last->last != i || takes_idafa(p, last)) return;
  const Phrase *subject = &p->phrases.at[c->before];
  const Word *w = &p->words[i];
  if (!can_act(p, subject) || subject->head == NONE || !w->n) return;
  const Reading *top = &w->readings[0], *n = reading(p, subject->head);
  if (top->pos != POS_NOUN || top->clitics || lemma_classes(p, top->lemma) & p->k.event) return;
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *v = &w->readings[k];
    if (v->pos != POS_VERB || v->clitics || v->guessed || v->person != 3) continue;
    bool number = v->number == n->number || (n->dual_or_plural && v->number != NUMBER_SINGULAR);
    if (!number || (v->gender != n->gender && n->gender != GENDER_NONE)) continue;
    (void)prefer(p, i, k);
    return;
  }
}

static uint32_t put_token(Parser *p, uint32_t i, uint32_t end) {
  const Token *t = token_at(p, i);
  p->clause_of[i] = p->clause;
  if (t->kind == TOKEN_PUNCT) {
    put_sign(p, i);
    return i + 1;
  }
  if (begins_name(p, i)) return put_phrase(p, i, end);
  if (t->kind != TOKEN_WORD) return t->kind == TOKEN_LATIN ? put_phrase(p, i, end) : i + 1;
  if (p->marks.sets[i] & SET_BIT(SET_SUBSET)) { /* «بينهم»: what follows is counted anew */
    p->last = p->prep = NONE;
    p->broken = true;
    return p->marks.n[i] ? i + p->marks.n[i] : i + 1;
  }
  if (on_one_side(p, i, end)) return i + p->marks.n[i];
  uint32_t behind = put_preposition(p, i, end);
  if (behind > i) return behind;
  read_as_noun(p, i);
  read_as_verb(p, i);
  read_as_predicate(p, i);
  const Reading *r = reading(p, i);
  if (put_opener(p, i)) {
    p->clause_of[i] = p->clause;
    return i + 1;
  }
  if (r->pos == POS_VERB) {
    p->conj |= (r->clitics & CLITIC_CONJ) != 0;
    put_verb(p, i);
    p->clause_of[i] = p->clause;
    return i + 1;
  }
  if (put_adjective(p, i)) return i + 1;
  if (nominal(r)) return put_phrase(p, i, end);
  put_particle(p, i);
  return i + 1;
}

static void put_sentence(Parser *p, uint32_t number) {
  const Sentence *s = &p->in->text->sentences[number];
  p->sentence = number;
  p->last = p->prep = NONE;
  p->conj = p->broken = p->completed = false;
  p->base = p->clauses.n;
  open_clause(p, CLAUSE_MAIN, NONE, s->first);
  if (!arena_ok(p->arena)) return;
  for (uint32_t i = s->first; i < s->last;) {
    uint32_t next = put_token(p, i, s->last);
    for (; i < next; i++)
      if (p->phrase_of[i] == NONE) p->clause_of[i] = p->clause;
    current(p)->last = next;
  }
  close_sentence(p);
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

/* The phrases that belong to a name follow it without a gap, each on one before it. */
void phrase_extent(const Clauses *c, const Grammar *g, uint32_t phrase, uint32_t *first, uint32_t *last) {
  const Phrase *f = &c->phrases[phrase];
  *first = f->first;
  *last = f->last;
  for (uint32_t i = phrase + 1; i < c->nphrases && i < phrase + 6; i++) {
    const Phrase *n = &c->phrases[i];
    bool tied = n->link == LINK_IDAFA || n->link == LINK_APPOSITION ||
                (n->link == LINK_PREP && n->governed &&
                 (n->prep == g->prep_li || c->marks[n->prep_token] & SET_BIT(SET_PARTITIVE)));
    if (!tied || n->up == NONE || n->up < phrase) break;
    *last = n->last;
  }
}
