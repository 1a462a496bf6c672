/* Filters as SQL. Each base has its own way to the same question: a doer is looked up by an index of
 * records' actors, a place by going once through what records name, or row by row for as long as the list needs
 * (query.h).
 *
 * A place is asked for with what it contains: a country by its code, a governorate by its
 * name, as every record's place keeps both. «دير الزور» and "Deir ez-Zor" come to one id. */
#include "engine/explain.h"
#include "engine/search.h"
#include "ledger/file/schema.h"
#include "ledger/query/query.h"
#include "text/normal.h"

/* ---- names ---- */

/* The first place or actor with an id that the words name to the coder. */
static ExplainMention named_by(Arena *arena, const Engine *engine, Str words, ExplainKind kind) {
  const Analysis *analysis = NULL;
  EngineDocument document = {.id = STR(""), .text = words, .published = STR(""), .outlet = STR("")};
  if (!engine || engine_analyse(engine, arena, &document, false, &analysis, NULL)) return (ExplainMention){0};
  ExplainMentions mentions = explain_mentions(arena, analysis);
  for (uint32_t i = 0; i < mentions.n; i++)
    if (mentions.at[i].kind == kind && mentions.at[i].id.n) return mentions.at[i];
  return (ExplainMention){0};
}

static void add_place(FilterPlaces *out, Str id, Str name, Str country) {
  if (out->n + 2 > FILTER_PLACES) return;
  out->at[out->n++] = (FilterPlace){.id = id};
  /* A country or a division stands for all that is in it. */
  if (country.n)
    out->at[out->n++] = (FilterPlace){.country = country, .admin1 = str_starts(id, STR("iso:")) ? STR("") : name};
}

/* "SY/Aleppo": a division, and nothing else of that name. */
static bool add_division(FilterPlaces *out, Str place) {
  Str rest = place, country = str_cut(&rest, '/');
  if (country.n != 2 || !rest.n) return false;
  out->at[out->n++] = (FilterPlace){.country = country, .admin1 = rest};
  return true;
}

static Str upper(Arena *arena, Str s) {
  Str out = arena_str(arena, s);
  char *p = out.p ? arena_alloc(arena, out.n + 1, 1) : NULL;
  for (size_t i = 0; p && i < out.n; i++) p[i] = (char)(s.p[i] >= 'a' && s.p[i] <= 'z' ? s.p[i] - 32 : s.p[i]);
  return (Str){p, p ? out.n : 0};
}

ErrorCode filter_places(Ledger *ledger, Arena *arena, const LedgerFilter *f, FilterPlaces *out, ErrorInfo *info) {
  Db *db = &ledger->db;
  *out = (FilterPlaces){0};
  if (add_division(out, f->place)) return ERROR_OK;
  ExplainMention named = named_by(arena, f->engine, f->place, EXPLAIN_PLACE);
  Str id = named.id, note = named.note, name = str_trim(str_cut(&note, ',')), country = str_trim(str_cut(&note, ','));
  /* A governorate may be in no record but as what contains its towns. */
  if (id.n && country.n == 2) add_place(out, id, name, country);
  if (f->place.n == 2) out->at[out->n++] = (FilterPlace){.country = upper(arena, f->place)};
  sqlite3_stmt *s =
      db_query(db, "SELECT id, name, country FROM place WHERE id = ?1 OR id = ?2 OR name = ?1 COLLATE NOCASE LIMIT 8",
               "tt", f->place, id);
  while (db_row(db, s)) add_place(out, db_keep(arena, s, 0), db_keep(arena, s, 1), db_keep(arena, s, 2));
  s = db_query(db, "SELECT DISTINCT admin1 FROM place WHERE admin1 = ? COLLATE NOCASE LIMIT 4", "t", f->place);
  while (db_row(db, s))
    if (out->n < FILTER_PLACES) out->at[out->n++] = (FilterPlace){.admin1 = db_keep(arena, s, 0)};
  if (out->n || !db_ok(db)) return db_result(db, info);
  return error_set(info, ERROR_USAGE, f->place, 0, "is no place in this ledger");
}

