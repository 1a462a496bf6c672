/* Persons: titles, kunyas, compounds, foreign names, and where a name ends. */
#include "know_setup.h"

typedef struct Case {
  const char *text, *name, *span; /* span NULL: the name itself */
} Case;

static const Case CASES[] = {
    {"قال العقيد واين ماروتو إن الضربة دقيقة.", "واين ماروتو", "العقيد واين ماروتو"},
    {"أعلن اللواء يحيى رسول انطلاق العملية.", "يحيى رسول", "اللواء يحيى رسول"},
    {"زار الجنرال مايكل إريك كوريلا القاعدة.", "مايكل إريك كوريلا", "الجنرال مايكل إريك كوريلا"},
    {"اعتقل المدعو خالد عيد أحمد الجبوري.", "خالد عيد أحمد الجبوري", "المدعو خالد عيد أحمد الجبوري"},
    {"قتل أبو حسن النعيمي في الغارة.", "أبو حسن النعيمي", NULL},
    {"قتل المدعو أبو ياسر أمس.", "أبو ياسر", "المدعو أبو ياسر"},
    {"قتل المدعو \"أبو ياسر\" أمس.", "أبو ياسر", "المدعو \"أبو ياسر\""},
    {"كتب علي تمي على صفحته.", "علي تمي", NULL},
    {"قال عبد الرحمن العبيدي إنه عاد.", "عبد الرحمن العبيدي", NULL},
    {"قال عبدالكريم قاسم إنه عاد.", "عبدالكريم قاسم", NULL},
    {"حكمت المحكمة على الألمانية هيلغا بوركمان بالسجن.", "هيلغا بوركمان", NULL},
    {"التقى محمد بن سلمان الوفد.", "محمد بن سلمان", NULL},
    {"وصل الشيخ تميم بن حمد آل ثاني مساء.", "تميم بن حمد آل ثاني", "الشيخ تميم بن حمد آل ثاني"},
    {"قال نوري المالكي إن الوضع تغير.", "نوري المالكي", NULL},
    {"قال وليد المعلم إن بلاده ترفض.", "وليد المعلم", NULL},
    {"حذر صلاح الدين الزرقوطي من الخطر.", "صلاح الدين الزرقوطي", NULL},
    {"خطب حسن نصر الله مساء.", "حسن نصر الله", NULL},
    {"شارك عمر ضيف الله الزايدي في المؤتمر.", "عمر ضيف الله الزايدي", NULL},
    {"قال وزير الخارجية الروسي سيرغي لافروف إنه متفائل.", "سيرغي لافروف", NULL},
    {"رفض الرئيس الأميركي دونالد ترامب العرض.", "دونالد ترامب", NULL},
    {"قالت المتحدثة باسم البعثة ديرينكا فولكوفا إن العدد ارتفع.", "ديرينكا فولكوفا", NULL},
    {"قال السيد أحمد حسن إنه بريء.", "أحمد حسن", "السيد أحمد حسن"},
    {"أصيب الطفل سامر خليل بجروح.", "سامر خليل", "الطفل سامر خليل"},
    {"ولد أينشتاين في مدينة أولم.", "أينشتاين", NULL},
    {"قال المستشار جون بولتون إن القرار قريب.", "جون بولتون", NULL},
    {"دعا أيمن عودة إلى التحقيق.", "أيمن عودة", NULL},
    {"التقى الوفد بان كي مون في جنيف.", "بان كي مون", NULL},
    {"التقى رئيس كوريا الجنوبية مون جيه إن نظيره.", "مون جيه إن", NULL},
    {"أعلن محمد عودة النازحين.", "محمد", NULL},
    {"التقى عبدي حسن ورسمي وفداً.", "عبدي حسن ورسمي", NULL},
    {"قال بوتين إن بلاده مستعدة.", "بوتين", NULL},
    {"التقى ترامب وأردوغان في القمة.", "أردوغان", NULL},
    {"زارت فاطمة الزهراوي أهلها.", "فاطمة الزهراوي", NULL},
    {"قتل سعيد كريم الدليمي في المعركة.", "سعيد كريم الدليمي", NULL},
    {"التقى حيدر العبادي الوفد. وقال العبادي إن الوضع هادئ.", "العبادي", NULL},
    {"سجل أنتونيو كاسانو الهدف.", "أنتونيو كاسانو", NULL},
    {"قتل المدعو حسين علي الملقب بأبي بكر.", "حسين علي", "المدعو حسين علي"},
    {"اعتقل محمد جاسم الدليمي المكنى أبو بلال.", "محمد جاسم الدليمي", NULL},
    {"صدر حكم على نادر سعادة (23 عاماً) أمس.", "نادر سعادة", NULL},
    {"أصيب المدعو بدر القلعة أمس.", "بدر القلعة", "المدعو بدر القلعة"},
    {"اعتقل المدعو: سالم أحمد أمس.", "سالم أحمد", "المدعو: سالم أحمد"},
    {"قتل صالح بن سالم الأحمدي الزهراني أمس.", "صالح بن سالم الأحمدي الزهراني", NULL},
    {"حكمت المحكمة على الجندي السابق إليؤور بيركاش بالسجن.", "إليؤور بيركاش", NULL},
    {"شاهد الجيران المعلم كيلفن أردوراش قرب بيته.", "كيلفن أردوراش", NULL},
    {"قتل المصور ياسر مرتجى أمس.", "ياسر مرتجى", "المصور ياسر مرتجى"},
    {"وصل الدكتور سالم الزنباعي مساء.", "سالم الزنباعي", "الدكتور سالم الزنباعي"},
    {"أعلن المصدر أن نواز شريف غادر.", "نواز شريف", NULL},
    {"كان الملك عبدالله الثاني في الزيارة.", "عبدالله الثاني", "الملك عبدالله الثاني"},
};

