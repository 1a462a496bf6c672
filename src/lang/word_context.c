/* From the rules of context to masks: each column of word_rules.h is a function of one word, a bit
 * a row; the costs of any set of rows are added up beforehand, eight rows at a time. */
#include "lang/word_context.h"

#include "lang/word_rules.h"

/* ---- what a word shows ---- */

static bool is_nominal(Profile w) {
  return w.pos == POS_NOUN || w.pos == POS_ADJ || w.pos == POS_PROPER || w.pos == POS_NUMERAL;
}
static bool is_definite(Profile w) { return w.article || w.pos == POS_PROPER || (is_nominal(w) && w.enclitic); }
/* Begins a phrase of its own. */
static bool is_apart(Profile w) { return w.prep || w.conj; }

/* Where the fields of a Profile stand in its number: most are taken over as they are. */
enum {
  AT_BESIDE = 0,
  AT_POS = 2,
  AT_FORM = 6,
  AT_PERSON = 9,
  AT_NUMBER = 11,
  AT_GENDER = 13,
  AT_GOVERNS = 15,
  AT_CONJ = 19,
  AT_PREP,
  AT_LI,
  AT_ARTICLE,
  AT_ATTACHED,
  AT_CONSTRUCT,
  AT_EITHER,
  AT_FLAGS,
  AT_ENCLITIC = AT_FLAGS + 6,
  AT_TRAITS
};
enum {
  FLAGS_SHIFT = 2,
  FLAGS_TAKEN = ENDING_JUSSIVE | ENDING_TANWIN | ENDING_SUBJUNCTIVE | ENDING_NOMINATIVE | READING_ELATIVE
};
_Static_assert(ENDING_JUSSIVE == 4 && ENDING_TANWIN == 8 && ENDING_SUBJUNCTIVE == 32 && ENDING_NOMINATIVE == 64 &&
                   READING_ELATIVE == 128,
               "in the order of the profile's fields");
_Static_assert(CLITIC_LI == 16 && CLITIC_AL == 32, "side by side, as the profile has them");
enum { TRAITS_TAKEN = TRAIT_LIGHT | TRAIT_ASPECT | TRAIT_TIME | TRAIT_TITLE | TRAIT_PERSON | TRAIT_EVENT };
_Static_assert(TRAITS_TAKEN == 63 && TRAIT_LIGHT == 1 && TRAIT_EVENT == 32, "in the order of the profile's fields");

static inline uint64_t bit(uint32_t holds, uint32_t at) { return (uint64_t)(holds != 0) << at; }

Profile word_profile(const Reading *r) {
  uint32_t c = r->clitics, f = r->flags;
  uint64_t all = (uint64_t)BESIDE_WORD << AT_BESIDE | (r->pos & 15u) << AT_POS | (r->form & 7u) << AT_FORM |
                 (uint64_t)r->person << AT_PERSON | (uint64_t)r->number << AT_NUMBER |
                 (uint64_t)r->gender << AT_GENDER | (r->traits >> TRAIT_GOVERNS_SHIFT & 15u) << AT_GOVERNS |
                 (uint64_t)(r->traits & TRAITS_TAKEN) << AT_TRAITS;
  all |= bit(c & CLITIC_CONJ, AT_CONJ) | bit(c & CLITIC_PREP, AT_PREP) | (uint64_t)(c >> 4 & 3u) << AT_LI |
         bit(c | r->enclitic, AT_ATTACHED) | bit(r->enclitic, AT_ENCLITIC) | bit(r->construct, AT_CONSTRUCT) |
         bit(r->dual_or_plural, AT_EITHER) | (uint64_t)((f & FLAGS_TAKEN) >> FLAGS_SHIFT) << AT_FLAGS;
  return (Profile){.all = all};
}

enum { NEXT_READINGS = 3, NEXT_WORSE = 4 };

