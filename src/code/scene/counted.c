/* How many an outcome tells of. «مهاجمين» (attackers) are two or more by the noun's form alone, which is no number
 * to hold against another telling's; a number told later closes what the form leaves open. */
#include "code/scene/counted.h"

#include <math.h>

/* «على الأقل» right behind it */
static bool at_least(const Stage *s, uint32_t phrase) {
  enum { NEAR = 3 };
  uint32_t last = part_of_phrase(s, phrase).last;
  for (uint32_t i = last; i < s->m->in->text->ntokens && i < last + NEAR; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_LEAST)) return true;
  return false;
}

/* Two or more, and nothing but the noun's form says so. */
static bool told_by_form(const Stage *s, const Effect *e) {
  bool open = e->phrase != NONE && e->count.set && isinf(e->count.max) && match_counted_by_form(s->m, e->phrase);
  return open && !at_least(s, e->phrase);
}

/* «شبكة إرهابية … شبكة تضم خمسة متهمين»: a body, and how many it has. */
static bool numbers_body(const Stage *s, const Effect *open, const Effect *told) {
  if (open->count.set || open->phrase == NONE || told->phrase == NONE) return false;
  const Phrase *a = stage_phrase(s, open->phrase), *b = stage_phrase(s, told->phrase);
  return a->classes & s->m->k->group && a->lemma == b->lemma && a->actor == NONE && b->number == NONE;
}

bool effect_closes(const Stage *s, const Effect *open, const Effect *told) {
  if (!str_eq(open->what, told->what) || open->subset || told->subset || !told->count.set) return false;
  if (numbers_body(s, open, told)) return true;
  if (open->count.min != told->count.min || isinf(told->count.max) || !told_by_form(s, open)) return false;
  return told->phrase != NONE && stage_phrase(s, open->phrase)->lemma == stage_phrase(s, told->phrase)->lemma;
}

Count effect_count_told(const Stage *s, const Effect *e) {
  Count told = told_by_form(s, e) ? (Count){0} : e->count;
  if (told.set && e->open) told.max = INFINITY;
  return told;
}
