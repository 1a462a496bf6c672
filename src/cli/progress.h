/* How far a long run is, on standard error: only where that is a terminal and the output
 * goes elsewhere, and only after a second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Progress {
  bool on, shown;
  uint64_t total; /* bytes; 0 unknown */
  double began, last;
} Progress;

void progress_open(Progress *progress, const char *const *files, uint32_t n);
void progress_step(Progress *progress, uint64_t bytes, uint64_t documents, uint64_t refused);
/* Wipes the line, before a message and at the end. */
void progress_clear(Progress *progress);

#endif
