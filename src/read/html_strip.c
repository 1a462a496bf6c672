/* What on a page is no part of its text by its element, its role, or the words of its class
 * and id: menus, share buttons, comments, teasers, captions, forms. Names are believed only so
 * far: what holds half the page is the page, and long prose stays unless it is called what
 * prose can be, too (comments). What a block's own words say of it is furniture.c's. */
#include <ctype.h>

#include "read/html_tree.h"

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
/* Words that hold of prose, too: comments are prose. */
static const char *const never_article_hints[] = {"comment",   "disqus",   "related", "recommend",  "cookie",
                                                  "footer",    "sidebar",  "subscri", "newsletter", "disclaimer",
                                                  "copyright", "outbrain", "taboola", "references", "reflist"};
static const char *const furniture_elements[] = {
    "nav",        "aside",    "footer", "script", "style", "noscript", "iframe",   "button", "select", "svg",
    "figcaption", "template", "object", "video",  "audio", "input",    "textarea", "figure", "menu",   "dialog"};
static const char *const furniture_roles[] = {"navigation", "banner", "complementary", "contentinfo",
                                              "search",     "dialog", "menu",          "alert"};

enum { PROSE_LEAST = 600 };

/* Words of a class or id that speak for an article, though one of the others stands beside. */
static const char *const article_hints[] = {
    "article-body",     "articlebody",   "article__body", "story-body",   "storybody",  "article-content",
    "article__content", "entry-content", "post-content",  "post-body",    "postbody",   "body-content",
    "story-content",    "article-text",  "article_body",  "main-content", "maincontent"};
static bool any_in(const char *text, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (strstr(text, words[i])) return true;
  return false;
}
#define ANY_IN(text, words) any_in((text), (words), sizeof(words) / sizeof *(words))

bool html_one_of(Str s, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (str_eq(s, str_of(words[i]))) return true;
  return false;
}
void html_hints(const xmlNode *node, char out[HTML_HINTS]) {
  Str parts[] = {html_attribute(node, "class"), html_attribute(node, "id")};
  size_t n = 0;
  for (size_t k = 0; k < 2; k++) {
    for (size_t i = 0; i < parts[k].n && n < HTML_HINTS - 2; i++)
      out[n++] = (char)tolower((unsigned char)parts[k].p[i]);
    out[n++] = ' ';
  }
  out[n < HTML_HINTS ? n : HTML_HINTS - 1] = 0;
}

bool html_hints_article(const char *hints) { return ANY_IN(hints, article_hints); }

static bool hidden(const xmlNode *node) {
  Str style = html_attribute(node, "style");
  if (style.n && (strstr(style.p, "display:none") || strstr(style.p, "display: none"))) return true;
  if (str_eq(html_attribute(node, "aria-hidden"), STR("true"))) return true;
  for (const xmlAttr *a = node->properties; a; a = a->next)
    if (strcmp((const char *)a->name, "hidden") == 0) return true;
  return false;
}

static bool is_furniture(const HtmlTable *table, const xmlNode *node, size_t page, bool strict) {
  Str name = html_name(node);
  if (HTML_ONE_OF(name, furniture_elements) || hidden(node)) return true;
  if (html_is(node, "form") && 2 * (size_t)html_weight(table, node).text < page)
    return true; /* some put the whole page into one */
  if (HTML_ONE_OF(html_attribute(node, "role"), furniture_roles)) return true;
  if (!strict || html_is(node, "body") || html_is(node, "html") || html_is(node, "article") || html_is(node, "main"))
    return false;
  if (str_eq(html_attribute(node, "itemprop"), STR("articleBody"))) return false;
  char hints[HTML_HINTS];
  html_hints(node, hints);
  if (!ANY_IN(hints, furniture_hints) || html_hints_article(hints)) return false;
  HtmlWeight w = html_weight(table, node);
  if (2 * (size_t)w.text >= page) return false; /* a wrapper of the whole page may be called anything */
  bool prose = w.text >= PROSE_LEAST && html_link_share(w) < 0.25;
  return !prose || ANY_IN(hints, never_article_hints);
}

static void strip(const HtmlTable *table, xmlNode *node, size_t page, bool strict, uint32_t depth) {
  for (xmlNode *child = node->children, *next; child; child = next) {
    next = child->next;
    bool gone =
        child->type == XML_COMMENT_NODE || child->type == XML_PI_NODE ||
        (child->type == XML_ELEMENT_NODE && (depth > HTML_MAX_DEPTH || is_furniture(table, child, page, strict)));
    if (gone) {
      xmlUnlinkNode(child);
      xmlFreeNode(child);
    } else if (child->type == XML_ELEMENT_NODE) {
      strip(table, child, page, strict, depth + 1);
    }
  }
}

void html_strip(HtmlTable *table, xmlNode *root, bool strict) {
  strip(table, root, html_weight(table, root).text, strict, 0);
}
