// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_edit.h"

#include "rules/workflow.h"
#include "store/attendance_votes.h"
#include "store/ballot_rows.h"
#include "store/pinned_note.h"
#include "store/record.h"
#include "store/record_rows.h"
#include "store/statement.h"

// A record and its item, as they are before a change.
struct subject {
    struct record record;
    struct item_facts item;
};

static bool is_private(const struct entry *fact)
{
    return fact->kind == RECORD_PRIVATE_NOTE;
}

static enum status check_new(struct store *store, int64_t id, struct problem *problem)
{
    if (!record_exists(store, id))
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "Cette ligne est déjà notée : elle se trouve dans la liste du point.");
}

enum status record_add(struct gesture *gesture, int64_t id, int64_t item, const struct entry *fact,
    struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct item_facts facts = {.state = ""};
    struct entry kept;
    const char *hour = store_hour(store, &arena);
    enum status status = hour == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
    if (status == STATUS_DONE)
        status = item_facts_load(store, item, &arena, &facts, problem);
    if (status == STATUS_DONE && !is_private(fact))
        status = meeting_facts_check_noting(&facts.meeting, problem);
    if (status == STATUS_DONE && item_state_is(facts.state, ITEM_WAITING))
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point est en attente : remettez-le d'abord à l'ordre du jour.");
    if (status == STATUS_DONE)
        status = check_new(store, id, problem);
    if (status == STATUS_DONE)
        status = record_fact_to_keep(store, fact, &arena, &kept, problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, facts.meeting.id);
        status = record_rows_insert(gesture, id, hour, &facts, &kept, problem);
    }
    arena_clear(&arena);
    return status;
}

// The record, its item, and the refusal of a change of what is sealed.
static enum status load_subject(struct gesture *gesture, int64_t id, struct arena *arena,
    struct subject *subject, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    enum status status = record_load(store, id, arena, &subject->record, problem);
    if (status == STATUS_DONE)
        status = item_facts_load(store, subject->record.item, arena, &subject->item, problem);
    if (status == STATUS_DONE && !is_private(&subject->record.fact))
        status = meeting_facts_check_noting(&subject->item.meeting, problem);
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, subject->item.meeting.id);
    return status;
}

static enum status check_number(const struct record *record, struct problem *problem)
{
    if (record->fact.kind != RECORD_DECISION || record->number == NULL)
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "La décision %s a son numéro : elle reste au registre, et peut seulement être retirée.",
        record->number);
}

// Private notes and votes stand in tables of their own.
static enum record_kind stands_in(enum record_kind kind)
{
    return kind == RECORD_PRIVATE_NOTE || kind == RECORD_BALLOT ? kind : RECORD_NOTE;
}

// From one table to another it keeps its id and hour.
static enum status replace(struct gesture *gesture, const struct subject *subject,
    const struct entry *kept, struct problem *problem)
{
    const struct record *old = &subject->record;
    if (stands_in(kept->kind) == stands_in(old->fact.kind))
        return record_rows_update(gesture, old, &subject->item, kept, problem);
    enum status status = meeting_facts_check_noting(&subject->item.meeting, problem);
    if (status == STATUS_DONE)
        status = record_rows_delete(gesture, old, problem);
    if (status == STATUS_DONE)
        status = record_rows_insert(gesture, old->id, old->at, &subject->item, kept, problem);
    return status;
}

enum status record_set(
    struct gesture *gesture, int64_t id, const struct entry *fact, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct entry kept;
    enum status status = load_subject(gesture, id, &arena, &subject, problem);
    if (status == STATUS_DONE && fact->kind != RECORD_DECISION)
        status = check_number(&subject.record, problem);
    if (status == STATUS_DONE)
        status = record_fact_to_keep(gesture_store(gesture), fact, &arena, &kept, problem);
    if (status == STATUS_DONE)
        status = replace(gesture, &subject, &kept, problem);
    arena_clear(&arena);
    return status;
}

enum status record_remove(struct gesture *gesture, int64_t id, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject = {0};
    enum status status = load_subject(gesture, id, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = check_number(&subject.record, problem);
    bool unpins = subject.record.pinned && subject.record.continues != 0;
    if (status == STATUS_DONE && unpins)
        status = record_set_pinned(gesture, id, false, problem);
    else if (status == STATUS_DONE)
        status = record_rows_delete(gesture, &subject.record, problem);
    arena_clear(&arena);
    return status;
}

static enum status set_item(
    struct gesture *gesture, const struct record *record, int64_t item, struct problem *problem)
{
    static const char *const sql[RECORD_KIND_COUNT] = {
        [RECORD_NOTE] = "UPDATE record SET item_id = ?2 WHERE id = ?1 AND item_id IS NOT ?2",
        [RECORD_PRIVATE_NOTE] =
            "UPDATE private_note SET item_id = ?2 WHERE id = ?1 AND item_id IS NOT ?2",
        [RECORD_BALLOT] = "UPDATE ballot SET item_id = ?2 WHERE id = ?1 AND item_id IS NOT ?2",
    };
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), sql[stands_in(record->fact.kind)]);
    statement_bind_integer(&statement, record->id);
    statement_bind_integer(&statement, item);
    return statement_run(&statement, problem);
}

// The vote on a decision goes where the decision goes; who voted by name must vote there too.
static enum status move_votes(struct gesture *gesture, const struct record *record,
    const struct item_facts *target, struct problem *problem)
{
    enum status status = STATUS_DONE;
    if (record->fact.kind == RECORD_DECISION)
        status = ballot_rows_move(gesture, record->id, target->id, problem);
    if (status == STATUS_DONE &&
        (record->fact.kind == RECORD_DECISION || record->fact.kind == RECORD_BALLOT))
        status = attendance_check_votes(gesture_store(gesture), target->meeting.id, problem);
    return status;
}

enum status record_move(struct gesture *gesture, int64_t id, int64_t item, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct item_facts target;
    enum status status = load_subject(gesture, id, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = item_facts_load(gesture_store(gesture), item, &arena, &target, problem);
    if (status == STATUS_DONE && target.meeting.id != subject.item.meeting.id)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point est d'une autre séance : choisissez un point de %s.",
            subject.item.meeting.reference);
    if (status == STATUS_DONE && subject.record.ballot != NULL &&
        subject.record.ballot->decision != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce vote est celui d'une décision : déplacez la décision, il la suit.");
    if (status == STATUS_DONE)
        status = set_item(gesture, &subject.record, item, problem);
    if (status == STATUS_DONE)
        status = move_votes(gesture, &subject.record, &target, problem);
    arena_clear(&arena);
    return status;
}
