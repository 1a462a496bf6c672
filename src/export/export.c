/* The layouts by name, and the file that is whole or not there. */
#include "export/export.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/layouts.h"

#define X(id, name, suffix, media, stream) {name, suffix, media, stream},
static const ExportLayoutText texts[EXPORT_LAYOUTS] = {EXPORT_LIST(X)};
#undef X

const ExportLayoutText *export_layout(ExportLayout layout) { return &texts[layout]; }

bool export_layout_of(Str name, ExportLayout *layout) {
  for (uint32_t i = 0; i < EXPORT_LAYOUTS; i++) {
    if (!str_eq(name, str_of(texts[i].name))) continue;
    *layout = (ExportLayout)i;
    return true;
  }
  return false;
}

typedef ErrorCode LayoutFn(Export *x);
static LayoutFn *const layouts[EXPORT_LAYOUTS] = {
    [EXPORT_CSV] = export_csv,     [EXPORT_JSONL] = export_jsonl, [EXPORT_GEOJSON] = export_geojson,
    [EXPORT_ACLED] = export_acled, [EXPORT_GED] = export_ged,     [EXPORT_PLOVER] = export_plover,
    [EXPORT_XLSX] = export_xlsx,   [EXPORT_GPKG] = export_gpkg};

static ErrorCode run(Export *x) {
  *x->counts = (ExportCounts){0};
  bool held = ledger_hold(x->ledger);
  ErrorCode code = layouts[x->options->layout](x);
  if (held) ledger_let_go(x->ledger);
  return code;
}

ErrorCode export_write(Ledger *ledger, const ExportOptions *options, Writer *writer, ExportCounts *counts,
                       ErrorInfo *info) {
  const ExportLayoutText *t = &texts[options->layout];
  if (!t->stream || !layouts[options->layout])
    return error_set(info, ERROR_USAGE, str_of(t->name), 0, "cannot go to a stream; give it a file with -o");
  Export x = {ledger, options, writer, NULL, NULL, counts, info};
  return run(&x);
}

/* ---- a file ---- */

static ErrorCode fail(ErrorInfo *info, const char *path) {
  return error_set(info, ERROR_IO, str_of(path), 0, "cannot be written: %s", strerror(errno));
}

static bool to_file(void *to, Str bytes) { return !bytes.n || fwrite(bytes.p, 1, bytes.n, to) == bytes.n; }

static ErrorCode write_text(Export *x) {
  FILE *f = fopen(x->path, "wb");
  if (!f) return fail(x->info, x->name);
  Writer writer = {.put = to_file, .to = f};
  x->writer = &writer;
  ErrorCode code = run(x);
  bool good = fflush(f) == 0 && !writer.failed && fsync(fileno(f)) == 0;
  if (!good && !code) code = fail(x->info, x->name);
  if (fclose(f) != 0 && !code) code = fail(x->info, x->name);
  return code;
}

/* A device or a pipe is written as it is: it cannot be renamed over. */
static bool is_special(const char *path) {
  struct stat st;
  return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

ErrorCode export_file(Ledger *ledger, const ExportOptions *options, const char *path, ExportCounts *counts,
                      ErrorInfo *info) {
  const ExportLayoutText *t = &texts[options->layout];
  Export x = {ledger, options, NULL, path, path, counts, info};
  bool special = is_special(path);
  char temp[4096];
  if (special && !t->stream)
    return error_set(info, ERROR_USAGE, str_of(path), 0, "is no file, which %s wants", t->name);
  if (special) return write_text(&x);
  int n = snprintf(temp, sizeof temp, "%s.part-%ld", path, (long)getpid());
  if (n < 0 || (size_t)n >= sizeof temp) return error_set(info, ERROR_USAGE, str_of(path), 0, "is too long a name");
  x.path = temp;
  unlink(temp);
  ErrorCode code = t->stream ? write_text(&x) : run(&x);
  if (!code && rename(temp, path) != 0) code = fail(info, path);
  if (code) unlink(temp);
  return code;
}
