/* What each stage made of a document; for the engine's own files. */
#ifndef ENGINE_ANALYSIS_H
#define ENGINE_ANALYSIS_H

#include "base/hash.h"
#include "code/coder.h"
#include "engine/engine.h"

struct DaftarEngine {
  Arena arena; /* holds this struct too */
  Image image;
  Lexicon lexicon;
  NumberTables *numbers;
  DateTables *dates;
  Know *know;
  Grammar *grammar;
};

struct Analysis {
  EngineDocument document;
  uint8_t hash[SHA256_BYTES]; /* of the text */
  Day published;              /* as told, or as the text itself proves; zero unknown */
  Text text;
  Words words;
  Numbers numbers;
  Dates dates;
  Mentions mentions;
  Records records;
  Trace trace;
};

#endif
