/* Words broken with a sign to dodge a filter: «القيا.دي» is «القيادي», the leader.
 *
 * Two runs of letters with a point or an asterisk between them and no blank are one word where
 * the two as one are a word that everybody knows and one of them, alone, is none:
 *
 *   القيا.دي          «القيادي» is known, «القيا» hardly: joined
 *   قصـ.ـف            «قصف»: joined; the stretched lines are gone from the view already
 *   ميونيخ.وقال       "Munich.And he said": a blank was forgotten; as one they are nothing
 *   ك.أ, العربية.نت   abbreviations and addresses: the parts are known, or the whole is not
 *   بي.جي             letters of another script by their names: no part is long, none one letter
 *   م.صالح            an engineer's title before his name: a letter in front joins nothing
 *   د.ا.ع.ش           letter by letter: four at least
 *
 * The signs leave the view of the text, not the text: spans are as they were. */
#include "lang/word.h"
#include "lang/word_analyse.h"

enum {
  PARTS_MAX = 6,
  LETTERS_MAX = 40,
  LETTERS_MIN = 3,
  SPELLED_MIN = 4,
  PART_LONG = 4,
  COST_KNOWN = 12,
  COST_NONE = 40,
  COST_WORSE = 4
};

static bool is_breaker(const Text *text, uint32_t i) {
  uint8_t sign = token_sign(text, i);
  return (sign == '.' || sign == '*') && !(text->tokens[i].flags & TOKEN_SPACED);
}

/* What the cheapest reading costs, at most COST_NONE. */
static int cost_of(const Lexicon *lexicon, const uint8_t *light, const uint8_t *fold, uint32_t n) {
  Candidates found;
  word_analyse(lexicon, (Letters){light, fold, NULL, n}, &found);
  return found.n && found.at[0].cost < COST_NONE ? found.at[0].cost : COST_NONE;
}

/* Behind the run of words and breakers that begins at token i. */
static uint32_t run_from(const Text *text, uint32_t i) {
  uint32_t last = i + 1;
  while (last + 1 < text->ntokens && last - i < 2 * PARTS_MAX && is_breaker(text, last) &&
         text->tokens[last + 1].kind == TOKEN_WORD && !(text->tokens[last + 1].flags & TOKEN_SPACED))
    last += 2;
  return last;
}

static bool is_broken_word(const Lexicon *lexicon, const Text *text, uint32_t first, uint32_t last) {
  uint8_t light[LETTERS_MAX], fold[LETTERS_MAX];
  uint32_t n = 0, longest = 0, shortest = LETTERS_MAX;
  int worst = 0;
  for (uint32_t i = first; i < last; i += 2) {
    const Token *t = &text->tokens[i];
    if (n + t->n > LETTERS_MAX) return false;
    memcpy(light + n, text->view.light + t->view, t->n);
    memcpy(fold + n, text->view.fold + t->view, t->n);
    int cost = t->n > 1 ? cost_of(lexicon, light + n, fold + n, t->n) : COST_NONE;
    if (cost > worst) worst = cost;
    if (t->n > longest) longest = t->n;
    if (t->n < shortest) shortest = t->n;
    n += t->n;
  }
  if (n < (longest > 1 ? LETTERS_MIN : SPELLED_MIN) || (longest > 1 && text->tokens[first].n < 2)) return false;
  if (longest < PART_LONG && shortest > 1) return false;
  int whole = cost_of(lexicon, light, fold, n);
  return whole <= COST_KNOWN && worst >= whole + COST_WORSE;
}

Text text_with_broken_words(Arena *arena, const Lexicon *lexicon, Text text) {
  bool *drop = NULL;
  for (uint32_t i = 0; i < text.ntokens; i++) {
    if (text.tokens[i].kind != TOKEN_WORD) continue;
    uint32_t last = run_from(&text, i);
    if (last == i + 1) continue;
    bool broken = is_broken_word(lexicon, &text, i, last);
    if (broken && !drop) drop = ARENA_ARRAY(arena, bool, text.view.n + 1);
    if (broken && !drop) return text;
    for (uint32_t k = i + 1; broken && k < last; k += 2) drop[text.tokens[k].view] = true;
    i = last - 1;
  }
  return drop ? text_without(arena, &text, drop) : text;
}
