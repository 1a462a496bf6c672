/* Every word of running text, read in its sentence and judged by hand: sentences as a newspaper
 * writes them (war, politics, courts, markets, sport, weather, health), all of their words, so
 * that nothing was chosen because it is easy.
 *
 *   {"قتل ضابط …", "قتل verb perfect 3 sg m; ضابط noun sg; …"}
 *
 * A word's judgement is its lemma, then what must hold of the best reading; «a/b» leaves open
 * what two careful readers would put differently. Proclitics and the pronoun behind must be
 * exactly those named. Not every word must be right: the share of right ones has a floor. */
#include "lang_setup.h"

enum { FLOOR_PER_MILLE = 930, WORDS_AT_LEAST = 300 };

typedef struct Row {
  const char *sentence, *words;
} Row;

static const Row ROWS[] = {
    {"أعلنت وزارة الداخلية العراقية، الثلاثاء، القبض على ثلاثة متهمين بتهريب المخدرات عبر المنفذ الحدودي مع إيران",
     "أعلن verb perfect 3 sg f; وزارة noun sg f; داخلية noun al; عراقي adj f al; ثلاثاء noun al; "
     "قبض noun masdar al; على prep; ثلاثة numeral; متهم noun pl; تهريب noun masdar bi; "
     "مخدر/مخدرات noun pl al; عبر prep; منفذ noun al; حدودي adj m al; مع prep; إيران proper"},
    {"وأضاف المصدر أن المهاجمين كانوا يستقلون دراجة نارية وفروا إلى جهة مجهولة قبل وصول الشرطة",
     "أضاف verb perfect 3 sg m wa; مصدر noun al; أن subord; مهاجم noun pl al; "
     "كان verb perfect 3 pl m; استقل verb imperfect 3 pl m; دراجة noun sg f; ناري adj f; "
     "فر verb perfect 3 pl wa; إلى prep; جهة noun sg f; مجهول adj f; قبل prep; وصول noun masdar; "
     "شرطة noun al"},
    {"لقي سبعة مدنيين حتفهم وأصيب عشرون آخرون جراء قصف صاروخي طال حيا سكنيا في أطراف المدينة",
     "لقي verb perfect 3 sg m; سبعة numeral; مدني noun pl; حتف noun +3pm; "
     "أصاب verb perfect passive wa; عشرون/عشرين numeral; آخر noun/adj pl; جراء prep/noun; "
     "قصف noun masdar; صاروخي adj m; طال verb perfect 3 sg m; حي noun sg m; سكني adj m; في prep; "
     "طرف noun pl; مدينة noun sg f al"},
    {"وأبان الوزير إن وزارته تدرس المشروع",
     "أبان verb perfect 3 sg m wa; وزير noun al; إن subord; وزارة noun sg f +3sm; "
     "درس verb imperfect 3 sg f; مشروع noun al"},
    {"وقال الناطق باسم الجيش إن قواته أسقطت طائرتين مسيرتين حاولتا التسلل من الجهة الشرقية",
     "قال verb perfect 3 sg m wa; ناطق noun al; اسم noun bi; جيش noun al; إن subord; "
     "قوات/قوة noun pl +3sm; أسقط verb perfect 3 sg f; طائرة noun du f; مسير/مسيرة adj du f; "
     "حاول verb perfect 3 du f; تسلل noun masdar al; من prep; جهة noun sg f al; شرقي adj f al"},
    {"ارتفعت أسعار النفط بنسبة اثنين بالمئة في ختام التعاملات بعدما قررت الدول المنتجة خفض إمداداتها",
     "ارتفع verb perfect 3 sg f; سعر noun pl; نفط noun al; نسبة noun bi; اثنين numeral; "
     "مئة numeral/noun bi al; في prep; ختام noun; تعامل noun pl al; بعدما subord; "
     "قرر verb perfect 3 sg f; دولة noun pl al; منتج adj f al; خفض noun masdar; إمداد noun pl +3sf"},
    {"فاز المنتخب السعودي على ضيفه الأسترالي بهدفين مقابل هدف واحد في المباراة التي جمعتهما مساء أمس",
     "فاز verb perfect 3 sg m; منتخب noun al; سعودي adj m al; على prep; ضيف noun sg +3sm; "
     "أسترالي adj m al; هدف noun du bi; مقابل prep/noun; هدف noun sg; واحد adj/numeral; في prep; "
     "مباراة noun sg f al; الذي relative; جمع verb perfect 3 sg f +3d-; مساء noun/adverb; "
     "أمس adverb/noun"},
    {"ينتظر أن يصوت البرلمان الأسبوع المقبل على مشروع قانون يمنح الحكومة صلاحيات واسعة لمكافحة الفساد",
     "انتظر verb imperfect 3 sg m; أن subord; صوت verb imperfect 3 sg m; برلمان noun al; "
     "أسبوع noun al; مقبل adj m al; على prep; مشروع noun; قانون noun; منح verb imperfect 3 sg m; "
     "حكومة noun al; صلاحية noun pl; واسع adj f; مكافحة noun masdar li; فساد noun al"},
    {"وأفادت مصادر طبية بأن حصيلة ضحايا الفيضانات ارتفعت إلى مئتي قتيل فيما لا يزال العشرات في عداد المفقودين",
     "أفاد verb perfect 3 sg f wa; مصدر noun pl; طبي adj f; أن subord bi; حصيلة noun sg f; "
     "ضحية noun pl; فيضان noun pl al; ارتفع verb perfect 3 sg f; إلى prep; "
     "مئة/مئتان/مئتين numeral; قتيل noun sg; فيما subord; لا negation; زال verb imperfect 3 sg m; "
     "عشرات/عشرة noun/numeral al; في prep; عداد noun; مفقود noun pl al"},
    {"حكمت محكمة الجنايات في القاهرة بالسجن المؤبد على رجل أدين بقتل زوجته طعنا بسكين",
     "حكم verb perfect 3 sg f; محكمة noun sg; جناية noun pl al; في prep; قاهرة proper/noun al; "
     "سجن noun bi al; مؤبد adj m al; على prep; رجل noun sg; أدان verb perfect passive; "
     "قتل noun masdar bi; زوجة/زوج noun sg f +3sm; طعن noun masdar; سكين noun bi"},
    {"دعت الأمم المتحدة أطراف النزاع في السودان إلى وقف فوري لإطلاق النار وفتح ممرات آمنة أمام المساعدات",
     "دعا verb perfect 3 sg f; أمة/أمم noun pl al; متحد/متحدة adj f al; طرف noun pl; "
     "نزاع noun al; في prep; سودان proper al; إلى prep; وقف noun masdar; فوري adj m; "
     "إطلاق noun masdar li; نار noun al; فتح noun masdar wa; ممر noun pl; آمن adj f; أمام prep; "
     "مساعدة noun pl al"},
    {"تشهد مدن الشمال السوري منذ أيام احتجاجات يومية للمطالبة بتحسين الخدمات وإطلاق سراح المعتقلين",
     "شهد verb imperfect 3 sg f; مدينة noun pl; شمال noun al; سوري adj m al; منذ prep; "
     "يوم noun pl; احتجاج noun pl; يومي adj f; مطالبة noun masdar li al; تحسين noun masdar bi; "
     "خدمة noun pl al; إطلاق noun masdar wa; سراح noun; معتقل noun pl al"},
    {"لم تتبن أي جهة مسؤوليتها عن التفجير الذي استهدف موكب المحافظ لكن أصابع الاتهام تشير إلى تنظيم الدولة",
     "لم negation; تبنى verb imperfect 3 sg f; أي noun/pronoun/adj/particle; جهة noun sg f; "
     "مسؤولية noun sg f +3sf; عن prep; تفجير noun al; الذي relative; استهدف verb perfect 3 sg m; "
     "موكب noun; محافظ noun al; لكن conj/subord/particle; إصبع/أصبع noun pl; "
     "اتهام noun masdar al; أشار verb imperfect 3 sg f; إلى prep; تنظيم noun; دولة noun sg f al"},
    {"عثر الأهالي على جثتين مجهولتي الهوية قرب نهر الفرات، وعليهما آثار تعذيب وطلقات نارية",
     "عثر verb perfect 3 sg m; أهل/أهالي noun pl al; على prep; جثة noun du f; "
     "مجهول adj/noun du f construct; هوية noun al; قرب prep; نهر noun; فرات proper/noun al; "
     "على prep wa +3d-; أثر noun pl; تعذيب noun masdar; طلقة noun pl wa; ناري adj f"},
    {"وتعهد الرئيس بمحاسبة المتورطين مشددا على أن حكومته لن تتهاون مع من يهددون أمن المواطنين",
     "تعهد verb perfect 3 sg m wa; رئيس noun al; محاسبة noun masdar bi; متورط noun pl al; "
     "مشدد noun/adj; على prep; أن subord; حكومة noun +3sm; لن negation; "
     "تهاون verb imperfect 3 sg f; مع prep; من relative; هدد verb imperfect 3 pl m; أمن noun; "
     "مواطن noun pl al"},
    {"تتوقع الأرصاد الجوية هطول أمطار غزيرة على المناطق الساحلية اعتبارا من مساء الخميس وحتى صباح السبت",
     "توقع verb imperfect 3 sg f; رصد/أرصاد noun pl al; جوي adj f al; هطول noun masdar; "
     "مطر noun pl; غزير adj f; على prep; منطقة noun pl al; ساحلي adj f al; اعتبار noun masdar; "
     "من prep; مساء noun; خميس noun al; حتى prep wa; صباح noun; سبت noun al"},
    {"استقبل وزير الخارجية في مكتبه السفير التركي وبحثا سبل تعزيز العلاقات بين البلدين",
     "استقبل verb perfect 3 sg m; وزير noun sg m; خارجية noun al; في prep; مكتب noun sg +3sm; "
     "سفير noun al; تركي adj m al; بحث verb perfect 3 du m wa; سبيل noun pl; تعزيز noun masdar; "
     "علاقة noun pl al; بين prep; بلد noun du al"},
    {"أغلقت قوات الاحتلال مداخل القرية واعتدت على عدد من الصحفيين ومنعتهم من التصوير",
     "أغلق verb perfect 3 sg f; قوات/قوة noun pl; احتلال noun al; مدخل noun pl; "
     "قرية noun sg f al; اعتدى verb perfect 3 sg f wa; على prep; عدد noun; من prep; "
     "صحفي noun pl al; منع verb perfect 3 sg f wa +3pm; من prep; تصوير noun masdar al"},
    {"كشفت دراسة حديثة أن تناول القهوة يوميا يقلل خطر الإصابة بأمراض القلب لدى كبار السن",
     "كشف verb perfect 3 sg f; دراسة noun sg f; حديث adj f; أن subord; تناول noun masdar; "
     "قهوة noun al; يومي/يوميا adverb/adj/noun; قلل verb imperfect 3 sg m; خطر noun; "
     "إصابة noun al; مرض noun pl bi; قلب noun al; لدى prep; كبير noun/adj pl; سن noun al"},
    {"قتل ضابط برتبة عقيد واثنان من مرافقيه في كمين نصبه مسلحون مجهولون على الطريق الدولي",
     "قتل verb perfect 3 sg m; ضابط noun sg; رتبة noun bi; عقيد noun sg; اثنين/اثنان numeral wa; "
     "من prep; مرافق noun pl +3sm; في prep; كمين noun sg; نصب verb perfect 3 sg m +3sm; "
     "مسلح noun pl; مجهول adj pl; على prep; طريق noun al; دولي adj m al"},
    {"نفى المتحدث صحة الأنباء التي تداولتها مواقع التواصل واصفا إياها بالشائعات المغرضة",
     "نفى verb perfect 3 sg m; متحدث noun al; صحة noun; نبأ noun pl al; الذي relative; "
     "تداول verb perfect 3 sg f +3sf; موقع noun pl; تواصل noun masdar al; واصف noun/adj; "
     "إيا/إياه/إياها pronoun/particle +3sf; شائعة noun pl bi al; مغرض adj f al"},
    {"هز انفجار عنيف العاصمة كابل صباح اليوم مخلفا دمارا واسعا في المباني المجاورة",
     "هز verb perfect 3 sg m; انفجار noun sg; عنيف adj m; عاصمة noun sg f al; كابل proper; "
     "صباح noun; يوم noun sg al; مخلف noun/adj; دمار noun; واسع adj m; في prep; مبنى noun pl al; "
     "مجاور adj f al"},
    {"لا توجد أدلة على أن الشركة كانت تعلم بالعيوب قبل طرح المنتج في الأسواق بحسب المحققين",
     "لا negation; وجد/أوجد verb imperfect 3 sg f; دليل noun pl; على prep; أن subord; "
     "شركة noun sg f al; كان verb perfect 3 sg f; علم verb imperfect 3 sg f; عيب noun pl bi al; "
     "قبل prep; طرح noun masdar; منتج noun al; في prep; سوق noun pl al; حسب prep/noun bi; "
     "محقق noun pl al"},
    {"وتأتي هذه الزيارة في إطار جولة يقوم بها الوفد وتشمل عددا من دول المنطقة",
     "أتى verb imperfect 3 sg f wa; هذا demonstrative; زيارة noun sg f al; في prep; إطار noun; "
     "جولة noun sg f; قام verb imperfect 3 sg m; ب prep bi +3sf; وفد noun al; "
     "شمل verb imperfect 3 sg f wa; عدد noun; من prep; دولة noun pl; منطقة noun sg f al"},
    {"نزح آلاف السكان سيرا على الأقدام بعد أن دمرت المعارك منازلهم ولم يبق لهم مأوى",
     "نزح verb perfect 3 sg m; ألف noun/numeral pl; ساكن/سكان noun pl al; سير noun masdar; "
     "على prep; قدم noun pl al; بعد prep; أن subord; دمر verb perfect 3 sg f; معركة noun pl al; "
     "منزل noun pl +3pm; لم negation wa; بقي verb imperfect 3 sg m; ل prep li +3pm; مأوى noun"},
};

