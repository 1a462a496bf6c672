/* How much text stands in each element of a page, in one walk. */
#include "read/html_tree.h"

void html_weigh_text(Str s, bool linked, HtmlWeight *w) {
  for (size_t i = 0; i < s.n; i++) {
    if ((uint8_t)s.p[i] <= ' ') continue;
    w->text++;
    w->linked += linked;
    w->commas += s.p[i] == ',' || (i + 1 < s.n && (uint8_t)s.p[i] == 0xD8 && (uint8_t)s.p[i + 1] == 0x8C);
  }
}

static uint32_t count(const xmlNode *node, uint32_t depth) {
  uint32_t n = 1;
  if (depth > HTML_MAX_DEPTH) return 0;
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE) n += count(child, depth + 1);
  return n;
}

static void add(HtmlWeight *to, HtmlWeight w) {
  to->text += w.text;
  to->linked += w.linked;
  to->commas += w.commas;
}

static HtmlWeight weigh(HtmlTable *table, xmlNode *node, bool linked, uint32_t depth) {
  HtmlWeight w = {0};
  node->_private = NULL;
  if (depth > HTML_MAX_DEPTH) return w;
  uint32_t at = table->n++;
  table->at[at].node = node;
  node->_private = (void *)(uintptr_t)table->n;
  linked |= html_is(node, "a");
  for (xmlNode *child = node->children; child; child = child->next) {
    if (child->type == XML_TEXT_NODE && child->content)
      html_weigh_text(str_of((const char *)child->content), linked, &w);
    else if (child->type == XML_ELEMENT_NODE)
      add(&w, weigh(table, child, linked, depth + 1));
  }
  table->at[at].weight = w;
  return w;
}

HtmlTable html_weigh(Arena *arena, xmlNode *root) {
  HtmlTable table = {.at = ARENA_ARRAY(arena, HtmlInfo, count(root, 0))};
  if (table.at) weigh(&table, root, false, 0);
  return table;
}

HtmlInfo *html_info(const HtmlTable *table, const xmlNode *node) {
  return node && node->type == XML_ELEMENT_NODE && node->_private ? &table->at[(uintptr_t)node->_private - 1] : NULL;
}

HtmlWeight html_weight(const HtmlTable *table, const xmlNode *node) {
  HtmlWeight w = {0};
  const HtmlInfo *info = html_info(table, node);
  if (info) return info->weight;
  if (node && node->type == XML_TEXT_NODE && node->content)
    html_weigh_text(str_of((const char *)node->content), false, &w);
  return w;
}
