/* The open lexicon: what lexicon_compile made, checked once, then looked up in place. */
#include "lang/lexicon.h"

#include "lang/lexicon_layout.h"
#include "text/letter.h"

Str word_pos_name(WordPos pos) {
#define X(name, word) [name] = word,
  static const char *const names[] = {WORD_POS_LIST(X)};
#undef X
  return pos < POS_COUNT ? str_of(names[pos]) : STR_NONE;
}

bool word_pos_of(Str name, WordPos *pos) {
  for (unsigned i = 0; i < POS_COUNT; i++)
    if (str_eq(name, word_pos_name((WordPos)i))) return *pos = (WordPos)i, true;
  return false;
}

Str word_form_name(WordForm form) {
#define X(name, word) [name] = word,
  static const char *const names[] = {WORD_FORM_LIST(X)};
#undef X
  return form < FORM_COUNT ? str_of(names[form]) : STR_NONE;
}

/* The four sets of letters that fold to one, and which of the set a letter is. */
typedef enum Alike { ALIKE_NONE, ALIKE_ALEF, ALIKE_YA, ALIKE_WAW, ALIKE_HA } Alike;

static Alike alike_of(uint8_t fold) {
  switch (fold) {
    case LETTER_ALEF: return ALIKE_ALEF;
    case LETTER_YA: return ALIKE_YA;
    case LETTER_WAW: return ALIKE_WAW;
    case LETTER_HA: return ALIKE_HA;
    default: return ALIKE_NONE;
  }
}

static uint8_t variant_of(uint8_t light) {
  switch (light) {
    case LETTER_ALEF_HAMZA:
    case LETTER_ALEF_MAKSURA:
    case LETTER_WAW_HAMZA:
    case LETTER_TA_MARBUTA: return 1;
    case LETTER_ALEF_HAMZA_BELOW:
    case LETTER_YA_HAMZA: return 2;
    case LETTER_ALEF_MADDA: return 3;
    default: return 0;
  }
}

uint16_t letter_signature(const uint8_t *light, uint32_t n) {
  uint32_t out = 0, at = 0;
  for (uint32_t i = 0; i < n && at < SIGNATURE_LETTERS; i++)
    if (alike_of(letter_fold(light[i]))) out |= (uint32_t)variant_of(light[i]) << (2 * at++);
  return (uint16_t)out;
}

void letter_signatures(const uint8_t *light, uint32_t n, Signatures *out) {
  enum { COUNTS = 4 }; /* and which of its set it is */
  static const uint8_t letters[256] = {
      [LETTER_ALEF] = COUNTS,
      [LETTER_ALEF_HAMZA] = COUNTS | 1,
      [LETTER_ALEF_HAMZA_BELOW] = COUNTS | 2,
      [LETTER_ALEF_MADDA] = COUNTS | 3,
      [LETTER_YA] = COUNTS,
      [LETTER_ALEF_MAKSURA] = COUNTS | 1,
      [LETTER_YA_HAMZA] = COUNTS | 2,
      [LETTER_WAW] = COUNTS,
      [LETTER_WAW_HAMZA] = COUNTS | 1,
      [LETTER_HA] = COUNTS,
      [LETTER_TA_MARBUTA] = COUNTS | 1,
  };
  uint32_t at = 0;
  out->bits = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint8_t letter = letters[light[i]];
    out->before[i] = (uint8_t)at;
    out->bits |= at < 32 ? (uint64_t)(letter & 3u) << 2 * at : 0;
    at += letter / COUNTS;
  }
  out->before[n] = (uint8_t)at;
}

