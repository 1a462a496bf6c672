/* The text that an image was compiled from, kept in it: one section, packed with zlib.
 *
 * Unpacked it is, for each file, its name, a line feed, its size in decimals, a line feed,
 * and its bytes. */
#ifndef ENGINE_SOURCES_H
#define ENGINE_SOURCES_H

#include "image/builder.h"
#include "image/source.h"

MUST_USE ErrorCode sources_build(const Source *source, ImageBuilder *image, ErrorInfo *info);

/* Adds the image's files to `source`, whose arena holds them. */
MUST_USE ErrorCode sources_open(const Image *image, Source *source, ErrorInfo *info);

#endif
