/* The site of an act that a noun tells, and no name: «قنبلة في أحد المساجد» (a bomb in one of the mosques).
 *
 * The problem: «انفجرت عبوة أمام مبنى المحافظة في البصرة» (a charge went off in front of the governorate's building in
 * Basra) names one place, Basra, and tells of a narrower one. No table has the building; its noun is all there is.
 *
 * The method: a noun of a site (set `site`) under a preposition of place, with its complements and adjectives, tied to
 * the act by its clause. One that is told apart from all others («مبنى المحافظة», «الحدود بين غزة وإسرائيل») takes the
 * stead of the named place, of which it keeps where that is. Of the rest («مناطق جبلية», mountainous areas), and of
 * what the act is aimed at, it is told where its sentence names no place. */
#include "code/clause/near.h"
#include "code/match/role.h"
#include "code/scene/scene.h"
#include "code/setting/setting.h"

/* How far the site tells where the act was. */
typedef enum Hold { HOLD_NONE, HOLD_WEAK, HOLD_FIRM } Hold;

static SetMask marks_at(const Stage *s, uint32_t token) { return token == NONE ? 0 : s->m->c->marks[token]; }

/* «أحد المساجد», «محيط المحكمة»: the noun that only says which of them, or which part. */
static uint32_t top_of(const Stage *s, uint32_t phrase) {
  enum { STEPS_MOST = 3 };
  SetMask part = SET_BIT(SET_ONE_OF) | SET_BIT(SET_SOME_OF) | SET_BIT(SET_SITE) | SET_BIT(SET_SITE_PART);
  for (int steps = 0; steps < STEPS_MOST; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (f->link != LINK_IDAFA || f->up == NONE || !(marks_at(s, stage_phrase(s, f->up)->head) & part)) break;
    phrase = f->up;
  }
  return phrase;
}

static bool is_boundary(const Stage *s, const Phrase *f) { return (marks_at(s, f->head) & SET_BIT(SET_BOUNDARY)) != 0; }

/* «الحدود بين غزة وإسرائيل»: what lies between two is told by both; 0 where nothing does. */
static uint32_t end_of_both(const Stage *s, uint32_t phrase) {
  const Clauses *c = s->m->c;
  uint32_t first = phrase + 1, second = phrase + 2;
  if (second >= c->nphrases) return 0;
  const Phrase *a = &c->phrases[first], *b = &c->phrases[second];
  bool between = a->prep != NONE && marks_at(s, a->prep_token) & SET_BIT(SET_BETWEEN) &&
                 a->prep_token == c->phrases[phrase].last && (a->place != NONE || a->definite);
  return between && b->link == LINK_CONJ && b->place != NONE && b->first == a->last ? b->last : 0;
}

/* «حدود القطاع مع إسرائيل», «الحدود الشرقية لمدينة كذا»: with whom a border is, or whose; 0 where it is not told. */
static uint32_t end_of_border(const Stage *s, uint32_t phrase, uint32_t last) {
  const Clauses *c = s->m->c;
  if (!is_boundary(s, &c->phrases[phrase]) || last >= s->m->in->text->ntokens) return 0;
  SetMask elsewhere = SET_BIT(SET_INSIDE) | SET_BIT(SET_UPON) | SETS_AWAY | SET_BIT(SET_TOWARD);
  for (uint32_t i = phrase + 1; i < c->nphrases && c->phrases[i].first <= last + 1; i++) {
    const Phrase *f = &c->phrases[i];
    if (f->place == NONE || f->prep == NONE || f->prep_token != last || f->prep == s->m->g->prep_bi) continue;
    return marks_at(s, f->prep_token) & elsewhere ? 0 : f->last;
  }
  return 0;
}

/* Where the words end that tell which border or stretch it is; 0 where none do. */
static uint32_t end_of_limits(const Stage *s, uint32_t phrase, uint32_t last) {
  uint32_t both = end_of_both(s, phrase);
  return both ? both : end_of_border(s, phrase, last);
}

typedef struct Site {
  Part part, told;      /* its words, or those of an earlier phrase; where it is told */
  uint32_t phrase, top; /* of its noun; that the preposition governs */
  bool between, apart, definite;
} Site;

/* «ميدان المعركة» the battlefield, «المركز الثاني» second place: no site that anybody could go to. */
static bool is_figure_of_speech(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  for (uint32_t i = f->first; i < f->last; i++)
    if (marks_at(s, i) & SET_BIT(SET_ORDINAL)) return true;
  uint32_t of = idafa_on(s->m, phrase);
  uint32_t head = of == NONE ? NONE : stage_phrase(s, of)->head;
  return head != NONE && (s->scene_of_token[head] != NONE || marks_at(s, head) & SET_BIT(SET_WAR));
}

