/* Whether an act may come to such an end, whatever the words say that it came to.
 *
 *   «مقتل ثلاثة في غارة»                         (three killed in a raid) of any force
 *   «هاجموا الحاجز. واعتقلت الشرطة اثنين»         (they attacked the checkpoint. The police held two) an act of others
 *   «أُفرج عن معتقل كانت الشرطة اعتقلته»          (a man was freed whom the police had held) two acts
 *
 * The kind of act and the outcome's own decide it; cause.c asks it of each act that it meets. */
#include "code/outcome/may_end.h"

bool takes_outcomes(const Stage *s, uint32_t scene) {
  if (scene == NONE) return false;
  const Scene *x = &s->scenes.at[scene];
  if (x->frame->weak && (x->phrase != NONE || !type_in(stage_type(s, x), CLASS_BIT(ACCIDENT))))
    return false; /* it may be no act */
  return x->kind == RECORD_EVENT || x->kind == RECORD_TALLY;
}

bool own_act(const Stage *s, const Match *x) {
  const Frame *frame = &s->m->g->frames[x->frame];
  const TypeRow *alone = grammar_type(s->m->g, frame->alone_row);
  return alone && !type_in(alone, CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE));
}

bool custody(const Stage *s, const Match *x) {
  const Frame *frame = &s->m->g->frames[x->frame];
  return type_in(grammar_type(s->m->g, frame->alone_row), CLASS_BIT(COERCE));
}

/* «قتل ثلاثة وأصيب عشرون برصاص الجيش خلال الاحتجاجات»: somebody did it, and not the protest. */
static bool has_doer(const Stage *s, const Match *x) {
  uint32_t sentence = s->m->in->text->tokens[x->token].sentence;
  for (uint32_t i = (uint32_t)(x - s->matches->at), steps = 0; i < s->matches->n && steps < 4; i++, steps++) {
    const Match *o = &s->matches->at[i];
    if (s->m->in->text->tokens[o->token].sentence != sentence) return false;
    if (s->m->g->frames[o->frame].kind == FRAME_OUTCOME && o->roles[ROLE_AGENT].n) return true;
  }
  return false;
}

bool harms(const Stage *s, const Match *x) {
  Str what = s->m->g->frames[x->frame].what;
  return str_eq(what, STR("killed")) || str_eq(what, STR("injured")) || str_eq(what, STR("killed-or-injured"));
}

/* Is the scene told, by any of its words, in the sentence of `token`? */
static bool told_beside(const Stage *s, const Scene *x, uint32_t token) {
  const Token *tokens = s->m->in->text->tokens;
  bool beside = tokens[x->token].sentence == tokens[token].sentence;
  for (uint32_t i = 0; i < x->also.n && !beside; i++)
    beside = tokens[x->also.at[i].first].sentence == tokens[token].sentence;
  return beside;
}

bool may_end_in(const Stage *s, uint32_t scene, const Match *x) {
  const uint32_t order = CLASS_BIT(COERCE) | CLASS_BIT(TERRITORY) | CLASS_BIT(PROTEST);
  const uint32_t force = order | CLASS_BIT(ASSAULT) | CLASS_BIT(ACCIDENT);
  if (!takes_outcomes(s, scene)) return false;
  const TypeRow *act = stage_type(s, &s->scenes.at[scene]);
  const Frame *frame = &s->m->g->frames[x->frame];
  const TypeRow *alone = grammar_type(s->m->g, frame->alone_row);
  /* in a report, whoever dies at a protest dies of what others did there: «قتل ثلاثة خلال الاحتجاجات» */
  bool report = s->m->in->text->nsentences >= REPORT_SENTENCES;
  if (!act || (type_in(act, CLASS_BIT(PROTEST)) && (report || has_doer(s, x)))) return false;
  bool peaceful = type_is(act, TRAIT_HARMLESS);
  /* «ألقت القبض على شاب قتل ثلاثة»: they had died before; but «أسر ستة ومقتل ثلاثة» */
  peaceful |= str_eq(act->custody, STR("arrested")) && !(word_best(s->m->in->words, x->token)->clitics & CLITIC_CONJ);
  if (peaceful && harms(s, x)) return false;
  if (alone && act->class == alone->class) return true;
  /* a plot is foiled by catching those who made it */
  if (str_eq(frame->what, STR("foiled")) && !alone) return type_in(act, CLASS_BIT(COERCE));
  if (str_eq(frame->what, STR("given"))) return type_is(act, TRAIT_GIFT);
  if (str_eq(frame->what, STR("deployed"))) return type_in(act, CLASS_BIT(MOBILIZE));
  if (str_eq(frame->what, STR("displaced")) && !alone)
    return type_in(act, CLASS_BIT(TERRITORY)) && type_is(act, TRAIT_LEAVING);
  if (custody(s, x)) {
    /* «مقتل ثلاثة واعتقال أربعة»; but «أفرجت عن معتقل كانت اعتقلته», «قتل المرشح. واعتقلت الشرطة حراسه» tell of two */
    bool killing = s->scenes.at[scene].alone && type_in(act, CLASS_BIT(ASSAULT));
    killing = killing && told_beside(s, &s->scenes.at[scene], x->token);
    return killing || type_is(act, TRAIT_MUTUAL) || type_in(act, order);
  }
  return !own_act(s, x) && type_in(act, force);
}

bool blamed_for(const Stage *s, uint32_t phrase) {
  enum { UP_MOST = 3 };
  for (uint32_t steps = 0; phrase != NONE && steps <= UP_MOST; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep != NONE && f->prep_token > 0) return (s->m->c->marks[f->prep_token - 1] & SET_BIT(SET_BLAMED)) != 0;
    phrase = f->link == LINK_IDAFA ? f->up : NONE;
  }
  return false;
}

uint32_t act_before(const Stage *s, uint32_t token, const Match *x) {
  enum { WORDS_BACK = 400 };
  uint32_t first = s->m->in->text->sentences[s->m->in->text->tokens[token].sentence].first;
  for (uint32_t i = token, steps = 0; i-- > first && steps < WORDS_BACK; steps++)
    if (may_end_in(s, scene_live(s, s->scene_of_token[i]), x)) {
      uint32_t scene = scene_live(s, s->scene_of_token[i]);
      if (!blamed_for(s, s->scenes.at[scene].phrase)) return scene;
    }
  return NONE;
}
