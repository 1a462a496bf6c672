/* Who meets whom: one doer and his partners; an agreement is both sides' deed. */
#include "code_setup.h"

static const Case cases[] = {
    /* a post in the dual, and a name for each */
    {"التقى الرئيسان التركي رجب طيب أردوغان والروسي فلاديمير بوتين في مدينة سوتشي.",
     "meeting agents=رجب طيب أردوغان partners=فلاديمير بوتين"},
    /* two that are joined: the first with the other */
    {"أجرت تركيا وروسيا محادثات في أنقرة بشأن الهدنة.", "meeting agents=تركيا partners=روسيا"},
    /* both sides made the agreement */
    {"وقعت تركيا وروسيا اتفاقا لوقف إطلاق النار في إدلب.", "agreement agents=تركيا"},
    {"وقعت تركيا وروسيا اتفاقا لوقف إطلاق النار في إدلب.", "agreement agents=روسيا"},
    /* whose meeting it is speaks there */
    {"خلال لقائه وزير الخارجية الفرنسي في بيروت، قال الرئيس إن الحدود مغلقة.", "meeting agents=الرئيس"},
    {"قال الرئيس بعد اجتماعه مع وزير الخارجية الفرنسي في بيروت إن الحدود مغلقة.", "meeting agents=الرئيس"},
    /* whom a masdar with its owner has for object; a woman's post; two with titles, one behind the other */
    {"وقال الوزير داود أوغلو أمس عقب لقائه وزير الخارجية اللبناني سالم الحربي إن الحدود ستفتح.",
     "meeting partners=سالم الحربي"},
    {"ووصل سالم الحربي إلى باريس أمس، وكان قد التقى رئيسة الحكومة البريطانية تيريزا ماي.",
     "meeting partners=تيريزا ماي"},
    {"والتقى الرئيس التركي رجب طيب أردوغان الجنرال سالم الحربي الأحد في أنقرة.", "meeting partners=سالم الحربي"},
    /* who brings them together */
    {"توصلت الحركة وإسرائيل إلى اتفاق لوقف إطلاق النار برعاية الأمم المتحدة أمس.", "agreement partners=الأمم المتحدة"},
    {"وجاء ذلك بعد لقاء قادة الأحزاب الليبية في باريس أمس برعاية الرئيس الفرنسي إيمانويل ماكرون.",
     "meeting partners=إيمانويل ماكرون"},
    /* a man's name behind a verb that befalls nobody */
    {"واعتذر سالم الحربي أمس خلال مكالمة مع الرئيس الفرنسي إيمانويل ماكرون.", "meeting agents=سالم الحربي"},
    /* the other side of an agreement that is told to be with one; two nations tied by a dash */
    {"وألغى رئيس الوزراء بنيامين نتنياهو أمس اتفاقاً مع المفوضية السامية لشؤون اللاجئين.",
     "agreement agents=بنيامين نتنياهو"},
    /* whom a meeting brings together, told by a verb that looks like a noun; one of them by a pronoun alone */
    {"عقد في العاصمة أمس لقاء جمع الرئيسين الروسي والتركي.", "meeting agents=الرئيسين"},
    {"وكشفت السفارة عن لقاء جمعه بوزير الخارجية الألماني هيكو ماس.", "meeting partners=هيكو ماس"},
    {"وانتهت أمس المهلة التي حددها الاتفاق الروسي-التركي في إدلب.", "agreement agents=التركي"},
};

static const Sides sides[] = {
    /* a post and its name are one man: he visits, and does not meet himself */
    {"يزور أمير قطر السابق حمد بن خليفة آل ثاني العاصمة أبوجا.", 1, 0, 0, 0},
    /* whom the act's later telling names as its partners has done it already */
    {"شنت الولايات المتحدة وفرنسا فجر السبت عملية عسكرية على سوريا. وقال الوزير أمس إن العملية العسكرية نفذت بمشاركة "
     "فرنسا.",
     2, 0, 1, 0},
};

static void nobody_meets_himself(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(sides, sides_hold), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases), cmocka_unit_test(nobody_meets_himself)};
  return cmocka_run_group_tests_name("meet", tests, NULL, NULL);
}
