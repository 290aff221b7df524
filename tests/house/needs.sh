# Sourced by bin/test: finds what the tests need beside the .NET SDK, and installs it on Debian and Ubuntu.

# "what it is for: Debian package: a command that shows it is there"
needs=(
  "a browser:chromium:has_browser"
  "a database server:postgresql:postgres_bin"
  "a server that takes mail:exim4-daemon-light:test -x /usr/sbin/exim4"
  "a server that gives mail out:dovecot-imapd:test -x /usr/sbin/dovecot"
  "Arabic and other scripts in screenshots:fonts-noto-core:has_noto"
  "JavaScript for accessibility, HTML and sign-in checks:nodejs:command -v node"
  "packages for those checks:npm:command -v npm"
  "a calendar program that reads our files:khal:command -v khal"
)

# The newest PostgreSQL on this machine; Debian keeps it off the PATH.
postgres_bin() {
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [ -n "$newest" ] && [ -x "$newest/initdb" ]; then echo "$newest"; return; fi
  newest=$(command -v initdb) && dirname "$newest"
}

# Debian's windowless build of Chromium opens pages several times faster; where it is not offered, Chromium does as well.
offers_shell() { apt-cache show chromium-headless-shell >/dev/null 2>&1; }

has_browser() { command -v chromium-headless-shell || { ! offers_shell && command -v chromium; }; }

has_noto() { ls /usr/share/fonts/truetype/noto/NotoSans*Arabic*.ttf || fc-list :lang=ar family | grep -q .; }

missing_packages() {
  local need
  for need in "${needs[@]}"; do
    IFS=: read -r _ package probe <<<"$need"
    eval "$probe" >/dev/null 2>&1 || echo "$package"
  done
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

can_install() { command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

# The packages' own services stay off: the tests start a server of their own and leave nothing running.
install_packages() {
  local policy=/usr/sbin/policy-rc.d ours=0 result=0
  if [ ! -e "$policy" ]; then
    ours=1
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
  fi
  as_root apt-get update -qq || result=$?
  if offers_shell; then set -- "${@/%chromium/chromium-headless-shell}"; fi
  [ "$result" != 0 ] || as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" || result=$?
  [ "$ours" = 0 ] || as_root rm -f "$policy"
  return "$result"
}

tell_missing() {
  local need
  echo "The tests need more than this machine has:" >&2
  for need in "${needs[@]}"; do
    IFS=: read -r purpose package probe <<<"$need"
    eval "$probe" >/dev/null 2>&1 || echo "  $package ($purpose)" >&2
  done
  echo "On Debian or Ubuntu: sudo apt-get install $(missing_packages | tr '\n' ' ')" >&2
  echo "Elsewhere install the same programs and run bin/test again." >&2
}

provide_needs() {
  local packages
  if ! command -v dotnet >/dev/null; then
    echo "The .NET 10 SDK is missing. bin/run --install-sdk installs it; then open a new shell." >&2
    return 2
  fi
  mapfile -t packages < <(missing_packages)
  [ "${#packages[@]}" -gt 0 ] || return 0
  can_install && install_packages "${packages[@]}"
  if [ -n "$(missing_packages)" ]; then tell_missing; return 2; fi
}
