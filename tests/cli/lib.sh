# Sourced by the tests of the command line. Each test is a transcript: `run` shows a command
# with its output and exit status, and at the end the whole is compared with NAME.out beside
# NAME.sh. To write it anew after a change: UPDATE=1 DAFTAR=… sh tests/cli/NAME.sh
set -u
: "${DAFTAR:?the daftar program}"
here=$(cd "$(dirname "$0")" && pwd)
name=$(basename "$0" .sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir in
cd in || exit 1
LC_ALL=C
COLUMNS=80
export LC_ALL COLUMNS
unset LANG TERM

daftar() { "$DAFTAR" "$@"; }

note() { printf '\n# %s\n' "$*" >>"$work/got"; }

# run ARG...: daftar ARG... with standard error behind standard output.
run() {
  printf '\n$ daftar %s\n' "$*" >>"$work/got"
  "$DAFTAR" "$@" >"$work/o" 2>"$work/e" </dev/null
  status=$?
  cat "$work/o" "$work/e" >>"$work/got"
  echo "= $status" >>"$work/got"
}

# count ARG...: the same, but of the output only how many lines there are.
count() {
  printf '\n$ daftar %s | wc -l\n' "$*" >>"$work/got"
  "$DAFTAR" "$@" >"$work/o" 2>"$work/e" </dev/null
  status=$?
  wc -l <"$work/o" | tr -d ' ' >>"$work/got"
  cat "$work/e" >>"$work/got"
  echo "= $status" >>"$work/got"
}

finish() {
  if [ -n "${UPDATE:-}" ]; then
    cp "$work/got" "$here/$name.out"
    exit 0
  fi
  diff -u "$here/$name.out" "$work/got"
}
