/* Subject and object: which noun does it, and to which it is done.
 *
 * The problem: «قصفت الطائرات المواقع» (the planes shelled the sites), «الطائرات قصفت المواقع» and
 * «قُصفت المواقع» have the same words in other places, and no case endings are written.
 *
 * The method: by order, by voice, by number and gender, and by what can act or be acted on; a
 * verb without a subject takes it from the clause it hangs on. */
#include "code/clause/parser.h"

bool parse_can_act(const Parser *p, const Phrase *f) {
  ClassSet acting = p->k.force | p->k.state | p->k.organisation | p->k.group | p->k.aircraft | p->k.leader |
                    p->k.official | p->k.fighter | p->k.security | p->k.spokesman | p->k.informant | p->k.media |
                    p->k.person | p->k.channel | p->k.rank | p->k.title | p->k.kin;
  return f->actor != NONE || f->person != NONE || (f->classes & acting);
}

/* «المسلحين», «جنديين»: the ending says that the noun is no subject. A counted noun has its case from the number. */
static bool oblique(const Parser *p, const Phrase *f) {
  if (f->head == NONE || f->number != NONE || f->actor != NONE || f->person != NONE || f->place != NONE) return false;
  Str word = token_fold(p->in->text, f->head);
  if (!parse_has_nun(p, f->head) || word.n < 4) return false;
  return (uint8_t)word.p[word.n - 2] == LETTER_YA;
}

/* «قُتل», «اعتُقل»: may the verb tell what befell its subject? */
static bool befalls(const Parser *p, uint32_t lemma) { return grammar_knows_passive(p->g, lemma); }

/* «قُتل سالم العلي زعيم التنظيم», «اعتُقل سالم العلي أحد المعارضين»: of a verb whose passive the grammar knows, a named
 * man, and right behind his name what he is. */
static bool named_and_told(const Parser *p, const Clause *c) {
  if (c->before != NONE || c->after == NONE || c->second == NONE || !befalls(p, c->lemma)) return false;
  const Phrase *name = &p->phrases.at[c->after], *role = &p->phrases.at[c->second];
  bool unknown = name->head != NONE && !name->classes && name->place == NONE && name->number == NONE &&
                 reading(p, name->head)->pos == POS_PROPER; /* «اعتقل دميرتاش أحد المنافسين» */
  bool named = name->person != NONE || unknown;
  if (!named || role->first != name->last || role->person != NONE || role->pronoun) return false;
  if (p->marks.sets[role->first] & SET_BIT(SET_ONE_OF)) return true;
  if (unknown) return false;
  bool post = role->classes & (p->k.leader | p->k.official | p->k.security | p->k.fighter) && !role->plural;
  return post && role->number == NONE && role->head != NONE && !(role->classes & p->k.kin) &&
         !reading(p, role->head)->accusative;
}

/* Do all its frames that tell something have the subject for doer, and none an object: «أضرب», «اتفق»? */
static bool only_done(const Parser *p, uint32_t lemma) {
  if (lemma >= p->g->lexicon->n) return false;
  bool known = false;
  for (uint32_t i = p->g->by_lemma[lemma]; i < p->g->by_lemma[lemma + 1]; i++) {
    const Frame *f = &p->g->frames[p->g->triggers[i].frame];
    bool does = false;
    if (f->kind == FRAME_TRAP) continue;
    for (uint32_t role = 0; role < ROLE_COUNT; role++)
      for (uint32_t k = f->first[role]; k < f->first[role] + f->n[role]; k++) {
        uint32_t from = p->g->sources[k].from;
        if (role == ROLE_AGENT) does |= from == FROM_SUBJECT;
        if (from == FROM_OBJECT || (role != ROLE_AGENT && from == FROM_SUBJECT)) return false;
      }
    if (!does) return false;
    known = true;
  }
  return known;
}

