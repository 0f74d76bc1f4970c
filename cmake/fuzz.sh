#!/usr/bin/env bash
# fuzz.sh <target> <build folder>: feeds one reader with mutated files for a few seconds (a minute with NTK_DEEP=1),
# starting from the project's own files. What it learns is kept in the build folder, so that every run goes further.
set -euo pipefail
target=$1
name=$(basename "$target")
learnt=$2/corpus/$name
failures=$2/failures/$name
mkdir -p "$learnt" "$failures"
# Stores are made by the hundred: in memory, where nothing waits for a disk.
[[ ! -w /dev/shm ]] || export TMPDIR=/dev/shm

seconds=3
[[ ${NTK_DEEP:-0} == 0 ]] || seconds=60

seeds=()
for folder in "tests/fuzz/${name%_fuzz}" tests/bad scenarios assets/rulepacks; do
    [[ -d $folder ]] && seeds+=("$folder")
done

if ! "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -verbosity=0 \
    -print_final_stats=1 -artifact_prefix="$failures/" "$learnt" "${seeds[@]}"; then
    echo "The input that failed was kept in $failures; run it again with: $target <file>" >&2
    exit 1
fi
