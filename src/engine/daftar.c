/* The public header over the engine: handles in, plain values out. A DaftarRecord is a
 * Record, a DaftarResult a session's last analysis. */
#include "daftar.h"

#include <math.h>
#include <stdio.h>

#include "engine/engine.h"
#include "record/json.h"

struct DaftarResult {
  Str text;
  const Record *records;
  uint32_t n;
};

struct DaftarSession {
  Arena arena; /* holds this struct; budget for nothing else */
  Arena document;
  const Engine *engine;
  EngineMemo *memo;
  DaftarResult result;
};

const char *daftar_version(void) { return DAFTAR_VERSION; }

static DaftarCode code_of(ErrorCode code) {
  static const DaftarCode codes[ERROR_COUNT] = {
      [ERROR_OK] = DAFTAR_OK,           [ERROR_MEMORY] = DAFTAR_NO_MEMORY,
      [ERROR_IO] = DAFTAR_IO,           [ERROR_TOO_LARGE] = DAFTAR_TOO_LARGE,
      [ERROR_FORMAT] = DAFTAR_BAD_DATA, [ERROR_DATA] = DAFTAR_BAD_DATA,
      [ERROR_IMAGE] = DAFTAR_BAD_IMAGE, [ERROR_USAGE] = DAFTAR_BAD_USE,
  };
  return codes[code];
}

const char *daftar_code_text(DaftarCode code) {
  static const char *const texts[] = {"no error",
                                      "out of memory",
                                      "cannot be read",
                                      "larger than the limit",
                                      "the data does not hold together",
                                      "the compiled data is damaged or of another version",
                                      "used wrongly"};
  return (unsigned)code < sizeof texts / sizeof *texts ? texts[code] : "unknown error";
}

static DaftarCode report(ErrorCode code, const ErrorInfo *info, DaftarError *error) {
  DaftarCode out = code_of(code);
  if (!error) return out;
  *error = (DaftarError){.code = out};
  if (code == ERROR_OK) return out;
  error->offset = info->offset;
  snprintf(error->message, sizeof error->message, "%s%s%s", info->what, info->what[0] ? ": " : "",
           info->why[0] ? info->why : error_text(code));
  return out;
}

static DaftarCode bad_use(DaftarError *error, const char *why) {
  if (error) {
    *error = (DaftarError){.code = DAFTAR_BAD_USE};
    snprintf(error->message, sizeof error->message, "%s", why);
  }
  return DAFTAR_BAD_USE;
}

/* A struct of options is as old as its size says: what lies behind is not looked at. */
#define HAS(options, field) \
  ((options) && (options)->size >= offsetof(__typeof__(*(options)), field) + sizeof(options)->field)

DaftarCode daftar_open(const DaftarOptions *options, DaftarEngine **engine, DaftarError *error) {
  ErrorInfo info = {0};
  if (!engine) return bad_use(error, "daftar_open: engine is NULL");
  *engine = NULL;
  return report(engine_open(HAS(options, data) ? options->data : NULL, engine, &info), &info, error);
}

void daftar_close(DaftarEngine *engine) { engine_close(engine); }

DaftarCode daftar_session_new(const DaftarEngine *engine, const DaftarSessionOptions *options, DaftarSession **out,
                              DaftarError *error) {
  if (!engine || !out) return bad_use(error, "daftar_session_new: an argument is NULL");
  Arena arena;
  ErrorInfo info = {0};
  arena_init(&arena, sizeof(DaftarSession) + 256);
  DaftarSession *s = ARENA_NEW(&arena, DaftarSession);
  *out = s;
  if (!s) {
    arena_fini(&arena);
    return report(error_set(&info, ERROR_MEMORY, STR("a session"), 0, NULL), &info, error);
  }
  s->arena = arena;
  s->engine = engine;
  s->memo = engine_memo_new(engine);
  arena_init(&s->document, HAS(options, memory) && options->memory ? options->memory : ENGINE_DOCUMENT_BUDGET);
  return report(ERROR_OK, &info, error);
}

void daftar_session_free(DaftarSession *session) {
  if (!session) return;
  engine_memo_free(session->memo);
  arena_fini(&session->document);
  Arena arena = session->arena;
  arena_fini(&arena);
}

