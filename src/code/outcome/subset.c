/* Some of those just counted, told apart and never added.
 *
 *   «قُتل 11 شخصاً، بينهم 4 أطفال والقيادي فلان»   behind the victims: numbers, and names
 *   «ومن بين القتلى ثلاثة من الشرطة»               a sentence of its own, of the dead told before */
#include "code/outcome/subset.h"

#include "code/outcome/effect.h"

/* «بينهم» or «من بين القتلى» behind the victims, in their sentence; NONE where there is none. */
static uint32_t subset_mark(const Stage *s, const Match *x, uint32_t victim) {
  enum { SUBSET_NEAR = 14 };
  uint32_t first, last, sentence = s->m->in->text->tokens[x->token].sentence;
  phrase_extent(s->m->c, s->m->g, victim, &first, &last);
  uint32_t end = s->m->in->text->sentences[sentence].last;
  for (uint32_t i = last; i < end && i < last + SUBSET_NEAR; i++) {
    if (s->m->c->marks[i] & SET_BIT(SET_SUBSET)) return i;
    uint32_t phrase = s->m->c->phrase_of[i];
    bool own = phrase != NONE && stage_phrase(s, phrase)->pronoun; /* «لقي قادة مصرعهم، بينهم فلان» */
    if (i > x->token && !own && outcome_at(s, i)) return NONE; /* «قُتل اثنان وأصيب ثلاثة بينهم طفل»: of the three */
  }
  return NONE;
}

/* «بينهم طفل», «أحدهما امرأة» */
static bool is_one(const Stage *s, const Phrase *f) {
  if (f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_SOME_OF)) return false; /* «بينهم عدد من النساء» */
  if (f->classes & s->m->k->kin && !(f->classes & s->m->k->civilian)) return false; /* «من عائلة واحدة» */
  return f->head != NONE && f->person == NONE && !f->definite && !f->plural && !f->pronoun &&
         f->classes & (s->m->k->person | s->m->k->child | s->m->k->woman | s->m->k->civilian | s->m->k->security);
}

/* So many of those whom an outcome befell: the phrase that numbers them, and the one that tells what they are. */
static Effect subset_of(const Stage *s, Str what, uint32_t number, uint32_t noun, uint32_t token) {
  return (Effect){.what = what,
                  .count = count_of_phrase(s, number),
                  .phrase = noun,
                  .of = part_of_phrase(s, noun),
                  .token = token,
                  .subset = true};
}

/* «حصيلة … 12 قتيلاً بينهم ثلاث نساء»: the words for the toll and for the dead lead to the same subset. */
static bool told_already(const Scene *x, const Effect *e) {
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (x->effects.at[i].subset && x->effects.at[i].phrase == e->phrase && str_eq(x->effects.at[i].what, e->what))
      return true;
  return false;
}

/* «51 شخصاً 40 منهم أطفال»: the number stands before the word, what they are behind it. */
static void add_number_before(Stage *s, uint32_t scene, Str what, uint32_t victim, uint32_t mark, uint32_t token) {
  uint32_t number = mark ? s->m->c->phrase_of[mark - 1] : NONE, next = mark + s->m->c->mark_n[mark];
  if (number == NONE || number == victim || next >= s->m->in->text->ntokens ||
      !(s->m->c->marks[mark] & SET_BIT(SET_PARTITIVE)))
    return;
  const Phrase *n = stage_phrase(s, number);
  if (n->head != NONE || n->number == NONE || n->last != mark) return;
  uint32_t noun = s->m->c->phrase_of[next];
  const ClassSet people = s->m->k->person | s->m->k->victim;
  bool told = noun != NONE && stage_phrase(s, noun)->first == next && stage_phrase(s, noun)->classes & people;
  if (!told) noun = number; /* «اثنان منهم في حالة خطرة» */
  Effect e = subset_of(s, what, number, noun, token);
  const Effects *list = &s->scenes.at[scene].effects;
  for (uint32_t i = 0; i < list->n; i++) e.count.set &= list->at[i].phrase != noun;
  e.count.set &= victim_of(s, victim).counted != number; /* «أُطلق سراح اثنين منهم» */
  if (e.count.set) vec_push(&s->scenes.at[scene].effects, s->arena, e);
}

