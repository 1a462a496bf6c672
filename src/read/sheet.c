/* A spreadsheet saved as CSV is not always CSV: in a European or Arab locale its cells are parted by
 * semicolons, copied out of a window by tabs, and an older Excel writes windows-1256. */
#include "read/sheet.h"

#include "base/io.h"
#include "read/charset.h"
#include "text/utf8.h"

typedef struct Cut {
  Arena *arena;
  Str rest;
  char sep;
  uint32_t line;
} Cut;

static char separator_of(Str text) {
  static const char signs[] = {',', ';', '\t'};
  uint32_t count[3] = {0};
  bool quoted = false;
  for (size_t i = 0; i < text.n && (quoted || text.p[i] != '\n'); i++) {
    if (text.p[i] == '"') quoted = !quoted;
    for (int k = 0; !quoted && k < 3; k++) count[k] += text.p[i] == signs[k];
  }
  return count[1] > count[0] && count[1] >= count[2] ? ';' : count[2] > count[0] ? '\t' : ',';
}

/* Where the quote that begins the rest is closed; the rest's length where it is not. */
static size_t closing_quote(Str rest) {
  size_t at = 1;
  for (; at < rest.n; at++) {
    if (rest.p[at] != '"') continue;
    if (at + 1 >= rest.n || rest.p[at + 1] != '"') break;
    at++;
  }
  return at < rest.n ? at : rest.n;
}

static bool quoted_cell(Cut *c, Str *out) {
  size_t end = closing_quote(c->rest), n = 0;
  char *p = end < c->rest.n ? arena_alloc(c->arena, end, 1) : NULL;
  if (!p) return false;
  for (size_t at = 1; at < end; at++) {
    if (c->rest.p[at] == '"') at++;
    if (c->rest.p[at] == '\n') c->line++;
    p[n++] = c->rest.p[at];
  }
  c->rest = str_slice(c->rest, end + 1, c->rest.n);
  *out = (Str){p, n};
  return true;
}

static Str bare_cell(Cut *c) {
  size_t n = 0;
  while (n < c->rest.n && c->rest.p[n] != c->sep && c->rest.p[n] != '\n') n++;
  Str cell = str_trim(str_slice(c->rest, 0, n));
  c->rest = str_slice(c->rest, n, c->rest.n);
  return cell;
}

/* False: a quote is not closed. */
static bool read_row(Cut *c, Str *cells, uint32_t *n) {
  for (*n = 0;;) {
    Str cell = STR_NONE;
    if (c->rest.n && c->rest.p[0] == '"' && !quoted_cell(c, &cell)) return false;
    Str tail = bare_cell(c);
    if (!cell.p) cell = tail;
    if (*n < SHEET_COLUMNS) cells[(*n)++] = cell.n ? str_trim(cell) : STR("");
    bool next = c->rest.n && c->rest.p[0] == c->sep;
    if (c->rest.n) c->rest = str_slice(c->rest, 1, c->rest.n);
    if (next) continue;
    c->line++;
    return true;
  }
}

static void add_row(Arena *arena, SheetFile *sheet, uint32_t line, const Str *cells, uint32_t n) {
  bool any = false;
  Str *kept = ARENA_ARRAY(arena, Str, sheet->ncolumns + 1);
  for (uint32_t i = 0; kept && i < sheet->ncolumns; i++) {
    kept[i] = i < n ? cells[i] : STR("");
    any = any || kept[i].n;
  }
  if (any) vec_push(&sheet->rows, arena, (SheetLine){line, kept});
}

ErrorCode sheet_parse(Arena *arena, Str bytes, SheetFile *sheet, ErrorInfo *info) {
  const char *charset = NULL;
  *sheet = (SheetFile){.bytes = bytes};
  Str text = utf8_clean(arena, charset_to_utf8(arena, bytes, STR_NONE, &charset));
  Cut cut = {.arena = arena, .rest = text, .sep = separator_of(text), .line = 1};
  Str cells[SHEET_COLUMNS];
  uint32_t n;
  while (cut.rest.n && arena_ok(arena)) {
    uint32_t line = cut.line;
    if (!read_row(&cut, cells, &n))
      return error_set(info, ERROR_FORMAT, STR("sheet"), line, "line %u: a quote is not closed", line);
    if (!sheet->ncolumns) {
      memcpy(sheet->head, cells, n * sizeof *cells);
      sheet->ncolumns = n;
    } else {
      add_row(arena, sheet, line, cells, n);
    }
  }
  return arena_ok(arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("sheet"), 0, NULL);
}

ErrorCode sheet_read(Arena *arena, const char *path, SheetFile *sheet, ErrorInfo *info) {
  Str bytes;
  ErrorCode code = io_read_file(arena, path, SHEET_MAX, &bytes, info);
  if (!code) code = sheet_parse(arena, bytes, sheet, info);
  if (code == ERROR_FORMAT)
    code = error_set(info, code, str_of(path), info ? info->offset : 0, "line %u: a quote is not closed",
                     info ? (unsigned)info->offset : 0);
  return code;
}
