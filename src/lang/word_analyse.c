/* One word out of context: every cut into proclitic, stem and ending that the lexicon has.
 *
 *   وسيقتلونهم   و+س | يقتل | ون+هم     "and they will kill them"
 *   للجيش        ل+ال | جيش |            "to the army"
 *   والد         | والد |  before  و | الد |
 *
 * A reading costs what its parts cost: how rare the lemma, the clitics and the form are, and
 * how far the spelling is from the dictionary's. The lowest wins unless the context objects. */
#include "lang/word_analyse.h"

#include "text/letter.h"

enum {
  PROCLITIC_LETTERS = 4,
  ENDING_LETTERS = 7,
  DISTANCE_MAX = 18,
  COST_SHORT_STEM = 8,
  COST_ADJ_AS_NOUN = 3,
  COST_PROPER_AL = 2,
  COST_NUMERAL_AL = 2, /* «الاثنين»: Monday */
  COST_ADJ_ENCLITIC = 6,
  COST_FUNCTION_WORD = -5,
  COST_VERB = 1,
  COST_PASSIVE = 2,
  COST_WHOLE = 5, /* the letters of a proclitic, where the whole is an everyday word */
  RANK_EVERYDAY = 4,
  COST_MARK = 12,
  COST_WORST = 34
};

typedef struct Cut {
  const Lexicon *lexicon;
  Letters letters;
  const Signatures *signatures;
  uint32_t from, to; /* the stem */
  Candidates *out;
} Cut;

/* Equal, but for the lemma where a noun and an adjective read as one share their letters:
 * «مسلح» the gunman and «مسلح» armed. */
static bool same_reading(const Lexicon *x, const Reading *a, const Reading *b) {
  return a->clitics == b->clitics && a->pos == b->pos && a->person == b->person && a->number == b->number &&
         a->gender == b->gender && a->enclitic == b->enclitic && a->construct == b->construct &&
         (a->pos != POS_VERB || a->form == b->form) && x->lemmas[a->lemma].text == x->lemmas[b->lemma].text;
}

static void add(const Lexicon *x, Candidates *out, const Reading *c) {
  for (uint32_t i = 0; i < out->n; i++) {
    Reading *old = &out->at[i];
    if (!same_reading(x, old, c)) continue;
    uint8_t voice = old->voice == c->voice ? c->voice : (uint8_t)VOICE_EITHER;
    bool either = old->dual_or_plural || c->dual_or_plural;
    if (c->cost + 1 < old->cost) voice = c->voice;
    if (old->cost + 1 < c->cost) voice = old->voice;
    if (c->cost < old->cost) *old = *c;
    old->voice = voice & 3u;
    old->dual_or_plural = either;
    return;
  }
  if (out->n < CANDIDATES_MAX) {
    out->at[out->n++] = *c;
    return;
  }
  uint32_t worst = 0;
  for (uint32_t i = 1; i < out->n; i++)
    if (out->at[i].cost > out->at[worst].cost) worst = i;
  if (c->cost < out->at[worst].cost) out->at[worst] = *c;
}

/* ---- what goes together ---- */

static bool word_allows(const Stem *stem, uint16_t clitics) {
  if (stem->flags & STEM_ALONE) return !clitics;
  if (clitics & CLITIC_AL && !(stem->flags & STEM_AL)) return false;
  if (clitics & CLITIC_PREP && !(stem->flags & STEM_PREP)) return false;
  return !(stem->flags & STEM_BARE) || !(clitics & ~(unsigned)(CLITIC_CONJ | CLITIC_HAMZA));
}

static bool nominal_allows(const Stem *stem, uint16_t clitics, const Ending *ending) {
  if (clitics & CLITIC_AL && (ending->enclitic || ending->flags & ENDING_INDEFINITE)) return false;
  if (clitics & CLITIC_PREP && ending->flags & ENDING_TANWIN) return false;
  return stem->pos != POS_PROPER || !ending->enclitic;
}

static bool goes_together(const Cut *cut, const Stem *stem, const Proclitic *p, const Ending *ending) {
  if (!(p->kinds >> stem->kind & 1)) return false;
  if (p->flags & PROCLITIC_LAM && cut->letters.fold[cut->from] != LETTER_LAM) return false;
  if (stem->kind == KIND_WORD) return word_allows(stem, p->clitics);
  if (stem->kind == KIND_NOMINAL) return nominal_allows(stem, p->clitics, ending);
  return true;
}

/* ---- vowel signs, where there are any ---- */

static bool has_tanwin(const Letters *l) {
  return l->marks && l->n && (l->marks[l->n - 1] | (l->n > 1 ? l->marks[l->n - 2] : 0)) & MARK_TANWIN;
}

