/* What dates a sentence has, against a day of publication. What must come out is written
 * short: the EDTF of each date, parted by blanks; behind it ! where weekday and date
 * disagree, h by the hijra; "?" a date that nothing can be said of, "-" a length of time,
 * "*" a habit. The sentences are made up. */
#include "lang_setup.h"

typedef struct Read {
  Text text;
  Words words;
  Numbers numbers;
  Dates dates;
  Day anchor;
} Read;

/* `published` "" is none: then the text's own clues anchor it. */
static Read read(Lang *f, const char *sentence, const char *published) {
  Read r = {0};
  arena_reset(&f->document);
  r.text = text_of(&f->document, str_of(sentence));
  r.words = words_of(&f->document, &f->lexicon, &r.text);
  r.numbers = numbers_of(&f->document, f->numbers, &r.text, &r.words);
  if (!day_parse(str_of(published), &r.anchor))
    r.anchor = date_anchor(&f->document, f->dates, &r.text, &r.words, &r.numbers);
  r.dates = dates_of(&f->document, f->dates, &r.text, &r.words, &r.numbers, r.anchor);
  return r;
}

static Str date_short(Arena *arena, const Date *d) {
  static const char *const nothing[] = {"?", "?", "?", "-", "*"};
  return arena_printf(arena, "%.*s%s%s", STR_ARG(d->edtf.n ? d->edtf : str_of(nothing[d->role])), d->clash ? "!" : "",
                      d->hijri ? "h" : "");
}

static Str all_short(Lang *f, const char *sentence, const char *published) {
  Read r = read(f, sentence, published);
  Str out = STR("");
  for (uint32_t i = 0; i < r.dates.n; i++) {
    Str one = date_short(&f->document, &r.dates.at[i]);
    out = arena_printf(&f->document, "%.*s%s%.*s", STR_ARG(out), i ? " " : "", STR_ARG(one));
  }
  return out;
}

typedef struct Row {
  const char *sentence, *dates;
} Row;

typedef struct DatedRow {
  const char *published, *sentence, *dates;
} DatedRow;

static uint32_t wrong(Lang *f, const char *sentence, const char *published, const char *want) {
  Str got = all_short(f, sentence, published);
  if (str_eq(got, str_of(want))) return 0;
  print_error("%s (%s)\n  got  %.*s\n  want %s\n", sentence, published, STR_ARG(got), want);
  return 1;
}

static void check(Lang *f, const Row *rows, size_t n, const char *published) {
  uint32_t bad = 0;
  for (size_t i = 0; i < n; i++) bad += wrong(f, rows[i].sentence, published, rows[i].dates);
  assert_int_equal(bad, 0);
}

#define CHECK(rows, published) check(*state, rows, sizeof(rows) / sizeof *(rows), published)

/* ---- written dates: these need no publication date ---- */

