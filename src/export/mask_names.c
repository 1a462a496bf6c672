/* Whom a mask protects without being asked: «الطفل أحمد، 9 أعوام» (the child Ahmad, aged 9), and all
 * whom a record of sexual violence names. Age is told seldom, and of children more seldom: where a
 * record counts children among its dead, one who is named without an age may be one of them. */
#include "export/mask_names.h"

#include "image/source.h"

enum { ADULT = 18 };

bool mask_protects(const Record *r, const Person *p) {
  if (str_eq(r->mode, STR("sexual")) || str_starts(r->rule, STR("abuse.sexual"))) return true;
  if (p->age.set) return p->age.min < ADULT;
  for (uint32_t i = 0; i < r->noutcomes; i++)
    if (r->outcomes[i].children.set && r->outcomes[i].children.max > 0) return true;
  return false;
}

/* Forms parted by '|'. */
static void add_forms(Arena *arena, Arena *scratch, NameTable *table, Str forms) {
  while (forms.p && forms.n) {
    Str key = name_key(scratch, str_cut(&forms, '|'));
    names_add(table, arena_str(arena, key), STR(""));
  }
}

static void add_file(Arena *arena, Arena *scratch, NameTable *table, const SourceFile *file, bool english) {
  TableReader reader = table_reader(file);
  TableLine line;
  bool particles = str_eq(file->name, STR("lexicon/titles.tsv"));
  while (table_next(&reader, &line)) {
    add_forms(arena, scratch, table, line.field[particles ? 0 : 1]);
    if (english) add_forms(arena, scratch, table, line.field[2]);
  }
}

ErrorCode mask_known(const Engine *engine, Arena *arena, NameTable *stay, NameTable *particles, ErrorInfo *info) {
  Arena unpacked;
  arena_init(&unpacked, (size_t)1 << 30);
  Source source = {.arena = &unpacked};
  ErrorCode code = engine_sources(engine, &source, info);
  for (uint32_t i = 0; !code && i < source.files.n; i++) {
    const SourceFile *f = &source.files.at[i];
    bool actors = str_eq(f->name, STR("actors.tsv")) || str_eq(f->name, STR("sources.tsv"));
    if (actors) add_file(arena, &unpacked, stay, f, true);
    if (str_eq(f->name, STR("lexicon/titles.tsv"))) add_file(arena, &unpacked, particles, f, false);
  }
  arena_fini(&unpacked);
  return code;
}