/* The end of a phrase's iḍāfa, before what a preposition ties to it: «مدرسة» of «مدرسة للفتيات». */
static uint32_t end_of_idafa(const Stage *s, uint32_t phrase, uint32_t end) {
  for (uint32_t i = phrase + 1; i <= end; i++)
    if (stage_phrase(s, i)->link == LINK_PREP) return i - 1;
  return end;
}

/* By its article, or by the name that it ends with: «منزل ديتا»; but «مدرسة للفتيات» (a girls' school) is any school.
 * `limits`: words that tell which border it is end it. */
static bool is_definite(const Stage *s, uint32_t phrase, Part part, bool limits) {
  uint32_t end = s->m->c->phrase_of[part.last - 1];
  if (end == NONE) end = phrase;
  uint32_t own = limits ? end : end_of_idafa(s, phrase, end);
  const Phrase *last = stage_phrase(s, own);
  const Reading *word = word_best(s->m->in->words, own == end ? part.last - 1 : last->last - 1);
  bool name = word->pos == POS_PROPER || (word->guessed && !last->adjectives);
  return name || last->definite || last->place != NONE || last->actor != NONE || last->person != NONE;
}

/* The site that a phrase tells; false where it tells none. */
static bool site_at(const Stage *s, uint32_t phrase, Site *out) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->head == NONE || !(marks_at(s, f->head) & SET_BIT(SET_SITE)) || s->scene_of_token[f->head] != NONE)
    return false;
  if (f->place != NONE || f->person != NONE || f->actor != NONE || f->date != NONE || f->pronoun) return false;
  uint32_t top = top_of(s, phrase);
  if (stage_phrase(s, top)->link == LINK_IDAFA) return false; /* «حراس السجن» */
  if (is_figure_of_speech(s, phrase)) return false;
  *out = (Site){.part = part_of_phrase(s, top), .phrase = phrase, .top = top, .between = end_of_both(s, phrase) > 0};
  uint32_t limits = end_of_limits(s, phrase, out->part.last);
  if (limits) out->part.last = limits;
  out->told = out->part;
  out->definite = is_definite(s, phrase, out->part, limits > 0);
  out->apart = limits || out->part.last > f->last || top != phrase || f->adjectives;
  return true;
}

/* «المسجد», «الحدود»: the one that an earlier phrase told apart, «مسجد العمال», «حدود القطاع مع إسرائيل»; its words go
 * into the site. */
static void take_up(const Stage *s, Site *w) {
  enum { BACK_MOST = 160 };
  const Phrase *f = stage_phrase(s, w->phrase);
  bool house = (f->classes & s->m->k->building) != 0, border = is_boundary(s, f);
  if (w->apart || !w->definite || (f->plural && !border) || w->top != w->phrase || !(house || border)) return;
  for (uint32_t i = w->phrase, steps = 0; i-- > 0 && steps < BACK_MOST; steps++) {
    const Phrase *told = stage_phrase(s, i);
    if (told->lemma != f->lemma || (told->plural && !border) || told->pronoun) continue;
    Part part = part_of_phrase(s, i);
    uint32_t limits = end_of_limits(s, i, part.last);
    if (limits) part.last = limits;
    if ((part.last == told->last && !told->adjectives) || !is_definite(s, i, part, limits > 0)) continue;
    w->part = part;
    w->apart = true;
    return;
  }
}

static bool told_as_place(const Stage *s, const Phrase *top) {
  if (top->prep == NONE) return false;
  SetMask marks = marks_at(s, top->prep_token);
  return top->prep == s->m->g->prep_bi || marks & (SET_BIT(SET_INSIDE) | SET_BIT(SET_BESIDE));
}

static bool has_part(const Parts *list, Part part) {
  for (uint32_t i = 0; i < list->n; i++)
    if (list->at[i].first <= part.first && part.last <= list->at[i].last) return true;
  return false;
}

/* «بلدة سروج قرب الحدود مع سوريا»: the border only says where the town lies. Where the act was in a land, or no place
 * is named but in the border's own words, the border is where in it. */
