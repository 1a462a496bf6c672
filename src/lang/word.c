/* All words of a text: each token's readings once for each spelling, then ranked by what
 * stands beside, from the first word to the last. Work and memory are bounded by a constant
 * for each token. */
#include "lang/word.h"

#include <stddef.h>

#include "lang/word_memo.h"

typedef struct Reader {
  Arena *arena;
  const Lexicon *lexicon;
  const Text *text;
  TraitClasses classes;
  Spellings *kept, *more; /* the session's table and the text's own, for what the first does not take; or one */
  Word *words;            /* [ntokens]: out of context, and up to the token that is read, in it */
} Reader;

static bool any_marks(const View *view, const Token *t) {
  const uint8_t *marks = view->marks + t->view;
  uint8_t any = 0;
  if (t->n <= SPELLING_LETTERS) {
    SpellingKey key;
    spelling_key(marks, t->n, &key);
    return key.part[0] | key.part[1] | key.part[2] | key.part[3];
  }
  for (uint32_t i = 0; i < t->n; i++) any |= marks[i];
  return any;
}

/* What the letters can be, best first; how many of them are kept. */
static uint32_t analyse(const Reader *reader, const Token *t, bool marks, Candidates *c) {
  const View *view = &reader->text->view;
  Letters letters = {view->light + t->view, view->fold + t->view, marks ? view->marks + t->view : NULL, t->n};
  c->n = 0;
  if (t->n <= WORD_MAX_LETTERS) word_analyse(reader->lexicon, letters, c);
  if (!c->n || c->at[0].cost > COST_DOUBTFUL) word_guess(reader->lexicon, letters, c);
  uint32_t n = c->n < READINGS_KEPT ? c->n : READINGS_KEPT;
  for (uint32_t i = 0; i < n; i++) c->at[i].traits = word_traits(reader->lexicon, &reader->classes, &c->at[i]);
  return n;
}

/* A word that is not remembered: it is vocalised, or too long, or its table is full. */
static Word word_apart(const Reader *reader, const Candidates *c, uint32_t n) {
  Reading *readings = ARENA_ARRAY(reader->arena, Reading, n);
  if (!readings) return (Word){0};
  Word word = {.readings = readings, .n = (uint8_t)n};
  for (uint32_t i = 0; i < n; i++) {
    readings[i] = c->at[i];
    word.joins |= reading_joins(&readings[i]);
    word.dual |= reading_dual(&readings[i]);
  }
  return word;
}

static Word word_of(const Spellings *table, uint32_t number, bool numbered) {
  const Spelling *s = spelling_at(table, number);
  return (Word){s->readings, s->n, s->joins, s->dual, s->notes.cue == CUE_NOTE_NONE, numbered ? number : 0};
}

/* A token's readings out of context; those of an unvocalised spelling are remembered. */
static Word out_of_context(const Reader *reader, const Token *t, const SpellingKey *key) {
  Candidates c;
  if (!key->n) return word_apart(reader, &c, analyse(reader, t, any_marks(&reader->text->view, t), &c));
  uint32_t number = spellings_find(reader->kept, key);
  if (number) return word_of(reader->kept, number, true);
  if (reader->more != reader->kept && (number = spellings_find(reader->more, key)))
    return word_of(reader->more, number, false);
  uint32_t n = analyse(reader, t, false, &c);
  if ((number = spellings_add(reader->kept, key, c.at, n))) return word_of(reader->kept, number, true);
  if (reader->more != reader->kept && (number = spellings_add(reader->more, key, c.at, n)))
    return word_of(reader->more, number, false);
  return word_apart(reader, &c, n);
}

static void prefetch_word(const Reader *reader, const Word *word) {
  const Variant *variants = word->spelling ? spelling_at(reader->kept, word->spelling)->variants : NULL;
  if (variants) __builtin_prefetch(variants);
}

enum { BLOCK = 16 };

/* The key of a word that may be remembered; of none that is vocalised or too long. */
static void key_of_token(const Reader *reader, const Token *t, SpellingKey *key) {
  const View *view = &reader->text->view;
  key->n = 0;
  if (t->kind != TOKEN_WORD || t->n > SPELLING_LETTERS || any_marks(view, t)) return;
  spelling_key(view->light + t->view, t->n, key);
  spellings_prefetch(reader->kept, key->hash);
}

/* A block of tokens in steps, so that the memory they stand in is fetched side by side. */
static void read_block(Reader *reader, uint32_t from, uint32_t n) {
  const Token *tokens = reader->text->tokens + from;
  SpellingKey keys[BLOCK];
  for (uint32_t i = 0; i < n; i++) key_of_token(reader, &tokens[i], &keys[i]);
  for (uint32_t i = 0; i < n; i++)
    if (keys[i].n) spellings_prefetch_more(reader->kept, keys[i].hash);
  for (uint32_t i = 0; i < n; i++) {
    if (tokens[i].kind != TOKEN_WORD) continue;
    reader->words[from + i] = out_of_context(reader, &tokens[i], &keys[i]);
    prefetch_word(reader, &reader->words[from + i]);
  }
}

