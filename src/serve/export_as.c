/* Files are written to disk first, unlinked, and sent from there: a reader that is slow costs a
 * file and no memory, and a failure half-way is told as one rather than as a file cut short. */
#include "serve/export_as.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "record/csv.h"
#include "serve/context.h"

typedef struct Format {
  const char *as, *name, *extension, *media;
  bool lists, cells;
} Format;

static const Format formats[] = {
    {"csv", "CSV table", "csv", "text/csv; charset=utf-8", true, true},
    {"jsonl", "JSON lines", "jsonl", "application/x-ndjson", true, false},
};
enum { NFORMATS = sizeof formats / sizeof *formats };

void say_formats(Say *s) {
  say_array(s);
  for (int i = 0; i < NFORMATS; i++) {
    say_object(s);
    say_field(s, "as", str_of(formats[i].as));
    say_field(s, "name", str_of(formats[i].name));
    say_field(s, "extension", str_of(formats[i].extension));
    say_key(s, "lists");
    say_bool(s, formats[i].lists);
    say_end_object(s);
  }
  say_end_array(s);
}

static bool to_file(void *to, Str bytes) { return fwrite(bytes.p, 1, bytes.n, to) == bytes.n; }

static bool put_line(void *context, const Str *cells, uint32_t n) {
  Writer *w = context;
  (void)n;
  writer_put(w, cells[0]);
  writer_byte(w, '\n');
  return !w->failed;
}

static bool put_cells(void *context, const Str *cells, uint32_t n) {
  Writer *w = context;
  for (uint32_t i = 0; i < n; i++) {
    if (i) writer_byte(w, ',');
    csv_cell(w, cells[i]);
  }
  writer_lit(w, "\r\n");
  return !w->failed;
}

static ErrorCode write_list(Context *c, const Format *f, const LedgerList *list, const LedgerFilter *filter, Writer *w,
                            ErrorInfo *info) {
  Str names[64];
  for (uint32_t i = 0; f->cells && i < list->ncolumns && i < 64; i++) names[i] = str_of(list->columns[i].name);
  if (f->cells) put_cells(w, names, list->ncolumns);
  return ledger_list(c->ledger, list, filter, f->cells ? LEDGER_CELLS : LEDGER_JSON, f->cells ? put_cells : put_line, w,
                     info);
}

/* A file without a name in the folder for such; -1 after refusing. */
static int open_unlinked(Context *c) {
  Str path = arena_printf(c->arena, "%s/daftar-export-XXXXXX", c->house->options->temporary);
  char *room = arena_alloc(c->arena, path.n + 1, 1);
  if (!room) return -1;
  memcpy(room, path.p, path.n);
  int fd = mkstemp(room);
  if (fd >= 0) unlink(room);
  if (fd < 0) refuse(c, 500, "export", "no temporary file: %s", strerror(errno));
  return fd;
}

static void write_export(Context *c, const Format *f, const LedgerList *list, const LedgerFilter *filter) {
  ErrorInfo info = {0};
  int fd = open_unlinked(c), sent = fd < 0 ? -1 : dup(fd);
  FILE *file = sent < 0 ? NULL : fdopen(fd, "w");
  if (!file) {
    if (fd >= 0) close(fd);
    if (sent >= 0) close(sent);
    if (!c->problem.status) refuse(c, 500, "export", "no temporary file");
    return;
  }
  Writer w = {.put = to_file, .to = file};
  ErrorCode code = write_list(c, f, list, filter, &w, &info);
  long size = ftell(file);
  bool good = fclose(file) == 0 && !w.failed && size >= 0;
  if (code)
    refuse_error(c, code, &info, filter->place.n ? "place" : "export");
  else if (!good)
    refuse(c, 500, "export", "the folder for temporary files is full");
  if (c->problem.status) {
    close(sent);
    return;
  }
  c->answer.file = sent;
  c->answer.file_size = (uint64_t)size;
  c->answer.type = f->media;
  c->answer.attachment = arena_printf(c->arena, "daftar-%s.%s", list->name, f->extension);
}

void answer_export(Context *c) {
  static const char whats[] = "incidents records tallies figures trends findings documents decisions";
  LedgerFilter filter;
  Str as = c->request->value[PARAM_AS], what = c->request->value[PARAM_WHAT];
  const Format *f = NULL;
  for (int i = 0; i < NFORMATS; i++)
    if (str_eq(as, str_of(formats[i].as))) f = &formats[i];
  if (!f) {
    refuse(c, 400, "as", as.n ? "is no format; /meta lists them" : "is missing: one of the formats of /meta");
    return;
  }
  if (request_choice(c->request, PARAM_WHAT, whats, &c->problem) < 0 || !context_filter(c, &filter)) return;
  write_export(c, f, ledger_list_of(what.n ? what : STR("incidents")), &filter);
}
