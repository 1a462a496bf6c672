/* Verbs of telling: where one stands, who is its subject, where what is told begins. */
#ifndef CODE_TELLING_H
#define CODE_TELLING_H

#include "code/scene/scene.h"

typedef enum Mark { MARK_NONE, MARK_OPENS, MARK_CLOSES, MARK_EITHER } Mark;

typedef struct Telling {
  uint32_t verb, content;
  bool participle, masdar;
  bool of_head; /* what is told is the noun that the verb's relative clause stands on */
} Telling;

/* Which quotation mark: the straight ones may be either. */
Mark quotation_mark(const Stage *s, uint32_t token);

/* Is a quotation open behind the token, where `quoted` says whether one was before it? */
bool quoted_after(const Stage *s, uint32_t token, bool quoted);

/* The grammar's sets that the word belongs to. */
SetMask token_sets(const Stage *s, uint32_t token);

/* «مشيراً», «لافتة»: an accusative participle of a verb of telling, which goes on with what somebody says. */
bool tells_as_participle(const Stage *s, uint32_t token);

/* Does a verb or masdar of telling stand at token `i` of a sentence that ends at `end`? Fills `t`. */
bool telling_at(const Stage *s, uint32_t i, uint32_t end, bool quoted, Telling *t);

/* telling_subject.c, from here on. */

/* «وفي ما يتعلق بالقتلى، أحصى المرصد»: what a comma parts from the verb is its subject only where
 * none stands behind: «وكانت القوات، التي …، أعلنت». */
uint32_t telling_subject(const Stage *s, const Telling *t);

/* «التحقيقات», «الأرقام الرسمية»: does the phrase name what was found out or counted, and nobody who did? */
bool telling_found(const Stage *s, uint32_t phrase);

/* «تحقيقات النيابة», «مؤشرات وزارة التخطيط»: the phrase of the body whose findings `phrase` names; NONE. */
uint32_t telling_findings(const Stage *s, uint32_t phrase);

/* Does the verb tell nothing of its own here: what turns out, what was told before it shows, what a force detects, or,
 * where somebody is `speaking` already, the noun that its relative clause stands on? */
bool telling_idle(const Stage *s, const Telling *t, bool speaking);

#endif
