// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to ncurses: a finished surface goes in, the terminal shows it. Keys do not come
// from here: see terminal/input.h.
#ifndef GREFFE_TERMINAL_CURSES_H
#define GREFFE_TERMINAL_CURSES_H

#include "base/status.h"
#include "surface/surface.h"
#include "surface/theme.h"

struct curses;

// Takes over the terminal of standard input and output; the caller owns `*curses`. Where there
// are no colours, or NO_COLOR is set, the looks are those of the theme `monochrome`.
// STATUS_SYSTEM, with nothing changed on the terminal: it is none, it is unknown, it cannot place
// its cursor, memory ends.
enum status curses_create(
    struct curses **curses, const struct theme *theme, struct problem *problem);

// Gives the terminal back as it was found. NULL is allowed.
void curses_destroy(struct curses *curses);

// The terminal's size now; what was shown is drawn anew after a change.
void curses_measure(struct curses *curses, int *rows, int *columns);

// Sends the cells that differ from the last ones shown. A surface that is larger than the
// terminal is cut.
void curses_show(struct curses *curses, const struct surface *surface);

// Forgets what is shown: the next `curses_show` sends every cell.
void curses_forget(struct curses *curses);

// Gives the terminal back for a while (a suspended process, an editor), and takes it over again.
void curses_leave(struct curses *curses);
void curses_return(struct curses *curses);

#endif
