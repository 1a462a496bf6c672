/* Named persons and what is told of them. The rows that say who is in which record are short;
 * whether a record is shown, of which document and day it is, the cube knows: so that all of
 * them are gathered anew each time, in a few milliseconds, and nothing has to be kept true. */
#include "base/hash.h"
#include "base/vec.h"
#include "ledger/cube/order.h"
#include "ledger/list/browse.h"
#include "ledger/query/query.h"
#include "text/normal.h"

enum { MOST_FATES = 32, MOST_ROWS = 1 << 28 };

typedef struct Told {
  uint32_t records, documents, last_doc;
  int32_t first, last;
  uint32_t fates; /* a bit for each of the fates */
} Told;

typedef struct Gather {
  Ledger *ledger;
  const Cube *cube;
  Arena *arena;
  Told *told; /* [n] by row of table person */
  uint32_t n;
  LedgerFate fates[MOST_FATES];
  uint32_t nfates;
} Gather;

static uint32_t fate_of(Gather *g, Str fate) {
  for (uint32_t i = 0; i < g->nfates; i++)
    if (str_eq(g->fates[i].fate, fate)) return i;
  if (g->nfates == MOST_FATES) return MOST_FATES - 1;
  g->fates[g->nfates] = (LedgerFate){.fate = fate.n ? arena_str(g->arena, fate) : STR("")};
  return g->nfates++;
}

static void gather(Gather *g) {
  const Cube *c = g->cube;
  Db *db = &g->ledger->db;
  int64_t rows = db_number(db, "SELECT max(id) FROM person", "");
  g->n = rows < 0 || rows > MOST_ROWS ? 0 : (uint32_t)rows + 1;
  g->told = ARENA_ARRAY(g->arena, Told, (size_t)g->n + 1);
  sqlite3_stmt *s = db_query(db, "SELECT person, record, fate FROM record_person ORDER BY record", "");
  while (db_row(db, s)) {
    int64_t person = sqlite3_column_int64(s, 0), record = sqlite3_column_int64(s, 1);
    if (!g->told || person < 0 || person >= g->n || record < 0 || record >= c->nrecords) continue;
    if (c->doc_of[record] == CUBE_NONE) continue;
    Told *t = &g->told[person];
    if (!t->records++) t->first = t->last = CUBE_NO_DAY;
    t->documents += t->records == 1 || t->last_doc != c->doc_of[record];
    t->last_doc = c->doc_of[record];
    t->fates |= 1u << fate_of(g, db_text(s, 2));
    CubeDays d = c->days_of[record];
    if (d.from != CUBE_NO_DAY && (t->first == CUBE_NO_DAY || d.from < t->first)) t->first = d.from;
    if (d.to != CUBE_NO_DAY && d.to > t->last) t->last = d.to;
  }
}

/* ---- choosing ---- */

static bool days_fit(const LedgerPeopleFilter *f, const Told *t) {
  if (f->from != LEDGER_NO_DAY && (t->last == CUBE_NO_DAY || t->last < f->from)) return false;
  return f->to == LEDGER_NO_DAY || (t->first != CUBE_NO_DAY && t->first <= f->to);
}

/* [n] persons whose name has the words in it, or who are the one asked for; NULL: all. */
static uint8_t *named(Gather *g, const LedgerPeopleFilter *f) {
  Db *db = &g->ledger->db;
  if (!f->name.n && !f->norm.n) return NULL;
  uint8_t *found = ARENA_ARRAY(g->arena, uint8_t, (size_t)g->n + 1);
  Str part = f->name.n ? filter_norm(g->arena, f->name) : STR("");
  sqlite3_stmt *s = f->norm.n ? db_query(db, "SELECT id FROM person WHERE norm = ?", "t", f->norm)
                              : db_query(db, "SELECT id FROM person WHERE instr(norm, ?)", "t", part);
  while (db_row(db, s)) {
    int64_t row = sqlite3_column_int64(s, 0);
    if (found && row >= 0 && row < g->n) found[row] = 1;
  }
  return found;
}

static int64_t key_of(const Told *t, Str sort) {
  bool down;
  Str name = order_name(sort, &down);
  int64_t key = t->records;
  if (str_eq(name, STR("documents"))) key = t->documents;
  if (str_eq(name, STR("first"))) key = t->first;
  if (str_eq(name, STR("last"))) key = t->last;
  return order_key(key, key != CUBE_NO_DAY, down);
}

/* ---- rows ---- */

