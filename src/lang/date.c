/* Reading dates: the walk over the tokens, and the day that an undated text proves.
 *
 * At each token that may begin one, date_span reads a date with what leads it; the walk goes
 * on behind. What was read last serves «العام نفسه», and the months that a text has named
 * serve «الأشهر الستة الماضية» where the publication month is not known.
 *
 * date_anchor reads the text once without a publication date and looks for proof: a date
 * that is called today or yesterday; a date that stands as a line of its own above the text;
 * a month or year that is called the present one, with the latest year that is written. */
#include "lang/date_parts.h"

enum { HEADER_SENTENCES = 4, HEADER_TOKENS = 14 };

ErrorCode date_compile(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  return calendar_compile(source, image, info); /* the words stand with those of numbers */
}

typedef VEC(When) Whens;

static CueRoles with_roles(CueRoles set, const CueRole *roles, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    CueRoles one = cue_roles(roles[i], roles[i]);
    for (int k = 0; k < 2; k++) set.bits[k] |= one.bits[k];
  }
  return set;
}

static CueRoles leads(void) {
  static const CueRole roles[] = {CUE_SINCE, CUE_AGO,     CUE_AFTER, CUE_DURING, CUE_LENGTH, CUE_UNTIL,
                                  CUE_FROM,  CUE_BETWEEN, CUE_EVERY, CUE_HABIT,  CUE_LATELY};
  return with_roles((CueRoles){{0, 0}}, roles, sizeof roles / sizeof *roles);
}

static CueRoles beginnings(void) {
  static const CueRole roles[] = {CUE_MONTH,   CUE_HIJRI_MONTH, CUE_WEEKDAY, CUE_WEEKDAY_BARE,  CUE_WEEKDAYS,
                                  CUE_DAY_REF, CUE_DAYTIME,     CUE_NIGHT,   CUE_TIME_UNIT,     CUE_DEMONSTRATIVE,
                                  CUE_PART,    CUE_SHARE,       CUE_FIRST,   CUE_LAST,          CUE_SEASON,
                                  CUE_DECADE,  CUE_HOLIDAY,     CUE_EASTER,  CUE_HIJRI_HOLIDAY, CUE_YEAR_WORD,
                                  CUE_ARTICLE, CUE_DATE_WORD};
  CueRoles set = cue_roles(CUE_UNIT, CUE_ORDINAL), more = leads(); /* «الثالث من أيلول» */
  for (int k = 0; k < 2; k++) set.bits[k] |= more.bits[k];
  return with_roles(set, roles, sizeof roles / sizeof *roles);
}

/* Whether a date, or what leads one, can begin at a token. */
static bool may_begin(const DateReader *r, uint32_t i) {
  return r->text->tokens[i].kind == TOKEN_NUMBER || date_any(r, i, &r->roles->begins);
}

/* Whether a plain word stands there that is no cue and begins no number, or nothing. */
static bool says_nothing(const DateReader *r, uint32_t i) {
  if (i >= r->text->ntokens) return true;
  return r->text->tokens[i].kind != TOKEN_NUMBER && !r->hits[i].node && !r->hits[i].number;
}

/* «3 جنود», «خمسة عشر مسلحاً»: the number of something, and the inside of a number. */
static bool only_counts(const DateReader *r, uint32_t i) {
  uint32_t behind = i + 1;
  bool digits = r->text->tokens[i].kind == TOKEN_NUMBER;
  if (!r->hits[i].number)
    return !digits || behind >= r->text->ntokens || r->text->tokens[behind].kind != TOKEN_PUNCT; /* «3/5/2017» */
  const Number *n = date_number(r, i);
  if (!n || (digits && (n->kind == NUMBER_LABEL || n->last != behind))) return false; /* «2017» */
  behind = n->last;
  return behind >= r->text->ntokens || (r->text->tokens[behind].kind == TOKEN_WORD && !r->hits[behind].node);
}

/* Most that may begin a date is seen to begin none by the word behind it: «من المدينة», «هذا الهجوم»,
 * «بعد سقوط», «3 جنود». Left out before all readers are tried, and only what none of them would take. */
static bool begins_none(const DateReader *r, uint32_t i) {
  const CueHit *hit = &r->hits[i];
  if (!hit->node || !cue_any(r->cues, hit, &r->roles->not_counts)) return only_counts(r, i);
  if (hit->tokens != 1 || hit->number || cue_any(r->cues, hit, &r->roles->not_leads)) return false;
  return says_nothing(r, i + 1);
}

bool date_may_be_named(const DateReader *r, uint32_t i) {
  return r->text->tokens[i].kind == TOKEN_NUMBER || date_any(r, i, &r->roles->named) ||
         date_number(r, i); /* «من 15 حتى 17 يونيو» is one number */
}

