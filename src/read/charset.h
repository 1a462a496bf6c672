/* Bytes of any charset → UTF-8. Much Arabic of the older web is windows-1256. */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "base/arena.h"

/* Valid UTF-8 is left alone. Else `declared` (an HTTP header's charset) decides, or what the
 * page's own <meta> or XML declaration says, or ICU's detector; but where a Latin charset is
 * declared and the detector sees Arabic, the detector is right: servers said "iso-8859-1" of
 * whatever they sent. *name is the charset's name, which outlives the arena's reset only as
 * long as the process. What cannot be converted keeps its bytes (which document_finish makes
 * valid); {NULL, 0} on a failed arena. */
Str charset_to_utf8(Arena *arena, Str bytes, Str declared, const char **name);

/* The value of "charset=" in a header or the beginning of a page, or of "encoding=" in an XML
 * declaration; empty where there is none. */
Str charset_declared(Str head);

#endif
