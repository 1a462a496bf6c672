/* Up against down: «ارتفعت الهجمات خلال النصف الأول» beside «تراجعت … خلال النصف الأول».
 *
 * Two trends contradict each other where they are of one measure, one actor and one place,
 * in periods that are proved to overlap, and two outlets or speakers tell them. One speaker
 * who says both in one report has two things to compare with («مقارنة بالعام الماضي»), which
 * a record does not hold.
 *
 * Trends are sorted by type and first day; each is held against those behind it that begin
 * before it ends. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/kinds.h"
#include "check/period.h"
#include "check/same.h"

enum { MOST_COMPARED = 2000 /* with one trend: a ledger's worth of them under one type */ };

typedef struct Course {
  Period when;
  const CheckDoc *doc;
  const Record *record;
} Course;

typedef struct Courses {
  VEC(Course) list;
} Courses;

static bool is_course(const Record *r) {
  return r->kind == RECORD_TREND && (!r->stance.n || str_eq(r->stance, STR("asserted"))) &&
         (str_eq(r->direction, STR("up")) || str_eq(r->direction, STR("down"))) && period_of(r->time).known;
}

static int by_type_and_day(const void *a, const void *b) {
  const Course *x = a, *y = b;
  int c = str_cmp(x->record->type, y->record->type);
  if (c) return c;
  if (x->when.from != y->when.from) return x->when.from < y->when.from ? -1 : 1;
  if (x->doc != y->doc) return x->doc < y->doc ? -1 : 1;
  return x->record < y->record ? -1 : x->record > y->record;
}

/* Who acts; of what is counted («عدد النازحين»), who is counted. */
static bool one_actor(const Course *a, const Course *b) {
  const Record *x = a->record, *y = b->record;
  bool agents = x->agents.n || y->agents.n;
  ActorList of_x = agents ? x->agents : x->targets, of_y = agents ? y->agents : y->targets;
  return a->doc == b->doc ? actors_meet(of_x, of_y) : actors_meet_across(of_x, of_y);
}

/* «قال محافظ ديالى إن الهجمات في المحافظة ارتفعت»: where no place is told, whose word it is may tell it. */
static bool one_place(const Record *a, const Record *b) {
  if (same_places(a, b)) return true;
  const Record *with = a->nplaces ? a : b, *without = a->nplaces ? b : a;
  return with->nplaces == 1 && !without->nplaces && place_in_words(&with->places[0], without->claimed_by);
}

static bool two_voices(const Course *a, const Course *b) {
  const ActorList x = a->record->claimed_by, y = b->record->claimed_by;
  if (a->doc != b->doc) return !str_eq(a->doc->text, b->doc->text);
  return x.n && y.n && !actors_meet(x, y);
}

static bool contradict(const Course *a, const Course *b) {
  return !str_eq(a->record->direction, b->record->direction) && period_overlap(a->when, b->when) && one_actor(a, b) &&
         one_place(a->record, b->record) && two_voices(a, b);
}

static void say_course(Draft *d, const Course *c) {
  draft_outlet(d, c->doc);
  if (c->record->claimed_by.n) {
    draft_lit(d, " (from ");
    draft_actors(d, "from", c->record->claimed_by);
    draft_lit(d, ")");
  }
  draft_lit(d, " says ");
  draft_word(d, "direction", c->record->direction);
  draft_lit(d, " in ");
  draft_word(d, "time", c->record->time);
}

static void report(Arena *arena, const Course *a, const Course *b, Findings *findings) {
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, a->doc, a->record);
  draft_record(&d, b->doc, b->record);
  draft_lit(&d, "Opposite courses are told of ");
  draft_word(&d, "type", a->record->type);
  if (a->record->agents.n) {
    draft_lit(&d, " by ");
    draft_actors(&d, "agents", a->record->agents);
  }
  draft_lit(&d, " in ");
  draft_place(&d, &(a->record->nplaces ? a : b)->record->places[0]);
  draft_lit(&d, ": ");
  say_course(&d, a);
  draft_lit(&d, ", ");
  say_course(&d, b);
  draft_lit(&d, ".");
  draft_done(&d, STR("trend"), findings);
}

void check_trend(Arena *arena, const CheckInput *input, Findings *findings) {
  Courses courses = {0};
  for (uint32_t i = 0; i < input->ndocs; i++)
    for (uint32_t k = 0; k < input->docs[i].nrecords; k++) {
      const Record *r = &input->docs[i].records[k];
      if (is_course(r)) vec_push(&courses.list, arena, (Course){period_of(r->time), &input->docs[i], r});
    }
  uint32_t n = courses.list.n;
  const Course *at = courses.list.at;
  if (n) qsort(courses.list.at, n, sizeof *at, by_type_and_day);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = i + 1; k < n && k - i <= MOST_COMPARED && str_eq(at[k].record->type, at[i].record->type) &&
                             at[k].when.from <= at[i].when.to;
         k++)
      if (contradict(&at[i], &at[k])) report(arena, &at[i], &at[k], findings);
}
