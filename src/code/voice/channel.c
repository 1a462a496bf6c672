/* Through what somebody's words came: «في بيان», «عبر حسابه», «لوكالة رويترز», «نقلاً عن».
 *
 * What stands in the speaker's own name is no channel: «مدير في وكالة الأنباء». */
#include "code/voice/channel.h"

#include "code/voice/informant.h"

uint32_t channel_origin(const Stage *s, uint32_t from, uint32_t end) {
  for (uint32_t i = from; i < end; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i || stage_phrase(s, phrase)->prep == NONE) continue;
    if (stage_phrase(s, phrase)->link == LINK_CONJ) continue;
    SetMask prep = token_sets(s, stage_phrase(s, phrase)->prep_token);
    bool whose = prep & SET_BIT(SET_ORIGIN_OF) || sets_quote(prep);
    if (whose && informant_speaks(s, phrase)) return phrase;
    bool source = stage_phrase(s, phrase)->classes & s->m->k->informant && prep & SET_BIT(SET_PARTITIVE);
    if (source) return phrase; /* «علمت الصحيفة من مصادر» */
  }
  return NONE;
}

/* «في بيان», «عبر وكالة أعماق»; what stands in the speaker's own name carries nothing: «مدير في
 * وكالة الأنباء». */
static bool carries(const Stage *s, uint32_t who, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  bool told = f->prep == NONE && f->link == LINK_FREE && informant_is_media(s, phrase) && f->actor != NONE;
  if ((f->prep == NONE && !told) || f->prep == s->m->g->prep_li) return false;
  bool of_count = phrase + 1 < s->m->c->nphrases && f[1].link == LINK_IDAFA && f[1].up == phrase && f[1].number != NONE;
  if (of_count) return false; /* «أفاد بتسجيل 70 حالة» */
  const SetMask object = SET_BIT(SET_TOWARD) | SET_BIT(SET_ORIGIN_OF);
  bool about = f->prep != NONE && token_sets(s, f->prep_token) & object && !informant_is_media(s, phrase);
  if (about && !f->pronoun) return false; /* «تحدثت عن رابط», «ألمح إلى الملف» */
  const Parts *names = &s->speakers.at[who].who;
  for (uint32_t i = 0; i < names->n; i++)
    if (f->first >= names->at[i].first && f->last <= names->at[i].last) return false;
  if (told) return s->speakers.at[who].phrase < phrase; /* «أبلغ مسؤول رويترز أن» */
  SetMask through = SET_BIT(SET_AREA_PREPOSITION) | SET_BIT(SET_CAUSE_PREPOSITION);
  bool behind = f->link == LINK_PREP && f->up != NONE && informant_is_channel(s, f->up); /* «مقابلة مع قناة …» */
  bool talk = f->link == LINK_PREP && f->up != NONE && stage_phrase(s, f->up)->prep != NONE && /* «في اتصال مع قناة» */
              f->prep_token == stage_phrase(s, f->up)->last && stage_phrase(s, f->up)->classes & s->m->k->event;
  bool media = informant_is_media(s, phrase) && (behind || talk || token_sets(s, f->prep_token) & through);
  return media || informant_is_channel(s, phrase);
}

uint32_t channels_among(Stage *s, uint32_t who, uint32_t from, uint32_t end) {
  const Clauses *c = s->m->c;
  for (uint32_t i = from; i < end && who < SPEAKER_UNTOLD; i++) {
    uint32_t phrase = c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    bool listener = f->prep == s->m->g->prep_li && informant_is_media(s, phrase);
    bool channel = carries(s, who, phrase);
    const Clause *own = stage_clause(s, f->clause);
    bool passed_on =
        own->kind == CLAUSE_RELATIVE && f->first > own->verb && informant_is_media(s, phrase) && f->prep == NONE;
    if (listener || channel || passed_on) who = informant_through(s, who, phrase, end);
  }
  return who;
}

