/* From data/places, data/actors.tsv, data/sources.tsv and the tables of names to the image.
 *
 * A row whose id was there before replaces it, so a user's folder overlays ours. Names enter
 * the trie under their key; what a single word is otherwise («صور», pictures; «حسن», a man's
 * name) is asked of the lexicon and the tables of names here, once, and kept in the flags. */
#include <math.h>

#include "know/know_words.h"
#include "lang/word.h"
#include "text/normal.h"

enum { NAME_MAX_WORDS = 12, NAME_MAX_BYTES = 200, COMMON_RANK = 7, RARE_RANK = 12 };

typedef struct NameEntry {
  Str text;
  uint32_t owner; /* value: kind and index */
  bool first;
} NameEntry;

typedef struct Builder {
  Arena *arena;
  const Lexicon *lexicon;
  StringsBuilder texts, place_ids, actor_ids, personal, type_names;
  VEC(uint32_t) place_of, actor_of; /* by number of the id: the row */
  VEC(uint32_t) place_names;        /* by row: its names stand from here on in `names` */
  VEC(PlaceRow) places;
  VEC(ActorRow) actors;
  VEC(WordRow) words;
  VEC(TypeRow) types;
  VEC(NameEntry) names;
  VEC(Str) place_admin1, place_admin2, actor_parent, actor_next; /* ids, until all rows are read */
  PhrasesBuilder phrases;
  ErrorInfo *info;
} Builder;

static uint32_t text_of_str(Builder *b, Str s) { return strings_intern(&b->texts, s.n ? s : STR("")); }

static uint16_t country_of(Str s) {
  if (s.n != 2) return 0;
  uint32_t code = (uint32_t)(unsigned char)s.p[0] | (uint32_t)(unsigned char)s.p[1] << 8;
  return (uint16_t)code;
}

/* The row of an id, ROW_NONE where there is none yet. */
static uint32_t row_of(const StringsBuilder *ids, const uint32_t *of, Str id) {
  uint32_t number = id.n ? strings_builder_find(ids, id) : STRINGS_NONE;
  return number == STRINGS_NONE ? ROW_NONE : of[number];
}

static Str whole_key(Builder *b, Str name) {
  bool al;
  return know_key(light_key(b->arena, name), fold_key(b->arena, name), &al);
}

/* The first name and those that differ from it by the article or a hamza alone are `first`. */
static void add_names(Builder *b, Str list, KnowKind kind, uint32_t row) {
  Str first = STR_NONE;
  while (list.n) {
    Str name = str_trim(str_cut(&list, '|'));
    if (!name.n || name.n > NAME_MAX_BYTES) continue;
    Str key = kind == KNOW_PLACE ? whole_key(b, name) : STR_NONE;
    if (!first.p) first = key;
    vec_push(&b->names, b->arena, (NameEntry){name, (uint32_t)kind << KNOW_KIND_SHIFT | row, str_eq(key, first)});
  }
}

/* A new row, or the one to be replaced: its names go, the later row says all. */
static uint32_t place_slot(Builder *b, Str id) {
  uint32_t number = strings_intern(&b->place_ids, id);
  if (number == STRINGS_NONE) return ROW_NONE;
  if (number < b->place_of.n && b->place_of.at[number] != ROW_NONE) {
    uint32_t row = b->place_of.at[number];
    b->place_names.at[row] = b->names.n;
    return row;
  }
  while (b->place_of.n <= number) vec_push(&b->place_of, b->arena, ROW_NONE);
  vec_push(&b->places, b->arena, (PlaceRow){0});
  vec_push(&b->place_names, b->arena, b->names.n);
  vec_push(&b->place_admin1, b->arena, STR_NONE);
  vec_push(&b->place_admin2, b->arena, STR_NONE);
  if (number >= b->place_of.n || !arena_ok(b->arena)) return ROW_NONE;
  return b->place_of.at[number] = b->places.n - 1;
}

static float coordinate(Str s) {
  double v;
  return str_to_double(s, &v) ? (float)v : NAN;
}

