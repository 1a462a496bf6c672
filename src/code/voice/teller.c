/* Whose word a verb of telling gives.
 *
 *   «قال المرصد إن» (the observatory said that)        its subject's
 *   «جاء في بيان للوزارة أن» (a statement by the ministry says that)
 *                                                      the paper's, which is hers
 *   «نقلت الوكالة عن الناطق قوله إن» (the agency quoted the spokesman as saying that)
 *                                                      his from whom it is passed on
 *   «وأضاف أن» (and he added that)                     with no subject of its own, his who spoke before
 *   «شنت القوات غارات، مؤكدة أنها» (the forces launched strikes, stressing that they)
 *                                                      with none, whose deed stands before it
 *   «واتهم النظام بقصف الحي» (and he accused the regime of shelling the quarter)
 *                                                      not the only party beside it: that is the accused */
#include "code/voice/teller.h"

#include "code/voice/channel.h"
#include "code/voice/informant.h"

/* «جاء في بيان للوزارة أن»: whose paper it is. */
static uint32_t speaker_of_paper(Stage *s, const Telling *t, const Heard *heard) {
  enum { WORDS_BEHIND = 3 };
  for (uint32_t i = t->verb + 1; i < t->content && i <= t->verb + WORDS_BEHIND; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->prep == NONE) continue;
    return informant_is_channel(s, phrase) ? informant_of(s, phrase, t->content, heard->last) : SPEAKER_UNTOLD;
  }
  return SPEAKER_UNTOLD;
}

/* «أصدر الجيش بيانا أكد فيه أن»: who gave out the paper in which it is said; NONE where the paper's own words say. */
static uint32_t speaker_of_issued(Stage *s, uint32_t paper, const Telling *t, const Heard *heard) {
  const Clause *own = stage_clause(s, s->m->c->clause_of[t->verb]);
  if (own->kind != CLAUSE_RELATIVE || own->head != paper || !informant_is_channel(s, paper)) return NONE;
  const Phrase *f = stage_phrase(s, paper);
  uint32_t issuer = f->definite || f->pronoun ? NONE : stage_clause(s, f->clause)->subject;
  if (issuer == NONE || issuer == paper || stage_phrase(s, issuer)->last > f->first) return NONE;
  if (!informant_speaks(s, issuer) || informant_is_channel(s, issuer)) return NONE;
  uint32_t who = informant_of(s, issuer, f->first, heard->last);
  return who < SPEAKER_UNTOLD ? informant_through(s, who, paper, f->last) : NONE;
}

/* «اتهم بقصف الحي», «اتهموا بأنهم», «اتهمت إسرائيل بالمسؤولية عن مقتل»: what somebody is accused of stands behind «ب»,
 * up to the act. */
static bool accused_of_it(const Stage *s, const Telling *t) {
  uint32_t content = t->content;
  if (token_sign(s->m->in->text, content) == '"' && content + 1 < s->m->in->text->ntokens) content++;
  for (uint32_t i = t->verb + 1; i <= content; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    bool governed = phrase != NONE && stage_phrase(s, phrase)->first == i &&
                    stage_phrase(s, phrase)->prep == s->m->g->prep_bi && stage_phrase(s, phrase)->form == FORM_MASDAR;
    if (governed || (i == content && word_best(s->m->in->words, i)->clitics & CLITIC_BI)) return true;
  }
  return false;
}

/* «واتهم بريطانيا بالتبعية», «اتهموا الجيش بقتله»: a verb in the masculine is not hers who stands right behind it, and
 * one in the plural nobody's. */
static bool accuses_next(const Stage *s, const Telling *t) {
  const Reading *r = word_best(s->m->in->words, t->verb);
  uint32_t phrase = s->m->c->phrase_of[t->verb + 1];
  if (phrase == NONE || stage_phrase(s, phrase)->first != t->verb + 1 || stage_phrase(s, phrase)->prep != NONE)
    return false;
  const Phrase *f = stage_phrase(s, phrase);
  uint32_t subject = telling_subject(s, t); /* but «الحزب الذي اتهم إسرائيل» */
  if (subject != NONE && stage_phrase(s, subject)->first < t->verb) return false;
  if (f->head == NONE || r->gender != GENDER_MASCULINE) return false;
  if (r->number == NUMBER_PLURAL) return true;
  return !f->plural && word_best(s->m->in->words, f->head)->gender == GENDER_FEMININE;
}

/* «واتهم النظام بقصف الحي», «ويتهم الرجل بقتل زوجته», «أكد أنه يحمل الحركة مسؤولية التفجير»: the one party that stands
 * with the verb is whom it accuses. */
