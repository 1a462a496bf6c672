/* data/ → one image. */
#ifndef ENGINE_COMPILE_H
#define ENGINE_COMPILE_H

#include "image/source.h"

/* Compiles every table of `source`; later files add to and replace earlier ones' entries by
 * id. The source itself is kept in the image, packed, so that a user's folder can be laid
 * over it later. Errors name file and line. The same source gives the same bytes. */
MUST_USE ErrorCode engine_compile(Arena *arena, const Source *source, Str *image, ErrorInfo *info);

#endif
