/* The chain of speech through a text: who speaks, from which word to which.
 *
 *   «قال المرصد في بيان إن …»            a verb of telling opens a segment for its subject
 *   «وأضاف أن …»، «مشيراً إلى …»         one with no subject of its own goes on with who spoke
 *   «…، بحسب مصدر أمني»                  a source preposition governs its sentence, back to the
 *                                        last segment
 *   «نقلت الوكالة عن الناطق قوله إن …»   what comes «from» somebody is his, by way of the subject
 *   «الوزير: …»                          a headline's colon
 *   an open quotation                    the segment goes on over the sentence's end
 *
 * A verb tells something only where a clause with «أن», a quotation, or the noun of an act
 * follows. What nobody is said to say is the outlet's own. */
#include "code/discourse.h"

#include "code/informant.h"
#include "text/letter.h"

enum { CONTENT_AHEAD = 48, THAT_AHEAD = 16, COLON_WITHIN = 9, NAME_WORDS = 5 };

typedef struct Run {
  Stage *s;
  uint32_t last;    /* the newest speaker, or SPEAKER_OUTLET */
  uint32_t current; /* of the segment that is open in this sentence */
  uint32_t from;    /* first token of the sentence that no segment covers */
  uint32_t opening; /* the outlet that a source names at the head of this sentence, or NONE */
  bool quoted;      /* a quotation is open */
  bool noun;        /* the segment tells the noun of an act, and no clause */
} Run;

/* ---------------------------------------------------------------- signs */

typedef enum Mark { MARK_NONE, MARK_OPENS, MARK_CLOSES, MARK_EITHER } Mark;

/* Which quotation mark: the straight ones may be either. */
static Mark quotation_mark(const Stage *s, uint32_t token) {
  if (token_sign(s->m->in->text, token) != '"') return MARK_NONE;
  Str sign = text_slice(s->m->in->text, s->m->in->text->tokens[token].span);
  if (str_eq(sign, STR("\xC2\xAB")) || str_eq(sign, STR("\xE2\x80\x9C"))) return MARK_OPENS;
  if (str_eq(sign, STR("\xC2\xBB")) || str_eq(sign, STR("\xE2\x80\x9D"))) return MARK_CLOSES;
  return MARK_EITHER;
}

static bool quoted_after(const Stage *s, uint32_t token, bool quoted) {
  switch (quotation_mark(s, token)) {
    case MARK_OPENS: return true;
    case MARK_CLOSES: return false;
    case MARK_EITHER: return !quoted;
    default: return quoted;
  }
}

/* ---------------------------------------------------------------- verbs of telling */

static SetMask sets_of(const Stage *s, uint32_t token) { return s->m->c->marks[token]; }

/* «مشيراً», «لافتة»: the verb that an accusative participle is of, if one of telling; NONE. */
static bool tells_as_participle(const Stage *s, uint32_t token) {
  const Lexicon *l = s->m->g->lexicon;
  const Word *w = &s->m->in->words->at[token];
  Str letters = token_fold(s->m->in->text, token);
  uint8_t end = letters.n ? (uint8_t)letters.p[letters.n - 1] : 0;
  if (end != LETTER_ALEF && end != LETTER_TA_MARBUTA && end != LETTER_HA && end != LETTER_NUN) return false;
  for (uint32_t i = 0; i < w->n; i++) {
    const Reading *r = &w->readings[i];
    if (r->lemma >= l->n || l->lemmas[r->lemma].form != FORM_ACTIVE_PARTICIPLE || r->clitics & ~CLITIC_CONJ) continue;
    uint32_t verb = l->lemmas[r->lemma].verb;
    if (verb < l->n && s->m->g->sets_of_lemma[verb] & SET_BIT(SET_TELLING)) return true;
  }
  return false;
}

bool discourse_tells(const Stage *s, uint32_t token) { return tells_as_participle(s, token); }

/* The end of a quotation that begins at `open` and holds a name, a few words with no verb; NONE. */
static uint32_t quoted_name(const Stage *s, uint32_t open, uint32_t end) {
  for (uint32_t i = open + 1; i < end && i <= open + NAME_WORDS + 1; i++) {
    if (quotation_mark(s, i) != MARK_NONE) return i > open + 1 ? i : NONE;
    if (s->m->c->phrase_of[i] == NONE && word_best(s->m->in->words, i)->pos == POS_VERB) return NONE;
  }
  return NONE;
}

/* «في بيان نشر على موقعه», «في تقرير نشرته الصحيفة»: how the paper came out. */
static bool publishes(const Stage *s, uint32_t verb) {
  const Clause *c = stage_clause(s, s->m->c->clause_of[verb]);
  if (c->kind != CLAUSE_RELATIVE || c->verb != verb || c->head == NONE) return false;
  return sets_of(s, verb) & SET_BIT(SET_TELLING_THAT) && informant_is_channel(s, c->head);
}

/* «حاكم ولاية "بدغيس" …»: what is quoted is the end of a name that began before. */
static bool begins_before(const Stage *s, uint32_t phrase, uint32_t quote) {
  return stage_phrase(s, phrase)->first < quote || stage_phrase(s, phrase)->place != NONE;
}

/* Where what is told begins: the «أن», the colon, the quotation; NONE. A quotation right
 * behind the verb that holds a name and nothing else is the subject's. */
