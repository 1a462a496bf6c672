/* Matches → scenes, and the words of one act in one sentence made one: «غارة استهدفت منزلاً»
 * (a strike hit a house) has two triggers and is one act. */
#include "code/scene/scene.h"

#include "code/clause/near.h"
#include "code/match/object.h"
#include "code/scene/course.h"
#include "text/letter.h"

#include <stdlib.h>
#include <string.h>

Part part_of_phrase(const Stage *s, uint32_t phrase) {
  uint32_t first, last;
  phrase_extent(s->m->c, s->m->g, phrase, &first, &last);
  const Phrase *f = stage_phrase(s, phrase); /* «أكثر من 10 حوثيين»: who they are, not how many */
  if (f->number != NONE && f->head != NONE && f->head > first) first = f->head;
  bool completed = last == f->last && phrase_completed(s->m->in, s->m->c->marks, s->m->k->suspect, f);
  return (Part){first, completed ? last + 1 : last, phrase}; /* «المشتبه بهم» */
}

/* «مسلحي» and «المسلحين» in two cases, «تونسي» and «تونسية» in two genders; but «التنظيمان» are not «التنظيم». */
static bool is_other_form(const Lexicon *l, const Reading *a, const Reading *b) {
  if (a->pos != b->pos || (a->pos != POS_NOUN && a->pos != POS_ADJ)) return false;
  return a->lemma < l->n && a->lemma == b->lemma && a->number == b->number;
}

bool part_has_word(const Stage *s, uint32_t token, Part part) {
  const Reading *r = word_best(s->m->in->words, token);
  Str key = word_key(s->m->in->text, token, r);
  for (uint32_t i = part.first; i < part.last; i++) {
    const Reading *other = word_best(s->m->in->words, i);
    if (is_other_form(s->m->g->lexicon, r, other)) return true;
    if (str_eq(key, word_key(s->m->in->text, i, other))) return true;
  }
  return false;
}

bool parts_alike(const Stage *s, Part a, Part b) {
  uint32_t shared = 0, all = 0;
  for (uint32_t i = a.first; i < a.last; i++)
    if (s->m->in->text->tokens[i].kind != TOKEN_PUNCT) shared += part_has_word(s, i, b), all++;
  for (uint32_t i = b.first; i < b.last; i++) all += s->m->in->text->tokens[i].kind != TOKEN_PUNCT;
  return all > 0 && 4 * shared >= all;
}

bool part_within(const Stage *s, Part part, Part whole) {
  for (uint32_t i = part.first; i < part.last; i++)
    if (s->m->in->text->tokens[i].kind != TOKEN_PUNCT && !part_has_word(s, i, whole)) return false;
  return true;
}

bool parts_have(const Stage *s, const Parts *list, Part part) {
  for (uint32_t i = 0; i < list->n; i++)
    if (parts_alike(s, part, list->at[i])) return true;
  return false;
}

void parts_add(Stage *s, Parts *list, Part part) {
  if (part.first < part.last && !parts_overlap(list, part)) vec_push(list, s->arena, part);
}

void scene_add_named(Stage *s, Scene *x, Part name, Str fate) {
  if (name.first >= name.last) return;
  for (uint32_t i = 0; i < x->named.n; i++)
    if (part_overlaps(x->named.at[i], name)) {
      x->fates.at[i] = fate;
      return;
    }
  if (vec_push(&x->fates, s->arena, fate)) vec_push(&x->named, s->arena, name);
}

void parts_add_all(Stage *s, Parts *list, const Parts *more) {
  for (uint32_t i = 0; i < more->n; i++) parts_add(s, list, more->at[i]);
}

bool parts_overlap(const Parts *list, Part part) {
  for (uint32_t i = 0; i < list->n; i++)
    if (part_overlaps(list->at[i], part)) return true;
  return false;
}

void parts_drop(Parts *list, Part part) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < list->n; i++)
    if (!part_overlaps(list->at[i], part)) list->at[kept++] = list->at[i];
  list->n = kept;
}

void parts_drop_at(Parts *list, uint32_t at) {
  for (uint32_t i = at + 1; i < list->n; i++) list->at[i - 1] = list->at[i];
  list->n--;
}

ClassSet classes_of_words(const Stage *s, uint32_t first, uint32_t last) {
  const Lexicon *lexicon = s->m->g->lexicon;
  ClassSet classes = 0;
  for (uint32_t i = first; i < last; i++) classes |= lexicon_classes(lexicon, word_best(s->m->in->words, i)->lemma);
  return classes;
}

