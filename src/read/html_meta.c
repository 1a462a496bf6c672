#include "read/html.h"
HtmlMeta html_meta(Arena *arena, const xmlNode *root) {
  (void)arena;
  (void)root;
  return (HtmlMeta){0};
}