/* By its id, a country by its code, or a division in one: these are no words that the coder would know better. */
bool ledger_filter_has_words(Ledger *l, const LedgerFilter *f) {
  FilterPlaces division = {0};
  if (f->text.n) return true;
  if (f->actor.n && db_number(&l->db, "SELECT 1 FROM actor WHERE id = ?", "t", f->actor) == DB_NONE) return true;
  if (!f->place.n || add_division(&division, f->place)) return false;
  return db_number(&l->db, "SELECT 1 FROM place WHERE id IN (?1, 'iso:' || ?1)", "t", f->place) == DB_NONE;
}

bool filter_place_fits(const FilterPlaces *places, Str id, Str country, Str admin1) {
  for (uint32_t i = 0; i < places->n; i++) {
    const FilterPlace *p = &places->at[i];
    if (p->id.n ? str_eq(p->id, id)
                : (!p->country.n || str_eq(p->country, country)) && (!p->admin1.n || str_eq(p->admin1, admin1)))
      return true;
  }
  return false;
}

static void put_part(Query *q, const char *column, Str value, bool *first) {
  if (!value.n) return;
  if (!*first) query_put(q, " AND ");
  *first = false;
  query_put(q, column);
  query_put(q, " = ");
  query_text(q, value);
}

/* "(place = … OR country = … OR …)" over record_place. */
static ErrorCode put_place(Query *q, const LedgerFilter *f, ErrorInfo *info) {
  FilterPlaces places;
  ErrorCode code = filter_places(q->ledger, q->arena, f, &places, info);
  query_put(q, "(0");
  for (uint32_t i = 0; i < places.n; i++) {
    bool first = true;
    query_put(q, " OR (");
    put_part(q, "place", places.at[i].id, &first);
    put_part(q, "country", places.at[i].country, &first);
    put_part(q, "admin1", places.at[i].admin1, &first);
    query_put(q, ")");
  }
  query_put(q, ")");
  return code;
}

/* " = (the drawer that the value lies in)", which is told by a SQL expression of w. */
static void put_drawer(Query *q, const char *drawer_of_w, Str value) {
  query_put(q, " = (SELECT ");
  query_put(q, drawer_of_w);
  query_put(q, " FROM (SELECT ");
  query_text(q, value);
  query_put(q, " AS w))");
}

ErrorCode filter_actor(Query *q, const LedgerFilter *f, ErrorInfo *info) {
  Db *db = &q->ledger->db;
  Str id = named_by(q->arena, f->engine, f->actor, EXPLAIN_ACTOR).id;
  query_put(q, "(");
  if (q->way == QUERY_SET) {
    query_put(q, SCHEMA_WORDS_DRAWER("words"));
    put_drawer(q, SCHEMA_WORDS_DRAWER("w"), f->actor);
    query_put(q, " AND ");
  }
  query_put(q, "+words = ");
  query_text(q, f->actor);
  sqlite3_stmt *s = db_query(db, "SELECT id FROM actor WHERE id = ?1 OR id = ?2 OR name = ?1 COLLATE NOCASE LIMIT 8",
                             "tt", f->actor, id);
  while (db_row(db, s)) {
    query_put(q, " OR actor = ");
    query_text(q, db_keep(q->arena, s, 0));
  }
  query_put(q, ")");
  return db_result(db, info);
}

Str filter_norm(Arena *arena, Str name) {
  Str key = fold_key(arena, name);
  return letters_utf8(arena, (const uint8_t *)key.p, (uint32_t)key.n);
}

/* ---- bases ---- */

typedef struct Base {
  const char *name;
  const char *from, *to, *undated, *type, *killed, *status, *source;
  const char *records; /* what of the row is that something of records */
  const char *of;      /* of a record r: that something; NULL: the row is the record */
} Base;