static void keep_fates(Gather *g, LedgerPerson *p) {
  VEC(LedgerFate) fates = {0};
  sqlite3_stmt *s =
      db_query(&g->ledger->db, "SELECT record, fate FROM record_person WHERE person = ? ORDER BY fate", "i", p->row);
  while (db_row(&g->ledger->db, s)) {
    int64_t record = sqlite3_column_int64(s, 0);
    Str fate = db_text(s, 1);
    if (record < 0 || record >= g->cube->nrecords || g->cube->doc_of[record] == CUBE_NONE) continue;
    if (!fates.n || !str_eq(fates.at[fates.n - 1].fate, fate)) {
      LedgerFate one = {fate.n ? arena_str(g->arena, fate) : STR(""), 0};
      vec_push(&fates, g->arena, one);
    }
    if (fates.n) fates.at[fates.n - 1].n++;
  }
  p->fates = fates.at;
  p->nfates = fates.n;
}

static void keep_person(Gather *g, uint32_t row, LedgerPeople *out) {
  const Told *t = &g->told[row];
  LedgerPerson p = {.row = row, .records = t->records, .documents = t->documents, .first = t->first, .last = t->last};
  sqlite3_stmt *s = db_query(&g->ledger->db, "SELECT name, norm FROM person WHERE id = ?", "i", (int64_t)row);
  if (!db_row(&g->ledger->db, s)) return;
  p.name = db_keep(g->arena, s, 0);
  p.norm = db_keep(g->arena, s, 1);
  db_done(s);
  keep_fates(g, &p);
  vec_push(&out->list, g->arena, p);
}

static void count_fates(Gather *g, uint32_t fates) {
  for (uint32_t i = 0; i < g->nfates; i++) g->fates[i].n += fates >> i & 1;
}

/* "told" is any fate but none. */
static bool fate_fits(const Gather *g, Str wanted, uint32_t fates) {
  bool any = str_eq(wanted, STR("told"));
  for (uint32_t i = 0; i < g->nfates; i++) {
    Str fate = g->fates[i].fate;
    if (fates >> i & 1 && (any ? fate.n && !str_eq(fate, STR("none")) : str_eq(fate, wanted))) return true;
  }
  return !wanted.n;
}

ErrorCode ledger_people(Ledger *l, const Cube *cube, Arena *arena, const LedgerPeopleFilter *f, LedgerPage page,
                        LedgerPeople *out, ErrorInfo *info) {
  Gather g = {.ledger = l, .cube = cube, .arena = arena};
  *out = (LedgerPeople){0};
  gather(&g);
  OrderKey *keys = ARENA_ARRAY(arena, OrderKey, (size_t)g.n + 1);
  uint8_t *found = named(&g, f);
  uint32_t n = 0;
  for (uint32_t i = 0; g.told && keys && i < g.n; i++) {
    const Told *t = &g.told[i];
    if (!t->records || (found && !found[i]) || !days_fit(f, t)) continue;
    count_fates(&g, t->fates);
    if (fate_fits(&g, f->fate, t->fates)) keys[n++] = (OrderKey){key_of(t, f->sort.n ? f->sort : STR("-records")), i};
  }
  order_sort(keys, n);
  out->total = n;
  for (int64_t i = page.offset; i >= 0 && i < n && i < page.offset + page.limit; i++) keep_person(&g, keys[i].at, out);
  LedgerFate *fates = ARENA_ARRAY(arena, LedgerFate, g.nfates + 1);
  for (uint32_t i = 0; fates && i < g.nfates; i++) fates[out->nfates++] = g.fates[i];
  out->fates = fates;
  if (!arena_ok(arena)) return error_set(info, ERROR_MEMORY, STR("people"), 0, NULL);
  return db_result(&l->db, info);
}

static uint64_t hash_of(Str norm) {
  uint8_t sum[SHA256_BYTES];
  uint64_t h = 0;
  sha256(norm, sum);
  for (int i = 0; i < 8; i++) h = h << 8 | sum[i];
  return h;
}

Str ledger_person_key(Arena *arena, Str norm) {
  return arena_printf(arena, "%016llx", (unsigned long long)hash_of(norm));
}

Str ledger_person_of(Ledger *l, Arena *arena, Str key) {
  Str norm = STR("");
  sqlite3_stmt *s = db_query(&l->db, "SELECT norm FROM person", "");
  while (key.n == 16 && db_row(&l->db, s)) {
    char hex[17];
    sqlite3_snprintf(sizeof hex, hex, "%016llx", (unsigned long long)hash_of(db_text(s, 0)));
    if (!str_eq(str_of(hex), key)) continue;
    norm = db_keep(arena, s, 0);
    db_done(s);
    break;
  }
  return norm;
}
