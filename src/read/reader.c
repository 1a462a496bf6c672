/* The reader holds one document: a file's text or page, a line of JSONL, a feed's entry, an
 * archive's page, a message. What is past the limit is not gathered: its bytes run through. */
#include "read/reader.h"

#include "read/charset.h"
#include "read/feed.h"
#include "read/html.h"
#include "read/jsonl.h"
#include "read/telegram.h"
#include "read/walk.h"
#include "read/warc.h"

/* A document's arena: a line, the copies it grew through, its strings, and both joined. */
static const size_t DOCUMENT_BUDGET = 12 * (size_t)DOCUMENT_MAX;

typedef enum FileKind { FILE_TEXT, FILE_HTML, FILE_JSONL, FILE_FEED, FILE_WARC, FILE_TELEGRAM } FileKind;

struct Reader {
  ReaderOptions options;
  Arena arena; /* the document's; reset for each */
  Walk walk;
  WalkFile file;
  bool open;
  FileKind kind;
  uint32_t line, n; /* of the file: lines and documents read */
  uint64_t bytes;   /* of the files closed */
  Pull pull;
  Feed feed;
  Telegram telegram;
  Stream stream;
};

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
  feed_close(&r->feed);
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

static bool ends(Str s, Str suffix) { return s.n > suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix); }

static bool begins_nocase(Str s, const char *lower) {
  size_t i = 0;
  for (; lower[i]; i++)
    if (i >= s.n || (s.p[i] | (s.p[i] >= 'A' && s.p[i] <= 'Z' ? 0x20 : 0)) != lower[i]) return false;
  return true;
}

static bool is_page(Str head) { return begins_nocase(head, "<!doctype html") || begins_nocase(head, "<html"); }

/* What the name leaves open the first bytes decide. */
static ErrorCode find_kind(Reader *r, ErrorInfo *info) {
  static const struct {
    const char *end;
    FileKind kind;
  } names[] = {{".txt", FILE_TEXT},  {".jsonl", FILE_JSONL}, {".ndjson", FILE_JSONL},
               {".html", FILE_HTML}, {".htm", FILE_HTML},    {".warc", FILE_WARC}};
  Str name = r->file.name;
  if (ends(name, STR(".gz"))) name.n -= 3;
  if (ends(name, STR(".zst"))) name.n -= 4;
  r->kind = FILE_TEXT;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (ends(name, str_of(names[i].end))) return r->kind = names[i].kind, ERROR_OK;
  ErrorCode code = pull_more(&r->pull, info);
  if (code) return code;
  Str head = str_trim(r->pull.chunk);
  r->kind = warc_begins(head)            ? FILE_WARC
            : feed_begins(head)          ? FILE_FEED
            : is_page(head)              ? FILE_HTML
            : telegram_begins(head)      ? FILE_TELEGRAM
            : head.n && head.p[0] == '{' ? FILE_JSONL
                                         : FILE_TEXT;
  return ERROR_OK;
}

static ErrorCode too_large(Str what, ErrorInfo *info) {
  return error_set(info, ERROR_TOO_LARGE, what, 0, "more than 16 MiB");
}

/* All of the file. */
static ErrorCode read_whole(Reader *r, Str what, Str *out, ErrorInfo *info) {
  Gather g = {0};
  ErrorCode code = pull_bytes(&r->pull, &r->arena, (uint64_t)DOCUMENT_MAX + 1, DOCUMENT_MAX, &g, info);
  if (!code && g.all > DOCUMENT_MAX) code = too_large(what, info);
  *out = gather_str(&g);
  return code;
}

static ErrorCode open_feed(Reader *r, ErrorInfo *info) {
  Str bytes, what = str_of(r->file.path);
  ErrorCode code = read_whole(r, what, &bytes, info);
  return code ? code : feed_open(&r->feed, bytes, what, info);
}

