/* What a phrase hangs on: iḍāfa, apposition, a preposition, «و» (joined.c); and its place in its clause.
 *
 * «مواقع للتنظيم» (positions of the group) is one name, «انتزعت القوات من التنظيم» (the forces wrested
 * from the group) is not. */
#include "code/clause/near.h"
#include "code/clause/parser.h"

/* «مسلحون», «عمليتين»: with its nun a plural or dual has no complement. */
bool parse_has_nun(const Parser *p, uint32_t token) {
  const Reading *r = reading(p, token);
  if (r->construct || (r->number != NUMBER_PLURAL && r->number != NUMBER_DUAL)) return false;
  Str word = token_fold(p->in->text, token);
  if (word.n < 4 || (uint8_t)word.p[word.n - 1] != LETTER_NUN) return false;
  /* of a sound one only: «سجون» is «سجن» broken, and has but one letter more */
  if (r->lemma < p->g->lexicon->n && (size_t)r->stem_n * 2 < lexicon_text(p->g->lexicon, r->lemma).n + 4) return false;
  uint8_t before = (uint8_t)word.p[word.n - 2];
  return before == LETTER_WAW || before == LETTER_YA || before == LETTER_ALEF;
}

/* «هجوماً» is no complement. */
static bool accusative(const Parser *p, const Phrase *f) {
  return f->head != NONE && !f->definite && word_best(p->in->words, f->head)->accusative;
}

bool parse_takes_idafa(const Parser *p, const Phrase *f) {
  if (f->head == NONE || f->adjectives || f->pronoun || f->actor != NONE || f->person != NONE || f->place != NONE ||
      f->date != NONE)
    return false;
  if (f->definite || f->last != f->head + 1 || parse_has_nun(p, f->head)) return false;
  return !accusative(p, f); /* with its tanwin a noun has no complement, either */
}

/* From eleven on the counted noun is accusative, and has no complement, unless it lacks the
 * accusative's alef: «14 ضابط أمن». */
static bool counted_takes(const Parser *p, const Phrase *o, const Phrase *f) {
  const Number *n = o->number == NONE ? NULL : &p->in->numbers->at[o->number];
  if (!n || n->min < 11) return true;
  return !accusative(p, o) && !f->definite && f->number == NONE && f->actor == NONE && f->place == NONE;
}

/* Up the iḍāfa to the masdar whose object may stand here, past its subject and whoever «و» joins to it, and past when
 * it was («قتلها السبت أحد القادة»). */
static uint32_t masdar_above(const Parser *p, uint32_t i) {
  const Phrase *last = &p->phrases.at[i];
  if (last->form == FORM_MASDAR && last->pronoun) return i; /* «إطلاقهما عملية» */
  bool timed = last->date != NONE && i > 0 && last->prep == NONE && last[-1].last == last->first &&
               p->clauses.at[p->clause].after != i - 1; /* «أوقع قصفها خلال يومين قتلى» */
  if (timed && last[-1].form == FORM_MASDAR && last[-1].pronoun) return i - 1;
  for (uint32_t steps = 0; i != NONE && steps < 4; steps++) {
    const Phrase *f = &p->phrases.at[i];
    bool joined = f->link == LINK_CONJ && parse_can_act(p, f) && p->phrases.at[f->up].link == LINK_IDAFA;
    if (f->link != LINK_IDAFA && f->link != LINK_APPOSITION && !joined) return NONE;
    i = f->up;
    if (i != NONE && p->phrases.at[i].form == FORM_MASDAR) return i;
  }
  return NONE;
}

/* Nothing but quotation marks, brackets and «هذا» stands between. */
static bool stands_beside(const Parser *p, uint32_t last, uint32_t begins) {
  if (last == NONE || p->broken) return false;
  uint32_t i = p->phrases.at[last].last;
  while (i < begins && (token_at(p, i)->kind == TOKEN_PUNCT || reading(p, i)->pos == POS_DEMONSTRATIVE)) i++;
  return i == begins;
}

/* «العقيد أحمد سالم»: a proper noun behind a person's name is more of it. */
static bool goes_on_name(const Parser *p, const Phrase *o, const Phrase *f) {
  if (o->person == NONE || f->head == NONE || f->number != NONE || f->place != NONE || f->actor != NONE) return false;
  const Reading *r = reading(p, f->head); /* «محمد ألتان»: nor is a word that nothing is known of anything else */
  return (r->pos == POS_PROPER || (r->guessed && f->last == f->head + 1 && o->last == f->head)) && !r->clitics;
}

