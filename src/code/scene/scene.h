/* A scene: a record while it is being made.
 *
 * The rooms from here on work on one list of scenes, pass by pass; coder.c has the order:
 *   scene/    matches → scenes; verbs and nouns of one act in one sentence become one
 *   outcome/  outcomes → the act they came of, or one of their own
 *   party/    doers, partners, targets
 *   setting/  places and days
 *   voice/    whose word each sentence is, and through which channel
 *   told/     planned, foiled, alleged, denied, background; what is no record at all
 *   merge/    the tellings of one happening in a document; totals, and what makes them up */
#ifndef CODE_SCENE_H
#define CODE_SCENE_H

#include "code/match/match.h"

/* How many scenes away one sentence's other acts are looked for: bounds the work on a
 * hostile text of one endless sentence. */
enum { SCENES_NEAR = 16 };

/* So many sentences make a report; fewer are a message, or a sentence out of one. */
enum { REPORT_SENTENCES = 3 };

/* Words of the text that fill a role. */
typedef struct Part {
  uint32_t first, last; /* tokens */
  uint32_t phrase;      /* they come from, or NONE */
} Part;

typedef VEC(Part) Parts;

typedef struct Effect {
  Str what;
  Count count;
  uint32_t phrase; /* of those it befell, or NONE */
  Part of;
  uint32_t token; /* its own trigger */
  bool subset;
  bool restated; /* the same people as another calls them: «إن القتلى مدنيون» */
  bool open;     /* told once more as «at least» so many, which is no other number where tellings are compared */
} Effect;

typedef VEC(Effect) Effects;
typedef VEC(uint32_t) Numbers32;
typedef VEC(Str) Strs;
typedef struct Weighed {
  Str why; /* empty: it was not weighed */
  bool told;
} Weighed;
typedef VEC(Weighed) Weighings;

/* What speaks against an act's having come about; why each, stance.c tells. */
// clang-format off
#define DOUBT_LIST(X) \
  X(DOUBT_OF_UNREAL, "of something unreal") \
  X(DOUBT_PREVENTED, "prevented") \
  X(DOUBT_BARRED, "barred") \
  X(DOUBT_ANY, "any there might be") \
  X(DOUBT_MIGHT_BE, "might be") \
  X(DOUBT_GOVERNED, "governed by what is unreal") \
  X(DOUBT_CALLED_FOR, "called for") \
  X(DOUBT_GOES_ON, "goes on") \
  X(DOUBT_PLAN, "a plan") \
  X(DOUBT_PURPOSE, "a purpose") \
  X(DOUBT_SUBJUNCTIVE, "subjunctive") \
  X(DOUBT_ASKED, "asked") \
  X(DOUBT_CONDITION, "on a condition") \
  X(DOUBT_NEGATED, "negated") \
  X(DOUBT_NEAR_MISS, "nearly") \
  X(DOUBT_THREATENED, "threatened") \
  X(DOUBT_WORD_BEFORE, "a word before it") \
  X(DOUBT_COUNTLESS, "countless") \
  X(DOUBT_KIND, "a kind of act") \
  X(DOUBT_HABIT, "a habit") \
  X(DOUBT_STATE, "how things stand") \
  X(DOUBT_PEACE, "at peace") \
  X(DOUBT_OF_NOBODY, "of nobody")
// clang-format on

#define X(name, word) name,
typedef enum Doubt { DOUBT_LIST(X) DOUBT_COUNT } Doubt;
#undef X

typedef struct Scene {
  uint32_t match;
  const Frame *frame;
  RecordKind kind;
  uint32_t type_row; /* of an event or tally */
  Str type;
  uint32_t first, last; /* tokens of the trigger */
  uint32_t token, phrase, clause, sentence;
  uint32_t told; /* the sentence of its newest telling */
  Parts also, agents, partners, targets, via;
  Parts named; /* persons told by name among those an outcome befell */
  Strs fates;  /* [named.n], that outcome's what; empty: what the act itself does to them */
  Effects effects;
  Numbers32 places; /* place mentions */
  Part spot;        /* the noun that tells its site, where no name does; or no words */
  uint32_t date;    /* mention, or NONE */
  uint32_t said;    /* mention of the day of the statement, or NONE */
  uint32_t speaker; /* in the document's speakers, or NONE */
  Parts others;     /* further speakers that told it */
  Parts others_via; /* the channels through which their word came */
  uint32_t owner;   /* the speaker who told it as his own deed, or NONE */
  uint32_t denier;  /* the speaker who said that it was not his, or NONE */
  Count count;
  Count shots; /* how many were fired or thrown, where the act is fire: «أطلق سبعة صواريخ» */
  Str stance, direction;
  uint32_t part_of; /* scene, or NONE */
  uint32_t merged;  /* into which scene, or NONE */
  uint32_t doubts;  /* bits by Doubt */
  uint32_t nth;     /* «ثالث هجوم خلال شهر»: of how many it is the last, or 0 */
  bool background, total, dropped, alone;
  bool toll;                /* a figure of what befell people */
  bool own_place, own_date; /* found in its own clause, not only in its sentence */
  bool far_date;            /* in its sentence, but too far off to be more than a sign of what is told */
  bool from_start;          /* it was when what its date tells began: «منذ 2014 حين …» */
  bool vague_date;          /* its clause says when, but not on which day: «قبل أيام» */
  bool unsure_place;        /* likelier none */
  bool elsewhere;           /* its places are taken over from the report's news */
  bool aimed;               /* at a place, which is no target */
} Scene;

