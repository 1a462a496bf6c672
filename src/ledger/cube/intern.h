/* Strings to small numbers: the same string, the same number, from 0 on in the order they came. */
#ifndef LEDGER_INTERN_H
#define LEDGER_INTERN_H

#include "base/arena.h"

typedef struct Intern {
  Arena *arena;
  uint32_t *slots; /* [room] number + 1 */
  uint32_t room;
  Str *keys; /* [n] copies */
  uint32_t n;
} Intern;

/* *added: it was not there. On a failed arena 0, and nothing is added. */
uint32_t intern(Intern *table, Str key, bool *added);
/* UINT32_MAX where it is not there. */
uint32_t intern_find(const Intern *table, Str key);

#endif