static ErrorCode place_row(Builder *b, const TableLine *line) {
  PlaceKind kind;
  uint32_t population = 0, precision = 0;
  if (line->n < 11 || !line->field[0].n || !line->field[1].n) return table_error(line, b->info, "a place lacks fields");
  if (!place_kind_of(line->field[5], &kind)) return table_error(line, b->info, "no such level of a place");
  if (line->field[9].n && !str_to_u32(line->field[9], &population))
    return table_error(line, b->info, "the population is no number");
  if (!str_to_u32(line->field[10], &precision) || precision < 1 || precision > 7)
    return table_error(line, b->info, "the precision is not 1 to 7");
  uint32_t row = place_slot(b, line->field[0]);
  if (row == ROW_NONE || row > KNOW_INDEX_MAX) return error_set(b->info, ERROR_MEMORY, line->file->path, 0, "places");
  b->places.at[row] = (PlaceRow){.id = text_of_str(b, line->field[0]),
                                 .name_en = text_of_str(b, line->field[2]),
                                 .admin1 = ROW_NONE,
                                 .admin2 = ROW_NONE,
                                 .population = population,
                                 .lat = coordinate(line->field[3]),
                                 .lon = coordinate(line->field[4]),
                                 .country = country_of(line->field[6]),
                                 .kind = (uint8_t)kind,
                                 .precision = (uint8_t)precision};
  b->place_admin1.at[row] = line->field[7];
  b->place_admin2.at[row] = line->field[8];
  add_names(b, line->field[1], KNOW_PLACE, row);
  for (Str list = line->field[11]; list.n;) {
    uint32_t number = strings_intern(&b->place_ids, str_cut(&list, '|'));
    if (number == STRINGS_NONE) continue;
    while (b->place_of.n <= number) vec_push(&b->place_of, b->arena, ROW_NONE);
    if (number < b->place_of.n && b->place_of.at[number] == ROW_NONE) b->place_of.at[number] = row;
  }
  return ERROR_OK;
}

/* places/also.tsv: more names of a place by its id. */
static ErrorCode also_row(Builder *b, const TableLine *line) {
  uint32_t row = row_of(&b->place_ids, b->place_of.at, line->field[0]);
  if (row == ROW_NONE) return table_error(line, b->info, "no place has this id");
  for (Str list = line->field[1]; list.n;) {
    Str name = str_trim(str_cut(&list, '|'));
    if (name.n) vec_push(&b->names, b->arena, (NameEntry){name, (uint32_t)KNOW_PLACE << KNOW_KIND_SHIFT | row, false});
  }
  return ERROR_OK;
}

static uint32_t type_of(Builder *b, Str name) {
  uint32_t number = strings_intern(&b->type_names, name);
  while (number != STRINGS_NONE && b->types.n <= number)
    if (!vec_push(&b->types, b->arena, (TypeRow){.name = text_of_str(b, name)})) return 0;
  return number == STRINGS_NONE ? 0 : number;
}

/* "2014-08-10" to 20140810; 0 for an empty field. */
static ErrorCode day_field(const Builder *b, const TableLine *line, uint32_t field, uint32_t *out) {
  uint32_t part[3] = {0};
  Str rest = line->field[field];
  *out = 0;
  if (!rest.n) return ERROR_OK;
  for (int i = 0; i < 3; i++)
    if (!str_to_u32(str_cut(&rest, '-'), &part[i])) return table_error(line, b->info, "a date is not YYYY-MM-DD");
  if (rest.n || part[1] > 12 || part[2] > 31) return table_error(line, b->info, "a date is not YYYY-MM-DD");
  *out = part[0] * 10000 + part[1] * 100 + part[2];
  return ERROR_OK;
}

static uint32_t actor_slot(Builder *b, Str id) {
  uint32_t number = strings_intern(&b->actor_ids, id);
  while (number != STRINGS_NONE && b->actor_of.n <= number)
    if (!vec_push(&b->actor_of, b->arena, ROW_NONE)) return ROW_NONE;
  if (number == STRINGS_NONE) return ROW_NONE;
  if (b->actor_of.at[number] != ROW_NONE) return b->actor_of.at[number];
  vec_push(&b->actors, b->arena, (ActorRow){.parent = ROW_NONE, .replaced_by = ROW_NONE});
  vec_push(&b->actor_parent, b->arena, STR_NONE);
  vec_push(&b->actor_next, b->arena, STR_NONE);
  return arena_ok(b->arena) ? (b->actor_of.at[number] = b->actors.n - 1) : ROW_NONE;
}

