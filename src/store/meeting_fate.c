// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_fate.h"

#include "rules/agenda_time.h"
#include "store/agenda_proposal.h"
#include "store/meeting_edit.h"
#include "store/meeting_session.h"
#include "store/meeting_step.h"
#include "store/statement.h"

static enum status set_state(
    struct gesture *gesture, int64_t meeting, const char *state, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, gesture_store(gesture), "UPDATE meeting SET state = ?2 WHERE id = ?1");
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, state);
    return statement_run(&statement, problem);
}

static enum status check_nothing_noted(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    struct statement statement;
    int64_t noted = 0;
    statement_open(&statement, store,
        "SELECT EXISTS (SELECT 1 FROM record WHERE meeting_id = ?1)"
        " OR EXISTS (SELECT 1 FROM item JOIN private_note ON private_note.item_id = item.id"
        " WHERE item.meeting_id = ?1)");
    statement_bind_integer(&statement, facts->id);
    enum status status = statement_number(&statement, 0, &noted, problem);
    if (status == STATUS_DONE && noted != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s a déjà des notes : elle ne s'annule plus, levez-la et reportez ses"
            " points.",
            facts->reference);
    return status;
}

// A step of the workflow that only changes the state.
static enum status step(
    struct gesture *gesture, int64_t meeting, const char *state, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    bool cancels = meeting_state_is(state, MEETING_CANCELLED);
    bool returns = meeting_state_is(state, MEETING_PREPARED);
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = workflow_check(&meeting_workflow, facts.state, state, problem);
    if (status == STATUS_DONE && cancels)
        status = check_nothing_noted(gesture_store(gesture), &facts, problem);
    if (status == STATUS_DONE && returns)
        status = meeting_check_date(
            gesture_store(gesture), facts.committee, meeting, facts.date, problem);
    if (status == STATUS_DONE)
        status = set_state(gesture, meeting, state, problem);
    arena_clear(&arena);
    return status;
}

enum status meeting_cancel(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return step(gesture, meeting, meeting_state_code(MEETING_CANCELLED), problem);
}

enum status meeting_postpone(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return step(gesture, meeting, meeting_state_code(MEETING_POSTPONED), problem);
}

enum status meeting_prepare_again(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return step(gesture, meeting, meeting_state_code(MEETING_PREPARED), problem);
}

static enum status postpone_items(
    struct gesture *gesture, int64_t meeting, const char *hour, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE item SET state = 'reporte',"
        " closed_at = CASE WHEN opened_at IS NULL THEN NULL ELSE ifnull(closed_at, ?2) END"
        " WHERE meeting_id = ?1 AND state IN ('a-traiter', 'en-cours') AND NOT EXISTS"
        " (SELECT 1 FROM record WHERE record.item_id = item.id AND record.kind = 'decision')");
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, hour);
    return statement_run(&statement, problem);
}

static enum status mark(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, gesture_store(gesture), "UPDATE meeting SET lacks_quorum = 1 WHERE id = ?");
    statement_bind_integer(&statement, meeting);
    return statement_run(&statement, problem);
}

static enum status adjourn(struct gesture *gesture, const struct meeting_facts *facts,
    const char *hour, struct problem *problem)
{
    enum status status = postpone_items(gesture, facts->id, hour, problem);
    if (status == STATUS_DONE)
        status = meeting_adjourn(gesture, facts->id, problem);
    return status == STATUS_DONE ? mark(gesture, facts->id, problem) : status;
}

enum status meeting_adjourn_without_quorum(
    struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return meeting_take_step(gesture, meeting, MEETING_ADJOURNED, adjourn, problem);
}

static enum status check_recall(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    struct statement statement;
    int64_t lacks = 0;
    if (meeting_state_is(facts->state, MEETING_CANCELLED) ||
        meeting_state_is(facts->state, MEETING_POSTPONED))
        return STATUS_DONE;
    statement_open(&statement, store, "SELECT lacks_quorum FROM meeting WHERE id = ?");
    statement_bind_integer(&statement, facts->id);
    enum status status = statement_number(&statement, 0, &lacks, problem);
    if (status == STATUS_DONE && lacks == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s n'a manqué de rien : préparez la suivante depuis la liste des séances.",
            facts->reference);
    return status;
}