/* Signs that part nothing: quotes, and the stroke of «آذار/مارس». */
static bool is_through(const Text *text, uint32_t i) {
  uint8_t sign = token_sign(text, i);
  if (sign == '.') return i && text->tokens[i - 1].kind == TOKEN_WORD && text->tokens[i - 1].n == 1; /* «د. عادل» */
  return sign == '"' || sign == '\'' || sign == '/';
}

/* The token beside, such signs passed over; ntokens where the sentence or the phrase ends. */
static uint32_t beside(const Text *text, uint32_t i, int step) {
  uint32_t k = i;
  for (int tries = 0; tries < 3; tries++) {
    if (step < 0 && !k) return text->ntokens;
    k = step < 0 ? k - 1 : k + 1;
    if (k >= text->ntokens || text->tokens[k].sentence != text->tokens[i].sentence) return text->ntokens;
    if (!is_through(text, k)) return k;
  }
  return text->ntokens;
}

static Beside kind_of(const Text *text, uint32_t i) {
  if (i >= text->ntokens) return BESIDE_NOTHING;
  switch (text->tokens[i].kind) {
    case TOKEN_WORD: return BESIDE_WORD;
    case TOKEN_NUMBER: return BESIDE_NUMBER;
    default: return BESIDE_NOTHING;
  }
}

enum { JOINED_WITHIN = 6 };

/* The masdar that a word joined by «و» may go on from: a few words back, in this sentence,
 * with no verb since. */
static const Reading *masdar_before(const Reader *reader, uint32_t i, bool *comma) {
  const Text *text = reader->text;
  for (uint32_t back = 1; back <= JOINED_WITHIN && back <= i; back++) {
    const Token *t = &text->tokens[i - back];
    if (t->sentence != text->tokens[i].sentence) return NULL;
    *comma |= token_sign(text, i - back) == ',';
    if (t->kind != TOKEN_WORD) continue;
    const Reading *r = reader->words[i - back].readings;
    if (!r || r->pos == POS_VERB) return NULL;
    if (r->form == FORM_MASDAR) return r->clitics & CLITIC_AL || r->flags & ENDING_TANWIN ? NULL : r;
  }
  return NULL;
}

static void look_around(const Reader *reader, uint32_t i, Context *c) {
  uint32_t before = beside(reader->text, i, -1), after = beside(reader->text, i, 1);
  c->before = kind_of(reader->text, before);
  c->after = kind_of(reader->text, after);
  c->previous = c->before == BESIDE_WORD ? reader->words[before].readings : NULL;
  c->next = c->after == BESIDE_WORD ? reader->words[after].readings : NULL;
  c->nnext = c->next ? reader->words[after].n : 0;
  c->comma = false;
  c->masdar = reader->words[i].joins ? masdar_before(reader, i, &c->comma) : NULL;
}

/* What stands behind a number is not two of them. */
static bool is_counted(const Context *context) {
  return context->before == BESIDE_NUMBER || (context->previous && context->previous->pos == POS_NUMERAL);
}

/* Whether a context tells dual and plural apart: no; yes, and the number stands; it is one of
 * them (as WordNumber has them). */
enum { SETTLED_NOT, SETTLED_AS_IT_IS, SETTLED_DUAL = NUMBER_DUAL, SETTLED_PLURAL = NUMBER_PLURAL };

/* A dual or plural by its neighbour: a number before it («7 مدنيين»), or the noun that an
 * adjective describes («جسرين رئيسيين»). */
static uint8_t settle_number(const Context *context, const Reading *r) {
  if (!r->dual_or_plural) return SETTLED_NOT;
  if (is_counted(context)) return SETTLED_AS_IT_IS;
  const Reading *noun = context->previous;
  if (r->pos != POS_ADJ || !noun || noun->pos != POS_NOUN || noun->dual_or_plural) return SETTLED_NOT;
  if (noun->number == NUMBER_DUAL) return SETTLED_DUAL;
  return noun->number == NUMBER_PLURAL ? SETTLED_PLURAL : SETTLED_NOT;
}

/* How a context has the readings: their order, and SETTLED_… by their place out of context. */
typedef struct Ranking {
  uint8_t order[READINGS_KEPT], settled[READINGS_KEPT];
  bool changed;
} Ranking;

static void sort_ranking(Ranking *ranking, int *cost, uint32_t n) {
  for (uint32_t i = 1; i < n; i++) {
    int c = cost[i];
    uint8_t which = ranking->order[i];
    uint32_t k = i;
    for (; k && cost[k - 1] > c; k--) {
      cost[k] = cost[k - 1];
      ranking->order[k] = ranking->order[k - 1];
      ranking->changed = true;
    }
    cost[k] = c;
    ranking->order[k] = which;
  }
}

