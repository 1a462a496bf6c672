/* One sweep over the text: at each byte where a mark begins or ends the text is cut, and a piece
 * has the fields of the marks that are open there. «قتل [trigger] ثلاثة مدنيين [outcomes/0] في
 * سراقب [places/0]» (three civilians were killed in Saraqib) is six pieces.
 *
 * Where names are hidden they are marks too, of another kind: a piece inside one is left out,
 * and the first of them says the initials in the place of all. */
#define _GNU_SOURCE /* memmem */
#include "serve/segment.h"

#include <stdlib.h>

enum {
  AROUND = 120,
  OPEN_MOST = 48,
  NAME_LEAST = 4,
  PART_LEAST = 8,
  NAMES_MOST = 400,
  NAME_ROOM = 256,
  FOUND_MOST = 20000
};

/* ---- marks ---- */

static void add(Marks *m, Arena *arena, const Quote *q, uint32_t report, const char *field, int at, const char *part) {
  if (!span_any(q->span)) return;
  Mark mark = {q->span, at < 0 ? str_of(field) : arena_printf(arena, "%s/%d%s", field, at, part), report};
  vec_push(&m->list, arena, mark);
}

static void add_actors(Marks *m, Arena *arena, ActorList list, uint32_t report, const char *field) {
  for (uint32_t i = 0; i < list.n; i++) add(m, arena, &list.at[i].quote, report, field, (int)i, "");
}

void marks_add(Arena *arena, const Record *r, uint32_t report, Marks *m) {
  add(m, arena, &r->trigger, report, "trigger", -1, "");
  for (uint32_t i = 0; i < r->also.n; i++) add(m, arena, &r->also.at[i], report, "also", (int)i, "");
  add(m, arena, &r->time_quote, report, "time_quote", -1, "");
  for (uint32_t i = 0; i < r->nplaces; i++) add(m, arena, &r->places[i].quote, report, "places", (int)i, "");
  add_actors(m, arena, r->agents, report, "agents");
  add_actors(m, arena, r->partners, report, "partners");
  add_actors(m, arena, r->targets, report, "targets");
  for (uint32_t i = 0; i < r->noutcomes; i++) add(m, arena, &r->outcomes[i].of, report, "outcomes", (int)i, "");
  for (uint32_t i = 0; i < r->npersons; i++) {
    add(m, arena, &r->persons[i].quote, report, "persons", (int)i, "");
    add(m, arena, &r->persons[i].role, report, "persons", (int)i, "/role");
  }
  add_actors(m, arena, r->claimed_by, report, "claimed_by");
  for (uint32_t i = 0; i < r->via.n; i++) add(m, arena, &r->via.at[i], report, "via", (int)i, "");
  add_actors(m, arena, r->responsibility.by, report, "responsibility");
}

/* ---- hidden names ---- */

