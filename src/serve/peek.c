#include "serve/peek.h"

#include "read/reader.h"
#include "text/utf8.h"

enum { PEEK_BYTES = 32 << 20, TITLE_BYTES = 160 };

/* The title, or the first line, cut between two characters. */
static Str title_of(Arena *arena, const Document *d) {
  Str rest = d->title.n ? d->title : d->text;
  Str line = str_trim(str_cut(&rest, '\n'));
  size_t n = line.n < TITLE_BYTES ? line.n : TITLE_BYTES;
  while (n > 0 && n < line.n && ((unsigned char)line.p[n] & 0xC0) == 0x80) n--;
  return n ? arena_str(arena, str_slice(line, 0, n)) : STR("");
}

static uint32_t characters(Str s) {
  uint32_t n = 0;
  for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
  return n;
}

static void take(Arena *arena, const Document *d, Peek *peek) {
  bool dated = d->published.n && engine_published_ok(d->published);
  peek->documents++;
  peek->undated += !dated;
  peek->nameless += !d->outlet.n;
  if (peek->nrows == PEEK_ROWS) return;
  peek->rows[peek->nrows++] = (PeekRow){.title = title_of(arena, d),
                                        .published = dated ? arena_str(arena, d->published) : STR(""),
                                        .outlet = d->outlet.n ? arena_str(arena, d->outlet) : STR(""),
                                        .characters = characters(d->text)};
}

void peek_at(Arena *arena, const ServeOptions *options, Str path, Str published, Str outlet, Peek *peek) {
  Arena work;
  const char *paths[] = {path.p};
  ReaderOptions with = {
      .paths = paths, .npaths = 1, .furniture = options->furniture, .published = published, .outlet = outlet};
  arena_init(&work, (size_t)1 << 30);
  Reader *reader = reader_new(&work, &with);
  *peek = (Peek){.looked = reader != NULL};
  while (reader && peek->documents < PEEK_DOCUMENTS && reader_bytes(reader) < PEEK_BYTES) {
    Document d;
    ErrorInfo info = {0};
    ReaderStep got = reader_next(reader, &d, &info);
    if (got == READER_END) break;
    if (got == READER_DOCUMENT) take(arena, &d, peek);
  }
  if (reader) reader_close(reader);
  arena_fini(&work);
}

void peek_say(Say *s, const Peek *peek) {
  say_key(s, "missing");
  if (peek->looked) {
    say_object(s);
    say_field_int(s, "documents", peek->documents);
    say_field_int(s, "published", peek->undated);
    say_field_int(s, "outlet", peek->nameless);
    say_end_object(s);
  } else {
    say_null(s);
  }
  say_key(s, "preview");
  say_array(s);
  for (uint32_t i = 0; i < peek->nrows; i++) {
    say_object(s);
    say_field(s, "title", peek->rows[i].title);
    say_field_or_null(s, "published", peek->rows[i].published);
    say_field_or_null(s, "outlet", peek->rows[i].outlet);
    say_field_int(s, "characters", peek->rows[i].characters);
    say_end_object(s);
  }
  say_end_array(s);
}
