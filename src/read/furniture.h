/* Words that sites write around an article: «اقرأ أيضاً: …», «تابعونا على», "all rights
 * reserved". The words are data (data/read/furniture.tsv) and come in from above, since this
 * floor knows no language. */
#ifndef READ_FURNITURE_H
#define READ_FURNITURE_H

#include "base/arena.h"
#include "base/error.h"

typedef struct Furniture Furniture;

/* `lines`: "how TAB words" a line, as engine_furniture gives them; lives in the arena, and
 * is shared by threads. ERROR_DATA for a line whose "how" is none; its number in the text. */
MUST_USE ErrorCode furniture_read(Arena *arena, Str lines, Furniture **furniture, ErrorInfo *info);

/* `text` without the blocks (parted by empty lines) that are furniture; as it is where all of
 * it would go, or where furniture is NULL. */
Str furniture_clean(const Furniture *furniture, Arena *arena, Str text);

#endif
