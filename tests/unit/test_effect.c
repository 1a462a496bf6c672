/* Whom an outcome befell, and how many. */
#include "code/scene/harm.h"
#include "code_setup.h"

static const Case taken_up[] = {
    /* one, whoever he is */
    {"قال المدعي إن سالم العوضي وصل إلى المدينة عام 2014، قبل القبض عليه في موسكو في مارس الماضي.",
     "arrest arrested=1"},
    {"وقالت الشرطة إنها اعتقلته بعد ساعات من فراره من السجن.", "arrest arrested=1"},
    {"وأفادت عائلتهما بأن السلطات اعتقلتهما في أغسطس الماضي.", "arrest arrested=2"},
};

static const Case uncounted[] = {
    /* nobody counts either: some dead and some hurt; a number told later says more */
    {"شنت الطائرات غارات على المعسكر أسفرت عن سقوط قتلى وجرحى من المسلحين.", "airstrike killed=none injured=none"},
    {"قصفت المدفعية البلدة وخلفت عددا من القتلى والجرحى.", "shelling killed=none injured=none"},
    {"استهدف تفجير مسجد الثكنة وأسفر عن استشهاد وإصابة عدد من الجنود.", "bombing killed=none injured=none"},
    {"وصل عدد القتلى والجرحى إلى العشرات في معارك عنيفة شهدتها المدينة.", "clash killed-or-injured=20"},
    {"شنت الطائرات غارات على المعسكر خلفت عشرات القتلى والجرحى.", "airstrike killed-or-injured=20"},
    /* a name that nobody knows is one man */
    {"وتم توقيف دارغوست خلال الحملة الأمنية التي أطلقتها السلطات في المدينة.", "operation arrested=1"},
};

static const Case thousands[] = {
    {"نفذت الجماعة هجوما بالغاز على محطة القطار ما أسفر عن مقتل 13 شخصا وإصابة أكثر من 6 آلاف آخرين.",
     "attack killed=13 injured=6000"},
};

static const Case kin[] = {
    /* whose wife, son or husband it is: no verb behind the noun */
    {"أدى انفجار لغم إلى مقتل جندي وإصابة زوجته.", "bombing killed=1 injured=1"},
    {"أدى انفجار لغم إلى مقتل امرأة وإصابة ابنها وزوجها.", "bombing killed=1 injured=2"},
    /* told by her, and counted with her */
    {"وقد اعتقلت السلطات هدى التميمي ووالدتها في مداهمة ليلية لمنزل العائلة.", "operation arrested=2"},
};

static const Case things[] = {
    {"نفذت الشرطة مداهمة عثرت خلالها على قنبلة أنبوبية وقنبلة يدوية في الشقة.", "operation seized=1 seized=1"},
    {"أحرق مسلحون منزلا وثلاث سيارات في القرية مساء الأحد.", "destruction destroyed=3"},
};

static const Case reached[] = {
    {"نفذت الشرطة اعتقالات واسعة طالت ثلاثين ناشطا في العاصمة.", "arrest arrested=30"},
    {"نفذت الشرطة حملة اعتقالات شملت العديد من الشبان في العاصمة.", "arrest arrested=none"},
};

static const Case closer[] = {
    /* the number tells what the form left open; and troops that were killed were not sent */
    {"مقتل مهاجمين في اشتباك مع الجيش قرب الحدود\nوقال الجيش إن الاشتباك أدى إلى مقتل اثنين من المهاجمين.",
     "clash killed=2"},
};

static const Case apart[] = {
    /* the hurt behind a subset of the dead are none of them */
    {REPORT "وبحسب المصادر فإن حصيلة الغارة 12 قتيلا بينهم 3 نساء وأكثر من 20 جريحا.",
     "airstrike killed=12 injured=20"},
};

