/* Where a text may name a place, and what the words around the name say.
 *
 *   بلدة صور بريف دير الزور الشمالي    town of Suwar, in the northern countryside of Deir ez-Zor:
 *                                      level + name; level + name + direction
 *   60 كم جنوب الحسكة                  distance + direction + name
 *   الأراضي السورية، الشمال السوري      a word for land + nisba
 *   قرية صنيديج                        level + a name that no table has (place_unknown.c)
 *
 * Everything that may be a place becomes a draft; place_choose.c decides. */
#include "know/place.h"
#include "lang/word.h"
#include "text/letter.h"

enum {
  PREFIX_MAX = 4,
  OF_WORD = 10,   /* what it takes from a name's weight that it is a word as well */
  OF_CLITIC = 20, /* … and that a clitic was cut off */
  UNDOUBTED = OF_WORD + OF_CLITIC
};

typedef struct Prefix {
  uint32_t last, n;
  bool al;       /* its last word has the article: «المنطقة» */
  bool stranded; /* «مدينة جنوبي البلاد»: the level word has no name */
} Prefix;

/* «بيت», «عين», «دار» read as verbs first, and begin names. */
static bool begins_name(const Scan *s, uint32_t i) {
  bool noun = scan_may_read(s, i, POS_NOUN) || scan_may_read(s, i, POS_ADJ);
  return place_is_clan(s, i) || (scan_reading(s, i)->pos == POS_VERB && noun);
}

/* The longest name at a token; of equally long ones the heavier, bare ones preferred. `listed`: places go before it in
 * a list, so that no verb or preposition stands there. */
static bool listed_name_at(const Scan *s, uint32_t i, bool clitics, bool listed, Match *out, int *weight) {
  bool found = false;
  if (i >= s->text->ntokens) return false;
  for (uint32_t k = 0; k < s->at[i].n; k++) {
    const Match *m = &s->at[i].at[k];
    if (m->cut && !clitics) continue;
    if (found && m->last < out->last) break;
    uint32_t flags;
    int w;
    if (place_heaviest(s, m, &w, &flags) == ROW_NONE) continue;
    bool light = m->last > i + 1 && w < place_kind_weight(KIND_ADMIN1);
    if (m->last > i + 1 && scan_is_preposition(s, m->last - 1)) continue; /* «جُبل على الخداع» */
    if (light && !listed && is_function_word(s, i) && !begins_name(s, i)) continue; /* «على عين» */
    bool whole = found && !out->cut && m->cut; /* «باغوز» is not ب + اغوز */
    if (flags & NAME_WORD) w -= OF_WORD;
    w -= m->cut ? OF_CLITIC : 0;
    if (whole && w < place_kind_weight(KIND_ADMIN1)) continue;
    if (found && w <= *weight) continue;
    *out = *m;
    *weight = w;
    found = true;
  }
  return found;
}

static bool name_at(const Scan *s, uint32_t i, bool clitics, Match *out, int *weight) {
  return listed_name_at(s, i, clitics, false, out, weight);
}

static uint32_t sign_of(const WordRow *w) {
  switch (w->kind) {
    case WORD_LEVEL:
      return SIGN_LEVEL | (w->value & LEVEL_WEAK ? (uint32_t)SIGN_WEAK : 0) |
             (w->value & LEVEL_PLURAL ? (uint32_t)SIGN_PLURAL : 0);
    case WORD_AREA: return SIGN_AREA | SIGN_WEAK | (w->value & LEVEL_PLURAL ? (uint32_t)SIGN_PLURAL : 0);
    case WORD_DIRECTION: return SIGN_DIRECTION;
    default: return SIGN_NEAR;
  }
}

/* «إحياء» reviving is not «أحياء» quarters. */
static bool other_hamza(const Scan *s, const WordRow *w, const Match *m) {
  Str light = token_light(s->text, m->first);
  return w->kind == WORD_LEVEL && w->value & LEVEL_PLURAL && (uint8_t)light.p[m->cut] == LETTER_ALEF_HAMZA_BELOW;
}

/* «مدينة زنجبار» (the town of Zinjibar) where some other city is called so with its level word: what stands behind it
 * names as great a place. */