static uint32_t clause_told(const Stage *s, uint32_t verb, uint32_t end, uint32_t ahead, bool quoted) {
  uint32_t names = 0;
  for (uint32_t i = verb + 1; i < end && i < verb + ahead; i++) {
    if (sets_of(s, i) & SET_BIT(SET_COMPLEMENTISER)) return i;
    if (token_sign(s->m->in->text, i) == ':') return i;
    bool other = sets_of(s, i) & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT)) &&
                 word_best(s->m->in->words, i)->pos == POS_VERB;
    if (other && s->m->c->phrase_of[i] == NONE && !publishes(s, i)) return NONE;
    if (quotation_mark(s, i) == MARK_NONE) continue;
    quoted = quoted_after(s, i, quoted);
    if (!quoted) continue;
    uint32_t close = quoted_name(s, i, end), phrase = i + 1 < end ? s->m->c->phrase_of[i + 1] : NONE;
    bool name =
        close != NONE && phrase != NONE && names < 2 && (informant_speaks(s, phrase) || begins_before(s, phrase, i));
    if (!name) return i;
    i = close;
    quoted = false;
    names++;
  }
  return NONE;
}

/* Can the word be the noun of an act, in any reading? «أعلن الجيش قصف المواقع». */
static bool names_act(const Stage *s, uint32_t token) {
  const Lexicon *l = s->m->g->lexicon;
  const Word *w = &s->m->in->words->at[token];
  ClassSet acts = s->m->k->event | s->m->k->deed;
  for (uint32_t i = 0; i < w->n; i++) {
    const Reading *r = &w->readings[i];
    if (r->lemma >= l->n || r->pos != POS_NOUN) continue;
    if (l->lemmas[r->lemma].form == FORM_MASDAR || l->lemmas[r->lemma].classes & acts) return true;
  }
  return false;
}

/* «قال مسؤول طلب عدم كشف هويته إن»: what may be a verb right behind somebody without the article tells of him. */
static bool tells_of_source(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase), *o = phrase ? stage_phrase(s, phrase - 1) : NULL;
  if (!o || o->last != f->first || o->definite || f->definite || f->last != f->first + 1) return false;
  if (!(o->classes & (s->m->k->informant | s->m->k->official | s->m->k->person | s->m->k->spokesman))) return false;
  const Word *w = &s->m->in->words->at[f->head];
  for (uint32_t i = 0; i < w->n; i++)
    if (w->readings[i].pos == POS_VERB && !w->readings[i].clitics && w->readings[i].person == 3) return true;
  return false;
}

/* «أعلن الجيش مقتل …», «كشفت عن اعتقال …», «أفاد بوقوع …»: the noun of an act. */
static uint32_t act_told(const Stage *s, uint32_t verb, uint32_t end) {
  const Clauses *c = s->m->c;
  for (uint32_t i = verb + 1; i < end && i < verb + CONTENT_AHEAD; i++) {
    uint32_t phrase = c->phrase_of[i];
    if (s->m->in->text->tokens[i].kind != TOKEN_WORD) continue;
    if (phrase != NONE) {
      const Phrase *f = stage_phrase(s, phrase);
      if (f->head != i || f->date != NONE || informant_speaks(s, phrase)) continue;
      bool unnamed = i > 0 && sets_of(s, i) & SET_BIT(SET_TELLING) && sets_of(s, i - 1) & SET_BIT(SET_NEGATION);
      if (tells_of_source(s, phrase) || unnamed) continue; /* «طلب عدم كشف هويته» */
      bool of_name = f->link == LINK_IDAFA || (f->link == LINK_PREP && f->prep == s->m->g->prep_li);
      if (of_name && informant_speaks(s, f->up)) continue; /* «وزارة الدفاع», «اللجنة الوطنية لمكافحة الإرهاب» */
      const Clause *own = stage_clause(s, f->clause); /* «الذي يرافق الرئيس في زيارته» */
      if (own->kind == CLAUSE_RELATIVE && own->verb != NONE && own->verb > verb && own->verb < i) continue;
    }
    if (phrase == NONE) {
      if (word_best(s->m->in->words, i)->pos == POS_VERB && names_act(s, i)) return i;
      continue;
    }
    const Phrase *f = stage_phrase(s, phrase);
    if (f->form == FORM_MASDAR || f->classes & (s->m->k->event | s->m->k->deed)) return f->first;
  }
  return NONE;
}

typedef struct Telling {
  uint32_t verb, content;
  bool participle, masdar;
} Telling;

/* «إعلان المرصد أن …»: a masdar of telling with who tells it. */
static bool tells_as_masdar(const Stage *s, uint32_t token) {
  const Lexicon *l = s->m->g->lexicon;
  const Reading *r = word_best(s->m->in->words, token);
  if (r->lemma >= l->n || l->lemmas[r->lemma].form != FORM_MASDAR || r->clitics & CLITIC_AL) return false;
  uint32_t verb = l->lemmas[r->lemma].verb, phrase = s->m->c->phrase_of[token];
  if (verb >= l->n || !(s->m->g->sets_of_lemma[verb] & SET_BIT(SET_TELLING)) || phrase == NONE) return false;
  bool complement = phrase + 1 < s->m->c->nphrases && stage_phrase(s, phrase + 1)->up == phrase &&
                    stage_phrase(s, phrase + 1)->link == LINK_IDAFA;
  return complement && stage_phrase(s, phrase)->head == token && informant_speaks(s, phrase + 1);
}

/* «أكد العميد خلفان الكعبي أن»: a noun that nothing parts from «أن» is of the subject's words; one
 * verb does not tell an act and a clause besides, but for «مقتل جندي، وأن …». */
