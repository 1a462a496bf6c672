/* The toll is the record's own: people told to be among others, and parts of a number told («30: 20 مدنياً و10 مسلحين»,
 * 30: 20 civilians and 10 gunmen) are not added to it again. */
#include "ledger/link/toll.h"

#include <math.h>

int64_t toll_whole(double x) { return isfinite(x) && fabs(x) < 1e15 ? (int64_t)floor(x) : LEDGER_OPEN; }

LedgerRange toll_of(const Record *r, Str what) {
  double min = 0, max = 0;
  bool told = false;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    if (!str_eq(o->what, what) || !o->count.set || o->share || o->unit.n || o->among) continue;
    told = true;
    min += o->count.min;
    max += o->count.max;
  }
  return told ? (LedgerRange){toll_whole(min), toll_whole(max)} : (LedgerRange){LEDGER_OPEN, LEDGER_OPEN};
}

void toll_put_end(Writer *w, int64_t end) {
  if (end == LEDGER_OPEN)
    writer_lit(w, "null");
  else
    json_put_number(w, (double)end);
}

void toll_put_range(Writer *w, LedgerRange range) {
  if (range.min == LEDGER_OPEN) return writer_lit(w, "null");
  writer_byte(w, '[');
  toll_put_end(w, range.min);
  writer_byte(w, ',');
  toll_put_end(w, range.max);
  writer_byte(w, ']');
}