bool scene_counts(const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (x->effects.at[i].count.set) return true;
  return false;
}

/* «تعزيزات», «معدات»: a plural whose singular is another word. */
static bool plural_in_at(const Stage *s, uint32_t token) {
  enum { LETTERS_LEAST = 5 };
  Str word = token_fold(s->m->in->text, token);
  return word.n >= LETTERS_LEAST && (uint8_t)word.p[word.n - 1] == LETTER_TA &&
         (uint8_t)word.p[word.n - 2] == LETTER_ALEF;
}

Count count_of_phrase(const Stage *s, uint32_t i) {
  if (i == NONE) return (Count){0};
  const Phrase *f = stage_phrase(s, i);
  if (f->number != NONE) {
    const Number *n = &s->m->in->numbers->at[f->number];
    if (n->kind != NUMBER_CARDINAL) return (Count){0};
    return (Count){n->min, n->max, true, n->approx};
  }
  if (f->person != NONE) return (Count){1, 1, true, false};
  if (f->head == NONE || f->plural || f->actor != NONE) return (Count){0};
  if (s->m->c->marks[f->head] & SET_BIT(SET_UNCOUNTED)) return (Count){0};
  const Reading *r = word_best(s->m->in->words, f->head);
  if (r->number == NUMBER_DUAL && !r->dual_or_plural) return (Count){2, 2, true, false};
  ClassSet bodies = s->m->k->group | s->m->k->force | s->m->k->organisation | s->m->k->state;
  if (f->classes & s->m->k->building) bodies &= ~s->m->k->organisation; /* a school, a hospital: one house */
  if (!(f->classes & s->m->k->person)) bodies |= s->m->k->kin;          /* a family, but not a son */
  bool one = r->number == NUMBER_SINGULAR && !(f->classes & bodies) && !plural_in_at(s, f->head);
  return one ? (Count){1, 1, true, false} : (Count){0};
}

bool told_as_others(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  for (uint32_t i = f->head; f->head != NONE && i < f->last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_OTHERS)) return true;
  return false;
}

const Match *outcome_at(const Stage *s, uint32_t token) {
  for (uint32_t low = 0, high = s->outcomes.n; low < high;) {
    uint32_t mid = low + (high - low) / 2;
    const Match *x = &s->matches->at[s->outcomes.at[mid]];
    if (x->token == token) return x;
    if (x->token < token)
      low = mid + 1;
    else
      high = mid;
  }
  return NULL;
}

uint32_t scene_new(Stage *s, uint32_t match, const Frame *frame, RecordKind kind, uint32_t type_row) {
  const Match *x = &s->matches->at[match];
  Scene scene = {.match = match,
                 .frame = frame,
                 .kind = kind,
                 .type_row = type_row,
                 .type = type_row == FRAME_NO_TYPE ? frame->type : s->m->g->types[type_row].type,
                 .first = x->first,
                 .last = x->last,
                 .token = x->token,
                 .phrase = x->phrase,
                 .clause = x->clause,
                 .sentence = s->m->in->text->tokens[x->token].sentence,
                 .told = s->m->in->text->tokens[x->token].sentence,
                 .date = NONE,
                 .said = NONE,
                 .speaker = NONE,
                 .owner = NONE,
                 .denier = NONE,
                 .stance = frame->stance,
                 .direction = frame->direction,
                 .part_of = NONE,
                 .merged = NONE};
  if (!vec_push(&s->scenes, s->arena, scene)) return NONE;
  s->scene_of_token[x->token] = s->scenes.n - 1;
  return s->scenes.n - 1;
}

/* «الجيش التركي» in a report of Turkish strikes: the country's forces as they are first named; NULL. */
static const ActorMention *forces_named(const Stage *s, Str country) {
  enum { ACTORS_MOST = 256 };
  const Mentions *m = s->m->in->mentions;
  ActorMention forces;
  if (!country.n || !know_forces(s->m->in->know, country, s->m->in->published, &forces)) return NULL;
  for (uint32_t i = 0; i < m->nactors && i < ACTORS_MOST; i++) {
    const ActorMention *a = &m->actors[i];
    uint32_t phrase = s->m->c->phrase_of[a->first];
    if (a->source || phrase == NONE || stage_phrase(s, phrase)->actor != i) continue;
    bool plain = a->last == a->first + 2; /* not «قوات الأمن التركية» */
    if (plain && str_eq(a->id, forces.id)) return a;
  }
  return NULL;
}

