/* The name of who speaks, where his post stands beside it, and how far it goes.
 *
 *   «المتحدث باسم القيادة، العقيد سالم ناصر»   the name behind the post, past a comma
 *   «العميد الركن المتقاعد خلفان الكعبي إن»     words that no table has for a name
 *   «عمار سالم، رئيس البلدية»                   «عمار» is known for one, «سالم» (safe) is a word
 *
 * No list of names is whole, and most names are words of their own. But the name of a speaker has
 * an end that shows: the comma, «أن», the preposition or the date before what he says. Up to there
 * all bare words behind a name are the name. */
#include "code/voice/speaker_name.h"

enum { NAME_AHEAD = 9, NAME_WORDS = 5, EPITHETS = 3 };

static const Token *token_at(const Stage *s, uint32_t i) { return &s->m->in->text->tokens[i]; }

/* A name that no table has: words of no known noun, right where a name may stand. */
static bool unknown_name(const Stage *s, const Phrase *f) {
  if (f->head == NONE || f->date != NONE || f->actor != NONE || f->place != NONE || f->number != NONE) return false;
  const Reading *r = word_best(s->m->in->words, f->head);
  return (r->guessed || (r->pos == POS_PROPER && !r->clitics)) && f->link != LINK_IDAFA;
}

static bool is_post(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  if (f->person != NONE || f->number != NONE || (f->plural && !f->definite)) return false;
  return (f->classes & (k->spokesman | k->official | k->leader | k->rank | k->title | k->person)) != 0;
}

/* «و» of its own, and not that of the word before: «الشؤون الخارجية والتعاون ناصر سالم». */
static bool joined_here(const Stage *s, const Phrase *f) {
  return f->link == LINK_CONJ && word_best(s->m->in->words, f->first)->clitics & CLITIC_CONJ;
}

/* «العقيد دكتور سالم العامري»: a title of its own behind another. */
static bool is_title(const Stage *s, uint32_t token) {
  const Reading *r = word_best(s->m->in->words, token);
  return lexicon_classes(s->m->g->lexicon, r->lemma) & s->m->k->title && !r->clitics && !r->enclitic;
}

/* Does the word have a reading that a name may have? «فتح» is a verb and a noun. */
static bool may_be_noun(const Stage *s, uint32_t token) {
  const Word *w = &s->m->in->words->at[token];
  for (uint32_t i = 0; i < w->n; i++) {
    const Reading *r = &w->readings[i];
    bool nominal = r->guessed || r->pos == POS_NOUN || r->pos == POS_PROPER || r->pos == POS_ADJ;
    if (nominal && !(r->clitics & (CLITIC_CONJ | CLITIC_PREP))) return true;
  }
  return false;
}

/* Does a verb stand between? What it opens is no more of the name. */
static bool verb_between(const Stage *s, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++) {
    bool name = i && is_title(s, i - 1); /* «العقيد الدكتور عاطي …» */
    if (stage_is_verb(s, i) && !name) return true;
  }
  return false;
}

bool speaker_name_of_listener(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase), *o = phrase ? stage_phrase(s, phrase - 1) : NULL;
  if (!o || o->last != f->first || o->prep != s->m->g->prep_li || !(o->classes & s->m->k->media)) return false;
  return f->definite == o->definite || word_best(s->m->in->words, f->first)->pos == POS_PROPER;
}

/* «محامي سالم العامري», «شقيق رئيس النادي سالم العامري»: whose lawyer or brother he is. */
static bool of_another(const Stage *s, uint32_t post, uint32_t name) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, post), *n = stage_phrase(s, name);
  const ClassSet posts = k->official | k->leader | k->rank | k->title | k->spokesman;
  if (f->classes & posts || f->definite) return false;
  if (n->link == LINK_IDAFA && n->up == post) return true;
  return n->up != NONE && n->up != post && n->up < name && stage_phrase(s, n->up)->classes & posts &&
         stage_phrase(s, n->up)->link == LINK_IDAFA;
}

uint32_t speaker_name_beside(const Stage *s, uint32_t phrase, uint32_t limit) {
  const Phrase *f = stage_phrase(s, phrase);
  if (!is_post(s, f)) return phrase;
  uint32_t unknown = NONE;
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i < phrase + NAME_AHEAD; i++) {
    const Phrase *n = stage_phrase(s, i);
    if (n->first >= limit || verb_between(s, stage_phrase(s, i - 1)->last, n->first)) break;
    if (n->person != NONE && n->prep == NONE && of_another(s, phrase, i)) return phrase;
    if (n->person != NONE && n->prep == NONE && !joined_here(s, n)) return i;
    if (n->clause != f->clause) continue;
    bool paper = token_sign(s->m->in->text, n->first - 1) == '(' && f->classes & s->m->k->informant; /* «مصدر (عكاظ)» */
    bool beside = n->prep == NONE && n->link != LINK_CONJ && !paper && !speaker_name_of_listener(s, i);
    if (unknown == NONE && beside && unknown_name(s, n)) unknown = i;
  }
  return unknown != NONE ? unknown : phrase;
}

