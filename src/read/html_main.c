/* Which part of a page is its text.
 *
 * The problem: between menus, share buttons, teasers of other stories, captions and comments
 * stands one article. The method, as readers' views of browsers have it: what is furniture by
 * its names is taken out (html_strip.c); every paragraph gives points to the elements that
 * hold it, more to the nearer; links take points away; the best element is the article, and
 * its neighbours come along where they read like it. Blocks that are mostly links («اقرأ
 * أيضاً: …», "read also") are left out at the end, whatever their language. */
#include "base/vec.h"
#include "read/html_tree.h"

/* ---------------------------------------------------------------- choosing */

static double hint_weight(const xmlNode *node) {
  char hints[HTML_HINTS];
  html_hints(node, hints);
  double w = html_hints_article(hints) ? 25 : 0;
  if (strstr(hints, "content") || strstr(hints, "article") || strstr(hints, "story") || strstr(hints, "entry")) w += 10;
  if (html_is(node, "article") || str_eq(html_attribute(node, "itemprop"), STR("articleBody"))) w += 25;
  if (html_is(node, "main")) w += 5;
  if (html_is(node, "ul") || html_is(node, "ol") || html_is(node, "table")) w -= 5;
  return w;
}

static void give(HtmlTable *t, xmlNode *node, double points) {
  HtmlInfo *info = html_info(t, node);
  if (!info) return;
  if (!info->scored) info->score = hint_weight(node);
  info->scored = true;
  info->score += points;
}

static bool has_blocks(const xmlNode *node) {
  static const char *const blocks[] = {"p", "div", "ul", "ol", "table", "article", "section", "blockquote", "pre"};
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && HTML_ONE_OF(html_name(child), blocks)) return true;
  return false;
}

static bool is_paragraph(const xmlNode *node) {
  static const char *const paragraphs[] = {"p", "pre", "td", "blockquote"};
  if (HTML_ONE_OF(html_name(node), paragraphs)) return true;
  return (html_is(node, "div") || html_is(node, "section") || html_is(node, "span")) && !has_blocks(node);
}

/* Text that stands in a block beside other blocks, lines parted by <br>. */
static void score_own_text(HtmlTable *t, xmlNode *node) {
  enum { OWN_LEAST = 80 };
  HtmlWeight w = {0};
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_TEXT_NODE && child->content)
      html_weigh_text(str_of((const char *)child->content), false, &w);
  if (w.text < OWN_LEAST) return;
  double points = 1 + (double)w.commas + (double)w.text / 80;
  give(t, node, points);
  give(t, node->parent, points * 0.5);
}

static void score_paragraphs(HtmlTable *t, xmlNode *node, uint32_t depth) {
  enum { PARAGRAPH_LEAST = 25 };
  if (depth > HTML_MAX_DEPTH) return;
  for (xmlNode *child = node->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (!is_paragraph(child)) {
      score_own_text(t, child);
      score_paragraphs(t, child, depth + 1);
      continue;
    }
    HtmlWeight w = html_weight(t, child);
    if (w.text < PARAGRAPH_LEAST) continue;
    double length = (double)w.text / 80, points = 1 + (double)w.commas + (length < 4 ? length : 4);
    points *= 1 - html_link_share(w);
    xmlNode *up = child->parent;
    double share[] = {1, 0.5, 0.25, 0.15};
    for (size_t i = 0; up && i < sizeof share / sizeof *share; i++, up = up->parent) give(t, up, points * share[i]);
  }
}

/* NULL where nothing reads like a paragraph. */
static HtmlInfo *best_of(const HtmlTable *t) {
  HtmlInfo *best = NULL;
  for (uint32_t i = 0; i < t->n; i++) {
    HtmlInfo *info = &t->at[i];
    if (!info->scored) continue;
    info->score *= 1 - html_link_share(info->weight);
    if (!best || info->score > best->score) best = info;
  }
  return best;
}

/* An element that says of itself that it is the article, and has most of what the best one has. */
static xmlNode *declared(const HtmlTable *t, xmlNode *node, size_t least, uint32_t depth) {
  if (depth > HTML_MAX_DEPTH) return NULL;
  for (xmlNode *child = node->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    bool body = str_eq(html_attribute(child, "itemprop"), STR("articleBody"));
    char hints[HTML_HINTS];
    html_hints(child, hints);
    if ((body || html_hints_article(hints)) && html_weight(t, child).text >= least) {
      xmlNode *inner = declared(t, child, least, depth + 1);
      return inner ? inner : child;
    }
    xmlNode *found = declared(t, child, least, depth + 1);
    if (found) return found;
  }
  return NULL;
}

