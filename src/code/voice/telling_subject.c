/* Who tells: the subject of a verb of telling, and where it has none that says anything.
 *
 *   «التحالف يعلن أن» (the alliance announces that)   whoever stands before the verb, with what hangs on him
 *   «المرصد الذي أعلن أن» (the observatory that announced that)
 *                                                     in a relative clause its head
 *   «أعلن التحالف أن»                                  the first behind it that nothing governs
 *   «رئيس اللجنة، سامي ناصر، قال إن» (the committee's head, Sami Nasser, said that)
 *                                                     a comma parts the verb from the post, or from whom the sentence
 *                                                     begins with
 *   «رصدت قوات الدفاع الجوي إطلاق صاروخ» (air defences picked up a rocket being fired)
 *                                                     nobody: they see it, and say nothing */
#include "code/voice/informant.h"
#include "code/voice/speaker_name.h"
#include "code/voice/telling.h"

/* «المرصد ومقره لندن أكد أن»: where its seat is comes between. */
static uint32_t before_seat(const Stage *s, uint32_t phrase, uint32_t first) {
  if (phrase == NONE || stage_phrase(s, phrase)->place == NONE || stage_phrase(s, phrase)->first < first + 2)
    return phrase;
  uint32_t seat = stage_phrase(s, phrase)->first - 1;
  const Word *w = &s->m->in->words->at[seat];
  bool its = false;
  for (uint32_t i = 0; i < w->n; i++) its |= w->readings[i].enclitic && w->readings[i].clitics & CLITIC_WA;
  uint32_t before = s->m->c->phrase_of[seat - 1];
  return its && before != NONE ? before : phrase;
}

/* «السائق الذي قالت الشرطة إنه»: the relative pronoun and the verb of its clause are of two genders, so that its head
 * is not who tells. */
static bool head_disagrees(const Stage *s, uint32_t verb) {
  enum { BEFORE = 2 }; /* «الذي قد قالت» */
  const Reading *r = word_best(s->m->in->words, verb);
  for (uint32_t i = verb, steps = 0; i-- > 0 && steps < BEFORE; steps++) {
    const Reading *w = word_best(s->m->in->words, i);
    if (w->pos != POS_RELATIVE) continue;
    bool one = r->number != NUMBER_PLURAL && w->number != NUMBER_PLURAL;
    return one && (w->gender == GENDER_FEMININE) != (r->gender == GENDER_FEMININE);
  }
  return false;
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
  if (own->kind == CLAUSE_RELATIVE && own->verb == t->verb && own->head != NONE) {
    if (head_disagrees(s, t->verb)) return NONE;
    bool another = own->subject != NONE && own->subject != own->head && stage_phrase(s, own->subject)->first > t->verb;
    if (another && !informant_is_channel(s, own->head) && informant_speaks(s, own->subject))
      return NONE;                                   /* «الرئيس الذي أعلن الجيش عزله» */
    const Phrase *head = stage_phrase(s, own->head); /* «مواقع قال إنها»: sites, and no web sites */
    bool agrees = !head->plural || !informant_is_channel(s, own->head) || r->gender != GENDER_MASCULINE;
    return agrees && informant_speaks(s, own->head) ? own->head : NONE;
  }
  uint32_t first = s->m->in->text->sentences[s->m->in->text->tokens[t->verb].sentence].first, i = NONE;
  for (uint32_t k = t->verb, steps = 0; k-- > first && steps < GAP && i == NONE; steps++) {
    SetMask sets = token_sets(s, k);
    bool opener = sets & SET_BIT(SET_CLAUSE_OPENER) && !word_best(s->m->in->words, k)->enclitic;
    opener |= (sets & SET_BIT(SET_SOURCE_PREPOSITION)) != 0; /* «استهدف موقعاً، حسبما أفادت محطة محلية» */
    if (opener && c->phrase_of[k] == NONE) return NONE; /* «…، حيث قال», but «لكنه قال» */
    i = c->phrase_of[k];
  }
  i = before_seat(s, i, first);
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

bool telling_found(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->date != NONE || f->actor != NONE || f->head == NONE || f->number != NONE || f->pronoun) return false;
  return f->plural && f->link != LINK_CONJ && s->m->c->marks[f->head] & SET_BIT(SET_FINDINGS);
}

uint32_t telling_findings(const Stage *s, uint32_t phrase) {
  uint32_t next = phrase + 1;
  if (next >= s->m->c->nphrases || stage_phrase(s, phrase)->date != NONE) return NONE;
  const Phrase *f = stage_phrase(s, phrase), *n = stage_phrase(s, next);
  const EngineClasses *k = s->m->k;
  bool found = f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_FINDINGS); /* «رواية الشهود» */
  if (!(f->plural || found) || f->definite || f->number != NONE || n->link != LINK_IDAFA || n->up != phrase)
    return NONE;
  bool body = found || n->actor != NONE || n->classes & (k->state | k->organisation | k->media);
  return body && informant_speaks(s, next) ? next : NONE;
}

