/* What a cell of somebody's sheet means. Dates come as 2024-05-12, 12/5/2024, «12 أيار 2024» or as the number
 * that a spreadsheet keeps for a day; numbers as 3, 3-5, «نحو ٥»; places and actors as names, in Arabic or
 * as the gazetteer's English. What is plain is read here, the rest by the engine, as in a report. */
#include <math.h>

#include "base/hash.h"
#include "check/period.h"
#include "engine/explain.h"
#include "image/source.h"
#include "ledger/document/opened.h"
#include "ledger/list/sheet_row.h"
#include "text/normal.h"
#include "text/utf8.h"

static const char *const FIELDS[SHEET_FIELDS] = {"id",  "date",   "place",   "admin", "country", "lat",
                                                 "lon", "killed", "injured", "actor", "notes"};

const char *sheet_field_name(SheetField field) { return FIELDS[field]; }

bool sheet_field_of(Str name, SheetField *field) {
  for (uint32_t i = 0; i < SHEET_FIELDS; i++) {
    if (!str_eq(name, str_of(FIELDS[i]))) continue;
    *field = (SheetField)i;
    return true;
  }
  return false;
}

/* ---- columns ---- */

/* Folded, with '_' and other signs as blanks, one at most. */
static Str head_key(Arena *arena, Str head) {
  Str key = fold_key(arena, head);
  char *out = arena_alloc(arena, key.n + 1, 1);
  size_t n = 0;
  for (size_t i = 0; out && i < key.n; i++) {
    uint8_t c = (uint8_t)key.p[i];
    bool letter = letter_is_arabic(c) || letter_is_latin(c) || letter_is_digit(c);
    if (letter)
      out[n++] = (char)c;
    else if (n && out[n - 1] != ' ')
      out[n++] = ' ';
  }
  while (n && out[n - 1] == ' ') n--;
  return out ? (Str){out, n} : STR("");
}

static uint32_t column_of(Arena *arena, const SheetFile *sheet, Str name) {
  Str key = head_key(arena, name);
  for (uint32_t i = 0; i < sheet->ncolumns; i++)
    if (key.n && str_eq(head_key(arena, sheet->head[i]), key)) return i;
  return UINT32_MAX;
}

static ErrorCode map_columns(Arena *arena, const SheetFile *sheet, Str map, SheetColumns *columns, ErrorInfo *info) {
  while (map.p && map.n) {
    Str field = str_cut(&map, ','), name = str_cut(&field, '=');
    SheetField id;
    uint32_t at = column_of(arena, sheet, name);
    if (at == UINT32_MAX)
      return error_set(info, ERROR_USAGE, STR("--map"), 0, "the sheet has no column \"%.*s\"", STR_ARG(name));
    if (!sheet_field_of(str_trim(field), &id))
      return error_set(info, ERROR_USAGE, STR("--map"), 0,
                       "\"%.*s\" is no field: id, date, place, admin, country, lat, lon, killed, injured, actor, notes",
                       STR_ARG(field));
    columns->at[id] = at;
  }
  return ERROR_OK;
}

static void name_columns(Arena *arena, Arena *keep, const SourceFile *file, const SheetFile *sheet,
                         SheetColumns *columns) {
  TableReader reader = table_reader(file);
  TableLine line;
  SheetField field;
  while (table_next(&reader, &line)) {
    if (str_eq(line.field[1], STR("before")) && columns->nbefore < 4)
      columns->before[columns->nbefore++] = arena_str(keep, line.field[0]);
    if (str_eq(line.field[1], STR("before-admin"))) columns->before_admin = arena_str(keep, line.field[0]);
    if (!sheet_field_of(line.field[1], &field) || columns->at[field] != UINT32_MAX) continue;
    columns->at[field] = column_of(arena, sheet, line.field[0]);
  }
}

