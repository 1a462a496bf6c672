/* What each word of a sentence is read as: lemma, part of speech, form, clitics, number,
 * voice. One row a word in a sentence; the features named must hold, those with '!' must not. */
#include "lang_setup.h"

typedef struct Row {
  const char *sentence, *word, *lemma, *features;
} Row;

static const Row ROWS[] = {
    /* verb or masdar: what begins a clause, what stands behind a noun or a preposition */
    {"قتل 3 أشخاص في انفجار عبوة ناسفة", "قتل", "قتل", "verb perfect either"},
    /* an older spelling of the last hamza, and of that behind a long vowel */
    {"غادر 500 لاجىء المخيم أمس", "لاجىء", "لاجئ", "noun"},
    {"مددت السلطات حالة الطوارىء", "الطوارىء", "طارئ", "noun pl al"},
    {"أفرجت السلطات عن الرجل البرىء", "البرىء", "بريء", "adj"},
    {"قُتل خمسة جنود في كمين", "قُتل", "قتل", "verb perfect passive"},
    {"قَتل المسلحون خمسة جنود", "قَتل", "قتل", "verb perfect active"},
    {"قتل المسلحون خمسة جنود", "قتل", "قتل", "verb perfect 3 sg m"},
    {"شهدت المدينة عملية قتل جديدة", "قتل", "قتل", "noun masdar"},
    {"قصف الجيش مواقع المسلحين", "قصف", "قصف", "verb perfect"},
    {"أصيب طفل إثر قصف مدفعي على الحي", "قصف", "قصف", "noun masdar"},
    {"تعرض الحي إلى قصف مدفعي", "قصف", "قصف", "noun masdar"},
    {"قال إن قصف المدينة مستمر", "قصف", "قصف", "!adj"},
    {"خطف مسلحون مجهولون تاجرا", "خطف", "خطف", "verb perfect"},
    {"جريمة خطف تاجر في السوق", "خطف", "خطف", "noun masdar"},
    {"عملية قتل وخطف في السوق", "وخطف", "خطف", "noun masdar wa"},
    {"أسر الجيش عشرين مقاتلا", "أسر", "أسر", "verb perfect"},
    {"وقع في أسر المقاتلين", "أسر", "أسر", "noun masdar"},
    {"تم اعتقال خمسة مطلوبين", "اعتقال", "اعتقال", "noun masdar"},
    {"اعتقل الأمن خمسة مطلوبين", "اعتقل", "اعتقل", "verb perfect"},
    {"نقل الجرحى إلى المستشفى", "نقل", "نقل", "verb perfect"},
    {"فتح المعبر أمام النازحين", "فتح", "فتح", "verb"},
    {"أعلن عن فتح المعبر", "فتح", "فتح", "noun masdar"},
    {"كشف الجيش عن مخبأ للأسلحة", "كشف", "كشف", "verb perfect"},
    {"ذكر بيان للوزارة أن الهجوم فشل", "ذكر", "ذكر", "verb perfect"},
    {"ذكر بيان للوزارة أن الهجوم فشل", "فشل", "فشل", "verb perfect"},
    {"حكم القاضي على المتهم بالإعدام", "حكم", "حكم", "verb perfect"},
    {"صدر حكم بالسجن على المتهم", "حكم", "حكم", "noun"},
    {"سقط ثلاثة قتلى", "سقط", "سقط", "verb perfect"},
    {"بعد أن قتل الحارس", "قتل", "قتل", "verb perfect"},
    {"الرجل الذي قتل الحارس", "قتل", "قتل", "verb perfect"},
    {"من دون قتل أو جرح أحد", "قتل", "قتل", "noun masdar"},
    /* person, number, gender of verbs */
    {"أسفرت الضربة عن مقتل قيادي", "أسفرت", "أسفر", "verb perfect 3 sg f !passive"},
    {"قالوا إنهم هربوا", "قالوا", "قال", "verb perfect 3 pl m"},
    {"قالوا إنهم هربوا", "هربوا", "هرب", "verb perfect 3 pl m"},
    {"الطائرتان قصفتا الموقع", "قصفتا", "قصف", "verb perfect 3 du f"},
    {"المقاتلون يهاجمون القرية", "يهاجمون", "هاجم", "verb imperfect 3 pl m"},
    {"القوات تستعد للهجوم", "تستعد", "استعد", "verb imperfect 3 sg f"},
    {"نحن نطالب بالإفراج عنهم", "نطالب", "طالب", "verb imperfect 1 pl"},
    {"سنقاتل حتى النهاية", "سنقاتل", "قاتل", "verb imperfect 1 pl sa"},
    {"وسيقتلونهم جميعا", "وسيقتلونهم", "قتل", "verb imperfect 3 pl wa sa +3pm"},
    {"سوف يعود النازحون", "يعود", "عاد", "verb imperfect"},
    {"لم يعد النازحون إلى قراهم", "يعد", "عاد", "verb imperfect"},
    {"لن يقبل الوزير بذلك", "يقبل", "قبل", "verb imperfect"},
    {"قد يصل الوفد غدا", "يصل", "وصل", "verb imperfect"},
    {"لم يقل شيئا", "يقل", "قال", "verb imperfect"},
    {"لم يقتلوا أحدا", "يقتلوا", "قتل", "verb imperfect 3 pl"},
    {"طلب منهم أن يسلموا أسلحتهم", "يسلموا", "سلم", "verb imperfect 3 pl"},
    {"جاؤوا ليقاتلوا", "ليقاتلوا", "قاتل", "verb imperfect li"},
    {"قيل إن الرجل فر", "قيل", "قال", "verb perfect passive"},
    {"أصيب جندي بجروح", "أصيب", "أصاب", "verb perfect passive"},
    {"أعيد فتح الطريق", "أعيد", "أعاد", "verb perfect passive"},
    {"توفي الجريح متأثرا بجراحه", "توفي", "توفي", "verb perfect passive"},
    {"اغتيل القيادي قرب منزله", "اغتيل", "اغتال", "verb perfect passive"},
    {"رمى الجندي قنبلة", "رمى", "رمى", "verb perfect active"},
    {"دعا الوزير إلى الهدوء", "دعا", "دعا", "verb perfect"},
    {"شنت الطائرات غارات", "شنت", "شن", "verb perfect 3 sg f"},
    {"ألقت الشرطة القبض على لص", "ألقت", "ألقى", "verb perfect 3 sg f"},
    {"استهدفه قناص", "استهدفه", "استهدف", "verb perfect +3sm"},
    {"هاجموها ليلا", "هاجموها", "هاجم", "verb perfect 3 pl +3sf"},
    {"فقتلوا الحارس", "فقتلوا", "قتل", "verb perfect 3 pl fa"},
    {"يأخذ الجندي سلاحه", "يأخذ", "أخذ", "verb imperfect"},
    /* imperatives */
    {"قال لهم: اذهبوا إلى بيوتكم", "اذهبوا", "ذهب", "verb imperative 2 pl"},
    {"وارفعوا أيديكم عن المدينة", "وارفعوا", "رفع", "verb imperative 2 pl wa"},
    {"خذ الكتاب بقوة", "خذ", "أخذ", "verb imperative 2 sg m"},
    {"قولوا الحقيقة للناس", "قولوا", "قال", "verb imperative 2 pl"},
    {"اضغط على الرابط", "اضغط", "ضغط", "verb imperative 2 sg m"},
    {"اختر مرشحك", "اختر", "اختار", "verb imperative 2 sg m"},
    {"انتظر الوفد ساعتين", "انتظر", "انتظر", "verb perfect 3 sg m"},
    {"أرسلوا المساعدات إلى المدينة", "أرسلوا", "أرسل", "verb perfect 3 pl"},
    /* an alef that is the case's, and one that is the word's */
    {"شن هجوما عنيفا", "هجوما", "هجوم", "noun accusative"},
    {"عاد إلى سوريا", "سوريا", "سوريا", "proper !accusative"},
    {"قتل عنصرا الأمن", "عنصرا", "عنصر", "noun du !accusative"},
    {"وقعت في قرية أخرى", "أخرى", "آخر", "!accusative"},
    /* clitics of nouns */
    {"وصل المدد للجيش", "للجيش", "جيش", "noun li al"},
    {"هجوم على الجيش بالمدفعية", "بالمدفعية", "مدفعية", "noun bi al"},
    {"تحرك الرتل بالليل", "بالليل", "ليل", "noun bi al"},
    {"تركه لليل", "لليل", "ليل", "noun li al"},
    {"وبالجيش والشرطة", "وبالجيش", "جيش", "noun wa bi al"},
    {"وبالجيش والشرطة", "والشرطة", "شرطة", "noun wa al"},
    {"كالجيش في قوته", "كالجيش", "جيش", "noun ka al"},
    {"كالجيش في قوته", "قوته", "قوة", "noun +3sm"},
    {"عاد إلى منزله", "منزله", "منزل", "noun +3sm"},
    {"عادوا إلى منازلهم", "منازلهم", "منزل", "noun pl +3pm"},
    {"قرب مدرستها", "مدرستها", "مدرسة", "noun f +3sf"},
    {"هاجر أبناؤه إلى كندا", "أبناؤه", "ابن", "noun pl +3sm"},
    {"مع أبنائه الثلاثة", "أبنائه", "ابن", "noun pl +3sm"},
    {"بمستشفاها الوحيد", "بمستشفاها", "مستشفى", "noun bi +3sf"},
    /* a stem's own first letters are no clitics */
    {"والد القتيل ووالدته", "والد", "والد", "noun !wa"},
    {"والد القتيل ووالدته", "ووالدته", "والدة", "noun wa f +3sm"},
    {"ووصلت قوات إلى البلدة", "ووصلت", "وصل", "verb wa perfect"},
    {"ووجهت محكمة تهمة إليه", "ووجهت", "وجه", "verb wa perfect"},
    {"طلائع الجيش وصلت إلى البلدة", "وصلت", "وصل", "verb !wa perfect"},
    {"بعد تدخل السعودية في اليمن", "السعودية", "سعودية", "proper al"},
    {"وزارة الخارجية السعودية", "السعودية", "سعودي", "adj al"},
    {"وزارة الدفاع الروسية", "وزارة", "وزارة", "noun !wa"},
    {"في بغداد والبصرة", "بغداد", "بغداد", "proper !bi"},
    {"في بغداد والبصرة", "والبصرة", "بصرة", "proper wa al"},
    {"كانت القوات هناك", "كانت", "كان", "verb !ka"},
    {"لقاء الرئيسين في العاصمة", "لقاء", "لقاء", "noun !li"},
    {"بلدة قرب الحدود", "بلدة", "بلدة", "noun !bi"},
    {"لجنة من الخبراء", "لجنة", "لجنة", "noun !li"},
    {"فرقة من الجيش", "فرقة", "فرقة", "noun !fa"},
    {"وقف إطلاق النار", "وقف", "وقف", "!wa"},
    {"كتيبة من المشاة", "كتيبة", "كتيبة", "noun !ka"},
    {"أسلحة وذخائر", "وذخائر", "ذخيرة", "noun pl wa"},
    {"لواء في الجيش", "لواء", "لواء", "noun !li"},
    {"سلاح المدفعية", "سلاح", "سلاح", "noun !sa"},
    /* number of nouns */
    {"غارتين على مواقع", "غارتين", "غارة", "noun du f !either-number"},
    {"استهدفت عمليتين", "عمليتين", "عملية", "noun du f"},
    {"مقتل شخصين", "شخصين", "شخص", "noun du !either-number"},
    {"مقتل مدنيين", "مدنيين", "مدني", "noun either-number"},
    {"مقتل 7 مدنيين", "مدنيين", "مدني", "noun pl !either-number"},
    {"مقتل مدنيان", "مدنيان", "مدني", "noun du !either-number"},
    {"اعتقال مسلحين في المدينة", "مسلحين", "مسلح", "noun either-number"},
    {"وصول المسلحون إلى القرية", "المسلحون", "مسلح", "noun pl al"},
    {"مسلحي التنظيم", "مسلحي", "مسلح", "noun pl construct"},
    {"قتل عنصرا الشرطة", "عنصرا", "عنصر", "noun du construct"},
    {"مقتل 13 عنصرا", "عنصرا", "عنصر", "noun sg !construct"},
    {"قتل عنصراً من الشرطة", "عنصراً", "عنصر", "noun sg !construct"},
    {"ثلاثة عشر عنصرا", "عنصرا", "عنصر", "noun sg !construct"},
    {"عناصر من التنظيم", "عناصر", "عنصر", "noun pl"},
    {"ضحايا الهجوم", "ضحايا", "ضحية", "noun pl"},
    {"قتلى وجرحى", "قتلى", "قتيل", "noun pl"},
    {"قتلى وجرحى", "وجرحى", "جريح", "noun pl wa"},
    {"سقوط قتلاهم", "قتلاهم", "قتيل", "noun pl +3pm"},
    {"اجتماعات مكثفة", "اجتماعات", "اجتماع", "noun pl masdar"},
    {"الضباط والجنود", "الضباط", "ضابط", "noun pl al"},
    {"نساء وأطفال", "نساء", "امرأة", "noun pl"},
    {"نساء وأطفال", "وأطفال", "طفل", "noun pl wa"},
    {"مئتي مقاتل", "مقاتل", "مقاتل", "noun sg"},
    {"وجميع الضباط", "الضباط", "ضابط", "noun pl"},
    {"أراضي الفلاحين", "أراضي", "أرض", "noun pl"},
    {"خمسة مبان", "مبان", "مبنى", "noun pl"},
    {"عادت الميليشيات", "الميليشيات", "ميليشيا", "noun pl al"},
    /* adjectives */
    {"القوات المسلحة العراقية", "المسلحة", "مسلح", "adj sg f al"},
    {"القوات المسلحة العراقية", "العراقية", "عراقي", "adj sg f al"},
    {"عبوة ناسفة", "ناسفة", "ناسف", "adj f"},
    {"قصف مدفعي عنيف", "مدفعي", "مدفعي", "adj m"},
    {"قصف مدفعي عنيف", "عنيف", "عنيف", "adj m"},
    {"الدول الكبرى", "الكبرى", "أكبر", "adj f al"},
    {"عملية استباقية", "استباقية", "استباقي", "adj f"},
    {"الجيش السوري", "السوري", "سوري", "adj al"},
    {"السوريين في تركيا", "السوريين", "سوري", "noun pl al"},
    {"جنود أتراك", "أتراك", "تركي", "adj pl"},
    {"قوات سوريا الديمقراطية", "سوريا", "سوريا", "proper"},
    {"أسلحة ثقيلة", "ثقيلة", "ثقيل", "adj f"},
    {"العام الماضي", "الماضي", "ماضي", "adj al"},
    /* masdars and participles lead to their verb */
    {"إعادة إعمار المدينة", "إعادة", "إعادة", "noun masdar"},
    {"الاستيلاء على أسلحة", "الاستيلاء", "استيلاء", "noun masdar al"},
    {"التصدي للهجوم", "التصدي", "تصدي", "noun masdar al"},
    {"اقتحام القرية", "اقتحام", "اقتحام", "noun masdar"},
    {"تدمير نفق", "تدمير", "تدمير", "noun masdar"},
    {"المعتقلين في السجن", "المعتقلين", "معتقل", "noun passive-participle pl al"},
    {"انفجار سيارة مفخخة", "انفجار", "انفجار", "noun masdar"},
    {"نزوح آلاف المدنيين", "نزوح", "نزوح", "noun masdar"},
    {"مغادرة الوفد", "مغادرة", "مغادرة", "noun masdar"},
    {"عودة المهجرين", "عودة", "عودة", "noun masdar"},
    /* neighbours */
    {"بعد تكبدهم خسائر كبيرة", "تكبدهم", "تكبد", "noun masdar +3pm"},
    {"أدى الهجوم إلى مقتل جندي وجرح اثنين", "وجرح", "جرح", "noun masdar wa"},
    {"هاجم المسلحون الحاجز وقتلوا جنديا", "وقتلوا", "قتل", "verb perfect wa"},
    {"أكد أن الجيش سيطر على البلدة، ولفت إلى أهمية ذلك", "ولفت", "لفت", "verb perfect wa"},
    {"الوحدات التي تشكل القوة", "تشكل", "شكل", "verb imperfect 3 sg f"},
    {"أعلن أن هجوما وقع مساء السبت", "وقع", "وقع", "verb perfect"},
    {"شرطة مكافحة الإرهاب", "مكافحة", "مكافحة", "noun masdar"},
    {"مقتل أكثر من عشرين", "أكثر", "أكثر", "noun"},
    {"قتل أكثر من عشرين مدنيا", "قتل", "قتل", "verb perfect"},
    {"أهم مدينة في البلاد", "أهم", "أهم", "noun !hamza"},
    {"استهدفت طائرة مسيرة سيارة قرب الحدود", "سيارة", "سيارة", "noun"},
    {"شهدت مشارف مدينة صغيرة معارك", "مدينة", "مدينة", "noun"},
    {"فصائل مقاتلة في الشمال", "مقاتلة", "مقاتل", "adj"},
    {"قدمت الحكومة مساعدات عاجلة", "مساعدات", "مساعدة", "noun masdar"},
    {"وصلت سفن مساعدات إلى الميناء", "مساعدات", "مساعدة", "noun masdar"},
    {"مقتل مئتي شخص", "مئتي", "مئة", "numeral du construct"},
    {"في بلدتي الشحيل والبصيرة", "بلدتي", "بلدة", "noun du f construct"},
    {"شهدت محافظتا درعا والسويداء", "محافظتا", "محافظة", "noun du f construct"},
    {"للجنة التحقيق", "للجنة", "لجنة", "noun li al"},
    {"المساعدات الإنسانية", "المساعدات", "مساعدة", "noun pl f al"},
    {"وفي المدينة", "وفي", "في", "prep wa"},
    {"وكان المسلحون هناك", "وكان", "كان", "verb perfect wa"},
    {"فقد أعلن الجيش", "فقد", "قد", "particle fa"},
    {"فقد الجيش السيطرة على البلدة", "فقد", "فقد", "verb perfect !fa"},
    {"وصلت القوات وادي الفرات", "وادي", "وادي", "noun !wa"},
    {"سيطر على ولاية عدن", "ولاية", "ولاية", "noun !wa !li"},
    {"طلب أن تكون الهدنة طويلة", "تكون", "كان", "verb imperfect 3 sg f"},
    {"قال د. عادل أحمد", "عادل", "عادل", "proper"},
    {"الرئيس علي عبدالله صالح", "علي", "علي", "proper"},
    {"هجوم على الجيش", "هجوم", "هجوم", "noun masdar"},
    {"وفي لندن توجه المتظاهرون إلى السفارة", "توجه", "توجه", "verb perfect"},
    {"بعد توجه المتظاهرين إلى السفارة", "توجه", "توجه", "noun masdar"},
    {"وردا على سؤال", "وردا", "رد", "noun masdar wa"},
    {"تدمير جسرين رئيسيين", "رئيسيين", "رئيسي", "adj du !either-number"},
    {"قيادات من مقاتلين أجانب", "مقاتلين", "مقاتل", "noun either-number"},
    {"المقاتلين الأجنبيين", "الأجنبيين", "أجنبي", "adj al"},
    {"إلى ذلك أظهر فيديو آثار القصف", "أظهر", "أظهر", "verb perfect"},
    {"قال الجيش في بيان نشر على موقعه", "نشر", "نشر", "verb perfect"},
    {"جريمة قتل في المدينة", "قتل", "قتل", "noun masdar"},
    {"فر رجلان أحدهما قتل لاحقا", "قتل", "قتل", "verb perfect"},
    {"هو أفضل لاعب في الفريق", "لاعب", "لاعب", "noun"},
    {"آذار/مارس 2019", "مارس", "مارس", "noun"},
    {"الاثنين والثلاثاء", "والثلاثاء", "ثلاثاء", "noun wa al"},
    {"شمال شرقي سوريا", "سوريا", "سوريا", "proper"},
    {"63 جنديا سوريا", "سوريا", "سوري", "adj"},
    /* function words */
    {"قتل من الجنود ثلاثة", "من", "من", "prep"},
    {"قال إن الهجوم فشل", "إن", "إن", "subord"},
    {"قال ان الهجوم فشل", "ان", "أن", "subord"},
    {"أكد أن الهجوم فشل", "أن", "أن", "subord"},
    {"أكد بأن الهجوم فشل", "بأن", "أن", "subord bi"},
    {"فإن الهجوم فشل", "فإن", "إن", "subord fa"},
    {"هجوم على الجيش", "على", "على", "prep"},
    {"هجوم عليه", "عليه", "على", "prep +3sm"},
    {"ذهب إليهم", "إليهم", "إلى", "prep +3pm"},
    {"سلمت لهم", "لهم", "ل", "prep +3pm"},
    {"سلمت بها", "بها", "ب", "prep +3sf"},
    {"بينهم أطفال", "بينهم", "بين", "prep +3pm"},
    {"فيما قتل آخرون", "فيما", "فيما", "subord"},
    {"كما قتل آخرون", "كما", "كما", "subord"},
    {"حيث قتل آخرون", "حيث", "حيث", "subord"},
    {"التي قتلت", "التي", "الذي", "relative"},
    {"بعد الهجوم", "بعد", "بعد", "prep"},
    {"خلال الهجوم", "خلال", "خلال", "prep"},
    {"ضد الجيش", "ضد", "ضد", "prep"},
    {"لم يقتل أحد", "لم", "لم", "negation"},
    {"وقد قتل", "وقد", "قد", "particle wa"},
    {"هذه القوات", "هذه", "هذا", "demonstrative"},
    {"في هذا الهجوم", "هذا", "هذا", "demonstrative"},
    {"ثلاثة جنود", "ثلاثة", "ثلاثة", "numeral"},
    {"جنديين اثنين", "اثنين", "اثنين", "numeral"},
    {"يوم الاثنين", "الاثنين", "اثنين", "noun al"},
    /* careless spelling, and a careful reading of it */
    {"اعلنت الوزاره", "اعلنت", "أعلن", "verb perfect"},
    {"اعلنت الوزاره", "الوزاره", "وزارة", "noun al f"},
    {"مستشفي المدينة", "مستشفي", "مستشفى", "noun"},
    {"الى المدينة", "الى", "إلى", "prep"},
    {"إستهدف الجيش موقعا", "إستهدف", "استهدف", "verb perfect"},
    {"كتابه الجديد", "كتابه", "كتاب", "noun +3sm"},
    {"كتابة الرسالة", "كتابة", "كتابة", "noun masdar"},
    {"القـوات المسلحة", "القـوات", "قوات", "noun al"},
    /* words that the lexicon does not have */
    {"قرية زنتوتان", "زنتوتان", "", "guessed"},
    {"الزنتوتية", "الزنتوتية", "", "guessed al"},
    {"يتزنتوتون", "يتزنتوتون", "", "guessed verb imperfect 3 pl"},
};

