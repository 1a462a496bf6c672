/* Who among those that spoke before is meant by words that only point back.
 *
 *   «المصدر ذاته», «المصادر»            the newest of that noun
 *   «المتحدث», «وزير الدفاع الأمريكي»    the newest who was named with that post
 *   «الوكالة»                            the newest that is an outlet
 *   «البيان»                             whoever's statement it was
 *   «المرصد», «عبد الرحمن»               a name told in full before */
#include "code/voice/speaker_before.h"

#include "code/clause/near.h"
#include "code/voice/informant.h"
#include "code/voice/speaker_name.h"
#include "code/voice/speaker_words.h"

enum { SPEAKERS_BACK = 16 };

static uint32_t actor_in(const Stage *s, Part part) {
  uint32_t phrase = part.first < part.last ? s->m->c->phrase_of[part.first] : NONE;
  return phrase == NONE ? NONE : stage_phrase(s, phrase)->actor;
}

/* «سينتكوم» and «القيادة المركزية» begin with names of one actor. */
static bool one_actor(const Stage *s, Part a, Part b) {
  uint32_t x = actor_in(s, a), y = actor_in(s, b);
  if (x == NONE || y == NONE) return false;
  const ActorMention *m = s->m->in->mentions->actors;
  return m[x].id.n && str_eq(m[x].id, m[y].id);
}

/* «الخبير», of nobody in the tables. */
static bool of_person(const Stage *s, Part part) {
  uint32_t phrase = s->m->c->phrase_of[part.first];
  return phrase != NONE && stage_phrase(s, phrase)->actor == NONE && stage_phrase(s, phrase)->classes & s->m->k->person;
}

uint32_t speaker_named_before(const Stage *s, Part who) {
  who = speaker_name_without_titles(s, who);
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Parts *list = &s->speakers.at[i].who;
    for (uint32_t n = 0; n < list->n; n++) {
      Part known = list->at[n];
      if (one_actor(s, who, known)) return s->speakers.at[i].same;
      bool longer = known.last - known.first >= who.last - who.first;
      if (longer ? part_within(s, who, known) : part_within(s, known, who)) return s->speakers.at[i].same;
    }
    if (list->n == 1 && who.last == who.first + 1 && of_person(s, who) && part_within(s, who, s->speakers.at[i].body))
      return s->speakers.at[i].same; /* «الخبير» */
  }
  return NONE;
}

/* «المصادر المحلية» after «مصادر في الجيش»: a word besides the noun that the other has not. */
static bool says_more(const Stage *s, const Phrase *f, Part known) {
  for (uint32_t i = f->first; i < f->last; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    if (i != f->head && r->pos == POS_ADJ && r->clitics & CLITIC_AL && !part_has_word(s, i, known)) return true;
  }
  return false;
}

uint32_t speaker_of_noun(const Stage *s, const Phrase *f) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Phrase *o = stage_phrase(s, s->speakers.at[i].phrase);
    if (o->lemma != f->lemma || f->lemma == LEMMA_NONE || (f->plural && !o->plural)) continue;
    if (!says_more(s, f, s->speakers.at[i].body)) return i;
  }
  return NONE;
}

/* The newest speaker that is an outlet: «الوكالة». */
static uint32_t media_before(const Stage *s) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++)
    if (informant_is_media(s, s->speakers.at[i].phrase)) return i;
  return NONE;
}

static bool bare(const Phrase *f) { return f->definite && f->actor == NONE && f->person == NONE && f->place == NONE; }

/* «المسؤول اليمني»: of two words, the second of them of a nation. */
static bool of_nationality(const Stage *s, const Phrase *f) {
  return f->last == f->first + 2 && nisba_at(s->m->in, f->first + 1);
}

/* «المسؤول الأمريكي» after «مسؤول أمريكي»: one who was told by that post, with all of these words, and never named. */
static bool nameless_post(const Stage *s, const Speaker *o, const Phrase *f) {
  const Phrase *post = stage_phrase(s, o->phrase);
  if (post->lemma != f->lemma || post->definite || post->plural || f->plural || o->who.n != 1) return false;
  for (uint32_t i = f->first; i < f->last; i++)
    if (!part_has_word(s, i, o->body)) return false;
  return true;
}

/* Where the post behind a name that ends at `from` has its end: «سالم العامري المتحدث باسم الجيش», «سالم العامري، وهو
 * المتحدث باسمه، إن»; `from` where there is none. */
static uint32_t post_behind(const Stage *s, uint32_t from) {
  enum { POST_WORDS = 8, GAP = 2 };
  const Text *text = s->m->in->text;
  uint32_t end = text->sentences[text->tokens[from ? from - 1 : 0].sentence].last, i = from;
  while (i < end && i < from + GAP && s->m->c->phrase_of[i] == NONE && !stage_is_verb(s, i)) i++;
  const ClassSet posts = s->m->k->spokesman | s->m->k->official | s->m->k->leader | s->m->k->person;
  if (i >= end || text->tokens[i].kind != TOKEN_WORD || !speaker_name_post(s, i, posts)) return from;
  uint32_t last = i + 1;
  while (last < end && last < i + POST_WORDS && text->tokens[last].kind == TOKEN_WORD) {
    if (stage_is_verb(s, last) || s->m->c->marks[last] & SET_BIT(SET_COMPLEMENTISER)) break;
    last++;
  }
  return last;
}

