/* The verb: which clause it belongs to, or which it opens.
 *
 * «كان الجيش قد شن» (the army had launched) is one verb with its auxiliary; «غارة استهدفت» (a
 * strike that hit) opens a relative clause without «الذي»; «مقاتلو التنظيم، الذين نصبوا كميناً،
 * انسحبوا» (the group's fighters, who set an ambush, withdrew) goes back to the clause that still
 * waits for its verb. */
#include "code/clause/parser.h"

bool parse_names_act(const Parser *p, const Phrase *f) {
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
    if (parse_names_act(p, f)) return i;
  }
  return NONE;
}

static bool auxiliary(const Parser *p, const Clause *c) {
  SetMask own = c->verb == NONE ? 0 : p->marks.sets[c->verb]; /* c->sets holds its auxiliary's, too */
  return (c->classes & p->k.aspect || own & (SET_BIT(SET_INTERIM) | SET_BIT(SET_NEAR_MISS))) && c->object == NONE;
}

/* Does the pronoun on a verb agree with the noun? «قذيفة هاون أطلقتها…»: with the first. */
bool parse_taken_up(const Parser *p, const Phrase *f, uint32_t verb) {
  const Reading *n = reading(p, f->head);
  uint8_t number = enclitic_number(reading(p, verb)), gender = enclitic_gender(reading(p, verb));
  bool women = gender == GENDER_FEMININE && n->gender == GENDER_MASCULINE; /* «مسلحين اختطفوهن» */
  if (number == NUMBER_PLURAL) return n->number == NUMBER_PLURAL && !women;
  if (n->number == NUMBER_PLURAL) return gender == GENDER_FEMININE;
  return n->gender == gender || n->gender == GENDER_NONE || gender == GENDER_NONE;
}

/* «هجوم شنه التنظيم»: right behind a noun without the article, a verb that has its object with
 * it tells of that noun; but «أن مسلحين اختطفوه» (that gunmen abducted him). */
static bool tells_of_noun(const Parser *p, uint32_t i) {
  if (p->conj || p->broken || p->prep != NONE || p->last == NONE || !reading(p, i)->enclitic) return false;
  const Phrase *o = &p->phrases.at[p->last];
  bool bare = o->last == i && !o->definite && !o->pronoun && o->head != NONE && o->actor == NONE && o->person == NONE;
  const Clause *c = &p->clauses.at[p->clause];
  bool subject = c->kind == CLAUSE_COMPLEMENT && c->before == p->last;
  return bare && !(subject && !parse_taken_up(p, o, i));
}

/* «كانت القوات قد بدأت»: behind the auxiliary and its subject the verb is still to come. */
bool parse_waits_for_verb(const Parser *p, const Clause *c) {
  return c->verb != NONE && p->marks.sets[c->verb] & SET_BIT(SET_WAS) && c->after != NONE && c->second == NONE;
}

/* «المهاجم الذي عاش في ألمانيا قتل خمسة»: with no comma, behind a noun of which nothing is told without «الذي». */
uint32_t parse_waiting_around(const Parser *p, uint32_t i) {
  enum { COMPLEMENTS_MOST = 2 };
  const Clause *c = &p->clauses.at[p->clause];
  const uint32_t verb = c->verb;
  /* «كان الرجل الذي يعتقد أنه أشرف على الهجوم قتل …»: past what is thought in the relative clause */
  for (int steps = 0; steps < COMPLEMENTS_MOST && c->kind == CLAUSE_COMPLEMENT && c->up != NONE; steps++)
    c = &p->clauses.at[c->up];
  if (c->kind != CLAUSE_RELATIVE || c->verb == NONE || c->head == NONE || c->up == NONE) return NONE;
  if (p->conj || p->broken || p->prep != NONE || p->last == NONE || p->last == c->head) return NONE;
  bool pronoun = token_at(p, c->first)->kind == TOKEN_WORD && reading(p, c->first)->pos == POS_RELATIVE;
  if (!pronoun && !c->object_pronoun) return NONE; /* «مستشفى تدعمه في حجة تعرض لقصف» */
  const Phrase *last = &p->phrases.at[p->last];
  const Clause *up = &p->clauses.at[c->up];
  bool ended = last->last == i && last->definite && last->head != NONE && verb != NONE && verb < last->first;
  bool waits = up->verb == NONE ? up->before == c->head : parse_waits_for_verb(p, up) && up->after == c->head;
  return ended && waits ? c->up : NONE;
}

uint32_t parse_who_waits(const Parser *p, uint32_t around) {
  if (around == NONE) return NONE;
  const Clause *c = &p->clauses.at[around];
  return c->verb == NONE ? c->before : c->after;
}

