/* An incident's row holds what lists filter by: the type most records give, the shortest time,
 * the most exact place, and of tolls the range over all sources. What each source says stays
 * in its records.
 *
 * All of it but the place stands in columns of the records: their JSON need not be read for it. */
#include "ledger/incident/incident_row.h"

#include <math.h>

#include "check/period.h"
#include "ledger/link/link.h"

/* ---- in ---- */

#define COLUMNS                                                                                               \
  "SELECT id, type, time, killed_min, killed_max, injured_min, injured_max, status, incident, trigger_start," \
  " key FROM record"

static const char OF_INCIDENT[] = COLUMNS " WHERE coding = (SELECT coding FROM document WHERE id = ?1 AND current = 1)"
                                          " AND status <> 'rejected' AND incident = ?2 ORDER BY trigger_start, key";
static const char OF_ROW[] = COLUMNS " WHERE id = ?";

static int64_t number_at(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL ? DB_NONE : sqlite3_column_int64(s, column);
}

static IncidentRecord record_at(Arena *arena, sqlite3_stmt *s) {
  Str status = db_text(s, 7);
  return (IncidentRecord){.row = sqlite3_column_int64(s, 0),
                          .killed = {number_at(s, 3), number_at(s, 4)},
                          .injured = {number_at(s, 5), number_at(s, 6)},
                          .reviewed = !str_eq(status, STR("machine-coded")),
                          .corrected = str_eq(status, STR("corrected")),
                          .type = db_keep(arena, s, 1),
                          .time = db_keep(arena, s, 2),
                          .incident = db_keep(arena, s, 8)};
}

typedef struct Records {
  VEC(IncidentRecord) list;
} Records;

static void take_records(Ledger *l, sqlite3_stmt *s, Records *out) {
  while (db_row(&l->db, s)) vec_push(&out->list, &l->batch, record_at(&l->batch, s));
}

static bool take_member(Ledger *l, int64_t document, const Records *records, IncidentMember *out) {
  sqlite3_stmt *s = db_query(&l->db,
                             "SELECT d.outlet, v.voice FROM document d JOIN text v INDEXED BY text_of_voice"
                             " ON v.id = d.text WHERE d.id = ?",
                             "i", document);
  if (!db_row(&l->db, s)) return false;
  *out = (IncidentMember){.document = document,
                          .outlet = db_keep(&l->batch, s, 0),
                          .voice = sqlite3_column_int64(s, 1),
                          .records = records->list.at,
                          .nrecords = records->list.n};
  db_done(s);
  return true;
}

bool incident_member_of(Ledger *l, int64_t document, Str incident, IncidentMember *out) {
  Records records = {0};
  take_records(l, db_query(&l->db, OF_INCIDENT, "it", document, incident), &records);
  return records.list.n && take_member(l, document, &records, out);
}

bool incident_member_with(Ledger *l, int64_t document, const int64_t *rows, uint32_t n, IncidentMember *out) {
  Records records = {0};
  for (uint32_t i = 0; i < n; i++) take_records(l, db_query(&l->db, OF_ROW, "i", rows[i]), &records);
  return take_member(l, document, &records, out);
}

/* ---- put together ---- */

typedef struct Sum {
  Str type, time;
  Period when;
  const Place *place;
  uint32_t type_votes;
  int64_t killed[2], injured[2]; /* least, most; DB_NONE: open */
  uint32_t killed_told, injured_told, records, documents, outlets, voices, reviewed, corrected;
} Sum;

static uint32_t votes_for(const IncidentMembers *in, Str type) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < in->n; i++)
    for (uint32_t r = 0; r < in->at[i].nrecords; r++) n += str_eq(in->at[i].records[r].type, type);
  return n;
}

static void add_type(const IncidentMembers *in, Str type, Sum *sum) {
  uint32_t votes = votes_for(in, type);
  if (votes < sum->type_votes || (votes == sum->type_votes && str_cmp(type, sum->type) >= 0)) return;
  sum->type = type;
  sum->type_votes = votes;
}

static int64_t days_of(Period p) { return (int64_t)p.to - p.from; }