static const Row WRITTEN[] = {
    {"24 آذار 2021", "2021-03-24"},
    {"٢٤ آذار ٢٠٢١", "2021-03-24"},
    {"24 مارس 2021", "2021-03-24"},
    {"24 آذار/مارس 2021", "2021-03-24"},
    {"24 آذار (مارس) 2021", "2021-03-24"},
    {"24 مارس آذار 2021", "2021-03-24"},
    {"24 آذار/ مارس من عام 2021", "2021-03-24"},
    {"17-18/09/2021", "2021-09-17/2021-09-18"},
    {"5-5/9/2021", "2021-09-05"},
    {"الرابع والعشرين من آذار عام 2021", "2021-03-24"},
    {"يوم 24 من شهر آذار لعام 2021م", "2021-03-24"},
    {"2 ك2 2019", "2019-01-02"},
    {"2 ت1 2019", "2019-10-02"},
    {"12 آب 2012", "2012-08-12"},
    {"12 اب 2012", "2012-08-12"},
    {"7 جوان 2020", "2020-06-07"},
    {"19 أوت 2023", "2023-08-19"},
    {"23 نونبر 2012", "2012-11-23"},
    {"5 دجنبر 2012", "2012-12-05"},
    {"كانون الثاني/يناير 2018", "2018-01"},
    {"الخامس من تشرين الأول 2018", "2018-10-05"},
    {"29‏/3‏/2025", "2025-03-29"},
    {"29-3-2025", "2025-03-29"},
    {"29.3.2025", "2025-03-29"},
    {"29/3/25", "2025-03-29"},
    {"2025-03-29", "2025-03-29"},
    {"26 / 5 / 2015", "2015-05-26"},
    {"5/2013", "2013-05"},
    {"النسخة 2.4.1 من البرنامج", ""},
    {"الأربعاء 24 آذار 2021", "2021-03-24"},
    {"الثلاثاء 24 آذار 2021", "2021-03-24!"},
    {"الأربعاء، 24 مارس 2021", "2021-03-24"},
    {"الأربعاء الموافق 24 آذار 2021", "2021-03-24"},
    {"الأربعاء (24 آذار 2021)", "2021-03-24"},
    {"ليل الخميس 24 آذار 2021", "2021-03-24"},
    {"3 و4 آذار 2021", "2021-03-03/2021-03-04"},
    {"3-5 آذار 2021", "2021-03-03/2021-03-05"},
    {"بين 3 و12 سبتمبر 2021", "2021-09-03/2021-09-12"},
    {"من 3 إلى 12 سبتمبر 2021", "2021-09-03/2021-09-12"},
    {"من 3 آذار إلى 5 نيسان 2021", "2021-03-03/2021-04-05"},
    {"من كانون الثاني وحتى حزيران 2024", "2024-01/2024-06"},
    {"من تشرين الثاني حتى شباط 2024", "2023-11/2024-02"},
    {"بين عامي 2014 و2017", "2014/2017"},
    {"في عام 2011", "2011"},
    {"في 2011", "2011"},
    {"منذ 2011", "2011/.."},
    {"منذ آذار 2011", "2011-03/.."},
    {"منذ منتصف آذار 2011 وحتى نهاية 2012", "2011-03-10/2012-12"},
    {"حتى نهاية عام 2019", "../2019-12"},
    {"وصل 2011 نازحا", ""},
    {"منتصف 2015", "2015-05/2015-08"},
    {"مطلع العام 2017", "2017-01/2017-03"},
    {"نهاية 2017", "2017-10/2017-12"},
    {"أواخر 2016 ومطلع 2017", "2016-10/2017-03"},
    {"أوائل آذار 2021", "2021-03-01/2021-03-10"},
    {"منتصف آذار 2021", "2021-03-10/2021-03-20"},
    {"أواخر شباط 2020", "2020-02-20/2020-02-29"},
    {"النصف الأول من عام 2024", "2024-01/2024-06"},
    {"الربع الثالث من 2023", "2023-07/2023-09"},
    {"الربع الأخير لعام 2023", "2023-10/2023-12"},
    {"النصف الثاني من آذار 2021", "2021-03-16/2021-03-31"},
    {"الأشهر الثلاثة الأولى من عام 2024", "2024-01/2024-03"},
    {"الأسبوع الأول من أكتوبر 2014", "2014-10-06/2014-10-12"},
    {"ثالث ثلاثاء في أيلول 2014", "2014-09-16"},
    {"آخر يوم من شباط 2020", "2020-02-29"},
    {"أول شباط 2020", "2020-02-01"},
    {"صيف 2014", "2014-06/2014-08"},
    {"شتاء 2014", "2014-12/2015-02"},
    {"تسعينيات القرن الماضي", "?"},
    {"في الثمانينيات", "1980/1989"},
    {"رجل في الأربعينيات من العمر", ""},
    {"وهو في أواخر العشرينات", ""},
    {"القرن التاسع عشر", "1801/1900"},
    {"فوج من 3 كتائب", ""},
    {"مارس الضغط على الحكومة", ""},
    {"في مارس 2015", "2015-03"},
    {"قال رجب في مؤتمر", ""},
    {"الرئيس رجب طيب", ""},
    {"ماي رئيسة الوزراء", ""},
    {"مستشفى تشرين العسكري", ""},
    {"أحد القادة", ""},
};

