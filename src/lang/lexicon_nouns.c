/* nouns.tsv, derived.tsv, adjectives.tsv, proper.tsv: one row a lemma, its stems made here.
 *
 *   عنصر   noun  m  عناصر           عنصر s t d; عناصر b c
 *   غارة   noun  f  -at             غار h e f
 *   مستشفى noun  m  -at             مستشفى x; مستشفا o; مستشفي d f
 *   متصدي  adj   m  -un|-at|-in     متصدي s d f; متصد x p; …
 *
 * Plurals: "-un" ون/ين, "-at" ات, "-in" loses its ya («متصدٍّ»), "f:كبرى" a feminine of its
 * own, anything else a broken plural. The slots stand in affixes.tsv. */
#include "lang/lexicon_build.h"
#include "lang/word.h"
#include "text/normal.h"

enum {
  RANK_NUMERAL = 3,
  RANK_NOUN = 4,
  RANK_NAME_COMMON = 4,
  RANK_VERB_KNOWN = 5,
  RANK_ADJ = 7,
  RANK_NAME = 9,
  RANK_NISBA = 10,
  RANK_NISBA_RARE = 13,
  RANK_DERIVED = 12,
  RANK_DERIVED_COMMON = 6
};

typedef struct Shape {
  LexiconBuilder *b;
  Stem stem;        /* lemma and kind filled in */
  bool names;       /* a proper noun: no dual, no plural, no tanwin */
  bool feminine;    /* takes ة: an adjective, or a noun of both genders */
  bool person;      /* «مسلح»: has a plural in ون */
  uint8_t eclipsed; /* «مدين» (indebted): what it costs with its ة, which is an everyday noun, «مدينة» */
} Shape;

static void put(const Shape *s, Str light, const char *slots) {
  Stem stem = s->stem;
  if (!builder_slots(str_of(slots), &stem.slots)) return;
  builder_stem(s->b, light, stem);
}

/* `light` with its last `cut` letters gone and `letter` (0: none) behind. */
static Str changed(const Shape *s, Str light, size_t cut, uint8_t letter) {
  char *p = arena_alloc(s->b->arena, light.n + 1, 1);
  if (!p || light.n < cut) return STR_NONE;
  size_t n = light.n - cut;
  memcpy(p, light.p, n);
  if (letter) p[n++] = (char)letter;
  return (Str){p, n};
}

static uint8_t from_end(Str light, size_t i) { return light.n > i ? (uint8_t)light.p[light.n - 1 - i] : 0; }

/* ا + ء: its hamza changes seat before a pronoun, «أبناؤه، أبنائه». */
static void put_seats(const Shape *s, Str light, const char *slots) {
  put(s, changed(s, light, 1, LETTER_WAW_HAMZA), slots);
  put(s, changed(s, light, 1, LETTER_YA_HAMZA), slots);
}

static void put_singular(const Shape *s, Str light) {
  bool names = s->names;
  switch (from_end(light, 0)) {
    case LETTER_TA_MARBUTA: put(s, changed(s, light, 1, 0), names ? "h" : "he"); return;
    case LETTER_ALEF_MAKSURA:
      put(s, light, "x");
      put(s, changed(s, light, 1, LETTER_ALEF), "o");
      if (!names) put(s, changed(s, light, 1, LETTER_YA), "d");
      return;
    case LETTER_ALEF: put(s, light, "s"); return;
    case LETTER_HAMZA: {
      put(s, light, names ? "s" : from_end(light, 1) == LETTER_ALEF ? "sd" : "std");
      put_seats(s, light, from_end(light, 1) == LETTER_ALEF ? "o" : "otd");
      return;
    }
    case LETTER_ALEF_HAMZA:
      put(s, light, "sd");
      put_seats(s, light, "o");
      return;
    default: put(s, light, names ? "s" : "std"); return;
  }
}

/* The stem that ون and ات are put to. */
static Str before_suffix(const Shape *s, Str light) {
  uint8_t last = from_end(light, 0);
  if (last == LETTER_TA_MARBUTA) return changed(s, light, from_end(light, 1) == LETTER_ALEF_HAMZA ? 2 : 1, 0);
  if (last == LETTER_ALEF_MAKSURA) return changed(s, light, 1, LETTER_YA);
  /* ميليشيا ميليشيات; مفاجأة مفاجآت: one alef */
  if (last == LETTER_ALEF || last == LETTER_ALEF_HAMZA) return changed(s, light, 1, 0);
  return light;
}

enum { COST_DEFECTIVE = 6, COST_PARTICIPLE_BESIDE = 3, COST_ECLIPSED = 3, COST_ECLIPSED_BY_NAMED = 4 };
enum { COST_DERIVED_FEMININE = 2 }; /* «مدرسته» is his school before it is his teacher */

