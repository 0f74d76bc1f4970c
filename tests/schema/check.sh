#!/usr/bin/env bash
# check.sh <schema_corpus> <build folder>: holds JSON Schema and readers to the same verdict, with ajv from npm as ./check
# has installed it. Ends with 77, which skips the test, where ajv is not here.
set -euo pipefail
writer=$1
installed=$2/../npm
place=$2/schema-corpus
if ! command -v node >/dev/null || [[ ! -d $installed/node_modules/ajv ]]; then
    echo "ajv is not here; ./check installs it from npm (tests/npm/package-lock.json)"
    exit 77
fi
rm -rf "$place"
mkdir -p "$place"
NTK_CORPUS=$place "$writer"
cp tests/npm/package.json "$place/"
ln -s "$(cd "$installed" && pwd)/node_modules" "$place/node_modules"
node tests/schema/check.mjs "$place"