static const Row HIJRI[] = {
    {"غرة رمضان 1445", "2024-03-11h"},
    {"في غرة شهر محرم 1446", "2024-07-07h"},
    {"17-18/09/1436", "2015-07-04/2015-07-05h"},
    {"17 ربيع الأول 1442 هـ", "2020-11-03h"},
    {"17 ربيع الأول 1442هـ", "2020-11-03h"},
    {"١ محرم ١٤٤٥", "2023-07-19h"},
    {"غرة رمضان 1445هـ", "2024-03-11h"},
    {"رمضان 2019", "2019-05-06/2019-06-03h"},
    {"12/3/1445هـ", "2023-09-27h"},
    {"12/3/1445هـ الموافق 27/9/2023م", "2023-09-27"},
    {"عام 1444هـ", "2022-07-30/2023-07-18h"},
    {"عيد الفطر 2013", "2013-08-08h"},
    {"عيد الأضحى 2013", "2013-10-15h"},
    {"ثاني أيام عيد الأضحى 2013", "2013-10-16h"},
    {"رأس السنة الهجرية 2019", "2019-08-31h"},
    {"عيد الفصح 2013", "2013-03-31"},
    {"الجمعة العظيمة 2013", "2013-03-29"},
    {"عيد الميلاد 2020", "2020-12-25"},
};

static void test_written(void **state) { CHECK(WRITTEN, ""); }
static void test_hijri(void **state) { CHECK(HIJRI, ""); }

/* ---- from the day of publication: Wednesday, 17 July 2024 ---- */

