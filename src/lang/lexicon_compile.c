/* From the tables of data/lexicon to the sections of the image: rows to lemmas, stems and endings, then
 * each list sorted by its key, so that the same data give the same bytes. */
#include <stdlib.h>

#include "lang/lexicon_build.h"

typedef ErrorCode RowFunction(LexiconBuilder *b, const TableLine *line);

/* In the order in which they need each other: classes before who has them, prefixes before
 * the imperfects, verbs before what is derived from them, hand-made before imported. */
typedef struct TableKind {
  const char *name;
  RowFunction *row;
} TableKind;

static const TableKind TABLES[] = {
    {"lexicon/classes.tsv", builder_class_row},
    {"lexicon/affixes.tsv", builder_affix_row},
    {"lexicon/particles.tsv", builder_word_row},
    {"lexicon/verbs.tsv", builder_verb_row},
    {"lexicon/verb_classes.tsv", builder_verb_class_row},
    {"lexicon/nouns.tsv", builder_noun_row},
    {"lexicon/names.tsv", builder_noun_row},
    {"lexicon/derived.tsv", builder_noun_row},
    {"lexicon/adjectives.tsv", builder_noun_row},
    {"lexicon/proper.tsv", builder_noun_row},
};

static ErrorCode read_table(LexiconBuilder *b, const Source *source, const TableKind *kind) {
  for (uint32_t i = 0; i < source->files.n; i++) {
    if (!str_eq(source->files.at[i].name, str_of(kind->name))) continue;
    TableReader reader = table_reader(&source->files.at[i]);
    TableLine line;
    while (table_next(&reader, &line)) {
      ErrorCode code = kind->row(b, &line);
      if (code) return code;
    }
  }
  return ERROR_OK;
}

/* Lemmas are numbered anew by their texts, which makes those of one text neighbours. */
static uint32_t *sort_lemmas(LexiconBuilder *b, uint32_t **text_first) {
  uint32_t n = b->lemmas.n, texts = b->texts.list.n;
  uint32_t *number = ARENA_ARRAY(b->arena, uint32_t, n + 1), *first = ARENA_ARRAY(b->arena, uint32_t, texts + 1);
  uint32_t *next = ARENA_ARRAY(b->arena, uint32_t, texts + 1);
  Lemma *sorted = ARENA_ARRAY(b->arena, Lemma, n + 1);
  if (!number || !first || !sorted || !next) return NULL;
  for (uint32_t i = 0; i < n; i++) first[b->lemmas.at[i].text + 1]++;
  for (uint32_t i = 0; i < texts; i++) first[i + 1] += first[i];
  memcpy(next, first, (texts + 1) * sizeof *next);
  for (uint32_t i = 0; i < n; i++) number[i] = next[b->lemmas.at[i].text]++;
  for (uint32_t i = 0; i < n; i++) {
    Lemma lemma = b->lemmas.at[i];
    if (lemma.verb != LEMMA_NONE) lemma.verb = number[lemma.verb];
    sorted[number[i]] = lemma;
  }
  b->lemmas.at = sorted;
  for (uint32_t i = 0; i < b->entries.n; i++) {
    Stem *stem = &b->entries.at[i].stem;
    stem->lemma = number[stem->lemma];
    const Lemma *lemma = &sorted[stem->lemma];
    stem->rank = lemma->rank;
    stem->pos = lemma->pos;
    stem->form = lemma->form;
    stem->gender = lemma->gender;
  }
  *text_first = first;
  return number;
}

/* All keyed lists are a uint32_t key and an item without padding: compared as they stand,
 * the item by its bytes, so equal rows meet and the order depends on nothing else. Stems of
 * one key stand in the order of their lemmas, which is that of the tables. */
static int compare_stems(const void *a, const void *b) {
  const KeyedStem *x = a, *y = b;
  if (x->key == y->key && x->stem.lemma != y->stem.lemma) return x->stem.lemma < y->stem.lemma ? -1 : 1;
  return x->key != y->key ? (x->key < y->key ? -1 : 1) : memcmp(&x->stem, &y->stem, sizeof x->stem);
}

/* The same but for the slots, which are then put together: «مسلح» s t d and «مسلح» p. */
static int compare_but_slots(const void *a, const void *b) {
  KeyedStem x = *(const KeyedStem *)a, y = *(const KeyedStem *)b;
  x.stem.slots = y.stem.slots = 0;
  uint8_t costs[2] = {x.stem.cost, y.stem.cost};
  x.stem.cost = y.stem.cost = 0;
  int order = compare_stems(&x, &y);
  return order ? order : costs[0] - costs[1];
}

static bool alike_but_cost(const KeyedStem *a, const KeyedStem *b) {
  KeyedStem x = *a;
  x.stem.cost = b->stem.cost;
  return !compare_but_slots(&x, b);
}

/* What a cheaper entry offers, a dearer one need not. */
static void merge_slots(LexiconBuilder *b) {
  uint32_t kept = 0, first = 0; /* first: of those that differ in slots and cost alone */
  if (b->entries.n) qsort(b->entries.at, b->entries.n, sizeof *b->entries.at, compare_but_slots);
  for (uint32_t i = 0; i < b->entries.n; i++) {
    KeyedStem next = b->entries.at[i];
    if (kept && !alike_but_cost(&b->entries.at[kept - 1], &next)) first = kept;
    for (uint32_t k = first; k < kept; k++)
      if (b->entries.at[k].stem.cost < next.stem.cost) next.stem.slots &= ~b->entries.at[k].stem.slots;
    if (kept > first && b->entries.at[kept - 1].stem.cost == next.stem.cost)
      b->entries.at[kept - 1].stem.slots |= next.stem.slots;
    else if (next.stem.slots)
      b->entries.at[kept++] = next;
  }
  b->entries.n = kept;
}

