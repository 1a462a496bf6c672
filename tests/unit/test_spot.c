/* The site of an act that its noun tells, and no name. */
#include "code_setup.h"

static const Case cases[] = {
    /* told apart from all others, it is narrower than the town that holds it */
    {"انفجرت عبوة ناسفة أمس أمام مبنى المحافظة في البصرة وأصابت شرطيين", "bombing places=مبنى المحافظة"},
    {"قتل أربعة مصلين في هجوم انتحاري في مسجد عمال الميناء بمدينة عدن", "suicide-bombing places=مسجد عمال الميناء"},
    /* what lies between two lands is told by both */
    {"أصيب ثلاثة شبان خلال مظاهرات على الحدود بين قطاع غزة وإسرائيل", "protest places=الحدود بين قطاع غزة وإسرائيل"},
    {"أصيب ثلاثة شبان في قطاع غزة خلال مظاهرات على الحدود بين القطاع وإسرائيل",
     "protest places=الحدود بين القطاع وإسرائيل"},
    /* a land's border, with whom it is; but of a town it only says where that lies */
    {"أصيب ثلاثة شبان خلال احتجاجات على حدود قطاع غزة مع إسرائيل", "protest places=حدود قطاع غزة مع إسرائيل"},
    {"قتل 32 شخصا في تفجير انتحاري في بلدة سروج قرب الحدود مع سوريا", "suicide-bombing places=بلدة سروج"},
    /* a house told before is the one meant */
    {"هدم انفجار عبوة ناسفة جدار مسجد عمال الميناء في عدن. وقتل ثلاثة مصلين في هجوم داخل المسجد أمس.",
     "attack places=مسجد عمال الميناء"},
    /* one of many is wherever its town is */
    {"انفجرت عبوة ناسفة في فندق كبير في البصرة وأصابت شرطيين", "bombing places=البصرة"},
    {"انفجرت عبوة ناسفة قرب مدرسة للفتيات في البصرة وأصابت شرطيين", "bombing places=البصرة"},
    /* … and yet more than where the news before was */
    {"هاجم مسلحون حاجزا للجيش في بلدة القيارة. وانفجرت عبوة ناسفة داخل أحد المساجد وقتلت مصليين اثنين.",
     "bombing places=أحد المساجد"},
    /* what is attacked is a target beside a town, and a place without one */
    {"هاجم مسلحون فجر أمس مقر الشرطة العسكرية في مدينة كركوك", "attack places=كركوك"},
    {"شنت القوات حملة في بلدة القيارة. واستهدفت عبوة ناسفة مسجد العمال القديم وقتلت مصليين اثنين.",
     "bombing places=مسجد العمال القديم"},
    /* a list with what is set aside in brackets; a market that is named after its day */
    {"أوقفت الشرطة ثمانية مسلحين في مدن طنجة (شمال) وتطوان (شمال) وفاس", "arrest places=تطوان"},
    {"أوقفت الشرطة ثمانية مسلحين في مدن طنجة (شمال) وتطوان (شمال) وفاس", "arrest places=فاس"},
    /* and one with commas, of which no part holds another */
    {"قصفت الطائرات مواقع في بلدات حرستا، وزملكا، وعربين، وكفر بطنا", "airstrike places=كفر بطنا"},
    {"انفجرت عبوة ناسفة في سوق الخميس ببنغازي وقتلت شرطيا", "bombing time=none"},
    /* no site that anybody could go to */
    {"قتل خمسة جنود في مدينة تعز. ولقي قائد الكتيبة مصرعه في ساحة الحرب.", "killing places=تعز"},
    /* where a court sits: by its name */
    {"أغلق التحقيق قبل عام. وحكمت محاكم بغداد أمس على 200 متهم بالإعدام.", "sentence places=بغداد"},
    {"قال محامون في دمشق إن الملف أغلق. وقضت محكمة جنايات المنيا بإعدام عشرة متهمين.", "sentence places=المنيا"},
    {"حكمت المحكمة في مدينة طنجة على متهم في السجن المركزي بالحبس عامين", "sentence places=طنجة"},
};

/* Of two lands that share a border, it is in the narrower. */
static void test_side(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  uint32_t n = 0;
  const Record *r = code_records(&s, "أصيب ثلاثة شبان أمس خلال مظاهرات على الحدود بين إسرائيل وقطاع غزة", &n);
  assert_true(n > 0 && r[0].nplaces == 1);
  assert_true(str_eq(r[0].places[0].quote.text, STR("الحدود بين إسرائيل وقطاع غزة")));
  assert_true(str_eq(r[0].places[0].country, STR("PS")));
  code_end(&s);
}

/* Where the crime was is no place of the judgement. */
static void test_judgement(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  uint32_t n = 0, sentences = 0;
  const Record *r =
      code_records(&s, "أغلق التحقيق قبل عام. وحكمت المحكمة بالسجن عامين على رجل هاجم السفير في سيول بسكين.", &n);
  for (uint32_t i = 0; i < n; i++) {
    if (!str_eq(r[i].type, STR("sentence"))) continue;
    sentences++;
    assert_int_equal(r[i].nplaces, 0);
  }
  assert_int_equal(sentences, 1);
  code_end(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases), cmocka_unit_test(test_side), cmocka_unit_test(test_judgement)};
  return cmocka_run_group_tests_name("spot", tests, NULL, NULL);
}
