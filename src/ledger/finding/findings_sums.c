/* Tallies and trends that contradict each other: «نفذت القوات 112 عملية في الأنبار خلال آب» (the forces carried out 112
 * operations in Anbar in August) beside 87 of them; attacks that rose and that fell in one year.
 *
 * Such a finding is of two records, and where it is new, one of these is of a touched document. So these are looked at
 * with those alone that may contradict them, as far as columns tell:
 *
 *   tally   one first and last day, and a place in common
 *   trend   one type, another direction, periods that meet, and an actor in common
 *
 * and with those of what was found before, which are few: all that is found comes out of one look, in the same order
 * whatever runs it took. What check/tally.c and check/trend.c ask for is narrower. What is wanted is gathered once from
 * the touched records, and each other one is held against it in one look-up: time is linear in both, whatever they
 * tell. */
#include "base/hash.h"
#include "ledger/file/row_map.h"
#include "ledger/file/schema.h"
#include "ledger/finding/findings.h"
#include "ledger/finding/scope.h"

static const char *const SUM_KINDS[] = {"trend", "tally"};

static bool sums_up(const Record *r) { return r->kind == RECORD_TALLY || r->kind == RECORD_TREND; }

#define SUMS "r.kind IN ('tally', 'trend')"
#define OF_TOUCHED(kind) " FROM touched x CROSS JOIN record r ON r.document = x.document AND r.kind = '" kind "'"

static const char CHANGED[] = "SELECT 1 FROM touched x CROSS JOIN record r ON r.document = x.document"
                              " WHERE " SUMS " LIMIT 1";

/* ---- what may contradict a touched one ---- */

/* An end that is open is no day in its column. */
#define FROM_DAY "coalesce(r.day_from, -2147483648)"
#define TO_DAY "coalesce(r.day_to, 2147483647)"
#define DATED "(r.day_from IS NOT NULL OR r.day_to IS NOT NULL)"

static const char CLEAR[] = "DROP TABLE IF EXISTS temp.total; DROP TABLE IF EXISTS temp.course";
static const char TABLES[] =
    "CREATE TEMP TABLE total (day_from INTEGER, day_to INTEGER, place TEXT,"
    " PRIMARY KEY (day_from, day_to, place)) WITHOUT ROWID;"
    "CREATE TEMP TABLE course (actor TEXT, type TEXT, direction TEXT, day_from INTEGER, day_to INTEGER,"
    " PRIMARY KEY (actor, type, direction)) WITHOUT ROWID";

#define PLACE "coalesce(p.place, p.words)"
static const char TOTALS[] =
    "INSERT OR IGNORE INTO temp.total SELECT " FROM_DAY ", " TO_DAY
    ", " PLACE OF_TOUCHED("tally") " JOIN record_place p ON p.record = r.id WHERE " SCHEMA_STANDS " AND " DATED;

/* Words are one but for a letter or two before them (check/same.c): their ends are, and where the one has fewer than
 * three letters, both have no more than four. */
#define END_OF_WORDS "substr(a.words, -3)"
#define FEW_LETTERS "CASE WHEN length(a.words) <= 4 THEN '' END"
#define COURSES_BY(who)                                                                                               \
  "INSERT INTO temp.course SELECT " who ", r.type, r.direction, " FROM_DAY                                            \
  ", " TO_DAY OF_TOUCHED("trend") " JOIN record_actor a ON a.record = r.id AND a.role IN ('agent', 'target')"         \
                                  " WHERE " SCHEMA_STANDS " AND " DATED " AND r.direction IS NOT NULL AND " who       \
                                  " IS NOT NULL"                                                                      \
                                  " ON CONFLICT DO UPDATE SET day_from = min(day_from, excluded.day_from), day_to = " \
                                  "max(day_to, excluded.day_to)"

static const char COURSES_BY_ID[] = COURSES_BY("a.actor");
static const char COURSES_BY_END[] = COURSES_BY(END_OF_WORDS);
static const char COURSES_OF_FEW[] = COURSES_BY(FEW_LETTERS);

/* A correction is not in the tables of places and actors: what is corrected is looked at, and with a touched one that
 * is (?1) all are. */
static const char CORRECTED[] = "SELECT 1 FROM touched x CROSS JOIN record r ON r.document = x.document"
                                " WHERE " SUMS " AND r.status = 'corrected' LIMIT 1";

