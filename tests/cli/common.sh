#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts here share: a folder that is thrown away, where they then are, with a home in it,
# and checks that say which of them failed. To be read with `.`; `finish` ends the script.
set -u

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM

srcdir=$(CDPATH='' cd -- "${srcdir:-.}" && pwd)
HOME=$work/home
LC_ALL=C.UTF-8
export HOME LC_ALL
cd "$work" && mkdir "$HOME" || exit 99
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME GREFFE_FICHIER

# In a file: a check may stand at the end of a pipe, where a variable would be lost.
fail() {
    echo "FAILED: $*" | tee -a "$work/failures"
}

# show: what the last call said, for whoever reads why a check failed.
show() {
    sed 's/^/    out: /' "$work/out" | head -n 20
    sed 's/^/    err: /' "$work/err" | head -n 20
}

# run CODE ARGUMENT...: greffe ends with that code; what it wrote stands in $work/out and err. It
# dies of no signal, and a call that failed writes one sentence and nothing to stdout.
run() {
    expected=$1
    shift
    "$GREFFE" "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    if [ "$code" -ne "$expected" ]; then
        fail "greffe $*: code $code instead of $expected"
        show
    elif [ "$code" -ne 0 ]; then
        [ ! -s "$work/out" ] || fail "greffe $*: refused, yet stdout is not empty"
        tail -n 1 "$work/err" | grep -q '^greffe : ..*' || {
            fail "greffe $*: the refusal says nothing"
            show
        }
    fi
}

# says TEXT: the last call had it on stderr.
says() {
    grep -qF -e "$1" "$work/err" || {
        fail "stderr does not hold «$1»"
        show
    }
}

# prints TEXT: the last call had it on stdout.
prints() {
    grep -qF -e "$1" "$work/out" || {
        fail "stdout does not hold «$1»"
        show
    }
}

# same WHAT EXPECTED ACTUAL
same() {
    [ "$2" = "$3" ] || fail "$1: «$3» instead of «$2»"
}

# ask SQL [FILE]: what the stock shell answers, by itself or about a file.
ask() {
    sqlite3 -batch -bail "${2:-:memory:}" "$1"
}

# json EXPRESSION: of `value`, the JSON that the last call printed.
json() {
    ask "SELECT $1 FROM (SELECT CAST(readfile('$work/out') AS TEXT) AS value)"
}

# make_sample FILE: a copil of January 2024 that is closed, and a cotech that is prepared.
make_sample() {
    "$GREFFE" rejouer "$srcdir/tests/replays/copil-2024-01.keys" -f "$1" >/dev/null || {
        echo 'the sample could not be made'
        exit 99
    }
}

# play_at_three_sizes KEYS FILE VIEW...: the keys of tests/replays, each time on a copy of the file
# that is left as SIZE.ctg, show the screens of KEYS-SIZE.screen (ACCEPT=1 makes them), and say the
# same in the views at any size.
play_at_three_sizes() {
    replay=$srcdir/tests/replays/$1
    file=$2
    shift 2
    for size in 80x24 60x20 200x50; do
        cp "$file" "$size.ctg"
        run 0 rejouer "$replay.keys" -f "$size.ctg" --taille "$size"
        if [ "${ACCEPT:-}" = 1 ]; then
            cp out "$replay-$size.screen"
        else
            diff -u "$replay-$size.screen" out >difference ||
                fail "the screens at $size: $(cat difference)"
        fi
        for view in "$@"; do
            same "lecture_$view at $size" "$(ask "SELECT * FROM lecture_$view" 80x24.ctg)" \
                "$(ask "SELECT * FROM lecture_$view" "$size.ctg")"
        done
    done
}

finish() {
    [ ! -e "$work/failures" ]
    exit
}
