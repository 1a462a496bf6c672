/* A worker knows a record by its number in the document: link_pack has that in place of its row, and the writer puts
 * the row in. */
#include "ledger/document/linked.h"

#include <stdlib.h>

#include "ledger/link/link_pack.h"
#include "record/json.h"

/* ---- by a worker ---- */

typedef struct Numbered {
  uint32_t number; /* in coded->records */
  const Coded *coded;
} Numbered;

/* As the store gives them back: by where they stand, and by key. */
static int by_place(const void *a, const void *b) {
  const Numbered *x = a, *y = b;
  uint32_t from = x->coded->records[x->number].trigger.span.start,
           other = y->coded->records[y->number].trigger.span.start;
  int keys = strcmp(x->coded->keys[x->number], y->coded->keys[y->number]);
  if (from != other) return from < other ? -1 : 1;
  if (keys) return keys;
  return x->number < y->number ? -1 : x->number > y->number;
}

static Str part_of(const Coded *c, Str rid) {
  for (uint32_t i = 0; i < c->nrecords; i++)
    if (str_eq(c->records[i].id, rid)) return str_of(c->keys[i]);
  return rid;
}

static Record *records_of(const Coded *c, const Numbered *order, Arena *work) {
  Record *out = ARENA_ARRAY(work, Record, c->nrecords);
  for (uint32_t i = 0; out && i < c->nrecords; i++) {
    ErrorInfo info;
    if (json_read_record(work, c->json[order[i].number], &out[i], &info)) return NULL;
    out[i].id = str_of(c->keys[order[i].number]);
    if (out[i].part_of.n) out[i].part_of = part_of(c, out[i].part_of);
  }
  return out;
}

/* Of each item how many records it has, and their numbers. */
static const uint32_t *members_of(Arena *arena, const LinkItems *items, const Record *records, const Numbered *order) {
  uint32_t total = 0, at = 0;
  for (uint32_t i = 0; i < items->list.n; i++) total += 1 + items->list.at[i].nrecords;
  uint32_t *out = ARENA_ARRAY(arena, uint32_t, total ? total : 1);
  for (uint32_t i = 0; out && i < items->list.n; i++) {
    const LinkItem *item = &items->list.at[i];
    out[at++] = item->nrecords;
    for (uint32_t k = 0; k < item->nrecords; k++) out[at++] = order[item->records[k] - records].number;
  }
  return out;
}

/* The number of the record that an item is named by. */
static int64_t name_of(const LinkItem *item, const Record *records, const Numbered *order) {
  for (uint32_t k = 0; k < item->nrecords; k++)
    if (str_eq(item->records[k]->id, item->id)) return order[item->records[k] - records].number;
  return 0;
}

void linked_make(Coded *c, Arena *work) {
  Numbered *order = c->nrecords ? ARENA_ARRAY(work, Numbered, c->nrecords) : NULL;
  LinkItems items = {0};
  for (uint32_t i = 0; order && i < c->nrecords; i++) order[i] = (Numbered){i, c};
  if (order) qsort(order, c->nrecords, sizeof *order, by_place);
  const Record *records = order ? records_of(c, order, work) : NULL;
  if (c->nrecords && !records) return;
  link_items(work, records, c->nrecords, str_of(c->key), c->document.published, c->document.text, NULL, 0, &items);
  int64_t *names = ARENA_ARRAY(work, int64_t, items.list.n ? items.list.n : 1);
  if (!names || !arena_ok(work)) return;
  for (uint32_t i = 0; i < items.list.n; i++) names[i] = name_of(&items.list.at[i], records, order);
  c->members = members_of(&c->arena, &items, records, order);
  c->items = arena_str(&c->arena, link_pack(work, &items, names));
}

/* ---- by the writer ---- */

const Linked *linked_read(Arena *arena, const Coded *c, const int64_t *ids) {
  Linked *out = c->items.n && c->members ? ARENA_NEW(arena, Linked) : NULL;
  if (!out || !link_unpack(arena, c->items, &out->items, &out->rows)) return NULL;
  uint32_t n = out->items.list.n;
  int64_t *rows = ARENA_ARRAY(arena, int64_t, n ? n : 1);
  LinkedRows *records = ARENA_ARRAY(arena, LinkedRows, n ? n : 1);
  const uint32_t *member = c->members;
  for (uint32_t i = 0; rows && records && i < n; i++) {
    uint32_t count = *member++;
    int64_t *at = ARENA_ARRAY(arena, int64_t, count ? count : 1);
    if (!at) return NULL;
    for (uint32_t k = 0; k < count; k++) at[k] = ids[*member++];
    records[i] = (LinkedRows){at, count};
    rows[i] = ids[out->rows[i]];
  }
  out->rows = rows;
  out->records = records;
  return rows && records ? out : NULL;
}
