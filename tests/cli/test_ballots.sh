#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Votes on the screen, at three sizes, and as other programs read them.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

cat >membres.csv <<'END'
civilite;nom;fonction;organisme;college;instance;role;voix
Mme;Médiatrice Habitat;maire adjointe;ville;Collectivités;COPIL;presidence;deliberative
M.;Gérant Logement;conseiller municipal;ville;Collectivités;COPIL;membre;deliberative
M.;Agent Accueil;vice-président;Conseil départemental;Collectivités;COPIL;membre;deliberative
Mme;Cheffe Inclusion;directrice;caf;Branche famille;COPIL;membre;deliberative
M.;Greffier Santé;administrateur;caf;Branche famille;COPIL;membre;deliberative
Mme;Monitrice Famille;administratrice;caf;Branche famille;COPIL;membre;deliberative
M.;Directeur Budget;président;Familles rurales;Associations;COPIL;membre;deliberative
Mme;Directrice Cantine;trésorière;Familles rurales;Associations;COPIL;membre;deliberative
M.;Pilote Prévention;bénévole;Familles rurales;Associations;COPIL;membre;deliberative
END
run 0 creer membres.ctg
run 0 importer membres membres.csv -f membres.ctg
ask "UPDATE committee SET quorum = '6', majority = 'simple' WHERE code = 'COPIL'" membres.ctg

play_at_three_sizes voix-marquees membres.ctg decisions
play_at_three_sizes scrutins membres.ctg votes decisions

run 0 votes -f 80x24.ctg
prints 'Par consensus'
run 0 votes -f 80x24.ctg --seance derniere --format json
same 'rows of votes' 5 "$(json 'json_array_length(value)')"
same 'a vote that lost the quorum' "5 présents sur 9, quorum de 6 non atteint" \
    "$(ask "SELECT quorum FROM lecture_votes WHERE point = '4'" 80x24.ctg)"
same 'decisions that follow their votes' 'adoptee|vote
adoptee|vote' "$(ask "SELECT etat, mode FROM lecture_decisions WHERE mode = 'vote'" 80x24.ctg)"
run 0 votes -f 80x24.ctg --instance COTECH
says 'Aucun vote'

# Case 59: no name of a voter stands beside a vote, in any table.
same 'names beside votes' 0 "$(ask 'SELECT count(*) FROM ballot_voice' 80x24.ctg)"
same 'names in the journal' 0 "$(ask "SELECT count(*) FROM journal
    WHERE instr(changeset, CAST('ballot_voice' AS BLOB)) > 0" 80x24.ctg)"
finish
