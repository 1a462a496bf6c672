/* Who they were whom an act befell, where their names are told apart from it.
 *
 *   «قُتل شرطي. … وقالت الوزارة إن القتيل هو سالم أحمد»   the dead man is so-and-so
 *   «اعتقلت رجلاً … وكشفت أن اسمه سالم أحمد»              his name is so-and-so
 *   «مقتل مسعفة … وكانت المسعفة هدى سالم …»              the same noun, now with the article and a name
 *   «قوات بقيادة العميد سالم أحمد»                        who led them; a named doer
 *   «اعتُقل سالم أحمد … وصدر ضده حكم»                      the one person whom a report tells of as arrested or tried
 *   «حكم على شاب … واعترف سالم أحمد …»                      the one private person whom a report of justice names
 *   «شغل سالم أحمد منصباً … ثم أفرجت السلطات عنه»          the person named last, where a pronoun takes him up
 *   «سالم أحمد، زعيم التنظيم والذي قُتل …»                  the name that a comma parts from the post
 *   «الرئيس المصري سالم أحمد … زار الرئيس المصري»         who is told by his post alone, and elsewhere by name
 *
 * A name goes to the newest act before it that befell one person, or some, of whom no name is told
 * yet. Who only speaks in the text is nobody whom it befell. */
#include "code/clause/near.h"
#include "code/outcome/effect.h"
#include "code/outcome/outcome.h"
#include "code/scene/named.h"
#include "code/scene/people.h"

enum { BACK_MOST = 16, SENTENCES_BACK = 10 };

/* «الممرضة هدى», «رئيس البلدية السابق سالم»: what he is called right before his name. */
static const Phrase *role_before(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (!phrase) return NULL;
  const Phrase *o = stage_phrase(s, phrase - 1);
  bool beside = o->last == f->first || (o->last + 1 == f->first && token_sign(s->m->in->text, o->last) == ',');
  bool definite = o->definite;
  for (uint32_t steps = 0; o->link == LINK_IDAFA && o->up != NONE && steps < 3; steps++) o = stage_phrase(s, o->up);
  bool role = o->head != NONE && definite && !o->plural && o->person == NONE && o->actor == NONE && o->place == NONE;
  role &= (o->classes & (s->m->k->person | s->m->k->official | s->m->k->leader)) != 0;
  return beside && role && stage_clause(s, o->clause)->sentence == stage_clause(s, f->clause)->sentence ? o : NULL;
}

/* Does he only speak? */
static bool is_speaker(const Stage *s, const Phrase *f) {
  enum { SPEAKERS_MOST = 200 };
  for (uint32_t i = 0; i < s->speakers.n && i < SPEAKERS_MOST; i++)
    for (uint32_t k = 0; k < s->speakers.at[i].who.n; k++) {
      Part part = s->speakers.at[i].who.at[k];
      if (part_has_word(s, f->last - 1, part)) return true;
    }
  return false;
}

static bool named_already(const Stage *s, const Scene *x) {
  if (x->named.n) return true;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    if (e->phrase == NONE) continue;
    if (stage_phrase(s, e->phrase)->person != NONE || person_behind(s, e->of)) return true;
  }
  return false;
}

static bool about_one(const Effect *e) { return e->count.set && e->count.min == 1 && e->count.max <= 1; }

/* «رئيس الحرس الخاص للرئيس فلان»: a role within the words for whoever it befell is another's. */
static bool is_anothers(const Stage *s, const Effect *e, const Phrase *noun) {
  enum { UP_MOST = 4 };
  const Phrase *of = stage_phrase(s, e->phrase);
  for (uint32_t steps = 0; noun != of && noun->link != LINK_FREE && noun->up != NONE && steps < UP_MOST; steps++) {
    noun = stage_phrase(s, noun->up);
    if (noun == of) return true;
  }
  return false;
}

/* May the outcome be that of the one named? `noun`: what he is called beside his name. */
static bool may_be(const Stage *s, const Effect *e, const Phrase *noun, Str what) {
  if (!effect_of_people(e->what)) return false;
  if (what.n && !str_eq(what, e->what)) return false;
  if (what.n) return true;
  if (!about_one(e)) return false;
  if (!noun) return true;
  if (e->phrase == NONE || noun->lemma == LEMMA_NONE || is_anothers(s, e, noun)) return false;
  return stage_phrase(s, e->phrase)->lemma == noun->lemma;
}

