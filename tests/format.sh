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
work=$(mktemp)
trap 'rm -f "$work"' EXIT
find src include tests examples tools bench -name '*.[ch]' 2>/dev/null | sort |
  xargs -P "$(nproc)" -n 40 clang-format --dry-run -Werror >"$work" 2>&1 && exit 0
sed -n 's/^\([^: ]*\):[0-9]*:[0-9]*: error: .*/\1/p' "$work" | sort | uniq -c | sort -rn >&2
exit 1
