/* Incidents out of pairs, with a reviewer's word above all.
 *
 * Pairs are taken from the best to the least, equal ones by their ids; the two groups that a
 * pair would join are held against each other as a whole: none of their pairs (of MOST_HELD
 * members a side, by id) may lie more than SLACK under the threshold. So a report without numbers, which could belong
 * to the raid that killed three and to the one that killed nine, goes to the one it is nearer to and does not chain the
 * two. */
#include "ledger/link/link.h"

#include <stdlib.h>

enum { MOST_HELD = 12, SLACK = 4, MEAN_SLACK = 1 };

typedef struct Edge {
  uint32_t a, b; /* positions in the order of ids */
  int32_t points;
} Edge;

typedef struct Cluster {
  uint32_t *up;         /* [n] towards the smallest member */
  uint32_t *next, *end; /* [n] members as a list; end of a root's list */
  uint32_t *size;       /* [n] of a root */
  bool *decided;
  const uint32_t *order; /* [n] items by id */
  const LinkItem *items;
  const LinkOptions *options;
  const Edge *splits;
  uint32_t nsplits;
} Cluster;

static int32_t threshold_of(const LinkOptions *o) { return o && o->threshold ? o->threshold : LINK_THRESHOLD; }

static uint32_t root_of(Cluster *c, uint32_t i) {
  while (c->up[i] != i) i = c->up[i] = c->up[c->up[i]];
  return i;
}

static void unite(Cluster *c, uint32_t a, uint32_t b) {
  uint32_t x = root_of(c, a), y = root_of(c, b);
  if (x == y) return;
  if (x > y) {
    uint32_t t = x;
    x = y;
    y = t;
  }
  c->up[y] = x;
  c->next[c->end[x]] = y;
  c->end[x] = c->end[y];
  c->size[x] += c->size[y];
  c->decided[x] |= c->decided[y];
}

static bool split_between(Cluster *c, uint32_t x, uint32_t y) {
  for (uint32_t i = 0; i < c->nsplits; i++) {
    uint32_t a = root_of(c, c->splits[i].a), b = root_of(c, c->splits[i].b);
    if ((a == x && b == y) || (a == y && b == x)) return true;
  }
  return false;
}

/* The least members by id of a group. */
static uint32_t held(const Cluster *c, uint32_t root, uint32_t out[MOST_HELD]) {
  uint32_t n = 0;
  for (uint32_t i = root, seen = 0; seen < c->size[root]; i = c->next[i], seen++) {
    if (n == MOST_HELD && i > out[n - 1]) continue;
    uint32_t at = n < MOST_HELD ? n++ : n - 1;
    while (at && out[at - 1] > i) {
      out[at] = out[at - 1];
      at--;
    }
    out[at] = i;
  }
  return n;
}

static bool other_victims(const LinkScore *s) {
  for (uint32_t i = 0; i < s->nparts; i++)
    if (s->parts[i].kind == LINK_TOLL && s->parts[i].points <= LINK_OTHER_VICTIMS) return true;
  return false;
}

static bool groups_agree(Cluster *c, uint32_t x, uint32_t y) {
  uint32_t a[MOST_HELD], b[MOST_HELD], na = held(c, x, a), nb = held(c, y, b);
  int32_t sum = 0, pairs = (int32_t)(na * nb);
  for (uint32_t i = 0; i < na; i++)
    for (uint32_t k = 0; k < nb; k++) {
      LinkScore s = link_score(NULL, &c->items[c->order[a[i]]], &c->items[c->order[b[k]]]);
      if (s.points < threshold_of(c->options) - SLACK || other_victims(&s)) return false;
      sum += s.points;
    }
  return sum >= pairs * (threshold_of(c->options) - MEAN_SLACK);
}

static int by_points(const void *p, const void *q) {
  const Edge *x = p, *y = q;
  if (x->points != y->points) return x->points > y->points ? -1 : 1;
  if (x->a != y->a) return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static void join_pairs(Cluster *c, const Edge *edges, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    uint32_t x = root_of(c, edges[i].a), y = root_of(c, edges[i].b);
    if (x != y && !split_between(c, x, y) && groups_agree(c, x, y)) unite(c, x, y);
  }
}

/* ---- order by id ---- */

typedef struct Named {
  Str id;
  uint32_t item;
} Named;

static int by_id(const void *p, const void *q) {
  const Named *x = p, *y = q;
  int c = str_cmp(x->id, y->id);
  return c ? c : x->item < y->item ? -1 : x->item > y->item;
}

static Named *names_of(Arena *arena, const LinkItem *items, uint32_t n) {
  Named *names = ARENA_ARRAY(arena, Named, n ? n : 1);
  for (uint32_t i = 0; names && i < n; i++) names[i] = (Named){items[i].id, i};
  if (names && n) qsort(names, n, sizeof *names, by_id);
  return names;
}