static void put_feminine(Shape s, Str light) {
  uint8_t last = from_end(light, 0);
  if (s.b->lemmas.at[s.stem.lemma].pos == POS_NOUN) {
    s.stem.cost = (uint8_t)(s.stem.cost + COST_DERIVED_FEMININE);
    s.stem.flags |= STEM_FEMININE;
  }
  s.stem.cost = (uint8_t)(s.stem.cost + s.eclipsed);
  put(&s, before_suffix(&s, light), "f");
  if (last == LETTER_TA_MARBUTA) return;
  if (last == LETTER_ALEF_MAKSURA)
    put(&s, changed(&s, light, 1, LETTER_ALEF), "h"); /* مسماة */
  else
    put(&s, light, "he");
}

static void put_broken(const Shape *s, Str light) {
  switch (from_end(light, 0)) {
    case LETTER_TA_MARBUTA: put(s, changed(s, light, 1, 0), "q"); return;
    case LETTER_ALEF_MAKSURA:
      put(s, light, "y");
      put(s, changed(s, light, 1, LETTER_ALEF), "r");
      return;
    case LETTER_HAMZA:
      put(s, light, "b");
      put_seats(s, light, "r");
      return;
    case LETTER_YA: /* أراضٍ */
      put(s, light, "bc");
      put(s, changed(s, light, 1, 0), "y");
      return;
    default: put(s, light, "bc"); return;
  }
}

static void put_own_feminine(Shape s, Str light) {
  s.stem.flags |= STEM_FEMININE;
  s.feminine = false;
  put_singular(&s, light);
}

static void put_plural(const Shape *s, Str light, Str plural) {
  if (!plural.n || str_eq(plural, STR("-"))) return;
  if (str_eq(plural, STR("-un"))) {
    put(s, from_end(light, 0) == LETTER_ALEF_MAKSURA ? changed(s, light, 1, 0) : light, "p");
  } else if (str_eq(plural, STR("-at"))) {
    if (s->feminine)
      put_feminine(*s, light);
    else
      put(s, before_suffix(s, light), "f");
  } else if (str_eq(plural, STR("-in"))) {
    Shape rare = *s;
    rare.stem.cost = (uint8_t)(rare.stem.cost + COST_DEFECTIVE);
    put(&rare, changed(s, light, 1, 0), "xp");
  } else if (str_starts(plural, STR("f:"))) {
    put_own_feminine(*s, light_key(s->b->arena, str_slice(plural, 2, plural.n)));
  } else {
    put_broken(s, light_key(s->b->arena, plural));
  }
}

/* "noun:masdar" → noun, masdar */
static ErrorCode pos_of(LexiconBuilder *b, const TableLine *line, WordPos *pos, WordForm *form) {
  Str field = line->field[1], name = str_cut(&field, ':');
  *form = FORM_PLAIN;
  if (!word_pos_of(name, pos)) return table_error(line, b->info, "no part of speech %.*s", STR_ARG(name));
  if (!field.n) return ERROR_OK;
  for (unsigned i = 0; i < FORM_COUNT; i++)
    if (str_eq(field, word_form_name((WordForm)i))) return *form = (WordForm)i, ERROR_OK;
  return table_error(line, b->info, "no form %.*s", STR_ARG(field));
}

static uint8_t gender_of(Str field) {
  return field.n && field.p[0] == 'f' ? GENDER_FEMININE : field.n && field.p[0] == 'm' ? GENDER_MASCULINE : GENDER_NONE;
}

/* The tables that are made by the import; the others are by hand, and hold everyday words. */
static bool is_imported(const TableLine *line) {
  static const char *const tables[] = {"lexicon/derived.tsv", "lexicon/adjectives.tsv", "lexicon/proper.tsv"};
  for (unsigned i = 0; i < sizeof tables / sizeof *tables; i++)
    if (str_eq(line->file->name, str_of(tables[i]))) return true;
  return false;
}

/* An imported masdar of its verb's own letters is the pattern's guess, «سقط» beside «سقوط». */
static uint8_t rank_of(const LexiconBuilder *b, const Lemma *lemma, uint32_t verb, bool imported) {
  uint8_t pos = lemma->pos;
  if (pos == POS_NUMERAL) return RANK_NUMERAL;
  if (pos == POS_PROPER) return imported ? RANK_NAME : RANK_NAME_COMMON;
  if (!imported) return RANK_NOUN;
  if (verb == LEMMA_NONE) return RANK_ADJ;
  if (pos == POS_NOUN && b->lemmas.at[verb].text == lemma->text) return RANK_DERIVED;
  return b->lemmas.at[verb].rank <= RANK_NOUN ? RANK_DERIVED_COMMON : RANK_DERIVED;
}

