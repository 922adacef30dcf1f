// SPDX-License-Identifier: GPL-3.0-or-later
// The screens that are open, the tableau below all others, and the ways from one to the next.
#ifndef GREFFE_SCREENS_SCREEN_STACK_H
#define GREFFE_SCREENS_SCREEN_STACK_H

#include <stdbool.h>
#include <stddef.h>

#include "screens/desk.h"
#include "screens/half_typed.h"
#include "screens/screen.h"

// Deeper than anybody drills; the oldest screen above the tableau makes room.
enum { SCREEN_STACK_DEPTH = 24 };

struct screen_stack {
    struct screen *screens[SCREEN_STACK_DEPTH]; // the tableau first
    size_t depth;
    struct desk *desk;             // borrowed, as the next
    struct half_typed *half_typed; // keeps what is typed in a screen that is left
};

// Puts the tableau there, not read yet; what is over it goes with screen_stack_clear.
enum status screen_stack_begin(struct screen_stack *stack, struct problem *problem);
void screen_stack_clear(struct screen_stack *stack);

struct screen *screen_stack_top(const struct screen_stack *stack);
enum status screen_stack_read_top(struct screen_stack *stack, struct problem *problem);

// Opens a place above the others; false, and the message line tells why, when it could not.
bool screen_stack_push(struct screen_stack *stack, const struct destination *destination);

// The tableau stays. What is half typed is not lost with the screen.
void screen_stack_pop(struct screen_stack *stack);

// In the place of the screen on top, which stays when the other could not be opened.
void screen_stack_replace(struct screen_stack *stack, const struct destination *destination);

// Leaves all but the tableau, then goes to a place.
void screen_stack_go_home(struct screen_stack *stack, const struct destination *destination);

// The screen on top shows the file as it is; one whose subject is gone is left, one that cannot be
// read now stays as it was.
void screen_stack_refresh(struct screen_stack *stack);

#endif