DaftarCode daftar_code(DaftarSession *s, const DaftarDocument *document, const DaftarResult **result,
                       DaftarError *error) {
  if (!s || !result || !HAS(document, text_bytes))
    return bad_use(error, "daftar_code: an argument is NULL or too small");
  if (!document->text && document->text_bytes) return bad_use(error, "daftar_code: text is NULL");
  *result = NULL;
  arena_reset(&s->document);
  s->result = (DaftarResult){0};
  Arena *arena = &s->document;
  /* Copied, so that a result does not hang on the caller's buffer. */
  EngineDocument d = {.id = arena_str(arena, str_of(HAS(document, id) ? document->id : NULL)),
                      .published = arena_str(arena, str_of(HAS(document, published) ? document->published : NULL)),
                      .outlet = arena_str(arena, str_of(HAS(document, outlet) ? document->outlet : NULL)),
                      .memo = s->memo};
  ErrorInfo info = {0};
  if (document->text_bytes > ENGINE_MAX_TEXT)
    return report(
        error_set(&info, ERROR_TOO_LARGE, d.id, 0, "%zu bytes of text; the limit is 16 MiB", document->text_bytes),
        &info, error);
  d.text = arena_str(arena, (Str){document->text, document->text_bytes});
  const Analysis *analysis = NULL;
  ErrorCode code = engine_analyse(s->engine, arena, &d, false, &analysis, &info);
  if (code) return report(code, &info, error);
  s->result.text = analysis_text(analysis)->bytes;
  s->result.records = analysis_records(analysis, &s->result.n);
  *result = &s->result;
  return report(ERROR_OK, &info, error);
}

/* ---- values ---- */

static DaftarStr str(Str s) { return s.n ? (DaftarStr){s.p, s.n} : (DaftarStr){"", 0}; }

static DaftarQuote quote(Quote q) { return (DaftarQuote){str(q.text), q.span.start, q.span.end}; }

static DaftarCount count(Count c) { return (DaftarCount){c.min, c.max, c.set, c.approx}; }

static const Record *in(const DaftarRecord *record) { return (const Record *)(const void *)record; }

DaftarStr daftar_result_text(const DaftarResult *result) { return str(result->text); }
uint32_t daftar_result_count(const DaftarResult *result) { return result->n; }

const DaftarRecord *daftar_result_record(const DaftarResult *result, uint32_t i) {
  return i < result->n ? (const DaftarRecord *)(const void *)&result->records[i] : NULL;
}

DaftarStr daftar_record_id(const DaftarRecord *r) { return str(in(r)->id); }
DaftarStr daftar_record_type(const DaftarRecord *r) { return str(in(r)->type); }
DaftarStr daftar_record_plover(const DaftarRecord *r) { return str(in(r)->plover); }
DaftarStr daftar_record_acled(const DaftarRecord *r) { return str(in(r)->acled); }
DaftarStr daftar_record_part_of(const DaftarRecord *r) { return str(in(r)->part_of); }
DaftarQuote daftar_record_trigger(const DaftarRecord *r) { return quote(in(r)->trigger); }
DaftarCount daftar_record_number(const DaftarRecord *r) { return count(in(r)->count); }
DaftarStr daftar_record_direction(const DaftarRecord *r) { return str(in(r)->direction); }
DaftarStr daftar_record_time(const DaftarRecord *r) { return str(in(r)->time); }
DaftarQuote daftar_record_time_quote(const DaftarRecord *r) { return quote(in(r)->time_quote); }
DaftarStr daftar_record_stance(const DaftarRecord *r) { return str(in(r)->stance); }
bool daftar_record_background(const DaftarRecord *r) { return in(r)->background; }
DaftarStr daftar_record_rule(const DaftarRecord *r) { return str(in(r)->rule); }
DaftarStr daftar_record_responsibility(const DaftarRecord *r) { return str(in(r)->responsibility.how); }

