#include "serve/say.h"

#include <stdio.h>

#include "ledger/cube/cube.h"

static void before(Say *s) {
  if (s->more) writer_byte(&s->w, ',');
  s->more = true;
}

static void open_with(Say *s, char c) {
  before(s);
  writer_byte(&s->w, c);
  s->more = false;
}

static void close_with(Say *s, char c) {
  writer_byte(&s->w, c);
  s->more = true;
}

void say_object(Say *s) { open_with(s, '{'); }
void say_end_object(Say *s) { close_with(s, '}'); }
void say_array(Say *s) { open_with(s, '['); }
void say_end_array(Say *s) { close_with(s, ']'); }

void say_key(Say *s, const char *key) {
  before(s);
  json_put_str(&s->w, str_of(key));
  writer_byte(&s->w, ':');
  s->more = false;
}

void say_str(Say *s, Str value) {
  before(s);
  json_put_str(&s->w, value);
}

void say_str_or_null(Say *s, Str value) {
  before(s);
  json_put_str_or_null(&s->w, value);
}

void say_int(Say *s, int64_t value) {
  char room[32];
  before(s);
  snprintf(room, sizeof room, "%lld", (long long)value);
  writer_put(&s->w, str_of(room));
}

void say_number(Say *s, double value) {
  before(s);
  json_put_number(&s->w, value);
}

void say_bool(Say *s, bool value) {
  before(s);
  json_put_bool(&s->w, value);
}

void say_null(Say *s) {
  before(s);
  writer_lit(&s->w, "null");
}

void say_raw(Say *s, Str json) {
  before(s);
  if (json.n)
    writer_put(&s->w, json);
  else
    writer_lit(&s->w, "null");
}

void say_range(Say *s, int64_t least, int64_t most) {
  if (least < 0) {
    say_null(s);
    return;
  }
  say_array(s);
  say_int(s, least);
  if (most < least)
    say_null(s);
  else
    say_int(s, most);
  say_end_array(s);
}

void say_count(Say *s, Count count) {
  before(s);
  json_put_count(&s->w, count);
}

void say_day(Say *s, int32_t day) {
  int year = 0, month = 0, date = 0;
  char room[32];
  if (day == CUBE_NO_DAY) {
    say_null(s);
    return;
  }
  cube_date(day, &year, &month, &date);
  snprintf(room, sizeof room, "%04d-%02d-%02d", year, month, date);
  say_str(s, str_of(room));
}

void say_days(Say *s, int32_t from, int32_t to) {
  say_key(s, "days");
  say_object(s);
  say_key(s, "from");
  say_day(s, from);
  say_key(s, "to");
  say_day(s, to);
  say_end_object(s);
}

void say_field(Say *s, const char *key, Str value) {
  say_key(s, key);
  say_str(s, value);
}

void say_field_or_null(Say *s, const char *key, Str value) {
  say_key(s, key);
  say_str_or_null(s, value);
}

void say_field_int(Say *s, const char *key, int64_t value) {
  say_key(s, key);
  say_int(s, value);
}
