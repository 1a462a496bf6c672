#include "code/match.h"

#include "code/near.h"
#include "code/stock.h"

/* ---------------------------------------------------------------- who carries a noun */

static const Phrase *phrase(const MatchInput *m, uint32_t i) { return &m->c->phrases[i]; }
static const Clause *clause(const MatchInput *m, uint32_t i) { return &m->c->clauses[i]; }

/* Up from «عمليات» in «سلسلة من العمليات», «تنفيذ عملية», «حصيلة الهجمات»: nouns of measure
 * and masdars of light verbs stand for what they govern. */
static bool transparent(const MatchInput *m, const Phrase *f) {
  if (f->classes & (m->k->measure | m->k->light)) return true;
  const Lexicon *lexicon = m->g->lexicon;
  if (f->form != FORM_MASDAR || f->lemma >= lexicon->n) return false;
  uint32_t verb = lexicon->lemmas[f->lemma].verb;
  return verb < lexicon->n && (lexicon->lemmas[verb].classes & (m->k->light | m->k->aspect)) != 0;
}

static uint32_t climb(const MatchInput *m, uint32_t i) {
  for (uint32_t steps = 0; steps < 6; steps++) {
    const Phrase *f = phrase(m, i);
    if (f->up == NONE) return i;
    bool up = f->link == LINK_CONJ || f->link == LINK_OBJECT || /* «اثنين من التفجيرات» */
              (f->link == LINK_PREP && phrase(m, f->up)->head == NONE && phrase(m, f->up)->number != NONE) ||
              ((f->link == LINK_IDAFA || f->link == LINK_PREP) && transparent(m, phrase(m, f->up)));
    if (!up) return i;
    i = f->up;
  }
  return i;
}

/* The relative clause that hangs on a phrase, or NONE. */
static uint32_t relative_on(const MatchInput *m, uint32_t i) {
  uint32_t from = phrase(m, i)->clause, sentence = clause(m, from)->sentence;
  for (uint32_t k = from + 1; k < m->c->nclauses && k < from + 8 && clause(m, k)->sentence == sentence; k++)
    if (clause(m, k)->kind == CLAUSE_RELATIVE && clause(m, k)->head == i && clause(m, k)->verb != NONE) return k;
  return NONE;
}

/* «اتهمت دمشق إسرائيل بشن غارات» */
static bool accuses(const MatchInput *m, uint32_t c, uint32_t act) {
  return clause(m, c)->sets & SET_BIT(SET_ALLEGED) && phrase(m, act)->prep == m->g->prep_bi &&
         clause(m, c)->object != NONE;
}

static uint32_t carrier_of(const MatchInput *m, uint32_t i) {
  uint32_t top = climb(m, i), c = phrase(m, top)->clause;
  if (clause(m, c)->verb == NONE) return NONE;
  bool argument = clause(m, c)->subject == top || clause(m, c)->object == top;
  if (argument || (phrase(m, top)->prep != NONE && phrase(m, top)->link != LINK_PREP)) return c;
  if (phrase(m, top)->prep != NONE && (clause(m, c)->classes & (m->k->light | m->k->aspect | m->k->result) ||
                                       clause(m, c)->sets & SET_BIT(SET_SUFFERED)))
    return c;
  if (accuses(m, c, top)) return c;
  return NONE;
}

/* ---------------------------------------------------------------- sources */

static bool classes_hold(const MatchInput *m, ClassSet only, ClassSet without, const Phrase *f) {
  ClassSet classes = f->classes;
  if (f->actor != NONE) classes |= m->k->force & only;
  if (f->person != NONE) classes |= m->k->person;
  if (without & classes) return false;
  return !only || (only & classes) != 0;
}

static void put(Fillers *out, uint32_t i, uint32_t only) {
  if (out->n == FILLERS_MAX) return;
  out->only[out->n] = only;
  out->at[out->n++] = i;
}

/* «تفجير سيارة مفخخة»: the car is what it was done with. */
static bool rigged(const MatchInput *m, const Phrase *f) {
  if (!(f->classes & m->k->vehicle)) return false;
  for (uint32_t i = f->head == NONE ? f->last : f->head + 1; i < f->last; i++) {
    uint32_t lemma = word_best(m->in->words, i)->lemma;
    if (lemma < m->g->lexicon->n && m->g->lexicon->lemmas[lemma].classes & m->k->explosive) return true;
  }
  return false;
}

static void add(const MatchInput *m, Fillers *out, const FrameSource *s, uint32_t i) {
  if (i == NONE || out->n == FILLERS_MAX) return;
  const Phrase *f = phrase(m, i);
  if (f->date != NONE || !classes_hold(m, s->only, s->without, f)) return;
  if (f->head != NONE && m->c->marks[f->head] & SET_BIT(SET_NO_PART)) return;
  if (rigged(m, f)) return;
  /* what is a time or an act and nothing else takes part in nothing, unless the frame asks for it */
  bool stands_for = f->head != NONE && m->c->marks[f->head] & SET_BIT(SET_STANDS_FOR);
  ClassSet acts =
      stands_for ? 0 : m->k->time | m->k->event | m->k->deed | m->k->light | m->k->result | m->k->measure | m->k->plan;
  if (f->classes & acts & ~s->only && !(f->classes & ~acts) && f->actor == NONE && f->person == NONE) return;
  for (uint32_t k = 0; k < out->n; k++)
    if (out->at[k] == i) return;
  put(out, i, NONE);
}

