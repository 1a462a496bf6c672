/* Persons: names known by their parts, and unknown ones where the words before announce them.
 *
 *   «العقيد واين ماروتو»            a rank, then any name
 *   «أبو حسن النعيمي»               a kunya with a nisba
 *   «خالد عيد أحمد الجبوري»         given names and a family's nisba
 *   «المدعو أبو ياسر»               one who is called
 *   «وزير الخارجية سيرغي لافروف»    a post with its complement, then a name
 *   «قال كوريلا»                    a name that the document gave in full before
 *
 * Many names are words too (سعيد "happy", يزيد "increases", علي and على "on"): such a part is
 * weak, and weak parts alone make no name unless a title stands before them. A name ends
 * before a verb, a function word, a sign, or a word that is no part. */
#include "base/hash.h"
#include "know/find.h"
#include "lang/word.h"
#include "text/letter.h"

enum {
  NAME_PARTS_MAX = 8,
  POST_REACH = 8,
  MEMORY_SLOTS = 512,
  MEMORY_MAX = 200,
  HEAVY_PLACE = 30,
  TOWN_PLACE = 16,
  PLACE_NAME = 10
};

#define NAME_KINDS (KIND_BIT(WORD_GIVEN) | KIND_BIT(WORD_FAMILY) | KIND_BIT(WORD_NAME))
#define TITLE_KINDS (KIND_BIT(WORD_TITLE) | KIND_BIT(WORD_RANK) | KIND_BIT(WORD_CALLED))

typedef enum PartKind { PART_NONE, PART_GIVEN, PART_FAMILY, PART_NAME, PART_KUNYA, PART_NISBA, PART_UNKNOWN } PartKind;

typedef struct Part {
  PartKind kind;
  bool weak; /* is an everyday word, or a place, as well */
  Match m;
} Part;

typedef struct Name {
  uint32_t first, last;
  uint8_t cut;
  uint32_t parts, strong, unknown, listed; /* listed: in the tables, weak or not */
  Part head, tail;
} Name;

/* What the words before a name say. */
typedef enum Announced { ANNOUNCED_NOT, ANNOUNCED_POST, ANNOUNCED_SPEECH, ANNOUNCED_TITLE, ANNOUNCED_NATION } Announced;

typedef struct PersonFinder {
  Finder *f;
  const Scan *s;
  ClassSet speech;
  ClassSet roles; /* «القاضي», «النادي»: what somebody or something is, rather than a name */
  uint64_t memory[MEMORY_SLOTS]; /* hashes of last names that were told in full */
  uint32_t remembered;
  bool final; /* the second time over the text: mentions are put */
} PersonFinder;

static bool reads_clitic(const Reading *r) { return r->clitics & (CLITIC_CONJ | CLITIC_PREP); }

static uint8_t last_letter(Str s) { return s.n ? (uint8_t)s.p[s.n - 1] : 0; }

/* «على» with alef maksura is the preposition; «علي» may be the man. */
static bool is_preposition(const Scan *s, uint32_t i) {
  uint8_t last = last_letter(token_light(s->text, i));
  return last == LETTER_ALEF_MAKSURA ? scan_may_read(s, i, POS_PREP)
                                     : last != LETTER_YA && scan_reading(s, i)->pos == POS_PREP;
}

static bool stops(const Scan *s, uint32_t i) {
  return !scan_is_word(s, i) || s->text->tokens[i].flags & TOKEN_LINE || is_preposition(s, i);
}

/* The weight of the weightiest place whose name begins at the token once its clitics are cut off. */
static int place_weight_at(const Scan *s, uint32_t i, uint8_t cut, uint32_t *last) {
  int best = 0;
  for (uint32_t k = 0; k < s->at[i].n; k++) {
    int weight;
    uint32_t flags;
    const Match *m = &s->at[i].at[k];
    if (m->cut != cut || place_heaviest(s, m, &weight, &flags) == ROW_NONE) continue;
    if (!(flags & NAME_AL) != !m->al) continue; /* «خليل» is not «الخليل» */
    if (weight > best) best = weight, *last = m->last;
  }
  return best;
}

/* Unknown to the lexicon, and bare: the shape of a foreign name. A town may be one too, more so
 * behind a given name («لويس فيغو»). */
