# Hostile input: each gives its plain result or a plain error that names it, and the other
# inputs are still coded.
. "$(dirname "$0")/lib.sh"
good='قتل ثلاثة مدنيين في قصف على المدينة.'
printf '%s\n' "$good" >good.txt
[ "$(daftar code --format jsonl good.txt | wc -l)" -ge 1 ] || echo 'good.txt has no record' >>"$work/got"
same() { # same FILE...: the records of good.txt, and nothing else, whatever stands beside it
  printf '\n$ daftar code %s good.txt\n' "$*" >>"$work/got"
  daftar code --format jsonl good.txt >"$work/want"
  daftar code --format jsonl "$@" good.txt >"$work/o" 2>"$work/e" </dev/null
  status=$?
  cat "$work/e" >>"$work/got"
  cmp "$work/want" "$work/o" >>"$work/got" 2>&1 && echo "the records of good.txt" >>"$work/got"
  echo "= $status" >>"$work/got"
}

: >empty.txt
printf 'Nothing here is Arabic: 12 killed, 2024-01-01.\n' >latin.txt
printf '\377\376' >mark.txt
printf ' \n\n\t\n' >blank.txt
: >empty.jsonl
same empty.txt latin.txt mark.txt blank.txt empty.jsonl
run code empty.txt latin.txt
run code --format csv empty.txt
run check empty.txt

note 'broken UTF-8 and NUL'
printf '\331\331\202\377\300\200\355\240\200\364\220\200\200' >broken.txt
head -c 100000 /dev/zero >zeros.txt
same broken.txt zeros.txt
awk 'BEGIN { for (i = 0; i < 4096; i++) printf "%c", (i * 7919) % 256 }' >noise.txt
same noise.txt

note 'missing, not a folder, a page'
same missing.txt good.txt/below nowhere/
printf '<!doctype html><p>x</p>' >page
same page
mkdir nothing
same nothing

note 'lines that are no documents; each is named'
cat >lines.jsonl <<'X'
{"id":"a"
[1,2]
{"id":"b"}
{"text":1}
{"id":"c","text":"no Arabic"}
not JSON
{"text":"x"} and more
{"text":"x","published":["2024"]}
X
same lines.jsonl
printf '{"text":"x","published":"17 July"}\n' >undated.jsonl
same undated.jsonl

note 'gzip that is cut, or none at all'
awk 'BEGIN { srand(7); for (i = 0; i < 3000; i++) printf "{\"text\":\"%d\"}\n", 1e9 * rand() }' >many.jsonl
gzip -nc many.jsonl | head -c 3000 >cut.jsonl.gz
same cut.jsonl.gz
printf '\037\213\010nonsense' >wrong.txt.gz
same wrong.txt.gz

note 'a document over 16 MiB, plain, packed, and as a line; what follows is coded'
big=$((16 * 1024 * 1024 + 1))
head -c $big /dev/zero | tr '\0' 'x' >big.txt
same big.txt
gzip -1nc big.txt >big.txt.gz
same big.txt.gz
{ cat big.txt && printf '\n{"id":"next","text":"%s"}\n' "$good"; } >big.jsonl
printf '{"id":"next","text":"%s"}\n' "$good" >next.jsonl
daftar code --format jsonl next.jsonl >"$work/want"
daftar code --format jsonl big.jsonl >"$work/o" 2>>"$work/got"
echo "= $?" >>"$work/got"
cmp "$work/want" "$work/o" >>"$work/got" 2>&1 && echo "the next line is coded" >>"$work/got"

note 'a line of 10 MB, without a blank, and one of many short words'
head -c 10000000 /dev/zero | tr '\0' 'x' >long.txt
same long.txt
awk 'BEGIN { for (i = 0; i < 150000; i++) printf "في ان " }' >words.txt
daftar read words.txt >"$work/o"
echo "= $?" >>"$work/got"

note 'a file name is told as it is, without what would drive a terminal'
run code "$(printf 'a\033[31mb')"
finish
