/* Acts told together: whoever did the others has done this one. */
#include "code_setup.h"

static const Case cases[] = {
    {"شن التنظيم هجمات دامية في البلاد العام الماضي، من بينها هجوم على ثكنة للجيش في العاصمة أودى بحياة ستة جنود.",
     "attack agents=التنظيم targets=ثكنة للجيش"},
    /* joined to one of them */
    {"شن التنظيم هجمات عدة في البلاد العام الماضي، أبرزها هجوم على ثكنة في العاصمة أودى بحياة ستة جنود، وتفجير في سوق "
     "شعبي أسفر عن مقتل مدنيين.",
     "bombing agents=التنظيم"},
    /* on top of another */
    {"اتهمت المعارضة النظام باختطاف ناشطين، إضافة إلى اغتيال صحفي في مدينة درعا أمس.", "assassination agents=النظام"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("among", tests, NULL, NULL);
}
