#!/bin/sh
# The README's commands do what they say. Every line of its ```sh blocks that runs daftar is
# run (in a copy of the samples and tests, with daftar on the path) and must end well; a
# script that it names must be there and answer --help; every file it links to exists.
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
: "${DAFTAR:?the binary}"
cd "$ROOT" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0 n=0
complain() {
  echo "$*" >&2
  bad=1
}
cp -r samples tests data "$work"
mkdir "$work/bin"
ln -s "$DAFTAR" "$work/bin/daftar"

awk '/^```sh$/ { on = 1; next } /^```/ { on = 0 } on' README.md samples/README.md >"$work/lines"
while read -r line; do
  n=$((n + 1))
  line=$(printf '%s\n' "$line" | sed 's/ *#.*//; s#build/release/daftar#daftar#')
  case $line in
    script/*)
      "./${line%% *}" --help >/dev/null || complain "$line --help fails"
      ;;
    daftar\ *)
      (cd "$work" && PATH="$work/bin:$PATH" && export PATH && sh -c "$line" >out 2>err </dev/null) ||
        complain "$line: exit $? ($(head -n 1 "$work/err"))"
      ;;
    *) complain "what is this? $line" ;;
  esac
done <"$work/lines"
[ "$n" -ge 10 ] || complain "only $n commands"

for file in README.md CONTRIBUTING.md docs/*.md samples/README.md eval/README.md src/*/README.md; do
  for link in $(grep -o '](\([^)#:]*\)[)#]' "$file" | sed 's/^](//; s/[)#]$//'); do
    [ -e "$(dirname "$file")/$link" ] || complain "$file links to $link, which is not there"
  done
done
[ "$bad" -eq 0 ] && echo "$n commands"
exit "$bad"
