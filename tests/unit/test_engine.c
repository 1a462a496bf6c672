/* The engine and the public header over it: opening, coding, refusing, running short of
 * memory, and data that does not hold together. The sentences are this project's own. */
#include "cmocka_all.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/io.h"
#include "daftar.h"
#include "engine/compile.h"
#include "engine/engine.h"
#include "engine/explain.h"
#include "engine/keep.h"
#include "engine/search.h"
#include "image/image.h"
#include "image/layout.h"
#include "record/json.h"

static const char report[] =
    "أعلنت قوات سوريا الديمقراطية، اليوم الأربعاء، أنها قتلت ثلاثة عناصر من تنظيم داعش واعتقلت اثنين في ريف دير الزور "
    "الشرقي.\n"
    "وقالت في بيان إن القتلى بينهم قيادي يدعى أبو خالد العراقي، وإن عنصرين من قواتها أصيبا بجروح طفيفة.\n\n"
    "ونفذ التحالف الدولي 12 غارة جوية خلال الشهر الماضي في سوريا والعراق، أسفرت عن مقتل أكثر من 20 مسلحاً.";

static const EngineDocument document = {
    .id = {"test", 4}, .text = {report, sizeof report - 1}, .published = {"2024-07-17", 10}};

static int open_engine(void **state) {
  Engine *engine = NULL;
  ErrorInfo info = {0};
  if (engine_open(NULL, &engine, &info)) fprintf(stderr, "%s: %s\n", info.what, info.why);
  *state = engine;
  return engine ? 0 : -1;
}

static int close_engine(void **state) {
  engine_close(*state);
  return 0;
}

/* Codes `d` into JSON lines in `arena`. */
static Str code_json(const Engine *engine, Arena *arena, const EngineDocument *d) {
  const Analysis *a = NULL;
  ErrorInfo info = {0};
  assert_int_equal(engine_analyse(engine, arena, d, false, &a, &info), ERROR_OK);
  uint32_t n = 0;
  const Record *records = analysis_records(a, &n);
  Buffer buffer = {.arena = arena};
  Writer writer = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < n; i++) {
    assert_true(record_holds(&records[i], analysis_text(a)->bytes));
    json_put_record(&writer, &records[i]);
  }
  assert_false(writer.failed);
  return buffer_str(&buffer);
}

static void a_report_has_records_that_hold(void **state) {
  Arena arena;
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  Str json = code_json(*state, &arena, &document);
  assert_true(json.n > 0);
  assert_non_null(strstr(json.p, "\"what\":\"killed\""));
  arena_fini(&arena);
}

static void one_text_gives_the_same_bytes_each_time(void **state) {
  Arena arena, other;
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  arena_init(&other, ENGINE_DOCUMENT_BUDGET);
  Str first = code_json(*state, &arena, &document);
  for (int i = 0; i < 3; i++) {
    arena_reset(&other);
    EngineDocument between = {.id = STR("x"), .text = STR("قصف الطيران مدينة إدلب")};
    code_json(*state, &other, &between);
    arena_reset(&other);
    assert_str(code_json(*state, &other, &document), first);
  }
  arena_fini(&other);
  arena_fini(&arena);
}

static void odd_texts_are_coded(void **state) {
#define T(s) \
  { s, sizeof s - 1 }
  static const Str texts[] = {T(""),
                              T(" \n\t\r\n "),
                              T("no Arabic at all, 12 killed."),
                              T("\0\0\0"),
                              T("\xFF\xFE\xD9 \xED\xA0\x80"),
                              T("\xD9\x80\xD9\x80\xD9\x8E\xD9\x91"),
                              T("\xE2\x80\x8F\xE2\x80\xAE\xEF\xBB\xBF"),
                              T("وووووووووووووووووووووووووووو"),
                              T("،؛.:!؟«»()[]\"'-")};
#undef T
  Arena arena;
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    arena_reset(&arena);
    EngineDocument d = {.id = STR("odd"), .text = texts[i]};
    code_json(*state, &arena, &d);
  }
  arena_fini(&arena);
}

