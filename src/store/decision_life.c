// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decision_life.h"

#include "rules/workflow.h"
#include "store/decision.h"
#include "store/decision_edit.h"
#include "store/decision_life_row.h"
#include "store/kept_text.h"
#include "store/statement.h"

static enum status write(struct gesture *gesture, const char *sql, int64_t decision,
    const char *text, struct problem *problem)
{
    struct statement statement;
    enum status status = decision_life_begin(gesture, decision, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, decision);
    statement_bind_text(&statement, text);
    return statement_run(&statement, problem);
}

static enum status load(struct gesture *gesture, int64_t id, struct arena *arena,
    struct decision *decision, struct problem *problem)
{
    enum status status = decision_load(gesture_store(gesture), id, arena, decision, problem);
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, decision->meeting);
    return status;
}

static void today_iso(struct gesture *gesture, char iso[DATE_TEXT_SIZE])
{
    struct local_time now = clock_local(store_clock(gesture_store(gesture)));
    date_iso(date_of_day(now.year, now.month, now.day), iso);
}

static enum status check_was_executed(const struct decision *decision, struct problem *problem)
{
    if (decision->executed_on.precision != DATE_NONE)
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "Cette décision n'est pas notée comme exécutée : la même touche la note ainsi.");
}

enum status decision_set_executed(
    struct gesture *gesture, int64_t decision, bool executed, struct problem *problem)
{
    struct arena arena = {0};
    struct decision known;
    char today[DATE_TEXT_SIZE];
    today_iso(gesture, today);
    enum status status = load(gesture, decision, &arena, &known, problem);
    if (status == STATUS_DONE)
        status = executed ? workflow_check(&decision_workflow, known.state,
                                decision_state_code(DECISION_EXECUTED), problem)
                          : check_was_executed(&known, problem);
    if (status == STATUS_DONE)
        status = write(gesture, "UPDATE decision_life SET executed_on = ?2 WHERE decision_id = ?1",
            decision, executed ? today : NULL, problem);
    arena_clear(&arena);
    return status;
}

static enum status withdraw_sealed(struct gesture *gesture, const struct decision *decision,
    const char *reason, struct problem *problem)
{
    char today[DATE_TEXT_SIZE];
    today_iso(gesture, today);
    enum status status = workflow_check(
        &decision_workflow, decision->state, decision_state_code(DECISION_WITHDRAWN), problem);
    if (status == STATUS_DONE)
        status = write(gesture, "UPDATE decision_life SET withdrawn_on = ?2 WHERE decision_id = ?1",
            decision->id, today, problem);
    if (status == STATUS_DONE && reason[0] != '\0')
        status = decision_set_reason(gesture, decision->id, reason, problem);
    return status;
}

enum status decision_withdraw(
    struct gesture *gesture, int64_t decision, const char *reason, struct problem *problem)
{
    struct arena arena = {0};
    struct decision known;
    enum status status = load(gesture, decision, &arena, &known, problem);
    if (status == STATUS_DONE && decision_is_sealed(&known))
        status = withdraw_sealed(gesture, &known, reason, problem);
    else if (status == STATUS_DONE)
        status = decision_set_outcome(
            gesture, decision, decision_state_code(DECISION_WITHDRAWN), reason, problem);
    arena_clear(&arena);
    return status;
}

// What is older cannot take the place of what is newer, so no chain comes back to where it began.
static enum status check_order(
    const struct decision *old, const struct decision *by, struct problem *problem)
{
    if (old->id == by->id)
        return problem_set(problem, STATUS_REFUSED,
            "Une décision ne se remplace pas elle-même : choisissez-en une autre.");
    int order = date_compare(by->date, old->date);
    if (order < 0 || (order == 0 && by->id < old->id))
        return problem_set(problem, STATUS_REFUSED,
            "La décision qui remplace est la plus récente : choisissez-la depuis l'autre fiche.");
    return STATUS_DONE;
}

static enum status check_replaced(
    const struct decision *old, const struct decision *by, struct problem *problem)
{
    enum status status = check_order(old, by, problem);
    if (status == STATUS_DONE && decision_state_is(by->state, DECISION_WITHDRAWN))
        status = problem_set(problem, STATUS_REFUSED,
            "La décision qui remplace est retirée : choisissez-en une autre.");
    if (status == STATUS_DONE && old->replaced_by.id != 0 && old->replaced_by.id != by->id)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette décision est déjà remplacée par %s : ôtez d'abord ce lien.",
            old->replaced_by.number == NULL ? "une autre" : old->replaced_by.number);
    if (status == STATUS_DONE && old->replaced_by.id == 0 && decision_is_sealed(old))
        status = workflow_check(
            &decision_workflow, old->state, decision_state_code(DECISION_REPLACED), problem);
    return status;
}

static enum status set_replaced(
    struct gesture *gesture, int64_t decision, int64_t by, struct problem *problem)
{
    struct statement statement;
    enum status status = decision_life_begin(gesture, decision, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE decision_life SET replaced_by = ?2 WHERE decision_id = ?1"
        " AND replaced_by IS NOT ?2");
    statement_bind_integer(&statement, decision);
    statement_bind_reference(&statement, by);
    return statement_run(&statement, problem);
}

enum status decision_set_replaced(
    struct gesture *gesture, int64_t decision, int64_t by, struct problem *problem)
{
    struct arena arena = {0};
    struct decision old;
    struct decision replacing;
    enum status status = load(gesture, decision, &arena, &old, problem);
    if (status == STATUS_DONE && by != 0)
        status = load(gesture, by, &arena, &replacing, problem);
    if (status == STATUS_DONE && by != 0)
        status = check_replaced(&old, &replacing, problem);
    if (status == STATUS_DONE)
        status = set_replaced(gesture, decision, by, problem);
    arena_clear(&arena);
    return status;
}

// The index stops other programs; here the one that has it is named.
static enum status check_number_is_free(struct store *store, int64_t decision, const char *number,
    struct arena *arena, struct problem *problem)
{
    struct statement statement;
    const char *holder = NULL;
    statement_open(&statement, store,
        "SELECT record.text FROM decision_life JOIN record ON record.id = decision_id"
        " WHERE town_number = ?1 AND decision_id <> ?2"
        " UNION ALL SELECT record.text FROM decision JOIN record ON record.id = record_id"
        " WHERE number = ?1 LIMIT 1");
    statement_bind_text(&statement, number);
    statement_bind_integer(&statement, decision);
    if (statement_row(&statement))
        holder = statement_text(&statement, 0, arena);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && holder != NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "Le numéro %s est déjà celui de «%s» : vérifiez la délibération.", number, holder);
    return status;
}

enum status decision_set_town_number(
    struct gesture *gesture, int64_t decision, const char *number, struct problem *problem)
{
    struct arena arena = {0};
    struct decision known;
    const char *kept = NULL;
    enum status status = load(gesture, decision, &arena, &known, problem);
    if (status == STATUS_DONE && !decision_is_for_council(&known))
        status = problem_set(problem, STATUS_REFUSED,
            "Seule une décision à délibérer en conseil porte un numéro de délibération :"
            " changez d'abord son issue.");
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, number, &kept, problem);
    if (status == STATUS_DONE && kept != NULL)
        status = check_number_is_free(gesture_store(gesture), decision, kept, &arena, problem);
    if (status == STATUS_DONE)
        status = write(gesture,
            "UPDATE decision_life SET town_number = ?2 WHERE decision_id = ?1"
            " AND town_number IS NOT ?2",
            decision, kept, problem);
    arena_clear(&arena);
    return status;
}
