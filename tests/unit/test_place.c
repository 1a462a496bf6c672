/* Places: hard namesakes and constructions, each in a sentence written for this test. */
#include "know_setup.h"

typedef struct Case {
  const char *text, *span;           /* the words that the mention must have */
  const char *country, *admin1, *id; /* NULL: not asked */
  int precision, use;                /* 0, -1: not asked */
} Case;

#define ADMIN(text, span, country, admin1) \
  { text, span, country, admin1, NULL, 0, -1 }
#define ID(text, span, id) \
  { text, span, NULL, NULL, id, 0, -1 }
#define PRECISE(text, span, country, admin1, precision) \
  { text, span, country, admin1, NULL, precision, -1 }
#define USED(text, span, use) \
  { text, span, NULL, NULL, NULL, 0, use }

static const Case CASES[] = {
    /* the container in the text */
    ADMIN("نفذت الطائرة ضربة على بلدة صور بريف دير الزور الشمالي.", "بلدة صور", "SY", "Deir ez-Zor"),
    ADMIN("دخلت دورية إلى صور في ريف دير الزور.", "صور", "SY", "Deir ez-Zor"),
    ADMIN("أغار الطيران على مدينة صور في جنوب لبنان.", "مدينة صور", "LB", "South Lebanon"),
    ADMIN("وصلت السفينة إلى صور في سلطنة عمان.", "صور", "OM", NULL),
    ADMIN("عثر الأهالي على جثة في منطقة الدورة بالعاصمة بغداد.", "منطقة الدورة", "IQ", "Baghdad"),
    ADMIN("داهمت القوة وكراً في حلبجة في إقليم كردستان.", "حلبجة", "IQ", "Halabja"),
    ADMIN("داهمت القوة بيتاً في منطقة الرياض جنوب غربي كركوك.", "منطقة الرياض", "IQ", "Kirkuk"),
    ADMIN("هاجم مسلحون حاجزاً في البصيرة شرقي دير الزور.", "البصيرة", "SY", "Deir ez-Zor"),
    ADMIN("انفجر لغم في قرية البصيرة بمحافظة ديالى.", "قرية البصيرة", "IQ", "Diyala"),
    ADMIN("قتل راع في قرية صنيديج بديالى.", "قرية صنيديج", "IQ", "Diyala"),
    /* called by a clan; by words that read as verbs first; by everyday words, in a list of a country's governorates */
    ADMIN("انفجرت عبوة في ناحية بني سعد بمحافظة ديالى.", "ناحية بني سعد", "IQ", "Diyala"),
    ADMIN("احترقت مزرعة في قرية آل جبير بمنطقة عسير.", "قرية آل جبير", "SA", "Asir"),
    ADMIN("وصلت القوات إلى بيت الفقيه في محافظة الحديدة.", "بيت الفقيه", "YE", "Al Hudaydah"),
    ADMIN("قصفت الطائرات أهدافاً في صعدة والجوف وحجة.", "حجة", "YE", "Hajjah"),
    ADMIN("قصفت الطائرات أهدافاً في صعدة والجوف وحجة وعمران.", "عمران", "YE", "Amran"),
    ADMIN("تجددت الاشتباكات في عدن ولحج وأبين والضالع.", "أبين", "YE", "Abyan"),
    /* a capital that is a word; a country by its level word; a city that may be read as a man's name */
    ID("عقد الوفدان جولة محادثات في مسقط.", "مسقط", "gn:287286"),
    ID("وصلت إلى الرياض أمس طائرة تقل الوفد القادم إلى المملكة.", "المملكة", "iso:SA"),
    ID("قال الأردن إن عدد اللاجئين في المملكة ارتفع.", "المملكة", "iso:JO"),
    ID("أضرب عمال الميناء في بندر عباس.", "بندر عباس", "gn:141681"),
    ID("أطلقت بيونغ يانغ صاروخاً فجراً.", "بيونغ يانغ", "gn:1871859"),
    ADMIN("قتل راع في قرية صنيديج بريف حلب.", "قرية صنيديج", "SY", "Aleppo"),
    ADMIN("سقطت قذيفة على طرابلس في شمال لبنان.", "طرابلس", "LB", NULL),
    ADMIN("اشتبكت الفصائل في طرابلس الليبية.", "طرابلس", "LY", NULL),
    ADMIN("اعتقلت الشرطة رجلاً في السليمانية في إقليم كردستان العراق.", "السليمانية", "IQ", "Sulaymaniyah"),
    ADMIN("زار الوزير الناصرية في محافظة ذي قار.", "الناصرية", "IQ", "Dhi Qar"),
    ADMIN("اعتقل الجيش الإسرائيلي فتى في الناصرة شمالي إسرائيل.", "الناصرة", "IL", NULL),
    ADMIN("قصفت المدفعية قرية المنصورة بريف الرقة.", "قرية المنصورة", "SY", "Raqqa"),
    ADMIN("نقل المصابون إلى مدينة المنصورة في محافظة الدقهلية.", "مدينة المنصورة", "EG", "Dakahlia"),
    ADMIN("انتشرت القوات في الكرامة شرقي الرقة.", "الكرامة", "SY", "Raqqa"),
    ADMIN("أطلق مجهولون النار في الشحيل بريف دير الزور الشرقي.", "الشحيل", "SY", "Deir ez-Zor"),
    ADMIN("عادت عشرون عائلة إلى قضاء الحويجة بمحافظة كركوك.", "قضاء الحويجة", "IQ", "Kirkuk"),
    ADMIN("سقط صاروخ في بلدة القصير بريف حمص.", "بلدة القصير", "SY", "Homs"),
    ADMIN("ضبطت السلطات شحنة في القصير على ساحل البحر الأحمر في مصر.", "القصير", "EG", NULL),
    ADMIN("خرجت مظاهرة في الحراك بريف درعا.", "الحراك", "SY", "Daraa"),
    ADMIN("اندلع حريق في بلدة الباب بريف حلب الشرقي.", "بلدة الباب", "SY", "Aleppo"),
    ADMIN("انفجرت عبوة في القائم بمحافظة الأنبار.", "القائم", "IQ", "Al-Anbar"),
    ADMIN("أعدم التنظيم ثلاثة في بلد بمحافظة صلاح الدين.", "بلد", "IQ", "Salah al-Din"),
    ADMIN("هاجم مسلحون نقطة في الحضر بمحافظة نينوى.", "الحضر", "IQ", "Nineveh"),
    ADMIN("وقع الانفجار في زاخو بدهوك.", "زاخو", "IQ", "Duhok"),
    ADMIN("قتل جنديان في مدينة العريش بشمال سيناء.", "مدينة العريش", "EG", "North Sinai"),
    ADMIN("سيطرت القوات على مدينة الحزم بمحافظة الجوف.", "مدينة الحزم", "YE", "Al Jawf"),
    ADMIN("قصف الطيران مديرية نهم شرقي صنعاء.", "مديرية نهم", "YE", "Sanaa"),
    ADMIN("انفجر لغم في مدينة البيضاء اليمنية.", "مدينة البيضاء", "YE", "Al Bayda"),
    ADMIN("اجتمع البرلمان في مدينة البيضاء الليبية.", "مدينة البيضاء", "LY", NULL),
    ADMIN("قتل مدني في الزاوية غربي ليبيا.", "الزاوية", "LY", NULL),
    ADMIN("داهم الجيش حي الشيخ رضوان في غزة.", "حي الشيخ رضوان", "PS", NULL),
    ADMIN("اقتحمت القوات مخيم جنين في الضفة الغربية.", "مخيم جنين", "PS", NULL),
    ADMIN("أصيب شاب في رفح جنوبي قطاع غزة.", "رفح", "PS", NULL),
    ADMIN("احتجزت الشرطة قارباً قبالة زوارة في ليبيا.", "قبالة زوارة", "LY", NULL),
    ADMIN("قتل أربعة في الفاشر بولاية شمال دارفور.", "الفاشر", "SD", "North Darfur"),
    ADMIN("هوجم سوق في الجنينة بولاية غرب دارفور.", "الجنينة", "SD", "West Darfur"),
    ADMIN("تعرض منزل للقصف في الجنينة بريف دير الزور.", "الجنينة", "SY", "Deir ez-Zor"),

    /* the rest of the document */
    ADMIN("شهدت سوريا هدوءاً. وقال سكان دير الزور إن دورية مرت في الميادين.", "الميادين", "SY", "Deir ez-Zor"),
    ADMIN("قال مصدر في محافظة نينوى إن القوات دخلت سنجار وتلعفر.", "سنجار", "IQ", "Nineveh"),
    ADMIN("قال ناشطون في محافظة إدلب إن القصف طال سنجار وخان شيخون.", "سنجار", "SY", "Idlib"),
    ADMIN("أعلن العراق اليوم حصيلة الهجوم. ووقع الهجوم في الحديثة.", "الحديثة", "IQ", "Al-Anbar"),
    ADMIN("أعلنت الحكومة اليمنية أن الهجوم وقع في المكلا.", "المكلا", "YE", "Hadramawt"),
    ADMIN("قال الجيش اللبناني إن الدورية تعرضت لهجوم في بلدة الخيام.", "بلدة الخيام", "LB", NULL),
    ADMIN("استهدفت الغارات مواقع قرب كركوك وسنجار وتل عفر في العراق.", "سنجار", "IQ", "Nineveh"),
    ADMIN("استهدفت الغارات مواقع قرب كركوك وسنجار وتل عفر في العراق.", "تل عفر", "IQ", "Nineveh"),
    ADMIN("قصف الطيران دوما وحرستا في غوطة دمشق.", "حرستا", "SY", "Rif Dimashq"),
    ADMIN("في بغداد اعتقلت القوات مطلوباً من أهالي الأعظمية.", "الأعظمية", "IQ", "Baghdad"),
    ADMIN("عبر نازحون من العراق نحو سوريا، وأقاموا في المالكية بالحسكة.", "المالكية", "SY", "Al-Hasakah"),
    ADMIN("في لبنان سجلت وزارة الصحة قتيلين في النبطية وصيدا.", "صيدا", "LB", NULL),
    ADMIN("في محافظة درعا قتل شاب في بلدة صيدا.", "بلدة صيدا", "SY", "Daraa"),

    /* levels */
    ID("أعلنت محافظة ديالى الحداد.", "محافظة ديالى", "iso2:IQ-DI"),
    ID("فر السكان من ولاية مون في ميانمار.", "ولاية مون", "iso2:MM-15"),
    PRECISE("وقع الهجوم في محافظة دير الزور.", "محافظة دير الزور", "SY", "Deir ez-Zor", 4),
    PRECISE("وقع الهجوم في مدينة دير الزور.", "مدينة دير الزور", "SY", "Deir ez-Zor", 1),
    PRECISE("وقع الهجوم في دير الزور.", "دير الزور", "SY", "Deir ez-Zor", 2),
    PRECISE("وقع الهجوم في الموصل.", "الموصل", "IQ", "Nineveh", 1),
    PRECISE("وقع الهجوم في نينوى.", "نينوى", "IQ", "Nineveh", 4),
    PRECISE("وقع الهجوم في ريف حماة الشرقي.", "ريف حماة الشرقي", "SY", "Hama", 4),
    PRECISE("وقع الهجوم في قضاء سنجار.", "قضاء سنجار", "IQ", "Nineveh", 3),
    PRECISE("وقع الهجوم في سوريا.", "سوريا", "SY", NULL, 6),
    PRECISE("وقع الهجوم في البحر الأحمر.", "البحر الأحمر", NULL, NULL, 7),
    ID("وقع الهجوم في ريف دمشق.", "ريف دمشق", "iso2:SY-RD"),
    ID("قصفت الطائرات شمال سيناء.", "شمال سيناء", "iso2:EG-SIN"),
    ADMIN("زار الوفد مدينة الصدر في بغداد.", "مدينة الصدر", "IQ", "Baghdad"),
    ID("انتشرت القوات في جبال حمرين.", "جبال حمرين", "cur:029"),
    ID("تحلق الطائرات فوق جبال قره جوغ.", "جبال قره جوغ", "cur:002"),
    ID("أعيد مئة طفل من مخيم الهول.", "مخيم الهول", "cur:067"),
    ID("أعيد أطفال من مخيمي الهول والروج في الحسكة.", "الروج", "cur:068"),
    ID("دخلت قافلة من معبر الوليد في محافظة الأنبار.", "معبر الوليد", "cur:048"),
    ID("دخلت قافلة من معبر الوليد بريف الحسكة نحو إقليم كردستان.", "معبر الوليد", "cur:246"),
    ID("هبطت طائرة في مطار بغداد الدولي.", "مطار بغداد الدولي", "cur:099"),
    ID("توغلت القوات في الغوطة الشرقية.", "الغوطة الشرقية", "cur:106"),
    ID("عبرت السفن مضيق باب المندب.", "مضيق باب المندب", "cur:139"),
    ID("عبرت السفن قناة السويس.", "قناة السويس", "cur:138"),

    /* directions and distances keep their anchor */
    PRECISE("وقع الانفجار شرقي دير الزور.", "شرقي دير الزور", "SY", "Deir ez-Zor", 4),
    PRECISE("وقع الانفجار شمال شرقي سوريا.", "شمال شرقي سوريا", "SY", NULL, 5),
    PRECISE("وقع الانفجار على بعد 60 كم جنوب الحسكة.", "60 كم جنوب الحسكة", "SY", "Al-Hasakah", 2),
    PRECISE("وقع الانفجار قرب الموصل.", "قرب الموصل", "IQ", "Nineveh", 2),
    PRECISE("وقع الانفجار غرب بغداد.", "غرب بغداد", "IQ", "Baghdad", 2),
    PRECISE("وقع الانفجار شرقي الأنبار.", "شرقي الأنبار", "IQ", "Al-Anbar", 4),
    PRECISE("وقع الانفجار في شمال العراق.", "شمال العراق", "IQ", NULL, 5),
    PRECISE("وقع الانفجار في الريف الشمالي لحلب.", "الريف الشمالي لحلب", "SY", "Aleppo", 0),
    PRECISE("توغلت القوات في الجنوب السوري.", "الجنوب السوري", "SY", NULL, 5),
    PRECISE("توغلت القوات داخل الأراضي السورية.", "داخل الأراضي السورية", "SY", NULL, 6),
    PRECISE("تسللت مجموعة قرب الحدود السورية العراقية.", "قرب الحدود السورية العراقية", "SY", NULL, 0),

    /* clitics, article, spelling */
    ADMIN("هاجموا نقطة بالموصل.", "الموصل", "IQ", "Nineveh"),
    ADMIN("عادوا للموصل أمس.", "موصل", "IQ", "Nineveh"),
    ADMIN("في بغداد والموصل وكركوك هدوء.", "كركوك", "IQ", "Kirkuk"),
    ADMIN("انتشر الجيش في باغوز بريف دير الزور.", "باغوز", "SY", "Deir ez-Zor"),
    ADMIN("انتشر الجيش في الباغوز بريف دير الزور.", "الباغوز", "SY", "Deir ez-Zor"),
    ADMIN("هاجموا قرية في بديالي.", "ديالي", "IQ", "Diyala"),
    ADMIN("قتل ثلاثة في محافظه الانبار.", "محافظه الانبار", "IQ", "Al-Anbar"),
    ADMIN("وصل إلى لبنان وفد.", "لبنان", "LB", NULL),
    ADMIN("زار واسط وفد من بابل.", "بابل", "IQ", "Babil"),
    ADMIN("وصل الوفد إلى أبي غريب غربي بغداد.", "أبي غريب", "IQ", NULL),
    ADMIN("في محافظة #البيضاء اليمنية قتل أربعة.", "محافظة #البيضاء", "YE", "Al Bayda"),

    /* names that no table has */
    ADMIN("سيطروا على قريتي العطشانة والزغردانية بريف حماة.", "قريتي العطشانة", "SY", "Hama"),
    ADMIN("هاجموا قرية الشمطورة في محافظة نينوى.", "قرية الشمطورة", "IQ", "Nineveh"),
    PRECISE("هاجموا قرية الشمطورة في محافظة نينوى.", "قرية الشمطورة", "IQ", "Nineveh", 4),
    ADMIN("قصفوا معسكر الزرقوطي في محافظة مأرب.", "معسكر الزرقوطي", "YE", "Marib"),

    /* what is no event's place */
    USED("اعتقلت القوات مسؤول الكفالات في قضاء الحويجة.", "قضاء الحويجة", PLACE_IN_TITLE),
    USED("قتلت القوات أمير ولاية ديالى.", "ولاية ديالى", PLACE_IN_TITLE),
    USED("قال محافظ كركوك إن الوضع هادئ.", "كركوك", PLACE_IN_TITLE),
    USED("قالت حكومة العراق إنها قلقة.", "العراق", PLACE_IN_NAME),
    USED("قالت قيادة عمليات نينوى إن جندياً أصيب.", "نينوى", PLACE_IN_NAME),
    USED("بغداد - رويترز: قال متحدث إن الوضع هادئ.", "بغداد", PLACE_DATELINE),
    USED("قتل قائد ميداني في دير الزور.", "دير الزور", PLACE_FREE),
    USED("وقع الهجوم في بغداد.", "بغداد", PLACE_FREE),

    /* more namesakes, each pulled by what stands beside it */
    ADMIN("قتل اثنان في بلدة الكرك بريف درعا.", "بلدة الكرك", "SY", "Daraa"),
    ADMIN("هاجم مسلحون نقطة في الكرك جنوبي الأردن.", "الكرك", "JO", NULL),
    ADMIN("اقتحم الجيش مدينة الخليل في الضفة الغربية.", "مدينة الخليل", "PS", NULL),
    ADMIN("انفجر لغم في السلمية بريف حماة.", "السلمية", "SY", "Hama"),
    ADMIN("عاد نازحون إلى قرية تل الذهب في محافظة حمص.", "قرية تل الذهب", "SY", "Homs"),
    ADMIN("أحرقت المحاصيل في ربيعة بمحافظة نينوى.", "ربيعة", "IQ", "Nineveh"),
    ADMIN("تظاهر العشرات في الشيخ زويد بشمال سيناء.", "الشيخ زويد", "EG", "North Sinai"),
    ADMIN("استهدفت مسيرة سيارة في مدينة عدن اليمنية.", "مدينة عدن", "YE", "Aden"),
    ADMIN("سيطر التنظيم على مدينة سرت الليبية.", "مدينة سرت", "LY", NULL),
    ADMIN("قصفت القوات حي الزهور في الموصل.", "حي الزهور", "IQ", "Nineveh"),
    ADMIN("قصفت القوات حي الوعر في حمص.", "حي الوعر", "SY", "Homs"),
    ADMIN("اعتقل أربعة في بعشيقة شرقي الموصل.", "بعشيقة", "IQ", "Nineveh"),
    ADMIN("داهمت القوات منزلاً في الرشاد جنوبي كركوك.", "الرشاد", "IQ", "Kirkuk"),
    ADMIN("قتل مدني في مدينة الرقة.", "مدينة الرقة", "SY", "Raqqa"),
    ADMIN("سقطت قذائف على عين العرب بريف حلب.", "عين العرب", "SY", "Aleppo"),
    ADMIN("قتل ثلاثة في هجين بريف دير الزور الشرقي.", "هجين", "SY", "Deir ez-Zor"),
    ADMIN("اشتبك الطرفان في تل تمر بريف الحسكة.", "تل تمر", "SY", "Al-Hasakah"),
    ADMIN("قتل جنديان في الرطبة غربي الأنبار.", "الرطبة", "IQ", "Al-Anbar"),
    ADMIN("نزحت عائلات من داقوق في كركوك.", "داقوق", "IQ", "Kirkuk"),
    ADMIN("خطف مسلحون رجلاً في المقدادية بديالى.", "المقدادية", "IQ", "Diyala"),
    ADMIN("هاجم مسلحون قرية في خانقين بمحافظة ديالى.", "خانقين", "IQ", "Diyala"),
    ADMIN("قتل ستة في كدحة غربي تعز في اليمن.", "كدحة", "YE", "Taiz"),
    ADMIN("تعرضت سفينة لهجوم قبالة سواحل الحديدة في اليمن.", "قبالة سواحل الحديدة", "YE", "Al Hudaydah"),
    ADMIN("انهار مبنى في حي السلام في بغداد.", "حي السلام", "IQ", "Baghdad"),
    ADMIN("هاجم الجيش بلدة كفركلا جنوبي لبنان.", "بلدة كفركلا", "LB", NULL),
    ADMIN("قالت الشرطة إن الحادث وقع في طرطوس على الساحل السوري.", "طرطوس", "SY", "Tartus"),
    ADMIN("قتل صياد في رأس العين بريف الحسكة.", "رأس العين", "SY", "Al-Hasakah"),
    ADMIN("نقل الجرحى إلى منبج وجرابلس في ريف حلب.", "جرابلس", "SY", "Aleppo"),
    ADMIN("وصلت قافلة من الكويت إلى البصرة.", "البصرة", "IQ", "Basra"),
    ADMIN("انتشر الجيش في كسلا شرقي السودان.", "كسلا", "SD", "Kassala"),
    ID("وقع انفجار في العاصمة السورية.", "العاصمة السورية", "gn:170654"),
    ID("زار الوفد جنوب أفريقيا.", "جنوب أفريقيا", "iso:ZA"),
    ID("قال سكان في الضفة الغربية إن الوضع هادئ.", "الضفة الغربية", "iso2:PS-WBK"),
    ID("توجه الوفد إلى الولايات المتحدة الأميركية.", "الولايات المتحدة الأميركية", "iso:US"),
    PRECISE("وقع الهجوم في الجزيرة السورية.", "الجزيرة السورية", "SY", NULL, 5),
    PRECISE("وقع الهجوم على بعد خمسة كيلومترات من الموصل.", "خمسة كيلومترات من الموصل", "IQ", "Nineveh", 2),
    PRECISE("وقع الهجوم في محيط كركوك.", "محيط كركوك", "IQ", "Kirkuk", 2),
    USED("دبي، الإمارات (سانا) - أعلن متحدث بدء الحملة.", "دبي", PLACE_DATELINE),
    USED("دبي، الإمارات (سانا) - أعلن متحدث بدء الحملة.", "الإمارات", PLACE_DATELINE),
    USED("دبي، الإمارات والكويت دانت الهجوم.", "دبي", PLACE_FREE),
    ADMIN("اعتقلوا 14 شخصاً بحي أبو سليم في طرابلس في ليبيا.", "حي أبو سليم", "LY", NULL),
    ID("انفجرت عبوة ناسفة في الإسكندرية.", "الإسكندرية", "gn:361058"),
    ID("قتل ستة مسلحين في محافظة البحيرة.", "محافظة البحيرة", "iso2:EG-BH"),
    /* what is called a region, and what the second level is called there */
    ID("التقى أمير منطقة الرياض أعيان المنطقة.", "منطقة الرياض", "iso2:SA-01"),
    ID("وصل الوفد إلى منطقة تبوك في السعودية.", "منطقة تبوك", "iso2:SA-07"),
    /* lists with what is set aside in brackets, and in quotation marks */
    ID("أوقفت الشرطة ثمانية ينشطون في مدن طنجة (شمال) وبوزنيقة (غرب).", "بوزنيقة", "gn:2553751"),
    ADMIN("قصفت الطائرات \"مطار صنعاء\" و\"قاعدة الصقور\" في اليمن.", "قاعدة الصقور", "YE", NULL),
    ADMIN("قصفت الطائرات مواقع في منطقة \"رأس النخلة\" في اليمن.", "منطقة \"رأس النخلة", "YE", NULL),
    ADMIN("انتشرت قوات في مديريتي حيدان ورازح بصعدة في اليمن.", "مديريتي حيدان", "YE", "Saada"),
    ADMIN("تقدمت القوات شرق منطقة الفازة جنوبي الحديدة في اليمن.", "شرق منطقة الفازة", "YE", "Al Hudaydah"),
    /* a name that no table has, by where it lies; and all of a land */
    ADMIN("قتل شرطيان بالرصاص في دروفنيك بولاية تنيسي.", "دروفنيك", "US", "Tennessee"),
    ADMIN("انهار منزل في القلطوبا شمال الخوخة في اليمن.", "القلطوبا", "YE", "Al Hudaydah"),
    ADMIN("سيطر الجيش على وادي جملا في محافظة أبين.", "وادي جملا", "YE", "Abyan"),
    ADMIN("قال الأردن إن الطرق أغلقت في أنحاء البلاد.", "أنحاء البلاد", "JO", NULL),
    USED("دمشق / سانا: أعلن متحدث بدء الحملة.", "دمشق", PLACE_DATELINE),
    USED("قالت شرطة بغداد إن التحقيق مستمر.", "بغداد", PLACE_IN_NAME),
    USED("عين والي الأنبار في التنظيم مساعداً له.", "الأنبار", PLACE_IN_TITLE),
};