/* ---- a reading in words ---- */

static void append(char *out, size_t room, const char *word) {
  size_t n = strlen(out);
  snprintf(out + n, room - n, " %s", word);
}

static void render_clitics(const Reading *r, char *out, size_t room) {
  static const char *const names[] = {"wa", "fa", "bi", "ka", "li", "al", "sa", "la", "hamza"};
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    if (r->clitics >> i & 1) append(out, room, names[i]);
}

static void render_enclitic(const Reading *r, char *out, size_t room) {
  if (!r->enclitic) return;
  char text[8];
  snprintf(text, sizeof text, "+%d%c%c", r->enclitic & 3, "-sdp"[r->enclitic >> 2 & 3], "-mf"[r->enclitic >> 4 & 3]);
  append(out, room, text);
}

static void render(const Reading *r, char *out, size_t room) {
  static const char *const numbers[] = {"", "sg", "du", "pl"}, *const genders[] = {"", "m", "f"},
                           *const voices[] = {"", "active", "passive", "either"},
                           *const persons[] = {"", "1", "2", "3"};
  out[0] = 0;
  append(out, room, word_pos_name((WordPos)r->pos).p);
  append(out, room, word_form_name((WordForm)r->form).p);
  append(out, room, persons[r->person]);
  append(out, room, numbers[r->number]);
  append(out, room, genders[r->gender]);
  append(out, room, voices[r->voice]);
  if (r->dual_or_plural) append(out, room, "either-number");
  if (r->construct) append(out, room, "construct");
  if (r->accusative) append(out, room, "accusative");
  if (r->guessed) append(out, room, "guessed");
  render_clitics(r, out, room);
  render_enclitic(r, out, room);
  append(out, room, "");
}

