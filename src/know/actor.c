/* Actors: names that are listed, and names built from a head and a complement.
 *
 *   listed    «قوات سوريا الديمقراطية - قسد», «"قسد"», «تنظيم "الدولة الإسلامية"»
 *   built     «الجيش العراقي»       the Iraqi army: head + nisba, the country is Iraq
 *             «وزارة الخارجية الأمريكية»  head + part + nisba
 *             «طيران التحالف الدولي»  head + a listed actor
 *             «كتائب "عبد الله عزام"»  head of names that may be any words
 *   back      «التنظيم», «الحركة»: the last actor before whose name began with the word, or
 *             that is of its type
 *
 * A listed name beats a built one of the same length. Quotes may stand inside a name. A
 * listed name that is an everyday word too («القاعدة» the base, «الحشد» the crowd) counts
 * where the text has the actor's unmistakable name as well, or a noun of people before it. */
#include "know/find.h"
#include "lang/word.h"
#include "text/letter.h"

enum { COMPLEMENT_MAX = 8, QUOTED_MAX = 6, BAND_WORDS = 3, BACK_REACH = 24 };

/* A name while it is read. */
typedef struct Draft {
  uint32_t first, last;
  uint8_t cut;
  uint32_t actor;  /* the listed row, or ROW_NONE */
  uint32_t type;   /* of the head, where built */
  uint32_t within; /* a listed actor in the complement, or ROW_NONE */
  uint16_t country;
  bool open_quote;
  bool by_guess; /* of words that no table has */
} Draft;

typedef struct ActorFinder {
  Finder *f;
  const Scan *s;
  uint8_t *told;   /* [nactors]: the text has an unmistakable name of it */
  uint8_t *unsure; /* [ntokens]: several share the name that begins there, and nothing tells which it is */
  ClassSet people; /* «عناصر», «مقاتلي» */
  ClassSet own;    /* of types that fight as one body with whom they belong to */
  ClassSet bodies; /* of nouns that are actors themselves: «رويترز» */
} ActorFinder;

/* A row's fitness on the day of publication: names are handed on («الجيش السوري»). */
static int validity(const ActorRow *row, uint32_t day) {
  if (!day) return row->to ? 0 : 1;
  if (row->from && day < row->from) return 0;
  return row->to && day > row->to ? 0 : 1;
}

/* «الحوثيين», «المستوطنون»: a plural of people with the article, which is listed as somebody's name. */
static bool names_people(const Match *m, const Reading *r) {
  return m->al && r->number == NUMBER_PLURAL && r->gender == GENDER_MASCULINE && r->pos != POS_VERB;
}

/* An everyday word here: «القاعدة العسكرية», «بحماس شديد». */
static bool is_weak(const ActorFinder *a, const Match *m, uint32_t flags) {
  const Scan *s = a->s;
  const Reading *r = scan_reading(s, m->first);
  if (m->last > m->first + 1 || !(flags & NAME_WORD)) return false;
  if (r->guessed) return false;
  if (m->clitics & CLITIC_BI && flags & NAME_COMMON) return true; /* «بحماس»: with zeal */
  if (r->pos == POS_PROPER || names_people(m, r)) return false;
  ClassSet classes = scan_noun_classes(s, m->first);
  return !scan_reads_proper(s, m->first) || (classes && !(classes & a->bodies));
}

/* «القاعدة العسكرية»: an adjective makes it the common noun. */
static bool described(const Scan *s, const Match *m) {
  if (m->last > m->first + 1 || !m->al || !scan_is_word(s, m->last) || s->text->tokens[m->last].flags & TOKEN_LINE)
    return false;
  const Reading *next = scan_reading(s, m->last);
  return next->pos == POS_ADJ && (next->clitics & ~CLITIC_AL) == 0 && next->clitics &&
         scan_reading(s, m->first)->pos == POS_NOUN &&
         !scan_word(s, m->last, KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_LABEL), false, NULL);
}