/* «قُتل على يد مسلحين»: whoever has done it stands behind. */
static bool done_by(const Parser *p, const Clause *c) {
  enum { BEHIND_MOST = 6 };
  for (uint32_t i = c->verb + 1; i < p->in->text->ntokens && i <= c->verb + BEHIND_MOST; i++) {
    if (p->in->text->tokens[i].sentence != c->sentence || token_at(p, i)->kind == TOKEN_PUNCT) return false;
    if (p->clause_of[i] != p->clause_of[c->verb]) return false;
    if (p->marks.sets[i] & SET_BIT(SET_DONE_BY)) return true;
  }
  return false;
}

/* «اقتحمت القوات المخيم واعتقلت خمسة شبان»: she goes on, and they are no women. */
static bool their_own(const Parser *p, const Clause *c, const Phrase *f) {
  const Reading *v = reading(p, c->verb);
  if (v->person != 3 || v->number != NUMBER_SINGULAR || v->gender != GENDER_FEMININE || f->head == NONE) return false;
  const Reading *n = reading(p, f->head);
  bool men = f->classes & (p->k.person | p->k.civilian | p->k.fighter | p->k.security | p->k.leader | p->k.official);
  return men && n->gender == GENDER_MASCULINE;
}

/* «قتل المسلح شرطياً ثم احتجز رهائن» (… and then took hostages): a conjunction that is a word of its own goes on with
 * what the one before did. */
static bool goes_on_then(const Parser *p, const Clause *c) {
  if (c->verb == 0 || c->verb - 1 < p->in->text->sentences[c->sentence].first) return false;
  const Reading *before = reading(p, c->verb - 1), *v = reading(p, c->verb);
  uint32_t who = before->pos == POS_CONJ && !v->clitics ? parse_subject_before(p, c) : NONE;
  return who != NONE && parse_can_act(p, &p->phrases.at[who]) && parse_agrees(p, &p->phrases.at[who], c->verb, true);
}

/* «قُتل / قَتل», undecided by the letters. Two phrases behind the verb: it is active. One:
 * a body that acts and is not counted is the doer, whoever is counted or a victim is not. */
static bool passive_of(const Parser *p, const Clause *c, uint8_t voice) {
  if (c->classes & (p->k.result | p->k.intransitive)) return false;
  if (voice == VOICE_PASSIVE) return true; /* «أدين الضابط»: a verb of telling, too, where its letters say so */
  if (voice != VOICE_EITHER || c->classes & p->k.speech || c->object_pronoun || c->pronoun_subject ||
      only_done(p, c->lemma))
    return false;
  if (c->second == NONE && befalls(p, c->lemma) && done_by(p, c)) return true;
  if (named_and_told(p, c)) return true;
  if (c->after != NONE && c->second != NONE) return false;
  if (c->after != NONE && reading(p, c->verb)->number == NUMBER_PLURAL) return false; /* «وأصابوا خمسة»: they did */
  uint32_t only = c->after != NONE ? c->after : c->before;
  if (only == NONE || (c->before != NONE && c->after != NONE)) return false;
  const Phrase *f = &p->phrases.at[only];
  if (f->classes & p->k.event) return false;           /* «نفذت 59 عملية»: the doer is not told again */
  if (only == c->after && oblique(p, f)) return false; /* «قتل المسلحين»: he who was told before */
  if (c->joined && f->number != NONE && parse_subject_before(p, c) != NONE && their_own(p, c, f)) return false;
  if (c->joined && f->number == NONE && only == c->after && goes_on_then(p, c)) return false;
  if (f->number != NONE) return true;
  if (f->person != NONE) return befalls(p, c->lemma) || only != c->after; /* «واعتذر سالم العلي» */
  if (f->classes & p->k.fighter && f->plural && !f->adjectives && !befalls(p, c->lemma))
    return false; /* «اقتحم مسلحون» */
  ClassSet bodies = p->k.force | p->k.state | p->k.organisation | p->k.aircraft;
  if (f->actor != NONE || f->classes & bodies) return false;
  return (f->classes & (p->k.person | p->k.victim | p->k.civilian | p->k.fighter | p->k.security | p->k.leader |
                        p->k.official | p->k.child | p->k.woman | p->k.kin)) != 0;
}

