/* See feed.h. An element is what its name says only in a namespace of feeds: «media:title»
 * and «media:content» are a picture's. Libraries of feeds differ in which of two fields they
 * fill; of the texts the longer is taken, of the dates that of publication. */
#include "read/feed.h"

#include <libxml/parser.h>

#include "read/html.h"
#include "read/when.h"

/* The namespaces by what their addresses contain; an element without one is of the feed. */
static bool in_feed(const xmlNode *node) {
  static const char *const spaces[] = {"www.w3.org/2005/Atom",
                                       "purl.org/atom/ns",
                                       "purl.org/rss/1.0",
                                       "backend.userland.com",
                                       "purl.org/dc/elements/1.1",
                                       "purl.org/dc/terms",
                                       "my.netscape.com/rdf",
                                       "rssnamespace.org/feedburner",
                                       "www.w3.org/1999/02/22-rdf-syntax-ns"};
  if (!node->ns || !node->ns->href) return !strchr((const char *)node->name, ':');
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
    if (strstr((const char *)node->ns->href, spaces[i])) return true;
  return false;
}

/* "content:encoded" is `encoded` where its prefix is declared, and whole where it is not. */
static bool is(const xmlNode *node, const char *name) {
  if (node->type != XML_ELEMENT_NODE || !in_feed(node)) return false;
  return strcmp((const char *)node->name, name) == 0;
}

static bool is_entry(const xmlNode *node) { return is(node, "item") || is(node, "entry"); }

/* The text below an element, in the arena. */
static Str content(Arena *arena, const xmlNode *node) {
  xmlChar *bytes = xmlNodeGetContent(node);
  Str copy = bytes ? str_trim(arena_str(arena, str_of((const char *)bytes))) : STR_NONE;
  xmlFree(bytes);
  return copy;
}

/* The same of HTML written as text, or of Atom's XHTML, whose elements are elements. */
static Str rendered(Arena *arena, const xmlNode *node) {
  if (str_eq(html_attribute(node, "type"), STR("xhtml"))) return html_render(arena, node);
  return html_text(arena, content(arena, node));
}

static const xmlNode *child_of(const xmlNode *node, const char *name) {
  for (const xmlNode *child = node->children; child; child = child->next)
    if (is(child, name)) return child;
  return NULL;
}

static xmlNode *entry_from(xmlNode *node) {
  while (node && !is_entry(node)) node = node->next;
  return node;
}

static Str own_text(const xmlNode *node) {
  for (const xmlNode *child = node ? node->children : NULL; child; child = child->next)
    if (child->content && str_trim(str_of((const char *)child->content)).n)
      return str_trim(str_of((const char *)child->content));
  return STR_NONE;
}

static ErrorCode refuse(Feed *feed, Str what, const char *why, ErrorInfo *info) {
  feed_close(feed);
  return error_set(info, ERROR_FORMAT, what, 0, "%s", why);
}

/* Entries stand in the channel (RSS 2.0), beside it (RSS 1.0), or in the root (Atom). */
ErrorCode feed_open(Feed *feed, Arena *arena, Str bytes, Str what, ErrorInfo *info) {
  *feed = (Feed){0};
  int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_NOCDATA;
  bytes = feed_mend(arena, bytes);
  if (bytes.n && bytes.n <= INT32_MAX) feed->doc = xmlReadMemory(bytes.p, (int)bytes.n, NULL, "UTF-8", options);
  xmlNode *root = feed->doc ? xmlDocGetRootElement(feed->doc) : NULL;
  if (!root) return refuse(feed, what, "no feed can be read from it", info);
  if (feed->doc->intSubset && feed->doc->intSubset->entities) /* they may grow without a bound */
    return refuse(feed, what, "a feed that declares entities of its own is not read", info);
  const xmlNode *channel = child_of(root, "channel");
  if (!channel) channel = root;
  feed->next = entry_from(channel->children);
  if (!feed->next) feed->next = entry_from(root->children);
  feed->outlet = own_text(child_of(channel, "title"));
  feed->lang = own_text(child_of(channel, "language"));
  if (!feed->lang.n) feed->lang = html_attribute(root, "lang"); /* xml:lang */
  return ERROR_OK;
}

