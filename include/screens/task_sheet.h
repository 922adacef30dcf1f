// SPDX-License-Identifier: GPL-3.0-or-later
// One task: who, what, by when, how it stands; as it was taken; what was noted of it since.
#ifndef GREFFE_SCREENS_TASK_SHEET_H
#define GREFFE_SCREENS_TASK_SHEET_H

#include "screens/screen.h"

extern const struct screen_class task_sheet_screen;

// Changes the line under the cursor, or goes where it leads.
void task_sheet_open(struct screen *screen, struct desk *desk, struct follow *follow);

// Takes away the note under the cursor.
void task_sheet_drop_note(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
