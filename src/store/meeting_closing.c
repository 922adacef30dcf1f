// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_closing.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/reference.h"
#include "rules/workflow.h"
#include "store/backup.h"
#include "store/closing_log.h"
#include "store/counter.h"
#include "store/decision_tally.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/seal.h"
#include "store/statement.h"

// Decisions and meetings are counted by committee.
static const char decision_counter[] = "decision";
static const char meeting_counter[] = "seance";

static const char *counter_name(
    const char *what, const struct meeting_facts *facts, struct arena *arena)
{
    return arena_format(arena, "%s %s", what, facts->committee_code);
}

static bool is_numbered_by_the_town(const struct meeting_facts *facts)
{
    return strcmp(facts->authority, "delibere") == 0;
}

static const char *decision_number(
    const struct meeting_facts *facts, int number, struct arena *arena)
{
    struct buffer text = {0};
    reference_of_decision(&text, facts->committee_code, facts->date.year, number);
    const char *copy = buffer_failed(&text) ? NULL : arena_copy(arena, buffer_text(&text));
    buffer_clear(&text);
    return copy;
}

static enum status preview_numbers(struct store *store, const struct meeting_facts *facts,
    struct arena *arena, struct closing_preview *preview, struct problem *problem)
{
    int last = 0;
    const char *counter = counter_name(decision_counter, facts, arena);
    if (counter == NULL)
        return problem_set_no_memory(problem);
    enum status status = counter_last(store, counter, facts->date.year, &last, problem);
    if (status != STATUS_DONE)
        return status;
    preview->first_number = decision_number(facts, last + 1, arena);
    preview->last_number = decision_number(facts, last + preview->decisions, arena);
    return preview->first_number == NULL || preview->last_number == NULL
               ? problem_set_no_memory(problem)
               : STATUS_DONE;
}

static enum status preview_counts(
    struct store *store, int64_t meeting, struct closing_preview *preview, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT (SELECT count(*) FROM record JOIN decision ON decision.record_id = record.id"
        " WHERE record.meeting_id = ?1 AND record.kind = 'decision' AND decision.number IS NULL),"
        " (SELECT count(*) FROM item WHERE meeting_id = ?1"
        " AND state NOT IN ('traite', 'reporte', 'retire', 'en-attente')),"
        " (SELECT count(*) FROM record WHERE meeting_id = ?1"
        " AND (doubtful <> 0 OR not_understood <> 0)),"
        " (SELECT count(*) FROM record WHERE meeting_id = ?1 AND kind = 'tache' AND NOT EXISTS"
        " (SELECT 1 FROM record_mention AS mention WHERE mention.record_id = record.id"
        " AND mention.owner = 1)),"
        " (SELECT count(*) FROM record JOIN task ON task.record_id = record.id"
        " WHERE record.meeting_id = ?1 AND record.kind = 'tache' AND task.due IS NULL)");
    statement_bind_integer(&statement, meeting);
    if (statement_row(&statement))
        *preview = (struct closing_preview){
            .decisions = (int)statement_integer(&statement, 0),
            .untreated_items = (int)statement_integer(&statement, 1),
            .doubtful_records = (int)statement_integer(&statement, 2),
            .tasks_without_owner = (int)statement_integer(&statement, 3),
            .tasks_without_date = (int)statement_integer(&statement, 4),
        };
    return statement_finish(&statement, problem);
}

// Somebody was expected and nobody came, by what is noted. One adjourned because too few were there
// is closed all the same.
static enum status find_nobody(
    struct store *store, int64_t meeting, bool *nobody, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store,
        "SELECT 1 FROM attendance_summary JOIN meeting ON meeting.id = meeting_id"
        " WHERE meeting_id = ? AND present = 0 AND expected > 0 AND lacks_quorum = 0");
    statement_bind_integer(&statement, meeting);
    enum status status = statement_number(&statement, 0, &found, problem);
    *nobody = found != 0;
    return status;
}

enum status meeting_preview_closing(struct store *store, int64_t meeting, struct arena *arena,
    struct closing_preview *preview, struct problem *problem)
{
    struct meeting_facts facts;
    *preview = (struct closing_preview){0};
    enum status status = meeting_facts_load(store, meeting, arena, &facts, problem);
    if (status == STATUS_DONE)
        status = preview_counts(store, meeting, preview, problem);
    if (status == STATUS_DONE)
        status = find_nobody(store, meeting, &preview->nobody_present, problem);
    if (status == STATUS_DONE && preview->decisions > 0 && !is_numbered_by_the_town(&facts))
        status = preview_numbers(store, &facts, arena, preview, problem);
    return status;
}

