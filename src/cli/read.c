/* daftar read: what was made of a file, before anything is coded. */
#include "cli/input.h"
#include "cli/out.h"
#include "cli/plain.h"
#include "cli/verbs.h"
#include "record/json.h"

enum { FIELDS = 9, HEX_ROOM = 2 * SHA256_BYTES + 1 };

typedef struct Field {
  const char *key;
  Str value;
} Field;

/* All that is known beside id and text; the sum in the caller's room. */
static void fields_of(const Document *d, char hex[HEX_ROOM], Field out[FIELDS]) {
  hex_of(d->origin, SHA256_BYTES, hex);
  const Field fields[FIELDS] = {
      {"title", d->title},    {"published", d->published}, {"outlet", d->outlet},       {"author", d->author},
      {"url", d->url},        {"lang", d->lang},           {"retrieved", d->retrieved}, {"charset", str_of(d->charset)},
      {"sha256", str_of(hex)}};
  memcpy(out, fields, sizeof fields);
}

static void put_jsonl(Writer *w, const Document *d) {
  char hex[HEX_ROOM];
  Field fields[FIELDS];
  bool first = true;
  fields_of(d, hex, fields);
  writer_byte(w, '{');
  json_put_key(w, &first, "id");
  json_put_str(w, d->id);
  for (size_t i = 0; i < FIELDS; i++) {
    json_put_key(w, &first, fields[i].key);
    json_put_str_or_null(w, fields[i].value);
  }
  json_put_key(w, &first, "text");
  json_put_str(w, d->text);
  writer_lit(w, "}\n");
}

static void put_field(Writer *w, const char *key, Str value) {
  if (!value.n) return;
  writer_put(w, str_of(key));
  writer_lit(w, ": ");
  put_line_str(w, value);
  writer_byte(w, '\n');
}

static void put_text(Writer *w, const Document *d, bool terminal) {
  char hex[HEX_ROOM];
  Field fields[FIELDS];
  fields_of(d, hex, fields);
  put_field(w, "id", d->id);
  for (size_t i = 1; i < FIELDS; i++) put_field(w, fields[i].key, fields[i].value); /* the title heads the text */
  writer_byte(w, '\n');
  if (terminal)
    put_text_str(w, d->text);
  else
    writer_put(w, d->text);
  writer_lit(w, "\n");
}

static int run(const Args *args) {
  Out out;
  Input input;
  Document d;
  bool jsonl = args_format_is(args, &verb_read, "jsonl");
  int code = input_open(&input, args);
  if (code) return code;
  out_open(&out);
  for (uint64_t n = 0; out_step(&out) && input_next(&input, &d); n++) {
    if (jsonl) {
      put_jsonl(&out.writer, &d);
      continue;
    }
    if (n) writer_lit(&out.writer, "\n----\n\n");
    put_text(&out.writer, &d, out.terminal);
  }
  return out_close(&out, input_close(&input));
}

const Verb verb_read = {
    .name = "read",
    .files = "FILE...",
    .summary = "show what was made of a file: its text, date and outlet",
    .formats = "text|jsonl",
    .options = ARGS_INPUT | ARG_BIT(ARG_DATA),
    .about = "Prints each document as the coder will see it: valid UTF-8, its title before its text.\n"
             "All offsets in records count bytes of this text. Read are plain text, web pages (their\n"
             "main text, title, date, outlet), feeds (RSS, Atom), WARC archives, Telegram's JSON export\n"
             "and JSONL, packed with gzip or zstd or not, in any charset; docs/reading.md tells how.",
    .examples = "  daftar read report.txt\n"
                "  daftar read saved-page.html feed.xml\n"
                "  daftar read --format jsonl crawl.warc.gz result.json > documents.jsonl\n"
                "  daftar read --format jsonl archive/ | head -n 1",
    .run = run,
};
