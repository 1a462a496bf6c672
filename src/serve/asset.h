/* The page's files, as web/ built them, in the program itself. */
#ifndef SERVE_ASSET_H
#define SERVE_ASSET_H

#include "base/str.h"

typedef struct Asset {
  Str path; /* "/app.js" */
  Str bytes;
  uint32_t number; /* as asset_at has it */
} Asset;

/* The file of that path; of "/" and of paths within the page, its index. False: there is none. */
bool asset_find(Str path, Asset *asset);
/* One after another; false behind the last. */
bool asset_at(uint32_t i, Asset *asset);
const char *asset_type(Str path);

#endif
