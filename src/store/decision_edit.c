// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decision_edit.h"

#include <string.h>

#include "store/decision.h"
#include "store/decision_life_row.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/statement.h"

// Runs a statement on a decision with one text, NULL for none.
static enum status write(struct gesture *gesture, const char *sql, int64_t decision,
    const char *text, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, decision);
    statement_bind_text(&statement, text);
    return statement_run(&statement, problem);
}

static enum status load_to_change(struct gesture *gesture, int64_t id, struct arena *arena,
    struct decision *decision, struct problem *problem)
{
    struct meeting_facts facts;
    enum status status = decision_load(gesture_store(gesture), id, arena, decision, problem);
    if (status == STATUS_DONE)
        status = meeting_facts_to_change(gesture, decision->meeting, arena, &facts, problem);
    return status;
}

static enum status check_reserve(const char *outcome, const char *said, struct problem *problem)
{
    if (!decision_outcome_has_reserve(outcome) || said != NULL)
        return STATUS_DONE;
    return problem_set(
        problem, STATUS_REFUSED, "Une réserve se dit : écrivez sous quelle réserve c'est adopté.");
}

static enum status write_outcome(struct gesture *gesture, const struct decision *decision,
    const char *outcome, const char *said, struct problem *problem)
{
    bool reserve = decision_outcome_has_reserve(outcome);
    enum status status = write(gesture,
        "UPDATE decision SET outcome = ?2 WHERE record_id = ?1 AND outcome IS NOT ?2", decision->id,
        outcome, problem);
    if (status == STATUS_DONE)
        status = write(gesture,
            "UPDATE decision SET reserve = ?2 WHERE record_id = ?1 AND reserve IS NOT ?2",
            decision->id, reserve ? said : NULL, problem);
    if (status == STATUS_DONE && !reserve && said != NULL)
        status = write(gesture,
            "UPDATE decision SET reason = ?2 WHERE record_id = ?1 AND reason IS NOT ?2",
            decision->id, said, problem);
    return status;
}

enum status decision_set_outcome(struct gesture *gesture, int64_t decision, const char *outcome,
    const char *text, struct problem *problem)
{
    struct arena arena = {0};
    struct decision known;
    const char *said = NULL;
    enum status status = load_to_change(gesture, decision, &arena, &known, problem);
    if (status == STATUS_DONE)
        status = decision_outcome_check(&known.power, outcome, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, text, &said, problem);
    if (status == STATUS_DONE && text == NULL && decision_outcome_has_reserve(outcome))
        said = known.reserve;
    if (status == STATUS_DONE)
        status = check_reserve(outcome, said, problem);
    if (status == STATUS_DONE)
        status = write_outcome(gesture, &known, outcome, said, problem);
    arena_clear(&arena);
    return status;
}

enum status decision_set_reason(
    struct gesture *gesture, int64_t decision, const char *reason, struct problem *problem)
{
    struct arena arena = {0};
    struct decision known;
    const char *said = NULL;
    enum status status = decision_load(gesture_store(gesture), decision, &arena, &known, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, reason, &said, problem);
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, known.meeting);
    if (status == STATUS_DONE && decision_is_sealed(&known)) {
        status = decision_life_begin(gesture, decision, problem);
        if (status == STATUS_DONE)
            status = write(gesture,
                "UPDATE decision_life SET reason = ?2 WHERE decision_id = ?1 AND reason IS NOT ?2",
                decision, said, problem);
    } else if (status == STATUS_DONE)
        status = write(gesture,
            "UPDATE decision SET reason = ?2 WHERE record_id = ?1 AND reason IS NOT ?2", decision,
            said, problem);
    arena_clear(&arena);
    return status;
}

// Once sealed, an empty text stands for none.
static enum status write_review(struct gesture *gesture, const struct decision *decision,
    const char *iso, struct problem *problem)
{
    if (!decision_is_sealed(decision))
        return write(gesture,
            "UPDATE decision SET review = nullif(?2, '') WHERE record_id = ?1"
            " AND review IS NOT nullif(?2, '')",
            decision->id, iso, problem);
    enum status status = decision_life_begin(gesture, decision->id, problem);
    if (status == STATUS_DONE)
        status = write(gesture,
            "UPDATE decision_life SET review = ?2 WHERE decision_id = ?1 AND nullif(?2, '') IS NOT"
            " (SELECT review FROM decision_review WHERE decision_review.decision_id = ?1)",
            decision->id, iso, problem);
    return status;
}

enum status decision_set_review(
    struct gesture *gesture, int64_t decision, struct date review, struct problem *problem)
{
    struct arena arena = {0};
    struct decision known;
    char iso[DATE_TEXT_SIZE];
    date_iso(review, iso);
    enum status status = decision_load(gesture_store(gesture), decision, &arena, &known, problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, known.meeting);
        status = write_review(gesture, &known, iso, problem);
    }
    arena_clear(&arena);
    return status;
}
