/* Weekday against date: «الخميس 12 آذار 2024» (Thursday, 12 March 2024), which was a Tuesday.
 *
 * lang/date finds the clash; here it becomes a finding. Silent for the Hijri calendar, whose
 * months begin with a sighting, where the day itself is not certain, and for «اليوم الاثنين»
 * (today, Monday): that disagrees with a publication date which somebody else wrote, at any
 * hour of the night, and not with a date in the text. */
#include "check/draft.h"
#include "check/kinds.h"
#include "check/measure.h"
#include "check/period.h"

static const char *const weekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

/* The records that take their time from these words. */
static void add_records(Draft *d, const CheckDoc *doc, Span words) {
  for (uint32_t i = 0; i < doc->nrecords; i++)
    if (span_overlap(doc->records[i].time_quote.span, words)) draft_record(d, doc, &doc->records[i]);
}

/* A day in figures, European or Arabic-Indic (U+0660 to U+0669). */
static bool has_figure(Str s) {
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i], next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
    if ((c >= '0' && c <= '9') || (c == 0xD9 && next >= 0xA0 && next <= 0xA9)) return true;
  }
  return false;
}

static void check_clash(Arena *arena, const CheckDoc *doc, const CheckClash *clash, Findings *findings) {
  Period day = period_of(clash->edtf);
  if (clash->hijri || !has_figure(clash->quote.text) || !day.known || day.from != day.to) return;
  Draft d;
  draft_init(&d, arena);
  add_records(&d, doc, clash->quote.span);
  draft_span(&d, doc, clash->quote.span);
  draft_lit(&d, "Weekday and date disagree in this telling by ");
  draft_outlet(&d, doc);
  draft_lit(&d, ": it writes ");
  draft_quote(&d, "date", clash->quote.text);
  draft_lit(&d, ", but ");
  draft_word(&d, "time", clash->edtf);
  draft_lit(&d, " was a ");
  draft_word(&d, "weekday", str_of(weekdays[period_weekday(day.from)]));
  draft_lit(&d, ". One of the two is a slip, and nothing here says which.");
  draft_done(&d, STR("calendar"), findings);
}

static bool tells_year(const CheckClash *clash) {
  double year = 0;
  return str_to_double(str_slice(clash->edtf, 0, 4), &year) && number_in_figures(clash->quote.text, year);
}

/* Two dates without a year that both clash: the report tells of another year than its own. */
static bool of_another_year(const CheckDoc *doc) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < doc->nclashes; k++) n += !doc->clashes[k].hijri && !tells_year(&doc->clashes[k]);
  return n > 1;
}

void check_calendar(Arena *arena, const CheckInput *input, Findings *findings) {
  for (uint32_t i = 0; i < input->ndocs; i++) {
    const CheckDoc *doc = &input->docs[i];
    bool another = of_another_year(doc);
    for (uint32_t k = 0; k < doc->nclashes; k++)
      if (!another || tells_year(&doc->clashes[k])) check_clash(arena, doc, &doc->clashes[k], findings);
  }
}