ErrorCode sheet_columns(const Engine *engine, Arena *keep, const SheetFile *sheet, Str map, SheetColumns *columns,
                        ErrorInfo *info) {
  Arena arena;
  arena_init(&arena, (size_t)1 << 30);
  Source source = {.arena = &arena};
  *columns = (SheetColumns){.before_admin = STR("")};
  for (uint32_t i = 0; i < SHEET_FIELDS; i++) columns->at[i] = UINT32_MAX;
  ErrorCode code = map_columns(&arena, sheet, map, columns, info);
  if (!code) code = engine_sources(engine, &source, info);
  for (uint32_t i = 0; !code && i < source.files.n; i++)
    if (str_eq(source.files.at[i].name, STR("sheet/columns.tsv")))
      name_columns(&arena, keep, &source.files.at[i], sheet, columns);
  arena_fini(&arena);
  if (!code && columns->at[SHEET_DATE] == UINT32_MAX)
    code = error_set(info, ERROR_USAGE, STR("sheet"), 0,
                     "no column is a date by its name; say which: --map \"NAME=date,NAME=place,NAME=killed\"");
  return code;
}

/* ---- dates ---- */

enum { EXCEL_1970 = 25569, EXCEL_FIRST = 10000, EXCEL_LAST = 80000 };

/* Up to three numbers with / . or - between; false where there is anything else. */
static uint32_t numbers_of(Str s, uint32_t out[3], size_t digits[3]) {
  uint32_t n = 0;
  for (size_t at = 0; at < s.n && n < 3; n++) {
    size_t from = at;
    while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9') at++;
    digits[n] = at - from;
    if (!str_to_u32(str_slice(s, from, at), &out[n])) return 0;
    if (at == s.n) return n + 1;
    if (s.p[at] != '/' && s.p[at] != '.' && s.p[at] != '-') return 0;
    at++;
  }
  return 0;
}

static bool read_numeric_date(Str s, bool month_first, int64_t *day) {
  uint32_t x[3];
  size_t digits[3];
  if (numbers_of(s, x, digits) != 3) return false;
  bool year_first = digits[0] == 4;
  uint32_t y = year_first ? x[0] : x[2], m = x[1], d = year_first ? x[2] : x[0];
  if (!year_first && (month_first || m > 12)) {
    m = x[0];
    d = x[1];
  }
  if (y < 100) y += y < 70 ? 2000 : 1900;
  if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31) return false;
  *day = period_day((int32_t)y, m, d);
  return true;
}

/* Does the column write months first: 05/31/2024 somewhere, and nowhere 31/05/2024? */
bool sheet_month_first(Arena *arena, const SheetFile *sheet, const SheetColumns *columns) {
  bool seen = false;
  for (uint32_t i = 0; i < sheet->rows.n; i++) {
    uint32_t x[3];
    size_t digits[3];
    Str s = sheet_plain(arena, sheet->rows.at[i].cells[columns->at[SHEET_DATE]]);
    if (numbers_of(s, x, digits) != 3 || digits[0] == 4) continue;
    if (x[0] > 12) return false;
    seen = seen || x[1] > 12;
  }
  return seen;
}

Str sheet_plain(Arena *arena, Str cell) {
  Str key = light_key(arena, cell);
  return str_trim(letters_utf8(arena, (const uint8_t *)key.p, (uint32_t)key.n));
}

static bool set_period(SheetEntry *e, Str edtf) {
  Period p = period_of(edtf);
  if (!p.known || p.from == INT32_MIN || p.to == INT32_MAX) return false;
  e->from = p.from;
  e->to = p.to;
  return true;
}

static ExplainMentions mentions_of(Arena *arena, const Engine *engine, Str cell) {
  const Analysis *analysis = NULL;
  EngineDocument document = {.id = STR(""), .text = cell, .published = STR(""), .outlet = STR("")};
  if (!cell.n || engine_analyse(engine, arena, &document, false, &analysis, NULL)) return (ExplainMentions){0};
  return explain_mentions(arena, analysis);
}

