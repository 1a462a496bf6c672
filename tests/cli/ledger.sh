# A ledger: ingest, lists, show, check, set, review, and what is refused.
. "$(dirname "$0")/lib.sh"
cat >reports.jsonl <<'J'
{"id":"a1","outlet":"Sahel","published":"2024-05-02","text":"مقتل ثلاثة مدنيين في قصف على سراقب\n\nقتل ثلاثة مدنيين وأصيب خمسة آخرون أمس الأربعاء في قصف مدفعي استهدف مدينة سراقب في ريف إدلب."}
{"id":"b1","outlet":"Jazira","published":"2024-05-02","text":"قتل ثلاثة مدنيين، بينهم طفل، جراء قصف مدفعي على مدينة سراقب بريف إدلب يوم الأربعاء، بحسب الدفاع المدني."}
{"id":"a2","outlet":"Sahel","published":"2024-06-11","text":"اعتقلت القوات العراقية سبعة عناصر من تنظيم داعش في عملية أمنية غربي الموصل اليوم الثلاثاء."}
{"id":"c2","outlet":"Shamal","text":"أصيب جنديان أمس في انفجار عبوة ناسفة قرب بلدة عفرين."}
not JSON
J
run ingest war.db reports.jsonl
run ingest war.db reports.jsonl
note 'a clean close leaves one plain file, which opens from a folder that cannot be written'
ls war.db* >>"$work/got"
run list war.db incidents
run list war.db incidents --format csv
run list war.db documents
run list war.db documents --undated --format csv
run list war.db records --place IQ --format csv
run list war.db incidents --min-killed 3 --from 2024-05 --to 2024-05-31
run list war.db incidents --text 'مقتل'
run list war.db documents --text 'احمد'
run list war.db incidents --place 'إدلب' --sort -killed --limit 1
run list war.db persons
run list war.db findings --format jsonl
run list war.db tallies --format jsonl
run check war.db
run set --published 2024-02-10 war.db c2
run list war.db documents --undated
run set --published 2024-02-10 war.db nothing
run set war.db c2
run recode war.db
note 'the sum of the bytes a document came in, for whoever keeps them'
printf '<html><title>x</title><p>\331\202\330\252\331\204 \330\254\331\206\330\257\331\212' >page.html
run ingest sum.db page.html
"$DAFTAR" list sum.db documents --format jsonl | grep -c "\"sha256\":\"$(sha256sum page.html | cut -d' ' -f1)\"" >>"$work/got"
note 'review'
incident=$("$DAFTAR" list war.db incidents --type shelling --format csv | sed -n '2s/,.*//p')
run show war.db "$incident"
run review --by rana --why 'read both' war.db accept "$incident"
run list war.db incidents --reviewed
run review --by rana war.db correct "$incident" killed 4
run review --by rana war.db correct "$incident" killed four
run list war.db incidents --type shelling
run review --by rana war.db split "$incident"
count list war.db incidents --format jsonl
run review --by rana war.db undo 3
count list war.db incidents --format jsonl
"$DAFTAR" review war.db list --format csv | sed 's/20[0-9][0-9]-[0-9T:-]*Z/WHEN/' >>"$work/got"
note 'wrong usage'
run review war.db accept nothing
run review war.db undo 77
run review war.db praise "$incident"
run list war.db incident
run list war.db
run list war.db incidents --sort colour
run list war.db findings --place IQ
run list war.db incidents --place Atlantis
run list war.db incidents --from yesterday
run list war.db incidents --limit many
run list war.db incidents --reviewed --unreviewed
run show war.db nothing
run show war.db
run ingest war.db
run ingest --threads none war.db reports.jsonl
note 'no ledger, another file, a newer ledger, one that cannot be written'
run list none.db incidents
run list reports.jsonl incidents
run ingest reports.jsonl reports.jsonl
run check war.db reports.jsonl
cp war.db newer.db
printf '\000\000\003\347' | dd of=newer.db bs=1 seek=60 conv=notrunc 2>/dev/null
run list newer.db incidents
run ingest newer.db reports.jsonl
head -c 20000 war.db >half.db
"$DAFTAR" list half.db incidents >/dev/null 2>&1
echo "= $?" >>"$work/got"
run ingest --help
run list --help
run show --help
run set --help
run recode --help
run review --help
finish
