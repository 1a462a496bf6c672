/* Ranking a word's readings by what stands beside it.
 *
 *   لم يعد      «يعد»: counts (يعُدّ), prepares (يُعِدّ), returned (يعُد); behind «لم» the last
 *   7 مدنيين    a number stands before: the form tells no dual from a plural, and need not
 *
 * The neighbours are found, each reading's cost in that context is looked up (word_context.h), and
 * the readings are put in the order of their costs. A spelling has few orders, which are kept with it. */
#include "lang/word_rank.h"

#include <limits.h>

/* ---- the neighbours ---- */

/* Signs that part nothing: quotes, and the stroke of «آذار/مارس». */
static bool is_through(const Text *text, uint32_t i) {
  uint8_t sign = token_sign(text, i);
  if (sign == '.') return i && text->tokens[i - 1].kind == TOKEN_WORD && text->tokens[i - 1].n == 1; /* «د. عادل» */
  return sign == '"' || sign == '\'' || sign == '/';
}

/* The token beside, such signs passed over; ntokens where the sentence or the phrase ends. */
static uint32_t over_signs(const Text *text, uint32_t i, int step) {
  uint32_t k = i;
  for (int tries = 0; tries < 3; tries++) {
    if (step < 0 && !k) return text->ntokens;
    k = step < 0 ? k - 1 : k + 1;
    if (k >= text->ntokens || text->tokens[k].sentence != text->tokens[i].sentence) return text->ntokens;
    if (!is_through(text, k)) return k;
  }
  return text->ntokens;
}

/* Mostly a word. */
static inline uint32_t token_before(const Text *text, uint32_t i) {
  const Token *t = &text->tokens[i];
  return i && t[-1].kind == TOKEN_WORD && t[-1].sentence == t->sentence ? i - 1 : over_signs(text, i, -1);
}
static inline uint32_t token_behind(const Text *text, uint32_t i) {
  const Token *t = &text->tokens[i];
  return i + 1 < text->ntokens && t[1].kind == TOKEN_WORD && t[1].sentence == t->sentence ? i + 1
                                                                                          : over_signs(text, i, 1);
}

static Beside kind_of(const Text *text, uint32_t i) {
  if (i >= text->ntokens) return BESIDE_NOTHING;
  switch (text->tokens[i].kind) {
    case TOKEN_WORD: return BESIDE_WORD;
    case TOKEN_NUMBER: return BESIDE_NUMBER;
    default: return BESIDE_NOTHING;
  }
}

static inline const Bearing *bearing_of(const Ranker *ranker, uint16_t number) {
  return &ranker->bearings->list.at[number - 1];
}

/* A bearing that was not kept is made anew, in `room`. */
static const Bearing *bearing_before(const Ranker *ranker, uint32_t i, Bearing *room) {
  Beside kind = kind_of(ranker->text, i);
  if (kind != BESIDE_WORD || !ranker->words[i].n) return &ranker->bearings->beside[kind];
  if (ranker->seen[i].bearing) return bearing_of(ranker, ranker->seen[i].bearing);
  bearing_make(room, word_profile(ranker->words[i].readings));
  return room;
}

static const Behind *bearing_behind(const Ranker *ranker, uint32_t i, Behind *room) {
  Beside kind = kind_of(ranker->text, i);
  if (kind != BESIDE_WORD || !ranker->words[i].n) return &ranker->bearings->beside_behind[kind];
  if (ranker->seen[i].behind) return &ranker->bearings->behind.at[ranker->seen[i].behind - 1];
  behind_make(room, word_profile_behind(ranker->words[i].readings, ranker->words[i].n));
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
    if (!ranker->words[k].n) return MASDAR_NONE;
    Bearing room;
    JoinedTo to = (JoinedTo)bearing_before(ranker, k, &room)->joined;
    if (to == JOINED_END) return MASDAR_NONE;
    if (to == JOINED_MASDAR) return k == previous ? MASDAR_NEXT_TO_IT : MASDAR_BEFORE;
  }
  return MASDAR_NONE;
}

/* ---- the order ---- */