/* Is who speaks known by nothing but where his noun stands: a name that no table has, or, right behind the verb, a noun
 * of which nothing is known, or one that may be something else: «قالت محطة محلية إن»? */
static bool speaks_by_place(const Stage *s, const Telling *t, const Phrase *f) {
  if (f->head == NONE) return false;
  if (word_best(s->m->in->words, f->head)->guessed) return true;
  if (f->head != t->verb + 1 || f->place != NONE) return false;
  if (f->definite && !f->classes && f->form != FORM_MASDAR) return true;
  bool accuser = f->form == FORM_MASDAR && f->classes & s->m->k->speech && f->definite && !f->plural; /* «الادعاء» */
  return (f->classes & s->m->k->facility || accuser) && token_sets(s, t->content) & SET_BIT(SET_COMPLEMENTISER);
}

/* The first phrase behind the verb that can speak and that nothing governs, before the content. */
static uint32_t subject_behind(const Stage *s, const Telling *t) {
  const Clauses *c = s->m->c;
  for (uint32_t i = t->verb + 1; i < t->content; i++) {
    uint32_t phrase = c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep != NONE || f->date != NONE || f->link == LINK_IDAFA || f->link == LINK_OBJECT) continue;
    if (speaker_name_of_listener(s, phrase)) continue;
    const Clause *own = stage_clause(s, f->clause); /* «في تصريح بثته الوكالة» */
    if (own->kind == CLAUSE_RELATIVE && own->verb != NONE && own->verb > t->verb && own->verb < i) continue;
    if (informant_is_channel(s, phrase) && names_channel(s, phrase)) continue;
    if (informant_speaks(s, phrase)) return phrase;
    uint32_t findings = f->head == t->verb + 1 ? telling_findings(s, phrase) : NONE;
    if (findings != NONE) return findings;
    if (f->head == t->verb + 1 && telling_found(s, phrase)) return phrase;
    return f->number == NONE && speaks_by_place(s, t, f) ? phrase : NONE;
  }
  return NONE;
}

/* «إلا أن رئيس اللجنة، سامي ناصر، قال إن»: a post, and the name between commas that ends at `comma`. */
static uint32_t post_before_aside(const Stage *s, uint32_t comma) {
  enum { ASIDE = 6, UPWARD = 6 };
  const Text *text = s->m->in->text;
  uint32_t first = text->sentences[text->tokens[comma].sentence].first, i = comma;
  if (token_sign(text, comma) != ',' || comma <= first) return NONE;
  do i--;
  while (i > first && i + ASIDE > comma && text->tokens[i].kind == TOKEN_WORD);
  if (i <= first || token_sign(text, i) != ',' || i + 1 == comma) return NONE;
  uint32_t phrase = s->m->c->phrase_of[i - 1];
  for (uint32_t steps = 0; phrase != NONE && steps < UPWARD; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (f->link == LINK_FREE || f->link == LINK_CONJ || f->up == NONE) break;
    phrase = f->up;
  }
  if (phrase == NONE || stage_phrase(s, phrase)->prep != NONE) return NONE;
  uint32_t named = speaker_name_beside(s, phrase, comma);
  Part body = {stage_phrase(s, phrase)->first, i, phrase};
  return named != phrase || speaker_name_words(s, phrase, body, body, comma).first != body.first ? phrase : NONE;
}

/* «كان الوفد، الذي وصل أمس، قد أعلن أن», «سالم ناصر، رئيس اللجنة، قال إن»: whom the sentence begins with. */
static uint32_t topic_before(const Stage *s, const Telling *t) {
  const Text *text = s->m->in->text;
  uint32_t first = text->sentences[text->tokens[t->verb].sentence].first;
  const Clause *main = stage_clause(s, s->m->c->clause_of[first]);
  SetMask opens = token_sets(s, first) | (main->verb == NONE ? 0 : token_sets(s, main->verb));
  bool was = (opens & SET_BIT(SET_WAS)) != 0;
  uint32_t topic = main->subject != NONE ? main->subject : main->before != NONE ? main->before : main->after;
  bool goes_on = was || main->verb == NONE || main->verb == t->verb;
  if (!goes_on || topic == NONE || stage_phrase(s, topic)->last > t->verb) return NONE;
  if (informant_is_channel(s, topic)) return NONE; /* «على موقع التواصل، تويتر، قال» */
  return stage_phrase(s, topic)->prep == NONE && informant_speaks(s, topic) ? topic : NONE;
}

