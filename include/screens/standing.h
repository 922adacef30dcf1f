// SPDX-License-Identifier: GPL-3.0-or-later
// The standing items of a committee: what returns at each of its meetings.
#ifndef GREFFE_SCREENS_STANDING_H
#define GREFFE_SCREENS_STANDING_H

#include "screens/screen.h"

extern const struct screen_class standing_screen;

void standing_ask_new(struct screen *screen, struct desk *desk, struct follow *follow);
void standing_ask_title(struct screen *screen, struct desk *desk, struct follow *follow);
void standing_next_kind(struct screen *screen, struct desk *desk, struct follow *follow);
void standing_move_up(struct screen *screen, struct desk *desk, struct follow *follow);
void standing_move_down(struct screen *screen, struct desk *desk, struct follow *follow);

// From the beginning of the agenda to its end, and back.
void standing_change_end(struct screen *screen, struct desk *desk, struct follow *follow);

// Offered to the next agendas, or set aside.
void standing_set_aside(struct screen *screen, struct desk *desk, struct follow *follow);
void standing_drop(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
