// SPDX-License-Identifier: GPL-3.0-or-later
// The agenda of a meeting that is being prepared: its items with the reason why each is there, and
// folded below what is offered and what waits.
#ifndef GREFFE_SCREENS_AGENDA_H
#define GREFFE_SCREENS_AGENDA_H

#include "screens/screen.h"

extern const struct screen_class agenda_screen;

// Puts all that is offered on the agenda.
void agenda_complete(struct screen *screen, struct desk *desk, struct follow *follow);

// On an item its thread; on what is folded, opens it; on what is offered or waits, takes it.
void agenda_enter(struct screen *screen, struct desk *desk, struct follow *follow);

// Shows, or hides, the items that are treated, postponed or withdrawn.
void agenda_hide_treated(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
