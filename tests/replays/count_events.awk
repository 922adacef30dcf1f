# SPDX-License-Identifier: GPL-3.0-or-later
# Counts what is typed for each event of a meeting that is held, in keys between `#! séance: début`
# and `#! séance: fin`: behind `#! événement: …` stands one key, or one line that one Enter ends and
# that a command may begin, a letter or Alt with one (`rPrénom Nom<cr>`, `<a-c>Page 2<cr>`); behind
# `#! touche: …`, which goes where the next event is typed, one key. Prints what breaks the rule, then
# «N événements, N touches».

# What was typed as c for a character, E for Enter, A for Alt with a letter, K for another key:
# `+ caf<cr>` is cccccE.
function sign_of(name) {
    if (name == "cr")
        return "E"
    if (name == "space" || name == "lt")
        return "c"
    return name ~ /^a-/ ? "A" : "K"
}

function shape(typed,    signs) {
    signs = ""
    while (typed != "") {
        if (match(typed, /^<[a-z0-9-]+>/)) {
            signs = signs sign_of(substr(typed, 2, RLENGTH - 2))
            typed = substr(typed, RLENGTH + 1)
        } else {
            signs = signs "c"
            typed = substr(typed, 2)
        }
    }
    return signs
}

function judge(    signs) {
    if (kind == "")
        return
    signs = shape(typed)
    if (signs !~ /^[AKcE]$/ && !(kind == "événement" && signs ~ /^A?c+E$/))
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
