/* A person's name, part by part: given names, a family's, a kunya, a nisba, and foreign ones.
 *
 * Many names are words too (سعيد "happy", يزيد "increases", علي and على "on"): such a part is
 * weak, and weak parts alone make no name unless a title stands before them. A name ends
 * before a verb, a function word, a sign, or a word that is no part. */
#include "know/person_name.h"

#include "lang/word.h"
#include "text/letter.h"

enum { NAME_PARTS_MAX = 8 };

#define NAME_KINDS (KIND_BIT(WORD_GIVEN) | KIND_BIT(WORD_FAMILY) | KIND_BIT(WORD_NAME))

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

int person_place_weight(const Scan *s, uint32_t i, uint8_t cut, uint32_t *last) {
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

/* «إليزابيث», «ألبرت»: the article is written without hamza. */
static bool written_article(const Scan *s, uint32_t i) {
  Str light = token_light(s->text, i);
  bool hamza =
      light.n > 1 && ((uint8_t)light.p[0] == LETTER_ALEF_HAMZA || (uint8_t)light.p[0] == LETTER_ALEF_HAMZA_BELOW);
  return scan_reading(s, i)->clitics & CLITIC_AL && !hamza;
}

/* Unknown to the lexicon, and bare: the shape of a foreign name. A town may be one too, more so
 * behind a given name («لويس فيغو»). */
static bool looks_foreign(const Scan *s, uint32_t i, bool after_given) {
  const Reading *r = scan_reading(s, i);
  uint32_t last = 0;
  /* «غراهام فانس»: behind a given name no «ف» joins another */
  bool fa = after_given && r->clitics == CLITIC_FA && (r->guessed || r->pos == POS_PROPER);
  if (stops(s, i) || (reads_clitic(r) && !fa) || written_article(s, i) || s->text->tokens[i].n < 3) return false;
  if (!r->guessed && r->pos != POS_PROPER) return false;
  Match m; /* «لنادال»: to Nadal */
  if (!fa && scan_word(s, i, NAME_KINDS, true, &m) && m.cut) return false;
  return person_place_weight(s, i, 0, &last) < (after_given ? HEAVY_PLACE : PLACE_NAME);
}

/* «النعيمي», «الجبوري»: article and ya, and no country's adjective. */
static bool looks_nisba(const Scan *s, uint32_t i) {
  if (stops(s, i)) return false;
  bool al;
  Str key = know_key(token_light(s->text, i), token_fold(s->text, i), &al);
  if (!al || key.n < 3 || last_letter(key) != LETTER_YA) return false;
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
  if (person_place_weight(s, i, 0, &last) >= (known ? HEAVY_PLACE : TOWN_PLACE) && last > next)
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
  if (part->m.al) return false; /* «بوش الابن» */
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
  if (scan_word(s, i, PERSON_TITLES | KIND_BIT(WORD_POST) | KIND_BIT(WORD_NISBA), false, NULL)) return false;
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
  uint32_t last = 0, others = PERSON_TITLES | KIND_BIT(WORD_POST) | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_TAIL);
  return !scan_word(s, i, others, false, NULL) && person_place_weight(s, i, 0, &last) < PLACE_NAME;
}

/* «إبراهيم الجضران»: behind one given name a word with the article that the lexicon does not know, or as a name; behind
 * one that is a word as well where somebody's role announces it («الوزير عمر الرزاز»). */
static bool behind_given(const Scan *s, uint32_t i, const Name *name, Announced how) {
  const Reading *r = scan_reading(s, i);
  bool told = how == ANNOUNCED_ROLE || how == ANNOUNCED_TITLE;
  if (stops(s, i) || name->parts != 1 || name->tail.kind != PART_GIVEN || name->tail.m.al) return false;
  if (name->tail.weak && !told) return false;
  if (!(r->guessed || r->pos == POS_PROPER) || !(r->clitics & CLITIC_AL)) return false;
  if (r->clitics & (CLITIC_CONJ | CLITIC_PREP) || r->enclitic) return false;
  uint32_t last = 0, others = PERSON_TITLES | KIND_BIT(WORD_POST) | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_TAIL);
  return !scan_word(s, i, others, false, NULL) && person_place_weight(s, i, 0, &last) < PLACE_NAME;
}

/* «المصور ياسر مرتجى،»: of one whom his role announces, the word behind the given name, where it is a noun that governs
 * nothing, and none that says what somebody is, when or where it was. */
