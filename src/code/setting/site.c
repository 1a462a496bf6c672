/* Which of the places that a sentence names is an act's own.
 *
 * The problem: «قال المحافظ في بغداد إن مسلحين هاجموا حاجزاً في بلدة الطارمية شمال العاصمة» (the governor said in
 * Baghdad that gunmen had attacked a checkpoint in the town of Tarmiya north of the capital) names three places and
 * tells of one. The nearest is often the right one, and often it is the doer's, the speaker's, where somebody had come
 * from, or that of the next act.
 *
 * The method: a regression over signs of each place: how far from the act and in which clause it stands, what governs
 * it, what it belongs to, how wide it is, and what stands between. The heaviest wins, or none, where even that weighs
 * too little (site_weights.h). What the act is turns some of them: «هددت طهران» (Tehran threatened) is no place,
 * «اجتمعا في طهران» is. */
#include "code/setting/site.h"

#include <limits.h>

#include "code/clause/near.h"

/* «قال لـ«الشرق الأوسط»»: a part of the world in quotation marks is a newspaper. */
static bool is_masthead(const Stage *s, const PlaceMention *p) {
  const Text *text = s->m->in->text;
  if (p->last >= text->ntokens) return false;
  return !p->country.n && p->id.n && p->first > 0 && token_sign(text, p->first - 1) == '"' &&
         token_sign(text, p->last) == '"';
}

/* «المرصد، ومقره لندن», «المرصد ومقره لندن», «منظمة مقرها في نيويورك»: where a body has its seat; but «قصف التنظيم
 * ومقره في الرقة» (he shelled the group and its base in Raqqa). */
static bool is_seat(const Stage *s, const PlaceMention *p) {
  const Words *words = s->m->in->words;
  uint32_t at = p->first;
  if (at && s->m->c->marks[at - 1] & SET_BIT(SET_INSIDE)) at--;
  if (at < 2 || !(s->m->c->marks[at - 1] & SET_BIT(SET_SITE)) || !word_best(words, at - 1)->enclitic) return false;
  uint32_t before = s->m->c->phrase_of[at - 2], actor = before == NONE ? NONE : stage_phrase(s, before)->actor;
  bool source = actor != NONE && s->m->in->mentions->actors[actor].source;
  bool apart = (token_sign(s->m->in->text, at - 2) || source) && word_best(words, at - 1)->clitics & CLITIC_WA;
  return apart || word_best(words, at - 2)->pos == POS_RELATIVE;
}

bool site_serves(const Stage *s, uint32_t i) {
  const PlaceMention *p = &s->m->in->mentions->places[i];
  if (p->use != PLACE_FREE || p->adjective || is_masthead(s, p) || is_seat(s, p)) return false;
  uint32_t phrase = s->m->c->phrase_of[p->first];
  if (phrase == NONE) return true;
  const Phrase *f = stage_phrase(s, phrase);
  /* «من قبل إيران»: by her, and not there */
  if (f->prep != NONE && f->place != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_DONE_BY)) return false;
  bool state = p->level == LEVEL_COUNTRY && f->link == LINK_PREP && f->governed; /* «الموالية لإيران» */
  return f->actor == NONE && f->person == NONE && !(state && phrase_asked_for(s->m->c, f));
}

/* A place with the noun that it belongs to: «قرى ريف درعا» up to «قرى». */
typedef struct Site {
  const PlaceMention *place;
  uint32_t phrase; /* NONE */
  uint32_t top;    /* the phrase that the preposition governs, up the iḍāfa; NONE */
} Site;

static Site site_of(const Stage *s, uint32_t i) {
  enum { STEPS_MOST = 4 };
  Site w = {.place = &s->m->in->mentions->places[i]};
  w.phrase = w.top = s->m->c->phrase_of[w.place->first];
  for (uint32_t steps = 0; w.top != NONE && steps < STEPS_MOST; steps++) {
    const Phrase *f = stage_phrase(s, w.top);
    if (f->up == NONE || (f->link != LINK_IDAFA && f->link != LINK_CONJ && f->link != LINK_APPOSITION)) break;
    if (f->link == LINK_CONJ && stage_phrase(s, f->up)->place == NONE) break;
    w.top = f->up;
  }
  return w;
}