/* «قوات النظام والمسلحين الموالين له»: a side joined to the complement of another stands beside the whole. */
static bool beside_complement(const MatchInput *m, uint32_t i, uint32_t k) {
  ClassSet side = m->k->force | m->k->fighter | m->k->group;
  const Phrase *f = phrase(m, k), *whole = phrase(m, i);
  if (!(f->classes & side) || !(whole->classes & side) || f->pronoun || f->prep != NONE) return false;
  uint32_t up = f->up;
  for (uint32_t steps = 0; up != NONE && up > i && steps < 3; steps++) up = phrase(m, up)->up;
  return up == i;
}

/* A phrase and all that «و» joins to it. */
static void add_joined(const MatchInput *m, Fillers *out, const FrameSource *s, uint32_t i) {
  if (i == NONE) return;
  uint32_t before = out->n;
  add(m, out, s, i);
  if (out->n == before) return;
  uint32_t sentence = clause(m, phrase(m, i)->clause)->sentence;
  for (uint32_t k = i + 1; k < m->c->nphrases && k < i + 24; k++) {
    if (clause(m, phrase(m, k)->clause)->sentence != sentence) break;
    if (phrase(m, k)->link != LINK_CONJ) continue;
    if (phrase_root(m->c, k) == phrase_root(m->c, i) || beside_complement(m, i, k)) add(m, out, s, k);
  }
}

static uint32_t idafa_of(const MatchInput *m, uint32_t i) {
  uint32_t next = i + 1;
  if (next < m->c->nphrases && phrase(m, next)->link == LINK_IDAFA && phrase(m, next)->up == i) return next;
  return NONE;
}

/* The iḍāfa complement; of a compound trigger, its last word's. */
static uint32_t complement_of(const MatchInput *m, const Match *x) {
  uint32_t first = idafa_of(m, x->phrase);
  return x->compound && first != NONE ? idafa_of(m, first) : first;
}

static uint32_t object_of_masdar(const MatchInput *m, uint32_t i) {
  for (uint32_t k = i + 1; k < m->c->nphrases && k < i + 6; k++)
    if (phrase(m, k)->link == LINK_OBJECT && phrase(m, k)->up == i) return k;
  return NONE;
}

static bool is_verb(const MatchInput *m, uint32_t token) {
  const Clause *c = clause(m, m->c->clause_of[token]);
  return c->verb == token;
}

/* Does the verb lend its subject to the act that is its object: «نفذ», «تبنى», «تمكن من»? */
static bool lends_subject(const MatchInput *m, const Clause *c) {
  return c->classes & (m->k->light | m->k->aspect) || c->sets & SET_BIT(SET_CLAIMED);
}

/* «أعلن», «نفذ», «بدأ»: whoever is its subject has done what it tells of; not «انتقد», «نسب». */
static bool tells_own(const MatchInput *m, const Clause *c) {
  return c->classes & (m->k->light | m->k->aspect) || c->sets & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT));
}

static uint32_t subject_of(const MatchInput *m, const Match *x) {
  if (x->phrase == NONE) return clause(m, x->clause)->subject;
  if (x->relative != NONE) {
    const Clause *c = clause(m, x->relative);
    bool witness = (c->sets & SET_BIT(SET_WITNESS)) != 0; /* «الهجمات التي شهدتها البلاد» */
    if (c->object == x->phrase && c->subject != NONE && !witness) return c->subject;
  }
  if (x->carrier != NONE) {
    const Clause *c = clause(m, x->carrier);
    uint32_t top = climb(m, x->phrase);
    bool suffers = (c->sets & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_WITNESS))) != 0;
    SetMask beside = SET_BIT(SET_AFTER) | SET_BIT(SET_ALONGSIDE); /* «تمكن من … وسط فرار المسلحين» */
    suffers |= phrase(m, top)->prep != NONE && m->c->marks[phrase(m, top)->prep_token] & beside;
    /* «لقي سبعة مصرعهم في عملية»: the verb carries another noun */
    suffers |= phrase(m, top)->prep != NONE && c->object != NONE && phrase(m, c->object)->pronoun;
    if (c->subject != top && c->subject != x->phrase && lends_subject(m, c) && !suffers) return c->subject;
    /* «اتهمت دمشق إسرائيل بشن غارات»: who is accused has done it */
    if (accuses(m, x->carrier, top)) return c->object;
  }
  uint32_t up = phrase(m, x->phrase)->up;
  /* «أعلن التحالف تنفيذ عملية»: who announces his deed has done it */
  if (phrase(m, x->phrase)->link == LINK_IDAFA && transparent(m, phrase(m, up)) && phrase(m, up)->form == FORM_MASDAR) {
    const Clause *c = clause(m, phrase(m, up)->clause);
    if (c->sets & SET_BIT(SET_SUFFERED)) return NONE; /* «نجا القائد من محاولة اغتيال» */
    return c->verb == NONE || tells_own(m, c) ? c->subject : NONE;
  }
  /* «تنفيذ التحالف الدولي عمليتين»: the masdar's iḍāfa is the subject */
  if (phrase(m, x->phrase)->link != LINK_OBJECT || up == NONE) return NONE;
  return phrase(m, up)->pronoun ? clause(m, phrase(m, up)->clause)->subject : idafa_of(m, up);
}

