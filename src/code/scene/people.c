#include "code/scene/people.h"

#include "code/clause/near.h"
#include "code/match/role.h"

bool effect_of_people(Str what) { return !STR_IN(what, "destroyed", "seized", "foiled", "given", "deployed"); }

/* ---------------------------------------------------------------- status */

static Str status_of_body(Str type) {
  if (STR_IN(type, "military", "police", "border guard", "intelligence", "peacekeepers")) return STR("security");
  return STR_IN(type, "armed group", "militia", "pmc") ? STR("fighter") : STR_NONE;
}

/* What the noun itself says; a named body by what it is, whatever words its name is made of. */
static Str status_of_phrase(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  if (f->actor != NONE) return status_of_body(s->m->in->mentions->actors[f->actor].type);
  ClassSet classes = f->person != NONE ? f->classes & ~k->civilian : f->classes;
  if (f->person != NONE && classes & k->official) return STR("official");
  if (classes & (k->civilian | k->child | k->woman)) return STR("civilian");
  if (classes & (k->security | k->rank)) return STR("security");                  /* «العقيد فلان» */
  if (classes & k->informant && !(classes & k->official)) return STR("civilian"); /* «الناشط», «المراسل» */
  if (classes & (k->fighter | k->leader | k->group)) return STR("fighter");
  return classes & k->official ? STR("official") : STR_NONE;
}

/* An armed body that is not listed: «رجال الأمن», «قوات الدرك» are a state's, «ميليشيات» nobody's. */
static Str status_of_force(const Stage *s, const Phrase *f) {
  bool state = f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_STATE_FORCE);
  uint32_t of = idafa_on(s->m, (uint32_t)(f - s->m->c->phrases));
  const Phrase *whose = of == NONE ? NULL : stage_phrase(s, of);
  if (whose && whose->head != NONE)
    state |= (s->m->c->marks[whose->head] & SET_BIT(SET_STATE_FORCE)) != 0 || (whose->classes & s->m->k->security) != 0;
  return state ? STR("security") : STR("fighter");
}

/* «عنصراً من قوات الجيش والمسلحين الموالين لها»: one number for two kinds. */
static bool joined_to_others(const Stage *s, uint32_t counted, uint32_t owner, Str status) {
  for (uint32_t i = owner + 1; i < s->m->c->nphrases && i <= owner + 3; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->link != LINK_CONJ || f->up == NONE || f->up < counted || f->number != NONE) continue;
    if (f->up < owner && !f->definite) continue; /* «عنصراً من القوات ومدنياً» */
    Str other = status_of_phrase(s, f);
    return other.n && !str_eq(other, status);
  }
  return false;
}

/* «من الشرطة», «للجيش», «في صفوف التنظيم»; but «قتل شاب برصاص الجيش» */
static bool leads_to_owner(const Stage *s, const Phrase *f) {
  if (f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_STANDS_FOR)) return true; /* «بصفوف المدنيين» */
  if (f->prep == s->m->g->prep_li || s->m->c->marks[f->prep_token] & SET_BIT(SET_PARTITIVE)) return true;
  if (s->m->c->mark_prep[f->prep_token] != NONE) { /* «في صفوف», but not «برصاص», «على يد» */
    uint32_t last = f->prep_token + s->m->c->mark_n[f->prep_token] - 1;
    return last > f->prep_token && (s->m->c->marks[last] & SET_BIT(SET_STANDS_FOR)) != 0;
  }
  const SetMask others = SET_BIT(SET_CAUSE_PREPOSITION) | SET_BIT(SET_ALONGSIDE); /* «في مواجهات مع الجيش» */
  return f->prep != s->m->g->prep_bi && !(s->m->c->marks[f->prep_token] & others);
}

/* «عنصران من الشرطة», «قتلى في صفوف التنظيم»: whose they are. */
static Str status_of_owner(const Stage *s, uint32_t phrase) {
  enum { OWNERS_MOST = 3 };
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i <= phrase + OWNERS_MOST; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->up == NONE || f->up < phrase || f->up >= i) break;
    if (f->link == LINK_CONJ && f->classes & s->m->k->hurt) continue; /* «قتيلاً وجريحاً في صفوف…» */
    if (f->link != LINK_IDAFA && f->link != LINK_PREP && f->link != LINK_APPOSITION) break;
    if (f->link == LINK_PREP && (f->place != NONE || !leads_to_owner(s, f))) break;
    Str status = status_of_phrase(s, f);
    if (!status.n && f->classes & s->m->k->force) status = status_of_force(s, f);
    if (status.n) return joined_to_others(s, phrase, i, status) ? STR("mixed") : status;
  }
  return STR_NONE;
}

