/* The coder on whole sentences: the constructions that such news lives on. The sentences are
 * this project's own; what each must give is told in the language of docs/grammar.md. */
#include "code_setup.h"

static const Case cases[] = {
    /* one counted noun for two */
    {"أسفرت العملية الأمنية عن مقتل 13 واعتقال 92 عنصراً من التنظيم", "operation killed=13 arrested=92"},
    /* a split light verb */
    {"ألقى الجهاز القبض على أربعة مسلحين جنوب المدينة", "arrest agents=الجهاز arrested=4"},
    {"تم إلقاء القبض على أربعة مسلحين في كركوك", "arrest arrested=4 places=كركوك"},
    /* verb first and subject first */
    {"قصفت طائرات حربية مواقع المسلحين في ريف حماة", "airstrike agents=طائرات حربية targets=مواقع المسلحين"},
    {"طائرات حربية قصفت مواقع المسلحين في ريف حماة", "airstrike agents=طائرات حربية targets=مواقع المسلحين"},
    /* voice by the arguments */
    {"قتل ثلاثة جنود في هجوم على حاجزهم", "attack killed=3"},
    {"قتل الجيش ثلاثة مسلحين قرب الحدود", "killing agents=الجيش killed=3"},
    /* the relative clause, with and without its pronoun, and with none at all */
    {"تبنى التنظيم الهجوم الذي شنه مسلحون على حاجز للجيش", "attack agents=مسلحون targets=حاجز للجيش"},
    {"وصل الوزير إلى المدينة. واجتمع بالسكان. وأدانت الحكومة الغارة التي استهدفت منزلا في البلدة",
     "airstrike targets=منزلا"},
    {"نفذ الطيران غارة استهدفت مقرا للمسلحين", "airstrike agents=الطيران targets=مقرا"},
    /* subsets are told apart and never added */
    {"قتل سبعة مدنيين بينهم ثلاثة أطفال في قصف مدفعي على البلدة", "shelling killed=7"},
    {"قتل سبعة مدنيين بينهم ثلاثة أطفال في قصف مدفعي على البلدة", "shelling killed=3"},
    {"قتل خمسون شخصا أربعون منهم أطفال في غارة جوية على البلدة", "airstrike killed=40"},
    {"شنت الطائرات غارة على المسلحين وسقط 145 منهم بين قتيل وجريح", "airstrike killed-or-injured=145"},
    /* two verbs in a row over one number; a third tells that there were two; one of them */
    {"قتل وجرح ستون مسلحا في معارك عنيفة شهدتها المدينة", "clash killed-or-injured=60"},
    {"أقدم قناص على قتل مدنيين وإصابة ثالث بجروح في حي سكني", "killing killed=2"},
    {"اعتقلت الشرطة ثلاثة متهمين وأطلقت سراح أحدهم", "release released=1"},
    {"قتل قائد الكتيبة وثلاثة من مرافقيه في غارة جوية", "airstrike killed=3"},
    {"ضبطت الشرطة عشرة كيلوغرامات من المتفجرات في منزل مهجور", "seizure seized=10"},
    /* the doer's own death; whom the pronoun takes up; wounds that nobody else has; a verb that is complete */
    {"فجر انتحاري نفسه قرب دورية ما أدى إلى مقتله وإصابة ثلاثة جنود", "suicide-bombing killed=1 injured=3"},
    {"أوقفت الشرطة أربعة أشخاص يشتبه بأنهم على صلة بالتنظيم", "arrest agents=الشرطة arrested=4"},
    {"سلم ثلاثون مسلحا أنفسهم إلى الجيش", "surrender surrendered=30"},
    /* a plot beside arrests; what was aimed at and is gone; an untold number more; «ضمن» leads to the act */
    {"أسفرت العملية الأمنية عن اعتقال قيادي بارز، وإحباط مخطط كان ينوي تنفيذه", "operation arrested=1 foiled=1"},
    {"قصفت الطائرات مخزنا للذخيرة في البلدة وتم تدميره", "airstrike destroyed=1"},
    {"أعلنت القيادة مقتل 17 مسلحا ضمن عمليات واسعة شرقي المدينة", "operation killed=17"},
    /* one number for both; nobody is hurt by a ban */
    {"اندلعت معارك عنيفة في المدينة ووصل عدد القتلى والجرحى إلى 25 شخصا", "clash killed-or-injured=25"},
    {"خرجت الطائرة عن المدرج مما أدى إلى إصابة ثلاثة ركاب وإغلاق المطار", "restriction"},
    /* whose they were; what they were; one number for two kinds */
    {"انفجرت عبوة ناسفة في حلب وقتل خمسة أشخاص", "bombing killed=5 side=unknown"},
    {"قصفت طائرات حربية مقرا للشرطة وقتل ثلاثة جنود", "airstrike killed=3 side=target status=security"},
    {"قتل 18 عنصرا من قوات النظام والمسلحين الموالين لها في هجوم على حاجزهم", "attack killed=18 status=mixed"},
    {"قتل ثلاثة مسلحين في غارة جوية وأصيب تسعة آخرون", "airstrike injured=9 status=fighter"},
    /* named apart from the act: he is so-and-so, his name is, by the same noun, who led them */
    {"قتل قائد بارز في عملية دهم. وقالت المصادر إن القتيل هو صالح ناصر فضل", "operation persons=صالح fate=killed"},
    {"قتل أربعة جنود في انفجار لغم. والقتلى هم محمد حسن سالم وكريم ناصر", "bombing persons=كريم ناصر fate=killed"},
    /* the dead stay dead where the hurt are listed behind them */
    {"هاجم مسلحون حاجزا للشرطة في بعقوبة، ما أدى إلى مقتل شرطيين وإصابة ثلاثة. والقتيلان هما سالم العلي ومحمد حسن. "
     "والمصابون هم كريم ناصر وعلي رضا وحسن الجبوري",
     "attack persons=محمد حسن fate=killed"},
    {"قتل قياديان من الميليشيا في الغارة، هما العقيد سالم علي والرائد محمد حسن",
     "airstrike persons=محمد حسن fate=killed"},
    {"حكمت المحكمة على 14 صحفيا بالسجن. ومن بين المدانين مدير الصحيفة كريم ناصر ورئيس تحريرها سامي عوض",
     "sentence persons=سامي عوض fate=sentenced"},
    {"اعتقلت الشرطة رجلا في المدينة بعد الهجوم. وكشفت أن اسمه سالم أحمد", "arrest persons=سالم أحمد fate=arrested"},
    {"اعتقلت الشرطة سائق الشاحنة. وكان السائق سالم أحمد يعمل في الميناء", "arrest persons=سالم أحمد"},
    {"اعتقلت الشرطة الصحافي سالم أحمد الأسبوع الماضي. وقال ناطق إن الوضع هادئ. وأفرجت عنه السلطات أمس.",
     "release persons=سالم أحمد fate=released"},
    {"سيطرت قوات المقاومة بقيادة العميد طارق صالح على الميناء", "territory-change persons=طارق صالح fate=none"},
    {"أحالت النيابة الصحافي سالم أحمد إلى المحاكمة بتهمة التجسس", "sentence persons=سالم أحمد fate=accused"},
    {"نجا الوزير من محاولة اغتيال أسفرت عن مقتل اثنين من حراسه", "assassination killed=2"},
    /* the two sides of a clash */
    {"اندلعت اشتباكات بين قوات الجيش ومسلحين في أطراف البلدة", "clash agents=قوات الجيش targets=مسلحين"},
    /* who says so: before, after, and going on */
    {"قال المرصد السوري لحقوق الإنسان إن غارة جوية أوقعت خمسة قتلى", "airstrike killed=5 claimed-by=المرصد السوري"},
    {"أوقعت غارة جوية خمسة قتلى، بحسب مصدر أمني", "airstrike killed=5 claimed-by=مصدر أمني"},
    {"أعلنت قيادة الشرطة القبض على متهمين اثنين. وأضافت أن قوة منها داهمت منزلا في المدينة",
     "operation claimed-by=قيادة الشرطة"},
    {"قُتل ثلاثة جنود في انفجار لغم أرضي، على ما أفاد مصدر عسكري لوكالة محلية",
     "bombing killed=3 claimed-by=مصدر عسكري"},
    {"انفجرت عبوة ناسفة في السوق وقُتل مدنيان، كما أعلنت الشرطة", "bombing killed=2 claimed-by=الشرطة"},
    {"نقلت وكالة رويترز عن مسؤول محلي قوله إن مسلحين خطفوا طبيبين", "abduction claimed-by=مسؤول محلي via=وكالة رويترز"},
    {"أكد مصدر أمني، رفض الكشف عن هويته، أن مسلحين هاجموا حاجزا للشرطة", "attack claimed-by=مصدر أمني"},
    {"شنت طائرات غارة على البلدة وقتل خمسة مدنيين، وفق ما قال ناشطون وسكان", "airstrike claimed-by=سكان"},
    {"وزير الداخلية: اعتقال عشرة متهمين في العاصمة", "arrest claimed-by=وزير الداخلية"},
    {"جاء في بيان للوزارة أن قواتها قتلت أربعة مسلحين", "killing claimed-by=للوزارة via=بيان"},
    {"قال وزير المالية أنتوف سيلاكوف إن مسلحين هاجموا موكبه في العاصمة", "attack claimed-by=أنتوف سيلاكوف"},
    /* what may be a noun or a preposition is a verb of telling where it has something to tell */
    {"قال قائد الشرطة إن الوضع هادئ. وتابع: \"وتم اعتقال ثلاثة متهمين في المدينة\"", "arrest claimed-by=قائد الشرطة"},
    {"وبين قائد الشرطة أن مسلحين قتلوا حارسا", "killing claimed-by=قائد الشرطة"},
    {"تواصلت المواجهات أسبوعا، ما جعل وزارة الدفاع تؤكد أن مسلحين قتلوا حارسا", "killing claimed-by=وزارة الدفاع"},
    /* two adjectives of one source are one; two in the nominative are two */
    {"كشفت مصادر قضائية وحقوقية متطابقة أن مسلحين قتلوا حارسا", "killing claimed-by=مصادر قضائية وحقوقية متطابقة"},
    {"قالت جماعة منبثقة من المتمردين ومسؤولون قبليون إن مسلحين قتلوا حارسا", "killing claimed-by=مسؤولون قبليون"},
    {"أشار حاكم ولاية \"نيمروز\" عبد الكريم صالح إلى أن مسلحين قتلوا حارسا", "killing claimed-by=عبد الكريم صالح"},
    {"جاء ذلك في بيان للقوات المسلحة قالت فيه إنها قتلت أربعة مسلحين", "killing via=بيان"},
    /* reports that nobody is named for; «the Yemeni official» who was named before */
    {"بحسب التقارير الأمنية فإن مسلحين قتلوا حارسا", "killing claimed-by=التقارير"},
    {"قال قائد المنطقة اللواء سالم أحمد إن الوضع هادئ. ولفت المسؤول اليمني إلى أن مسلحين قتلوا حارسا",
     "killing claimed-by=سالم أحمد"},
    /* the channel behind the act that is announced; who speaks and will not be named */
    {"أعلن تنظيم داعش مسؤوليته عن الهجوم على الكنيسة عبر وكالة أعماق", "attack via=وكالة أعماق"},
    {"قال مسؤول أمني طلب عدم كشف هويته لرويترز إن القوات قتلت أربعة مسلحين", "killing via=رويترز"},
    {"أعلنت وزارة الداخلية في بيان القبض على أربعة مطلوبين", "arrest arrested=4 via=بيان"},
    /* names that no table has whole, and posts behind them */
    {"قال عمار سالم، رئيس البلدية، إن مسلحين قتلوا حارسا", "killing claimed-by=عمار سالم"},
    {"أكد العميد الركن المتقاعد خلفان الكعبي لوكالة محلية أن مسلحين قتلوا حارسا", "killing claimed-by=خلفان الكعبي"},
    {"أكد مدير الأمن د. صالح الربيعة أن مسلحين قتلوا حارسا", "killing claimed-by=صالح الربيعة"},
    {"قال جان بول لابورد المدير التنفيذي للجنة إن مسلحين قتلوا حارسا", "killing claimed-by=جان بول لابورد"},
    {"قال مسؤول بوزارة النقل إن مسلحين قتلوا حارسا", "killing claimed-by=مسؤول بوزارة النقل"},
    /* the channels before the verb, behind the source, in a relative clause */
    {"وفي تغريدة على حسابه، قال وزير الداخلية إن مسلحين قتلوا حارسا", "killing via=تغريدة"},
    {"قتل حارس في هجوم، كما أعلنت الشرطة في بيان", "attack claimed-by=الشرطة via=بيان"},
    {"قال المكتب في بيان نشر على موقعه إن مسلحين قتلوا حارسا", "killing claimed-by=المكتب via=بيان"},
    {"ذكرت قناة رسمية نقلا عن مصدر عسكري أن مسلحين قتلوا حارسا", "killing claimed-by=مصدر عسكري via=قناة رسمية"},
    {"تبنى تنظيم داعش، عبر وكالة أعماق، الهجوم الذي قتل فيه ثلاثة أشخاص",
     "attack agents=تنظيم داعش claimed-by=تنظيم داعش via=وكالة أعماق"},
    {"قالت الوزارة في بيان نشرته وكالة المغرب العربي للأنباء، إن الشرطة اعتقلت ثلاثة مسلحين",
     "arrest claimed-by=الوزارة via=وكالة المغرب العربي للأنباء"},
    {"قال سالم الحربي في مقابلة مع قناة محلية إن مسلحين قتلوا حارسا", "killing claimed-by=سالم الحربي via=قناة محلية"},
    {"قال المرصد السوري إن مصادر موثوقة أكدت أن مسلحين قتلوا حارسا",
     "killing claimed-by=مصادر موثوقة via=المرصد السوري"},
    {"وبحسب وكالة محلية، قالت المؤسسة في بيان إن مسلحين قتلوا حارسا", "killing claimed-by=المؤسسة via=وكالة محلية"},
    {"أبلغ مسؤول أمني رويترز أن مسلحين قتلوا حارسا", "killing claimed-by=مسؤول أمني via=رويترز"},
    {"علمت قناة العربية من مصادر خاصة أن مسلحين قتلوا حارسا", "killing claimed-by=مصادر خاصة via=قناة العربية"},
    {"قال شهود عيان ومصادر محلية إن مسلحين قتلوا حارسا", "killing claimed-by=مصادر محلية"},
    {"في محافظة شبوة جنوب شرق اليمن أكدت مصادر ميدانية أن مسلحين قتلوا حارسا", "killing claimed-by=مصادر ميدانية"},
    {"قال المتحدث باسم الجهاد داود شهاب إن مسلحين قتلوا حارسا", "killing claimed-by=داود شهاب"},
    {"اتهمت منظمة العفو الدولية في تقرير نشرته أمس، قوات الحكومة باغتيال ثلاثة صحفيين في عدن",
     "assassination claimed-by=منظمة العفو via=تقرير stance=alleged"},
    {"قالت وزارة الخارجية إن المهندس خطف على يد جماعة مسلحة في المدينة", "abduction responsibility=attributed"},
    {"أصدر الجيش بيانا أكد فيه أن مسلحين قتلوا حارسا", "killing claimed-by=الجيش via=بيانا"},
    {"أعلن الوزير، خلال اجتماع عقده مع نظيره في مدينة العقبة، أن مسلحين قتلوا حارسا", "killing claimed-by=الوزير"},
    /* whom the sentence began with, whose lawyer or brother he is, who speaks for a body */
    {"قال التنظيم إن الوضع هادئ. وفي رسالة على موقع تويتر، حيث قال الوزير: \"هاجم مسلحون مركز الشرطة\"",
     "attack claimed-by=الوزير"},
    {"وكان وفد من منظمة العفو الدولية، عاد أمس إلى العاصمة، قد أشار إلى أن مسلحين قتلوا حارسا",
     "killing claimed-by=وفد من منظمة العفو"},
    {"قال مسؤول أمني للأسوشيتد برس إن مسلحين قتلوا حارسا", "killing claimed-by=مسؤول أمني"},
    {"قال محامي سالم العامري إن مسلحين قتلوا حارسا", "killing claimed-by=محامي سالم العامري"},
    {"أعلن الجيش الأردني على لسان ناطقه سالم العامري أن مسلحين قتلوا حارسا", "killing claimed-by=سالم العامري"},
    {"أكد الناطق الإعلامي بشرطة المنطقة العقيد دكتور هاشم الحربي أن مسلحين قتلوا حارسا",
     "killing claimed-by=هاشم الحربي"},
    {"قال الوزير إن الوضع هادئ. وشن الجيش غارات على مواقع قال إنها لمسلحين في الجبل، مؤكدا أن مسلحين خطفوا طبيبين",
     "abduction claimed-by=الجيش"},
    {"طالب الوزير سالم العامري المجلس بفرض عقوبات، واتهم الجماعة ببيع أسلحة للمتمردين",
     "military-aid claimed-by=سالم العامري stance=alleged"},
    {"قال وزير البترول، طارق الملا، السبت، إن مسلحين قتلوا حارسا", "killing claimed-by=طارق الملا"},
    {"خلصت لجنة تحقيق هولندية إلى أن الجيش قصف الطائرة", "shelling claimed-by=لجنة تحقيق هولندية"},
    {"قال الوزير إن الوضع هادئ. وفي تغريدات على صفحته بموقع التواصل الاجتماعي، تويتر، قال: \"هاجم مسلحون مركز الشرطة\"",
     "attack claimed-by=الوزير"},
    {"قال الوزير إن الوضع هادئ. وهاجم مسلحون ناقلة نفط في البحر، وفقا للتحالف", "attack claimed-by=للتحالف"},
    {"أكدت وزارة الدفاع في بيان مقتل تسعة من جنود الجيش في هجوم", "attack killed=9 claimed-by=وزارة الدفاع via=بيان"},
    {"الشرطة: مقتل حارس في هجوم على مدرسة. وقالت الشرطة في بيان إن حارسا قتل في الهجوم على المدرسة",
     "attack claimed-by=الشرطة via=بيان"},
    {"قال الوزير في تصريحات لـ\"الأفق\" إن مسلحين هاجموا مركز الشرطة", "attack claimed-by=الوزير via=none"},
    /* a paper in full; a post that is named later */
    {"أصدرت وزارة الداخلية اليوم بيانا، وفيما يلي نصه: بفضل من الله هاجمت القوات الموقع. وقتل حارس في الهجوم",
     "attack claimed-by=وزارة الداخلية via=بيانا"},
    {"أصدرت وزارة الداخلية اليوم بيانا، وفيما يلي نصه: بفضل من الله تم القبض على الجاني. وصدر الحكم بسجنه عشر سنوات",
     "sentence claimed-by=وزارة الداخلية"},
    {"أكد المتحدث سالم العامري أن الهدنة التي أعلن عنها الملك، ونفذتها القوات، تأتي بعد أن قتل مسلحون حارسا في عدن",
     "killing claimed-by=سالم العامري"},
    {"استقبل الرئيس المصري الخميس وفدا من المعارضة، وأكد \"دعم مصر\" لهم، بحسب ما أفاد بيان صادر عن الرئاسة المصرية",
     "meeting claimed-by=الرئاسة المصرية"},
    {"قال المتحدث سالم العامري إن الوضع هادئ. وبين أن مسلحين قتلوا حارسا", "killing claimed-by=سالم العامري"},
    {"قال المتحدث سالم العامري إن قوات الدفاع الجوي رصدت إطلاق صاروخ بالستي من قبل المتمردين باتجاه العاصمة",
     "shelling claimed-by=سالم العامري"},
    {"قال الوزير سالم العامري إن الوضع هادئ. وعند فحص الجهاز الخاص بالمتهم تبين أنه قتل حارسا",
     "killing claimed-by=none"},
    {"وأظهرت وثائق المحكمة أن مسلحين هاجموا مركز الشرطة", "attack claimed-by=المحكمة via=وثائق"},
    {"قالت جماعة تراقب الحرب السورية إن مسلحين قتلوا حارسا", "killing claimed-by=جماعة تراقب الحرب السورية"},
    {"أعلن النائب العام أن مسلحين قتلوا حارسا. وقالت الشرطة إن الوضع هادئ. وشدد النائب العام سالم العامري على أن "
     "الوضع هادئ",
     "killing claimed-by=سالم العامري"},
    /* pointing back, and the outlet's own voice */
    {"قال وزير الدفاع الأردني سالم العامري إن الوضع هادئ. وأشار وزير الدفاع الأردني إلى أن مسلحين قتلوا حارسا",
     "killing claimed-by=سالم العامري"},
    {"قالت مصادر طبية إن قذيفة سقطت على منزل. وأوضحت المصادر أن طفلين قتلا في القصف", "shelling claimed-by=مصادر طبية"},
    {"قالت الشرطة إن مسلحا قتل حارسا. يذكر أن مسلحين هاجموا المركز الشهر الماضي",
     "attack background=true responsibility=unknown"},
    {"قال المتحدث باسم الجيش العقيد سالم الحربي إن طائرات الجيش قصفت موقعا للمسلحين",
     "airstrike claimed-by=العقيد سالم الحربي responsibility=claimed"},
    {"قال المرصد السوري لحقوق الإنسان إن طائرات الجيش قصفت البلدة", "airstrike responsibility=attributed"},
    {"تبنت حركة طالبان تفجيرا استهدف موكبا عسكريا في كابول", "bombing agents=طالبان responsibility=claimed"},
    {"استهدف هجوم انتحاري تبناه تنظيم داعش مقر الشرطة",
     "suicide-bombing agents=تنظيم داعش claimed-by=تنظيم داعش responsibility=claimed"},
    /* when somebody speaks, and what he takes for known, is not what he tells */
    {"أعلن الوزير، خلال اجتماع عقده مع نظيره في مدينة العقبة، أن مسلحين قتلوا حارسا", "meeting claimed-by=none"},
    {"قال الوزير قبل اجتماع الحكومة في العاصمة إن مسلحين قتلوا حارسا", "meeting claimed-by=none"},
    /* a second body tells it, too; a post whose name comes later is one */
    {"قالت مصادر طبية إن غارة على السوق قتلت ستة مدنيين. وقال المرصد السوري إن الغارة قتلت ستة مدنيين",
     "airstrike claimed-by=المرصد السوري"},
    {"قتل ستة مدنيين في غارة على السوق، وفق مسؤول محلي. وقال رئيس البلدية سالم الحربي إن الغارة قتلت ستة مدنيين",
     "airstrike claimed-by=سالم الحربي"},
    /* told in passing; the day before the text came out */
    {"قتل مسلحون حارسا في السوق. وطوقت الشرطة المكان. وكان الجيش سيطر أمس على البلدة",
     "territory-change background=false"},
    {"قتل مسلحون حارسا في السوق. وطوقت الشرطة المكان. وكان الجيش سيطر على البلدة", "territory-change background=true"},
    {"قتل مسلحون حارسا في السوق. وطوقت الشرطة المكان. وزار المحافظ العائلة التي اعتقل الجيش أربعة من أبنائها",
     "arrest background=true"},
    {"سيطر الجيش على البلدة. وانسحب المسلحون. ويأتي هذا الإعلان في وقت تشن الطائرات غارات على القرية المجاورة",
     "airstrike background=false"},
    {"سيطر الجيش على البلدة. وانسحب المسلحون. ويأتي ذلك بعد غارات شنتها الطائرات على القرية المجاورة",
     "airstrike background=true"},
    /* laid on somebody, planned, foiled, denied */
    {"اتهمت المعارضة قوات الحكومة بقصف الحي بالمدفعية",
     "shelling agents=قوات الحكومة claimed-by=المعارضة stance=alleged"},
    {"وقع هجوم نسبته السلطات إلى المتمردين أسفر عن مقتل ثلاثة جنود",
     "attack agents=المتمردين claimed-by=السلطات stance=alleged"},
    {"وقع الهجوم الانتحاري في بلدة سوروتش قبل أسبوع الذي نسبته السلطات إلى المتمردين",
     "suicide-bombing agents=المتمردين claimed-by=السلطات stance=alleged"},
    {"قتل ثلاثة جنود في هجوم نسب إلى تنظيم داعش", "attack agents=تنظيم داعش stance=alleged"},
    {"وقع هجوم كيميائي اتهمت الأمم المتحدة قوات النظام بتنفيذه في شمال البلاد",
     "attack agents=قوات النظام claimed-by=الأمم المتحدة stance=alleged"},
    {"أسفر هجوم اتهم الجيش بتنفيذه عن مقتل ثلاثة أشخاص في العاصمة",
     "attack agents=الجيش claimed-by=none stance=alleged"},
    {"اتهم الجيش المتمردين بأنهم قتلوا عشرة مدنيين", "killing agents=المتمردين stance=alleged"},
    {"حملت الحكومة المتمردين مسؤولية الهجوم على القرية", "attack agents=المتمردين stance=alleged"},
    {"قتل ثلاثة جنود في غارة على القرية. وحملت دمشق القوات الأمريكية مسؤولية الغارة",
     "airstrike agents=القوات الأمريكية claimed-by=دمشق responsibility=attributed"},
    {"قتل ثلاثة مدنيين في هجوم شنه مسلحو حركة الشباب. ونفت الحركة ضلوعها في الهجوم", "attack responsibility=denied"},
    {"قتل ثلاثة مدنيين في هجوم على مدرسة. ولم تعلن أي جهة مسؤوليتها عن الهجوم", "attack responsibility=unknown"},
    {"غارة أمريكية على القرية. قال التحالف إنه نفذ ضربة جوية قتل فيها ثلاثة مسلحين",
     "airstrike responsibility=claimed"},
    {"تعتزم الشرطة شن حملة أمنية في المدينة", "operation agents=الشرطة stance=planned"},
    {"ستنطلق المحادثات بين الوزيرين في جنيف", "meeting stance=planned"},
    {"قال الوزير إن القمة المرتقبة مع نظيره في جنيف تبحث التجارة", "meeting stance=planned"},
    {"قال الوزير إن القمة المقررة مع نظيره في جنيف تبحث التجارة", "meeting stance=planned"},
    {"سلم الخبراء تقريرهم إلى المجلس قبل اجتماع سيعقده الوزراء في العاصمة", "meeting stance=planned"},
    {"يستعد الجيش لشن عملية عسكرية في حلب", "operation agents=الجيش stance=planned"},
    {"أعلنت الحكومة عزمها شن عملية عسكرية في الجبل", "operation stance=planned"},
    {"قررت الحكومة إرسال قوات إلى الحدود", "deployment stance=planned"},
    {"قال التلفزيون إن من المتوقع خروج 3200 مقاتل من الرحيبة", "withdrawal stance=planned"},
    {"ليبيا تعيد جثامين عشرين مصريا إلى القاهرة. وقال مسؤول إن ليبيا ستعيد جثامين عشرين مصريا إلى القاهرة",
     "return stance=planned"},
    {"اعترضت الدفاعات الجوية صاروخا أطلقه المتمردون", "shelling agents=المتمردون stance=foiled"},
    {"أفشلت القوات هجوما للمتمردين", "attack stance=foiled"},
    {"نجا الوزير من محاولة اغتيال في العاصمة يوم الثلاثاء قتل فيها حارسان", "assassination killed=2 stance=asserted"},
    {"ونفى أن يكون الجيش قد قصف المدرسة", "shelling agents=الجيش stance=denied"},
    {"يعتزم الجيش أن يشن عملية عسكرية في الجبل", "operation agents=الجيش stance=planned"},
    {"أحبطت الشرطة محاولة تفجير سيارة مفخخة في السوق", "bombing stance=foiled"},
    {"نفت الوزارة مقتل ثلاثة جنود في الكمين", "attack killed=3 claimed-by=الوزارة stance=denied"},
    {"أعلن تنظيم داعش مسؤوليته عن الهجوم الذي استهدف الكنيسة", "attack agents=تنظيم داعش claimed-by=تنظيم داعش"},
    /* what is announced is the announcer's own deed */
    {"أعلنت قوات التحالف عن تنفيذ عملية أمنية أسفرت عن مقتل قيادي بارز", "operation agents=قوات التحالف killed=1"},
    /* no fact */
    {"لم يقتل أحد في البلدة", "nothing"},
    {"دعا الوزير إلى وقف القصف على المدينة", "nothing"},
    {"يجب منع أي هجوم جديد", "nothing"},
    /* the subject past a relative clause, a topic, «كان … قد» */
    {"قال مسؤولون إن مقاتلي التنظيم، الذين نصبوا كميناً للجيش، انسحبوا من المدينة", "withdrawal agents=مقاتلي التنظيم"},
    {"وكانت القوات الأميركية قد شنت غارات في نيسان الماضي استهدفت مواقع للتنظيم",
     "airstrike agents=القوات الأميركية targets=مواقع للتنظيم"},
    {"أفادت الشرطة بأن مهاجماً انتحارياً فجر نفسه قرب السوق", "suicide-bombing agents=مهاجماً انتحارياً"},
    {"هاجم مسلحون الحاجز وقتلوا ثلاثة جنود", "attack agents=مسلحون targets=الحاجز"},
    {"بعد عملية نفذها التنظيم واستهدفت مقر الشرطة في المدينة. ووصل وفد. وعاد الهدوء", "attack targets=مقر الشرطة"},
    {"احتشد المئات أمام البرلمان وهم يرفعون لافتات ضد الغلاء", "protest agents=المئات"},
    {"أشعل محتجون إطارات وأغلقوا الطريق الدولي", "protest agents=محتجون"},
    {"سقطت قذائف مع استمرار الاشتباكات بين الجيش ومسلحين في ريف حلب. ووصل وفد. وعاد الهدوء",
     "clash agents=الجيش targets=مسلحين"},
    {"فر السكان وسط استمرار قصف قوات الحكومة للبلدة. ووصل وفد. وعاد الهدوء", "shelling agents=قوات الحكومة"},
    {"قتل مدرب أجنبي في حادث تحطم مروحية جنوب العاصمة", "accident killed=1"},
    {"دخل الوفد المدينة بعد تحريرها من قبضة التنظيم. ووصلت مساعدات. وعاد الهدوء", "territory-change targets=التنظيم"},
    {"استهدفت قذيفة هاون أطلقها مسلحون حي الزهراء في المدينة", "shelling places=حي الزهراء"},
    /* what goes with a name, and what does not */
    {"سيطر الجيش التابع للحكومة على البلدة", "territory-change agents=الجيش التابع للحكومة"},
    {"اقتحام مسلحين لمدرسة في البلدة أدى إلى مقتل طالبين", "attack agents=مسلحين targets=مدرسة"},
    {"قتل أكثر من 10 حوثيين في غارة للتحالف على معسكرهم", "airstrike killed=10"},
    {"اندلعت اشتباكات بين الجيش من جهة، ومسلحين من جهة أخرى", "clash agents=الجيش targets=مسلحين"},
    {"شن التحالف غارات ضد التنظيم في سوريا وضد المتمردين في العراق", "airstrike targets=المتمردين"},
    {"أعلن الجيش استهداف مقر للمسلحين في أطراف المدينة", "attack agents=الجيش targets=مقر للمسلحين"},
    /* named, and not told */
    {"استنكر الوزير الاغتيال وطالب بتحقيق", "nothing"},
    {"من المستفيد من اغتيال الوزير؟", "nothing"},
    {"حذر الوزير من عواقب أي هجوم على البلاد", "nothing"},
    {"أصدرت المحكمة حكماً بإعدام ستة متهمين", "sentence"},
    {"قتل أحد عشر شخصاً بسبب زلزال ضرب الجزيرة", "nothing"},
    {"يعرف السكان الذين يهاجمون المساجد", "nothing"},
    {"اقتحمت الشركة عالم الأقمار الصناعية", "nothing"},
    {"استهدفت الورشة تدريب المعلمين في القرى", "nothing"},
    {"تقام المواجهة بين المنتخبين على الملعب الدولي", "nothing"},
    {"قتل سبعة جنود بعد أن فجر مسلحون قنبلة على الطريق", "bombing agents=مسلحون killed=7"},
    {"لقي سبعة مسلحين مصرعهم في عملية نفذتها الشرطة", "operation agents=الشرطة killed=7"},
    {"إذا نفذت الدولة ضربة عسكرية فسوف نرد", "nothing"},
    /* sport */
    {"نفذ اللاعب ضربة جزاء في الدقيقة الأخيرة", "nothing"},
    {"شن المنتخب هجوما على مرمى ضيفه", "nothing"},
    /* a number split by the text */
    {"قتل 27 شخصا في قصف مدفعي على المدينة. وتوزع القتلى على النحو التالي: 12 في حي الميدان، و9 في حي الزهور، وستة في "
     "السوق.",
     "shelling kind=tally killed=12"},
    /* courses of acts, not of prices */
    {"ارتفعت وتيرة هجمات تنظيم داعش هذا الشهر", "attack kind=trend direction=up agents=تنظيم داعش"},
    {"ارتفعت أسعار الخبز هذا الشهر", "nothing"},
    /* an outcome told before its cause shares it with the one that names it */
    {"قتل سبعة أشخاص وأصيب عشرون آخرون بجروح في تفجير استهدف حافلة", "bombing killed=7"},
    {"قتل سبعة أشخاص وأصيب عشرون آخرون بجروح في تفجير استهدف حافلة", "bombing injured=20"},
    /* it goes on in a sentence of its own */
    {"قصفت طائرات حربية البلدة بالصواريخ. وقتل ثلاثة مدنيين وأصيب آخرون", "airstrike killed=3"},
    /* what only stands for its complement; one of them; none */
    {"أودى انفجار سيارة مفخخة بحياة جنديين", "bombing killed=2"},
    {"أطلق التنظيم سراح ستة رهائن", "release released=6"},
    {"أسفرت الغارة عن مقتل أحد قادة التنظيم", "airstrike killed=1"},
    {"لم يسفر القصف على القرية عن سقوط قتلى", "shelling killed=0"},
    /* one number for dead and injured; names are counted */
    {"سقط خمسون شخصا بين قتيل وجريح في الغارات على المدينة", "airstrike killed-or-injured=50"},
    {"مقتل وإصابة ثلاثين شخصا بانفجار سيارة مفخخة في السوق", "bombing killed-or-injured=30"},
    {"دمر الطيران دبابة وعربة عسكرية قرب البلدة", "airstrike destroyed=1"},
    /* arrests after an attack are another act; an earthquake is none */
    {"أوقع هجوم على السوق ستة قتلى، واعتقلت الشرطة ثلاثة أشخاص", "arrest arrested=3"},
    {"أسفر الزلزال عن مقتل تسعين شخصا في المدينة", "nothing"},
    /* to say it is to do it: the day of the telling is the deed's */
    {"هدد التنظيم أمس الثلاثاء بإعدام الرهينة", "threat time=2024-07-16"},
    {"وثق المرصد مقتل 20 مدنيا الثلاثاء في القصف على بلدة معرة النعمان", "shelling time=2024-07-16"},
    {"وقع الهجوم العام الماضي في مدينة فاس في 12 تشرين الأول من العام الماضي وقتل فيه شرطيان",
     "attack time=2023-10-12"},
    {"استشهد محمد الجندي في انفجار لغم قبل نحو 3 سنوات في بلدة القيارة", "bombing time=2021"},
    {"أمر القاضي الثلاثاء بالإفراج عن ثلاثة معتقلين", "release time=2024-07-16"},
    /* the day told with an outcome's verb; a verb that goes on with the doer of the one that is dated; an accident
     * told again with when it was */
    {"استشهد رضيع وأصيب ثلاثة من عائلته أمس جراء إحراق مستوطنين لمنزلهم في مدينة نابلس", "killing time=2024-07-16"},
    {"أحرزت قوات الجيش، الثلاثاء، تقدما كبيرا في جبهة الساحل الغربي وعلى مشارف مدينة الحديدة، وحررت قرى واسعة في "
     "مديرية الدريهمي",
     "territory-change time=2024-07-16"},
    {"قتل عشرة أشخاص في حادث تصادم في الطائف. وأضافت الشرطة أن الحادث وقع ظهر الثلاثاء", "accident time=2024-07-16"},
    /* a toll is counted up to the report */
    {"قتل 90 متظاهرا منذ بدء الاحتجاجات أواخر آذار الماضي", "casualties time=2024-03-20/2024-07-17"},
    {"أوقعت الحرب عشرة آلاف قتيل منذ عام 2015", "casualties time=2015/2024-07-17"},
    {"مقتل 40 جنديا في المحافظة خلال حزيران الماضي", "casualties kind=figure count=40 time=2024-06"},
    {"قتل ألف مدني منذ 18 آذار في ريف المدينة، فيما أصيب أكثر من أربعة آلاف آخرين بجروح",
     "casualties kind=figure count=4000.. time=2024-03-18/2024-07-17"},
    /* what «حين» opens is of the date right before it */
    {"بدأت الأزمة في 14 أيار 2018، حين أيدت المحكمة الحكم بالسجن المؤبد على ضابط لدوره في هجوم العام 1995",
     "sentence time=2018-05-14"},
    {"قتل 90 جنديا منذ بدء العملية العسكرية في الموصل في 18 آذار الماضي", "operation time=2024-03-18/.."},
    {"ترتفع الأسعار منذ أيار 2018 حين قصفت القوات سوقا في بلدة القيارة", "shelling time=2018-05"},
    {"فجر مسلحون سوقا لعيد الميلاد في برلين في كانون الأول 2016", "bombing time=2016-12"},
    {"زار الوزير الجنود في بلدة القيارة لتهنئتهم بعيد الفطر", "meeting time=none"},
    {"كان الجنود في طريقهم إلى القيارة لمناسبة عيد الفطر عندما هاجمهم مسلحون وقتلوا ثلاثة منهم", "attack time=none"},
    {"اعتقلت الشرطة في الموصل رجلا وهو في أواخر العشرينات", "arrest time=none"},
    {"اعتقلت الشرطة العام الماضي خمسة مسلحين في الموصل في تشرين الأول", "arrest time=2023-10"},
    {"أعلنت الحكومة الثلاثاء فرض عقوبات على خمسة ضباط", "sanction time=2024-07-16"},
    {"وأعلنت القوات العراقية الثلاثاء استعادة السيطرة على بلدة القيارة", "territory-change time=2024-07-16"},
    {"أعلنت القوات العراقية الثلاثاء اعتقال أربعة مسلحين في بلدة القيارة", "arrest time=none"},
    /* a verb of going on is none of saying */
    {"تواصل القوات الثلاثاء استهداف مواقع المسلحين في بلدة القيارة بالغارات", "airstrike time=2024-07-16"},
    /* what «بعد» ties to an act was over by its day; the dead came of what it names */
    {"عادت البلدة إلى سيطرة الحكومة الثلاثاء بعد سنوات من الحصار", "restriction time=none"},
    {"أغلقت الحكومة المعبر الثلاثاء بعد أن سيطر المسلحون على بلدة القيارة", "territory-change time=none"},
    {"قتل خمسة جنود الثلاثاء بعد انفجار عبوة ناسفة في المدينة", "bombing time=2024-07-16"},
    /* since then: it holds, it goes on, or it is added up to the day of the report */
    {"تجاهل الطرفان الهدنة المبرمة بينهما منذ عام 2013", "agreement time=2013"},
    {"تحاصر القوات البلدة منذ عام 2013", "restriction time=2013/.."},
    {"نفذ التحالف 50 غارة على مواقع التنظيم في الموصل منذ آذار الماضي", "airstrike kind=tally time=2024-03/2024-07-17"},
    /* when, but not which day */
    /* since when another act goes on (where) */
    {"تواصل القوات منذ صباح أمس تمشيط الحي، فيما قتل خمسة جنود بانفجار لغم قرب الجسر", "bombing time=none"},
    {"أعلنت الحكومة الثلاثاء أن القوات سيطرت قبل أيام على بلدة القيارة", "territory-change time=none"},
    /* some of the dead, in a sentence of its own */
    {"أسفرت الغارة عن مقتل تسعة أشخاص. ومن بين القتلى ثلاثة أطفال", "airstrike killed=3"},
    /* quantities that stand; shares; tolls told anew */
    {"يؤوي المخيم نحو أربعين ألف نازح", "displaced kind=figure count=40000"},
    {"يسيطر التنظيم على نحو 80 في المئة من المخيم", "area kind=figure count=80"},
    {"ارتفعت حصيلة قتلى التفجير الانتحاري إلى 35 شخصا", "suicide-bombing killed=35"},
    {"بلغ عدد الأسهم المتداولة اليوم 190 مليون سهم", "nothing"},
    /* what several acts came to; a number with its own place counts more of them */
    {"أسفرت الغارات خلال أسبوعين عن مقتل ستين مسلحا", "airstrike kind=tally killed=60"},
    {"نقل بيان لقيادة الشرطة في المحافظة، نشر الأربعاء، أن وحداتها أوقفت 8 أشخاص في المدينة. وقال شاهد إن الوضع هادئ.",
     "arrest claimed-by=قيادة الشرطة"},
    {"قصفت الطائرات القرية أكثر من 270 مرة في أربعة أيام", "airstrike kind=tally count=270"},
    {"شن التحالف 13 ضربة، أربع منها قرب الرقة وتسع قرب دير الزور", "airstrike count=9 places=دير الزور"},
    /* a course that goes on; one that somebody steps up */
    {"لم تتوقف هجمات التنظيم على نقاط الجيش", "attack kind=trend direction=flat"},
    {"كثف التنظيم هجماته على نقاط الجيش", "attack kind=trend direction=up"},
    {"كثف الفريق تدريباته قبل المباراة", "nothing"},
    /* a toll since a date is a figure */
    {"قتل أكثر من ستة آلاف شخص منذ بدء الحرب", "casualties kind=figure count=6000"},
    {"أسفرت الأزمة حتى الآن عن 80 قتيلا", "casualties kind=figure count=80"},
    /* who holds a place is a state; operations that a clause tells of */
    {"قصفت الدبابات قرية تسيطر عليها القوات الكردية ما أوقع أربعة جرحى", "shelling injured=4"},
    {"قال مسؤول إن العمليات العسكرية التي تنفذها تركيا في سوريا لا تستهدف المدنيين", "operation agents=تركيا"},
    /* the doer named apart from the act's own words (doer) */
    {"أعلن المركز نجاح قوات الأمن بإسناد من الطيران في استعادة السيطرة على بلدة القيارة",
     "territory-change agents=قوات الأمن"},
    {"قتل خمسة جنود جراء تفجير ثلاثة عناصر من التنظيم لعربة مفخخة قرب الحاجز", "bombing agents=عناصر من التنظيم"},
    {"شهدت البلاد يوما هادئا. وبسطت القوات الحكومية سيطرتها على القاعدة بعد قتال عنيف مع المتمردين. ولم يصدر تعليق.",
     "clash agents=القوات الحكومية targets=المتمردين"},
    {"قال وزير الخارجية في لقاء مع السفراء إن بلاده تدعم السلام", "meeting agents=وزير الخارجية"},
    /* where he is named: past nouns of acts, commas, the seat of a body; in the clause on the act (telling,
       speaker_name) */
    {"قال وزير الخارجية والتعاون الدولي محمد ناصر إن غارة جوية أوقعت خمسة قتلى", "airstrike claimed-by=محمد ناصر"},
    {"قال قائد اللواء، سامر الغزولي، إن غارة جوية أوقعت خمسة قتلى", "airstrike claimed-by=سامر الغزولي"},
    {"إلا أن رئيس اللجنة في المجلس، سالم ناصر، قال إن غارة جوية أوقعت خمسة قتلى", "airstrike claimed-by=سالم ناصر"},
    {"أكد المرصد السوري لحقوق الإنسان ومقره لندن أن غارة جوية أوقعت خمسة قتلى", "airstrike claimed-by=المرصد السوري"},
    {"المرصد السوري لحقوق الإنسان ومقره لندن أكد أن غارة جوية أوقعت خمسة قتلى", "airstrike claimed-by=المرصد السوري"},
    {"وقع هجوم الأحد قالت منظمات إغاثة إنه أودى بحياة عشرة أشخاص", "attack claimed-by=منظمات إغاثة"},
    /* whose findings; others than the source before; a second source for its own clause (informant, discourse) */
    {"وبحسب تقديرات الأمم المتحدة فإن غارة جوية أوقعت خمسة قتلى", "airstrike claimed-by=الأمم المتحدة"},
    {"كشفت تحقيقات النيابة العامة أن مسلحين قصفوا القرية بالمدافع", "shelling claimed-by=النيابة العامة"},
    {"قال مصدر عسكري إن المدينة آمنة. وأفادت المصادر أن مسلحين قصفوا القرية بالمدافع", "shelling claimed-by=المصادر"},
    {"قال المتحدث إن الطائرات قصفت القرية، فيما قتل الجيش ثلاثة مسلحين في البلدة بحسب مصدر طبي",
     "killing claimed-by=مصدر طبي"},
    {"اتهمت باكستان الهند بقصف القرية الحدودية بالمدافع", "shelling agents=الهند claimed-by=باكستان"},
    {"وقعت الحكومة اتفاق هدنة مع المتمردين في العاصمة", "agreement agents=المتمردين"},
    {"وذكرت التحقيقات أن خمسة مسلحين هاجموا الحاجز", "attack claimed-by=التحقيقات"},
    {"ووفق الأرقام الرسمية، قتل خمسة أشخاص في غارة على السوق", "airstrike claimed-by=الأرقام الرسمية"},
    {"قتل خمسة أشخاص في غارة على السوق، بحسب رواية سالم الحربي", "airstrike claimed-by=سالم الحربي"},
    {"هاجم مسلحون الحاجز وحبست النيابة أحدهم على ذمة التحقيقات", "attack claimed-by=none"},
    {"وتمكن التنظيم وفق سالم الحربي من خطف خمسة مدنيين", "abduction claimed-by=سالم الحربي"},
    {"ونبه الوزير إلى أن خمسة مسلحين هاجموا الحاجز", "attack claimed-by=الوزير"},
    /* whom a verb accuses, and nobody who does; defendants accuse nobody (discourse, telling) */
    {"واتهمت المعارضة قوات النظام باستهداف مدرسة في البلدة", "attack claimed-by=المعارضة"},
    {"قالت المتحدثة سعاد الحربي إن \"النظام يزعم أنه يحارب الإرهاب، وقصفت الطائرات السوق وقتلت خمسة مدنيين\"",
     "airstrike claimed-by=سعاد الحربي"},
    {"ويتهم سالم الحربي باغتصاب امرأة في المدينة", "abuse agents=سالم الحربي claimed-by=none"},
    {"أحالت النيابة عشرة متهمين بينهم سالم الحربي إلى المحكمة بعد تفجير استهدف الكنيسة وقتل فيه خمسة",
     "bombing claimed-by=none"},
    /* a participle goes with who did what stands before it; a relative clause with its own subject (discourse, telling)
     */
    {"قال الوزير إن الوضع هادئ.\nوجددت الحكومة دعوتها إلى الهدوء، معلنة أن مسلحين قتلوا حارسا",
     "killing claimed-by=الحكومة"},
    {"واعتقلت الشرطة مرافق الرئيس الذي أعلن الجيش عزله بعد هجوم قتل فيه خمسة جنود", "attack claimed-by=الجيش"},
    {"ووقعت مواجهات بين الجيش ومسلحين، أعلنت على إثرها الحركة انسحابها من المدينة", "clash claimed-by=none"},
    /* a source between commas; one behind a relative clause in which another speaks (discourse) */
    {"وشنت الطائرات، وفق المرصد السوري، غارات على البلدة أسفرت عن مقتل خمسة", "airstrike claimed-by=المرصد السوري"},
    {"قصفت الطائرات حيا قال الجيش إنه خال من المدنيين، بحسب مصدر طبي", "airstrike claimed-by=مصدر طبي"},
    /* whom an act is aimed at by its purpose, or by who stands in the place (adversary) */
    {"أطلق الجيش عملية عسكرية لطرد المسلحين الأجانب من المدينة", "operation targets=المسلحين الأجانب"},
    {"شنت الطائرات غارات على مناطق تسيطر عليها المعارضة المسلحة", "airstrike targets=المعارضة المسلحة"},
    {"استعاد الجيش السيطرة على البلدة من قبضة المتمردين بعد أسبوع", "territory-change targets=المتمردين"},
    {"أصيب شخصان في إطلاق نار داخل مدرسة ثانوية في المدينة", "attack targets=مدرسة ثانوية"},
    {"أطلق الجيش حملة لاستهداف تنظيم داعش وحزب العمال الكردستاني", "operation targets=حزب العمال الكردستاني"},
    /* from whom a town was taken, where the report names one enemy most often (parties) */
    {"هاجمت ميليشيا الحوثي مواقع الجيش الوطني في تعز. وقصف الطيران تجمعات لميليشيا الحوثي في صعدة. وسيطر الجيش الوطني "
     "على بلدة الوازعية.",
     "territory-change targets=ميليشيا الحوثي"},
    /* what is thrown is no target, and neither is land of which nothing is known (parties) */
    {"أصيب مدنيان بإلقاء المروحيات براميل متفجرة على البلدة", "airstrike injured=2"},
    /* the name that a later telling has (scene) */
    {"مقتل مسعفة برصاص الجنود\nقتل الجنود اليوم المسعفة سعاد الحربي قرب السياج.", "attack targets=سعاد الحربي"},
    /* who is named around the clause on the act; who only sees or is beside it (doer, match) */
    {"أعلن التنظيم خطف سبعة أشخاص خلال هجوم دام شنه على بلدة القيارة وخلف عشرين قتيلا", "attack agents=التنظيم"},
    {"تمكنت القوات الحكومية من تحرير الميناء وسط فرار مسلحي الحوثي من البلدة", "withdrawal agents=مسلحي الحوثي"},
    {"قتل شرطي في هجوم نسبته السلطات إلى المتمردين الأكراد وسط توتر في البلاد", "attack agents=المتمردين الأكراد"},
    /* states joined to one whose name has a word of division in it; a state that is called by its adjective (place) */
    {"قصفت الولايات المتحدة وفرنسا مقرات عسكرية في دمشق", "shelling agents=فرنسا"},
    {"قصفت السعودية مواقع للحوثيين في صعدة", "shelling agents=السعودية"},
    {"اعتقلت الشرطة مسلحين بتنسيق مع السعودية", "arrest partners=السعودية"},
    {"هاجم مسلحون مدينة القائم قرب الحدود", "attack agents=مسلحون"},
    {"قصف متمردون بلدة حرستا بالقذائف", "shelling agents=متمردون"},
    {"أعلن المتحدث أن إبراهيم الجضران سيطر على موانئ النفط", "territory-change agents=إبراهيم الجضران"},
    {"استهدف انتحاري حافلة تقل موظفين في كابل ما أدى إلى مقتل عشرة منهم",
     "suicide-bombing agents=انتحاري targets=حافلة"},
    {"اقتحم مستوطنون متطرفون المسجد الأقصى صباح الأحد", "attack agents=مستوطنون متطرفون targets=المسجد الأقصى"},
    {"سيطرت قوات النظام المدعومة من حزب الله على بلدة مضايا", "territory-change agents=قوات النظام partners=حزب الله"},
    /* what a relative clause leaves out */
    {"فقد التنظيم في العام الماضي البلدة التي سيطر عليها", "territory-change agents=التنظيم"},
    {"قتل شرطي في هجوم شنه مسلحون على دراجات نارية", "attack agents=مسلحون targets=شرطي"},
    {"نفذ انتحاريان يرتديان أحزمة ناسفة هجوما على مقر الشرطة", "attack agents=انتحاريان targets=مقر الشرطة"},
    {"قتل جنديان بانفجار عبوة ناسفة استهدفت دوريتهما في المدينة", "bombing targets=جنديان"},
    {"أدى انفجار سيارتين مفخختين إلى مقتل خمسة جنود", "bombing targets=جنود"},
    {"خطف مسلحون يرتدون زي الشرطة خمسة أجانب من مركز في العاصمة", "abduction agents=مسلحون targets=أجانب"},
    {"نجا قائد الشرطة من محاولة اغتيال في العاصمة", "assassination targets=قائد الشرطة"},
    {"قال الجيش إن جنوده قتلوا خمسة مسلحين شمال المدينة", "killing agents=الجيش"},
    {"رشق متظاهرون غاضبون قوات مكافحة الشغب بالحجارة أمام البرلمان", "protest targets=قوات مكافحة الشغب"},
    /* a dateline does nothing, and neither do places that are taken */
    {"صنعاء.. ميليشيا مسلحة تخطف اثنين من الأطباء. وطالبت أسرة الطبيبين بالإفراج عنهما. ولم يصدر تعليق.",
     "abduction agents=ميليشيا مسلحة"},
    {"أعلن الجيش تحرير العاصمة صنعاء من المسلحين", "territory-change agents=الجيش targets=المسلحين"},
    /* what an operation was for is no act beside it; what something contributed to is none */
    {"نفذت القوات عملية أمنية استهدفت تفكيك خلية للتنظيم في بلدة صور، وألقت القبض على أربعة مسلحين",
     "operation arrested=4"},
    {"قالت الوزارة إن جهود السكان أسهمت في تحرير المدينة", "nothing"},
    /* who does it is nobody of the fight that was told, or one of its sides */
    {"تواصلت المواجهات في حلب، وأكدت وزارة الدفاع أن مسلحين قتلوا حارسا في إدلب", "killing killed=1"},
    {"اندلعت اشتباكات بين الجيش ومسلحين في حلب، وقال مصدر إن المسلحين قتلوا ثلاثة جنود", "clash killed=3"},
    /* what one word makes a figure of speech is one, whatever stands with it */
    {"وجهت قوات الأمن ضربات أمنية إلى شبكات التهريب في تونس", "nothing"},
    /* of people that are known the number stands behind */
    {"قال المصدر إن الجنود الخمسة قتلوا في هجوم على الموصل", "attack killed=5"},
};

/* Three days before the report, across the end of a February: news still. */
static void days_are_counted_by_the_calendar(void **state) {
  (void)state;
  CodeSetup s = code_begin();
  EngineDocument document = code_document("قتل مسلحون حارسا في السوق أمس. وطوقت الشرطة المكان. وقصفت الطائرات البلدة "
                                          "في 27 شباط. وقال ناطق إن الوضع هادئ.");
  ErrorInfo info = {0};
  Str missed = STR_NONE;
  bool holds = false;
  document.published = STR("2024-03-01");
  assert_int_equal(
      engine_gives(s.engine, &s.arena, &document, STR("airstrike background=false"), &holds, &missed, &info), ERROR_OK);
  assert_true(holds);
  code_end(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases), cmocka_unit_test(days_are_counted_by_the_calendar)};
  return cmocka_run_group_tests_name("coder", tests, NULL, NULL);
}