static Signs signs_of_distance(const Scene *x, const Site *w) {
  enum { RIGHT = 1, FAR = 12 };
  if (w->place->first < x->first) return 0;
  uint32_t gap = w->place->first > x->last ? w->place->first - x->last : 0;
  return when(gap <= RIGHT, SIGN_BEHIND_RIGHT) | when(gap > FAR, SIGN_BEHIND_FAR);
}

/* Does the place's clause hang on the act's, or that on it? */
static Signs signs_of_level(const Stage *s, const Scene *x, uint32_t number) {
  const Match *match = &s->matches->at[x->match];
  uint32_t own = match->carrier != NONE ? match->carrier : x->clause;
  const Clause *c = stage_clause(s, number);
  return when(c->up == own && c->kind != CLAUSE_COORDINATE, SIGN_CLAUSE_BELOW) |
         when(stage_clause(s, own)->up == number && stage_clause(s, own)->kind != CLAUSE_COORDINATE, SIGN_CLAUSE_ABOVE);
}

static Signs signs_of_clause(const Stage *s, const Scene *x, const Site *w) {
  const Match *match = &s->matches->at[x->match];
  uint32_t number = s->m->c->clause_of[w->place->first];
  if (number >= s->m->c->nclauses) return 0;
  const Clause *c = stage_clause(s, number);
  bool own = number == x->clause || number == match->carrier, on_it = number == match->relative;
  bool saying = !own && w->place->first < x->first && c->classes & s->m->k->speech;
  return when(own, SIGN_IN_CLAUSE) | when(on_it && !own, SIGN_OWN_RELATIVE) |
         when(!own && !on_it && c->kind == CLAUSE_RELATIVE, SIGN_OTHER_RELATIVE) | when(saying, SIGN_SAYING) |
         when(!own && c->up == x->clause && c->kind == CLAUSE_COORDINATE, SIGN_NEXT_CLAUSE) |
         signs_of_level(s, x, number);
}

static bool in_headline(const Stage *s, const Scene *x, const PlaceMention *p) {
  enum { PLACES_MOST = 12 };
  const Mentions *m = s->m->in->mentions;
  if (x->sentence == 0 || !p->id.n) return false;
  for (uint32_t i = 0; i < m->nplaces && i < PLACES_MOST; i++) {
    if (s->m->in->text->tokens[m->places[i].first].sentence > 0) return false;
    if (str_eq(m->places[i].id, p->id)) return true;
  }
  return false;
}

/* Does what stands before the token, from `from` on and with no verb between, say what something is for or about? A
 * word at `but` does not count. */
static bool concerns(const Stage *s, uint32_t token, uint32_t from, uint32_t but) {
  enum { REACH = 16 };
  uint32_t sentence = s->m->in->text->tokens[token].sentence;
  for (uint32_t i = token, steps = 0; i-- > from && steps < REACH; steps++) {
    if (s->m->in->text->tokens[i].sentence != sentence || stage_is_verb(s, i)) return false;
    if (s->m->c->marks[i] & SET_BIT(SET_CONCERNING) && i != but) return true;
  }
  return false;
}

/* «قصفوا مواقع في العراق غداة غارات»: the act only tells when something was, of which the place before it is. */
static bool tells_when(const Stage *s, const Scene *x) {
  const SetMask times = SET_BIT(SET_AFTER) | SET_BIT(SET_GONE_BEFORE) | SET_BIT(SET_BEFORE);
  const Phrase *f = x->phrase == NONE ? NULL : stage_phrase(s, x->phrase);
  return f && f->prep != NONE && s->m->c->marks[f->prep_token] & times;
}

/* «احتجاجاً على قصف غزة», «لبحث الوضع في سوريا»: what leads to the noun that the place belongs to says what the act is
 * for or about; «تظاهروا في كولونيا تنديداً بغارات»: what leads to the act does, behind the place. */
static Signs signs_of_concern(const Stage *s, const Scene *x, const Site *w) {
  uint32_t own = w->top == NONE || w->top != w->phrase ? NONE : stage_phrase(s, w->top)->prep_token;
  bool behind = w->place->first > x->first;
  return when(concerns(s, w->place->first, behind ? x->last : 0, own), SIGN_CONCERNING) |
         when(!behind && tells_when(s, x), SIGN_OF_MAIN) |
         when(!behind && concerns(s, x->first, w->place->last, NONE), SIGN_OF_CONCERNED);
}