/* Words that villages are called too. */
typedef struct Silent {
  const char *text, *word;
} Silent;

static const Silent SILENT[] = {
    {"دعا الوزير الشعب اليمني إلى الصبر.", "الشعب"},
    {"حكمت المحكمة على العراقي بعقوبة السجن.", "بعقوبة"},
    {"فاز الرئيس بولاية ثانية.", "ولاية ثانية"},
    {"وقف سكان المدينة دقيقة صمت.", "دقيقة"},
    {"عاد الرجل إلى مسقط رأسه.", "مسقط"},
    {"وحث مون الولايات المتحدة على الحوار.", "مون"},
    {"أصابت غارات جوية روسية مبنى.", "روسية"},
    {"دمرت غارة فرنسية المخزن.", "فرنسية"},
    {"نشرت الوكالة صور الضحايا.", "صور"},
    {"كان الطريق دوماً مغلقاً.", "دوماً"},
    {"خطف مسلحون مهندسا تركيا ثم أفرجوا عنه.", "تركيا"},
    {"فتحت الدار أبوابها للزوار.", "الدار"},
    {"أصيب في عين واحدة.", "عين"},
    {"قال في دروفنيك إن الحوار مستمر.", "دروفنيك"},
    {"يقيم الرئيس السابق في منفاه بتركيا.", "منفاه"},
    {"شرب الأطفال حليب الغنم ثم حلب الراعي الباقي.", "حلب"},
    {"قال المتحدث إن الحادث مؤسف.", "قال"},
    {"تحدث المسؤول عن القضية أمس.", "القضية"},
    {"وصل صالح إلى منزله.", "صالح"},
    {"كان الوضع المالي صعباً في البلاد.", "البلاد"},
    {"يأتي ذلك في إطار الحملة.", "إطار"},
    {"التقى ولي العهد الوفد.", "ولي"},
    {"قرب المدينة حقل واسع.", "حقل"},
    {"تولى منفذ الهجوم القيادة.", "منفذ"},
    {"كتلة كبيرة سقطت من الجدار.", "كتلة"},
    {"هذا الحادث هو الأول من نوعه.", "نوعه"},
    {"عاد إلى بلاده بعد شهر.", "بلاده"},
    {"في إحياء الذكرى الثانية تحدث الخطباء.", "إحياء"},
    {"كنت قد كتبت لهم.", "كنت"},
    {"حركة السير في المساء بطيئة.", "السير"},
    {"سيعقد المؤتمر في مدينة كبيرة.", "كبيرة"},
    {"يعيش في قرية صغيرة.", "صغيرة"},
    {"توكل على الله وحده.", "الله"},
    {"ربح سوق العمل هذا العام.", "العمل"},
    {"قتل حسن علي وأصيب محمد سعيد.", "حسن"},
    {"سجل اللاعب هدفاً في الوقت الإضافي.", "الوقت"},
    {"أعلن الفريق الوطني انسحابه.", "الوطني"},
    {"فاز للمرة الأولى وحصل لأول مرة على اللقب.", "لأول"},
    {"طلبت الشركة دعم مالي من المصرف.", "مالي"},
    {"كان الشأن العام حاضراً، حيث تحدث الجميع.", "حيث"},
    {"تسعى دول عدة لدول الجوار.", "لدول"},
    {"عملت شركة تويوتا على مشروعها.", "تويوتا"},
    {"كانت سلطات السجن غائبة.", "سلطات"},
    {"عاش في أمان سنوات.", "أمان"},
    {"وقع انفجار في المدينة أودى بحياة عشرة.", "المدينة أودى"},
    {"وقع انفجار في العاصمة هو الأول هذا العام.", "العاصمة هو"},
};