/* «الغارات التركية» in a report that names Turkey: the country's own name stands for it, or its forces' where it is
 * they who do such a thing. */
static Part country_named(const Stage *s, uint32_t token, uint32_t phrase, bool of_arms) {
  enum { MENTIONS_MOST = 256 };
  Part part = {token, token + 1, phrase};
  const Mentions *m = s->m->in->mentions;
  const PlaceMention *own = place_at(s->m->in, token);
  if (!own || !own->id.n) return part;
  const ActorMention *forces = of_arms ? forces_named(s, own->country) : NULL;
  if (forces) return (Part){forces->first, forces->last, s->m->c->phrase_of[forces->first]};
  for (uint32_t i = 0; i < m->nplaces && i < MENTIONS_MOST; i++)
    if (!m->places[i].adjective && str_eq(m->places[i].id, own->id) &&
        m->places[i].span.start == m->places[i].name.start)
      return (Part){m->places[i].first, m->places[i].last, NONE};
  return part;
}

static Part filler_part(const Stage *s, const Fillers *f, uint32_t i, bool of_arms) {
  if (f->only[i] != NONE) return country_named(s, f->only[i], f->at[i], of_arms);
  return part_of_phrase(s, f->at[i]);
}

static void fill_parts(Stage *s, Parts *list, const Fillers *f, bool of_arms) {
  for (uint32_t i = 0; i < f->n; i++) parts_add(s, list, filler_part(s, f, i, of_arms));
}

static void fill_roles(Stage *s, uint32_t scene, const Match *x) {
  const TypeRow *type = stage_type(s, &s->scenes.at[scene]);
  bool of_arms = type_in(type, CLASS_BIT(ASSAULT));
  fill_parts(s, &s->scenes.at[scene].agents, &x->roles[ROLE_AGENT], of_arms);
  fill_parts(s, &s->scenes.at[scene].partners, &x->roles[ROLE_PARTNER], false);
  fill_parts(s, &s->scenes.at[scene].targets, &x->roles[ROLE_TARGET], false);
  if (!type_in(type, CLASS_BIT(AGREE))) return;
  fill_parts(s, &s->scenes.at[scene].agents, &x->roles[ROLE_PARTNER], false); /* both sides agree */
  s->scenes.at[scene].partners.n = 0;
}

/* «السيطرة على 4 قرى»: land that is counted. */
static bool counts_land(const Stage *s, const Phrase *f) { return (f->classes & s->m->k->area) != 0; }

/* «20 مرة», three times: on no preposition, of which it would be the time. */
static bool counts_times(const Stage *s, const Phrase *f) {
  return f->head != NONE && f->prep == NONE && s->m->c->marks[f->head] & SET_BIT(SET_TIMES);
}

typedef bool Counts(const Stage *, const Phrase *);

/* The first of so many phrases behind a match in its clause whose number counts such a thing; NONE. */
static uint32_t counted_behind(const Stage *s, const Match *x, uint32_t most, Counts *counts) {
  uint32_t end = stage_clause(s, x->clause)->last, seen = 0;
  for (uint32_t i = x->last; i < end && seen < most; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    seen++;
    if (f->number != NONE && f->date == NONE && counts(s, f) && count_of_phrase(s, phrase).set) return phrase;
  }
  return NONE;
}

/* «السيطرة على 4 قرى»: as many times a place was taken as places are counted; NONE. */
static uint32_t places_taken(const Stage *s, const Match *x) {
  enum { TAKEN_NEAR = 3 };
  const Frame *frame = &s->m->g->frames[x->frame];
  if (!type_is(grammar_type(s->m->g, frame->type_row), TRAIT_TAKING)) return NONE;
  return counted_behind(s, x, TAKEN_NEAR, counts_land);
}

/* «سبعة صواريخ», «28 برميلاً متفجراً», «صاروخين»: what is fired or thrown, on no preposition. */
static bool counts_shots(const Stage *s, const Phrase *f) {
  const ClassSet shots = s->m->k->artillery | s->m->k->explosive;
  return f->prep == NONE && f->classes & shots && f->head != NONE;
}

