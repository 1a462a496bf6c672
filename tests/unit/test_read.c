/* Files → documents: charsets, gzip, JSONL, folders, the table of metadata, and what is
 * refused. Files are made in a folder of their own under TMPDIR. */
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "read/jsonl.h"
#include "read/reader.h"

typedef struct Place {
  char folder[256];
  char path[512];
  Arena arena;
  Reader *reader;
} Place;

static int setup(void **state) {
  Place *p = calloc(1, sizeof *p);
  const char *tmp = getenv("TMPDIR");
  snprintf(p->folder, sizeof p->folder, "%s/daftar-read-XXXXXX", tmp ? tmp : "/tmp");
  arena_init(&p->arena, (size_t)1 << 30);
  *state = p;
  return mkdtemp(p->folder) ? 0 : -1;
}

static int teardown(void **state) {
  Place *p = *state;
  char command[300];
  snprintf(command, sizeof command, "rm -rf '%s'", p->folder);
  reader_close(p->reader);
  arena_fini(&p->arena);
  int code = system(command);
  free(p);
  return code;
}

static const char *path_of(Place *p, const char *name) {
  snprintf(p->path, sizeof p->path, "%s/%s", p->folder, name);
  return p->path;
}

static void put(Place *p, const char *name, Str bytes) {
  FILE *f = fopen(path_of(p, name), "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
  fclose(f);
}

static void put_gzip(Place *p, const char *name, Str bytes) {
  gzFile f = gzopen(path_of(p, name), "ab");
  assert_non_null(f);
  assert_int_equal(gzwrite(f, bytes.p, (unsigned)bytes.n), bytes.n);
  gzclose(f);
}

static Reader *open_with(Place *p, const char *name, ReaderOptions options) {
  reader_close(p->reader);
  const char **paths = ARENA_ARRAY(&p->arena, const char *, 1);
  paths[0] = arena_str(&p->arena, str_of(path_of(p, name))).p;
  options.paths = paths;
  options.npaths = 1;
  return p->reader = reader_new(&p->arena, &options);
}

static Reader *open_one(Place *p, const char *name) { return open_with(p, name, (ReaderOptions){0}); }

#define T(s) \
  { s, sizeof s - 1 }
static void text_becomes_valid_utf8(void **state) {
  static const struct {
    const char *name;
    Str bytes, text;
  } cases[] = {
      {"plain.txt", T("قصف\n"), T("قصف\n")},
      {"bom.txt", T("\xEF\xBB\xBFقصف"), T("قصف")},
      {"le.txt", T("\xFF\xFE\x42\x06\x35\x06"), T("قص")},
      {"be.txt", T("\xFE\xFF\x06\x42\x06\x35"), T("قص")},
      {"pair.txt", T("\xFF\xFE\x3D\xD8\x00\xDE!\0"), T("\xF0\x9F\x98\x80!")},
      {"lone.txt", T("\xFE\xFF\xD8\x3D\0!\xDE\0"), T("\xEF\xBF\xBD!\xEF\xBF\xBD")},
      {"odd.txt", T("\xFF\xFE!\0!"), T("!\xEF\xBF\xBD")},
      {"broken.txt", T("\xD9\x82\xD9 \xFF\xD9\x82"), T("ق\xEF\xBF\xBD \xEF\xBF\xBDق")},
      {"nul.txt", T("a\0b"), T("a\0b")},
      {"empty.txt", T(""), T("")},
      {"short.txt", T("\x1F"), T("\x1F")},
  };
  Place *p = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Document d;
    ErrorInfo info = {0};
    put(p, cases[i].name, cases[i].bytes);
    Reader *r = open_one(p, cases[i].name);
    assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
    assert_int_equal(d.text.n, cases[i].text.n);
    assert_memory_equal(d.text.p, cases[i].text.p, d.text.n);
    assert_true(str_eq(d.id, str_of(cases[i].name)));
    assert_int_equal(reader_next(r, &d, &info), READER_END);
    assert_int_equal(reader_next(r, &d, &info), READER_END);
  }
}

static void jsonl_gives_a_document_a_line(void **state) {
  Place *p = *state;
  Document d;
  ErrorInfo info = {0};
  put(p, "a.jsonl",
      STR("{\"id\":\"one\",\"text\":\"قصف\",\"title\":\"عنوان\",\"published\":\"2024-07-17\",\"outlet\":\"SY24\","
          "\"url\":\"http://x/\",\"extra\":[{}]}\n"
          "\n"
          "{\"text\":\"عنوان والنص\",\"title\":\" عنوان \",\"id\":null}\r\n"
          "{\"id\":7,\"text\":\"\\u0642\\u0000\\ud800\"}"));
  Reader *r = open_one(p, "a.jsonl");
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.id, STR("one"));
  assert_str(d.text, STR("عنوان\n\nقصف"));
  assert_str(d.title, STR("عنوان"));
  assert_str(d.published, STR("2024-07-17"));
  assert_str(d.outlet, STR("SY24"));
  assert_str(d.url, STR("http://x/"));
  assert_int_equal(d.line, 1);
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.id, STR("a.jsonl:3"));
  assert_str(d.text, STR("عنوان والنص"));
  assert_int_equal(d.published.n, 0);
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.id, STR("7"));
  assert_str(d.text, STR("ق\0\xEF\xBF\xBD"));
  assert_int_equal(reader_next(r, &d, &info), READER_END);
}