typedef struct Index {
  VEC(Named) list; /* every record's id, with its item's rank */
} Index;

static void index_records(Arena *arena, const LinkItem *items, const uint32_t *rank, uint32_t n, Index *out) {
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < items[i].nrecords; k++)
      vec_push(&out->list, arena, (Named){items[i].records[k]->id, rank[i]});
  if (out->list.n) qsort(out->list.at, out->list.n, sizeof *out->list.at, by_id);
}

/* The rank of a record's item; UINT32_MAX: no such record. */
static uint32_t find(const Index *index, Str id) {
  const Named *names = index->list.at;
  uint32_t from = 0, to = index->list.n;
  while (from < to) {
    uint32_t mid = from + (to - from) / 2;
    int c = str_cmp(names[mid].id, id);
    if (!c) return names[mid].item;
    if (c < 0)
      from = mid + 1;
    else
      to = mid;
  }
  return UINT32_MAX;
}

/* ---- decisions ---- */

static Edge edge_of(uint32_t a, uint32_t b, int32_t points) {
  return a < b ? (Edge){a, b, points} : (Edge){b, a, points};
}

typedef struct Decided {
  VEC(Edge) merges;
  VEC(Edge) splits;
  VEC(uint32_t) orphans;
} Decided;

static int by_pair(const void *p, const void *q) {
  const Edge *x = p, *y = q;
  if (x->a != y->a) return x->a < y->a ? -1 : 1;
  if (x->b != y->b) return x->b < y->b ? -1 : 1;
  return x->points < y->points ? -1 : x->points > y->points;
}

/* Of two decisions on one pair the later holds: sorted by pair, the last of each. */
static void sort_decisions(Arena *arena, const Index *index, const LinkDecision *decisions, uint32_t count,
                           Decided *out) {
  Edge *pairs = ARENA_ARRAY(arena, Edge, count ? count : 1);
  uint32_t npairs = 0;
  for (uint32_t i = 0; pairs && i < count; i++) {
    uint32_t a = find(index, decisions[i].a), b = find(index, decisions[i].b);
    if (a == UINT32_MAX || b == UINT32_MAX)
      vec_push(&out->orphans, arena, i);
    else if (a != b)
      pairs[npairs++] = edge_of(a, b, (int32_t)i);
  }
  if (npairs) qsort(pairs, npairs, sizeof *pairs, by_pair);
  for (uint32_t i = 0; i < npairs; i++) {
    if (i + 1 < npairs && pairs[i + 1].a == pairs[i].a && pairs[i + 1].b == pairs[i].b) continue;
    if (decisions[pairs[i].points].verdict == LINK_MERGE)
      vec_push(&out->merges, arena, pairs[i]);
    else
      vec_push(&out->splits, arena, pairs[i]);
  }
}

/* ---- the whole ---- */

static bool cluster_init(Cluster *c, Arena *arena, uint32_t n) {
  uint32_t room = n ? n : 1;
  c->up = ARENA_ARRAY(arena, uint32_t, room);
  c->next = ARENA_ARRAY(arena, uint32_t, room);
  c->end = ARENA_ARRAY(arena, uint32_t, room);
  c->size = ARENA_ARRAY(arena, uint32_t, room);
  c->decided = ARENA_ARRAY(arena, bool, room);
  if (!arena_ok(arena)) return false;
  for (uint32_t i = 0; i < n; i++) {
    c->up[i] = c->end[i] = i;
    c->size[i] = 1;
  }
  return true;
}

/* A merge of one pair and a split of another may clash by way of a third record: the pairs are
 * what was decided on, so a merge always holds, and a split keeps points from joining. */
static void apply_decisions(Cluster *c, const Decided *decided) {
  for (uint32_t i = 0; i < decided->merges.n; i++) {
    unite(c, decided->merges.at[i].a, decided->merges.at[i].b);
    c->decided[root_of(c, decided->merges.at[i].a)] = true;
  }
  for (uint32_t i = 0; i < decided->splits.n; i++)
    c->decided[root_of(c, decided->splits.at[i].a)] = c->decided[root_of(c, decided->splits.at[i].b)] = true;
}

static LinkIncident incident_of(Arena *arena, Cluster *c, uint32_t root) {
  uint32_t *members = ARENA_ARRAY(arena, uint32_t, c->size[root]);
  uint32_t n = 0;
  for (uint32_t i = root; members && n < c->size[root]; i = c->next[i]) members[n++] = i;
  return (LinkIncident){.members = members, .nmembers = members ? n : 0, .decided = c->decided[root]};
}

static int by_number(const void *p, const void *q) {
  uint32_t x = *(const uint32_t *)p, y = *(const uint32_t *)q;
  return x < y ? -1 : x > y;
}

