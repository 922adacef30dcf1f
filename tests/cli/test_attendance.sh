#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Attendance on the screen, at three sizes, and as other programs read it.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

cat >membres.csv <<'END'
civilite;nom;fonction;organisme;college;instance;role;voix;suppleant_de;debut
Mme;Médiatrice Habitat;maire adjointe;ville;Collectivités;COPIL;presidence;deliberative;;01/01/2024
M.;Gérant Logement;conseiller municipal;ville;Collectivités;COPIL;membre;deliberative;;01/01/2024
M.;Agent Accueil;vice-président;Conseil départemental;Collectivités;COPIL;membre;deliberative;;01/01/2024
Mme;Cheffe Inclusion;directrice;caf;Branche famille;COPIL;membre;deliberative;;01/01/2024
M.;Greffier Santé;directeur adjoint;caf;Branche famille;COPIL;membre;deliberative;Cheffe Inclusion;01/01/2024
Mme;Monitrice Famille;administratrice;caf;Branche famille;COPIL;membre;deliberative;;01/01/2024
M.;Directeur Budget;président;Familles rurales;Associations;COPIL;membre;deliberative;;01/01/2024
Mme;Directrice Cantine;trésorière;Familles rurales;Associations;COPIL;membre;deliberative;;01/01/2024
Mme;Référente Numérique;Directrice de la petite enfance;ville;Collectivités;COPIL;secretaire;consultative;;01/01/2024
M.;Ancien Membre;;ville;Collectivités;COPIL;membre;deliberative;;01/01/2027
END
run 0 creer membres.ctg
run 0 importer membres membres.csv -f membres.ctg
ask "UPDATE committee SET quorum = 'majorite' WHERE code = 'COPIL'" membres.ctg

play_at_three_sizes presences membres.ctg presences seances

run 0 presences -f 80x24.ctg
same 'lines of presences' 11 "$(wc -l <out)"
prints 'Gérante'
run 0 presences -f 80x24.ctg --seance derniere --format json
same 'rows of presences' 10 "$(json 'json_array_length(value)')"
same 'who arrived and left' '14:14' \
    "$(ask "SELECT arrivee FROM lecture_presences WHERE personne = 'Gérant Logement'" 80x24.ctg)"
run 0 presences -f 80x24.ctg --instance COTECH
says 'Aucune présence'
run 0 seances -f 80x24.ctg --format csv
prints 'Médiatrice Habitat'

# The attendance rate, as db/README.md asks for it (case 49).
sed -n '/^SELECT personne, count/,/;$/p' "$srcdir/db/README.md" >rate.sql
same 'a rate by the stock shell' 'Monitrice Famille|1|1|100' \
    "$(sqlite3 80x24.ctg <rate.sql | grep Monitrice)"

# A closed meeting keeps its list, whatever becomes of the members.
before=$(ask 'SELECT * FROM lecture_presences' 80x24.ctg)
sed 's/conseiller municipal/maire/' membres.csv >apres.csv
run 0 importer membres apres.csv -f 80x24.ctg
same 'a closed list' "$before" "$(ask 'SELECT * FROM lecture_presences' 80x24.ctg)"

finish
