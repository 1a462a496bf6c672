/* Nouns: number, noun and adjectives, or one name, become a phrase.
 *
 * «ثلاث غارات جوية» (three air strikes) is one phrase, «اعتقال قيادي» (the arrest of a leader) two,
 * though «قيادي» may be an adjective as well. */
#include "code/clause/near.h"
#include "code/clause/parser.h"

void parse_move_cursors(Parser *p, uint32_t i) {
  const CoderInput *in = p->in;
  MENTION_AT(p, number, in->numbers->at, in->numbers->n, i);
  MENTION_AT(p, actor, in->mentions->actors, in->mentions->nactors, i);
  MENTION_AT(p, place, in->mentions->places, in->mentions->nplaces, i);
  MENTION_AT(p, person, in->mentions->persons, in->mentions->npersons, i);
  MENTION_AT(p, date, in->dates->at, in->dates->n, i);
}

uint32_t parse_number_at(const Parser *p, uint32_t i) {
  uint32_t n = MENTION_HERE(p, number, p->in->numbers->at, p->in->numbers->n, i);
  if (n == NONE) return NONE;
  uint8_t kind = p->in->numbers->at[n].kind;
  return kind == NUMBER_CARDINAL || kind == NUMBER_PERCENT ? n : NONE;
}

bool parse_nominal(const Reading *r) {
  return r->pos == POS_NOUN || r->pos == POS_PROPER || r->pos == POS_ADJ || r->pos == POS_NUMERAL ||
         r->pos == POS_ABBREV;
}

uint32_t parse_clitic_prep(const Parser *p, uint16_t clitics) {
  uint32_t prep = NONE;
  if (clitics & CLITIC_BI)
    prep = p->g->prep_bi;
  else if (clitics & CLITIC_LI)
    prep = p->g->prep_li;
  else if (clitics & CLITIC_KA)
    prep = p->g->prep_ka;
  else
    return NONE;
  return prep == PREP_NONE ? PREP_OTHER : prep;
}

/* Does a noun of this lemma tell what befell somebody, who then is its complement? «دعم عسكري» is help of a kind, and
 * befalls nobody. */
static bool has_victim(const Parser *p, uint32_t lemma, bool *outcome, bool *befalls) {
  if (lemma >= p->g->lexicon->n) return false;
  bool victim = false;
  for (uint32_t i = p->g->by_lemma[lemma]; i < p->g->by_lemma[lemma + 1]; i++) {
    const Frame *f = &p->g->frames[p->g->triggers[i].frame];
    *outcome |= f->kind == FRAME_OUTCOME;
    *befalls |= f->what.n > 0;
    if (type_in(grammar_type(p->g, f->type_row), CLASS_BIT(AID))) continue;
    for (uint32_t k = f->first[ROLE_TARGET]; k < f->first[ROLE_TARGET] + f->n[ROLE_TARGET]; k++)
      victim |= p->g->sources[k].from == FROM_IDAFA;
  }
  return victim || *outcome;
}

/* «نفذه فلسطيني»: right behind a verb what may be an adjective in ya has no noun but is somebody; «عذب بدنياً» says how.
 */
static bool is_somebody(const Parser *p, uint32_t i) {
  const Word *w = &p->in->words->at[i];
  const Reading *r = reading(p, i);
  Str word = token_fold(p->in->text, i);
  if (i == 0 || reading(p, i - 1)->pos != POS_VERB || r->clitics || r->gender == GENDER_FEMININE) return false;
  if (word.n <= 3 || r->accusative || (uint8_t)word.p[word.n - 1] != LETTER_YA) return false;
  for (uint32_t k = 0; k < w->n; k++)
    if (w->readings[k].pos == POS_ADJ && !w->readings[k].guessed && !w->readings[k].clitics) return true;
  return false;
}

/* «قتل فلسطيني», «إصابة فرنسيين»: a nationality without the article that is no feminine is somebody. */
bool parse_is_national(const Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  if (r->pos != POS_ADJ || r->clitics & CLITIC_AL || r->gender == GENDER_FEMININE) return false;
  const PlaceMention *nation = place_at(p->in, i);
  return nation && nation->last == i + 1 && nation->adjective;
}

