/* Is an act told, so that it is a record? */
#ifndef CODE_TOLD_H
#define CODE_TOLD_H

#include "code/scene/signs.h"
#include "code/told/likest.h"

/* How it was decided whether an act is told. */
typedef struct Verdict {
  bool told;
  const char *ground;    /* what decided without weighing; NULL: it was weighed */
  int sum, least;        /* of the weights, and from where on it is told */
  const int8_t *weights; /* by EvidenceSign */
  Signs signs;           /* those that hold */
  uint32_t doubts;       /* bits by Doubt: those weighed */
  int pairs;             /* what signs weigh together */
  int type;              /* how often words of its type tell an act */
} Verdict;

/* Does the text tell that the act came about, rather than only name it? */
Verdict scene_told(const Stage *s, const Scene *scene, Likest likest);

/* What a doubt weighs. */
int doubt_weight(uint32_t doubt);

/* verdict.c: keeps how the scene was decided on, where the stage has a trace. */
void verdict_keep(Stage *s, uint32_t scene, Verdict verdict, Likest likest);

/* An act of a general kind: others take its place and time, but it is no record. */
bool scene_in_general(const Stage *s, const Scene *scene);

/* Planned, foiled, alleged, denied or asserted; and what speaks against each scene's being told at all. */
void scenes_stance(Stage *s);
/* Takes words of war for none where nothing of war stands around them. */
void scenes_at_peace(Stage *s);
/* Looks at the scene before it too, whose own must be known already. */
bool scene_is_background(const Stage *s, uint32_t scene);
/* «قبل أن يفجر نفسه»: an imperfect that tells what came about next. */
bool clause_came_next(const Stage *s, const Clause *c);
void scenes_recede(Stage *s); /* what is told once and in passing is history */
void scenes_trace(Stage *s);  /* what became of each, for who asks why */

#endif
