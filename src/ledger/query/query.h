/* Asking for rows: a statement in the making, and filters put into it. */
#ifndef LEDGER_QUERY_H
#define LEDGER_QUERY_H

#include "ledger/document/opened.h"

enum { QUERY_VALUES = 64 };

/* How rows are found that a filter asks for something of their records or texts. */
typedef enum QueryWay {
  QUERY_SET, /* all that have it are found first: as long as there are many of them */
  QUERY_WALK /* each row is tried, in the list's order: long where few have it */
} QueryWay;

/* SQL in the making, with the values of its question marks. */
typedef struct Query {
  Ledger *ledger;
  Arena *arena;
  Buffer sql;
  Str values[QUERY_VALUES]; /* text, or numbers in decimals where `number` */
  bool number[QUERY_VALUES];
  uint32_t nvalues;
  QueryWay way;
  bool ways;        /* a filter is written in one way or the other */
  int64_t gathered; /* rows that are gathered before the first one can be tried */
} Query;

void query_put(Query *query, const char *sql);
void query_text(Query *query, Str value); /* a question mark bound to it */
void query_number(Query *query, int64_t value);
/* Prepares what was put together, with its values; the caller ends it with sqlite3_finalize. */
sqlite3_stmt *query_begin(Query *query);

/* What a list's rows are, as filters see them. */
typedef enum QueryBase {
  BASE_INCIDENT, /* incident i */
  BASE_RECORD,   /* record r, its document d */
  BASE_DOCUMENT, /* document d */
  BASE_PERSON,   /* person p */
  BASE_FINDING,  /* finding f */
  BASE_DECISION, /* decision e */
  BASE_SHEET,    /* sheet_row w, its sheet h */
  QUERY_BASES
} QueryBase;

/* Adds " AND …" for each filter that is set. ERROR_USAGE names one that such rows do not have. */
MUST_USE ErrorCode filter_put(Query *query, QueryBase base, const LedgerFilter *filter, ErrorInfo *info);

/* What a name of a place stands for: a place, or all of a country or division. */
enum { FILTER_PLACES = 32 };
typedef struct FilterPlace {
  Str id, country, admin1; /* the id, or else whichever of the others is not empty */
} FilterPlace;
typedef struct FilterPlaces {
  FilterPlace at[FILTER_PLACES];
  uint32_t n;
} FilterPlaces;

/* ERROR_USAGE: it is none in this ledger. */
MUST_USE ErrorCode filter_places(Ledger *ledger, Arena *arena, const LedgerFilter *filter, FilterPlaces *out,
                                 ErrorInfo *info);
bool filter_place_fits(const FilterPlaces *places, Str id, Str country, Str admin1);
/* "(words = … OR actor = …)" over table record_actor. */
MUST_USE ErrorCode filter_actor(Query *query, const LedgerFilter *filter, ErrorInfo *info);
/* A name as table person has it. */
Str filter_norm(Arena *arena, Str name);
#endif
