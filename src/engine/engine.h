/* The engine as the floors above use it: opens the data, analyses a document, and lets the
 * command line see what the public header (daftar.h) does not show.
 *
 * An engine is immutable once open: threads share it. */
#ifndef ENGINE_ENGINE_H
#define ENGINE_ENGINE_H

#include "base/error.h"
#include "image/source.h"
#include "record/record.h"
#include "text/text.h"

enum { ENGINE_MAX_TEXT = 16 * 1024 * 1024 };     /* bytes of a document's text */
#define ENGINE_DOCUMENT_BUDGET ((size_t)2 << 30) /* bytes of a document's arena */

typedef struct DaftarEngine Engine;
typedef struct Analysis Analysis; /* engine/analysis.h; lives in its document's arena */

/* Opens the built-in data; `data` is a folder that is laid over it, or NULL. */
MUST_USE ErrorCode engine_open(const char *data, Engine **engine, ErrorInfo *info);
/* Opens an image of the caller's, checked in full; the bytes (aligned to 16) must outlive
 * the engine. */
MUST_USE ErrorCode engine_open_image(Str bytes, Engine **engine, ErrorInfo *info);
void engine_close(Engine *engine);

/* The text that the engine's data was compiled from; in source->arena. */
MUST_USE ErrorCode engine_sources(const Engine *engine, Source *source, ErrorInfo *info);

/* The words that sites write around an article, for whoever reads pages: "how TAB words" a
 * line (read/furniture.h), from the built-in data with the folder `data` over it, or NULL. In
 * the arena, or as long as the program. */
MUST_USE ErrorCode engine_furniture(const char *data, Arena *arena, Str *lines, ErrorInfo *info);

/* What one thread remembers from document to document: it saves time and changes nothing that
 * comes out; its memory is bounded. The caller's, to be ended before its engine; NULL where
 * there is no memory, which only means slower. */
typedef struct WordMemo EngineMemo;
EngineMemo *engine_memo_new(const Engine *engine);
void engine_memo_free(EngineMemo *memo);

typedef struct EngineDocument {
  Str id, text;          /* text: made valid UTF-8 if it is not */
  Str published, outlet; /* published: YYYY-MM-DD, what follows a 'T' or blank is passed over; empty unknown */
  EngineMemo *memo;      /* of the same engine, or NULL; the analysis is then valid until the next one with it */
} EngineDocument;

/* Is `published` a date that the engine can use? */
bool engine_published_ok(Str published);

/* Analyses and codes one document; everything of the result lives in the arena, in the
 * document's strings, or in the engine. `trace`: keep why each frame fired or did not.
 * ERROR_TOO_LARGE past ENGINE_MAX_TEXT, ERROR_USAGE for a `published` that is no date,
 * ERROR_MEMORY where the arena's budget is not enough; the arena is the caller's to reset
 * either way. */
MUST_USE ErrorCode engine_analyse(const Engine *engine, Arena *arena, const EngineDocument *document, bool trace,
                                  const Analysis **analysis, ErrorInfo *info);

/* The valid UTF-8 that all offsets count bytes of. */
const Text *analysis_text(const Analysis *analysis);
const Record *analysis_records(const Analysis *analysis, uint32_t *n);

#endif
