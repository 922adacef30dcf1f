// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of commands: what each does in French, its keys, where it applies.
#ifndef GREFFE_SCREENS_COMMANDS_H
#define GREFFE_SCREENS_COMMANDS_H

#include "screens/follow.h"
#include "surface/command.h"

// Where a command applies: the bit of a place, or of a part of one where something is typed.
enum where {
    WHERE_TABLEAU = 1 << PLACE_TABLEAU,
    WHERE_PLAN = 1 << PLACE_PLAN,
    WHERE_ACTION = 1 << PLACE_ACTION,
    WHERE_ELEMENT_HISTORY = 1 << PLACE_ELEMENT_HISTORY,
    WHERE_CONVENTION = 1 << PLACE_CONVENTION,
    WHERE_MEETINGS = 1 << PLACE_MEETINGS,
    WHERE_AGENDA = 1 << PLACE_AGENDA,
    WHERE_MEETING = 1 << PLACE_MEETING, // the records, with one-key commands
    WHERE_CLOSING = 1 << PLACE_CLOSING,
    WHERE_DECISIONS = 1 << PLACE_DECISIONS,
    WHERE_DECISION = 1 << PLACE_DECISION,
    WHERE_TASKS = 1 << PLACE_TASKS,
    WHERE_HISTORY = 1 << PLACE_HISTORY,
    WHERE_HELP = 1 << PLACE_HELP,
    WHERE_ENTRY = 1 << PLACE_COUNT,            // the entry line of a meeting
    WHERE_CORRECTION = 1 << (PLACE_COUNT + 1), // a record being corrected in its place
    WHERE_POINTS = 1 << (PLACE_COUNT + 2),     // the agenda beside the records
    WHERE_QUESTION = 1 << (PLACE_COUNT + 3),   // a question at the bottom
    WHERE_PICKER = 1 << (PLACE_COUNT + 4),
    // The same places in a closed meeting, where nothing changes any more.
    WHERE_MEETING_SHUT = 1 << (PLACE_COUNT + 5),
    WHERE_POINTS_SHUT = 1 << (PLACE_COUNT + 6),
    WHERE_AGENDA_SHUT = 1 << (PLACE_COUNT + 7),
    // A register that shows one element of the plan alone.
    WHERE_DECISIONS_OF = 1 << (PLACE_COUNT + 9),
    WHERE_TASKS_OF = 1 << (PLACE_COUNT + 10),
    WHERE_HISTORY_SHUT = 1 << (PLACE_COUNT + 8), // on a gesture that is not to be undone
    WHERE_SHUT = WHERE_MEETING_SHUT | WHERE_POINTS_SHUT | WHERE_AGENDA_SHUT,
    WHERE_READING = WHERE_TABLEAU | WHERE_PLAN | WHERE_ACTION | WHERE_ELEMENT_HISTORY |
                    WHERE_CONVENTION | WHERE_MEETINGS | WHERE_AGENDA | WHERE_MEETING |
                    WHERE_CLOSING | WHERE_DECISIONS | WHERE_DECISION | WHERE_TASKS | WHERE_HISTORY |
                    WHERE_POINTS | WHERE_SHUT | WHERE_HISTORY_SHUT,
    WHERE_TYPING = WHERE_ENTRY | WHERE_CORRECTION | WHERE_QUESTION,
    WHERE_ANY = WHERE_READING | WHERE_TYPING | WHERE_HELP | WHERE_PICKER,
};

const struct command_table *screen_commands(void);

#endif
