/* The words of a text as keys into the trie of names.
 *
 * A token is tried as it stands and with its possible proclitics cut: «وبالموصل» as itself,
 * without و, without وب, and each of these without ال («موصل»). A key that no name has is
 * dropped at once, so few are left. From each key the trie is walked over the tokens that
 * follow, the article optional in each («دير الزور», «دير زور»). */
#include "know/scan.h"

#include <stddef.h>

#include "lang/word.h"
#include "text/letter.h"

typedef struct TokenKey {
  uint32_t node; /* where the names that begin so are, behind the root */
  uint16_t clitics;
  uint8_t cut;
  bool al;
} TokenKey;

/* All that the trie has to do with a spelling, whatever stands beside it. */
typedef struct TokenKeys {
  uint32_t whole, bare; /* in phrases.words, with and without the article, or STRINGS_NONE */
  uint32_t n;
  bool al;
  TokenKey at[KEYS_MAX]; /* [n] */
} TokenKeys;

static void push_key(const Know *k, TokenKeys *keys, Str fold, uint16_t clitics, uint8_t cut, bool al) {
  if (keys->n >= KEYS_MAX || fold.n < 1) return;
  uint32_t node = phrases_step(&k->phrases, PHRASES_ROOT, fold);
  if (node != PHRASES_NONE) keys->at[keys->n++] = (TokenKey){node, clitics, cut, al};
}

/* The rest of a token from letter `cut`, with and without its article. */
static void push_rest(const Know *k, TokenKeys *keys, Str light, Str fold, uint16_t clitics, uint8_t cut) {
  Str rest_light = str_slice(light, cut, light.n), rest = str_slice(fold, cut, fold.n);
  bool al;
  Str key = know_key(rest_light, rest, &al);
  push_key(k, keys, rest, clitics, cut, false);
  if (al) push_key(k, keys, key, (uint16_t)(clitics | CLITIC_AL), cut, true);
}

static uint16_t conjunction_of(uint8_t c) { return c == LETTER_WAW ? CLITIC_WA : c == LETTER_FA ? CLITIC_FA : 0; }
static uint16_t preposition_of(uint8_t c) {
  return c == LETTER_BA ? CLITIC_BI : c == LETTER_LAM ? CLITIC_LI : c == LETTER_KAF ? CLITIC_KA : 0;
}

static void push_with_preposition(const Know *k, TokenKeys *keys, Str light, Str fold, uint16_t clitics, uint8_t cut) {
  if (light.n < (size_t)cut + 3) return;
  uint16_t preposition = preposition_of((uint8_t)fold.p[cut]);
  if (!preposition) return;
  /* «للموصل»: the article's alef is gone */
  if (preposition == CLITIC_LI && (uint8_t)fold.p[cut + 1] == LETTER_LAM && light.n >= (size_t)cut + 5)
    push_key(k, keys, str_slice(fold, cut + 2u, fold.n), (uint16_t)(clitics | CLITIC_LI | CLITIC_AL),
             (uint8_t)(cut + 2), true);
  push_rest(k, keys, light, fold, (uint16_t)(clitics | preposition), (uint8_t)(cut + 1));
}

static void find_keys(const Scan *s, uint32_t token, TokenKeys *keys) {
  Str light = token_light(s->text, token), fold = token_fold(s->text, token);
  const Strings *words = &s->know->phrases.words;
  *keys = (TokenKeys){.n = 0};
  Str bare = know_key(light, fold, &keys->al);
  keys->whole = strings_find(words, fold);
  keys->bare = keys->al ? strings_find(words, bare) : keys->whole;
  push_rest(s->know, keys, light, fold, 0, 0);
  if (light.n < 3) return;
  push_with_preposition(s->know, keys, light, fold, 0, 0);
  uint16_t conjunction = conjunction_of((uint8_t)light.p[0]);
  if (!conjunction) return;
  push_rest(s->know, keys, light, fold, conjunction, 1);
  push_with_preposition(s->know, keys, light, fold, conjunction, 1);
}

