// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/screen_stack.h"

#include <stdlib.h>
#include <string.h>

#include "screens/frame.h"
#include "screens/places.h"

struct screen *screen_stack_top(const struct screen_stack *stack)
{
    return stack->screens[stack->depth - 1];
}

static void destroy(struct screen *screen)
{
    if (screen->class->clear != NULL)
        screen->class->clear(screen);
    free(screen);
}

static struct screen *create(const struct destination *destination)
{
    const struct screen_class *class = place_class(destination->place);
    struct screen *screen = calloc(1, class->size);
    if (screen == NULL)
        return NULL;
    screen->class = class;
    screen->destination = *destination;
    screen->area = (struct rectangle){1, 0, FRAME_LEAST_ROWS - 4, FRAME_LEAST_COLUMNS};
    if (class->init != NULL)
        class->init(screen);
    return screen;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    screen->seen = desk->generation;
    return screen->class->reload(screen, desk, problem);
}

// What is half typed there is not lost with the screen.
static void leave(struct screen_stack *stack, struct screen *screen)
{
    if (!half_typed_park(stack->half_typed, screen))
        desk_refuse_no_memory(stack->desk);
    destroy(screen);
}

void screen_stack_pop(struct screen_stack *stack)
{
    if (stack->depth > 1)
        leave(stack, stack->screens[--stack->depth]);
}

static void make_room(struct screen_stack *stack)
{
    if (stack->depth < SCREEN_STACK_DEPTH)
        return;
    leave(stack, stack->screens[1]);
    memmove(&stack->screens[1], &stack->screens[2],
        (SCREEN_STACK_DEPTH - 2) * sizeof stack->screens[0]);
    stack->depth--;
}

bool screen_stack_push(struct screen_stack *stack, const struct destination *destination)
{
    struct problem problem = {0};
    struct screen *screen = create(destination);
    if (screen == NULL)
        problem_set_no_memory(&problem);
    else if (reload(screen, stack->desk, &problem) == STATUS_DONE) {
        make_room(stack);
        stack->screens[stack->depth++] = screen;
        half_typed_give_back(stack->half_typed, screen, stack->desk);
        return true;
    }
    if (screen != NULL)
        destroy(screen);
    desk_refuse(stack->desk, &problem);
    return false;
}

// A question or a choice goes with the screen that asked.
static void leave_unanswered(struct desk *desk)
{
    if (desk->question != NULL) {
        desk_keep_answer(desk);
        desk_stop_asking(desk);
    }
    desk_stop_picking(desk);
}

void screen_stack_refresh(struct screen_stack *stack)
{
    struct desk *desk = stack->desk;
    for (;;) {
        struct problem problem = {0};
        struct screen *screen = screen_stack_top(stack);
        if (screen->seen == desk->generation)
            return;
        enum status status = reload(screen, desk, &problem);
        if (status == STATUS_DONE) {
            desk_describe(desk, screen);
            return;
        }
        desk_refuse(desk, &problem);
        if (status != STATUS_REFUSED || stack->depth == 1)
            return;
        leave_unanswered(desk);
        screen_stack_pop(stack);
    }
}

static bool same_place(const struct destination *left, const struct destination *right)
{
    return left->place == right->place && left->level == right->level &&
           left->element == right->element;
}

void screen_stack_go_home(struct screen_stack *stack, const struct destination *destination)
{
    while (stack->depth > 1)
        screen_stack_pop(stack);
    if (!same_place(destination, &screen_stack_top(stack)->destination))
        screen_stack_push(stack, destination);
}

void screen_stack_replace(struct screen_stack *stack, const struct destination *destination)
{
    struct screen *left = screen_stack_top(stack);
    if (stack->depth == 1) {
        screen_stack_push(stack, destination);
        return;
    }
    stack->depth--;
    if (screen_stack_push(stack, destination))
        leave(stack, left);
    else
        stack->screens[stack->depth++] = left;
}

enum status screen_stack_begin(struct screen_stack *stack, struct problem *problem)
{
    struct destination home = {.place = PLACE_TABLEAU};
    struct screen *tableau = create(&home);
    if (tableau == NULL)
        return problem_set_no_memory(problem);
    stack->screens[stack->depth++] = tableau;
    return STATUS_DONE;
}

void screen_stack_clear(struct screen_stack *stack)
{
    while (stack->depth > 0)
        destroy(stack->screens[--stack->depth]);
}

enum status screen_stack_read_top(struct screen_stack *stack, struct problem *problem)
{
    return reload(screen_stack_top(stack), stack->desk, problem);
}
