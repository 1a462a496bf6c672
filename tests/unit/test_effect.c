/* Whom an outcome befell, and how many. */
#include "code_setup.h"

static const Case taken_up[] = {
    /* one, whoever he is */
    {"قال المدعي إن سالم العوضي وصل إلى المدينة عام 2014، قبل القبض عليه في موسكو في مارس الماضي.",
     "arrest arrested=1"},
    {"وقالت الشرطة إنها اعتقلته بعد ساعات من فراره من السجن.", "arrest arrested=1"},
    {"وأفادت عائلتهما بأن السلطات اعتقلتهما في أغسطس الماضي.", "arrest arrested=2"},
};

static const Case uncounted[] = {
    /* nobody counts either: one outcome; a number told later says more */
    {"شنت الطائرات غارات على المعسكر أسفرت عن سقوط قتلى وجرحى من المسلحين.", "airstrike killed-or-injured=none"},
    {"قصفت المدفعية البلدة وخلفت عددا من القتلى والجرحى.", "shelling killed-or-injured=none"},
    /* a name that nobody knows is one man */
    {"وتم توقيف دارغوست خلال الحملة الأمنية التي أطلقتها السلطات في المدينة.", "operation arrested=1"},
};

static const Case thousands[] = {
    {"نفذت الجماعة هجوما بالغاز على محطة القطار ما أسفر عن مقتل 13 شخصا وإصابة أكثر من 6 آلاف آخرين.",
     "attack killed=13 injured=6000"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(taken_up), GIVES(uncounted), GIVES(thousands)};
  return cmocka_run_group_tests_name("effect", tests, NULL, NULL);
}
