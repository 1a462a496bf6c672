/* The record: who did what to whom, where, when, how many, and who says so.
 *
 * Plain values; every Quote points into the document's text. Strings live in the arena the
 * record was made in, or in the engine's data; a record does not outlive them. What each
 * field means stands in docs/record.md. */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/vec.h"

typedef struct Quote {
  Str text;  /* the document's bytes at span */
  Span span; /* empty where there is no evidence */
} Quote;

typedef struct QuoteList {
  const Quote *at;
  uint32_t n;
} QuoteList;

/* A number as the text has it. `set` false: not told (JSON null). max is INFINITY where the
 * text gives only a lower bound («أكثر من 9 آلاف», more than nine thousand). */
typedef struct Count {
  double min, max;
  bool set, approx;
} Count;

typedef enum RecordKind { RECORD_EVENT, RECORD_TALLY, RECORD_FIGURE, RECORD_TREND } RecordKind;

typedef struct Place {
  Quote quote;
  Str id, name, country, admin1; /* empty where unknown; ids as in data/places */
  double lat, lon;               /* NAN where unknown */
  uint8_t precision;             /* 1–7 as in UCDP GED; 0 unknown */
  Str basis;                     /* stated, container, anchor, inferred, withheld */
} Place;

typedef struct Actor {
  Quote quote;
  Str id, name; /* empty where the words name no actor of the data */
  Str parent;   /* the id of whom it is a part, or for whom it speaks; empty: nobody */
} Actor;

typedef struct ActorList {
  const Actor *at;
  uint32_t n;
} ActorList;

typedef struct Outcome {
  Str what; /* killed, injured, … */
  Count count;
  Quote of;
  Str label;  /* the lemma of `of`'s head: the speaker's word for them («عنصر») */
  Str status; /* civilian, fighter, security, official, mixed, unstated; empty for things */
  Str side;   /* agent, target, bystander, unknown; empty for things */
  Count women, children;
  Str unit; /* USD, truck; empty for people */
  /* The text lists this one among the parts that make up an earlier outcome of the same
   * `what` in this record («30: 20 مدنياً و10 مسلحين», 30: 20 civilians and 10 gunmen). A
   * subset is no share. */
  bool share;
  bool restated; /* the same people as before, as another calls them («إن القتلى مدنيون», that the dead are civilians);
                    `among` is set, too */
  bool among; /* a subset of those told before («بينهم 4 أطفال», 4 children among them): never added */
} Outcome;

typedef struct Person {
  Quote quote; /* the name without title */
  Str name;
  Quote role;
  Count age;
  Str sex, fate;
} Person;

typedef struct Responsibility {
  Str how; /* claimed, admitted, attributed, denied, unknown; empty: does not apply */
  ActorList by;
} Responsibility;

typedef struct Record {
  Str id, doc;
  RecordKind kind;
  Str type;    /* airstrike, operation, … or for figures what is counted */
  Str plover;  /* empty: none */
  Str mode;    /* of plover; empty: none */
  Str acled;   /* "Event type: Sub-event type"; empty: none */
  Str cameo;   /* two digits; empty: none */
  bool ged;    /* an event as UCDP GED has it: organised violence, and somebody died */
  Str part_of; /* the id of the record whose total this one is part of */
  Quote trigger;
  QuoteList also;
  Count count;
  Str direction; /* trends: up, down, flat */
  Str time;      /* EDTF; empty: not told */
  Quote time_quote;
  Str said; /* EDTF: the day of the statement that tells it; empty: not told */
  const Place *places;
  uint32_t nplaces;
  ActorList agents, partners, targets;
  const Outcome *outcomes;
  uint32_t noutcomes;
  const Person *persons;
  uint32_t npersons;
  ActorList claimed_by;
  QuoteList via;
  Responsibility responsibility;
  Str stance; /* asserted, denied, alleged, planned, foiled */
  bool background;
  /* The text says of this record's count or outcomes that the records with part_of this one
   * are all of it («توزعوا على النحو التالي», they were spread as follows): findings need to
   * know a declared total from a chance neighbour. docs/findings.md says when to set it. */
  bool total;
  Span sentence;
  Str rule; /* the id of the frame that made it */
} Record;

Str record_kind_name(RecordKind kind);
bool record_kind_of(Str name, RecordKind *kind);

/* 16 hexadecimal digits: SHA-256 of the text's SHA-256, the kind, the type and the
 * trigger's span, in the arena. */
Str record_id(Arena *arena, const uint8_t text_hash[32], const Record *record);

/* What must hold of every record of a text: spans inside it and equal to their quotes,
 * min <= max, names of the fixed lists. For assert and tests. */
bool record_holds(const Record *record, Str text);

#endif
