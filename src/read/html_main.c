/* Which part of a page is its text.
 *
 * The problem: between menus, share buttons, teasers of other stories, captions and comments
 * stands one article. The method, as readers' views of browsers have it: what is furniture
 * by its element, role or the words of its class and id is taken out; every paragraph gives
 * points to the elements that hold it, more to the nearer; links take points away; the best
 * element is the article, and its neighbours come along where they read like it. Blocks that
 * are mostly links («Read also: …») are left out at the end, whatever their language. */
#include <ctype.h>

#include "base/vec.h"
#include "read/html.h"

/* Words of a class or id. */
static const char *const furniture_hints[] = {
    "comment",      "share",       "social",        "related",         "sidebar",       "promo",       "advert",
    "sponsor",      "newsletter",  "subscri",       "cookie",          "popup",         "modal",       "breadcrumb",
    "menu",         "navbar",      "footer",        "masthead",        "disqus",        "captcha",     "recommend",
    "outbrain",     "taboola",     "most-read",     "mostread",        "trending",      "byline",      "author-bio",
    "authorbio",    "tags",        "taglist",       "pagination",      "toolbar",       "widget",      "signup",
    "paywall",      "print-only",  "screen-reader", "visually-hidden", "sr-only",       "copyright",   "disclaimer",
    "read-more",    "readmore",    "readnext",      "read-next",       "more-stories",  "morestories", "also-like",
    "gallery",      "caption",     "credit",        "timestamp",       "dateline-meta", "post-meta",   "entry-meta",
    "article-meta", "skip-",       "toc",           "rating",          "poll",          "login",       "banner",
    "ad-slot",      "adsbygoogle", "advertis",      "follow-us",       "followus",      "jump-to",     "infobox",
    "livechat",     "hatnote",     "navbox",        "references",      "reflist",       "editsection", "slideshow",
    "carousel",     "player",      "video-",        "-video",          "inline-link"};
/* Words of a class or id that speak for an article, though one of the others stands beside. */
static const char *const article_hints[] = {
    "article-body",     "articlebody",   "article__body", "story-body",   "storybody",  "article-content",
    "article__content", "entry-content", "post-content",  "post-body",    "postbody",   "body-content",
    "story-content",    "article-text",  "article_body",  "main-content", "maincontent"};
/* Words that hold of prose, too: comments are prose. */
static const char *const never_article_hints[] = {"comment",   "disqus",   "related", "recommend",  "cookie",
                                                  "footer",    "sidebar",  "subscri", "newsletter", "disclaimer",
                                                  "copyright", "outbrain", "taboola", "references", "reflist"};
static const char *const furniture_elements[] = {
    "nav",        "aside",    "footer", "script", "style", "noscript", "iframe",   "button", "select", "svg",
    "figcaption", "template", "object", "video",  "audio", "input",    "textarea", "figure", "menu",   "dialog"};
static const char *const furniture_roles[] = {"navigation", "banner", "complementary", "contentinfo",
                                              "search",     "dialog", "menu",          "alert"};

enum { HINT_MAX = 512, TEXT_LEAST = 250, PROSE_LEAST = 600 };

static bool any_in(const char *text, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (strstr(text, words[i])) return true;
  return false;
}
#define ANY_IN(text, words) any_in((text), (words), sizeof(words) / sizeof *(words))

static bool is_one_of(Str s, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (str_eq(s, str_of(words[i]))) return true;
  return false;
}
#define IS_ONE_OF(s, words) is_one_of((s), (words), sizeof(words) / sizeof *(words))

/* Class and id in small letters. */
static void hints_of(const xmlNode *node, char out[HINT_MAX]) {
  Str parts[] = {html_attribute(node, "class"), html_attribute(node, "id")};
  size_t n = 0;
  for (size_t k = 0; k < 2; k++) {
    for (size_t i = 0; i < parts[k].n && n < HINT_MAX - 2; i++) out[n++] = (char)tolower((unsigned char)parts[k].p[i]);
    out[n++] = ' ';
  }
  out[n < HINT_MAX ? n : HINT_MAX - 1] = 0;
}

/* ---------------------------------------------------------------- weighing text */

typedef struct Weight {
  size_t text, linked, commas; /* bytes without blanks */
} Weight;

static void weigh_text(Str s, bool linked, Weight *w) {
  for (size_t i = 0; i < s.n; i++) {
    if ((uint8_t)s.p[i] <= ' ') continue;
    w->text++;
    w->linked += linked;
    w->commas += s.p[i] == ',' || (i + 1 < s.n && (uint8_t)s.p[i] == 0xD8 && (uint8_t)s.p[i + 1] == 0x8C);
  }
}

static void weigh(const xmlNode *node, bool linked, uint32_t depth, Weight *w) {
  if (depth > HTML_MAX_DEPTH) return;
  if (node->type == XML_TEXT_NODE) {
    if (node->content) weigh_text(str_of((const char *)node->content), linked, w);
    return;
  }
  if (node->type != XML_ELEMENT_NODE) return;
  linked |= html_is(node, "a");
  for (const xmlNode *child = node->children; child; child = child->next) weigh(child, linked, depth + 1, w);
}

