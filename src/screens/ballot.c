// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/ballot.h"

#include <string.h>

#include "rules/ballot_check.h"
#include "screens/attendance_phrases.h"
#include "screens/ballot_commands.h"
#include "screens/ballot_drawing.h"
#include "screens/ballot_marks.h"
#include "screens/desk.h"
#include "screens/frame.h"
#include "screens/meeting_phrases.h"
#include "store/ballot_moment.h"

struct ballot_view *ballot_view_of(struct screen *screen)
{
    return (struct ballot_view *)screen;
}

const struct ballot_view *ballot_view_read(const struct screen *screen)
{
    return (const struct ballot_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    struct ballot_view *view = ballot_view_of(screen);
    buffer_clear(&view->votes);
    buffer_clear(&view->marks);
    buffer_clear(&view->items);
    arena_clear(&view->arena);
}

int64_t ballot_subject(const struct ballot_view *view)
{
    return view->decision != 0 ? view->decision : view->item;
}

const struct attendee *ballot_voter(const struct ballot_view *view)
{
    return view->list.cursor < view->voter_count ? view->voters[view->list.cursor] : NULL;
}

const struct held_ballot *ballot_held(const struct ballot_view *view)
{
    return ballot_on(&view->ballots, view->decision);
}

const struct record *ballot_decision(const struct ballot_view *view)
{
    for (size_t i = 0; i < view->records.count; i++)
        if (view->records.records[i].id == view->decision && view->decision != 0)
            return &view->records.records[i];
    return NULL;
}

size_t ballot_vote_count(const struct ballot_view *view)
{
    return view->votes.length / sizeof(struct named_vote);
}

// A buffer comes from realloc: it is aligned for any object.
const struct named_vote *ballot_votes(const struct ballot_view *view)
{
    return (const struct named_vote *)(const void *)view->votes.bytes;
}

void ballot_set_vote(struct ballot_view *view, int64_t attendee, enum ballot_choice choice)
{
    const struct named_vote vote = {attendee, choice};
    const struct named_vote *votes = ballot_votes(view);
    size_t place = 0;
    while (place < ballot_vote_count(view) && votes[place].seat != attendee)
        place++;
    size_t there = place < ballot_vote_count(view) ? sizeof vote : 0;
    buffer_splice(&view->votes, place * sizeof vote, there, (const char *)&vote, sizeof vote);
}

size_t ballot_item_count(const struct ballot_view *view)
{
    return view->items.length / sizeof(int64_t);
}

int64_t ballot_item(const struct ballot_view *view, size_t index)
{
    int64_t item = 0;
    memcpy(&item, view->items.bytes + index * sizeof item, sizeof item);
    return item;
}

enum ballot_choice ballot_otherwise(const struct ballot_view *view)
{
    return view->shares_voters ? BALLOT_NO_VOTE : BALLOT_FOR;
}

struct said_ballot ballot_said_by_name(const struct ballot_view *view)
{
    return (struct said_ballot){
        .mode = BALLOT_BY_NAME,
        .votes = ballot_votes(view),
        .vote_count = ballot_vote_count(view),
        .otherwise = ballot_otherwise(view),
        .shares_voters = view->shares_voters,
    };
}

static enum casting_vote casting_by_name(const struct said_ballot *said, const struct seat *chair)
{
    enum ballot_choice choice =
        ballot_choice_of(said->votes, said->vote_count, chair->id, said->otherwise);
    return choice == BALLOT_FOR       ? CASTING_VOTE_FOR
           : choice == BALLOT_AGAINST ? CASTING_VOTE_AGAINST
                                      : CASTING_VOTE_NONE;
}

enum status ballot_preview(const struct ballot_view *view, const struct said_ballot *said,
    struct ballot *ballot, struct problem *problem)
{
    struct ballot_moment moment = ballot_moment_of(&view->sheet, &view->state);
    const struct ballot_line line = {said->form, said->counts};
    const struct held_ballot *held = ballot_held(view);
    const struct seat *chair = ballot_chair(&view->sheet, &view->state);
    bool by_name = said->form == BALLOT_FORM_COUNTS && said->mode == BALLOT_BY_NAME;
    enum status status = STATUS_DONE;
    *ballot = ballot_of_line(&line, moment.majority, moment.voters);
    ballot->mode = said->mode;
    ballot->casting = said->casting;
    if (by_name)
        status = ballot_count_names(&view->state.attendance, view->state.standings, said->votes,
            said->vote_count, said->otherwise, &ballot->counts, problem);
    if (by_name && chair != NULL)
        ballot->casting = casting_by_name(said, chair);
    int shared =
        said->shares_voters ? ballots_shared(&view->ballots, held == NULL ? 0 : held->id) : 0;
    return status == STATUS_DONE ? ballot_check(ballot, moment.present, shared, problem) : status;
}

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

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct ballot_view *view = ballot_view_of(screen);
    bool first = view->arena.blocks == NULL;
    return show(
        view, desk, first ? screen->destination.focus : ballot_subject(view), !first, problem);
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    const struct ballot_view *view = ballot_view_read(screen);
    phrase_meeting(left, &view->meeting);
    buffer_append(left, " › Scrutin");
    attendance_sentence(
        right, &view->sheet, &view->state, frame_title_room(desk, screen->area.width, left));
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct ballot_view *view = ballot_view_read(screen);
    const struct attendee *voter = ballot_voter(view);
    if (voter == NULL)
        return;
    const struct attendee *holder = attendance_sheet_find(&view->sheet, voter->proxy_to);
    phrase_attendee_place(out, voter);
    if (view->state.standings[voter - view->sheet.people].votes_by_proxy && holder != NULL)
        buffer_append_format(out, " · par pouvoir à %s", holder->name);
    else if (voter->deputy != NULL)
        buffer_append_format(out, " · par %s", voter->deputy);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct ballot_view *view = ballot_view_of(screen);
    struct rectangle area = ballot_list_area(view, screen->area);
    if (event->type == EVENT_CLICK) {
        struct list_rows rows = ballot_rows(view);
        size_t row = list_row_at(&view->list, area, &rows, event->row - area.row);
        if (row < view->voter_count)
            view->list.cursor = row;
        return true;
    }
    if (event->type == EVENT_KEY && key_digit(event->key) >= 0) {
        char typed[8];
        key_text(event->key, typed);
        ballot_ask_counts(screen, desk, typed);
        return true;
    }
    return list_handle(&view->list, event, (size_t)(area.height > 0 ? area.height : 1));
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

static int64_t item_shown(const struct screen *screen)
{
    return ballot_view_read(screen)->item;
}

const struct screen_class ballot_screen = {
    .size = sizeof(struct ballot_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = ballot_draw,
    .handle = handle,
    .meeting = meeting_shown,
    .item = item_shown,
    .pending = ballot_marks_pending,
    .resume = ballot_marks_resume,
    .questions = {{ballot_questions, BALLOT_QUESTION_COUNT}},
};