/* «تنظيم داعش (تنظيم الدولة)» */
static bool bracketed(const Parser *p, uint32_t i) { return i > 0 && token_sign(p->in->text, i - 1) == '('; }

/* Is the prepositional phrase part of who or what stands before it? «مواقع للتنظيم», «القوات
 * الموالية للنظام», «العشرات من السكان» are one; «انتزعت القوات من التنظيم…» and «اقتحام مسلحين
 * لمدرسة» are not. */
static bool governed_by(const Parser *p, const Phrase *o, const Phrase *f) {
  if (f->date != NONE) return false;
  /* «خلية تابعة للحركة», whatever else «ل» might govern there; but «الدولة المجاورة في الانتخابات» */
  bool adjective = o->last - 1 != o->head && p->marks.sets[o->last - 1] & SET_BIT(SET_WITH_COMPLEMENT);
  SetMask prep = p->marks.sets[f->prep_token];
  bool heads_for = prep & SET_BIT(SET_TOWARD) && (f->place != NONE || f->classes & p->k.area); /* «الموالية إلى عدن» */
  if (adjective && heads_for) return false;
  if (adjective && o->last == f->prep_token && !(prep & SETS_OF_CIRCUMSTANCE)) return true;
  bool link = f->head != NONE && p->marks.sets[f->head] & SET_BIT(SET_LINKED); /* «كيانات لصلتها بالحرس» */
  if (f->form == FORM_MASDAR || link) return false;
  /* «صحفياً من منزله»: from where */
  ClassSet spots = p->k.building | p->k.area | p->k.facility | p->k.position; /* «عناصرها من جبهات القتال» */
  bool where = f->classes & spots && f->actor == NONE && parse_can_act(p, o) && !(o->classes & p->k.position);
  if (where && p->marks.sets[f->prep_token] & SET_BIT(SET_PARTITIVE)) return false;
  if (o->link == LINK_IDAFA && p->phrases.at[o->up].form == FORM_MASDAR && f->prep == p->g->prep_li &&
      parse_can_act(p, o))
    return false;
  if (!o->definite || o->number != NONE || o->classes & p->k.measure) return true;
  uint32_t last = reading(p, o->last - 1)->lemma;
  /* «المتهمين من الجماعة» */
  const ClassSet bodies = p->k.group | p->k.force | p->k.organisation;
  bool of_body = p->marks.sets[f->prep_token] & SET_BIT(SET_PARTITIVE) && (f->actor != NONE || f->classes & bodies);
  if (o->last - 1 == o->head && of_body && o->plural && o->form == FORM_PASSIVE_PARTICIPLE) return true;
  if (o->last - 1 == o->head || last >= p->g->lexicon->n) return false;
  if (adjective) return true;
  uint8_t form = p->g->lexicon->lemmas[last].form;
  return form == FORM_ACTIVE_PARTICIPLE || form == FORM_PASSIVE_PARTICIPLE;
}

/* Does a frame ask for this noun as the verb's object? */
static bool asks_for_object(const Parser *p, uint32_t verb, uint32_t noun) {
  const Lexicon *lexicon = p->g->lexicon;
  if (verb >= lexicon->n || noun >= lexicon->n) return false;
  for (uint32_t i = p->g->by_lemma[verb]; i < p->g->by_lemma[verb + 1]; i++) {
    const FrameTrigger *t = &p->g->triggers[i];
    for (uint32_t k = t->first; k < t->first + t->n; k++) {
      const FrameCondition *c = &p->g->conditions[k];
      if (c->on == ON_OBJECT && c->lemma < lexicon->n && lexicon->lemmas[c->lemma].text == lexicon->lemmas[noun].text)
        return true;
    }
  }
  return false;
}

/* «أطلق مسلح النار»: the noun that a verb of a frame asks for as its object is no complement of the
 * subject between them. */
static bool object_of_frame(const Parser *p, const Phrase *o, const Phrase *f) {
  const Lexicon *lexicon = p->g->lexicon;
  const Clause *in = &p->clauses.at[p->clause];
  uint32_t verb = LEMMA_NONE;
  if (o->link == LINK_FREE && in->after != NONE && &p->phrases.at[in->after] == o)
    verb = in->lemma;
  else if (o->link == LINK_IDAFA)
    verb = lexicon_verb(lexicon, p->phrases.at[o->up].lemma);
  return parse_can_act(p, o) && asks_for_object(p, verb, f->lemma);
}

