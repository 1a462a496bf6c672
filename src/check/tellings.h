/* Two documents that may tell of one thing: the pairs that the findings across documents
 * look at.
 *
 * Records of the same place and overlapping times, from documents that are no copies of each
 * other. Everything must be there to be compared: without a time or a specific place nothing
 * is paired. */
#ifndef CHECK_TELLINGS_H
#define CHECK_TELLINGS_H

#include "check/check.h"
#include "check/period.h"

typedef struct Telling {
  const CheckDoc *doc;
  const Record *record;
  Period when;
  Period published;
  int32_t points; /* of linking for the pair it is used in, without those for the numbers; else 0 */
} Telling;

/* Which records are looked at. */
typedef bool TellingsFilter(const Record *record, Period when);
/* `a` stands before `b` in the input. */
typedef void TellingsUse(void *context, const Telling *a, const Telling *b);

void tellings_pairs(Arena *arena, const CheckInput *input, TellingsFilter *filter, TellingsUse *use, void *context);

/* The pairs that linking holds for one incident, each telling as one record: what its records
 * say together, under the id of the first that tells a toll. Both have a day, and what speaks
 * for one incident besides the numbers is enough to wonder at them. `apart`: only pairs of two
 * documents that are no copies and not of one outlet; else also those within one document. */
void tellings_incidents(Arena *arena, const CheckInput *input, bool apart, TellingsUse *use, void *context);

/* What the records of a telling say together. `record` NULL on a failed arena. */
Telling telling_whole(Arena *arena, const CheckTelling *telling);

/* The later one may be the earlier one's update: tolls rise with the days. The day is that of
 * the statement where both tell it, else that of publication. */
bool telling_may_update(const Telling *a, const Telling *b, bool b_is_more);
bool tellings_share_speaker(const Telling *a, const Telling *b);

/* "«outlet» (from CENTCOM)": with all who are credited with the telling, or with these of them. */
struct Draft;
void tellings_say_voice(struct Draft *draft, const Telling *telling);
void tellings_say_voices(struct Draft *draft, const Telling *telling, ActorList speakers);

#endif
