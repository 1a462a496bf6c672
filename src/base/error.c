#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

const char *error_text(ErrorCode code) {
#define X(name, text) text,
  static const char *const texts[] = {ERROR_LIST(X)};
#undef X
  return (unsigned)code < ERROR_COUNT ? texts[code] : "unknown error";
}

ErrorCode error_set(ErrorInfo *info, ErrorCode code, Str what, uint64_t offset, const char *why, ...) {
  if (!info) return code;
  info->code = code;
  info->offset = offset;
  snprintf(info->what, sizeof info->what, "%.*s", STR_ARG(what));
  info->why[0] = 0;
  if (why) {
    va_list args;
    va_start(args, why);
    vsnprintf(info->why, sizeof info->why, why, args);
    va_end(args);
  }
  return code;
}