/* The subject, or the one argument of a verb that may be its subject: «انفجرت عبوة». */
static uint32_t lone_subject(const MatchInput *m, const Match *x) {
  uint32_t subject = subject_of(m, x);
  if (subject != NONE || x->phrase != NONE) return subject;
  return clause(m, x->clause)->lone;
}

static uint32_t object_of(const MatchInput *m, const Match *x) {
  if (x->phrase == NONE) return clause(m, x->clause)->object;
  if (x->relative != NONE) {
    const Clause *c = clause(m, x->relative);
    bool suffers = c->sets & SET_BIT(SET_SUFFERED) && c->resumptive && !c->passive;
    if (suffers && c->own_subject && c->subject != x->phrase) return c->subject; /* «هجمات تعرضت لها البلاد» */
    if (c->subject == x->phrase && !(c->classes & m->k->result) && c->object != NONE) return c->object;
  }
  if (x->carrier != NONE) {
    const Clause *c = clause(m, x->carrier);
    uint32_t top = climb(m, x->phrase);
    if (c->subject == top || c->subject == x->phrase) return c->object;
    if (c->sets & SET_BIT(SET_SUFFERED)) return c->subject != NONE ? c->subject : c->lone; /* «تعرضت القرى لقصف» */
  }
  return object_of_masdar(m, x->phrase);
}

/* Where the phrases that a trigger may govern end: at the next act of another clause. */
static uint32_t reach_of(const MatchInput *m, const Match *x) {
  uint32_t own = clause(m, x->clause)->last;
  if (x->relative == NONE || clause(m, x->relative)->classes & m->k->result) return own;
  uint32_t end = clause(m, x->relative)->last;
  return end > own ? end : own;
}

/* «ضد التنظيم في سوريا وضد المتمردين في العراق»: the preposition said anew with «و». */
static void add_repeated(const MatchInput *m, Fillers *out, const FrameSource *s, uint32_t i) {
  uint32_t of = phrase(m, i)->clause;
  for (uint32_t k = i + 1; k < m->c->nphrases && k < i + 8 && phrase(m, k)->clause == of; k++) {
    const Phrase *f = phrase(m, k);
    bool again = f->prep == s->prep && f->link != LINK_CONJ;
    if (again && word_best(m->in->words, f->prep_token)->clitics & CLITIC_CONJ) add_joined(m, out, s, k);
  }
}

/* Right on the phrase, or on its iḍāfa. */
static bool hangs_on(const MatchInput *m, uint32_t i, uint32_t on) {
  uint32_t up = phrase(m, i)->up;
  for (uint32_t steps = 0; up != NONE && up != on && steps < 3 && phrase(m, up)->link == LINK_IDAFA; steps++)
    up = phrase(m, up)->up;
  return up == on;
}

/* «مسلحون على دراجات نارية»: what they ride, and not whom against. */
static bool ridden(const MatchInput *m, const Phrase *f) {
  if (f->link != LINK_PREP || f->up == NONE || !(f->classes & m->k->vehicle) || f->definite || f->number != NONE)
    return false;
  const Phrase *up = phrase(m, f->up);
  return up->last == f->prep_token && !up->definite &&
         (up->classes & (m->k->fighter | m->k->person | m->k->group)) != 0;
}

static bool is_protest(const MatchInput *m, const Match *x) {
  const Frame *f = &m->g->frames[x->frame];
  return f->type_row != FRAME_NO_TYPE && str_eq(m->g->types[f->type_row].class, STR("PROTEST"));
}

static void add_prep(const MatchInput *m, const Match *x, const FrameSource *s, Fillers *out) {
  uint32_t end = reach_of(m, x), from = x->phrase != NONE ? x->phrase + 1 : 0;
  const Phrase *list = m->c->phrases;
  if (x->phrase == NONE) {
    uint32_t begins = clause(m, x->clause)->first;
    uint32_t low = 0, high = m->c->nphrases;
    while (low < high) {
      uint32_t mid = (low + high) / 2;
      if (list[mid].first < begins)
        low = mid + 1;
      else
        high = mid;
    }
    from = low;
  }
  for (uint32_t i = from; i < m->c->nphrases && list[i].first < end; i++) {
    if (list[i].prep != s->prep || list[i].link == LINK_CONJ || ridden(m, &list[i])) continue;
    if (list[i].clause != x->clause && list[i].clause != x->carrier && list[i].clause != x->relative) continue;
    /* «غارة للتحالف» is the alliance's, «غارة … مواقع للتنظيم» not the group's */
    if (s->prep == m->g->prep_li && x->phrase != NONE && !hangs_on(m, i, x->phrase)) continue;
    uint32_t before = out->n;
    add_joined(m, out, s, i);
    /* «احتجاجاً على قرار الحكومة»: against whom, and not what */
    if (out->n == before && s->only && list[i].form == FORM_MASDAR && is_protest(m, x))
      add_joined(m, out, s, idafa_of(m, i));
    if (out->n == before) continue;
    add_repeated(m, out, s, i);
    return;
  }
}

