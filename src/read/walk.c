#include "read/walk.h"

#include <errno.h>
#include <sys/stat.h>

enum { WALK_BUDGET = 512 * 1024 * 1024 };

void walk_init(Walk *walk, const char *const *paths, uint32_t n) {
  *walk = (Walk){.paths = paths, .npaths = n};
  arena_init(&walk->arena, WALK_BUDGET);
}

void walk_fini(Walk *walk) { arena_fini(&walk->arena); }

static bool ends(Str s, Str suffix) { return s.n > suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix); }

/* In a folder only what looks like a document is read. */
static bool of_a_kind(Str name) {
  static const char *const kinds[] = {".txt", ".jsonl", ".ndjson", ".html", ".htm",
                                      ".xml", ".rss",   ".atom",   ".warc", ".json"};
  if (ends(name, STR(".zst"))) name.n -= 4;
  if (ends(name, STR(".gz"))) name.n -= 3;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (ends(name, str_of(kinds[i]))) return true;
  return false;
}

static ErrorCode enter(Walk *walk, const char *folder, ErrorInfo *info) {
  if (walk->depth == WALK_MAX_DEPTH)
    return error_set(info, ERROR_TOO_LARGE, str_of(folder), 0, "folders more than %d deep", (int)WALK_MAX_DEPTH);
  WalkLevel *level = &walk->levels[walk->depth];
  *level = (WalkLevel){.mark = arena_mark(&walk->arena)};
  ErrorCode code = io_list(&walk->arena, folder, &level->entries, &level->n, info);
  if (code) {
    arena_release(&walk->arena, level->mark);
    walk->arena.failed = false;
    return code;
  }
  walk->depth++;
  return ERROR_OK;
}

/* One entry of the innermost folder; file->path stays NULL where it is none to be read. */
static ErrorCode step(Walk *walk, WalkFile *file, ErrorInfo *info) {
  WalkLevel *level = &walk->levels[walk->depth - 1];
  if (level->at == level->n) {
    arena_release(&walk->arena, level->mark);
    walk->depth--;
    return ERROR_OK;
  }
  Str path = level->entries[level->at++].path;
  struct stat st;
  if (lstat(path.p, &st) != 0) return error_set(info, ERROR_IO, path, 0, "%s", strerror(errno));
  if (S_ISDIR(st.st_mode)) return enter(walk, path.p, info);
  if (S_ISLNK(st.st_mode) && stat(path.p, &st) != 0) st.st_mode = 0;
  if (S_ISREG(st.st_mode) && of_a_kind(path))
    *file = (WalkFile){path.p, str_slice(path, walk->root, path.n)};
  else if (S_ISREG(st.st_mode) && !ends(path, STR(".md")))
    walk->passed++;
  return ERROR_OK;
}

static Str base_name(Str path) {
  size_t at = path.n;
  while (at && path.p[at - 1] != '/') at--;
  return str_slice(path, at, path.n);
}

static ErrorCode start(Walk *walk, const char *path, WalkFile *file, ErrorInfo *info) {
  struct stat st;
  if (strcmp(path, "-") == 0) {
    *file = (WalkFile){path, STR("-")};
    return ERROR_OK;
  }
  if (stat(path, &st) != 0) return error_set(info, ERROR_IO, str_of(path), 0, "%s", strerror(errno));
  if (!S_ISDIR(st.st_mode)) {
    *file = (WalkFile){path, base_name(str_of(path))};
    return ERROR_OK;
  }
  arena_reset(&walk->arena);
  walk->root = strlen(path) + 1;
  return enter(walk, path, info);
}

ErrorCode walk_next(Walk *walk, WalkFile *file, ErrorInfo *info) {
  *file = (WalkFile){0};
  while (!file->path && (walk->depth || walk->at < walk->npaths)) {
    ErrorCode code = walk->depth ? step(walk, file, info) : start(walk, walk->paths[walk->at++], file, info);
    if (code) return code;
  }
  return ERROR_OK;
}
