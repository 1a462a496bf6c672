/* Who fights whom, where a sentence tells the one side by its dead. */
#include "code_setup.h"

static const Case cases[] = {
    /* the side beside whose name «مع» stands has fought those who died */
    {"قتل العشرات من المسلحين الحوثيين في مواجهات مع قوات الجيش اليمني قرب مدينة حرض.",
     "clash agents=قوات الجيش اليمني targets=المسلحين الحوثيين"},
    {"قتل 12 من عناصر تنظيم داعش في اشتباكات مع قوات الحشد الشعبي غربي الأنبار.",
     "clash agents=قوات الحشد الشعبي targets=تنظيم داعش"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("parties", tests, NULL, NULL);
}
