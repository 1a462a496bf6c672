/* The signs of a place that may be an act's, and what each weighs: tenths of the log odds that the place is the
 * act's, fitted by eval/acts/fit on acts whose places people told (those of eval/acts/places.tsv that are not set aside
 * there, and reports coded by hand), rounded. A new sign begins at 0, and the fit says what it weighs. By kind of act
 * some weigh otherwise: talks are held in towns and capitals, and a capital that threatens is a government; deals
 * mostly name no place that they were struck in. */
#ifndef CODE_SITE_WEIGHTS_H
#define CODE_SITE_WEIGHTS_H

#include "code/scene/signs.h"

// clang-format off
#define SIGNS(X) \
  X(SIGN_BEHIND_RIGHT, 6) /* at most one word on */ \
  X(SIGN_BEHIND_FAR, -8) \
  X(SIGN_FIRST_BEHIND, 7) \
  X(SIGN_LAST_BEFORE, 3) \
  X(SIGN_FIRST_IN_SENTENCE, 1) \
  X(SIGN_IN_CLAUSE, 7) /* the act's own, or that of its verb */ \
  X(SIGN_OWN_RELATIVE, 6) /* the clause on the act's noun */ \
  X(SIGN_OTHER_RELATIVE, -1) /* a clause on another noun */ \
  X(SIGN_SAYING, -5) /* the clause of a verb of saying, before what is said */ \
  X(SIGN_NEXT_CLAUSE, -3) /* one that goes on from the act's */ \
  X(SIGN_ACT_BETWEEN, -5) \
  X(SIGN_ACTS_BETWEEN, -2) \
  X(SIGN_COMMA_BETWEEN, -6) \
  X(SIGN_PLACE_OF_OTHER, -2) /* the noun of another act governs it */ \
  X(SIGN_FRONTED, 9) /* «ففي قرية كذا قتل ثمانية» */ \
  X(SIGN_FRONTED_OF_OTHER, -14) /* so it stands before another act's verb */ \
  X(SIGN_INSIDE, 8) /* «في», «داخل» */ \
  X(SIGN_BI, 0) \
  X(SIGN_LI, -3) \
  X(SIGN_UPON, 2) /* «على» */ \
  X(SIGN_TOWARD, 3) /* «إلى», «نحو» */ \
  X(SIGN_AWAY, -9) /* «من», «عن» */ \
  X(SIGN_OTHER_PREP, -10) \
  X(SIGN_WITH, -6) /* … which is «مع», and no border's */ \
  X(SIGN_BARE, -3) /* no preposition, here or above */ \
  X(SIGN_IDAFA_OF_ACT, -2) /* «قصف بلدة» */ \
  X(SIGN_OF_BODY, -1) /* «شرطة نينوى» */ \
  X(SIGN_OF_PERSON, 0) /* «السفير في سيول» */ \
  X(SIGN_OF_SITE, 2) /* «مسجد في نينوى» */ \
  X(SIGN_OF_GOODS, -3) /* of any other noun */ \
  X(SIGN_IN_TARGET, 2) \
  X(SIGN_IN_AGENT, -16) \
  X(SIGN_IN_VICTIM, -7) \
  X(SIGN_SUBJECT, 1) \
  X(SIGN_OBJECT, -2) \
  X(SIGN_JOINED, -19) /* by «و» to a place before it */ \
  X(SIGN_COUNTRY, -8) \
  X(SIGN_WIDE, -7) /* a region or a province */ \
  X(SIGN_TOWN, -3) \
  X(SIGN_SITE, 5) \
  X(SIGN_NATURE, -2) \
  X(SIGN_UNKNOWN, -3) /* no table has it */ \
  X(SIGN_DISTANCE, 0) /* «شمال حلب» */ \
  X(SIGN_CAPITAL, -9) \
  X(SIGN_HOLDS_OTHER, -2) /* the sentence names a place in it */ \
  X(SIGN_HELD, 2) /* and a wider one that it lies in */ \
  X(SIGN_LEAD, 2) /* the report's first place */ \
  X(SIGN_TAKEN, 4) /* the act is the taking of a place, and this is what it befell */ \
  X(SIGN_COUNTRY_BARE, -5) /* a country without a preposition acts */ \
  X(SIGN_WHERE, 6) /* «في بلدة كذا حيث انفجرت …» */ \
  X(SIGN_COUNTRY_MET, -1) /* meetings and agreements, of countries */ \
  X(SIGN_HEADLINE, 4) /* the headline names it */ \
  X(SIGN_OF_MASDAR, -3) /* the noun of something done, which is no act, governs it */ \
  X(SIGN_CAPITAL_BARE, -6) /* a capital without a preposition is its government */ \
  X(SIGN_AFTER, 6) /* «بعد», «إثر» */ \
  X(SIGN_BETWEEN, 7) /* «الحدود بين … و…» */ \
  X(SIGN_QUOTED, -9) /* in quotation marks */ \
  X(SIGN_AREA_HEAD, 3) /* «أطراف المدينة», «حدود العراق» */ \
  X(SIGN_NAMED_LEVEL, 6) /* known by what it lies in */ \
  X(SIGN_CLAUSE_BELOW, 1) /* a clause that hangs on the act's */ \
  X(SIGN_CLAUSE_ABOVE, 3) /* the clause that the act's hangs on */ \
  X(SIGN_RIGHT_WHERE, 11) /* … right before it, of what is told right behind it */ \
  X(SIGN_LEFT, 13) /* the act is somebody's leaving it */ \
  X(SIGN_LEFT_FOR, -8) /* … for it */ \
  X(SIGN_WITNESS, 20) /* «شهدت المدينة مظاهرات» */ \
  X(SIGN_CONCERNING, -14) /* «احتجاجاً على قصف غزة» */ \
  X(SIGN_OF_CONCERNED, -14) /* «في كولونيا تنديداً بغارات» */ \
  X(SIGN_VISITED, 21) /* «زيارة إلى بغداد» */ \
  X(SIGN_WIDER_BESIDE, -2) /* … right beside it */ \
  X(SIGN_OF_MAIN, -7) /* before an act that only tells when: «غداة غارات» */ \
  X(SIGN_NONE, -10) /* no place at all */ \
  X(SIGN_NONE_NOUN, 3) \
  X(SIGN_NONE_LEAD, 10) \
  X(SIGN_NONE_DEFINITE, 3) /* the act is known already */