static Weight weight_of(const xmlNode *node) {
  Weight w = {0};
  weigh(node, false, 0, &w);
  return w;
}

static double link_share(Weight w) { return w.text ? (double)w.linked / (double)w.text : 0; }

/* ---------------------------------------------------------------- furniture */

static bool hidden(const xmlNode *node) {
  Str style = html_attribute(node, "style");
  if (style.n && (strstr(style.p, "display:none") || strstr(style.p, "display: none"))) return true;
  if (str_eq(html_attribute(node, "aria-hidden"), STR("true"))) return true;
  for (const xmlAttr *a = node->properties; a; a = a->next)
    if (strcmp((const char *)a->name, "hidden") == 0) return true;
  return false;
}

static bool is_furniture(const xmlNode *node, size_t page, bool strict) {
  Str name = str_of((const char *)node->name);
  if (IS_ONE_OF(name, furniture_elements) || hidden(node)) return true;
  if (html_is(node, "form") && 2 * weight_of(node).text < page) return true; /* some put the whole page into one */
  if (IS_ONE_OF(html_attribute(node, "role"), furniture_roles)) return true;
  if (!strict || html_is(node, "body") || html_is(node, "html") || html_is(node, "article") || html_is(node, "main"))
    return false;
  if (str_eq(html_attribute(node, "itemprop"), STR("articleBody"))) return false;
  char hints[HINT_MAX];
  hints_of(node, hints);
  if (!ANY_IN(hints, furniture_hints) || ANY_IN(hints, article_hints)) return false;
  Weight w = weight_of(node);
  if (2 * w.text >= page) return false; /* a wrapper of the whole page may be called anything */
  bool prose = w.text >= PROSE_LEAST && link_share(w) < 0.25;
  return !prose || ANY_IN(hints, never_article_hints);
}

static void strip(xmlNode *node, size_t page, bool strict, uint32_t depth) {
  for (xmlNode *child = node->children, *next; child; child = next) {
    next = child->next;
    bool gone = child->type == XML_COMMENT_NODE || child->type == XML_PI_NODE ||
                (child->type == XML_ELEMENT_NODE && (depth > HTML_MAX_DEPTH || is_furniture(child, page, strict)));
    if (gone) {
      xmlUnlinkNode(child);
      xmlFreeNode(child);
    } else if (child->type == XML_ELEMENT_NODE) {
      strip(child, page, strict, depth + 1);
    }
  }
}

/* ---------------------------------------------------------------- choosing */

typedef struct Choice {
  xmlNode *node;
  double score;
} Choice;

/* Scores stand in node->_private while a page is read. */
typedef struct Scores {
  Arena *arena;
  VEC(Choice) list;
} Scores;

static double hint_weight(const xmlNode *node) {
  char hints[HINT_MAX];
  hints_of(node, hints);
  double w = ANY_IN(hints, article_hints) ? 25 : 0;
  if (strstr(hints, "content") || strstr(hints, "article") || strstr(hints, "story") || strstr(hints, "entry")) w += 10;
  if (html_is(node, "article") || str_eq(html_attribute(node, "itemprop"), STR("articleBody"))) w += 25;
  if (html_is(node, "main")) w += 5;
  if (html_is(node, "ul") || html_is(node, "ol") || html_is(node, "table")) w -= 5;
  return w;
}

static void give(Scores *s, xmlNode *node, double points) {
  if (!node || node->type != XML_ELEMENT_NODE) return;
  if (!node->_private) {
    vec_push(&s->list, s->arena, (Choice){node, hint_weight(node)});
    if (!arena_ok(s->arena)) return;
    node->_private = (void *)(uintptr_t)s->list.n;
  }
  s->list.at[(uintptr_t)node->_private - 1].score += points;
}

static bool has_blocks(const xmlNode *node) {
  static const char *const blocks[] = {"p", "div", "ul", "ol", "table", "article", "section", "blockquote", "pre"};
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE && IS_ONE_OF(str_of((const char *)child->name), blocks)) return true;
  return false;
}

static bool is_paragraph(const xmlNode *node) {
  static const char *const paragraphs[] = {"p", "pre", "td", "blockquote"};
  if (IS_ONE_OF(str_of((const char *)node->name), paragraphs)) return true;
  return (html_is(node, "div") || html_is(node, "section") || html_is(node, "span")) && !has_blocks(node);
}

/* Text that stands in a block beside other blocks, lines parted by <br>. */
static void score_own_text(Scores *s, xmlNode *node) {
  enum { OWN_LEAST = 80 };
  Weight w = {0};
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_TEXT_NODE && child->content) weigh_text(str_of((const char *)child->content), false, &w);
  if (w.text < OWN_LEAST) return;
  double points = 1 + (double)w.commas + (double)w.text / 80;
  give(s, node, points);
  give(s, node->parent, points * 0.5);
}

