/* daftar score: how good are the records, measured against files that people coded? */
#include <stdio.h>
#include <stdlib.h>

#include "score/score.h"

#include "base/io.h"
#include "cli/out.h"
#include "cli/verbs.h"
#include "engine/engine.h"

static const size_t BUDGET = (size_t)2 << 30;
enum { MOST_FILE = 512 * 1024 * 1024 };

typedef struct GoldDoc {
  Str name, text;
  ToldList gold, told;
  bool check_only; /* its errors stay unseen */
} GoldDoc;

typedef struct Job {
  Arena arena;
  TermTable terms;
  ClassTable classes;
  VEC(GoldDoc) docs;
  uint32_t strays; /* predictions of documents that have no gold */
} Job;

static const char GOLD_END[] = ".gold.json";

/* ---------------------------------------------------------------- reading */

static ErrorCode read_tables(Job *job, ErrorInfo *info) {
  Engine *engine = NULL;
  Source source = {.arena = &job->arena};
  ErrorCode code = engine_open(NULL, &engine, info);
  if (!code) code = engine_sources(engine, &source, info);
  if (!code) code = terms_open(&job->arena, &source, &job->terms, info);
  if (!code) code = classes_open(&job->arena, &source, &job->classes, info);
  engine_close(engine);
  return code;
}

static Str base_name(Str path) {
  size_t from = path.n;
  while (from > 0 && path.p[from - 1] != '/') from--;
  return str_slice(path, from, path.n);
}

static ErrorCode read_doc(Job *job, Str path, ErrorInfo *info) {
  Arena *arena = &job->arena;
  GoldDoc doc = {0};
  Str stem = str_slice(path, 0, path.n - (sizeof GOLD_END - 1)), file;
  doc.name = base_name(stem);
  Str beside = arena_printf(arena, "%.*s.txt", STR_ARG(stem));
  if (!beside.p) return error_set(info, ERROR_MEMORY, path, 0, NULL);
  ErrorCode code = io_read_file(arena, path.p, MOST_FILE, &file, info);
  if (!code) code = io_read_file(arena, beside.p, ENGINE_MAX_TEXT, &doc.text, info);
  if (!code) {
    code = told_read_gold(arena, &job->terms, file, doc.text, &doc.gold, info);
    if (code) return error_set(info, code, path, info->offset, "%s", info->why);
  }
  if (!code) vec_push(&job->docs, arena, doc);
  return code;
}

static ErrorCode read_gold(Job *job, const char *folder, ErrorInfo *info) {
  IoEntry *entries;
  uint32_t n;
  ErrorCode code = io_list(&job->arena, folder, &entries, &n, info);
  for (uint32_t i = 0; !code && i < n; i++) {
    Str path = entries[i].path;
    size_t end = sizeof GOLD_END - 1;
    if (path.n > end && memcmp(path.p + path.n - end, GOLD_END, end) == 0) code = read_doc(job, path, info);
  }
  if (!code && !job->docs.n)
    code = error_set(info, ERROR_USAGE, str_of(folder), 0, "holds no gold file (NAME.gold.json beside NAME.txt)");
  return code;
}

static GoldDoc *find_doc(Job *job, Str name) {
  for (uint32_t i = 0; i < job->docs.n; i++)
    if (str_eq(job->docs.at[i].name, name)) return &job->docs.at[i];
  return NULL;
}

/* The names in the folder's file «check-only», one a line, where there is one. */
static void read_check_only(Job *job, const char *folder) {
  Str path = arena_printf(&job->arena, "%s/check-only", folder), list;
  if (!path.p || io_read_file(&job->arena, path.p, MOST_FILE, &list, NULL)) return;
  while (list.n) {
    GoldDoc *doc = find_doc(job, str_trim(str_cut(&list, '\n')));
    if (doc) doc->check_only = true;
  }
}

static ErrorCode read_predictions(Job *job, const char *path, ErrorInfo *info) {
  Str rest;
  ErrorCode code = io_read_file(&job->arena, path, MOST_FILE, &rest, info);
  for (uint64_t line = 1; !code && rest.n; line++) {
    Str bytes = str_trim(str_cut(&rest, '\n')), name;
    if (!bytes.n) continue;
    Told told;
    code = told_read_line(&job->arena, &job->terms, bytes, &name, &told, info);
    if (code) return error_set(info, code, str_of(path), line, "%s", info->why);
    if (!name.n) continue;
    GoldDoc *doc = find_doc(job, name);
    if (doc)
      vec_push(&doc->told, &job->arena, told);
    else
      job->strays++;
  }
  return code;
}

/* ---------------------------------------------------------------- showing */

