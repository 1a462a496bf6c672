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
  COST_JOINED = 1, /* a passive that begins with «و», where the rest is an everyday verb */
  COST_WHOLE = 5,  /* the letters of a proclitic, where the whole is an everyday word */
  RANK_EVERYDAY = 4,
  COST_MARK = 12,
  COST_WORST = 34
};

/* Beside the candidates: what makes two of them one, and how rare their lemmas are. */
typedef struct CandidateKeys {
  uint64_t key[CANDIDATES_MAX];
  uint8_t rank[CANDIDATES_MAX];
} CandidateKeys;

typedef struct Cut {
  const Lexicon *lexicon;
  Letters letters;
  const Signatures *signatures;
  uint32_t from, to; /* the stem */
  Candidates *out;
  CandidateKeys *keys; /* of out */
} Cut;

/* Two readings are one that have the same key and the same letters of the lemma, be it another where a noun and
 * an adjective share them: «مسلح» the gunman and «مسلح» armed. One number, since how readings differ nobody can
 * foretell. */
static uint64_t key_of(const Reading *r) {
  uint32_t form = r->pos == POS_VERB ? r->form : 0;
  return r->clitics | (uint64_t)r->pos << 16 | (uint64_t)form << 24 | (uint64_t)r->enclitic << 32 |
         (uint64_t)r->person << 40 | (uint64_t)r->number << 42 | (uint64_t)r->gender << 44 |
         (uint64_t)r->construct << 46;
}

static bool same_text(const Lexicon *x, const Reading *a, const Reading *b) {
  return x->lemmas[a->lemma].text == x->lemmas[b->lemma].text;
}

static void put(const Cut *cut, uint32_t i, const Reading *c, uint64_t key, uint8_t rank) {
  cut->out->at[i] = *c;
  cut->keys->key[i] = key;
  cut->keys->rank[i] = rank;
}

