#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the code of an exit says, and the sentence with it: the call (2), the file (3), the system (4).
# shellcheck disable=SC1091
. "${srcdir:-.}/tests/cli/common.sh"

run 0 --version
same 'the version' 1 "$(grep -c '^greffe [0-9]' out)"
run 0 --help
prints 'greffe [FICHIER]'
prints '--fichier'
for verb in creer tableau instances seances points presences decisions taches actions historique \
    importer annuler \
    retablir sauvegarder rejouer; do
    prints "  $verb"
    cp out program.txt
    run 0 "$verb" --help
    prints "Usage : greffe $verb"
    cp program.txt out
done
[ -e "$HOME/.local" ] && fail 'help made something in the home'

run 2 desicions
says 'greffe decisions'
run 2 exporter
run 2 --zut
run 2 decisions --fishier a
says '--fichier'
run 2 decisions --fichier
run 2 decisions en-trop
run 2 -x
run 2 --format json
run 2 rejouer
run 2 rejouer a --taille grand
run 2 rejouer a --horloge midi
run 2 sauvegarder
[ -e "$HOME/.local/share" ] && fail 'a call that is wrong made a file'

make_sample good.ctg

# A file that was named and is not there is not made, and the line that makes it is given.
for call in 'absent.ctg' '-f absent.ctg' 'decisions -f absent.ctg' 'annuler -f absent.ctg' \
    'decisions --lecture-seule -f absent.ctg' 'sauvegarder copie.ctg -f absent.ctg'; do
    # shellcheck disable=SC2086
    run 3 $call
    says 'greffe creer'
    says 'absent.ctg'
done
[ -e absent.ctg ] && fail 'a file that was named was made'
[ -e copie.ctg ] && fail 'a copy of nothing was made'

# refuses NAME: of every verb that opens it, and nothing in it changes.
refuses() {
    before=$(cksum <"$1")
    for call in "$1" "tableau -f $1" "decisions --format json -f $1" "annuler -f $1" \
        "decisions --lecture-seule -f $1"; do
        # shellcheck disable=SC2086
        run 3 $call
        says "$1"
    done
    same "$1 after its refusal" "$before" "$(cksum <"$1")"
    rm -f "$1-journal" "$1-wal" "$1-shm"
}
: >empty.ctg
refuses empty.ctg
echo 'ceci n'\''est pas une convention, mais un texte assez long pour un en-tête de base' >text.ctg
refuses text.ctg
head -c 65536 /dev/urandom >noise.ctg
refuses noise.ctg
ask 'CREATE TABLE facture (id INTEGER PRIMARY KEY)' foreign.ctg
refuses foreign.ctg
cp good.ctg other-program.ctg
ask 'PRAGMA application_id = 42' other-program.ctg
refuses other-program.ctg
cp good.ctg newer.ctg
ask 'PRAGMA user_version = 99' newer.ctg
refuses newer.ctg
size=$(stat -c %s good.ctg)
head -c $((size / 2)) good.ctg >half.ctg
refuses half.ctg
head -c 50 good.ctg >stub.ctg
refuses stub.ctg
cp good.ctg stranger.ctg
ask 'CREATE TABLE stranger (id INTEGER PRIMARY KEY)' stranger.ctg
refuses stranger.ctg
cp good.ctg trigger.ctg
ask 'CREATE TRIGGER wicked AFTER INSERT ON journal BEGIN DELETE FROM action; END' trigger.ctg
refuses trigger.ctg
cp good.ctg view.ctg
ask 'DROP VIEW lecture_points; CREATE VIEW lecture_points AS SELECT 1' view.ctg
refuses view.ctg
cp good.ctg holes.ctg
page=$(ask 'PRAGMA page_size' good.ctg)
dd if=/dev/zero of=holes.ctg bs="$page" seek=5 count=40 conv=notrunc 2>/dev/null
refuses holes.ctg
mkdir folder.ctg
run 3 decisions -f folder.ctg
mkfifo pipe.ctg
run 3 decisions -f pipe.ctg

# A configuration that is none.
mkdir -p "$HOME/.config/greffe"
printf '[general]\nauteur = "A\n' >"$HOME/.config/greffe/greffe.ini"
run 3 tableau -f good.ctg
says 'ligne 2'
run 0 rejouer /dev/null
rm "$HOME/.config/greffe/greffe.ini"
run 3 tableau -f good.ctg --config absent.ini
says 'absent.ini'

# full ARGUMENT...: nothing can be written to where stdout goes.
if [ -c /dev/full ]; then
    for call in 'decisions -f good.ctg' 'decisions --format json -f good.ctg' 'tableau -f good.ctg' \
        '--help' 'decisions --help' '--version' 'good.ctg'; do
        # shellcheck disable=SC2086
        "$GREFFE" $call >/dev/full 2>err </dev/null
        same "code of greffe $call >/dev/full" 4 $?
        says 'complète'
    done
    printf '@ecran\n' >screen.keys
    "$GREFFE" rejouer screen.keys >/dev/full 2>err
    same 'code of a replay on a full disk' 4 $?
fi

# No room for the gesture: it is not done, and the file is as it was.
"$GREFFE" creer undone.ctg 2>/dev/null
cat >one.keys <<'KEYS'
sn<cr>18/05/2026<cr>
KEYS
"$GREFFE" rejouer one.keys -f undone.ctg >/dev/null || fail 'a meeting could not be prepared'
before=$(ask .dump undone.ctg | cksum)
(
    trap '' XFSZ
    ulimit -f 1
    exec "$GREFFE" annuler -f undone.ctg
) >out 2>err
same 'code of an undo without room' 4 $?
same 'the file after an undo without room' "$before" "$(ask .dump undone.ctg | cksum)"
same 'integrity after an undo without room' ok "$(ask 'PRAGMA integrity_check' undone.ctg)"
run 0 annuler -f undone.ctg

# Somebody else keeps the file.
mkfifo orders answers
sqlite3 -batch undone.ctg <orders >answers &
exec 9>orders
exec 8<answers
printf "BEGIN EXCLUSIVE; SELECT 'held';\n" >&9
read -r answer <&8
same 'who keeps the file' held "$answer"
run 4 retablir -f undone.ctg
exec 9>&- 8<&-
wait
run 0 retablir -f undone.ctg

finish
