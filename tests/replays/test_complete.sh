#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A complete cotech, then a complete copil: the list of their members is imported, the keys are
# played and the screens compared, what was held is read back by the stock sqlite3 shell, the seals
# are recomputed, and no event took more than one key or one line. With ACCEPT=1 the screens shown
# become the ones expected.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

replays=$srcdir/tests/replays

shell() {
    ask "$1" complete.ctg
}

# The import has ids of its moment, which the seal holds: its figures differ from run to run.
without_seal() {
    sed -E 's/([0-9a-f]{8} ){7}[0-9a-f]{8}/(empreinte)/'
}

# play NAME: on the file, its screens compared.
play() {
    run 0 -f complete.ctg rejouer "$replays/$1.keys"
    without_seal <out >shown
    if [ "${ACCEPT:-}" = 1 ]; then
        cp shown "$replays/$1.screen"
    else
        diff -u "$replays/$1.screen" shown >difference ||
            fail "the screens of $1: $(cat difference)"
    fi
}

count_events() {
    awk -f "$replays/count_events.awk" "$1"
}

# One key or one line an event.
same 'the cotech is typed as it goes' '42 événements, 5 touches' \
    "$(count_events "$replays/cotech-complete.keys")"
same 'the copil is typed as it goes' '57 événements, 14 touches' \
    "$(count_events "$replays/copil-complete.keys")"
cat >slow.keys <<'END'
#! séance: début
#! événement: une touche
p
#! événement: deux touches
pp
#! événement: une ligne
>Chiffrer @caf<cr>
#! événement: deux lignes
rJean<cr>Pilote<cr>
#! touche: deux
<down><down>
#! séance: fin
END
same 'what takes more is found' '3' "$(count_events slow.keys | grep -c 'takes more')"

run 0 creer complete.ctg
run 0 importer membres "$replays/complete-members.csv" -f complete.ctg
same 'members' 'COPIL 10,COTECH 10' "$(shell "SELECT group_concat(instance, ',') FROM (SELECT code
    || ' ' || membres AS instance FROM lecture_instances WHERE membres > 0 ORDER BY code)")"

play cotech-complete
play copil-complete

cotech=COTECH-2026-03-05
copil=COPIL-2026-03-26

# of MEETING COLUMNS VIEW [CONDITION]: one figure of a meeting.
of() {
    shell "SELECT $2 FROM $3 WHERE seance = '$1' ${4:+AND $4}"
}

same 'colleges' '3 3' "$(of $cotech 'count(DISTINCT college)' lecture_presences) $(
    of $copil 'count(DISTINCT college)' lecture_presences)"
same 'people' '10 11' "$(of $cotech 'count(*)' lecture_presences) $(
    of $copil 'count(*)' lecture_presences)"
same 'items' '6 7' "$(of $cotech 'count(*)' lecture_points) $(of $copil 'count(*)' lecture_points)"
same 'the presence of the cotech' 'absent 0,excuse 1,present 6,represente 2,visio 1' \
    "$(shell "SELECT group_concat(presence || ' ' || people, ',') FROM (SELECT presence,
        sum(seance = '$cotech') AS people FROM lecture_presences WHERE presence <> ''
        AND seance IN ('$cotech', '$copil') GROUP BY presence UNION
        SELECT 'absent', 0 ORDER BY presence)")"
same 'who came and left in the cotech' "Chargé de mission de l'Udaf 14:58 –
Conseillère technique de la Caf 14:10 –
Directeur du centre social – 14:53 Directeur de la jeunesse" \
    "$(of $cotech "personne || ' ' || coalesce(arrivee, '–') || ' ' || coalesce(depart, '–')
        || coalesce(' ' || pouvoir_a, '')" lecture_presences \
        "(arrivee IS NOT NULL OR depart IS NOT NULL) ORDER BY personne")"
same 'who came and left in the copil' "Président de la MSA – 15:11 Président de l'Udaf
Présidente des crèches associatives 14:46 –" \
    "$(of $copil "personne || ' ' || coalesce(arrivee, '–') || ' ' || coalesce(depart, '–')
        || coalesce(' ' || pouvoir_a, '')" lecture_presences \
        "(arrivee IS NOT NULL OR depart IS NOT NULL) ORDER BY personne")"
same 'deputies' "Bénévole de l'Udaf,Chargée de mission Enfance,Conseillère départementale du canton" \
    "$(shell "SELECT group_concat(represente_par) FROM (SELECT represente_par FROM
        lecture_presences WHERE represente_par IS NOT NULL ORDER BY represente_par)")"
same 'proxies' '2 2' "$(of $cotech 'count(pouvoir_a)' lecture_presences) $(
    of $copil 'count(pouvoir_a)' lecture_presences)"
same 'decisions' 'COTECH-2026-001 proposition,COTECH-2026-002 proposition,COTECH-2026-003 proposition,COTECH-2026-004 proposition,COTECH-2026-005 proposition
COPIL-2026-001 adoptee,COPIL-2026-002 a-deliberer,COPIL-2026-003 adoptee,COPIL-2026-004 adoptee,COPIL-2026-005 adoptee-avec-reserve' \
    "$(for meeting in $cotech $copil; do
        of "$meeting" "group_concat(numero || ' ' || etat)" \
            "(SELECT * FROM lecture_decisions ORDER BY numero)"
    done)"
