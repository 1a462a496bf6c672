/* The lists, as tables: each names where its rows come from, its columns, its order, and the
 * object that is one row of JSON. The order of a list is one that an index has, so that the
 * first rows come at once however large the ledger is. */
#include <string.h>

#include "ledger/file/schema.h"
#include "ledger/list/list_source.h"
#include "ledger/query/query.h"

typedef struct ListSource {
  LedgerList list;
  QueryBase base;
  const char *from, *where, *order, *json;
} ListSource;

#define RANGE(t, what) \
  "CASE WHEN " t "." what "_min IS NULL THEN NULL ELSE json_array(" t "." what "_min, " t "." what "_max) END"
#define CELL(t, what)                                                                                           \
  "CASE WHEN " t "." what "_min IS NULL THEN '' WHEN " t "." what "_max IS NULL THEN " t "." what "_min || '+'" \
  " WHEN " t "." what "_min = " t "." what "_max THEN " t "." what "_min || ''"                                 \
  " ELSE " t "." what "_min || '-' || " t "." what "_max END"

/* One source's telling of an incident. A record that its report tells again further down has a row for each of its
 * triggers, the first at the head: whoever looks for words of the text finds what they are of. */
#define TELLING                                                                                                        \
  "json_object('doc', d.given, 'outlet', d.outlet, 'published', d.published, 'record', r.key, 'id', r.rid,"            \
  " 'type', r.type, 'time', r.time, 'place', r.place_name, 'killed', json(" RANGE(                                     \
      "r",                                                                                                             \
      "killed") "),"                                                                                                   \
                " 'injured', json(" RANGE(                                                                             \
                    "r",                                                                                               \
                    "injured") "), 'claimed_by', json((SELECT json_group_array(coalesce(a.name,"                       \
                               " ra.words)) FROM record_actor ra LEFT JOIN actor a ON a.id = ra.actor WHERE "          \
                               "ra.record = r.id"                                                                      \
                               " AND ra.role = 'speaker')), 'stance', r.stance, 'status', r.status, 'voice', t.voice," \
                               " 'trigger', json(m.value), 'again', json(iif(m.key, 'true', 'false')))"

#define INCIDENT_JSON                                                                                            \
  "json_object('incident', i.id, 'type', i.type, 'time', i.time,"                                                \
  " 'places', CASE WHEN i.place IS NULL AND i.place_name IS NULL THEN json_array() ELSE json_array(json_object(" \
  "'id', i.place, 'name', i.place_name, 'country', i.country, 'admin1', i.admin1, 'lat', i.lat, 'lon', i.lon,"   \
  " 'precision', i.precision)) END,"                                                                             \
  " 'killed', json(" RANGE("i", "killed") "), 'injured', json(" RANGE(                                           \
      "i", "injured") "),"                                                                                       \
                      " 'documents', i.documents, 'outlets', i.outlets, 'voices', i.voices, 'status', i.status," \
                      " 'records', json((SELECT json_group_array(json(x.j)) FROM (SELECT " TELLING               \
                      " AS j FROM record r"                                                                      \
                      " JOIN document d ON d.id = r.document JOIN text t"                                        \
                      " INDEXED BY text_of_voice ON t.id = d.text"                                               \
                      " JOIN json_each('[' || json_extract(r.json, '$.trigger') || coalesce(',' ||"              \
                      " nullif(trim(json_extract(r.json, '$.also'), '[]'), ''), '') || ']') m"                   \
                      " WHERE r.incident = i.id ORDER BY d.day, d.key, r.trigger_start, r.key, m.key) x)))"

#define RECORD_JSON                                                                                              \
  "json_set(r.json, '$.key', r.key, '$.outlet', d.outlet, '$.published', d.published, '$.incident', r.incident," \
  " '$.status', r.status, '$.version', (SELECT c.engine || '/' || c.data FROM coding c WHERE c.id = r.coding),"  \
  " '$.corrected', json((SELECT json_group_object(e.field, e.value) FROM applied a JOIN decision e"              \
  " ON e.id = a.decision WHERE a.record = r.id AND e.verb = 'correct'"                                           \
  " AND e.id NOT IN (SELECT decision FROM undone))))"

