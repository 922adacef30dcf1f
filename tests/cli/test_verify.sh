#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `greffe verifier`, and the same seals computed by hand as db/README.md says, with sqlite3 and
# sha256sum.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

keys=${srcdir:-.}/tests/replays/copil-2024-01.keys
file=copil.ctg
reference=COPIL-2024-01-18

# sql STATEMENTS: done to the file with its guards put aside, and put back, as somebody would who
# knows the schema.
sql() {
    sqlite3 "$file" "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'" >triggers.sql
    sqlite3 "$file" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema
        WHERE type = 'trigger' ORDER BY name" >drops.sql
    sqlite3 "$file" ".read drops.sql" "$1" ".read triggers.sql" || fail "cannot do $1"
}

# The block of shell in the document, whose fences are no commands.
# shellcheck disable=SC2016
sed -n '/^```sh$/,/^```$/p' "$srcdir/db/README.md" | sed '1d;$d' >check-seal.sh
[ -s check-seal.sh ] || fail "db/README.md has no commands"

run 0 creer empty.ctg
run 0 -f empty.ctg verifier
says "Aucune séance n'est close"
run 0 -f "$file" rejouer "$keys"
run 0 -f "$file" verifier
prints "$reference  conforme  "
run 0 -f "$file" verifier --lecture-seule
prints "$reference  conforme  "

# By hand.
seal=$(sqlite3 "$file" "SELECT empreinte FROM lecture_seances WHERE reference = '$reference'")
sh ./check-seal.sh "$file" "$reference" >by-hand
[ "$(cut -d ' ' -f 1 by-hand)" = "$seal" ] || fail "the commands of db/README.md give another seal"

# A file that may only be read is checked as well.
chmod a-w "$file"
run 0 -f "$file" verifier
prints "$reference  conforme  "
chmod u+w "$file"

# The shell is stopped by the triggers; whoever takes them away is found out.
cp "$file" whole.ctg
sqlite3 "$file" "UPDATE record SET text = 'Autre' WHERE kind = 'decision'" 2>/dev/null &&
    fail "a sealed row was changed"
sql "UPDATE record SET text = replace(text, '25 axes', '24 axes') WHERE kind = 'decision'"
"$GREFFE" -f "$file" verifier >out 2>err
[ $? -eq 1 ] || fail "verifier does not end with 1"
grep -q "^$reference  NE CORRESPOND PAS  " out || fail "verifier does not name the meeting"
grep -q '^    modifié : la décision COPIL-2024-001$' out || fail "verifier does not name the decision"
grep -q "^greffe : L'empreinte de $reference ne correspond pas" err || fail "verifier says nothing"
sh ./check-seal.sh "$file" "$reference" >by-hand
grep -q '^record [0-9]* differs' by-hand || fail "the commands of db/README.md see nothing"

# What was sent, approved or rectified is in no seal: the journal tells.
cp whole.ctg "$file"
cat >after.keys <<'END'
s<f9>e<cr>
c<c-u>Mme Voirie était présente (oubli)<cr>
END
run 0 -f "$file" rejouer after.keys --horloge 2024-01-20T09:00
run 0 -f "$file" verifier
prints "Envois, approbations et rectifications  conformes à l'historique"
sqlite3 "$file" "UPDATE rectification SET text = 'Mme Voirie était absente'"
"$GREFFE" -f "$file" verifier >out 2>err
[ $? -eq 1 ] || fail "verifier does not end with 1"
prints "    modifié : la rectification $reference-BIS"
prints "$reference  conforme  "
grep -q '^greffe : .*a changé hors de Greffe' err || fail "verifier says nothing"

# Without the triggers it is no file of Greffe's any more.
sqlite3 "$file" "DROP TRIGGER record_sealed_update"
run 3 -f "$file" verifier
says record_sealed_update

finish