/* «القوات التي قتل عشرون من أفرادها» (the forces of whose men twenty were killed): of a verb that does not agree with
 * the head, and whose passive the grammar knows, the counted behind it are whom it befell. */
static bool counts_some_of_head(const Parser *p, const Clause *c, uint8_t voice) {
  const Phrase *head = &p->phrases.at[c->head], *after = &p->phrases.at[c->after];
  if (voice != VOICE_EITHER || !befalls(p, c->lemma) || after->number == NONE || after->first != c->verb + 1)
    return false;
  return head->head != NONE && !parse_agrees(p, head, c->verb, true);
}

/* «الغارات التي استهدفت المواقع»: with no pronoun that takes up the head, the head is the
 * subject, and what stands behind the verb its object. */
static bool head_acts(const Parser *p, const Clause *c, uint8_t voice) {
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || c->object_pronoun || c->resumptive) return false;
  if (c->before != NONE || c->after == NONE || voice == VOICE_PASSIVE) return false;
  uint32_t after = p->phrases.at[c->after].head;
  if (c->second != NONE && (after == NONE || !reading(p, after)->accusative)) return false;
  const Phrase *head = &p->phrases.at[c->head];
  ClassSet hits = p->k.event | p->k.explosive | p->k.artillery | p->k.weapon | p->k.vehicle;
  if (counts_some_of_head(p, c, voice)) return false;
  /* «الرئيس الذي احتشد أنصاره»: his supporters did */
  const Phrase *his = &p->phrases.at[c->after];
  if (c->classes & p->k.intransitive && his->pronoun && parse_can_act(p, his)) return false;
  if ((head->classes & hits) || parse_can_act(p, head)) return true;
  /* «العمل الذي استهدف دورية»: with nothing that takes it up, the head can only be the subject */
  return !(c->classes & p->k.intransitive) && !p->phrases.at[c->after].pronoun && parse_agrees(p, head, c->verb, true);
}

/* Can the phrase be the subject of the verb by number and gender? One before its verb agrees
 * in both, and the plural of things is feminine. */
bool parse_agrees(const Parser *p, const Phrase *f, uint32_t verb, bool before) {
  if (f->head == NONE) return false;
  const Reading *n = reading(p, f->head), *v = reading(p, verb);
  if (v->person != 3) return false;
  if (n->number == NUMBER_PLURAL && v->number == NUMBER_SINGULAR && v->gender == GENDER_FEMININE) return true;
  const ClassSet things = p->k.vehicle | p->k.aircraft | p->k.weapon | p->k.building | p->k.position | p->k.event;
  bool thing = f->classes & things && f->actor == NONE && !(f->classes & (p->k.person | p->k.fighter | p->k.security));
  if (before && n->number == NUMBER_PLURAL) return v->number == NUMBER_PLURAL && !thing; /* «طائرات … تلميذات خطفن» */
  return n->gender == v->gender || n->gender == GENDER_NONE;
}

/* «14 شخصاً قتلوا في غارة» (14 people who were killed in a raid), «صحفي خطف في العاصمة», «القيادي الذي قتل عام
 * 2011»: people, a verb that may be a passive, and nobody whom they could have done it to. Of whom nobody
 * counts the grammar must know the passive. */
static bool head_suffers(const Parser *p, const Clause *c, uint8_t voice) {
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || voice != VOICE_EITHER || c->object_pronoun) return false;
  if (c->before != NONE || c->after != NONE || c->classes & (p->k.result | p->k.speech | p->k.intransitive))
    return false;
  const Phrase *head = &p->phrases.at[c->head];
  ClassSet people = p->k.person | p->k.victim | p->k.civilian | p->k.fighter | p->k.security | p->k.child | p->k.woman;
  ClassSet known = people | p->k.leader | p->k.official | p->k.kin | p->k.rank | p->k.title | p->k.artillery;
  if (!parse_agrees(p, head, c->verb, true)) return false;
  if (head->number != NONE && head->classes & people) return true;
  return !c->resumptive && (head->person != NONE || head->classes & known) && befalls(p, c->lemma);
}

