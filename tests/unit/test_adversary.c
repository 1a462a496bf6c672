/* Whom an act is aimed at, by who holds the place, and whom a figure counts. */
#include "code_setup.h"

static const Case cases[] = {
    {"سيطرت المقاومة أمس على المواقع التي كانت تحت سيطرة المتمردين شمالي البلدة.",
     "territory-change targets=المتمردين"},
    {"سيطر الجيش أمس على آخر جيب في أيدي المسلحين جنوب العاصمة.", "territory-change targets=المسلحين"},
    {"واستولت القوات على مواقع كانت تسيطر عليها ميليشيات الحوثي غربي تعز.", "territory-change targets=ميليشيات الحوثي"},
    {"نفذت السلطات حملة اعتقالات واسعة طالت العديد من الشباب في البصرة.", "arrest targets=الشباب"},
    {"سيطر تنظيم داعش على حقل نفطي بعد معارك مع قوات النظام أمس.", "territory-change targets=قوات النظام"},
    {"وأضاف المصدر أن الجيش استعاد موقعين كان الحوثيون يسيطرون عليهما في صرواح أمس.",
     "territory-change targets=الحوثيون"},
    /* who a place is back with has taken it, and is nobody's target */
    {"عادت البلدة إلى سيطرة الجيش أمس.", "territory-change agents=الجيش"},
    {"وعادت مدينة دوما لسيطرة الحكومة أمس بعد سنوات.", "territory-change agents=الحكومة"},
    {"عادت مدينة الرستن إلى سيطرة الجيش بعد معارك مع تنظيم الدولة.",
     "territory-change agents=الجيش targets=تنظيم الدولة"},
    /* a bare number of dead counts those of whom more is said */
    {"ارتفعت حصيلة القتلى الفلسطينيين إلى 119 منذ بدء المسيرات في آذار.", "casualties targets=القتلى الفلسطينيين"},
    {"وتوجد في شمال البلاد قاعدة تضم أكثر من 700 جندي.", "fighters targets=جندي"},
    {"وكشف الجاسوس سالم العامري أسراراً قبل القبض عليه في موسكو أمس.", "arrest targets=سالم العامري"},
    {"وقال المحقق إن العامري قتل على يد حراسه في منزله.", "killing targets=العامري"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("adversary", tests, NULL, NULL);
}
