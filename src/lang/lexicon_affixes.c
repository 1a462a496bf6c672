/* affixes.tsv: the letters around a stem.
 *
 *   suffix     kind  slot  letters  person number gender  flags
 *   enclitic   -     -     letters  person number gender  verb|noun
 *   prefix     kind  -     letter
 *   proclitic  kinds -     letters  clitics               cost, lam
 *
 * Suffixes and enclitics are joined here: «قتلوا» + «هم» is written «قتلوهم», so the suffix
 * has a row for each of its two looks, one that is `final` and one that `wants` an enclitic. */
#include "lang/lexicon_build.h"
#include "lang/word.h"
#include "text/normal.h"

typedef struct Flag {
  const char *name;
  uint16_t bit;
} Flag;

static bool flag_of(const Flag *flags, unsigned n, Str name, uint16_t *out) {
  for (unsigned i = 0; i < n; i++)
    if (str_eq(name, str_of(flags[i].name))) return *out |= flags[i].bit, true;
  return false;
}
#define FLAG_OF(flags, name, out) flag_of((flags), sizeof(flags) / sizeof *(flags), (name), (out))

static const Flag CLITICS[] = {{"wa", CLITIC_WA}, {"fa", CLITIC_FA}, {"bi", CLITIC_BI},
                               {"ka", CLITIC_KA}, {"li", CLITIC_LI}, {"al", CLITIC_AL},
                               {"sa", CLITIC_SA}, {"la", CLITIC_LA}, {"hamza", CLITIC_HAMZA}};
static const Flag ENDING_FLAGS[] = {{"construct", ENDING_CONSTRUCT},   {"either", ENDING_EITHER},
                                    {"jussive", ENDING_JUSSIVE},       {"tanwin", ENDING_TANWIN},
                                    {"indefinite", ENDING_INDEFINITE}, {"subjunctive", ENDING_SUBJUNCTIVE},
                                    {"nominative", ENDING_NOMINATIVE}};
enum { ROW_FINAL = 1, ROW_WANTS = 2, ROW_VERBS = 4, ROW_NOUNS = 8, ROW_LAM = 16 };
static const Flag ROW_FLAGS[] = {
    {"final", ROW_FINAL}, {"wants", ROW_WANTS}, {"verb", ROW_VERBS}, {"noun", ROW_NOUNS}, {"lam", ROW_LAM}};

static Str letters_of(LexiconBuilder *b, Str field) {
  return str_eq(field, STR("-")) ? STR_NONE : light_key(b->arena, field);
}

static uint8_t one_of(Str field, const char *letters) {
  for (uint8_t i = 0; letters[i]; i++)
    if (field.n == 1 && field.p[0] == letters[i]) return i;
  return 0;
}

/* Reads "final,construct,cost=3" into the row's flags, the ending's, and the cost. */
static ErrorCode flags_of(LexiconBuilder *b, const TableLine *line, Str field, uint16_t *row, uint16_t *ending,
                          uint8_t *cost) {
  while (field.n) {
    Str name = str_trim(str_cut(&field, ','));
    uint32_t value;
    if (str_starts(name, STR("cost=")) && str_to_u32(str_slice(name, 5, name.n), &value) && value < 100)
      *cost = (uint8_t)value;
    else if (name.n && !str_eq(name, STR("-")) && !FLAG_OF(ROW_FLAGS, name, row) &&
             !(ending && FLAG_OF(ENDING_FLAGS, name, ending)))
      return table_error(line, b->info, "no flag is named %.*s", STR_ARG(name));
  }
  return ERROR_OK;
}

static ErrorCode suffix_row(LexiconBuilder *b, const TableLine *line, bool is_enclitic) {
  SuffixRow row = {.is_enclitic = is_enclitic, .letters = letters_of(b, line->field[3])};
  uint16_t flags = 0, ending = 0;
  StemKind kind = KIND_WORD;
  if (!is_enclitic && (!builder_kind(line->field[1], &kind) || !builder_slots(line->field[2], &row.ending.slot)))
    return table_error(line, b->info, "a suffix needs a kind and a slot");
  ErrorCode code = flags_of(b, line, line->field[7], &flags, &ending, &row.ending.cost);
  if (code) return code;
  row.ending.kind = (uint8_t)kind;
  row.ending.person = one_of(line->field[4], "-123");
  row.ending.number = one_of(line->field[5], "-sdp");
  row.ending.gender = one_of(line->field[6], "-mf");
  row.ending.flags = (uint8_t)ending;
  row.final = flags & ROW_FINAL;
  row.wants_enclitic = flags & ROW_WANTS;
  row.for_verbs = flags & ROW_VERBS;
  row.for_nouns = flags & ROW_NOUNS;
  vec_push(&b->suffixes, b->arena, row);
  return ERROR_OK;
}

