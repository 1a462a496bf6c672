/* All words of a text: each token's readings once for each spelling, then ranked by what
 * stands beside, from the first word to the last. Work and memory are bounded by a constant
 * for each token. */
#include "lang/word.h"

#include "base/hash.h"
#include "lang/word_analyse.h"

enum { READINGS_KEPT = 10, WORD_MAX_LETTERS = 40, PROBES_MAX = 32 };

/* The readings of one spelling, shared by all its tokens. */
typedef struct Known {
  const uint8_t *light;
  uint32_t n;
  uint16_t ncandidates;
  bool joins; /* some reading begins with a conjunction */
  const Candidate *candidates;
  const Reading *readings; /* theirs, for tokens whose neighbours change nothing */
} Known;

typedef struct Reader {
  Arena *arena;
  const Lexicon *lexicon;
  const Text *text;
  Known *slots;
  uint32_t mask;
  Known *of;       /* [ntokens] */
  Context context; /* what is the same for all words */
  Candidates scratch;
} Reader;

static bool any_marks(const View *view, const Token *t) {
  for (uint32_t i = 0; i < t->n; i++)
    if (view->marks[t->view + i]) return true;
  return false;
}

/* The candidates, best first, with their readings in a row of their own. */
static Known keep(Reader *reader, const Candidates *c, const uint8_t *light, uint32_t letters) {
  uint32_t n = c->n < READINGS_KEPT ? c->n : READINGS_KEPT;
  Candidate *kept = ARENA_ARRAY(reader->arena, Candidate, n);
  Reading *readings = ARENA_ARRAY(reader->arena, Reading, n);
  if (!kept || !readings) return (Known){0};
  Known known = {light, letters, (uint16_t)n, false, kept, readings};
  for (uint32_t i = 0; i < n; i++) {
    kept[i] = c->at[i];
    readings[i] = kept[i].reading;
    known.joins |= kept[i].reading.clitics & CLITIC_CONJ;
  }
  return known;
}

static Known analyse(Reader *reader, const Token *t, bool marks) {
  const View *view = &reader->text->view;
  Letters letters = {view->light + t->view, view->fold + t->view, marks ? view->marks + t->view : NULL, t->n};
  Candidates *c = &reader->scratch;
  c->n = 0;
  if (t->n <= WORD_MAX_LETTERS) word_analyse(reader->lexicon, letters, c);
  if (!c->n || c->at[0].cost > COST_DOUBTFUL) word_guess(reader->lexicon, letters, c);
  return keep(reader, c, letters.light, t->n);
}

