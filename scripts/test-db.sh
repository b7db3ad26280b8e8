#!/usr/bin/env bash
# One throw-away test server for a day's work: scripts/test-db.sh start|stop. Prints the line to export.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
LOCAL="$ROOT/.portal"
for part in lib native postgres; do
  # shellcheck source=/dev/null
  . "$ROOT/scripts/$part.sh"
done
folder=/tmp/portal-test-database
case "${1:-start}" in
  start) setup_all; printf 'export PORTAL_TEST_DATABASE="%s" PORTAL_NATIVE="%s"\n' "$(test_database "$folder")" "$LOCAL/native" ;;
  stop) postgres_stop "$folder/cluster" immediate; rm -rf "$folder" ;;
  *) echo "start or stop" >&2; exit 2 ;;
esac
