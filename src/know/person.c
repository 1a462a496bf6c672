/* Persons: names known by their parts, and unknown ones where the words before announce them.
 *
 *   «العقيد واين ماروتو»            a rank, then any name
 *   «أبو حسن النعيمي»               a kunya with a nisba
 *   «خالد عيد أحمد الجبوري»         given names and a family's nisba
 *   «المدعو أبو ياسر»               one who is called
 *   «وزير الخارجية سيرغي لافروف»    a post with its complement, then a name
 *   «الناشطة الفلسطينية عهد سالم»   a role with the article, then a name without it
 *   «نادر سعادة (23 عاماً)»         words that an age follows
 *   «قال كوريلا»                    a name that the document gave in full before
 *
 * What a name is made of stands in person_name.c. */
#include "base/hash.h"
#include "know/person_name.h"
#include "lang/word.h"
#include "text/letter.h"

enum { POST_REACH = 8, MEMORY_SLOTS = 512, MEMORY_MAX = 200 };

typedef struct PersonFinder {
  Finder *f;
  const Scan *s;
  ClassSet speech;
  ClassSet roles;  /* «القاضي», «النادي»: what somebody or something is, rather than a name */
  ClassSet people; /* «الصحفي», «الوزير»: whom a name follows */
  ClassSet spokesmen;
  ClassSet time; /* «عام»: what an age is told in */
  uint32_t role; /* the token behind somebody's role, where no verb and no sign but a comma followed; 0 */
  uint32_t end;  /* the token behind the last name */
  uint64_t memory[MEMORY_SLOTS]; /* hashes of last names that were told in full */
  uint32_t remembered;
  bool final; /* the second time over the text: mentions are put */
} PersonFinder;

/* --- what the document told in full before --- */

static uint64_t memory_key(const Scan *s, uint32_t i) {
  bool al;
  Str key = know_key(token_light(s->text, i), token_fold(s->text, i), &al);
  uint64_t hash = hash64(key.p, key.n);
  return hash ? hash : 1;
}

static bool remembers(const PersonFinder *p, uint64_t key) {
  for (uint32_t i = (uint32_t)key;; i++) {
    uint64_t slot = p->memory[i % MEMORY_SLOTS];
    if (!slot || slot == key) return slot == key;
  }
}

/* «نوري المالكي», «توفيق الحكيم»: a family's name that is a word as well. */
static bool is_family_word(const Scan *s, const Name *n) {
  const Match *tail = &n->tail.m;
  bool family = n->tail.kind == PART_FAMILY || n->tail.kind == PART_NISBA;
  return family && tail->last == tail->first + 1 && scan_reading(s, tail->first)->clitics == CLITIC_AL &&
         n->head.kind == PART_GIVEN && !scan_word(s, tail->first, KIND_BIT(WORD_NISBA), false, NULL);
}

static void remember(PersonFinder *p, const Name *n) {
  uint32_t last = n->last - 1;
  const Reading *r = scan_reading(p->s, last);
  uint32_t end = 0;
  bool full = n->parts > 1 || (n->head.kind == PART_NAME && n->last > n->first + 1); /* «نواز شريف», listed whole */
  if (!full || p->remembered >= MEMORY_MAX) return;
  if (!r->guessed && r->pos != POS_PROPER && !is_family_word(p->s, n)) return;
  if (person_place_weight(p->s, last, 0, &end) >= PLACE_NAME) return;
  uint64_t key = memory_key(p->s, last);
  if (remembers(p, key)) return;
  uint32_t i = (uint32_t)key;
  while (p->memory[i % MEMORY_SLOTS]) i++;
  p->memory[i % MEMORY_SLOTS] = key;
  p->remembered++;
}

/* --- the text --- */

