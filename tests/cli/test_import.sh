#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# greffe importer membres: a dry run, the import, the same again, what is refused (cases 84, 101).
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

"$GREFFE" creer membres.ctg 2>/dev/null || exit 99

# content: all that the file holds, the journal's rows too.
content() {
    sqlite3 membres.ctg .dump | cksum
}

cat >membres.csv <<'CSV'
Instance;Civilité;Nom;Fonction;Organisme;Collège;Élu;Rôle;Voix;Suppléant de;Début;Fin
COPIL;Mme;Animatrice Logement;Adjointe au maire;ville;Ville;oui;présidence;;;01/01/2024;
COPIL;M.;Gérant Scolaire;Directeur;caf;Caf;non;coprésidence;;;01/01/2024;
COPIL;;Greffier Quartiers;"Chargé de mission; CTG";caf;;;;;Gérant Scolaire;;
COTECH;;Animatrice Logement;;;;;;consultative;;;
CSV

before=$(content)
run 0 importer membres membres.csv --essai -f membres.ctg
prints 'ligne 2 : organisme ville : collège Ville ; personne ajoutée : Mme Animatrice Logement'
prints 'ligne 4 : personne ajoutée : Greffier Quartiers, Chargé de mission; CTG ; mandat ajouté pour Greffier Quartiers'
same 'one line a row' 4 "$(wc -l <out | tr -d ' ')"
says "Essai, rien n'est écrit : 2 organismes modifiés, 3 personnes ajoutées, 4 mandats ajoutés."
same 'a dry run writes nothing' "$before" "$(content)"
cp out tried

run 0 importer membres membres.csv -f membres.ctg
cmp -s out tried || fail 'the import says something else than its dry run'
says "C'est fait : 2 organismes modifiés, 3 personnes ajoutées, 4 mandats ajoutés ;"
same 'one gesture' 1 "$(ask 'SELECT count(*) FROM lecture_historique' membres.ctg)"
same 'members of the copil' 2 \
    "$(ask "SELECT membres FROM lecture_instances WHERE code = 'COPIL'" membres.ctg)"
run 0 instances -f membres.ctg --instance copil --format json
same 'the verb shows it' 2 "$(json "json_extract(value, '\$[0].membres')")"

# Again, as the spreadsheet of another town writes it.
after=$(content)
run 0 importer membres membres.csv -f membres.ctg
says 'Rien à changer'
iconv -f UTF-8 -t WINDOWS-1252 membres.csv | sed 's/$/\r/' >ansi.csv
run 0 importer membres ansi.csv -f membres.ctg
says 'Rien à changer'
{ printf '\357\273\277'; sed 's/;/\t/g; s/mission\t/mission;/' membres.csv; } >tabs.csv
run 0 importer membres tabs.csv -f membres.ctg
says 'Rien à changer'
same 'importing again adds nothing' "$after" "$(content)"

# refuse CODE WORDS: bad.csv is refused, and nothing is written.
refuse() {
    run "$1" importer membres bad.csv -f membres.ctg
    says "$2"
    same "$2" "$after" "$(content)"
}
: >bad.csv
refuse 3 'bad.csv est vide'
printf 'nom;telephone\nX;06\n' >bad.csv
refuse 3 'bad.csv, ligne 1 : la colonne «telephone» est inconnue'
printf 'nom;instance\nNouveau;COPIL\nAutre;"COPIL\n' >bad.csv
refuse 3 "bad.csv, ligne 3 : un guillemet n'est pas refermé"
printf 'nom;instance\nNouveau;COPIL\nAutre;COPAL\n' >bad.csv
refuse 1 "bad.csv, ligne 3 : il n'y a pas d'instance «COPAL»"
printf 'nom;instance\nNouveau;COPIL\nNouveau;COPIL\n' >bad.csv
refuse 1 'bad.csv, ligne 3 : Nouveau est déjà à la ligne 2'

run 3 importer membres absent.csv -f membres.ctg
says "absent.csv n'existe pas"
run 2 importer voisins membres.csv -f membres.ctg
says 'greffe importer membres FICHIER.csv'
run 2 importer membres -f membres.ctg
run 4 importer membres membres.csv -f membres.ctg --lecture-seule
run 0 importer membres membres.csv -f membres.ctg --lecture-seule --essai

run 0 annuler -f membres.ctg
same 'undone' 0 "$(ask 'SELECT count(*) FROM mandate' membres.ctg)"
run 0 retablir -f membres.ctg
same 'done again' 4 "$(ask 'SELECT count(*) FROM mandate' membres.ctg)"

# The help names the columns that are read.
run 0 importer membres --help
for column in instance civilite nom fonction organisme college elu role voix suppleant_de debut fin; do
    prints "$column"
done

finish