static bool behind_announced(const Scan *s, uint32_t i, const Name *name) {
  const uint32_t others = PERSON_TITLES | KIND_BIT(WORD_POST) | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_TAIL) |
                          KIND_BIT(WORD_LEVEL) | KIND_BIT(WORD_AREA) | KIND_BIT(WORD_DIRECTION) | KIND_BIT(WORD_LABEL);
  uint32_t last = 0, next = i + 1;
  if (name->parts != 1 || name->tail.kind != PART_GIVEN || name->tail.m.al || stops(s, i)) return false;
  const Reading *r = scan_reading(s, i);
  bool noun = r->pos == POS_NOUN && r->form != FORM_MASDAR && r->number == NUMBER_SINGULAR && !r->accusative;
  if (!noun || r->gender == GENDER_FEMININE || r->clitics & ~CLITIC_AL || r->enclitic || scan_noun_classes(s, i))
    return false;
  if (scan_word(s, i, others, true, NULL) || person_place_weight(s, i, 0, &last) >= PLACE_NAME) return false;
  if (!scan_is_word(s, next) || s->text->tokens[next].flags & TOKEN_LINE) return true;
  const Reading *behind = scan_reading(s, next);
  bool governed = behind->pos == POS_NOUN && !(behind->clitics & (CLITIC_CONJ | CLITIC_PREP));
  return !governed || r->clitics & CLITIC_AL;
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
         person_place_weight(s, name->first, name->cut, &last) < HEAVY_PLACE &&
         person_place_weight(s, part->m.first, 0, &last) <= place_kind_weight(KIND_CITY);
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

/* «اللواء نومان الزوبعي»: a nisba behind one word that no table knows, but for its title; one of the two is no everyday
 * word, and the nisba no nation's («فريق يوفنتوس الإيطالي»). */
static bool titled_nisba(const Scan *s, const Name *name, const Part *part, Announced how) {
  if (how != ANNOUNCED_TITLE || name->parts != 1 || name->tail.kind != PART_UNKNOWN) return false;
  const Reading *own = scan_reading(s, part->m.first);
  bool name_like = own->guessed || own->pos == POS_PROPER || !scan_reading(s, name->tail.m.first)->guessed;
  return name_like && !scan_word(s, part->m.first, KIND_BIT(WORD_NISBA), false, NULL);
}

/* Does the name go on with this part? */
static bool goes_on(const Scan *s, const Name *name, const Part *part, Announced how) {
  uint32_t last = 0;
  if (part->kind == PART_NONE) return false;
  if (!name->parts && part->m.al && scan_word(s, part->m.first, KIND_BIT(WORD_NISBA), true, NULL)) return false;
  if (!name->parts) return part->kind != PART_NISBA && (part->kind != PART_UNKNOWN || how != ANNOUNCED_NOT);
  if (part->kind == PART_NISBA) return name->listed > 0 || titled_nisba(s, name, part, how);
  /* «ترامب وجاريد»: what begins with waw behind a name is joined to it */
  if (part->kind == PART_UNKNOWN && (uint8_t)token_fold(s->text, part->m.first).p[0] == LETTER_WAW) return false;
  if (part->kind == PART_KUNYA || part->m.last > part->m.first + 1) return true;
  if (name->parts && part->weak && is_act(s, name, part)) return false;
  if (part->weak && ends_name(s, part->m.first) && scan_reading(s, part->m.first)->pos != POS_VERB) return false;
  if (part->kind != PART_GIVEN && !is_surname(s, name, part) &&
      person_place_weight(s, part->m.first, 0, &last) >= HEAVY_PLACE)
    return false;
  bool family = part->kind == PART_FAMILY && part->m.al; /* «وليد المعلم» */
  if (part->weak && !family && scan_word(s, part->m.first, PERSON_TITLES | KIND_BIT(WORD_POST), false, NULL))
    return false;
  return true;
}

/* «سالم بن حمد الأحمدي الزهراني»: behind a full name two nisbas may stand, the clan's and the tribe's. */
static bool second_nisba(const Scan *s, const Name *name) {
  uint32_t next = name->last;
  Part part = {.kind = PART_NONE};
  if (name->parts < 3 || stops(s, next) || scan_word(s, next, KIND_BIT(WORD_NISBA), false, NULL)) return false;
  bool family = listed_part(s, next, false, &part) && part.kind == PART_FAMILY && part.m.al;
  return family || looks_nisba(s, next);
}

/* «العقيد الدكتور عاطي القرشي»: right behind a title, a word that is no everyday one, and a nisba. */
static bool titled_word(const Scan *s, uint32_t i) {
  if (stops(s, i)) return false;
  const Reading *r = scan_reading(s, i);
  bool word = r->pos == POS_NOUN || r->pos == POS_ADJ || r->pos == POS_VERB;
  if (r->clitics || r->enclitic || !word || scan_classes(s, i)) return false;
  uint32_t others = PERSON_TITLES | KIND_BIT(WORD_POST) | KIND_BIT(WORD_LEVEL) | KIND_BIT(WORD_AREA);
  if (scan_word(s, i, others, false, NULL) || scan_word(s, i + 1, KIND_BIT(WORD_NISBA), false, NULL)) return false;
  return looks_nisba(s, i + 1);
}