/* The first of the likely readings that is a noun, a name, a relation with its article, or «تلك» before a noun. */
static Genitive genitive_of(const Reading *readings, uint32_t n) {
  for (uint32_t i = 0; i < n && i < NEXT_READINGS; i++) {
    const Reading *r = &readings[i];
    if (r->cost > readings->cost + NEXT_WORSE) return GENITIVE_NONE;
    bool relation = r->pos == POS_ADJ && r->clitics & CLITIC_AL;              /* «محافظتي البيضاء» */
    if (r->pos == POS_DEMONSTRATIVE && !r->clitics) return GENITIVE_DEFINITE; /* «مسلحي تلك الجماعات» */
    if (!(r->pos == POS_NOUN || r->pos == POS_PROPER || relation)) continue;
    Profile w = word_profile(r);
    if (is_apart(w)) continue;
    return w.article ? GENITIVE_ARTICLE : is_definite(w) ? GENITIVE_DEFINITE : GENITIVE_PLAIN;
  }
  return GENITIVE_NONE;
}

Profile word_profile_behind(const Reading *readings, uint32_t n) {
  if (!n) return (Profile){.beside = BESIDE_WORD};
  Profile w = word_profile(readings);
  w.genitive = genitive_of(readings, n) & 3u;
  return w;
}

/* ---- what the rules ask ---- */

static bool governs_mood(Profile w) { return w.governs == GOVERNS_IMPERFECT || w.governs == GOVERNS_SUBJUNCTIVE; }
static bool governs_indicative(Profile w) {
  return w.governs == GOVERNS_NOUN || w.governs == GOVERNS_VERB || w.governs == GOVERNS_PERFECT ||
         w.governs == GOVERNS_IMPERFECT;
}
static bool is_function(Profile w) { return !is_nominal(w) && w.pos != POS_VERB; }
static bool opens_time(Profile w) { return w.pos == POS_SUBORD && w.governs == GOVERNS_PERFECT; }
static bool governs_noun(Profile w) { return is_function(w) && w.governs == GOVERNS_NOUN; }
static bool governs_verb(Profile w) {
  return is_function(w) && (governs_mood(w) || w.governs == GOVERNS_VERB || w.governs == GOVERNS_JUSSIVE);
}

static bool is_verb_in(Profile w, WordForm form) { return w.pos == POS_VERB && w.form == form; }
static bool is_third(Profile w) { return w.person == 3; }
static bool is_single(Profile w) { return w.number == NUMBER_SINGULAR; }
static bool is_several(Profile w) { return w.number == NUMBER_PLURAL; }
static bool is_dual(Profile w) { return is_nominal(w) && w.number == NUMBER_DUAL; }
static bool is_plain(Profile w) { return !w.tanwin && !w.enclitic; }
/* A number or a numeral. */
static bool counts(Profile w) { return w.beside == BESIDE_NUMBER || w.pos == POS_NUMERAL; }

static bool begins_clause(Profile w) {
  return w.beside == BESIDE_NOTHING || w.pos == POS_SUBORD || w.pos == POS_RELATIVE || w.pos == POS_DEMONSTRATIVE ||
         w.pos == POS_PARTICLE || w.pos == POS_CONJ || w.pos == POS_NEGATION;
}

/* Something a verb takes: its subject or object, a number of them, a preposition; not «مدفعي». */
static bool is_argument(Profile w) {
  if (w.beside != BESIDE_WORD) return w.beside == BESIDE_NUMBER;
  if (w.pos == POS_ADJ && !w.article) return false;
  return w.pos == POS_PREP || is_nominal(w);
}
static bool is_other(Profile w) { return w.beside && !is_argument(w); }
static bool is_bare_adjective(Profile w) { return w.pos == POS_ADJ && !w.article && !w.conj; }
static bool is_subject(Profile w) { return w.nominative && !is_apart(w); }

/* A noun before a verb: with an open place behind it; that tells an act. */
static bool is_construct(Profile w) {
  return w.beside == BESIDE_WORD && w.construct && w.pos != POS_VERB && w.pos != POS_RELATIVE;
}
static bool is_open(Profile w) { return w.pos == POS_NOUN && !w.construct && !is_definite(w) && !w.tanwin; }
static bool is_act(Profile w) { return w.form == FORM_MASDAR || w.event; }
/* «قتل فيه ثلاثة»: a preposition with a pronoun in it. */
static bool resumes(Profile w) { return w.pos == POS_PREP && w.enclitic; }
static bool follows_noun(Profile w) { return !w.conj && !w.aspect; }

