/* Whose word each scene is, and what follows from it: a force that announces arrests made them. */
#include "code/scene/above.h"
#include "code/voice/discourse.h"
#include "code/voice/informant.h"
#include "code/voice/telling.h"
#include "code/voice/voice.h"

/* «أعلنت الشرطة اعتقال أربعة»: a force that announces arrests, and names nobody else, made them. */
static void doer_from_speaker(Stage *s, Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (!x->alone || x->agents.n || x->speaker == NONE || x->token >= s->paper || !type_in(type, CLASS_BIT(COERCE)))
    return;
  const Speaker *speaker = &s->speakers.at[x->speaker];
  const Phrase *f = stage_phrase(s, speaker->phrase);
  if (speaker->who.n && f->classes & (s->m->k->force | s->m->k->security | s->m->k->state))
    parts_add(s, &x->agents, speaker->who.at[0]);
}

/* Is the act said to have befallen fighters, and nobody else? */
static bool befell_fighters(const Stage *s, const Scene *x) {
  const EngineClasses *k = s->m->k;
  const ClassSet others = k->civilian | k->security | k->child | k->woman | k->official;
  bool found = false;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    if (e->phrase == NONE || !STR_IN(e->what, "killed", "injured", "neutralised")) continue;
    if (stage_phrase(s, e->phrase)->classes & others) return false;
    found |= (stage_phrase(s, e->phrase)->classes & k->fighter) != 0;
  }
  return found;
}

/* «قال الجيش إن 13 مسلحاً قتلوا في غارات»: a force that tells of fighters who fell, and names no doer, struck them. */
static void doer_who_tells(Stage *s, Scene *x) {
  if (x->agents.n || x->speaker == NONE || x->token >= s->paper || !type_in(stage_type(s, x), CLASS_BIT(ASSAULT)))
    return;
  const Speaker *speaker = &s->speakers.at[x->speaker];
  const Phrase *f = stage_phrase(s, speaker->phrase);
  if (!speaker->who.n || !(f->classes & (s->m->k->force | s->m->k->security)) || !befell_fighters(s, x)) return;
  Part who = speaker->who.at[0];
  if (parts_have(s, &x->targets, who)) return;
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (parts_alike(s, who, x->effects.at[i].of)) return;
  parts_add(s, &x->agents, who);
}

/* «خلية للتنظيم تم تفكيكها»: the pronoun of what came about is whom it was done to, told right before. */
static bool befell_them(Stage *s, Scene *x) {
  enum { BACK_MOST = 4 };
  const EngineClasses *k = s->m->k;
  const Phrase *own = stage_phrase(s, x->phrase);
  const Clause *c = stage_clause(s, own->clause);
  if (c->verb == NONE || (c->subject != x->phrase && c->object != x->phrase) || own->form != FORM_MASDAR) return false;
  if (!(c->sets & SET_BIT(SET_OCCURS))) return false;
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < BACK_MOST && !x->targets.n; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence != c->sentence) break;
    if (f->link == LINK_PREP || f->link == LINK_IDAFA || f->date != NONE) continue; /* of what stands before */
    if (f->classes & (k->group | k->fighter | k->person | k->force)) parts_add(s, &x->targets, part_of_phrase(s, i));
    break;
  }
  return true;
}

/* Can the pronoun on the act's noun be the one named: «اجتماعه», «زيارتها»? */
static bool fits_pronoun(const Stage *s, uint32_t token, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  const Reading *own = word_best(s->m->in->words, token), *name = word_best(s->m->in->words, f->head);
  if (enclitic_number(own) != NUMBER_SINGULAR || f->plural || f->number != NONE) return false;
  bool post = f->definite && f->classes & (k->official | k->leader) && f->place == NONE;
  if (f->person == NONE && !post) return false;
  bool agrees = enclitic_gender(own) == name->gender || (f->person != NONE && name->gender == GENDER_NONE);
  return agrees && !(f->classes & (k->informant | k->spokesman));
}