static bool is_letter_byte(char c) {
  return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t character_size(char c) {
  unsigned char b = (unsigned char)c;
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

Str hide_initials(Arena *arena, Str name) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  Str rest = name;
  while (rest.n) {
    Str word = str_trim(str_cut(&rest, ' '));
    if (!word.n) continue;
    size_t n = character_size(word.p[0]);
    if (buffer.n) writer_byte(&w, ' ');
    writer_put(&w, str_slice(word, 0, n < word.n ? n : word.n));
    writer_byte(&w, '.');
  }
  return buffer_str(&buffer);
}

static void add_one(Hide *hide, Arena *arena, Str name) {
  if (name.n < NAME_LEAST || hide->list.n >= NAMES_MOST) return;
  for (uint32_t i = 0; i < hide->list.n; i++)
    if (str_eq(hide->list.at[i].name, name)) return;
  Hidden hidden = {name, hide_initials(arena, name)};
  if (!vec_push(&hide->list, arena, hidden)) return;
  for (uint32_t i = hide->list.n - 1; i > 0 && hide->list.at[i - 1].name.n < name.n; i--) {
    hide->list.at[i] = hide->list.at[i - 1];
    hide->list.at[i - 1] = hidden;
  }
}

/* Behind «أحمد الجبوري» (Ahmad al-Jubouri) he is «الجبوري» alone. */
void hide_add(Hide *hide, Arena *arena, Str name) {
  name = str_trim(name);
  add_one(hide, arena, name);
  size_t at = name.n;
  while (at > 0 && name.p[at - 1] != ' ') at--;
  if (at > 0 && name.n - at >= PART_LEAST) add_one(hide, arena, str_slice(name, at, name.n));
}

/* An Arabic comma, semicolon or question mark, a quotation mark: bytes as of a letter, and none. */
static bool is_sign(Str text, size_t at) {
  unsigned char a = (unsigned char)text.p[at], b = at + 1 < text.n ? (unsigned char)text.p[at + 1] : 0;
  return a == 0xC2 || a == 0xE2 || (a == 0xD8 && (b == 0x8C || b == 0x9B || b == 0x9F));
}

static bool ends_word(Str text, size_t at) { return at >= text.n || !is_letter_byte(text.p[at]) || is_sign(text, at); }

/* Does a word begin at the byte? One letter before it may be a proclitic: «والجبوري», and
 * al-Jubouri. */
static bool begins_word(Str text, size_t at) {
  if (at == 0 || !is_letter_byte(text.p[at - 1])) return true;
  if (at >= 2 && is_sign(text, at - 2)) return true;
  if (at >= 3 && (unsigned char)text.p[at - 3] == 0xE2) return true;
  return at == 2 || (at > 2 && !is_letter_byte(text.p[at - 3]));
}

static bool stands(Str text, size_t at, Str name) { return ends_word(text, at + name.n) && begins_word(text, at); }

typedef struct Found {
  Span span;
  uint32_t name;
} Found;

typedef struct FoundList {
  VEC(Found) list; /* in order, none over another */
} FoundList;

static int by_span(const void *a, const void *b) {
  const Found *x = a, *y = b;
  if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

/* A name that the span cuts through is found, too. */
static FoundList find_hidden(const Hide *hide, Arena *arena, Str text, Span span) {
  FoundList out = {0};
  size_t from = span.start > NAME_ROOM ? span.start - NAME_ROOM : 0;
  size_t to = text.n - span.end > NAME_ROOM ? span.end + NAME_ROOM : text.n;
  for (uint32_t i = 0; hide && i < hide->list.n; i++) {
    Str name = hide->list.at[i].name;
    for (size_t at = from; at + name.n <= to && out.list.n < FOUND_MOST;) {
      const char *p = memmem(text.p + at, to - at, name.p, name.n);
      if (!p) break;
      at = (size_t)(p - text.p);
      Found f = {{(uint32_t)at, (uint32_t)(at + name.n)}, i};
      if (span_overlap(f.span, span) && stands(text, at, name)) vec_push(&out.list, arena, f);
      at += name.n;
    }
  }
  if (out.list.n) qsort(out.list.at, out.list.n, sizeof *out.list.at, by_span);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < out.list.n; i++)
    if (!kept || out.list.at[i].span.start >= out.list.at[kept - 1].span.end) out.list.at[kept++] = out.list.at[i];
  out.list.n = kept;
  return out;
}

Str hide_in(const Hide *hide, Arena *arena, Str text) {
  if (!hide || !hide->list.n || text.n >= UINT32_MAX) return text;
  FoundList found = find_hidden(hide, arena, text, (Span){0, (uint32_t)text.n});
  if (!found.list.n) return text;
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  uint32_t at = 0;
  for (uint32_t i = 0; i < found.list.n; i++) {
    writer_put(&w, str_slice(text, at, found.list.at[i].span.start));
    writer_put(&w, hide->list.at[found.list.at[i].name].shown);
    at = found.list.at[i].span.end;
  }
  writer_put(&w, str_slice(text, at, text.n));
  return buffer_str(&buffer);
}

/* ---- cutting ---- */

typedef struct Cuts {
  uint32_t *at;
  uint32_t n;
} Cuts;

static int by_byte(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

static void cut(Cuts *cuts, Span whole, Span span) {
  if (span.start > whole.start && span.start < whole.end) cuts->at[cuts->n++] = span.start;
  if (span.end > whole.start && span.end < whole.end) cuts->at[cuts->n++] = span.end;
}

static Cuts cuts_of(Arena *arena, Span whole, const Marks *marks, const FoundList *found) {
  Cuts cuts = {.at = ARENA_ARRAY(arena, uint32_t, 2 * ((size_t)marks->list.n + found->list.n) + 2)};
  if (!cuts.at) return cuts;
  cuts.at[cuts.n++] = whole.start;
  for (uint32_t i = 0; i < marks->list.n; i++) cut(&cuts, whole, marks->list.at[i].span);
  for (uint32_t i = 0; i < found->list.n; i++) cut(&cuts, whole, found->list.at[i].span);
  cuts.at[cuts.n++] = whole.end;
  qsort(cuts.at, cuts.n, sizeof *cuts.at, by_byte);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < cuts.n; i++)
    if (!kept || cuts.at[kept - 1] != cuts.at[i]) cuts.at[kept++] = cuts.at[i];
  cuts.n = kept;
  return cuts;
}

static int by_start(const void *a, const void *b) {
  const Mark *x = a, *y = b;
  if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
  if (x->report != y->report) return x->report < y->report ? -1 : 1;
  return str_cmp(x->field, y->field);
}

typedef struct Sweep {
  const Mark *marks; /* by where they begin */
  uint32_t n, next;
  const Mark *open[OPEN_MOST];
  uint32_t nopen;
} Sweep;

static void sweep_to(Sweep *s, uint32_t at) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < s->nopen; i++)
    if (s->open[i]->span.end > at) s->open[kept++] = s->open[i];
  s->nopen = kept;
  for (; s->next < s->n && s->marks[s->next].span.start <= at; s->next++)
    if (s->marks[s->next].span.end > at && s->nopen < OPEN_MOST) s->open[s->nopen++] = &s->marks[s->next];
}

