/* Which of the actors that share a name is meant.
 *
 *   «طائرات التحالف» (the coalition's aircraft) over Hodeidah are those of the one coalition, over Raqqa those of
 *   another; «الجيش الوطني» (the national army) is Libya's, Yemen's, or a part of Syria's opposition.
 *
 * Each has a theatre, the countries where it acts. First the sentence says: the countries of the places, nisbas and
 * other actors that it names. Then the last of them that was named before; then whichever the text names by a name that
 * is his alone; then the countries that the whole text names, if a good part of them are of one theatre. Where nothing
 * tells, it is nobody. */
#include "know/find.h"

enum {
  BACK_MOST = 24,    /* actors named before */
  HEAVY = 20,        /* a place that speaks for its country */
  WHOLE_MOST = 4096, /* tokens read of a long text */
  GOOD_PART = 3,     /* one name in three */
  ANY_PART = 1024
};

static bool acts_in(const ActorRow *a, uint16_t country) {
  if (!a->theatre[0]) return a->country == country;
  for (size_t i = 0; i < THEATRE_MOST; i++)
    if (a->theatre[i] == country) return true;
  return false;
}

/* «في تعز», «مدينة تعز»: a name that is a word as well, where a place is told. */
static bool stands_for_place(const Scan *s, uint32_t token) {
  if (!token) return false;
  return scan_reading(s, token - 1)->pos == POS_PREP || scan_word(s, token - 1, KIND_BIT(WORD_LEVEL), true, NULL);
}

/* The country of which the name at a token speaks; 0 where it speaks of none. */
static uint16_t country_at(const Scan *s, uint32_t token, const uint8_t *told) {
  for (uint32_t k = 0; k < s->at[token].n; k++) {
    const Match *m = &s->at[token].at[k];
    int weight;
    uint32_t flags, row = place_heaviest(s, m, &weight, &flags);
    bool word = row != ROW_NONE && flags & NAME_COMMON && !stands_for_place(s, token);
    if (row != ROW_NONE && weight >= HEAVY && !word) return s->know->places[row].country;
    PhraseValues values = scan_values(s, m);
    for (uint32_t i = 0; m->kinds & NODE_ACTOR && i < values.n; i++) {
      uint32_t actor = value_index(values.at[i]);
      if (value_kind(values.at[i]) == KNOW_ACTOR && told[actor]) return s->know->actors[actor].country;
    }
  }
  const WordRow *nisba = scan_word(s, token, KIND_BIT(WORD_NISBA), true, NULL);
  return nisba ? s->know->places[nisba->value].country : 0;
}

/* The one of the rows in whose theatre most of the names between two tokens lie, and at least one in `part`; ROW_NONE
 * where there are too few, or two are alike. */
static uint32_t by_countries(const Scan *s, const uint32_t *rows, uint32_t n, uint32_t first, uint32_t last,
                             const uint8_t *told, uint32_t part) {
  uint32_t votes[RIVALS_MOST] = {0}, best = 0, all = 0;
  for (uint32_t i = first; i < last; i++) {
    uint16_t country = scan_is_word(s, i) ? country_at(s, i, told) : 0;
    all += country != 0;
    for (uint32_t k = 0; country && k < n; k++) votes[k] += acts_in(&s->know->actors[rows[k]], country);
  }
  for (uint32_t k = 1; k < n; k++)
    if (votes[k] > votes[best]) best = k;
  for (uint32_t k = 0; k < n; k++)
    if (k != best && votes[k] == votes[best]) return ROW_NONE;
  return votes[best] && votes[best] * part >= all ? rows[best] : ROW_NONE;
}

static bool holds(const uint32_t *rows, uint32_t n, uint32_t row) {
  for (uint32_t k = 0; k < n; k++)
    if (rows[k] == row) return true;
  return false;
}

static uint32_t last_named(const Finder *f, const uint32_t *rows, uint32_t n) {
  uint32_t named = f->actors.n, from = named > BACK_MOST ? named - BACK_MOST : 0;
  for (uint32_t i = named; i-- > from;) {
    uint32_t row = f->actor_of[f->actors.at[i].first];
    if (row != ROW_NONE && holds(rows, n, row)) return row;
  }
  return ROW_NONE;
}

static uint32_t only_told(const uint32_t *rows, uint32_t n, const uint8_t *told) {
  uint32_t only = ROW_NONE;
  for (uint32_t k = 0; k < n; k++) {
    if (!told[rows[k]]) continue;
    if (only != ROW_NONE) return ROW_NONE;
    only = rows[k];
  }
  return only;
}

uint32_t theatre_choose(const Finder *f, const uint32_t *rows, uint32_t n, uint32_t token, const uint8_t *told) {
  const Scan *s = &f->scan;
  const Sentence *sentence = &s->text->sentences[s->text->tokens[token].sentence];
  uint32_t row = by_countries(s, rows, n, sentence->first, sentence->last, told, ANY_PART);
  if (row == ROW_NONE) row = last_named(f, rows, n);
  if (row == ROW_NONE) row = only_told(rows, n, told);
  uint32_t end = s->text->ntokens < WHOLE_MOST ? s->text->ntokens : WHOLE_MOST;
  if (row == ROW_NONE) row = by_countries(s, rows, n, 0, end, told, GOOD_PART);
  return row;
}
