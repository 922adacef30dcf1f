#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The screens of the README are those that readme.keys shows. With ACCEPT=1 they are put there.
set -eu

source=${srcdir:-.}
readme=$source/README.md
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
XDG_STATE_HOME=$scratch/state
XDG_DATA_HOME=$scratch/data
export XDG_STATE_HOME XDG_DATA_HOME

"$GREFFE" rejouer "$source/tests/replays/readme.keys" |
    awk '!inside { print "```"; inside = 1 }
        /^-- curseur / { print "```"; print ""; inside = 0; next }
        { print }' >"$scratch/shown"

if [ "${ACCEPT:-}" = 1 ]; then
    awk -v shown="$scratch/shown" '
        /^<!-- end of the screens -->/ { skipping = 0 }
        !skipping { print }
        /^<!-- screens: / { skipping = 1; while ((getline line < shown) > 0) print line }' \
        "$readme" >"$scratch/readme"
    cp "$scratch/readme" "$readme"
fi
sed -n '/^<!-- screens: /,/^<!-- end of the screens -->/p' "$readme" | sed '1d;$d' |
    diff -u - "$scratch/shown"
