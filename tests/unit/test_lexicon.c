/* The lexicon: from tables to the image and back, what it finds, what it refuses. */
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>

#include "lang/lexicon_layout.h"
#include "lang/word.h"

/* ---- a small lexicon of the test's own ---- */

typedef struct Table {
  const char *name, *text;
} Table;

static const Table SMALL[] = {
    {"lexicon/classes.tsv", "person\tx\nfighter\tx\nspeech\tx\n"},
    {"lexicon/affixes.tsv", "suffix\tnominal\ts\t-\t-\ts\t-\t-\n"
                            "suffix\tnominal\tb\t-\t-\tp\t-\t-\n"
                            "suffix\tnominal\tp\tون\t-\tp\tm\tfinal\n"
                            "suffix\tperfect\tz\t-\t3\ts\tm\t-\n"
                            "suffix\timperfect-ya\tz\t-\t3\ts\tm\t-\n"
                            "suffix\tword\ts\t-\t-\t-\t-\tfinal\n"
                            "enclitic\t-\t-\tه\t3\ts\tm\tverb,noun,cost=1\n"
                            "prefix\timperfect-ya\t-\tي\n"
                            "proclitic\tword,nominal,perfect,imperfect-ya\t-\t-\t-\tcost=0\n"
                            "proclitic\tnominal\t-\tال\tal\tcost=0\n"},
    {"lexicon/particles.tsv", "في\tprep\t-\tnoun\tbare\n"},
    {"lexicon/verbs.tsv", "قتل\ttrans\tpe:z:قتل ie:z:قتل\tkill\n"},
    {"lexicon/verb_classes.tsv", "قتل\tspeech\n"},
    {"lexicon/nouns.tsv", "مسلح\tnoun\tm\t-un\tperson,fighter\t\tgunman\n"
                          "قتل\tnoun:masdar\tm\t-\t\tقتل\tkilling\n"
                          "مسلح\tnoun\tm\t-un|عناصر\t\t\tagain\n"},
};
enum { TABLES = sizeof SMALL / sizeof *SMALL };

typedef struct Built {
  Arena arena;
  Str bytes;
  Image image;
  Lexicon lexicon;
  ErrorInfo info;
} Built;

/* Compiles the small tables, one of them replaced where `name` is given. */
static ErrorCode build(Built *b, const char *name, const char *text) {
  *b = (Built){0};
  arena_init(&b->arena, 1 << 26);
  Source source = {.arena = &b->arena};
  for (int i = 0; i < TABLES; i++) {
    Str content = str_of(name && !strcmp(name, SMALL[i].name) ? text : SMALL[i].text);
    vec_push(&source.files, &b->arena, (SourceFile){str_of(SMALL[i].name), str_of(SMALL[i].name), content});
  }
  ImageBuilder builder = {.arena = &b->arena};
  ErrorCode code = lexicon_compile(&source, &builder, &b->info);
  if (!code) code = image_builder_finish(&builder, &b->bytes, &b->info);
  if (!code) code = image_open(&b->image, b->bytes.p, b->bytes.n, &b->info);
  return code ? code : lexicon_open(&b->lexicon, &b->image, &b->info);
}

static uint32_t find(const Lexicon *x, const char *text, WordPos pos) {
  uint32_t found[4];
  return lexicon_find(x, str_of(text), pos, found, 4) ? found[0] : (uint32_t)LEMMA_NONE;
}

static void rows_become_lemmas(void **state) {
  (void)state;
  Built b;
  assert_int_equal(build(&b, NULL, NULL), ERROR_OK);
  const Lexicon *x = &b.lexicon;
  assert_int_equal(x->n, 5); /* and the adjective of relation «قتلي» */
  assert_true(find(x, "قتلي", POS_ADJ) != LEMMA_NONE);
  uint32_t noun = find(x, "مسلح", POS_NOUN), verb = find(x, "قتل", POS_VERB), masdar = find(x, "قتل", POS_NOUN);
  assert_true(noun != LEMMA_NONE && verb != LEMMA_NONE && masdar != LEMMA_NONE);
  assert_str(lexicon_text(x, noun), STR("مسلح"));
  assert_int_equal(x->lemmas[noun].classes, lexicon_class(x, STR("person")) | lexicon_class(x, STR("fighter")));
  assert_int_equal(x->lemmas[verb].classes, lexicon_class(x, STR("speech")));
  assert_int_equal(x->lemmas[masdar].verb, verb);
  assert_int_equal(x->lemmas[masdar].form, FORM_MASDAR);
  assert_int_equal(x->lemmas[noun].verb, LEMMA_NONE);
  arena_fini(&b.arena);
}