static void what_is_too_large_or_no_date_is_refused(void **state) {
  Arena arena;
  const Analysis *a = NULL;
  ErrorInfo info = {0};
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  char *big = calloc(1, ENGINE_MAX_TEXT + 1);
  EngineDocument d = {.id = STR("big"), .text = {big, ENGINE_MAX_TEXT + 1}};
  assert_int_equal(engine_analyse(*state, &arena, &d, false, &a, &info), ERROR_TOO_LARGE);
  assert_string_equal(info.what, "big");
  free(big);
  static const char *const wrong[] = {"yesterday", "2024-13-01", "2024-02-30", "17-07-2024", "2024-7-1", "٢٠٢٤-٠٧-١٧"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    d = (EngineDocument){.id = STR("date"), .text = STR("قصف"), .published = str_of(wrong[i])};
    assert_int_equal(engine_analyse(*state, &arena, &d, false, &a, &info), ERROR_USAGE);
  }
  d.published = STR("2024-07-17T10:00:00Z");
  assert_int_equal(engine_analyse(*state, &arena, &d, false, &a, &info), ERROR_OK);
  arena_fini(&arena);
}

/* The Nth allocation fails, for every N up to where none does. */
static void memory_may_end_anywhere(void **state) {
  Arena arena;
  bool done = false;
  for (size_t n = 0; !done; n = n < 400 ? n + 1 : n + n / 50) {
    const Analysis *a = NULL;
    ErrorInfo info = {0};
    arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
    arena.fail_after = n;
    ErrorCode code = engine_analyse(*state, &arena, &document, true, &a, &info);
    assert_true(code == ERROR_OK || code == ERROR_MEMORY);
    done = code == ERROR_OK;
    arena_fini(&arena);
  }
}

static void a_small_budget_is_told(void **state) {
  Arena arena;
  const Analysis *a = NULL;
  ErrorInfo info = {0};
  arena_init(&arena, 2 * 1024 * 1024);
  size_t n = 200000;
  char *text = malloc(n);
  for (size_t i = 0; i < n; i++) text[i] = "\xD9\x82\xD8\xAA\xD9\x84 "[i % 7];
  EngineDocument d = {.id = STR("long"), .text = {text, n}};
  assert_int_equal(engine_analyse(*state, &arena, &d, false, &a, &info), ERROR_MEMORY);
  assert_non_null(strstr(info.why, "2 MiB"));
  arena_reset(&arena);
  d.text.n = 7;
  assert_int_equal(engine_analyse(*state, &arena, &d, false, &a, &info), ERROR_OK);
  free(text);
  arena_fini(&arena);
}

static void mentions_stand_in_the_text(void **state) {
  Arena arena;
  const Analysis *a = NULL;
  ErrorInfo info = {0};
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  assert_int_equal(engine_analyse(*state, &arena, &document, true, &a, &info), ERROR_OK);
  const Text *text = analysis_text(a);
  ExplainMentions m = explain_mentions(&arena, a);
  bool kinds[EXPLAIN_COUNT] = {false};
  for (uint32_t i = 0; i < m.n; i++) {
    kinds[m.at[i].kind] = true;
    assert_true(span_any(m.at[i].quote.span) && m.at[i].quote.span.end <= text->bytes.n);
    assert_str(m.at[i].quote.text, text_slice(text, m.at[i].quote.span));
    assert_true(i == 0 || m.at[i - 1].quote.span.start <= m.at[i].quote.span.start);
  }
  assert_true(kinds[EXPLAIN_NUMBER] && kinds[EXPLAIN_DATE] && kinds[EXPLAIN_PLACE] && kinds[EXPLAIN_ACTOR]);
  for (uint32_t i = 0; i < text->ntokens; i++)
    assert_str(explain_token(&arena, *state, a, i).text, text_slice(text, text->tokens[i].span));
  bool fired = false;
  for (uint32_t i = 0; i < explain_steps(a); i++) fired = fired || explain_step(a, i).fired;
  assert_true(fired);
  arena_fini(&arena);
}

static void kept_records_are_the_same(void **state) {
  Arena arena, keep;
  const Analysis *a = NULL;
  ErrorInfo info = {0};
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  arena_init(&keep, ENGINE_DOCUMENT_BUDGET);
  Str before = arena_str(&keep, code_json(*state, &arena, &document));
  assert_int_equal(engine_analyse(*state, &arena, &document, false, &a, &info), ERROR_OK);
  uint32_t n = 0;
  const Record *records = analysis_records(a, &n);
  Str text = arena_str(&keep, analysis_text(a)->bytes);
  const Record *kept = records_keep(&keep, records, n, text);
  assert_non_null(kept);
  arena_fini(&arena);
  Buffer buffer = {.arena = &keep};
  Writer writer = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < n; i++) json_put_record(&writer, &kept[i]);
  assert_str(buffer_str(&buffer), before);
  arena_fini(&keep);
}

