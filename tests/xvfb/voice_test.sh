#!/usr/bin/env bash
# Reading aloud with the real speech dispatcher, whose dummy voice makes no sound: its log says what it was given.
# shellcheck source=tests/xvfb/screen.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/screen.sh"
# shellcheck source=tests/xvfb/by_name.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/by_name.sh"
trap '[[ -z ${dispatcher_pid:-} ]] || kill "$dispatcher_pid" 2>/dev/null || true; stop_all' EXIT

start_screen
command -v speech-dispatcher >/dev/null || fail "speech-dispatcher is missing; ./check installs it"
mkdir -p "$workplace/speech/modules" "$workplace/run"
chmod 700 "$workplace/run"
export XDG_RUNTIME_DIR=$workplace/run SPEECHD_ADDRESS=unix_socket:$workplace/speech/socket
printf '%s\n' 'LogLevel 5' "LogDir \"$workplace/speech\"" 'AddModule "dummy" "sd_dummy" ""' 'DefaultModule dummy' \
    'DefaultLanguage "en"' 'AudioOutputMethod "libao"' 'Timeout 0' >"$workplace/speech/speechd.conf"
speech-dispatcher -s -C "$workplace/speech" -S "$workplace/speech/socket" -L "$workplace/speech" \
    -P "$workplace/speech/pid" >"$workplace/speech/output" 2>&1 &
dispatcher_pid=$!
disown # its end is no news
wait_until "the speech dispatcher starts" test -S "$workplace/speech/socket"
spoken() { grep -qF "$1" "$workplace/speech/speech-dispatcher.log"; }

start_described
wait_until "the cases are there" grep -qF 'button "Start this case: Three letters"' "$places.outline"
if grep -q libspeechd "/proc/$program_pid/maps"; then fail "the voice is loaded though nobody asked for it"; fi
press F7
wait_until "the title is read aloud" spoken "DATA:|Who needs to know what, when, and how do you tell them? heading"
press Tab
wait_until "what Tab comes to is read aloud" spoken "DATA:|Show: all "
press F8
wait_until "the page is read aloud" spoken "DATA:|Who Needs to Know. Text and colours, button. Who needs to know what"
spoken "Start this case: Three letters, button." || fail "the page was not read to its end"
press F9
wait_until "a key stops it" spoken "CANCEL"
if grep -qF 'status "Nothing can be read aloud' "$places.outline"; then fail "a problem is named that is none"; fi
finish
