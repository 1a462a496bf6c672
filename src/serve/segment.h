/* Text cut where the words behind fields begin and end, so that a page can mark them without
 * counting bytes. */
#ifndef SERVE_SEGMENT_H
#define SERVE_SEGMENT_H

#include "base/vec.h"
#include "record/record.h"
#include "serve/say.h"

typedef struct Mark {
  Span span;       /* bytes of the whole text */
  Str field;       /* "places/0" */
  uint32_t report; /* which of a document's */
} Mark;

typedef struct Marks {
  VEC(Mark) list;
} Marks;

/* Adds a mark for each of the record's quotes. */
void marks_add(Arena *arena, const Record *record, uint32_t report, Marks *marks);

/* A name that is not shown, and what stands in its place. */
typedef struct Hidden {
  Str name, shown;
} Hidden;

typedef struct Hide {
  VEC(Hidden) list; /* the longest first */
} Hide;

/* "ك. ش." for «كنعان شهاب» */
Str hide_initials(Arena *arena, Str name);
/* Takes up a name, unless it is there or has no letters to hide. */
void hide_add(Hide *hide, Arena *arena, Str name);
/* The text with all hidden names replaced; itself where there is none of them. */
Str hide_in(const Hide *hide, Arena *arena, Str text);

/* [{"text","fields","masked"},…] of the bytes of `span`. `numbered`: with "marks" of report and
 * field rather than "fields". */
void say_segments(Say *say, Arena *arena, Str text, Span span, const Marks *marks, const Hide *hide, bool numbered);
/* {"start","end","segments"} */
void say_passage(Say *say, Arena *arena, Str text, Span span, const Marks *marks, const Hide *hide);
/* The record's sentence, then pieces around marks that stand outside of it. */
void say_evidence(Say *say, Arena *arena, Str text, Span sentence, const Marks *marks, const Hide *hide);

#endif
