/* The language floor's data compiled and opened once: what the tests of lang share. */
#ifndef TESTS_LANG_SETUP_H
#define TESTS_LANG_SETUP_H

#include <stdio.h>
#include <stdlib.h>

#include "cmocka_all.h"
#include "lang/calendar.h"
#include "lang/date.h"
#include "lang/number.h"
#include "lang/word.h"

typedef struct Lang {
  Arena data, document, other; /* other: for a second reading of the same document */
  Lexicon lexicon;
  NumberTables *numbers;
  DateTables *dates;
  Hijri hijri;
} Lang;

static inline ErrorCode lang_open(Lang *l, ErrorInfo *info) {
  Source source = {.arena = &l->data};
  ImageBuilder builder = {.arena = &l->data};
  Str bytes = STR_NONE;
  Image image = {0};
  ErrorCode code = source_add_folder(&source, DAFTAR_DATA, info);
  if (!code) code = lexicon_compile(&source, &builder, info);
  if (!code) code = number_compile(&source, &builder, info);
  if (!code) code = date_compile(&source, &builder, info);
  if (!code) code = image_builder_finish(&builder, &bytes, info);
  if (!code) code = image_open(&image, bytes.p, bytes.n, info);
  if (!code) code = lexicon_open(&l->lexicon, &image, info);
  if (!code) code = number_open(&l->data, &image, &l->numbers, info);
  if (!code) code = date_open(&l->data, &image, &l->dates, info);
  return code ? code : calendar_open(&l->hijri, &image, info);
}

static inline int lang_setup(void **state) {
  Lang *l = calloc(1, sizeof *l);
  if (!l) return -1;
  *state = l;
  arena_init(&l->data, (size_t)1 << 30);
  arena_init(&l->document, (size_t)1 << 28);
  arena_init(&l->other, (size_t)1 << 28);
  ErrorInfo info = {0};
  if (!lang_open(l, &info)) return 0;
  print_error("%s: %s\n", info.what, info.why);
  return -1;
}

static inline int lang_teardown(void **state) {
  Lang *l = *state;
  arena_fini(&l->data);
  arena_fini(&l->document);
  arena_fini(&l->other);
  free(l);
  return 0;
}

#endif