/* The listed rows that a match names, of those that fit best on the day of publication; how many. */
static uint32_t fitting_rows(const ActorFinder *a, const Match *m, uint32_t rows[RIVALS_MOST], uint32_t *flags) {
  const Scan *s = a->s;
  if (!(m->kinds & NODE_ACTOR)) return 0;
  PhraseValues values = scan_values(s, m);
  uint32_t n = 0, day = day_of(s->in->published);
  int fit = -1;
  for (uint32_t i = 0; i < values.n; i++) {
    uint32_t own = value_flags(values.at[i]);
    if (value_kind(values.at[i]) != KNOW_ACTOR) continue;
    /* «الحشد» is one, «حشد» a crowd; «تحالف عربي» some alliance */
    if (own & NAME_AL && !m->al) continue;
    if (!(own & NAME_AL) && m->al) continue;
    uint32_t row = value_index(values.at[i]);
    int now = validity(&s->know->actors[row], day);
    if (now < fit) continue;
    if (now > fit) fit = now, n = 0;
    if (!n) *flags = own;
    if (n < RIVALS_MOST) rows[n++] = row;
  }
  return n;
}

/* The listed row that a match means; ROW_NONE where it names none. Where several share the name and nothing tells
 * which, it is one of them, and unsure. */
static uint32_t listed_row(const ActorFinder *a, const Match *m, bool *weak) {
  uint32_t rows[RIVALS_MOST], flags = 0, n = fitting_rows(a, m, rows, &flags);
  if (!n) return ROW_NONE;
  *weak = is_weak(a, m, flags);
  if (n == 1) return rows[0];
  uint32_t row = theatre_choose(a->f, rows, n, m->first, a->told);
  a->unsure[m->first] = row == ROW_NONE;
  return row == ROW_NONE ? rows[0] : row;
}

/* «عناصر القاعدة», «زعيم القاعدة» */
static bool after_people(const ActorFinder *a, uint32_t token) {
  if (!token || a->s->text->tokens[token].flags & TOKEN_LINE) return false;
  const Reading *r = scan_reading(a->s, token - 1);
  bool noun = r->pos == POS_NOUN || r->pos == POS_ADJ;
  return noun && !(r->clitics & CLITIC_AL) && scan_classes(a->s, token - 1) & a->people;
}

/* The longest listed name at a token; with `clitics` also behind و ب ل. */
static uint32_t listed_at(const ActorFinder *a, uint32_t token, bool clitics, Match *match) {
  const Scan *s = a->s;
  for (uint32_t i = 0; token < s->text->ntokens && i < s->at[token].n; i++) {
    const Match *m = &s->at[token].at[i];
    bool weak = false;
    if ((m->cut && !clitics) || (m->cut && !scan_cut_fits(s, m))) continue;
    uint32_t row = listed_row(a, m, &weak);
    if (weak && described(s, m)) continue;
    if (row == ROW_NONE || (weak && !a->told[row] && !after_people(a, token))) continue;
    *match = *m;
    return row;
  }
  return ROW_NONE;
}

/* Where the quote that opens at token `i` closes, or 0. */
static uint32_t quote_end(const Scan *s, uint32_t i) {
  for (uint32_t k = i + 1; k < s->text->ntokens && k <= i + 1 + QUOTED_MAX; k++) {
    if (s->text->tokens[k].flags & TOKEN_LINE) return 0;
    if (scan_is_quote(s, k)) return k > i + 1 ? k + 1 : 0;
  }
  return 0;
}

/* The article agrees, and beside the head the gender: «شركات الطيران البريطانية» are British
 * companies; «الشرطة الإسرائيلية الفلسطينيين» are two. */
static bool agrees(const Scan *s, const Match *head, const Match *part, bool found) {
  if (head->al && !part->al) return false;
  const Reading *r = scan_reading(s, head->last - 1);
  const Reading *last = scan_reading(s, part->last - 1);
  if (head->al && r->gender == GENDER_FEMININE && last->gender == GENDER_MASCULINE && last->dual_or_plural)
    return false;
  Str fold = token_fold(s->text, part->last - 1);
  bool masculine = r->gender == GENDER_MASCULINE && r->number == NUMBER_SINGULAR && r->pos == POS_NOUN;
  bool feminine = fold.n && (uint8_t)fold.p[fold.n - 1] == LETTER_HA;
  return found || part->first != head->last || !masculine || !feminine;
}