/* «زار الوزير العراق», «زيارة إلى بغداد»: the goal of a visit. */
static bool is_visited(const Stage *s, const Scene *x, const Site *w) {
  if (w->top == NONE || !(s->m->c->marks[x->token] & SET_BIT(SET_VISITS)) || w->place->first < x->first) return false;
  const Phrase *f = stage_phrase(s, w->top);
  if (x->phrase == NONE) return f->prep == NONE && stage_clause(s, x->clause)->object == w->top;
  SetMask toward = SET_BIT(SET_TOWARD);
  bool goal = f->prep == NONE || f->prep == s->m->g->prep_li || s->m->c->marks[f->prep_token] & toward;
  uint32_t up = w->top == x->phrase ? stage_phrase(s, w->phrase)->up : f->up;
  return goal && up == x->phrase; /* «زيارة قادة قطر» is no visit to it */
}

/* «شهدت صنعاء مظاهرات»: the place that an act is told of as of its scene. */
static bool is_witness(const Stage *s, const Scene *x, const Site *w) {
  const Match *match = &s->matches->at[x->match];
  uint32_t number = s->m->c->clause_of[w->place->first];
  if (w->top == NONE || number >= s->m->c->nclauses || number != match->carrier) return false;
  const Clause *c = stage_clause(s, number);
  const Phrase *f = stage_phrase(s, w->top);
  bool scene = c->sets & SET_BIT(SET_WITNESS) && f->prep == NONE && f->link == LINK_FREE && w->place->first < x->first;
  return scene && x->phrase != NONE && stage_phrase(s, x->phrase)->prep == NONE; /* «نتيجة تقدم الجيش» */
}

/* What the words right at the place make of it. */
static Signs signs_of_wording(const Stage *s, const Scene *x, const Site *w) {
  const PlaceMention *p = w->place;
  bool quoted = p->first > 0 && token_sign(s->m->in->text, p->first - 1) == '"';
  Signs signs = when(quoted, SIGN_QUOTED) | when(str_eq(p->basis, STR("container")), SIGN_NAMED_LEVEL) |
                when(in_headline(s, x, p), SIGN_HEADLINE) | when(is_witness(s, x, w), SIGN_WITNESS) |
                when(is_visited(s, x, w), SIGN_VISITED) | signs_of_concern(s, x, w);
  if (w->top == NONE) return signs;
  const Phrase *top = stage_phrase(s, w->top);
  SetMask marks = top->prep == NONE ? 0 : s->m->c->marks[top->prep_token];
  bool capital = p->capital && !str_eq(p->basis, STR("anchor")) && w->top == w->phrase && top->prep == NONE;
  return signs | when(capital, SIGN_CAPITAL_BARE) | when(marks & SET_BIT(SET_AFTER), SIGN_AFTER) |
         when(marks & SET_BIT(SET_BETWEEN), SIGN_BETWEEN) |
         when(w->top != w->phrase && top->classes & s->m->k->area, SIGN_AREA_HEAD);
}

/* How many other acts stand between, and whether a comma does. */
static Signs signs_between(const Stage *s, const Scene *x, const Site *w) {
  uint32_t from = x->first < w->place->first ? x->last : w->place->last;
  uint32_t end = x->first < w->place->first ? w->place->first : x->first;
  uint32_t acts = 0;
  bool comma = false;
  for (uint32_t i = from; i < end; i++) {
    uint32_t scene = s->scene_of_token[i];
    acts += scene != NONE && s->scenes.at[scene].merged == NONE && &s->scenes.at[scene] != x;
    comma |= token_sign(s->m->in->text, i) == ',' || token_sign(s->m->in->text, i) == ';';
  }
  return when(acts > 0, SIGN_ACT_BETWEEN) | when(acts > 1, SIGN_ACTS_BETWEEN) | when(comma, SIGN_COMMA_BETWEEN);
}