static const Row RELATIVE[] = {
    {"خلال 3 سنوات الماضية", "2021/2023"},
    {"في ثلاثة أشهر الأخيرة", "2024-04/2024-06"},
    {"بعد 3 سنوات من الحرب", "-"},
    {"قتل اليوم جندي", "2024-07-17"},
    {"قتل اليوم الأربعاء جندي", "2024-07-17"},
    {"قتل اليوم الخميس جندي", "2024-07-11"},
    {"قتل أمس الاثنين جندي", "2024-07-15"},
    {"قتل الخميس 16 تموز جندي", "2024-07-16!"},
    {"في اليوم الأول من المعركة", ""},
    {"احتفلت باليوم الوطني", ""},
    {"فجر اليوم", "2024-07-17"},
    {"أمس", "2024-07-16"},
    {"مساء أمس الثلاثاء", "2024-07-16"},
    {"مساء أمس الثلاثاء (16 تموز)", "2024-07-16"},
    {"أول من أمس", "2024-07-15"},
    {"أمس الأول", "2024-07-15"},
    {"غدا", "2024-07-18"},
    {"بعد غد", "2024-07-19"},
    {"قصف الجيش الاثنين البلدة", "2024-07-15"},
    {"قصف الجيش الأربعاء البلدة", "2024-07-17"},
    {"قصف الجيش الخميس البلدة", "2024-07-11"},
    {"الأربعاء الماضي", "2024-07-10"},
    {"الأحد قبل الماضي", "2024-07-07"},
    {"يوم الجمعة المقبل", "2024-07-19"},
    {"سيعقد الجمعة اجتماعا", "2024-07-19"},
    {"المقرر عقده الأحد", "2024-07-21"},
    {"الأحد من الأسبوع الماضي", "2024-07-14"},
    {"ليل السبت - الأحد", "2024-07-13/2024-07-14"},
    {"بعد منتصف ليل السبت - الأحد", "2024-07-14"},
    {"بعد منتصف ليل السبت", "2024-07-14"},
    {"بعد منتصف ليل أمس", "2024-07-17"},
    {"بعيد منتصف ليل أمس الأول", "2024-07-16"},
    {"ليل السبت إلى الأحد", "2024-07-13/2024-07-14"},
    {"يومي الجمعة والسبت", "2024-07-12/2024-07-13"},
    {"صلاة كل جمعة", "*"},
    {"أول أيام رمضان", "2024-03-11h"},
    {"الخميس 5 كانون الأول", "2024-12-05"},
    {"الثلاثاء 5 كانون الأول", "2023-12-05"},
    {"3 آذار", "2024-03-03"},
    {"3 أيلول", "2023-09-03"},
    {"3 أيلول المقبل", "2024-09-03"},
    {"سيعقد في 3 أيلول", "2024-09-03"},
    {"وفي 3 أيلول، تستضيف المدينة مؤتمرا", "2024-09-03"},
    {"في تموز الماضي", "2023-07"},
    {"في تموز الجاري", "2024-07"},
    {"في حزيران الماضي", "2024-06"},
    {"خلال آذار", "2024-03"},
    {"الخميس 11 الجاري", "2024-07-11"},
    {"في الخامس من الشهر الجاري", "2024-07-05"},
    {"فبراير من العام الماضي", "2023-02"},
    {"الأسبوع الماضي", "2024-07-08/2024-07-14"},
    {"الأسبوع الجاري", "2024-07-15/2024-07-21"},
    {"وقتل جنديان في نهاية الأسبوع", "2024-07-13/2024-07-14"},
    {"وقتل جنديان في نهاية الأسبوع الماضي", "2024-07-13/2024-07-14"},
    {"في 20 يوليو 2022 بعد محاولة انقلاب في 15 يوليو", "2022-07-20 2022-07-15"},
    {"ولد في 3 مارس 1980 واعتقل في 5 أبريل", "1980-03-03 2024-04-05"},
    {"الأسبوع المقبل", "2024-07-22/2024-07-28"},
    {"الشهر الفائت", "2024-06"},
    {"الشهر المقبل", "2024-08"},
    {"العام الماضي", "2023"},
    {"العام الجاري", "2024"},
    {"هذا العام", "2024"},
    {"العامين الماضيين", "2022/2023"},
    {"اليومين الماضيين", "2024-07-15/2024-07-16"},
    {"خلال اليومين الماضيين", "2024-07-15/2024-07-16"},
    {"خلال الأشهر الستة الماضية", "2024-01/2024-06"},
    {"خلال الأيام القليلة الماضية", "?"},
    {"خلال الأيام الماضية", "?"},
    {"خلال الـ24 ساعة الماضية", "2024-07-16/2024-07-17"},
    {"خلال الساعات الـ48 الماضية", "2024-07-15/2024-07-17"},
    {"خلال السنوات الخمس الأخيرة", "2019/2023"},
    {"آخر ثلاثة أشهر", "2024-04/2024-06"},
    {"خلال أسبوع", "2024-07-10/2024-07-16"},
    {"أول زيارة للعاصمة خلال عقد من الزمان", "-"},
    {"قبل عامين", "2022"},
    {"قبل نحو عامين", "2022"},
    {"قبل نحو 3 سنوات", "2021"},
    {"قبل حوالي ستة أشهر", "2024-01"},
    {"قبل أكثر من عامين", "?"},
    {"قبل ثلاثة أشهر", "2024-04"},
    {"قبل أسبوع", "2024-07-10"},
    {"قبل يومين", "2024-07-15"},
    {"في مدينة 6 أكتوبر", "?"}, /* a name */
    {"خلال ثورة 25 يناير", "?"},
    {"قبل أيام", "?"},
    {"اقتحموا المبنى في اليوم الذي يلقي فيه الرئيس خطابه", ""},
    {"شن التنظيم هجوما مؤخرا", "?"},
    {"وفي الآونة الأخيرة انسحبت القوات", "?"},
    {"قبل الهجوم", ""},
    {"منذ أسبوع", "2024-07-10/.."},
    {"منذ سبع سنوات", "2017/.."},
    {"منذ بداية العام الجاري", "2024-01/.."},
    {"منذ بداية الحرب", ""},
    {"بعد ثلاثة أيام", "2024-07-20"},
    {"ويعود الرئيس السابق إلى البلاد بعد سبعة أعوام في المنفى", "-"},
    {"وبعد بضعة أيام قتل شرطي في هجوم آخر", "-"},
    {"سيعود الوفد إلى العاصمة بعد عام", "2025"},
    {"خلال زيارة الوزير إلى العاصمة في الرابع من آب", "2024-08-04"},
    {"خلال زيارة الوزير إلى العاصمة في الرابع من آب الماضي", "2023-08-04"},
    {"تأمين الاحتفالات يوم 26 تموز القادم", "2024-07-26"},
    {"سيزور الوفد العاصمة في الرابع من تموز القادم", "2025-07-04"},
    {"قال مصدر إن الوزيرة سوف تزور طهران الثلاثاء", "2024-07-23"},
    {"بعد ثلاثة أيام من الهجوم", "-"},
    {"بعد ثلاثة أيام على الهجوم", "-"},
    {"أمس وأول من أمس", "2024-07-15/2024-07-16"},
    {"شن الطيران غارات الاثنين والثلاثاء", "2024-07-15/2024-07-16"},
    {"قتل خمسة جنود الاثنين ليبلغ عدد القتلى عشرين", "2024-07-15"},
    {"وصل الوفد الأحد والثلاثاء", "2024-07-14 2024-07-16"},
    {"لمدة أسبوعين", "-"},
    {"بعد ليلة صاخبة", ""},
    {"مطلع الشهر الحالي", "2024-07-01/2024-07-10"},
    {"مطلع العام", "2024-01/2024-03"},
    {"منتصف آذار الماضي", "2024-03-10/2024-03-20"},
    {"أواخر العام الماضي", "2023-10/2023-12"},
    {"النصف الأول من العام الجاري", "2024-01/2024-06"},
    {"الصيف الماضي", "2023-06/2023-08"},
    {"العقد الماضي", "2010/2019"},
    {"ثمانينيات القرن الماضي", "1980/1989"},
    {"عيد الأضحى", "2024-06-16h"},
    {"عيد الأضحى المقبل", "2025-06-06h"},
    {"في رمضان الماضي", "2024-03-11/2024-04-09h"},
    {"يوميا", "*"},
    {"وقع الهجوم في آذار 2019 وتكرر في العام نفسه", "2019-03 2019"},
    {"نشاط التنظيم في الماضي", ""},
    {"خلال الفترة الماضية", ""},
    {"زار الوزير المدينة البارحة الأولى", "2024-07-15"},
    {"خلال شهري مارس وأبريل الماضيين", "2024-03/2024-04"},
    {"في شهري شعبان ورمضان الماضيين", "2024-02-11/2024-04-09h"},
    {"في شهري نوفمبر، وديسمبر 2023", "2023-11/2023-12"},
    /* no days: two to nil, a ball, he touched */
    {"فاز الفريق 2 - صفر على ضيفه", ""},
    {"انتهت المباراة صفر-صفر", ""},
    {"وصل في 5 صفر 1445", "2023-08-21h"},
    {"وهو مولع بكرة القدم", ""},
    {"سيصل بكرة صباحا", "2024-07-18"},
    {"بعدما لامس السهم أعلى مستوى", ""},
};

