/* What numbers a sentence has. One row a sentence; what must come out is written short:
 *
 *   50      a cardinal        2..     a lower bound     5..7   a range     ~60   about
 *   o3      an ordinal        90%     a percentage      x2     a multiple  #7    a label
 *   2n      the noun's own number     10+   a change by so much
 *
 * The sentences are made up; the near misses among them must give nothing. */
#include "lang_setup.h"

#include <math.h>

static Str number_short(Arena *arena, const Number *n) {
  static const char *const before[] = {"", "o", "", "x", "#"};
  Str min = arena_printf(arena, "%.10g", n->min), max = STR("");
  if (isinf(n->max))
    max = STR("..");
  else if (n->max > n->min)
    max = arena_printf(arena, "..%.10g", n->max);
  return arena_printf(arena, "%s%s%.*s%.*s%s%s%s", n->approx ? "~" : "", before[n->kind], STR_ARG(min), STR_ARG(max),
                      n->kind == NUMBER_PERCENT ? "%" : "", n->noun ? "n" : "", n->change ? "+" : "");
}

static Numbers read(Lang *f, const char *sentence, bool with_words, Text *text) {
  arena_reset(&f->document);
  *text = text_of(&f->document, str_of(sentence));
  Words words = {0};
  if (with_words) words = words_of(&f->document, &f->lexicon, text);
  return numbers_of(&f->document, f->numbers, text, &words);
}

static Str all_short(Lang *f, const char *sentence, bool with_words) {
  Text text;
  Numbers numbers = read(f, sentence, with_words, &text);
  Str out = STR("");
  for (uint32_t i = 0; i < numbers.n; i++) {
    Str one = number_short(&f->document, &numbers.at[i]);
    out = arena_printf(&f->document, "%.*s%s%.*s", STR_ARG(out), i ? " " : "", STR_ARG(one));
  }
  return out;
}

typedef struct Row {
  const char *sentence, *numbers;
} Row;

static uint32_t check(Lang *f, const Row *rows, size_t n, bool with_words) {
  uint32_t wrong = 0;
  for (size_t i = 0; i < n; i++) {
    Str got = all_short(f, rows[i].sentence, with_words);
    if (str_eq(got, str_of(rows[i].numbers))) continue;
    print_error("%s\n  got  %.*s\n  want %s\n", rows[i].sentence, STR_ARG(got), rows[i].numbers);
    wrong++;
  }
  return wrong;
}

#define CHECK(rows, words) assert_int_equal(check(*state, rows, sizeof(rows) / sizeof *(rows), words), 0)

static const Row DIGITS[] = {
    {"وصلت 250 سلة غذائية", "250"},
    {"وصلت ٢٥٠ سلة غذائية", "250"},
    {"وصلت ۲۵۰ سلة غذائية", "250"},
    {"نزح 1,250 شخصا", "1250"},
    {"نزح ١٬٢٥٠ شخصا", "1250"},
    {"نزح 12,345,678 شخصا", "12345678"},
    {"نزح 1.250.000 شخص", "1250000"},
    {"نزح 10 000 شخص", "10000"},
    {"نزح 1.250 شخصا من البلدة", "1250"},
    {"بلغ الوزن 1.250 طن", "1250"},
    {"بلغ الإنتاج 1.250 مليون برميل", "1250000"},
    {"على عمق ٢٫٥ متر", "2.5"},
    {"نحو 2,5 مليون نازح", "~2500000"},
    {"نما الاقتصاد 8ر1 بالمئة", "1.8%"},
    {"وزعت 3 آلاف و500 سلة", "3500"},
    {"أصيب 7 و8 آخرون", "7 8"},
    {"درجة الحرارة -5 درجات", "-5"},
    {"-5 جرحى في انفجار", "5"},
    {"11/10", "1.1"},
    {"وصل يوم 11/10 إلى المدينة", "#11"},
    {"قتل 5-7 مسلحين", "5..7"},
    {"نقل 5 - 7 جرحى", "5..7"},
    {"فاز الفريق 3-1 أمس", "#3"},
    {"فاز الفريق 3 - 1 أمس", "#3 #1"},
    {"9 من كل 10 أطفال", "x0.9"},
    {"( 12 ) قتيلا", "12"},
    {"بلغ عدد السكان (1,2) مليون نسمة", "1200000"},
    {"جرح3 أشخاص", "3"},
};