/* ---- threads ---- */

typedef struct Runner {
  const Engine *engine;
  Str want;
  bool same;
} Runner;

static void *code_many(void *of) {
  Runner *r = of;
  Arena arena;
  r->same = true;
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  for (int i = 0; i < 20; i++) {
    arena_reset(&arena);
    r->same = r->same && str_eq(code_json(r->engine, &arena, &document), r->want);
  }
  arena_fini(&arena);
  return NULL;
}

static void threads_share_an_engine(void **state) {
  enum { N = 4 };
  Arena arena;
  pthread_t threads[N];
  Runner runners[N];
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  Str want = code_json(*state, &arena, &document);
  for (int i = 0; i < N; i++) {
    runners[i] = (Runner){*state, want, false};
    assert_int_equal(pthread_create(&threads[i], NULL, code_many, &runners[i]), 0);
  }
  for (int i = 0; i < N; i++) {
    pthread_join(threads[i], NULL);
    assert_true(runners[i].same);
  }
  arena_fini(&arena);
}

/* ---- data ---- */

static void the_same_data_gives_the_same_image(void **state) {
  Arena arena;
  arena_init(&arena, (size_t)4 << 30);
  Source source = {.arena = &arena};
  ErrorInfo info = {0};
  Str one, two;
  assert_int_equal(engine_sources(*state, &source, &info), ERROR_OK);
  assert_int_equal(engine_compile(&arena, &source, &one, &info), ERROR_OK);
  assert_int_equal(engine_compile(&arena, &source, &two, &info), ERROR_OK);
  assert_int_equal(one.n, two.n);
  assert_memory_equal(one.p, two.p, one.n);
  arena_fini(&arena);
}

/* The embedded image, as far as the linker knows it. */
extern const unsigned char daftar_image_start[], daftar_image_end[];

static uint8_t *copy_image(size_t *n) {
  *n = (size_t)(daftar_image_end - daftar_image_start);
  uint8_t *copy = aligned_alloc(64, (*n + 63) & ~(size_t)63);
  memcpy(copy, daftar_image_start, *n);
  return copy;
}

static void a_damaged_image_is_refused(void **state) {
  (void)state;
  size_t n;
  uint8_t *copy = copy_image(&n);
  const size_t at[] = {0, 8, 12, 16, 24, 32, n / 2, n - 1};
  Engine *engine = NULL;
  ErrorInfo info = {0};
  for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
    copy[at[i]] ^= 0x40;
    assert_int_equal(engine_open_image((Str){(char *)copy, n}, &engine, &info), ERROR_IMAGE);
    copy[at[i]] ^= 0x40;
  }
  assert_int_equal(engine_open_image((Str){(char *)copy, n - 1}, &engine, &info), ERROR_IMAGE);
  assert_int_equal(engine_open_image((Str){(char *)copy, 20}, &engine, &info), ERROR_IMAGE);
  assert_int_equal(engine_open_image((Str){(char *)copy, n}, &engine, &info), ERROR_OK);
  engine_close(engine);
  free(copy);
}

/* Damage under a right checksum: every floor checks its own numbers. What still opens must
 * code a text without stepping out of it (run under the sanitizers). */
static void a_forged_image_does_no_harm(void **state) {
  (void)state;
  size_t n;
  uint8_t *copy = copy_image(&n);
  ImageHeader *h = (ImageHeader *)(void *)copy;
  const ImageEntry *e = (const ImageEntry *)(const void *)(h + 1);
  uint64_t seed = 88172645463325252u;
  Arena arena;
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  for (uint32_t round = 0; round < 4 * h->sections; round++) {
    const ImageEntry *part = &e[round % h->sections];
    if (!part->n || part->tag == IMAGE_TAG('S', 'R', 'C', 'Z')) continue;
    size_t at = part->offset + test_random(&seed) % (part->n * part->item_size);
    uint8_t old = copy[at];
    copy[at] = (uint8_t)test_random(&seed);
    h->checksum = hash64(copy + IMAGE_HASHED_FROM, n - IMAGE_HASHED_FROM);
    Engine *engine = NULL;
    const Analysis *a = NULL;
    ErrorInfo info = {0};
    if (!engine_open_image((Str){(char *)copy, n}, &engine, &info)) {
      ErrorCode code = engine_analyse(engine, &arena, &document, true, &a, &info);
      assert_true(code == ERROR_OK || code == ERROR_MEMORY);
      engine_close(engine);
      arena_reset(&arena);
    }
    copy[at] = old;
  }
  arena_fini(&arena);
  free(copy);
}

