/* daftar explain: what each stage saw, for one who asks why. */
#include "engine/explain.h"

#include "cli/input.h"
#include "cli/out.h"
#include "cli/plain.h"
#include "cli/verbs.h"
#include "record/json.h"
#include "record/table.h"

/* A line up to what its kind adds: of what kind it is, which one, and its words (null where there are none). */
static void put_head(Writer *w, Str doc, const char *kind, Str which, Quote quote) {
  bool first = true;
  writer_byte(w, '{');
  json_put_key(w, &first, "doc");
  json_put_str(w, doc);
  json_put_key(w, &first, kind);
  json_put_str(w, which);
  json_put_key(w, &first, "quote");
  json_put_str_or_null(w, quote.text);
  json_put_key(w, &first, "start");
  writer_u64(w, quote.span.start);
  json_put_key(w, &first, "end");
  writer_u64(w, quote.span.end);
}

static void put_mention(Writer *w, Str doc, const ExplainMention *m) {
  bool first = false;
  put_head(w, doc, "mention", str_of(explain_kind_name(m->kind)), m->quote);
  json_put_key(w, &first, "min");
  if (m->count.set)
    json_put_number(w, m->count.min);
  else
    writer_lit(w, "null");
  json_put_key(w, &first, "max");
  if (m->count.set)
    json_put_number(w, m->count.max);
  else
    writer_lit(w, "null");
  json_put_key(w, &first, "approx");
  json_put_bool(w, m->count.approx);
  json_put_key(w, &first, "edtf");
  json_put_str_or_null(w, m->edtf);
  json_put_key(w, &first, "id");
  json_put_str_or_null(w, m->id);
  writer_lit(w, "}\n");
}

static void put_act(Writer *w, Str doc, const ExplainAct *x) {
  bool first = false;
  put_head(w, doc, "act", x->type, x->trigger);
  json_put_key(w, &first, "record");
  json_put_bool(w, x->record);
  json_put_key(w, &first, "again");
  if (x->again.end)
    json_put_span(w, x->again);
  else
    writer_lit(w, "null");
  json_put_key(w, &first, "why");
  json_put_str(w, x->why);
  writer_lit(w, "}\n");
}

static void put_site(Writer *w, Str doc, const ExplainSite *x) {
  bool first = false;
  put_head(w, doc, "site", x->kind, x->place);
  json_put_key(w, &first, "of");
  json_put_span(w, x->act);
  json_put_key(w, &first, "weight");
  json_put_number(w, x->weight);
  json_put_key(w, &first, "why");
  json_put_str(w, x->why);
  writer_lit(w, "}\n");
}

static Str span_str(Arena *arena, Span span) { return arena_printf(arena, "%u-%u", span.start, span.end); }

static void put_tokens(Arena *arena, Writer *w, const Engine *engine, const Analysis *a, const Sentence *s,
                       uint32_t width) {
  static const TableColumn columns[] = {{.title = "bytes", .least = 5, .most = 13},
                                        {.title = "token", .least = 8, .most = 24},
                                        {.title = "before", .least = 6, .most = 10, .drop = 2},
                                        {.title = "lemma", .least = 6, .most = 20},
                                        {.title = "reading", .least = 12},
                                        {.title = "of", .least = 2, .drop = 3, .right = true}};
  ArenaMark mark = arena_mark(arena);
  Table *table = table_new(arena, columns, sizeof columns / sizeof *columns);
  for (uint32_t i = s->first; table && i < s->last; i++) {
    ExplainToken t = explain_token(arena, engine, a, i);
    Str of = t.readings > 1 ? arena_printf(arena, "%u", t.readings) : STR("");
    table_row_str(table, (Str[]){span_str(arena, t.span), t.text, t.clitics, t.lemma, t.what, of});
  }
  table_write(table, w, width);
  arena_release(arena, mark);
}

static Str value_of(Arena *arena, const ExplainMention *m) {
  if (m->edtf.n) return m->edtf;
  if (m->id.n) return m->id;
  if (!m->count.set) return STR("");
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  if (m->count.approx) writer_lit(&w, "about ");
  writer_number(&w, m->count.min);
  if (m->count.max != m->count.min) {
    writer_lit(&w, " to ");
    if (!writer_number(&w, m->count.max)) writer_lit(&w, "any");
  }
  return buffer_str(&buffer);
}

static void put_mentions(Arena *arena, Writer *w, const Analysis *a, uint32_t width) {
  static const TableColumn columns[] = {{.title = "bytes", .least = 5, .most = 13},
                                        {.title = "mention", .least = 7, .most = 7},
                                        {.title = "words", .least = 12},
                                        {.title = "value", .least = 10, .most = 24},
                                        {.title = "note", .least = 10, .drop = 2}};
  ExplainMentions mentions = explain_mentions(arena, a);
  Table *table = table_new(arena, columns, sizeof columns / sizeof *columns);
  for (uint32_t i = 0; table && i < mentions.n; i++) {
    const ExplainMention *m = &mentions.at[i];
    table_row_str(table, (Str[]){span_str(arena, m->quote.span), str_of(explain_kind_name(m->kind)), m->quote.text,
                                 value_of(arena, m), m->note});
  }
  table_write(table, w, width);
}

