/* What a later telling adds to a scene: whom it names more fully, whom it counts, where it was, and by whose word.
 *
 *   «الجيش» … «الجيش والشرطة»                    and alone who had others with him
 *   «التحالف» … «التحالف الذي تقوده السعودية»     a headline names in short whom the text names in full
 *   «مقتل مسعفة» … «المسعفة رزان نجار»            of one, whoever has the name tells more
 *   «أكثر من أربعين» … «43»                       an open number is less than a closed one
 *   «شمال العراق» … «قرية سديرة»                  a place within the place told before */
#include <math.h>

#include "code/clause/near.h"
#include "code/scene/counted.h"
#include "code/scene/harm.h"
#include "code/scene/named.h"
#include "code/scene/people.h"
#include "code/scene/scene.h"

enum { LEAD_LAST = 2 }; /* the sentences behind a headline that tell its news in full */

/* `itself`: the trigger's own words, which are nobody («نصبوا كميناً»). */
static void absorb_parts(Stage *s, Parts *into, const Parts *from, Part itself) {
  if (into->n) return;
  for (uint32_t i = 0; i < from->n; i++)
    if (from->at[i].last <= itself.first || itself.last <= from->at[i].first) parts_add(s, into, from->at[i]);
}

/* «وكالة الأنباء المغربية»: they tell of deeds, and do none. */
static bool only_reports(const Stage *s, Part part) {
  const Phrase *f = part.phrase == NONE ? NULL : stage_phrase(s, part.phrase);
  return f && f->classes & (s->m->k->media | s->m->k->informant);
}

/* «التحالف» in a headline, «التحالف الذي تقوده السعودية» below it: the fuller words of one that a headline
 * names in short. */
static void tell_in_full(const Stage *s, Parts *brief, const Parts *full) {
  if (brief->n != 1 || full->n != 1 || only_reports(s, full->at[0])) return;
  Part *a = &brief->at[0];
  const Part *b = &full->at[0];
  bool shared = false;
  for (uint32_t i = a->first; i < a->last && !shared; i++) shared = part_has_word(s, i, *b);
  const ActorMention *x = actor_of_part(s, *a), *y = actor_of_part(s, *b); /* «الحوثيون» … «ميليشيات الحوثي» */
  shared |= x && y && str_eq(x->id, y->id);
  if (shared && b->last - b->first > a->last - a->first) *a = *b;
}

/* The country that the words are, by its own name or its capital's; empty. */
static Str state_told(const Stage *s, Part part) {
  const PlaceMention *p = place_at(s->m->in, part.first);
  bool alone = p && p->last >= part.last && names_country(p);
  return alone ? p->country : STR_NONE;
}

/* Are the words the country, or a body of it: «السلطات القطرية»? */
static bool state_or_body(const Stage *s, Part part, Str country) {
  const EngineClasses *k = s->m->k;
  const PlaceMention *name = place_at(s->m->in, part.first);
  if (name && !name->adjective && name->level == LEVEL_COUNTRY && name->last >= part.last)
    return str_eq(name->country, country);
  const Phrase *f = part.phrase == NONE ? NULL : stage_phrase(s, part.phrase);
  ClassSet bodies = k->state | k->force | k->security | k->organisation | k->aircraft;
  if (!f || f->person != NONE || !(f->classes & bodies) || only_reports(s, part)) return false;
  const Mentions *m = s->m->in->mentions;
  if (f->actor != NONE && m->actors[f->actor].country.n) return str_eq(m->actors[f->actor].country, country);
  for (uint32_t i = place_from(s->m->in, part.first); i < m->nplaces && m->places[i].first < part.last; i++)
    if (m->places[i].adjective) return str_eq(m->places[i].country, country);
  return false;
}

/* «الكويت تضبط شبكة» … «ضبطت الأجهزة الأمنية الكويتية», «أنقرة وواشنطن» … «تركيا والولايات المتحدة»: for states that a
 * headline names in short, who acted for each, or the states themselves. */
static void tell_by_bodies(const Stage *s, Parts *states, const Parts *bodies) {
  if (!states->n || states->n != bodies->n) return;
  for (uint32_t i = 0; i < states->n; i++) {
    Str country = state_told(s, states->at[i]);
    bool found = false;
    for (uint32_t k = 0; country.n && k < bodies->n && !found; k++) found = state_or_body(s, bodies->at[k], country);
    if (!found) return;
  }
  *states = *bodies;
}