/* «قُتل» and «اعتُقل» are passive and «قَتل» active, of a perfect; tanwin stands on nouns alone. */
static void heed_marks(const Cut *cut, const Stem *stem, Reading *c) {
  const Letters *l = &cut->letters;
  if (!l->marks) return;
  if (has_tanwin(l)) {
    bool alef = l->fold[l->n - 1] == LETTER_ALEF;
    if (stem->kind > KIND_NOMINAL || c->clitics & CLITIC_AL || c->enclitic ||
        (alef && stem->kind == KIND_NOMINAL && !(c->flags & ENDING_TANWIN)))
      c->cost += 2 * COST_MARK;
  }
  if (stem->kind != KIND_PERFECT) return;
  uint8_t first = l->marks[cut->from];
  /* «اعتُقل», «استُهدف»: behind a bare alef the third letter tells */
  if (!first && cut->from + 2 < l->n && l->fold[cut->from] == LETTER_ALEF) first = l->marks[cut->from + 2];
  if (!(first & (MARK_DAMMA | MARK_FATHA)) || first & MARK_TANWIN) return;
  uint8_t voice = first & MARK_DAMMA ? VOICE_PASSIVE : VOICE_ACTIVE;
  if (c->voice != VOICE_EITHER && c->voice != voice)
    c->cost += COST_MARK;
  else
    c->voice = voice & 3u, c->cost -= COST_MARK / 2;
}

/* ---- the features ---- */

static uint8_t nominal_gender(const Stem *stem, const Ending *ending) {
  if (stem->flags & STEM_FEMININE) return GENDER_FEMININE;
  bool both = stem->pos == POS_ADJ;
  if (ending->slot & (SLOT('h') | SLOT('e')) && stem->pos != POS_PROPER) return GENDER_FEMININE;
  if (both && ending->slot & SLOT('f')) return GENDER_FEMININE;
  if (both) return GENDER_MASCULINE;
  return stem->gender;
}

static uint8_t form_of(const Stem *stem) {
  if (stem->kind == KIND_PERFECT) return FORM_PERFECT;
  if (stem->kind == KIND_IMPERATIVE) return FORM_IMPERATIVE;
  return stem->kind > KIND_PERFECT ? (uint8_t)FORM_IMPERFECT : stem->form;
}

static Reading candidate_of(const Cut *cut, const Stem *stem, const Proclitic *p, const Ending *ending) {
  Reading c = {.flags = ending->flags}, *r = &c;
  r->lemma = stem->lemma;
  r->clitics = (uint16_t)(p->clitics | stem->clitics);
  r->pos = stem->pos;
  r->form = form_of(stem);
  r->person = ending->person & 3u;
  r->number = ending->number & 3u;
  r->gender = (stem->kind >= KIND_PERFECT ? ending->gender : nominal_gender(stem, ending)) & 3u;
  r->voice = stem->voice & 3u;
  r->enclitic = ending->enclitic;
  r->stem = (uint8_t)cut->from;
  r->stem_n = (uint8_t)(cut->letters.n - cut->from - ending->enclitic_n);
  r->accusative = (ending->flags & ENDING_TANWIN) != 0;
  r->construct = ending->flags & ENDING_CONSTRUCT;
  if (stem->kind == KIND_WORD && stem->flags & (STEM_PLURAL | STEM_DUAL))
    r->number = stem->flags & STEM_DUAL ? NUMBER_DUAL : NUMBER_PLURAL;
  c.cost = (int16_t)(stem->rank + stem->cost + p->cost + ending->cost);
  if (cut->to - cut->from < 2 && stem->rank > RANK_EVERYDAY) c.cost += COST_SHORT_STEM;
  if (p->clitics & CLITIC_AL && stem->pos == POS_PROPER) c.cost += COST_PROPER_AL;
  if (p->clitics & CLITIC_AL && stem->pos == POS_NUMERAL) c.cost += COST_NUMERAL_AL;
  if (stem->pos == POS_ADJ && ending->enclitic) c.cost += COST_ADJ_ENCLITIC;
  if (stem->kind >= KIND_PERFECT) c.cost += COST_VERB;
  if (stem->voice == VOICE_PASSIVE) c.cost += COST_PASSIVE;
  if (stem->kind == KIND_NOMINAL && stem->flags & STEM_ELATIVE) c.flags |= READING_ELATIVE;
  if (stem->kind == KIND_WORD && stem->pos != POS_ADVERB && stem->pos != POS_ABBREV) c.cost += COST_FUNCTION_WORD;
  return c;
}

/* ين and ي of a noun that has a sound plural: one reading for dual and plural. */
static bool either(const Stem *stem, const Ending *ending) {
  uint32_t both = SLOT('d') | SLOT('p');
  return ending->flags & ENDING_EITHER && (stem->slots & both) == both;
}

