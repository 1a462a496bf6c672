/* What a page says of itself. Of each thing the first that is told, in this order: JSON-LD
 * (schema.org's NewsArticle and its kin), OpenGraph, other <meta>, microdata and <time>, the
 * address. Dates are taken as they are written there; dates in the text are the engine's. */
#include <json-c/json.h>

#include "read/html.h"
#include "read/when.h"

typedef struct json_object Json;

static void take(Arena *arena, Str *into, Str value) {
  value = str_trim(value);
  if (!into->n && value.n) *into = arena_str(arena, value);
}

static void take_date(Arena *arena, Str *into, Str value) {
  if (!into->n) *into = when_read(arena, str_trim(value));
}

/* ---------------------------------------------------------------- JSON-LD */

enum { JSON_DEPTH = 32, JSON_NODES = 256 };

static Json *get(Json *object, const char *key) {
  Json *value = NULL;
  return object && json_object_is_type(object, json_type_object) && json_object_object_get_ex(object, key, &value)
             ? value
             : NULL;
}

static Str text_of(Json *v) {
  if (v && json_object_is_type(v, json_type_array) && json_object_array_length(v)) v = json_object_array_get_idx(v, 0);
  if (v && json_object_is_type(v, json_type_object)) {
    Json *name = get(v, "name");
    v = name ? name : get(v, "@id");
  }
  if (!v || !json_object_is_type(v, json_type_string)) return STR_NONE;
  return (Str){json_object_get_string(v), (size_t)json_object_get_string_len(v)};
}

static bool is_article(Json *object) {
  static const char *const kinds[] = {"NewsArticle",     "Article", "ReportageNewsArticle", "BlogPosting",
                                      "LiveBlogPosting", "Report",  "AnalysisNewsArticle",  "OpinionNewsArticle"};
  Json *type = get(object, "@type");
  size_t n = type && json_object_is_type(type, json_type_array) ? json_object_array_length(type) : 1;
  for (size_t i = 0; type && i < n; i++) {
    Json *one = json_object_is_type(type, json_type_array) ? json_object_array_get_idx(type, i) : type;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
      if (str_eq(text_of(one), str_of(kinds[k]))) return true;
  }
  return false;
}

static void read_article(Arena *arena, Json *o, HtmlMeta *m) {
  take(arena, &m->title, text_of(get(o, "headline")));
  take_date(arena, &m->published, text_of(get(o, "datePublished")));
  take(arena, &m->author, text_of(get(o, "author")));
  take(arena, &m->outlet, text_of(get(o, "publisher")));
  take(arena, &m->url, text_of(get(o, "url")));
  take(arena, &m->language, text_of(get(o, "inLanguage")));
  Str body = text_of(get(o, "articleBody"));
  if (!m->body.n && body.n) m->body = html_text(arena, body);
}

/* The article may stand in a list, in "@graph", or in "mainEntity". */
static void find_article(Arena *arena, Json *v, HtmlMeta *m, uint32_t *nodes) {
  if (!v || ++*nodes > JSON_NODES) return;
  if (json_object_is_type(v, json_type_array)) {
    for (size_t i = 0; i < json_object_array_length(v); i++)
      find_article(arena, json_object_array_get_idx(v, i), m, nodes);
    return;
  }
  if (!json_object_is_type(v, json_type_object)) return;
  if (is_article(v)) read_article(arena, v, m);
  find_article(arena, get(v, "@graph"), m, nodes);
  find_article(arena, get(v, "mainEntity"), m, nodes);
}

static void read_json_ld(Arena *arena, const xmlNode *script, HtmlMeta *m) {
  const xmlNode *child = script->children;
  if (!child || !child->content) return;
  struct json_tokener *tokener = json_tokener_new_ex(JSON_DEPTH);
  if (!tokener) return;
  size_t n = strlen((const char *)child->content);
  Json *v = n <= INT32_MAX ? json_tokener_parse_ex(tokener, (const char *)child->content, (int)n) : NULL;
  uint32_t nodes = 0;
  find_article(arena, v, m, &nodes);
  if (v) json_object_put(v);
  json_tokener_free(tokener);
}

/* ---------------------------------------------------------------- meta, link, time */

typedef enum Field { TITLE, PUBLISHED, OUTLET, AUTHOR, URL } Field;

typedef struct MetaName {
  const char *name;
  Field field;
} MetaName;