/* The newest act before the name whose unnamed victim he may be. */
static const Effect *victim_of_act(const Stage *s, const Phrase *name, const Phrase *noun, Str what, uint32_t *scene) {
  uint32_t sentence = stage_clause(s, name->clause)->sentence;
  const Effect *best = NULL;
  for (uint32_t i = s->scenes.n, steps = 0; i-- > 0 && steps < 4 * BACK_MOST; steps++) {
    const Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || x->sentence > sentence || x->told + SENTENCES_BACK < sentence) continue;
    if (named_already(s, x)) continue;
    for (uint32_t k = 0; k < x->effects.n; k++) {
      const Effect *e = &x->effects.at[k];
      if (e->token >= name->first || e->subset || !may_be(s, e, noun, what)) continue;
      if (best && best->token > e->token) continue;
      best = e;
      *scene = i;
    }
  }
  return best;
}

/* «القتيل هو», «أحد القتلى هو», «اسم المعتقل هو»: what the noun before the pronoun says befell him. */
static Str fate_before(const Stage *s, uint32_t token) {
  enum { NOUN_NEAR = 5 };
  for (uint32_t i = token, steps = 0; i-- > 0 && steps < NOUN_NEAR; steps++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (s->m->in->text->tokens[i].kind == TOKEN_PUNCT) return STR_NONE;
    if (phrase == NONE) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->classes & s->m->k->dead && !(f->classes & s->m->k->hurt)) return STR("killed");
    if (f->classes & s->m->k->hurt && !(f->classes & s->m->k->dead)) return STR("injured");
  }
  return STR_NONE;
}

typedef enum Told { TOLD_NOT, TOLD_IS, TOLD_CALLED } Told;

/* Does what stands right before the name say that it is one? */
static Told told_by(const Stage *s, const Phrase *f) {
  if (!f->first) return TOLD_NOT;
  if (s->m->in->mentions->persons[f->person].called || s->m->c->marks[f->first] & SET_BIT(SET_NAMED))
    return TOLD_CALLED;
  const Reading *r = word_best(s->m->in->words, f->first - 1);
  if (s->m->c->marks[f->first - 1] & SET_BIT(SET_NAMED)) return TOLD_CALLED;
  bool two = f->first > 1 && s->m->c->marks[f->first - 2] & SET_BIT(SET_NAMED) && s->m->c->mark_n[f->first - 2] > 1;
  if (two) return TOLD_CALLED;
  return pronoun_of_third(r) ? TOLD_IS : TOLD_NOT;
}

static void name_victim(Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  Told told = told_by(s, f);
  if (told == TOLD_NOT && f->prep != NONE) return; /* «رئيس الجهاز الأمني لفلان» */
  const Phrase *noun = told == TOLD_NOT ? role_before(s, phrase) : NULL;
  Str what = told == TOLD_IS ? fate_before(s, f->first - 1) : STR_NONE;
  if ((told == TOLD_NOT && !noun) || (told == TOLD_IS && !what.n) || is_speaker(s, f)) return;
  uint32_t scene = NONE;
  const Effect *e = victim_of_act(s, f, noun, what, &scene);
  if (!e) return;
  Scene *x = &s->scenes.at[scene];
  scene_add_named(s, x, part_of_phrase(s, phrase), e->what);
}

/* The first token of the person's name, behind his title. */
static uint32_t name_begins(const Stage *s, const PersonMention *p) {
  const Token *tokens = s->m->in->text->tokens;
  uint32_t i = p->first;
  while (i < p->last && tokens[i].span.start < p->name.start) i++;
  return i;
}

static bool same_word(const Stage *s, uint32_t a, uint32_t b) {
  const Words *w = s->m->in->words;
  return str_eq(word_key(s->m->in->text, a, word_best(w, a)), word_key(s->m->in->text, b, word_best(w, b)));
}

