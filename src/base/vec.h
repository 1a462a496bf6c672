/* Growable arrays in an arena.
 *
 *   VEC(Token) tokens = {0};
 *   vec_push(&tokens, arena, (Token){…});
 *   for (uint32_t i = 0; i < tokens.n; i++) use(tokens.at[i]);
 *
 * vec_push on an arena that is out of memory drops the item (see base/arena.h); it is true
 * where the item was kept. Growing copies: no pointer into `at` outlives a push. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(type)     \
  struct {            \
    type *at;         \
    uint32_t n, room; \
  }

#define vec_push(vec, arena, ...)                                                    \
  (vec_grow((void **)&(vec)->at, (vec)->n, &(vec)->room, sizeof *(vec)->at, (arena)) \
       ? ((vec)->at[(vec)->n] = (__VA_ARGS__), (vec)->n++, true)                     \
       : false)

/* Room for one more item of `size` bytes. */
static inline bool vec_grow(void **at, uint32_t n, uint32_t *room, size_t size, Arena *arena) {
  if (n < *room) return true;
  if (*room > UINT32_MAX / 2) return false;
  uint32_t more = *room ? *room * 2 : 8;
  void *bigger = arena_array(arena, more, size, 16);
  if (!bigger) return false;
  if (n) memcpy(bigger, *at, n * size);
  *at = bigger;
  *room = more;
  return true;
}

#endif
