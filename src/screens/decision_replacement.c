// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_replacement.h"

#include "rules/workflow.h"
#include "screens/decision_change.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "store/register.h"

// More than people choose among: what is older is found on its own sheet.
enum { MOST_OTHERS = 500 };

// The decisions that may stand at the other end, the same when they are shown and when one is
// chosen: those that are earlier, or later, and not withdrawn.
static enum status load_others(struct desk *desk, const struct decision *decision, bool earlier,
    struct arena *arena, struct register_decision **others, size_t *count, struct problem *problem)
{
    const struct register_filter everything = {0};
    size_t kept = 0;
    enum status status =
        register_decisions(desk->store, &everything, 0, MOST_OTHERS, arena, others, count, problem);
    for (size_t i = 0; status == STATUS_DONE && i < *count; i++) {
        const struct register_decision *other = &(*others)[i];
        int order = date_compare(other->date, decision->date);
        bool is_earlier = order < 0 || (order == 0 && other->id < decision->id);
        if (other->id != decision->id && is_earlier == earlier &&
            !decision_state_is(other->state, DECISION_WITHDRAWN))
            (*others)[kept++] = *other;
    }
    *count = kept;
    return status;
}

static enum status forget_replaced(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    (void)value;
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < decision->replaces_count; i++)
        status = decision_set_replaced(gesture, decision->replaces[i].id, 0, problem);
    return status;
}

static enum status set_replaced(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_replaced(gesture, *(const int64_t *)value, decision->id, problem);
}

static enum status set_replacing(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_replaced(gesture, decision->id, *(const int64_t *)value, problem);
}

static void change_picked(struct desk *desk, const struct decision *decision, bool earlier)
{
    static const int64_t none = 0;
    struct arena arena = {0};
    struct problem problem = {0};
    struct register_decision *others = NULL;
    struct buffer what = {0};
    size_t count = 0;
    size_t chosen = picker_focused(&desk->picker);
    if (load_others(desk, decision, earlier, &arena, &others, &count, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (chosen == 0)
        decision_change_now(desk, decision, earlier ? forget_replaced : set_replacing, &none,
            earlier ? "ne remplace rien" : "n'est pas remplacée");
    else if (chosen <= count) {
        buffer_append_format(&what, "%s %s", earlier ? "remplace" : "remplacée par",
            decision_name(&others[chosen - 1]));
        if (buffer_failed(&what))
            desk_refuse_no_memory(desk);
        else
            decision_change_now(desk, decision, earlier ? set_replaced : set_replacing,
                &others[chosen - 1].id, buffer_text(&what));
    }
    buffer_clear(&what);
    arena_clear(&arena);
}

static void change_replaced(struct screen *screen, struct desk *desk,
    const struct decision *decision, struct follow *follow)
{
    (void)screen;
    (void)follow;
    change_picked(desk, decision, true);
}

static void change_replacing(struct screen *screen, struct desk *desk,
    const struct decision *decision, struct follow *follow)
{
    (void)screen;
    (void)follow;
    change_picked(desk, decision, false);
}

static void accept_replaced(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)picker;
    decision_with_focused(screen, desk, follow, change_replaced);
}

static void accept_replacing(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)picker;
    decision_with_focused(screen, desk, follow, change_replacing);
}

static enum status offer_others(
    struct desk *desk, const struct decision *decision, bool earlier, struct problem *problem)
{
    static const struct pick picks[] = {{accept_replacing}, {accept_replaced}};
    struct arena arena = {0};
    struct register_decision *others = NULL;
    size_t count = 0;
    enum status status = load_others(desk, decision, earlier, &arena, &others, &count, problem);
    struct picker_choice *choices = arena_array(&arena, count + 1, sizeof *choices);
    if (status == STATUS_DONE && choices == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE && choices != NULL) {
        choices[0] = (struct picker_choice){.reference = "",
            .label = earlier ? "Ne remplace aucune décision" : "N'est pas remplacée"};
        for (size_t i = 0; i < count; i++)
            choices[i + 1] = (struct picker_choice){
                .reference = decision_name(&others[i]), .label = others[i].text};
        desk_pick(desk, &picks[earlier],
            earlier ? "Quelle décision remplace-t-elle ?"
                    : "Par quelle décision est-elle remplacée ?",
            choices, count + 1, false);
    }
    arena_clear(&arena);
    return status;
}

static void pick_other(struct desk *desk, const struct decision *decision, bool earlier)
{
    struct problem problem = {0};
    if (offer_others(desk, decision, earlier, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

static void pick_replaced(struct screen *screen, struct desk *desk, const struct decision *decision,
    struct follow *follow)
{
    (void)screen;
    (void)follow;
    pick_other(desk, decision, true);
}

static void pick_replacing(struct screen *screen, struct desk *desk,
    const struct decision *decision, struct follow *follow)
{
    (void)screen;
    (void)follow;
    pick_other(desk, decision, false);
}

void decision_pick_replaced(struct screen *screen, struct desk *desk, struct follow *follow)
{
    decision_with_focused(screen, desk, follow, pick_replaced);
}

void decision_pick_replacing(struct screen *screen, struct desk *desk, struct follow *follow)
{
    decision_with_focused(screen, desk, follow, pick_replacing);
}
