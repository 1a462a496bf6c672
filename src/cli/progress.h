/* How far a long run is, on standard error: only where that is a terminal and the output
 * goes elsewhere, and only after a second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Progress {
  bool on, shown, rate; /* rate: of documents a second, rather than of bytes */
  uint64_t total;       /* bytes; 0 unknown */
  double began, last;
  const char *unit; /* NULL: document */
} Progress;

void progress_open(Progress *progress, const char *const *files, uint32_t n);
/* For a run whose output is one line at the end: shown beside it, with documents a second. */
void progress_for_ledger(Progress *progress, const char *const *files, uint32_t n);
/* For a run that writes a file: "row"s. `rows` are given to progress_step as documents. */
void progress_for_rows(Progress *progress);
void progress_step(Progress *progress, uint64_t bytes, uint64_t documents, uint64_t refused);
/* Wipes the line, before a message and at the end. */
void progress_clear(Progress *progress);

#endif
