/* Standard output and standard error. */
#ifndef CLI_OUT_H
#define CLI_OUT_H

#include "base/error.h"
#include "record/writer.h"

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, EXIT_FAILED = 3, EXIT_FINDINGS = 4 };

enum { OUT_ROOM = 64 * 1024 };

/* Buffered standard output. Writes that fail are told once, at the end. */
typedef struct Out {
  Writer writer;
  int error; /* errno of the write that failed; 0 none */
  bool terminal;
  size_t n;
  char room[OUT_ROOM];
} Out;

void out_open(Out *out);
/* After each document: a terminal sees it at once. False where nothing more can be written. */
bool out_step(Out *out);
/* Writes the rest. `code`, or EXIT_FAILED (told on standard error) where it could not be
 * written; a reader that went away early is no failure. */
int out_close(Out *out, int code);

/* Cells of a line: $COLUMNS, the terminal's width, or 80. */
uint32_t out_width(void);

/* "daftar: WHAT: WHY" on standard error, control characters taken out. */
void tell(Str what, const char *why, ...) __attribute__((format(printf, 2, 3)));
void tell_error(ErrorCode code, const ErrorInfo *info);

#endif
