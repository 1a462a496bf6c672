/* The layout of PLOVER's events, one line of JSON a record of an event («اعتقلت القوات سبعة عناصر», the
 * forces arrested seven members, is COERCE with mode arrest). The codes are its manual's (CC BY-SA
 * 4.0; codes are facts); nothing else in it comes from that project. */
#include <math.h>

#include "export/country.h"
#include "export/layouts.h"
#include "export/sides.h"
#include "export/summary.h"
#include "record/json.h"

typedef struct Scale {
  const char *event, *mode; /* mode "": the event's own */
  int quad;                 /* 1 verbal cooperation, 2 material, 3 verbal conflict, 4 material */
  double score;
} Scale;

static const Scale scales[] = {
    {"AGREE", "", 1, 2.5},
    {"CONSULT", "", 1, 2.5},
    {"CONSULT", "visit", 1, 4},
    {"CONSULT", "third-party", 1, 1},
    {"CONSULT", "multilateral", 1, 4},
    {"CONSULT", "phone", 1, 1.5},
    {"SUPPORT", "", 1, 5},
    {"CONCEDE", "", 1, 4.5},
    {"COOPERATE", "", 2, 9.5},
    {"AID", "", 2, 10},
    {"RETREAT", "", 2, 6.5},
    {"RETREAT", "withdraw", 2, 8},
    {"RETREAT", "release", 2, 6.5},
    {"RETREAT", "disarm", 2, 10},
    {"RETREAT", "ceasefire", 2, 7.5},
    {"RETREAT", "access", 2, 6.5},
    {"RETREAT", "resign", 2, 4.5},
    {"REQUEST", "", 3, 0},
    {"REQUEST", "assist", 3, 0.5},
    {"REQUEST", "change", 3, -1},
    {"REQUEST", "yield", 3, -1},
    {"REQUEST", "meet", 3, 0},
    {"ACCUSE", "", 3, -3},
    {"ACCUSE", "disapprove", 3, -2},
    {"ACCUSE", "investigate", 3, -3.5},
    {"ACCUSE", "allege", 3, -3.5},
    {"REJECT", "", 3, -2},
    {"REJECT", "assist", 3, -1.5},
    {"REJECT", "change", 3, -2},
    {"REJECT", "yield", 3, -2},
    {"REJECT", "meet", 3, -2},
    {"THREATEN", "", 3, -3.5},
    {"THREATEN", "restrict", 3, -3},
    {"THREATEN", "arrest", 3, -3.5},
    {"THREATEN", "relations", 3, -3.5},
    {"THREATEN", "expel", 3, -3.5},
    {"THREATEN", "territory", 3, -4},
    {"THREATEN", "violence", 3, -3.5},
    {"PROTEST", "", 4, -5},
    {"PROTEST", "demo", 4, -5},
    {"PROTEST", "riot", 4, -7},
    {"PROTEST", "strike", 4, -5},
    {"PROTEST", "hunger", 4, -4.5},
    {"PROTEST", "boycott", 4, -4.5},
    {"PROTEST", "obstruct", 4, -4.5},
    {"SANCTION", "", 4, -6},
    {"SANCTION", "convict", 4, -6},
    {"SANCTION", "expel", 4, -5.5},
    {"SANCTION", "withdraw", 4, -6},
    {"SANCTION", "discontinue", 4, -6},
    {"MOBILIZE", "", 4, -5.5},
    {"MOBILIZE", "troops", 4, -6.5},
    {"MOBILIZE", "weapons", 4, -6.5},
    {"MOBILIZE", "police", 4, -5.5},
    {"MOBILIZE", "militia", 4, -6},
    {"COERCE", "", 4, -7},
    {"COERCE", "seize", 4, -7},
    {"COERCE", "restrict", 4, -7},
    {"COERCE", "censor", 4, -6.5},
    {"COERCE", "curfew", 4, -6.5},
    {"COERCE", "martial-law", 4, -7.5},
    {"COERCE", "arrest", 4, -7},
    {"COERCE", "deport", 4, -7},
    {"COERCE", "withhold", 4, -7},
    {"COERCE", "misinformation", 4, -6.5},
    {"COERCE", "cyber", 4, -7},
    {"ASSAULT", "", 4, -9},
    {"ASSAULT", "abduct", 4, -8.5},
    {"ASSAULT", "beat", 4, -7.5},
    {"ASSAULT", "torture", 4, -8.5},
    {"ASSAULT", "sexual", 4, -8.5},
    {"ASSAULT", "targeted", 4, -9.5},
    {"ASSAULT", "destroy", 4, -8.5},
    {"ASSAULT", "primitive", 4, -8},
    {"ASSAULT", "firearms", 4, -9},
    {"ASSAULT", "explosives", 4, -9},
    {"ASSAULT", "suicide-attack", 4, -9.5},
    {"ASSAULT", "aerial", 4, -9.5},
    {"ASSAULT", "drone", 4, -9.5},
    {"ASSAULT", "heavy-weapons", 4, -9.5},
    {"ASSAULT", "crowd-control", 4, -7.5},
    {"ASSAULT", "unconventional", 4, -10},
};

