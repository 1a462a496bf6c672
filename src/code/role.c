/* What fills a frame's roles: the subject, the object, the iḍāfa complement, a preposition's phrase.
 *
 * A frame names its sources in the order in which they are asked; each gives phrases that hold the classes
 * the frame wants. «شن الجيش غارة على المدينة»: the subject is the agent, what «على» governs the target. */
#include "code/role.h"

#include "code/carry.h"
#include "code/near.h"

bool classes_hold(const MatchInput *m, ClassSet only, ClassSet without, const Phrase *f) {
  ClassSet classes = f->classes;
  if (f->actor != NONE) classes |= m->k->force & only;
  if (f->person != NONE) classes |= m->k->person;
  if (without & classes) return false;
  return !only || (only & classes) != 0;
}

/* «تحرير وتأمين المواقع»: of two masdars joined with nothing between, the complement of the second is both's. */
static bool shares_complement(const MatchInput *m, uint32_t i, uint32_t next) {
  const Phrase *f = match_phrase(m, i), *g = match_phrase(m, next);
  bool bare = f->last == f->head + 1 && !f->pronoun && !f->definite;
  return f->form == FORM_MASDAR && g->form == FORM_MASDAR && g->link == LINK_CONJ && g->up == i && bare &&
         g->first == f->last;
}

uint32_t idafa_on(const MatchInput *m, uint32_t i) {
  enum { JOINED_MOST = 2 };
  for (uint32_t steps = 0, next = i + 1; next < m->c->nphrases && steps <= JOINED_MOST; steps++, i = next++) {
    if (match_phrase(m, next)->link == LINK_IDAFA && match_phrase(m, next)->up == i) return next;
    if (!shares_complement(m, i, next)) return NONE;
  }
  return NONE;
}

/* «أحد المواقع»: the positions. */
uint32_t whole_of(const MatchInput *m, uint32_t i) {
  const Phrase *f = match_phrase(m, i);
  return f->head != NONE && m->c->marks[f->head] & SET_BIT(SET_ONE_OF) ? idafa_on(m, i) : NONE;
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
  const Phrase *f = match_phrase(m, i);
  uint32_t of = s->from == FROM_PREP ? whole_of(m, i) : NONE;
  if (f->date != NONE || !classes_hold(m, s->only, s->without, of == NONE ? f : match_phrase(m, of))) return;
  if (s->lemma != LEMMA_NONE) {
    if (match_same_word(m, f->lemma, s->lemma)) put(out, i, NONE);
    return;
  }
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
  const Phrase *f = match_phrase(m, k), *whole = match_phrase(m, i);
  if (!(f->classes & side) || !(whole->classes & side) || f->pronoun || f->prep != NONE) return false;
  uint32_t up = f->up;
  for (uint32_t steps = 0; up != NONE && up > i && steps < 3; steps++) up = match_phrase(m, up)->up;
  return up == i;
}

/* «العميل سيرغي سكريبال وابنته»: what is joined to a name is joined to whom it names. */
static uint32_t joined_root(const MatchInput *m, uint32_t k) {
  uint32_t root = phrase_root(m->c, k);
  for (uint32_t steps = 0; steps < 3 && match_phrase(m, root)->link == LINK_APPOSITION; steps++)
    root = phrase_root(m->c, match_phrase(m, root)->up);
  return root;
}

/* A phrase and all that «و» joins to it. */
static void add_joined(const MatchInput *m, Fillers *out, const FrameSource *s, uint32_t i) {
  if (i == NONE) return;
  uint32_t before = out->n;
  add(m, out, s, i);
  if (out->n == before) return;
  uint32_t sentence = match_clause(m, match_phrase(m, i)->clause)->sentence;
  for (uint32_t k = i + 1; k < m->c->nphrases && k < i + 24; k++) {
    if (match_clause(m, match_phrase(m, k)->clause)->sentence != sentence) break;
    if (match_phrase(m, k)->link != LINK_CONJ) continue;
    if (joined_root(m, k) == phrase_root(m->c, i) || beside_complement(m, i, k)) add(m, out, s, k);
  }
}

