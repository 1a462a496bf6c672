/* GeoJSON (RFC 7946): one feature an incident, a point where a place is known and null where none is
 * («في مكان لم يحدد», at a place not told). Its properties are the columns of our own table: how exactly
 * the place is known, and on what basis, stands with each. */
#include <math.h>

#include "export/layouts.h"
#include "record/json.h"

typedef struct GeoRun {
  Export *x;
  ExportColumns columns;
} GeoRun;

static void put_cell(Arena *arena, Writer *w, Cell cell) {
  switch (cell.kind) {
    case CELL_NONE: writer_lit(w, "null"); return;
    case CELL_DATE:
    case CELL_TEXT: json_put_str(w, cell.text); return;
    case CELL_BOOL: json_put_bool(w, cell.number != 0); return;
    default: writer_put(w, cell_str(arena, cell));
  }
}

static void put_geometry(Writer *w, const LedgerIncident *i) {
  if (isnan(i->lat) || isnan(i->lon)) {
    writer_lit(w, "null");
    return;
  }
  writer_lit(w, "{\"type\":\"Point\",\"coordinates\":[");
  json_put_number(w, i->lon);
  writer_byte(w, ',');
  json_put_number(w, i->lat);
  writer_lit(w, "]}");
}

static bool put_row(void *context, const ExportRow *r) {
  GeoRun *run = context;
  Writer *w = run->x->writer;
  writer_put(w,
             run->x->counts->rows++ ? STR(",\n{\"type\":\"Feature\",\"id\":") : STR("\n{\"type\":\"Feature\",\"id\":"));
  json_put_str(w, r->incident->id);
  writer_lit(w, ",\"geometry\":");
  put_geometry(w, r->incident);
  writer_lit(w, ",\"properties\":{");
  for (uint32_t i = 0; i < run->columns.n; i++) {
    if (i) writer_byte(w, ',');
    json_put_str(w, str_of(run->columns.at[i].name));
    writer_byte(w, ':');
    put_cell(r->arena, w, run->columns.at[i].cell(r));
  }
  writer_lit(w, "}}");
  return !w->failed;
}

ErrorCode export_geojson(Export *x) {
  GeoRun run = {x, incident_columns()};
  writer_lit(x->writer, "{\"type\":\"FeatureCollection\",\"name\":\"incidents\",\"features\":[");
  ErrorCode code = rows_incidents(x->ledger, x->options, put_row, &run, x->info);
  writer_lit(x->writer, "\n]}\n");
  return code;
}
