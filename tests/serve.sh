#!/bin/sh
# The server against its contract: every call of docs/openapi.yaml is made on a ledger of the
# samples and its answer held against the schema; then what a hostile page or program would try,
# many at once, files, decisions and their undoing, a clean end. serve.py says each in its words.
# ctest: slow
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
: "${DAFTAR:?the binary}"
cd "$ROOT" || exit 1
python3 -c 'import jsonschema, yaml; jsonschema.Draft202012Validator' 2>/dev/null || {
  echo "no python3-jsonschema, python3-yaml"
  exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TMPDIR=$work timeout 300 python3 tests/serve.py "$DAFTAR" "$work"
