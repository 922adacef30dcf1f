// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record.h"

#include <stdlib.h>
#include <string.h>

#include "store/link_rows.h"
#include "store/mask.h"
#include "store/record_columns.h"
#include "store/row_array.h"
#include "store/statement.h"

#define SHOWN_ANSWER MASKED("question_life.answer", RECORD_IS_HIDDEN)
#define SHOWN_RESERVE MASKED("decision.reserve", RECORD_IS_HIDDEN)
#define SHOWN_NAME MASKED("mention.name", RECORD_IS_HIDDEN)

static void read_decision_or_task(
    struct statement *statement, struct arena *arena, struct record *record)
{
    bool decision = record->fact.kind == RECORD_DECISION;
    record->number = statement_text(statement, decision ? 6 : 10, arena);
    record->outcome = statement_text(statement, 7, arena);
    record->mode = statement_text(statement, 8, arena);
    record->fact.date = statement_date(statement, decision ? 9 : 11);
    record->fact.priority = record_priority_said((int)statement_integer(statement, 12));
    record->task_state = statement_text(statement, 13, arena);
    record->pinned = statement_integer(statement, 14) != 0;
    record->continues = statement_integer(statement, 15);
    record->answered = !statement_is_null(statement, 16);
    record->answered_on = statement_date(statement, 16);
    record->confidential = statement_integer(statement, 17) != 0;
    record->answer = statement_text(statement, 18, arena);
    record->reserve = statement_text(statement, 19, arena);
}

static void read_record(
    struct statement *statement, int64_t item, struct arena *arena, struct record *record)
{
    record->id = statement_integer(statement, 0);
    record->item = item;
    record->at = statement_text(statement, 3, arena);
    if (!record_kind_of_code(statement_borrow(statement, 1), &record->fact.kind))
        record->fact.kind = RECORD_NOTE;
    record->fact.text = statement_text(statement, 2, arena);
    record->fact.doubtful = statement_integer(statement, 4) != 0;
    record->fact.doubt = record_doubt_of_code(statement_integer(statement, 5));
    read_decision_or_task(statement, arena, record);
}

// Records and private notes in one query, by id: ids grow with time.
static enum status load_rows(struct store *store, int64_t item, struct arena *arena,
    struct record_list *list, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct record);
    struct record *record = NULL;
    statement_open(&statement, store,
        "SELECT record.id, record.kind, " SHOWN_TEXT ", record.at, record.doubtful,"
        " record.not_understood, ifnull(decision.number, life.town_number), decision.outcome,"
        " decision.mode, decision.review,"
        " task.reference, task.due, task.priority, task_life.state, record.pinned,"
        " record.continues_id, question_life.answered_on, record.confidential,"
        " " SHOWN_ANSWER ", " SHOWN_RESERVE
        " FROM record LEFT JOIN decision ON decision.record_id = record.id"
        " LEFT JOIN decision_life AS life ON life.decision_id = record.id"
        " LEFT JOIN question_life ON question_life.question_id = record.id"
        " LEFT JOIN task ON task.record_id = record.id"
        " LEFT JOIN task_life ON task_life.task_id = record.id WHERE record.item_id = ?1"
        " UNION ALL SELECT id, 'privee', " SHOWN_NOTE ", at, doubtful, 0,"
        " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL"
        " FROM private_note WHERE item_id = ?1"
        " ORDER BY 1");
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (record = row_array_add(&rows, &statement)) != NULL)
        read_record(&statement, item, arena, record);
    *list = (struct record_list){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

static struct record record_of_ballot(const struct held_ballot *ballot)
{
    return (struct record){
        .id = ballot->id,
        .item = ballot->item,
        .at = ballot->at,
        .fact = {.kind = RECORD_BALLOT,
            .text = ballot->sentence == NULL ? "" : ballot->sentence,
            .doubtful = ballot->doubtful,
            .ballot = ballot_line_of(ballot)},
        .ballot = ballot,
    };
}

static bool belongs_above(const struct record *record)
{
    return record->ballot != NULL && record->ballot->decision != 0;
}

static void insert_at(struct record_list *list, size_t place, const struct record *added)
{
    struct record *records = list->records;
    while (place < list->count && belongs_above(&records[place]))
        place++;
    memmove(&records[place + 1], &records[place], (list->count - place) * sizeof *records);
    records[place] = *added;
    list->count++;
}

void record_list_insert(struct record_list *list, const struct record *added)
{
    size_t place = list->count;
    while (place > 0 && list->records[place - 1].id > added->id)
        place--;
    insert_at(list, place, added);
}

static void insert_ballot(struct record_list *list, const struct held_ballot *ballot)
{
    const struct record added = record_of_ballot(ballot);
    size_t place = 0;
    while (place < list->count && list->records[place].id != ballot->decision)
        place++;
    if (place < list->count) {
        list->records[place].voted = true;
        insert_at(list, place + 1, &added);
    } else
        record_list_insert(list, &added);
}

static enum status merge_ballots(struct store *store, int64_t item, struct arena *arena,
    struct record_list *list, struct problem *problem)
{
    struct ballot_list ballots;
    enum status status = ballots_of_item(store, item, arena, &ballots, problem);
    if (status != STATUS_DONE || ballots.count == 0)
        return status;
    struct record *records = arena_array(arena, list->count + ballots.count, sizeof *records);
    if (records == NULL)
        return problem_set_no_memory(problem);
    if (list->count > 0)
        memcpy(records, list->records, list->count * sizeof *records);
    list->records = records;
    for (size_t i = 0; i < ballots.count; i++)
        insert_ballot(list, &ballots.ballots[i]);
    return STATUS_DONE;
}

static int compare_ids(const void *left, const void *right)
{
    const struct record *one = left;
    const struct record *other = right;
    return (one->id > other->id) - (one->id < other->id);
}

static struct record *find(const struct record_list *list, int64_t id)
{
    struct record wanted = {.id = id};
    if (list->count == 0)
        return NULL;
    return bsearch(&wanted, list->records, list->count, sizeof wanted, compare_ids);
}

struct mention_row {
    int64_t record;
    struct entry_mention mention;
};

static enum status load_mentions(
    struct store *store, int64_t item, struct row_array *rows, struct problem *problem)
{
    struct statement statement;
    struct mention_row *row = NULL;
    statement_open(&statement, store,
        "SELECT mention.record_id, " SHOWN_NAME ", mention.organisation_id, mention.owner"
        " FROM record JOIN record_mention AS mention ON mention.record_id = record.id"
        " WHERE record.item_id = ? ORDER BY mention.record_id, mention.position");
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (row = row_array_add(rows, &statement)) != NULL) {
        row->record = statement_integer(&statement, 0);
        row->mention.name = statement_text(&statement, 1, rows->arena);
        row->mention.organisation = statement_integer(&statement, 2);
        row->mention.owner = statement_integer(&statement, 3) != 0;
    }
    return statement_finish(&statement, problem);
}