/* «حي الشيخ رضوان», «مطار الملك خالد»: the name is a place's. */
static bool names_place(const Scan *s, uint32_t i) {
  Match m;
  if (!i || s->text->tokens[i].flags & TOKEN_LINE) return false;
  return scan_word(s, i - 1, KIND_BIT(WORD_LEVEL) | KIND_BIT(WORD_AREA), true, &m) && m.last == i && !m.al &&
         scan_cut_fits(s, &m) && !scan_reads_verb(s, i - 1);
}

/* «مدن أصفهان وبندر عباس»: «و» joins the name to a list of places. */
static bool joined_to_places(const Scan *s, uint32_t i) {
  enum { REACH = 16 };
  if ((uint8_t)token_fold(s->text, i).p[0] != LETTER_WAW) return false;
  for (uint32_t k = i; k > 0 && i - k < REACH && !(s->text->tokens[k].flags & TOKEN_LINE); k--) {
    Match m;
    const WordRow *w = scan_word(s, k - 1, KIND_BIT(WORD_LEVEL) | KIND_BIT(WORD_AREA), true, &m);
    if (w && m.last == k && !m.al) return w->value & LEVEL_PLURAL && !scan_reads_verb(s, k - 1);
    if (token_sign(s->text, k - 1) != ',' && ends_name(s, k - 1)) return false;
  }
  return false;
}

static void put_person(PersonFinder *p, uint32_t first, uint8_t cut, uint32_t name_first, const Name *n, bool called) {
  const Scan *s = p->s;
  uint32_t place_last = 0; /* «الشيخ زويد» is a town */
  if (name_first > first && person_place_weight(s, first, cut, &place_last) >= TOWN_PLACE && place_last >= n->last)
    return;
  if (names_place(s, first) || (name_first == first && joined_to_places(s, first))) return;
  p->end = n->last;
  remember(p, n);
  if (!p->final) return;
  bool quoted = name_first > first && scan_is_quote(s, name_first - 1) && scan_is_quote(s, n->last);
  PersonMention m = {.first = first, .last = n->last + quoted, .called = called};
  m.span = scan_span(s, first, cut, m.last);
  m.name = scan_span(s, name_first, name_first == first ? cut : 0, n->last);
  if (name_first > first) m.title = scan_span(s, first, cut, name_first - scan_is_quote(s, name_first - 1));
  m.kunya = n->head.kind == PART_KUNYA && n->parts == 1;
  vec_push(&p->f->persons, s->arena, m);
  take(p->f, first, m.last, TAKEN_PERSON);
}

/* Titles before a name; returns the token behind them. «سيد» without the article announces
 * only names that are known. */
static uint32_t read_titles(const Scan *s, uint32_t i, uint8_t *cut, bool *called, bool *sure) {
  uint32_t at = i;
  Match m;
  const WordRow *w;
  while ((at == i || !(at < s->text->ntokens && s->text->tokens[at].flags & TOKEN_LINE)) &&
         (w = scan_word(s, at, PERSON_TITLES, at == i, &m))) {
    if (at == i) *cut = m.cut;
    *called |= w->kind == WORD_CALLED;
    *sure |= w->kind != WORD_TITLE || m.al;
    at = scan_past_quote(s, m.last);
    if (w->kind == WORD_CALLED && at < s->text->ntokens && token_sign(s->text, at) == ':') at++; /* «المدعو: سالم» */
  }
  return at;
}

/* «حكم على الفرنسية ميلينا بوغدير»: somebody of a country, where no noun stands that is of it. */
static bool behind_national(const Scan *s, uint32_t i) {
  Match m;
  if (!i || s->text->tokens[i].flags & TOKEN_LINE || s->text->tokens[i - 1].flags & TOKEN_LINE) return false;
  const Reading *r = scan_reading(s, i - 1);
  if (!scan_word(s, i - 1, KIND_BIT(WORD_NISBA), true, &m) || !(r->clitics & CLITIC_AL)) return false;
  return m.last == i && r->number == NUMBER_SINGULAR && !person_behind_noun(s, i - 1);
}