static void score_paragraphs(Scores *s, xmlNode *node, uint32_t depth) {
  enum { PARAGRAPH_LEAST = 25 };
  if (depth > HTML_MAX_DEPTH) return;
  for (xmlNode *child = node->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (!is_paragraph(child)) {
      score_own_text(s, child);
      score_paragraphs(s, child, depth + 1);
      continue;
    }
    Weight w = weight_of(child);
    if (w.text < PARAGRAPH_LEAST) continue;
    double length = (double)w.text / 80, points = 1 + (double)w.commas + (length < 4 ? length : 4);
    points *= 1 - link_share(w);
    xmlNode *up = child->parent;
    double share[] = {1, 0.5, 0.25, 0.15};
    for (size_t i = 0; up && i < sizeof share / sizeof *share; i++, up = up->parent) give(s, up, points * share[i]);
  }
}

static Choice best_of(const Scores *s) {
  Choice best = {0};
  for (uint32_t i = 0; i < s->list.n; i++) {
    double score = s->list.at[i].score * (1 - link_share(weight_of(s->list.at[i].node)));
    if (!best.node || score > best.score) best = (Choice){s->list.at[i].node, score};
  }
  return best;
}

/* An element that says of itself that it is the article, and has most of what the best one has. */
static xmlNode *declared(xmlNode *node, size_t least, uint32_t depth) {
  if (depth > HTML_MAX_DEPTH) return NULL;
  for (xmlNode *child = node->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    bool body = str_eq(html_attribute(child, "itemprop"), STR("articleBody"));
    char hints[HINT_MAX];
    hints_of(child, hints);
    if ((body || ANY_IN(hints, article_hints)) && weight_of(child).text >= least) {
      xmlNode *inner = declared(child, least, depth + 1);
      return inner ? inner : child;
    }
    xmlNode *found = declared(child, least, depth + 1);
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
static bool is_link_block(const xmlNode *node) {
  static const char *const blocks[] = {"p",  "div", "ul", "ol", "li", "table", "section",
                                       "h2", "h3",  "h4", "h5", "h6", "dl"};
  if (!IS_ONE_OF(str_of((const char *)node->name), blocks)) return false;
  Weight w = weight_of(node);
  double share = link_share(w);
  bool list = html_is(node, "ul") || html_is(node, "ol") || html_is(node, "table") || html_is(node, "div") ||
              html_is(node, "section");
  return w.text > 0 && (share > 0.8 || (list && share > 0.5));
}

static void clean(xmlNode *node, uint32_t depth) {
  for (xmlNode *child = node->children, *next; child; child = next) {
    next = child->next;
    if (child->type != XML_ELEMENT_NODE) continue;
    if (depth > HTML_MAX_DEPTH || is_link_block(child) || html_is(child, "h1") || html_is(child, "time")) {
      xmlUnlinkNode(child);
      xmlFreeNode(child);
    } else {
      clean(child, depth + 1);
    }
  }
}

/* A heading with nothing behind it announces what was taken out. */
static void drop_last_headings(xmlNode *node) {
  for (xmlNode *child = node->last, *before; child; child = before) {
    before = child->prev;
    if (child->type != XML_ELEMENT_NODE) {
      if (weight_of(child).text) return;
      continue;
    }
    if (!is_heading(child) && weight_of(child).text) return;
    xmlUnlinkNode(child);
    xmlFreeNode(child);
  }
}

/* The best element's neighbours that read like it: a text cut up into several parts. */
static Str with_neighbours(Arena *arena, const Scores *s, Choice best) {
  if (!best.node->parent || best.node->parent->type != XML_ELEMENT_NODE) return html_render(arena, best.node);
  double least = best.score * 0.2;
  VEC(const xmlNode *) out = {0};
  for (xmlNode *node = best.node->parent->children; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    bool take = node == best.node;
    if (!take && node->_private) take = s->list.at[(uintptr_t)node->_private - 1].score >= (least > 10 ? least : 10);
    if (!take && html_is(node, "p")) {
      Weight w = weight_of(node);
      take = w.text > 80 && link_share(w) < 0.25;
    }
    if (take) vec_push(&out, arena, node);
  }
  return html_render_list(arena, out.at, out.n);
}

Str html_main(Arena *arena, xmlNode *root, bool strict) {
  strip(root, weight_of(root).text, strict, 0);
  Scores scores = {.arena = arena};
  score_paragraphs(&scores, root, 0);
  Choice best = best_of(&scores);
  if (!best.node) return html_render(arena, root);
  size_t whole = weight_of(best.node).text;
  xmlNode *own = declared(root, whole * 6 / 10 > TEXT_LEAST ? whole * 6 / 10 : TEXT_LEAST, 0);
  if (own) {
    clean(own, 0);
    drop_last_headings(own);
    return html_render(arena, own);
  }
  clean(best.node, 0);
  drop_last_headings(best.node);
  return with_neighbours(arena, &scores, best);
}