static LinkIncidents collect(Arena *arena, Cluster *c, uint32_t n, const Decided *decided) {
  VEC(LinkIncident) out = {0};
  for (uint32_t i = 0; i < n; i++) {
    if (root_of(c, i) != i) continue;
    LinkIncident incident = incident_of(arena, c, i);
    uint32_t *members = (uint32_t *)incident.members;
    if (incident.nmembers) qsort(members, incident.nmembers, sizeof *members, by_number);
    for (uint32_t k = 0; k < incident.nmembers; k++) members[k] = c->order[members[k]];
    incident.id = c->items[c->order[i]].id;
    vec_push(&out, arena, incident);
  }
  return (LinkIncidents){out.at, out.n, decided->orphans.at, decided->orphans.n};
}

LinkIncidents link_clusters(Arena *arena, const LinkItem *items, uint32_t n, const LinkPair *pairs, uint32_t npairs,
                            const LinkDecision *decisions, uint32_t ndecisions, const LinkOptions *options) {
  Named *names = names_of(arena, items, n);
  uint32_t *order = ARENA_ARRAY(arena, uint32_t, n ? n : 1), *rank = ARENA_ARRAY(arena, uint32_t, n ? n : 1);
  Edge *edges = ARENA_ARRAY(arena, Edge, npairs ? npairs : 1);
  Cluster c = {.order = order, .items = items, .options = options};
  Decided decided = {0};
  if (!names || !order || !rank || !edges || !cluster_init(&c, arena, n)) return (LinkIncidents){0};
  for (uint32_t i = 0; i < n; i++) {
    order[i] = names[i].item;
    rank[names[i].item] = i;
  }
  Index index = {0};
  index_records(arena, items, rank, n, &index);
  sort_decisions(arena, &index, decisions, ndecisions, &decided);
  c.splits = decided.splits.at;
  c.nsplits = decided.splits.n;
  uint32_t nedges = 0;
  for (uint32_t i = 0; i < npairs; i++)
    if (pairs[i].points >= threshold_of(options))
      edges[nedges++] = edge_of(rank[pairs[i].a], rank[pairs[i].b], pairs[i].points);
  if (nedges) qsort(edges, nedges, sizeof *edges, by_points);
  apply_decisions(&c, &decided);
  join_pairs(&c, edges, nedges);
  return collect(arena, &c, n, &decided);
}

/* ---- candidates in memory ---- */

typedef struct Filed {
  uint64_t key;
  uint32_t rank;
} Filed;

static int by_key(const void *p, const void *q) {
  const Filed *x = p, *y = q;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static int by_ranks(const void *p, const void *q) {
  const LinkPair *x = p, *y = q;
  if (x->a != y->a) return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static void score_into(Arena *arena, const LinkItem *items, const Named *names, LinkPair *pairs, uint32_t n,
                       const LinkOptions *options, LinkPairs *out) {
  if (n) qsort(pairs, n, sizeof *pairs, by_ranks);
  for (uint32_t i = 0; i < n; i++) {
    if (i && pairs[i].a == pairs[i - 1].a && pairs[i].b == pairs[i - 1].b) continue;
    uint32_t a = names[pairs[i].a].item, b = names[pairs[i].b].item;
    int32_t points = link_score(NULL, &items[a], &items[b]).points;
    if (points < threshold_of(options)) continue;
    vec_push(&out->list, arena, a < b ? (LinkPair){a, b, points} : (LinkPair){b, a, points});
  }
}

LinkPairs link_pairs(Arena *arena, const LinkItem *items, uint32_t n, const LinkOptions *options) {
  LinkPairs out = {0};
  VEC(Filed) files = {0};
  VEC(LinkPair) candidates = {0};
  const Named *names = names_of(arena, items, n);
  if (!names) return out;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t keys[LINK_KEYS];
    uint32_t nkeys = link_keys(&items[names[i].item], keys);
    for (uint32_t k = 0; k < nkeys; k++) vec_push(&files, arena, (Filed){keys[k], i});
  }
  if (files.n) qsort(files.at, files.n, sizeof *files.at, by_key);
  for (uint32_t i = 0; i < files.n; i++)
    for (uint32_t k = i + 1; k < files.n && k - i <= LINK_BLOCK_MOST && files.at[k].key == files.at[i].key; k++)
      vec_push(&candidates, arena, (LinkPair){files.at[i].rank, files.at[k].rank, 0});
  score_into(arena, items, names, candidates.at, candidates.n, options, &out);
  return out;
}

LinkIncidents link_all(Arena *arena, const LinkItem *items, uint32_t n, const LinkDecision *decisions,
                       uint32_t ndecisions, const LinkOptions *options) {
  LinkPairs pairs = link_pairs(arena, items, n, options);
  return link_clusters(arena, items, n, pairs.list.at, pairs.list.n, decisions, ndecisions, options);
}
