// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of keys at the bottom: in the order of the table of commands, what fits.
#ifndef GREFFE_SCREENS_BAR_H
#define GREFFE_SCREENS_BAR_H

#include <stdint.h>

#include "screens/desk.h"

// `where` are the bits of screens/commands.h that are true now. Help comes last; it and the keys
// that walk and end a meeting are there however narrow the surface is.
void bar_draw(const struct desk *desk, uint64_t where, struct surface *surface, int row);

#endif
