#include "read/walk.h"

#include <errno.h>
#include <sys/stat.h>

#include "read/sniff.h"

enum { WALK_BUDGET = 512 * 1024 * 1024 };

void walk_init(Walk *walk, const char *const *paths, uint32_t n) {
  *walk = (Walk){.paths = paths, .npaths = n};
  arena_init(&walk->arena, WALK_BUDGET);
}

void walk_fini(Walk *walk) { arena_fini(&walk->arena); }

static bool ends(Str s, Str suffix) { return s.n > suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix); }

/* One "[…]" of a pattern; *end is behind it, NULL where it is not closed. */
static bool in_set(const char *set, char c, const char **end) {
  bool not = set[1] == '!' || set[1] == '^', in = false;
  const char *p = set + 1 + not ;
  for (bool first = true; *p && (first || *p != ']'); p++, first = false) {
    if (p[1] == '-' && p[2] && p[2] != ']') {
      in |= c >= p[0] && c <= p[2];
      p += 2;
    } else {
      in |= c == *p;
    }
  }
  *end = *p ? p + 1 : NULL;
  return in != not &&c != '/';
}

/* "*", "?" and "[a-z]" do not go over a "/", "**" does. The newest star takes one letter more when what
 * follows it does not fit, and only that one and the newest "**" are ever gone back to: never more than length times
 * length. */
static bool matches(const char *p, const char *s) {
  const char *star = NULL, *star_at = NULL, *deep = NULL, *deep_at = NULL;
  while (*s || *p) {
    const char *end = p + 1;
    if (p[0] == '*' && p[1] == '*') {
      p += p[2] == '/' ? 3 : 2;
      deep = p, deep_at = s, star = NULL;
      continue;
    }
    if (*p == '*') {
      star = ++p, star_at = s;
      continue;
    }
    bool fits = *s && *p && (*p == *s || (*p == '?' && *s != '/'));
    if (*s && *p == '[') fits = in_set(p, *s, &end) && end;
    if (fits) {
      p = end, s++;
    } else if (star && *star_at && *star_at != '/') {
      p = star, s = ++star_at;
    } else if (deep && *deep_at) {
      p = deep, s = ++deep_at, star = NULL;
    } else {
      return false;
    }
  }
  return true;
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
    if (walk->depth || !walk->pattern || walk->matched) return ERROR_OK;
    return error_set(info, ERROR_IO, str_of(walk->paths[walk->at - 1]), 0, "no such file, nor one that matches it");
  }
  Str path = level->entries[level->at++].path;
  struct stat st;
  if (lstat(path.p, &st) != 0) return error_set(info, ERROR_IO, path, 0, "%s", strerror(errno));
  if (S_ISDIR(st.st_mode)) return enter(walk, path.p, info);
  if (S_ISLNK(st.st_mode) && stat(path.p, &st) != 0) st.st_mode = 0;
  if (!S_ISREG(st.st_mode)) return ERROR_OK;
  if (walk->pattern ? matches(walk->pattern, path.p) : !ends(path, STR(".md"))) {
    *file = (WalkFile){path.p, str_slice(path, walk->root, path.n), !walk->pattern && !sniff_name(path)};
    walk->matched++;
  }
  return ERROR_OK;
}

static Str base_name(Str path) {
  size_t at = path.n;
  while (at && path.p[at - 1] != '/') at--;
  return str_slice(path, at, path.n);
}

/* The folder before a pattern's first sign; "." where there is none. */
static ErrorCode start_pattern(Walk *walk, const char *pattern, ErrorInfo *info) {
  size_t n = strcspn(pattern, "*?[");
  while (n && pattern[n - 1] != '/') n--;
  arena_reset(&walk->arena);
  Str folder = n ? arena_str(&walk->arena, (Str){pattern, n > 1 ? n - 1 : 1}) : STR(".");
  walk->root = n;
  walk->matched = 0;
  walk->pattern = n ? pattern : arena_printf(&walk->arena, "./%s", pattern).p;
  if (!n) walk->root = 2;
  if (!folder.p || !walk->pattern) return error_set(info, ERROR_MEMORY, str_of(pattern), 0, NULL);
  return enter(walk, folder.p, info);
}

static ErrorCode start(Walk *walk, const char *path, WalkFile *file, ErrorInfo *info) {
  struct stat st;
  if (strcmp(path, "-") == 0) {
    *file = (WalkFile){path, STR("-"), false};
    return ERROR_OK;
  }
  walk->pattern = NULL;
  if (strpbrk(path, "*?[") && lstat(path, &st) != 0) return start_pattern(walk, path, info);
  if (stat(path, &st) != 0) return error_set(info, ERROR_IO, str_of(path), 0, "%s", strerror(errno));
  if (!S_ISDIR(st.st_mode)) {
    *file = (WalkFile){path, base_name(str_of(path)), false};
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
