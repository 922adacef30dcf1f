// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list that its filters keep.
#ifndef GREFFE_CLI_SELECTION_H
#define GREFFE_CLI_SELECTION_H

#include "cli/list.h"
#include "cli/session.h"
#include "documents/rows.h"

// Rows that stand to every filter given as it says, in the order of their view; all in the
// session's arena.
enum status selection_load(
    struct session *session, const struct list *list, struct rows *rows, struct problem *problem);

#endif
