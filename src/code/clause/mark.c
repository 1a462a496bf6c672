#include "code/clause/mark.h"

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

/* «من بين» + «القتلى»: the noun behind is definite, plural, and of one of the classes. */
static bool noun_follows(const Grammar *g, const CoderInput *in, uint32_t token, ClassSet classes) {
  if (!classes) return true;
  if (token >= in->text->ntokens) return false;
  const Reading *r = word_best(in->words, token);
  return r->clitics == CLITIC_AL && r->number == NUMBER_PLURAL && lexicon_classes(g->lexicon, r->lemma) & classes;
}

/* The entries that end in front of token `end`; `pronoun`: those that may have one on their last word. */
static void mark_entries(const Grammar *g, const CoderInput *in, uint32_t first, uint32_t end, uint32_t node,
                         bool pronoun, Marks *m) {
  PhraseValues values = phrases_values(&g->phrases, node);
  for (uint32_t k = 0; k < values.n; k++) {
    const SetMember *member = &g->members[values.at[k]];
    if (pronoun && !member->pronoun) continue;
    if (!clitic_follows(in, end, member->clitic) || !noun_follows(g, in, end, member->classes)) continue;
    uint32_t n = end - first + (member->classes != 0);
    m->sets[first] |= SET_BIT(member->set);
    if (SET_BIT(member->set) & GOVERNING && n >= m->n[first]) {
      m->prep[first] = member->prep;
      m->n[first] = (uint8_t)n;
    }
  }
}

/* «أنهم», «إلا أنهم»: entries whose last word stands at `last` with a pronoun on it, in any of its readings. `node`: of
 * the words before it; `cut`: letters of a conjunction that `last` begins with. */
static void mark_joined(const Grammar *g, const CoderInput *in, uint32_t first, uint32_t last, uint32_t node,
                        size_t cut, Marks *m) {
  const Word *w = &in->words->at[last];
  Str letters = token_fold(in->text, last);
  size_t tried = 0;
  for (uint32_t i = 0; i < w->n; i++) {
    const Reading *r = &w->readings[i];
    size_t end = (size_t)r->stem + r->stem_n;
    if (!r->enclitic || end <= cut || end == tried) continue;
    tried = end;
    uint32_t bare = phrases_step(&g->phrases, node, str_slice(letters, cut, end));
    if (bare != PHRASES_NONE) mark_entries(g, in, first, last + 1, bare, true, m);
  }
}

/* The entries that begin at a word, behind the `cut` letters of its conjunction. */
static void mark_at(const Grammar *g, const CoderInput *in, uint32_t first, size_t cut, Marks *m) {
  enum { WORDS_MOST = 8 };
  Str word = token_fold(in->text, first);
  mark_joined(g, in, first, first, PHRASES_ROOT, cut, m);
  uint32_t node = phrases_step(&g->phrases, PHRASES_ROOT, str_slice(word, cut, word.n));
  for (uint32_t i = first + 1; node != PHRASES_NONE; i++) {
    mark_entries(g, in, first, i, node, false, m);
    if (i >= in->text->ntokens || in->text->tokens[i].kind != TOKEN_WORD || i - first >= WORDS_MOST) break;
    mark_joined(g, in, first, i, node, 0, m);
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
    mark_at(g, in, i, 0, &m);
    if (r->clitics & CLITIC_CONJ && token_fold(in->text, i).n > 2 && !m.n[i]) mark_at(g, in, i, 1, &m);
    if (m.sets[i] & SET_BIT(SET_UNREAL) && described(in, i)) m.sets[i] &= ~SET_BIT(SET_UNREAL);
    if (r->lemma < g->lexicon->n) m.sets[i] |= g->sets_of_lemma[r->lemma];
    if (m.sets[i] & SET_BIT(SET_CLAUSE_OPENER)) m.sets[i] &= ~SET_BIT(SET_NEGATION); /* «غير أنه توفي» denies nothing */
  }
  return m;
}
