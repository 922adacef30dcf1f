// SPDX-License-Identifier: GPL-3.0-or-later
// The colours that a terminal has, for those that a theme asks for.
#ifndef GREFFE_SURFACE_COLOUR_H
#define GREFFE_SURFACE_COLOUR_H

#include <stdint.h>

#include "surface/theme.h"

// The eight colours by their numbers on a terminal, as xterm shows them: 0xRRGGBB.
enum { COLOUR_BASE_COUNT = 8 };
extern const int32_t colour_base[COLOUR_BASE_COUNT];

// The nearest of 8, 16 or 256 colours. With 8 and 16 the hue counts more than the distance: a
// pale red stays red. With 256 the first 16 are left out: people change them. COLOUR_DEFAULT stays
// itself.
int colour_nearest(int32_t rgb, int colours);

// The same for both colours of a look; where they would meet, the text becomes black or white.
void colour_of_look(const struct look *look, int colours, int *foreground, int *background);

#endif
