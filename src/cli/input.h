/* The documents a verb was given, one after the other; what is refused is told and counted. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "cli/args.h"
#include "cli/progress.h"
#include "engine/engine.h"
#include "read/reader.h"

typedef struct Input {
  Arena arena; /* options and the reader */
  Arena work;  /* a document's, reset for each */
  Reader *reader;
  EngineMemo *memo; /* made with the first document */
  Progress progress;
  uint64_t documents, refused, undated; /* undated: `published` is given but is no date */
} Input;

/* EXIT_DONE, or the status to leave with after telling why. */
int input_open(Input *input, const Args *args);
/* False at the end. The document is valid until the next call. */
bool input_next(Input *input, Document *document);
/* Analyses it in input->work; NULL after telling why it is refused. */
const Analysis *input_analyse(Input *input, const Engine *engine, const Document *document, bool trace);
/* Tells of a publication date that is none; the document is coded without it. */
void input_dated(Input *input, const Document *document);
/* EXIT_DONE, or EXIT_REFUSED if anything was refused. */
int input_close(Input *input);

/* The engine that the options ask for; NULL after telling why (EXIT_FAILED). */
Engine *input_engine(const Args *args);
/* Both at once; nothing is left open where it fails. */
int input_begin(Input *input, const Args *args, Engine **engine);

#endif