/* A place with its preposition that opens the clause of the verb behind it is that verb's. */
static Signs signs_of_front(const Stage *s, const Scene *x, const Site *w) {
  uint32_t behind = w->place->last;
  if (w->top == NONE || stage_phrase(s, w->top)->prep == NONE || behind >= s->m->in->text->ntokens) return 0;
  uint32_t act = s->scene_of_token[behind];
  if (act == NONE || s->scenes.at[act].first != behind) return 0;
  if (s->scenes.at[act].phrase != NONE && !s->scenes.at[act].alone) return 0; /* «قتل» may be read as a noun */
  bool opens = stage_phrase(s, w->top)->link == LINK_FREE && w->place->last - w->place->first < 8;
  if (!opens) return 0;
  return behind == x->first ? when(true, SIGN_FRONTED) : when(w->place->first > x->first, SIGN_FRONTED_OF_OTHER);
}

/* «الحدود مع سوريا» */
static bool on_border(const Stage *s, const Phrase *f) {
  uint32_t head = f->up == NONE ? NONE : stage_phrase(s, f->up)->head;
  return head != NONE && s->m->c->marks[head] & SET_BIT(SET_BOUNDARY);
}

static Signs signs_of_preposition(const Stage *s, const Site *w) {
  const Phrase *f = w->top == NONE ? NULL : stage_phrase(s, w->top);
  if (!f || f->prep == NONE) return when(true, SIGN_BARE);
  SetMask marks = s->m->c->marks[f->prep_token];
  const Grammar *g = s->m->g;
  if (f->prep == g->prep_bi) return when(true, SIGN_BI);
  if (f->prep == g->prep_li) return when(true, SIGN_LI);
  if (marks & SET_BIT(SET_INSIDE)) return when(true, SIGN_INSIDE);
  if (marks & SET_BIT(SET_UPON)) return when(true, SIGN_UPON);
  if (marks & SET_BIT(SET_TOWARD)) return when(true, SIGN_TOWARD);
  if (marks & SETS_AWAY) return when(true, SIGN_AWAY);
  return when(true, SIGN_OTHER_PREP) | when(marks & SET_BIT(SET_ALONGSIDE) && !on_border(s, f), SIGN_WITH);
}

/* «انسحب من دوما إلى جرابلس» (withdrew from Duma to Jarabulus): what is left is where it was. */
static Signs signs_of_leaving(const Stage *s, const Scene *x, const Site *w) {
  const Phrase *f = w->top == NONE ? NULL : stage_phrase(s, w->top);
  enum { REACH = 8 };
  if (!f || f->prep == NONE || !type_is(stage_type(s, x), TRAIT_LEAVING)) return 0;
  if (w->place->first < x->first || w->place->first > x->last + REACH) return 0;
  SetMask marks = s->m->c->marks[f->prep_token];
  return when(marks & SETS_AWAY, SIGN_LEFT) | when(marks & SET_BIT(SET_TOWARD), SIGN_LEFT_FOR);
}

/* The noun that a place belongs to, by iḍāfa or by its preposition; NONE. */
static uint32_t owner_of(const Stage *s, const Scene *x, const Site *w) {
  if (w->top == NONE || (x->phrase != NONE && w->top == x->phrase)) return NONE;
  const Phrase *top = stage_phrase(s, w->top);
  uint32_t owner = w->top != w->phrase ? w->top : top->link == LINK_PREP ? top->up : NONE;
  return owner == x->phrase ? NONE : owner;
}

/* «هجوم اتهمت دمشق بتنفيذه في حلب»: the noun of a light verb whose pronoun is the act. */
static bool carries_it(const Stage *s, const Phrase *f) {
  if (f->form != FORM_MASDAR || !f->pronoun) return false;
  uint32_t verb = lexicon_verb(s->m->g->lexicon, f->lemma);
  return verb < s->m->g->lexicon->n && lexicon_classes(s->m->g->lexicon, verb) & s->m->k->light;
}