static const Row WORDS[] = {
    {"خمسة جنود", "5"},
    {"ثلاثة عشر مسلحا", "13"},
    {"إحدى عشرة غارة", "11"},
    {"واثنتا عشرة قذيفة", "12"},
    {"ثماني عشرة امرأة", "18"},
    {"واحد وعشرون أسيرا", "21"},
    {"خمسة و عشرين أسيرا", "25"},
    {"مئة وثلاثة وخمسون ألف نازح", "153000"},
    {"ثلاثمئة وخمسون", "350"},
    {"ثلاثمائة", "300"},
    {"ستة مائة وأربعة", "604"},
    {"مئتي قذيفة", "200"},
    {"ألفي مقاتل", "2000"},
    {"ألفا مقاتل", "2000"},
    {"43 ألفاً من العوائل", "43000"},
    {"مليونان وثلاثمئة ألف", "2300000"},
    {"ألف وخمسمئة مليون دولار", "1500000000"},
    {"خمسة آلاف وستة آلاف", "5000 6000"},
    {"مليون ونصف المليون لاجئ", "1500000"},
    {"نصف مليون لاجئ", "500000"},
    {"ثلاثة أرباع المليون", "750000"},
    {"نصف السكان نزحوا", "x0.5"},
    {"ثلثا المنازل", "x0.6666666667"},
    {"تلاتة شهداء", "3"},
    {"خمستاشر واحد", "15 1"},
    {"صفر", "0"},
    {"واحد فاصلة خمسة", "1.5"},
    {"خمسة وثلاثة وعشرون", "5 23"},
    {"عشرون وثلاثة", "20 3"},
    {"الأطفال الثلاثة", "3"},
    {"كلام متين وصلب", ""},
};

static const Row BOUNDS[] = {
    {"نحو 60 شاحنة", "~60"},
    {"حوالى ثلاثين مسلحا", "~30"},
    {"ما يقارب الـ 400 عائلة", "~400"},
    {"ما يقدر بنحو 400 عائلة", "~400"},
    {"400 عائلة تقريبا", "~400"},
    {"توجهت نحو قواعد عسكرية", ""},
    {"سار نحو الحدود", ""},
    {"أكثر من 9 آلاف محتجز", "9000.."},
    {"ما لا يقل عن 16 مدنيا", "16.."},
    {"16 مدنيا على الأقل", "16.."},
    {"على الأقل 16 مدنيا", "16.."},
    {"قتل 16 جنديا على الأقل وتسعة مدنيين", "16.. 9"},
    {"16 مدنيا، على الأقل، في القصف", "16.."},
    {"أكثر من «70» عنصرا", "70.."},
    {"نحو (33) جريحا", "~33"},
    {"20 قتيلا فأكثر", "20.."},
    {"تجاوز عدد القتلى 50", "50.."},
    {"تجاوزت 70 ألفا", "70000.."},
    {"تجاوز الخلاف مع جيرانه", ""},
    {"سعى لتجاوز 3 عقبات", "3"},
    {"أقل من عشرين", "0..20"},
    {"لا يتجاوز عددهم 10", "0..10"},
    {"10 كحد أقصى", "0..10"},
    {"أكثر من نحو 20 منزلا", "~20.."},
    {"أكثر من أي وقت مضى", ""},
    {"عشرات القتلى", "20.."},
    {"مئات الأسر", "200.."},
    {"آلاف النازحين", "2000.."},
    {"عشرات الآلاف من النازحين", "20000.."},
    {"مئات آلاف الدولارات", "200000.."},
    {"ملايين اللاجئين", "2000000.."},
    {"بضعة أيام", "3..9"},
    {"بضعة آلاف", "3000..9000"},
    {"بضع عشرات من المسلحين", "30..90"},
    {"عشرون ونيف", "20..29"},
    {"بين 5 و7 آلاف نازح", "5000..7000"},
    {"ما بين 120 ألفا و300 ألف دولار", "120000..300000"},
    {"بين خمسة وعشرة جنود", "5..10"},
    {"بين الجيش والمسلحين", ""},
    {"من 10 إلى 15 شخصا", "10..15"},
    {"أربعة أو خمسة مهاجمين", "4..5"},
    {"من 5 إلى 7 بالمئة", "5..7%"},
    {"ارتفع العدد من 10 إلى 15", "10 15"},
};

