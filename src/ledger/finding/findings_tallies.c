/* Tallies with what they sum up: each with the acts of its doer in its country and period. A tally is looked at where a
 * touched document has it, or an act that may be one of its own.
 *
 * Hardly one of them falls short, and that is told by a look without the texts. It reads what stands in the ledger and
 * writes nothing: a thread takes it with a connection of its own, while the others of findings_across are looked for.
 * What it saw is looked at again by the caller, who clears and writes. */
#include <pthread.h>
#include <stdlib.h>

#include "ledger/file/schema.h"
#include "ledger/finding/findings.h"
#include "ledger/finding/scope.h"

enum { TALLY_ACTS = 128 };

static const size_t LOOK_BUDGET = (size_t)2 << 30;

static const char *const TALLY_KINDS[] = {"shortfall"};
#define SCOPE "tallies %lld"

/* What a tally must have for its shortfall to be looked for (check/shortfall.c). */
#define TALLY_COUNTS "t.kind = 'tally' AND t.day_to - t.day_from >= 6 AND t.country IS NOT NULL"

/* two_words(words), in SQL: the first two of an actor's words, and NULL of one alone. They stand for a doer that the
 * data does not know: «قوات دنب الخاصة» (the Danab special forces) and «قوات دنب الخاصة الصومالية» are one to
 * check/same.c, whose word is the last. */
