/* Actors: names that are listed, and names built from a head and a complement.
 *
 *   listed    «قوات سوريا الديمقراطية - قسد», «"قسد"», «تنظيم "الدولة الإسلامية"»
 *   built     «الجيش العراقي»       the Iraqi army: head + nisba, the country is Iraq
 *             «وزارة الخارجية الأمريكية»  head + part + nisba
 *             «طيران التحالف الدولي»  head + a listed actor
 *             «كتائب "عبد الله عزام"»  head of names that may be any words
 *   back      «التنظيم», «المرصد»: the last actor of that type in the text
 *
 * A listed name beats a built one of the same length. Quotes may stand inside a name. */
#include "know/find.h"

enum { COMPLEMENT_MAX = 8, QUOTED_MAX = 6, BAND_WORDS = 3 };

/* A name while it is read. */
typedef struct Draft {
  uint32_t first, last;
  uint8_t cut;
  uint32_t actor;  /* the listed row, or ROW_NONE */
  uint32_t type;   /* of the head, where built */
  uint32_t within; /* a listed actor in the complement, or ROW_NONE */
  uint16_t country;
  bool open_quote;
} Draft;

static uint32_t day_of(Day d) { return d.year > 0 ? (uint32_t)d.year * 10000 + d.month * 100u + d.day : 0; }

/* A row's fitness on the day of publication: names are handed on («الجيش السوري»). */
static int validity(const ActorRow *a, uint32_t day) {
  if (!day) return a->to ? 0 : 1;
  if (a->from && day < a->from) return 0;
  return a->to && day > a->to ? 0 : 1;
}

static uint32_t listed_row(const Scan *s, const Match *m) {
  PhraseValues values = scan_values(s, m);
  uint32_t best = ROW_NONE, day = day_of(s->in->published);
  int fit = -1;
  for (uint32_t i = 0; i < values.n; i++) {
    if (value_kind(values.at[i]) != KNOW_ACTOR) continue;
    /* «الحشد» is one, «حشد» a crowd */
    if (m->last == m->first + 1 && value_flags(values.at[i]) & NAME_AL && !m->al) continue;
    uint32_t row = value_index(values.at[i]);
    int now = validity(&s->know->actors[row], day);
    if (now > fit) fit = now, best = row;
  }
  return best;
}

