// SPDX-License-Identifier: GPL-3.0-or-later
// The elements of the plan that an item is about.
#ifndef GREFFE_SCREENS_ITEM_LINK_COMMANDS_H
#define GREFFE_SCREENS_ITEM_LINK_COMMANDS_H

#include "screens/screen.h"

void item_pick_links(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
