#!/bin/sh
# daftar score and the evaluation's own script give the same numbers on the same records.
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
"$DAFTAR" score "$EVAL/dev" "$work/records" | tr -s ' ' | sort >"$work/ours" || exit 1
python3 "$EVAL/score.py" "$EVAL/dev" "$work/records" | tr -s ' ' | sort >"$work/theirs" || exit 1
diff "$work/ours" "$work/theirs"
