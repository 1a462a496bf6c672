#include "ledger/cube/order.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b) {
  const OrderKey *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->at < y->at ? -1 : x->at > y->at;
}

void order_sort(OrderKey *keys, uint32_t n) {
  if (n) qsort(keys, n, sizeof *keys, by_key);
}

Str order_name(Str sort, bool *down) {
  *down = str_starts(sort, STR("-"));
  return *down ? str_slice(sort, 1, sort.n) : sort;
}

static int by_name(const void *a, const void *b) {
  const OrderName *x = a, *y = b;
  int order = str_cmp(x->name, y->name);
  return order ? order : x->at < y->at ? -1 : x->at > y->at;
}

uint32_t *order_ranks(Arena *arena, OrderName *names, uint32_t n) {
  uint32_t *rank = ARENA_ARRAY(arena, uint32_t, (size_t)n + 1), last = 0;
  if (!rank || !n) return rank;
  qsort(names, n, sizeof *names, by_name);
  for (uint32_t i = 0; i < n; i++) {
    if (i && !str_eq(names[i].name, names[i - 1].name)) last = i;
    rank[names[i].at] = last;
  }
  return rank;
}
