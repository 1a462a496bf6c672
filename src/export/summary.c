/* Ten reports of one strike are one row in an analyst's sheet, and that row must not hide that
 * one says thirteen («مقتل 13 عنصراً») and another fourteen: each source's value stands beside
 * the range. What must be one value (a place on a map, ACLED's fatalities) is chosen by a
 * rule that docs/export.md tells, never averaged. */
#include "export/summary.h"

#include <math.h>

#include "check/period.h"

enum { NAMES_MOST = 200 };

/* ---- numbers and days ---- */

Str range_str(Arena *arena, LedgerRange r) {
  if (r.min == LEDGER_OPEN) return STR("");
  if (r.max == LEDGER_OPEN) return arena_printf(arena, "%lld+", (long long)r.min);
  if (r.max == r.min) return arena_printf(arena, "%lld", (long long)r.min);
  return arena_printf(arena, "%lld-%lld", (long long)r.min, (long long)r.max);
}

/* Howard Hinnant's civil_from_days, for years of four digits. */
Str day_str(Arena *arena, int64_t day) {
  if (day == LEDGER_NO_DAY || day < -719162 || day > 2932896) return STR("");
  int64_t z = day + 719468, era = z / 146097, doe = z - era * 146097;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  int64_t d = doy - (153 * mp + 2) / 5 + 1, m = mp < 10 ? mp + 3 : mp - 9;
  return arena_printf(arena, "%04d-%02d-%02d", (int)(yoe + era * 400 + (m <= 2)), (int)m, (int)d);
}

Str time_precision(Str edtf) {
  if (!edtf.n || !period_of(edtf).known) return STR("unknown");
  if (memchr(edtf.p, '/', edtf.n)) return STR("range");
  while (edtf.n && (edtf.p[edtf.n - 1] == '~' || edtf.p[edtf.n - 1] == '?')) edtf.n--;
  return edtf.n == 10 ? STR("day") : edtf.n == 7 ? STR("month") : STR("year");
}

Str place_class(int64_t precision) {
  static const char *const words[] = {
      "",        "exact",     "near", "second-level division", "first-level division", "part of a country",
      "country", "sea or air"};
  return precision > 0 && precision < 8 ? str_of(words[precision]) : STR("");
}

/* ---- names ---- */

static void add_name(Arena *arena, Names *names, Str name, Str id) {
  if (!name.n || names->name.n >= NAMES_MOST) return;
  for (uint32_t i = 0; i < names->name.n; i++)
    if (id.n ? str_eq(names->id.at[i], id) : str_eq(names->name.at[i], name)) return;
  vec_push(&names->name, arena, name);
  vec_push(&names->id, arena, id.n ? id : STR(""));
}

static void add_actors(Arena *arena, Names *names, ActorList list) {
  for (uint32_t i = 0; i < list.n; i++)
    add_name(arena, names, list.at[i].name.n ? list.at[i].name : list.at[i].quote.text, list.at[i].id);
}

static Str joined(Arena *arena, const Str *at, uint32_t n) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < n; i++) {
    if (!at[i].n) continue;
    if (buffer.n) writer_lit(&w, "; ");
    writer_put(&w, at[i]);
  }
  return buffer.n ? buffer_str(&buffer) : STR("");
}

Str names_str(Arena *arena, const Names *names) { return joined(arena, names->name.at, names->name.n); }
Str names_ids(Arena *arena, const Names *names) { return joined(arena, names->id.at, names->id.n); }

static void add_told(Arena *arena, Summary *s, const LedgerTold *t) {
  const Record *r = &t->record;
  add_actors(arena, &s->agents, r->agents);
  add_actors(arena, &s->targets, r->targets);
  add_actors(arena, &s->speakers, r->claimed_by);
  add_name(arena, &s->outlets, t->outlet, STR_NONE);
  for (uint32_t i = 0; i < r->npersons; i++)
    add_name(arena, &s->persons, r->persons[i].name.n ? r->persons[i].name : r->persons[i].quote.text, STR_NONE);
  add_name(arena, &s->urls, t->url, STR_NONE);
  add_name(arena, &s->documents, t->given, STR_NONE);
  add_name(arena, &s->records, t->key, STR_NONE);
}

/* ---- each source's value ---- */

const char *field_name(FieldId field) {
  static const char *const names[FIELDS] = {"type",    "time",   "place",   "killed",
                                            "injured", "agents", "targets", "stance"};
  return names[field];
}

static Str actors_str(Arena *arena, ActorList list) {
  Names names = {0};
  add_actors(arena, &names, list);
  return names_str(arena, &names);
}

static Str place_str(const Record *r) {
  const Place *p = r->nplaces ? &r->places[0] : NULL;
  return !p ? STR("") : p->name.n ? p->name : p->quote.text;
}

/* A record's value of a field in words; empty where it has none. */
static Str field_value(Arena *arena, const Record *r, FieldId field) {
  switch (field) {
    case FIELD_TYPE: return r->type;
    case FIELD_TIME: return r->time;
    case FIELD_PLACE: return place_str(r);
    case FIELD_KILLED: return range_str(arena, toll_of(r, STR("killed")));
    case FIELD_INJURED: return range_str(arena, toll_of(r, STR("injured")));
    case FIELD_AGENTS: return actors_str(arena, r->agents);
    case FIELD_TARGETS: return actors_str(arena, r->targets);
    case FIELD_STANCE: return r->stance;
    default: return STR("");
  }
}