/* Who stands, alone or as the head of an iḍāfa that ends in the phrase, without the article and uncounted right behind
 * a verb that waits for its object; NULL. */
static const Phrase *doer_behind_verb(const Parser *p, const Phrase *o) {
  const Clause *c = &p->clauses.at[p->clause];
  const Phrase *who = o->link == LINK_IDAFA ? &p->phrases.at[o->up] : o; /* «مجموعة مسلحة» */
  if (c->verb == NONE || c->classes & p->k.intransitive || c->after == NONE || &p->phrases.at[c->after] != who)
    return NULL;
  return who->link == LINK_FREE && who->prep == NONE && !o->definite && o->number == NONE ? who : NULL;
}

/* «قتل جنود ثلاثة مدنيين», «أصاب مسلح جنديين»: an attacker without the article has no people for complement that are
 * counted, and one man none that are several by their nun. */
static bool people_of_attacker(const Parser *p, const Phrase *o, const Phrase *f) {
  const EngineClasses *k = &p->k;
  const Phrase *who = doer_behind_verb(p, o);
  const ClassSet people = k->person | k->civilian | k->child | k->woman | k->fighter | k->security;
  if (!who || f->definite || !(f->classes & people) || who->classes & (k->kin | k->dead | k->hurt)) return false;
  ClassSet arms = k->vehicle | k->aircraft | k->weapon | k->explosive | k->artillery;
  bool counted = f->number != NONE && p->in->numbers->at[f->number].min > 1;
  if (counted && who->classes & (people | arms | k->force | k->group)) return true;
  return who == o && !o->plural && o->classes & people && f->head != NONE && parse_has_nun(p, f->head);
}

/* «استهدف انتحاري حافلة»: nor has an attacker a thing. */
static bool thing_of_attacker(const Parser *p, const Phrase *o, const Phrase *f) {
  const EngineClasses *k = &p->k;
  if (doer_behind_verb(p, o) != o || (f->definite && o->plural)) return false; /* «مسلحو المدينة» */
  ClassSet things = k->vehicle | k->building | k->position | k->area | k->facility,
           bodies = k->force | k->state | k->group | k->security;
  return o->classes & k->fighter && f->classes & things && !(f->classes & bodies);
}

/* «اعتقلت الشرطة الصحافي فلان», «اعتقلت قوات الأمن الصحافي فلان», «باعتقال قوات الأمن الصحافي فلان», «رجال الأمن»: a
 * body, or several, is not the person behind it. */
static bool body_before_person(const Parser *p, const Phrase *o, const Phrase *f) {
  enum { UP_MOST = 4 };
  bool whole = o->link == LINK_IDAFA;
  ClassSet posts = p->k.leader | p->k.official | p->k.spokesman;
  bool of_masdar = false; /* whose deed the masdar tells */
  for (uint32_t steps = 0; o->link == LINK_IDAFA && steps < UP_MOST && !of_masdar; steps++) {
    if (o->classes & posts) return false; /* «إدارة الرئيس فلان» */
    of_masdar = p->phrases.at[o->up].form == FORM_MASDAR;
    if (!of_masdar) o = &p->phrases.at[o->up];
  }
  if (f->person == NONE || o->person != NONE || o->classes & posts) return false;
  if (!of_masdar && (o->link != LINK_FREE || o->prep != NONE)) return false;
  bool several = whole && o->plural && o->classes & (p->k.person | p->k.fighter | p->k.security);
  ClassSet bodies = p->k.force | p->k.state | p->k.organisation | p->k.aircraft;
  return several || (o->classes & bodies && !(o->classes & p->k.building)); /* «مدرسة الزبير بن العوام» */
}

/* «التقى الرئيس سالم العلي الجنرال أحمد سعيد»: behind one who has his name, the next with a title is another. */
static bool name_before_titled(const Parser *p, const Phrase *o, const Phrase *f) {
  const Clause *c = &p->clauses.at[p->clause];
  if (o->person == NONE || f->person == NONE || c->verb == NONE || c->second != NONE || o->prep != NONE) return false;
  const PersonMention *m = &p->in->mentions->persons[f->person];
  return m->name.start > m->span.start && (p->k.rank | p->k.title | p->k.official | p->k.leader) & f->classes;
}

