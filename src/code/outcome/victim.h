/* Whom a phrase in a victim's place stands for. */
#ifndef CODE_VICTIM_H
#define CODE_VICTIM_H

#include "code/scene/scene.h"

typedef struct Victim {
  uint32_t phrase;  /* whose head says what they are; NONE where no noun does */
  uint32_t counted; /* that counts them */
  Count count;
} Victim;

/* Those that a phrase in a victim's place stands for. */
Victim victim_of(const Stage *s, uint32_t phrase);

/* The complement right behind a phrase: by iḍāfa, or by «من»; NONE. */
uint32_t victim_complement(const Stage *s, uint32_t phrase);

/* «44 من المنيا», «الآلاف من الجنود»: is it what a number without a noun of its own counts some of? */
bool of_bare_number(const Stage *s, const Phrase *phrase);

/* How many the pronoun on a word is: «سراحه», of one man; «سراحهما»: of two. What «ها» and «هم» take up may be counted
 * elsewhere. */
Count count_of_pronoun(const Stage *s, uint32_t word);

#endif
