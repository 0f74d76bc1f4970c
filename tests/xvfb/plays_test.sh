#!/usr/bin/env bash
# "Three letters" in the real window, with a real mouse and keyboard, from the library to a saved report.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"

start_screen
places=$workplace/places
start_program --describe "$places"
wait_until "the window says what it shows" test -s "$places"

# where <role> <name>: the middle of the first thing of that role whose name begins so, as "x y".
where() {
    awk -F '\t' -v role="$1" -v name="$2" \
        '$1 == role && index($6, name) == 1 { print int($2 + $4 / 2), int($3 + $5 / 2); exit }' "$places"
}
shows() { [[ -n $(where "$1" "$2") ]]; }

# reach <role> <name>: wheels down until it can be seen.
reach() {
    local i
    for ((i = 0; i < 60; i++)); do
        if shows "$1" "$2"; then return 0; fi
        xdotool mousemove 800 500 click 5
        sleep 0.06
    done
    fail "there is no $1 called '$2'; the window shows:" "$(cat "$places")"
}

# push <role> <name>: clicks it with the mouse; what was there before must give way.
push() {
    reach "$1" "$2"
    local spot before
    before=$(md5sum <"$places")
    spot=$(where "$1" "$2")
    # shellcheck disable=SC2086  # two numbers
    click $spot
    wait_until "pushing '$2' changes the window" places_differ "$before"
}
places_differ() { [[ $(md5sum <"$places") != "$1" ]]; }

push button "Start this case"
push button "Begin"
decided=0
for choice in 2 3 4 1 3 4 1 3 2 4 1 2; do # the best line, b c d a c d a c b d a b
    reach "radio button" ""
    press "$choice" Return
    sleep 0.1
    press Return
    decided=$((decided + 1))
    # The story, then the verdicts, until the next choice or the end.
    for ((page = 0; page < 4; page++)); do
        sleep 0.15
        if shows "radio button" "" || shows tab "Scores"; then break; fi
        if ((decided == 6 && page == 0)); then settle plays-feedback; fi
        push button "Continue"
    done
done
wait_until "the ending is shown" shows tab "Scores"
settle plays-ending
[[ $(colours plays-ending) -gt 30 ]] || fail "the picture of the ending is nearly empty"
shows heading "Held" || fail "the best line does not end as it should; the window shows:" "$(cat "$places")"
push tab "Scores"
settle plays-scores
push button "Save the report"
saved_report() {
    report=$(compgen -G "$workplace/data/needtoknow/reports/three-letters*.html" | head -n 1)
    [[ -n $report ]]
}
wait_until "a report is saved" saved_report
grep -qi "for review by an assessor" "$report" || fail "the report does not say who reviews it"
grep -q "100%" "$report" || fail "the best line does not score 100% in the report"

finish