/* «طرد الجيش الحوثيين»: one body is not many people. */
static bool body_before_people(const Parser *p, const Phrase *o, const Phrase *f) {
  const ClassSet bodies = p->k.force | p->k.state | p->k.organisation | p->k.group;
  if (o->link != LINK_FREE || o->prep != NONE || o->plural || f->person != NONE || !f->plural || f->head == NONE)
    return false;
  return o->classes & bodies && reading(p, f->head)->clitics & CLITIC_AL && parse_has_nun(p, f->head);
}

/* «اتهم الرئيس حماس», «توعد سالم حماس»: nobody is a body. */
static bool man_before_body(const Parser *p, const Phrase *o, const Phrase *f) {
  const EngineClasses *k = &p->k;
  if (f->actor == NONE || f->person != NONE || o->actor != NONE || o->link != LINK_FREE || o->plural) return false;
  bool man = o->classes & (k->official | k->leader) || o->person != NONE ||
             (o->head != NONE && o->place == NONE && !o->classes && reading(p, o->head)->pos == POS_PROPER);
  return man && !(o->classes & (k->force | k->state | k->organisation | k->group));
}

/* «قتل في الغارة سالم العلي», «اعتقلت في المقاطعة سالم العلي»: an act or a place is not the man behind it. */
static bool is_no_man(const Parser *p, const Phrase *o) {
  return (o->classes & (p->k.event | p->k.area | p->k.time)) != 0 && o->prep != NONE && !parse_can_act(p, o);
}

/* «في تويتر القبض على أربعة», «أعلنت الوزارة في بيان القبض على أربعة»: a name, and a paper that carries what is said,
 * has no act for its complement. */
static bool announces_act(const Parser *p, const Phrase *o, const Phrase *f) {
  if (!f->definite || !(f->classes & p->k.deed)) return false;
  if (o->head != NONE && reading(p, o->head)->pos == POS_PROPER) return true;
  const Clause *in = &p->clauses.at[p->clause];
  return o->classes & p->k.channel && o->prep != NONE && in->classes & p->k.speech && in->after != NONE &&
         in->second == NONE;
}

/* «قتل رجل زوجته», «طعن شاب شقيقه»: right behind a verb one man without the article, and next of kin whose pronoun is
 * he: who did it, and to whom. */
static bool his_kin(const Parser *p, const Phrase *o, const Phrase *f) {
  const Clause *c = &p->clauses.at[p->clause];
  const ClassSet people = p->k.person | p->k.fighter | p->k.security | p->k.civilian | p->k.woman | p->k.official;
  if (!f->pronoun || f->head == NONE || !(f->classes & p->k.kin) || !(o->classes & people)) return false;
  if (o->classes & p->k.kin || o->plural || o->number != NONE || o->prep != NONE) return false;
  if (c->verb == NONE || c->verb + 1 != o->first || c->object_pronoun) return false;
  const Reading *his = reading(p, f->head);
  return enclitic_number(his) == NUMBER_SINGULAR && enclitic_gender(his) == reading(p, o->head)->gender;
}

/* «قتل ثلاثة جنود شمال المدينة», «دبابة جنوب المدينة»: where it was, and not whose they are; but «مواقع شمال المدينة».
 */
static bool where_not_whose(const Parser *p, const Phrase *o, const Phrase *f) {
  const ClassSet moving = p->k.person | p->k.fighter | p->k.security | p->k.woman | p->k.child | p->k.vehicle;
  const ClassSet spots = p->k.area | p->k.position | p->k.facility | p->k.building | p->k.force;
  if (f->place == NONE || f->number != NONE || !(o->classes & moving) || o->classes & spots) return false;
  if (o->plural && o->number == NONE) return false;
  const PlaceMention *m = &p->in->mentions->places[f->place]; /* but «رئيس جنوب السودان» */
  const Reading *r = reading(p, f->first);
  return m->span.start < m->name.start && lemma_classes(p, r->lemma) & p->k.direction && !r->clitics;
}

/* Is the phrase the complement of the noun right before it? */
static bool is_complement(const Parser *p, const Phrase *o, const Phrase *f) {
  if (!parse_takes_idafa(p, o) || !counted_takes(p, o, f) || (accusative(p, f) && f->number == NONE)) return false;
  bool several = o->number != NONE && p->in->numbers->at[o->number].min > 1;
  if (several && f->pronoun) return false; /* «لقي ستة عمال مصرعهم», not «أحد مواطنيها» */
  if (his_kin(p, o, f) || where_not_whose(p, o, f)) return false;
  return !object_of_frame(p, o, f) && !people_of_attacker(p, o, f) && !thing_of_attacker(p, o, f) &&
         !announces_act(p, o, f);
}

