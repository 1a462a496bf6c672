/* What a clause takes from the one it hangs on: a subject that it does not tell, an object that a pronoun stands for.
 *
 *   «العملية التي شنها الجيش»            the head of a relative clause is its subject or, taken up, its object
 *   «سيطر على البلدة وقتل عشرة»          a verb behind «و» goes on with the subject before it
 *   «قالت الشرطة إنها اعتقلت ثلاثة»      in what is said, the one who says it
 *   «تسعة طلاب بعدما نظموا احتجاجاً»     of a verb in the plural, the several told last
 *   «قالت إن انتحارياً … قبل أن يفجر نفسه»  in a clause of time, the one told last and not who speaks
 *   «مهندس يعتقد أن مسلحين اختطفوه»      in what is thought of a noun, the pronoun is that noun
 *   «إن موكله احتجز في برلين»            and who, without an object, has not done it but suffered it */
#include "code/clause/parser.h"

/* «سبق للتنظيم أن نفذ»: of a verb with no argument, the phrase behind «ل» does it. */
static uint32_t dative_of(const Parser *p, uint32_t clause) {
  const Clause *c = &p->clauses.at[clause];
  if (c->verb == NONE || c->verb + 1 >= p->in->text->ntokens) return NONE;
  uint32_t i = p->phrase_of[c->verb + 1];
  return i != NONE && p->phrases.at[i].prep == p->g->prep_li && parse_can_act(p, &p->phrases.at[i]) ? i : NONE;
}

/* «يسيطر التنظيم على أراضٍ استولى عليها»: where its pronoun takes up the head, a relative clause without a
 * subject goes on with that of the clauses around it. */
static uint32_t subject_around(const Parser *p, const Clause *c) {
  uint32_t at = p->phrases.at[c->head].clause;
  for (uint32_t steps = 0; at != NONE && steps < 3; steps++) {
    const Clause *up = &p->clauses.at[at];
    uint32_t who = up->subject;
    if (who != NONE && who != c->head && parse_can_act(p, &p->phrases.at[who]) &&
        parse_agrees(p, &p->phrases.at[who], c->verb, true))
      return who;
    at = up->up;
  }
  return NONE;
}

static void borrow_from_head(Parser *p, Clause *c) {
  const Phrase *head = &p->phrases.at[c->head];
  if (c->passive) {
    if (c->object == NONE) c->object = c->head;
    return;
  }
  bool taken_up =
      c->object_pronoun || (c->resumptive && !(parse_can_act(p, head) && parse_agrees(p, head, c->verb, true)));
  /* «العملية التي شنها الجيش في جرود البلدة»: the pronoun is the object, whatever else stands there */
  if (c->object_pronoun && (c->object == NONE || (c->second == c->object && c->subject == c->after)))
    c->object = c->head;
  if (c->subject == NONE) c->subject = taken_up ? subject_around(p, c) : c->head;
}

/* «بيان للجيش إنه …», «بيان أصدرته الوزارة أنها …» (a statement by the army that it …): who is meant by the pronoun in
 * what a statement says; of any other subject, itself. */
static uint32_t whose_statement(const Parser *p, const Clause *c, uint32_t says) {
  enum { NEAR = 3 };
  if (says == NONE || !c->pronoun_subject || !(p->phrases.at[says].classes & p->k.channel)) return says;
  for (uint32_t i = says + 1; i < p->phrases.n && i <= says + NEAR; i++) {
    const Phrase *f = &p->phrases.at[i];
    bool of_it = f->up == says && (f->link == LINK_IDAFA || f->prep == p->g->prep_li);
    if (of_it && parse_can_act(p, f) && parse_agrees(p, f, c->verb, true)) return i;
  }
  for (uint32_t i = p->base; i < p->clauses.n; i++) {
    const Clause *on = &p->clauses.at[i];
    if (on->kind != CLAUSE_RELATIVE || on->head != says || !on->object_pronoun || on->subject == NONE) continue;
    const Phrase *f = &p->phrases.at[on->subject];
    if (parse_can_act(p, f) && parse_agrees(p, f, c->verb, true)) return on->subject;
  }
  return says;
}

/* «مسلح قتل شرطيين وجرح ثالثاً»: he goes on with a deed of the same kind. */
static bool does_more(const Parser *p, const Clause *c) {
  if (c->kind != CLAUSE_COORDINATE || !c->joined || c->up == NONE) return false;
  const Clause *up = &p->clauses.at[c->up];
  return !up->passive && up->subject == c->subject && up->object != NONE && grammar_knows_passive(p->g, up->lemma);
}