/* One step of the complement: true where the name goes on. */
static bool complement_step(const ActorFinder *a, const Match *head, const WordRow *row, Draft *d, bool *found) {
  const Scan *s = a->s;
  uint32_t i = d->last;
  if (i >= s->text->ntokens || s->text->tokens[i].flags & TOKEN_LINE) return false;
  if (scan_is_quote(s, i)) {
    uint32_t end = quote_end(s, i);
    Match m;
    if (!end || *found) return false;
    if (head->al && listed_at(a, i + 1, false, &m) == ROW_NONE) return false;
    uint32_t inside = listed_at(a, i + 1, false, &m);
    if (inside == ROW_NONE && row->kind == WORD_HEAD) return false;
    if (inside != ROW_NONE) d->within = inside;
    d->last = end;
    *found = true;
    return true;
  }
  Match m;
  const WordRow *nisba = scan_word(s, i, KIND_BIT(WORD_NISBA), false, &m);
  if (nisba && agrees(s, head, &m, *found)) {
    d->last = m.last;
    if (!d->country) d->country = s->know->places[nisba->value].country;
    *found = true;
    return true;
  }
  uint32_t listed = listed_at(a, i, true, &m);
  bool idafa = !m.cut && !head->al; /* «اتهمت المعارضة قوات النظام»: two names */
  if (listed != ROW_NONE && !*found && (idafa || m.clitics & CLITIC_LI) && !(m.clitics & CLITIC_CONJ)) {
    d->within = a->unsure[i] ? ROW_NONE : listed;
    d->last = m.last;
    *found = true;
    return false;
  }
  if (scan_word(s, i, KIND_BIT(WORD_TAIL) | KIND_BIT(WORD_LABEL), false, &m)) {
    d->last = m.last;
    return true;
  }
  return false;
}

/* «حكومة العراق», «شرطة بغداد»: a weighty place as the head's complement. */
static bool place_complement(const ActorFinder *a, const Match *head, Draft *d) {
  enum { WEIGHT_LEAST = 20 };
  const Scan *s = a->s;
  uint32_t i = d->last;
  if (head->al || i >= s->text->ntokens || s->text->tokens[i].flags & TOKEN_LINE) return false;
  for (uint32_t k = 0; k < s->at[i].n; k++) {
    const Match *m = &s->at[i].at[k];
    int weight;
    uint32_t flags, row = m->cut ? ROW_NONE : place_heaviest(s, m, &weight, &flags);
    if (row == ROW_NONE || weight < WEIGHT_LEAST || flags & NAME_COMMON) continue;
    d->last = m->last;
    d->country = s->know->places[row].country;
    return true;
  }
  return false;
}

static bool free_word(const Scan *s, const WordRow *row, uint32_t i) {
  if (ends_name(s, i)) return false;
  const Reading *r = scan_reading(s, i);
  if (r->clitics & (CLITIC_CONJ | CLITIC_PREP)) return false;
  bool proper =
      r->guessed || r->pos == POS_PROPER || scan_word(s, i, KIND_BIT(WORD_GIVEN) | KIND_BIT(WORD_SERVANT), false, NULL);
  if (row->kind == WORD_BODY) return r->clitics & CLITIC_AL;
  return proper || (!(row->arg == HEAD_STRICT) && r->clitics & CLITIC_AL);
}

/* «وزارة الخارجية», «كتائب عبد الله عزام»: words that no table has. */
static bool free_complement(const ActorFinder *a, const WordRow *row, Draft *d) {
  uint32_t most = row->kind == WORD_BAND ? BAND_WORDS : 1, i = d->last;
  /* a word with the article ends the iḍāfa: only its adjectives follow */
  bool closed = i > d->first + 1 && scan_reading(a->s, i - 1)->clitics & CLITIC_AL;
  for (; i < d->last + most && free_word(a->s, row, i); i++) {
    const Reading *r = scan_reading(a->s, i);
    if (closed && r->pos != POS_ADJ) break;
    closed |= (r->clitics & CLITIC_AL) != 0;
  }
  if (i == d->last) return false;
  d->last = i;
  return true;
}