DaftarKind daftar_record_kind(const DaftarRecord *r) {
  static const DaftarKind kinds[] = {[RECORD_EVENT] = DAFTAR_EVENT,
                                     [RECORD_TALLY] = DAFTAR_TALLY,
                                     [RECORD_FIGURE] = DAFTAR_FIGURE,
                                     [RECORD_TREND] = DAFTAR_TREND};
  return kinds[in(r)->kind];
}

DaftarQuote daftar_record_sentence(const DaftarResult *result, const DaftarRecord *r) {
  Span span = in(r)->sentence;
  return quote((Quote){str_slice(result->text, span.start, span.end), span});
}

static ActorList actors_of(const Record *r, DaftarRole role) {
  switch (role) {
    case DAFTAR_AGENTS: return r->agents;
    case DAFTAR_PARTNERS: return r->partners;
    case DAFTAR_TARGETS: return r->targets;
    case DAFTAR_CLAIMED_BY: return r->claimed_by;
    case DAFTAR_RESPONSIBLE_BY: return r->responsibility.by;
  }
  return (ActorList){0};
}

uint32_t daftar_record_actors(const DaftarRecord *r, DaftarRole role) { return actors_of(in(r), role).n; }

DaftarActor daftar_record_actor(const DaftarRecord *r, DaftarRole role, uint32_t i) {
  ActorList list = actors_of(in(r), role);
  Actor a = i < list.n ? list.at[i] : (Actor){0};
  return (DaftarActor){quote(a.quote), str(a.id), str(a.name)};
}

uint32_t daftar_record_places(const DaftarRecord *r) { return in(r)->nplaces; }

DaftarPlace daftar_record_place(const DaftarRecord *r, uint32_t i) {
  Place p = i < in(r)->nplaces ? in(r)->places[i] : (Place){.lat = NAN, .lon = NAN};
  return (DaftarPlace){quote(p.quote), str(p.id), str(p.name), str(p.country), str(p.admin1),
                       p.lat,          p.lon,     p.precision, str(p.basis)};
}

uint32_t daftar_record_outcomes(const DaftarRecord *r) { return in(r)->noutcomes; }

DaftarOutcome daftar_record_outcome(const DaftarRecord *r, uint32_t i) {
  Outcome o = i < in(r)->noutcomes ? in(r)->outcomes[i] : (Outcome){0};
  return (DaftarOutcome){.what = str(o.what),
                         .count = count(o.count),
                         .women = count(o.women),
                         .children = count(o.children),
                         .of = quote(o.of),
                         .label = str(o.label),
                         .status = str(o.status),
                         .side = str(o.side),
                         .unit = str(o.unit)};
}

uint32_t daftar_record_persons(const DaftarRecord *r) { return in(r)->npersons; }

DaftarPerson daftar_record_person(const DaftarRecord *r, uint32_t i) {
  Person p = i < in(r)->npersons ? in(r)->persons[i] : (Person){0};
  return (DaftarPerson){.quote = quote(p.quote),
                        .role = quote(p.role),
                        .name = str(p.name),
                        .sex = str(p.sex),
                        .fate = str(p.fate),
                        .age = count(p.age)};
}

static DaftarQuote quote_at(QuoteList list, uint32_t i) { return quote(i < list.n ? list.at[i] : (Quote){0}); }

uint32_t daftar_record_also(const DaftarRecord *r) { return in(r)->also.n; }
DaftarQuote daftar_record_also_quote(const DaftarRecord *r, uint32_t i) { return quote_at(in(r)->also, i); }
uint32_t daftar_record_via(const DaftarRecord *r) { return in(r)->via.n; }
DaftarQuote daftar_record_via_quote(const DaftarRecord *r, uint32_t i) { return quote_at(in(r)->via, i); }

/* ---- JSON ---- */

typedef struct Sink {
  bool (*put)(void *to, const char *bytes, size_t n);
  void *to;
} Sink;

static bool sink_put(void *to, Str bytes) {
  const Sink *sink = to;
  return sink->put(sink->to, bytes.p, bytes.n);
}

bool daftar_record_json(const DaftarRecord *r, bool (*put)(void *to, const char *bytes, size_t n), void *to) {
  Sink sink = {put, to};
  Writer writer = {.put = sink_put, .to = &sink};
  json_put_record(&writer, in(r));
  return !writer.failed;
}
