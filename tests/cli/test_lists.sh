#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The verbs that list: every form of every list holds what its view shows, no more and no less.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

make_sample sample.ctg
"$GREFFE" creer empty.ctg 2>/dev/null || exit 99

# as_view VERB VIEW FILE: JSON and CSV, read back by another program, are the view.
as_view() {
    run 0 "$1" -f "$3" --format json
    same "$1 of $3 is JSON" 1 "$(json 'json_valid(value)')"
    expected=$(sqlite3 -batch -json "$3" "SELECT * FROM $2")
    [ -n "$expected" ] || expected='[]'
    printf '%s\n' "$expected" >expected.json
    same "$1 of $3 as JSON" \
        "$(ask "SELECT json(CAST(readfile('expected.json') AS TEXT))")" "$(json 'json(value)')"

    run 0 "$1" -f "$3" --format csv
    same "$1 of $3: the header" \
        "$(ask "SELECT group_concat(name) FROM pragma_table_info('$2')" "$3")" \
        "$(head -n 1 out | tr -d '\r')"
    same "$1 of $3: lines that do not end in CRLF" 0 "$(grep -cv "$(printf '\r')\$" out)"
    sqlite3 -batch "$3" "SELECT * FROM $2" >expected.txt
    sqlite3 -batch :memory: '.import --csv out list' 'SELECT * FROM list' >actual.txt
    cmp -s expected.txt actual.txt || fail "$1 of $3 as CSV is not the view"

    run 0 "$1" -f "$3" --tableur
    same "$1 of $3: the mark of a spreadsheet" 'efbbbf' "$(head -c 3 out | od -An -tx1 | tr -d ' ')"
    same "$1 of $3: the header of a spreadsheet" \
        "$(ask "SELECT group_concat(name, ';') FROM pragma_table_info('$2')" "$3")" \
        "$(head -n 1 out | tail -c +4 | tr -d '\r')"
    run 0 "$1" -f "$3" --tableur --format csv
    run 2 "$1" -f "$3" --tableur --format json
    run 2 "$1" -f "$3" --format odt
    says 'texte|json|csv'
}

# as_text VERB VIEW FILE: a header and a line a row, or nothing and a sentence.
as_text() {
    run 0 "$1" -f "$3"
    rows=$(ask "SELECT count(*) FROM $2" "$3")
    if [ "$rows" -eq 0 ]; then
        same "$1 of $3: lines of an empty list" 0 "$(wc -l <out)"
        says 'Aucun'
    else
        same "$1 of $3: lines" $((rows + 1)) "$(wc -l <out)"
        [ -s err ] && fail "$1 of $3 says something about nothing"
    fi
}

for file in sample.ctg empty.ctg; do
    for pair in instances:instances seances:seances points:points presences:presences \
        decisions:decisions \
        taches:taches actions:actions historique:historique; do
        as_view "${pair%:*}" "lecture_${pair#*:}" "$file"
        as_text "${pair%:*}" "lecture_${pair#*:}" "$file"
    done
    run 0 "décisions" -f "$file"
done

# On a terminal a list keeps within its lines.
if script --version >/dev/null 2>&1; then
    for verb in instances seances points decisions taches actions historique; do
        # script(1) runs what is in SHELL.
        SHELL=/bin/sh script -qec "stty cols 60; '$GREFFE' $verb -f sample.ctg" typescript \
            </dev/null | tr -d '\r' >terminal.txt
        same "$verb on a terminal: lines" "$("$GREFFE" "$verb" -f sample.ctg | wc -l)" \
            "$(wc -l <terminal.txt)"
        same "$verb on a terminal: lines wider than it" 0 "$(grep -cE '.{61}' terminal.txt)"
    done
fi

# The board: fields, with their axes, with their objectives and actions.
run 0 tableau -f sample.ctg
prints 'Petite enfance'
prints ' 25 '
run 0 tableau -f sample.ctg --format json
same 'the board is JSON' 1 "$(json 'json_valid(value)')"
same 'fields' 8 "$(json 'json_array_length(value)')"
same 'axes' 25 "$(ask "SELECT count(*) FROM json_each(CAST(readfile('out') AS TEXT)) AS field,
    json_each(field.value, '\$.liste_axes')")"
same 'actions' "$(ask 'SELECT group_concat(code) FROM lecture_actions' sample.ctg)" \
    "$(ask "SELECT group_concat(json_extract(action.value, '\$.code'))
    FROM json_each(CAST(readfile('out') AS TEXT)) AS field,
    json_each(field.value, '\$.liste_axes') AS axis, json_each(axis.value, '\$.liste_actions') AS action")"
same 'columns of a field' \
    "$(ask "SELECT group_concat(name) FROM pragma_table_info('lecture_champs')" sample.ctg),liste_axes" \
    "$(ask "SELECT group_concat(key) FROM json_each(CAST(readfile('out') AS TEXT), '\$[0]')")"
