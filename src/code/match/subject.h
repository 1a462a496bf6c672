/* Whose deed a trigger tells, by the grammar of its sentence. */
#ifndef CODE_SUBJECT_H
#define CODE_SUBJECT_H

#include "code/match/match.h"

/* The subject of the trigger: its verb's, or of the verb, clause or masdar that a trigger noun has it from; NONE. */
uint32_t match_subject(const MatchInput *m, const Match *x);

/* The subject, or the one argument of a verb that may be its subject: «انفجرت عبوة». */
uint32_t match_lone_subject(const MatchInput *m, const Match *x);

/* Who announces the act as his own, of the classes `only`: «أعلن التحالف غارتين»; NONE. */
uint32_t announcer_of(const MatchInput *m, const Match *x, ClassSet only);

/* Is the subject a name that nothing is known of, or people of no class of doers, and yet can only be the doer? */
bool subject_unknown(const MatchInput *m, const Match *x);

/* «بعض الناجين», «السكان»: people, or a body of them, and no place. */
bool phrase_of_people(const MatchInput *m, const Phrase *f);

/* «فرض التحالف حصاراً رداً على هجمات» (the coalition laid a siege in answer to attacks): is the phrase of an act what
 * another act is for, about or an answer to, and so somebody else's? */
bool match_concerned(const MatchInput *m, uint32_t act);

/* «نفذت السلطات إعدام متهمين بقتل شرطي» (the authorities carried out the execution of men accused of killing a
 * policeman): the phrase of those whom the word that the act's phrase hangs on charges with it; NONE. */
uint32_t match_charged(const MatchInput *m, uint32_t act);

#endif
