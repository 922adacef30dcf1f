// SPDX-License-Identifier: GPL-3.0-or-later
// The application on the terminal, from the first screen to the last.
//
// Keys that wait are all read before the one repaint that follows. What is typed reaches the disk
// when typing pauses, before the process stops, and when it is told to end (SIGHUP, SIGTERM, a
// terminal that is gone).
#ifndef GREFFE_TERMINAL_LOOP_H
#define GREFFE_TERMINAL_LOOP_H

#include "base/status.h"
#include "screens/application.h"
#include "surface/theme.h"

// Runs `application` (borrowed) on the terminal of standard input and output until it is left or
// the process is told to end; both are STATUS_DONE, and the caller then closes the store in good
// order. `locale_start` must have been called. STATUS_SYSTEM, with nothing changed on the
// terminal: there is none, it cannot place its cursor, it is not UTF-8, memory ends.
enum status loop_run(
    struct application *application, const struct theme *theme, struct problem *problem);

#endif
