/* The data compiled and opened once, and a text's mentions: what the tests of know share. */
#ifndef TESTS_KNOW_SETUP_H
#define TESTS_KNOW_SETUP_H

#include "cmocka_all.h"
#include <stdio.h>

#include "know/know.h"

typedef struct World {
  Arena arena, document;
  Image image;
  Lexicon lexicon;
  Know *know;
} World;

static inline Str world_image(World *w, const char *data) {
  ErrorInfo info = {0};
  Source source = {.arena = &w->arena};
  ImageBuilder first = {.arena = &w->arena}, builder = {.arena = &w->arena};
  Str bytes;
  assert_int_equal(source_add_folder(&source, data, &info), ERROR_OK);
  assert_int_equal(lexicon_compile(&source, &first, &info), ERROR_OK);
  assert_int_equal(image_builder_finish(&first, &bytes, &info), ERROR_OK);
  assert_int_equal(image_open(&w->image, bytes.p, bytes.n, &info), ERROR_OK);
  assert_int_equal(lexicon_open(&w->lexicon, &w->image, &info), ERROR_OK);
  assert_int_equal(lexicon_compile(&source, &builder, &info), ERROR_OK);
  ErrorCode code = know_compile(&source, &w->lexicon, &builder, &info);
  if (code) fail_msg("%s: %s", info.what, info.why);
  assert_int_equal(image_builder_finish(&builder, &bytes, &info), ERROR_OK);
  return bytes;
}

static inline int world_setup(void **state) {
  static World w; /* one a test program */
  ErrorInfo info = {0};
  arena_init(&w.arena, (size_t)4 << 30);
  arena_init(&w.document, (size_t)256 << 20);
  Str bytes = world_image(&w, DAFTAR_DATA);
  assert_int_equal(image_open(&w.image, bytes.p, bytes.n, &info), ERROR_OK);
  assert_int_equal(lexicon_open(&w.lexicon, &w.image, &info), ERROR_OK);
  assert_int_equal(know_open(&w.arena, &w.image, &w.lexicon, &w.know, &info), ERROR_OK);
  *state = &w;
  return 0;
}

static inline int world_teardown(void **state) {
  World *w = *state;
  arena_fini(&w->arena);
  arena_fini(&w->document);
  return 0;
}

typedef struct Read {
  Text text;
  Mentions mentions;
} Read;

static inline Read world_read(World *w, const char *utf8, Day published, const char *outlet) {
  arena_reset(&w->document);
  Read out = {.text = text_of(&w->document, str_of(utf8))};
  Words words = words_of(&w->document, &w->lexicon, &out.text);
  KnowInput input = {.text = &out.text, .words = &words, .published = published, .outlet = str_of(outlet)};
  out.mentions = know_mentions(&w->document, w->know, &input);
  assert_true(arena_ok(&w->document));
  return out;
}

#endif