/* ---- a reading in words ---- */

static bool is_among(Str word, Str choices) {
  while (choices.n)
    if (str_eq(str_cut(&choices, '/'), word)) return true;
  return false;
}

/* Each feature named is the reading's; `named` gathers proclitics and pronoun. */
static bool has_feature(const Reading *r, Str feature, unsigned *clitics, uint8_t *enclitic) {
  static const char *const clitic_names[] = {"wa", "fa", "bi", "ka", "li", "al", "sa", "la", "hamza"};
  static const char *const numbers[] = {"", "sg", "du", "pl"}, *const genders[] = {"", "m", "f"},
                           *const voices[] = {"", "active", "passive", "either"},
                           *const persons[] = {"", "1", "2", "3"};
  for (unsigned i = 0; i < sizeof clitic_names / sizeof *clitic_names; i++)
    if (str_eq(feature, str_of(clitic_names[i]))) return *clitics |= 1u << i, true;
  if (feature.p[0] == '+') {
    *enclitic = (uint8_t)((feature.p[1] - '0') |
                          (feature.p[2] == 's'   ? 1
                           : feature.p[2] == 'd' ? 2
                                                 : 3)
                              << 2 |
                          (feature.p[3] == 'm'   ? 1
                           : feature.p[3] == 'f' ? 2
                                                 : 0)
                              << 4);
    return true;
  }
  if (str_eq(feature, STR("construct"))) return r->construct;
  return is_among(word_pos_name((WordPos)r->pos), feature) || str_eq(feature, word_form_name((WordForm)r->form)) ||
         str_eq(feature, str_of(numbers[r->number])) || str_eq(feature, str_of(genders[r->gender])) ||
         str_eq(feature, str_of(voices[r->voice])) || str_eq(feature, str_of(persons[r->person]));
}