/* Where the noun stands that says right before a name what he is: his title in it, or the word before it and before
 * adjectives of nations; the name's own first token where there is none. */
static uint32_t role_before(const Stage *s, const PersonMention *p) {
  enum { NISBAS_MOST = 2 };
  if (span_any(p->title) || !p->first) return p->first;
  uint32_t at = p->first - 1;
  for (uint32_t steps = 0; at > 0 && steps < NISBAS_MOST && nisba_at(s->m->in, at); steps++) at--;
  return at;
}

/* «القس سالم أحمد», and later «أحمد»: what he is called right before his name, wherever the report names him so. */
static Str status_of_role(const Stage *s, uint32_t phrase) {
  enum { PERSONS_MOST = 64 };
  const Mentions *m = s->m->in->mentions;
  const Phrase *own = stage_phrase(s, phrase);
  for (uint32_t i = 0; i < m->npersons && i < PERSONS_MOST; i++) {
    const PersonMention *p = &m->persons[i];
    Part named = {p->first, p->last, s->m->c->phrase_of[p->first]};
    if (!part_has_word(s, own->last - 1, named)) continue;
    uint32_t at = role_before(s, p), lemma = word_best(s->m->in->words, at)->lemma;
    bool beside = s->m->in->text->tokens[at].sentence == s->m->in->text->tokens[p->first].sentence;
    if (!beside || word_best(s->m->in->words, at)->pos != POS_NOUN) continue;
    if (lexicon_classes(s->m->g->lexicon, lemma) & s->m->k->civilian) return STR("civilian");
  }
  return STR_NONE;
}

/* «فلان»: of those whom the act was aimed at, where their noun says what they are. */
static Str status_of_named(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->targets.n; i++) {
    uint32_t phrase = x->targets.at[i].phrase;
    if (phrase == NONE || stage_phrase(s, phrase)->person != NONE) continue;
    Str status = status_of_phrase(s, stage_phrase(s, phrase));
    if (str_eq(status, STR("fighter"))) return status;
  }
  return STR_NONE;
}

static bool is_others(const Stage *s, const Effect *e) {
  if (e->phrase == NONE) return true; /* a bare number is of those before */
  const Phrase *f = stage_phrase(s, e->phrase);
  if (f->head == NONE) return false;
  if (s->m->c->marks[f->head] & SET_BIT(SET_OTHERS)) return true;
  /* «عدد آخر», «الجرحى الآخرين»: the noun says nothing of what they are */
  bool nothing = f->classes & (s->m->k->measure | s->m->k->dead | s->m->k->hurt) && status_of_phrase(s, f).n == 0;
  for (uint32_t i = f->head + 1; nothing && i < f->last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_OTHERS)) return true;
  return false;
}

/* Those told right before in the text, of whom «آخرين» are more; subsets apart: «… بينهم طفل وإصابة آخرين». */
static const Effect *told_before(const Scene *x, const Effect *e) {
  enum { EFFECTS_NEAR = 24 }; /* bounds the work on a text that counts without end */
  const Effect *best = NULL;
  uint32_t at = (uint32_t)(e - x->effects.at), from = at > EFFECTS_NEAR ? at - EFFECTS_NEAR : 0;
  for (uint32_t i = from; i < x->effects.n && i < at + EFFECTS_NEAR; i++) {
    const Effect *o = &x->effects.at[i];
    if (o->token >= e->token || !effect_of_people(o->what) || (o->subset && !e->subset)) continue;
    if (!best || o->token > best->token) best = o;
  }
  return best;
}

/* The first noun of people behind a word. */
static const Phrase *people_behind(const Stage *s, uint32_t token, uint32_t end) {
  enum { NOUN_NEAR = 3 };
  for (uint32_t i = token + 1; i < end && i <= token + NOUN_NEAR; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE) return stage_phrase(s, phrase);
  }
  return NULL;
}