static bool names_as_great(const Scan *s, uint32_t rest, int whole) {
  Match name;
  int weight;
  if (!scan_same_line(s, rest) || !name_at(s, rest, false, &name, &weight)) return false;
  bool small = whole <= place_kind_weight(KIND_ADMIN3);
  return weight >= whole && weight >= place_kind_weight(KIND_CITY) && (small || weight == place_kind_weight(KIND_CITY));
}

/* Level and direction words from the draft's first token on, up to where a name begins that
 * has them in it («جبال حمرين», «مدينة الصدر»). */
static void read_prefix(const Scan *s, PlaceDraft *d, Prefix *prefix) {
  *prefix = (Prefix){.last = d->first};
  while (prefix->n < PREFIX_MAX && (!prefix->n || scan_same_line(s, prefix->last))) {
    Match m, name;
    int weight;
    const WordRow *w = scan_word(s, prefix->last, PREFIX_KINDS, !prefix->n, &m);
    if (!w || !scan_cut_fits(s, &m) || other_hamza(s, w, &m)) return;
    if (w->kind == WORD_LEVEL && m.last == m.first + 1 && scan_reading(s, m.first)->pos == POS_VERB)
      return; /* «وأدى» */
    bool named = name_at(s, prefix->last, !prefix->n, &name, &weight);
    bool own = named && name.last > m.last && !place_goes_on(s, &name, weight);
    if (own && !(w->kind == WORD_LEVEL && w->arg == LEVEL_CITY && names_as_great(s, m.last, weight))) return;
    /* «محافظة البحيرة»: of Beheira, not of the lake */
    if (named && d->level == LEVEL_ADMIN1 && !prefix->al && m.al && place_is_heavy(weight)) return;
    if (w->kind == WORD_DIRECTION && d->signs & SIGN_LEVEL && d->level != LEVEL_COUNTRYSIDE) prefix->stranded = true;
    if (prefix->stranded) return;
    if (!prefix->n) d->cut = m.cut;
    if (w->kind == WORD_LEVEL && d->level == LEVEL_NONE) d->level = (PlaceLevel)w->arg;
    d->signs |= sign_of(w);
    prefix->al = m.al;
    prefix->last = m.last;
    prefix->n++;
  }
}

/* «العاصمة السورية» */
static void read_capital(const Scan *s, PlaceDraft *d, const Match *land) {
  const WordRow *w = scan_word(s, land->first, KIND_BIT(WORD_LEVEL), true, NULL);
  uint32_t capital = know_capital(s->know, s->know->places[d->row].country);
  if (!w || !(w->value & LEVEL_CAPITAL) || !land->al || capital == ROW_NONE) return;
  d->row = capital;
  d->signs |= SIGN_CAPITAL;
  d->level = LEVEL_CITY;
}

/* «الأراضي السورية», «الشمال السوري», «الحدود السورية - العراقية» */
static bool read_lands(const Scan *s, PlaceDraft *d) {
  Match land, nisba;
  const WordRow *w = scan_word(s, d->first, KIND_BIT(WORD_LANDS), true, &land);
  if (!w || !scan_same_line(s, land.last) || !scan_cut_fits(s, &land)) return false;
  w = scan_word(s, land.last, KIND_BIT(WORD_NISBA), false, &nisba);
  Match name; /* «الجزيرة السورية» has a row of its own */
  int weight;
  if (!w || nisba.al != land.al) return false;
  if (name_at(s, d->first, true, &name, &weight) && name.last >= nisba.last) return false;
  /* «مدينة سورية» is some Syrian city */
  if (!land.al && scan_word(s, d->first, KIND_BIT(WORD_LEVEL) | KIND_BIT(WORD_AREA), true, NULL)) return false;
  d->cut = land.cut;
  d->name_first = land.last;
  d->name_last = d->last = nisba.last;
  d->node = nisba.node;
  d->row = w->value;
  d->signs |= SIGN_LANDS | SIGN_NISBA;
  if (scan_word(s, d->first, KIND_BIT(WORD_LEVEL), true, &land)) read_capital(s, d, &land);
  if (scan_word(s, d->first, KIND_BIT(WORD_DIRECTION), true, NULL)) d->signs |= SIGN_DIRECTION;
  uint32_t next = d->last + (scan_same_line(s, d->last) && token_sign(s->text, d->last) == '-');
  if (scan_same_line(s, next) && scan_word(s, next, KIND_BIT(WORD_NISBA), false, &nisba) && nisba.al == land.al)
    d->last = nisba.last;
  return true;
}

