#include "ledger/cube/intern.h"

#include "base/hash.h"

static uint32_t slot_of(const Intern *t, Str key) {
  uint32_t at = (uint32_t)hash64(key.p, key.n) & (t->room - 1);
  while (t->slots[at] && !str_eq(t->keys[t->slots[at] - 1], key)) at = (at + 1) & (t->room - 1);
  return at;
}

static bool grow(Intern *t) {
  if (t->room && t->n * 2 < t->room) return true;
  if (t->room > UINT32_MAX / 4) return false;
  Intern bigger = {.arena = t->arena, .room = t->room ? t->room * 2 : 64, .n = t->n};
  bigger.slots = ARENA_ARRAY(t->arena, uint32_t, bigger.room);
  bigger.keys = ARENA_ARRAY(t->arena, Str, bigger.room / 2 + 1);
  if (!bigger.slots || !bigger.keys) return false;
  if (t->n) memcpy(bigger.keys, t->keys, t->n * sizeof *t->keys);
  for (uint32_t i = 0; i < t->n; i++) bigger.slots[slot_of(&bigger, t->keys[i])] = i + 1;
  *t = bigger;
  return true;
}

uint32_t intern(Intern *t, Str key, bool *added) {
  *added = false;
  if (!grow(t)) return 0;
  uint32_t at = slot_of(t, key);
  if (t->slots[at]) return t->slots[at] - 1;
  Str copy = key.n ? arena_str(t->arena, key) : STR("");
  if (!copy.p) return 0;
  t->keys[t->n] = copy;
  t->slots[at] = ++t->n;
  *added = true;
  return t->n - 1;
}

uint32_t intern_find(const Intern *t, Str key) {
  uint32_t at = t->room ? t->slots[slot_of(t, key)] : 0;
  return at ? at - 1 : UINT32_MAX;
}
