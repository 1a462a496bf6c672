/* What fills a frame's roles: the subject, the object, the iḍāfa complement, a preposition's phrase.
 *
 * A frame names its sources in the order in which they are asked; each gives phrases that hold the classes
 * the frame wants. «شن الجيش غارة على المدينة»: the subject is the agent, what «على» governs the target. */
#include "code/match/role.h"

#include "code/clause/near.h"
#include "code/match/carry.h"
#include "code/match/object.h"
#include "code/match/subject.h"
#include "code/match/taken_up.h"

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

/* «أحالت أوراق 75 شخصاً», «إحالة أوراق 36 متهماً» (referred the papers of 36 accused): whom a noun stands for; itself,
 * where it stands for nobody. */
static uint32_t past_stand_in(const MatchInput *m, uint32_t i) {
  uint32_t head = i == NONE ? NONE : match_phrase(m, i)->head;
  if (head == NONE || !(m->c->marks[head] & SET_BIT(SET_STANDS_FOR))) return i;
  uint32_t of = idafa_on(m, i);
  return of == NONE ? i : of;
}

static void put(Fillers *out, uint32_t i, uint32_t only) {
  if (out->n == FILLERS_MAX) return;
  out->only[out->n] = only;
  out->at[out->n++] = i;
}

/* «تفجير سيارة مفخخة», «تفجير سيارة إسعاف ملغومة»: the car is what it was done with; but see `of_rigged`. */
static bool rigged(const MatchInput *m, const Phrase *f) {
  if (!(f->classes & m->k->vehicle) || f->head == NONE) return false;
  uint32_t next = f->last < m->in->text->ntokens ? m->c->phrase_of[f->last] : NONE;
  bool goes_on = next != NONE && match_phrase(m, next)->link == LINK_IDAFA && match_phrase(m, next)->first == f->last;
  uint32_t last = goes_on ? match_phrase(m, next)->last : f->last;
  for (uint32_t i = f->head + 1; i < last; i++)
    if (lexicon_classes(m->g->lexicon, word_best(m->in->words, i)->lemma) & m->k->explosive) return true;
  return false;
}

