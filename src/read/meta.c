#include "read/meta.h"

#include <stdlib.h>

#include "base/io.h"
#include "base/vec.h"
#include "text/utf8.h"

enum { META_MAX = 64 * 1024 * 1024, COLUMN_FILE = 0, COLUMN_COUNT = 4, FIELDS_MAX = 64 };

typedef struct Row {
  Str field[COLUMN_COUNT]; /* file, published, outlet, url */
} Row;

struct Meta {
  VEC(Row) rows; /* sorted by file */
};

typedef struct Csv {
  Arena *arena;
  Str rest;
  uint32_t line; /* of the row that was read last, from 1 */
  uint32_t next;
} Csv;

/* What stands in quotes, "" for one of them; the reader is behind the closing one. */
static bool quoted(Csv *csv, Str *out) {
  size_t end = 1;
  bool closed = false;
  while (!closed && end < csv->rest.n) {
    bool mark = csv->rest.p[end++] == '"', twice = mark && end < csv->rest.n && csv->rest.p[end] == '"';
    closed = mark && !twice;
    end += twice;
  }
  if (!closed) return false;
  char *p = arena_alloc(csv->arena, end, 1);
  size_t n = 0;
  for (size_t i = 1; p && i < end - 1; i++) {
    if (csv->rest.p[i] == '"') i++;
    if (csv->rest.p[i] == '\n') csv->next++;
    p[n++] = csv->rest.p[i];
  }
  csv->rest = str_slice(csv->rest, end, csv->rest.n);
  *out = (Str){p, n};
  return p != NULL;
}

static void bare(Csv *csv, Str *out) {
  size_t n = 0;
  while (n < csv->rest.n && csv->rest.p[n] != ',' && csv->rest.p[n] != '\n') n++;
  *out = str_trim(str_slice(csv->rest, 0, n));
  csv->rest = str_slice(csv->rest, n, csv->rest.n);
}

/* The next row's fields; false at the end or where a quote is not closed (*bad). */
static bool next_row(Csv *csv, Str *fields, uint32_t *n, bool *bad) {
  *n = 0;
  if (!csv->rest.n) return false;
  csv->line = csv->next;
  for (;;) {
    Str field = STR_NONE;
    if (csv->rest.n && csv->rest.p[0] == '"') {
      if (!quoted(csv, &field)) {
        *bad = true;
        return false;
      }
    }
    Str tail;
    bare(csv, &tail);
    if (!field.p) field = tail;
    if (*n < FIELDS_MAX) fields[(*n)++] = field;
    char sign = csv->rest.n ? csv->rest.p[0] : '\n';
    csv->rest = str_slice(csv->rest, csv->rest.n ? 1 : 0, csv->rest.n);
    if (sign == ',') continue;
    csv->next++;
    return true;
  }
}

static int by_file(const void *a, const void *b) {
  return str_cmp(((const Row *)a)->field[COLUMN_FILE], ((const Row *)b)->field[COLUMN_FILE]);
}

static ErrorCode bad_row(const Csv *csv, const char *path, ErrorInfo *info, const char *why) {
  return error_set(info, ERROR_FORMAT, str_of(path), csv->line, "line %u: %s", csv->line, why);
}

/* The column of each of our names, or FIELDS_MAX. */
static ErrorCode read_head(Csv *csv, const char *path, uint32_t column[COLUMN_COUNT], ErrorInfo *info) {
  static const char *const names[COLUMN_COUNT] = {"file", "published", "outlet", "url"};
  Str fields[FIELDS_MAX];
  uint32_t n = 0;
  bool bad = false;
  next_row(csv, fields, &n, &bad);
  for (uint32_t c = 0; c < COLUMN_COUNT; c++) {
    column[c] = FIELDS_MAX;
    for (uint32_t i = 0; i < n; i++)
      if (str_eq(fields[i], str_of(names[c]))) column[c] = i;
  }
  if (bad) return bad_row(csv, path, info, "a quote is not closed");
  if (column[COLUMN_FILE] == FIELDS_MAX)
    return bad_row(csv, path, info, "the first line must name the columns: file,published,outlet,url");
  return ERROR_OK;
}

ErrorCode meta_read(Arena *arena, const char *path, Meta **out, ErrorInfo *info) {
  Meta *meta = ARENA_NEW(arena, Meta);
  Csv csv = {.arena = arena, .next = 1};
  ErrorCode code = io_read_file(arena, path, META_MAX, &csv.rest, info);
  if (code) return code;
  csv.rest = utf8_clean(arena, csv.rest);
  uint32_t column[COLUMN_COUNT], n = 0;
  code = read_head(&csv, path, column, info);
  if (code) return code;
  Str fields[FIELDS_MAX];
  bool bad = false;
  while (meta && next_row(&csv, fields, &n, &bad)) {
    Row row = {0};
    for (uint32_t c = 0; c < COLUMN_COUNT; c++)
      if (column[c] < n) row.field[c] = fields[column[c]];
    if (row.field[COLUMN_FILE].n) vec_push(&meta->rows, arena, row);
  }
  if (bad) return bad_row(&csv, path, info, "a quote is not closed");
  if (!meta || !arena_ok(arena)) return error_set(info, ERROR_MEMORY, str_of(path), 0, NULL);
  if (meta->rows.n) qsort(meta->rows.at, meta->rows.n, sizeof *meta->rows.at, by_file);
  *out = meta;
  return ERROR_OK;
}

static const Row *find(const Meta *meta, Str file) {
  Row key = {{file}};
  return meta->rows.n ? bsearch(&key, meta->rows.at, meta->rows.n, sizeof key, by_file) : NULL;
}

static Str base_name(Str path) {
  size_t at = path.n;
  while (at && path.p[at - 1] != '/') at--;
  return str_slice(path, at, path.n);
}

void meta_apply(const Meta *meta, Document *document) {
  const Row *row = find(meta, document->file);
  if (!row) row = find(meta, document->id);
  if (!row) row = find(meta, base_name(document->file));
  if (!row) return;
  Str *const to[COLUMN_COUNT] = {NULL, &document->published, &document->outlet, &document->url};
  for (uint32_t c = 1; c < COLUMN_COUNT; c++)
    if (!to[c]->n) *to[c] = row->field[c];
}
