/* Records in the ontologies of the field: by whom and whom it befell, and what is no event there. */
#include "cmocka_all.h"

#include <math.h>

#include "code/grammar/frame.h"
#include "code/grammar/mapping.h"
#include "engine/analysis.h"
#include "record/names.h"

typedef struct Case {
  const char *type, *stance, *what, *status, *doer;
  RecordKind kind;
  const char *plover, *mode, *acled, *cameo;
  bool ged;
} Case;

static const Case cases[] = {
    {"airstrike", "asserted", NULL, NULL, "military", RECORD_EVENT, "ASSAULT", "aerial",
     "Explosions/Remote violence: Air/drone strike", "19", false},
    {"killing", "asserted", "killed", "civilian", "armed group", RECORD_EVENT, "ASSAULT", "",
     "Violence against civilians: Attack", "18", true},
    {"killing", "asserted", "killed", "fighter", "military", RECORD_EVENT, "ASSAULT", "", "Battles: Armed clash", "19",
     true},
    {"attack", "alleged", "injured", "civilian", "", RECORD_EVENT, "ASSAULT", "firearms",
     "Violence against civilians: Attack", "18", false},
    {"operation", "asserted", "arrested", "fighter", "military", RECORD_EVENT, "COERCE", "arrest",
     "Strategic developments: Arrests", "17", false},
    {"territory-change", "asserted", NULL, NULL, "military", RECORD_EVENT, "ASSAULT", "",
     "Battles: Government regains territory", "19", false},
    {"territory-change", "asserted", NULL, NULL, "armed group", RECORD_EVENT, "ASSAULT", "",
     "Battles: Non-state actor overtakes territory", "19", false},
    {"bombing", "foiled", NULL, NULL, "", RECORD_EVENT, "ASSAULT", "explosives",
     "Strategic developments: Disrupted weapons use", "18", false},
    {"clash", "denied", "killed", "fighter", "", RECORD_EVENT, "ASSAULT", "firearms", "", "19", false},
    {"clash", "planned", NULL, NULL, "", RECORD_EVENT, "ASSAULT", "firearms", "", "19", false},
    {"airstrike", "asserted", "killed", "fighter", "", RECORD_TALLY, "ASSAULT", "aerial", "", "19", false},
    {"attack", "asserted", NULL, NULL, "", RECORD_TREND, "", "", "", "", false},
    {"fighters", "asserted", NULL, NULL, "", RECORD_FIGURE, "", "", "", "", false},
    {"return", "asserted", "returned", "civilian", "", RECORD_EVENT, "RETREAT", "access", "", "08", false},
};

static const Grammar *grammar_of(const Engine *engine) { return engine->grammar; }

static void maps_as_the_table_says(void **state) {
  (void)state;
  Engine *engine = NULL;
  ErrorInfo info = {0};
  assert_int_equal(engine_open(NULL, &engine, &info), ERROR_OK);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const Case *c = &cases[i];
    Outcome outcome = {.count = {1, INFINITY, true, false}};
    Record r = {.kind = c->kind, .type = str_of(c->type), .stance = str_of(c->stance)};
    if (c->what) {
      outcome.what = str_of(c->what);
      outcome.status = str_of(c->status);
      r.outcomes = &outcome;
      r.noutcomes = 1;
    }
    mapping_apply(grammar_of(engine), str_of(c->doer), &r);
    assert_true(str_eq(r.plover, str_of(c->plover)));
    assert_true(str_eq(r.mode, str_of(c->mode)));
    assert_true(str_eq(r.acled, str_of(c->acled)));
    assert_true(str_eq(r.cameo, str_of(c->cameo)));
    assert_int_equal(r.ged, c->ged);
  }
  engine_close(engine);
}

static void nobody_killed_is_no_event_of_ged(void **state) {
  (void)state;
  Engine *engine = NULL;
  ErrorInfo info = {0};
  assert_int_equal(engine_open(NULL, &engine, &info), ERROR_OK);
  Outcome none = {.what = STR("killed"), .count = {0, 0, true, false}, .status = STR("unstated")};
  Record r = {
      .kind = RECORD_EVENT, .type = STR("airstrike"), .stance = STR("asserted"), .outcomes = &none, .noutcomes = 1};
  mapping_apply(grammar_of(engine), STR_NONE, &r);
  assert_false(r.ged);
  engine_close(engine);
}

static bool frame_is(const Grammar *g, Str id) {
  for (uint32_t i = 0; i < g->nframes; i++)
    if (str_eq(g->frames[i].id, id)) return true;
  return false;
}

/* Every type has a row without conditions, and every frame that a row names is there. */
static void the_table_is_whole(void **state) {
  (void)state;
  Engine *engine = NULL;
  ErrorInfo info = {0};
  assert_int_equal(engine_open(NULL, &engine, &info), ERROR_OK);
  const Grammar *g = engine->grammar;
  for (uint32_t i = 0; i < g->nmapping; i++)
    if (g->mapping[i].rule.n) assert_true(frame_is(g, g->mapping[i].rule));
  for (uint32_t t = 0; t < g->ntypes; t++) {
    bool plain = false;
    for (uint32_t i = 0; i < g->nmapping; i++) {
      const MappingRow *m = &g->mapping[i];
      plain |= str_eq(m->type, g->types[t].type) && !m->stance.n && !m->outcome.n && !m->status.n && !m->doer.n &&
               !m->rule.n;
    }
    assert_true(plain);
  }
  engine_close(engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(maps_as_the_table_says),
      cmocka_unit_test(nobody_killed_is_no_event_of_ged),
      cmocka_unit_test(the_table_is_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
