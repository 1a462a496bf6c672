/* The speakers of the whole text, once each sentence has its own.
 *
 *   «… بحسب البيان. ومن نتائج ذلك …. وقالت …»   a sentence between two of one speaker's is his, too
 *   «وقال المرصد إن …. كما أصيب …»              a sentence that only adds to one is its speaker's, too
 *   «أعلن النائب العام …. وقال النائب العام سالم العامري إن»
 *                                               a post that is named later
 *   what came through a paper once came so wherever the speaker is named again */
#include "code/voice/speakers.h"

#include "code/voice/informant.h"
#include "code/voice/telling.h"

void speakers_spread(Stage *s, uint32_t first, uint32_t last, uint32_t speaker) {
  for (uint32_t i = first; i < last; i++) s->speaker_of[i] = speaker;
}

static uint32_t speaker_in(const Stage *s, const Sentence *x) {
  for (uint32_t i = x->last; i-- > x->first;)
    if (s->speaker_of[i] != SPEAKER_OUTLET) return s->speaker_of[i];
  return SPEAKER_OUTLET;
}

/* «من جانبها، تعقد المنظمة …», «في المقابل»: does it turn to somebody else? */
static bool turns_away(const Stage *s, const Sentence *x) {
  enum { OPENING_WORDS = 2 };
  for (uint32_t i = x->first; i < x->last && i < x->first + OPENING_WORDS; i++)
    if (token_sets(s, i) & SET_BIT(SET_ONE_SIDE)) return true;
  return false;
}

/* A sentence between two of one speaker's is his, too: «… بحسب البيان. ومن نتائج ذلك …. وقالت …». */
static void fill_between(Stage *s) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 1; i + 1 < text->nsentences; i++) {
    const Sentence *x = &text->sentences[i];
    if (speaker_in(s, x) != SPEAKER_OUTLET || turns_away(s, x)) continue;
    uint32_t a = speaker_in(s, x - 1), b = speaker_in(s, x + 1);
    if (a == SPEAKER_OUTLET || b == SPEAKER_OUTLET || s->speakers.at[a].same != s->speakers.at[b].same) continue;
    bool paragraph = text->tokens[x->first].flags & (TOKEN_LINE | TOKEN_PARAGRAPH);
    if (paragraph && !s->speakers.at[a].via.n) continue; /* only a relayed paper runs on so far */
    speakers_spread(s, x->first, x->last, a);
  }
}

/* «وقال المرصد إن …. كما أصيب …»: a sentence that only adds to the one before, and names nobody else, is of
 * who spoke there. */
static void run_on(Stage *s) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 1; i < text->nsentences; i++) {
    const Sentence *x = &text->sentences[i];
    bool paragraph = text->tokens[x->first].flags & (TOKEN_LINE | TOKEN_PARAGRAPH);
    bool adds = token_sets(s, x->first) & SET_BIT(SET_AS_TOLD) || tells_as_participle(s, x->first);
    if (!adds || paragraph || speaker_in(s, x) != SPEAKER_OUTLET) continue;
    speakers_spread(s, x->first, x->last, s->speaker_of[x->first - 1]);
  }
}

/* «في بيان نشرته الوكالة»: the same channels, and one more. */
static bool goes_on_with(const Parts *more, const Parts *via) {
  if (more->n <= via->n) return false;
  for (uint32_t i = 0; i < via->n; i++)
    if (more->at[i].first != via->at[i].first) return false;
  return true;
}

/* What came through a paper or an agency once came so wherever the speaker is named again. */
static void share_channels(Stage *s) {
  uint32_t *first = ARENA_ARRAY(s->arena, uint32_t, s->speakers.n + 1);
  if (!first) return;
  memset(first, 0xFF, (s->speakers.n + 1) * sizeof *first);
  for (uint32_t i = 0; i < s->speakers.n; i++) {
    const Speaker *speaker = &s->speakers.at[i];
    uint32_t *own = &first[speaker->same];
    if (speaker->via.n && (*own == NONE || goes_on_with(&speaker->via, &s->speakers.at[*own].via))) *own = i;
  }
  for (uint32_t i = 0; i < s->speakers.n; i++) {
    Speaker *speaker = &s->speakers.at[i];
    if (!speaker->via.n && first[speaker->same] != NONE) speaker->via = s->speakers.at[first[speaker->same]].via;
  }
}

/* «النائب العام», «الناطق باسم الشرطة»: one man by his post alone. */
static bool post_alone(const Stage *s, const Speaker *x) {
  const EngineClasses *k = s->m->k;
  if (x->who.n != 1 || x->who.at[0].first != x->body.first) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  bool post = (f->classes & (k->official | k->spokesman | k->leader)) && f->person == NONE && f->actor == NONE;
  return post && !f->plural && f->number == NONE && f->place == NONE;
}

/* «المندوب سالم العامري», next after «المندوب الأميركي لدى المنظمة»: whoever speaks next has a post in fewer words. */
static bool next_by_name(const Stage *s, uint32_t post, uint32_t later) {
  enum { NEXT = 2 };
  const Speaker *x = &s->speakers.at[post], *y = &s->speakers.at[later];
  if (later > post + NEXT || y->body.first >= y->who.at[0].first) return false;
  return part_within(s, (Part){y->body.first, y->who.at[0].first, NONE}, x->body) &&
         stage_phrase(s, s->m->c->phrase_of[y->body.first])->lemma == stage_phrase(s, x->phrase)->lemma;
}

/* The name that a later speaker has beside all the words of the post; NONE. */
static uint32_t named_later(const Stage *s, uint32_t post) {
  enum { SPEAKERS_ON = 16 };
  Part words = s->speakers.at[post].body;
  for (uint32_t i = post + 1; i < s->speakers.n && i <= post + SPEAKERS_ON; i++) {
    const Speaker *y = &s->speakers.at[i];
    if (y->who.n != 1 || y->who.at[0].first <= y->body.first || y->body.first <= words.first) continue;
    if (part_within(s, words, y->body) || next_by_name(s, post, i)) return i;
  }
  return NONE;
}

/* «أعلن النائب العام توقيف ضابطين. … وقال النائب العام سالم العامري إن»: who is told by his post first is the man
 * who is named with it later. */
static void name_posts(Stage *s) {
  for (uint32_t i = 0; i < s->speakers.n; i++) {
    if (!post_alone(s, &s->speakers.at[i])) continue;
    uint32_t later = named_later(s, i);
    if (later == NONE) continue;
    s->speakers.at[i].who = s->speakers.at[later].who;
    s->speakers.at[i].same = s->speakers.at[later].same;
  }
}

void speakers_settle(Stage *s) {
  fill_between(s);
  run_on(s);
  name_posts(s);
  share_channels(s);
}