Part speaker_name_without_titles(const Stage *s, Part who) {
  const ClassSet titles = s->m->k->title | s->m->k->rank;
  while (who.first + 1 < who.last && classes_of_words(s, who.first, who.first + 1) & titles) who.first++;
  return who;
}

bool speaker_name_post(const Stage *s, uint32_t token, ClassSet posts) {
  const Word *w = &s->m->in->words->at[token];
  for (uint32_t i = 0; i < w->n; i++) {
    const Reading *r = &w->readings[i];
    bool named = r->clitics & CLITIC_AL && !(r->clitics & (CLITIC_CONJ | CLITIC_PREP));
    if (named && lexicon_classes(s->m->g->lexicon, r->lemma) & posts) return true;
  }
  return false;
}

/* «توماس باخ رئيس اللجنة», «جان بول المدير التنفيذي»: a post that stands behind the name. */
static bool begins_post(const Stage *s, uint32_t token) {
  const EngineClasses *k = s->m->k;
  ClassSet posts = k->spokesman | k->official | k->leader | k->rank | k->title | k->person | k->organisation;
  if (speaker_name_post(s, token, posts)) return true;
  uint32_t phrase = s->m->c->phrase_of[token];
  if (phrase == NONE || stage_phrase(s, phrase)->head != token || stage_phrase(s, phrase)->person != NONE) return false;
  return (stage_phrase(s, phrase)->classes & posts) != 0;
}

/* A word that the grammar asks for; what tells where something is names people as well: «عمارة», «خلف». */
static bool has_use(const Stage *s, uint32_t token) {
  SetMask where = SET_BIT(SET_SITE) | SET_BIT(SET_SITE_PART) | SET_BIT(SET_BESIDE);
  return (s->m->c->marks[token] & ~where) != 0;
}

/* A bare word: neither joined nor governed, no verb, no accusative («مؤكداً»), of no other use. */
static bool bare_word(const Stage *s, uint32_t token) {
  if (token_at(s, token)->kind == TOKEN_LATIN) return true;
  if (token_at(s, token)->kind != TOKEN_WORD || !may_be_noun(s, token) || begins_post(s, token)) return false;
  const Reading *r = word_best(s->m->in->words, token);
  if (!r->guessed && r->pos != POS_NOUN && r->pos != POS_PROPER && r->pos != POS_ADJ && r->pos != POS_VERB)
    return false;
  const Phrase *f = s->m->c->phrase_of[token] == NONE ? NULL : stage_phrase(s, s->m->c->phrase_of[token]);
  bool act = f && f->form == FORM_MASDAR && (r->clitics & CLITIC_AL || f->prep != NONE);
  if (act) return false; /* «إعلان ترامب الانسحاب من» */
  if (f && (f->date != NONE || f->actor != NONE || f->number != NONE)) return false;
  if (f && f->prep != NONE && f->prep_token == token) return false;
  if (f && f->place != NONE && f->person == NONE) return false;
  if (r->clitics & (CLITIC_CONJ | CLITIC_PREP) || r->enclitic || r->accusative) return false;
  return !has_use(s, token);
}

static bool ends_here(const Stage *s, uint32_t token, uint32_t limit) {
  if (token >= limit || token_at(s, token)->kind == TOKEN_PUNCT) return true;
  if (s->m->c->marks[token] & SET_BIT(SET_COMPLEMENTISER) || begins_post(s, token)) return true;
  const Reading *r = word_best(s->m->in->words, token);
  uint32_t phrase = s->m->c->phrase_of[token];
  const Phrase *f = phrase == NONE ? NULL : stage_phrase(s, phrase);
  bool governed = r->pos == POS_PREP || r->clitics & CLITIC_PREP || (f && f->prep != NONE && f->first == token);
  return governed || (f && f->date != NONE);
}

/* «القدرة», «بك», «ويتسن»: between a name and «إن» or a comma, whatever else the word might be; but no
 * adverb, no date, no listener («للصحفيين»). */
