/* A record is kept whole as its JSON, and beside it in columns what lists filter and sort by. */
#include "ledger/document/rows.h"

#include <math.h>

#include "check/period.h"
#include "ledger/link/toll.h"
#include "text/normal.h"

/* Degrees as the JSON has them: a float's noise beyond is none of the gazetteer's. */
static double degrees(double x) { return isfinite(x) ? round(x * 1e6) / 1e6 : x; }

/* A record that names somebody. */
typedef struct Naming {
  const Record *record;
  int64_t row, document;
  bool current;
} Naming;

static const Place *main_place(const Record *r) {
  for (uint32_t i = 0; i < r->nplaces; i++)
    if (r->places[i].id.n) return &r->places[i];
  return r->nplaces ? &r->places[0] : NULL;
}

static void put_place(Db *db, int64_t record, uint32_t n, const Place *p) {
  db_run(db, "INSERT INTO record_place (record, n, place, country, admin1, words) VALUES (?, ?, ?, ?, ?, ?)", "iinnnt",
         record, (int64_t)n, p->id, p->country, p->admin1, p->quote.text);
  if (p->id.n)
    db_run(db, "INSERT OR IGNORE INTO place (id, name, country, admin1, lat, lon) VALUES (?, ?, ?, ?, ?, ?)", "tnnndd",
           p->id, p->name, p->country, p->admin1, degrees(p->lat), degrees(p->lon));
}

static void put_actors(Db *db, int64_t record, const char *role, ActorList list) {
  for (uint32_t i = 0; i < list.n; i++) {
    const Actor *a = &list.at[i];
    db_run(db, "INSERT INTO record_actor (record, role, n, actor, words) VALUES (?, ?, ?, ?, ?)", "itint", record,
           str_of(role), (int64_t)i, a->id, a->quote.text);
    if (a->id.n) db_run(db, "INSERT OR IGNORE INTO actor (id, name) VALUES (?, ?)", "tn", a->id, a->name);
  }
}

static Str name_of(const Person *p) { return p->name.n ? p->name : p->quote.text; }

Str rows_person_norm(Arena *arena, const Person *p) {
  Str key = fold_key(arena, name_of(p));
  return letters_utf8(arena, (const uint8_t *)key.p, (uint32_t)key.n);
}

static int64_t first_day(Period p) { return p.known && p.from != INT32_MIN ? (int64_t)p.from : DB_NONE; }
static int64_t last_day(Period p) { return p.known && p.to != INT32_MAX ? (int64_t)p.to : DB_NONE; }

/* What changes of a record later on, its trigger in the schema takes over. */
static void put_person(Db *db, Arena *arena, const Naming *in, uint32_t n) {
  const Person *p = &in->record->persons[n];
  Str name = name_of(p), norm = rows_person_norm(arena, p);
  if (!norm.n) return;
  db_run(db, "INSERT OR IGNORE INTO person (norm, name) VALUES (?, ?)", "tt", norm, name);
  int64_t id = db_number(db, "SELECT id FROM person WHERE norm = ?", "t", norm);
  Period when = period_of(in->record->time);
  db_run(db,
         "INSERT INTO record_person (record, n, person, fate, told, document, day_from, day_to)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
         "iiiniioo", in->row, (int64_t)n, id, p->fate, (int64_t)in->current, in->document, first_day(when),
         last_day(when));
}

