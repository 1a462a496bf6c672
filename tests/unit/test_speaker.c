/* Whose word an act is: the last record's speaker, in the words of the text; and how it is told. */
#include "code_setup.h"

typedef struct Row {
  const char *text, *want;
} Row;

/* By whom the last record is told: "" where the outlet tells it itself. */
static const Row told[] = {
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
    /* a quotation mark between a name of one word and the post behind it */
    {"وأكد اللواء “العامري” الخبير العسكري أن ثلاثة جنود قتلوا في الهجوم.", "اللواء “العامري” الخبير العسكري"},
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
    {"قال الجيش إن الوضع صعب. وقالت رئيسة الوزراء سعاد حسن إن عشرة أشخاص قتلوا في قصف على حلب.", "سعاد حسن"},
    /* pointed at by the post behind his name; with another title; by part of his post */
    {"أعلن العقيد سالم العامري المتحدث باسم المقاومة الوطنية أن الوضع صعب. وقال خالد حسن إن الوضع جيد. وكشف المتحدث "
     "باسم المقاومة أن عشرة أشخاص قتلوا في قصف على حلب.",
     "العقيد سالم العامري"},
    {"قال المتحدث الرسمي باسم التحالف تركي العامري إن الوضع صعب. وأوضح العقيد العامري أن عشرة أشخاص قتلوا في قصف على "
     "حلب.",
     "تركي العامري"},
    {"قالت وزيرة التخطيط والتعاون الدولي الأردنية الدكتورة ماري ناصر إن الوضع صعب. وقال خالد حسن إن الوضع جيد. وأكدت "
     "وزيرة "
     "التخطيط الأردنية أن عشرة أشخاص قتلوا في قصف على حلب.",
     "الدكتورة ماري ناصر"},
    /* a bare noun for a body that the tables know */
    {"قالت هيومن رايتس ووتش إن الوضع صعب. وأكدت المنظمة أن عشرة أشخاص قتلوا في قصف على حلب.", "هيومن رايتس ووتش"},
    /* what who speaks says that others said; but an outlet passes it on */
    {"قال المتحدث سالم العامري إن الجنود أبلغوا قيادتهم بأن عشرة أشخاص قتلوا في قصف على حلب.", "سالم العامري"},
    {"ذكرت وكالة رويترز أن الجيش أعلن مقتل عشرة أشخاص في قصف على حلب.", "الجيش"},
    /* what his news came of is his to tell, too */
    {"أعلنت الشرطة عن إغلاق الطريق، إثر مقتل عشرة أشخاص في قصف على حلب.", "الشرطة"},
    {"أعلنت الشرطة عن إغلاق الطريق، بعدما قتل عشرة أشخاص في قصف على حلب.", ""},
    /* talks that he tells of himself */
    {"قال الوزير سالم العامري إن الوضع صعب. وهطلت الأمطار أمس. وساد الهدوء. وقال إنه التقى نظيره خالد حسن في حلب.",
     "سالم العامري"},
    /* who claims an act, whoever else tells of it */
    {"قالت الشرطة إن عشرة أشخاص قتلوا في هجوم تبنته حركة طالبان استهدف السوق في حلب.", "حركة طالبان"},
    /* who accuses in court */
    {"قال الادعاء في البحرين إن عشرة أشخاص قتلوا في قصف على حلب، حسبما ذكرت وكالة محلية.", "الادعاء"},
    /* what was told before shows it */
    {"قال الجيش إن طائرة أقلعت من مدينة صور، ما يشير إلى أنها نفذت غارة على حلب.", "الجيش"},
    /* nobody spoke in the sentence before, and one man's deed opened it */
    {"قال الجيش إن الوضع صعب. وندد المبعوث سالم العامري بالقصف. وقال إن عشرة أشخاص قتلوا في قصف على حلب.",
     "سالم العامري"},
    {"قال الجيش إن الوضع صعب. وهطلت الأمطار أمس. وقال إن عشرة أشخاص قتلوا في قصف على حلب.", "الجيش"},
    /* whoever speaks next has a post in fewer words, and a name */
    {"قال المندوب الأميركي لدى المنظمة إن عشرة أشخاص قتلوا في قصف على حلب. وأضاف المندوب سالم العامري أن الوضع صعب.",
     "سالم العامري"},
    /* the object of a masdar before the quotation speaks for nobody */
    {"قالت الوزيرة سعاد حسن إن الوضع صعب. وتابعت، خلال إلقائها كلمة أمام البرلمان \"قتل عشرة أشخاص في قصف على حلب\".",
     "سعاد حسن"},
    /* as a paper says */
    {"قتل عشرة أشخاص في قصف على حلب كما جاء في بيان للجيش.", "للجيش"},
    /* a paper is whose it was, whoever spoke since */
    {"جاء في بيان لوزارة الخارجية أن الوضع صعب. وذكر مسؤولون محليون أن الطقس بارد. وقال البيان إن عشرة قتلوا في قصف "
     "على حلب.",
     "وزارة الخارجية"},
    {"وصل الرئيس أمس إلى حلب وقتل عشرة أشخاص، بحسب بيان صادر من مكتبه.", "مكتبه"},
    /* a name behind the place that the post goes on with; a rank before a name that was told in full */
    {"قال مدير الصحة في عدن شلال شابع إن عشرة أشخاص قتلوا في قصف على حلب.", "شلال شابع"},
    {"قال العميد عبد الله الصبيحي إن الوضع صعب. وأضاف العميد الصبيحي أن عشرة أشخاص قتلوا في قصف على حلب.",
     "العميد عبد الله الصبيحي"},
    /* a clause on equal terms behind the act that is announced, and one behind a clause that is */
    {"أعلنت الشرطة اعتقال رجل في حلب، بينما قتل عشرة أشخاص في قصف على إدلب.", ""},
    {"أعلنت الشرطة أن الوضع صعب، بينما قتل عشرة أشخاص في قصف على إدلب.", "الشرطة"},
    /* what pictures show the outlet tells */
    {"أظهر مقطع فيديو أن عشرة أشخاص قتلوا في قصف على حلب.", ""},
    {"قال قائد الجماعة في مقطع فيديو إن عشرة أشخاص قتلوا في قصف على حلب.", "قائد الجماعة"},
    /* who passes on nobody's word says so himself */
    {"نقل مصور الوكالة أن عشرة أشخاص قتلوا في قصف على حلب.", "مصور الوكالة"},
    {"قال الجيش إن الوضع صعب. وصل وزير الدفاع أمس إلى حلب، وأكد أن عشرة أشخاص قتلوا في قصف عليها.", "وزير الدفاع"},
    /* on what occasion he accuses is not what he accuses of */
    {"اتهم الوزير سالم العامري الحركة بقصف حلب، وذلك خلال اجتماع مع السفير في بيروت.", ""},
};

