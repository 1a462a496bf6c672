/* Words that the clause reads in another way than the words beside them suggest.
 *
 * «أن جنديين قُتلا» (that two soldiers were killed): behind its subject «قتلا» is a verb and no
 * noun; «فرضت السلطات حظر تجول» (the authorities imposed a curfew): «حظر» is a noun, since the clause
 * has its verb. The best reading is swapped in the clause's own copy of the words. */
#include "code/clause/parser.h"

/* The reading of a word as a noun of a person, where it has one: «قيادي», «عسكري». */
const Reading *parse_as_person(const Parser *p, uint32_t i) {
  ClassSet people = p->k.person | p->k.leader | p->k.fighter | p->k.security | p->k.civilian | p->k.official;
  const Word *w = &p->in->words->at[i];
  for (uint32_t k = 0; k < w->n; k++)
    if (lemma_classes(p, w->readings[k].lemma) & people) return &w->readings[k];
  return NULL;
}

/* Puts reading `k` of a word first, in the clause's own copy. */
static bool prefer(const Parser *p, uint32_t i, uint32_t k) {
  const Word *w = &p->words[i];
  Reading *own = ARENA_ARRAY(p->arena, Reading, w->n);
  if (!own) return false;
  memcpy(own, w->readings, w->n * sizeof *own);
  Reading first = own[k];
  own[k] = own[0];
  own[0] = first;
  p->words[i].readings = own;
  if (first.lemma < p->g->lexicon->n) p->marks.sets[i] |= p->g->sets_of_lemma[first.lemma];
  return true;
}

/* Puts the word's reading as a noun of those classes (0: any) with the same clitics, before it and behind, first. */
bool parse_prefer_noun(const Parser *p, uint32_t i, ClassSet classes) {
  const Word *w = &p->words[i];
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    if (r->pos != POS_NOUN || r->guessed || r->clitics != w->readings[0].clitics) continue;
    if (!classes) return prefer(p, i, k);
    if (!(lemma_classes(p, r->lemma) & classes)) continue;
    return r->enclitic == w->readings[0].enclitic && prefer(p, i, k); /* «قائد ميداني», and no field of mine */
  }
  return false;
}

/* «بسط سيطرته», «دعم وفرته الطائرات»: a verb that takes no object («سيطر», «فر») has no pronoun, where the word may be
 * its masdar or a verb that takes one. */
static void reread_intransitive(const Parser *p, uint32_t i) {
  const Word *w = &p->words[i];
  const Reading *top = reading(p, i);
  if (!w->n || top->pos != POS_VERB || !top->enclitic || !(lemma_classes(p, top->lemma) & p->k.intransitive)) return;
  uint32_t verb = NONE;
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    if (!r->enclitic || r->guessed || r->lemma >= p->g->lexicon->n) continue;
    if (r->pos == POS_VERB && verb == NONE && !(lemma_classes(p, r->lemma) & p->k.intransitive)) verb = k;
    if (r->form != FORM_MASDAR || r->clitics != top->clitics) continue;
    if (p->g->lexicon->lemmas[r->lemma].verb != top->lemma) continue;
    (void)prefer(p, i, k);
    return;
  }
  if (verb != NONE) (void)prefer(p, i, verb);
}

/* «الهجمات التي تعرض لها الجيش» (the attacks that the army was put to): before its own preposition with a pronoun and a
 * masculine noun, a past of suffering and no «تعرض» of hers (she shows). */
static void reread_suffered(const Parser *p, uint32_t i) {
  const Word *w = &p->words[i];
  const Reading *top = reading(p, i);
  if (w->n < 2 || top->pos != POS_VERB || top->form != FORM_IMPERFECT || top->gender != GENDER_FEMININE) return;
  if (i + 2 >= p->in->text->ntokens || token_at(p, i + 2)->kind != TOKEN_WORD) return;
  const Reading *own = reading(p, i + 1), *who = reading(p, i + 2);
  if (own->pos != POS_PREP || !own->enclitic || who->gender != GENDER_MASCULINE) return;
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    bool past = r->pos == POS_VERB && r->form == FORM_PERFECT && r->clitics == top->clitics && !r->enclitic;
    if (!past || r->lemma >= p->g->lexicon->n || !(p->g->sets_of_lemma[r->lemma] & SET_BIT(SET_SUFFERED))) continue;
    (void)prefer(p, i, k);
    return;
  }
}

