/* The files that a list of paths stands for: folders are gone through in the order of their
 * names, links to folders are not followed. A path that is no file and has "*", "?" or
 * "[…]" in it is a pattern ("**" goes through folders): a shell gives up long before an
 * archive of a million pages does. */
#ifndef READ_WALK_H
#define READ_WALK_H

#include "base/error.h"
#include "base/io.h"

enum { WALK_MAX_DEPTH = 64 };

typedef struct WalkLevel {
  ArenaMark mark;
  IoEntry *entries;
  uint32_t n, at;
} WalkLevel;

typedef struct Walk {
  Arena arena; /* the listings of the folders that are open */
  const char *const *paths;
  uint32_t npaths, at;
  size_t root;         /* bytes of the path before a file's name: the folder as given */
  const char *pattern; /* the path that is being read is one; or NULL */
  uint32_t matched;    /* files that the pattern found */
  uint32_t depth;
  WalkLevel levels[WALK_MAX_DEPTH];
} Walk;

typedef struct WalkFile {
  const char *path; /* "-" is standard input */
  Str name;         /* the base name, or for a file in a folder what comes below the folder */
  bool unnamed;     /* in a folder, with a name that tells no kind: only its bytes can speak for it */
} WalkFile;

void walk_init(Walk *walk, const char *const *paths, uint32_t n);
void walk_fini(Walk *walk);

/* The next file; *file is {NULL} at the end. An error is one path's: the walk goes on. */
MUST_USE ErrorCode walk_next(Walk *walk, WalkFile *file, ErrorInfo *info);

#endif
