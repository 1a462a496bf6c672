#!/bin/sh
# Reports written for this project, each kind of finding told in several ways beside twins that nearly have it:
# tests/findings/cases.jsonl, a case a line: {"case", "expect": [kinds], "docs": [reports as `daftar check` reads them]}.
# What comes out must be what is expected, no more and no less; what only a collection tells is passed over.
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
for line in open(cases, encoding="utf-8"):
    case = json.loads(line)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as reports:
        for report in case["docs"]:
            reports.write(json.dumps(report, ensure_ascii=False) + "\n")
        reports.flush()
        run = subprocess.run([daftar, "check", "--format", "jsonl", reports.name], capture_output=True, text=True)
    got = {json.loads(found)["finding"] for found in run.stdout.splitlines()}
    got -= {"lone", "corroborated", "recycled", "changed"}
    n += 1
    if run.returncode or got != set(case["expect"]):
        print(f"{case['case']}: expected {sorted(case['expect'])}, found {sorted(got)}, exit {run.returncode}")
        bad += 1
print(f"{n} cases, {bad} wrong")
sys.exit(bad > 0 or n == 0)
PYTHON
