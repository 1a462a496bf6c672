/* What the signs of a place weigh for an act of its kind, and how they are told to who asks why (`daftar explain`). */
#include "code/clause/near.h"
#include "code/scene/sign_words.h"
#include "code/setting/site.h"

static const int8_t WEIGHTS[] = {SIGNS(SIGN_WEIGHT)};

typedef struct Turn {
  uint8_t kinds, sign;
  int8_t weight;
} Turn;

#define TURN(kinds, sign, weight) {kinds, sign, weight},
static const Turn BY_KIND[] = {TURNS(TURN)};
#undef TURN

static const struct {
  uint32_t classes;
  SiteKind kind;
} KINDS[] = {
    {CLASS_BIT(ASSAULT) | CLASS_BIT(PROTEST) | CLASS_BIT(ACCIDENT), KIND_VIOLENT},
    {CLASS_BIT(COERCE), KIND_COERCE},
    {CLASS_BIT(SANCTION), KIND_SANCTION},
    {CLASS_BIT(TERRITORY) | CLASS_BIT(MOBILIZE), KIND_MOVE},
    {CLASS_BIT(RELEASE) | CLASS_BIT(AID), KIND_RELEASE},
    {CLASS_BIT(CONSULT), KIND_TALK},
    {CLASS_BIT(AGREE), KIND_DEAL},
    {CLASS_BIT(THREATEN), KIND_THREAT},
};

SiteKind site_kind(const Stage *s, const Scene *x) {
  if (x->kind == RECORD_FIGURE || x->kind == RECORD_TREND) return KIND_FIGURE;
  for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
    if (type_in(stage_type(s, x), KINDS[i].classes)) return KINDS[i].kind;
  return KIND_FIGURE;
}

int site_weigh(Signs signs, SiteKind kind) {
  int sum = signs_weigh(signs, WEIGHTS, SIGN_COUNT);
  for (size_t i = 0; i < sizeof BY_KIND / sizeof *BY_KIND; i++)
    if (BY_KIND[i].kinds & kind && signs >> BY_KIND[i].sign & 1) sum += BY_KIND[i].weight;
  return sum;
}

static Str kind_name(Arena *arena, SiteKind kind) {
#define X(name, bit) {bit, #name},
  static const struct {
    SiteKind kind;
    const char *name;
  } names[] = {SITE_KINDS(X)};
#undef X
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].kind == kind) put_sign_name(&w, names[i].name);
  return buffer_str(&buffer);
}

void site_trace(const Stage *s, const Scene *x, Span place, Signs signs, SiteKind kind) {
#define X(sign, weight) #sign,
  static const char *const names[] = {SIGNS(X)};
#undef X
  if (!s->trace) return;
  Buffer buffer = {.arena = s->arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0, n = 0; i < SIGN_COUNT; i++) {
    if (!(signs >> i & 1)) continue;
    if (n++) writer_lit(&w, ", ");
    put_sign_name(&w, names[i]);
    put_weight(&w, site_weigh((Signs)1 << i, kind));
  }
  TraceSite site = {.act = text_tokens_span(s->m->in->text, x->first, x->last),
                    .place = place,
                    .weight = site_weigh(signs, kind),
                    .kind = kind_name(s->arena, kind),
                    .why = buffer_str(&buffer)};
  vec_push(&s->trace->sites, s->arena, site);
}
