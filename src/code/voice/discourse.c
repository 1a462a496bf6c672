/* The chain of speech through a text: who speaks, from which word to which.
 *
 *   «قال المرصد في بيان إن …»            a verb of telling opens a segment for its subject
 *   «وأضاف أن …»، «مشيراً إلى …»         one with no subject of its own goes on with who spoke
 *   «…، بحسب مصدر أمني»                  a source preposition governs its sentence, back to the
 *                                        last segment
 *   «نقلت الوكالة عن الناطق قوله إن …»   what comes «from» somebody is his, by way of the subject
 *   «الوزير: …»                          a headline's colon
 *   an open quotation                    the segment goes on over the sentence's end
 *   «أصدرت الوزارة بياناً فيما يلي نصه:»  a paper that is given in full: the rest of the text is whose it is
 *
 * A verb tells something only where a clause with «أن», a quotation, or the noun of an act
 * follows. What nobody is said to say is the outlet's own. */
#include "code/voice/discourse.h"

#include "code/voice/channel.h"
#include "code/voice/informant.h"
#include "code/voice/speakers.h"
#include "code/voice/teller.h"
#include "code/voice/telling.h"

enum { COLON_WITHIN = 9 };

typedef struct Run {
  Stage *s;
  uint32_t last;    /* the newest speaker, or SPEAKER_OUTLET */
  uint32_t current; /* of the segment that is open in this sentence */
  uint32_t from;    /* first token of the sentence that no segment covers */
  uint32_t opening; /* the outlet that a source names at the head of this sentence, or NONE */
  bool quoted;      /* a quotation is open */
  bool noun;        /* the segment tells the noun of an act, and no clause */
  uint32_t aside;   /* where a segment of a relative clause begins, with the outlet's words before it; or NONE */
  uint32_t paper;   /* whose paper is given in full from here on, or SPEAKER_OUTLET */
  bool spoke;       /* somebody speaks in this sentence or at the end of the one before */
} Run;

static void open_segment(Run *y, uint32_t from, uint32_t speaker) {
  y->current = speaker;
  y->from = from;
  if (speaker != SPEAKER_OUTLET) y->last = speaker;
}

static void close_segment(Run *y, uint32_t end) {
  if (y->from < end) speakers_spread(y->s, y->from, end, y->current);
  y->from = end;
}

/* «تبنى التنظيم، في بيان …، الهجوم», not «تبنت الحكومة استراتيجية لوقف …»: the act is what is claimed,
 * with nothing but its claimant and prepositional phrases before it. */
static bool claims_act(const Stage *s, const Telling *t) {
  enum { REACH = 24 };
  uint32_t subject = telling_subject(s, t), phrase = s->m->c->phrase_of[t->content];
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

/* «قال المصدر إن الرئيس أعلن أنه سيزور البلاد»: what who speaks says that others said is his word; an outlet only
 * passes it on, and so does a body for its sources. */
static bool told_of_another(const Run *y, const Telling *t) {
  const Stage *s = y->s;
  if (y->current == SPEAKER_OUTLET || y->quoted || t->participle || t->masdar) return false;
  if (informant_is_media(s, s->speakers.at[y->current].phrase)) return false;
  if (word_best(s->m->in->words, t->verb)->clitics & CLITIC_CONJ) return false;
  uint32_t subject = telling_subject(s, t);
  if (subject != NONE && stage_phrase(s, subject)->classes & s->m->k->informant) return false;
  const Clause *c = stage_clause(s, s->m->c->clause_of[t->verb]);
  return c->kind == CLAUSE_COMPLEMENT && c->verb == t->verb;
}

/* «أوضح في لقاء بالبيت الأبيض أن», «قال خلال زيارته إن»: where and when he said it is not of what he said. */
static void leave_setting(Run *y, const Telling *t, uint32_t before) {
  Stage *s = y->s;
  const SetMask settings =
      SET_BIT(SET_AREA_PREPOSITION) | SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE) | SET_BIT(SET_PERIOD);
  if (!(token_sets(s, t->content) & SET_BIT(SET_COMPLEMENTISER)) &&
      s->m->in->text->tokens[t->content].kind == TOKEN_WORD)
    return;
  for (uint32_t i = t->verb + 1; i < t->content; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->prep == NONE || stage_phrase(s, phrase)->link == LINK_CONJ) continue;
    if (!(token_sets(s, stage_phrase(s, phrase)->prep_token) & settings)) continue;
    if (word_best(s->m->in->words, stage_phrase(s, phrase)->prep_token)->clitics & CLITIC_CONJ)
      return; /* «وأضاف، وفي هذا الإطار تم تأمين القوافل، كما أن …»: he begins there */
    close_segment(y, i);
    speakers_spread(s, i, t->content, before);
    y->from = t->content;
    return;
  }
}

