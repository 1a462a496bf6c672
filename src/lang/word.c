/* All words of a text: each token's readings once for each spelling, then ranked by what
 * stands beside, from the first word to the last. Work and memory are bounded by a constant
 * for each token. */
#include "lang/word.h"

#include <stddef.h>

#include "lang/word_rank.h"
#include "text/letter.h"

typedef struct Reader {
  Arena *arena;
  const Lexicon *lexicon;
  const Text *text;
  TraitClasses classes;
  Spellings *kept, *more; /* the session's table and the text's own, for what the first does not take; or one */
  Bearings *bearings;
  Word *words; /* [ntokens] */
  Seen *seen;  /* [ntokens + 1] */
} Reader;

static bool any_marks(const View *view, const Token *t) {
  const uint8_t *marks = view->marks + t->view;
  uint8_t any = 0;
  if (t->n <= SPELLING_LETTERS) {
    uint64_t part[SPELLING_LETTERS / 8];
    spelling_load(marks, t->n, part);
    return part[0] | part[1];
  }
  for (uint32_t i = 0; i < t->n; i++) any |= marks[i];
  return any;
}

/* A word's readings that are kept, and what the words beside may ask of each. */
typedef struct Profiles {
  Profile at[READINGS_KEPT];
  uint32_t n;
} Profiles;

/* What is found once the lexicon has been asked: a guess beside it where it is in doubt, and what the words
 * beside may ask. */
static void complete(const Reader *reader, const Letters *letters, Candidates *c, Profiles *profiles) {
  if (!c->n || c->at[0].cost > COST_DOUBTFUL) word_guess(reader->lexicon, *letters, c);
  profiles->n = c->n < READINGS_KEPT ? c->n : READINGS_KEPT;
  for (uint32_t i = 0; i < profiles->n; i++) {
    c->at[i].traits = word_traits(reader->lexicon, &reader->classes, &c->at[i]);
    profiles->at[i] = word_profile(&c->at[i]);
    bearings_prefetch(reader->bearings, profiles->at[i]);
  }
}

/* A word that is not remembered: it is too long, or its table is full. */
static void set_apart(const Reader *reader, uint32_t i, const Candidates *c, uint32_t n) {
  Reading *readings = ARENA_ARRAY(reader->arena, Reading, n);
  reader->words[i] = (Word){0};
  reader->seen[i] = (Seen){0};
  if (!readings) return;
  Word word = {.readings = readings, .n = (uint8_t)n};
  for (uint32_t k = 0; k < n; k++) {
    readings[k] = c->at[k];
    word.joins |= reading_joins(&readings[k]);
    word.dual |= reading_dual(&readings[k]);
  }
  reader->words[i] = word;
  reader->seen[i] = (Seen){readings->bearing, 0};
}

static inline void set_spelling(const Reader *reader, uint32_t i, const Spellings *table, Spelling *s) {
  __builtin_prefetch(spelling_tail(s)); /* what does not stand in the first line */
  reader->words[i] = (Word){
      spelling_readings(s), s->n, s->joins, s->dual, s->notes.cue == CUE_NOTE_NONE, table == reader->kept ? s : NULL};
  reader->seen[i] = (Seen){s->standings->bearing, s->behind};
}

/* Whether the spelling is known already. */
static bool recall(const Reader *reader, uint32_t i, const SpellingKey *key) {
  Spelling *s = spellings_find(reader->kept, key);
  if (s) {
    set_spelling(reader, i, reader->kept, s);
  } else if (reader->more != reader->kept && (s = spellings_find(reader->more, key))) {
    set_spelling(reader, i, reader->more, s);
  }
  return s;
}