static int compare_endings(const void *a, const void *b) {
  const KeyedEnding *x = a, *y = b;
  return x->key != y->key ? (x->key < y->key ? -1 : 1) : memcmp(&x->ending, &y->ending, sizeof x->ending);
}
static int compare_proclitics(const void *a, const void *b) {
  const KeyedProclitic *x = a, *y = b;
  return x->key != y->key ? (x->key < y->key ? -1 : 1) : memcmp(&x->proclitic, &y->proclitic, sizeof x->proclitic);
}

/* Sorts keyed items, drops the doubles, and adds the list and its ranges, which it returns, to the image. */
static const StemRange *add_list(LexiconBuilder *b, ImageBuilder *image, void *items, uint32_t n, size_t keyed_size,
                                 size_t size, int (*compare)(const void *, const void *), uint32_t keys,
                                 ImageTag ranges_tag, ImageTag list_tag) {
  StemRange *ranges = ARENA_ARRAY(b->arena, StemRange, keys + 1);
  char *list = arena_array(b->arena, n + 1, size, 16), *from = items;
  if (!ranges || !list) return NULL;
  if (n) qsort(items, n, keyed_size, compare);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < n; i++) {
    const char *item = from + i * keyed_size;
    if (i && !compare(item - keyed_size, item)) continue;
    uint32_t key;
    memcpy(&key, item, sizeof key);
    if (!ranges[key].n) ranges[key].first = kept;
    ranges[key].n++;
    memcpy(list + kept++ * size, item + (keyed_size - size), size);
  }
  image_builder_add(image, ranges_tag, ranges, sizeof(StemRange), keys);
  image_builder_add(image, list_tag, list, (uint32_t)size, kept);
  return ranges;
}

static void add_stem_slots(LexiconBuilder *b, ImageBuilder *image, const StemRange *ranges) {
  uint32_t n = b->stems.list.n, room = 16;
  while (room < 2 * n) room *= 2;
  StemSlot *slots = ARENA_ARRAY(b->arena, StemSlot, room);
  if (!slots || !ranges) return;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t letters = stem_letters(b->stems.list.at[i]);
    StemRange range = ranges[i];
    bool near = range.n < SLOT_FAR && range.first <= UINT32_MAX >> SLOT_COUNT_BITS;
    uint32_t at = stem_slot(letters);
    while (slots[at & (room - 1)].number) at++;
    slots[at & (room - 1)] =
        (StemSlot){letters, i + 1, near ? SLOT_ENTRIES(range.first, range.n) : SLOT_ENTRIES(0, SLOT_FAR)};
  }
  image_builder_add(image, LEXICON_TAG('S', 'h'), slots, sizeof *slots, room);
}

static void lay_out(LexiconBuilder *b, ImageBuilder *image) {
  uint32_t *first = NULL;
  if (!sort_lemmas(b, &first)) return;
  merge_slots(b);
  image_builder_add(image, LEXICON_TAG('L', 'm'), b->lemmas.at, sizeof(Lemma), b->lemmas.n);
  image_builder_add(image, LEXICON_TAG('L', 'f'), first, sizeof(uint32_t), b->texts.list.n + 1);
  strings_build(&b->texts, image, LEXICON_STRINGS('t'));
  strings_build(&b->classes, image, LEXICON_STRINGS('c'));
  strings_build(&b->stems, image, LEXICON_STRINGS('s'));
  strings_build(&b->endings, image, LEXICON_STRINGS('e'));
  strings_build(&b->proclitics, image, LEXICON_STRINGS('p'));
  const StemRange *stems = add_list(b, image, b->entries.at, b->entries.n, sizeof(KeyedStem), sizeof(Stem),
                                    compare_stems, b->stems.list.n, LEXICON_TAG('S', 'r'), LEXICON_TAG('S', 'e'));
  add_stem_slots(b, image, stems);
  add_list(b, image, b->ending_list.at, b->ending_list.n, sizeof(KeyedEnding), sizeof(Ending), compare_endings,
           b->endings.list.n * KIND_COUNT, LEXICON_TAG('E', 'r'), LEXICON_TAG('E', 'e'));
  add_list(b, image, b->proclitic_list.at, b->proclitic_list.n, sizeof(KeyedProclitic), sizeof(Proclitic),
           compare_proclitics, b->proclitics.list.n, LEXICON_TAG('P', 'r'), LEXICON_TAG('P', 'e'));
}

ErrorCode lexicon_compile(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  Arena *arena = image->arena;
  LexiconBuilder *b = ARENA_NEW(arena, LexiconBuilder);
  if (!b) return error_set(info, ERROR_MEMORY, STR("lexicon"), 0, NULL);
  b->arena = arena;
  b->info = info;
  b->texts.arena = b->classes.arena = b->stems.arena = b->endings.arena = b->proclitics.arena = arena;
  b->lemma_keys.arena = arena;
  for (unsigned i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
    ErrorCode code = read_table(b, source, &TABLES[i]);
    if (code) return code;
  }
  builder_join_endings(b);
  lay_out(b, image);
  return arena_ok(arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("lexicon"), 0, NULL);
}
