#!/bin/sh
# Reports written for this project, each kind of finding told in several ways beside twins that nearly have it:
# tests/findings/cases.jsonl, a case a line: {"case", "expect": [kinds], "docs": [reports as `daftar check` reads them]}.
# What comes out must be what is expected, no more and no less, of the reports as files and of a ledger that took them
# in. What only a ledger tells is passed over, unless the case says it: "ledger": [kinds].
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
: "${BUILD:?the build folder}"
command -v python3 >/dev/null 2>&1 || exit 77
python3 - "$BUILD/daftar" "$ROOT/tests/findings/cases.jsonl" <<'PYTHON'
import json
import subprocess
import sys
import tempfile

daftar, cases = sys.argv[1:]
bad = n = 0
ONLY_LEDGER = {"lone", "corroborated", "recycled", "changed"}


def run(*words):
    done = subprocess.run([daftar, *words], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else f"exit {done.returncode}: {done.stderr}"


def kinds(out):
    if not out or out.startswith("{"):
        return {json.loads(found)["finding"] for found in out.splitlines()}
    return {out}


for line in open(cases, encoding="utf-8"):
    case = json.loads(line)
    expect, more = set(case["expect"]), case.get("ledger")
    with tempfile.TemporaryDirectory() as folder:
        reports, ledger = folder + "/reports.jsonl", folder + "/l.daftar"
        with open(reports, "w", encoding="utf-8") as out:
            for report in case["docs"]:
                out.write(json.dumps(report, ensure_ascii=False) + "\n")
        filed = kinds(run("check", "--format", "jsonl", reports)) - ONLY_LEDGER
        run("ingest", ledger, reports)
        kept = kinds(run("check", "--format", "jsonl", ledger))
    n += 1
    wanted = expect | set(more or [])
    if more is None:
        kept -= ONLY_LEDGER
    if filed != expect or kept != wanted:
        print(f"{case['case']}: expected {sorted(expect)} and of a ledger {sorted(wanted)}, found {sorted(filed)} and {sorted(kept)}")
        bad += 1
print(f"{n} cases, {bad} wrong")
sys.exit(bad > 0 or n == 0)
PYTHON
