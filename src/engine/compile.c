/* Each floor compiles its own tables. Names of places and actors are matched by the
 * lexicon's analysis, so that it is compiled and opened first. */
#include "engine/compile.h"

#include "code/grammar/grammar.h"
#include "engine/furniture.h"
#include "engine/sources.h"
#include "know/know.h"
#include "lang/date.h"

static ErrorCode compile_language(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  ErrorCode code = lexicon_compile(source, image, info);
  if (!code) code = number_compile(source, image, info);
  if (!code) code = date_compile(source, image, info);
  return code;
}

/* An image of what is built so far, for the floors above; the builder goes on. */
static ErrorCode open_lexicon(ImageBuilder *builder, Lexicon *lexicon, ErrorInfo *info) {
  Str bytes;
  Image image;
  ErrorCode code = image_builder_finish(builder, &bytes, info);
  if (!code) code = image_open(&image, bytes.p, bytes.n, info);
  if (!code) code = lexicon_open(lexicon, &image, info);
  return code;
}

ErrorCode engine_compile(Arena *arena, const Source *source, Str *out, ErrorInfo *info) {
  ImageBuilder builder = {.arena = arena};
  Lexicon lexicon;
  ErrorCode code = compile_language(source, &builder, info);
  if (!code) code = open_lexicon(&builder, &lexicon, info);
  if (!code) code = know_compile(source, &lexicon, &builder, info);
  if (!code) code = grammar_compile(source, &builder, info);
  if (!code) code = furniture_build(source, &builder, info);
  if (!code) code = sources_build(source, &builder, info);
  if (!code) code = image_builder_finish(&builder, out, info);
  return code;
}
