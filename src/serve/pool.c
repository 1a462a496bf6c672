#include "serve/pool.h"

#include <pthread.h>
#include <stdlib.h>

enum {
  READERS = 4,
  STEPS = 600 /* of a million: about half a minute */,
  STALE_TIMES = 5,
  STALE_MOST_MS = 10000,
  QUICK_MS = 250
};

/* A cube and whose side its origins are on, as long as somebody looks at it. */
typedef struct Shared {
  Cube *cube;
  uint8_t *sides;
  int64_t generation;
  uint32_t users;
} Shared;

typedef struct Lent {
  Ledger *ledger;
  Arena arena;
  Shared *shared;
  bool busy;
} Lent;

struct Pool {
  House *house;
  pthread_mutex_t lock, loading, writing;
  pthread_cond_t free;
  Lent readers[READERS];
  Ledger *watch; /* under `lock` */
  int64_t seen, generation;
  int64_t demanded; /* who asks from now on must see this generation */
  Shared *shared;
  uint64_t loaded_at, took; /* milliseconds */
  pthread_t thread;         /* makes the cube anew beside */
  pthread_cond_t wake;
  Ledger *own; /* its connection */
  bool running, wanted, closing, loading_now;
};

static Str known_as(void *context, Str words) {
  Pool *pool = context;
  Arena scratch;
  arena_init(&scratch, (size_t)1 << 20);
  const KnownName *known = known_find(pool->house->known, &scratch, words);
  arena_fini(&scratch);
  return known ? known->id : STR("");
}

static ErrorCode open_reader(const char *path, Ledger **ledger, ErrorInfo *info) {
  LedgerOptions options = {.mode = LEDGER_READ};
  return ledger_open(path, &options, ledger, info);
}

/* ---- the cube ---- */

static void shared_drop(Shared *s) {
  if (!s || --s->users) return;
  cube_free(s->cube);
  free(s->sides);
  free(s);
}

static Shared *shared_make(Pool *pool, Ledger *ledger, int64_t generation, ErrorInfo *info) {
  Shared *s = calloc(1, sizeof *s);
  const Cube *old = pool->shared ? pool->shared->cube : NULL;
  ErrorCode code = !s    ? ERROR_MEMORY
                   : old ? cube_renew(ledger, old, known_as, pool, &s->cube, info)
                         : cube_load(ledger, known_as, pool, &s->cube, info);
  if (code) {
    free(s);
    return NULL;
  }
  s->generation = generation;
  s->users = 1;
  s->sides = calloc(s->cube->origins.n + 1, 1);
  for (uint32_t i = 0; s->sides && i < s->cube->origins.n; i++) {
    const KnownName *known = known_of(pool->house->known, s->cube->origins.at[i].id);
    s->sides[i] = (uint8_t)(known ? known->side : SIDE_UNKNOWN);
  }
  if (s->sides) return s;
  shared_drop(s);
  return NULL;
}

/* Under the lock: has the ledger changed? */
static int64_t look(Pool *pool) {
  int64_t seen = ledger_changes(pool->watch);
  if (seen != pool->seen) pool->generation++;
  pool->seen = seen;
  return pool->generation;
}

static bool fresh_enough(Pool *pool, int64_t generation, bool must) {
  if (!pool->shared) return false;
  if (pool->shared->generation == generation) return true;
  if (must || pool->shared->generation < pool->demanded) return false;
  if (pool->loading_now && pool->took > QUICK_MS) return true;
  uint64_t age = pool->house->options->milliseconds() - pool->loaded_at, most = pool->took * STALE_TIMES;
  return age < (most < STALE_MOST_MS ? most : STALE_MOST_MS);
}

/* The cube of now, or nearly. NULL: it cannot be made. */
static Shared *shared_get(Pool *pool, Ledger *ledger, bool must, ErrorInfo *info) {
  pthread_mutex_lock(&pool->lock);
  int64_t generation = look(pool);
  Shared *s = fresh_enough(pool, generation, must) ? pool->shared : NULL;
  if (s) s->users++;
  pthread_mutex_unlock(&pool->lock);
  if (s) return s;
  pthread_mutex_lock(&pool->loading);
  pthread_mutex_lock(&pool->lock);
  generation = look(pool);
  s = fresh_enough(pool, generation, must) ? pool->shared : NULL; /* somebody else was first */
  if (s) s->users++;
  pthread_mutex_unlock(&pool->lock);
  if (!s) {
    uint64_t began = pool->house->options->milliseconds();
    pthread_mutex_lock(&pool->lock);
    pool->loading_now = true;
    pthread_mutex_unlock(&pool->lock);
    ledger_bound(ledger, 0);
    s = shared_make(pool, ledger, generation, info);
    ledger_bound(ledger, STEPS);
    pthread_mutex_lock(&pool->lock);
    pool->loading_now = false;
    if (s) {
      shared_drop(pool->shared);
      pool->shared = s;
      s->users++;
      pool->loaded_at = pool->house->options->milliseconds();
      pool->took = pool->loaded_at - began;
    }
    pthread_mutex_unlock(&pool->lock);
  }
  pthread_mutex_unlock(&pool->loading);
  return s;
}

/* ---- beside ---- */

static void *work(void *p) {
  Pool *pool = p;
  pthread_mutex_lock(&pool->lock);
  while (!pool->closing) {
    if (!pool->wanted) {
      pthread_cond_wait(&pool->wake, &pool->lock);
      continue;
    }
    pool->wanted = false;
    pthread_mutex_unlock(&pool->lock);
    ErrorInfo info = {0};
    Shared *s = shared_get(pool, pool->own, true, &info);
    ledger_recover(pool->own);
    pthread_mutex_lock(&pool->lock);
    shared_drop(s);
  }
  pthread_mutex_unlock(&pool->lock);
  return NULL;
}

