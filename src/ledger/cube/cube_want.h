/* A filter as marks: names become one for each actor, outlet or area that they stand for; words
 * and persons, which only the file can find, one for each document or record. */
#ifndef LEDGER_CUBE_WANT_H
#define LEDGER_CUBE_WANT_H

#include "ledger/cube/cube.h"

typedef struct CubeWant {
  const Cube *cube;
  Ledger *ledger;
  Arena *arena;
  const LedgerFilter *filter;
  uint8_t *wanted[CUBE_KINDS];   /* by value; NULL: any */
  uint8_t *types, *record_types; /* of cube->types and record_types */
  uint8_t *actors, *speakers;    /* of actors and origins, both or none */
  uint32_t actor, speaker;       /* the one that each of these marks, or CUBE_NONE */
  uint8_t *incidents, *records;  /* that SQL found; both or none */
} CubeWant;

MUST_USE ErrorCode cube_want(const Cube *cube, Ledger *ledger, Arena *arena, const LedgerFilter *filter, CubeWant *out,
                             ErrorInfo *info);
bool cube_days_fit(const LedgerFilter *filter, int32_t from, int32_t to);
bool cube_status_fits(const LedgerFilter *filter, CubeStatus status);

#endif
