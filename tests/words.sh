#!/bin/sh
# How many words of real news the analyser knows, held against a dictionary that is somebody
# else's: Debian's hunspell-ar (installed by script/lib.sh, never copied), which checks spelling
# and names stems. Skipped where the evaluation's corpus or the dictionary is not at hand.
# ctest: eval
#
#   known        of all Arabic words of the corpus: analysed, not guessed
#   missed       of those that the dictionary accepts: guessed all the same
#   lemma        of those that the dictionary accepts and we know: it has a stem that is a lemma or
#                stem of one of our readings, an adjective of relation standing for its noun
#   lemma.first  … of our first reading
#   claimed      of those that the dictionary rejects: analysed, not guessed; names and faulty hamzas
#   nonsense     of its spellings written back to front, those that the dictionary rejects:
#                analysed, not guessed; says that we do not just take anything
#
# `tests/words.sh --show` prints besides which words stand behind each figure.
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
: "${BUILD:?the build folder}"
cd "$ROOT" || exit 1
corpus=../shared/eval/corpus.jsonl.gz
for need in hunspell python3 gzip; do
  command -v $need >/dev/null 2>&1 || { echo "$need is not here"; exit 77; }
done
hunspell -d ar -l </dev/null >/dev/null 2>&1 || { echo "hunspell-ar is not here"; exit 77; }
[ -f "$corpus" ] || { echo "$corpus is not here"; exit 77; }

# figure, at least or at most, bound
bounds='
known at-least 0.977
missed at-most 0.0075
lemma at-least 0.985
lemma.first at-least 0.965
claimed at-most 0.67
nonsense at-most 0.035'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
gzip -dc "$corpus" | python3 -c '
import json, sys
for line in sys.stdin:
    d = json.loads(line)
    print((d.get("title") or "") + "\n\n" + d["text"] + "\n\f")' >"$work/texts" || exit 1
"$BUILD/tests/words-list" data <"$work/texts" >"$work/words" || exit 1
"$BUILD/tests/words-list" data --backwards <"$work/texts" >"$work/back" || exit 1
cut -f3 "$work/words" "$work/back" | sort -u | hunspell -i utf-8 -d ar -l | sort -u >"$work/rejected"
cut -f3 "$work/words" | hunspell -i utf-8 -d ar -m >"$work/stems"

awk -F '\t' -v show="${1:-}" '
  function fold(w) { gsub(/أ|إ|آ|ٱ/, "ا", w); gsub(/ى/, "ي", w); gsub(/ة/, "ه", w); gsub(/ؤ/, "و", w); gsub(/ئ/, "ي", w); return w }
  function stems(row, first,   i, n, list, m) {
    for (m = 4; m <= 5; m++) {
      n = split(fold($m), list, " ")
      for (i = 1; i <= (first ? n > 0 : n); i++) {
        if (index(stem[$3], " " list[i] " ")) return 1
        if (sub(/ي$/, "", list[i]) && index(stem[$3], " " list[i] " ")) return 1
      }
    }
    return 0
  }
  function list(what, n) { if (show != "" && n) print n "\t" what "\t" $3 "\t" $4 "\t" stem[$3] }
  FILENAME == ARGV[1] { rejected[$1] = 1; next }
  FILENAME == ARGV[2] {
    n = split($0, part, " ")
    if (!n) next
    if (!(part[1] in stem)) stem[part[1]] = " "
    for (i = 2; i <= n; i++) if (sub(/^st:/, "", part[i])) stem[part[1]] = stem[part[1]] fold(part[i]) " "
    next
  }
  FILENAME == ARGV[3] {
    all += $1; guessed += $2
    if ($3 in rejected) { no += $1; claimed += $1 - $2; list("claimed", $1 - $2); next }
    yes += $1; missed += $2; list("missed", $2)
    if ($1 == $2 || !($3 in stem) || stem[$3] == " ") next
    judged += $1
    if (stems($0, 0)) lemma += $1; else list("lemma", $1)
    if (stems($0, 1)) first += $1; else list("lemma.first", $1)
    next
  }
  $3 in rejected { nonsense++; if (!$2) taken++ }
  END {
    print "known", 1 - guessed / all; print "missed", missed / yes; print "lemma", lemma / judged
    print "lemma.first", first / judged; print "claimed", claimed / no; print "nonsense", taken / nonsense
  }' "$work/rejected" "$work/stems" "$work/words" "$work/back" >"$work/figures" || exit 1

[ "${1:-}" = --show ] && sort -t "$(printf '\t')" -k2,2 -k1,1nr "$work/figures" | grep -a "$(printf '\t')"
printf '%s\n' "$bounds" | awk '
  FILENAME == ARGV[1] { if (NF == 2) now[$1] = $2; next }
  NF < 3 { next }
  {
    good = $1 in now && ($2 == "at-least" ? now[$1] >= $3 : now[$1] <= $3)
    printf "%s %.4f (%s %s)%s\n", $1, now[$1], $2, $3, good ? "" : ": NOT SO"
    if (!good) bad = 1
  }
  END { exit bad }' "$work/figures" -