static ErrorCode open_next(Reader *r, ErrorInfo *info) {
  ErrorCode code = walk_next(&r->walk, &r->file, info);
  if (code || !r->file.path) return code;
  code = stream_open(&r->stream, r->file.path, info);
  if (code) return code;
  r->open = true;
  r->line = r->n = 0;
  r->pull = (Pull){.stream = &r->stream};
  r->telegram = (Telegram){0};
  code = find_kind(r, info);
  if (!code && r->kind == FILE_FEED) code = open_feed(r, info);
  if (code) close_file(r);
  return code;
}

static ErrorCode read_text(Reader *r, Document *d, ErrorInfo *info) {
  Str bytes;
  ErrorCode code = read_whole(r, d->file, &bytes, info);
  if (!code && r->stream.charset == CHARSET_UTF8) bytes = charset_to_utf8(&r->arena, bytes, STR_NONE, &d->charset);
  close_file(r);
  if (code) return code;
  d->id = r->file.name;
  d->text = bytes;
  return r->kind == FILE_HTML ? html_read(&r->arena, bytes, d->file, d, info) : ERROR_OK;
}

/* A line's document; d->text.p stays NULL for an empty line. */
static ErrorCode read_jsonl(Reader *r, Document *d, ErrorInfo *info) {
  Gather g = {0};
  bool end = false;
  r->line++;
  ErrorCode code = pull_line(&r->pull, &r->arena, DOCUMENT_MAX, &g, &end, info);
  if (code || end) {
    close_file(r);
    return code;
  }
  d->line = r->line;
  Str line = str_trim(gather_str(&g));
  if (!line.n && g.all <= DOCUMENT_MAX) return ERROR_OK;
  Str what = arena_printf(&r->arena, "%s:%u", r->file.path, r->line);
  if (g.all > DOCUMENT_MAX) return too_large(what, info);
  code = jsonl_read(&r->arena, line, what, d, info);
  if (code) return code;
  if (!d->text.p) d->text = STR("");
  if (!d->id.n) d->id = arena_printf(&r->arena, "%.*s:%u", STR_ARG(r->file.name), r->line);
  return ERROR_OK;
}

/* Documents of an archive that have no id of their own are told by their place in it. */
static void number(Reader *r, Document *d) {
  r->n++;
  if (!d->id.n)
    d->id = arena_printf(&r->arena, "%.*s#%u", STR_ARG(r->file.name), r->n);
  else if (r->kind == FILE_TELEGRAM)
    d->id = arena_printf(&r->arena, "%.*s#%.*s", STR_ARG(r->file.name), STR_ARG(d->id));
}

static ErrorCode read_feed(Reader *r, Document *d) {
  if (feed_next(&r->feed, &r->arena, d))
    number(r, d);
  else
    close_file(r);
  return ERROR_OK;
}

static ErrorCode read_warc(Reader *r, Document *d, ErrorInfo *info) {
  WarcStep step;
  bool broken;
  ErrorCode code = warc_next(&r->pull, &r->arena, d, &step, &broken, info);
  if (step == WARC_END || (code && broken)) close_file(r);
  if (!code && step == WARC_DOCUMENT)
    number(r, d);
  else
    d->text = STR_NONE;
  return code;
}

static ErrorCode read_telegram(Reader *r, Document *d, ErrorInfo *info) {
  bool end = false;
  ErrorCode code = telegram_next(&r->telegram, &r->pull, &r->arena, d, &end, info);
  if (end || (code && code != ERROR_FORMAT && code != ERROR_TOO_LARGE)) close_file(r);
  if (!code && !end) number(r, d);
  return code;
}

static ErrorCode read_next(Reader *r, Document *d, ErrorInfo *info) {
  d->charset = charset_name(r->stream.charset);
  switch (r->kind) {
    case FILE_JSONL: return read_jsonl(r, d, info);
    case FILE_FEED: return read_feed(r, d);
    case FILE_WARC: return read_warc(r, d, info);
    case FILE_TELEGRAM: return read_telegram(r, d, info);
    default: return read_text(r, d, info);
  }
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
    code = read_next(r, d, info);
    if (!code && !d->text.p) continue;
    if (!code) code = finish(r, d, info);
    return code ? READER_REFUSED : READER_DOCUMENT;
  }
}