static bool looks_foreign(const Scan *s, uint32_t i, bool after_given) {
  const Reading *r = scan_reading(s, i);
  uint32_t last = 0;
  if (stops(s, i) || reads_clitic(r) || r->clitics & CLITIC_AL || s->text->tokens[i].n < 3) return false;
  if (!r->guessed && r->pos != POS_PROPER) return false;
  Match m; /* «لنادال»: to Nadal */
  if (scan_word(s, i, NAME_KINDS, true, &m) && m.cut) return false;
  return place_weight_at(s, i, 0, &last) < (after_given ? HEAVY_PLACE : PLACE_NAME);
}

/* «النعيمي», «الجبوري»: article and ya, and no country's adjective. */
static bool looks_nisba(const Scan *s, uint32_t i) {
  bool al;
  Str key = know_key(token_light(s->text, i), token_fold(s->text, i), &al);
  if (stops(s, i) || !al || key.n < 3 || last_letter(key) != LETTER_YA) return false;
  const Reading *r = scan_reading(s, i);
  bool noun = r->pos == POS_NOUN && scan_classes(s, i);
  if (r->pos == POS_VERB || noun || (!r->guessed && ends_name(s, i))) return false;
  uint32_t others = KIND_BIT(WORD_DIRECTION) | KIND_BIT(WORD_LABEL) | KIND_BIT(WORD_TAIL) | KIND_BIT(WORD_CALLED);
  return !scan_word(s, i, others, false, NULL); /* «المكنى» */
}

static bool is_weak(const Scan *s, uint32_t i, const Match *m) {
  const Reading *r = scan_reading(s, i);
  if (m->last > i + 1) return false;
  if (r->pos == POS_PROPER || r->guessed) return reads_clitic(r) && !m->cut;
  return true;
}

/* «أبو ياسر», «أم عمر»: any bare noun behind «أبو», a name behind the others, which are words
 * of their own («أم» or, «أبي» my father). */
static bool kunya_at(const Scan *s, uint32_t i, bool first, Part *part) {
  const WordRow *w = scan_word(s, i, KIND_BIT(WORD_KUNYA), first, &part->m);
  uint32_t next = part->m.last, last = 0;
  if (!w || stops(s, next)) return false;
  const Reading *r = scan_reading(s, next);
  Match name;
  bool known = scan_word(s, next, NAME_KINDS, false, &name) || scan_word(s, next, KIND_BIT(WORD_SERVANT), false, &name);
  bool sure = last_letter(token_fold(s->text, i)) == LETTER_WAW; /* «أبو» has no other reading */
  if (place_weight_at(s, i, 0, &last) >= (known ? HEAVY_PLACE : TOWN_PLACE) && last > next)
    return false; /* «أبو غريب» */
  if (!known && (reads_clitic(r) || (ends_name(s, next) && !r->guessed))) return false;
  if (!known && !sure && !r->guessed && r->pos != POS_PROPER) return false;
  Match god;
  part->m.last = next + 1;
  if (known && scan_word(s, next + 1, KIND_BIT(WORD_DIVINE) | KIND_BIT(WORD_SECOND), false, &god))
    part->m.last = god.last;
  part->kind = PART_KUNYA;
  part->weak = false;
  return true;
}

/* «عبد الرحمن»; «بن سلمان», «آل خليفة»: two words that are one part. */
static bool compound_at(const Scan *s, uint32_t i, bool first, Part *part) {
  Match second;
  if (scan_word(s, i, KIND_BIT(WORD_SERVANT), first, &part->m) &&
      scan_word(s, part->m.last, KIND_BIT(WORD_DIVINE), false, &second)) {
    part->m.last = second.last;
    part->kind = PART_GIVEN;
    part->weak = false;
    return true;
  }
  if (first || !scan_word(s, i, KIND_BIT(WORD_LINK), false, &part->m)) return false;
  uint32_t next = part->m.last;
  if (stops(s, next)) return false;
  Part inner;
  if (!kunya_at(s, next, false, &inner) &&
      !(scan_word(s, next, KIND_BIT(WORD_SERVANT), false, &inner.m) &&
        scan_word(s, inner.m.last, KIND_BIT(WORD_DIVINE), false, &second) && (inner.m.last = second.last)))
    inner.m.last = next + 1;
  if (ends_name(s, next) && !scan_word(s, next, NAME_KINDS, false, NULL)) return false;
  part->m.last = inner.m.last;
  part->kind = PART_GIVEN;
  part->weak = false;
  return true;
}

