#include "cli/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Folders and pipes have no size that is known beforehand. */
static uint64_t size_of(const char *const *files, uint32_t n) {
  uint64_t total = 0;
  for (uint32_t i = 0; i < n; i++) {
    struct stat st;
    if (stat(files[i], &st) != 0) continue;
    if (!S_ISREG(st.st_mode)) return 0;
    total += (uint64_t)st.st_size;
  }
  return total;
}

static void begin(Progress *p, const char *const *files, uint32_t n) {
  if (!p->on) return;
  p->total = size_of(files, n);
  p->began = p->last = seconds();
}

void progress_open(Progress *p, const char *const *files, uint32_t n) {
  *p = (Progress){.on = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)};
  begin(p, files, n);
}

void progress_for_ledger(Progress *p, const char *const *files, uint32_t n) {
  *p = (Progress){.on = isatty(STDERR_FILENO), .rate = true};
  begin(p, files, n);
}

void progress_for_rows(Progress *p) {
  *p = (Progress){.on = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO), .rate = true, .unit = "row"};
  begin(p, NULL, 0);
}

void progress_step(Progress *p, uint64_t bytes, uint64_t documents, uint64_t refused) {
  if (!p->on) return;
  double now = seconds(), passed = now - p->began;
  if (passed < 1 || now - p->last < 0.2) return;
  p->last = now;
  p->shown = true;
  fprintf(stderr, "\r\033[K%" PRIu64 " %s%s", documents, p->unit ? p->unit : "document", documents == 1 ? "" : "s");
  if (refused) fprintf(stderr, ", %" PRIu64 " refused", refused);
  if (p->rate)
    fprintf(stderr, "  %.0f/s", (double)documents / passed);
  else
    fprintf(stderr, "  %.1f MB, %.1f MB/s", (double)bytes / 1e6, (double)bytes / passed / 1e6);
  if (p->total > bytes && bytes)
    fprintf(stderr, "  %d%%, %.0f s left", (int)(100 * bytes / p->total),
            passed * (double)(p->total - bytes) / (double)bytes);
  fflush(stderr);
}

void progress_clear(Progress *p) {
  if (p->shown) fputs("\r\033[K", stderr);
  p->shown = false;
}