static void two_words(sqlite3_context *context, int n, sqlite3_value **values) {
  (void)n;
  const char *words = (const char *)sqlite3_value_text(values[0]);
  const char *blank = words ? strchr(words, ' ') : NULL;
  if (!blank) return sqlite3_result_null(context);
  size_t end = (size_t)(blank + 1 - words) + strcspn(blank + 1, " ");
  sqlite3_result_text64(context, words, end, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void add_functions(Db *db) {
  int got =
      sqlite3_create_function_v2(db->sqlite, "two_words", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                 NULL, two_words, NULL, NULL, NULL);
  if (got) db_fail(db, got);
}

/* The acts of touched documents, by doer: a tally is looked at for one of its own alone. */
static const char ACTS_CLEAR[] = "DROP TABLE IF EXISTS temp.act";
static const char ACTS[] = "CREATE TEMP TABLE act (actor TEXT, country TEXT, day INTEGER,"
                           " PRIMARY KEY (actor, country, day)) WITHOUT ROWID";
#define ACTS_BY(who)                                                                    \
  "INSERT OR IGNORE INTO temp.act SELECT " who ", r.country, r.day_from FROM touched x" \
  " CROSS JOIN record r ON r.document = x.document AND r.kind = 'event'"                \
  " JOIN record_actor a ON a.record = r.id"                                             \
  " WHERE r.day_from IS NOT NULL AND r.country IS NOT NULL AND " who " IS NOT NULL"

static const char ACTS_BY_ID[] = ACTS_BY("a.actor");
static const char ACTS_BY_WORDS[] = ACTS_BY("two_words(a.words)");

/* Documents whose tallies may come out otherwise than before: touched themselves, or with an
 * act of a touched document in their country and period. An act that is gone counts as well. */
static const char TALLIES[] =
    "SELECT d.id FROM (SELECT r.document FROM touched x CROSS JOIN record r ON r.document = x.document"
    "  AND r.kind = 'tally'"
    "  UNION SELECT t.document FROM record t INDEXED BY record_kind"
    "  JOIN record_actor a ON a.record = t.id AND a.role = 'agent'"
    "  WHERE " TALLY_COUNTS " AND " SCHEMA_NO_EVENT(
        "t") " AND t.current = 1 AND EXISTS (SELECT 1 FROM temp.act e"
             "  WHERE e.actor IN (a.actor, two_words(a.words)) AND e.country = t.country"
             "  AND e.day BETWEEN t.day_from AND t.day_to)) x JOIN document d ON d.id = x.document ORDER BY d.key";

/* Only what has a number adds up: one of times it happened, for acts of the tally's own type, or outcomes of both, as
 * record/json.c writes them. A correction may have brought some. */
#define HAS_OUTCOMES(r) "(instr(" r ".json, '\"outcomes\":[{') OR " r ".status = 'corrected')"
#define MAY_ADD_UP                                                             \
  "((t.count_min IS NOT NULL AND o.count_min IS NOT NULL AND o.type = t.type)" \
  " OR (" HAS_OUTCOMES("t") " AND " HAS_OUTCOMES("o") "))"

/* Acts of others' reports in the period and country of a tally of document ?1, by its doer: found in indexes, since
 * their rows are long and lie anywhere. Of those that are found so, the row is read. */
static const char SUMMED_UP[] =
    "SELECT e.day_from, d.id, d.key FROM record t CROSS JOIN record e INDEXED BY record_day"
    " ON e.kind = 'event' AND e.current = 1 AND e.status <> 'rejected'"
    " AND e.day_from BETWEEN t.day_from AND t.day_to AND e.day_to <= t.day_to AND e.country = t.country"
    " AND EXISTS (SELECT 1 FROM record_actor ta JOIN record_actor ea ON ea.record = e.id"
    "  AND (ea.actor = ta.actor OR two_words(ea.words) = two_words(ta.words))"
    "  WHERE ta.record = t.id AND ta.role = 'agent')"
    " CROSS JOIN record o ON o.id = e.id AND o.document <> ?1 AND " MAY_ADD_UP
    " CROSS JOIN document d ON d.id = o.document"
    " WHERE t.document = ?1 AND " TALLY_COUNTS
    " AND t.current = 1 AND t.status <> 'rejected' ORDER BY e.day_from LIMIT ?2";

typedef struct Act {
  int64_t day, document;
  Str key;
} Act;

static int by_key(const void *a, const void *b) { return str_cmp(((const Act *)a)->key, ((const Act *)b)->key); }

/* Where there are too many, those of the first days: whole days, so that it is the same in every ledger. In order of
 * their keys, each document once. */
static void take_summed_up(Ledger *l, Arena *arena, int64_t document, Ids *out) {
  VEC(Act) acts = {0};
  sqlite3_stmt *s = db_query(&l->db, SUMMED_UP, "ii", document, (int64_t)TALLY_ACTS + 1);
  while (db_row(&l->db, s)) {
    Act act = {sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), db_keep(arena, s, 2)};
    vec_push(&acts, arena, act);
  }
  uint32_t n = acts.n;
  if (n > TALLY_ACTS)
    while (n && acts.at[n - 1].day == acts.at[acts.n - 1].day) n--;
  if (n) qsort(acts.at, n, sizeof *acts.at, by_key);
  for (uint32_t i = 0; i < n; i++)
    if (!i || acts.at[i].document != acts.at[i - 1].document) vec_push(&out->list, arena, acts.at[i].document);
}

typedef struct Tellings {
  VEC(CheckTelling) list;
  VEC(Str) incidents; /* by number */
} Tellings;

static uint32_t incident_number(Arena *arena, Tellings *t, Str incident) {
  for (uint32_t i = 0; i < t->incidents.n; i++)
    if (str_eq(t->incidents.at[i], incident)) return i;
  vec_push(&t->incidents, arena, incident);
  return t->incidents.n - 1;
}

/* The incidents are known: nothing need be linked to count them. */
static void add_tellings(Arena *arena, const CheckDoc *doc, const Loaded *loaded, Tellings *out) {
  for (uint32_t i = 0; i < loaded->nrecords; i++) {
    const Record **record = ARENA_NEW(arena, const Record *);
    if (!loaded->incidents[i].n || !record) continue;
    *record = &doc->records[i];
    vec_push(&out->list, arena, (CheckTelling){doc, record, 1, incident_number(arena, out, loaded->incidents[i])});
  }
}

typedef const Loaded *Load(Ledger *l, Arena *arena, int64_t document);

/* The documents of the acts, of which only those count, and behind them the tally's, as input; their tellings point
 * into `documents`. */
static void tally_input(Ledger *l, Arena *arena, const Ids *ids, Load *acts, Load *tally, Documents *documents,
                        Tellings *tellings) {
  VEC(const Loaded *) all = {0};
  for (uint32_t i = 0; i < ids->list.n; i++) {
    const Loaded *loaded = (i + 1 < ids->list.n ? acts : tally)(l, arena, ids->list.at[i]);
    if (!loaded) continue;
    vec_push(&all, arena, loaded);
    documents_take(arena, loaded, STR_NONE, wanted_any, documents);
  }
  for (uint32_t i = 0; i < all.n && i < documents->list.n; i++)
    add_tellings(arena, &documents->list.at[i], all.at[i], tellings);
}

static CheckInput tellings_input(const Documents *documents, const Tellings *tellings) {
  CheckInput in = documents_input(documents);
  in.tellings = tellings->list.at;
  in.ntellings = tellings->list.n;
  return in;
}

/* ---- the first look ---- */

struct TallyLook {
  pthread_t thread;
  const char *path;
  Arena arena;   /* of the lists */
  Ids all;       /* documents whose tallies may come out otherwise */
  Ids promising; /* those of them in which something was found */
  bool runs, done;
};

/* The tally's document and those of the acts; false: there are none. */
static bool take_input(Ledger *l, Arena *arena, int64_t document, Ids *out) {
  take_summed_up(l, arena, document, out);
  return out->list.n && vec_push(&out->list, arena, document);
}

static bool falls_short(Ledger *l, Arena *arena, int64_t document) {
  Documents brief = {0};
  Tellings tellings = {0};
  Ids ids = {0};
  if (!take_input(l, arena, document, &ids)) return false;
  tally_input(l, arena, &ids, loaded_brief_told, loaded_brief, &brief, &tellings);
  CheckInput in = tellings_input(&brief, &tellings);
  return check_run_kind(arena, &in, str_of(TALLY_KINDS[0])).list.n > 0;
}

static void first_look(TallyLook *look, Ledger *l, Arena *arena) {
  db_exec(&l->db, ACTS_CLEAR);
  db_exec(&l->db, ACTS);
  db_run(&l->db, ACTS_BY_ID, "");
  db_run(&l->db, ACTS_BY_WORDS, "");
  look->all = look->promising = (Ids){0};
  ids_take(&l->db, &look->arena, db_query(&l->db, TALLIES, ""), &look->all);
  for (uint32_t i = 0; i < look->all.list.n && db_ok(&l->db) && arena_ok(arena); i++) {
    ArenaMark mark = arena_mark(arena);
    bool promising = falls_short(l, arena, look->all.list.at[i]);
    arena_release(arena, mark);
    if (promising) vec_push(&look->promising.list, &look->arena, look->all.list.at[i]);
  }
  look->done = db_ok(&l->db) && arena_ok(arena) && arena_ok(&look->arena);
}

/* The caller waits for the look: who keeps it from reading might be waiting for the caller. */
static bool give_up(void *context, uint32_t seconds) {
  (void)context;
  (void)seconds;
  return false;
}

/* What fails here, the caller tries again and tells of. */
static void *look_aside(void *p) {
  TallyLook *look = p;
  Ledger *own = NULL;
  ErrorInfo info;
  LedgerOptions options = {.mode = LEDGER_READ, .waiting = give_up};
  if (ledger_open(look->path, &options, &own, &info)) return NULL;
  add_functions(&own->db);
  first_look(look, own, &own->text);
  ledger_close(own);
  return NULL;
}

TallyLook *tallies_begin(Ledger *l, Arena *arena) {
  TallyLook *look = ARENA_NEW(arena, TallyLook);
  if (!look) return NULL;
  look->path = l->db.path;
  arena_init(&look->arena, LOOK_BUDGET);
  look->runs = !pthread_create(&look->thread, NULL, look_aside, look);
  return look;
}

/* ---- what it saw ---- */

static void look_at_tally(Ledger *l, Arena *arena, int64_t document) {
  Documents documents = {0};
  Tellings tellings = {0};
  Ids ids = {0};
  if (!take_input(l, arena, document, &ids)) return;
  tally_input(l, arena, &ids, loaded_told, loaded_read, &documents, &tellings);
  CheckInput in = tellings_input(&documents, &tellings);
  SCOPE_RUN(l, arena, &in, arena_printf(arena, SCOPE, (long long)document), TALLY_KINDS);
}

void tallies_end(Ledger *l, Arena *arena, TallyLook *look) {
  if (!look) return;
  if (look->runs) pthread_join(look->thread, NULL);
  add_functions(&l->db);
  if (!look->done) first_look(look, l, arena);
  if (!arena_ok(&look->arena)) db_fail_with(&l->db, ERROR_MEMORY, "out of memory while looking for tallies");
  for (uint32_t i = 0; i < look->all.list.n; i++) {
    ArenaMark mark = arena_mark(arena);
    scope_clear(l, arena_printf(arena, SCOPE, (long long)look->all.list.at[i]));
    arena_release(arena, mark);
  }
  for (uint32_t i = 0; i < look->promising.list.n && db_ok(&l->db) && arena_ok(arena); i++) {
    ArenaMark mark = arena_mark(arena);
    look_at_tally(l, arena, look->promising.list.at[i]);
    arena_release(arena, mark);
  }
  arena_fini(&look->arena);
}
