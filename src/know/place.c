/* Places: thin. */
#include "know/find.h"

#include <math.h>

static void put_place(Finder *f, const Match *m, uint32_t row) {
  const Scan *s = &f->scan;
  const PlaceRow *p = &s->know->places[row];
  PlaceMention out = {.first = m->first, .last = m->last, .container = UINT32_MAX, .basis = STR("stated")};
  out.span = out.name = scan_span(s, m->first, m->cut, m->last);
  out.id = strings_at(&s->know->texts, p->id);
  out.name_en = strings_at(&s->know->texts, p->name_en);
  out.country = country_str(&p->country);
  if (p->admin1 != ROW_NONE) out.admin1 = strings_at(&s->know->texts, s->know->places[p->admin1].name_en);
  if (p->kind == KIND_ADMIN1) out.admin1 = out.name_en;
  out.lat = (double)p->lat;
  out.lon = (double)p->lon;
  out.level = (uint8_t)place_kind_level((PlaceKind)p->kind);
  out.precision = p->precision;
  if (f->taken[m->first] & (TAKEN_ACTOR | TAKEN_PERSON)) out.use = PLACE_IN_NAME;
  vec_push(&f->places, s->arena, out);
}

void find_places(Finder *f) {
  const Scan *s = &f->scan;
  for (uint32_t i = 0; i < s->text->ntokens; i++) {
    if (f->taken[i] & TAKEN_DATE) continue;
    for (uint32_t k = 0; k < s->at[i].n; k++) {
      const Match *m = &s->at[i].at[k];
      int weight;
      uint32_t flags, row = place_heaviest(s, m, &weight, &flags);
      if (row == ROW_NONE) continue;
      if (weight < 30 && flags & (NAME_WORD | NAME_PERSONAL)) continue;
      if (weight < 10 && m->cut) continue;
      put_place(f, m, row);
      i = m->last - 1;
      break;
    }
  }
}
