/* The table of cues, compiled and looked up. Each token is tried whole and with its possible
 * proclitics cut off, «وبخمسة» as خمسة; four letters of the word, hashed to one bit, reject
 * nearly all words of a newspaper before any string is hashed. */
#include "lang/number_cue.h"

#include "base/hash.h"

enum { MAX_KEY = 48, MAX_PHRASE = 8, FILTER_BYTES = 65536 / 8 };

#define CUE_TAG IMAGE_TAG('N', 'C', 'c', 'u')
#define CUE_PHRASES PHRASES_TAGS('N', 'C')

/* ---------------------------------------------------------------- compiling */

static bool role_of(Str name, uint16_t *role) {
#define X(name, word) STR(word),
  static const Str names[] = {CUE_ROLE_LIST(X)};
#undef X
  for (uint16_t i = 0; i < CUE_ROLES; i++) {
    if (!str_eq(name, names[i])) continue;
    *role = i;
    return true;
  }
  return false;
}

static bool flags_of(Str list, uint16_t *flags) {
  static const Str names[] = {STR("weak"),    STR("exact"), STR("noal"),   STR("bare"),
                              STR("outside"), STR("dual"),  STR("plural"), STR("rare")};
  *flags = 0;
  while (list.p) {
    Str name = str_trim(str_cut(&list, ','));
    if (!name.n || str_eq(name, STR("-"))) continue;
    uint32_t i = 0;
    while (i < sizeof names / sizeof *names && !str_eq(name, names[i])) i++;
    if (i == sizeof names / sizeof *names) return false;
    *flags = (uint16_t)(*flags | 1u << i);
  }
  return true;
}

typedef struct CuesBuilder {
  PhrasesBuilder phrases;
  VEC(Cue) list;
} CuesBuilder;

static uint32_t light_hash(Str light) { return (uint32_t)hash64(light.p, light.n); }

/* One spelling of a row: words parted by blanks. */
static bool add_form(CuesBuilder *b, Cue cue, Str form) {
  Arena *arena = b->phrases.arena;
  Str words[MAX_PHRASE];
  uint32_t n = 0;
  if (cue.flags & CUE_EXACT) cue.light = light_hash(light_key(arena, form));
  while (form.p) {
    Str word = str_trim(str_cut(&form, ' '));
    if (!word.n) continue;
    if (n == MAX_PHRASE) return false;
    words[n++] = fold_key(arena, word);
  }
  if (!n || words[0].n > MAX_KEY) return false;
  phrases_add(&b->phrases, words, n, b->list.n);
  return vec_push(&b->list, arena, cue);
}

static ErrorCode add_row(CuesBuilder *b, const TableLine *line, ErrorInfo *info) {
  Cue cue = {0};
  if (!role_of(line->field[0], &cue.role)) return table_error(line, info, "no such role");
  if (!str_eq(line->field[1], STR("-")) && !str_to_double(line->field[1], &cue.value))
    return table_error(line, info, "the second field is no number");
  if (!flags_of(line->field[2], &cue.flags)) return table_error(line, info, "no such flag");
  Str forms = line->field[3];
  while (forms.p) {
    Str form = str_trim(str_cut(&forms, '|'));
    if (!add_form(b, cue, form)) return table_error(line, info, "an empty or overlong phrase");
  }
  return ERROR_OK;
}