/* «نظيره الروسي فلان», «نجلها فلان»: one man who is somebody's, and his name. */
static bool names_his(const Parser *p, const Phrase *o, const Phrase *f) {
  const ClassSet men = p->k.official | p->k.leader | p->k.kin;
  return o->pronoun && o->head != NONE && o->classes & men && !o->plural && o->number == NONE && o->person == NONE &&
         f->person != NONE && f->head != NONE && !(f->classes & ~p->k.person);
}

/* Does it name again who stands right before it? */
static bool is_apposed(const Parser *p, const Phrase *o, const Phrase *f) {
  bool names = f->actor != NONE || (f->person != NONE && !is_no_man(p, o));
  bool named = o->link != LINK_FREE || o->actor == NONE || bracketed(p, f->first);
  if (o->definite && names && named && o->date == NONE && o->place == NONE && !body_before_person(p, o, f) &&
      !body_before_people(p, o, f) && !man_before_body(p, o, f) && !name_before_titled(p, o, f))
    return true;
  return goes_on_name(p, o, f) || parse_name_beside(p, o, f) || names_his(p, o, f);
}

/* «أعدمت السلطات شنقاً ثلاثة سجناء» (hanged three prisoners): a masdar in the accusative, and nothing with it, right
 * behind the subject says how it was done. */
static bool says_how(const Parser *p, uint32_t i) {
  const Phrase *o = &p->phrases.at[i];
  const Clause *c = &p->clauses.at[p->clause];
  if (o->form != FORM_MASDAR || !accusative(p, o) || o->number != NONE || o->last != o->head + 1) return false;
  return c->second == i && c->after != NONE && !(o->classes & p->k.event);
}

static void link_phrase(const Parser *p, Phrase *f, uint32_t begins) {
  bool beside = stands_beside(p, p->last, begins);
  uint32_t partner = f->prep == NONE ? NONE : parse_added_to(p, f);
  if (f->prep == NONE && p->conj) partner = parse_partner(p, f);
  if (partner != NONE) {
    parse_join(p, f, partner);
    return;
  }
  if (!beside || (f->prep == NONE && p->conj)) return;
  const Phrase *o = &p->phrases.at[p->last];
  uint32_t up = p->last;
  if (f->prep != NONE) {
    f->link = LINK_PREP;
    f->governed = governed_by(p, o, f);
  } else if (is_complement(p, o, f)) {
    f->link = LINK_IDAFA;
  } else if (is_apposed(p, o, f)) {
    f->link = LINK_APPOSITION;
  } else {
    up = masdar_above(p, p->last);
    if (up != NONE && says_how(p, up)) up = NONE;
    if (up != NONE) f->link = LINK_OBJECT;
  }
  f->up = up;
}

/* «جهزت الدولة، في إطار…، جسراً»: past what was put in between, the accusative is the object. */
static bool is_object(const Parser *p, const Phrase *f) {
  return accusative(p, f) && (f->form != FORM_MASDAR || f->classes & p->k.event) && f->form != FORM_ACTIVE_PARTICIPLE;
}

/* «الطفل أحمد (9 أعوام)», «في نابلس (الضفة الغربية)»: what brackets enclose behind a noun says more of it. */
static bool is_aside(const Parser *p, const Phrase *f) {
  enum { ASIDE_MOST = 4 };
  if (!bracketed(p, f->first) || f->first < 2 || p->phrase_of[f->first - 2] == NONE) return false;
  bool age = f->number != NONE && f->head != NONE;
  const Clause *c = &p->clauses.at[p->clause];
  bool behind = c->verb != NONE && c->verb + 1 < f->first - 1; /* «جبهة فتح الشام (النصرة سابقاً)» */
  if (!age && f->place == NONE && !(behind && f->definite)) return false;
  for (uint32_t i = f->last; i < p->in->text->ntokens && i < f->last + ASIDE_MOST; i++)
    if (token_sign(p->in->text, i) == ')') return i == f->last || behind;
  return false;
}

/* «قتل جنديان هما علي رضا وحسن أكبري»: behind the pronoun stand the names of those told before. */
static bool names_them(const Parser *p, const Phrase *f) {
  const Clause *c = &p->clauses.at[p->clause];
  const Phrase *o = p->last == NONE ? NULL : &p->phrases.at[p->last];
  if (o && o->last == f->first && o->person != NONE && names_them(p, o)) return true; /* «هو علي رضا كريمي» */
  if (f->first == 0 || f->person == NONE || c->verb == NONE) return false;
  const Reading *r = reading(p, f->first - 1);
  return pronoun_of_third(r) && p->clause_of[f->first - 1] == p->clause && c->verb < f->first - 1;
}

