/* The outlet whose report it is: where it speaks itself, and what it was told.
 *
 *   «مراسلنا», «المراسل»                  its own reporter
 *   «قناة الجزيرة», in Al Jazeera         its own name
 *   «مصدر لـ"عكاظ"»                       a paper that quotes its name mostly means itself */
#include "code/voice/outlet.h"

#include "code/clause/near.h"
#include "code/voice/speaker_before.h"

/* The letters and figures of a Latin name in small letters, as many as there is room for. */
static uint32_t plain(Str a, char *out, uint32_t room) {
  uint32_t n = 0;
  for (size_t i = 0; i < a.n && n < room; i++) {
    char c = a.p[i];
    if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
    bool glide = c == 'y' && n && out[n - 1] == 'i'; /* "alarabiya", "alarabia" */
    if (!glide && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) out[n++] = c;
  }
  return n;
}

/* The id of the tables and the outlet's name begin alike: "sky-news-arabia" and "skynews". */
static bool names_outlet(const Stage *s, const ActorMention *m) {
  enum { NAME_MOST = 48, NAME_LEAST = 3 };
  if (!s->m->in->outlet.n) return false;
  char a[NAME_MOST], b[NAME_MOST];
  uint32_t na = plain(m->id, a, NAME_MOST), nb = plain(s->m->in->outlet, b, NAME_MOST);
  uint32_t n = na < nb ? na : nb;
  return n >= NAME_LEAST && memcmp(a, b, n) == 0;
}

bool outlet_named(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  return f->actor != NONE && names_outlet(s, &s->m->in->mentions->actors[f->actor]);
}

bool outlet_speaks(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (outlet_named(s, phrase)) return true;
  if (f->head == NONE || !(s->m->c->marks[f->head] & SET_BIT(SET_OWN_VOICE))) return false;
  if (f->pronoun) return true;
  if (f->definite && f->last == f->first + 1) return speaker_of_noun(s, f) == NONE;
  if (phrase + 1 < s->m->c->nphrases && stage_phrase(s, phrase + 1)->up == phrase && outlet_named(s, phrase + 1))
    return true;
  bool quotes = false;
  for (uint32_t i = f->head + 1; i <= f->last + 1 && i < s->m->in->text->ntokens; i++) {
    quotes |= i <= f->last && token_sign(s->m->in->text, i) == '"';
    const ActorMention *named = actor_at(s->m->in, i);
    if (named) return quotes && names_outlet(s, named);
  }
  return quotes;
}

bool outlet_quotes_itself(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  bool quoted = f->first && token_sign(s->m->in->text, f->first - 1) == '"';
  return quoted && f->actor == NONE && f->prep == s->m->g->prep_li && f->prep_token + 2 <= f->first;
}

bool outlet_was_told(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase), *next = f + 1;
  if (phrase + 1 >= s->m->c->nphrases || !(f->classes & s->m->k->speech) || next->prep != s->m->g->prep_li)
    return false;
  return next->prep_token == f->last && (outlet_named(s, phrase + 1) || outlet_quotes_itself(s, phrase + 1));
}
