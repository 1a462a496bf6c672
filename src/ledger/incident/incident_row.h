/* An incident's row, made of what its members tell. */
#ifndef LEDGER_INCIDENT_ROW_H
#define LEDGER_INCIDENT_ROW_H

#include "ledger/document/opened.h"

/* A record of an incident's, as its columns have it. */
typedef struct IncidentRecord {
  int64_t row;
  Str type, time;
  int64_t killed[2], injured[2]; /* least, most; DB_NONE: not told, open */
  bool reviewed, corrected;
  Str incident; /* that it was of; empty: none */
} IncidentRecord;

/* A happening of one document. */
typedef struct IncidentMember {
  int64_t document, voice;
  Str outlet;
  const Place *place; /* its most exact, or NULL: the caller's to set */
  const IncidentRecord *records;
  uint32_t nrecords;
} IncidentMember;

typedef struct IncidentMembers {
  Str id; /* of the incident */
  IncidentMember *at;
  uint32_t n;
} IncidentMembers;

/* The document's records that are of the incident as the ledger stands; in ledger->batch. False: none, or a failure. */
bool incident_member_of(Ledger *ledger, int64_t document, Str incident, IncidentMember *out);
/* The records of these rows; in ledger->batch. False: no such document, or a failure. */
bool incident_member_with(Ledger *ledger, int64_t document, const int64_t *rows, uint32_t n, IncidentMember *out);

/* Writes the row; the number of its documents. */
uint32_t incident_write(Ledger *ledger, const IncidentMembers *members);

#endif
