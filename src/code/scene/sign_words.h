/* Signs and weights as words, for the trace. */
#ifndef CODE_SIGN_WORDS_H
#define CODE_SIGN_WORDS_H

#include "record/writer.h"

/* " +3", " -12" */
static inline void put_weight(Writer *w, int weight) {
  writer_byte(w, ' ');
  writer_byte(w, weight < 0 ? '-' : '+');
  writer_u64(w, (uint64_t)(weight < 0 ? -weight : weight));
}

/* «SIGN_LONG_REPORT», «KIND_TALK» as words: "long report", "talk"; the names in capitals, of one letter-case
 * throughout. */
static inline void put_sign_name(Writer *w, const char *name) {
  const char *c = name;
  while (*c && *c != '_') c++;
  for (c += *c == '_'; *c; c++) writer_byte(w, *c == '_' ? ' ' : *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c);
}

#endif