static bool read_nisba(const Scan *s, PlaceDraft *d) {
  Match m;
  const WordRow *w = scan_word(s, d->first, KIND_BIT(WORD_NISBA), true, &m);
  if (!w) return false;
  *d = (PlaceDraft){.first = d->first,
                    .last = m.last,
                    .name_first = d->first,
                    .name_last = m.last,
                    .cut = m.cut,
                    .name_cut = m.cut,
                    .al = m.al,
                    .node = m.node,
                    .row = w->value,
                    .signs = SIGN_NISBA};
  return true;
}

/* «قصفت السعودية», «في السعودية»: a country whose own name is an adjective with the article, where no noun stands
 * before it that one may be said of: none with the article, with a pronoun, or that is a name. */
static bool country_by_adjective(const Scan *s, uint32_t i, const Match *name) {
  uint32_t flags;
  int weight;
  if (place_heaviest(s, name, &weight, &flags) == ROW_NONE || !(flags & NAME_AL)) return false;
  if (weight != place_kind_weight(KIND_COUNTRY)) return false;
  if (name->cut || !i || s->text->tokens[i].flags & TOKEN_LINE || !scan_is_word(s, i - 1))
    return !(i && name->cut && scan_word(s, i - 1, KIND_BIT(WORD_NISBA), true, NULL));
  const Reading *r = scan_reading(s, i - 1);
  bool noun = r->pos == POS_NOUN || r->pos == POS_ADJ || r->pos == POS_PROPER || r->guessed;
  return !noun || !(r->clitics & CLITIC_AL || r->enclitic || r->pos == POS_PROPER || r->guessed);
}

/* «السورية» is the adjective, though سورية is a name of Syria. */
static bool only_nisba(const Scan *s, uint32_t i, const Match *name) {
  Match m;
  return scan_word(s, i, KIND_BIT(WORD_NISBA), true, &m) && m.last == name->last && m.al;
}

/* The noun without the article that an adjective without it agrees with, past other adjectives: «غارات جوية روسية». */
static bool follows_bare_noun(const Scan *s, uint32_t i) {
  enum { ADJECTIVES_MOST = 2 };
  const Reading *adjective = scan_reading(s, i);
  if (adjective->pos != POS_ADJ || adjective->clitics) return false;
  for (uint32_t k = 1; k <= ADJECTIVES_MOST + 1 && k <= i; k++) {
    if (s->text->tokens[i - k + 1].flags & TOKEN_LINE || !scan_is_word(s, i - k)) return false;
    const Reading *r = scan_reading(s, i - k);
    if (r->guessed || r->clitics & CLITIC_AL || r->enclitic) return false;
    if (r->pos == POS_NOUN) return r->gender == adjective->gender || r->number == NUMBER_PLURAL;
    if (r->pos != POS_ADJ || r->clitics) return false;
  }
  return false;
}

/* «غارة تركية» (a Turkish strike): behind a noun without the article that it agrees with, the adjective, though a
 * village is called so, or what of it is no clitic («ف» and Ransiya). */
static bool describes_noun(const Scan *s, uint32_t i, const Match *name) {
  Match m;
  if (!scan_word(s, i, KIND_BIT(WORD_NISBA), false, &m) || m.last != name->last || m.al) return false;
  return follows_bare_noun(s, i);
}

/* «دوماً»: with tanwin it is an adverb or adjective, and no name. */
static bool has_tanwin(const Scan *s, uint32_t i) {
  const Token *t = &s->text->tokens[i];
  const uint8_t *marks = s->text->view.marks;
  if (!marks || t->kind != TOKEN_WORD || !t->n) return false;
  return (marks[t->view + t->n - 1] | (t->n > 1 ? marks[t->view + t->n - 2] : 0)) & MARK_TANWIN;
}

