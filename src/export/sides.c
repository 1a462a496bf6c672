/* An actor's type, from the data, is what ACLED calls inter and PLOVER a sector. The types of
 * lexicon/actor_words.tsv stand in one table. */
#include "export/sides.h"

#include "engine/actors.h"
#include "engine/explain.h"

typedef struct TypeRow {
  const char *type, *sector;
  int8_t inter; /* at home */
  bool state, armed, civilians;
} TypeRow;

static const TypeRow types[] = {
    {"armed group", "REB", 2, false, true, false},  {"military", "MIL", 1, true, true, false},
    {"militia", "PRM", 3, false, true, false},      {"police", "COP", 1, true, true, false},
    {"border guard", "COP", 1, true, true, false},  {"intelligence", "SPY", 1, true, true, false},
    {"coalition", "MIL", 8, true, true, false},     {"pmc", "PRM", 8, false, true, false},
    {"peacekeepers", "MIL", 8, false, true, false}, {"government", "GOV", 1, true, false, false},
    {"ministry", "GOV", 1, true, false, false},     {"quasi-government", "GOV", 1, true, false, false},
    {"court", "JUD", 1, true, false, false},        {"political", "PTY", 0, false, false, false},
    {"party", "PTY", 0, false, false, false},       {"tribal", "SOC", 4, false, true, false},
    {"criminal", "CRM", 3, false, true, false},     {"unidentified", "UAF", 3, false, true, false},
    {"civilians", "CVL", 7, false, false, true},    {"rescue", "CVL", 7, false, false, true},
    {"media", "JRN", 7, false, false, true},        {"press office", "JRN", 0, false, false, false},
    {"monitor", "NGO", 7, false, false, true},      {"ngo", "NGO", 7, false, false, true},
    {"igo", "IGO", 8, false, false, false},
};

static const TypeRow *row_of(const Party *p) {
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (str_eq(p->type, str_of(types[i].type))) return &types[i];
  return NULL;
}

/* ---- words ---- */

enum { PARTIES_MOST = 20000 };

static const TypeRow *type_named(Str type) {
  Party p = {.type = type};
  return row_of(&p);
}

/* "type TAB country TAB name" of words that name no actor of the data: a country stands for its
 * state («إسرائيل»), a head noun says its type («الشرطة», the police). */
static Str resolved(const ExportRow *row, Str words) {
  const Analysis *analysis = NULL;
  EngineDocument document = {.id = STR(""), .text = words, .published = STR(""), .outlet = STR("")};
  if (engine_analyse(row->engine, row->arena, &document, false, &analysis, NULL)) return STR("\t\t");
  ExplainMentions mentions = explain_mentions(row->arena, analysis);
  for (uint32_t i = 0; i < mentions.n; i++) {
    const ExplainMention *m = &mentions.at[i];
    EngineActor known;
    if (m->kind == EXPLAIN_ACTOR && engine_actor(row->engine, m->id, &known))
      return arena_printf(row->arena, "%.*s\t%.*s\t%.*s", STR_ARG(known.type), STR_ARG(known.country),
                          STR_ARG(known.name));
    if (m->kind == EXPLAIN_ACTOR && type_named(m->note)) return arena_printf(row->arena, "%.*s\t\t", STR_ARG(m->note));
    bool whole = m->kind == EXPLAIN_PLACE && str_starts(m->id, STR("iso:")) && m->quote.text.n == words.n;
    if (!whole) continue;
    Str country = str_slice(m->id, 4, m->id.n), note = m->note, name = str_cut(&note, ',');
    return arena_printf(row->arena, "government\t%.*s\t%.*s", STR_ARG(country), STR_ARG(name));
  }
  return STR("\t\t");
}

static void read_words(const ExportRow *row, Party *p) {
  const NameEntry *e = names_find(row->parties, p->words);
  if (!p->words.n) return;
  if (!e && row->parties->n < PARTIES_MOST) {
    Arena *arena = row->parties->arena;
    names_add(row->parties, arena_str(arena, p->words), arena_str(arena, resolved(row, p->words)));
    e = names_find(row->parties, p->words);
  }
  Str rest = e ? e->instead : STR("");
  p->type = str_cut(&rest, '\t');
  p->country = str_cut(&rest, '\t');
  if (rest.n) p->name = rest;
}

static bool party_of(const ExportRow *row, ActorList list, uint32_t n, Party *p) {
  if (n >= list.n) return false;
  const Actor *a = &list.at[n];
  EngineActor known;
  *p = (Party){.name = a->name.n ? a->name : a->quote.text, .words = a->quote.text, .id = a->id};
  if (row->engine && engine_actor(row->engine, a->id, &known)) {
    p->type = known.type;
    p->country = known.country;
  } else if (row->engine && !a->id.n) {
    read_words(row, p);
  }
  p->civilians = row_of(p) && row_of(p)->civilians;
  return true;
}

bool side_agent(const ExportRow *row, const Record *r, uint32_t n, Party *p) { return party_of(row, r->agents, n, p); }

/* Are those who were killed or hurt all said to be civilians? */
static bool harmed_civilians(const Record *r) {
  bool any = false;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    bool harm = str_eq(o->what, STR("killed")) || str_eq(o->what, STR("injured")) || str_eq(o->what, STR("abducted")) ||
                str_eq(o->what, STR("killed-or-injured"));
    if (!harm || str_eq(o->side, STR("agent"))) continue;
    if (!str_eq(o->status, STR("civilian"))) return false;
    any = true;
  }
  return any;
}

static bool civilians(const Record *r, uint32_t n, Party *p) {
  if (!harmed_civilians(r)) return false;
  *p = (Party){.name = STR("Civilians"), .type = STR("civilians"), .civilians = true};
  return n == 0;
}

bool side_target(const ExportRow *row, const Record *r, uint32_t n, Party *p) {
  uint32_t known = 0;
  for (uint32_t i = 0; i < r->targets.n; i++) {
    (void)party_of(row, r->targets, i, p);
    if ((p->id.n || p->type.n) && known++ == n) return true;
  }
  return !known && civilians(r, n, p);
}

bool side_recipient(const ExportRow *row, const Record *r, uint32_t n, Party *p) {
  return r->targets.n ? party_of(row, r->targets, n, p) : civilians(r, n, p);
}

bool party_is_state(const Party *p) { return row_of(p) && row_of(p)->state; }
bool party_is_armed(const Party *p) { return row_of(p) && (row_of(p)->armed || row_of(p)->state); }

int party_inter(const Party *p, Str country) {
  const TypeRow *t = row_of(p);
  if (!t) return 0;
  bool abroad = t->inter == 1 && p->country.n && country.n && !str_eq(p->country, country);
  return abroad ? 8 : t->inter;
}

Str party_sector(const Party *p) { return row_of(p) ? str_of(row_of(p)->sector) : STR(""); }