/* «رئيس الوزراء», «وزير الخارجية»: a post right before its one word. */
static bool ends_post(const PersonFinder *p, uint32_t k) {
  const Scan *s = p->s;
  if (!k || s->text->tokens[k].flags & TOKEN_LINE || scan_reading(s, k - 1)->clitics & CLITIC_AL) return false;
  return scan_word(s, k - 1, KIND_BIT(WORD_POST), true, NULL) && scan_noun_classes(s, k - 1) & p->people;
}

/* «الناشطة الفلسطينية عهد سالم», «الوزير السابق …»: behind somebody's role with the article, and adjectives of it with
 * theirs, a word without stands beside it and is his name. */
static bool behind_role(const PersonFinder *p, uint32_t i) {
  enum { ADJECTIVES_MOST = 2 };
  const Scan *s = p->s;
  const Reading *own = scan_reading(s, i);
  if (own->clitics & ~CLITIC_AL || s->text->tokens[i].flags & TOKEN_LINE) return false;
  for (uint32_t k = i, steps = 0; k-- > 0 && steps <= ADJECTIVES_MOST; steps++) {
    const Reading *r = scan_reading(s, k);
    if (!scan_is_word(s, k) || !(r->clitics & CLITIC_AL)) return false;
    if (steps && r->pos == POS_NOUN && ends_post(p, k)) return true;
    if (r->number != NUMBER_SINGULAR) return false;
    if (r->pos == POS_NOUN && scan_noun_classes(s, k) & p->people) return true;
    if (r->pos != POS_ADJ || s->text->tokens[k].flags & TOKEN_LINE) return false;
  }
  return false;
}

/* Keeps where the clause last told somebody's role: «العامل البريطاني، …». */
static void note_role(PersonFinder *p, uint32_t i, bool verb) {
  const Scan *s = p->s;
  const Token *t = &s->text->tokens[i];
  bool sign = t->kind == TOKEN_PUNCT && !scan_is_quote(s, i) && token_sign(s->text, i) != ',';
  if (t->flags & TOKEN_LINE || sign || verb || scan_reading(s, i)->pos == POS_SUBORD) p->role = 0;
  if (i && token_sign(s->text, i - 1) == ',' && p->role < i) p->role = 0; /* one comma, and no more */
  bool known = scan_reading(s, i)->clitics & CLITIC_AL || scan_word(s, i, KIND_BIT(WORD_POST), true, NULL);
  if (scan_reading(s, i)->pos == POS_NOUN && known && scan_noun_classes(s, i) & p->people) p->role = i + 1;
}

/* «الخبير في شؤون الجماعات، منير أديب، إن …»: behind a role, words set off by commas that begin with a given name or
 * that no lexicon has. */
static bool set_off(const PersonFinder *p, uint32_t i, uint32_t role, Name *name) {
  enum { ROLE_REACH = 9 };
  const Scan *s = p->s;
  if (!role || i > role + ROLE_REACH || !i || token_sign(s->text, i - 1) != ',') return false;
  if (s->text->tokens[i].flags & TOKEN_LINE) return false;
  person_name_at(s, i, ANNOUNCED_ROLE, name);
  if (name->parts < 2 || name->cut || name->last >= s->text->ntokens) return false;
  if (s->text->tokens[name->last].flags & TOKEN_LINE || token_sign(s->text, name->last) != ',') return false;
  return name->listed > 0 || person_name_holds(s, name, ANNOUNCED_ROLE);
}