/* «عقب اجتماعه بنظيره»: whose meeting it is was named last, in its sentence or by name in the one before; «لقائي», the
 * speaker's own. */
static void host_from_pronoun(Stage *s, Scene *x) {
  enum { PHRASES_BACK = 16 };
  const Phrase *own = stage_phrase(s, x->phrase);
  uint32_t sentence = stage_clause(s, own->clause)->sentence;
  if (own->head == NONE) return;
  if (enclitic_person(word_best(s->m->in->words, own->head)) != 3) {
    if (x->speaker != NONE && s->speakers.at[x->speaker].who.n)
      parts_add(s, &x->agents, s->speakers.at[x->speaker].who.at[0]);
    return;
  }
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < PHRASES_BACK; steps++) {
    const Phrase *f = stage_phrase(s, i);
    uint32_t told = stage_clause(s, f->clause)->sentence;
    if (told + 1 < sentence) return;
    if (told != sentence && f->person == NONE) continue;
    if (f->head == NONE || f->date != NONE || !fits_pronoun(s, own->head, f)) continue;
    Part who = part_of_phrase(s, i);
    if (!parts_have(s, &x->partners, who)) parts_add(s, &x->agents, who);
    return;
  }
}

/* «بعد إصابته», «منذ اعتقاله»: the pronoun is whom the act befell, where the grammar looks for no doer in its place. */
static bool pronoun_suffers(const Stage *s, const Scene *x) {
  const Frame *frame = x->frame;
  for (uint32_t i = frame->first[ROLE_AGENT]; i < frame->first[ROLE_AGENT] + frame->n[ROLE_AGENT]; i++)
    if (s->m->g->sources[i].from == FROM_IDAFA) return false;
  return true;
}

/* «هجومه», «غاراته»: whose it is was named last; but «اعتصامي رابعة والنهضة» are two sit-ins, and not mine. */
static void doer_from_pronoun(Stage *s, Scene *x) {
  if (x->agents.n || x->phrase == NONE || !stage_phrase(s, x->phrase)->pronoun || befell_them(s, x)) return;
  if (type_in(stage_type(s, x), CLASS_BIT(CONSULT))) {
    host_from_pronoun(s, x);
    return;
  }
  enum { PHRASES_BACK = 12 };
  uint32_t head = stage_phrase(s, x->phrase)->head;
  if (head != NONE && enclitic_person(word_best(s->m->in->words, head)) != 3) return;
  if (pronoun_suffers(s, x)) return;
  uint32_t sentence = stage_clause(s, stage_phrase(s, x->phrase)->clause)->sentence;
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < PHRASES_BACK; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence + 1 < sentence) return;
    if (f->actor == NONE && !(f->classes & (s->m->k->force | s->m->k->state))) continue;
    parts_add(s, &x->agents, part_of_phrase(s, i));
    return;
  }
}

/* «هجوم نسبته السلطات إلى التمرد»: the verb's subject says so, and who it is laid on did it. */
static void doer_ascribed(Stage *s, Scene *x) {
  uint32_t relative = scene_relative(s, x, SET_BIT(SET_ASCRIBES));
  if (relative == NONE) return;
  const Clause *c = stage_clause(s, relative);
  x->agents = (Parts){0};
  for (uint32_t i = c->verb + 1; i < c->last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep != NONE && (f->prep == s->m->g->prep_li || s->m->c->marks[f->prep_token] & SET_BIT(SET_TOWARD))) {
      if (!x->agents.n || f->link == LINK_CONJ) parts_add(s, &x->agents, part_of_phrase(s, phrase));
    } else if (phrase == c->subject && f->prep == NONE && informant_speaks(s, phrase)) {
      uint32_t who = informant_of(s, phrase, c->last, x->speaker);
      if (who < SPEAKER_UNTOLD) x->speaker = who;
    }
  }
}

