// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_facts.h"

#include "rules/workflow.h"
#include "store/statement.h"

#define MEETING_COLUMNS                                                                            \
    "meeting.id, meeting.committee_id, committee.code, committee.authority, next.authority,"       \
    " meeting.reference, meeting.state, meeting.date, meeting.number, meeting.adjourned_at,"       \
    " committee.majority"
#define MEETING_TABLES                                                                             \
    " JOIN committee ON committee.id = meeting.committee_id"                                       \
    " LEFT JOIN committee AS next ON next.id = committee.next_id"

// Reads MEETING_COLUMNS, the first of which is `column`.
static void read_meeting(
    struct statement *statement, int column, struct arena *arena, struct meeting_facts *facts)
{
    facts->id = statement_integer(statement, column);
    facts->committee = statement_integer(statement, column + 1);
    facts->committee_code = statement_text(statement, column + 2, arena);
    facts->authority = statement_text(statement, column + 3, arena);
    facts->next_authority = statement_text(statement, column + 4, arena);
    facts->reference = statement_text(statement, column + 5, arena);
    facts->state = statement_text(statement, column + 6, arena);
    facts->date = statement_date(statement, column + 7);
    facts->number = (int)statement_integer(statement, column + 8);
    facts->adjourned_at = statement_text(statement, column + 9, arena);
    facts->majority = statement_text(statement, column + 10, arena);
}

enum status meeting_facts_load(struct store *store, int64_t meeting, struct arena *arena,
    struct meeting_facts *facts, struct problem *problem)
{
    struct statement statement;
    *facts = (struct meeting_facts){0};
    statement_open(&statement, store,
        "SELECT " MEETING_COLUMNS " FROM meeting" MEETING_TABLES " WHERE meeting.id = ?");
    statement_bind_integer(&statement, meeting);
    if (statement_row(&statement))
        read_meeting(&statement, 0, arena, facts);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && facts->id == 0)
        status = problem_set(
            problem, STATUS_REFUSED, "Cette séance n'existe plus : s montre celles qui existent.");
    return status;
}

enum status item_facts_load(struct store *store, int64_t item, struct arena *arena,
    struct item_facts *facts, struct problem *problem)
{
    struct statement statement;
    *facts = (struct item_facts){0};
    statement_open(&statement, store,
        "SELECT item.id, item.parent_id, item.position, item.title, item.state, " MEETING_COLUMNS
        " FROM item JOIN meeting ON meeting.id = item.meeting_id" MEETING_TABLES
        " WHERE item.id = ?");
    statement_bind_integer(&statement, item);
    if (statement_row(&statement)) {
        facts->id = statement_integer(&statement, 0);
        facts->parent = statement_integer(&statement, 1);
        facts->position = statement_integer(&statement, 2);
        facts->title = statement_text(&statement, 3, arena);
        facts->state = statement_text(&statement, 4, arena);
        read_meeting(&statement, 5, arena, &facts->meeting);
    }
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && facts->id == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point n'est plus à l'ordre du jour : choisissez-en un autre.");
    return status;
}

bool meeting_facts_is_sealed(const struct meeting_facts *facts)
{
    return meeting_state_is(facts->state, MEETING_CLOSED);
}

enum status meeting_facts_refuse_sealed(const struct meeting_facts *facts, struct problem *problem)
{
    return problem_set(problem, STATUS_REFUSED,
        "La séance %s est close et ne change plus : notez la suite dans la prochaine séance.",
        facts->reference);
}

enum status meeting_facts_to_change(struct gesture *gesture, int64_t meeting, struct arena *arena,
    struct meeting_facts *facts, struct problem *problem)
{
    enum status status = meeting_facts_load(gesture_store(gesture), meeting, arena, facts, problem);
    if (status == STATUS_DONE && meeting_facts_is_sealed(facts))
        status = meeting_facts_refuse_sealed(facts, problem);
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, facts->id);
    return status;
}

enum status item_facts_to_change(struct gesture *gesture, int64_t item, struct arena *arena,
    struct item_facts *facts, struct problem *problem)
{
    enum status status = item_facts_load(gesture_store(gesture), item, arena, facts, problem);
    if (status == STATUS_DONE && meeting_facts_is_sealed(&facts->meeting))
        status = meeting_facts_refuse_sealed(&facts->meeting, problem);
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, facts->meeting.id);
    return status;
}

enum status meeting_facts_check_noting(const struct meeting_facts *facts, struct problem *problem)
{
    if (meeting_facts_is_sealed(facts))
        return meeting_facts_refuse_sealed(facts, problem);
    if (meeting_state_takes_notes(facts->state))
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "La séance %s n'est pas ouverte : ouvrez-la pour y noter ce qui est dit.",
        facts->reference);
}

const char *store_hour(struct store *store, struct arena *arena)
{
    char text[LOCAL_TIME_TEXT_SIZE];
    struct local_time now = clock_local(store_clock(store));
    local_time_text(&now, text);
    return arena_copy(arena, text);
}
