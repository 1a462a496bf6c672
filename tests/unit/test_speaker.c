/* Whose word an act is: the first record's speakers, in the words of the text. */
#include "code_setup.h"

typedef struct Voice {
  const char *text, *by; /* "" where the outlet tells it itself */
} Voice;

static const Voice told[] = {
    /* the head of a relative clause whose verb is of another gender tells nothing */
    {"ودهس السائق الذي قالت الشرطة المحلية إنه قتل عشرة أشخاص بالرصاص المارة.", "الشرطة المحلية"},
    {"قال الوزير الذي هاجم المعارضة إن عشرة أشخاص قتلوا بالرصاص.", "الوزير"},
    /* what is told is the noun that the clause stands on, and nothing behind it */
    {"تستند القضية إلى اتفاقية أقرتها الأمم المتحدة، إضافة إلى مقتل عشرة مدنيين في قصف على حلب.", ""},
    /* an accusation with one party beside it is no word of that party */
    {"قتل عشرة أشخاص في هجوم على السوق. واتهمت امرأة \"بقتل شرطي\" في حلب.", ""},
    {"وأشار ناشطون إلى هجوم كيماوي اتهمت دمشق بتنفيذه في حلب.", "ناشطون"},
    {"أكد الوزير سالم العامري أنه يحمل الحركة مسؤولية التفجير الذي وقع في حلب.", "سالم العامري"},
    /* one of those who may speak */
    {"قال الوزير إن الوضع صعب. وقال أحد السكان إن عشرة أشخاص قتلوا في قصف على حلب.", "أحد السكان"},
    /* whoever was told by his post alone, and not the last who has a name */
    {"قال مسؤول أمريكي إن الوضع صعب. وقال سالم العامري إن الوضع جيد. وقال المسؤول الأمريكي إن عشرة جنود قتلوا في "
     "هجوم في حلب.",
     "مسؤول أمريكي"},
    /* the outlet's own people */
    {"أفاد مراسلنا بوقوع اشتباكات. وأوضح المراسل أن عشرة أشخاص قتلوا في قصف على حلب.", ""},
    {"أفاد مراسل \"الضفاف\" بأن عشرة أشخاص قتلوا في قصف على حلب.", ""},
    {"أفاد مراسل \"سكاي نيوز عربية\" بأن عشرة أشخاص قتلوا في قصف على حلب.", "مراسل \"سكاي نيوز عربية\""},
    /* where he begins to tell, and not where he said so */
    {"قال الوزير سالم العامري إن الوضع صعب. وأضاف، وفي هذا الإطار قتل عشرة مدنيين في قصف على حلب، كما أن الوضع صعب.",
     "سالم العامري"},
    /* a sentence between two of one speaker's, but one that turns to another */
    {"قالت الوزارة إن الوضع صعب. من جانبها، قصفت القوات حلب. وقالت الوزارة إن الوضع صعب.", ""},
    /* what was found out, with «إلى أن» */
    {"قالت الوزارة إن الوضع صعب. وتشير تقديرات إلى أن القصف أسفر عن مقتل عشرة مدنيين في حلب.", "تقديرات"},
    /* whatever stands right behind a verb of telling that «إن» follows */
    {"استهدف الطيران موقعا. وقالت محطة محلية إن عشرة أشخاص قتلوا في قصف على حلب.", "محطة محلية"},
    /* a sentence that is nothing but a source */
    {"قتل عشرة أشخاص في قصف على حلب. بحسب ما أعلن العقيد سالم العامري.", "العقيد سالم العامري"},
    /* a post behind the name; an adjective that is one */
    {"قال العقيد سالم العامري المتحدث باسم الشرطة إن عشرة أشخاص قتلوا في قصف على حلب.", "العقيد سالم العامري"},
    {"وأعلن العقيد الركن صادق الدويد المتحدث باسم الشرطة مقتل عشرة أشخاص في قصف على حلب.", "العقيد الركن صادق الدويد"},
};

static void tells_by_whom(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  unsigned wrong = 0;
  for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
    uint32_t n = 0;
    const Record *records = code_records(&s, told[i].text, &n);
    const Record *r = n ? &records[n - 1] : NULL;
    Str by = r && r->claimed_by.n ? r->claimed_by.at[0].quote.text : STR("");
    if (r && str_eq(by, str_of(told[i].by))) continue;
    wrong++;
    fprintf(stderr, "%s\n  by «%.*s», of %u records\n", told[i].text, STR_ARG(by), n);
  }
  code_end(&s);
  assert_int_equal(wrong, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(tells_by_whom)};
  return cmocka_run_group_tests_name("speaker", tests, NULL, NULL);
}
