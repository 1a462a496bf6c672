/* Files: read whole or refused by name, written whole or not at all, listed in order. */
#include "cmocka_all.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"

typedef struct Place {
  char folder[64], file[128];
  Arena arena;
} Place;

static int set_up(void **state) {
  Place *p = calloc(1, sizeof *p);
  if (!p) return 1;
  snprintf(p->folder, sizeof p->folder, "/tmp/daftar-io-XXXXXX");
  if (!mkdtemp(p->folder)) return 1;
  snprintf(p->file, sizeof p->file, "%s/file", p->folder);
  arena_init(&p->arena, 1 << 24);
  *state = p;
  return 0;
}

static int tear_down(void **state) {
  Place *p = *state;
  unlink(p->file);
  int left = rmdir(p->folder); /* a temporary file left behind fails here */
  arena_fini(&p->arena);
  free(p);
  return left;
}

static void there_and_back(void **state) {
  Place *p = *state;
  Str out;
  static char big[200000];
  for (size_t i = 0; i < sizeof big; i++) big[i] = (char)(i * 7);
  const Str contents[] = {STR("x"), STR("a\0b\n"), {big, sizeof big}, STR_NONE};
  for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
    assert_int_equal(io_write_file(p->file, contents[i], NULL), ERROR_OK);
    assert_int_equal(io_read_file(&p->arena, p->file, SIZE_MAX / 4, &out, NULL), ERROR_OK);
    assert_true(str_eq(out, contents[i]));
    assert_int_equal(out.p[out.n], 0);
  }
}

static void the_cap_is_exact(void **state) {
  Place *p = *state;
  Str out;
  ErrorInfo info;
  assert_int_equal(io_write_file(p->file, STR("12345"), NULL), ERROR_OK);
  assert_int_equal(io_read_file(&p->arena, p->file, 5, &out, &info), ERROR_OK);
  assert_int_equal(io_read_file(&p->arena, p->file, 4, &out, &info), ERROR_TOO_LARGE);
  assert_string_equal(info.what, p->file);
}

/* What has no size beforehand: a device that never ends, and a pipe. */
static void streams_are_capped_too(void **state) {
  Place *p = *state;
  Str out;
  assert_int_equal(io_read_file(&p->arena, "/dev/zero", 100000, &out, NULL), ERROR_TOO_LARGE);
  assert_int_equal(io_read_file(&p->arena, "/dev/null", 10, &out, NULL), ERROR_OK);
  assert_int_equal(out.n, 0);
  int fd[2];
  assert_int_equal(pipe(fd), 0);
  assert_int_equal(write(fd[1], "123456", 6), 6);
  close(fd[1]);
  char path[64];
  snprintf(path, sizeof path, "/dev/fd/%d", fd[0]);
  assert_int_equal(io_read_file(&p->arena, path, 5, &out, NULL), ERROR_TOO_LARGE);
  close(fd[0]);
}

static void what_cannot_be_read_is_named(void **state) {
  Place *p = *state;
  Str out;
  ErrorInfo info;
  assert_int_equal(io_read_file(&p->arena, p->folder, 100, &out, &info), ERROR_IO);
  assert_string_equal(info.what, p->folder);
  assert_int_equal(io_read_file(&p->arena, p->file, 100, &out, &info), ERROR_IO);
  assert_string_equal(info.why, "No such file or directory");
  IoEntry *list;
  uint32_t n;
  assert_int_equal(io_list(&p->arena, p->file, &list, &n, &info), ERROR_IO);
}

static void a_failed_write_leaves_the_old(void **state) {
  Place *p = *state;
  ErrorInfo info;
  assert_int_equal(io_write_file("/nonexistent/folder/file", STR("x"), &info), ERROR_IO);
  assert_int_equal(io_write_file(p->folder, STR("x"), &info), ERROR_IO);
  struct stat st;
  assert_int_equal(stat(p->folder, &st), 0);
  assert_true(S_ISDIR(st.st_mode));
  char path[200]; /* the temporary file beside the folder is gone */
  snprintf(path, sizeof path, "%s.tmp-%ld", p->folder, (long)getpid());
  assert_int_equal(access(path, F_OK), -1);
}

static void memory_that_runs_out(void **state) {
  Place *p = *state;
  Str out;
  assert_int_equal(io_write_file(p->file, STR("12345"), NULL), ERROR_OK);
  Arena a;
  arena_init(&a, 1 << 20);
  a.fail_after = 0;
  assert_int_equal(io_read_file(&a, p->file, 100, &out, NULL), ERROR_MEMORY);
  for (size_t nth = 0; nth < 2; nth++) {
    IoEntry *list;
    uint32_t n;
    arena_reset(&a);
    a.fail_after = nth;
    assert_int_equal(io_list(&a, p->folder, &list, &n, NULL), ERROR_MEMORY);
  }
  arena_fini(&a);
}

static void lists_are_sorted(void **state) {
  Place *p = *state;
  static const char *const names[] = {"b", "a", ".c", "B", "10", "9"};
  char path[128];
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    snprintf(path, sizeof path, "%s/%s", p->folder, names[i]);
    assert_int_equal(io_write_file(path, STR("x"), NULL), ERROR_OK);
  }
  snprintf(path, sizeof path, "%s/sub", p->folder);
  assert_int_equal(mkdir(path, 0700), 0);
  IoEntry *list = NULL;
  uint32_t n = 0;
  assert_int_equal(io_list(&p->arena, p->folder, &list, &n, NULL), ERROR_OK);
  static const char *const want[] = {"10", "9", "B", "a", "b", "sub"};
  assert_int_equal(n, 6);
  for (uint32_t i = 0; i < n; i++) {
    assert_string_equal(strrchr(list[i].path.p, '/') + 1, want[i]);
    assert_int_equal(list[i].is_folder, i == 5);
  }
  rmdir(path);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    snprintf(path, sizeof path, "%s/%s", p->folder, names[i]);
    unlink(path);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(there_and_back, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_cap_is_exact, set_up, tear_down),
      cmocka_unit_test_setup_teardown(streams_are_capped_too, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_cannot_be_read_is_named, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_failed_write_leaves_the_old, set_up, tear_down),
      cmocka_unit_test_setup_teardown(memory_that_runs_out, set_up, tear_down),
      cmocka_unit_test_setup_teardown(lists_are_sorted, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
