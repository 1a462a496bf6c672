/* The words of a text as search finds them.
 *
 * A reader who looks for «قتل» (to kill) wants «مقتل» (the killing of) as well, and «احمد» is
 * «أحمد»: each word of a text is given as the verb it comes from, or its dictionary form, and
 * as its own letters without proclitics, both in folded normal form. A store keeps these in a
 * column beside the text, so that the index on it needs no Arabic of its own. */
#ifndef ENGINE_SEARCH_H
#define ENGINE_SEARCH_H

#include "engine/engine.h"

/* The text's terms with blanks between, in the order of the text; in the arena. */
Str search_terms(Arena *arena, const Engine *engine, const Analysis *analysis);

/* The same terms, each once, in the order they first come in: all that an index without positions has to be told. In
 * the arena; n == 0 on failure. */
Str search_once(Arena *arena, Str terms);

/* What to ask SQLite's FTS5 for to find texts with all the words of `query`, each in any of
 * its readings: ("قتل" OR "مقتل") AND ("احمد"). Empty where the query has no word. */
Str search_query(Arena *arena, const Engine *engine, Str query);

/* Where in a text (valid UTF-8) words of the query stand, in any of their readings; how many,
 * at most `most`. */
uint32_t search_hits(Arena *arena, const Engine *engine, Str query, Str text, Span *hits, uint32_t most);

/* Of the engine's compiled data: 16 hexadecimal digits that change where the data does. */
Str engine_data_version(Arena *arena, const Engine *engine);

#endif