/* Whom a verb of accusing lays the act on: the last body before it; NONE. */
static uint32_t accused_by(const Stage *s, const Clause *c, uint32_t before) {
  uint32_t teller = NONE, object = NONE;
  for (uint32_t i = c->verb + 1; i < before; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i || stage_phrase(s, phrase)->prep != NONE) continue;
    if (stage_phrase(s, phrase)->link == LINK_IDAFA || !informant_speaks(s, phrase)) continue;
    if (teller == NONE && c->before == NONE)
      teller = phrase;
    else if (stage_phrase(s, phrase)->link != LINK_CONJ)
      object = phrase;
  }
  return object;
}

static bool accuses(const Stage *s, const Clause *c, uint32_t before) {
  return c->verb != NONE && c->verb < before && s->m->c->marks[c->verb] & SET_BIT(SET_ALLEGED);
}

/* «هجوم اتهمت المنظمة الجيش بتنفيذه»: the verb's subject says so, and the other body did it; «هجوم اتهم الجيش
 * بتنفيذه»: where there is no other, the verb is a passive. */
static void doer_charged(Stage *s, Scene *x) {
  uint32_t relative = scene_accused(s, x);
  if (relative == NONE) return;
  const Clause *c = stage_clause(s, relative);
  uint32_t other = accused_by(s, c, c->last), accused = other == NONE ? c->subject : other, limit = c->last;
  if (accused != NONE && accused != x->phrase && informant_speaks(s, accused)) {
    x->agents = (Parts){0};
    parts_add(s, &x->agents, part_of_phrase(s, accused));
    limit = stage_phrase(s, accused)->first;
  }
  if (other == NONE || c->subject == NONE || c->subject == x->phrase || c->subject == accused) return;
  if (stage_phrase(s, c->subject)->last > limit || !informant_speaks(s, c->subject)) return;
  uint32_t who = informant_of(s, c->subject, limit, x->speaker);
  if (who < SPEAKER_UNTOLD) x->speaker = who;
}

