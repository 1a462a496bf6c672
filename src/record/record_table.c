/* The columns in which people read a document's records.
 *
 * A wide terminal gets a line a record. On 80 cells nine columns would hold a few letters
 * each, so a record takes two lines of four columns there: what is below belongs to what is
 * above it (the words of the record under its type, who → whom under the place, who says so
 * under the outcomes). */
#include "record/record_table.h"

#include <math.h>

#include "record/table.h"

#define ARROW " \xE2\x86\x92 " /* → */

enum { MOST_COMPARED = 64 /* outcomes of a record; more are a list */ };

typedef struct Parts {
  Arena *arena;
  VEC(Str) list;
} Parts;

static void add(Parts *parts, Str part) {
  if (part.n) vec_push(&parts->list, parts->arena, part);
}

/* ", " or "; " between the items of a list, but not before its first. */
static void separate(Parts *parts, Str separator, bool first) {
  if (!first) add(parts, separator);
}

static TableCell cell_of(const Parts *parts) { return (TableCell){parts->list.at, parts->list.n}; }

static Str number_text(Arena *arena, double number) {
  Buffer buffer = {.arena = arena};
  Writer writer = writer_to_buffer(&buffer);
  writer_number(&writer, number);
  return buffer_str(&buffer);
}

/* 59, ~2500, 9000+, 5-7 */
static void add_count(Parts *parts, Count count) {
  if (!count.set) return;
  if (count.approx) add(parts, STR("~"));
  add(parts, number_text(parts->arena, count.min));
  if (count.max > count.min) {
    add(parts, isfinite(count.max) ? STR("-") : STR("+"));
    if (isfinite(count.max)) add(parts, number_text(parts->arena, count.max));
  }
}

static bool is_one(Count c) { return c.set && c.min == 1 && c.max == 1 && !c.approx; }

/* "operation", "operation (tally)", "attack (trend up)". A stance comes first, where no
 * narrow column cuts it off: "denied airstrike". */
static void add_type(Parts *parts, const Record *r) {
  if (r->stance.n && !str_eq(r->stance, STR("asserted"))) {
    add(parts, r->stance);
    add(parts, STR(" "));
  }
  add(parts, r->type);
  if (r->kind == RECORD_EVENT) return;
  add(parts, STR(" ("));
  add(parts, record_kind_name(r->kind));
  if (r->direction.n) add(parts, STR(" "));
  add(parts, r->direction);
  add(parts, STR(")"));
}

static void add_places(Parts *parts, const Record *r) {
  for (uint32_t i = 0; i < r->nplaces; i++) {
    separate(parts, STR("; "), i == 0);
    add(parts, r->places[i].quote.text);
  }
}

static void add_actors(Parts *parts, ActorList list) {
  for (uint32_t i = 0; i < list.n; i++) {
    separate(parts, STR("; "), i == 0);
    add(parts, list.at[i].quote.text);
  }
}

/* Of things, and of a second toll of a kind, also what: "3 destroyed (وكر)", "21 killed, 4
 * killed (أطفال)". */
static void add_what(Parts *parts, const Outcome *o, bool again) {
  Str what = !o->status.n && o->label.n ? o->label : o->of.text;
  if ((o->status.n && !again) || !what.n) return;
  add(parts, STR(" ("));
  add(parts, what);
  add(parts, STR(")"));
}

static void add_outcomes(Parts *parts, const Record *r) {
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    bool again = false;
    for (uint32_t j = 0; j < i && j < MOST_COMPARED; j++) again |= str_eq(r->outcomes[j].what, o->what);
    separate(parts, STR(", "), i == 0);
    add_count(parts, o->count);
    if (o->count.set) add(parts, STR(" "));
    add(parts, o->unit);
    if (o->unit.n) add(parts, STR(" "));
    add(parts, o->what);
    add_what(parts, o, again);
  }
}

static void add_who_whom(Parts *parts, const Record *r) {
  add_actors(parts, r->agents);
  if (r->targets.n) add(parts, r->agents.n ? STR(ARROW) : STR("\xE2\x86\x92 "));
  add_actors(parts, r->targets);
}

enum { DATE, WHAT, NUMBER, WHERE, WHO, WHOM, OUTCOMES, SAYS, TRIGGER, WIDE_COLUMNS };

