#!/bin/sh
# The code is as clang-format leaves it (.clang-format); `clang-format -i FILE` mends it.
# ctest: house
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$ROOT" || exit 1
command -v clang-format >/dev/null 2>&1 || {
  echo "no clang-format here"
  exit 77
}
find src include tests examples tools bench -name '*.[ch]' 2>/dev/null | sort | xargs clang-format --dry-run -Werror 2>&1 |
  grep -E 'error|warning' | cut -d: -f1 | sort | uniq -c | sort -rn >&2
find src include tests examples tools bench -name '*.[ch]' 2>/dev/null | xargs clang-format --dry-run -Werror >/dev/null 2>&1
