#!/usr/bin/env bash
# One throw-away test server for a day's work: scripts/test-db.sh start|stop. Prints the line to export.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
LOCAL="$ROOT/.portal"
for part in lib native postgres; do
  # shellcheck source=/dev/null
  . "$ROOT/scripts/$part.sh"
done
port=54329
folder=/tmp/portal-test-database
case "${1:-start}" in
  start)
    setup_all
    [ -d "$folder/cluster" ] && postgres_running "$folder/cluster" || port_is_free "$port" || port=""
    printf 'export PORTAL_TEST_DATABASE="%s" PORTAL_NATIVE="%s"\n' "$(test_database "$folder" "$port")" "$LOCAL/native"
    ;;
  stop)
    postgres_stop "$folder/cluster" immediate
    rm -rf "$folder"
    ;;
  *) die "usage: scripts/test-db.sh start|stop" ;;
esac