void feed_close(Feed *feed) {
  if (feed->doc) xmlFreeDoc(feed->doc);
  *feed = (Feed){0};
}

/* ---------------------------------------------------------------- one entry */

typedef struct Entry {
  Document *d;
  Str full, summary, updated, source;
  Str links[3]; /* the original before a counting redirect; the entry's; its id where that is one */
} Entry;

static void read_link(Arena *arena, const xmlNode *node, Entry *e) {
  Str rel = html_attribute(node, "rel"), href = html_attribute(node, "href");
  if (e->links[1].n || (rel.n && !str_eq(rel, STR("alternate")))) return;
  e->links[1] = href.n ? arena_str(arena, href) : content(arena, node);
}

static void read_id(Arena *arena, const xmlNode *node, Entry *e) {
  e->d->id = content(arena, node);
  bool address = str_starts(e->d->id, STR("http://")) || str_starts(e->d->id, STR("https://"));
  if (address && !str_eq(html_attribute(node, "isPermaLink"), STR("false"))) e->links[2] = e->d->id;
}

static void read_author(Arena *arena, const xmlNode *node, Entry *e) {
  const xmlNode *name = child_of(node, "name"); /* Atom tells address and mailbox beside it */
  if (!e->d->author.n) e->d->author = content(arena, name ? name : node);
}

static void read_source(Arena *arena, const xmlNode *node, Entry *e) {
  const xmlNode *title = child_of(node, "title");
  e->source = content(arena, title ? title : node);
}

static void read_full(Arena *arena, const xmlNode *node, Entry *e) {
  Str text = rendered(arena, node);
  if (text.n > e->full.n) e->full = text;
}

static void read_summary(Arena *arena, const xmlNode *node, Entry *e) {
  Str text = rendered(arena, node);
  if (text.n > e->summary.n) e->summary = text;
}

static void read_title(Arena *arena, const xmlNode *node, Entry *e) { e->d->title = rendered(arena, node); }

static void read_date(Arena *arena, const xmlNode *node, Entry *e) {
  if (!e->d->published.n) e->d->published = when_read(arena, content(arena, node));
}

static void read_updated(Arena *arena, const xmlNode *node, Entry *e) {
  e->updated = when_read(arena, content(arena, node));
}

static void read_original(Arena *arena, const xmlNode *node, Entry *e) { e->links[0] = content(arena, node); }

static const struct {
  const char *name;
  void (*read)(Arena *arena, const xmlNode *node, Entry *e);
} fields[] = {{"title", read_title},
              {"link", read_link},
              {"guid", read_id},
              {"id", read_id},
              {"pubDate", read_date},
              {"published", read_date},
              {"date", read_date},
              {"issued", read_date},
              {"updated", read_updated},
              {"modified", read_updated},
              {"author", read_author},
              {"creator", read_author},
              {"source", read_source},
              {"content", read_full},
              {"description", read_summary},
              {"summary", read_summary},
              {"origLink", read_original}};

/* The content module's one element has a namespace of its own. */
static bool is_encoded(const xmlNode *node) {
  const char *name = (const char *)node->name;
  if (!node->ns) return strcmp(name, "content:encoded") == 0;
  return strcmp(name, "encoded") == 0 && strstr((const char *)node->ns->href, "rss/1.0/modules/content");
}

bool feed_next(Feed *feed, Arena *arena, const Furniture *furniture, Document *d) {
  const xmlNode *entry = feed->next;
  if (!entry) return false;
  feed->next = entry_from(entry->next);
  Entry e = {.d = d};
  for (const xmlNode *child = entry->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (is_encoded(child)) read_full(arena, child, &e);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
      if (is(child, fields[i].name)) fields[i].read(arena, child, &e);
  }
  d->text = furniture_clean(furniture, arena, e.full.n >= e.summary.n ? e.full : e.summary);
  if (!d->text.p) d->text = STR("");
  if (!d->published.n) d->published = e.updated;
  for (size_t i = 0; i < 3 && !d->url.n; i++) d->url = e.links[i];
  d->outlet = e.source.n ? e.source : arena_str(arena, feed->outlet);
  d->lang = arena_str(arena, feed->lang);
  return true;
}
