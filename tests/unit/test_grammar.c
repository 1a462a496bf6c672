/* The grammar's reader and compiler: what is wrong in a file is refused by file and line, and
 * what is right comes out as written. */
#include "cmocka_all.h"

#include <string.h>

#include "code/grammar/frame.h"
#include "code/grammar/grammar.h"

#define TYPES "attack\tASSAULT\tviolent\t4\n"
#define RIGHT "frame a.b\nkind event\ntype attack\ntrigger noun x\nexample e\ngives attack\nnear-miss n\n"

static Source source_of(Arena *arena, const char *frames) {
  Source source = {.arena = arena};
  vec_push(&source.files, arena, (SourceFile){STR("d/grammar/a.frames"), STR("grammar/a.frames"), str_of(frames)});
  vec_push(&source.files, arena, (SourceFile){STR("d/grammar/types.tsv"), STR("grammar/types.tsv"), STR(TYPES)});
  vec_push(&source.files, arena,
           (SourceFile){STR("d/lexicon/classes.tsv"), STR("lexicon/classes.tsv"), STR("force\tan army\n")});
  return source;
}

static ErrorCode compile(Arena *arena, const char *frames, ErrorInfo *info) {
  Source source = source_of(arena, frames);
  ImageBuilder image = {.arena = arena};
  return grammar_compile(&source, &image, info);
}

typedef struct Fault {
  const char *frames;
  unsigned line;
  const char *why; /* part of the message */
} Fault;

static const Fault faults[] = {
    {"kind event\n", 1, "before the first"},
    {"frame A\n", 1, "no id"},
    {"frame a.b\nkind event\nframe a.b\n", 3, "twice"},
    {"frame a.b\nkind event\ntype attack\ncolour red\ntrigger noun x\n", 4, "no key"},
    {"frame a.b\nkind happening\ntype attack\ntrigger noun x\n", 1, "no kind"},
    {"frame a.b\nkind event\ntype picnic\ntrigger noun x\n", 1, "types.tsv"},
    {"frame a.b\nextends c.d\nkind event\ntype attack\ntrigger noun x\n", 2, "no frame"},
    {"frame a.b\nextends a.b\nkind event\ntype attack\ntrigger noun x\n", 1, "itself"},
    {"frame a.b\nkind event\ntype attack\ntrigger gerund x\n", 4, "no form"},
    {"frame a.b\nkind event\ntype attack\ntrigger noun\n", 4, "without a word"},
    {"frame a.b\nkind event\ntype attack\ntrigger noun x when adj y\n", 4, "'with' or 'not'"},
    {"frame a.b\nkind event\ntype attack\ntrigger noun x with mood y\n", 4, "no condition"},
    {"frame a.b\nkind event\ntype attack\ntrigger noun x with idafa [navy]\n", 4, "no semantic class"},
    {"frame a.b\nkind event\ntype attack\nagent neighbour\ntrigger noun x\n", 4, "no source"},
    {"frame a.b\nkind event\ntype attack\nagent subject [navy]\ntrigger noun x\n", 4, "no semantic class"},
    {"frame a.b\nkind event\ntype attack\nagent subject force\ntrigger noun x\n", 4, "no list of classes"},
    {"frame a.b\nkind event\ntype attack\nagent prep:من فوق\ntrigger noun x\n", 4, "no set lists it"},
    {"frame a.b\nkind event\ntype attack\ntrigger noun x with prep:من فوق جبل\n", 4, "no set lists it"},
    {"frame a.b\nkind event\ntype attack\ntrigger noun x with under:من فوق\n", 4, "no set lists it"},
    {"set no-such-set\n", 1, "no such set"},
    {"set negation\n x [navy]\n", 2, "no semantic class"},
    {"set negation\n x\n [force]\n", 3, "without a word"},
    {"set negation\n x [force] y\n", 2, "behind the end"},
    {"set negation\n x+ y\n", 2, "behind the end"},
    {"frame a.b\nweak no\nkind event\ntype attack\ntrigger noun x\n", 2, "weak is 'yes'"},
    {"frame a.b\nvague no\nkind event\ntype attack\ntrigger noun x\n", 2, "vague is 'yes'"},
    {"frame a.b\nnowhere no\nkind event\ntype attack\ntrigger noun x\n", 2, "nowhere is 'yes'"},
    {"frame a.b\noutranks no\nkind none\ntrigger noun x\n", 2, "outranks is 'yes'"},
    {"frame a.b\noutranks yes\nkind event\ntype attack\ntrigger noun x\n", 1, "only what is none"},
    {"frame a.b\nkind event\ntype attack\ntrigger noun x with plural not up (y | z\n", 4, "does not end"},
};