/* Does a frame of the verb ask for a thing that strikes as its subject: «استهدف» with «صاروخ», «هز» with «انفجار»? */
static bool strikes(const Parser *p, uint32_t lemma, ClassSet things) {
  if (lemma >= p->g->lexicon->n) return false;
  for (uint32_t i = p->g->by_lemma[lemma]; i < p->g->by_lemma[lemma + 1]; i++) {
    const FrameTrigger *t = &p->g->triggers[i];
    if (p->g->frames[t->frame].kind == FRAME_TRAP) continue;
    for (uint32_t k = t->first; k < t->first + t->n; k++) {
      const FrameCondition *c = &p->g->conditions[k];
      ClassSet asked = c->classes | (c->lemma == LEMMA_NONE ? 0 : lemma_classes(p, c->lemma));
      if (c->on == ON_SUBJECT && !c->negated && asked & things) return true;
    }
  }
  return false;
}

/* «رصاص قناص قتل المواطن سالم العلي»: of arms, and a verb that tells what they do; but «الصواريخ الثلاثة سقطت». */
static bool arms_strike(const Parser *p, const Clause *c, const Phrase *f) {
  ClassSet arms = f->classes & (p->k.weapon | p->k.explosive | p->k.artillery);
  return arms && !(c->classes & p->k.intransitive) && strikes(p, c->lemma, arms);
}

/* Does somebody who can act, is not counted and agrees with the verb stand behind it? */
static bool doer_behind(const Parser *p, const Clause *c) {
  if (c->after == NONE) return false;
  const Phrase *f = &p->phrases.at[c->after];
  return parse_can_act(p, f) && f->number == NONE && parse_agrees(p, f, c->verb, false);
}

/* «الجيش شن هجوماً الأحد على…»: the phrase before the verb is its subject if it agrees and strikes, whatever stands
 * behind, or if it can act, and the one behind does not. */
static bool leads(const Parser *p, const Clause *c) {
  const Phrase *before = &p->phrases.at[c->before];
  if (!parse_agrees(p, before, c->verb, true)) return false;
  return arms_strike(p, c, before) || (parse_can_act(p, before) && !doer_behind(p, c));
}

/* Whose deed a verb that «و» joins to another goes on to tell, if it agrees with it. */
uint32_t parse_subject_before(const Parser *p, const Clause *c) {
  uint32_t at = c->kind == CLAUSE_COORDINATE && c->joined ? c->up : NONE;
  for (uint32_t steps = 0; at != NONE && steps < 3; steps++) {
    const Clause *up = &p->clauses.at[at];
    if (up->subject != NONE && parse_agrees(p, &p->phrases.at[up->subject], c->verb, true)) return up->subject;
    if (up->kind == CLAUSE_RELATIVE && up->head != NONE && parse_agrees(p, &p->phrases.at[up->head], c->verb, true))
      return up->head; /* «عملية نفذها التنظيم واستهدفت…» */
    if (up->kind != CLAUSE_COORDINATE && up->kind != CLAUSE_RELATIVE) return NONE;
    at = up->up;
  }
  return NONE;
}

/* «هاجموا القوات»: a verb in the plural has its subject in it, or before it. */
static bool has_pronoun_subject(const Parser *p, const Clause *c) {
  uint8_t number = reading(p, c->verb)->number;
  return number == NUMBER_PLURAL || number == NUMBER_DUAL || reading(p, c->verb)->person != 3;
}

/* «… واستهدفت إدارة البحث»: with a subject at hand, what stands behind the verb is its object. */
static bool goes_on(const Parser *p, const Clause *c) {
  if (c->classes & (p->k.speech | p->k.intransitive | p->k.result) || c->second != NONE) return false;
  const Phrase *after = &p->phrases.at[c->after];
  uint32_t before = parse_subject_before(p, c);
  if (before == NONE || after->actor != NONE || after->person != NONE) return false;
  return parse_can_act(p, &p->phrases.at[before]) || p->phrases.at[before].classes & p->k.event;
}

