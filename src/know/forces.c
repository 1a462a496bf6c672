/* Whose forces they are that are named by their country alone.
 *
 *   «طائرات روسية»           Russian aircraft: the country's forces
 *   «طائرات النظام السوري»   the Syrian regime's aircraft: the forces that are part of it
 *   «غارة إسرائيلية»         an Israeli raid: a nisba on an act of war
 *
 * A country with one army at its top has no others whose act that could be; where there are two (a civil war,
 * guards beside an army) nothing is said. The army is that of the day of publication. */
#include "know/find.h"

static bool is_military(const Know *k, const ActorRow *row) {
  return str_eq(strings_at(&k->texts, row->type), STR("military"));
}

static bool holds(const ActorRow *row, uint32_t day) {
  if (!day) return !row->to;
  return (!row->from || day >= row->from) && (!row->to || day <= row->to);
}

/* A command of the army, a corps: «CENTCOM». */
static bool is_part(const Know *k, const ActorRow *row) {
  return row->parent != ROW_NONE && is_military(k, &k->actors[row->parent]);
}

/* The only one of its forces on that day: the body's, or where that is ROW_NONE the country's. */
static uint32_t only_forces(const Know *k, uint16_t country, uint32_t body, uint32_t day) {
  uint32_t one = ROW_NONE;
  for (uint32_t i = 0; i < k->nactors; i++) {
    const ActorRow *row = &k->actors[i];
    bool own = body != ROW_NONE ? row->parent == body : row->country == country && !is_part(k, row);
    if (!own || !is_military(k, row) || !holds(row, day)) continue;
    if (one != ROW_NONE) return ROW_NONE;
    one = i;
  }
  return one;
}

uint32_t forces_of_country(const Know *k, uint16_t country, uint32_t day) {
  return country ? only_forces(k, country, ROW_NONE, day) : ROW_NONE;
}

uint32_t forces_of_body(const Know *k, uint32_t body, uint32_t day) {
  return body != ROW_NONE ? only_forces(k, 0, body, day) : ROW_NONE;
}
