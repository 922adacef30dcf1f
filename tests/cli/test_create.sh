#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# greffe creer: a file with a convention in it, or a refusal that leaves nothing behind.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

run 0 creer ville.ctg
says 'ville.ctg'
[ -s out ] && fail 'creer writes to stdout'
same 'mode' 600 "$(stat -c %a ville.ctg)"
same 'application' 1129596721 "$(ask 'PRAGMA application_id' ville.ctg)"
same 'axes' 25 "$(ask 'SELECT count(*) FROM lecture_axes' ville.ctg)"
same 'integrity' ok "$(ask 'PRAGMA integrity_check' ville.ctg)"
run 0 tableau -f ville.ctg
prints 'Petite enfance'

before=$(cksum <ville.ctg)
run 1 creer ville.ctg
says 'ville.ctg'
same 'a file that exists' "$before" "$(cksum <ville.ctg)"
run 1 creer "$(pwd)"
mkdir dossier
run 1 creer dossier
: >vide.ctg
run 1 creer vide.ctg
same 'an empty file' 0 "$(stat -c %s vide.ctg)"
ln -s nulle-part.ctg lien.ctg
run 1 creer lien.ctg
[ -e nulle-part.ctg ] && fail 'a link that leads nowhere was followed'

run 0 créer --fichier 'été à Perpignan.ctg' --convention perpignan
[ -f 'été à Perpignan.ctg' ] || fail 'a name with blanks and accents'
run 0 creer -- -tiret.ctg
[ -f ./-tiret.ctg ] || fail 'a name that begins with a dash'
run 0 creer 'file:uri.ctg?mode=memory'
[ -f 'file:uri.ctg?mode=memory' ] || fail 'a name that looks like a URI'

run 2 creer
says 'greffe creer FICHIER'
run 2 creer un.ctg deux.ctg
run 2 creer un.ctg -f deux.ctg
run 2 creer un.ctg --axe 6
[ -e un.ctg ] && fail 'a call that is wrong made a file'

run 4 creer absent/ville.ctg
[ -e absent ] && fail 'a folder was made'
run 4 creer /dev/null/ville.ctg

cat >autre.ini <<'INI'
[convention]
titre = "CTG de Ville 2025-2029"
objet = "Essai"
premiere-annee = 2025
derniere-annee = 2029

[champ-enfance]
libelle = "Enfance"
axe-1 = "Accueillir les enfants"
axe-2 = "Informer les familles"

[action-1.1]
titre = "Ouvrir un accueil"
axe = 1

[instance-copil]
libelle = "Comité de pilotage"
genre = copil
pouvoir = decide
INI
run 0 creer autre.ctg --convention autre.ini
says 'CTG de Ville 2025-2029'
run 0 tableau -f autre.ctg --format csv
same 'axes of another town' 'numero,1,2' "$(cut -d, -f1 out | paste -sd,)"

# refused NAME LINE: what stands on stdin is no convention, and the line says why.
refused() {
    cat >"$1.ini"
    run 3 creer "$1.ctg" --convention "$1.ini"
    says "$1.ini, ligne $2"
    [ -e "$1.ctg" ] && fail "$1: a file was made"
    ls "$1".ctg* >/dev/null 2>&1 && fail "$1: something was left behind"
}
{
    cat autre.ini
    echo 'ceci est une ligne sans clé'
} | refused ligne "$(($(wc -l <autre.ini) + 1))"
sed 's/^axe = 1/axe = 9/' autre.ini | refused axe "$(grep -n '^axe = 1' autre.ini | cut -d: -f1)"
sed 's/^pouvoir/pouvoirs/' autre.ini | refused cle "$(grep -n '^pouvoir' autre.ini | cut -d: -f1)"
printf '[convention]\ntitre = "a"\ntitre = "b"\n' | refused double 3

run 3 creer rien.ctg --convention absente.ini
says 'absente.ini'
run 3 creer rien.ctg --convention inconnue
says 'inconnue'
says 'perpignan'
[ -e rien.ctg ] && fail 'a convention that is not there made a file'

# A disk that is full: nothing stays.
(
    trap '' XFSZ
    ulimit -f 16
    exec "$GREFFE" creer plein.ctg
) >out 2>err
same 'code on a full disk' 4 $?
says 'greffe : '
ls plein.ctg* >/dev/null 2>&1 && fail 'a full disk: something was left behind'

finish