ErrorCode cues_compile(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  static const Str tables[] = {STR("lexicon/numbers.tsv"), STR("lexicon/dates.tsv")};
  CuesBuilder b = {.phrases = {.arena = image->arena}};
  for (uint32_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (uint32_t i = 0; i < source->files.n; i++) {
      if (!str_eq(source->files.at[i].name, tables[t])) continue;
      TableReader reader = table_reader(&source->files.at[i]);
      TableLine line;
      while (table_next(&reader, &line)) {
        ErrorCode code = add_row(&b, &line, info);
        if (code) return code;
      }
    }
  phrases_build(&b.phrases, image, CUE_PHRASES);
  image_builder_add(image, CUE_TAG, b.list.at, sizeof(Cue), b.list.n);
  return arena_ok(image->arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("numbers"), 0, NULL);
}

/* ---------------------------------------------------------------- opening */

/* First, second and last letter and the length tell most words of a newspaper from those of
 * the table. */
static uint32_t filter_bit(const uint8_t *p, size_t n) {
  uint32_t x = (uint32_t)p[0] | (uint32_t)p[n > 1] << 8 | (uint32_t)p[n - 1] << 16 | (uint32_t)n << 24;
  return x * 0x9E3779B1u >> 16; /* Fibonacci hashing to 16 bits */
}

CueRoles cue_roles(CueRole first, CueRole last) {
  CueRoles set = {{0, 0}};
  for (uint32_t role = first; role <= (uint32_t)last; role++) set.bits[role / 64] |= (uint64_t)1 << role % 64;
  return set;
}

static CueRoles roles_of(const Cues *cues, uint32_t node) {
  PhraseValues values = phrases_values(&cues->phrases, node);
  CueRoles roles = {{0, 0}};
  for (uint32_t i = 0; i < values.n; i++) {
    uint32_t role = cues->list[values.at[i]].role;
    roles.bits[role / 64] |= (uint64_t)1 << role % 64;
  }
  return roles;
}

enum { SETS_MOST = 1024 };

/* The number of a set, which is added at its first sight; SETS_MOST where there is no room. */
static uint32_t set_number(CueRoles *sets, uint32_t *n, CueRoles roles) {
  for (uint32_t i = 0; i < *n; i++)
    if (sets[i].bits[0] == roles.bits[0] && sets[i].bits[1] == roles.bits[1]) return i;
  if (*n == SETS_MOST) return SETS_MOST;
  sets[*n] = roles;
  return (*n)++;
}

/* False where memory runs out, or the sets are too many. */
static bool sets_by_node(Arena *arena, Cues *cues) {
  uint32_t n = 0;
  CueRoles *sets = ARENA_ARRAY(arena, CueRoles, SETS_MOST);
  uint16_t *set = ARENA_ARRAY(arena, uint16_t, cues->phrases.n);
  for (uint32_t node = 0; sets && set && node < cues->phrases.n; node++) {
    uint32_t number = set_number(sets, &n, roles_of(cues, node));
    if (number == SETS_MOST) return false;
    set[node] = (uint16_t)number;
  }
  cues->sets = sets;
  cues->set = set;
  return sets && set;
}

static const bool *leads_by_node(Arena *arena, const Phrases *phrases) {
  bool *leads = ARENA_ARRAY(arena, bool, phrases->n);
  for (uint32_t i = 0; leads && i <= phrases->mask; i++)
    if (phrases->edges[i].child) leads[phrases->edges[i].parent] = true;
  return leads;
}

ErrorCode cues_open(Arena *arena, Cues *cues, const Image *image, ErrorInfo *info) {
  ErrorCode code = phrases_open(&cues->phrases, image, CUE_PHRASES, info);
  if (code) return code;
  ImageSection list = image_section(image, CUE_TAG, sizeof(Cue));
  const Cue *cue = list.at;
  bool good = true;
  for (uint32_t i = 0; i < list.n; i++) good &= cue[i].role < CUE_ROLES;
  for (uint32_t i = 0; i < cues->phrases.nvalues; i++) good &= cues->phrases.values[i] < list.n;
  if (!good) return error_set(info, ERROR_IMAGE, STR("compiled data"), CUE_TAG, "a cue of numbers is damaged");
  uint8_t *filter = arena_alloc(arena, FILTER_BYTES, 16);
  if (!filter) return error_set(info, ERROR_MEMORY, STR("numbers"), 0, NULL);
  for (uint32_t i = 0; i < cues->phrases.words.n; i++) {
    Str word = strings_at(&cues->phrases.words, i);
    if (!word.n) continue;
    uint32_t bit = filter_bit((const uint8_t *)word.p, word.n);
    filter[bit / 8] = (uint8_t)(filter[bit / 8] | 1u << bit % 8);
  }
  cues->list = cue;
  cues->n = list.n;
  cues->filter = filter;
  cues->leads = leads_by_node(arena, &cues->phrases);
  return sets_by_node(arena, cues) && cues->leads ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("numbers"), 0, NULL);
}

const Cue *cue_find(const Cues *cues, const CueHit *hit, CueRole role) {
  PhraseValues values = phrases_values(&cues->phrases, hit->node);
  for (uint32_t i = 0; i < values.n; i++) {
    const Cue *cue = &cues->list[values.at[i]];
    if (cue->role != role) continue;
    if (cue->flags & CUE_NO_AL && hit->clitics & CLITIC_AL) continue;
    if (cue->flags & CUE_BARE && hit->clitics) continue;
    return cue;
  }
  return NULL;
}

