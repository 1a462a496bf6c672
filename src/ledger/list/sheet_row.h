/* Reading a row of a sheet: for the sheet's own files. */
#ifndef LEDGER_SHEET_ROW_H
#define LEDGER_SHEET_ROW_H

#include "ledger/list/sheet.h"

/* Without vowel signs, digits ASCII, trimmed. */
Str sheet_plain(Arena *arena, Str cell);
bool sheet_month_first(Arena *arena, const SheetFile *sheet, const SheetColumns *columns);
SheetEntry sheet_entry(Ledger *ledger, const Engine *engine, Arena *arena, const SheetLine *line,
                       const SheetColumns *columns, bool month_first);

#endif