static const Case one_each[] = {
    /* joined, one each, also where the cause that the hurt have is theirs */
    {"قتل نقيب شرطة ومجند وأصيب ثلاثة آخرون إثر انفجار عبوة ناسفة على الطريق.", "bombing killed=1 killed=1 injured=3"},
    {"أدى الهجوم إلى مقتل مواطن فرنسي وضابط أمن بلجيكي وثلاثة من مالي.", "attack killed=1 killed=1 killed=3"},
    /* «غير أن» is however, and denies nothing */
    {"تعرض الحارس لإطلاق نار كثيف في المدينة أمس ونقل إلى المستشفى، غير أنه قتل هناك.", "attack killed=1"},
    /* a bare number elsewhere counts as many more of them */
    {"قبضت الشرطة على سبعة متهمين في الفلوجة، وثلاثة في مدينة الموصل.", "arrest arrested=7 arrested=3"},
};

static const Case both_kinds[] = {
    /* «على الأقل» bounds those before it; a bare number counts some of a force beside others */
    {"قتل 25 مقاتلا على الأقل وتسعة من قوات النظام في هجوم على المدينة.", "attack killed=25 killed=9"},
    {"أسفر الهجوم عن مقتل 25 مقاتلا وتسعة من قوات النظام.", "attack killed=25 killed=9"},
    {"أسفر الهجوم عن مقتل أربعة من الجنود وضابط من البحرية.", "attack killed=4 killed=1"},
    /* the body says what the headline leaves open, and opens what it closes */
    {"مقتل شرطيين في هجوم على حاجز\nقتل عنصران من الشرطة في هجوم على حاجز قرب المدينة.", "attack killed=2"},
};

static const Case tolls[] = {
    /* the hurt told behind a toll of the dead are its outcome, those behind the dead of an act are of the act */
    {"أعلنت الوزارة ارتفاع ضحايا الاحتجاجات منذ مطلع الشهر إلى 15 قتيلا ونحو 190 جريحا.",
     "casualties kind=figure count=15 injured=190"},
    {"وقعت الصدامات غداة مقتل 61 فلسطينيا برصاص الجنود إلى جانب أكثر من 2400 جريح.", "attack killed=61 injured=2400"},
    /* a toll is none of the act's own numbers */
    {"ولقي 541 شخصا مصرعهم بسبب الغارات الجوية منذ مطلع الشهر.", "casualties kind=figure count=541"},
    /* so many fled in one go; of a war they are a figure */
    {"ومنذ مساء أمس نزح أكثر من 200 ألف مدني من المدينة خشية هجوم وشيك.", "displacement displaced=200000"},
    {"وتسببت الحرب في نزوح 200 ألف مدني عن ديارهم.", "displaced kind=figure count=200000"},
    /* an act that is told to have had them is no war */
    {"وتسببت المعارك في مقتل نحو 25 ألف شيشاني.", "clash killed=25000"},
    /* what goes on since a day is the operation, and not the count of its dead */
    {"قتل ستة مسلحين خلال العملية العسكرية الشاملة المتواصلة منذ التاسع من فبراير.", "operation killed=6"},
};

static const Case found[] = {
    /* so many of them, told once */
    {"خطف مسلحون ستة عمال قرب الحقل. وأطلق سراح اثنين منهم أمس.", "release released=2"},
    /* what those who were killed had on them is of the act that killed them */
    {"أسفرت الاشتباكات مع قوات الأمن عن مقتل 12 إرهابيا في العريش. وأوضحت المصادر أنه تم العثور بحوزتهم على 4 بنادق "
     "آلية.",
     "clash killed=12 seized=4"},
};