/* «اتهمت المعارضة الجيش بقصف الحي», «بالوقوف وراء الهجوم»; «اتهم الجيش المتمردين بأنهم قتلوا». */
static void doer_accused(Stage *s, Scene *x) {
  enum { UPWARD = 3 };
  const Clause *own = stage_clause(s, x->clause);
  if (x->phrase == NONE) {
    bool told = own->kind == CLAUSE_COMPLEMENT && own->pronoun_subject && own->up != NONE;
    if (!told || !accuses(s, stage_clause(s, own->up), own->first)) return;
    uint32_t accused = accused_by(s, stage_clause(s, own->up), own->first);
    if (accused == NONE) return;
    x->agents = (Parts){0};
    parts_add(s, &x->agents, part_of_phrase(s, accused));
    return;
  }
  bool by = false;
  for (uint32_t i = x->phrase, steps = 0; i != NONE && steps < UPWARD && !by; steps++) {
    const Phrase *f = stage_phrase(s, i);
    by = f->prep == s->m->g->prep_bi;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  const Clause *c = stage_clause(s, stage_phrase(s, x->phrase)->clause);
  if (x->agents.n || !by || !accuses(s, c, x->token)) return;
  uint32_t accused = accused_by(s, c, x->first);
  if (accused != NONE) parts_add(s, &x->agents, part_of_phrase(s, accused));
}

/* «أعلن التنظيم مسؤوليته عن الهجوم»: who says that it was his doing. */
static void doer_responsible(Stage *s, Scene *x) {
  enum { UPWARD = 3 };
  if (x->agents.n || x->phrase == NONE || x->speaker == NONE) return;
  for (uint32_t i = x->phrase, steps = 0; i != NONE && steps < UPWARD; steps++) {
    const Phrase *f = stage_phrase(s, i);
    bool his = i != x->phrase && f->head != NONE && f->pronoun;
    if (his && s->m->c->marks[f->head] & SET_BIT(SET_CLAIMED)) {
      const Parts *who = &s->speakers.at[x->speaker].who;
      if (who->n) parts_add(s, &x->agents, who->at[0]);
      return;
    }
    i = f->link == LINK_FREE ? NONE : f->up;
  }
}

/* «حملت الحكومة المتمردين مسؤولية الهجوم»: the object of the verb that blames, or whom «على» governs. */
static void doer_blamed(Stage *s, Scene *x) {
  if (!act_blamed(s, x)) return;
  const Clause *c = stage_clause(s, stage_phrase(s, x->phrase)->clause);
  if (c->object == NONE || !informant_speaks(s, c->object)) return;
  x->agents = (Parts){0};
  parts_add(s, &x->agents, part_of_phrase(s, c->object));
}

/* «هجوم تبناه التنظيم»: who claims it in the relative clause on it says so, and did it. */
static void doer_claims(Stage *s, Scene *x) {
  uint32_t relative = scene_relative(s, x, SET_BIT(SET_CLAIMED));
  if (relative == NONE) return;
  const Clause *c = stage_clause(s, relative);
  if (c->subject == NONE || c->subject == x->phrase || !informant_speaks(s, c->subject)) return;
  uint32_t who = informant_of(s, c->subject, c->last, x->speaker);
  if (who < SPEAKER_UNTOLD) x->speaker = who;
  if (!x->agents.n) parts_add(s, &x->agents, part_of_phrase(s, c->subject));
}

/* «هجوم الأحد قالت الشرطة إنه …»: the clause on an act's noun, where nothing says that it is one; the token of
 * its verb, or NONE. */
static uint32_t told_right_behind(const Stage *s, const Scene *x) {
  enum { DESCRIBED = 6, SUBJECT = 8 };
  if (x->phrase == NONE || stage_phrase(s, x->phrase)->definite) return NONE;
  uint32_t end = s->m->in->text->sentences[x->sentence].last, i = x->last;
  while (i < end && i < x->last + DESCRIBED && word_best(s->m->in->words, i)->pos != POS_VERB) i++;
  if (i >= end || s->speaker_of[i] == NONE) return NONE;
  if (!(s->m->c->marks[i] & SET_BIT(SET_TELLING)) || s->m->c->marks[i] & SET_BIT(SET_ALLEGED)) return NONE;
  if (word_best(s->m->in->words, i)->clitics & CLITIC_CONJ) return NONE;
  for (uint32_t k = x->last; k < i; k++)
    if (s->m->in->text->tokens[k].kind == TOKEN_PUNCT) return NONE;
  for (uint32_t k = i + 1; k < end && k < i + SUBJECT; k++)
    if (s->m->c->marks[k] & SET_BIT(SET_COMPLEMENTISER)) return word_best(s->m->in->words, k)->enclitic ? i : NONE;
  return NONE;
}

/* «اتفاق أعلنته الحكومة», «هجوم تحدثت عنه»; not «معارك أعلنت على إثرها الحركة استسلام …», which tells another thing. */
static bool tells_of_head(const Stage *s, uint32_t verb) {
  if (word_best(s->m->in->words, verb)->enclitic) return true;
  uint32_t end = s->m->in->text->sentences[s->m->in->text->tokens[verb].sentence].last;
  const Reading *next = verb + 1 < end ? word_best(s->m->in->words, verb + 1) : NULL;
  Telling t;
  return (next && next->pos == POS_PREP && next->enclitic) || !telling_at(s, verb, end, false, &t);
}

/* «هجوم قالت الشرطة إنه …», «اتفاق أعلنته الحكومة»: who tells of it in the clause on its noun. */
static void told_in_relative(Stage *s, Scene *x) {
  if (x->speaker != NONE) return;
  uint32_t relative = scene_relative(s, x, SET_BIT(SET_TELLING)), verb = told_right_behind(s, x);
  if (verb != NONE) x->speaker = s->speaker_of[verb];
  if (relative == NONE || verb != NONE) return;
  const Clause *c = stage_clause(s, relative);
  if (!tells_of_head(s, c->verb) || scene_accused(s, x) == relative) return; /* doer_charged knows who accuses whom */
  uint32_t subject = c->subject != NONE ? c->subject : c->lone;
  if (subject == NONE || subject == x->phrase || stage_phrase(s, subject)->first < c->verb) return;
  if (!informant_speaks(s, subject)) return;
  uint32_t who = informant_of(s, subject, c->last, x->speaker);
  if (who < SPEAKER_UNTOLD) x->speaker = who;
}

/* «تقارير عن هجوم»: nobody's word but that of reports. */
static void told_in_reports(Stage *s, Scene *x) {
  if (x->speaker != NONE || x->phrase == NONE) return;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (f->link != LINK_PREP || f->up == NONE || !(s->m->c->marks[f->prep_token] & SET_BIT(SET_ORIGIN_OF))) return;
  const Phrase *up = stage_phrase(s, f->up);
  if (!informant_is_channel(s, f->up) || !up->plural || up->definite || up->pronoun) return;
  uint32_t who = informant_of(s, f->up, f->prep_token, SPEAKER_OUTLET);
  if (who < SPEAKER_UNTOLD) x->speaker = who;
}

/* Talks, agreements, protests and sanctions that a report comes to some sentences after it named who speaks,
 * or that a speaker takes for known («أعلن ترامب بعد القمة أن», but not «قال إن القمة ألغيت»), are what everybody
 * knows, and not his word. */
static bool known_to_all(const Stage *s, const Scene *x) {
  enum { SENTENCES_BEHIND = 2 };
  const uint32_t talks = CLASS_BIT(CONSULT) | CLASS_BIT(AGREE) | CLASS_BIT(PROTEST) | CLASS_BIT(SANCTION);
  if (x->speaker == NONE || !type_in(stage_type(s, x), talks)) return false;
  if (x->token >= s->paper) return false; /* a paper in full says so itself */
  const Phrase *f = x->phrase == NONE ? NULL : stage_phrase(s, x->phrase);
  if (f && f->definite && !f->pronoun && stage_clause(s, f->clause)->kind != CLAUSE_COMPLEMENT) return true;
  if (stage_clause(s, x->clause)->kind == CLAUSE_COMPLEMENT) return false; /* «وقال إنه سيلتقي نظيره» */
  const Parts *who = &s->speakers.at[x->speaker].who;
  return who->n && s->m->in->text->tokens[who->at[0].first].sentence + SENTENCES_BEHIND <= x->sentence;
}

/* «قال التحالف إنه نفذ ضربة»: who speaks is who did it. */
static bool own_deed(const Stage *s, const Scene *x) {
  if (x->speaker == NONE || !x->agents.n) return false;
  const Speaker *who = &s->speakers.at[x->speaker];
  return !who->doubted && !who->denies && parts_alike(s, who->body, x->agents.at[0]);
}

/* «وأضاف الوزير أن ثمانين أصيبوا»: who tells, in a sentence of his own, what came of it. */
static void hear_of_outcomes(Stage *s, uint32_t scene) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 0; i < s->scenes.at[scene].effects.n; i++) {
    const Effect *e = &s->scenes.at[scene].effects.at[i];
    bool counted = e->count.set && e->count.min > 0 && STR_IN(e->what, "killed", "injured", "killed-or-injured");
    bool later = text->tokens[e->token].sentence > s->scenes.at[scene].sentence;
    if (counted && later && s->speaker_of[e->token] < SPEAKER_UNTOLD) scene_hear(s, scene, s->speaker_of[e->token]);
  }
}

void scenes_speak(Stage *s) {
  discourse_run(s);
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    x->speaker = s->speaker_of[x->token];
    told_in_relative(s, x);
    told_in_reports(s, x);
    doer_ascribed(s, x);
    doer_charged(s, x);
    doer_claims(s, x);
    doer_accused(s, x);
    doer_blamed(s, x);
    doer_responsible(s, x);
    doer_from_speaker(s, x);
    doer_who_tells(s, x);
    doer_from_pronoun(s, x);
    if (known_to_all(s, x)) x->speaker = NONE;
    if (own_deed(s, x)) x->owner = x->speaker;
    hear_of_outcomes(s, i);
  }
}