/* «16 فلسطينياً»: a nationality that a number counts is people, whether read as noun or adjective. */
static bool counted_national(const Parser *p, const Phrase *f, uint32_t i) {
  const Reading *r = reading(p, i);
  if (f->number == NONE || r->pos != POS_NOUN || r->clitics & CLITIC_AL) return false;
  return nisba_at(p->in, i);
}

/* «اعتقال قيادي», «مقتل عسكري»: behind a noun of outcome, what looks like an adjective and can
 * be a person is whom it befell. */
bool parse_is_victim(const Parser *p, uint32_t head, uint32_t i) {
  uint32_t lemma = reading(p, head)->lemma;
  bool outcome = false, befalls = false;
  if (lemma >= p->g->lexicon->n || reading(p, head)->clitics & CLITIC_AL) return false; /* «القضاء العسكري» */
  if (p->marks.sets[head] & SET_BIT(SET_STANDS_FOR)) return parse_as_person(p, i) != NULL; /* «سراح صحافي» */
  if (!has_victim(p, lemma, &outcome, &befalls) &&
      !has_victim(p, p->g->lexicon->lemmas[lemma].verb, &outcome, &befalls))
    return false;
  if (befalls && reading(p, head)->form == FORM_MASDAR && parse_is_national(p, i)) return true;
  const Reading *r = parse_as_person(p, i);
  if (!r || outcome) return r != NULL;
  /* «تفجير إرهابي» is of a kind, «اغتيال ضابط» of somebody */
  return (lemma_classes(p, r->lemma) & (p->k.leader | p->k.security | p->k.official)) != 0;
}

/* «وجرح آخر», «إصابة آخرين»: another one, whom the outcome befell. */
static bool is_another(const Parser *p, uint32_t head, uint32_t i) {
  uint32_t lemma = reading(p, head)->lemma;
  bool outcome = false, befalls = false;
  if (lemma >= p->g->lexicon->n || !(p->marks.sets[i] & SET_BIT(SET_OTHERS))) return false;
  if (reading(p, head)->clitics & CLITIC_AL || reading(p, i)->clitics & CLITIC_AL) return false;
  return p->g->lexicon->lemmas[lemma].form == FORM_MASDAR &&
         (has_victim(p, lemma, &outcome, &befalls) ||
          has_victim(p, p->g->lexicon->lemmas[lemma].verb, &outcome, &befalls)) &&
         outcome;
}

/* «إحباط مخطط»: a plan behind what foils it is no adjective. */
static bool is_plan(const Parser *p, uint32_t head, uint32_t i) {
  return p->marks.sets[head] & SET_BIT(SET_FOILED) && parse_prefer_noun(p, i, p->k.plan);
}

/* «إن الوزير التقى نظيره»: all of it may be a verb, and the clause has none yet; «الأمني» is none with «ني». */
static bool may_be_verb(const Parser *p, uint32_t i) {
  const Word *w = &p->words[i];
  if (p->clauses.at[p->clause].verb != NONE) return false;
  for (uint32_t k = 1; k < w->n; k++)
    if (w->readings[k].pos == POS_VERB && !w->readings[k].clitics && !w->readings[k].guessed &&
        enclitic_person(&w->readings[k]) != 1)
      return true;
  return false;
}

/* «مقتل سالم ناصر»: names that are adjectives as well. */
static bool names_begin(const Parser *p, uint32_t i) {
  const PlaceMention *place = place_at(p->in, i);
  /* «هاجم مسلحون مدينة كذا»: and no «مدين», indebted */
  bool begins = place && place->last > i + 1 && !place->adjective && !(reading(p, i)->clitics & CLITIC_AL);
  return begins || person_at(p->in, i);
}

