/* Files: read whole, mapped, or listed. */
#ifndef BASE_IO_H
#define BASE_IO_H

#include "base/arena.h"
#include "base/error.h"

/* Reads a file into the arena. ERROR_TOO_LARGE past `cap` bytes. */
MUST_USE ErrorCode io_read_file(Arena *arena, const char *path, size_t cap, Str *out, ErrorInfo *info);

/* Writes a file whole, by way of a temporary one beside it and a rename: a killed write
 * leaves the old file or none. */
MUST_USE ErrorCode io_write_file(const char *path, Str bytes, ErrorInfo *info);

typedef struct IoEntry {
  Str path; /* ends in NUL */
  bool is_folder;
} IoEntry;

/* The entries of a folder, sorted by name, hidden ones left out; in the arena. */
MUST_USE ErrorCode io_list(Arena *arena, const char *folder, IoEntry **out, uint32_t *n, ErrorInfo *info);

#endif