/* «مهندساً تركيا» (a Turkish engineer): what may be an adjective in the accusative, behind such a noun, is one. */
static bool agrees_with_noun(const Scan *s, uint32_t i) {
  if (!i || s->text->tokens[i].flags & TOKEN_LINE || !scan_is_word(s, i - 1)) return false;
  const Reading *noun = scan_reading(s, i - 1);
  if (!noun->accusative || noun->pos != POS_NOUN || noun->clitics & CLITIC_AL) return false;
  return scan_may_read(s, i, POS_ADJ);
}

/* «الشمالي», «الشرقية الجنوبية» behind the name. */
static void read_suffix(const Scan *s, PlaceDraft *d) {
  Match m;
  for (int i = 0; i < 2 && scan_same_line(s, d->last); i++) {
    const WordRow *w = scan_word(s, d->last, KIND_BIT(WORD_DIRECTION), false, &m);
    Str fold = token_fold(s->text, d->last);
    bool adjective =
        w && m.al && ((uint8_t)fold.p[fold.n - 1] == LETTER_YA || (uint8_t)fold.p[fold.n - 1] == LETTER_HA);
    if (!adjective) return;
    d->last = m.last;
    d->signs |= SIGN_DIRECTION;
  }
}

/* «الريف الشمالي لحلب», «الريف الغربي لمدينة درعا»: the level word has the article, its
 * place comes behind ل. */
static bool read_of(const Scan *s, PlaceDraft *d, uint32_t *at) {
  Match m;
  if (!scan_same_line(s, *at)) return false;
  const WordRow *w = scan_word(s, *at, KIND_BIT(WORD_LEVEL), true, &m);
  if (w && m.clitics & CLITIC_LI && m.last < s->text->ntokens) return *at = m.last, true;
  return d->level == LEVEL_COUNTRYSIDE;
}

/* «قرب الحدود السورية» */
static bool nested_lands(const Scan *s, PlaceDraft *d, uint32_t at) {
  PlaceDraft inner = {.first = at, .row = ROW_NONE, .container = ROW_NONE};
  if (at <= d->first || !scan_same_line(s, at) || !read_lands(s, &inner) || inner.cut) return false;
  inner.signs |= d->signs;
  inner.first = d->first;
  inner.cut = d->cut;
  *d = inner;
  return true;
}

static void set_name(PlaceDraft *d, const Match *m, int weight, uint32_t prefixes) {
  d->weight = weight;
  d->name_first = m->first;
  d->name_last = d->last = m->last;
  d->name_cut = m->cut;
  if (!prefixes) d->cut = m->cut;
  d->al = m->al;
  d->node = m->node;
}

/* «مدينة الصدر», «البحر الأحمر»: the level word is in the name. */
static void own_level(const Scan *s, const Match *name, PlaceDraft *d) {
  Match m;
  const WordRow *w = scan_word(s, name->first, KIND_BIT(WORD_LEVEL) | KIND_BIT(WORD_AREA), true, &m);
  if (!w || m.last >= name->last) return;
  d->signs |= (sign_of(w) & ~(uint32_t)SIGN_PLURAL) | SIGN_OWN_LEVEL;
  d->level = (PlaceLevel)w->arg;
}

