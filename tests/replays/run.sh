#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Replays NAME.keys and compares what it shows with NAME.screen, to the last line:
#     sh run.sh NAME.keys
# Comments in the keys say how:
#     #! options: --taille 60x20     options of `greffe rejouer`
#     #! after: ONE.keys OTHER.keys  these are replayed first, on the same file, each a start of its
#                                    own; what they show is not compared
# With ACCEPT=1 the screens shown become the ones expected; read the difference before you commit.
set -eu

keys=$1
folder=$(dirname "$keys")
expected=${keys%.keys}.screen
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
actual=$scratch/actual
XDG_STATE_HOME=$scratch/state
XDG_DATA_HOME=$scratch/data
export XDG_STATE_HOME XDG_DATA_HOME

options=$(sed -n 's/^#! options: //p' "$keys")
before=$(sed -n 's/^#! after: //p' "$keys")
file=
[ -z "$before" ] || file="--fichier $scratch/essai.ctg"
for name in $before; do
    # Word splitting is meant, here and below: the options stand as on a command line.
    # shellcheck disable=SC2086
    "$GREFFE" $file rejouer "$folder/$name" >/dev/null
done
# shellcheck disable=SC2086
"$GREFFE" $file rejouer "$keys" $options >"$actual"

if [ "${ACCEPT:-}" = 1 ]; then
    cp "$actual" "$expected"
elif [ ! -f "$expected" ]; then
    echo "$expected is missing: made with ACCEPT=1, or leave $keys to a script" >&2
    exit 1
else
    diff -u "$expected" "$actual"
fi
