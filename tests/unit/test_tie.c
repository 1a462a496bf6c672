/* One happening told several times is one record; another one of the same kind is another. Each text that
 * is one has a near twin that is two. */
#include "code_setup.h"

static const Told told[] = {
    /* headline and lead */
    {"مقتل خمسة جنود في تفجير وسط كابل\nقتل خمسة جنود اليوم الثلاثاء في تفجير سيارة مفخخة وسط العاصمة الأفغانية "
     "كابل، بحسب مسؤول أمني.",
     "bombing", 1},
    {"قتل خمسة جنود اليوم الثلاثاء في تفجير سيارة مفخخة وسط كابل، بحسب مسؤول أمني. وقتل تسعة مدنيين في تفجير آخر "
     "بمدينة قندوز.",
     "bombing", 2},
    /* «الانفجار» goes back, «انفجار آخر» does not */
    {"انفجرت سيارة مفخخة في سوق بمدينة الموصل صباح الاثنين. وأسفر الانفجار عن مقتل سبعة مدنيين.", "bombing", 1},
    {"انفجرت سيارة مفخخة في سوق بمدينة الموصل صباح الاثنين. ووقع انفجار آخر في مدينة البصرة وأسفر عن مقتل سبعة "
     "مدنيين.",
     "bombing", 2},
    /* other days */
    {"قتل أربعة جنود في هجوم على حاجز في العريش يوم الأحد. وقال مصدر أمني إن الهجوم نفذه مسلحون.", "attack", 1},
    {"قتل أربعة جنود في هجوم على حاجز في العريش يوم الأحد. وقتل تسعة جنود في هجوم على معسكر في رفح يوم الثلاثاء.",
     "attack", 2},
    /* other names */
    {"اغتال مسلحون القاضي سالم الحربي في عدن. وقالت الشرطة إن مسلحين اغتالوا الحربي أمام منزله.", "assassination", 1},
    {"اغتال مسلحون القاضي سالم الحربي في عدن. وقالت الشرطة إن مسلحين اغتالوا الطبيب خالد الجبوري في تعز.",
     "assassination", 2},
    /* a place is taken once */
    {"سيطر الجيش على بلدة القيارة. وقال متحدث إن القوات سيطرت على القيارة بعد معارك.", "territory-change", 1},
    {"سيطر الجيش على بلدة القيارة. وقال متحدث إن القوات سيطرت على تلعفر بعد معارك.", "territory-change", 2},
};

static void one_happening_is_one_record(void **state) {
  (void)state;
  assert_int_equal(told_wrong(told, sizeof told / sizeof *told), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(one_happening_is_one_record)};
  return cmocka_run_group_tests_name("tie", tests, NULL, NULL);
}
