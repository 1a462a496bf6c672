/* Who the two are that a noun only points back to. */
#include "code_setup.h"

static const Case cases[] = {
    {"التقى الرئيس التركي رجب طيب أردوغان نظيره الروسي فلاديمير بوتين في موسكو. واتفق الرئيسان على هدنة في إدلب.",
     "agreement agents=فلاديمير بوتين"},
    {"اندلعت اشتباكات بين الجيش والحركة في المدينة. واتفق الطرفان على هدنة مدتها ثلاثة أيام.",
     "agreement agents=الحركة"},
    {"قتل ثلاثة جنود في اشتباكات بين الجيش السوري وتنظيم داعش قرب تدمر. واندلعت اشتباكات أخرى بين الجانبين في الرصافة.",
     "clash agents=الجيش السوري targets=تنظيم داعش places=الرصافة"},
    /* with no act of two before it: those whom «و» joins */
    {"تراقب مصر وإثيوبيا منسوب النهر منذ سنوات. وقال ناطق إن البلدين وقعا اتفاقا لتقاسم المياه.",
     "agreement agents=إثيوبيا"},
    /* countries are not the men who met; nor are three two */
    {"تراقب مصر وإثيوبيا والسودان منسوب النهر منذ سنوات. وقال ناطق إن البلدين وقعا اتفاقا لتقاسم المياه.",
     "agreement agents=البلدين"},
    {"التقى رجب طيب أردوغان فلاديمير بوتين في موسكو. وقال ناطق إن البلدين وقعا اتفاقا.", "agreement agents=البلدين"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("pair", tests, NULL, NULL);
}
