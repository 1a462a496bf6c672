#!/bin/sh
# Whole documents, written for this project, and what a careful reader finds in them:
# tests/golden/NAME.txt beside NAME.expected, coded by hand.
#
#   published 2023-09-17                      or "published unknown"
#   records 2                                 so many and no more; may be left out
#   event operation «مداهمة» x1               a record whose first line begins so ...
#     killed 3 of «ثلاثة عناصر»               ... and has lines that begin with each of these words
#   no event killing                          no record begins so
#
# What a record has beside these lines is not looked at, so a document says what it is about
# and nothing else. The lines are those of tests/golden/show.c:
#   build/dev/tests/golden-show tests/golden/raid.txt 2023-09-17
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
: "${BUILD:?the build folder}"
cd "$ROOT" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0 n=0
for want in tests/golden/*.expected; do
  published=$(sed -n '1s/^published //p' "$want")
  [ "$published" != unknown ] || published=
  "$BUILD/tests/golden-show" "${want%.expected}.txt" ${published:+"$published"} >"$work/got" || bad=1
  n=$((n + 1))
  awk '
    function starts(s, prefix) { return substr(s, 1, length(prefix)) == prefix }
    function close_wanted(   i, k, lines, m, found, all) {
      if (head == "") return
      for (i = 1; i <= ngot && !found; i++) {
        if (used[i] || !starts(got[i], head)) continue
        all = 1
        m = split(rest, lines, "\n")
        for (k = 1; k < m; k++) if (!index(body[i], "\n" lines[k] "\n") && !index(body[i], "\n" lines[k] " ")) { all = 0; near = got[i] body[i]; lack = lines[k] }
        if (all) { used[i] = 1; found = 1 }
      }
      if (!found) { print "missing: " head "\n" rest (near != "" ? "the nearest lacks \"" lack "\":\n" near : ""); bad = 1 }
      head = rest = near = ""
    }
    FILENAME == ARGV[1] { if (/^ /) body[ngot] = body[ngot] $0 "\n"; else { got[++ngot] = $0; body[ngot] = "\n" } next }
    /^published / { next }
    /^records / { want_n = $2; next }
    /^no / { close_wanted(); for (i = 1; i <= ngot; i++) if (starts(got[i], substr($0, 4))) { print "not wanted: " got[i]; bad = 1 } next }
    /^ / { rest = rest $0 "\n"; next }
    { close_wanted(); head = $0 }
    END {
      close_wanted()
      if (want_n != "" && want_n != ngot) { print ngot " records, not " want_n ":"; for (i = 1; i <= ngot; i++) print got[i]; bad = 1 }
      exit bad
    }' "$work/got" "$want" >"$work/wrong" || {
    echo "== $want"
    cat "$work/wrong"
    bad=1
  }
done
[ "$n" -ge 5 ] || bad=1
[ "$bad" -eq 0 ] && echo "$n documents as a reader finds them"
exit "$bad"