/* Does the phrase tell how many, or that one, of them are of a kind? */
static bool counts_some(const Stage *s, const Phrase *f) {
  bool bare = f->head == NONE && f->number != NONE; /* «12 من حلب», «خمسة في حالة خطرة» */
  if (!bare && !(f->classes & (s->m->k->person | s->m->k->victim))) return false;
  if (f->number == NONE) /* «منهم بين قتيل وجريح» */
    return is_one(s, f) && !(f->classes & (s->m->k->dead | s->m->k->hurt));
  bool same = s->m->in->numbers->at[f->number].max <= 1; /* «ثمانية منهم من عائلة واحدة» */
  return !same || !(f->head == NONE || f->classes & (s->m->k->kin | s->m->k->group));
}

/* «بينهم ثلاثة أطفال وامرأتان»: some of those just counted, each told apart and never added;
 * «بينهم القيادي فلان»: one of them by name. */
void add_subsets(Stage *s, uint32_t scene, const Match *x, uint32_t victim) {
  enum { SUBSETS_MOST = 40, NAMES_MOST = 60 };
  const Clauses *c = s->m->c;
  Str what = s->m->g->frames[x->frame].what;
  uint32_t mark = subset_mark(s, x, victim);
  if (mark == NONE || s->m->c->marks[mark] & SET_BIT(SET_MOST_OF)) return; /* «معظمهم من أسرة واحدة» */
  uint32_t sentence = s->m->in->text->tokens[mark].sentence;
  add_number_before(s, scene, what, victim, mark, x->token);
  bool joined = true;
  for (uint32_t i = victim + 1, n = 0; i < c->nphrases && n < NAMES_MOST; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->first < mark) continue;
    if (stage_clause(s, f->clause)->sentence != sentence) break;
    bool others =
        f->person == NONE && f->head != NONE && (f->form == FORM_MASDAR || c->marks[f->head] & SET_BIT(SET_OTHERS));
    if (others) break; /* «بينهم طفل وإصابة 31 آخرين» */
    if (n++ && f->link != LINK_CONJ && f->link != LINK_IDAFA && f->link != LINK_APPOSITION && !of_bare_number(s, f))
      joined = false;
    if (f->person != NONE) scene_add_named(s, &s->scenes.at[scene], part_of_phrase(s, i), what);
    if (!joined || n > SUBSETS_MOST || !counts_some(s, f)) continue;
    ClassSet harm = f->classes & (s->m->k->dead | s->m->k->hurt);
    bool other = (harm == s->m->k->hurt && str_eq(what, STR("killed"))) ||
                 (harm == s->m->k->dead && str_eq(what, STR("injured")));
    if (other) break; /* «12 قتيلاً بينهم ثلاث نساء و20 جريحاً» */
    Effect e = subset_of(s, what, i, i, x->token);
    if (!told_already(&s->scenes.at[scene], &e)) vec_push(&s->scenes.at[scene].effects, s->arena, e);
  }
}

/* The newest scene before a token that has an outcome of this kind; NONE. */
static uint32_t scene_with(const Stage *s, uint32_t token, Str what) {
  enum { BACK_MOST = 12 };
  uint32_t best = NONE;
  for (uint32_t i = s->scenes.n, steps = 0; i-- > 0 && steps < 4 * BACK_MOST; steps++) {
    const Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || x->token >= token) continue;
    bool has = x->toll && str_eq(what, STR("killed"));
    for (uint32_t k = 0; k < x->effects.n; k++) has |= str_eq(x->effects.at[k].what, what);
    if (has && (best == NONE || x->token > s->scenes.at[best].token)) best = i;
  }
  return best;
}

ClassSet some_of_whom(const Stage *s, uint32_t token) {
  uint32_t n = s->m->c->mark_n[token];
  if (!(s->m->c->marks[token] & SET_BIT(SET_SUBSET)) || n < 2) return 0;
  return lexicon_classes(s->m->g->lexicon, word_best(s->m->in->words, token + n - 1)->lemma);
}

