# What script/demo, script/test and .ci/run share: seeing what is missing, installing it,
# building. POSIX sh; sourced from a script that stands in the repository's root.

say() { printf '%s\n' "$*"; }
die() {
  printf '%s\n' "$*" >&2
  exit 3
}

# What each thing is for, how to see that it is there, and Debian's package for it.
#   cc        compiles and links a program of one line
#   fuzzer    clang links a fuzzer
#   cmd:NAME  a command
#   lib:NAME  a library that pkg-config knows
#   dict:NAME a language of hunspell
#   py:NAME   a module of Python
needs_build='
cc               gcc             C compiler
cc               libc6-dev       C library headers
cmd:cmake        cmake           build (3.25 or later)
cmd:ninja        ninja-build     build
cmd:pkg-config   pkg-config      finding the libraries
lib:json-c       libjson-c-dev   reading JSON
lib:zlib         zlib1g-dev      reading gzipped files
lib:libzstd      libzstd-dev     reading files packed with zstd
lib:libxml-2.0   libxml2-dev     reading web pages and feeds
lib:icu-i18n     libicu-dev      reading charsets other than Unicode
lib:libcrypto    libssl-dev      SHA-256
lib:libxxhash    libxxhash-dev   hash tables and checksums
lib:sqlite3      libsqlite3-dev  the ledger
lib:libmicrohttpd libmicrohttpd-dev serving the page
lib:xlsxwriter   libxlsxwriter-dev exporting workbooks'
needs_test='
cmd:gcc          gcc             first compiler of the tests
cmd:clang        clang           second compiler of the tests
fuzzer           libclang-rt-dev sanitizers and libFuzzer of the second compiler
cmd:clang-format clang-format    formatting check
lib:cmocka       libcmocka-dev   unit tests
cmd:jq           jq              reading exports back
cmd:sqlite3      sqlite3         reading exports back
cmd:ogrinfo      gdal-bin        reading exports back
cmd:unzip        unzip           reading exports back
py:openpyxl      python3-openpyxl reading exports back
cmd:node         nodejs          building the page, and its tests
cmd:npm          npm             libraries of the page
cmd:chromium     chromium        the tests of the page in a browser
py:jsonschema    python3-jsonschema answers of the server against their contract
py:yaml          python3-yaml    the same'
needs_eval='
cmd:python3      python3         scoring
cmd:hunspell     hunspell        the dictionary that checks the analyser
dict:ar          hunspell-ar     its Arabic words'

compiles() {
  _dir=$(mktemp -d) || return 1
  printf '#include <stdio.h>\nint main(void) { return puts("") < 0; }\n' >"$_dir/a.c"
  { cc -o "$_dir/a" "$_dir/a.c" && "$_dir/a"; } >/dev/null 2>&1
  _rc=$?
  rm -rf "$_dir"
  return $_rc
}

fuzzes() {
  _dir=$(mktemp -d) || return 1
  printf 'int LLVMFuzzerTestOneInput(const char *p, unsigned long n) { return !p && n; }\n' >"$_dir/a.c"
  clang -fsanitize=fuzzer,address -o "$_dir/a" "$_dir/a.c" >/dev/null 2>&1
  _rc=$?
  rm -rf "$_dir"
  return $_rc
}

has() {
  case $1 in
    cc) compiles ;;
    fuzzer) fuzzes ;;
    cmd:*) command -v "${1#cmd:}" >/dev/null 2>&1 ;;
    py:*) python3 -c "import ${1#py:}" >/dev/null 2>&1 || /usr/bin/python3 -c "import ${1#py:}" >/dev/null 2>&1 ;;
    dict:*) hunspell -d "${1#dict:}" -l </dev/null >/dev/null 2>&1 ;;
    lib:*) pkg-config --exists "${1#lib:}" >/dev/null 2>&1 ;;
  esac
}

# Sets `missing` to the packages that are not there, and `roles` to a line on each.
look_for() {
  missing='' roles=''
  while read -r _probe _package _role; do
    [ -n "$_probe" ] || continue
    has "$_probe" && continue
    missing="$missing $_package"
    roles="$roles
  $_role: ${_probe#*:} (Debian: $_package)"
  done <<LIST
$1
LIST
}

# Installs what is missing of the list, or says plainly what is and stops.
need() {
  look_for "$1"
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null 2>&1 || die "These are missing, and there is no apt-get here to install them:$roles
Install them the way your system does (README.md, \"Packages by role\") and start again."
  _as=''
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || die "These are missing:$roles
Installing needs root, and there is no sudo here. As root:
  apt-get install$missing"
    _as='sudo env'
    say "Installing with sudo, this once:$missing"
  else
    say "Installing, this once:$missing"
  fi
  mkdir -p build
  {
    $_as apt-get update && $_as ${_as:+DEBIAN_FRONTEND=noninteractive} apt-get install -y --no-install-recommends $missing
  } >build/install.log 2>&1 </dev/null || {
    tail -n 5 build/install.log >&2
    die "Could not install$missing (the whole story: build/install.log)."
  }
  look_for "$1"
  [ -z "$missing" ] || die "Installed, but still not found:$roles"
}

jobs() { nproc 2>/dev/null || echo 2; }

# build PRESET [TARGET...]: silent where it goes well; its log where it does not.
build() {
  _preset=$1
  shift
  _log=build/$_preset.log
  mkdir -p build
  # A folder that was configured at another place does not build here.
  if [ -f "build/$_preset/CMakeCache.txt" ] &&
    ! grep -qx "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "build/$_preset/CMakeCache.txt"; then
    rm -rf "build/$_preset"
  fi
  {
    { [ -f "build/$_preset/build.ninja" ] || cmake --preset "$_preset"; } &&
      cmake --build --preset "$_preset" -j "$(jobs)" ${1:+--target "$@"}
  } >"$_log" 2>&1 && return 0
  grep -E 'error|FAILED|Error' "$_log" | head -n 20 >&2
  tail -n 15 "$_log" >&2
  say "The build \"$_preset\" failed (the whole story: $_log)." >&2
  return 1
}
