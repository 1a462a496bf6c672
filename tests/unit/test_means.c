/* With what an act was done, and so which kind of act it is. */
#include "code_setup.h"

static const Case cases[] = {
    {"استهدفت القوات الجوية العراقية أمس ثلاثة مواقع للمسلحين غربي البلاد.", "airstrike targets=مواقع للمسلحين"},
    {"استهدف سلاح الجو أمس موقعاً للمسلحين غربي البلاد وقتل خمسة منهم.", "airstrike"},
    {"تزامن تقدم القوات مع قصف عنيف لطيران التحالف على مواقع المسلحين في المدينة.", "airstrike agents=طيران التحالف"},
    {"فتح الطيران الحربي نيران رشاشاته على مواقع المسلحين شرقي المدينة أمس.", "airstrike"},
    {"تبنت الحركة هجوماً بسيارة مفخخة أدى أمس إلى مقتل جنديين قرب الحدود.", "bombing killed=2"},
    {"هاجم مسلحون أمس بقنبلة يدوية دورية للشرطة جنوب المدينة.", "bombing agents=مسلحون"},
    {"شن المتمردون هجمات بمدافع الهاون على أحياء العاصمة أمس.", "shelling agents=المتمردون"},
    /* what killed is the act, where a clause tells of it, or else the kind of act */
    {"قتل ثلاثة مدنيين أمس بصاروخ أطلقته الميليشيا على مدينة مأرب.", "shelling agents=الميليشيا killed=3"},
    {"قتل ثلاثة مدنيين أمس نتيجة سقوط شظايا صواريخ أطلقتها الميليشيا على مدينة مأرب.",
     "shelling agents=الميليشيا killed=3"},
    {"لقي تسعة مدنيين مصرعهم أمس ببراميل ألقتها المروحيات على بلدة دوما.", "airstrike agents=المروحيات killed=9"},
    {"قتل ثلاثة مدنيين أمس في مزرعة قرب مدينة مأرب.", "killing killed=3"},
    {"قتل طفلان أمس بلغم أرضي في مدينة حيس.", "bombing killed=2"},
    {"قتلت امرأة أمس بقذيفة هاون في مدينة حلب.", "shelling killed=1"},
    {"هاجم مسلحون أمس دورية للشرطة جنوب المدينة، وردت القوات بقذائف.", "attack agents=مسلحون"},
};

int main(void) {
  const struct CMUnitTest tests[] = {GIVES(cases)};
  return cmocka_run_group_tests_name("means", tests, NULL, NULL);
}
