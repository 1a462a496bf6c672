/* Matches → scenes, and the words of one act in one sentence made one: «غارة استهدفت منزلاً»
 * (a strike hit a house) has two triggers and is one act. */
#include "code/scene.h"

#include "code/course.h"
#include "code/effect.h"
#include "code/near.h"
#include "code/people.h"
#include "text/letter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

Part part_of_phrase(const Stage *s, uint32_t phrase) {
  uint32_t first, last;
  phrase_extent(s->m->c, s->m->g, phrase, &first, &last);
  const Phrase *f = stage_phrase(s, phrase); /* «أكثر من 10 حوثيين»: who they are, not how many */
  if (f->number != NONE && f->head != NONE && f->head > first) first = f->head;
  return (Part){first, last, phrase};
}

bool part_has_word(const Stage *s, uint32_t token, Part part) {
  const Reading *r = word_best(s->m->in->words, token);
  Str key = word_key(s->m->in->text, token, r);
  for (uint32_t i = part.first; i < part.last; i++)
    if (str_eq(key, word_key(s->m->in->text, i, word_best(s->m->in->words, i)))) return true;
  return false;
}

bool parts_alike(const Stage *s, Part a, Part b) {
  uint32_t shared = 0, all = 0;
  for (uint32_t i = a.first; i < a.last; i++)
    if (s->m->in->text->tokens[i].kind != TOKEN_PUNCT) shared += part_has_word(s, i, b), all++;
  for (uint32_t i = b.first; i < b.last; i++) all += s->m->in->text->tokens[i].kind != TOKEN_PUNCT;
  return all > 0 && 4 * shared >= all;
}

