// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/answering.h"

#include <string.h>

// Blanks and line ends around an answer mean nothing.
static void append_trimmed(struct buffer *out, const char *text)
{
    static const char blanks[] = " \n";
    text += strspn(text, blanks);
    size_t length = strlen(text);
    while (length > 0 && strchr(blanks, text[length - 1]) != NULL)
        length--;
    buffer_append_bytes(out, text, length);
}

static void answer_question(struct screen_stack *stack)
{
    struct desk *desk = stack->desk;
    struct problem problem = {0};
    struct buffer text = {0};
    const struct question *question = desk->question;
    append_trimmed(&text, editor_text(&desk->prompt.editor));
    if (buffer_failed(&text))
        problem_set_no_memory(&problem);
    else
        question->accept(screen_stack_top(stack), desk, desk->question_subject, desk->question_row,
            buffer_text(&text), &problem);
    if (problem.status == STATUS_DONE) {
        desk_stop_asking(desk);
        if (question->leaves)
            screen_stack_pop(stack);
    } else
        prompt_hint(&desk->prompt, problem.sentence, true);
    buffer_clear(&text);
}

static void abandon_question(struct desk *desk)
{
    if (!editor_is_empty(&desk->prompt.editor)) {
        desk_keep_answer(desk);
        desk_say(desk, "Saisie abandonnée : à la prochaine question, Ctrl-Y la redonne.");
    }
    desk_stop_asking(desk);
}

void answering_question(struct screen_stack *stack, const struct event *event, int columns)
{
    struct desk *desk = stack->desk;
    switch (prompt_handle(&desk->prompt, event, columns - 4)) {
    case EDITOR_ACCEPT:
        answer_question(stack);
        break;
    case EDITOR_CANCEL:
        abandon_question(desk);
        break;
    case EDITOR_CHANGED:
        desk_understand(desk, screen_stack_top(stack));
        break;
    case EDITOR_TOO_LONG:
        prompt_hint(&desk->prompt, "Le texte est trop long : la fin a été coupée.", true);
        break;
    case EDITOR_NO_MEMORY:
        prompt_hint(&desk->prompt, "La mémoire manque : la dernière frappe est perdue.", true);
        break;
    case EDITOR_IGNORED:
    case EDITOR_MOVED:
        break;
    }
}

// What was chosen was refused, and nothing else is asked: the choice stays open for another.
static bool is_refused(const struct desk *desk)
{
    return desk->message_is_problem && desk->message.length > 0 && desk->pick == NULL &&
           desk->question == NULL;
}

void answering_choice(struct screen_stack *stack, const struct event *event, struct follow *follow)
{
    struct desk *desk = stack->desk;
    const struct pick *pick = desk->pick;
    switch (picker_handle(&desk->picker, event, (size_t)screen_stack_top(stack)->area.height / 2)) {
    case PICKER_CHOSEN:
        desk_stop_picking(desk);
        pick->accept(screen_stack_top(stack), desk, &desk->picker, follow);
        if (is_refused(desk) && follow->kind == FOLLOW_STAY)
            desk->pick = pick;
        break;
    case PICKER_CANCELLED:
        desk_stop_picking(desk);
        break;
    case PICKER_GOES_ON:
        break;
    }
}
