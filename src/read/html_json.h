/* What a page's JSON-LD says of its article; and the fields that a page tells of itself,
 * each with the rank of the place that told it. */
#ifndef READ_HTML_JSON_H
#define READ_HTML_JSON_H

#include "read/html.h"

typedef enum HtmlField {
  HTML_TITLE,
  HTML_PUBLISHED,
  HTML_OUTLET,
  HTML_AUTHOR,
  HTML_URL,
  HTML_LANG,
  HTML_FIELDS
} HtmlField;

/* From the most to the least believed. */
typedef enum HtmlRank {
  HTML_CANONICAL, /* <link rel="canonical">, <html lang> */
  HTML_JSON,      /* JSON-LD's article */
  HTML_OPENGRAPH,
  HTML_META,
  HTML_MARKED,    /* microdata, times marked as that of publication */
  HTML_JSON_PAGE, /* JSON-LD's page around the article, or the site */
  HTML_SEEN,      /* the only <h1>, a <time> in the article */
  HTML_LAST       /* <title>, any <time> */
} HtmlRank;

typedef struct HtmlTold {
  Str value[HTML_FIELDS]; /* in the arena */
  uint8_t rank[HTML_FIELDS];
  Str body; /* JSON-LD's articleBody, as text */
} HtmlTold;

/* Takes the value where nothing of as low a rank has told the field, and it can be one: a
 * date, an address, a name that is none. */
void html_tell(Arena *arena, HtmlTold *told, HtmlField field, HtmlRank rank, Str value);

/* Reads a <script type="application/ld+json">; what is no JSON is passed over. */
void html_read_json(Arena *arena, const xmlNode *script, HtmlTold *told);

#endif
