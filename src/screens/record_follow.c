// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/record_follow.h"

#include "screens/desk.h"
#include "store/pinned_note.h"
#include "store/question.h"

// The record under the cursor; NULL, with a message, where there is none.
static const struct record *focused(struct screen *screen, struct desk *desk)
{
    const struct meeting_view *view = meeting_view_read(screen);
    const struct record *record = meeting_record(view);
    if (record == NULL || meeting_move(view, record) != NULL) {
        desk_say(desk, "Placez-vous d'abord sur une ligne notée.");
        return NULL;
    }
    return record;
}

void record_pin(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    const struct record *record = focused(screen, desk);
    if (record == NULL)
        return;
    bool pins = !record->pinned;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = record_set_pinned(gesture, record->id, pins, &problem);
    desk_conclude(desk, gesture, status, &problem, "note %s : %s",
        pins ? "épinglée" : "désépinglée", record->fact.text);
}

void record_answer(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    const struct record *record = focused(screen, desk);
    if (record == NULL)
        return;
    if (record->fact.kind != RECORD_QUESTION) {
        desk_say(desk, "Ce n'est pas une question : Alt-q en fait une.");
        return;
    }
    if (!record->answered) {
        desk_ask(desk, screen, &record_follow_questions[0], record->id, record->id, "");
        return;
    }
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = question_set_answered(gesture, record->id, false, NULL, &problem);
    desk_conclude(desk, gesture, status, &problem, "question sans réponse : %s", record->fact.text);
}

static void describe_answer(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Réponse à la question (Entrée seule : répondue)");
}

static enum status accept_answer(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = question_set_answered(gesture, subject, true, text, problem);
    return desk_finish(desk, gesture, status, problem, "question répondue : %s", text);
}

const struct question record_follow_questions[] = {
    {.purpose = "reponse",
        .correction = true,
        .describe = describe_answer,
        .accept = accept_answer},
};