static void rank_readings(const Word *word, const Context *context, Ranking *ranking) {
  int cost[READINGS_KEPT];
  ranking->changed = false;
  for (uint8_t k = 0; k < word->n; k++) {
    const Reading *r = &word->readings[k];
    ranking->order[k] = k;
    cost[k] = word->n > 1 ? r->cost + word_context_cost(context, r) : 0;
    ranking->settled[k] = settle_number(context, r);
    ranking->changed |= ranking->settled[k] != SETTLED_NOT;
  }
  sort_ranking(ranking, cost, word->n);
}

static const Reading *ranked(Arena *arena, const Word *word, const Ranking *ranking) {
  Reading *readings = ARENA_ARRAY(arena, Reading, word->n);
  for (uint32_t k = 0; readings && k < word->n; k++) {
    uint8_t settled = ranking->settled[ranking->order[k]];
    readings[k] = word->readings[ranking->order[k]];
    if (settled) readings[k].dual_or_plural = false;
    if (settled > SETTLED_AS_IT_IS) readings[k].number = settled & 3u;
  }
  return readings;
}

/* Six bits a reading. */
static uint64_t key_of(const Ranking *ranking, uint32_t n) {
  uint64_t key = 0;
  for (uint32_t k = 0; k < n; k++)
    key = key << 6 | (uint64_t)ranking->settled[ranking->order[k]] << 4 | ranking->order[k];
  return key;
}

/* A spelling has few orders, over and over. */
static const Reading *variant_of(Reader *reader, const Word *word, const Ranking *ranking) {
  Spelling *s = word->spelling ? spelling_at(reader->kept, word->spelling) : NULL;
  uint64_t key = key_of(ranking, word->n);
  for (uint32_t i = 0; s && i < s->nvariants; i++)
    if (s->variants[i].key == key) return s->variants[i].readings;
  if (s && !s->variants) s->variants = ARENA_ARRAY(reader->kept->arena, Variant, VARIANTS_MAX);
  if (!s || !s->variants || s->nvariants == VARIANTS_MAX) return ranked(reader->arena, word, ranking);
  const Reading *readings = ranked(reader->kept->arena, word, ranking);
  if (!readings) return ranked(reader->arena, word, ranking);
  s->variants[s->nvariants++] = (Variant){key, readings};
  return readings;
}

static void rank(Reader *reader, uint32_t i) {
  Word *word = &reader->words[i];
  if (word->n == 1 && !word->readings->dual_or_plural) return; /* nothing to choose */
  Context context;
  Ranking ranking;
  look_around(reader, i, &context);
  rank_readings(word, &context, &ranking);
  if (ranking.changed) word->readings = variant_of(reader, word, &ranking);
}

enum { AHEAD = 4 }; /* no word looks further than `beside` does */

/* False where memory runs out. A word is ranked as soon as those behind it are read, which
 * it looks at. */
static bool read_words(Reader *reader) {
  uint32_t n = reader->text->ntokens, next = 0;
  for (uint32_t i = 0; i < n; i += BLOCK) {
    uint32_t end = n - i < BLOCK ? n : i + BLOCK;
    read_block(reader, i, end - i);
    for (; end == n ? next < n : next + AHEAD < end; next++)
      if (reader->words[next].n) rank(reader, next);
  }
  return arena_ok(reader->arena);
}

Words words_remembered(Arena *arena, const Lexicon *lexicon, WordMemo *memo, const Text *text) {
  Spellings *own = ARENA_NEW(arena, Spellings);
  Word *words = ARENA_ARRAY(arena, Word, text->ntokens + 1);
  if (!own || !words) return (Words){0};
  *own = spellings_new(arena, UINT32_MAX);
  if (memo) word_memo_turn(memo);
  Reader reader = {.arena = arena,
                   .lexicon = lexicon,
                   .text = text,
                   .classes = memo ? memo->classes : trait_classes(lexicon),
                   .kept = memo ? &memo->table : own,
                   .more = own,
                   .words = words};
  return read_words(&reader) ? (Words){words, reader.kept, lexicon} : (Words){0};
}

Words words_of(Arena *arena, const Lexicon *lexicon, const Text *text) {
  return words_remembered(arena, lexicon, NULL, text);
}

const Reading *word_best(const Words *words, uint32_t token) {
  static const Reading none = {.lemma = LEMMA_NONE};
  return words->at && words->at[token].n ? &words->at[token].readings[0] : &none;
}

Word word_alone(Arena *arena, const Lexicon *lexicon, Str utf8) {
  Text text = text_of(arena, utf8);
  Words words = words_of(arena, lexicon, &text);
  return words.at && text.ntokens ? words.at[0] : (Word){0};
}

WordNotes *word_notes(const Words *words, uint32_t token) {
  uint32_t spelling = words->at ? words->at[token].spelling : 0;
  return spelling ? &spelling_at(words->spellings, spelling)->notes : NULL;
}

void *word_notes_room(const Words *words, size_t size) {
  return words->spellings ? arena_alloc(words->spellings->arena, size, _Alignof(max_align_t)) : NULL;
}

Str word_key(const Text *text, uint32_t token, const Reading *reading) {
  Str fold = token_fold(text, token);
  return reading && reading->stem <= fold.n ? str_slice(fold, reading->stem, fold.n) : fold;
}
