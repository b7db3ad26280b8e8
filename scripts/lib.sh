# Small things that every command needs.

say() { printf '%s\n' "$*" >&2; }

die() { printf 'portal: %s\n' "$*" >&2; exit 1; }

usage() {
  cat <<'TEXT'
./portal run [--data DIR] [--port N] [--sample]   set up, build, start; prints "Portal ready: …"
./portal test [NAME …]                            all tests that CI runs, or the named test projects
./portal campaign NAME [--n N]                    a long check; writes docs/results/NAME.md
./portal bench NAME                               a benchmark
./portal setup                                    only fetch what the others need
./portal format                                   put the code into its format
TEXT
}

is_root() { [ "$(id -u)" = 0 ]; }

need() { command -v "$1" >/dev/null 2>&1 || die "'$1' is needed and was not found. $2"; }

# stamp_matches FILE VALUE: whether FILE holds VALUE.
stamp_matches() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

# The state of all sources, by name, size and time of change: good enough to skip a build, and fast.
sources_stamp() {
  (cd "$ROOT" && find src Directory.Build.props Directory.Packages.props global.json -type f \
    -not -path '*/_framework/*' -printf '%p %s %T@\n' | sort | sha256sum | cut -c1-64)
}

free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    port_is_free "$port" && { printf '%s' "$port"; return; }
  done
  die "No free port was found."
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# http_status PORT PATH: the status code that localhost answers, or nothing.
http_status() {
  (
    exec 3<>"/dev/tcp/localhost/$1" || exit 0
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    IFS=' ' read -r -t 5 _ code _ <&3 && printf '%s' "$code"
  ) 2>/dev/null
}
