#!/bin/sh
# No Arabic stands in the code of src/, written out or in escapes: what the program knows of
# the language is in data/, where a linguist can edit it. Comments may quote Arabic.
# ctest: house
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
cd "$ROOT" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bytes=$(printf '[\330-\333][\200-\277]|\357[\254-\273][\200-\277]') # U+0600–06FF, U+FB00–FEFF
escapes='\\u0[67][0-9A-Fa-f][0-9A-Fa-f]|\\[xX][Dd][89AaBb]|\\33[0-3]\\2|\\u[Ff][BbCcDdEe][0-9A-Fa-f]'

# Code without its comments; the compiler knows best where one ends.
bare() { ${CC:-cc} -fpreprocessed -dD -E -P -x c "$1" 2>/dev/null; }
has_arabic() { LC_ALL=C grep -qE "$bytes|$escapes" "$1" && bare "$1" | LC_ALL=C grep -nE "$bytes|$escapes"; }

# The test itself must see what it is for, and not what it is not for.
printf '/* \331\205 */\nint a; // \331\205 "\nconst char *s = "plain \\xEF\\xBB\\xBF";\n' >"$work/good.c"
printf 'const char *s = "\331\205";\n' >"$work/bad1.c"
printf 'const char *s = "\\xD9\\x85";\n' >"$work/bad2.c"
printf 'const char *s = "\\u0645";\n' >"$work/bad3.c"
if has_arabic "$work/good.c"; then
  echo "sees Arabic where there is none" >&2
  exit 1
fi
for i in 1 2 3; do
  has_arabic "$work/bad$i.c" >/dev/null || {
    echo "does not see Arabic in case $i" >&2
    exit 1
  }
done

bad=0 n=0
for file in $(find src -name "*.[ch]" | sort) include/*.h tools/*.c; do
  [ -e "$file" ] || continue
  n=$((n + 1))
  if found=$(has_arabic "$file"); then
    printf '%s has Arabic in its code (line of the code without comments):\n%s\n' "$file" "$found" >&2
    bad=1
  fi
done
[ "$n" -gt 20 ] || bad=1
[ "$bad" -eq 0 ] && echo "$n files, no Arabic in code"
exit "$bad"
