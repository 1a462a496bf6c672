#!/bin/sh
# Two runs give the same bytes; the order of the inputs, the locale, the time zone and the
# neighbours change no record; every quote is the text at its span.
set -u
: "${DAFTAR:?the binary}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
complain() {
  echo "$*" >&2
  bad=1
}
"$DAFTAR" code --format jsonl samples/ >"$work/a" || complain 'samples are not coded'
[ -s "$work/a" ] || complain 'no records'
LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati "$DAFTAR" code --format jsonl samples/ | cmp -s - "$work/a" || complain 'the locale or the time zone changes records'
"$DAFTAR" code --format jsonl - <samples/reports.jsonl | cmp -s - "$work/a" || complain 'standard input gives other records'
gzip -c samples/reports.jsonl >"$work/r.jsonl.gz"
"$DAFTAR" code --format jsonl "$work/r.jsonl.gz" | cmp -s - "$work/a" || complain 'gzip gives other records'

awk '{ line[NR] = $0 } END { for (i = NR; i; i--) print line[i] }' samples/reports.jsonl >"$work/back.jsonl"
"$DAFTAR" code --format jsonl "$work/back.jsonl" | sort >"$work/b"
sort "$work/a" | cmp -s - "$work/b" || complain 'the order of documents changes records'

# Ids are of their own: none twice.
ids=$(sed 's/^{"v":1,"id":"\([0-9a-f]*\)".*/\1/' "$work/a" | sort | uniq -d)
[ -z "$ids" ] || complain "ids twice: $ids"

# Spans: each {"quote","start","end"} cut from the text that `read` prints.
if command -v python3 >/dev/null 2>&1; then
  "$DAFTAR" read --format jsonl samples/ >"$work/docs"
  python3 - "$work/docs" "$work/a" <<'CODE' || complain 'a quote is not the text at its span'
import json, sys
text = {d["id"]: d["text"].encode() for d in map(json.loads, open(sys.argv[1]))}
seen = wrong = 0
def walk(x, t):
    global seen, wrong
    if isinstance(x, dict):
        if "quote" in x and "start" in x:
            seen += 1
            wrong += t[x["start"]:x["end"]].decode() != x["quote"]
        for v in x.values():
            walk(v, t)
    elif isinstance(x, list):
        for v in x:
            walk(v, t)
for r in map(json.loads, open(sys.argv[2])):
    walk(r, text[r["doc"]])
sys.exit(wrong > 0 or seen < 50)
CODE
fi
[ "$bad" -eq 0 ]
