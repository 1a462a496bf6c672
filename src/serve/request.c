/* Parameters. A filter that is misspelt and passed over shows more than was asked for, and a
 * number that is none would be 0: both are refused, with the name of what is wrong. */
#include "serve/request.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "check/period.h"
#include "text/utf8.h"

enum { LIMIT_DEFAULT = 50, LIMIT_MOST = 500, OFFSET_MOST = 100000000 };

typedef struct ParamRow {
  const char *name;
  uint32_t most;
} ParamRow;

#define X(id, name, most) [id] = {name, most},
static const ParamRow rows[PARAMS] = {PARAM_LIST(X)};
#undef X

const char *param_name(ParamId id) { return rows[id].name; }

void problem_set(Problem *p, unsigned status, const char *what, const char *detail, ...) {
  va_list args;
  p->status = status;
  snprintf(p->what, sizeof p->what, "%s", what);
  va_start(args, detail);
  vsnprintf(p->detail, sizeof p->detail, detail, args);
  va_end(args);
}

const char *problem_title(unsigned status) {
  static const struct {
    unsigned status;
    const char *title;
  } titles[] = {{400, "Bad Request"},       {401, "Unauthorized"},          {403, "Forbidden"},
                {404, "Not Found"},         {405, "Method Not Allowed"},    {409, "Conflict"},
                {411, "Length Required"},   {413, "Content Too Large"},     {415, "Unsupported Media Type"},
                {429, "Too Many Requests"}, {500, "Internal Server Error"}, {503, "Service Unavailable"}};
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    if (titles[i].status == status) return titles[i].title;
  return "Error";
}

static uint32_t characters(Str s) {
  uint32_t n = 0;
  for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
  return n;
}

bool request_take(Request *r, Arena *arena, uint32_t allowed, Str name, Str value, Problem *problem) {
  for (uint32_t i = 0; i < PARAMS; i++) {
    if (!(allowed & PARAM_BIT(i)) || !str_eq(name, str_of(rows[i].name))) continue;
    Str clean = utf8_clean(arena, value);
    if (r->given & PARAM_BIT(i)) {
      problem_set(problem, 400, rows[i].name, "is given twice");
    } else if (characters(value) > rows[i].most) {
      problem_set(problem, 400, rows[i].name, "is longer than %u characters", rows[i].most);
    } else if (!str_eq(clean, value) || (value.n && memchr(value.p, 0, value.n))) {
      problem_set(problem, 400, rows[i].name, "is not text in UTF-8");
    } else {
      r->given |= PARAM_BIT(i);
      r->value[i] = str_trim(value);
      return true;
    }
    return false;
  }
  char shown[64];
  snprintf(shown, sizeof shown, "%.*s", (int)(name.n < 40 ? name.n : 40), name.p ? name.p : "");
  problem_set(problem, 400, shown, "\"%s\" is no parameter of this call", shown);
  return false;
}

/* ---- filters ---- */

static bool read_day(const Request *r, ParamId id, bool end, int64_t *day, Problem *problem) {
  if (!r->value[id].n) return true;
  Period p = period_of(r->value[id]);
  if (!p.known || p.from == INT32_MIN || p.to == INT32_MAX) {
    problem_set(problem, 400, rows[id].name, "is no date such as 2024, 2024-06 or 2024-06-03");
    return false;
  }
  *day = end ? p.to : p.from;
  return true;
}

static bool read_box(const Request *r, Arena *arena, LedgerFilter *f, Problem *problem) {
  Str rest = r->value[PARAM_BBOX];
  double *box = rest.n ? ARENA_ARRAY(arena, double, 4) : NULL;
  if (!rest.n) return true;
  bool good = box != NULL;
  for (int i = 0; good && i < 4; i++) {
    Str part = str_trim(str_cut(&rest, ','));
    good = part.n && str_to_double(part, &box[i]) && isfinite(box[i]) && fabs(box[i]) <= 360;
  }
  if (good && !rest.p && box[0] <= box[2] && box[1] <= box[3]) {
    f->box = box;
    return true;
  }
  problem_set(problem, 400, "bbox", "is not west,south,east,north in degrees");
  return false;
}

bool request_filter(const Request *r, Arena *arena, LedgerFilter *f, Problem *problem) {
  uint32_t killed = 0;
  *f = LEDGER_FILTER;
  f->place = r->value[PARAM_PLACE];
  f->actor = r->value[PARAM_ACTOR];
  f->type = r->value[PARAM_TYPE];
  f->source = r->value[PARAM_SOURCE];
  f->text = r->value[PARAM_Q];
  f->person = r->value[PARAM_PERSON];
  if (r->value[PARAM_MIN_KILLED].n && !str_to_u32(r->value[PARAM_MIN_KILLED], &killed)) {
    problem_set(problem, 400, "min_killed", "is no number");
    return false;
  }
  f->min_killed = killed;
  if (r->value[PARAM_STATUS].n) {
    int at = request_choice(r, PARAM_STATUS, "machine-coded reviewed corrected checked", problem);
    if (at < 0) return false;
    f->status = r->value[PARAM_STATUS];
  }
  if (r->value[PARAM_UNDATED].n) {
    int at = request_choice(r, PARAM_UNDATED, "0 1", problem);
    if (at < 0) return false;
    f->undated = at == 1;
  }
  return read_day(r, PARAM_FROM, false, &f->from, problem) && read_day(r, PARAM_TO, true, &f->to, problem) &&
         read_box(r, arena, f, problem);
}

bool request_page(const Request *r, int64_t *limit, int64_t *offset, Problem *problem) {
  uint32_t n = LIMIT_DEFAULT, from = 0;
  if (r->value[PARAM_LIMIT].n && (!str_to_u32(r->value[PARAM_LIMIT], &n) || n < 1 || n > LIMIT_MOST)) {
    problem_set(problem, 400, "limit", "is no number from 1 to %d", LIMIT_MOST);
    return false;
  }
  if (r->value[PARAM_OFFSET].n && (!str_to_u32(r->value[PARAM_OFFSET], &from) || from > OFFSET_MOST)) {
    problem_set(problem, 400, "offset", "is no number from 0 to %d", OFFSET_MOST);
    return false;
  }
  *limit = n;
  *offset = from;
  return true;
}

int request_choice(const Request *r, ParamId id, const char *words, Problem *problem) {
  Str rest = str_of(words);
  if (!r->value[id].n) return 0;
  for (int i = 0; rest.n; i++)
    if (str_eq(str_cut(&rest, ' '), r->value[id])) return i;
  problem_set(problem, 400, rows[id].name, "is none of: %s", words);
  return -1;
}