/* «مستوطنون متطرفون»: two sound plurals with their nun are noun and adjective, whatever the second is alone. */
static bool agree_in_nun(const Parser *p, uint32_t head, uint32_t i) {
  const Reading *a = reading(p, head), *b = reading(p, i);
  if (a->clitics & CLITIC_AL || b->clitics || b->enclitic || !parse_has_nun(p, head) || !parse_has_nun(p, i))
    return false;
  if (b->form != FORM_ACTIVE_PARTICIPLE && b->form != FORM_PASSIVE_PARTICIPLE) return false;
  Str x = token_fold(p->in->text, head), y = token_fold(p->in->text, i);
  return a->number == NUMBER_PLURAL && b->number == NUMBER_PLURAL && x.p[x.n - 2] == y.p[y.n - 2];
}

/* «مسلحون سائحين», «مسلحون ناقلة جند»: behind men told by their nun in the one case no noun in the other describes
 * them, nor one in the feminine singular; whatever else may be said, it is somebody or something. */
static bool disagrees(const Parser *p, uint32_t head, uint32_t i) {
  const Reading *a = reading(p, head), *b = reading(p, i);
  const ClassSet men = p->k.person | p->k.civilian | p->k.fighter | p->k.security;
  bool several = a->gender == GENDER_MASCULINE && (a->number == NUMBER_PLURAL || a->dual_or_plural);
  bool participle = a->form == FORM_ACTIVE_PARTICIPLE || a->form == FORM_PASSIVE_PARTICIPLE;
  if (!several || b->pos != POS_ADJ || a->clitics & CLITIC_AL || b->clitics || b->enclitic || !parse_has_nun(p, head))
    return false;
  if (!participle && !(lemma_classes(p, a->lemma) & men)) return false;
  if (b->gender == GENDER_FEMININE && b->number == NUMBER_SINGULAR) return parse_prefer_noun(p, i, 0);
  if (!parse_has_nun(p, i)) return false;
  Str x = token_fold(p->in->text, head), y = token_fold(p->in->text, i);
  bool apart = x.p[x.n - 2] != y.p[y.n - 2] && (uint8_t)x.p[x.n - 2] != LETTER_YA;
  return apart && parse_prefer_noun(p, i, men);
}

/* «حلفاؤهم الموالون للرئيس», «عناصرها الفارين من الجبهة»: a participle with the article and a complement of its own,
 * behind a plural that has its pronoun. */
static bool participle_of_theirs(const Parser *p, uint32_t head, uint32_t i) {
  const Reading *a = reading(p, head), *b = reading(p, i);
  if (!a->enclitic || a->number != NUMBER_PLURAL || !(b->clitics & CLITIC_AL) ||
      b->clitics & (CLITIC_CONJ | CLITIC_PREP))
    return false;
  if (b->form != FORM_ACTIVE_PARTICIPLE && b->form != FORM_PASSIVE_PARTICIPLE) return false;
  if (b->number != NUMBER_PLURAL && !b->dual_or_plural) return false;
  if (i + 1 >= p->in->text->ntokens || !parse_has_nun(p, i)) return false;
  const Reading *next = reading(p, i + 1);
  return next->pos == POS_PREP || (next->clitics & CLITIC_PREP) != 0;
}

/* «الاتفاق الموقع»: signed, and no site; two nouns with the article are no iḍāfa. */
static bool done_to_it(const Parser *p, uint32_t head, uint32_t i) {
  const Reading *a = reading(p, head), *b = reading(p, i);
  if (!(a->clitics & CLITIC_AL) || !(b->clitics & CLITIC_AL) || a->gender != b->gender) return false;
  if (b->form != FORM_ACTIVE_PARTICIPLE && b->form != FORM_PASSIVE_PARTICIPLE) return false;
  return (lemma_classes(p, a->lemma) & p->k.event) != 0;
}

/* Where the iḍāfa begins that ends in the noun: «قوات» of «قوات النظام». */
static uint32_t idafa_begin(const Parser *p, uint32_t i) {
  while (i > 0 && token_at(p, i - 1)->kind == TOKEN_WORD && !(reading(p, i)->clitics & (CLITIC_PREP | CLITIC_CONJ))) {
    const Reading *before = reading(p, i - 1);
    if (before->pos != POS_NOUN || before->clitics & CLITIC_AL || before->enclitic) break;
    i--;
  }
  return i;
}