typedef struct Speaker {
  Parts who, via;
  Part body;       /* the words with post and body: «المتحدث باسم الجيش», where who is his name */
  uint32_t phrase; /* of the first of who */
  uint32_t same;   /* the first speaker that is the same one; itself */
  bool denies, doubted; /* the verb says so: «نفى», «زعم» */
} Speaker;

typedef struct Stage {
  Arena *arena;
  const MatchInput *m;
  const Matches *matches;
  VEC(Scene) scenes;
  Numbers32 outcomes;       /* matches of outcome frames, by token */
  uint32_t *scene_of_token; /* by token: the scene it triggers, or NONE */
  VEC(Speaker) speakers;
  uint32_t *speaker_of; /* by token, or NONE */
  uint32_t paper;       /* the first token of a paper that is given in full, to the end of the text; NONE */
  Trace *trace;         /* or NULL */
  Weighings verdicts;   /* by scene, where there is a trace: how each was weighed (verdict.c) */
} Stage;

void scenes_make(Stage *s);
/* «محاولة اغتيال»: the complement of a noun of trying. */
bool act_attempted(const Stage *s, const Scene *scene);
/* Takes out of a scene's agents and targets what is nobody, and marks it as aimed at a place where that was one. */
void scene_drop_nobodies(const Stage *s, Scene *x); /* nobody.c */
/* «غارة على صعدة»: does it tell no more of whom it hit than where that was? */
bool scene_hits_place_alone(const Stage *s, const Scene *x); /* nobody.c */
/* «غارة على ثكنة في صعدة»: does it name somebody or something that is no place? */
bool scene_hits_more_than_place(const Stage *s, const Scene *x); /* nobody.c */

/* Shared by the stages. */
static inline const Phrase *stage_phrase(const Stage *s, uint32_t i) { return &s->m->c->phrases[i]; }
static inline const Clause *stage_clause(const Stage *s, uint32_t i) { return &s->m->c->clauses[i]; }
/* Is the word a verb, and no part of a phrase? */
static inline bool stage_is_verb(const Stage *s, uint32_t token) {
  return s->m->c->phrase_of[token] == NONE && word_best(s->m->in->words, token)->pos == POS_VERB;
}
static inline const TypeRow *stage_type(const Stage *s, const Scene *scene) {
  return grammar_type(s->m->g, scene->type_row);
}

/* Has its type the trait? That of a figure or a trend has none. */
static inline bool scene_is(const Stage *s, const Scene *scene, TypeTrait trait) {
  return type_is(stage_type(s, scene), trait);
}

/* An act whose words leave open what was done, and which nothing with it says. */
static inline bool scene_is_vague(const Scene *x) { return x->frame->vague && str_eq(x->type, x->frame->type); }

/* Does it take place nowhere, by its type or by its words: a sanction, a telephone call? */
static inline bool scene_is_nowhere(const Stage *s, const Scene *x) {
  return x->frame->nowhere || type_is(stage_type(s, x), TRAIT_NOWHERE);
}

/* «36 حالة اختطاف» (36 cases of abduction): the phrase whose number and plural count the act of `phrase`: its own, or
 * of the noun that only counts it. */
uint32_t phrase_counting(const Stage *s, uint32_t phrase);

/* Is it told how many any of its outcomes befell? */
bool scene_counts(const Scene *x);

/* What an act of custody does to whom it befalls: arrested, abducted, released; empty for any other. */
Str scene_custody(const Stage *s, const Scene *x);

/* One, and no more: a man, an act. */
static inline bool count_is_one(Count c) { return c.set && c.min == 1 && c.max == 1; }

