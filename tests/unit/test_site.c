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
    {"اعتقلت الشرطة الجزائرية بطلب من السعودية أربعة مسلحين في وهران", "arrest places=وهران"},
    /* with no name, of the country that the report speaks of; but not where it only says where a town lies */
    {"قال وزير الدفاع في مالي إن اشتباكات اندلعت بين الجيش ومسلحين في شمال البلاد", "clash places=شمال البلاد"},
    {"اندلعت اشتباكات في مالي بين الجيش ومسلحين في مدينة غاو شمال البلاد", "clash places=غاو"},
    {"خرجت احتجاجات أمس في محافظة ذي قار، جنوبي البلاد، في العراق", "protest places=محافظة ذي قار"},
    /* … nor where adjectives stand between; a stretch of land near a city lies by it */
    {"استعادت القوات أمس السيطرة على الغوطة الشرقية قرب دمشق بعد عملية عسكرية",
     "territory-change places=الغوطة الشرقية"},
    {"قصفت الطائرات مواقع المسلحين في قاعدة الديلمي الجوية العسكرية شمالي صنعاء", "airstrike places=قاعدة الديلمي"},
    {"سيطرت القوات أمس على بلدة جنديرس الاستراتيجية في منطقة عفرين بعد معارك عنيفة", "territory-change places=جنديرس"},
    /* what «حيث» goes on to tell; and what is left, not where they go */
    {"وصلت الاحتجاجات إلى الناصرية وكربلاء، وامتدت أمس إلى العاصمة بغداد، حيث قتل أربعة متظاهرين برصاص الشرطة",
     "attack places=العاصمة بغداد"},
    {"انسحب مئات المقاتلين أمس من دوما إلى جرابلس شمال سوريا", "withdrawal places=دوما"},
    /* «إلى» governs a town that is a word as well */
    {"أعلنت السعودية هدنة. ووصل رتل عسكري سعودي أمس إلى جدة بعد هجوم قتل فيه ثلاثة جنود.", "attack places=جدة"},
    /* «محافظة» is of the second level there, and finer than its region */
    {"أعلنت الشرطة أمس في المنطقة الشرقية ضبط ثلاثة مسلحين في محافظة حفر الباطن في السعودية",
     "arrest places=محافظة حفر الباطن"},
    /* a list, from its first name on */
    {"قصفت الطائرات مواقع المسلحين في الرقة، ودير الزور، والحسكة", "airstrike places=الرقة"},
    {"قصفت الطائرات مواقع المسلحين في الرقة، ودير الزور، والحسكة", "airstrike places=الحسكة"},
    /* an act told without a place is where the one before it was */
    {"هاجم مسلحون حاجزا للجيش في بلدة القيارة. وشهدت مدينة كركوك انفجار عبوة ناسفة. وأعقب الانفجار إطلاق نار قتل فيه "
     "شرطي.",
     "attack places=كركوك"},
    /* the name beside what it is called; the fuller telling behind a headline */
    {"التقى الوزير نظيره الكيني أمس في العاصمة الإثيوبية أديس أبابا", "meeting places=أديس أبابا"},
    {"مقتل جنديين في تفجير في نينوى\nقتل جنديان أمس في تفجير في بلدة القيارة بمحافظة نينوى.", "bombing places=القيارة"},
    /* a capital without a preposition is its government, and what lies west of it is none */
    {"التقى وفد سوري أمس وفدا تركيا في موسكو بعدما هددت واشنطن بعقوبات", "meeting places=موسكو"},
    {"اعتقلت الشرطة مسلحين اثنين في الفلوجة، كما قتل شرطي في انفجار عبوة غربي بغداد", "bombing places=غربي بغداد"},
    /* the courts of the country that the report is about; history is not where the news is, but at home as well */
    {"أعلنت وزارة الداخلية في تونس أمس تعزيز الأمن. وحكمت المحكمة العسكرية على خمسة متهمين بالسجن عشر سنوات.",
     "sentence places=تونس"},
    {"أوقفت الشرطة في مدينة صفاقس في تونس أمس مسلحين اثنين. وكانت جماعة مسلحة قد خطفت طبيبا عام 2015.",
     "abduction places=تونس"},
    /* what points back to a place told with the same noun: what the act befalls, and where it was */
    {"أغلقت السلطات معبر نصيب في عام 2015. واقتربت المعارك من الحدود. وقصفت قوات النظام أمس المعبر من الأردن",
     "shelling places=معبر نصيب"},
    {"أعلن الجيش السيطرة على مدينة نوى في سوريا. وقتل شرطي في هجوم على بلدة جاسم. وقتل خمسة جنود أمس في انفجار قرب "
     "المدينة",
     "bombing places=مدينة نوى"},
    /* a town of that name, were it not for the month */
    {"قتل ثلاثة جنود في هجوم لمسلحين على حاجز في إيران الشهر الماضي", "attack places=إيران"},
    /* whom an adjective asks for is nowhere */
    {"اعتقلت الشرطة البحرينية أمس عشرة أشخاص في خلية مرتبطة بإيران. وتقع البحرين في الخليج.", "arrest places=البحرين"},
    /* what a pronoun of the act takes up, and not where somebody went on to */
    {"تراجعت الميليشيا أمس عن صنعاء التي احتلتها العام الماضي، وعن مدينتي تعز وذمار.", "territory-change places=صنعاء"},
    {"عاد السكان إلى بلدة القيارة في نينوى بعد تحريرها من المسلحين، وتوجه الجيش إلى مدينة الموصل.",
     "territory-change places=القيارة"},
    /* the scene of what it saw */
    {"اقتحم الجيش أمس بلدة دوما. وشهد جنوب شرق تركيا اشتباكات عنيفة بين قوات الأمن والمتمردين الأكراد قتل فيها جنديان.",
     "clash places=جنوب شرق تركيا"},
    /* whom a visit goes to */
    {"زار الوزير الكويت أمس، وقال في واشنطن إن الزيارة كانت ناجحة.", "meeting places=الكويت"},
    {"قال الوزير في واشنطن إنه يعتزم زيارة إيران والعراق الشهر المقبل.", "meeting places=إيران"},
    /* what an act is for or about is elsewhere */
    {"اعتقال اثنين من المسلحين في تركيا بتهمة الضلوع في هجوم في اسطنبول", "arrest places=تركيا"},
    {"اندلعت مواجهات أمس في مدينة رام الله، في إطار تظاهرات ينظمها الفلسطينيون احتجاجا على نقل سفارة إلى مدينة القدس.",
     "protest places=رام الله"},
    {"تظاهر آلاف الأكراد أمس في مدينة كولونيا تنديدا بالغارات التي يشنها الجيش التركي على المقاتلين في شمال العراق.",
     "airstrike places=شمال العراق time=none"},
    /* not where a body has its seat, nor the state that does it */
    {"قتل جنديان أمس في هجوم في السويداء. ويقول المرصد السوري، ومقره لندن، إن القوات السورية أفرغت المطارات الرئيسية "
     "والقواعد العسكرية.",
     "withdrawal places=السويداء"},
    {"وقصفت فرنسا والولايات المتحدة وبريطانيا مواقع للحكومة في سوريا. وقصفت فرنسا وبريطانيا مواقع للحكومة الشهر "
     "الماضي.",
     "shelling places=سوريا"},
    {"قتل خمسة مدنيين في هجوم في إدلب. وأقامت تركيا، التي دعمت بعض الجماعات، 12 موقعا عسكريا.",
     "deployment places=إدلب"},
    /* of each of those that «و» joins */
    {"أعلن الجيش أمس أنه قصف كنيسة في مدينة طنطا وكنيسة في مدينة السويس.", "shelling places=السويس"},
    /* the police of a country, in that country */
    {"قصفت الطائرات التركية أمس مواقع المسلحين في سوريا. وقال الوزير إن تركيا في خطر. وألقت الشرطة التركية القبض على "
     "عشرين شخصا.",
     "arrest places=تركيا"},
    /* a figure that goes on from no act is of the country that the report is about */
    {"هاجم مسلحون أمس حاجزا للجيش في مدينة عدن في اليمن. وقال الوزير إن الوضع صعب. وأضاف أن المعونة تصل. وقال إن الحرب "
     "في اليمن طالت. ويعيش نحو مليوني نازح في المخيمات.",
     "camp-residents kind=figure places=اليمن"},
    /* an act that is known, told again with where it was */
    {"قتل عشرة أشخاص في حادث تصادم بولاية نيويورك\n"
     "قتل عشرة أشخاص في حادث تصادم بولاية نيويورك. وأضافت الشرطة أن الحادث وقع ظهر السبت في مقاطعة شوهاري.",
     "accident places=مقاطعة شوهاري"},
};