static Signs signs_of_owner(const Stage *s, const Scene *x, const Site *w) {
  const EngineClasses *k = s->m->k;
  Signs signs = when(x->phrase != NONE && w->top == x->phrase, SIGN_IDAFA_OF_ACT);
  uint32_t owner = owner_of(s, x, w);
  if (owner == NONE || carries_it(s, stage_phrase(s, owner))) return signs;
  const Phrase *f = stage_phrase(s, owner);
  uint32_t act = f->head == NONE ? NONE : s->scene_of_token[f->head];
  bool other = act != NONE && &s->scenes.at[act] != x && s->scenes.at[act].merged == NONE;
  bool person = f->person != NONE || f->classes & (k->person | k->official | k->leader | k->spokesman | k->security |
                                                   k->fighter | k->victim | k->informant);
  bool body = !person && (f->actor != NONE || f->classes & (k->force | k->organisation | k->state | k->group));
  bool site = !person && !body && f->classes & (k->building | k->area | k->position);
  return signs | when(act == NONE && f->form == FORM_MASDAR, SIGN_OF_MASDAR) | when(other, SIGN_PLACE_OF_OTHER) |
         when(body, SIGN_OF_BODY) | when(site, SIGN_OF_SITE) | when(person, SIGN_OF_PERSON) |
         when(!site && !person && !body && !other && f->place == NONE, SIGN_OF_GOODS);
}

static bool within(const Parts *list, const PlaceMention *p) {
  for (uint32_t i = 0; i < list->n; i++)
    if (list->at[i].first <= p->first && p->last <= list->at[i].last) return true;
  return false;
}

static Signs signs_of_role(const Stage *s, const Scene *x, const Site *w) {
  const PlaceMention *p = w->place;
  const Clause *c = stage_clause(s, s->m->c->clause_of[p->first]);
  const TypeRow *type = stage_type(s, x);
  bool victim = false, target = within(&x->targets, p);
  for (uint32_t i = 0; i < x->effects.n; i++)
    victim |= x->effects.at[i].of.first <= p->first && p->last <= x->effects.at[i].of.last;
  bool object = w->top != NONE && c->object == w->top, taken = type_in(type, CLASS_BIT(TERRITORY));
  bool country = p->level == LEVEL_COUNTRY;
  bool met = type_in(type, CLASS_BIT(CONSULT) | CLASS_BIT(AGREE));
  bool bare = w->top == NONE || stage_phrase(s, w->top)->prep == NONE;
  return when(target, SIGN_IN_TARGET) | when(within(&x->agents, p) || within(&x->partners, p), SIGN_IN_AGENT) |
         when(victim, SIGN_IN_VICTIM) | when(w->top != NONE && c->subject == w->top, SIGN_SUBJECT) |
         when(object, SIGN_OBJECT) | when(taken && (target || object), SIGN_TAKEN) |
         when(country && bare && w->top == w->phrase, SIGN_COUNTRY_BARE) | when(country && met, SIGN_COUNTRY_MET);
}

static Signs signs_of_kind(const Stage *s, const Site *w) {
  const PlaceMention *p = w->place;
  bool apart = str_eq(p->basis, STR("anchor")); /* «غربي بغداد» is no government */
  bool joined = w->phrase != NONE && stage_phrase(s, w->phrase)->link == LINK_CONJ;
  bool wide = p->level == LEVEL_REGION || p->level == LEVEL_ADMIN1 || p->level == LEVEL_COUNTRYSIDE;
  bool town = p->level == LEVEL_CITY || p->level == LEVEL_VILLAGE;
  bool site = p->level == LEVEL_DISTRICT || p->level == LEVEL_SITE;
  return when(p->level == LEVEL_COUNTRY, SIGN_COUNTRY) | when(wide, SIGN_WIDE) | when(town, SIGN_TOWN) |
         when(site, SIGN_SITE) | when(p->level == LEVEL_NATURE, SIGN_NATURE) | when(!p->id.n, SIGN_UNKNOWN) |
         when(apart, SIGN_DISTANCE) | when(p->capital && !apart, SIGN_CAPITAL) | when(joined, SIGN_JOINED);
}

enum { AROUND_MOST = 12 };

typedef struct Around {
  uint32_t at[2 * AROUND_MOST]; /* place mentions of the sentence that serve, in order */
  uint32_t n, behind;           /* the first of them behind the act */
} Around;