static const LedgerColumn incident_columns[] = {
    {"incident", "i.id", 16, 16, 0, false},
    {"time", "i.time", 10, 21, 0, false},
    {"type", "i.type", 9, 16, 0, false},
    {"place", "i.place_name", 8, 30, 0, false},
    {"country", "i.country", 7, 7, 3, false},
    {"admin1", "i.admin1", 0, 0, 0, false},
    {"lat", "i.lat", 0, 0, 0, true},
    {"lon", "i.lon", 0, 0, 0, true},
    {"precision", "i.precision", 0, 0, 0, true},
    {"killed", CELL("i", "killed"), 6, 9, 0, true},
    {"killed_min", "i.killed_min", 0, 0, 0, true},
    {"killed_max", "i.killed_max", 0, 0, 0, true},
    {"injured", CELL("i", "injured"), 7, 9, 4, true},
    {"injured_min", "i.injured_min", 0, 0, 0, true},
    {"injured_max", "i.injured_max", 0, 0, 0, true},
    {"records", "i.records", 0, 0, 0, true},
    {"documents", "i.documents", 9, 9, 2, true},
    {"outlets", "i.outlets", 0, 0, 0, true},
    {"voices", "i.voices", 6, 6, 5, true},
    {"status", "i.status", 13, 13, 6, false},
};

static const LedgerColumn record_columns[] = {
    {"record", "r.key", 16, 16, 0, false},
    {"id", "r.rid", 0, 0, 0, false},
    {"doc", "d.given", 6, 24, 8, false},
    {"outlet", "d.outlet", 6, 16, 7, false},
    {"published", "d.published", 0, 10, 0, false},
    {"kind", "r.kind", 5, 6, 5, false},
    {"type", "r.type", 9, 16, 0, false},
    {"time", "r.time", 10, 21, 0, false},
    {"place", "r.place_name", 8, 24, 0, false},
    {"country", "r.country", 7, 7, 6, false},
    {"admin1", "r.admin1", 0, 0, 0, false},
    {"lat", "r.lat", 0, 0, 0, true},
    {"lon", "r.lon", 0, 0, 0, true},
    {"precision", "r.precision", 0, 0, 0, true},
    {"count", CELL("r", "count"), 5, 9, 4, true},
    {"count_min", "r.count_min", 0, 0, 0, true},
    {"count_max", "r.count_max", 0, 0, 0, true},
    {"direction", "r.direction", 0, 0, 0, false},
    {"killed", CELL("r", "killed"), 6, 9, 0, true},
    {"killed_min", "r.killed_min", 0, 0, 0, true},
    {"killed_max", "r.killed_max", 0, 0, 0, true},
    {"injured", CELL("r", "injured"), 7, 9, 3, true},
    {"injured_min", "r.injured_min", 0, 0, 0, true},
    {"injured_max", "r.injured_max", 0, 0, 0, true},
    {"stance", "r.stance", 0, 0, 0, false},
    {"incident", "r.incident", 0, 0, 0, false},
    {"rule", "r.rule", 0, 0, 0, false},
    {"status", "r.status", 13, 13, 2, false},
    {"sentence",
     "(SELECT substr(CAST(t.body AS BLOB), r.sentence_start + 1, r.sentence_end - r.sentence_start)"
     " FROM text t WHERE t.id = d.text)",
     0, 0, 0, false},
};

static const LedgerColumn document_columns[] = {
    {"document", "d.key", 16, 16, 0, false},
    {"id", "d.given", 8, 30, 0, false},
    {"published", "d.published", 10, 10, 0, false},
    {"outlet", "d.outlet", 6, 20, 0, false},
    {"title", "d.title", 10, 50, 4, false},
    {"url", "d.url", 0, 0, 0, false},
    {"author", "d.author", 0, 0, 0, false},
    {"retrieved", "d.retrieved", 0, 0, 0, false},
    {"version", "d.version", 0, 0, 0, true},
    {"charset", "d.charset", 0, 0, 0, false},
    {"sha256", "lower(hex(d.original))", 0, 0, 0, false},
    {"records", "(SELECT c.records FROM coding c WHERE c.id = d.coding)", 4, 7, 2, true},
    {"copies",
     "(SELECT count(*) - 1 FROM text t INDEXED BY text_of_voice JOIN text o ON o.voice = t.voice JOIN document e ON "
     "e.text = o.id"
     " WHERE t.id = d.text)",
     4, 6, 3, true},
};

