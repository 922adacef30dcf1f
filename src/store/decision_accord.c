// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decision_accord.h"

#include "store/decision.h"
#include "store/statement.h"

static enum status check_decision(
    struct gesture *gesture, int64_t decision, struct problem *problem)
{
    struct arena arena = {0};
    struct decision known;
    enum status status = decision_load(gesture_store(gesture), decision, &arena, &known, problem);
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, known.meeting);
    arena_clear(&arena);
    return status;
}

static enum status check_asked(struct store *store, int64_t decision, struct problem *problem)
{
    struct statement statement;
    int64_t asked = 0;
    statement_open(&statement, store, "SELECT count(*) FROM decision_accord WHERE decision_id = ?");
    statement_bind_integer(&statement, decision);
    enum status status = statement_number(&statement, 0, &asked, problem);
    if (status == STATUS_DONE && asked == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "La convention n'a pas de signataire : leur accord ne peut pas être demandé.");
    return status;
}

enum status decision_ask_accord(
    struct gesture *gesture, int64_t decision, bool asked, struct problem *problem)
{
    enum status status = check_decision(gesture, decision, problem);
    if (status == STATUS_DONE && !asked)
        return gesture_run_on(
            gesture, "DELETE FROM decision_accord WHERE decision_id = ?", decision, problem);
    if (status == STATUS_DONE)
        status = gesture_run_on(gesture,
            "INSERT INTO decision_accord (decision_id, position, name)"
            " SELECT ?1, row_number() OVER (ORDER BY first, name), name FROM"
            " (SELECT ifnull(organisation.label, signatory.name) AS name,"
            " min(signatory.position) AS first FROM signatory"
            " LEFT JOIN organisation ON organisation.id = signatory.organisation_id"
            " GROUP BY ifnull(organisation.id, -signatory.id))"
            " WHERE NOT EXISTS (SELECT 1 FROM decision_accord WHERE decision_id = ?1)",
            decision, problem);
    return status == STATUS_DONE ? check_asked(gesture_store(gesture), decision, problem) : status;
}

static enum status check_position(
    struct store *store, int64_t decision, int position, struct problem *problem)
{
    struct statement statement;
    int64_t there = 0;
    statement_open(
        &statement, store, "SELECT 1 FROM decision_accord WHERE decision_id = ? AND position = ?");
    statement_bind_integer(&statement, decision);
    statement_bind_integer(&statement, position);
    enum status status = statement_number(&statement, 0, &there, problem);
    if (status == STATUS_DONE && there == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Cet accord n'est pas demandé : demandez d'abord l'accord des signataires.");
    return status;
}

enum status decision_set_accord(
    struct gesture *gesture, int64_t decision, int position, bool given, struct problem *problem)
{
    struct statement statement;
    char today[DATE_TEXT_SIZE];
    struct local_time now = clock_local(store_clock(gesture_store(gesture)));
    enum status status = check_decision(gesture, decision, problem);
    if (status == STATUS_DONE)
        status = check_position(gesture_store(gesture), decision, position, problem);
    if (status != STATUS_DONE)
        return status;
    date_iso(date_of_day(now.year, now.month, now.day), today);
    statement_open(&statement, gesture_store(gesture),
        "UPDATE decision_accord SET given_on = ?3 WHERE decision_id = ?1 AND position = ?2"
        " AND (given_on IS NULL) <> (?3 IS NULL)");
    statement_bind_integer(&statement, decision);
    statement_bind_integer(&statement, position);
    statement_bind_text(&statement, given ? today : NULL);
    return statement_run(&statement, problem);
}
