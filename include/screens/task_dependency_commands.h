// SPDX-License-Identifier: GPL-3.0-or-later
// What a task waits for: picked among the open tasks.
#ifndef GREFFE_SCREENS_TASK_DEPENDENCY_COMMANDS_H
#define GREFFE_SCREENS_TASK_DEPENDENCY_COMMANDS_H

#include "screens/screen.h"

void task_pick_needs(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
