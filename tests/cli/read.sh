# What is made of files: text and JSONL, charsets, gzip, folders, metadata.
. "$(dirname "$0")/lib.sh"
printf 'قصف الطيران المدينة.\n' >plain.txt
run read plain.txt
run read --format jsonl --published 2024-07-17 --outlet 'وكالة الساحل' plain.txt

note 'a title is set before the text unless the text begins with it; the line says more than the options'
cat >two.jsonl <<'X'
{"id":"one","title":"غارة","text":"قتل ثلاثة.","published":"2024-01-02","url":"https://example.org/1","tags":["a"]}

{"title":"غارة","text":"غارة على تل.\tثم \"انسحاب\"."}
X
run read --format jsonl --published 2024-07-17 two.jsonl
daftar read --format jsonl two.jsonl >again.jsonl
note 'reading what was read gives the same'
run read --format jsonl again.jsonl

note 'byte order marks, UTF-16, broken UTF-8, NUL'
printf '\357\273\277قصف' >bom.txt
printf '\377\376\102\006\065\006' >le.txt
printf '\376\377\006\102\006\065' >be.txt
printf '\331\202\331 \377' >broken.txt
printf 'a\0b' >nul.txt
run read --format jsonl bom.txt le.txt be.txt broken.txt nul.txt
run read le.txt

note 'gzip, by its bytes and not by its name'
gzip -nc two.jsonl >packed
gzip -nc plain.txt >plain.txt.gz
run read --format jsonl packed plain.txt.gz

note 'a folder, in the order of names; the id is the path below it'
mkdir -p folder/b
cp plain.txt folder/c.txt
cp two.jsonl folder/b/two.jsonl
cp plain.txt folder/a.txt
echo x >folder/page.html
echo x >folder/README.md
run read --format jsonl folder

note 'standard input'
daftar read --format jsonl - <two.jsonl >"$work/o"
cat "$work/o" >>"$work/got"

note 'metadata of bare files'
cat >meta.csv <<'X'
file,outlet,published,url,remark
plain.txt,"الوكالة ""أ"", دمشق",2024-03-01,https://example.org/2,none
X
run read --format jsonl --meta meta.csv --published 2020-01-01 plain.txt bom.txt
echo 'name,outlet' >bad.csv
run read --meta bad.csv plain.txt
run read --meta nowhere.csv plain.txt
finish
