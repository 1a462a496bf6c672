#!/bin/sh
# Exports read back by programs that others wrote: jq, sqlite3, GDAL's ogrinfo, openpyxl, unzip. What each
# layout must hold: the same rows everywhere, every row with its status, no cell that a spreadsheet
# would run, the rules of GeoPackage, the same bytes twice; and of masks that no name is in any byte of
# the output. The reports are this project's own. What of the programs is not here is left out, and
# said; all of them missing, the test is skipped.
# ctest: slow
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
: "${DAFTAR:?the daftar program}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
bad=0 ran=0
complain() {
  printf '%s\n' "$*" >&2
  bad=1
}
# same WHAT GOT WANTED
same() { [ "$2" = "$3" ] || complain "$1: $2, not $3"; }
have() {
  command -v "$1" >/dev/null 2>&1 && ran=$((ran + 1)) && return 0
  echo "no $1 here: its checks are left out"
  return 1
}
python=''
for p in python3 /usr/bin/python3; do
  [ -n "$python" ] || { "$p" -c 'import openpyxl' 2>/dev/null && python=$p; }
done

cat >reports.jsonl <<'J'
{"id":"m1","outlet":"Sahel","published":"2024-05-02","url":"https://sahel.example/2024/مقتل-الطفل-أحمد-خالد-الجبوري-77","title":"مقتل الطفل أحمد خالد الجبوري في الرقة","text":"قتل الطفل أحمد خالد الجبوري (9 أعوام) برصاص مسلحين مجهولين في مدينة الرقة أمس الأربعاء. وقال والد الجبوري إن أحمد كان يلعب أمام المنزل."}
{"id":"m2","outlet":"Jazira","published":"2024-05-03","url":"https://jazira.example/news/mahmoud-al-ali","text":"اعتقلت قوات سوريا الديمقراطية القيادي في تنظيم داعش محمود العلي في الرقة اليوم الجمعة. وقال المتحدث باسم القوات فرهاد شامي إن العلي كان مسؤولا عن التفجيرات."}
{"id":"m3","outlet":"Shamal","published":"2024-05-04","text":"اغتصب مسلحون الفتاة سعاد الحمدان في ريف الحسكة يوم الخميس، بحسب المرصد السوري لحقوق الإنسان."}
{"id":"محمود-العلي.txt","outlet":"Shamal","published":"2024-05-04","text":"قتل القيادي محمود العلي في غارة جوية شنها التحالف الدولي على مدينة الرقة يوم الخميس. وشيع الأهالي أحمد خالد الجبوري في الرقة."}
{"id":"f1","outlet":"=cmd|calc","published":"2024-05-05","title":"+1 @SUM","text":"=HYPERLINK قتل خمسة مدنيين على الأقل في قصف مدفعي على مدينة سراقب يوم السبت.\n\nقتل أكثر من 12 شخصا في تفجير سيارة مفخخة في مدينة عفرين يوم الأحد."}
{"id":"t1","outlet":"Sahel","published":"2024-05-31","text":"نفذ التحالف الدولي 88 عملية في سوريا خلال أيار الجاري أسفرت عن مقتل 21 عنصرا من داعش."}
J
"$DAFTAR" ingest war.db reports.jsonl >/dev/null 2>&1 || complain "ingest fails"
layouts='csv jsonl xlsx geojson gpkg acled ged plover'
# all FOLDER ARG...: every layout and every list, as files
all() {
  _to=$1
  shift
  mkdir -p "$_to"
  for _as in $layouts; do
    "$DAFTAR" export war.db --as "$_as" -o "$_to/all.$_as" "$@" 2>"$_to/$_as.err" || complain "$_as $*: $(cat "$_to/$_as.err")"
  done
  for _list in records tallies figures trends findings documents persons decisions; do
    for _as in csv jsonl; do
      "$DAFTAR" export war.db "$_list" --as "$_as" "$@" >"$_to/$_list.$_as" 2>/dev/null || complain "$_list $_as $*"
    done
  done
}
all shown --show-names
all again --show-names
for as in $layouts; do cmp -s "shown/all.$as" "again/all.$as" || complain "$as: two exports of one ledger differ"; done
incidents=$("$DAFTAR" list war.db incidents --limit 0 --format jsonl | wc -l)
records=$("$DAFTAR" list war.db records --limit 0 --format jsonl | wc -l)