/* «مدينة 6 أكتوبر», «ثورة 25 يناير»: a day without a year right behind what bears its name. */
static bool only_names(const DateReader *r, const When *w) {
  bool day = w->unit == UNIT_DAY && w->known && !w->year_given && !w->has_ref && !w->is_hijri;
  if (!day || !w->first || !date_within(r, w->first, w->first - 1) || date_clitics(r, w->first)) return false;
  bool begins = r->text->tokens[w->first].kind == TOKEN_NUMBER || date_number(r, w->first);
  return begins && date_cue(r, w->first - 1, CUE_NAMED_AFTER);
}

static void remember(DateReader *r, const When *w) {
  if (!w->known || w->is_hijri) return;
  if (w->from.year) r->previous = *w;
  if (w->from.month && w->to.month && !w->from.day && !w->to.day && w->from.year && date_compare(w->from, w->to) < 0)
    r->months = *w;
}

enum { SPOTS_BLOCK = 256 };

/* The tokens from `from` on that are cues or digits, as number.c lists them. */
static uint32_t list_spots(const DateReader *r, uint32_t from, uint32_t n, uint32_t *list) {
  uint32_t found = 0;
  for (uint32_t i = from; i < from + n; i++) {
    list[found] = i;
    found += (r->text->tokens[i].kind == TOKEN_NUMBER) | (r->hits[i].node != 0);
  }
  return found;
}

static void read_all(DateReader *r, Whens *out) {
  uint32_t spots[SPOTS_BLOCK + 1], next = 0;
  for (uint32_t from = 0; from < r->text->ntokens; from += SPOTS_BLOCK) {
    uint32_t n = r->text->ntokens - from < SPOTS_BLOCK ? r->text->ntokens - from : SPOTS_BLOCK;
    n = list_spots(r, from, n, spots);
    for (uint32_t k = 0; k < n; k++) {
      uint32_t i = spots[k];
      When w;
      if (i < next || !may_begin(r, i) || begins_none(r, i) || !date_span(r, i, &w) || w.last <= i) continue;
      if (only_names(r, &w)) w.known = false;
      remember(r, &w);
      vec_push(out, r->arena, w);
      next = w.last;
    }
  }
}

static CueRoles without(CueRoles set, CueRoles gone) {
  return (CueRoles){{set.bits[0] & ~gone.bits[0], set.bits[1] & ~gone.bits[1]}};
}

/* What leads a date and is none alone: «هذا» too, and not «يومياً». */
static CueRoles only_leads(void) {
  static const CueRole demonstrative[] = {CUE_DEMONSTRATIVE};
  return without(with_roles(leads(), demonstrative, 1), cue_roles(CUE_LATELY, CUE_HABIT));
}

#define WITH_ROLES(...)                                          \
  with_roles((CueRoles){{0, 0}}, (const CueRole[]){__VA_ARGS__}, \
             sizeof((const CueRole[]){__VA_ARGS__}) / sizeof *(const CueRole[]){__VA_ARGS__})

/* What else a reader takes begins with a number. */
static void base_roles(DateRoles *roles) {
  roles->share = WITH_ROLES(CUE_PART, CUE_SHARE, CUE_LAST, CUE_DEMONSTRATIVE, CUE_TIME_UNIT);
  roles->holiday = WITH_ROLES(CUE_HOLIDAY, CUE_HIJRI_HOLIDAY, CUE_EASTER);
  roles->day = WITH_ROLES(CUE_LAST, CUE_WEEKDAY, CUE_WEEKDAY_BARE, CUE_DAY_REF, CUE_WEEKDAYS, CUE_DAYTIME,
                          CUE_DATE_WORD, CUE_FIRST);
  roles->container = WITH_ROLES(CUE_TIME_UNIT, CUE_MONTH, CUE_HIJRI_MONTH, CUE_YEAR_WORD, CUE_DEMONSTRATIVE, CUE_LAST,
                                CUE_DECADE, CUE_SEASON);
}

ErrorCode date_open(Arena *arena, const Image *image, DateTables **tables, ErrorInfo *info) {
  DateTables *t = ARENA_NEW(arena, DateTables);
  if (!t) return error_set(info, ERROR_MEMORY, STR("dates"), 0, NULL);
  *tables = t;
  t->roles = (DateRoles){.begins = beginnings(),
                         .leads = leads(),
                         .named = without(beginnings(), leads()),
                         .not_counts = without(beginnings(), cue_roles(CUE_UNIT, CUE_ORDINAL)),
                         .not_leads = without(beginnings(), only_leads())};
  base_roles(&t->roles);
  ErrorCode code = cues_open(arena, &t->cues, image, info);
  return code ? code : calendar_open(&t->hijri, image, info);
}

