#include "lang/lexicon_build.h"

#include "text/normal.h"

enum { RANK_UNKNOWN = 14 };

static Str lemma_key(LexiconBuilder *b, Str text, WordPos pos) {
  return arena_printf(b->arena, "%.*s\t%u", STR_ARG(text), (unsigned)pos);
}

uint32_t builder_lemma(LexiconBuilder *b, Str text, WordPos pos) {
  uint32_t number = strings_intern(&b->lemma_keys, lemma_key(b, text, pos));
  if (number == b->lemmas.n && number != STRINGS_NONE) {
    Lemma lemma = {0};
    lemma.text = strings_intern(&b->texts, text);
    lemma.verb = LEMMA_NONE;
    lemma.pos = (uint8_t)pos;
    lemma.rank = RANK_UNKNOWN;
    vec_push(&b->lemmas, b->arena, lemma);
    vec_push(&b->has_stems, b->arena, false);
  }
  return arena_ok(b->arena) ? number : LEMMA_NONE;
}

uint32_t builder_lemma_known(LexiconBuilder *b, Str text, WordPos pos) {
  uint32_t number = strings_builder_find(&b->lemma_keys, lemma_key(b, text, pos));
  return number == STRINGS_NONE ? (uint32_t)LEMMA_NONE : number;
}

void builder_stem(LexiconBuilder *b, Str light, Stem stem) {
  if (!light.n || !stem.slots || stem.lemma >= b->lemmas.n) return;
  char *fold = arena_alloc(b->arena, light.n, 1);
  if (!fold) return;
  for (size_t i = 0; i < light.n; i++) fold[i] = (char)letter_fold((uint8_t)light.p[i]);
  stem.light = letter_signature((const uint8_t *)light.p, (uint32_t)light.n);
  uint32_t key = strings_intern(&b->stems, (Str){fold, light.n});
  vec_push(&b->entries, b->arena, (KeyedStem){key, stem});
  if (stem.lemma < b->has_stems.n) b->has_stems.at[stem.lemma] = true;
}

ErrorCode builder_classes(LexiconBuilder *b, const TableLine *line, Str field, ClassSet *out) {
  *out = 0;
  while (field.n) {
    Str name = str_trim(str_cut(&field, ','));
    if (!name.n || str_eq(name, STR("-"))) continue;
    uint32_t i = strings_builder_find(&b->classes, name);
    if (i == STRINGS_NONE) return table_error(line, b->info, "no class is named %.*s", STR_ARG(name));
    *out |= (ClassSet)1 << i;
  }
  return ERROR_OK;
}

bool builder_slots(Str letters, uint32_t *out) {
  *out = 0;
  for (size_t i = 0; i < letters.n; i++) {
    if (letters.p[i] < 'a' || letters.p[i] > 'z') return false;
    *out |= SLOT(letters.p[i]);
  }
  return true;
}

bool builder_kind(Str name, StemKind *kind) {
#define X(value, word) word,
  static const char *const names[] = {STEM_KIND_LIST(X)};
#undef X
  for (unsigned i = 0; i < KIND_COUNT; i++)
    if (str_eq(name, str_of(names[i]))) return *kind = (StemKind)i, true;
  return false;
}

ErrorCode builder_class_row(LexiconBuilder *b, const TableLine *line) {
  strings_intern(&b->classes, line->field[0]);
  if (b->classes.list.n > CLASS_MAX) return table_error(line, b->info, "more than %d classes", (int)CLASS_MAX);
  return ERROR_OK;
}
