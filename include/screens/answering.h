// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed while a question or a choice is open at the bottom.
#ifndef GREFFE_SCREENS_ANSWERING_H
#define GREFFE_SCREENS_ANSWERING_H

#include "screens/screen_stack.h"
#include "surface/key.h"

// The window is `columns` wide. An answer that is refused stays to be mended, the reason below it.
void answering_question(struct screen_stack *stack, const struct event *event, int columns);

// A choice that is refused stays open for another.
void answering_choice(struct screen_stack *stack, const struct event *event, struct follow *follow);

#endif