static bool runs_into(const Stage *s, uint32_t act, uint32_t that) {
  if (that == NONE || !(sets_of(s, that) & SET_BIT(SET_COMPLEMENTISER))) return false;
  for (uint32_t i = act; i <= that; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    if (s->m->in->text->tokens[i].kind == TOKEN_PUNCT || r->pos == POS_VERB || r->clitics & CLITIC_CONJ) return false;
    if (i < that && tells_as_participle(s, i)) return false;
  }
  return true;
}

/* «حملت الحكومة المتمردين مسؤولية الهجوم»: what the verb blames somebody for, up to the noun. */
static bool blames(const Stage *s, uint32_t i, uint32_t end, Telling *t) {
  enum { REACH = 10 };
  if (!(sets_of(s, i) & SET_BIT(SET_BLAMES)) || word_best(s->m->in->words, i)->pos != POS_VERB) return false;
  for (uint32_t k = i + 1; k < end && k < i + REACH; k++) {
    if (s->m->c->phrase_of[k] == NONE || !(sets_of(s, k) & SET_BIT(SET_CLAIMED))) continue;
    *t = (Telling){.verb = i, .content = k};
    return true;
  }
  return false;
}

/* «لم تعلن أي جهة مسؤوليتها», «لم يذكر البيان أن». */
static bool negated(const Stage *s, uint32_t verb) {
  return verb && sets_of(s, verb - 1) & SET_BIT(SET_NEGATION) && word_best(s->m->in->words, verb - 1)->pos != POS_NOUN;
}

static bool telling_at(const Stage *s, uint32_t i, uint32_t end, bool quoted, Telling *t) {
  SetMask sets = sets_of(s, i);
  const Reading *r = word_best(s->m->in->words, i);
  bool between = i && sets_of(s, i - 1) & SET_BIT(SET_BETWEEN); /* «ما بين» */
  if (sets & SET_BIT(SET_RECALLS) || between) return false;
  bool verb = r->pos == POS_VERB && sets & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT) | SET_BIT(SET_STANDS_IN));
  if (blames(s, i, end, t)) return true;
  t->participle = !verb && tells_as_participle(s, i);
  t->masdar = !verb && !t->participle && tells_as_masdar(s, i);
  if (!verb && !t->participle && !t->masdar) return false;
  t->verb = i;
  if (verb && (publishes(s, i) || negated(s, i))) return false;
  bool only_that = (sets & (SET_BIT(SET_TELLING_THAT) | SET_BIT(SET_STANDS_IN))) != 0;
  uint32_t that = clause_told(s, i, end, only_that ? THAT_AHEAD : CONTENT_AHEAD, quoted);
  uint32_t act = only_that ? NONE : act_told(s, i, end);
  t->content = act < that && !t->masdar && !runs_into(s, act, that) ? act : that;
  return t->content != NONE;
}

/* The phrase that ends right before a verb, with what hangs on it: «التحالف يعلن …», «أما الجيش
 * فأعلن …»; in a relative clause its head. */
static uint32_t subject_before(const Stage *s, const Telling *t) {
  enum { UPWARD = 6, GAP = 4 };
  const Clauses *c = s->m->c;
  const Clause *own = stage_clause(s, c->clause_of[t->verb]);
  const Reading *r = word_best(s->m->in->words, t->verb);
  if (t->masdar) return c->phrase_of[t->verb] + 1;
  if (t->participle || r->clitics & CLITIC_WA) return NONE;
  if (own->kind == CLAUSE_RELATIVE && own->verb == t->verb && own->before != NONE) /* «ما جعل الوزارة تؤكد أن» */
    return informant_speaks(s, own->before) ? own->before : NONE;
  if (own->kind == CLAUSE_RELATIVE && own->verb == t->verb && own->head != NONE)
    return informant_speaks(s, own->head) ? own->head : NONE;
  uint32_t first = s->m->in->text->sentences[s->m->in->text->tokens[t->verb].sentence].first, i = NONE;
  for (uint32_t k = t->verb, steps = 0; k-- > first && steps < GAP && i == NONE; steps++) i = c->phrase_of[k];
  for (uint32_t steps = 0; i != NONE && steps < UPWARD; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->link == LINK_FREE || f->link == LINK_CONJ || f->up == NONE) break;
    i = f->up;
  }
  if (i == NONE) return NONE;
  const Phrase *f = stage_phrase(s, i);
  bool governed = f->prep != NONE && f->link != LINK_CONJ; /* «…، والمرصد يعلن أن» begins anew */
  return !governed && f->date == NONE && informant_speaks(s, i) ? i : NONE;
}

/* «على موقع التواصل الاجتماعي تويتر»: the name of the channel right before it. */
static bool names_channel(const Stage *s, uint32_t phrase) {
  enum { UPWARD = 3 };
  uint32_t before = phrase ? phrase - 1 : NONE;
  if (before == NONE || stage_phrase(s, before)->last != stage_phrase(s, phrase)->first) return false;
  for (uint32_t n = 0; n < UPWARD && stage_phrase(s, before)->link == LINK_IDAFA; n++)
    before = stage_phrase(s, before)->up;
  return stage_phrase(s, before)->prep != NONE && informant_is_channel(s, before);
}

