/* JSON as it is said, value by value; commas come of themselves.
 *
 *   say_object(&s); say_key(&s, "total"); say_int(&s, 3); say_end_object(&s); */
#ifndef SERVE_SAY_H
#define SERVE_SAY_H

#include "record/json.h"

typedef struct Say {
  Writer w;
  bool more; /* something stands before the next value or key */
} Say;

void say_object(Say *s);
void say_end_object(Say *s);
void say_array(Say *s);
void say_end_array(Say *s);
void say_key(Say *s, const char *key);

void say_str(Say *s, Str value);
void say_str_or_null(Say *s, Str value); /* null where it is empty */
void say_int(Say *s, int64_t value);
void say_number(Say *s, double value); /* null where it is not finite */
void say_bool(Say *s, bool value);
void say_null(Say *s);
void say_raw(Say *s, Str json); /* a value that is JSON already */
/* [least, most]: null where there is no least, most null where `most` is less than it. */
void say_range(Say *s, int64_t least, int64_t most);
void say_count(Say *s, Count count); /* [min, max], as a record has it */
/* Days since 1970-01-01 as a date; null for CUBE_NO_DAY. */
void say_day(Say *s, int32_t day);
/* "days": {"from", "to"} */
void say_days(Say *s, int32_t from, int32_t to);

/* Key and value. */
void say_field(Say *s, const char *key, Str value); /* "" stays "" */
void say_field_or_null(Say *s, const char *key, Str value);
void say_field_int(Say *s, const char *key, int64_t value);

#endif