/* «وفي المحافظة جنوب البلاد، سيطر الجيش على…»: where it was stands before the verb, and who did it behind. */
static bool only_where(const Parser *p, const Clause *c) {
  if (c->before == NONE || c->object_pronoun) return false;
  const Phrase *before = &p->phrases.at[c->before];
  if (parse_can_act(p, before) || before->classes & p->k.event) return false;
  return (before->place != NONE || before->classes & p->k.area) && doer_behind(p, c);
}

/* The complement of a phrase that stands right behind it; NONE. */
static uint32_t complement_of(const Parser *p, uint32_t phrase) {
  uint32_t next = phrase + 1;
  if (next >= p->phrases.n) return NONE;
  const Phrase *f = &p->phrases.at[next];
  return f->link == LINK_IDAFA && f->up == phrase ? next : NONE;
}

/* «آخر مرة التقى فيها الرئيسان»: when it was stands before the verb, taken up by its pronoun. */
static bool only_when(const Parser *p, const Clause *c) {
  if (c->before == NONE || c->after == NONE || !c->resumptive) return false;
  uint32_t of = complement_of(p, c->before);
  ClassSet classes = p->phrases.at[c->before].classes | (of == NONE ? 0 : p->phrases.at[of].classes);
  return classes & p->k.time && !parse_can_act(p, &p->phrases.at[c->before]);
}

/* «المنزل الذي أصابه صاروخ»: the verb has its object in a pronoun that takes up the noun before, so that what stands
 * behind does it, be it but a thing that hits. */
static bool object_is_told(const Parser *p, const Clause *c) {
  ClassSet hits = p->k.explosive | p->k.artillery | p->k.weapon | p->k.vehicle | p->k.event;
  const Phrase *f = &p->phrases.at[c->after];
  return c->kind == CLAUSE_RELATIVE && c->object_pronoun && !has_pronoun_subject(p, c) && f->classes & hits &&
         parse_agrees(p, f, c->verb, false);
}

/* «إنها كانت تجري محادثات»: what the pronoun stands for does it, and «تجري» has an object. */
static bool holds_object(const Parser *p, const Clause *c) {
  if (!c->pronoun_subject || !(c->classes & p->k.light)) return false;
  const Reading *pronoun = reading(p, c->first), *v = reading(p, c->verb);
  return enclitic_gender(pronoun) == GENDER_FEMININE && v->gender == GENDER_FEMININE;
}

/* «الخلية التي تم تفكيكها»: what comes about is the masdar, whose pronoun takes up the head. */
static bool comes_about(const Parser *p, const Clause *c) {
  if (c->kind != CLAUSE_RELATIVE || !(c->sets & SET_BIT(SET_OCCURS)) || c->after == NONE) return false;
  return p->phrases.at[c->after].form == FORM_MASDAR && p->phrases.at[c->after].pronoun;
}

/* «تقريراً اتهمت فيه النظام السوري بـ…» (a report in which she accused the regime of): she who was told before. */
static bool is_hers(const Parser *p, const Clause *c, const Phrase *f) {
  if (c->kind != CLAUSE_RELATIVE || !c->resumptive || f->head == NONE || f->person != NONE || f->number != NONE)
    return false;
  const Reading *v = reading(p, c->verb), *n = reading(p, f->head);
  bool she = v->person == 3 && v->number == NUMBER_SINGULAR && v->gender == GENDER_FEMININE;
  return she && n->pos == POS_NOUN && n->number == NUMBER_SINGULAR && n->gender == GENDER_MASCULINE;
}

/* «يشكل تهديداً»: with its tanwin no subject; a counted noun has its case from the number. */
static bool is_accusative(const Parser *p, const Phrase *f) {
  return f->head != NONE && f->number == NONE && reading(p, f->head)->accusative;
}

