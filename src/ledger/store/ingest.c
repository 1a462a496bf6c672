/* Reading and writing stay on the caller's thread; coding, the costly part, is done by
 * workers. Documents stand in a ring:
 *
 *   tail ── written by the caller, in the order they came ── … ── head: the next free slot
 *
 * A worker takes the oldest slot that waits, codes it, and marks it done; the caller writes
 * the oldest one where the ring is full, and no sooner: what is done lies in stock, so that
 * neither waits for the other while a batch is linked and committed. So the ledger is the
 * same whatever the number of threads. */
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/hash.h"
#include "engine/search.h"
#include "ledger/file/ids.h"
#include "ledger/finding/findings.h"
#include "ledger/store/store.h"

enum {
  SLOTS = 256,
  RING_FEW = 32,        /* that are let in however long they are */
  RING_BYTES = 4 << 20, /* of texts; what is made of them is some four times that */
  MOST_THREADS = 8,
  BATCH = 500,           /* what it writes should fit into the store's cache: db.c */
  KEEP_BYTES = 1 << 16,  /* of a slot's arena between documents */
  WORK_BYTES = 16 << 20, /* of a worker's */
  BATCH_BYTES = 32 << 20,
  STEP_BACK = 5 /* of 19 */
};

static const size_t SLOT_BUDGET = (size_t)1 << 30;

typedef enum SlotState { SLOT_FREE, SLOT_WAITS, SLOT_WORKS, SLOT_DONE } SlotState;

typedef struct Slot {
  Coded coded;
  SlotState state;
} Slot;

typedef struct Worker {
  struct Ingest *ingest;
  pthread_t thread;
  Arena work;
  EngineMemo *memo;
} Worker;

struct Ingest {
  Ledger *ledger;
  IngestOptions options;
  pthread_mutex_t mutex;
  pthread_cond_t waits, done;
  bool stop;
  uint64_t head, next, tail; /* documents that came in, that were taken by a worker, that were written */
  size_t ring_bytes;         /* of the texts between */
  uint32_t nworkers;
  bool open; /* a transaction */
  uint32_t in_batch;
  size_t batch_bytes;
  LedgerCounts counts;
  Worker workers[MOST_THREADS];
  Slot slots[SLOTS];
};

/* ---- workers ---- */

/* The oldest slot that waits, or NULL; what could not be taken is done as it came. With the mutex held. */
static Slot *next_waiting(Ingest *g) {
  while (g->next < g->head) {
    Slot *slot = &g->slots[g->next++ % SLOTS];
    if (slot->state == SLOT_WAITS) return slot;
  }
  return NULL;
}

/* The writer is one and has to wait for disks as well: where there are fewer processors than threads, workers step
 * back. Linux alone counts a thread for itself here. */
static void step_back(void) {
#ifdef __linux__
  (void)setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + STEP_BACK);
#endif
}

static void *work(void *p) {
  Worker *w = p;
  Ingest *g = w->ingest;
  step_back();
  pthread_mutex_lock(&g->mutex);
  for (;;) {
    Slot *slot = next_waiting(g);
    if (!slot && g->stop) break;
    if (!slot) {
      pthread_cond_wait(&g->waits, &g->mutex);
      continue;
    }
    slot->state = SLOT_WORKS;
    pthread_mutex_unlock(&g->mutex);
    coded_run(&slot->coded, g->options.engine, w->memo, &w->work);
    if (w->work.used > WORK_BYTES) {
      arena_fini(&w->work);
      arena_init(&w->work, ENGINE_DOCUMENT_BUDGET);
    }
    pthread_mutex_lock(&g->mutex);
    slot->state = SLOT_DONE;
    pthread_cond_signal(&g->done);
  }
  pthread_mutex_unlock(&g->mutex);
  return NULL;
}

static uint32_t threads_of(const IngestOptions *options) {
  long n = options->threads ? (long)options->threads : sysconf(_SC_NPROCESSORS_ONLN);
  return n < 1 ? 1 : n > MOST_THREADS ? MOST_THREADS : (uint32_t)n;
}

static bool start(Ingest *g) {
  uint32_t n = threads_of(&g->options);
  for (uint32_t i = 0; i < n; i++) {
    Worker *w = &g->workers[g->nworkers];
    w->ingest = g;
    arena_init(&w->work, ENGINE_DOCUMENT_BUDGET);
    w->memo = engine_memo_new(g->options.engine);
    if (pthread_create(&w->thread, NULL, work, w)) {
      arena_fini(&w->work);
      engine_memo_free(w->memo);
      break;
    }
    g->nworkers++;
  }
  return g->nworkers > 0;
}