/* ---------------------------------------------------------------- looking up */

typedef struct Lookup {
  const Cues *cues;
  const Text *text;
  uint32_t token;
  CueHit best;
  CueHit alone; /* what it would be if nothing went on from it */
  CueHit open;  /* what longer phrases may go on from, the last such cut of the word; and how many */
  uint32_t opens;
} Lookup;

/* Whether the letters may be a word of some phrase: false for nearly all words of a newspaper. */
static bool may_be_word(const Cues *cues, Str letters) {
  if (!letters.n) return false;
  uint32_t bit = filter_bit((const uint8_t *)letters.p, letters.n);
  return cues->filter[bit / 8] >> bit % 8 & 1;
}

/* Whether a phrase that begins at the token before may go on with this one. */
static bool may_go_on(const Cues *cues, const Text *text, uint32_t first, uint32_t i) {
  return i < text->ntokens && text->tokens[i].kind <= TOKEN_NUMBER &&
         text->tokens[i].sentence == text->tokens[first].sentence && may_be_word(cues, token_fold(text, i));
}

/* The longest phrase that goes on from a node, where it is longer than what was found. */
static void go_on(Lookup *l, uint32_t node, uint8_t clitics) {
  const Phrases *phrases = &l->cues->phrases;
  for (uint32_t n = 2; n <= MAX_PHRASE && l->cues->leads[node]; n++) {
    uint32_t i = l->token + n - 1;
    if (!may_go_on(l->cues, l->text, l->token, i)) return;
    node = phrases_step(phrases, node, token_fold(l->text, i));
    if (node == PHRASES_NONE) return;
    if (phrases_values(phrases, node).n && n > l->best.tokens) l->best = (CueHit){node, (uint8_t)n, clitics, false, 0};
  }
}

/* The longest phrase that begins with `key` at the token. */
static void try_key(Lookup *l, Str key, uint8_t clitics) {
  const Phrases *phrases = &l->cues->phrases;
  if (!may_be_word(l->cues, key)) return;
  uint32_t node = phrases_step(phrases, PHRASES_ROOT, key);
  if (node == PHRASES_NONE) return;
  CueHit hit = {node, 1, clitics, false, 0};
  bool stands = phrases_values(phrases, node).n;
  if (stands && !l->best.tokens) l->best = hit;
  if (stands && !l->alone.node) l->alone = hit;
  if (!l->cues->leads[node]) return;
  l->open = hit;
  l->opens++;
  go_on(l, node, clitics);
}

static bool begins(Str s, uint8_t letter) { return s.n > 1 && (uint8_t)s.p[0] == letter; }

static bool begins_al(Str s) { return s.n > 3 && begins(s, LETTER_ALEF) && (uint8_t)s.p[1] == LETTER_LAM; }

/* With ال as part of the word, then without. */
static void try_article(Lookup *l, Str key, uint8_t clitics) {
  try_key(l, key, clitics);
  if (begins_al(key)) try_key(l, str_slice(key, 2, key.n), clitics | CLITIC_AL);
}

static void try_preposition(Lookup *l, Str key, uint8_t clitics) {
  static const struct {
    uint8_t letter, clitic;
  } preps[] = {{LETTER_BA, CLITIC_BI}, {LETTER_LAM, CLITIC_LI}, {LETTER_KAF, CLITIC_KA}};
  try_article(l, key, clitics);
  for (uint32_t i = 0; i < sizeof preps / sizeof *preps; i++) {
    if (!begins(key, preps[i].letter)) continue;
    uint8_t with = clitics | preps[i].clitic;
    try_article(l, str_slice(key, 1, key.n), with);
    /* «للعام» hides the alef of ال: spell it out, for words that have ال in the table */
    if (preps[i].letter != LETTER_LAM || key.n < 4 || key.n > MAX_KEY || (uint8_t)key.p[1] != LETTER_LAM) continue;
    char whole[MAX_KEY + 1];
    whole[0] = (char)LETTER_ALEF;
    memcpy(whole + 1, key.p + 1, key.n - 1);
    try_article(l, (Str){whole, key.n}, with);
  }
}

static void look_up(Lookup *l) {
  Str key = token_fold(l->text, l->token);
  if (key.n > MAX_KEY) return;
  try_preposition(l, key, 0);
  if (begins(key, LETTER_WAW)) try_preposition(l, str_slice(key, 1, key.n), CLITIC_WA);
  if (begins(key, LETTER_FA)) try_preposition(l, str_slice(key, 1, key.n), CLITIC_FA);
}

