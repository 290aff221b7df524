# Sourced by bin/test: runs checks and suites one after the other and adds up what they say.

passed=0
failed=0
child=""

# Runs in the background so that an interrupt reaches us at once and takes the child along.
attend() {
  if [ "$(type -t "$1")" = function ]; then "$@" & else timeout -k 20 45m "$@" & fi
  child=$!
  local result=0
  wait "$child" || result=$?
  child=""
  return "$result"
}

dismiss_child() {
  [ -z "$child" ] || { kill -TERM "$child" 2>/dev/null && wait "$child" 2>/dev/null; } || true
}

# check NAME COMMAND…: counts as one test.
check() {
  local name=$1
  shift
  echo "── $name"
  if attend "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name" >&2
    return 1
  fi
}

# suite NAME PROJECT ARGUMENTS…: runs a test program and reads its report. Whatever did not pass has failed: a test that
# was skipped, a program that died before its report, a program that found nothing to run.
suite() {
  local name=$1 project=$2 report counters total good result=0 since=$SECONDS
  shift 2
  report="$reports/${name//[^[:alnum:]]/-}.trx"
  rm -f "$report"
  echo "── $name"
  attend "tests/$project/bin/Debug/net10.0/$project" -noLogo -noColor -reporter quiet -result-trx "$report" "$@" || result=$?
  counters=$(grep -o '<Counters [^>]*>' "$report" 2>/dev/null | tail -n 1 || true)
  total=$(sed -n 's/.* total="\([0-9]*\)".*/\1/p' <<<"$counters")
  good=$(sed -n 's/.* passed="\([0-9]*\)".*/\1/p' <<<"$counters")
  total=${total:-0}
  good=${good:-0}
  local bad=$((total - good))
  if [ "$bad" = 0 ] && { [ "$result" != 0 ] || [ "$total" = 0 ]; }; then
    echo "FAILED: $name ended with code $result after $total tests" >&2
    bad=1
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
  echo "   $good of $total in $((SECONDS - since)) s"
}
