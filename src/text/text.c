#include "text/text.h"

#include "text/letters16.h"

/* What is longer is cut: whatever looks over a whole sentence stays linear in the text. */
enum { MAX_TOKEN = 512, MAX_SENTENCE = 1024 };
enum { LETTERS_A_TOKEN = 5 }; /* mostly more: the room for the tokens need not grow */

typedef VEC(Token) Tokens;

static TokenKind kind_of(uint8_t c) {
  if (letter_is_arabic(c)) return TOKEN_WORD;
  if (letter_is_digit(c)) return TOKEN_NUMBER;
  return letter_is_latin(c) ? TOKEN_LATIN : TOKEN_PUNCT;
}

static bool parts_only(uint8_t c) { return c == ' ' || c == '\n' || c == '#' || c == '_'; }

/* Trailing marks and tatweel belong to the last letter; so a token ends where the next
 * letter of the view, or the text, begins, less what stands between them and is no mark. */
static uint32_t end_behind_marks(Str text, const View *view, uint32_t last) {
  uint32_t from = view->origin[last], to = view->origin[last + 1], i = from + 1;
  /* the letter's own continuation bytes, then combining marks (U+0610–U+06ED: D8–DB) */
  while (i < text.n && ((uint8_t)text.p[i] & 0xC0) == 0x80) i++;
  if (!letter_is_arabic(view->light[last])) return i;
  while (i + 1 < to && (uint8_t)text.p[i] >= 0xD8 && (uint8_t)text.p[i] <= 0xDB) i += 2;
  return i;
}

/* Mostly nothing stands between: a letter of one byte, or the two of an Arabic one. */
static inline uint32_t end_byte(Str text, const View *view, uint32_t last) {
  uint32_t from = view->origin[last], to = view->origin[last + 1];
  if (to - from == 1 || (to - from == 2 && (uint8_t)text.p[from] >= 0xC0)) return to;
  return end_behind_marks(text, view, last);
}

/* Behind the run of letters of that kind that begins at `from`, looked at from `i` on. */
static uint32_t run_end(const View *view, uint32_t from, uint32_t i, TokenKind kind) {
  if (kind == TOKEN_PUNCT) return i;
  while (i < view->n && kind_of(view->light[i]) == kind &&
         (i - from < MAX_TOKEN || view->origin[i] == view->origin[i - 1])) /* a ligature stays whole */
    i++;
  return i;
}

/* The same of Arabic letters: most words are shorter than the sixteen that are looked at. */
static inline uint32_t word_end(const View *view, uint32_t from) {
  uint32_t run = arabic16(view->light + from);
  if (!run || run == RUN_BYTES) return run_end(view, from, from + 1, TOKEN_WORD);
  return run < view->n - from ? from + run : view->n; /* behind the last letter stands anything */
}

static void cut_tokens(Arena *arena, Str bytes, const View *view, Tokens *tokens) {
  uint8_t flags = TOKEN_LINE | TOKEN_PARAGRAPH | TOKEN_SPACED;
  tokens->room = view->n / LETTERS_A_TOKEN + 8;
  tokens->at = arena_alloc_unset(arena, tokens->room * sizeof(Token), _Alignof(Token));
  if (!tokens->at) tokens->room = 0;
  for (uint32_t i = 0; i < view->n;) {
    uint8_t c = view->light[i];
    if (parts_only(c)) {
      if (c == '\n') flags |= flags & TOKEN_LINE ? TOKEN_PARAGRAPH : TOKEN_LINE;
      flags |= TOKEN_SPACED;
      i++;
      continue;
    }
    TokenKind kind = kind_of(c);
    uint32_t from = i;
    i = kind == TOKEN_WORD ? word_end(view, from) : run_end(view, from, from + 1, kind);
    Token token = {
        {view->origin[from], end_byte(bytes, view, i - 1)}, from, (uint16_t)(i - from), (uint8_t)kind, flags, 0};
    vec_push(tokens, arena, token);
    flags = 0;
  }
}

static bool closes(uint8_t c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }

/* «د. أحمد», «أ.ف.ب»: a point after one letter ends nothing; nor does one between digits or
 * with no blank behind it. */
static bool sign_ends_sentence(const Text *text, uint32_t i) {
  uint8_t c = token_sign(text, i);
  if (c == '!' || c == '?') return true;
  if (c != '.') return false;
  const Token *before = i ? &text->tokens[i - 1] : NULL;
  if (before && before->n == 1 && before->kind != TOKEN_PUNCT && before->kind != TOKEN_NUMBER) return false;
  uint32_t next = i + 1;
  while (next < text->ntokens && closes(token_sign(text, next)) && !(text->tokens[next].flags & TOKEN_SPACED)) next++;
  return next >= text->ntokens || text->tokens[next].flags & TOKEN_SPACED;
}

static inline bool ends_sentence(const Text *text, uint32_t i) {
  return text->tokens[i].kind == TOKEN_PUNCT && sign_ends_sentence(text, i);
}

static void cut_sentences(Arena *arena, Text *text, Tokens *tokens) {
  VEC(Sentence) list = {0};
  for (uint32_t first = 0; first < tokens->n;) {
    uint32_t i = first;
    bool ended = false;
    for (;; i++) {
      tokens->at[i].sentence = list.n;
      if (i + 1 >= tokens->n || tokens->at[i + 1].flags & TOKEN_LINE || i - first >= MAX_SENTENCE) break;
      if (!ends_sentence(text, i)) continue;
      ended = true;
      while (i + 1 < tokens->n && closes(token_sign(text, i + 1)) &&
             !(tokens->at[i + 1].flags & (TOKEN_SPACED | TOKEN_LINE)))
        tokens->at[++i].sentence = list.n;
      break;
    }
    ended |= ends_sentence(text, i);
    vec_push(&list, arena, (Sentence){first, i + 1, text_tokens_span(text, first, i + 1), ended});
    first = i + 1;
  }
  text->sentences = list.at;
  text->nsentences = list.n;
}

static Text cut(Arena *arena, Str bytes, View view) {
  Text text = {.bytes = bytes, .view = view};
  Tokens tokens = {0};
  if (text.view.light) cut_tokens(arena, bytes, &text.view, &tokens);
  text.tokens = tokens.at;
  text.ntokens = tokens.n;
  cut_sentences(arena, &text, &tokens);
  if (!arena_ok(arena)) return (Text){.bytes = bytes};
  return text;
}

Text text_of(Arena *arena, Str bytes) { return cut(arena, bytes, view_of(arena, bytes)); }

static View view_without(Arena *arena, const View *view, const bool *drop) {
  size_t bytes = (size_t)view->n + VIEW_SLACK;
  uint8_t *light = arena_alloc(arena, bytes, 1), *fold = arena_alloc(arena, bytes, 1),
          *marks = arena_alloc(arena, bytes, 1);
  uint32_t *origin = ARENA_ARRAY(arena, uint32_t, (size_t)view->n + 1), n = 0;
  if (!light || !fold || !marks || !origin) return (View){0};
  for (uint32_t i = 0; i < view->n; i++) {
    if (drop[i]) continue;
    light[n] = view->light[i];
    fold[n] = view->fold[i];
    marks[n] = view->marks[i];
    origin[n++] = view->origin[i];
  }
  origin[n] = view->origin[view->n];
  return (View){light, fold, marks, origin, n};
}

Text text_without(Arena *arena, const Text *text, const bool *drop) {
  return cut(arena, text->bytes, view_without(arena, &text->view, drop));
}