/* «سيطر على كامل حلب» (took the whole of Aleppo): an adjective that people are named by, governed by a preposition and
 * followed by a town that nobody is named by. */
static bool whole_of_place(const Scan *s, uint32_t i) {
  uint32_t last = 0;
  if (!i || !scan_is_word(s, i - 1) || !scan_is_preposition(s, i - 1) || stops(s, i + 1)) return false;
  if (!scan_may_read(s, i, POS_ADJ) || scan_word(s, i + 1, NAME_KINDS | KIND_BIT(WORD_LINK), false, NULL)) return false;
  return person_place_weight(s, i + 1, 0, &last) >= TOWN_PLACE;
}

void person_name_at(const Scan *s, uint32_t i, Announced how, Name *name) {
  *name = (Name){.first = i, .last = i};
  if (how == ANNOUNCED_NOT && whole_of_place(s, i)) return;
  while (name->parts < NAME_PARTS_MAX) {
    Part part = part_at(s, name->last, !name->parts && how != ANNOUNCED_TITLE, name);
    if (part.kind == PART_NONE && name->parts &&
        (behind_patronym(s, name->last, &name->tail) || behind_two_names(s, name->last, name) ||
         behind_given(s, name->last, name, how) ||
         ((how == ANNOUNCED_ROLE || how == ANNOUNCED_TITLE) && behind_announced(s, name->last, name))))
      part.kind = PART_NISBA;
    if (part.kind == PART_NONE && !name->parts && how == ANNOUNCED_TITLE && titled_word(s, i)) part.kind = PART_UNKNOWN;
    if (!goes_on(s, name, &part, how)) break;
    if (!name->parts) name->head = part, name->cut = part.m.cut;
    name->parts++;
    name->strong += !part.weak && part.kind != PART_UNKNOWN && part.kind != PART_NISBA;
    name->unknown += part.kind == PART_UNKNOWN;
    name->listed += part.kind != PART_UNKNOWN && part.kind != PART_NISBA;
    name->tail = part;
    name->last = part.m.last;
    if (part.kind == PART_NISBA && !second_nisba(s, name)) break;
  }
  Match regnal;
  if (name->parts && scan_word(s, name->last, KIND_BIT(WORD_REGNAL), false, &regnal) && regnal.al && name->strong)
    name->last = regnal.last;
}

/* May the word be a part of somebody's name that nothing but what stands around it tells to be one? */
static bool may_be_part(const Scan *s, uint32_t i) {
  const Reading *r = scan_reading(s, i);
  const uint32_t others = PERSON_TITLES | KIND_BIT(WORD_POST) | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_TAIL);
  if (stops(s, i) || r->clitics & (CLITIC_CONJ | CLITIC_PREP) || (r->enclitic && !r->guessed)) return false;
  return !ends_name(s, i) && !scan_word(s, i, others, false, NULL);
}

/* «المدعو بدر القلعة», «اسمه علاء سعادة»: of one who is called so the word behind his given name is his family's. */
void person_name_called(const Scan *s, Name *name) {
  uint32_t last = 0, next = name->last;
  bool given = name->parts == 1 && (name->head.kind == PART_GIVEN || name->head.kind == PART_NAME) && !name->head.m.al;
  if (!given || !may_be_part(s, next) || person_place_weight(s, next, 0, &last) >= HEAVY_PLACE) return;
  if (scan_reading(s, next)->pos == POS_ADJ && !scan_reading(s, next)->guessed) return;
  name->last = next + 1;
  name->parts++;
}

/* «نادر سعادة (23 عاماً)»: the token behind the words at `i` that somebody's age follows; 0 if none does. */
uint32_t person_name_aged(const Scan *s, uint32_t i, ClassSet time, Name *name) {
  enum { PARTS_LEAST = 2, PARTS_MOST = 4 };
  Part head = part_at(s, i, true, &(Name){.first = i, .last = i});
  bool named = head.kind == PART_GIVEN || head.kind == PART_FAMILY || head.kind == PART_NAME;
  if (!named && !(head.kind == PART_UNKNOWN && scan_reading(s, i)->guessed)) return 0;
  if (head.m.al || (reads_clitic(scan_reading(s, i)) && !head.m.cut)) return 0;
  uint32_t end = head.m.last;
  while (end < i + PARTS_MOST && may_be_part(s, end)) end++;
  const Text *t = s->text;
  bool sign = end + 2 < t->ntokens && (token_sign(t, end) == '(' || token_sign(t, end) == ',');
  if (end < i + PARTS_LEAST || !sign || t->tokens[end + 1].kind != TOKEN_NUMBER) return 0;
  if (t->tokens[end + 2].kind != TOKEN_WORD || !(scan_noun_classes(s, end + 2) & time)) return 0;
  *name = (Name){.first = i, .last = end, .cut = head.m.cut, .parts = end - i, .head = head, .tail = head};
  return end;
}

