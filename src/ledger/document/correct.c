/* The raw record stays as it was coded; a correction is laid over it each time it is loaded.
 * The fields that can be corrected stand in one table with how they are checked and set. */
#include "ledger/document/correct.h"

#include <math.h>

#include "check/period.h"
#include "record/names.h"

typedef struct Field {
  const char *name, *example;
  const char *(*wrong)(Db *db, RecordKind kind, Str value);
  void (*set)(Db *db, Arena *arena, Record *record, Str value);
} Field;

/* "12", "12-15", "12+" */
static bool read_range(Str value, Count *out) {
  Str rest = value, first = str_cut(&rest, '-');
  uint32_t min = 0, max = 0;
  bool open = value.n > 1 && value.p[value.n - 1] == '+';
  if (open) first = str_slice(value, 0, value.n - 1);
  if (!str_to_u32(first, &min)) return false;
  max = min;
  if (!open && rest.p && (!str_to_u32(rest, &max) || max < min)) return false;
  *out = (Count){.min = min, .max = open ? (double)INFINITY : (double)max, .set = true};
  return true;
}

static const char *wrong_range(Db *db, RecordKind kind, Str value) {
  Count count;
  (void)db, (void)kind;
  return !value.n || read_range(value, &count) ? NULL : "is no number such as 12, 12-15 or 12+";
}

static void set_outcome(Arena *arena, Record *r, Str what, Str value) {
  Count count = {0};
  Outcome *at = ARENA_ARRAY(arena, Outcome, r->noutcomes + 1);
  uint32_t n = 0;
  bool set = read_range(value, &count), done = false;
  for (uint32_t i = 0; at && i < r->noutcomes; i++) {
    Outcome o = r->outcomes[i];
    if (str_eq(o.what, what) && !o.unit.n) {
      if (done || !set) continue;
      o.count = count;
      done = true;
    }
    at[n++] = o;
  }
  if (at && set && !done)
    at[n++] = (Outcome){.what = what, .count = count, .status = STR("unstated"), .side = STR("unknown")};
  if (!at) return;
  r->outcomes = at;
  r->noutcomes = n;
}

static void set_killed(Db *db, Arena *arena, Record *r, Str value) {
  (void)db;
  set_outcome(arena, r, STR("killed"), value);
}

static void set_injured(Db *db, Arena *arena, Record *r, Str value) {
  (void)db;
  set_outcome(arena, r, STR("injured"), value);
}

static const char *wrong_type(Db *db, RecordKind kind, Str value) {
  (void)db;
  bool figure = kind == RECORD_FIGURE || kind == RECORD_TREND;
  if (name_in(NAMES_EVENT, value) && kind != RECORD_FIGURE) return NULL;
  return figure && name_in(NAMES_FIGURE, value) ? NULL : "is no type of such a record; docs/record.md lists them";
}

static void set_type(Db *db, Arena *arena, Record *r, Str value) {
  (void)db;
  r->type = arena_str(arena, value);
}

static const char *wrong_stance(Db *db, RecordKind kind, Str value) {
  (void)db, (void)kind;
  return name_in(NAMES_STANCE, value) ? NULL : "is no stance: asserted, alleged, denied, planned or foiled";
}

static void set_stance(Db *db, Arena *arena, Record *r, Str value) {
  (void)db;
  r->stance = arena_str(arena, value);
}

static const char *wrong_time(Db *db, RecordKind kind, Str value) {
  (void)db, (void)kind;
  return !value.n || period_of(value).known ? NULL : "is no date such as 2024-07-17, 2024-07 or 2024-01/2024-06";
}

static void set_time(Db *db, Arena *arena, Record *r, Str value) {
  (void)db;
  r->time = value.n ? arena_str(arena, value) : STR("");
}

static const char SQL_PLACE[] = "SELECT name, country, admin1, lat, lon FROM place WHERE id = ?";

static const char *wrong_place(Db *db, RecordKind kind, Str value) {
  (void)kind;
  bool there = !value.n || db_number(db, "SELECT 1 FROM place WHERE id = ?", "t", value) == 1;
  return there ? NULL : "is no place that some record of the ledger has; 'daftar show' prints the ids of places";
}

static void set_place(Db *db, Arena *arena, Record *r, Str value) {
  r->places = NULL;
  r->nplaces = 0;
  sqlite3_stmt *s = value.n ? db_query(db, SQL_PLACE, "t", value) : NULL;
  Place *p = s ? ARENA_NEW(arena, Place) : NULL;
  if (!p || !db_row(db, s)) return;
  *p = (Place){.id = arena_str(arena, value),
               .name = db_keep(arena, s, 0),
               .country = db_keep(arena, s, 1),
               .admin1 = db_keep(arena, s, 2),
               .lat = sqlite3_column_double(s, 3),
               .lon = sqlite3_column_double(s, 4),
               .basis = STR("stated")};
  db_done(s);
  r->places = p;
  r->nplaces = 1;
}

static const Field fields[] = {
    {"type", "airstrike", wrong_type, set_type},  {"stance", "denied", wrong_stance, set_stance},
    {"time", "2024-07-17", wrong_time, set_time}, {"killed", "12-15", wrong_range, set_killed},
    {"injured", "3+", wrong_range, set_injured},  {"place", "gn:170794", wrong_place, set_place},
};

const char *correct_field_at(uint32_t i, const char **example) {
  if (i >= sizeof fields / sizeof *fields) return NULL;
  *example = fields[i].example;
  return fields[i].name;
}

static const Field *field_of(Str name) {
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    if (str_eq(name, str_of(fields[i].name))) return &fields[i];
  return NULL;
}

bool correct_field(Str field) { return field_of(field) != NULL; }

const char *correct_wrong(Db *db, RecordKind kind, Str field, Str value) {
  const Field *f = field_of(field);
  return f ? f->wrong(db, kind, value)
           : "is no field that can be corrected: type, stance, time, killed, injured, place";
}

void correct_apply(Db *db, Arena *arena, Record *r, Str field, Str value) {
  const Field *f = field_of(field);
  if (f && !f->wrong(db, r->kind, value)) f->set(db, arena, r, value);
}