enum status meeting_postpone_untreated(
    struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct meeting_facts facts;
    const char *hour = store_hour(gesture_store(gesture), &arena);
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE && hour == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE item SET state = 'reporte',"
            " closed_at = CASE WHEN opened_at IS NULL THEN NULL ELSE ifnull(closed_at, ?2) END"
            " WHERE meeting_id = ?1"
            " AND state NOT IN ('traite', 'reporte', 'retire', 'en-attente')");
        statement_bind_integer(&statement, meeting);
        statement_bind_text(&statement, hour);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

// The ids of a meeting's decisions without a number, in the order of the agenda.
static enum status load_unnumbered(
    struct store *store, int64_t meeting, struct row_array *ids, struct problem *problem)
{
    struct statement statement;
    int64_t *id = NULL;
    statement_open(&statement, store,
        "SELECT record.id FROM record JOIN decision ON decision.record_id = record.id"
        " JOIN item ON item.id = record.item_id"
        " LEFT JOIN item AS parent ON parent.id = item.parent_id"
        " WHERE record.meeting_id = ? AND record.kind = 'decision' AND decision.number IS NULL"
        " ORDER BY ifnull(parent.position, item.position), ifnull(parent.id, item.id),"
        " parent.id IS NOT NULL, item.position, item.id, record.id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (id = row_array_add(ids, &statement)) != NULL)
        *id = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

static enum status set_number(
    struct gesture *gesture, int64_t decision, const char *number, struct problem *problem)
{
    struct statement statement;
    if (number == NULL)
        return problem_set_no_memory(problem);
    statement_open(
        &statement, gesture_store(gesture), "UPDATE decision SET number = ?2 WHERE record_id = ?1");
    statement_bind_integer(&statement, decision);
    statement_bind_text(&statement, number);
    return statement_run(&statement, problem);
}

static enum status number_decisions(struct gesture *gesture, const struct meeting_facts *facts,
    struct arena *arena, struct problem *problem)
{
    struct row_array ids = ROW_ARRAY(arena, int64_t);
    const char *counter = counter_name(decision_counter, facts, arena);
    if (counter == NULL)
        return problem_set_no_memory(problem);
    enum status status = load_unnumbered(gesture_store(gesture), facts->id, &ids, problem);
    const int64_t *decisions = ids.items;
    for (size_t i = 0; status == STATUS_DONE && i < ids.count; i++) {
        int number = 0;
        status = counter_next(gesture, counter, facts->date.year, &number, problem);
        if (status == STATUS_DONE)
            status =
                set_number(gesture, decisions[i], decision_number(facts, number, arena), problem);
    }
    return status;
}

// A meeting that was reopened keeps the number of its first closing.
static enum status number_meeting(struct gesture *gesture, const struct meeting_facts *facts,
    struct arena *arena, int *number, struct problem *problem)
{
    *number = facts->number;
    if (*number != 0)
        return STATUS_DONE;
    const char *counter = counter_name(meeting_counter, facts, arena);
    if (counter == NULL)
        return problem_set_no_memory(problem);
    return counter_next(gesture, counter, facts->date.year, number, problem);
}

// The closed meeting of the committee that no other follows; none before the first that is sealed.
#define CHAIN_END                                                                                  \
    "(SELECT last.id FROM meeting AS last WHERE last.committee_id = meeting.committee_id"          \
    " AND last.id <> meeting.id AND last.state = 'close' AND last.seal IS NOT NULL"                \
    " AND NOT EXISTS (SELECT 1 FROM meeting AS next WHERE next.follows_id = last.id"               \
    " AND next.id <> meeting.id) ORDER BY last.date DESC, last.id DESC LIMIT 1)"

#define NAMES(KIND, CODE)                                                                          \
    "INSERT INTO meeting_name (meeting_id, kind, element_id, code, label)"                         \
    " SELECT ?1, '" KIND "', id, " CODE ", label FROM " KIND " WHERE id IN (SELECT " KIND          \
    "_id FROM item JOIN item_" KIND " ON item_id = item.id WHERE meeting_id = ?1"                  \
    " UNION ALL SELECT " KIND "_id FROM record JOIN record_" KIND                                  \
    " ON record_id = record.id WHERE meeting_id = ?1)"

// What things were called that day. An action has a title.
static enum status copy_names(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    static const char *const sql[] = {
        NAMES("axis", "CAST(number AS TEXT)"),
        NAMES("objective", "code"),
        "INSERT INTO meeting_name (meeting_id, kind, element_id, code, label)"
        " SELECT ?1, 'action', id, code, title FROM action WHERE id IN (SELECT action_id"
        " FROM item JOIN item_action ON item_id = item.id WHERE meeting_id = ?1"
        " UNION ALL SELECT action_id FROM record JOIN record_action ON record_id = record.id"
        " WHERE meeting_id = ?1)",
        "INSERT INTO meeting_name (meeting_id, kind, element_id, code, label)"
        " SELECT ?1, 'organisation', id, code, label FROM organisation WHERE id IN"
        " (SELECT organisation_id FROM record JOIN record_mention ON record_id = record.id"
        " WHERE meeting_id = ?1)",
    };
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), sql[i]);
        statement_bind_integer(&statement, meeting);
        status = statement_run(&statement, problem);
    }
    return status;
}

