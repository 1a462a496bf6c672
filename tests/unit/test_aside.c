/* Names that no table has, behind a post. */
#include "code_setup.h"

static const Case cases[] = {
    {"أجرى العاهل السعودي، الملك سلمان بن عبد العزيز، اتصالاً هاتفياً مع الرئيس التركي رجب طيب أردوغان.",
     "meeting agents=سلمان بن عبد العزيز partners=رجب طيب أردوغان"},
    {"هدد الرئيس جوكو ويدودو بفرض حصار على الجزيرة.", "threat agents=الرئيس جوكو ويدودو"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("aside", tests, NULL, NULL);
}
