#include "base/io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"

static ErrorCode fail(ErrorInfo *info, const char *path) {
  return error_set(info, ERROR_IO, str_of(path), 0, "%s", strerror(errno));
}

static ErrorCode read_all(Arena *arena, int fd, const char *path, size_t cap, Str *out, ErrorInfo *info) {
  struct stat st;
  if (fstat(fd, &st) != 0) return fail(info, path);
  if (S_ISDIR(st.st_mode)) {
    errno = EISDIR;
    return fail(info, path);
  }
  if (S_ISREG(st.st_mode) && (size_t)st.st_size > cap)
    return error_set(info, ERROR_TOO_LARGE, str_of(path), 0, "%zu bytes", (size_t)st.st_size);
  /* One byte more than the file has, so that the read after the last finds the end. */
  size_t room = S_ISREG(st.st_mode) && st.st_size > 0 ? (size_t)st.st_size + 1 : 64 * 1024;
  char *p = arena_alloc(arena, room + 1, 1);
  size_t n = 0;
  while (p) {
    ssize_t got = read(fd, p + n, room - n);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(info, path);
    if (got == 0) break;
    n += (size_t)got;
    if (n > cap) return error_set(info, ERROR_TOO_LARGE, str_of(path), 0, "more than %zu bytes", cap);
    if (n < room) continue;
    room = room > cap / 2 ? cap + 1 : room * 2;
    char *bigger = arena_alloc(arena, room + 1, 1);
    if (bigger) memcpy(bigger, p, n);
    p = bigger;
  }
  if (!p) return error_set(info, ERROR_MEMORY, str_of(path), 0, NULL);
  *out = (Str){p, n};
  return ERROR_OK;
}

ErrorCode io_read_file(Arena *arena, const char *path, size_t cap, Str *out, ErrorInfo *info) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail(info, path);
  ErrorCode code = read_all(arena, fd, path, cap, out, info);
  close(fd);
  return code;
}

ErrorCode io_write_file(const char *path, Str bytes, ErrorInfo *info) {
  char temp[4096];
  if ((size_t)snprintf(temp, sizeof temp, "%s.tmp-%ld", path, (long)getpid()) >= sizeof temp)
    return error_set(info, ERROR_IO, str_of(path), 0, "the path is too long");
  FILE *f = fopen(temp, "wb");
  if (!f) return fail(info, temp);
  bool good = (!bytes.n || fwrite(bytes.p, 1, bytes.n, f) == bytes.n) && fflush(f) == 0 && fsync(fileno(f)) == 0;
  good = fclose(f) == 0 && good;
  if (good && rename(temp, path) == 0) return ERROR_OK;
  ErrorCode code = fail(info, path);
  unlink(temp);
  return code;
}

static int by_path(const void *a, const void *b) {
  return str_cmp(((const IoEntry *)a)->path, ((const IoEntry *)b)->path);
}

ErrorCode io_list(Arena *arena, const char *folder, IoEntry **out, uint32_t *n, ErrorInfo *info) {
  DIR *dir = opendir(folder);
  if (!dir) return fail(info, folder);
  VEC(IoEntry) list = {0};
  for (struct dirent *d; (d = readdir(dir)) != NULL;) {
    if (d->d_name[0] == '.') continue;
    Str path = arena_printf(arena, "%s/%s", folder, d->d_name);
    struct stat st;
    if (!path.p || stat(path.p, &st) != 0) continue;
    vec_push(&list, arena, (IoEntry){path, S_ISDIR(st.st_mode)});
  }
  closedir(dir);
  if (!arena_ok(arena)) return error_set(info, ERROR_MEMORY, str_of(folder), 0, NULL);
  if (list.n) qsort(list.at, list.n, sizeof *list.at, by_path);
  *out = list.at;
  *n = list.n;
  return ERROR_OK;
}
