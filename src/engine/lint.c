#include "engine/lint.h"

#include <math.h>

#include "code/grammar/frame.h"
#include "engine/analysis.h"

/* ---------------------------------------------------------------- what an example gives */

static bool holds_words(Arena *arena, Str quote, Str words) {
  Str all = fold_key(arena, quote), part = fold_key(arena, words);
  for (size_t i = 0; part.n && i + part.n <= all.n; i++)
    if (memcmp(all.p + i, part.p, part.n) == 0) return true;
  return false;
}

static bool actors_hold(Arena *arena, ActorList list, Str words) {
  for (uint32_t i = 0; i < list.n; i++)
    if (holds_words(arena, list.at[i].quote.text, words)) return true;
  return false;
}

static bool quotes_hold(Arena *arena, QuoteList list, Str words) {
  for (uint32_t i = 0; i < list.n; i++)
    if (holds_words(arena, list.at[i].text, words)) return true;
  return false;
}

static bool places_hold(Arena *arena, const Record *r, Str words) {
  for (uint32_t i = 0; i < r->nplaces; i++)
    if (holds_words(arena, r->places[i].quote.text, words)) return true;
  return false;
}

/* "16" is the number or the least of it; "16..", at least so many. */
static bool number_is(Count count, Str value) {
  double want;
  bool open = value.n > 2 && str_eq(str_slice(value, value.n - 2, value.n), STR(".."));
  if (open) value = str_slice(value, 0, value.n - 2);
  if (open && !isinf(count.max)) return false;
  return count.set && str_to_double(value, &want) && count.min == want;
}

/* «قتلى وجرحى»: "none" is the number of those whom nobody counts. */
static bool outcome_is(const Record *r, Str what, Str value) {
  bool uncounted = str_eq(value, STR("none"));
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    Count count = r->outcomes[i].count;
    if (str_eq(r->outcomes[i].what, what) && (uncounted ? !count.set : number_is(count, value))) return true;
  }
  return false;
}

static bool persons_hold(Arena *arena, const Record *r, Str words) {
  for (uint32_t i = 0; i < r->npersons; i++)
    if (holds_words(arena, r->persons[i].name, words)) return true;
  return false;
}

/* Of any of the record's outcomes and persons. */
static bool any_of(const Record *r, Str key, Str value) {
  for (uint32_t i = 0; i < r->noutcomes; i++)
    if (str_eq(str_eq(key, STR("status")) ? r->outcomes[i].status : r->outcomes[i].side, value)) return true;
  return false;
}

static bool fate_is(const Record *r, Str value) {
  for (uint32_t i = 0; i < r->npersons; i++)
    if (str_eq(r->persons[i].fate, value)) return true;
  return false;
}

static bool field_holds(Arena *arena, const Record *r, Str key, Str value) {
  if (str_eq(key, STR("count"))) return str_eq(value, STR("none")) ? !r->count.set : number_is(r->count, value);
  if (str_eq(key, STR("agents")) && str_eq(value, STR("none"))) return !r->agents.n;
  if (str_eq(key, STR("agents"))) return actors_hold(arena, r->agents, value);
  if (str_eq(key, STR("partners")) && str_eq(value, STR("none"))) return !r->partners.n;
  if (str_eq(key, STR("partners"))) return actors_hold(arena, r->partners, value);
  if (str_eq(key, STR("targets")) && str_eq(value, STR("none"))) return !r->targets.n; /* nobody is told */
  if (str_eq(key, STR("targets"))) return actors_hold(arena, r->targets, value);
  if (str_eq(key, STR("claimed-by")) && str_eq(value, STR("none"))) return !r->claimed_by.n; /* the outlet's own word */
  if (str_eq(key, STR("claimed-by"))) return actors_hold(arena, r->claimed_by, value);
  if (str_eq(key, STR("persons"))) return persons_hold(arena, r, value);
  if (str_eq(key, STR("fate"))) return fate_is(r, value);
  if (str_eq(key, STR("status")) || str_eq(key, STR("side"))) return any_of(r, key, value);
  if (str_eq(key, STR("via")) && str_eq(value, STR("none"))) return !r->via.n;
  if (str_eq(key, STR("via"))) return quotes_hold(arena, r->via, value);
  if (str_eq(key, STR("responsibility"))) return str_eq(r->responsibility.how, value);
  if (str_eq(key, STR("time"))) return str_eq(r->time.n ? r->time : STR("none"), value);
  if (str_eq(key, STR("background"))) return str_eq(value, STR("true")) == r->background;
  if (str_eq(key, STR("places")) && str_eq(value, STR("none"))) return !r->nplaces;
  if (str_eq(key, STR("places"))) return places_hold(arena, r, value);
  if (str_eq(key, STR("direction"))) return str_eq(r->direction, value);
  if (str_eq(key, STR("stance"))) return str_eq(r->stance, value);
  if (str_eq(key, STR("kind"))) return str_eq(record_kind_name(r->kind), value);
  return outcome_is(r, key, value);
}

static size_t key_length(Str s) {
  size_t n = 0;
  while (n < s.n && ((s.p[n] >= 'a' && s.p[n] <= 'z') || s.p[n] == '-')) n++;
  return n && n < s.n && s.p[n] == '=' ? n : 0;
}

/* "key=words that may have blanks key=…": a value goes on to the next key. */
static Str next_value(Str *rest, Str *key) {
  *rest = str_trim(*rest);
  size_t n = key_length(*rest), to = n + 1;
  *key = str_slice(*rest, 0, n);
  if (!n) return STR_NONE;
  while (to < rest->n && !(rest->p[to] == ' ' && key_length(str_slice(*rest, to + 1, rest->n)))) to++;
  Str value = str_trim(str_slice(*rest, n + 1, to));
  *rest = str_slice(*rest, to, rest->n);
  return value;
}

