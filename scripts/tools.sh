# ./portal campaign and ./portal bench: long checks and measurements, each against servers of their own.

run_campaign() {
  [ $# -ge 1 ] || die "Which campaign? ./portal campaign NAME [--n N]"
  setup_all
  publish_app
  run_with_database "$ROOT/tests/Portal.Campaigns" "$@"
}

run_bench() {
  [ $# -ge 1 ] || die "Which benchmark? ./portal bench NAME"
  setup_all
  publish_app
  run_with_database "$ROOT/tests/Portal.Benchmarks" "$@"
}

# Durability stays on: a campaign that kills processes must meet a real disk.
run_with_database() {
  local project=$1 work port
  shift
  work=$(mktemp -d /tmp/portal-work-XXXXXX)
  chmod 755 "$work"
  # shellcheck disable=SC2064
  trap "postgres_stop '$work/cluster' immediate; rm -rf '$work'" EXIT
  trap 'exit 130' INT TERM
  printf 'work' > "$work/secret"
  postgres_init "$work/cluster" "$work/secret"
  port=$(postgres_start "$work/cluster")
  export PORTAL_TEST_DATABASE="Host=127.0.0.1;Port=$port;Username=postgres;Password=work"
  export PORTAL_NATIVE="$LOCAL/native" PORTAL_APP PORTAL_ROOT="$ROOT"
  dotnet run -c Release --project "$project" -v quiet -- "$@"
}