/* «وفي تغريدة على تويتر، قال …»: the channel before the verb, at the head of its sentence. */
static uint32_t through_opening(Stage *s, uint32_t who, uint32_t verb) {
  enum { OPENING = 14 };
  const Text *text = s->m->in->text;
  uint32_t first = text->sentences[text->tokens[verb].sentence].first, phrase = NONE;
  if (verb > first + OPENING) return who;
  for (uint32_t i = first; i < verb && phrase == NONE; i++) {
    if (word_best(s->m->in->words, i)->pos == POS_VERB) return who;
    phrase = s->m->c->phrase_of[i];
  }
  bool governed = phrase != NONE && stage_phrase(s, phrase)->prep != NONE;
  bool opens = governed && token_sets(s, stage_phrase(s, phrase)->prep_token) & SET_BIT(SET_AREA_PREPOSITION);
  return opens && informant_is_channel(s, phrase) ? channels_among(s, who, first, verb) : who;
}

/* «أعلن التنظيم مسؤوليته عن الهجوم عبر وكالة …», «أعلن الجيش مقتل عشرة في بيان»: behind the act that is announced. */
static uint32_t through_behind(Stage *s, uint32_t who, const Telling *t) {
  enum { BEHIND = 30 };
  const Text *text = s->m->in->text;
  uint32_t end = text->sentences[text->tokens[t->content].sentence].last;
  if (token_sets(s, t->content) & SET_BIT(SET_COMPLEMENTISER) || text->tokens[t->content].kind != TOKEN_WORD)
    return who;
  for (uint32_t i = t->content + 1; i < end && i < t->content + BEHIND && who < SPEAKER_UNTOLD; i++) {
    SetMask sets = token_sets(s, i);
    if (sets & SET_BIT(SET_COMPLEMENTISER) || (sets & SET_BIT(SET_TELLING) && s->m->c->phrase_of[i] == NONE)) break;
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i || stage_phrase(s, phrase)->prep == NONE) continue;
    const Phrase *f = stage_phrase(s, phrase);
    SetMask prep = token_sets(s, f->prep_token);
    bool means = prep & SET_BIT(SET_CAUSE_PREPOSITION) && !(prep & SET_BIT(SET_AREA_PREPOSITION)); /* «عبر» */
    bool in = prep & SET_BIT(SET_CAUSE_PREPOSITION) && !means;
    bool paper = in && informant_is_channel(s, phrase) && f->classes & s->m->k->speech && !f->definite; /* «في بيان» */
    bool named = means && f->actor != NONE && informant_is_media(s, phrase);
    if (f->link == LINK_CONJ || !(paper || named)) continue;
    who = informant_through(s, who, phrase, end);
  }
  return who;
}

uint32_t channels_of_telling(Stage *s, uint32_t who, const Telling *t) {
  if (!t->participle && !t->masdar && who < SPEAKER_UNTOLD) who = through_opening(s, who, t->verb);
  return through_behind(s, channels_among(s, who, t->verb + 1, t->content), t);
}

uint32_t channels_behind_source(Stage *s, uint32_t who, uint32_t from, uint32_t end) {
  enum { TAIL = 14 };
  uint32_t last = from;
  while (last < end && last < from + TAIL) {
    SetMask sets = token_sets(s, last);
    bool verb = word_best(s->m->in->words, last)->pos == POS_VERB && s->m->c->phrase_of[last] == NONE;
    const Clause *c = stage_clause(s, s->m->c->clause_of[last]);
    bool of_channel = c->kind == CLAUSE_RELATIVE && c->head != NONE && informant_is_channel(s, c->head);
    if (sets & (SET_BIT(SET_COMPLEMENTISER) | SET_BIT(SET_CLAUSE_OPENER)) || (verb && !of_channel)) break;
    last++;
  }
  return channels_among(s, who, from, last);
}

uint32_t channel_paper(Stage *s, uint32_t who, uint32_t subject) {
  const Phrase *f = stage_phrase(s, subject);
  bool of_paper = f->up != NONE && (f->link == LINK_IDAFA || f->link == LINK_PREP) && informant_is_channel(s, f->up);
  return of_paper ? informant_through(s, who, f->up, stage_phrase(s, f->up)->last) : who;
}
