/* Actors: listed and built names, where they end, who they are on the day. */
#include "know_setup.h"

typedef struct Case {
  const char *text, *span;
  const char *id, *type, *country; /* NULL: not asked */
} Case;

static const Case CASES[] = {
    /* listed names, quotes, abbreviations beside them */
    {"قتل قيادي في تنظيم داعش.", "تنظيم داعش", "isis", "armed group", NULL},
    {"قتل قيادي في داعش الإرهابي.", "داعش الإرهابي", "isis", NULL, NULL},
    {"أعلن تنظيم \"الدولة الإسلامية\" مسؤوليته.", "تنظيم \"الدولة الإسلامية\"", "isis", NULL, NULL},
    {"أعلنت قوات سوريا الديمقراطية - قسد اعتقال شخص.", "قوات سوريا الديمقراطية - قسد", "sdf", NULL, "SY"},
    {"أعلنت قوات سوريا الديمقراطية (قسد) اعتقال شخص.", "قوات سوريا الديمقراطية (قسد)", "sdf", NULL, NULL},
    {"أعلنت \"قسد\" اعتقال شخص.", "قسد", "sdf", NULL, NULL},
    {"قالت قوات سورية الديموقراطية إنها تقدمت.", "قوات سورية الديموقراطية", "sdf", NULL, NULL},
    {"قالت القيادة المركزية الأمريكية إنها نفذت ضربة.", "القيادة المركزية الأمريكية", "centcom", NULL, "US"},
    {"قالت القيادة المركزية الأميركية إنها نفذت ضربة.", "القيادة المركزية الأميركية", "centcom", NULL, NULL},
    {"نشرت سنتكوم بياناً.", "سنتكوم", "centcom", NULL, NULL},
    {"قالت القوات الأميركية إنها انسحبت.", "القوات الأميركية", "us-forces", "military", "US"},
    {"نفذ طيران التحالف الدولي غارة.", "طيران التحالف الدولي", "coalition-oir", NULL, NULL},
    {"اشتبك الجيش مع كتائب حزب الله العراقي.", "كتائب حزب الله العراقي", "kataib-hezbollah", NULL, "IQ"},
    {"قصف حزب الله اللبناني الموقع.", "حزب الله اللبناني", "hezbollah", NULL, "LB"},
    {"أعلنت حركة حماس الحداد.", "حركة حماس", "hamas", NULL, "PS"},
    {"وثق المرصد السوري لحقوق الإنسان مقتل ثلاثة.", "المرصد السوري لحقوق الإنسان", "sohr", "monitor", NULL},
    {"قالت خلية الإعلام الأمني إن العملية مستمرة.", "خلية الإعلام الأمني", "security-media-cell", NULL, "IQ"},
    {"أعلنت قيادة عمليات نينوى بدء الحملة.", "قيادة عمليات نينوى", "nineveh-operations-command", NULL, "IQ"},
    {"أطلق مسلحون مجهولون النار.", "مسلحون مجهولون", "unidentified-gunmen", "unidentified", NULL},
    {"هاجم الحوثيون الموقع.", "الحوثيون", "houthis", NULL, "YE"},
    {"فر عناصر ميليشيات الحوثي.", "ميليشيات الحوثي", "houthis", NULL, NULL},
    {"دعا مجلس الأمن الدولي إلى وقف القتال.", "مجلس الأمن الدولي", "unsc", "igo", NULL},
    {"للتحالف الدولي قاعدة هنا.", "تحالف الدولي", "coalition-oir", NULL, NULL},
    {"اعتقلت الشرطة التركية رجلاً.", "الشرطة التركية", "", "police", "TR"},
    /* built ones */
    {"انتشر الجيش الكندي في المدينة.", "الجيش الكندي", "", "military", "CA"},
    {"قالت وزارة الخارجية اليابانية إنها قلقة.", "وزارة الخارجية اليابانية", "", NULL, "JP"},
    {"قالت وزارة الصحة إن العدد ارتفع.", "وزارة الصحة", "", "government", NULL},
    {"أعلنت نقابة الأطباء الإضراب.", "نقابة الأطباء", "", "ngo", NULL},
    {"استقالت حكومة إسبانيا.", "حكومة إسبانيا", "", "government", "ES"},
    {"نفت القوات المسلحة الكولومبية الخبر.", "القوات المسلحة الكولومبية", "", "military", "CO"},
    {"قال المكتب الإعلامي للتحالف الدولي إن الضربة دقيقة.", "المكتب الإعلامي للتحالف الدولي", "", "press office", NULL},
    {"تبنت كتائب الزرقوطي الهجوم.", "كتائب الزرقوطي", "", "armed group", NULL},
    {"انشق عن تنظيم \"رايات الفجر\" اثنان.", "تنظيم \"رايات الفجر\"", "", "armed group", NULL},
    {"وصلت قوات أميركية إلى القاعدة.", "قوات أميركية", "us-forces", NULL, "US"},
    {"أوقفت شرطة لندن رجلاً.", "شرطة لندن", "scotland-yard", NULL, NULL},
};