/* «شمال غرب البلاد», «أنحاء البلاد», «وسط العاصمة», «في العاصمة»: with no name, the one that the text speaks of. */
static bool read_here(const Scan *s, PlaceDraft *d) {
  Match part, here;
  const WordRow *w = scan_word(s, d->first, KIND_BIT(WORD_DIRECTION), true, &part);
  uint32_t at = w ? part.last : d->first;
  if (w && (part.al || !scan_cut_fits(s, &part) || !scan_same_line(s, at))) return false;
  const WordRow *h = scan_word(s, at, KIND_BIT(WORD_HERE), !w, &here);
  if (!h || !here.al || !scan_cut_fits(s, &here) || here.last != at + 1) return false;
  if (!w && h->arg != LEVEL_CITY) return false;
  Match more; /* «العاصمة بغداد», «العاصمة السورية», «المدينة القديمة» */
  int weight;
  if (scan_same_line(s, here.last) && scan_is_word(s, here.last) &&
      (name_at(s, here.last, false, &more, &weight) || scan_word(s, here.last, KIND_BIT(WORD_NISBA), false, NULL) ||
       (scan_reading(s, here.last)->pos == POS_ADJ && scan_reading(s, here.last)->clitics & CLITIC_AL)))
    return false;
  d->cut = w ? part.cut : here.cut;
  d->name_cut = w ? 0 : here.cut;
  d->name_first = at;
  d->name_last = d->last = here.last;
  d->level = w && h->arg == LEVEL_COUNTRY ? LEVEL_REGION : (PlaceLevel)h->arg;
  d->signs = SIGN_HERE | SIGN_UNKNOWN | (w ? (uint32_t)SIGN_DIRECTION : 0) |
             (h->arg == LEVEL_CITY ? (uint32_t)SIGN_CAPITAL : 0);
  return true;
}

/* Is the name behind level words theirs? */
static bool fits_prefix(const Scan *s, const PlaceDraft *d, const Prefix *prefix, const Match *name, int weight) {
  if (prefix->al) {
    if (d->level != LEVEL_CITY && d->level != LEVEL_COUNTRYSIDE)
      return false; /* «المحافظة العراق»: no apposition but «العاصمة بغداد» */
    if (scan_reads_verb(s, name->first)) return false; /* «انفجار في المدينة أودى بحياة …» */
    WordPos pos = (WordPos)scan_reading(s, name->first)->pos; /* «هجوم في العاصمة هو الأول»; but «قرية هو» */
    bool that = pos == POS_SUBORD && scan_reading(s, name->first)->clitics & CLITIC_PREP;
    if (pos == POS_PRONOUN || that) return false; /* «أفاد مصدر في مستشفى المدينة بأن» */
    if (name->al && !place_is_heavy(weight) && scan_may_read(s, name->first, POS_ADJ))
      return false; /* «المدينة الواقعة» */
    const Reading *r = scan_reading(s, name->first);
    bool word = r->pos == POS_NOUN && !r->guessed && !r->clitics && name->last == name->first + 1;
    if (word && !place_is_heavy(weight)) return false; /* «وقف سكان المدينة دقيقة صمت» */
  }
  if (place_longer_unknown(s, d, name, weight) || place_goes_on(s, name, weight)) return false;
  if (scan_is_preposition(s, name->last - 1)) return false; /* «محافظة على» */
  /* «حي أبو», «ناحية بني» are the beginnings of names */
  return !place_is_kunya(s, name->last - 1) && !place_is_clan(s, name->last - 1);
}

/* Is what may be a name, with no level word before it, one? */
static bool stands_bare(const Finder *f, const Match *name, int weight, bool listed) {
  const Scan *s = &f->scan;
  uint32_t i = name->first;
  if (f->taken[i] & TAKEN_PERSON || has_tanwin(s, name->last - 1) || agrees_with_noun(s, i)) return false;
  if (listed) return true;
  /* «السورية» may be a village; «الإسكندرية» is the city rather than its adjective */
  bool heavy = place_is_heavy(weight) && weight < place_kind_weight(KIND_CONTINENT);
  if (name->al && !heavy && only_nisba(s, i, name) && !country_by_adjective(s, i, name)) return false;
  return !describes_noun(s, i, name);
}

/* «في المملكة»: a level word with the article that is what a country is called. */
static bool read_kingdom(const Finder *f, uint32_t i, const Prefix *prefix, PlaceDraft *d) {
  const Scan *s = &f->scan;
  Match name;
  int weight = 0;
  if (prefix->n != 1 || !prefix->al || !name_at(s, i, true, &name, &weight) || name.last != prefix->last) return false;
  if (!name.al || weight + UNDOUBTED < place_kind_weight(KIND_COUNTRY) || !stands_bare(f, &name, weight, false))
    return false;
  *d = (PlaceDraft){.first = i, .row = ROW_NONE, .container = ROW_NONE};
  set_name(d, &name, weight, 0);
  return true;
}