/* Do the words of the post, all of them and no more, stand right before the token? */
static bool post_stands_before(const Stage *s, Part post, uint32_t name) {
  uint32_t n = post.last - post.first;
  if (name > n && token_sign(s->m->in->text, name - 1) == ',') name--; /* «الرئيس المصري، سالم أحمد،» */
  if (name < n || name - n == post.first) return false;
  uint32_t whole = s->m->c->phrase_of[name - n];
  if (whole == NONE || stage_phrase(s, whole)->link == LINK_IDAFA) return false; /* «نائب الرئيس المصري سالم أحمد» */
  for (uint32_t i = 0; i < n; i++)
    if (!same_word(s, post.first + i, name - n + i)) return false;
  return true;
}

/* The one person whom the report names behind these words for his post; no words where there is none, or another. */
static Part holder_of(const Stage *s, Part post) {
  enum { PERSONS_MOST = 128 };
  const Mentions *m = s->m->in->mentions;
  Part name = {0};
  for (uint32_t i = 0; i < m->npersons && i < PERSONS_MOST; i++) {
    uint32_t first = name_begins(s, &m->persons[i]);
    if (first >= m->persons[i].last || !post_stands_before(s, post, first)) continue;
    Part own = {first, m->persons[i].last, s->m->c->phrase_of[first]};
    if (name.last && !parts_alike(s, name, own)) return (Part){0};
    if (!name.last) name = own;
  }
  return name;
}

static bool takes_part(const Stage *s, const Scene *x, Part who) {
  const Parts *lists[] = {&x->agents, &x->partners, &x->targets};
  for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
    for (uint32_t i = 0; i < lists[k]->n; i++)
      if (parts_alike(s, lists[k]->at[i], who)) return true;
  return false;
}

static void name_holders(const Stage *s, const Scene *x, Parts *list) {
  const EngineClasses *k = s->m->k;
  for (uint32_t i = 0; i < list->n; i++) {
    Part *part = &list->at[i];
    if (part->phrase == NONE || part->first >= part->last) continue;
    const Phrase *f = stage_phrase(s, part->phrase);
    bool post = f->classes & (k->official | k->leader) && f->person == NONE && f->actor == NONE && f->number == NONE;
    if (!post || f->plural || person_behind(s, *part)) continue;
    Part name = holder_of(s, *part);
    if (name.last && !takes_part(s, x, name)) *part = name;
  }
}

void scenes_name(Stage *s) {
  for (uint32_t i = 0; i < s->m->c->nphrases; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->person != NONE && f->link != LINK_CONJ) name_victim(s, i);
  }
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    name_holders(s, x, &x->agents);
    name_holders(s, x, &x->partners);
    name_holders(s, x, &x->targets);
  }
}

/* ---------------------------------------------------------------- the one of whom a report tells */

/* Arrests, sentences and releases: what befalls one and the same person again and again. */
static bool of_justice(const Stage *s, const Scene *x) {
  return x->merged == NONE && !x->dropped && x->kind == RECORD_EVENT && type_is(stage_type(s, x), TRAIT_JUSTICE);
}

/* The one named person whom all such acts of the report befall that name anybody; false if there is none or another. */
static bool lone_accused(const Stage *s, Part *one) {
  bool found = false;
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    for (uint32_t k = 0; of_justice(s, x) && k < x->targets.n; k++) {
      Part part = x->targets.at[k];
      if (part.phrase == NONE) return false;
      const Phrase *f = stage_phrase(s, part.phrase);
      if (f->person == NONE && (f->plural || f->number != NONE || f->actor != NONE || x->targets.n > 1)) return false;
      if (f->person == NONE) continue; /* «القبض على المشتبه به» */
      if (found && !parts_alike(s, part, *one)) return false;
      if (!found) *one = part;
      found = true;
    }
  }
  return found;
}

/* Does he hold a post by which he is told? «رئيس البلدية سالم أحمد» */
static bool of_post(const Stage *s, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  const Phrase *role = role_before(s, phrase);
  return role && role->classes & (k->official | k->leader | k->spokesman | k->informant);
}