/* The iḍāfa complement; of a compound trigger, its last word's. */
static uint32_t complement_of(const MatchInput *m, const Match *x) {
  uint32_t first = idafa_on(m, x->phrase);
  return x->compound && first != NONE ? idafa_on(m, first) : first;
}

static uint32_t object_of_masdar(const MatchInput *m, uint32_t i) {
  for (uint32_t k = i + 1; k < m->c->nphrases && k < i + 6; k++)
    if (match_phrase(m, k)->link == LINK_OBJECT && match_phrase(m, k)->up == i) return k;
  return NONE;
}

bool match_is_verb(const MatchInput *m, uint32_t token) {
  const Clause *c = match_clause(m, m->c->clause_of[token]);
  return c->verb == token;
}

/* Does the verb lend its subject to the act that is its object: «نفذ», «تبنى», «تمكن من», «أمر بـ»? */
static bool lends_subject(const MatchInput *m, const Clause *c) {
  return c->classes & (m->k->light | m->k->aspect) ||
         c->sets & (SET_BIT(SET_CLAIMED) | SET_BIT(SET_ENGAGES) | SET_BIT(SET_DECIDES));
}

/* «أعلن», «نفذ», «بدأ»: whoever is its subject has done what it tells of; not «انتقد», «نسب». */
static bool tells_own(const MatchInput *m, const Clause *c) {
  return c->classes & (m->k->light | m->k->aspect) || c->sets & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT));
}

/* «اتهم الرئيس حماس بالتورط في محاولة اغتيال»: who is accused of having to do with it; NONE. */
static uint32_t accused_of_link(const MatchInput *m, uint32_t act) {
  enum { UP_MOST = 3 };
  for (uint32_t steps = 0; act != NONE && steps < UP_MOST; steps++) {
    const Phrase *f = match_phrase(m, act);
    const Clause *c = match_clause(m, f->clause);
    if (f->head != NONE && m->c->marks[f->head] & SET_BIT(SET_LINKED))
      return c->verb != NONE && c->object != NONE && accuses(m, f->clause, act) ? c->object : NONE;
    if (f->link != LINK_IDAFA && f->link != LINK_PREP) return NONE;
    act = f->up;
  }
  return NONE;
}