same 'tasks' '6 6' "$(of $cotech 'count(DISTINCT reference)' lecture_taches) $(
    of $copil 'count(DISTINCT reference)' lecture_taches)"
# The withdrawals show: at point 3, 7 voters where 7 are present and one of them holds a proxy.
same 'votes of the cotech' '1 main-levee 6/1/1 8 7 adopte
2 main-levee // 8 7 adopte
3 main-levee 7/0/0 7 7 adopte' "$(of $cotech "point || ' ' || mode || ' ' || coalesce(pour, '')
    || '/' || coalesce(contre, '') || '/' || coalesce(abstentions, '') || ' ' || votants || ' ' ||
    presents || ' ' || resultat" lecture_votes '1 ORDER BY point')"
same 'votes of the copil' '1 main-levee 7/0/1 8 7 adopte
2 nominal 8/1/0 9 8 adopte
3 secret 6/1/1 8 8 adopte
4 main-levee // 9 7 adopte' "$(of $copil "point || ' ' || mode || ' ' || coalesce(pour, '')
    || '/' || coalesce(contre, '') || '/' || coalesce(abstentions, '') || ' ' || votants || ' ' ||
    presents || ' ' || resultat" lecture_votes '1 ORDER BY point')"
# Who was there at any item.
same 'the meetings' 'COTECH-2026-03-05 1 14:02 15:02 8 9
COPIL-2026-03-26 1 14:32 15:30 8 9' "$(shell "SELECT reference || ' ' || numero || ' ' || ouverte_a
    || ' ' || levee_a || ' ' || presents || ' ' || attendus FROM lecture_seances
    WHERE empreinte IS NOT NULL ORDER BY date")"
same 'what the cotech proposed' 5 \
    "$(of $copil 'count(*)' lecture_points "motif = 'proposé par le COTECH du 05/03/2026'")"
same 'what the council deliberates' 'à délibérer, décision COPIL-2026-002 du 26/03/2026' \
    "$(of CONSEIL-2026-04-23 motif lecture_points)"
same 'what was done of it' 'T-2026-007 2026-06-25' \
    "$(shell "SELECT reference || ' ' || faite_le FROM lecture_taches WHERE etat = 'faite'")"
same 'the next agendas' '5 0,8 1' "$(shell "SELECT group_concat(points, ',') FROM (SELECT count(*)
    || ' ' || sum(intitule LIKE 'Approbation%') AS points FROM lecture_points
    WHERE seance IN ('COTECH-2026-04-02', 'COPIL-2026-06-25') GROUP BY seance
    ORDER BY seance DESC)")"
same 'the copil approved its minutes' 2026-06-25 \
    "$(shell "SELECT approuvee_le FROM lecture_seances WHERE reference = '$copil'")"
# The views know no clock but the machine's.
same 'the delay approved those of the cotech' 1 \
    "$(shell "SELECT approuvee_le IS (CASE WHEN date('now', 'localtime') >= '2026-03-24'
        THEN '2026-03-24' END) FROM lecture_seances WHERE reference = '$cotech'")"

run 0 verifier -f complete.ctg
same 'seals that hold' 2 "$(grep -c ' conforme ' out)"
sqlite3 -batch complete.ctg "UPDATE record SET text = 'autre' WHERE kind = 'decision'" 2>refusal &&
    fail 'the sqlite3 shell changed a sealed decision'

finish