static const struct {
  const char *text, *span;
} SILENT[] = {
    {"قصفت الطائرات القاعدة العسكرية.", "القاعدة"},
    {"توقفت حركة السير في الشارع.", "حركة"},
    {"عبرت السفن قناة السويس.", "قناة"},
    {"استقبلهم الناس بحماس.", "حماس"},
    {"تجمع حشد من الناس.", "حشد"},
    {"وصل إلى موقع الحادث.", "موقع"},
    {"كانت شركات الطيران البريطانية مغلقة.", "الطيران"},
    {"غرقت السفينة في أعماق البحر.", "أعماق"},
    {"بدأت الصحوة من النوم.", "النوم"},
};

static const ActorMention *find_actor(const Read *read, const char *span) {
  for (uint32_t i = 0; i < read->mentions.nactors; i++)
    if (str_eq(text_slice(&read->text, read->mentions.actors[i].span), str_of(span))) return &read->mentions.actors[i];
  return NULL;
}

static bool wrong(Str got, const char *want) { return want && !str_eq(got, str_of(want)); }

static void test_names(void **state) {
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
    const Case *c = &CASES[i];
    Read read = world_read(*state, c->text, (Day){2024, 7, 1}, "");
    const ActorMention *m = find_actor(&read, c->span);
    if (!m && read.mentions.nactors) {
      Str got = text_slice(&read.text, read.mentions.actors[0].span);
      fail_msg("%s: got %.*s", c->text, STR_ARG(got));
    }
    if (!m) fail_msg("%s: nothing", c->text);
    if (wrong(m->id, c->id) || wrong(m->type, c->type) || wrong(m->country, c->country))
      fail_msg("%s: %.*s, %.*s, %.*s", c->text, STR_ARG(m->id), STR_ARG(m->type), STR_ARG(m->country));
  }
}

static void test_words_stay_words(void **state) {
  for (size_t i = 0; i < sizeof SILENT / sizeof *SILENT; i++) {
    Read read = world_read(*state, SILENT[i].text, (Day){0}, "");
    uint32_t start = (uint32_t)(strstr(SILENT[i].text, SILENT[i].span) - SILENT[i].text);
    Span word = {start, start + (uint32_t)strlen(SILENT[i].span)};
    for (uint32_t k = 0; k < read.mentions.nactors; k++)
      if (span_overlap(read.mentions.actors[k].span, word)) fail_msg("%s", SILENT[i].text);
  }
}

