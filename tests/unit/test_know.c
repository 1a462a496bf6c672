/* The tables of know: what the compiler refuses, what a later row replaces, what a damaged
 * image cannot do, and memory that ends anywhere. */
#include "know_setup.h"

typedef struct Table {
  const char *name, *text;
} Table;

static Source source_of(Arena *arena, const Table *tables, size_t n) {
  Source source = {.arena = arena};
  for (size_t i = 0; i < n; i++) {
    SourceFile file = {str_of(tables[i].name), str_of(tables[i].name), str_of(tables[i].text)};
    vec_push(&source.files, arena, file);
  }
  return source;
}

static ErrorCode compile(World *w, Arena *arena, const Table *tables, size_t n, Str *bytes, ErrorInfo *info) {
  Source source = source_of(arena, tables, n);
  ImageBuilder builder = {.arena = arena};
  ErrorCode code = know_compile(&source, &w->lexicon, &builder, info);
  return code ? code : image_builder_finish(&builder, bytes, info);
}

#define ROW(id, names, level) id "\t" names "\tName\t33.5\t44.4\t" level "\tIQ\t\t\t1000\t1\t\n"

static void test_refuses(void **state) {
  static const struct {
    Table table;
    uint64_t line;
  } cases[] = {
      {{"places/a.tsv", "# c\n" ROW("x:1", "بغداد", "hamlet")}, 2},
      {{"places/a.tsv", "x:1\tبغداد\n"}, 1},
      {{"places/a.tsv", "x:1\tبغداد\tB\t1\t1\tcity\tIQ\t\t\tmany\t1\t\n"}, 1},
      {{"places/a.tsv", "x:1\tبغداد\tB\t1\t1\tcity\tIQ\t\t\t1\t9\t\n"}, 1},
      {{"places/also.tsv", "x:9\tبغداد\n"}, 1},
      {{"lexicon/place_words.tsv", "محافظة\tlevel\tadmin9\n"}, 1},
      {{"lexicon/place_words.tsv", "محافظة\tlevel\tadmin1\tsoft\n"}, 1},
      {{"lexicon/place_words.tsv", "عراقي\tnisba\tx:9\n"}, 1},
      {{"lexicon/titles.tsv", "\n\nوزير\tjob\n"}, 3},
      {{"lexicon/actor_words.tsv", "military\ttype\tno-such-class\n"}, 1},
      {{"actors.tsv", "a\tاسم\tA\tmilitary\tIQ\t\tsoon\t\t\n"}, 1},
      {{"actors.tsv", "a\tاسم\tA\tmilitary\tIQ\t\t2014-13-01\t\t\n"}, 1},
      {{"sources.tsv", "a\tاسم\n"}, 1},
  };
  World *w = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Arena arena;
    ErrorInfo info = {0};
    Str bytes;
    arena_init(&arena, (size_t)64 << 20);
    ErrorCode code = compile(w, &arena, &cases[i].table, 1, &bytes, &info);
    if (code != ERROR_DATA) fail_msg("%s: %s", cases[i].table.name, cases[i].table.text);
    assert_int_equal(info.offset, cases[i].line);
    assert_string_equal(info.what, cases[i].table.name);
    arena_fini(&arena);
  }
}

typedef struct Small {
  Arena arena;
  Image image;
  Know *know;
} Small;

static void small_open(World *w, Small *s, const Table *tables, size_t n) {
  ErrorInfo info = {0};
  Str bytes;
  arena_init(&s->arena, (size_t)64 << 20);
  ErrorCode code = compile(w, &s->arena, tables, n, &bytes, &info);
  if (code) fail_msg("%s:%u: %s", info.what, (unsigned)info.offset, info.why);
  assert_int_equal(image_open(&s->image, bytes.p, bytes.n, &info), ERROR_OK);
  assert_int_equal(know_open(&s->arena, &s->image, &w->lexicon, &s->know, &info), ERROR_OK);
}

static Read small_read(World *w, const Small *s, const char *utf8) {
  World seen = *w;
  seen.know = s->know;
  Read out = world_read(&seen, utf8, (Day){0}, "");
  w->document = seen.document;
  return out;
}

/* The later row of an id says all; also.tsv adds to it. */
static void test_overlay(void **state) {
  static const Table tables[] = {
      {"places/a.tsv", ROW("x:1", "زرقوطة", "city") ROW("x:2", "شمطورة", "city")},
      {"places/b.tsv", ROW("x:1", "غرنوطة", "city")},
      {"places/also.tsv", "x:2\tشمطورية\n"},
  };
  World *w = *state;
  Small s;
  small_open(w, &s, tables, 3);
  Read read = small_read(w, &s, "وصلوا إلى زرقوطة.");
  assert_int_equal(read.mentions.nplaces, 0);
  read = small_read(w, &s, "وصلوا إلى غرنوطة.");
  assert_int_equal(read.mentions.nplaces, 1);
  assert_true(str_eq(read.mentions.places[0].id, STR("x:1")));
  read = small_read(w, &s, "وصلوا إلى شمطورية.");
  assert_int_equal(read.mentions.nplaces, 1);
  assert_true(str_eq(read.mentions.places[0].id, STR("x:2")));
  arena_fini(&s.arena);
}

