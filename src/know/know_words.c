/* Small tables that the compiler and the finders share. */
#include "know/know_words.h"

#include "text/letter.h"

Str know_key(Str light, Str fold, bool *al) {
  *al = light.n >= 5 && (uint8_t)light.p[0] == LETTER_ALEF && (uint8_t)light.p[1] == LETTER_LAM;
  return *al ? (Str){fold.p + 2, fold.n - 2} : fold;
}

#define X(name, word, level, weight) {word, level, weight},
static const struct {
  const char *word;
  PlaceLevel level;
  int weight;
} KINDS[] = {PLACE_KIND_LIST(X)};
#undef X

PlaceLevel place_kind_level(PlaceKind kind) { return kind < PLACE_KIND_COUNT ? KINDS[kind].level : LEVEL_NONE; }
int place_kind_weight(PlaceKind kind) { return kind < PLACE_KIND_COUNT ? KINDS[kind].weight : 0; }

bool place_kind_of(Str word, PlaceKind *kind) {
  for (unsigned i = 0; i < PLACE_KIND_COUNT; i++)
    if (str_eq(word, str_of(KINDS[i].word))) return *kind = (PlaceKind)i, true;
  return false;
}

bool know_word_of(Str name, KnowWord *word) {
#define X(id, text) text,
  static const char *const names[] = {KNOW_WORD_LIST(X)};
#undef X
  for (unsigned i = 0; i < KNOW_WORD_COUNT; i++)
    if (str_eq(name, str_of(names[i]))) return *word = (KnowWord)i, true;
  return false;
}

bool place_level_of(Str name, PlaceLevel *level) {
  static const char *const names[] = {"none", "country", "region",  "admin1", "admin2", "admin3",
                                      "city", "village", "quarter", "site",   "nature", "countryside"};
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    if (str_eq(name, str_of(names[i]))) return *level = (PlaceLevel)i, true;
  return false;
}
