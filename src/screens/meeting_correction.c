// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_correction.h"

#include <string.h>

#include "rules/entry_compose.h"
#include "rules/entry_read.h"
#include "screens/meeting_phrases.h"
#include "store/record_edit.h"

bool meeting_correction_begin(struct meeting_view *view, const struct record *record)
{
    struct arena arena = {0};
    const struct attendance_move *move = meeting_attendance_move(&view->attendance, record->id);
    const char *line = move != NULL ? meeting_attendance_compose(&view->attendance, move, &arena)
                                    : entry_compose(&record->fact, &view->context, &arena);
    buffer_reset(&view->corrected_line);
    if (line != NULL)
        buffer_append(&view->corrected_line, line);
    bool begun = line != NULL && !buffer_failed(&view->corrected_line);
    if (begun) {
        editor_set(&view->correction, line);
        view->corrected = record->id;
        view->focus = MEETING_CORRECTION;
    }
    arena_clear(&arena);
    return begun;
}

// A vote is never kept twice: the last correction of it is the one that stands.
static enum status is_changed_elsewhere(const struct meeting_view *view, struct store *store,
    const struct entry *fact, struct arena *arena, bool *changed, struct problem *problem)
{
    struct record now;
    *changed = !record_exists(store, view->corrected);
    if (*changed || fact->kind == RECORD_BALLOT)
        return STATUS_DONE;
    enum status status = record_load(store, view->corrected, arena, &now, problem);
    if (status != STATUS_DONE)
        return status;
    const char *line = entry_compose(&now.fact, &view->context, arena);
    if (line == NULL)
        return problem_set_no_memory(problem);
    *changed = strcmp(line, buffer_text(&view->corrected_line)) != 0;
    return STATUS_DONE;
}

static enum status keep(const struct meeting_view *view, struct gesture *gesture,
    const struct entry *fact, struct arena *arena, bool *beside, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    gesture_concerns_meeting(gesture, view->meeting.id);
    enum status status = is_changed_elsewhere(view, store, fact, arena, beside, problem);
    if (status != STATUS_DONE)
        return status;
    return *beside ? record_add(gesture, store_new_id(store), view->item, fact, problem)
                   : record_set(gesture, view->corrected, fact, problem);
}

static void say(struct buffer *out, const struct meeting_view *view, const struct entry *fact)
{
    const struct entry_context context = meeting_line_context(view);
    phrase_fact(out, &context, fact);
}

void meeting_correction_accept(struct meeting_view *view, struct desk *desk)
{
    struct arena arena = {0};
    struct entry fact;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    bool beside = false;
    enum status status =
        entry_read(editor_text(&view->correction), &view->context, &arena, &fact, &problem);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = keep(view, gesture, &fact, &arena, &beside, &problem);
    buffer_append(&sentence,
        beside ? "ligne gardée à côté de celle d'une autre fenêtre : " : "correction : ");
    if (status == STATUS_DONE)
        say(&sentence, view, &fact);
    status = desk_conclude_saying(desk, gesture, status, &problem, &sentence);
    buffer_clear(&sentence);
    if (status == STATUS_DONE) {
        meeting_go_on(view);
        if (beside)
            desk_say(desk, "Une autre fenêtre a changé cette ligne entre-temps : la vôtre est"
                           " notée à côté.");
    }
    arena_clear(&arena);
}