/* Nothing at all is known: nothing is found, nothing breaks. */
static void test_empty(void **state) {
  World *w = *state;
  Small s;
  small_open(w, &s, NULL, 0);
  Read read = small_read(w, &s, "أعلن الجيش العراقي مقتل أبو ياسر في محافظة نينوى.");
  assert_int_equal(read.mentions.nactors, 0);
  assert_int_equal(read.mentions.nplaces, 0);
  arena_fini(&s.arena);
}

/* An image whose numbers point outside is refused: every word of every section of know is
 * spoilt in turn. What happens to be harmless may open; it must not be read out of bounds,
 * which the sanitizers watch. */
static void test_damage(void **state) {
  static const Table tables[] = {
      {"places/a.tsv", ROW("x:1", "زرقوطة", "city") ROW("x:2", "شمطورة", "admin1")},
      {"lexicon/place_words.tsv", "محافظة\tlevel\tadmin1\nزرقوطي\tnisba\tx:1\n"},
      {"lexicon/actor_words.tsv", "military\ttype\tforce\nجيش\thead\tmilitary\n"},
      {"actors.tsv", "a\tحركة الزرقوط\tA\tmilitary\tIQ\t\t2014-01-01\t\t\n"},
  };
  World *w = *state;
  Small s;
  small_open(w, &s, tables, 4);
  uint8_t *bytes = (uint8_t *)s.image.base;
  uint32_t refused = 0;
  for (size_t at = 32 + 32 * (size_t)s.image.sections; at + 4 <= s.image.size; at += 4) {
    uint8_t kept[4];
    memcpy(kept, bytes + at, 4);
    memset(bytes + at, 0xFF, 4);
    ErrorInfo info = {0};
    Know *know = NULL;
    ArenaMark mark = arena_mark(&s.arena);
    if (know_open(&s.arena, &s.image, &w->lexicon, &know, &info)) {
      refused++;
    } else {
      s.know = know;
      (void)small_read(w, &s, "في محافظة شمطورة قالت حركة الزرقوط والجيش الزرقوطي إن زرقوطة هادئة.");
    }
    arena_release(&s.arena, mark);
    memcpy(bytes + at, kept, 4);
  }
  assert_true(refused > 50);
  arena_fini(&s.arena);
}

/* Memory that ends at the n-th allocation: no mentions, or all of them. */
static void test_memory_ends(void **state) {
  World *w = *state;
  static const char utf8[] =
      "بغداد - رويترز: قال العقيد واين ماروتو إن تنظيم \"الدولة الإسلامية\" هاجم بلدة صور بريف دير "
      "الزور الشمالي، وقرى أخرى غربي الحسكة. وأضاف ماروتو أن التنظيم انسحب نحو قرية صنيديج بديالى.";
  uint32_t full = world_read(w, utf8, (Day){0}, "سانا").mentions.nplaces;
  assert_true(full > 4);
  for (size_t n = 0; n < 400; n++) {
    arena_reset(&w->document);
    Text text = text_of(&w->document, str_of(utf8));
    Words words = words_of(&w->document, &w->lexicon, &text);
    KnowInput input = {.text = &text, .words = &words, .outlet = STR("سانا")};
    w->document.fail_after = n;
    Mentions m = know_mentions(&w->document, w->know, &input);
    bool failed = !arena_ok(&w->document);
    w->document.fail_after = SIZE_MAX;
    if (failed)
      assert_int_equal(m.nplaces + m.nactors + m.npersons, 0);
    else
      assert_int_equal(m.nplaces, full);
  }
  arena_reset(&w->document);
}

/* Without an analyser's words the names are still found. */
static void test_without_words(void **state) {
  World *w = *state;
  arena_reset(&w->document);
  Text text = text_of(&w->document, STR("أعلن تنظيم داعش هجوماً في بغداد"));
  Words none = {0};
  KnowInput input = {.text = &text, .words = &none};
  Mentions m = know_mentions(&w->document, w->know, &input);
  assert_int_equal(m.nactors, 1);
  assert_int_equal(m.nplaces, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_refuses), cmocka_unit_test(test_overlay),     cmocka_unit_test(test_empty),
      cmocka_unit_test(test_damage),  cmocka_unit_test(test_memory_ends), cmocka_unit_test(test_without_words),
  };
  return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
