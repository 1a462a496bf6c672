/* What a record is once its tellings are one: a voice told twice counts once, two voices are two; a number is as open
 * as it is told. */
#include <math.h>

#include "code_setup.h"

typedef struct Voices {
  const char *text;
  unsigned voices; /* of the first record */
} Voices;

static const Voices told[] = {
    /* a state by its name is the body that speaks for it, and another's official is another voice */
    {"قالت هولندا إن رجلا قتل في هجوم في المدينة. وقال المتحدث باسم الشرطة سالم الحربي إن الرجل قتل في الهجوم.", 1},
    {"قالت هولندا إن رجلا قتل في هجوم في المدينة. وقال المتحدث باسم الجيش الأميركي سالم الحربي إن الرجل قتل في الهجوم.",
     2},
    /* who speaks for a body, and the body */
    {"قال متحدث باسم المنظمة إن رجلا قتل في هجوم في المدينة. وقالت المنظمة إن الرجل قتل في الهجوم.", 1},
    {"قالت مصادر طبية إن رجلا قتل في هجوم في المدينة. وقالت المنظمة إن الرجل قتل في الهجوم.", 2},
};

/* states that a headline names in short, and a side that the text names in full; but no agency that reports it */
static const Case doers[] = {
    {"أنقرة وواشنطن تتفقان على خطة لسحب المقاتلين من منبج\n"
     "توصلت تركيا والولايات المتحدة أمس إلى اتفاق على خطة لسحب المقاتلين من مدينة منبج.",
     "agreement agents=تركيا"},
    {"الحوثيون يقصفون حيا في تعز\n"
     "قصفت ميليشيات الحوثي الموالية لإيران حيا سكنيا في مدينة تعز أمس.",
     "shelling agents=ميليشيات الحوثي الموالية"},
    {"إيطاليا تعتقل مهربا\nاعتقلت السلطات الإيطالية مهربا في جزيرة صقلية أمس.", "arrest agents=السلطات الإيطالية"},
};

static bool has_voices(const Record *records, uint32_t n, const void *p) {
  const Voices *row = p;
  if (n && records[0].claimed_by.n == row->voices) return true;
  fprintf(stderr, "gives %u voices, not %u\n", n ? records[0].claimed_by.n : 0, row->voices);
  return false;
}

static void counts_voices(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(told, has_voices), 0);
}

/* «25», and in the body «25 at least»: there may be more. */
static void opens_counts(void **state) {
  (void)state;
  static const char text[] =
      "مقتل 25 مقاتلا في هجوم على حلب\nقتل 25 مقاتلا على الأقل في هجوم على مدينة حلب، بحسب الشرطة.";
  CodeSetup s = code_begin();
  EngineDocument document = code_document(text);
  const Analysis *analysis = NULL;
  ErrorInfo info = {0};
  uint32_t n = 0;
  assert_int_equal(engine_analyse(s.engine, &s.arena, &document, false, &analysis, &info), ERROR_OK);
  const Record *records = analysis_records(analysis, &n);
  assert_int_equal(n, 1);
  assert_int_equal(records[0].noutcomes, 1);
  assert_true(records[0].outcomes[0].count.min == 25 && isinf(records[0].outcomes[0].count.max));
  code_end(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(counts_voices), cmocka_unit_test(opens_counts), GIVES(doers)};
  return cmocka_run_group_tests_name("absorb", tests, NULL, NULL);
}