static const PlaceMention *find_span(const Read *read, const char *span) {
  for (uint32_t i = 0; i < read->mentions.nplaces; i++)
    if (str_eq(text_slice(&read->text, read->mentions.places[i].span), str_of(span))) return &read->mentions.places[i];
  return NULL;
}

/* A name by what it does not agree with, and a person's, which is no place. */
static void test_names_by_grammar(void **state) {
  static const struct {
    const char *text, *span;
    bool place;
  } NAMES[] = {
      {"قصفت الطائرات مدينة هجين شرقي سوريا.", "مدينة هجين", true},
      {"دخلت القوات بلدة أدام في الضفة الغربية.", "بلدة أدام", true},
      {"عاش في مدينة قديمة على الساحل.", "مدينة قديمة", false},
      {"قال المدرب فلاديمير سافتشينكو إن الفريق جاهز.", "فلاديمير", false},
      {"أعلن الأسد استعادة حلب بأكملها وحمص.", "حلب", true},
  };
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
    Read read = world_read(*state, NAMES[i].text, (Day){0}, "");
    bool found = find_span(&read, NAMES[i].span) != NULL;
    if (found != NAMES[i].place) print_message("%s: %s\n", NAMES[i].text, NAMES[i].span);
    assert_true(found == NAMES[i].place);
  }
}