static void say_fields(Say *say, const Sweep *s, bool numbered) {
  if (!s->nopen) return;
  say_key(say, numbered ? "marks" : "fields");
  say_array(say);
  for (uint32_t i = 0; i < s->nopen; i++) {
    if (!numbered) {
      say_str(say, s->open[i]->field);
      continue;
    }
    say_object(say);
    say_field_int(say, "report", s->open[i]->report);
    say_field(say, "field", s->open[i]->field);
    say_end_object(say);
  }
  say_end_array(say);
}

static Span within(Str text, Span span) {
  uint32_t n = text.n > UINT32_MAX ? UINT32_MAX : (uint32_t)text.n;
  if (span.end > n) span.end = n;
  if (span.start > span.end) span.start = span.end;
  return span;
}

void say_segments(Say *say, Arena *arena, Str text, Span whole, const Marks *marks, const Hide *hide, bool numbered) {
  whole = within(text, whole);
  FoundList found = find_hidden(hide, arena, text, whole);
  Cuts cuts = cuts_of(arena, whole, marks, &found);
  Mark *sorted = ARENA_ARRAY(arena, Mark, (size_t)marks->list.n + 1);
  say_array(say);
  if (sorted && marks->list.n) {
    memcpy(sorted, marks->list.at, marks->list.n * sizeof *sorted);
    qsort(sorted, marks->list.n, sizeof *sorted, by_start);
  }
  Sweep sweep = {.marks = sorted, .n = sorted ? marks->list.n : 0};
  uint32_t next = 0;
  for (uint32_t i = 0; i + 1 < cuts.n; i++) {
    Span piece = {cuts.at[i], cuts.at[i + 1]};
    sweep_to(&sweep, piece.start);
    while (next < found.list.n && found.list.at[next].span.end <= piece.start) next++;
    bool hidden = next < found.list.n && found.list.at[next].span.start <= piece.start;
    if (hidden && found.list.at[next].span.start != piece.start && piece.start != whole.start) continue;
    say_object(say);
    say_field(say, "text",
              hidden ? hide->list.at[found.list.at[next].name].shown : str_slice(text, piece.start, piece.end));
    say_fields(say, &sweep, numbered);
    if (hidden) {
      say_key(say, "masked");
      say_bool(say, true);
    }
    say_end_object(say);
  }
  say_end_array(say);
}

