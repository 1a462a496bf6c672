/* How fast each stage of the coder reads, one thread, measured inside the program so that
 * reading the files and writing the records do not count.
 *
 *   bench-lang [--rounds N] [--mb N] [--only floor] [--ratio R] FILE...
 *
 * The texts of all documents are read first. Then every round runs all documents through the
 * language floor (text + words + numbers + dates) and takes the processor time of the whole; and
 * once more through all stages, adding up the time of each: to ask the clock between stages costs
 * the floor some four in a hundred. The table shows the best round, in MB (10^6 bytes of text) a
 * second; every pass is a new session, with no word remembered. Between the rounds `LC_ALL=C.UTF-8 wc -mw` counts the
 * same bytes: a machine that is slow or busy slows both, so their ratio says more about the program than a time does.
 * With --ratio the program exits 1 where the language floor is slower than R times wc; 77 where the build is not
 * optimised and says nothing about speed. --mb repeats the documents until there are so many MB. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/analysis.h"
#include "read/reader.h"
#include "text/utf8.h"

typedef enum Stage { STAGE_TEXT, STAGE_WORDS, STAGE_NUMBERS, STAGE_DATES, STAGE_KNOW, STAGE_CODE, STAGE_COUNT } Stage;

static const char *const STAGES[STAGE_COUNT] = {"text", "words", "numbers", "dates", "know", "code"};
enum { FLOOR_STAGES = STAGE_DATES + 1, ROUNDS = 20 };

typedef struct Paper {
  Str id, text, published, outlet;
} Paper;

typedef VEC(Paper) Papers;

typedef struct Times {
  double stage[STAGE_COUNT]; /* seconds */
} Times;

