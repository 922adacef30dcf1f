// SPDX-License-Identifier: GPL-3.0-or-later
// Completing a mention or a link on the entry line, candidate after candidate.
#ifndef GREFFE_SCREENS_MEETING_COMPLETION_H
#define GREFFE_SCREENS_MEETING_COMPLETION_H

#include "rules/entry.h"
#include "screens/meeting_view.h"
#include "widgets/editor.h"

// Puts the first candidate for what stands before the cursor, or the next one where the last
// key completed too. False when there is nothing to complete.
bool completion_step(struct meeting_completion *completion, struct editor *editor,
    const struct directory *directory);

#endif
