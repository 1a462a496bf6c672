/* Errors: a code, what it happened to, and where.
 *
 * A function that can fail returns an Error, which the compiler lets nobody ignore, and
 * fills the caller's ErrorInfo. Bad input is data: it makes an Error with a place, and the
 * run goes on with the next input. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/str.h"

/* Before a function whose result nobody may ignore. */
#define MUST_USE __attribute__((warn_unused_result))

/*        name               text shown to a user */
#define ERROR_LIST(X)                                                  \
  X(ERROR_OK, "no error")                                              \
  X(ERROR_MEMORY, "out of memory")                                     \
  X(ERROR_IO, "cannot be read")                                        \
  X(ERROR_TOO_LARGE, "larger than the limit")                          \
  X(ERROR_FORMAT, "is not in a format that can be read")               \
  X(ERROR_DATA, "the data does not hold together")                     \
  X(ERROR_IMAGE, "the compiled data is damaged or of another version") \
  X(ERROR_USAGE, "used wrongly")

#define X(name, text) name,
typedef enum ErrorCode { ERROR_LIST(X) ERROR_COUNT } ErrorCode;
#undef X

typedef struct ErrorInfo {
  ErrorCode code;
  char what[256];  /* the file, document or entry it happened to; "" if none */
  char why[256];   /* details; "" if the code says it all */
  uint64_t offset; /* bytes into `what`, or its line for text data */
} ErrorInfo;

const char *error_text(ErrorCode code);

/* Fills *info (which may be NULL) and returns code. */
MUST_USE ErrorCode error_set(ErrorInfo *info, ErrorCode code, Str what, uint64_t offset, const char *why, ...)
    __attribute__((format(printf, 5, 6)));

#endif
