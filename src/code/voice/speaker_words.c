/* How far the words for a speaker go: his post with all that it is of, and no place, listener or paper behind it.
 *
 *   «مصدر في وزارة الدفاع لوكالة رويترز»   up to the ministry: the agency only listens
 *   «وكالة الأنباء "وام"»                   with the name in quotation marks
 *   «جماعة تراقب الحرب السورية إن»          with the clause that tells which body it is */
#include "code/voice/speaker_words.h"

static bool of_body(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  return f->actor != NONE || f->classes & (k->organisation | k->force | k->state | k->security | k->group);
}

/* Does the phrase still belong to the speaker's name? A place or a listener does not. */
static bool belongs(const Stage *s, const Phrase *whole, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  if (f->date != NONE || (f->pronoun && f->classes & (k->speech | k->channel))) return false; /* «مصدر قوله إن» */
  bool paper = whole->classes & k->speech && !whole->definite; /* «أكد في بيان مقتل …» */
  if (f->link == LINK_IDAFA) return !(paper && f->form == FORM_MASDAR && f->classes & (k->event | k->deed));
  if (f->link == LINK_APPOSITION) /* «اتهمت المعارضة قوات النظام»: two bodies side by side are two */
    return f->person != NONE ? whole->person == NONE : (f->classes & k->media) != 0;
  if (f->link != LINK_PREP) return false;
  SetMask prep = s->m->c->marks[f->prep_token];
  if (prep & SET_BIT(SET_SOURCE_PREPOSITION)) return false;
  /* «لحقوق الإنسان», «للوزارة»; a listener is a person or an outlet */
  bool named_for = f->form == FORM_MASDAR || !(f->classes & (k->person | k->informant));
  bool outlet = f->first && token_sign(s->m->in->text, f->first - 1) == '"'; /* «لـ"سبق"» */
  if (phrase_asked_for(s->m->c, f) && !outlet && !(f->classes & k->media)) return true; /* «فصائل موالية لتركيا» */
  if (f->prep == s->m->g->prep_li)
    return !outlet && f->person == NONE && f->place == NONE && named_for && !(f->classes & k->media);
  if (whole->person != NONE) return false;
  if (prep & SET_BIT(SET_PARTITIVE)) return f->form != FORM_MASDAR && !(f->place != NONE && !(f->actor != NONE));
  ClassSet posts = k->informant | k->official | k->security | k->rank | k->leader | k->person | k->spokesman;
  bool body = of_body(s, f) && !(f->classes & (k->group | k->channel));
  bool spokesman = (whole->classes | stage_phrase(s, f->up)->classes) & k->spokesman; /* «نائب المتحدث باسم الجيش» */
  if (f->prep == s->m->g->prep_bi) return spokesman || (body && whole->classes & posts);
  return prep & SET_BIT(SET_AREA_PREPOSITION) && body && (whole->classes & posts);
}

/* «وزارة الشباب», «هيئة التحقيق»: a body and what it is there for, in two phrases of which `field` is the second, or in
 * one. */
static bool field_of_body(const Stage *s, uint32_t field, uint32_t whole) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, field);
  bool one = f->actor != NONE && f->last > f->first + 1 &&
             !(word_best(s->m->in->words, f->first)->clitics & CLITIC_AL) &&
             word_best(s->m->in->words, f->last - 1)->clitics & CLITIC_AL;
  if (one) return f->classes & (k->organisation | k->state) && !(f->classes & k->media);
  if (field == whole || (f->link != LINK_IDAFA && f->link != LINK_PREP)) return false;
  const Phrase *body = stage_phrase(s, f->up);
  return body->classes & (k->organisation | k->state) && !(body->classes & k->media) && f->definite && !f->pronoun;
}

static bool is_party(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  ClassSet parties = k->person | k->informant | k->official | k->security | k->force | k->state | k->organisation |
                     k->group | k->leader | k->fighter | k->rank | k->spokesman | k->title | k->kin;
  return f->classes & parties || f->actor != NONE || f->person != NONE || f->place != NONE;
}

/* «وزارة الشباب والرياضة», «هيئة التحقيق والادعاء العام»: one more field that the body is there for; a party that «و»
 * joins to it speaks for itself. */
static bool one_more_field(const Stage *s, uint32_t field, uint32_t whole, const Phrase *n) {
  const Phrase *f = stage_phrase(s, field);
  bool joined = n->link == LINK_CONJ && n->first == f->last && (n->prep == NONE || n->prep_token == f->prep_token) &&
                n->definite && !n->pronoun;
  if (!joined || is_party(s, n) || n->date != NONE || n->number != NONE || !field_of_body(s, field, whole))
    return false;
  return f->actor != NONE || !is_party(s, f);
}

/* «وكالة الأنباء "وام"»: behind the end of a short quotation that begins at `open`, 0 if none does. */
static uint32_t quoted_behind(const Stage *s, uint32_t open, uint32_t limit) {
  enum { NAME_WORDS = 4 };
  const Text *text = s->m->in->text;
  if (open >= limit || token_sign(text, open) != '"') return 0;
  for (uint32_t i = open + 1; i < limit && i <= open + NAME_WORDS + 1; i++)
    if (token_sign(text, i) == '"') return i > open + 1 ? i + 1 : 0;
  return 0;
}

/* «قالت جماعة تراقب الحرب السورية إن»: the clause that tells which body it is, up to «إن». */
static bool described_to(const Stage *s, const Phrase *f, uint32_t verb, uint32_t limit) {
  enum { WORDS_MOST = 6 };
  if (f->definite || f->person != NONE || f->actor != NONE || verb >= limit || limit > verb + WORDS_MOST) return false;
  if (!(f->classes & (s->m->k->group | s->m->k->organisation)) || s->m->c->phrase_of[verb] != NONE) return false;
  const Clause *c = stage_clause(s, s->m->c->clause_of[verb]);
  if (c->kind != CLAUSE_RELATIVE || c->verb != verb || !c->imperfect) return false;
  return limit < s->m->in->text->ntokens && s->m->c->marks[limit] & SET_BIT(SET_COMPLEMENTISER);
}

Part speaker_words(const Stage *s, uint32_t phrase, uint32_t limit) {
  enum { PHRASES_AHEAD = 6 };
  const Phrase *f = stage_phrase(s, phrase);
  Part part = {f->first, f->last, phrase};
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i <= phrase + PHRASES_AHEAD; i++) {
    const Phrase *n = stage_phrase(s, i);
    bool within = n->last <= limit && n->clause == f->clause;
    bool tied = within && n->up != NONE && n->up >= phrase && belongs(s, f, n);
    if (!tied && !(within && one_more_field(s, i - 1, phrase, n))) break;
    part.last = n->last;
  }
  if (described_to(s, f, part.last, limit)) part.last = limit;
  if (part.last > limit && limit > part.first) part.last = limit;
  uint32_t close = quoted_behind(s, part.last, limit);
  if (close) part.last = close;
  return part;
}
