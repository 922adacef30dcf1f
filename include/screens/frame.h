// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around every screen: the title line above; below, the question or the choice that
// is open, the line about what is under the cursor, the message line, the bar of keys.
#ifndef GREFFE_SCREENS_FRAME_H
#define GREFFE_SCREENS_FRAME_H

#include <stdbool.h>

#include "screens/desk.h"
#include "screens/screen.h"
#include "surface/surface.h"

enum { FRAME_LEAST_ROWS = 20, FRAME_LEAST_COLUMNS = 60 };

bool frame_fits(const struct surface *surface);

// The screen's own area on a surface that fits.
struct rectangle frame_body(
    const struct desk *desk, const struct screen *screen, const struct surface *surface);

// The cells that the title line has for what goes on, beside `left`.
int frame_title_room(const struct desk *desk, int columns, const struct buffer *left);

// Draws the whole surface; `where` are the places whose keys the bar names.
void frame_draw(
    const struct desk *desk, const struct screen *screen, uint64_t where, struct surface *surface);

#endif