static Around places_around(const Stage *s, const Scene *x) {
  const Mentions *m = s->m->in->mentions;
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  Around a = {.n = 0};
  uint32_t from = place_from(s->m->in, x->first), first = from;
  for (uint32_t kept = 0; first > 0 && kept < AROUND_MOST && m->places[first - 1].first >= sentence->first; first--)
    kept += site_serves(s, first - 1);
  for (uint32_t i = first; i < from; i++)
    if (site_serves(s, i)) a.at[a.n++] = i;
  a.behind = a.n;
  for (uint32_t i = from; i < m->nplaces && m->places[i].first < sentence->last && a.n < a.behind + AROUND_MOST; i++)
    if (site_serves(s, i)) a.at[a.n++] = i;
  return a;
}

/* Does the one lie in the other, as far as the text or the tables say? */
static bool lies_in(const Stage *s, uint32_t inner, uint32_t outer) {
  const PlaceMention *p = s->m->in->mentions->places, *in = &p[inner], *out = &p[outer];
  return in->container == outer || (in->level != out->level && place_holds(out, in));
}

/* Does the second place stand beside the first? */
static bool beside(const PlaceMention *one, const PlaceMention *next) {
  enum { BESIDE = 3 }; /* tokens */
  return next->first >= one->last && next->first < one->last + BESIDE;
}

static Signs signs_among(const Stage *s, const Around *a, uint32_t k) {
  const PlaceMention *p = s->m->in->mentions->places;
  bool holds = false, held = false, wider = false;
  for (uint32_t i = 0; i < a->n; i++) {
    if (i == k) continue;
    const PlaceMention *it = &p[a->at[k]], *other = &p[a->at[i]];
    bool inner = lies_in(s, a->at[i], a->at[k]);
    holds |= inner;
    held |= lies_in(s, a->at[k], a->at[i]);
    wider |= inner && ((i + 1 == k && beside(other, it)) || (i == k + 1 && beside(it, other)));
  }
  uint32_t lead = 0;
  while (lead < s->m->in->mentions->nplaces && lead < AROUND_MOST && !site_serves(s, lead)) lead++;
  bool first = lead < s->m->in->mentions->nplaces && p[lead].id.n && str_eq(p[lead].id, p[a->at[k]].id);
  return when(wider, SIGN_WIDER_BESIDE) | when(holds, SIGN_HOLDS_OTHER) | when(held, SIGN_HELD) |
         when(first, SIGN_LEAD) | when(k == a->behind, SIGN_FIRST_BEHIND) | when(k + 1 == a->behind, SIGN_LAST_BEFORE) |
         when(k == 0, SIGN_FIRST_IN_SENTENCE);
}

/* «في المدينة، حيث انفجرت سيارة»: of the last place before it, and all that it may be told of. */
static Signs signs_of_where(const Stage *s, const Scene *x, const Around *a, uint32_t k) {
  enum { REACH = 12, RIGHT = 3 };
  const PlaceMention *p = &s->m->in->mentions->places[a->at[k]];
  uint32_t next = k + 1 < a->n ? s->m->in->mentions->places[a->at[k + 1]].first : UINT32_MAX;
  for (uint32_t i = p->last; i < x->first && i < p->last + REACH; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_WHERE))
      return when(true, SIGN_WHERE) | when(i < next && x->first < i + RIGHT, SIGN_RIGHT_WHERE);
  return 0;
}

static Signs signs_of_none(const Stage *s, const Scene *x) {
  bool definite = x->phrase != NONE && stage_phrase(s, x->phrase)->definite;
  return when(true, SIGN_NONE) | when(x->phrase != NONE, SIGN_NONE_NOUN) | when(x->sentence == 0, SIGN_NONE_LEAD) |
         when(definite, SIGN_NONE_DEFINITE);
}

/* «تدخل السعودية»: the country whose deed another masdar tells does it, and is no place. */
static bool does_another(const Stage *s, const Scene *x, const Site *w) {
  if (w->phrase == NONE || w->place->level != LEVEL_COUNTRY) return false;
  const Phrase *f = stage_phrase(s, w->phrase);
  return f->link == LINK_IDAFA && f->up != x->phrase && stage_phrase(s, f->up)->form == FORM_MASDAR;
}

/* «قصفت فرنسا مواقع», «نشرت بريطانيا قوات», «هددت روسيا باتخاذ إجراءات»: a state that uses force, sends its own or
 * threatens does so; what it does at home, as its police do, it does there. */