static void put_telling(Run *y, const Telling *t) {
  Stage *s = y->s;
  if (telling_idle(s, t, y->current != SPEAKER_OUTLET)) return;
  if (token_sets(s, t->verb) & SET_BIT(SET_CLAIMED)) {
    if (y->current != SPEAKER_OUTLET) return; /* a claim that is told by who speaks already */
    if (!claims_act(s, t)) return;
  }
  /* «قالت إن "النظام يزعم أنه …"»: what who speaks says that others claim is his word */
  if (y->quoted && y->current != SPEAKER_OUTLET && token_sets(s, t->verb) & SET_BIT(SET_ALLEGED)) return;
  uint32_t who = teller_of(s, t, &(Heard){y->last, y->current, y->spoke});
  if (who == SPEAKER_UNTOLD) return;
  if (who != SPEAKER_OUTLET) {
    if (y->opening != NONE && !informant_is_media(s, s->speakers.at[who].phrase)) /* «وبحسب رويترز، قالت …» */
      who = informant_through(s, who, y->opening, t->verb);
    if (retold(s, y->current, who, t)) who = informant_through(s, who, s->speakers.at[y->current].phrase, t->verb);
    SetMask sets = token_sets(s, t->verb);
    who = informant_who(s, who, (sets & SET_BIT(SET_DENIED)) != 0, (sets & SET_BIT(SET_ALLEGED)) != 0);
  }
  if (told_of_another(y, t)) return;
  uint32_t before = y->current;
  if (t->of_head) { /* none but the noun that the clause stands on, which speaker.c lays on him */
    if (who != SPEAKER_OUTLET) y->last = who;
    return;
  }
  close_segment(y, t->verb);
  open_segment(y, t->verb, who);
  bool relative = stage_clause(s, s->m->c->clause_of[t->verb])->kind == CLAUSE_RELATIVE;
  y->aside = relative && before == SPEAKER_OUTLET ? t->verb : NONE;
  y->noun = !(token_sets(s, t->content) & SET_BIT(SET_COMPLEMENTISER)) && !y->quoted &&
            s->m->in->text->tokens[t->content].kind == TOKEN_WORD;
  leave_setting(y, t, before);
}

/* «قالت الشرطة إنه قتل. بحسب رويترز.»: what was told in the sentence before came through the agency. */
static void pass_on_before(Stage *s, const Sentence *before, uint32_t agency) {
  if (!informant_is_media(s, agency)) return;
  uint32_t old = SPEAKER_OUTLET, made = SPEAKER_OUTLET;
  for (uint32_t i = before->first; i < before->last; i++) {
    if (s->speaker_of[i] == SPEAKER_OUTLET) continue;
    if (s->speaker_of[i] != old) {
      old = s->speaker_of[i];
      made = informant_through(s, old, agency, stage_phrase(s, agency)->last);
    }
    s->speaker_of[i] = made;
  }
}

/* «استهدف هجوم السوق. بحسب ما أعلن متحدث باسم الشرطة.»: a sentence that is nothing but a source is of the one before
 * it. */
static void put_over_before(Run *y, const Sentence *x) {
  enum { WORDS_MOST = 16 };
  Stage *s = y->s;
  const Text *text = s->m->in->text;
  if (y->current == SPEAKER_OUTLET || x == text->sentences || x->last - x->first > WORDS_MOST) return;
  uint32_t verbs = 0; /* but the one of telling */
  for (uint32_t i = x->first; i < x->last; i++) {
    if (s->scene_of_token[i] != NONE || token_sets(s, i) & SET_BIT(SET_COMPLEMENTISER)) return;
    verbs += stage_is_verb(s, i);
  }
  if (verbs > 1) return;
  const Sentence *before = x - 1;
  bool told = false;
  for (uint32_t i = before->first; i < before->last; i++) told |= s->speaker_of[i] != SPEAKER_OUTLET;
  if (told)
    pass_on_before(s, before, s->speakers.at[y->current].phrase);
  else
    speakers_spread(s, before->first, before->last, y->current);
}