void say_passage(Say *say, Arena *arena, Str text, Span span, const Marks *marks, const Hide *hide) {
  span = within(text, span);
  say_object(say);
  say_field_int(say, "start", span.start);
  say_field_int(say, "end", span.end);
  say_key(say, "segments");
  say_segments(say, arena, text, span, marks, hide, false);
  say_end_object(say);
}

/* ---- pieces around ---- */

static bool at_character(Str text, uint32_t at) { return at >= text.n || ((unsigned char)text.p[at] & 0xC0) != 0x80; }

/* Some words to both sides, within the paragraph. */
static Span around(Str text, Span span) {
  Span out = span;
  uint32_t blank = span.start;
  while (out.start > 0 && span.start - out.start < AROUND && text.p[out.start - 1] != '\n') {
    out.start--;
    if (text.p[out.start] == ' ') blank = out.start + 1;
  }
  if (out.start > 0 && text.p[out.start - 1] != '\n') out.start = blank;
  blank = span.end;
  while (out.end < text.n && out.end - span.end < AROUND && text.p[out.end] != '\n') {
    if (text.p[out.end] == ' ') blank = out.end;
    out.end++;
  }
  if (out.end < text.n && text.p[out.end] != '\n') out.end = blank;
  while (!at_character(text, out.start)) out.start--;
  while (!at_character(text, out.end)) out.end++;
  return out;
}

enum { PIECES_MOST = 12 };

static uint32_t pieces_of(Str text, Span sentence, const Marks *marks, Span *pieces) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < marks->list.n && n < PIECES_MOST; i++) {
    Span span = within(text, marks->list.at[i].span);
    if (!span_any(span) || span_within(span, sentence)) continue;
    Span piece = around(text, span);
    /* The sentence is shown already; what overlaps is one piece. */
    if (piece.start < sentence.end && piece.end > sentence.end)
      piece.start = sentence.end < span.start ? sentence.end : span.start;
    if (piece.end > sentence.start && piece.start < sentence.start)
      piece.end = sentence.start > span.end ? sentence.start : span.end;
    bool joined = false;
    for (uint32_t k = 0; k < n && !joined; k++) {
      if (piece.start > pieces[k].end || piece.end < pieces[k].start) continue;
      if (piece.start < pieces[k].start) pieces[k].start = piece.start;
      if (piece.end > pieces[k].end) pieces[k].end = piece.end;
      joined = true;
    }
    if (!joined) pieces[n++] = piece;
  }
  return n;
}

static int by_place(const void *a, const void *b) {
  const Span *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start;
}

void say_evidence(Say *say, Arena *arena, Str text, Span sentence, const Marks *marks, const Hide *hide) {
  Span pieces[PIECES_MOST];
  sentence = within(text, sentence);
  uint32_t n = pieces_of(text, sentence, marks, pieces);
  if (n) qsort(pieces, n, sizeof *pieces, by_place);
  say_array(say);
  say_passage(say, arena, text, sentence, marks, hide);
  for (uint32_t i = 0; i < n; i++) say_passage(say, arena, text, pieces[i], marks, hide);
  say_end_array(say);
}