static const struct {
  const char *text, *word;
} SILENT[] = {
    {"استمرت الحرب على لبنان أسبوعاً.", "على"},
    {"التقى محمد القاضي الوفد. وقال القاضي الشرعي إنه بريء.", "الشرعي"},
    {"قال إن القاضي الشرعي غائب.", "القاضي"},
    {"شن الجيش عملية في صلاح الدين.", "صلاح"},
    {"وقع الهجوم على المطار.", "على"},
    {"أصيب رجل أميركي (23 عاماً) أمس.", "رجل"},
    {"زار المدعو سالم الجديد أمس.", "الجديد"},
    {"كان سعيداً بالعودة.", "سعيد"},
    {"قال مصدر أمني إن الوضع هادئ.", "مصدر"},
    {"العدوان الإسرائيلي مستمر.", "العدوان"},
    {"وصل الفريق الوطني صباحاً.", "الفريق"},
    {"كان المتهم مختلاً عقلياً.", "مختل"},
    {"الرجل مواطن سعودي.", "مواطن"},
    {"نفى الرئيس ترامب مراجعة القرار.", "مراجعة"},
    {"انتشر اللواء السابع في المدينة.", "اللواء"},
    {"زار الوفد مستشفى الملك فيصل.", "الملك"},
    {"يقع المنزل في حي الشيخ رضوان.", "رضوان"},
    {"الشارع جميل في المساء.", "جميل"},
    {"توكل على الله وحده.", "الله"},
    {"سافر من لبنان ولبنان بلد صغير.", "ولبنان"},
    {"لكن الله معهم.", "الله"},
    {"وقعت أم أطفال أربعة في النهر.", "أم"},
    {"اقترب شرقي حلب الشرقي من الخراب.", "حلب"},
};

static const PersonMention *find_person(const Read *read, const char *name) {
  for (uint32_t i = 0; i < read->mentions.npersons; i++)
    if (str_eq(text_slice(&read->text, read->mentions.persons[i].name), str_of(name)))
      return &read->mentions.persons[i];
  return NULL;
}

static void test_names(void **state) {
  size_t n = sizeof CASES / sizeof *CASES, good = 0;
  for (size_t i = 0; i < n; i++) {
    const Case *c = &CASES[i];
    Read read = world_read(*state, c->text, (Day){0}, "");
    const PersonMention *m = find_person(&read, c->name);
    if (m && str_eq(text_slice(&read.text, m->span), str_of(c->span ? c->span : c->name))) {
      good++;
      continue;
    }
    print_message("%s\n", c->text);
    for (uint32_t k = 0; k < read.mentions.npersons; k++) {
      Str span = text_slice(&read.text, read.mentions.persons[k].span);
      print_message("  got %.*s\n", STR_ARG(span));
    }
  }
  print_message("%zu of %zu names\n", good, n);
  assert_true(100 * good >= 95 * n);
}

static void test_words_stay_words(void **state) {
  for (size_t i = 0; i < sizeof SILENT / sizeof *SILENT; i++) {
    Read read = world_read(*state, SILENT[i].text, (Day){0}, "");
    uint32_t start = (uint32_t)(strstr(SILENT[i].text, SILENT[i].word) - SILENT[i].text);
    Span word = {start, start + (uint32_t)strlen(SILENT[i].word)};
    for (uint32_t k = 0; k < read.mentions.npersons; k++)
      if (span_overlap(read.mentions.persons[k].span, word)) fail_msg("%s", SILENT[i].text);
  }
}

/* A name told in full is known again by its last part. */
static void test_memory(void **state) {
  Read read =
      world_read(*state, "قال الجنرال مارك زلوتنيك إن العملية نجحت. وأضاف زلوتنيك أن القوات بقيت.", (Day){0}, "");
  assert_non_null(find_person(&read, "مارك زلوتنيك"));
  assert_non_null(find_person(&read, "زلوتنيك"));
}

static void test_flags(void **state) {
  Read read = world_read(*state, "قتل المدعو أبو ياسر وأصيب العقيد سامر خليل.", (Day){0}, "");
  const PersonMention *kunya = find_person(&read, "أبو ياسر"), *officer = find_person(&read, "سامر خليل");
  assert_non_null(kunya);
  assert_non_null(officer);
  assert_true(kunya->kunya && kunya->called);
  assert_true(!officer->kunya && !officer->called);
  assert_true(str_eq(text_slice(&read.text, officer->title), STR("العقيد")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_words_stay_words),
      cmocka_unit_test(test_memory),
      cmocka_unit_test(test_flags),
  };
  return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