static void refuses_by_line(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
    Arena arena;
    ErrorInfo info = {0};
    arena_init(&arena, 1 << 24);
    assert_int_equal(compile(&arena, faults[i].frames, &info), ERROR_DATA);
    assert_string_equal(info.what, "d/grammar/a.frames");
    if (info.offset != faults[i].line || !strstr(info.why, faults[i].why))
      fail_msg("%s gives line %u: %s", faults[i].frames, (unsigned)info.offset, info.why);
    arena_fini(&arena);
  }
}

static void takes_what_is_right(void **state) {
  (void)state;
  Arena arena;
  ErrorInfo info = {0};
  arena_init(&arena, 1 << 24);
  assert_int_equal(compile(&arena, RIGHT "# a comment\nset negation\n x # another\n", &info), ERROR_OK);
  static const char prepositions[] = "set compound-preposition\n من قبضة\nframe a.b\nkind event\ntype attack\n"
                                     "agent prep:من قبضة [force]\ntrigger noun x with prep:من قبضة جيش\n"
                                     "trigger noun x with prep:من جيش not under:من\n";
  assert_int_equal(compile(&arena, prepositions, &info), ERROR_OK);
  arena_fini(&arena);
}

static Str image_of(Arena *arena, const char *triggers) {
  ErrorInfo info = {0};
  ImageBuilder image = {.arena = arena};
  Source source = source_of(arena, arena_printf(arena, "frame a.b\nkind event\ntype attack\n%s", triggers).p);
  Str out = STR_NONE;
  assert_int_equal(grammar_compile(&source, &image, &info), ERROR_OK);
  assert_int_equal(image_builder_finish(&image, &out, &info), ERROR_OK);
  return out;
}

/* Behind «not» a list refuses each of its choices, elsewhere one of them is enough. */
static void a_list_behind_not_refuses_each(void **state) {
  (void)state;
  static const char *const same[][2] = {
      {"trigger noun x not up (y | z)", "trigger noun x not up y not up z"},
      {"trigger noun x with plural not (up y | verb z) with number",
       "trigger noun x with plural not up y not verb z with number"},
      {"trigger noun x not under:(ب | من) not prep:من (y | z)",
       "trigger noun x not under:ب not under:من not prep:من y not prep:من z"},
  };
  for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
    Arena arena;
    arena_init(&arena, 1 << 24);
    assert_true(str_eq(image_of(&arena, same[i][0]), image_of(&arena, same[i][1])));
    arena_fini(&arena);
  }
}

/* Twice in one folder is a slip, whichever files they stand in; in another folder it is meant. */
static void an_id_stands_once_in_a_folder(void **state) {
  (void)state;
  Arena arena;
  ErrorInfo info = {0};
  GrammarExamples out;
  arena_init(&arena, 1 << 24);
  Source one = source_of(&arena, RIGHT), two = source_of(&arena, RIGHT);
  vec_push(&one.files, &arena, (SourceFile){STR("d/grammar/b.frames"), STR("grammar/b.frames"), STR("\n" RIGHT)});
  vec_push(&two.files, &arena, (SourceFile){STR("mine/grammar/b.frames"), STR("grammar/b.frames"), STR("\n" RIGHT)});
  assert_int_equal(grammar_examples(&arena, &one, &out, &info), ERROR_DATA);
  assert_string_equal(info.what, "d/grammar/b.frames");
  assert_int_equal(info.offset, 2);
  assert_non_null(strstr(info.why, "line 1 of grammar/a.frames"));
  assert_int_equal(grammar_examples(&arena, &two, &out, &info), ERROR_OK);
  assert_int_equal(out.list.n, 2);
  arena_fini(&arena);
}

