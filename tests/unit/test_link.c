/* Linking: what makes one incident of two tellings, what keeps two apart, and that neither the
 * order of documents nor that of pairs matters. */
#include "cmocka_all.h"
#include <math.h>

#include "check_fixture.h"
#include "ledger/link/link.h"
#include "ledger/link/profile.h"

enum { MOST = 64 };

typedef struct World {
  Arena arena;
  Record records[MOST];
  uint32_t n;
  LinkItems items;
} World;

static void world_init(World *w) {
  memset(w, 0, sizeof *w);
  arena_init(&w->arena, 1 << 26);
}

static Place *town(World *w, const char *id, double lat, double lon) {
  Place *p = ARENA_NEW(&w->arena, Place);
  *p = (Place){.quote = said(id), .id = str_of(id), .name = str_of(id), .country = STR("SY"), .lat = lat, .lon = lon};
  p->precision = 1;
  p->basis = STR("stated");
  return p;
}

/* A record that tells a type, a day, a town and a number of dead (0: none told). */
static Record *tell(World *w, const char *id, const char *type, const char *time, const char *where, double killed) {
  Record *r = &w->records[w->n++];
  *r = (Record){.id = str_of(id), .kind = RECORD_EVENT, .type = str_of(type), .time = str_of(time)};
  r->stance = STR("asserted");
  r->count = exactly(1);
  if (*where) {
    r->places = town(w, where, str_eq(str_of(where), STR("duma")) ? 33.57 : 35.93, 36.4);
    r->nplaces = 1;
  }
  if (killed > 0) {
    Outcome *o = ARENA_NEW(&w->arena, Outcome);
    *o = (Outcome){.what = STR("killed"), .count = exactly(killed), .status = STR("unstated")};
    r->outcomes = o;
    r->noutcomes = 1;
  }
  return r;
}

static ActorList who(World *w, const char *id) {
  Actor *a = ARENA_NEW(&w->arena, Actor);
  *a = (Actor){.quote = said(id), .id = str_of(id)};
  return (ActorList){a, 1};
}

/* Each record in a document of its own. */
static void file_apart(World *w) {
  w->items.list.n = 0;
  for (uint32_t i = 0; i < w->n; i++)
    link_items(&w->arena, &w->records[i], 1, w->records[i].id, STR("2024-05-03"), STR_NONE, NULL, 0, &w->items);
}

static uint32_t incidents(World *w, const LinkDecision *decisions, uint32_t n) {
  return link_all(&w->arena, w->items.list.at, w->items.list.n, decisions, n, NULL).n;
}

static uint32_t of_two(World *w) {
  file_apart(w);
  return incidents(w, NULL, 0);
}

static void one_event_told_twice_is_one(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "airstrike", "2024-05-02", "duma", 12);
  tell(&w, "b", "killing", "2024-05-02", "duma", 12);
  assert_int_equal(of_two(&w), 1);
  LinkScore s = link_score(&w.arena, &w.items.list.at[0], &w.items.list.at[1]);
  Str words = link_score_words(&w.arena, &s);
  assert_true(str_eq(words, STR("same day +3, both in duma +3, both killed 12 +5: 11 points")));
  LinkScore back = link_score(NULL, &w.items.list.at[1], &w.items.list.at[0]);
  assert_int_equal(back.points, s.points);
  arena_fini(&w.arena);
}

/* A report may go back to an act in words of which the coder made another record: that they stand in one report
 * speaks neither for them nor against them. */
static void one_report_does_not_part_them(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "airstrike", "2024-05-02", "duma", 12);
  tell(&w, "b", "airstrike", "2024-05-02", "duma", 12);
  file_apart(&w);
  LinkItem *items = w.items.list.at;
  int32_t of_two_reports = link_score(NULL, &items[0], &items[1]).points;
  items[1].doc = items[0].doc;
  assert_int_equal(link_score(NULL, &items[0], &items[1]).points, of_two_reports);
  arena_fini(&w.arena);
}