static bool listed_part(const Scan *s, uint32_t i, bool first, Part *part) {
  const WordRow *w = scan_word(s, i, NAME_KINDS, first, &part->m);
  const Match *m = &part->m;
  if (!w || is_preposition(s, i)) return false;
  if (m->last == i + 1 && scan_reading(s, i)->pos == POS_SUBORD) return false; /* «إن محمد علي», not «بان كي مون» */
  if (!scan_cut_fits(s, m)) return false;
  /* «العدوان» is no «عدوان» */
  if (!(m->flags & NAME_AL) != !m->al && (m->flags & NAME_WORD || m->al)) return false;
  part->kind = w->kind == WORD_GIVEN ? PART_GIVEN : w->kind == WORD_FAMILY ? PART_FAMILY : PART_NAME;
  part->weak = is_weak(s, i, m);
  Match second;
  if (scan_word(s, m->last, KIND_BIT(WORD_SECOND), false, &second)) {
    part->m.last = second.last;
    part->weak = false;
  }
  return true;
}

/* «ضيف الله», «رزق الله»: a noun that the second word makes a name. */
static bool second_at(const Scan *s, uint32_t i, Part *part) {
  Match second;
  const Reading *r = scan_reading(s, i);
  if (stops(s, i) || r->clitics || r->enclitic || (r->pos != POS_NOUN && !r->guessed)) return false;
  if (!scan_word(s, i + 1, KIND_BIT(WORD_SECOND), false, &second) || stops(s, i + 1)) return false;
  part->kind = PART_GIVEN;
  part->weak = true;
  part->m = (Match){.first = i, .last = second.last};
  return true;
}

/* «محمد بن حمد المزيد»: behind a patronym a word with the article is the family's name, unless
 * it says what he is («المتحدث»). */
static bool behind_patronym(const Scan *s, uint32_t i, const Part *before) {
  const Reading *r = scan_reading(s, i);
  if (stops(s, i) || !scan_word(s, before->m.first, KIND_BIT(WORD_LINK), false, NULL)) return false;
  if (!(r->clitics & CLITIC_AL) || r->clitics & (CLITIC_CONJ | CLITIC_PREP) || scan_noun_classes(s, i)) return false;
  if (scan_word(s, i, TITLE_KINDS | KIND_BIT(WORD_POST) | KIND_BIT(WORD_NISBA), false, NULL)) return false;
  return !ends_name(s, i);
}

/* «حمزة عبد الكريم الفواز», «ياسر محمود العكلة»: behind two given names a word with the article
 * that is no common noun is the family's name. */
static bool behind_two_names(const Scan *s, uint32_t i, const Name *name) {
  const Reading *r = scan_reading(s, i);
  if (stops(s, i) || name->listed < 2 || !name->strong || name->tail.m.al || name->tail.kind == PART_KUNYA)
    return false;
  bool name_like = r->guessed || r->pos == POS_PROPER; /* «الفواز»: a given name with the article */
  if (!(r->clitics & CLITIC_AL) || !name_like || r->clitics & (CLITIC_CONJ | CLITIC_PREP) || r->enclitic) return false;
  uint32_t last = 0, others = TITLE_KINDS | KIND_BIT(WORD_POST) | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_TAIL);
  return !scan_word(s, i, others, false, NULL) && place_weight_at(s, i, 0, &last) < PLACE_NAME;
}

/* «إبراهيم الجضران»: behind one given name a word with the article that the lexicon does not know. */
static bool behind_given(const Scan *s, uint32_t i, const Name *name) {
  const Reading *r = scan_reading(s, i);
  if (stops(s, i) || name->parts != 1 || name->tail.kind != PART_GIVEN || name->tail.weak || name->tail.m.al)
    return false;
  if (!r->guessed || !(r->clitics & CLITIC_AL) || r->clitics & (CLITIC_CONJ | CLITIC_PREP) || r->enclitic) return false;
  uint32_t last = 0, others = TITLE_KINDS | KIND_BIT(WORD_POST) | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_TAIL);
  return !scan_word(s, i, others, false, NULL) && place_weight_at(s, i, 0, &last) < PLACE_NAME;
}