static void what_is_not_there_is_not_found(void **state) {
  (void)state;
  Built b;
  assert_int_equal(build(&b, NULL, NULL), ERROR_OK);
  uint32_t found[2] = {7, 7};
  assert_int_equal(lexicon_find(&b.lexicon, STR("قتل"), POS_NONE, found, 1), 2);
  assert_int_equal(found[1], 7); /* no more than there is room for */
  assert_int_equal(lexicon_find(&b.lexicon, STR("قتل"), POS_ADJ, found, 2), 0);
  assert_int_equal(lexicon_find(&b.lexicon, STR("هجوم"), POS_NONE, found, 2), 0);
  assert_int_equal(lexicon_class(&b.lexicon, STR("weather")), 0);
  assert_int_equal(lexicon_text(&b.lexicon, LEMMA_NONE).n, 0);
  assert_int_equal(lexicon_text(&b.lexicon, b.lexicon.n).n, 0);
  arena_fini(&b.arena);
}

static void names_go_both_ways(void **state) {
  (void)state;
  for (unsigned i = 0; i < POS_COUNT; i++) {
    WordPos pos;
    assert_true(word_pos_of(word_pos_name((WordPos)i), &pos));
    assert_int_equal(pos, i);
  }
  WordPos pos;
  assert_false(word_pos_of(STR("nonsense"), &pos));
  assert_str(word_form_name(FORM_MASDAR), STR("masdar"));
  assert_int_equal(word_form_name(FORM_COUNT).n, 0);
}

static void small_words_are_read(void **state) {
  (void)state;
  Built b;
  assert_int_equal(build(&b, NULL, NULL), ERROR_OK);
  Word word = word_alone(&b.arena, &b.lexicon, STR("المسلحون"));
  assert_int_equal(word.readings[0].lemma, find(&b.lexicon, "مسلح", POS_NOUN));
  assert_int_equal(word.readings[0].clitics, CLITIC_AL);
  assert_int_equal(word.readings[0].number, NUMBER_PLURAL);
  word = word_alone(&b.arena, &b.lexicon, STR("يقتله"));
  assert_int_equal(word.readings[0].lemma, find(&b.lexicon, "قتل", POS_VERB));
  assert_int_equal(word.readings[0].form, FORM_IMPERFECT);
  assert_int_equal(word.readings[0].enclitic, 3 | NUMBER_SINGULAR << 2 | GENDER_MASCULINE << 4);
  assert_true(word_alone(&b.arena, &b.lexicon, STR("زنتوت")).readings[0].guessed);
  arena_fini(&b.arena);
}

/* ---- what the compiler refuses, and where it says so ---- */

typedef struct Bad {
  const char *file, *text, *why;
} Bad;

static const Bad BAD[] = {
    {"lexicon/nouns.tsv", "مسلح\tnoun\tm\t-un\tperson,nobody\t\t\n", "nobody"},
    {"lexicon/nouns.tsv", "مسلح\tthing\tm\t-un\t\t\t\n", "thing"},
    {"lexicon/nouns.tsv", "قتل\tnoun:deed\tm\t-\t\tقتل\t\n", "deed"},
    {"lexicon/nouns.tsv", "هجوم\tnoun:masdar\tm\t-\t\tهجم\t\n", "verbs.tsv"},
    {"lexicon/verbs.tsv", "قتل\ttrans\tqe:z:قتل\t\n", "kind"},
    {"lexicon/verbs.tsv", "قتل\ttrans\tpx:z:قتل\t\n", "voice"},
    {"lexicon/verbs.tsv", "قتل\ttrans\tpe:Z:قتل\t\n", "stem"},
    {"lexicon/verb_classes.tsv", "هجم\tspeech\n", "verbs.tsv"},
    {"lexicon/particles.tsv", "في\tprep\t-\tnothing\tbare\n", "nothing"},
    {"lexicon/particles.tsv", "في\tprep\t-\tnoun\tbear\n", "bear"},
    {"lexicon/affixes.tsv", "suffix\tnowhere\ts\t-\t-\ts\t-\t-\n", "kind"},
    {"lexicon/affixes.tsv", "infix\tnominal\ts\t-\n", "suffix"},
    {"lexicon/affixes.tsv", "proclitic\tnominal\t-\tال\tthe\tcost=0\n", "the"},
};

