/* A document's records as a table for people: from 150 cells on a line a record, below that
 * two lines a record. */
#ifndef RECORD_RECORD_TABLE_H
#define RECORD_RECORD_TABLE_H

#include "record/record.h"
#include "record/writer.h"

enum { RECORD_TABLE_WIDE = 150 };

/* The layout is made in `arena`. */
void record_table(Arena *arena, Writer *writer, const Record *records, uint32_t n, uint32_t width);

#endif