/* «إن موكله احتجز في برلين», «حوكم الرجل واعتقل في 2016»: who is no body, before a verb whose passive the grammar knows
 * and which has no object, is whom it befell. */
static void turn_passive(const Parser *p, Clause *c) {
  if (c->passive || c->object != NONE || c->object_pronoun || c->resumptive || c->subject == NONE) return;
  if (does_more(p, c)) return;
  const Reading *v = reading(p, c->verb);
  if (v->voice != VOICE_EITHER || v->number != NUMBER_SINGULAR || v->person != 3 || c->after != NONE) return;
  if (c->kind == CLAUSE_RELATIVE || c->classes & (p->k.result | p->k.speech | p->k.intransitive | p->k.aspect)) return;
  const Phrase *f = &p->phrases.at[c->subject];
  ClassSet bodies = p->k.force | p->k.state | p->k.organisation | p->k.aircraft | p->k.group | p->k.event |
                    p->k.weapon | p->k.explosive | p->k.artillery | p->k.vehicle;
  if (f->actor != NONE || f->place != NONE || f->plural || f->classes & bodies ||
      !grammar_knows_passive(p->g, c->lemma))
    return;
  if (!c->pronoun_subject && !parse_agrees(p, f, c->verb, true)) return; /* «قالت ميريام إنها اعتقلت» */
  c->passive = true;
  c->object = c->subject;
  c->subject = NONE;
}

/* May a verb in the plural tell of him? Not of a body, nor of «مصادر» (sources), which are things. */
static bool told_as_many(const Parser *p, uint32_t who) {
  if (who == NONE || p->phrases.at[who].head == NONE) return false;
  const Phrase *f = &p->phrases.at[who];
  return reading(p, f->head)->number == NUMBER_PLURAL && !(f->classes & p->k.channel) && parse_can_act(p, f);
}

/* «قالت الشرطة إن المقاتلين انسحبوا بعد أن تعرضوا لقصف»: whom a verb in the plural tells of, where the clause that it
 * hangs on tells of none such: the newest before it; NONE. */
static uint32_t many_before(const Parser *p, const Clause *c) {
  enum { CLAUSES_BACK = 6 };
  for (uint32_t i = (uint32_t)(c - p->clauses.at), steps = 0; i-- > p->base && steps < CLAUSES_BACK; steps++) {
    const Clause *o = &p->clauses.at[i];
    if (o->kind != CLAUSE_RELATIVE && told_as_many(p, o->subject)) return o->subject;
  }
  return NONE;
}

/* «اعتقلت الشرطة تسعة طلاب بعدما نظموا احتجاجاً»: they who did it are several people told last before the clause, and
 * not the one body that is the subject around it; NONE. */
static uint32_t they_before(const Parser *p, const Clause *c) {
  enum { PHRASES_BACK = 8 };
  const Clause *up = &p->clauses.at[c->up];
  const Reading *v = reading(p, c->verb);
  bool they = v->person == 3 && v->number == NUMBER_PLURAL && v->gender == GENDER_MASCULINE && !c->joined;
  if (!they || up->subject == NONE) return NONE;
  const Phrase *body = &p->phrases.at[up->subject];
  if (body->plural || body->number != NONE || body->link == LINK_CONJ) return NONE;
  ClassSet people = p->k.person | p->k.fighter | p->k.civilian | p->k.security | p->k.protester | p->k.kin;
  uint32_t last = NONE;
  for (uint32_t i = up->subject + 1; i < p->phrases.n && p->phrases.at[i].first < c->first; i++) {
    const Phrase *f = &p->phrases.at[i];
    bool several = f->plural || (f->number != NONE && p->in->numbers->at[f->number].min > 1);
    if (i > up->subject + PHRASES_BACK || (f->link == LINK_CONJ && f->up == up->subject)) return NONE;
    if (f->date == NONE && f->person == NONE && several && f->classes & people) last = i;
  }
  return last;
}

/* «قالت الشرطة إن المشتبه بهم أضرموا النار قبل أن يفروا»: who speaks, and is one, did not do what they did. */
static bool says_of_others(const Parser *p, const Clause *c) {
  const Reading *v = reading(p, c->verb);
  const Phrase *f = &p->phrases.at[c->subject];
  if (v->person != 3 || v->gender != GENDER_MASCULINE || f->plural || f->number != NONE) return false;
  for (uint32_t at = c->up, steps = 0; at != NONE && steps < 3; at = p->clauses.at[at].up, steps++)
    if (p->clauses.at[at].subject == c->subject && p->clauses.at[at].classes & p->k.speech) return true;
  return false;
}