# A cell of CSV never begins a formula.
if have python3; then
  python3 - shown/all.acled shown/all.ged shown/*.csv <<'P' || complain "a cell that a spreadsheet would run"
import csv, sys
for name in sys.argv[1:]:
    for row in csv.reader(open(name, newline="", encoding="utf-8")):
        for cell in row:
            number = cell[:1] == "-" and cell[1:].replace(".", "", 1).isdigit()
            assert number or cell[:1] not in tuple("=+-@\t\r"), (name, cell)
P
fi

if have jq; then
  same "features" "$(jq '.features | length' shown/all.geojson)" "$incidents"
  same "points are lon, lat" "$(jq '[.features[].geometry | select(. != null) | .coordinates | .[0] > .[1]] | all' shown/all.geojson)" true
  same "features with their status" "$(jq '[.features[].properties | .status, .version | select(. == null)] | length' shown/all.geojson)" 0
  same "incidents' lines" "$(jq -s length shown/all.jsonl)" "$incidents"
  same "their records" "$(jq -s '[.[].records | length] | add' shown/all.jsonl)" "$("$DAFTAR" list war.db records --limit 0 --format jsonl | jq -r 'select(.incident) | .id' | wc -l)"
  same "lines of PLOVER that lack a field it needs" "$(jq -s '[.[] | select(.id == null or .event[0] == null or .date == null and .text == null)] | length' shown/all.plover)" 0
  same "PLOVER's spans" "$(jq -s '[.[] | select(.text_info.start != null) | .text[.text_info.start:.text_info.end] == .event_text[0]] | all' shown/all.plover)" true
  same "tallies in PLOVER" "$(jq -s '[.[] | select(.event_text[0] | test("88"))] | length' shown/all.plover)" 0
fi
if have sqlite3; then
  q() { sqlite3 -readonly shown/all.gpkg "$1"; }
  same "application_id" "$(q 'PRAGMA application_id')" 1196444487
  same "integrity" "$(q 'PRAGMA integrity_check')" ok
  same "foreign keys" "$(q 'PRAGMA foreign_key_check')" ""
  same "reference systems" "$(q 'SELECT group_concat(srs_id, " ") FROM (SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1)')" "-1 0 4326"
  same "layers" "$(q 'SELECT group_concat(table_name || ":" || data_type, " ") FROM (SELECT * FROM gpkg_contents ORDER BY table_name)')" \
    "documents:attributes findings:attributes incidents:features records:features"
  same "geometry columns" "$(q 'SELECT count(*) FROM gpkg_geometry_columns WHERE geometry_type_name = "POINT" AND srs_id = 4326')" 2
  same "a point's head" "$(q 'SELECT DISTINCT hex(substr(geom, 1, 13)) FROM incidents WHERE geom IS NOT NULL')" 47500001E61000000101000000
  same "incidents" "$(q 'SELECT count(*) FROM incidents')" "$incidents"
  same "records" "$(q 'SELECT count(*) FROM records')" "$records"
  same "the extent" "$(q 'SELECT min_x <= (SELECT min(lon) FROM incidents) AND max_y >= (SELECT max(lat) FROM incidents) FROM gpkg_contents WHERE table_name = "incidents"')" 1
  same "the extension of R-trees" "$(q "SELECT group_concat(table_name, ' ') FROM (SELECT * FROM gpkg_extensions WHERE
    column_name = 'geom' AND extension_name = 'gpkg_rtree_index' AND scope = 'write-only' ORDER BY 1)")" "incidents records"
  same "triggers of R-trees" "$(q "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'rtree_%_geom_%'")" 12
  for t in incidents records; do
    same "the R-tree of $t" "$(q "SELECT rtreecheck('rtree_${t}_geom')")" ok
    same "points of $t in it" "$(q "SELECT count(*) FROM $t WHERE (geom IS NOT NULL) <> (fid IN (SELECT id FROM rtree_${t}_geom))")" 0
  done
  same "points in their boxes" "$(q 'SELECT count(*) FROM rtree_incidents_geom r JOIN incidents i ON i.fid = r.id
    WHERE i.lon BETWEEN r.minx AND r.maxx AND i.lat BETWEEN r.miny AND r.maxy')" "$(q 'SELECT count(*) FROM incidents WHERE geom IS NOT NULL')"
  same "rows without status" "$(q 'SELECT count(*) FROM incidents WHERE status IS NULL OR version IS NULL')" 0
fi
if have ogrinfo; then
  for f in gpkg geojson; do
    ogrinfo -ro -so -al "shown/all.$f" >ogr 2>&1 || complain "ogrinfo refuses $f"
    grep -qiE 'warning|error' ogr && complain "ogrinfo on $f: $(grep -iE 'warning|error' ogr)"
    grep -q "Feature Count: $incidents" ogr || complain "ogrinfo does not count $incidents features in $f"
  done
fi
if [ -n "$python" ]; then
  ran=$((ran + 1))
  "$python" - "$incidents" "$records" <<'P' || complain "the workbook is not as it should be"
import datetime, sys
import openpyxl
book = openpyxl.load_workbook("shown/all.xlsx")
assert book.sheetnames == ["incidents", "records", "tallies", "figures", "trends", "findings", "documents"], book.sheetnames
for sheet in book:
    assert sheet.sheet_view.rightToLeft and sheet.freeze_panes == "A2" and sheet.auto_filter.ref, sheet.title
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            assert cell.data_type != "f", (sheet.title, cell.coordinate, cell.value)
rows = list(book["incidents"].iter_rows(values_only=True))
assert len(rows) == int(sys.argv[1]) + 1, len(rows)
assert book["records"].max_row == int(sys.argv[2]) + 1
head = rows[0]
assert all(r[head.index("status")] in ("machine-coded", "reviewed", "corrected") for r in rows[1:])
days = [r[head.index("date_from")] for r in rows[1:]]
assert any(isinstance(d, datetime.datetime) for d in days), days
open_ended = [r for r in rows[1:] if r[head.index("killed_min")] == 12]
assert open_ended and open_ended[0][head.index("killed_max")] is None
assert any(str(r[head.index("outlets")]).startswith("=cmd") for r in rows[1:])
P
else
  echo "no openpyxl here: its checks are left out"
fi

# search FOLDER NAME...: is a name in any byte of the files, workbooks unpacked and packages dumped?
search() {
  _in=$1
  shift
  mkdir -p "$_in/open"
  command -v unzip >/dev/null && unzip -oq "$_in/all.xlsx" -d "$_in/open/xlsx"
  command -v sqlite3 >/dev/null && sqlite3 -readonly "$_in/all.gpkg" .dump >"$_in/open/gpkg.sql"
  # percent-encoded, too
  for _name in "$@"; do
    _found=$(grep -rlF -e "$_name" -e "$(printf '%s' "$_name" | tr ' ' '-')" "$_in")
    [ -z "$_found" ] || complain "$_name is in $_found"
  done
}
all masked --mask-names
search masked 'أحمد خالد الجبوري' 'أحمد خالد' 'الجبوري' 'أحمد' 'محمود العلي' 'محمود' 'العلي' 'سعاد' 'الحمدان' 'فرهاد شامي' 'فرهاد' 'mahmoud'
grep -q 'داعش' masked/all.jsonl || complain "a public actor is masked"
all asked
search asked 'أحمد خالد الجبوري' 'الجبوري' 'سعاد' 'الحمدان'
grep -q 'محمود العلي' asked/all.jsonl || complain "a grown man is masked without being asked for"
grep -q 'أحمد خالد الجبوري' shown/all.jsonl || complain "--show-names does not show"
pseudonyms() { grep -ohE 'person-[0-9a-f]{10}' "$1" | sort -u; }
"$DAFTAR" export war.db --as jsonl --mask-names 2>/dev/null >other
pseudonyms masked/all.jsonl >one
pseudonyms other >two
[ -s one ] || complain "no pseudonyms"
[ -z "$(comm -12 one two)" ] || complain "two exports share a pseudonym"
same "pseudonyms of one export" "$(wc -l <one)" "$(wc -l <two)"
head -c 32 /dev/urandom >key
for n in 1 2; do "$DAFTAR" export war.db --as jsonl --mask-names --mask-key key 2>/dev/null >"keyed$n"; done
cmp -s keyed1 keyed2 || complain "one key gives two pseudonyms"

# A killed export leaves nothing, or what was there before.
for i in $(seq 1 80); do sed "s/\"id\":\"/\"id\":\"$i-/" reports.jsonl; done >many.jsonl
"$DAFTAR" ingest many.db many.jsonl >/dev/null 2>&1
for as in csv xlsx gpkg; do
  echo before >"kept.$as"
  "$DAFTAR" export many.db --as "$as" -o "kept.$as" 2>/dev/null &
  pid=$!
  sleep 0.05
  kill -9 "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  if [ "$(cat "kept.$as")" != before ]; then
    "$DAFTAR" export many.db --as "$as" -o whole 2>/dev/null
    cmp -s whole "kept.$as" || complain "$as: half a file"
  fi
done
# A full disk is told.
if [ -e /dev/full ]; then
  "$DAFTAR" export war.db --as csv -o /dev/full >/dev/null 2>full
  same "a full disk" "$?" 3
  grep -q 'cannot be written' full || complain "a full disk is told so: $(cat full)"
fi
[ "$ran" -gt 0 ] || {
  echo "none of jq, sqlite3, ogrinfo, openpyxl is here"
  exit 77
}
[ "$bad" -eq 0 ] && echo "$ran programs read the exports back"
exit "$bad"