/* An adjective of nationality inside the trigger's own phrase stands for the actor. */
static void add_adj(const MatchInput *m, const Match *x, Fillers *out) {
  if (x->phrase == NONE) return;
  const Mentions *mentions = m->in->mentions;
  uint32_t low = place_from(m->in, x->token + 1);
  if (low < mentions->nplaces && mentions->places[low].adjective &&
      mentions->places[low].first < phrase(m, x->phrase)->last)
    put(out, x->phrase, mentions->places[low].first);
}

/* The complement of the trigger noun; of a verb's subject («ارتفعت وتيرة هجمات التنظيم»: as far
 * down as the classes that are asked for). */
static void add_complement(const MatchInput *m, const Match *x, const FrameSource *s, Fillers *out) {
  if (x->phrase != NONE) {
    add_joined(m, out, s, complement_of(m, x));
    return;
  }
  uint32_t i = lone_subject(m, x);
  for (uint32_t steps = 0; i != NONE && !out->n && steps < 3; steps++) {
    i = idafa_of(m, i);
    add_joined(m, out, s, i);
  }
}

static uint32_t counted_above(const MatchInput *m, const Match *x);

/* «المتحدث باسم الجيش», «مصادر في قيادة الجيش»: for whom he speaks. */
static uint32_t body_of(const MatchInput *m, uint32_t speaker, ClassSet only) {
  enum { BEHIND_MOST = 4 };
  if (!(phrase(m, speaker)->classes & (m->k->spokesman | m->k->informant | m->k->official))) return NONE;
  for (uint32_t i = speaker + 1; i < m->c->nphrases && i <= speaker + BEHIND_MOST; i++) {
    const Phrase *f = phrase(m, i);
    if (f->link == LINK_FREE || f->link == LINK_CONJ || f->clause != phrase(m, speaker)->clause) return NONE;
    if (f->place == NONE && f->person == NONE && f->classes & only) return i;
  }
  return NONE;
}

/* «أعلن التحالف غارتين», «أعلن الجيش عن تنفيذ غارتين»: the subject of the verb of saying whose object the act is. */
static uint32_t announcer_of(const MatchInput *m, const Match *x, ClassSet only) {
  if (x->phrase == NONE) return NONE;
  uint32_t top = climb(m, x->phrase);
  const Clause *c = clause(m, phrase(m, top)->clause);
  if (c->verb == NONE || !(c->classes & m->k->speech) || c->passive || c->negated || c->subject == NONE) return NONE;
  if (!(c->sets & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT)))) return NONE; /* «انتقدت الوزارة القصف» */
  bool about = phrase(m, top)->prep != NONE && m->c->marks[phrase(m, top)->prep_token] & SET_BIT(SET_ORIGIN_OF);
  if (c->object != top && !about) return NONE;
  if (phrase(m, c->subject)->classes & only) return c->subject; /* an actor that monitors has done nothing */
  return body_of(m, c->subject, only);
}

/* «بلغت حصيلة القتلى منذ … 350 ألف شخص»: the number that the sentence comes to. */
static uint32_t counted_behind(const MatchInput *m, const Match *x) {
  enum { NEXT_NEAR = 12 };
  if (x->phrase == NONE) return NONE;
  for (uint32_t i = x->phrase + 1; i < m->c->nphrases && i < x->phrase + NEXT_NEAR; i++) {
    const Phrase *f = phrase(m, i);
    if (clause(m, f->clause)->sentence != clause(m, x->clause)->sentence) break;
    if (f->number == NONE || f->date != NONE || f->classes & (m->k->time | m->k->area | m->k->event)) continue;
    if (m->in->numbers->at[f->number].kind == NUMBER_CARDINAL && m->in->numbers->at[f->number].min >= 1) return i;
  }
  return NONE;
}

static bool told_passive(const MatchInput *m, const Match *x) {
  return x->phrase == NONE && (clause(m, x->clause)->passive || clause(m, x->clause)->object != NONE);
}

/* «بين الجيش وحلفائه من جهة، ومسلحين من جهة أخرى»: all up to the first «من جهة» are the one side. */
static uint32_t first_side(const MatchInput *m, const Fillers *both) {
  for (uint32_t k = 1; k < both->n; k++)
    for (uint32_t i = phrase(m, both->at[k - 1])->last; i < phrase(m, both->at[k])->first; i++)
      if (m->c->marks[i] & SET_BIT(SET_ONE_SIDE)) return k;
  return 1;
}

/* «بين الجيش ومسلحين»: the side named first acts, the others are whom against. */
static void take_rest(const MatchInput *m, Fillers *both, Fillers *out) {
  uint32_t side = first_side(m, both);
  for (uint32_t k = side; k < both->n; k++) put(out, both->at[k], NONE);
  if (out->n) both->n = side;
}