/* «صاروخي», «صاروخية»: a nisba by its ending. */
static bool ends_in_ya(const Parser *p, uint32_t i) {
  Str word = token_fold(p->in->text, i);
  size_t end = word.n;
  if (end > 3 && ((uint8_t)word.p[end - 1] == LETTER_TA_MARBUTA || (uint8_t)word.p[end - 1] == LETTER_HA)) end--;
  return end > 2 && (uint8_t)word.p[end - 1] == LETTER_YA;
}

/* «قصف أرضاً زراعية» (shelled farmland), but «أسقطه أرضاً» (brought him down): what an adjective in ya describes is a
 * noun. */
void parse_read_adverb_as_noun(const Parser *p, uint32_t i) {
  if (i + 1 >= p->in->text->ntokens || reading(p, i)->pos != POS_ADVERB || token_at(p, i + 1)->kind != TOKEN_WORD)
    return;
  const Word *next = &p->words[i + 1];
  bool adjective = false;
  for (uint32_t k = 0; k < next->n; k++) adjective |= next->readings[k].pos == POS_ADJ && !next->readings[k].clitics;
  if (!adjective || !ends_in_ya(p, i + 1) || p->marks.n[i + 1]) return;
  const Word *w = &p->words[i];
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    if (r->pos != POS_NOUN || !r->accusative || r->guessed || r->gender != next->readings[0].gender) continue;
    (void)prefer(p, i, k);
    return;
  }
}

/* «قصف للحوثيين يقتل ثلاثة» (shelling by the Houthis kills three): what opens a headline, with whose it is right behind
 * it and a verb in the imperfect behind that, is the act. */
static void reread_headline(Parser *p, uint32_t i) {
  enum { WORDS_MOST = 6 };
  const Reading *r = reading(p, i);
  const Text *t = p->in->text;
  if (i != t->sentences[p->sentence].first || r->pos != POS_VERB || r->clitics || r->enclitic) return;
  uint32_t end = t->sentences[p->sentence].last;
  if (i + 1 >= end || token_at(p, i + 1)->kind != TOKEN_WORD || !(reading(p, i + 1)->clitics & CLITIC_LI)) return;
  for (uint32_t k = i + 2; k < end && k <= i + WORDS_MOST && token_at(p, k)->kind != TOKEN_PUNCT; k++) {
    const Reading *v = reading(p, k);
    if (v->pos != POS_VERB) continue;
    if (v->form == FORM_IMPERFECT && !v->clitics) parse_prefer_noun(p, i, p->k.event);
    return;
  }
}

/* Behind a definite noun, with no «و» and no «الذي», no verb stands: «فرضت السلطات حظر تجول»; but «كانت القوات بدأت».
 */
void parse_read_as_noun(Parser *p, uint32_t i) {
  reread_headline(p, i);
  reread_intransitive(p, i);
  reread_suffered(p, i);
  if (current(p)->verb == NONE || p->conj || p->broken || p->last == NONE) return;
  const Phrase *o = &p->phrases.at[p->last];
  if (parse_waits_for_verb(p, current(p)) && parse_agrees(p, &p->phrases.at[current(p)->after], i, true)) return;
  const Reading *r = reading(p, i);
  const Clause *c = current(p);
  bool goes_on = c->classes & p->k.aspect && r->form == FORM_IMPERFECT && !r->enclitic && c->second == NONE;
  if (goes_on && c->after == p->last && parse_agrees(p, o, i, true)) return; /* «باتت القوات تسيطر» */
  /* «أعلنت الاثنين طرد دبلوماسيين» */
  bool day = o->date != NONE && c->classes & p->k.speech && c->second == NONE;
  bool behind = (o->definite || o->pronoun || day) && o->last == i && r->pos == POS_VERB && !r->clitics;
  if (behind && !parse_takes_up_act(p, i)) parse_prefer_noun(p, i, 0);
}

