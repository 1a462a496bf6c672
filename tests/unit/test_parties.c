/* Who fights whom, where a sentence tells the one side by its dead. */
#include "code_setup.h"

static const Case cases[] = {
    /* the side beside whose name «مع» stands has fought those who died */
    {"قتل العشرات من المسلحين الحوثيين في مواجهات مع قوات الجيش اليمني قرب مدينة حرض.",
     "clash agents=قوات الجيش اليمني targets=المسلحين الحوثيين"},
    {"قتل 12 من عناصر تنظيم داعش في اشتباكات مع قوات الحشد الشعبي غربي الأنبار.",
     "clash agents=قوات الحشد الشعبي targets=تنظيم داعش"},
    /* a town is taken from the one armed group of which the report speaks, by its name and not «الجماعة» */
    {"سيطرت قوات النخبة أمس على بلدة عتق جنوبي شبوة. وأضاف المصدر أن جماعة الحوثي تراجعت نحو الجبال. "
     "وقال إن الجماعة خسرت كثيراً.",
     "territory-change agents=قوات النخبة targets=جماعة الحوثي"},
    /* «جبهات القتال» are no side, though what they are of is told */
    {"هاجم الجيش جبهات القتال. وسيطر الجيش أمس على بلدة عتق جنوبي شبوة. وتراجعت جماعة الحوثي نحو الجبال.",
     "territory-change targets=جماعة الحوثي"},
    /* a place is nobody: the strike was done to those whom it killed */
    {"قال المرصد إن قصف قوات النظام على مدينة دوما أسفر عن مقتل ثمانية مدنيين أمس.",
     "shelling agents=قوات النظام targets=مدنيين"},
    /* words for nobody, and for nothing that can be hit, leave the role to others */
    {"قصف الجيش عشوائيا أمس بلدة عتق. وتراجعت جماعة الحوثي نحو الجبال. وقال مصدر إن جماعة الحوثي خسرت كثيراً.",
     "shelling agents=الجيش targets=جماعة الحوثي"},
    /* a strike at a town is aimed at the town, whomever its doer fights elsewhere */
    {"أطلقت جماعة الحوثي صاروخاً على مدينة جازان أمس. وصد الجيش اليمني هجوماً لجماعة الحوثي قرب تعز.",
     "shelling agents=جماعة الحوثي targets=none"},
    /* those who met their end in a fight have fought whose name stands behind «مع» */
    {"لقي 12 إرهابياً مصرعهم خلال مواجهات مع الشرطة في المدينة أمس.", "clash agents=الشرطة targets=إرهابياً"},
    /* whom alone a report tells to have been arrested or tried is meant where a pronoun or nobody stands for him */
    {"اعتقلت الشرطة الصحفي سالم العامري في مسقط أمس. وصدر ضده حكم بالسجن سبع سنوات قبل عامين.",
     "sentence targets=سالم العامري"},
    /* whom it befell is told by what he is, and his name elsewhere */
    {"حكمت محكمة في عمان الأحد على شاب بالسجن سبع سنوات. وكان سالم العامري قد اعترف بالتهم.",
     "sentence targets=سالم العامري"},
    {"اعتقلت الشرطة الأحد سالم العامري في مسقط. وقالت إن القبض على المشتبه به تم بعد يومين. وصدر حكم على الجاني قبل "
     "شهر.",
     "sentence targets=سالم العامري"},
    {"أعدمت ولاية تكساس الأربعاء رجلاً أدين بالقتل. وقال مسؤول إن إعدام سالم العامري تم بالحقن.",
     "execution targets=سالم العامري"},
    {"شاهد الرجل خطب سالم العامري، زعيم التنظيم في اليمن والذي قتل في عام 2011. وقال ناطق إن الوضع هادئ. وأضاف أن "
     "الطريق سالك.",
     "killing targets=سالم العامري"},
    /* of several, the one named last, where a pronoun fits him */
    {"اعتقلت الشرطة الأحد حسن العلي. واعتقلت في اليوم نفسه فاطمة الزهراوي. وكان سالم العامري قد شغل منصباً رفيعاً. وفي "
     "2013 أفرجت السلطات عنه بموجب عفو.",
     "release targets=سالم العامري"},
    /* another than he */
    {"اعتقلت الشرطة الأحد سالم العامري في مسقط. ثم أوقفت شقيقه في صحار.", "arrest targets=شقيقه"},
    /* who stands by the doer: two nouns of backing joined, and a clause on the doer */
    {"تقدمت القوات الحكومية غربي تعز بعد مواجهات مع ميليشيات الحوثي وذلك بمشاركة وإسناد من القوات الإماراتية.",
     "territory-change partners=القوات الإماراتية targets=ميليشيات الحوثي"},
    {"طردت فصائل معارضة يدعمها التحالف الدولي مسلحي التنظيم من المدينة أمس.",
     "territory-change agents=فصائل معارضة partners=التحالف الدولي"},
    /* soldiers who fell in a fight with no state's forces have fought them, or whoever's they are */
    {"أعلنت تركيا مقتل أربعة من جنودها في اشتباكات مع حزب العمال الكردستاني شمالي العراق أمس.",
     "clash agents=تركيا targets=حزب العمال الكردستاني"},
    /* who gives the support that an adjective tells of */
    {"استعادت القوات الحكومية بلدة النشابية أمس بدعم جوي كثيف وفرته طائرات التحالف.",
     "territory-change agents=القوات الحكومية partners=طائرات التحالف"},
    {"استعادت القوات الحكومية بلدة النشابية أمس بإسناد جوي كثيف من طيران التحالف.",
     "territory-change agents=القوات الحكومية partners=طيران التحالف"},
    /* behind a relative clause the verb of telling is of what stands before it */
    {"وقال الوزير إن الضربات الجوية التي نفذتها لندن وباريس وواشنطن أوضحت أن صبر العالم نفد.",
     "airstrike agents=واشنطن"},
    /* what «على» only says of the words */
    {"وقال الوزير إن القوات نفذت أمس ضربات جوية في الرقة على حد قوله.", "airstrike targets=none"},
};

static const Sides sides[] = {
    /* what was seized with those arrested is none of them */
    {"وقالت إن الشرطة ألقت القبض على مدون في العاصمة، واقتادته إلى مكان مجهول، بعد أن صادرت حواسيب وهواتف.", 1, 0, 1,
     2},
    /* nobody fights himself, though two tellings name him in two places */
    {"اشتباكات في الرقة تسفر عن مقتل خمسة مسلحين\n\nقالت مصادر أمنية إن خمسة مسلحين لقوا مصرعهم أمس خلال اشتباكات مع "
     "الشرطة في مدينة الرقة.",
     0, 0, 1, 1},
    /* behind «و» who tells is the subject of his verb, and not hit */
    {"أطلقت إسرائيل أمس صواريخ على موقع عسكري قرب المطار، والمرصد السوري يؤكد مقتل أربعة جنود.", 1, 0, 1, 1},
};

static void each_stands_on_one_side(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(sides, sides_hold), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases), cmocka_unit_test(each_stands_on_one_side)};
  return cmocka_run_group_tests_name("parties", tests, NULL, NULL);
}
