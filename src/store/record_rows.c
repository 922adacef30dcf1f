// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_rows.h"

#include <stdlib.h>

#include "store/ballot_rows.h"
#include "store/decision_rows.h"
#include "store/kept_text.h"
#include "store/link_rows.h"
#include "store/record.h"
#include "store/record_columns.h"
#include "store/statement.h"
#include "store/task_rows.h"

static enum status keep_mentions(
    const struct entry *fact, struct arena *arena, struct entry *kept, struct problem *problem)
{
    enum status status = STATUS_DONE;
    kept->mention_count = 0;
    kept->mentions = arena_array(arena, fact->mention_count + 1, sizeof *kept->mentions);
    if (kept->mentions == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; status == STATUS_DONE && i < fact->mention_count; i++) {
        struct entry_mention mention = fact->mentions[i];
        status = kept_text(arena, mention.name, TEXT_ONE_LINE, &mention.name, problem);
        if (status == STATUS_DONE && mention.name[0] != '\0')
            kept->mentions[kept->mention_count++] = mention;
    }
    return status;
}

enum status record_fact_to_keep(struct store *store, const struct entry *fact, struct arena *arena,
    struct entry *kept, struct problem *problem)
{
    *kept = *fact;
    enum status status = kept_text(arena, fact->text, TEXT_ONE_LINE, &kept->text, problem);
    if (status == STATUS_DONE)
        status = keep_mentions(fact, arena, kept, problem);
    if (status == STATUS_DONE && kept->text[0] == '\0')
        status = problem_set(
            problem, STATUS_REFUSED, "La ligne est vide : écrivez d'abord ce qui est dit.");
    if (kept->kind == RECORD_PRIVATE_NOTE) {
        kept->mention_count = 0;
        kept->link_count = 0;
    }
    if (status == STATUS_DONE)
        status = link_rows_check(store, kept->links, kept->link_count, problem);
    return status;
}

static enum status insert_private(struct gesture *gesture, int64_t id, const char *at,
    const struct item_facts *item, const struct entry *kept, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO private_note (id, meeting_id, item_id, text, at) VALUES (?, ?, ?, ?, ?)");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, item->meeting.id);
    statement_bind_integer(&statement, item->id);
    statement_bind_text(&statement, kept->text);
    statement_bind_text(&statement, at);
    return statement_run(&statement, problem);
}

static enum status insert_record(struct gesture *gesture, int64_t id, const char *at,
    const struct item_facts *item, const struct entry *kept, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO record (id, meeting_id, item_id, kind, text, at, doubtful, not_understood)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, item->meeting.id);
    statement_bind_integer(&statement, item->id);
    statement_bind_text(&statement, record_kind_facts(kept->kind)->code);
    statement_bind_text(&statement, kept->text);
    statement_bind_text(&statement, at);
    statement_bind_integer(&statement, kept->doubtful);
    statement_bind_integer(&statement, record_doubt_code(kept->doubt));
    return statement_run(&statement, problem);
}

// Runs a statement that takes record, position, name, organisation and owner.
static enum status write_mention(struct gesture *gesture, const char *sql, int64_t id,
    size_t position, const struct entry_mention *mention, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, (int64_t)position);
    statement_bind_text(&statement, mention->name);
    statement_bind_reference(&statement, mention->organisation);
    statement_bind_integer(&statement, mention->owner);
    return statement_run(&statement, problem);
}

// Positions count from 1. Those below `there` are rows already.
static enum status write_mentions(struct gesture *gesture, int64_t id, size_t there,
    const struct entry *kept, struct problem *problem)
{
    static const char *const sql[] = {
        "INSERT INTO record_mention (record_id, position, name, organisation_id, owner)"
        " VALUES (?, ?, ?, ?, ?)",
        "UPDATE record_mention SET name = ?3, organisation_id = ?4, owner = ?5"
        " WHERE record_id = ?1 AND position = ?2"
        " AND (name IS NOT ?3 OR organisation_id IS NOT ?4 OR owner IS NOT ?5)",
    };
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < kept->mention_count; i++)
        status = write_mention(gesture, sql[i < there], id, i + 1, &kept->mentions[i], problem);
    return status;
}

static enum status delete_mentions(
    struct gesture *gesture, int64_t id, size_t behind, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "DELETE FROM record_mention WHERE record_id = ? AND position > ?");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, (int64_t)behind);
    return statement_run(&statement, problem);
}

// A task is of the year in which it was noted.
static enum status insert_kind(struct gesture *gesture, int64_t id, const char *at,
    const struct item_facts *item, const struct entry *kept, struct problem *problem)
{
    if (kept->kind == RECORD_DECISION)
        return decision_rows_insert(gesture, id, &item->meeting, kept, problem);
    if (kept->kind == RECORD_TASK)
        return task_rows_insert(gesture, id, (int)strtol(at, NULL, 10), kept, problem);
    return STATUS_DONE;
}

static enum status insert_ballot(struct gesture *gesture, int64_t id, const char *at,
    const struct item_facts *item, const struct entry *kept, struct problem *problem)
{
    const struct said_ballot said = {.form = kept->ballot.form, .counts = kept->ballot.counts};
    return ballot_hold(gesture, id, at, item->id, BALLOT_LAST_DECISION, &said, problem);
}

