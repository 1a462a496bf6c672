/* Who fights whom, where a sentence leaves it out.
 *
 * The problem: «سيطر الجيش على ثلاث قرى» (the army took three villages) does not say from whom,
 * «17 غارة نُفذت قرب المدينة» (17 strikes were carried out near the town) not by whom; the report
 * has said so before, or says so later.
 *
 * The method: only what the report leaves no choice about. A doer is taken over from the other
 * acts of one kind if they all have one and the same, an adversary if the doer has one alone in
 * the whole report. Sides are actors, or words for armed people. */
#include "code/match/subject.h"
#include "code/outcome/outcome.h"
#include "code/party/party.h"
#include "code/scene/named.h"
#include "code/scene/people.h"
#include "code/scene/scene.h"

enum { PARTIES_MOST = 64, SCENES_MOST = 256, NAMES_MOST = 512 }; /* of a report that has more, nothing is plain */

typedef struct Party {
  Part part;
  Str id; /* empty: a common noun */
} Party;

typedef struct Feud {
  Party doer, foe;
} Feud;

typedef struct Feuds {
  Feud at[PARTIES_MOST];
  uint32_t n;
} Feuds;

static Str id_of(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && stage_phrase(s, phrase)->actor != NONE)
      return s->m->in->mentions->actors[stage_phrase(s, phrase)->actor].id;
  }
  return STR_NONE;
}

/* Can those words be a side of a fight? */
static bool party_of(const Stage *s, Part part, Party *out) {
  const EngineClasses *k = s->m->k;
  if (part.first >= part.last || part.phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  *out = (Party){part, id_of(s, part)};
  if (f->person != NONE || f->pronoun) return false;
  return out->id.n || f->actor != NONE ||
         (f->classes & (k->force | k->fighter | k->group | k->state) && told_whole(s, part.phrase));
}

/* «مواقع الجيش», «تجمعات للمتمردين»: whose they are. */
static bool owner_of(const Stage *s, Part part, Party *out) {
  if (party_of(s, part, out) && (stage_phrase(s, part.phrase)->actor != NONE || !out->id.n)) return true;
  if (part.phrase == NONE || stage_phrase(s, part.phrase)->person != NONE) return false;
  for (uint32_t i = part.phrase + 1; i < s->m->c->nphrases && stage_phrase(s, i)->last <= part.last; i++)
    if (party_of(s, part_of_phrase(s, i), out)) return true;
  return false;
}

static bool same_party(const Stage *s, const Party *a, const Party *b) {
  if (a->id.n && b->id.n) return str_eq(a->id, b->id);
  return parts_alike(s, a->part, b->part);
}

static bool of_war(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (!type || x->merged != NONE || x->dropped || (x->kind != RECORD_EVENT && x->kind != RECORD_TALLY)) return false;
  return type_in(type, CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE) | CLASS_BIT(TERRITORY));
}

static void note_feuds(const Stage *s, const Scene *x, Feuds *list) {
  for (uint32_t i = 0; i < x->agents.n; i++)
    for (uint32_t k = 0; k < x->targets.n && list->n < PARTIES_MOST; k++) {
      Feud *f = &list->at[list->n];
      if (!party_of(s, x->agents.at[i], &f->doer) || !owner_of(s, x->targets.at[k], &f->foe)) continue;
      if (!same_party(s, &f->doer, &f->foe)) list->n++;
    }
}

/* The one that `who` fights in the whole report, or NULL if there is none or another, too. */
static const Party *foe_of(const Stage *s, const Feuds *list, const Party *who) {
  const Party *foe = NULL;
  for (uint32_t i = 0; i < list->n; i++) {
    const Feud *f = &list->at[i];
    const Party *other = same_party(s, &f->doer, who) ? &f->foe : same_party(s, &f->foe, who) ? &f->doer : NULL;
    if (!other) continue;
    if (foe && !same_party(s, foe, other)) return NULL;
    if (!foe) foe = other;
  }
  return foe;
}

/* Do the two do or suffer something side by side? */
static bool stand_together(const Stage *s, const Party *a, const Party *b) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (!of_war(s, x)) continue;
    const Parts *lists[] = {&x->agents, &x->partners};
    bool with_a = false, with_b = false;
    for (size_t k = 0; k < 2; k++)
      for (uint32_t n = 0; n < lists[k]->n; n++) {
        Party p;
        if (!party_of(s, lists[k]->at[n], &p)) continue;
        with_a |= same_party(s, &p, a);
        with_b |= same_party(s, &p, b);
      }
    if (with_a && with_b) return true;
  }
  return false;
}

