#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# greffe annuler, retablir and sauvegarder.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

"$GREFFE" creer plan.ctg 2>/dev/null || exit 99

run 1 annuler -f plan.ctg
run 1 retablir -f plan.ctg

cat >meetings.keys <<'KEYS'
sn<cr>18/05/2026<cr>
n<cr>19/05/2026<cr>
KEYS
"$GREFFE" rejouer meetings.keys -f plan.ctg >/dev/null || exit 99
same 'meetings' 2 "$(ask 'SELECT count(*) FROM lecture_seances' plan.ctg)"

# meetings: what other programs see of them.
meetings() {
    ask 'SELECT group_concat(reference) FROM lecture_seances' plan.ctg
}
both=$(meetings)
run 0 annuler -f plan.ctg
[ -s out ] && fail 'annuler writes to stdout'
says 'Annulé : séance préparée : COPIL, mardi 19 mai 2026.'
same 'one undone' 'COPIL-2026-05-18' "$(meetings)"
run 0 annuler -f plan.ctg
same 'two undone' '' "$(meetings)"
run 0 retablir -f plan.ctg
says 'Rétabli : séance préparée : COPIL, lundi 18 mai 2026.'
run 0 rétablir -f plan.ctg
same 'both done again' "$both" "$(meetings)"
run 1 retablir -f plan.ctg
run 0 annuler --fichier plan.ctg
same 'history tells undo' 1 "$(ask 'SELECT count(*) FROM lecture_historique AS undone
    JOIN lecture_historique AS undo ON undo.rang = undone.annule_par
    WHERE undo.annule = undone.rang AND undone.rang = (SELECT max(annule) FROM lecture_historique)' plan.ctg)"

before=$(cksum <plan.ctg)
run 4 annuler -f plan.ctg --lecture-seule
same 'a file that is only read' "$before" "$(cksum <plan.ctg)"
run 2 annuler 3 -f plan.ctg

# Behind a closing one does not go.
make_sample closed.ctg
before=$(ask .dump closed.ctg | cksum)
run 1 annuler -f closed.ctg
same 'what was closed' "$before" "$(ask .dump closed.ctg | cksum)"

# A copy is the file, whole, and never takes the place of another.
run 0 sauvegarder copy.ctg -f closed.ctg
says 'copy.ctg'
same 'the copy' "$before" "$(ask .dump copy.ctg | cksum)"
same 'its mode' 600 "$(stat -c %a copy.ctg)"
run 0 decisions -f copy.ctg
before=$(cksum <copy.ctg)
run 1 sauvegarder copy.ctg -f closed.ctg
run 1 sauvegarder closed.ctg -f closed.ctg
same 'the copy that was there' "$before" "$(cksum <copy.ctg)"
run 4 sauvegarder absent/copy.ctg -f closed.ctg
run 2 sauvegarder -f closed.ctg
run 2 sauvegarder a.ctg b.ctg -f closed.ctg
(
    trap '' XFSZ
    ulimit -f 16
    exec "$GREFFE" sauvegarder full.ctg -f closed.ctg
) >out 2>err
same 'code of a copy without room' 4 $?
ls full.ctg* >/dev/null 2>&1 && fail 'half a copy was left behind'
run 0 sauvegarder read-only.ctg -f closed.ctg --lecture-seule

finish