/* Names and properties of <meta>, and itemprop of any element. */
static const MetaName meta_names[] = {{"og:title", TITLE},
                                      {"twitter:title", TITLE},
                                      {"article:published_time", PUBLISHED},
                                      {"og:article:published_time", PUBLISHED},
                                      {"datepublished", PUBLISHED},
                                      {"pubdate", PUBLISHED},
                                      {"publishdate", PUBLISHED},
                                      {"publish-date", PUBLISHED},
                                      {"dc.date.issued", PUBLISHED},
                                      {"dc.date", PUBLISHED},
                                      {"dcterms.created", PUBLISHED},
                                      {"sailthru.date", PUBLISHED},
                                      {"parsely-pub-date", PUBLISHED},
                                      {"date", PUBLISHED},
                                      {"og:site_name", OUTLET},
                                      {"application-name", OUTLET},
                                      {"author", AUTHOR},
                                      {"article:author", AUTHOR},
                                      {"og:url", URL}};

static Str lower(Arena *arena, Str s) {
  Str copy = arena_str(arena, s);
  for (size_t i = 0; copy.p && i < copy.n; i++)
    if (copy.p[i] >= 'A' && copy.p[i] <= 'Z') ((char *)(uintptr_t)copy.p)[i] = (char)(copy.p[i] + ('a' - 'A'));
  return copy;
}

static void put(Arena *arena, HtmlMeta *m, Field field, Str value) {
  if (field == PUBLISHED)
    take_date(arena, &m->published, value);
  else
    take(arena,
         field == TITLE    ? &m->title
         : field == OUTLET ? &m->outlet
         : field == AUTHOR ? &m->author
                           : &m->url,
         value);
}

static void read_named(Arena *arena, HtmlMeta *m, const xmlNode *node, Str name, Str value) {
  if (!name.n) return;
  Str key = lower(arena, name);
  for (size_t i = 0; i < sizeof meta_names / sizeof *meta_names; i++)
    if (str_eq(key, str_of(meta_names[i].name))) {
      bool address = meta_names[i].field == AUTHOR && str_starts(value, STR("http"));
      if (!address) put(arena, m, meta_names[i].field, value);
    }
  (void)node;
}

/* What is weaker than what is said in so many words. */
typedef struct Weak {
  Str title, heading, time, url;
  uint32_t headings;
} Weak;

static void read_element(Arena *arena, const xmlNode *node, HtmlMeta *m, Weak *weak) {
  if (html_is(node, "meta")) {
    Str content = html_attribute(node, "content");
    read_named(arena, m, node, html_attribute(node, "property"), content);
    read_named(arena, m, node, html_attribute(node, "name"), content);
    read_named(arena, m, node, html_attribute(node, "itemprop"), content);
  } else if (html_is(node, "script") && str_eq(html_attribute(node, "type"), STR("application/ld+json"))) {
    read_json_ld(arena, node, m);
  } else if (html_is(node, "link") && str_eq(html_attribute(node, "rel"), STR("canonical"))) {
    take(arena, &weak->url, html_attribute(node, "href"));
  } else if (html_is(node, "title")) {
    if (!weak->title.n) weak->title = html_render(arena, node);
  } else if (html_is(node, "h1")) {
    if (!weak->headings++) weak->heading = html_render(arena, node);
  } else if (html_is(node, "time") || html_attribute(node, "datetime").n) {
    take_date(arena, &weak->time, html_attribute(node, "datetime"));
  }
  if (html_is(node, "html")) take(arena, &m->language, html_attribute(node, "lang"));
}

static void walk(Arena *arena, const xmlNode *node, HtmlMeta *m, Weak *weak, uint32_t depth) {
  if (depth > HTML_MAX_DEPTH) return;
  for (const xmlNode *child = node; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    read_element(arena, child, m, weak);
    walk(arena, child->children, m, weak, depth + 1);
  }
}

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
  HtmlMeta m = {0};
  Weak weak = {0};
  walk(arena, root, &m, &weak, 0);
  take(arena, &m.url, weak.url);
  if (!m.title.n) m.title = weak.headings == 1 ? weak.heading : without_site(weak.title, m.outlet);
  m.title = without_site(m.title, m.outlet);
  if (!m.published.n) m.published = weak.time;
  if (!m.published.n) m.published = when_in_address(arena, m.url);
  return m;
}