/* Whom the report names most often as an enemy, and neither `who` nor one who stands by him; NULL. A town is taken
 * from somebody. */
static const Party *likely_foe(const Stage *s, const Feuds *list, const Party *who) {
  const Party *foe = NULL;
  uint32_t most = 0;
  if (s->scenes.n > SCENES_MOST) return NULL;
  for (uint32_t i = 0; i < list->n; i++) {
    const Party *p = &list->at[i].foe;
    uint32_t votes = 0;
    if (who && (same_party(s, p, who) || stand_together(s, p, who))) continue;
    for (uint32_t k = 0; k < list->n; k++) {
      bool meant = same_party(s, &list->at[k].foe, p);
      if (meant) votes += who && same_party(s, &list->at[k].doer, who) ? 2 : 1;
    }
    if (votes > most) most = votes, foe = p;
  }
  return foe;
}

static bool is_armed_group(const ActorMention *a) {
  return !a->source && !a->generic && (str_eq(a->type, STR("armed group")) || str_eq(a->type, STR("militia")));
}

/* The one armed group of which the report speaks beside `who` and those who stand by him. */
static bool lone_group(const Stage *s, const Party *who, Party *out) {
  const Mentions *m = s->m->in->mentions;
  bool found = false;
  if (s->scenes.n > SCENES_MOST) return false;
  for (uint32_t i = 0; i < m->nactors && i < NAMES_MOST; i++) {
    const ActorMention *a = &m->actors[i];
    uint32_t phrase = s->m->c->phrase_of[a->first];
    if (!is_armed_group(a) || phrase == NONE || stage_phrase(s, phrase)->actor != i) continue;
    Party p = {{a->first, a->last, phrase}, a->id};
    if (same_party(s, &p, who) || (found && same_party(s, &p, out)) || stand_together(s, &p, who)) continue;
    if (found) return false;
    *out = p;
    found = true;
  }
  return found;
}

/* «التنظيم», «الجماعة»: one word that is a noun for any such body. */
static bool short_name(const Stage *s, const ActorMention *a) {
  const EngineClasses *k = s->m->k;
  uint32_t lemma = word_best(s->m->in->words, a->first)->lemma;
  uint32_t phrase = s->m->c->phrase_of[a->first];
  if (a->last != a->first + 1 || !stage_phrase(s, phrase)->definite) return false;
  return (lexicon_classes(s->m->g->lexicon, lemma) & (k->force | k->group | k->organisation | k->state)) != 0;
}

/* «تجمعات للمتمردين», and later «المتمردين»: a side that the tables know is named as it is nearest by. */
static Part nearest_name(const Stage *s, const Scene *x, const Party *who) {
  const Mentions *m = s->m->in->mentions;
  Part best = who->part;
  uint32_t least = UINT32_MAX;
  for (uint32_t i = 0; who->id.n && i < m->nactors && i < NAMES_MOST; i++) {
    const ActorMention *a = &m->actors[i];
    uint32_t phrase = s->m->c->phrase_of[a->first];
    if (!str_eq(a->id, who->id) || phrase == NONE || stage_phrase(s, phrase)->actor != i) continue;
    if (short_name(s, a)) continue;
    uint32_t gap = a->first < x->token ? x->token - a->first : a->first - x->token;
    if (gap < least) least = gap, best = (Part){a->first, a->last, phrase};
  }
  return best;
}

/* An earlier happening may have been of other sides than the news. */
static void take_foe(Stage *s, Scene *x, const Feuds *list) {
  Party who;
  /* «قصف على المدينة»: the town is what it was aimed at, whoever is fought elsewhere */
  if (x->aimed && type_is(stage_type(s, x), TRAIT_FIRE)) return;
  if (x->background || !type_is(stage_type(s, x), TRAIT_FOE) || x->targets.n || !x->agents.n ||
      !party_of(s, x->agents.at[0], &who))
    return;
  const Party *foe = foe_of(s, list, &who);
  if (!foe && scene_is(s, x, TRAIT_TAKING)) foe = likely_foe(s, list, &who);
  Party group;
  if (!foe && lone_group(s, &who, &group)) foe = &group;
  if (foe) parts_add(s, &x->targets, nearest_name(s, x, foe));
}

