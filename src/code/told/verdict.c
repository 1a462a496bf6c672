/* What became of each act that a frame found, for `daftar explain`.
 *
 *   «استنكر الاغتيال»      (he condemned the assassination): weighed, and the signs that tipped it
 *   «لم يقتل أحد»          (nobody was killed): in doubt
 *   «وأسفر التفجير عن …»   (the bombing left …): told again in «انفجار»
 *
 * Nothing is decided here: merge.c hands over each verdict (told.c) as it falls, and what the stages after it
 * did is read off the scenes once records are made. */
#include "code/scene/sign_words.h"
#include "code/told/evidence.h"
#include "code/told/told.h"
#include "record/writer.h"

static void put_signs(Writer *w, const Verdict *v) {
#define X(sign, report, alone) #sign,
  static const char *const names[] = {EVIDENCE_SIGNS(X)};
#undef X
  for (uint32_t i = 0; i < SIGN_COUNT; i++) {
    if (!(v->signs >> i & 1) || !v->weights[i]) continue;
    writer_lit(w, ", ");
    put_sign_name(w, names[i]);
    put_weight(w, v->weights[i]);
  }
}

/* Those of the list that hold, with what each weighs where `weighed`. */
static void put_doubts(Writer *w, uint32_t doubts, bool weighed) {
#define X(name, word) word,
  static const char *const words[] = {DOUBT_LIST(X)};
#undef X
  for (uint32_t i = 0; i < DOUBT_COUNT; i++) {
    if (!(doubts >> i & 1)) continue;
    writer_lit(w, ", in doubt: ");
    writer_put(w, str_of(words[i]));
    if (weighed) put_weight(w, doubt_weight(i));
  }
}

static void put_scene(Stage *s, Writer *w, uint32_t scene) {
  const Scene *x = &s->scenes.at[scene];
  Span span = text_tokens_span(s->m->in->text, x->first, x->last);
  writer_put(w, text_slice(s->m->in->text, span));
  writer_lit(w, " at ");
  writer_u64(w, span.start);
}

void verdict_keep(Stage *s, uint32_t scene, Verdict v, Likest likest) {
  if (!s->trace) return;
  while (s->verdicts.n <= scene && vec_push(&s->verdicts, s->arena, (Weighed){0})) {
  }
  if (scene >= s->verdicts.n) return;
  Buffer buffer = {.arena = s->arena};
  Writer w = writer_to_buffer(&buffer);
  writer_put(&w, v.told ? STR("told: ") : STR("not told: "));
  if (v.ground) {
    writer_put(&w, str_of(v.ground));
  } else {
    writer_lit(&w, "sum");
    put_weight(&w, v.sum);
    writer_lit(&w, " of");
    put_weight(&w, v.least);
    writer_lit(&w, "; type");
    put_weight(&w, v.type);
    put_signs(&w, &v);
    if (v.pairs) writer_lit(&w, ", together");
    if (v.pairs) put_weight(&w, v.pairs);
  }
  put_doubts(&w, v.ground ? s->scenes.at[scene].doubts : v.doubts, !v.ground);
  if (likest.scene != NONE && likest.tie > TIE_NEVER) {
    writer_lit(&w, "; likest ");
    put_scene(s, &w, likest.scene);
    writer_lit(&w, ", tie");
    put_weight(&w, likest.tie);
  }
  s->verdicts.at[scene] = (Weighed){buffer_str(&buffer), v.told};
}

/* Why a scene that was never weighed, or was told, is no record of its own. */
static Str left_out(Stage *s, const Scene *x) {
  Buffer buffer = {.arena = s->arena};
  Writer w = writer_to_buffer(&buffer);
  writer_lit(&w, "left out");
  put_doubts(&w, x->doubts, false);
  return buffer_str(&buffer);
}

static Str merged_into(Stage *s, const Scene *x) {
  Buffer buffer = {.arena = s->arena};
  Writer w = writer_to_buffer(&buffer);
  writer_lit(&w, "told again in ");
  put_scene(s, &w, x->merged);
  return buffer_str(&buffer);
}

void scenes_trace(Stage *s) {
  for (uint32_t i = 0; s->trace && i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    TraceAct act = {.type = x->type, .trigger = text_tokens_span(s->m->in->text, x->first, x->last)};
    Weighed weighed = i < s->verdicts.n ? s->verdicts.at[i] : (Weighed){0};
    if (x->merged != NONE) {
      const Scene *into = &s->scenes.at[x->merged];
      act.again = text_tokens_span(s->m->in->text, into->first, into->last);
    }
    bool general = scene_in_general(s, x);
    act.record = x->merged == NONE && !x->dropped && !general;
    if (act.record || (weighed.why.n && !weighed.told))
      act.why = weighed.why;
    else
      act.why = x->merged != NONE ? merged_into(s, x) : general ? STR("told in general") : left_out(s, x);
    vec_push(&s->trace->acts, s->arena, act);
  }
}
