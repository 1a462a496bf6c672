#include "cli/ledger_open.h"

#include "cli/out.h"

enum { WAIT_TELL = 2, WAIT_MOST = 60 }; /* seconds */

static bool waiting(void *context, uint32_t seconds) {
  const char *path = context;
  if (seconds == WAIT_TELL) tell(str_of(path), "another program is writing it; waiting up to a minute");
  return seconds < WAIT_MOST;
}

Ledger *open_ledger(const Args *args, LedgerMode mode) {
  const char *path = args->files[0];
  LedgerOptions options = {.mode = mode, .waiting = waiting, .context = (void *)(uintptr_t)path};
  Ledger *ledger = NULL;
  ErrorInfo info = {0};
  ErrorCode code = ledger_open(path, &options, &ledger, &info);
  if (code) tell_error(code, &info);
  return code ? NULL : ledger;
}

Args behind_ledger(const Args *args) {
  Args rest = *args;
  rest.files++;
  rest.nfiles--;
  return rest;
}
