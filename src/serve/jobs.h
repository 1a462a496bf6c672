/* Files that were handed over: looked through, then coded one after another on one thread, so
 * that the ledger has one writer that adds. */
#ifndef SERVE_JOBS_H
#define SERVE_JOBS_H

#include "serve/request.h"
#include "serve/say.h"
#include "serve/serve.h"

typedef struct Jobs Jobs;

typedef struct JobNew {
  Str name; /* as its owner calls it */
  Str path; /* of the temporary file; the jobs' to remove */
  uint64_t size;
  Str published, outlet; /* for documents that tell none; empty: not given */
  bool ask;              /* wait where something is missing */
} JobNew;

/* `read` is called when a file has been coded, before its job says so. */
MUST_USE ErrorCode jobs_open(const ServeOptions *options, void (*read)(void *context), void *context, Jobs **jobs,
                             ErrorInfo *info);
/* Lets the one that runs finish its batch, and forgets the others. */
void jobs_close(Jobs *jobs);

/* Looks the file through and queues it. 0 after setting the problem; the file is gone then too. */
uint32_t jobs_add(Jobs *jobs, const JobNew *job, Problem *problem);
/* Goes on with one that waits. False after setting the problem. */
bool jobs_start(Jobs *jobs, uint32_t id, Str published, Str outlet, Problem *problem);
bool jobs_cancel(Jobs *jobs, uint32_t id, Problem *problem);

/* One as JSON; false: there is none. */
bool jobs_say(Jobs *jobs, uint32_t id, Say *say);
/* All, the latest first, as an array. */
void jobs_say_all(Jobs *jobs, Say *say);

#endif
