/* The data's own tables (actors.tsv, sources.tsv, places) are kept in the program as they were
 * written; the page needs of them what the coder does not keep in a record: the Arabic name of a
 * place that a report only names in words, and whether «سانا» is a state's agency or a party. */
#include "serve/known.h"

#include "ledger/cube/intern.h"
#include "text/normal.h"

typedef struct SideRow {
  const char *kind;
  Side side;
} SideRow;

/* Kinds of sources.tsv, then types of actors.tsv. */
static const SideRow sides[] = {
    {"party", SIDE_PARTY}, {"state", SIDE_STATE}, {"wire", SIDE_WIRE}, {"local", SIDE_LOCAL}, {"ngo", SIDE_NGO},
};
static const SideRow types[] = {
    {"armed group", SIDE_PARTY},
    {"military", SIDE_PARTY},
    {"militia", SIDE_PARTY},
    {"coalition", SIDE_PARTY},
    {"police", SIDE_PARTY},
    {"intelligence", SIDE_PARTY},
    {"pmc", SIDE_PARTY},
    {"border guard", SIDE_PARTY},
    {"quasi-government", SIDE_PARTY},
    {"government", SIDE_STATE},
    {"ministry", SIDE_STATE},
    {"court", SIDE_STATE},
    {"political", SIDE_STATE},
    {"party", SIDE_STATE},
    {"office", SIDE_STATE},
    {"press office", SIDE_STATE},
    {"peacekeepers", SIDE_NGO},
    {"igo", SIDE_NGO},
    {"monitor", SIDE_NGO},
    {"ngo", SIDE_NGO},
    {"rescue", SIDE_NGO},
};
#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const side_names[SIDES] = {"party", "state", "wire", "local", "ngo", "unknown"};

const char *side_name(Side side) { return side_names[side]; }

static Side side_of(const SideRow *rows, size_t n, Str kind) {
  for (size_t i = 0; i < n; i++)
    if (str_eq(kind, str_of(rows[i].kind))) return rows[i].side;
  return SIDE_UNKNOWN;
}

struct Known {
  Arena arena; /* holds this struct */
  Intern ids, words, divisions;
  VEC(KnownName) list; /* by number of ids */
  VEC(uint32_t) meant; /* by number of words: of list */
  VEC(Str) arabic;     /* by number of divisions */
  VEC(Str) parents;    /* [list.n] of actors */
};

static Str kept(Known *n, Str s) { return s.n ? arena_str(&n->arena, s) : STR(""); }

static Str first_of(Str names) { return str_trim(str_cut(&names, '|')); }

static KnownName *entry_of(Known *n, Str id) {
  bool added = false;
  uint32_t at = intern(&n->ids, id, &added);
  if (added) {
    KnownName e = {.id = kept(n, id), .arabic = STR(""), .english = STR(""), .side = SIDE_UNKNOWN};
    vec_push(&n->list, &n->arena, e);
    vec_push(&n->parents, &n->arena, STR(""));
  }
  return at < n->list.n ? &n->list.at[at] : NULL;
}

static void name_it(Known *n, KnownName *e, const TableLine *line) {
  if (!e->arabic.n) e->arabic = kept(n, first_of(line->field[1]));
  if (!e->english.n) e->english = kept(n, line->field[2]);
}

static void add_words(Known *n, Arena *scratch, Str names, uint32_t at) {
  while (names.n) {
    bool added = false;
    Str key = fold_key(scratch, str_trim(str_cut(&names, '|')));
    if (!key.n) continue;
    (void)intern(&n->words, key, &added);
    if (added) vec_push(&n->meant, &n->arena, at);
  }
}

static void read_actors(Known *n, Arena *scratch, const SourceFile *file, bool sources) {
  TableReader reader = table_reader(file);
  TableLine line;
  while (table_next(&reader, &line) && arena_ok(&n->arena)) {
    KnownName *e = entry_of(n, line.field[0]);
    if (!e) return;
    uint32_t at = (uint32_t)(e - n->list.at);
    name_it(n, e, &line);
    Side side = sources ? side_of(sides, COUNT(sides), line.field[3]) : side_of(types, COUNT(types), line.field[3]);
    if (sources || e->side == SIDE_UNKNOWN) e->side = side;
    if (!sources && line.field[5].n) n->parents.at[at] = kept(n, line.field[5]);
    add_words(n, scratch, line.field[1], at);
    add_words(n, scratch, line.field[2], at);
    arena_reset(scratch);
  }
}