static void what_differs_stays_two(void **state) {
  (void)state;
  World w;
#define TWO(change)                                                   \
  do {                                                                \
    world_init(&w);                                                   \
    tell(&w, "a", "airstrike", "2024-05-02", "duma", 12);             \
    Record *b = tell(&w, "b", "airstrike", "2024-05-02", "duma", 12); \
    change;                                                           \
    assert_int_equal(of_two(&w), 2);                                  \
    arena_fini(&w.arena);                                             \
  } while (0)
  TWO(b->type = STR("suicide-bombing"));
  TWO(b->time = STR("2024-05-04"));
  TWO(b->time = STR("XXXX-05-02"));
  TWO((b->places = town(&w, "idlib", 35.93, 36.63), b->outcomes = NULL, b->noutcomes = 0));
  TWO(((Outcome *)b->outcomes)->count = exactly(3)); /* two strikes on one town on one day */
#undef TWO
}

static void other_doers_weigh_against_and_kin_for(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "clash", "2024-05-02", "duma", 0)->agents = who(&w, "isis");
  tell(&w, "b", "clash", "2024-05-02", "duma", 0)->agents = who(&w, "sdf");
  assert_int_equal(of_two(&w), 2);
  w.records[1].agents = who(&w, "isis");
  assert_int_equal(of_two(&w), 1);
  arena_fini(&w.arena);
}

/* A guess (a place taken over, a sweep that the strike was taken for) weighs little against much that agrees. */
static void what_was_guessed_weighs_less(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "operation", "2024-05-02", "duma", 0);
  tell(&w, "b", "airstrike", "2024-05-02", "idlib", 0);
  file_apart(&w);
  int32_t stated = link_score(NULL, &w.items.list.at[0], &w.items.list.at[1]).points;
  ((Place *)w.records[1].places)->basis = STR("inferred");
  file_apart(&w);
  int32_t guessed = link_score(NULL, &w.items.list.at[0], &w.items.list.at[1]).points;
  assert_true(stated > LINK_VETO && guessed > stated);
  arena_fini(&w.arena);
}

/* «ولاية سيناء» (Sinai Province), and the organisation that it is a part of: no others. */
static void a_part_of_an_actor_is_no_other(void **state) {
  (void)state;
  int32_t points[2];
  for (int i = 0; i < 2; i++) {
    World w;
    world_init(&w);
    tell(&w, "a", "attack", "2024-05-02", "duma", 0)->agents = who(&w, "isis");
    Record *b = tell(&w, "b", "attack", "2024-05-02", "duma", 0);
    b->agents = who(&w, "is-sinai");
    if (i) ((Actor *)b->agents.at)->parent = STR("isis");
    file_apart(&w);
    points[i] = link_score(NULL, &w.items.list.at[0], &w.items.list.at[1]).points;
    arena_fini(&w.arena);
  }
  assert_int_equal(points[1] - points[0], 4);
}

/* What one report names alone another names within more words; a single word («الجيش») shows nothing. */
static void words_within_others_name_one_target(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    int32_t more;
  } cases[] = {{"أكاديمية الشرطة", "مجموعة من طلاب أكاديمية الشرطة", 2},
               {"أكاديمية الشرطة", "مجموعة من طلاب أكاديمية الطيران", 0},
               {"طلاب", "مجموعة من طلاب أكاديمية الشرطة", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    World w;
    world_init(&w);
    Record *a = tell(&w, "a", "attack", "2024-05-02", "duma", 0);
    Record *b = tell(&w, "b", "attack", "2024-05-02", "duma", 0);
    file_apart(&w);
    int32_t bare = link_score(NULL, &w.items.list.at[0], &w.items.list.at[1]).points;
    a->targets = who(&w, cases[i].a);
    b->targets = who(&w, cases[i].b);
    ((Actor *)a->targets.at)->id = ((Actor *)b->targets.at)->id = STR_NONE;
    file_apart(&w);
    assert_int_equal(link_score(NULL, &w.items.list.at[0], &w.items.list.at[1]).points - bare, cases[i].more);
    arena_fini(&w.arena);
  }
}

/* A report without numbers must not chain the raid that killed three and the one that killed
 * twenty. */
static void a_vague_report_chains_nothing(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "airstrike", "2024-05-02", "duma", 3);
  tell(&w, "b", "airstrike", "2024-05-02", "duma", 20);
  tell(&w, "c", "airstrike", "2024-05-02", "duma", 0);
  file_apart(&w);
  assert_int_equal(incidents(&w, NULL, 0), 2);
  arena_fini(&w.arena);
}

