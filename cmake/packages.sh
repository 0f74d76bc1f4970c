# shellcheck shell=bash
# Sourced by ./run and ./check: finds out which Debian packages are missing and installs them.
# With everything present it costs one call of dpkg-query.

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The packages listed under the given headings of packages.txt.
listed_packages() {
    local heading="" line
    while read -r line; do
        case "$line" in
            '' | '#'*) ;;
            '['*']') heading=" ${line:1:-1} " ;;
            *) [[ " $* " == *"$heading"* ]] && printf '%s\n' "$line" ;;
        esac
    done <packages.txt
    return 0
}

# Those of the given packages that are not installed.
missing_packages() {
    local -A installed=()
    local name status
    while read -r name status; do
        [[ $status == installed ]] && installed[$name]=1
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null)
    for name in "$@"; do
        [[ -n ${installed[$name]:-} ]] || printf '%s\n' "$name"
    done
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

install_quietly() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 -qq -y \
        --no-install-recommends install "$@"
}

# ensure_packages <heading>...: installs what is missing, and says what and why before it asks for anything.
ensure_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "This machine has no dpkg, so nothing is installed; the configure step names what is missing."
        return 0
    fi
    local wanted missing
    mapfile -t wanted < <(listed_packages "$@")
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    [[ ${#missing[@]} -gt 0 ]] || return 0

    say "Needed to build this project and not installed yet: ${missing[*]}"
    if ! command -v apt-get >/dev/null; then
        fail "apt-get is not here to install them. Please install them yourself and start again."
    fi
    if [[ $(id -u) != 0 ]]; then
        if ! command -v sudo >/dev/null; then
            fail "Installing packages needs root, and sudo is not here. As root, run:" \
                "    apt-get install ${missing[*]}"
        fi
        say "Installing packages needs root: sudo may ask for your password."
    fi
    local log
    log=$(mktemp)
    # The package lists may be absent or stale (a fresh container has none), so refresh them before giving up.
    if ! install_quietly "${missing[@]}" >"$log" 2>&1; then
        say "Refreshing the package lists ..."
        if ! { as_root apt-get -qq -o Acquire::Retries=3 update && install_quietly "${missing[@]}"; } >"$log" 2>&1; then
            tail -n 20 "$log" >&2
            rm -f "$log"
            fail "apt could not install: ${missing[*]}"
        fi
    fi
    rm -f "$log"
    say "Installed."
}

# Installs what checks take from npm (tests/npm), the very versions of its lock file, into build/npm. Where
# that cannot be done those checks are skipped, and say so. npm comes with some packages of nodejs and by itself with others.
ensure_npm_modules() {
    cmp -s tests/npm/package-lock.json build/npm/installed 2>/dev/null && return 0
    command -v npm >/dev/null || (ensure_packages schema) || true
    mkdir -p build/npm
    cp tests/npm/package.json tests/npm/package-lock.json build/npm/
    if (cd build/npm && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >/dev/null 2>&1; then
        cp tests/npm/package-lock.json build/npm/installed
    else
        say "npm could not install ajv and inkjs, so what needs them is left out this time."
    fi
}

# quietly <what> <command>...: shows the command's output only when it fails.
quietly() {
    local what=$1 log
    shift
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        fail "$what failed; the messages are above."
    fi
    rm -f "$log"
}

jobs() { printf '%s' "${NTK_JOBS:-$(nproc)}"; }
