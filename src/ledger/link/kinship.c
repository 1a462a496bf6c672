/* The types of act as a reader's words for one event, in one table: two types are kin where
 * they share a way of telling. «ضربة» (a strike) is a bombardment by air or from the ground;
 * «انفجار» (an explosion) may be a bomb, a suicide or an accident; an armed act has a doer and
 * a victim; a raid may be told by its arrests, its seizures or its dead, and «عملية» (an operation) is what both
 * sides call what they do. A sweep or a kidnapping is no kin of an air raid, but what stands beside it in one
 * report may have given it its name: it weighs against, and rules nothing out. */
#include "ledger/link/kinship.h"

#include "base/hash.h"

enum {
  BOMBARDED = 1,
  BLEW_UP = 2,
  SHOT = 4,
  RAIDED = 8,
  TAKEN = 16,
  LEFT = 32,
  FREED = 64,
  ARMED = 128,
  GATHERED = 256
};

static const struct {
  const char *type;
  uint32_t ways;
} TYPES[] = {
    {"airstrike", BOMBARDED | ARMED},
    {"shelling", BOMBARDED | ARMED},
    {"bombing", BLEW_UP | ARMED},
    {"suicide-bombing", BLEW_UP | ARMED},
    {"accident", BLEW_UP},
    {"attack", BOMBARDED | BLEW_UP | SHOT | ARMED},
    {"killing", BOMBARDED | BLEW_UP | SHOT | RAIDED | ARMED},
    {"assassination", BLEW_UP | SHOT | ARMED},
    {"execution", SHOT | ARMED},
    {"clash", SHOT | RAIDED | ARMED},
    {"operation", SHOT | RAIDED | ARMED},
    {"arrest", RAIDED | TAKEN},
    {"seizure", RAIDED},
    {"abduction", TAKEN | ARMED},
    {"destruction", BOMBARDED | BLEW_UP | RAIDED | ARMED},
    {"withdrawal", LEFT},
    {"territory-change", LEFT},
    {"displacement", LEFT},
    {"release", FREED},
    {"return", FREED},
    {"protest", GATHERED},
};

static uint32_t ways_of(Str type) {
  for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
    if (str_eq(type, str_of(TYPES[i].type))) return TYPES[i].ways;
  return 0;
}

/* Acts of two kinds that a report may tell in the other's words: shots at a march are its clash and its dead. */
static const struct {
  const char *a, *b;
} TAKEN_FOR[] = {{"protest", "killing"}, {"protest", "clash"}, {"protest", "attack"}};

static bool may_be_taken_for(Str a, Str b) {
  for (size_t i = 0; i < sizeof TAKEN_FOR / sizeof *TAKEN_FOR; i++) {
    Str x = str_of(TAKEN_FOR[i].a), y = str_of(TAKEN_FOR[i].b);
    if ((str_eq(a, x) && str_eq(b, y)) || (str_eq(a, y) && str_eq(b, x))) return true;
  }
  return false;
}

/* Violence is one family and coercion another: finer ones would file an attack four times. */
uint32_t kinship_families(Str type, uint32_t families[KINSHIP_FAMILIES]) {
  uint32_t ways = ways_of(type), n = 0;
  if (ways & GATHERED) families[n++] = 3;
  if (ways & (ARMED | BLEW_UP | GATHERED)) families[n++] = 1;
  if (ways & (RAIDED | TAKEN)) families[n++] = 2;
  if (!n) families[n++] = ways ? 64 + ways : (uint32_t)hash64(type.p, type.n) | 256;
  return n;
}

int kinship_of(Str a, Str b) {
  if (str_eq(a, b)) return 2;
  uint32_t x = ways_of(a), y = ways_of(b);
  if (x & y & ~(uint32_t)ARMED) return 1;
  bool sweep = str_eq(a, STR("operation")) || str_eq(b, STR("operation")) || str_eq(a, STR("abduction")) ||
               str_eq(b, STR("abduction"));
  if (may_be_taken_for(a, b)) return 1;
  return x & y & ARMED && sweep ? 0 : -1;
}

uint32_t kinship_bit(Str type) { return 1u << hash64(type.p, type.n) % 32; }

uint32_t kinship_bits_of_kin(Str type) {
  uint32_t bits = kinship_bit(type);
  for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
    if (kinship_of(type, str_of(TYPES[i].type)) >= 0) bits |= kinship_bit(str_of(TYPES[i].type));
  return bits;
}