static bool in_land(const Stage *s, const Scene *x, Part border) {
  for (uint32_t i = 0; i < x->places.n; i++) {
    const PlaceMention *p = &s->m->in->mentions->places[x->places.at[i]];
    bool wide = p->level == LEVEL_COUNTRY || p->level == LEVEL_REGION || p->level == LEVEL_ADMIN1;
    bool its = border.first <= p->first && p->last <= border.last;
    if (!its && (!wide || str_eq(p->basis, STR("anchor")))) return false;
  }
  return true;
}

/* `into`: the scene that x is a telling of. */
static Hold hold_of(const Stage *s, const Scene *x, const Scene *into, const Site *w) {
  const Match *match = &s->matches->at[x->match];
  const Phrase *top = stage_phrase(s, w->top);
  if (!w->apart || has_part(&x->agents, w->told)) return HOLD_NONE;
  if (top->clause != x->clause && top->clause != match->carrier && top->clause != match->relative) return HOLD_NONE;
  bool upon = top->prep != NONE && marks_at(s, top->prep_token) & SET_BIT(SET_UPON);
  bool stretch = marks_at(s, stage_phrase(s, w->phrase)->head) & SET_BIT(SET_STRETCH), place = told_as_place(s, top);
  bool border = is_boundary(s, stage_phrase(s, w->phrase)), one = w->definite && (!top->plural || border) && !stretch;
  if (border && !w->between && !in_land(s, into, w->part)) return HOLD_NONE;
  if ((place || (upon && (w->between || border))) && one) return HOLD_FIRM;
  if (place && marks_at(s, top->head) & SET_BIT(SET_SOME_OF) && top->prep == s->m->g->prep_bi) return HOLD_NONE;
  return place || upon || (one && has_part(&x->targets, w->told)) ? HOLD_WEAK : HOLD_NONE;
}

/* Is the scene's own place told by another near it («شرقي رفح»), and no wider than its site? */
static bool is_near(const Stage *s, const Scene *x) {
  return x->places.n && str_eq(s->m->in->mentions->places[x->places.at[0]].basis, STR("anchor"));
}

static bool serves(const Stage *s, const Scene *x, Hold hold) {
  bool unnamed = x->elsewhere || !x->places.n;
  return hold == HOLD_FIRM ? unnamed || !is_near(s, x) : hold == HOLD_WEAK && unnamed;
}

/* The site of a scene or of another telling of it: the first behind it, or else the last before. */
static bool find_site(const Stage *s, const Scene *x, const Scene *into, Part *out) {
  enum { AHEAD = 14, BEHIND = 24 }; /* tokens from the act */
  const Clauses *c = s->m->c;
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  uint32_t from = x->first > sentence->first + AHEAD ? x->first - AHEAD : sentence->first;
  uint32_t end = x->last + BEHIND < sentence->last ? x->last + BEHIND : sentence->last;
  bool found = false;
  for (uint32_t i = from; i < end && !(found && i > x->first); i++) {
    uint32_t phrase = c->phrase_of[i];
    Site site;
    if (phrase == NONE || c->phrases[phrase].head != i || !site_at(s, phrase, &site)) continue;
    take_up(s, &site);
    if (!serves(s, into, hold_of(s, x, into, &site))) continue;
    *out = site.part;
    if (i > x->first) return true;
    found = true;
  }
  return found;
}

/* «الحدود بين إسرائيل وقطاع غزة»: a site whose words name several places is known by the first that is no whole
 * country; NONE where they name one, or countries alone. */
static uint32_t narrower_place(const Stage *s, Part part) {
  const Mentions *m = s->m->in->mentions;
  uint32_t place = NONE, n = 0;
  for (uint32_t i = place_from(s->m->in, part.first); i < m->nplaces && m->places[i].last <= part.last; i++) {
    const PlaceMention *p = &m->places[i];
    if (p->adjective || !p->id.n) continue;
    if (place == NONE && p->level != LEVEL_COUNTRY) place = i;
    n++;
  }
  return n > 1 ? place : NONE;
}

/* What the site's own words say of where it is goes before the place that the scene was told with. */
static void place_by_site(Stage *s, Scene *x) {
  uint32_t place = narrower_place(s, x->spot);
  if (place == NONE) return;
  x->places.n = 0;
  vec_push(&x->places, s->arena, place);
}

void scenes_spot(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i], *into = &s->scenes.at[scene_live(s, i)];
    const TypeRow *type = stage_type(s, into);
    if (into->dropped || into->kind != RECORD_EVENT || type_in(type, CLASS_BIT(SANCTION) | CLASS_BIT(AGREE))) continue;
    if (into->spot.first < into->spot.last) continue;
    if (find_site(s, x, into, &into->spot)) place_by_site(s, into);
  }
}
