#!/usr/bin/env bash
# Author mode follows what is saved in another program: mistakes, the way back, and the place on show.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"

start_screen
mkdir "$workplace/cases"
cp scenarios/three-letters.* "$workplace/cases"
file=$workplace/cases/three-letters.yaml
start_described author "$file"
wait_until "the case has been checked" shows text "three-letters.yaml"
wait_until "the outline shows" shows "radio button" "D2"
settle author-problems

push "radio button" "D2"
wait_until "the scene shows" shows heading "D2,"
settle author-scene

# A mistake, as an author types it: the scene stays on show, and says that it is older.
sed -i 's/then: D3$/then: D99/' "$file"
wait_until "the mistake is seen" shows "status" "The file has"
shows heading "D2," || fail "the scene on show has gone"
settle author-older
push tab "What if"
settle author-what-if
push tab "Coverage"
settle author-coverage
push tab "Map"
settle author-map

sed -i 's/then: D99$/then: D3/' "$file"
mended() { ! shows "status" "The file has"; }
wait_until "the mistake is gone" mended

finish
