/* Codes one file of UTF-8 text and prints who did what, with the words that say so.
 *
 *   cc code_file.c -ldaftar -ljson-c -lz -lcrypto -lxxhash -lm
 *   ./code_file report.txt [2024-07-17]
 */
#include <daftar.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_file(const char *path, size_t *n) {
  FILE *f = fopen(path, "rb");
  long size = f && fseek(f, 0, SEEK_END) == 0 ? ftell(f) : -1;
  char *text = size < 0 ? NULL : malloc((size_t)size + 1);
  if (text) rewind(f);
  *n = text ? fread(text, 1, (size_t)size, f) : 0;
  if (f) fclose(f);
  return text;
}

static void print_record(const DaftarRecord *r) {
  DaftarStr type = daftar_record_type(r), time = daftar_record_time(r);
  DaftarQuote trigger = daftar_record_trigger(r);
  printf("%.*s\t%.*s\t%u-%u\t%.*s\n", (int)type.n, type.p, (int)time.n, time.p, trigger.start, trigger.end,
         (int)trigger.text.n, trigger.text.p);
  for (uint32_t i = 0; i < daftar_record_outcomes(r); i++) {
    DaftarOutcome o = daftar_record_outcome(r, i);
    printf("\t%.*s", (int)o.what.n, o.what.p);
    if (o.count.set) printf(" %.0f to %.0f", o.count.min, o.count.max); /* "inf": no upper bound is told */
    printf(" %.*s\n", (int)o.of.text.n, o.of.text.p);
  }
}

int main(int argc, char **argv) {
  if (argc < 2) return fprintf(stderr, "usage: %s FILE [PUBLISHED]\n", argv[0]), 2;
  DaftarEngine *engine = NULL;
  DaftarSession *session = NULL;
  const DaftarResult *result = NULL;
  DaftarError error;
  size_t n;
  char *text = read_file(argv[1], &n);
  if (!text) return perror(argv[1]), 1;
  DaftarDocument document = DAFTAR_DOCUMENT(text, n);
  document.id = argv[1];
  document.published = argc > 2 ? argv[2] : NULL;
  DaftarCode code = daftar_open(NULL, &engine, &error);
  if (!code) code = daftar_session_new(engine, NULL, &session, &error);
  if (!code) code = daftar_code(session, &document, &result, &error);
  if (code)
    fprintf(stderr, "%s\n", error.message);
  else
    for (uint32_t i = 0; i < daftar_result_count(result); i++) print_record(daftar_result_record(result, i));
  daftar_session_free(session);
  daftar_close(engine);
  free(text);
  return code ? 1 : 0;
}