static void a_bad_line_is_named_and_the_next_is_read(void **state) {
  static const char *const bad[] = {
      "{",
      "nonsense",
      "[]",
      "{\"id\":\"x\"}",
      "{\"text\":5}",
      "{\"text\":\"x\",\"published\":20240717}",
      "{\"text\":\"x\"} {}",
      "{\"text\":\"x\",}",
      "null",
      "\xFF\xFE",
      "{\"text\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"};
  Place *p = *state;
  char bytes[4096] = "";
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    strcat(bytes, bad[i]);
    strcat(bytes, "\n{\"text\":\"good\"}\n");
  }
  put(p, "bad.jsonl", str_of(bytes));
  Reader *r = open_one(p, "bad.jsonl");
  for (uint32_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    Document d;
    ErrorInfo info = {0};
    char where[32];
    assert_int_equal(reader_next(r, &d, &info), READER_REFUSED);
    assert_int_equal(info.code, ERROR_FORMAT);
    snprintf(where, sizeof where, "bad.jsonl:%u", 2 * i + 1);
    assert_string_equal(info.what + strlen(info.what) - strlen(where), where);
    assert_true(info.why[0]);
    assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
    assert_str(d.text, STR("good"));
  }
}

static void gzip_is_undone_member_by_member(void **state) {
  Place *p = *state;
  Document d;
  ErrorInfo info = {0};
  put_gzip(p, "two.txt.gz", STR("قص"));
  put_gzip(p, "two.txt.gz", STR("ف"));
  Reader *r = open_one(p, "two.txt.gz");
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.text, STR("قصف"));
  put_gzip(p, "lines.jsonl.gz", STR("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"));
  r = open_one(p, "lines.jsonl.gz");
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.id, STR("lines.jsonl.gz:2"));
  put_gzip(p, "wide", STR("\xFF\xFE{\0}\0"));
  r = open_one(p, "wide");
  assert_int_equal(reader_next(r, &d, &info), READER_REFUSED); /* JSON without text */
  assert_int_equal(reader_next(r, &d, &info), READER_END);
}

static void cut_gzip_is_refused_behind_its_whole_lines(void **state) {
  Place *p = *state;
  Document d;
  ErrorInfo info = {0};
  char line[40000] = "{\"text\":\"a\"}\n";
  for (size_t i = strlen(line); i < sizeof line - 1; i++) line[i] = (char)('a' + (i * i / 7) % 26);
  put_gzip(p, "cut.jsonl.gz", str_of(line));
  struct stat st;
  assert_int_equal(stat(path_of(p, "cut.jsonl.gz"), &st), 0);
  assert_int_equal(truncate(p->path, st.st_size - 12), 0);
  Reader *r = open_one(p, "cut.jsonl.gz");
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_int_equal(reader_next(r, &d, &info), READER_REFUSED);
  assert_string_equal(info.why, "the gzip data ends too early");
  assert_int_equal(reader_next(r, &d, &info), READER_END);
  put(p, "wrong.gz", STR("\x1F\x8B\x08\x00nonsense and more"));
  r = open_one(p, "wrong.gz");
  assert_int_equal(reader_next(r, &d, &info), READER_REFUSED);
  assert_int_equal(reader_next(r, &d, &info), READER_END);
}

static void too_large_is_refused_without_being_held(void **state) {
  Place *p = *state;
  Document d;
  ErrorInfo info = {0};
  char *big = malloc(DOCUMENT_MAX + 100);
  memset(big, 'x', DOCUMENT_MAX + 100);
  put_gzip(p, "big.txt.gz", (Str){big, DOCUMENT_MAX + 1});
  put_gzip(p, "full.txt.gz", (Str){big, DOCUMENT_MAX});
  put_gzip(p, "lines.jsonl.gz", (Str){big, DOCUMENT_MAX + 1});
  put_gzip(p, "lines.jsonl.gz", STR("\n{\"text\":\"next\"}\n"));
  free(big);
  Reader *r = open_one(p, "big.txt.gz");
  assert_int_equal(reader_next(r, &d, &info), READER_REFUSED);
  assert_int_equal(info.code, ERROR_TOO_LARGE);
  assert_int_equal(reader_next(r, &d, &info), READER_END);
  r = open_one(p, "full.txt.gz");
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_int_equal(d.text.n, DOCUMENT_MAX);
  r = open_one(p, "lines.jsonl.gz");
  assert_int_equal(reader_next(r, &d, &info), READER_REFUSED);
  assert_int_equal(info.code, ERROR_TOO_LARGE);
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.text, STR("next"));
}

