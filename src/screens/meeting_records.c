// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_records.h"

#include <string.h>

#include "screens/decision_commands.h"
#include "screens/desk.h"
#include "screens/meeting_pace.h"
#include "screens/meeting_phrases.h"
#include "screens/task_commands.h"
#include "store/record.h"

static void change_typed_kind(struct editor *editor, enum record_kind kind)
{
    struct arena arena = {0};
    size_t length = editor->text.length;
    size_t cursor = editor->cursor;
    const char *line = entry_with_kind(editor_text(editor), kind, &arena);
    if (line != NULL) {
        size_t wider = strlen(line);
        editor_replace(editor, 0, length, line);
        if (cursor + wider >= length && cursor + wider - length <= wider)
            editor->cursor = cursor + wider - length;
    }
    arena_clear(&arena);
}

static void change_recorded_kind(struct meeting_view *view, struct desk *desk,
    const struct record *record, enum record_kind kind)
{
    struct arena arena = {0};
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    struct entry fact = {0};
    const char *line = entry_compose(&record->fact, &view->context, &arena);
    if (line != NULL)
        line = entry_with_kind(line, kind, &arena);
    enum status status = line == NULL ? problem_set_no_memory(&problem)
                                      : entry_read(line, &view->context, &arena, &fact, &problem);
    if (status == STATUS_DONE && kind == RECORD_BALLOT && fact.kind != RECORD_BALLOT)
        status = problem_set(&problem, STATUS_REFUSED,
            "Un vote s'écrit 9 0 2, unanimité ou consensus : cette ligne dit autre chose.");
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, view->meeting.id);
        status = record_set(gesture, record->id, &fact, &problem);
    }
    desk_conclude(
        desk, gesture, status, &problem, "ligne changée en %s", record_kind_facts(kind)->label);
    arena_clear(&arena);
}

static void change_kind(struct screen *screen, struct desk *desk, enum record_kind kind)
{
    struct meeting_view *view = meeting_view_of(screen);
    struct editor *editor = meeting_editor(view);
    const struct record *record = meeting_record(view);
    if (editor != NULL)
        change_typed_kind(editor, kind);
    else if (meeting_move(view, record) != NULL)
        desk_say(desk, "Une arrivée ou un départ reste ce qu'il est : Entrée le corrige, x l'ôte.");
    else if (record != NULL && record->ballot != NULL)
        desk_say(desk, "Un vote reste un vote : Entrée le corrige, x l'ôte.");
    else if (record != NULL && record->fact.kind != kind)
        change_recorded_kind(view, desk, record, kind);
}

void meeting_kind_note(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_kind(screen, desk, RECORD_NOTE);
}

void meeting_kind_information(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_kind(screen, desk, RECORD_INFORMATION);
}

void meeting_kind_question(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_kind(screen, desk, RECORD_QUESTION);
}

void meeting_kind_decision(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_kind(screen, desk, RECORD_DECISION);
}

void meeting_kind_task(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_kind(screen, desk, RECORD_TASK);
}

void meeting_kind_private(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_kind(screen, desk, RECORD_PRIVATE_NOTE);
}

void meeting_kind_ballot(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    change_kind(screen, desk, RECORD_BALLOT);
}

void meeting_remove_record(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    const struct record *record = meeting_record(view);
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    if (record == NULL)
        return;
    if (meeting_is_pause(&view->pauses, record)) {
        meeting_pause_drop(desk, record->id);
        return;
    }
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, view->meeting.id);
        status = meeting_move(view, record) != NULL
                     ? attendance_move_remove(gesture, record->id, &problem)
                     : record_remove(gesture, record->id, &problem);
    }
    bool hidden = record->fact.kind == RECORD_PRIVATE_NOTE;
    desk_conclude(desk, gesture, status, &problem, "ligne ôtée : %s",
        hidden ? "(note privée)" : record->fact.text);
}

static void accept_item(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    const struct record *record = meeting_record(view);
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    size_t chosen = picker_focused(picker);
    if (record == NULL || chosen >= view->agenda.count)
        return;
    const struct item *item = &view->agenda.items[chosen];
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, view->meeting.id);
        status = record_move(gesture, record->id, item->id, &problem);
    }
    desk_conclude(desk, gesture, status, &problem, "ligne passée au point %s", item->number);
}

void meeting_move_record(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_item};
    const struct meeting_view *view = meeting_view_of(screen);
    struct arena arena = {0};
    if (meeting_record(view) == NULL)
        return;
    if (meeting_move(view, meeting_record(view)) != NULL) {
        desk_say(desk, "Une arrivée ou un départ tient à son point : x l'ôte d'ici.");
        return;
    }
    struct picker_choice *choices = arena_array(&arena, view->agenda.count + 1, sizeof *choices);
    for (size_t i = 0; choices != NULL && i < view->agenda.count; i++)
        choices[i] = (struct picker_choice){
            .reference = view->agenda.items[i].number, .label = view->agenda.items[i].title};
    if (choices != NULL)
        desk_pick(desk, &pick, "À quel point appartient cette ligne ?", choices, view->agenda.count,
            false);
    arena_clear(&arena);
}

void meeting_open_record(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct meeting_view *view = meeting_view_of(screen);
    if (meeting_decision(view) != 0)
        follow_go(follow, PLACE_DECISION, PLAN_FIELD, meeting_decision(view));
    else if (meeting_task(view) != 0)
        follow_go(follow, PLACE_TASK, PLAN_FIELD, meeting_task(view));
    else
        desk_say(desk, "Seules les décisions et les tâches ont une fiche.");
}

// Of a decision one chooses what becomes of it, a task goes on to its next state.
void meeting_change_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct meeting_view *view = meeting_view_of(screen);
    if (meeting_decision(view) != 0)
        decision_pick(screen, desk, follow);
    else if (meeting_task(view) != 0)
        task_next_state(screen, desk, follow);
    else
        desk_say(desk, "Seules les décisions et les tâches changent d'état.");
}