static void stays_nowhere(const char *text, Str type) {
  CodeSetup s = code_begin();
  uint32_t n = 0, found = 0;
  const Record *records = code_records(&s, text, &n);
  for (uint32_t i = 0; i < n; i++)
    if (str_eq(records[i].type, type)) {
      assert_int_equal(records[i].nplaces, 0);
      found++;
    }
  assert_int_equal(found, 1);
  code_end(&s);
}

/* A meeting told without a place need not be where the act before it was. */
static void meeting_stays_nowhere(void **state) {
  (void)state;
  stays_nowhere("هاجم مسلحون حاجزا للجيش في بلدة القيارة. والتقى وزير الدفاع نظيره الفرنسي وبحث معه التعاون.",
                STR("meeting"));
}

/* Who has done it is not where it was. */
static void doer_stays_nowhere(void **state) {
  (void)state;
  stays_nowhere("غادر الخبراء الجزيرة بعد احتلال الجزيرة من قبل الولايات المتحدة عام 1983. وقال ناطق إن الوضع هادئ",
                STR("territory-change"));
}

/* What is told with a sanction is whose it is. */
static void sanction_stays_nowhere(void **state) {
  (void)state;
  stays_nowhere("فرضت واشنطن أمس عقوبات على خمسة مصارف في إيران.", STR("sanction"));
}