/* «مهندس يعتقد أن مسلحين اختطفوه» (an engineer whom gunmen are thought to have abducted): in what a clause on a noun
 * says is thought, the pronoun of the verb takes up that noun. */
static void take_up_head(const Parser *p, Clause *c) {
  if (c->kind != CLAUSE_COMPLEMENT || c->up == NONE || !c->object_pronoun || c->object != NONE) return;
  const Clause *up = &p->clauses.at[c->up];
  if (up->kind != CLAUSE_RELATIVE || up->head == NONE || up->own_subject || c->subject == up->head) return;
  const Phrase *f = &p->phrases.at[up->head];
  if (f->head != NONE && parse_taken_up(p, f, c->verb)) c->object = up->head;
}

/* «قالت الوزارة إن انتحارياً حاول اقتحام المقر قبل أن يفجر نفسه» (the ministry said that a bomber had tried to storm the
 * building before he blew himself up): of a clause of time, the one told last before it that agrees with the verb,
 * where the subject around does not, or does but only speaks of a fighter or suspect; NONE. */
static uint32_t one_before(const Parser *p, const Clause *c) {
  enum { CLAUSES_BACK = 4 };
  const Clause *up = &p->clauses.at[c->up];
  if (c->joined || c->pronoun_subject || up->subject == NONE) return NONE;
  const ClassSet men = p->k.fighter | p->k.suspect;
  bool his = parse_agrees(p, &p->phrases.at[up->subject], c->verb, true);
  if (his && (c->object_pronoun || !(up->classes & p->k.speech))) return NONE;
  for (uint32_t i = (uint32_t)(c - p->clauses.at), steps = 0; i-- > c->up + 1 && steps < CLAUSES_BACK; steps++) {
    const Clause *o = &p->clauses.at[i];
    if (o->kind == CLAUSE_RELATIVE || o->subject == NONE || !parse_can_act(p, &p->phrases.at[o->subject])) continue;
    if (his && !(p->phrases.at[o->subject].classes & men)) return NONE; /* «قال الجيش إن انتحارياً …» */
    if (parse_agrees(p, &p->phrases.at[o->subject], c->verb, true)) return o->subject;
  }
  return NONE;
}

/* What a clause takes from the one it hangs on, once both have theirs. */
static void borrow_subject(Parser *p, Clause *c) {
  if (c->kind == CLAUSE_RELATIVE && c->head != NONE) {
    borrow_from_head(p, c);
    return;
  }
  if (c->subject != NONE || c->passive || c->up == NONE) return;
  const Clause *up = &p->clauses.at[c->up];
  if (c->kind == CLAUSE_COORDINATE) c->subject = parse_subject_before(p, c);
  if (c->subject == NONE) c->subject = they_before(p, c);
  if (c->subject != NONE) return;
  c->subject = one_before(p, c);
  if (c->kind == CLAUSE_COORDINATE && c->subject == NONE) c->subject = up->subject;
  if (c->kind == CLAUSE_COMPLEMENT && c->subject == NONE) c->subject = whose_statement(p, c, up->subject);
  if (c->subject == NONE && c->kind == CLAUSE_COMPLEMENT && up->lone == NONE) c->subject = dative_of(p, c->up);
  if (c->subject == NONE || reading(p, c->verb)->number != NUMBER_PLURAL || told_as_many(p, c->subject)) return;
  uint32_t many = many_before(p, c);
  if (many != NONE) c->subject = many;
  if (many == NONE && says_of_others(p, c)) c->subject = NONE;
}

/* «بدعم من فرنسا التي شنت غارات» (with the help of France, which launched strikes): a country that does what the clause
 * on its name tells acts as the state, whatever governs the name. */
static void name_state(Parser *p, const Clause *c) {
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || c->subject != c->head || c->object == NONE || c->passive) return;
  if (c->sets & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_WITNESS) | SET_BIT(SET_OCCURS)) || c->resumptive) return;
  Phrase *f = &p->phrases.at[c->head];
  if (f->place != NONE && parse_stands_for_state(&p->in->mentions->places[f->place])) f->classes |= p->k.state;
}

void parse_borrow(Parser *p, Clause *c) {
  borrow_subject(p, c);
  take_up_head(p, c);
  turn_passive(p, c);
  name_state(p, c);
}
