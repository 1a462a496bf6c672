/* Elements → text: blocks become lines, what runs on in a line runs on, blanks become one. */
#include "read/html.h"

typedef struct Render {
  Arena *arena;
  char *p;
  size_t n, room;
  bool blank, block; /* waiting to be written: a blank, an end of a block */
} Render;

/* Blocks, each a paragraph of its own; a <br> is the end of a line as well. */
static bool is_block(const xmlNode *node) {
  static const char *const blocks[] = {"p",  "div",    "li",         "ul",      "ol",         "h1",      "h2",    "h3",
                                       "h4", "h5",     "h6",         "article", "main",       "section", "table", "tr",
                                       "td", "th",     "blockquote", "pre",     "br",         "hr",      "dl",    "dt",
                                       "dd", "header", "footer",     "figure",  "figcaption", "body",    "center"};
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
    if (strcmp((const char *)node->name, blocks[i]) == 0) return true;
  return false;
}

/* Elements whose content is no text of the page. */
static bool is_silent(const xmlNode *node) {
  static const char *const silent[] = {"script", "style", "noscript", "template", "svg",    "iframe",  "object",
                                       "head",   "video", "audio",    "select",   "button", "textarea"};
  for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
    if (strcmp((const char *)node->name, silent[i]) == 0) return true;
  return false;
}

static void put(Render *r, const char *bytes, size_t n) {
  if (n > r->room - r->n) {
    size_t room = r->room ? r->room * 2 : 4096;
    while (room < r->n + n) room *= 2;
    char *bigger = arena_alloc(r->arena, room, 1);
    if (!bigger) return;
    if (r->n) memcpy(bigger, r->p, r->n);
    r->p = bigger;
    r->room = room;
  }
  memcpy(r->p + r->n, bytes, n);
  r->n += n;
}

static void flush(Render *r) {
  if (r->block && r->n)
    put(r, "\n\n", 2);
  else if (r->blank && r->n)
    put(r, " ", 1);
  r->block = r->blank = false;
}

/* ASCII blanks and U+00A0 are one blank. */
static size_t blank_at(Str s, size_t i) {
  if (s.p[i] && strchr(" \t\n\r\f\v", s.p[i])) return 1;
  return i + 1 < s.n && (uint8_t)s.p[i] == 0xC2 && (uint8_t)s.p[i + 1] == 0xA0 ? 2 : 0;
}

static void put_text(Render *r, Str s) {
  for (size_t i = 0; i < s.n;) {
    size_t blank = blank_at(s, i);
    if (blank) {
      r->blank = true;
      i += blank;
      continue;
    }
    size_t from = i;
    while (i < s.n && !blank_at(s, i)) i++;
    flush(r);
    put(r, s.p + from, i - from);
  }
}

static void render(Render *r, const xmlNode *node, uint32_t depth) {
  if (depth > HTML_MAX_DEPTH || !arena_ok(r->arena)) return;
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    if (node->content) put_text(r, str_of((const char *)node->content));
    return;
  }
  if (node->type != XML_ELEMENT_NODE || is_silent(node)) return;
  bool block = is_block(node);
  r->block |= block;
  for (const xmlNode *child = node->children; child; child = child->next) render(r, child, depth + 1);
  r->block |= block;
}

Str html_render_list(Arena *arena, const xmlNode *const *nodes, uint32_t n) {
  Render r = {.arena = arena};
  for (uint32_t i = 0; i < n; i++) {
    r.block = true;
    render(&r, nodes[i], 0);
  }
  return (Str){r.p ? r.p : "", r.n};
}

Str html_render(Arena *arena, const xmlNode *node) { return html_render_list(arena, &node, 1); }