/* «39 شخصاً، بينهم مدنيون»: not all of them are; of women, children, a journalist nobody says whether the others
 * are of their kind. */
static Str status_by_some(const Stage *s, const Phrase *f) {
  Str some = status_of_phrase(s, f);
  if (!some.n && f->classes & s->m->k->force) some = status_of_force(s, f);
  bool civil = str_eq(some, STR("civilian")) && (!f->plural || f->number != NONE || f->classes & s->m->k->informant);
  if (civil || f->person != NONE || f->classes & (s->m->k->child | s->m->k->woman)) return STR_NONE;
  return STR_IN(some, "civilian", "fighter", "security") ? STR("mixed") : STR_NONE;
}

/* «عشرة قتلى، معظمهم نساء وأطفال», «12 شخصاً جميعهم من المدنيين»: what most of them are said to be, or all. */
static Str status_by_share(const Stage *s, const Effect *e) {
  enum { SHARE_NEAR = 9 };
  if (e->subset || e->phrase == NONE || (e->count.set && e->count.max < 2)) return STR_NONE;
  uint32_t first = e->of.last, end = s->m->in->text->sentences[s->m->in->text->tokens[e->of.first].sentence].last;
  for (uint32_t i = first; i < end && i < first + SHARE_NEAR; i++) {
    SetMask marks = s->m->c->marks[i];
    const SetMask shares = SET_BIT(SET_MOST_OF) | SET_BIT(SET_ALL_OF);
    if (!(marks & (shares | SET_BIT(SET_SUBSET)))) continue;
    const Phrase *f = people_behind(s, i, end);
    if (!f) return STR_NONE;
    if (!(marks & shares)) return status_by_some(s, f);
    Str status = status_of_phrase(s, f);
    bool all = marks & SET_BIT(SET_ALL_OF) || f->classes & (s->m->k->child | s->m->k->woman);
    return !status.n || all ? status : STR("mixed");
  }
  return STR_NONE;
}

/* «قتل 11 شخصاً وجرح 30 آخرون من الميليشيا»: whose they all are, the others tell. */
static Str status_by_others(const Stage *s, const Scene *x, const Effect *e) {
  const Effect *next = e + 1;
  if (next >= x->effects.at + x->effects.n || !is_others(s, next) || next->phrase == NONE) return STR_NONE;
  if (s->m->in->text->tokens[next->token].sentence != s->m->in->text->tokens[e->token].sentence) return STR_NONE;
  return status_of_owner(s, next->phrase);
}

/* Of women and of men whom nothing but their work or their country is told, an arrest leaves open what they were. */
static bool open_when_held(const Stage *s, const Effect *e, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  if (!str_eq(e->what, STR("arrested")) || f->person != NONE || f->classes & (k->child | k->informant)) return false;
  bool plain = f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_PLAIN_CIVIL);
  return !plain && (f->classes & (k->civilian | k->woman)) != 0;
}

/* «نزوح مئات العائلات», «عودة 200 أسرة» */
static bool family_moves(const Stage *s, const Effect *e, const Phrase *f) {
  return STR_IN(e->what, "displaced", "returned") && f->classes & s->m->k->kin;
}

/* «نشر مئة جندي»: men who were sent, and not their arms. */
static bool men_sent(const Stage *s, const Effect *e) {
  if (!str_eq(e->what, STR("deployed")) || e->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, e->phrase);
  const EngineClasses *k = s->m->k;
  return f->classes & (k->person | k->fighter | k->security) && !(f->classes & (k->vehicle | k->aircraft | k->weapon));
}

/* What those of a side are who fight: of a state, or of a group. */
static Str status_of_side(const Stage *s, const Parts *side) {
  uint32_t phrase = side->n ? side->at[0].phrase : NONE;
  if (phrase == NONE) return STR_NONE;
  const Phrase *f = stage_phrase(s, phrase);
  Str status = status_of_phrase(s, f);
  return !status.n && f->classes & s->m->k->force ? status_of_force(s, f) : status;
}

/* «تكبدت الميليشيات خسائر في الأرواح»: the noun tells nobody; those who had the losses are who lost them. */
static Str status_of_losers(const Stage *s, const Scene *x, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  const ClassSet people = k->person | k->dead | k->hurt | k->victim | k->group | k->force;
  bool losses = f->head != NONE && f->number == NONE && f->person == NONE && f->actor == NONE && f->plural;
  return losses && !(f->classes & people) ? status_of_side(s, &x->targets) : STR_NONE;
}

