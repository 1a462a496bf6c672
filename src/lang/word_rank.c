/* Ranking a word's readings by what stands beside it.
 *
 *   لم يعد      «يعد»: counts (يعُدّ), prepares (يُعِدّ), returned (يعُد); behind «لم» the last
 *   7 مدنيين    a number stands before: the form tells no dual from a plural, and need not
 *
 * The neighbours are found, each reading's cost in that context is looked up (word_context.h), and
 * the readings are put in the order of their costs. A spelling has few orders, which are kept with it. */
#include "lang/word_rank.h"

#include <limits.h>

void ranker_init(Ranker *ranker) {
  for (uint32_t i = 0; i < sizeof ranker->beside / sizeof *ranker->beside; i++)
    bearing_make(&ranker->beside[i], (Profile){.beside = i & 3u});
}

/* ---- the neighbours ---- */

/* Signs that part nothing: quotes, and the stroke of «آذار/مارس». */
static bool is_through(const Text *text, uint32_t i) {
  uint8_t sign = token_sign(text, i);
  if (sign == '.') return i && text->tokens[i - 1].kind == TOKEN_WORD && text->tokens[i - 1].n == 1; /* «د. عادل» */
  return sign == '"' || sign == '\'' || sign == '/';
}

/* The token beside, such signs passed over; ntokens where the sentence or the phrase ends. */
static uint32_t beside(const Text *text, uint32_t i, int step) {
  uint32_t k = i;
  for (int tries = 0; tries < 3; tries++) {
    if (step < 0 && !k) return text->ntokens;
    k = step < 0 ? k - 1 : k + 1;
    if (k >= text->ntokens || text->tokens[k].sentence != text->tokens[i].sentence) return text->ntokens;
    if (!is_through(text, k)) return k;
  }
  return text->ntokens;
}

static Beside kind_of(const Text *text, uint32_t i) {
  if (i >= text->ntokens) return BESIDE_NOTHING;
  switch (text->tokens[i].kind) {
    case TOKEN_WORD: return BESIDE_WORD;
    case TOKEN_NUMBER: return BESIDE_NUMBER;
    default: return BESIDE_NOTHING;
  }
}

static const Bearing *bearing_of(const Ranker *ranker, uint16_t number) {
  return &ranker->bearings->list.at[number - 1];
}

/* A bearing that was not kept is made anew, in `room`. */
static const Bearing *bearing_before(const Ranker *ranker, uint32_t i, Bearing *room) {
  Beside kind = kind_of(ranker->text, i);
  if (kind != BESIDE_WORD || !ranker->words[i].n) return &ranker->beside[kind];
  if (ranker->seen[i].as_previous) return bearing_of(ranker, ranker->seen[i].as_previous);
  bearing_make(room, word_profile(ranker->words[i].readings));
  return room;
}

static const Bearing *bearing_behind(const Ranker *ranker, uint32_t i, Bearing *room) {
  Beside kind = kind_of(ranker->text, i);
  if (kind != BESIDE_WORD || !ranker->words[i].n) return &ranker->beside[kind];
  if (ranker->seen[i].as_next) return bearing_of(ranker, ranker->seen[i].as_next);
  bearing_make(room, word_profile_behind(ranker->words[i].readings, ranker->words[i].n));
  return room;
}

enum { JOINED_WITHIN = 6 };

/* The masdar that a word joined by «و» may go on from: a few words back, in this sentence. */
static MasdarBefore masdar_before(const Ranker *ranker, uint32_t i, uint32_t previous) {
  const Token *tokens = ranker->text->tokens;
  for (uint32_t back = 1; back <= JOINED_WITHIN && back <= i; back++) {
    uint32_t k = i - back;
    if (tokens[k].sentence != tokens[i].sentence) return MASDAR_NONE;
    if (tokens[k].kind != TOKEN_WORD) continue;
    const Reading *r = ranker->words[k].readings;
    if (!r || r->pos == POS_VERB) return MASDAR_NONE;
    if (r->form != FORM_MASDAR) continue;
    if (r->clitics & CLITIC_AL || r->flags & ENDING_TANWIN) return MASDAR_NONE;
    return k == previous ? MASDAR_NEXT_TO_IT : MASDAR_BEFORE;
  }
  return MASDAR_NONE;
}

/* ---- the order ---- */

/* Whether a context tells dual and plural apart: no; yes, and the number stands; it is one of
 * them (as WordNumber has them). */
enum { SETTLED_NOT, SETTLED_AS_IT_IS, SETTLED_DUAL = NUMBER_DUAL, SETTLED_PLURAL = NUMBER_PLURAL };

/* A dual or plural by its neighbour: a number before it («7 مدنيين»), or the noun that an
 * adjective describes («جسرين رئيسيين»). What stands behind a number is not two of them. */
static uint8_t settle_number(Profile before, const Reading *r) {
  if (!r->dual_or_plural) return SETTLED_NOT;
  if (context_counts(before)) return SETTLED_AS_IT_IS;
  if (r->pos != POS_ADJ || before.pos != POS_NOUN || before.either) return SETTLED_NOT;
  if (before.number == NUMBER_DUAL) return SETTLED_DUAL;
  return before.number == NUMBER_PLURAL ? SETTLED_PLURAL : SETTLED_NOT;
}

