/* What a page says of itself. A page says the same thing in many places, and not always
 * truly: each place has a rank, the lowest rank that tells a field wins, and of one rank the
 * first. JSON-LD (schema.org's NewsArticle and its kin) is written for machines and checked
 * by them, then OpenGraph, other <meta>, microdata and marked times, and last what is there
 * for the eye: the only <h1>, <title>, a <time> anywhere. Dates are taken as they are written
 * there; dates in the text are the engine's. */
#include "read/html_json.h"
#include "read/when.h"

/* ---------------------------------------------------------------- names of <meta> */

typedef struct MetaName {
  const char *name;
  HtmlField field;
  HtmlRank rank;
} MetaName;

/* Names and properties of <meta>, in small letters. */
static const MetaName meta_names[] = {{"og:title", HTML_TITLE, HTML_OPENGRAPH},
                                      {"twitter:title", HTML_TITLE, HTML_META},
                                      {"dc.title", HTML_TITLE, HTML_META},
                                      {"article:published_time", HTML_PUBLISHED, HTML_OPENGRAPH},
                                      {"og:article:published_time", HTML_PUBLISHED, HTML_OPENGRAPH},
                                      {"og:published_time", HTML_PUBLISHED, HTML_OPENGRAPH},
                                      {"datepublished", HTML_PUBLISHED, HTML_META},
                                      {"pubdate", HTML_PUBLISHED, HTML_META},
                                      {"publishdate", HTML_PUBLISHED, HTML_META},
                                      {"publish-date", HTML_PUBLISHED, HTML_META},
                                      {"publish_date", HTML_PUBLISHED, HTML_META},
                                      {"publication_date", HTML_PUBLISHED, HTML_META},
                                      {"published_at", HTML_PUBLISHED, HTML_META},
                                      {"dc.date.issued", HTML_PUBLISHED, HTML_META},
                                      {"dcterms.issued", HTML_PUBLISHED, HTML_META},
                                      {"dc.date", HTML_PUBLISHED, HTML_META},
                                      {"dc.date.created", HTML_PUBLISHED, HTML_META},
                                      {"dcterms.created", HTML_PUBLISHED, HTML_META},
                                      {"sailthru.date", HTML_PUBLISHED, HTML_META},
                                      {"parsely-pub-date", HTML_PUBLISHED, HTML_META},
                                      {"article.published", HTML_PUBLISHED, HTML_META},
                                      {"date", HTML_PUBLISHED, HTML_MARKED},
                                      {"og:site_name", HTML_OUTLET, HTML_OPENGRAPH},
                                      {"application-name", HTML_OUTLET, HTML_META},
                                      {"apple-mobile-web-app-title", HTML_OUTLET, HTML_SEEN},
                                      {"author", HTML_AUTHOR, HTML_META},
                                      {"article:author", HTML_AUTHOR, HTML_OPENGRAPH},
                                      {"dc.creator", HTML_AUTHOR, HTML_META},
                                      {"og:url", HTML_URL, HTML_OPENGRAPH},
                                      {"og:locale", HTML_LANG, HTML_OPENGRAPH},
                                      {"content-language", HTML_LANG, HTML_META}};

static Str lower(Arena *arena, Str s) {
  Str copy = arena_str(arena, s);
  for (size_t i = 0; copy.p && i < copy.n; i++)
    if (copy.p[i] >= 'A' && copy.p[i] <= 'Z') ((char *)(uintptr_t)copy.p)[i] = (char)(copy.p[i] + ('a' - 'A'));
  return copy;
}

static void read_named(Arena *arena, HtmlTold *told, Str name, Str value) {
  if (!name.n) return;
  Str key = lower(arena, name);
  for (size_t i = 0; i < sizeof meta_names / sizeof *meta_names; i++)
    if (str_eq(key, str_of(meta_names[i].name))) html_tell(arena, told, meta_names[i].field, meta_names[i].rank, value);
}

/* ---------------------------------------------------------------- what a field may be */

static bool is_address(Str s) { return str_starts(s, STR("http://")) || str_starts(s, STR("https://")); }

/* On one line, blanks as one. */
static Str one_line(Arena *arena, Str s) {
  enum { FIELD_MAX = 4096 };
  s = str_trim(s);
  if (s.n > FIELD_MAX) s.n = FIELD_MAX;
  char *out = arena_alloc(arena, s.n + 1, 1);
  size_t n = 0;
  for (size_t i = 0; out && i < s.n; i++) {
    bool blank = (uint8_t)s.p[i] <= ' ';
    if (!blank || (n && out[n - 1] != ' ')) out[n++] = blank ? ' ' : s.p[i];
  }
  return (Str){out, out ? n : 0};
}

void html_tell(Arena *arena, HtmlTold *told, HtmlField field, HtmlRank rank, Str value) {
  if (told->value[field].n && told->rank[field] <= (uint8_t)rank) return;
  value = field == HTML_PUBLISHED ? when_read(arena, str_trim(value)) : one_line(arena, value);
  if (!value.n) return;
  if (field == HTML_URL && !is_address(value)) return;
  if (field == HTML_AUTHOR && is_address(value)) return;
  told->value[field] = value;
  told->rank[field] = (uint8_t)rank;
}

