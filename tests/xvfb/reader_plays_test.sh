#!/usr/bin/env bash
# Everything the window shows is on the accessibility bus, word for word, and a decision can be made through it.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"
# shellcheck source=tests/xvfb/bus.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/bus.sh"

# title: the words of the page's main heading.
title() { awk -F '"' '/heading 1/ { print $2; exit }' "$places.outline"; }

start_screen
start_bus
start_ear
start_described
wait_until "the window is told as active" heard 'window:activate 0 window "Who Needs to Know"'
wait_until "the title has the keyboard" \
    heard 'object:state-changed:focused 1 heading "Who needs to know what, when, and how do you tell them?"'
wait_until "the cases are there" says 'button "Start this case: Three letters"'
expect_agreement "the library"

reader press button "Start this case: Three letters" || fail "a case cannot be started"
wait_until "the briefing is told" heard 'object:state-changed:focused 1 heading "Three letters"'
expect_agreement "the briefing"
reader press button "Begin" || fail "a case cannot be begun"
wait_until "the first scene is shown" says "radio button"
expect_agreement "the first scene"

# Choose: the focus, then the action; the other options are let go of.
option=$(awk -F '"' '/radio button/ { n++; if (n == 2) { print $2; exit } }' "$places.outline")
[[ -n $option ]] || fail "the second option is not there:" "$(cat "$places.outline")"
reader focus "radio button" "$option" || fail "an option cannot be given the keyboard"
wait_until "the option has the keyboard" heard "object:state-changed:focused 1 radio button \"$option\" -- Option 2"
reader describe "radio button" "$option" >"$workplace/option"
grep -qx 'posinset: 2' "$workplace/option" || fail "an option does not say which it is:" "$(cat "$workplace/option")"
grep -qx 'action: choose' "$workplace/option" || fail "an option cannot be chosen:" "$(cat "$workplace/option")"
reader press "radio button" "$option" || fail "an option cannot be chosen"
wait_until "the choice is told" heard "object:state-changed:checked 1 radio button \"$option\""
expect_agreement "an option is chosen"

# Confirm: the title of the feedback is read out with its verdicts, because it has the keyboard.
scene=$(title)
reader press button "Do this" || fail "the choice cannot be confirmed"
another_title() { [[ $(title) != "$scene" ]]; }
wait_until "what came of it is shown" another_title
expect_agreement "the feedback"
wait_until "the feedback is told" heard "object:state-changed:focused 1 heading \"$(title)\" -- "
says "] -- " || fail "the verdicts are not read out with the title:" "$(cat "$places.outline")"

# Something that is said while the page stays: it is shown, and told as shown.
reader press button "Text and colours" || fail "the settings cannot be opened"
wait_until "the settings are told" heard 'object:state-changed:focused 1 heading "Text and colours"'
reader press button "Larger" || fail "the text cannot be made larger"
wait_until "the new size is told" heard 'object:state-changed:showing 1 status "The text is at 125%."'
expect_agreement "the settings"

reader press button "Close" || fail "the settings cannot be closed"

# Keys and mouse are told as well.
press Tab
expect_agreement "after Tab"

# The debrief: its bars, and its box of writing.
wait_until "there is a way on" says 'button "Continue"'
reader press button "Continue" || fail "there is no way on"
wait_until "the next scene is shown" says 'button "Go to the debrief now"'
reader press button "Go to the debrief now" || fail "the case cannot be ended"
wait_until "the debrief is shown" says 'tab "Scores"'
reader press tab "Scores" || fail "the scores cannot be opened"
wait_until "the scores are shown" says 'bar "'
expect_agreement "the scores"
reader press tab "Reflect" || fail "the box of writing cannot be reached"
wait_until "the box of writing is shown" says 'text box "'
reader write "text box" "" "Ring the clinic first: déjà vu." || fail "nothing can be written"
wait_until "it is written" says "= Ring the clinic first: déjà vu."
expect_agreement "the box of writing"
press End space x
wait_until "what is typed is told" heard 'object:text-changed:insert'
expect_agreement "after typing"
reader describe "text box" "" >"$workplace/box"
grep -qx 'letters: 33, caret: 33' "$workplace/box" || fail "the caret is not where it should be:" "$(cat "$workplace/box")"
grep -qx 'first word: Ring  (0 to 5)' "$workplace/box" || fail "the words cannot be gone through:" "$(cat "$workplace/box")"
finish
