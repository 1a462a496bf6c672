/* A document's text cut into tokens and sentences.
 *
 * The text is valid UTF-8 and immutable; everything below points into it by bytes. Tokens
 * are the view's runs of Arabic letters (WORD), of other letters (LATIN), of digits
 * (NUMBER), and single signs (PUNCT); blanks, '#' and '_' only part them. A token's letters
 * stand in the view at [view, view + n). */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/vec.h"
#include "text/normal.h"

typedef enum TokenKind { TOKEN_WORD, TOKEN_LATIN, TOKEN_NUMBER, TOKEN_PUNCT } TokenKind;

enum {
  TOKEN_SPACED = 1,   /* a blank or line end before it */
  TOKEN_LINE = 2,     /* first of its line */
  TOKEN_PARAGRAPH = 4 /* first after an empty line, or of the text */
};

typedef struct Token {
  Span span;     /* bytes of the text */
  uint32_t view; /* first letter in the view */
  uint16_t n;    /* letters; a longer run is cut into several tokens */
  uint8_t kind, flags;
  uint32_t sentence; /* its sentence's number */
} Token;

typedef struct Sentence {
  uint32_t first, last; /* tokens [first, last) */
  Span span;            /* bytes, from the first token's start to the last one's end */
  bool ended;           /* by . ! ? rather than by the line's end */
} Sentence;

typedef struct Text {
  Str bytes;
  View view;
  const Token *tokens;
  const Sentence *sentences;
  uint32_t ntokens, nsentences;
} Text;

/* Cuts `bytes` (valid UTF-8, outliving the result). On a failed arena the result is empty;
 * the caller asks arena_ok. */
Text text_of(Arena *arena, Str bytes);

/* The same text cut anew, without those letters of its view that are marked (`drop` is [view.n]): the
 * words on both sides become one, whose span holds what was dropped. On a failed arena empty. */
Text text_without(Arena *arena, const Text *text, const bool *drop);

/* A token's letters, folded or light, as a Str of text/letter.h letters. */
static inline Str token_fold(const Text *text, uint32_t i) {
  const Token *t = &text->tokens[i];
  return (Str){(const char *)text->view.fold + t->view, t->n};
}
static inline Str token_light(const Text *text, uint32_t i) {
  const Token *t = &text->tokens[i];
  return (Str){(const char *)text->view.light + t->view, t->n};
}

/* A punctuation token's sign, 0 for any other token. */
static inline uint8_t token_sign(const Text *text, uint32_t i) {
  const Token *t = &text->tokens[i];
  return t->kind == TOKEN_PUNCT ? text->view.light[t->view] : 0;
}

/* Behind the brackets that open at token i, on one line: «طنجة (شمال)»; i where none do. */
static inline uint32_t token_past_brackets(const Text *text, uint32_t i) {
  enum { INSIDE_MOST = 7 };
  if (i >= text->ntokens || token_sign(text, i) != '(') return i;
  for (uint32_t k = i + 1; k <= i + INSIDE_MOST && k < text->ntokens && !(text->tokens[k].flags & TOKEN_LINE); k++)
    if (token_sign(text, k) == ')') return k + 1;
  return i;
}

/* The text's bytes at a span. */
static inline Str text_slice(const Text *text, Span span) { return str_slice(text->bytes, span.start, span.end); }

/* The bytes from token `first` to token `last` (not included). */
static inline Span text_tokens_span(const Text *text, uint32_t first, uint32_t last) {
  return first < last ? (Span){text->tokens[first].span.start, text->tokens[last - 1].span.end} : (Span){0, 0};
}

#endif
