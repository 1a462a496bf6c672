/* A file is looked through as soon as it is there, so that whoever dropped it is asked for a date
 * and an outlet while they still look; that reads its beginning only. Coding it is the work of
 * one thread, which takes the jobs in the order they came and can be told to stop between two
 * documents: what is committed stays, and the same file given again goes on behind it. */
#include "serve/jobs.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "read/reader.h"
#include "serve/peek.h"

enum { JOBS_MOST = 200, REFUSED_MOST = 100, BATCH = 250, THREADS_MOST = 2, WAIT_SECONDS = 60 };

typedef enum State { WAITING, QUEUED, RUNNING, STOPPING, DONE, FAILED, CANCELLED, STATES } State;
static const char *const state_names[STATES] = {"waiting", "queued", "running",  "stopping",
                                                "done",    "failed", "cancelled"};

typedef struct Job {
  Arena arena; /* of its strings */
  uint32_t id;
  State state;
  Str name, path, published, outlet;
  uint64_t size, read, documents;
  Peek peek;
  struct {
    Str what, why;
  } refused[REFUSED_MOST];
  uint32_t nrefused;
  uint64_t not_read;
  LedgerCounts counts;
  Str result, error;
} Job;

struct Jobs {
  const ServeOptions *options;
  void (*read)(void *context);
  void *context;
  pthread_t thread;
  pthread_mutex_t lock;
  pthread_cond_t wake;
  Job *at[JOBS_MOST]; /* the oldest first */
  uint32_t n, last;
  bool closing;
};

static void lock(Jobs *j) { pthread_mutex_lock(&j->lock); }
static void unlock(Jobs *j) { pthread_mutex_unlock(&j->lock); }

static void forget_file(Job *job) {
  if (job->path.n) unlink(job->path.p);
  job->path = STR("");
}

static void job_free(Job *job) {
  forget_file(job);
  arena_fini(&job->arena);
  free(job);
}

static bool ended(const Job *job) { return job->state >= DONE; }

static Job *find(Jobs *j, uint32_t id) {
  for (uint32_t i = 0; i < j->n; i++)
    if (j->at[i]->id == id) return j->at[i];
  return NULL;
}

/* ---- coding ---- */

typedef struct Run {
  Jobs *jobs;
  Job *job;
  Reader *reader;
} Run;

/* What is wrong is told of the file by the name that its owner knows. */
static void refuse_document(Run *run, Str what, uint32_t line, ErrorCode code, const ErrorInfo *info) {
  Job *job = run->job;
  lock(run->jobs);
  if (job->nrefused < REFUSED_MOST) {
    /* "/tmp/daftar-upload-x.jsonl:12" is line 12 of the owner's file. */
    Str within = str_starts(what, job->path) ? str_slice(what, job->path.n, what.n) : STR("");
    Str name = within.n ? arena_printf(&job->arena, "%.*s%.*s", STR_ARG(job->name), STR_ARG(within))
               : str_starts(what, job->path) || !what.n ? job->name
                                                        : what;
    job->refused[job->nrefused].what =
        line ? arena_printf(&job->arena, "%.*s:%u", STR_ARG(name), line) : arena_str(&job->arena, name);
    job->refused[job->nrefused++].why = info->why[0] ? arena_printf(&job->arena, "%s: %s", error_text(code), info->why)
                                                     : arena_str(&job->arena, str_of(error_text(code)));
  }
  job->not_read += line == 0;
  unlock(run->jobs);
}

static void refused(void *context, const Document *d, ErrorCode code, const ErrorInfo *info) {
  refuse_document(context, d->file, d->line ? d->line : 1, code, info);
}

/* Shall it go on? Tells how far it is. */
static bool step(Run *run, const LedgerCounts *counts) {
  lock(run->jobs);
  run->job->read = reader_bytes(run->reader);
  if (counts) {
    run->job->counts = *counts;
    run->job->documents++;
  }
  bool on = run->job->state == RUNNING && !run->jobs->closing;
  unlock(run->jobs);
  return on;
}

static ErrorCode add_all(Run *run, Ingest *ingest, ErrorInfo *info) {
  Document d;
  ErrorCode code = ERROR_OK;
  while (!code) {
    ErrorInfo wrong = {0};
    ReaderStep got = reader_next(run->reader, &d, &wrong);
    if (got == READER_END) break;
    if (got == READER_REFUSED) {
      refuse_document(run, str_of(wrong.what), 0, wrong.code, &wrong);
      if (!step(run, NULL)) break;
      continue;
    }
    code = ingest_add(ingest, &d, info);
    LedgerCounts counts = ingest_counts(ingest);
    if (!code && !step(run, &counts)) break;
  }
  return code;
}

