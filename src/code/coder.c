#include "code/coder.h"

#include "code/emit.h"
#include "code/merge/merge.h"
#include "code/merge/nth.h"
#include "code/outcome/outcome.h"
#include "code/party/party.h"
#include "code/scene/scene.h"
#include "code/setting/setting.h"
#include "code/told/told.h"
#include "code/voice/voice.h"

Records coder_run(Arena *arena, const Grammar *grammar, const Lexicon *lexicon, const CoderInput *input, Trace *trace) {
  uint32_t n = input->text->ntokens;
  Word *own = ARENA_ARRAY(arena, Word, n + 1);
  if (!own) return (Records){0};
  if (n && input->words->at) memcpy(own, input->words->at, n * sizeof *own);
  Words words = {own, input->words->spellings, input->words->lexicon};
  CoderInput in = *input;
  in.words = &words;
  Clauses clauses = clauses_of(arena, grammar, &in, own);
  EngineClasses classes = engine_classes(lexicon);
  MatchInput m = {grammar, &in, &clauses, &classes};
  Matches matches = clauses.phrase_of ? matches_of(arena, &m, trace) : (Matches){0};
  Stage s = {.arena = arena,
             .m = &m,
             .matches = &matches,
             .trace = trace,
             .scene_of_token = ARENA_ARRAY(arena, uint32_t, n + 1),
             .speaker_of = ARENA_ARRAY(arena, uint32_t, n + 1)};
  if (!arena_ok(arena)) return (Records){0};
  memset(s.scene_of_token, 0xFF, ((size_t)n + 1) * sizeof *s.scene_of_token);
  memset(s.speaker_of, 0xFF, ((size_t)n + 1) * sizeof *s.speaker_of);
  scenes_make(&s);
  scenes_join_campaigns(&s);
  scenes_find_doers(&s);
  scenes_meet(&s);
  scenes_find_enemies(&s);
  scenes_bind(&s);
  scenes_find_doers(&s); /* of those that outcomes made */
  scenes_share_doers(&s);
  scenes_find_houses(&s);
  scenes_back(&s);
  scenes_place(&s);
  scenes_date(&s);
  scenes_speak(&s);
  scenes_stance(&s);
  scenes_spare_foilers(&s);
  scenes_call(&s, false);
  scenes_find_nth(&s);
  scenes_merge(&s);
  scenes_call(&s, true);
  scenes_find_means(&s);
  scenes_recede(&s);
  scenes_name(&s);
  scenes_list_names(&s);
  scenes_parts(&s);
  scenes_find_accused(&s);
  scenes_go_on(&s);
  scenes_name_pairs(&s);
  scenes_take_sides(&s);
  scenes_find_convicts(&s);
  scenes_name_accused(&s);
  scenes_deny(&s);
  scenes_inherit_places(&s);
  scenes_inherit_days(&s);
  scenes_spot(&s);
  Records records = scenes_emit(&s);
  scenes_trace(&s);
  return arena_ok(arena) ? records : (Records){0};
}
