/* Bands are looked up in memory, sketches read from the store: a text of a million costs its
 * 32 look-ups and a comparison with those that share one. Another program may have written
 * texts since: what is above the last one known is read before a look-up.
 *
 * A run reads the bands of all texts: table band has 32 bits of each, a quarter of a sketch. Its lowest bits choose
 * the chain, the others tell most that share one apart, and what is left sketches do. */
#include "ledger/document/copies.h"

void copies_fini(Copies *c) {
  if (c->heads) arena_fini(&c->arena);
  *c = (Copies){0};
}

static CopiesChunk *chunk_of(const Copies *c, uint32_t i) { return c->chunks.at[i / COPIES_CHUNK]; }
static CopiesEntry *entry_at(const Copies *c, uint32_t i) { return &chunk_of(c, i)->entries[i % COPIES_CHUNK]; }
static uint32_t *text_at(const Copies *c, uint32_t i) { return &chunk_of(c, i)->texts[i % COPIES_CHUNK / NEAR_BANDS]; }

static void add_entry(Copies *c, uint32_t band) {
  uint32_t *head = &c->heads[band % COPIES_HEADS];
  *entry_at(c, c->n) = (CopiesEntry){.next = *head, .band = band};
  *head = ++c->n;
}

static void add_bands(Copies *c, uint32_t text, const uint32_t bands[NEAR_BANDS]) {
  if (c->n % COPIES_CHUNK == 0) {
    CopiesChunk *chunk = ARENA_NEW(&c->arena, CopiesChunk);
    if (!chunk || !vec_push(&c->chunks, &c->arena, chunk)) return;
  }
  *text_at(c, c->n) = text;
  for (uint32_t b = 0; b < NEAR_BANDS; b++) add_entry(c, bands[b]);
}

_Static_assert(COPIES_CHUNK % NEAR_BANDS == 0, "a text's entries lie in one chunk");

static bool load_row(sqlite3_stmt *s, int column, NearSketch *sketch) {
  Str bytes = db_blob(s, column + 1);
  if (bytes.n != NEAR_BYTES) return false;
  near_load((const uint8_t *)bytes.p, (uint32_t)sqlite3_column_int64(s, column), sketch);
  return true;
}

/* False: the text is too short to be another's copy. */
static bool bands_of(const NearSketch *sketch, uint32_t bands[NEAR_BANDS]) {
  uint64_t whole[NEAR_BANDS];
  if (sketch->shingles < NEAR_LEAST) return false;
  near_bands(sketch, whole);
  for (uint32_t b = 0; b < NEAR_BANDS; b++) bands[b] = (uint32_t)(whole[b] >> 32);
  return true;
}

enum { BAND_BYTES = 4 * NEAR_BANDS };

static void put_bands(Db *db, int64_t text, const uint32_t bands[NEAR_BANDS]) {
  uint8_t bytes[BAND_BYTES];
  for (uint32_t i = 0; i < BAND_BYTES; i++) bytes[i] = (uint8_t)(bands[i / 4] >> 8 * (i % 4));
  db_run(db, "INSERT INTO band (text, hashes) VALUES (?, ?)", "ib", text, (Str){(const char *)bytes, sizeof bytes});
}

/* Of texts that an older daftar read. */
static void remake(Db *db) {
  NearSketch sketch;
  uint32_t bands[NEAR_BANDS];
  if (db_number(db, "SELECT 1 FROM remake WHERE what = 'band'", "") != 1) return;
  sqlite3_stmt *s = db_query(db, "SELECT text, shingles, least FROM sketch ORDER BY text", "");
  while (db_row(db, s))
    if (load_row(s, 1, &sketch) && bands_of(&sketch, bands)) put_bands(db, sqlite3_column_int64(s, 0), bands);
  db_run(db, "DELETE FROM remake WHERE what = 'band'", "");
}

static void load_bands(Copies *c, Str bytes) {
  uint32_t bands[NEAR_BANDS] = {0};
  if (bytes.n != BAND_BYTES) return;
  for (uint32_t i = 0; i < BAND_BYTES; i++) bands[i / 4] |= (uint32_t)(uint8_t)bytes.p[i] << 8 * (i % 4);
  add_bands(c, (uint32_t)c->last, bands);
}

