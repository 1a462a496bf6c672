/* Tables of plain text: lines, comments, fields, and folders that are not what they seem. */
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "image/source.h"

static void lines_and_fields(void **state) {
  (void)state;
  SourceFile file = {STR("x.tsv"), STR("x.tsv"), STR("\xEF\xBB\xBF# SPDX: none\n\na\tb \t\n  \t \n#c\r\nd\r\n\te")};
  TableReader reader = table_reader(&file);
  TableLine line;
  assert_true(table_next(&reader, &line));
  assert_int_equal(line.line, 3);
  assert_int_equal(line.n, 3);
  assert_str(line.field[0], STR("a"));
  assert_str(line.field[1], STR("b"));
  assert_str(line.field[2], STR(""));
  assert_true(table_next(&reader, &line));
  assert_int_equal(line.line, 6);
  assert_int_equal(line.n, 1);
  assert_str(line.field[0], STR("d"));
  assert_str(line.field[5], STR(""));
  assert_true(table_next(&reader, &line));
  assert_str(line.field[1], STR("e"));
  assert_false(table_next(&reader, &line));
  ErrorInfo info;
  assert_int_equal(table_error(&line, &info, "no such %s", "thing"), ERROR_DATA);
  assert_string_equal(info.what, "x.tsv");
  assert_string_equal(info.why, "line 7: no such thing");
}

static void a_line_of_too_many_fields(void **state) {
  (void)state;
  char text[200];
  memset(text, '\t', sizeof text);
  text[0] = 'x';
  SourceFile file = {STR("x.tsv"), STR("x.tsv"), {text, sizeof text}};
  TableReader reader = table_reader(&file);
  TableLine line;
  assert_true(table_next(&reader, &line));
  assert_int_equal(line.n, TABLE_MAX_FIELDS);
  assert_false(table_next(&reader, &line));
}

static void an_empty_file(void **state) {
  (void)state;
  SourceFile file = {STR("x"), STR("x"), STR_NONE};
  TableReader reader = table_reader(&file);
  TableLine line;
  assert_false(table_next(&reader, &line));
  file.text = STR("");
  reader = table_reader(&file);
  assert_false(table_next(&reader, &line));
}

static void write_file(const char *folder, const char *name) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  assert_int_equal(io_write_file(path, STR("a\tb\n"), NULL), ERROR_OK);
}

static void folders_in_order(void **state) {
  (void)state;
  char folder[] = "/tmp/daftar-source-XXXXXX";
  assert_non_null(mkdtemp(folder));
  char sub[64], loop[128];
  snprintf(sub, sizeof sub, "%s/lexicon", folder);
  assert_int_equal(mkdir(sub, 0700), 0);
  write_file(sub, "z.tsv");
  write_file(sub, "b.frames");
  write_file(folder, "a.tsv");
  write_file(folder, "notes.txt");
  write_file(folder, ".hidden.tsv");
  Arena a;
  arena_init(&a, 1 << 20);
  Source source = {.arena = &a};
  assert_int_equal(source_add_folder(&source, arena_printf(&a, "%s//", folder).p, NULL), ERROR_OK);
  assert_int_equal(source.files.n, 3);
  assert_str(source.files.at[0].name, STR("a.tsv"));
  assert_str(source.files.at[1].name, STR("lexicon/b.frames"));
  assert_str(source.files.at[2].name, STR("lexicon/z.tsv"));

  snprintf(loop, sizeof loop, "%s/loop", sub);
  assert_int_equal(symlink(folder, loop), 0);
  ErrorInfo info;
  assert_int_equal(source_add_folder(&source, folder, &info), ERROR_DATA);
  assert_int_equal(source_add_folder(&source, "/nonexistent/folder", &info), ERROR_IO);
  assert_string_equal(info.what, "/nonexistent/folder");

  unlink(loop);
  static const char *const made[] = {"lexicon/z.tsv", "lexicon/b.frames", "a.tsv", "notes.txt", ".hidden.tsv"};
  for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
    snprintf(loop, sizeof loop, "%s/%s", folder, made[i]);
    unlink(loop);
  }
  rmdir(sub);
  assert_int_equal(rmdir(folder), 0);
  arena_fini(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines_and_fields),
      cmocka_unit_test(a_line_of_too_many_fields),
      cmocka_unit_test(an_empty_file),
      cmocka_unit_test(folders_in_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
