/* Status and side of those whom an act befell. */
#include "code_setup.h"

static const Case shares[] = {
    {"قتل 14 شخصا في انفجار سيارة مفخخة وسط السوق، غالبيتهم من المدنيين.", "bombing killed=14 status=mixed"},
    {"قتل 12 شخصا في غارة على القرية، جميعهم من المدنيين.", "airstrike killed=12 status=civilian"},
    {"أوقعت الغارة على البلدة عشرة قتلى، معظمهم نساء وأطفال.", "airstrike killed=10 status=civilian"},
};

static const Case some[] = {
    {"قتل 30 شخصا، بينهم مدنيون، في اشتباكات بين جماعات مسلحة في المدينة.", "clash killed=30 status=mixed"},
    {"قتل 14 شخصا بينهم تسعة من الجنود في هجوم على المقر.", "attack killed=14 status=mixed"},
    {"قتل 9 أشخاص بينهم صحفي في هجوم على المقر.", "attack killed=9 status=unstated"},
    {"قتل 9 أشخاص بينهم طفلان في هجوم على المقر.", "attack killed=9 status=unstated"},
};

static const Case of_whom[] = {
    /* the others tell whose they all are */
    {"قتل 11 شخصا وجرح 30 آخرون من الميليشيا في هجوم على المعسكر.", "attack killed=11 injured=30 status=fighter"},
};

static const Case whose[] = {
    /* a force is of a state by its complement, a member by his force */
    {"قتل أحد أفراد قوات الدرك في تفجير عبوة ناسفة أمس.", "bombing killed=1 status=security"},
    {"أصيب ستة من أفراد الدورية في انفجار عبوة ناسفة أمس.", "bombing injured=6 status=security"},
    {"عادت 200 أسرة نازحة إلى منازلها في المحافظة أمس.", "return status=civilian"},
    /* an arrest leaves open what a woman or a citizen was, unless the noun says it */
    {"اعتقلت الشرطة ثلاث نساء في المطار أمس.", "arrest arrested=3 status=unstated"},
    {"اعتقلت القوات 15 مدنياً في البلدة أمس.", "arrest arrested=15 status=civilian"},
    /* with whom they fought is not whose they were */
    {"خلفت مواجهات مع قوات الجيش 17 قتيلاً في المدينة أمس.", "clash killed=17 status=unstated"},
    /* the police whom a raid kills are those who raid */
    {"قتل شرطي في مداهمة نفذتها قوات الأمن في المدينة أمس.", "operation killed=1 side=agent"},
};

static const Case sent[] = {
    /* who is sent is the doer's own; whose the losses are says what they were */
    {"نشرت الشرطة خمسمئة جندي في شوارع المدينة.", "deployment deployed=500 status=security side=agent"},
    {"شن الجيش هجوما على مسلحي التنظيم أسفر عن خسائر كبيرة في الأرواح.", "attack killed=none status=fighter"},
};

/* Women and children among those whom the first outcome befell; -1 where none are told. */
typedef struct Among {
  const char *text;
  double women, children;
} Among;

static const Among among[] = {
    {"مقتل مسعفة فلسطينية برصاص الجيش قرب السياج", 1, -1},
    {"مقتل فتاة برصاص الجيش قرب السياج", 1, -1},
    {"قتل ثلاثة أشخاص بينهم رضيعة في غارة على القرية", -1, 1},
    {"وأصيب في الهجوم على القرية 30 امرأة وطفلا", -1, -1},
    {"قتل مسعف برصاص الجيش قرب السياج", -1, -1},
};

static bool has_among(const Record *records, uint32_t n, const void *p) {
  const Among *row = p;
  const Outcome *o = n && records[0].noutcomes ? &records[0].outcomes[0] : NULL;
  double women = o && o->women.set ? o->women.min : -1, children = o && o->children.set ? o->children.min : -1;
  if (o && women == row->women && children == row->children) return true;
  fprintf(stderr, "gives %g women, %g children\n", women, children);
  return false;
}

static void women_and_children(void **state) {
  (void)state;
  assert_int_equal(ROWS_WRONG(among, has_among), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(shares), GIVES(some), GIVES(of_whom),
                                     GIVES(whose),  GIVES(sent), cmocka_unit_test(women_and_children)};
  return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
