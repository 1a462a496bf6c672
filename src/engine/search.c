/* A word of the index is the best reading's: «ومقتل» → «مقتل», masdar of «قتل» → "قتل مقتل". A
 * word of a query stands alone, with no neighbours to choose a reading by, so that every
 * reading is asked for: «قتل» as the verb and as the masdar, which come to one term. */
#include "engine/search.h"

#include "base/hash.h"
#include "engine/analysis.h"
#include "record/writer.h"
#include "text/utf8.h"

enum { QUERY_WORDS = 16, QUERY_TERMS = 8 };

static bool searchable(const Token *t) { return t->kind != TOKEN_PUNCT; }

/* In UTF-8; empty for a guess. */
static Str lemma_term(Arena *arena, const Engine *engine, const Reading *r) {
  if (r->lemma == LEMMA_NONE || r->lemma >= engine->lexicon.n) return STR_NONE;
  uint32_t verb = engine->lexicon.lemmas[r->lemma].verb;
  Str key = fold_key(arena, lexicon_text(&engine->lexicon, verb == LEMMA_NONE ? r->lemma : verb));
  return letters_utf8(arena, (const uint8_t *)key.p, (uint32_t)key.n);
}

static Str surface_term(Arena *arena, const Text *text, uint32_t token, const Reading *r) {
  Str key = r ? word_key(text, token, r) : token_fold(text, token);
  return letters_utf8(arena, (const uint8_t *)key.p, (uint32_t)key.n);
}

static void put_term(Writer *w, Str term) {
  if (!term.n) return;
  writer_put(w, term);
  writer_byte(w, ' ');
}

typedef struct Seen { /* terms, by their hash */
  Str *at;            /* [room] open addressing; p NULL: free */
  uint32_t room;      /* a power of two, twice the terms at least */
} Seen;

/* Is it the first of its like? */
static bool is_new(Seen *seen, Str term) {
  uint32_t at = (uint32_t)hash64(term.p, term.n) & (seen->room - 1);
  while (seen->at[at].p && !str_eq(seen->at[at], term)) at = (at + 1) & (seen->room - 1);
  if (seen->at[at].p) return false;
  seen->at[at] = term;
  return true;
}

Str search_once(Arena *arena, Str terms) {
  uint32_t n = 0;
  Seen seen = {.room = 64};
  for (size_t i = 0; i < terms.n; i++) n += terms.p[i] == ' ';
  while (seen.room < 2 * (n + 1)) seen.room *= 2;
  seen.at = ARENA_ARRAY(arena, Str, seen.room);
  char *out = arena_alloc_unset(arena, terms.n + 1, 1);
  if (!seen.at || !out) return STR_NONE;
  size_t kept = 0;
  for (Str rest = terms; rest.n;) {
    Str term = str_cut(&rest, ' ');
    if (!term.n || !is_new(&seen, term)) continue;
    memcpy(out + kept, term.p, term.n);
    kept += term.n;
    out[kept++] = ' ';
  }
  return (Str){out, kept};
}

Str search_terms(Arena *arena, const Engine *engine, const Analysis *a) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < a->text.ntokens && arena_ok(arena); i++) {
    if (!searchable(&a->text.tokens[i])) continue;
    const Reading *r = a->words.at && a->words.at[i].n ? word_best(&a->words, i) : NULL;
    Str lemma = r ? lemma_term(arena, engine, r) : STR_NONE;
    Str surface = surface_term(arena, &a->text, i, r);
    put_term(&w, lemma);
    if (!str_eq(lemma, surface)) put_term(&w, surface);
  }
  return buffer_str(&buffer);
}

typedef struct Terms {
  Str at[QUERY_TERMS];
  uint32_t n;
} Terms;

static void add_term(Terms *terms, Str term) {
  for (uint32_t i = 0; i < terms->n; i++)
    if (str_eq(terms->at[i], term)) return;
  if (term.n && terms->n < QUERY_TERMS) terms->at[terms->n++] = term;
}

static void put_alternatives(Writer *w, const Terms *terms) {
  writer_byte(w, '(');
  for (uint32_t i = 0; i < terms->n; i++) {
    if (i) writer_lit(w, " OR ");
    /* Letters and digits alone, so that nothing in it needs an escape. */
    writer_byte(w, '"');
    writer_put(w, terms->at[i]);
    writer_byte(w, '"');
  }
  writer_byte(w, ')');
}

typedef struct Asked {
  Terms words[QUERY_WORDS];
  uint32_t n;
} Asked;

static void terms_of(Arena *arena, const Engine *engine, const Text *text, const Words *words, uint32_t i, Terms *out) {
  *out = (Terms){0};
  add_term(out, surface_term(arena, text, i, NULL));
  for (uint32_t k = 0; k < words->at[i].n; k++) {
    add_term(out, surface_term(arena, text, i, &words->at[i].readings[k]));
    add_term(out, lemma_term(arena, engine, &words->at[i].readings[k]));
  }
}

static Asked asked_of(Arena *arena, const Engine *engine, Str query) {
  Text text = text_of(arena, utf8_clean(arena, query));
  Words words = words_of(arena, &engine->lexicon, &text);
  Asked asked = {0};
  for (uint32_t i = 0; words.at && i < text.ntokens && asked.n < QUERY_WORDS; i++) {
    if (!searchable(&text.tokens[i])) continue;
    terms_of(arena, engine, &text, &words, i, &asked.words[asked.n]);
    asked.n += asked.words[asked.n].n > 0;
  }
  return asked;
}

Str search_query(Arena *arena, const Engine *engine, Str query) {
  Asked asked = asked_of(arena, engine, query);
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < asked.n; i++) {
    if (i) writer_lit(&w, " AND ");
    put_alternatives(&w, &asked.words[i]);
  }
  return buffer_str(&buffer);
}

static bool is_asked(const Asked *asked, const Terms *terms) {
  for (uint32_t i = 0; i < asked->n; i++)
    for (uint32_t k = 0; k < asked->words[i].n; k++)
      for (uint32_t t = 0; t < terms->n; t++)
        if (str_eq(asked->words[i].at[k], terms->at[t])) return true;
  return false;
}

uint32_t search_hits(Arena *arena, const Engine *engine, Str query, Str in, Span *hits, uint32_t most) {
  Asked asked = asked_of(arena, engine, query);
  Text text = text_of(arena, in);
  Words words = words_of(arena, &engine->lexicon, &text);
  uint32_t n = 0;
  for (uint32_t i = 0; words.at && i < text.ntokens && n < most && arena_ok(arena); i++) {
    Terms terms;
    if (!searchable(&text.tokens[i])) continue;
    ArenaMark mark = arena_mark(arena);
    terms_of(arena, engine, &text, &words, i, &terms);
    if (is_asked(&asked, &terms)) hits[n++] = text.tokens[i].span;
    arena_release(arena, mark);
  }
  return n;
}

Str engine_data_version(Arena *arena, const Engine *engine) {
  char hex[17];
  uint64_t hash = hash64(engine->image.base, engine->image.size);
  uint8_t bytes[8];
  for (int i = 0; i < 8; i++) bytes[i] = (uint8_t)(hash >> (56 - 8 * i));
  hex_of(bytes, sizeof bytes, hex);
  return arena_str(arena, str_of(hex));
}
