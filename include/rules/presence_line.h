// SPDX-License-Identifier: GPL-3.0-or-later
// The entry line's `+` and `-`, an arrival and a departure (contract §4); and behind the name of a
// move what people say with it: who sits for the person, who gets the proxy, that one steps aside.
#ifndef GREFFE_RULES_PRESENCE_LINE_H
#define GREFFE_RULES_PRESENCE_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "rules/presence_name.h"

enum { PRESENCE_HOUR_SIZE = 16 };

enum presence_act {
    PRESENCE_MOVES,
    PRESENCE_SENDS_DEPUTY,
    PRESENCE_GIVES_PROXY,
    PRESENCE_WITHDRAWS,
    PRESENCE_REPLACES_DEPUTY, // an arrival where a deputy sits: no line alone tells it
};

struct presence_line {
    enum presence_act act;
    bool arrives; // false but for an arrival, of the person or of the deputy
    int64_t seat;
    const char *deputy;            // in the arena
    int64_t holder;                // of a proxy
    char hour[PRESENCE_HOUR_SIZE]; // `15:20`; empty when not said
};

// `+ caf`, `- @"Directrice de la petite enfance" 15h20`, `+ Prénom Nom à 15 h`; `- caf 15h20
// pouvoir à Prénom Nom`, `- caf déport`, `- caf se déporte`, `+ caf représentée par …`. Where
// several seats have that name, the only one that can move so is meant. False, with `read`
// unchanged, for any other line: nobody expected, more than one of them, something else behind the
// name. When memory ends, false and a failed arena.
bool presence_line_read(const char *line, const struct expected_names *expected,
    struct arena *arena, struct presence_line *read);

// A line that is a note although its few words might be meant for somebody: whom it may mean,
// nobody or several. Whoever types it is to know. False for any other line.
bool presence_line_names(const char *line, const struct expected_names *expected,
    struct arena *arena, struct presence_named *named);

#endif