/* «معتقل»: the noun for a person, made by hand, is the participle of اعتقل too. */
static void share_participle(LexiconBuilder *b, const TableLine *line, uint32_t verb, WordForm form) {
  uint32_t number = builder_lemma_known(b, line->field[0], POS_NOUN);
  uint32_t person = strings_builder_find(&b->classes, STR("person"));
  if (number == LEMMA_NONE || person == STRINGS_NONE) return;
  Lemma *noun = &b->lemmas.at[number];
  if (noun->verb == LEMMA_NONE && noun->classes >> person & 1) noun->verb = verb, noun->form = (uint8_t)form;
}

/* Fills in what the row knows and the lemma does not know yet. */
static ErrorCode fill_lemma(LexiconBuilder *b, const TableLine *line, uint32_t number, WordForm form) {
  ClassSet classes;
  ErrorCode code = builder_classes(b, line, line->field[4], &classes);
  if (code) return code;
  uint32_t verb = LEMMA_NONE;
  if (line->field[5].n && !str_eq(line->field[5], STR("-"))) {
    verb = builder_lemma(b, line->field[5], POS_VERB);
    if (verb == LEMMA_NONE) return ERROR_OK;
    if (!b->has_stems.at[verb])
      return table_error(line, b->info, "verbs.tsv has no verb %.*s", STR_ARG(line->field[5]));
  }
  Lemma *lemma = &b->lemmas.at[number];
  lemma->classes |= classes;
  bool imported = is_imported(line);
  uint8_t rank = rank_of(b, lemma, verb, imported);
  /* what is made by rule may not say that «منطقة» is a masdar where the hand says it is none */
  bool relation = line->field[0].n > 2 && from_end(light_key(b->arena, line->field[0]), 0) == LETTER_YA;
  bool by_hand = imported && (form == FORM_MASDAR || relation) && lemma->rank <= RANK_NOUN, better = rank < lemma->rank;
  if (better) lemma->rank = rank;
  if (verb != LEMMA_NONE && !by_hand && (lemma->verb == LEMMA_NONE || better))
    lemma->verb = verb, lemma->form = (uint8_t)form;
  if (!imported && verb != LEMMA_NONE && b->lemmas.at[verb].rank > RANK_VERB_KNOWN)
    b->lemmas.at[verb].rank = RANK_VERB_KNOWN;
  if (!lemma->gender) lemma->gender = gender_of(line->field[2]);
  if (verb != LEMMA_NONE && form != FORM_MASDAR) share_participle(b, line, verb, form);
  return ERROR_OK;
}

static bool of_class(const LexiconBuilder *b, uint32_t lemma, Str name) {
  uint32_t class = strings_builder_find(&b->classes, name);
  return class != STRINGS_NONE && b->lemmas.at[lemma].classes >> class & 1;
}

/* «مصدر» and «مقتل» are participles too, but hardly ever. */
static bool stands_beside_noun(LexiconBuilder *b, const TableLine *line, WordPos pos) {
  if (pos != POS_ADJ || !is_imported(line) || !line->field[5].n) return false;
  uint32_t noun = builder_lemma_known(b, line->field[0], POS_NOUN);
  return noun != LEMMA_NONE && b->lemmas.at[noun].rank <= RANK_NOUN && !of_class(b, noun, STR("person"));
}

/* What an adjective's feminine costs beside a noun that is spelt like it: «سيار» (roaming), but «سيارة» is a car, and
 * «مدينة» nobody in debt. «خارجية» and «مقاتلة» go on describing, as every adjective of relation does and what persons
 * are called by. */
static uint8_t cost_beside_noun(const Shape *s, const TableLine *line, WordPos pos, Str light) {
  LexiconBuilder *b = s->b;
  if (pos != POS_ADJ || !is_imported(line) || !light.n || from_end(light, 0) == LETTER_YA) return 0;
  Str feminine = changed(s, light, 0, LETTER_TA_MARBUTA);
  if (!feminine.n) return 0;
  uint32_t person = builder_lemma_known(b, line->field[0], POS_NOUN);
  Str spelt = letters_utf8(b->arena, (const uint8_t *)feminine.p, (uint32_t)feminine.n);
  uint32_t noun = builder_lemma_known(b, spelt, POS_NOUN);
  if (noun == LEMMA_NONE || b->lemmas.at[noun].rank > RANK_NOUN) return 0;
  bool by_hand = person != LEMMA_NONE && b->lemmas.at[person].rank <= RANK_NOUN;
  if (of_class(b, noun, STR("area"))) return COST_ECLIPSED_BY_NAMED;
  if (by_hand) return 0;
  /* a name follows: «منظمة كذا» */
  return of_class(b, noun, STR("organisation")) ? COST_ECLIPSED_BY_NAMED : COST_ECLIPSED;
}

