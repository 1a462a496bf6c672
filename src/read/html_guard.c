/* What a page would cost before it is parsed. libxml2 compares each attribute of a tag with
 * all before it, so that one tag of a million attributes takes hours; and an element takes
 * some hundred times the three bytes that it is written with. The scan sees tags as that
 * parser does: an attribute is a name, perhaps with "=" and a value in quotes or up to a
 * blank; what stands in scripts and comments is no tag. */
#include "read/html.h"

typedef struct Guard {
  Str s;
  size_t at;
  uint64_t nodes, compared;
} Guard;

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
static bool more(const Guard *g) { return g->at < g->s.n; }
static char now(const Guard *g) { return g->s.p[g->at]; }

static bool begins(const Guard *g, const char *lower) {
  for (size_t i = 0; lower[i]; i++)
    if (g->at + i >= g->s.n || (g->s.p[g->at + i] | (is_letter(g->s.p[g->at + i]) ? 0x20 : 0)) != lower[i])
      return false;
  return true;
}

static void skip_to(Guard *g, const char *lower) {
  while (more(g) && !begins(g, lower)) g->at++;
}

static void skip_blanks(Guard *g) {
  while (more(g) && is_blank(now(g))) g->at++;
}

static void skip_value(Guard *g) {
  skip_blanks(g);
  if (!more(g)) return;
  char quote = now(g);
  if (quote == '"' || quote == '\'') {
    for (g->at++; more(g) && now(g) != quote;) g->at++;
    if (more(g)) g->at++;
    return;
  }
  while (more(g) && !is_blank(now(g)) && now(g) != '>') g->at++;
}

/* Behind "<x": to its ">". */
static void skip_tag(Guard *g) {
  uint64_t attributes = 0;
  while (more(g) && !is_blank(now(g)) && now(g) != '>') g->at++;
  for (skip_blanks(g); more(g) && now(g) != '>'; skip_blanks(g)) {
    size_t from = g->at;
    while (more(g) && !is_blank(now(g)) && now(g) != '=' && now(g) != '>') g->at++;
    skip_blanks(g);
    if (more(g) && now(g) == '=') {
      g->at++;
      skip_value(g);
    }
    if (g->at == from) g->at++;
    attributes++;
  }
  g->nodes += 1 + attributes;
  g->compared += attributes * attributes;
}

bool html_affordable(Str page) {
  static const uint64_t nodes = 400 * 1000, compared = 50 * 1000 * 1000;
  Guard g = {.s = page};
  while (more(&g) && g.nodes <= nodes && g.compared <= compared) {
    const char *open = memchr(page.p + g.at, '<', page.n - g.at);
    if (!open) return true;
    g.at = (size_t)(open - page.p);
    bool script = begins(&g, "<script"), style = begins(&g, "<style");
    if (begins(&g, "<!--")) {
      g.at += 4;
      skip_to(&g, "-->");
      continue;
    }
    g.at++;
    if (!more(&g) || (!is_letter(now(&g)) && now(&g) != '/')) continue;
    skip_tag(&g);
    if (script) skip_to(&g, "</script");
    if (style) skip_to(&g, "</style");
  }
  return g.nodes <= nodes && g.compared <= compared;
}