/* «مديرية السوادية»: what names a level of places, before a name that no table need have, is no body. */
static bool names_level(const Scan *s, uint32_t token, const Match *head) {
  Match m;
  const WordRow *level = scan_word(s, token, KIND_BIT(WORD_LEVEL), true, &m);
  if (!level || level->value & LEVEL_WEAK || m.last != head->last || ends_name(s, m.last)) return false;
  const Reading *r = scan_reading(s, m.last);
  bool name = r->pos == POS_ADJ && r->clitics & CLITIC_AL && !head->al; /* no adjective: it would want «ال» before */
  return (name || r->guessed || r->pos == POS_PROPER) && !(r->clitics & CLITIC_PREP);
}

static bool built_at(const ActorFinder *a, uint32_t token, Draft *d) {
  const Scan *s = a->s;
  Match head;
  const WordRow *row = scan_word(s, token, KIND_BIT(WORD_BAND) | KIND_BIT(WORD_BODY), true, &head);
  if (!row) row = scan_word(s, token, KIND_BIT(WORD_HEAD), true, &head);
  if (!row || scan_reads_verb(s, token) || !scan_cut_fits(s, &head) || scan_reading(s, token)->pos == POS_ADJ ||
      names_level(s, token, &head))
    return false;
  if (row->arg == HEAD_ARTICLE && !head.al) return false; /* «احتلال الحوثيين المدينة» */
  *d = (Draft){
      .first = token, .last = head.last, .cut = head.cut, .actor = ROW_NONE, .type = row->value, .within = ROW_NONE};
  bool found = false;
  for (int i = 0; i < COMPLEMENT_MAX && complement_step(a, &head, row, d, &found); i++) {
  }
  if (!found && row->kind == WORD_BODY) found = d->last > head.last;
  if (!found && (row->kind != WORD_HEAD || row->arg == HEAD_PLACE)) found = place_complement(a, &head, d);
  if (!found && row->kind != WORD_HEAD && !head.al && free_complement(a, row, d)) {
    found = d->by_guess = true;
    for (int i = 0; i < COMPLEMENT_MAX && complement_step(a, &head, row, d, &found); i++) {
    }
  }
  return found;
}

/* «- قسد», «(قسد)», «الإرهابي» behind a listed name. */
static void extend_listed(const ActorFinder *a, Draft *d) {
  const Scan *s = a->s;
  Match m;
  while (scan_word(s, d->last, KIND_BIT(WORD_LABEL), false, &m)) d->last = m.last;
  uint8_t sign = d->last < s->text->ntokens ? token_sign(s->text, d->last) : 0;
  if (sign != '-' && sign != '(' && sign != '"') return;
  uint32_t at = scan_past_quote(s, d->last + 1);
  if (listed_at(a, at, false, &m) != d->actor) return;
  bool quoted = sign == '"' || at > d->last + 1;
  uint32_t end = quoted ? scan_past_quote(s, m.last) : m.last;
  if (sign == '(' && (end >= s->text->ntokens || token_sign(s->text, end) != ')')) return;
  d->last = end + (sign == '(');
}

static Str type_name(const Know *k, uint32_t type) {
  return type < k->ntypes ? strings_at(&k->texts, k->types[type].name) : STR_NONE;
}

/* Does a mention's name begin with the word whose key this is: «تنظيم داعش»? */
static bool headed(const ActorFinder *a, const ActorMention *m, Str key) {
  bool al;
  Str first = know_key(token_light(a->s->text, m->first), token_fold(a->s->text, m->first), &al);
  return m->last > m->first + 1 && str_eq(first, key);
}

/* The last actor before that the text has named with the word: «داعش» after «تنظيم داعش»
 * counts. */
static uint32_t last_headed(const ActorFinder *a, Str key) {
  uint32_t n = a->f->actors.n, from = n > BACK_REACH ? n - BACK_REACH : 0;
  uint32_t rows[BACK_REACH], nrows = 0;
  for (uint32_t i = from; i < n; i++)
    if (headed(a, &a->f->actors.at[i], key)) rows[nrows++] = a->f->actor_of[a->f->actors.at[i].first];
  for (uint32_t i = n; i-- > from;) {
    uint32_t row = a->f->actor_of[a->f->actors.at[i].first];
    for (uint32_t k = 0; k < nrows; k++)
      if (row != ROW_NONE && rows[k] == row) return row;
  }
  return ROW_NONE;
}

