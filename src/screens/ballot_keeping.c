// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_keeping.h"

#include "rules/ballot_sentence.h"
#include "screens/ballot_marks.h"
#include "screens/desk.h"

// On the item shown: what was there by name is corrected, anything else is a new vote.
static enum status hold_here(const struct ballot_view *view, struct gesture *gesture,
    const struct said_ballot *said, struct problem *problem)
{
    const struct held_ballot *held = ballot_held(view);
    bool corrects =
        held != NULL && held->vote_count > 0 && said->mode == BALLOT_BY_NAME && said->joint == 0;
    return corrects ? ballot_correct(gesture, held->id, said, problem)
                    : ballot_hold(gesture, store_new_id(gesture_store(gesture)), NULL, view->item,
                          view->decision, said, problem);
}

// A refusal names the other item that it is about.
static enum status hold_there(const struct ballot_view *view, struct gesture *gesture, int64_t item,
    const struct said_ballot *said, struct problem *problem)
{
    struct problem own = {0};
    const struct item *there = agenda_find(&view->agenda, item);
    enum status status = ballot_hold(gesture, store_new_id(gesture_store(gesture)), NULL, item,
        BALLOT_LAST_DECISION, said, &own);
    if (status == STATUS_DONE)
        return STATUS_DONE;
    return problem_set(
        problem, status, "Point %s : %s", there == NULL ? "?" : there->number, own.sentence);
}

static enum status hold_all(const struct ballot_view *view, struct gesture *gesture,
    const struct said_ballot *said, struct problem *problem)
{
    struct said_ballot shared = *said;
    if (marks_count(&view->items) > 0)
        shared.joint = store_new_id(gesture_store(gesture));
    enum status status = hold_here(view, gesture, &shared, problem);
    for (size_t i = 0; status == STATUS_DONE && i < marks_count(&view->items); i++)
        status = hold_there(view, gesture, marks_at(&view->items, i), &shared, problem);
    return status;
}

static void append_sentence(
    struct buffer *out, const struct ballot_view *view, const struct said_ballot *said)
{
    struct ballot ballot;
    size_t items = marks_count(&view->items);
    buffer_append(out, "vote");
    if (items > 0)
        buffer_append_format(out, " sur %zu points", items + 1);
    if (ballot_preview(view, said, &ballot, NULL) != STATUS_DONE)
        return;
    buffer_append(out, " : ");
    ballot_sentence(out, &ballot);
}

enum status ballot_keep_said(struct ballot_view *view, struct desk *desk,
    const struct said_ballot *said, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    append_sentence(&sentence, view, said);
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = hold_all(view, gesture, said, problem);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    if (status == STATUS_DONE) {
        ballot_marks_forget(view);
        marks_forget(&view->items);
    }
    return status;
}
