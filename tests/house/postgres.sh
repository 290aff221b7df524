# Sourced by bin/test: a PostgreSQL server of our own, on loopback, gone when the tests are.
# It refuses to run as root, so root lends it to the user postgres.

postgres_home=""

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

# Starts a server and sets KOSMOPOLIT_TEST_POSTGRES to its connection string.
start_postgres() {
  local bin password port
  bin=$(postgres_bin)
  postgres_home=$(mktemp -d "${TMPDIR:-/tmp}/kosmopolit-postgres.XXXXXX")
  password=$(head -c 18 /dev/urandom | base64 | tr -d '/+=')
  echo "$password" >"$postgres_home/password"
  if [ "$(id -u)" = 0 ]; then
    id postgres >/dev/null 2>&1 || useradd --system --no-create-home postgres
    chown -R postgres "$postgres_home"
  fi
  (cd "$postgres_home" && as_postgres "$bin/initdb" -D "$postgres_home/data" -U kosmopolit -E UTF8 --locale=C.UTF-8 \
    --auth=scram-sha-256 --pwfile="$postgres_home/password" --no-sync >"$postgres_home/initdb.log" 2>&1) ||
    { cat "$postgres_home/initdb.log" >&2; return 1; }
  for _ in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 12000))
    # Nothing here outlives the run, so safety of writes may go for speed.
    if (cd "$postgres_home" && as_postgres "$bin/pg_ctl" -D "$postgres_home/data" -w -t 60 -s -l "$postgres_home/server.log" start -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_home -c fsync=off -c full_page_writes=off -c max_connections=200"); then
      export KOSMOPOLIT_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=kosmopolit;Password=$password;Database=postgres;Include Error Detail=true"
      return 0
    fi
  done
  cat "$postgres_home"/*.log >&2
  return 1
}

stop_postgres() {
  local pid
  [ -n "$postgres_home" ] || return 0
  pid=$(head -n 1 "$postgres_home/data/postmaster.pid" 2>/dev/null || true)
  if [ -n "$pid" ]; then
    kill -INT "$pid" 2>/dev/null || true
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    kill -0 "$pid" 2>/dev/null && kill -QUIT "$pid" 2>/dev/null
  fi
  rm -rf "$postgres_home"
  postgres_home=""
}