/* The first phrase behind the verb that can speak and that nothing governs, before the content. */
static uint32_t subject_behind(const Stage *s, const Telling *t) {
  const Clauses *c = s->m->c;
  for (uint32_t i = t->verb + 1; i < t->content; i++) {
    uint32_t phrase = c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep != NONE || f->date != NONE || f->link == LINK_IDAFA) continue;
    const Clause *own = stage_clause(s, f->clause); /* «في تصريح بثته الوكالة» */
    if (own->kind == CLAUSE_RELATIVE && own->verb != NONE && own->verb > t->verb && own->verb < i) continue;
    if (informant_is_channel(s, phrase) && names_channel(s, phrase)) continue;
    bool unknown = f->head != NONE && word_best(s->m->in->words, f->head)->guessed; /* a name that no table has */
    unknown |= f->head == t->verb + 1 && f->definite && !f->classes && f->place == NONE && f->form != FORM_MASDAR;
    return informant_speaks(s, phrase) || (unknown && f->number == NONE) ? phrase : NONE;
  }
  return NONE;
}

/* «وفي ما يتعلق بالقتلى، أحصى المرصد»: what a comma parts from the verb is its subject only where
 * none stands behind: «وكانت القوات، التي …، أعلنت». */
static uint32_t subject_of(const Stage *s, const Telling *t) {
  const Text *text = s->m->in->text;
  uint32_t behind = subject_behind(s, t);
  bool parted =
      t->verb > 0 && text->tokens[t->verb - 1].kind == TOKEN_PUNCT && quotation_mark(s, t->verb - 1) == MARK_NONE;
  if (!parted || t->masdar) {
    uint32_t before = subject_before(s, t);
    return before != NONE ? before : behind;
  }
  if (behind != NONE || t->participle) return behind;
  const Clause *main = stage_clause(s, s->m->c->clause_of[text->sentences[text->tokens[t->verb].sentence].first]);
  bool was = main->verb != NONE && sets_of(s, main->verb) & SET_BIT(SET_WAS);
  uint32_t topic = main->subject != NONE ? main->subject : main->before != NONE ? main->before : main->after;
  bool tells = (was || main->verb == NONE) && topic != NONE && stage_phrase(s, topic)->last <= t->verb;
  return tells && stage_phrase(s, topic)->prep == NONE && informant_speaks(s, topic) ? topic : NONE;
}

/* Behind «نقلت الوكالة», «بحسب الصحيفة»: the one the words come from, «عن المتحدث»; NONE. */
static uint32_t origin_in(const Stage *s, uint32_t from, uint32_t end) {
  for (uint32_t i = from; i < end; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i || stage_phrase(s, phrase)->prep == NONE) continue;
    if (stage_phrase(s, phrase)->link == LINK_CONJ) continue;
    SetMask prep = sets_of(s, stage_phrase(s, phrase)->prep_token);
    if (prep & (SET_BIT(SET_ORIGIN_OF) | SET_BIT(SET_ORIGIN)) && informant_speaks(s, phrase)) return phrase;
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
  const Parts *names = &s->speakers.at[who].who;
  for (uint32_t i = 0; i < names->n; i++)
    if (f->first >= names->at[i].first && f->last <= names->at[i].last) return false;
  if (told) return s->speakers.at[who].phrase < phrase; /* «أبلغ مسؤول رويترز أن» */
  SetMask through = SET_BIT(SET_AREA_PREPOSITION) | SET_BIT(SET_CAUSE_PREPOSITION);
  bool behind = f->link == LINK_PREP && f->up != NONE && informant_is_channel(s, f->up); /* «مقابلة مع قناة …» */
  bool talk = f->link == LINK_PREP && f->up != NONE && stage_phrase(s, f->up)->prep != NONE && /* «في اتصال مع قناة» */
              f->prep_token == stage_phrase(s, f->up)->last && stage_phrase(s, f->up)->classes & s->m->k->event;
  bool media = informant_is_media(s, phrase) && (behind || talk || sets_of(s, f->prep_token) & through);
  return media || informant_is_channel(s, phrase);
}

/* «في بيان», «عبر حسابه», «لوكالة رويترز», «في بيان نشرته وكالة …» among the words given. */
static uint32_t through_channels(Stage *s, uint32_t who, uint32_t from, uint32_t end) {
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
  bool opens = governed && sets_of(s, stage_phrase(s, phrase)->prep_token) & SET_BIT(SET_AREA_PREPOSITION);
  return opens && informant_is_channel(s, phrase) ? through_channels(s, who, first, verb) : who;
}

/* «أعلن التنظيم مسؤوليته عن الهجوم عبر وكالة …», «أعلن الجيش مقتل عشرة في بيان»: behind the act that is announced. */
static uint32_t through_behind(Stage *s, uint32_t who, const Telling *t) {
  enum { BEHIND = 30 };
  const Text *text = s->m->in->text;
  uint32_t end = text->sentences[text->tokens[t->content].sentence].last;
  if (sets_of(s, t->content) & SET_BIT(SET_COMPLEMENTISER) || text->tokens[t->content].kind != TOKEN_WORD) return who;
  for (uint32_t i = t->content + 1; i < end && i < t->content + BEHIND && who < SPEAKER_UNTOLD; i++) {
    SetMask sets = sets_of(s, i);
    if (sets & SET_BIT(SET_COMPLEMENTISER) || (sets & SET_BIT(SET_TELLING) && s->m->c->phrase_of[i] == NONE)) break;
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i || stage_phrase(s, phrase)->prep == NONE) continue;
    const Phrase *f = stage_phrase(s, phrase);
    SetMask prep = sets_of(s, f->prep_token);
    bool means = prep & SET_BIT(SET_CAUSE_PREPOSITION) && !(prep & SET_BIT(SET_AREA_PREPOSITION)); /* «عبر» */
    bool in = prep & SET_BIT(SET_CAUSE_PREPOSITION) && !means;
    bool paper = in && informant_is_channel(s, phrase) && f->classes & s->m->k->speech && !f->definite; /* «في بيان» */
    bool named = means && f->actor != NONE && informant_is_media(s, phrase);
    if (f->link == LINK_CONJ || !(paper || named)) continue;
    who = informant_through(s, who, phrase, end);
  }
  return who;
}

