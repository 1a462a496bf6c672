/* The stages in their order. Each is a function from const input to output in the
 * document's arena; what is asked once, at the end, is whether the arena held. */
#include "engine/engine.h"

#include "engine/analysis.h"
#include "engine/compile.h"
#include "engine/furniture.h"
#include "engine/sources.h"
#include "text/utf8.h"

static const size_t ENGINE_BUDGET = (size_t)4 << 30;

/* tools/embedded.S */
extern const unsigned char daftar_image_start[], daftar_image_end[];

static ErrorCode open_tables(Engine *e, ErrorInfo *info) {
  ErrorCode code = lexicon_open(&e->lexicon, &e->image, info);
  if (!code) code = number_open(&e->arena, &e->image, &e->numbers, info);
  if (!code) code = date_open(&e->arena, &e->image, &e->dates, info);
  if (!code) code = know_open(&e->arena, &e->image, &e->lexicon, &e->know, info);
  if (!code) code = grammar_open(&e->arena, &e->image, &e->lexicon, &e->grammar, info);
  return code;
}

/* An engine lives in the arena it owns; `arena` is moved into it, or ended on an error. */
static ErrorCode open_bytes(Arena *arena, Str bytes, Engine **out, ErrorInfo *info) {
  Engine *e = ARENA_NEW(arena, Engine);
  if (!e) {
    arena_fini(arena);
    return error_set(info, ERROR_MEMORY, STR("the engine"), 0, NULL);
  }
  e->arena = *arena;
  ErrorCode code = image_open(&e->image, bytes.p, bytes.n, info);
  if (!code) code = open_tables(e, info);
  if (code)
    engine_close(e);
  else
    *out = e;
  return code;
}

void engine_close(Engine *engine) {
  if (!engine) return;
  Arena arena = engine->arena;
  arena_fini(&arena);
}

ErrorCode engine_open_image(Str bytes, Engine **engine, ErrorInfo *info) {
  Arena arena;
  arena_init(&arena, ENGINE_BUDGET);
  return open_bytes(&arena, bytes, engine, info);
}

static Str built_in(void) {
  return (Str){(const char *)daftar_image_start, (size_t)(daftar_image_end - daftar_image_start)};
}

static bool has_file(const Source *source, Str name) {
  for (uint32_t i = 0; i < source->files.n; i++)
    if (str_eq(source->files.at[i].name, name)) return true;
  return false;
}

/* A folder that has all the built-in files stands alone, as a changed copy of data/ does. */
static bool stands_alone(const Source *folder, const Source *built_in) {
  for (uint32_t i = 0; i < built_in->files.n; i++)
    if (!has_file(folder, built_in->files.at[i].name)) return false;
  return true;
}

/* The built-in sources with the user's folder over them. */
static ErrorCode lay_over(const char *data, Source *source, ErrorInfo *info) {
  Image image;
  Source folder = {.arena = source->arena};
  ErrorCode code = image_open(&image, built_in().p, built_in().n, info);
  if (!code) code = sources_open(&image, source, info);
  if (!code) code = source_add_folder(&folder, data, info);
  if (code) return code;
  if (stands_alone(&folder, source)) source->files.n = 0;
  for (uint32_t i = 0; i < folder.files.n; i++) vec_push(&source->files, source->arena, folder.files.at[i]);
  return ERROR_OK;
}

static ErrorCode compile_over(Arena *to, Arena *scratch, const char *data, Str *bytes, ErrorInfo *info) {
  Source source = {.arena = scratch};
  Str made;
  ErrorCode code = lay_over(data, &source, info);
  if (!code) code = engine_compile(scratch, &source, &made, info);
  if (code) return code;
  void *p = arena_alloc(to, made.n, IMAGE_ALIGN);
  if (!p) return error_set(info, ERROR_MEMORY, str_of(data), 0, NULL);
  memcpy(p, made.p, made.n);
  *bytes = (Str){p, made.n};
  return ERROR_OK;
}

