// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ballot_rows.h"

#include "store/decision_default.h"
#include "store/record_rows.h"
#include "store/statement.h"

static const char *casting_code(const struct ballot *ballot)
{
    static const char *const codes[] = {
        [CASTING_VOTE_NONE] = NULL, [CASTING_VOTE_FOR] = "pour", [CASTING_VOTE_AGAINST] = "contre"};
    return codes[ballot->casting];
}

// Parameters 1 to 18, in the order of both statements.
static void bind(struct statement *statement, const struct held_ballot *held)
{
    const struct ballot *ballot = &held->ballot;
    statement_bind_integer(statement, held->id);
    statement_bind_text(statement, value_code(&ballot_mode_values, (int)ballot->mode));
    statement_bind_text(statement, value_code(&ballot_form_values, (int)held->form));
    statement_bind_integer(statement, ballot->counts.in_favour);
    statement_bind_integer(statement, ballot->counts.against);
    statement_bind_integer(statement, ballot->counts.abstentions);
    statement_bind_text(statement, casting_code(ballot));
    statement_bind_text(statement, value_code(&majority_values, (int)ballot->majority));
    statement_bind_integer(statement, held->present);
    statement_bind_integer(statement, ballot->voters);
    statement_bind_integer(statement, held->members);
    statement_bind_text(statement, held->quorum);
    statement_bind_integer(statement, held->quorum_reached);
    statement_bind_integer(statement, held->shares_voters);
    statement_bind_text(statement, value_code(&ballot_result_values, (int)held->result));
    statement_bind_text(statement, held->sentence);
    statement_bind_integer(statement, held->by_hand);
    statement_bind_integer(statement, held->anonymised);
}

static enum status insert_voices(
    struct gesture *gesture, const struct held_ballot *held, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < held->vote_count; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture),
            "INSERT INTO ballot_voice (ballot_id, attendance_id, choice) VALUES (?, ?, ?)");
        statement_bind_integer(&statement, held->id);
        statement_bind_integer(&statement, held->votes[i].seat);
        statement_bind_text(
            &statement, value_code(&ballot_choice_values, (int)held->votes[i].choice));
        status = statement_run(&statement, problem);
    }
    return status;
}

enum status ballot_rows_insert(struct gesture *gesture, int64_t meeting,
    const struct held_ballot *ballot, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO ballot (id, mode, manner, in_favour, against, abstentions, casting, majority,"
        " present, voters, members, quorum, quorum_reached, shares_voters, result, sentence,"
        " by_hand, anonymised, meeting_id, item_id, decision_id, joint_id, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind(&statement, ballot);
    statement_bind_integer(&statement, meeting);
    statement_bind_integer(&statement, ballot->item);
    statement_bind_reference(&statement, ballot->decision);
    statement_bind_reference(&statement, ballot->joint);
    statement_bind_text(&statement, ballot->at);
    enum status status = statement_run(&statement, problem);
    return status == STATUS_DONE ? insert_voices(gesture, ballot, problem) : status;
}

static enum status delete_voices(struct gesture *gesture, int64_t id, struct problem *problem)
{
    return gesture_run_on(gesture, "DELETE FROM ballot_voice WHERE ballot_id = ?", id, problem);
}

enum status ballot_rows_update(
    struct gesture *gesture, const struct held_ballot *ballot, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE ballot SET mode = ?2, manner = ?3, in_favour = ?4, against = ?5, abstentions = ?6,"
        " casting = ?7, majority = ?8, present = ?9, voters = ?10, members = ?11, quorum = ?12,"
        " quorum_reached = ?13, shares_voters = ?14, result = ?15, sentence = ?16, by_hand = ?17,"
        " anonymised = ?18 WHERE id = ?1");
    bind(&statement, ballot);
    enum status status = statement_run(&statement, problem);
    if (status == STATUS_DONE)
        status = delete_voices(gesture, ballot->id, problem);
    return status == STATUS_DONE ? insert_voices(gesture, ballot, problem) : status;
}

enum status ballot_rows_delete(struct gesture *gesture, int64_t id, struct problem *problem)
{
    enum status status = delete_voices(gesture, id, problem);
    return status == STATUS_DONE
               ? gesture_run_on(gesture, "DELETE FROM ballot WHERE id = ?", id, problem)
               : status;
}

enum status ballot_rows_delete_of(
    struct gesture *gesture, int64_t decision, struct problem *problem)
{
    enum status status = gesture_run_on(gesture,
        "DELETE FROM ballot_voice WHERE ballot_id IN"
        " (SELECT id FROM ballot WHERE decision_id = ?)",
        decision, problem);
    return status == STATUS_DONE
               ? gesture_run_on(
                     gesture, "DELETE FROM ballot WHERE decision_id = ?", decision, problem)
               : status;
}

enum status ballot_rows_leave(struct gesture *gesture, int64_t decision, struct problem *problem)
{
    return gesture_run_on(
        gesture, "UPDATE ballot SET decision_id = NULL WHERE decision_id = ?", decision, problem);
}

enum status ballot_rows_move(
    struct gesture *gesture, int64_t decision, int64_t item, struct problem *problem)
{
    return gesture_run_on_two(gesture,
        "UPDATE ballot SET item_id = ?2 WHERE decision_id = ?1 AND item_id IS NOT ?2", decision,
        item, problem);
}

// What the latest ballot on a decision made of it; without one, what the committee does of itself.
struct outcome {
    const char *mode;
    bool voted, adopted;
};

static enum status read_outcome(struct store *store, int64_t decision,
    const struct meeting_facts *meeting, struct outcome *outcome, struct problem *problem)
{
    struct arena arena = {0};
    struct held_ballot held;
    *outcome = (struct outcome){.mode = decision_mode_of(meeting), .adopted = true};
    enum status status = ballot_load_latest(store, decision, &arena, &held, problem);
    if (status == STATUS_DONE && held.id != 0)
        *outcome = (struct outcome){.mode = ballot_decision_mode(&held.ballot),
            .voted = true,
            .adopted = held.result == BALLOT_ADOPTED};
    arena_clear(&arena);
    return status;
}

enum status ballot_rows_follow(struct gesture *gesture, int64_t decision,
    const struct meeting_facts *meeting, struct problem *problem)
{
    struct outcome outcome;
    if (decision == 0)
        return STATUS_DONE;
    enum status status = read_outcome(gesture_store(gesture), decision, meeting, &outcome, problem);
    if (status != STATUS_DONE)
        return status;
    // What was withdrawn stays so; what a vote adopts is no longer postponed.
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE decision SET mode = ?2, outcome = CASE WHEN outcome = 'retiree' THEN outcome"
        " WHEN ?3 = 0 THEN 'rejetee' WHEN outcome = 'rejetee' OR (?4 AND outcome = 'reportee')"
        " THEN ?5 ELSE outcome END WHERE record_id = ?1");
    statement_bind_integer(&statement, decision);
    statement_bind_text(&statement, outcome.mode);
    statement_bind_integer(&statement, outcome.adopted);
    statement_bind_integer(&statement, outcome.voted);
    statement_bind_text(&statement, decision_outcome_of(meeting));
    return statement_run(&statement, problem);
}