static Part part_at(const Scan *s, uint32_t i, bool first, const Name *before) {
  bool after_name = before->parts > 0;
  Part part = {.kind = PART_NONE, .m = {.first = i, .last = i + 1}};
  if (i >= s->text->ntokens || !scan_is_word(s, i) || (!first && s->text->tokens[i].flags & TOKEN_LINE)) return part;
  if (kunya_at(s, i, first, &part) || compound_at(s, i, first, &part) || listed_part(s, i, first, &part)) return part;
  part = (Part){.kind = PART_NONE, .m = {.first = i, .last = i + 1}};
  if (after_name && second_at(s, i, &part)) return part;
  if (after_name && looks_nisba(s, i))
    part.kind = PART_NISBA;
  else if (looks_foreign(s, i,
                         before->parts == 1 && (before->tail.kind == PART_GIVEN || before->tail.kind == PART_NAME) &&
                             !before->tail.weak))
    part.kind = PART_UNKNOWN;
  return part;
}

/* «جون بولتون»: behind a given name a listed surname, though a town of less than a country's note is called so. */
static bool is_surname(const Scan *s, const Name *name, const Part *part) {
  uint32_t last = 0;
  bool given = name->parts == 1 && name->strong && name->tail.kind != PART_KUNYA && name->tail.kind != PART_NISBA;
  return given && part->kind == PART_NAME && !part->weak && !part->m.al && !name->tail.m.al &&
         place_weight_at(s, name->first, name->cut, &last) < HEAVY_PLACE &&
         place_weight_at(s, part->m.first, 0, &last) <= place_kind_weight(KIND_CITY);
}

/* «محمد عودة إن» is a man, but in «أعلن محمد عودة النازحين» and behind a family's name it is what he announced. */
static bool is_act(const Scan *s, const Name *name, const Part *part) {
  const Reading *act = scan_reading(s, part->m.first);
  if (part->kind != PART_NAME || act->form != FORM_MASDAR || act->clitics || act->enclitic) return false;
  if (name->parts != 1 || name->tail.kind != PART_GIVEN) return true;
  uint32_t next = part->m.last;
  if (next >= s->text->ntokens) return false;
  const Reading *r = scan_reading(s, next);
  bool joined = r->clitics & (CLITIC_CONJ | CLITIC_PREP);
  return s->text->tokens[next].kind == TOKEN_NUMBER || r->pos == POS_NUMERAL ||
         (r->pos == POS_NOUN && r->clitics & CLITIC_AL && !joined);
}

/* Does the name go on with this part? */
static bool goes_on(const Scan *s, const Name *name, const Part *part, Announced how) {
  uint32_t last = 0;
  if (part->kind == PART_NONE) return false;
  if (!name->parts && part->m.al && scan_word(s, part->m.first, KIND_BIT(WORD_NISBA), true, NULL)) return false;
  if (!name->parts) return part->kind != PART_NISBA && (part->kind != PART_UNKNOWN || how != ANNOUNCED_NOT);
  if (part->kind == PART_NISBA) return name->listed > 0;
  /* «ترامب وجاريد»: what begins with waw behind a name is joined to it */
  if (part->kind == PART_UNKNOWN && (uint8_t)token_fold(s->text, part->m.first).p[0] == LETTER_WAW) return false;
  if (part->kind == PART_KUNYA || part->m.last > part->m.first + 1) return true;
  if (name->parts && part->weak && is_act(s, name, part)) return false;
  if (part->weak && ends_name(s, part->m.first) && scan_reading(s, part->m.first)->pos != POS_VERB) return false;
  if (part->kind != PART_GIVEN && !is_surname(s, name, part) &&
      place_weight_at(s, part->m.first, 0, &last) >= HEAVY_PLACE)
    return false;
  bool family = part->kind == PART_FAMILY && part->m.al; /* «وليد المعلم» */
  if (part->weak && !family && scan_word(s, part->m.first, TITLE_KINDS | KIND_BIT(WORD_POST), false, NULL))
    return false;
  return true;
}

static void name_at(const Scan *s, uint32_t i, Announced how, Name *name) {
  *name = (Name){.first = i, .last = i};
  while (name->parts < NAME_PARTS_MAX) {
    Part part = part_at(s, name->last, !name->parts && how != ANNOUNCED_TITLE, name);
    if (part.kind == PART_NONE && name->parts &&
        (behind_patronym(s, name->last, &name->tail) || behind_two_names(s, name->last, name) ||
         behind_given(s, name->last, name)))
      part.kind = PART_NISBA;
    if (!goes_on(s, name, &part, how)) break;
    if (!name->parts) name->head = part, name->cut = part.m.cut;
    name->parts++;
    name->strong += !part.weak && part.kind != PART_UNKNOWN && part.kind != PART_NISBA;
    name->unknown += part.kind == PART_UNKNOWN;
    name->listed += part.kind != PART_UNKNOWN && part.kind != PART_NISBA;
    name->tail = part;
    name->last = part.m.last;
    if (part.kind == PART_NISBA) break;
  }
  Match regnal;
  if (name->parts && scan_word(s, name->last, KIND_BIT(WORD_REGNAL), false, &regnal) && regnal.al && name->strong)
    name->last = regnal.last;
}