static uint32_t through_all(Stage *s, uint32_t who, const Telling *t) {
  if (!t->participle && !t->masdar && who < SPEAKER_UNTOLD) who = through_opening(s, who, t->verb);
  return through_behind(s, through_channels(s, who, t->verb + 1, t->content), t);
}

/* «…، بحسب ما ذكر الوزير في بيان نشرته وكالة …»: behind a source, to the end of its clause. */
static uint32_t through_tail(Stage *s, uint32_t who, uint32_t from, uint32_t end) {
  enum { TAIL = 14 };
  uint32_t last = from;
  while (last < end && last < from + TAIL) {
    SetMask sets = sets_of(s, last);
    bool verb = word_best(s->m->in->words, last)->pos == POS_VERB && s->m->c->phrase_of[last] == NONE;
    const Clause *c = stage_clause(s, s->m->c->clause_of[last]);
    bool of_channel = c->kind == CLAUSE_RELATIVE && c->head != NONE && informant_is_channel(s, c->head);
    if (sets & (SET_BIT(SET_COMPLEMENTISER) | SET_BIT(SET_CLAUSE_OPENER)) || (verb && !of_channel)) break;
    last++;
  }
  return through_channels(s, who, from, last);
}

/* «جاء في بيان للوزارة أن»: whose paper it is. */
static uint32_t speaker_of_paper(Run *y, const Telling *t) {
  Stage *s = y->s;
  for (uint32_t i = t->verb + 1; i < t->content && i < t->verb + 4; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->prep == NONE) continue;
    return informant_is_channel(s, phrase) ? informant_of(s, phrase, t->content, y->last) : SPEAKER_UNTOLD;
  }
  return SPEAKER_UNTOLD;
}

/* «في بيان للقوات قالت فيه إن»: the paper whose issuer the relative clause takes up. */
static uint32_t through_paper(Stage *s, uint32_t who, uint32_t subject) {
  const Phrase *f = stage_phrase(s, subject);
  bool of_paper = f->up != NONE && (f->link == LINK_IDAFA || f->link == LINK_PREP) && informant_is_channel(s, f->up);
  return of_paper ? informant_through(s, who, f->up, stage_phrase(s, f->up)->last) : who;
}

static uint32_t speaker_of_telling(Run *y, const Telling *t) {
  Stage *s = y->s;
  if (sets_of(s, t->verb) & SET_BIT(SET_STANDS_IN)) return speaker_of_paper(y, t);
  uint32_t subject = subject_of(s, t);
  bool before = subject != NONE && stage_phrase(s, subject)->first < t->verb;
  uint32_t limit = before ? t->verb : t->content;
  uint32_t origin = sets_of(s, t->verb) & SET_BIT(SET_RELAYS) ? origin_in(s, t->verb + 1, t->content) : NONE;
  if (origin != NONE) {
    uint32_t who = informant_of(s, origin, t->content, y->last);
    if (who >= SPEAKER_UNTOLD) return who;
    who = through_channels(s, who, stage_phrase(s, origin)->last, t->content);
    if (subject != NONE && subject != origin) who = informant_through(s, who, subject, stage_phrase(s, origin)->first);
    return who;
  }
  if (sets_of(s, t->verb) & SET_BIT(SET_RELAYS) && (subject == NONE || !informant_is_media(s, subject)))
    return SPEAKER_UNTOLD;
  if (subject == NONE) {
    if (t->participle && y->current != SPEAKER_OUTLET) return y->current;
    const Clause *c = stage_clause(s, s->m->c->clause_of[t->verb]);
    bool own = c->subject != NONE && stage_phrase(s, c->subject)->last <= t->verb && informant_speaks(s, c->subject);
    if (own && y->current == SPEAKER_OUTLET && stage_clause(s, c->up == NONE ? 0 : c->up)->verb != NONE &&
        !(s->m->c->marks[t->verb] & SET_BIT(SET_GOES_ON)))
      return through_all(s, informant_of(s, c->subject, t->verb, y->last), t);
    return y->last == SPEAKER_OUTLET ? SPEAKER_UNTOLD : through_all(s, y->last, t);
  }
  uint32_t who = informant_of(s, subject, limit, y->last);
  if (who < SPEAKER_UNTOLD && before) who = through_paper(s, who, subject);
  return who < SPEAKER_UNTOLD ? through_all(s, who, t) : who;
}

/* ---------------------------------------------------------------- segments */

static void spread(Stage *s, uint32_t first, uint32_t last, uint32_t speaker) {
  for (uint32_t i = first; i < last; i++) s->speaker_of[i] = speaker;
}

static void open_segment(Run *y, uint32_t from, uint32_t speaker) {
  y->current = speaker;
  y->from = from;
  if (speaker != SPEAKER_OUTLET) y->last = speaker;
}

static void close_segment(Run *y, uint32_t end) {
  if (y->from < end) spread(y->s, y->from, end, y->current);
  y->from = end;
}

/* «تبنى التنظيم، في بيان …، الهجوم», not «تبنت الحكومة استراتيجية لوقف …»: the act is what is claimed,
 * with nothing but its claimant and prepositional phrases before it. */