static void read_date(Arena *arena, const Engine *engine, bool month_first, SheetEntry *e) {
  Str s = sheet_plain(arena, e->value[SHEET_DATE]), clock = s;
  int64_t day;
  double serial;
  e->from = e->to = LEDGER_NO_DAY;
  if (set_period(e, s)) return;
  Str date = str_cut(&clock, s.n > 10 && memchr(s.p, 'T', s.n) ? 'T' : ' ');
  if (set_period(e, date)) return;
  if (read_numeric_date(date, month_first, &day)) {
    e->from = e->to = day;
    return;
  }
  if (str_to_double(s, &serial) && serial >= EXCEL_FIRST && serial <= EXCEL_LAST) {
    e->from = e->to = (int64_t)serial - EXCEL_1970;
    return;
  }
  ExplainMentions mentions = mentions_of(arena, engine, e->value[SHEET_DATE]);
  for (uint32_t i = 0; i < mentions.n; i++)
    if (mentions.at[i].kind == EXPLAIN_DATE && set_period(e, mentions.at[i].edtf)) return;
}

/* ---- numbers ---- */

static bool plain_range(Str s, LedgerRange *out) {
  uint32_t min, max;
  Str rest = s, first = str_trim(str_cut(&rest, '-'));
  bool open = s.n > 1 && s.p[s.n - 1] == '+';
  if (open) first = str_slice(s, 0, s.n - 1);
  if (!str_to_u32(first, &min)) return false;
  max = min;
  if (!open && rest.p && (!str_to_u32(str_trim(rest), &max) || max < min)) return false;
  *out = (LedgerRange){min, open ? LEDGER_OPEN : (int64_t)max};
  return true;
}

static LedgerRange read_range(Arena *arena, const Engine *engine, Str cell) {
  LedgerRange range = {LEDGER_OPEN, LEDGER_OPEN};
  double x;
  Str s = sheet_plain(arena, cell);
  if (!s.n || plain_range(s, &range)) return range;
  if (str_to_double(s, &x) && x >= 0 && x < 1e9) return (LedgerRange){(int64_t)x, (int64_t)x};
  ExplainMentions mentions = mentions_of(arena, engine, cell);
  for (uint32_t i = 0; i < mentions.n; i++) {
    Count c = mentions.at[i].count;
    /* Fewer than nobody is a slip: the cell tells nothing. */
    if (mentions.at[i].kind != EXPLAIN_NUMBER || !c.set || !(c.min >= 0 && c.min <= 1e9)) continue;
    return (LedgerRange){(int64_t)c.min, c.max <= 1e9 ? (int64_t)c.max : LEDGER_OPEN};
  }
  return range;
}

/* ---- places, actors ---- */

/* A row of place, and the end of its statement. */
static void take_place(Arena *arena, SheetEntry *e, sqlite3_stmt *s) {
  e->place_id = db_keep(arena, s, 0);
  e->country = db_keep(arena, s, 1);
  if (isnan(e->lat) && sqlite3_column_type(s, 2) != SQLITE_NULL) {
    e->lat = sqlite3_column_double(s, 2);
    e->lon = sqlite3_column_double(s, 3);
  }
  db_done(s);
}

/* Signs that a transliteration may or may not write: «‘Afrīn», Afrin, 'Afrin. */
static uint32_t next_letter(Str s, size_t *at) {
  while (*at < s.n) {
    uint32_t code = utf8_next(s, at);
    bool sign = code < 0x80 ? !((code | 32) >= 'a' && (code | 32) <= 'z') && !(code >= '0' && code <= '9')
                            : code >= 0x2000 || (code >= 0x2B0 && code < 0x370);
    if (!sign) return code < 0x80 && code >= 'A' ? code | 32 : code;
  }
  return 0;
}

/* "Saraqib" is Sarāqib: a letter with a mark is any letter. */
static bool english_like(Str words, Str name) {
  size_t a = 0, b = 0;
  for (;;) {
    uint32_t x = next_letter(words, &a), y = next_letter(name, &b);
    if (x != y && (x == 0 || y < 0x80)) return false;
    if (!x) return true;
  }
}

static void find_english(Db *db, Arena *arena, SheetEntry *e) {
  Str cell = e->value[SHEET_PLACE];
  if (!cell.n || (unsigned char)cell.p[0] >= 0xC3) return; /* not Latin */
  sqlite3_stmt *s =
      db_query(db, "SELECT id, country, lat, lon, name FROM place WHERE name IS NOT NULL ORDER BY id", "");
  while (db_row(db, s)) {
    if (!english_like(cell, db_text(s, 4)) || (e->country.n && !str_eq(e->country, db_text(s, 1)))) continue;
    take_place(arena, e, s);
    return;
  }
}

