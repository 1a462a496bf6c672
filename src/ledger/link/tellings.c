/* Tellings and their pairs, out of incidents.
 *
 * The points of a pair are given without those for numbers of people, and without those that
 * another doer takes away: 14 dead here and 19 there must not make two tellings less alike to
 * whoever asks whether they contradict each other. Of an incident with very many tellings the first by id are paired.
 */
#include "ledger/link/tellings.h"

enum { MOST_PAIRED = 24 /* tellings of one incident */ };

static bool is_asked(const LinkPart *p) {
  return p->kind == LINK_TOLL || ((p->kind == LINK_AGENT || p->kind == LINK_TARGET) && p->points < 0);
}

static int32_t points_without_doubt(const LinkItem *a, const LinkItem *b) {
  LinkScore score = link_score(NULL, a, b);
  int32_t points = 0;
  for (uint32_t i = 0; i < score.nparts; i++)
    if (!is_asked(&score.parts[i])) points += score.parts[i].points;
  return points;
}

typedef struct Pairs {
  VEC(CheckPair) list;
} Pairs;

static void pair_incident(Arena *arena, const LinkItem *items, const LinkIncident *incident, Pairs *pairs) {
  uint32_t n = incident->nmembers < MOST_PAIRED ? incident->nmembers : MOST_PAIRED;
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = i + 1; k < n; k++) {
      uint32_t a = incident->members[i], b = incident->members[k];
      CheckPair pair = {a < b ? a : b, a < b ? b : a, points_without_doubt(&items[a], &items[b])};
      vec_push(&pairs->list, arena, pair);
    }
}

void tellings_link(Arena *arena, CheckInput *input, const LinkDecision *decisions, uint32_t ndecisions,
                   const LinkOptions *options) {
  LinkItems items = {0};
  Pairs pairs = {0};
  VEC(CheckTelling) tellings = {0};
  for (uint32_t i = 0; i < input->ndocs; i++) {
    const CheckDoc *doc = &input->docs[i];
    uint32_t from = items.list.n;
    link_items(arena, doc->records, doc->nrecords, doc->id, doc->published, doc->text, decisions, ndecisions, &items);
    for (uint32_t k = from; k < items.list.n; k++)
      vec_push(&tellings, arena, (CheckTelling){doc, items.list.at[k].records, items.list.at[k].nrecords, k});
  }
  LinkIncidents all = link_all(arena, items.list.at, items.list.n, decisions, ndecisions, options);
  if (!arena_ok(arena)) return;
  for (uint32_t i = 0; i < all.n; i++) {
    pair_incident(arena, items.list.at, &all.at[i], &pairs);
    for (uint32_t k = 0; k < all.at[i].nmembers; k++) tellings.at[all.at[i].members[k]].incident = i;
  }
  input->tellings = tellings.at;
  input->ntellings = tellings.n;
  input->pairs = pairs.list.at;
  input->npairs = pairs.list.n;
}
