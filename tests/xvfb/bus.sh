# shellcheck shell=bash
# Sourced by tests of what a screen reader hears: a bus of their own, and the other end of it.
# ctest gives NTK_READER_CLIENT, the program that asks as a screen reader does.

# start_bus: a session bus that nobody else is on.
start_bus() {
    command -v dbus-daemon >/dev/null || fail "dbus-daemon is missing; ./check installs it"
    mkdir -p -m 700 "$workplace/run"
    export XDG_RUNTIME_DIR=$workplace/run
    dbus-daemon --session --nofork --print-address=3 3>"$workplace/bus" >"$workplace/bus.log" 2>&1 &
    bus_pid=$!
    disown  # its end is no news
    wait_until "the bus starts" test -s "$workplace/bus"
    DBUS_SESSION_BUS_ADDRESS=$(<"$workplace/bus")
    export DBUS_SESSION_BUS_ADDRESS
}

# The processes of this bus: itself, and the accessibility bus that it starts when somebody asks for that. All of them
# have this test's own folder in their environment.
bus_family() {
    local each
    for each in /proc/[0-9]*; do
        case $(cat "$each/comm" 2>/dev/null) in
            dbus-daemon | at-spi*)
                if grep -qzx "XDG_RUNTIME_DIR=$workplace/run" "$each/environ" 2>/dev/null; then
                    printf '%s\n' "${each#/proc/}"
                fi
                ;;
        esac
    done
}
stop_bus() {
    local each
    [[ -z ${ear_pid:-} ]] || kill "$ear_pid" 2>/dev/null || true
    [[ -n ${bus_pid:-} ]] || return 0
    for each in $(bus_family); do kill -KILL "$each" 2>/dev/null || true; done
}
trap 'stop_bus; stop_all' EXIT

reader() { timeout 20 "$NTK_READER_CLIENT" "$@" 2>>"$workplace/client.log"; }

# says <words>: whether the program's own outline of its window has these words.
says() { grep -qF -- "$1" "$places.outline"; }

# Whether a screen reader now gets what the program itself says of its window, to the letter.
reader_agrees() {
    reader outline >"$workplace/read" && cmp -s "$workplace/read" "$places.outline"
}
expect_agreement() {
    local i
    for ((i = 0; i < 100; i++)); do
        if reader_agrees; then return 0; fi
        sleep 0.1
    done
    fail "at '$1' a screen reader gets something else:" "$(diff "$places.outline" "$workplace/read" | head -n 20)" \
        "$(tail -n 5 "$workplace/client.log")"
}

# start_ear: writes what the program tells screen readers to $workplace/heard.
start_ear() {
    : >"$workplace/heard"
    "$NTK_READER_CLIENT" listen >"$workplace/heard" 2>>"$workplace/client.log" &
    ear_pid=$!
    wait_until "somebody listens" grep -q '^listening' "$workplace/heard"
}
heard() { grep -qF -- "$1" "$workplace/heard"; }