/* What the word before tells of a reading that may be dual or plural. */
static uint8_t settle_number(const Bearing *before, const Bearing *reading) {
  if (!reading->either || (reading->either != EITHER_ADJECTIVE && before->settles != SETTLED_AS_IT_IS))
    return SETTLED_NOT;
  return before->settles;
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

static const Bearing *bearing_of_standing(const Ranker *ranker, const Word *word, const Standing *s, uint32_t k,
                                          Bearing *room) {
  if (s[k].bearing) return bearing_of(ranker, s[k].bearing);
  bearing_make(room, word_profile(&word->readings[k]));
  return room;
}

/* In the order of their costs. */
static void rank_standings(const Ranker *ranker, const Context *context, const Word *word, const Standing *standings,
                           Ranking *ranking) {
  int cost[READINGS_KEPT], before = INT_MIN;
  bool sorted = true;
  Bearing room;
  for (uint32_t k = 0; k < word->n; k++) {
    const Bearing *bearing = bearing_of_standing(ranker, word, standings, k, &room);
    cost[k] = standings[k].cost + context_cost(ranker->costs, context, bearing);
    sorted &= before <= cost[k];
    before = cost[k];
  }
  if (!sorted) sort_ranking(ranking, cost, word->n);
}

/* The readings that are dual or plural, by the word before. */
static void settle_standings(const Ranker *ranker, const Bearing *previous, const Word *word, const Standing *standings,
                             Ranking *ranking) {
  Bearing room;
  for (uint32_t k = 0; k < word->n; k++) {
    ranking->settled[k] = settle_number(previous, bearing_of_standing(ranker, word, standings, k, &room));
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
  if (!s) return ranked(ranker->bearings, ranker->arena, word, ranking);
  uint64_t key = key_of(ranking, word->n);
  if (s->variant.key == key) return s->variant.readings;
  SpellingTail *tail = spelling_tail(s);
  for (uint32_t i = 0; i + 1 < s->nvariants; i++)
    if (tail->more[i].key == key) return tail->more[i].readings;
  if (s->nvariants == 1 && !tail->more)
    tail->more = arena_array(ranker->kept->arena, VARIANTS_MORE, sizeof(Variant), SPELLING_UNIT);
  if (s->nvariants > VARIANTS_MORE || (s->nvariants && !tail->more))
    return ranked(ranker->bearings, ranker->arena, word, ranking);
  const Reading *readings = ranked(ranker->bearings, ranker->kept->arena, word, ranking);
  if (!readings) return ranked(ranker->bearings, ranker->arena, word, ranking);
  *(s->nvariants ? &tail->more[s->nvariants - 1] : &s->variant) = (Variant){key, readings};
  s->nvariants++;
  return readings;
}

/* The readings as they are ranked: they are kept with the spelling, so that those themselves need not
 * be fetched. */
static const Standing *standings_of(const Ranker *ranker, const Word *word, Standing *own) {
  if (word->spelling) return spelling_at(ranker->kept, word->spelling)->standings;
  for (uint32_t k = 0; k < word->n; k++) own[k] = (Standing){word->readings[k].cost, word->readings[k].bearing};
  return own;
}

static void rank(const Ranker *ranker, uint32_t i, Word *word) {
  uint32_t before = token_before(ranker->text, i), behind = token_behind(ranker->text, i);
  Bearing room_before;
  Behind room_behind;
  Standing own[READINGS_KEPT];
  const Bearing *previous = bearing_before(ranker, before, &room_before);
  const Standing *standings = standings_of(ranker, word, own);
  Ranking ranking = {.order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}};
  if (word->n > 1) {
    Context context = context_of(previous, bearing_behind(ranker, behind, &room_behind),
                                 word->joins ? masdar_before(ranker, i, before) : MASDAR_NONE);
    rank_standings(ranker, &context, word, standings, &ranking);
  }
  if (word->dual && previous->settles) settle_standings(ranker, previous, word, standings, &ranking);
  if (!ranking.changed) return;
  uint32_t first = ranking.order[0];
  bool same = word->spelling && !ranking.settled[first];
  word->readings = variant_of(ranker, word, &ranking);
  if (!word->readings) {
    word->n = 0; /* the arena has failed */
    return;
  }
  ranker->seen[i].bearing = same ? standings[first].bearing : word->readings->bearing;
}

void word_rank(const Ranker *ranker, uint32_t i) {
  Word *word = &ranker->words[i];
  if (word->n == 1 && !word->dual) return; /* nothing to choose */
  rank(ranker, i, word);
  if (!word->dual) return;
  Bearing room;
  const Bearing *best = bearing_before(ranker, i, &room);
  word->dual = word->n && (best->either || best->shape >> 2 == NUMBER_DUAL);
}
