/* What is only threatened, what an act is for, and what a campaign is one of make no second act. Each text has a
 * near twin in which there are two. */
#include "code_setup.h"

#define AFTER "وعاد الوزير إلى العاصمة أمس. وقال شهود إن الطرق مفتوحة."

static const Told told[] = {
    {"هدد رئيس البلاد بفرض حظر للتجول في العاصمة. " AFTER, "restriction", 0},
    {"فرض الجيش حظراً للتجول في العاصمة مساء أمس. " AFTER, "restriction", 1},
    {"أخلى الجيش مطاراته إثر التهديدات الأميركية بتنفيذ ضربات جوية. " AFTER, "airstrike", 0},
    {"أخلى الجيش مطاراته إثر تنفيذ ضربات جوية أميركية. " AFTER, "airstrike", 1},
    {"أطلق الجيش عملية عسكرية لتحرير مدينة الحديدة غربي اليمن. " AFTER, "territory-change", 0},
    {"أطلق الجيش عملية عسكرية لتحرير مدينة الحديدة غربي اليمن. " AFTER, "operation", 1},
    {"أعلن الجيش انتهاء العملية العسكرية وتحرير مدينة الحديدة غربي اليمن. " AFTER, "territory-change", 1},
    {"تعرضت العاصمة لقصف صاروخي بعد هجوم على المطار. " AFTER, "shelling", 1},
    {"تشن قوات النظام منذ أيام حملة قصف عنيفة على مخيم اليرموك. " AFTER, "operation", 0},
    {"تشن قوات النظام منذ أيام حملة قصف عنيفة على مخيم اليرموك. " AFTER, "shelling", 1},
    {"تشن قوات النظام منذ أيام حملة أمنية في مخيم اليرموك. " AFTER, "operation", 1},
};

int main(void) {
  const struct CMUnitTest tests[] = {TELLS(told)};
  return cmocka_run_group_tests_name("aim", tests, NULL, NULL);
}
