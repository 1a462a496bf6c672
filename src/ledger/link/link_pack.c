/* A document's items are held against hundreds of others': read from their records' JSON each
 * time that would be most of what linking costs. Here they are one string of bytes: small numbers
 * seven bits a byte, the lowest first, the last one without its highest bit; hashes in little-endian
 * order at fixed width; strings behind their length, lists behind their number. How long it is
 * settles how many pages of the ledger a new document's look at its likes costs.
 *
 * A ledger may come from anywhere: reading checks every length against what is left, and every
 * number of a list against what the list may hold. */
#include "ledger/link/link_pack.h"

#include "record/writer.h"

enum { VERSION = 7, MOST_ITEMS = 1 << 16, MOST_TEXT = 1 << 16, LEAST_BYTES = 20 /* of an item */ };

/* ---- out ---- */

static void put_u64(Writer *w, uint64_t n) {
  char bytes[8];
  for (uint32_t i = 0; i < 8; i++) bytes[i] = (char)(n >> (8 * i));
  writer_put(w, (Str){bytes, sizeof bytes});
}

static void put_hash(Writer *w, uint32_t n) {
  char bytes[4];
  for (uint32_t i = 0; i < 4; i++) bytes[i] = (char)(n >> (8 * i));
  writer_put(w, (Str){bytes, sizeof bytes});
}

static void put_n(Writer *w, uint64_t n) {
  for (; n > 127; n >>= 7) writer_byte(w, (char)(n | 128));
  writer_byte(w, (char)n);
}

/* Small ones of either sign: 0 -1 1 -2 … */
static void put_signed(Writer *w, int32_t n) { put_n(w, (uint32_t)n << 1 ^ (n < 0 ? UINT32_MAX : 0)); }

static void put_double(Writer *w, double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  put_u64(w, bits);
}

static void put_str(Writer *w, Str s) {
  if (s.n > MOST_TEXT) s = STR_NONE;
  put_n(w, s.n);
  writer_put(w, s);
}

static void put_period(Writer *w, Period p) {
  put_signed(w, p.from);
  put_signed(w, p.to);
  put_n(w, p.known);
}

static void put_place(Writer *w, const Place *p, uint32_t word) {
  put_str(w, p->quote.text);
  put_str(w, p->id);
  put_str(w, p->name);
  put_str(w, p->country);
  put_str(w, p->admin1);
  put_double(w, p->lat);
  put_double(w, p->lon);
  put_n(w, p->precision);
  put_str(w, p->basis);
  put_hash(w, word);
}

static void put_actors(Writer *w, const Actor *const *list, uint32_t n) {
  put_n(w, n);
  for (uint32_t i = 0; i < n; i++) {
    put_str(w, list[i]->quote.text);
    put_str(w, list[i]->id);
    put_str(w, list[i]->name);
    put_str(w, list[i]->parent);
  }
}

static void put_wording(Writer *w, const Wording *words) {
  put_n(w, words->n);
  put_n(w, words->weight);
  for (uint32_t i = 0; i < words->n; i++) put_hash(w, words->words[i]);
}

/* As a rule it is one of the item's places: its number from 1, 0 where there is none; else behind all numbers. */
static void put_exact(Writer *w, const LinkItem *item) {
  uint32_t at = 0;
  while (at < item->nplaces && item->places[at] != item->exact) at++;
  put_n(w, item->exact ? at + 1 : 0);
  if (item->exact && at == item->nplaces) put_place(w, item->exact, 0);
}

static void put_item(Writer *w, const LinkItem *item, int64_t row) {
  uint32_t ntypes = item->nrecords < LINK_PLACES ? item->nrecords : LINK_PLACES;
  put_n(w, (uint64_t)row);
  put_str(w, item->id);
  put_str(w, item->doc);
  for (uint32_t i = 0; i < LINK_HOMES; i++) put_str(w, item->homes[i]);
  put_n(w, ntypes);
  for (uint32_t i = 0; i < ntypes; i++) put_str(w, item->records[i]->type);
  put_period(w, item->when);
  put_period(w, item->published);
  put_n(w, (uint32_t)item->told | (uint32_t)item->several << 1 | (uint32_t)item->news << 2 |
               (uint32_t)item->earlier << 3 | (uint32_t)item->tells << 4);
  put_n(w, item->nplaces);
  for (uint32_t i = 0; i < item->nplaces; i++) put_place(w, item->places[i], item->place_words[i]);
  put_exact(w, item);
  put_actors(w, item->agents, item->nagents);
  put_actors(w, item->targets, item->ntargets);
  put_n(w, item->ntolls);
  for (uint32_t i = 0; i < item->ntolls; i++) {
    put_str(w, item->tolls[i].what);
    put_double(w, item->tolls[i].count.min);
    put_double(w, item->tolls[i].count.max);
    put_n(w, (uint32_t)item->tolls[i].count.set | (uint32_t)item->tolls[i].count.approx << 1 |
                 (uint32_t)item->tolls[i].sum << 2);
  }
  put_n(w, item->npeople);
  for (uint32_t i = 0; i < item->npeople; i++) {
    put_str(w, item->people[i]->name);
    put_u64(w, item->names[i]);
  }
  put_wording(w, &item->words);
  put_wording(w, &item->beside);
}

