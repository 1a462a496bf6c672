/* Whose word a verb of telling gives. */
#ifndef CODE_TELLER_H
#define CODE_TELLER_H

#include "code/voice/telling.h"

/* Who has been heard up to the verb. */
typedef struct Heard {
  uint32_t last;    /* the newest speaker, or SPEAKER_OUTLET */
  uint32_t current; /* of the segment that the verb stands in, or SPEAKER_OUTLET */
  bool spoke;       /* somebody speaks in this sentence or at the end of the one before */
} Heard;

/* A number of Stage.speakers, SPEAKER_OUTLET, or SPEAKER_UNTOLD where nobody can be told. A new speaker goes to
 * Stage.speakers. */
uint32_t teller_of(Stage *s, const Telling *t, const Heard *heard);

#endif