/* Of the persons shown alone. */
#define OF_PERSON(what) "(SELECT " what " FROM record_person rp WHERE rp.person = p.id AND rp.told = 1)"
#define PERSON_DOCUMENTS OF_PERSON("count(DISTINCT rp.document)")
#define PERSON_FATES OF_PERSON("group_concat(DISTINCT rp.fate)")

static const LedgerColumn person_columns[] = {
    {"name", "p.name", 10, 40, 0, false},           {"records", "p.records", 4, 7, 0, true},
    {"documents", PERSON_DOCUMENTS, 4, 9, 2, true}, {"fates", PERSON_FATES, 6, 30, 0, false},
    {"first", "p.first", 10, 10, 0, false},         {"last", "p.last", 10, 10, 0, false},
};

static const LedgerColumn finding_columns[] = {
    {"finding", "f.key", 16, 16, 0, false}, {"kind", "f.kind", 8, 12, 0, false},
    {"docs", "f.docs", 10, 30, 2, false},   {"records", "f.records", 0, 0, 0, false},
    {"text", "f.text", 20, 120, 0, false},
};

/* The incidents that a row matches, the best first. */
#define SHEET_INCIDENTS                                                                                           \
  "(SELECT group_concat(x.i, ' ') FROM (SELECT " SCHEMA_MATCHED_NOW " AS i FROM sheet_match m WHERE m.row = w.id" \
  " ORDER BY m.points DESC, m.incident) x)"
#define SHEET_BEST(what) \
  "(SELECT m." what " FROM sheet_match m WHERE m.row = w.id ORDER BY m.points DESC, m.incident LIMIT 1)"

static const LedgerColumn sheet_columns_shown[] = {
    {"sheet", "h.name", 6, 16, 2, false},
    {"line", "w.line", 4, 6, 0, true},
    {"id", "w.given", 0, 0, 0, false},
    {"date", "w.date", 8, 12, 0, false},
    {"place", "w.place", 8, 20, 0, false},
    {"place_id", "w.place_id", 0, 0, 0, false},
    {"killed", CELL("w", "killed"), 6, 8, 0, true},
    {"killed_min", "w.killed_min", 0, 0, 0, true},
    {"killed_max", "w.killed_max", 0, 0, 0, true},
    {"injured", CELL("w", "injured"), 0, 0, 0, true},
    {"injured_min", "w.injured_min", 0, 0, 0, true},
    {"injured_max", "w.injured_max", 0, 0, 0, true},
    {"actor", "w.actor", 0, 0, 0, false},
    {"incident", SHEET_INCIDENTS, 16, 34, 0, false},
    {"points", SHEET_BEST("points"), 6, 6, 1, true},
    {"parts", SHEET_BEST("parts"), 10, 60, 3, false},
    {"notes", "w.notes", 0, 0, 0, false},
};

static const LedgerColumn decision_columns[] = {
    {"number", "e.id", 3, 6, 0, true},
    {"decision", "e.verb", 7, 8, 0, false},
    {"by", "e.by", 4, 16, 2, false},
    {"at", "e.at", 10, 20, 3, false},
    {"records",
     "(SELECT group_concat(coalesce(r.key, dr.key), ' ') FROM decision_record dr LEFT JOIN applied a"
     " ON a.decision = dr.decision AND a.n = dr.n LEFT JOIN record r ON r.id = a.record"
     " WHERE dr.decision = e.id AND dr.side = 0 OR (dr.decision = e.id AND e.verb = 'merge'))",
     16, 50, 0, false},
    {"field", "e.field", 5, 8, 5, false},
    {"value", "e.value", 5, 20, 4, false},
    {"why", "e.why", 5, 40, 1, false},
    {"undoes", "e.undoes", 0, 0, 0, true},
    {"state",
     "CASE WHEN e.id IN (SELECT decision FROM undone) THEN 'undone' WHEN EXISTS (SELECT 1 FROM decision_record"
     " dr WHERE dr.decision = e.id AND NOT EXISTS (SELECT 1 FROM applied a WHERE a.decision = dr.decision"
     " AND a.n = dr.n)) THEN 'orphan' ELSE 'holds' END",
     6, 6, 0, false},
};