/* «قصفوا الحي عشوائياً», «عذبوهم بدنياً»: how, and not whom. */
static bool is_manner(const Parser *p, const Phrase *f) {
  if (!accusative(p, f) || f->number != NONE || f->classes || f->last != f->head + 1) return false;
  return reading(p, f->head)->pos == POS_ADJ && !parse_as_person(p, f->head);
}

/* «شيوخ المحافظة، جنوبي البلاد،»: where they are. */
static bool says_where(const Parser *p, const Phrase *f) {
  if (f->head == NONE || f->first == 0 || token_sign(p->in->text, f->first - 1) != ',') return false;
  const Reading *r = reading(p, f->head);
  return lemma_classes(p, r->lemma) & p->k.direction && !(r->clitics & CLITIC_AL);
}

/* «…، مستهدفة موقعاً», «…، مستخدماً قنابل»: the accusative behind a participle that a comma sets apart is its own. */
static bool of_participle(const Parser *p, const Phrase *f) {
  const Phrase *o = p->last == NONE ? NULL : &p->phrases.at[p->last];
  if (!o || o->last != f->first || o->first == 0 || o->definite || !accusative(p, f)) return false;
  return o->form == FORM_ACTIVE_PARTICIPLE && token_sign(p->in->text, o->first - 1) == ',' && !parse_can_act(p, o);
}

/* «قصفت طائرات التحالف الذي تقوده السعودية، مخازن أسلحة»: a name with a relative clause in it, which a comma ends. */
static bool holds_relative(const Parser *p, uint32_t i) {
  const Phrase *f = &p->phrases.at[i];
  for (uint32_t k = f->first; k < f->last; k++)
    if (token_at(p, k)->kind == TOKEN_WORD && reading(p, k)->pos == POS_RELATIVE) return true;
  return false;
}

/* «قتلوا في اشتباكات، مشيرة إلى…», «مُنع من الدخول، مضيفاً أن…» (…, she added that): behind a comma, how somebody goes on
 * telling. */
static bool goes_on_telling(const Parser *p, const Phrase *f) {
  if (f->head == NONE || f->head != f->first || f->first == 0 || f->definite || f->number != NONE) return false;
  if (f->form != FORM_ACTIVE_PARTICIPLE || token_sign(p->in->text, f->first - 1) != ',') return false;
  uint32_t verb = lexicon_verb(p->g->lexicon, f->lemma);
  return verb != LEMMA_NONE && lemma_classes(p, verb) & p->k.speech && !(reading(p, f->head)->clitics & CLITIC_AL);
}

static void note_argument(Parser *p, const Phrase *f, uint32_t number) {
  Clause *c = current(p);
  if (is_aside(p, f) || names_them(p, f) || parse_name_aside(p, f)) return;
  if (f->link != LINK_FREE || f->prep != NONE || f->date != NONE) return;
  if (f->first > 0 && p->marks.sets[f->first - 1] & SET_BIT(SET_SUBSET)) return;
  bool of_them = f->head == NONE && f->number != NONE && f->last < p->in->text->ntokens &&
                 p->marks.sets[f->last] & SET_BIT(SET_SUBSET);
  if (of_them && c->after != NONE) return; /* «قتل 51 شخصاً 40 منهم أطفال» */
  if (f->number != NONE && f->classes & p->k.unit && bracketed(p, f->first)) return; /* «(45 كلم جنوب المدينة)» */
  if (c->verb != NONE && (is_manner(p, f) || of_participle(p, f))) return;
  if (c->verb != NONE && p->marks.sets[f->first] & SET_BIT(SET_CONCERNING)) return; /* «قصف موقعاً رداً على» */
  /* «نفذ الطيران غارات مستخدماً…»: how it was done */
  if (c->after != NONE && f->form == FORM_ACTIVE_PARTICIPLE && accusative(p, f) && !parse_can_act(p, f)) return;
  if (says_where(p, f) || goes_on_telling(p, f)) return;
  /* «قرب المدينة», «شرقي حلب» stand with no preposition and are no arguments */
  if (f->place != NONE && str_eq(p->in->mentions->places[f->place].basis, STR("anchor"))) return;
  if (c->verb == NONE) {
    /* «صنعاء.. مسلحون يخطفون طبيباً»: a place set apart before the sentence is a dateline */
    bool dateline = c->before != NONE && p->broken && p->phrases.at[c->before].place != NONE && f->place == NONE &&
                    parse_can_act(p, f);
    if (c->before == NONE || dateline) c->before = number;
  } else if (c->after == NONE) {
    c->after = number;
  } else if (!p->broken && c->second != NONE && says_how(p, c->second) && parse_can_act(p, f)) {
    c->second = number;
  } else if (!p->broken && is_object(p, f) && parse_one_more_post(p, c)) {
    p->phrases.at[c->second].link = LINK_APPOSITION;
    p->phrases.at[c->second].up = c->after;
    c->second = number;
  } else if (c->second == NONE &&
             (!p->broken || p->resumed || holds_relative(p, c->after) || c->classes & (p->k.light | p->k.speech) ||
              is_object(p, f) || (f->definite && asks_for_object(p, c->lemma, f->lemma)))) {
    c->second = number;
  }
}

