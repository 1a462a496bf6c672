/* Runs the finders over a text and gives their lists in text order. */
#include "know/find.h"

/* «مع إيران الشهر الماضي»: no name ends with the first word of a date, though a town is called so. */
static void drop_names_into(Finder *f, const Date *d) {
  for (uint32_t i = d->first, steps = 0; i-- > 0 && steps < PHRASE_MAX_TOKENS; steps++) {
    Matches *names = &f->scan.at[i];
    while (names->n && names->at->last > d->first && names->at->last < d->last) names->at++, names->n--;
  }
}

static void take_dates(Finder *f) {
  const Dates *dates = f->scan.in->dates;
  for (uint32_t i = 0; dates && i < dates->n; i++) {
    const Date *d = &dates->at[i];
    if (d->last > f->scan.text->ntokens) continue;
    take(f, d->first, d->last, TAKEN_DATE);
    drop_names_into(f, d);
  }
}

Str country_str(const uint16_t *country) { return *country ? (Str){(const char *)country, 2} : STR_NONE; }

Str country_copy(Arena *arena, uint16_t country) {
  uint16_t *at = country ? ARENA_NEW(arena, uint16_t) : NULL;
  if (!at) return STR_NONE;
  *at = country;
  return country_str(at);
}

bool ends_name(const Scan *s, uint32_t i) {
  return !scan_is_word(s, i) || s->text->tokens[i].flags & TOKEN_LINE || is_function_word(s, i);
}

bool is_function_word(const Scan *s, uint32_t i) {
  const Reading *r = scan_reading(s, i);
  switch (r->pos) {
    case POS_VERB: return !r->guessed;
    case POS_PREP:
    case POS_CONJ:
    case POS_SUBORD:
    case POS_RELATIVE:
    case POS_PRONOUN:
    case POS_DEMONSTRATIVE:
    case POS_NEGATION:
    case POS_PARTICLE:
    case POS_ADVERB:
    case POS_NUMERAL: return true;
    default: return false;
  }
}

uint32_t place_heaviest(const Scan *s, const Match *m, int *weight, uint32_t *flags) {
  *weight = -1;
  *flags = 0;
  if (!(m->kinds & NODE_PLACE)) return ROW_NONE;
  const NodeSum *sum = &s->know->sums[m->node];
  *weight = sum->weight;
  *flags = value_flags(sum->heaviest);
  return value_index(sum->heaviest);
}

Mentions know_mentions(Arena *arena, const Know *know, const KnowInput *input) {
  Finder f = {0};
  Mentions none = {0};
  uint32_t n = input->text->ntokens;
  if (!scan_init(&f.scan, arena, know, input)) return none;
  f.taken = ARENA_ARRAY(arena, uint8_t, n + 1);
  f.actor_of = ARENA_ARRAY(arena, uint32_t, n + 1);
  if (!f.taken || !f.actor_of) return none;
  for (uint32_t i = 0; i <= n; i++) f.actor_of[i] = ROW_NONE;
  const char *const bodies[] = {"organisation", "media", "sport"};
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
    f.bodies |= lexicon_class(know->lexicon, str_of(bodies[i]));
  take_dates(&f);
  find_actors(&f);
  find_persons(&f);
  find_titles(&f);
  find_places(&f);
  if (!arena_ok(arena)) return none;
  return (Mentions){.places = f.places.at,
                    .actors = f.actors.at,
                    .persons = f.persons.at,
                    .nplaces = f.places.n,
                    .nactors = f.actors.n,
                    .npersons = f.persons.n};
}

bool know_forces(const Know *k, Str country, Day day, ActorMention *forces) {
  uint16_t code;
  if (country.n != sizeof code) return false;
  memcpy(&code, country.p, sizeof code);
  uint32_t row = forces_of_country(k, code, day_of(day));
  if (row == ROW_NONE) return false;
  const ActorRow *a = &k->actors[row];
  *forces = (ActorMention){.id = strings_at(&k->texts, a->id), .name_en = strings_at(&k->texts, a->name_en)};
  return true;
}
