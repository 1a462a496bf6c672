# ctest: slow
# 100 MB of small documents go through in little memory, and the last is coded as the first.
# The address space is capped where the program runs under a cap at all (a sanitizer build
# does not): an engine, a document and the buffers have room in it, the stream has not.
. "$(dirname "$0")/lib.sh"
cap=700000
(ulimit -v $cap && "$DAFTAR" --version) >/dev/null 2>&1 || cap=unlimited
make() {
  awk 'BEGIN {
    for (i = 0; i < 4000; i++) pad = pad "0123456789 "
    for (i = 0; i < 2300; i++)
      printf "{\"id\":\"%d\",\"pad\":\"%s\",\"text\":\"%s\"}\n", i, pad, "قتل ثلاثة مدنيين في قصف على المدينة."
  }'
}
note 'JSONL: a record of the first, the last and each other document'
make | (ulimit -v $cap && "$DAFTAR" code --format jsonl -) >"$work/o" 2>>"$work/got"
echo "= $?" >>"$work/got"
records=$(wc -l <"$work/o")
each=$(grep -c '"doc":"0"' "$work/o")
echo "records: $([ "$each" -ge 1 ] && [ "$records" -eq $((2300 * each)) ] && echo 'as many from each')" >>"$work/got"
tail -n 1 "$work/o" | grep -o '"doc":"2299"' >>"$work/got"

note 'the same packed'
make | gzip -1c | (ulimit -v $cap && "$DAFTAR" read --format jsonl -) 2>>"$work/got" | wc -l | tr -d ' ' >>"$work/got"

note 'what unpacks without end is given up, its file alone; so is a line without end'
head -c 1200000000 /dev/zero | tr '\0' a | gzip -1c >bomb.jsonl.gz
printf '{"id":"after","text":"x"}\n' >after.jsonl
(ulimit -v $cap && "$DAFTAR" read --format jsonl bomb.jsonl.gz after.jsonl) >>"$work/got" 2>&1
echo "= $?" >>"$work/got"
{ printf '{"text":"'; head -c 1200000000 /dev/zero | tr '\0' a; } |
  (ulimit -v $cap && "$DAFTAR" read --format jsonl -) >>"$work/got" 2>&1
echo "= $?" >>"$work/got"
finish
