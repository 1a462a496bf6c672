/* CSV as spreadsheets read it.
 *
 * RFC 4180: cells parted by commas, lines by CR LF, a cell with a quote, a comma or a line
 * end in quotes, quotes doubled. Semicolons are quoted as well, since a spreadsheet in a
 * European locale cuts at them. The words in a cell are a hostile document's: one that
 * begins with '=' would be run as a formula, so it gets an apostrophe before it. */
#include "record/csv.h"

#include <math.h>

#include "text/utf8.h"

static bool runs_as_formula(Str s) {
  if (!s.n) return false;
  size_t at = 0;
  switch (utf8_next(s, &at)) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xFF1D: /* full-width = + - @ */
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20: return true;
    default: return false;
  }
}

/* Inside quotes: valid UTF-8, no NUL, quotes doubled. */
static void put_inside(Writer *writer, Str s) {
  size_t from = 0;
  for (size_t at = 0; at < s.n;) {
    size_t here = at;
    uint32_t code = utf8_next(s, &at);
    if (code && code != '"' && code != UTF8_BROKEN) continue;
    writer_put(writer, str_slice(s, from, here));
    writer_put(writer, code == '"' ? STR("\"\"") : STR("\xEF\xBF\xBD"));
    from = at;
  }
  writer_put(writer, str_slice(s, from, s.n));
}

void csv_cell(Writer *writer, Str text) {
  bool quoted = runs_as_formula(text);
  for (size_t i = 0; i < text.n && !quoted; i++) {
    unsigned char c = (unsigned char)text.p[i];
    quoted = c < 0x20 || c == '"' || c == ',' || c == ';' || (c == ' ' && (i == 0 || i + 1 == text.n));
  }
  if (quoted) writer_byte(writer, '"');
  if (runs_as_formula(text)) writer_byte(writer, '\'');
  put_inside(writer, text);
  if (quoted) writer_byte(writer, '"');
}

/* A row, and within it a cell that is put together from pieces: opened with a quote at its
 * first piece, since quoting is always allowed and the pieces are not known beforehand. */
typedef struct Row {
  Writer *out;
  bool begun, open;
} Row;

static void put_comma(Row *row) {
  if (row->begun) writer_byte(row->out, ',');
  row->begun = true;
}

static void cell(Row *row, Str text) {
  put_comma(row);
  csv_cell(row->out, text);
}

static void number_cell(Row *row, double number) {
  put_comma(row);
  writer_number(row->out, number);
}

static void count_cells(Row *row, Count count) {
  number_cell(row, count.set ? count.min : NAN);
  number_cell(row, count.set ? count.max : NAN);
}

static void piece(Row *row, Str text) {
  if (!row->open && text.n) {
    writer_byte(row->out, '"');
    if (runs_as_formula(text)) writer_byte(row->out, '\'');
    row->open = true;
  }
  put_inside(row->out, text);
}

/* The next item of a list: a separator, but for the first. */
static void item(Row *row, Str text) {
  if (row->open) piece(row, STR("; "));
  piece(row, text);
}

static void close_cell(Row *row) {
  if (row->open) writer_byte(row->out, '"');
  row->open = false;
}

static void quotes_cell(Row *row, QuoteList list) {
  put_comma(row);
  for (uint32_t i = 0; i < list.n; i++) item(row, list.at[i].text);
  close_cell(row);
}

static void actor_cells(Row *row, ActorList list) {
  put_comma(row);
  for (uint32_t i = 0; i < list.n; i++) item(row, list.at[i].quote.text);
  close_cell(row);
  put_comma(row);
  for (uint32_t i = 0; i < list.n; i++) item(row, list.at[i].id);
  close_cell(row);
}

static Str place_quote(const Place *p) { return p->quote.text; }
static Str place_id(const Place *p) { return p->id; }
static Str place_name(const Place *p) { return p->name; }
static Str place_country(const Place *p) { return p->country; }
static Str place_admin1(const Place *p) { return p->admin1; }
static Str place_basis(const Place *p) { return p->basis; }

static void places_cell(Row *row, const Record *r, Str (*field)(const Place *)) {
  put_comma(row);
  for (uint32_t i = 0; i < r->nplaces; i++) item(row, field(&r->places[i]));
  close_cell(row);
}

static void place_cells(Row *row, const Record *r) {
  places_cell(row, r, place_quote);
  places_cell(row, r, place_id);
  places_cell(row, r, place_name);
  places_cell(row, r, place_country);
  places_cell(row, r, place_admin1);
  places_cell(row, r, place_basis);
  /* One point a row: a map made from the sheet shows the first place. */
  const Place *first = r->nplaces ? &r->places[0] : NULL;
  number_cell(row, first ? first->lat : NAN);
  number_cell(row, first ? first->lon : NAN);
  number_cell(row, first && first->precision ? first->precision : NAN);
}