static bool draft_at(const Finder *f, uint32_t i, bool listed, PlaceDraft *d) {
  const Scan *s = &f->scan;
  *d = (PlaceDraft){.first = i, .row = ROW_NONE, .container = ROW_NONE, .node = PHRASES_NONE};
  Match name;
  int weight = 0;
  if (read_here(s, d)) return true;
  if (read_lands(s, d)) return true;
  Prefix prefix = {.last = i};
  /* «محافظات القاهرة والغربية»: Gharbia, and no western one */
  bool whole = listed && name_at(s, i, true, &name, &weight) && name.al && place_is_heavy(weight + UNDOUBTED);
  if (!whole) read_prefix(s, d, &prefix);
  bool line = !prefix.n || scan_same_line(s, prefix.last);
  if (prefix.stranded) return read_nisba(s, d);
  uint32_t at = prefix.n && line ? scan_past_quote(s, place_past_list_sign(s, d, prefix.last)) : prefix.last;
  if (prefix.n && line && nested_lands(s, d, at)) return true;
  bool found = line && listed_name_at(s, at, !prefix.n, listed && !prefix.n, &name, &weight);
  uint32_t of = at;
  if (!found && prefix.n && prefix.al && read_of(s, d, &of))
    found = name_at(s, of, true, &name, &weight) && (of > at ? !name.cut : (name.clitics & CLITIC_LI) != 0);
  if (found && (prefix.n ? fits_prefix(s, d, &prefix, &name, weight) : stands_bare(f, &name, weight, listed))) {
    if (!prefix.n && name.last > name.first + 1) own_level(s, &name, d);
    set_name(d, &name, weight, prefix.n);
    read_suffix(s, d);
    return true;
  }
  if (prefix.n && !prefix.al && place_read_unknown(f, d, prefix.last)) return read_suffix(s, d), true;
  return read_kingdom(f, i, &prefix, d) || read_nisba(s, d);
}

/* Does a place begin there in which the one before it may lie: «بولاية تنيسي», «في جورجيا», «شمال شتوتغارت»? */
static bool may_lie_in(const Finder *f, uint32_t i) {
  const Scan *s = &f->scan;
  PlaceDraft d;
  bool in = scan_same_line(s, i) && scan_is_in(s, i);
  if (!scan_same_line(s, i + in) || !draft_at(f, i + in, false, &d) || d.signs & (SIGN_NISBA | SIGN_UNKNOWN))
    return false;
  bool of = d.cut && (uint8_t)token_fold(s->text, i).p[d.cut - 1] == LETTER_BA;
  bool known = d.signs & (SIGN_LEVEL | SIGN_AREA | SIGN_DIRECTION) || place_is_heavy(d.weight);
  return known && (in || of || (!d.cut && d.signs & SIGN_DIRECTION));
}

/* «في لاوفن بشمال شتوتغارت», «في "تريب" جنوبي البلاد» */
static bool read_held(const Finder *f, uint32_t i, PlaceDraft *d) {
  uint32_t end = place_bare_unknown(f, i);
  if (end == i || !may_lie_in(f, scan_past_quote(&f->scan, end))) return false;
  *d = (PlaceDraft){.first = i,
                    .last = end,
                    .name_first = i,
                    .name_last = end,
                    .node = PHRASES_NONE,
                    .row = ROW_NONE,
                    .container = ROW_NONE,
                    .level = LEVEL_CITY,
                    .signs = SIGN_UNKNOWN | SIGN_HELD};
  return true;
}

#define COMMON_KINDS                                                                                       \
  (PREFIX_KINDS | KIND_BIT(WORD_METRE) | KIND_BIT(WORD_HEAD) | KIND_BIT(WORD_POST) | KIND_BIT(WORD_RANK) | \
   KIND_BIT(WORD_DIVINE) | KIND_BIT(WORD_SECOND))

