# check: a finding with its keys, the exit status, several documents at once.
. "$(dirname "$0")/lib.sh"
# 12 March 2024 was a Tuesday.
printf 'أعلن الجيش، يوم الخميس 12 آذار 2024، مقتل ثلاثة مسلحين في كركوك.\n' >wrong.txt
printf 'أعلن الجيش، يوم الثلاثاء 12 آذار 2024، مقتل ثلاثة مسلحين في كركوك.\n' >right.txt
run check right.txt
run check --fail right.txt
printf '\n$ daftar check --fail --format jsonl right.txt wrong.txt | its kinds, keys, documents\n' >>"$work/got"
daftar check --fail --format jsonl right.txt wrong.txt missing.txt >"$work/o" 2>>"$work/got"
echo "= $?" >>"$work/got"
wc -l <"$work/o" | tr -d ' ' >>"$work/got"
grep -oE '^\{"finding":"[a-z]+","docs":\[[^]]*\],"records":\[' "$work/o" >>"$work/got"
grep -c '"text":".*"sentences":.*"arithmetic":' "$work/o" >>"$work/got"
daftar check right.txt wrong.txt missing.txt >"$work/o" 2>/dev/null
echo "= $?" >>"$work/got"
tail -n 1 "$work/o" >>"$work/got"
finish
