#!/bin/sh
# docs/accuracy.md tells users when not to trust the program: no figure on it may be better than
# what is measured now. Where the evaluation is not at hand the test is skipped.
# ctest: eval
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$ROOT" || exit 1
eval/accuracy "${DAFTAR:?the binary}" --check