/* «ثلاثة من عناصر التنظيم», «معظم أحياء المدينة»: a number or a measure is of what it measures, and so
 * is the measure before it («معظم أنحاء المدينة»). */
static void share_counted(Parser *p, const Phrase *f) {
  enum { MEASURES_MOST = 3 };
  const ClassSet own = f->classes;
  for (uint32_t steps = 0; f->up != NONE && steps < MEASURES_MOST; steps++) {
    Phrase *o = &p->phrases.at[f->up];
    bool partitive = f->link == LINK_PREP && p->marks.sets[f->prep_token] & SET_BIT(SET_PARTITIVE);
    if (o->head == NONE && o->number != NONE && partitive)
      o->lemma = f->lemma;
    else if (o->classes & p->k.unit ? !partitive || o->number == NONE
                                    : !(o->classes & p->k.measure) || !(partitive || f->link == LINK_IDAFA))
      return;
    o->classes |= own;
    f = o;
  }
}

/* «أرسلت الولايات المتحدة», «أطلقت أنقرة»: a country or its capital acts as the state. */
bool parse_stands_for_state(const PlaceMention *m) {
  bool alone = m->span.start == m->name.start && m->span.end == m->name.end; /* not «الأراضي السورية» */
  return alone && names_country(m);
}

/* «استهدفت قذيفة أطلقها مسلحون حياً سكنياً»: a relative clause whose verb has its object with it and
 * its subject behind has no room for another noun, which belongs to the clause around. */
static void leave_relative(Parser *p, Phrase *f) {
  const Clause *c = current(p);
  if (c->kind != CLAUSE_RELATIVE || c->after == NONE || c->up == NONE) return;
  const Clause *up = &p->clauses.at[c->up];
  /* «نفذ مسلحون يستقلون سيارة هجوماً», «اغتال مسلحون يستقلون سيارة ضابطاً»: what the verb still waits for */
  bool awaited = c->head == up->after && c->second == NONE && !p->broken && !(up->classes & p->k.intransitive) &&
                 (f->number != NONE || (up->classes & p->k.light && f->classes & p->k.event && accusative(p, f)) ||
                  (accusative(p, f) && f->classes & p->k.person && !p->phrases.at[c->head].definite));
  if (!c->object_pronoun && !awaited) return;
  if (f->link != LINK_FREE || f->prep != NONE || f->date != NONE || p->conj) return;
  if (up->verb == NONE || up->after == NONE || up->second != NONE) return;
  /* «قصفت الطائرات التي تقودها الدولة، مخازن أسلحة»; but «…، مستهدفة موقعاً» */
  p->resumed |= f->first > 0 && token_sign(p->in->text, f->first - 1) == ',' && f->form != FORM_ACTIVE_PARTICIPLE;
  p->clause = c->up;
  f->clause = c->up;
}

/* «قتل ليلة أمس 5»: nothing but a time stands between the verb and the word. */
static bool behind_verb(const Parser *p, const Clause *c, uint32_t first) {
  enum { TIME_MOST = 4 };
  if (c->verb == NONE || first <= c->verb) return false;
  if (c->verb + 2 >= first) return true;
  if (first > c->verb + 1 + TIME_MOST) return false;
  for (uint32_t i = c->verb + 1; i < first; i++)
    if (p->phrase_of[i] == NONE || p->phrases.at[p->phrase_of[i]].date == NONE) return false;
  return true;
}