static const Scale *scale_of(const Record *r) {
  const Scale *found = NULL;
  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
    if (!str_eq(r->plover, str_of(scales[i].event))) continue;
    if (!scales[i].mode[0] || str_eq(r->mode, str_of(scales[i].mode))) found = &scales[i];
  }
  return found;
}

static void put_key(Writer *w, const char *key) {
  bool first = false;
  json_put_key(w, &first, key);
}
static void put_str(Writer *w, const char *key, Str value) {
  put_key(w, key);
  json_put_str_or_null(w, value);
}
static void put_nulls(Writer *w, const char *const *keys, size_t n) {
  for (size_t i = 0; i < n; i++) put_str(w, keys[i], STR_NONE);
}
static void put_one(Writer *w, const char *key, Str value) {
  put_key(w, key);
  writer_byte(w, '[');
  if (value.n) json_put_str(w, value);
  writer_byte(w, ']');
}

/* ---- who ---- */

typedef bool SideFn(const ExportRow *row, const Record *record, uint32_t n, Party *party);

static void put_party(const ExportRow *r, Writer *w, const Party *p) {
  Country c = country_of(r->arena, p->country);
  Str sector = party_sector(p);
  Str code = arena_printf(r->arena, "%.*s%.*s", STR_ARG(c.iso3), STR_ARG(sector));
  writer_lit(w, "{\"code\":");
  json_put_str_or_null(w, code);
  put_str(w, "sector", sector);
  put_str(w, "entity_text", p->words.n ? p->words : p->name);
  put_str(w, "entity_name", p->name);
  put_str(w, "country_name", c.name);
  static const char *const empty[] = {"identifier_id", "identifier_text", "religion", "ethnicity",
                                      "office",        "gender",          "age"};
  put_nulls(w, empty, sizeof empty / sizeof *empty);
  writer_byte(w, '}');
}

static void put_side(const ExportRow *r, Writer *w, const char *key, SideFn *side) {
  Party p;
  put_key(w, key);
  writer_byte(w, '[');
  for (uint32_t i = 0; side(r, &r->told->record, i, &p); i++) {
    if (i) writer_byte(w, ',');
    put_party(r, w, &p);
  }
  writer_byte(w, ']');
}

/* ---- the rest ---- */

static uint32_t characters(Str s) {
  uint32_t n = 0;
  for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
  return n;
}

/* Characters of the sentence, as PLOVER counts; none where a pseudonym has moved them. */
static void put_text_info(Writer *w, const LedgerTold *t) {
  const Record *r = &t->record;
  size_t before = r->trigger.span.start - r->sentence.start, n = r->trigger.text.n;
  bool there = r->trigger.span.start >= r->sentence.start && before + n <= t->sentence.n &&
               str_eq(str_slice(t->sentence, before, before + n), r->trigger.text);
  uint32_t start = there ? characters(str_slice(t->sentence, 0, before)) : 0;
  writer_lit(w, ",\"text_info\":{\"sequence\":null,\"start\":");
  json_put_number(w, there ? (double)start : (double)INFINITY);
  writer_lit(w, ",\"end\":");
  json_put_number(w, there ? (double)(start + characters(r->trigger.text)) : (double)INFINITY);
  writer_lit(w, ",\"text_story\":null}");
}

static void put_size(Writer *w, const Record *r) {
  static const struct {
    const char *key, *what;
  } sizes[] = {{"dead", "killed"}, {"injured", "injured"}, {"arrested", "arrested"}};
  writer_lit(w, ",\"size\":{");
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    LedgerRange range = toll_of(r, str_of(sizes[i].what));
    if (i) writer_byte(w, ',');
    json_put_str(w, str_of(sizes[i].key));
    writer_byte(w, ':');
    json_put_number(w, range.min == LEDGER_OPEN ? (double)INFINITY : (double)range.min);
  }
  writer_byte(w, '}');
}