static bool wrong(Str got, const char *want) { return want && !str_eq(got, str_of(want)); }

static bool right(const PlaceMention *m, const Case *c) {
  if (wrong(m->country, c->country) || wrong(m->admin1, c->admin1) || wrong(m->id, c->id)) return false;
  if (c->precision && m->precision != c->precision) return false;
  return c->use < 0 || m->use == c->use;
}

/* The floor's promise is 0.95 of the table; each miss is printed. */
static void test_namesakes(void **state) {
  size_t n = sizeof CASES / sizeof *CASES, good = 0;
  for (size_t i = 0; i < n; i++) {
    const Case *c = &CASES[i];
    Read read = world_read(*state, c->text, (Day){0}, "");
    const PlaceMention *m = find_span(&read, c->span);
    if (m && right(m, c)) {
      good++;
      continue;
    }
    print_message("%s\n  wanted %s %s %s %s %d %d\n", c->text, c->span, c->country ? c->country : "-",
                  c->admin1 ? c->admin1 : "-", c->id ? c->id : "-", c->precision, c->use);
    for (uint32_t k = 0; k < read.mentions.nplaces; k++) {
      const PlaceMention *p = &read.mentions.places[k];
      Str span = text_slice(&read.text, p->span);
      print_message("  got %.*s %.*s %.*s %.*s %d %d\n", STR_ARG(span), STR_ARG(p->country), STR_ARG(p->admin1),
                    STR_ARG(p->id), p->precision, p->use);
    }
  }
  print_message("%zu of %zu namesakes\n", good, n);
  assert_true(100 * good >= 95 * n);
}

