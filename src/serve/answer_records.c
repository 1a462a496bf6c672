/* One incident, records, documents, persons, findings: what is told, with its words. */
#include "check/check.h"
#include "serve/context.h"
#include "serve/guard.h"

enum { REPORTS_MOST = 200, DOCUMENT_REPORTS = 500, FINDINGS_MOST = 50, DECISIONS_MOST = 100, OTHERS_MOST = 50 };
enum { TEXT_MOST = 2000000 };

static void say_page(Context *c, int64_t total, LedgerPage page) {
  say_field_int(&c->say, "total", total);
  say_field_int(&c->say, "offset", page.offset);
}

static bool failed(Context *c, ErrorCode code, const ErrorInfo *info, const char *what) {
  if (code) refuse_error(c, code, info, what);
  return code != ERROR_OK;
}

/* ---- an incident ---- */

static void say_pairs(Context *c, Str key) {
  Str lines = STR("");
  ErrorInfo info;
  Say *s = &c->say;
  if (ledger_points(c->ledger, key, c->arena, &lines, &info)) lines = STR("");
  say_key(s, "pairs");
  say_array(s);
  while (lines.n) say_str(s, str_cut(&lines, '\n'));
  say_end_array(s);
}

/* Which findings rest on it the cube knows; one that came up since is left out for now. */
static void say_findings_of(Context *c, int64_t row) {
  CubeSlice has = {0};
  LedgerFindings findings;
  ErrorInfo info;
  Say *s = &c->say;
  for (uint32_t i = 0; i < c->cube->n; i++)
    if (c->cube->at[i].row == row) has = c->cube->at[i].has[CUBE_FINDINGS];
  uint32_t n = has.n < FINDINGS_MOST ? has.n : FINDINGS_MOST;
  say_key(s, "findings");
  say_array(s);
  if (n && !ledger_findings_at(c->ledger, c->arena, c->cube->lists[CUBE_FINDINGS] + has.at, n, &findings, &info))
    for (uint32_t i = 0; i < findings.list.n; i++) {
      say_object(s);
      say_finding_members(c, &findings.list.at[i]);
      say_end_object(s);
    }
  say_end_array(s);
}

/* Of that id, of a record in it, or of one that was merged into it. */
void answer_incident(Context *c) {
  int64_t row = ledger_incident_find(c->ledger, c->request->id);
  LedgerIncidentNow i;
  LedgerReports reports;
  LedgerDecided decided;
  ErrorInfo info = {0};
  Say *s = &c->say;
  if (!row || !ledger_incident_now(c->ledger, c->arena, row, &i)) {
    refuse(c, 404, "incident", "there is no such incident in this ledger");
    return;
  }
  ErrorCode code =
      ledger_reports(c->ledger, c->arena, LEDGER_OF_INCIDENT, i.id, (LedgerPage){0, REPORTS_MOST}, &reports, &info);
  if (!code) code = ledger_decided(c->ledger, c->arena, i.id, 0, (LedgerPage){0, DECISIONS_MOST}, &decided, &info);
  if (failed(c, code, &info, "incident")) return;
  say_object(s);
  (void)say_incident_members(c, row);
  say_field_int(s, "reports_total", reports.total);
  say_key(s, "reports");
  say_reports(c, &reports);
  say_pairs(c, i.id);
  say_findings_of(c, row);
  say_key(s, "decisions");
  say_decisions(c, &decided);
  say_end_object(s);
}

/* ---- records ---- */

void answer_records(Context *c) {
  LedgerFilter filter;
  LedgerPage page;
  LedgerReports reports;
  int kind = request_choice(c->request, PARAM_KIND, "event tally figure trend", &c->problem);
  if (kind < 0 || !context_page(c, &page) || !context_filter(c, &filter)) return;
  if (!context_reports(c, &filter, c->request->value[PARAM_KIND], page, &reports)) return;
  say_object(&c->say);
  say_page(c, reports.total, page);
  say_key(&c->say, "rows");
  say_reports(c, &reports);
  say_end_object(&c->say);
}

void answer_record(Context *c) {
  Str key = STR("");
  LedgerReports reports = {0};
  ErrorInfo info = {0};
  LedgerKind kind = ledger_what(c->ledger, c->request->id, c->arena, &key);
  bool is = kind == LEDGER_RECORD || kind == LEDGER_INCIDENT;
  if (is && failed(c, ledger_reports(c->ledger, c->arena, LEDGER_OF_RECORD, key, (LedgerPage){0, 1}, &reports, &info),
                   &info, "record"))
    return;
  if (!reports.list.n)
    refuse(c, 404, "record", "there is no such record in this ledger");
  else
    say_report(c, &reports.list.at[0]);
}

/* ---- documents ---- */