static void load(Db *db, Copies *c) {
  if (!c->heads) {
    arena_init(&c->arena, (size_t)4 << 30);
    c->heads = ARENA_ARRAY(&c->arena, uint32_t, COPIES_HEADS);
    if (!c->heads) return db_fail_with(db, ERROR_MEMORY, "out of memory");
    remake(db);
  }
  sqlite3_stmt *s = db_query(db, "SELECT text, hashes FROM band WHERE text > ? ORDER BY text", "i", c->last);
  while (db_row(db, s)) {
    c->last = sqlite3_column_int64(s, 0);
    load_bands(c, db_blob(s, 1));
  }
  if (!arena_ok(&c->arena)) db_fail_with(db, ERROR_MEMORY, "out of memory");
}

static bool has(const int64_t *list, uint32_t n, int64_t value) {
  for (uint32_t i = 0; i < n; i++)
    if (list[i] == value) return true;
  return false;
}

typedef struct Voices {
  VEC(int64_t) list;
} Voices;

static void compare(Db *db, Arena *scratch, int64_t text, const NearSketch *sketch, Voices *voices) {
  NearSketch other;
  sqlite3_stmt *s =
      db_query(db,
               "SELECT t.voice, k.shingles, k.least FROM text t INDEXED BY text_of_voice JOIN sketch k ON k.text = t.id"
               " WHERE t.id = ?",
               "i", text);
  if (!db_row(db, s)) return;
  int64_t voice = sqlite3_column_int64(s, 0);
  bool copy = !has(voices->list.at, voices->list.n, voice) && load_row(s, 1, &other) && near_copies(sketch, &other);
  db_done(s);
  if (copy) vec_push(&voices->list, scratch, voice);
}

/* Each candidate once: they come up under several bands. */
static void find_voices(Db *db, Copies *c, Arena *scratch, const NearSketch *sketch, const uint32_t bands[NEAR_BANDS],
                        Voices *voices) {
  VEC(int64_t) tried = {0};
  for (uint32_t b = 0; b < NEAR_BANDS; b++)
    for (uint32_t i = c->heads[bands[b] % COPIES_HEADS]; i; i = entry_at(c, i - 1)->next) {
      uint32_t text = *text_at(c, i - 1);
      if (entry_at(c, i - 1)->band != bands[b] || has(tried.at, tried.n, text)) continue;
      vec_push(&tried, scratch, (int64_t)text);
      compare(db, scratch, text, sketch, voices);
    }
}

static void set_voice(Db *db, Arena *scratch, int64_t from, int64_t to, CopiesChanged *changed) {
  if (from == to) return;
  uint32_t first = changed->texts.n;
  sqlite3_stmt *s = db_query(db, "SELECT id FROM text WHERE voice = ?", "i", from);
  while (db_row(db, s)) vec_push(&changed->texts, scratch, sqlite3_column_int64(s, 0));
  /* Row by row: a statement that changes several takes a savepoint, at which the search index writes out
   * all that it had gathered. */
  for (uint32_t i = first; i < changed->texts.n; i++)
    db_run(db, "UPDATE text SET voice = ? WHERE id = ?", "ii", to, changed->texts.at[i]);
  db_run(db, "DELETE FROM finding WHERE scope = 'copies ' || ?", "i", from);
}

bool copies_add(Db *db, Copies *c, Arena *scratch, int64_t text, const NearSketch *sketch, CopiesChanged *changed) {
  load(db, c);
  if (!db_ok(db)) return false;
  Voices voices = {0};
  uint32_t bands[NEAR_BANDS];
  bool comparable = bands_of(sketch, bands);
  if (comparable) find_voices(db, c, scratch, sketch, bands, &voices);
  uint8_t bytes[NEAR_BYTES];
  near_store(sketch, bytes);
  db_run(db, "INSERT INTO sketch (text, shingles, least) VALUES (?, ?, ?)", "iib", text, (int64_t)sketch->shingles,
         (Str){(const char *)bytes, sizeof bytes});
  if (comparable) {
    put_bands(db, text, bands);
    add_bands(c, (uint32_t)text, bands);
  }
  c->last = text;
  int64_t best = text;
  for (uint32_t i = 0; i < voices.list.n; i++)
    if (db_number(db, "SELECT a.sha256 < b.sha256 FROM text a, text b WHERE a.id = ? AND b.id = ?", "ii",
                  voices.list.at[i], best) == 1)
      best = voices.list.at[i];
  for (uint32_t i = 0; i < voices.list.n; i++) set_voice(db, scratch, voices.list.at[i], best, changed);
  set_voice(db, scratch, text, best, changed);
  return voices.list.n > 0;
}
