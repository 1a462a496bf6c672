/* Tolls rise: «ارتفعت حصيلة التفجير إلى 15 قتيلاً» (the blast's toll rose to 15 dead) does not contradict the 12 that
 * the same outlet told the day before, it takes their place; so does a toll that is put right, and
 * a denial. «توفي اثنان متأثرين بجراحهما» (two died of their wounds) moves two of the injured to the dead.
 *
 * Two tellings are of one source where one outlet tells both, or one speaker is named for both;
 * the day of a telling is that of its statement, or else of publication. What two sources tell is
 * never an update: that is for the findings. Of what one document tells the largest toll counts. */
#include "ledger/list/updates.h"

#include "check/period.h"
#include "check/same.h"
#include "record/json.h"

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

static LedgerRange dead_or_hurt(const LedgerTold *t, UpdateOf of) {
  return toll_of(&t->record, of == UPDATE_OF_KILLED ? STR("killed") : STR("injured"));
}

/* Is there a larger toll of the kind in the same document? */
static bool outdone(const LedgerIncident *in, const LedgerTold *t, UpdateOf of) {
  int64_t toll = dead_or_hurt(t, of).min;
  for (uint32_t i = 0; i < in->ntold && i < MOST_TOLD; i++) {
    const LedgerTold *o = &in->told[i];
    if (o == t || !str_eq(o->document, t->document)) continue;
    int64_t other = dead_or_hurt(o, of).min;
    if (other != LEDGER_OPEN && (other > toll || (other == toll && o < t))) return true;
  }
  return false;
}

static bool tells(const LedgerIncident *in, const LedgerTold *t, UpdateOf of) {
  return dead_or_hurt(t, of).min != LEDGER_OPEN && !outdone(in, t, of);
}

/* The source's last toll before the telling; NULL: none. */
static const LedgerTold *last_before(const LedgerIncident *in, const LedgerTold *t, UpdateOf of) {
  const LedgerTold *last = NULL;
  for (uint32_t i = 0; i < in->ntold && i < MOST_TOLD; i++) {
    const LedgerTold *o = &in->told[i];
    if (!one_source(o, t) || !earlier(o, t) || !tells(in, o, of)) continue;
    if (!last || day_of(o).from > day_of(last).from) last = o;
  }
  return last;
}

static bool same_range(LedgerRange a, LedgerRange b) { return a.min == b.min && a.max == b.max; }

/* As many more are dead as fewer are hurt. */
static bool died(const LedgerTold *before, const LedgerTold *after) {
  LedgerRange dead = dead_or_hurt(before, UPDATE_OF_KILLED), dead_now = dead_or_hurt(after, UPDATE_OF_KILLED);
  LedgerRange hurt = dead_or_hurt(before, UPDATE_OF_INJURED), hurt_now = dead_or_hurt(after, UPDATE_OF_INJURED);
  if (dead.min == LEDGER_OPEN || dead_now.min == LEDGER_OPEN || hurt.min == LEDGER_OPEN || hurt_now.min == LEDGER_OPEN)
    return false;
  return dead_now.min > dead.min && dead_now.min - dead.min == hurt.min - hurt_now.min;
}

static void update_number(Arena *arena, const LedgerIncident *in, const LedgerTold *t, UpdateOf of, Updates *out) {
  if (!tells(in, t, of)) return;
  const LedgerTold *before = last_before(in, t, of);
  LedgerRange now = dead_or_hurt(t, of), was = before ? dead_or_hurt(before, of) : now;
  if (!before || same_range(was, now)) return;
  UpdateHow how = now.min >= was.min ? UPDATE_RAISED : UPDATE_LOWERED;
  if (died(before, t)) how = UPDATE_DIED;
  vec_push(&out->list, arena, (Update){before, t, how, of, was, now});
}

static void update_denial(Arena *arena, const LedgerIncident *in, const LedgerTold *t, Updates *out) {
  if (!str_eq(t->record.stance, STR("denied"))) return;
  for (uint32_t i = 0; i < in->ntold && i < MOST_TOLD; i++) {
    const LedgerTold *o = &in->told[i];
    if (!str_eq(o->record.stance, STR("asserted")) || !one_source(o, t) || !earlier(o, t)) continue;
    LedgerRange none = {LEDGER_OPEN, LEDGER_OPEN};
    vec_push(&out->list, arena, (Update){o, t, UPDATE_DENIED, UPDATE_OF_STANCE, none, none});
    return;
  }
}

void updates_of(Arena *arena, const LedgerIncident *incident, Updates *out) {
  for (uint32_t i = 0; i < incident->ntold && i < MOST_TOLD; i++) {
    const LedgerTold *t = &incident->told[i];
    update_number(arena, incident, t, UPDATE_OF_KILLED, out);
    update_number(arena, incident, t, UPDATE_OF_INJURED, out);
    update_denial(arena, incident, t, out);
  }
}

bool update_over(const Updates *updates, const LedgerTold *told, UpdateOf of) {
  for (uint32_t i = 0; i < updates->list.n; i++)
    if (updates->list.at[i].before == told && updates->list.at[i].of == of) return true;
  return false;
}

/* ---- as JSON ---- */

static void put_key(Writer *w, const char *key) {
  json_put_str(w, str_of(key));
  writer_byte(w, ':');
}

static void put_range(Writer *w, const char *key, LedgerRange range) {
  writer_byte(w, ',');
  put_key(w, key);
  toll_put_range(w, range);
}

static void put_telling(Writer *w, const char *key, const LedgerTold *t) {
  const struct {
    const char *key;
    Str value;
  } members[] = {{"record", t->key},
                 {"document", t->document},
                 {"id", t->given},
                 {"outlet", t->outlet},
                 {"published", t->published}};
  writer_byte(w, ',');
  put_key(w, key);
  for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
    writer_byte(w, i ? ',' : '{');
    put_key(w, members[i].key);
    if (members[i].value.n)
      json_put_str(w, members[i].value);
    else
      writer_lit(w, "null");
  }
  writer_byte(w, '}');
}

Str updates_json(Arena *arena, const Updates *updates) {
  static const char *const how[] = {"raised", "lowered", "died", "denied"};
  static const char *const of[] = {"killed", "injured", "stance"};
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  writer_byte(&w, '[');
  for (uint32_t i = 0; i < updates->list.n; i++) {
    const Update *u = &updates->list.at[i];
    writer_put(&w, i ? STR(",{") : STR("{"));
    put_key(&w, "how");
    json_put_str(&w, str_of(how[u->how]));
    writer_byte(&w, ',');
    put_key(&w, "field");
    json_put_str(&w, str_of(of[u->of]));
    put_range(&w, "was", u->was);
    put_range(&w, "now", u->now);
    put_telling(&w, "before", u->before);
    put_telling(&w, "after", u->after);
    writer_byte(&w, '}');
  }
  writer_byte(&w, ']');
  return buffer_str(&buffer);
}