static const Row KINDS[] = {
    {"90% من السكان", "90%"},
    {"%90 من السكان", "90%"},
    {"تسعون في المئة من السكان", "90%"},
    {"ارتفعت الهجمات بنسبة 30%", "30%+"},
    {"انخفضت بـ12 نقطة", "12+"},
    {"ارتفعت الحصيلة إلى 12", "12"},
    {"بنسبة 30% من الأصوات", "30%"},
    {"ضعف عدد العمليات", "x2"},
    {"بسبب ضعف الجيش", ""},
    {"ثلاثة أضعاف المساحة", "x3"},
    {"تضاعف العدد أربع مرات", "x4"},
    {"قصفت البلدة أربع مرات", "4"},
    {"الحرب العالمية الثانية", "o2"},
    {"في دورته الحادية والعشرين", "o21"},
    {"الذكرى الثالثة عشرة للحرب", "o13"},
    {"المركز التسعين", "o90"},
    {"التسعين مقاتلا", "90"},
    {"قال باول أمام المجلس", ""},
    {"للمرة الأولى منذ سنوات", "o1"},
    {"اللواء السابع للحشد", "#7"},
    {"الفرقة 17 في الرقة", "#17"},
    {"القرار 2254", "#2254"},
    {"قرار مجلس الأمن رقم 2254", "#2254"},
    {"المادة الخامسة من الميثاق", "#5"},
    {"من الجيش (فق10) في المنطقة", "#10"},
    {"طائرات F-16 وإف 35", "#16 #35"},
    {"لقاح كوفيد-19", "#19"},
    {"عند الساعة 10:30", "#10"},
    {"الساعة العاشرة والنصف صباحا", "#10"},
    {"في الساعة 8 مساء", "#8"},
    {"هاتف 0933123456", "#933123456"},
    {"عام 2011", "#2011"},
    {"منذ 2011 وحتى 2015", "#2011 #2015"},
    {"اعتقلوا في 2015 نازحا جديدا", "#2015"},
    {"تشن منذ 2015 عمليات عسكرية", "#2015"},
    {"في 2000 قرية", "2000"},
    {"وصل 2015 نازحا", "2015"},
    {"مونديال 2022", "#2022"},
    {"مجموعة 5+1", "#5"},
    {"1- قتل جندي", "#1"},
    {"قتل الجنديان يوم الاثنين", "2n"},
};

static const Row NOUNS[] = {
    {"نفذ عمليتين أمنيتين في المدينة", "2n"},
    {"القبض على هدفين", "2n"},
    {"استهدفت سيارتان مفخختان الحاجز", "2n"},
    {"أصيب مدنيان بجروح", "2n"},
    {"محافظتي درعا والسويداء", "2n"},
    {"في رحلتي الجديدة", ""},
    {"مقتل مدنيين اثنين", "2n"},
    {"مقتل عسكريين تركيين اثنين", "2n"},
    {"أصيب جنديان آخران", "2n"},
    {"أصيب خمسة آخرون", "5"},
    {"مقتل مدنيين في القصف", "2..n"},
    {"القبض على مسلحين قرب الحدود", "2..n"},
    {"نقلا عن المسلحين", ""},
    {"عثر على كميات كبيرة من الأسلحة", ""},
    {"اعتقال 20 مسلحين", "20"},
    {"مسلحي التنظيم", ""},
    {"قتل جنديين على الأقل", "2..n"},
    {"أكثر من عمليتين في اليوم", "2..n"},
    {"أحد مرافقيه", "1n"},
    {"هو وأحد مرافقيه", "1n"},
    {"لم يصب أحد", ""},
    {"إحدى القرى", "1n"},
    {"مقتل شخص وإصابة آخر", "1n"},
    {"تحدث بشكل آخر", ""},
    {"مقتل جندي وإصابة آخرين", "2..n"},
    {"دون وقوع إصابات", "0n"},
    {"دون أن يسفر الهجوم عن ضحايا", "0n"},
    {"لم يسقط قتلى", "0n"},
    {"دون تحديد عدد الضحايا", ""},
    {"لم يعرف عدد القتلى", ""},
    {"مملكة البحرين", ""},
    {"وصلوا إلى القصرين", ""},
    {"خادم الحرمين الشريفين", ""},
    {"مدينة القريتين بريف حمص", ""},
    {"سجل كيليان هدفا", ""},
    {"قال الثنيان للصحيفة", ""},
    {"استولوا على قريتين", "2n"},
    {"العلاقات بين البلدين", "2n"},
    {"فاز المتسابقان", "2n"},
    {"غادروا القاعة مشيرين إلى خلافات", ""},
    {"اعتقال فلسطينيين في الخليل", "2..n"},
    {"كانوا غاضبين من القرار", ""},
    {"في وجدان الناس", ""},
};