/* Persons are few beside records; what all of them are ordered by is counted as it is asked for, in one index. */
#define PERSONS                                                                                             \
  "(SELECT q.id, q.name, q.norm, g.records, g.first_day, g.last_day,"                                       \
  " date(g.first_day * 86400, 'unixepoch') AS first, date(g.last_day * 86400, 'unixepoch') AS last"         \
  " FROM (SELECT rp.person, count(*) AS records, min(rp.day_from) AS first_day, max(rp.day_to) AS last_day" \
  " FROM record_person rp INDEXED BY record_person_person WHERE rp.told = 1 GROUP BY rp.person) g"          \
  " JOIN person q ON q.id = g.person) p"

#define COLUMNS(c) (c), sizeof(c) / sizeof *(c)
#define RECORDS "record r JOIN document d ON d.id = r.document"
#define KIND(k) "r.kind = '" k "' AND " SCHEMA_NO_EVENT("r") " AND r.current = 1" /* and LAST_OF_KIND */

/* What else a list asks of its rows. It stands in the row, which is long: of rows that are tried one by one it is asked
 * last, as a query of its own (for SQLite asks those behind the others), and of an index if one tells it. */
typedef struct AskedLast {
  const char *way[2]; /* QUERY_SET, QUERY_WALK */
} AskedLast;
static const AskedLast LAST_OF_KIND = {{" AND r.status <> 'rejected'",
                                        " AND EXISTS (SELECT 1 FROM record t INDEXED BY record_told WHERE t.id = r.id"
                                        " AND t.current = 1 AND t.status <> 'rejected')"}},
                       LAST_OF_DOCUMENT = {{" AND d.current = 1", " AND (SELECT d.current = 1)"}};

static const ListSource sources[] = {
    {{"incidents", "events, each with every source that tells of it", COLUMNS(incident_columns)},
     BASE_INCIDENT,
     "incident i",
     "1",
     "i.day_from DESC, i.id",
     INCIDENT_JSON},
    {{"tallies", "sums for a period", COLUMNS(record_columns)},
     BASE_RECORD,
     RECORDS,
     KIND("tally"),
     "r.day_from DESC, r.id",
     RECORD_JSON},
    {{"figures", "quantities", COLUMNS(record_columns)},
     BASE_RECORD,
     RECORDS,
     KIND("figure"),
     "r.day_from DESC, r.id",
     RECORD_JSON},
    {{"trends", "what rose or fell", COLUMNS(record_columns)},
     BASE_RECORD,
     RECORDS,
     KIND("trend"),
     "r.day_from DESC, r.id",
     RECORD_JSON},
    {{"findings", "what does not add up", COLUMNS(finding_columns)},
     BASE_FINDING,
     "finding f",
     "1",
     "f.kind, f.id",
     "json_set(f.json, '$.id', f.key)"},
    {{"persons", "named persons", COLUMNS(person_columns)},
     BASE_PERSON,
     PERSONS,
     "1",
     "p.records DESC, p.norm",
     "json_object('name', p.name, 'records', p.records, 'documents', " PERSON_DOCUMENTS ", 'fates', " PERSON_FATES ","
     " 'first', p.first, 'last', p.last)"},
    {{"documents", "what was read", COLUMNS(document_columns)},
     BASE_DOCUMENT,
     "document d",
     "1",
     "d.day DESC, d.id",
     "json_object('document', d.key, 'id', d.given, 'published', d.published, 'outlet', d.outlet, 'title', d.title,"
     " 'url', d.url, 'author', d.author, 'retrieved', d.retrieved, 'version', d.version, 'charset', d.charset,"
     " 'sha256', lower(hex(d.original)), 'records',"
     " (SELECT c.records FROM coding c WHERE c.id = d.coding))"},
    {{"decisions", "what reviewers decided", COLUMNS(decision_columns)},
     BASE_DECISION,
     "decision e",
     "1",
     "e.id",
     "json_object('number', e.id, 'decision', e.verb, 'by', e.by, 'at', e.at, 'why', e.why, 'undoes', e.undoes,"
     " 'field', e.field, 'value', e.value, 'undone', e.id IN (SELECT decision FROM undone), 'records',"
     " json((SELECT json_group_array(json_object('record', coalesce(r.key, dr.key), 'document', dr.document, 'side',"
     " dr.side, 'orphan', r.id IS NULL)) FROM decision_record dr LEFT JOIN applied a ON a.decision = dr.decision"
     " AND a.n = dr.n LEFT JOIN record r ON r.id = a.record WHERE dr.decision = e.id)))"},
    {{"sheet", "rows of your own sheets, with the incidents that they match", COLUMNS(sheet_columns_shown)},
     BASE_SHEET,
     "sheet_row w JOIN sheet h ON h.id = w.sheet",
     "h.id = (SELECT max(y.id) FROM sheet y WHERE y.name = h.name)",
     "h.name, w.line",
     "json_object('sheet', h.name, 'line', w.line, 'id', w.given, 'date', w.date, 'place', w.place, 'place_id',"
     " w.place_id, 'killed', json(" RANGE("w", "killed") "), 'injured', json(" RANGE(
         "w",
         "injured") "),"
                    " 'actor', w.actor, 'notes', w.notes, 'matches', json((SELECT json_group_array(json(x.j)) FROM "
                    "(SELECT"
                    " json_object('incident', " SCHEMA_MATCHED_NOW ", 'points', m.points, 'parts', m.parts) AS j"
                    " FROM sheet_match m WHERE m.row = w.id"
                    " ORDER BY m.points DESC, m.incident) x)))"},
    {{"records", "all records, one by one", COLUMNS(record_columns)},
     BASE_RECORD,
     RECORDS,
     SCHEMA_STANDS,
     "r.day_from DESC, r.id",
     RECORD_JSON},
};
enum { NSOURCES = sizeof sources / sizeof *sources };

