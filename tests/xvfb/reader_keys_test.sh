#!/usr/bin/env bash
# A screen reader hears of each key before the window does, and the keys it keeps for its own commands do nothing here.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"
# shellcheck source=tests/xvfb/bus.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/bus.sh"

# keep <key>: from now on a screen reader keeps this key, and hears of the others.
keep() {
    [[ -z ${keeper:-} ]] || kill "$keeper"
    rm -f "$workplace/keys" # or what the one before heard would pass for this one listening
    "$NTK_READER_CLIENT" keep "$1" >"$workplace/keys" 2>>"$workplace/client.log" &
    keeper=$!
    disown
    wait_until "somebody wants to hear of keys" grep -q '^listening' "$workplace/keys"
}
told() { grep -q -- "^$1" "$workplace/keys"; }

start_screen
start_bus
start_ear
start_described
wait_until "the cases are there" says 'button "Start this case: Three letters"'
reader press button "Start this case: Three letters" || fail "a case cannot be started"
wait_until "the briefing is shown" says 'button "Begin"'
reader press button "Begin" || fail "a case cannot be begun"
wait_until "the first scene is shown" says "radio button"

keep 2
press 2
wait_until "the reader hears of the key" told 'press 2 symbol 50 code 11 '
wait_until "the reader hears that it is let go of" told 'release 2 '
press 3
wait_until "a key that it does not keep is ours" says "[chosen]"
option() { awk -F '"' -v n="$1" '/radio button/ && ++i == n' "$places.outline"; }
[[ $(option 3) == *"[chosen]"* ]] || fail "another option was chosen:" "$(cat "$places.outline")"
press F6 shift+a Insert KP_Enter
wait_until "keys that are nothing to the window are told as well" told 'press KP_Enter symbol 65421 code 104 '
told 'press Insert symbol 65379 code 118 ' || fail "Insert is another key:" "$(cat "$workplace/keys")"
told 'press A symbol 65 code 38 modifiers 1' || fail "a capital letter is another key:" "$(cat "$workplace/keys")"

# In a box of writing: a letter that is kept is not typed.
reader press button "Go to the debrief now" || fail "the case cannot be ended"
wait_until "the debrief is shown" says 'tab "Reflect"'
reader press tab "Reflect" || fail "the box of writing cannot be reached"
wait_until "the box of writing is shown" says 'text box "'
reader focus "text box" "" || fail "the box of writing cannot have the keyboard"
keep x
press a x b
wait_until "what is not kept is typed" says '= ab'
told 'press x ' || fail "the reader was not told of x"

# A reader that has gone, or hangs, holds nobody up.
kill -STOP "$keeper"
press c
wait_until "a reader that hangs is not waited for" says '= abc'
kill -KILL "$keeper"
press d
wait_until "a reader that has gone is not asked" says '= abcd'
finish