static void end_work(Pool *pool) {
  if (!pool->running) return;
  pthread_mutex_lock(&pool->lock);
  pool->closing = true;
  pthread_cond_signal(&pool->wake);
  pthread_mutex_unlock(&pool->lock);
  pthread_join(pool->thread, NULL);
}

/* ---- the pool ---- */

ErrorCode pool_open(House *house, Pool **out, ErrorInfo *info) {
  Pool *pool = calloc(1, sizeof *pool);
  const char *path = house->options->ledger;
  *out = NULL;
  if (!pool) return error_set(info, ERROR_MEMORY, str_of(path), 0, NULL);
  pool->house = house;
  pthread_mutex_init(&pool->lock, NULL);
  pthread_mutex_init(&pool->loading, NULL);
  pthread_mutex_init(&pool->writing, NULL);
  pthread_cond_init(&pool->free, NULL);
  pthread_cond_init(&pool->wake, NULL);
  ErrorCode code = open_reader(path, &pool->watch, info);
  if (!code) code = open_reader(path, &pool->own, info);
  for (uint32_t i = 0; i < READERS; i++) arena_init(&pool->readers[i].arena, (size_t)2 << 30);
  for (uint32_t i = 0; !code && i < READERS; i++) code = open_reader(path, &pool->readers[i].ledger, info);
  if (!code) {
    Shared *s = shared_get(pool, pool->readers[0].ledger, true, info);
    if (!s) code = info->code ? info->code : error_set(info, ERROR_MEMORY, str_of(path), 0, NULL);
    if (s) s->users--;
    pool->running = !code && !pthread_create(&pool->thread, NULL, work, pool);
  }
  if (code) {
    pool_close(pool);
    return code;
  }
  *out = pool;
  return ERROR_OK;
}

void pool_close(Pool *pool) {
  if (!pool) return;
  end_work(pool);
  for (uint32_t i = 0; i < READERS; i++) {
    ledger_close(pool->readers[i].ledger);
    arena_fini(&pool->readers[i].arena);
  }
  ledger_close(pool->watch);
  ledger_close(pool->own);
  shared_drop(pool->shared);
  pthread_cond_destroy(&pool->free);
  pthread_cond_destroy(&pool->wake);
  pthread_mutex_destroy(&pool->writing);
  pthread_mutex_destroy(&pool->loading);
  pthread_mutex_destroy(&pool->lock);
  free(pool);
}

static void lend(Context *c, Shared *s) {
  c->cube = s->cube;
  c->sides = s->sides;
  c->generation = s->generation;
}

static bool cannot(Context *c, const ErrorInfo *info) {
  refuse_error(c, info->code ? info->code : ERROR_MEMORY, info, "ledger");
  return false;
}

bool pool_take(Pool *pool, Context *c) {
  Lent *lent = NULL;
  ErrorInfo info = {0};
  pthread_mutex_lock(&pool->lock);
  while (!lent) {
    for (uint32_t i = 0; i < READERS && !lent; i++)
      if (!pool->readers[i].busy) lent = &pool->readers[i];
    if (!lent) pthread_cond_wait(&pool->free, &pool->lock);
  }
  lent->busy = true;
  pthread_mutex_unlock(&pool->lock);
  lent->shared = shared_get(pool, lent->ledger, false, &info);
  c->lent = lent;
  c->ledger = lent->ledger;
  c->arena = &lent->arena;
  if (!lent->shared) return cannot(c, &info);
  lend(c, lent->shared);
  ledger_bound(lent->ledger, STEPS);
  return true;
}

bool pool_refresh(Context *c) {
  Pool *pool = c->house->pool;
  Lent *lent = c->lent;
  ErrorInfo info = {0};
  pthread_mutex_lock(&pool->lock);
  bool beside = pool->running && pool->took > QUICK_MS;
  pool->wanted |= beside;
  if (beside) pthread_cond_signal(&pool->wake);
  pthread_mutex_unlock(&pool->lock);
  if (beside) return true;
  Shared *s = shared_get(pool, lent->ledger, true, &info);
  if (!s) return cannot(c, &info);
  pthread_mutex_lock(&pool->lock);
  shared_drop(lent->shared);
  pthread_mutex_unlock(&pool->lock);
  lent->shared = s;
  lend(c, s);
  return true;
}

void pool_give(Pool *pool, Context *c) {
  Lent *lent = c->lent;
  if (!lent) return;
  /* A query that failed or was stopped must not fail the next one. */
  ledger_recover(lent->ledger);
  arena_reset(&lent->arena);
  pthread_mutex_lock(&pool->lock);
  shared_drop(lent->shared);
  lent->shared = NULL;
  lent->busy = false;
  pthread_cond_signal(&pool->free);
  pthread_mutex_unlock(&pool->lock);
  c->lent = NULL;
}

void pool_writing(Pool *pool, bool begins) {
  if (begins)
    pthread_mutex_lock(&pool->writing);
  else
    pthread_mutex_unlock(&pool->writing);
}

void pool_demand(Pool *pool) {
  pthread_mutex_lock(&pool->lock);
  pool->demanded = look(pool);
  pthread_mutex_unlock(&pool->lock);
}

int64_t pool_generation(Pool *pool, bool *fresh) {
  pthread_mutex_lock(&pool->lock);
  int64_t generation = look(pool);
  *fresh = pool->shared && pool->shared->generation == generation;
  pthread_mutex_unlock(&pool->lock);
  return generation;
}
