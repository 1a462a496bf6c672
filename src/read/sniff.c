/* Signatures first, where they are unmistakable: "WARC/", the first element of a page or a
 * feed behind declarations and comments, the marks of pictures and packed files. Then the
 * name's suffix, those of packing taken off. Last an opening brace: lines of JSON, or one
 * object over many lines, which is how Telegram writes its export. */
#include "read/sniff.h"

#include "base/error.h"

static bool starts_nocase(Str s, const char *lower) {
  size_t i = 0;
  for (; lower[i]; i++)
    if (i >= s.n || (s.p[i] | (s.p[i] >= 'A' && s.p[i] <= 'Z' ? 0x20 : 0)) != lower[i]) return false;
  return true;
}

static size_t find(Str s, size_t from, Str what) {
  for (size_t i = from; i + what.n <= s.n; i++)
    if (memcmp(s.p + i, what.p, what.n) == 0) return i;
  return s.n;
}

/* Behind blanks, "<?…?>" and comments: where the first element or the document type stands. */
static Str behind_prolog(Str head) {
  for (;;) {
    head = str_trim(head);
    Str end = str_starts(head, STR("<?")) ? STR("?>") : STR("-->");
    if (end.p[0] == '-' && !str_starts(head, STR("<!--"))) return head;
    size_t at = find(head, 0, end);
    if (at == head.n) return STR_NONE;
    head = str_slice(head, at + end.n, head.n);
  }
}

/* ---------------------------------------------------------------- marked text */

typedef struct Mark {
  const char *begins; /* in small letters */
  FileKind kind;
} Mark;

static FileKind marked_kind(Str head) {
  static const Mark marks[] = {{"<!doctype html", FILE_HTML}, {"<html", FILE_HTML},        {"<head>", FILE_HTML},
                               {"<body", FILE_HTML},          {"<meta ", FILE_HTML},       {"<title>", FILE_HTML},
                               {"<article", FILE_HTML},       {"<main", FILE_HTML},        {"<div", FILE_HTML},
                               {"<table", FILE_HTML},         {"<script", FILE_HTML},      {"<rss", FILE_FEED},
                               {"<feed", FILE_FEED},          {"<rdf:rdf", FILE_FEED},     {"<atom:feed", FILE_FEED},
                               {"<!doctype rss", FILE_FEED},  {"<!doctype rdf", FILE_FEED}};
  Str s = behind_prolog(head);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (starts_nocase(s, marks[i].begins)) return marks[i].kind;
  return FILE_TEXT;
}

/* ---------------------------------------------------------------- what is not read */

typedef struct Magic {
  Str bytes;
  const char *what;
} Magic;

static const char *magic_of(Str head) {
#define M(bytes, what) \
  { {bytes, sizeof(bytes) - 1}, what }
  static const Magic magics[] = {M("%PDF-", "a PDF file, which is not read: save its text"),
                                 M("PK\x03\x04", "a ZIP archive or an office document, which is not read: unpack it"),
                                 M("\xD0\xCF\x11\xE0", "an old office document, which is not read: save it as text"),
                                 M("{\\rtf", "an RTF document, which is not read: save it as text"),
                                 M("\x89PNG", "a picture"),
                                 M("\377\330\377", "a picture"),
                                 M("GIF8", "a picture"),
                                 M("RIFF", "a picture or a sound"),
                                 M("ID3", "a sound"),
                                 M("OggS", "a sound"),
                                 M("\0\0\0\x18"
                                   "ftyp",
                                   "a video"),
                                 M("\0\0\0\x20"
                                   "ftyp",
                                   "a video"),
                                 M("SQLite format 3", "an SQLite database, which is not read as a document"),
                                 M("BZh", "packed with bzip2, which is not read: gzip and zstd are"),
                                 M("\xFD"
                                   "7zXZ",
                                   "packed with xz, which is not read: gzip and zstd are"),
                                 M("7z\xBC\xAF", "a 7z archive, which is not read: unpack it"),
                                 M("\x7F"
                                   "ELF",
                                   "a program")};
#undef M
  for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
    if (str_starts(head, magics[i].bytes)) return magics[i].what;
  return NULL;
}

