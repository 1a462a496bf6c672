/* The one allocator. Memory lives as long as its arena: the engine's, a document's, or a
 * scratch part of one that a mark gives back.
 *
 * The contract:
 *   - memory is zeroed, aligned as asked, and never freed alone;
 *   - an arena has a byte budget; past it, or when the system has no more, arena_alloc
 *     returns NULL and `failed` stays set until the next reset. vec_push on a failed arena
 *     drops its item, so a stage may run on and the one who owns the arena asks once, at
 *     the end (arena_ok). A stage that uses arena_alloc's result must check it;
 *   - reset and release poison what they give back under AddressSanitizer.
 * Not thread safe: one arena, one thread. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
  ArenaBlock *block; /* the newest; each points to the one before it */
  ArenaBlock *spare; /* blocks kept by a reset */
  size_t used;       /* bytes in all blocks in use */
  size_t budget;
  size_t fail_after; /* tests: allocations that still succeed; SIZE_MAX in earnest */
  bool failed;
  bool large; /* takes huge pages as soon as it has much in it */
} Arena;

typedef struct ArenaMark {
  ArenaBlock *block;
  size_t at, used;
} ArenaMark;

void arena_init(Arena *arena, size_t budget);
/* The same for an arena that may hold many megabytes which are read at random. */
void arena_init_large(Arena *arena, size_t budget);
void arena_fini(Arena *arena);
/* Keeps the blocks for the next document, forgets what was in them. */
void arena_reset(Arena *arena);

/* Zeroed memory, or NULL (and arena->failed). `align` is a power of two of at most 64. */
void *arena_alloc(Arena *arena, size_t size, size_t align);
/* The same, not zeroed: for what is written before it is read, and where zeroing would be felt. */
void *arena_alloc_unset(Arena *arena, size_t size, size_t align);
/* The same for `n` items of `size` bytes; NULL where the product overflows. */
void *arena_array(Arena *arena, size_t n, size_t size, size_t align);

ArenaMark arena_mark(const Arena *arena);
void arena_release(Arena *arena, ArenaMark mark);

static inline bool arena_ok(const Arena *arena) { return !arena->failed; }

/* A copy of `s` that ends in NUL (not counted); {NULL, 0} on failure. */
Str arena_str(Arena *arena, Str s);
/* printf into the arena; {NULL, 0} on failure. */
Str arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type), _Alignof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_array((arena), (n), sizeof(type), _Alignof(type)))

#endif
