/* The findings are pure functions over documents (check floor); here they are given what
 * belongs together and their answers are kept, each with the scope that made it, so that the
 * scope can be looked at anew when something in it changes.
 *
 *   document   kinds that look at one document, run where it is coded
 *   incident   one incident told by several documents: numbers, status, authors
 *
 * and those of findings_across.c. */
#include "ledger/finding/findings.h"

#include "base/hash.h"
#include "ledger/finding/scope.h"
#include "ledger/link/tellings.h"
#include "record/json.h"

enum { INCIDENT_DOCUMENTS = 200 };

static const char *const INCIDENT_KINDS[] = {"relay", "disagree", "status", "blame", "lone", "corroborated"};

static Str list_json(Arena *arena, const Str *at, uint32_t n) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < n; i++) {
    writer_byte(&w, i ? ',' : '[');
    json_put_str(&w, at[i]);
  }
  writer_put(&w, n ? STR("]") : STR("[]"));
  return buffer_str(&buffer);
}

static void put(Ledger *l, Arena *arena, Str scope, const Finding *f, int64_t day) {
  Str docs = list_json(arena, f->docs, f->ndocs), records = list_json(arena, f->records, f->nrecords);
  Str whole =
      arena_printf(arena, "%.*s %.*s %.*s %.*s", STR_ARG(f->kind), STR_ARG(docs), STR_ARG(records), STR_ARG(f->text));
  uint8_t hash[32];
  char key[KEY_HEX + 1];
  sha256(whole, hash);
  hex_of(hash, KEY_HEX / 2, key);
  if (db_number(&l->db, "SELECT 1 FROM finding WHERE scope = ? AND key = ?", "tt", scope, str_of(key)) == 1) return;
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  check_json(&w, f);
  db_run(&l->db,
         "INSERT INTO finding (key, kind, day, docs, records, text, json, scope) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
         "ttottttt", str_of(key), f->kind, day, docs, records, f->text, str_trim(buffer_str(&buffer)), scope);
}

void scope_clear(Ledger *l, Str scope) { db_run(&l->db, "DELETE FROM finding WHERE scope = ?", "t", scope); }

static int64_t day_of(const Finding *f, const CheckInput *in) {
  int64_t day = DB_NONE;
  for (uint32_t i = 0; i < in->ndocs; i++)
    for (uint32_t k = 0; k < f->ndocs; k++) {
      int64_t published = str_eq(f->docs[k], in->docs[i].id) ? ledger_day(in->docs[i].published) : DB_NONE;
      if (published != DB_NONE && (day == DB_NONE || published > day)) day = published;
    }
  return day;
}

void scope_run(Ledger *l, Arena *arena, const CheckInput *in, Str scope, const char *const *kinds, uint32_t n) {
  for (uint32_t k = 0; k < n; k++) {
    Findings found = check_run_kind(arena, in, str_of(kinds[k]));
    for (uint32_t i = 0; i < found.list.n; i++) put(l, arena, scope, &found.list.at[i], day_of(&found.list.at[i], in));
  }
}

void findings_of_document(Ledger *l, const Coded *c, int64_t document, Str key) {
  Str scope = arena_printf(&l->batch, "document %.*s", STR_ARG(key));
  (void)document;
  if (c->recodes) scope_clear(l, scope);
  for (uint32_t i = 0; i < c->findings.list.n; i++)
    put(l, &l->batch, scope, &c->findings.list.at[i], ledger_day(c->document.published));
}

/* ---- input ---- */

bool wanted_any(const Record *r) { return r != NULL; }

