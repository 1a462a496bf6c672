/* Actors that are named in short.
 *
 *   «أعلن جهاز مكافحة الإرهاب … أن الجهاز نفذ 58 عملية»   the Counter-Terrorism Service announced
 *                                                       that the service carried out 58
 *   «قال التحالف إن طائراته نفذت ضربة»                   the Coalition said that its aircraft …
 *
 * A lone definite noun is the one named actor of the report so far whose name begins with it; of
 * two it is neither. A force with a pronoun in what somebody says is his own. */
#include "code/party/alias.h"

enum { LOOK_BACK = 64, LOOK_AHEAD = 8 /* actors before it, and behind a headline */ };

static bool is_lone_definite(const Stage *s, Part part) {
  if (part.first + 1 != part.last || s->m->c->phrase_of[part.first] == NONE) return false;
  const Phrase *f = stage_phrase(s, s->m->c->phrase_of[part.first]);
  return f->head == part.first && f->definite && f->actor == NONE && f->person == NONE && f->place == NONE;
}

/* A name in full may stand behind one of its arms: «مدفعية الجيش السوداني» (the Sudanese army's artillery). */
static uint32_t begins_in(const ActorMention *a) { return a->first + (a->last - a->first > 2 ? 2 : 1); }

const ActorMention *alias_of_noun(const Stage *s, Part part) {
  const Mentions *m = s->m->in->mentions;
  const ActorMention *found = NULL;
  if (!is_lone_definite(s, part)) return NULL;
  uint32_t from = 0, to = m->nactors;
  while (from < to) { /* the first actor behind the noun */
    uint32_t mid = from + (to - from) / 2;
    if (m->actors[mid].first < part.first)
      from = mid + 1;
    else
      to = mid;
  }
  /* a headline names in short what the text names in full */
  bool headline = s->m->in->text->tokens[part.first].sentence == 0;
  if (headline) from = from + LOOK_AHEAD < m->nactors ? from + LOOK_AHEAD : m->nactors;
  for (uint32_t i = from, steps = 0; i-- > 0 && steps < LOOK_BACK; steps++) {
    const ActorMention *a = &m->actors[i];
    if (!a->id.n || a->source || !part_has_word(s, part.first, (Part){a->first, begins_in(a), NONE})) continue;
    if (found && !str_eq(found->id, a->id)) return NULL;
    if (!found) found = a;
  }
  return found;
}

bool alias_of_speaker(const Stage *s, Part part) {
  uint32_t phrase = part.first < part.last ? s->m->c->phrase_of[part.first] : NONE;
  if (phrase == NONE || part.first + 1 != part.last) return false;
  const Phrase *f = stage_phrase(s, phrase);
  const EngineClasses *k = s->m->k;
  return f->pronoun && f->actor == NONE &&
         (f->classes & (k->security | k->group | k->fighter | k->aircraft | k->force));
}
