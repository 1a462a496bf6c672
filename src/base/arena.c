#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

enum { BLOCK_BYTES = 64 * 1024, MAX_ALIGN = 64, MAX_SPARE = 64, HUGE_PAGE = 2 << 20 };

struct ArenaBlock {
  ArenaBlock *prev;
  size_t at, size; /* bytes of data used and there */
  _Alignas(MAX_ALIGN) unsigned char data[];
};

void arena_init(Arena *arena, size_t budget) { *arena = (Arena){.budget = budget, .fail_after = SIZE_MAX}; }

void arena_init_large(Arena *arena, size_t budget) {
  arena_init(arena, budget);
  arena->large = true;
}

static void free_chain(ArenaBlock *block) {
  while (block) {
    ArenaBlock *prev = block->prev;
    UNPOISON(block->data, block->size);
    free(block);
    block = prev;
  }
}

void arena_fini(Arena *arena) {
  free_chain(arena->block);
  free_chain(arena->spare);
  *arena = (Arena){0};
}

/* Blocks of the common size are kept; a giant's block goes back to the system, so that one
 * large document does not hold its memory for ever. */
static void give_back(Arena *arena, ArenaBlock *block) {
  arena->used -= block->at;
  if (block->size > BLOCK_BYTES) {
    UNPOISON(block->data, block->size);
    free(block);
    return;
  }
  block->at = 0;
  POISON(block->data, block->size);
  block->prev = arena->spare;
  arena->spare = block;
}

void arena_reset(Arena *arena) {
  while (arena->block) {
    ArenaBlock *block = arena->block;
    arena->block = block->prev;
    give_back(arena, block);
  }
  size_t kept = 0;
  for (ArenaBlock *b = arena->spare; b; b = b->prev)
    if (++kept == MAX_SPARE) {
      free_chain(b->prev);
      b->prev = NULL;
    }
  arena->used = 0;
  arena->failed = false;
}

/* Huge pages: what is read at random in megabytes of memory waits for the page tables more
 * than for the memory itself. Only a wish: where the system knows none, it is memory like any other. */
static ArenaBlock *huge_block(size_t need) {
  size_t whole = (sizeof(ArenaBlock) + need + HUGE_PAGE - 1) & ~(size_t)(HUGE_PAGE - 1);
  ArenaBlock *block = aligned_alloc(HUGE_PAGE, whole);
  if (!block) return NULL;
#ifdef MADV_HUGEPAGE
  (void)madvise(block, whole, MADV_HUGEPAGE);
#endif
  block->size = whole - sizeof *block;
  return block;
}

static ArenaBlock *plain_block(size_t need) {
  size_t size = need > BLOCK_BYTES ? (need + MAX_ALIGN - 1) & ~(size_t)(MAX_ALIGN - 1) : BLOCK_BYTES;
  ArenaBlock *block = aligned_alloc(MAX_ALIGN, sizeof *block + size); /* malloc promises only 16 */
  if (block) block->size = size;
  return block;
}

static ArenaBlock *new_block(Arena *arena, size_t need) {
  ArenaBlock *block = arena->spare;
  if (need <= BLOCK_BYTES && block) {
    arena->spare = block->prev;
  } else {
    if (need > SIZE_MAX - sizeof *block - HUGE_PAGE) return NULL;
    bool huge = arena->large && arena->used >= HUGE_PAGE / 2; /* a small one stays small */
    block = huge ? huge_block(need) : plain_block(need);
    if (!block) return NULL;
    block->at = 0;
    POISON(block->data, block->size);
  }
  block->prev = arena->block;
  arena->block = block;
  return block;
}

void *arena_alloc_unset(Arena *arena, size_t size, size_t align) {
  if (arena->fail_after == 0 || size > arena->budget || arena->used > arena->budget - size) {
    arena->failed = true;
    return NULL;
  }
  if (arena->fail_after != SIZE_MAX) arena->fail_after--;
  ArenaBlock *block = arena->block;
  size_t at = block ? (block->at + align - 1) & ~(align - 1) : 0;
  if (!block || at > block->size || size > block->size - at) {
    block = new_block(arena, size);
    if (!block) {
      arena->failed = true;
      return NULL;
    }
    at = 0;
  }
  arena->used += at + size - block->at;
  block->at = at + size;
  UNPOISON(block->data + at, size);
  return block->data + at;
}

void *arena_alloc(Arena *arena, size_t size, size_t align) {
  void *p = arena_alloc_unset(arena, size, align);
  return p ? memset(p, 0, size) : NULL;
}

void *arena_array(Arena *arena, size_t n, size_t size, size_t align) {
  if (size && n > SIZE_MAX / size) {
    arena->failed = true;
    return NULL;
  }
  return arena_alloc(arena, n * size, align);
}

ArenaMark arena_mark(const Arena *arena) {
  return (ArenaMark){arena->block, arena->block ? arena->block->at : 0, arena->used};
}

void arena_release(Arena *arena, ArenaMark mark) {
  while (arena->block && arena->block != mark.block) {
    ArenaBlock *block = arena->block;
    arena->block = block->prev;
    give_back(arena, block);
  }
  if (arena->block) {
    POISON(arena->block->data + mark.at, arena->block->at - mark.at);
    arena->block->at = mark.at;
  }
  arena->used = mark.used;
}

Str arena_str(Arena *arena, Str s) {
  char *p = arena_alloc(arena, s.n + 1, 1);
  if (!p) return STR_NONE;
  if (s.n) memcpy(p, s.p, s.n);
  return (Str){p, s.n};
}

Str arena_printf(Arena *arena, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int n = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char *p = n < 0 ? NULL : arena_alloc(arena, (size_t)n + 1, 1);
  if (!p) return STR_NONE;
  va_start(args, format);
  vsnprintf(p, (size_t)n + 1, format, args);
  va_end(args);
  return (Str){p, (size_t)n};
}