/* The longest listed name at a token; with `clitics` also behind و ب ل. */
static uint32_t listed_at(const Scan *s, uint32_t token, bool clitics, Match *match) {
  for (uint32_t i = 0; token < s->text->ntokens && i < s->at[token].n; i++) {
    const Match *m = &s->at[token].at[i];
    if (m->cut && !clitics) continue;
    uint32_t row = listed_row(s, m);
    if (row == ROW_NONE) continue;
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

static bool agrees(const Match *head, const Match *part) { return !head->al || part->al; }

/* One step of the complement: true where the name goes on. */
static bool complement_step(const Finder *f, const Match *head, const WordRow *row, Draft *d, bool *found) {
  const Scan *s = &f->scan;
  uint32_t i = d->last;
  if (i >= s->text->ntokens || s->text->tokens[i].flags & TOKEN_LINE) return false;
  if (scan_is_quote(s, i)) {
    uint32_t end = quote_end(s, i);
    if (!end || *found) return false;
    Match m;
    uint32_t inside = listed_at(s, i + 1, false, &m);
    if (inside == ROW_NONE && row->kind == WORD_HEAD) return false;
    if (inside != ROW_NONE) d->within = inside;
    d->last = end;
    *found = true;
    return true;
  }
  Match m;
  const WordRow *nisba = scan_word(s, i, KIND_BIT(WORD_NISBA), false, &m);
  if (nisba && agrees(head, &m)) {
    d->last = m.last;
    if (!d->country) d->country = s->know->places[nisba->value].country;
    *found = true;
    return true;
  }
  uint32_t listed = listed_at(s, i, true, &m);
  if (listed != ROW_NONE && !*found && (!m.cut || m.clitics & CLITIC_LI) && !(m.clitics & CLITIC_CONJ)) {
    d->within = listed;
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
static bool place_complement(const Finder *f, const Match *head, Draft *d) {
  const Scan *s = &f->scan;
  uint32_t i = d->last;
  if (head->al || i >= s->text->ntokens || s->text->tokens[i].flags & TOKEN_LINE) return false;
  for (uint32_t k = 0; k < s->at[i].n; k++) {
    const Match *m = &s->at[i].at[k];
    int weight;
    uint32_t flags, row = m->cut ? ROW_NONE : place_heaviest(s, m, &weight, &flags);
    if (row == ROW_NONE || weight < 20 || flags & NAME_COMMON) continue;
    d->last = m->last;
    d->country = s->know->places[row].country;
    return true;
  }
  return false;
}

/* «وزارة الخارجية», «كتائب عبد الله عزام»: words that no table has. */
static bool free_complement(const Finder *f, const WordRow *row, Draft *d) {
  const Scan *s = &f->scan;
  uint32_t most = row->kind == WORD_BAND ? BAND_WORDS : 1, i = d->last;
  for (; i < d->last + most && !ends_name(s, i); i++) {
    const Reading *r = scan_reading(s, i);
    if (r->clitics & (CLITIC_CONJ | CLITIC_PREP)) break;
    if (row->kind == WORD_BODY && !(r->clitics & CLITIC_AL)) break;
    if (row->kind == WORD_BAND && !(r->clitics & CLITIC_AL) && r->pos != POS_PROPER && !r->guessed) break;
  }
  if (i == d->last) return false;
  d->last = i;
  return true;
}

static bool built_at(const Finder *f, uint32_t token, Draft *d) {
  const Scan *s = &f->scan;
  Match head;
  const WordRow *row =
      scan_word(s, token, KIND_BIT(WORD_HEAD) | KIND_BIT(WORD_BAND) | KIND_BIT(WORD_BODY), true, &head);
  if (!row || scan_reads_verb(s, token)) return false;
  *d = (Draft){
      .first = token, .last = head.last, .cut = head.cut, .actor = ROW_NONE, .type = row->value, .within = ROW_NONE};
  bool found = false;
  for (int i = 0; i < COMPLEMENT_MAX && complement_step(f, &head, row, d, &found); i++) {
  }
  if (!found) found = place_complement(f, &head, d);
  if (!found && row->kind != WORD_HEAD && !head.al && free_complement(f, row, d)) {
    found = true;
    for (int i = 0; i < COMPLEMENT_MAX && complement_step(f, &head, row, d, &found); i++) {
    }
  }
  return found;
}

/* «- قسد», «(قسد)», «الإرهابي» behind a listed name. */
static void extend_listed(const Scan *s, Draft *d) {
  Match m;
  while (scan_word(s, d->last, KIND_BIT(WORD_LABEL), false, &m)) d->last = m.last;
  uint8_t sign = d->last < s->text->ntokens ? token_sign(s->text, d->last) : 0;
  if (sign != '-' && sign != '(' && sign != '"') return;
  uint32_t at = scan_past_quote(s, d->last + 1);
  if (listed_at(s, at, false, &m) != d->actor) return;
  uint32_t end = scan_past_quote(s, m.last);
  if (sign == '(' && (end >= s->text->ntokens || token_sign(s->text, end) != ')')) return;
  d->last = end + (sign == '(');
}

static bool actor_at(const Finder *f, uint32_t token, Draft *d) {
  const Scan *s = &f->scan;
  Draft built;
  bool has_built = built_at(f, token, &built);
  Match m;
  uint32_t row = listed_at(s, token, true, &m);
  if (row != ROW_NONE && (!has_built || m.last >= built.last)) {
    *d = (Draft){.first = token, .last = m.last, .cut = m.cut, .actor = row, .within = ROW_NONE};
    extend_listed(s, d);
    return true;
  }
  *d = built;
  return has_built;
}

static Str type_name(const Know *k, uint32_t type) {
  return type < k->ntypes ? strings_at(&k->texts, k->types[type].name) : STR_NONE;
}

static void put_actor(Finder *f, const Draft *d) {
  const Know *k = f->scan.know;
  ActorMention m = {.span = scan_span(&f->scan, d->first, d->cut, d->last), .first = d->first, .last = d->last};
  if (d->actor != ROW_NONE) {
    const ActorRow *a = &k->actors[d->actor];
    m.id = strings_at(&k->texts, a->id);
    m.name_en = strings_at(&k->texts, a->name_en);
    m.type = strings_at(&k->texts, a->type);
    m.country = country_str(&a->country);
    m.classes = a->classes;
    m.source = a->source;
  } else {
    m.generic = true;
    m.type = type_name(k, d->type);
    m.classes = d->type < k->ntypes ? k->types[d->type].classes : 0;
    if (d->within != ROW_NONE) m.country = country_str(&k->actors[d->within].country);
    if (d->country) m.country = country_copy(f->scan.arena, d->country);
  }
  vec_push(&f->actors, f->scan.arena, m);
  f->actor_of[d->first] = d->actor != ROW_NONE ? d->actor : d->within;
  take(f, d->first, d->last, TAKEN_ACTOR);
}

void find_actors(Finder *f) {
  for (uint32_t i = 0; i < f->scan.text->ntokens; i++) {
    Draft d;
    if (!scan_is_word(&f->scan, i) || !actor_at(f, i, &d)) continue;
    put_actor(f, &d);
    i = d.last - 1;
  }
}
