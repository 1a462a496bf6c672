/* A drawer is a chain for each stretch of days: short happenings are kept apart from long ones (LENGTHS), so that
 * those that may meet a day began within few stretches. Chains hang on a table of hashes. Two drawers
 * may share a chain: each happening's own days and types are looked at, and whoever asks compares those that are found
 * anyhow.
 *
 * A row of table filing is 32-bit numbers, the lowest byte first: for each happening its sift and how many places and
 * drawers (Field), then the places' signs and hashes of the drawers. */
#include "ledger/document/drawers.h"

#include "base/hash.h"
#include "record/writer.h"

enum { HEADS = 1 << 19, CHUNK = 1 << 13, NLENGTHS = 3 };

static const struct {
  int32_t days;    /* between the first and the last of a happening, at most */
  int32_t stretch; /* of a chain */
} LENGTHS[NLENGTHS] = {{4, 8}, {62, 64}, {INT32_MAX, 128}};

void drawers_fini(Drawers *d) {
  if (d->heads) arena_fini(&d->arena);
  *d = (Drawers){0};
}

/* ---- in memory ---- */

static DrawersItem *item_at(const Drawers *d, uint32_t i) { return &d->items.at[i / CHUNK][i % CHUNK]; }
static DrawersEntry *entry_at(const Drawers *d, uint32_t i) { return &d->entries.at[i / CHUNK][i % CHUNK]; }

static uint32_t length_of(int64_t from, int64_t to) {
  uint32_t i = 0;
  while (to - from > LENGTHS[i].days) i++;
  return i;
}

static int64_t stretch_of(uint32_t length, int64_t day) {
  int64_t days = LENGTHS[length].stretch;
  return (day >= 0 ? day : day - days + 1) / days;
}

static uint32_t *head_of(const Drawers *d, uint32_t drawer, uint32_t length, int64_t stretch) {
  uint32_t parts[3] = {drawer, length, (uint32_t)stretch};
  return &d->heads[hash64(parts, sizeof parts) % HEADS];
}

static bool add_item(Drawers *d, DrawersItem item) {
  if (d->nitems % CHUNK == 0) {
    DrawersItem *chunk = ARENA_ARRAY(&d->arena, DrawersItem, CHUNK);
    if (!chunk || !vec_push(&d->items, &d->arena, chunk)) return false;
  }
  *item_at(d, d->nitems++) = item;
  return true;
}

/* The last item that was added, in one more drawer. */
static void add_entry(Drawers *d, uint32_t drawer) {
  if (d->nentries % CHUNK == 0) {
    DrawersEntry *chunk = ARENA_ARRAY(&d->arena, DrawersEntry, CHUNK);
    if (!chunk || !vec_push(&d->entries, &d->arena, chunk)) return;
  }
  const DrawersItem *item = item_at(d, d->nitems - 1);
  uint32_t length = length_of(item->sift.from, item->sift.to);
  uint32_t *head = head_of(d, drawer, length, stretch_of(length, item->sift.from));
  *entry_at(d, d->nentries) = (DrawersEntry){.next = *head, .item = d->nitems - 1};
  *head = ++d->nentries;
}

/* ---- a row ---- */

static void put_word(Writer *w, uint32_t n) {
  char bytes[4];
  for (uint32_t i = 0; i < 4; i++) bytes[i] = (char)(n >> (8 * i));
  writer_put(w, (Str){bytes, sizeof bytes});
}

