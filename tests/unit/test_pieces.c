/* Every sentence of the grammar's examples and of these tests, begun at each of its words, bare and behind a mark:
 * a report may be cut anywhere, and what looks back from a word must not look past the first. */
#include "cmocka_all.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/io.h"
#include "daftar.h"

enum { LEAST = 12, MOST = 2000 }; /* bytes of a sentence */

static const char *const marks[] = {"،", "، ", "\"", ": ", "«", ". ", "(", "\n", "7 ", "؛"};

typedef struct {
  DaftarSession *session;
  uint32_t turn;    /* which mark is next */
  uint32_t records; /* of all pieces */
} Pieces;

static void code(Pieces *p, const char *text, size_t n) {
  DaftarDocument document = DAFTAR_DOCUMENT(text, n);
  document.published = p->turn & 1 ? "2024-07-17" : NULL;
  const DaftarResult *result;
  DaftarError error;
  assert_int_equal(daftar_code(p->session, &document, &result, &error), DAFTAR_OK);
  Str of = {daftar_result_text(result).p, daftar_result_text(result).n};
  for (uint32_t i = 0; i < daftar_result_count(result); i++, p->records++) {
    DaftarQuote trigger = daftar_record_trigger(daftar_result_record(result, i));
    assert_true(trigger.start < trigger.end && trigger.end <= of.n);
    assert_memory_equal(of.p + trigger.start, trigger.text.p, trigger.text.n);
  }
}

static void code_pieces(Pieces *p, Str sentence) {
  if (sentence.n < LEAST || sentence.n > MOST) return;
  char piece[MOST + 8];
  for (size_t i = 0; i < sentence.n; i++) {
    if (i && sentence.p[i - 1] != ' ') continue;
    code(p, sentence.p + i, sentence.n - i);
    const char *mark = marks[p->turn++ % (sizeof marks / sizeof *marks)];
    int n = snprintf(piece, sizeof piece, "%s%.*s", mark, (int)(sentence.n - i), sentence.p + i);
    code(p, piece, (size_t)n);
  }
}

static bool is_foreign(Str s) {
  for (size_t i = 0; i < s.n; i++)
    if ((unsigned char)s.p[i] >= 0x80) return true;
  return false;
}

/* What stands between quotation marks or line ends, if it is no Latin. */
static void code_file(Pieces *p, const char *path) {
  Arena arena;
  arena_init(&arena, 1U << 24);
  Str all;
  ErrorInfo info = {0};
  assert_int_equal(io_read_file(&arena, path, 1U << 23, &all, &info), ERROR_OK);
  for (size_t from = 0, to; from < all.n; from = to + 1) {
    for (to = from; to < all.n && all.p[to] != '"' && all.p[to] != '\n'; to++)
      ;
    Str sentence = {all.p + from, to - from};
    if (is_foreign(sentence)) code_pieces(p, sentence);
  }
  arena_fini(&arena);
}

static void pieces_of(const char *pattern) {
  glob_t files;
  assert_int_equal(glob(pattern, 0, NULL, &files), 0);
  DaftarEngine *engine;
  Pieces p = {0};
  assert_int_equal(daftar_open(NULL, &engine, NULL), DAFTAR_OK);
  assert_int_equal(daftar_session_new(engine, NULL, &p.session, NULL), DAFTAR_OK);
  for (size_t i = 0; i < files.gl_pathc; i++) code_file(&p, files.gl_pathv[i]);
  assert_true(p.records > 1000);
  daftar_session_free(p.session);
  daftar_close(engine);
  globfree(&files);
}

static void examples_are_cut(void **state) {
  (void)state;
  pieces_of("data/grammar/frames/*.frames");
}

static void sentences_of_tests_are_cut(void **state) {
  (void)state;
  pieces_of("tests/unit/test_*.c");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(examples_are_cut),
      cmocka_unit_test(sentences_of_tests_are_cut),
  };
  return cmocka_run_group_tests_name("pieces", tests, NULL, NULL);
}