typedef struct Folder {
  char path[256], file[600];
} Folder;

static Folder new_folder(const char *below) {
  Folder f;
  const char *tmp = getenv("TMPDIR");
  snprintf(f.path, sizeof f.path, "%s/daftar-data-XXXXXX", tmp ? tmp : "/tmp");
  assert_non_null(mkdtemp(f.path));
  snprintf(f.file, sizeof f.file, "%s/%s", f.path, below);
  assert_int_equal(mkdir(f.file, 0700), 0);
  return f;
}

static void put_file(Folder *f, const char *name, const char *text) {
  ErrorInfo info = {0};
  snprintf(f->file, sizeof f->file, "%s/%s", f->path, name);
  assert_int_equal(io_write_file(f->file, str_of(text), &info), ERROR_OK);
}

static void remove_folder(const Folder *f) {
  char command[300];
  snprintf(command, sizeof command, "rm -rf '%s'", f->path);
  assert_int_equal(system(command), 0);
}

static void a_folder_is_laid_over_the_data(void **state) {
  (void)state;
  Folder f = new_folder("grammar");
  Engine *engine = NULL;
  ErrorInfo info = {0};
  put_file(&f, "grammar/mine.frames", "# no frames yet\n");
  assert_int_equal(engine_open(f.path, &engine, &info), ERROR_OK);
  Arena arena;
  arena_init(&arena, ENGINE_DOCUMENT_BUDGET);
  assert_true(code_json(engine, &arena, &document).n > 0);
  arena_fini(&arena);
  engine_close(engine);
  put_file(&f, "grammar/mine.frames", "# fine\nthis is no frame\n");
  assert_int_equal(engine_open(f.path, &engine, &info), ERROR_DATA);
  assert_string_equal(info.what, f.file);
  remove_folder(&f);
  assert_int_equal(engine_open(f.path, &engine, &info), ERROR_IO);
}

/* ---- the public header ---- */

static bool count_bytes(void *to, const char *bytes, size_t n) {
  (void)bytes;
  *(size_t *)to += n;
  return true;
}

static bool stop(void *to, const char *bytes, size_t n) {
  (void)to, (void)bytes, (void)n;
  return false;
}

static void quote_holds(DaftarStr text, DaftarQuote q) {
  assert_true(q.start <= q.end && q.end <= text.n);
  assert_non_null(q.text.p);
  if (q.end > q.start) assert_memory_equal(text.p + q.start, q.text.p, q.text.n);
}

static void walk(DaftarStr text, const DaftarResult *result, const DaftarRecord *r) {
  quote_holds(text, daftar_record_trigger(r));
  quote_holds(text, daftar_record_time_quote(r));
  quote_holds(text, daftar_record_sentence(result, r));
  for (int role = DAFTAR_AGENTS; role <= DAFTAR_RESPONSIBLE_BY; role++)
    for (uint32_t i = 0; i <= daftar_record_actors(r, (DaftarRole)role); i++)
      quote_holds(text, daftar_record_actor(r, (DaftarRole)role, i).quote);
  for (uint32_t i = 0; i <= daftar_record_places(r); i++) quote_holds(text, daftar_record_place(r, i).quote);
  for (uint32_t i = 0; i <= daftar_record_outcomes(r); i++) quote_holds(text, daftar_record_outcome(r, i).of);
  for (uint32_t i = 0; i <= daftar_record_persons(r); i++) quote_holds(text, daftar_record_person(r, i).quote);
  for (uint32_t i = 0; i <= daftar_record_also(r); i++) quote_holds(text, daftar_record_also_quote(r, i));
  for (uint32_t i = 0; i <= daftar_record_via(r); i++) quote_holds(text, daftar_record_via_quote(r, i));
  assert_true(isnan(daftar_record_place(r, UINT32_MAX).lat));
  size_t n = 0;
  assert_true(daftar_record_json(r, count_bytes, &n));
  assert_true(n > 100);
  assert_false(daftar_record_json(r, stop, NULL));
}