static bool claims_act(const Stage *s, const Telling *t) {
  enum { REACH = 24 };
  uint32_t subject = subject_of(s, t), phrase = s->m->c->phrase_of[t->content];
  if (phrase == NONE || t->content > t->verb + REACH) return false;
  for (uint32_t i = t->verb + 1; i < t->content; i++) {
    uint32_t k = s->m->c->phrase_of[i];
    if (k == NONE || k == subject || stage_phrase(s, k)->first != i) continue;
    const Phrase *f = stage_phrase(s, k);
    bool own = stage_clause(s, f->clause)->kind != CLAUSE_RELATIVE;
    if (own && f->prep == NONE && f->link == LINK_FREE && f->date == NONE && f->person == NONE) return false;
  }
  return (stage_phrase(s, phrase)->classes & s->m->k->event) != 0;
}

/* «قال المرصد إن مصادر موثوقة أكدت أن …»: the body passes on what its sources say. */
static bool retold(const Stage *s, uint32_t current, uint32_t who, const Telling *t) {
  if (current == SPEAKER_OUTLET || s->speakers.at[current].same == s->speakers.at[who].same) return false;
  const Clause *c = stage_clause(s, s->m->c->clause_of[t->verb]);
  const Phrase *f = stage_phrase(s, s->speakers.at[who].phrase), *o = stage_phrase(s, s->speakers.at[current].phrase);
  bool body = o->person == NONE && o->classes & (s->m->k->media | s->m->k->organisation);
  return c->kind == CLAUSE_COMPLEMENT && f->person == NONE && f->classes & s->m->k->informant && body;
}

/* «أوضح في لقاء بالبيت الأبيض أن», «قال خلال زيارته إن»: where and when he said it is not of what he said. */
static void leave_setting(Run *y, const Telling *t, uint32_t before) {
  Stage *s = y->s;
  const SetMask settings = SET_BIT(SET_AREA_PREPOSITION) | SET_BIT(SET_AFTER) | SET_BIT(SET_PERIOD);
  if (!(sets_of(s, t->content) & SET_BIT(SET_COMPLEMENTISER)) && s->m->in->text->tokens[t->content].kind == TOKEN_WORD)
    return;
  for (uint32_t i = t->verb + 1; i < t->content; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->prep == NONE || stage_phrase(s, phrase)->link == LINK_CONJ) continue;
    if (!(sets_of(s, stage_phrase(s, phrase)->prep_token) & settings)) continue;
    close_segment(y, i);
    spread(s, i, t->content, before);
    y->from = t->content;
    return;
  }
}

static void put_telling(Run *y, const Telling *t) {
  Stage *s = y->s;
  if (sets_of(s, t->verb) & SET_BIT(SET_CLAIMED)) {
    if (y->current != SPEAKER_OUTLET) return; /* a claim that is told by who speaks already */
    if (!claims_act(s, t)) return;
  }
  uint32_t who = speaker_of_telling(y, t);
  if (who == SPEAKER_UNTOLD) return;
  if (who != SPEAKER_OUTLET) {
    if (y->opening != NONE && !informant_is_media(s, s->speakers.at[who].phrase)) /* «وبحسب رويترز، قالت …» */
      who = informant_through(s, who, y->opening, t->verb);
    if (retold(s, y->current, who, t)) who = informant_through(s, who, s->speakers.at[y->current].phrase, t->verb);
    SetMask sets = sets_of(s, t->verb);
    who = informant_who(s, who, (sets & SET_BIT(SET_DENIED)) != 0, (sets & SET_BIT(SET_ALLEGED)) != 0);
  }
  uint32_t before = y->current;
  close_segment(y, t->verb);
  open_segment(y, t->verb, who);
  y->noun = !(sets_of(s, t->content) & SET_BIT(SET_COMPLEMENTISER)) && !y->quoted &&
            s->m->in->text->tokens[t->content].kind == TOKEN_WORD;
  leave_setting(y, t, before);
}

/* The phrase that a source preposition at `i` governs, past «ما ذكرت»; NONE. */
static uint32_t source_phrase(const Stage *s, uint32_t i, uint32_t end) {
  enum { SOURCE_WITHIN = 5 };
  uint32_t n = s->m->c->mark_n[i] ? s->m->c->mark_n[i] : 1;
  for (uint32_t k = i + n; k < end && k < i + n + SOURCE_WITHIN; k++) {
    uint32_t phrase = s->m->c->phrase_of[k];
    if (phrase == NONE || stage_phrase(s, phrase)->date != NONE) continue;
    return informant_speaks(s, phrase) ? phrase : NONE;
  }
  return NONE;
}

/* «شنت القوات غارة، بحسب ما أعلنت في بيان»: who told it is who did it. */
static uint32_t teller_of_own_deed(Run *y, uint32_t channel, const Sentence *x) {
  Stage *s = y->s;
  const Phrase *f = stage_phrase(s, channel);
  uint32_t subject = stage_clause(s, s->m->c->clause_of[x->first])->subject;
  if (!informant_is_channel(s, channel) || f->definite || f->prep == NONE || subject == NONE) return SPEAKER_UNTOLD;
  if (!(s->m->c->marks[f->prep_token] & SET_BIT(SET_AREA_PREPOSITION)) || !informant_speaks(s, subject))
    return SPEAKER_UNTOLD;
  uint32_t who = informant_of(s, subject, x->last, y->last);
  return who < SPEAKER_UNTOLD ? informant_through(s, who, channel, f->last) : who;
}

