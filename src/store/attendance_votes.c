// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attendance_votes.h"

#include "rules/presence_check.h"
#include "store/attendance_count.h"
#include "store/row_array.h"
#include "store/statement.h"

struct voice_row {
    int64_t attendee, item;
    const char *number; // of the item
};

// The votes by name of the meeting, in an arena.
struct cast_votes {
    struct cast_vote *votes;
    size_t count;
};

// Who took no part had a vote and did not use it: nothing is asked of them.
static enum status load_rows(
    struct store *store, int64_t meeting, struct row_array *rows, struct problem *problem)
{
    struct statement statement;
    struct voice_row *row = NULL;
    statement_open(&statement, store,
        "SELECT voice.attendance_id, ballot.item_id, item_number.number FROM ballot"
        " JOIN ballot_voice AS voice ON voice.ballot_id = ballot.id"
        " JOIN item_number ON item_number.item_id = ballot.item_id"
        " WHERE ballot.meeting_id = ? AND voice.choice <> 'sans-vote'"
        " ORDER BY ballot.item_id, ballot.id, voice.attendance_id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (row = row_array_add(rows, &statement)) != NULL)
        *row = (struct voice_row){statement_integer(&statement, 0),
            statement_integer(&statement, 1), statement_text(&statement, 2, rows->arena)};
    return statement_finish(&statement, problem);
}

static enum status rank_votes(const struct attendance_sheet *sheet, const struct row_array *rows,
    struct arena *arena, struct cast_votes *votes, struct problem *problem)
{
    const struct voice_row *voices = rows->items;
    votes->votes = arena_array(arena, rows->count + 1, sizeof *votes->votes);
    if (votes->votes == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < rows->count; i++)
        votes->votes[votes->count++] =
            (struct cast_vote){voices[i].attendee, attendance_sheet_rank(sheet, voices[i].item),
                voices[i].number == NULL ? "" : voices[i].number};
    return STATUS_DONE;
}

enum status attendance_check_votes(struct store *store, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    struct attendance_sheet sheet;
    struct attendance attendance;
    struct cast_votes votes = {0};
    struct row_array rows = ROW_ARRAY(&arena, struct voice_row);
    enum status status = load_rows(store, meeting, &rows, problem);
    if (status == STATUS_DONE && rows.count > 0)
        status = attendance_load(store, meeting, &arena, &sheet, problem);
    if (status == STATUS_DONE && rows.count > 0)
        status = rank_votes(&sheet, &rows, &arena, &votes, problem);
    if (status == STATUS_DONE && rows.count > 0)
        status = attendance_seats(&sheet, &arena, &attendance, problem);
    if (status == STATUS_DONE && rows.count > 0)
        status = presence_check_votes(&attendance, votes.votes, votes.count, &arena, problem);
    arena_clear(&arena);
    return status;
}

enum status attendance_change_begin(struct gesture *gesture, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), "SAVEPOINT attendance_change");
    return statement_run(&statement, problem);
}

enum status attendance_change_end(
    struct gesture *gesture, int64_t meeting, enum status status, struct problem *problem)
{
    struct statement statement;
    if (status == STATUS_DONE)
        status = attendance_check_votes(gesture_store(gesture), meeting, problem);
    if (status != STATUS_DONE) {
        statement_open(
            &statement, gesture_store(gesture), "ROLLBACK TO SAVEPOINT attendance_change");
        statement_run(&statement, problem);
    }
    statement_open(&statement, gesture_store(gesture), "RELEASE SAVEPOINT attendance_change");
    enum status released = statement_run(&statement, problem);
    return status == STATUS_DONE ? released : status;
}