static bool only_accused(const Stage *s, const Telling *t) {
  const Reading *r = word_best(s->m->in->words, t->verb);
  bool blames = token_sets(s, t->verb) & SET_BIT(SET_BLAMES) && token_sets(s, t->content) & SET_BIT(SET_CLAIMED);
  if (!(token_sets(s, t->verb) & SET_BIT(SET_ALLEGED)) && !blames) return false;
  if (r->pos != POS_VERB || r->enclitic) return false;
  if (!blames && accuses_next(s, t)) return true;
  uint32_t subject = telling_subject(s, t), parties = 0;
  if (!blames && !accused_of_it(s, t)) return false;
  const Clause *own = stage_clause(s, s->m->c->clause_of[t->verb]);
  bool of_clause = own->kind != CLAUSE_RELATIVE || subject == own->head; /* «هجوم اتهمت دمشق بتنفيذه» */
  if (subject != NONE && stage_phrase(s, subject)->first < t->verb && of_clause) parties++;
  for (uint32_t i = t->verb + 1; i < t->content; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    bool name = f->link == LINK_APPOSITION && f->person != NONE && stage_phrase(s, f->up)->person == NONE;
    bool of_another = f->link == LINK_IDAFA || name || f->link == LINK_CONJ; /* «المعارضة قوات النظام» are two */
    parties += f->prep == NONE && f->date == NONE && !of_another;
  }
  return parties < 2;
}

/* «جددت الحكومة دعوتها …، معلنة أن», «شنت إسرائيل غارات …، مؤكدة أنها»: who did what the participle goes with. */
static uint32_t doer_before(const Stage *s, const Telling *t) {
  enum { UPWARD = 4 };
  const Clause *c = stage_clause(s, s->m->c->clause_of[t->verb]);
  for (uint32_t steps = 0; c->kind != CLAUSE_MAIN && c->up != NONE && steps < UPWARD; steps++)
    c = stage_clause(s, c->up);
  if (c->verb == NONE || c->verb > t->verb || c->subject == NONE) return NONE;
  const Phrase *f = stage_phrase(s, c->subject);
  return f->last <= t->verb && informant_speaks(s, c->subject) ? c->subject : NONE;
}

/* «طالب الوزير المجلس بفرض عقوبات، واتهم الجماعة بقصف الحي»: who asked for the one accuses of the other. */
static uint32_t asker_before(Stage *s, const Telling *t, const Heard *heard) {
  const Clause *c =
      stage_clause(s, s->m->c->clause_of[s->m->in->text->sentences[s->m->in->text->tokens[t->verb].sentence].first]);
  bool asks = c->verb != NONE && c->verb < t->verb && (c->sets | token_sets(s, c->verb)) & SET_BIT(SET_ASKS_FOR);
  if (!asks || c->subject == NONE || stage_phrase(s, c->subject)->last > t->verb) return SPEAKER_UNTOLD;
  return informant_speaks(s, c->subject) ? informant_of(s, c->subject, t->verb, heard->last) : SPEAKER_UNTOLD;
}

/* «شن الجيش غارات على مواقع قال إنها لمسلحين»: the relative clause on what somebody hit, whose verb has no subject
 * of its own and agrees with whose deed it was. */
static bool tells_of_his_deed(const Stage *s, const Telling *t) {
  const Clause *c = stage_clause(s, s->m->c->clause_of[t->verb]);
  const Reading *r = word_best(s->m->in->words, t->verb);
  if (c->kind != CLAUSE_RELATIVE || c->verb != t->verb || c->head == NONE || r->clitics & CLITIC_CONJ) return false;
  uint32_t doer = doer_before(s, t);
  bool another = informant_speaks(s, c->head) && !informant_is_channel(s, c->head);
  if (doer == NONE || doer == c->head || another) return false;
  uint32_t head = stage_phrase(s, doer)->head;
  const Reading *own = head == NONE ? NULL : word_best(s->m->in->words, head);
  bool broken = own && own->number == NUMBER_PLURAL; /* «قوات»: feminine singular on the verb */
  if (own && r->number == NUMBER_PLURAL && own->number != NUMBER_PLURAL) return false;
  return !own || r->gender == (broken ? GENDER_FEMININE : own->gender);
}

/* «ندد المبعوث بالقصف. وقال إن», «وصل الوزير أمس، وأكد أن»: nobody spoke in the sentence before, or so far in this one,
 * and one man's deed opened it. */
static uint32_t topic_of_before(const Stage *s, const Telling *t) {
  const Text *text = s->m->in->text;
  uint32_t number = text->tokens[t->verb].sentence;
  const Reading *r = word_best(s->m->in->words, t->verb);
  if (t->participle || t->masdar || !(r->clitics & CLITIC_CONJ) || r->number == NUMBER_PLURAL) return NONE;
  const Sentence *x = &text->sentences[number];
  uint32_t end = t->verb;
  if (t->verb == x->first) {
    if (!number) return NONE;
    x--;
    end = x->last;
  }
  for (uint32_t i = x->first; i < end; i++)
    if (s->speaker_of[i] != SPEAKER_OUTLET) return NONE;
  const Clause *c = stage_clause(s, s->m->c->clause_of[x->first]);
  if (c->verb == NONE || c->verb >= end || c->passive || c->subject == NONE) return NONE;
  const Phrase *f = stage_phrase(s, c->subject);
  bool man = f->person != NONE || f->classes & (s->m->k->official | s->m->k->leader | s->m->k->spokesman);
  if (!man || f->plural || f->prep != NONE || f->head == NONE || f->last > end) return NONE;
  if (!informant_speaks(s, c->subject) || informant_is_channel(s, c->subject)) return NONE;
  const Reading *own = word_best(s->m->in->words, f->head);
  return own->gender == GENDER_NONE || own->gender == r->gender ? c->subject : NONE;
}