/* «سالم العلي», «الرئيس»: somebody by his name, or by a high post that is known. */
static inline bool told_in_person(const Stage *s, const Phrase *f) {
  return f->person != NONE || (f->definite && f->classes & (s->m->k->official | s->m->k->leader));
}

/* A sum of money: the one figure that its words may tell and need not. */
static inline bool scene_is_sum(const Scene *x) { return x->kind == RECORD_FIGURE && x->frame->weak; }

/* A record of its own, told in the document's present: its place may be another's too. */
static inline bool scene_is_news(const Scene *x) { return x->merged == NONE && !x->dropped && !x->background; }

/* News of which others take place and day: not what may be no act at all. */
static inline bool scene_gives(const Scene *x) { return scene_is_news(x) && !x->frame->weak; }

/* The words of a phrase with all that belongs to its name, without «و» and clitic
 * prepositions where the name can be told from them. */
Part part_of_phrase(const Stage *s, uint32_t phrase);
/* Adds it to the list, unless one there shares a word with it. */
void parts_add(Stage *s, Parts *list, Part part);
/* One of those told by name whom an outcome of the scene befell; a name told again has the fate told last. */
void scene_add_named(Stage *s, Scene *x, Part name, Str fate);
/* Adds each of `more`, another list, so. */
void parts_add_all(Stage *s, Parts *list, const Parts *more);
/* Do the two share a token? */
static inline bool part_overlaps(Part a, Part b) { return a.first < b.last && b.first < a.last; }
/* Does any of the list share a word with the part? */
bool parts_overlap(const Parts *list, Part part);
/* Takes those out of the list that share a word with the part. */
void parts_drop(Parts *list, Part part);
/* Takes out the one at that place of the list. */
void parts_drop_at(Parts *list, uint32_t at);
/* The classes of all the words among these tokens. */
ClassSet classes_of_words(const Stage *s, uint32_t first, uint32_t last);
/* The count that a phrase tells: its number, a dual, one of a singular or a named person. */
Count count_of_phrase(const Stage *s, uint32_t phrase);
/* «آخرين», «عدد آخر»: more than those told before, and none of them. */
bool told_as_others(const Stage *s, uint32_t phrase);
/* Does «ب», or another preposition of cause or means, govern the phrase? */
static inline bool by_means(const Stage *s, const Phrase *f) {
  if (f->prep == NONE) return false;
  return f->prep == s->m->g->prep_bi || s->m->c->marks[f->prep_token] & SET_BIT(SET_CAUSE_PREPOSITION);
}

/* The match of an outcome's frame whose trigger stands there, or NULL. */
const Match *outcome_at(const Stage *s, uint32_t token);
/* A new scene at the end of the list; its number, or NONE. */
uint32_t scene_new(Stage *s, uint32_t match, const Frame *frame, RecordKind kind, uint32_t type_row);
/* Puts the scenes into the order of the text: those that outcomes made came last. */
void scenes_order(Stage *s);
/* absorb.c: what `from` knows and `into` does not goes over; `from` is marked merged. */
void scene_absorb(Stage *s, uint32_t into, uint32_t from);
/* absorb.c: one more speaker (Stage.speakers) tells of it. */
void scene_hear(Stage *s, uint32_t scene, uint32_t who);
/* The relative clause on the scene's noun whose verb is of one of the sets; NONE. */
uint32_t scene_relative(const Stage *s, const Scene *scene, SetMask sets);
/* The scene that this one went into, or itself; NONE of NONE. */
uint32_t scene_live(const Stage *s, uint32_t scene);
/* «هجوم اتهمت المنظمة الجيش بتنفيذه», «هجوم اتهم به الجيش»: the relative clause that lays the scene's noun on somebody;
 * NONE. */
uint32_t scene_accused(const Stage *s, const Scene *scene);
/* Does the word at `token` stand in `part` too, whatever its clitics, its case and, of an adjective, its gender: «وفداً»
 * and «الوفد», «مسلحي» and «المسلحين», «تونسي» and «تونسية»? */
bool part_has_word(const Stage *s, uint32_t token, Part part);
/* Do all words of `part` stand in `whole`, signs apart? */
bool part_within(const Stage *s, Part part, Part whole);
/* Are they the same words, told in one place or in two? */
static inline bool part_repeats(const Stage *s, Part a, Part b) { return part_within(s, a, b) && part_within(s, b, a); }
/* Do two stretches of words name the same (half of their words shared)? */
bool parts_alike(const Stage *s, Part a, Part b);
/* Does one of the list name the same as `part`? */
bool parts_have(const Stage *s, const Parts *list, Part part);

#endif
