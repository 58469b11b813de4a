#!/bin/sh
# Set-up for people who work on fic2book; `make` calls it. Nothing here runs for people who only make books.
#   set_up.sh package VENV    a virtual environment with this checkout, editable, and what tests need
#   set_up.sh pango VENV      Pango's system libraries, when they are missing
# Safe to repeat; what is there already is left alone.
set -eu

step=$1
venv=$2
extras=${FIC2BOOK_EXTRAS:-dev}

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# The command that may change the system, or nothing when nobody here may.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then echo env
    elif command -v sudo >/dev/null 2>&1; then echo "sudo env"
    fi
}

# Install packages of Debian and Ubuntu, saying so. Fails when this is another system or when nobody may.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    root=$(as_root)
    [ -n "$root" ] || return 1
    say "Installing with apt-get: $*"
    quiet="DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0"
    # shellcheck disable=SC2086 # words on purpose
    log=$(mktemp)
    if { $root $quiet update && $root $quiet install -y --no-install-recommends "$@"; } >"$log" 2>&1
    then rm -f "$log"
    else cat "$log" >&2; rm -f "$log"; return 1
    fi
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if is_new_enough "$name"; then echo "$name"; return; fi
    done
    stop "fic2book needs Python 3.11 or newer; this machine has $(python3 --version 2>/dev/null || echo none)."
}

make_environment() {
    python=$1
    "$python" -m venv --clear "$venv" >/dev/null 2>&1 && return
    # Debian keeps the part of Python that makes environments in a package of its own.
    version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    apt_install python3-venv || true
    "$python" -m venv --clear "$venv" >/dev/null 2>&1 && return
    apt_install "$version" || true
    "$python" -m venv --clear "$venv" >/dev/null || stop "No virtual environment could be made. On Debian and Ubuntu: sudo apt install $version"
}

install_package() {
    python=$(find_python)
    say "Setting up $venv with fic2book and what its tests need (once, a minute or two) …"
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 && is_new_enough "$venv/bin/python" || make_environment "$python"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --retries 5 --editable ".[$extras]"
}

# WeasyPrint loads Pango as it is imported; a part that is missing is a warning, hence an error here.
has_pango() {
    DYLD_FALLBACK_LIBRARY_PATH=${DYLD_FALLBACK_LIBRARY_PATH:-/opt/homebrew/lib:/opt/local/lib:/usr/local/lib:/usr/lib} \
        "$venv/bin/python" -W error:HarfBuzz-Subset:DeprecationWarning -c 'import weasyprint' >/dev/null 2>&1
}

install_pango() {
    if ! has_pango; then
        say "The PDF needs Pango, which is not on this machine."
        apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || true
    fi
    if has_pango; then touch "$venv/.pango"; return; fi
    case $(uname -s) in
    Darwin) say "To get it: brew install pango" ;;
    *)
        if command -v dnf >/dev/null 2>&1; then say "To get it: sudo dnf install pango"
        elif command -v pacman >/dev/null 2>&1; then say "To get it: sudo pacman -S pango"
        elif command -v zypper >/dev/null 2>&1; then say "To get it: sudo zypper install libpango-1_0-0"
        elif command -v apk >/dev/null 2>&1; then say "To get it: sudo apk add pango"
        else say "To get it: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        fi ;;
    esac
    say "Until then the EPUB is made and the PDF is not."
}

case $step in
package) install_package ;;
pango) install_pango ;;
*) stop "usage: set_up.sh package|pango VENV" ;;
esac