/* Each row, behind a comment and the type's name, and what is said of it. */
static const char *const type_faults[][2] = {
    {"PICNIC\tviolent\t4", "no class"},
    {"ASSAULT\tmerry\t4", "no trait"},
    {"ASSAULT\tviolent\tfour", "no number"},
    {"ASSAULT\tviolent\t4\t0\tadopted", "no custody"},
};

static void a_type_is_what_the_engine_knows(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  for (size_t i = 0; i < sizeof type_faults / sizeof *type_faults; i++) {
    ErrorInfo info = {0};
    Source source = source_of(&arena, RIGHT);
    source.files.at[1].text = arena_printf(&arena, "# a comment\nattack\t%s\n", type_faults[i][0]);
    ImageBuilder image = {.arena = &arena};
    assert_int_equal(grammar_compile(&source, &image, &info), ERROR_DATA);
    assert_string_equal(info.what, "d/grammar/types.tsv");
    assert_non_null(strstr(info.why, type_faults[i][1]));
  }
  arena_fini(&arena);
}

static ErrorCode examples(Arena *arena, const char *frames, GrammarExamples *out, ErrorInfo *info) {
  Source source = source_of(arena, frames);
  return grammar_examples(arena, &source, out, info);
}

static void wants_example_and_near_miss(void **state) {
  (void)state;
  Arena arena;
  ErrorInfo info = {0};
  GrammarExamples out;
  arena_init(&arena, 1 << 24);
  assert_int_equal(examples(&arena, RIGHT, &out, &info), ERROR_OK);
  assert_int_equal(out.list.n, 2);
  assert_true(str_eq(out.list.at[0].gives, STR("attack")));
  assert_true(out.list.at[1].near_miss);
  assert_int_equal(examples(&arena, "frame a.b\nkind event\ntrigger noun x\nnear-miss n\n", &out, &info), ERROR_DATA);
  assert_non_null(strstr(info.why, "no example"));
  assert_int_equal(examples(&arena, "frame a.b\ntrigger noun x\nexample e\ngives attack\n", &out, &info), ERROR_DATA);
  assert_non_null(strstr(info.why, "no near-miss"));
  assert_int_equal(examples(&arena, "frame a.b\ntrigger noun x\nexample e\nnear-miss n\n", &out, &info), ERROR_DATA);
  assert_int_equal(info.offset, 3);
  arena_fini(&arena);
}

/* Fails the Nth allocation for every N until all succeed: an error each time, never a crash. */
static void survives_short_memory(void **state) {
  (void)state;
  for (size_t n = 0; n < 2000; n++) {
    Arena arena;
    ErrorInfo info = {0};
    arena_init(&arena, 1 << 24);
    Source source = source_of(&arena, RIGHT);
    ImageBuilder image = {.arena = &arena};
    arena.fail_after = n;
    ErrorCode code = grammar_compile(&source, &image, &info);
    bool failed = !arena_ok(&arena);
    arena_fini(&arena);
    if (!failed) {
      assert_int_equal(code, ERROR_OK);
      return;
    }
  }
  fail_msg("it never had enough");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(refuses_by_line),
      cmocka_unit_test(takes_what_is_right),
      cmocka_unit_test(a_list_behind_not_refuses_each),
      cmocka_unit_test(a_type_is_what_the_engine_knows),
      cmocka_unit_test(wants_example_and_near_miss),
      cmocka_unit_test(an_id_stands_once_in_a_folder),
      cmocka_unit_test(survives_short_memory),
  };
  return cmocka_run_group_tests_name("grammar", tests, NULL, NULL);
}
