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
    /* on whom a sentence is passed, by the punishment it lays on him */
    {"أصدرت المحكمة حكماً بإعدام ستة أشخاص أمس.", "sentence targets=أشخاص"},
    {"أصدر القضاء حكماً بالسجن مدى الحياة لامرأة أدينت بالتجسس أمس.", "sentence targets=امرأة"},
    {"أحالت المحكمة أوراق 75 شخصاً إلى المفتي أمس.", "sentence targets=شخصاً"},
    /* against whom a protest is, by its slogans or by what it came to */
    {"خرج الآلاف في مسيرة إلى مبنى البرلمان حيث رددوا شعارات ضد السلطات.", "protest targets=السلطات"},
    {"عزل الجيش الرئيس سالم العلي بعد احتجاجات شعبية ضده. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "protest targets=سالم العلي"},
    {"تعاني البلاد أزمة منذ احتجاجات 2011 التي أطاحت بالرئيس الأسبق سالم العلي. وقال ناطق إن الوضع هادئ. وأضاف أن "
     "الطريق سالك.",
     "protest targets=سالم العلي"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("adversary", tests, NULL, NULL);
}