static void bad_rows_are_named(void **state) {
  (void)state;
  for (unsigned i = 0; i < sizeof BAD / sizeof *BAD; i++) {
    Built b;
    ErrorCode code = build(&b, BAD[i].file, BAD[i].text);
    if (code != ERROR_DATA || !strstr(b.info.why, BAD[i].why) || !strstr(b.info.what, BAD[i].file))
      fail_msg("%s: got %d, %s: %s", BAD[i].text, (int)code, b.info.what, b.info.why);
    arena_fini(&b.arena);
  }
}

static void too_many_classes_are_refused(void **state) {
  (void)state;
  char text[2048] = "";
  for (int i = 0; i <= CLASS_MAX; i++) snprintf(text + strlen(text), sizeof text - strlen(text), "class-%d\tx\n", i);
  Built b;
  assert_int_equal(build(&b, "lexicon/classes.tsv", text), ERROR_DATA);
  arena_fini(&b.arena);
}

/* ---- bytes ---- */

static void the_same_tables_give_the_same_bytes(void **state) {
  (void)state;
  Built a, b;
  assert_int_equal(build(&a, NULL, NULL), ERROR_OK);
  assert_int_equal(build(&b, NULL, NULL), ERROR_OK);
  assert_int_equal(a.bytes.n, b.bytes.n);
  assert_memory_equal(a.bytes.p, b.bytes.p, a.bytes.n);
  arena_fini(&a.arena);
  arena_fini(&b.arena);
}

/* Any number of the lexicon's sections forged (the checksum would catch it first: lexicon_open
 * must hold by itself): it is refused, or harmless. */
static void forged_sections_do_no_harm(void **state) {
  (void)state;
  Built b;
  assert_int_equal(build(&b, NULL, NULL), ERROR_OK);
  Arena arena;
  arena_init(&arena, 1 << 24);
  uint64_t seed = 11;
  for (int round = 0; round < 3000; round++) {
    arena_reset(&arena);
    uint8_t *copy = arena_alloc(&arena, b.bytes.n, 16);
    assert_non_null(copy);
    memcpy(copy, b.bytes.p, b.bytes.n);
    size_t data = 32 + 32 * (size_t)b.image.sections;
    copy[data + test_random(&seed) % (b.bytes.n - data)] = (uint8_t)test_random(&seed);
    Image forged = {copy, b.bytes.n, b.image.sections};
    Lexicon lexicon;
    if (lexicon_open(&lexicon, &forged, NULL)) continue;
    Text text = text_of(&arena, STR("قتل المسلحون في الليل زنتوتا يقتله"));
    Words words = words_of(&arena, &lexicon, &text);
    assert_non_null(words.at);
    for (uint32_t i = 0; i < text.ntokens; i++) lexicon_text(&lexicon, word_best(&words, i)->lemma);
  }
  arena_fini(&arena);
  arena_fini(&b.arena);
}

static void a_lexicon_that_is_missing_is_refused(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  ImageBuilder builder = {.arena = &arena};
  image_builder_add(&builder, IMAGE_TAG('n', 'o', 'n', 'e'), "x", 1, 1);
  Str bytes;
  Image image;
  Lexicon lexicon;
  assert_int_equal(image_builder_finish(&builder, &bytes, NULL), ERROR_OK);
  assert_int_equal(image_open(&image, bytes.p, bytes.n, NULL), ERROR_OK);
  assert_int_equal(lexicon_open(&lexicon, &image, NULL), ERROR_IMAGE);
  arena_fini(&arena);
}