/* «مقاتلو التنظيم، الذين نصبوا كميناً، هربوا»: past its comma the clause that still waits for its
 * verb goes on. */
static void resume(Parser *p, uint32_t verb) {
  if (p->conj || current(p)->verb == NONE) return;
  if (!p->broken && !p->completed) {
    uint32_t around = reading(p, verb)->enclitic ? NONE : parse_waiting_around(p, verb);
    uint32_t who = parse_who_waits(p, around);
    if (who != NONE && parse_agrees(p, &p->phrases.at[who], verb, true)) p->clause = around;
    return;
  }
  for (uint32_t i = p->clause, steps = 0; i != NONE && steps < 4; steps++) {
    const Clause *c = &p->clauses.at[i];
    if (c->verb == NONE && c->before != NONE && c->kind != CLAUSE_RELATIVE) {
      p->clause = i;
      return;
    }
    if (parse_waits_for_verb(p, c)) { /* «وكانت القوات، التي …، أعلنت» */
      p->clause = i;
      p->broken = false;
      return;
    }
    i = c->up;
  }
}

/* «ضربات في نيسان الماضي استهدفت…»: the noun without an article that a clause with no relative
 * pronoun hangs on, and that is its subject or is taken up by its pronoun. */
static uint32_t bare_head(const Parser *p, uint32_t verb) {
  for (uint32_t i = p->broken ? NONE : p->last, steps = 0; i != NONE && steps < 5; steps++) {
    const Phrase *f = &p->phrases.at[i];
    bool one = f->head != NONE && p->marks.sets[f->head] & SET_BIT(SET_ONE_OF); /* «هجوم على أحد المواقع شنه» */
    bool bare = f->date == NONE && f->head != NONE && !f->definite && !f->pronoun && !one;
    if (bare && (reading(p, verb)->enclitic ? parse_taken_up(p, f, verb) : parse_agrees(p, f, verb, true))) return i;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  return NONE;
}

bool parse_takes_up_act(const Parser *p, uint32_t verb) {
  uint32_t on = reading(p, verb)->enclitic ? bare_head(p, verb) : NONE;
  return on != NONE && parse_names_act(p, &p->phrases.at[on]);
}

/* «مناطق تسيطر عليها المعارضة»: the pronoun behind the verb takes up the noun right before it. */
static bool takes_up_behind(const Parser *p, uint32_t i) {
  if (i + 1 >= p->in->text->ntokens) return false;
  const Reading *r = reading(p, i + 1);
  return r->pos == POS_PREP && r->enclitic;
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
              p->phrases.at[on].prep != NONE && !reading(p, i)->enclitic && !takes_up_behind(p, i);
  uint32_t act = on == NONE || result || name || town ? act_before(p) : NONE;
  return act != NONE ? act : on;
}

/* «صواريخ على موقع قرب المطار، والمرصد يشير إلى …» (rockets at a site near the airport, and the Observatory points to):
 * a definite noun of who can act, behind «و», with a verb of telling right behind it that agrees with it, is that
 * verb's subject and joined to nothing; NONE. But «ضربات على الجيش والشرطة أصابت» (strikes on army and police hit). */
static uint32_t subject_behind_and(const Parser *p, uint32_t i) {
  enum { UP_MOST = 3 };
  const Clause *c = &p->clauses.at[p->clause];
  if (p->conj || p->broken || p->prep != NONE || p->last == NONE || c->verb == NONE) return NONE;
  /* «الضربات التي نفذتها لندن وباريس أوضحت أن …»: the strikes made it clear */
  if (c->kind == CLAUSE_RELATIVE && c->up != NONE && p->clauses.at[c->up].verb == NONE) return NONE;
  if (p->phrases.at[p->last].last != i || !(lemma_classes(p, reading(p, i)->lemma) & p->k.speech)) return NONE;
  uint32_t k = p->last;
  for (uint32_t steps = 0; p->phrases.at[k].link != LINK_CONJ; steps++) {
    const Phrase *f = &p->phrases.at[k];
    if (f->link == LINK_FREE || f->clause != p->clause || steps == UP_MOST) return NONE;
    k = f->up;
  }
  const Phrase *f = &p->phrases.at[k];
  bool own = f->definite && f->head != NONE && f->clause == p->clause && !f->pronoun && f->first > c->verb;
  if (!own || !parse_can_act(p, f) || !parse_agrees(p, f, i, true)) return NONE;
  return k;
}

/* The clause of a verb and of the subject that stands before it, behind «و». */
static void open_behind_and(Parser *p, uint32_t subject) {
  Phrase *f = &p->phrases.at[subject];
  f->link = LINK_FREE;
  f->up = f->prep = NONE;
  current(p)->last = f->first;
  uint32_t clause = parse_open_clause(p, CLAUSE_COORDINATE, p->clause, f->first);
  for (uint32_t k = subject; k < p->phrases.n; k++) p->phrases.at[k].clause = clause;
  for (uint32_t k = f->first; k < p->phrases.at[p->last].last; k++) p->clause_of[k] = clause;
  current(p)->before = subject;
}

/* «إن مسلحين يرتدون زياً اقتادوا ثلاثة» (that gunmen wearing uniforms led three away): behind an imperfect that tells of
 * its subject, a verb in the plural, with no plural right before it, tells what the subject did. */
static bool goes_on_behind_aside(const Parser *p, uint32_t i) {
  const Clause *c = &p->clauses.at[p->clause];
  if (p->broken || p->last == NONE || c->verb == NONE || !c->imperfect || c->before == NONE ||
      c->kind == CLAUSE_RELATIVE)
    return false;
  const Phrase *who = &p->phrases.at[c->before], *last = &p->phrases.at[p->last];
  const Reading *r = reading(p, i);
  bool done = r->form == FORM_PERFECT && r->number == NUMBER_PLURAL && !who->definite && who->plural;
  return done && last->first > c->verb && !last->plural && last->number == NONE && parse_agrees(p, who, i, true);
}

static void open_verb_clause(Parser *p, uint32_t i) {
  uint32_t subject = subject_behind_and(p, i);
  if (subject != NONE) {
    open_behind_and(p, subject);
    return;
  }
  const Clause *c = current(p);
  uint32_t on = p->conj || goes_on_behind_aside(p, i) ? NONE : noun_told_of(p, i), up = p->clause;
  if (p->conj && c->kind == CLAUSE_RELATIVE && c->up != NONE && p->broken)
    up = c->up; /* «…، وقتل»: a comma ends the relative clause */
  parse_open_clause(p, on == NONE ? CLAUSE_COORDINATE : CLAUSE_RELATIVE, up, i);
  current(p)->head = on;
  current(p)->joined = p->conj;
  if (i && p->marks.sets[i - 1] & SET_BIT(SET_NEGATION)) current(p)->negated = true; /* «عملية لم تستهدف» */
}

/* «حملة للبحث عن تلميذات اختطفن»: in a stretch with no verb, one that agrees with the noun right
 * before it and not with the first is told of that noun. */
static bool tells_of_last(const Parser *p, uint32_t i) {
  const Clause *c = &p->clauses.at[p->clause];
  if (c->before == NONE || p->last == NONE || p->last == c->before || p->conj || p->broken || p->prep != NONE)
    return false;
  const Phrase *o = &p->phrases.at[p->last];
  return o->prep != NONE && o->last == i && !parse_agrees(p, &p->phrases.at[c->before], i, true) &&
         bare_head(p, i) == p->last;
}

void parse_put_verb(Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  resume(p, i);
  Clause *c = current(p);
  SetMask sets = p->marks.sets[i];
  bool was = c->verb != NONE && p->marks.sets[c->verb] & SET_BIT(SET_WAS) && c->second == NONE; /* «كان الجيش قد شن» */
  bool complete = c->after != NONE && c->second != NONE; /* «أوقفت الشرطة رجلاً يشتبه» */
  bool of_act = tells_of_noun(p, i) && parse_names_act(p, &p->phrases.at[p->last]); /* «كانت آخر غارة شنتها القوات» */
  if (c->verb != NONE && !p->conj && !p->broken && auxiliary(p, c) && !complete && !of_act &&
      (r->form == FORM_IMPERFECT || was)) {
    sets |= c->sets; /* «بدأ الجيش يقصف»: the aspect verb lends its clause */
    if (c->before == NONE) c->before = c->after;
    c->after = c->second = NONE;
  } else if (c->verb != NONE || tells_of_noun(p, i) || tells_of_last(p, i)) {
    open_verb_clause(p, i);
    c = current(p);
  } else if (c->kind == CLAUSE_RELATIVE && c->head != NONE && lemma_classes(p, r->lemma) & p->k.result &&
             !parse_names_act(p, &p->phrases.at[c->head])) {
    uint32_t act = act_before(p); /* «…، ما أدى إلى»: of the act, not of the word before */
    if (act != NONE) c->head = act;
  }
  if (p->marks.sets[i] & SET_BIT(SET_STILL)) c->negated = false;
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
