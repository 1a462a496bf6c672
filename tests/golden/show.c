/* Codes one file of text and prints each record in a few plain lines, for people to check by
 * eye and for tests/golden.sh to compare.
 *
 *   show FILE [PUBLISHED]
 *
 *   event airstrike «ست ضربات» x6 2023-03-22
 *     place «جبال حمرين» Hamrin Mountains IQ 2 stated
 *     agent «القوة الجوية العراقية» iraqi-air-force
 *     killed 5 of «إرهابيين» fighter target
 * Only the public header is used: what a program that embeds the coder sees. */
#include <daftar.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define S(s) (int)(s).n, (s).p

static void show_count(const char *before, DaftarCount c) {
  if (!c.set) return;
  printf("%s%s", before, c.approx ? "~" : "");
  if (isinf(c.max))
    printf("%.15g+", c.min);
  else if (c.min < c.max)
    printf("%.15g-%.15g", c.min, c.max);
  else
    printf("%.15g", c.min);
}

static void show_word(DaftarStr s) {
  if (s.n) printf(" %.*s", S(s));
}

static void show_actors(const DaftarRecord *r, DaftarRole role, const char *label) {
  for (uint32_t i = 0; i < daftar_record_actors(r, role); i++) {
    DaftarActor a = daftar_record_actor(r, role, i);
    printf("  %s «%.*s»", label, S(a.quote.text));
    show_word(a.id);
    puts("");
  }
}

static void show_places(const DaftarRecord *r) {
  for (uint32_t i = 0; i < daftar_record_places(r); i++) {
    DaftarPlace p = daftar_record_place(r, i);
    printf("  place «%.*s»", S(p.quote.text));
    show_word(p.name);
    show_word(p.admin1);
    show_word(p.country);
    printf(" %d", p.precision);
    show_word(p.basis);
    puts("");
  }
}

static void show_outcomes(const DaftarRecord *r) {
  for (uint32_t i = 0; i < daftar_record_outcomes(r); i++) {
    DaftarOutcome o = daftar_record_outcome(r, i);
    printf("  %.*s", S(o.what));
    show_count(" ", o.count);
    if (o.of.text.n) printf(" of «%.*s»", S(o.of.text));
    show_word(o.status);
    show_word(o.side);
    show_word(o.unit);
    show_count(" women ", o.women);
    show_count(" children ", o.children);
    puts("");
  }
}

static void show_record(const DaftarRecord *r) {
  static const char *const kinds[] = {"event", "tally", "figure", "trend"};
  DaftarStr type = daftar_record_type(r);
  DaftarQuote trigger = daftar_record_trigger(r);
  printf("%s %.*s «%.*s»", kinds[daftar_record_kind(r)], S(type), S(trigger.text));
  show_count(" x", daftar_record_number(r));
  show_word(daftar_record_direction(r));
  show_word(daftar_record_time(r));
  DaftarStr stance = daftar_record_stance(r);
  if (stance.n && stance.p[0] != 'a') show_word(stance);
  if (stance.n > 1 && stance.p[0] == 'a' && stance.p[1] == 'l') show_word(stance); /* alleged, not asserted */
  if (daftar_record_background(r)) printf(" background");
  puts("");
  show_places(r);
  show_actors(r, DAFTAR_AGENTS, "agent");
  show_actors(r, DAFTAR_PARTNERS, "partner");
  show_actors(r, DAFTAR_TARGETS, "target");
  show_outcomes(r);
  for (uint32_t i = 0; i < daftar_record_persons(r); i++) {
    DaftarPerson p = daftar_record_person(r, i);
    printf("  person «%.*s»", S(p.quote.text));
    if (p.role.text.n) printf(" role «%.*s»", S(p.role.text));
    show_word(p.fate);
    puts("");
  }
  show_actors(r, DAFTAR_CLAIMED_BY, "claimed by");
}

static char *read_file(const char *path, size_t *n) {
  FILE *f = fopen(path, "rb");
  char *text = f ? malloc(1 << 20) : NULL;
  *n = text ? fread(text, 1, 1 << 20, f) : 0;
  if (f) fclose(f);
  return text;
}

int main(int argc, char **argv) {
  DaftarEngine *engine = NULL;
  DaftarSession *session = NULL;
  const DaftarResult *result = NULL;
  DaftarError error = {0};
  size_t n;
  char *text = argc > 1 ? read_file(argv[1], &n) : NULL;
  if (!text) return fprintf(stderr, "usage: show FILE [PUBLISHED]\n"), 2;
  DaftarDocument document = DAFTAR_DOCUMENT(text, n);
  document.id = argv[1];
  document.published = argc > 2 ? argv[2] : NULL;
  DaftarCode code = daftar_open(NULL, &engine, &error);
  if (!code) code = daftar_session_new(engine, NULL, &session, &error);
  if (!code) code = daftar_code(session, &document, &result, &error);
  if (code) fprintf(stderr, "%s\n", error.message);
  for (uint32_t i = 0; !code && i < daftar_result_count(result); i++) show_record(daftar_result_record(result, i));
  daftar_session_free(session);
  daftar_close(engine);
  free(text);
  return code ? 1 : 0;
}
