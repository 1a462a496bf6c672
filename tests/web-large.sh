#!/bin/sh
# The page in a real browser against a large ledger: the tests of web-browser.sh that size matters to.
# LEDGER names the ledger (it is copied, not written); without it one of some thousand documents is
# made from the samples. web/README.md says how to make one of 100,000.
# ctest: slow
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
BUILD=${BUILD:-$ROOT/build/dev}
: "${DAFTAR:?the binary}"
cd "$ROOT" || exit 1
. "$ROOT/web/test/browser.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${LEDGER:-}" ]; then
  "$DAFTAR" read --format jsonl samples >"$work/samples.jsonl" 2>/dev/null || exit 1
  python3 tools/make-archive.py "$work/samples.jsonl" 3000 >"$work/archive.jsonl" || exit 1
  LEDGER=$work/large.db
  "$DAFTAR" ingest "$LEDGER" "$work/archive.jsonl" >/dev/null || exit 1
fi
export LEDGER TMPDIR="$work"
cd "$web" && node test/run.mjs "$DAFTAR" "first view" "middle of all" "Arabic, dark" "from the address" "table by keyboard" \
  "review by" "a correction" "merge and" "files dropped"