/* «خطفهم من المحافظة الشهر الماضي، وفق المرصد، ومقره لندن» (whom it abducted, according to the Observatory, which is
 * based in London): a place far behind a verb that has its object in a pronoun has not done it. */
static bool far_place(const Clause *c, const Phrase *f) {
  enum { WORDS_NEAR = 4 };
  return c->object_pronoun && f->place != NONE && f->first > c->verb + WORDS_NEAR;
}

/* Of a verb with one argument, which stands behind it: is that its subject? */
static bool only_one_acts(const Parser *p, const Clause *c) {
  const Phrase *f = &p->phrases.at[c->after];
  bool light = c->classes & p->k.light;
  /* «أنه سقطت قذائف»: a pronoun that stands for nothing */
  bool idle_pronoun = !c->pronoun_subject || (!parse_can_act(p, f) && parse_agrees(p, f, c->verb, false));
  if (c->classes & p->k.intransitive && !holds_object(p, c) && idle_pronoun) return true;
  if (object_is_told(p, c)) return true;
  /* a dropped subject: «نفذت 59 عملية», «وألقت القبض» */
  if (goes_on(p, c) || has_pronoun_subject(p, c) || (oblique(p, f) && !light)) return false;
  bool told = reading(p, c->verb)->number == NUMBER_PLURAL; /* «وأصابوا خمسة جنود»: they, told before */
  bool never = is_hers(p, c, f) || far_place(c, f) || is_accusative(p, f);
  bool acts = parse_can_act(p, f) && !c->pronoun_subject && !told && !never;
  if (acts && (f->number == NONE || f->definite || !(c->sets & SET_BIT(SET_INTERIM)))) return true;
  return f->classes & p->k.event && !light && !c->pronoun_subject && c->kind != CLAUSE_RELATIVE;
}

/* «استهدف صاروخ موكب الوزير», «هز انفجار مقر الشرطة» (an explosion shook the police headquarters): a verb of striking
 * has an object, so that where there is no other, what looks like the complement of the thing that strikes is it, past
 * what kind of thing that is («قذيفة هاون»). */
static void split_object(Parser *p, Clause *c) {
  const ClassSet arms = p->k.weapon | p->k.explosive | p->k.artillery | p->k.aircraft, things = arms | p->k.event;
  if (c->kind == CLAUSE_RELATIVE || c->after == NONE || c->before != NONE || c->second != NONE) return;
  if (c->object_pronoun || c->pronoun_subject || c->classes & (p->k.intransitive | p->k.light | p->k.speech)) return;
  const Phrase *subject = &p->phrases.at[c->after];
  if (!(subject->classes & things) || subject->definite || !strikes(p, c->lemma, subject->classes & things)) return;
  if (!parse_agrees(p, subject, c->verb, false) || (c->joined && parse_subject_before(p, c) != NONE)) return;
  uint32_t object = complement_of(p, c->after);
  while (object != NONE && p->phrases.at[object].classes & arms && complement_of(p, object) != NONE)
    object = complement_of(p, object);
  if (object == NONE || p->phrases.at[object].classes & things) return;
  if (!(subject->classes & arms) && parse_can_act(p, &p->phrases.at[object])) return; /* «توقفت عمليات الجيش» */
  p->phrases.at[object].link = LINK_FREE;
  p->phrases.at[object].up = NONE;
  c->second = object;
}

/* «رغم أن الهجوم صوره المارة وتعرفت الشرطة على المشتبه بهم»: an act before the verb that does not agree with it, where
 * who can act stands behind it and does. */
static bool act_is_topic(const Parser *p, const Clause *c) {
  if (c->before == NONE || c->second != NONE || c->object_pronoun) return false;
  if (!(reading(p, c->verb)->clitics & CLITIC_CONJ)) return false;
  const Phrase *before = &p->phrases.at[c->before];
  bool act = before->classes & p->k.event && before->actor == NONE && !parse_agrees(p, before, c->verb, true);
  return act && doer_behind(p, c);
}

