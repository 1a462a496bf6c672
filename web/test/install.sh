# Sourced by tests/web-*.sh: copies the page's sources to $BUILD/web, where nothing that npm
# writes gets into the repository, and installs the libraries that the lock file names there, once.
# Needs ROOT and BUILD; sets `web`. Exits 77 where there is no Node, or no network to install by.
for tool in node npm; do
  command -v "$tool" >/dev/null 2>&1 || {
    echo "no $tool here (Debian: nodejs, npm)"
    exit 77
  }
done
web=$BUILD/web
mkdir -p "$web"
exec 9>"$web/lock"
flock 9
for item in package.json package-lock.json .npmrc tsconfig.json build.mjs src map test; do
  rm -rf "${web:?}/$item"
  cp -R "$ROOT/web/$item" "$web/$item"
done
if ! cmp -s "$web/package-lock.json" "$web/node_modules/.daftar-lock"; then
  if ! (cd "$web" && npm ci --ignore-scripts --no-progress >npm.log 2>&1 9>&-); then
    tail -n 5 "$web/npm.log" >&2
    if grep -qE 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH' "$web/npm.log"; then
      echo "the page's libraries cannot be had from here: no network"
      exit 77
    fi
    exit 1
  fi
  cp "$web/package-lock.json" "$web/node_modules/.daftar-lock"
fi
exec 9>&-