static void test_relative(void **state) { CHECK(RELATIVE, "2024-07-17"); }

static const DatedRow DATED[] = {
    {"2023-04-04", "مساء أمس الإثنين", "2023-04-03"},
    {"2015-01-10", "في كانون الأول", "2014-12"},
    {"2015-01-10", "الشهر الماضي", "2014-12"},
    {"2015-01-10", "العام الماضي", "2014"},
    {"2018-05-11", "ستستضيف المسؤولة اجتماعا لوزراء خارجية بريطانيا وفرنسا يوم الثلاثاء", "2018-05-15"},
    {"2015-12-20", "سيعقد في كانون الثاني", "2016-01"},
    {"2015-01-10", "خلال الأشهر الثلاثة الماضية", "2014-10/2014-12"},
    {"2024-03-01", "أمس", "2024-02-29"},
    {"2024-01-03", "الأحد", "2023-12-31"},
    {"2015-03-20", "24 شباط/فبراير الماضي", "2015-02-24"},
};

static void test_around_the_year(void **state) {
  uint32_t bad = 0;
  for (size_t i = 0; i < sizeof DATED / sizeof *DATED; i++)
    bad += wrong(*state, DATED[i].sentence, DATED[i].published, DATED[i].dates);
  assert_int_equal(bad, 0);
}

/* ---- texts without a publication date ---- */

static const Row UNDATED[] = {
    {"اليوم الأربعاء 24 آذار 2021 قصف الجيش البلدة، وكان قد قصفها أمس", "2021-03-24 2021-03-23"},
    {"قصف أمس (23 آذار 2021) البلدة وقصفها اليوم", "2021-03-23 2021-03-24"},
    {"الأربعاء 24 آذار 2021\nقصف الجيش أمس البلدة.", "2021-03-24 2021-03-23"},
    {"نفذ عملياته خلال آذار الحالي، ومنها في مطلع الشهر الحالي، وفي الشهر الماضي",
     "XXXX-03 XXXX-03-01/XXXX-03-10 XXXX-02"},
    {"منتصف آذار/مارس الماضي", "XXXX-03-10/XXXX-03-20"},
    {"أواخر شباط الماضي", "XXXX-02-20/XXXX-02-28"},
    {"منذ بداية العام الجاري، بعد معركة عام 2017", "XXXX-01/.. 2017"},
    {"فبراير من العام الماضي", "XXXX-02"},
    {"في النصف الأول من العام الجاري، أي من كانون الثاني وحتى حزيران 2024. وخلال الأشهر الستة الماضية",
     "2024-01/2024-06 2024-01/2024-06 2024-01/2024-06"},
    {"مساء أمس الإثنين", "?"},
    {"قبل عامين", "?"},
    {"وقع الهجوم عام 2014", "2014"},
};