static void say_documents(Context *c, const LedgerDocuments *d) {
  say_array(&c->say);
  for (uint32_t i = 0; i < d->list.n; i++) say_document(c, &d->list.at[i]);
  say_end_array(&c->say);
}

void answer_documents(Context *c) {
  LedgerFilter filter;
  LedgerPage page;
  LedgerDocuments documents;
  CubeRows rows;
  ErrorInfo info = {0};
  if (!context_page(c, &page) || !context_filter(c, &filter)) return;
  filter.sort = c->request->value[PARAM_SORT];
  ErrorCode code = cube_documents(c->cube, c->ledger, c->arena, &filter, &rows, &info);
  if (!code) code = ledger_documents_at(c->ledger, c->arena, &rows, page, &documents, &info);
  if (failed(c, code, &info, filter.place.n ? "place" : "sort")) return;
  say_object(&c->say);
  say_page(c, documents.total, page);
  say_key(&c->say, "rows");
  say_documents(c, &documents);
  say_end_object(&c->say);
}

static void say_text(Context *c, const LedgerDocumentRow *d, const LedgerReports *reports, const Hide *hide) {
  Marks marks = {0};
  ErrorInfo info;
  Say *s = &c->say;
  Str text = ledger_body(c->ledger, c->arena, d->row);
  size_t n = text.n < TEXT_MOST ? text.n : TEXT_MOST;
  while (n > 0 && n < text.n && ((unsigned char)text.p[n] & 0xC0) == 0x80) n--;
  for (uint32_t i = 0; i < reports->list.n; i++) {
    Record record = {0};
    if (json_read_record(c->arena, reports->list.at[i].json, &record, &info)) continue;
    Mark sentence = {reports->list.at[i].sentence, STR("sentence"), i};
    vec_push(&marks.list, c->arena, sentence);
    marks_add(c->arena, &record, i, &marks);
  }
  say_field_int(s, "bytes", (int64_t)text.n);
  say_key(s, "truncated");
  say_bool(s, n < text.n);
  say_key(s, "segments");
  say_segments(s, c->arena, text, (Span){0, (uint32_t)n}, &marks, hide, true);
}

void answer_document(Context *c) {
  LedgerDocumentRow d;
  LedgerReports reports;
  ErrorInfo info = {0};
  Say *s = &c->say;
  if (!ledger_document_row(c->ledger, c->arena, c->request->id, &d)) {
    refuse(c, 404, "document", "there is no such document in this ledger");
    return;
  }
  if (failed(c,
             ledger_reports(c->ledger, c->arena, LEDGER_OF_DOCUMENT, d.key, (LedgerPage){0, DOCUMENT_REPORTS}, &reports,
                            &info),
             &info, "document"))
    return;
  Hide hide = document_hide(c, d.row);
  LedgerDocuments versions = ledger_document_versions(c->ledger, c->arena, d.row);
  LedgerDocuments others = ledger_document_copies(c->ledger, c->arena, d.row, OTHERS_MOST);
  say_object(s);
  say_document_members(c, &d, &hide);
  say_text(c, &d, &reports, &hide);
  say_key(s, "reports");
  say_reports(c, &reports);
  say_key(s, "versions");
  say_documents(c, &versions);
  say_key(s, "others");
  say_documents(c, &others);
  say_end_object(s);
}

/* ---- persons ---- */

static void say_fates(Say *s, const LedgerFate *fates, uint32_t n) {
  say_key(s, "fates");
  say_array(s);
  for (uint32_t i = 0; i < n; i++) {
    say_object(s);
    say_field_or_null(s, "fate", fates[i].fate);
    say_field_int(s, "n", fates[i].n);
    say_end_object(s);
  }
  say_end_array(s);
}

static void say_person_members(Context *c, const LedgerPerson *p) {
  Say *s = &c->say;
  bool masked = !c->shown && !known_find(c->house->known, c->arena, p->name);
  say_field(s, "person", ledger_person_key(c->arena, p->norm));
  say_field(s, "name", masked ? hide_initials(c->arena, p->name) : p->name);
  say_key(s, "masked");
  say_bool(s, masked);
  say_field_int(s, "records", p->records);
  say_field_int(s, "documents", p->documents);
  say_fates(s, p->fates, p->nfates);
  say_key(s, "first");
  say_day(s, p->first);
  say_key(s, "last");
  say_day(s, p->last);
}

static bool person_sort(Context *c) {
  return request_choice(c->request, PARAM_SORT, "-records records -documents documents -first first -last last",
                        &c->problem) >= 0;
}

