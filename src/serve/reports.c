/* A report as one source tells it: the record, what stands now after corrections, the document,
 * who says so, and the words. */
#include "serve/context.h"

enum { HIDE_NAMES = 400 };

/* ---- hiding ---- */

static void keep_hidden(Context *c, Hide *hide, Str name) {
  if (!known_find(c->house->known, c->arena, name)) hide_add(hide, c->arena, name);
}

Hide document_hide(Context *c, int64_t document) {
  Hide hide = {0};
  Str names[HIDE_NAMES];
  if (c->shown) return hide;
  uint32_t n = ledger_document_names(c->ledger, c->arena, document, names, HIDE_NAMES);
  for (uint32_t i = 0; i < n; i++) keep_hidden(c, &hide, names[i]);
  return hide;
}

static void hide_persons(Context *c, const Record *r, Hide *hide) {
  for (uint32_t i = 0; i < r->npersons && !c->shown; i++) {
    keep_hidden(c, hide, r->persons[i].name);
    keep_hidden(c, hide, r->persons[i].quote.text);
  }
}

/* ---- documents ---- */

static bool is_web(Str url) { return str_starts(url, STR("https://")) || str_starts(url, STR("http://")); }

void say_document_members(Context *c, const LedgerDocumentRow *d, const Hide *hide) {
  Say *s = &c->say;
  say_field(s, "document", d->key);
  say_field(s, "id", hide_in(hide, c->arena, d->given));
  say_field_or_null(s, "title", hide_in(hide, c->arena, d->title));
  say_field_or_null(s, "published", d->published);
  say_field_or_null(s, "outlet", d->outlet);
  say_field(s, "side", str_of(side_name(outlet_side(c, d->outlet))));
  say_field_or_null(s, "url", is_web(d->url) ? hide_in(hide, c->arena, d->url) : STR(""));
  say_field_or_null(s, "author", hide_in(hide, c->arena, d->author));
  say_field_or_null(s, "retrieved", d->retrieved);
  say_field_int(s, "version", d->version);
  say_key(s, "current");
  say_bool(s, d->current);
  say_field_int(s, "records", d->records);
  say_field_int(s, "copies", d->copies);
}

void say_document(Context *c, const LedgerDocumentRow *d) {
  Hide hide = document_hide(c, d->row);
  say_object(&c->say);
  say_document_members(c, d, &hide);
  say_end_object(&c->say);
}

/* ---- reports ---- */

static void say_day_number(Say *s, const char *key, int64_t day) {
  say_key(s, key);
  if (day == LEDGER_UNTOLD)
    say_null(s);
  else
    say_int(s, day);
}

static void say_values(Context *c, const LedgerReport *r) {
  Say *s = &c->say;
  say_key(s, "values");
  say_object(s);
  say_field(s, "type", r->type);
  say_field_or_null(s, "time", r->time);
  say_day_number(s, "day_from", r->day_from);
  say_day_number(s, "day_to", r->day_to);
  say_key(s, "place");
  say_place(c, &r->place);
  say_key(s, "killed");
  say_range(s, r->killed[0], r->killed[1]);
  say_key(s, "injured");
  say_range(s, r->injured[0], r->injured[1]);
  say_key(s, "count");
  say_range(s, r->count[0], r->count[1]);
  say_field(s, "stance", r->stance);
  say_end_object(s);
}

static void say_origins(Context *c, const LedgerReport *r, const Record *record, const Hide *hide) {
  Say *s = &c->say;
  say_key(s, "origins");
  say_array(s);
  for (uint32_t i = 0; i < record->claimed_by.n; i++) {
    const Actor *a = &record->claimed_by.at[i];
    const KnownName *known =
        a->id.n ? known_of(c->house->known, a->id) : known_find(c->house->known, c->arena, a->quote.text);
    Side side = known ? known->side : SIDE_UNKNOWN;
    Str name = a->name.n ? a->name : hide_in(hide, c->arena, a->quote.text);
    say_named(c, known ? known->id : a->id, name, &side);
  }
  if (!record->claimed_by.n && r->document.outlet.n) {
    const KnownName *known = known_find(c->house->known, c->arena, r->document.outlet);
    Side side = known ? known->side : SIDE_UNKNOWN;
    say_named(c, known ? known->id : STR(""), r->document.outlet, &side);
  }
  say_end_array(s);
}

typedef struct LastText {
  int64_t row;
  Str text;
} LastText;

/* The text of the document that was read last: a document's reports come one behind another. */
static Str body_of(Context *c, int64_t document, LastText *last) {
  if (last->row != document || !last->text.p) *last = (LastText){document, ledger_body(c->ledger, c->arena, document)};
  return last->text;
}

