/* An act that is told is a record, one that is only named is none. */
#include "code_setup.h"

static const Told told[] = {
    /* nobody's deed, and somebody's */
    {"قتل أحد عشر شخصا بسبب زلزال في محافظة هرات.", NULL, 0},
    {"قتل أحد عشر شخصا برصاص مسلحين في محافظة هرات.", "attack", 1},
    {REPORT "وشهدت المحافظة موجة نزوح كبيرة باتجاه الحدود بعد القصف.", "displacement", 1},
    {REPORT "وشهدت المحافظة نزوحا كبيرا باتجاه الحدود بعد الفيضانات.", "displacement", 0},
    /* the number, and the act */
    {REPORT "وارتفعت حصيلة الهجمات.", "attack", 0},
    {REPORT "وشن مسلحون هجمات على حواجز الجيش في كركوك أسفرت عن مقتل سبعة جنود.", "attack", 1},
    /* what goes back to nothing that was told */
    {REPORT "وأكدت القاضية الأحكام على رجلين على خلفية الحادث الذي وقع في واشنطن في أيار الماضي.", "accident", 0},
    {REPORT "وأكدت القاضية الأحكام على رجلين على خلفية حادث وقع في واشنطن في أيار الماضي.", "accident", 1},
    /* what speaks against it outweighs its words */
    {REPORT "وقال الوزير إن الجيش يستعد لأي هجوم على كركوك.", "attack", 0},
    {REPORT "ولم يقتل أحد في كركوك.", "killing", 0},
    /* what came next, and what may not come before something else */
    {REPORT "وسيطر المسلحون على القرية مساء السبت قبل أن تستعيدها قوات النظام فجر الأحد.", "territory-change", 2},
    {REPORT "ولن ينسحب الجيش من القرية قبل أن يستعيدها المسلحون.", "territory-change", 0},
    /* whoever is caught in a sentence of his own is not what a killing came to */
    {"قتل المرشح سالم العامري بالرصاص أمس في مدينة البصرة. واعتقلت الشرطة ثلاثة من حراسه في المدينة.", "arrest", 1},
    /* what somebody only comes near to */
    {REPORT "واقترب المسلحون من السيطرة على قرية في ريف الرقة.", "territory-change", 0},
    /* a ban that is imposed is one sanction */
    {REPORT "وفرضت الحكومة حظرا على إرسال الأسلحة إلى تركيا.", "restriction", 0},
    /* kept from being done by an order or a rule, and done in spite of it */
    {REPORT "وقال ناشطون إن القانون يمنع المعارضين ومؤيديهم من تنظيم المسيرات في القاهرة.", "protest", 0},
    {REPORT "وفرضت الحكومة حظرا على إرسال الأسلحة إلى تركيا.", "military-aid", 0},
    {REPORT "ورفع الرئيس قيودا فرضها سلفه على مبيعات السلاح إلى تركيا.", "military-aid", 0},
    {REPORT "وقال ناشطون إن المعارضين نظموا مسيرات في القاهرة رغم المنع.", "protest", 1},
    /* what is tried, and what comes after */
    {REPORT "ويحاول المسلحون استعادة السيطرة على قرية في ريف الرقة.", "territory-change", 0},
    {REPORT "وحاول الوزير طمأنة السكان بعد استعادة الجيش السيطرة على قرية في ريف الرقة.", "territory-change", 1},
    /* an arrest, though the report calls it an operation once */
    {REPORT "وألقت الشرطة القبض على 17 شخصا في كركوك مساء الأحد. وأضاف أن العملية جرت بهدوء.", "arrest", 1},
    /* on a condition, and outright */
    {REPORT "وقال الوزير إنه إذا نفذت القوات ضربة عسكرية في سوريا فلن تسكت بلاده.", "airstrike", 0},
    {REPORT "وقال الوزير إن القوات نفذت ضربة عسكرية في سوريا ولن تسكت بلاده.", "airstrike", 1},
    {REPORT "وطالب الوزير المسلحين بالكف عن إطلاق الصواريخ على طول الحدود.", "shelling", 0},
    /* which lands they are, and what befell them */
    {REPORT "وعاد السكان إلى المناطق التي سيطر عليها المسلحون في سوريا.", "territory-change", 0},
    {REPORT "وعاد السكان إلى بلدة سيطر عليها المسلحون قبل عام في سوريا.", "territory-change", 1},
    /* whom somebody is at war with */
    {REPORT "وينفذ الضربات التحالف الذي يحارب تنظيم داعش في العراق.", "clash", 0},
    /* a truce, and shots; a procession, and a column */
    {REPORT "وأعلن الوزير أن وقف إطلاق النار سيكون يوميا بين الساعة التاسعة والثانية في دمشق.", "attack", 0},
    {REPORT "وقتل شخصان في إطلاق نار وسط دمشق.", "attack", 1},
    {REPORT "واتجهت مواكب المشيعين مساء الأحد إلى مقبرة في الموصل.", "deployment", 0},
    {REPORT "ودفع غضب السكان مساء الأحد بالحكومة إلى الإعلان عن خطة في الموصل.", "deployment", 0},
    {REPORT "وتمركزت فرقة الإسعاف مساء الأحد في مطار الموصل.", "deployment", 0},
    {REPORT "واتجهت قوات الجيش مساء الأحد إلى مدينة الموصل.", "deployment", 1},
    {REPORT "وقال الوزير إن المسلحين يعدون لتصوير هجوم كيميائي مفبرك في إدلب.", "attack", 0},
    /* a message of a sentence or two needs less to be heard */
    {"قصفت المدفعية حي السكري في حلب.", "shelling", 1},
    /* counted like the one before it */
    {REPORT "ونفذت القوات 11 عملية في نينوى، وثماني عمليات في كركوك.", "operation", 2},
    /* somebody's operations in general are none */
    {REPORT "وتواصل تركيا عملياتها في البلاد.", "operation", 0},
};

int main(void) {
  const struct CMUnitTest tests[] = {TELLS(told)};
  return cmocka_run_group_tests_name("told", tests, NULL, NULL);
}
