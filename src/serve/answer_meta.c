/* What is served, and where the data comes from. */
#include "engine/search.h"
#include "record/names.h"
#include "serve/context.h"
#include "serve/export_as.h"

static void say_counts(Context *c) {
  LedgerTotals t = ledger_totals(c->ledger, c->cube);
  Say *s = &c->say;
  say_key(s, "counts");
  say_object(s);
  say_field_int(s, "documents", t.documents);
  say_field_int(s, "records", t.records);
  say_field_int(s, "incidents", t.incidents);
  say_field_int(s, "tallies", t.tallies);
  say_field_int(s, "figures", t.figures);
  say_field_int(s, "trends", t.trends);
  say_field_int(s, "findings", t.findings);
  say_field_int(s, "people", t.people);
  say_field_int(s, "decisions", t.decisions);
  say_field_int(s, "machine_coded", t.machine);
  say_field_int(s, "reviewed", t.reviewed);
  say_field_int(s, "corrected", t.corrected);
  say_end_object(s);
}

static void say_span(Context *c) {
  int32_t from = CUBE_NO_DAY, to = CUBE_NO_DAY;
  for (uint32_t i = 0; i < c->cube->n; i++) {
    const CubeIncident *in = &c->cube->at[i];
    if (in->day_from != CUBE_NO_DAY && (from == CUBE_NO_DAY || in->day_from < from)) from = in->day_from;
    if (in->day_to != CUBE_NO_DAY && in->day_to > to) to = in->day_to;
  }
  say_days(&c->say, from, to);
}

static void say_lists(Context *c) {
  Say *s = &c->say;
  const char *example = NULL, *field = NULL;
  say_key(s, "fields");
  say_array(s);
  for (uint32_t i = 0; (field = ledger_field_at(i, &example)) != NULL; i++) {
    say_object(s);
    say_field(s, "field", str_of(field));
    say_field(s, "example", str_of(example));
    say_end_object(s);
  }
  say_end_array(s);
  say_key(s, "types");
  say_object(s);
  say_key(s, "event");
  say_array(s);
  for (uint32_t i = 0; name_at(NAMES_EVENT, i); i++) say_str(s, str_of(name_at(NAMES_EVENT, i)));
  say_end_array(s);
  say_key(s, "figure");
  say_array(s);
  for (uint32_t i = 0; name_at(NAMES_FIGURE, i); i++) say_str(s, str_of(name_at(NAMES_FIGURE, i)));
  say_end_array(s);
  say_end_object(s);
  uint32_t n = 0;
  const CheckKind *kinds = check_kinds(&n);
  say_key(s, "kinds");
  say_array(s);
  for (uint32_t i = 0; i < n; i++)
    if (kinds[i].run) say_str(s, str_of(kinds[i].name));
  say_end_array(s);
}

void answer_meta(Context *c) {
  const ServeOptions *o = c->house->options;
  const char *slash = strrchr(o->ledger, '/');
  const Request *r = c->request;
  Say *s = &c->say;
  say_object(s);
  say_field(s, "program", STR("daftar"));
  say_field(s, "version", STR(DAFTAR_VERSION));
  say_field(s, "data_version", engine_data_version(c->arena, o->engine));
  say_field(s, "ledger", str_of(slash ? slash + 1 : o->ledger));
  say_key(s, "writable");
  say_bool(s, ledger_writable(o->ledger));
  say_field(s, "token", !r->token.n ? STR("none") : r->trusted ? STR("right") : STR("wrong"));
  if (r->trusted && o->reviewer.n) say_field(s, "reviewer", o->reviewer);
  say_field_int(s, "generation", c->generation);
  say_counts(c);
  say_span(c);
  say_key(s, "formats");
  say_formats(s);
  say_lists(c);
  say_end_object(s);
}

void answer_credits(Context *c) {
  Source source = {.arena = c->arena};
  ErrorInfo info = {0};
  Say *s = &c->say;
  ErrorCode code = engine_sources(c->house->options->engine, &source, &info);
  if (code) {
    refuse_error(c, code, &info, "credits");
    return;
  }
  say_object(s);
  say_key(s, "files");
  say_array(s);
  for (uint32_t i = 0; i < source.files.n; i++) {
    Str rest = source.files.at[i].text;
    say_object(s);
    say_field(s, "file", source.files.at[i].name);
    say_key(s, "lines");
    say_array(s);
    while (rest.n && rest.p[0] == '#') {
      Str line = str_cut(&rest, '\n');
      say_str(s, str_trim(str_slice(line, 1, line.n)));
    }
    say_end_array(s);
    say_end_object(s);
  }
  say_end_array(s);
  say_end_object(s);
}
