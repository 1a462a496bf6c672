/* Opens what know_compile made: every number that points somewhere is held against where it
 * points, once, so that the finders need not. */
#include "know/know_layout.h"

static bool row_ok(uint32_t row, uint32_t n) { return row == ROW_NONE || row < n; }

static bool places_ok(const Know *k) {
  for (uint32_t i = 0; i < k->nplaces; i++) {
    const PlaceRow *p = &k->places[i];
    if (p->id >= k->texts.n || p->name_en >= k->texts.n || p->kind >= PLACE_KIND_COUNT) return false;
    if (!row_ok(p->admin1, k->nplaces) || !row_ok(p->admin2, k->nplaces)) return false;
  }
  return true;
}

static bool actors_ok(const Know *k) {
  for (uint32_t i = 0; i < k->nactors; i++) {
    const ActorRow *a = &k->actors[i];
    if (a->id >= k->texts.n || a->name_en >= k->texts.n || a->type >= k->texts.n) return false;
    if (!row_ok(a->parent, k->nactors) || !row_ok(a->replaced_by, k->nactors)) return false;
  }
  for (uint32_t i = 0; i < k->ntypes; i++)
    if (k->types[i].name >= k->texts.n) return false;
  return true;
}

static bool words_ok(const Know *k) {
  for (uint32_t i = 0; i < k->nwords; i++) {
    const WordRow *w = &k->words[i];
    if (w->kind >= KNOW_WORD_COUNT || w->arg > LEVEL_COUNTRYSIDE) return false;
    if (w->kind == WORD_NISBA && w->value >= k->nplaces) return false;
    bool typed = w->kind == WORD_HEAD || w->kind == WORD_BAND || w->kind == WORD_BODY || w->kind == WORD_BACK;
    if (typed && w->value >= k->ntypes) return false;
  }
  return true;
}

static bool values_ok(const Know *k) {
  const uint32_t size[] = {[KNOW_PLACE] = k->nplaces, [KNOW_ACTOR] = k->nactors, [KNOW_WORD] = k->nwords};
  for (uint32_t i = 0; i < k->phrases.nvalues; i++) {
    uint32_t v = k->phrases.values[i];
    if (value_kind(v) > KNOW_WORD || value_index(v) >= size[value_kind(v)]) return false;
  }
  return true;
}

static void add_value(const Know *k, NodeSum *sum, uint32_t value) {
  switch (value_kind(value)) {
    case KNOW_WORD: sum->kinds |= 1u << k->words[value_index(value)].kind; return;
    case KNOW_ACTOR: sum->kinds |= NODE_ACTOR; return;
    default: break;
  }
  PlaceKind kind = (PlaceKind)k->places[value_index(value)].kind;
  int weight = place_kind_weight(kind);
  sum->district |= kind == KIND_ADMIN2;
  if (!(sum->kinds & NODE_PLACE) || weight > sum->weight) {
    sum->heaviest = value;
    sum->weight = weight;
  }
  sum->kinds |= NODE_PLACE;
}

static bool sum_nodes(Arena *arena, Know *k) {
  NodeSum *sums = ARENA_ARRAY(arena, NodeSum, k->phrases.n + 1);
  for (uint32_t i = 0; sums && i < k->phrases.n; i++) {
    PhraseValues values = phrases_values(&k->phrases, i);
    for (uint32_t n = 0; n < values.n; n++) add_value(k, &sums[i], values.at[n]);
  }
  for (uint32_t i = 0; sums && i <= k->phrases.mask; i++)
    if (k->phrases.edges[i].child) sums[k->phrases.edges[i].parent].leads = true;
  k->sums = sums;
  return sums;
}

enum { NO_SLOT = 26 * 26 };

static uint32_t capital_slot(uint16_t country) {
  uint32_t a = (country & 0xFFu) - 'A', b = (uint32_t)(country >> 8) - 'A';
  return a < 26 && b < 26 ? 26 * a + b : NO_SLOT;
}

uint32_t know_capital(const Know *k, uint16_t country) {
  uint32_t slot = capital_slot(country);
  return slot == NO_SLOT ? ROW_NONE : k->capitals[slot];
}

static void find_capitals(Know *k) {
  for (uint32_t i = 0; i < 26 * 26; i++) k->capitals[i] = ROW_NONE;
  for (uint32_t i = k->nplaces; i-- > 0;) {
    uint32_t slot = k->places[i].kind == KIND_CAPITAL ? capital_slot(k->places[i].country) : NO_SLOT;
    if (slot != NO_SLOT) k->capitals[slot] = i;
  }
}

ErrorCode know_open(Arena *arena, const Image *image, const Lexicon *lexicon, Know **know, ErrorInfo *info) {
  Know *k = ARENA_NEW(arena, Know);
  if (!k) return error_set(info, ERROR_MEMORY, STR("compiled data"), 0, "names");
  k->lexicon = lexicon;
  ErrorCode code = phrases_open(&k->phrases, image, KNOW_PHRASES, info);
  if (!code) code = strings_open(&k->texts, image, KNOW_TEXTS, info);
  if (code) return code;
  ImageSection p = image_section(image, KNOW_TAG('p'), sizeof(PlaceRow));
  ImageSection a = image_section(image, KNOW_TAG('a'), sizeof(ActorRow));
  ImageSection w = image_section(image, KNOW_TAG('w'), sizeof(WordRow));
  ImageSection t = image_section(image, KNOW_TAG('t'), sizeof(TypeRow));
  k->places = p.at, k->nplaces = p.n;
  k->actors = a.at, k->nactors = a.n;
  k->words = w.at, k->nwords = w.n;
  k->types = t.at, k->ntypes = t.n;
  if (!places_ok(k) || !actors_ok(k) || !words_ok(k) || !values_ok(k))
    return error_set(info, ERROR_IMAGE, STR("compiled data"), KNOW_TAG('p'), "the tables of names are damaged");
  find_capitals(k);
  if (!sum_nodes(arena, k)) return error_set(info, ERROR_MEMORY, STR("compiled data"), 0, "names");
  *know = k;
  return ERROR_OK;
}
