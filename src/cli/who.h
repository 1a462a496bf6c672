/* Who decides, and when. */
#ifndef CLI_WHO_H
#define CLI_WHO_H

#include "base/str.h"

/* Who sits at the keyboard, as far as the system knows. */
Str who_user(void);
/* 2024-07-17T09:30:00Z; may be called from any thread. */
Str who_now(char room[32]);

#endif
