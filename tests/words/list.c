/* Every spelling of a folder's worth of text, with how often it stands there, how often its best
 * reading is a guess, and the lemmas of its readings, for tests/words.sh to hold against a
 * dictionary that is somebody else's.
 *
 *   list DATA <TEXTS                texts parted by form feeds
 *   list DATA --backwards <TEXTS    each spelling written back to front, alone: nonsense
 *
 *   1204 <tab> 0 <tab> «المسلحون» <tab> «مسلح» ... <tab> «مسلحون» ...
 *
 * Lemmas, then stems as the readings cut them; those of the best reading stand first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/io.h"
#include "lang/word.h"
#include "text/letter.h"
#include "text/utf8.h"

enum { LEMMAS = 8 };

typedef struct Spelling {
  const uint8_t *light;
  uint32_t n, tokens, guessed, nlemmas;
  uint32_t lemmas[LEMMAS], first[LEMMAS]; /* [nlemmas] and how often the best reading has it */
  uint8_t from[LEMMAS], letters[LEMMAS];  /* [nlemmas] the stem in `light` */
} Spelling;

typedef struct Table {
  Arena *arena;
  Spelling *slots;
  uint32_t mask, n;
} Table;

static Spelling *spelling_of(Table *t, const uint8_t *light, uint32_t n) {
  for (uint32_t i = (uint32_t)hash64(light, n);; i++) {
    Spelling *s = &t->slots[i & t->mask];
    if (s->light && (s->n != n || memcmp(s->light, light, n))) continue;
    if (s->light || t->n > t->mask / 2) return s->light ? s : NULL;
    uint8_t *own = arena_alloc(t->arena, n, 1);
    if (!own) return NULL;
    memcpy(own, light, n);
    t->n++;
    *s = (Spelling){.light = own, .n = n};
    return s;
  }
}

static void count_lemma(Spelling *s, const Reading *r, bool first) {
  uint32_t i = 0;
  while (i < s->nlemmas && s->lemmas[i] != r->lemma) i++;
  if (i == LEMMAS || r->lemma == LEMMA_NONE) return;
  if (i == s->nlemmas) s->lemmas[s->nlemmas++] = r->lemma, s->from[i] = r->stem, s->letters[i] = r->stem_n;
  s->first[i] += first;
}

static bool is_arabic(const uint8_t *light, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (!letter_is_arabic(light[i])) return false;
  return true;
}

static void count_words(Table *table, const Lexicon *lexicon, Arena *arena, Str bytes) {
  arena_reset(arena);
  Text text = text_of(arena, utf8_clean(arena, bytes));
  Words words = words_of(arena, lexicon, &text);
  if (!words.at) return;
  for (uint32_t i = 0; i < text.ntokens; i++) {
    const Token *t = &text.tokens[i];
    const uint8_t *light = text.view.light + t->view;
    if (t->kind != TOKEN_WORD || !is_arabic(light, t->n)) continue;
    Spelling *s = spelling_of(table, light, t->n);
    if (!s) continue;
    s->tokens++;
    s->guessed += word_best(&words, i)->guessed;
    for (uint32_t k = 0; k < words.at[i].n; k++) count_lemma(s, &words.at[i].readings[k], !k);
  }
}

static void count_backwards(Table *table, const Lexicon *lexicon, Arena *arena, const Table *of) {
  for (uint32_t i = 0; i <= of->mask; i++) {
    const Spelling *s = &of->slots[i];
    uint8_t turned[64];
    if (!s->light || s->n > sizeof turned) continue;
    for (uint32_t k = 0; k < s->n; k++) turned[k] = s->light[s->n - 1 - k];
    arena_reset(arena);
    count_words(table, lexicon, arena, letters_utf8(table->arena, turned, s->n));
  }
}

/* The place in `lemmas` of the reading that was best most often. */
static uint32_t favourite(const Spelling *s) {
  uint32_t best = 0;
  for (uint32_t k = 1; k < s->nlemmas; k++)
    if (s->first[k] > s->first[best]) best = k;
  return best;
}

static void print_spelling(Arena *arena, const Lexicon *lexicon, const Spelling *s) {
  uint32_t best = favourite(s);
  printf("%u\t%u\t%.*s\t", s->tokens, s->guessed, STR_ARG(letters_utf8(arena, s->light, s->n)));
  for (uint32_t k = 0; k < s->nlemmas; k++) {
    uint32_t i = k ? k - (k <= best) : best;
    printf("%s%.*s", k ? " " : "", STR_ARG(lexicon_text(lexicon, s->lemmas[i])));
  }
  fputs("\t", stdout);
  for (uint32_t k = 0; k < s->nlemmas; k++) {
    uint32_t i = k ? k - (k <= best) : best;
    printf("%s%.*s", k ? " " : "", STR_ARG(letters_utf8(arena, s->light + s->from[i], s->letters[i])));
  }
  puts("");
}

static void print_all(const Table *table, const Lexicon *lexicon) {
  for (uint32_t i = 0; i <= table->mask; i++)
    if (table->slots[i].light) print_spelling(table->arena, lexicon, &table->slots[i]);
}

static bool open_lexicon(Arena *arena, const char *folder, Lexicon *lexicon) {
  Source source = {.arena = arena};
  ImageBuilder builder = {.arena = arena};
  ErrorInfo info = {0};
  Str bytes;
  Image image;
  if (!source_add_folder(&source, folder, &info) && !lexicon_compile(&source, &builder, &info) &&
      !image_builder_finish(&builder, &bytes, &info) && !image_open(&image, bytes.p, bytes.n, &info) &&
      !lexicon_open(lexicon, &image, &info))
    return true;
  fprintf(stderr, "list: %s: %s\n", info.what, info.why);
  return false;
}

static Table table_new(Arena *arena) {
  enum { SLOTS = 1 << 20 };
  return (Table){.arena = arena, .slots = ARENA_ARRAY(arena, Spelling, SLOTS), .mask = SLOTS - 1};
}

int main(int argc, char **argv) {
  Arena all, one;
  arena_init(&all, (size_t)1 << 31);
  arena_init(&one, (size_t)1 << 30);
  Lexicon lexicon;
  if (argc < 2 || !open_lexicon(&all, argv[1], &lexicon)) return 3;
  Table table = table_new(&all), turned = table_new(&all);
  if (!table.slots || !turned.slots) return 3;
  char *line = NULL;
  size_t room = 0;
  for (ssize_t n; (n = getdelim(&line, &room, '\f', stdin)) > 0;)
    count_words(&table, &lexicon, &one, (Str){line, (size_t)n});
  bool backwards = argc > 2 && !strcmp(argv[2], "--backwards");
  if (backwards) count_backwards(&turned, &lexicon, &one, &table);
  print_all(backwards ? &turned : &table, &lexicon);
  free(line);
  arena_fini(&one);
  arena_fini(&all);
  return 0;
}
