/* What acts came to in days is no toll of one of them, and which record's total another is of: told by their numbers,
 * by «ثالث … خلال شهر», by a toll since a day. Each text whose act is a part has a near twin whose act is none. */
#include "code_setup.h"

static const Told many[] = {
    /* many, of many days */
    {"استهدفت مقاتلات التحالف استعراضا للمسلحين في الحويجة، ما أسفر عن سقوط خمسين قتيلا. وقال ناطق إن السوق فتحت. وشهد "
     "اليوم غارات مكثفة للتحالف استهدفت مواقع المسلحين في الحويجة.",
     "airstrike", 1},
    {"استهدفت مقاتلات التحالف استعراضا للمسلحين في الحويجة، ما أسفر عن سقوط خمسين قتيلا. وقال ناطق إن السوق فتحت. "
     "وشهدت "
     "الأيام الثلاثة الماضية غارات مكثفة للتحالف استهدفت مواقع المسلحين في الحويجة.",
     "airstrike", 2},
};

static const Case sums[] = {
    /* what acts came to in a week */
    {"قتلت طائرات تركية ستة أشخاص على الأقل في غارات على قرية شمال العراق. وقال ناطق إن السوق فتحت. وقال مصدر إن "
     "الغارات التركية أسفرت خلال أسبوع عن مقتل 260 شخصا.",
     "airstrike kind=event killed=6.."},
    {"قتلت طائرات تركية ستة أشخاص على الأقل في غارات على قرية شمال العراق. وقال ناطق إن السوق فتحت. وقال مصدر إن "
     "الغارات التركية أسفرت خلال أسبوع عن مقتل 260 شخصا.",
     "airstrike kind=tally killed=260"},
    /* the fourth within a month tells of four; the second is news itself, and an anniversary or a second blast of the
     * day counts nothing */
    {"قتل جنديان في هجوم على حاجز في العريش، في رابع هجوم تشهده المدينة خلال شهر", "attack kind=tally count=4"},
    {"قتل جنديان في ثاني هجوم تشهده المدينة خلال شهر", "attack kind=event killed=2"},
    {"وقع في المدينة حادث الاختطاف الثالث لعمال الإغاثة خلال شهرين", "abduction kind=tally count=3"},
    {"وهذه رابع عملية خطف تشهدها المدينة هذا العام", "abduction kind=tally count=4"},
    {"أحيت المدينة اليوم الذكرى الثالثة لخطف الطلاب في آذار 2015", "nothing"},
    /* many arrested in a year, and a few */
    {"اعتقلت السلطات ستين مشتبها به العام الماضي", "arrest kind=tally arrested=60"},
    {"اعتقلت السلطات ثلاثة مشتبه بهم العام الماضي", "arrest kind=event arrested=3"},
    {"وقع في المدينة انفجار ثان قرب السوق خلال شهر رمضان", "bombing kind=event"},
};

typedef struct Part {
  const char *text, *type; /* of the act */
  unsigned parts;          /* as many records are part of another */
} Part;

static const Part parts[] = {
    /* fewer of those counted */
    {REPORT "نفذت مقاتلات التحالف 13 غارة على صنعاء أمس. وقال ناطق إن مقاتلات التحالف شنت غارتين على صنعاء.",
     "airstrike", 1},
    {REPORT "نفذت مقاتلات التحالف 13 غارة على صنعاء أمس. وقال ناطق إن مقاتلات التحالف شنت خمس غارات أخرى على صنعاء.",
     "airstrike", 0},
    {REPORT "نفذت مقاتلات التحالف 13 غارة على صنعاء أمس. وقال ناطق إن مقاتلات التحالف شنت غارتين على الرقة.",
     "airstrike", 0},
    {REPORT "وقعت الحكومة 18 اتفاقية أمس. وقال ناطق إن الحكومة وقعت اتفاقيتين.", "agreement", 0},
    /* the last of as many */
    {REPORT
     "قتل جنديان الخميس في هجوم على حاجز في العريش، في رابع هجوم تشهده المدينة خلال شهر. وقال ناطق إن الطريق سالك.",
     "attack", 1},
    {REPORT "قتل جنديان الخميس في هجوم على حاجز في العريش، في هجوم وصف بالعنيف. وقال ناطق إن الطريق سالك.", "attack",
     0},
    /* some of the dead since a day */
    {REPORT
     "قتل ثلاثة متظاهرين أمس في قصف على غزة. وقال ناطق إن الطريق سالك. وقتل ما لا يقل عن 132 فلسطينيا في غزة منذ 30 "
     "آذار الماضي.",
     "shelling", 1},
    {REPORT
     "قتل ثلاثة متظاهرين في قصف على غزة في 2 شباط الماضي. وقال ناطق إن الطريق سالك. وقتل ما لا يقل عن 132 فلسطينيا في "
     "غزة منذ 30 آذار الماضي.",
     "shelling", 0},
};

static bool as_many_parts(const Record *records, uint32_t n, const void *row) {
  const Part *part = row;
  unsigned found = 0;
  bool told = false;
  for (uint32_t i = 0; i < n; i++) {
    told |= str_eq(records[i].type, str_of(part->type));
    found += records[i].part_of.n > 0;
  }
  return told && found == part->parts;
}

static void parts_are_linked_to_their_total(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(parts, as_many_parts), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {TELLS(many), GIVES(sums), cmocka_unit_test(parts_are_linked_to_their_total)};
  return cmocka_run_group_tests_name("sums", tests, NULL, NULL);
}