static const ListSource *source_of(const LedgerList *list) {
  for (uint32_t i = 0; i < NSOURCES; i++)
    if (&sources[i].list == list) return &sources[i];
  return NULL;
}

const LedgerList *ledger_list_of(Str name) {
  for (uint32_t i = 0; i < NSOURCES; i++)
    if (str_eq(name, str_of(sources[i].list.name))) return &sources[i].list;
  return NULL;
}

const LedgerList *ledger_list_at(uint32_t i) { return i < NSOURCES ? &sources[i].list : NULL; }

const char *list_json(const LedgerList *list) { return source_of(list)->json; }

const char *list_from(const LedgerList *list) { return source_of(list)->from; }

/* ---- asking ---- */

static ErrorCode put_order(Query *q, const ListSource *s, const LedgerFilter *f, ErrorInfo *info) {
  Str name = f->sort;
  bool down = str_starts(name, STR("-"));
  if (down) name = str_slice(name, 1, name.n);
  query_put(q, " ORDER BY ");
  for (uint32_t i = 0; name.n && i < s->list.ncolumns; i++) {
    const LedgerColumn *c = &s->list.columns[i];
    if (!str_eq(name, str_of(c->name))) continue;
    /* «killed» is shown as a range and sorted by its least. */
    bool range = strncmp(c->sql, "CASE", 4) == 0;
    query_put(q, range ? s->list.columns[i + 1].sql : c->sql);
    query_put(q, down ? " DESC, " : ", ");
    name = STR_NONE;
  }
  if (name.n)
    return error_set(info, ERROR_USAGE, STR("--sort"), 0, "%s have no column \"%.*s\"", s->list.name, STR_ARG(name));
  bool by_id = f->undated && s->base == BASE_INCIDENT && q->way == QUERY_WALK; /* by its index, then */
  query_put(q, by_id ? "i.id" : s->order);
  return ERROR_OK;
}

static const AskedLast *asked_last(const ListSource *s) {
  if (s->base == BASE_DOCUMENT) return &LAST_OF_DOCUMENT;
  bool of_kind = s->base == BASE_RECORD && strcmp(s->where, SCHEMA_STANDS) != 0;
  return of_kind ? &LAST_OF_KIND : NULL;
}

static ErrorCode build(Query *q, const ListSource *s, const LedgerFilter *f, LedgerForm form, ErrorInfo *info) {
  query_put(q, "SELECT ");
  if (form == LEDGER_JSON) query_put(q, s->json);
  for (uint32_t i = 0; form == LEDGER_CELLS && i < s->list.ncolumns; i++) {
    if (i) query_put(q, ", ");
    query_put(q, s->list.columns[i].sql);
  }
  query_put(q, " FROM ");
  query_put(q, s->from);
  query_put(q, " WHERE ");
  query_put(q, s->where);
  ErrorCode code = filter_put(q, s->base, f, info);
  const AskedLast *last = asked_last(s);
  if (last) query_put(q, last->way[q->way]);
  if (!code) code = put_order(q, s, f, info);
  if (code || !f->limit) return code;
  query_put(q, " LIMIT ");
  query_number(q, f->limit);
  return ERROR_OK;
}