static void memory_may_end_anywhere(void **state) {
  (void)state;
  for (size_t allowed = 0; allowed < 400; allowed += 3) {
    Arena arena;
    arena_init(&arena, 1 << 26);
    Source source = {.arena = &arena};
    for (int i = 0; i < TABLES; i++)
      vec_push(&source.files, &arena,
               (SourceFile){str_of(SMALL[i].name), str_of(SMALL[i].name), str_of(SMALL[i].text)});
    ImageBuilder builder = {.arena = &arena};
    arena.fail_after = allowed;
    ErrorCode code = lexicon_compile(&source, &builder, NULL);
    if (arena_ok(&arena))
      assert_int_equal(code, ERROR_OK);
    else
      assert_int_not_equal(code, ERROR_OK);
    arena_fini(&arena);
  }
}

/* ---- spelling ---- */

static uint32_t distance(Arena *arena, const char *written, const char *dictionary) {
  Str light = light_key(arena, str_of(written)), fold = fold_key(arena, str_of(written));
  Str other = light_key(arena, str_of(dictionary));
  assert_str(fold, fold_key(arena, str_of(dictionary)));
  return letter_distance((const uint8_t *)light.p, (const uint8_t *)fold.p, (uint32_t)fold.n,
                         letter_signature((const uint8_t *)other.p, (uint32_t)other.n));
}

static void careless_spelling_is_near_and_other_words_are_far(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  assert_int_equal(distance(&a, "إعادة", "إعادة"), 0);
  assert_in_range(distance(&a, "اعادة", "إعادة"), 1, 3);
  assert_in_range(distance(&a, "اعاده", "إعادة"), 2, 6);
  assert_in_range(distance(&a, "علي", "على"), 1, 4);
  assert_true(distance(&a, "كتابة", "كتابه") > distance(&a, "كتابه", "كتابة"));
  assert_true(distance(&a, "أسر", "إسر") > distance(&a, "اسر", "إسر"));
  arena_fini(&a);
}

/* ---- the real one ---- */

static void the_project_s_own_is_large_and_has_all_classes(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, (size_t)1 << 30);
  Source source = {.arena = &arena};
  ImageBuilder builder = {.arena = &arena};
  ErrorInfo info = {0};
  Str bytes;
  Image image;
  Lexicon x;
  assert_int_equal(source_add_folder(&source, DAFTAR_DATA, &info), ERROR_OK);
  if (lexicon_compile(&source, &builder, &info)) fail_msg("%s: %s", info.what, info.why);
  assert_int_equal(image_builder_finish(&builder, &bytes, &info), ERROR_OK);
  assert_in_range(bytes.n, 1 << 20, 40 << 20);
  assert_int_equal(image_open(&image, bytes.p, bytes.n, &info), ERROR_OK);
  assert_int_equal(lexicon_open(&x, &image, &info), ERROR_OK);
  assert_in_range(x.n, 40000, 200000);
  for (uint32_t c = 0; c < x.class_names.n; c++) {
    if (str_eq(strings_at(&x.class_names, c), STR("deed"))) continue; /* of masdars in a clause, no lemma's */
    uint32_t members = 0;
    for (uint32_t i = 0; i < x.n; i++) members += (uint32_t)(x.lemmas[i].classes >> c & 1);
    if (!members) fail_msg("class %.*s is empty", STR_ARG(strings_at(&x.class_names, c)));
  }
  arena_fini(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_become_lemmas),
      cmocka_unit_test(what_is_not_there_is_not_found),
      cmocka_unit_test(names_go_both_ways),
      cmocka_unit_test(small_words_are_read),
      cmocka_unit_test(bad_rows_are_named),
      cmocka_unit_test(too_many_classes_are_refused),
      cmocka_unit_test(the_same_tables_give_the_same_bytes),
      cmocka_unit_test(forged_sections_do_no_harm),
      cmocka_unit_test(a_lexicon_that_is_missing_is_refused),
      cmocka_unit_test(memory_may_end_anywhere),
      cmocka_unit_test(careless_spelling_is_near_and_other_words_are_far),
      cmocka_unit_test(the_project_s_own_is_large_and_has_all_classes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