/* «واتهم النظام بقصف الحي»: who accuses, where only the accused is told. */
static uint32_t accuser_before(Stage *s, const Telling *t, const Heard *heard) {
  bool joined = word_best(s->m->in->words, t->verb)->clitics & CLITIC_WA;
  uint32_t asker = joined && heard->current == SPEAKER_OUTLET ? asker_before(s, t, heard) : SPEAKER_UNTOLD;
  if (asker != SPEAKER_UNTOLD) return asker;
  return joined && heard->last != SPEAKER_OUTLET && heard->spoke ? heard->last : SPEAKER_UNTOLD;
}

/* «نقلت الوكالة عن الناطق قوله إن»: `origin`, from whom it is passed on, through whom the verb's subject is. */
static uint32_t teller_passed_on(Stage *s, const Telling *t, const Heard *heard, uint32_t origin, uint32_t subject) {
  uint32_t who = informant_of(s, origin, t->content, heard->last);
  if (who >= SPEAKER_UNTOLD) return who;
  who = channels_among(s, who, stage_phrase(s, origin)->last, t->content);
  if (subject == NONE || subject == origin) return who;
  bool inside = subject > origin && stage_phrase(s, subject)->first < s->speakers.at[who].who.at[0].last;
  return inside ? who : informant_through(s, who, subject, stage_phrase(s, origin)->first);
}

/* Who tells, where the verb has no subject. */
static uint32_t teller_untold(Stage *s, const Telling *t, const Heard *heard) {
  if (t->participle && heard->current != SPEAKER_OUTLET) return heard->current;
  if (tells_of_his_deed(s, t)) return informant_of(s, doer_before(s, t), t->verb, heard->last);
  uint32_t doer = t->participle ? doer_before(s, t) : NONE;
  if (doer != NONE) return channels_of_telling(s, informant_of(s, doer, t->verb, heard->last), t);
  const Clause *c = stage_clause(s, s->m->c->clause_of[t->verb]);
  bool own = c->subject != NONE && stage_phrase(s, c->subject)->last <= t->verb && informant_speaks(s, c->subject);
  /* «على موقع التواصل، تويتر، حيث قال»; but «بيان للقيادة، نشر أمس، أن» leads to whose it is */
  own = own && (stage_phrase(s, c->subject)->classes & s->m->k->speech || !informant_is_channel(s, c->subject));
  if (own && heard->current == SPEAKER_OUTLET && stage_clause(s, c->up == NONE ? 0 : c->up)->verb != NONE &&
      !(s->m->c->marks[t->verb] & SET_BIT(SET_GOES_ON)))
    return channels_of_telling(s, informant_of(s, c->subject, t->verb, heard->last), t);
  uint32_t topic = topic_of_before(s, t);
  if (topic != NONE) return channels_of_telling(s, informant_of(s, topic, t->verb, heard->last), t);
  return heard->last == SPEAKER_OUTLET ? SPEAKER_UNTOLD : channels_of_telling(s, heard->last, t);
}

uint32_t teller_of(Stage *s, const Telling *t, const Heard *heard) {
  if (only_accused(s, t)) return accuser_before(s, t, heard);
  if (token_sets(s, t->verb) & SET_BIT(SET_STANDS_IN)) return speaker_of_paper(s, t, heard);
  bool self = !t->participle && !t->masdar && word_best(s->m->in->words, t->verb)->person == 1;
  if (self) return heard->current == SPEAKER_OUTLET ? SPEAKER_UNTOLD : heard->current; /* «"أقول إن …"» */
  uint32_t subject = telling_subject(s, t);
  uint32_t issuer = subject == NONE ? NONE : speaker_of_issued(s, subject, t, heard);
  if (issuer != NONE) return issuer;
  bool before = subject != NONE && stage_phrase(s, subject)->first < t->verb;
  uint32_t limit = before ? t->verb : t->content;
  uint32_t origin = token_sets(s, t->verb) & SET_BIT(SET_RELAYS) ? channel_origin(s, t->verb + 1, t->content) : NONE;
  if (origin != NONE) return teller_passed_on(s, t, heard, origin, subject);
  bool himself = !t->participle && subject != NONE &&
                 token_sets(s, t->content) & SET_BIT(SET_COMPLEMENTISER); /* «نقل المصور أنه» */
  if (token_sets(s, t->verb) & SET_BIT(SET_RELAYS) && !himself && (subject == NONE || !informant_is_media(s, subject)))
    return SPEAKER_UNTOLD;
  if (subject == NONE) return teller_untold(s, t, heard);
  uint32_t who = informant_of(s, subject, limit, heard->last);
  if (who < SPEAKER_UNTOLD && before) who = channel_paper(s, who, subject);
  return who < SPEAKER_UNTOLD ? channels_of_telling(s, who, t) : who;
}
