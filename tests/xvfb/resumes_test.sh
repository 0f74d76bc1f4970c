#!/usr/bin/env bash
# A simulator that is killed in the middle of a case goes on at the same decision.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"

start_screen
start_described
push button "Start this case: Three letters"
push button "Begin"
for choice in 2 3 4; do
    decide "$choice"
    go_on
done
shows heading "The shared office" || fail "the fourth scene is not there:" "$(cat "$places")"

kill -KILL "$program_pid"
wait_until "the simulator is gone" program_is_gone
start_described
push button "Carry on: Three letters"
wait_until "the case goes on at the fourth scene" shows heading "The shared office"
finish
