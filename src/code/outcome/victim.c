/* Those that a phrase in a victim's place stands for, and how many they are.
 *
 *   «مقتل 13 واعتقال 92 عنصراً»        a bare number shares the noun of the one joined to it
 *   «أودى بحياة جنديين»                 some nouns only stand for their complement
 *   «أحد عناصر التنظيم»، «عدد من…»      one of them; an untold number of them
 *   «خلية تضم سبعة أشخاص»               a body, and how many it has
 *   «أطلق سراحه»                        one, whoever he is */
#include "code/outcome/victim.h"

#include "code/match/carry.h"

uint32_t victim_complement(const Stage *s, uint32_t phrase) {
  uint32_t next = phrase + 1;
  if (next >= s->m->c->nphrases || stage_phrase(s, next)->up != phrase) return NONE;
  const Phrase *f = stage_phrase(s, next);
  return f->link == LINK_IDAFA || phrase_partitive(s->m->c, f) ? next : NONE;
}

/* «13 واعتقال 92 عنصراً»: behind a bare number, «و» and one word lead to the number that has the noun. */
static uint32_t shared_noun(const Stage *s, uint32_t phrase) {
  uint32_t behind = stage_phrase(s, phrase)->last;
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i <= phrase + 2; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->first != behind + 1 || f->number == NONE || behind >= s->m->in->text->ntokens) continue;
    if (!(word_best(s->m->in->words, behind)->clitics & CLITIC_CONJ)) continue;
    return f->head != NONE ? i : victim_complement(s, i);
  }
  return NONE;
}

/* «خلية إرهابية تضم سبعة أشخاص», «مجموعة مكونة من ستة»: the phrase that tells how many a group has; NONE. */
static uint32_t members_of(const Stage *s, uint32_t group) {
  enum { WORD_NEAR = 9, NUMBER_NEAR = 3 };
  uint32_t last = stage_phrase(s, group)->last, n = s->m->in->text->ntokens, word = NONE;
  for (uint32_t i = last; i < n && i < last + WORD_NEAR && word == NONE; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_MADE_OF)) word = i;
  for (uint32_t i = word == NONE ? n : word + 1; i < n && i <= word + NUMBER_NEAR; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    return f->number != NONE && f->classes & (s->m->k->person | s->m->k->fighter) ? phrase : NONE;
  }
  return NONE;
}

/* «شن هجوم»: a masdar of a light verb stands for its complement; «قيادات» are people. */
static bool light_masdar(const Stage *s, const Phrase *f) {
  return f->form == FORM_MASDAR && !f->plural && f->number == NONE && stands_for_complement(s->m, f);
}

Count count_of_pronoun(const Stage *s, uint32_t word) {
  const Reading *r = word_best(s->m->in->words, word);
  bool one = enclitic_number(r) == NUMBER_SINGULAR && enclitic_gender(r) == GENDER_MASCULINE;
  if (!r->enclitic || enclitic_person(r) != 3 || !(one || enclitic_number(r) == NUMBER_DUAL)) return (Count){0};
  double n = one ? 1 : 2;
  return (Count){n, n, true, false};
}

bool of_bare_number(const Stage *s, const Phrase *f) {
  if (!phrase_partitive(s->m->c, f)) return false;
  const Phrase *number = stage_phrase(s, f->up);
  return number->head == NONE && number->number != NONE;
}

Victim victim_of(const Stage *s, uint32_t phrase) {
  enum { STEPS_MOST = 4 };
  Victim v = {.phrase = phrase, .counted = phrase, .count = count_of_phrase(s, phrase)};
  const Phrase *named = stage_phrase(s, phrase);
  /* «الآلاف من الجنود»; but «اثنان من القتلى» are of those counted before */
  bool known = named->classes & (s->m->k->dead | s->m->k->hurt | s->m->k->victim);
  if (!v.count.set && !known && of_bare_number(s, named)) v.count = count_of_phrase(s, named->up);
  for (uint32_t steps = 0; v.phrase != NONE && steps < STEPS_MOST; steps++) {
    const Phrase *f = stage_phrase(s, v.phrase);
    SetMask marks = f->head == NONE ? 0 : s->m->c->marks[f->head];
    uint32_t next = victim_complement(s, v.phrase);
    if (f->head == NONE) {
      v.phrase = next != NONE ? next : shared_noun(s, v.phrase);
    } else if (marks & SET_BIT(SET_STANDS_FOR) && next == NONE) {
      return (Victim){.phrase = NONE, .counted = NONE, .count = count_of_pronoun(s, f->head)}; /* «سراحه» */
    } else if (marks & SET_BIT(SET_STANDS_FOR) || (next != NONE && light_masdar(s, f))) {      /* «شن هجوم» */
      v = (Victim){.phrase = next, .counted = next, .count = count_of_phrase(s, next)};
      continue;
    } else if (marks & SET_BIT(SET_ONE_OF)) {
      v.count = (Count){1, 1, true, false};
      if (next != NONE) v.phrase = next;
    } else if (marks & SET_BIT(SET_SOME_OF) && f->number == NONE) {
      v.count = (Count){0};
      if (next == NONE) return v;
      v.phrase = next;
      if (stage_phrase(s, next)->number != NONE) v.count = count_of_phrase(s, next); /* «جميع الركاب الـ18» */
      continue;
    } else if (f->classes & (s->m->k->group | s->m->k->kin) && f->number == NONE) {
      if (next == NONE || stage_phrase(s, next)->number == NONE) next = members_of(s, v.phrase);
      if (next != NONE) v.count = count_of_phrase(s, next); /* «خلية من ستة أشخاص» */
    }
    break;
  }
  return v;
}