static bool has(const char *rendered, Str feature) {
  char padded[64];
  snprintf(padded, sizeof padded, " %.*s ", STR_ARG(feature));
  return strstr(rendered, padded) != NULL;
}

static bool matches(const char *rendered, Str wanted) {
  while (wanted.n) {
    Str feature = str_cut(&wanted, ' ');
    bool negated = feature.n && feature.p[0] == '!';
    if (negated) feature = str_slice(feature, 1, feature.n);
    if (feature.n && has(rendered, feature) == negated) return false;
  }
  return true;
}

static uint32_t token_of(const Text *text, Str word) {
  for (uint32_t i = 0; i < text->ntokens; i++)
    if (str_eq(text_slice(text, text->tokens[i].span), word)) return i;
  fail_msg("no token \"%.*s\"", STR_ARG(word));
  return 0;
}

static void words_in_sentences(void **state) {
  Lang *f = *state;
  unsigned wrong = 0;
  for (unsigned i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
    const Row *row = &ROWS[i];
    arena_reset(&f->document);
    Text text = text_of(&f->document, str_of(row->sentence));
    Words words = words_of(&f->document, &f->lexicon, &text);
    assert_non_null(words.at);
    const Reading *r = word_best(&words, token_of(&text, str_of(row->word)));
    char rendered[256];
    render(r, rendered, sizeof rendered);
    Str lemma = lexicon_text(&f->lexicon, r->lemma);
    if (str_eq(lemma, str_of(row->lemma)) && matches(rendered, str_of(row->features))) continue;
    print_error("«%s», %s: want %s %s, got %.*s%s\n", row->sentence, row->word, row->lemma, row->features,
                STR_ARG(lemma), rendered);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}

/* What a masdar or participle comes from. */
static void derived_words_know_their_verb(void **state) {
  Lang *f = *state;
  static const char *const pairs[][2] = {
      {"إعادة", "أعاد"},     {"استيلاء", "استولى"}, {"اقتحام", "اقتحم"}, {"تصدي", "تصدى"},   {"مقتل", "قتل"},
      {"هجوم", "هجم"},       {"فرار", "فر"},        {"سقوط", "سقط"},     {"وصول", "وصل"},    {"نزوح", "نزح"},
      {"عودة", "عاد"},       {"ذبح", "ذبح"},        {"مغادرة", "غادر"},  {"تدمير", "دمر"},   {"إعدام", "أعدم"},
      {"اغتيال", "اغتال"},   {"إيقاف", "أوقف"},     {"تهنئة", "هنأ"},    {"إنشاء", "أنشأ"},  {"انضمام", "انضم"},
      {"استعادة", "استعاد"}, {"ادعاء", "ادعى"},     {"اصطدام", "اصطدم"}, {"مواجهة", "واجه"}, {"سيطرة", "سيطر"},
      {"استئناف", "استأنف"}, {"إحراق", "أحرق"},     {"إخلاء", "أخلى"},   {"تحرير", "حرر"},   {"إلقاء", "ألقى"},
      {"احتلال", "احتل"},    {"انسحاب", "انسحب"},   {"تبادل", "تبادل"},  {"إفراج", "أفرج"},  {"استهداف", "استهدف"},
      {"اختطاف", "اختطف"},   {"إطلاق", "أطلق"},     {"تسليم", "سلم"},    {"إصابة", "أصاب"},  {"وفاة", "توفي"},
      {"مصاب", "أصاب"},      {"محتجز", "احتجز"},    {"مقتول", "قتل"},    {"متصدي", "تصدى"},  {"مدمر", "دمر"},
      {"مستهدف", "استهدف"},  {"عائد", "عاد"},       {"مسيطر", "سيطر"},
  };
  for (unsigned i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    uint32_t found[8], n = lexicon_find(&f->lexicon, str_of(pairs[i][0]), POS_NONE, found, 8);
    bool good = false;
    for (uint32_t k = 0; k < n && k < 8; k++) {
      const Lemma *lemma = &f->lexicon.lemmas[found[k]];
      good |= lemma->form != FORM_PLAIN && str_eq(lexicon_text(&f->lexicon, lemma->verb), str_of(pairs[i][1]));
    }
    if (!good) fail_msg("%s does not lead to %s", pairs[i][0], pairs[i][1]);
  }
}

/* ---- one word alone, its key ---- */

static void a_word_alone_has_all_its_readings(void **state) {
  Lang *f = *state;
  arena_reset(&f->document);
  Word word = word_alone(&f->document, &f->lexicon, STR("قتل"));
  bool verb = false, noun = false;
  for (int i = 0; i < word.n; i++) {
    verb |= word.readings[i].pos == POS_VERB;
    noun |= word.readings[i].pos == POS_NOUN;
  }
  assert_true(verb && noun);
  word = word_alone(&f->document, &f->lexicon, STR("بغداد"));
  assert_true(word.n >= 1);
  assert_int_equal(word.readings[0].clitics, 0);
  assert_int_equal(word_alone(&f->document, &f->lexicon, STR("")).n, 0);
  assert_int_equal(word_alone(&f->document, &f->lexicon, STR("12")).n, 0);
}

static void the_key_has_no_proclitics(void **state) {
  Lang *f = *state;
  static const char *const cases[][2] = {
      {"وللجيش", "جيش"}, {"بالموصل", "موصل"}, {"الرقة", "رقه"}, {"بغداد", "بغداد"}, {"والد", "والد"}};
  for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
    arena_reset(&f->document);
    Text text = text_of(&f->document, str_of(cases[i][0]));
    Words words = words_of(&f->document, &f->lexicon, &text);
    Str key = word_key(&text, 0, word_best(&words, 0));
    assert_str(letters_utf8(&f->document, (const uint8_t *)key.p, (uint32_t)key.n), str_of(cases[i][1]));
  }
}

