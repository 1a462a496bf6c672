/* What governs the word that tells an act: prepositions, nouns and the verb above it. */
#ifndef CODE_ABOVE_H
#define CODE_ABOVE_H

#include "code/scene/scene.h"

/* The prepositions and nouns that govern a trigger noun, up the chain of what it hangs on. */
typedef struct Above {
  SetMask sets;        /* of the governing prepositions and nouns */
  ClassSet classes;    /* of the governing nouns */
  bool purpose;        /* a bare «ل» before a masdar */
  uint32_t purpose_of; /* what that hangs on, or NONE */
  bool sought;         /* «للتوصل إلى»: «ل» before a masdar with the article, which governs the trigger */
} Above;

/* All that governs the act's noun: nothing, where a verb tells the act. */
Above above(const Stage *s, const Scene *x);

/* The sets of the words before a token: as many as `within`, none before `first`. */
SetMask marks_before(const Stage *s, uint32_t token, uint32_t first, uint32_t within);

/* Does «منذ» at this token date a comparison: «أعنف هجوم منذ عام», «الأولى منذ تعيينه»? */
bool since_compares(const Stage *s, uint32_t since);

/* The clause whose verb carries the act, or the one that it stands in. */
uint32_t clause_of_scene(const Stage *s, const Scene *x);

/* The act, or the masdar of doing it that it completes: «عقد محادثات» (the holding of talks). */
uint32_t deed_of(const Stage *s, uint32_t phrase);

/* «هدد بقصف المدينة», «بتنفيذ هجوم»: does it hang on what governs it by «ب», itself or through the noun that it
 * completes? */
bool under_bi(const Stage *s, const Scene *x);

/* «محاولة اغتيال»: violence that was tried has come about. */
bool violence_attempted(const Stage *s, const Scene *x);

/* «حملت الحكومة المتمردين مسؤولية الهجوم» (the government held the rebels responsible for the attack): laid on somebody
 * by the verb of its clause. */
bool act_blamed(const Stage *s, const Scene *x);

/* «بتهمة قتل جندي», «مدان في اشتباكات», «لقتله جندياً»: a word of accusing or convicting stands right before the act, or
 * it is his who is spoken of. */
bool act_charged(const Stage *s, const Scene *x);

#endif