static void put_line(Writer *w, const char *name, Hits h) {
  char line[128];
  snprintf(line, sizeof line, "%-15s%7.3f%8.3f%7.3f%7u%7u%7u\n", name, score_precision(h), score_recall(h), score_f1(h),
           h.hit, h.gold, h.told);
  writer_put(w, str_of(line));
}

static void put_json(Writer *w, const char *name, Hits h) {
  char line[256];
  snprintf(line, sizeof line,
           "{\"measure\":\"%s\",\"precision\":%.4f,\"recall\":%.4f,\"f1\":%.4f,\"hit\":%u,\"gold\":%u,\"pred\":%u}\n",
           name, score_precision(h), score_recall(h), score_f1(h), h.hit, h.gold, h.told);
  writer_put(w, str_of(line));
}

/* In the order in which a reader wants them. */
static void put_score(Writer *w, const Score *score, bool json) {
  if (!json) writer_lit(w, "                  prec  recall     F1    hit   gold   pred\n");
  static const ScoreLine heads[] = {SCORE_FOUND, SCORE_RECORD};
  static const ScoreLine tails[] = {SCORE_SLOTS, SCORE_NUMBER, SCORE_EVENT, SCORE_FIGURE, SCORE_TALLY, SCORE_TREND};
  void (*put)(Writer *, const char *, Hits) = json ? put_json : put_line;
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) put(w, score_line_name(heads[i]), score->at[heads[i]]);
  for (int slot = 0; slot < SLOT_RECORDER; slot++)
    put(w, score_line_name((ScoreLine)(SCORE_SLOT + slot)), score->at[SCORE_SLOT + slot]);
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) put(w, score_line_name(tails[i]), score->at[tails[i]]);
  if (!score->at[SCORE_RECORDER].gold && !score->at[SCORE_RECORDER].told) return;
  put(w, score_line_name(SCORE_RECORDER), score->at[SCORE_RECORDER]);
  for (int slot = SLOT_RECORDER; slot < SLOT_COUNT_ALL; slot++)
    put(w, score_line_name((ScoreLine)(SCORE_SLOT + slot)), score->at[SCORE_SLOT + slot]);
}

static void put_error(Writer *w, const GoldDoc *doc, const Told *g, const Told *p, const char *wrong) {
  const Told *known = g ? g : p;
  char line[512];
  snprintf(line, sizeof line, "%.*s\t%s\t%.*s/%.*s\t", STR_ARG(doc->name),
           !p   ? "missed"
           : !g ? "extra"
                : wrong,
           STR_ARG(known->kind), STR_ARG(known->type));
  writer_put(w, str_of(line));
  writer_put(w, known->trigger);
  writer_byte(w, '\n');
}

/* The slots in which a pair differs, comma-separated. */
static void wrong_slots(Arena *scratch, const Told *g, const Told *p, char *out, size_t room) {
  size_t n = 0;
  out[0] = 0;
  if (!str_eq(g->type, p->type) || !str_eq(g->kind, p->kind)) n += (size_t)snprintf(out, room, "type");
  for (int slot = 0; slot < SLOT_RECORDER; slot++) {
    Hits h = slot_hits(scratch, (ScoreSlot)slot, g, p);
    if (h.hit == h.gold && h.hit == h.told) continue;
    if (n < room)
      n += (size_t)snprintf(out + n, room - n, "%s%s", n ? "," : "", score_line_name((ScoreLine)(SCORE_SLOT + slot)));
  }
}

static void put_errors(Writer *w, Arena *scratch, const GoldDoc *doc, const Alignment *alignment) {
  if (doc->check_only) return;
  for (uint32_t i = 0; i < alignment->n; i++) {
    const Aligned *a = &alignment->at[i];
    const Told *g = a->gold == ALIGN_NONE ? NULL : &doc->gold.at[a->gold];
    const Told *p = a->told == ALIGN_NONE ? NULL : &doc->told.at[a->told];
    char wrong[256] = "";
    if (g && p) wrong_slots(scratch, g, p, wrong, sizeof wrong);
    if (!g || !p || wrong[0]) put_error(w, doc, g, p, wrong);
  }
}

static void put_doc(Writer *w, const GoldDoc *doc, const Score *score) {
  char line[256];
  snprintf(line, sizeof line, "%.*s\trecord %.3f\tslots %.3f\n", STR_ARG(doc->name), score_f1(score->at[SCORE_RECORD]),
           score_f1(score->at[SCORE_SLOTS]));
  writer_put(w, str_of(line));
}

static int more_gold_first(const void *a, const void *b) {
  const TypeScore *x = a, *y = b;
  if (x->hits.gold != y->hits.gold) return x->hits.gold > y->hits.gold ? -1 : 1;
  int kind = str_cmp(x->kind, y->kind);
  return kind ? kind : str_cmp(x->type, y->type);
}

