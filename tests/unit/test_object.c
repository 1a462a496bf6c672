/* Whom or what an act was done to, where the words between it and them are many or mislead. */
#include "code_setup.h"

static const Case cases[] = {
    /* what «تم» tells has its doer elsewhere */
    {"قصف الجيش السوري مخبأ للتنظيم في الحضر أمس. وتم تفجير سيارة مفخخة في مخمور. وقال ناطق إن الوضع هادئ. وأضاف أن "
     "الطريق سالك.",
     "bombing responsibility=unknown"},
    /* a brotherly country is one that was hit */
    {"وأدانت الخارجية الكويتية الهجمات الصاروخية التي استهدفت المملكة العربية السعودية الشقيقة أمس.",
     "shelling responsibility=unknown"},
    /* behind «كان» and its subject the verb, and no masdar */
    {"وكان شرطي أردني قتل السبت في هجوم استهدف حافلة لقوات الدرك في مدينة الفحيص.",
     "attack responsibility=unknown targets=حافلة لقوات الدرك"},
    /* who answers an attack has not made it */
    {"وفرضت مصر حالة الطوارئ في البلاد بعد تفجيرين في كنيستين أوقعا 45 قتيلاً أمس.", "bombing responsibility=unknown"},
    /* the pronoun on the masdar is whom it befell, and nobody else's force has done it */
    {"استشهد الرقيب ماجد السبيعي من قوات الحرس الوطني بعد إصابته بمقذوف في قطاع نجران أمس.",
     "shelling responsibility=unknown"},
    /* a name that nothing is known of, and what he is */
    {"واعتقل دميرتاش أحد منافسي الرئيس في إطار حملة أمنية في أنقرة أمس.", "arrest targets=دميرتاش"},
    /* what an act answers is another's */
    {"فرضت قوات التحالف حصاراً على اليمن رداً على هجمات صاروخية على الرياض. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق "
     "سالك.",
     "shelling responsibility=unknown"},
    {"شنت تركيا غارات على شمال العراق أمس عقب هجوم في أنقرة. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "attack responsibility=unknown places=أنقرة"},
    {"نشرت فرنسا آلاف الجنود إثر هجمات باريس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "attack responsibility=unknown"},
    /* who got away has not done it, nor does the verb behind carry it */
    {"ناجون من إطلاق نار في مدرسة أميركية أمس يقودون حملة ضد السلاح. وقتل في الهجوم عشرة طلاب.",
     "attack responsibility=unknown"},
    /* against whom help is sought is not whom the fight was with */
    {"يصل رئيس الوزراء إلى باريس بعد أسابيع على مواجهات دامية في غزة، من أجل حشد الدعم ضد إيران. وقتل عشرة في "
     "المواجهات.",
     "clash targets=none"},
    /* of two prepositions, whom the nearer governs */
    {"اتهمت المنظمة قائد الجيش بشن هجوم منظم ضد أقلية الروهينغا المسلمة، داعية إلى عرض القضية على الجنائية الدولية. "
     "وقال "
     "ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "attack targets=أقلية الروهينغا المسلمة"},
    /* whom ties are laid on, and no more of it */
    {"فرضت وزارة الخزانة الأميركية عقوبات على خمسة أشخاص وثلاثة كيانات لصلتهم بالحرس الثوري أمس. وقال ناطق إن الوضع "
     "هادئ. "
     "وأضاف أن الطريق سالك.",
     "sanction targets=كيانات"},
    /* what kills stands before its verb, and whom it kills behind */
    {"نيران الجيش تقتل شابين في غزة أحدهما طالب. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "killing killed=2 responsibility=unknown"},
    {"وذكر مصدر محلي أن عبوة ناسفة استهدفت إحدى المدرعات ضابطاً أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "bombing targets=إحدى المدرعات"},
    /* who charges another with it has not done it */
    {"ووجهت موسكو أصابع الاتهام إلى إسرائيل في ضربة جوية استهدفت قاعدة عسكرية في ريف حمص أمس. وقال ناطق إن الوضع هادئ. "
     "وأضاف أن الطريق سالك.",
     "airstrike stance=alleged responsibility=unknown"},
    /* hospitals shell nobody */
    {"دمرت المستشفيات بقصف عنيف أمس.", "shelling responsibility=unknown"},
    /* what brackets enclose behind a name is no object */
    {"كما قتل 63 من مقاتلي جبهة فتح الشام (النصرة سابقا) في غارة على إدلب.",
     "airstrike targets=مقاتلي جبهة فتح الشام killed=63"},
    /* what somebody was put to; ruin that «و» joins to a siege; the preposition said anew behind «وحتى» */
    {"وندد الوزير بالهجمات التي تعرض لها الجيش اللبناني في عرسال.", "attack targets=الجيش اللبناني"},
    {"وأجبرت الحرب سكان المخيم، الذي تعرض للحصار والدمار، على النزوح.", "restriction targets=المخيم"},
    {"شنت طائرات التحالف غارات ضد قوات الحرس، وحتى ضد قوات النظام شرقي سوريا.", "airstrike targets=قوات النظام"},
    /* where people are together may be struck, event though it be */
    {"استهدفت طائرات التحالف استعراضا عسكريا للتنظيم في الحويجة أمس.", "airstrike targets=استعراضا عسكريا للتنظيم"},
    {"استهدفت غارة جوية حفل زفاف في محافظة ذمار أمس، ما أدى إلى مقتل 20 مدنيا.", "airstrike targets=حفل زفاف"},
    {"شن مسلحون هجوما على حفل زفاف في ولاية ننكرهار أمس.", "attack targets=حفل زفاف"},
    /* a rigged car that is caught or wrecked is dealt with, and is no means */
    {"ضبطت القوات العراقية سيارة مفخخة جنوب الموصل أمس.", "seizure targets=سيارة مفخخة"},
    /* how, and behind it whom; whom behind what the doers rode in */
    {"أعدمت السلطات شنقا ثلاثة سجناء في الأهواز أمس.", "execution targets=سجناء killed=3"},
    {"أعدم التنظيم رميا بالرصاص خمسة مدنيين في الموصل أمس.", "execution targets=مدنيين killed=5"},
    {"اغتال مسلحون يستقلون سيارة ضابطا في الجيش وسط عدن أمس.", "assassination targets=ضابطا killed=1"},
    /* where it was, and not whose they are */
    {"اعتقلت الشرطة خمسة شبان جنوب نابلس أمس.", "arrest targets=شبان arrested=5"},
    /* what is held is the meeting, and not the body that met */
    {"شدد الوزير في اجتماع مجلس الأمن الذي عقد الثلاثاء في نيويورك على ضرورة وقف القتال.",
     "meeting places=نيويورك time=2024-07-16"},
    /* what they protest against is no raid on them */
    {"أمرت المحكمة باحتجاز تسعة طلاب نظموا احتجاجا ضد العملية العسكرية في الشمال أمس.",
     "arrest targets=طلاب arrested=9"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("object", tests, NULL, NULL);
}
