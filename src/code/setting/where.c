/* Where an act was: the place of its sentence that is likeliest its own, with all that «و» joins to it; where it has
 * none, that of the act before or of the report's news. */
#include "code/scene/scene.h"
#include "code/setting/setting.h"
#include "code/setting/site.h"
#include "text/letter.h"

/* «في البقع، ومديريات باقم، وكتاف»; «حول غزة وفي الضفة»: nothing but a comma or a preposition said anew stands
 * between a place and the one that «و» joins to it. */
static bool goes_on_list(const Stage *s, const PlaceMention *before, const PlaceMention *next) {
  const Text *text = s->m->in->text;
  uint32_t from = token_past_brackets(text, before->last); /* «طنجة (شمال) وتطوان (شمال)» */
  if (next->first < from || next->first > from + 2) return false;
  bool conj = (word_best(s->m->in->words, next->first)->clitics & CLITIC_CONJ) != 0;
  conj |= text->tokens[next->first].span.start < next->span.start &&
          (uint8_t)token_fold(text, next->first).p[0] == LETTER_WAW; /* of a name that no table has */
  for (uint32_t i = from; i < next->first; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    bool prep = text->tokens[i].kind == TOKEN_WORD && r->pos == POS_PREP && r->clitics & CLITIC_CONJ && !r->enclitic;
    if (!prep && token_sign(text, i) != ',') return false;
    conj |= prep;
  }
  return conj;
}

/* «إيران تشهد أعمال شغب وواشنطن تدعم المتظاهرين»: what a verb stands between is of another clause. */
static bool verb_between(const Stage *s, const PlaceMention *before, const PlaceMention *next) {
  enum { REACH = 24 };
  for (uint32_t i = before->last; i < next->first && i < before->last + REACH; i++)
    if (stage_is_verb(s, i)) return true;
  return false;
}

/* «مواقع التنظيم في سوريا والحزب في شمال العراق»: places of what «و» joins. */
static bool of_joined(const Stage *s, uint32_t one, uint32_t other) {
  if (one == NONE || other == NONE) return false;
  const Phrase *a = stage_phrase(s, one), *b = stage_phrase(s, other);
  if (a->link != LINK_PREP || b->link != LINK_PREP || a->up == NONE || b->up == NONE || a->prep != b->prep)
    return false;
  if (!(s->m->c->marks[a->prep_token] & SET_BIT(SET_INSIDE))) return false;
  const Phrase *of = stage_phrase(s, b->up);
  if (of->head != NONE && s->scene_of_token[of->head] != NONE) return false; /* «هجوم في العريش واشتباك في السويس» */
  return a->up != b->up && phrase_root(s->m->c, a->up) == phrase_root(s->m->c, b->up);
}

/* The place with all that «و» joins to it. */
static void take_group(Stage *s, Scene *x, uint32_t i, uint32_t end) {
  enum { PLACES_ON = 8 };
  const Mentions *m = s->m->in->mentions;
  if (!vec_push(&x->places, s->arena, i)) return;
  uint32_t root = s->m->c->phrase_of[m->places[i].first];
  for (uint32_t k = i + 1; k < m->nplaces && m->places[k].first < end && k < i + PLACES_ON; k++) {
    if (!site_serves(s, k)) continue;
    bool container = m->places[i].container == k || m->places[k - 1].container == k;
    uint32_t phrase = s->m->c->phrase_of[m->places[k].first];
    bool joined =
        root != NONE && phrase != NONE && phrase_root(s->m->c, phrase) == phrase_root(s->m->c, root) && phrase != root;
    const PlaceMention *newest = &m->places[x->places.at[x->places.n - 1]];
    joined |= of_joined(s, root, phrase);
    joined &= !verb_between(s, newest, &m->places[k]);
    if ((joined || goes_on_list(s, newest, &m->places[k])) && !container) vec_push(&x->places, s->arena, k);
  }
}

/* The first of the group that a place is one of, so that all that «و» joins comes along, and the finest of those of
 * which one holds the other. */
static uint32_t first_of_group(const Stage *s, uint32_t i, uint32_t first) {
  const Mentions *m = s->m->in->mentions;
  uint32_t phrase = s->m->c->phrase_of[m->places[i].first];
  uint32_t root = phrase == NONE ? NONE : phrase_root(s->m->c, phrase);
  uint32_t place = root == NONE ? NONE : stage_phrase(s, root)->place;
  if (place != NONE && place < i && site_serves(s, place)) i = place;
  while (i > 0 && m->places[i - 1].first >= first && site_serves(s, i - 1) &&
         (m->places[i - 1].container == i || goes_on_list(s, &m->places[i - 1], &m->places[i])))
    i--;
  return i;
}

/* «العاصمة الإثيوبية أديس أبابا»: the name that stands beside what it is called. */
static uint32_t name_beside(const Stage *s, uint32_t i) {
  const Mentions *m = s->m->in->mentions;
  if (i == NONE || i + 1 >= m->nplaces || !m->places[i].id.n) return i;
  const PlaceMention *called = &m->places[i], *named = &m->places[i + 1];
  bool beside = named->first == called->last && str_eq(named->id, called->id) && site_serves(s, i + 1);
  return beside ? i + 1 : i;
}