static bool does_it(const Stage *s, const Scene *x, const Site *w) {
  const TypeRow *type = stage_type(s, x);
  uint32_t classes = CLASS_BIT(ASSAULT) | CLASS_BIT(MOBILIZE) | CLASS_BIT(THREATEN);
  bool abroad = type_in(type, classes) && !type_is(type, TRAIT_JUSTICE);
  bool bare = w->top == NONE || (w->top == w->phrase && stage_phrase(s, w->top)->prep == NONE);
  return abroad && bare && names_country(w->place) && within(&x->agents, w->place);
}

/* «في جنوب العاصمة، وتحديداً في مخيم اليرموك» (in the south of the capital, namely in …): the place that an adverb right
 * behind says it was in, more closely; the same where there is none. */
static uint32_t namely(const Stage *s, const Around *a, uint32_t best) {
  enum { WORDS_MOST = 4 };
  const PlaceMention *p = s->m->in->mentions->places;
  uint32_t k = 0;
  while (k < a->n && a->at[k] != best) k++;
  if (k + 1 >= a->n) return best;
  const PlaceMention *wide = &p[best], *close = &p[a->at[k + 1]];
  if (close->first < wide->last + 2 || close->first > wide->last + WORDS_MOST) return best;
  bool adverb = false;
  for (uint32_t i = wide->last; i < close->first; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    bool comma = token_sign(s->m->in->text, i) == ',';
    if (!comma && r->pos != POS_ADVERB && r->pos != POS_PREP) return best;
    bool time = lexicon_classes(s->m->g->lexicon, r->lemma) & s->m->k->time;
    adverb |= !comma && r->pos == POS_ADVERB && !time && s->m->c->phrase_of[i] == NONE;
  }
  return adverb ? a->at[k + 1] : best;
}

uint32_t site_choose(const Stage *s, const Scene *x, bool any, bool *unsure) {
  enum { LEEWAY = 6, LEEWAY_OF_FEW = 2 }; /* below what no place weighs, and yet likely enough to tell acts by */
  bool few = s->m->in->text->nsentences < REPORT_SENTENCES;
  Around a = places_around(s, x);
  SiteKind kind = site_kind(s, x);
  uint32_t best = NONE;
  Signs of_none = signs_of_none(s, x);
  if (!any) site_trace(s, x, (Span){0}, of_none, kind);
  int none = site_weigh(of_none, kind), most = any ? INT_MIN : none - (few ? LEEWAY_OF_FEW : LEEWAY);
  for (uint32_t k = 0; k < a.n; k++) {
    Site w = site_of(s, a.at[k]);
    if (does_another(s, x, &w) || does_it(s, x, &w)) continue;
    Signs signs = signs_of_distance(x, &w) | signs_of_clause(s, x, &w) | signs_between(s, x, &w) |
                  signs_of_preposition(s, &w) | signs_of_leaving(s, x, &w) | signs_of_front(s, x, &w) |
                  signs_of_owner(s, x, &w) | signs_of_role(s, x, &w) | signs_of_kind(s, &w) |
                  signs_of_where(s, x, &a, k) | signs_of_wording(s, x, &w) | signs_among(s, &a, k);
    int weight = site_weigh(signs, kind);
    if (!any) site_trace(s, x, w.place->span, signs, kind);
    bool finer = weight == most && best != NONE && lies_in(s, a.at[k], best);
    if (weight > most || finer) most = weight, best = a.at[k];
  }
  *unsure = best != NONE && !any && most < none;
  return best == NONE ? NONE : namely(s, &a, best);
}

uint32_t site_seat(const Stage *s, const Scene *x) {
  const Mentions *m = s->m->in->mentions;
  if (!type_is(stage_type(s, x), TRAIT_JUSTICE)) return NONE;
  for (uint32_t k = 0; k < x->agents.n; k++) {
    Part court = x->agents.at[k];
    if (!(s->m->c->marks[court.first] & SET_BIT(SET_SITE))) continue;
    for (uint32_t i = place_from(s->m->in, court.first); i < m->nplaces && m->places[i].last <= court.last; i++)
      if (!m->places[i].adjective) return i;
  }
  return NONE;
}