/* The gender in which a verb agrees with a noun: several things are feminine. */
static WordGender gender_as_subject(Profile w) {
  if (w.pos != POS_NOUN && w.pos != POS_RELATIVE) return GENDER_NONE;
  if (w.number == NUMBER_PLURAL && w.pos == POS_NOUN && !w.someone) return GENDER_FEMININE;
  return (WordGender)w.gender;
}
static WordGender leads(Profile w) {
  return w.pos == POS_RELATIVE || is_definite(w) ? gender_as_subject(w) : GENDER_NONE;
}
static WordGender follows(Profile w) { return is_apart(w) || w.tanwin ? GENDER_NONE : gender_as_subject(w); }
static bool agrees_as(Profile w, WordGender gender) {
  return is_third(w) && is_single(w) && (w.gender == GENDER_FEMININE) == (gender == GENDER_FEMININE);
}

static bool wants_genitive(Profile w) { return !w.tanwin && w.construct && !w.enclitic; }
static bool is_joined_masdar(Profile w) { return w.conj && w.form == FORM_MASDAR && !w.article && !w.tanwin; }
static bool is_bare_noun(Profile w) { return w.pos == POS_NOUN && !w.article && !w.enclitic && !w.tanwin; }
static bool is_further_noun(Profile w) { return w.pos == POS_NOUN && !is_apart(w) && !w.time; }
static bool is_bare_name(Profile w) { return w.pos == POS_PROPER && !w.article; }

/* What an adjective may follow; not «أفضل لاعب». */
static bool is_described(Profile w) { return is_nominal(w) && w.pos != POS_NUMERAL && !(w.elative && !w.article); }
static bool is_adjective(Profile w) { return w.pos == POS_ADJ && !is_apart(w); }
static bool is_women_adjective(Profile w) { return is_adjective(w) && is_several(w) && w.gender == GENDER_FEMININE; }
static bool names_things(Profile w) { return w.pos == POS_NOUN && w.number == NUMBER_PLURAL && !w.someone && !w.title; }
static bool is_plain_adjective(Profile w) { return is_adjective(w) && !w.article && !w.elative; }

/* ---- what two words make together ---- */

/* «صواريخ قصيرة»: the plural of things takes a feminine singular. */
static bool agree(Profile noun, uint32_t number, uint32_t gender) {
  bool several = noun.number == NUMBER_PLURAL || noun.number == NUMBER_DUAL;
  if (number == NUMBER_PLURAL && gender == GENDER_MASCULINE && noun.gender == GENDER_FEMININE) return false;
  if (number == NUMBER_DUAL) return noun.number == NUMBER_DUAL && noun.gender == gender;
  if (number == NUMBER_PLURAL) return several;
  if (noun.number == NUMBER_PLURAL) return gender == GENDER_FEMININE;
  return noun.gender == gender || !noun.gender;
}

/* Whether what stands before is a head rather than an adjective. */
static bool heads_before(Profile behind, uint32_t number, uint32_t gender) {
  if (behind.beside != BESIDE_WORD) return behind.beside == BESIDE_NUMBER;
  if (is_apart(behind)) return false;
  if (behind.pos == POS_ADJ && !behind.article) return behind.gender != gender && number == NUMBER_SINGULAR;
  return behind.pos == POS_NUMERAL || (behind.pos == POS_NOUN && behind.article && !behind.time);
}

/* A bit for each shape, the first or the second of its two. */
static uint32_t by_shape(bool (*holds)(Profile, uint32_t, uint32_t), Profile w, uint32_t which) {
  uint32_t bits = 0;
  for (uint32_t shape = 0; shape < 16; shape++)
    bits |= (uint32_t)holds(w, shape >> 2, shape & 3) << (2 * shape + which);
  return bits;
}

