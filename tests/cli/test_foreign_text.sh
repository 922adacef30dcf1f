#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What another program has put into the file reaches no terminal as a command; and what Greffe puts
# there, another program reads.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

make_sample sample.ctg

for view in $(ask "SELECT name FROM sqlite_schema WHERE name LIKE 'lecture_%'" sample.ctg); do
    ask "SELECT * FROM $view" sample.ctg >view.txt 2>&1 || fail "the stock shell cannot read $view"
    ask "SELECT * FROM $view" sample.ctg | grep -qE '[0-9]{16}' && fail "$view shows a raw id"
done
same 'a decision, read by another program' 'COPIL-2024-001' \
    "$(ask 'SELECT numero FROM lecture_decisions LIMIT 1' sample.ctg)"

# What is closed is sealed against other programs too.
ask "UPDATE record SET text = 'autre'" sample.ctg 2>sealed.txt && fail 'a sealed record was changed'
grep -q 'close' sealed.txt || fail 'the seal does not say why'
ask 'DELETE FROM decision' sample.ctg 2>/dev/null && fail 'a sealed decision was deleted'

# Escape sequences, C1 controls, direction marks, broken UTF-8, line ends, a formula.
cp sample.ctg hostile.ctg
ask "UPDATE action SET title = '=1+1' || char(27) || '[2J' || char(155) || '31m' || char(8238) ||
        'envers' || char(10) || 'ligne' || char(13) || char(7) || CAST(x'ff41' AS TEXT);
    UPDATE committee SET label = char(27) || ']0;titre' || char(7);
    UPDATE convention SET title = char(27) || 'c' || char(8295) || 'fin';
    UPDATE axis SET label = char(27) || '[31m' || label;
    UPDATE field SET label = char(8294) || label" hostile.ctg || fail 'the file could not be spoiled'
run 0 actions -f hostile.ctg

# Bytes that a terminal obeys: C0 but line ends (and CR of CSV), DEL, C1, direction marks.
controls='[\x00-\x09\x0b-\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]'
harmless() {
    LC_ALL=C grep -qP "$controls" out && {
        fail "$*: stdout holds what a terminal obeys"
        LC_ALL=C grep -P "$controls" out | head -n 3 | od -c | head -n 20
    }
    LC_ALL=C grep -qP "$controls" err && fail "$*: stderr holds what a terminal obeys"
    iconv -f UTF-8 -t UTF-8 out >/dev/null 2>&1 || fail "$*: stdout is not UTF-8"
}
for call in '' tableau instances actions 'tableau --format json' 'tableau --format csv' \
    'actions --format json' 'actions --format csv' 'instances --tableur' 'actions --tableur' \
    historique seances points decisions taches; do
    # shellcheck disable=SC2086
    run 0 $call -f hostile.ctg
    harmless "greffe $call"
    case $call in
    *json) same "greffe $call is JSON" 1 "$(json 'json_valid(value)')" ;;
    '' | tableau | instances | *--*) ;;
    *) LC_ALL=C grep -q "$(printf '\r')" out && fail "greffe $call: a carriage return in a text" ;;
    esac
done
run 0 actions -f hostile.ctg --tableur
prints "'=1+1"
run 0 actions -f hostile.ctg --format json
same 'JSON loses no character that is one' 1 "$(json "instr(json_extract(value, '\$[0].intitule'), char(27)) > 0")"

# Nor does what was typed on the call.
run 1 decisions -f sample.ctg --seance "$(printf '\033[2J')"
harmless 'an unknown reference'
run 2 "$(printf 'zut\033]0;a\007')"
harmless 'an unknown verb'
run 3 -f "$(printf 'a\033[31m.ctg')"
harmless 'a file that is not there'

finish