/* Does an act that is none of justice befall him? */
static bool befallen_elsewhere(const Stage *s, Part who) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || of_justice(s, x)) continue;
    const Parts *lists[] = {&x->targets, &x->named};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
      for (uint32_t n = 0; n < lists[k]->n; n++)
        if (parts_alike(s, lists[k]->at[n], who)) return true;
  }
  return false;
}

/* The only private person whom a report of justice names; false if it names none or others too. */
static bool lone_private(const Stage *s, Part *one) {
  enum { PERSONS_MOST = 64 };
  const Mentions *m = s->m->in->mentions;
  bool found = false;
  if (m->npersons > PERSONS_MOST) return false;
  for (uint32_t i = 0; i < m->npersons; i++) {
    uint32_t first = name_begins(s, &m->persons[i]);
    if (first >= m->persons[i].last) continue;
    Part own = {first, m->persons[i].last, s->m->c->phrase_of[first]};
    if (own.phrase == NONE) continue;
    if (found && parts_alike(s, own, *one)) {
      if (own.last - own.first > one->last - one->first) *one = own;
      continue;
    }
    if (is_speaker(s, stage_phrase(s, own.phrase)) || of_post(s, own.phrase)) continue;
    if (found) return false;
    *one = own;
    found = true;
  }
  return found && !befallen_elsewhere(s, *one);
}

/* «القبض على الجاني», «حكم على شاعرة»: is whom it befell one person, told without his name? */
static bool target_nameless(const Stage *s, const Scene *x) {
  const EngineClasses *k = s->m->k;
  if (x->targets.n != 1 || x->targets.at[0].phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->targets.at[0].phrase);
  ClassSet people = k->person | k->official | k->leader | k->fighter | k->security | k->civilian | k->woman;
  bool one = f->classes & people && !f->plural && f->number == NONE && f->actor == NONE && f->person == NONE;
  return one && !told_as_others(s, x->targets.at[0].phrase) && !person_behind(s, x->targets.at[0]);
}

/* The person whom an act's one outcome names, where its target does not: «أعدمت رجلاً … إعدام سالم العلي»; NULL. */
static const Part *named_by_outcome(const Stage *s, const Scene *x) {
  if (x->effects.n != 1 || !str_eq(x->effects.at[0].what, x->frame->what)) return NULL;
  const Effect *e = &x->effects.at[0];
  bool one = e->phrase != NONE && count_is_one(e->count);
  return one && stage_phrase(s, e->phrase)->person != NONE ? &e->of : NULL;
}

/* «سالم العلي، زعيم التنظيم والذي قُتل …»: the name that a comma parts from the post behind it; no words. */
static Part name_before(const Stage *s, Part post) {
  const Phrase *f = stage_phrase(s, post.phrase);
  if (!post.phrase || f->prep != NONE || f->first != post.first) return (Part){0};
  const Phrase *name = f - 1;
  bool comma = name->last + 1 == f->first && token_sign(s->m->in->text, name->last) == ',';
  bool of_it = name->person != NONE && name->link != LINK_CONJ && f->classes & (s->m->k->leader | s->m->k->official);
  return comma && of_it && told_whole(s, post.phrase) ? part_of_phrase(s, post.phrase - 1) : (Part){0};
}

/* «القبض على قيادي … هو سالم العلي»: of one who is named apart, the name. */
void scene_take_name(const Stage *s, Scene *x) {
  if (x->merged != NONE || !target_nameless(s, x)) return;
  Part before = name_before(s, x->targets.at[0]);
  bool doer = before.last && x->agents.n && parts_alike(s, before, x->agents.at[0]);
  const Part *name = x->named.n == 1 ? &x->named.at[0] : x->named.n ? NULL : named_by_outcome(s, x);
  if (!name && before.last && !doer) name = &before;
  if (name) x->targets.at[0] = *name;
}

/* «حبسه», «الحكم عليه», «بحقه حكم»: the word by the act whose pronoun says that it befalls one told before; NONE. */
static uint32_t befalls_him(const Stage *s, const Scene *x) {
  enum { BESIDE = 2 };
  uint32_t from = x->first > BESIDE ? x->first - BESIDE : 0;
  for (uint32_t i = from; i < x->last + BESIDE && i < s->m->in->text->ntokens; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    bool near = s->m->in->text->tokens[i].sentence == x->sentence;
    if (near && r->enclitic && enclitic_person(r) == 3 && enclitic_number(r) == NUMBER_SINGULAR) return i;
  }
  return NONE;
}

