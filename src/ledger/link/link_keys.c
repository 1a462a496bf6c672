/* The keys under which an item is filed and its likes are found.
 *
 * A key joins a day, what kind of act it was, and where: the country, the last word of the first
 * place («بلدة نصيب», the town of Nasib, may be known to one report only by name), or for an item
 * without a place its actors. «قتل 12 في دوما أمس» of 3 May is filed under 2 and 3 May, violence, SY: the
 * day after is a key too, so that reports a day apart meet. Longer periods are filed by months,
 * and what is filed by days is filed by its month as well, for them to find. The country that its
 * report speaks of is a key as well: a dateline («القاهرة», Cairo) may have been read as its place. */
#include "base/hash.h"
#include "ledger/link/kinship.h"
#include "ledger/link/link.h"

enum { KEY_DAYS = 5, KEY_MONTHS = 3, MONTH = 30, MOST_WHERE = 5 };

typedef struct Keys {
  uint64_t *at;
  uint32_t n;
} Keys;

static void add_key(Keys *keys, uint32_t unit, int32_t time, uint32_t family, Str where) {
  uint64_t parts[4] = {unit, (uint64_t)(int64_t)time, family, hash64(where.p, where.n)};
  uint64_t key = hash64(parts, sizeof parts);
  for (uint32_t i = 0; i < keys->n; i++)
    if (keys->at[i] == key) return;
  if (keys->n < LINK_KEYS) keys->at[keys->n++] = key;
}

static void add_where(Str where, Str *out, uint32_t *n) {
  for (uint32_t i = 0; i < *n; i++)
    if (str_eq(out[i], where)) return;
  if (where.n && *n < MOST_WHERE) out[(*n)++] = where;
}

static Str last_word(Str words) {
  size_t from = words.n;
  while (from && words.p[from - 1] != ' ') from--;
  return str_slice(words, from, words.n);
}

static uint32_t wheres(const LinkItem *item, Str out[MOST_WHERE]) {
  uint32_t n = 0;
  if (item->nplaces) add_where(last_word(item->places[0]->quote.text), out, &n);
  for (uint32_t i = 0; i < item->nplaces && n + LINK_HOMES < MOST_WHERE; i++)
    add_where(item->places[i]->country, out, &n);
  for (uint32_t i = 0; i < LINK_HOMES; i++) /* whose place may be read wrong, or not at all */
    add_where(item->homes[i], out, &n);
  if (n) return n;
  for (uint32_t i = 0; i < item->nagents; i++) add_where(item->agents[i]->id, out, &n);
  for (uint32_t i = 0; i < item->ntargets; i++) add_where(item->targets[i]->id, out, &n);
  return n;
}

static void file_under(Keys *keys, const LinkItem *item, uint32_t family, Str where) {
  int32_t from = item->when.from, to = item->when.to;
  if ((int64_t)to - from < KEY_DAYS) {
    for (int32_t day = from; day <= to + 1; day++) add_key(keys, 1, day, family, where);
    to = from;
  }
  for (int32_t month = from / MONTH, n = 0; month <= to / MONTH && n < KEY_MONTHS; month++, n++)
    add_key(keys, MONTH, month, family, where);
}

uint32_t link_keys(const LinkItem *item, uint64_t out[LINK_KEYS]) {
  Keys keys = {out, 0};
  if (!item->when.known || item->when.from == INT32_MIN || item->when.to == INT32_MAX) return 0;
  Str where[MOST_WHERE];
  uint32_t nwhere = wheres(item, where);
  for (uint32_t i = 0; i < item->nrecords && i < LINK_PLACES; i++) {
    uint32_t families[KINSHIP_FAMILIES], n = kinship_families(item->records[i]->type, families);
    for (uint32_t f = 0; f < n; f++)
      for (uint32_t w = 0; w < nwhere; w++) file_under(&keys, item, families[f], where[w]);
  }
  return keys.n;
}

/* As file_under counts. */
static int32_t last_month(Period p) {
  int32_t first = p.from / MONTH, last = p.to / MONTH;
  if ((int64_t)p.to - p.from < KEY_DAYS) return first;
  return last < first + KEY_MONTHS - 1 ? last : first + KEY_MONTHS - 1;
}

bool link_days_share(Period a, Period b) {
  bool days = (int64_t)a.to - a.from < KEY_DAYS && (int64_t)b.to - b.from < KEY_DAYS;
  if (days && a.from <= (int64_t)b.to + 1 && b.from <= (int64_t)a.to + 1) return true;
  return a.from / MONTH <= last_month(b) && b.from / MONTH <= last_month(a);
}

/* What is filed by months is filed by its first ones alone. */
int64_t link_days_from(Period when) { return ((int64_t)when.from / MONTH - KEY_MONTHS) * MONTH; }

int64_t link_days_to(Period when) {
  int64_t month = ((int64_t)last_month(when) + 1) * MONTH, day = (int64_t)when.to + 1;
  return (int64_t)when.to - when.from < KEY_DAYS && day > month ? day : month;
}

uint32_t link_drawers(const LinkItem *item, uint64_t out[LINK_DRAWERS]) {
  Keys keys = {out, 0};
  Str where[MOST_WHERE];
  if (!item->when.known || item->when.from == INT32_MIN || item->when.to == INT32_MAX) return 0;
  uint32_t nwhere = wheres(item, where);
  for (uint32_t i = 0; i < item->nrecords && i < LINK_PLACES; i++) {
    uint32_t families[KINSHIP_FAMILIES], n = kinship_families(item->records[i]->type, families);
    for (uint32_t f = 0; f < n; f++)
      for (uint32_t w = 0; w < nwhere; w++) add_key(&keys, 0, 0, families[f], where[w]);
  }
  return keys.n;
}