/* Men, or what is neither feminine nor one. */
static bool may_be_men(const Reading *r) {
  return r->gender != GENDER_FEMININE && (r->number == NUMBER_PLURAL || r->dual_or_plural);
}

/* «طردت القوات المسلحين», «قصفت قوات النظام المدنيين»: no one body behind its verb, and no feminine noun, is described
 * by a sound masculine plural; but «مسلحي الحركة المتشددين», where those before it are. */
static bool others_behind_body(const Parser *p, uint32_t first, uint32_t i) {
  const Reading *b = reading(p, i);
  if (token_at(p, i)->kind != TOKEN_WORD) return false;
  if (!(b->clitics & CLITIC_AL) || b->clitics & (CLITIC_CONJ | CLITIC_PREP) || b->gender != GENDER_MASCULINE ||
      !parse_has_nun(p, i) || !(b->number == NUMBER_PLURAL || b->dual_or_plural))
    return false;
  uint32_t begin = idafa_begin(p, first);
  if (begin == 0 || reading(p, begin - 1)->pos != POS_VERB) return false;
  for (uint32_t k = begin; k < i; k++)
    if (may_be_men(reading(p, k))) return false;
  return true;
}

/* «اعتقلت قوات الاحتلال الشاب محمد سالم», «خطف الميليشيا الضابط المتقاعد فلان»: behind an armed body, what somebody is
 * called before his name describes no body. */
static bool titles_person(const Parser *p, uint32_t first, uint32_t i) {
  enum { BETWEEN_MOST = 1 };
  const ClassSet armed = p->k.force | p->k.group | p->k.security;
  const Reading *r = reading(p, i);
  if (!(lemma_classes(p, reading(p, first)->lemma) & armed) || r->clitics != CLITIC_AL || nisba_at(p->in, i))
    return false;
  if (r->gender == GENDER_FEMININE || r->number != NUMBER_SINGULAR) return false;
  for (uint32_t name = i + 1; name <= i + 1 + BETWEEN_MOST && name < p->in->text->ntokens; name++) {
    if (reading(p, name)->clitics & CLITIC_PREP) return false; /* «الجهاز الأمني لفلان» */
    if (person_at(p->in, name)) return true;
    if (reading(p, name)->pos != POS_ADJ || reading(p, name)->clitics != CLITIC_AL) return false;
  }
  return false;
}

/* «زار المحافظ الجرحى», «التقى الوزير النازحين»: one man is not described by a word for many. */
static bool many_behind_one(const Parser *p, uint32_t head, uint32_t i) {
  const ClassSet people = p->k.person | p->k.civilian | p->k.hurt | p->k.victim | p->k.detainee;
  const Reading *a = reading(p, head), *b = reading(p, i);
  if (a->number != NUMBER_SINGULAR || !(lemma_classes(p, a->lemma) & (p->k.official | p->k.leader))) return false;
  if (b->clitics != CLITIC_AL || nisba_at(p->in, i)) return false;
  bool several = b->number == NUMBER_PLURAL || b->dual_or_plural;
  if (b->pos == POS_NOUN) return several && lemma_classes(p, b->lemma) & people;
  if (!parse_prefer_noun(p, i, people)) return false;
  b = reading(p, i);
  return b->number == NUMBER_PLURAL || b->dual_or_plural;
}

/* «قتلت الشرطة المسلح», «أوقفت القوة المتهم»: what is feminine, and one, is not described by a masculine that may be
 * somebody. */
static bool man_behind_feminine(const Parser *p, uint32_t head, uint32_t i) {
  const ClassSet men = p->k.fighter | p->k.suspect | p->k.person | p->k.detainee;
  const Reading *a = reading(p, head), *b = reading(p, i);
  if (a->gender != GENDER_FEMININE || a->number != NUMBER_SINGULAR || a->pos != POS_NOUN) return false;
  if (b->clitics != CLITIC_AL || b->gender != GENDER_MASCULINE || b->number != NUMBER_SINGULAR) return false;
  if (nisba_at(p->in, i) || head == 0 || reading(p, head - 1)->pos != POS_VERB) return false;
  return parse_prefer_noun(p, i, men) || (b->pos == POS_NOUN && lemma_classes(p, b->lemma) & men);
}

