/* Any bytes as somebody's sheet: its rows are as wide as its head, stand in order, and each is understood
 * without a crash, its days in order and its numbers none below zero. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ledger/list/sheet_row.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

enum { MOST_ROWS = 20 };

static Engine *engine;
static Ledger *ledger;

static void must(bool holds) {
  if (!holds) abort();
}

/* The ledger is used on, but nobody else finds its file. */
static void must_unlink(const char *path, const char *end) {
  char name[64];
  snprintf(name, sizeof name, "%s%s", path, end);
  must(unlink(name) == 0);
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  char path[] = "/tmp/fuzz_sheet_XXXXXX";
  LedgerOptions options = {.mode = LEDGER_CREATE};
  (void)argc, (void)argv;
  must(engine_open(NULL, &engine, NULL) == ERROR_OK);
  int fd = mkstemp(path);
  must(fd >= 0 && close(fd) == 0 && ledger_open(path, &options, &ledger, NULL) == ERROR_OK);
  must_unlink(path, "");
  must_unlink(path, "-wal");
  must_unlink(path, "-shm");
  return 0;
}

/* A mark of byte order at its start would be left out. */
static void must_be_utf8(Arena *arena, Str cell) {
  must(str_starts(cell, STR("\xEF\xBB\xBF")) || utf8_clean(arena, cell).p == cell.p);
}

static void must_range(LedgerRange r) { must(r.min == LEDGER_OPEN ? r.max == LEDGER_OPEN : r.min >= 0); }

static void must_row(Arena *arena, const SheetLine *line, const SheetColumns *columns, bool month_first) {
  SheetEntry e = sheet_entry(ledger, engine, arena, line, columns, month_first);
  must(e.from == LEDGER_NO_DAY ? e.to == LEDGER_NO_DAY : e.from <= e.to);
  must_range(e.killed);
  must_range(e.injured);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena arena;
  SheetFile sheet;
  SheetColumns columns;
  ErrorInfo info = {0};
  arena_init(&arena, (size_t)1 << 29);
  bool good = sheet_parse(&arena, (Str){(const char *)data, size}, &sheet, &info) == ERROR_OK;
  for (uint32_t i = 0; good && i < sheet.rows.n; i++) {
    must(!i || sheet.rows.at[i].line > sheet.rows.at[i - 1].line);
    for (uint32_t c = 0; c < sheet.ncolumns; c++) must_be_utf8(&arena, sheet.rows.at[i].cells[c]);
  }
  if (good && sheet_columns(engine, &arena, &sheet, STR(""), &columns, &info) == ERROR_OK) {
    bool month_first = sheet_month_first(&arena, &sheet, &columns);
    for (uint32_t i = 0; i < sheet.rows.n && i < MOST_ROWS; i++)
      must_row(&arena, &sheet.rows.at[i], &columns, month_first);
  }
  arena_fini(&arena);
  return 0;
}