/* «حصيلة للمرصد», «إحصاء لوزارة الصحة»: whose count it is; NONE. */
static uint32_t owner_of_toll(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->definite || !(f->classes & s->m->k->measure) || phrase + 1 >= s->m->c->nphrases) return NONE;
  const Phrase *of = stage_phrase(s, phrase + 1);
  bool his = of->first <= f->last + 1 && of->clause == f->clause && of->prep == s->m->g->prep_li;
  return his && informant_speaks(s, phrase + 1) ? phrase + 1 : NONE;
}

/* The phrase that a source preposition at `i` governs, past «ما ذكرت»; NONE. */
static uint32_t source_phrase(const Stage *s, uint32_t i, uint32_t end) {
  enum { SOURCE_WITHIN = 5 };
  uint32_t n = s->m->c->mark_n[i] ? s->m->c->mark_n[i] : 1;
  for (uint32_t k = i + n; k < end && k < i + n + SOURCE_WITHIN; k++) {
    uint32_t phrase = s->m->c->phrase_of[k];
    if (phrase == NONE || stage_phrase(s, phrase)->date != NONE) continue;
    if (informant_speaks(s, phrase)) return phrase;
    uint32_t findings = telling_findings(s, phrase), owner = owner_of_toll(s, phrase);
    if (findings == NONE && owner == NONE && telling_found(s, phrase)) return phrase;
    return findings == NONE ? owner : findings;
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
  uint32_t origin = informant_is_media(s, phrase) ? channel_origin(s, end, reach) : NONE;
  who = informant_of(s, origin == NONE ? phrase : origin, x->last, y->last);
  if (who >= SPEAKER_UNTOLD) return who;
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && stage_phrase(s, i)->first < reach; i++)
    if (stage_phrase(s, i)->prep == s->m->g->prep_li && informant_is_media(s, i)) /* «مصدر لوكالة …» */
      who = informant_through(s, who, i, x->last);
  if (origin != NONE) who = informant_through(s, who, phrase, stage_phrase(s, origin)->prep_token);
  return channels_behind_source(s, who, end, x->last);
}

/* «أعلن الجيش على لسان ناطقه سالم العامري أن»: the one who speaks for a body. */
static bool spokesman_of(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  return !f->plural && (f->person != NONE || f->classes & (s->m->k->spokesman | s->m->k->official | s->m->k->leader));
}

/* «ذكرت القناة نقلاً عن مصدر عسكري أن …»: the word is the source's, the channel passed it on. */
static bool put_origin(Run *y, uint32_t i, uint32_t phrase, const Sentence *x) {
  Stage *s = y->s;
  uint32_t teller = s->speakers.at[y->current].phrase;
  const Parts *names = &s->speakers.at[y->current].who;
  if (!sets_quote(token_sets(s, i)) || !names->n) return false;
  bool media = informant_is_media(s, teller), his = names->at[0].last <= i && spokesman_of(s, phrase);
  uint32_t limit = names->at[0].last;
  if (!media && !his) return false;
  uint32_t who = informant_of(s, phrase, x->last, y->last);
  if (who >= SPEAKER_UNTOLD) return false;
  who = media ? informant_through(s, who, teller, limit)
              : channels_behind_source(s, who, stage_phrase(s, phrase)->last, x->last);
  open_segment(y, y->from, who);
  return true;
}

/* «قال الجيش إن …، فيما قتل ثلاثة في البلدة، بحسب مصدر طبي»: another than who speaks, for the clause before him. */
static bool put_second(Run *y, uint32_t i, uint32_t phrase, const Sentence *x) {
  Stage *s = y->s;
  if (y->quoted || informant_is_channel(s, phrase) || informant_is_media(s, phrase)) return false;
  const Clause *c = stage_clause(s, s->m->c->clause_of[i - 1]);
  while (c->kind == CLAUSE_RELATIVE && c->up != NONE) c = stage_clause(s, c->up);
  if (c->kind != CLAUSE_COORDINATE || c->first <= y->from || c->first <= x->first || c->first >= i) return false;
  uint32_t who = source_named(y, phrase, x), before = y->current;
  if (who >= SPEAKER_UNTOLD || s->speakers.at[who].same == s->speakers.at[before].same) return false;
  close_segment(y, c->first);
  speakers_spread(s, c->first, i, who);
  y->from = i;
  return true;
}

/* «قتل ثلاثة في هجوم قال الجيش إنه صده، بحسب مصدر طبي»: another than who speaks in the relative clause, for what
 * stands before it. */