static bool waiting(void *context, uint32_t seconds) {
  Run *run = context;
  lock(run->jobs);
  bool on = run->job->state == RUNNING && !run->jobs->closing;
  unlock(run->jobs);
  return on && seconds < WAIT_SECONDS;
}

static ErrorCode ingest(Run *run, Arena *arena, LedgerCounts *counts, ErrorInfo *info) {
  Job *job = run->job;
  const char *path = job->path.p;
  ReaderOptions options = {.paths = &path,
                           .npaths = 1,
                           .furniture = run->jobs->options->furniture,
                           .published = job->published,
                           .outlet = job->outlet};
  LedgerOptions how = {.mode = LEDGER_WRITE, .waiting = waiting, .context = run};
  Ledger *ledger = NULL;
  Ingest *in = NULL;
  run->reader = reader_new(arena, &options);
  if (!run->reader) return error_set(info, ERROR_MEMORY, job->name, 0, NULL);
  ErrorCode code = ledger_open(run->jobs->options->ledger, &how, &ledger, info);
  IngestOptions with = {.engine = run->jobs->options->engine,
                        .threads = THREADS_MOST,
                        .batch = BATCH,
                        .refused = refused,
                        .context = run};
  if (!code) code = ingest_begin(ledger, &with, &in, info);
  if (!code) {
    ErrorInfo late = {0};
    code = add_all(run, in, info);
    ErrorCode end = ingest_end(in, counts, &late);
    if (!code && end) {
      code = end;
      *info = late;
    }
  }
  ledger_close(ledger);
  return code;
}

static void tell_result(Job *job, ErrorCode code, const ErrorInfo *info) {
  const LedgerCounts *c = &job->counts;
  job->result =
      arena_printf(&job->arena, "%llu documents new, %llu seen before, %llu near-copies, %llu refused, %llu records",
                   (unsigned long long)c->documents, (unsigned long long)c->seen, (unsigned long long)c->copies,
                   (unsigned long long)(c->refused + job->not_read), (unsigned long long)c->records);
  if (code) job->error = arena_str(&job->arena, str_of(info->why[0] ? info->why : error_text(code)));
}

static void run_job(Jobs *j, Job *job) {
  Run run = {.jobs = j, .job = job};
  Arena arena;
  LedgerCounts counts = {0};
  ErrorInfo info = {0};
  arena_init(&arena, (size_t)1 << 30);
  ErrorCode code = ingest(&run, &arena, &counts, &info);
  if (j->read) j->read(j->context);
  lock(j);
  job->counts = counts;
  tell_result(job, code, &info);
  if (run.reader && !code && job->state == RUNNING && !j->closing) job->read = job->size;
  job->state = code ? FAILED : job->state == RUNNING && !j->closing ? DONE : CANCELLED;
  forget_file(job);
  unlock(j);
  if (run.reader) reader_close(run.reader);
  arena_fini(&arena);
}

static void *work(void *p) {
  Jobs *j = p;
  lock(j);
  while (!j->closing) {
    Job *next = NULL;
    for (uint32_t i = 0; i < j->n && !next; i++)
      if (j->at[i]->state == QUEUED) next = j->at[i];
    if (!next) {
      pthread_cond_wait(&j->wake, &j->lock);
      continue;
    }
    next->state = RUNNING;
    unlock(j);
    run_job(j, next);
    lock(j);
  }
  unlock(j);
  return NULL;
}

/* ---- from outside ---- */

ErrorCode jobs_open(const ServeOptions *options, void (*read)(void *context), void *context, Jobs **out,
                    ErrorInfo *info) {
  Jobs *j = calloc(1, sizeof *j);
  *out = NULL;
  if (!j) return error_set(info, ERROR_MEMORY, STR("jobs"), 0, NULL);
  j->options = options;
  j->read = read;
  j->context = context;
  pthread_mutex_init(&j->lock, NULL);
  pthread_cond_init(&j->wake, NULL);
  if (pthread_create(&j->thread, NULL, work, j)) {
    free(j);
    return error_set(info, ERROR_MEMORY, STR("jobs"), 0, "no thread for them");
  }
  *out = j;
  return ERROR_OK;
}

void jobs_close(Jobs *j) {
  if (!j) return;
  lock(j);
  j->closing = true;
  pthread_cond_signal(&j->wake);
  unlock(j);
  pthread_join(j->thread, NULL);
  for (uint32_t i = 0; i < j->n; i++) job_free(j->at[i]);
  pthread_cond_destroy(&j->wake);
  pthread_mutex_destroy(&j->lock);
  free(j);
}

/* Room for one more: the oldest that has ended goes. */
static bool make_room(Jobs *j) {
  if (j->n < JOBS_MOST) return true;
  for (uint32_t i = 0; i < j->n; i++) {
    if (!ended(j->at[i])) continue;
    job_free(j->at[i]);
    memmove(&j->at[i], &j->at[i + 1], (j->n - i - 1) * sizeof *j->at);
    j->n--;
    return true;
  }
  return false;
}

