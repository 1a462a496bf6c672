/* Opening and closing a ledger, and what a transaction notes while it is open. */
#include "ledger/document/opened.h"

#include <fcntl.h>
#include <unistd.h>

#include "check/period.h"

int64_t ledger_day(Str published) {
  Period p = period_of(str_slice(published, 0, published.n < 10 ? published.n : 10));
  return p.known && p.from == p.to ? p.from : DB_NONE;
}

void ledger_forget(Ledger *l) {
  copies_fini(&l->copies);
  drawers_fini(&l->drawers);
}

void ledger_touch(Ledger *l, int64_t document) { vec_push(&l->touched, &l->batch, document); }

void ledger_relink(Ledger *l, int64_t document) {
  if (row_map_get(&l->linked, document)) *row_map_slot(&l->batch, &l->linked, document) = NULL;
}

bool ledger_is(const char *path) {
  static const char magic[16] = "SQLite format 3";
  char head[sizeof magic];
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  bool is = read(fd, head, sizeof head) == (ssize_t)sizeof head && memcmp(head, magic, sizeof head) == 0;
  close(fd);
  return is;
}

static const DbMode modes[] = {[LEDGER_READ] = DB_READ, [LEDGER_WRITE] = DB_WRITE, [LEDGER_CREATE] = DB_CREATE};

ErrorCode ledger_open(const char *path, const LedgerOptions *options, Ledger **out, ErrorInfo *info) {
  Arena arena;
  arena_init(&arena, (size_t)1 << 20);
  Ledger *l = ARENA_NEW(&arena, Ledger);
  if (!l) {
    arena_fini(&arena);
    return error_set(info, ERROR_MEMORY, str_of(path), 0, NULL);
  }
  l->arena = arena;
  arena_init(&l->batch, (size_t)2 << 30);
  arena_init(&l->text, (size_t)1 << 30);
  arena_init(&l->shelf, (size_t)1 << 30);
  ErrorCode code = db_open(&l->db, path, modes[options->mode], options->waiting, options->context, info);
  if (code)
    ledger_close(l);
  else
    *out = l;
  return code;
}

void ledger_close(Ledger *l) {
  if (!l) return;
  db_close(&l->db);
  ledger_forget(l);
  arena_fini(&l->batch);
  arena_fini(&l->text);
  arena_fini(&l->shelf);
  Arena arena = l->arena;
  arena_fini(&arena);
}
