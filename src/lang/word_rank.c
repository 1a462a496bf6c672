/* Ranking a word's readings by what stands beside it.
 *
 *   لم يعد      «يعد»: counts (يعُدّ), prepares (يُعِدّ), returned (يعُد); behind «لم» the last
 *   7 مدنيين    a number stands before: the form tells no dual from a plural, and need not
 *
 * The neighbours are found, each reading's cost in that context is looked up (word_context.h), and
 * the readings are put in the order of their costs. A spelling has few orders, which are kept with it. */
#include "lang/word_rank.h"

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
static const Bearing *bearing_anew(const Ranker *ranker, uint32_t i, Bearing *room) {
  Beside kind = kind_of(ranker->text, i);
  if (kind != BESIDE_WORD || !ranker->words[i].n) return &ranker->bearings->beside[kind];
  bearing_make(room, word_profile(ranker->words[i].readings));
  return room;
}

static inline const Bearing *bearing_before(const Ranker *ranker, uint32_t i, Bearing *room) {
  uint16_t number = ranker->seen[i].bearing;
  return number ? bearing_of(ranker, number) : bearing_anew(ranker, i, room);
}

static const Behind *behind_anew(const Ranker *ranker, uint32_t i, Behind *room) {
  Beside kind = kind_of(ranker->text, i);
  if (kind != BESIDE_WORD || !ranker->words[i].n) return &ranker->bearings->beside_behind[kind];
  behind_make(room, word_profile_behind(ranker->words[i].readings, ranker->words[i].n));
  return room;
}

