#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# greffe without a terminal: which file it takes, the board, how to go on; and its configuration.
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"
configuration=$HOME/.config/greffe
default=$HOME/.local/share/greffe/convention.ctg

# The file that is nobody's is made on first use, once.
run 0
prints 'Petite enfance'
prints 'Jeunesse'
says 'convention.ctg'
says 'terminal'
same 'lines wider than 80' 0 "$(grep -cE '.{81}' out)"
same 'mode of the default file' 600 "$(stat -c %a "$default")"
made=$(cksum <"$default")
run 0 tableau
same 'the default file, opened again' "$made" "$(cksum <"$default")"
[ -s err ] && fail 'the second use says something'

# --fichier wins over the environment, and this over the configuration.
for name in one two three; do
    "$GREFFE" creer "$name.ctg" 2>/dev/null || exit 99
    ask "UPDATE convention SET title = 'CTG $name'" "$name.ctg"
done
mkdir -p "$configuration"
printf '[general]\nfichier = %s/three.ctg\n' "$(pwd)" >"$configuration/greffe.ini"
run 0
prints 'CTG three'
GREFFE_FICHIER=two.ctg
export GREFFE_FICHIER
run 0
prints 'CTG two'
run 0 tableau --fichier one.ctg
prints 'CTG one'
run 0 one.ctg
prints 'CTG one'
run 2 one.ctg -f two.ctg
GREFFE_FICHIER=
run 0
prints 'CTG three'
GREFFE_FICHIER=absent.ctg
run 3
says 'greffe creer'
[ -e absent.ctg ] && fail 'the file of the environment was made'
unset GREFFE_FICHIER
printf '[general]\nfichier = ~/absent.ctg\n' >"$configuration/greffe.ini"
run 3
says 'greffe creer'
says "$HOME/absent.ctg"

# What is not known in greffe.ini is named, and the rest holds.
cat >"$configuration/greffe.ini" <<'INI'
[general]
auteur = "Secrétariat"
couleur = bleu
theme = arc-en-ciel

[touches]
point-suivant = "f5 n"
danser = "f6"

[zut]
a = b
INI
run 0 one.ctg
says 'ligne 3'
says 'couleur'
says 'arc-en-ciel'
says 'danser'
says 'zut'
prints 'CTG one'
run 0 tableau -f one.ctg
says 'couleur'
printf '[general]\nauteur = "Autre"\n' >other.ini
run 0 one.ctg --config other.ini
grep -q couleur err && fail '--config reads the usual one too'

# A theme of one's own, and one that is not there.
rm "$configuration/greffe.ini"
mkdir "$configuration/themes"
printf '[theme]\nnom = "Mien"\n[styles]\ntexte = "budget sur noir"\nzut = "noir"\n' \
    >"$configuration/themes/mien.ini"
run 0 one.ctg --theme mien
says 'zut'
run 0 one.ctg --theme jour
run 1 one.ctg --theme ../mien
run 1 one.ctg --theme absent
says 'monochrome'

# A locale that is not UTF-8 changes nothing of what is written.
LC_ALL=C.UTF-8 "$GREFFE" one.ctg >utf8.txt 2>/dev/null
LC_ALL=POSIX "$GREFFE" one.ctg >posix.txt 2>/dev/null
cmp -s utf8.txt posix.txt || fail 'the board depends on the locale'
grep -q 'Améliorer' posix.txt || fail 'the board lost its accents'

# A home that cannot hold anything.
home=$HOME
HOME=/dev/null
run 4
run 0 tableau -f one.ctg
HOME=$home

finish
