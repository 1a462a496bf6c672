/* Segments: put together they are the text, each with the fields that stand behind it; names that
 * are not shown. The sentences are this project's own. */
#include "cmocka_all.h"

#include <json-c/json.h>

#include "serve/segment.h"

static Mark mark(Str text, const char *words, const char *field) {
  const char *p = strstr(text.p, words);
  assert_non_null(p);
  uint32_t at = (uint32_t)(p - text.p);
  return (Mark){{at, at + (uint32_t)strlen(words)}, str_of(field), 0};
}

static Str said(Arena *arena, Str text, Span span, const Marks *marks, const Hide *hide, bool numbered) {
  Buffer buffer = {.arena = arena};
  Say say = {.w = writer_to_buffer(&buffer)};
  say_segments(&say, arena, text, span, marks, hide, numbered);
  writer_byte(&say.w, 0);
  return str_of(buffer.p);
}

static void cut(void **state) {
  Arena *arena = *state;
  Str text = STR("قتل ثلاثة مدنيين في سراقب");
  Marks marks = {0};
  vec_push(&marks.list, arena, mark(text, "ثلاثة مدنيين", "outcomes/0"));
  vec_push(&marks.list, arena, mark(text, "قتل", "trigger"));
  vec_push(&marks.list, arena, mark(text, "مدنيين", "targets/0"));
  assert_str(said(arena, text, (Span){0, (uint32_t)text.n}, &marks, NULL, false),
             STR("[{\"text\":\"قتل\",\"fields\":[\"trigger\"]},{\"text\":\" \"},"
                 "{\"text\":\"ثلاثة \",\"fields\":[\"outcomes/0\"]},"
                 "{\"text\":\"مدنيين\",\"fields\":[\"outcomes/0\",\"targets/0\"]},{\"text\":\" في سراقب\"}]"));
  assert_str(said(arena, text, (Span){0, 6}, &marks, NULL, true),
             STR("[{\"text\":\"قتل\",\"marks\":[{\"report\":0,\"field\":\"trigger\"}]}]"));
  assert_str(said(arena, STR(""), (Span){0, 9}, &marks, NULL, false), STR("[]"));
}

static void hidden(void **state) {
  Arena *arena = *state;
  Str text = STR("قال أحمد سالم الجبوري، وأكد الجبوري والجبوري أن أحمدي والجبوريين هنا");
  Hide hide = {0};
  Marks marks = {0};
  hide_add(&hide, arena, STR("أحمد سالم الجبوري"));
  assert_str(hide_in(&hide, arena, text), STR("قال أ. س. ا.، وأكد ا. وا. أن أحمدي والجبوريين هنا"));
  vec_push(&marks.list, arena, mark(text, "أحمد سالم", "persons/0"));
  assert_str(said(arena, text, (Span){0, 39}, &marks, &hide, false),
             STR("[{\"text\":\"قال \"},{\"text\":\"أ. س. ا.\",\"fields\":[\"persons/0\"],\"masked\":true}]"));
  /* a piece that is cut through a name shows no part of it */
  assert_str(said(arena, text, (Span){0, 20}, &marks, &hide, false),
             STR("[{\"text\":\"قال \"},{\"text\":\"أ. س. ا.\",\"fields\":[\"persons/0\"],\"masked\":true}]"));
  assert_true(hide_in(NULL, arena, text).p == text.p);
}

/* Whatever the marks, nothing is lost and nothing said twice. */
static void any_marks(void **state) {
  Arena *arena = *state;
  uint64_t seed = 7;
  static const char letters[] = "abc defghij klmnop\nqrstuv wxyz 0123456789";
  for (int round = 0; round < 2000; round++) {
    arena_reset(arena);
    Marks marks = {0};
    Str text = {letters, sizeof letters - 1};
    for (uint64_t n = test_random(&seed) % 12; n; n--) {
      uint32_t a = (uint32_t)(test_random(&seed) % 50), b = (uint32_t)(test_random(&seed) % 50);
      Mark m = {{a < b ? a : b, a < b ? b : a}, STR("x"), (uint32_t)n};
      vec_push(&marks.list, arena, m);
    }
    Str json = said(arena, text, (Span){3, 60}, &marks, NULL, round & 1);
    json_object *list = json_tokener_parse(json.p);
    assert_non_null(list);
    char whole[128] = "";
    for (size_t i = 0; i < json_object_array_length(list); i++)
      strncat(whole, json_object_get_string(json_object_object_get(json_object_array_get_idx(list, i), "text")),
              sizeof whole - strlen(whole) - 1);
    assert_string_equal(whole, letters + 3);
    json_object_put(list);
  }
}

/* Evidence outside the sentence comes in pieces that end between characters. */
static void pieces(void **state) {
  Arena *arena = *state;
  Str text = STR("في سراقب يوم الأربعاء.\nقتل ثلاثة مدنيين.");
  Marks marks = {0};
  vec_push(&marks.list, arena, mark(text, "سراقب", "places/0"));
  vec_push(&marks.list, arena, mark(text, "قتل", "trigger"));
  Buffer buffer = {.arena = arena};
  Say say = {.w = writer_to_buffer(&buffer)};
  Span sentence = {mark(text, "قتل", "").span.start, (uint32_t)text.n};
  say_evidence(&say, arena, text, sentence, &marks, NULL);
  writer_byte(&say.w, 0);
  json_object *list = json_tokener_parse(buffer.p);
  assert_int_equal(json_object_array_length(list), 2);
  json_object *second = json_object_array_get_idx(list, 1);
  assert_int_equal(json_object_get_int(json_object_object_get(second, "start")), 0);
  assert_int_equal(json_object_get_int(json_object_object_get(second, "end")), (int)sentence.start - 1);
  json_object_put(list);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(cut), cmocka_unit_test(hidden), cmocka_unit_test(any_marks),
                                     cmocka_unit_test(pieces)};
  return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