/* NULL: such rows do not have it. */
static const Base bases[QUERY_BASES] = {
    [BASE_INCIDENT] = {"incidents", "i.day_to", "i.day_from", "i.day_from", "i.type", "i.killed_min", "i.status", NULL,
                       "i.id", "r.incident"},
    [BASE_RECORD] = {"records", "r.day_to", "r.day_from", "r.day_from", "r.type", "r.killed_min", "r.status",
                     "d.outlet", "r.id", NULL},
    [BASE_DOCUMENT] = {"documents", "d.day", "d.day", "d.day", NULL, NULL, NULL, "d.outlet", "d.id", "r.document"},
    [BASE_PERSON] = {"persons", "p.last_day", "p.first_day", NULL, NULL, NULL, NULL, NULL, NULL, NULL},
    [BASE_FINDING] = {"findings", "f.day", "f.day", "f.day", "f.kind", NULL, NULL, NULL, NULL, NULL},
    [BASE_SHEET] = {"rows of a sheet", "w.day_to", "w.day_from", "w.day_from", NULL, "w.killed_min", NULL, NULL, NULL,
                    NULL},
    [BASE_DECISION] = {"decisions", NULL, NULL, NULL, "e.verb", NULL, NULL, NULL, NULL, NULL},
};

static ErrorCode not_for(const Base *b, const char *option, ErrorInfo *info) {
  return error_set(info, ERROR_USAGE, str_of(option), 0, "does not go with %s", b->name);
}

static ErrorCode put_days(Query *q, const Base *b, const LedgerFilter *f, ErrorInfo *info) {
  bool asked = f->from != LEDGER_NO_DAY || f->to != LEDGER_NO_DAY;
  if (asked && !b->from) return not_for(b, f->from != LEDGER_NO_DAY ? "--from" : "--to", info);
  if (f->from != LEDGER_NO_DAY) {
    query_put(q, " AND ");
    query_put(q, b->from);
    query_put(q, " >= ");
    query_number(q, f->from);
  }
  if (f->to != LEDGER_NO_DAY) {
    query_put(q, " AND ");
    query_put(q, b->to);
    query_put(q, " <= ");
    query_number(q, f->to);
  }
  return ERROR_OK;
}

/* " AND i.id IN (SELECT r.incident FROM record r WHERE", or " AND EXISTS (SELECT 1 FROM record r WHERE r.incident =
 * i.id AND …". Rows of records are long, and neighbours in a list lie far apart: what an index tells is read there.
 * `index`: the one that has all that is asked of a document's records, where they are found as a set; may be NULL. */
static void open_records(Query *q, const Base *b, const char *index) {
  q->ways = true;
  if (!b->of) {
    query_put(q, " AND ("); /* that it stands, the list asks */
    return;
  }
  if (q->way == QUERY_SET) {
    query_put(q, " AND ");
    query_put(q, b->records);
    query_put(q, " IN (SELECT ");
    query_put(q, b->of);
    query_put(q, " FROM record r");
  } else {
    query_put(q, " AND EXISTS (SELECT 1 FROM record r");
  }
  if (q->way == QUERY_WALK) index = "record_shown";
  if (b == &bases[BASE_DOCUMENT] && index) {
    query_put(q, " INDEXED BY ");
    query_put(q, index);
  }
  query_put(q, " WHERE ");
  if (q->way == QUERY_WALK) {
    query_put(q, b->of);
    query_put(q, " = ");
    query_put(q, b->records);
    query_put(q, " AND ");
  }
  /* A record that does not stand is of no incident. */
  query_put(q, b == &bases[BASE_INCIDENT] ? "+r.incident IS NOT NULL AND " : SCHEMA_STANDS " AND ");
}

/* "EXISTS (SELECT 1 FROM record t WHERE t.id = r.id AND … t.document", or "r.document": a row that is come to by
 * another index need not be read for its document. With a + before the column, or SQLite tries each of the documents
 * that are looked for. */
static void open_document(Query *q) {
  query_put(q, q->way == QUERY_SET ? "r.document"
                                   : "EXISTS (SELECT 1 FROM record t INDEXED BY record_told WHERE t.id = r.id"
                                     " AND t.current = 1 AND t.status <> 'rejected' AND +t.document");
}

/* What `count` counts is gathered before the first row can be tried. */
static void count_gathered(Query *q, const char *count, Str value) {
  int64_t n = q->way == QUERY_WALK ? db_number(&q->ledger->db, count, "t", value) : 0;
  if (n != DB_NONE) q->gathered += n;
}

