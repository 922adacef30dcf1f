// SPDX-License-Identifier: GPL-3.0-or-later
// The character set: everything inside is UTF-8, and `wcwidth` must know it.
#ifndef GREFFE_TERMINAL_LOCALE_H
#define GREFFE_TERMINAL_LOCALE_H

#include "base/status.h"

// To be called once, first thing in the process. Takes LC_CTYPE from the environment, and
// C.UTF-8 where that is not UTF-8 (a fresh container says POSIX). Numbers and dates stay those of
// the C locale. STATUS_SYSTEM when the system has no UTF-8 locale at all.
enum status locale_start(struct problem *problem);

// STATUS_SYSTEM when the environment says in so many words that the terminal is not UTF-8
// (`fr_FR.ISO-8859-15`, or `fr_FR` where that is Latin 1). Silence is no such word.
enum status locale_check_terminal(struct problem *problem);

#endif