/* Text has tabs and ends of lines of the control characters, and few others; UTF-16 is seen
 * elsewhere. */
static bool is_binary(Str head) {
  enum { LEAST = 64, ONE_IN = 16 };
  size_t controls = 0, n = head.n < SNIFF_BYTES ? head.n : SNIFF_BYTES;
  for (size_t i = 0; i < n; i++) {
    uint8_t c = (uint8_t)head.p[i];
    controls += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A;
  }
  return n >= LEAST && controls * ONE_IN > n;
}

/* ---------------------------------------------------------------- JSON */

/* A line of its own that is a whole object is JSONL; one object over many lines is not. A
 * packed export is one endless line with its messages in it. */
static FileKind json_kind(Str head) {
  Str rest = head, first = str_trim(str_cut(&rest, '\n'));
  bool closed = first.n > 1 && first.p[first.n - 1] == '}', ends = rest.p != NULL || closed;
  size_t messages = find(first, 0, STR("\"messages\"")), text = find(first, 0, STR("\"text\""));
  if (ends && closed) return messages < text ? FILE_TELEGRAM : FILE_JSONL;
  if (!ends) return messages < text ? FILE_TELEGRAM : FILE_JSONL;
  return FILE_TELEGRAM;
}

/* ---------------------------------------------------------------- names */

static bool ends(Str s, Str suffix) {
  if (s.n <= suffix.n) return false;
  return starts_nocase(str_slice(s, s.n - suffix.n, s.n), suffix.p);
}

static const struct {
  const char *end;
  FileKind kind; /* FILE_OTHER: the bytes must tell */
} names[] = {{".txt", FILE_TEXT},  {".jsonl", FILE_JSONL}, {".ndjson", FILE_JSONL}, {".html", FILE_HTML},
             {".htm", FILE_HTML},  {".xhtml", FILE_HTML},  {".warc", FILE_WARC},    {".xml", FILE_OTHER},
             {".rss", FILE_OTHER}, {".atom", FILE_OTHER},  {".rdf", FILE_OTHER},    {".json", FILE_OTHER}};

static bool kind_by_name(Str name, FileKind *kind) {
  if (ends(name, STR(".zst"))) name.n -= 4;
  if (ends(name, STR(".gz"))) name.n -= 3;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (ends(name, str_of(names[i].end))) return *kind = names[i].kind, true;
  return false;
}

bool sniff_name(Str name) {
  FileKind kind;
  return kind_by_name(name, &kind);
}

/* ---------------------------------------------------------------- all together */

bool sniff_wants_more(Str head) {
  Str s = str_trim(head);
  if (!s.n) return true;
  if (s.p[0] == '<') return true;
  return s.p[0] == '{' && json_kind(s) == FILE_JSONL && !memchr(s.p, '\n', s.n) && s.p[s.n - 1] != '}';
}

Sniff sniff(Str head, Str name) {
  Str s = str_trim(head);
  const char *other = magic_of(head);
  if (other) return (Sniff){FILE_OTHER, true, other};
  if (str_starts(s, STR("WARC/"))) return (Sniff){FILE_WARC, true, NULL};
  if (is_binary(head)) return (Sniff){FILE_OTHER, true, "neither text nor a format that is read"};
  FileKind marked = marked_kind(s), named = FILE_OTHER;
  if (marked != FILE_TEXT) return (Sniff){marked, true, NULL};
  bool told = kind_by_name(name, &named);
  if (told && named != FILE_OTHER && named != FILE_TEXT) return (Sniff){named, false, NULL};
  if (told && named == FILE_TEXT) return (Sniff){FILE_TEXT, false, NULL};
  if (s.n && s.p[0] == '{') return (Sniff){json_kind(s), false, NULL};
  if (s.n > 1 && s.p[0] == '[' && str_trim(str_slice(s, 1, s.n)).n && str_trim(str_slice(s, 1, s.n)).p[0] == '{')
    return (Sniff){FILE_OTHER, true, "one list of JSON: write an object a line, as jq -c '.[]' does"};
  return (Sniff){FILE_TEXT, false, NULL};
}
