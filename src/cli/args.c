#include "cli/args.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/out.h"

typedef struct ArgText {
  const char *name, *value, *help; /* value NULL: a flag */
} ArgText;

static const ArgText texts[ARG_COUNT] = {
    [ARG_FORMAT] = {"format", "FORMAT", NULL},
    [ARG_PUBLISHED] = {"published", "DATE", "publication date (2024-07-17) of documents that do not tell theirs"},
    [ARG_OUTLET] = {"outlet", "NAME", "outlet of documents that do not tell theirs"},
    [ARG_META] = {"meta", "FILE.csv", "what is known about bare files: columns file, published, outlet, url"},
    [ARG_DATA] = {"data", "DIR", "a folder of data laid over the built-in one, by id"},
    [ARG_FAIL] = {"fail", NULL, "exit 4 if there are findings"},
    [ARG_DOCS] = {"docs", NULL, "a line for each document"},
    [ARG_TYPES] = {"types", NULL, "a line for each kind and type of record"},
    [ARG_ERRORS] = {"errors", NULL, "a line for each record missed, too many, or wrong in a field"},
    [ARG_THREADS] = {"threads", "N", "threads that code; one for each processor by default"},
    [ARG_ALL] = {"all", NULL, "every document, and not only those of another version"},
    [ARG_FROM] = {"from", "DATE", "of this day or later (2024, 2024-06, 2024-06-03)"},
    [ARG_TO] = {"to", "DATE", "of this day or earlier"},
    [ARG_PLACE] = {"place", "PLACE", "in this place or in what it contains: a name, an id, a country's code"},
    [ARG_ACTOR] = {"actor", "ACTOR", "who did it, to whom, or who says so: a name or an id"},
    [ARG_PERSON] = {"person", "NAME", "a person who is named"},
    [ARG_TYPE] = {"type", "TYPE", "airstrike, arrest, ...; of findings sum, relay, ..."},
    [ARG_SOURCE] = {"source", "OUTLET", "told by this outlet"},
    [ARG_MIN_KILLED] = {"min-killed", "N", "with at least so many killed"},
    [ARG_TEXT] = {"text", "WORDS", "whose text has all these words, in any form of them"},
    [ARG_REVIEWED] = {"reviewed", NULL, "accepted or corrected by a reviewer"},
    [ARG_UNREVIEWED] = {"unreviewed", NULL, "machine-coded alone"},
    [ARG_UNDATED] = {"undated", NULL, "without a date: documents without one of publication"},
    [ARG_SORT] = {"sort", "COLUMN", "by this column; with - before it from the highest down"},
    [ARG_LIMIT] = {"limit", "N", "so many rows at most; 0 for all"},
    [ARG_BY] = {"by", "NAME", "who decides; the name of the user by default"},
    [ARG_WHY] = {"why", "TEXT", "the reason"},
    [ARG_AS] = {"as", "LAYOUT", "csv, jsonl, xlsx, geojson, gpkg, acled, ged or plover"},
    [ARG_OUTPUT] = {"output", "FILE", "write to this file (-o FILE); - is standard output, the default"},
    [ARG_REVIEWED_ONLY] = {"reviewed-only", NULL, "the same as --reviewed"},
    [ARG_MASK_NAMES] = {"mask-names", NULL, "a pseudonym for everyone who is not a public actor"},
    [ARG_SHOW_NAMES] = {"show-names", NULL, "minors and victims of sexual violence too, who are masked by default"},
    [ARG_MASK_KEY] = {"mask-key", "FILE", "the same pseudonyms each time: made with the bytes of this file"},
    [ARG_MAP] = {"map", "LIST", "columns of the sheet: \"When=date,Deaths=killed\""},
    [ARG_PORT] = {"port", "N", "the port to listen on; 8400 by default, or the next that is free"},
    [ARG_BIND] = {"bind", "ADDR", "the address to listen on; 127.0.0.1 by default"},
    [ARG_TOKEN] = {"token", "TOKEN", "what writing wants; a random one by default, new each time"},
    [ARG_OPEN] = {"open", NULL, "open the page in the browser"},
    [ARG_HELP] = {"help", NULL, "this help"},
};

static uint64_t takes(const Verb *verb) {
  return verb->options | (verb->formats ? ARG_BIT(ARG_FORMAT) : 0) | ARG_BIT(ARG_HELP);
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Levenshtein's distance, one row at a time. */
static uint32_t distance(Str a, Str b) {
  enum { MOST = 32 };
  uint32_t row[MOST + 1];
  if (a.n > MOST || b.n > MOST) return UINT32_MAX;
  for (uint32_t j = 0; j <= b.n; j++) row[j] = j;
  for (uint32_t i = 1; i <= a.n; i++) {
    uint32_t corner = row[0];
    row[0] = i;
    for (uint32_t j = 1; j <= b.n; j++) {
      uint32_t change = corner + (a.p[i - 1] != b.p[j - 1]);
      corner = row[j];
      row[j] = least(change, least(row[j], row[j - 1]) + 1);
    }
  }
  return row[b.n];
}

const char *nearest(const char *wrong, const char *const *names, uint32_t n) {
  const char *best = NULL;
  Str w = str_of(wrong);
  uint32_t best_distance = 1 + (uint32_t)((w.n + 1) / 3 < 3 ? (w.n + 1) / 3 : 3);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t d = str_starts(str_of(names[i]), w) && w.n > 1 ? 0 : distance(w, str_of(names[i]));
    if (d < best_distance) {
      best = names[i];
      best_distance = d;
    }
  }
  return best;
}