static int64_t put_record(Db *db, const Record *r, Str json, int64_t document, int64_t coding, Str key, bool current) {
  Period when = period_of(r->time);
  const Place *p = main_place(r);
  Place none = {.lat = NAN, .lon = NAN};
  if (!p) p = &none;
  LedgerRange killed = toll_of(r, STR("killed")), injured = toll_of(r, STR("injured"));
  db_run(db,
         "INSERT INTO record (coding, document, current, rid, key, kind, type, stance, background, time, day_from,"
         " day_to, place, place_name, country, admin1, lat, lon, precision, killed_min, killed_max, injured_min,"
         " injured_max, count_min, count_max, direction, trigger_start, trigger_end, sentence_start, sentence_end,"
         " rule, json) VALUES"
         " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
         "iiittttti"
         "noonnnnddooooooo"
         "niiiint",
         coding, document, (int64_t)current, r->id, key, record_kind_name(r->kind), r->type, r->stance,
         (int64_t)r->background, r->time, first_day(when), last_day(when), p->id, p->name.n ? p->name : p->quote.text,
         p->country, p->admin1, degrees(p->lat), degrees(p->lon), p->precision ? (int64_t)p->precision : DB_NONE,
         killed.min, killed.max, injured.min, injured.max, r->count.set ? toll_whole(r->count.min) : DB_NONE,
         r->count.set ? toll_whole(r->count.max) : DB_NONE, r->direction, (int64_t)r->trigger.span.start,
         (int64_t)r->trigger.span.end, (int64_t)r->sentence.start, (int64_t)r->sentence.end, r->rule, json);
  return db_last_id(db);
}

/* What series of figures are made by; its holders are in by now. */
static void put_figure(Db *db, int64_t record, const Record *r) {
  Str unit = r->noutcomes ? r->outcomes[0].unit : STR("");
  db_run(db,
         "INSERT INTO figure (record, holders, unit, label, approx) VALUES (?1, (SELECT group_concat(h.who, ' ')"
         " FROM (SELECT coalesce(actor, words) AS who FROM record_actor WHERE record = ?1 AND role = 'agent'"
         " ORDER BY 1) h), ?2, ?3, ?4)",
         "inni", record, unit, r->trigger.text, (int64_t)r->count.approx);
}

const int64_t *rows_put(Ledger *l, const Coded *c, int64_t document, int64_t coding, Str document_key, bool current) {
  Db *db = &l->db;
  bool own = str_eq(document_key, str_of(c->key));
  int64_t *rows = ARENA_ARRAY(&l->batch, int64_t, c->nrecords ? c->nrecords : 1);
  for (uint32_t i = 0; i < c->nrecords && db_ok(db); i++) {
    const Record *r = &c->records[i];
    char key[KEY_HEX + 1];
    if (own)
      memcpy(key, c->keys[i], sizeof key);
    else
      coded_record_key(document_key, r->id, key);
    int64_t id = put_record(db, r, c->json[i], document, coding, str_of(key), current);
    if (rows) rows[i] = id;
    for (uint32_t k = 0; k < r->nplaces; k++) put_place(db, id, k, &r->places[k]);
    put_actors(db, id, "agent", r->agents);
    put_actors(db, id, "partner", r->partners);
    put_actors(db, id, "target", r->targets);
    put_actors(db, id, "speaker", r->claimed_by);
    put_actors(db, id, "responsible", r->responsibility.by);
    if (r->kind == RECORD_FIGURE) put_figure(db, id, r);
    const Naming named = {r, id, document, current};
    for (uint32_t k = 0; k < r->npersons; k++) put_person(db, &l->batch, &named, k);
  }
  return rows;
}

void rows_correct(Ledger *l, int64_t row, const Record *r) {
  Period when = period_of(r->time);
  Place none = {.lat = NAN, .lon = NAN};
  const Place *p = main_place(r) ? main_place(r) : &none;
  LedgerRange killed = toll_of(r, STR("killed")), injured = toll_of(r, STR("injured"));
  db_run(&l->db,
         "UPDATE record SET type = ?, stance = ?, time = ?, day_from = ?, day_to = ?, place = ?, place_name = ?,"
         " country = ?, admin1 = ?, lat = ?, lon = ?, precision = ?, killed_min = ?, killed_max = ?, injured_min = ?,"
         " injured_max = ? WHERE id = ?",
         "ttnoonnnnddoooooi", r->type, r->stance, r->time, first_day(when), last_day(when), p->id,
         p->name.n ? p->name : p->quote.text, p->country, p->admin1, degrees(p->lat), degrees(p->lon),
         p->precision ? (int64_t)p->precision : DB_NONE, killed.min, killed.max, injured.min, injured.max, row);
}