static void stop(Ingest *g) {
  pthread_mutex_lock(&g->mutex);
  g->stop = true;
  pthread_cond_broadcast(&g->waits);
  pthread_mutex_unlock(&g->mutex);
  for (uint32_t i = 0; i < g->nworkers; i++) {
    pthread_join(g->workers[i].thread, NULL);
    arena_fini(&g->workers[i].work);
    engine_memo_free(g->workers[i].memo);
  }
}

/* ---- the writer ---- */

static void end_batch(Ingest *g) {
  if (!g->open) return;
  store_commit(g->ledger);
  g->open = false;
  g->in_batch = 0;
  g->batch_bytes = 0;
}

static void write_slot(Ingest *g, const Coded *c) {
  Ledger *l = g->ledger;
  if (c->code) {
    g->counts.refused++;
    if (g->options.refused) g->options.refused(g->options.context, &c->document, c->code, &c->info);
    return;
  }
  if (!db_ok(&l->db)) return;
  if (!g->open) store_begin(l);
  g->open = true;
  store_put(l, c, &g->counts);
  g->batch_bytes += c->document.text.n;
  uint32_t most = g->options.batch ? g->options.batch : BATCH;
  if (++g->in_batch >= most || g->batch_bytes >= BATCH_BYTES) end_batch(g);
}

static void clean(Slot *slot) {
  Coded *c = &slot->coded;
  Arena arena = c->arena;
  if (arena.used > KEEP_BYTES) {
    arena_fini(&arena);
    arena_init(&arena, SLOT_BUDGET);
  }
  arena_reset(&arena);
  *c = (Coded){.arena = arena};
}

static void write_oldest(Ingest *g) {
  Slot *slot = &g->slots[g->tail % SLOTS];
  pthread_mutex_lock(&g->mutex);
  while (slot->state != SLOT_DONE) pthread_cond_wait(&g->done, &g->mutex);
  pthread_mutex_unlock(&g->mutex);
  write_slot(g, &slot->coded);
  g->ring_bytes -= slot->coded.document.text.n;
  clean(slot);
  pthread_mutex_lock(&g->mutex);
  slot->state = SLOT_FREE;
  g->tail++;
  pthread_mutex_unlock(&g->mutex);
}

static bool is_full(const Ingest *g) {
  uint64_t n = g->head - g->tail;
  return n == SLOTS || (n >= RING_FEW && g->ring_bytes > RING_BYTES);
}

static void add(Ingest *g, const Document *d, int64_t recodes) {
  while (is_full(g)) write_oldest(g);
  Slot *slot = &g->slots[g->head % SLOTS];
  bool taken = coded_take(&slot->coded, d);
  slot->coded.recodes = recodes;
  if (!taken) slot->coded.code = error_set(&slot->coded.info, ERROR_MEMORY, d->id, 0, NULL);
  g->ring_bytes += slot->coded.document.text.n;
  pthread_mutex_lock(&g->mutex);
  slot->state = taken ? SLOT_WAITS : SLOT_DONE;
  g->head++;
  pthread_cond_signal(&g->waits);
  pthread_mutex_unlock(&g->mutex);
}

/* ---- in and out ---- */

ErrorCode ingest_begin(Ledger *ledger, const IngestOptions *options, Ingest **out, ErrorInfo *info) {
  Ingest *g = ARENA_NEW(&ledger->arena, Ingest);
  if (!g) return error_set(info, ERROR_MEMORY, str_of(ledger->db.path), 0, NULL);
  g->ledger = ledger;
  g->options = *options;
  ledger->data_version = engine_data_version(&ledger->arena, options->engine);
  for (uint32_t i = 0; i < SLOTS; i++) arena_init(&g->slots[i].coded.arena, SLOT_BUDGET);
  pthread_mutex_init(&g->mutex, NULL);
  pthread_cond_init(&g->waits, NULL);
  pthread_cond_init(&g->done, NULL);
  *out = g;
  if (start(g)) return ERROR_OK;
  LedgerCounts none;
  ErrorCode ended = ingest_end(g, &none, info);
  return ended ? ended : error_set(info, ERROR_MEMORY, str_of(ledger->db.path), 0, "no thread can be started");
}

