/* Compiles the tables of types: what each is, and what it is in other codebooks. */
#include "code/grammar/compile.h"

bool compiler_knows_type(const Compiler *c, uint32_t type) {
  for (uint32_t i = 0; i < c->types.n; i++)
    if (c->types.at[i].type == type) return true;
  return false;
}

static bool class_of(Str name, uint32_t *class) {
  static const Named classes[] = {
#define X(name, word) {word, name},
      TYPE_CLASSES(X)
#undef X
  };
  return NAMED(classes, name, class);
}

/* "violent,fire", or "-" for none */
static bool traits_of(Str list, uint64_t *traits) {
  static const char *const words[] = {
#define X(name, word) word,
      TYPE_TRAITS(X)
#undef X
  };
  if (str_eq(list, STR("-"))) return true;
  for (Str rest = list; rest.n;) {
    Str word = str_cut(&rest, ',');
    uint32_t t = 0;
    while (t < TRAIT_COUNT && !str_eq(word, str_of(words[t]))) t++;
    if (t == TRAIT_COUNT) return false;
    *traits |= (uint64_t)1 << t;
  }
  return list.n != 0;
}

/* "-3"; nothing is 0 */
static bool tenths_of(Str word, int32_t *tenths) {
  bool minus = word.n && word.p[0] == '-';
  uint32_t n = 0;
  if (word.n && (!str_to_u32(str_slice(word, minus, word.n), &n) || n > INT8_MAX)) return false;
  *tenths = minus ? -(int32_t)n : (int32_t)n;
  return true;
}

/* "arrested", or "-" or nothing for none */
static bool custody_of(Str word, Str *custody) {
  *custody = str_eq(word, STR("-")) ? STR("") : word;
  return !custody->n || STR_IN(word, "arrested", "abducted", "released");
}

ErrorCode compile_types(Compiler *c, const Source *source, ErrorInfo *info) {
  for (uint32_t i = 0; i < source->files.n; i++) {
    if (!str_eq(source->files.at[i].name, STR("grammar/types.tsv"))) continue;
    TableReader reader = table_reader(&source->files.at[i]);
    for (TableLine line; table_next(&reader, &line);) {
      TypeImage row = {.type = compiler_keep(c, line.field[0])};
      if (!class_of(line.field[1], &row.class)) return table_error(&line, info, "the second field names no class");
      if (!traits_of(line.field[2], &row.traits)) return table_error(&line, info, "the third field names no trait");
      if (!str_to_u32(line.field[3], &row.specific)) return table_error(&line, info, "the fourth field is no number");
      if (!tenths_of(line.field[4], &row.told)) return table_error(&line, info, "the fifth field is no number");
      Str custody;
      if (!custody_of(line.field[5], &custody)) return table_error(&line, info, "the sixth field is no custody");
      row.custody = compiler_keep(c, custody);
      vec_push(&c->types, c->arena, row);
    }
  }
  return ERROR_OK;
}

ErrorCode compile_mapping(Compiler *c, const Source *source, ErrorInfo *info) {
  const SourceFile *file = source_find(source, STR("grammar/mapping.tsv"));
  if (!file) return ERROR_OK;
  TableReader reader = table_reader(file);
  for (TableLine line; table_next(&reader, &line);) {
    MappingImage row = {.ged = str_eq(line.field[MAPPING_WORDS], STR("1"))};
    for (uint32_t i = 0; i < MAPPING_WORDS; i++)
      row.word[i] = compiler_keep(c, str_eq(line.field[i], STR("-")) ? STR("") : line.field[i]);
    if (!compiler_knows_type(c, row.word[0]))
      return table_error(&line, info, "the first field is no type of types.tsv");
    vec_push(&c->mapping, c->arena, row);
  }
  return ERROR_OK;
}