static uint32_t word_at(Str row, size_t i) {
  const uint8_t *b = (const uint8_t *)row.p + 4 * i;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

enum Field { FROM, TO, TYPES, WEIGHTS, FLAGS, FILTER, HEAD = FILTER + LINK_SIFT_WORDS };

/* The numbers that the signs of so many places are. */
static uint32_t signs_of(uint32_t nplaces) {
  return PLACE_SIGN_WORDS * (nplaces < LINK_SIFT_PLACES ? nplaces : LINK_SIFT_PLACES);
}

static void put_item(Writer *w, const LinkItem *item) {
  uint64_t drawers[LINK_DRAWERS];
  uint32_t n = link_drawers(item, drawers);
  LinkSift sift = link_sift_of(item);
  if (!n) return;
  put_word(w, (uint32_t)sift.from);
  put_word(w, (uint32_t)sift.to);
  put_word(w, sift.types);
  put_word(w, (uint32_t)sift.words | (uint32_t)sift.beside << 16);
  put_word(w, sift.flags | (uint32_t)sift.nplaces << 8 | n << 16);
  for (uint32_t i = 0; i < LINK_SIFT_WORDS; i++) put_word(w, sift.filter[i]);
  for (uint32_t i = 0; i < signs_of(sift.nplaces); i++)
    put_word(w, sift.places[i / PLACE_SIGN_WORDS].at[i % PLACE_SIGN_WORDS]);
  for (uint32_t i = 0; i < n; i++) put_word(w, (uint32_t)drawers[i]);
}

static LinkSift sift_at(Str row) {
  LinkSift s = {.from = (int32_t)word_at(row, FROM), .to = (int32_t)word_at(row, TO), .types = word_at(row, TYPES)};
  s.words = (uint16_t)word_at(row, WEIGHTS);
  s.beside = (uint16_t)(word_at(row, WEIGHTS) >> 16);
  s.flags = (uint8_t)word_at(row, FLAGS);
  s.nplaces = (uint8_t)(word_at(row, FLAGS) >> 8);
  for (uint32_t i = 0; i < LINK_SIFT_WORDS; i++) s.filter[i] = word_at(row, FILTER + i);
  for (uint32_t i = 0; i < signs_of(s.nplaces); i++)
    s.places[i / PLACE_SIGN_WORDS].at[i % PLACE_SIGN_WORDS] = word_at(row, HEAD + i);
  return s;
}

static Str row_of(Arena *arena, const LinkItems *items) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < items->list.n; i++) put_item(&w, &items->list.at[i]);
  return buffer_str(&buffer);
}

typedef void EachDrawer(Drawers *drawers, const DrawersItem *item, uint32_t drawer, bool first);

/* A row that makes no sense is read as far as it does. */
static void each_drawer(Drawers *d, int64_t document, Str row, EachDrawer *each) {
  while (row.n >= 4 * HEAD) {
    uint32_t first = HEAD + signs_of(word_at(row, FLAGS) >> 8 & 255), n = word_at(row, FLAGS) >> 16;
    if (n > LINK_DRAWERS || row.n < 4 * ((size_t)first + n)) return;
    DrawersItem item = {(uint32_t)document, sift_at(row)};
    if (item.sift.from > item.sift.to) return;
    for (uint32_t i = 0; i < n; i++) each(d, &item, word_at(row, first + i), i == 0);
    row = str_slice(row, 4 * ((size_t)first + n), row.n);
  }
}

static void file_one(Drawers *d, const DrawersItem *item, uint32_t drawer, bool first) {
  if (first && !add_item(d, *item)) return;
  if (d->nitems) add_entry(d, drawer);
}

static void take_one_out(Drawers *d, const DrawersItem *item, uint32_t drawer, bool first) {
  uint32_t length = length_of(item->sift.from, item->sift.to);
  (void)first;
  for (uint32_t i = *head_of(d, drawer, length, stretch_of(length, item->sift.from)); i; i = entry_at(d, i - 1)->next) {
    DrawersItem *other = item_at(d, entry_at(d, i - 1)->item);
    if (other->document == item->document) other->document = 0;
  }
}

/* ---- the file ---- */

