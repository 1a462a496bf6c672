#!/bin/sh
# A ledger whose ingest is killed, whose disk is full, that two programs write at once: nothing
# is lost and nothing is there twice. What is compared is every table's content but for the
# numbers of rows and the innards of the search index.
# ctest: slow
set -u
: "${DAFTAR:?the daftar program}"
command -v sqlite3 >/dev/null 2>&1 || {
  echo "no sqlite3 to look into the ledger with"
  exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
bad=0
complain() {
  echo "$*" >&2
  bad=1
}

# 120 reports of the project's own: one act told by two outlets, at places and days in turn.
awk 'BEGIN {
  split("سراقب دوما الرقة الموصل تكريت الفلوجة درعا حماة", place, " ")
  split("ثلاثة أربعة خمسة ستة سبعة ثمانية", number, " ")
  split("مدنيين جنود مسلحين", whom, " ")
  split("قصف مدفعي|غارة جوية|هجوم مسلح|انفجار عبوة ناسفة", act, "|")
  for (i = 0; i < 120; i++) {
    n = int(i / 2)
    printf "{\"id\":\"r%d\",\"outlet\":\"outlet %d\",\"published\":\"2024-%02d-%02d\",\"text\":\"قتل %s %s أمس في %s على مدينة %s، بحسب مصدر محلي رقم %d.\"}\n",
      i, i % 2, 1 + n % 9, 2 + n % 27, number[1 + n % 6], whom[1 + n % 3], act[1 + n % 4], place[1 + n % 8], i % 2
  }
}' >reports.jsonl

# The whole content, in an order of its own; keys stand for rows.
content() {
  sqlite3 -readonly "$1" "
    SELECT 'text', hex(sha256), body, lemmas, (SELECT hex(sha256) FROM text v WHERE v.id = t.voice) FROM text t;
    SELECT 'document', key, given, outlet, url, published, day, version, current FROM document;
    SELECT 'coding', d.key, generation, engine, data, c.records FROM coding c JOIN document d ON d.id = c.document;
    SELECT 'record', r.key, d.key, r.current, r.status, r.incident, r.json FROM record r JOIN document d ON d.id = r.document;
    SELECT 'place', r.key, p.n, p.place, p.words FROM record_place p JOIN record r ON r.id = p.record;
    SELECT 'actor', r.key, a.role, a.n, a.actor, a.words FROM record_actor a JOIN record r ON r.id = a.record;
    SELECT 'pair', min(a.key, b.key), max(a.key, b.key), p.points FROM pair p JOIN record a ON a.id = p.a JOIN record b ON b.id = p.b;
    SELECT 'filing', d.key, hex(b.data) FROM filing b JOIN document d ON d.id = b.document;
    SELECT 'incident', * FROM incident;
    SELECT 'finding', key, kind, day, docs, records FROM finding;
    SELECT 'found', d.key FROM search JOIN document d ON d.text = search.rowid WHERE search MATCH 'قتل';
  " | LC_ALL=C sort
}

sound() {
  [ "$(sqlite3 -readonly "$1" 'PRAGMA integrity_check')" = ok ] || complain "$2: the file is damaged"
  [ -z "$(sqlite3 -readonly "$1" 'PRAGMA foreign_key_check')" ] || complain "$2: rows point nowhere"
}

"$DAFTAR" ingest whole.db reports.jsonl >whole.out || complain "ingest fails"
content whole.db >want
[ "$(grep -c '^incident' want)" -ge 20 ] || complain "too few incidents to tell anything"
sound whole.db whole

