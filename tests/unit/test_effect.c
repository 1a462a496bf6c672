/* Whom an outcome befell, and how many. */
#include "code_setup.h"

static const Case taken_up[] = {
    /* one, whoever he is */
    {"قال المدعي إن سالم العوضي وصل إلى المدينة عام 2014، قبل القبض عليه في موسكو في مارس الماضي.",
     "arrest arrested=1"},
    {"وقالت الشرطة إنها اعتقلته بعد ساعات من فراره من السجن.", "arrest arrested=1"},
    {"وأفادت عائلتهما بأن السلطات اعتقلتهما في أغسطس الماضي.", "arrest arrested=2"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(taken_up)};
  return cmocka_run_group_tests_name("effect", tests, NULL, NULL);
}