static uint32_t subject_of(const MatchInput *m, const Match *x) {
  if (x->phrase == NONE) return match_clause(m, x->clause)->subject;
  if (x->relative != NONE) {
    const Clause *c = match_clause(m, x->relative);
    bool witness = (c->sets & SET_BIT(SET_WITNESS)) != 0; /* «الهجمات التي شهدتها البلاد» */
    if (c->object == x->phrase && c->subject != NONE && !witness) return c->subject;
    /* «العقوبات التي أعادت واشنطن فرضها» */
    bool doing =
        c->object != NONE && match_phrase(m, c->object)->pronoun && match_phrase(m, c->object)->form == FORM_MASDAR;
    if (doing && !c->resumptive && c->own_subject && c->subject != c->head && !c->passive) return c->subject;
  }
  if (x->carrier != NONE) {
    const Clause *c = match_clause(m, x->carrier);
    uint32_t top = climb_measures(m, x->phrase);
    bool suffers = (c->sets & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_WITNESS))) != 0;
    SetMask beside = SET_BIT(SET_AFTER) | SET_BIT(SET_ALONGSIDE); /* «تمكن من … وسط فرار المسلحين» */
    suffers |= match_phrase(m, top)->prep != NONE && m->c->marks[match_phrase(m, top)->prep_token] & beside;
    /* «لقي سبعة مصرعهم في عملية»: the verb carries another noun */
    suffers |= match_phrase(m, top)->prep != NONE && c->object != NONE && match_phrase(m, c->object)->pronoun;
    if (c->subject != top && c->subject != x->phrase && lends_subject(m, c) && !suffers) return c->subject;
    /* «اتهمت دمشق إسرائيل بشن غارات»: who is accused has done it */
    if (accuses(m, x->carrier, top)) return c->object != NONE ? c->object : c->lone;
  }
  uint32_t accused = accused_of_link(m, climb_measures(m, x->phrase));
  if (accused != NONE) return accused;
  if (m->g->frames[x->frame].kind == FRAME_FIGURE) { /* «جندت الميليشيا 200 طفل» */
    const Clause *c = match_clause(m, match_phrase(m, x->phrase)->clause);
    bool behind = c->verb != NONE && c->verb < x->token && !c->passive && !c->negated;
    return behind && c->subject != climb_measures(m, x->phrase) ? c->subject : NONE;
  }
  uint32_t up = match_phrase(m, x->phrase)->up;
  /* «أعلن التحالف تنفيذ عملية»: who announces his deed has done it */
  if (match_phrase(m, x->phrase)->link == LINK_IDAFA && stands_for_complement(m, match_phrase(m, up)) &&
      match_phrase(m, up)->form == FORM_MASDAR) {
    const Clause *c = match_clause(m, match_phrase(m, up)->clause);
    if (c->sets & SET_BIT(SET_SUFFERED)) return NONE; /* «نجا القائد من محاولة اغتيال» */
    return c->verb == NONE || tells_own(m, c) ? c->subject : NONE;
  }
  /* «تنفيذ التحالف الدولي عمليتين»: the masdar's iḍāfa is the subject */
  if (match_phrase(m, x->phrase)->link != LINK_OBJECT || up == NONE) return NONE;
  return match_phrase(m, up)->pronoun ? match_clause(m, match_phrase(m, up)->clause)->subject : idafa_on(m, up);
}

uint32_t match_lone_subject(const MatchInput *m, const Match *x) {
  uint32_t subject = subject_of(m, x);
  if (subject != NONE || x->phrase != NONE) return subject;
  return match_clause(m, x->clause)->lone;
}

/* «إعدام رجل أطلق النار»: the clause behind a masdar and whom it befell tells of him. */
static bool of_complement(const MatchInput *m, const Match *x, uint32_t clause) {
  const Clause *c = match_clause(m, clause);
  uint32_t who = idafa_on(m, x->phrase);
  if (who == NONE || !m->g->frames[x->frame].what.n || c->verb == NONE) return false;
  const Phrase *f = match_phrase(m, who);
  const ClassSet people = m->k->person | m->k->fighter | m->k->leader | m->k->official | m->k->civilian;
  return f->classes & people && !f->definite && f->actor == NONE && f->last <= c->verb;
}

uint32_t match_object(const MatchInput *m, const Match *x) {
  if (x->phrase == NONE) return match_clause(m, x->clause)->object;
  if (x->relative != NONE && !of_complement(m, x, x->relative)) {
    const Clause *c = match_clause(m, x->relative);
    bool suffers = c->sets & SET_BIT(SET_SUFFERED) && c->resumptive && !c->passive;
    if (suffers && c->own_subject && c->subject != x->phrase) return c->subject; /* «هجمات تعرضت لها البلاد» */
    if (c->subject == x->phrase && !(c->classes & (m->k->result | m->k->speech)) && c->object != NONE) return c->object;
  }
  if (x->carrier != NONE) {
    const Clause *c = match_clause(m, x->carrier);
    uint32_t top = climb_measures(m, x->phrase);
    bool his = top == x->phrase && of_complement(m, x, x->carrier);
    if ((c->subject == top || c->subject == x->phrase) && !his) return c->object;
    if (c->sets & SET_BIT(SET_SUFFERED)) return c->subject != NONE ? c->subject : c->lone; /* «تعرضت القرى لقصف» */
  }
  return object_of_masdar(m, x->phrase);
}