/* Whether an exact cue is spelled as the table has it. */
static bool spelled(const Cues *cues, const Text *text, uint32_t token, const CueHit *hit) {
  PhraseValues values = phrases_values(&cues->phrases, hit->node);
  for (uint32_t i = 0; i < values.n; i++) {
    const Cue *cue = &cues->list[values.at[i]];
    if (!(cue->flags & CUE_EXACT)) continue;
    Str light = token_light(text, token);
    /* proclitics stand before it: the word's own letters are the last ones */
    for (uint32_t from = 0; from < light.n && from < 4; from++)
      if (light_hash(str_slice(light, from, light.n)) == cue->light) return true;
  }
  return false;
}

/* Of a phrase's first word too what it is alone, for mostly nothing goes on from it. */
static void note_down(WordNotes *notes, const Lookup *l) {
  if (l->alone.node > UINT16_MAX || l->open.node > UINT16_MAX) return;
  notes->cue = l->opens > 1   ? CUE_NOTE_OPEN_TWICE
               : l->opens     ? CUE_NOTE_OPEN
               : l->best.node ? CUE_NOTE_ALONE
                              : CUE_NOTE_NONE;
  notes->cue_node = (uint16_t)l->alone.node;
  notes->cue_clitics = l->alone.clitics;
  notes->cue_spelled = l->alone.node && spelled(l->cues, l->text, l->token, &l->alone);
  notes->cue_open = (uint16_t)l->open.node;
  notes->cue_open_clitics = l->open.clitics;
}

static CueHit hit_noted(const WordNotes *notes) {
  return (CueHit){notes->cue_node, notes->cue_node != 0, notes->cue_clitics, notes->cue_spelled, 0};
}

/* «من» may begin «من كل» and others. */
static CueHit hit_open(const Cues *cues, const Text *text, uint32_t token, const WordNotes *notes) {
  Lookup l = {.cues = cues, .text = text, .token = token, .best = hit_noted(notes)};
  go_on(&l, notes->cue_open, notes->cue_open_clitics);
  if (l.best.tokens > 1) l.best.spelled = spelled(cues, text, token, &l.best);
  return l.best;
}

static CueHit hit_at(const Cues *cues, const Text *text, uint32_t token, WordNotes *notes) {
  CueNote cue = notes ? (CueNote)notes->cue : CUE_NOTE_UNKNOWN;
  if (cue == CUE_NOTE_NONE) return (CueHit){0};
  if (cue == CUE_NOTE_ALONE || (cue >= CUE_NOTE_OPEN && !may_go_on(cues, text, token, token + 1)))
    return hit_noted(notes);
  if (cue == CUE_NOTE_OPEN) return hit_open(cues, text, token, notes);
  Lookup l = {.cues = cues, .text = text, .token = token};
  look_up(&l);
  if (l.best.node) l.best.spelled = spelled(cues, text, token, &l.best);
  if (notes && cue == CUE_NOTE_UNKNOWN) note_down(notes, &l);
  return l.best;
}

/* The words from `from` on that may be cues; no branch tells them from the others, among which they stand
 * as if by chance. `list` has room for `n` and one more. */
static uint32_t list_words(const Text *text, const Words *words, uint32_t from, uint32_t n, uint32_t *list) {
  const Word *at = words ? words->at : NULL;
  uint32_t found = 0;
  for (uint32_t i = from; i < from + n; i++) {
    list[found] = i;
    found += (text->tokens[i].kind == TOKEN_WORD) & !(at && at[i].no_cue);
  }
  return found;
}

CueHit *cue_hits(Arena *arena, const Cues *cues, const Text *text, const Words *words) {
  enum { BLOCK = 256 };
  uint32_t list[BLOCK + 1];
  CueHit *hits = ARENA_ARRAY(arena, CueHit, text->ntokens + 1);
  for (uint32_t from = 0; hits && from < text->ntokens; from += BLOCK) {
    uint32_t n = text->ntokens - from < BLOCK ? text->ntokens - from : BLOCK;
    n = list_words(text, words, from, n, list);
    for (uint32_t k = 0; k < n; k++)
      hits[list[k]] = hit_at(cues, text, list[k], words ? word_notes(words, list[k]) : NULL);
  }
  return hits;
}
