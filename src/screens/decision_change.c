// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_change.h"

#include "screens/desk.h"

// Nothing to free when it is false.
static bool read_focused(
    const struct screen *screen, struct desk *desk, struct arena *arena, struct decision *decision)
{
    struct problem problem = {0};
    int64_t id = screen->class->decision == NULL ? 0 : screen->class->decision(screen);
    if (id == 0) {
        desk_say(desk, "Placez-vous d'abord sur une décision.");
        return false;
    }
    if (decision_load(desk->store, id, arena, decision, &problem) == STATUS_DONE)
        return true;
    arena_clear(arena);
    desk_refuse(desk, &problem);
    return false;
}

void decision_with_focused(struct screen *screen, struct desk *desk, struct follow *follow,
    void (*run)(struct screen *screen, struct desk *desk, const struct decision *decision,
        struct follow *follow))
{
    struct arena arena = {0};
    struct decision decision;
    if (!read_focused(screen, desk, &arena, &decision))
        return;
    run(screen, desk, &decision, follow);
    arena_clear(&arena);
}

static const char *name_of(const struct decision *decision)
{
    return decision->number == NULL ? "décision" : decision->number;
}

static enum status change(struct desk *desk, const struct decision *decision,
    decision_change *change_it, const void *value, const char *what, struct problem *problem)
{
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = change_it(gesture, decision, value, problem);
    return desk_finish(
        desk, gesture, status, problem, "%s %s : %s", name_of(decision), what, decision->text);
}

void decision_change_now(struct desk *desk, const struct decision *decision,
    decision_change *change_it, const void *value, const char *what)
{
    struct problem problem = {0};
    if (change(desk, decision, change_it, value, what, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

enum status decision_change_answered(struct desk *desk, int64_t id, decision_change *change_it,
    const void *value, const char *what, struct problem *problem)
{
    struct arena arena = {0};
    struct decision decision;
    enum status status = decision_load(desk->store, id, &arena, &decision, problem);
    if (status == STATUS_DONE)
        status = change(desk, &decision, change_it, value, what, problem);
    arena_clear(&arena);
    return status;
}