/* «SY|IQ»; false where they are too many. */
static bool theatre_of(Str list, uint16_t theatre[THEATRE_MOST]) {
  for (uint32_t n = 0; list.n; n++) {
    if (n == THEATRE_MOST) return false;
    theatre[n] = country_of(str_trim(str_cut(&list, '|')));
  }
  return true;
}

static ErrorCode actor_row(Builder *b, const TableLine *line) {
  if (line->n < 4 || !line->field[0].n || !line->field[1].n) return table_error(line, b->info, "an actor lacks fields");
  uint32_t row = actor_slot(b, line->field[0]);
  if (row == ROW_NONE) return error_set(b->info, ERROR_MEMORY, line->file->path, 0, "actors");
  ActorRow *a = &b->actors.at[row];
  a->id = text_of_str(b, line->field[0]);
  a->name_en = text_of_str(b, line->field[2]);
  a->type = type_of(b, line->field[3]);
  a->country = country_of(line->field[4]);
  if (!theatre_of(line->field[9], a->theatre)) return table_error(line, b->info, "too many countries");
  b->actor_parent.at[row] = line->field[5];
  b->actor_next.at[row] = line->field[8];
  add_names(b, line->field[1], KNOW_ACTOR, row);
  ErrorCode code = day_field(b, line, 6, &a->from);
  return code ? code : day_field(b, line, 7, &a->to);
}

/* id, names, English name, party | state | wire | local | ngo, affiliation (an actor), country */
static ErrorCode source_row(Builder *b, const TableLine *line) {
  if (line->n < 4 || !line->field[0].n || !line->field[1].n) return table_error(line, b->info, "a source lacks fields");
  uint32_t row = actor_slot(b, line->field[0]);
  if (row == ROW_NONE) return error_set(b->info, ERROR_MEMORY, line->file->path, 0, "sources");
  ActorRow *a = &b->actors.at[row];
  if (!a->id) a->type = type_of(b, STR("media"));
  a->id = text_of_str(b, line->field[0]);
  a->name_en = text_of_str(b, line->field[2]);
  a->country = country_of(line->field[5]);
  a->source = 1;
  b->actor_parent.at[row] = line->field[4];
  add_names(b, line->field[1], KNOW_ACTOR, row);
  return ERROR_OK;
}

static ErrorCode type_row(Builder *b, const TableLine *line) {
  uint32_t type = type_of(b, line->field[0]);
  for (Str list = line->field[2]; list.n;) {
    Str name = str_trim(str_cut(&list, ','));
    ClassSet bit = b->lexicon ? lexicon_class(b->lexicon, name) : 0;
    if (b->lexicon && !bit) return table_error(line, b->info, "no such class: %.*s", STR_ARG(name));
    if (type < b->types.n) b->types.at[type].classes |= bit;
  }
  return ERROR_OK;
}

static ErrorCode level_flags(Builder *b, const TableLine *line, WordRow *row) {
  static const struct {
    const char *name;
    uint32_t flag;
  } flags[] = {{"weak", LEVEL_WEAK}, {"plural", LEVEL_PLURAL}, {"capital", LEVEL_CAPITAL}};
  for (Str list = line->field[3]; list.n;) {
    Str name = str_trim(str_cut(&list, ','));
    uint32_t flag = 0;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
      if (str_eq(name, str_of(flags[i].name))) flag = flags[i].flag;
    if (!flag) return table_error(line, b->info, "no such flag of a level word");
    row->value |= flag;
  }
  return ERROR_OK;
}

static ErrorCode word_value(Builder *b, const TableLine *line, WordRow *row) {
  PlaceLevel level;
  switch (row->kind) {
    case WORD_LEVEL:
      if (!place_level_of(line->field[2], &level)) return table_error(line, b->info, "no such level");
      row->arg = (uint16_t)level;
      return level_flags(b, line, row);
    case WORD_HERE:
      if (!place_level_of(line->field[2], &level)) return table_error(line, b->info, "no such level");
      row->arg = (uint16_t)level;
      return ERROR_OK;
    case WORD_AREA: return level_flags(b, line, row);
    case WORD_NISBA:
      row->value = row_of(&b->place_ids, b->place_of.at, line->field[2]);
      return row->value == ROW_NONE ? table_error(line, b->info, "no place has this id") : ERROR_OK;
    case WORD_HEAD:
    case WORD_BAND:
    case WORD_BODY:
    case WORD_BACK:
      row->value = type_of(b, line->field[2]);
      row->arg = str_eq(line->field[3], STR("strict"))    ? HEAD_STRICT
                 : str_eq(line->field[3], STR("place"))   ? HEAD_PLACE
                 : str_eq(line->field[3], STR("article")) ? HEAD_ARTICLE
                                                          : 0;
      return ERROR_OK;
    case WORD_POST: row->value = str_eq(line->field[2], STR("duty")); return ERROR_OK;
    case WORD_STOP: row->value = str_eq(line->field[2], STR("bare")); return ERROR_OK;
    default: return ERROR_OK;
  }
}