static void test_digits(void **state) { CHECK(DIGITS, true); }
static void test_words(void **state) { CHECK(WORDS, true); }
static void test_bounds(void **state) { CHECK(BOUNDS, true); }
static void test_kinds(void **state) { CHECK(KINDS, true); }
static void test_nouns(void **state) { CHECK(NOUNS, true); }

/* What needs no analyser comes out without it. */
static void test_without_words(void **state) {
  CHECK(WORDS, false);
  CHECK(BOUNDS, false);
}

typedef struct Quote {
  const char *sentence, *quote;
} Quote;

static const Quote QUOTES[] = {
    {"قتل أكثر من 9 آلاف مسلح", "أكثر من 9 آلاف"},
    {"مقتل ١٢٫٥ ألفاً.", "١٢٫٥ ألفاً"},
    {"نحو «ستين» شاحنة", "ستين"},
    {"بلغت 90 % تقريبا", "90 % تقريبا"},
    {"التحالف الـ83 دولة", "الـ83"},
    {"بين 5 و7 جرحى", "بين 5 و7"},
    {"خمســـة جنود", "خمســـة"},
    {"مليونين ونصف المليون دولار", "مليونين ونصف المليون"},
};

static void test_quotes(void **state) {
  for (size_t i = 0; i < sizeof QUOTES / sizeof *QUOTES; i++) {
    Text text;
    Numbers numbers = read(*state, QUOTES[i].sentence, true, &text);
    assert_int_equal(numbers.n, 1);
    assert_str(text_slice(&text, numbers.at[0].span), str_of(QUOTES[i].quote));
  }
}

/* ---- properties ---- */

static const char *const UNITS[] = {"",    "واحد", "اثنان",  "ثلاثة", "أربعة", "خمسة",
                                    "ستة", "سبعة", "ثمانية", "تسعة",  "عشرة"};