/* The phrase at the token or, where none is, the nearest before it; 0, which has none before it, where none is near. */
static uint32_t phrase_near(const Stage *s, uint32_t token) {
  enum { TOKENS_BACK = 8 };
  for (uint32_t i = token, steps = 0; steps < TOKENS_BACK; i--, steps++) {
    if (s->m->c->phrase_of[i] != NONE) return s->m->c->phrase_of[i];
    if (!i) break;
  }
  return 0;
}

/* «شغل سالم العلي منصباً … وفي 2013 أفرجت السلطات عنه»: the person named last, in the sentence or the one before it; no
 * words where the pronoun does not fit him, or he does it. */
static Part named_last(const Stage *s, const Scene *x, uint32_t pronoun) {
  enum { PHRASES_BACK = 24 };
  uint8_t gender = enclitic_gender(word_best(s->m->in->words, pronoun));
  for (uint32_t i = phrase_near(s, pronoun), steps = 0; i-- > 0 && steps < PHRASES_BACK; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence + 1 < x->sentence) return (Part){0};
    if (f->person == NONE) continue;
    uint8_t his = word_best(s->m->in->words, f->head == NONE ? f->first : f->head)->gender;
    Part part = part_of_phrase(s, i);
    bool doer = x->agents.n && parts_alike(s, x->agents.at[0], part);
    if (doer || is_speaker(s, f) || f->link == LINK_CONJ) return (Part){0};
    return his == gender || his == GENDER_NONE ? part : (Part){0};
  }
  return (Part){0};
}

/* «شقيقه»: another than he of whom the report tells. */
static bool of_his_kin(const Stage *s, Part who) {
  const Phrase *f = stage_phrase(s, who.phrase);
  return f->pronoun && f->classes & s->m->k->kin;
}

static void name_last_told(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    uint32_t pronoun = of_justice(s, x) && !x->targets.n ? befalls_him(s, x) : NONE;
    Part who = pronoun == NONE ? (Part){0} : named_last(s, x, pronoun);
    if (who.last) parts_add(s, &x->targets, who);
  }
}

/* «واعتقلته السلطات» of one who is named elsewhere: he is whom the arrest befell, and one. */
static void count_named(Stage *s, Scene *x) {
  Str what = scene_custody(s, x);
  if (x->merged != NONE || x->dropped || x->kind != RECORD_EVENT || !what.n || x->targets.n != 1) return;
  Part who = x->targets.at[0];
  bool person = who.phrase != NONE && (stage_phrase(s, who.phrase)->person != NONE || person_behind(s, who));
  if (!person || x->effects.n > 1) return;
  Effect *known = x->effects.n ? &x->effects.at[0] : NULL;
  if (known && (known->phrase != NONE || !str_eq(known->what, what) || known->count.min != 1 || known->count.max > 1))
    return;
  Effect e = {.what = what, .phrase = who.phrase, .count = {1, 1, true, false}, .of = who, .token = x->token};
  if (known)
    *known = e;
  else
    vec_push(&x->effects, s->arena, e);
}

static void name_accused(Stage *s) {
  Part one;
  bool accused = lone_accused(s, &one);
  if (!accused && !lone_private(s, &one)) {
    name_last_told(s);
    return;
  }
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (!of_justice(s, x) || (x->agents.n && parts_alike(s, x->agents.at[0], one))) continue;
    bool his = !x->effects.n || (x->effects.n == 1 && x->effects.at[0].phrase == NONE); /* «القبض عليه» */
    bool told = target_nameless(s, x), kin = told && of_his_kin(s, x->targets.at[0]);
    if (told && !kin)
      x->targets.at[0] = one;
    else if (!x->targets.n && his && x->first > one.last && (accused || befalls_him(s, x) != NONE))
      parts_add(s, &x->targets, one);
  }
}

void scenes_name_accused(Stage *s) {
  name_accused(s);
  for (uint32_t i = 0; i < s->scenes.n; i++) count_named(s, &s->scenes.at[i]);
}