Str status_of_effect(const Stage *s, const Scene *x, const Effect *e) {
  if (!effect_of_people(e->what) && !men_sent(s, e)) return STR_NONE;
  enum { OTHERS_MOST = 6 };
  for (uint32_t steps = 0; is_others(s, e) && steps < OTHERS_MOST; steps++) {
    if (e->phrase != NONE && status_of_owner(s, e->phrase).n) break;
    const Effect *before = told_before(x, e);
    if (!before) break;
    e = before;
  }
  if (e->phrase == NONE) return STR("unstated");
  const Phrase *f = stage_phrase(s, e->phrase);
  Str own = status_of_phrase(s, f), owner = f->actor == NONE ? status_of_owner(s, e->phrase) : STR_NONE;
  bool member = str_eq(own, STR("fighter")) && (str_eq(owner, STR("security")) || str_eq(owner, STR("mixed")));
  if (member || !own.n) own = owner;
  if (str_eq(own, STR("civilian")) && open_when_held(s, e, f)) return STR("unstated");
  if (!own.n && family_moves(s, e, f)) own = STR("civilian");
  if (!own.n && f->person != NONE) own = status_of_role(s, e->phrase);
  if (!own.n && f->person != NONE) own = status_of_named(s, x);
  if (!own.n && f->classes & s->m->k->force) own = status_of_force(s, f);
  if (!own.n && str_eq(e->what, STR("killed"))) own = status_of_losers(s, x, f);
  if (!own.n) own = status_by_share(s, e);
  if (!own.n) own = status_by_others(s, x, e);
  return own.n ? own : STR("unstated");
}

/* ---------------------------------------------------------------- side */

/* «مقاتلين من قوات النظام» beside «الجيش السوري»: both words name one actor of the tables. */
static bool one_actor(const Stage *s, Part a, Part b) {
  const ActorMention *list = s->m->in->mentions->actors;
  for (uint32_t i = a.first; i < a.last; i++) {
    uint32_t x = s->m->c->phrase_of[i] == NONE ? NONE : stage_phrase(s, s->m->c->phrase_of[i])->actor;
    for (uint32_t k = b.first; x != NONE && list[x].id.n && k < b.last; k++) {
      uint32_t y = s->m->c->phrase_of[k] == NONE ? NONE : stage_phrase(s, s->m->c->phrase_of[k])->actor;
      if (y != NONE && str_eq(list[x].id, list[y].id)) return true;
    }
  }
  return false;
}

/* «57 عنصراً من التنظيم» in a clash that the group began: the doer's own. */
static bool of_agents(const Stage *s, const Scene *x, const Effect *e) {
  const Phrase *f = stage_phrase(s, e->phrase);
  if (f->pronoun && f->classes & s->m->k->security) return true; /* «4 من جنودها» */
  for (uint32_t i = 0; i < x->agents.n; i++) {
    const Part *a = &x->agents.at[i];
    if (e->of.first < a->last && a->first < e->of.last) return true;
    if (e->token != x->token && (parts_alike(s, e->of, *a) || one_actor(s, e->of, *a))) return true;
  }
  return false;
}

/* Whom a blast or a shell kills, with nobody who did it and nothing that it was aimed at, are those of a toll. */
static bool toll_alone(const Stage *s, const Scene *x) {
  return type_is(stage_type(s, x), TRAIT_IMPERSONAL) && !x->agents.n && !x->aimed && !x->targets.n;
}

/* A killing, an arrest, a release is done to those it befell, whoever they were. */
static bool befalls_somebody(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  return type_is(type, TRAIT_PERSONAL) || type_in(type, CLASS_BIT(COERCE) | CLASS_BIT(RELEASE));
}

/* Is a group that no state has among those who do it? */
static bool done_by_fighters(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->agents.n; i++) {
    uint32_t phrase = x->agents.at[i].phrase;
    if (phrase == NONE) continue;
    Str status = status_of_phrase(s, stage_phrase(s, phrase));
    if (!status.n && stage_phrase(s, phrase)->classes & s->m->k->force)
      status = status_of_force(s, stage_phrase(s, phrase));
    if (str_eq(status, STR("fighter"))) return true;
  }
  return false;
}

