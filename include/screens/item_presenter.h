// SPDX-License-Identifier: GPL-3.0-or-later
// Who presents an item, picked: the people of its meeting and whoever sits for one of them, or a
// name that is typed.
#ifndef GREFFE_SCREENS_ITEM_PRESENTER_H
#define GREFFE_SCREENS_ITEM_PRESENTER_H

#include "screens/follow.h"
#include "screens/screen.h"

void item_pick_presenter(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
