/* What the files that look for a page's article share: names of elements, the words of their
 * classes, and how much text, and how much of it linked, stands in each. */
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

#include "read/html.h"

typedef struct HtmlWeight {
  uint32_t text, linked, commas; /* bytes without blanks; of them in links; commas of both scripts */
} HtmlWeight;

typedef struct HtmlInfo {
  xmlNode *node;
  HtmlWeight weight;
  double score;
  bool scored;
} HtmlInfo;

/* All elements below a root, in the order of the page; node->_private is 1 + an element's place. */
typedef struct HtmlTable {
  HtmlInfo *at;
  uint32_t n;
} HtmlTable;

/* Weighs every element once, below and within: asking at each level anew would cost depth times
 * size. Elements nested deeper than HTML_MAX_DEPTH are not in it, and weigh nothing. */
HtmlTable html_weigh(Arena *arena, xmlNode *root);

/* NULL for what is not in the table. */
HtmlInfo *html_info(const HtmlTable *table, const xmlNode *node);
/* The same of a piece of text, or of nothing: zeros. */
HtmlWeight html_weight(const HtmlTable *table, const xmlNode *node);
void html_weigh_text(Str text, bool linked, HtmlWeight *weight);
static inline double html_link_share(HtmlWeight w) { return w.text ? (double)w.linked / (double)w.text : 0; }

bool html_one_of(Str s, const char *const *words, size_t n);
#define HTML_ONE_OF(s, words) html_one_of((s), (words), sizeof(words) / sizeof *(words))
static inline Str html_name(const xmlNode *node) { return str_of((const char *)node->name); }

enum { HTML_HINTS = 512 };
/* Class and id in small letters, ended by NUL. */
void html_hints(const xmlNode *node, char out[HTML_HINTS]);
/* Do they speak for an article? */
bool html_hints_article(const char *hints);

/* Takes what is no part of the text out of the tree: html_strip.c. `strict`: what is only
 * called so, too. */
void html_strip(HtmlTable *table, xmlNode *root, bool strict);

#endif
