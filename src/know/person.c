/* Persons: names known by their parts, and unknown ones behind a title.
 *
 *   «العقيد واين ماروتو»          a rank, then any name
 *   «أبو حسن النعيمي»             a kunya with a nisba
 *   «خالد عيد أحمد الجبوري»       three given names and a family's nisba
 *   «المدعو أبو ياسر»             one who is called
 *
 * A name ends before a verb, a function word, a sign, or a word that the lexicon knows as
 * a common noun. */
#include "know/find.h"

#include "text/letter.h"

enum { NAME_TOKENS_MAX = 8 };

typedef enum Part { PART_NONE, PART_GIVEN, PART_FAMILY, PART_NAME, PART_KUNYA, PART_NISBA, PART_UNKNOWN } Part;

typedef struct Name {
  uint32_t first, last;
  uint8_t cut;
  uint32_t parts, known; /* parts in all, and those that the tables know */
  Part head, tail;
  bool weak; /* its first part is an everyday word too */
} Name;

#define NAME_KINDS (KIND_BIT(WORD_GIVEN) | KIND_BIT(WORD_FAMILY) | KIND_BIT(WORD_NAME))
#define TITLE_KINDS (KIND_BIT(WORD_TITLE) | KIND_BIT(WORD_RANK) | KIND_BIT(WORD_CALLED))

static bool guessed_name(const Scan *s, uint32_t i) {
  const Reading *r = scan_reading(s, i);
  return (r->guessed || r->pos == POS_PROPER) && r->pos != POS_VERB &&
         !(r->clitics & (CLITIC_CONJ | CLITIC_PREP | CLITIC_AL));
}

/* «النعيمي», «الجبوري»: article, ya, nothing else. */
static bool looks_nisba(const Scan *s, uint32_t i) {
  Str light = token_light(s->text, i);
  bool al;
  Str key = know_key(light, token_fold(s->text, i), &al);
  return al && key.n >= 3 && ((uint8_t)key.p[key.n - 1] == LETTER_YA);
}

/* One part of a name at token i; *last is the token behind it. */
static Part part_at(const Scan *s, uint32_t i, bool first, Match *m) {
  if (i >= s->text->ntokens || !scan_is_word(s, i)) return PART_NONE;
  if (!first && s->text->tokens[i].flags & TOKEN_LINE) return PART_NONE;
  const WordRow *w = scan_word(s, i, KIND_BIT(WORD_KUNYA), first, m);
  if (w && m->last < s->text->ntokens && !ends_name(s, m->last)) {
    m->last++;
    return PART_KUNYA;
  }
  Match god;
  w = scan_word(s, i, KIND_BIT(WORD_SERVANT), first, m);
  if (w && scan_word(s, m->last, KIND_BIT(WORD_DIVINE), false, &god)) return m->last = god.last, PART_GIVEN;
  w = scan_word(s, i, KIND_BIT(WORD_LINK), false, m);
  if (w && !first && m->last < s->text->ntokens && !ends_name(s, m->last)) return m->last++, PART_GIVEN;
  w = scan_word(s, i, NAME_KINDS, first, m);
  if (w) return w->kind == WORD_GIVEN ? PART_GIVEN : w->kind == WORD_FAMILY ? PART_FAMILY : PART_NAME;
  *m = (Match){.first = i, .last = i + 1};
  if (!first && !ends_name(s, i) && looks_nisba(s, i)) return PART_NISBA;
  return guessed_name(s, i) ? PART_UNKNOWN : PART_NONE;
}

static bool name_at(const Scan *s, uint32_t i, bool titled, Name *name) {
  *name = (Name){.first = i, .last = i};
  while (name->parts < NAME_TOKENS_MAX) {
    Match m;
    Part part = part_at(s, name->last, !name->parts && !titled, &m);
    if (part == PART_NONE || (part == PART_UNKNOWN && !titled && !name->known)) break;
    if (part == PART_NISBA && !name->known) break;
    if (!name->parts) name->head = part, name->cut = m.cut;
    name->parts++;
    name->known += part != PART_UNKNOWN && part != PART_NISBA;
    name->tail = part;
    name->last = m.last;
    if (part == PART_NISBA) break;
  }
  return name->parts > 0;
}

static bool good(const Name *n, bool titled) {
  if (titled) return n->parts > 0;
  if (n->head == PART_KUNYA) return true;
  return n->parts >= 2 && n->known >= 1 && n->head != PART_NISBA;
}

static void put_person(Finder *f, uint32_t first, uint8_t cut, uint32_t name_first, const Name *n, bool called) {
  const Scan *s = &f->scan;
  PersonMention m = {.first = first, .last = n->last, .called = called};
  m.span = scan_span(s, first, cut, n->last);
  m.name = scan_span(s, name_first, name_first == first ? cut : 0, n->last);
  if (name_first > first) m.title = scan_span(s, first, cut, name_first);
  m.kunya = n->head == PART_KUNYA && n->parts == 1;
  vec_push(&f->persons, s->arena, m);
  take(f, first, n->last, TAKEN_PERSON);
}

void find_persons(Finder *f) {
  const Scan *s = &f->scan;
  for (uint32_t i = 0; i < s->text->ntokens; i++) {
    if (!scan_is_word(s, i) || f->taken[i] & (TAKEN_ACTOR | TAKEN_DATE)) continue;
    uint32_t at = i;
    uint8_t cut = 0;
    bool called = false;
    Match m;
    const WordRow *w;
    while ((w = scan_word(s, at, TITLE_KINDS, at == i, &m))) {
      if (at == i) cut = m.cut;
      called |= w->kind == WORD_CALLED;
      at = scan_past_quote(s, m.last);
    }
    Name name;
    bool titled = at > i;
    if (!name_at(s, at, titled, &name) || !good(&name, titled)) continue;
    put_person(f, i, titled ? cut : name.cut, at, &name, called);
    i = name.last - 1;
  }
}