/* Where the phrases that a trigger may govern end: at the next act of another clause. */
static uint32_t reach_of(const MatchInput *m, const Match *x) {
  uint32_t own = match_clause(m, x->clause)->last;
  if (x->relative == NONE || match_clause(m, x->relative)->classes & m->k->result) return own;
  uint32_t end = match_clause(m, x->relative)->last;
  return end > own ? end : own;
}

/* «ضد التنظيم في سوريا وضد المتمردين في العراق»: the preposition said anew with «و». */
static void add_repeated(const MatchInput *m, Fillers *out, const FrameSource *s, uint32_t i) {
  uint32_t of = match_phrase(m, i)->clause;
  for (uint32_t k = i + 1; k < m->c->nphrases && k < i + 8 && match_phrase(m, k)->clause == of; k++) {
    const Phrase *f = match_phrase(m, k);
    bool again = f->prep == s->prep && f->link != LINK_CONJ;
    if (again && word_best(m->in->words, f->prep_token)->clitics & CLITIC_CONJ) add_joined(m, out, s, k);
  }
}

/* Right on the phrase, or on its iḍāfa. */
static bool hangs_on(const MatchInput *m, uint32_t i, uint32_t on) {
  uint32_t up = match_phrase(m, i)->up;
  for (uint32_t steps = 0; up != NONE && up != on && steps < 3; steps++) {
    const Phrase *f = match_phrase(m, up);
    bool act_joined = f->link == LINK_CONJ && f->form == FORM_MASDAR; /* «اعتقالات ومطاردات لجنود» */
    if (f->link != LINK_IDAFA && !act_joined) return false;
    up = f->up;
  }
  return up == on;
}

/* «مسلحون على دراجات نارية»: what they ride, and not whom against. */
static bool ridden(const MatchInput *m, const Phrase *f) {
  if (f->link != LINK_PREP || f->up == NONE || !(f->classes & m->k->vehicle) || f->definite || f->number != NONE)
    return false;
  const Phrase *up = match_phrase(m, f->up);
  return up->last == f->prep_token && !up->definite &&
         (up->classes & (m->k->fighter | m->k->person | m->k->group)) != 0;
}

static bool is_protest(const MatchInput *m, const Match *x) {
  const Frame *f = &m->g->frames[x->frame];
  return type_in(grammar_type(m->g, f->type_row), CLASS_BIT(PROTEST));
}

void role_add_prep(const MatchInput *m, const Match *x, const FrameSource *s, Fillers *out) {
  uint32_t end = reach_of(m, x), from = x->phrase != NONE ? x->phrase + 1 : 0;
  const Phrase *list = m->c->phrases;
  if (x->phrase == NONE) {
    uint32_t begins = match_clause(m, x->clause)->first;
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
    if (out->n == before && (!s->only || list[i].form == FORM_MASDAR) && is_protest(m, x)) {
      FrameSource whose = *s;
      if (!whose.only) whose.only = m->k->state | m->k->official | m->k->leader | m->k->organisation | m->k->force;
      add_joined(m, out, &whose, idafa_on(m, i));
    }
    if (out->n == before) continue;
    add_repeated(m, out, s, i);
    return;
  }
}

const PlaceMention *role_nisba(const MatchInput *m, const Match *x) {
  if (x->phrase == NONE) return NULL;
  const Mentions *mentions = m->in->mentions;
  uint32_t i = place_from(m->in, x->token + 1);
  bool own = i < mentions->nplaces && mentions->places[i].first < match_phrase(m, x->phrase)->last;
  return own && mentions->places[i].adjective ? &mentions->places[i] : NULL;
}

/* They stand for the actors: «اتفاق روسي أميركي». */
static void add_adj(const MatchInput *m, const Match *x, Fillers *out) {
  if (x->phrase == NONE) return;
  const Mentions *mentions = m->in->mentions;
  for (uint32_t i = place_from(m->in, x->token + 1);
       i < mentions->nplaces && mentions->places[i].first < match_phrase(m, x->phrase)->last; i++)
    if (mentions->places[i].adjective) put(out, x->phrase, mentions->places[i].first);
}