/* The actor of that type before, where there is but one. */
static uint32_t only_of_type(const ActorFinder *a, Str type) {
  uint32_t n = a->f->actors.n, from = n > BACK_REACH ? n - BACK_REACH : 0, only = ROW_NONE;
  for (uint32_t i = from; i < n; i++) {
    uint32_t row = a->f->actor_of[a->f->actors.at[i].first];
    if (row == ROW_NONE || !str_eq(a->f->actors.at[i].type, type)) continue;
    if (only != ROW_NONE && only != row) return ROW_NONE;
    only = row;
  }
  return only;
}

/* «التنظيم», «الحركة»: back to an actor that was named. */
static bool back_at(const ActorFinder *a, uint32_t token, Draft *d) {
  const Scan *s = a->s;
  Match m;
  const WordRow *w = scan_word(
      s, token, KIND_BIT(WORD_BACK) | KIND_BIT(WORD_HEAD) | KIND_BIT(WORD_BAND) | KIND_BIT(WORD_BODY), true, &m);
  if (!w || !m.al || m.last != token + 1 || !scan_cut_fits(s, &m)) return false;
  bool al;
  Str light = token_light(s->text, token), fold = token_fold(s->text, token);
  Str key = know_key(str_slice(light, m.cut, light.n), str_slice(fold, m.cut, fold.n), &al);
  const WordRow *back = scan_word(s, token, KIND_BIT(WORD_BACK), true, NULL);
  uint32_t row = last_headed(a, key);
  if (row == ROW_NONE && back) row = only_of_type(a, type_name(s->know, back->value));
  if (row == ROW_NONE) return false;
  *d = (Draft){.first = token, .last = m.last, .cut = m.cut, .actor = row, .within = ROW_NONE};
  return true;
}

/* «قناة السويس» is no channel. */
static bool is_place_name(const Scan *s, const Draft *d) {
  for (uint32_t k = 0; k < s->at[d->first].n; k++) {
    const Match *m = &s->at[d->first].at[k];
    int weight;
    uint32_t flags;
    if (m->cut == d->cut && m->last >= d->last && place_heaviest(s, m, &weight, &flags) != ROW_NONE) return true;
  }
  return false;
}

/* «مديرية المحفد» is a district, «مديرية الأمن» a body; «جبهة نهم» is a front, «جبهة النصرة» a band: one word of a unit
 * of land or a stretch of it, and a place behind it that fills the rest. */
static bool is_land(const Scan *s, const Draft *d) {
  Match unit;
  if (!scan_word(s, d->first, KIND_BIT(WORD_LEVEL) | KIND_BIT(WORD_AREA), true, &unit) || unit.last != d->first + 1)
    return false;
  if (unit.last >= d->last) return false;
  for (uint32_t k = 0; k < s->at[unit.last].n; k++) {
    const Match *m = &s->at[unit.last].at[k];
    int weight;
    uint32_t flags;
    if (!m->cut && m->last >= d->last && place_heaviest(s, m, &weight, &flags) != ROW_NONE) return true;
  }
  return false;
}

static bool actor_at(const ActorFinder *a, uint32_t token, Draft *d) {
  Draft built;
  bool has_built = built_at(a, token, &built);
  Match m;
  uint32_t row = listed_at(a, token, true, &m);
  /* «حزب الله حسن نصر الله»: behind the whole of a listed name stands somebody else's */
  bool whole = row != ROW_NONE && has_built && built.by_guess && m.last > token + 1;
  if (row != ROW_NONE && (!has_built || whole || m.last >= built.last)) {
    *d = (Draft){.first = token, .last = m.last, .cut = m.cut, .actor = row, .within = ROW_NONE};
    extend_listed(a, d);
    return true;
  }
  if (has_built && (is_place_name(a->s, &built) || is_land(a->s, &built))) return false;
  *d = built;
  return has_built || back_at(a, token, d);
}

/* «ميليشيات الحوثيين», «طيران التحالف»: the body of the actor it belongs to. */
static bool is_own_body(const ActorFinder *a, const Draft *d) {
  const Know *k = a->s->know;
  if (d->within == ROW_NONE || d->type >= k->ntypes) return false;
  return k->types[d->type].classes & a->own && k->actors[d->within].classes & a->own;
}

