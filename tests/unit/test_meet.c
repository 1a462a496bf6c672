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
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("meet", tests, NULL, NULL);
}