static void test_words_stay_words(void **state) {
  size_t n = sizeof SILENT / sizeof *SILENT, good = 0;
  for (size_t i = 0; i < n; i++) {
    Read read = world_read(*state, SILENT[i].text, (Day){0}, "");
    bool silent = true;
    const char *at = strstr(SILENT[i].text, SILENT[i].word);
    uint32_t start = (uint32_t)(at - SILENT[i].text);
    Span word = {start, start + (uint32_t)strlen(SILENT[i].word)};
    for (uint32_t k = 0; k < read.mentions.nplaces; k++) {
      const PlaceMention *p = &read.mentions.places[k];
      if (!p->adjective && p->use == PLACE_FREE && span_overlap(p->span, word)) silent = false;
    }
    if (!silent) print_message("fires: %s (%s)\n", SILENT[i].text, SILENT[i].word);
    good += silent;
  }
  assert_true(100 * good >= 95 * n);
}

/* Every name of a list is a place, whatever else it is: a person, a direction, a noun, or in no table at all. */
static void test_lists(void **state) {
  static const struct {
    const char *text;
    const char *spans[5];
  } LISTS[] = {
      {"أضرب السائقون في مدن شيراز وبندر عباس وكرج وكرمان.", {"مدن شيراز", "بندر عباس", "كرج", "كرمان"}},
      {"داهمت القوة أوكاراً في محافظتي نينوى وصلاح الدين.", {"محافظتي نينوى", "صلاح الدين"}},
      {"أغلقت المدارس بمحافظات دمياط والغربية والإسكندرية.", {"محافظات دمياط", "الغربية", "الإسكندرية"}},
      {"سقطت القذائف على بلدات عربين وعين ترما مساء.", {"بلدات عربين", "عين ترما"}},
      {"أغارت الطائرات على مناطق هافتار وجارا والزاب شمالي العراق.", {"مناطق هافتار", "جارا", "الزاب"}},
      {"تقدمت القوات في مناطق الفيوش، وصبر، والزمخت في اليمن.", {"مناطق الفيوش", "صبر", "الزمخت"}},
      {"انفجرت عبوة في شارع فلسطين شرقي بغداد.", {"شارع فلسطين"}},
  };
  for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++) {
    Read read = world_read(*state, LISTS[i].text, (Day){0}, "");
    for (size_t k = 0; k < 5 && LISTS[i].spans[k]; k++) {
      const PlaceMention *m = find_span(&read, LISTS[i].spans[k]);
      if (!m || m->use != PLACE_FREE) print_message("%s: no %s\n", LISTS[i].text, LISTS[i].spans[k]);
      assert_true(m && m->use == PLACE_FREE);
    }
  }
  Read read = world_read(*state, "قصفت مواقع في مدن حمص وحماة، قبل أن تنسحب، ويشير مراقبون إلى خسائر.", (Day){0}, "");
  assert_int_equal(read.mentions.nplaces, 2);
  read =
      world_read(*state, "انتشروا في مناطق واسعة وأعلنوا قيام منطقة آمنة، ثم دخلوا إلى المدينة على عجل.", (Day){0}, "");
  for (uint32_t i = 0; i < read.mentions.nplaces; i++) assert_true(read.mentions.places[i].use != PLACE_FREE);
}