static const Case joined[] = {
    /* what is counted apart is joined to the thing, and not to what it holds */
    {"دمرت الغارة مخزن أسلحة ودبابتين وأربع عربات قرب المدينة.", "airstrike destroyed=1 destroyed=2 destroyed=4"},
    {"قتل ضابط برتبة عقيد وثلاثة من مرافقيه بانفجار عبوة ناسفة.", "bombing killed=1 killed=3"},
    /* her children are some of them, as she is */
    {"قتل 12 شخصا بينهم امرأة وأطفالها الثلاثة في هجوم انتحاري على السوق.",
     "suicide-bombing killed=12 killed=1 killed=3"},
    {"أعلنت الشرطة اعتقال 11 سوريا و3 مغاربة في روما.", "arrest arrested=11 arrested=3"},
    /* one, and maybe more */
    {"قتل شخص واحد على الأقل وأصيب ستة في إطلاق نار.", "attack killed=1.. injured=6"},
    {"مقتل وإصابة أكثر من «70» عنصرا من الميليشيا في معارك عنيفة.", "clash killed-or-injured=70.."},
    {"وأطلق سراحه بكفالة يوم الثلاثاء.", "release released=1"},
    /* nobody tells how often they were arrested */
    {"اعتقلت السلطات أكثر من 900 ناشط منذ بداية العام.", "arrest kind=tally count=none arrested=900.."},
};

static const Case parts_told[] = {
    /* some of them by where they are from, however many */
    {"ضبطت الشرطة 30 مهاجرا بينهم 12 من حلب و8 من الموصل و5 من صنعاء و3 من الخرطوم ومصريان.",
     "arrest arrested=30 arrested=12 arrested=8 arrested=5 arrested=3"},
    /* a body that the headline names has as many as its body tells */
    {"الشرطة تضبط شبكة إرهابية\nضبطت الشرطة شبكة إرهابية تنتمي إلى التنظيم، وتضم خمسة متهمين.", "arrest arrested=5"},
    /* nobody was hurt, by whatever words */
    {"قصف الجيش البلدة مساء أمس فيما لم يتم تسجيل أي إصابات.", "shelling injured=0"},
    {"نفذ الجيش عملية أمنية عثر خلالها على كميات كبيرة من الأسلحة والذخائر.", "operation seized=none"},
    /* an attack that came about was not foiled by whoever caught its author */
    {"اعتقلت السلطات في العاصمة رجلا خطط لهجمات باريس.", "arrest arrested=1"},
};

static const Case tried[] = {
    /* an act that they tried is what they died in */
    {"قتل 25 مقاتلا خلال محاولة هجوم فاشلة على القاعدة.", "attack killed=25"},
};

static const Case spread[] = {
    /* the number stands before «من»; and who dies is told by his verb, wherever it stands */
    {"انتشر الآلاف من أفراد الشرطة في شوارع المدينة قبل وصول الرئيس.", "deployment deployed=2000.."},
    {"توفي أربعة أطفال وامرأتان في غارة على المنزل.", "airstrike killed=4 killed=2"},
};

static const Case beside[] = {
    /* whom it befell beside the one told */
    {"قتل قائد الكتيبة مع قيادي آخر وسبعة آخرين في غارة جوية.", "airstrike killed=1 killed=7"},
    {"قتل القيادي أحمد سالم مع ثلاثة من مرافقيه في غارة.", "airstrike killed=1 killed=3"},
    /* a headline's present is no stock */
    {"الشرطة تعتقل ثلاثة أشخاص في العاصمة\n" REPORT "وأشار إلى أن الطريق سالك.", "arrest arrested=3"},
    /* the attack in which they were taken is the kidnapping */
    {"أعلن المرصد أن التنظيم خطف 36 مدنيا من المحافظة خلال الهجوم الذي شنه.", "abduction abducted=36"},
    /* only «على الأقل» leaves the number open */
    {"أمرت النيابة بحبس مدون ساخر على ذمة التحقيق.", "arrest arrested=1"},
    /* in a grave condition is no condition */
    {"أصيب 9 جنود بجروح، بينهم 2 في حالة خطيرة، إثر انفجار لغم.", "bombing injured=9 injured=2"},
    {"قتل 3 متظاهرين في المواجهات. ومن بين القتلى طفل وامرأتان.", "clash killed=3 killed=1 killed=2"},
    {"قتل 3 متظاهرين في المواجهات. ومن بين الشهداء طفل وامرأتان.", "clash killed=3 killed=1 killed=2"},
    /* «غير أن» with a pronoun of any person denies nothing */
    {"غير أننا اعتقلنا ثلاثة مسلحين في المدينة أمس.", "arrest arrested=3"},
};