static void put_piece_number(Row *row, double number) {
  if (isinf(number))
    piece(row, STR("+"));
  else
    writer_number(row->out, number);
}

/* "killed 13 عنصراً (fighter, target)"; a range is 5-7, an open one 9000+, a rough one ~2500. */
static void outcome_item(Row *row, const Outcome *o) {
  item(row, o->what);
  if (o->count.set) {
    piece(row, o->count.approx ? STR(" ~") : STR(" "));
    put_piece_number(row, o->count.min);
    if (o->count.max > o->count.min) {
      if (isfinite(o->count.max)) piece(row, STR("-"));
      put_piece_number(row, o->count.max);
    }
  }
  if (o->unit.n) piece(row, STR(" ")), piece(row, o->unit);
  if (o->of.text.n) piece(row, STR(" ")), piece(row, o->of.text);
  if (!o->status.n) return;
  piece(row, STR(" ("));
  piece(row, o->status);
  if (o->side.n) piece(row, STR(", ")), piece(row, o->side);
  piece(row, STR(")"));
}

/* The largest toll of a kind: subsets and second tellings of it are never added to it. */
static Count largest(const Record *r, Str what) {
  Count best = {0};
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    if (str_eq(o->what, what) && o->count.set && (!best.set || o->count.min > best.min)) best = o->count;
  }
  return best;
}

static void outcome_cells(Row *row, const Record *r) {
  put_comma(row);
  for (uint32_t i = 0; i < r->noutcomes; i++) outcome_item(row, &r->outcomes[i]);
  close_cell(row);
  count_cells(row, largest(r, STR("killed")));
  count_cells(row, largest(r, STR("injured")));
  count_cells(row, largest(r, STR("arrested")));
}

static void persons_cell(Row *row, const Record *r) {
  put_comma(row);
  for (uint32_t i = 0; i < r->npersons; i++) {
    const Person *p = &r->persons[i];
    item(row, p->name);
    if (p->fate.n) piece(row, STR(" (")), piece(row, p->fate), piece(row, STR(")"));
  }
  close_cell(row);
}

static void bool_cell(Row *row, bool value) { cell(row, value ? STR("true") : STR("false")); }

void csv_header(Writer *writer, bool bom) {
  if (bom) writer_lit(writer, "\xEF\xBB\xBF");
  writer_lit(writer,
             "doc,id,kind,type,plover,acled,part_of,trigger,also,count_min,count_max,approx,direction,time,"
             "time_quote,places,place_ids,place_names,countries,admin1,place_basis,lat,lon,precision,"
             "agents,agent_ids,partners,partner_ids,targets,target_ids,outcomes,killed_min,killed_max,"
             "injured_min,injured_max,arrested_min,arrested_max,persons,claimed_by,claimed_by_ids,via,"
             "responsibility,responsible_by,responsible_by_ids,stance,background,sentence,rule,mode,cameo,ged\r\n");
}

static void head_cells(Row *row, const Record *r) {
  const Str head[] = {r->doc,     r->id,          record_kind_name(r->kind), r->type, r->plover, r->acled,
                      r->part_of, r->trigger.text};
  for (size_t i = 0; i < sizeof head / sizeof *head; i++) cell(row, head[i]);
  quotes_cell(row, r->also);
  count_cells(row, r->count);
  bool_cell(row, r->count.approx);
  cell(row, r->direction);
  cell(row, r->time);
  cell(row, r->time_quote.text);
}

void csv_record(Writer *writer, const Record *r, Str text) {
  Row row = {.out = writer};
  head_cells(&row, r);
  place_cells(&row, r);
  actor_cells(&row, r->agents);
  actor_cells(&row, r->partners);
  actor_cells(&row, r->targets);
  outcome_cells(&row, r);
  persons_cell(&row, r);
  actor_cells(&row, r->claimed_by);
  quotes_cell(&row, r->via);
  cell(&row, r->responsibility.how);
  actor_cells(&row, r->responsibility.by);
  cell(&row, r->stance);
  bool_cell(&row, r->background);
  cell(&row, str_slice(text, r->sentence.start, r->sentence.end));
  cell(&row, r->rule);
  cell(&row, r->mode);
  cell(&row, r->cameo);
  bool_cell(&row, r->ged);
  writer_lit(writer, "\r\n");
}