static void load(Db *db, Drawers *d) {
  int64_t state = db_number(db, "PRAGMA data_version", "");
  if (d->heads && d->state == state) return;
  drawers_fini(d);
  arena_init(&d->arena, (size_t)4 << 30);
  d->heads = ARENA_ARRAY(&d->arena, uint32_t, HEADS);
  d->state = state;
  if (!d->heads) {
    arena_fini(&d->arena);
    db_fail_with(db, ERROR_MEMORY, "out of memory");
    return;
  }
  sqlite3_stmt *s = db_query(db, "SELECT document, data FROM filing ORDER BY document", "");
  while (db_row(db, s)) each_drawer(d, sqlite3_column_int64(s, 0), db_blob(s, 1), file_one);
}

void drawers_file(Db *db, Drawers *d, Arena *scratch, int64_t document, const LinkItems *items) {
  load(db, d);
  Str row = row_of(scratch, items);
  if (!db_ok(db) || !row.n) return;
  db_run(db, "INSERT INTO filing (document, data) VALUES (?, ?)", "ib", document, row);
  each_drawer(d, document, row, file_one);
  if (!arena_ok(&d->arena)) db_fail_with(db, ERROR_MEMORY, "out of memory");
}

void drawers_remove(Db *db, Drawers *d, int64_t document) {
  load(db, d);
  sqlite3_stmt *s = db_query(db, "SELECT data FROM filing WHERE document = ?", "i", document);
  if (!db_row(db, s)) return;
  each_drawer(d, document, db_blob(s, 0), take_one_out);
  db_done(s);
  db_run(db, "DELETE FROM filing WHERE document = ?", "i", document);
}

/* ---- looking ---- */

typedef struct Look {
  LinkSifter sifter;
  DrawersFound *found;
  void *context;
} Look;

/* Days that touch without meeting are of one event only where both are short. */
static bool days_meet(const LinkItem *item, const LinkSift *other) {
  int64_t from = other->from, to = other->to;
  if (to < (int64_t)item->when.from - LINK_DAYS_APART || from > (int64_t)item->when.to + LINK_DAYS_APART) return false;
  bool overlap = from <= item->when.to && to >= item->when.from;
  Period when = {.from = other->from, .to = other->to, .known = true};
  return (overlap || (to - from <= 2 && (int64_t)item->when.to - item->when.from <= 2)) &&
         link_days_share(item->when, when);
}

static void look_into(const Drawers *d, const Look *look, uint32_t drawer, uint32_t length, int64_t stretch) {
  for (uint32_t i = *head_of(d, drawer, length, stretch), next; i; i = next) {
    const DrawersItem *other = item_at(d, entry_at(d, i - 1)->item);
    next = entry_at(d, i - 1)->next;
    if (next) __builtin_prefetch(entry_at(d, next - 1)); /* both lie anywhere: one is fetched while the other is */
    if (other->document && days_meet(look->sifter.item, &other->sift) &&
        link_sift_most(&look->sifter, &other->sift) >= LINK_THRESHOLD)
      look->found(look->context, other->document);
  }
}

void drawers_find(Db *db, Drawers *d, const LinkItem *item, DrawersFound *found, void *context) {
  uint64_t drawers[LINK_DRAWERS];
  uint32_t n = link_drawers(item, drawers);
  if (!n) return;
  load(db, d);
  if (!db_ok(db)) return;
  Look look = {link_sifter(item), found, context};
  int64_t first = (int64_t)item->when.from - LINK_DAYS_APART, last = (int64_t)item->when.to + LINK_DAYS_APART;
  int64_t earliest = link_days_from(item->when), latest = link_days_to(item->when);
  if (last > latest) last = latest;
  for (uint32_t length = 0; length < NLENGTHS; length++) {
    int64_t from = first - LENGTHS[length].days;
    int64_t begin = stretch_of(length, from < earliest ? earliest : from), end = stretch_of(length, last);
    for (uint32_t i = 0; i < n; i++)
      for (int64_t at = begin; at <= end; at++) look_into(d, &look, (uint32_t)drawers[i], length, at);
  }
}