/* «إبراهيم عقيل، وفؤاد شكر»: joined to a name, a given name and what may be the rest, though both are words. */
static bool joined_name(const PersonFinder *p, uint32_t i, Name *name) {
  const Scan *s = p->s;
  if (!i || !p->end || s->text->tokens[i].flags & TOKEN_LINE) return false;
  bool comma = i == p->end + 1 && token_sign(s->text, p->end) == ',';
  if (i != p->end && !comma) return false;
  person_name_at(s, i, ANNOUNCED_ROLE, name);
  bool and = name->cut == 1 && (uint8_t)token_fold(s->text, i).p[0] == LETTER_WAW;
  if (name->parts < 2 || name->head.kind != PART_GIVEN || !(and || (comma && !name->cut))) return false;
  return !scan_reads_verb(s, i);
}

/* A post announces a name up to some words on («وزير الخارجية الروسي سيرغي لافروف»), a verb of
 * telling one right behind it. */
static Announced announced(PersonFinder *p, uint32_t i, uint32_t *reach) {
  const Scan *s = p->s;
  const Token *t = &s->text->tokens[i];
  if (t->flags & TOKEN_LINE || (t->kind == TOKEN_PUNCT && !scan_is_quote(s, i))) *reach = 0;
  bool verb = scan_reads_verb(s, i) && !scan_reading(s, i)->guessed;
  note_role(p, i, verb);
  Announced how = *reach > i ? ANNOUNCED_POST : ANNOUNCED_NOT;
  if (i && !(t->flags & TOKEN_LINE) && scan_reads_verb(s, i - 1) && scan_classes(s, i - 1) & p->speech)
    how = ANNOUNCED_SPEECH;
  if (how == ANNOUNCED_NOT && behind_national(s, i)) how = ANNOUNCED_NATION;
  if ((how == ANNOUNCED_NOT || how == ANNOUNCED_POST) && behind_role(p, i)) how = ANNOUNCED_ROLE;
  if (scan_word(s, i, KIND_BIT(WORD_POST), true, NULL)) *reach = i + POST_REACH;
  if (verb || scan_reading(s, i)->pos == POS_SUBORD || scan_reading(s, i)->pos == POS_RELATIVE) *reach = 0;
  return how;
}

/* «قال الحكيم»: with the article, and no adjective of what stands before. */
static bool stands_for_itself(const PersonFinder *p, uint32_t i) {
  const Scan *s = p->s;
  if (scan_reading(s, i)->clitics != CLITIC_AL || scan_noun_classes(s, i) & p->roles) return false;
  if (!i || s->text->tokens[i].flags & TOKEN_LINE || !scan_is_word(s, i - 1)) return true;
  const Reading *before = scan_reading(s, i - 1);
  return before->pos == POS_VERB || before->pos == POS_SUBORD || before->pos == POS_PREP || before->pos == POS_CONJ ||
         before->pos == POS_RELATIVE || before->pos == POS_NEGATION || before->pos == POS_PARTICLE;
}

static bool recalled(const PersonFinder *p, uint32_t i) {
  const Reading *r = scan_reading(p->s, i);
  if (!p->final || p->s->text->tokens[i].n < 3 || r->clitics & (CLITIC_CONJ | CLITIC_PREP)) return false;
  if (!r->guessed && r->pos != POS_PROPER && !stands_for_itself(p, i)) return false;
  return remembers(p, memory_key(p->s, i));
}

/* «المتحدث الرسمي باسم نتنياهو»: in the name of, though some man is called Basim. */
static bool of_spokesman(const PersonFinder *p, uint32_t i) {
  enum { ADJECTIVES_MOST = 2 };
  const Scan *s = p->s;
  if (!scan_may_read_joined(s, i, POS_NOUN, CLITIC_PREP)) return false;
  for (uint32_t k = i, steps = 0; k-- > 0 && steps <= ADJECTIVES_MOST; steps++) {
    if (s->text->tokens[k + 1].flags & TOKEN_LINE || !scan_is_word(s, k)) return false;
    if (scan_classes(s, k) & p->spokesmen) return true;
    if (scan_reading(s, k)->pos != POS_ADJ) return false;
  }
  return false;
}

/* «بندر عباس», «بيونغ يانغ» (and not ب «يونغ يانغ»): a city's whole name of several words, where nothing announces a
 * person. */
