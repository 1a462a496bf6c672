/* A verb's options and files. */
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include "base/str.h"

typedef enum ArgId {
  ARG_FORMAT,
  ARG_PUBLISHED,
  ARG_OUTLET,
  ARG_META,
  ARG_DATA,
  ARG_FAIL,
  ARG_DOCS,
  ARG_TYPES,
  ARG_ERRORS,
  ARG_THREADS,
  ARG_ALL,
  ARG_FROM,
  ARG_TO,
  ARG_PLACE,
  ARG_ACTOR,
  ARG_PERSON,
  ARG_TYPE,
  ARG_SOURCE,
  ARG_MIN_KILLED,
  ARG_TEXT,
  ARG_REVIEWED,
  ARG_UNREVIEWED,
  ARG_UNDATED,
  ARG_SORT,
  ARG_LIMIT,
  ARG_BY,
  ARG_WHY,
  ARG_AS,
  ARG_OUTPUT,
  ARG_REVIEWED_ONLY,
  ARG_MASK_NAMES,
  ARG_SHOW_NAMES,
  ARG_MASK_KEY,
  ARG_MAP,
  ARG_PORT,
  ARG_BIND,
  ARG_TOKEN,
  ARG_OPEN,
  ARG_HELP,
  ARG_COUNT
} ArgId;

#define ARG_BIT(id) ((uint64_t)1 << (id))
#define ARGS_FILTER                                                                                                \
  (ARG_BIT(ARG_FROM) | ARG_BIT(ARG_TO) | ARG_BIT(ARG_PLACE) | ARG_BIT(ARG_ACTOR) | ARG_BIT(ARG_PERSON) |           \
   ARG_BIT(ARG_TYPE) | ARG_BIT(ARG_SOURCE) | ARG_BIT(ARG_MIN_KILLED) | ARG_BIT(ARG_TEXT) | ARG_BIT(ARG_REVIEWED) | \
   ARG_BIT(ARG_UNREVIEWED) | ARG_BIT(ARG_UNDATED) | ARG_BIT(ARG_SORT) | ARG_BIT(ARG_LIMIT))
#define ARGS_INPUT (ARG_BIT(ARG_PUBLISHED) | ARG_BIT(ARG_OUTLET) | ARG_BIT(ARG_META))

typedef struct Args {
  const char *value[ARG_COUNT]; /* NULL where the option was not given; "" for a flag */
  const char **files;           /* in argv's own room */
  uint32_t nfiles;
} Args;

typedef struct Verb {
  const char *name;
  const char *files;   /* "FILE…"; "" where it takes none */
  const char *summary; /* one line */
  const char *formats; /* "table|jsonl|csv", the first by default; NULL: no --format */
  uint64_t options;    /* ARG_BIT of what it takes, --format and --help aside */
  const char *about;   /* paragraphs of its help */
  const char *examples;
  int (*run)(const Args *args);
  void (*more)(void); /* prints what else its help tells; may be NULL */
} Verb;

/* Reads argv behind the verb's name. False after telling what is wrong (exit 2). */
bool args_read(const Verb *verb, int argc, char **argv, Args *args);

/* Is the format that was asked for, or the first, `name`? */
bool args_format_is(const Args *args, const Verb *verb, const char *name);

/* The verb's help on standard output. */
void args_help(const Verb *verb);

/* The name nearest to `wrong` if it is near at all, else NULL. */
const char *nearest(const char *wrong, const char *const *names, uint32_t n);

#endif