/* «البلاد», «المركز»: villages have such names, texts mean the words. */
static bool is_stop(const Scan *s, const PlaceDraft *d, int weight, bool listed) {
  Match m;
  if (listed && d->al && place_is_heavy(weight + UNDOUBTED)) return false;
  if (d->signs & SIGN_LEVEL && !(d->signs & (SIGN_WEAK | SIGN_OWN_LEVEL))) return false; /* «حي السلام» */
  if (d->signs & SIGN_LEVEL && d->level == LEVEL_ADMIN1 && !d->al) return false;         /* «ولاية مون» */
  if (weight < place_kind_weight(KIND_REGION) && d->name_last == d->name_first + 1 &&
      scan_word(s, d->name_first, COMMON_KINDS, true, &m) && m.last == d->name_last)
    return true;
  const WordRow *stop = scan_word(s, d->name_first, KIND_BIT(WORD_STOP), true, &m);
  if (!stop || (stop->value && d->al && d->signs & (SIGN_LEVEL | SIGN_AREA))) return false; /* «جسر الجمهورية» */
  /* «مسقط رأسه» (his birthplace) begins with a capital's name */
  return m.last > d->name_last || (m.last == d->name_last && !(m.flags & NAME_AL) == !d->al);
}

/* «شركة تويوتا», «نادي ليفربول»: the name is the body's. */
static bool of_organisation(const Finder *f, const PlaceDraft *d) {
  const Scan *s = &f->scan;
  if (!d->first || d->cut || s->text->tokens[d->first].flags & TOKEN_LINE || d->first != d->name_first) return false;
  const Reading *r = scan_reading(s, d->first - 1);
  return r->pos == POS_NOUN && !(r->clitics & CLITIC_AL) && !r->enclitic && scan_classes(s, d->first - 1) & f->bodies;
}

/* «فيكتوريا مارينوفا», «فلاديمير سافتشينكو»: a bare name, no place's but that of a far town, with another behind it
 * that no table has. */
static bool begins_person(const Finder *f, const PlaceDraft *d) {
  const Scan *s = &f->scan;
  uint32_t next = d->last;
  if (d->first != d->name_first || d->cut || d->last != d->first + 1 || d->signs & (SIGN_NISBA | SIGN_UNKNOWN))
    return false;
  if (d->weight > place_kind_weight(KIND_CITY) || !scan_same_line(s, next) || !scan_is_word(s, next)) return false;
  const Reading *own = scan_reading(s, d->first), *r = scan_reading(s, next);
  if (!(own->guessed || own->pos == POS_PROPER) || !r->guessed || r->pos != POS_PROPER || r->clitics || r->enclitic)
    return false;
  bool joined = (uint8_t)token_fold(s->text, next).p[0] == LETTER_WAW; /* «إكسون موبيل وفاليرو» */
  if (scan_known(s, next)) return false;                               /* «حلب بأكملها» */
  return !joined && !s->at[next].n && !(f->taken[next] & (TAKEN_ACTOR | TAKEN_DATE));
}

void place_find(Finder *f, PlaceDrafts *drafts) {
  const Scan *s = &f->scan;
  for (uint32_t i = 0; i < s->text->ntokens; i++) {
    PlaceDraft d;
    if (!scan_is_word(s, i) || f->taken[i] & TAKEN_DATE) continue;
    bool listed = place_listed(s, i, drafts);
    if (!draft_at(f, i, listed, &d) && !place_joined_unknown(f, i, drafts, &d) && !read_held(f, i, &d)) continue;
    if (f->taken[d.name_first] & TAKEN_DATE) continue; /* «في المدينة ظهر اليوم»: at noon */
    if (!(d.signs & (SIGN_NISBA | SIGN_UNKNOWN)) && is_stop(s, &d, d.weight, listed)) continue;
    place_read_signs(s, &d);
    d.signs |= place_joined(s, &d, drafts);
    place_inherit(&d, drafts);
    place_read_governed(s, &d);
    if (!(d.signs & (SIGN_IN | SIGN_PREP | SIGN_JOINED | SIGN_METRE)) && begins_person(f, &d)) continue;
    if (f->taken[i] & (TAKEN_ACTOR | TAKEN_PERSON) || of_organisation(f, &d))
      d.use = PLACE_IN_NAME;
    else if (f->taken[i] & TAKEN_TITLE)
      d.use = PLACE_IN_TITLE;
    vec_push(drafts, s->arena, d);
    i = d.last - 1;
  }
}
