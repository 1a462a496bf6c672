/* A question mark for each value, and never a value in the statement itself: whatever a name or a search has in it,
 * SQLite reads it as text. */
#include "ledger/query/query.h"

#include <stdlib.h>

void query_put(Query *q, const char *sql) {
  Writer w = writer_to_buffer(&q->sql);
  writer_put(&w, str_of(sql));
}

static void put_value(Query *q, Str value, bool number) {
  if (q->nvalues >= QUERY_VALUES) return;
  q->values[q->nvalues] = value;
  q->number[q->nvalues++] = number;
  query_put(q, "?");
}

void query_text(Query *q, Str value) { put_value(q, value, false); }

void query_number(Query *q, int64_t value) { put_value(q, arena_printf(q->arena, "%lld", (long long)value), true); }

sqlite3_stmt *query_begin(Query *q) {
  sqlite3_stmt *s = db_prepare(&q->ledger->db, buffer_str(&q->sql));
  for (uint32_t i = 0; s && i < q->nvalues; i++) {
    db_bind_str(&q->ledger->db, s, (int)i + 1, q->values[i]);
    /* Compared with numbers, a number as text would be larger than all of them. */
    if (q->number[i]) sqlite3_bind_int64(s, (int)i + 1, (int64_t)strtoll(q->values[i].p, NULL, 10));
  }
  return s;
}
