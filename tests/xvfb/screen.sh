# shellcheck shell=bash
# Sourced by the window tests: a screen of their own, the simulator on it, keys and pictures.
# ctest gives NTK_PROGRAM (the executable) and NTK_PICTURES (where screenshots are kept for people to look at).
set -euo pipefail

fail() {
    printf '%s\n' "$@" >&2
    if [[ -n ${DISPLAY:-} ]]; then picture "failed-$(basename "$0" .sh)" || true; fi
    exit 1
}

stop_all() {
    [[ -z ${program_pid:-} ]] || kill "$program_pid" 2>/dev/null || true
    [[ -z ${screen_pid:-} ]] || kill "$screen_pid" 2>/dev/null || true
    [[ -z ${workplace:-} ]] || rm -rf "$workplace"
}
trap stop_all EXIT

# Polls a condition for up to half a minute: wait_until "the window opens" command ...
wait_until() {
    local what=$1 i
    shift
    for ((i = 0; i < 600; i++)); do
        if "$@"; then return 0; fi
        sleep 0.05
    done
    fail "waited half a minute and it did not happen: $what"
}

# start_screen [width x height]: an X server without hardware; the tester's own files stay out of it.
start_screen() {
    local tool
    for tool in Xvfb xdotool import identify compare; do
        command -v "$tool" >/dev/null || fail "$tool is missing; ./check installs it (packages xvfb, xdotool, imagemagick)"
    done
    workplace=$(mktemp -d)
    mkdir -p "$NTK_PICTURES"
    # Without -noreset the server begins anew when the last client leaves, and turns away who comes meanwhile.
    Xvfb -displayfd 3 -noreset -screen 0 "${1:-1280x800}x24" -nolisten tcp 3>"$workplace/display" 2>"$workplace/xvfb.log" &
    screen_pid=$!
    wait_until "the screen starts" test -s "$workplace/display"
    DISPLAY=:$(<"$workplace/display")
    export DISPLAY
    export SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy
    export HOME=$workplace XDG_DATA_HOME=$workplace/data XDG_CONFIG_HOME=$workplace/config \
        XDG_STATE_HOME=$workplace/state XDG_CACHE_HOME=$workplace/cache
}

window_is_there() {
    window=$(xdotool search --onlyvisible --pid "$program_pid" 2>/dev/null | head -n 1)
    [[ -n $window ]]
}

program_is_gone() { ! kill -0 "$program_pid" 2>/dev/null; }

# start_program [argument ...]: starts the simulator and waits for its window.
start_program() {
    "$NTK_PROGRAM" "$@" >"$workplace/output" 2>&1 &
    program_pid=$!
    local i
    for ((i = 0; i < 600; i++)); do
        if window_is_there; then
            xdotool windowfocus "$window" 2>/dev/null || true
            return 0
        fi
        if program_is_gone; then break; fi
        sleep 0.05
    done
    fail "the simulator opened no window; it said:" "$(cat "$workplace/output")"
}

press() { xdotool key --clearmodifiers --delay 60 "$@"; }
click() { xdotool mousemove "$1" "$2" click 1; }

# picture <name>: saves what the screen shows.
picture() { import -silent -window root "$NTK_PICTURES/$1.png"; }

# colours <name>: how many different colours a saved picture has; an empty window has one or two.
colours() { identify -format '%k' "$NTK_PICTURES/$1.png"; }

# difference <name> <name>: how many pixels differ between two saved pictures.
difference() { compare -metric AE "$NTK_PICTURES/$1.png" "$NTK_PICTURES/$2.png" null: 2>&1 || true; }

screen_changed_since() { # screen_changed_since <name> <new name>
    picture "$2"
    [[ $(difference "$1" "$2") != 0 ]]
}

# settle <name>: saves a picture once two in a row are the same.
settle() {
    local i
    picture "$1"
    for ((i = 0; i < 60; i++)); do
        sleep 0.1
        picture "$1-again"
        if [[ $(difference "$1" "$1-again") == 0 ]]; then
            rm -f "$NTK_PICTURES/$1-again.png"
            return 0
        fi
        mv "$NTK_PICTURES/$1-again.png" "$NTK_PICTURES/$1.png"
    done
    fail "the screen does not come to rest"
}

# finish: the simulator must still be there, and must leave when asked to.
finish() {
    if program_is_gone; then fail "the simulator has stopped by itself; it said:" "$(cat "$workplace/output")"; fi
    kill -TERM "$program_pid"
    wait_until "the simulator leaves when asked" program_is_gone
    program_pid=
}
