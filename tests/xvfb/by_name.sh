# shellcheck shell=bash
# Sourced by window tests that point at things by name: the simulator writes what it shows, and where, to a file.

places=
# start_described [argument ...]: starts the simulator so that it says what it shows.
start_described() {
    places=$workplace/places
    rm -f "$places"
    start_program --describe "$places" "$@"
    wait_until "the window says what it shows" test -s "$places"
}

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
        xdotool mousemove 800 500 click --repeat 3 --delay 5 5
        sleep 0.06
    done
    fail "there is no $1 called '$2'; the window shows:" "$(cat "$places")"
}

# push <role> <name>: clicks it with the mouse; what was there before must give way.
push() {
    reach "$1" "$2"
    local spot before
    spot=$(where "$1" "$2")
    sleep 0.1
    while [[ $spot != "$(where "$1" "$2")" ]]; do # what the wheel asked for may still be on its way
        reach "$1" "$2"
        spot=$(where "$1" "$2")
        sleep 0.1
    done
    before=$(md5sum <"$places")
    # shellcheck disable=SC2086  # two numbers
    click $spot
    wait_until "pushing '$2' changes the window" places_differ "$before"
}
places_differ() { [[ $(md5sum <"$places") != "$1" ]]; }

# decide <number>: chooses the option of that number and confirms it.
decide() {
    local before
    reach "radio button" ""
    press "$1" Return
    sleep 0.1
    before=$(md5sum <"$places")
    press Return
    wait_until "confirming option $1 changes the window" places_differ "$before"
}

# go_on: the story, then the verdicts, until the next choice or the end.
go_on() {
    local page
    for ((page = 0; page < 4; page++)); do
        if shows "radio button" "" || shows tab "Scores"; then break; fi
        push button "Continue"
        sleep 0.15
    done
}