// Once is enough, unless that one is not held either.
static enum status check_not_recalled(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    struct statement statement;
    struct problem called = {0};
    statement_open(&statement, store,
        "SELECT reference FROM meeting WHERE recalls_id = ?"
        " AND state NOT IN ('annulee', 'reportee') AND lacks_quorum = 0 LIMIT 1");
    statement_bind_integer(&statement, facts->id);
    if (statement_row(&statement))
        problem_set(&called, STATUS_REFUSED,
            "La séance %s est déjà convoquée à nouveau, sous %s : changez plutôt la date de"
            " celle-ci (j).",
            facts->reference, statement_borrow(&statement, 0));
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && called.status != STATUS_DONE)
        status = problem_set(problem, called.status, "%s", called.sentence);
    return status;
}

enum status meeting_call_again(
    struct gesture *gesture, int64_t id, int64_t meeting, struct date date, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct meeting_facts facts;
    struct store *store = gesture_store(gesture);
    enum status status = meeting_facts_load(store, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = check_recall(store, &facts, problem);
    if (status == STATUS_DONE)
        status = check_not_recalled(store, &facts, problem);
    if (status == STATUS_DONE)
        status = meeting_add(gesture, id, facts.committee, date, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store,
            "UPDATE meeting SET recalls_id = ?2,"
            " place = (SELECT place FROM meeting WHERE id = ?2),"
            " planned_hour = (SELECT planned_hour FROM meeting WHERE id = ?2),"
            " planned_end = (SELECT planned_end FROM meeting WHERE id = ?2) WHERE id = ?1");
        statement_bind_integer(&statement, id);
        statement_bind_integer(&statement, meeting);
        status = statement_run(&statement, problem);
    }
    if (status == STATUS_DONE)
        status = agenda_propose(gesture, id, NULL, problem);
    arena_clear(&arena);
    return status;
}

enum status meeting_set_hours(
    struct gesture *gesture, int64_t meeting, const char *hours, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct meeting_facts facts;
    char starts[AGENDA_HOUR_SIZE];
    char ends[AGENDA_HOUR_SIZE];
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE && !agenda_read_hours(hours == NULL ? "" : hours, starts, ends))
        status = problem_set(problem, STATUS_REFUSED,
            "«%s» ne dit pas deux heures : écrivez par exemple 14h-16h30.", hours);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE meeting SET planned_hour = nullif(?2, ''), planned_end = nullif(?3, '')"
            " WHERE id = ?1 AND (planned_hour IS NOT nullif(?2, '')"
            " OR planned_end IS NOT nullif(?3, ''))");
        statement_bind_integer(&statement, meeting);
        statement_bind_text(&statement, starts);
        statement_bind_text(&statement, ends);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status meeting_neighbour(struct store *store, int64_t meeting, int step_wanted,
    int64_t *neighbour, struct problem *problem)
{
    static const char before[] =
        "SELECT other.id FROM meeting AS this JOIN meeting AS other"
        " ON other.committee_id = this.committee_id AND (other.date, other.id) < (this.date, "
        "this.id)"
        " WHERE this.id = ? ORDER BY other.date DESC, other.id DESC LIMIT 1";
    static const char after[] = "SELECT other.id FROM meeting AS this JOIN meeting AS other"
                                " ON other.committee_id = this.committee_id AND (other.date, "
                                "other.id) > (this.date, this.id)"
                                " WHERE this.id = ? ORDER BY other.date, other.id LIMIT 1";
    struct statement statement;
    statement_open(&statement, store, step_wanted < 0 ? before : after);
    statement_bind_integer(&statement, meeting);
    return statement_number(&statement, 0, neighbour, problem);
}