static enum status set_closed(
    struct gesture *gesture, int64_t meeting, int number, const char *hour, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE meeting SET state = 'close', number = ?2, closed_at = ?3,"
        " follows_id = " CHAIN_END ", committee_label ="
        " (SELECT label FROM committee WHERE committee.id = meeting.committee_id) WHERE id = ?1");
    statement_bind_integer(&statement, meeting);
    statement_bind_integer(&statement, number);
    statement_bind_text(&statement, hour);
    return statement_run(&statement, problem);
}

// The guard row lets a closed meeting be written to until its seal is on it.
static enum status seal(
    struct gesture *gesture, int64_t meeting, int number, struct problem *problem)
{
    struct arena arena = {0};
    const char *hour = store_hour(gesture_store(gesture), &arena);
    enum status status = hour == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
    if (status == STATUS_DONE)
        status = copy_names(gesture, meeting, problem);
    if (status == STATUS_DONE)
        status = closing_log_unlock(gesture, meeting, problem);
    if (status == STATUS_DONE)
        status = set_closed(gesture, meeting, number, hour, problem);
    if (status == STATUS_DONE)
        status = closing_log_add(gesture, meeting, CLOSING_DONE, hour, NULL, problem);
    if (status == STATUS_DONE)
        status = seal_write(gesture, meeting, problem);
    if (status == STATUS_DONE)
        status = closing_log_lock(gesture, meeting, problem);
    arena_clear(&arena);
    return status;
}

static enum status check_presence(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    bool nobody = false;
    enum status status = find_nobody(store, facts->id, &nobody, problem);
    if (status == STATUS_DONE && nobody)
        status = problem_set(problem, STATUS_REFUSED,
            "Personne n'est noté présent à %s : F2 note les présences.", facts->reference);
    return status;
}

// Refuses before the copy is made: a refusal leaves nothing behind.
static enum status prepare(struct gesture *gesture, int64_t meeting, struct arena *arena,
    struct meeting_facts *facts, struct problem *problem)
{
    enum status status = meeting_facts_load(gesture_store(gesture), meeting, arena, facts, problem);
    if (status == STATUS_DONE)
        status = workflow_check(
            &meeting_workflow, facts->state, meeting_state_code(MEETING_CLOSED), problem);
    if (status == STATUS_DONE)
        status = check_presence(gesture_store(gesture), facts, problem);
    if (status == STATUS_DONE)
        status = store_backup(gesture_store(gesture), "cloture", problem);
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, meeting);
    return status;
}

enum status meeting_close(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    int number = 0;
    enum status status = prepare(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE && !is_numbered_by_the_town(&facts))
        status = number_decisions(gesture, &facts, &arena, problem);
    if (status == STATUS_DONE)
        status = number_meeting(gesture, &facts, &arena, &number, problem);
    if (status == STATUS_DONE)
        status = decision_tally_add(gesture, meeting, facts.date, problem);
    if (status == STATUS_DONE)
        status = seal(gesture, meeting, number, problem);
    if (status == STATUS_DONE)
        gesture_set_barrier(gesture, BARRIER_CLOSING);
    arena_clear(&arena);
    return status;
}
