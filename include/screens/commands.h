// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of commands: what each does in French, its keys, where it applies.
#ifndef GREFFE_SCREENS_COMMANDS_H
#define GREFFE_SCREENS_COMMANDS_H

#include <stdint.h>

#include "screens/follow.h"
#include "surface/command.h"

// Where a command applies: the bit of a place, or of a part of one where something is typed.
#define WHERE_BIT UINT64_C(1)
#define WHERE_TABLEAU (WHERE_BIT << PLACE_TABLEAU)
#define WHERE_PLAN (WHERE_BIT << PLACE_PLAN)
#define WHERE_ACTION (WHERE_BIT << PLACE_ACTION)
#define WHERE_ELEMENT_HISTORY (WHERE_BIT << PLACE_ELEMENT_HISTORY)
#define WHERE_CONVENTION (WHERE_BIT << PLACE_CONVENTION)
#define WHERE_MEETINGS (WHERE_BIT << PLACE_MEETINGS)
#define WHERE_AGENDA (WHERE_BIT << PLACE_AGENDA)
#define WHERE_MEETING (WHERE_BIT << PLACE_MEETING) // the records, with one-key commands
#define WHERE_CLOSING (WHERE_BIT << PLACE_CLOSING)
#define WHERE_DECISIONS (WHERE_BIT << PLACE_DECISIONS)
#define WHERE_DECISION (WHERE_BIT << PLACE_DECISION)
#define WHERE_TASKS (WHERE_BIT << PLACE_TASKS)
#define WHERE_HISTORY (WHERE_BIT << PLACE_HISTORY)
#define WHERE_HELP (WHERE_BIT << PLACE_HELP)
#define WHERE_ATTENDANCE (WHERE_BIT << PLACE_ATTENDANCE)
#define WHERE_COMMITTEES (WHERE_BIT << PLACE_COMMITTEES)
#define WHERE_COMMITTEE (WHERE_BIT << PLACE_COMMITTEE)
#define WHERE_THREAD (WHERE_BIT << PLACE_THREAD)
#define WHERE_SINCE (WHERE_BIT << PLACE_SINCE)
#define WHERE_STANDING (WHERE_BIT << PLACE_STANDING)
#define WHERE_BALLOT (WHERE_BIT << PLACE_BALLOT)
#define WHERE_MINUTES (WHERE_BIT << PLACE_MINUTES)
#define WHERE_TASK (WHERE_BIT << PLACE_TASK)
#define WHERE_PEOPLE (WHERE_BIT << PLACE_PEOPLE)
#define WHERE_RATES (WHERE_BIT << PLACE_ATTENDANCE_RATES)
#define WHERE_ENTRY (WHERE_BIT << PLACE_COUNT)            // the entry line of a meeting
#define WHERE_CORRECTION (WHERE_BIT << (PLACE_COUNT + 1)) // a record being corrected in its place
#define WHERE_POINTS (WHERE_BIT << (PLACE_COUNT + 2))     // the agenda beside the records
#define WHERE_QUESTION (WHERE_BIT << (PLACE_COUNT + 3))   // a question at the bottom
#define WHERE_PICKER (WHERE_BIT << (PLACE_COUNT + 4))
// The same places in a closed meeting, where nothing changes any more.
#define WHERE_MEETING_SHUT (WHERE_BIT << (PLACE_COUNT + 5))
#define WHERE_POINTS_SHUT (WHERE_BIT << (PLACE_COUNT + 6))
#define WHERE_AGENDA_SHUT (WHERE_BIT << (PLACE_COUNT + 7))
#define WHERE_ATTENDANCE_SHUT (WHERE_BIT << (PLACE_COUNT + 8))
#define WHERE_HISTORY_SHUT (WHERE_BIT << (PLACE_COUNT + 9)) // on a gesture that is not to be undone
// A register that shows one element of the plan alone.
#define WHERE_DECISIONS_OF (WHERE_BIT << (PLACE_COUNT + 10))
#define WHERE_TASKS_OF (WHERE_BIT << (PLACE_COUNT + 11))
// What comes after a meeting that is closed, and before one that is prepared.
#define WHERE_MINUTES_SHUT (WHERE_BIT << (PLACE_COUNT + 12))
#define WHERE_MINUTES_CALL (WHERE_BIT << (PLACE_COUNT + 13))
#define WHERE_MINUTES_APPROVED (WHERE_BIT << (PLACE_COUNT + 14)) // closed, and approved
#define WHERE_POINTS_SEARCH                                                                        \
    (WHERE_BIT << (PLACE_COUNT + 15)) // the agenda, where letters find items
#define ANY_MINUTES                                                                                \
    (WHERE_MINUTES | WHERE_MINUTES_SHUT | WHERE_MINUTES_CALL | WHERE_MINUTES_APPROVED)
#define WHERE_SHUT                                                                                 \
    (WHERE_MEETING_SHUT | WHERE_POINTS_SHUT | WHERE_AGENDA_SHUT | WHERE_ATTENDANCE_SHUT)
#define WHERE_READING                                                                              \
    (WHERE_TABLEAU | WHERE_PLAN | WHERE_ACTION | WHERE_ELEMENT_HISTORY | WHERE_CONVENTION |        \
        WHERE_MEETINGS | WHERE_AGENDA | WHERE_MEETING | WHERE_CLOSING | WHERE_DECISIONS |          \
        WHERE_DECISION | WHERE_TASKS | WHERE_HISTORY | WHERE_POINTS | WHERE_ATTENDANCE |           \
        WHERE_BALLOT | WHERE_COMMITTEES | WHERE_COMMITTEE | WHERE_THREAD | WHERE_SINCE |           \
        WHERE_STANDING | WHERE_TASK | WHERE_PEOPLE | WHERE_RATES | WHERE_SHUT |                    \
        WHERE_HISTORY_SHUT | ANY_MINUTES)
#define WHERE_TYPING (WHERE_ENTRY | WHERE_CORRECTION | WHERE_QUESTION)
#define WHERE_ANY (WHERE_READING | WHERE_TYPING | WHERE_POINTS_SEARCH | WHERE_HELP | WHERE_PICKER)

const struct command_table *screen_commands(void);

#endif