/* «قبل أن تعتقله الشرطة», «أردوه»: the one person told last whom the pronoun on the verb may take up. */
static uint32_t taken_up_by(const MatchInput *m, const Clause *c) {
  enum { BACK_MOST = 12 };
  uint8_t number = word_best(m->in->words, c->verb)->enclitic >> 2 & 3,
          gender = word_best(m->in->words, c->verb)->enclitic >> 4 & 3;
  const ClassSet people = m->k->person | m->k->fighter | m->k->leader | m->k->official | m->k->security;
  uint32_t from = NONE;
  for (uint32_t i = c->verb, steps = 0; i-- > 0 && from == NONE && steps < BACK_MOST; steps++)
    from = m->c->phrase_of[i];
  for (uint32_t i = from, steps = 0; i != NONE && steps < BACK_MOST; i = i ? i - 1 : NONE, steps++) {
    const Phrase *f = phrase(m, i);
    if (clause(m, f->clause)->sentence != c->sentence) return NONE;
    if (f->head == NONE || f->date != NONE || !(f->classes & people || f->person != NONE)) continue;
    if (number != NUMBER_SINGULAR || f->plural || f->number != NONE || f->link == LINK_IDAFA) continue;
    if (word_best(m->in->words, f->head)->gender == gender) return i;
  }
  return NONE;
}

static void fill(const MatchInput *m, Match *x, uint32_t role) {
  const Frame *frame = &m->g->frames[x->frame];
  Fillers *out = &x->roles[role];
  for (uint32_t i = frame->first[role]; i < frame->first[role] + frame->n[role] && !out->n; i++) {
    const FrameSource *s = &m->g->sources[i];
    switch (s->from) {
      case FROM_SUBJECT:
        /* with classes asked for, the one argument that is of them is the doer: «غادر رتل» */
        add_joined(m, out, s,
                   role == ROLE_VICTIM || (s->only && !told_passive(m, x)) ? lone_subject(m, x) : subject_of(m, x));
        break;
      case FROM_OBJECT: {
        bool masdar = frame->kind == FRAME_OUTCOME && x->phrase != NONE; /* its own, and not its verb's */
        add_joined(m, out, s, masdar ? object_of_masdar(m, x->phrase) : object_of(m, x));
        break;
      }
      case FROM_IDAFA:
        if (role != ROLE_AGENT || !x->of_place) add_complement(m, x, s, out);
        break;
      case FROM_PREP: add_prep(m, x, s, out); break;
      case FROM_ADJ: add_adj(m, x, out); break;
      case FROM_NUMBER:
        if (x->phrase != NONE) put(out, x->phrase, NONE);
        break;
      case FROM_NEXT: add(m, out, s, counted_behind(m, x)); break;
      case FROM_UP: add(m, out, s, counted_above(m, x)); break;
      case FROM_ANNOUNCER: add_joined(m, out, s, announcer_of(m, x, s->only)); break;
      case FROM_REST: take_rest(m, &x->roles[ROLE_AGENT], out); break;
      default: break;
    }
  }
  const Clause *c = clause(m, x->clause);
  bool pronoun = frame->kind == FRAME_OUTCOME && role == ROLE_VICTIM && x->phrase == NONE && c->verb == x->token;
  if (pronoun && !out->n && c->object_pronoun && c->object == NONE && c->kind != CLAUSE_RELATIVE) {
    uint32_t who = taken_up_by(m, c);
    if (who != NONE) put(out, who, NONE);
  }
}

/* ---------------------------------------------------------------- conditions */

/* A word of the grammar means every lemma that is spelt so. */
static bool same_word(const MatchInput *m, uint32_t a, uint32_t b) {
  const Lexicon *l = m->g->lexicon;
  return a < l->n && b < l->n && l->lemmas[a].text == l->lemmas[b].text;
}

static bool phrase_is(const MatchInput *m, const FrameCondition *c, uint32_t i) {
  if (i == NONE) return false;
  const Phrase *f = phrase(m, i);
  if (c->lemma != LEMMA_NONE) return same_word(m, f->lemma, c->lemma);
  return !c->classes || (classes_hold(m, c->classes, 0, f) && (f->classes & c->classes));
}

static bool adjective_is(const MatchInput *m, const FrameCondition *c, const Phrase *f) {
  for (uint32_t i = f->head == NONE ? f->last : f->head + 1; i < f->last; i++) {
    uint32_t lemma = word_best(m->in->words, i)->lemma;
    if (lemma >= m->g->lexicon->n) continue;
    if (c->lemma != LEMMA_NONE ? same_word(m, lemma, c->lemma)
                               : (m->g->lexicon->lemmas[lemma].classes & c->classes) != 0)
      return true;
  }
  return false;
}

/* «احتجاجاً على انقطاع المياه»: whatever a preposition of several words governs, acts too. */
static bool by_several_words(const MatchInput *m, const Match *x, uint32_t prep) {
  enum { CLAUSE_MOST = 60 };
  const Clause *c = clause(m, x->clause);
  for (uint32_t i = c->first; i < c->last && i < c->first + CLAUSE_MOST; i++)
    if (prep != PREP_NONE && m->c->mark_prep[i] == prep && m->c->mark_n[i] > 1) return true;
  return false;
}

static bool prep_is(const MatchInput *m, const FrameCondition *c, const Match *x) {
  const Clause *in = clause(m, x->clause);
  /* «الأراضي التي استولى عليها», «استولى عليها»; what a noun's own stands for is of no known class */
  bool unknown = c->classes && x->phrase != NONE && m->g->frames[x->frame].kind != FRAME_FIGURE;
  bool pronoun = c->prep != NONE && in->pronoun_prep == c->prep && !unknown;
  if (pronoun)
    return in->kind != CLAUSE_RELATIVE || in->head == NONE || !c->classes ||
           classes_hold(m, c->classes, 0, phrase(m, in->head));
  FrameSource s = {.only = c->classes, .prep = c->prep, .from = FROM_PREP};
  Fillers found = {.n = 0};
  add_prep(m, x, &s, &found);
  return found.n > 0 || (!c->classes && by_several_words(m, x, c->prep));
}

