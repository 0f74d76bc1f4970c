#!/usr/bin/env bash
# The program itself asks for nothing with which a network connection could be opened. (What SDL and the screen need is
# theirs; that the commands which handle results run without a network is tested in tests/game/tool/assess_test.cpp.)
set -euo pipefail
asked=$(nm -D --undefined-only "$NTK_PROGRAM" | awk '{print $2}' | sed 's/@.*//')
grep -qx 'sqlite3_step\|sqlite3_open_v2\|write' <<<"$asked" || { echo "nm lists nothing that the program does need"; exit 1; }
if grep -xE 'socket|socketpair|connect|bind|listen|accept4?|send(to|msg|mmsg)?|recv(from|msg|mmsg)?|getaddrinfo|gethostby.*|res_.*|curl_.*|SSL_.*' <<<"$asked"; then
    echo "the program asks for the functions above"
    exit 1
fi
