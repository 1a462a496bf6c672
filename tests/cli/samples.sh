#!/bin/sh
# The demo's job: the samples become records, and what does not add up in them is found, by
# name, and nothing else is.
set -u
: "${DAFTAR:?the binary}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
complain() {
  echo "$*" >&2
  bad=1
}
"$DAFTAR" code --format jsonl samples/ >"$work/records" || complain 'not coded'
for doc in half-year-wadi half-year-mizan month-khabur month-rafid strike-mizan strike-wadi raid-khabur camps-rafid; do
  grep -q "\"doc\":\"$doc\"" "$work/records" || complain "$doc gives no record"
done
"$DAFTAR" check --format jsonl samples/ >"$work/findings" || complain 'not checked'
sum=$(grep '"finding":"sum"' "$work/findings")
[ "$(printf '%s\n' "$sum" | grep -c .)" -eq 1 ] || complain "not one sum: $sum"
case $sum in
  *'"docs":["half-year-wadi"]'*'21 + 34 = 55'*) ;;
  *) complain "not the sum of half-year-wadi: $sum" ;;
esac
"$DAFTAR" check --fail samples/ >/dev/null
[ $? -eq 4 ] || complain '--fail does not exit 4'

# Tables line up in 80 columns and in 200: no line is wider, by the cells a terminal gives.
for columns in 80 200; do
  COLUMNS=$columns "$DAFTAR" code samples/ >"$work/table" || complain "no table of $columns columns"
  cells=$(LC_ALL=C.UTF-8 wc -L <"$work/table")
  [ "$cells" -le "$columns" ] || complain "$cells cells in $columns columns"
done
for format in csv jsonl table; do
  "$DAFTAR" code --format "$format" samples/ >"$work/out" || complain "no $format"
  [ "$(wc -l <"$work/out")" -gt 20 ] || complain "$format has too few lines"
done
[ "$bad" -eq 0 ]
