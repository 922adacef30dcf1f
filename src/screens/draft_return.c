// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/draft_return.h"

#include <string.h>

#include "screens/places.h"

static const struct question *find_question(const struct screen *screen, const char *purpose)
{
    for (size_t t = 0; t < QUESTION_TABLES; t++) {
        const struct question_table *table = &screen->class->questions[t];
        for (size_t i = 0; i < table->count; i++)
            if (strcmp(table->questions[i].purpose, purpose) == 0)
                return &table->questions[i];
    }
    return NULL;
}

// The question goes on where it was asked.
static void ask_again(struct screen_stack *stack, const struct question *question,
    const struct draft *draft, int64_t subject)
{
    struct desk *desk = stack->desk;
    desk_ask(desk, screen_stack_top(stack), question, subject, draft->row, draft->text);
    if (draft->cursor <= desk->prompt.editor.text.length)
        desk->prompt.editor.cursor = draft->cursor;
    half_typed_drop_last(stack->half_typed);
}

// Goes where the person was typing: the screen gets its own texts back as it opens. False when the
// place is gone, or takes no text any more.
static bool return_to(struct screen_stack *stack, struct draft draft)
{
    struct arena arena = {0};
    struct destination place;
    const char *purpose = NULL;
    int64_t subject = 0;
    struct half_typed *half = stack->half_typed;
    size_t waiting = half->count;
    bool returned = false;
    if (place_read(draft.place, &arena, &place, &purpose, &subject) &&
        (place.place == PLACE_TABLEAU || screen_stack_push(stack, &place))) {
        const struct question *question = find_question(screen_stack_top(stack), purpose);
        returned = question != NULL || half->count < waiting;
        if (question != NULL)
            ask_again(stack, question, &draft, subject);
    }
    arena_clear(&arena);
    return returned;
}

bool draft_return(struct screen_stack *stack)
{
    struct half_typed *half = stack->half_typed;
    const struct draft *latest = half_typed_take_up(half, stack->desk);
    if (latest == NULL)
        return false;
    if (return_to(stack, *latest)) {
        desk_say(stack->desk, "Une saisie interrompue a été retrouvée : la voici.");
        return true;
    }
    desk_say(stack->desk, "Une saisie interrompue n'a plus sa place ; en voici le texte : %s",
        latest->text);
    half_typed_drop_last(half);
    return false;
}