/* «متحدث باسم الحركة»: behind him who speaks stands for whom he does, and no adjective («باسم»
 * smiling). */
bool parse_read_as_governed(const Parser *p, uint32_t head, uint32_t i) {
  const Word *w = &p->words[i];
  if (!(lemma_classes(p, reading(p, head)->lemma) & p->k.spokesman)) return false;
  for (uint32_t k = 0; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    if (r->pos == POS_NOUN && r->clitics == CLITIC_BI && !r->guessed) return k == 0 || prefer(p, i, k);
  }
  return false;
}

/* «قصف صاروخي ومدفعي» (rocket and artillery fire): an adjective that «و» joins to another of the same noun, of the same
 * form. Behind a noun of people it may be somebody («جندي إسرائيلي وفلسطيني»). */
bool parse_read_as_joined_adjective(const Parser *p, uint32_t head, uint32_t i) {
  const Word *w = &p->words[i];
  const Reading *before = reading(p, i - 1);
  const ClassSet people = p->k.person | p->k.civilian | p->k.fighter | p->k.security | p->k.official | p->k.leader |
                          p->k.victim | p->k.dead | p->k.hurt | p->k.kin | p->k.rank | p->k.title | p->k.spokesman;
  if (i < head + 2 || before->pos != POS_ADJ || p->marks.n[i]) return false;
  if (lemma_classes(p, reading(p, head)->lemma) & people || !ends_in_ya(p, i) || !ends_in_ya(p, i - 1)) return false;
  for (uint32_t k = 0; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    if (r->pos != POS_ADJ || r->enclitic || !(r->clitics & CLITIC_WA)) continue;
    uint16_t alike = before->clitics & (uint16_t)~CLITIC_WA; /* «أميركية وبريطانية وفرنسية» */
    if ((r->clitics & ~CLITIC_WA) != alike || r->gender != before->gender || r->number != before->number) continue;
    /* «المباني الحكومية والقنصلية» */
    return k == 0 || (!(r->clitics & CLITIC_AL) && prefer(p, i, k));
  }
  return false;
}

/* «هجوم دام شنه التنظيم» (a bloody attack that the group launched): right behind an act without the article, what may
 * be an adjective is one, and no verb of going on («دام» lasted); and of one that befalls nobody of that kind, no man:
 * «استهدف هجوم انتحاري السفارة» (a suicide attack was aimed at the embassy). */
void parse_read_as_adjective(const Parser *p, uint32_t head, uint32_t i) {
  const Word *w = &p->words[i];
  const Reading *top = reading(p, i), *noun = reading(p, head);
  if (!w->n || top->clitics || top->enclitic || noun->clitics & CLITIC_AL) return;
  bool lasts = top->pos == POS_VERB && lemma_classes(p, top->lemma) & p->k.aspect;
  bool one = top->number == NUMBER_SINGULAR && top->gender == noun->gender && i + 1 < p->in->text->ntokens;
  bool man = one && top->pos == POS_NOUN && lemma_classes(p, top->lemma) & p->k.fighter &&
             reading(p, i + 1)->clitics == CLITIC_AL && !parse_is_victim(p, head, i);
  if (!(lasts || man) || !(lemma_classes(p, noun->lemma) & p->k.event)) return;
  for (uint32_t k = 1; k < w->n; k++)
    if (w->readings[k].pos == POS_ADJ && !w->readings[k].guessed && !w->readings[k].clitics) {
      (void)prefer(p, i, k);
      return;
    }
}

/* «القضاء العسكري», «الجناح السياسي»: right behind a noun with the article, and agreeing with it, what may be an
 * adjective is one, and not somebody («العسكري» the soldier). */
void parse_read_as_described(const Parser *p, uint32_t head, uint32_t i) {
  const Word *w = &p->words[i];
  const Reading *top = reading(p, i), *noun = reading(p, head);
  if (!w->n || top->pos != POS_NOUN || top->clitics != CLITIC_AL || noun->pos != POS_NOUN) return;
  if ((noun->clitics & ~CLITIC_CONJ) != CLITIC_AL && noun->clitics != (CLITIC_LI | CLITIC_AL)) return;
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    if (r->pos != POS_ADJ || r->guessed || r->clitics != CLITIC_AL) continue;
    if (r->number != noun->number || r->gender != noun->gender) continue;
    (void)prefer(p, i, k);
    return;
  }
}

