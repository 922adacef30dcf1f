// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journaled_tables.h"

const char *const journaled_tables[] = {
    "convention",
    "convention_text",
    "milestone",
    "organisation",
    "signatory",
    "field",
    "axis",
    "objective",
    "action_state",
    "action",
    "action_axis",
    "committee",
    "meeting",
    "item",
    "item_axis",
    "item_objective",
    "item_action",
    "record",
    "decision",
    "task",
    "record_mention",
    "record_axis",
    "record_objective",
    "record_action",
    "decision_life",
    "task_life",
    "task_life_owner",
    "private_note",
};

const size_t journaled_table_count = sizeof journaled_tables / sizeof *journaled_tables;
