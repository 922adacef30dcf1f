// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rectification.h"

#include "base/buffer.h"
#include "rules/reference.h"
#include "store/connection.h"
#include "store/counter.h"
#include "store/kept_text.h"
#include "store/mask.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"

#define RECTIFIED_IS_HIDDEN "decision_id IN (SELECT id FROM record WHERE " RECORD_IS_HIDDEN ")"
#define SHOWN_RECTIFIED MASKED("text", RECTIFIED_IS_HIDDEN)
#define QUERY "SELECT id, number, " SHOWN_RECTIFIED ", reason, at, author FROM rectification WHERE "

static enum status load(struct store *store, const char *sql, int64_t of, struct arena *arena,
    struct rectification_list *list, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct rectification);
    struct rectification *rectification = NULL;
    statement_open(&statement, store, sql);
    statement_bind_integer(&statement, of);
    while (statement_row(&statement) && (rectification = row_array_add(&rows, &statement)) != NULL)
        *rectification = (struct rectification){
            .id = statement_integer(&statement, 0),
            .number = statement_text(&statement, 1, arena),
            .text = statement_text(&statement, 2, arena),
            .reason = statement_text(&statement, 3, arena),
            .at = statement_text(&statement, 4, arena),
            .author = statement_text(&statement, 5, arena),
        };
    *list = (struct rectification_list){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

enum status rectifications_of_decision(struct store *store, int64_t decision, struct arena *arena,
    struct rectification_list *list, struct problem *problem)
{
    return load(store, QUERY "decision_id = ? ORDER BY id", decision, arena, list, problem);
}

enum status rectifications_of_meeting(struct store *store, int64_t meeting, struct arena *arena,
    struct rectification_list *list, struct problem *problem)
{
    return load(store, QUERY "meeting_id = ? ORDER BY id", meeting, arena, list, problem);
}

// What is corrected, by the number that people know it by.
static enum status load_number(struct store *store, const struct meeting_facts *facts,
    int64_t decision, struct arena *arena, const char **number, struct problem *problem)
{
    struct statement statement;
    *number = facts->reference;
    if (decision == 0)
        return STATUS_DONE;
    *number = NULL;
    statement_open(&statement, store,
        "SELECT decision.number FROM decision JOIN record ON record.id = decision.record_id"
        " WHERE record.id = ? AND record.meeting_id = ?");
    statement_bind_integer(&statement, decision);
    statement_bind_integer(&statement, facts->id);
    if (statement_row(&statement))
        *number = statement_text(&statement, 0, arena);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && *number == NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette décision n'a pas de numéro : rectifiez le compte rendu de %s.",
            facts->reference);
    return status;
}

// The counter is named after what is corrected; a meeting's reference has its year, so 0 will do.
static enum status next_number(struct gesture *gesture, const char *of, struct buffer *number,
    struct arena *arena, struct problem *problem)
{
    int rank = 0;
    const char *counter = arena_format(arena, "rectification %s", of);
    if (counter == NULL)
        return problem_set_no_memory(problem);
    enum status status = counter_next(gesture, counter, 0, &rank, problem);
    if (status == STATUS_DONE)
        reference_of_rectification(number, of, rank);
    return buffer_failed(number) ? problem_set_no_memory(problem) : status;
}

static enum status insert(struct gesture *gesture, const struct rectification *row, int64_t meeting,
    int64_t decision, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO rectification (id, meeting_id, decision_id, number, text, reason, at, author)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    statement_bind_integer(&statement, row->id);
    statement_bind_integer(&statement, meeting);
    statement_bind_reference(&statement, decision);
    statement_bind_text(&statement, row->number);
    statement_bind_text(&statement, row->text);
    statement_bind_text(&statement, row->reason);
    statement_bind_text(&statement, row->at);
    statement_bind_text(&statement, row->author);
    return statement_run(&statement, problem);
}

static enum status keep_words(struct arena *arena, const char *text, const char *reason,
    struct rectification *row, struct problem *problem)
{
    enum status status = kept_text_or_null(arena, text, &row->text, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(arena, reason, &row->reason, problem);
    if (status == STATUS_DONE && row->text == NULL)
        status = problem_set(
            problem, STATUS_REFUSED, "Une rectification a un texte : écrivez ce qu'il faut lire.");
    if (status == STATUS_DONE && row->reason == NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "Dites pourquoi, entre parenthèses à la fin : (erreur de saisie), par exemple.");
    return status;
}

// A correction says something else than what stands.
static enum status check_new(
    struct store *store, const struct rectification *row, int64_t decision, struct problem *problem)
{
    struct statement statement;
    int64_t same = 0;
    statement_open(&statement, store, "SELECT text = ?2 FROM record WHERE id = ?1");
    statement_bind_integer(&statement, decision);
    statement_bind_text(&statement, row->text);
    enum status status = statement_number(&statement, 0, &same, problem);
    if (status == STATUS_DONE && same != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "C'est le texte tel qu'il est scellé : corrigez-le avant le motif.");
    return status;
}

static enum status check_closed(const struct meeting_facts *facts, struct problem *problem)
{
    if (meeting_facts_is_sealed(facts))
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "La séance %s n'est pas close : corrigez la ligne elle-même.", facts->reference);
}

enum status rectification_add(struct gesture *gesture, int64_t id, int64_t meeting,
    int64_t decision, const char *text, const char *reason, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct buffer number = {0};
    struct meeting_facts facts;
    const char *of = NULL;
    struct rectification row = {.id = id,
        .at = store_hour(store, &arena),
        .author = store->author == NULL ? "" : store->author};
    enum status status = meeting_facts_load(store, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = check_closed(&facts, problem);
    if (status == STATUS_DONE && row.at == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE)
        status = load_number(store, &facts, decision, &arena, &of, problem);
    if (status == STATUS_DONE)
        status = keep_words(&arena, text, reason, &row, problem);
    if (status == STATUS_DONE && decision != 0)
        status = check_new(store, &row, decision, problem);
    if (status == STATUS_DONE)
        status = next_number(gesture, of, &number, &arena, problem);
    row.number = buffer_text(&number);
    if (status == STATUS_DONE)
        status = insert(gesture, &row, meeting, decision, problem);
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, meeting);
    buffer_clear(&number);
    arena_clear(&arena);
    return status;
}
