/* How a cube is filled: what cube.c reads whole and cube_renew.c in part. */
#ifndef LEDGER_CUBE_LOAD_H
#define LEDGER_CUBE_LOAD_H

#include "base/vec.h"
#include "ledger/cube/cube.h"
#include "ledger/cube/intern.h"
#include "ledger/file/db.h"
#include "ledger/file/schema.h"

/* Rows are numbered from 1 without great holes, and days are of years that have four digits: what
 * is beyond is a broken file. */
enum { CUBE_MOST_ROWS = 1 << 28, CUBE_MOST_DAYS = 4000000 };

typedef struct CubeLink {
  uint32_t incident, value;
} CubeLink;

typedef struct CubeLoad {
  Cube *cube;
  Db *db;
  Arena scratch;
  Intern types, actors, origins, outlets, places, areas, ids, record_types, record_places, record_kinds, series;
  VEC(CubePair) area_of, actor_of;
  VEC(CubeLink) links[CUBE_KINDS];
  uint8_t *credited; /* [nrecords] the record credits a speaker */
  CubeKnown *known;
  void *context;
} CubeLoad;

/* Longer than any key is; a longer one is cut, which only makes two of them one. */
enum { CUBE_KEY_ROOM = 1024 };

/* The key of several words. */
static inline Str cube_joined(char room[CUBE_KEY_ROOM], const Str *parts, uint32_t n) {
  size_t at = 0;
  for (uint32_t i = 0; i < n; i++) {
    size_t take = parts[i].n < CUBE_KEY_ROOM - at - 1 ? parts[i].n : CUBE_KEY_ROOM - at - 1;
    if (take) memcpy(room + at, parts[i].p, take);
    at += take;
    if (at < CUBE_KEY_ROOM - 1) room[at++] = '\n';
  }
  return (Str){room, at};
}

void cube_load_init(CubeLoad *load, Cube *cube, Ledger *ledger, CubeKnown *known, void *context);
/* What failed, if anything; `scratch` is given back. The cube is freed after a failure. */
MUST_USE ErrorCode cube_load_end(CubeLoad *load, Ledger *ledger, Cube **out, ErrorInfo *info);

/* The names and places that the cube has already, to be found again, at the places where they are. */
void cube_know_names(CubeLoad *load);

/* A row of CUBE_INCIDENT, CUBE_RECORD, CUBE_FIGURE, of actors and of places of records. */
#define CUBE_INCIDENT                                                                                               \
  "SELECT rowid, id, type, day_from, day_to, killed_min, killed_max, injured_min, injured_max, records, documents," \
  " outlets, voices, status, place, country, admin1, place_name, lat, lon, precision FROM incident"
#define CUBE_RECORD                                                                                          \
  "SELECT id, document, day_from, day_to, kind, type, killed_min, count_min, status, place_name FROM record" \
  " INDEXED BY record_shown WHERE current = 1 AND status <> 'rejected'"
#define CUBE_FIGURE                                                                                                 \
  "SELECT r.id, r.place, f.holders, f.unit FROM record r INDEXED BY record_figure JOIN figure f ON f.record = r.id" \
  " WHERE r.kind = 'figure' AND " SCHEMA_STANDS
#define CUBE_ACTOR "SELECT record, role, actor, words FROM record_actor"
#define CUBE_PLACE "SELECT record, place, country, admin1 FROM record_place"

void cube_read_incident(CubeLoad *load, sqlite3_stmt *row, CubeIncident *incident);
/* `doc`: of docs. */
void cube_read_record(CubeLoad *load, sqlite3_stmt *row, uint32_t doc);
/* After its record. */
void cube_read_figure(CubeLoad *load, sqlite3_stmt *row);
/* Notes them for the record's incident, and with `pairs` for the record itself. */
void cube_read_actor(CubeLoad *load, sqlite3_stmt *row, bool pairs);
void cube_read_place(CubeLoad *load, sqlite3_stmt *row, bool pairs);
/* The record's document, outlet, and origin, where nobody is credited. */
void cube_read_source(CubeLoad *load, uint32_t record);
void cube_read_actor_names(CubeLoad *load);
void cube_read_findings(CubeLoad *load);
CubeState cube_read_state(Db *db);
uint64_t cube_id(Str hex);
Cube *cube_new(void);

/* Deals what was noted of a kind out to `to`, incidents that have nothing of it yet (NULL: to all `nto` of
 * them, anew); what the others have stays. */
void cube_deal(CubeLoad *load, CubeKind kind, const uint32_t *to, uint32_t nto);
/* What is looked up in it, once all incidents are there. */
void cube_index(Cube *cube, Arena *scratch);

#endif