/* The number of a noun, or the bare one that it stands behind: «43 ألفاً من العائلات». */
static uint32_t counted_by(const MatchInput *m, const Phrase *f) {
  if (f->number != NONE || f->link != LINK_PREP || f->up == NONE) return f->number;
  bool partitive = (m->c->marks[f->prep_token] & SET_BIT(SET_PARTITIVE)) != 0;
  return partitive && phrase(m, f->up)->head == NONE ? phrase(m, f->up)->number : NONE;
}

static bool negated_at(const MatchInput *m, uint32_t token, uint32_t within) {
  for (uint32_t i = token, steps = 0; i-- > 0 && steps < within; steps++) {
    if (m->in->text->tokens[i].kind == TOKEN_PUNCT) return false;
    if (m->c->marks[i] & SET_BIT(SET_NEGATION)) return true;
  }
  return false;
}

/* «دون إصابات», «دون وقوع إصابات», «لم يسفر عن إصابات» */
static bool negated(const MatchInput *m, const Match *x) {
  if (negated_at(m, x->first, 2)) return true;
  const Clause *c = clause(m, x->clause);
  if (x->phrase == NONE || c->verb == NONE || !(c->classes & m->k->result)) return false;
  return c->negated || negated_at(m, c->verb, 2);
}

static bool verb_is(const MatchInput *m, const FrameCondition *c, const Clause *of) {
  if (c->lemma == LEMMA_NONE && !c->classes) return of->verb != NONE;
  if (of->verb == NONE || of->negated) return false;
  if (c->lemma != LEMMA_NONE) return same_word(m, of->lemma, c->lemma);
  return (of->classes & c->classes) != 0;
}

static bool up_is(const MatchInput *m, const FrameCondition *c, uint32_t i) {
  for (uint32_t steps = 0; i != NONE && steps < 3; steps++) {
    i = phrase(m, i)->up;
    if (phrase_is(m, c, i)) return true;
  }
  return false;
}

static bool clause_has(const MatchInput *m, const FrameCondition *c, const Match *x) {
  const Clause *in = clause(m, x->clause);
  for (uint32_t i = in->first; i < in->last && i < in->first + 60; i++) {
    uint32_t at = m->c->phrase_of[i];
    if (at != NONE && at != x->phrase && phrase(m, at)->first == i && phrase_is(m, c, at)) return true;
  }
  return false;
}

/* «تجمع العشرات في الميدان وهم يحملون لافتات»: whatever the clause is that tells of it. */
static bool near_is(const MatchInput *m, const FrameCondition *c, const Match *x) {
  enum { NEAR = 30 };
  uint32_t end = m->in->text->sentences[clause(m, x->clause)->sentence].last;
  for (uint32_t i = x->last; i < end && i < x->last + NEAR; i++) {
    uint32_t at = m->c->phrase_of[i];
    if (at != NONE && at != x->phrase && phrase(m, at)->first == i && phrase_is(m, c, at)) return true;
  }
  return false;
}

/* What the trigger hangs on, past what only parts it: «50 شخصاً بين قتيل وجريح». */
static uint32_t counted_above(const MatchInput *m, const Match *x) {
  uint32_t i = x->phrase == NONE ? NONE : phrase(m, x->phrase)->up;
  for (uint32_t steps = 0; i != NONE && phrase(m, i)->number == NONE && steps < 4; steps++) i = phrase(m, i)->up;
  if (i != NONE || x->phrase == NONE || x->phrase == 0) return i;
  const Phrase *own = phrase(m, x->phrase), *before = phrase(m, x->phrase - 1);
  uint32_t gap = own->prep == NONE ? own->first : own->prep_token;
  bool of_them =
      before->last + 1 == gap && m->c->marks[before->last] & SET_BIT(SET_SUBSET); /* «145 منهم بين قتيل وجريح» */
  return of_them && before->number != NONE && before->clause == own->clause ? x->phrase - 1 : NONE;
}

