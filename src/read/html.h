/* A web page → a document: its main text, and what it says of itself.
 *
 * libxml2 parses (no network, no entities of its own, errors mended as browsers mend them);
 * html_main chooses the text, html_meta reads title, date, outlet, author and address. */
#ifndef READ_HTML_H
#define READ_HTML_H

#include <libxml/tree.h>

#include "base/error.h"
#include "read/document.h"
#include "read/furniture.h"

/* `bytes` is UTF-8. Strings go into the arena; document_finish is left to the caller. What
 * the document knows already (from a WARC or a feed) is kept. */
MUST_USE ErrorCode html_read(Arena *arena, Str bytes, const Furniture *furniture, Str what, Document *document,
                             ErrorInfo *info);

/* A piece of HTML (a feed's description) as text: paragraphs parted by empty lines. */
Str html_text(Arena *arena, Str bytes);

/* ---------------------------------------------------------------- between the html files */

/* False for a page that would take the parser more than seconds, or more memory than a real
 * page ever does: more than 400,000 elements and attributes, a tag of thousands. */
bool html_affordable(Str page);

enum { HTML_MAX_DEPTH = 400 }; /* elements nested deeper are not gone into */

/* The attribute's value, empty where it has none; lives as long as the tree. */
Str html_attribute(const xmlNode *node, const char *name);
bool html_is(const xmlNode *node, const char *name);

/* The page's main text; empty where none is found. Changes the tree. `strict`: what is called
 * furniture is taken out; some sites call their articles so. */
Str html_main(Arena *arena, xmlNode *root, bool strict);
/* The text below a node, or below several, block by block. */
Str html_render(Arena *arena, const xmlNode *node);
Str html_render_list(Arena *arena, const xmlNode *const *nodes, uint32_t n);

typedef struct HtmlMeta {
  Str title, published, outlet, author, url, lang;
  Str body; /* JSON-LD's articleBody */
} HtmlMeta;

HtmlMeta html_meta(Arena *arena, const xmlNode *root);

#endif
