#include "check/draft.h"

#include <math.h>

enum { MOST_SENTENCE = 4096 /* bytes of a sentence that a finding quotes */ };

void draft_init(Draft *draft, Arena *arena) {
  *draft = (Draft){.arena = arena, .text = {.arena = arena}, .arithmetic = {.arena = arena}};
}

static bool has_str(const Str *at, uint32_t n, Str s) {
  for (uint32_t i = 0; i < n; i++)
    if (str_eq(at[i], s)) return true;
  return false;
}

/* A sentence without an end (a list run together) is cut at a character's beginning. */
static Span cut_span(Str text, Span span) {
  if (span.end - span.start <= MOST_SENTENCE) return span;
  span.end = span.start + MOST_SENTENCE;
  while (span.end > span.start && ((uint8_t)text.p[span.end] & 0xC0) == 0x80) span.end--;
  return span;
}

void draft_span(Draft *draft, const CheckDoc *doc, Span span) {
  if (!has_str(draft->docs.at, draft->docs.n, doc->id)) vec_push(&draft->docs, draft->arena, doc->id);
  if (!span_any(span) || span.end > doc->text.n) return;
  span = cut_span(doc->text, span);
  for (uint32_t i = 0; i < draft->sentences.n; i++) {
    const CheckSentence *s = &draft->sentences.at[i];
    if (str_eq(s->doc, doc->id) && s->quote.span.start == span.start && s->quote.span.end == span.end) return;
  }
  Quote quote = {str_slice(doc->text, span.start, span.end), span};
  vec_push(&draft->sentences, draft->arena, (CheckSentence){doc->id, quote});
}

void draft_record(Draft *draft, const CheckDoc *doc, const Record *record) {
  if (!has_str(draft->records.at, draft->records.n, record->id)) vec_push(&draft->records, draft->arena, record->id);
  draft_span(draft, doc, span_any(record->sentence) ? record->sentence : record->trigger.span);
}

void draft_done(Draft *draft, Str kind, Findings *findings) {
  if (!arena_ok(draft->arena)) return;
  vec_push(&findings->list, draft->arena,
           (Finding){.kind = kind,
                     .docs = draft->docs.at,
                     .ndocs = draft->docs.n,
                     .records = draft->records.at,
                     .nrecords = draft->records.n,
                     .text = buffer_str(&draft->text),
                     .parts = draft->parts.at,
                     .nparts = draft->parts.n,
                     .sentences = draft->sentences.at,
                     .nsentences = draft->sentences.n,
                     .arithmetic = buffer_str(&draft->arithmetic)});
}

void draft_say(Draft *draft, Str words) {
  Writer writer = writer_to_buffer(&draft->text);
  writer_put(&writer, words);
}

static void add_part(Draft *draft, CheckPart part) { vec_push(&draft->parts, draft->arena, part); }

void draft_mark(Draft *draft, const char *is) { add_part(draft, (CheckPart){.is = str_of(is)}); }

static void say_number(Draft *draft, double number) {
  Writer writer = writer_to_buffer(&draft->text);
  writer_number(&writer, number);
}

void draft_number(Draft *draft, const char *is, double number) {
  add_part(draft, (CheckPart){.is = str_of(is), .count = {.set = true, .min = number, .max = number}});
  say_number(draft, number);
}

void draft_count(Draft *draft, Count count) {
  if (!count.set) return;
  add_part(draft, (CheckPart){.is = STR("count"), .count = count});
  if (count.approx) draft_lit(draft, "about ");
  if (!isfinite(count.max)) draft_lit(draft, "at least ");
  say_number(draft, count.min);
  if (isfinite(count.max) && count.max > count.min) {
    draft_lit(draft, " to ");
    say_number(draft, count.max);
  }
}

static void say_quoted(Draft *draft, Str words) {
  draft_lit(draft, "\xC2\xAB");
  draft_say(draft, words);
  draft_lit(draft, "\xC2\xBB");
}

void draft_quote(Draft *draft, const char *is, Str words) {
  add_part(draft, (CheckPart){.is = str_of(is), .words = words});
  say_quoted(draft, words);
}

void draft_word(Draft *draft, const char *is, Str code) {
  add_part(draft, (CheckPart){.is = str_of(is), .words = code});
  draft_say(draft, code);
}

void draft_outlet(Draft *draft, const CheckDoc *doc) {
  if (doc->outlet.n) {
    draft_quote(draft, "outlet", doc->outlet);
    return;
  }
  draft_lit(draft, "document ");
  draft_word(draft, "document", doc->id);
}

static void say_name(Draft *draft, Str name, Str words) {
  if (name.n)
    draft_say(draft, name);
  else
    say_quoted(draft, words);
}

void draft_actors(Draft *draft, const char *is, ActorList actors) {
  uint32_t n = actors.n < 4 ? actors.n : 4;
  for (uint32_t i = 0; i < n; i++) {
    if (i) draft_say(draft, i + 1 == n ? STR(" and ") : STR(", "));
    const Actor *a = &actors.at[i];
    add_part(draft, (CheckPart){.is = str_of(is), .id = a->id, .name = a->name, .words = a->quote.text});
    say_name(draft, a->name, a->quote.text);
  }
}

void draft_place(Draft *draft, const Place *place) {
  add_part(draft, (CheckPart){.is = STR("place"), .id = place->id, .name = place->name, .words = place->quote.text});
  say_name(draft, place->name, place->quote.text);
}

void draft_speaker(Draft *draft, const Record *record) {
  if (!record->claimed_by.n) {
    draft_mark(draft, "unsourced");
    draft_lit(draft, " It names no source for the numbers.");
    return;
  }
  draft_lit(draft, " It credits the numbers to ");
  draft_actors(draft, "speaker", record->claimed_by);
  draft_lit(draft, ", whose own words were not seen: the slip may be either's.");
}