/* «غارات يعتقد أنها إسرائيلية»: how the first record is told. */
static const Row doubted[] = {
    {"قتل سبعة أشخاص في غارات يعتقد أنها إسرائيلية على حلب.", "alleged"},
    {"قتل سبعة أشخاص في غارات إسرائيلية على حلب يعتقد أن الجيش توقعها.", "asserted"},
    {"خطف مسلحون في حلب سيدة يزعم أنها قتلت زوجها.", "asserted"},
    {"وجه الوزير دعوة بعد ورود تقارير عن هجوم كيماوي في حلب.", "alleged"},
    {"أكدت وزيرة التخطيط الأردنية أن القوات قصفت حلب.", "asserted"},
    {"قتل سبعة أشخاص في الهجوم على حلب بحسب تقرير الوزارة عن الهجوم.", "asserted"},
};

/* Through what the first record's word came, one behind the other. */
static const Row passed_on[] = {
    /* by the name of the site */
    {"قال الوزير على موقع التواصل الاجتماعي تويتر إن عشرة أشخاص قتلوا في قصف على حلب.", "تويتر"},
    /* a sentence that is nothing but a source */
    {"قالت الشرطة إن عشرة أشخاص قتلوا في قصف على حلب. بحسب فرانس برس.", "فرانس برس"},
    /* what came through two channels once came so before */
    {"أعلنت وزارة الداخلية مقتل عشرة أشخاص في قصف على حلب. وقالت الوزارة في بيان نشرته وكالة رويترز إن الوضع صعب.",
     "بيان|وكالة رويترز"},
    /* through what a second speaker told it */
    {"أعلنت الشرطة مقتل عشرة أشخاص في قصف على حلب. وقالت وزارة الصحة في بيان إن عشرة أشخاص قتلوا في القصف على حلب.",
     "بيان"},
    /* what is talked about is no channel */
    {"تحدثت الشرطة عن رابط بين الهجومين، وأكدت أن عشرة أشخاص قتلوا في قصف على حلب.", ""},
    /* what is recorded is no recording */
    {"أفاد المرصد بتسجيل 70 حالة اختناق إثر قصف على حلب.", ""},
};