/* ---- the masks ---- */

#define PREVIOUS(cost, previous, reading, next, together) rules |= (uint64_t)((previous) != 0) << bit++;
#define READING(cost, previous, reading, next, together) rules |= (uint64_t)((reading) != 0) << bit++;
#define NEXT(cost, previous, reading, next, together) rules |= (uint64_t)((next) != 0) << bit++;
#define TOGETHER(cost, previous, reading, next, together) rules |= (uint64_t)(together) << bit++;
#define COST(cost, previous, reading, next, together) cost,
#define MASK(LIST, column)     \
  uint64_t rules = 0, bit = 0; \
  LIST(column)                 \
  return rules;

static uint64_t verb_previous(Profile p) { MASK(VERB_RULES, PREVIOUS) }
static uint64_t verb_reading(Profile r) { MASK(VERB_RULES, READING) }
static uint64_t verb_next(Profile n) { MASK(VERB_RULES, NEXT) }
static uint64_t other_previous(Profile p) { MASK(OTHER_RULES, PREVIOUS) }
static uint64_t other_reading(Profile r) { MASK(OTHER_RULES, READING) }
static uint64_t other_next(Profile n) { MASK(OTHER_RULES, NEXT) }
static uint64_t verb_together(void) { MASK(VERB_RULES, TOGETHER) }
static uint64_t other_together(bool agrees, bool heads, MasdarBefore masdar) { MASK(OTHER_RULES, TOGETHER) }

static const int8_t VERB_COSTS[] = {VERB_RULES(COST)}, OTHER_COSTS[] = {OTHER_RULES(COST)};
_Static_assert(sizeof VERB_COSTS <= RULE_BITS * RULE_PARTS && sizeof OTHER_COSTS <= RULE_BITS * RULE_PARTS,
               "a bit a rule");

/* A dual or plural by the word before it: a number («7 مدنيين»), or the noun that an adjective
 * describes («جسرين رئيسيين»). What stands behind a number is not two of them. */
static Settled settles(Profile p) {
  if (counts(p)) return SETTLED_AS_IT_IS;
  if (p.pos != POS_NOUN || p.either) return SETTLED_NOT;
  if (p.number == NUMBER_DUAL) return SETTLED_DUAL;
  return p.number == NUMBER_PLURAL ? SETTLED_PLURAL : SETTLED_NOT;
}

static JoinedTo joined_to(Profile p) {
  if (p.pos == POS_VERB) return JOINED_END;
  if (p.form != FORM_MASDAR) return JOINED_ON;
  return p.article || p.tanwin ? JOINED_END : JOINED_MASDAR;
}

void bearing_make(Bearing *b, Profile of) {
  bool verb = of.pos == POS_VERB;
  *b = (Bearing){.as_reading = verb ? verb_reading(of) : other_reading(of),
                 .as_previous = {verb_previous(of), other_previous(of)},
                 .agrees = by_shape(agree, of, 0),
                 .list = verb ? RULES_VERB : RULES_OTHER,
                 .shape = (uint8_t)(of.number << 2 | of.gender),
                 .either = !of.either          ? EITHER_NO
                           : of.pos == POS_ADJ ? EITHER_ADJECTIVE
                                               : EITHER_NOUN,
                 .settles = settles(of) & 3u,
                 .joined = joined_to(of) & 3u};
}

void behind_make(Behind *b, Profile of) {
  *b = (Behind){.as_next = {verb_next(of), other_next(of)}, .heads = by_shape(heads_before, of, 1)};
}

/* A set's cost is that of the set without its last rule, and that rule's. */
static void sums_make(int8_t by_part[RULE_PARTS][RULE_SETS], const int8_t *costs, uint32_t n) {
  for (uint32_t part = 0; part < RULE_PARTS; part++)
    for (uint32_t set = 1; set < RULE_SETS; set++) {
      uint32_t rule = part * RULE_BITS + (uint32_t)__builtin_ctz(set);
      by_part[part][set] = (int8_t)(by_part[part][set & (set - 1)] + (rule < n ? costs[rule] : 0));
    }
}