static void add_time(Str time, Sum *sum) {
  Period when = period_of(time);
  if (!time.n) return;
  bool better = !sum->time.n || (when.known && !sum->when.known);
  if (!better && when.known == sum->when.known) {
    int64_t more = when.known ? days_of(when) - days_of(sum->when) : 0;
    better = more < 0 || (more == 0 && str_cmp(time, sum->time) < 0);
  }
  if (!better) return;
  sum->time = time;
  sum->when = when;
}

static void add_toll(const int64_t toll[2], int64_t range[2], uint32_t *told) {
  if (toll[0] == DB_NONE) return;
  if (!*told || toll[0] < range[0]) range[0] = toll[0];
  if (toll[1] == DB_NONE || (*told && range[1] == DB_NONE))
    range[1] = DB_NONE;
  else if (!*told || toll[1] > range[1])
    range[1] = toll[1];
  ++*told;
}

static void add_record(const IncidentMembers *in, const IncidentRecord *r, Sum *sum) {
  sum->records++;
  add_type(in, r->type, sum);
  add_time(r->time, sum);
  add_toll(r->killed, sum->killed, &sum->killed_told);
  add_toll(r->injured, sum->injured, &sum->injured_told);
  sum->corrected += r->corrected;
  sum->reviewed += r->reviewed;
}

/* Is the document, its outlet, its voice the first of its like among the members? */
static void add_document(const IncidentMembers *in, uint32_t i, Sum *sum) {
  const IncidentMember *d = &in->at[i];
  bool document = true, outlet = true, voice = true;
  for (uint32_t k = 0; k < i; k++) {
    const IncidentMember *o = &in->at[k];
    document &= o->document != d->document;
    voice &= o->voice != d->voice;
    outlet &= o->document != d->document && (!d->outlet.n || !str_eq(o->outlet, d->outlet));
  }
  sum->documents += document;
  sum->outlets += outlet;
  sum->voices += voice;
}

static void write_row(Db *db, Str id, const Sum *sum) {
  static const Place nowhere = {.lat = NAN, .lon = NAN};
  const Place *place = sum->place ? sum->place : &nowhere;
  const char *status = sum->reviewed < sum->records ? "machine-coded" : sum->corrected ? "corrected" : "reviewed";
  bool from = sum->when.known && sum->when.from != INT32_MIN, to = sum->when.known && sum->when.to != INT32_MAX;
  db_run(db,
         "INSERT INTO incident (id, type, time, day_from, day_to, place, place_name, country, admin1, lat,"
         " lon, precision, killed_min, killed_max, injured_min, injured_max, records, documents, outlets, voices,"
         " status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
         " ON CONFLICT DO UPDATE SET type = excluded.type, time = excluded.time, day_from = excluded.day_from,"
         " day_to = excluded.day_to, place = excluded.place, place_name = excluded.place_name,"
         " country = excluded.country, admin1 = excluded.admin1, lat = excluded.lat, lon = excluded.lon,"
         " precision = excluded.precision, killed_min = excluded.killed_min, killed_max = excluded.killed_max,"
         " injured_min = excluded.injured_min, injured_max = excluded.injured_max, records = excluded.records,"
         " documents = excluded.documents, outlets = excluded.outlets, voices = excluded.voices,"
         " status = excluded.status",
         "ttnoonnnnddoooooiiiit", id, sum->type, sum->time, from ? (int64_t)sum->when.from : DB_NONE,
         to ? (int64_t)sum->when.to : DB_NONE, place->id, place->name.n ? place->name : place->quote.text,
         place->country, place->admin1, place->lat, place->lon, place->precision ? (int64_t)place->precision : DB_NONE,
         sum->killed_told ? sum->killed[0] : DB_NONE, sum->killed_told ? sum->killed[1] : DB_NONE,
         sum->injured_told ? sum->injured[0] : DB_NONE, sum->injured_told ? sum->injured[1] : DB_NONE,
         (int64_t)sum->records, (int64_t)sum->documents, (int64_t)sum->outlets, (int64_t)sum->voices, str_of(status));
}

uint32_t incident_write(Ledger *l, const IncidentMembers *in) {
  Sum sum = {0};
  for (uint32_t i = 0; i < in->n; i++) {
    for (uint32_t r = 0; r < in->at[i].nrecords; r++) add_record(in, &in->at[i].records[r], &sum);
    sum.place = link_more_exact(sum.place, in->at[i].place);
    add_document(in, i, &sum);
  }
  write_row(&l->db, in->id, &sum);
  return sum.documents;
}
