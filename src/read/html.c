/* See html.h. A page whose own data (JSON-LD) holds the whole article gives that text where
 * the page's blocks give much less: some sites draw their text by script. */
#include "read/html.h"

#include <libxml/HTMLparser.h>

#include "read/when.h"

Str html_attribute(const xmlNode *node, const char *name) {
  for (const xmlAttr *a = node->properties; a; a = a->next)
    if (strcmp((const char *)a->name, name) == 0)
      return a->children && a->children->content ? str_of((const char *)a->children->content) : STR_NONE;
  return STR_NONE;
}

bool html_is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

enum { PAGE_MAX = 8 * 1024 * 1024 }; /* bytes: a tree takes some forty times its page */

static xmlDoc *parse(Str bytes) {
  if (bytes.n > PAGE_MAX || !bytes.n || !html_affordable(bytes)) return NULL;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  return htmlReadMemory(bytes.p, (int)bytes.n, NULL, "UTF-8", options);
}

enum { TEXT_LEAST = 250 }; /* bytes of a text that may be an article */

static void take(Str *into, Str value) {
  if (!into->n) *into = value;
}

static Str read_again(Arena *arena, Str bytes) {
  xmlDoc *doc = parse(bytes);
  xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
  Str text = root ? html_main(arena, root, false) : STR_NONE;
  if (doc) xmlFreeDoc(doc);
  return text;
}

/* Browsers write the address that a page was saved from into a comment at its top:
 * "<!-- saved from url=(0031)https://example.org/2024/07/17/ -->", with the address's length. */
static Str saved_from(Arena *arena, Str bytes) {
  enum { HEAD = 2048 };
  const Str mark = STR("<!-- saved from url=(");
  Str head = {bytes.p, bytes.n < HEAD ? bytes.n : HEAD};
  for (size_t i = 0; i + mark.n < head.n; i++) {
    if (head.p[i] != '<' || !str_starts(str_slice(head, i, head.n), mark)) continue;
    Str rest = str_slice(head, i + mark.n, head.n);
    uint32_t length;
    if (!str_to_u32(str_cut(&rest, ')'), &length) || length > rest.n) return STR_NONE;
    Str url = str_slice(rest, 0, length);
    return str_starts(url, STR("http")) ? arena_str(arena, url) : STR_NONE;
  }
  return STR_NONE;
}

static Str longer(Str a, Str b) { return b.n > a.n ? b : a; }

ErrorCode html_read(Arena *arena, Str bytes, const Furniture *furniture, Str what, Document *d, ErrorInfo *info) {
  if (bytes.n > PAGE_MAX) return error_set(info, ERROR_TOO_LARGE, what, 0, "a web page of more than 8 MiB");
  if (!html_affordable(bytes))
    return error_set(info, ERROR_TOO_LARGE, what, 0, "more than 400,000 elements and attributes");
  xmlDoc *doc = parse(bytes);
  xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
  if (!root) {
    if (doc) xmlFreeDoc(doc);
    return error_set(info, ERROR_FORMAT, what, 0, "a web page with nothing in it");
  }
  HtmlMeta meta = html_meta(arena, root);
  Str text = html_main(arena, root, true);
  xmlFreeDoc(doc);
  if (text.n < TEXT_LEAST) text = longer(text, read_again(arena, bytes));
  if (meta.body.n > 2 * text.n) text = meta.body;
  text = furniture_clean(furniture, arena, text);
  take(&d->title, meta.title);
  take(&d->published, meta.published);
  take(&d->outlet, meta.outlet);
  take(&d->author, meta.author);
  take(&d->url, meta.url);
  take(&d->url, saved_from(arena, bytes));
  take(&d->lang, meta.lang);
  if (!d->published.n) d->published = when_in_address(arena, d->url);
  d->text = text.p ? text : STR("");
  return arena_ok(arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, what, 0, NULL);
}

Str html_text(Arena *arena, Str bytes) {
  xmlDoc *doc = parse(bytes);
  xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
  Str text = root ? html_render(arena, root) : STR("");
  if (doc) xmlFreeDoc(doc);
  return text;
}