static void add(const MatchInput *m, Fillers *out, const FrameSource *s, uint32_t i) {
  if (i == NONE || out->n == FILLERS_MAX) return;
  const Phrase *f = match_phrase(m, i);
  uint32_t of = s->from == FROM_PREP ? whole_of(m, i) : NONE;
  bool some = out->n && f->head == NONE && f->number != NONE; /* «مقتل 25 مقاتلاً وتسعة من قوات النظام» */
  ClassSet without = some ? 0 : s->without;
  if (f->date != NONE || !classes_hold(m, s->only, without, of == NONE ? f : match_phrase(m, of))) return;
  if (s->lemma != LEMMA_NONE) {
    if (match_same_word(m, f->lemma, s->lemma)) put(out, i, NONE);
    return;
  }
  if (f->head != NONE && m->c->marks[f->head] & SET_BIT(SET_NO_PART)) return;
  if (!out->rigged && rigged(m, f)) return;
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

bool match_is_verb(const MatchInput *m, uint32_t token) {
  const Clause *c = match_clause(m, m->c->clause_of[token]);
  return c->verb == token;
}

/* Where the phrases that a trigger may govern end: at the next act of another clause. */
static uint32_t reach_of(const MatchInput *m, const Match *x) {
  uint32_t own = match_clause(m, x->clause)->last;
  if (x->relative == NONE || match_clause(m, x->relative)->classes & m->k->result) return own;
  uint32_t end = match_clause(m, x->relative)->last;
  return end > own ? end : own;
}

/* «غارات يُعتقد أنها إسرائيلية على مواقع»: what is thought of the act, told without a verb of its own; NONE. */
static uint32_t thought_of(const MatchInput *m, const Match *x) {
  uint32_t next = x->relative == NONE ? NONE : x->relative + 1;
  if (next >= m->c->nclauses) return NONE;
  const Clause *c = match_clause(m, next);
  return c->kind == CLAUSE_COMPLEMENT && c->verb == NONE && c->up == x->relative ? next : NONE;
}

/* «وضد المتمردين», «أو على المساجد»: is the preposition joined to what stands before it? */
static bool joins_on(const MatchInput *m, uint32_t prep_token) {
  if (word_best(m->in->words, prep_token)->clitics & CLITIC_CONJ) return true;
  if (prep_token == 0) return false;
  const Reading *before = word_best(m->in->words, prep_token - 1); /* «أو», «وحتى», «وكذلك» */
  return before->pos == POS_CONJ ||
         (before->clitics & CLITIC_CONJ &&
          (before->pos == POS_PARTICLE || before->pos == POS_PREP || before->pos == POS_ADVERB));
}

/* «ضد التنظيم في سوريا وضد المتمردين في العراق»: the preposition said anew. */
static void add_repeated(const MatchInput *m, Fillers *out, const FrameSource *s, uint32_t i) {
  uint32_t of = match_phrase(m, i)->clause;
  for (uint32_t k = i + 1; k < m->c->nphrases && k < i + 8 && match_phrase(m, k)->clause == of; k++) {
    const Phrase *f = match_phrase(m, k);
    bool again = f->prep == s->prep && f->link != LINK_CONJ;
    if (again && joins_on(m, f->prep_token)) add_joined(m, out, s, k);
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

/* «مواجهات في غزة، من أجل حشد الدعم ضد إيران»: what stands behind a purpose that a comma sets apart is that purpose's.
 */
static bool purpose_between(const MatchInput *m, const Match *x, uint32_t phrase) {
  const Phrase *f = match_phrase(m, phrase);
  bool purpose = f->prep != NONE && m->c->marks[f->prep_token] & SET_BIT(SET_PURPOSE);
  return purpose && f->prep_token > x->last && token_sign(m->in->text, f->prep_token - 1) == ',';
}

void role_add_prep(const MatchInput *m, const Match *x, const FrameSource *s, Fillers *out) {
  uint32_t end = reach_of(m, x), from = x->phrase != NONE ? x->phrase + 1 : 0, thought = thought_of(m, x);
  if (thought != NONE && match_clause(m, thought)->last > end) end = match_clause(m, thought)->last;
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
    if (x->phrase != NONE && purpose_between(m, x, i)) return;
    if (list[i].prep != s->prep || list[i].link == LINK_CONJ || ridden(m, &list[i])) continue;
    bool of_act = list[i].clause == x->clause || list[i].clause == x->carrier || list[i].clause == x->relative;
    if (!of_act && (thought == NONE || list[i].clause != thought)) continue;
    /* «غارة للتحالف» is the alliance's, «غارة … مواقع للتنظيم» not the group's */
    if (s->prep == m->g->prep_li && x->phrase != NONE && !hangs_on(m, i, x->phrase)) continue;
    if (phrase_asked_for(m->c, &list[i])) continue; /* «تفكيك خلية تابعة للتنظيم»: not whose act it is */
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
  /* «الاتفاق الروسي-التركي» */
  uint32_t end = match_phrase(m, x->phrase)->last;
  bool tied = end > x->token + 1 && end < m->in->text->ntokens && token_sign(m->in->text, end) == '-';
  if (tied && out->n && nisba_at(m->in, end + 1)) put(out, x->phrase, end + 1);
}

/* The complement of the trigger noun; of a verb's subject («ارتفعت وتيرة هجمات التنظيم»: as far
 * down as the classes that are asked for). */
static void add_complement(const MatchInput *m, const Match *x, const FrameSource *s, Fillers *out) {
  if (x->phrase != NONE) {
    uint32_t who = complement_of(m, x);
    add_joined(m, out, s, past_stand_in(m, who));
    return;
  }
  uint32_t i = match_lone_subject(m, x);
  for (uint32_t steps = 0; i != NONE && !out->n && steps < 3; steps++) {
    i = idafa_on(m, i);
    add_joined(m, out, s, i);
  }
}

/* «61», «350 ألف شخص»: a count, and no time, place or acts. */
static bool is_count(const MatchInput *m, const Phrase *f) {
  if (f->number == NONE || f->date != NONE || f->classes & (m->k->time | m->k->area | m->k->event)) return false;
  return m->in->numbers->at[f->number].kind == NUMBER_CARDINAL && m->in->numbers->at[f->number].min >= 1;
}

/* «بلغت حصيلة القتلى منذ … 350 ألف شخص»: the number that the sentence comes to; of what a relative clause tells, the
 * one that «إلى» leads `to`. */
static uint32_t counted_behind(const MatchInput *m, uint32_t phrase, bool to) {
  enum { NEXT_NEAR = 12 };
  if (phrase == NONE) return NONE;
  uint32_t sentence = match_clause(m, match_phrase(m, phrase)->clause)->sentence;
  for (uint32_t i = phrase + 1; i < m->c->nphrases && i < phrase + NEXT_NEAR; i++) {
    const Phrase *f = match_phrase(m, i);
    if (match_clause(m, f->clause)->sentence != sentence) break;
    bool led = f->prep != NONE && m->c->marks[f->prep_token] & SET_BIT(SET_TOWARD);
    if (is_count(m, f) && (led || !to)) return i;
  }
  return NONE;
}

/* «يرتفع عدد المدنيين الذين قتلوا … إلى 61» (the number of the civilians who were killed rises to 61): how many they
 * are of whom a relative clause tells. */
static uint32_t number_of_those(const MatchInput *m, const Match *x) {
  const Clause *c = match_clause(m, x->clause);
  if (x->phrase != NONE || c->kind != CLAUSE_RELATIVE || c->head == NONE) return NONE;
  const Phrase *head = match_phrase(m, c->head);
  uint32_t up = head->link == LINK_IDAFA && head->number == NONE ? head->up : NONE;
  bool itself = head->classes & m->k->measure && head->number == NONE;
  if (!itself && (up == NONE || !(match_phrase(m, up)->classes & m->k->measure))) return NONE;
  return counted_behind(m, c->head, true);
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

/* «حملة اعتقالات طالت العشرات»: the object of the clause on a noun of what befalls people, where they are people. */
static uint32_t people_reached(const MatchInput *m, const Match *x) {
  if (x->relative == NONE) return NONE;
  const Clause *c = match_clause(m, x->relative);
  bool acts = c->subject == c->head && !c->passive && !c->negated && !(c->classes & (m->k->result | m->k->speech));
  return acts && c->object != NONE && phrase_of_people(m, match_phrase(m, c->object)) ? c->object : NONE;
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

/* «مسلح قتل شرطيين وجرح ثالثاً»: a verb that goes on with the deed of another, and has nothing of its own before or
 * behind it, befalls no doer. */
static bool deed_goes_on(const MatchInput *m, const Match *x) {
  const Clause *c = match_clause(m, x->clause);
  if (x->phrase != NONE || c->passive || c->kind != CLAUSE_COORDINATE || !c->joined || c->own_subject) return false;
  if (c->up == NONE || c->lone != NONE) return false;
  const Clause *up = match_clause(m, c->up);
  return up->object != NONE && !up->passive && up->subject != NONE && up->subject == c->subject;
}

/* «قبل أن يقتلوه»: whom it befell is a pronoun, and not whoever did it. */
static bool befell_pronoun(const MatchInput *m, const Match *x) {
  const Clause *c = match_clause(m, x->clause);
  if (x->phrase != NONE || c->verb != x->token || !c->object_pronoun || c->passive) return false;
  return enclitic_person(word_best(m->in->words, c->verb)) == 3; /* «حيدنا» may be what we did */
}

/* «و6 من الشرطة»: a number alone, and behind it of whom. */
static bool counts_of_a_body(const MatchInput *m, const Phrase *f) {
  const ClassSet bodies = m->k->security | m->k->force | m->k->fighter | m->k->group;
  return f->head == NONE && f->date == NONE && f->classes & bodies;
}

/* What its number counts; with the dead or the hurt, those counted that «و» joins to them: «خمسة قتلى من الجيش وثلاثة
 * مدنيين». */
static void add_counted(const MatchInput *m, const Match *x, Fillers *out) {
  enum { JOINED_MOST = 10 };
  if (x->phrase == NONE) return;
  put(out, x->phrase, NONE);
  const ClassSet fates = m->k->dead | m->k->hurt | m->k->victim | m->k->hostage;
  const Phrase *own = match_phrase(m, x->phrase);
  if (!(own->classes & (m->k->dead | m->k->hurt)) || own->number == NONE) return;
  for (uint32_t k = x->phrase + 1; k < m->c->nphrases && k < x->phrase + JOINED_MOST && out->n < FILLERS_MAX; k++) {
    const Phrase *f = match_phrase(m, k);
    if (f->clause != own->clause) return;
    bool joined = f->link == LINK_CONJ && f->number != NONE && phrase_root(m->c, k) == phrase_root(m->c, x->phrase);
    if (joined && f->classes & (m->k->dead | m->k->hurt)) return; /* «12 قتيلا و30 جريحا و6 من الشرطة» */
    bool others = f->form == FORM_PASSIVE_PARTICIPLE;             /* «وآلاف المهجرين» */
    bool people = f->classes & m->k->person || counts_of_a_body(m, f);
    if (joined && people && !(f->classes & fates) && !others) put(out, k, NONE);
  }
}

/* What a preposition governs; of a noun's targets, of several prepositions that which stands nearest: «هجوم ضد الأقلية،
 * داعية إلى عرض القضية على المحكمة». */
static void add_nearest_prep(const MatchInput *m, const Match *x, const Frame *frame, uint32_t role, uint32_t source,
                             Fillers *out) {
  role_add_prep(m, x, &m->g->sources[source], out);
  if (role != ROLE_TARGET || x->phrase == NONE || !out->n) return;
  for (uint32_t i = source + 1; i < frame->first[role] + frame->n[role]; i++) {
    Fillers other = {0};
    if (m->g->sources[i].from == FROM_PREP) role_add_prep(m, x, &m->g->sources[i], &other);
    if (!other.n || other.at[0] > out->at[0]) continue;
    const Phrase *f = match_phrase(m, other.at[0]);
    const EngineClasses *k = m->k; /* «حرب على الإرهاب … ضد التنظيم» */
    ClassSet bodies = k->force | k->state | k->group | k->organisation | k->fighter | k->security | k->position;
    ClassSet people =
        k->person | k->civilian | k->official | k->leader | k->woman | k->child | k->building | k->vehicle;
    if (f->actor != NONE || f->classes & (bodies | people)) *out = other;
  }
}

/* «ضبط سيارة مفخخة», «دمر الجيش ثلاث سيارات مفخخة»: what is caught or wrecked, a rigged car may be as well. */
static bool of_rigged(const MatchInput *m, const Frame *frame, uint32_t role) {
  if (role != ROLE_TARGET && role != ROLE_VICTIM) return false;
  const TypeRow *type = grammar_type(m->g, frame->kind == FRAME_OUTCOME ? frame->alone_row : frame->type_row);
  return type && type_is(type, TRAIT_OF_PLACE);
}

void role_fill(const MatchInput *m, Match *x, uint32_t role) {
  const Frame *frame = &m->g->frames[x->frame];
  Fillers *out = &x->roles[role];
  out->rigged = of_rigged(m, frame, role);
  uint32_t those = role == ROLE_VICTIM ? number_of_those(m, x) : NONE;
  if (those != NONE) put(out, those, NONE);
  for (uint32_t i = frame->first[role]; i < frame->first[role] + frame->n[role] && !out->n; i++) {
    const FrameSource *s = &m->g->sources[i];
    switch (s->from) {
      case FROM_SUBJECT:
        if (role == ROLE_VICTIM && (deed_goes_on(m, x) || befell_pronoun(m, x))) break;
        /* with classes asked for, the one argument that is of them is the doer: «غادر رتل» */
        add_joined(m, out, s,
                   role == ROLE_VICTIM || (s->only && !told_passive(m, x)) ? match_lone_subject(m, x)
                                                                           : match_subject(m, x));
        if (!out->n && role == ROLE_AGENT && s->only && subject_unknown(m, x))
          add_joined(m, out, &(FrameSource){.lemma = LEMMA_NONE, .from = FROM_SUBJECT}, match_subject(m, x));
        break;
      case FROM_OBJECT: {
        if (x->phrase == NONE && acts_counted(m, match_clause(m, x->clause)) != NONE) break; /* they befell nobody */
        bool masdar = frame->kind == FRAME_OUTCOME && x->phrase != NONE; /* its own, and not its verb's */
        uint32_t object = masdar ? object_of_masdar(m, x->phrase) : match_object(m, x);
        add_joined(m, out, s, masdar && object == NONE ? people_reached(m, x) : past_stand_in(m, object));
        break;
      }
      case FROM_IDAFA:
        if ((role != ROLE_AGENT || !x->of_place) && !of_doer(m, frame, x, role)) add_complement(m, x, s, out);
        break;
      case FROM_PREP: add_nearest_prep(m, x, frame, role, i, out); break;
      case FROM_ADJ: add_adj(m, x, out); break;
      case FROM_NUMBER: add_counted(m, x, out); break;
      case FROM_NEXT: add(m, out, s, counted_behind(m, x->phrase, false)); break;
      case FROM_UP: add(m, out, s, counted_above(m, x)); break;
      case FROM_ANNOUNCER: add_joined(m, out, s, announcer_of(m, x, s->only)); break;
      case FROM_REST: take_rest(m, &x->roles[ROLE_AGENT], out); break;
      default: break;
    }
  }
  uint32_t who = out->n ? NONE : role_taken_up(m, x, role);
  if (who != NONE) put(out, who, NONE);
}