/* «استباق» gives «استباقي» as a matter of course; a table that has it says more of it. */
static void put_nisba(Shape s, Str light) {
  const Lemma *noun = &s.b->lemmas.at[s.stem.lemma];
  uint8_t last = from_end(light, 0);
  if (last == LETTER_TA_MARBUTA) light = changed(&s, light, 1, 0), last = from_end(light, 0);
  if (s.person || noun->pos != POS_NOUN || (noun->rank > RANK_DERIVED_COMMON && noun->form != FORM_MASDAR) ||
      light.n < 3)
    return;
  uint8_t rank = noun->rank <= RANK_DERIVED_COMMON ? RANK_NISBA : RANK_NISBA_RARE;
  if (last == LETTER_YA || last == LETTER_ALEF || last == LETTER_ALEF_MAKSURA || last == LETTER_WAW) return;
  light = last == LETTER_HAMZA ? changed(&s, changed(&s, light, 1, LETTER_YA_HAMZA), 0, LETTER_YA)
                               : changed(&s, light, 0, LETTER_YA);
  Str text = letters_utf8(s.b->arena, (const uint8_t *)light.p, (uint32_t)light.n);
  s.stem.lemma = builder_lemma(s.b, text, POS_ADJ);
  if (s.stem.lemma == LEMMA_NONE) return;
  Lemma *adj = &s.b->lemmas.at[s.stem.lemma];
  if (adj->rank > rank) adj->rank = rank;
  s.feminine = true;
  put(&s, light, "stdp");
  put(&s, light, "fhe");
}

/* «حوثي», the person, is an adjective too. */
static void put_relation(Shape s, Str light) {
  const Lemma *noun = &s.b->lemmas.at[s.stem.lemma];
  if (noun->pos != POS_NOUN || noun->rank > RANK_NOUN || !s.feminine || light.n < 4 || from_end(light, 0) != LETTER_YA)
    return;
  s.stem.lemma = builder_lemma(s.b, letters_utf8(s.b->arena, (const uint8_t *)light.p, (uint32_t)light.n), POS_ADJ);
  if (s.stem.lemma == LEMMA_NONE) return;
  Lemma *adj = &s.b->lemmas.at[s.stem.lemma];
  if (adj->rank > RANK_ADJ) adj->rank = RANK_ADJ;
  put(&s, light, "stdpfhe");
}

/* Who is counted in ون is a person, and «مسلحي» his plural rather than a relation. */
static bool has_sound_plural(Str plurals) {
  while (plurals.n)
    if (str_eq(str_trim(str_cut(&plurals, '|')), STR("-un"))) return true;
  return false;
}

ErrorCode builder_noun_row(LexiconBuilder *b, const TableLine *line) {
  WordPos pos;
  WordForm form;
  ErrorCode code = pos_of(b, line, &pos, &form);
  if (code) return code;
  uint32_t number = builder_lemma(b, line->field[0], pos);
  if (number == LEMMA_NONE) return ERROR_OK;
  code = fill_lemma(b, line, number, form);
  if (code) return code;
  Str light = light_key(b->arena, line->field[0]);
  Shape shape = {.b = b, .stem = {.lemma = number, .kind = KIND_NOMINAL}};
  shape.names = pos == POS_PROPER;
  shape.person = has_sound_plural(line->field[3]);
  if (str_eq(line->field[2], STR("elative"))) shape.stem.flags |= STEM_ELATIVE;
  const Lemma *lemma = &b->lemmas.at[number];
  uint8_t rank = rank_of(b, lemma, lemma->verb, is_imported(line));
  if (rank > lemma->rank) shape.stem.cost = (uint8_t)(rank - lemma->rank);
  if (stands_beside_noun(b, line, pos)) shape.stem.cost = (uint8_t)(shape.stem.cost + COST_PARTICIPLE_BESIDE);
  shape.eclipsed = cost_beside_noun(&shape, line, pos, light);
  shape.feminine = pos == POS_ADJ || str_eq(line->field[2], STR("mf"));
  put_singular(&shape, light);
  for (Str rest = line->field[3]; rest.n;) put_plural(&shape, light, str_trim(str_cut(&rest, '|')));
  put_nisba(shape, light);
  put_relation(shape, light);
  return ERROR_OK;
}
