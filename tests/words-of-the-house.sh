#!/bin/sh
# The project speaks of itself alone: no path of the machine it was written on, no C function
# that the house rules ban, a licence line on top of every data file.
# ctest: house
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$ROOT" || exit 1
bad=0
complain() {
  printf '%s\n' "$*" >&2
  bad=1
}

if git rev-parse --git-dir >/dev/null 2>&1; then files=$(git ls-files); else files=$(find . -type f ! -path './build/*'); fi

# Absolute paths, but for those every system has. A path begins after a blank, a quote or a
# bracket and has two parts at least.
found=$(printf '%s\n' "$files" | grep -vE '\.(tsv|jsonl|svg)$|^LICENSE$|^web/dist/' | xargs grep -nIE "(^|[[:space:]\"'\`=(])/[a-z][a-z0-9_.-]*/[A-Za-z0-9_.-]" 2>/dev/null |
  grep -vE "[[:space:]\"'\`=(:]/(usr|etc|dev|bin|tmp|proc|var|sys|api|nonexistent|nowhere)/")
[ -z "$found" ] || complain "absolute paths:
$found"
here=$(pwd -P)
found=$(printf '%s\n' "$files" | xargs grep -nIF -e "$here/" 2>/dev/null)
[ -z "$found" ] || complain "the path of this very checkout:
$found"

# What libraries and floors must not call: unbounded copies, the process's end, the locale,
# the clock, printing. Only cli/ ends the process and prints.
banned='(^|[^a-zA-Z0-9_.>])(strcpy|strcat|sprintf|vsprintf|gets|strtok|setlocale|localtime|gmtime|time|clock|rand|atoi|atof|strtod|alloca)\('
found=$(grep -nE "$banned" $(find src -name "*.[ch]" | sort) | grep -vE '^[^:]*:[0-9]*: *(/?\*|//)' | grep -vE '^src/cli/progress')
[ -z "$found" ] || complain "banned functions:
$found"
found=$(grep -nE '(^|[^a-zA-Z0-9_.>])(exit|abort|_exit|printf|puts|putchar|getenv)\(' $(find src -name "*.[ch]" | sort) | grep -vE '^src/cli/' |
  grep -vE '^[^:]*:[0-9]*: *(/?\*|//)')
[ -z "$found" ] || complain "printing or ending outside src/cli:
$found"

# Data says whose it is.
for file in $(printf '%s\n' "$files" | grep -E '^data/.*\.(tsv|frames)$'); do
  head -n 8 "$file" | grep -q 'SPDX-License-Identifier' || complain "$file does not begin with its SPDX licence"
  # what is not our own is named in NOTICE, by its name or its folder's
  head -n 8 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0$' || grep -qF -e "$(basename "$file")" -e "$(dirname "$file")/*" NOTICE ||
    complain "$file is not this project's own and NOTICE does not name it"
done

# A floor explains itself; a file opens with what it is for.
for folder in src/*/ src/*/*/; do
  [ -f "$folder/README.md" ] || complain "$folder has no README.md"
done
for file in $(find src -name "*.[ch]" | sort); do
  name=$(basename "$file" | sed 's/\.[ch]$//')
  readme=$(dirname "$file")/README.md
  grep -qE "\`$name(\.h)?\`" "$readme" && continue
  grep -oE '`[a-z_]+\*`' "$readme" | tr -d '`*' | while read -r prefix; do case $name in "$prefix"*) echo y ;; esac; done | grep -q y ||
    complain "$readme does not tell of $name"
done
for file in $(find src -name "*.h" | sort); do
  head -n 1 "$file" | grep -q '^/\*' || complain "$file does not open with a comment"
done

[ "$bad" -eq 0 ] && echo "clean"
exit "$bad"
