# ./portal run

run_portal() {
  local data="" port="" sample=false
  while [ $# -gt 0 ]; do
    case "$1" in
      --data) data=${2:?--data needs a folder}; shift 2 ;;
      --port) port=${2:?--port needs a number}; shift 2 ;;
      --sample) sample=true; shift ;;
      *) die "run does not know '$1'. Try ./portal help." ;;
    esac
  done
  setup_all
  publish_app
  [ -n "$data" ] || data=$(default_data)
  # The database's user walks through this folder to its own; what the portal keeps here is closed to it.
  [ -d "$data" ] || { mkdir -p "$data" && chmod 711 "$data"; }
  data=$(cd "$data" && pwd)
  exec 9> "$data/run.lock"
  flock -n 9 || die "A portal is already running on $data. Stop it, or give --data another folder."
  stop_left_over "$data"
  if [ -z "$port" ]; then
    port=8080
    while ! port_is_free "$port"; do port=$((port + 1)); done
    [ "$port" = 8080 ] || say "Port 8080 is taken; using $port."
  else
    port_is_free "$port" || die "Port $port is taken. Choose another one with --port."
  fi
  start_all "$data" "$port" "$sample"
}

default_data() {
  if is_root; then printf /var/lib/portal/data; else printf '%s' "${XDG_DATA_HOME:-$HOME/.local/share}/portal"; fi
}

# Each build has a folder of its own, so that a portal which is still running keeps its files.
publish_app() {
  local stamp folder old
  stamp=$(sources_stamp)
  folder="$LOCAL/app/${stamp:0:12}"
  PORTAL_APP="$folder/Portal.Web.dll"
  [ ! -f "$folder/complete" ] || return 0
  say "Building (once) …"
  (
    flock 8
    [ ! -f "$folder/complete" ] || exit 0
    rm -rf "$folder"
    dotnet publish "$ROOT/src/Portal.Web" -c Release -o "$folder" -v quiet -clp:NoSummary >&2 \
      || die "The build failed."
    touch "$folder/complete"
  ) 8> "$LOCAL/build.lock"
  for old in "$LOCAL"/app/*/; do
    [ "$old" = "$folder/" ] || in_use "${old%/}" || rm -rf "$old"
  done
}

# in_use FOLDER: whether a process has the folder as its current one.
in_use() {
  local process
  for process in /proc/[0-9]*/cwd; do
    [ "$(readlink "$process" 2>/dev/null)" != "$1" ] || return 0
  done
  return 1
}

# After a kill -9 of this script its children may still be there.
stop_left_over() {
  local file="$1/app.pid" pid
  [ -f "$file" ] || return 0
  pid=$(cat "$file")
  if [ -n "$pid" ] && tr '\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null | grep -q Portal.Web.dll; then
    say "Stopping a portal that was left running on this data …"
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    kill -9 "$pid" 2>/dev/null || true
  fi
  rm -f "$file"
}

start_all() {
  DATA=$1
  local port=$2 sample=$3
  if [ ! -f "$DATA/database-password" ]; then
    (umask 077 && head -c 24 /dev/urandom | base64 | tr -d '/+=\n' > "$DATA/database-password.new")
    mv "$DATA/database-password.new" "$DATA/database-password"
  fi
  APP_PID=""
  STOPPING=false
  trap 'STOPPING=true; stop_all; exit 0' INT TERM HUP
  trap stop_all EXIT
  postgres_init "$DATA/postgres" "$DATA/database-password"
  local db_port
  db_port=$(postgres_start "$DATA/postgres")
  (
    cd "$(dirname "$PORTAL_APP")"
    umask 077
    export PORTAL_NATIVE="$LOCAL/native" Portal__Data="$DATA" Portal__Port="$port" Portal__Sample="$sample"
    export Portal__Database="Host=127.0.0.1;Port=$db_port;Username=postgres;Password=$(cat "$DATA/database-password")"
    export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Production}"
    # Of its own session, so that Ctrl-C reaches it only through this script and in order; ends with this script.
    exec setsid setpriv --pdeathsig TERM dotnet Portal.Web.dll
  ) 9>&- &
  APP_PID=$!
  printf '%s' "$APP_PID" > "$DATA/app.pid"
  until [ "$(http_status "$port" /health/ready)" = 200 ]; do
    kill -0 "$APP_PID" 2>/dev/null || die "The portal stopped while starting; its last words are above."
    sleep 0.05 9>&-
  done
  printf 'Portal ready: http://localhost:%s\n' "$port"
  local code=0
  wait "$APP_PID" || code=$?
  $STOPPING || die "The portal stopped by itself (exit code $code)."
}

stop_all() {
  trap - EXIT
  trap '' INT TERM HUP
  if [ -n "${APP_PID:-}" ] && kill -0 "$APP_PID" 2>/dev/null; then
    kill "$APP_PID" 2>/dev/null || true
    for _ in $(seq 300); do kill -0 "$APP_PID" 2>/dev/null || break; sleep 0.1; done
    kill -9 "$APP_PID" 2>/dev/null || true
  fi
  rm -f "$DATA/app.pid"
  postgres_stop "$DATA/postgres"
}