// Gives the run of rows that begins at `first` to its record; returns where the run ends.
static size_t attach_run(const struct record_list *list, const struct mention_row *rows,
    size_t first, size_t count, struct arena *arena)
{
    size_t end = first;
    while (end < count && rows[end].record == rows[first].record)
        end++;
    struct record *record = find(list, rows[first].record);
    struct entry_mention *mentions =
        record == NULL ? NULL : arena_array(arena, end - first, sizeof *mentions);
    if (mentions == NULL)
        return end;
    for (size_t i = first; i < end; i++)
        mentions[i - first] = rows[i].mention;
    record->fact.mentions = mentions;
    record->fact.mention_count = end - first;
    return end;
}

static enum status attach_mentions(struct store *store, int64_t item, struct arena *arena,
    struct record_list *list, struct problem *problem)
{
    struct row_array rows = ROW_ARRAY(arena, struct mention_row);
    enum status status = load_mentions(store, item, &rows, problem);
    for (size_t i = 0; status == STATUS_DONE && i < rows.count;)
        i = attach_run(list, rows.items, i, rows.count, arena);
    return status == STATUS_DONE && arena->failed ? problem_set_no_memory(problem) : status;
}

static enum status attach_links(struct store *store, int64_t item, struct arena *arena,
    struct record_list *list, struct problem *problem)
{
    struct link_rows rows;
    enum status status = link_rows_load(store, LINK_RECORD, item, arena, &rows, problem);
    for (size_t i = 0; status == STATUS_DONE && i < list->count; i++) {
        struct entry *fact = &list->records[i].fact;
        status = link_rows_of(
            &rows, list->records[i].id, arena, &fact->links, &fact->link_count, problem);
    }
    return status;
}

enum status record_list(struct store *store, int64_t item, struct arena *arena,
    struct record_list *list, struct problem *problem)
{
    *list = (struct record_list){0};
    enum status status = load_rows(store, item, arena, list, problem);
    if (status == STATUS_DONE)
        status = attach_mentions(store, item, arena, list, problem);
    if (status == STATUS_DONE)
        status = attach_links(store, item, arena, list, problem);
    if (status == STATUS_DONE)
        status = merge_ballots(store, item, arena, list, problem);
    return status;
}

static enum status find_item(
    struct store *store, int64_t id, int64_t *item, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT item_id FROM record WHERE id = ?1"
        " UNION ALL SELECT item_id FROM private_note WHERE id = ?1"
        " UNION ALL SELECT item_id FROM ballot WHERE id = ?1");
    statement_bind_integer(&statement, id);
    return statement_number(&statement, 0, item, problem);
}

enum status record_load(struct store *store, int64_t id, struct arena *arena, struct record *record,
    struct problem *problem)
{
    struct record_list list = {0};
    int64_t item = 0;
    *record = (struct record){0};
    enum status status = find_item(store, id, &item, problem);
    if (status == STATUS_DONE && item != 0)
        status = record_list(store, item, arena, &list, problem);
    const struct record *found = NULL;
    for (size_t i = 0; i < list.count; i++)
        if (list.records[i].id == id)
            found = &list.records[i];
    if (status != STATUS_DONE)
        return status;
    if (found == NULL)
        return problem_set(problem, STATUS_REFUSED,
            "Cette ligne n'est plus là : elle a été ôtée, l'annulation peut la rendre.");
    *record = *found;
    return STATUS_DONE;
}

bool record_exists(struct store *store, int64_t id)
{
    int64_t item = 0;
    return find_item(store, id, &item, NULL) == STATUS_DONE && item != 0;
}