static void put_steps(Arena *arena, Writer *w, const Analysis *a, bool fired, uint32_t width) {
  static const TableColumn columns[] = {{.title = "frame", .least = 12, .most = 32},
                                        {.title = "bytes", .least = 5, .most = 13},
                                        {.title = "trigger", .least = 8, .most = 24},
                                        {.title = "why", .least = 12}};
  Table *table = table_new(arena, columns, sizeof columns / sizeof *columns);
  for (uint32_t i = 0; table && i < explain_steps(a); i++) {
    ExplainStep s = explain_step(a, i);
    if (s.fired == fired) table_row_str(table, (Str[]){s.rule, span_str(arena, s.trigger.span), s.trigger.text, s.why});
  }
  table_write(table, w, width);
}

/* A line each: the signs that were weighed are too many for a table. */
static void put_acts(Arena *arena, Writer *w, const Analysis *a) {
  for (uint32_t i = 0; i < explain_acts(a); i++) {
    ExplainAct x = explain_act(a, i);
    put_line_str(w, arena_printf(arena, "%s %.*s, %.*s %u-%u: %.*s", x.record ? "record" : "none", STR_ARG(x.type),
                                 STR_ARG(x.trigger.text), x.trigger.span.start, x.trigger.span.end, STR_ARG(x.why)));
    writer_byte(w, '\n');
  }
}

static void put_sites(Arena *arena, Writer *w, const Analysis *a) {
  for (uint32_t i = 0; i < explain_sites(a); i++) {
    ExplainSite x = explain_site(a, i);
    put_line_str(w, arena_printf(arena, "%u-%u %.*s: %d: %.*s", x.act.start, x.act.end,
                                 STR_ARG(x.place.text.n ? x.place.text : STR("nowhere")), x.weight, STR_ARG(x.why)));
    writer_byte(w, '\n');
  }
}

static void put_document(Arena *arena, Writer *w, const Engine *engine, const Document *d, const Analysis *a,
                         uint32_t width) {
  const Text *text = analysis_text(a);
  Str published = explain_published(arena, a);
  put_line_str(w, d->id);
  writer_lit(w, "\ndates are counted from ");
  writer_put(w, published.n ? published : STR("no publication date"));
  writer_byte(w, '\n');
  for (uint32_t i = 0; i < text->nsentences; i++) {
    const Sentence *s = &text->sentences[i];
    writer_lit(w, "\nsentence ");
    writer_u64(w, i + 1);
    writer_lit(w, ", bytes ");
    writer_put(w, span_str(arena, s->span));
    writer_byte(w, '\n');
    put_tokens(arena, w, engine, a, s, width);
  }
  writer_lit(w, "\nmentions\n");
  put_mentions(arena, w, a, width);
  writer_lit(w, "\nframes that fired\n");
  put_steps(arena, w, a, true, width);
  writer_lit(w, "\nframes that nearly fired\n");
  put_steps(arena, w, a, false, width);
  writer_lit(w, "\nwhat became of each act\n");
  put_acts(arena, w, a);
  writer_lit(w, "\nwhere each act may have been\n");
  put_sites(arena, w, a);
}

static void explain_all(Input *input, Out *out, const Engine *engine, bool jsonl) {
  Document d;
  uint32_t width = out_width();
  for (uint64_t n = 0; out_step(out) && input_next(input, &d);) {
    const Analysis *a = input_analyse(input, engine, &d, true);
    if (!a) continue;
    if (!jsonl) {
      if (n++) writer_lit(&out->writer, "\n----\n\n");
      put_document(&input->work, &out->writer, engine, &d, a, width);
      continue;
    }
    ExplainMentions mentions = explain_mentions(&input->work, a);
    for (uint32_t i = 0; i < mentions.n; i++) put_mention(&out->writer, d.id, &mentions.at[i]);
    for (uint32_t i = 0; i < explain_acts(a); i++) {
      ExplainAct act = explain_act(a, i);
      put_act(&out->writer, d.id, &act);
    }
    for (uint32_t i = 0; i < explain_sites(a); i++) {
      ExplainSite site = explain_site(a, i);
      put_site(&out->writer, d.id, &site);
    }
  }
}

static int run(const Args *args) {
  Out out;
  Input input;
  Engine *engine = NULL;
  int code = input_begin(&input, args, &engine);
  if (code) return code;
  out_open(&out);
  explain_all(&input, &out, engine, args_format_is(args, &verb_explain, "jsonl"));
  code = out_close(&out, input_close(&input));
  engine_close(engine);
  return code;
}

const Verb verb_explain = {
    .name = "explain",
    .files = "FILE...",
    .summary = "show how a report was read: words, mentions, the frames that fired",
    .formats = "table|jsonl",
    .options = ARGS_INPUT | ARG_BIT(ARG_DATA),
    .about = "Shows each token with its analysis, every number, date, place, actor and person, and the\n"
             "frames of the grammar that fired or nearly did; then what became of each act that a frame found:\n"
             "whether it is told, by which signs and what each weighs, or what it is told again\n"
             "in; and how the places of its sentence were weighed. jsonl prints one mention, act or site a line:\n"
             "{\"doc\",\"mention\",\"quote\",\"start\",\"end\",\"min\",\"max\",\"approx\",\"edtf\",\"id\"},\n"
             "{\"doc\",\"act\",\"quote\",\"start\",\"end\",\"record\",\"again\",\"why\"},\n"
             "{\"doc\",\"site\",\"quote\",\"start\",\"end\",\"of\",\"weight\",\"why\"}.",
    .examples = "  daftar explain --published 2024-07-17 report.txt | less -R\n"
                "  daftar explain --format jsonl archive.jsonl > mentions.jsonl",
    .run = run,
};