/* The doer of all acts of a type that have one, where no more of them are told without. */
static bool doer_of(const Stage *s, Str type, Party *doer) {
  bool found = false;
  uint32_t known = 0, unknown = 0;
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    Party other;
    if (!of_war(s, x) || !str_eq(x->type, type)) continue;
    if (!x->agents.n) {
      unknown++;
      continue;
    }
    known++;
    if (!party_of(s, x->agents.at[0], &other)) return false;
    if (found && !same_party(s, doer, &other)) return false;
    if (!found) *doer = other;
    found = true;
  }
  return found && known >= unknown;
}

/* «قصف الجيش موقعاً رداً على إطلاق صاروخ»: he answers in the same breath what another did. */
static bool answers(const Stage *s, const Scene *x, const Party *doer) {
  if (x->phrase == NONE || !match_concerned(s->m, x->phrase)) return false;
  Party other;
  for (uint32_t i = (uint32_t)(x - s->scenes.at), steps = 0; i-- > 0 && steps < SCENES_NEAR; steps++) {
    const Scene *o = &s->scenes.at[i];
    if (o->sentence != x->sentence) return false;
    if (o->agents.n && party_of(s, o->agents.at[0], &other) && same_party(s, doer, &other)) return true;
  }
  return false;
}

static void take_doer(Stage *s, Scene *x, const Party *doer) {
  Party target;
  if (answers(s, x, doer)) return;
  for (uint32_t i = 0; i < x->targets.n; i++)
    if (party_of(s, x->targets.at[i], &target) && same_party(s, doer, &target)) return;
  parts_add(s, &x->agents, doer->part);
}

/* Of acts that one side alone does in a report, as it were. */
static void take_doers(Stage *s) {
  for (uint32_t t = 0; t < s->m->g->ntypes; t++) {
    const TypeRow *type = &s->m->g->types[t];
    Party doer = {0};
    if (!type_is(type, TRAIT_ONE_SIDED) || !doer_of(s, type->type, &doer)) continue;
    for (uint32_t i = 0; i < s->scenes.n; i++) {
      Scene *x = &s->scenes.at[i];
      if (of_war(s, x) && str_eq(x->type, type->type) && !x->agents.n) take_doer(s, x, &doer);
    }
  }
}

/* Those of an outcome, as a side of a fight. */
static bool dead_party(const Stage *s, const Effect *e, Party *out) {
  if (e->phrase == NONE || e->of.first >= e->of.last || !effect_of_people(e->what)) return false;
  *out = (Party){e->of, id_of(s, e->of)};
  return out->id.n || stage_phrase(s, e->phrase)->classes & s->m->k->fighter;
}

/* «مواجهات مع الجيش»: is all that is told of the sides of a fight whom it was with? */
static bool told_with_one(const Stage *s, const Scene *x) {
  if (x->agents.n || x->targets.n != 1) return false;
  const Phrase *f = stage_phrase(s, x->targets.at[0].phrase);
  return f->prep != NONE && !(s->m->c->marks[f->prep_token] & SET_BIT(SET_BETWEEN));
}

/* Those who fell, as a whole; NULL where the outcome is another, or of some of them. */
static const Phrase *fallen_of(const Stage *s, const Effect *e) {
  if (e->phrase == NONE || e->subset || e->of.first >= e->of.last || !STR_IN(e->what, "killed", "injured")) return NULL;
  return stage_phrase(s, e->phrase);
}

/* «لقي القيادي مصرعه في مواجهات مع الجيش», «استشهد ثلاثة فلسطينيين إثر مواجهات مع القوات»: nobody has fought but the
 * one behind «مع», and whoever fell there fell by him. */
static void take_fallen_for_side(const Stage *s, Scene *x, const Party *foe) {
  const EngineClasses *k = s->m->k;
  const ClassSet people = k->person | k->leader | k->official | k->civilian | k->security;
  if (!told_with_one(s, x)) return;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    const Phrase *fallen = fallen_of(s, e);
    if (!fallen || !(fallen->classes & people) || parts_alike(s, e->of, foe->part)) continue;
    x->agents = x->targets;
    x->targets = (Parts){0};
    if (!told_as_others(s, e->phrase)) vec_push(&x->targets, s->arena, e->of);
    return;
  }
}

/* Fights for no state: «مسلحين», «التنظيم». */
static bool irregular(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = part.phrase == NONE ? NULL : stage_phrase(s, part.phrase);
  if (!f || f->classes & (k->security | k->state)) return false;
  if (f->actor == NONE) return (f->classes & k->fighter) != 0;
  Str type = s->m->in->mentions->actors[f->actor].type;
  return STR_IN(type, "armed group", "militia", "criminal", "tribal");
}

/* «أعلنت البلاد مقتل أربعة من جنودها في اشتباكات مع الحركة»: soldiers who fell in a fight with no state's forces have
 * fought them, or whoever's they are. */
