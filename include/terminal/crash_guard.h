// SPDX-License-Identifier: GPL-3.0-or-later
// A process that dies of a defect gives the terminal back as it found it: an echo that works, the
// screen of before, the message of the crash in sight.
#ifndef GREFFE_TERMINAL_CRASH_GUARD_H
#define GREFFE_TERMINAL_CRASH_GUARD_H

#include <signal.h>
#include <termios.h>

enum { CRASH_SIGNAL_COUNT = 5 };

struct crash_guard {
    struct sigaction actions_before[CRASH_SIGNAL_COUNT];
};

// Until `crash_guard_stop`, a fatal signal writes `sequence` (static) to the terminal
// `descriptor`, gives it `modes` (copied) and is raised again for whoever handled it before.
// One at a time in a process.
void crash_guard_start(
    struct crash_guard *guard, int descriptor, const struct termios *modes, const char *sequence);
void crash_guard_stop(const struct crash_guard *guard);

#endif
