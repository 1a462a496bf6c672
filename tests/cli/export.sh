# Exports and a user's own sheet: layouts, lists, filters, what is refused, names.
. "$(dirname "$0")/lib.sh"
cat >reports.jsonl <<'J'
{"id":"a1","outlet":"Sahel","published":"2024-05-02","url":"https://sahel.example/1","text":"مقتل ثلاثة مدنيين في قصف على سراقب\n\nقتل ثلاثة مدنيين وأصيب خمسة آخرون أمس الأربعاء في قصف مدفعي استهدف مدينة سراقب في ريف إدلب."}
{"id":"b1","outlet":"=Jazira","published":"2024-05-03","text":"قال الدفاع المدني إن أربعة مدنيين قتلوا في القصف المدفعي الذي استهدف مدينة سراقب يوم الأربعاء."}
{"id":"c1","outlet":"Shamal","published":"2024-05-20","text":"قتل أكثر من 12 شخصا في تفجير سيارة مفخخة في مدينة عفرين أمس الأحد."}
{"id":"d1","outlet":"Sahel","published":"2024-05-31","text":"نفذ التحالف الدولي 88 عملية في سوريا خلال أيار الجاري أسفرت عن مقتل 21 عنصرا من داعش."}
J
cat >mine.csv <<'C'
رقم;التاريخ;المكان;المحافظة;عدد القتلى;ملاحظات
1;01/05/2024;سراقب;إدلب;3;قصف
2;١٩ أيار 2024;عفرين;حلب;15;تفجير
3;10/05/2024;معرة النعمان;إدلب;5;=1+1
4;لا يعرف;إدلب;;;
C
"$DAFTAR" ingest war.db reports.jsonl >/dev/null 2>&1

# columns LAYOUT NAMES [ARG...]: those columns of a CSV, without the versions, which change.
columns() {
  _as=$1 _names=$2
  shift 2
  printf '\n# %s of %s %s\n' "$_names" "$_as" "$*" >>"$work/got"
  "$DAFTAR" export war.db --as "$_as" "$@" 2>>"$work/got" | sed 's/daftar [0-9.]* data [0-9a-f]*/VERSION/' |
    awk -v names="$_names" '
      function cells(line, out,   n, c, q, i, s) {
        n = 0; s = ""; q = 0
        for (i = 1; i <= length(line); i++) {
          c = substr(line, i, 1)
          if (c == "\"") q = !q
          else if (c == "," && !q) { out[++n] = s; s = "" }
          else if (c != "\r") s = s c
        }
        out[++n] = s
        return n
      }
      { n = cells($0, a)
        if (NR == 1) { m = split(names, want, " "); for (i = 1; i <= n; i++) at[a[i]] = i }
        line = ""
        for (i = 1; i <= m; i++) line = line (i > 1 ? " | " : "") a[at[want[i]]]
        print line }' >>"$work/got"
}
columns csv 'status version type time date_precision place country precision_class place_basis killed_min killed_max killed_best outlets voices'
columns csv 'killed_by_source' --min-killed 3 --to 2024-05-10
columns csv 'type time killed_min' --from 2024-05-10
columns acled 'event_date time_precision event_type sub_event_type actor2 inter2 iso country admin1 geo_precision fatalities tags'
columns ged 'year type_of_violence side_b number_of_sources where_prec priogrid_gid country country_id date_prec date_start deaths_civilians deaths_unknown best high low code_status'
note 'the head as ACLED and UCDP publish it'
"$DAFTAR" export war.db --as acled 2>/dev/null | head -n 1 >>"$work/got"
"$DAFTAR" export war.db --as ged 2>/dev/null | head -n 1 >>"$work/got"
note 'tallies are no row of ACLED or GED, and are a list'
printf '\n$ daftar export war.db tallies --as csv | cut\n' >>"$work/got"
"$DAFTAR" export war.db tallies --as csv 2>>"$work/got" | cut -d, -f5,6,9,23,24,27,28 >>"$work/got"
count export war.db records --as jsonl
count export war.db --as jsonl
count export war.db --as plover
count export war.db --as geojson
count export war.db findings --as csv
count export war.db documents --as jsonl
note 'nobody has reviewed anything'
count export war.db --as csv --reviewed-only
incident=$("$DAFTAR" list war.db incidents --type bombing --format csv | sed -n '2s/,.*//p')
run review --by rana war.db correct "$incident" killed 14
columns csv 'status type killed_min killed_max corrected reviewed_by' --reviewed-only
columns ged 'best high low' --reviewed-only
note 'files: the ending says what it is; whole or not there'
run export war.db -o war.xlsx
run export war.db -o war.gpkg
run export war.db --as csv -o war.csv
run export war.db --as csv -o missing/war.csv
ls >>"$work/got"
note 'a sheet'
run import war.db mine.csv
run import war.db mine.csv
"$DAFTAR" import --format csv war.db mine.csv 2>/dev/null | cut -d, -f1-4,6,7 >>"$work/got"
count import --format jsonl war.db mine.csv
count list war.db sheet --format jsonl
columns csv 'type sheet'
printf 'When,Where,Dead\n2024-05-01,Saraqib,4\n' >own.csv
run import war.db own.csv
run import --map 'When=day' war.db own.csv
run import --map 'Whenever=date' war.db own.csv
run import --map 'Dead=killed' war.db own.csv
printf 'date,place\n"2024' >open.csv
run import war.db open.csv
printf 'one,two\n1,2\n' >none.csv
run import war.db none.csv
run import war.db nowhere.csv
run import war.db
note 'wrong usage'
run export war.db
run export war.db --as exel
run export war.db --as xlsx
run export war.db nothing --as csv
run export war.db records --as gpkg -o war.gpkg
run export war.db --as csv --mask-names --show-names
run export war.db --as csv --reviewed-only --unreviewed
printf 'short' >key
run export war.db --as csv --mask-key key
run export war.db --as csv --mask-key nowhere
run export nowhere.db --as csv
run export war.db findings --as csv --place SY
run export --help
run import --help
finish
