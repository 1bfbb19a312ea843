#!/usr/bin/env bash
# Installs the system libraries that are missing, with apt, when we may; otherwise says the command to type.
# Quick when nothing is missing. MEDIATION_DESK_NO_SUDO=1 treats the machine as one without sudo.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
known() { apt-cache show "$1" >/dev/null 2>&1; }
list() { sed -e 's/#.*//' -e 's/|/ /g' "$here/system-libraries.txt" | grep -v '^[[:space:]]*$'; }

# One line for each requirement that no installed package meets: its possible names.
missing() {
    local names name
    while read -r -a names; do
        for name in "${names[@]}"; do installed "$name" && continue 2; done
        echo "${names[*]}"
    done < <(list)
}

# The name this system knows a requirement by (names change between releases).
choose() {
    local name
    for name in "$@"; do known "$name" && { echo "$name"; return; }; done
    echo "${!#}"
}

run_as_root() {
    if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes "$@"
    elif [ -t 0 ]; then sudo env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes "$@"
    else sudo -n env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes "$@"; fi
}

may_be_root() {
    [ "$(id -u)" = 0 ] && return
    [ -z "${MEDIATION_DESK_NO_SUDO:-}" ] && command -v sudo >/dev/null || return 1
    [ -t 0 ] || sudo -n true 2>/dev/null
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "setup: no apt on this system; Qt needs the libraries named in packaging/system-libraries.txt"
    exit 0
fi

wanted=$(missing)
if [ -z "$wanted" ]; then
    echo "setup: no system library is missing"
    exit 0
fi

if may_be_root; then
    first=$(choose $(head -n 1 <<<"$wanted"))
    known "$first" || { echo "setup: reading the package lists"; run_as_root apt-get update -qq || true; }
fi
packages=()
while read -r -a names; do packages+=("$(choose "${names[@]}")"); done <<<"$wanted"
command="apt-get install --yes --no-install-recommends ${packages[*]}"

by_hand() {
    echo "setup: $1 The command is:"
    echo
    echo "    sudo apt-get update && sudo $command"
    echo
    echo "setup: going on without them"
    exit 0
}

may_be_root || by_hand "system packages are missing, and installing them needs an administrator."
echo "setup: installing ${packages[*]}"
install() { run_as_root $command -qq -o Dpkg::Use-Pty=0 >/dev/null; }
if ! install; then
    echo "setup: the package lists may be old; reading them anew"
    run_as_root apt-get update -qq && install || by_hand "apt could not install the missing system packages."
fi