/* «أمر هدد به القيادي» (a thing that the commander threatened with): what the preposition's pronoun takes up is neither
 * who did it nor whom he did it to. «تفجير قتل فيه الجندي»: of a verb whose passive the grammar knows, who can tell. */
static bool is_taken_up(const Parser *p, const Clause *c) {
  if (c->before == NONE || c->second != NONE || !c->resumptive || c->object_pronoun) return false;
  return !parse_can_act(p, &p->phrases.at[c->before]) && !befalls(p, c->lemma) && doer_behind(p, c);
}

static void set_arguments(const Parser *p, Clause *c) {
  uint8_t voice = reading(p, c->verb)->voice;
  if (only_where(p, c) || only_when(p, c)) c->before = NONE;
  if (comes_about(p, c)) {
    c->subject = c->after;
    c->own_subject = true;
    return;
  }
  if (head_acts(p, c, voice)) {
    c->subject = c->head;
    c->object = c->after;
    return;
  }
  if (head_suffers(p, c, voice)) {
    c->passive = true;
    c->object = c->head;
    return;
  }
  c->passive = passive_of(p, c, voice);
  if (c->after == NONE || c->before == NONE) c->lone = c->after != NONE ? c->after : c->before;
  if (c->second != NONE) c->lone = NONE;
  if (c->passive) {
    c->object = c->after != NONE ? c->after : c->before;
    return;
  }
  if (act_is_topic(p, c) || is_taken_up(p, c)) c->before = NONE;
  /* with a subject and an object behind the verb, what stands before it is only its topic */
  bool theirs = reading(p, c->verb)->number == NUMBER_PLURAL; /* «مسلحون اغتالوا العميد سالم، مدير الأمن» */
  if (c->before != NONE && (c->second == NONE || c->object_pronoun || theirs || leads(p, c))) {
    c->subject = c->before;
    c->object = c->after;
    return;
  }
  if (c->second != NONE) {
    bool turned = oblique(p, &p->phrases.at[c->after]) && !oblique(p, &p->phrases.at[c->second]);
    c->subject = turned ? c->second : c->after; /* «استهدفت المدنيين غارة» */
    c->object = turned ? c->after : c->second;
  } else if (c->after != NONE) {
    if (only_one_acts(p, c))
      c->subject = c->after;
    else
      c->object = c->after;
  }
  c->own_subject = c->subject != NONE;
}

/* «قتل وجرح العشرات»: what stands behind two verbs in a row is of both. */
static void share_arguments(Parser *p) {
  for (uint32_t i = p->base; i + 1 < p->clauses.n; i++) {
    Clause *c = &p->clauses.at[i], *next = c + 1;
    if (c->verb == NONE || next->verb != c->verb + 1 || !next->joined || next->kind != CLAUSE_COORDINATE) continue;
    if (c->after != NONE || c->object_pronoun || next->object_pronoun || next->after == NONE) continue;
    bool own = c->before != NONE || c->kind == CLAUSE_RELATIVE || reading(p, c->verb)->number == NUMBER_PLURAL;
    if (own) continue; /* «390 مقاتلاً قتلوا وجرح 400 آخرون» */
    if ((c->classes | next->classes) & (p->k.intransitive | p->k.speech | p->k.aspect)) continue;
    c->after = next->after;
    c->second = next->second;
  }
}

/* What stands free in a relative clause on a noun and is neither done nor befallen there: behind the subject where the
 * head is the object («الهجوم الذي شنه التنظيم عشرة جنود»), behind a verb without one («الذي وقع صباحاً عشرة جنود»), and
 * counted behind the object where the head is the subject («الذي استهدف السوق عشرة جنود»); NONE. */
