#!/bin/sh
# daftar score and the evaluation's own script give the same numbers, to a hundredth, on the same
# records.
# Where the evaluation is not at hand the test is skipped.
# ctest: eval
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
EVAL=$ROOT/../shared/eval
if [ ! -f "$EVAL/score.py" ] || ! command -v python3 >/dev/null; then
  echo "skipped: no evaluation beside the project, or no python3"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${DAFTAR:?the binary}" code --format jsonl "$EVAL/dev/docs.jsonl" >"$work/records" || exit 1
"$DAFTAR" score "$EVAL/dev" "$work/records" >"$work/ours" || exit 1
python3 "$EVAL/score.py" "$EVAL/dev" "$work/records" >"$work/theirs" || exit 1

# The two cut words a little differently («F16», a broken word): a hit or two may go astray.
awk '
  NF < 7 || $2 !~ /^[01]\.[0-9]+$/ { next }
  FILENAME == ARGV[1] { ours[$1] = $4; n++; next }
  !($1 in ours) { print $1 ": missing"; bad = 1; next }
  ours[$1] - $4 > 0.01 || $4 - ours[$1] > 0.01 { print $1 ": " ours[$1] ", not " $4; bad = 1 }
  END { if (n < 20) { print "only " n + 0 " lines"; bad = 1 } exit bad }' "$work/ours" "$work/theirs"