/* «أطلق سبعة صواريخ», «27 قذيفة أطلقت من القطاع»: fire is counted by what was fired; NONE. */
static uint32_t shots_fired(const Stage *s, const Match *x) {
  enum { SHOTS_NEAR = 5 };
  const Frame *frame = &s->m->g->frames[x->frame];
  if (!type_is(grammar_type(s->m->g, frame->type_row), TRAIT_FIRE)) return NONE;
  uint32_t behind = counted_behind(s, x, SHOTS_NEAR, counts_shots);
  const Clause *c = stage_clause(s, x->clause);
  if (behind != NONE || x->phrase != NONE || c->verb != x->token) return behind;
  uint32_t before = c->kind == CLAUSE_RELATIVE ? c->head : c->before;
  bool fired = before != NONE && stage_phrase(s, before)->number != NONE && counts_shots(s, stage_phrase(s, before));
  return fired && count_of_phrase(s, before).set ? before : NONE;
}

/* «قصفت الطائرات المدينة 20 مرة», «اعتقلته ثلاث مرات»: the phrase of its own clause that says how often; NONE. */
static uint32_t times_told(const Stage *s, const Match *x) {
  enum { TIMES_NEAR = 6 };
  return x->phrase == NONE ? counted_behind(s, x, TIMES_NEAR, counts_times) : NONE;
}

uint32_t phrase_counting(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->number != NONE || f->link != LINK_IDAFA || f->up == NONE) return phrase;
  const Phrase *up = stage_phrase(s, f->up);
  bool counts = up->number != NONE && up->head != NONE && s->m->c->marks[up->head] & SET_BIT(SET_CASE);
  return counts ? f->up : phrase;
}

/* «شنت عدداً من الغارات»: several, of which nobody says how many. */
static bool counts_no_more(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  uint32_t acts = acts_counted(s->m, c);
  return acts != NONE && stage_phrase(s, c->object)->number == NONE && stage_phrase(s, acts)->plural;
}

/* How often: as many `times` as a phrase says, or NONE; the number on the noun; once for a verb, a masdar, or a
 * singular. */
static Count occurrences(const Stage *s, const Match *x, uint32_t times) {
  uint32_t taken = places_taken(s, x), counted = taken == NONE ? times : taken;
  if (counted != NONE) return count_of_phrase(s, counted);
  if (x->phrase == NONE) return counts_no_more(s, x) ? (Count){0} : (Count){1, 1, true, false};
  uint32_t counting = phrase_counting(s, x->phrase);
  const Phrase *f = stage_phrase(s, counting);
  Count count = count_of_phrase(s, counting);
  if (!count.set && f->number == NONE && !f->plural) count = (Count){1, 1, true, false};
  bool figure = s->m->g->frames[x->frame].kind == FRAME_FIGURE;
  if (figure && f->link == LINK_PREP && f->up != NONE && stage_phrase(s, f->up)->head == NONE)
    f = stage_phrase(s, f->up);
  if (figure && f->number != NONE) { /* a share is a figure, too: «90% من الأراضي» */
    const Number *n = &s->m->in->numbers->at[f->number];
    return (Count){n->min, n->max, true, n->approx};
  }
  bool partitive = phrase_partitive(s->m->c, f);
  if (!count.set && partitive && f->up != NONE && stage_phrase(s, f->up)->head == NONE)
    count = count_of_phrase(s, f->up); /* «سبع من الغارات», and no «أصيب العشرات بغارات» */
  return count;
}

Str scene_custody(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  return type ? type->custody : STR_NONE;
}

uint32_t scene_live(const Stage *s, uint32_t scene) {
  for (uint32_t steps = 0; scene != NONE && s->scenes.at[scene].merged != NONE && steps < 64; steps++)
    scene = s->scenes.at[scene].merged;
  return scene;
}

uint32_t scene_relative(const Stage *s, const Scene *x, SetMask sets) {
  enum { CLAUSES_AHEAD = 6 };
  for (uint32_t i = x->clause; x->phrase != NONE && i < s->m->c->nclauses && i <= x->clause + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    bool on_it = c->kind == CLAUSE_RELATIVE && c->head == x->phrase && c->verb != NONE;
    if (on_it && s->m->c->marks[c->verb] & sets) return i;
  }
  return NONE;
}