enum status record_rows_insert(struct gesture *gesture, int64_t id, const char *at,
    const struct item_facts *item, const struct entry *kept, struct problem *problem)
{
    if (kept->kind == RECORD_PRIVATE_NOTE)
        return insert_private(gesture, id, at, item, kept, problem);
    if (kept->kind == RECORD_BALLOT)
        return insert_ballot(gesture, id, at, item, kept, problem);
    enum status status = insert_record(gesture, id, at, item, kept, problem);
    if (status == STATUS_DONE)
        status = insert_kind(gesture, id, at, item, kept, problem);
    if (status == STATUS_DONE)
        status = write_mentions(gesture, id, 0, kept, problem);
    if (status == STATUS_DONE)
        status = link_rows_add(gesture, LINK_RECORD, id, kept->links, kept->link_count, problem);
    return status;
}

static enum status update_private(
    struct gesture *gesture, int64_t id, const struct entry *kept, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE private_note SET text = ?2 WHERE id = ?1 AND text IS NOT ?2");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, kept->text);
    return statement_run(&statement, problem);
}

static enum status update_record(
    struct gesture *gesture, int64_t id, const struct entry *kept, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE record SET kind = ?2, text = ?3, doubtful = ?4, not_understood = ?5 WHERE id = ?1"
        " AND (kind IS NOT ?2 OR text IS NOT ?3 OR doubtful IS NOT ?4 OR not_understood IS NOT "
        "?5)");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, record_kind_facts(kept->kind)->code);
    statement_bind_text(&statement, kept->text);
    statement_bind_integer(&statement, kept->doubtful);
    statement_bind_integer(&statement, record_doubt_code(kept->doubt));
    return statement_run(&statement, problem);
}

static bool has_link(const struct entry *fact, const struct entry_link *link)
{
    for (size_t i = 0; i < fact->link_count; i++)
        if (fact->links[i].level == link->level && fact->links[i].id == link->id)
            return true;
    return false;
}

static enum status update_links(struct gesture *gesture, int64_t id, const struct entry *old,
    const struct entry *kept, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < old->link_count; i++)
        if (!has_link(kept, &old->links[i]))
            status = link_rows_remove(gesture, LINK_RECORD, id, &old->links[i], 1, problem);
    for (size_t i = 0; status == STATUS_DONE && i < kept->link_count; i++)
        if (!has_link(old, &kept->links[i]))
            status = link_rows_add(gesture, LINK_RECORD, id, &kept->links[i], 1, problem);
    return status;
}

static enum status delete_kind(
    struct gesture *gesture, int64_t id, enum record_kind kind, struct problem *problem)
{
    if (kind == RECORD_DECISION)
        return decision_rows_delete(gesture, id, problem);
    if (kind == RECORD_TASK)
        return task_rows_delete(gesture, id, problem);
    if (kind == RECORD_QUESTION)
        return gesture_run_on(
            gesture, "DELETE FROM question_life WHERE question_id = ?", id, problem);
    return STATUS_DONE;
}

static enum status update_kind(struct gesture *gesture, const struct record *old,
    const struct item_facts *item, const struct entry *kept, struct problem *problem)
{
    if (old->fact.kind != kept->kind) {
        enum status status = delete_kind(gesture, old->id, old->fact.kind, problem);
        if (status == STATUS_DONE)
            status = insert_kind(gesture, old->id, old->at, item, kept, problem);
        return status;
    }
    if (kept->kind == RECORD_DECISION)
        return decision_rows_update(gesture, old->id, kept, problem);
    if (kept->kind == RECORD_TASK)
        return task_rows_update(gesture, old->id, &old->fact, kept, problem);
    return STATUS_DONE;
}

enum status record_rows_update(struct gesture *gesture, const struct record *old,
    const struct item_facts *item, const struct entry *kept, struct problem *problem)
{
    if (kept->kind == RECORD_PRIVATE_NOTE)
        return update_private(gesture, old->id, kept, problem);
    if (kept->kind == RECORD_BALLOT)
        return ballot_correct_line(gesture, old->id, &kept->ballot, problem);
    enum status status = update_record(gesture, old->id, kept, problem);
    if (status == STATUS_DONE)
        status = update_kind(gesture, old, item, kept, problem);
    if (status == STATUS_DONE)
        status = write_mentions(gesture, old->id, old->fact.mention_count, kept, problem);
    if (status == STATUS_DONE && old->fact.mention_count > kept->mention_count)
        status = delete_mentions(gesture, old->id, kept->mention_count, problem);
    if (status == STATUS_DONE)
        status = update_links(gesture, old->id, &old->fact, kept, problem);
    return status;
}

enum status record_rows_delete(
    struct gesture *gesture, const struct record *old, struct problem *problem)
{
    if (old->fact.kind == RECORD_PRIVATE_NOTE)
        return gesture_run_on(gesture, "DELETE FROM private_note WHERE id = ?", old->id, problem);
    // The vote on a decision that went before is gone already.
    if (old->fact.kind == RECORD_BALLOT)
        return record_exists(gesture_store(gesture), old->id)
                   ? ballot_remove(gesture, old->id, problem)
                   : STATUS_DONE;
    enum status status = ballot_rows_delete_of(gesture, old->id, problem);
    if (status == STATUS_DONE)
        status = delete_kind(gesture, old->id, old->fact.kind, problem);
    if (status == STATUS_DONE)
        status = gesture_run_on(
            gesture, "UPDATE item SET answers_id = NULL WHERE answers_id = ?", old->id, problem);
    if (status == STATUS_DONE)
        status = delete_mentions(gesture, old->id, 0, problem);
    if (status == STATUS_DONE)
        status = link_rows_remove_all(gesture, LINK_RECORD, old->id, problem);
    if (status == STATUS_DONE)
        status = gesture_run_on(gesture, "DELETE FROM record WHERE id = ?", old->id, problem);
    return status;
}
