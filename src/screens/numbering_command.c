// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/numbering_command.h"

#include "rules/item_number.h"
#include "screens/desk.h"
#include "store/item.h"
#include "store/meeting_edit.h"

void meeting_ask_numbering(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct agenda agenda = {0};
    struct problem problem = {0};
    int64_t meeting = screen->class->meeting(screen);
    if (agenda_load(desk->store, meeting, &arena, &agenda, &problem) == STATUS_DONE)
        desk_ask(desk, screen, &numbering_questions[0], meeting, meeting,
            agenda.numbering == NULL ? "" : agenda.numbering);
    else
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

static void describe(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Numéro du premier point : 1, I, A-1…");
}

static void understand(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    static const int samples[][2] = {{1, 0}, {2, 0}, {2, 1}, {3, 0}};
    struct buffer model = {0};
    struct problem problem = {0};
    if (item_number_model_read(text, &model, &problem) != STATUS_DONE)
        buffer_append(out, problem.sentence);
    else
        for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
            buffer_append(out, i == 0 ? "" : ", ");
            item_number_append(out, buffer_text(&model), samples[i][0], samples[i][1]);
        }
    buffer_clear(&model);
}

static enum status accept(struct screen *screen, struct desk *desk, int64_t subject, int64_t row,
    const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = meeting_set_numbering(gesture, subject, text, problem);
    return desk_finish(desk, gesture, status, problem, "points numérotés à partir de %s", text);
}

const struct question numbering_questions[NUMBERING_QUESTION_COUNT] = {
    {.purpose = "numerotation",
        .correction = true,
        .describe = describe,
        .understand = understand,
        .accept = accept},
};
