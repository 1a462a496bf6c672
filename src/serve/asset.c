/* The build writes the list of files beside an assembly that holds their bytes
 * (cmake/assets.cmake). A path is looked up in the list and nowhere else: there is no folder to
 * climb out of. */
#include "serve/asset.h"

#define ASSET(path, symbol) extern const char symbol##_start[], symbol##_end[];
#include "assets.inc"
#undef ASSET

static bool has_dot(Str path) {
  size_t at = path.n;
  while (at > 0 && path.p[at - 1] != '/')
    if (path.p[--at] == '.') return true;
  return false;
}

bool asset_at(uint32_t i, Asset *out) {
#define ASSET(name, symbol) {name, symbol##_start, symbol##_end},
  static const struct {
    const char *path, *start, *end;
  } all[] = {
#include "assets.inc"
  };
#undef ASSET
  if (i >= sizeof all / sizeof *all) return false;
  *out = (Asset){str_of(all[i].path), {all[i].start, (size_t)(all[i].end - all[i].start)}, i};
  return true;
}

bool asset_find(Str path, Asset *out) {
  /* The page has addresses of its own ("/incidents"): they are the page. */
  if (!has_dot(path)) path = STR("/index.html");
  for (uint32_t i = 0; asset_at(i, out); i++)
    if (str_eq(path, out->path)) return true;
  return false;
}

const char *asset_type(Str path) {
  static const struct {
    const char *end, *type;
  } types[] = {{".html", "text/html; charset=utf-8"},
               {".js", "text/javascript; charset=utf-8"},
               {".css", "text/css; charset=utf-8"},
               {".json", "application/json"},
               {".webmanifest", "application/manifest+json"},
               {".svg", "image/svg+xml"},
               {".png", "image/png"},
               {".ico", "image/x-icon"},
               {".woff2", "font/woff2"},
               {".txt", "text/plain; charset=utf-8"}};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    size_t n = strlen(types[i].end);
    if (path.n > n && memcmp(path.p + path.n - n, types[i].end, n) == 0) return types[i].type;
  }
  return "application/octet-stream";
}
