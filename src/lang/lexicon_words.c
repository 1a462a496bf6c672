/* particles.tsv: function words, each written as it stands.
 *
 *   form  part of speech  lemma  governs  flags  classes
 *
 * Flags: enc takes a pronoun, enconly must have one («علي» of «عليه»), prep takes ب ل ك,
 * al takes ال, bare nothing but و and ف, alone not even those, bi, li, ka, fi what it holds already («بما»), fem,
 * plural, dual, cost=N. */
#include "lang/lexicon_build.h"
#include "lang/word.h"
#include "text/normal.h"

typedef struct WordFlag {
  const char *name;
  uint32_t slots;
  uint16_t clitics;
  uint8_t flags;
} WordFlag;

static const WordFlag FLAGS[] = {
    {"enc", SLOT('s') | SLOT('o'), 0, 0},
    {"enconly", SLOT('o'), 0, 0},
    {"prep", 0, 0, STEM_PREP},
    {"al", 0, 0, STEM_AL},
    {"bare", 0, 0, STEM_BARE},
    {"alone", 0, 0, STEM_ALONE},
    {"bi", 0, CLITIC_BI, 0},
    {"li", 0, CLITIC_LI, 0},
    {"ka", 0, CLITIC_KA, 0},
    {"wa", 0, CLITIC_WA, 0},
    {"fem", 0, 0, STEM_FEMININE},
    {"plural", 0, 0, STEM_PLURAL},
    {"dual", 0, 0, STEM_DUAL},
};

static ErrorCode flags_of(LexiconBuilder *b, const TableLine *line, Stem *stem) {
  for (Str rest = line->field[4]; rest.n;) {
    Str name = str_trim(str_cut(&rest, ','));
    uint32_t cost;
    bool known = !name.n || str_eq(name, STR("-"));
    if (str_starts(name, STR("cost=")) && str_to_u32(str_slice(name, 5, name.n), &cost) && cost < 100) {
      stem->cost = (uint8_t)cost;
      known = true;
    }
    for (unsigned i = 0; i < sizeof FLAGS / sizeof *FLAGS; i++) {
      if (!str_eq(name, str_of(FLAGS[i].name))) continue;
      stem->slots |= FLAGS[i].slots;
      stem->clitics |= FLAGS[i].clitics;
      stem->flags |= FLAGS[i].flags;
      known = true;
    }
    if (!known) return table_error(line, b->info, "no flag is named %.*s", STR_ARG(name));
  }
  return ERROR_OK;
}

static bool governs_of(Str name, uint8_t *out) {
#define X(value, word) word,
  static const char *const names[] = {WORD_GOVERNS_LIST(X)};
#undef X
  for (uint8_t i = 0; i < GOVERNS_COUNT; i++)
    if (str_eq(name, str_of(names[i]))) return *out = i, true;
  return !name.n || str_eq(name, STR("-"));
}

ErrorCode builder_word_row(LexiconBuilder *b, const TableLine *line) {
  WordPos pos;
  Str form = line->field[0], text = line->field[2];
  if (!word_pos_of(line->field[1], &pos))
    return table_error(line, b->info, "no part of speech %.*s", STR_ARG(line->field[1]));
  if (!text.n || str_eq(text, STR("-"))) text = form;
  uint32_t number = builder_lemma(b, text, pos);
  if (number == LEMMA_NONE) return ERROR_OK;
  Lemma *lemma = &b->lemmas.at[number];
  lemma->rank = 0;
  if (!governs_of(line->field[3], &lemma->governs))
    return table_error(line, b->info, "governs nothing of the name %.*s", STR_ARG(line->field[3]));
  ClassSet classes;
  ErrorCode code = builder_classes(b, line, line->field[5], &classes);
  if (code) return code;
  lemma->classes |= classes;
  Stem stem = {.lemma = number, .kind = KIND_WORD};
  code = flags_of(b, line, &stem);
  if (code) return code;
  if (!stem.slots) stem.slots = SLOT('s');
  builder_stem(b, light_key(b->arena, form), stem);
  return ERROR_OK;
}
