# ./portal test

run_tests() {
  setup_all
  setup_browser
  # The build's helper processes would outlive this command.
  export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
  local work passed=0 failed=0 skipped=0
  work=$(mktemp -d /tmp/portal-test-XXXXXX)
  chmod 755 "$work"
  # shellcheck disable=SC2064
  trap "postgres_stop '$work/cluster' immediate; rm -rf '$work'" EXIT
  trap 'exit 130' INT TERM
  PORTAL_TEST_DATABASE=$(test_database "$work")
  export PORTAL_TEST_DATABASE PORTAL_NATIVE="$LOCAL/native" PORTAL_ROOT="$ROOT"

  say "Building …"
  if ! dotnet build "$ROOT/Portal.sln" -v quiet -clp:NoSummary >&2; then
    printf '0 passed, 1 failed\n'
    return 1
  fi
  if [ -d "$ROOT/tests/Portal.EndToEnd.Tests" ]; then
    publish_app
    export PORTAL_APP
  fi
  if check_format; then passed=$((passed + 1)); else failed=$((failed + 1)); fi

  local project name
  for project in "$ROOT"/tests/*.Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    say "Testing $name …"
    dotnet test "$project" --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$work/results" \
      --blame-hang --blame-hang-timeout 10m --blame-hang-dump-type none \
      --logger "console;verbosity=normal" -v quiet 2>&1 | grep -vE '^\s+Passed |^$' || true
    if [ ! -f "$work/results/$name.trx" ]; then
      say "$name did not finish."
      failed=$((failed + 1))
      continue
    fi
    count() { grep -oE "<Counters [^>]*" "$work/results/$name.trx" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+'; }
    passed=$((passed + $(count passed)))
    failed=$((failed + $(count failed) + $(count error) + $(count timeout) + $(count aborted)))
    skipped=$((skipped + $(count total) - $(count executed)))
  done
  if [ "$skipped" -gt 0 ]; then
    printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  else
    printf '%s passed, %s failed\n' "$passed" "$failed"
  fi
  [ "$failed" -eq 0 ] && [ "$passed" -gt 1 ]
}

check_format() {
  say "Checking the format …"
  dotnet format whitespace "$ROOT/Portal.sln" --no-restore --verify-no-changes >&2
}

# The browser for the tests in a real one.
setup_browser() {
  command -v chromium >/dev/null 2>&1 && return
  is_root || die "The browser tests need Chromium. Run 'sudo apt-get install chromium' once, then this again."
  say "Installing Chromium (once) …"
  apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core \
    > /dev/null 2>&1 \
    || die "Chromium could not be installed."
}