void documents_take(Arena *arena, const Loaded *loaded, Str incident, Wanted *wanted, Documents *out) {
  if (!loaded) return;
  CheckDoc doc = loaded_check(arena, loaded);
  Record *kept = ARENA_ARRAY(arena, Record, loaded->nrecords + (size_t)1);
  Record *others = incident.n ? ARENA_ARRAY(arena, Record, loaded->nrecords + (size_t)1) : NULL;
  doc.records = kept;
  doc.others = others;
  doc.nrecords = 0;
  for (uint32_t i = 0; kept && i < loaded->nrecords; i++) {
    if (!wanted(&loaded->records[i])) continue;
    bool other = incident.n && !str_eq(loaded->incidents[i], incident);
    if (!other) kept[doc.nrecords++] = loaded->records[i];
    if (other && others) others[doc.nothers++] = loaded->records[i];
  }
  vec_push(&out->list, arena, doc);
}

CheckInput documents_input(const Documents *d) {
  return (CheckInput){.docs = d->list.at, .ndocs = d->list.n, .ledger = true};
}

typedef const Loaded *LoadFor(Ledger *l, Arena *arena, int64_t document, Str incident);

static const Loaded *with_others(Ledger *l, Arena *arena, int64_t document, Str incident) {
  (void)incident;
  return loaded_read(l, arena, document);
}

typedef struct IncidentLook {
  Str incident;
  Ids documents;
  const LinkDecision *decisions;
  uint32_t ndecisions;
} IncidentLook;

static CheckInput look_input(Ledger *l, const IncidentLook *look, LoadFor *load, Documents *documents) {
  const Ids *ids = &look->documents;
  for (uint32_t i = 0; i < ids->list.n; i++)
    documents_take(&l->batch, load(l, &l->batch, ids->list.at[i], look->incident), look->incident, wanted_any,
                   documents);
  CheckInput in = documents_input(documents);
  if (in.ndocs > 1) tellings_link(&l->batch, &in, look->decisions, look->ndecisions, NULL);
  return in;
}

static bool finds_any(Arena *arena, const CheckInput *in) {
  for (size_t k = 0; k < sizeof INCIDENT_KINDS / sizeof *INCIDENT_KINDS; k++)
    if (check_run_kind(arena, in, str_of(INCIDENT_KINDS[k])).list.n) return true;
  return false;
}

/* What its reports tell besides the incident can only silence a finding, and is read where there is one: of a hundred
 * incidents hardly one. */
static void look_at_incident(Ledger *l, const IncidentLook *look, Str scope) {
  Documents documents = {0}, whole = {0};
  CheckInput in = look_input(l, look, loaded_of_incident, &documents);
  if (in.ndocs < 2 || !finds_any(&l->batch, &in)) return;
  in = look_input(l, look, with_others, &whole);
  SCOPE_RUN(l, &l->batch, &in, scope, INCIDENT_KINDS);
}

/* Of INCIDENT_KINDS all but two hold the numbers of two records against each other: a denial is one of blame, and who
 * is alone must be known. */
bool findings_promised(const LinkItem *const *items, uint32_t n) {
  uint32_t outcomes = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (items[i]->tells & (LINK_TELLS_SPEAKER | LINK_TELLS_DENIAL)) return true;
    if (items[i]->tells & LINK_TELLS_OUTCOME) outcomes++;
    if (items[i]->tells & LINK_TELLS_OUTCOMES) outcomes++;
  }
  return outcomes > 1;
}

void findings_of_incident(Ledger *l, Str incident, uint32_t ndocuments, const LinkDecision *decisions, uint32_t n) {
  ArenaMark mark = arena_mark(&l->batch);
  Str scope = arena_printf(&l->batch, "incident %.*s", STR_ARG(incident));
  IncidentLook look = {.incident = incident, .decisions = decisions, .ndecisions = n};
  scope_clear(l, scope);
  if (ndocuments > 1)
    ids_take(&l->db, &l->batch,
             db_query(&l->db,
                      "SELECT d.id FROM (SELECT DISTINCT document FROM record WHERE incident = ?) r"
                      " JOIN document d ON d.id = r.document ORDER BY d.key LIMIT ?",
                      "ti", incident, (int64_t)INCIDENT_DOCUMENTS),
             &look.documents);
  if (look.documents.list.n > 1) look_at_incident(l, &look, scope);
  /* What failed stays failed behind a release. */
  arena_release(&l->batch, mark);
}
