#include "serve/kept.h"

#include <pthread.h>
#include <stdlib.h>

enum { SLOTS = 96, BODY_MOST = 2 << 20 };

typedef struct Slot {
  uint64_t tag, used;
  char *body;
  size_t n;
} Slot;

struct Kept {
  pthread_mutex_t lock;
  Slot at[SLOTS];
  uint64_t clock;
};

Kept *kept_new(void) {
  Kept *k = calloc(1, sizeof *k);
  if (k) pthread_mutex_init(&k->lock, NULL);
  return k;
}

void kept_free(Kept *k) {
  if (!k) return;
  for (int i = 0; i < SLOTS; i++) free(k->at[i].body);
  pthread_mutex_destroy(&k->lock);
  free(k);
}

bool kept_get(Kept *k, uint64_t tag, Arena *arena, Str *body) {
  bool found = false;
  if (!k) return false;
  pthread_mutex_lock(&k->lock);
  for (int i = 0; i < SLOTS && !found; i++) {
    if (!k->at[i].body || k->at[i].tag != tag) continue;
    *body = arena_str(arena, (Str){k->at[i].body, k->at[i].n});
    k->at[i].used = ++k->clock;
    found = body->p != NULL;
  }
  pthread_mutex_unlock(&k->lock);
  return found;
}

void kept_put(Kept *k, uint64_t tag, Str body) {
  char *copy = k && body.n && body.n <= BODY_MOST ? malloc(body.n) : NULL;
  if (!copy) return;
  memcpy(copy, body.p, body.n);
  pthread_mutex_lock(&k->lock);
  Slot *oldest = &k->at[0];
  for (int i = 1; i < SLOTS; i++)
    if (k->at[i].used < oldest->used) oldest = &k->at[i];
  free(oldest->body);
  *oldest = (Slot){tag, ++k->clock, copy, body.n};
  pthread_mutex_unlock(&k->lock);
}