void rule_costs_make(RuleCosts *c) {
  *c = (RuleCosts){0};
  sums_make(c->by_part[RULES_VERB], VERB_COSTS, sizeof VERB_COSTS);
  sums_make(c->by_part[RULES_OTHER], OTHER_COSTS, sizeof OTHER_COSTS);
  for (uint32_t masdar = 0; masdar < MASDAR_STATES; masdar++)
    for (uint32_t i = 0; i < 4; i++) {
      c->together[RULES_VERB][masdar][i] = verb_together();
      c->together[RULES_OTHER][masdar][i] = other_together(i & 1, i >> 1, (MasdarBefore)masdar);
    }
}

/* ---- bearings that are kept ---- */

enum {
  PROFILES_MOST = 1 << 14,
  PROFILES_FIRST = 1 << 8,
  BEARINGS_SLOTS = 1 << 12,
  BEHINDS_MOST = (1 << BEHIND_BITS) - 1
};
_Static_assert(BEARINGS_SLOTS / 2 < 1 << BEARING_BITS && sizeof(ProfileSlot) == sizeof(uint64_t), "they fit");

Bearings bearings_new(Arena *arena) {
  Bearings t = {.arena = arena};
  for (uint32_t i = 0; i < BESIDE_KINDS; i++) {
    bearing_make(&t.beside[i], (Profile){.beside = i & 3u});
    behind_make(&t.beside_behind[i], (Profile){.beside = i & 3u});
    if (!arena || !vec_push(&t.list, arena, t.beside[i]) || !vec_push(&t.behind, arena, t.beside_behind[i])) continue;
    t.beside_number[i] = (uint16_t)t.list.n;
    t.beside_behind_number[i] = (uint16_t)t.behind.n;
  }
  return t;
}

static uint32_t hash_of(Profile of) { return (uint32_t)(of.all * 0x9E3779B97F4A7C15u >> 40); }

static ProfileSlot *slot_of(const Bearings *t, Profile of) {
  uint32_t i = hash_of(of) & t->mask;
  while (t->slots[i].profile && t->slots[i].profile != of.all) i = (i + 1) & t->mask;
  return &t->slots[i];
}

static bool grow(Bearings *t) {
  Bearings old = *t;
  uint32_t n = t->slots ? (t->mask + 1) * 2 : PROFILES_FIRST;
  ProfileSlot *slots = ARENA_ARRAY(t->arena, ProfileSlot, n);
  if (!t->numbers) t->numbers = ARENA_ARRAY(t->arena, uint16_t, BEARINGS_SLOTS);
  if (!slots || !t->numbers) return false;
  t->slots = slots;
  t->mask = n - 1;
  for (uint32_t i = 0; old.slots && i <= old.mask; i++)
    if (old.slots[i].profile) *slot_of(t, (Profile){.all = old.slots[i].profile}) = old.slots[i];
  return true;
}

/* The profile's slot, or NULL. */
static ProfileSlot *slot_for(Bearings *t, Profile of) {
  if (!t->arena) return NULL;
  if ((!t->slots || t->n >= (t->mask + 1) / 2) && (t->n >= PROFILES_MOST || !grow(t))) return NULL;
  ProfileSlot *slot = slot_of(t, of);
  if (slot->profile) return slot;
  t->n++;
  slot->profile = of.all & (((uint64_t)1 << PROFILE_BITS) - 1);
  return slot;
}

static bool same_bearing(const Bearing *a, const Bearing *b) {
  return a->as_reading == b->as_reading && a->as_previous[0] == b->as_previous[0] &&
         a->as_previous[1] == b->as_previous[1] && a->agrees == b->agrees && a->list == b->list &&
         a->shape == b->shape && a->either == b->either && a->settles == b->settles && a->joined == b->joined;
}

