/* A GeoPackage (OGC 12-128r17, version 1.3): one SQLite file that QGIS and GDAL open as layers.
 * Incidents and records are points, with null for what has no place; findings and documents are
 * tables of attributes. The blob of a point is told in section 2.1.3 of the standard:
 *
 *   "GP"  version 0  flags 1 (little-endian, no envelope)  srs_id 4326   8 bytes
 *   WKB: 1 (little-endian)  1 (point)  x  y                              21 bytes
 *
 * Points have an R-tree beside them, so that a map reads only what it shows: the extension
 * gpkg_rtree_index of the standard's annex F.3, with its table and triggers as they are told there. The
 * triggers call functions that the programs which change the file bring with them. */
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "export/layouts.h"

enum { WGS84 = 4326, POINT_BYTES = 29 };

typedef struct Package {
  Export *x;
  sqlite3 *db;
  sqlite3_stmt *insert, *index;
  ExportColumns columns;
  const LedgerList *list;
  SeenKeys seen;
  bool among, failed;
  double west, south, east, north; /* of the layer; west > east: no point yet */
  double lon, lat;                 /* of the row; NAN: none */
  Arena arena;                     /* of a row */
} Package;

static const char HEAD[] =
    "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;"
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,"
    "  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,"
    "  description TEXT);"
    "INSERT INTO gpkg_spatial_ref_sys VALUES"
    " ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),"
    " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),"
    " ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,"
    "298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY["
    "\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],"
    "AXIS[\"Longitude\",EAST],AUTHORITY[\"EPSG\",\"4326\"]]', 'longitude/latitude on the WGS 84 ellipsoid');"
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
    "  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
    "  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
    "  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));"
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
    "  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
    "  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
    "  CONSTRAINT uk_gc_table_name UNIQUE (table_name),"
    "  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
    "  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));"
    "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
    "  definition TEXT NOT NULL, scope TEXT NOT NULL,"
    "  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));"
    "BEGIN";

/* \"%w\" is the layer. */
#define RTREE "\"rtree_%w_geom\""
#define BOX "ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)"
#define HAS "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
#define HAS_NOT "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
#define TRIGGER(name, when) "CREATE TRIGGER \"rtree_%w_geom_" name "\" AFTER " when
#define PUT "INSERT OR REPLACE INTO " RTREE " VALUES (NEW.fid, " BOX ");"

static const char INDEX_TABLE[] = "CREATE VIRTUAL TABLE " RTREE " USING rtree(id, minx, maxx, miny, maxy)";
static const char *const INDEX_RULES[] = {
    "INSERT INTO gpkg_extensions VALUES ('%w', 'geom', 'gpkg_rtree_index',"
    " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
    TRIGGER("insert", "INSERT ON \"%w\" WHEN " HAS " BEGIN " PUT " END"),
    TRIGGER("update1", "UPDATE OF geom ON \"%w\" WHEN OLD.fid = NEW.fid AND " HAS " BEGIN " PUT " END"),
    TRIGGER("update2", "UPDATE OF geom ON \"%w\" WHEN OLD.fid = NEW.fid AND " HAS_NOT " BEGIN DELETE FROM " RTREE
                       " WHERE id = OLD.fid; END"),
    TRIGGER("update3", "UPDATE ON \"%w\" WHEN OLD.fid != NEW.fid AND " HAS " BEGIN DELETE FROM " RTREE
                       " WHERE id = OLD.fid; " PUT " END"),
    TRIGGER("update4", "UPDATE ON \"%w\" WHEN OLD.fid != NEW.fid AND " HAS_NOT " BEGIN DELETE FROM " RTREE
                       " WHERE id IN (OLD.fid, NEW.fid); END"),
    TRIGGER("delete", "DELETE ON \"%w\" WHEN OLD.geom NOT NULL BEGIN DELETE FROM " RTREE " WHERE id = OLD.fid; END"),
};

static ErrorCode failed(Package *p) {
  return error_set(p->x->info, ERROR_IO, str_of(p->x->name), 0, "cannot be written: %s", sqlite3_errmsg(p->db));
}

static ErrorCode run_sql(Package *p, Str sql) {
  return sql.p && sqlite3_exec(p->db, sql.p, NULL, NULL, NULL) == SQLITE_OK ? ERROR_OK : failed(p);
}

/* The layer's name wherever the SQL has %w. */
static ErrorCode run_for(Package *p, const char *sql, const char *table) {
  char *text = sqlite3_mprintf(sql, table, table, table, table, table);
  ErrorCode code = run_sql(p, text ? str_of(text) : STR_NONE);
  sqlite3_free(text);
  return code;
}

/* ---- a layer ---- */