static bool is_right(const Lexicon *lexicon, const Reading *r, Str judged) {
  unsigned clitics = 0;
  uint8_t enclitic = 0;
  if (!is_among(lexicon_text(lexicon, r->lemma), str_cut(&judged, ' '))) return false;
  while (judged.n) {
    Str feature = str_cut(&judged, ' ');
    if (feature.n && !has_feature(r, feature, &clitics, &enclitic)) return false;
  }
  return r->clitics == clitics && r->enclitic == enclitic;
}

static void tell(const Lexicon *lexicon, const Text *text, uint32_t token, const Reading *r, Str judged) {
  print_message(
      "  %.*s: judged %.*s, read as %.*s %s %s person %u number %u gender %u voice %u clitics %x enclitic %x%s\n",
      STR_ARG(text_slice(text, text->tokens[token].span)), STR_ARG(judged), STR_ARG(lexicon_text(lexicon, r->lemma)),
      word_pos_name((WordPos)r->pos).p, word_form_name((WordForm)r->form).p, r->person, r->number, r->gender, r->voice,
      r->clitics, r->enclitic, r->guessed ? " guessed" : "");
}

static void running_text(void **state) {
  Lang *f = *state;
  uint32_t words_n = 0, right = 0;
  for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
    arena_reset(&f->document);
    Text text = text_of(&f->document, str_of(ROWS[i].sentence));
    Words words = words_of(&f->document, &f->lexicon, &text);
    assert_non_null(words.at);
    Str judged = str_of(ROWS[i].words);
    for (uint32_t k = 0; k < text.ntokens; k++) {
      if (text.tokens[k].kind != TOKEN_WORD) continue;
      Str one = str_trim(str_cut(&judged, ';'));
      if (!one.n) fail_msg("«%s»: more words than judgements", ROWS[i].sentence);
      words_n++;
      if (is_right(&f->lexicon, word_best(&words, k), one))
        right++;
      else
        tell(&f->lexicon, &text, k, word_best(&words, k), one);
    }
    if (str_trim(judged).n) fail_msg("«%s»: more judgements than words", ROWS[i].sentence);
  }
  print_message("%u of %u words right: %.3f\n", right, words_n, (double)right / words_n);
  assert_true(words_n >= WORDS_AT_LEAST);
  assert_true(right * 1000 >= words_n * FLOOR_PER_MILLE);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(running_text)};
  return cmocka_run_group_tests(tests, lang_setup, lang_teardown);
}