/* "airstrike,shelling" */
static void put_types(Query *q, Str types) {
  query_put(q, " IN (");
  for (bool first = true; types.n && q->nvalues < QUERY_VALUES / 2; first = false) {
    if (!first) query_put(q, ", ");
    query_text(q, str_cut(&types, ','));
  }
  query_put(q, ")");
}

static ErrorCode put_own(Query *q, const Base *b, const LedgerFilter *f, ErrorInfo *info) {
  if (f->undated && !b->undated) return not_for(b, "--undated", info);
  if (f->undated) {
    q->ways = true;
    query_put(q, q->way == QUERY_WALK ? " AND +" : " AND ");
    query_put(q, b->undated);
    query_put(q, " IS NULL");
  }
  if (f->type.n && !b->type && !b->records) return not_for(b, "--type", info);
  if (f->type.n) {
    if (b == &bases[BASE_RECORD] && q->way == QUERY_WALK) {
      query_put(q, " AND +r.type"); /* not by the index of types */
    } else if (b->type) {
      query_put(q, " AND ");
      query_put(q, b->type);
    } else {
      open_records(q, b, NULL);
      query_put(q, "r.type");
    }
    put_types(q, f->type);
    if (!b->type) query_put(q, ")");
    q->ways |= b == &bases[BASE_RECORD];
  }
  if (f->min_killed && !b->killed && !b->records) return not_for(b, "--min-killed", info);
  if (f->min_killed) {
    if (b->killed) {
      query_put(q, " AND ");
      query_put(q, b->killed);
    } else {
      open_records(q, b, "record_shown");
      query_put(q, "r.killed_min");
    }
    query_put(q, " >= ");
    query_number(q, f->min_killed);
    if (!b->killed) query_put(q, ")");
  }
  return ERROR_OK;
}

static ErrorCode put_status(Query *q, const Base *b, const LedgerFilter *f, ErrorInfo *info) {
  bool checked = f->reviewed || str_eq(f->status, STR("checked"));
  Str want = f->unreviewed ? STR("machine-coded") : f->status;
  if (!checked && !want.n) return ERROR_OK;
  if (!b->status && !b->records) return not_for(b, f->reviewed ? "--reviewed" : "--unreviewed", info);
  bool few = checked && b == &bases[BASE_RECORD]; /* by their index */
  if (few) {
    query_put(q, " AND r.id IN (SELECT id FROM record WHERE status");
  } else if (b->status) {
    query_put(q, " AND ");
    query_put(q, b->status);
  } else {
    open_records(q, b, checked ? NULL : "record_shown");
    query_put(q, "r.status");
  }
  if (checked) {
    query_put(q, few ? " IN ('reviewed', 'corrected'))" : " IN ('reviewed', 'corrected')");
  } else {
    query_put(q, " = ");
    query_text(q, want);
  }
  if (!b->status) query_put(q, ")");
  return ERROR_OK;
}

static ErrorCode put_box(Query *q, const Base *b, const LedgerFilter *f, ErrorInfo *info) {
  static const char *const sides[] = {"lon >= ", "lat >= ", "lon <= ", "lat <= "};
  if (!f->box) return ERROR_OK;
  if (b != &bases[BASE_INCIDENT]) return not_for(b, "bbox", info);
  for (int i = 0; i < 4; i++) {
    query_put(q, " AND i.");
    query_put(q, sides[i]);
    query_put(q, arena_printf(q->arena, "%.6f", f->box[i]).p);
  }
  return ERROR_OK;
}

static ErrorCode put_people(Query *q, const Base *b, const LedgerFilter *f, ErrorInfo *info) {
  ErrorCode code = ERROR_OK;
  if (f->place.n && !b->records) return not_for(b, "--place", info);
  if (f->place.n) {
    open_records(q, b, "record_told");
    query_put(q, q->way == QUERY_SET ? "r.id IN (SELECT record FROM record_place WHERE "
                                     : "EXISTS (SELECT 1 FROM record_place WHERE record = r.id AND ");
    code = put_place(q, f, info);
    query_put(q, "))");
  }
  if (!code && f->actor.n && !b->records) return not_for(b, "--actor", info);
  if (!code && f->actor.n) {
    open_records(q, b, "record_told");
    query_put(q, q->way == QUERY_SET ? "r.id IN (SELECT record FROM record_actor WHERE "
                                     : "EXISTS (SELECT 1 FROM record_actor WHERE record = r.id AND ");
    code = filter_actor(q, f, info);
    query_put(q, "))");
  }
  if (!code && f->person.n && b->records) {
    open_records(q, b, "record_told");
    query_put(q, "r.id IN (SELECT rp.record FROM record_person rp JOIN person p ON p.id = rp.person WHERE p.norm = ");
    query_text(q, filter_norm(q->arena, f->person));
    query_put(q, "))");
  } else if (!code && f->person.n) {
    if (b != &bases[BASE_PERSON]) return not_for(b, "--person", info);
    query_put(q, " AND p.norm = ");
    query_text(q, filter_norm(q->arena, f->person));
  }
  return code;
}