static ErrorCode prefix_row(LexiconBuilder *b, const TableLine *line) {
  StemKind kind;
  Str letters = letters_of(b, line->field[3]);
  if (!builder_kind(line->field[1], &kind) || letters.n != 1)
    return table_error(line, b->info, "a prefix is a kind and one letter");
  vec_push(&b->prefixes, b->arena, (PrefixRow){(uint8_t)kind, (uint8_t)letters.p[0]});
  return ERROR_OK;
}

static ErrorCode proclitic_row(LexiconBuilder *b, const TableLine *line) {
  Proclitic p = {0};
  Str kinds = line->field[1], clitics = line->field[4], letters = letters_of(b, line->field[3]);
  while (kinds.n) {
    Str name = str_trim(str_cut(&kinds, ','));
    StemKind kind;
    if (!builder_kind(name, &kind)) return table_error(line, b->info, "no kind is named %.*s", STR_ARG(name));
    p.kinds = (uint16_t)(p.kinds | 1u << kind);
  }
  while (clitics.n) {
    Str name = str_trim(str_cut(&clitics, '+'));
    if (!str_eq(name, STR("-")) && !FLAG_OF(CLITICS, name, &p.clitics))
      return table_error(line, b->info, "no proclitic is named %.*s", STR_ARG(name));
  }
  uint16_t flags = 0;
  ErrorCode code = flags_of(b, line, line->field[5], &flags, NULL, &p.cost);
  if (code) return code;
  if (flags & ROW_LAM) p.flags = PROCLITIC_LAM;
  char *fold = arena_alloc(b->arena, letters.n + 1, 1);
  if (!fold) return ERROR_OK;
  for (size_t i = 0; i < letters.n; i++) fold[i] = (char)letter_fold((uint8_t)letters.p[i]);
  uint32_t key = strings_intern(&b->proclitics, (Str){fold, letters.n});
  vec_push(&b->proclitic_list, b->arena, (KeyedProclitic){key, p});
  return ERROR_OK;
}

ErrorCode builder_affix_row(LexiconBuilder *b, const TableLine *line) {
  Str what = line->field[0];
  if (str_eq(what, STR("suffix"))) return suffix_row(b, line, false);
  if (str_eq(what, STR("enclitic"))) return suffix_row(b, line, true);
  if (str_eq(what, STR("prefix"))) return prefix_row(b, line);
  if (str_eq(what, STR("proclitic"))) return proclitic_row(b, line);
  return table_error(line, b->info, "suffix, enclitic, prefix or proclitic expected");
}

static void add_ending(LexiconBuilder *b, const SuffixRow *suffix, const SuffixRow *enclitic) {
  size_t n = suffix->letters.n + (enclitic ? enclitic->letters.n : 0);
  uint8_t *light = arena_alloc(b->arena, n + 1, 1), *fold = arena_alloc(b->arena, n + 1, 1);
  if (!light || !fold) return;
  if (suffix->letters.n) memcpy(light, suffix->letters.p, suffix->letters.n);
  if (enclitic) memcpy(light + suffix->letters.n, enclitic->letters.p, enclitic->letters.n);
  for (size_t i = 0; i < n; i++) fold[i] = letter_fold(light[i]);
  Ending e = suffix->ending;
  e.light = letter_signature(light, (uint32_t)n);
  if (enclitic) {
    const Ending *p = &enclitic->ending;
    e.enclitic = (uint8_t)(p->person | p->number << 2 | p->gender << 4);
    e.enclitic_n = (uint8_t)enclitic->letters.n;
    e.cost = (uint8_t)(e.cost + p->cost);
  }
  uint32_t key = strings_intern(&b->endings, (Str){(const char *)fold, n});
  vec_push(&b->ending_list, b->arena, (KeyedEnding){key * KIND_COUNT + e.kind, e});
}

void builder_join_endings(LexiconBuilder *b) {
  for (uint32_t i = 0; i < b->suffixes.n; i++) {
    const SuffixRow *suffix = &b->suffixes.at[i];
    if (suffix->is_enclitic) continue;
    if (!suffix->wants_enclitic) add_ending(b, suffix, NULL);
    if (suffix->final) continue;
    bool verb = suffix->ending.kind != KIND_NOMINAL, noun = suffix->ending.kind < KIND_PERFECT;
    for (uint32_t k = 0; k < b->suffixes.n; k++) {
      const SuffixRow *enclitic = &b->suffixes.at[k];
      if (enclitic->is_enclitic && ((verb && enclitic->for_verbs) || (noun && enclitic->for_nouns)))
        add_ending(b, suffix, enclitic);
    }
  }
}
