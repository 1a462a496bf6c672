/* Views of bytes, and places in a document's text.
 *
 * A Str never owns its bytes and need not end in NUL. A Span is a half-open range of
 * byte offsets into one document's text: a piece of text never travels without it. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct Str {
  const char *p;
  size_t n; /* bytes */
} Str;

typedef struct Span {
  uint32_t start, end; /* bytes of the document's text; start == end is no span */
} Span;

/* Of a string literal alone: of a pointer, `sizeof` would tell the size of an address. */
#define STR(literal) ((Str){("" literal), sizeof("" literal) - 1})
#define STR_NONE ((Str){NULL, 0})
/* For printf: printf("%.*s", STR_ARG(s)) */
#define STR_ARG(s) (int)(s).n, ((s).p ? (s).p : "")

static inline Str str_of(const char *c) { return (Str){c, c ? strlen(c) : 0}; }

static inline bool str_eq(Str a, Str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }

static inline Str str_slice(Str s, size_t from, size_t to) {
  return s.p && from <= to && to <= s.n ? (Str){s.p + from, to - from} : STR_NONE;
}

static inline bool str_starts(Str s, Str prefix) {
  return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

static inline bool span_any(Span s) { return s.end > s.start; }

static inline bool span_overlap(Span a, Span b) { return a.start < b.end && b.start < a.end; }

static inline bool span_within(Span inner, Span outer) { return inner.start >= outer.start && inner.end <= outer.end; }

/* Is it one of the list's n? STR_IN(what, "killed", "injured") spells the list out. */
bool str_in(Str s, const char *const *list, size_t n);
#define STR_IN(s, ...) \
  str_in((s), (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* -1, 0 or 1, by bytes, the shorter first. */
int str_cmp(Str a, Str b);

/* Without the ASCII blanks at both ends. */
Str str_trim(Str s);

/* Cuts *rest at the first `sep`: returns what stands before it, and leaves in *rest what
 * stands after it ({NULL, 0} at the end). */
Str str_cut(Str *rest, char sep);

/* True where all of s is one decimal number that fits; *out is untouched otherwise. */
bool str_to_u32(Str s, uint32_t *out);
bool str_to_double(Str s, double *out);

#endif