static bool condition_holds(const MatchInput *m, const FrameCondition *c, const Match *x) {
  if (c->dead) return false;
  const Phrase *f = x->phrase == NONE ? NULL : phrase(m, x->phrase);
  bool holds = false;
  switch (c->on) {
    case ON_ADJ: holds = f && adjective_is(m, c, f); break;
    case ON_IDAFA: holds = f && phrase_is(m, c, idafa_of(m, x->phrase)); break;
    case ON_OBJECT: holds = phrase_is(m, c, object_of(m, x)); break;
    case ON_SUBJECT: holds = phrase_is(m, c, lone_subject(m, x)); break;
    case ON_PREP: holds = prep_is(m, c, x); break;
    case ON_NUMBER: holds = f && counted_by(m, f) != NONE; break;
    case ON_PLURAL: holds = f && f->plural; break;
    case ON_DEFINITE: holds = f && f->definite; break;
    case ON_UNDER: holds = f && f->prep == c->prep && c->prep != PREP_NONE; break;
    case ON_NEGATION: holds = negated(m, x); break;
    case ON_HEAD: holds = phrase_is(m, c, x->phrase); break;
    case ON_VERB: holds = verb_is(m, c, clause(m, x->clause)); break;
    case ON_UP: holds = f && up_is(m, c, x->phrase); break;
    case ON_CLAUSE: holds = clause_has(m, c, x); break;
    case ON_NEAR: holds = near_is(m, c, x); break;
    case ON_SHARE: holds = f && f->number != NONE && m->in->numbers->at[f->number].kind == NUMBER_PERCENT; break;
    case ON_STOCK: holds = f && stock_told(m, x->phrase); break;
    case ON_QUOTED: holds = f && f->last < m->in->text->ntokens && token_sign(m->in->text, f->last) == '"'; break;
    default: break;
  }
  return holds != c->negated;
}

static bool form_holds(const MatchInput *m, const FrameTrigger *t, const Match *x, const Reading *r, bool by_verb) {
  const Lemma *lemma = &m->g->lexicon->lemmas[r->lemma];
  switch (t->form) {
    case TRIGGER_NOUN: return !by_verb && (r->pos == POS_NOUN || r->pos == POS_ADJ) && x->phrase != NONE;
    case TRIGGER_ADJ: return !by_verb && r->pos == POS_ADJ;
    case TRIGGER_VERB: return !by_verb && r->pos == POS_VERB && is_verb(m, x->token);
    case TRIGGER_PASSIVE:
      return !by_verb && r->pos == POS_VERB && is_verb(m, x->token) && clause(m, x->clause)->passive;
    case TRIGGER_ACTIVE:
      return !by_verb && r->pos == POS_VERB && is_verb(m, x->token) && !clause(m, x->clause)->passive;
    case TRIGGER_MASDAR: return by_verb && lemma->form == FORM_MASDAR && x->phrase != NONE;
    case TRIGGER_PARTICIPLE:
      return by_verb && (lemma->form == FORM_ACTIVE_PARTICIPLE || lemma->form == FORM_PASSIVE_PARTICIPLE);
    default: return false;
  }
}

/* ---------------------------------------------------------------- the pass */

static void note(const MatchInput *m, Arena *arena, Trace *trace, const Match *x, bool fired, Str why) {
  if (!trace) return;
  Span span = text_tokens_span(m->in->text, x->first, x->last);
  vec_push(&trace->steps, arena, (TraceStep){m->g->frames[x->frame].id, span, fired, why});
}

/* The best trigger of one lemma that holds, or NULL. */
static const FrameTrigger *best_of(const MatchInput *m, Arena *arena, Trace *trace, Match *x, const Reading *r,
                                   uint32_t lemma, bool by_verb) {
  uint32_t told = NONE; /* one note a frame */
  if (lemma >= m->g->lexicon->n) return NULL;
  for (uint32_t i = m->g->by_lemma[lemma]; i < m->g->by_lemma[lemma + 1]; i++) {
    const FrameTrigger *t = &m->g->triggers[i];
    x->frame = t->frame;
    if (!form_holds(m, t, x, r, by_verb)) continue;
    bool holds = true;
    for (uint32_t k = t->first; holds && k < t->first + t->n; k++) holds = condition_holds(m, &m->g->conditions[k], x);
    if (holds) return t;
    if (told != t->frame) note(m, arena, trace, x, false, STR("a condition of its trigger does not hold"));
    told = t->frame;
  }
  return NULL;
}

static bool inside_name(const MatchInput *m, uint32_t token) {
  uint32_t i = m->c->phrase_of[token];
  if (i == NONE) return false;
  const Phrase *f = phrase(m, i);
  return (f->actor != NONE || f->person != NONE || f->place != NONE || f->date != NONE) && f->head != token;
}

static Match match_base(const MatchInput *m, uint32_t token) {
  Match x = {.token = token, .first = token, .last = token + 1, .phrase = NONE, .carrier = NONE, .relative = NONE};
  x.clause = m->c->clause_of[token];
  uint32_t at = m->c->phrase_of[token];
  if (at == NONE || is_verb(m, token)) return x;
  const Phrase *f = phrase(m, at);
  if (f->head != token) return x;
  x.phrase = at;
  x.first = f->first;
  x.last = f->actor == NONE ? f->last : token + 1;
  x.carrier = carrier_of(m, at);
  x.relative = relative_on(m, at);
  return x;
}

/* The trigger of a noun or verb that fits best, its own or that of the verb it is a masdar of. */
static const FrameTrigger *trigger_at(const MatchInput *m, Arena *arena, Trace *trace, Match *x) {
  const Reading *r = word_best(m->in->words, x->token);
  if (r->lemma >= m->g->lexicon->n) return NULL;
  const FrameTrigger *own = best_of(m, arena, trace, x, r, r->lemma, false);
  const FrameTrigger *by_verb = best_of(m, arena, trace, x, r, m->g->lexicon->lemmas[r->lemma].verb, true);
  return !own || (by_verb && by_verb->specificity > own->specificity) ? by_verb : own;
}