/* Who a source names: «نقلاً عن مصدر», «بحسب الوكالة عن مصدر», «وفق بيان». */
static uint32_t source_named(Run *y, uint32_t phrase, const Sentence *x) {
  Stage *s = y->s;
  uint32_t who = teller_of_own_deed(y, phrase, x);
  if (who != SPEAKER_UNTOLD) return who;
  uint32_t end = stage_phrase(s, phrase)->last, reach = end + 12 < x->last ? end + 12 : x->last;
  uint32_t origin = informant_is_media(s, phrase) ? origin_in(s, end, reach) : NONE;
  who = informant_of(s, origin == NONE ? phrase : origin, x->last, y->last);
  if (who >= SPEAKER_UNTOLD) return who;
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && stage_phrase(s, i)->first < reach; i++)
    if (stage_phrase(s, i)->prep == s->m->g->prep_li && informant_is_media(s, i)) /* «مصدر لوكالة …» */
      who = informant_through(s, who, i, x->last);
  if (origin != NONE) who = informant_through(s, who, phrase, stage_phrase(s, origin)->prep_token);
  return through_tail(s, who, end, x->last);
}

/* «ذكرت القناة نقلاً عن مصدر عسكري أن …»: the word is the source's, the channel passed it on. */
static bool put_origin(Run *y, uint32_t i, uint32_t phrase, const Sentence *x) {
  Stage *s = y->s;
  uint32_t teller = s->speakers.at[y->current].phrase;
  const Parts *names = &s->speakers.at[y->current].who;
  if (!(sets_of(s, i) & SET_BIT(SET_ORIGIN)) || !informant_is_media(s, teller) || !names->n) return false;
  uint32_t limit = names->at[0].last;
  uint32_t who = informant_of(s, phrase, x->last, y->last);
  if (who >= SPEAKER_UNTOLD) return false;
  who = informant_through(s, who, teller, limit);
  open_segment(y, y->from, who);
  return true;
}

/* A source behind a segment that has its speaker is only a channel of it. Gives the token
 * behind what it has read. */
static uint32_t put_source(Run *y, uint32_t i, const Sentence *x) {
  Stage *s = y->s;
  uint32_t phrase = source_phrase(s, i, x->last);
  if (phrase == NONE) return i + 1;
  uint32_t end = stage_phrase(s, phrase)->last;
  if (y->current != SPEAKER_OUTLET && i > x->first) {
    if (put_origin(y, i, phrase, x)) return end;
    bool channel = informant_is_channel(s, phrase) || informant_is_media(s, phrase);
    if (channel && !stage_phrase(s, phrase)->pronoun) y->current = informant_through(s, y->current, phrase, x->last);
    y->last = y->current;
    return end;
  }
  uint32_t who = source_named(y, phrase, x);
  if (who >= SPEAKER_UNTOLD) return end;
  open_segment(y, y->from, who);
  if (i <= x->first + 1 && informant_is_media(s, phrase) && s->speakers.at[who].phrase == phrase) y->opening = phrase;
  bool goes_on = end < x->last && sets_of(s, end) & SET_BIT(SET_COMPLEMENTISER); /* «وفق ما أعلن الجيش أن» */
  if (i > x->first + 1 && !goes_on) { /* what follows a source is the outlet's again, until somebody speaks */
    close_segment(y, end);
    y->current = SPEAKER_OUTLET;
    y->from = end;
  }
  return end;
}

/* «…، كما أعلن التحالف»: as he said, with nothing told behind it. */
static bool as_told(const Stage *s, uint32_t i, const Sentence *x, bool quoted) {
  Telling t;
  if (!(sets_of(s, i) & SET_BIT(SET_AS_TOLD)) || i == x->first || i + 1 >= x->last) return false;
  bool verb = sets_of(s, i + 1) & SET_BIT(SET_TELLING) && word_best(s->m->in->words, i + 1)->pos == POS_VERB;
  return verb && !telling_at(s, i + 1, x->last, quoted, &t);
}

/* «الوزير: …» at the head of a line. */
static void put_colon(Run *y, uint32_t i, const Sentence *x) {
  Stage *s = y->s;
  if (y->current != SPEAKER_OUTLET || i - x->first > COLON_WITHIN || i == x->first) return;
  uint32_t phrase = s->m->c->phrase_of[x->first];
  if (token_sign(s->m->in->text, x->first) == '"') phrase = s->m->c->phrase_of[x->first + 1];
  if (phrase == NONE || stage_phrase(s, phrase)->prep != NONE) return;
  const Phrase *f = stage_phrase(s, phrase);
  if (!informant_speaks(s, phrase) && (f->last > x->first + 1 || f->place != NONE)) return;
  ClassSet bodies = s->m->k->state | s->m->k->force | s->m->k->organisation | s->m->k->media | s->m->k->spokesman |
                    s->m->k->official | s->m->k->informant | s->m->k->leader;
  const Reading *r = word_best(s->m->in->words, x->first);
  bool surname = i == x->first + 1 && f->place == NONE && (r->guessed || r->pos == POS_PROPER); /* «خوجة: …» */
  if (f->person == NONE && f->actor == NONE && !(f->classes & bodies) && !surname) return;
  if (informant_is_channel(s, phrase)) return; /* «رابط الخبر: …» */
  for (uint32_t k = x->first; k < i; k++)
    if (word_best(s->m->in->words, k)->pos == POS_VERB) return;
  uint32_t who = informant_of(s, phrase, i, y->last);
  if (who >= SPEAKER_UNTOLD) return;
  open_segment(y, x->first, who);
}

/* «أعلن الجيش السيطرة على المدينة، بعدما بدأ …», «…، وذلك بعد أيام من هجوم»: what went before is the
 * outlet's to tell, where nothing but an act was announced. */