same 'columns of an axis' \
    "$(ask "SELECT group_concat(name) FROM pragma_table_info('lecture_axes')" sample.ctg),liste_objectifs,liste_actions" \
    "$(ask "SELECT group_concat(key) FROM json_each(CAST(readfile('out') AS TEXT), '\$[0].liste_axes[0]')")"
run 0 tableau -f sample.ctg --axe 6 --format json
same 'the board of one axis' 'petite-enfance:6' \
    "$(json "json_extract(value, '\$[0].code') || ':' || json_extract(value, '\$[0].liste_axes[0].numero')")"
run 0 tableau -f sample.ctg --champ JEUNESSE
prints 'Jeunesse'
grep -q 'Petite enfance' out && fail 'the board of one field holds another'
run 0 tableau -f sample.ctg --format csv --champ jeunesse
same 'the axes of one field' 'numero,11,12,13,14' "$(cut -d, -f1 out | paste -sd,)"

# keeps COUNT VERB FILTER...: so many rows of the sample are left.
keeps() {
    count=$1
    shift
    run 0 "$@" -f sample.ctg --format json
    same "rows of $*" "$count" "$(json 'json_array_length(value)')"
}
keeps 1 seances --instance copil
keeps 0 seances --instance COTECH
keeps 1 seances --seance COPIL-2024-01-18
keeps 1 seances --seance copil-2024-01-18
keeps 1 seances --seance derniere
keeps 1 seances --seance Dernière
keeps 1 seances --etat close
keeps 0 seances --etat ouverte
keeps 1 seances --annee 2024
keeps 0 seances --annee 2023
keeps 1 seances --depuis 2024-01-18
keeps 1 seances --depuis 18/01/2024
keeps 1 seances --depuis 2024
keeps 1 seances --depuis COPIL-2024-01-18
keeps 0 seances --depuis 2024-01-19
keeps 0 seances --depuis 'février 2024'
keeps 3 points
keeps 3 points --instance COPIL
keeps 0 points --instance COTECH
keeps 3 points --seance derniere
keeps 3 points --annee 2024
keeps 0 points --annee 2025
keeps 3 points --depuis 2024-01-01
keeps 0 points --depuis 2024-02
keeps 2 decisions
keeps 2 decisions --instance COPIL --annee 2024 --seance derniere --depuis 2024-01-18
keeps 0 decisions --instance COTECH
keeps 1 decisions --decision copil-2024-001
keeps 1 decisions --axe 6
keeps 2 decisions --axe 4
keeps 1 decisions --champ petite-enfance
keeps 2 decisions --champ transversal
keeps 1 decisions --axe 4 --champ petite-enfance
keeps 0 decisions --action 6.1
keeps 2 decisions --etat adoptee
keeps 0 decisions --etat provisoire
keeps 1 taches
keeps 1 taches --etat 'À faire'
keeps 0 taches --etat faite
keeps 1 taches --annee 2024
keeps 1 taches --depuis derniere
keeps 1 taches --axe 25
keeps 1 instances --instance copil
keeps 6 actions
keeps 1 actions --axe 6
keeps 1 actions --champ petite-enfance
keeps 1 actions --action 6.1
keeps "$(ask 'SELECT count(*) FROM lecture_historique WHERE date >= "2024-01-18"' sample.ctg)" \
    historique --depuis 2024-01-18
keeps 0 historique --annee 1999
keeps "$(ask 'SELECT count(*) FROM lecture_historique WHERE seance = "COPIL-2024-01-18"' sample.ctg)" \
    historique --seance derniere

# What a file does not hold, and what nothing can be.
run 1 decisions -f sample.ctg --instance COPIE
says 'greffe instances'
run 1 decisions -f sample.ctg --champ jeunes
run 1 decisions -f sample.ctg --axe 26
run 1 decisions -f sample.ctg --axe 6a
run 1 decisions -f sample.ctg --action 6.9
run 1 decisions -f sample.ctg --decision COPIL-2024-999
run 1 decisions -f sample.ctg --seance COPIL-2024-01-19
run 1 decisions -f sample.ctg --seance ouverte
run 1 decisions -f sample.ctg --seance prochaine
run 1 decisions -f sample.ctg --depuis jadis
run 1 tableau -f sample.ctg --axe 99
run 1 tableau -f sample.ctg --champ zut --format csv
run 2 decisions -f sample.ctg --etat fini
says 'adoptee'
run 2 decisions -f sample.ctg --annee 24
run 2 decisions -f sample.ctg --champ
run 2 instances -f sample.ctg --axe 6
run 0 decisions -f sample.ctg --etat rejetee
same 'a list that no row is left of' 'Aucune décision ne répond à ce qui est demandé.' "$(cat err)"

# Listing changes nothing, and needs no right to write.
before=$(cksum <sample.ctg)
run 0 decisions -f sample.ctg --lecture-seule
run 0 historique -f sample.ctg
same 'the file after its lists' "$before" "$(cksum <sample.ctg)"

finish
