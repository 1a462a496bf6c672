/* Subject and object past what only says when or where, and the names behind posts. */
#include "code_setup.h"

static const Case cases[] = {
    /* the object behind a day that commas set apart */
    {"قتلت القوات العراقية، مساء الاثنين، ثلاثة مسلحين في حي الزهور شرقي الموصل.",
     "killing agents=القوات العراقية targets=مسلحين"},
    {"قصفت طائرات التحالف، فجر الثلاثاء، مواقع الحوثيين في صعدة.",
     "airstrike agents=طائرات التحالف targets=مواقع الحوثيين"},
    /* where it was, before the verb, does nothing */
    {"وفي محافظة ديالى شمال البلاد، اعتقل الجيش أربعة مسلحين.", "arrest agents=الجيش"},
    /* a post, its nation, and the name */
    {"التقى وزير الدفاع التركي خلوصي أكار نظيره الأميركي في أنقرة.", "meeting agents=خلوصي أكار"},
    {"التقى وزير خارجيتها، الشيخ خالد بن أحمد، وفداً في المنامة.", "meeting agents=خالد بن أحمد"},
    {"استقبل الرئيس المصري عبد الفتاح السيسي، الخميس، وزير الخارجية الأردني أيمن الصفدي في القاهرة.",
     "meeting agents=عبد الفتاح السيسي partners=أيمن الصفدي"},
    {"أصيب جندي في هجوم نفذه فلسطيني قرب الخليل.", "attack agents=فلسطيني"},
    /* a body, or several men, and the one person behind it, whatever its complement */
    {"اعتقلت قوات الأمن الصحفي سالم العلي في بغداد.", "arrest agents=قوات الأمن targets=سالم العلي"},
    {"اعتقل رجال الشرطة الناشط سالم العلي في بغداد.", "arrest agents=رجال الشرطة targets=سالم العلي"},
    /* the object of a verb that an act is subject of, where the verb is no act itself, is not the act's */
    {"وأضعف هجوم المسلحين أمس على المطار ثقة التجار. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "attack agents=المسلحين targets=المطار"},
    /* a threat is made to a place, too */
    {"وهددت إسرائيل قطاع غزة بعملية عسكرية قاسية أمس.", "threat agents=إسرائيل targets=قطاع غزة"},
    {"شنت طائرات التحالف سلسلة غارات على مواقع المسلحين في تلعفر.", "airstrike agents=طائرات التحالف"},
    /* «اعتُقل» is written as a passive; a singular before such a verb without an object is whom it befell */
    {"واعتُقل سعادة في نابلس عام 2015.", "arrest targets=سعادة"},
    /* «هجمات باريس» were there; what is joined to a country behind «في» is where, too */
    {"قال مسؤول إن العمليات العسكرية التي تنفذها تركيا في سوريا والعراق لا تستهدف المدنيين.",
     "operation agents=تركيا places=العراق"},
    /* an accusative behind its verb is no subject, whatever a clause behind it has */
    {"أدان الأمير الهجوم الذي استهدف مسجداً في أبها أثناء أداء منسوبيه صلاة الظهر أمس. وقال ناطق إن الوضع هادئ. وأضاف "
     "أن الطريق سالك.",
     "attack targets=مسجداً"},
    /* a named man, and right behind his name what he is */
    {"قتل سعد الناصري زعيم التنظيم في غارة أمس.", "airstrike targets=سعد الناصري"},
    {"واعتقل سالم العلي أحد منافسي الرئيس في حملة أمنية.", "operation targets=سالم العلي"},
    /* he goes on with a deed of the same kind, and is none of the hurt */
    {"مسلح فلسطيني يقتل إسرائيليين ويجرح ثالثا.", "killing targets=إسرائيليين"},
    /* who is told to have suffered it by a masdar; who thwarts it has not done it */
    {"أعلنت الوزارة عن تعرض مطار الضبعة العسكري في محافظة حمص لقصف صاروخي. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق "
     "سالك.",
     "shelling targets=مطار الضبعة العسكري"},
    /* an act or a place before a name is not the man */
    {"اعتقلت الشرطة في المحافظة سالم العلي بسبب تعليقات كتبها.", "arrest targets=سالم العلي"},
    {"قتل في الغارة سالم العلي ونجله أمس.", "airstrike targets=سالم العلي"},
    /* whom a raid killed is not whom it was aimed at */
    {"لقي شرطي حتفه خلال مداهمة منزل في المدينة أمس.", "operation targets=منزل"},
    /* what an arrest is announced of speaks for nobody */
    {"أعلن النائب العام عن توقيف ضابطين في الحرس الوطني.", "arrest targets=ضابطين side=target"},
    {"كان ضمن خلية لداعش تم تفكيكها مؤخرا في المغرب.", "operation targets=خلية لداعش"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("arguments", tests, NULL, NULL);
}
