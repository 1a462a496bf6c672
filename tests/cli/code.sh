# code: one run in three formats, and the same bytes whatever stands around a document.
. "$(dirname "$0")/lib.sh"
printf 'قتل ثلاثة مدنيين في قصف على المدينة.\n' >a.txt
printf 'اعتقلت القوات خمسة أشخاص في البلدة.\n' >b.txt
printf '{"id":"a.txt","text":"قتل ثلاثة مدنيين في قصف على المدينة.\\n"}\n{"id":"b.txt","text":"اعتقلت القوات خمسة أشخاص في البلدة.\\n"}\n' >both.jsonl
mkdir folder
cp a.txt b.txt folder
daftar code --format jsonl a.txt b.txt >want 2>>"$work/got"
for way in 'b.txt a.txt' folder both.jsonl; do
  daftar code --format jsonl $way 2>>"$work/got" | sort >o
  sort want | cmp - o && echo "$way: the same records" >>"$work/got"
done
daftar code --format jsonl - <both.jsonl | cmp want - && echo "-: the same records" >>"$work/got"
gzip -c both.jsonl | daftar code --format jsonl - | cmp want - && echo "packed: the same records" >>"$work/got"
for locale in C C.UTF-8 POSIX nonsense; do
  LC_ALL=$locale TZ=Asia/Baghdad "$DAFTAR" code --format jsonl a.txt b.txt | cmp want - && echo "LC_ALL=$locale: the same" >>"$work/got"
done

note 'a line of JSON has its keys in their order'
head -n 1 want | grep -oE '"[a-z_0-9]+":' | head -n 12 | tr -d '\n' >>"$work/got"
echo >>"$work/got"
note 'CSV: as many rows as records, under one head'
[ "$(daftar code --format csv a.txt b.txt | wc -l)" -eq $(($(wc -l <want) + 1)) ] && echo 'yes' >>"$work/got"
note 'tables: no line wider than the terminal'
for width in 80 200; do
  COLUMNS=$width "$DAFTAR" code a.txt b.txt >table
  # Bytes of Arabic are two to a cell at most, isolates three to none: count by awk on C bytes.
  LC_ALL=C sed 's/\xe2\x81[\xa8\xa9]//g; s/[\xc0-\xff][\x80-\xbf]*/x/g' table |
    awk -v w=$width 'length > w { print "too wide:", length } END { print (NR ? "lines" : "nothing") }' >>"$work/got"
done
tail -n 1 table >>"$work/got"
finish