static bool is_city(const Scan *s, const Name *n) {
  for (uint8_t cut = 0; cut <= n->cut; cut++) {
    uint32_t last = 0;
    int weight = person_place_weight(s, n->first, cut, &last);
    if (weight >= place_kind_weight(KIND_ADMIN1) && last >= n->last && last > n->first + 1) return true;
  }
  return false;
}

/* The name at token i, if one begins there; returns the token behind it, or 0. */
static uint32_t person_at(PersonFinder *p, uint32_t i, Announced how, uint32_t role) {
  if (scan_word(p->s, i, KIND_BIT(WORD_SECOND), true, NULL)) return 0; /* «الله» */
  uint8_t cut = 0;
  bool called = false, sure = false;
  Name name;
  uint32_t at = read_titles(p->s, i, &cut, &called, &sure);
  if (at > i) {
    person_name_at(p->s, at, sure ? ANNOUNCED_TITLE : ANNOUNCED_POST, &name);
    if (called) person_name_called(p->s, &name);
    if (person_name_holds(p->s, &name, sure ? ANNOUNCED_TITLE : ANNOUNCED_NOT)) {
      put_person(p, i, cut, at, &name, called);
      return scan_past_quote(p->s, name.last);
    }
  }
  /* «وأكد أحمد» (and Ahmad affirmed), though some man is called Wakid */
  bool tells = scan_reads_verb(p->s, i) && scan_classes(p->s, i) & p->speech;
  if (tells && how == ANNOUNCED_NOT && scan_reading(p->s, i)->clitics & CLITIC_CONJ) return 0;
  if (of_spokesman(p, i)) return 0;
  if (!set_off(p, i, role, &name) && !joined_name(p, i, &name))
    person_name_at(p->s, i, how, &name);
  else
    how = ANNOUNCED_ROLE;
  Name aged;
  if (person_name_aged(p->s, i, p->time, &aged) > name.last) {
    put_person(p, i, aged.cut, i, &aged, false);
    return aged.last;
  }
  if (!person_name_holds(p->s, &name, how)) {
    if (!recalled(p, i)) return 0;
    name = (Name){.first = i, .last = i + 1, .parts = 1};
  }
  if (how == ANNOUNCED_NOT && is_city(p->s, &name)) return name.last;
  put_person(p, i, name.cut, i, &name, false);
  return name.last;
}

static void pass(PersonFinder *p) {
  uint32_t reach = 0;
  p->role = p->end = 0;
  for (uint32_t i = 0; i < p->s->text->ntokens; i++) {
    uint32_t role = p->role; /* told before this token */
    Announced how = announced(p, i, &reach);
    if (!scan_is_word(p->s, i) || p->f->taken[i] & (TAKEN_ACTOR | TAKEN_DATE)) continue;
    uint32_t end = person_at(p, i, how, role);
    if (end) i = end - 1;
  }
}

void find_persons(Finder *f) {
  PersonFinder *p = ARENA_NEW(f->scan.arena, PersonFinder);
  if (!p) return;
  p->f = f;
  p->s = &f->scan;
  const Lexicon *x = f->scan.know->lexicon;
  p->speech = lexicon_class(x, STR("speech"));
  p->spokesmen = lexicon_class(x, STR("spokesman"));
  p->time = lexicon_class(x, STR("time"));
  p->people = lexicon_class(x, STR("person")) | lexicon_class(x, STR("official")) | lexicon_class(x, STR("leader")) |
              lexicon_class(x, STR("civilian")) | lexicon_class(x, STR("security")) |
              lexicon_class(x, STR("spokesman"));
  p->roles = lexicon_class(x, STR("person")) | lexicon_class(x, STR("official")) | lexicon_class(x, STR("force")) |
             lexicon_class(x, STR("organisation"));
  pass(p);
  p->final = true;
  pass(p);
}