static bool put_around(Run *y, uint32_t i, uint32_t phrase, const Sentence *x) {
  Stage *s = y->s;
  if (y->aside == NONE || y->quoted || y->aside <= x->first || s->speaker_of[y->aside - 1] != SPEAKER_OUTLET)
    return false;
  if (token_sign(s->m->in->text, i - 1) != ',' || informant_is_channel(s, phrase)) return false;
  uint32_t who = source_named(y, phrase, x);
  if (who >= SPEAKER_UNTOLD) return false;
  uint32_t first = y->aside;
  while (first > x->first && s->speaker_of[first - 1] == SPEAKER_OUTLET) first--;
  close_segment(y, i);
  speakers_spread(s, first, y->aside, who);
  open_segment(y, i, who);
  y->aside = NONE;
  return true;
}

/* «استقبل الرئيس الوفد، وأكد "دعم بلاده"، بحسب بيان للرئاسة»: the source at the end is for what the sentence began
 * with, too, where whose words came between stands at its head. */
static void put_over_all(Run *y, uint32_t i, uint32_t phrase, const Sentence *x) {
  Stage *s = y->s;
  if (y->quoted || y->aside != NONE || y->from <= x->first || token_sign(s->m->in->text, i - 1) != ',') return;
  const Reading *verb = word_best(s->m->in->words, y->from);
  if (verb->pos != POS_VERB || !(verb->clitics & CLITIC_WA)) return;
  for (uint32_t k = x->first; k < y->from; k++)
    if (s->speaker_of[k] != SPEAKER_OUTLET) return;
  uint32_t who = source_named(y, phrase, x);
  if (who < SPEAKER_UNTOLD) speakers_spread(s, x->first, y->from, who);
}

static bool comma_at(const Stage *s, uint32_t i, const Sentence *x) {
  return i >= x->first && i < x->last && i + 1 < x->last && token_sign(s->m->in->text, i) == ',';
}

/* Does what stands right behind a source complete the clause before it, as what a preposition governs? */
static bool completes(const Stage *s, uint32_t i, uint32_t end, const Sentence *x) {
  if (i == x->first || end >= x->last || s->m->in->text->tokens[end].kind != TOKEN_WORD) return false;
  const Clause *c = stage_clause(s, s->m->c->clause_of[i - 1]);
  uint32_t phrase = s->m->c->phrase_of[end + 1 < x->last && s->m->c->phrase_of[end] == NONE ? end + 1 : end];
  if (phrase == NONE || c->verb == NONE || c->verb > i || s->m->c->clause_of[end] != s->m->c->clause_of[i - 1])
    return false;
  const Phrase *f = stage_phrase(s, phrase);
  return f->prep != NONE && f->prep_token == end && f->link != LINK_CONJ && f->date == NONE && f->place == NONE;
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
    if (put_second(y, i, phrase, x)) return end;
    if (put_around(y, i, phrase, x)) return end;
    put_over_all(y, i, phrase, x);
    bool channel = informant_is_channel(s, phrase) || informant_is_media(s, phrase);
    if (channel && !stage_phrase(s, phrase)->pronoun) y->current = informant_through(s, y->current, phrase, x->last);
    y->last = y->current;
    return end;
  }
  uint32_t who = source_named(y, phrase, x);
  if (who >= SPEAKER_UNTOLD) return end;
  open_segment(y, y->from, who);
  if (i <= x->first + 1 && informant_is_media(s, phrase) && s->speakers.at[who].phrase == phrase) y->opening = phrase;
  bool goes_on = end < x->last && token_sets(s, end) & SET_BIT(SET_COMPLEMENTISER); /* «وفق ما أعلن الجيش أن» */
  goes_on |= completes(s, i, end, x); /* «تسبب القصف بحسب المنظمة بمقتل خمسة» */
  goes_on |= comma_at(s, i - 1, x) && comma_at(s, end, x) && s->m->c->clause_of[end + 1] == s->m->c->clause_of[i - 1];
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
  if (!(token_sets(s, i) & SET_BIT(SET_AS_TOLD)) || i == x->first || i + 1 >= x->last) return false;
  const SetMask tells = SET_BIT(SET_TELLING) | SET_BIT(SET_STANDS_IN); /* «كما جاء في بيان للجيش» */
  bool verb = token_sets(s, i + 1) & tells && word_best(s->m->in->words, i + 1)->pos == POS_VERB;
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
  const SetMask when =
      SET_BIT(SET_AFTER) | SET_BIT(SET_WHEN) | (also ? SET_BIT(SET_PERIOD) : 0); /* «وذلك خلال اجتماع» */
  SetMask sets = token_sets(s, also ? i + 2 : i + 1);
  bool turns = s->m->c->phrase_of[i + 1] == NONE && r->pos != POS_RELATIVE; /* «بينما تشهد المدينة …», no «مما أدى» */
  if (turns && sets & SET_BIT(SET_CLAUSE_OPENER) && !(sets & SET_BIT(SET_AS_TOLD))) return true;
  if (!also && i + 2 < x->last && s->m->c->phrase_of[i + 2] != NONE) return false;
  return (sets & when) != 0;
}