static void add(const Cut *cut, const Reading *c, uint8_t rank) {
  Candidates *out = cut->out;
  uint64_t key = key_of(c);
  for (uint32_t i = 0; i < out->n; i++) {
    Reading *old = &out->at[i];
    if (cut->keys->key[i] != key || !same_text(cut->lexicon, old, c)) continue;
    uint8_t voice = old->voice == c->voice ? c->voice : (uint8_t)VOICE_EITHER;
    bool either = old->dual_or_plural || c->dual_or_plural;
    if (c->cost + 1 < old->cost) voice = c->voice;
    if (old->cost + 1 < c->cost) voice = old->voice;
    if (c->cost < old->cost) put(cut, i, c, key, rank);
    old->voice = voice & 3u;
    old->dual_or_plural = either;
    return;
  }
  if (out->n < CANDIDATES_MAX) {
    put(cut, out->n++, c, key, rank);
    return;
  }
  uint32_t worst = 0;
  for (uint32_t i = 1; i < out->n; i++)
    if (out->at[i].cost > out->at[worst].cost) worst = i;
  if (c->cost < out->at[worst].cost) put(cut, worst, c, key, rank);
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

/* Without a branch, as all of this: kinds follow each other as if by chance. */
static uint8_t gender_of(const Stem *stem, const Ending *ending) {
  bool both = stem->pos == POS_ADJ, named = stem->pos == POS_PROPER;
  uint32_t ta = SLOT('h') | SLOT('e');
  bool feminine = ((stem->flags & STEM_FEMININE) != 0) | (((ending->slot & ta) != 0) & !named) |
                  (both & ((ending->slot & SLOT('f')) != 0));
  uint8_t gender = feminine ? GENDER_FEMININE : both ? GENDER_MASCULINE : stem->gender;
  return stem->kind >= KIND_PERFECT ? ending->gender : gender;
}

static uint8_t form_of(const Stem *stem) {
  static const uint8_t forms[KIND_COUNT] = {
      [KIND_PERFECT] = FORM_PERFECT,          [KIND_IMPERFECT_YA] = FORM_IMPERFECT,
      [KIND_IMPERFECT_TA] = FORM_IMPERFECT,   [KIND_IMPERFECT_NUN] = FORM_IMPERFECT,
      [KIND_IMPERFECT_ALEF] = FORM_IMPERFECT, [KIND_IMPERATIVE] = FORM_IMPERATIVE};
  return stem->kind >= KIND_PERFECT ? forms[stem->kind] : stem->form;
}

/* What its parts cost together. */
static int cost_of(const Cut *cut, const Stem *stem, const Proclitic *p, const Ending *ending) {
  bool al = p->clitics & CLITIC_AL, verb = stem->kind >= KIND_PERFECT, word = stem->kind == KIND_WORD;
  int cost = stem->rank + stem->cost + p->cost + ending->cost;
  cost += COST_SHORT_STEM * ((cut->to - cut->from < 2) & (stem->rank > RANK_EVERYDAY));
  cost += COST_PROPER_AL * (al & (stem->pos == POS_PROPER)) + COST_NUMERAL_AL * (al & (stem->pos == POS_NUMERAL));
  cost += COST_ADJ_ENCLITIC * ((stem->pos == POS_ADJ) & (ending->enclitic != 0));
  cost += COST_VERB * verb + COST_PASSIVE * (stem->voice == VOICE_PASSIVE);
  /* «إدين»: a name, and no «أُدين», was convicted */
  cost += COST_MARK * ((stem->voice == VOICE_PASSIVE) & (cut->letters.light[cut->from] == LETTER_ALEF_HAMZA_BELOW));
  return cost + COST_FUNCTION_WORD * (word & (stem->pos != POS_ADVERB) & (stem->pos != POS_ABBREV));
}

/* «أكبر» stands before what is the greatest of its kind; the feminine «كبرى» behind what is great, as adjectives do. */
static bool is_elative(const Stem *stem, const Reading *r) {
  return stem->kind == KIND_NOMINAL && stem->flags & STEM_ELATIVE && r->gender != GENDER_FEMININE;
}

static Reading candidate_of(const Cut *cut, const Stem *stem, const Proclitic *p, const Ending *ending) {
  Reading c = {.flags = ending->flags}, *r = &c;
  r->lemma = stem->lemma;
  r->clitics = (uint16_t)(p->clitics | stem->clitics);
  r->pos = stem->pos;
  r->form = form_of(stem);
  r->person = ending->person & 3u;
  r->number = ending->number & 3u;
  r->gender = gender_of(stem, ending) & 3u;
  r->voice = stem->voice & 3u;
  r->enclitic = ending->enclitic;
  r->stem = (uint8_t)cut->from;
  r->stem_n = (uint8_t)(cut->letters.n - cut->from - ending->enclitic_n);
  r->accusative = (ending->flags & ENDING_TANWIN) != 0;
  r->construct = ending->flags & ENDING_CONSTRUCT;
  if (stem->kind == KIND_WORD && stem->flags & (STEM_PLURAL | STEM_DUAL))
    r->number = stem->flags & STEM_DUAL ? NUMBER_DUAL : NUMBER_PLURAL;
  c.cost = (int16_t)cost_of(cut, stem, p, ending);
  if (is_elative(stem, &c)) c.flags |= READING_ELATIVE;
  return c;
}

/* ين and ي of a noun that has a sound plural: one reading for dual and plural. */
static bool either(const Stem *stem, const Ending *ending) {
  uint32_t both = SLOT('d') | SLOT('p');
  return ending->flags & ENDING_EITHER && (stem->slots & both) == both;
}

/* An adjective can stand for what it describes; «أكبر» without the article does as a rule. */
static void add_adjective(const Cut *cut, const Stem *stem, Reading c) {
  bool elative = is_elative(stem, &c) && !(c.clitics & CLITIC_AL);
  if (elative) c.cost += COST_ADJ_AS_NOUN;
  add(cut, &c, stem->rank);
  c.pos = POS_NOUN;
  c.cost = (int16_t)(elative ? c.cost - COST_ADJ_AS_NOUN : c.cost + COST_ADJ_AS_NOUN);
  add(cut, &c, stem->rank);
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
    add(cut, &c, stem->rank);
}

/* How far letters [from, to) are from the dictionary's, whose signature is given: mostly not at all. */
static uint32_t distance_of(const Cut *cut, uint32_t from, uint32_t to, uint16_t signature) {
  const Letters *l = &cut->letters;
  if (letter_signature_of(cut->signatures, from, to) == signature) return 0;
  return letter_distance(l->light + from, l->fold + from, to - from, signature);
}

static void read_proclitics(const Cut *cut, const Stem *stem, StemRange proclitics, const Ending *ending,
                            uint32_t distance) {
  for (uint32_t p = 0; p < proclitics.n; p++) {
    const Proclitic *proclitic = &cut->lexicon->proclitic_list[proclitics.first + p];
    if (goes_together(cut, stem, proclitic, ending)) read_cut(cut, stem, proclitic, ending, distance);
  }
}

enum { ENDINGS_TOGETHER = 16 };

/* Those of some endings, n of them, that are for one of the stem's slots; one in four is. */
static uint32_t endings_for(const Stem *stem, const Ending *endings, uint32_t n, const Ending **out) {
  uint32_t found = 0;
  for (uint32_t e = 0; e < n; e++) {
    out[found] = &endings[e];
    found += (endings[e].slot & stem->slots) != 0;
  }
  return found;
}

static void read_stem(const Cut *cut, const Stem *stem, StemRange proclitics, StemRange endings) {
  const Ending *fit[ENDINGS_TOGETHER];
  uint32_t far = distance_of(cut, cut->from, cut->to, stem->light);
  if (far > DISTANCE_MAX) return;
  for (uint32_t e = 0; e < endings.n; e += ENDINGS_TOGETHER) {
    uint32_t some = endings.n - e < ENDINGS_TOGETHER ? endings.n - e : ENDINGS_TOGETHER;
    uint32_t n = endings_for(stem, &cut->lexicon->ending_list[endings.first + e], some, fit);
    for (uint32_t k = 0; k < n; k++) {
      uint32_t distance = far + distance_of(cut, cut->to, cut->letters.n, fit[k]->light);
      if (distance <= DISTANCE_MAX) read_proclitics(cut, stem, proclitics, fit[k], distance);
    }
  }
}

static void read_endings(const Cut *cut, StemRange stems, StemRange proclitics, const StemRange *by_kind) {
  for (uint32_t s = 0; s < stems.n; s++) {
    const Stem *stem = &cut->lexicon->entries[stems.first + s];
    read_stem(cut, stem, proclitics, by_kind[stem->kind]);
  }
}

static bool is_part(const Reading *r, uint8_t rank) {
  if (!r->stem || r->clitics & CLITIC_AL) return false;
  return rank > 0 || r->clitics & CLITIC_PREP; /* «وفي» is «و» and «في» all the same */
}

/* «والد», «وادي», «بلدة»: an everyday word begins in these letters by itself. */
static void prefer_whole(Candidates *out, const CandidateKeys *keys) {
  bool whole = false;
  for (uint32_t i = 0; i < out->n; i++) {
    const Reading *r = &out->at[i];
    whole |= !(r->clitics & ~(unsigned)CLITIC_AL) & (keys->rank[i] <= RANK_EVERYDAY) & (r->cost <= RANK_EVERYDAY + 1);
  }
  for (uint32_t i = 0; whole && i < out->n; i++)
    if (is_part(&out->at[i], keys->rank[i])) out->at[i].cost += COST_WHOLE;
}

/* «ووصلت», «ووجهت»: «و» and an everyday verb, rather than the passive of another that begins so. */
static void prefer_joined(Candidates *out, const CandidateKeys *keys) {
  bool joined = false;
  for (uint32_t i = 0; i < out->n; i++)
    joined |= (out->at[i].clitics & CLITIC_CONJ) && keys->rank[i] <= RANK_EVERYDAY && out->at[i].voice != VOICE_PASSIVE;
  for (uint32_t i = 0; joined && i < out->n; i++)
    if (!out->at[i].clitics && out->at[i].voice == VOICE_PASSIVE) out->at[i].cost += COST_JOINED;
}

void word_sort(Reading *list, uint32_t n) {
  if (n == 2) { /* the commonest, without a branch */
    uint32_t first = list[1].cost < list[0].cost;
    Reading both[2] = {list[first], list[1 - first]};
    memcpy(list, both, sizeof both);
    return;
  }
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
  CandidateKeys keys;
  out->n = 0;
  for (uint32_t i = 0; i < cuts->n; i++) {
    const Pending *p = &cuts->at[i];
    Cut cut = {x, *l, &cuts->signatures, p->from, p->to, out, &keys};
    read_endings(&cut, p->stems, x->proclitic_ranges[p->proclitic], x->ending_ranges + p->ending * KIND_COUNT);
  }
  prefer_whole(out, &keys);
  prefer_joined(out, &keys);
}

static void put_in_order(Candidates *out) {
  word_sort(out->at, out->n);
  while (out->n > 1 && out->at[out->n - 1].cost > out->at[0].cost + COST_WORST) out->n--;
}

void word_analyse_all(const Lexicon *x, const Letters *letters, Candidates *out, uint32_t n) {
  Cuts cuts[ANALYSE_TOGETHER];
  for (uint32_t i = 0; i < n; i++) possible_cuts(x, &letters[i], &cuts[i]);
  for (uint32_t i = 0; i < n; i++) find_stems(x, &letters[i], &cuts[i]);
  for (uint32_t i = 0; i < n; i++) read_cuts(x, &letters[i], &cuts[i], &out[i]);
  for (uint32_t i = 0; i < n; i++) put_in_order(&out[i]);
}

void word_analyse(const Lexicon *x, Letters letters, Candidates *out) { word_analyse_all(x, &letters, out, 1); }
