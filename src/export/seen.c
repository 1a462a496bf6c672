/* A workbook of one town's incidents has that town's findings: those that name a record which the
 * file has. Keys are kept as hashes, eight bytes each. */
#include "base/hash.h"
#include "export/row.h"

void seen_init(SeenKeys *s) {
  *s = (SeenKeys){0};
  arena_init(&s->arena, (size_t)1 << 30);
}

void seen_fini(SeenKeys *s) { arena_fini(&s->arena); }

/* 0 is an empty slot. */
static uint64_t *slot_of(uint64_t *slots, uint32_t room, uint64_t hash) {
  for (uint64_t at = hash;; at++) {
    uint64_t *slot = &slots[at & (room - 1)];
    if (!*slot || *slot == hash) return slot;
  }
}

static uint64_t hash_of(Str key) {
  uint64_t hash = hash64(key.p, key.n);
  return hash ? hash : 1;
}

void seen_add(SeenKeys *s, Str key) {
  if (s->n * 2 >= s->room) {
    uint32_t room = s->room ? s->room * 2 : 4096;
    uint64_t *slots = ARENA_ARRAY(&s->arena, uint64_t, room);
    if (!slots) return;
    for (uint32_t i = 0; i < s->room; i++)
      if (s->slots[i]) *slot_of(slots, room, s->slots[i]) = s->slots[i];
    s->slots = slots;
    s->room = room;
  }
  uint64_t *slot = slot_of(s->slots, s->room, hash_of(key));
  s->n += *slot == 0;
  *slot = hash_of(key);
}

bool seen_any(const SeenKeys *s, Str json) {
  while (s->room && json.n) {
    (void)str_cut(&json, '"');
    Str key = str_cut(&json, '"');
    if (key.n && *slot_of(s->slots, s->room, hash_of(key))) return true;
  }
  return false;
}