/* «وزير الخارجية التركي»: right behind a noun that is nobody's name, what may be an adjective with the article is one,
 * and no given name («تركي» Turki). */
void parse_read_as_nationality(Parser *p, uint32_t i) {
  if (p->conj || p->broken || p->prep != NONE || p->last == NONE) return;
  const Phrase *o = &p->phrases.at[p->last];
  const Word *w = &p->words[i];
  if (o->last != i || o->head == NONE || o->person != NONE || o->date != NONE || !w->n) return;
  if (w->readings[0].pos != POS_PROPER || w->readings[0].clitics != CLITIC_AL || reading(p, o->head)->pos == POS_PROPER)
    return;
  for (uint32_t k = 1; k < w->n; k++)
    if (w->readings[k].pos == POS_ADJ && !w->readings[k].guessed && w->readings[k].clitics == CLITIC_AL) {
      (void)prefer(p, i, k);
      return;
    }
}

/* May a relative clause begin here with no «الذي»? */
static bool behind_bare_noun(const Parser *p, uint32_t i) {
  if (p->conj || p->broken || p->last == NONE) return false;
  const Phrase *o = &p->phrases.at[p->last];
  return o->last == i && !o->definite && !o->pronoun && o->head != NONE && o->actor == NONE && o->person == NONE;
}

/* «لقاء جمع الرئيسين» (a meeting that brought the two presidents together), «اجتماع ضم الوزراء»: right behind an act
 * without the article, and with a definite noun or «بين» behind it. */
static bool brings_together(const Parser *p, uint32_t i) {
  const Phrase *o = &p->phrases.at[p->last];
  if (!(o->classes & p->k.event) || o->form != FORM_MASDAR || o->number != NONE) return false;
  if (i + 1 >= p->in->text->ntokens || token_at(p, i + 1)->kind != TOKEN_WORD) return false;
  const Reading *next = reading(p, i + 1);
  return next->clitics & CLITIC_AL || next->pos == POS_PROPER || p->marks.sets[i + 1] & SET_BIT(SET_BETWEEN) ||
         parse_as_person(p, i + 1) != NULL;
}

/* «قتل فلسطيني جندياً» at the head of a sentence: before a nationality that is somebody, a verb whose passive the
 * grammar knows, and no masdar that «فلسطيني» describes. */
static bool befell_somebody(const Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  if (p->in->text->sentences[token_at(p, i)->sentence].first != i || i + 1 >= p->in->text->ntokens) return false;
  if (r->pos != POS_NOUN || r->form != FORM_MASDAR || r->clitics || r->enclitic) return false;
  return token_at(p, i + 1)->kind == TOKEN_WORD && parse_is_national(p, i + 1);
}

static bool prefer_own_verb(const Parser *p, uint32_t i) {
  const Word *w = &p->words[i];
  uint32_t verb = lexicon_verb(p->g->lexicon, reading(p, i)->lemma);
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *v = &w->readings[k];
    bool own = v->pos == POS_VERB && v->lemma == verb && !v->clitics && !v->enclitic && v->person == 3;
    if (own && grammar_knows_passive(p->g, verb)) return prefer(p, i, k);
  }
  return false;
}

/* «الشرطة توقف 40 عسكرياً», «توقف ثلاثة سوريين» (stops, that is arrests): before people, counted or not, no verb stands
 * that takes no object, where the word may be one that does, and who does it stands before it. */