/* A token's keys, noted with its spelling where that is remembered; else in *own. */
static const TokenKeys *keys_of(const Scan *s, uint32_t token, TokenKeys *own) {
  const void **names = s->in->words ? word_names(s->in->words, token) : NULL;
  if (names && *names) return *names;
  find_keys(s, token, own);
  size_t size = offsetof(TokenKeys, at) + own->n * sizeof own->at[0];
  void *kept = names ? word_notes_room(s->in->words, size) : NULL;
  if (!kept) return own;
  return *names = memcpy(kept, own, size);
}

static void add_match(Match *list, uint32_t *n, Match m) {
  uint32_t at = *n;
  while (at && (list[at - 1].last < m.last || (list[at - 1].last == m.last && list[at - 1].cut > m.cut))) at--;
  if (at >= MATCHES_MAX) return;
  uint32_t end = *n < MATCHES_MAX ? *n : MATCHES_MAX - 1;
  for (uint32_t i = end; i > at; i--) list[i] = list[i - 1];
  list[at] = m;
  *n = end + 1;
}

/* The token behind `i` that may carry a name on: a word of the same line, no blank needed. */
static bool follows(const Scan *s, uint32_t i) {
  return i < s->text->ntokens && !(s->text->tokens[i].flags & TOKEN_LINE) && s->text->tokens[i].kind != TOKEN_PUNCT;
}

/* The token behind a node: without its article first. */
static uint32_t step_over(const Scan *s, uint32_t node, uint32_t token) {
  TokenKeys own;
  const TokenKeys *keys = keys_of(s, token, &own);
  uint32_t next = phrases_step_word(&s->know->phrases, node, keys->bare);
  if (next == PHRASES_NONE && keys->al) next = phrases_step_word(&s->know->phrases, node, keys->whole);
  return next;
}

static void walk(const Scan *s, uint32_t token, const TokenKey *key, Match *list, uint32_t *n) {
  uint32_t node = key->node, i = token + 1;
  while (node != PHRASES_NONE) {
    const NodeSum *sum = &s->know->sums[node];
    if (sum->kinds) add_match(list, n, (Match){token, i, node, key->clitics, key->cut, key->al, 0, sum->kinds});
    if (!sum->leads || !follows(s, i) || i - token >= PHRASE_MAX_TOKENS) return;
    node = step_over(s, node, i++);
  }
}

bool scan_init(Scan *s, Arena *arena, const Know *know, const KnowInput *in) {
  *s = (Scan){arena, know, in, in->text, ARENA_ARRAY(arena, Matches, in->text->ntokens + 1)};
  if (!s->at) return false;
  for (uint32_t i = 0; i < s->text->ntokens; i++) {
    if (s->text->tokens[i].kind == TOKEN_PUNCT) continue;
    TokenKeys own;
    Match list[MATCHES_MAX];
    uint32_t n = 0;
    const TokenKeys *keys = keys_of(s, i, &own);
    for (uint32_t k = 0; k < keys->n; k++) walk(s, i, &keys->at[k], list, &n);
    if (!n) continue;
    Match *kept = ARENA_ARRAY(arena, Match, n);
    if (!kept) return false;
    memcpy(kept, list, n * sizeof *kept);
    s->at[i] = (Matches){kept, n, 0};
    for (uint32_t k = 0; k < n; k++) s->at[i].kinds |= list[k].kinds;
  }
  return true;
}

PhraseValues scan_values(const Scan *s, const Match *m) { return phrases_values(&s->know->phrases, m->node); }

/* Of several rows the one whose article is as in the text: «قاسم» before «القاسم». */
static const WordRow *word_of(const Scan *s, const Match *m, uint32_t kinds, uint8_t *flags) {
  PhraseValues values = scan_values(s, m);
  const WordRow *found = NULL;
  for (uint32_t k = 0; k < values.n; k++) {
    if (value_kind(values.at[k]) != KNOW_WORD) continue;
    const WordRow *row = &s->know->words[value_index(values.at[k])];
    if (!(kinds & KIND_BIT(row->kind))) continue;
    bool agrees = !(value_flags(values.at[k]) & NAME_AL) == !m->al;
    if (found && !agrees) continue;
    found = row;
    *flags = (uint8_t)value_flags(values.at[k]);
    if (agrees) return found;
  }
  return found;
}