static void test_undated(void **state) { CHECK(UNDATED, ""); }

typedef struct Quote {
  const char *sentence, *quote;
} Quote;

static const Quote QUOTES[] = {
    {"نفذت مساء أمس الثلاثاء، ضربة", "مساء أمس الثلاثاء"},
    {"خلال شهر آذار/مارس الجاري، نفذ", "خلال شهر آذار/مارس الجاري"},
    {"في 15 يونيو (حزيران) قبل أن تتقدم", "15 يونيو (حزيران)"},
    {"يوم الأربعاء 17 تموز/يوليو 2024».", "يوم الأربعاء 17 تموز/يوليو 2024"},
};

static void test_quotes(void **state) {
  for (size_t i = 0; i < sizeof QUOTES / sizeof *QUOTES; i++) {
    Read r = read(*state, QUOTES[i].sentence, "2024-07-17");
    assert_true(r.dates.n >= 1);
    assert_str(text_slice(&r.text, r.dates.at[0].span), str_of(QUOTES[i].quote));
  }
}

/* «since the Coalition's intervention in March 2015»: the date is that of the intervention. */
static void test_since_a_noun(void **state) {
  Lang *f = *state;
  Read r = read(f, "قتل آلاف المدنيين منذ تدخل التحالف في آذار 2015", "2018-04-28");
  assert_int_equal(r.dates.n, 1);
  assert_int_equal(r.dates.at[0].since, 3);
  r = read(f, "منذ ذلك الحين قتل آلاف المدنيين في آذار 2015", "2018-04-28");
  assert_int_equal(r.dates.at[r.dates.n - 1].since, UINT32_MAX);
  r = read(f, "بدأت الحرب في آذار 2015", "2018-04-28");
  assert_int_equal(r.dates.at[0].since, UINT32_MAX);
}

static void test_days_of_a_date(void **state) {
  Read r = read(*state, "خلال شباط 2024", "2024-07-17");
  assert_int_equal(r.dates.n, 1);
  const Date *d = &r.dates.at[0];
  assert_int_equal(day_number(d->from), day_number((Day){2024, 2, 1}));
  assert_int_equal(day_number(d->to), day_number((Day){2024, 2, 29}));
  r = read(*state, "منذ 2011", "2024-07-17");
  assert_int_equal(r.dates.at[0].role, DATE_SINCE);
  assert_int_equal(r.dates.at[0].from.year, 2011);
  assert_int_equal(r.dates.at[0].to.year, 0);
}

static void test_which_date_tells_more(void **state) {
  (void)state;
  const Date year = {.from = {2024, 1, 1}, .to = {2024, 12, 31}}, march = {.from = {2024, 3, 1}, .to = {2024, 3, 31}};
  const Date day = {.from = {2024, 3, 31}, .to = {2024, 3, 31}}, next = {.from = {2024, 4, 1}, .to = {2024, 4, 1}};
  const Date night = {.from = {2024, 3, 31}, .to = {2024, 4, 1}}, other = {.from = {2023, 3, 31}, .to = {2023, 3, 31}};
  const Date twelvemonth = {.from = {2023, 3, 31}, .to = {2024, 3, 31}, .role = DATE_SPAN};
  assert_true(date_is_day(&day));
  assert_true(date_is_coarse(&twelvemonth));
  assert_true(date_refines(&day, &march));
  assert_true(date_refines(&day, &year));
  assert_true(date_refines(&march, &year));
  assert_true(date_refines(&day, &twelvemonth));
  assert_false(date_refines(&next, &march));
  assert_false(date_refines(&other, &year));
  assert_false(date_refines(&march, &day));
  assert_false(date_refines(&day, &night));
}

/* ---- calendars ---- */