static void reread_before_people(const Parser *p, uint32_t i) {
  const ClassSet people = p->k.person | p->k.civilian | p->k.fighter | p->k.security | p->k.suspect | p->k.leader;
  const Word *w = &p->words[i];
  const Reading *top = reading(p, i);
  const Text *t = p->in->text;
  bool stands = top->pos == POS_VERB && top->form == FORM_IMPERFECT && !top->enclitic && !top->clitics;
  if (!stands || !(lemma_classes(p, top->lemma) & p->k.intransitive) || p->last == NONE || i + 2 >= t->ntokens) return;
  const Phrase *doer = &p->phrases.at[p->last];
  if (doer->last != i || !doer->definite || !parse_can_act(p, doer)) return;
  bool counted = token_at(p, i + 1)->kind == TOKEN_NUMBER || reading(p, i + 1)->pos == POS_NUMERAL;
  const Reading *whom = reading(p, counted ? i + 2 : i + 1);
  bool men = lemma_classes(p, whom->lemma) & people || (counted && nisba_at(p->in, i + 2));
  if (!men || whom->clitics || (!counted && whom->number == NUMBER_SINGULAR && !whom->accusative)) return;
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *r = &w->readings[k];
    if (r->pos != POS_VERB || r->form != FORM_IMPERFECT || r->guessed || r->clitics || r->enclitic) continue;
    if (r->gender != top->gender || r->lemma == top->lemma || lemma_classes(p, r->lemma) & p->k.intransitive) continue;
    (void)prefer(p, i, k);
    return;
  }
}

/* «هجوم شنه التنظيم»: behind a noun without the article, what may be a verb with its object
 * opens a relative clause, and is no masdar with its owner. */
void parse_read_as_verb(Parser *p, uint32_t i) {
  const Word *w = &p->words[i];
  if (p->marks.sets[i] & SET_BIT(SET_NO_PART)) { /* «فجر انتحاري نفسه» */
    if (w->n && reading(p, i)->pos == POS_VERB) (void)parse_prefer_noun(p, i, 0);
    return;
  }
  if (w->n && befell_somebody(p, i) && prefer_own_verb(p, i)) return;
  reread_before_people(p, i);
  if (!w->n || !behind_bare_noun(p, i)) return;
  bool pronoun = reading(p, i)->enclitic != 0;
  const Reading *r = &w->readings[0];
  if (r->pos != POS_NOUN || r->clitics) return;
  if (pronoun && lemma_classes(p, r->lemma) & p->k.kin) return; /* «مقتل زوجته» */
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *v = &w->readings[k];
    if (v->pos != POS_VERB || v->clitics || v->guessed) continue;
    SetMask sets = v->lemma < p->g->lexicon->n ? p->g->sets_of_lemma[v->lemma] : 0;
    bool ascribes = (sets & SET_BIT(SET_ASCRIBES)) != 0; /* «هجوم نسب إلى التنظيم» */
    bool gathers = sets & SET_BIT(SET_MADE_OF) && brings_together(p, i);
    /* «فرض سيطرتها»: a verb that takes no object has no pronoun */
    bool object = pronoun && v->enclitic && !(lemma_classes(p, v->lemma) & p->k.intransitive);
    if (!object && !ascribes && !gathers) continue;
    (void)prefer(p, i, k);
    return;
  }
}

/* What may hide the verb behind its subject: a noun («فجر»), «فقد» taken for «فـ» and «قد», «التقى» taken
 * for an adjective with «ال», or a verb that does not agree («جندي توفي» is no «توفي» of hers). Behind a `whole`
 * definite subject («العقيد أحمد سالم قتل في غارة») no masdar can stand that has not the article, either. */
static bool may_be_predicate(const Parser *p, const Reading *top, const Reading *subject, bool whole) {
  switch (top->pos) {
    case POS_NOUN: return !top->clitics && (whole || !(lemma_classes(p, top->lemma) & p->k.event));
    case POS_PARTICLE: return top->clitics == CLITIC_FA;
    case POS_ADJ: return top->clitics == CLITIC_AL;
    case POS_VERB:
      return !top->clitics && top->person == 3 && top->number == subject->number && top->gender != subject->gender &&
             subject->gender != GENDER_NONE;
    default: return false;
  }
}

/* «أن جنديين عراقيين قتلا…», «إن مهاجماً انتحارياً فجر نفسه»: behind a subject that is complete and
 * waits for its verb, what may be one that agrees with it is it, and no noun. */
