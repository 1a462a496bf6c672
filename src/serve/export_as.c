/* Files are written to disk first, unlinked, and sent from there: a reader that is slow costs a
 * file and no memory, and a failure half-way is told as one rather than as a file cut short. */
#include "serve/export_as.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/export.h"
#include "serve/context.h"

static const char *const layout_names[EXPORT_LAYOUTS] = {
    [EXPORT_CSV] = "CSV table",
    [EXPORT_JSONL] = "JSON lines",
    [EXPORT_XLSX] = "Workbook (Excel, LibreOffice)",
    [EXPORT_GEOJSON] = "GeoJSON",
    [EXPORT_GPKG] = "GeoPackage (QGIS)",
    [EXPORT_ACLED] = "ACLED's layout",
    [EXPORT_GED] = "UCDP GED's layout",
    [EXPORT_PLOVER] = "PLOVER's layout",
};

static bool takes_list(ExportLayout layout) { return layout == EXPORT_CSV || layout == EXPORT_JSONL; }

void say_formats(Say *s) {
  say_array(s);
  for (int i = 0; i < EXPORT_LAYOUTS; i++) {
    const ExportLayoutText *layout = export_layout((ExportLayout)i);
    say_object(s);
    say_field(s, "as", str_of(layout->name));
    say_field(s, "name", str_of(layout_names[i]));
    say_field(s, "extension", str_of(layout->suffix));
    say_key(s, "lists");
    say_bool(s, takes_list((ExportLayout)i));
    say_end_object(s);
  }
  say_end_array(s);
}

/* A file of its own in the folder for such; NULL after refusing. */
static char *temporary_path(Context *c) {
  Str path = arena_printf(c->arena, "%s/daftar-export-XXXXXX", c->house->options->temporary);
  char *room = path.p ? arena_alloc(c->arena, path.n + 1, 1) : NULL;
  if (!room) return NULL;
  memcpy(room, path.p, path.n);
  int fd = mkstemp(room);
  if (fd >= 0) {
    close(fd);
    return room;
  }
  refuse(c, 500, "export", "no temporary file: %s", strerror(errno));
  return NULL;
}

/* Opened and without a name: it goes when it was sent. */
static void hand_over(Context *c, const char *path) {
  struct stat st;
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd >= 0 && !fstat(fd, &st)) {
    c->answer.file = fd;
    c->answer.file_size = (uint64_t)st.st_size;
    return;
  }
  if (fd >= 0) close(fd);
  refuse(c, 500, "export", "the file cannot be read back: %s", strerror(errno));
}

static void write_export(Context *c, ExportOptions *o) {
  ErrorInfo info = {0};
  ExportCounts counts;
  char *path = temporary_path(c);
  if (!path) return;
  /* An archive of years takes longer than a look at it may. */
  ledger_bound(c->ledger, 0);
  ErrorCode code =
      mask_open(c->ledger, o->engine, c->shown ? MASK_PROTECTED : MASK_EVERYONE, STR_NONE, &o->mask, &info);
  if (!code) code = export_file(c->ledger, o, path, &counts, &info);
  mask_close(o->mask);
  if (code)
    refuse_error(c, code, &info, o->filter.place.n ? "place" : "export");
  else
    hand_over(c, path);
  unlink(path);
}

void answer_export(Context *c) {
  static const char whats[] = "incidents records tallies figures trends findings documents decisions";
  ExportOptions o = {.engine = c->house->options->engine};
  Str as = c->request->value[PARAM_AS], what = c->request->value[PARAM_WHAT];
  int list = request_choice(c->request, PARAM_WHAT, whats, &c->problem);
  if (list < 0) return;
  if (!export_layout_of(as, &o.layout)) {
    refuse(c, 400, "as", "is no format; /meta lists them");
  } else if (list > 0 && !takes_list(o.layout)) {
    refuse(c, 400, "what", "goes with csv and jsonl; the others have rows of their own");
  } else if (context_filter(c, &o.filter)) {
    const ExportLayoutText *layout = export_layout(o.layout);
    o.list = list > 0 ? ledger_list_of(what) : NULL;
    c->answer.type = layout->media;
    c->answer.attachment = list > 0 ? arena_printf(c->arena, "daftar-%.*s.%s", STR_ARG(what), layout->suffix)
                                    : arena_printf(c->arena, "daftar-incidents.%s", layout->suffix);
    write_export(c, &o);
  }
}
