#!/bin/sh
# One command per job, on Linux and macOS:  sh installers/dev.sh run | test | ...
#
# This file only finds Python and the system libraries Qt needs, and installs what is
# missing; installers/dev.py does the rest and lists the commands. Once .venv is ready
# nothing is looked up again, so later starts are fast and need no network.
#
# --yes, or CI=true, installs with sudo without asking first.
# Exit codes: 2 unknown command, 3 something must be installed first, 4 no display.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

yes=${CI:-}
for argument do
  shift
  if [ "$argument" = --yes ]; then yes=true; else set -- "$@" "$argument"; fi
done

say() { printf 'dev: %s\n' "$*" >&2; }

if [ -f "$root/.venv/ready" ] && "$root/.venv/bin/python" -c '' 2>/dev/null; then
  exec "$root/.venv/bin/python" "$root/installers/dev.py" "$@"
fi

# Prints the first Python of a supported version that can also run the code in $1.
find_python() {
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.14 python3.11 \
    python; do
    [ -n "$candidate" ] || continue
    "$candidate" -c "import sys
sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))
" 2>/dev/null || continue
    "$candidate" -c "$1" 2>/dev/null || continue
    printf '%s\n' "$candidate"
    return
  done
}

makes_environments='import ensurepip, venv'
python=$(find_python "$makes_environments")
[ -n "$python" ] || python=$(find_python 'import venv')

# A mistyped command or a missing display is told before anything is installed.
if [ -n "$python" ]; then
  "$python" "$root/installers/dev.py" --refuse-early "$@" || exit
fi

missing=""
need_library() {
  case $libraries in *"$1 "*) ;; *) missing="$missing $2" ;; esac
}
list_missing_packages() {
  [ -n "$python" ] || missing="$missing python3"
  { [ -n "$python" ] && "$python" -c "$makes_environments" 2>/dev/null; } ||
    missing="$missing python3-venv"
  libraries=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null || true)
  need_library libGL.so.1 libgl1
  need_library libEGL.so.1 libegl1
  need_library libdbus-1.so.3 libdbus-1-3
  need_library libfontconfig.so.1 libfontconfig1
  need_library libxkbcommon.so.0 libxkbcommon0
  need_library libglib-2.0.so.0 libglib2.0-0
  need_library libxcb-cursor.so.0 libxcb-cursor0
  need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
  need_library libxcb-icccm.so.4 libxcb-icccm4
  need_library libxcb-keysyms.so.1 libxcb-keysyms1
  need_library libxcb-shape.so.0 libxcb-shape0
  need_library libwayland-cursor.so.0 libwayland-cursor0
  need_library libcups.so.2 libcups2
}

# Runs apt-get as root, or through $1. The package lists are fetched only when the
# ones at hand are too old or missing.
apt_install() {
  quiet="env DEBIAN_FRONTEND=noninteractive apt-get -qq"
  # shellcheck disable=SC2086 # the package names are words
  $1 $quiet install -y --no-install-recommends $missing >/dev/null 2>&1 || {
    $1 $quiet update || say "some package lists could not be fetched"
    $1 $quiet install -y --no-install-recommends $missing >/dev/null
  }
}

ask_administrator() {
  say "Some system packages are missing. Please ask an administrator to run:"
  say "  apt-get install --no-install-recommends$missing"
  say "and then give this command again."
  exit 3
}

agree_to_sudo() {
  command -v sudo >/dev/null 2>&1 || return 1
  [ "$yes" = true ] || [ -t 0 ] || return 1
  say "Some system packages are missing. This installs them:"
  say "  sudo apt-get install --no-install-recommends$missing"
  [ "$yes" != true ] || return 0
  printf 'dev: Run it now? [y/N] ' >&2
  read -r answer || answer=""
  case $answer in [yY]*) ;; *) return 1 ;; esac
}

install_missing_packages() {
  if ! command -v apt-get >/dev/null 2>&1; then
    say "Please install what these Debian packages hold, then try again:$missing"
    exit 3
  elif [ "$(id -u)" = 0 ]; then
    say "installing system packages:$missing"
    apt_install ""
  elif agree_to_sudo; then
    apt_install sudo || ask_administrator
  else
    ask_administrator
  fi
}

if [ "$(uname -s)" = Linux ]; then
  list_missing_packages
  if [ -n "$missing" ]; then install_missing_packages; fi
  python=$(find_python "$makes_environments")
fi
if [ -z "$python" ]; then
  say "Python 3.11, 3.12, 3.13 or 3.14 is needed and was not found."
  say "Install one (python.org has it), then give this command again."
  exit 3
fi
exec "$python" "$root/installers/dev.py" "$@"