void parse_read_as_predicate(Parser *p, uint32_t i) {
  const Clause *c = current(p);
  bool waits = parse_waits_for_verb(p, c);      /* «وكان شرطي أردني قتل في هجوم» */
  uint32_t around = parse_waiting_around(p, i); /* «المهاجم الذي عاش في ألمانيا قتل خمسة» */
  uint32_t who = waits ? c->after : c->verb == NONE ? c->before : parse_who_waits(p, around);
  if (who == NONE || p->conj || p->prep != NONE || p->last == NONE) return;
  const Phrase *last = &p->phrases.at[p->last];
  if (last->last != i || parse_takes_idafa(p, last)) return;
  const Phrase *subject = &p->phrases.at[who];
  const Word *w = &p->words[i];
  /* «أن سالماً قتل على يد مسلحين»: a name that nothing is known of */
  bool by = subject->definite && i + 1 < p->in->text->ntokens && p->marks.sets[i + 1] & SET_BIT(SET_DONE_BY);
  if ((!parse_can_act(p, subject) && !by) || subject->head == NONE || !w->n) return;
  const Reading *top = &w->readings[0], *n = reading(p, subject->head);
  if (!may_be_predicate(p, top, n, last->definite || (waits && p->last == who))) return;
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *v = &w->readings[k];
    if (v->pos != POS_VERB || v->clitics || v->guessed || v->person != 3) continue;
    bool number = v->number == n->number || (n->dual_or_plural && v->number != NUMBER_SINGULAR);
    if (top->pos == POS_ADJ && v->enclitic) continue; /* «المسؤول الأمني» */
    if (!number || (v->gender != n->gender && n->gender != GENDER_NONE)) continue;
    (void)prefer(p, i, k);
    return;
  }
}

/* «وبيّن أنه …», «وبيّن أن القوات …» at the head of a sentence; but «بين أن يسلم نفسه وأن …» (between giving himself
 * up and …) has a verb behind it. */
static bool opens_with_that(const Parser *p, uint32_t i, uint32_t end) {
  if (p->in->text->sentences[token_at(p, i)->sentence].first != i || i + 2 >= end) return false;
  return reading(p, i + 1)->enclitic || reading(p, i + 2)->pos != POS_VERB;
}

/* What is told follows: a colon, a quotation, or «أن» with no other verb before it. */
static bool tells_ahead(const Parser *p, uint32_t i, uint32_t end) {
  enum { THAT_NEAR = 9 };
  uint8_t next = i + 1 < end ? token_sign(p->in->text, i + 1) : 0;
  if (next == ':' || next == '"') return true;
  for (uint32_t k = i + 1; k < end && k < i + THAT_NEAR; k++) {
    if (p->marks.sets[k] & SET_BIT(SET_COMPLEMENTISER))
      return k > i + 1 || reading(p, i)->pos != POS_PREP || opens_with_that(p, i, end);
    uint8_t sign = token_sign(p->in->text, k);
    bool verb = token_at(p, k)->kind == TOKEN_WORD && reading(p, k)->pos == POS_VERB;
    if (verb || sign == '.' || sign == ':') return false;
  }
  return false;
}

/* «وتابع: …», «وبيّن الوزير أن …», «ما جعل القوات تؤكد أن …»: what may be a verb of telling is one where it has
 * something to tell, and no noun («تابع» a follower) or preposition («بين» between). */
bool parse_read_as_telling(Parser *p, uint32_t i, uint32_t end) {
  const Word *w = &p->words[i];
  const SetMask telling = SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT);
  if (reading(p, i)->pos == POS_VERB) return p->marks.sets[i] & telling && tells_ahead(p, i, end);
  if (w->n < 2 || p->prep != NONE) return false;
  bool begins = p->last == NONE || p->broken;
  bool preposition = reading(p, i)->pos == POS_PREP;
  if (preposition && (!begins || !reading(p, i)->clitics)) return false;
  for (uint32_t k = 1; k < w->n; k++) {
    const Reading *v = &w->readings[k];
    if (v->pos != POS_VERB || v->guessed || v->enclitic || v->lemma >= p->g->lexicon->n) continue;
    if (!(p->g->sets_of_lemma[v->lemma] & telling)) continue;
    if (!begins && (v->clitics || v->form != FORM_IMPERFECT)) continue;
    return tells_ahead(p, i, end) && prefer(p, i, k);
  }
  return false;
}
