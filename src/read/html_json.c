/* The article may stand alone, in a list, in "@graph" (where its author and publisher are
 * often told by reference, and stand beside it), or in "mainEntity". */
#include "read/html_json.h"

#include <json-c/json.h>

typedef struct json_object Json;

enum { JSON_DEPTH = 32, JSON_NODES = 256, JSON_AUTHORS = 8, JSON_MAX = 2 * 1024 * 1024 };

typedef struct Graph {
  Arena *arena;
  HtmlTold *told;
  Json *root;
  uint32_t nodes; /* seen, over all searches */
} Graph;

static Json *get(Json *object, const char *key) {
  Json *value = NULL;
  return object && json_object_is_type(object, json_type_object) && json_object_object_get_ex(object, key, &value)
             ? value
             : NULL;
}

static Str string_of(Json *v) {
  if (!v || !json_object_is_type(v, json_type_string)) return STR_NONE;
  return (Str){json_object_get_string(v), (size_t)json_object_get_string_len(v)};
}

static size_t list_length(Json *v) {
  return v && json_object_is_type(v, json_type_array) ? json_object_array_length(v) : v ? 1 : 0;
}

/* One of a list, or the thing itself. */
static Json *list_at(Json *v, size_t i) {
  return json_object_is_type(v, json_type_array) ? json_object_array_get_idx(v, i) : v;
}

/* The node that a reference means. */
static Json *find_node(Graph *g, Json *v, Str id) {
  if (!v || ++g->nodes > JSON_NODES) return NULL;
  Json *within = json_object_is_type(v, json_type_array) ? v : get(v, "@graph");
  if (get(v, "name") && str_eq(string_of(get(v, "@id")), id)) return v;
  for (size_t i = 0; within && i < list_length(within); i++) {
    Json *found = find_node(g, list_at(within, i), id);
    if (found) return found;
  }
  return NULL;
}

/* A string, or the name of a person, an organisation or whatever is meant by a reference. */
static Str name_of(Graph *g, Json *v) {
  if (!v || !json_object_is_type(v, json_type_object)) return string_of(v);
  Str name = string_of(get(v, "name")), id = string_of(get(v, "@id"));
  if (!name.n && id.n) name = string_of(get(find_node(g, g->root, id), "name"));
  return name;
}

/* Names of a list, parted by commas. */
static Str names_of(Graph *g, Json *v) {
  Str all = STR_NONE;
  for (size_t i = 0; i < list_length(v) && i < JSON_AUTHORS; i++) {
    Str name = str_trim(name_of(g, list_at(v, i)));
    if (!name.n) continue;
    all = all.n ? arena_printf(g->arena, "%.*s, %.*s", STR_ARG(all), STR_ARG(name)) : name;
  }
  return all;
}

/* Headlines have HTML's entities in them as often as not. */
static Str unescaped(Graph *g, Str s) {
  return s.n && memchr(s.p, '&', s.n) && memchr(s.p, ';', s.n) ? html_text(g->arena, s) : s;
}

static bool is_a(Json *object, const char *const *kinds, size_t n) {
  Json *type = get(object, "@type");
  for (size_t i = 0; i < list_length(type); i++)
    for (size_t k = 0; k < n; k++)
      if (str_eq(string_of(list_at(type, i)), str_of(kinds[k]))) return true;
  return false;
}

static void read_page(Graph *g, Json *o, HtmlRank rank) {
  html_tell(g->arena, g->told, HTML_PUBLISHED, rank, string_of(get(o, "datePublished")));
  html_tell(g->arena, g->told, HTML_AUTHOR, rank, names_of(g, get(o, "author")));
  html_tell(g->arena, g->told, HTML_OUTLET, rank, names_of(g, get(o, "publisher")));
  html_tell(g->arena, g->told, HTML_LANG, rank,
            string_of(list_length(get(o, "inLanguage")) ? list_at(get(o, "inLanguage"), 0) : NULL));
}

static void read_article(Graph *g, Json *o) {
  html_tell(g->arena, g->told, HTML_TITLE, HTML_JSON, unescaped(g, string_of(get(o, "headline"))));
  html_tell(g->arena, g->told, HTML_PUBLISHED, HTML_JSON_PAGE, string_of(get(o, "dateCreated")));
  html_tell(g->arena, g->told, HTML_URL, HTML_MARKED, string_of(get(o, "url")));
  Json *page = get(o, "mainEntityOfPage");
  html_tell(g->arena, g->told, HTML_URL, HTML_MARKED,
            page && get(page, "@id") ? string_of(get(page, "@id")) : string_of(page));
  Str body = string_of(get(o, "articleBody"));
  if (!g->told->body.n && body.n) g->told->body = html_text(g->arena, body);
  read_page(g, o, HTML_JSON);
}

static void find_article(Graph *g, Json *v) {
  static const char *const articles[] = {"NewsArticle",       "Article", "ReportageNewsArticle", "BlogPosting",
                                         "LiveBlogPosting",   "Report",  "AnalysisNewsArticle",  "OpinionNewsArticle",
                                         "SocialMediaPosting"};
  static const char *const pages[] = {"WebPage", "ItemPage"};
  if (!v || ++g->nodes > JSON_NODES) return;
  if (json_object_is_type(v, json_type_array)) {
    for (size_t i = 0; i < list_length(v); i++) find_article(g, list_at(v, i));
    return;
  }
  if (!json_object_is_type(v, json_type_object)) return;
  if (is_a(v, articles, sizeof articles / sizeof *articles)) read_article(g, v);
  if (is_a(v, pages, sizeof pages / sizeof *pages)) read_page(g, v, HTML_JSON_PAGE);
  find_article(g, get(v, "@graph"));
  find_article(g, get(v, "mainEntity"));
}

/* Some set comment marks around it, for browsers of twenty years ago. */
static Str bare(Str s) {
  static const char *const around[] = {"<!--",      "-->", "//<![CDATA[",   "//]]>",
                                       "<![CDATA[", "]]>", "/*<![CDATA[*/", "/*]]>*/"};
  for (size_t i = 0; i < sizeof around / sizeof *around; i += 2) {
    Str before = str_of(around[i]), after = str_of(around[i + 1]);
    s = str_trim(s);
    if (!str_starts(s, before) || s.n < before.n + after.n) continue;
    s = str_slice(s, before.n, s.n);
    if (str_eq(str_slice(s, s.n - after.n, s.n), after)) s = str_slice(s, 0, s.n - after.n);
  }
  return str_trim(s);
}

void html_read_json(Arena *arena, const xmlNode *script, HtmlTold *told) {
  const xmlNode *child = script->children;
  struct json_tokener *tokener = child && child->content ? json_tokener_new_ex(JSON_DEPTH) : NULL;
  if (!tokener) return;
  Str text = bare(str_of((const char *)child->content));
  Graph g = {.arena = arena, .told = told};
  if (text.n <= JSON_MAX) g.root = json_tokener_parse_ex(tokener, text.p, (int)text.n);
  find_article(&g, g.root);
  if (g.root) json_object_put(g.root);
  json_tokener_free(tokener);
}
