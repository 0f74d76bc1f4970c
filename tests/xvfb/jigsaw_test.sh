#!/usr/bin/env bash
# The shipped jigsaw in the real window, from the command line to the saved picture: each chair by the first option. After
# the first chair the simulator is killed, and goes on at the second.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"

jigsaw=$NTK_ROOT/scenarios/jigsaws/tuesday-to-friday/jigsaw.yaml

# play_chair: from "Take this chair" to the page after the chair.
play_chair() {
    local step
    push button "Take this chair"
    push button "Begin"
    for ((step = 0; step < 40; step++)); do
        if shows "radio button" ""; then
            decide 1
        elif shows button "Look back at the part of"; then
            return 0
        else
            push button "Continue"
        fi
        sleep 0.15
    done
    fail "the chair does not end; the window shows:" "$(cat "$places")"
}

start_screen
start_described jigsaw "$jigsaw"
wait_until "the jigsaw is opened" shows heading "Tuesday to Friday"
settle jigsaw-intro
play_chair
shows heading "Chair 2 of 4" || fail "the second chair does not come next:" "$(cat "$places")"
settle jigsaw-second-chair

kill -KILL "$program_pid"
wait_until "the simulator is gone" program_is_gone
start_described jigsaw "$jigsaw"
wait_until "the jigsaw goes on at the second chair" shows heading "Chair 2 of 4"
play_chair
play_chair
play_chair
push button "See the picture"
wait_until "the picture shows" shows heading "What"
settle jigsaw-picture
[[ $(colours jigsaw-picture) -gt 30 ]] || fail "the picture is nearly empty"
saved_picture() {
    report=$(compgen -G "$workplace/data/needtoknow/reports/jigsaw.tuesday-to-friday*.html" | head -n 1)
    [[ -n $report ]]
}
wait_until "the picture is saved" saved_picture
grep -q "Sent by\|held this" "$report" || fail "the saved picture does not say who held what"
push button "Save as PDF"
saved_paper() {
    paper=$(compgen -G "$workplace/data/needtoknow/reports/jigsaw.tuesday-to-friday*.pdf" | head -n 1)
    [[ -n $paper && -s $paper ]]
}
wait_until "the picture is saved as a PDF" saved_paper
[[ $(head -c 5 "$paper") == "%PDF-" ]] || fail "what was saved is no PDF"

press Escape
wait_until "the library shows the jigsaw" shows heading "Tuesday to Friday"
settle jigsaw-card
push button "Back to the picture: Tuesday to Friday"
wait_until "the picture shows again" shows heading "What"
finish
