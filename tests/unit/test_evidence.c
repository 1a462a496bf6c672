/* What in the words around it speaks for an act's having come about, and against it: each text that tells one
 * has a near twin that only names it. */
#include "code_setup.h"

static const Told told[] = {
    /* the verb that carries it, or the noun that it is the complement of */
    {REPORT "ووقع انفجار عنيف في سوق بمدينة الموصل.", "bombing", 1},
    {REPORT "ويحقق القضاء في التفجير.", "bombing", 0},
    /* what an act did, or what somebody did about it */
    {REPORT "وأسفر هجوم على حاجز في كركوك عن مقتل أربعة جنود.", "attack", 1},
    {REPORT "ودعا الوزير إلى التحقيق في الهجوم.", "attack", 0},
    {REPORT "ورفض الوزير التعليق على الهجوم.", "attack", 0},
    /* a deed of somebody new, or of those whom the text knows already */
    {REPORT "وخطف مسلحون ثلاثة مهندسين في البصرة.", "abduction", 1},
    {REPORT "ويخطف المسلحون المهندسين.", "abduction", 0},
    /* who did it is said there and then */
    {REPORT "وتبنى تنظيم داعش الهجوم على الحاجز.", "attack", 1},
    {REPORT "وندد تنظيم نقابي بالهجوم.", "attack", 0},
    /* under way; the plural that is the common word for one; condemned or looked into with the deed's own noun */
    {REPORT "وقال مدير المستشفى إن استمرار القصف على الحي يمنع وصول المرضى.", "shelling", 1},
    {REPORT "وأشار المصدر إلى مواصلة قصف القرى.", "shelling", 1},
    {REPORT "وتشهد تعز مواجهات.", "clash", 1},
    {REPORT "وتتعلق القضية بمحاولة اغتيال النائب سالم العلي.", "assassination", 1},
    {REPORT "وتتعلق القضية باغتيال النائب سالم العلي.", "assassination", 0},
    /* alone in its report, with its place; with nothing at all */
    {REPORT "وأضاف أن الحكومة تدرس نتائج الهجوم على المطار في عدن.", "attack", 1},
    {REPORT "وأضاف أن الحكومة تدرس نتائج الهجوم على المطار.", "attack", 0},
    {REPORT "وتساءل النواب عن اتفاقيات.", "agreement", 0},
    /* how many went is the news */
    {REPORT "ونزح مئات السكان بسبب الغلاء.", "displacement", 1},
    {REPORT "ويخشى مئات السكان النزوح بسبب الغلاء.", "displacement", 0},
    /* tried, and escaped */
    {"نجا قائد الشرطة من محاولة اغتيال في عدن.", "assassination", 1},
    {"يخشى قائد الشرطة الاغتيال.", "assassination", 0},
};

/* A sentence alone, that no report is told by its day to be. */
static const Told undated[] = {
    {"خطف مسلحون ثلاثة مهندسين في البصرة.", "abduction", 1},
    {"يخطف المسلحون المهندسين.", "abduction", 0},
    {"تبنى تنظيم داعش الهجوم على الحاجز.", "attack", 1},
    {"ندد تنظيم نقابي بالهجوم على الحاجز.", "attack", 0},
    /* an amount of them is definite in form alone */
    {"وتعرضت البلدة لعشرات الغارات.", "airstrike", 1},
    {"وتعرضت البلدة للغارات.", "airstrike", 0},
};

int main(void) {
  const struct CMUnitTest tests[] = {TELLS(told), TELLS_UNDATED(undated)};
  return cmocka_run_group_tests_name("evidence", tests, NULL, NULL);
}