static void say_report_of(Context *c, const LedgerReport *r, LastText *last) {
  Say *s = &c->say;
  Record record = {0};
  Marks marks = {0};
  ErrorInfo info;
  Hide hide = document_hide(c, r->document.row);
  if (json_read_record(c->arena, r->json, &record, &info)) record = (Record){0};
  hide_persons(c, &record, &hide);
  marks_add(c->arena, &record, 0, &marks);
  say_object(s);
  say_field(s, "key", r->key);
  say_field(s, "status", str_eq(r->status, STR("rejected")) ? STR("machine-coded") : r->status);
  say_field(s, "version", r->version);
  say_field_or_null(s, "incident", r->incident);
  say_values(c, r);
  say_key(s, "corrected");
  say_raw(s, r->corrected.n ? r->corrected : STR("{}"));
  say_key(s, "record");
  say_raw(s, hide_in(&hide, c->arena, r->json));
  say_key(s, "document");
  say_object(s);
  say_document_members(c, &r->document, &hide);
  say_end_object(s);
  say_origins(c, r, &record, &hide);
  say_key(s, "evidence");
  say_evidence(s, c->arena, body_of(c, r->document.row, last), r->sentence, &marks, &hide);
  say_end_object(s);
}

void say_report(Context *c, const LedgerReport *report) {
  LastText last = {0};
  say_report_of(c, report, &last);
}

void say_reports(Context *c, const LedgerReports *reports) {
  LastText last = {0};
  say_array(&c->say);
  for (uint32_t i = 0; i < reports->list.n; i++) say_report_of(c, &reports->list.at[i], &last);
  say_end_array(&c->say);
}

/* ---- findings ---- */

static void say_sentence(Context *c, const CheckSentence *sentence) {
  static const Marks none = {0};
  LedgerDocumentRow d = {0};
  Say *s = &c->say;
  bool found = ledger_document_row(c->ledger, c->arena, sentence->doc, &d);
  Hide hide = found ? document_hide(c, d.row) : (Hide){0};
  say_object(s);
  say_key(s, "document");
  if (found) {
    say_object(s);
    say_document_members(c, &d, &hide);
    say_end_object(s);
  } else {
    say_null(s);
  }
  say_key(s, "passage");
  say_object(s);
  say_field_int(s, "start", sentence->quote.span.start);
  say_field_int(s, "end", sentence->quote.span.end);
  say_key(s, "segments");
  say_segments(s, c->arena, sentence->quote.text, (Span){0, (uint32_t)sentence->quote.text.n}, &none, &hide, false);
  say_end_object(s);
  say_end_object(s);
}

/* What the finding says of a person, it says in the words of its documents. */
static Hide finding_hide(Context *c, const Finding *f) {
  Hide all = {0};
  for (uint32_t i = 0; i < f->ndocs && !c->shown; i++) {
    LedgerDocumentRow d = {0};
    if (!ledger_document_row(c->ledger, c->arena, f->docs[i], &d)) continue;
    Hide hide = document_hide(c, d.row);
    for (uint32_t k = 0; k < hide.list.n; k++) hide_add(&all, c->arena, hide.list.at[k].name);
  }
  return all;
}

/* Names of actors and places in both languages; numbers as [least, most]. */
static void say_part(Context *c, const CheckPart *p, const Hide *hide) {
  Say *s = &c->say;
  say_object(s);
  say_field(s, "is", p->is);
  if (p->words.n) say_field(s, "words", hide_in(hide, c->arena, p->words));
  if (p->id.n) {
    say_key(s, "named");
    say_named(c, p->id, p->name, NULL);
  }
  if (p->count.set) {
    say_key(s, "count");
    say_count(s, p->count);
    say_key(s, "approx");
    say_bool(s, p->count.approx);
  }
  say_end_object(s);
}

void say_finding_members(Context *c, const LedgerFindingRow *row) {
  Say *s = &c->say;
  Finding f = {0};
  (void)ledger_finding(c->arena, row->json, &f);
  Hide hide = finding_hide(c, &f);
  say_field(s, "finding", row->key);
  say_field(s, "kind", f.kind);
  say_field(s, "text", hide_in(&hide, c->arena, f.text));
  say_field_or_null(s, "arithmetic", hide_in(&hide, c->arena, f.arithmetic));
  say_key(s, "parts");
  say_array(s);
  for (uint32_t i = 0; i < f.nparts; i++) say_part(c, &f.parts[i], &hide);
  say_end_array(s);
  say_key(s, "sentences");
  say_array(s);
  for (uint32_t i = 0; i < f.nsentences; i++) say_sentence(c, &f.sentences[i]);
  say_end_array(s);
  say_key(s, "records");
  say_array(s);
  for (uint32_t i = 0; i < row->nrecords; i++) say_str(s, row->records[i]);
  say_end_array(s);
  say_key(s, "incidents");
  say_array(s);
  for (uint32_t i = 0; i < row->nincidents; i++) say_str(s, row->incidents[i]);
  say_end_array(s);
}

void say_decisions(Context *c, const LedgerDecided *d) {
  say_array(&c->say);
  for (uint32_t i = 0; i < d->list.n; i++) say_raw(&c->say, d->list.at[i]);
  say_end_array(&c->say);
}