static uint32_t left_over(const Parser *p, const Clause *c) {
  if (c->before != NONE || c->after == NONE || c->resumptive || c->passive) return NONE;
  if (c->object_pronoun) return c->second;
  const Phrase *head = &p->phrases.at[c->head];
  if (!parse_agrees(p, head, c->verb, true)) return NONE;
  if (c->classes & p->k.intransitive) return p->phrases.at[c->after].number != NONE ? c->after : NONE;
  bool acts = head->classes & (p->k.event | p->k.explosive | p->k.artillery | p->k.weapon | p->k.vehicle);
  return acts && c->second != NONE && p->phrases.at[c->second].number != NONE ? c->second : NONE;
}

/* Does it wait for whom it befell: a verb whose passive the grammar knows, with nothing but prepositions behind it? */
static bool awaits(const Parser *p, const Clause *c) {
  if (c->verb == NONE || c->before != NONE || c->after != NONE || c->object_pronoun || c->pronoun_subject) return false;
  const Reading *v = reading(p, c->verb);
  return befalls(p, c->lemma) && v->person == 3 && v->number == NUMBER_SINGULAR && v->voice != VOICE_ACTIVE;
}

/* «قتل في الهجوم الذي استهدف الكنيسة عشرون مصلياً» (there were killed in the attack that hit the church twenty
 * worshippers): behind the clause on the noun of where it befell them, they go back to the verb before it. */
static void return_arguments(Parser *p) {
  ClassSet people = p->k.person | p->k.civilian | p->k.fighter | p->k.security | p->k.leader | p->k.official |
                    p->k.child | p->k.woman | p->k.victim;
  for (uint32_t i = p->base; i < p->clauses.n; i++) {
    Clause *c = &p->clauses.at[i];
    if (c->kind != CLAUSE_RELATIVE || c->verb == NONE || c->head == NONE || c->up == NONE) continue;
    const Phrase *head = &p->phrases.at[c->head];
    Clause *up = &p->clauses.at[c->up];
    if (head->prep == NONE || head->clause != c->up || !awaits(p, up)) continue;
    uint32_t whom = left_over(p, c);
    if (whom == NONE || !(p->phrases.at[whom].classes & people) || p->phrases.at[whom].prep != NONE) continue;
    up->after = whom;
    if (c->after == whom) c->after = NONE;
    c->second = NONE;
  }
}

/* «اجتماع مجلس الأمن الذي عقد أمس» (the Security Council's meeting, which was held yesterday): what is held, or takes
 * place, is the act above, and not the body beside the pronoun. */
static void move_to_act(const Parser *p, Clause *c) {
  enum { UP_MOST = 5 };
  if (c->kind != CLAUSE_RELATIVE || c->verb == NONE || c->head == NONE || !(c->classes & p->k.light)) return;
  if (c->before != NONE || c->after != NONE || c->object_pronoun || c->imperfect) return;
  if (reading(p, c->first)->pos != POS_RELATIVE || reading(p, c->verb)->number == NUMBER_PLURAL) return;
  const Phrase *head = &p->phrases.at[c->head];
  if (head->link != LINK_IDAFA || head->person != NONE) return;
  uint32_t i = c->head;
  for (uint32_t steps = 0; i != NONE && !parse_names_act(p, &p->phrases.at[i]); steps++) {
    const Phrase *f = &p->phrases.at[i];
    i = f->link == LINK_FREE || steps == UP_MOST ? NONE : f->up;
  }
  if (i != NONE && i != c->head && parse_agrees(p, &p->phrases.at[i], c->verb, true)) c->head = i;
}

void parse_close_sentence(Parser *p) {
  for (uint32_t i = p->base; i < p->clauses.n; i++) move_to_act(p, &p->clauses.at[i]);
  share_arguments(p);
  return_arguments(p);
  for (uint32_t i = p->base; i < p->clauses.n; i++) {
    Clause *c = &p->clauses.at[i];
    if (c->verb == NONE) continue;
    split_object(p, c);
    set_arguments(p, c);
  }
  for (uint32_t i = p->base; i < p->clauses.n; i++)
    if (p->clauses.at[i].verb != NONE) parse_borrow(p, &p->clauses.at[i]);
}
