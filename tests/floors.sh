#!/bin/sh
# The order of the house, held against what the compiler really read.
#   1. src/floors.txt is itself in order: a floor uses only floors listed before it.
#   2. Every header that a file of a floor took in, by the compiler's own dependency files
#      and with links resolved, belongs to that floor or to one it may use. This sees what
#      the include paths cannot forbid ("../lang/word.h").
#   3. An include of a floor that is not given does not compile, and of one that is, does.
#   4. No file of src/ stands outside a listed floor.
#   5. On a floor with rooms each folder is a listed room, and takes in headers of itself, of the rooms before
#      it, and the one of the floor's own name: none of a room behind it, no other that stands on the floor itself.
# ctest: house
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
: "${BUILD:?the build folder}"
cd "$ROOT" || exit 1
root=$(pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
complain() {
  echo "$*" >&2
  bad=1
}

# floor used floor, one pair a line; a floor may use itself.
awk -F: '/^[a-z]+:/ { print $1, $1; n = split($2, use, " "); for (i = 1; i <= n; i++) print $1, use[i] }' \
  src/floors.txt >"$work/may"

awk -F: '/^[a-z]+:/ { n = split($2, use, " ")
  for (i = 1; i <= n; i++) if (!(use[i] in seen)) { print $1 " uses " use[i] ", which is not below it"; bad = 1 }
  seen[$1] = 1 } END { exit bad }' src/floors.txt >&2 || bad=1

for folder in src/*/; do
  floor=$(basename "$folder")
  grep -q "^$floor:" src/floors.txt || complain "src/$floor is no floor of src/floors.txt"
done
for file in src/*.[ch]; do
  [ ! -e "$file" ] || complain "$file stands on no floor"
done

sed -n 's/ rooms:/ /p' src/floors.txt >"$work/rooms"
while read -r floor rooms; do
  for folder in "src/$floor"/*/; do
    case " $rooms " in *" $(basename "$folder") "*) ;; *) complain "$folder is no room of src/floors.txt" ;; esac
  done
  may=
  for room in $rooms; do
    [ -d "src/$floor/$room" ] || complain "src/floors.txt has a room $room that src/$floor has not"
    may="$may|$room/"
    grep -HnoE "#include \"($floor/|\.)[^\"]*\"" "src/$floor/$room"/*.[ch] /dev/null |
      grep -vE "\"$floor/($floor\\.h\"$may)" >"$work/behind" && complain "$(sed 's/$/, which its room may not take in/' "$work/behind")"
  done
done <"$work/rooms"
[ -s "$work/rooms" ] || complain "src/floors.txt tells of no rooms"

# "object-floor dependency" from ninja's log of dependencies, or from the .d files of make.
if [ -f "$BUILD/build.ninja" ]; then
  ninja -C "$BUILD" -t deps 2>/dev/null
else
  (cd "$BUILD" && find . -name '*.c.o.d' -exec sed 's/ *\\$//' {} +)
fi | awk '
  match($0, /daftar_[a-z]+\.dir\//) && /#deps|:$|\.o:/ { floor = substr($0, RSTART + 7, RLENGTH - 12); next }
  /^[^ ]/ { floor = "" }
  NF && floor != "" { print floor, $1 }' | sort -u >"$work/deps"

cut -d' ' -f2 "$work/deps" | sort -u >"$work/paths"
(cd "$BUILD" && while read -r path; do printf '%s %s\n' "$path" "$(readlink -f "$path")"; done) <"$work/paths" >"$work/real"

seen=$(awk -v root="$root/src/" -v bad="$work/bad" '
  FILENAME ~ /may$/ { may[$1, $2] = 1; next }
  FILENAME ~ /real$/ { real[$1] = $2; next }
  index(real[$2], root) == 1 {
    own = substr(real[$2], length(root) + 1)
    split(own, part, "/")
    seen++
    if (!(($1, part[1]) in may)) print "src/" $1 " includes " own ", which src/floors.txt does not give it" >bad
  }
  END { print seen + 0 }' "$work/may" "$work/real" "$work/deps")
if [ -s "$work/bad" ]; then
  cat "$work/bad" >&2
  bad=1
fi
[ "$seen" -ge 50 ] || complain "only $seen includes seen: the dependency files tell nothing"

# The include path of a floor, tried with what it may and may not have.
compiles() { # compiles FLOOR HEADER
  printf '#include "%s"\nint daftar_try;\n' "$2" >"$work/try.c"
  ${CC:-cc} -std=c17 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I"$BUILD/floors/$1" -Iinclude -fsyntax-only "$work/try.c" 2>/dev/null
}
for pair in base:text/text.h text:lang/word.h text:image/image.h record:lang/word.h lang:know/know.h \
  know:code/coder.h code:engine/engine.h read:record/record.h check:code/coder.h cli:code/coder.h cli:lang/word.h; do
  ! compiles "${pair%%:*}" "${pair#*:}" || complain "src/${pair%%:*} can include ${pair#*:}"
done
for pair in base:base/str.h text:base/arena.h lang:text/text.h know:lang/word.h code:record/record.h check:record/record.h; do
  compiles "${pair%%:*}" "${pair#*:}" || complain "src/${pair%%:*} cannot include ${pair#*:}, which is its own or given"
done

[ "$bad" -eq 0 ] && echo "$seen includes, all on floors that src/floors.txt gives"
exit "$bad"
