/* A finding in the making: what every kind of finding does alike. */
#ifndef CHECK_DRAFT_H
#define CHECK_DRAFT_H

#include "check/check.h"

typedef struct Draft {
  Arena *arena;
  VEC(Str) docs;
  VEC(Str) records;
  VEC(CheckSentence) sentences;
  VEC(CheckPart) parts;
  Buffer text, arithmetic;
} Draft;

void draft_init(Draft *draft, Arena *arena);
/* Takes up a record: its id, its document, its sentence, each once. */
void draft_record(Draft *draft, const CheckDoc *doc, const Record *record);
/* Takes up a stretch of a document that is no record's. */
void draft_span(Draft *draft, const CheckDoc *doc, Span span);
/* Adds the finding to the list; nothing on a failed arena. */
void draft_done(Draft *draft, Str kind, Findings *findings);

/* Words for the plain-English sentence, and nothing else. */
void draft_say(Draft *draft, Str words);
#define draft_lit(draft, literal) draft_say((draft), STR(literal))

/* What the sentence tells: said in English, and kept as a part. `is` names it (CheckPart). */
void draft_mark(Draft *draft, const char *is); /* says nothing: what follows belongs to another */
void draft_number(Draft *draft, const char *is, double number);
void draft_count(Draft *draft, Count count);                       /* 5, 5 to 7, at least 20, about 2500 */
void draft_word(Draft *draft, const char *is, Str code);           /* killed, airstrike, 2024-03-12 */
void draft_quote(Draft *draft, const char *is, Str words);         /* «…» */
void draft_outlet(Draft *draft, const CheckDoc *doc);              /* «بلدي نيوز», or: document seed-003 */
void draft_actors(Draft *draft, const char *is, ActorList actors); /* CENTCOM and «…» */
void draft_place(Draft *draft, const Place *place);                /* Iraq, or «…» */
/* " The numbers are credited to CENTCOM; the original was not seen." or that no source is
 * named: whose word it is beside who tells it. */
void draft_speaker(Draft *draft, const Record *record);

#endif
