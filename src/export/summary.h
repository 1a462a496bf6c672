/* What an incident's tellings come to: who, to whom, how many, and each source's own value of
 * each field beside the range. */
#ifndef EXPORT_SUMMARY_H
#define EXPORT_SUMMARY_H

#include "export/row.h"

/* A list of names, each once. */
typedef struct Names {
  VEC(Str) name, id; /* in step; name: English, or the words; id empty where the data has none */
} Names;

/* "13", "13-14", "12+", "" */
Str range_str(Arena *arena, LedgerRange range);
/* "2024-05-01" of a day since 1970-01-01; empty where it is LEDGER_NO_DAY. */
Str day_str(Arena *arena, int64_t day);

typedef enum FieldId {
  FIELD_TYPE,
  FIELD_TIME,
  FIELD_PLACE,
  FIELD_KILLED,
  FIELD_INJURED,
  FIELD_AGENTS,
  FIELD_TARGETS,
  FIELD_STANCE,
  FIELDS
} FieldId;
const char *field_name(FieldId field);

/* A value, and who tells it. */
typedef struct FieldValue {
  Str value;
  const LedgerTold *told; /* the first who does */
  uint32_t tellings;
} FieldValue;
typedef struct FieldValues {
  VEC(FieldValue) list; /* each value and outlet once, in the order of the tellings */
} FieldValues;
void field_values(Arena *arena, const LedgerIncident *incident, FieldId field, FieldValues *out);
/* "13 (CENTCOM, in Sahel 2024-05-02); 14 (Jazira 2024-05-03)" */
Str field_sources(Arena *arena, const LedgerIncident *incident, FieldId field);
/* Who says so, and where: "CENTCOM, in Sahel 2024-05-02". */
Str told_source(Arena *arena, const LedgerTold *told);

struct Summary {
  const LedgerTold *main;   /* of the incident's type, with the most exact place and time */
  const LedgerTold *mapped; /* main, or the first that ACLED has a type for; NULL: none has */
  const LedgerTold *toll;   /* the telling whose toll is the best estimate; NULL: none tells one */
  int64_t best;             /* killed: what most voices tell at last, the lower where they are even; LEDGER_OPEN none */
  int64_t from, to;         /* days; LEDGER_NO_DAY: open or unknown */
  Names agents, targets, speakers, outlets, persons, urls, documents, records;
  const Place *place; /* of the main telling; NULL: none */
};

Summary summary_of(Arena *arena, const LedgerIncident *incident);
Summary summary_of_record(Arena *arena, const LedgerTold *told);
/* "; " between. */
Str names_str(Arena *arena, const Names *names);
Str names_ids(Arena *arena, const Names *names);

/* day, month, year, range, unknown: how exactly the time is known. */
Str time_precision(Str edtf);
/* Words for GED's precision of places. */
Str place_class(int64_t precision);

#endif