static bool stray_word(const Stage *s, uint32_t token) {
  const EngineClasses *k = s->m->k;
  if (token_at(s, token)->kind == TOKEN_LATIN) return true;
  if (token_at(s, token)->kind != TOKEN_WORD || begins_post(s, token)) return false;
  const Reading *r = word_best(s->m->in->words, token);
  const Phrase *f = s->m->c->phrase_of[token] == NONE ? NULL : stage_phrase(s, s->m->c->phrase_of[token]);
  if (f && (f->date != NONE || f->actor != NONE || f->number != NONE || f->pronoun ||
            f->classes & (k->time | k->channel | k->media)))
    return false; /* «قوله» */
  if (r->accusative && !r->guessed) return false;
  if (r->pos == POS_PREP) return r->clitics != 0 && r->enclitic; /* «بك», no «في» */
  if (r->pos == POS_VERB) return (r->clitics & CLITIC_CONJ) != 0;
  bool nominal = r->guessed || r->pos == POS_NOUN || r->pos == POS_PROPER || r->pos == POS_ADJ;
  bool governed = r->clitics & CLITIC_PREP && (!r->guessed || r->clitics & CLITIC_AL);
  return nominal && !governed && (r->guessed || !(r->clitics & CLITIC_CONJ));
}

/* Where a name ends for certain: «إن», a sign. */
static bool stops_here(const Stage *s, uint32_t token, uint32_t limit) {
  if (token >= limit || token_at(s, token)->kind == TOKEN_PUNCT) return true;
  return (s->m->c->marks[token] & SET_BIT(SET_COMPLEMENTISER)) != 0;
}

/* Behind the last bare word from `from` on, if they go on to where a name ends; `from` if not. */
static uint32_t bare_words(const Stage *s, uint32_t from, uint32_t limit) {
  uint32_t i = from;
  while (i < limit && i < from + NAME_WORDS && bare_word(s, i)) i++;
  uint32_t k = i;
  while (k < limit && k < from + NAME_WORDS && (bare_word(s, k) || stray_word(s, k))) k++;
  if (stops_here(s, k, limit)) return k;
  return ends_here(s, i, limit) ? i : from;
}

/* «الركن», «المتقاعد»; «د.»; the comma between post and name. */
static bool is_epithet(const Stage *s, uint32_t token, bool first) {
  uint8_t sign = token_sign(s->m->in->text, token);
  const Reading *r = word_best(s->m->in->words, token);
  if (sign) return (first && (sign == ',' || sign == ')' || sign == '"')) || sign == '.';
  if (r->clitics & CLITIC_PREP && r->enclitic) return true; /* «المتحدث باسمه» */
  return r->pos == POS_ABBREV || (r->clitics & CLITIC_AL && !(r->clitics & (CLITIC_CONJ | CLITIC_PREP)));
}

/* «رئيس الجهاز، فاسيل غريتساك، إن»: all that two commas hold, where a word of it can be nothing but a name, or
 * where what he says comes right behind: «الصحافي في المدينة، سالم العامري، إن». */
Part speaker_name_between_commas(const Stage *s, uint32_t comma, uint32_t limit) {
  bool name = false;
  uint32_t i = comma + 1;
  for (; i < limit && i <= comma + NAME_WORDS && token_at(s, i)->kind == TOKEN_WORD; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    uint32_t phrase = s->m->c->phrase_of[i];
    const Phrase *f = phrase == NONE ? NULL : stage_phrase(s, phrase);
    bool other = f && (f->date != NONE || f->number != NONE || f->actor != NONE || f->pronoun);
    bool definite = i == comma + 1 && r->clitics & CLITIC_AL;
    bool surname = i > comma + 1 && r->clitics & CLITIC_AL && token_sign(s->m->in->text, i + 1) == ','; /* «الملا» */
    if (other || definite || (begins_post(s, i) && !surname) || has_use(s, i) || r->enclitic) return (Part){0};
    if (r->pos == POS_PREP || r->pos == POS_VERB || r->accusative) return (Part){0};
    name |= r->guessed || r->pos == POS_PROPER;
  }
  bool closed = i < limit ? token_sign(s->m->in->text, i) == ',' : i > comma + 1;
  bool two_commas = i + 1 < s->m->in->text->ntokens && token_sign(s->m->in->text, i) == ',';
  name |= two_commas && i > comma + 2 && s->m->c->marks[i + 1] & SET_BIT(SET_COMPLEMENTISER);
  return name && closed && i > comma + 1 ? (Part){comma + 1, i, s->m->c->phrase_of[comma + 1]} : (Part){0};
}

/* «الصحافي في تعز، …»: behind the place that the post goes on with. */
static uint32_t over_place(const Stage *s, uint32_t i, uint32_t limit) {
  enum { PLACE_WORDS = 5 };
  for (uint32_t k = i; k < limit && k < i + PLACE_WORDS; k++) {
    uint32_t phrase = s->m->c->phrase_of[k];
    const Phrase *f = phrase == NONE ? NULL : stage_phrase(s, phrase);
    if (f && f->place != NONE && f->prep != NONE && f->prep_token <= i + 1) return f->last;
  }
  return i;
}

