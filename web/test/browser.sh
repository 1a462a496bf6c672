# Sourced by the tests in a browser: finds Chromium, then as install.sh. Exits 77 where there is none.
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser)}
[ -n "$CHROMIUM" ] || {
  echo "no chromium here"
  exit 77
}
export CHROMIUM ROOT
. "$ROOT/web/test/install.sh"