static bool record_gives(Arena *arena, const Record *r, Str gives, Str *missed) {
  Str rest = gives, type = str_cut(&rest, ' '), key;
  if (!str_eq(r->type, type)) {
    if (!missed->n) *missed = type;
    return false;
  }
  while (str_trim(rest).n) {
    Str value = next_value(&rest, &key);
    if (!key.n) break;
    if (!field_holds(arena, r, key, value)) {
      *missed = key;
      return false;
    }
  }
  return true;
}

/* ---------------------------------------------------------------- the run */

typedef struct Lint {
  const Engine *engine;
  Arena *arena, *scratch;
  LintReport *report;
  Str rule, gives; /* of the last example: what a frame that makes no record must keep from its near-misses */
} Lint;

static void fault(Lint *l, Str file, uint32_t line, Str text) {
  vec_push(&l->report->faults, l->arena, (LintFault){file, line, text});
}

static bool is_trap(const Lint *l, Str rule) {
  const Grammar *g = l->engine->grammar;
  for (uint32_t i = 0; i < g->nframes; i++)
    if (str_eq(g->frames[i].id, rule)) return g->frames[i].kind == FRAME_TRAP;
  return false;
}

/* A frame that makes no record takes what looks like its example: it fails where its near-miss gives the example's type
 * all the same, or, of an example that gives nothing, where what should be told is taken with it. */
static Str near_miss_fault(const Lint *l, const GrammarExample *e, const Record *records, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (str_eq(records[i].rule, e->rule)) return STR("makes it fire");
  if (!is_trap(l, e->rule)) return STR_NONE;
  if (!str_eq(l->rule, e->rule)) return STR("stands before any example, and shows nothing");
  Str rest = l->gives, type = str_cut(&rest, ' ');
  if (str_eq(type, STR("nothing"))) return n ? STR_NONE : STR("gives no record");
  for (uint32_t i = 0; i < n; i++)
    if (str_eq(records[i].type, type)) return STR("makes it fire");
  return STR_NONE;
}

static void run_near_miss(Lint *l, const GrammarExample *e, const Record *records, uint32_t n) {
  l->report->near_misses++;
  Str why = near_miss_fault(l, e, records, n);
  if (why.n)
    fault(l, e->file->path, e->line, arena_printf(l->arena, "near-miss of %.*s %.*s", STR_ARG(e->rule), STR_ARG(why)));
}

static bool records_give(Arena *arena, const Record *records, uint32_t n, Str gives, Str *missed) {
  *missed = STR_NONE;
  bool good = str_eq(gives, STR("nothing")) && n == 0;
  for (uint32_t i = 0; i < n && !good; i++) good = record_gives(arena, &records[i], gives, missed);
  if (!missed->n) *missed = STR("records where none should be");
  return good;
}

static void run_example(Lint *l, const GrammarExample *e, const Record *records, uint32_t n) {
  l->report->examples++;
  l->rule = e->rule;
  l->gives = e->gives;
  Str missed;
  if (records_give(l->scratch, records, n, e->gives, &missed)) return;
  fault(l, e->file->path, e->line,
        arena_printf(l->arena, "example of %.*s does not give '%.*s' (%.*s)", STR_ARG(e->rule), STR_ARG(e->gives),
                     STR_ARG(missed)));
}

ErrorCode engine_gives(const Engine *engine, Arena *arena, const EngineDocument *document, Str gives, bool *holds,
                       Str *missed, ErrorInfo *info) {
  const Analysis *analysis;
  ErrorCode code = engine_analyse(engine, arena, document, false, &analysis, info);
  if (code) return code;
  uint32_t n;
  const Record *records = analysis_records(analysis, &n);
  *holds = records_give(arena, records, n, gives, missed);
  return ERROR_OK;
}

static ErrorCode run(Lint *l, const GrammarExample *e, ErrorInfo *info) {
  EngineDocument document = {.id = e->rule, .text = e->text};
  const Analysis *analysis;
  arena_reset(l->scratch);
  ErrorCode code = engine_analyse(l->engine, l->scratch, &document, false, &analysis, info);
  if (code) return code;
  uint32_t n;
  const Record *records = analysis_records(analysis, &n);
  if (e->near_miss)
    run_near_miss(l, e, records, n);
  else
    run_example(l, e, records, n);
  return ERROR_OK;
}

ErrorCode engine_lint(const Engine *engine, Arena *arena, const Source *source, LintReport *report, ErrorInfo *info) {
  GrammarExamples examples;
  Arena scratch;
  *report = (LintReport){.frames = engine->grammar->nframes};
  Lint l = {.engine = engine, .arena = arena, .scratch = &scratch, .report = report};
  for (uint32_t i = 0; i < engine->grammar->nmissing; i++)
    fault(&l, STR(""), 0,
          arena_printf(arena, "no such word in the lexicon: %.*s", STR_ARG(engine->grammar->missing[i])));
  ErrorInfo why = {0};
  ErrorCode code = grammar_examples(arena, source, &examples, &why);
  if (code == ERROR_DATA) {
    fault(&l, arena_str(arena, str_of(why.what)), (uint32_t)why.offset, arena_str(arena, str_of(why.why)));
    return ERROR_OK;
  }
  if (code) {
    if (info) *info = why;
    return code;
  }
  arena_init(&scratch, ENGINE_DOCUMENT_BUDGET);
  for (uint32_t i = 0; i < examples.list.n && !code; i++) code = run(&l, &examples.list.at[i], info);
  arena_fini(&scratch);
  return code;
}