/* The readings of a token; those of an unvocalised spelling are remembered. */
static Known known_of(Reader *reader, const Token *t) {
  const View *view = &reader->text->view;
  if (any_marks(view, t)) return analyse(reader, t, true);
  const uint8_t *light = view->light + t->view;
  uint32_t hash = (uint32_t)hash64(light, t->n);
  for (uint32_t i = hash; i - hash < PROBES_MAX; i++) {
    Known *slot = &reader->slots[i & reader->mask];
    if (!slot->light) return *slot = analyse(reader, t, false);
    if (slot->n == t->n && !memcmp(slot->light, light, t->n)) return *slot;
  }
  return analyse(reader, t, false); /* words chosen to meet in one slot cost no more than others */
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
static const Candidate *masdar_before(const Reader *reader, uint32_t i, const Candidate *chosen, bool *comma) {
  const Text *text = reader->text;
  for (uint32_t back = 1; back <= JOINED_WITHIN && back <= i; back++) {
    const Token *t = &text->tokens[i - back];
    if (t->sentence != text->tokens[i].sentence) return NULL;
    *comma |= token_sign(text, i - back) == ',';
    if (t->kind != TOKEN_WORD) continue;
    const Candidate *c = &chosen[i - back];
    if (c->reading.pos == POS_VERB) return NULL;
    if (c->reading.form == FORM_MASDAR) return c->reading.clitics & CLITIC_AL || c->flags & ENDING_TANWIN ? NULL : c;
  }
  return NULL;
}

static Context context_of(const Reader *reader, uint32_t i, const Candidate *chosen) {
  Context c = reader->context;
  uint32_t before = beside(reader->text, i, -1), after = beside(reader->text, i, 1);
  c.before = kind_of(reader->text, before);
  c.after = kind_of(reader->text, after);
  if (c.before == BESIDE_WORD) c.previous = &chosen[before];
  if (c.after == BESIDE_WORD && reader->of[after].ncandidates) {
    c.next = reader->of[after].candidates;
    c.nnext = reader->of[after].ncandidates;
  }
  if (reader->of[i].joins) c.masdar = masdar_before(reader, i, chosen, &c.comma);
  return c;
}

/* What stands behind a number is not two of them. */
static bool is_counted(const Context *context) {
  return context->before == BESIDE_NUMBER || (context->previous && context->previous->reading.pos == POS_NUMERAL);
}

/* A dual or plural by its neighbour: a number before it («7 مدنيين»), or the noun that an
 * adjective describes («جسرين رئيسيين»). True where that tells them apart. */
static bool settle_number(const Context *context, Reading *r) {
  if (!r->dual_or_plural) return false;
  if (is_counted(context)) return r->dual_or_plural = false, true;
  const Reading *noun = context->previous ? &context->previous->reading : NULL;
  if (r->pos != POS_ADJ || !noun || noun->pos != POS_NOUN || noun->dual_or_plural) return false;
  if (noun->number != NUMBER_DUAL && noun->number != NUMBER_PLURAL) return false;
  r->number = noun->number;
  return r->dual_or_plural = false, true;
}

/* Costs in context, best first; true where that changes nothing. */
static bool as_out_of_context(const Known *known, const Context *context, Candidate *list) {
  bool same = true;
  for (uint32_t k = 0; k < known->ncandidates; k++) {
    list[k] = known->candidates[k];
    if (known->ncandidates > 1) list[k].cost = (int16_t)(list[k].cost + word_context_cost(context, &list[k]));
    same &= !k || list[k - 1].cost <= list[k].cost;
    if (settle_number(context, &list[k].reading)) same = false;
  }
  if (!same) word_sort(list, known->ncandidates);
  return same;
}

static Word rank(Reader *reader, uint32_t i, const Context *context, Candidate *chosen) {
  const Known *known = &reader->of[i];
  Candidate list[READINGS_KEPT];
  if (!known->ncandidates) return (Word){0};
  bool same = as_out_of_context(known, context, list);
  chosen[i] = list[0];
  if (same) return (Word){known->readings, (uint8_t)known->ncandidates};
  Reading *readings = ARENA_ARRAY(reader->arena, Reading, known->ncandidates);
  if (!readings) return (Word){0};
  for (uint32_t k = 0; k < known->ncandidates; k++) readings[k] = list[k].reading;
  return (Word){readings, (uint8_t)known->ncandidates};
}

static bool reader_init(Reader *reader, Arena *arena, const Lexicon *lexicon, const Text *text) {
  uint32_t slots = 16;
  while (slots < 2 * (uint64_t)text->ntokens && slots < 1u << 30) slots *= 2;
  *reader = (Reader){.arena = arena, .lexicon = lexicon, .text = text, .mask = slots - 1};
  reader->slots = ARENA_ARRAY(arena, Known, slots);
  reader->of = ARENA_ARRAY(arena, Known, text->ntokens + 1);
  reader->context = (Context){.lexicon = lexicon,
                              .light = lexicon_class(lexicon, STR("light")),
                              .aspect = lexicon_class(lexicon, STR("aspect")),
                              .time = lexicon_class(lexicon, STR("time")),
                              .title = lexicon_class(lexicon, STR("title")) | lexicon_class(lexicon, STR("rank")) |
                                       lexicon_class(lexicon, STR("official")),
                              .person = lexicon_class(lexicon, STR("person")),
                              .event = lexicon_class(lexicon, STR("event"))};
  return reader->slots && reader->of;
}

Words words_of(Arena *arena, const Lexicon *lexicon, const Text *text) {
  Reader *reader = ARENA_NEW(arena, Reader);
  Word *words = ARENA_ARRAY(arena, Word, text->ntokens + 1);
  Candidate *chosen = ARENA_ARRAY(arena, Candidate, text->ntokens + 1);
  if (!reader || !words || !chosen || !reader_init(reader, arena, lexicon, text)) return (Words){0};
  for (uint32_t i = 0; i < text->ntokens; i++)
    if (text->tokens[i].kind == TOKEN_WORD) reader->of[i] = known_of(reader, &text->tokens[i]);
  if (!arena_ok(arena)) return (Words){0};
  for (uint32_t i = 0; i < text->ntokens; i++) {
    if (text->tokens[i].kind != TOKEN_WORD) continue;
    Context context = context_of(reader, i, chosen);
    words[i] = rank(reader, i, &context, chosen);
  }
  return arena_ok(arena) ? (Words){words} : (Words){0};
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

Str word_key(const Text *text, uint32_t token, const Reading *reading) {
  Str fold = token_fold(text, token);
  return reading && reading->stem <= fold.n ? str_slice(fold, reading->stem, fold.n) : fold;
}