static Str division_key(char room[256], Str country, Str name) {
  size_t c = country.n < 8 ? country.n : 8, m = name.n < 240 ? name.n : 240;
  if (c) memcpy(room, country.p, c);
  room[c] = '/';
  if (m) memcpy(room + c + 1, name.p, m);
  return (Str){room, c + 1 + m};
}

static void read_places(Known *n, const SourceFile *file) {
  TableReader reader = table_reader(file);
  TableLine line;
  char room[256];
  while (table_next(&reader, &line) && arena_ok(&n->arena)) {
    KnownName *e = entry_of(n, line.field[0]);
    bool added = false;
    if (!e) return;
    name_it(n, e, &line);
    if (!str_eq(line.field[5], STR("admin1")) && !str_eq(line.field[5], STR("country"))) continue;
    Str name = str_eq(line.field[5], STR("country")) ? STR("") : line.field[2];
    (void)intern(&n->divisions, division_key(room, line.field[6], name), &added);
    if (added) vec_push(&n->arabic, &n->arena, e->arabic);
  }
}

/* Media and other bodies of a party speak for it. */
static void inherit(Known *n) {
  for (uint32_t i = 0; i < n->list.n; i++) {
    if (n->list.at[i].side != SIDE_UNKNOWN || !n->parents.at[i].n) continue;
    const KnownName *parent = known_of(n, n->parents.at[i]);
    if (parent) n->list.at[i].side = parent->side;
  }
}

ErrorCode known_open(const Engine *engine, Known **out, ErrorInfo *info) {
  Arena arena, scratch;
  arena_init(&arena, (size_t)1 << 30);
  arena_init(&scratch, (size_t)2 << 30);
  Source source = {.arena = &scratch};
  ErrorCode code = engine_sources(engine, &source, info);
  Known *n = code ? NULL : ARENA_NEW(&arena, Known);
  if (n) {
    Arena folds;
    arena_init(&folds, (size_t)64 << 20);
    n->arena = arena;
    n->ids.arena = n->words.arena = n->divisions.arena = &n->arena;
    const SourceFile *sources = source_find(&source, STR("sources.tsv")),
                     *actors = source_find(&source, STR("actors.tsv"));
    if (sources) read_actors(n, &folds, sources, true);
    if (actors) read_actors(n, &folds, actors, false);
    for (uint32_t i = 0; i < source.files.n; i++)
      if (str_starts(source.files.at[i].name, STR("places/"))) read_places(n, &source.files.at[i]);
    inherit(n);
    arena_fini(&folds);
    if (!arena_ok(&n->arena)) code = error_set(info, ERROR_MEMORY, STR("the data"), 0, NULL);
  } else if (!code) {
    code = error_set(info, ERROR_MEMORY, STR("the data"), 0, NULL);
  }
  arena_fini(&scratch);
  *out = n;
  if (code && n) known_close(n);
  if (code && !n) arena_fini(&arena);
  return code;
}

void known_close(Known *n) {
  if (!n) return;
  Arena arena = n->arena;
  arena_fini(&arena);
}

const KnownName *known_of(const Known *n, Str id) {
  uint32_t at = id.n ? intern_find(&n->ids, id) : UINT32_MAX;
  return at < n->list.n ? &n->list.at[at] : NULL;
}

const KnownName *known_find(const Known *n, Arena *scratch, Str words) {
  Str key = words.n ? fold_key(scratch, words) : STR_NONE;
  uint32_t at = key.n ? intern_find(&n->words, key) : UINT32_MAX;
  return at < n->meant.n ? &n->list.at[n->meant.at[at]] : NULL;
}

Str known_division(const Known *n, Str country, Str admin1) {
  char room[256];
  uint32_t at = country.n ? intern_find(&n->divisions, division_key(room, country, admin1)) : UINT32_MAX;
  return at < n->arabic.n ? n->arabic.at[at] : STR("");
}