static void remember(const Reader *reader, uint32_t i, const SpellingKey *key, const Candidates *c, uint32_t n) {
  uint16_t behind = bearings_behind(reader->bearings, word_profile_behind(c->at, n));
  Spelling *s = spellings_add(reader->kept, key, c->at, n, behind);
  if (s)
    set_spelling(reader, i, reader->kept, s);
  else if (reader->more != reader->kept && (s = spellings_add(reader->more, key, c->at, n, behind)))
    set_spelling(reader, i, reader->more, s);
  else
    set_apart(reader, i, c, n);
}

/* Words that are not known, from one block; no more than are analysed together. */
typedef struct Unknown {
  uint32_t token[ANALYSE_TOGETHER], n;
  SpellingKey key[ANALYSE_TOGETHER]; /* n 0: to be read apart */
} Unknown;

/* «لاجىء», «الطوارىء» for «لاجئ», «الطوارئ»: behind an alef and one letter, two signs are an older spelling of the one
 * hamza, and the lexicon is asked without the second; but «البرىء» is «البريء». How many letters it is asked for. */
static uint32_t letters_asked(const View *view, const Token *t) {
  enum { LEAST = 4 };
  const uint8_t *end = view->light + t->view + t->n;
  if (t->n <= LEAST || end[-1] != LETTER_HAMZA || end[-2] != LETTER_ALEF_MAKSURA) return t->n;
  return end[-4] == LETTER_ALEF ? t->n - 1u : t->n;
}

/* A spelling that stands among them twice is remembered once. */
static void read_unknown(const Reader *reader, Unknown *unknown) {
  const View *view = &reader->text->view;
  Letters letters[ANALYSE_TOGETHER];
  Candidates found[ANALYSE_TOGETHER];
  Profiles profiles[ANALYSE_TOGETHER];
  for (uint32_t k = 0; k < unknown->n; k++) {
    const Token *t = &reader->text->tokens[unknown->token[k]];
    bool marks = any_marks(view, t);
    letters[k] = (Letters){view->light + t->view, view->fold + t->view, marks ? view->marks + t->view : NULL,
                           letters_asked(view, t)};
  }
  word_analyse_all(reader->lexicon, letters, found, unknown->n);
  for (uint32_t k = 0; k < unknown->n; k++) complete(reader, &letters[k], &found[k], &profiles[k]);
  for (uint32_t k = 0; k < unknown->n; k++) {
    uint32_t i = unknown->token[k], n = profiles[k].n;
    if (unknown->key[k].n && recall(reader, i, &unknown->key[k])) continue;
    for (uint32_t p = 0; p < n; p++) found[k].at[p].bearing = bearings_number(reader->bearings, profiles[k].at[p]);
    if (unknown->key[k].n)
      remember(reader, i, &unknown->key[k], &found[k], n);
    else
      set_apart(reader, i, &found[k], n);
  }
  unknown->n = 0;
}

enum { BLOCK = 256 };

/* The key of a word that may be remembered; of none that is too long. */
static void key_of_token(const Reader *reader, const Token *t, SpellingKey *key) {
  const View *view = &reader->text->view;
  key->n = 0;
  if (t->kind != TOKEN_WORD || t->n > SPELLING_LETTERS) return;
  if (!any_marks(view, t))
    spelling_key(view->light + t->view, t->n, key);
  else if (t->n <= MARKED_LETTERS)
    spelling_key_marked(view->light + t->view, view->marks + t->view, t->n, key);
  else
    return;
  spellings_prefetch(reader->kept, key->hash);
}

static Seen seen_beside(const Bearings *bearings, Beside kind) {
  return (Seen){bearings->beside_number[kind], bearings->beside_behind_number[kind]};
}