/* Nouns of these classes are none of the adjectives spelt like them: «المخيم» the camp, or one who camps; «شظايا مقذوف»
 * (fragments of a shell), and not thrown ones. Nor is an armed body described by a place: «تحاصر القوات المدينة» (the
 * forces besiege the town), but «الحكومة المحافظة» (the conservative government) is no governorate. */
static ClassSet never_describes(const Parser *p, uint32_t head, uint32_t i) {
  const ClassSet seats = p->k.organisation | p->k.building;
  const ClassSet armed = p->k.force | p->k.fighter | p->k.security | p->k.aircraft;
  ClassSet classes = p->k.event | p->k.building | p->k.position | p->k.gathering;
  if (reading(p, i)->form == FORM_PASSIVE_PARTICIPLE) classes |= p->k.artillery;
  /* «مكتب حاكم الولاية», «منزل مسؤول في المدينة»; but «جهة مسؤولة عن» */
  bool owned = lemma_classes(p, reading(p, head)->lemma) & seats && !(reading(p, head)->clitics & CLITIC_AL) &&
               reading(p, i)->gender != GENDER_FEMININE;
  if (owned) classes |= p->k.official;
  return lemma_classes(p, reading(p, head)->lemma) & armed ? classes | p->k.area : classes;
}

/* «قوات أميركية وبريطانية»: behind a name without the article that ends in a nation, the nations that «و» joins to it.
 */
static uint32_t over_nations(const Parser *p, uint32_t head, uint32_t last, uint32_t end) {
  if (reading(p, head)->clitics & CLITIC_AL) return last;
  while (last < end && token_at(p, last)->kind == TOKEN_WORD && parse_read_as_joined_adjective(p, head, last)) last++;
  return last;
}

/* Adjectives right behind a noun that agree with it in «ال»; the noun, or the name, begins at `first`. */
static uint32_t over_adjectives(const Parser *p, uint32_t first, uint32_t i, uint32_t end, bool definite) {
  for (uint32_t head = i - 1; i < end; i++) {
    if (MENTION_HERE(p, date, p->in->dates->at, p->in->dates->n, i) != NONE) break; /* «الأحد», no sharp one */
    bool behind_other = i == head + 2 && p->marks.sets[i - 1] & SET_BIT(SET_OTHERS); /* «انفجار آخر انتحاري» */
    if (i == head + 1 || behind_other) parse_read_as_adjective(p, head, i);
    if (i == head + 1) parse_read_as_described(p, head, i);
    const Reading *r = reading(p, i);
    if (definite && (others_behind_body(p, first, i) || titles_person(p, first, i))) break;
    if (definite && i == head + 1 && token_at(p, i)->kind == TOKEN_WORD &&
        (many_behind_one(p, head, i) || man_behind_feminine(p, head, i)))
      break;
    if (i == head + 1 && token_at(p, i)->kind == TOKEN_WORD && disagrees(p, head, i)) break;
    if (i > head + 1 && token_at(p, i)->kind == TOKEN_WORD && parse_read_as_joined_adjective(p, head, i)) continue;
    if (i == head + 1 && token_at(p, i)->kind == TOKEN_WORD &&
        (agree_in_nun(p, head, i) || participle_of_theirs(p, head, i)))
      continue;
    if (i == head + 1 && (parse_is_victim(p, head, i) || is_another(p, head, i) || is_plan(p, head, i) ||
                          parse_read_as_governed(p, head, i)))
      break;
    if (token_at(p, i)->kind != TOKEN_WORD || r->pos != POS_ADJ || p->marks.sets[i] & SET_BIT(SET_SUBSET) ||
        p->marks.n[i])
      break;
    if (r->clitics & (CLITIC_PREP | CLITIC_CONJ) || names_begin(p, i)) break;
    if (!nisba_at(p->in, i) && !done_to_it(p, head, i) && parse_prefer_noun(p, i, never_describes(p, head, i)))
      break; /* «أدانت الحكومة الغارة», «قصف مقر»; but «قصف سوري» is no wall */
    if (((r->clitics & CLITIC_AL) != 0) != definite || (definite && may_be_verb(p, i))) break;
  }
  return i;
}