/* What has the name and is not meant: of another level or in the gazetteer by chance, in a text of another country. */
static void test_other_country(void **state) {
  static const Case OTHERS[] = {
      ADMIN("انتشر الجيش اليمني في عدن وتعز، ثم تقدم في مدينة زنجبار.", "مدينة زنجبار", "YE", "Abyan"),
      ID("زار الوفد مدينة الرياض.", "مدينة الرياض", "gn:108410"),
      ID("تقدمت القوات في جبهة الساحل الغربي في اليمن.", "جبهة الساحل الغربي", "cur:317"),
      ADMIN("قصفت إيران جبال سورين قرب السليمانية في العراق، وقال العراق إنه سيرد.", "جبال سورين", "IQ", NULL),
      ADMIN("تظاهر العشرات في باريس ومرسيليا في فرنسا، ثم تجمعوا في ساحة الأوبرا.", "ساحة الأوبرا", "FR", NULL),
      ADMIN("قصف الطيران صنعاء وتعز ومأرب في اليمن، ثم أغار على جبل برد.", "جبل برد", "YE", NULL),
      ADMIN("قال الجيش السوري إن حلب ودمشق هادئتان، وإنه انتشر في المنطقة الشمالية.", "المنطقة الشمالية", "SY", NULL),
  };
  for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
    Read read = world_read(*state, OTHERS[i].text, (Day){0}, "");
    const PlaceMention *m = find_span(&read, OTHERS[i].span);
    if (!m || !right(m, &OTHERS[i])) print_message("%s: wrong\n", OTHERS[i].text);
    assert_true(m && right(m, &OTHERS[i]));
  }
  Read read = world_read(*state, "عاد الهدوء إلى المدينة الواقعة على النهر.", (Day){0}, "");
  assert_null(find_span(&read, "المدينة الواقعة"));
}