/* The complement of the trigger noun; of a verb's subject («ارتفعت وتيرة هجمات التنظيم»: as far
 * down as the classes that are asked for). */
static void add_complement(const MatchInput *m, const Match *x, const FrameSource *s, Fillers *out) {
  if (x->phrase != NONE) {
    uint32_t who = complement_of(m, x);
    /* «إحالة أوراق 36 متهماً» */
    if (who != NONE && match_phrase(m, who)->head != NONE && idafa_on(m, who) != NONE &&
        m->c->marks[match_phrase(m, who)->head] & SET_BIT(SET_STANDS_FOR))
      who = idafa_on(m, who);
    add_joined(m, out, s, who);
    return;
  }
  uint32_t i = match_lone_subject(m, x);
  for (uint32_t steps = 0; i != NONE && !out->n && steps < 3; steps++) {
    i = idafa_on(m, i);
    add_joined(m, out, s, i);
  }
}

/* «المتحدث باسم الجيش», «مصادر في قيادة الجيش»: for whom he speaks. */
static uint32_t body_of(const MatchInput *m, uint32_t speaker, ClassSet only) {
  enum { BEHIND_MOST = 4 };
  if (!(match_phrase(m, speaker)->classes & (m->k->spokesman | m->k->informant | m->k->official))) return NONE;
  for (uint32_t i = speaker + 1; i < m->c->nphrases && i <= speaker + BEHIND_MOST; i++) {
    const Phrase *f = match_phrase(m, i);
    if (f->link == LINK_FREE || f->link == LINK_CONJ || f->clause != match_phrase(m, speaker)->clause) return NONE;
    if (f->place == NONE && f->person == NONE && f->classes & only) return i;
  }
  return NONE;
}

/* «مؤكداً استعادة السيطرة»: right behind a participle of telling. */
static bool announced_on(const MatchInput *m, uint32_t phrase) {
  if (phrase == 0 || match_phrase(m, phrase)->prep != NONE) return false;
  const Phrase *o = match_phrase(m, phrase - 1);
  if (o->form != FORM_ACTIVE_PARTICIPLE || o->definite || o->lemma >= m->g->lexicon->n) return false;
  if (o->last != match_phrase(m, phrase)->first || o->clause != match_phrase(m, phrase)->clause) return false;
  uint32_t verb = m->g->lexicon->lemmas[o->lemma].verb;
  return verb < m->g->lexicon->n && m->g->sets_of_lemma[verb] & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT));
}

/* «أعلن التحالف غارتين», «أعلن الجيش عن تنفيذ غارتين»: the subject of the verb of saying whose object the act is. */
static uint32_t announcer_of(const MatchInput *m, const Match *x, ClassSet only) {
  if (x->phrase == NONE) return NONE;
  uint32_t top = climb_measures(m, x->phrase);
  const Clause *c = match_clause(m, match_phrase(m, top)->clause);
  if (announced_on(m, top) && c->verb != NONE && !c->passive && c->subject != NONE)
    return match_phrase(m, c->subject)->classes & only ? c->subject : NONE;
  if (c->verb == NONE || !(c->classes & m->k->speech) || c->passive || c->negated || c->subject == NONE) return NONE;
  if (!(c->sets & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT)))) return NONE; /* «انتقدت الوزارة القصف» */
  bool about =
      match_phrase(m, top)->prep != NONE && m->c->marks[match_phrase(m, top)->prep_token] & SET_BIT(SET_ORIGIN_OF);
  if (c->object != top && !about) return NONE;
  if (match_phrase(m, c->subject)->classes & only) return c->subject; /* an actor that monitors has done nothing */
  return body_of(m, c->subject, only);
}