/* All the words by which somebody was told: his post, his name behind it, and the post behind his name. */
static Part told_by(const Stage *s, const Speaker *o) {
  enum { BETWEEN_MOST = 12 };
  Part body = o->body, name = o->who.at[0];
  if (name.first >= body.first && name.last <= body.first + BETWEEN_MOST && name.last > body.last)
    body.last = name.last;
  if (name.first < body.first && body.first <= name.first + BETWEEN_MOST) body.first = name.first;
  uint32_t behind = post_behind(s, name.last);
  if (behind > body.last) body.last = behind;
  return body;
}

/* «المتحدث», «الوزير» after «المتحدث باسم الجيش العقيد سالم», «الوزير أحمد»: the newest person who was
 * named with that post; a post that nobody was named with, and nothing else is said of («المسؤول»), is
 * the newest person's. */
static uint32_t post_before(const Stage *s, uint32_t phrase) {
  enum { POST_BEFORE_NAME = 4 };
  const Phrase *f = stage_phrase(s, phrase);
  const Text *text = s->m->in->text;
  uint32_t any = NONE;
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Speaker *o = &s->speakers.at[i];
    if (!o->who.n || o->who.at[0].first >= f->first || !o->who.at[0].last) continue;
    Part name = o->who.at[0], body = told_by(s, o);
    uint32_t line = text->sentences[text->tokens[name.first].sentence].first;
    bool named = o->body.first != name.first || body.last > name.last || stage_phrase(s, o->phrase)->person != NONE;
    body.first = body.first > line + POST_BEFORE_NAME ? body.first - POST_BEFORE_NAME : line;
    if (named && part_has_word(s, f->head, body)) return o->same;
    if (!named && nameless_post(s, o, f)) return i;
    if (any == NONE && named) any = o->same;
  }
  return f->last == f->first + 1 || (of_nationality(s, f) && !f->plural) ? any : NONE;
}

static bool complemented(const Stage *s, uint32_t phrase) {
  if (phrase + 1 >= s->m->c->nphrases) return false;
  const Phrase *next = stage_phrase(s, phrase + 1);
  return next->up == phrase && (next->link == LINK_IDAFA || next->link == LINK_PREP || next->link == LINK_APPOSITION);
}

/* «وزير الدفاع الأمريكي» after «وزير الدفاع الأمريكي جيم ماتيس»: the newest who was named with all the words of the
 * post; NONE. */
static uint32_t post_in_full(const Stage *s, uint32_t phrase, Part post) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Speaker *o = &s->speakers.at[i];
    bool before = o->who.n && o->who.at[0].first < stage_phrase(s, phrase)->first;
    if (!before) continue;
    Part words = told_by(s, o);
    bool named = o->body.first != o->who.at[0].first || words.last > o->who.at[0].last;
    if (named && part_within(s, post, words)) return o->same;
  }
  return NONE;
}

/* A noun of a post and nobody's name: «الوزير», «وزير الدفاع». */
static bool tells_post(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  return f->actor == NONE && f->person == NONE && f->head != NONE && f->prep == NONE &&
         f->classes & (k->official | k->spokesman | k->leader | k->rank);
}

/* Does nobody's name stand beside the post of these words? */
static bool unnamed(const Stage *s, uint32_t phrase, Part post, uint32_t limit) {
  return speaker_name_beside(s, phrase, limit) == phrase &&
         speaker_name_words(s, phrase, post, post, limit).first == post.first;
}

/* «وزير الدفاع»: definite by what it is of. */
static bool definite_by_complement(const Stage *s, uint32_t phrase) {
  if (!complemented(s, phrase)) return false;
  const Phrase *next = stage_phrase(s, phrase + 1);
  return next->link == LINK_IDAFA && (next->definite || next->actor != NONE);
}

/* «المصادر», «المصدر»: the newest of that noun, or who spoke last; but «المصادر» after «مصدر عسكري» are others. */
static uint32_t source_before(const Stage *s, const Phrase *f, uint32_t last) {
  uint32_t found = speaker_of_noun(s, f);
  if (found != NONE || last >= SPEAKER_UNTOLD) return found;
  const Phrase *o = stage_phrase(s, s->speakers.at[last].phrase);
  bool another = o->lemma == f->lemma && ((f->plural && !o->plural) || says_more(s, f, s->speakers.at[last].body));
  return another ? NONE : last;
}

uint32_t speaker_pointed_at(const Stage *s, uint32_t phrase, uint32_t limit, uint32_t last) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  bool post = f->definite && tells_post(s, f) && !complemented(s, phrase);
  if (post && unnamed(s, phrase, (Part){f->first, f->last, phrase}, limit)) return post_before(s, phrase);
  bool one = (f->definite || definite_by_complement(s, phrase)) && !f->plural;
  if (one && tells_post(s, f) && !post) {
    Part words = speaker_words(s, phrase, limit);
    uint32_t who = unnamed(s, phrase, words, limit) ? post_in_full(s, phrase, words) : NONE;
    if (who != NONE) return who;
  }
  if (!bare(f)) return NONE;
  if (f->classes & k->informant) return source_before(s, f, last);
  return f->classes & k->media && f->last == f->first + 1 ? media_before(s) : NONE;
}

uint32_t speaker_of_paper(const Stage *s, const Phrase *f) {
  for (uint32_t i = s->speakers.n, steps = 0; i-- > 0 && steps < SPEAKERS_BACK; steps++) {
    const Parts *via = &s->speakers.at[i].via;
    for (uint32_t k = 0; k < via->n; k++) {
      const Phrase *paper = via->at[k].phrase == NONE ? NULL : stage_phrase(s, via->at[k].phrase);
      if (paper && paper->first < f->first && paper->lemma == f->lemma && f->lemma != LEMMA_NONE) return i;
    }
  }
  return NONE;
}