static const char *type_of(CellKind kind) {
  static const char *const types[] = {[CELL_NONE] = "TEXT",     [CELL_TEXT] = "TEXT",   [CELL_DATE] = "DATE",
                                      [CELL_WHOLE] = "INTEGER", [CELL_REAL] = "DOUBLE", [CELL_BOOL] = "BOOLEAN"};
  return types[kind];
}

static const char *name_at(const Package *p, uint32_t i) {
  return p->list ? p->list->columns[i].name : p->columns.at[i].name;
}
static uint32_t ncolumns(const Package *p) { return p->list ? p->list->ncolumns : p->columns.n; }

static ErrorCode create(Package *p, const char *table) {
  Arena *a = &p->arena;
  Buffer buffer = {.arena = a};
  Writer w = writer_to_buffer(&buffer);
  writer_put(&w, arena_printf(a, "CREATE TABLE \"%s\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", table));
  if (!p->list) writer_lit(&w, ", geom POINT");
  for (uint32_t i = 0; i < ncolumns(p); i++) {
    bool number = p->list && p->list->columns[i].right;
    const char *type = p->list ? (number ? "INTEGER" : "TEXT") : type_of(p->columns.at[i].kind);
    writer_put(&w, arena_printf(a, ", \"%s\" %s", name_at(p, i), type));
  }
  writer_lit(&w, ")");
  writer_byte(&w, 0);
  ErrorCode code = run_sql(p, buffer_str(&buffer));
  return code || p->list ? code : run_for(p, INDEX_TABLE, table);
}

static ErrorCode prepare(Package *p, const char *table) {
  Arena *a = &p->arena;
  Buffer buffer = {.arena = a};
  Writer w = writer_to_buffer(&buffer);
  writer_put(&w, arena_printf(a, "INSERT INTO \"%s\" VALUES (NULL%s", table, p->list ? "" : ", ?"));
  for (uint32_t i = 0; i < ncolumns(p); i++) writer_lit(&w, ", ?");
  writer_lit(&w, ")");
  Str sql = buffer_str(&buffer), index = STR_NONE;
  if (sqlite3_prepare_v2(p->db, sql.p, (int)sql.n, &p->insert, NULL) != SQLITE_OK) return failed(p);
  if (p->list) return ERROR_OK;
  index = arena_printf(a, "INSERT INTO \"rtree_%s_geom\" VALUES (last_insert_rowid(), ?1, ?1, ?2, ?2)", table);
  return sqlite3_prepare_v2(p->db, index.p, (int)index.n, &p->index, NULL) == SQLITE_OK ? ERROR_OK : failed(p);
}

static ErrorCode describe(Package *p, const char *table) {
  Arena *a = &p->arena;
  Str day = rows_newest(p->x->ledger, a);
  static const char *const what = "machine-coded unless a row''s status says reviewed or corrected";
  Str box = p->west <= p->east ? arena_printf(a, "%.6f, %.6f, %.6f, %.6f", p->west, p->south, p->east, p->north)
                               : STR("NULL, NULL, NULL, NULL");
  ErrorCode code = run_sql(
      p, arena_printf(a, "INSERT INTO gpkg_contents VALUES ('%s', '%s', '%s', '%s', '%.*sT00:00:00.000Z', %.*s, %s)",
                      table, p->list ? "attributes" : "features", table, what, STR_ARG(day), STR_ARG(box),
                      p->list ? "NULL" : "4326"));
  if (code || p->list) return code;
  code = run_sql(
      p, arena_printf(a, "INSERT INTO gpkg_geometry_columns VALUES ('%s', 'geom', 'POINT', 4326, 0, 0)", table));
  for (size_t i = 0; !code && i < sizeof INDEX_RULES / sizeof *INDEX_RULES; i++)
    code = run_for(p, INDEX_RULES[i], table);
  return code;
}

/* ---- rows ---- */

static void put_double(uint8_t *at, double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  for (int i = 0; i < 8; i++) at[i] = (uint8_t)(bits >> (8 * i));
}

static void bind_point(Package *p, double lon, double lat) {
  uint8_t blob[POINT_BYTES] = {'G', 'P', 0, 1, WGS84 & 0xFF, WGS84 >> 8, 0, 0, 1, 1, 0, 0, 0};
  if (isnan(lon) || isnan(lat)) return;
  p->lon = lon;
  p->lat = lat;
  put_double(blob + 13, lon);
  put_double(blob + 21, lat);
  sqlite3_bind_blob(p->insert, 1, blob, POINT_BYTES, SQLITE_TRANSIENT);
  p->west = fmin(p->west, lon);
  p->east = fmax(p->east, lon);
  p->south = fmin(p->south, lat);
  p->north = fmax(p->north, lat);
}