/* ---------------------------------------------------------------- elements */

typedef struct Walk {
  Arena *arena;
  HtmlTold *told;
  Str heading;
  uint32_t headings;
} Walk;

static bool contains(Str s, const char *word) { return s.n && strstr(s.p, word); }

/* <time datetime>, and <abbr class="published" title> of older blogs. */
static void read_time(Walk *w, const xmlNode *node, bool in_article) {
  Str class = html_attribute(node, "class"), when = html_attribute(node, "datetime");
  bool marked = contains(class, "publish") || contains(class, "entry-date") || contains(class, "pubdate");
  if (!when.n && marked) when = html_attribute(node, "title");
  for (const xmlAttr *a = node->properties; a; a = a->next) marked |= strcmp((const char *)a->name, "pubdate") == 0;
  if (when.n)
    html_tell(w->arena, w->told, HTML_PUBLISHED, marked ? HTML_MARKED : in_article ? HTML_SEEN : HTML_LAST, when);
}

/* Microdata: the value stands in "content" or "datetime", or is the element's text. */
static void read_microdata(Walk *w, const xmlNode *node) {
  static const struct {
    const char *name;
    HtmlField field;
  } properties[] = {{"datePublished", HTML_PUBLISHED}, {"headline", HTML_TITLE}, {"inLanguage", HTML_LANG}};
  Str property = html_attribute(node, "itemprop");
  for (size_t i = 0; property.n && i < sizeof properties / sizeof *properties; i++) {
    if (!str_eq(property, str_of(properties[i].name))) continue;
    Str value = html_attribute(node, "content");
    if (!value.n) value = html_attribute(node, "datetime");
    if (!value.n) value = html_render(w->arena, node);
    html_tell(w->arena, w->told, properties[i].field, HTML_MARKED, value);
  }
}

static void read_meta(Walk *w, const xmlNode *node) {
  static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
  Str content = html_attribute(node, "content");
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    read_named(w->arena, w->told, html_attribute(node, keys[i]), content);
}

static void read_element(Walk *w, const xmlNode *node, bool in_article) {
  if (html_is(node, "meta")) {
    read_meta(w, node);
  } else if (html_is(node, "script") && str_eq(html_attribute(node, "type"), STR("application/ld+json"))) {
    html_read_json(w->arena, node, w->told);
  } else if (html_is(node, "link") && str_eq(html_attribute(node, "rel"), STR("canonical"))) {
    html_tell(w->arena, w->told, HTML_URL, HTML_CANONICAL, html_attribute(node, "href"));
  } else if (html_is(node, "title")) {
    html_tell(w->arena, w->told, HTML_TITLE, HTML_LAST, html_render(w->arena, node));
  } else if (html_is(node, "h1")) {
    if (!w->headings++) w->heading = html_render(w->arena, node);
  } else if (html_is(node, "time") || html_is(node, "abbr") || html_is(node, "span")) {
    read_time(w, node, in_article);
  } else if (html_is(node, "html")) {
    html_tell(w->arena, w->told, HTML_LANG, HTML_CANONICAL, html_attribute(node, "lang"));
  }
  read_microdata(w, node);
}

static void walk(Walk *w, const xmlNode *node, bool in_article, uint32_t depth) {
  if (depth > HTML_MAX_DEPTH) return;
  for (const xmlNode *child = node; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    read_element(w, child, in_article);
    walk(w, child->children, in_article || html_is(child, "article") || html_is(child, "main"), depth + 1);
  }
}

/* ---------------------------------------------------------------- all together */

/* «Title - Site», «Title | Site»: without the site. */
static Str without_site(Str title, Str outlet) {
  static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: "};
  for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
    Str mark = str_of(marks[k]);
    for (size_t i = title.n; i-- > 1;) {
      if (!str_starts(str_slice(title, i, title.n), mark)) continue;
      Str rest = str_trim(str_slice(title, i + mark.n, title.n));
      if (outlet.n ? str_eq(rest, outlet) : rest.n * 2 < i) return str_trim(str_slice(title, 0, i));
    }
  }
  return title;
}

HtmlMeta html_meta(Arena *arena, const xmlNode *root) {
  HtmlTold told = {0};
  Walk w = {.arena = arena, .told = &told};
  walk(&w, root, false, 0);
  if (w.headings == 1) html_tell(arena, &told, HTML_TITLE, HTML_SEEN, w.heading);
  HtmlMeta m = {.title = told.value[HTML_TITLE],
                .published = told.value[HTML_PUBLISHED],
                .outlet = told.value[HTML_OUTLET],
                .author = told.value[HTML_AUTHOR],
                .url = told.value[HTML_URL],
                .lang = told.value[HTML_LANG],
                .body = told.body};
  bool bare = told.rank[HTML_TITLE] >= HTML_LAST; /* a headline may have its own dash */
  if (bare || m.outlet.n) m.title = without_site(m.title, m.outlet);
  if (!m.published.n) m.published = when_in_address(arena, m.url);
  return m;
}
