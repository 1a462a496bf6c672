#include "code/mark.h"

/* Sets whose words are taken as one, with what they govern behind them. */
#define GOVERNING                                                                                                     \
  (SET_BIT(SET_COMPOUND_PREPOSITION) | SET_BIT(SET_SOURCE_PREPOSITION) | SET_BIT(SET_PURPOSE) |                       \
   SET_BIT(SET_CONTRIBUTION) | SET_BIT(SET_CAUSE_PREPOSITION) | SET_BIT(SET_PERIOD) | SET_BIT(SET_AREA_PREPOSITION) | \
   SET_BIT(SET_SUBSET) | SET_BIT(SET_ONE_SIDE))

/* The word behind has the clitic that the set's word ends in: «وفقاً» + «لبيان». */
static bool clitic_follows(const CoderInput *in, uint32_t token, uint32_t clitic) {
  if (!clitic) return true;
  if (token >= in->text->ntokens) return false;
  return (word_best(in->words, token)->clitics & clitic) != 0;
}

static void mark_at(const Grammar *g, const CoderInput *in, uint32_t first, Str word, Marks *m) {
  uint32_t node = phrases_step(&g->phrases, PHRASES_ROOT, word);
  for (uint32_t i = first + 1; node != PHRASES_NONE; i++) {
    PhraseValues values = phrases_values(&g->phrases, node);
    for (uint32_t k = 0; k < values.n; k++) {
      const SetMember *member = &g->members[values.at[k]];
      if (!clitic_follows(in, i, member->clitic)) continue;
      m->sets[first] |= SET_BIT(member->set);
      if (SET_BIT(member->set) & GOVERNING && i - first >= m->n[first]) {
        m->prep[first] = member->prep;
        m->n[first] = (uint8_t)(i - first);
      }
    }
    if (i >= in->text->ntokens || in->text->tokens[i].kind != TOKEN_WORD || i - first >= 8) break;
    node = phrases_step(&g->phrases, node, token_fold(in->text, i));
  }
}

/* «في حالة خطيرة» (in grave condition) is no «في حالة» (in case of): what an adjective describes is a noun of its
 * own. */
static bool described(const CoderInput *in, uint32_t prep) {
  uint32_t noun = prep + 1;
  if (noun + 1 >= in->text->ntokens || in->text->tokens[noun + 1].kind != TOKEN_WORD) return false;
  const Reading *a = word_best(in->words, noun), *b = word_best(in->words, noun + 1);
  bool agree = a->pos == POS_NOUN && b->pos == POS_ADJ && !b->clitics && a->gender == b->gender;
  return agree && word_best(in->words, prep)->pos == POS_PREP;
}

Marks marks_of(Arena *arena, const Grammar *g, const CoderInput *in) {
  uint32_t n = in->text->ntokens;
  Marks m = {ARENA_ARRAY(arena, SetMask, n + 1), ARENA_ARRAY(arena, uint32_t, n + 1), arena_alloc(arena, n + 1, 1)};
  if (!m.sets || !m.prep || !m.n) return m;
  memset(m.prep, 0xFF, ((size_t)n + 1) * sizeof *m.prep);
  for (uint32_t i = 0; i < n; i++) {
    if (in->text->tokens[i].kind != TOKEN_WORD) continue;
    const Reading *r = word_best(in->words, i);
    Str word = token_fold(in->text, i);
    mark_at(g, in, i, word, &m);
    if (r->clitics & CLITIC_CONJ && word.n > 2 && !m.n[i]) mark_at(g, in, i, str_slice(word, 1, word.n), &m);
    if (m.sets[i] & SET_BIT(SET_UNREAL) && described(in, i)) m.sets[i] &= ~SET_BIT(SET_UNREAL);
    if (r->lemma < g->lexicon->n) m.sets[i] |= g->sets_of_lemma[r->lemma];
    if (m.sets[i] & SET_BIT(SET_CLAUSE_OPENER)) m.sets[i] &= ~SET_BIT(SET_NEGATION); /* «غير أنه توفي» denies nothing */
  }
  return m;
}