uint32_t telling_subject(const Stage *s, const Telling *t) {
  const Text *text = s->m->in->text;
  uint32_t behind = subject_behind(s, t);
  bool parted =
      t->verb > 0 && text->tokens[t->verb - 1].kind == TOKEN_PUNCT && quotation_mark(s, t->verb - 1) == MARK_NONE;
  bool had = t->verb > 0 && token_sets(s, t->verb - 1) & SET_BIT(SET_COMPLETED);
  if (!parted || t->masdar) {
    uint32_t before = subject_before(s, t);
    if (before != NONE || behind != NONE || !had) return before != NONE ? before : behind;
  }
  if (behind != NONE || t->participle) return behind;
  uint32_t post = post_before_aside(s, t->verb - 1);
  if (post != NONE) return post;
  return topic_before(s, t);
}

/* «وعند الفحص تبين أن» (it turned out that): with nobody who might tell it, what is a past of another verb as well is
 * no present of telling («تبين الوزارة أن», the ministry makes clear that). */
static bool turns_out(const Stage *s, const Telling *t) {
  const Word *w = &s->m->in->words->at[t->verb];
  const Lexicon *l = s->m->g->lexicon;
  const Reading *best = word_best(s->m->in->words, t->verb);
  if (best->pos != POS_VERB || best->form != FORM_IMPERFECT || best->clitics & CLITIC_CONJ) return false;
  if (telling_subject(s, t) != NONE) return false; /* «وتضيف أن» goes on with who spoke */
  for (uint32_t i = 1; i < w->n; i++) {
    const Reading *r = &w->readings[i];
    bool past = r->pos == POS_VERB && r->form != best->form && !r->guessed && r->lemma < l->n && r->person == 3;
    if (past && !(s->m->g->sets_of_lemma[r->lemma] & SET_BIT(SET_TELLING))) return true;
  }
  return false;
}

/* «رصدت قوات الدفاع الجوي إطلاق صاروخ»: a force sees it, and tells nothing. */
static bool detects(const Stage *s, const Telling *t) {
  const EngineClasses *k = s->m->k;
  uint32_t subject = telling_subject(s, t);
  if (subject == NONE || stage_phrase(s, subject)->person != NONE) return false;
  ClassSet classes = stage_phrase(s, subject)->classes;
  return classes & (k->force | k->security | k->aircraft) && !(classes & (k->organisation | k->media | k->informant));
}

/* «الهدنة التي أعلن عنها الملك، …»: what is told is the noun that the clause stands on. */
static bool told_already(const Stage *s, uint32_t verb) {
  const Clause *c = stage_clause(s, s->m->c->clause_of[verb]);
  if (c->kind != CLAUSE_RELATIVE || c->verb != verb || c->head == NONE || verb + 1 >= c->last) return false;
  const Phrase *head = stage_phrase(s, c->head);
  bool act = head->form == FORM_MASDAR || head->classes & (s->m->k->event | s->m->k->deed);
  const Reading *next = word_best(s->m->in->words, verb + 1);
  bool about = next->pos == POS_PREP && next->enclitic && !(token_sets(s, verb + 1) & SET_BIT(SET_AREA_PREPOSITION));
  return act && (word_best(s->m->in->words, verb)->enclitic || about); /* but «حصيلة أشار فيها إلى» */
}

/* «…، ما يشير إلى أن», «مما يؤكد أن»: what was told before shows it, and nobody says so. */
static bool shown_by_it(const Stage *s, const Telling *t) {
  if (t->participle || t->masdar || t->verb < 2 || word_best(s->m->in->words, t->verb)->enclitic) return false;
  const Reading *r = word_best(s->m->in->words, t->verb - 1);
  bool behind = r->clitics & CLITIC_PREP || token_sign(s->m->in->text, t->verb - 2) == ',';
  bool shows = word_best(s->m->in->words, t->verb)->form == FORM_IMPERFECT; /* but «ما قالت إنه» */
  return shows && r->pos == POS_RELATIVE && !(r->clitics & CLITIC_AL) && behind && subject_behind(s, t) == NONE;
}

bool telling_idle(const Stage *s, const Telling *t, bool speaking) {
  if (shown_by_it(s, t)) return true;
  bool noun = s->m->in->text->tokens[t->content].kind == TOKEN_WORD && !t->participle && !t->masdar;
  if (speaking && noun && told_already(s, t->verb)) return true;
  return (token_sets(s, t->verb) & SET_BIT(SET_OBSERVES) && detects(s, t)) || turns_out(s, t);
}
