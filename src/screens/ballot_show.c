// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot_show.h"

#include "screens/ballot_marks.h"
#include "screens/desk.h"

static enum status read_voters(struct ballot_view *read, struct problem *problem)
{
    read->voters = arena_array(&read->arena, read->sheet.count + 1, sizeof *read->voters);
    if (read->voters == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < read->sheet.count; i++)
        if (read->state.standings[i].votes || read->state.standings[i].votes_by_proxy)
            read->voters[read->voter_count++] = &read->sheet.people[i];
    return STATUS_DONE;
}

// The item that `focus` is, or the one that its record belongs to; else the current one.
static int64_t item_of(struct ballot_view *read, struct desk *desk, int64_t focus)
{
    struct record record;
    if (agenda_find(&read->agenda, focus) != NULL)
        return focus;
    if (focus != 0 && record_load(desk->store, focus, &read->arena, &record, NULL) == STATUS_DONE &&
        agenda_find(&read->agenda, record.item) != NULL)
        return record.item;
    const struct item *current = agenda_current(&read->agenda);
    if (current != NULL)
        return current->id;
    return read->agenda.count == 0 ? 0 : read->agenda.items[0].id;
}

// The decision that `focus` is, or whose vote it is; of an item, its last one.
static int64_t decision_of(const struct ballot_view *read, int64_t focus, bool whole_item)
{
    int64_t last = 0;
    for (size_t i = 0; i < read->records.count; i++) {
        const struct record *record = &read->records.records[i];
        if (record->id == focus && record->ballot != NULL)
            return record->ballot->decision;
        if (record->fact.kind != RECORD_DECISION)
            continue;
        if (record->id == focus)
            return focus;
        last = record->id;
    }
    return whole_item ? 0 : last;
}

static enum status read_all(struct ballot_view *read, struct desk *desk, int64_t focus,
    bool whole_item, struct problem *problem)
{
    struct store *store = desk->store;
    int64_t meeting = read->screen.destination.element;
    enum status status = meeting_load(store, meeting, &read->arena, &read->meeting, problem);
    if (status == STATUS_DONE)
        status = agenda_load(store, meeting, &read->arena, &read->agenda, problem);
    if (status == STATUS_DONE)
        status = attendance_load(store, meeting, &read->arena, &read->sheet, problem);
    if (status != STATUS_DONE)
        return status;
    read->item = item_of(read, desk, focus);
    status = attendance_at(&read->sheet, read->item, &read->arena, &read->state, problem);
    if (status == STATUS_DONE)
        status = record_list(store, read->item, &read->arena, &read->records, problem);
    if (status == STATUS_DONE)
        status = ballots_of_item(store, read->item, &read->arena, &read->ballots, problem);
    if (status == STATUS_DONE)
        status = read_voters(read, problem);
    read->decision = decision_of(read, focus, whole_item);
    return status;
}

// Votes of who does not vote there any more are forgotten.
static void keep_votes(struct ballot_view *view)
{
    const size_t size = sizeof(struct named_vote);
    for (size_t i = ballot_vote_count(view); i > 0; i--) {
        bool votes = false;
        for (size_t j = 0; j < view->voter_count && !votes; j++)
            votes = view->voters[j]->id == ballot_votes(view)[i - 1].seat;
        if (!votes)
            buffer_splice(&view->votes, (i - 1) * size, size, "", 0);
    }
}

static enum status show(struct ballot_view *view, struct desk *desk, int64_t focus, bool whole_item,
    struct problem *problem)
{
    struct ballot_view read = {.screen = view->screen};
    enum status status = read_all(&read, desk, focus, whole_item, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    read.list = view->list;
    read.votes = view->votes;
    read.marks = view->marks;
    read.items = view->items;
    read.base = view->base;
    read.casting = view->casting;
    read.shares_voters = view->shares_voters;
    arena_clear(&view->arena);
    *view = read;
    list_resize(&view->list, view->voter_count);
    keep_votes(view);
    ballot_marks_write(view);
    return STATUS_DONE;
}

enum status ballot_show(
    struct ballot_view *view, struct desk *desk, int64_t subject, struct problem *problem)
{
    return show(view, desk, subject, true, problem);
}

enum status ballot_show_focus(
    struct ballot_view *view, struct desk *desk, int64_t focus, struct problem *problem)
{
    return show(view, desk, focus, false, problem);
}
