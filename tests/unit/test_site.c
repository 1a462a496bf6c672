/* Which of the places that a sentence names is the act's. */
#include "code_setup.h"

static const Case cases[] = {
    /* the finer one, and not where somebody speaks */
    {"قال المحافظ في بغداد إن مسلحين هاجموا حاجزا للجيش في قضاء الطارمية", "attack places=الطارمية"},
    {"انفجرت سيارة مفخخة في بلدة حمام العليل بمحافظة نينوى شمال العراق", "bombing places=حمام العليل"},
    {"قتل ثلاثة جنود في هجوم على نقطة تفتيش في مدينة كركوك في العراق", "attack places=كركوك"},
    /* not where somebody comes from, or the place of whoever did it */
    {"اعتقلت الشرطة في مدينة طنجة شابا من الرباط", "arrest places=طنجة"},
    {"اعتقلت شرطة كركوك أربعة مسلحين في بلدة الحويجة", "arrest places=الحويجة"},
    {"اعتقلت الشرطة الجزائرية بعد تدخل السعودية أربعة مسلحين في وهران", "arrest places=وهران"},
    /* with no name, of the country that the report speaks of; but not where it only says where a town lies */
    {"قال وزير الدفاع في مالي إن اشتباكات اندلعت بين الجيش ومسلحين في شمال البلاد", "clash places=شمال البلاد"},
    {"اندلعت اشتباكات في مالي بين الجيش ومسلحين في مدينة غاو شمال البلاد", "clash places=غاو"},
    /* «إلى» governs a town that is a word as well */
    {"أعلنت السعودية هدنة. ووصل رتل عسكري سعودي أمس إلى جدة بعد هجوم قتل فيه ثلاثة جنود.", "attack places=جدة"},
    /* a list, from its first name on */
    {"قصفت الطائرات مواقع المسلحين في الرقة، ودير الزور، والحسكة", "airstrike places=الرقة"},
    {"قصفت الطائرات مواقع المسلحين في الرقة، ودير الزور، والحسكة", "airstrike places=الحسكة"},
    /* an act told without a place is where the one before it was */
    {"هاجم مسلحون حاجزا للجيش في بلدة القيارة. وشهدت مدينة كركوك انفجار عبوة ناسفة. وأعقب الانفجار إطلاق نار قتل فيه "
     "شرطي.",
     "attack places=كركوك"},
};

static void gives_what_it_says(void **state) {
  (void)state;
  assert_int_equal(cases_wrong(cases, sizeof cases / sizeof *cases), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(gives_what_it_says)};
  return cmocka_run_group_tests_name("site", tests, NULL, NULL);
}