static void stem_and_enclitic_meet(void **state) {
  Lang *f = *state;
  arena_reset(&f->document);
  Text text = text_of(&f->document, STR("وسيقتلونهم"));
  Words words = words_of(&f->document, &f->lexicon, &text);
  const Reading *r = word_best(&words, 0);
  assert_int_equal(r->stem, 2);
  assert_int_equal(r->stem_n, 6);
}

/* ---- bounds ---- */

static void hostile_words_do_no_harm(void **state) {
  Lang *f = *state;
  static const char letters[] =
      "\xD8\xA7\xD9\x84\xD9\x88\xD8\xA8\xD9\x8A\xD9\x86\xD8\xAA\xD9\x87\xD9\x85\xD9\x83\xD8\xA9\xD8\xA1\xD9\x8E ";
  uint64_t seed = 7;
  char buffer[4096];
  for (int round = 0; round < 200; round++) {
    size_t n = 0;
    while (n + 2 < sizeof buffer) {
      size_t at = (test_random(&seed) % (sizeof letters / 2)) * 2;
      buffer[n++] = letters[at];
      if (letters[at] != ' ') buffer[n++] = letters[at + 1];
    }
    arena_reset(&f->document);
    Text text = text_of(&f->document, (Str){buffer, n});
    Words words = words_of(&f->document, &f->lexicon, &text);
    assert_non_null(words.at);
    for (uint32_t i = 0; i < text.ntokens; i++) {
      if (text.tokens[i].kind != TOKEN_WORD) continue;
      const Reading *r = word_best(&words, i);
      assert_true(words.at[i].n >= 1);
      assert_true(r->stem + r->stem_n <= text.tokens[i].n || text.tokens[i].n > 200);
      assert_true(r->lemma == LEMMA_NONE || r->lemma < f->lexicon.n);
    }
  }
}

static void out_of_memory_gives_no_words(void **state) {
  Lang *f = *state;
  for (size_t allowed = 0; allowed < 40; allowed++) {
    arena_reset(&f->document);
    Text text = text_of(&f->document, STR("قتل ثلاثة جنود في هجوم على حاجز"));
    f->document.fail_after = allowed;
    Words words = words_of(&f->document, &f->lexicon, &text);
    f->document.fail_after = SIZE_MAX;
    if (arena_ok(&f->document)) break;
    assert_null(words.at);
    assert_int_equal(word_best(&words, 0)->lemma, LEMMA_NONE);
  }
  arena_reset(&f->document);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_in_sentences),
      cmocka_unit_test(derived_words_know_their_verb),
      cmocka_unit_test(a_word_alone_has_all_its_readings),
      cmocka_unit_test(the_key_has_no_proclitics),
      cmocka_unit_test(stem_and_enclitic_meet),
      cmocka_unit_test(hostile_words_do_no_harm),
      cmocka_unit_test(out_of_memory_gives_no_words),
  };
  return cmocka_run_group_tests(tests, lang_setup, lang_teardown);
}