static void take_head(const Parser *p, Phrase *f, uint32_t head) {
  const Reading *r = reading(p, head);
  if (r->pos == POS_ADJ && parse_as_person(p, head)) r = parse_as_person(p, head);
  f->head = head;
  f->lemma = r->lemma;
  f->classes |= lemma_classes(p, r->lemma);
  f->form = r->lemma < p->g->lexicon->n ? p->g->lexicon->lemmas[r->lemma].form : 0;
  if (f->form == FORM_MASDAR) f->classes |= p->k.deed;
  if (p->marks.sets[head] & SET_BIT(SET_AIR_FORCE)) f->classes = p->k.force; /* «سلاح الجو» is no weapon */
  /* «600 بريطاني»; «السودانيون», «المتضررين»: of the sound masculine plural are people alone */
  bool people = (r->pos == POS_ADJ && (f->number != NONE || parse_is_national(p, head))) || is_somebody(p, head) ||
                counted_national(p, f, head) ||
                (r->gender == GENDER_MASCULINE && (r->dual_or_plural || parse_has_nun(p, head)) &&
                 (r->number == NUMBER_PLURAL || r->dual_or_plural) && (r->pos == POS_ADJ || r->pos == POS_NOUN));
  if (people && !lemma_classes(p, r->lemma)) f->classes |= p->k.person;
  f->definite |= (r->clitics & CLITIC_AL) != 0 || r->pos == POS_PROPER;
  f->plural = r->number == NUMBER_PLURAL || r->dual_or_plural;
  f->pronoun = r->enclitic != 0;
}

/* One name: its words belong together whatever they are. */
static bool take_name(Parser *p, Phrase *f, uint32_t i) {
  const CoderInput *in = p->in;
  parse_move_cursors(p, i);
  uint32_t last = 0;
  f->actor = MENTION_HERE(p, actor, in->mentions->actors, in->mentions->nactors, i);
  f->person = MENTION_HERE(p, person, in->mentions->persons, in->mentions->npersons, i);
  f->place = MENTION_HERE(p, place, in->mentions->places, in->mentions->nplaces, i);
  if (f->place != NONE &&
      (in->mentions->places[f->place].adjective || in->mentions->places[f->place].use == PLACE_IN_NAME ||
       (f->number != NONE && in->mentions->places[f->place].last == i + 1 && reading(p, i)->pos == POS_NOUN)))
    f->place = NONE; /* «11 سورياً»: Syrians, and not Syria */
  if (f->actor != NONE) {
    last = in->mentions->actors[f->actor].last;
    f->classes |= in->mentions->actors[f->actor].classes;
  }
  if (f->person != NONE && in->mentions->persons[f->person].last > last) {
    last = in->mentions->persons[f->person].last;
    f->classes |= p->k.person;
  }
  if (f->place != NONE && in->mentions->places[f->place].last > last) {
    last = in->mentions->places[f->place].last;
    f->classes |= p->k.area;
  }
  if (!last) return false;
  take_head(p, f, i);
  const PersonMention *who = f->person == NONE ? NULL : &in->mentions->persons[f->person];
  if (who && who->name.start == who->span.start && f->actor == NONE && f->place == NONE) {
    f->classes = p->k.person; /* «وقع سلفا كير …»: a name is what it names, whatever its words may be («سلفاً») */
    f->form = FORM_PLAIN;
  }
  f->definite = true;
  f->last = last;
  return true;
}

/* A noun without the article or a clitic: what a number may count. */
static bool begins_noun(const Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  return token_at(p, i)->kind == TOKEN_WORD && r->pos == POS_NOUN && !r->clitics;
}

/* «الجنود الخمسة», «القتلى الأحد عشر», «أطفالها الثلاثة»: of people that are known the number stands behind, with the
 * article. */
