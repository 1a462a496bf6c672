#!/bin/sh
# The two commands on a machine that lacks what they need: they name it, by role and package,
# and stop with 3; --help works there, and an unknown option is 2. The machine is a PATH of
# links to the few tools that every system has.
# ctest: house
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
complain() {
  echo "$*" >&2
  bad=1
}
mkdir "$work/bin" "$work/tree"
for tool in sh cat dirname grep id mkdir mktemp rm sed tail head nproc; do
  ln -s "$(command -v "$tool")" "$work/bin/$tool"
done
cp -r "$ROOT/script" "$work/tree"
cd "$work/tree" || exit 1

# try EXIT WORDS COMMAND...: on the bare machine
try() {
  _rc=$1 _words=$2
  shift 2
  PATH=$work/bin "$@" >out 2>&1 </dev/null
  _got=$?
  [ "$_got" -eq "$_rc" ] || complain "$*: exit $_got, not $_rc: $(cat out)"
  grep -q -e "$_words" out || complain "$*: does not say \"$_words\": $(cat out)"
}
for script in script/demo script/test; do
  try 0 'Examples:' "$script" --help
  try 2 "$script" "$script" --unheard-of
  try 3 'Debian: cmake' "$script"
  try 3 'no apt-get here' "$script"
done
try 3 'Debian: libcmocka-dev' script/test --quick

# With apt-get but neither root nor sudo: what to ask root for.
printf '#!/bin/sh\nexit 1\n' >"$work/bin/apt-get"
printf '#!/bin/sh\necho 1000\n' >"$work/id"
chmod +x "$work/bin/apt-get" "$work/id"
rm "$work/bin/id"
mv "$work/id" "$work/bin/id"
try 3 'As root:' script/demo
# With sudo, and apt-get failing: says so, and where the whole story is.
printf '#!/bin/sh\nexec "$@"\n' >"$work/bin/sudo"
ln -s "$(command -v env)" "$work/bin/env"
chmod +x "$work/bin/sudo"
try 3 'build/install.log' script/demo
[ "$bad" -eq 0 ]
