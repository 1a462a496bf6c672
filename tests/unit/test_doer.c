/* Who did it, where the words of the act alone do not say so. */
#include "code_setup.h"

static const Case cases[] = {
    /* whoever does the act around */
    {"انتشرت قوات من الجيش في عملية واسعة غربي الموصل أمس.", "operation agents=قوات من الجيش"},
    /* an act that an outcome makes has its doer before it, too */
    {"رحب المحافظ بنجاح القوات الخاصة في القبض على أربعة مهربين أمس.", "arrest agents=القوات الخاصة"},
    /* who engages in it, in the clause on its noun */
    {"وقتل شخصان في الاحتجاجات التي خرج فيها تجار السوق في العاصمة أمس.", "protest agents=تجار السوق"},
    /* the pronoun of the relative clause is its object, whatever else stands in it */
    {"انتهت المعارك بعد عملية \"فجر التلال\" التي شنها الجيش اللبناني في جرود عرسال.",
     "operation agents=الجيش اللبناني"},
    {"وجاء القرار بعد العقوبات التي أعادت واشنطن فرضها على طهران.", "sanction agents=واشنطن targets=طهران"},
    /* people act where the grammar asks for bodies */
    {"وقام بعض السكان بنهب المتاجر في المدينة أمس.", "seizure agents=بعض السكان"},
    /* who orders an act */
    {"أمر القضاء العراقي بالإفراج عن صحفية فرنسية اعتقلت في الموصل.", "release agents=القضاء العراقي"},
    /* a verb that goes on with hers is no passive of men */
    {"اقتحمت قوات الاحتلال المخيم واعتقلت خمسة شبان أمس.", "arrest agents=قوات الاحتلال targets=شبان"},
    /* right behind a participle of telling; who is accused of having to do with it */
    {"دعا الجيش السوري السكان إلى الخروج، مؤكداً استعادة السيطرة على القرية أمس.",
     "territory-change agents=الجيش السوري"},
    {"اتهم الرئيس حماس بالتورط في محاولة اغتيال رئيس الحكومة في غزة أمس.",
     "assassination agents=حماس targets=رئيس الحكومة"},
    {"وقالت روسيا إنها كانت تجري محادثات مع الولايات المتحدة حول القرار أمس.", "meeting agents=روسيا"},
    {"وكانت واشنطن أعلنت الاثنين طرد 60 دبلوماسياً.", "sanction agents=واشنطن targets=دبلوماسياً"},
    /* a figure's doer */
    {"وقتل 12 ألف مدني على أيدي قوات النظام منذ بدء الحرب.", "casualties agents=قوات النظام"},
    /* a verb with its subject in it alone goes on with whoever did the act before, and agrees with it */
    {"هاجم الجيش السوري مواقع التنظيم شرقي حمص أمس. وسيطر على ثلاث قرى في البادية.",
     "territory-change agents=الجيش السوري"},
    /* who denies it, were it true */
    {"نفى الجيش السوري قصف مستشفى الشفاء في مدينة عفرين أمس.", "shelling agents=الجيش السوري stance=denied"},
    /* who only reports an act has not done it; soldiers deploy */
    {"قالت وكالة الأنباء الإثيوبية إنه تم تفجير حافلة في منطقة حدودية.", "bombing responsibility=unknown"},
    {"انتشر مئات الجنود في مدينة عدن أمس.", "deployment agents=الجنود"},
    {"وبعد احتلال البلدة من قبل القوات الروسية أمس نزح السكان.", "territory-change agents=القوات الروسية"},
    /* «كان» and an act without the article, with the clause on it */
    {"وكانت آخر غارة شنتها إسرائيل على قطاع غزة في يوليو الماضي.", "airstrike agents=إسرائيل"},
    /* the clause on an act that stands behind one of its positions */
    {"قتل ثلاثة جنود في هجوم على أحد مواقع الجيش شنه مسلحون من التنظيم فجر اليوم.",
     "attack agents=مسلحون من التنظيم targets=أحد مواقع الجيش"},
    /* its taking control, and no verb */
    {"وتمكنت القوات الحكومية من فرض سيطرتها على بلدة النشابية شرقي دمشق أمس.",
     "territory-change agents=القوات الحكومية"},
    {"وتمكن الجيش السوري أمس من بسط سيطرته على بلدة النشابية شرقي دمشق.", "territory-change agents=الجيش السوري"},
    {"وباتت القوات الحكومية تسيطر على بلدة النشابية شرقي دمشق منذ أمس.", "territory-change agents=القوات الحكومية"},
    /* a participle of accusing that may be read as one of being accused */
    {"وأدان مجلس الشورى الهجمات، متهماً جماعة الحوثي باختطاف 12 صحفياً في صنعاء أمس وقتل ثلاثة منهم.",
     "abduction agents=جماعة الحوثي"},
    /* whom a verb of pushing makes do it */
    {"اقتحمت قوة من الحركة موقعاً عسكرياً، مما دفع إسرائيل إلى الرد بقصف عشرات الأهداف في سوريا أمس.",
     "shelling agents=إسرائيل"},
    /* what a force tells of fighters who fell */
    {"قال الجيش التركي إن 13 من مسلحي الحركة قتلوا في غارات جوية شمالي العراق أمس.", "airstrike agents=الجيش التركي"},
    /* who holds a meeting, or whose it is */
    {"وأكد الوزير الألماني في اليوم الثاني من زيارة إلى القاهرة أن العلاقات متينة.", "meeting agents=الوزير الألماني"},
    {"وجاء إعلان أردوغان أمس عقب اجتماعه بزعيم حزب الحركة القومية في أنقرة.", "meeting agents=أردوغان"},
    /* they who did it are the several told before, and not the one body */
    {"اعتقلت الشرطة تسعة طلاب أمس بعدما نظموا احتجاجاً ضد الحكومة.", "protest agents=طلاب"},
    /* with all that are joined to him */
    {"سيطرت قوات الجيش اليمني والمقاومة الشعبية على بلدة حرض أمس بعد معارك عنيفة أوقعت عشرين قتيلاً.",
     "clash agents=المقاومة الشعبية"},
    /* a nationality at the head of a sentence has done it; nor are several the complement of one */
    {"قتل فلسطيني جندياً إسرائيلياً في الخليل أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "killing agents=فلسطيني targets=جندياً إسرائيلياً"},
    {"أصاب مسلح جنديين بجروح عند الحاجز أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "attack agents=مسلح injured=2"},
    /* of whom a clause with «الذي» is told, and whose own verb comes behind with no comma */
    {"المهاجم الذي عاش في ألمانيا قتل خمسة أشخاص في فيينا أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "killing agents=المهاجم killed=5"},
    /* who goes so far as to do it is not whom it befell */
    {"أقدمت زوجته على تعذيبها في الكويت أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "abuse agents=زوجته targets=none"},
    /* a measure of acts is nobody that they befell */
    {"شنت الطائرات عدداً كبيراً من الغارات على مواقع المتمردين في حلب أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق "
     "سالك.",
     "airstrike count=none agents=الطائرات targets=مواقع المتمردين"},
    /* whose the town is now */
    {"سقطت المدينة في أيدي اليابانيين عام 1942. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "territory-change agents=اليابانيين"},
    /* whom a pronoun at the head of the sentence stands for is told behind; not whom it does not agree with */
    {"وخلال اقتحامهم البلدة أمس، اعتقل الجنود ثلاثة شبان. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "attack agents=الجنود"},
    {"قتلت الشرطة المسلح بعد هجومه على الحاجز أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "attack agents=المسلح targets=الحاجز"},
    /* who «قام» with it, in the clause on its noun */
    {"وتتواصل العمليات العسكرية التي تقوم بها قوات المقاومة المشتركة في الحديدة. وشنت الطائرات غارات على مواقع "
     "الحوثيين أمس.",
     "operation agents=قوات المقاومة المشتركة targets=الحوثيين"},
    /* what another had done to the town before it was retaken */
    {"استعاد الجيش البلدة التي دمرها المسلحون أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "destruction agents=المسلحون"},
    /* what an attack leads to is not whom it befell */
    {"حذر أردوغان من أن الهجوم الذي تنفذه الحكومة السورية على إدلب سيسبب مخاطر لتركيا. وقال ناطق إن الوضع هادئ. وأضاف "
     "أن "
     "الطريق سالك.",
     "attack agents=الحكومة السورية targets=none"},
    /* an age is nobody; nor is what bombs are made like; nor what has its tanwin the subject */
    {"وحكم على الرجل، البالغ من العمر 31 عاماً، بالسجن ثلاثة أشهر في باريس أمس. وقال ناطق إن الوضع هادئ. وأضاف أن "
     "الطريق "
     "سالك.",
     "sentence targets=الرجل agents=none"},
    {"انفجرت عبوة ناسفة محلية الصنع أمس في بغداد. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "bombing targets=none"},
    /* whom a pronoun stands for, and not whoever did it */
    {"سيطر الحوثيون على صنعاء بمساعدة الرئيس السابق علي صالح قبل أن يقتلوه العام الماضي. وقال ناطق إن الوضع هادئ. "
     "وأضاف "
     "أن الطريق سالك.",
     "territory-change agents=الحوثيون killed=1 targets=علي صالح"},
    /* who suffers losses has not struck himself */
    {"تكبدت المليشيا خسائر بغارات التحالف في تعز أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "airstrike agents=التحالف targets=المليشيا"},
    /* what «قام» governs goes on with whoever did the act before */
    {"ورغم توقيع الحوثيين على الاتفاق، فقد قاموا باجتياح صعدة عام 2014. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "territory-change agents=الحوثيين"},
    /* of whom it is thought that gunmen abducted him, and not who abducted them */
    {"تبحث الشرطة عن مهندس يعتقد أن مسلحين اختطفوه في كركوك أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "abduction agents=مسلحين targets=مهندس"},
    {"طائرات وقوات عسكرية في حملة للبحث عن 110 تلميذات اختطفن في الشمال أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق "
     "سالك.",
     "abduction targets=تلميذات"},
    /* nor has he done it who gives way to it */
    {"اضطر الحوثيون إلى ترك مواقع في حيس على وقع ضربات قوات التحالف العربي أمس. وقال ناطق إن الوضع هادئ. وأضاف أن "
     "الطريق سالك.",
     "airstrike agents=قوات التحالف العربي"},
    /* what is told of them between leaves it to them what the verb behind tells */
    {"وقال شاهد عيان إن مسلحين يرتدون زياً عسكرياً اقتادوا ثلاثة رجال من منازلهم إلى جهة مجهولة أمس. وقال ناطق إن الوضع "
     "هادئ. وأضاف أن الطريق سالك.",
     "abduction agents=مسلحين targets=رجال"},
    /* who only says it has not blown himself up, nor laid the bomb that others are suspected of */
    {"قالت وزارة الداخلية إن انتحارياً حاول اقتحام مقر الشرطة قبل أن يفجر نفسه عند البوابة أمس. وقال ناطق إن الوضع "
     "هادئ. "
     "وأضاف أن الطريق سالك.",
     "suicide-bombing agents=انتحارياً"},
    {"قال الجيش إن انتحارياً حاول اقتحام المقر قبل أن يفجر نفسه عند البوابة أمس. وقال ناطق إن الوضع هادئ. وأضاف أن "
     "الطريق "
     "سالك.",
     "suicide-bombing agents=انتحارياً"},
    {"وألقت الشرطة القبض على خمسة مشتبه بهم أمس للاشتباه في تورطهم بالتفجير في السوق. وقال ناطق إن الوضع هادئ. وأضاف "
     "أن "
     "الطريق سالك.",
     "bombing agents=مشتبه بهم"},
    /* what a preposition's pronoun takes up has not done it */
    {"وتراجعت الأسعار، وهو أمر هدد به الرئيس سالم العلي أمس. وقال ناطق إن الوضع هادئ. وأضاف أن الطريق سالك.",
     "threat agents=سالم العلي"},
    /* whose men the verb behind «التي» befell */
    {"شن التنظيم هجمات على قوات الأمن التركية التي قتل ثلاثة من أفرادها أمس.",
     "attack agents=التنظيم targets=قوات الأمن التركية killed=3"},
    /* when it was stands before the verb */
    {"وكانت آخر مرة التقى فيها الرئيسان في نوفمبر الماضي بفيتنام.", "meeting agents=الرئيسان"},
    /* «قتلا» behind two of them is the verb */
    {"وقالت المصادر إن جنديين قتلا وجرح خمسة بانفجار عبوة قرب تلعفر أمس.",
     "bombing agents=none targets=جنديين killed=2 injured=5"},
    /* what an act answers is another's */
    {"قال الجيش الإسرائيلي إنه قصف موقعا لحركة حماس في شمال قطاع غزة رداً على إطلاق صاروخ باتجاه مدينة سديروت أمس.",
     "shelling agents=none places=مدينة سديروت"},
    /* a day, and what may be a noun behind it; «والذي» tells of the whole, and its noun is nobody's doer */
    {"استهدف طيران التحالف أمس المجمع الحكومي في الحديدة، والذي يسيطر عليه الحوثيون.",
     "airstrike agents=طيران التحالف targets=المجمع الحكومي"},
    {"واستهدف الطيران بغارتين مبنى في مدينة حيس أمس، والذي حوله الحوثيون إلى مخزن للسلاح.",
     "airstrike agents=الطيران targets=مبنى"},
    /* behind a name that holds a relative clause; behind what is thought of him; behind when it was */
    {"قصفت طائرات التحالف الذي تقوده السعودية، مخازن أسلحة داخل القاعدة الجوية في صنعاء أمس.",
     "airstrike targets=مخازن أسلحة"},
    {"وكان القيادي الذي يعتقد أنه كان يشرف على التهريب قتل أمس في عملية للجيش في حلب.",
     "operation targets=القيادي killed=1 stance=asserted"},
    {"أعلن الجيش اعتقاله فجر الثلاثاء ثلاثة فلسطينيين في جنين.", "arrest agents=الجيش targets=فلسطينيين arrested=3"},
    /* his supporters; a plural in construct before «تلك» */
    {"أزاح الجيش الرئيس الذي احتشد أنصاره أمس في ميدان رابعة بالقاهرة.", "protest agents=أنصاره"},
    {"دارت مواجهات بين المقاومة ومسلحي تلك الجماعة في تعز أمس.", "clash agents=المقاومة targets=مسلحي تلك الجماعة"},
    /* the man he served is not the dead; who defuses another device is nobody's bomber */
    {"قتل مستشار للرئيس أشرف غني في هجوم في كابول أمس.", "attack targets=مستشار للرئيس أشرف غني killed=1"},
    {"مقتل رئيس الجهاز الأمني لحيدر العبادي في سامراء أمس.", "killing targets=رئيس الجهاز الأمني killed=1"},
    {"أصيب شرطي بانفجار عبوة ناسفة في القاهرة أمس. وأبطلت قوات الأمن مفعول عبوة أخرى بمكان الحادث.",
     "bombing agents=none injured=1"},
    /* who blames a group, and not the group */
    {"تنتمي الخلية إلى جماعة اتهمتها السلطات بتنفيذ التفجير في الإسكندرية أمس.",
     "bombing agents=جماعة claimed-by=السلطات"},
    /* what they are charged with is theirs, and no outcome of what befalls them for it */
    {"نفذت السلطات إعدام ثلاثة متهمين بقتل شرطي في الرياض أمس.", "execution targets=متهمين killed=3"},
    {"الشرطة الألمانية توقف ثلاثة سوريين في برلين أمس.", "arrest agents=الشرطة الألمانية targets=سوريين arrested=3"},
    /* what opens a headline, and whose it is */
    {"قصف لقوات النظام يودي بحياة خمسة مدنيين في إدلب أمس.", "shelling agents=قوات النظام killed=5"},
    /* whose office it is */
    {"قال مكتب حاكم هلمند إن ثلاثة من الشرطة قتلوا في هجوم أمس.", "attack killed=3 claimed-by=مكتب حاكم هلمند"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("doer", tests, NULL, NULL);
}
