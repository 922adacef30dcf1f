// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_reopening.h"

#include "store/approval.h"
#include "store/closing_log.h"
#include "store/decision_tally.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/seal.h"
#include "store/statement.h"

// The meeting of the committee that was held after it: one that is chained to it, or one opened and
// not closed yet, which needed this one closed. Where no chain tells, the dates do.
static enum status find_later(struct store *store, int64_t meeting, struct arena *arena,
    const char **reference, struct problem *problem)
{
    struct statement statement;
    *reference = NULL;
    statement_open(&statement, store,
        "SELECT other.reference FROM meeting AS own JOIN meeting AS other"
        " ON other.committee_id = own.committee_id AND other.id <> own.id WHERE own.id = ?"
        " AND (other.follows_id = own.id OR other.state IN ('ouverte', 'suspendue', 'levee')"
        " OR (own.seal IS NULL AND other.state = 'close'"
        " AND (other.date, other.opened_at, other.id) > (own.date, own.opened_at, own.id)))"
        " ORDER BY other.date DESC, other.id DESC LIMIT 1");
    statement_bind_integer(&statement, meeting);
    if (statement_row(&statement))
        *reference = statement_text(&statement, 0, arena);
    return statement_finish(&statement, problem);
}

static enum status check_last(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    struct arena arena = {0};
    const char *later = NULL;
    enum status status = find_later(store, facts->id, &arena, &later, problem);
    if (status == STATUS_DONE && later != NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s a été ouverte depuis : seule la dernière séance tenue se rouvre, faites "
            "une rectification de %s.",
            later, facts->reference);
    arena_clear(&arena);
    return status;
}

static enum status check_not_approved(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    struct arena arena = {0};
    struct approval approval = {0};
    enum status status = approval_load(store, facts->id, &arena, &approval, problem);
    if (status == STATUS_DONE && approval.day != NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "Le compte rendu de %s est approuvé depuis le %s : faites une rectification.",
            facts->reference, approval.day);
    arena_clear(&arena);
    return status;
}

static enum status check(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    if (!meeting_facts_is_sealed(facts))
        return problem_set(problem, STATUS_REFUSED,
            "La séance %s n'est pas close : elle se corrige sans réouverture.", facts->reference);
    enum status status = check_last(store, facts, problem);
    return status == STATUS_DONE ? check_not_approved(store, facts, problem) : status;
}

enum status meeting_check_reopening(struct store *store, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    enum status status = meeting_facts_load(store, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = check(store, &facts, problem);
    arena_clear(&arena);
    return status;
}

static enum status break_seal(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    static const char *const sql[] = {
        "DELETE FROM meeting_name WHERE meeting_id = ?",
        "UPDATE meeting SET state = 'levee', closed_at = NULL, seal = NULL, follows_id = NULL,"
        " committee_label = NULL WHERE id = ?",
    };
    enum status status = seal_forget(gesture, meeting, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), sql[i]);
        statement_bind_integer(&statement, meeting);
        status = statement_run(&statement, problem);
    }
    return status;
}

static enum status reopen(struct gesture *gesture, int64_t meeting, const char *hour,
    const char *reason, struct problem *problem)
{
    enum status status = closing_log_unlock(gesture, meeting, problem);
    if (status == STATUS_DONE)
        status = closing_log_add(gesture, meeting, CLOSING_TAKEN_BACK, hour, reason, problem);
    if (status == STATUS_DONE)
        status = break_seal(gesture, meeting, problem);
    if (status == STATUS_DONE)
        status = decision_tally_rebuild(gesture, problem);
    if (status == STATUS_DONE)
        status = closing_log_lock(gesture, meeting, problem);
    return status;
}

enum status meeting_reopen(
    struct gesture *gesture, int64_t meeting, const char *reason, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct meeting_facts facts;
    const char *kept = NULL;
    const char *hour = store_hour(store, &arena);
    enum status status = meeting_facts_load(store, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE && hour == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE)
        status = check(store, &facts, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, reason, &kept, problem);
    if (status == STATUS_DONE && kept == NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "Une réouverture a son motif : dites ce qui est à corriger dans %s.", facts.reference);
    if (status == STATUS_DONE)
        status = reopen(gesture, meeting, hour, kept, problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, meeting);
        gesture_set_barrier(gesture, BARRIER_REOPENING);
    }
    arena_clear(&arena);
    return status;
}