/* X(kinds of act, sign, what it weighs there beside) */
#define TURNS(X) \
  X(KIND_VIOLENT, SIGN_FIRST_BEHIND, 3) \
  X(KIND_VIOLENT, SIGN_COMMA_BETWEEN, 3) \
  X(KIND_VIOLENT, SIGN_OBJECT, 3) \
  X(KIND_VIOLENT, SIGN_COUNTRY, -6) \
  X(KIND_VIOLENT, SIGN_HOLDS_OTHER, -4) \
  X(KIND_VIOLENT, SIGN_HEADLINE, 2) \
  X(KIND_VIOLENT, SIGN_BETWEEN, 4) \
  X(KIND_COERCE | KIND_SANCTION, SIGN_LAST_BEFORE, 3) \
  X(KIND_COERCE, SIGN_TOWARD, -4) \
  X(KIND_SANCTION | KIND_TALK, SIGN_CAPITAL, 6) \
  X(KIND_SANCTION, SIGN_FIRST_BEHIND, -6) \
  X(KIND_SANCTION, SIGN_ACT_BETWEEN, -6) \
  X(KIND_SANCTION, SIGN_PLACE_OF_OTHER, -6) \
  X(KIND_SANCTION, SIGN_OF_BODY, 4) \
  X(KIND_SANCTION, SIGN_OF_PERSON, -8) \
  X(KIND_SANCTION, SIGN_IN_TARGET, -7) \
  X(KIND_SANCTION, SIGN_TOWN, -5) \
  X(KIND_SANCTION, SIGN_CLAUSE_BELOW, -10) \
  X(KIND_SANCTION, SIGN_NONE_NOUN, 7) \
  X(KIND_MOVE, SIGN_LAST_BEFORE, -6) \
  X(KIND_MOVE, SIGN_PLACE_OF_OTHER, -5) \
  X(KIND_MOVE, SIGN_INSIDE, -6) \
  X(KIND_MOVE, SIGN_UPON, 4) \
  X(KIND_MOVE, SIGN_OTHER_PREP, 4) \
  X(KIND_MOVE, SIGN_BARE, 3) \
  X(KIND_MOVE, SIGN_IDAFA_OF_ACT, 3) \
  X(KIND_MOVE, SIGN_TOWN, 4) \
  X(KIND_MOVE, SIGN_LEAD, -6) \
  X(KIND_MOVE, SIGN_NONE_NOUN, -3) \
  X(KIND_MOVE, SIGN_NONE_LEAD, 4) \
  X(KIND_RELEASE, SIGN_COMMA_BETWEEN, -5) \
  X(KIND_TALK | KIND_DEAL, SIGN_SAYING, 4) \
  X(KIND_TALK | KIND_DEAL, SIGN_PLACE_OF_OTHER, -4) \
  X(KIND_TALK | KIND_DEAL, SIGN_TOWARD, 2) \
  X(KIND_TALK | KIND_DEAL, SIGN_OTHER_PREP, -9) \
  X(KIND_TALK | KIND_DEAL, SIGN_OF_SITE, -5) \
  X(KIND_TALK | KIND_DEAL, SIGN_SUBJECT, -2) \
  X(KIND_TALK | KIND_DEAL, SIGN_WIDE, -8) \
  X(KIND_TALK | KIND_DEAL, SIGN_TOWN, 6) \
  X(KIND_TALK | KIND_DEAL, SIGN_BETWEEN, -4) \
  X(KIND_TALK | KIND_DEAL, SIGN_NONE_LEAD, -5) \
  X(KIND_TALK, SIGN_NONE, 7) \
  X(KIND_DEAL, SIGN_BARE, -5) \
  X(KIND_DEAL, SIGN_CAPITAL, 3) \
  X(KIND_DEAL, SIGN_NONE, 10) \
  X(KIND_THREAT, SIGN_LAST_BEFORE, -3) \
  X(KIND_THREAT, SIGN_TOWN, -3) \
  X(KIND_THREAT, SIGN_CAPITAL, -4)

/* The kinds of act that places are told of in their own ways; a bit for each. */
#define SITE_KINDS(X) \
  X(KIND_FIGURE, 0) /* and all that follows no way of its own */ \
  X(KIND_VIOLENT, 1 << 0) \
  X(KIND_COERCE, 1 << 1) \
  X(KIND_SANCTION, 1 << 2) \
  X(KIND_MOVE, 1 << 3) \
  X(KIND_RELEASE, 1 << 4) \
  X(KIND_TALK, 1 << 5) \
  X(KIND_DEAL, 1 << 6) \
  X(KIND_THREAT, 1 << 7)
// clang-format on

typedef enum SiteSign { SIGNS(SIGN_NAME) SIGN_COUNT } SiteSign;

_Static_assert(SIGN_COUNT <= SIGNS_MOST, "a bit for each");

#define KIND_BIT(kind, bit) kind = bit,
typedef enum SiteKind { SITE_KINDS(KIND_BIT) } SiteKind;
#undef KIND_BIT

#endif
