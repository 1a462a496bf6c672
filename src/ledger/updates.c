/* Tolls rise: «ارتفعت حصيلة التفجير إلى 15 قتيلاً» (the blast's toll rose to 15 dead) does not contradict the 12 that
 * the same outlet told the day before, it takes their place; so does a toll that is put right, and
 * a denial. «توفي اثنان متأثرين بجراحهما» (two died of their wounds) moves two of the injured to the dead.
 *
 * Two tellings are of one source where one outlet tells both, or one speaker is named for both;
 * the day of a telling is that of its statement, or else of publication. What two sources tell is
 * never an update: that is for the findings. Of what one document tells the largest toll counts. */
#include "export/updates.h"

#include "check/period.h"
#include "check/same.h"

enum { MOST_TOLD = 200 /* tellings of one incident that are held against each other */ };

static bool one_source(const LedgerTold *a, const LedgerTold *b) {
  if (a->outlet.n && str_eq(a->outlet, b->outlet)) return true;
  return actors_meet_across(a->record.claimed_by, b->record.claimed_by);
}

static Period day_of(const LedgerTold *t) {
  Period said = period_of(t->record.said);
  return said.known ? said : period_of(str_slice(t->published, 0, t->published.n < 10 ? t->published.n : 10));
}

static bool earlier(const LedgerTold *a, const LedgerTold *b) {
  Period x = day_of(a), y = day_of(b);
  return x.known && y.known && x.to < y.from;
}

static LedgerRange dead_or_hurt(const LedgerTold *t, FieldId field) {
  return toll_of(&t->record, field == FIELD_KILLED ? STR("killed") : STR("injured"));
}

/* Is there a larger toll of the kind in the same document? */
static bool outdone(const LedgerIncident *in, const LedgerTold *t, FieldId field) {
  int64_t toll = dead_or_hurt(t, field).min;
  for (uint32_t i = 0; i < in->ntold && i < MOST_TOLD; i++) {
    const LedgerTold *o = &in->told[i];
    if (o == t || !str_eq(o->document, t->document)) continue;
    int64_t other = dead_or_hurt(o, field).min;
    if (other != LEDGER_OPEN && (other > toll || (other == toll && o < t))) return true;
  }
  return false;
}

static bool tells(const LedgerIncident *in, const LedgerTold *t, FieldId field) {
  return dead_or_hurt(t, field).min != LEDGER_OPEN && !outdone(in, t, field);
}

/* The source's last toll before the telling; NULL: none. */
static const LedgerTold *last_before(const LedgerIncident *in, const LedgerTold *t, FieldId field) {
  const LedgerTold *last = NULL;
  for (uint32_t i = 0; i < in->ntold && i < MOST_TOLD; i++) {
    const LedgerTold *o = &in->told[i];
    if (!one_source(o, t) || !earlier(o, t) || !tells(in, o, field)) continue;
    if (!last || day_of(o).from > day_of(last).from) last = o;
  }
  return last;
}

static bool same_range(LedgerRange a, LedgerRange b) { return a.min == b.min && a.max == b.max; }

/* As many more are dead as fewer are hurt. */
static bool died(const LedgerTold *before, const LedgerTold *after) {
  LedgerRange dead = dead_or_hurt(before, FIELD_KILLED), dead_now = dead_or_hurt(after, FIELD_KILLED);
  LedgerRange hurt = dead_or_hurt(before, FIELD_INJURED), hurt_now = dead_or_hurt(after, FIELD_INJURED);
  if (dead.min == LEDGER_OPEN || dead_now.min == LEDGER_OPEN || hurt.min == LEDGER_OPEN || hurt_now.min == LEDGER_OPEN)
    return false;
  return dead_now.min > dead.min && dead_now.min - dead.min == hurt.min - hurt_now.min;
}

static void update_number(Arena *arena, const LedgerIncident *in, const LedgerTold *t, FieldId field, Updates *out) {
  if (!tells(in, t, field)) return;
  const LedgerTold *before = last_before(in, t, field);
  LedgerRange now = dead_or_hurt(t, field), was = before ? dead_or_hurt(before, field) : now;
  if (!before || same_range(was, now)) return;
  UpdateHow how = now.min >= was.min ? UPDATE_RAISED : UPDATE_LOWERED;
  if (died(before, t)) how = UPDATE_DIED;
  vec_push(&out->list, arena, (Update){before, t, how, field, was, now});
}

static void update_denial(Arena *arena, const LedgerIncident *in, const LedgerTold *t, Updates *out) {
  if (!str_eq(t->record.stance, STR("denied"))) return;
  for (uint32_t i = 0; i < in->ntold && i < MOST_TOLD; i++) {
    const LedgerTold *o = &in->told[i];
    if (!str_eq(o->record.stance, STR("asserted")) || !one_source(o, t) || !earlier(o, t)) continue;
    LedgerRange none = {LEDGER_OPEN, LEDGER_OPEN};
    vec_push(&out->list, arena, (Update){o, t, UPDATE_DENIED, FIELD_STANCE, none, none});
    return;
  }
}

void updates_of(Arena *arena, const LedgerIncident *incident, Updates *out) {
  for (uint32_t i = 0; i < incident->ntold && i < MOST_TOLD; i++) {
    const LedgerTold *t = &incident->told[i];
    update_number(arena, incident, t, FIELD_KILLED, out);
    update_number(arena, incident, t, FIELD_INJURED, out);
    update_denial(arena, incident, t, out);
  }
}

bool update_over(const Updates *updates, const LedgerTold *told, FieldId field) {
  for (uint32_t i = 0; i < updates->list.n; i++)
    if (updates->list.at[i].before == told && updates->list.at[i].field == field) return true;
  return false;
}

Str update_words(Arena *arena, const Update *u) {
  Str source = told_source(arena, u->after);
  if (u->how == UPDATE_DENIED) return arena_printf(arena, "denied (%.*s)", STR_ARG(source));
  static const char *const how[] = {"raised", "lowered", "some of the injured died"};
  Str was = range_str(arena, u->was), now = range_str(arena, u->now);
  return arena_printf(arena, "%s %.*s, then %.*s: %s (%.*s)", field_name(u->field), STR_ARG(was), STR_ARG(now),
                      how[u->how], STR_ARG(source));
}
