#!/usr/bin/env bash
# "Three letters" in the real window, with a real mouse and keyboard, from the library to a saved report.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"

start_screen
start_described
push button "Start this case: Three letters"
push button "Begin"
decided=0
for choice in 2 3 4 1 3 4 1 3 2 4 1 2; do # the best line, b c d a c d a c b d a b
    decide "$choice"
    decided=$((decided + 1))
    if ((decided == 6)); then settle plays-after-six; fi
    go_on
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
push button "Save as PDF"
saved_paper() {
    paper=$(compgen -G "$workplace/data/needtoknow/reports/three-letters*.pdf" | head -n 1)
    [[ -n $paper && -s $paper ]]
}
wait_until "the report is saved as a PDF" saved_paper
[[ $(head -c 5 "$paper") == "%PDF-" ]] || fail "what was saved is no PDF"

finish
