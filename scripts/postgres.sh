# The embedded PostgreSQL. It refuses to run as root, so root runs it as nobody.

PG_VERSION_TAG=18.4

as_database_user() {
  if is_root; then
    setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME=/tmp LC_ALL=C.UTF-8 "$@"
  else
    env LC_ALL=C.UTF-8 "$@"
  fi
}

# Where its programs are: in place for a person, a copy that nobody can reach for root.
postgres_programs() {
  if ! is_root; then
    printf '%s' "$LOCAL/postgres"
    return
  fi
  local copy="/var/lib/portal/postgres-$PG_VERSION_TAG"
  if [ ! -f "$copy/complete" ]; then
    rm -rf "$copy.$$"
    mkdir -p "$copy.$$" && cp -a "$LOCAL/postgres/." "$copy.$$/" && touch "$copy.$$/complete"
    chmod -R a+rX "$copy.$$" && chmod a+rx /var/lib/portal
    [ ! -d "$copy" ] || [ -f "$copy/complete" ] || rm -rf "$copy"
    # Two commands may get here at once: the first one's copy stays.
    mv -T "$copy.$$" "$copy" 2>/dev/null || rm -rf "$copy.$$"
  fi
  printf '%s' "$copy"
}

# postgres_init CLUSTER PASSWORD_FILE: makes a cluster whose superuser has the password in the file.
postgres_init() {
  local cluster=$1 secret=$2
  [ -f "$cluster/PG_VERSION" ] && return
  rm -rf "$cluster.new"
  mkdir -m 700 "$cluster.new"
  ! is_root || chown nobody:nogroup "$cluster.new"
  as_database_user test -x "$(dirname "$cluster")" \
    || die "The database's user can't reach $(dirname "$cluster"). Give --data a folder outside of root's home."
  # A copy that the database's user may open, gone again at once.
  (umask 077 && cp "$secret" "$cluster.new.secret")
  ! is_root || chown nobody:nogroup "$cluster.new.secret"
  as_database_user "$(postgres_programs)/bin/initdb" -D "$cluster.new" -U postgres -E UTF8 --locale=C.UTF-8 \
    --auth=scram-sha-256 --pwfile="$cluster.new.secret" > /dev/null \
    || { rm -f "$cluster.new.secret"; die "initdb failed."; }
  rm -f "$cluster.new.secret"
  mv "$cluster.new" "$cluster" # A crash before this line leaves no half cluster behind.
}

# postgres_running CLUSTER: whether a server of this cluster lives. A process that merely got a dead server's number
# does not count, and must not keep a new server from starting.
postgres_running() {
  local pid
  pid=$(head -1 "$1/postmaster.pid" 2>/dev/null) || return 1
  kill -0 "$pid" 2>/dev/null || return 1
  [ "$(readlink "/proc/$pid/cwd")" != "$(readlink -f "$1")" ] || return 0
  rm -f "$1/postmaster.pid"
  return 1
}

# postgres_port CLUSTER: the port of the living server.
postgres_port() { sed -n 4p "$1/postmaster.pid"; }

# postgres_start CLUSTER OPTIONS [PORT]: starts on the port or a free one, or finds it running; prints the port.
postgres_start() {
  local cluster=$1 options=${2:-} port=${3:-}
  if ! postgres_running "$cluster"; then
    [ -n "$port" ] || port=$(free_port)
    as_database_user "$(postgres_programs)/bin/pg_ctl" -D "$cluster" -w -t 60 -l "$cluster/server.log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 $options" \
      start > /dev/null 2>&1 < /dev/null 9>&- || { tail -5 "$cluster/server.log" >&2; die "PostgreSQL did not start."; }
  fi
  postgres_port "$cluster"
}

postgres_stop() {
  as_database_user "$(postgres_programs)/bin/pg_ctl" -D "$1" -m "${2:-fast}" -w -t 60 stop > /dev/null 2>&1 || true
}

# test_database FOLDER [PORT]: a throw-away server that trades durability for speed; prints its connection string.
test_database() {
  local folder=$1 port
  mkdir -p "$folder"
  chmod 755 "$folder"
  printf 'test' > "$folder/secret"
  postgres_init "$folder/cluster" "$folder/secret"
  port=$(postgres_start "$folder/cluster" "-c fsync=off -c full_page_writes=off -c synchronous_commit=off" "${2:-}")
  printf 'Host=127.0.0.1;Port=%s;Username=postgres;Password=test' "$port"
}