static void decisions_stand_above_points(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "airstrike", "2024-05-02", "duma", 12);
  tell(&w, "b", "airstrike", "2024-05-02", "duma", 12);
  tell(&w, "c", "protest", "2020-01-01", "idlib", 0);
  file_apart(&w);
  LinkDecision split = {LINK_SPLIT, STR("a"), STR("b")}, merge = {LINK_MERGE, STR("c"), STR("b")};
  LinkDecision both[] = {split, merge}, undone[] = {split, {LINK_MERGE, STR("b"), STR("a")}};
  LinkDecision orphan = {LINK_MERGE, STR("a"), STR("gone")};
  assert_int_equal(incidents(&w, NULL, 0), 2);
  assert_int_equal(incidents(&w, &split, 1), 3);
  assert_int_equal(incidents(&w, both, 2), 2);
  assert_int_equal(incidents(&w, undone, 2), 2);
  LinkIncidents with = link_all(&w.arena, w.items.list.at, w.items.list.n, &orphan, 1, NULL);
  assert_int_equal(with.norphans, 1);
  assert_int_equal(with.n, 2);
  assert_true(str_eq(with.at[0].id, STR("a")));
  assert_false(with.at[0].decided);
  arena_fini(&w.arena);
}

/* One report: the lead, the attack come back to, and another attack. */
static void a_report_comes_back_to_its_event(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "b", "bombing", "2024-05-02", "duma", 5);
  tell(&w, "a", "bombing", "", "duma", 0)->trigger = said("التفجير");
  tell(&w, "c", "bombing", "2024-05-02", "idlib", 9);
  link_items(&w.arena, w.records, w.n, STR("d"), STR("2024-05-03"), STR_NONE, NULL, 0, &w.items);
  assert_int_equal(w.items.list.n, 2);
  assert_int_equal(w.items.list.at[0].nrecords, 2);
  assert_true(str_eq(w.items.list.at[0].id, STR("a")));
  LinkDecision split = {LINK_SPLIT, STR("a"), STR("b")};
  w.items.list.n = 0;
  link_items(&w.arena, w.records, w.n, STR("d"), STR("2024-05-03"), STR_NONE, &split, 1, &w.items);
  assert_int_equal(w.items.list.n, 3);
  arena_fini(&w.arena);
}

/* A report of one sentence, and of the explosion in it. */
static void report(World *w, const char *id, const char *text) {
  Record *r = tell(w, id, "bombing", "2024-05-02", "duma", 0);
  Str all = str_of(text), word = STR("انفجار");
  for (uint32_t at = 0; at + word.n <= all.n; at++)
    if (str_eq(str_slice(all, at, at + word.n), word)) r->trigger = (Quote){word, {at, at + (uint32_t)word.n}};
  link_items(&w->arena, r, 1, r->id, STR("2024-05-03"), all, NULL, 0, &w->items);
}

static int32_t points_of(const LinkItem *a, const LinkItem *b, LinkPartKind kind) {
  LinkScore s = link_score(NULL, a, b);
  int32_t points = 0;
  for (uint32_t i = 0; i < s.nparts; i++)
    if (s.parts[i].kind == kind) points += s.parts[i].points;
  return points;
}

/* Two explosions of one day in one town differ in little but what stands beside the word for them. */
static void what_stands_beside_the_act_tells(void **state) {
  (void)state;
  World w;
  world_init(&w);
  report(&w, "a", "قالت مصادر طبية إن انفجار شاحنة مفخخة أمام أكاديمية الشرطة أوقع عددا من الضحايا.");
  report(&w, "b", "وأضاف المتحدث أن انفجار شاحنة مفخخة قرب أكاديمية الشرطة دمر سيارات كثيرة.");
  report(&w, "c", "وذكر شهود أن انفجار عبوة ناسفة داخل سوق الخضار ألحق أضرارا بالمتاجر.");
  assert_int_equal(w.items.list.n, 3);
  const LinkItem *items = w.items.list.at;
  assert_true(items[0].beside.n > 5 && items[0].beside.n < items[0].words.n + 1);
  assert_true(points_of(&items[0], &items[1], LINK_BESIDE) >= 4);
  assert_true(points_of(&items[0], &items[2], LINK_BESIDE) <= 2);
  w.items.list.at[1].earlier = true;
  assert_int_equal(points_of(&items[0], &items[1], LINK_EARLIER), 1);
  assert_int_equal(points_of(&items[0], &items[2], LINK_EARLIER), 0);
  arena_fini(&w.arena);
}