static void a_line_of_many_values_is_refused(void **state) {
  Place *p = *state;
  enum { N = 250000 };
  char *line = malloc(3 * N + 32);
  size_t n = (size_t)sprintf(line, "{\"text\":\"x\",\"y\":[");
  for (int i = 0; i < N; i++) {
    memcpy(line + n, "[],", 3);
    n += 3;
  }
  n--;
  memcpy(line + n, "]}", 2);
  Document d = {0};
  ErrorInfo info = {0};
  assert_int_equal(jsonl_read(&p->arena, (Str){line, n + 2}, STR("x"), &d, &info), ERROR_TOO_LARGE);
  free(line);
}

static void folders_are_read_in_order(void **state) {
  Place *p = *state;
  mkdir(path_of(p, "in"), 0700);
  mkdir(path_of(p, "in/b"), 0700);
  put(p, "in/c.txt", STR("c"));
  put(p, "in/a.txt", STR("a"));
  put(p, "in/b/z.jsonl", STR("{\"text\":\"z\"}"));
  put(p, "in/b/note.md", STR("no document"));
  put(p, "in/b/page.pdf", STR("no document"));
  put(p, "in/.hidden.txt", STR("no document"));
  assert_int_equal(symlink("..", path_of(p, "in/b/loop")), 0);
  Reader *r = open_one(p, "in");
  static const char *const ids[] = {"a.txt", "b/z.jsonl:1", "c.txt"};
  Document d;
  ErrorInfo info = {0};
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
    assert_true(str_eq(d.id, str_of(ids[i])));
  }
  assert_int_equal(reader_next(r, &d, &info), READER_END);
  assert_int_equal(reader_passed(r), 1);
}

static void kinds_are_seen_by_name_then_by_content(void **state) {
  Place *p = *state;
  Document d;
  ErrorInfo info = {0};
  put(p, "page", STR("\n <!DOCTYPE HTML><html><p>x"));
  Reader *r = open_one(p, "page");
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.text, STR("x"));
  assert_int_equal(reader_next(r, &d, &info), READER_END);
  put(p, "feed", STR(" {\"text\":\"x\"}"));
  r = open_one(p, "feed");
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.id, STR("feed:1"));
  put(p, "brace.txt", STR("{ no JSON"));
  r = open_one(p, "brace.txt");
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.text, STR("{ no JSON"));
}

static void missing_is_named(void **state) {
  Place *p = *state;
  Document d;
  ErrorInfo info = {0};
  Reader *r = open_one(p, "nowhere");
  assert_int_equal(reader_next(r, &d, &info), READER_REFUSED);
  assert_int_equal(info.code, ERROR_IO);
  assert_string_equal(info.what, p->path);
  assert_int_equal(reader_next(r, &d, &info), READER_END);
}

static void meta_fills_what_a_document_does_not_say(void **state) {
  Place *p = *state;
  Document d;
  ErrorInfo info = {0};
  Meta *meta = NULL;
  put(p, "meta.csv",
      STR("\xEF\xBB\xBFoutlet,file,more,published\r\n"
          "\"Al-\"\"Mada\"\", daily\",a.txt,\"x\ny\",2024-07-17\r\n"
          "Wire,b.jsonl:1,,2024-01-01\n"));
  assert_int_equal(meta_read(&p->arena, path_of(p, "meta.csv"), &meta, &info), ERROR_OK);
  put(p, "a.txt", STR("text"));
  put(p, "b.jsonl", STR("{\"text\":\"x\",\"outlet\":\"own\"}\n{\"text\":\"x\"}"));
  ReaderOptions options = {.meta = meta, .published = STR("1999-01-01"), .outlet = STR("any")};
  Reader *r = open_with(p, "a.txt", options);
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.outlet, STR("Al-\"Mada\", daily"));
  assert_str(d.published, STR("2024-07-17"));
  assert_int_equal(d.url.n, 0);
  r = open_with(p, "b.jsonl", options);
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.outlet, STR("own"));
  assert_str(d.published, STR("2024-01-01"));
  assert_int_equal(reader_next(r, &d, &info), READER_DOCUMENT);
  assert_str(d.outlet, STR("any"));
  assert_str(d.published, STR("1999-01-01"));
}

static void bad_meta_is_refused(void **state) {
  static const char *const bad[] = {"", "a,b\n1,2\n", "file,outlet\n\"x,y\n", "file\n\"x\"\"", "\"file"};
  Place *p = *state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    ErrorInfo info = {0};
    Meta *meta = NULL;
    put(p, "meta.csv", str_of(bad[i]));
    assert_int_equal(meta_read(&p->arena, path_of(p, "meta.csv"), &meta, &info), ERROR_FORMAT);
    assert_true(info.why[0]);
  }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(text_becomes_valid_utf8),
      TEST(jsonl_gives_a_document_a_line),
      TEST(a_bad_line_is_named_and_the_next_is_read),
      TEST(gzip_is_undone_member_by_member),
      TEST(cut_gzip_is_refused_behind_its_whole_lines),
      TEST(too_large_is_refused_without_being_held),
      TEST(a_line_of_many_values_is_refused),
      TEST(folders_are_read_in_order),
      TEST(kinds_are_seen_by_name_then_by_content),
      TEST(missing_is_named),
      TEST(meta_fills_what_a_document_does_not_say),
      TEST(bad_meta_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