static const char NEAR[] =
    "SELECT d.id FROM ("
    " SELECT r.document FROM touched x CROSS JOIN record r ON r.document = x.document WHERE " SUMS " AND " SCHEMA_STANDS
    " UNION SELECT r.document FROM record r INDEXED BY record_kind WHERE r.kind = 'tally' AND " SCHEMA_NO_EVENT(
        "r") " AND " SCHEMA_STANDS " AND " DATED
             "  AND (?1 OR r.status = 'corrected' OR EXISTS (SELECT 1 FROM record_place p CROSS JOIN temp.total t"
             "   ON t.day_from = " FROM_DAY " AND t.day_to = " TO_DAY " AND t.place = " PLACE " WHERE p.record = r.id))"
             " UNION SELECT r.document FROM record r INDEXED BY record_kind WHERE r.kind = 'trend' "
             "AND " SCHEMA_NO_EVENT(
                 "r") " AND " SCHEMA_STANDS " AND " DATED "  AND (?1 OR r.status = 'corrected' OR EXISTS (SELECT 1 "
                      "FROM record_actor a CROSS JOIN temp.course c"
                      "   ON c.actor IN (a.actor, " END_OF_WORDS ", " FEW_LETTERS ") AND c.type = r.type"
                      "   AND c.direction <> r.direction AND c.day_from <= " TO_DAY " AND c.day_to >= " FROM_DAY
                      "   WHERE a.record = r.id AND a.role IN ('agent', 'target')))"
                      " UNION SELECT r.document FROM finding f CROSS JOIN json_each(f.records) e"
                      "  CROSS JOIN record r INDEXED BY record_key ON " SCHEMA_ID_IS(
                          "r.key", "e.value") " WHERE f.scope = 'sums' AND " SCHEMA_STANDS
                                              ") r JOIN document d ON d.id = r.document ORDER BY d.key";

static void take_near(Ledger *l, Arena *arena, Ids *out) {
  int64_t all = db_number(&l->db, CORRECTED, "") == 1;
  db_exec(&l->db, CLEAR);
  db_exec(&l->db, TABLES);
  db_run(&l->db, TOTALS, "");
  db_run(&l->db, COURSES_BY_ID, "");
  db_run(&l->db, COURSES_BY_END, "");
  db_run(&l->db, COURSES_OF_FEW, "");
  ids_take(&l->db, arena, db_query(&l->db, NEAR, "i", all), out);
}

/* ---- the look ---- */

static int64_t hash_of(Str id) { return (int64_t)(hash64(id.p, id.n) | 1); }

static void put_in(Arena *arena, RowMap *set, int64_t row) {
  void **slot = row_map_slot(arena, set, row);
  if (slot) *slot = set;
}

/* Hashes of the records in which one of the kinds finds something. */
static RowMap found_in(Arena *arena, const Documents *documents) {
  CheckInput in = documents_input(documents);
  RowMap records = {0};
  for (size_t k = 0; k < sizeof SUM_KINDS / sizeof *SUM_KINDS; k++) {
    Findings found = check_run_kind(arena, &in, str_of(SUM_KINDS[k]));
    for (uint32_t i = 0; i < found.list.n; i++)
      for (uint32_t r = 0; r < found.list.at[i].nrecords; r++)
        put_in(arena, &records, hash_of(found.list.at[i].records[r]));
  }
  return records;
}

static bool has_any(const RowMap *records, const CheckDoc *doc) {
  for (uint32_t i = 0; i < doc->nrecords; i++)
    if (row_map_get(records, hash_of(doc->records[i].id))) return true;
  return false;
}

/* Texts are for the quotes of a finding, and there are few: the first look does without. */
void findings_of_sums(Ledger *l, Arena *arena) {
  Documents brief = {0}, documents = {0};
  Ids ids = {0}, read = {0};
  if (db_number(&l->db, CHANGED, "") != 1) return;
  take_near(l, arena, &ids);
  scope_clear(l, STR("sums"));
  for (uint32_t i = 0; i < ids.list.n; i++) {
    const Loaded *loaded = loaded_sums(l, arena, ids.list.at[i]);
    if (!loaded) continue;
    documents_take(arena, loaded, STR_NONE, sums_up, &brief);
    vec_push(&read.list, arena, loaded->id);
  }
  RowMap records = found_in(arena, &brief);
  for (uint32_t i = 0; i < brief.list.n; i++)
    if (has_any(&records, &brief.list.at[i]))
      documents_take(arena, loaded_read(l, arena, read.list.at[i]), STR_NONE, sums_up, &documents);
  CheckInput in = documents_input(&documents);
  SCOPE_RUN(l, arena, &in, STR("sums"), SUM_KINDS);
}