/* How a context has the readings: their order, and SETTLED_… by their place out of context. */
typedef struct Ranking {
  uint8_t order[READINGS_KEPT], settled[READINGS_KEPT];
  bool changed;
} Ranking;

static void sort_ranking(Ranking *ranking, int *cost, uint32_t n) {
  for (uint32_t i = 1; i < n; i++) {
    int c = cost[i];
    uint8_t which = ranking->order[i];
    uint32_t k = i;
    for (; k && cost[k - 1] > c; k--) {
      cost[k] = cost[k - 1];
      ranking->order[k] = ranking->order[k - 1];
      ranking->changed = true;
    }
    cost[k] = c;
    ranking->order[k] = which;
  }
}

/* In the order of their costs. */
static void rank_standings(const Ranker *ranker, const Context *context, const Word *word, const Standing *standings,
                           Ranking *ranking) {
  int cost[READINGS_KEPT], before = INT_MIN;
  bool sorted = true;
  Bearing room;
  for (uint32_t k = 0; k < word->n; k++) {
    const Bearing *bearing = &room;
    if (standings[k].bearing)
      bearing = bearing_of(ranker, standings[k].bearing);
    else
      bearing_make(&room, word_profile(&word->readings[k]));
    cost[k] = standings[k].cost + context_cost(ranker->costs, context, bearing);
    sorted &= before <= cost[k];
    before = cost[k];
  }
  if (!sorted) sort_ranking(ranking, cost, word->n);
}

static void rank_readings(const Ranker *ranker, const Word *word, const Context *context, Ranking *ranking) {
  Standing own[READINGS_KEPT];
  const Standing *standings = own;
  *ranking = (Ranking){.order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}};
  if (word->spelling)
    standings = spelling_at(ranker->kept, word->spelling)->standings;
  else
    for (uint32_t k = 0; k < word->n; k++) own[k] = (Standing){word->readings[k].cost, word->readings[k].bearing};
  if (word->n > 1) rank_standings(ranker, context, word, standings, ranking);
  for (uint32_t k = 0; word->dual && k < word->n; k++) {
    ranking->settled[k] = settle_number(context->previous->of, &word->readings[k]);
    ranking->changed |= ranking->settled[k] != SETTLED_NOT;
  }
}

static const Reading *ranked(Bearings *bearings, Arena *arena, const Word *word, const Ranking *ranking) {
  Reading *readings = ARENA_ARRAY(arena, Reading, word->n);
  for (uint32_t k = 0; readings && k < word->n; k++) {
    Reading *r = &readings[k];
    uint8_t settled = ranking->settled[ranking->order[k]];
    *r = word->readings[ranking->order[k]];
    if (!settled) continue;
    r->dual_or_plural = false;
    if (settled > SETTLED_AS_IT_IS) r->number = settled & 3u;
    r->bearing = bearings_number(bearings, word_profile(r));
  }
  return readings;
}

/* Six bits a reading. */
static uint64_t key_of(const Ranking *ranking, uint32_t n) {
  uint64_t key = 0;
  for (uint32_t k = 0; k < n; k++)
    key = key << 6 | (uint64_t)ranking->settled[ranking->order[k]] << 4 | ranking->order[k];
  return key;
}

/* A spelling has few orders, over and over. */
static const Reading *variant_of(const Ranker *ranker, const Word *word, const Ranking *ranking) {
  Spelling *s = word->spelling ? spelling_at(ranker->kept, word->spelling) : NULL;
  uint64_t key = key_of(ranking, word->n);
  for (uint32_t i = 0; s && i < s->nvariants; i++)
    if (s->variants[i].key == key) return s->variants[i].readings;
  if (s && !s->variants) s->variants = ARENA_ARRAY(ranker->kept->arena, Variant, VARIANTS_MAX);
  if (!s || !s->variants || s->nvariants == VARIANTS_MAX) return ranked(ranker->bearings, ranker->arena, word, ranking);
  const Reading *readings = ranked(ranker->bearings, ranker->kept->arena, word, ranking);
  if (!readings) return ranked(ranker->bearings, ranker->arena, word, ranking);
  s->variants[s->nvariants++] = (Variant){key, readings};
  return readings;
}

void word_rank(const Ranker *ranker, uint32_t i) {
  Word *word = &ranker->words[i];
  if (word->n == 1 && !word->readings->dual_or_plural) return; /* nothing to choose */
  uint32_t before = beside(ranker->text, i, -1), after = beside(ranker->text, i, 1);
  Bearing room[2];
  Context context = {bearing_before(ranker, before, &room[0]), bearing_behind(ranker, after, &room[1]),
                     word->joins ? masdar_before(ranker, i, before) : MASDAR_NONE};
  Ranking ranking;
  rank_readings(ranker, word, &context, &ranking);
  if (!ranking.changed) return;
  word->readings = variant_of(ranker, word, &ranking);
  if (!word->readings) {
    word->n = 0; /* the arena has failed */
    return;
  }
  /* Rather than by the readings, which need not be fetched for it. */
  uint32_t first = ranking.order[0];
  bool same = word->spelling && !ranking.settled[first];
  ranker->seen[i].as_previous =
      same ? spelling_at(ranker->kept, word->spelling)->standings[first].bearing : word->readings->bearing;
}
