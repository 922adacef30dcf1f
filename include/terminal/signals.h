// SPDX-License-Identifier: GPL-3.0-or-later
// What the system tells the process while it runs on a terminal.
//
// From `signals_start` to `signals_stop` these signals only come in while `signals_wait` waits:
// nothing is ever interrupted half-way. One at a time in a process: a handler can only write to
// what is static.
#ifndef GREFFE_TERMINAL_SIGNALS_H
#define GREFFE_TERMINAL_SIGNALS_H

#include <signal.h>

enum { SIGNALS_COUNT = 7 };

struct signals {
    struct sigaction actions_before[SIGNALS_COUNT];
    sigset_t mask_before;
};

// To be called before curses starts: it leaves alone what somebody handles already.
void signals_start(struct signals *signals);

// Everything is handled again as it was before.
void signals_stop(const struct signals *signals);

enum signals_news {
    SIGNALS_END = 1,     // SIGHUP, SIGTERM, SIGINT, SIGQUIT: save and leave
    SIGNALS_SUSPEND = 2, // SIGTSTP
    SIGNALS_RESUMED = 4, // SIGCONT: the terminal may have been used by others
    SIGNALS_RESIZED = 8, // SIGWINCH
};

// What came since the last call, as bits.
unsigned signals_take(void);

enum signals_wait { WAIT_READABLE, WAIT_TIME_OVER, WAIT_INTERRUPTED };

// Waits until the descriptor can be read (or is gone: reading it says so), a signal comes, or
// `milliseconds` are over.
enum signals_wait signals_wait(const struct signals *signals, int descriptor, int milliseconds);

// Stops the process and its group, as Ctrl-Z does; returns when it goes on. Where nobody could
// wake it (it was not started by a shell with job control) nothing happens.
void signals_suspend(const struct signals *signals);

// While a child has the terminal: Ctrl-C is the child's, Ctrl-Z stops both, and the child inherits
// signals as they were before `signals_start`, but for SIGINT and SIGQUIT, which are ignored.
void signals_lend(const struct signals *signals);
void signals_take_back(void);

#endif