static Job *job_new(const JobNew *new) {
  Job *job = calloc(1, sizeof *job);
  if (!job) return NULL;
  arena_init(&job->arena, (size_t)16 << 20);
  job->name = arena_str(&job->arena, new->name);
  job->path = arena_str(&job->arena, new->path);
  job->published = new->published.n ? arena_str(&job->arena, new->published) : STR("");
  job->outlet = new->outlet.n ? arena_str(&job->arena, new->outlet) : STR("");
  job->result = job->error = STR("");
  job->size = new->size;
  return job;
}

uint32_t jobs_add(Jobs *j, const JobNew *new, Problem *problem) {
  Job *job = job_new(new);
  uint32_t id = 0;
  if (!job) {
    unlink(new->path.p);
    problem_set(problem, 500, "upload", "out of memory");
    return 0;
  }
  peek_at(&job->arena, j->options, job->path, job->published, job->outlet, &job->peek);
  bool missing = job->peek.undated || job->peek.nameless;
  lock(j);
  job->state = new->ask &&missing ? WAITING : QUEUED;
  if (make_room(j)) {
    id = job->id = ++j->last;
    j->at[j->n++] = job;
    pthread_cond_signal(&j->wake);
  }
  unlock(j);
  if (id) return id;
  job_free(job);
  problem_set(problem, 429, "upload", "%d files wait already; try again when some are done", JOBS_MOST);
  return 0;
}

static bool no_such(Problem *problem) {
  problem_set(problem, 404, "job", "there is no such job; they are forgotten when the server stops");
  return false;
}

bool jobs_start(Jobs *j, uint32_t id, Str published, Str outlet, Problem *problem) {
  lock(j);
  Job *job = find(j, id);
  bool good = job && job->state == WAITING;
  if (good) {
    if (published.n) job->published = arena_str(&job->arena, published);
    if (outlet.n) job->outlet = arena_str(&job->arena, outlet);
    job->state = QUEUED;
    pthread_cond_signal(&j->wake);
  }
  unlock(j);
  if (!job) return no_such(problem);
  if (!good) problem_set(problem, 409, "job", "it does not wait: it has begun, or is done");
  return good;
}

bool jobs_cancel(Jobs *j, uint32_t id, Problem *problem) {
  lock(j);
  Job *job = find(j, id);
  if (job && job->state == RUNNING) job->state = STOPPING;
  if (job && (job->state == WAITING || job->state == QUEUED)) {
    job->state = CANCELLED;
    forget_file(job);
  }
  unlock(j);
  return job ? true : no_such(problem);
}

/* ---- saying ---- */

static void say_counts(Say *s, const Job *job) {
  const LedgerCounts *c = &job->counts;
  say_key(s, "counts");
  say_object(s);
  say_field_int(s, "new", (int64_t)c->documents);
  say_field_int(s, "seen", (int64_t)c->seen);
  say_field_int(s, "completed", (int64_t)c->filled);
  say_field_int(s, "versions", (int64_t)c->versions);
  say_field_int(s, "copies", (int64_t)c->copies);
  say_field_int(s, "refused", (int64_t)(c->refused + job->not_read));
  say_field_int(s, "records", (int64_t)c->records);
  say_end_object(s);
}

static void say_job(Say *s, const Job *job) {
  char number[16];
  snprintf(number, sizeof number, "%u", job->id);
  say_object(s);
  say_field(s, "job", str_of(number));
  say_field(s, "name", job->name);
  say_field(s, "state", str_of(state_names[job->state]));
  say_field_int(s, "size", (int64_t)job->size);
  say_field_int(s, "read", (int64_t)(job->read < job->size ? job->read : job->size));
  say_field_int(s, "documents", (int64_t)job->documents);
  peek_say(s, &job->peek);
  say_key(s, "refused");
  say_array(s);
  for (uint32_t i = 0; i < job->nrefused; i++) {
    say_object(s);
    say_field(s, "what", job->refused[i].what);
    say_field(s, "why", job->refused[i].why);
    say_end_object(s);
  }
  say_end_array(s);
  say_counts(s, job);
  say_field_or_null(s, "result", job->result);
  say_field_or_null(s, "error", job->error);
  say_end_object(s);
}

bool jobs_say(Jobs *j, uint32_t id, Say *s) {
  lock(j);
  const Job *job = find(j, id);
  if (job) say_job(s, job);
  unlock(j);
  return job != NULL;
}

void jobs_say_all(Jobs *j, Say *s) {
  say_array(s);
  lock(j);
  for (uint32_t i = j->n; i > 0; i--) say_job(s, j->at[i - 1]);
  unlock(j);
  say_end_array(s);
}