static uint16_t number_of(Bearings *t, const Bearing *b) {
  if (t->list.n >= BEARINGS_SLOTS / 2) return 0;
  uint64_t hash = (b->as_reading ^ b->as_previous[0] * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
  hash = (hash ^ hash >> 29 ^ b->as_previous[1] ^ b->shape) * 0x9E3779B97F4A7C15u;
  uint32_t i = (uint32_t)(hash >> 40) % BEARINGS_SLOTS;
  for (; t->numbers[i]; i = (i + 1) % BEARINGS_SLOTS)
    if (same_bearing(&t->list.at[t->numbers[i] - 1], b)) return t->numbers[i];
  if (!vec_push(&t->list, t->arena, *b)) return 0;
  return t->numbers[i] = (uint16_t)t->list.n;
}

static uint16_t new_number(Bearings *t, Profile of) {
  ProfileSlot *slot = slot_for(t, of);
  if (!slot) return 0;
  if (!slot->bearing) {
    Bearing b;
    bearing_make(&b, of);
    slot->bearing = number_of(t, &b) & ((1u << BEARING_BITS) - 1);
  }
  t->recent[hash_of(of) % RECENT] = *slot;
  return slot->bearing;
}

void bearings_prefetch(const Bearings *t, Profile of) {
  if (t->slots) __builtin_prefetch(&t->slots[hash_of(of) & t->mask]);
}

uint16_t bearings_number(Bearings *t, Profile of) {
  const ProfileSlot *recent = &t->recent[hash_of(of) % RECENT];
  return recent->profile == of.all && recent->bearing ? recent->bearing : new_number(t, of);
}

static uint16_t behind_number_of(Bearings *t, const Behind *b) {
  for (uint32_t i = 0; i < t->behind.n; i++) {
    const Behind *old = &t->behind.at[i];
    if (old->as_next[0] == b->as_next[0] && old->as_next[1] == b->as_next[1] && old->heads == b->heads)
      return (uint16_t)(i + 1);
  }
  if (t->behind.n >= BEHINDS_MOST || !vec_push(&t->behind, t->arena, *b)) return 0;
  return (uint16_t)t->behind.n;
}

static uint16_t new_behind(Bearings *t, Profile of) {
  ProfileSlot *slot = slot_for(t, of);
  if (!slot) return 0;
  if (!slot->behind) {
    Behind b;
    behind_make(&b, of);
    slot->behind = behind_number_of(t, &b) & ((1u << BEHIND_BITS) - 1);
  }
  t->recent[hash_of(of) % RECENT] = *slot;
  return slot->behind;
}

uint16_t bearings_behind(Bearings *t, Profile of) {
  const ProfileSlot *recent = &t->recent[hash_of(of) % RECENT];
  return recent->profile == of.all && recent->behind ? recent->behind : new_behind(t, of);
}

/* ---- traits ---- */

TraitClasses trait_classes(const Lexicon *x) {
  return (TraitClasses){.light = lexicon_class(x, STR("light")),
                        .aspect = lexicon_class(x, STR("aspect")),
                        .time = lexicon_class(x, STR("time")),
                        .title = lexicon_class(x, STR("title")) | lexicon_class(x, STR("rank")) |
                                 lexicon_class(x, STR("official")),
                        .person = lexicon_class(x, STR("person")),
                        .event = lexicon_class(x, STR("event"))};
}

uint16_t word_traits(const Lexicon *x, const TraitClasses *classes, const Reading *r) {
  if (r->lemma >= x->n) return 0;
  const Lemma *lemma = &x->lemmas[r->lemma];
  ClassSet has = lemma->classes;
  uint32_t governs = r->enclitic ? (uint32_t)GOVERNS_ANY : lemma->governs;
  return (uint16_t)((has & classes->light ? TRAIT_LIGHT : 0) | (has & classes->aspect ? TRAIT_ASPECT : 0) |
                    (has & classes->time ? TRAIT_TIME : 0) | (has & classes->title ? TRAIT_TITLE : 0) |
                    (has & classes->person ? TRAIT_PERSON : 0) | (has & classes->event ? TRAIT_EVENT : 0) |
                    governs << TRAIT_GOVERNS_SHIFT);
}
