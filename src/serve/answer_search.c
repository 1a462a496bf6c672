/* Words, in documents and in what was coded; and the values of filters while they are typed. */
#include "engine/search.h"
#include "serve/context.h"
#include "text/normal.h"

enum { HITS_MOST = 40, PASSAGES_MOST = 3, INCIDENTS_SHOWN = 20, SUGGESTED = 8, AROUND = 120, LOOK_BYTES = 20000 };

/* ---- passages ---- */

static Span passage_of(Str text, Span hit) {
  Span out = hit;
  uint32_t blank = hit.start;
  while (out.start > 0 && hit.start - out.start < AROUND && text.p[out.start - 1] != '\n') {
    out.start--;
    if (text.p[out.start] == ' ') blank = out.start + 1;
  }
  if (out.start > 0 && text.p[out.start - 1] != '\n') out.start = blank;
  blank = hit.end;
  while (out.end < text.n && out.end - hit.end < AROUND && text.p[out.end] != '\n') {
    if (text.p[out.end] == ' ') blank = out.end;
    out.end++;
  }
  if (out.end < text.n && text.p[out.end] != '\n') out.end = blank;
  return out;
}

static void say_passages(Context *c, const LedgerDocumentRow *d, Str query) {
  Span hits[HITS_MOST];
  Marks marks = {0};
  Str text = ledger_body(c->ledger, c->arena, d->row);
  size_t n = text.n < LOOK_BYTES ? text.n : LOOK_BYTES;
  while (n > 0 && n < text.n && ((unsigned char)text.p[n] & 0xC0) == 0x80) n--;
  Str head = str_slice(text, 0, n);
  Hide hide = document_hide(c, d->row);
  uint32_t nhits = search_hits(c->arena, c->house->options->engine, query, head, hits, HITS_MOST);
  for (uint32_t i = 0; i < nhits; i++) {
    Mark mark = {hits[i], STR("hit"), 0};
    vec_push(&marks.list, c->arena, mark);
  }
  say_array(&c->say);
  uint32_t end = 0, said = 0;
  for (uint32_t i = 0; i < nhits && said < PASSAGES_MOST; i++) {
    if (hits[i].start < end) continue;
    Span span = passage_of(text, hits[i]);
    if (span.start < end) span.start = end;
    say_passage(&c->say, c->arena, text, span, &marks, &hide);
    end = span.end;
    said++;
  }
  say_end_array(&c->say);
}

/* ---- suggestions ---- */

static Str folded(Context *c, Str words) {
  Str key = fold_key(c->arena, words);
  char *p = key.n ? arena_alloc(c->arena, key.n, 1) : NULL;
  for (size_t i = 0; p && i < key.n; i++) p[i] = (char)(key.p[i] >= 'A' && key.p[i] <= 'Z' ? key.p[i] + 32 : key.p[i]);
  return (Str){p, p ? key.n : 0};
}

/* Does a word of the name begin with it? */
static bool begins(Context *c, Str name, Str want) {
  ArenaMark mark = arena_mark(c->arena);
  Str key = name.n ? folded(c, name) : STR_NONE;
  bool found = false;
  for (size_t at = 0; !found && at + want.n <= key.n; at++)
    found = (at == 0 || key.p[at - 1] == ' ' || key.p[at - 1] == '-') && memcmp(key.p + at, want.p, want.n) == 0;
  arena_release(c->arena, mark);
  return found;
}

static bool named_so(Context *c, Str id, Str name, Str want) {
  /* Also by a name that is not the first: «داعش». */
  const KnownName *meant = known_find(c->house->known, c->arena, c->request->value[PARAM_Q]);
  if (meant && id.n && str_eq(meant->id, id)) return true;
  const KnownName *known = id.n ? known_of(c->house->known, id) : NULL;
  return begins(c, name, want) || (known && (begins(c, known->arabic, want) || begins(c, known->english, want))) ||
         (id.n >= want.n && str_starts(id, want));
}

static CubeCounts kept_names(Context *c, const CubeNames *names, CubeCounts counts, Str want, uint32_t most) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < counts.n && n < most; i++) {
    const CubeName *name = &names->at[counts.at[i].value];
    if (!want.n || named_so(c, name->id, name->name, want)) counts.at[n++] = counts.at[i];
  }
  counts.n = n;
  return counts;
}

static Str level_name(Context *c, const CubePlace *p, CubeLevel level, Str *arabic) {
  if (level == CUBE_TOWNS) {
    const KnownName *known = known_of(c->house->known, p->id);
    *arabic = known ? known->arabic : STR("");
    return p->name;
  }
  *arabic = known_division(c->house->known, p->country, level == CUBE_DIVISIONS ? p->admin1 : STR(""));
  if (level == CUBE_DIVISIONS) return p->admin1;
  const KnownName *known = known_of(c->house->known, arena_printf(c->arena, "iso:%.*s", STR_ARG(p->country)));
  return known ? known->english : p->country;
}

