#!/usr/bin/env bash
# An assessment taken in the window with the keyboard: killed after its first decision, it goes on at the next one.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"

start_screen
store=$workplace/room.store
"$NTK_PROGRAM" assess new "$store" --form scenarios/forms/form-a.yaml --keep-days 30 --seed 7 --limit 120 \
    >"$workplace/set" || fail "the assessment cannot be set"

says() { grep -q "$1" "$places.outline"; }
outline_lacks() { ! says "$1"; }
outline_differs() { [[ $(md5sum <"$places.outline") != "$1" ]]; }

# answer <name>: tabs to the button whose name begins so, and presses it with the keyboard.
answer() {
    local i before
    for ((i = 0; i < 40; i++)); do
        if says "^ *button \"$1.*\[focus\]"; then break; fi
        before=$(md5sum <"$places.outline")
        press Tab
        wait_until "Tab moves on" outline_differs "$before"
    done
    before=$(md5sum <"$places.outline")
    press Return
    wait_until "pressing '$1' changes the window" outline_differs "$before"
}

start_described assess run "$store"
says '^ *heading 1 "Before you begin' || fail "the privacy notice does not come first:" "$(cat "$places.outline")"
settle assessment-notice
learner=$(grep -o 'p-[0-9a-f]\{32\}' "$places.outline" | head -n 1)
answer "I have read this"
answer "120 minutes"
answer "Begin"
wait_until "the first decision is due" says "Decision 1 of"
settle assessment-scene
decide 1
wait_until "the first decision is made" outline_lacks "Decision 1 of"
kill -KILL "$program_pid"
wait_until "the simulator is gone" program_is_gone

start_described assess run "$store" --learner "$learner"
says "This goes on where you left the assessment." || fail "nothing was taken up:" "$(cat "$places.outline")"
for ((i = 0; i < 4; i++)); do
    if says "Decision 2 of"; then break; fi
    answer "Continue"
done
says "Decision 2 of" || fail "this is not the second decision:" "$(cat "$places.outline")"
finish

# Answers that come through a pipe never open a window.
printf '2\n' | "$NTK_PROGRAM" assess run "$store" >"$workplace/by-lines"
grep -q "Nothing is kept about you" "$workplace/by-lines" || fail "declining through a pipe said:" "$(cat "$workplace/by-lines")"
"$NTK_PROGRAM" assess run "$store" --terminal </dev/null >"$workplace/by-wish" || true  # it ends with its input
grep -q "Before you begin" "$workplace/by-wish" || fail "--terminal opened no terminal but said:" "$(cat "$workplace/by-wish")"
