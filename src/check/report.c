/* Findings as JSON lines and for a terminal. */
#include "check/check.h"
#include "record/json.h"
#include "record/width.h"

static void put_ids(Writer *writer, const Str *at, uint32_t n) {
  writer_byte(writer, '[');
  for (uint32_t i = 0; i < n; i++) {
    if (i) writer_byte(writer, ',');
    json_put_str(writer, at[i]);
  }
  writer_byte(writer, ']');
}

/* Keys that say nothing are left out. */
static void put_part(Writer *writer, const CheckPart *part) {
  const struct {
    const char *key;
    Str value;
  } words[] = {{"is", part->is}, {"id", part->id}, {"name", part->name}, {"words", part->words}};
  bool first = true;
  writer_byte(writer, '{');
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (!words[i].value.n) continue;
    json_put_key(writer, &first, words[i].key);
    json_put_str(writer, words[i].value);
  }
  if (part->count.set) {
    json_put_key(writer, &first, "count");
    json_put_count(writer, part->count);
  }
  if (part->count.approx) {
    json_put_key(writer, &first, "approx");
    json_put_bool(writer, true);
  }
  writer_byte(writer, '}');
}

static void put_parts(Writer *writer, const CheckPart *at, uint32_t n) {
  writer_byte(writer, '[');
  for (uint32_t i = 0; i < n; i++) {
    if (i) writer_byte(writer, ',');
    put_part(writer, &at[i]);
  }
  writer_byte(writer, ']');
}

static void put_sentence(Writer *writer, const CheckSentence *s) {
  writer_lit(writer, "{\"doc\":");
  json_put_str(writer, s->doc);
  writer_lit(writer, ",\"quote\":");
  json_put_str(writer, s->quote.text);
  writer_lit(writer, ",\"start\":");
  writer_u64(writer, s->quote.span.start);
  writer_lit(writer, ",\"end\":");
  writer_u64(writer, s->quote.span.end);
  writer_byte(writer, '}');
}

void check_json(Writer *writer, const Finding *f) {
  writer_lit(writer, "{\"finding\":");
  json_put_str(writer, f->kind);
  writer_lit(writer, ",\"docs\":");
  put_ids(writer, f->docs, f->ndocs);
  writer_lit(writer, ",\"records\":");
  put_ids(writer, f->records, f->nrecords);
  writer_lit(writer, ",\"text\":");
  json_put_str(writer, f->text);
  writer_lit(writer, ",\"parts\":");
  put_parts(writer, f->parts, f->nparts);
  writer_lit(writer, ",\"sentences\":[");
  for (uint32_t i = 0; i < f->nsentences; i++) {
    if (i) writer_byte(writer, ',');
    put_sentence(writer, &f->sentences[i]);
  }
  writer_lit(writer, "],\"arithmetic\":");
  json_put_str_or_null(writer, f->arithmetic);
  writer_lit(writer, "}\n");
}

/* A word of a text that is being broken into lines. */
typedef struct Piece {
  Str bytes;       /* without blanks */
  size_t from, to; /* of them, what reaches from the first right-to-left letter to the last */
  uint32_t cells;
} Piece;

/* The next word; cells 0 at the end. */
static Piece next_piece(Str s, size_t *at) {
  Piece piece = {0};
  size_t from = *at;
  while (*at < s.n) {
    Cluster k = width_next(s, at);
    bool blank = str_eq(k.bytes, STR(" "));
    if (blank && piece.cells) break;
    if (blank) from = *at;
    if (blank) continue;
    if (k.rtl && !piece.to) piece.from = piece.bytes.n;
    piece.cells += k.cells;
    piece.bytes = str_slice(s, from, *at);
    if (k.rtl) piece.to = piece.bytes.n;
  }
  return piece;
}

static void put_clean(Writer *writer, Str s) {
  for (size_t at = 0; at < s.n;) {
    Cluster k = width_next(s, &at);
    if (!k.control) writer_put(writer, k.bytes);
  }
}

/* Breaks text into lines of at most `width` cells behind `indent` blanks. What runs from
 * right to left is isolated (FSI … PDI), so that English around it keeps its order: each run
 * in a sentence of ours, and each line as a whole in a quoted one. */
typedef struct Lines {
  Writer *writer;
  uint32_t width, indent, column;
  bool quoted, open;
} Lines;

static void isolate(Lines *l, bool open) {
  if (open != l->open) writer_put(l->writer, open ? STR("\xE2\x81\xA8") : STR("\xE2\x81\xA9"));
  l->open = open;
}

static void break_line(Lines *l) {
  isolate(l, false);
  writer_byte(l->writer, '\n');
  l->column = 0;
}

/* The isolate of a run begins and ends at its letters: brackets and commas beside them are
 * the English sentence's. */
static void put_bytes(Lines *l, const Piece *piece) {
  if (l->quoted) isolate(l, true);
  if (!l->quoted && (piece->from || !piece->to)) isolate(l, false);
  put_clean(l->writer, str_slice(piece->bytes, 0, piece->from));
  if (piece->to) isolate(l, true);
  put_clean(l->writer, str_slice(piece->bytes, piece->from, piece->to));
  if (!l->quoted && piece->to < piece->bytes.n) isolate(l, false);
  put_clean(l->writer, str_slice(piece->bytes, piece->to, piece->bytes.n));
}

static void put_piece(Lines *l, const Piece *piece) {
  if (l->column && l->column + 1 + piece->cells > l->width) break_line(l);
  if (!l->column) {
    writer_repeat(l->writer, ' ', l->indent);
    l->column = l->indent;
  } else {
    if (!l->quoted && !piece->to) isolate(l, false);
    writer_byte(l->writer, ' ');
    l->column++;
  }
  put_bytes(l, piece);
  l->column += piece->cells;
}

static void put_lines(Writer *writer, Str text, uint32_t width, uint32_t indent, bool quoted) {
  Lines lines = {.writer = writer, .width = width, .indent = indent, .quoted = quoted};
  for (size_t at = 0; at < text.n;) {
    Piece piece = next_piece(text, &at);
    if (piece.cells) put_piece(&lines, &piece);
  }
  if (lines.column) break_line(&lines);
}

void check_text(Writer *writer, const Finding *f, uint32_t width) {
  if (width < 20) width = 20;
  put_clean(writer, f->kind);
  for (uint32_t i = 0; i < f->ndocs; i++) {
    writer_put(writer, i ? STR(", ") : STR(": "));
    put_clean(writer, f->docs[i]);
  }
  writer_byte(writer, '\n');
  put_lines(writer, f->text, width, 2, false);
  put_lines(writer, f->arithmetic, width, 4, false);
  for (uint32_t i = 0; i < f->nsentences; i++) put_lines(writer, f->sentences[i].quote.text, width, 4, true);
}