/* Within how many tokens behind its trigger a place is the act's own. */
enum { OWN_PLACE = 12 };

static void put_places(Stage *s, Scene *x, bool any) {
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  uint32_t befallen = site_befallen(s, x);
  if (befallen == NONE) befallen = site_taken_up(s, x);
  if (befallen != NONE) {
    vec_push(&x->places, s->arena, befallen);
    x->own_place = true;
    return;
  }
  uint32_t place = name_beside(s, site_choose(s, x, any, &x->unsure_place));
  if (place != NONE) take_group(s, x, first_of_group(s, place, sentence->first), sentence->last);
  const PlaceMention *first = x->places.n ? &s->m->in->mentions->places[x->places.at[0]] : NULL;
  bool fronted = first && (x->phrase == NONE || x->alone) && first->last == x->first; /* «ففي قرية كذا قتل ثمانية» */
  x->own_place = fronted || (first && first->first > x->first && first->first < x->first + OWN_PLACE);
}

/* The act before whose place is that of one told without: the nearest right before it that has one of its own, or else
 * `lead`. */
static const Scene *goes_on_from(const Stage *s, uint32_t at, const Scene *lead) {
  enum { BEHIND_MOST = 2 };
  const Scene *x = &s->scenes.at[at];
  const TypeRow *type = stage_type(s, x);
  for (uint32_t k = at, steps = 0; k-- > 0 && steps < SCENES_NEAR; steps++) {
    const Scene *before = &s->scenes.at[k];
    if (x->sentence > before->told + BEHIND_MOST) break;
    const TypeRow *other = stage_type(s, before);
    if (!scene_gives(before) || !before->places.n || before->elsewhere || !type || !other) continue;
    return before;
  }
  return lead;
}

static void take_places(Stage *s, Scene *x, const Scene *from) {
  for (uint32_t k = 0; k < from->places.n; k++) vec_push(&x->places, s->arena, from->places.at[k]);
  x->elsewhere = true;
}

/* An act told without a place is where the one before it was, or where the report's news is: «أعلن مسؤول أن القصف أوقع
 * قتلى» (an official said that the shelling left dead). The first of the news, or NULL. */
static const Scene *inherit_place(Stage *s) {
  const Mentions *m = s->m->in->mentions;
  const Scene *lead = NULL;
  for (uint32_t i = 0; i < s->scenes.n && !lead; i++)
    if (scene_gives(&s->scenes.at[i]) && s->scenes.at[i].places.n) lead = &s->scenes.at[i];
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || x->places.n || x->kind == RECORD_TREND) continue;
    if (scene_is_nowhere(s, x)) continue;
    uint32_t pointed = site_pointed_at(s, x);
    if (pointed == NONE) pointed = site_seat(s, x);
    if (pointed != NONE) {
      vec_push(&x->places, s->arena, pointed);
      continue;
    }
    if (x->background) { /* history has no place of the news's; what is agreed on may have none */
      if (!type_is(stage_type(s, x), TRAIT_ANYWHERE)) put_places(s, x, true);
      continue;
    }
    if (!lead) {
      put_places(s, x, true);
      if (x->places.n) lead = x;
      continue;
    }
    if (type_is(stage_type(s, x), TRAIT_ANYWHERE)) continue;
    const Scene *from = goes_on_from(s, i, x->kind == RECORD_FIGURE ? NULL : lead); /* or place_figures */
    uint32_t nation = from ? site_of_doer(s, x, m->places[from->places.at[0]].country) : NONE;
    if (nation != NONE) {
      vec_push(&x->places, s->arena, nation);
      x->elsewhere = true;
    } else if (from) {
      take_places(s, x, from);
    }
  }
  return lead;
}

/* «40 ألف قتيل», «نحو مليون نازح»: a figure that goes on from no act is of the country that the report is about, or of
 * its news where it is about none. */
static void place_figures(Stage *s, const Scene *lead) {
  for (uint32_t i = 0; lead && i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->kind != RECORD_FIGURE || !scene_is_news(x) || x->places.n) continue;
    if (!scene_is_nowhere(s, x) && !type_is(stage_type(s, x), TRAIT_ANYWHERE)) take_places(s, x, lead);
  }
}

/* A place that is likelier not the act's has done its work once acts are told apart, unless another telling bears it
 * out. */
static void leave_unsure(const Stage *s, Scene *x) {
  if (scene_is_nowhere(s, x)) x->places.n = 0;
  if (x->merged == NONE && x->unsure_place && !x->also.n) x->places.n = 0;
}

void scenes_inherit_places(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) leave_unsure(s, &s->scenes.at[i]);
  const Scene *lead = inherit_place(s);
  scenes_stay_home(s);
  place_figures(s, lead);
}

void scenes_place(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (s->scenes.at[i].merged == NONE) put_places(s, &s->scenes.at[i], false);
}