/* A name of one part, with nothing before it that announces it: «بوش», «أينشتاين». */
static bool stands_alone(const Scan *s, const Name *n, Announced how) {
  uint32_t last = 0;
  if (n->head.kind == PART_KUNYA) return true;
  if (n->last > n->first + 1) /* «في صلاح الدين»: the governorate */
    return how == ANNOUNCED_SPEECH || person_place_weight(s, n->first, n->cut, &last) < HEAVY_PLACE || last < n->last;
  if (s->text->tokens[n->first].n - n->cut < 3) return false;
  if (scan_word(s, n->first, KIND_BIT(WORD_DIVINE) | KIND_BIT(WORD_SECOND), true, NULL)) return false;
  if (how == ANNOUNCED_SPEECH) {
    bool brief = s->text->tokens[n->first].n - n->cut < 4 && n->head.weak; /* «أوضحت بأن» */
    if (scan_classes(s, n->first) || n->head.m.al || brief || scan_may_read(s, n->first, POS_SUBORD)) return false;
  } else if (n->head.weak || n->head.m.flags & NAME_COMMON) {
    return false;
  }
  return person_place_weight(s, n->first, 0, &last) < PLACE_NAME &&
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
bool person_behind_noun(const Scan *s, uint32_t i) {
  if (!i || s->text->tokens[i].flags & TOKEN_LINE || !scan_is_word(s, i - 1)) return false;
  uint8_t pos = scan_reading(s, i - 1)->pos;
  return pos == POS_NOUN || pos == POS_PROPER || pos == POS_ADJ;
}

static bool reads_verb(const Scan *s, const Name *n) {
  return scan_reads_verb(s, n->first) && !(n->parts > 2 && person_behind_noun(s, n->first));
}

/* «المعروفة باسم أم سياف» (known by the name of): a preposition and a word, where some man is called so, and no other
 * preposition stands before it. */
static bool begins_with_preposition(const Scan *s, const Name *n) {
  const Reading *r = scan_reading(s, n->first);
  if (!(n->head.m.flags & NAME_COMMON) || n->cut || r->guessed) return false;
  if (r->pos != POS_NOUN || !(r->clitics & CLITIC_PREP)) return false;
  return !n->first || s->text->tokens[n->first].flags & TOKEN_LINE || scan_reading(s, n->first - 1)->pos != POS_PREP;
}

bool person_name_holds(const Scan *s, const Name *n, Announced how) {
  uint32_t last = 0;
  if (!n->parts) return false;
  if (how == ANNOUNCED_TITLE) return n->strong || n->unknown || n->parts >= 2;
  if (how != ANNOUNCED_ROLE && how != ANNOUNCED_SPEECH && begins_with_preposition(s, n)) return false;
  if (how == ANNOUNCED_NATION && n->parts >= 2 && n->unknown) return true;
  if (how == ANNOUNCED_ROLE && n->parts >= 2 && !reads_verb(s, n)) return true;
  if (n->head.kind == PART_UNKNOWN) return n->parts >= 2 || how == ANNOUNCED_SPEECH;
  if (n->parts == 1) return stands_alone(s, n, how);
  bool place = person_place_weight(s, n->first, 0, &last) > 0 && last >= n->last && how == ANNOUNCED_NOT;
  if (place && n->listed < n->parts) return false; /* «خان شيخون» */
  bool country = n->tail.kind == PART_NISBA && scan_word(s, n->tail.m.first, KIND_BIT(WORD_NISBA), false, NULL);
  if (person_place_weight(s, n->first, n->cut, &last) >= HEAVY_PLACE && n->listed < 2 &&
      (country || n->tail.kind != PART_NISBA))
    return false;
  if (n->listed >= 2 && n->head.kind == PART_GIVEN && n->tail.kind == PART_NISBA && !reads_verb(s, n)) return true;
  if (given_and_family(s, n)) return true;
  /* «سالم ناصر باوزير»: two given names that are words, and a word that is none */
  if (n->listed >= 2 && n->head.kind == PART_GIVEN && n->tail.kind == PART_UNKNOWN && !reads_verb(s, n)) return true;
  return n->strong >= 1 && (!n->head.weak || n->strong >= 1 + (n->head.kind != PART_GIVEN));
}