static bool is_personal(KnowWord word) {
  return word == WORD_GIVEN || word == WORD_FAMILY || word == WORD_NAME || word == WORD_DIVINE;
}

static ErrorCode word_row(Builder *b, const TableLine *line) {
  KnowWord kind;
  if (!know_word_of(line->field[1], &kind)) return table_error(line, b->info, "no such kind of word");
  if (kind == WORD_TYPE) return type_row(b, line);
  WordRow row = {.kind = (uint16_t)kind};
  ErrorCode code = word_value(b, line, &row);
  if (code) return code;
  uint32_t at = 0;
  for (at = b->words.n > 64 ? b->words.n - 64 : 0; at < b->words.n; at++)
    if (!memcmp(&b->words.at[at], &row, sizeof row)) break;
  if (at == b->words.n) vec_push(&b->words, b->arena, row);
  add_names(b, line->field[0], KNOW_WORD, at);
  if (is_personal(kind)) {
    Str light = light_key(b->arena, line->field[0]), fold = fold_key(b->arena, line->field[0]);
    bool al;
    if (light.n == fold.n) strings_intern(&b->personal, know_key(light, fold, &al));
  }
  return ERROR_OK;
}

/* How common the words of a name are otherwise: of several, the least common speaks. */
static uint32_t word_flags(Builder *b, Str utf8, bool place) {
  if (!b->lexicon) return 0;
  ArenaMark mark = arena_mark(b->arena);
  Word word = word_alone(b->arena, b->lexicon, utf8);
  uint32_t best = 99, proper = 99;
  for (uint32_t i = 0; i < word.n; i++) {
    const Reading *r = &word.readings[i];
    if (r->guessed || r->lemma >= b->lexicon->n || (r->clitics & ~CLITIC_AL) || r->enclitic) continue;
    if (r->pos == POS_VERB && (r->person != 3 || r->number != NUMBER_SINGULAR)) continue; /* «حرستا» they two guarded */
    uint32_t rank = b->lexicon->lemmas[r->lemma].rank, *least = r->pos == POS_PROPER ? &proper : &best;
    if (rank < *least) *least = rank;
  }
  arena_release(b->arena, mark);
  /* More a place than a word: «إسبانيا». Of «جميل» the lexicon knows only that it is a name. */
  if (place && proper < best && best <= RARE_RANK) return NAME_RARE;
  return best <= COMMON_RANK ? NAME_COMMON : best <= RARE_RANK ? NAME_RARE : 0;
}

typedef struct NameKeys {
  Str words[NAME_MAX_WORDS];
  uint32_t n, flags;
} NameKeys;

/* Has the word an alef with hamza that is not its first letter? */
static bool inner_hamza(Str key, Str light) {
  for (size_t i = 1; i < key.n; i++)
    if ((uint8_t)light.p[i] == LETTER_ALEF_HAMZA || (uint8_t)light.p[i] == LETTER_ALEF_HAMZA_BELOW) return true;
  return false;
}

static bool is_person_word(const Builder *b, uint32_t owner) {
  return value_kind(owner) == KNOW_WORD && is_personal((KnowWord)b->words.at[value_index(owner)].kind);
}

