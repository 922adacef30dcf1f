// SPDX-License-Identifier: GPL-3.0-or-later
// Text longer than a line, wrapped into an area.
#ifndef GREFFE_SURFACE_PARAGRAPH_H
#define GREFFE_SURFACE_PARAGRAPH_H

#include "surface/surface.h"

// Lines that `text` takes in `width` cells, at least 1.
int paragraph_height(const char *text, int width);

// Draws as many lines as fit; gives how many were drawn.
int paragraph_draw(
    struct surface *surface, struct rectangle area, enum style style, const char *text);

// Draws at the top of `area` and takes the lines used away from it: the next one goes below.
void paragraph_draw_down(
    struct surface *surface, struct rectangle *area, enum style style, const char *text);

#endif
