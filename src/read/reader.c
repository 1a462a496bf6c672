/* The reader holds one document: a plain file's text or one line of JSONL. A line or file
 * past the limit is not gathered: its bytes run through, up to a second limit at which a
 * file is given up (a gzip bomb is one endless line). */
#include "read/reader.h"

#include "read/html.h"
#include "read/jsonl.h"
#include "read/stream.h"
#include "read/walk.h"
#include "text/utf8.h"

/* A document's arena: a line, the copies it grew through, its strings, and both joined. */
static const size_t DOCUMENT_BUDGET = 12 * (size_t)DOCUMENT_MAX;
static const uint64_t LINE_GIVE_UP = (uint64_t)1 << 30;

struct Reader {
  ReaderOptions options;
  Arena arena; /* the document's; reset for each */
  Walk walk;
  WalkFile file;
  bool open, jsonl, html;
  uint32_t line;
  uint64_t bytes; /* of the files closed */
  Str chunk;      /* what is left of the stream's chunk */
  Stream stream;
};

typedef struct Gather {
  char *p;
  size_t n, room;
  uint64_t all; /* bytes seen, those past the limit too */
} Gather;

Reader *reader_new(Arena *arena, const ReaderOptions *options) {
  Reader *r = ARENA_NEW(arena, Reader);
  if (!r) return NULL;
  r->options = *options;
  arena_init(&r->arena, DOCUMENT_BUDGET);
  walk_init(&r->walk, options->paths, options->npaths);
  return r;
}

static void close_file(Reader *r) {
  if (!r->open) return;
  r->bytes += r->stream.taken;
  stream_close(&r->stream);
  r->open = false;
}

void reader_close(Reader *r) {
  if (!r) return;
  close_file(r);
  walk_fini(&r->walk);
  arena_fini(&r->arena);
}

uint64_t reader_bytes(const Reader *r) { return r->bytes + (r->open ? r->stream.taken : 0); }

uint32_t reader_passed(const Reader *r) { return r->walk.passed; }

/* Bytes past DOCUMENT_MAX are counted and dropped. */
static bool gather(Arena *arena, Gather *g, Str bytes) {
  g->all += bytes.n;
  if (g->all > DOCUMENT_MAX) return true;
  if (bytes.n > g->room - g->n) {
    size_t room = g->room ? g->room * 2 : 4096;
    while (room < g->n + bytes.n) room *= 2;
    char *bigger = arena_alloc(arena, room, 1);
    if (!bigger) return false;
    if (g->n) memcpy(bigger, g->p, g->n);
    g->p = bigger;
    g->room = room;
  }
  if (bytes.n) memcpy(g->p + g->n, bytes.p, bytes.n);
  g->n += bytes.n;
  return true;
}

static ErrorCode more(Reader *r, ErrorInfo *info) {
  return r->chunk.n ? ERROR_OK : stream_next(&r->stream, &r->chunk, info);
}

static bool ends(Str s, Str suffix) { return s.n > suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix); }

static bool begins_nocase(Str s, const char *lower) {
  size_t i = 0;
  for (; lower[i]; i++)
    if (i >= s.n || (s.p[i] | (s.p[i] >= 'A' && s.p[i] <= 'Z' ? 0x20 : 0)) != lower[i]) return false;
  return true;
}

/* What the name leaves open the first bytes decide. */
static ErrorCode find_kind(Reader *r, ErrorInfo *info) {
  Str name = r->file.name;
  if (ends(name, STR(".gz"))) name.n -= 3;
  r->jsonl = ends(name, STR(".jsonl")) || ends(name, STR(".ndjson"));
  if (r->jsonl || ends(name, STR(".txt"))) return ERROR_OK;
  ErrorCode code = more(r, info);
  if (code) return code;
  Str head = str_trim(r->chunk);
  r->jsonl = head.n && head.p[0] == '{';
  r->html = ends(name, STR(".html")) || ends(name, STR(".htm")) || begins_nocase(head, "<!doctype html") ||
            begins_nocase(head, "<html");
  return ERROR_OK;
}

static ErrorCode open_next(Reader *r, ErrorInfo *info) {
  ErrorCode code = walk_next(&r->walk, &r->file, info);
  if (code || !r->file.path) return code;
  code = stream_open(&r->stream, r->file.path, info);
  if (code) return code;
  r->open = true;
  r->line = 0;
  r->chunk = STR_NONE;
  code = find_kind(r, info);
  if (code) close_file(r);
  return code;
}