static void test_day_parse(void **state) {
  (void)state;
  Day day;
  assert_true(day_parse(STR("2024-02-29"), &day) && day.year == 2024 && day.month == 2 && day.day == 29);
  assert_true(day_parse(STR("2024-07-17T10:00:00Z"), &day) && day.day == 17);
  assert_true(day_parse(STR("2024-07-17 10:00"), &day));
  static const char *const bad[] = {"",           "2024",       "2023-02-29", "2024-13-01", "2024-00-10",
                                    "2024-01-32", "2024/01/02", "2024-1-2",   "2024-01-0x", "2024-01-021"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(day_parse(str_of(bad[i]), &day));
}

static void test_days_go_there_and_back(void **state) {
  (void)state;
  Day before = {0};
  for (int32_t n = day_number((Day){1583, 1, 1}); n <= day_number((Day){2500, 1, 1}); n++) {
    Day day = day_of_number(n);
    assert_true(day_valid(day) && day_number(day) == n);
    assert_true(!before.year || day.day == before.day + 1 || day.day == 1);
    before = day;
  }
  assert_int_equal(day_number((Day){1970, 1, 1}), 0);
  assert_int_equal(day_weekday(day_number((Day){2024, 7, 17})), 2);
  assert_int_equal(day_weekday(-3), 0);
}

static void test_hijri_goes_there_and_back(void **state) {
  const Hijri *hijri = &((Lang *)*state)->hijri;
  int32_t n, count = 0;
  for (int32_t year = 1300; year <= 1600; year++)
    for (uint8_t month = 1; month <= 12; month++)
      for (uint8_t day = 1; day <= hijri_days_in_month(hijri, year, month); day++, count++) {
        assert_true(hijri_day(hijri, (Day){year, month, day}, &n));
        Day back = hijri_of_number(hijri, n);
        assert_true(back.year == year && back.month == month && back.day == day);
      }
  assert_in_range(count, 106660, 106670); /* 301 years of 354.367 days */
  assert_false(hijri_day(hijri, (Day){1299, 12, 1}, &n));
  assert_false(hijri_day(hijri, (Day){1601, 1, 1}, &n));
  assert_false(hijri_day(hijri, (Day){1445, 2, 31}, &n));
  assert_int_equal(hijri_of_number(hijri, day_number((Day){1800, 1, 1})).year, 0);
  assert_int_equal(hijri_of_number(hijri, day_number((Day){2300, 1, 1})).year, 0);
}

static void test_easter(void **state) {
  (void)state;
  static const Day sundays[] = {{2013, 3, 31}, {2016, 3, 27}, {2019, 4, 21},
                                {2024, 3, 31}, {2025, 4, 20}, {2038, 4, 25}};
  for (size_t i = 0; i < sizeof sundays / sizeof *sundays; i++)
    assert_int_equal(day_number(easter_of(sundays[i].year)), day_number(sundays[i]));
}

/* ---- properties ---- */

/* Every day of a leap year, in the months of five regions, reads back. */
static void test_every_day_reads_back(void **state) {
  static const char *const months[][12] = {
      {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
       "كانون الأول"},
      {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
      {"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
      {"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"},
      {"يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر"}};
  static const char *const weekdays[] = {"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"};
  for (int32_t n = day_number((Day){2024, 1, 1}); n < day_number((Day){2025, 1, 1}); n++) {
    Day day = day_of_number(n);
    char want[16], sentence[200];
    snprintf(want, sizeof want, "%04d-%02u-%02u", day.year, day.month, day.day);
    for (size_t k = 0; k < sizeof months / sizeof *months; k++) {
      snprintf(sentence, sizeof sentence, k % 2 ? "%s، %u %s %d" : "%s %u %s %d", weekdays[day_weekday(n)], day.day,
               months[k][day.month - 1], day.year);
      assert_int_equal(wrong(*state, sentence, "2030-06-01", want), 0);
    }
    snprintf(sentence, sizeof sentence, "%u/%u/%d", day.day, day.month, day.year);
    assert_int_equal(wrong(*state, sentence, "2030-06-01", want), 0);
  }
}

/* Words of dates thrown together in any order: dates stay in order, apart and inside. */
static void test_any_order_keeps_spans_apart(void **state) {
  static const char *const parts[] = {
      "من",    "إلى",       "بين",  "و",     "حتى",   "منذ",      "قبل",    "بعد",   "خلال",   "3",     "2024",
      "آذار",  "/",         "مارس", "(",     ")",     "الماضي",   "الجاري", "العام", "شهر",    "الشهر", "الأسبوع",
      "الأحد", "أحد",       "ثالث", "آخر",   "أول",   "اليوم",    "أمس",    "ليل",   "-",      "رمضان", "1445",
      "هـ",    "عيد الفطر", "صيف",  "النصف", "الأول", "الأشهر",   "الستة",  "ساعة",  "عامين",  "يومي",  "مطلع",
      "،",     "\n",        ".",    "نفسه",  "القرن", "تسعينيات", "الـ",    "كل",    "بعد غد", "كانون", "الثاني"};
  Lang *f = *state;
  uint64_t seed = 11;
  for (int k = 0; k < 4000; k++) {
    char sentence[1500] = "";
    for (uint64_t n = test_random(&seed) % 30; n > 0; n--) {
      size_t at = strlen(sentence);
      snprintf(sentence + at, sizeof sentence - at, "%s%s", parts[test_random(&seed) % (sizeof parts / sizeof *parts)],
               test_random(&seed) % 5 ? " " : "");
    }
    Read r = read(f, sentence, k % 3 ? "2024-07-17" : "");
    for (uint32_t i = 0; i < r.dates.n; i++) {
      const Date *d = &r.dates.at[i];
      assert_true(d->first < d->last && d->last <= r.text.ntokens && d->span.start < d->span.end);
      assert_true(!i || r.dates.at[i - 1].last <= d->first);
      assert_true(!d->from.year || !d->to.year || day_number(d->from) <= day_number(d->to));
    }
  }
}

static void test_long_runs_end(void **state) {
  static const char *const runs[] = {"من آذار ", "ثالث ثلاثاء بعد ", "بين ",  "3/",    "منذ ",  "قبل ",         "و3 ",
                                     "الأحد ",   "(آذار ",           "مطلع ", "صباح ", "5 و6 ", "الأشهر الستة "};
  Lang *f = *state;
  for (size_t k = 0; k < sizeof runs / sizeof *runs; k++) {
    enum { TIMES = 10000 };
    size_t n = strlen(runs[k]);
    char *sentence = malloc(n * TIMES + 1);
    assert_non_null(sentence);
    for (size_t i = 0; i < TIMES; i++) memcpy(sentence + i * n, runs[k], n);
    sentence[n * TIMES] = 0;
    read(f, sentence, "2024-07-17");
    free(sentence);
  }
}

static void test_memory_may_run_out_anywhere(void **state) {
  Lang *f = *state;
  for (size_t fail = 0; fail < 80; fail++) {
    Arena arena;
    arena_init(&arena, (size_t)1 << 24);
    Text text = text_of(&arena, STR("من 3 آذار إلى 5 نيسان، ومنذ أمس، وخلال الأشهر الستة الماضية"));
    Words words = {0};
    arena.fail_after = fail;
    Numbers numbers = numbers_of(&arena, f->numbers, &text, &words);
    dates_of(&arena, f->dates, &text, &words, &numbers, (Day){2024, 7, 17});
    date_anchor(&arena, f->dates, &text, &words, &numbers);
    arena_fini(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_written),
      cmocka_unit_test(test_hijri),
      cmocka_unit_test(test_relative),
      cmocka_unit_test(test_since_a_noun),
      cmocka_unit_test(test_around_the_year),
      cmocka_unit_test(test_undated),
      cmocka_unit_test(test_quotes),
      cmocka_unit_test(test_days_of_a_date),
      cmocka_unit_test(test_which_date_tells_more),
      cmocka_unit_test(test_day_parse),
      cmocka_unit_test(test_days_go_there_and_back),
      cmocka_unit_test(test_hijri_goes_there_and_back),
      cmocka_unit_test(test_easter),
      cmocka_unit_test(test_every_day_reads_back),
      cmocka_unit_test(test_any_order_keeps_spans_apart),
      cmocka_unit_test(test_long_runs_end),
      cmocka_unit_test(test_memory_may_run_out_anywhere),
  };
  return cmocka_run_group_tests(tests, lang_setup, lang_teardown);
}