static void put_types(Writer *w, TypeScores *types, bool json) {
  if (types->n) qsort(types->at, types->n, sizeof *types->at, more_gold_first);
  for (uint32_t i = 0; i < types->n; i++) {
    char name[64];
    snprintf(name, sizeof name, "%.*s/%.*s", STR_ARG(types->at[i].kind), STR_ARG(types->at[i].type));
    (json ? put_json : put_line)(w, name, types->at[i].hits);
  }
}

static void put_overall(Writer *w, const Score *all, const Score apart[2], bool json) {
  char line[256];
  if (json)
    snprintf(line, sizeof line, "{\"measure\":\"overall\",\"score\":%.4f,\"documents\":%u}\n", score_overall(all),
             all->documents);
  else if (apart[1].documents && apart[0].documents)
    snprintf(line, sizeof line,
             "overall %.4f on the %u check-only documents, %.4f on the others\noverall %.4f  (%u documents)\n",
             score_overall(&apart[1]), apart[1].documents, score_overall(&apart[0]), score_overall(all),
             all->documents);
  else
    snprintf(line, sizeof line, "overall %.4f  (%u documents)\n", score_overall(all), all->documents);
  writer_put(w, str_of(line));
}

static void score_all(Job *job, Writer *w, const Args *args) {
  Score all = {0}, apart[2] = {0};
  bool json = args_format_is(args, &verb_score, "jsonl");
  TypeScores types = {0};
  Arena kept; /* outlives the documents' scratch */
  arena_init(&kept, BUDGET);
  for (uint32_t i = 0; i < job->docs.n; i++) {
    GoldDoc *doc = &job->docs.at[i];
    ArenaMark mark = arena_mark(&job->arena);
    Score own = {0};
    Alignment alignment = align(&job->arena, &job->classes, doc->text, &doc->gold, &doc->told);
    score_add(&all, &job->arena, &doc->gold, &doc->told, &alignment);
    score_add(&apart[doc->check_only], &job->arena, &doc->gold, &doc->told, &alignment);
    score_add(&own, &job->arena, &doc->gold, &doc->told, &alignment);
    score_types(&types, &kept, &doc->gold, &doc->told, &alignment);
    if (args->value[ARG_ERRORS]) put_errors(w, &job->arena, doc, &alignment);
    if (args->value[ARG_DOCS]) put_doc(w, doc, &own);
    arena_release(&job->arena, mark);
  }
  put_score(w, &all, json);
  if (args->value[ARG_TYPES]) put_types(w, &types, json);
  put_overall(w, &all, apart, json);
  arena_fini(&kept);
}

static int run(const Args *args) {
  if (args->nfiles != 2) {
    tell(STR("score"), "give it a folder of gold files and a file of predictions; 'daftar score --help' tells more");
    return EXIT_USAGE;
  }
  Job job = {0};
  ErrorInfo info = {0};
  arena_init(&job.arena, BUDGET);
  ErrorCode code = read_tables(&job, &info);
  if (!code) code = read_gold(&job, args->files[0], &info);
  if (!code) read_check_only(&job, args->files[0]);
  if (!code) code = read_predictions(&job, args->files[1], &info);
  Out out;
  out_open(&out);
  if (code)
    tell_error(code, &info);
  else
    score_all(&job, &out.writer, args);
  if (!code && job.strays) tell(STR("score"), "%u records passed over: their documents have no gold file", job.strays);
  int status = out_close(&out, !code ? EXIT_DONE : code == ERROR_USAGE ? EXIT_USAGE : EXIT_FAILED);
  arena_fini(&job.arena);
  return status;
}

const Verb verb_score = {
    .name = "score",
    .files = "GOLD PREDICTIONS",
    .summary = "measure records against files that people coded",
    .formats = "table|jsonl",
    .options = ARG_BIT(ARG_DOCS) | ARG_BIT(ARG_ERRORS) | ARG_BIT(ARG_TYPES),
    .about = "GOLD is a folder with NAME.txt and NAME.gold.json for each document: the records that a\n"
             "reader finds in it, under \"records\", quotes as the text's exact words. PREDICTIONS is what\n"
             "'daftar code --format jsonl' printed for those texts. Shown are precision, recall and F1 of\n"
             "records and of each field; docs/accuracy.md says what each means and what to expect.\n"
             "A file check-only in GOLD may name documents whose errors are not to be shown.",
    .examples = "  daftar code --format jsonl gold/*.txt > records.jsonl\n"
                "  daftar score gold records.jsonl\n"
                "  daftar score --types gold records.jsonl\n"
                "  daftar score --errors gold records.jsonl | grep missed",
    .run = run,
};
