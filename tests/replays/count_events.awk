# SPDX-License-Identifier: GPL-3.0-or-later
# Counts what is typed for each event of a meeting that is held, in keys between `#! séance: début`
# and `#! séance: fin`: behind `#! événement: …` stands one key, or one line that one Enter ends;
# behind `#! touche: …`, which goes where the next event is typed, one key. Prints what breaks the
# rule, then «N événements, N touches».

# What was typed as K for a key and c for a character: `+ caf<cr>` is cccccE.
function shape(typed,    keys, rest, name) {
    keys = ""
    rest = typed
    while (rest != "") {
        if (match(rest, /^<[a-z0-9-]+>/)) {
            name = substr(rest, 2, RLENGTH - 2)
            keys = keys (name == "cr" ? "E" : name == "space" || name == "lt" ? "c" : "K")
            rest = substr(rest, RLENGTH + 1)
        } else {
            keys = keys "c"
            rest = substr(rest, 2)
        }
    }
    return keys
}

function judge(    keys) {
    if (kind == "")
        return
    keys = shape(typed)
    if (keys !~ /^[KcE]$/ && !(kind == "événement" && keys ~ /^c+E$/))
        printf "line %d: «%s» takes more than one key%s: %s\n", line, what,
            kind == "événement" ? " or one line" : "", typed
    kind = ""
    typed = ""
}

/^#! séance: début$/ { held = 1; next }
/^#! séance: fin$/ { judge(); held = 0; next }
/^#! (événement|touche): / {
    judge()
    if (!held)
        next
    what = substr($0, index($0, ": ") + 2)
    kind = $2
    sub(/:$/, "", kind)
    line = NR
    count[kind]++
    next
}
/^#!/ || /^@[a-z]/ || /^$/ { next }
held && kind == "" { printf "line %d: typed for no event: %s\n", NR, $0; next }
held { typed = typed $0 }
END {
    judge()
    printf "%d événements, %d touches\n", count["événement"], count["touche"]
}
