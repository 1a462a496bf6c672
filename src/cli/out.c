#include "cli/out.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool flush(Out *out) {
  size_t at = 0;
  while (at < out->n && !out->error) {
    ssize_t put = write(STDOUT_FILENO, out->room + at, out->n - at);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0)
      out->error = errno;
    else
      at += (size_t)put;
  }
  out->n = 0;
  return !out->error;
}

static bool put(void *to, Str bytes) {
  Out *out = to;
  while (bytes.n) {
    size_t n = bytes.n < OUT_ROOM - out->n ? bytes.n : OUT_ROOM - out->n;
    memcpy(out->room + out->n, bytes.p, n);
    out->n += n;
    bytes = str_slice(bytes, n, bytes.n);
    if (out->n == OUT_ROOM && !flush(out)) return false;
  }
  return true;
}

void out_open(Out *out) {
  out->error = 0;
  out->n = 0;
  out->terminal = isatty(STDOUT_FILENO);
  out->writer = (Writer){.put = put, .to = out};
}

bool out_step(Out *out) { return !out->writer.failed && (!out->terminal || flush(out)); }

int out_close(Out *out, int code) {
  if (flush(out) || out->error == EPIPE) return code;
  tell(STR("standard output"), "%s", strerror(out->error));
  return EXIT_FAILED;
}

uint32_t out_width(void) {
  enum { LEAST = 40, MOST = 1000, USUAL = 80 };
  uint32_t width = 0;
  struct winsize size;
  const char *columns = getenv("COLUMNS");
  if (!columns || !str_to_u32(str_of(columns), &width)) width = 0;
  if (!width && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (!width) return USUAL;
  return width < LEAST ? LEAST : width > MOST ? MOST : width;
}

/* Control characters would drive the terminal; a name may hold any. */
static size_t add_plain(char *line, size_t at, size_t room, const char *text, size_t n) {
  for (size_t i = 0; i < n && at < room; i++) {
    unsigned char c = (unsigned char)text[i];
    line[at++] = c < 0x20 || c == 0x7F ? '?' : text[i];
  }
  return at;
}

/* One write for a line: standard error has no buffer of its own. */
void tell(Str what, const char *why, ...) {
  enum { ROOM = 2048 };
  char text[1024], line[ROOM + 1];
  va_list args;
  va_start(args, why);
  vsnprintf(text, sizeof text, why, args);
  va_end(args);
  size_t n = add_plain(line, 0, ROOM, "daftar: ", 8);
  n = add_plain(line, n, ROOM, what.p, what.n);
  if (what.p) n = add_plain(line, n, ROOM, ": ", 2);
  n = add_plain(line, n, ROOM, text, strlen(text));
  line[n++] = '\n';
  fwrite(line, 1, n, stderr);
}

void tell_error(ErrorCode code, const ErrorInfo *info) {
  bool large = code == ERROR_TOO_LARGE;
  if (info->why[0])
    tell(str_of(info->what), "%s%s%s", large ? "too large (" : "", info->why, large ? ")" : "");
  else
    tell(str_of(info->what), "%s", error_text(code));
}
