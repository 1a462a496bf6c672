/* verbs.tsv and verb_classes.tsv.
 *
 * A verb's row lists its stems with the suffixes each goes with: «pa:z:رمى» the perfect
 * active stem for "he threw", «pe:acn:رمي» for "they two, I, we", of either voice. An
 * imperfect stem stands under each of its four prefixes: «يرمي، ترمي، نرمي، أرمي».
 *
 * The imperative is the jussive without its prefix, behind an alef where two consonants would
 * begin it: «يكتب» اكتب, «ينتظر» انتظر, «يرسل» أرسل, but «يقول» قل, «يصل» صل. Where it is
 * written as the perfect is («علّم», «تعلّم», «قاتل») there is none: nobody could tell. */
#include "lang/lexicon_build.h"
#include "lang/word.h"
#include "text/normal.h"

enum { RANK_VERB = 12, RANK_VERB_COMMON = 4 };

/* The first person's prefix and a hamza that the root begins with make one letter: «آخذ». */
static Str with_prefix(LexiconBuilder *b, uint8_t prefix, Str stem) {
  char *p = arena_alloc(b->arena, stem.n + 1, 1);
  if (!p) return STR_NONE;
  if (prefix == LETTER_ALEF_HAMZA && (uint8_t)stem.p[0] == LETTER_ALEF_HAMZA) {
    memcpy(p, stem.p, stem.n);
    p[0] = (char)LETTER_ALEF_MADDA;
    return (Str){p, stem.n};
  }
  p[0] = (char)prefix;
  memcpy(p + 1, stem.p, stem.n);
  return (Str){p, stem.n + 1};
}

enum { NO_IMPERATIVE = 0xFF };

/* What stands before the imperative of a verb with that stem: an alef, أ, nothing (0). */
static uint8_t imperative_prefix(Str verb, Str stem) {
  uint8_t first = (uint8_t)verb.p[0], second = verb.n > 1 ? (uint8_t)verb.p[1] : 0;
  if (verb.n > 3 && first == LETTER_ALEF) return LETTER_ALEF;
  if (verb.n > 3 && first == LETTER_ALEF_HAMZA && (uint8_t)stem.p[0] == second) return LETTER_ALEF_HAMZA;
  if (verb.n != 3 || first == LETTER_ALEF_HAMZA || first == LETTER_ALEF_MADDA) return NO_IMPERATIVE;
  if (second == LETTER_ALEF || (first == LETTER_WAW && stem.n == 2)) return 0;
  return stem.n < 2 ? NO_IMPERATIVE : LETTER_ALEF;
}

static void add_imperative(LexiconBuilder *b, Str verb, Str letters, Stem stem) {
  uint8_t prefix = verb.n ? imperative_prefix(verb, letters) : (uint8_t)NO_IMPERATIVE;
  bool sound = stem.slots & SLOT('z') && stem.slots & SLOT('n');
  uint32_t slots = stem.slots & (SLOT('u') | SLOT('i') | SLOT('a') | SLOT('n'));
  if (sound || stem.slots & SLOT('j')) slots |= SLOT('z') | SLOT('e');
  if (prefix == NO_IMPERATIVE || !slots) return;
  stem.kind = KIND_IMPERATIVE;
  stem.voice = VOICE_ACTIVE;
  stem.slots = slots;
  builder_stem(b, prefix ? with_prefix(b, prefix, letters) : letters, stem);
}

/* One "kind voice : slots : letters". */
static ErrorCode add_stem(LexiconBuilder *b, const TableLine *line, uint32_t lemma, Str token) {
  Str head = str_cut(&token, ':'), slots = str_cut(&token, ':'), letters = light_key(b->arena, token);
  Stem stem = {.lemma = lemma};
  if (head.n != 2 || !letters.n || !builder_slots(slots, &stem.slots))
    return table_error(line, b->info, "a stem is kind, voice : slots : letters");
  switch (head.p[1]) {
    case 'a': stem.voice = VOICE_ACTIVE; break;
    case 'p': stem.voice = VOICE_PASSIVE; break;
    case 'e': stem.voice = VOICE_EITHER; break;
    default: return table_error(line, b->info, "voice is a, p or e");
  }
  if (head.p[0] == 'p') {
    stem.kind = KIND_PERFECT;
    builder_stem(b, letters, stem);
    return ERROR_OK;
  }
  if (head.p[0] == 'm') {
    stem.kind = KIND_IMPERATIVE;
    builder_stem(b, letters, stem);
    return ERROR_OK;
  }
  if (head.p[0] != 'i') return table_error(line, b->info, "kind is p, i or m");
  if (stem.voice != VOICE_PASSIVE) add_imperative(b, light_key(b->arena, line->field[0]), letters, stem);
  for (uint32_t i = 0; i < b->prefixes.n; i++) {
    stem.kind = b->prefixes.at[i].kind;
    builder_stem(b, with_prefix(b, b->prefixes.at[i].letter, letters), stem);
  }
  return ERROR_OK;
}

static void rank_at_most(Lemma *lemma, uint8_t rank) {
  if (lemma->rank > rank) lemma->rank = rank;
}

static ErrorCode add_stems(LexiconBuilder *b, const TableLine *line, uint32_t lemma, Str rest) {
  while (rest.n) {
    Str token = str_cut(&rest, ' ');
    ErrorCode code = token.n ? add_stem(b, line, lemma, token) : ERROR_OK;
    if (code) return code;
  }
  return ERROR_OK;
}

ErrorCode builder_verb_row(LexiconBuilder *b, const TableLine *line) {
  uint32_t lemma = builder_lemma(b, line->field[0], POS_VERB);
  if (lemma == LEMMA_NONE) return ERROR_OK;
  rank_at_most(&b->lemmas.at[lemma], RANK_VERB);
  return add_stems(b, line, lemma, line->field[2]);
}

ErrorCode builder_verb_class_row(LexiconBuilder *b, const TableLine *line) {
  uint32_t lemma = builder_lemma(b, line->field[0], POS_VERB);
  if (lemma == LEMMA_NONE) return ERROR_OK;
  ErrorCode code = add_stems(b, line, lemma, line->field[2]);
  if (code) return code;
  if (!b->has_stems.at[lemma]) return table_error(line, b->info, "verbs.tsv has no verb %.*s", STR_ARG(line->field[0]));
  ClassSet classes;
  code = builder_classes(b, line, line->field[1], &classes);
  if (code) return code;
  b->lemmas.at[lemma].classes |= classes;
  rank_at_most(&b->lemmas.at[lemma], RANK_VERB_COMMON);
  return ERROR_OK;
}