static void test_basis(void **state) {
  Read read = world_read(*state, "هاجموا قرية الشمطورة في محافظة نينوى.", (Day){0}, "");
  const PlaceMention *m = find_span(&read, "قرية الشمطورة");
  assert_non_null(m);
  assert_true(str_eq(m->basis, STR("container")));
  assert_int_equal(m->id.n, 0);
  assert_int_equal(m->container, 1);
  read = world_read(*state, "وقع الانفجار قرب الموصل.", (Day){0}, "");
  m = find_span(&read, "قرب الموصل");
  assert_non_null(m);
  assert_true(str_eq(m->basis, STR("anchor")));
  assert_true(str_eq(text_slice(&read.text, m->name), STR("الموصل")));
  read = world_read(*state, "وقع الانفجار في الموصل.", (Day){0}, "");
  m = find_span(&read, "الموصل");
  assert_non_null(m);
  assert_true(str_eq(m->basis, STR("stated")));
}

static void test_adjectives(void **state) {
  Read read = world_read(*state, "قالت الصحف العراقية والتركية إن الأسرة الموصلية عادت.", (Day){0}, "");
  uint32_t adjectives = 0;
  for (uint32_t i = 0; i < read.mentions.nplaces; i++) adjectives += read.mentions.places[i].adjective;
  assert_int_equal(adjectives, 3);
  assert_int_equal(read.mentions.nplaces, 3);
}