static bool name_keys(Builder *b, const NameEntry *entry, NameKeys *out) {
  Str light = light_key(b->arena, entry->text), fold = fold_key(b->arena, entry->text), utf8 = entry->text;
  if (!light.p || light.n != fold.n) return false;
  bool place = value_kind(entry->owner) == KNOW_PLACE, personal = place;
  bool flagged = place || is_person_word(b, entry->owner);
  uint32_t rarest = NAME_COMMON;
  *out = (NameKeys){.flags = entry->first ? NAME_FIRST : 0};
  for (uint32_t from = 0; from < light.n && out->n < NAME_MAX_WORDS;) {
    uint32_t to = from;
    while (to < light.n && light.p[to] != ' ') to++;
    Str word = str_trim(str_cut(&utf8, ' '));
    if (to > from) {
      bool al;
      Str key = know_key(str_slice(light, from, to), str_slice(fold, from, to), &al);
      if (!out->n && al) out->flags |= NAME_AL;
      if (place && inner_hamza(key, str_slice(light, to - key.n, to))) out->flags |= NAME_HAMZA;
      if (personal) personal = strings_builder_find(&b->personal, key) != STRINGS_NONE;
      uint32_t flags = flagged ? word_flags(b, word, place) : 0;
      if (flags < rarest) rarest = flags;
      out->words[out->n++] = key;
    }
    from = to + 1;
  }
  if (out->n == 1 && value_kind(entry->owner) == KNOW_ACTOR)
    rarest = word_flags(b, str_trim(entry->text), false), flagged = true;
  if (flagged) out->flags |= rarest | (personal ? (uint32_t)NAME_PERSONAL : 0);
  return out->n > 0;
}

/* What follows the ya of a nisba: feminine, plurals, duals. Not the accusative's alef, which
 * would make «سوريا» an adjective. */
static const uint8_t NISBA_ENDINGS[][4] = {
    {LETTER_HA},
    {LETTER_WAW, LETTER_NUN},
    {LETTER_YA, LETTER_NUN},
    {LETTER_ALEF, LETTER_NUN},
    {LETTER_ALEF, LETTER_TA},
    {LETTER_TA, LETTER_ALEF, LETTER_NUN},
    {LETTER_TA, LETTER_YA, LETTER_NUN},
};

static void add_nisba_forms(Builder *b, const NameKeys *keys, uint32_t value) {
  NameKeys form = *keys;
  Str last = form.words[form.n - 1];
  if (!last.n || (uint8_t)last.p[last.n - 1] != LETTER_YA) return;
  for (size_t i = 0; i < sizeof NISBA_ENDINGS / sizeof *NISBA_ENDINGS; i++) {
    size_t n = strlen((const char *)NISBA_ENDINGS[i]);
    char *at = arena_alloc(b->arena, last.n + n, 1);
    if (!at) return;
    memcpy(at, last.p, last.n);
    memcpy(at + last.n, NISBA_ENDINGS[i], n);
    form.words[form.n - 1] = (Str){at, last.n + n};
    phrases_add(&b->phrases, form.words, form.n, value);
  }
}

/* «أبو عريش» is «أبي عريش» behind a preposition: the other two cases of its first word. */
static void add_kunya_cases(Builder *b, const NameKeys *keys, uint32_t value) {
  static const char abu[] = {(char)LETTER_ALEF, (char)LETTER_BA, (char)LETTER_WAW, 0};
  static const char abi[] = {(char)LETTER_ALEF, (char)LETTER_BA, (char)LETTER_YA, 0};
  static const char aba[] = {(char)LETTER_ALEF, (char)LETTER_BA, (char)LETTER_ALEF, 0};
  NameKeys form = *keys;
  if (keys->n < 2 || !str_eq(keys->words[0], str_of(abu))) return;
  form.words[0] = str_of(abi);
  phrases_add(&b->phrases, form.words, form.n, value);
  form.words[0] = str_of(aba);
  phrases_add(&b->phrases, form.words, form.n, value);
}

static bool outdated(const Builder *b, uint32_t i) {
  uint32_t owner = b->names.at[i].owner;
  return value_kind(owner) == KNOW_PLACE && i < b->place_names.at[value_index(owner)];
}

static bool is_nisba(const Builder *b, uint32_t owner) {
  return value_kind(owner) == KNOW_WORD && b->words.at[value_index(owner)].kind == WORD_NISBA;
}

static void build_names(Builder *b) {
  for (uint32_t i = 0; i < b->names.n; i++) {
    NameKeys keys;
    const NameEntry *name = &b->names.at[i];
    if (outdated(b, i) || !name_keys(b, name, &keys)) continue;
    uint32_t value = name->owner | keys.flags << KNOW_FLAG_SHIFT;
    phrases_add(&b->phrases, keys.words, keys.n, value);
    if (value_kind(name->owner) == KNOW_PLACE) add_kunya_cases(b, &keys, value);
    if (is_nisba(b, name->owner)) add_nisba_forms(b, &keys, value);
  }
}