static DateReader reader_of(Arena *arena, const DateTables *tables, const Text *text, const Words *words,
                            const Numbers *numbers, Day published) {
  DateReader r = {.arena = arena,
                  .cues = &tables->cues,
                  .text = text,
                  .words = words,
                  .numbers = numbers,
                  .hits = numbers->cues,
                  .hijri = &tables->hijri,
                  .roles = &tables->roles,
                  .pub = published};
  if (!r.hits) r.hits = cue_hits(arena, &tables->cues, text, words);
  return r;
}

/* «منذ بدء الحرب في 2015»: since what the date tells of; nothing but nouns stands between. */
static uint32_t since_noun(const DateReader *r, const When *w) {
  enum { NOUNS_MOST = 8 };
  if (w->role != DATE_POINT || !w->known) return UINT32_MAX;
  for (uint32_t i = w->first, steps = 0; i-- > 0 && steps < NOUNS_MOST; steps++) {
    const Token *t = &r->text->tokens[i];
    if (t->kind != TOKEN_WORD || t->sentence != r->text->tokens[w->first].sentence) return UINT32_MAX;
    if (date_cue(r, i, CUE_SINCE)) return steps ? i : UINT32_MAX;
    if (r->words && r->words->at && word_best(r->words, i)->pos == POS_VERB) return UINT32_MAX;
  }
  return UINT32_MAX;
}

static Date date_of(Arena *arena, const Text *text, const When *w) {
  Date d = {.span = text_tokens_span(text, w->first, w->last),
            .first = w->first,
            .last = w->last,
            .edtf = date_edtf(arena, w),
            .role = w->role,
            .relative = w->relative,
            .clash = w->clash,
            .hijri = w->is_hijri,
            .holiday = w->holiday};
  if (!w->known) return d;
  if (!w->open_from) d.from = date_first_day(w->from);
  if (!w->open_to) d.to = date_last_day(w->to);
  return d;
}

Dates dates_of(Arena *arena, const DateTables *tables, const Text *text, const Words *words, const Numbers *numbers,
               Day published) {
  DateReader r = reader_of(arena, tables, text, words, numbers, published);
  Whens whens = {0};
  if (!r.hits) return (Dates){0};
  read_all(&r, &whens);
  Date *dates = ARENA_ARRAY(arena, Date, whens.n + 1);
  if (!dates) return (Dates){0};
  for (uint32_t i = 0; i < whens.n; i++) {
    dates[i] = date_of(arena, text, &whens.at[i]);
    dates[i].since = since_noun(&r, &whens.at[i]);
  }
  return (Dates){dates, whens.n};
}

/* ---------------------------------------------------------------- the anchor */

static bool is_day(const When *w) {
  return w->known && w->year_given && !w->relative && w->from.day && !date_compare(w->from, w->to);
}

/* «اليوم الثلاثاء 24 آذار 2021», «أمس (3 آذار 2021)». */
static Day told_day(const Whens *whens) {
  for (uint32_t i = 0; i < whens->n; i++)
    if (whens->at[i].has_ref && is_day(&whens->at[i])) return date_add_days(whens->at[i].from, -whens->at[i].ref);
  return (Day){0};
}

/* A short line above the text that is little more than a date. */
static Day header_day(const Text *text, const Whens *whens) {
  for (uint32_t i = 0; i < whens->n; i++) {
    uint32_t at = text->tokens[whens->at[i].first].sentence;
    const Sentence *s = &text->sentences[at];
    if (at >= HEADER_SENTENCES) break;
    if (is_day(&whens->at[i]) && !whens->at[i].is_hijri && s->last - s->first <= HEADER_TOKENS && !s->ended &&
        (whens->at[i].last - whens->at[i].first) * 2 >= s->last - s->first)
      return whens->at[i].from;
  }
  return (Day){0};
}

static Day present_clues(const Whens *whens) {
  Day anchor = {0};
  Day latest = {0};
  bool present = false;
  for (uint32_t i = 0; i < whens->n; i++) {
    const When *w = &whens->at[i];
    present |= w->current;
    if (w->current && w->unit == UNIT_MONTH && w->from.month && !anchor.month) anchor.month = w->from.month;
    if (!w->known || !w->year_given || w->is_hijri) continue;
    if (w->to.year > latest.year || (w->to.year == latest.year && w->to.month > latest.month)) latest = w->to;
  }
  if (!present || !latest.month) return anchor; /* a year alone may be any year of the story */
  anchor.year = latest.year;
  if (anchor.month && latest.month > anchor.month) anchor.year = 0;
  return anchor;
}

Day date_anchor(Arena *arena, const DateTables *tables, const Text *text, const Words *words, const Numbers *numbers) {
  DateReader r = reader_of(arena, tables, text, words, numbers, (Day){0});
  Whens whens = {0};
  if (!r.hits) return (Day){0};
  read_all(&r, &whens);
  Day day = told_day(&whens);
  if (!day.year) day = header_day(text, &whens);
  return day.year ? day : present_clues(&whens);
}