static bool take_soldiers_for_side(const Stage *s, Scene *x) {
  if (!told_with_one(s, x) || !irregular(s, x->targets.at[0])) return false;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    const Phrase *fallen = fallen_of(s, e);
    bool soldiers = fallen && fallen->classes & s->m->k->security && !(fallen->classes & s->m->k->official);
    if (!soldiers || !fallen->plural || told_as_others(s, e->phrase)) continue;
    vec_push(&x->agents, s->arena, e->of);
    scene_name_owners(s, x);
    return true;
  }
  return false;
}

/* «مقتل 31 من المسلحين في اشتباكات مع الجيش»: the dead are one of the two sides, and whose name stands behind «مع»
 * has fought them. */
static void take_dead_for_side(const Stage *s, Scene *x) {
  if (!scene_is(s, x, TRAIT_MUTUAL) || !x->targets.n || take_soldiers_for_side(s, x)) return;
  Party foe, doer, dead = {0}, other;
  bool both = false; /* sides have dead */
  if (!party_of(s, x->targets.at[0], &foe)) return;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    if (!dead_party(s, &x->effects.at[i], &other)) continue;
    if (same_party(s, &foe, &other))
      both = true;
    else if (dead.part.first >= dead.part.last)
      dead = other;
  }
  if (dead.part.first >= dead.part.last) {
    if (!both) take_fallen_for_side(s, x, &foe);
    return;
  }
  bool told = x->agents.n && parts_alike(s, x->agents.at[0], dead.part); /* «لقي 12 مسلحاً مصرعهم في مواجهات مع الجيش» */
  if (x->agents.n && !told && (both || !party_of(s, x->agents.at[0], &doer) || !same_party(s, &doer, &dead))) return;
  if (!both) {
    x->agents = x->targets;
    x->targets = (Parts){0};
  }
  vec_push(both ? &x->agents : &x->targets, s->arena, dead.part);
}

/* A thing without a number of its own; «وحدات تكتيكية» are things, «الوحدات» somebody. */
static bool is_thing(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  if (part.phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  ClassSet people = k->person | k->civilian | k->fighter | k->official | k->leader | k->victim | k->kin;
  ClassSet bodies = k->group | k->force | k->organisation | k->state | k->security;
  if (f->actor != NONE || f->person != NONE || f->number != NONE || f->classes & people) return false;
  return !(f->classes & bodies) || !f->definite;
}

/* «مواقع وتجمعات المسلحين»: the complement is of both. */
static bool share_complement(const Stage *s, Part a, Part b) {
  return a.last == a.first + 1 && !stage_phrase(s, a.phrase)->definite && b.last > b.first + 1 &&
         stage_phrase(s, b.phrase)->last < b.last;
}

/* «مناطق تجمع وجسوراً ونقاط تفتيش لتنظيم…»: things told in a row are one target. */
static void join_things(const Stage *s, Scene *x) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < x->targets.n;) {
    uint32_t end = i + 1;
    while (end < x->targets.n && is_thing(s, x->targets.at[end - 1]) && is_thing(s, x->targets.at[end]) &&
           x->targets.at[end].first == x->targets.at[end - 1].last)
      end++;
    bool row = end - i > 2 || (end - i == 2 && share_complement(s, x->targets.at[i], x->targets.at[i + 1]));
    Part whole = x->targets.at[i];
    if (row) whole.last = x->targets.at[end - 1].last;
    x->targets.at[kept++] = whole;
    if (!row)
      for (uint32_t k = i + 1; k < end; k++) x->targets.at[kept++] = x->targets.at[k];
    i = end;
  }
  x->targets.n = kept;
}

void scenes_take_sides(Stage *s) {
  Feuds feuds = {.n = 0};
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    scene_drop_nobodies(s, &s->scenes.at[i]);
    scene_seat_once(s, &s->scenes.at[i]);
    join_things(s, &s->scenes.at[i]);
    scene_name_owners(s, &s->scenes.at[i]);
    take_dead_for_side(s, &s->scenes.at[i]);
    scene_take_befallen(s, &s->scenes.at[i]);
    scene_take_name(s, &s->scenes.at[i]);
    scene_take_counted(s, &s->scenes.at[i]);
  }
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (of_war(s, &s->scenes.at[i])) note_feuds(s, &s->scenes.at[i], &feuds);
  take_doers(s);
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (of_war(s, &s->scenes.at[i])) take_foe(s, &s->scenes.at[i], &feuds);
}
