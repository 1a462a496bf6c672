/* Reading numbers: the walk over the tokens.
 *
 * Each token is looked up once as a cue (number_cue.h). From left to right, the first reader
 * that finds a number at a token takes it whole, and the walk goes on behind it:
 *
 *   number_ordinal    «الحادي والعشرين»
 *   number_bounded    a cardinal, share or percentage with its bounds
 *   number_of_noun    duals, «أحد …», «دون إصابات»
 *
 * Nothing looks further than a few words around its number, so the walk is linear. */
#include "lang/number_parts.h"

ErrorCode number_compile(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  return cues_compile(source, image, info);
}

static bool read_ordinal(const NumberReader *r, uint32_t i, Number *out) {
  Amount a;
  if (!number_ordinal(r, i, &a)) return false;
  number_over_clock(r, &a);
  *out = (Number){.span = text_tokens_span(r->text, a.first, a.last),
                  .first = a.first,
                  .last = a.last,
                  .min = a.min,
                  .max = a.max,
                  .kind = number_is_label(r, &a) ? NUMBER_LABEL : NUMBER_ORDINAL};
  return true;
}

/* Units to ordinals, nouns of number, bounds, ranges, «دون». */
static CueRoles beginnings(void) {
  CueRoles set = cue_roles(CUE_UNIT, CUE_OTHERS), more = cue_roles(CUE_MORE, CUE_IN_ALL);
  static const CueRole others[] = {CUE_BETWEEN, CUE_FROM, CUE_ARTICLE, CUE_WITHOUT, CUE_NOT};
  set.bits[0] |= more.bits[0];
  set.bits[1] |= more.bits[1];
  for (uint32_t i = 0; i < sizeof others / sizeof *others; i++) {
    CueRoles one = cue_roles(others[i], others[i]);
    set.bits[0] |= one.bits[0];
    set.bits[1] |= one.bits[1];
  }
  return set;
}

ErrorCode number_open(Arena *arena, const Image *image, NumberTables **tables, ErrorInfo *info) {
  NumberTables *t = ARENA_NEW(arena, NumberTables);
  if (!t) return error_set(info, ERROR_MEMORY, STR("numbers"), 0, NULL);
  *tables = t;
  t->begins = beginnings();
  t->numerals = cue_roles(CUE_UNIT, CUE_FRACTION);
  return cues_open(arena, &t->cues, image, info);
}

static bool is_dual(const NumberReader *r, uint32_t i) { return r->words && r->words->at && r->words->at[i].dual; }

/* Most words can be no part of a number. */
static bool may_begin(const NumberReader *r, uint32_t i) {
  if (number_token(r, i)->kind != TOKEN_WORD) return true;
  return (r->hits[i].node && cue_any(r->cues, &r->hits[i], &r->begins)) || is_dual(r, i);
}

/* «كميات» (quantities), which behind its first letter folds to «مئات» (hundreds): is it the noun, and no «كـ» (as)
 * before a number? */
static bool is_noun_in_kaf(const NumberReader *r, uint32_t i) {
  if (!(r->hits[i].clitics & CLITIC_KA) || !r->words || !r->words->at) return false;
  return !(word_best(r->words, i)->clitics & CLITIC_KA);
}

/* A word with none of the roles can only be a dual. */
static bool read_at(const NumberReader *r, uint32_t i, Number *out) {
  const Token *t = number_token(r, i);
  if (is_noun_in_kaf(r, i)) return false;
  if (t->kind == TOKEN_WORD && !cue_any(r->cues, &r->hits[i], &r->begins)) return number_of_noun(r, i, out);
  return read_ordinal(r, i, out) || number_bounded(r, i, out) || number_of_noun(r, i, out);
}

enum { SPOTS_BLOCK = 256 };

/* The tokens from `from` on where something may be found: cues, duals, digits and the signs glued to them; no
 * branch tells them from the others, among which they stand as if by chance. `list` has room for `n` and one more. */
static uint32_t list_spots(const NumberReader *r, uint32_t from, uint32_t n, uint32_t *list) {
  const Word *words = r->words ? r->words->at : NULL;
  const Token *tokens = r->text->tokens;
  uint32_t found = 0;
  for (uint32_t i = from; i < from + n; i++) {
    const Token *next = &tokens[i + (i + 1 < r->text->ntokens)]; /* the last is no sign before digits */
    bool glued = (next->kind == TOKEN_NUMBER) & !(next->flags & TOKEN_SPACED) & (tokens[i].kind == TOKEN_PUNCT);
    bool word = (tokens[i].kind == TOKEN_WORD) & ((r->hits[i].node != 0) | (words && words[i].dual));
    list[found] = i;
    found += (tokens[i].kind == TOKEN_NUMBER) | glued | word;
  }
  return found;
}

Numbers numbers_of(Arena *arena, const NumberTables *tables, const Text *text, const Words *words) {
  NumberReader r = {.arena = arena,
                    .cues = &tables->cues,
                    .text = text,
                    .words = words,
                    .hits = cue_hits(arena, &tables->cues, text, words),
                    .begins = tables->begins,
                    .numerals = tables->numerals,
                    .counted = UINT32_MAX,
                    .changed = UINT32_MAX};
  VEC(Number) list = {0};
  if (!r.hits) return (Numbers){0};
  uint32_t spots[SPOTS_BLOCK + 1], next = 0;
  for (uint32_t from = 0; from < text->ntokens; from += SPOTS_BLOCK) {
    uint32_t n = text->ntokens - from < SPOTS_BLOCK ? text->ntokens - from : SPOTS_BLOCK;
    n = list_spots(&r, from, n, spots);
    for (uint32_t k = 0; k < n; k++) {
      uint32_t i = spots[k];
      Number number;
      if (i < next) continue;
      if (may_begin(&r, i) && read_at(&r, i, &number) && number.last > i) {
        vec_push(&list, arena, number);
        r.hits[i].number = (uint8_t)(list.n < NUMBER_LATE ? list.n : NUMBER_LATE);
        r.counted = next = number.last;
      } else if (number_cue(&r, i, CUE_CHANGE)) {
        r.changed = i;
      }
    }
  }
  return (Numbers){list.at, list.n, r.hits};
}
