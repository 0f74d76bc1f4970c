#!/usr/bin/env bash
# The simulator opens a window that shows something, rests when nothing happens, and answers the keyboard.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

start_screen
start_program
settle opens-library
[[ $(colours opens-library) -gt 30 ]] || fail "the window is nearly empty: $(colours opens-library) colours"

# At rest it uses no processor time: clock ticks of the process before and after one second.
ticks() { awk '{print $14 + $15}' "/proc/$program_pid/stat"; }
before=$(ticks)
sleep 1
spent=$(($(ticks) - before))
[[ $spent -le 3 ]] || fail "the window used $spent ticks of processor time in a second of rest"

# Tab moves a visible focus.
press Tab
wait_until "Tab moves the focus" screen_changed_since opens-library opens-tab

finish