/* ---------------------------------------------------------------- cleaning what was chosen */

static bool is_heading(const xmlNode *node) {
  return node->type == XML_ELEMENT_NODE && node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' &&
         !node->name[2];
}

/* Blocks that are mostly links, and lists and tables of them. */
static bool is_link_block(const HtmlTable *t, const xmlNode *node) {
  static const char *const blocks[] = {"p",  "div", "ul", "ol", "li", "table", "section",
                                       "h2", "h3",  "h4", "h5", "h6", "dl"};
  if (!HTML_ONE_OF(html_name(node), blocks)) return false;
  HtmlWeight w = html_weight(t, node);
  double share = html_link_share(w);
  bool list = html_is(node, "ul") || html_is(node, "ol") || html_is(node, "table") || html_is(node, "div") ||
              html_is(node, "section");
  return w.text > 0 && (share > 0.8 || (list && share > 0.5));
}

/* A title or a date that stands alone; a <time> within a sentence is a part of it. */
static bool is_headline(const HtmlTable *t, const xmlNode *node) {
  if (html_is(node, "h1")) return true;
  return html_is(node, "time") && html_weight(t, node->parent).text <= 3 * html_weight(t, node).text;
}

static void clean(const HtmlTable *t, xmlNode *node, uint32_t depth) {
  for (xmlNode *child = node->children, *next; child; child = next) {
    next = child->next;
    if (child->type != XML_ELEMENT_NODE) continue;
    if (depth > HTML_MAX_DEPTH || is_link_block(t, child) || is_headline(t, child)) {
      xmlUnlinkNode(child);
      xmlFreeNode(child);
    } else {
      clean(t, child, depth + 1);
    }
  }
}

/* A heading with nothing behind it announces what was taken out. */
static void drop_last_headings(const HtmlTable *t, xmlNode *node) {
  for (xmlNode *child = node->last, *before; child; child = before) {
    before = child->prev;
    if (child->type != XML_ELEMENT_NODE) {
      if (html_weight(t, child).text) return;
      continue;
    }
    if (!is_heading(child) && html_weight(t, child).text) return;
    xmlUnlinkNode(child);
    xmlFreeNode(child);
  }
}

/* The best element's neighbours that read like it: a text cut up into several parts. */
static Str with_neighbours(Arena *arena, const HtmlTable *t, const HtmlInfo *best) {
  const xmlNode *parent = best->node->parent;
  if (!parent || parent->type != XML_ELEMENT_NODE) return html_render(arena, best->node);
  double least = best->score * 0.2 > 10 ? best->score * 0.2 : 10;
  VEC(const xmlNode *) out = {0};
  for (const xmlNode *node = parent->children; node; node = node->next) {
    const HtmlInfo *info = html_info(t, node);
    if (!info) continue;
    bool prose = html_is(node, "p") && info->weight.text > 80 && html_link_share(info->weight) < 0.25;
    if (info == best || prose || (info->scored && info->score >= least)) vec_push(&out, arena, node);
  }
  return html_render_list(arena, out.at, out.n);
}

static Str cleaned(Arena *arena, const HtmlTable *t, xmlNode *node, const HtmlInfo *best) {
  clean(t, node, 0);
  drop_last_headings(t, node);
  return best ? with_neighbours(arena, t, best) : html_render(arena, node);
}

Str html_main(Arena *arena, xmlNode *root, bool strict) {
  enum { TEXT_LEAST = 250 };
  HtmlTable table = html_weigh(arena, root);
  if (!table.at) return STR_NONE;
  html_strip(&table, root, strict);
  table = html_weigh(arena, root);
  if (!table.at) return STR_NONE;
  score_paragraphs(&table, root, 0);
  HtmlInfo *best = best_of(&table);
  if (!best) return html_render(arena, root);
  size_t whole = best->weight.text;
  xmlNode *own = declared(&table, root, whole * 6 / 10 > TEXT_LEAST ? whole * 6 / 10 : TEXT_LEAST, 0);
  return own ? cleaned(arena, &table, own, NULL) : cleaned(arena, &table, best->node, best);
}
