#!/bin/sh
# The page in a real browser, against this program and a ledger of the samples: every view in both
# languages, light and dark, narrow and wide, by axe-core's rules too; filters, review, files.
# ctest: slow
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
BUILD=${BUILD:-$ROOT/build/dev}
: "${DAFTAR:?the binary}"
. "$ROOT/web/test/browser.sh"
cd "$web" && node test/run.mjs "$DAFTAR"
