/* Who says so.
 *
 *   «قال المرصد في بيان إن …، وأضاف أن …»   a verb of saying: its subject speaks from there on,
 *                                           and still does in «وأضاف»
 *   «…، بحسب بيان للوزارة»                  a preposition of source: for its whole sentence
 *   «وأكد البيان أن»                        a paper speaks for whoever spoke before
 *   an open quotation                       the speaker goes on to its end
 *
 * What nobody is said to say is the outlet's own. */
#include "code/scene.h"

enum { OUTLET = NONE };

typedef struct Saying {
  Stage *s;
  uint32_t last; /* the newest speaker, or NONE */
  bool quoted;   /* a quotation is open */
} Saying;

/* A paper, that is; a «مصدر» (source) is somebody. */
static bool is_channel(const Stage *s, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  ClassSet classes = stage_phrase(s, phrase)->classes;
  return classes & k->channel && !(classes & (k->informant | k->person | k->spokesman | k->organisation | k->media));
}

/* The complement of «بيان»: «بيان لوزارة الدفاع», «بيان الوزارة». */
static uint32_t issuer_of(const Stage *s, uint32_t channel) {
  for (uint32_t i = channel + 1; i < s->m->c->nphrases && i < channel + 3; i++) {
    const Phrase *f = stage_phrase(s, i);
    bool tied = f->up == channel && (f->link == LINK_IDAFA || (f->link == LINK_PREP && f->prep == s->m->g->prep_li));
    if (tied && !(f->classes & s->m->k->channel) && f->date == NONE) return i;
  }
  return NONE;
}

/* «المتحدث باسم القيادة، العقيد فلان»: the person's name, where it stands beside the post. */
static uint32_t name_beside(const Stage *s, uint32_t phrase) {
  if (stage_phrase(s, phrase)->person != NONE) return phrase;
  ClassSet posts =
      s->m->k->spokesman | s->m->k->official | s->m->k->leader | s->m->k->rank | s->m->k->title | s->m->k->person;
  if (!(stage_phrase(s, phrase)->classes & posts)) return phrase;
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i < phrase + 6; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->clause != stage_phrase(s, phrase)->clause) break;
    if (f->person != NONE && f->prep == NONE && f->link != LINK_CONJ) return i;
  }
  return phrase;
}

/* «المرصد», «عبد الرحمن», after the full name: the speaker that is meant, or NONE. */
static uint32_t named_before(const Stage *s, Part who) {
  enum { SPEAKERS_BACK = 12 };
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    Part full = s->speakers.at[i].who;
    bool all = full.last - full.first > who.last - who.first;
    for (uint32_t k = who.first; k < who.last && all; k++)
      if (s->m->in->text->tokens[k].kind != TOKEN_PUNCT) all = part_has_word(s, k, full);
    if (all) return i;
  }
  return NONE;
}

static uint32_t new_speaker(Saying *y, Part who, uint32_t phrase, Part via) {
  Stage *s = y->s;
  uint32_t named = name_beside(s, phrase);
  if (named != phrase) {
    who = part_of_phrase(s, named);
    phrase = named;
  }
  uint32_t known =
      stage_phrase(s, phrase)->definite || stage_phrase(s, phrase)->person != NONE ? named_before(s, who) : NONE;
  if (known != NONE) {
    who = s->speakers.at[known].who;
    phrase = s->speakers.at[known].phrase;
  }
  if (!vec_push(&s->speakers, s->arena, (Speaker){who, via, phrase, false})) return NONE;
  y->last = s->speakers.n - 1;
  return y->last;
}

/* «في بيان», «عبر تويتر»: the channel in the clause of saying. */
static Part via_of(const Stage *s, const Clause *c, uint32_t subject) {
  const Clauses *all = s->m->c;
  uint32_t from = subject != NONE ? subject + 1 : NONE;
  for (uint32_t i = c->verb; from == NONE && i < c->last; i++) from = all->phrase_of[i];
  for (uint32_t i = from; i != NONE && i < all->nphrases && all->phrases[i].first < c->last; i++) {
    const Phrase *f = &all->phrases[i];
    if (f->prep != NONE && f->classes & s->m->k->channel) return part_of_phrase(s, i);
  }
  return (Part){0};
}