/* The first place in the cell, which stands in a sentence behind `before`. */
static bool find_place(Db *db, Arena *arena, const Engine *engine, const SheetColumns *columns, Str before,
                       SheetEntry *e) {
  Str cell = e->value[SHEET_PLACE], admin = e->value[SHEET_ADMIN], country = e->value[SHEET_COUNTRY];
  if (!cell.n) cell = admin.n ? admin : country;
  bool within = admin.n && cell.p != admin.p;
  Str words = arena_printf(arena, "%.*s %.*s %.*s %.*s, %.*s", STR_ARG(before), STR_ARG(cell),
                           STR_ARG(within ? columns->before_admin : STR("")), STR_ARG(within ? admin : STR("")),
                           STR_ARG(country));
  ExplainMentions mentions = mentions_of(arena, engine, words);
  for (uint32_t i = 0; i < mentions.n; i++) {
    const ExplainMention *m = &mentions.at[i];
    if (m->kind != EXPLAIN_PLACE || !m->id.n || m->quote.span.start > before.n + cell.n) continue;
    Str note = m->note;
    (void)str_cut(&note, ',');
    sqlite3_stmt *s = db_query(db, "SELECT id, country, lat, lon FROM place WHERE id = ?", "t", m->id);
    if (db_row(db, s)) take_place(arena, e, s);
    e->place_id = arena_str(arena, m->id);
    if (!e->country.n) e->country = arena_str(arena, str_trim(str_cut(&note, ',')));
    return true;
  }
  return false;
}

static void read_place(Db *db, Arena *arena, const Engine *engine, const SheetColumns *columns, SheetEntry *e) {
  Str cell = e->value[SHEET_PLACE];
  if (!str_to_double(sheet_plain(arena, e->value[SHEET_LAT]), &e->lat) ||
      !str_to_double(sheet_plain(arena, e->value[SHEET_LON]), &e->lon))
    e->lat = e->lon = (double)NAN;
  if (e->value[SHEET_COUNTRY].n == 2) e->country = e->value[SHEET_COUNTRY];
  if (!cell.n && !e->value[SHEET_ADMIN].n && !e->value[SHEET_COUNTRY].n) return;
  if (find_place(db, arena, engine, columns, STR(""), e)) return;
  for (uint32_t i = 0; i < columns->nbefore; i++)
    if (find_place(db, arena, engine, columns, columns->before[i], e)) return;
  find_english(db, arena, e);
}

static void read_actors(Db *db, Arena *arena, const Engine *engine, SheetEntry *e) {
  Str cell = e->value[SHEET_ACTOR];
  ExplainMentions mentions = mentions_of(arena, engine, cell);
  for (uint32_t i = 0; i < mentions.n && e->nactors < 4; i++)
    if (mentions.at[i].kind == EXPLAIN_ACTOR && mentions.at[i].id.n)
      e->actors[e->nactors++] = arena_str(arena, mentions.at[i].id);
  if (e->nactors || !cell.n) return;
  sqlite3_stmt *s =
      db_query(db, "SELECT id FROM actor WHERE id = ?1 OR name = ?1 COLLATE NOCASE ORDER BY id", "t", cell);
  if (!db_row(db, s)) return;
  e->actors[e->nactors++] = db_keep(arena, s, 0);
  db_done(s);
}

SheetEntry sheet_entry(Ledger *l, const Engine *engine, Arena *arena, const SheetLine *line,
                       const SheetColumns *columns, bool month_first) {
  SheetEntry e = {.line = line->line, .lat = (double)NAN, .lon = (double)NAN, .place_id = STR(""), .country = STR("")};
  for (uint32_t i = 0; i < SHEET_FIELDS; i++)
    e.value[i] = columns->at[i] == UINT32_MAX ? STR("") : line->cells[columns->at[i]];
  read_date(arena, engine, month_first, &e);
  read_place(&l->db, arena, engine, columns, &e);
  e.killed = read_range(arena, engine, e.value[SHEET_KILLED]);
  e.injured = read_range(arena, engine, e.value[SHEET_INJURED]);
  read_actors(&l->db, arena, engine, &e);
  return e;
}