/* «يشار إلى أن»: the outlet speaks again. */
static void recall(Run *y, uint32_t i) {
  close_segment(y, i);
  y->current = SPEAKER_OUTLET;
}

/* «الجماعة التي أعلنت ولاءها للتنظيم، والتي قتلت …»: a second clause on whom the first has speak is the outlet's. */
static bool joins_relative(const Run *y, uint32_t i) {
  const Reading *r = word_best(y->s->m->in->words, i);
  return y->aside != NONE && i > y->aside && !y->quoted && r->pos == POS_RELATIVE && r->clitics & CLITIC_WA &&
         token_sign(y->s->m->in->text, i - 1) == ',';
}

/* «أصدرت الوزارة بياناً …، وفيما يلي نصه:», «صدر عن القيادة بيان فيما يلي نصه»: all that follows is hers. */
static void put_paper(Run *y, uint32_t i, const Sentence *x) {
  Stage *s = y->s;
  for (uint32_t k = x->first; k < i; k++) {
    uint32_t paper = s->m->c->phrase_of[k];
    if (paper == NONE || stage_phrase(s, paper)->first != k || !informant_is_channel(s, paper)) continue;
    uint32_t issuer = stage_clause(s, stage_phrase(s, paper)->clause)->subject;
    bool his = issuer != NONE && issuer != paper && informant_speaks(s, issuer) && !informant_is_channel(s, issuer);
    if (!his) issuer = channel_origin(s, x->first, i);
    uint32_t who = informant_of(s, issuer == NONE ? paper : issuer, i, y->last);
    if (who >= SPEAKER_UNTOLD) continue;
    if (issuer != NONE) who = informant_through(s, who, paper, stage_phrase(s, paper)->last);
    close_segment(y, i);
    open_segment(y, i, who);
    y->paper = who;
    s->paper = i;
    return;
  }
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
  y->aside = NONE;
  y->spoke = x->first > 0 && s->speaker_of[x->first - 1] != SPEAKER_OUTLET;
  y->current = y->quoted ? y->last : y->paper;
  bool colon = text->tokens[x->first].flags & (TOKEN_LINE | TOKEN_PARAGRAPH);
  for (uint32_t i = x->first, read = x->first; i < x->last; i++) {
    Telling t;
    y->quoted = quoted_after(s, i, y->quoted);
    if (colon && token_sign(text, i) == ':') put_colon(y, i, x);
    if (tells_before(y, i, x)) recall(y, i);
    if (text->tokens[i].kind != TOKEN_WORD || i < read) continue;
    SetMask sets = token_sets(s, i);
    if (sets & SET_BIT(SET_TEXT_FOLLOWS))
      put_paper(y, i, x);
    else if (sets & SET_BIT(SET_RECALLS) || joins_relative(y, i))
      recall(y, i);
    else if (sets & SET_BIT(SET_SOURCE_PREPOSITION) || as_told(s, i, x, y->quoted))
      read = put_source(y, i, x);
    else if (telling_at(s, i, x->last, y->quoted, &t))
      put_telling(y, &t);
  }
  close_segment(y, x->last);
  if (token_sets(s, x->first) & SET_BIT(SET_SOURCE_PREPOSITION)) put_over_before(y, x);
}

void discourse_run(Stage *s) {
  s->paper = NONE;
  Run y = {.s = s, .last = SPEAKER_OUTLET, .current = SPEAKER_OUTLET, .paper = SPEAKER_OUTLET, .opening = NONE};
  for (uint32_t i = 0; i < s->m->in->text->nsentences; i++) run_sentence(&y, i);
  speakers_settle(s);
}
