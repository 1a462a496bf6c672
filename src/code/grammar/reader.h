/* Reads data/grammar as it is written, into plain entries; nothing is resolved yet.
 * For the compiler of the grammar and for lint. */
#ifndef CODE_READER_H
#define CODE_READER_H

#include "code/grammar/grammar.h"

enum { FRAME_LINE_MAX = 96 };

/* One line of a frame: its key and the rest. */
typedef struct FrameLine {
  Str key, value;
  uint32_t line;
} FrameLine;

typedef struct FrameText {
  const SourceFile *file;
  Str id;      /* of a frame or a set */
  bool is_set; /* then the lines are words, with an empty key */
  uint32_t line;
  VEC(FrameLine) lines;
} FrameText;

typedef struct FrameTexts {
  VEC(FrameText) list; /* sorted by id, sets and frames apart */
} FrameTexts;

/* All frames and sets of the source; those of a later folder replace the earlier ones of their id (a user's
 * over ours); within a folder an id stands once. */
MUST_USE ErrorCode frame_texts_read(Arena *arena, const Source *source, FrameTexts *out, ErrorInfo *info);

/* The entry of that id, or NULL. */
const FrameText *frame_texts_find(const FrameTexts *texts, Str id, bool is_set);

/* Cuts the next word (by blanks) off *rest; a word that begins with '[' or «-[» goes to its ']'. */
Str frame_word(Str *rest);

MUST_USE ErrorCode frame_error(const SourceFile *file, uint32_t line, ErrorInfo *info, const char *why, ...)
    __attribute__((format(printf, 4, 5)));

#endif
