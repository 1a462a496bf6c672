/* The plain text that an image is compiled from: the files of `data/` and of the folders
 * that a user lays over it.
 *
 * A table (*.tsv) has one entry a line, its fields parted by tabs; a line that begins with
 * '#' is a comment, and those at the top say licence, source, version and changes. */
#ifndef IMAGE_SOURCE_H
#define IMAGE_SOURCE_H

#include "base/error.h"
#include "base/vec.h"

enum { SOURCE_MAX_FILE = 256 * 1024 * 1024, TABLE_MAX_FIELDS = 24 };

typedef struct SourceFile {
  Str path; /* as the user can open it */
  Str name; /* below the data folder: "lexicon/verbs.tsv" */
  Str text;
} SourceFile;

typedef struct Source {
  Arena *arena;
  VEC(SourceFile) files; /* sorted by name within each folder; folders in the order given */
} Source;

/* Reads all files below `folder` that end in .tsv or .frames. */
MUST_USE ErrorCode source_add_folder(Source *source, const char *folder, ErrorInfo *info);

/* The file of this name, the last folder's; NULL where there is none. */
const SourceFile *source_find(const Source *source, Str name);

/* One line of a table at a time. */
typedef struct TableLine {
  const SourceFile *file;
  uint32_t line; /* from 1 */
  uint32_t n;    /* fields */
  Str field[TABLE_MAX_FIELDS];
} TableLine;

typedef struct TableReader {
  const SourceFile *file;
  Str rest;
  uint32_t line;
} TableReader;

TableReader table_reader(const SourceFile *file);
/* The next entry, comments and empty lines passed over; false at the end. Fields that a
 * short line lacks are empty. */
bool table_next(TableReader *reader, TableLine *line);

/* An ERROR_DATA that names the file and line. */
MUST_USE ErrorCode table_error(const TableLine *line, ErrorInfo *info, const char *why, ...)
    __attribute__((format(printf, 3, 4)));

#endif