uint32_t letter_distance(const uint8_t *light, const uint8_t *fold, uint32_t n, uint16_t signature) {
  /* [set][written][in the dictionary] */
  static const uint8_t cost[5][4][4] = {
      {{0}},
      {{0, 2, 2, 2}, {4, 0, 5, 6}, {4, 6, 0, 8}, {3, 5, 9, 0}},
      {{0, 3, 8, 9}, {2, 0, 8, 9}, {9, 12, 0, 9}, {9, 9, 9, 0}},
      {{0, 6, 9, 9}, {8, 0, 9, 9}, {9, 9, 0, 9}, {9, 9, 9, 0}},
      {{0, 3, 9, 9}, {20, 0, 9, 9}, {9, 9, 0, 9}, {9, 9, 9, 0}},
  };
  static const uint8_t sets[256] = {
      [LETTER_ALEF] = ALIKE_ALEF, [LETTER_YA] = ALIKE_YA, [LETTER_WAW] = ALIKE_WAW, [LETTER_HA] = ALIKE_HA};
  static const uint8_t variants[256] = {
      [LETTER_ALEF_HAMZA] = 1,       [LETTER_ALEF_MAKSURA] = 1, [LETTER_WAW_HAMZA] = 1, [LETTER_TA_MARBUTA] = 1,
      [LETTER_ALEF_HAMZA_BELOW] = 2, [LETTER_YA_HAMZA] = 2,     [LETTER_ALEF_MADDA] = 3};
  uint32_t out = 0, at = 0;
  for (uint32_t i = 0; i < n && at < SIGNATURE_LETTERS; i++) {
    uint32_t set = sets[fold[i]];
    out += cost[set][variants[light[i]]][signature >> 2 * at & 3]; /* nothing of a letter in no set */
    at += set != ALIKE_NONE;
  }
  return out;
}

/* A power of two, and not full, or a search for what is not there would run for ever. */
static bool slots_ok(const Lexicon *x, uint32_t n) {
  uint32_t used = 0;
  if (!n || n & (n - 1)) return false;
  for (uint32_t i = 0; i < n; i++) {
    const StemSlot *slot = &x->stem_slots[i];
    uint32_t first = slot->entries >> SLOT_COUNT_BITS, entries = slot->entries & SLOT_FAR;
    if (slot->number > x->stems.n) return false;
    if (entries != SLOT_FAR && (first > x->nentries || entries > x->nentries - first)) return false;
    used += slot->number != 0;
  }
  return used < n;
}

static bool ranges_ok(const StemRange *ranges, uint32_t n, uint32_t items) {
  for (uint32_t i = 0; i < n; i++)
    if (ranges[i].first > items || ranges[i].n > items - ranges[i].first) return false;
  return true;
}

static bool lemmas_ok(const Lexicon *x) {
  for (uint32_t i = 0; i < x->n; i++) {
    const Lemma *l = &x->lemmas[i];
    if (l->text >= x->lemma_texts.n || l->pos >= POS_COUNT || l->form >= FORM_COUNT) return false;
    if (l->verb != LEMMA_NONE && l->verb >= x->n) return false;
    if (l->governs >= GOVERNS_COUNT) return false;
  }
  for (uint32_t i = 0; i < x->lemma_texts.n; i++)
    if (x->text_lemmas[i] > x->text_lemmas[i + 1]) return false;
  return x->text_lemmas[x->lemma_texts.n] == x->n;
}

static bool entries_ok(const Lexicon *x) {
  for (uint32_t i = 0; i < x->nentries; i++)
    if (x->entries[i].lemma >= x->n || x->entries[i].kind >= KIND_COUNT || x->entries[i].pos >= POS_COUNT ||
        x->entries[i].form >= FORM_COUNT)
      return false;
  for (uint32_t i = 0; i < x->nendings; i++)
    if (x->ending_list[i].kind >= KIND_COUNT) return false;
  return true;
}

/* False where they are too many. */
static bool read_affixes(const Strings *strings, bool from_end, Affixes *affixes) {
  uint32_t n = 0;
  affixes->empty = strings_find(strings, STR_NONE);
  for (uint32_t i = 0; i < strings->n; i++) {
    Str s = strings_at(strings, i);
    uint64_t key = 0;
    for (size_t k = 0; k < s.n && s.n <= AFFIX_LETTERS; k++) {
      uint32_t slot = affix_slot(key = affix_step(key, (uint8_t)s.p[from_end ? s.n - 1 - k : k]));
      while (affixes->key[slot] && affixes->key[slot] != key) slot = (slot + 1) % AFFIX_SLOTS;
      if (!affixes->key[slot]) {
        affixes->key[slot] = key;
        affixes->number[slot] = STRINGS_NONE;
        if (++n > AFFIX_SLOTS / 4 * 3) return false;
      }
      if (k + 1 == s.n) affixes->number[slot] = i;
    }
  }
  return true;
}