/* A block of tokens in steps, so that the memory they stand in is fetched side by side. */
static void read_block(const Reader *reader, uint32_t from, uint32_t n) {
  const Token *tokens = reader->text->tokens + from;
  SpellingKey keys[BLOCK];
  Spelling *likely[BLOCK];
  Unknown unknown = {.n = 0};
  for (uint32_t i = 0; i < n; i++) key_of_token(reader, &tokens[i], &keys[i]);
  for (uint32_t i = 0; i < n; i++) likely[i] = keys[i].n ? spellings_likely(reader->kept, keys[i].hash) : NULL;
  for (uint32_t i = 0; i < n; i++) {
    if (tokens[i].kind != TOKEN_WORD) {
      Beside kind = tokens[i].kind == TOKEN_NUMBER ? BESIDE_NUMBER : BESIDE_NOTHING;
      reader->words[from + i] = (Word){0};
      reader->seen[from + i] = seen_beside(reader->bearings, kind);
      continue;
    }
    if (likely[i] && spelling_is(likely[i], &keys[i])) {
      set_spelling(reader, from + i, reader->kept, likely[i]);
      continue;
    }
    if (keys[i].n && recall(reader, from + i, &keys[i])) continue;
    unknown.key[unknown.n] = keys[i];
    unknown.token[unknown.n++] = from + i;
    if (unknown.n == ANALYSE_TOGETHER) read_unknown(reader, &unknown);
  }
  if (unknown.n) read_unknown(reader, &unknown);
}

/* False where memory runs out. A word is ranked as soon as those behind it are read, which
 * it looks at. */
static bool read_words(Reader *reader) {
  Ranker ranker = {.arena = reader->arena,
                   .costs = &reader->lexicon->rule_costs,
                   .text = reader->text,
                   .words = reader->words,
                   .seen = reader->seen,
                   .kept = reader->kept,
                   .bearings = reader->bearings};
  uint32_t n = reader->text->ntokens, next = 0;
  reader->words[n] = (Word){0};
  reader->seen[n] = seen_beside(reader->bearings, BESIDE_NOTHING);
  for (uint32_t i = 0; i < n; i += BLOCK) {
    uint32_t end = n - i < BLOCK ? n : i + BLOCK;
    read_block(reader, i, end - i);
    for (; end == n ? next < n : next + RANK_AHEAD < end; next++) {
      const Word *word = &reader->words[next];
      if (word->n > 1 || word->dual) word_rank(&ranker, next); /* else there is nothing to choose */
    }
  }
  return arena_ok(reader->arena);
}

Words words_remembered(Arena *arena, const Lexicon *lexicon, WordMemo *memo, const Text *text) {
  Spellings *own = ARENA_NEW(arena, Spellings);
  size_t n = (size_t)text->ntokens + 1;
  Word *words = arena_alloc_unset(arena, n * sizeof(Word), _Alignof(Word));
  Seen *seen = arena_alloc_unset(arena, n * sizeof(Seen), _Alignof(Seen));
  Bearings own_bearings = {0};
  if (!own || !words || !seen) return (Words){0};
  *own = spellings_new(arena, UINT32_MAX);
  if (memo)
    word_memo_turn(memo);
  else
    own_bearings = bearings_new(arena);
  Reader reader = {.arena = arena,
                   .lexicon = lexicon,
                   .text = text,
                   .classes = memo ? memo->classes : trait_classes(lexicon),
                   .kept = memo ? &memo->table : own,
                   .more = own,
                   .bearings = memo ? &memo->bearings : &own_bearings,
                   .words = words,
                   .seen = seen};
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
  Spelling *spelling = words->at ? words->at[token].spelling : NULL;
  return spelling ? &spelling->notes : NULL;
}

const void **word_names(const Words *words, uint32_t token) {
  Spelling *spelling = words->at ? words->at[token].spelling : NULL;
  return spelling ? &spelling_tail(spelling)->names : NULL;
}

void *word_notes_room(const Words *words, size_t size) {
  return words->spellings ? arena_alloc(words->spellings->arena, size, _Alignof(max_align_t)) : NULL;
}

Str word_key(const Text *text, uint32_t token, const Reading *reading) {
  Str fold = token_fold(text, token);
  return reading && reading->stem <= fold.n ? str_slice(fold, reading->stem, fold.n) : fold;
}
