/* See feed.h. Names are compared without their prefixes: "content:encoded" is `encoded`. */
#include "read/feed.h"

#include <libxml/parser.h>

#include "read/html.h"
#include "read/when.h"

bool feed_begins(Str head) {
  static const char *const roots[] = {"<rss", "<feed", "<rdf:RDF", "<RDF"};
  if (head.n > 2048) head.n = 2048;
  if (!head.n || head.p[0] != '<') return false;
  for (size_t i = 0; i < head.n; i++)
    for (size_t k = 0; k < sizeof roots / sizeof *roots; k++)
      if (str_starts(str_slice(head, i, head.n), str_of(roots[k]))) return true;
  return false;
}

static bool is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static bool is_entry(const xmlNode *node) { return is(node, "item") || is(node, "entry"); }

/* The text below an element, in the arena. */
static Str content(Arena *arena, const xmlNode *node) {
  xmlChar *bytes = xmlNodeGetContent(node);
  Str copy = bytes ? str_trim(arena_str(arena, str_of((const char *)bytes))) : STR_NONE;
  xmlFree(bytes);
  return copy;
}

static xmlNode *entry_from(xmlNode *node) {
  while (node && !is_entry(node)) node = node->next;
  return node;
}

/* Entries stand in the channel (RSS 2.0), beside it (RSS 1.0), or in the root (Atom). */
ErrorCode feed_open(Feed *feed, Str bytes, Str what, ErrorInfo *info) {
  *feed = (Feed){0};
  int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_NOCDATA;
  if (bytes.n <= INT32_MAX) feed->doc = xmlReadMemory(bytes.p, (int)bytes.n, NULL, NULL, options);
  xmlNode *root = feed->doc ? xmlDocGetRootElement(feed->doc) : NULL;
  if (!root) {
    feed_close(feed);
    return error_set(info, ERROR_FORMAT, what, 0, "no feed can be read from it");
  }
  if (feed->doc->intSubset && feed->doc->intSubset->entities) { /* they may grow without a bound */
    feed_close(feed);
    return error_set(info, ERROR_FORMAT, what, 0, "a feed that declares entities of its own is not read");
  }
  xmlNode *channel = root;
  for (xmlNode *child = root->children; child; child = child->next)
    if (is(child, "channel")) channel = child;
  feed->next = entry_from(channel->children);
  if (!feed->next) feed->next = entry_from(root->children);
  for (xmlNode *child = channel->children; child; child = child->next)
    if (is(child, "title") && child->children && child->children->content)
      feed->outlet = str_of((const char *)child->children->content);
  return ERROR_OK;
}

void feed_close(Feed *feed) {
  if (feed->doc) xmlFreeDoc(feed->doc);
  *feed = (Feed){0};
}

typedef struct Entry {
  Str full, summary;
} Entry;

static void read_field(Arena *arena, const xmlNode *node, Document *d, Entry *e) {
  if (is(node, "title"))
    d->title = html_text(arena, content(arena, node));
  else if (is(node, "link")) {
    Str rel = html_attribute(node, "rel"), href = html_attribute(node, "href");
    if (!d->url.n && (!rel.n || str_eq(rel, STR("alternate"))))
      d->url = href.n ? arena_str(arena, href) : content(arena, node);
  } else if (is(node, "guid") || is(node, "id"))
    d->id = content(arena, node);
  else if (is(node, "pubDate") || is(node, "published") || is(node, "date") || (is(node, "updated") && !d->published.n))
    d->published = when_read(arena, content(arena, node));
  else if (is(node, "author") || is(node, "creator"))
    d->author = content(arena, node);
  else if (is(node, "encoded") || is(node, "content"))
    e->full = html_text(arena, content(arena, node));
  else if (is(node, "description") || is(node, "summary"))
    e->summary = html_text(arena, content(arena, node));
}

bool feed_next(Feed *feed, Arena *arena, Document *d) {
  const xmlNode *entry = feed->next;
  if (!entry) return false;
  feed->next = entry_from(entry->next);
  feed->n++;
  Entry e = {0};
  for (const xmlNode *child = entry->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE) read_field(arena, child, d, &e);
  d->text = e.full.n >= e.summary.n ? e.full : e.summary;
  if (!d->text.p) d->text = STR("");
  if (!d->outlet.n) d->outlet = arena_str(arena, str_trim(feed->outlet));
  return true;
}
