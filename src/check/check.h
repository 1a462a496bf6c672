/* Findings: what does not add up, each with its records, sentences and arithmetic.
 *
 * A finding is a question to a reader, not a verdict: it speaks of *this telling* of a
 * matter, names outlet and speaker apart, and shows the sentences. Every kind is a pure
 * function of the documents and their records, listed in one table with those that are not
 * built yet. What each consumes and when it is silent stands in docs/findings.md. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "record/record.h"
#include "record/writer.h"

/* A date in a text whose weekday and day disagree, as lang/date finds it. */
typedef struct CheckClash {
  Quote quote; /* «الخميس 12 آذار 2024» */
  Str edtf;    /* the day it names: 2024-03-12 */
  bool hijri;
} CheckClash;

typedef struct CheckDoc {
  Str id, published, outlet; /* published: YYYY-MM-DD…; empty where unknown */
  Str text;
  const Record *records;
  uint32_t nrecords;
  const Record *others; /* its records that are not looked at, but may speak against what is found */
  uint32_t nothers;
  const CheckClash *clashes;
  uint32_t nclashes;
  /* Only a ledger knows these; 0: unknown. */
  uint32_t copies; /* documents whose texts are near-copies have one number */
  uint32_t page;   /* versions of one page have one small number, and stand in the order of their retrieval */
} CheckDoc;

/* A happening as one document tells it, in one record or several. */
typedef struct CheckTelling {
  const CheckDoc *doc;
  const Record *const *records; /* in text order */
  uint32_t nrecords;
  uint32_t incident; /* tellings of one incident have one number, counted from 0 */
} CheckTelling;

/* Two tellings that linking holds for one incident, `a` of the document that comes first. */
typedef struct CheckPair {
  uint32_t a, b;  /* of the input's tellings */
  int32_t points; /* of linking, without those for what the two may contradict each other in */
} CheckPair;

typedef struct CheckInput {
  const CheckDoc *docs;
  uint32_t ndocs;
  /* From linking (ledger/link/tellings.h), with a reviewer's decisions where there are any. Without
   * them nothing is found that compares tellings of one incident. */
  const CheckTelling *tellings;
  const CheckPair *pairs;
  uint32_t ntellings, npairs;
  bool ledger; /* report also what only a collection can tell: lone, corroborated, recycled, changed */
} CheckInput;

/* A sentence that the finding stands on. */
typedef struct CheckSentence {
  Str doc;
  Quote quote;
} CheckSentence;

/* What a finding's sentence tells, piece by piece, so that it can be told in another language.
 * docs/findings.md lists what each kind has, and in which order. */
typedef struct CheckPart {
  Str is;       /* outlet, from, count, what, place, … */
  Str id, name; /* of an actor or a place that the data knows */
  Str words;    /* the text's own, a day or a period as EDTF, or a code: killed, airstrike */
  Count count;  /* not set where it is no number */
} CheckPart;

typedef struct Finding {
  Str kind;        /* sum, relay, … */
  const Str *docs; /* ids, in the order of the input */
  uint32_t ndocs;
  const Str *records; /* ids; the total, or the earlier one, first */
  uint32_t nrecords;
  Str text; /* a sentence in plain English */
  const CheckPart *parts;
  uint32_t nparts;
  const CheckSentence *sentences;
  uint32_t nsentences;
  Str arithmetic; /* "13 + 30 = 43, the text says 44"; empty where there is nothing to reckon */
} Finding;

typedef struct Findings {
  VEC(Finding) list;
} Findings;

typedef enum CheckScope {
  CHECK_WITHIN, /* needs one document at a time */
  CHECK_ACROSS, /* compares documents */
  CHECK_LEDGER  /* runs only on a ledger's input */
} CheckScope;

typedef struct CheckKind {
  const char *name, *fires; /* fires: when, in a few words */
  CheckScope scope;
  void (*run)(Arena *arena, const CheckInput *input, Findings *findings); /* NULL: not built yet */
} CheckKind;

/* All kinds, the built and the others, in the order in which they report. */
const CheckKind *check_kinds(uint32_t *n);

/* Runs every kind that is built. The findings live in the arena and point into the input.
 * The same input gives the same findings in the same order. */
Findings check_run(Arena *arena, const CheckInput *input);
/* The same for one kind; nothing where there is no such kind or it is not built. */
Findings check_run_kind(Arena *arena, const CheckInput *input, Str kind);

/* {"finding","docs","records","text","parts","sentences","arithmetic"} and a line feed. */
void check_json(Writer *writer, const Finding *finding);
/* For a terminal of `width` cells: kind, text, arithmetic, then the sentences. */
void check_text(Writer *writer, const Finding *finding, uint32_t width);

#endif