static void the_public_header_walks_records(void **state) {
  (void)state;
  DaftarOptions options = DAFTAR_OPTIONS;
  DaftarEngine *engine = NULL;
  DaftarSession *session = NULL;
  const DaftarResult *result = NULL;
  DaftarError error;
  assert_int_equal(daftar_open(&options, &engine, &error), DAFTAR_OK);
  assert_int_equal(daftar_session_new(engine, NULL, &session, NULL), DAFTAR_OK);
  DaftarDocument d = DAFTAR_DOCUMENT(report, sizeof report - 1);
  d.id = "test";
  d.published = "2024-07-17";
  assert_int_equal(daftar_code(session, &d, &result, &error), DAFTAR_OK);
  DaftarStr text = daftar_result_text(result);
  assert_int_equal(text.n, sizeof report - 1);
  assert_true(daftar_result_count(result) > 1);
  for (uint32_t i = 0; i < daftar_result_count(result); i++) walk(text, result, daftar_result_record(result, i));
  assert_null(daftar_result_record(result, daftar_result_count(result)));
  daftar_session_free(session);
  daftar_close(engine);
}

static void the_public_header_tells_errors(void **state) {
  DaftarEngine *engine = NULL;
  DaftarSession *session = NULL;
  const DaftarResult *result = NULL;
  DaftarError error;
  DaftarOptions options = {sizeof options, "/nowhere/at/all"};
  assert_int_equal(daftar_open(&options, &engine, &error), DAFTAR_IO);
  assert_null(engine);
  assert_non_null(strstr(error.message, "/nowhere/at/all"));
  options.size = sizeof options.size; /* an older caller, who knows no `data` */
  assert_int_equal(daftar_open(&options, &engine, NULL), DAFTAR_OK);
  daftar_close(engine);
  DaftarSessionOptions small = {sizeof small, 8 * 1024};
  assert_int_equal(daftar_session_new(*state, &small, &session, &error), DAFTAR_OK);
  DaftarDocument d = DAFTAR_DOCUMENT(report, sizeof report - 1);
  assert_int_equal(daftar_code(session, &d, &result, &error), DAFTAR_NO_MEMORY);
  assert_null(result);
  d.text_bytes = 0;
  assert_int_equal(daftar_code(session, &d, &result, &error), DAFTAR_OK);
  assert_int_equal(daftar_result_count(result), 0);
  d.published = "today";
  assert_int_equal(daftar_code(session, &d, &result, &error), DAFTAR_BAD_USE);
  d.text_bytes = SIZE_MAX;
  assert_int_equal(daftar_code(session, &d, &result, &error), DAFTAR_TOO_LARGE);
  assert_int_equal(daftar_code(session, NULL, &result, &error), DAFTAR_BAD_USE);
  assert_int_equal(daftar_open(NULL, NULL, &error), DAFTAR_BAD_USE);
  daftar_session_free(session);
  daftar_session_free(NULL);
  daftar_close(NULL);
  assert_string_equal(daftar_code_text(DAFTAR_OK), "no error");
}

/* A word is told to the search index once, and as often as it stands to the column. */
static void search_is_told_each_word_once(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  Str once = search_once(&arena, STR("قتل مقتل قتل  في في مقتل دوما "));
  assert_true(str_eq(once, STR("قتل مقتل في دوما ")));
  assert_int_equal(search_once(&arena, STR("")).n, 0);
  assert_true(str_eq(search_once(&arena, STR("ا")), STR("ا ")));
  arena_fini(&arena);
}

#define TEST(name) cmocka_unit_test(name)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_report_has_records_that_hold),
      TEST(one_text_gives_the_same_bytes_each_time),
      TEST(odd_texts_are_coded),
      TEST(what_is_too_large_or_no_date_is_refused),
      TEST(memory_may_end_anywhere),
      TEST(a_small_budget_is_told),
      TEST(mentions_stand_in_the_text),
      TEST(kept_records_are_the_same),
      TEST(threads_share_an_engine),
      TEST(the_same_data_gives_the_same_image),
      TEST(a_damaged_image_is_refused),
      TEST(a_forged_image_does_no_harm),
      TEST(a_folder_is_laid_over_the_data),
      TEST(the_public_header_walks_records),
      TEST(the_public_header_tells_errors),
      TEST(search_is_told_each_word_once),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