/* «العميد الركن المتقاعد خلفان الكعبي»: the first word behind the post that has no article. */
static Part behind_post(const Stage *s, Part body, uint32_t limit) {
  uint32_t from = over_place(s, body.last, limit), i = from; /* «مدير الصحة في عدن ناصر سالم» */
  if (from < limit && token_sign(s->m->in->text, from) == ',') {
    Part name = speaker_name_between_commas(s, from, limit);
    if (name.last) return name;
  }
  while (i < limit && i < from + EPITHETS && (is_epithet(s, i, i == from) || (i > from && is_title(s, i)))) i++;
  if (i >= limit || !bare_word(s, i)) return (Part){0};
  const Reading *r = word_best(s->m->in->words, i);
  uint32_t last = bare_words(s, i, limit), least = r->guessed || r->pos == POS_PROPER ? 1 : 2;
  /* «العقيد الركن صادق العامري»: behind a definite post an adjective without the article is no attribute */
  bool attribute = r->clitics & CLITIC_AL || (r->pos == POS_ADJ && !stage_phrase(s, body.phrase)->definite);
  return last < i + least || attribute ? (Part){0} : (Part){i, last, s->m->c->phrase_of[i]};
}

static bool may_be_name(const Stage *s, uint32_t token) {
  const Token *t = token_at(s, token);
  const Reading *r = word_best(s->m->in->words, token);
  if (t->kind == TOKEN_LATIN) return true;
  return t->kind == TOKEN_WORD && (r->guessed || r->pos == POS_PROPER) && !(r->clitics & (CLITIC_CONJ | CLITIC_PREP));
}

/* «أنتون سيلوانوف»: all the words of a name that no table has. */
static Part whole_name(const Stage *s, Part part, uint32_t first, uint32_t limit) {
  for (uint32_t n = 1; n < NAME_WORDS && part.last < limit && may_be_name(s, part.last); n++) part.last++;
  for (uint32_t n = 1; n < NAME_WORDS && part.first > first && may_be_name(s, part.first - 1); n++) {
    if (s->m->c->marks[part.first - 1] & SET_BIT(SET_NAMED)) break; /* «يدعى» */
    part.first--;
  }
  uint32_t last = part.last;
  while (last < limit && last < part.first + NAME_WORDS && stray_word(s, last)) last++;
  if (stops_here(s, last, limit)) part.last = last;
  return part;
}

/* «سالم العامري المتحدث باسم الشرطة»: a post behind the name is no attribute of it. */
static Part before_post(const Stage *s, Part who) {
  enum { NAME_LEAST = 2 };
  uint32_t names = 0;
  for (uint32_t i = who.first; i < who.last; i++) {
    bool post = begins_post(s, i);
    uint32_t last = i;
    while (post && last > who.first && token_at(s, last - 1)->kind == TOKEN_PUNCT) last--; /* «“سالم العامري” الخبير» */
    if (post && names >= NAME_LEAST) return (Part){who.first, last, who.phrase};
    names += !post && !is_title(s, i) && token_at(s, i)->kind != TOKEN_PUNCT;
  }
  return who;
}

Part speaker_name_words(const Stage *s, uint32_t named, Part who, Part body, uint32_t limit) {
  const Phrase *f = stage_phrase(s, named);
  bool beside = who.first != body.first;
  if (f->person != NONE) {
    who.last = bare_words(s, who.last, limit);
    return before_post(s, who);
  }
  /* «بن رودس»: a place, or any name, that another follows is of a person */
  bool proper = f->place != NONE || (f->head != NONE && word_best(s->m->in->words, f->head)->pos == POS_PROPER);
  bool of_person = proper && f->actor == NONE && f->last == f->first + 1 && f->last < limit && may_be_name(s, f->last);
  uint32_t next = of_person ? s->m->c->phrase_of[f->last] : NONE; /* «اتهمت باكستان الهند»: two */
  of_person &= f->place == NONE || next == NONE || stage_phrase(s, next)->place == NONE;
  if (beside && who.first && token_sign(s->m->in->text, who.first - 1) == ',') {
    Part name = speaker_name_between_commas(s, who.first - 1, limit);
    if (name.last > who.last) return (Part){who.first, name.last, who.phrase};
  }
  if (beside || unknown_name(s, f) || of_person) {
    Part name = whole_name(s, who, beside ? body.last : who.first, limit);
    name.last = bare_words(s, name.last, limit);
    return name;
  }
  if (!is_post(s, f)) return who;
  Part name = behind_post(s, body, limit);
  return name.last ? name : who;
}