/* «أكثر من 20» and «25» of one report are two counts of the same dead, and no sum. */
static void open_counts_make_no_sum(void **state) {
  (void)state;
  World w;
  world_init(&w);
  Record *r = tell(&w, "a", "bombing", "2024-05-02", "duma", 25);
  Outcome *two = ARENA_ARRAY(&w.arena, Outcome, 2);
  two[0] = two[1] = r->outcomes[0];
  r->outcomes = two;
  r->noutcomes = 2;
  two[1].count = exactly(3);
  file_apart(&w);
  assert_int_equal(w.items.list.at[0].ntolls, 3); /* 25, 3, and both */
  two[1].count.max = INFINITY;
  file_apart(&w);
  assert_int_equal(w.items.list.at[0].ntolls, 2);
  arena_fini(&w.arena);
}

static TollSays tolls_of(World *w, Count one, Count two) {
  Outcome *o = ARENA_ARRAY(&w->arena, Outcome, 2);
  o[0] = o[1] = w->records[0].outcomes[0];
  o[0].count = one;
  o[1].count = two;
  w->records[0].outcomes = &o[0];
  w->records[1].outcomes = &o[1];
  file_apart(w);
  Count a = {0}, b = {0};
  return profile_tolls(&w->items.list.at[0], &w->items.list.at[1], STR("killed"), &a, &b);
}

/* «15 at least» was 15 when it was told; «عشرات» may be any number from twenty. */
static void at_least_so_many_were_so_many(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "bombing", "2024-05-02", "duma", 15);
  tell(&w, "b", "bombing", "2024-05-02", "duma", 15);
  const Count from_15 = {15, INFINITY, true, false}, dozens = {20, INFINITY, true, false};
  assert_int_equal(tolls_of(&w, from_15, exactly(15)), TOLL_SAME);
  assert_int_equal(tolls_of(&w, from_15, exactly(17)), TOLL_RISEN);
  assert_int_equal(tolls_of(&w, from_15, exactly(43)), TOLL_FAR);
  assert_int_equal(tolls_of(&w, dozens, exactly(43)), TOLL_MEET);
  arena_fini(&w.arena);
}

static uint32_t next(uint32_t *seed) { return *seed = *seed * 1664525u + 1013904223u; }

/* «منذ 20 أبريل» (since 20 April) in two reports: what began on one day and goes on. */
static void what_goes_on_is_known_by_its_beginning(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "shelling", "2024-04-20/..", "duma", 0);
  Record *b = tell(&w, "b", "shelling", "2024-04-20/..", "duma", 0);
  assert_int_equal(of_two(&w), 1);
  b->time = STR("2024-04-11/..");
  assert_int_equal(of_two(&w), 2);
  b->time = STR("2013/.."); /* a war's beginning is no act's */
  assert_int_equal(of_two(&w), 2);
  arena_fini(&w.arena);
}

/* A march that was shot at is told by its dead. */
static void a_protest_is_told_by_its_dead(void **state) {
  (void)state;
  World w;
  world_init(&w);
  tell(&w, "a", "protest", "2024-05-02", "duma", 12);
  Record *b = tell(&w, "b", "killing", "2024-05-02", "duma", 12);
  assert_int_equal(of_two(&w), 1);
  b->type = STR("airstrike");
  assert_int_equal(of_two(&w), 2);
  arena_fini(&w.arena);
}

static bool share_key(const LinkItem *a, const LinkItem *b) {
  uint64_t x[LINK_KEYS], y[LINK_KEYS];
  uint32_t nx = link_keys(a, x), ny = link_keys(b, y);
  for (uint32_t i = 0; i < nx; i++)
    for (uint32_t k = 0; k < ny; k++)
      if (x[i] == y[k]) return true;
  return false;
}

/* A report of two countries is found under both, whichever of them each act was read to be in. */
static void a_report_has_two_homes(void **state) {
  (void)state;
  World w;
  world_init(&w);
  Record *abroad = tell(&w, "a", "attack", "2024-05-02", "border", 0);
  ((Place *)abroad->places)->country = STR("TR");
  tell(&w, "b", "airstrike", "2024-05-02", "duma", 0);
  tell(&w, "c", "attack", "2024-05-02", "idlib", 0);
  link_items(&w.arena, w.records, 2, STR("one"), STR("2024-05-03"), STR_NONE, NULL, 0, &w.items);
  link_items(&w.arena, &w.records[2], 1, STR("two"), STR("2024-05-03"), STR_NONE, NULL, 0, &w.items);
  assert_true(share_key(&w.items.list.at[0], &w.items.list.at[2]));
  link_items(&w.arena, &w.records[0], 1, STR("three"), STR("2024-05-03"), STR_NONE, NULL, 0, &w.items);
  assert_false(share_key(&w.items.list.at[3], &w.items.list.at[2]));
  arena_fini(&w.arena);
}