static ErrorCode put_source(Query *q, const Base *b, const LedgerFilter *f, ErrorInfo *info) {
  if (!f->source.n) return ERROR_OK;
  if (b->source) {
    query_put(q, " AND ");
    query_put(q, b->source);
    query_put(q, " = ");
    query_text(q, f->source);
    return ERROR_OK;
  }
  if (!b->records) return not_for(b, "--source", info);
  count_gathered(q, "SELECT count(*) FROM document WHERE outlet = ?", f->source);
  open_records(q, b, NULL);
  open_document(q);
  query_put(q, " IN (SELECT id FROM document WHERE outlet = ");
  query_text(q, f->source);
  query_put(q, q->way == QUERY_WALK ? ")))" : "))");
  return ERROR_OK;
}

static ErrorCode put_text(Query *q, const Base *b, const LedgerFilter *f, ErrorInfo *info) {
  if (!f->text.n) return ERROR_OK;
  if (!b->records) return not_for(b, "--text", info);
  Str match = f->engine ? search_query(q->arena, f->engine, f->text) : STR_NONE;
  if (!match.n) return error_set(info, ERROR_USAGE, STR("--text"), 0, "there is no word in it to look for");
  q->ways = true;
  count_gathered(q, "SELECT count(*) FROM search WHERE search MATCH ?", match);
  bool of_record = b == &bases[BASE_RECORD] && q->way == QUERY_SET; /* by the index of documents' records */
  bool of_document = b == &bases[BASE_DOCUMENT];
  if (of_document) query_put(q, q->way == QUERY_WALK ? " AND +d.id" : " AND d.id"); /* + so that it is not by its row */
  if (!of_document) open_records(q, b, NULL);
  if (of_record)
    query_put(q, "r.id IN (SELECT x.id FROM record x INDEXED BY record_shown WHERE x.current = 1"
                 " AND x.status <> 'rejected' AND x.document");
  else if (!of_document)
    open_document(q);
  query_put(q, " IN (SELECT o.id FROM search JOIN document o ON o.text = search.rowid WHERE search MATCH ");
  query_text(q, match);
  query_put(q, of_document ? ")" : of_record || q->way == QUERY_WALK ? ")))" : "))");
  return ERROR_OK;
}

/* Not for users: what `show` asks for. */
static void put_parts(Query *q, const LedgerFilter *f) {
  if (f->incident.n) {
    query_put(q, " AND r.incident = ");
    query_text(q, f->incident);
  }
  if (f->record.n) {
    query_put(q, " AND " SCHEMA_ID_DRAWER("r.key"));
    put_drawer(q, SCHEMA_ID_DRAWER("w"), f->record);
    query_put(q, " AND +r.key = ");
    query_text(q, f->record);
  }
  if (f->document.n) {
    query_put(q, " AND d.key = ");
    query_text(q, f->document);
  }
}

ErrorCode filter_put(Query *q, QueryBase base, const LedgerFilter *f, ErrorInfo *info) {
  const Base *b = &bases[base];
  if (base == BASE_RECORD) put_parts(q, f);
  ErrorCode code = put_days(q, b, f, info);
  if (!code) code = put_own(q, b, f, info);
  if (!code) code = put_status(q, b, f, info);
  if (!code) code = put_source(q, b, f, info);
  if (!code) code = put_box(q, b, f, info);
  if (!code) code = put_people(q, b, f, info);
  if (!code) code = put_text(q, b, f, info);
  return code;
}