static CubeCounts kept_places(Context *c, CubeCounts counts, CubeLevel level, Str want, uint32_t most) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < counts.n && n < most; i++) {
    Str arabic, name = level_name(c, &c->cube->places.at[counts.at[i].value], level, &arabic);
    if (!want.n || begins(c, name, want) || begins(c, arabic, want)) counts.at[n++] = counts.at[i];
  }
  counts.n = n;
  return counts;
}

/* Countries, then divisions, then towns: the wider is meant more often. */
static void say_some_places(Context *c, const CubeChosen *all, Str want, uint32_t most) {
  uint32_t left = most;
  say_array(&c->say);
  for (int level = CUBE_COUNTRIES; level <= CUBE_TOWNS && left; level++) {
    CubeCounts counts = cube_count_places(all, c->arena, (CubeLevel)level);
    counts = kept_places(c, counts, (CubeLevel)level, want, left);
    say_place_rows(c, counts, (CubeLevel)level);
    left -= counts.n;
  }
  say_end_array(&c->say);
}

static bool choose_all(Context *c, CubeChosen *all) {
  LedgerFilter f = LEDGER_FILTER;
  ErrorInfo info = {0};
  ErrorCode code = cube_choose(c->cube, c->ledger, c->arena, &f, all, &info);
  if (code) refuse_error(c, code, &info, "suggest");
  return !code;
}

void answer_suggest(Context *c) {
  CubeChosen all;
  LedgerPage page;
  Str want = folded(c, c->request->value[PARAM_Q]);
  if (!(c->request->given & PARAM_BIT(PARAM_WHAT))) {
    refuse(c, 400, "what", "is missing: place, actor, source or type");
    return;
  }
  int what = request_choice(c->request, PARAM_WHAT, "place actor source type", &c->problem);
  if (what < 0 || !context_page(c, &page) || !choose_all(c, &all)) return;
  uint32_t most = (uint32_t)page.limit;
  const Cube *cube = c->cube;
  say_object(&c->say);
  say_key(&c->say, "rows");
  if (what == 0) {
    say_some_places(c, &all, want, most);
  } else {
    const CubeNames *names = what == 1 ? &cube->actors : what == 2 ? &cube->outlets : &cube->types;
    CubeCounts counts = what == 3 ? cube_count_types(&all, c->arena)
                                  : cube_count(&all, c->arena, what == 1 ? CUBE_ACTORS : CUBE_OUTLETS);
    say_facets(c, names, kept_names(c, names, counts, want, most), most, what == 2);
  }
  say_end_object(&c->say);
}

/* ---- search ---- */

static void say_found(Context *c, const LedgerDocuments *d, Str query) {
  Say *s = &c->say;
  say_key(s, "documents");
  say_array(s);
  for (uint32_t i = 0; i < d->list.n; i++) {
    say_object(s);
    say_key(s, "document");
    say_document(c, &d->list.at[i]);
    say_key(s, "passages");
    say_passages(c, &d->list.at[i], query);
    say_end_object(s);
  }
  say_end_array(s);
}

void answer_search(Context *c) {
  LedgerPage page;
  CubeChosen chosen, all;
  LedgerDocuments documents;
  LedgerFilter f = LEDGER_FILTER;
  ErrorInfo info = {0};
  Say *s = &c->say;
  Str query = c->request->value[PARAM_Q], want = folded(c, query);
  Str match = search_query(c->arena, c->house->options->engine, query);
  if (!match.n) {
    refuse(c, 400, "q", "there is no word in it to look for");
    return;
  }
  f.text = query;
  f.engine = c->house->options->engine;
  if (!context_page(c, &page) || !choose_all(c, &all)) return;
  ErrorCode code = ledger_search(c->ledger, c->arena, match, page, &documents, &info);
  if (!code) code = cube_choose(c->cube, c->ledger, c->arena, &f, &chosen, &info);
  if (code) {
    refuse_error(c, code, &info, "q");
    return;
  }
  say_object(s);
  say_field_int(s, "total", documents.total);
  say_field_int(s, "offset", page.offset);
  say_found(c, &documents, query);
  say_field_int(s, "incidents_total", chosen.n);
  say_key(s, "incidents");
  say_array(s);
  for (uint32_t i = 0; i < chosen.n && i < INCIDENTS_SHOWN; i++) say_incident(c, c->cube->at[chosen.at[i]].row);
  say_end_array(s);
  say_key(s, "places");
  say_some_places(c, &all, want, SUGGESTED);
  say_key(s, "actors");
  CubeCounts actors = cube_count(&all, c->arena, CUBE_ACTORS);
  say_facets(c, &c->cube->actors, kept_names(c, &c->cube->actors, actors, want, SUGGESTED), SUGGESTED, false);
  say_end_object(s);
}
