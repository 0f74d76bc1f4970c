#!/usr/bin/env bash
# The assessor's screens with real keys and a real mouse: a store is opened, a result read, and a decision noted beside it.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"

if env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER "$NTK_PROGRAM" assess desk 2>"${TMPDIR:-/tmp}/ntk-no-screen.$$"; then
    fail "the desk opens without a screen"
fi
grep -q "need a window, and there is no screen here" "${TMPDIR:-/tmp}/ntk-no-screen.$$" ||
    fail "it does not say that a screen is missing"
rm -f "${TMPDIR:-/tmp}/ntk-no-screen.$$"

start_screen
store=$workplace/room.store
cat >"$workplace/tiny.yaml" <<'FORM'
form: { id: tiny, title: A short form, version: 1.0.0, status: for tests }
guidance: { packs: [england-2024, plymouth], as_of: 2024-09-01 }
cases: [three-letters, door-ajar]
FORM
"$NTK_PROGRAM" assess new "$store" --form "$workplace/tiny.yaml" --keep-days 30 --seed 7 >/dev/null
{
    printf '1\n'
    for ((i = 0; i < 60; i++)); do printf '\n1\n'; done
} | "$NTK_PROGRAM" assess run "$store" >"$workplace/taken"
learner=$(grep -o 'p-[0-9a-f]\{32\}' "$workplace/taken" | head -n 1)
grep -q "Handed in" "$workplace/taken" || fail "the assessment was not handed in"

# The store by keyboard: the title has the keyboard, and the field comes after the bar.
start_described assess desk
wait_until "the first screen shows" shows heading "Set and review assessments"
settle assessor-start
# shellcheck disable=SC2046  # two numbers
click $(where "text box" "Where the store is")
xdotool type --delay 20 "$store"
press Return
wait_until "the sessions show" shows heading "Who has taken the assessment"
shows text "$learner" || fail "the learner is not listed"
settle assessor-sessions

push button "Show the result: $learner"
wait_until "the result shows" shows heading "One result"
settle assessor-result
has_keyboard() { grep -q "$1.*focus" "$places.outline"; }
# shellcheck disable=SC2046  # two numbers
click $(where "radio button" "Referred")
wait_until "the choice has the keyboard" has_keyboard 'radio button "Referred'
press Tab Tab Tab # past the two choices after it, into the name
wait_until "the name has the keyboard" has_keyboard 'text box "Who decides'
xdotool type --delay 20 "kim"
press Tab
wait_until "the reason has the keyboard" has_keyboard 'text box "Why, in words'
xdotool type --delay 20 "The second case was interrupted."
press Tab Tab # past the key file
wait_until "the button has the keyboard" has_keyboard 'button "Note this decision'
press Return
decided() { [[ $("$NTK_PROGRAM" assess list "$store") == *"decided: refer (kim)"* ]]; }
wait_until "the decision is in the store" decided
wait_until "the decision shows beside the proposal" shows heading "What assessors have decided"
shows heading "Not yet, as far as the engine can tell" || fail "the proposal has gone"
settle assessor-decided
[[ $("$NTK_PROGRAM" assess show "$store" "$learner") == *"kim: refer. The second case was interrupted."* ]] ||
    fail "the decision is not what was typed"

press Escape
wait_until "one step back" shows heading "Who has taken the assessment"
finish