/* Can it speak: a name, or a noun of people, bodies or papers? */
static bool can_speak(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  const EngineClasses *k = s->m->k;
  if (f->date != NONE) return false;
  if (f->actor != NONE || f->person != NONE || f->place != NONE) return true;
  if (f->classes & (k->event | k->deed | k->time)) return false;
  ClassSet speaking = k->force | k->state | k->organisation | k->media | k->informant | k->spokesman | k->official |
                      k->leader | k->person | k->channel | k->fighter | k->security | k->group | k->rank | k->title |
                      k->kin;
  if (f->classes & speaking) return true;
  return f->head != NONE && word_best(s->m->in->words, f->head)->pos == POS_PROPER;
}

/* The subject of a verb of saying as a speaker; a paper, a pronoun, or nobody: who spoke last. */
static uint32_t speaker_of_subject(Saying *y, const Clause *c) {
  Stage *s = y->s;
  uint32_t subject = c->subject;
  if (subject == NONE) return y->last;
  const Phrase *f = stage_phrase(s, subject);
  if (!can_speak(s, subject)) return y->last;
  if (!is_channel(s, subject)) return new_speaker(y, part_of_phrase(s, subject), subject, via_of(s, c, subject));
  uint32_t issuer = issuer_of(s, subject);
  Part via = {f->first, f->last, subject};
  if (issuer != NONE) return new_speaker(y, part_of_phrase(s, issuer), issuer, via);
  if (y->last == NONE) return new_speaker(y, part_of_phrase(s, subject), subject, via);
  Speaker *last = &s->speakers.at[y->last];
  if (last->via.first == last->via.last) last->via = via;
  return y->last;
}

static uint32_t speaker_of_source(Saying *y, uint32_t phrase) {
  Stage *s = y->s;
  if (!is_channel(s, phrase)) return new_speaker(y, part_of_phrase(s, phrase), phrase, (Part){0});
  uint32_t issuer = issuer_of(s, phrase);
  if (issuer != NONE) return new_speaker(y, part_of_phrase(s, issuer), issuer, part_of_phrase(s, phrase));
  return y->last;
}

static bool speaks(const Stage *s, const Clause *c) {
  return c->verb != NONE && (c->classes & s->m->k->speech) && !c->passive;
}

static void spread(Stage *s, uint32_t first, uint32_t last, uint32_t speaker) {
  for (uint32_t i = first; i < last; i++) s->speaker_of[i] = speaker;
}

/* Quotation marks of a sentence toggle; the curly and angular ones look alike in the view,
 * so what counts is whether the sentence ends inside. */
static bool quote_after(const Stage *s, const Sentence *x, bool open) {
  for (uint32_t i = x->first; i < x->last; i++)
    if (token_sign(s->m->in->text, i) == '"') open = !open;
  return open;
}

static void sources_of(Saying *y, const Sentence *x) {
  Stage *s = y->s;
  const Clauses *c = s->m->c;
  for (uint32_t i = x->first; i < x->last; i++) {
    if (!(c->marks[i] & (SET_BIT(SET_SOURCE_PREPOSITION) | SET_BIT(SET_ORIGIN)))) continue;
    uint32_t phrase = NONE;
    for (uint32_t k = i + 1; k < x->last && k < i + 6 && phrase == NONE; k++) phrase = c->phrase_of[k];
    if (phrase == NONE || !can_speak(s, phrase)) continue;
    bool origin = (c->marks[i] & SET_BIT(SET_ORIGIN)) != 0;
    uint32_t channel = s->speaker_of[i], speaker = speaker_of_source(y, phrase);
    if (speaker == NONE) continue;
    for (uint32_t k = x->first; k < x->last; k++)
      if (s->speaker_of[k] == OUTLET || (origin && s->speaker_of[k] == channel)) s->speaker_of[k] = speaker;
    /* «قالت الوكالة نقلاً عن مصادر»: the first to say it speaks, who passes it on is the channel */
    if (origin && channel != OUTLET) s->speakers.at[speaker].via = s->speakers.at[channel].who;
    if (!origin) return;
  }
}