# ---- killed at 50 moments, from the first open to past the end ----
began=$(date +%s%N)
"$DAFTAR" ingest timed.db reports.jsonl >/dev/null
took=$(($(date +%s%N) - began))
killed=0
round=0
while [ "$round" -lt 50 ]; do
  round=$((round + 1))
  rm -f cut.db cut.db-*
  # In three runs on one ledger, so that a second and third may be cut as well.
  for part in 1 2 3; do
    "$DAFTAR" ingest cut.db reports.jsonl >/dev/null 2>&1 &
    pid=$!
    at=$((took * ((round * 37 + part * 11) % 60) / 50))
    sleep "$(printf '%d.%09d' $((at / 1000000000)) $((at % 1000000000)))"
    kill -9 "$pid" 2>/dev/null && killed=$((killed + 1))
    wait "$pid" 2>/dev/null
  done
  "$DAFTAR" ingest cut.db reports.jsonl >cut.out 2>cut.err || complain "round $round: $(cat cut.err)"
  content cut.db >got
  cmp -s want got || complain "round $round: the ledger differs: $(diff want got | head -n 3)"
done
sound cut.db "after kills"
[ "$killed" -ge 25 ] || complain "only $killed of 150 runs were still there to be killed"

# ---- a full disk: the file may not grow past some sizes ----
for blocks in 40 200 500; do
  rm -f full.db full.db-*
  (
    ulimit -f "$blocks"
    trap '' XFSZ
    "$DAFTAR" ingest full.db reports.jsonl
  ) >full.out 2>full.err
  code=$?
  [ "$code" -eq 3 ] || complain "full disk at $blocks: exit $code"
  grep -q 'disk is full' full.err || complain "full disk at $blocks: $(cat full.err)"
  "$DAFTAR" ingest full.db reports.jsonl >/dev/null 2>&1 || complain "full disk at $blocks: cannot go on"
  content full.db >got
  cmp -s want got || complain "full disk at $blocks: the ledger differs"
done

# ---- two at once ----
head -n 70 reports.jsonl >first.jsonl
tail -n 70 reports.jsonl >second.jsonl
"$DAFTAR" ingest both.db first.jsonl >first.out 2>first.err &
one=$!
"$DAFTAR" ingest both.db second.jsonl >second.out 2>second.err &
two=$!
wait "$one" || complain "the first of two: $(cat first.err)"
wait "$two" || complain "the second of two: $(cat second.err)"
content both.db >got
cmp -s want got || complain "two at once: the ledger differs: $(diff want got | head -n 3)"
ls both.db-* >/dev/null 2>&1 && complain "two at once: the log was not folded back"

# ---- another holds it: the command waits, then says so ----
if command -v python3 >/dev/null 2>&1; then
  : >late.err
  python3 - both.db late.err held <<'P' &
import sqlite3, sys, time
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("BEGIN IMMEDIATE")
open(sys.argv[3], "w").close()
until = time.time() + 30
while "waiting" not in open(sys.argv[2]).read() and time.time() < until:
    time.sleep(0.1)
c.execute("COMMIT")
P
  holder=$!
  while ! [ -e held ] && kill -0 "$holder" 2>/dev/null; do sleep 0.1; done
  printf '{"id":"late","text":"قتل جندي في هجوم على حاجز شرقي الرقة.","published":"2024-02-02"}\n' >late.jsonl
  "$DAFTAR" ingest both.db late.jsonl >late.out 2>late.err || complain "while held: $(cat late.err)"
  grep -q waiting late.err || complain "it did not say that it waits"
  grep -q '^1 document new' late.out || complain "while held: $(cat late.out)"
  wait "$holder"
fi

# ---- any order, any batches ----
sort -r reports.jsonl >turned.jsonl
"$DAFTAR" ingest turned.db turned.jsonl >/dev/null || complain "turned fails"
content turned.db >got
cmp -s want got || complain "another order: the ledger differs: $(diff want got | head -n 3)"
while read -r line; do printf '%s\n' "$line"; done <reports.jsonl | split -l 17 - part.
for part in part.*; do "$DAFTAR" ingest parts.db "$part" >/dev/null || complain "$part fails"; done
content parts.db >got
cmp -s want got || complain "in parts: the ledger differs: $(diff want got | head -n 3)"

# ---- from a folder that cannot be written ----
mkdir closed
cp whole.db closed/
chmod 500 closed
chmod 400 closed/whole.db
"$DAFTAR" list closed/whole.db incidents --limit 1 >/dev/null || complain "does not open from a closed folder"
chmod 700 closed
exit "$bad"