Str link_pack(Arena *arena, const LinkItems *items, const int64_t *rows) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  Wording none = {0};
  put_n(&w, VERSION);
  put_n(&w, items->list.n);
  put_wording(&w, items->list.n ? &items->list.at[0].opening : &none); /* one document has one */
  for (uint32_t i = 0; i < items->list.n; i++) put_item(&w, &items->list.at[i], rows[i]);
  return buffer_str(&buffer);
}

/* ---- in ---- */

typedef struct Unpacking {
  Arena *arena;
  Str left;
  bool bad; /* everything read since is zero */
} Unpacking;

static uint32_t hash_at(const char *p) {
  const uint8_t *b = (const uint8_t *)p;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static uint64_t take_number(Unpacking *u, uint32_t width) {
  uint64_t n = 0;
  if (u->bad || u->left.n < width) return u->bad = true, 0;
  for (uint32_t i = 0; i < width; i++) n |= (uint64_t)(uint8_t)u->left.p[i] << (8 * i);
  u->left = str_slice(u->left, width, u->left.n);
  return n;
}

static uint64_t take_u64(Unpacking *u) { return take_number(u, 8); }
static uint32_t take_hash(Unpacking *u) { return (uint32_t)take_number(u, 4); }

static uint64_t take_long(Unpacking *u) {
  uint64_t n = 0;
  for (uint32_t shift = 0; shift < 64 && u->left.n && !u->bad; shift += 7) {
    uint8_t byte = (uint8_t)u->left.p[0];
    u->left = (Str){u->left.p + 1, u->left.n - 1};
    n |= (uint64_t)(byte & 127) << shift;
    if (byte < 128) return n;
  }
  return u->bad = true, 0;
}

static uint32_t take_u32(Unpacking *u) { return (uint32_t)take_long(u); }

static int32_t take_signed(Unpacking *u) {
  uint32_t n = take_u32(u);
  return (int32_t)(n >> 1 ^ (n & 1 ? UINT32_MAX : 0));
}

/* The number of a list that may hold `most`. */
static uint32_t take_n(Unpacking *u, uint32_t most) {
  uint32_t n = take_u32(u);
  if (n > most) u->bad = true;
  return u->bad ? 0 : n;
}

static double take_double(Unpacking *u) {
  uint64_t bits = take_u64(u);
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static Str take_str(Unpacking *u) {
  uint32_t n = take_n(u, MOST_TEXT);
  if (u->bad || u->left.n < n) return u->bad = true, STR_NONE;
  Str s = {u->left.p, n};
  u->left = str_slice(u->left, n, u->left.n);
  return s;
}

static Period take_period(Unpacking *u) {
  Period p = {.from = take_signed(u)};
  p.to = take_signed(u);
  p.known = take_u32(u) != 0;
  return p;
}

static void take_place(Unpacking *u, Place *p, uint32_t *word) {
  p->quote.text = take_str(u);
  p->id = take_str(u);
  p->name = take_str(u);
  p->country = take_str(u);
  p->admin1 = take_str(u);
  p->lat = take_double(u);
  p->lon = take_double(u);
  p->precision = (uint8_t)take_u32(u);
  p->basis = take_str(u);
  *word = take_hash(u);
}

static void take_places(Unpacking *u, LinkItem *item) {
  uint32_t n = take_n(u, LINK_PLACES);
  Place *places = n ? ARENA_ARRAY(u->arena, Place, n) : NULL;
  for (uint32_t i = 0; places && i < n; i++) {
    take_place(u, &places[i], &item->place_words[i]);
    item->places[item->nplaces++] = &places[i];
  }
}

static void take_exact(Unpacking *u, LinkItem *item) {
  uint32_t at = take_n(u, LINK_PLACES + 1), word;
  if (at && at <= item->nplaces) item->exact = item->places[at - 1];
  if (at <= item->nplaces) return;
  Place *place = ARENA_NEW(u->arena, Place);
  if (!place) return;
  take_place(u, place, &word);
  item->exact = place;
}

static uint32_t take_actors(Unpacking *u, const Actor **list) {
  uint32_t n = take_n(u, LINK_ACTORS);
  Actor *actors = n ? ARENA_ARRAY(u->arena, Actor, n) : NULL;
  if (!actors) return 0;
  for (uint32_t i = 0; i < n; i++) {
    actors[i].quote.text = take_str(u);
    actors[i].id = take_str(u);
    actors[i].name = take_str(u);
    actors[i].parent = take_str(u);
    list[i] = &actors[i];
  }
  return n;
}

static void take_tolls(Unpacking *u, LinkItem *item) {
  item->ntolls = take_n(u, LINK_TOLLS);
  for (uint32_t i = 0; i < item->ntolls; i++) {
    LinkToll *t = &item->tolls[i];
    t->what = take_str(u);
    t->count.min = take_double(u);
    t->count.max = take_double(u);
    uint32_t flags = take_u32(u);
    t->count.set = flags & 1;
    t->count.approx = flags >> 1 & 1;
    t->sum = flags >> 2 & 1;
  }
}

static void take_people(Unpacking *u, LinkItem *item) {
  uint32_t n = take_n(u, LINK_PEOPLE);
  Person *people = n ? ARENA_ARRAY(u->arena, Person, n) : NULL;
  for (uint32_t i = 0; people && i < n; i++) {
    people[i].name = take_str(u);
    item->names[i] = take_u64(u);
    item->people[item->npeople++] = &people[i];
  }
}

static Wording take_wording(Unpacking *u) {
  Wording words = {.n = take_n(u, WORDING_MOST)};
  words.weight = take_u32(u);
  size_t size = words.n * sizeof(uint32_t);
  if (u->bad || u->left.n < size) return u->bad = true, (Wording){0};
  uint32_t *list = words.n ? ARENA_ARRAY(u->arena, uint32_t, words.n) : NULL;
  if (!list) return (Wording){0};
  for (uint32_t i = 0; i < words.n; i++) list[i] = hash_at(u->left.p + i * sizeof *list);
  u->left = str_slice(u->left, size, u->left.n);
  words.words = list;
  return words;
}

static void take_types(Unpacking *u, LinkItem *item) {
  uint32_t n = take_n(u, LINK_PLACES);
  Record *records = n ? ARENA_ARRAY(u->arena, Record, n) : NULL;
  const Record **list = n ? ARENA_ARRAY(u->arena, const Record *, n) : NULL;
  for (uint32_t i = 0; records && list && i < n; i++) {
    records[i].type = take_str(u);
    list[i] = &records[i];
  }
  item->records = (const Record *const *)list;
  item->nrecords = records && list ? n : 0;
}

static LinkItem take_item(Unpacking *u, int64_t *row) {
  LinkItem item = {0};
  *row = (int64_t)take_long(u);
  item.id = take_str(u);
  item.doc = take_str(u);
  for (uint32_t i = 0; i < LINK_HOMES; i++) item.homes[i] = take_str(u);
  take_types(u, &item);
  item.when = take_period(u);
  item.published = take_period(u);
  uint32_t flags = take_u32(u);
  item.told = flags & 1;
  item.several = flags >> 1 & 1;
  item.news = flags >> 2 & 1;
  item.earlier = flags >> 3 & 1;
  item.tells = (uint8_t)(flags >> 4 & LINK_TELLS_ALL);
  take_places(u, &item);
  take_exact(u, &item);
  item.nagents = take_actors(u, item.agents);
  item.ntargets = take_actors(u, item.targets);
  take_tolls(u, &item);
  take_people(u, &item);
  item.words = take_wording(u);
  item.beside = take_wording(u);
  return item;
}

bool link_unpack(Arena *arena, Str bytes, LinkItems *items, const int64_t **rows) {
  Unpacking u = {.arena = arena, .left = arena_str(arena, bytes)};
  if (take_u32(&u) != VERSION) return false;
  uint32_t n = take_n(&u, MOST_ITEMS);
  Wording opening = take_wording(&u);
  int64_t *numbers = n ? ARENA_ARRAY(arena, int64_t, n) : NULL;
  if (n <= u.left.n / LEAST_BYTES) link_items_room(arena, items, n);
  for (uint32_t i = 0; numbers && i < n && !u.bad; i++) {
    LinkItem item = take_item(&u, &numbers[i]);
    item.opening = opening;
    vec_push(&items->list, arena, item);
  }
  *rows = numbers;
  return !u.bad && !u.left.n && arena_ok(arena) && items->list.n == n;
}
