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

static const Case kin[] = {
    /* told by her, and counted with her */
    {"وقد اعتقلت السلطات هدى التميمي ووالدتها في مداهمة ليلية لمنزل العائلة.", "operation arrested=2"},
};

static const Case things[] = {
    {"أحرق مسلحون منزلا وثلاث سيارات في القرية مساء الأحد.", "destruction destroyed=3"},
};

static const Case reached[] = {
    {"نفذت الشرطة اعتقالات واسعة طالت ثلاثين ناشطا في العاصمة.", "arrest arrested=30"},
    {"نفذت الشرطة حملة اعتقالات شملت العديد من الشبان في العاصمة.", "arrest arrested=none"},
};

static const Case closer[] = {
    /* the number tells what the form left open; and troops that were killed were not sent */
    {"مقتل مهاجمين في اشتباك مع الجيش قرب الحدود\nوقال الجيش إن الاشتباك أدى إلى مقتل اثنين من المهاجمين.",
     "clash killed=2"},
};

static const Case apart[] = {
    /* the hurt behind a subset of the dead are none of them */
    {REPORT "وبحسب المصادر فإن حصيلة الغارة 12 قتيلا بينهم 3 نساء وأكثر من 20 جريحا.",
     "airstrike killed=12 injured=20"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(taken_up), GIVES(uncounted), GIVES(thousands), GIVES(kin),
                                     GIVES(things),   GIVES(reached),   GIVES(apart),     GIVES(closer)};
  return cmocka_run_group_tests_name("effect", tests, NULL, NULL);
}