static bool unknown(const Verb *verb, Str name) {
  const char *names[ARG_COUNT];
  uint32_t n = 0;
  for (uint32_t i = 0; i < ARG_COUNT; i++)
    if (takes(verb) & ARG_BIT(i)) names[n++] = texts[i].name;
  char wrong[64];
  snprintf(wrong, sizeof wrong, "%.*s", STR_ARG(name));
  const char *near = nearest(wrong, names, n);
  tell(str_of(verb->name), "unknown option --%s%s%s%s; 'daftar %s --help' lists them", wrong,
       near ? "; did you mean --" : "", near ? near : "", near ? "?" : "", verb->name);
  return false;
}

/* One option at argv[*i]; its value may be the next word. */
static bool read_option(const Verb *verb, Str word, int argc, char **argv, int *i, Args *args) {
  Str rest = word, name = str_cut(&rest, '=');
  for (uint32_t id = 0; id < ARG_COUNT; id++) {
    if (!(takes(verb) & ARG_BIT(id)) || !str_eq(name, str_of(texts[id].name))) continue;
    if (!texts[id].value && rest.p) {
      tell(str_of(verb->name), "--%s takes no value", texts[id].name);
      return false;
    }
    if (!texts[id].value) {
      args->value[id] = "";
      return true;
    }
    if (!rest.p && *i + 1 >= argc) {
      tell(str_of(verb->name), "--%s wants %s", texts[id].name, texts[id].value);
      return false;
    }
    args->value[id] = rest.p ? rest.p : argv[++*i];
    return true;
  }
  return unknown(verb, name);
}

static bool format_ok(const Verb *verb, const char *format) {
  Str rest = str_of(verb->formats);
  while (rest.p)
    if (str_eq(str_cut(&rest, '|'), str_of(format))) return true;
  tell(str_of(verb->name), "no format \"%s\"; there are %s", format, verb->formats);
  return false;
}

bool args_read(const Verb *verb, int argc, char **argv, Args *args) {
  *args = (Args){.files = (const char **)argv};
  bool options = true;
  for (int i = 0; i < argc; i++) {
    const char *word = argv[i];
    if (options && strcmp(word, "--") == 0) {
      options = false;
    } else if (options && strcmp(word, "-h") == 0) {
      args->value[ARG_HELP] = "";
    } else if (options && strncmp(word, "--", 2) == 0) {
      if (!read_option(verb, str_of(word + 2), argc, argv, &i, args)) return false;
    } else if (options && strcmp(word, "-o") == 0 && takes(verb) & ARG_BIT(ARG_OUTPUT)) {
      if (!read_option(verb, STR("output"), argc, argv, &i, args)) return false;
    } else if (options && word[0] == '-' && word[1]) {
      tell(str_of(verb->name), "unknown option %s; 'daftar %s --help' lists them", word, verb->name);
      return false;
    } else {
      /* Never overtakes the words still to be read. */
      args->files[args->nfiles++] = word;
    }
  }
  if (args->value[ARG_HELP]) return true;
  if (args->value[ARG_FORMAT] && !format_ok(verb, args->value[ARG_FORMAT])) return false;
  if (verb->files[0] && !args->nfiles) {
    tell(str_of(verb->name), "give it %s; 'daftar %s --help' tells more", verb->files, verb->name);
    return false;
  }
  return true;
}

bool args_format_is(const Args *args, const Verb *verb, const char *name) {
  Str rest = str_of(verb->formats), asked = str_cut(&rest, '|');
  if (args->value[ARG_FORMAT]) asked = str_of(args->value[ARG_FORMAT]);
  return str_eq(asked, str_of(name));
}

void args_help(const Verb *verb) {
  printf("usage: daftar %s [OPTION...] %s\n\n%s\n\nOptions:\n", verb->name, verb->files, verb->about);
  for (uint32_t id = 0; id < ARG_COUNT; id++) {
    if (!(takes(verb) & ARG_BIT(id))) continue;
    char head[48];
    snprintf(head, sizeof head, "--%s%s%s", texts[id].name, texts[id].value ? " " : "",
             texts[id].value ? texts[id].value : "");
    if (id == ARG_FORMAT)
      printf("  %-18s  one of %s; the first by default\n", head, verb->formats);
    else
      printf("  %-18s  %s\n", head, texts[id].help);
  }
  if (verb->more) verb->more();
  printf("\nExamples:\n%s\n\nExit status: 0 done, 1 done with some inputs refused (each is named), 2 wrong usage,\n"
         "3 could not%s.\n",
         verb->examples, verb->options & ARG_BIT(ARG_FAIL) ? ", 4 findings and --fail" : "");
}