static void fail(const char *what, const char *why) {
  fprintf(stderr, "bench-lang: %s%s%s\n", what, why ? ": " : "", why ? why : "");
  exit(3);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void read_papers(Arena *arena, const char *const *paths, uint32_t npaths, Papers *papers) {
  Reader *reader = reader_new(arena, &(ReaderOptions){.paths = paths, .npaths = npaths});
  if (!reader) fail("out of memory", NULL);
  for (;;) {
    Document d;
    ErrorInfo info = {0};
    ReaderStep step = reader_next(reader, &d, &info);
    if (step == READER_END) break;
    if (step == READER_REFUSED) fail(info.what, info.why[0] ? info.why : error_text(info.code));
    Paper p = {arena_str(arena, d.id), arena_str(arena, d.text), arena_str(arena, d.published),
               arena_str(arena, d.outlet)};
    vec_push(papers, arena, p);
  }
  reader_close(reader);
  if (!papers->n || !arena_ok(arena)) fail("no documents", NULL);
}

/* The same documents again, until there are so many MB of text. */
static void repeat(Arena *arena, Papers *papers, double mb) {
  double bytes = 0, once = 0;
  for (uint32_t i = 0; i < papers->n; i++) once += (double)papers->at[i].text.n;
  uint32_t n = papers->n;
  for (bytes = once; bytes < mb * 1e6 && once > 0; bytes += once)
    for (uint32_t i = 0; i < n; i++) {
      Paper p = papers->at[i];
      vec_push(papers, arena, p);
    }
}

/* The stages as engine.c runs them; without `times` the floor alone, and the clock is not asked. */
static void run(const Engine *e, Arena *arena, WordMemo *memo, const Paper *p, int stages, Times *times) {
  double at[STAGE_COUNT + 1];
  Day published = {0};
  day_parse(p->published, &published);
  if (times) at[STAGE_TEXT] = now();
  Text text = text_of(arena, utf8_clean(arena, p->text));
  if (times) at[STAGE_WORDS] = now();
  Words words = words_remembered(arena, &e->lexicon, memo, &text);
  if (times) at[STAGE_NUMBERS] = now();
  Numbers numbers = numbers_of(arena, e->numbers, &text, &words);
  if (times) at[STAGE_DATES] = now();
  if (!published.year) published = date_anchor(arena, e->dates, &text, &words, &numbers);
  Dates dates = dates_of(arena, e->dates, &text, &words, &numbers, published);
  if (!times) return;
  at[STAGE_KNOW] = at[STAGE_CODE] = at[STAGE_COUNT] = now();
  for (int s = 0; s < FLOOR_STAGES; s++) times->stage[s] += at[s + 1] - at[s];
  if (stages == FLOOR_STAGES) return;
  KnowInput know = {&text, &words, &numbers, &dates, published, p->outlet};
  Mentions mentions = know_mentions(arena, e->know, &know);
  at[STAGE_CODE] = now();
  uint8_t hash[SHA256_BYTES];
  sha256(text.bytes, hash);
  CoderInput coder = {.doc = p->id,
                      .text_hash = hash,
                      .text = &text,
                      .words = &words,
                      .numbers = &numbers,
                      .dates = &dates,
                      .mentions = &mentions,
                      .know = e->know,
                      .published = published,
                      .outlet = p->outlet};
  coder_run(arena, e->grammar, &e->lexicon, &coder, NULL);
  at[STAGE_COUNT] = now();
  for (int s = FLOOR_STAGES; s < STAGE_COUNT; s++) times->stage[s] += at[s + 1] - at[s];
}

static double sum(const Times *times, int stages) {
  double out = 0;
  for (int s = 0; s < stages; s++) out += times->stage[s];
  return out;
}

/* All documents in a new session; the seconds it took. */
static double run_all(const Engine *e, Arena *work, const Papers *papers, int stages, Times *times) {
  WordMemo *memo = word_memo_new(&e->lexicon);
  double begin = now();
  for (uint32_t i = 0; i < papers->n; i++) {
    arena_reset(work);
    run(e, work, memo, &papers->at[i], stages, times);
    if (!arena_ok(work)) fail("out of memory", NULL);
  }
  double took = now() - begin;
  word_memo_free(memo);
  return took;
}

/* The processor time of wc on the file. */
static double wc_seconds(const char *path) {
  struct rusage used;
  int status;
  pid_t child = fork();
  if (child < 0) fail("fork", strerror(errno));
  if (!child) {
    if (!freopen("/dev/null", "w", stdout) || setenv("LC_ALL", "C.UTF-8", 1)) _exit(127);
    execlp("wc", "wc", "-mw", path, (char *)NULL);
    _exit(127);
  }
  if (wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status)) fail("wc", "did not run");
  return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static size_t write_texts(const Papers *papers, char *path) {
  int fd = mkstemp(path);
  FILE *file = fd < 0 ? NULL : fdopen(fd, "wb");
  if (!file) fail(path, strerror(errno));
  size_t bytes = 0;
  for (uint32_t i = 0; i < papers->n; i++) {
    Str text = papers->at[i].text;
    if (text.n && fwrite(text.p, 1, text.n, file) != text.n) fail(path, strerror(errno));
    bytes += text.n;
  }
  if (fclose(file)) fail(path, strerror(errno));
  return bytes;
}

typedef struct Best {
  double wc, floor;  /* seconds */
  Times stages, all; /* the rounds that were quickest to the dates, and to the end */
} Best;

static Best measure(const Engine *e, const Papers *papers, int rounds, int stages, const char *path) {
  Best best = {.wc = 0};
  Arena work;
  arena_init(&work, ENGINE_DOCUMENT_BUDGET);
  for (int i = 0; i < rounds; i++) {
    double wc = wc_seconds(path), floor = run_all(e, &work, papers, FLOOR_STAGES, NULL);
    Times t = {{0}};
    run_all(e, &work, papers, stages, &t);
    if (!i || wc < best.wc) best.wc = wc;
    if (!i || floor < best.floor) best.floor = floor;
    if (!i || sum(&t, FLOOR_STAGES) < sum(&best.stages, FLOOR_STAGES)) best.stages = t;
    if (!i || sum(&t, STAGE_COUNT) < sum(&best.all, STAGE_COUNT)) best.all = t;
  }
  arena_fini(&work);
  return best;
}

static void line(const char *name, double bytes, double seconds, double wc) {
  printf("  %-15s %8.1f MB/s   %7.3f s   %6.2f of wc -mw\n", name, bytes / 1e6 / seconds, seconds, wc / seconds);
}

static double show(const Papers *papers, size_t bytes, const Best *best, int stages) {
  double n = (double)bytes;
  printf("%u documents, %.1f MB of text\n", papers->n, n / 1e6);
  line("wc -mw", n, best->wc, best->wc);
  for (int s = 0; s < FLOOR_STAGES; s++) line(STAGES[s], n, best->stages.stage[s], best->wc);
  line("language floor", n, best->floor, best->wc);
  if (stages == FLOOR_STAGES) return best->wc / best->floor;
  for (int s = FLOOR_STAGES; s < STAGE_COUNT; s++) line(STAGES[s], n, best->all.stage[s], best->wc);
  line("whole coder", n, sum(&best->all, STAGE_COUNT), best->wc);
  return best->wc / best->floor;
}

static bool optimised(void) {
#if !defined(__OPTIMIZE__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return false;
#else
  return true;
#endif
}

int main(int argc, char **argv) {
  int rounds = ROUNDS, stages = STAGE_COUNT, first = 1;
  double ratio = 0, mb = 0;
  for (; first + 1 < argc && argv[first][0] == '-' && argv[first][1] == '-'; first += 2) {
    if (!strcmp(argv[first], "--rounds"))
      rounds = (int)strtol(argv[first + 1], NULL, 10);
    else if (!strcmp(argv[first], "--ratio"))
      ratio = strtod(argv[first + 1], NULL);
    else if (!strcmp(argv[first], "--mb"))
      mb = strtod(argv[first + 1], NULL);
    else if (!strcmp(argv[first], "--only") && !strcmp(argv[first + 1], "floor"))
      stages = FLOOR_STAGES;
    else
      break;
  }
  if (first >= argc || argv[first][0] == '-' || rounds < 1) {
    fputs("usage: bench-lang [--rounds N] [--mb N] [--only floor] [--ratio R] FILE...\n", stderr);
    return 2;
  }
  if (ratio > 0 && !optimised()) return 77;
  Arena arena;
  arena_init(&arena, (size_t)4 << 30);
  Papers papers = {0};
  read_papers(&arena, (const char *const *)argv + first, (uint32_t)(argc - first), &papers);
  repeat(&arena, &papers, mb);
  Engine *engine = NULL;
  ErrorInfo info = {0};
  if (engine_open(NULL, &engine, &info)) fail(info.what, info.why);
  char path[] = "/tmp/daftar-bench-XXXXXX";
  size_t bytes = write_texts(&papers, path);
  Best best = measure(engine, &papers, rounds, stages, path);
  unlink(path);
  double is = show(&papers, bytes, &best, stages);
  engine_close(engine);
  arena_fini(&arena);
  if (is >= ratio) return 0;
  printf("the language floor reads at %.2f of wc's speed; it must be %.2f at least\n", is, ratio);
  return 1;
}
