#!/usr/bin/env bash
# Tries cmake/packages.sh on an invented package list and an invented machine.
set -euo pipefail
root=$PWD
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
# shellcheck source=cmake/packages.sh
source "$root/cmake/packages.sh"

expect() { # expect <what> <wanted> <got>
    [[ $2 == "$3" ]] || fail "$1" "wanted: $2" "got:    $3"
}

printf '%s\n' '# why' '[build]' 'alpha' '# more' 'beta' '' '[check]' 'gamma' >packages.txt
expect "one heading" "alpha beta" "$(listed_packages build | xargs)"
expect "two headings" "alpha beta gamma" "$(listed_packages build check | xargs)"
expect "an unknown heading" "" "$(listed_packages runtime)"

# A machine that has alpha, has removed beta but kept its settings, and never heard of gamma.
mkdir bin
printf '%s\n' '#!/bin/sh' 'echo "alpha installed"; echo "beta config-files"; exit 1' >bin/dpkg-query
printf '%s\n' '#!/bin/sh' 'echo "$@" >>asked; exit 0' >bin/apt-get
chmod +x bin/*
PATH=$place/bin:$PATH
expect "what is missing" "beta gamma" "$(missing_packages alpha beta gamma | xargs)"

as_root() { "$@"; }
ensure_packages build >said
expect "says what and why" "Needed to build this project and not installed yet: beta" "$(head -n 1 said)"
grep -q -- 'install beta$' asked || fail "apt-get was not asked for beta alone: $(cat asked)"

: >asked
printf '%s\n' '[build]' 'alpha' >packages.txt
expect "nothing to say when nothing is missing" "" "$(ensure_packages build)"
expect "nothing to ask for when nothing is missing" "" "$(cat asked)"

printf '%s\n' '#!/bin/sh' 'echo no network >&2; exit 1' >bin/apt-get
printf '%s\n' '[build]' 'beta' >packages.txt
if (ensure_packages build) >said 2>&1; then fail "a failing apt-get went unnoticed"; fi
grep -q 'no network' said || fail "apt-get's own message was lost"
grep -q 'could not install: beta' said || fail "the missing package was not named"

expect "output of a step that works" "" "$(quietly "Trying" echo hello)"
if (quietly "Trying" sh -c 'echo broken; exit 1') >said 2>&1; then fail "a failing step went unnoticed"; fi
grep -q broken said || fail "the failing step's messages were lost"

# The real list: every line is a heading, a remark or one plain package name, and no package is named twice.
cd "$root"
odd=$(grep -nvE '^(#.*|\[(build|runtime|check|schema)\]|[a-z0-9][a-z0-9.+-]+|)$' packages.txt || true)
expect "odd lines in packages.txt" "" "$odd"
expect "packages named twice" "" "$(listed_packages build runtime check schema | sort | uniq -d)"
