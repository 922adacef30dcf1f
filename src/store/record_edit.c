// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_edit.h"

#include <string.h>

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

// What was noted changes only in a meeting that was opened and is not closed.
static enum status check_meeting(const struct meeting_facts *meeting, struct problem *problem)
{
    static const char *const states[] = {"ouverte", "suspendue", "levee"};
    if (meeting_facts_is_sealed(meeting))
        return meeting_facts_refuse_sealed(meeting, problem);
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
        if (strcmp(meeting->state, states[i]) == 0)
            return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "La séance %s n'est pas ouverte : ouvrez-la pour y noter ce qui est dit.",
        meeting->reference);
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
    struct item_facts facts;
    struct entry kept;
    const char *hour = store_hour(store, &arena);
    enum status status = hour == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
    if (status == STATUS_DONE)
        status = item_facts_load(store, item, &arena, &facts, problem);
    if (status == STATUS_DONE && !is_private(fact))
        status = check_meeting(&facts.meeting, problem);
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
        status = check_meeting(&subject->item.meeting, problem);
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

// A private note stands in another table, with its id and hour.
static enum status replace(struct gesture *gesture, const struct subject *subject,
    const struct entry *kept, struct problem *problem)
{
    const struct record *old = &subject->record;
    if (is_private(kept) == is_private(&old->fact))
        return record_rows_update(gesture, old, &subject->item, kept, problem);
    enum status status = check_meeting(&subject->item.meeting, problem);
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
    struct subject subject;
    enum status status = load_subject(gesture, id, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = check_number(&subject.record, problem);
    if (status == STATUS_DONE)
        status = record_rows_delete(gesture, &subject.record, problem);
    arena_clear(&arena);
    return status;
}

static enum status set_item(
    struct gesture *gesture, const struct record *record, int64_t item, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        is_private(&record->fact)
            ? "UPDATE private_note SET item_id = ?2 WHERE id = ?1 AND item_id IS NOT ?2"
            : "UPDATE record SET item_id = ?2 WHERE id = ?1 AND item_id IS NOT ?2");
    statement_bind_integer(&statement, record->id);
    statement_bind_integer(&statement, item);
    return statement_run(&statement, problem);
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
    if (status == STATUS_DONE)
        status = set_item(gesture, &subject.record, item, problem);
    arena_clear(&arena);
    return status;
}
