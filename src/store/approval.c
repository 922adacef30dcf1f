// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/approval.h"

#include <string.h>

#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/statement.h"

static const char load_sql[] =
    "SELECT substr(approval.at, 1, 10), approval.reserves, held.reference, tacit_approval.day,"
    " committee.approval_days"
    " FROM meeting JOIN committee ON committee.id = meeting.committee_id"
    " LEFT JOIN approval ON approval.meeting_id = meeting.id AND meeting.state = 'close'"
    " LEFT JOIN meeting AS held ON held.id = approval.held_id"
    " LEFT JOIN tacit_approval ON tacit_approval.meeting_id = meeting.id WHERE meeting.id = ?";

static void today_iso(struct store *store, char iso[DATE_TEXT_SIZE])
{
    struct local_time now = clock_local(store_clock(store));
    date_iso(date_of_day(now.year, now.month, now.day), iso);
}

enum status approval_load(struct store *store, int64_t meeting, struct arena *arena,
    struct approval *approval, struct problem *problem)
{
    struct statement statement;
    char today[DATE_TEXT_SIZE];
    const char *tacit = NULL;
    today_iso(store, today);
    *approval = (struct approval){.delay = -1};
    statement_open(&statement, store, load_sql);
    statement_bind_integer(&statement, meeting);
    if (statement_row(&statement)) {
        approval->day = statement_text(&statement, 0, arena);
        approval->reserves = statement_text(&statement, 1, arena);
        approval->meeting = statement_text(&statement, 2, arena);
        tacit = statement_text(&statement, 3, arena);
        if (!statement_is_null(&statement, 4))
            approval->delay = (int)statement_integer(&statement, 4);
    }
    if (approval->day == NULL && tacit != NULL && strcmp(tacit, today) <= 0) {
        approval->day = tacit;
        approval->tacit = true;
    } else if (approval->day == NULL)
        approval->due = tacit;
    return statement_finish(&statement, problem);
}

static enum status check(struct store *store, int64_t meeting, struct arena *arena,
    struct meeting_facts *facts, struct problem *problem)
{
    struct approval approval = {0};
    enum status status = meeting_facts_load(store, meeting, arena, facts, problem);
    if (status == STATUS_DONE && !meeting_facts_is_sealed(facts))
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s n'est pas close : clôturez-la avant que son compte rendu soit approuvé.",
            facts->reference);
    if (status == STATUS_DONE)
        status = approval_load(store, meeting, arena, &approval, problem);
    if (status != STATUS_DONE || approval.day == NULL)
        return status;
    struct date day;
    struct buffer since = {0};
    if (date_read_iso(approval.day, &day))
        date_short(&since, day);
    status = problem_set(problem, STATUS_REFUSED,
        "Le compte rendu de %s est déjà approuvé, depuis le %s%s. Une faute s'y corrige par une"
        " rectification.",
        facts->reference, buffer_text(&since), approval.tacit ? ", le délai étant passé" : "");
    buffer_clear(&since);
    return status;
}

enum status approval_check(struct store *store, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    enum status status = check(store, meeting, &arena, &facts, problem);
    arena_clear(&arena);
    return status;
}

// A later meeting of that committee, which is being held.
static enum status check_held(
    struct store *store, const struct meeting_facts *facts, int64_t held, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts where;
    if (held == 0)
        return STATUS_DONE;
    enum status status = meeting_facts_load(store, held, &arena, &where, problem);
    if (status == STATUS_DONE && (where.committee != facts->committee || where.id == facts->id))
        status = problem_set(problem, STATUS_REFUSED,
            "Le compte rendu de %s s'approuve à une autre séance de la même instance.",
            facts->reference);
    if (status == STATUS_DONE)
        status = meeting_facts_check_noting(&where, problem);
    arena_clear(&arena);
    return status;
}

enum status approval_add(struct gesture *gesture, int64_t meeting, int64_t held,
    const char *reserves, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct statement statement;
    struct arena arena = {0};
    struct meeting_facts facts;
    const char *kept = NULL;
    const char *hour = store_hour(store, &arena);
    enum status status = check(store, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE && hour == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE)
        status = check_held(store, &facts, held, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, reserves, &kept, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store,
            "INSERT INTO approval (meeting_id, held_id, at, reserves) VALUES (?, ?, ?, ?)");
        statement_bind_integer(&statement, meeting);
        statement_bind_reference(&statement, held);
        statement_bind_text(&statement, hour);
        statement_bind_text(&statement, kept);
        status = statement_run(&statement, problem);
    }
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, meeting);
        gesture_set_barrier(gesture, BARRIER_APPROVAL);
    }
    arena_clear(&arena);
    return status;
}

enum status approval_of_item(
    struct store *store, int64_t item, int64_t *meeting, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "SELECT approves_id FROM item WHERE id = ?");
    statement_bind_integer(&statement, item);
    return statement_number(&statement, 0, meeting, problem);
}

enum status approval_awaited(
    struct store *store, int64_t meeting, int64_t *awaited, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT other.id FROM meeting AS own JOIN meeting AS other"
        " ON other.committee_id = own.committee_id AND other.state = 'close'"
        " WHERE own.id = ? AND (other.date, other.id) < (own.date, own.id)"
        " ORDER BY other.date DESC, other.id DESC LIMIT 1");
    statement_bind_integer(&statement, meeting);
    return statement_number(&statement, 0, awaited, problem);
}
