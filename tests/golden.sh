#!/bin/sh
# Whole documents, written for this project, and the records that a careful reader finds in
# them: tests/golden/NAME.txt and NAME.expected, whose first line is "published DATE" (or
# "published unknown"). After a change that is meant, read the difference, then
#   tests/golden.sh --write BUILD-FOLDER
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$ROOT" || exit 1
write=no
if [ "${1:-}" = --write ]; then
  write=yes
  BUILD=$2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0 n=0
for text in tests/golden/*.txt; do
  want=${text%.txt}.expected
  published=$(sed -n '1s/^published //p' "$want")
  [ "$published" != unknown ] || published=
  {
    echo "published ${published:-unknown}"
    "$BUILD/tests/golden-show" "$text" ${published:+"$published"}
  } >"$work/got" || bad=1
  n=$((n + 1))
  if [ "$write" = yes ]; then
    cp "$work/got" "$want"
  elif ! diff -u "$want" "$work/got" >"$work/diff"; then
    echo "$text:"
    cat "$work/diff"
    bad=1
  fi
done
[ "$n" -ge 5 ] || bad=1
[ "$bad" -eq 0 ] && echo "$n documents as expected"
exit "$bad"
