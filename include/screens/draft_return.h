// SPDX-License-Identifier: GPL-3.0-or-later
// Going back to what a dead window had half typed.
#ifndef GREFFE_SCREENS_DRAFT_RETURN_H
#define GREFFE_SCREENS_DRAFT_RETURN_H

#include "screens/screen_stack.h"

// Goes where the person was typing, the text there again. False when there was nothing, or its
// place is gone: the message line then gives the text.
bool draft_return(struct screen_stack *stack);

#endif