static void put_where(const ExportRow *r, Writer *w) {
  const Place *p = r->summary->place;
  put_key(w, "event_loc");
  if (!p) {
    writer_lit(w, "null");
    return;
  }
  writer_lit(w, "{\"text\":");
  json_put_str(w, p->quote.text);
  put_str(w, "name", p->name);
  put_str(w, "admin1", p->admin1);
  put_str(w, "country", country_of(r->arena, p->country).iso3);
  put_key(w, "lat");
  json_put_number(w, p->lat);
  put_key(w, "lon");
  json_put_number(w, p->lon);
  put_key(w, "precision");
  json_put_number(w, p->precision ? p->precision : (double)INFINITY);
  writer_byte(w, '}');
}

static void put_cite(const ExportRow *r, Writer *w) {
  const LedgerTold *t = r->told;
  writer_lit(w, ",\"cite_info\":{\"corpus\":null");
  put_str(w, "citation", t->given);
  put_str(w, "url", t->url);
  put_str(w, "title", t->title);
  put_str(w, "language", STR("ar"));
  put_str(w, "publication", t->outlet);
  static const char *const empty[] = {"license", "copyright"};
  put_nulls(w, empty, 2);
  put_str(w, "coder", STR("daftar"));
  put_str(w, "codebook", STR("the layout of PLOVER, not data from that project"));
  put_str(w, "version", arena_printf(r->arena, "%.*s/%.*s", STR_ARG(t->engine), STR_ARG(t->data)));
  writer_byte(w, '}');
}

static void put_when(const ExportRow *r, Writer *w) {
  Str from = day_str(r->arena, r->summary->from), to = day_str(r->arena, r->summary->to);
  put_str(w, "date", from);
  put_str(w, "time", STR_NONE);
  put_str(w, "enddate", to);
  put_str(w, "endtime", STR_NONE);
}

/* The manual's auxiliary modes say what an event is not: over, to come, or at all. */
static void put_modes(Writer *w, const Record *r) {
  const Str modes[] = {r->mode, r->background ? STR("historical") : STR(""),
                       str_eq(r->stance, STR("planned")) ? STR("future") : STR(""),
                       str_eq(r->stance, STR("denied")) ? STR("negation") : STR("")};
  put_key(w, "mode");
  writer_byte(w, '[');
  for (size_t i = 0, n = 0; i < sizeof modes / sizeof *modes; i++) {
    if (!modes[i].n) continue;
    if (n++) writer_byte(w, ',');
    json_put_str(w, modes[i]);
  }
  writer_byte(w, ']');
}

static bool put_row(void *context, const ExportRow *r) {
  Export *x = context;
  Writer *w = x->writer;
  const LedgerTold *t = r->told;
  const Scale *scale = scale_of(&t->record);
  if (t->record.kind != RECORD_EVENT || !scale) {
    x->counts->left_out++;
    return true;
  }
  writer_lit(w, "{\"id\":");
  json_put_str(w, arena_printf(r->arena, "DAFTAR-%.*s", STR_ARG(t->key)));
  writer_lit(w, ",\"has_event\":true");
  put_when(r, w);
  put_side(r, w, "actor", side_agent);
  put_side(r, w, "recipient", side_recipient);
  put_one(w, "event", t->record.plover);
  put_where(r, w);
  put_one(w, "event_text", t->record.trigger.text);
  put_key(w, "quad_code");
  json_put_number(w, scale->quad);
  put_key(w, "event_scale");
  json_put_number(w, scale->score);
  put_modes(w, &t->record);
  writer_lit(w, ",\"context\":[]");
  put_size(w, &t->record);
  put_str(w, "link", t->incident);
  put_str(w, "text", t->sentence);
  put_text_info(w, t);
  put_cite(r, w);
  put_str(w, "coder", STR("daftar"));
  static const char *const empty[] = {"coded_date", "coded_time"};
  put_nulls(w, empty, 2);
  put_str(w, "comment", arena_printf(r->arena, "%.*s; stance %.*s", STR_ARG(t->status), STR_ARG(t->record.stance)));
  writer_lit(w, "}\n");
  x->counts->rows++;
  return !w->failed;
}

ErrorCode export_plover(Export *x) {
  return rows_records(x->ledger, ledger_list_of(STR("records")), x->options, put_row, x, x->info);
}
