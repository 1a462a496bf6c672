#include "cli/who.h"

#include <pwd.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

Str who_user(void) {
  const char *name = getenv("LOGNAME");
  if (!name || !*name) name = getenv("USER");
  struct passwd *entry = name && *name ? NULL : getpwuid(getuid());
  return str_of(entry ? entry->pw_name : name && *name ? name : "unknown");
}

Str who_now(char room[32]) {
  struct timespec t;
  struct tm utc;
  clock_gettime(CLOCK_REALTIME, &t);
  if (!gmtime_r(&t.tv_sec, &utc) || !strftime(room, 32, "%Y-%m-%dT%H:%M:%SZ", &utc)) room[0] = 0;
  return str_of(room);
}