static void link_rows(Builder *b) {
  for (uint32_t i = 0; i < b->places.n; i++) {
    b->places.at[i].admin1 = row_of(&b->place_ids, b->place_of.at, b->place_admin1.at[i]);
    b->places.at[i].admin2 = row_of(&b->place_ids, b->place_of.at, b->place_admin2.at[i]);
  }
  for (uint32_t i = 0; i < b->actors.n; i++) {
    ActorRow *a = &b->actors.at[i];
    a->parent = row_of(&b->actor_ids, b->actor_of.at, b->actor_parent.at[i]);
    a->replaced_by = row_of(&b->actor_ids, b->actor_of.at, b->actor_next.at[i]);
    a->classes = a->type < b->types.n ? b->types.at[a->type].classes : 0;
    if (a->type < b->types.n) a->type = b->types.at[a->type].name;
  }
}

typedef ErrorCode RowFunction(Builder *b, const TableLine *line);

static ErrorCode read_file(Builder *b, const SourceFile *file, RowFunction *row) {
  TableReader reader = table_reader(file);
  TableLine line;
  while (table_next(&reader, &line)) {
    ErrorCode code = row(b, &line);
    if (code) return code;
    if (!arena_ok(b->arena)) return error_set(b->info, ERROR_MEMORY, file->path, 0, "compiling names");
    if (b->places.n > KNOW_INDEX_MAX || b->actors.n > KNOW_INDEX_MAX || b->words.n > KNOW_INDEX_MAX)
      return table_error(&line, b->info, "more rows than an image holds");
  }
  return ERROR_OK;
}

static ErrorCode read_named(Builder *b, const Source *source, const char *name, RowFunction *row) {
  for (uint32_t i = 0; i < source->files.n; i++) {
    if (!str_eq(source->files.at[i].name, str_of(name))) continue;
    ErrorCode code = read_file(b, &source->files.at[i], row);
    if (code) return code;
  }
  return ERROR_OK;
}

static ErrorCode read_places(Builder *b, const Source *source) {
  for (uint32_t i = 0; i < source->files.n; i++) {
    const SourceFile *file = &source->files.at[i];
    if (!str_starts(file->name, STR("places/")) || str_eq(file->name, STR("places/also.tsv"))) continue;
    ErrorCode code = read_file(b, file, place_row);
    if (code) return code;
  }
  return read_named(b, source, "places/also.tsv", also_row);
}

static ErrorCode read_all(Builder *b, const Source *source) {
  static const struct {
    const char *name;
    RowFunction *row;
  } tables[] = {{"lexicon/actor_words.tsv", word_row},
                {"actors.tsv", actor_row},
                {"sources.tsv", source_row},
                {"lexicon/place_words.tsv", word_row},
                {"lexicon/person_names.tsv", word_row},
                {"lexicon/person_names_own.tsv", word_row},
                {"lexicon/titles.tsv", word_row}};
  ErrorCode code = read_places(b, source);
  for (size_t i = 0; !code && i < sizeof tables / sizeof *tables; i++)
    code = read_named(b, source, tables[i].name, tables[i].row);
  return code;
}

ErrorCode know_compile(const Source *source, const Lexicon *lexicon, ImageBuilder *image, ErrorInfo *info) {
  Builder b = {.arena = image->arena, .lexicon = lexicon, .info = info};
  b.texts.arena = b.place_ids.arena = b.actor_ids.arena = b.personal.arena = b.type_names.arena = b.arena;
  b.phrases.arena = b.phrases.words.arena = b.arena;
  (void)text_of_str(&b, STR_NONE);
  ErrorCode code = read_all(&b, source);
  if (code) return code;
  link_rows(&b);
  build_names(&b);
  phrases_build(&b.phrases, image, KNOW_PHRASES);
  strings_build(&b.texts, image, KNOW_TEXTS);
  image_builder_add(image, KNOW_TAG('p'), b.places.at, sizeof(PlaceRow), b.places.n);
  image_builder_add(image, KNOW_TAG('a'), b.actors.at, sizeof(ActorRow), b.actors.n);
  image_builder_add(image, KNOW_TAG('w'), b.words.at, sizeof(WordRow), b.words.n);
  image_builder_add(image, KNOW_TAG('t'), b.types.at, sizeof(TypeRow), b.types.n);
  return arena_ok(b.arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("data"), 0, "compiling names");
}