void answer_people(Context *c) {
  LedgerFilter days;
  LedgerPage page;
  LedgerPeople people;
  ErrorInfo info = {0};
  Say *s = &c->say;
  /* Whoever asks for a name must be one who may see it. */
  if (c->request->value[PARAM_Q].n && !guard_token(c->request, &c->problem)) return;
  if (!context_page(c, &page) || !person_sort(c) || !request_filter(c->request, c->arena, &days, &c->problem)) return;
  LedgerPeopleFilter filter = {.from = days.from,
                               .to = days.to,
                               .fate = c->request->value[PARAM_FATE],
                               .name = c->request->value[PARAM_Q],
                               .sort = c->request->value[PARAM_SORT]};
  if (failed(c, ledger_people(c->ledger, c->cube, c->arena, &filter, page, &people, &info), &info, "people")) return;
  say_object(s);
  say_page(c, people.total, page);
  say_fates(s, people.fates, people.nfates);
  say_key(s, "rows");
  say_array(s);
  for (uint32_t i = 0; i < people.list.n; i++) {
    say_object(s);
    say_person_members(c, &people.list.at[i]);
    say_end_object(s);
  }
  say_end_array(s);
  say_end_object(s);
}

void answer_person(Context *c) {
  LedgerPeopleFilter filter = {.from = LEDGER_NO_DAY, .to = LEDGER_NO_DAY};
  LedgerPeople people = {0};
  LedgerReports reports;
  ErrorInfo info = {0};
  Say *s = &c->say;
  filter.norm = ledger_person_of(c->ledger, c->arena, c->request->id);
  if (filter.norm.n &&
      failed(c, ledger_people(c->ledger, c->cube, c->arena, &filter, (LedgerPage){0, 1}, &people, &info), &info,
             "person"))
    return;
  if (!people.list.n) {
    refuse(c, 404, "person", "there is no such person in this ledger");
    return;
  }
  if (failed(c,
             ledger_reports(c->ledger, c->arena, LEDGER_OF_PERSON, filter.norm, (LedgerPage){0, REPORTS_MOST}, &reports,
                            &info),
             &info, "person"))
    return;
  say_object(s);
  say_person_members(c, &people.list.at[0]);
  say_key(s, "reports");
  say_reports(c, &reports);
  say_end_object(s);
}

/* ---- findings ---- */

static void say_kinds(Context *c) {
  uint32_t n = 0;
  const CheckKind *kinds = check_kinds(&n);
  Say *s = &c->say;
  say_key(s, "kinds");
  say_array(s);
  for (uint32_t i = 0; i < n; i++) {
    if (!kinds[i].run) continue;
    say_object(s);
    say_field(s, "kind", str_of(kinds[i].name));
    say_field(s, "fires", str_of(kinds[i].fires));
    say_field_int(s, "n", ledger_finding_count(c->ledger, str_of(kinds[i].name)));
    say_end_object(s);
  }
  say_end_array(s);
}

void answer_findings(Context *c) {
  LedgerFilter days;
  LedgerPage page;
  LedgerFindings findings;
  ErrorInfo info = {0};
  Say *s = &c->say;
  if (!context_page(c, &page) || !request_filter(c->request, c->arena, &days, &c->problem)) return;
  LedgerFindingFilter filter = {.kind = c->request->value[PARAM_KIND], .from = days.from, .to = days.to};
  if (failed(c, ledger_finding_page(c->ledger, c->arena, &filter, page, &findings, &info), &info, "findings")) return;
  say_object(s);
  say_page(c, findings.total, page);
  say_kinds(c);
  say_key(s, "rows");
  say_array(s);
  for (uint32_t i = 0; i < findings.list.n; i++) {
    say_object(s);
    say_finding_members(c, &findings.list.at[i]);
    say_end_object(s);
  }
  say_end_array(s);
  say_end_object(s);
}

void answer_finding(Context *c) {
  LedgerFindingFilter filter = {.key = c->request->id, .from = LEDGER_NO_DAY, .to = LEDGER_NO_DAY};
  LedgerFindings findings = {0};
  LedgerReports reports;
  ErrorInfo info = {0};
  Say *s = &c->say;
  if (failed(c, ledger_finding_page(c->ledger, c->arena, &filter, (LedgerPage){0, 1}, &findings, &info), &info,
             "finding"))
    return;
  if (!findings.list.n || !c->request->id.n) {
    refuse(c, 404, "finding", "there is no such finding in this ledger");
    return;
  }
  CubeRows rows = {findings.list.at[0].rows, findings.list.at[0].nrecords};
  if (failed(c, ledger_reports_at(c->ledger, c->arena, &rows, (LedgerPage){0, REPORTS_MOST}, &reports, &info), &info,
             "finding"))
    return;
  say_object(s);
  say_finding_members(c, &findings.list.at[0]);
  say_key(s, "reports");
  say_reports(c, &reports);
  say_end_object(s);
}
