/* What speaks for an act's having come about, and for its being told rather than named, in the words
 * around it. */
#ifndef CODE_EVIDENCE_H
#define CODE_EVIDENCE_H

#include "code/scene/signs.h"
#include "code/told/likest.h"

/* Signs that an act is told, and their weights in tenths of the log odds: in a report, and where a
 * sentence or two stand alone. There «الهجوم» and «هتف المتظاهرون» speak of what another text told; in
 * a report they go back to what it has told itself, or are merged with it. */
// clang-format off
#define EVIDENCE_SIGNS(X) \
  X(SIGN_ALWAYS, 12, -6) /* a text that names an act mostly tells of it */ \
  X(SIGN_HEADLINE, 6, -3) /* in the first sentence */ \
  X(SIGN_DEFINITE, -2, -13) /* «الهجوم»: known already */ \
  X(SIGN_OF_DEFINITE, -4, -11) /* «هجوم المدينة» */ \
  X(SIGN_OF_PRONOUN, -5, -9) /* «هجومهم» */ \
  X(SIGN_TALKED_OF, -3, -12) /* «التحقيق في الهجوم» */ \
  X(SIGN_UNASSERTED, -6, -10) /* no word says that it came about */ \
  X(SIGN_HINTED, -4, 0) /* «إثر هجوم» */ \
  X(SIGN_IMPLIED, -3, -2) /* «بعد هجوم» */ \
  X(SIGN_RELATIVE_ON_IT, 2, -9) /* «هجوم شنه …» */ \
  X(SIGN_CARRIED, -1, -4) /* «شن هجوماً» */ \
  X(SIGN_IS_SUBJECT, 4, -2) /* «وقع هجوم» */ \
  X(SIGN_IS_OBJECT, 1, -5) /* «شن هجوماً» */ \
  X(SIGN_DESCRIBED, 1, -1) /* «هجوم عنيف» */ \
  X(SIGN_IS_COMPLEMENT, 1, -6) /* «موقع الهجوم» */ \
  X(SIGN_ON_A_NOUN, 2, -3) /* «السيارة المستخدمة في الهجوم» */ \
  X(SIGN_UNDER_IMPERFECT, -3, -11) /* «ينفذون هجمات» */ \
  X(SIGN_GOVERNED_BY_AFTER, 1, -4) /* «بعد هجوم» */ \
  X(SIGN_GOVERNED_BY_LI, -3, 5) /* «تعرض لهجوم» */ \
  X(SIGN_GOVERNED_BY_CAUSE, -2, 0) /* «في هجوم» */ \
  X(SIGN_UNDER_SPEECH, 0, -6) /* «أعلن هجوماً» */ \
  X(SIGN_NO_VERB, 1, -6) /* its clause has none */ \
  X(SIGN_MASDAR, -1, 1) /* «قصف المدينة» */ \
  X(SIGN_VERB, -1, -5) /* «قصف الجيش المدينة» */ \
  X(SIGN_IMPERFECT, -6, -13) /* «يقصف» */ \
  X(SIGN_HAS_SUBJECT, -1, 3) \
  X(SIGN_KNOWN_SUBJECT, -1, -6) /* «وأحرق المتظاهرون» */ \
  X(SIGN_PRONOUN_OBJECT, -4, -8) /* «خطفوه» */ \
  X(SIGN_SAID_BY, -1, 8) /* somebody says so */ \
  X(SIGN_TOLD_TWICE, 3, 3) /* another word in its sentence tells it, too */ \
  X(SIGN_TOLD_THRICE, 1, 4) \
  X(SIGN_MAIN_CLAUSE, 0, 3) \
  X(SIGN_RELATIVE_CLAUSE, -1, -6) /* «الجيش الذي قصف …» */ \
  X(SIGN_HAS_AGENT, 1, 2) \
  X(SIGN_HAS_TARGET, 1, 2) \
  X(SIGN_OWN_DATE, 1, -5) /* the date stands in its clause */ \
  X(SIGN_OWN_PLACE, 4, 5) /* the place stands in its clause */ \
  X(SIGN_DATED, 1, 3) \
  X(SIGN_COUNTED_OUTCOME, 0, 8) /* «أسفر عن مقتل ثلاثة» */ \
  X(SIGN_ALLEGED, 0, -5) \
  X(SIGN_PLANNED, -4, -6) \
  X(SIGN_OUTCOME_ALONE, -9, -1) /* «مقتل قيادي»: an outcome that no act leads to */ \
  X(SIGN_BACKGROUND, 1, 3) \
  X(SIGN_OF_PROTEST, 2, -8) \
  X(SIGN_KNOWN_PROTEST, 1, 0) /* «المظاهرة» */ \
  X(SIGN_KNOWN_PROTESTERS, -2, -8) /* «هتف المتظاهرون» */ \
  X(SIGN_PROTEST_DATED, -2, 3) \
  X(SIGN_PROTEST_PLACED, -2, 8) \
  X(SIGN_OF_ATTACK, -4, 0) \
  X(SIGN_OF_EXECUTION, 2, -11) \
  X(SIGN_OF_ASSASSINATION, -1, 1) \
  X(SIGN_OF_SUICIDE, 1, 4) \
  X(SIGN_OF_SHELLING, 3, 5) \
  X(SIGN_OF_CLASH, -5, -3) \
  X(SIGN_OF_BOMBING, 0, 3) \
  X(SIGN_ON_PHASE, 12, 0) /* «استمرار القتال»: under way */ \
  X(SIGN_BARE, -3, 0) /* neither who nor whom, where, when or with what outcome */ \
  X(SIGN_DAY_NAMED, -3, 2) /* «أمس», which nobody can date */ \
  X(SIGN_COUNTED_SUBJECT, -8, 10) /* «خرج مئات الطلاب» */ \
  X(SIGN_COUNTED_MOVE, 8, 0) /* «نزح مئات السكان»: how many went is the news */ \
  X(SIGN_TYPE_BEFORE, 0, 12) /* the report has told another of its type */ \
  X(SIGN_VAGUE, -10, 0) /* «استهدف»: most often what other words have told, or will tell */ \
  X(SIGN_WEAK, -17, 0) /* of a frame that takes its words whatever stands with them */ \
  X(SIGN_NEARLY_AGAIN, 1, 0) /* an earlier act may well be the same one */ \
  X(SIGN_PERHAPS_AGAIN, -1, 0) \
  X(SIGN_NOT_AGAIN, 8, 0) /* the likest one is surely another */ \
  X(SIGN_LIKE_SAME_TYPE, -5, 0) /* of the likest earlier act */ \
  X(SIGN_LIKE_SAME_WORD, -4, 0) \
  X(SIGN_LIKE_HEADLINE, 2, 0) \
  X(SIGN_LIKE_HAS_AGENT, 3, 0) \
  X(SIGN_TITLE, 7, 0) /* a first line that no full stop ends */ \
  X(SIGN_MIDDLE, -1, 0) /* where in the report */ \
  X(SIGN_LATE, -1, 0) \
  X(SIGN_SHORT_SENTENCE, 2, 0) \
  X(SIGN_LONG_REPORT, -3, 0) \
  X(SIGN_FEW_ACTS, 3, 0) /* in its report */ \
  X(SIGN_NO_VIOLENCE, -4, 0) \
  X(SIGN_LONE_VIOLENCE, -4, 0) \
  X(SIGN_MUCH_VIOLENCE, -1, 0) \
  X(SIGN_CLASS_BEFORE, -2, 0) /* the report has told others of its class */ \
  X(SIGN_CLASS_OFTEN, 1, 0) \
  X(SIGN_TYPE_OFTEN, 2, 0) \
  X(SIGN_CLASS_HERE, 3, 0) /* its sentence tells another of its class */ \
  X(SIGN_MANY_HERE, -2, 0) /* it tells three others */ \
  X(SIGN_NOWHERE, -2, 0) /* no place, not even taken over */ \
  X(SIGN_ON_A_DAY, -5, 0) \
  X(SIGN_IN_A_YEAR, 4, 0) \
  X(SIGN_MANY_HIT, 5, 0) /* «مقتل ثلاثة» */ \
  X(SIGN_DEFINITE_AGENT, 2, 0) \
  X(SIGN_INDEFINITE_TARGET, 2, 0) \
  X(SIGN_PRONOUN_TARGET, -6, 0) \
  X(SIGN_DEFINITE_COMPLEMENT, -2, 0) \
  X(SIGN_INDEFINITE_COMPLEMENT, 1, 0) \
  X(SIGN_PLURAL_COMPLEMENT, -1, 0) \
  X(SIGN_FORCE_COMPLEMENT, -3, 0) \
  X(SIGN_FREE, 5, 0) /* it hangs on no other noun */ \
  X(SIGN_SEVERAL, 1, 0) /* «هجمات» */ \
  X(SIGN_NUMBERED, 1, 0) /* «خمس هجمات» */ \
  X(SIGN_JOINED, -1, 0) /* «وهجوم» */ \
  X(SIGN_ON_MASDAR, -1, 0) /* «تنفيذ هجوم» */ \
  X(SIGN_ON_ACT, -7, 0) /* «ضحايا هجوم التفجير» */ \
  X(SIGN_ON_DEFINITE, 0, 0) \
  X(SIGN_CARRIER_IMPERFECT, -2, 0) \
  X(SIGN_CLAUSE_LIGHT, -2, 0) \
  X(SIGN_CLAUSE_NEGATED, -3, 0) \
  X(SIGN_CLAUSE_JOINED, 2, 0) /* «وقصف» */ \
  X(SIGN_CLAUSE_FUTURE, -3, 0) \
  X(SIGN_OWN_SUBJECT, 2, 0) \
  X(SIGN_BEHIND_UNREAL, -7, 0) /* words right before it: must, if */ \
  X(SIGN_BEHIND_AFTER, 3, 0) \
  X(SIGN_BEHIND_ABOUT, 1, 0) \
  X(SIGN_BEHIND_ALONGSIDE, 2, 0) \
  X(SIGN_OUTRIGHT, 1, 0) /* said outright, whatever else is missing */ \
  X(SIGN_LAID_ON, 2, 0) /* «تبنى التنظيم الهجوم» */ \
  X(SIGN_TRIED, 2, 0) /* «نجا من محاولة اغتيال» */ \
  X(SIGN_FOILED, 1, 0) /* «أفشلت القوات هجوماً» */
