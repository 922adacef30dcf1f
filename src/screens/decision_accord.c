// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_accord.h"

#include "screens/decision_change.h"
#include "screens/desk.h"

static enum status ask_accord(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_ask_accord(gesture, decision->id, value != NULL, problem);
}

static enum status set_accord(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    const struct decision_accord *accord = value;
    return decision_set_accord(
        gesture, decision->id, accord->position, accord->given_on.precision == DATE_NONE, problem);
}

// Behind the signatories: asked no more.
static void change_picked_accord(struct screen *screen, struct desk *desk,
    const struct decision *decision, struct follow *follow)
{
    (void)screen;
    (void)follow;
    struct buffer what = {0};
    size_t chosen = picker_focused(&desk->picker);
    if (chosen < decision->accord_count) {
        const struct decision_accord *accord = &decision->accords[chosen];
        buffer_append_format(&what, "accord de %s %s", accord->name,
            accord->given_on.precision == DATE_NONE ? "donné" : "pas encore donné");
        if (buffer_failed(&what))
            desk_refuse_no_memory(desk);
        else
            decision_change_now(desk, decision, set_accord, accord, buffer_text(&what));
    } else
        decision_change_now(desk, decision, ask_accord, NULL, "accord plus demandé");
    buffer_clear(&what);
}

static void accept_accord(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)picker;
    decision_with_focused(screen, desk, follow, change_picked_accord);
}

static void pick_accord(struct desk *desk, const struct decision *decision)
{
    static const struct pick pick = {accept_accord};
    struct arena arena = {0};
    struct buffer aside = {0};
    struct picker_choice *choices =
        arena_array(&arena, decision->accord_count + 1, sizeof *choices);
    for (size_t i = 0; choices != NULL && i < decision->accord_count; i++) {
        buffer_reset(&aside);
        date_short(&aside, decision->accords[i].given_on);
        choices[i] = (struct picker_choice){.reference = "",
            .label = decision->accords[i].name,
            .aside = aside.length == 0 ? "attendu" : arena_copy(&arena, buffer_text(&aside))};
    }
    if (choices != NULL) {
        choices[decision->accord_count] =
            (struct picker_choice){.reference = "", .label = "Ne plus demander cet accord"};
        desk_pick(desk, &pick, "Accord de qui ? (Entrée : donné, ou pas encore)", choices,
            decision->accord_count + 1, false);
    }
    buffer_clear(&aside);
    arena_clear(&arena);
}

// Asks for it first; then it is given by one or the other.
static void change_accord(struct screen *screen, struct desk *desk, const struct decision *decision,
    struct follow *follow)
{
    (void)screen;
    (void)follow;
    static const int asked = 1;
    if (decision->accord_count > 0)
        pick_accord(desk, decision);
    else
        decision_change_now(desk, decision, ask_accord, &asked, "accord des signataires demandé");
}

void decision_pick_accord(struct screen *screen, struct desk *desk, struct follow *follow)
{
    decision_with_focused(screen, desk, follow, change_accord);
}