static void bind_cell(Package *p, int at, Cell cell) {
  switch (cell.kind) {
    case CELL_NONE: return;
    case CELL_DATE:
    case CELL_TEXT: sqlite3_bind_text(p->insert, at, cell.text.p, (int)cell.text.n, SQLITE_TRANSIENT); return;
    case CELL_REAL: sqlite3_bind_double(p->insert, at, cell.number); return;
    default: sqlite3_bind_int64(p->insert, at, (int64_t)cell.number);
  }
}

static bool index_point(Package *p) {
  sqlite3_bind_double(p->index, 1, p->lon);
  sqlite3_bind_double(p->index, 2, p->lat);
  bool good = sqlite3_step(p->index) == SQLITE_DONE;
  p->failed = !good;
  sqlite3_reset(p->index);
  return good;
}

static bool step(Package *p) {
  bool good = sqlite3_step(p->insert) == SQLITE_DONE;
  p->failed = !good;
  if (!good) return false;
  sqlite3_reset(p->insert);
  sqlite3_clear_bindings(p->insert);
  p->x->counts->rows++;
  return p->list || isnan(p->lon) || index_point(p);
}

static bool put_row(void *context, const ExportRow *row) {
  Package *p = context;
  p->lon = p->lat = (double)NAN;
  const Place *place = row->told && row->told->record.nplaces ? &row->told->record.places[0] : NULL;
  if (row->incident)
    bind_point(p, row->incident->lon, row->incident->lat);
  else if (place)
    bind_point(p, place->lon, place->lat);
  for (uint32_t i = 0; i < p->columns.n; i++) {
    Cell cell = p->columns.at[i].cell(row);
    /* A column of dates holds whole days alone. */
    if (p->columns.at[i].kind == CELL_DATE && cell.kind != CELL_DATE) cell = (Cell){0};
    bind_cell(p, (int)i + 2, cell);
  }
  if (!row->incident) seen_add(&p->seen, row->told->key);
  return step(p);
}

static bool put_cells(void *context, const Str *cells, uint32_t n) {
  Package *p = context;
  bool wanted = !p->among;
  for (uint32_t i = 0; p->among && i < n; i++)
    if (str_eq(str_of(p->list->columns[i].name), STR("records"))) wanted = seen_any(&p->seen, cells[i]);
  if (!wanted) return true;
  for (uint32_t i = 0; i < n; i++) {
    double number;
    bool is = p->list->columns[i].right && str_to_double(cells[i], &number);
    bind_cell(p, (int)i + 1, is ? cell_whole(number) : cell_text(cells[i]));
  }
  return step(p);
}

static ErrorCode put_layer(Package *p, const char *name) {
  Export *x = p->x;
  const LedgerList *list = ledger_list_of(str_of(name));
  bool incidents = str_eq(str_of(name), STR("incidents")), records = rows_are_records(list);
  ExportOptions options = rows_options(list, x->options, &p->among);
  p->list = incidents || records ? NULL : list;
  p->columns = incidents ? incident_columns() : record_columns();
  p->west = p->south = (double)INFINITY;
  p->east = p->north = -(double)INFINITY;
  ErrorCode code = create(p, name);
  if (!code) code = prepare(p, name);
  if (code) return code;
  code = incidents ? rows_incidents(x->ledger, &options, put_row, p, x->info)
         : records ? rows_records(x->ledger, list, &options, put_row, p, x->info)
                   : rows_cells(x->ledger, list, &options, put_cells, p, x->info);
  if (!code && p->failed) code = failed(p);
  sqlite3_finalize(p->insert);
  sqlite3_finalize(p->index);
  p->insert = p->index = NULL;
  if (!code) code = describe(p, name);
  arena_reset(&p->arena);
  return code;
}

static ErrorCode write_package(Package *p) {
  static const char *const layers[] = {"incidents", "records", "findings", "documents"};
  if (sqlite3_open_v2(p->x->path, &p->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
    return failed(p);
  ErrorCode code = run_sql(p, str_of(HEAD));
  for (size_t i = 0; !code && i < sizeof layers / sizeof *layers; i++) code = put_layer(p, layers[i]);
  return code ? code : run_sql(p, STR("COMMIT"));
}

ErrorCode export_gpkg(Export *x) {
  Package p = {.x = x};
  arena_init(&p.arena, (size_t)64 << 20);
  seen_init(&p.seen);
  ErrorCode code = write_package(&p);
  sqlite3_finalize(p.insert);
  sqlite3_finalize(p.index);
  if (sqlite3_close(p.db) != SQLITE_OK && !code) code = failed(&p);
  seen_fini(&p.seen);
  arena_fini(&p.arena);
  return code;
}