static ErrorCode too_large(Str what, ErrorInfo *info) {
  return error_set(info, ERROR_TOO_LARGE, what, 0, "more than 16 MiB");
}

static ErrorCode read_text(Reader *r, Document *d, ErrorInfo *info) {
  Gather g = {0};
  ErrorCode code = more(r, info);
  while (!code && r->chunk.n && g.all <= DOCUMENT_MAX) {
    if (!gather(&r->arena, &g, r->chunk)) code = error_set(info, ERROR_MEMORY, r->stream.name, 0, NULL);
    r->chunk = STR_NONE;
    if (!code) code = more(r, info);
  }
  d->charset = charset_name(r->stream.charset);
  close_file(r);
  if (code) return code;
  if (g.all > DOCUMENT_MAX) return too_large(d->file, info);
  d->id = r->file.name;
  d->text = (Str){g.p ? g.p : "", g.n};
  if (r->html) return html_read(&r->arena, utf8_clean(&r->arena, d->text), d->file, d, info);
  return ERROR_OK;
}

/* The next line into g; *end where there is none. */
static ErrorCode read_line(Reader *r, Gather *g, bool *end, ErrorInfo *info) {
  ErrorCode code = more(r, info);
  *end = !code && !r->chunk.n;
  r->line++;
  while (!code && r->chunk.n) {
    const char *feed = memchr(r->chunk.p, '\n', r->chunk.n);
    size_t n = feed ? (size_t)(feed - r->chunk.p) : r->chunk.n;
    if (!gather(&r->arena, g, (Str){r->chunk.p, n})) return error_set(info, ERROR_MEMORY, r->stream.name, 0, NULL);
    r->chunk = str_slice(r->chunk, feed ? n + 1 : n, r->chunk.n);
    if (feed) return ERROR_OK;
    if (g->all > LINE_GIVE_UP)
      return error_set(info, ERROR_TOO_LARGE, r->stream.name, 0, "line %u is over 1 GiB; the file is given up",
                       r->line);
    code = more(r, info);
  }
  return code;
}

/* A line's document; d->text.p stays NULL for an empty line. */
static ErrorCode read_jsonl(Reader *r, Document *d, ErrorInfo *info) {
  Gather g = {0};
  bool end = false;
  ErrorCode code = read_line(r, &g, &end, info);
  if (code || end) {
    close_file(r);
    return code;
  }
  d->line = r->line;
  d->charset = charset_name(r->stream.charset);
  Str line = str_trim((Str){g.p, g.n});
  if (!line.n && g.all <= DOCUMENT_MAX) return ERROR_OK;
  Str what = arena_printf(&r->arena, "%s:%u", r->file.path, r->line);
  if (g.all > DOCUMENT_MAX) return too_large(what, info);
  code = jsonl_read(&r->arena, line, what, d, info);
  if (code) return code;
  if (!d->text.p) d->text = STR("");
  if (!d->id.n) d->id = arena_printf(&r->arena, "%.*s:%u", STR_ARG(r->file.name), r->line);
  return ERROR_OK;
}

static ErrorCode finish(Reader *r, Document *d, ErrorInfo *info) {
  if (r->options.meta) meta_apply(r->options.meta, d);
  if (!d->published.n) d->published = r->options.published;
  if (!d->outlet.n) d->outlet = r->options.outlet;
  if (!document_finish(&r->arena, d)) return error_set(info, ERROR_MEMORY, d->file, d->line, NULL);
  if (d->text.n <= DOCUMENT_MAX) return ERROR_OK;
  return too_large(d->line ? arena_printf(&r->arena, "%.*s:%u", STR_ARG(d->file), d->line) : d->file, info);
}

ReaderStep reader_next(Reader *r, Document *d, ErrorInfo *info) {
  for (;;) {
    arena_reset(&r->arena);
    *d = (Document){0};
    ErrorCode code = r->open ? ERROR_OK : open_next(r, info);
    if (code) return READER_REFUSED;
    if (!r->open) return READER_END;
    d->file = str_of(r->file.path);
    code = r->jsonl ? read_jsonl(r, d, info) : read_text(r, d, info);
    if (!code && !d->text.p) continue;
    if (!code) code = finish(r, d, info);
    return code ? READER_REFUSED : READER_DOCUMENT;
  }
}