/* «بلغت حصيلة القتلى منذ … 350 ألف شخص»: the number that the sentence comes to. */
static uint32_t counted_behind(const MatchInput *m, const Match *x) {
  enum { NEXT_NEAR = 12 };
  if (x->phrase == NONE) return NONE;
  for (uint32_t i = x->phrase + 1; i < m->c->nphrases && i < x->phrase + NEXT_NEAR; i++) {
    const Phrase *f = match_phrase(m, i);
    if (match_clause(m, f->clause)->sentence != match_clause(m, x->clause)->sentence) break;
    if (f->number == NONE || f->date != NONE || f->classes & (m->k->time | m->k->area | m->k->event)) continue;
    if (m->in->numbers->at[f->number].kind == NUMBER_CARDINAL && m->in->numbers->at[f->number].min >= 1) return i;
  }
  return NONE;
}

static bool told_passive(const MatchInput *m, const Match *x) {
  return x->phrase == NONE && (match_clause(m, x->clause)->passive || match_clause(m, x->clause)->object != NONE);
}

/* «بين الجيش وحلفائه من جهة، ومسلحين من جهة أخرى»: all up to the first «من جهة» are the one side. */
static uint32_t first_side(const MatchInput *m, const Fillers *both) {
  for (uint32_t k = 1; k < both->n; k++)
    for (uint32_t i = match_phrase(m, both->at[k - 1])->last; i < match_phrase(m, both->at[k])->first; i++)
      if (m->c->marks[i] & SET_BIT(SET_ONE_SIDE)) return k;
  return 1;
}

/* «بين الجيش ومسلحين»: the side named first acts, the others are whom against. */
static void take_rest(const MatchInput *m, Fillers *both, Fillers *out) {
  uint32_t side = first_side(m, both);
  for (uint32_t k = side; k < both->n; k++) put(out, both->at[k], NONE);
  if (out->n) both->n = side;
}

/* «قبل أن تعتقله الشرطة», «أردوه», «بعد اعتقاله»: the one person told last whom the pronoun on the word may take up. */
static uint32_t taken_up_by(const MatchInput *m, const Clause *c, uint32_t token) {
  enum { BACK_MOST = 12 };
  const Reading *word = word_best(m->in->words, token);
  uint8_t number = enclitic_number(word), gender = enclitic_gender(word);
  const ClassSet people = m->k->person | m->k->fighter | m->k->leader | m->k->official | m->k->security;
  uint32_t from = NONE;
  for (uint32_t i = token, steps = 0; i-- > 0 && from == NONE && steps < BACK_MOST; steps++) from = m->c->phrase_of[i];
  for (uint32_t i = from, steps = 0; i != NONE && steps < BACK_MOST; i = i ? i - 1 : NONE, steps++) {
    const Phrase *f = match_phrase(m, i);
    if (match_clause(m, f->clause)->sentence != c->sentence) return NONE;
    if (f->head == NONE || f->date != NONE || !(f->classes & people || f->person != NONE)) continue;
    if (number != NUMBER_SINGULAR || f->plural || f->number != NONE || f->link == LINK_IDAFA) continue;
    if (word_best(m->in->words, f->head)->gender == gender) return i;
  }
  return NONE;
}

/* «الرجل الذي ألقي القبض عليه», «الذي أقر وحكم عليه»: the person that the pronoun with the verb's preposition takes up.
 */
static uint32_t relative_person(const MatchInput *m, const Match *x) {
  const Clause *c = match_clause(m, x->clause);
  if (c->pronoun_prep == NONE || (x->phrase != NONE && c->object != x->phrase && c->subject != x->phrase)) return NONE;
  for (uint32_t steps = 0; steps < 3 && c->kind == CLAUSE_COORDINATE && c->up != NONE; steps++)
    c = match_clause(m, c->up);
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE) return NONE;
  const ClassSet people =
      m->k->person | m->k->fighter | m->k->leader | m->k->official | m->k->security | m->k->civilian;
  const Phrase *f = match_phrase(m, c->head);
  return f->person != NONE || (f->classes & people && f->actor == NONE) ? c->head : NONE;
}