static Str fate_of_some(const Stage *s, uint32_t token) {
  ClassSet classes = some_of_whom(s, token);
  return classes & s->m->k->dead ? STR("killed") : classes & s->m->k->hurt ? STR("injured") : STR_NONE;
}

/* The scene, told before the sentence, of whose dead or hurt it tells some; NONE. */
static uint32_t scene_of_some(const Stage *s, uint32_t token, Str what) {
  const Text *text = s->m->in->text;
  return what.n ? scene_with(s, text->sentences[text->tokens[token].sentence].first, what) : NONE;
}

/* «أن 26 عنصرا من الجبهة كانوا من بين القتلى», «وجود طفلين بين الضحايا»: those told right before. */
static void add_some_before(Stage *s, uint32_t token) {
  const Clauses *c = s->m->c;
  Str what = fate_of_some(s, token);
  uint32_t scene = scene_of_some(s, token, what);
  bool was = token && c->phrase_of[token - 1] == NONE && word_best(s->m->in->words, token - 1)->pos == POS_VERB;
  uint32_t last = was ? token - 1 : token, phrase = last ? c->phrase_of[last - 1] : NONE;
  if (scene == NONE || phrase == NONE) return;
  while (stage_phrase(s, phrase)->up != NONE && stage_phrase(s, phrase)->link != LINK_CONJ &&
         phrase_partitive(c, stage_phrase(s, phrase)))
    phrase = stage_phrase(s, phrase)->up;
  const Phrase *f = stage_phrase(s, phrase);
  bool people = f->classes & (s->m->k->person | s->m->k->victim) && f->person == NONE && !f->definite;
  if (!people || (f->number == NONE && !is_one(s, f)) || !count_of_phrase(s, phrase).set) return;
  Effect e = subset_of(s, what, phrase, phrase, s->scenes.at[scene].token);
  if (!told_already(&s->scenes.at[scene], &e)) vec_push(&s->scenes.at[scene].effects, s->arena, e);
}

/* «ومن بين القتلى ثلاثة أطفال والقيادي فلان»: a sentence that only tells of some of those dead. */
static void add_some_of(Stage *s, uint32_t token) {
  enum { SOME_MOST = 6 };
  const Clauses *c = s->m->c;
  Str what = fate_of_some(s, token);
  uint32_t scene = scene_of_some(s, token, what);
  if (scene == NONE) return;
  uint32_t end = s->m->in->text->sentences[s->m->in->text->tokens[token].sentence].last;
  Scene *x = &s->scenes.at[scene];
  uint32_t own = NONE;
  for (uint32_t i = token + c->mark_n[token], n = 0; i < end && n < SOME_MOST; i++) {
    uint32_t phrase = c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (!n++) own = f->clause;
    if (f->clause != own && stage_clause(s, f->clause)->kind == CLAUSE_COMPLEMENT) break; /* «4 نساء، مشيراً إلى أن …» */
    if (told_as_others(s, phrase)) break; /* «كما يوجد ثلاثة أطفال آخرين في حالة حرجة» */
    if (f->person != NONE) {
      scene_add_named(s, x, part_of_phrase(s, phrase), what);
    } else if ((f->number != NONE && f->classes & (s->m->k->person | s->m->k->victim)) || is_one(s, f)) {
      Effect e = subset_of(s, what, phrase, phrase, x->token);
      vec_push(&x->effects, s->arena, e);
    }
  }
}

/* «… أن بين القتلى»: what is said opens with it. */
static bool opens_what_is_said(const Stage *s, uint32_t token) {
  uint32_t i = token;
  if (i && token_sign(s->m->in->text, i - 1) == '"') i--;
  return i && s->m->c->marks[i - 1] & SET_BIT(SET_COMPLEMENTISER);
}

void add_sentences_of_subsets(Stage *s) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 1; i < text->nsentences; i++) {
    enum { OPENING = 6 };
    uint32_t first = text->sentences[i].first, last = text->sentences[i].last;
    for (uint32_t k = first; k < last; k++) {
      if (!some_of_whom(s, k)) continue;
      if (k < first + OPENING || opens_what_is_said(s, k))
        add_some_of(s, k);
      else
        add_some_before(s, k);
      break;
    }
  }
}