/* «الجيش» … «الجيش والشرطة»: whoever is told alone here and with others there was not alone. */
static void tell_in_number(const Stage *s, Parts *few, const Parts *all) {
  if (!few->n || all->n <= few->n) return;
  const EngineClasses *k = s->m->k;
  for (uint32_t i = 1; i < all->n; i++) {
    const Phrase *f = all->at[i].phrase == NONE ? NULL : stage_phrase(s, all->at[i].phrase);
    if (!f || f->link != LINK_CONJ || f->classes & (k->event | k->deed | k->weapon | k->explosive)) return;
  }
  for (uint32_t i = 0; i < few->n; i++) {
    bool again = false;
    for (uint32_t n = 0; n < all->n; n++) again |= parts_alike(s, few->at[i], all->at[n]);
    if (!again) return;
  }
  *few = *all;
}

/* «قصف إسرائيلي» … «قصفت القوات الإسرائيلية»: of a country's deed, the forces that did it. */
static void tell_by_forces(const Stage *s, Parts *country, const Parts *forces) {
  if (country->n != 1 || forces->n != 1 || forces->at[0].phrase == NONE) return;
  Str nation = country_told(s, country->at[0]);
  const Phrase *f = stage_phrase(s, forces->at[0].phrase);
  if (!nation.n || f->actor == NONE) return;
  const ActorMention *a = &s->m->in->mentions->actors[f->actor];
  bool theirs = str_eq(a->country, nation) && STR_IN(a->type, "military", "police", "intelligence", "border guard");
  if (theirs) country->at[0] = forces->at[0];
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

static bool is_victim(const Scene *x, Part part) {
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (effect_of_people(x->effects.at[i].what) && x->effects.at[i].phrase == part.phrase) return true;
  return false;
}

static bool told_by_name(const Stage *s, Part part) {
  return stage_phrase(s, part.phrase)->person != NONE || person_behind(s, part);
}

/* «هجوم يوقع ثمانية قتلى» … «هجومين استهدفا السفارة»: of the earlier telling only the dead are known, the later says
 * what it was aimed at. */
static bool says_aim(const Stage *s, const Scene *dead, const Scene *aimed) {
  const EngineClasses *k = s->m->k;
  const ClassSet sites = k->building | k->position | k->facility | k->vehicle | k->gathering | k->organisation;
  if (!dead->targets.n || !aimed->targets.n || !type_in(stage_type(s, dead), CLASS_BIT(ASSAULT))) return false;
  for (uint32_t i = 0; i < dead->targets.n; i++)
    if (!is_victim(dead, dead->targets.at[i]) || told_by_name(s, dead->targets.at[i])) return false;
  for (uint32_t i = 0; i < aimed->targets.n; i++) {
    Part aim = aimed->targets.at[i];
    bool site = aim.phrase != NONE && stage_phrase(s, aim.phrase)->classes & sites;
    if (!site || is_victim(aimed, aim)) return false;
  }
  return true;
}

static void absorb_roles(Stage *s, Scene *a, const Scene *b) {
  Part itself = {a->first, a->last, a->phrase};
  bool headline = a->sentence == 0 && b->sentence > 0 && b->sentence <= LEAD_LAST;
  if (headline) tell_in_full(s, &a->agents, &b->agents);
  if (headline) tell_by_bodies(s, &a->agents, &b->agents);
  if (headline) tell_in_full(s, &a->targets, &b->targets);
  tell_by_forces(s, &a->agents, &b->agents);
  tell_in_number(s, &a->agents, &b->agents);
  if (!b->effects.n) tell_in_number(s, &a->targets, &b->targets); /* each telling counts its own dead */
  tell_by_name(s, &a->targets, &b->targets);
  tell_by_name(s, &a->agents, &b->agents);
  absorb_parts(s, &a->agents, &b->agents, itself);
  absorb_parts(s, &a->partners, &b->partners, itself);
  if (scene_hits_place_alone(s, a) && scene_hits_more_than_place(s, b)) {
    a->targets.n = 0; /* «غارة على صعدة», and below it «الغارة على حافلة» */
    a->aimed = true;
  }
  if (says_aim(s, a, b)) a->targets.n = 0;
  absorb_parts(s, &a->targets, &b->targets, itself);
}

typedef enum Telling { TELLS_OTHER, TELLS_LESS, TELLS_SAME, TELLS_MORE } Telling;

/* «أكثر من أربعين»: as people round, and «قتلى», two or more; «21 على الأقل» is a toll of its own, beside 22. */
static bool is_round(double n) {
  enum { TEN = 10, SEVERAL = 2 };
  return n <= SEVERAL || fmod(n, TEN) == 0;
}

/* «العشرات» (dozens: 20 or more) of 26 at least, «المئات» of 300 at least. */
static bool is_vague(double vague, double told) {
  enum { DOZENS = 20, TEN = 10, POWERS = 6 };
  double n = DOZENS;
  for (int i = 0; i < POWERS && n < vague; i++) n *= TEN;
  return fabs(n - vague) < 0.5 && told < n * TEN / 2;
}

/* What the second of two numbers adds to the first: «أكثر من أربعين» is less than 43 tells;
 * «16 على الأقل» and 16 are one. */
static Telling tells(const Count *known, const Count *told, bool people) {
  if (!told->set) return TELLS_LESS;
  if (!known->set) return TELLS_MORE;
  if (known->min == told->min) return TELLS_SAME;
  bool known_open = isinf(known->max), told_open = isinf(told->max);
  if (told_open && !known_open && told->min < known->min) return TELLS_LESS;
  if (known_open && !told_open && known->min < told->min && is_round(known->min)) return TELLS_MORE;
  if (people && known_open && told_open && told->min > known->min && is_vague(known->min, told->min)) return TELLS_MORE;
  return TELLS_OTHER;
}

/* «مقتل فتاة», and later «قتل قناص المسعفة رزان»: of one, whoever has the name tells more. */
static bool tells_name(const Stage *s, const Effect *known, const Effect *told) {
  if (!known->count.set || known->count.min != 1 || known->count.max > 1 || told->phrase == NONE) return false;
  bool named = known->phrase != NONE && (stage_phrase(s, known->phrase)->person != NONE || person_behind(s, known->of));
  return !named && (stage_phrase(s, told->phrase)->person != NONE || person_behind(s, told->of));
}

/* «مقتل شرطيين», and below it «قتل عنصران من الشرطة»: they were two. «مقتل 25 مقاتلاً», and below it «قتل 25 مقاتلاً على
 * الأقل»: there may be more. */
static void settle_count(const Stage *s, Effect *known, const Effect *told) {
  Count now = effect_count_told(s, told);
  if (!known->count.set || !now.set) return;
  if (isinf(now.max))
    known->open = true;
  else if (!effect_count_told(s, known).set)
    known->count = told->count;
}

enum { MET_BITS = 64 };

/* `met`: those of the first, bit by bit, that the same words of the second have told already. */
static void absorb_effect(Stage *s, Scene *a, const Effect *told, uint64_t *met) {
  for (uint32_t k = 0; k < a->effects.n; k++) {
    Effect *known = &a->effects.at[k];
    if (k < MET_BITS && *met & (UINT64_C(1) << k)) continue; /* «مقتل نقيب شرطة ومجند»: one each */
    if (harm_uncounted(told) && harm_told(known)) return;
    if (harm_uncounted(known) && harm_told(told)) {
      *known = *told;
      return;
    }
    if (!str_eq(known->what, told->what) || known->subset != told->subset) continue;
    Telling more = tells(&known->count, &told->count, effect_of_people(told->what));
    if (more == TELLS_OTHER) continue;
    if (more == TELLS_SAME && k < MET_BITS) *met |= UINT64_C(1) << k;
    if (more == TELLS_SAME && tells_name(s, known, told)) known->of = told->of; /* what he is the first says */
    if (more == TELLS_MORE) *known = *told;
    if (more == TELLS_SAME) settle_count(s, known, told);
    return;
  }
  vec_push(&a->effects, s->arena, *told);
}

/* «وقع الهجومان بعد إعلان الهدنة» (the two attacks came after …): both of them have been told, one was no two. */
static bool of_two_told(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->head != NONE && s->m->in->words->at[f->head].dual;
}

/* «قتل ثمانية من الشرطة … فيما قتل ثمانية من المهاجمين»: as many, and others than those told right before. */
static bool of_another_kind(const Stage *s, const Scene *x, uint32_t effect) {
  const Effect *before = &x->effects.at[effect - 1], *own = &x->effects.at[effect];
  Str a = status_of_effect(s, x, before), b = status_of_effect(s, x, own);
  return str_eq(before->what, own->what) && !STR_IN(a, "", "unstated") && !STR_IN(b, "", "unstated") && !str_eq(a, b);
}

static void absorb_effects(Stage *s, Scene *a, const Scene *b) {
  uint64_t met = 0;
  for (uint32_t i = 0; i < b->effects.n; i++) {
    uint32_t n = a->effects.n;
    if (i && b->effects.at[i].token != b->effects.at[i - 1].token && !of_another_kind(s, b, i)) met = 0;
    absorb_effect(s, a, &b->effects.at[i], &met);
    if (a->effects.n > n && n < MET_BITS) met |= UINT64_C(1) << n;
  }
}

static void absorb_named(Stage *s, Scene *a, const Scene *b) {
  for (uint32_t i = 0; i < b->named.n; i++)
    if (!parts_overlap(&a->named, b->named.at[i])) scene_add_named(s, a, b->named.at[i], b->fates.at[i]);
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

/* A telling whose date is told with the act itself knows best when it was; and of a month and a day in it, the day. */
static void absorb_date(const Stage *s, Scene *a, const Scene *b) {
  const Date *dates = s->m->in->dates->at;
  bool finer = a->date != NONE && b->date != NONE && b->own_date && date_refines(&dates[b->date], &dates[a->date]);
  if (b->date == NONE || (a->date != NONE && !a->far_date && !finer)) return;
  if (a->date != NONE && b->far_date) return;
  a->date = b->date;
  a->from_start = b->from_start;
  a->far_date = b->far_date;
}

/* Has the later telling the speaker in no fewer words? */
static bool names_in_full(const Stage *s, uint32_t before, uint32_t now) {
  if (now == NONE) return false;
  Part x = s->speakers.at[before].body, y = s->speakers.at[now].body;
  return y.last - y.first >= x.last - x.first;
}

/* «مدير المرصد فلان» after «المرصد», or before it: a body and who speaks for it are one voice. */
static bool speaks_for(const Stage *s, const Speaker *post, const Speaker *body) {
  const ClassSet posts = s->m->k->official | s->m->k->spokesman | s->m->k->leader;
  uint32_t phrase = post->body.first < post->body.last ? s->m->c->phrase_of[post->body.first] : NONE;
  if (phrase == NONE || !(stage_phrase(s, phrase)->classes & posts) || stage_phrase(s, phrase)->person != NONE)
    return false;
  Part rest = {stage_phrase(s, phrase)->last, post->body.last, NONE};
  return rest.first < rest.last && body->body.first < body->body.last && part_has_word(s, body->body.first, rest);
}

/* «هولندا تكشف …», «واشنطن: …»: a state by its name, or its capital's, for one of its bodies. */
static bool state_by_name(const Stage *s, const Speaker *speaker) {
  const Phrase *f = stage_phrase(s, speaker->phrase);
  if (f->place == NONE || f->person != NONE || speaker->who.n != 1) return false;
  const PlaceMention *p = &s->m->in->mentions->places[f->place];
  return names_country(p) && p->first == f->first && p->last == f->last;
}

/* Is he a state's: an official, a spokesman, its forces, and of no other country that his words name? */
static bool of_state(const Stage *s, const Speaker *post, const Speaker *state) {
  const EngineClasses *k = s->m->k;
  const Mentions *m = s->m->in->mentions;
  const Phrase *f = stage_phrase(s, post->phrase);
  ClassSet official = k->state | k->force | k->security | k->official | k->spokesman | k->leader | k->person;
  bool his = f->person != NONE || (f->classes & official && !(f->classes & (k->media | k->informant)));
  Str country = m->places[stage_phrase(s, state->phrase)->place].country;
  for (uint32_t i = place_from(s->m->in, post->body.first); his && i < m->nplaces; i++) {
    if (m->places[i].first >= post->body.last) break;
    his = !m->places[i].country.n || str_eq(m->places[i].country, country);
  }
  return his;
}

/* «مسؤول محلي», whose name comes later on, is that one; a second body tells it, too, but an outlet
 * only passes on. */
static void absorb_speaker(Stage *s, Scene *a, uint32_t who) {
  const EngineClasses *k = s->m->k;
  const Speaker *x = &s->speakers.at[a->speaker], *y = &s->speakers.at[who];
  if (!y->who.n) return;
  bool his = true; /* «مدير المرصد» speaks for «المرصد» */
  for (uint32_t i = y->body.first; i < y->body.last; i++) his &= part_has_word(s, i, x->body);
  his |= x->same == y->same || parts_alike(s, x->body, y->body);
  his |=
      speaks_for(s, y, x) || speaks_for(s, &s->speakers.at[y->same], x) || speaks_for(s, &s->speakers.at[x->same], y);
  if (his) {
    if (!x->via.n) s->speakers.at[a->speaker].via = y->via; /* the lead tells through what the headline's words came */
    return;
  }
  const Phrase *f = stage_phrase(s, x->phrase), *n = stage_phrase(s, s->speakers.at[y->same].phrase);
  ClassSet posts = k->spokesman | k->official | k->security;
  bool nameless = f->person == NONE && !f->definite && !f->plural && f->classes & posts;
  if (state_by_name(s, x) && !state_by_name(s, y) && of_state(s, &s->speakers.at[y->same], x)) {
    a->speaker = who;
    return;
  }
  if (nameless && (n->person != NONE || y->who.at[0].first != y->body.first))
    a->speaker = who;
  else if (!a->others.n && !(n->classes & (k->media | k->channel) & ~k->informant)) {
    parts_add(s, &a->others, y->who.at[0]);
    a->others_via = y->via;
  }
}

void scene_hear(Stage *s, uint32_t scene, uint32_t who) {
  Scene *x = &s->scenes.at[scene];
  if (x->speaker == NONE)
    x->speaker = who;
  else
    absorb_speaker(s, x, who);
}

/* «ليبيا تعيد الجثامين» (Libya returns the bodies) in the headline, and below it «ستعيد» (will return). */
static bool still_to_come(const Stage *s, const Scene *headline, const Scene *lead) {
  if (headline->sentence != 0 || headline->also.n || lead->sentence > LEAD_LAST) return false;
  if (headline->kind != RECORD_EVENT || !str_eq(headline->stance, STR("asserted"))) return false;
  const TypeRow *type = stage_type(s, headline);
  return str_eq(lead->stance, STR("planned")) && !type_is(type, TRAIT_VIOLENT) && !type_in(type, CLASS_BIT(AGREE));
}

/* Who told it, and whether as his own or as none of his. */
static void absorb_voice(Stage *s, Scene *a, const Scene *b) {
  if (a->said == NONE) a->said = b->said;
  /* a headline names its speaker in short */
  if (a->speaker == NONE || (a->sentence == 0 && a->also.n == 0 && names_in_full(s, a->speaker, b->speaker)))
    a->speaker = b->speaker;
  else if (b->speaker != NONE)
    absorb_speaker(s, a, b->speaker);
  if (!a->others.n && b->others.n && a->speaker != NONE) {
    a->others = b->others;
    a->others_via = b->others_via;
  }
  if (a->owner == NONE) a->owner = b->owner;
  if (a->denier == NONE) a->denier = b->denier;
  bool telling = a->sentence == b->sentence && str_eq(a->stance, STR("asserted")); /* «قُتل … في هجوم نسب إلى» */
  if (!a->stance.n || telling || still_to_come(s, a, b)) a->stance = b->stance;
}

/* Where the later telling was, if the earlier one does not know, or only guesses, or knows no better. */
static void absorb_places(const Stage *s, Scene *a, const Scene *b) {
  const PlaceMention *list = s->m->in->mentions->places;
  bool surer = a->unsure_place && a->places.n && b->places.n && !b->unsure_place &&
               width_of(&list[b->places.at[0]]) <= width_of(&list[a->places.at[0]]);
  if (a->places.n && !surer && !narrower(s, b, a)) return;
  a->places = b->places;
  a->unsure_place = b->unsure_place;
}

/* «ووقع الحادث ظهر السبت في بلدة كذا»: an act of force or mishap that is known already, told again with when and where
 * it was. */
static void absorb_setting(const Stage *s, Scene *a, const Scene *b) {
  bool known = b->phrase != NONE && stage_phrase(s, b->phrase)->definite;
  if (!known || !type_in(stage_type(s, b), CLASS_BIT(ASSAULT) | CLASS_BIT(ACCIDENT))) return;
  bool day = b->own_date && date_is_day(&s->m->in->dates->at[b->date]);
  if (day) absorb_date(s, a, b);
  if (b->own_place) absorb_places(s, a, b);
}

/* What may be no act at all tells no more than who and whom, and of an act that is known when and where. */
static void absorb_weak(Stage *s, Scene *a, const Scene *b) {
  Part itself = {a->first, a->last, a->phrase};
  absorb_parts(s, &a->agents, &b->agents, itself);
  absorb_parts(s, &a->targets, &b->targets, itself);
  absorb_effects(s, a, b);
  absorb_setting(s, a, b);
  parts_add(s, &a->also, (Part){b->first, b->last, b->phrase});
  if (b->told > a->told) a->told = b->told;
}

/* «اعتقال 17 شخصاً», and below the lead «الحملة»: a later word for what the force did, which tells of nobody caught,
 * makes no raid of the arrests. */
static bool only_goes_with(const TypeRow *type, const Scene *arrests, const Scene *later) {
  if (!arrests->alone || later->alone || !type_in(type, CLASS_BIT(COERCE))) return false;
  return later->sentence != arrests->sentence && later->sentence > LEAD_LAST && !later->effects.n;
}

/* «هاجم مسلحون مركزاً», and later «تبادل لإطلاق النار»: those attacked fire back, and it was an attack all the same. */
static bool fired_back(const Stage *s, const Scene *attack, const Scene *later) {
  const TypeRow *told = grammar_type(s->m->g, attack->frame->type_row);
  return attack->frame->kind == FRAME_EVENT && type_is(told, TRAIT_GENERAL) && scene_is(s, attack, TRAIT_GENERAL) &&
         scene_is(s, later, TRAIT_MUTUAL);
}

void scene_absorb(Stage *s, uint32_t into, uint32_t from) {
  Scene *a = &s->scenes.at[into], *b = &s->scenes.at[from];
  b->merged = into;
  if (str_eq(b->stance, STR("denied")) && !str_eq(a->stance, STR("denied"))) { /* «ونفت الحركة ضلوعها في الهجوم» */
    if (a->denier == NONE) a->denier = b->speaker;
    return;
  }
  if (b->frame->weak && !a->frame->weak) {
    absorb_weak(s, a, b);
    return;
  }
  const TypeRow *ta = stage_type(s, a), *tb = stage_type(s, b);
  bool surer = a->frame->weak && !b->frame->weak;
  if (ta && tb && (surer || (tb->specific > ta->specific && !only_goes_with(ta, a, b) && !fired_back(s, a, b)))) {
    a->type_row = b->type_row;
    a->type = b->type;
  }
  absorb_roles(s, a, b);
  absorb_effects(s, a, b);
  absorb_named(s, a, b);
  absorb_places(s, a, b);
  absorb_date(s, a, b);
  absorb_voice(s, a, b);
  bool counts = !b->alone || a->alone; /* «قُتل»: no word for how often it was bombed */
  bool more = b->count.set && b->count.min > 1 && a->count.min <= 1 && !of_two_told(s, b);
  if ((!a->count.set && counts) || more) a->count = b->count;
  if (!a->shots.set && type_is(stage_type(s, a), TRAIT_FIRE)) a->shots = b->shots;
  /* a headline's «71 عملية» has its period from the text */
  bool added_up = b->kind == RECORD_TALLY && a->kind == RECORD_EVENT && b->count.set && a->count.min == b->count.min;
  if (added_up) a->kind = RECORD_TALLY;
  parts_add(s, &a->also, (Part){b->first, b->last, b->phrase});
  parts_add_all(s, &a->also, &b->also);
  if (a->sentence > 1) a->background |= b->background;
  if (b->told > a->told) a->told = b->told;
  a->aimed |= b->aimed;
}
