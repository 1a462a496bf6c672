/* A record's identity, and what must hold of every record.
 *
 * The id is made of what the record was read from, not of what was read: text, kind, type
 * and trigger. Coding the same text again with a better engine keeps the id of a record
 * whose number or place it corrects, so that a reviewer's decision on it stays in place. */
#include "record/record.h"

#include <math.h>

#include "base/hash.h"
#include "record/names.h"

static const char *const kinds[] = {
    [RECORD_EVENT] = "event", [RECORD_TALLY] = "tally", [RECORD_FIGURE] = "figure", [RECORD_TREND] = "trend"};
enum { NKINDS = sizeof kinds / sizeof *kinds };

Str record_kind_name(RecordKind kind) { return (unsigned)kind < NKINDS ? str_of(kinds[kind]) : STR_NONE; }

bool record_kind_of(Str name, RecordKind *kind) {
  for (unsigned i = 0; i < NKINDS; i++)
    if (str_eq(name, str_of(kinds[i]))) {
      *kind = (RecordKind)i;
      return true;
    }
  return false;
}

Str record_id(Arena *arena, const uint8_t text_hash[32], const Record *record) {
  char hash[2 * SHA256_BYTES + 1];
  hex_of(text_hash, SHA256_BYTES, hash);
  Str kind = record_kind_name(record->kind);
  Span t = record->trigger.span;
  ArenaMark mark = arena_mark(arena);
  Str whole = arena_printf(arena, "%s %.*s %.*s %lu %lu", hash, STR_ARG(kind), STR_ARG(record->type),
                           (unsigned long)t.start, (unsigned long)t.end);
  if (!whole.p) return STR_NONE;
  uint8_t digest[SHA256_BYTES];
  sha256(whole, digest);
  arena_release(arena, mark);
  char hex[17];
  hex_of(digest, 8, hex);
  return arena_str(arena, (Str){hex, 16});
}

static bool starts_character(Str text, uint32_t at) { return at == text.n || ((uint8_t)text.p[at] & 0xC0) != 0x80; }

static bool span_holds(Span s, Str text) {
  return s.start <= s.end && s.end <= text.n && starts_character(text, s.start) && starts_character(text, s.end);
}

static bool quote_holds(const Quote *q, Str text) {
  return span_holds(q->span, text) && str_eq(q->text, str_slice(text, q->span.start, q->span.end));
}

static bool count_holds(Count c) { return !c.set || (isfinite(c.min) && c.min >= 0 && c.min <= c.max); }

static bool name_or_none(NameList list, Str name) { return name.n == 0 || name_in(list, name); }

static bool actors_hold(ActorList list, Str text) {
  for (uint32_t i = 0; i < list.n; i++)
    if (!quote_holds(&list.at[i].quote, text)) return false;
  return true;
}

static bool quotes_hold(QuoteList list, Str text) {
  for (uint32_t i = 0; i < list.n; i++)
    if (!quote_holds(&list.at[i], text)) return false;
  return true;
}

static bool place_holds(const Place *p, Str text) {
  bool known = isnan(p->lat) ? isnan(p->lon) : fabs(p->lat) <= 90 && fabs(p->lon) <= 180;
  return known && quote_holds(&p->quote, text) && p->precision <= 7 && name_or_none(NAMES_BASIS, p->basis);
}

static bool outcome_holds(const Outcome *o, Str text) {
  return name_in(NAMES_OUTCOME, o->what) && count_holds(o->count) && count_holds(o->women) &&
         count_holds(o->children) && quote_holds(&o->of, text) && name_or_none(NAMES_STATUS, o->status) &&
         name_or_none(NAMES_SIDE, o->side);
}

static bool person_holds(const Person *p, Str text) {
  return quote_holds(&p->quote, text) && quote_holds(&p->role, text) && count_holds(p->age) &&
         name_or_none(NAMES_FATE, p->fate) && name_or_none(NAMES_SEX, p->sex);
}

static bool lists_hold(const Record *r, Str text) {
  for (uint32_t i = 0; i < r->nplaces; i++)
    if (!place_holds(&r->places[i], text)) return false;
  for (uint32_t i = 0; i < r->noutcomes; i++)
    if (!outcome_holds(&r->outcomes[i], text)) return false;
  for (uint32_t i = 0; i < r->npersons; i++)
    if (!person_holds(&r->persons[i], text)) return false;
  return quotes_hold(r->also, text) && quotes_hold(r->via, text) && actors_hold(r->agents, text) &&
         actors_hold(r->partners, text) && actors_hold(r->targets, text) && actors_hold(r->claimed_by, text) &&
         actors_hold(r->responsibility.by, text);
}

static bool type_holds(const Record *r) {
  bool event = name_in(NAMES_EVENT, r->type), figure = name_in(NAMES_FIGURE, r->type);
  switch (r->kind) {
    case RECORD_EVENT:
    case RECORD_TALLY: return event;
    case RECORD_FIGURE: return figure;
    case RECORD_TREND: return event || figure;
  }
  return false;
}

bool record_holds(const Record *r, Str text) {
  return type_holds(r) && span_any(r->trigger.span) && quote_holds(&r->trigger, text) &&
         quote_holds(&r->time_quote, text) && span_holds(r->sentence, text) && count_holds(r->count) &&
         name_or_none(NAMES_STANCE, r->stance) && name_or_none(NAMES_DIRECTION, r->direction) &&
         name_or_none(NAMES_HOW, r->responsibility.how) && lists_hold(r, text);
}