static bool tells_before(const Run *y, uint32_t i, const Sentence *x) {
  const Stage *s = y->s;
  if (!y->noun || y->quoted || y->current == SPEAKER_OUTLET || token_sign(s->m->in->text, i) != ',') return false;
  if (i + 2 >= x->last) return false;
  const Reading *r = word_best(s->m->in->words, i + 1); /* «وذلك» */
  bool also = r->clitics & CLITIC_WA && r->pos != POS_PREP && s->m->c->phrase_of[i + 1] == NONE;
  if (r->clitics & CLITIC_CONJ && !also) return false;
  return (sets_of(s, also ? i + 2 : i + 1) & (SET_BIT(SET_AFTER) | SET_BIT(SET_WHEN))) != 0;
}

/* «يشار إلى أن»: the outlet speaks again. */
static void recall(Run *y, uint32_t i) {
  close_segment(y, i);
  y->current = SPEAKER_OUTLET;
}

static void run_sentence(Run *y, uint32_t number) {
  Stage *s = y->s;
  const Text *text = s->m->in->text;
  const Sentence *x = &text->sentences[number];
  bool begins_quoted = quotation_mark(s, x->first) != MARK_NONE;
  if (text->tokens[x->first].flags & (TOKEN_LINE | TOKEN_PARAGRAPH) && !begins_quoted) y->quoted = false;
  y->from = x->first;
  y->opening = NONE;
  y->noun = false;
  y->current = y->quoted ? y->last : SPEAKER_OUTLET;
  bool colon = text->tokens[x->first].flags & (TOKEN_LINE | TOKEN_PARAGRAPH);
  for (uint32_t i = x->first, read = x->first; i < x->last; i++) {
    Telling t;
    y->quoted = quoted_after(s, i, y->quoted);
    if (colon && token_sign(text, i) == ':') put_colon(y, i, x);
    if (tells_before(y, i, x)) recall(y, i);
    if (text->tokens[i].kind != TOKEN_WORD || i < read) continue;
    SetMask sets = sets_of(s, i);
    if (sets & SET_BIT(SET_RECALLS))
      recall(y, i);
    else if (sets & (SET_BIT(SET_SOURCE_PREPOSITION) | SET_BIT(SET_ORIGIN)) || as_told(s, i, x, y->quoted))
      read = put_source(y, i, x);
    else if (telling_at(s, i, x->last, y->quoted, &t))
      put_telling(y, &t);
  }
  close_segment(y, x->last);
}

/* ---------------------------------------------------------------- between sentences */

static uint32_t speaker_in(const Stage *s, const Sentence *x) {
  for (uint32_t i = x->last; i-- > x->first;)
    if (s->speaker_of[i] != SPEAKER_OUTLET) return s->speaker_of[i];
  return SPEAKER_OUTLET;
}

/* A sentence between two of one speaker's is his, too: «… بحسب البيان. ومن نتائج ذلك …. وقالت …». */
static void fill_between(Stage *s) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 1; i + 1 < text->nsentences; i++) {
    const Sentence *x = &text->sentences[i];
    if (speaker_in(s, x) != SPEAKER_OUTLET) continue;
    uint32_t a = speaker_in(s, x - 1), b = speaker_in(s, x + 1);
    if (a == SPEAKER_OUTLET || b == SPEAKER_OUTLET || s->speakers.at[a].same != s->speakers.at[b].same) continue;
    bool paragraph = text->tokens[x->first].flags & (TOKEN_LINE | TOKEN_PARAGRAPH);
    if (paragraph && !s->speakers.at[a].via.n) continue; /* only a relayed paper runs on so far */
    spread(s, x->first, x->last, a);
  }
}

/* «وقال المرصد إن …. كما أصيب …»: a sentence that only adds to the one before, and names nobody else, is of
 * who spoke there. */
static void run_on(Stage *s) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 1; i < text->nsentences; i++) {
    const Sentence *x = &text->sentences[i];
    bool paragraph = text->tokens[x->first].flags & (TOKEN_LINE | TOKEN_PARAGRAPH);
    bool adds = sets_of(s, x->first) & SET_BIT(SET_AS_TOLD) || tells_as_participle(s, x->first);
    if (!adds || paragraph || speaker_in(s, x) != SPEAKER_OUTLET) continue;
    spread(s, x->first, x->last, s->speaker_of[x->first - 1]);
  }
}

/* What came through a paper or an agency once came so wherever the speaker is named again. */
static void share_channels(Stage *s) {
  uint32_t *first = ARENA_ARRAY(s->arena, uint32_t, s->speakers.n + 1);
  if (!first) return;
  memset(first, 0xFF, (s->speakers.n + 1) * sizeof *first);
  for (uint32_t i = 0; i < s->speakers.n; i++) {
    const Speaker *speaker = &s->speakers.at[i];
    if (speaker->via.n && first[speaker->same] == NONE) first[speaker->same] = i;
  }
  for (uint32_t i = 0; i < s->speakers.n; i++) {
    Speaker *speaker = &s->speakers.at[i];
    if (!speaker->via.n && first[speaker->same] != NONE) speaker->via = s->speakers.at[first[speaker->same]].via;
  }
}

void discourse_run(Stage *s) {
  Run y = {.s = s, .last = SPEAKER_OUTLET, .current = SPEAKER_OUTLET, .opening = NONE};
  for (uint32_t i = 0; i < s->m->in->text->nsentences; i++) run_sentence(&y, i);
  fill_between(s);
  run_on(s);
  share_channels(s);
}