/* A name of one part, with nothing before it that announces it: «بوش», «أينشتاين». */
static bool stands_alone(const Scan *s, const Name *n, Announced how) {
  uint32_t last = 0;
  if (n->head.kind == PART_KUNYA) return true;
  if (n->last > n->first + 1) /* «في صلاح الدين»: the governorate */
    return how == ANNOUNCED_SPEECH || place_weight_at(s, n->first, n->cut, &last) < HEAVY_PLACE || last < n->last;
  if (s->text->tokens[n->first].n - n->cut < 3) return false;
  if (scan_word(s, n->first, KIND_BIT(WORD_DIVINE) | KIND_BIT(WORD_SECOND), true, NULL)) return false;
  if (how == ANNOUNCED_SPEECH) {
    bool brief = s->text->tokens[n->first].n - n->cut < 4 && n->head.weak; /* «أوضحت بأن» */
    if (scan_classes(s, n->first) || n->head.m.al || brief || scan_may_read(s, n->first, POS_SUBORD)) return false;
  } else if (n->head.weak || n->head.m.flags & NAME_COMMON) {
    return false;
  }
  return place_weight_at(s, n->first, 0, &last) < PLACE_NAME &&
         !scan_word(s, n->first, KIND_BIT(WORD_NISBA), true, NULL);
}

/* «نوري المالكي»: both are words, together they are a name. */
static bool given_and_family(const Scan *s, const Name *n) {
  const Match *tail = &n->tail.m;
  if (n->head.kind != PART_GIVEN || n->tail.kind != PART_FAMILY || !tail->al || n->listed < 2) return false;
  return !scan_reads_verb(s, n->first) && !scan_word(s, tail->first, KIND_BIT(WORD_NISBA), false, NULL);
}

/* «بمقتل سالم ناصر باوزير», «في تنظيم القاعدة سالم …»: right behind a noun no verb stands that a name may be read as.
 */
static bool behind_noun(const Scan *s, uint32_t i) {
  if (!i || s->text->tokens[i].flags & TOKEN_LINE || !scan_is_word(s, i - 1)) return false;
  uint8_t pos = scan_reading(s, i - 1)->pos;
  return pos == POS_NOUN || pos == POS_PROPER || pos == POS_ADJ;
}

static bool reads_verb(const Scan *s, const Name *n) {
  return scan_reads_verb(s, n->first) && !(n->parts > 2 && behind_noun(s, n->first));
}

static bool holds(const Scan *s, const Name *n, Announced how) {
  uint32_t last = 0;
  if (!n->parts) return false;
  if (how == ANNOUNCED_TITLE) return n->strong || n->unknown || n->parts >= 2;
  if (how == ANNOUNCED_NATION && n->parts >= 2 && n->unknown) return true;
  if (n->head.kind == PART_UNKNOWN) return n->parts >= 2 || how == ANNOUNCED_SPEECH;
  if (n->parts == 1) return stands_alone(s, n, how);
  bool place = place_weight_at(s, n->first, 0, &last) > 0 && last >= n->last && how == ANNOUNCED_NOT;
  if (place && n->listed < n->parts) return false; /* «خان شيخون» */
  bool country = n->tail.kind == PART_NISBA && scan_word(s, n->tail.m.first, KIND_BIT(WORD_NISBA), false, NULL);
  if (place_weight_at(s, n->first, n->cut, &last) >= HEAVY_PLACE && n->listed < 2 &&
      (country || n->tail.kind != PART_NISBA))
    return false;
  if (n->listed >= 2 && n->head.kind == PART_GIVEN && n->tail.kind == PART_NISBA && !reads_verb(s, n)) return true;
  if (given_and_family(s, n)) return true;
  /* «سالم ناصر باوزير»: two given names that are words, and a word that is none */
  if (n->listed >= 2 && n->head.kind == PART_GIVEN && n->tail.kind == PART_UNKNOWN && !reads_verb(s, n)) return true;
  return n->strong >= 1 && (!n->head.weak || n->strong >= 1 + (n->head.kind != PART_GIVEN));
}

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
  if (n->parts < 2 || p->remembered >= MEMORY_MAX) return;
  if (!r->guessed && r->pos != POS_PROPER && !is_family_word(p->s, n)) return;
  if (place_weight_at(p->s, last, 0, &end) >= PLACE_NAME) return;
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
  if (name_first > first && place_weight_at(s, first, 0, &place_last) >= TOWN_PLACE && place_last >= n->last) return;
  if (names_place(s, first) || (name_first == first && joined_to_places(s, first))) return;
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
         (w = scan_word(s, at, TITLE_KINDS, at == i, &m))) {
    if (at == i) *cut = m.cut;
    *called |= w->kind == WORD_CALLED;
    *sure |= w->kind != WORD_TITLE || m.al;
    at = scan_past_quote(s, m.last);
  }
  return at;
}