/* An adjective can stand for what it describes; «أكبر» without the article does as a rule. */
static void add_adjective(const Cut *cut, const Stem *stem, Reading c) {
  bool elative = stem->flags & STEM_ELATIVE && !(c.clitics & CLITIC_AL);
  if (elative) c.cost += COST_ADJ_AS_NOUN;
  add(cut->lexicon, cut->out, &c);
  c.pos = POS_NOUN;
  c.cost = (int16_t)(elative ? c.cost - COST_ADJ_AS_NOUN : c.cost + COST_ADJ_AS_NOUN);
  add(cut->lexicon, cut->out, &c);
}

static void read_cut(const Cut *cut, const Stem *stem, const Proclitic *p, const Ending *ending, uint32_t distance) {
  if (either(stem, ending) && ending->slot == SLOT('d')) return;
  __builtin_prefetch(&cut->lexicon->lemmas[stem->lemma]); /* for their order and the words' traits */
  Reading c = candidate_of(cut, stem, p, ending);
  c.cost = (int16_t)(c.cost + (int)(stem->kind == KIND_WORD ? 2 * distance : distance));
  c.dual_or_plural = either(stem, ending);
  heed_marks(cut, stem, &c);
  if (c.pos == POS_ADJ)
    add_adjective(cut, stem, c);
  else
    add(cut->lexicon, cut->out, &c);
}

/* How far letters [from, to) are from the dictionary's, whose signature is given: mostly not at all. */
static uint32_t distance_of(const Cut *cut, uint32_t from, uint32_t to, uint16_t signature) {
  const Letters *l = &cut->letters;
  if (letter_signature_of(cut->signatures, from, to) == signature) return 0;
  return letter_distance(l->light + from, l->fold + from, to - from, signature);
}

static void read_endings(const Cut *cut, StemRange stems, StemRange proclitics, const StemRange *by_kind) {
  const Lexicon *x = cut->lexicon;
  for (uint32_t s = 0; s < stems.n; s++) {
    const Stem *stem = &x->entries[stems.first + s];
    uint32_t far = distance_of(cut, cut->from, cut->to, stem->light);
    if (far > DISTANCE_MAX) continue;
    StemRange endings = by_kind[stem->kind];
    for (uint32_t e = 0; e < endings.n; e++) {
      const Ending *ending = &x->ending_list[endings.first + e];
      if (!(ending->slot & stem->slots)) continue;
      uint32_t distance = far + distance_of(cut, cut->to, cut->letters.n, ending->light);
      if (distance > DISTANCE_MAX) continue;
      for (uint32_t p = 0; p < proclitics.n; p++) {
        const Proclitic *proclitic = &x->proclitic_list[proclitics.first + p];
        if (goes_together(cut, stem, proclitic, ending)) read_cut(cut, stem, proclitic, ending, distance);
      }
    }
  }
}

static bool is_part(const Lexicon *x, const Reading *r) {
  if (!r->stem || r->clitics & CLITIC_AL) return false;
  return x->lemmas[r->lemma].rank > 0 || r->clitics & CLITIC_PREP; /* «وفي» is «و» and «في» all the same */
}

/* «والد», «وادي», «بلدة»: an everyday word begins in these letters by itself. */
static void prefer_whole(const Lexicon *x, Candidates *out) {
  bool whole = false;
  for (uint32_t i = 0; i < out->n; i++) {
    const Reading *r = &out->at[i];
    whole |= !(r->clitics & ~(unsigned)CLITIC_AL) && x->lemmas[r->lemma].rank <= RANK_EVERYDAY &&
             out->at[i].cost <= RANK_EVERYDAY + 1;
  }
  for (uint32_t i = 0; whole && i < out->n; i++)
    if (is_part(x, &out->at[i])) out->at[i].cost += COST_WHOLE;
}

void word_sort(Reading *list, uint32_t n) {
  for (uint32_t i = 1; i < n; i++) {
    Reading c = list[i];
    uint32_t k = i;
    for (; k && list[k - 1].cost > c.cost; k--) list[k] = list[k - 1];
    list[k] = c;
  }
}

static Str fold_str(const Letters *l, uint32_t from, uint32_t to) {
  return (Str){(const char *)l->fold + from, to - from};
}

enum { CUTS_MAX = (PROCLITIC_LETTERS + 1) * (ENDING_LETTERS + 1) };
_Static_assert((int)SIGNED_LETTERS == (int)WORD_MAX_LETTERS, "a signature for any word");
_Static_assert((int)ENDING_LETTERS <= (int)AFFIX_LETTERS && (int)PROCLITIC_LETTERS <= (int)AFFIX_LETTERS,
               "one number holds them");

/* A way to cut the word whose proclitic and ending exist. */
typedef struct Pending {
  uint64_t letters; /* stem_letters */
  uint32_t from, to, proclitic, ending;
  StemRange stems;
} Pending;