/* «بعض الناجين», «السكان» */
static bool is_people(const MatchInput *m, const Phrase *f) {
  const EngineClasses *k = m->k;
  const ClassSet people = k->person | k->civilian | k->fighter | k->security | k->official | k->leader | k->force |
                          k->organisation | k->state | k->group | k->kin;
  const ClassSet others = k->event | k->victim | k->hostage;
  if (f->head != NONE && m->c->marks[f->head] & SET_BIT(SET_OTHERS)) return false; /* «آخر تطوراتها» */
  return f->classes & people && !(f->classes & others) && f->place == NONE;
}

/* «شنت "الأفريكوم" غارات», «علقت الخطوط الجوية رحلاتها»: a name that nothing is known of, before an object of its own.
 */
static bool subject_unknown(const MatchInput *m, const Match *x) {
  uint32_t i = subject_of(m, x);
  if (i == NONE) return false;
  const Phrase *f = match_phrase(m, i);
  const Clause *c = match_clause(m, f->clause);
  bool bare = f->head != NONE && f->prep == NONE && f->date == NONE && !f->pronoun && f->form != FORM_MASDAR;
  const Clause *carries = x->carrier == NONE ? NULL : match_clause(m, x->carrier);
  bool goes_on = carries && carries->joined && carries->subject == i && carries->classes & (m->k->light | m->k->aspect);
  /* not «تجمهر مسلح», «تواجد عسكري» */
  bool people = is_people(m, f) && (f->definite || f->first == 0 || m->c->phrase_of[f->first - 1] == NONE);
  if (bare && goes_on && people) return true; /* «تابع فريق البحث وتمكن من القبض على …» */
  if (!bare || !c->own_subject || c->subject != i || c->passive) return false;
  bool counted = f->number != NONE && m->in->numbers->at[f->number].min > 1;
  if (counted && f->first > c->verb && c->object == NONE) return false; /* «أنه أحال 48 شخصاً» */
  if (people && (x->phrase == NONE ? x->clause == f->clause : (c->classes & m->k->light) != 0)) return true;
  return f->definite && !f->classes && c->object != NONE && c->object != i;
}

/* «حملة اعتقالات طالت العشرات»: the object of the clause on a noun of what befalls people, where they are people. */
static uint32_t people_reached(const MatchInput *m, const Match *x) {
  if (x->relative == NONE) return NONE;
  const Clause *c = match_clause(m, x->relative);
  bool acts = c->subject == c->head && !c->passive && !c->negated && !(c->classes & (m->k->result | m->k->speech));
  return acts && c->object != NONE && is_people(m, match_phrase(m, c->object)) ? c->object : NONE;
}

/* «وجهت نيابة أمن الدولة تهماً»: what the doer is of is not whom the act befell. */
static bool of_doer(const MatchInput *m, const Frame *frame, const Match *x, uint32_t role) {
  if (x->phrase != NONE || (role != ROLE_TARGET && role != ROLE_VICTIM)) return false;
  if (frame->kind != FRAME_EVENT && frame->kind != FRAME_OUTCOME) return false;
  const Clause *c = match_clause(m, x->clause);
  if (c->subject == NONE || c->passive) return false;
  const Phrase *f = match_phrase(m, c->subject);
  ClassSet bodies = m->k->force | m->k->state | m->k->organisation | m->k->group | m->k->security | m->k->official;
  return f->actor != NONE || (f->classes & bodies && !(f->classes & m->k->aircraft));
}

bool role_by_pronoun(const MatchInput *m, const Match *x, uint32_t role) {
  const Frame *frame = &m->g->frames[x->frame];
  uint32_t prep = match_clause(m, x->clause)->pronoun_prep;
  for (uint32_t i = frame->first[role]; prep != NONE && i < frame->first[role] + frame->n[role]; i++)
    if (m->g->sources[i].from == FROM_PREP && m->g->sources[i].prep == prep) return true;
  return false;
}