static void speak_sentence(Saying *y, uint32_t number, uint32_t *clause) {
  Stage *s = y->s;
  const Sentence *x = &s->m->in->text->sentences[number];
  if (y->quoted && y->last != NONE) spread(s, x->first, x->last, y->last);
  for (; *clause < s->m->c->nclauses && stage_clause(s, *clause)->sentence <= number; (*clause)++) {
    const Clause *c = stage_clause(s, *clause);
    if (c->sentence != number || !speaks(s, c)) continue;
    bool claim = (s->m->c->marks[c->verb] & SET_BIT(SET_CLAIMED)) != 0;
    if (claim && s->speaker_of[c->verb] != OUTLET) continue; /* the claim is told by who speaks already */
    uint32_t before = y->last, speaker = speaker_of_subject(y, c);
    if (claim) y->last = before;
    if (speaker == NONE) continue;
    if (s->m->c->marks[c->verb] & SET_BIT(SET_DENIED)) s->speakers.at[speaker].denies = true;
    uint32_t from = c->subject != NONE && stage_phrase(s, c->subject)->first < c->verb ? c->first : c->verb;
    spread(s, from, x->last, speaker);
  }
  sources_of(y, x);
  y->quoted = quote_after(s, x, y->quoted);
}

/* «أعلنت الشرطة اعتقال أربعة»: a force that announces arrests, and names nobody else, made them. */
static void doer_from_speaker(Stage *s, Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (!x->alone || x->agents.n || x->speaker == NONE || !type || !str_eq(type->class, STR("COERCE"))) return;
  const Speaker *speaker = &s->speakers.at[x->speaker];
  const Phrase *f = stage_phrase(s, speaker->phrase);
  if (f->classes & (s->m->k->force | s->m->k->security | s->m->k->state)) parts_add(s, &x->agents, speaker->who);
}

/* «هجومه», «غاراته»: whose it is was named last. */
static void doer_from_pronoun(Stage *s, Scene *x) {
  if (x->agents.n || x->phrase == NONE || !stage_phrase(s, x->phrase)->pronoun) return;
  uint32_t sentence = stage_clause(s, stage_phrase(s, x->phrase)->clause)->sentence;
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < 12; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence + 1 < sentence) return;
    if (f->actor == NONE && !(f->classes & (s->m->k->force | s->m->k->state))) continue;
    parts_add(s, &x->agents, part_of_phrase(s, i));
    return;
  }
}

static uint32_t speaker_in(const Stage *s, const Sentence *x) {
  for (uint32_t i = x->last; i-- > x->first;)
    if (s->speaker_of[i] != OUTLET) return s->speaker_of[i];
  return OUTLET;
}

/* A sentence between two of one speaker's is his, too: «… بحسب البيان. ومن نتائج ذلك …. وقالت …». */
static void fill_between(Stage *s) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 1; i + 1 < text->nsentences; i++) {
    const Sentence *x = &text->sentences[i];
    if (speaker_in(s, x) != OUTLET) continue;
    uint32_t a = speaker_in(s, x - 1), b = speaker_in(s, x + 1);
    if (a == OUTLET || b == OUTLET || s->speakers.at[a].phrase != s->speakers.at[b].phrase) continue;
    spread(s, x->first, x->last, a);
  }
}

void scenes_speak(Stage *s) {
  Saying y = {.s = s, .last = NONE};
  uint32_t clause = 0;
  for (uint32_t i = 0; i < s->m->in->text->nsentences; i++) speak_sentence(&y, i, &clause);
  fill_between(s);
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    x->speaker = s->speaker_of[x->token];
    doer_from_speaker(s, x);
    doer_from_pronoun(s, x);
  }
}