/* Who answers for the first record's deed, and by whose word. */
static const Row answered[] = {
    /* he denies what was said, or a part in it */
    {"قال ناشطون إن قوات النظام السوري قصفت بلدة دوما، وهو ما تنفيه دمشق.", "denied دمشق"},
    {"اتهم المرصد القوات التركية بقصف مستشفى في عفرين. لكن الجيش التركي نفى هذه الاتهامات.", "denied الجيش التركي"},
    {"اتهمت دمشق إسرائيل بشن غارة على حلب، في حين نفت إسرائيل ضلوعها، مؤكدة أنها لا تعرف من نفذها.", "denied إسرائيل"},
    /* but not for others */
    {"قتل عشرة مدنيين في قصف للجيش السوري على دوما. ونفت واشنطن هذه المعلومات.", "attributed"},
    /* who claims it in the clause on its noun, whoever else tells of it */
    {"قالت الشرطة إن عشرة أشخاص قتلوا في هجوم تبنته حركة طالبان استهدف السوق في حلب.", "claimed حركة طالبان"},
};

static bool answers(const Record *records, uint32_t n, const void *p) {
  enum { ROOM = 256 };
  const Row *row = p;
  char text[ROOM] = "";
  if (n) {
    const Responsibility *r = &records[0].responsibility;
    Str by = r->by.n ? r->by.at[0].quote.text : STR("");
    snprintf(text, ROOM, "%.*s%s%.*s", STR_ARG(r->how), by.n ? " " : "", STR_ARG(by));
  }
  if (strcmp(text, row->want) == 0) return true;
  fprintf(stderr, "answers «%s»\n", text);
  return false;
}

static void tells_who_answers(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(answered, answers), 0);
}

static bool came_through(const Record *records, uint32_t n, const void *p) {
  enum { ROOM = 256 };
  const Row *row = p;
  char via[ROOM] = "";
  for (uint32_t i = 0; n && i < records[0].via.n; i++) {
    size_t used = strlen(via);
    snprintf(via + used, ROOM - used, "%s%.*s", i ? "|" : "", STR_ARG(records[0].via.at[i].text));
  }
  if (n && strcmp(via, row->want) == 0) return true;
  fprintf(stderr, "through «%s»\n", via);
  return false;
}

static void tells_through(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(passed_on, came_through), 0);
}

static bool is_told_so(const Record *records, uint32_t n, const void *p) {
  const Row *row = p;
  if (n && str_eq(records[0].stance, str_of(row->want))) return true;
  fprintf(stderr, "is %.*s\n", STR_ARG(n ? records[0].stance : STR("nothing")));
  return false;
}

static void tells_how(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(doubted, is_told_so), 0);
}

static bool is_told_by(const Record *records, uint32_t n, const void *p) {
  const Row *row = p;
  const Record *r = n ? &records[n - 1] : NULL;
  Str by = r && r->claimed_by.n ? r->claimed_by.at[0].quote.text : STR("");
  if (r && str_eq(by, str_of(row->want))) return true;
  fprintf(stderr, "by «%.*s»\n", STR_ARG(by));
  return false;
}

static void tells_by_whom(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(told, is_told_by), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(tells_by_whom), cmocka_unit_test(tells_how),
                                     cmocka_unit_test(tells_through), cmocka_unit_test(tells_who_answers)};
  return cmocka_run_group_tests_name("speaker", tests, NULL, NULL);
}