/* ---- rows ---- */

enum {
  MOST_COLUMNS = 40,
  STEPS_A_LOOK = 1000,  /* of SQLite's machine: some 0.2 ms */
  STEPS_TO_GATHER = 10, /* a row (query.h) */
  FIRST_LOOKS = 12,     /* before which nothing can be said */
  MOST_LOOKS = 300      /* a set of all is found in less */
};

/* Rows on their way out. */
typedef struct Out {
  LedgerRow *row;
  void *context;
  int64_t given;  /* rows that went out */
  int64_t skip;   /* that went out before */
  int64_t wanted; /* by the filter's limit */
  int64_t looks;  /* STEPS_A_LOOK each */
  bool steps;     /* now; what the taker of a row asks meanwhile has no bounds */
  bool ended;     /* the last row came, or whoever takes them wants no more */
} Out;

/* Not 0: at this pace the rows that are wanted would take too many looks. */
static int look(void *p) {
  Out *out = p;
  if (!out->steps || ++out->looks < FIRST_LOOKS) return 0;
  return out->given * MOST_LOOKS < out->wanted * out->looks;
}

static int step(sqlite3_stmt *s, Out *out) {
  out->steps = true;
  int got = sqlite3_step(s);
  out->steps = false;
  return got;
}

static void send_rows(Query *q, sqlite3_stmt *s, Out *out) {
  Str cells[MOST_COLUMNS];
  while (s && !out->ended) {
    int got = step(s, out);
    if (got == SQLITE_INTERRUPT && q->way == QUERY_WALK) break;
    if (got != SQLITE_ROW && got != SQLITE_DONE) db_fail(&q->ledger->db, got);
    out->ended = got != SQLITE_ROW;
    if (out->ended || out->skip-- > 0) continue;
    uint32_t n = (uint32_t)sqlite3_column_count(s);
    for (uint32_t i = 0; i < n && i < MOST_COLUMNS; i++) cells[i] = db_text(s, (int)i);
    out->given++;
    out->ended = !out->row(out->context, cells, n);
  }
  sqlite3_finalize(s);
}

static ErrorCode run(Ledger *l, const ListSource *source, const LedgerFilter *f, LedgerForm form, QueryWay way,
                     Out *out, ErrorInfo *info) {
  Arena arena;
  arena_init(&arena, (size_t)256 << 20);
  Query q = {.ledger = l, .arena = &arena, .sql = {.arena = &arena}, .way = way};
  ErrorCode code = build(&q, source, f, form, info);
  if (!code && !arena_ok(&arena)) code = error_set(info, ERROR_MEMORY, str_of(l->db.path), 0, NULL);
  bool walks = way == QUERY_WALK;
  if (!code && !(walks && !q.ways)) {
    out->looks = -q.gathered / (STEPS_A_LOOK / STEPS_TO_GATHER);
    if (walks) sqlite3_progress_handler(l->db.sqlite, STEPS_A_LOOK, look, out);
    send_rows(&q, query_begin(&q), out);
    if (walks) sqlite3_progress_handler(l->db.sqlite, 0, NULL, NULL);
    code = db_result(&l->db, info);
  }
  arena_fini(&arena);
  return code;
}

/* The first rows of a filter that many fit are at hand: they are looked for row by row for a while, and if that does
 * not give all that are wanted, the rest are found by a set of all that fit. The order is the same, and names each row
 * a place of its own. */
ErrorCode ledger_list(Ledger *l, const LedgerList *list, const LedgerFilter *f, LedgerForm form, LedgerRow *row,
                      void *context, ErrorInfo *info) {
  const ListSource *source = source_of(list);
  Out out = {.row = row, .context = context, .wanted = f->limit};
  if (!source) return ERROR_USAGE;
  bool walks = f->limit && !f->sort.n && !l->steps; /* SQLite has one way to count steps, and a bound takes it */
  db_exec(&l->db, "SAVEPOINT list");                /* both ways see one ledger */
  ErrorCode code = walks ? run(l, source, f, form, QUERY_WALK, &out, info) : ERROR_OK;
  out.skip = out.given;
  if (!code && !out.ended) code = run(l, source, f, form, QUERY_SET, &out, info);
  db_exec(&l->db, "RELEASE list");
  return code;
}