uint32_t scene_accused(const Stage *s, const Scene *x) {
  uint32_t i = scene_relative(s, x, SET_BIT(SET_ALLEGED));
  if (i == NONE) return NONE;
  const Clause *c = stage_clause(s, i);
  if (c->verb + 1 < c->last) { /* «اتهمت به دمشق» */
    const Reading *of_it = word_best(s->m->in->words, c->verb + 1);
    if (of_it->pos == POS_PREP && of_it->enclitic && of_it->clitics & CLITIC_BI) return i;
  }
  for (uint32_t k = c->verb + 1; k < c->last; k++) {
    uint32_t phrase = s->m->c->phrase_of[k];
    if (phrase == NONE || stage_phrase(s, phrase)->first != k) continue;
    const Phrase *f = stage_phrase(s, phrase);
    bool his = f->pronoun || (phrase + 1 < s->m->c->nphrases && stage_phrase(s, phrase + 1)->pronoun);
    if (f->prep == s->m->g->prep_bi && f->form == FORM_MASDAR && his) return i;
  }
  return NONE;
}

/* «أطلقت النار بعد الانفجار»: what something came after is another thing. */
static bool follows(const Stage *s, const Phrase *f) {
  return f->prep != NONE && (s->m->c->marks[f->prep_token] & SET_BIT(SET_AFTER)) != 0;
}

/* The scene whose noun is the subject of this verb, or governs it as the means: «استهدفوا
 * أحياء المدينة بالقذائف», «هاجموا الحاجز في عملية». */
static uint32_t noun_of_verb(const Stage *s, uint32_t at) {
  const Scene *verb = &s->scenes.at[at];
  const Clause *c = stage_clause(s, verb->clause);
  uint32_t from = at > SCENES_NEAR ? at - SCENES_NEAR : 0; /* scenes stand in the text's order */
  for (uint32_t i = from; i < s->scenes.n && i <= at + SCENES_NEAR; i++) {
    const Scene *n = &s->scenes.at[i];
    if (n == verb || n->phrase == NONE || n->sentence != verb->sentence || n->merged != NONE) continue;
    const TypeRow *a = stage_type(s, verb), *b = stage_type(s, n);
    if (!a || !b || (n->frame->weak && !verb->frame->weak)) continue; /* it may turn out to be no act */
    /* «عملية استهدفت مسلحين»: the general verb is of whatever act its subject is */
    bool general = a->specific <= 4 && type_in(b, CLASS_BIT(COERCE)) && a->class != b->class;
    if (general && c->kind == CLAUSE_RELATIVE && c->head == n->phrase) return i;
    if (a->class != b->class) continue;
    /* «نصبوا كميناً»: the verb only carries its noun */
    if (c->subject == n->phrase || c->head == n->phrase || c->object == n->phrase) return i;
    /* «نفذت ضربات … واستهدفت مواقع»: the general verb goes on with the act before it */
    uint32_t carrier = s->matches->at[n->match].carrier;
    if (a->specific <= 4 && c->kind == CLAUSE_COORDINATE && carrier != NONE && carrier == c->up && !c->own_subject)
      return i;
    const Phrase *f = stage_phrase(s, n->phrase);
    if (by_means(s, f) && !follows(s, f) && f->clause == verb->clause && f->number == NONE) return i;
  }
  return NONE;
}

static void join_verbs(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *verb = &s->scenes.at[i];
    if (verb->phrase != NONE || verb->merged != NONE || verb->kind != RECORD_EVENT) continue;
    uint32_t noun = noun_of_verb(s, i);
    if (noun != NONE) scene_absorb(s, noun, i);
  }
}

/* «تزامنت المعارك مع غارات», «قصف وسط اشتباكات»: fights and strikes that go together; but «قُتلوا خلال هجوم». */
static bool goes_with(const Stage *s, const Scene *x, const Phrase *f) {
  SetMask prep = f->prep == NONE ? 0 : s->m->c->marks[f->prep_token];
  return prep & SET_BIT(SET_ALONGSIDE) && !(prep & SET_BIT(SET_PERIOD)) &&
         type_in(stage_type(s, x), CLASS_BIT(ASSAULT));
}

/* «استهدف القصف مواقع…»: nouns of one class joined in one phrase («قصف بغارات جوية») are one; and so are an act and the
 * noun that only counts it («40 عملية اغتيال», 40 operations of assassination). */
