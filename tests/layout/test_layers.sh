#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The tree keeps its shape: layers use only what stands below them, one file knows ncurses, only
# the store speaks SQL, only the intake reads INI; each source has its header and its line in a
# list of the build.
set -u

LC_ALL=C
export LC_ALL
cd "${srcdir:-.}" || exit 99

# The checks end in pipes, where a variable would be lost: what they find goes into a file.
found=$(mktemp) || exit 99
trap 'rm -f "$found"' EXIT

# report SENTENCE: each line of standard input is a failure.
report() {
    sed "s|^|$1: |" >>"$found"
}

sources=$(find src include -name '*.[ch]' | sort)
headers=$(find include -name '*.h' | sort)

# "FILE HEADER" for each header that a file takes; our own are quoted.
includes() {
    # shellcheck disable=SC2086
    grep -H '^ *# *include' $sources | sed 's/^\([^:]*\):[^<"]*\([<"][^>"]*\).*/\1 \2/'
}

includes | sed -n 's/ "/ /p' | awk '
    BEGIN {
        levels = "base text rules store intake=documents surface widgets screens " \
            "terminal=replay cli"
        count = split(levels, level_names, " ")
        for (i = 1; i <= count; i++) {
            together = split(level_names[i], names, "=")
            for (j = 1; j <= together; j++)
                level[names[j]] = i
        }
    }
    $2 == "config.h" { next }
    {
        split($1, from, "/")
        split($2, to, "/")
        if (!(from[2] in level) || !(to[1] in level))
            print $1, "has a part in no layer:", $2
        else if (from[2] != to[1] && level[to[1]] >= level[from[2]])
            print $1, "uses", $2
    }' | report 'a layer uses one that does not stand below it'

# allow HEADER PATTERN-OF-FILES: nobody else takes this header.
allow() {
    includes | grep -F " <$1" | grep -v "^$2" | report "<$1> is taken outside $2"
}
allow curses.h 'src/terminal/curses\.c '
allow term.h 'src/terminal/curses\.c '
allow sqlite3.h '\(src\|include\)/store/'
allow iniparser 'src/intake/'

includes | sed -n 's/^include\/\([^ ]*\) "/\1 /p' | tsort 2>&1 >/dev/null | grep -v 'loop' |
    report 'headers include one another in a circle'

for source in $(find src -name '*.c' ! -path src/cli/main.c | sort); do
    header=include/${source#src/}
    [ -f "${header%.c}.h" ] || echo "$source"
done | report 'a source has no header of the same name'

for source in $sources; do
    name=${source#src/}
    name=${name#include/}
    grep -q " $source\\( \\|\$\\)" "src/${name%%/*}/sources.mk" Makefile.am || echo "$source"
done | report 'not listed for the build'

find tests -name 'test_*.c' | sort | while read -r source; do
    grep -q "${source%.c}\\( \\|\$\\)" "${source%/*}/tests.mk" || echo "$source"
done | report 'a test is not listed for the build'

for header in $headers; do
    path=${header#include/}
    guard=GREFFE_$(echo "${path%.h}" | tr 'a-z/' 'A-Z_')_H
    grep -q "^#ifndef $guard\$" "$header" || echo "$header should have $guard"
done | report 'a header has another guard'

for source in $sources $(find tests -name '*.[ch]'); do
    head -n 1 "$source" | grep -q '^// SPDX-License-Identifier: GPL-3.0-or-later$' || echo "$source"
done | report 'the first line is not the licence'

cat "$found"
[ ! -s "$found" ]