static const TableColumn wide_columns[WIDE_COLUMNS] = {
    [DATE] = {"date", 10, 21, 0, false},        [WHAT] = {"what", 18, 26, 0, false},
    [NUMBER] = {"count", 5, 12, 0, true},       [WHERE] = {"where", 8, 28, 0, false},
    [WHO] = {"who", 8, 28, 0, false},           [WHOM] = {"to whom", 8, 28, 0, false},
    [OUTCOMES] = {"outcome", 22, 36, 0, false}, [SAYS] = {"says who", 8, 28, 0, false},
    [TRIGGER] = {"words", 8, 28, 1, false},
};

static void wide_row(Arena *arena, Table *table, const Record *r) {
  Parts parts[WIDE_COLUMNS];
  TableCell cells[WIDE_COLUMNS];
  for (int c = 0; c < WIDE_COLUMNS; c++) parts[c] = (Parts){.arena = arena};
  add(&parts[DATE], r->time);
  add_type(&parts[WHAT], r);
  add_count(&parts[NUMBER], r->count);
  add_places(&parts[WHERE], r);
  add_actors(&parts[WHO], r->agents);
  add_actors(&parts[WHOM], r->targets);
  add_outcomes(&parts[OUTCOMES], r);
  add_actors(&parts[SAYS], r->claimed_by);
  add(&parts[TRIGGER], r->trigger.text);
  for (int c = 0; c < WIDE_COLUMNS; c++) cells[c] = cell_of(&parts[c]);
  table_row(table, cells);
}

enum { WHEN, ACT, PLACE, RESULT, NARROW_COLUMNS };

static const TableColumn narrow_columns[NARROW_COLUMNS] = {
    [WHEN] = {"date", 10, 11, 0, false},
    [ACT] = {"what / its words", 18, 26, 0, false},
    [PLACE] = {"where / who" ARROW "whom", 10, 40, 0, false},
    [RESULT] = {"outcome / says who", 24, 30, 0, false},
};

/* A period's end goes below its beginning: "2024-01/" over "2024-06". */
static void split_time(Str time, Str *above, Str *below) {
  const char *slash = time.n ? memchr(time.p, '/', time.n) : NULL;
  size_t cut = slash ? (size_t)(slash - time.p) + 1 : time.n;
  *above = str_slice(time, 0, cut);
  *below = str_slice(time, cut, time.n);
}

static void narrow_rows(Arena *arena, Table *table, const Record *r) {
  Parts above[NARROW_COLUMNS], below[NARROW_COLUMNS];
  TableCell cells[NARROW_COLUMNS];
  for (int c = 0; c < NARROW_COLUMNS; c++) above[c] = below[c] = (Parts){.arena = arena};
  Str from, to;
  split_time(r->time, &from, &to);
  add(&above[WHEN], from);
  add(&below[WHEN], to);
  if (r->count.set && !is_one(r->count)) add_count(&above[ACT], r->count), add(&above[ACT], STR(" "));
  add_type(&above[ACT], r);
  add(&below[ACT], r->trigger.text);
  add_places(&above[PLACE], r);
  add_who_whom(&below[PLACE], r);
  add_outcomes(&above[RESULT], r);
  add_actors(&below[RESULT], r->claimed_by);
  for (int c = 0; c < NARROW_COLUMNS; c++) cells[c] = cell_of(&above[c]);
  table_row(table, cells);
  bool blank = true;
  for (int c = 0; c < NARROW_COLUMNS; c++) {
    cells[c] = cell_of(&below[c]);
    blank = blank && !cells[c].n;
  }
  if (!blank) table_row(table, cells);
}

void record_table(Arena *arena, Writer *writer, const Record *records, uint32_t n, uint32_t width) {
  bool wide = width >= RECORD_TABLE_WIDE;
  Table *table = wide ? table_new(arena, wide_columns, WIDE_COLUMNS) : table_new(arena, narrow_columns, NARROW_COLUMNS);
  for (uint32_t i = 0; i < n; i++) {
    if (wide) {
      wide_row(arena, table, &records[i]);
      continue;
    }
    if (i) table_row_str(table, (Str[NARROW_COLUMNS]){{0}});
    narrow_rows(arena, table, &records[i]);
  }
  table_write(table, writer, width);
}