/* «حكم على الفرنسية ميلينا بوغدير»: somebody of a country, where no noun stands that is of it. */
static bool behind_national(const Scan *s, uint32_t i) {
  Match m;
  if (!i || s->text->tokens[i].flags & TOKEN_LINE || s->text->tokens[i - 1].flags & TOKEN_LINE) return false;
  const Reading *r = scan_reading(s, i - 1);
  if (!scan_word(s, i - 1, KIND_BIT(WORD_NISBA), true, &m) || !(r->clitics & CLITIC_AL)) return false;
  return m.last == i && r->number == NUMBER_SINGULAR && !behind_noun(s, i - 1);
}

/* A post announces a name up to some words on («وزير الخارجية الروسي سيرغي لافروف»), a verb of
 * telling one right behind it. */
static Announced announced(PersonFinder *p, uint32_t i, uint32_t *reach) {
  const Scan *s = p->s;
  const Token *t = &s->text->tokens[i];
  if (t->flags & TOKEN_LINE || (t->kind == TOKEN_PUNCT && !scan_is_quote(s, i))) *reach = 0;
  bool verb = scan_reads_verb(s, i) && !scan_reading(s, i)->guessed;
  Announced how = *reach > i ? ANNOUNCED_POST : ANNOUNCED_NOT;
  if (i && !(t->flags & TOKEN_LINE) && scan_reads_verb(s, i - 1) && scan_classes(s, i - 1) & p->speech)
    how = ANNOUNCED_SPEECH;
  if (how == ANNOUNCED_NOT && behind_national(s, i)) how = ANNOUNCED_NATION;
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
  if (!p->final || p->s->text->tokens[i].n < 3 || reads_clitic(r)) return false;
  if (!r->guessed && r->pos != POS_PROPER && !stands_for_itself(p, i)) return false;
  return remembers(p, memory_key(p->s, i));
}

/* The name at token i, if one begins there; returns the token behind it, or 0. */
static uint32_t person_at(PersonFinder *p, uint32_t i, Announced how) {
  if (scan_word(p->s, i, KIND_BIT(WORD_SECOND), true, NULL)) return 0; /* «الله» */
  uint8_t cut = 0;
  bool called = false, sure = false;
  Name name;
  uint32_t at = read_titles(p->s, i, &cut, &called, &sure);
  if (at > i) {
    name_at(p->s, at, sure ? ANNOUNCED_TITLE : ANNOUNCED_POST, &name);
    if (holds(p->s, &name, sure ? ANNOUNCED_TITLE : ANNOUNCED_NOT)) {
      put_person(p, i, cut, at, &name, called);
      return scan_past_quote(p->s, name.last);
    }
  }
  name_at(p->s, i, how, &name);
  if (!holds(p->s, &name, how)) {
    if (!recalled(p, i)) return 0;
    name = (Name){.first = i, .last = i + 1, .parts = 1};
  }
  put_person(p, i, name.cut, i, &name, false);
  return name.last;
}

static void pass(PersonFinder *p) {
  uint32_t reach = 0;
  for (uint32_t i = 0; i < p->s->text->ntokens; i++) {
    Announced how = announced(p, i, &reach);
    if (!scan_is_word(p->s, i) || p->f->taken[i] & (TAKEN_ACTOR | TAKEN_DATE)) continue;
    uint32_t end = person_at(p, i, how);
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
  p->roles = lexicon_class(x, STR("person")) | lexicon_class(x, STR("official")) | lexicon_class(x, STR("force")) |
             lexicon_class(x, STR("organisation"));
  pass(p);
  p->final = true;
  pass(p);
}
