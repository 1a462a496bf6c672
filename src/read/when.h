/* Dates as machines write them: ISO 8601 in pages, RFC 822 in feeds, digits in addresses. */
#ifndef READ_WHEN_H
#define READ_WHEN_H

#include "base/arena.h"

/* "2024-07-17T09:30:00+03:00", "2024-07-17 09:30", "20240717", "Wed, 17 Jul 2024 09:30:00 +0300",
 * "July 17, 2024", "1721197800" → "2024-07-17" with the time behind a T where it is told;
 * empty where it is none of these or no day. */
Str when_read(Arena *arena, Str s);
/* ".../2024/07/17/..." or ".../2024-07-17-..." → "2024-07-17"; empty where there is none. */
Str when_in_address(Arena *arena, Str url);
/* Seconds since 1970, UTC. */
Str when_unix(Arena *arena, int64_t seconds);

#endif