bool lost_by_doer(const Stage *s, const Scene *x, Str what, uint32_t phrase) {
  if (!scene_is(s, x, TRAIT_CAMPAIGN) || !STR_IN(what, "killed", "injured", "killed-or-injured")) return false;
  if (phrase == NONE || done_by_fighters(s, x)) return false;
  Str status = status_of_phrase(s, stage_phrase(s, phrase)), owner = status_of_owner(s, phrase);
  return str_eq(status, STR("security")) || str_eq(owner, STR("security"));
}

/* «مقتل جندي في اشتباكات مع مسلحين»: he is of the kind of those who fought them, or of nobody told, and not of theirs.
 */
static bool of_other_kind(const Stage *s, const Scene *x, Str status) {
  if (!scene_is(s, x, TRAIT_MUTUAL) || !STR_IN(status, "security", "fighter")) return false;
  Str doers = status_of_side(s, &x->agents), foes = status_of_side(s, &x->targets);
  return foes.n && !str_eq(foes, status) && (!doers.n || str_eq(doers, status));
}

Str side_of_effect(const Stage *s, const Scene *x, const Effect *e) {
  if (men_sent(s, e)) return STR("agent"); /* they are the doer's own */
  if (!effect_of_people(e->what)) return STR_NONE;
  if (lost_by_doer(s, x, e->what, e->phrase)) return STR("agent");
  const TypeRow *type = stage_type(s, x);
  if (type_in(type, CLASS_BIT(ACCIDENT)) || (x->toll && !x->agents.n)) return STR("unknown");
  if (e->phrase != NONE && of_agents(s, x, e)) return STR("agent");
  Str status = status_of_effect(s, x, e);
  if (of_other_kind(s, x, status)) return STR("agent");
  bool anybody = str_eq(status, STR("unstated")) || str_eq(status, STR("civilian"));
  if (anybody && toll_alone(s, x)) return STR("unknown");
  return x->agents.n || x->targets.n || x->aimed || befalls_somebody(s, x) ? STR("target") : STR("unknown");
}

/* ---------------------------------------------------------------- women, children */

/* «مسعفة», «مواطنتان»: of a noun that has both genders, the feminine. A «ضحية» may be anybody. */
static bool feminine(const Stage *s, const Phrase *f) {
  if (f->head == NONE || f->lemma >= s->m->g->lexicon->n || !(f->classes & s->m->k->person)) return false;
  if (s->m->c->marks[f->head] & SET_BIT(SET_OTHERS)) return false; /* «الأخريان» may be cars */
  const Reading *r = word_best(s->m->in->words, f->head);
  return r->gender == GENDER_FEMININE && s->m->g->lexicon->lemmas[f->lemma].gender == GENDER_MASCULINE;
}

/* «30 امرأة وطفلاً»: from eleven on the number counts all that «و» joins to its singular. */
static bool counted_with_others(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase), *next = f + 1;
  if (phrase + 1 >= s->m->c->nphrases || f->number == NONE || f->plural || next->plural) return false;
  return next->link == LINK_CONJ && next->up == phrase && next->number == NONE && !next->definite;
}

static bool are_of(const Stage *s, const Phrase *f, ClassSet class) {
  if (f->classes & class) return true;
  return class == s->m->k->woman && !(f->classes & s->m->k->child) && feminine(s, f);
}

static Count number_of(const Stage *s, const Effect *e, ClassSet class) {
  if (e->phrase == NONE || !are_of(s, stage_phrase(s, e->phrase), class) || counted_with_others(s, e->phrase))
    return (Count){0};
  return e->count.set && e->count.min > 0 ? e->count : (Count){0};
}

Count among_effect(const Stage *s, const Scene *x, const Effect *e, ClassSet class) {
  Count own = effect_of_people(e->what) ? number_of(s, e, class) : (Count){0};
  if (own.set || e->subset) return own;
  for (const Effect *o = e + 1; o < x->effects.at + x->effects.n && o->subset; o++) {
    Count part = str_eq(o->what, e->what) ? number_of(s, o, class) : (Count){0};
    if (part.set) return part; /* «9 قتلى بينهم طفلان» */
  }
  return own;
}