/* What the stored document tells stands; the one at hand only fills in. */
static void add_filled(Ingest *g, const Document *d, int64_t row) {
  Arena arena;
  Document filled = *d, stored;
  arena_init(&arena, SLOT_BUDGET);
  if (store_document(g->ledger, &arena, row, &stored)) {
    if (stored.published.n) filled.published = stored.published;
    if (stored.outlet.n) filled.outlet = stored.outlet;
    add(g, &filled, row);
  }
  arena_fini(&arena);
}

ErrorCode ingest_add(Ingest *g, const Document *d, ErrorInfo *info) {
  uint8_t sha[32];
  sha256(d->text, sha);
  /* What is there already need not be coded. */
  StoreSeen seen = store_seen(g->ledger, d, sha);
  if (seen.document && !seen.fills) {
    g->counts.seen++;
    return db_result(&g->ledger->db, info);
  }
  if (seen.document)
    add_filled(g, d, seen.document);
  else
    add(g, d, 0);
  return db_result(&g->ledger->db, info);
}

LedgerCounts ingest_counts(const Ingest *ingest) { return ingest->counts; }

ErrorCode ingest_end(Ingest *g, LedgerCounts *counts, ErrorInfo *info) {
  Ledger *l = g->ledger;
  while (g->tail < g->head) write_oldest(g);
  stop(g);
  end_batch(g);
  for (uint32_t i = 0; i < SLOTS; i++) arena_fini(&g->slots[i].coded.arena);
  ledger_forget(l);
  fold_begin(&l->db.fold);
  if (db_ok(&l->db)) findings_across(l);
  *counts = g->counts;
  pthread_cond_destroy(&g->done);
  pthread_cond_destroy(&g->waits);
  pthread_mutex_destroy(&g->mutex);
  return db_result(&l->db, info);
}

/* ---- coding again ---- */

static void code_again(Ingest *g, Arena *arena, const Ids *rows, const Str *published, const Str *outlet) {
  for (uint32_t i = 0; i < rows->list.n && db_ok(&g->ledger->db); i++) {
    Document d;
    ArenaMark mark = arena_mark(arena);
    if (store_document(g->ledger, arena, rows->list.at[i], &d)) {
      if (published) d.published = *published;
      if (outlet) d.outlet = *outlet;
      add(g, &d, rows->list.at[i]);
    }
    arena_release(arena, mark);
  }
}

static ErrorCode run_again(Ledger *l, const IngestOptions *options, Arena *arena, const Ids *rows, const Str *published,
                           const Str *outlet, LedgerCounts *counts, ErrorInfo *info) {
  Ingest *g = NULL;
  ErrorCode code = ingest_begin(l, options, &g, info);
  if (code) return code;
  code_again(g, arena, rows, published, outlet);
  return ingest_end(g, counts, info);
}

ErrorCode ledger_recode(Ledger *l, const IngestOptions *options, bool all, LedgerCounts *counts, ErrorInfo *info) {
  Arena arena;
  Ids rows = {0};
  arena_init(&arena, SLOT_BUDGET);
  ids_take(&l->db, &arena,
           db_query(&l->db,
                    "SELECT d.id FROM document d JOIN coding c ON c.id = d.coding"
                    " WHERE ? OR c.engine <> ? OR c.data <> ? ORDER BY d.id",
                    "itt", (int64_t)all, STR(DAFTAR_VERSION), engine_data_version(&arena, options->engine)),
           &rows);
  ErrorCode code = run_again(l, options, &arena, &rows, NULL, NULL, counts, info);
  arena_fini(&arena);
  return code;
}

ErrorCode ledger_set(Ledger *l, const Engine *engine, Str document, const Str *published, const Str *outlet,
                     uint32_t *found, ErrorInfo *info) {
  Arena arena;
  Ids rows = {0};
  LedgerCounts counts;
  IngestOptions options = {.engine = engine, .threads = 1};
  arena_init(&arena, SLOT_BUDGET);
  ids_take(&l->db, &arena,
           db_query(&l->db, "SELECT id FROM document WHERE key = ?1 OR given = ?1 LIMIT 100", "t", document), &rows);
  *found = rows.list.n;
  ErrorCode code = db_result(&l->db, info);
  if (!code && *found == 1) code = run_again(l, &options, &arena, &rows, published, outlet, &counts, info);
  arena_fini(&arena);
  return code;
}
