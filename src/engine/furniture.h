/* The words around an article (data/read/furniture.tsv), kept in the image as lines of text
 * for the floor that reads pages, which may not use this one: "how TAB words" each. */
#ifndef ENGINE_FURNITURE_H
#define ENGINE_FURNITURE_H

#include "image/builder.h"
#include "image/source.h"

/* The lines of all files of that name, built in and laid over; in the source's arena. An
 * ERROR_DATA names file and line of an entry that is none. */
MUST_USE ErrorCode furniture_lines(const Source *source, Str *lines, ErrorInfo *info);

MUST_USE ErrorCode furniture_build(const Source *source, ImageBuilder *image, ErrorInfo *info);

/* The image's lines, in the image itself. */
Str furniture_of(const Image *image);

#endif