// clang-format on

/* What two of them weigh together, in a report, on top of each alone. */
// clang-format off
#define EVIDENCE_PAIRS(X) \
  X(SIGN_LONE_VIOLENCE, SIGN_OWN_PLACE, 6) /* «اغتيال الوزير في مطعم» in a report of politics */ \
  X(SIGN_OF_CLASH, SIGN_SEVERAL, 6) /* «اشتباكات»: the common word for one */ \
  X(SIGN_OF_CLASH, SIGN_WEAK, -6) /* «الحرب», «مواجهة» */ \
  X(SIGN_TALKED_OF, SIGN_ON_MASDAR, 6) /* «إدانة قصف المدينة»: who condemns it says that it was */
// clang-format on

typedef struct EvidencePair {
  uint8_t one, other; /* EvidenceSign */
  int8_t weight;
} EvidencePair;

typedef enum EvidenceSign { EVIDENCE_SIGNS(SIGN_NAME) SIGN_COUNT } EvidenceSign;

_Static_assert(SIGN_COUNT <= SIGNS_MOST, "a bit for each");

/* The signs that hold for an event. */
Signs evidence_of(const Stage *s, const Scene *x, Likest likest);
/* Have its outcomes numbers, or somebody whom they befell, in other words than the act's own? */
bool evidence_has_effects(const Scene *x, bool counted);

#endif