void parts_add(Stage *s, Parts *list, Part part) {
  if (part.first >= part.last) return;
  for (uint32_t i = 0; i < list->n; i++)
    if (part.first < list->at[i].last && list->at[i].first < part.last) return;
  vec_push(list, s->arena, part);
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
  const Reading *r = word_best(s->m->in->words, f->head);
  if (r->number == NUMBER_DUAL && !r->dual_or_plural) return (Count){2, 2, true, false};
  ClassSet bodies = s->m->k->group | s->m->k->force | s->m->k->organisation | s->m->k->state;
  if (f->classes & s->m->k->building) bodies &= ~s->m->k->organisation; /* a school, a hospital: one house */
  if (!(f->classes & s->m->k->person)) bodies |= s->m->k->kin;          /* a family, but not a son */
  bool one = r->number == NUMBER_SINGULAR && !(f->classes & bodies) && !plural_in_at(s, f->head);
  return one ? (Count){1, 1, true, false} : (Count){0};
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

/* «الغارات التركية» in a report that names Turkey: the country's own name stands for it. */
static Part country_named(const Stage *s, uint32_t token, uint32_t phrase) {
  enum { MENTIONS_MOST = 256 };
  Part part = {token, token + 1, phrase};
  const Mentions *m = s->m->in->mentions;
  const PlaceMention *own = place_at(s->m->in, token);
  if (!own || !own->id.n) return part;
  for (uint32_t i = 0; i < m->nplaces && i < MENTIONS_MOST; i++)
    if (!m->places[i].adjective && str_eq(m->places[i].id, own->id) &&
        m->places[i].span.start == m->places[i].name.start)
      return (Part){m->places[i].first, m->places[i].last, NONE};
  return part;
}

static Part filler_part(const Stage *s, const Fillers *f, uint32_t i) {
  if (f->only[i] != NONE) return country_named(s, f->only[i], f->at[i]);
  return part_of_phrase(s, f->at[i]);
}

static void fill_parts(Stage *s, Parts *list, const Fillers *f) {
  for (uint32_t i = 0; i < f->n; i++) parts_add(s, list, filler_part(s, f, i));
}

static void fill_roles(Stage *s, uint32_t scene, const Match *x) {
  fill_parts(s, &s->scenes.at[scene].agents, &x->roles[ROLE_AGENT]);
  fill_parts(s, &s->scenes.at[scene].partners, &x->roles[ROLE_PARTNER]);
  fill_parts(s, &s->scenes.at[scene].targets, &x->roles[ROLE_TARGET]);
  const TypeRow *type = stage_type(s, &s->scenes.at[scene]);
  if (!type_in(type, CLASS_BIT(AGREE))) return;
  fill_parts(s, &s->scenes.at[scene].agents, &x->roles[ROLE_PARTNER]); /* both sides agree */
  s->scenes.at[scene].partners.n = 0;
}

/* «السيطرة على 4 قرى»: as many times a place was taken as places are counted; NONE. */
static uint32_t places_taken(const Stage *s, const Match *x) {
  enum { TAKEN_NEAR = 3 };
  const Frame *frame = &s->m->g->frames[x->frame];
  if (frame->type_row == FRAME_NO_TYPE || !str_eq(frame->type, STR("territory-change"))) return NONE;
  uint32_t end = stage_clause(s, x->clause)->last, seen = 0;
  for (uint32_t i = x->last; i < end && seen < TAKEN_NEAR; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    seen++;
    if (f->number != NONE && f->classes & s->m->k->area && f->date == NONE && count_of_phrase(s, phrase).set)
      return phrase;
  }
  return NONE;
}

/* How often: the number on the noun; once for a verb, a masdar, or a singular. */
static Count occurrences(const Stage *s, const Match *x) {
  uint32_t taken = places_taken(s, x);
  if (taken != NONE) return count_of_phrase(s, taken);
  if (x->phrase == NONE) return (Count){1, 1, true, false};
  const Phrase *f = stage_phrase(s, x->phrase);
  Count count = count_of_phrase(s, x->phrase);
  if (!count.set && f->number == NONE && !f->plural) count = (Count){1, 1, true, false};
  bool figure = s->m->g->frames[x->frame].kind == FRAME_FIGURE;
  if (figure && f->link == LINK_PREP && f->up != NONE && stage_phrase(s, f->up)->head == NONE)
    f = stage_phrase(s, f->up);
  if (figure && f->number != NONE) { /* a share is a figure, too: «90% من الأراضي» */
    const Number *n = &s->m->in->numbers->at[f->number];
    return (Count){n->min, n->max, true, n->approx};
  }
  if (!count.set && f->link == LINK_PREP && f->up != NONE && stage_phrase(s, f->up)->head == NONE)
    count = count_of_phrase(s, f->up); /* «سبع من الغارات» */
  return count;
}

/* `itself`: the trigger's own words, which are nobody («نصبوا كميناً»). */
static void absorb_parts(Stage *s, Parts *into, const Parts *from, Part itself) {
  if (into->n) return;
  for (uint32_t i = 0; i < from->n; i++)
    if (from->at[i].last <= itself.first || itself.last <= from->at[i].first) parts_add(s, into, from->at[i]);
}

enum { LEAD_LAST = 2 }; /* the sentences behind a headline that tell its news in full */

/* «التحالف» in a headline, «التحالف الذي تقوده السعودية» below it: the fuller words of one that a headline
 * names in short. */
static void tell_in_full(const Stage *s, Parts *brief, const Parts *full) {
  if (brief->n != 1 || full->n != 1) return;
  Part *a = &brief->at[0];
  const Part *b = &full->at[0];
  bool shared = false;
  for (uint32_t i = a->first; i < a->last && !shared; i++) shared = part_has_word(s, i, *b);
  if (shared && b->last - b->first > a->last - a->first) *a = *b;
}

/* «مسعفة» in the headline, «المسعفة رزان نجار» below it: of one whom the earlier telling does not name, the name. */
static void tell_by_name(const Stage *s, Parts *nameless, const Parts *named) {
  const EngineClasses *k = s->m->k;
  if (nameless->n != 1 || named->n != 1) return;
  uint32_t a = nameless->at[0].phrase, b = named->at[0].phrase;
  if (a == NONE || b == NONE) return;
  const Phrase *f = stage_phrase(s, a);
  bool somebody =
      f->classes & (k->person | k->official | k->leader | k->fighter | k->security | k->civilian | k->woman);
  if (!somebody || f->plural || f->number != NONE || f->actor != NONE) return;
  if (f->person != NONE || person_behind(s, nameless->at[0])) return;
  if (stage_phrase(s, b)->person != NONE || person_behind(s, named->at[0])) nameless->at[0] = named->at[0];
}

typedef enum Telling { TELLS_OTHER, TELLS_LESS, TELLS_SAME, TELLS_MORE } Telling;

/* What the second of two numbers adds to the first: «أكثر من أربعين» is less than 43 tells;
 * «16 على الأقل» and 16 are one. */
static Telling tells(const Count *known, const Count *told) {
  if (!told->set) return TELLS_LESS;
  if (!known->set) return TELLS_MORE;
  if (known->min == told->min) return TELLS_SAME;
  bool known_open = isinf(known->max), told_open = isinf(told->max);
  if (told_open && !known_open && told->min < known->min) return TELLS_LESS;
  if (known_open && !told_open && known->min < told->min) return TELLS_MORE;
  return TELLS_OTHER;
}

/* «مقتل فتاة», and later «قتل قناص المسعفة رزان»: of one, whoever has the name tells more. */
static bool tells_name(const Stage *s, const Effect *known, const Effect *told) {
  if (!known->count.set || known->count.min != 1 || known->count.max > 1 || told->phrase == NONE) return false;
  bool named = known->phrase != NONE && (stage_phrase(s, known->phrase)->person != NONE || person_behind(s, known->of));
  return !named && (stage_phrase(s, told->phrase)->person != NONE || person_behind(s, told->of));
}

/* «سقوط قتلى وجرحى»: no more than what «مقتل سبعة وإصابة عشرة» tells. */
static bool uncounted_harm(const Effect *e) { return !e->count.set && str_eq(e->what, STR("killed-or-injured")); }

static bool tells_harm(const Effect *e) {
  return STR_IN(e->what, "killed", "injured", "killed-or-injured") && (!e->count.set || e->count.min > 0);
}

static void absorb_effect(Stage *s, Scene *a, const Effect *told) {
  for (uint32_t k = 0; k < a->effects.n; k++) {
    Effect *known = &a->effects.at[k];
    if (uncounted_harm(told) && tells_harm(known)) return;
    if (uncounted_harm(known) && tells_harm(told)) {
      *known = *told;
      return;
    }
    if (!str_eq(known->what, told->what) || known->subset != told->subset) continue;
    Telling more = tells(&known->count, &told->count);
    if (more == TELLS_OTHER) continue;
    if (more == TELLS_SAME && tells_name(s, known, told)) known->of = told->of; /* what he is the first says */
    if (more == TELLS_MORE) *known = *told;
    if (more == TELLS_SAME && effect_closes(s, known, told)) known->count = told->count;
    return;
  }
  vec_push(&a->effects, s->arena, *told);
}

static void absorb_effects(Stage *s, Scene *a, const Scene *b) {
  for (uint32_t i = 0; i < b->effects.n; i++) absorb_effect(s, a, &b->effects.at[i]);
}

/* How wide a place is told, by its level or, where a table gives it, by how exactly it is known. */
static uint32_t width_of(const PlaceMention *p) {
  switch ((PlaceLevel)p->level) {
    case LEVEL_COUNTRY: return 6;
    case LEVEL_REGION: return 5;
    case LEVEL_ADMIN1: return 4;
    case LEVEL_COUNTRYSIDE:
    case LEVEL_ADMIN2:
    case LEVEL_ADMIN3: return 3;
    case LEVEL_SITE:
    case LEVEL_DISTRICT: return 1;
    default: return p->id.n && p->precision > 2 ? p->precision : 2;
  }
}

/* Is the later telling's place more exact, and may it lie in the earlier one's: «شمال العراق», «قرية سديرة»? What
 * follows a headline has its place in full, if it is no wider. */
static bool narrower(const Stage *s, const Scene *b, const Scene *a) {
  enum { WIDE = 4 };
  if (a->places.n != 1 || !b->places.n) return false;
  const PlaceMention *x = &s->m->in->mentions->places[a->places.at[0]],
                     *y = &s->m->in->mentions->places[b->places.at[0]];
  if (!x->country.n || (y->country.n && !str_eq(x->country, y->country))) return false;
  if (a->sentence == 0 && b->sentence > 0 && b->sentence <= LEAD_LAST && width_of(y) <= width_of(x)) return true;
  bool other_province = x->admin1.n && y->admin1.n && !str_eq(x->admin1, y->admin1);
  if (b->own_place && y->country.n && width_of(y) < width_of(x) && !other_province) return true;
  if (!y->precision || x->precision < 4 || y->precision >= x->precision) return false;
  return width_of(x) >= WIDE && width_of(y) < width_of(x) && !(other_province && width_of(x) < 5);
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
  for (uint32_t k = c->verb + 1; k < c->last; k++) {
    uint32_t phrase = s->m->c->phrase_of[k];
    if (phrase == NONE || stage_phrase(s, phrase)->first != k) continue;
    const Phrase *f = stage_phrase(s, phrase);
    bool his = f->pronoun || (phrase + 1 < s->m->c->nphrases && stage_phrase(s, phrase + 1)->pronoun);
    if (f->prep == s->m->g->prep_bi && f->form == FORM_MASDAR && his) return i;
  }
  return NONE;
}

/* Has the later telling the speaker in no fewer words? */
static bool names_in_full(const Stage *s, uint32_t before, uint32_t now) {
  if (now == NONE) return false;
  Part x = s->speakers.at[before].body, y = s->speakers.at[now].body;
  return y.last - y.first >= x.last - x.first;
}

/* «مسؤول محلي», whose name comes later on, is that one; a second body tells it, too, but an outlet
 * only passes on. */
/* «مدير المرصد فلان» after «المرصد», or before it: a body and who speaks for it are one voice. */
static bool speaks_for(const Stage *s, const Speaker *post, const Speaker *body) {
  const ClassSet posts = s->m->k->official | s->m->k->spokesman | s->m->k->leader;
  uint32_t phrase = post->body.first < post->body.last ? s->m->c->phrase_of[post->body.first] : NONE;
  if (phrase == NONE || !(stage_phrase(s, phrase)->classes & posts) || stage_phrase(s, phrase)->person != NONE)
    return false;
  Part rest = {stage_phrase(s, phrase)->last, post->body.last, NONE};
  return rest.first < rest.last && body->body.first < body->body.last && part_has_word(s, body->body.first, rest);
}

static void absorb_speaker(Stage *s, Scene *a, uint32_t who) {
  const EngineClasses *k = s->m->k;
  const Speaker *x = &s->speakers.at[a->speaker], *y = &s->speakers.at[who];
  if (!y->who.n) return;
  if (x->same == y->same || parts_alike(s, x->body, y->body)) return;
  bool his = true; /* «مدير المرصد» speaks for «المرصد» */
  for (uint32_t i = y->body.first; i < y->body.last; i++) his &= part_has_word(s, i, x->body);
  if (his || speaks_for(s, y, x) || speaks_for(s, &s->speakers.at[y->same], x)) return;
  const Phrase *f = stage_phrase(s, x->phrase), *n = stage_phrase(s, s->speakers.at[y->same].phrase);
  ClassSet posts = k->spokesman | k->official | k->security;
  bool nameless = f->person == NONE && !f->definite && !f->plural && f->classes & posts;
  if (nameless && (n->person != NONE || y->who.at[0].first != y->body.first))
    a->speaker = who;
  else if (!a->others.n && !(n->classes & (k->media | k->channel) & ~k->informant))
    parts_add(s, &a->others, y->who.at[0]);
}

/* A telling whose date is told with the act itself knows best when it was. */
static void absorb_date(Scene *a, const Scene *b) {
  if (b->date == NONE || (a->date != NONE && !a->far_date)) return;
  if (a->date != NONE && b->far_date) return;
  a->date = b->date;
  a->far_date = b->far_date;
}

void scene_absorb(Stage *s, uint32_t into, uint32_t from) {
  Scene *a = &s->scenes.at[into], *b = &s->scenes.at[from];
  if (str_eq(b->stance, STR("denied")) && !str_eq(a->stance, STR("denied"))) { /* «ونفت الحركة ضلوعها في الهجوم» */
    if (a->denier == NONE) a->denier = b->speaker;
    b->merged = into;
    return;
  }
  const TypeRow *ta = stage_type(s, a), *tb = stage_type(s, b);
  if (b->frame->weak && !a->frame->weak) { /* what may be no act at all tells no more than who and whom */
    absorb_parts(s, &a->agents, &b->agents, (Part){a->first, a->last, a->phrase});
    absorb_parts(s, &a->targets, &b->targets, (Part){a->first, a->last, a->phrase});
    absorb_effects(s, a, b);
    parts_add(s, &a->also, (Part){b->first, b->last, b->phrase});
    if (b->told > a->told) a->told = b->told;
    b->merged = into;
    return;
  }
  bool surer = a->frame->weak && !b->frame->weak;
  if (ta && tb && (surer || tb->specific > ta->specific)) {
    a->type_row = b->type_row;
    a->type = b->type;
  }
  Part itself = {a->first, a->last, a->phrase};
  bool headline = a->sentence == 0 && b->sentence > 0 && b->sentence <= LEAD_LAST;
  if (headline) tell_in_full(s, &a->agents, &b->agents);
  if (headline) tell_in_full(s, &a->targets, &b->targets);
  tell_by_name(s, &a->targets, &b->targets);
  tell_by_name(s, &a->agents, &b->agents);
  absorb_parts(s, &a->agents, &b->agents, itself);
  absorb_parts(s, &a->partners, &b->partners, itself);
  absorb_parts(s, &a->targets, &b->targets, itself);
  absorb_effects(s, a, b);
  if (!a->named.n) a->named_fate = b->named_fate;
  if (str_eq(a->named_fate, b->named_fate))
    for (uint32_t i = 0; i < b->named.n; i++) parts_add(s, &a->named, b->named.at[i]);
  if (!a->places.n || narrower(s, b, a)) a->places = b->places;
  absorb_date(a, b);
  if (a->said == NONE) a->said = b->said;
  /* a headline names its speaker in short */
  if (a->speaker == NONE || (a->sentence == 0 && a->also.n == 0 && names_in_full(s, a->speaker, b->speaker)))
    a->speaker = b->speaker;
  else if (b->speaker != NONE)
    absorb_speaker(s, a, b->speaker);
  if (a->owner == NONE) a->owner = b->owner;
  if (a->denier == NONE) a->denier = b->denier;
  bool telling = a->sentence == b->sentence && str_eq(a->stance, STR("asserted")); /* «قُتل … في هجوم نسب إلى» */
  if (!a->stance.n || telling) a->stance = b->stance;
  if (!a->count.set || (b->count.set && b->count.min > 1 && a->count.min <= 1)) a->count = b->count;
  /* a headline's «71 عملية» has its period from the text */
  bool added_up = b->kind == RECORD_TALLY && a->kind == RECORD_EVENT && b->count.set && a->count.min == b->count.min;
  if (added_up) a->kind = RECORD_TALLY;
  parts_add(s, &a->also, (Part){b->first, b->last, b->phrase});
  for (uint32_t i = 0; i < b->also.n; i++) parts_add(s, &a->also, b->also.at[i]);
  if (a->sentence > 1) a->background |= b->background;
  if (b->told > a->told) a->told = b->told;
  a->aimed |= b->aimed;
  b->merged = into;
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
    bool means = f->prep == s->m->g->prep_bi ||
                 (f->prep != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_CAUSE_PREPOSITION));
    if (means && f->clause == verb->clause && f->number == NONE) return i;
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

/* «استهدف القصف مواقع…»: nouns of one class joined in one phrase («قصف بغارات جوية») are one. */
static void join_nested(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *inner = &s->scenes.at[i];
    if (inner->phrase == NONE || inner->merged != NONE || inner->kind != RECORD_EVENT) continue;
    const Phrase *f = stage_phrase(s, inner->phrase);
    if (f->up == NONE || (f->link != LINK_IDAFA && f->link != LINK_PREP && f->link != LINK_OBJECT)) continue;
    uint32_t head = stage_phrase(s, f->up)->head;
    uint32_t outer = head == NONE ? NONE : s->scene_of_token[head];
    if (outer == NONE || outer == i || s->scenes.at[outer].merged != NONE) continue;
    const TypeRow *a = stage_type(s, &s->scenes.at[outer]), *b = stage_type(s, inner);
    bool vague = s->scenes.at[outer].frame->weak && !inner->frame->weak;
    if (a && b && !vague && a->class == b->class) scene_absorb(s, outer, i);
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
    if (frame->kind != FRAME_TREND) s->scenes.at[scene].count = occurrences(s, x);
  }
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (s->scenes.at[i].kind == RECORD_TREND) s->scenes.at[i].dropped = !course_settle(s, i);
  join_verbs(s);
  join_nested(s);
}