const WordRow *scan_word(const Scan *s, uint32_t token, uint32_t kinds, bool clitics, Match *match) {
  if (token >= s->text->ntokens || !(s->at[token].kinds & kinds)) return NULL;
  for (uint32_t i = 0; i < s->at[token].n; i++) {
    const Match *m = &s->at[token].at[i];
    uint8_t flags = 0;
    if ((m->cut && !clitics) || !(m->kinds & kinds)) continue;
    const WordRow *row = word_of(s, m, kinds, &flags);
    if (!row) continue;
    if (match) *match = *m, match->flags = flags;
    return row;
  }
  return NULL;
}

Span scan_span(const Scan *s, uint32_t first, uint32_t cut, uint32_t last) {
  const Token *t = &s->text->tokens[first];
  uint32_t start = cut && cut < t->n ? view_origin(&s->text->view, t->view + cut) : t->span.start;
  return (Span){start, s->text->tokens[last - 1].span.end};
}

/* The word's readings; none where the text was not analysed. */
static const Word *analysed(const Scan *s, uint32_t token) {
  static const Word none = {.n = 0};
  return s->in->words && s->in->words->at && token < s->text->ntokens ? &s->in->words->at[token] : &none;
}

const Reading *scan_reading(const Scan *s, uint32_t token) {
  static const Reading none = {.lemma = LEMMA_NONE};
  const Word *w = analysed(s, token);
  return w->n ? &w->readings[0] : &none;
}

bool scan_cut_fits(const Scan *s, const Match *m) {
  const Reading *r = scan_reading(s, m->first);
  uint16_t cut = m->clitics & (CLITIC_CONJ | CLITIC_PREP);
  return !cut || r->guessed || r->lemma == LEMMA_NONE || (cut & ~r->clitics) == 0;
}

bool scan_may_read(const Scan *s, uint32_t token, WordPos pos) {
  const Word *w = analysed(s, token);
  for (uint8_t i = 0; i < w->n; i++)
    if (w->readings[i].pos == pos) return true;
  return false;
}

bool scan_may_read_joined(const Scan *s, uint32_t token, WordPos pos, uint32_t clitics) {
  const Word *w = analysed(s, token);
  for (uint8_t i = 0; i < w->n; i++)
    if (w->readings[i].pos == pos && w->readings[i].clitics & clitics) return true;
  return false;
}

bool scan_known(const Scan *s, uint32_t token) {
  const Word *w = analysed(s, token);
  for (uint8_t i = 0; i < w->n; i++)
    if (!w->readings[i].guessed) return true;
  return false;
}

bool scan_reads_proper(const Scan *s, uint32_t token) {
  const Word *w = analysed(s, token);
  for (uint8_t i = 0; i < w->n; i++)
    if (w->readings[i].pos == POS_PROPER || w->readings[i].guessed) return true;
  return !w->n;
}

bool scan_is_preposition(const Scan *s, uint32_t token) {
  const Reading *r = scan_reading(s, token);
  return r->pos == POS_PREP && !r->enclitic;
}

bool scan_is_in(const Scan *s, uint32_t token) {
  if (!scan_is_word(s, token) || !scan_is_preposition(s, token)) return false;
  Str fold = token_fold(s->text, token);
  return fold.n == 2 && (uint8_t)fold.p[0] == LETTER_FA;
}

bool scan_reads_verb(const Scan *s, uint32_t token) { return scan_reading(s, token)->pos == POS_VERB; }

ClassSet scan_classes(const Scan *s, uint32_t token) {
  return lexicon_classes(s->know->lexicon, scan_reading(s, token)->lemma);
}

ClassSet scan_noun_classes(const Scan *s, uint32_t token) {
  const Word *w = analysed(s, token);
  ClassSet out = 0;
  for (uint8_t i = 0; i < w->n; i++)
    if (w->readings[i].pos == POS_NOUN) out |= lexicon_classes(s->know->lexicon, w->readings[i].lemma);
  return out;
}
