#!/bin/sh
# Scores only ever rise: what the evaluation says now, held against eval/floors. Where the
# evaluation is not at hand the test is skipped. `script/raise-floors` moves them up.
# ctest: eval
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$ROOT" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
eval/scores "${DAFTAR:?the binary}" >"$work/scores" || exit $?

awk '
  /^#/ || NF < 2 { next }
  FILENAME == ARGV[1] { now[$1] = $2; next }
  {
    seen++
    if (!($1 in now)) { print $1 ": no score (floor " $2 ")"; bad = 1 }
    else if (now[$1] + 0 < $2 + 0) { print $1 ": " now[$1] " is below its floor " $2; bad = 1 }
    else print $1 ": " now[$1] " (floor " $2 ")"
  }
  END { if (!seen) { print "no floors"; bad = 1 } exit bad }' "$work/scores" eval/floors