/* «بعد اعتقاله», «قبل القبض عليه»: the word whose pronoun is whom the act befell; NONE. */
static uint32_t pronoun_upon(const MatchInput *m, const Frame *frame, const Match *x, uint32_t role) {
  if (x->phrase == NONE) return NONE;
  const Phrase *f = match_phrase(m, x->phrase);
  if (f->form != FORM_MASDAR || f->head == NONE) return NONE;
  for (uint32_t i = frame->first[ROLE_AGENT]; i < frame->first[ROLE_AGENT] + frame->n[ROLE_AGENT]; i++)
    if (m->g->sources[i].from == FROM_IDAFA) return NONE; /* «هجومه»: his own */
  const Reading *next = f->last < m->in->text->ntokens ? word_best(m->in->words, f->last) : NULL;
  bool behind = next && next->pos == POS_PREP && next->enclitic && next->lemma < m->g->lexicon->n;
  for (uint32_t i = frame->first[role]; i < frame->first[role] + frame->n[role]; i++) {
    const FrameSource *s = &m->g->sources[i];
    if (s->from == FROM_IDAFA && f->pronoun) return f->head;
    if (s->from == FROM_PREP && behind && m->g->prep_of_lemma[next->lemma] == s->prep) return f->last;
  }
  return NONE;
}

void role_fill(const MatchInput *m, Match *x, uint32_t role) {
  const Frame *frame = &m->g->frames[x->frame];
  Fillers *out = &x->roles[role];
  for (uint32_t i = frame->first[role]; i < frame->first[role] + frame->n[role] && !out->n; i++) {
    const FrameSource *s = &m->g->sources[i];
    switch (s->from) {
      case FROM_SUBJECT:
        /* with classes asked for, the one argument that is of them is the doer: «غادر رتل» */
        add_joined(m, out, s,
                   role == ROLE_VICTIM || (s->only && !told_passive(m, x)) ? match_lone_subject(m, x)
                                                                           : subject_of(m, x));
        if (!out->n && role == ROLE_AGENT && s->only && subject_unknown(m, x))
          add_joined(m, out, &(FrameSource){.lemma = LEMMA_NONE, .from = FROM_SUBJECT}, subject_of(m, x));
        break;
      case FROM_OBJECT: {
        bool masdar = frame->kind == FRAME_OUTCOME && x->phrase != NONE; /* its own, and not its verb's */
        uint32_t object = masdar ? object_of_masdar(m, x->phrase) : match_object(m, x);
        add_joined(m, out, s, masdar && object == NONE ? people_reached(m, x) : object);
        break;
      }
      case FROM_IDAFA:
        if ((role != ROLE_AGENT || !x->of_place) && !of_doer(m, frame, x, role)) add_complement(m, x, s, out);
        break;
      case FROM_PREP: role_add_prep(m, x, s, out); break;
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
  const Clause *c = match_clause(m, x->clause);
  bool upon = role == ROLE_VICTIM || (role == ROLE_TARGET && frame->n[ROLE_VICTIM] == 0);
  uint32_t taken_up = upon && !out->n && role_by_pronoun(m, x, role) ? relative_person(m, x) : NONE;
  if (taken_up != NONE) put(out, taken_up, NONE);
  bool pronoun = frame->kind == FRAME_OUTCOME && role == ROLE_VICTIM && x->phrase == NONE && c->verb == x->token;
  if (pronoun && !out->n && c->object_pronoun && c->object == NONE && c->kind != CLAUSE_RELATIVE) {
    uint32_t who = taken_up_by(m, c, c->verb);
    if (who != NONE) put(out, who, NONE);
  }
  uint32_t token = upon && !out->n ? pronoun_upon(m, frame, x, role) : NONE;
  uint32_t who = token == NONE ? NONE : taken_up_by(m, match_clause(m, m->c->clause_of[token]), token);
  if (who != NONE && who != x->phrase) put(out, who, NONE);
}

/* ---------------------------------------------------------------- conditions */