/* «شن هجوماً لاذعاً»: does the verb tell of nothing but its object, which is no act? */
static bool object_trapped(const MatchInput *m, Arena *arena, const Match *x, const FrameTrigger *t) {
  const FrameCondition *of = NULL;
  for (uint32_t k = t->first; k < t->first + t->n; k++)
    if (m->g->conditions[k].on == ON_OBJECT && m->g->conditions[k].lemma != LEMMA_NONE) of = &m->g->conditions[k];
  uint32_t object = of && x->phrase == NONE ? clause(m, x->clause)->object : NONE;
  if (object == NONE || phrase(m, object)->head == NONE) return false;
  Match noun = match_base(m, phrase(m, object)->head);
  const FrameTrigger *its = trigger_at(m, arena, NULL, &noun);
  return its && m->g->frames[its->frame].kind == FRAME_TRAP;
}

/* «تحرير العاصمة»: does the trigger ask for the place that is its complement? */
static bool governs_place(const MatchInput *m, const FrameTrigger *t, const Match *x) {
  uint32_t next = x->phrase == NONE ? NONE : idafa_of(m, x->phrase);
  if (next == NONE || !(phrase(m, next)->classes & m->k->area)) return false;
  for (uint32_t k = t->first; k < t->first + t->n; k++) {
    const FrameCondition *c = &m->g->conditions[k];
    if (c->on == ON_IDAFA && !c->negated && c->classes & m->k->area) return true;
  }
  return false;
}

static bool match_at(const MatchInput *m, Arena *arena, Trace *trace, uint32_t token, Match *out) {
  const Reading *r = word_best(m->in->words, token);
  if (r->lemma >= m->g->lexicon->n || m->c->clause_of[token] >= m->c->nclauses || inside_name(m, token)) return false;
  uint32_t verb = m->g->lexicon->lemmas[r->lemma].verb;
  bool any = m->g->by_lemma[r->lemma] < m->g->by_lemma[r->lemma + 1] ||
             (verb < m->g->lexicon->n && m->g->by_lemma[verb] < m->g->by_lemma[verb + 1]);
  if (!any) return false;
  Match x = match_base(m, token);
  if (x.phrase != NONE && phrase(m, x.phrase)->actor != NONE) return false;
  const FrameTrigger *t = trigger_at(m, arena, trace, &x);
  if (!t) return false;
  x.frame = t->frame;
  for (uint32_t k = t->first; k < t->first + t->n; k++)
    x.compound |= m->g->conditions[k].on == ON_IDAFA && m->g->conditions[k].lemma != LEMMA_NONE;
  x.of_place = governs_place(m, t, &x);
  if (m->g->frames[x.frame].kind == FRAME_TRAP || object_trapped(m, arena, &x, t)) {
    note(m, arena, trace, &x, true, STR("no record"));
    return false;
  }
  for (uint32_t role = 0; role < ROLE_COUNT; role++) fill(m, &x, role);
  *out = x;
  return true;
}

/* What is counted where no word of it is a trigger: «يضم المخيم أربعين ألف شخص». */
static bool counted_match(const MatchInput *m, Arena *arena, Trace *trace, uint32_t token, Match *out) {
  uint32_t at = m->c->phrase_of[token];
  if (at == NONE) return false;
  const Phrase *f = phrase(m, at);
  if (f->number == NONE || f->date != NONE || token != (f->head != NONE ? f->head : f->first)) return false;
  Match x = {.token = token,
             .first = f->first,
             .last = f->last,
             .phrase = at,
             .clause = m->c->clause_of[token],
             .carrier = carrier_of(m, at),
             .relative = relative_on(m, at)};
  if (x.clause >= m->c->nclauses) return false;
  bool share = m->in->numbers->at[f->number].kind == NUMBER_PERCENT;
  for (uint32_t i = m->g->by_lemma[m->g->lexicon->n]; i < m->g->ntriggers; i++) {
    const FrameTrigger *t = &m->g->triggers[i];
    x.frame = t->frame;
    bool holds = true, asks_share = false;
    for (uint32_t k = t->first; k < t->first + t->n; k++) asks_share |= m->g->conditions[k].on == ON_SHARE;
    if (share != asks_share) continue; /* «60 في المئة» of the fighters are no 60 fighters */
    for (uint32_t k = t->first; holds && k < t->first + t->n; k++) holds = condition_holds(m, &m->g->conditions[k], &x);
    if (!holds) continue;
    if (m->g->frames[x.frame].kind == FRAME_TRAP) return false;
    for (uint32_t role = 0; role < ROLE_COUNT; role++) fill(m, &x, role);
    note(m, arena, trace, &x, true, STR("fired"));
    *out = x;
    return true;
  }
  return false;
}

Matches matches_of(Arena *arena, const MatchInput *m, Trace *trace) {
  VEC(Match) list = {0};
  Match x;
  for (uint32_t i = 0; i < m->in->text->ntokens; i++) {
    if (m->in->text->tokens[i].kind == TOKEN_WORD && match_at(m, arena, trace, i, &x)) {
      vec_push(&list, arena, x);
      note(m, arena, trace, &x, true, STR("fired"));
    } else if (counted_match(m, arena, trace, i, &x)) {
      vec_push(&list, arena, x);
    }
  }
  return (Matches){list.at, list.n};
}