/* Neither are those let go, nor is a threat made, where the act before was. */
static void release_and_threat_stay_nowhere(void **state) {
  (void)state;
  stays_nowhere("هاجم مسلحون حاجزا للجيش في بلدة القيارة. وأفرجت السلطات عن ثلاثة معتقلين.", STR("release"));
  stays_nowhere("هاجم مسلحون حاجزا للجيش في بلدة القيارة. وهدد التنظيم بإعدام الرهائن.", STR("threat"));
}

/* Nor need somebody be murdered or put to death there, or something be found. */
static void murder_and_seizure_stay_nowhere(void **state) {
  (void)state;
  stays_nowhere("هاجم مسلحون حاجزا للجيش في بلدة القيارة. واغتال مجهولون أمس قاضيا بارزا.", STR("assassination"));
  stays_nowhere("هاجم مسلحون حاجزا للجيش في بلدة القيارة. ونفذت السلطات حكم الإعدام بثلاثة مدانين.", STR("execution"));
  stays_nowhere("هاجم مسلحون حاجزا للجيش في بلدة القيارة. وصادرت الشرطة أمس كميات كبيرة من الأسلحة.", STR("seizure"));
}

/* An agreement told as history is of no place that its sentence happens to name. */
static void agreement_stays_nowhere(void **state) {
  (void)state;
  stays_nowhere(
      "قال المتحدث أمس في موسكو إن العقوبات باقية. وكان الاتفاق النووي قد أبرم عام 2015 بعدما انسحبت واشنطن من "
      "المحادثات مع طهران.",
      STR("agreement"));
}

/* A call takes place nowhere. */
static void call_stays_nowhere(void **state) {
  (void)state;
  stays_nowhere("قتل جنديان أمس في هجوم في بيروت. وأجرى الوزير اتصالا هاتفيا بنظيره المصري في مدينة القاهرة.",
                STR("meeting"));
}

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases),
                                     cmocka_unit_test(meeting_stays_nowhere),
                                     cmocka_unit_test(doer_stays_nowhere),
                                     cmocka_unit_test(sanction_stays_nowhere),
                                     cmocka_unit_test(agreement_stays_nowhere),
                                     cmocka_unit_test(call_stays_nowhere),
                                     cmocka_unit_test(release_and_threat_stay_nowhere),
                                     cmocka_unit_test(murder_and_seizure_stay_nowhere)};
  return cmocka_run_group_tests_name("site", tests, NULL, NULL);
}
