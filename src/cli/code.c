/* daftar code: documents → records. */
#include "cli/input.h"
#include "cli/out.h"
#include "cli/plain.h"
#include "cli/verbs.h"
#include "record/csv.h"
#include "record/json.h"
#include "record/record_table.h"

typedef enum CodeFormat { CODE_TABLE, CODE_JSONL, CODE_CSV } CodeFormat;

typedef struct CodeRun {
  Out out;
  CodeFormat format;
  uint32_t width;
  uint64_t records;
} CodeRun;

static void put_head(Writer *w, const Document *d) {
  Str const parts[] = {d->id, d->outlet, d->published};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (!parts[i].n) continue;
    if (i) writer_lit(w, "  ");
    put_line_str(w, parts[i]);
  }
  writer_byte(w, '\n');
}

static void put_document(CodeRun *run, Arena *arena, const Document *d, const Analysis *analysis, bool first) {
  uint32_t n = 0;
  const Record *records = analysis_records(analysis, &n);
  Writer *w = &run->out.writer;
  run->records += n;
  if (run->format == CODE_TABLE) {
    if (!first) writer_byte(w, '\n');
    put_head(w, d);
    if (n)
      record_table(arena, w, records, n, run->width);
    else
      writer_lit(w, "no records\n");
    return;
  }
  for (uint32_t i = 0; i < n; i++) {
    if (run->format == CODE_JSONL)
      json_put_record(w, &records[i]);
    else
      csv_record(w, &records[i], analysis_text(analysis)->bytes);
  }
}

static int code_all(CodeRun *run, Input *input, const Engine *engine) {
  Document d;
  uint64_t coded = 0;
  if (run->format == CODE_CSV) csv_header(&run->out.writer, false);
  while (out_step(&run->out) && input_next(input, &d)) {
    const Analysis *analysis = input_analyse(input, engine, &d, false);
    if (analysis) put_document(run, &input->work, &d, analysis, coded++ == 0);
  }
  if (run->format == CODE_TABLE && coded > 1) {
    writer_lit(&run->out.writer, "\n");
    writer_u64(&run->out.writer, run->records);
    writer_lit(&run->out.writer, " records in ");
    writer_u64(&run->out.writer, coded);
    writer_lit(&run->out.writer, " documents\n");
  }
  return EXIT_DONE;
}

static int run(const Args *args) {
  CodeRun run = {.format = args_format_is(args, &verb_code, "jsonl") ? CODE_JSONL
                           : args_format_is(args, &verb_code, "csv") ? CODE_CSV
                                                                     : CODE_TABLE};
  Input input;
  Engine *engine = NULL;
  int code = input_begin(&input, args, &engine);
  if (code) return code;
  out_open(&run.out);
  run.width = out_width();
  code_all(&run, &input, engine);
  code = out_close(&run.out, input_close(&input));
  engine_close(engine);
  return code;
}

const Verb verb_code = {
    .name = "code",
    .files = "FILE...",
    .summary = "code reports: who did what to whom, where, when, how many, who says so",
    .formats = "table|jsonl|csv",
    .options = ARGS_INPUT | ARG_BIT(ARG_DATA),
    .about = "Codes each document into records. FILE is plain text, JSONL ({\"id\",\"text\",\"title\",\n"
             "\"published\",\"outlet\",\"url\"} a line), either of them gzipped, a folder of such files,\n"
             "or - for standard input. Relative dates (\"yesterday\") need the publication date.",
    .examples = "  daftar code --published 2024-07-17 --outlet \"SY24\" report.txt\n"
                "  daftar code --format jsonl archive.jsonl.gz > records.jsonl\n"
                "  zcat feed.gz | daftar code --format csv - > records.csv",
    .run = run,
};
