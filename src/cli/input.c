#include "cli/input.h"

#include "cli/out.h"

static const size_t OPTIONS_BUDGET = (size_t)1 << 30;

static ErrorCode open_furniture(Input *input, const Args *args, ReaderOptions *options, ErrorInfo *info) {
  Str lines;
  Furniture *furniture = NULL;
  ErrorCode code = engine_furniture(args->value[ARG_DATA], &input->arena, &lines, info);
  if (!code) code = furniture_read(&input->arena, lines, &furniture, info);
  options->furniture = furniture;
  return code;
}

static int open_reader(Input *input, const Args *args) {
  ReaderOptions options = {.paths = args->files,
                           .npaths = args->nfiles,
                           .published = str_of(args->value[ARG_PUBLISHED]),
                           .outlet = str_of(args->value[ARG_OUTLET])};
  if (options.published.n && !engine_published_ok(options.published)) {
    tell(STR("--published"), "\"%s\" is no date such as 2024-07-17", args->value[ARG_PUBLISHED]);
    return EXIT_USAGE;
  }
  ErrorInfo info = {0};
  Meta *meta = NULL;
  ErrorCode code = args->value[ARG_META] ? meta_read(&input->arena, args->value[ARG_META], &meta, &info) : ERROR_OK;
  if (!code) code = open_furniture(input, args, &options, &info);
  if (code) {
    tell_error(code, &info);
    return EXIT_FAILED;
  }
  options.meta = meta;
  input->reader = reader_new(&input->arena, &options);
  if (input->reader) return EXIT_DONE;
  tell(STR_NONE, "out of memory");
  return EXIT_FAILED;
}

int input_open(Input *input, const Args *args) {
  *input = (Input){0};
  arena_init(&input->arena, OPTIONS_BUDGET);
  arena_init(&input->work, ENGINE_DOCUMENT_BUDGET);
  progress_open(&input->progress, args->files, args->nfiles);
  int code = open_reader(input, args);
  if (code) arena_fini(&input->arena);
  return code;
}

static void refuse(Input *input, ErrorCode code, const ErrorInfo *info) {
  progress_clear(&input->progress);
  tell_error(code, info);
  input->refused++;
}

bool input_next(Input *input, Document *document) {
  for (;;) {
    ErrorInfo info = {0};
    progress_step(&input->progress, reader_bytes(input->reader), input->documents, input->refused);
    ReaderStep step = reader_next(input->reader, document, &info);
    if (step == READER_END) return false;
    if (step == READER_DOCUMENT) {
      input->documents++;
      return true;
    }
    refuse(input, info.code, &info);
  }
}

/* Where a document stands, for messages. */
static Str where(Input *input, const Document *d) {
  return d->line ? arena_printf(&input->work, "%.*s:%u", STR_ARG(d->file), d->line) : d->file;
}

/* An archive has such a slip in one line or in all of them: the first few tell enough. */
static void tell_undated(Input *input, const Document *d) {
  enum { TELL = 5 };
  if (input->undated++ >= TELL) return;
  progress_clear(&input->progress);
  tell(where(input, d), "published \"%.*s\" is no date such as 2024-07-17; coded without it",
       (int)(d->published.n < 40 ? d->published.n : 40), d->published.p);
  if (input->undated == TELL) tell(STR_NONE, "and more such dates, if there are any, are not told");
}

void input_dated(Input *input, const Document *d) {
  if (!d->published.n || engine_published_ok(d->published)) return;
  arena_reset(&input->work);
  tell_undated(input, d);
}

const Analysis *input_analyse(Input *input, const Engine *engine, const Document *d, bool trace) {
  arena_reset(&input->work);
  if (!input->memo) input->memo = engine_memo_new(engine);
  EngineDocument document = {
      .id = d->id, .text = d->text, .published = d->published, .outlet = d->outlet, .memo = input->memo};
  if (d->published.n && !engine_published_ok(d->published)) {
    tell_undated(input, d);
    document.published = STR("");
  }
  ErrorInfo info = {0};
  const Analysis *analysis = NULL;
  ErrorCode code = engine_analyse(engine, &input->work, &document, trace, &analysis, &info);
  if (!code) return analysis;
  arena_reset(&input->work);
  Str place = where(input, d);
  memset(info.what, 0, sizeof info.what);
  if (place.n) memcpy(info.what, place.p, place.n < sizeof info.what ? place.n : sizeof info.what - 1);
  refuse(input, code, &info);
  return NULL;
}

int input_close(Input *input) {
  progress_clear(&input->progress);
  uint32_t passed = reader_passed(input->reader);
  if (passed)
    tell(STR_NONE, "%u file%s in folders passed over: of no kind that is read", passed, passed > 1 ? "s" : "");
  reader_close(input->reader);
  engine_memo_free(input->memo);
  arena_fini(&input->work);
  arena_fini(&input->arena);
  return input->refused ? EXIT_REFUSED : EXIT_DONE;
}

Engine *input_engine(const Args *args) {
  Engine *engine = NULL;
  ErrorInfo info = {0};
  ErrorCode code = engine_open(args->value[ARG_DATA], &engine, &info);
  if (code) tell_error(code, &info);
  return code ? NULL : engine;
}

int input_begin(Input *input, const Args *args, Engine **engine) {
  int code = input_open(input, args);
  if (code) return code;
  *engine = input_engine(args);
  if (*engine) return EXIT_DONE;
  input_close(input);
  return EXIT_FAILED;
}
