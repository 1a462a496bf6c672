#!/bin/sh
# web/dist is exactly what the page's sources build to, the sources have no fault of type, neither
# they nor the lock file name a host to fetch from, and what the program refuses is told in Arabic too.
# ctest: slow
set -u
ROOT=${ROOT:-$(cd "$(dirname "$0")/.." && pwd)}
BUILD=${BUILD:-$ROOT/build/dev}
cd "$ROOT" || exit 1
bad=0

if grep -n '"resolved"' web/package-lock.json | head -n 3 | grep .; then
  echo "web/package-lock.json names where packages come from (web/.npmrc leaves that out: npm install writes it anew)" >&2
  bad=1
fi
if grep -rnE 'innerHTML|dangerouslySet|insertAdjacentHTML|document\.write|[^.]eval\(' web/src; then
  echo "text may become markup there" >&2
  bad=1
fi

. web/test/install.sh
cd "$web" || exit 1
node_modules/.bin/tsc --noEmit || bad=1
node test/reasons.mjs "$ROOT" || bad=1
node build.mjs out || exit 1
diff -r out "$ROOT/web/dist" || {
  echo "web/dist is not what web/src builds to: cd web && npm ci && npm run build" >&2
  bad=1
}
exit $bad
