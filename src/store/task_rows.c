// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task_rows.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/reference.h"
#include "store/counter.h"
#include "store/record_columns.h"
#include "store/statement.h"
#include "store/task_dependency.h"

static enum status insert_task(struct gesture *gesture, int64_t id, int year,
    const struct entry *fact, struct problem *problem)
{
    struct statement statement;
    struct buffer reference = {0};
    int number = 0;
    enum status status = counter_next(gesture, "tache", year, &number, problem);
    if (status != STATUS_DONE)
        return status;
    reference_of_task(&reference, year, number);
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO task (record_id, reference, due, priority) VALUES (?, ?, ?, ?)");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, buffer_text(&reference));
    record_bind_date(&statement, fact->date);
    statement_bind_integer(&statement, record_priority_stored(fact->priority));
    statement.out_of_memory = statement.out_of_memory || buffer_failed(&reference);
    status = statement_run(&statement, problem);
    buffer_clear(&reference);
    return status;
}

static enum status insert_life(
    struct gesture *gesture, int64_t id, const struct entry *fact, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO task_life (task_id, state, due, priority) VALUES (?, 'a-faire', ?, ?)");
    statement_bind_integer(&statement, id);
    record_bind_date(&statement, fact->date);
    statement_bind_integer(&statement, record_priority_stored(fact->priority));
    return statement_run(&statement, problem);
}

static enum status insert_owner(struct gesture *gesture, int64_t id, int position,
    const struct entry_mention *mention, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO task_life_owner (task_id, position, name, organisation_id)"
        " VALUES (?, ?, ?, ?)");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, position);
    statement_bind_text(&statement, mention->name);
    statement_bind_reference(&statement, mention->organisation);
    return statement_run(&statement, problem);
}

static enum status insert_owners(
    struct gesture *gesture, int64_t id, const struct entry *fact, struct problem *problem)
{
    enum status status = STATUS_DONE;
    int position = 0;
    for (size_t i = 0; status == STATUS_DONE && i < fact->mention_count; i++)
        if (fact->mentions[i].owner)
            status = insert_owner(gesture, id, ++position, &fact->mentions[i], problem);
    return status;
}

enum status task_rows_insert(struct gesture *gesture, int64_t id, int year,
    const struct entry *fact, struct problem *problem)
{
    enum status status = insert_task(gesture, id, year, fact, problem);
    if (status == STATUS_DONE)
        status = insert_life(gesture, id, fact, problem);
    if (status == STATUS_DONE)
        status = insert_owners(gesture, id, fact, problem);
    return status;
}

// The next mention that owns the task, from `*index` on; NULL behind the last one.
static const struct entry_mention *next_owner(const struct entry *fact, size_t *index)
{
    while (*index < fact->mention_count) {
        const struct entry_mention *mention = &fact->mentions[(*index)++];
        if (mention->owner)
            return mention;
    }
    return NULL;
}

static bool same_owners(const struct entry *left, const struct entry *right)
{
    size_t i = 0;
    size_t j = 0;
    const struct entry_mention *one = next_owner(left, &i);
    const struct entry_mention *other = next_owner(right, &j);
    while (one != NULL && other != NULL && one->organisation == other->organisation &&
           strcmp(one->name, other->name) == 0) {
        one = next_owner(left, &i);
        other = next_owner(right, &j);
    }
    return one == NULL && other == NULL;
}

// Whether the present owners are those of `fact`, in that order.
static enum status owners_are(
    struct store *store, int64_t id, const struct entry *fact, bool *same, struct problem *problem)
{
    struct statement statement;
    size_t index = 0;
    *same = true;
    statement_open(&statement, store,
        "SELECT name, organisation_id FROM task_life_owner WHERE task_id = ? ORDER BY position");
    statement_bind_integer(&statement, id);
    while (*same && statement_row(&statement)) {
        const struct entry_mention *owner = next_owner(fact, &index);
        *same = owner != NULL && owner->organisation == statement_integer(&statement, 1) &&
                strcmp(owner->name, statement_borrow(&statement, 0)) == 0;
    }
    *same = *same && next_owner(fact, &index) == NULL;
    return statement_finish(&statement, problem);
}

static const char delete_owners[] = "DELETE FROM task_life_owner WHERE task_id = ?";

static enum status update_owners(struct gesture *gesture, int64_t id, const struct entry *old,
    const struct entry *fact, struct problem *problem)
{
    bool as_taken = false;
    if (same_owners(old, fact))
        return STATUS_DONE;
    enum status status = owners_are(gesture_store(gesture), id, old, &as_taken, problem);
    if (status != STATUS_DONE || !as_taken)
        return status;
    status = gesture_run_on(gesture, delete_owners, id, problem);
    if (status == STATUS_DONE)
        status = insert_owners(gesture, id, fact, problem);
    return status;
}

static enum status update_due(struct gesture *gesture, const char *sql, int64_t id, struct date old,
    struct date date, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, id);
    record_bind_date(&statement, old);
    record_bind_date(&statement, date);
    return statement_run(&statement, problem);
}

static enum status update_priority(struct gesture *gesture, const char *sql, int64_t id, int old,
    int priority, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, record_priority_stored(old));
    statement_bind_integer(&statement, record_priority_stored(priority));
    return statement_run(&statement, problem);
}

enum status task_rows_update(struct gesture *gesture, int64_t id, const struct entry *old,
    const struct entry *fact, struct problem *problem)
{
    enum status status = update_due(gesture,
        "UPDATE task SET due = ?3 WHERE record_id = ?1 AND due IS ?2 AND due IS NOT ?3", id,
        old->date, fact->date, problem);
    if (status == STATUS_DONE)
        status = update_due(gesture,
            "UPDATE task_life SET due = ?3 WHERE task_id = ?1 AND due IS ?2 AND due IS NOT ?3", id,
            old->date, fact->date, problem);
    if (status == STATUS_DONE)
        status = update_priority(gesture,
            "UPDATE task SET priority = ?3"
            " WHERE record_id = ?1 AND priority = ?2 AND priority <> ?3",
            id, old->priority, fact->priority, problem);
    if (status == STATUS_DONE)
        status = update_priority(gesture,
            "UPDATE task_life SET priority = ?3"
            " WHERE task_id = ?1 AND priority = ?2 AND priority <> ?3",
            id, old->priority, fact->priority, problem);
    if (status == STATUS_DONE)
        status = update_owners(gesture, id, old, fact, problem);
    return status;
}

enum status task_rows_delete(struct gesture *gesture, int64_t id, struct problem *problem)
{
    static const char *const sql[] = {
        delete_owners,
        "DELETE FROM task_note WHERE task_id = ?",
        "DELETE FROM task_follow_up WHERE task_id = ?",
        "DELETE FROM task_life WHERE task_id = ?",
        "DELETE FROM task WHERE record_id = ?",
    };
    enum status status = task_dependency_delete(gesture, id, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++)
        status = gesture_run_on(gesture, sql[i], id, problem);
    return status;
}