static void take_number_behind(Parser *p, Phrase *f, uint32_t end) {
  const ClassSet people = p->k.person | p->k.civilian | p->k.fighter | p->k.security | p->k.dead | p->k.victim |
                          p->k.child | p->k.woman | p->k.kin;
  if (!(f->definite || f->pronoun) || !f->plural || f->number != NONE || !(f->classes & people) || f->last >= end)
    return;
  parse_move_cursors(p, f->last);
  uint32_t number = parse_number_at(p, f->last);
  if (number == NONE || p->in->numbers->at[number].noun) return;
  const Reading *r = reading(p, f->last);
  bool article = r->clitics & CLITIC_AL || (r->pos == POS_ABBREV && token_at(p, f->last)->kind == TOKEN_WORD);
  if (!article) return; /* «الركاب الـ18»: the article apart */
  f->number = number;
  f->last = p->in->numbers->at[number].last;
}

/* «"حركة الشباب" المتشددة»: an adjective behind the quotation marks of a name belongs to it. */
static uint32_t past_quote(const Parser *p, uint32_t first, uint32_t last, uint32_t end) {
  bool quoted =
      first > 0 && last + 1 < end && token_sign(p->in->text, first - 1) == '"' && token_sign(p->in->text, last) == '"';
  if (!quoted) return last;
  uint32_t after = over_adjectives(p, first, last + 1, end, true);
  return after > last + 1 ? after : last;
}

/* «عشرة "عناصر تكفيرية"», «(33) جريحاً»: the noun past the sign behind a number, which takes in the sign before it. */
static uint32_t past_sign(const Parser *p, Phrase *f, const Number *n, uint32_t i, uint32_t end) {
  if (n->kind != NUMBER_CARDINAL || i + 1 >= end || !begins_noun(p, i + 1)) return i;
  uint8_t sign = token_sign(p->in->text, i);
  bool bracket = sign == ')' && n->last >= 2 && token_sign(p->in->text, n->last - 2) == '(';
  if (bracket && n->last - 2 < f->first) f->first = n->last - 2;
  return bracket || sign == '"' ? i + 1 : i;
}

/* «المشتبه بهم»: they, whatever the noun's own form. */
static void take_complement(const Parser *p, Phrase *f, uint32_t end) {
  if (f->head == NONE || f->last >= end || !phrase_completed(p->in, p->marks.sets, p->k.suspect, f)) return;
  f->plural |= enclitic_number(reading(p, f->last)) != NUMBER_SINGULAR;
}

uint32_t parse_build_noun(Parser *p, Phrase *f, uint32_t i, uint32_t end) {
  uint32_t number = parse_number_at(p, i);
  if (number != NONE) {
    const Number *n = &p->in->numbers->at[number];
    f->number = number;
    f->last = i = n->last;
    if (n->noun) { /* the number is the noun's own: «عمليتين» */
      for (uint32_t k = n->first; k < n->last; k++)
        if (reading(p, k)->pos == POS_NOUN || reading(p, k)->pos == POS_ADJ) {
          take_head(p, f, k);
          break;
        }
      f->last = over_adjectives(p, f->head, i, end, f->definite);
      return f->last;
    }
    i = past_sign(p, f, n, i, end);
    bool counted = i < end && token_at(p, i)->kind == TOKEN_WORD && parse_nominal(reading(p, i)) &&
                   !(reading(p, i)->clitics & (CLITIC_PREP | CLITIC_CONJ));
    if (!counted) return i;
  }
  if (take_name(p, f, i) && number == NONE) {
    f->last = over_nations(p, i, f->last, end);
    f->last = over_adjectives(p, i, f->last, end, true);
    f->last = past_quote(p, i, f->last, end);
    return f->last;
  }
  take_head(p, f, i);
  uint32_t after = over_adjectives(p, i, i + 1, end, f->definite);
  f->adjectives = after > i + 1;
  if (f->classes & p->k.vehicle && f->adjectives) /* «سيارة مفخخة» goes off */
    f->classes |= lemma_classes(p, reading(p, i + 1)->lemma) & p->k.explosive;
  f->last = after > f->last ? after : f->last;
  take_complement(p, f, end);
  take_number_behind(p, f, end);
  return f->last;
}
