// SPDX-License-Identifier: GPL-3.0-or-later
// Draws an editor's soft-wrapped text in an area, scrolled so that the cursor shows, and places
// the hardware cursor. A line end shows as a new line.
#ifndef GREFFE_WIDGETS_EDITOR_VIEW_H
#define GREFFE_WIDGETS_EDITOR_VIEW_H

#include "surface/surface.h"
#include "widgets/editor.h"

void editor_draw(
    const struct editor *editor, struct surface *surface, struct rectangle area, enum style style);

#endif