/* The endings that the word may have, by their length; where they stop. */
static uint32_t find_endings(const Lexicon *x, const Letters *l, uint32_t *endings) {
  uint64_t key = 0;
  uint32_t n = 0;
  endings[0] = x->ending_affixes.empty;
  while (n < ENDING_LETTERS && n + 1 < l->n) {
    key = affix_step(key, l->fold[l->n - 1 - n]);
    if (!affix_find(&x->ending_affixes, key, &endings[n + 1])) break;
    n++;
  }
  return n;
}

static uint32_t find_proclitics(const Lexicon *x, const Letters *l, uint32_t *proclitics) {
  uint64_t key = 0;
  uint32_t n = 0;
  proclitics[0] = x->proclitic_affixes.empty;
  while (n < PROCLITIC_LETTERS && n + 1 < l->n) {
    key = affix_step(key, l->fold[n]);
    if (!affix_find(&x->proclitic_affixes, key, &proclitics[n + 1])) break;
    n++;
  }
  return n;
}

/* The letters from each place on, as stem_letters has them. */
static void letters_from(const Letters *l, uint64_t *letters) {
  uint64_t all = 0;
  for (uint32_t i = l->n; i-- > 0;) letters[i] = all = all << 8 | l->fold[i];
}

/* Of those the first n. */
static inline uint64_t letters_first(uint64_t letters, uint32_t n) {
  return n < STEM_LETTERS ? letters & (((uint64_t)1 << 8 * n) - 1) : letters;
}

/* All ways to cut a word. */
typedef struct Cuts {
  Pending at[CUTS_MAX];
  Signatures signatures;
  uint32_t n;
} Cuts;

static void possible_cuts(const Lexicon *x, const Letters *l, Cuts *cuts) {
  uint32_t endings[ENDING_LETTERS + 1], proclitics[PROCLITIC_LETTERS + 1];
  cuts->n = 0;
  if (l->n > WORD_MAX_LETTERS) return;
  uint32_t nendings = find_endings(x, l, endings), nproclitics = find_proclitics(x, l, proclitics);
  uint64_t from[WORD_MAX_LETTERS];
  letters_from(l, from);
  letter_signatures(l->light, l->n, &cuts->signatures);
  for (uint32_t p = 0; p <= nproclitics; p++) {
    if (proclitics[p] == STRINGS_NONE) continue;
    for (uint32_t e = 0; e <= nendings && p + e < l->n; e++) {
      if (endings[e] == STRINGS_NONE) continue;
      uint32_t to = l->n - e;
      uint64_t letters = letters_first(from[p], to - p);
      __builtin_prefetch(&x->stem_slots[stem_slot(letters) & x->stem_mask]);
      cuts->at[cuts->n++] = (Pending){letters, p, to, proclitics[p], endings[e], {0, 0}};
    }
  }
}

/* What is looked up in steps: each asks for the memory that the next one reads. */
static void find_stems(const Lexicon *x, const Letters *l, Cuts *cuts) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < cuts->n; i++) {
    Pending cut = cuts->at[i];
    cut.stems = lexicon_stem(x, cut.letters, fold_str(l, cut.from, cut.to));
    if (!cut.stems.n) continue;
    __builtin_prefetch(&x->entries[cut.stems.first]);
    __builtin_prefetch(&x->entries[cut.stems.first + cut.stems.n]); /* mostly on the next line */
    cuts->at[n++] = cut;
  }
  cuts->n = n;
}

static void read_cuts(const Lexicon *x, const Letters *l, const Cuts *cuts, Candidates *out) {
  out->n = 0;
  for (uint32_t i = 0; i < cuts->n; i++) {
    const Pending *p = &cuts->at[i];
    Cut cut = {x, *l, &cuts->signatures, p->from, p->to, out};
    read_endings(&cut, p->stems, x->proclitic_ranges[p->proclitic], x->ending_ranges + p->ending * KIND_COUNT);
  }
}

static void put_in_order(const Lexicon *x, Candidates *out) {
  prefer_whole(x, out);
  word_sort(out->at, out->n);
  while (out->n > 1 && out->at[out->n - 1].cost > out->at[0].cost + COST_WORST) out->n--;
}

void word_analyse_all(const Lexicon *x, const Letters *letters, Candidates *out, uint32_t n) {
  Cuts cuts[ANALYSE_TOGETHER];
  for (uint32_t i = 0; i < n; i++) possible_cuts(x, &letters[i], &cuts[i]);
  for (uint32_t i = 0; i < n; i++) find_stems(x, &letters[i], &cuts[i]);
  for (uint32_t i = 0; i < n; i++) read_cuts(x, &letters[i], &cuts[i], &out[i]);
  for (uint32_t i = 0; i < n; i++) put_in_order(x, &out[i]);
}

void word_analyse(const Lexicon *x, Letters letters, Candidates *out) { word_analyse_all(x, &letters, out, 1); }
