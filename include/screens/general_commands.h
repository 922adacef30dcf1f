// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that belong to no screen: going from one place to another, undo and redo, leaving.
#ifndef GREFFE_SCREENS_GENERAL_COMMANDS_H
#define GREFFE_SCREENS_GENERAL_COMMANDS_H

#include "screens/screen.h"

void general_back(struct screen *screen, struct desk *desk, struct follow *follow);
void general_quit(struct screen *screen, struct desk *desk, struct follow *follow);
// Leaves a meeting that is not open; an open one says how to leave it.
void general_quit_meeting(struct screen *screen, struct desk *desk, struct follow *follow);
void general_undo(struct screen *screen, struct desk *desk, struct follow *follow);
// While something is asked, when what would be undone does not show.
void general_say_undo(struct screen *screen, struct desk *desk, struct follow *follow);
void general_redo(struct screen *screen, struct desk *desk, struct follow *follow);
void general_suspend(struct screen *screen, struct desk *desk, struct follow *follow);
// In this window alone, and never in the file.
void general_mask(struct screen *screen, struct desk *desk, struct follow *follow);
void general_redraw(struct screen *screen, struct desk *desk, struct follow *follow);
void general_editor(struct screen *screen, struct desk *desk, struct follow *follow);
void general_tableau(struct screen *screen, struct desk *desk, struct follow *follow);
void general_meeting_now(struct screen *screen, struct desk *desk, struct follow *follow);
void general_meetings(struct screen *screen, struct desk *desk, struct follow *follow);
void general_decisions(struct screen *screen, struct desk *desk, struct follow *follow);
void general_element_decisions(struct screen *screen, struct desk *desk, struct follow *follow);
void general_element_tasks(struct screen *screen, struct desk *desk, struct follow *follow);
void general_history(struct screen *screen, struct desk *desk, struct follow *follow);
void general_convention(struct screen *screen, struct desk *desk, struct follow *follow);

// In a register of one element: all of it.
void general_whole_register(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