static const char *const TENS[] = {"", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"};
static const char *const HUNDREDS[] = {"",       "مئة",   "مئتان",  "ثلاثمئة", "أربعمئة",
                                       "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"};

static void join(char *out, size_t room, const char *word) {
  size_t n = strlen(out);
  snprintf(out + n, room - n, "%s%s", n ? " و" : "", word);
}

static void spell_small(char *out, size_t room, uint32_t n) {
  char teen[64];
  if (n >= 100) join(out, room, HUNDREDS[n / 100]);
  n %= 100;
  if (n == 11 || n == 12) {
    join(out, room, n == 11 ? "أحد عشر" : "اثنا عشر");
  } else if (n > 12 && n < 20) {
    snprintf(teen, sizeof teen, "%s عشر", UNITS[n - 10]);
    join(out, room, teen);
  } else if (n <= 10) {
    if (n) join(out, room, UNITS[n]);
  } else {
    if (n % 10) join(out, room, UNITS[n % 10]);
    join(out, room, TENS[n / 10]);
  }
}

static void spell_scale(char *out, size_t room, uint32_t n, const char *one, const char *two, const char *few,
                        const char *many) {
  char part[256] = "", whole[400];
  if (!n) return;
  if (n == 1 || n == 2) {
    join(out, room, n == 1 ? one : two);
    return;
  }
  spell_small(part, sizeof part, n);
  uint32_t end = n % 100;
  snprintf(whole, sizeof whole, "%s %s", part, end >= 3 && end <= 10 ? few : end >= 11 ? many : one);
  join(out, room, whole);
}

/* Whatever is written in words reads back as itself. */
static void test_spelled_numbers_read_back(void **state) {
  uint64_t seed = 42;
  for (int k = 0; k < 3000; k++) {
    uint32_t size = 1;
    for (uint64_t digits = test_random(&seed) % 9; digits > 0; digits--) size *= 10;
    uint32_t n = (uint32_t)(test_random(&seed) % (9 * (uint64_t)size) + size);
    /* «ألف» behind «مئة و»: 101,000 would be "a hundred and a thousand" */
    if (n % 1000000 / 1000 % 100 == 1 || n % 1000000 / 1000 % 100 == 2) continue;
    if (n / 1000000 % 100 == 1 || n / 1000000 % 100 == 2) n %= 1000000;
    if (!n) continue;
    char words[1000] = "";
    spell_scale(words, sizeof words, n / 1000000, "مليون", "مليونان", "ملايين", "مليوناً");
    spell_scale(words, sizeof words, n / 1000 % 1000, "ألف", "ألفان", "آلاف", "ألفاً");
    spell_small(words, sizeof words, n % 1000);
    Text text;
    Numbers numbers = read(*state, words, true, &text);
    if (numbers.n != 1 || numbers.at[0].min != n || numbers.at[0].max != n)
      fail_msg("%u: %s: %u numbers, the first %.0f", n, words, numbers.n, numbers.n ? numbers.at[0].min : -1.0);
  }
}

/* Words of number thrown together in any order: numbers stay in order, apart and inside. */
static void test_any_order_keeps_spans_apart(void **state) {
  static const char *const parts[] = {
      "من",  "بين",     "و",      "5",      "إلى",   "ألف",  "مئة", "ونصف",  "%",     "-",      "1,5",
      "نحو", "أكثر من", "عشرات",  "الآلاف", "أحد",   "عشر",  "لم",  "يسقط",  "قتلى",  "الساعة", "(",
      ")",   "2011",    "فق",     "آخر",    "فاصلة", "بضعة", "ضعف", "عدد",   "أضعاف", "الثاني", "والعشرين",
      "/",   "ر",       "مدنيين", "اثنين",  "\n",    ".",    "الـ", "ثلاثة", "مليونا"};
  uint64_t seed = 7;
  for (int k = 0; k < 4000; k++) {
    char sentence[1200] = "";
    for (uint64_t n = test_random(&seed) % 30; n > 0; n--) {
      size_t at = strlen(sentence);
      snprintf(sentence + at, sizeof sentence - at, "%s%s", parts[test_random(&seed) % (sizeof parts / sizeof *parts)],
               test_random(&seed) % 4 ? " " : "");
    }
    Text text;
    Numbers numbers = read(*state, sentence, k % 2, &text);
    for (uint32_t i = 0; i < numbers.n; i++) {
      const Number *n = &numbers.at[i];
      assert_true(n->first < n->last && n->last <= text.ntokens && n->span.start < n->span.end);
      assert_true(n->min <= n->max && !isnan(n->min));
      assert_true(!i || numbers.at[i - 1].last <= n->first);
    }
  }
}

static void test_long_runs_end(void **state) {
  static const char *const runs[] = {"1,", "مئة ", "بين ", "من 5 إلى ", "9", "ألف و", "أكثر من ", "(", "5-", "لم "};
  for (size_t k = 0; k < sizeof runs / sizeof *runs; k++) {
    enum { TIMES = 20000 };
    size_t n = strlen(runs[k]);
    char *sentence = malloc(n * TIMES + 1);
    assert_non_null(sentence);
    for (size_t i = 0; i < TIMES; i++) memcpy(sentence + i * n, runs[k], n);
    sentence[n * TIMES] = 0;
    Text text;
    read(*state, sentence, false, &text);
    free(sentence);
  }
}

static void test_memory_may_run_out_anywhere(void **state) {
  Lang *f = *state;
  for (size_t fail = 0; fail < 60; fail++) {
    Arena arena;
    arena_init(&arena, (size_t)1 << 24);
    Text text = text_of(&arena, STR("قتل بين 5 و7 آلاف، ونحو 12% من مدنيين اثنين"));
    arena.fail_after = fail;
    Words words = {0};
    numbers_of(&arena, f->numbers, &text, &words);
    arena_fini(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_digits),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_bounds),
      cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_nouns),
      cmocka_unit_test(test_without_words),
      cmocka_unit_test(test_quotes),
      cmocka_unit_test(test_spelled_numbers_read_back),
      cmocka_unit_test(test_any_order_keeps_spans_apart),
      cmocka_unit_test(test_long_runs_end),
      cmocka_unit_test(test_memory_may_run_out_anywhere),
  };
  return cmocka_run_group_tests(tests, lang_setup, lang_teardown);
}
