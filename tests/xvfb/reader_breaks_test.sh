#!/usr/bin/env bash
# A bus that is not there, breaks, or is used without sense does nothing to the window.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"
# shellcheck source=tests/xvfb/bus.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/bus.sh"

# carries_on: the window still answers the keyboard, and rests.
carries_on() {
    local before
    before=$(md5sum <"$places.outline")
    press Tab
    wait_until "$1: Tab moves the focus" outline_differs "$before"
    ticks_before=$(ticks)
    sleep 1
    [[ $(($(ticks) - ticks_before)) -le 10 ]] || fail "$1: the window does not rest"
}
outline_differs() { [[ $(md5sum <"$places.outline") != "$1" ]]; }
ticks() { awk '{print $14 + $15}' "/proc/$program_pid/stat"; }
loaded() { grep -q 'needtoknow-screen-reader\|libatk' "/proc/$program_pid/maps"; }

start_screen

# No bus: nothing of it is even loaded.
DBUS_SESSION_BUS_ADDRESS=disabled: start_described
wait_until "the cases are there" says 'button "Start this case: Three letters"'
if loaded; then fail "libraries for screen readers are loaded without a bus"; fi
carries_on "without a bus"
finish

# An address where nobody is.
DBUS_SESSION_BUS_ADDRESS=unix:path=$workplace/nobody start_described
wait_until "the cases are there" says 'button "Start this case: Three letters"'
carries_on "with a dead address"
finish

# A bus that takes the call and never answers.
mkfifo "$workplace/never"
XDG_RUNTIME_DIR=$workplace DBUS_SESSION_BUS_ADDRESS=unix:path=$workplace/never start_described
wait_until "the cases are there" says 'button "Start this case: Three letters"'
carries_on "with a bus that is no bus"
finish

# Asked without sense, also of things that have gone.
start_bus
start_described
wait_until "the cases are there" says 'button "Start this case: Three letters"'
wait_until "the program is on the bus" reader_agrees
timeout 60 "$NTK_READER_CLIENT" hammer 6 >"$workplace/hammered" 2>/dev/null || true
if program_is_gone; then fail "the program did not stand being hammered at:" "$(cat "$workplace/output")"; fi
grep '^done:' "$workplace/hammered" || fail "the hammering came to no end"
press Escape
expect_agreement "after being hammered at"

# The bus ends while a case is played.
[[ $(bus_family | wc -l) -ge 3 ]] || fail "the accessibility bus is not there: $(bus_family | xargs)"
stop_bus
sleep 0.5
if program_is_gone; then fail "the program ended with the bus:" "$(cat "$workplace/output")"; fi
carries_on "after the bus has ended"
finish