ErrorCode engine_open(const char *data, Engine **engine, ErrorInfo *info) {
  if (!data) return engine_open_image(built_in(), engine, info);
  Arena arena, scratch;
  Str bytes = STR_NONE;
  arena_init(&arena, ENGINE_BUDGET);
  arena_init(&scratch, ENGINE_BUDGET);
  ErrorCode code = compile_over(&arena, &scratch, data, &bytes, info);
  arena_fini(&scratch);
  if (!code) return open_bytes(&arena, bytes, engine, info);
  arena_fini(&arena);
  return code;
}

ErrorCode engine_furniture(const char *data, Arena *arena, Str *lines, ErrorInfo *info) {
  Image image;
  Source source = {.arena = arena};
  if (data) {
    ErrorCode code = lay_over(data, &source, info);
    return code ? code : furniture_lines(&source, lines, info);
  }
  ErrorCode code = image_open(&image, built_in().p, built_in().n, info);
  if (!code) *lines = furniture_of(&image);
  return code;
}

ErrorCode engine_sources(const Engine *engine, Source *source, ErrorInfo *info) {
  return sources_open(&engine->image, source, info);
}

EngineMemo *engine_memo_new(const Engine *engine) { return word_memo_new(&engine->lexicon); }
void engine_memo_free(EngineMemo *memo) { word_memo_free(memo); }

bool engine_published_ok(Str published) {
  Day day;
  return day_parse(published, &day);
}

static ErrorCode check_input(const EngineDocument *d, Analysis *a, ErrorInfo *info) {
  if (d->text.n > ENGINE_MAX_TEXT)
    return error_set(info, ERROR_TOO_LARGE, d->id, 0, "%zu bytes of text; the limit is 16 MiB", d->text.n);
  if (d->published.n && !day_parse(d->published, &a->published))
    return error_set(info, ERROR_USAGE, d->id, 0, "published \"%.*s\" is no date such as 2024-07-17",
                     (int)(d->published.n < 40 ? d->published.n : 40), d->published.p);
  return ERROR_OK;
}

static void run_stages(const Engine *e, Arena *arena, Analysis *a, Trace *trace) {
  a->text = text_with_broken_words(arena, &e->lexicon, text_of(arena, a->document.text));
  sha256(a->text.bytes, a->hash);
  a->words = words_remembered(arena, &e->lexicon, a->document.memo, &a->text);
  a->numbers = numbers_of(arena, e->numbers, &a->text, &a->words);
  if (!a->published.year) a->published = date_anchor(arena, e->dates, &a->text, &a->words, &a->numbers);
  a->dates = dates_of(arena, e->dates, &a->text, &a->words, &a->numbers, a->published);
  KnowInput know = {&a->text, &a->words, &a->numbers, &a->dates, a->published, a->document.outlet};
  a->mentions = know_mentions(arena, e->know, &know);
  CoderInput coder = {.doc = a->document.id,
                      .text_hash = a->hash,
                      .text = &a->text,
                      .words = &a->words,
                      .numbers = &a->numbers,
                      .dates = &a->dates,
                      .mentions = &a->mentions,
                      .know = e->know,
                      .published = a->published,
                      .outlet = a->document.outlet};
  a->records = coder_run(arena, e->grammar, &e->lexicon, &coder, trace);
}

ErrorCode engine_analyse(const Engine *engine, Arena *arena, const EngineDocument *document, bool trace,
                         const Analysis **out, ErrorInfo *info) {
  Analysis *a = ARENA_NEW(arena, Analysis);
  if (!a) return error_set(info, ERROR_MEMORY, document->id, 0, NULL);
  ErrorCode code = check_input(document, a, info);
  if (code) return code;
  a->document = *document;
  a->document.text = utf8_clean(arena, document->text);
  if (arena_ok(arena)) run_stages(engine, arena, a, trace ? &a->trace : NULL);
  if (!arena_ok(arena))
    return error_set(info, ERROR_MEMORY, document->id, 0, "the analysis needs more than its %zu MiB",
                     arena->budget >> 20);
  *out = a;
  return ERROR_OK;
}

const Text *analysis_text(const Analysis *analysis) { return &analysis->text; }

const Record *analysis_records(const Analysis *analysis, uint32_t *n) {
  *n = analysis->records.n;
  return analysis->records.at;
}
