#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Replays NAME.keys and compares what it shows with NAME.screen, to the last line:
#     sh run.sh NAME.keys
# A comment `#! options: --taille 60x20` in the keys gives options of `greffe rejouer`.
# With ACCEPT=1 the screens shown become the ones expected; read the difference before you commit.
set -eu

keys=$1
expected=${keys%.keys}.screen
actual=$(mktemp)
trap 'rm -f "$actual"' EXIT

options=$(sed -n 's/^#! options: //p' "$keys")
# Word splitting is meant: the options stand as on a command line.
# shellcheck disable=SC2086
"$GREFFE" rejouer "$keys" $options >"$actual"

if [ "${ACCEPT:-}" = 1 ]; then
    cp "$actual" "$expected"
elif [ ! -f "$expected" ]; then
    echo "$expected is missing: made with ACCEPT=1, or leave $keys to a script" >&2
    exit 1
else
    diff -u "$expected" "$actual"
fi
