/* Putting things in order by a number, or by the rank of a name: what is unknown stands last either way. */
#ifndef LEDGER_ORDER_H
#define LEDGER_ORDER_H

#include "base/arena.h"

#define ORDER_UNKNOWN INT64_MAX

typedef struct OrderKey {
  int64_t key;
  uint32_t at; /* what it is the key of: equal keys stay in order of these */
} OrderKey;

/* `down`: the largest first. Keys are far from the ends of their type. */
static inline int64_t order_key(int64_t key, bool known, bool down) {
  return !known ? ORDER_UNKNOWN : down ? -key : key;
}

void order_sort(OrderKey *keys, uint32_t n);

/* "-time": the name without its sign, and *down. */
Str order_name(Str sort, bool *down);

typedef struct OrderName {
  Str name;
  uint32_t at; /* below n, each once */
} OrderName;

/* [n] by `at`: the place of each in the order of names, the same for equal ones. Sorts `names`. NULL on a
 * failed arena. */
uint32_t *order_ranks(Arena *arena, OrderName *names, uint32_t n);

#endif
