/* daftar: the command line. */
#include <errno.h>
#include <stdio.h>

#include "cli/args.h"
#include "cli/out.h"
#include "cli/verbs.h"

static const Verb *const verbs[] = {&verb_code,   &verb_read,   &verb_explain, &verb_check, &verb_ingest,
                                    &verb_list,   &verb_export, &verb_import,  &verb_show,  &verb_set,
                                    &verb_recode, &verb_review, &verb_serve,   &verb_score, &verb_lint};
enum { NVERBS = sizeof verbs / sizeof *verbs };

static void usage(FILE *to) {
  fputs("usage: daftar COMMAND [OPTION...] FILE...\n\n"
        "Turns Arabic conflict news into a record that can be checked: who did what to whom,\n"
        "where, when, how many, and who says so, each field tied to the words it came from.\n\n"
        "Commands:\n",
        to);
  for (size_t i = 0; i < NVERBS; i++) fprintf(to, "  %-8s %s\n", verbs[i]->name, verbs[i]->summary);
  fputs("\nOptions:\n"
        "  --help     this help; 'daftar COMMAND --help' for a command's\n"
        "  --version  the program's version\n"
        "  --credits  where the data comes from, and under which licences\n\n"
        "Examples:\n"
        "  daftar code report.txt\n"
        "  daftar check --published 2024-07-17 report.txt\n\n"
        "Records are machine-coded: read the sentence before you quote the number.\n",
        to);
}

static int unknown(const char *word) {
  const char *names[NVERBS];
  for (size_t i = 0; i < NVERBS; i++) names[i] = verbs[i]->name;
  const char *near = nearest(word, names, NVERBS);
  tell(STR_NONE, "\"%s\" is not a daftar command%s%s%s; 'daftar --help' lists them", word,
       near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
  return EXIT_USAGE;
}

/* printf's output, checked. */
static int printed(void) {
  if (fflush(stdout) == 0 || errno == EPIPE) return EXIT_DONE;
  tell(STR("standard output"), "%s", strerror(errno));
  return EXIT_FAILED;
}

static const Verb *find(const char *name) {
  for (size_t i = 0; i < NVERBS; i++)
    if (strcmp(verbs[i]->name, name) == 0) return verbs[i];
  return NULL;
}

static int help(const char *name) {
  const Verb *verb = name ? find(name) : NULL;
  if (name && !verb) return unknown(name);
  if (verb)
    args_help(verb);
  else
    usage(stdout);
  return printed();
}

int main(int argc, char **argv) {
  if (argc < 2) {
    usage(stderr);
    return EXIT_USAGE;
  }
  const char *word = argv[1];
  if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) return help(NULL);
  if (strcmp(word, "help") == 0) return help(argc > 2 ? argv[2] : NULL);
  if (strcmp(word, "--credits") == 0) return credits();
  if (strcmp(word, "--version") == 0) {
    puts("daftar " DAFTAR_VERSION);
    return printed();
  }
  const Verb *verb = find(word);
  if (!verb) return unknown(word);
  Args args;
  if (!args_read(verb, argc - 2, argv + 2, &args)) return EXIT_USAGE;
  return args.value[ARG_HELP] ? help(verb->name) : verb->run(&args);
}