/* «قتل شخصين وأصاب ثلاثة», «مقتل جندي وجرح آخرين»: a number with no noun, and «آخر» (another), are of the
 * people told before. */
static void share_people(const Parser *p, Phrase *f) {
  enum { PEOPLE_NEAR = 8 };
  bool other = f->head != NONE && p->marks.sets[f->head] & SET_BIT(SET_OTHERS);
  bool bare = f->head == NONE && f->number != NONE && p->in->numbers->at[f->number].kind == NUMBER_CARDINAL;
  const Clause *c = &p->clauses.at[p->clause];
  bool governed = f->link == LINK_IDAFA || behind_verb(p, c, f->first);
  if ((!bare && !other) || f->classes || f->date != NONE || f->definite || !governed) return;
  const ClassSet people = p->k.person | p->k.civilian | p->k.child | p->k.woman | p->k.fighter | p->k.security |
                          p->k.victim | p->k.official | p->k.leader;
  for (uint32_t i = p->phrases.n, steps = 0; i-- > 0 && steps < PEOPLE_NEAR; steps++) {
    const Phrase *o = &p->phrases.at[i];
    if (p->clauses.at[o->clause].sentence != p->sentence) return;
    if (!(o->classes & people) || o->date != NONE) continue;
    if (o->number != NONE || o->link == LINK_IDAFA || o->link == LINK_FREE) f->classes |= p->k.person;
    return;
  }
}

/* «معارك بين إسرائيل وحماس»: a country that a fight is between fights it; but «الحدود بين العراق وسوريا». */
static bool fights_there(const Parser *p, const Phrase *f) {
  if (!parse_stands_for_state(&p->in->mentions->places[f->place]) || f->up == NONE) return false;
  const Phrase *first = f->link == LINK_CONJ ? &p->phrases.at[f->up] : f;
  if (first->prep == NONE || !(p->marks.sets[first->prep_token] & SET_BIT(SET_BETWEEN)) || first->up == NONE)
    return false;
  return (p->phrases.at[first->up].classes & p->k.event) != 0;
}

uint32_t parse_put_phrase(Parser *p, uint32_t i, uint32_t end) {
  const Reading *r = reading(p, i);
  Phrase f = {.first = i,
              .last = i + 1,
              .head = NONE,
              .lemma = LEMMA_NONE,
              .prep = p->prep,
              .prep_token = p->prep_token,
              .up = NONE,
              .clause = p->clause,
              .number = NONE,
              .actor = NONE,
              .place = NONE,
              .person = NONE,
              .date = NONE};
  if (f.prep == NONE) {
    f.prep = parse_clitic_prep(p, r->clitics);
    f.prep_token = i;
  }
  p->conj |= (r->clitics & CLITIC_CONJ) != 0;
  uint32_t begins = f.prep == NONE ? i : f.prep_token;
  parse_move_cursors(p, i);
  f.date = MENTION_HERE(p, date, p->in->dates->at, p->in->dates->n, i);
  if (f.date != NONE)
    f.last = p->in->dates->at[f.date].last;
  else
    parse_build_noun(p, &f, i, end);
  if (f.last <= i) f.last = i + 1;
  if (f.last > end) f.last = end;
  /* «من قبل فرنسا»: by her, as where no preposition stands */
  bool does = f.prep == NONE || p->marks.sets[f.prep_token] & SET_BIT(SET_DONE_BY);
  if (f.place != NONE && does && parse_stands_for_state(&p->in->mentions->places[f.place])) f.classes |= p->k.state;
  link_phrase(p, &f, begins);
  /* «هجمات باريس»: there, and not by France */
  if (f.place != NONE && f.link == LINK_IDAFA && p->in->mentions->places[f.place].capital) f.classes &= ~p->k.state;
  if (f.place != NONE && fights_there(p, &f)) f.classes = (f.classes & ~p->k.area) | p->k.state;
  share_people(p, &f);
  leave_relative(p, &f);
  if (!vec_push(&p->phrases, p->arena, f)) return f.last;
  uint32_t number = p->phrases.n - 1;
  for (uint32_t k = f.first; k < f.last; k++) {
    p->phrase_of[k] = number;
    p->clause_of[k] = p->clause;
  }
  note_argument(p, &f, number);
  share_counted(p, &f);
  p->last = number;
  p->prep = NONE;
  p->conj = p->broken = p->resumed = false;
  return f.last;
}
