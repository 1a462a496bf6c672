/* A document's strings on a terminal: no escape sequences, no stray bidi controls. */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include "record/writer.h"

/* One line: line ends become blanks, and what holds Arabic is isolated (U+2068, U+2069) so
 * that what stands beside it stays in its order. */
void put_line_str(Writer *writer, Str s);

/* Many lines, without control characters but tabs and line feeds. */
void put_text_str(Writer *writer, Str s);

#endif