static void shuffle(uint32_t *seed, uint32_t *order, uint32_t n) {
  for (uint32_t i = n; i > 1; i--) {
    uint32_t k = (next(seed) >> 8) % i, t = order[i - 1];
    order[i - 1] = order[k];
    order[k] = t;
  }
}

/* The incidents as text: ids of members by incident. */
static Str written(Arena *arena, const LinkItem *items, const LinkIncidents *all) {
  Buffer buffer = {.arena = arena};
  Writer out = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < all->n; i++) {
    for (uint32_t k = 0; k < all->at[i].nmembers; k++) {
      writer_put(&out, items[all->at[i].members[k]].id);
      writer_byte(&out, ' ');
    }
    writer_byte(&out, '\n');
  }
  return buffer_str(&buffer);
}

static void order_does_not_matter(void **state) {
  (void)state;
  World w;
  world_init(&w);
  static const char *const types[] = {"airstrike", "killing", "attack", "bombing"};
  static const char *const days[] = {"2024-05-01", "2024-05-02", "2024-05-01/2024-05-03", ""};
  uint32_t seed = 7;
  for (uint32_t i = 0; i < MOST; i++) {
    Str id = arena_printf(&w.arena, "r%02u", i);
    uint32_t x = next(&seed) >> 8;
    tell(&w, id.p, types[x % 4], days[x / 4 % 4], x / 16 % 3 ? "duma" : "idlib", x / 64 % 5 * 4);
  }
  file_apart(&w);
  LinkDecision decided[] = {{LINK_SPLIT, STR("r01"), STR("r09")}, {LINK_MERGE, STR("r05"), STR("r44")}};
  LinkIncidents all = link_all(&w.arena, w.items.list.at, MOST, decided, 2, NULL);
  Str first = written(&w.arena, w.items.list.at, &all);
  assert_true(all.n > 4 && all.n < MOST);
  for (uint32_t round = 0; round < 20; round++) {
    uint32_t order[MOST];
    LinkItem shuffled[MOST];
    for (uint32_t i = 0; i < MOST; i++) order[i] = i;
    shuffle(&seed, order, MOST);
    for (uint32_t i = 0; i < MOST; i++) shuffled[i] = w.items.list.at[order[i]];
    LinkIncidents again = link_all(&w.arena, shuffled, MOST, decided, 2, NULL);
    assert_true(str_eq(written(&w.arena, shuffled, &again), first));
  }
  arena_fini(&w.arena);
}

static void no_memory_no_crash(void **state) {
  (void)state;
  for (size_t after = 0; after < 60; after++) {
    World w;
    world_init(&w);
    tell(&w, "a", "airstrike", "2024-05-02", "duma", 12);
    tell(&w, "b", "airstrike", "2024-05-02", "duma", 12);
    w.arena.fail_after = after;
    file_apart(&w);
    incidents(&w, NULL, 0);
    arena_fini(&w.arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_event_told_twice_is_one),
      cmocka_unit_test(one_report_does_not_part_them),
      cmocka_unit_test(what_differs_stays_two),
      cmocka_unit_test(other_doers_weigh_against_and_kin_for),
      cmocka_unit_test(words_within_others_name_one_target),
      cmocka_unit_test(a_part_of_an_actor_is_no_other),
      cmocka_unit_test(a_vague_report_chains_nothing),
      cmocka_unit_test(what_was_guessed_weighs_less),
      cmocka_unit_test(decisions_stand_above_points),
      cmocka_unit_test(a_report_comes_back_to_its_event),
      cmocka_unit_test(what_stands_beside_the_act_tells),
      cmocka_unit_test(open_counts_make_no_sum),
      cmocka_unit_test(at_least_so_many_were_so_many),
      cmocka_unit_test(what_goes_on_is_known_by_its_beginning),
      cmocka_unit_test(a_protest_is_told_by_its_dead),
      cmocka_unit_test(a_report_has_two_homes),
      cmocka_unit_test(order_does_not_matter),
      cmocka_unit_test(no_memory_no_crash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