/* A name is whose it was on the day of publication. */
static void test_validity(void **state) {
  Read read = world_read(*state, "تقدم الجيش السوري نحو القرية.", (Day){2017, 3, 1}, "");
  const ActorMention *m = find_actor(&read, "الجيش السوري");
  assert_non_null(m);
  assert_true(str_eq(m->id, STR("syrian-arab-army")));
  read = world_read(*state, "تقدم الجيش السوري نحو القرية.", (Day){2025, 3, 1}, "");
  m = find_actor(&read, "الجيش السوري");
  assert_non_null(m);
  assert_true(str_eq(m->id, STR("syrian-army")));
}

/* «التنظيم», «الحركة» go back to who was named. */
static void test_back(void **state) {
  Read read = world_read(*state, "قتل قيادي في داعش. وقال السكان إن التنظيم انسحب.", (Day){0}, "");
  const ActorMention *m = find_actor(&read, "التنظيم");
  assert_non_null(m);
  assert_true(str_eq(m->id, STR("isis")));
  read = world_read(*state, "هاجمت حركة طالبان الموقع، ثم قالت الحركة إنها انسحبت.", (Day){2020, 1, 1}, "");
  m = find_actor(&read, "الحركة");
  assert_non_null(m);
  assert_true(str_eq(m->id, STR("taliban")));
  read = world_read(*state, "قال السكان إن التنظيم انسحب.", (Day){0}, "");
  assert_null(find_actor(&read, "التنظيم"));
}

/* Of those that share a name, the one in whose theatre the text is. */
static void test_shared(void **state) {
  static const struct {
    const char *text, *span, *id; /* empty: nobody knows which */
  } cases[] = {
      {"قصفت طائرات التحالف مواقع الحوثيين في صعدة.", "طائرات التحالف", "saudi-coalition"},
      {"قصفت طائرات التحالف مواقع التنظيم قرب الرقة.", "طائرات التحالف", "coalition-oir"},
      /* who was named before; who is told by a name of his own; the countries of the whole text */
      {"أعلن التحالف الدولي بدء الهجوم. وقال إن مقاتلات التحالف شاركت فيه.", "مقاتلات التحالف", "coalition-oir"},
      {"مقاتلات التحالف تقصف جسراً. وقال متحدث باسم تحالف دعم الشرعية إن الجسر دمر.", "مقاتلات التحالف",
       "saudi-coalition"},
      {"قوات التحالف تتقدم. وقال سكان في تعز إن القتال عنيف.", "قوات التحالف", "saudi-coalition"},
      {"تقدم الجيش الوطني نحو مطار طرابلس في ليبيا.", "الجيش الوطني", "lna"},
      {"تقدم الجيش الوطني نحو مدينة تعز.", "الجيش الوطني", "yemeni-forces"},
      {"قالت قوات التحالف إن الهجوم وقع في كابول.", "قوات التحالف", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Read read = world_read(*state, cases[i].text, (Day){2018, 3, 1}, "");
    const ActorMention *m = find_actor(&read, cases[i].span);
    bool right = m && str_eq(m->id, str_of(cases[i].id)) &&
                 str_eq(m->type, STR("coalition")) != (strstr(cases[i].text, "الجيش") != NULL);
    if (!right) fail_msg("%s: %.*s", cases[i].text, STR_ARG(m ? m->id : STR("nothing")));
  }
}

static void test_classes(void **state) {
  World *w = *state;
  Read read = world_read(w, "نقلت وكالة رويترز عن الجيش العراقي.", (Day){0}, "");
  const ActorMention *wire = find_actor(&read, "وكالة رويترز"), *army = find_actor(&read, "الجيش العراقي");
  assert_non_null(wire);
  assert_non_null(army);
  assert_true(wire->source && !army->source);
  assert_true(army->classes & lexicon_class(&w->lexicon, STR("force")));
  assert_true(wire->classes & lexicon_class(&w->lexicon, STR("media")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names), cmocka_unit_test(test_words_stay_words), cmocka_unit_test(test_validity),
      cmocka_unit_test(test_back),  cmocka_unit_test(test_shared),           cmocka_unit_test(test_classes),
  };
  return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