static const Case not_told[] = {
    /* an aircraft without a pilot takes up no pronoun; what a participle is aimed at befell nothing */
    {"قصفت طائرة من دون طيار موقعا شرق البلدة، ما أدى إلى تدميره.", "airstrike destroyed=1"},
    {"قتل ثلاثة مسلحين في عملية نفذتها قوة عراقية، مستهدفة موقعا للتنظيم في المنطقة.", "operation killed=3"},
    /* so far away, and not so many */
    {"فر المدنيون من البلدة التي تبعد نحو 60 كلم عن العاصمة.", "displacement displaced=none"},
    /* bodies are as many as whose they are */
    {"أعادت ليبيا جثث 20 قبطيا إلى مصر يوم الأحد.", "return returned=20"},
    /* a plural that may be a dual counts nobody who left */
    {"بدأ أمس خروج مقاتلين من البلدة باتجاه الشمال.", "withdrawal"},
};

static const Case victims_of[] = {
    /* whose victims are counted anew has come about */
    {"ارتفع عدد ضحايا الهجوم على المسجد إلى 305 قتلى.", "attack killed=305"},
    /* of a toll that nobody is told to have caused, nobody knows whose they were */
    {"أعلنت الوزارة ارتفاع ضحايا الاحتجاجات منذ مطلع الشهر إلى 15 قتيلا ونحو 190 جريحا.",
     "casualties kind=figure injured=190 side=unknown"},
    /* a group has as many as it is told to be made up of */
    {"ألقت الشرطة القبض على عصابة مكونة من 16 شخصا في وسط المدينة.", "arrest arrested=16"},
};

static const Case subsets[] = {
    /* the cause of some of them is not that of all */
    {"وأسفر القصف المدفعي عن مقتل 43 مدنيا في المدينة، بينهم 16 مدنيا جراء غارة استهدفت المشفى.",
     "shelling killed=43 killed=16"},
    {"تحطمت الطائرة ما أسفر عن مقتل جميع الركاب الـ18 الذين كانوا على متنها.", "accident killed=18"},
    /* whom a number does not count is no strike */
    {"أصيب العشرات بغارات على أحياء المدينة.", "airstrike count=none injured=20"},
};

/* How many outcomes of a kind the records of a type, or all, of a text have. */
static unsigned outcomes_with(CodeSetup *s, const char *text, const char *type, const char *what) {
  EngineDocument document = code_document(text);
  const Analysis *analysis = NULL;
  ErrorInfo info = {0};
  uint32_t n = 0;
  unsigned told = 0;
  arena_reset(&s->arena);
  assert_int_equal(engine_analyse(s->engine, &s->arena, &document, false, &analysis, &info), ERROR_OK);
  const Record *records = analysis_records(analysis, &n);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < records[i].noutcomes && (!type || str_eq(records[i].type, str_of(type))); k++)
      told += str_eq(records[i].outcomes[k].what, str_of(what));
  return told;
}

static unsigned outcomes_of(CodeSetup *s, const char *text, const char *what) {
  return outcomes_with(s, text, NULL, what);
}

/* A family is none of those it lost. */
static void test_family(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  assert_int_equal(outcomes_of(&s, "تسبب القصف بمقتل تسعة مدنيين، ثمانية منهم من عائلة واحدة.", "killed"), 2);
  assert_int_equal(outcomes_of(&s, "قتل 11 شخصا معظمهم من أسرة واحدة في القصف.", "killed"), 1);
  code_end(&s);
}

/* What an act was for is no outcome; what came of it is. */
static void test_purpose(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  assert_int_equal(outcomes_of(&s, "نفذت القوات عملية شرق البلاد لاعتقال عناصر من المجموعة.", "arrested"), 0);
  assert_int_equal(outcomes_of(&s, "نفذت القوات عملية شرق البلاد أدت لاعتقال عناصر من المجموعة.", "arrested"), 1);
  code_end(&s);
}

