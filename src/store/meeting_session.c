// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_session.h"

#include "store/item_edit.h"
#include "store/meeting_edit.h"
#include "store/meeting_pause.h"
#include "store/meeting_step.h"
#include "store/pinned_note.h"
#include "store/statement.h"

static enum status check_last_is_closed(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    const char *reference = NULL;
    statement_open(&statement, store,
        "SELECT reference FROM meeting WHERE committee_id = ? AND id <> ?"
        " AND state IN ('ouverte', 'suspendue', 'levee') ORDER BY date DESC, id DESC LIMIT 1");
    statement_bind_integer(&statement, facts->committee);
    statement_bind_integer(&statement, facts->id);
    if (statement_row(&statement))
        reference = statement_text(&statement, 0, &arena);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && reference != NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s n'est pas close : clôturez-la avant d'ouvrir %s.", reference,
            facts->reference);
    arena_clear(&arena);
    return status;
}

static enum status set_open(
    struct gesture *gesture, int64_t meeting, const char *hour, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE meeting SET state = 'ouverte', opened_at = ifnull(opened_at, ?2),"
        " adjourned_at = NULL, lacks_quorum = 0 WHERE id = ?1");
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, hour);
    return statement_run(&statement, problem);
}

static enum status number_of(struct store *store, const char *sql, int64_t meeting,
    const char *hour, int64_t *number, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, sql);
    statement_bind_integer(&statement, meeting);
    if (hour != NULL)
        statement_bind_text(&statement, hour);
    return statement_number(&statement, 0, number, problem);
}

// The item to be current once the meeting is open; 0 for none, or where one is already.
static enum status find_item(
    struct store *store, const struct meeting_facts *facts, int64_t *item, struct problem *problem)
{
    int64_t current = 0;
    *item = 0;
    enum status status =
        number_of(store, "SELECT id FROM item WHERE meeting_id = ? AND state = 'en-cours'",
            facts->id, NULL, &current, problem);
    if (status != STATUS_DONE || current != 0)
        return status;
    if (facts->adjourned_at != NULL)
        status = number_of(store,
            "SELECT id FROM item WHERE meeting_id = ? AND state = 'traite' AND closed_at = ?"
            " ORDER BY opened_at DESC, id DESC LIMIT 1",
            facts->id, facts->adjourned_at, item, problem);
    if (status == STATUS_DONE && *item == 0)
        status = number_of(store,
            "SELECT item.id FROM item LEFT JOIN item AS parent ON parent.id = item.parent_id"
            " WHERE item.meeting_id = ? AND item.state = 'a-traiter'"
            " ORDER BY ifnull(parent.position, item.position), ifnull(parent.id, item.id),"
            " parent.id IS NOT NULL, item.position, item.id LIMIT 1",
            facts->id, NULL, item, problem);
    return status;
}

// The clock goes on from here: neither a suspension nor the time since it was adjourned counts.
static enum status end_pause(struct gesture *gesture, const struct meeting_facts *facts,
    const char *hour, struct problem *problem)
{
    if (facts->adjourned_at != NULL)
        return meeting_pause_add(gesture, facts->id, facts->adjourned_at, hour, problem);
    return meeting_pause_end(gesture, facts->id, hour, problem);
}

static enum status open(struct gesture *gesture, const struct meeting_facts *facts,
    const char *hour, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    int64_t item = 0;
    enum status status = check_last_is_closed(store, facts, problem);
    if (status == STATUS_DONE)
        status = meeting_check_date(store, facts->committee, facts->id, facts->date, problem);
    if (status == STATUS_DONE)
        status = find_item(store, facts, &item, problem);
    if (status == STATUS_DONE)
        status = set_open(gesture, facts->id, hour, problem);
    if (status == STATUS_DONE)
        status = end_pause(gesture, facts, hour, problem);
    if (status == STATUS_DONE && meeting_state_is(facts->state, MEETING_PREPARED))
        status = pinned_notes_carry(gesture, facts->id, 0, problem);
    if (status == STATUS_DONE && item != 0)
        status = item_open(gesture, item, problem);
    return status;
}

enum status meeting_open(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return meeting_take_step(gesture, meeting, MEETING_OPEN, open, problem);
}

static enum status set_adjourned(
    struct gesture *gesture, int64_t meeting, const char *hour, struct problem *problem)
{
    static const char *const sql[] = {
        "UPDATE item SET state = 'traite', closed_at = ?2"
        " WHERE meeting_id = ?1 AND state = 'en-cours'",
        "UPDATE meeting SET state = 'levee', adjourned_at = ?2 WHERE id = ?1",
    };
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), sql[i]);
        statement_bind_integer(&statement, meeting);
        statement_bind_text(&statement, hour);
        status = statement_run(&statement, problem);
    }
    return status;
}

static enum status adjourn(struct gesture *gesture, const struct meeting_facts *facts,
    const char *hour, struct problem *problem)
{
    enum status status = meeting_pause_end(gesture, facts->id, hour, problem);
    return status == STATUS_DONE ? set_adjourned(gesture, facts->id, hour, problem) : status;
}

enum status meeting_adjourn(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return meeting_take_step(gesture, meeting, MEETING_ADJOURNED, adjourn, problem);
}