ErrorCode lexicon_open(Lexicon *x, const Image *image, ErrorInfo *info) {
  *x = (Lexicon){0};
  ErrorCode code = strings_open(&x->lemma_texts, image, LEXICON_STRINGS('t'), info);
  if (!code) code = strings_open(&x->class_names, image, LEXICON_STRINGS('c'), info);
  if (!code) code = strings_open(&x->stems, image, LEXICON_STRINGS('s'), info);
  if (!code) code = strings_open(&x->endings, image, LEXICON_STRINGS('e'), info);
  if (!code) code = strings_open(&x->proclitics, image, LEXICON_STRINGS('p'), info);
  if (code) return code;
  ImageSection lemmas = image_section(image, LEXICON_TAG('L', 'm'), sizeof(Lemma));
  ImageSection first = image_section(image, LEXICON_TAG('L', 'f'), sizeof(uint32_t));
  ImageSection slots = image_section(image, LEXICON_TAG('S', 'h'), sizeof(StemSlot));
  ImageSection ranges = image_section(image, LEXICON_TAG('S', 'r'), sizeof(StemRange));
  ImageSection entries = image_section(image, LEXICON_TAG('S', 'e'), sizeof(Stem));
  ImageSection ending_ranges = image_section(image, LEXICON_TAG('E', 'r'), sizeof(StemRange));
  ImageSection endings = image_section(image, LEXICON_TAG('E', 'e'), sizeof(Ending));
  ImageSection proclitic_ranges = image_section(image, LEXICON_TAG('P', 'r'), sizeof(StemRange));
  ImageSection proclitics = image_section(image, LEXICON_TAG('P', 'e'), sizeof(Proclitic));
  x->lemmas = lemmas.at;
  x->n = lemmas.n;
  x->text_lemmas = first.at;
  x->stem_slots = slots.at;
  x->stem_mask = slots.n - 1;
  x->ranges = ranges.at;
  x->entries = entries.at;
  x->nentries = entries.n;
  x->ending_ranges = ending_ranges.at;
  x->ending_list = endings.at;
  x->nendings = endings.n;
  x->proclitic_ranges = proclitic_ranges.at;
  x->proclitic_list = proclitics.at;
  x->nproclitics = proclitics.n;
  bool few_affixes =
      read_affixes(&x->endings, true, &x->ending_affixes) && read_affixes(&x->proclitics, false, &x->proclitic_affixes);
  rule_costs_make(&x->rule_costs);
  if (few_affixes && first.n == x->lemma_texts.n + 1 && ranges.n == x->stems.n &&
      ending_ranges.n == x->endings.n * KIND_COUNT && proclitic_ranges.n == x->proclitics.n &&
      x->class_names.n <= CLASS_MAX && slots_ok(x, slots.n) && lemmas_ok(x) && entries_ok(x) &&
      ranges_ok(x->ranges, ranges.n, entries.n) && ranges_ok(x->ending_ranges, ending_ranges.n, endings.n) &&
      ranges_ok(x->proclitic_ranges, proclitic_ranges.n, proclitics.n))
    return ERROR_OK;
  *x = (Lexicon){0};
  return error_set(info, ERROR_IMAGE, STR("compiled data"), 0, "the lexicon's tables do not fit together");
}

Str lexicon_text(const Lexicon *x, uint32_t lemma) {
  return lemma < x->n ? strings_at(&x->lemma_texts, x->lemmas[lemma].text) : STR_NONE;
}

uint32_t lexicon_find(const Lexicon *x, Str text, WordPos pos, uint32_t *out, uint32_t room) {
  uint32_t number = strings_find(&x->lemma_texts, text), n = 0;
  if (number == STRINGS_NONE) return 0;
  for (uint32_t i = x->text_lemmas[number]; i < x->text_lemmas[number + 1]; i++) {
    if (pos != POS_NONE && x->lemmas[i].pos != pos) continue;
    if (n < room) out[n] = i;
    n++;
  }
  return n;
}

ClassSet lexicon_class(const Lexicon *x, Str name) {
  uint32_t i = strings_find(&x->class_names, name);
  return i == STRINGS_NONE ? 0 : (ClassSet)1 << i;
}
