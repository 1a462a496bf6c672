/* Any bytes as a report: coded, every quote equal to the text at its span, and the same
 * again when coded again. */
#include <stdlib.h>
#include <string.h>

#include "daftar.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static DaftarEngine *engine;
static DaftarSession *session;

static void must(bool holds) {
  if (!holds) abort();
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc, (void)argv;
  must(daftar_open(NULL, &engine, NULL) == DAFTAR_OK);
  must(daftar_session_new(engine, NULL, &session, NULL) == DAFTAR_OK);
  return 0;
}

static void must_stand(DaftarStr text, DaftarQuote quote) {
  must(quote.start <= quote.end && quote.end <= text.n);
  if (quote.start < quote.end)
    must(quote.text.n == quote.end - quote.start && memcmp(text.p + quote.start, quote.text.p, quote.text.n) == 0);
}

static uint32_t code(const DaftarDocument *document) {
  const DaftarResult *result;
  if (daftar_code(session, document, &result, NULL)) return UINT32_MAX;
  DaftarStr text = daftar_result_text(result);
  uint32_t n = daftar_result_count(result);
  for (uint32_t i = 0; i < n; i++) {
    const DaftarRecord *r = daftar_result_record(result, i);
    must_stand(text, daftar_record_trigger(r));
    must_stand(text, daftar_record_time_quote(r));
    for (uint32_t k = 0; k < daftar_record_places(r); k++) must_stand(text, daftar_record_place(r, k).quote);
    for (uint32_t k = 0; k < daftar_record_outcomes(r); k++) must_stand(text, daftar_record_outcome(r, k).of);
    for (int role = DAFTAR_AGENTS; role <= DAFTAR_RESPONSIBLE_BY; role++)
      for (uint32_t k = 0; k < daftar_record_actors(r, (DaftarRole)role); k++)
        must_stand(text, daftar_record_actor(r, (DaftarRole)role, k).quote);
  }
  return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  DaftarDocument document = DAFTAR_DOCUMENT((const char *)data, size);
  document.published = size & 1 ? "2024-07-17" : NULL;
  must(code(&document) == code(&document));
  return 0;
}
