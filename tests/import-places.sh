#!/bin/sh
# What tools/import-places.py makes of the gazetteer: doubles joined, level words off the names of
# divisions, levels, precision, and what is left out.
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
command -v python3 >/dev/null || exit 77
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
python3 - "$ROOT/tools/import-places.py" "$work" <<'END'
import importlib.util
import os
import subprocess
import sys

sys.dont_write_bytecode = True
tool, work = sys.argv[1:]
ROWS = """
iso:SY|سوريا;سورية|Syria|35|38|PCLI|SY|||100|cldr
gn:1|حلب;محافظة حلب|Aleppo|36|37|ADM1|SY|SY02||400|wof
cod:SY02|حلب|Aleppo|36|37|ADM1|SY|SY02||0|cod-ab
iso2:SY-HL|محافظة حلب|Aleppo|36.1|37.6|ADM1|SY|SY02||0|cldr
gn:2|قضاء الباب;الباب|Al Bab|36.37|37.51|PPLA2|SY|SY02||20000|wof
wof:9|الباب|Bab|36.371|37.511|PPL|SY|SY02||0|wof
gn:3|الباب|Al Bab|33|36|PPL|SY|SY03||0|wof
cod:EG1|كفر زرقوط|Kafr|30|31|ADM3|EG|EG1||0|cod-ab:admin1-mean
cod:DZ01|أدرار|Adrar|27|0|ADM1|DZ|DZ01||0|cod-ab:adm1
gn:4|زرقوط (القديمة)|Zarqut|35|38|PPL|SY|SY02||0|curated-approx
gn:5||Nameless|35|38|PPL|SY|SY02||0|wof
gn:6|كفر فرنسا|Small|48|2|PPL|FR|||500|wof
"""
os.makedirs(os.path.join(work, "ref"))
with open(os.path.join(work, "ref", "places.tsv"), "w", encoding="utf-8") as f:
    f.write("id\n")
    for line in ROWS.strip().split("\n"):
        f.write("\t".join(line.split("|")).replace(";", "|") + "\t\t\t\n")
subprocess.run([sys.executable, tool, os.path.join(work, "ref"), os.path.join(work, "out")], check=True)
got = {}
for name in sorted(os.listdir(os.path.join(work, "out"))):
    with open(os.path.join(work, "out", name), encoding="utf-8") as f:
        lines = f.read().splitlines()
    assert lines[0].startswith("# SPDX-License-Identifier:"), name
    got.update((l.split("\t")[0], l.split("\t")) for l in lines if not l.startswith("#"))

# id: names, level, admin1, precision, aliases
WANT = {
    "iso:SY": ("سوريا|سورية", "country", "", "6", ""),
    "iso2:SY-HL": ("حلب", "admin1", "", "4", "gn:1|cod:SY02"),
    "gn:2": ("الباب", "town", "iso2:SY-HL", "1", "wof:9"),
    "gn:3": ("الباب", "village", "", "1", ""),
    "cod:EG1": ("كفر زرقوط", "village", "", "4", ""),
    "gn:4": ("زرقوط", "village", "iso2:SY-HL", "2", ""),
}
bad = 0
for id, want in WANT.items():
    row = got.get(id)
    have = row and (row[1], row[5], row[7], row[10], row[11])
    if have != want:
        bad += 1
        print(f"{id}: want {want}, got {have}", file=sys.stderr)
for id in set(got) - set(WANT):
    bad += 1
    print(f"{id}: should be left out or joined", file=sys.stderr)
sys.exit(bad > 0)
END