/* The outlet's country decides where nothing else does. */
static void test_outlet(void **state) {
  Read read = world_read(*state, "وقع انفجار في طرابلس صباحاً.", (Day){0}, "الوكالة الوطنية للإعلام");
  const PlaceMention *m = find_span(&read, "طرابلس");
  assert_non_null(m);
  assert_true(str_eq(m->country, STR("LB")));
}

static bool inside_text(const Read *r, Span span) { return span.start <= span.end && span.end <= r->text.bytes.n; }

/* In text order, none of a kind overlap, every span inside the text. */
static void check_order(const Read *r) {
  const Mentions *m = &r->mentions;
  for (uint32_t i = 0; i < m->nplaces; i++) {
    assert_true(inside_text(r, m->places[i].span) && span_within(m->places[i].name, m->places[i].span));
    assert_true(m->places[i].last <= r->text.ntokens && m->places[i].first < m->places[i].last);
    if (i) assert_true(m->places[i].first >= m->places[i - 1].last);
    if (m->places[i].container != UINT32_MAX) assert_true(m->places[i].container < m->nplaces);
  }
  for (uint32_t i = 0; i < m->nactors; i++) {
    assert_true(inside_text(r, m->actors[i].span));
    if (i) assert_true(m->actors[i].first >= m->actors[i - 1].last);
  }
  for (uint32_t i = 0; i < m->npersons; i++) {
    assert_true(inside_text(r, m->persons[i].span) && span_within(m->persons[i].name, m->persons[i].span));
    if (i) assert_true(m->persons[i].first >= m->persons[i - 1].last);
  }
}

/* All words of all cases, in every cut and with signs thrown in: nothing breaks. */
static void test_any_order(void **state) {
  static char text[60000];
  uint32_t seed = 7;
  for (int round = 0; round < 40; round++) {
    size_t n = 0;
    for (int k = 0; k < 60; k++) {
      seed = seed * 1664525u + 1013904223u;
      const char *from = CASES[seed % (sizeof CASES / sizeof *CASES)].text;
      size_t length = strlen(from), at = (seed >> 8) % length, take = (seed >> 16) % 40;
      while (at && ((unsigned char)from[at] & 0xC0) == 0x80) at--;
      size_t end = at + take < length ? at + take : length;
      while (end < length && ((unsigned char)from[end] & 0xC0) == 0x80) end++;
      if (n + end - at + 2 >= sizeof text) break;
      memcpy(text + n, from + at, end - at);
      n += end - at;
      text[n++] = " \n-\"(،"[seed >> 29 & 3];
    }
    text[n] = 0;
    Read read = world_read(*state, text, (Day){0}, "");
    check_order(&read);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_namesakes),     cmocka_unit_test(test_words_stay_words),
      cmocka_unit_test(test_lists),         cmocka_unit_test(test_names_by_grammar),
      cmocka_unit_test(test_other_country), cmocka_unit_test(test_basis),
      cmocka_unit_test(test_adjectives),    cmocka_unit_test(test_outlet),
      cmocka_unit_test(test_any_order),
  };
  return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