static void join_nested(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *inner = &s->scenes.at[i];
    if (inner->phrase == NONE || inner->merged != NONE || inner->kind != RECORD_EVENT) continue;
    const Phrase *f = stage_phrase(s, inner->phrase);
    if (f->up == NONE || (f->link != LINK_IDAFA && f->link != LINK_PREP && f->link != LINK_OBJECT)) continue;
    if (follows(s, f) || goes_with(s, inner, f)) continue; /* «اشتباكات عقب هجوم» */
    uint32_t head = stage_phrase(s, f->up)->head;
    uint32_t outer = head == NONE ? NONE : s->scene_of_token[head];
    if (outer == NONE || outer == i || s->scenes.at[outer].merged != NONE) continue;
    const TypeRow *a = stage_type(s, &s->scenes.at[outer]), *b = stage_type(s, inner);
    bool vague = s->scenes.at[outer].frame->weak && !inner->frame->weak;
    bool fainter = inner->frame->weak && !s->scenes.at[outer].frame->weak;
    if (a && b && !vague && a->class == b->class)
      scene_absorb(s, outer, i);
    else if (!fainter && phrase_counting(s, inner->phrase) != inner->phrase)
      scene_absorb(s, i, outer);
  }
}

typedef struct Standing {
  uint32_t token, scene;
} Standing;

static int by_token(const void *a, const void *b) {
  const Standing *x = a, *y = b;
  if (x->token != y->token) return x->token < y->token ? -1 : 1;
  return (x->scene > y->scene) - (x->scene < y->scene);
}

void scenes_order(Stage *s) {
  uint32_t n = s->scenes.n;
  if (n < 2) return;
  Standing *order = ARENA_ARRAY(s->arena, Standing, n);
  Scene *old = ARENA_ARRAY(s->arena, Scene, n);
  uint32_t *now = ARENA_ARRAY(s->arena, uint32_t, n);
  if (!order || !old || !now) return;
  for (uint32_t i = 0; i < n; i++) order[i] = (Standing){s->scenes.at[i].token, i};
  qsort(order, n, sizeof *order, by_token);
  memcpy(old, s->scenes.at, n * sizeof *old);
  for (uint32_t i = 0; i < n; i++) now[order[i].scene] = i;
  for (uint32_t i = 0; i < n; i++) {
    Scene *x = &s->scenes.at[i];
    *x = old[order[i].scene];
    if (x->merged != NONE) x->merged = now[x->merged];
    if (x->part_of != NONE) x->part_of = now[x->part_of];
  }
  for (uint32_t i = 0; i < s->m->in->text->ntokens; i++)
    if (s->scene_of_token[i] != NONE) s->scene_of_token[i] = now[s->scene_of_token[i]];
}

/* «قصفت قرية تسيطر عليها المعارضة» (they shelled a village that the opposition holds): who holds a place is a
 * state of things, and nothing that happened. */
static bool is_state(const Stage *s, const Match *x, const Frame *frame) {
  if (x->phrase != NONE || frame->type_row == FRAME_NO_TYPE) return false;
  const Clause *c = stage_clause(s, x->clause);
  bool now = c->kind == CLAUSE_RELATIVE && c->imperfect && !c->future && c->resumptive;
  return now && type_in(grammar_type(s->m->g, frame->type_row), CLASS_BIT(TERRITORY));
}

void scenes_make(Stage *s) {
  for (uint32_t i = 0; i < s->matches->n; i++) {
    const Match *x = &s->matches->at[i];
    const Frame *frame = &s->m->g->frames[x->frame];
    static const RecordKind kinds[] = {
        [FRAME_EVENT] = RECORD_EVENT, [FRAME_FIGURE] = RECORD_FIGURE, [FRAME_TREND] = RECORD_TREND};
    if (frame->kind == FRAME_OUTCOME) {
      vec_push(&s->outcomes, s->arena, i);
      continue;
    }
    if (frame->kind == FRAME_TRAP || is_state(s, x, frame)) continue;
    uint32_t scene =
        scene_new(s, i, frame, kinds[frame->kind], frame->kind == FRAME_EVENT ? frame->type_row : FRAME_NO_TYPE);
    if (scene == NONE) return;
    fill_roles(s, scene, x);
    uint32_t times = times_told(s, x);
    if (frame->kind != FRAME_TREND) s->scenes.at[scene].count = occurrences(s, x, times);
    if (frame->kind == FRAME_EVENT && times != NONE) s->scenes.at[scene].kind = RECORD_TALLY;
    s->scenes.at[scene].shots = count_of_phrase(s, shots_fired(s, x));
  }
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (s->scenes.at[i].kind == RECORD_TREND) s->scenes.at[i].dropped = !course_settle(s, i);
  join_verbs(s);
  join_nested(s);
}