static Str speaker_of(const LedgerTold *t) {
  if (!t->record.claimed_by.n) return STR("");
  const Actor *a = &t->record.claimed_by.at[0];
  return a->name.n ? a->name : a->quote.text;
}

void field_values(Arena *arena, const LedgerIncident *incident, FieldId field, FieldValues *out) {
  for (uint32_t i = 0; i < incident->ntold; i++) {
    const LedgerTold *t = &incident->told[i];
    Str value = field_value(arena, &t->record, field);
    bool known = !value.n;
    for (uint32_t k = 0; !known && k < out->list.n; k++) {
      FieldValue *v = &out->list.at[k];
      known =
          str_eq(v->value, value) && str_eq(v->told->outlet, t->outlet) && str_eq(speaker_of(v->told), speaker_of(t));
      if (known) v->tellings++;
    }
    if (!known && out->list.n < NAMES_MOST) vec_push(&out->list, arena, (FieldValue){value, t, 1});
  }
}

Str told_source(Arena *arena, const LedgerTold *t) {
  Str speaker = speaker_of(t), outlet = t->outlet.n ? t->outlet : t->given;
  return arena_printf(arena, "%.*s%s%.*s%s%.*s", STR_ARG(speaker), speaker.n ? ", in " : "", STR_ARG(outlet),
                      t->published.n ? " " : "", (int)(t->published.n < 10 ? t->published.n : 10), t->published.p);
}

Str field_sources(Arena *arena, const LedgerIncident *incident, FieldId field) {
  FieldValues values = {0};
  VEC(Str) parts = {0};
  field_values(arena, incident, field, &values);
  for (uint32_t i = 0; i < values.list.n; i++) {
    const FieldValue *v = &values.list.at[i];
    Str source = told_source(arena, v->told);
    vec_push(&parts, arena, arena_printf(arena, "%.*s (%.*s)", STR_ARG(v->value), STR_ARG(source)));
  }
  return joined(arena, parts.at, parts.n);
}

/* ---- one value ---- */

/* How well a telling stands for the incident: its type, an exact place, an exact time. */
static int weight_of(const LedgerIncident *incident, const LedgerTold *t) {
  const Record *r = &t->record;
  int weight = str_eq(r->type, incident->type) ? 100 : 0;
  if (str_eq(r->time, incident->time)) weight += 10;
  if (r->nplaces && r->places[0].precision == incident->precision) weight += 20;
  if (r->nplaces && (isnan(incident->lat) || fabs(r->places[0].lat - incident->lat) < 1e-5)) weight += 20;
  return r->background ? weight : weight + 1;
}

typedef struct Voice {
  int64_t id, toll;
  Str document;
  const LedgerTold *told;
} Voice;

/* The last toll of each voice: of one document the largest, of several the latest one's. */
static uint32_t voices_of(const LedgerIncident *incident, Voice *voices, uint32_t room) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < incident->ntold; i++) {
    const LedgerTold *t = &incident->told[i];
    int64_t toll = toll_of(&t->record, STR("killed")).min;
    uint32_t k = 0;
    if (toll == LEDGER_OPEN) continue;
    while (k < n && voices[k].id != t->voice) k++;
    if (k == room) break;
    bool same = k < n && str_eq(voices[k].document, t->document);
    if (k == n) n++;
    if (same && voices[k].toll >= toll) continue;
    voices[k] = (Voice){t->voice, toll, t->document, t};
  }
  return n;
}

static void choose_toll(const LedgerIncident *incident, Summary *s) {
  Voice voices[NAMES_MOST];
  uint32_t n = voices_of(incident, voices, NAMES_MOST), most = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t same = 0;
    for (uint32_t k = 0; k < n; k++) same += voices[k].toll == voices[i].toll;
    if (same < most || (same == most && voices[i].toll >= s->best)) continue;
    most = same;
    s->best = voices[i].toll;
    s->toll = voices[i].told;
  }
}

static void set_days(Summary *s, Str time) {
  Period p = period_of(time);
  s->from = p.known && p.from != INT32_MIN ? p.from : LEDGER_NO_DAY;
  s->to = p.known && p.to != INT32_MAX ? p.to : LEDGER_NO_DAY;
}

static bool mapped(const LedgerTold *t) { return t->record.acled.n > 0; }

Summary summary_of(Arena *arena, const LedgerIncident *incident) {
  Summary s = {.best = LEDGER_OPEN};
  int heaviest = -1;
  for (uint32_t i = 0; i < incident->ntold; i++) {
    const LedgerTold *t = &incident->told[i];
    int weight = weight_of(incident, t);
    add_told(arena, &s, t);
    if (weight > heaviest) {
      heaviest = weight;
      s.main = t;
    }
    if (!s.mapped && mapped(t)) s.mapped = t;
  }
  if (s.main && mapped(s.main)) s.mapped = s.main;
  if (s.main && s.main->record.nplaces) s.place = &s.main->record.places[0];
  choose_toll(incident, &s);
  set_days(&s, incident->time);
  return s;
}

Summary summary_of_record(Arena *arena, const LedgerTold *t) {
  Summary s = {.main = t, .mapped = mapped(t) ? t : NULL, .toll = t};
  s.best = toll_of(&t->record, STR("killed")).min;
  add_told(arena, &s, t);
  if (t->record.nplaces) s.place = &t->record.places[0];
  set_days(&s, t->record.time);
  return s;
}