/* The dead who are mourned are those who were counted; who leaves uncounted makes no number. */
static void test_known(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  const char *mourned = "أدى تفجير في المسجد إلى مقتل 15 مصليا. وعبر الوزير عن تعازيه لأسر الشهداء.";
  assert_int_equal(outcomes_of(&s, mourned, "killed"), 1);
  assert_int_equal(outcomes_of(&s, "بدأ أمس خروج مقاتلين من البلدة باتجاه الشمال.", "displaced"), 0);
  code_end(&s);
}

/* Whom a man who is caught had killed did not die of his arrest; nor was hurt who died of the wound. */
static void test_before(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  const char *caught = "ألقت الشرطة القبض على شاب قتل ثلاثة أشخاص وأصاب رجلا في المدينة.";
  assert_int_equal(outcomes_with(&s, caught, "arrest", "killed"), 0);
  assert_int_equal(outcomes_with(&s, caught, "arrest", "arrested"), 1);
  assert_int_equal(outcomes_of(&s, "أصيب الجنديان في الهجوم أمس، غير أنهما توفيا في المستشفى.", "killed"), 0);
  const char *wounded = "قتل الطفل مجدي سالم جراء إصابته في الرأس برصاص الجنود شرقي المدينة.";
  assert_int_equal(outcomes_of(&s, wounded, "injured"), 0);
  assert_int_equal(outcomes_of(&s, wounded, "killed"), 1);
  assert_int_equal(outcomes_of(&s, "أصيب منزلان بأضرار في قصف على البلدة.", "injured"), 0);
  code_end(&s);
}

/* Soldiers who were killed were not sent. */
static void test_sent(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  assert_int_equal(
      outcomes_of(&s, "وصلت تعزيزات عسكرية إلى البلدة. وقال مسؤول إن خمسة جنود قتلوا وفقد آخرون.", "deployed"), 0);
  assert_int_equal(outcomes_of(&s, "أرسلت الحكومة خمسة جنود إلى البلدة أمس.", "deployed"), 1);
  code_end(&s);
}

/* «مقتل وإصابة خمسة», and below it two and three: how many outcomes stand. */
static void test_sums(void **state) {
  (void)state;
  Effect told[] = {{.what = STR("killed-or-injured"), .count = {5, 5, true, false}},
                   {.what = STR("killed"), .count = {2, 2, true, false}},
                   {.what = STR("injured"), .count = {3, 3, true, false}}};
  Effects list = {.at = told, .n = 3};
  harm_drop_sums(&list);
  assert_int_equal(list.n, 2);
  Effect other[] = {{.what = STR("killed-or-injured"), .count = {7, 7, true, false}},
                    {.what = STR("killed"), .count = {2, 2, true, false}},
                    {.what = STR("injured"), .count = {3, 3, true, false}}};
  list = (Effects){.at = other, .n = 3};
  harm_drop_sums(&list);
  assert_int_equal(list.n, 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(taken_up),
                                     GIVES(uncounted),
                                     GIVES(thousands),
                                     GIVES(kin),
                                     GIVES(things),
                                     GIVES(reached),
                                     GIVES(apart),
                                     GIVES(closer),
                                     GIVES(one_each),
                                     GIVES(both_kinds),
                                     GIVES(tolls),
                                     GIVES(subsets),
                                     GIVES(joined),
                                     GIVES(parts_told),
                                     GIVES(not_told),
                                     GIVES(beside),
                                     GIVES(tried),
                                     GIVES(spread),
                                     GIVES(victims_of),
                                     GIVES(found),
                                     cmocka_unit_test(test_sums),
                                     cmocka_unit_test(test_known),
                                     cmocka_unit_test(test_sent),
                                     cmocka_unit_test(test_before),
                                     cmocka_unit_test(test_family),
                                     cmocka_unit_test(test_purpose)};
  return cmocka_run_group_tests_name("effect", tests, NULL, NULL);
}