static inline const Behind *bearing_behind(const Ranker *ranker, uint32_t i, Behind *room) {
  uint16_t number = ranker->seen[i].behind;
  return number ? &ranker->bearings->behind.at[number - 1] : behind_anew(ranker, i, room);
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

/* How a context has the readings: by rank, four bits for each one's place out of context; and by that
 * place, two bits for its SETTLED_…. */
typedef struct Ranking {
  uint64_t order;
  uint32_t settled;
} Ranking;

enum { PLACE_BITS = 4, PLACE_MASK = 15, FEW = 4, MORE = 6 };
_Static_assert((int)READINGS_KEPT == 10, "a place in four bits, and a network for all");
static const uint64_t AS_THEY_ARE = 0x9876543210u;

static uint32_t place_of(const Ranking *ranking, uint32_t rank) {
  return (uint32_t)(ranking->order >> PLACE_BITS * rank) & PLACE_MASK;
}
static uint8_t settled_of(const Ranking *ranking, uint32_t place) { return ranking->settled >> 2 * place & 3u; }

/* Keys are costs with the places in their last bits: no two are equal, and what costs the same stays as it
 * was. They are sorted without a branch, since which way one goes nobody can foretell. */
static inline void put_right(int32_t *key, uint32_t a, uint32_t b) {
  int32_t x = key[a], y = key[b];
  key[a] = x < y ? x : y;
  key[b] = x < y ? y : x;
}

static inline uint64_t places(const int32_t *key, uint32_t n) {
  uint64_t order = AS_THEY_ARE >> PLACE_BITS * n;
  for (uint32_t i = n; i-- > 0;) order = order << PLACE_BITS | (uint32_t)(key[i] & PLACE_MASK);
  return order;
}

/* Networks of comparisons, the shortest that are known. */
static inline uint64_t sorted_four(int32_t *key) {
  put_right(key, 0, 2), put_right(key, 1, 3);
  put_right(key, 0, 1), put_right(key, 2, 3);
  put_right(key, 1, 2);
  return places(key, 4);
}

static inline uint64_t sorted_six(int32_t *key) {
  put_right(key, 0, 5), put_right(key, 1, 3), put_right(key, 2, 4);
  put_right(key, 1, 2), put_right(key, 3, 4);
  put_right(key, 0, 3), put_right(key, 2, 5);
  put_right(key, 0, 1), put_right(key, 2, 3), put_right(key, 4, 5);
  put_right(key, 1, 2), put_right(key, 3, 4);
  return places(key, 6);
}

static uint64_t sorted_ten(int32_t *key) {
  put_right(key, 0, 8), put_right(key, 1, 9), put_right(key, 2, 7), put_right(key, 3, 5), put_right(key, 4, 6);
  put_right(key, 0, 2), put_right(key, 1, 4), put_right(key, 5, 8), put_right(key, 7, 9);
  put_right(key, 0, 3), put_right(key, 2, 4), put_right(key, 5, 7), put_right(key, 6, 9);
  put_right(key, 0, 1), put_right(key, 3, 6), put_right(key, 8, 9);
  put_right(key, 1, 5), put_right(key, 2, 3), put_right(key, 4, 8), put_right(key, 6, 7);
  put_right(key, 1, 2), put_right(key, 3, 5), put_right(key, 4, 6), put_right(key, 7, 8);
  put_right(key, 2, 3), put_right(key, 4, 5), put_right(key, 6, 7);
  put_right(key, 3, 4), put_right(key, 5, 6);
  return places(key, READINGS_KEPT);
}

static const Bearing *bearing_of_standing(const Ranker *ranker, const Word *word, const Standing *s, uint32_t k,
                                          Bearing *room) {
  if (s[k].bearing) return bearing_of(ranker, s[k].bearing);
  bearing_make(room, word_profile(&word->readings[k]));
  return room;
}

/* A reading's cost in the context. */
static inline int cost_of(const Ranker *ranker, const Context *context, const Word *word, const Standing *standings,
                          uint32_t k) {
  Bearing room;
  const Bearing *bearing = bearing_of_standing(ranker, word, standings, k, &room);
  return standings[k].cost + context_cost(ranker->costs, context, bearing);
}

static inline int32_t key_in(const Ranker *ranker, const Context *context, const Word *word, const Standing *standings,
                             uint32_t k) {
  return cost_of(ranker, context, word, standings, k) * (1 << PLACE_BITS) + (int32_t)k;
}

/* Two in every five words have two readings. */
static inline uint64_t rank_two(const Ranker *ranker, const Context *context, const Word *word,
                                const Standing *standings) {
  int first = cost_of(ranker, context, word, standings, 0), second = cost_of(ranker, context, word, standings, 1);
  return AS_THEY_ARE ^ (second < first ? 0x11u : 0);
}

/* In the order of their costs; what is not there comes last. */
static uint64_t rank_standings(const Ranker *ranker, const Context *context, const Word *word,
                               const Standing *standings) {
  enum { LAST = 0x7FFFFFF0 };
  if (word->n == 2) return rank_two(ranker, context, word, standings);
  if (word->n <= FEW) {
    int32_t key[FEW] = {key_in(ranker, context, word, standings, 0), key_in(ranker, context, word, standings, 1),
                        key_in(ranker, context, word, standings, 2), LAST | 3};
    if (word->n == FEW) key[3] = key_in(ranker, context, word, standings, 3);
    return sorted_four(key);
  }
  int32_t key[READINGS_KEPT] = {LAST,     LAST | 1, LAST | 2, LAST | 3, LAST | 4,
                                LAST | 5, LAST | 6, LAST | 7, LAST | 8, LAST | 9};
  for (uint32_t k = 0; k < word->n; k++) key[k] = key_in(ranker, context, word, standings, k);
  return word->n <= MORE ? sorted_six(key) : sorted_ten(key);
}

/* The readings that are dual or plural, by the word before. */
static uint32_t settle_standings(const Ranker *ranker, const Bearing *previous, const Word *word,
                                 const Standing *standings) {
  Bearing room;
  uint32_t settled = 0;
  for (uint32_t k = 0; k < word->n; k++)
    settled |= (uint32_t)settle_number(previous, bearing_of_standing(ranker, word, standings, k, &room)) << 2 * k;
  return settled;
}

static const Reading *ranked(Bearings *bearings, Arena *arena, const Word *word, const Ranking *ranking) {
  Reading *readings = arena_alloc_unset(arena, word->n * sizeof(Reading), _Alignof(Reading));
  for (uint32_t k = 0; readings && k < word->n; k++) {
    Reading *r = &readings[k];
    uint8_t settled = settled_of(ranking, place_of(ranking, k));
    *r = word->readings[place_of(ranking, k)];
    if (!settled) continue;
    r->dual_or_plural = false;
    if (settled > SETTLED_AS_IT_IS) r->number = settled & 3u;
    r->bearing = bearings_number(bearings, word_profile(r));
  }
  return readings;
}

/* Six bits a reading. */
static uint64_t key_of(const Ranking *ranking) {
  return ranking->order | (uint64_t)ranking->settled << PLACE_BITS * READINGS_KEPT;
}

/* Has the memory fetched that the search among them begins in. */
static inline void fetch_variants(const Word *word) {
  if (!word->spelling) return;
  const Spelling *s = word->spelling;
  const void *more = spelling_tail(s)->more;
  __builtin_prefetch(more ? more : s);
}

/* A spelling has few orders, over and over. */
static const Reading *variant_of(const Ranker *ranker, const Word *word, const Ranking *ranking) {
  Spelling *s = word->spelling;
  if (!s) return ranked(ranker->bearings, ranker->arena, word, ranking);
  uint64_t key = key_of(ranking);
  if (s->variant.key == key) return s->variant.readings;
  SpellingTail *tail = spelling_tail(s);
  for (uint32_t i = 0; i + 1 < s->nvariants; i++) {
    if (tail->more[i].key != key) continue;
    Variant found = tail->more[i]; /* it will be asked for again */
    tail->more[i] = s->variant;
    s->variant = found;
    return found.readings;
  }
  if (s->nvariants == 1 && !tail->more)
    tail->more = arena_alloc_unset(ranker->kept->arena, VARIANTS_MORE * sizeof(Variant), SPELLING_UNIT);
  if (s->nvariants > VARIANTS_MORE || (s->nvariants && !tail->more))
    return ranked(ranker->bearings, ranker->arena, word, ranking);
  const Reading *readings = ranked(ranker->bearings, ranker->kept->arena, word, ranking);
  if (!readings) return ranked(ranker->bearings, ranker->arena, word, ranking);
  if (s->nvariants) tail->more[s->nvariants - 1] = s->variant;
  s->variant = (Variant){key, readings};
  s->nvariants++;
  return readings;
}

/* The readings as they are ranked: they are kept with the spelling, so that those themselves need not
 * be fetched. */
static const Standing *standings_of(const Word *word, Standing *own) {
  if (word->spelling) return word->spelling->standings;
  for (uint32_t k = 0; k < word->n; k++) own[k] = (Standing){word->readings[k].cost, word->readings[k].bearing};
  return own;
}

/* Mostly the readings stay as they are, or come in the spelling's first other order: which of the two is
 * as good as chance, so that it is no branch. */
static bool known_order(const Ranker *ranker, uint32_t i, Word *word, const Ranking *ranking) {
  bool same = ranking->order == AS_THEY_ARE;
  if (ranking->settled) return false;
  if (!word->spelling) return same;
  const Spelling *s = word->spelling;
  if (!(same | (s->variant.key == ranking->order))) return false;
  const Reading *const readings[] = {s->variant.readings, word->readings};
  word->readings = readings[same];
  ranker->seen[i].bearing = s->standings[place_of(ranking, 0)].bearing;
  return true;
}

static void rank(const Ranker *ranker, uint32_t i, Word *word) {
  uint32_t before = token_before(ranker->text, i), behind = token_behind(ranker->text, i);
  Bearing room_before;
  Behind room_behind;
  Standing own[READINGS_KEPT];
  const Bearing *previous = bearing_before(ranker, before, &room_before);
  const Standing *standings = standings_of(word, own);
  fetch_variants(word);
  Ranking ranking = {AS_THEY_ARE, 0};
  if (word->n > 1) {
    Context context = context_of(previous, bearing_behind(ranker, behind, &room_behind),
                                 word->joins ? masdar_before(ranker, i, before) : MASDAR_NONE);
    ranking.order = rank_standings(ranker, &context, word, standings);
  }
  if (word->dual && previous->settles) ranking.settled = settle_standings(ranker, previous, word, standings);
  if (known_order(ranker, i, word, &ranking)) return;
  uint32_t first = place_of(&ranking, 0);
  bool same = word->spelling && !settled_of(&ranking, first);
  word->readings = variant_of(ranker, word, &ranking);
  if (!word->readings) {
    word->n = 0; /* the arena has failed */
    return;
  }
  ranker->seen[i].bearing = same ? standings[first].bearing : word->readings->bearing;
}

void word_rank(const Ranker *ranker, uint32_t i) {
  Word *word = &ranker->words[i];
  rank(ranker, i, word);
  if (!word->dual) return;
  Bearing room;
  const Bearing *best = bearing_before(ranker, i, &room);
  word->dual = word->n && (best->either || best->shape >> 2 == NUMBER_DUAL);
}
