#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The copil of January 2024 is held by replay; then its decisions are read by the stock sqlite3
# shell, from the command line and on the screens: the adoption is reached from each of the 25 axes,
# and they from it.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

shell() {
    sqlite3 -batch -noheader copil.ctg "$1"
}

run 0 -f copil.ctg rejouer "$srcdir/tests/replays/copil-2024-01.keys"
prints 'COPIL du 18/01/2024 · close'

all_axes=$(seq -s ' ; ' 1 25)
same 'numbers' 'COPIL-2024-001 COPIL-2024-002' \
    "$(shell "SELECT group_concat(numero, ' ') FROM lecture_decisions ORDER BY numero")"
same 'the axes of the adoption' "$all_axes" \
    "$(shell "SELECT axes FROM lecture_decisions WHERE numero = 'COPIL-2024-001'")"
same 'the axes of the seminar' '1 ; 4' \
    "$(shell "SELECT axes FROM lecture_decisions WHERE numero = 'COPIL-2024-002'")"
same 'the adoption as a row' \
    'COPIL-2024-01-18|COPIL|2024-01-18|2|adoptee' \
    "$(shell "SELECT seance, instance, date, point, etat FROM lecture_decisions
              WHERE numero = 'COPIL-2024-001'")"
same 'axes with a decision' 25 "$(shell 'SELECT count(*) FROM lecture_axes WHERE decisions > 0')"
same 'axes with two' '1 4' \
    "$(shell "SELECT group_concat(numero, ' ') FROM lecture_axes WHERE decisions = 2")"
same 'the last meeting of each axis' 1 \
    "$(shell "SELECT min(derniere_seance = '2024-01-18') FROM lecture_axes")"
same 'the task' 'Ville de Perpignan ; Caf des Pyrénées-Orientales|2024-03-31|a-faire' \
    "$(shell 'SELECT responsables, echeance, etat FROM lecture_taches')"

# From each axis, on the command line and on the screens.
: >axes.keys
axis=1
while [ "$axis" -le 25 ]; do
    run 0 decisions -f copil.ctg --axe "$axis" --format json
    prints '"COPIL-2024-001"'
    case $axis in
    1 | 4) prints '"COPIL-2024-002"' ;;
    *) grep -q 'COPIL-2024-002' out && fail "axis $axis has a decision that is not its own" ;;
    esac
    printf 'd\n@ecran\n<bs><down>\n' >>axes.keys
    axis=$((axis + 1))
done
run 0 -f copil.ctg rejouer axes.keys
same 'registers of one axis that show the adoption' 25 \
    "$(grep -c '^.COPIL-2024-001 .*Le Maire de Perpignan' out)"
axis=1
while [ "$axis" -le 25 ]; do
    prints "Décisions › axe $axis"
    axis=$((axis + 1))
done

# From the decision to its axes.
printf 'D<end><cr>\n@ecran\n' >decision.keys
run 0 -f copil.ctg rejouer decision.keys --taille 200x50
same 'axes on the sheet of the adoption' 25 "$(grep -c '^ axe [0-9]* · ' out)"

# What is sealed refuses change by any program.
sqlite3 -batch copil.ctg "UPDATE record SET text = 'autre' WHERE kind = 'decision'" 2>refusal &&
    fail 'the sqlite3 shell changed a sealed decision'
grep -q . refusal || fail 'the refusal says nothing'

finish