/* «طائرات روسية», «مدفعية النظام السوري» */
static uint32_t own_forces(const ActorFinder *a, const Draft *d) {
  const Know *k = a->s->know;
  uint32_t day = day_of(a->s->in->published);
  if (!str_eq(type_name(k, d->type), STR("military"))) return ROW_NONE;
  if (d->within != ROW_NONE) return forces_of_body(k, d->within, day);
  return forces_of_country(k, d->country, day);
}

static void put_row(ActorMention *m, const Know *k, uint32_t row) {
  const ActorRow *a = &k->actors[row];
  m->id = strings_at(&k->texts, a->id);
  m->name_en = strings_at(&k->texts, a->name_en);
  m->parent = a->parent == ROW_NONE ? STR_NONE : strings_at(&k->texts, k->actors[a->parent].id);
  m->type = strings_at(&k->texts, a->type);
  m->country = country_str(&a->country);
  m->classes = a->classes;
  m->source = a->source;
}

static void put_actor(ActorFinder *a, const Draft *d) {
  const Scan *s = a->s;
  const Know *k = s->know;
  ActorMention m = {.span = scan_span(s, d->first, d->cut, d->last), .first = d->first, .last = d->last};
  bool unsure = d->actor != ROW_NONE && a->unsure[d->first];
  if (unsure) {
    m.type = strings_at(&k->texts, k->actors[d->actor].type);
    m.classes = k->actors[d->actor].classes;
  } else if (d->actor != ROW_NONE) {
    put_row(&m, k, d->actor);
  } else if (is_own_body(a, d)) {
    put_row(&m, k, d->within);
    m.generic = true;
  } else if (own_forces(a, d) != ROW_NONE) {
    put_row(&m, k, own_forces(a, d));
    m.generic = true;
  } else {
    m.generic = true;
    m.type = type_name(k, d->type);
    m.classes = d->type < k->ntypes ? k->types[d->type].classes : 0;
    if (d->within != ROW_NONE) m.country = country_str(&k->actors[d->within].country);
    if (d->country) m.country = country_copy(s->arena, d->country);
  }
  vec_push(&a->f->actors, s->arena, m);
  a->f->actor_of[d->first] = unsure ? ROW_NONE : d->actor != ROW_NONE ? d->actor : d->within;
  take(a->f, d->first, d->last, TAKEN_ACTOR);
}

/* Which actors the text names unmistakably. */
static void tell_names(ActorFinder *a) {
  const Scan *s = a->s;
  for (uint32_t i = 0; i < s->text->ntokens; i++)
    for (uint32_t k = 0; k < s->at[i].n; k++) {
      const Match *m = &s->at[i].at[k];
      uint32_t rows[RIVALS_MOST], flags = 0;
      uint32_t n = m->cut && !scan_cut_fits(s, m) ? 0 : fitting_rows(a, m, rows, &flags);
      if (n == 1 && !is_weak(a, m, flags)) a->told[rows[0]] = 1;
    }
}

void find_actors(Finder *f) {
  const Lexicon *x = f->scan.know->lexicon;
  ActorFinder a = {.f = f, .s = &f->scan};
  a.told = ARENA_ARRAY(f->scan.arena, uint8_t, f->scan.know->nactors + 1);
  a.unsure = ARENA_ARRAY(f->scan.arena, uint8_t, f->scan.text->ntokens + 1);
  if (!a.told || !a.unsure) return;
  a.people = lexicon_class(x, STR("person")) | lexicon_class(x, STR("group")) | lexicon_class(x, STR("leader"));
  a.own = lexicon_class(x, STR("force"));
  static const char *const bodies[] = {"organisation", "state", "media", "person", "fighter", "group"};
  a.bodies = a.own;
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) a.bodies |= lexicon_class(x, str_of(bodies[i]));
  tell_names(&a);
  for (uint32_t i = 0; i < f->scan.text->ntokens; i++) {
    Draft d;
    if (!scan_is_word(&f->scan, i) || !actor_at(&a, i, &d)) continue;
    put_actor(&a, &d);
    i = d.last - 1;
  }
}
