// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/closing_gap.h"

#include "store/attendance.h"
#include "store/attendance_count.h"
#include "store/ballot_fault.h"
#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"

#define AGENDA_ORDER                                                                               \
    " ORDER BY ifnull(parent.position, item.position), ifnull(parent.id, item.id),"                \
    " parent.id IS NOT NULL, item.position, item.id"

static enum status add_attendance(
    struct store *store, int64_t meeting, struct row_array *gaps, struct problem *problem)
{
    struct statement statement;
    struct closing_gap *gap = NULL;
    statement_open(&statement, store,
        "SELECT count(*) FROM attendance WHERE meeting_id = ? AND presence = ''"
        " AND substitute_for IS NULL AND role <> 'invite'");
    statement_bind_integer(&statement, meeting);
    if (statement_row(&statement) && statement_integer(&statement, 0) > 0 &&
        (gap = row_array_add(gaps, &statement)) != NULL)
        *gap = (struct closing_gap){
            .gaps = GAP_ATTENDANCE, .count = (int)statement_integer(&statement, 0)};
    return statement_finish(&statement, problem);
}

static enum status add_items_of(struct store *store, int64_t meeting, const char *sql,
    enum gap kind, struct row_array *gaps, struct problem *problem)
{
    struct statement statement;
    struct closing_gap *gap = NULL;
    statement_open(&statement, store, sql);
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (gap = row_array_add(gaps, &statement)) != NULL)
        *gap = (struct closing_gap){
            .gaps = kind,
            .target = statement_integer(&statement, 0),
            .number = statement_text(&statement, 1, gaps->arena),
            .text = statement_text(&statement, 2, gaps->arena),
            .count = 1,
        };
    return statement_finish(&statement, problem);
}

#define ITEMS                                                                                      \
    "SELECT item.id, item_number.number, " SHOWN_TITLE " FROM item"                                \
    " JOIN item_number ON item_number.item_id = item.id"                                           \
    " LEFT JOIN item AS parent ON parent.id = item.parent_id WHERE item.meeting_id = ?"

static enum status add_items(
    struct store *store, int64_t meeting, struct row_array *gaps, struct problem *problem)
{
    return add_items_of(store, meeting,
        ITEMS " AND item.state NOT IN ('traite', 'reporte', 'retire', 'en-attente')" AGENDA_ORDER,
        GAP_ITEM, gaps, problem);
}

static enum status add_empty_items(
    struct store *store, int64_t meeting, struct row_array *gaps, struct problem *problem)
{
    return add_items_of(store, meeting,
        ITEMS " AND item.state = 'traite'"
              " AND NOT EXISTS (SELECT 1 FROM record WHERE item_id = item.id)"
              " AND NOT EXISTS (SELECT 1 FROM ballot WHERE item_id = item.id)"
              " AND NOT EXISTS (SELECT 1 FROM item AS child WHERE child.parent_id = "
              "item.id)" AGENDA_ORDER,
        GAP_NOTHING_NOTED, gaps, problem);
}

// Columns 3 on tell what the record lacks, in this order.
static const enum gap record_gaps[] = {
    GAP_OWNER, GAP_UNKNOWN_OWNER, GAP_DATE, GAP_DOUBT, GAP_NOT_UNDERSTOOD, GAP_VOTE};
enum { FIRST_GAP = 3, RECORD_GAPS = sizeof record_gaps / sizeof record_gaps[0] };

// A file without people knows no name: there none is told from another.
#define OWNER_IS_UNKNOWN                                                                           \
    "record.kind = 'tache' AND EXISTS (SELECT 1 FROM person)"                                      \
    " AND EXISTS (SELECT 1 FROM record_mention AS mention WHERE mention.record_id = record.id"     \
    " AND mention.owner = 1 AND mention.organisation_id IS NULL"                                   \
    " AND NOT EXISTS (SELECT 1 FROM person WHERE mention.name IN (person.name, person.function))"  \
    " AND NOT EXISTS (SELECT 1 FROM attendance WHERE attendance.meeting_id = record.meeting_id"    \
    " AND mention.name IN (attendance.name, attendance.function, attendance.deputy)))"

// As the meeting says «à voter»: what is not decided needs no vote.
#define VOTE_IS_DUE                                                                                \
    "decision.mode <> 'consensus' AND decision.outcome NOT IN ('reportee', 'rejetee', 'retiree')"  \
    " AND NOT EXISTS (SELECT 1 FROM ballot WHERE ballot.decision_id = record.id)"

static unsigned read_gaps(const struct statement *statement)
{
    unsigned gaps = 0;
    for (int i = 0; i < RECORD_GAPS; i++)
        if (statement_integer(statement, FIRST_GAP + i) != 0)
            gaps |= (unsigned)record_gaps[i];
    return gaps;
}

static enum status add_records(
    struct store *store, int64_t meeting, struct row_array *gaps, struct problem *problem)
{
    struct statement statement;
    struct closing_gap *gap = NULL;
    statement_open(&statement, store,
        "SELECT record.id, item_number.number, " SHOWN_TEXT ","
        " record.kind = 'tache' AND NOT EXISTS (SELECT 1 FROM record_mention AS mention"
        " WHERE mention.record_id = record.id AND mention.owner = 1) AS no_owner,"
        " " OWNER_IS_UNKNOWN " AS unknown_owner,"
        " record.kind = 'tache' AND task.due IS NULL AS no_date,"
        " record.doubtful <> 0 AS in_doubt, record.not_understood <> 0 AS unread,"
        " ifnull(" VOTE_IS_DUE ", 0) AS no_vote"
        " FROM record JOIN item ON item.id = record.item_id"
        " JOIN item_number ON item_number.item_id = item.id"
        " LEFT JOIN item AS parent ON parent.id = item.parent_id"
        " LEFT JOIN task ON task.record_id = record.id"
        " LEFT JOIN decision ON decision.record_id = record.id"
        " WHERE record.meeting_id = ? AND"
        " (no_owner OR unknown_owner OR no_date OR in_doubt OR unread OR no_vote)" AGENDA_ORDER
        ", record.id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (gap = row_array_add(gaps, &statement)) != NULL)
        *gap = (struct closing_gap){
            .gaps = read_gaps(&statement),
            .target = statement_integer(&statement, 0),
            .number = statement_text(&statement, 1, gaps->arena),
            .text = statement_text(&statement, 2, gaps->arena),
            .count = 1,
        };
    return statement_finish(&statement, problem);
}

static enum status add_doubtful_ballots(
    struct store *store, int64_t meeting, struct row_array *gaps, struct problem *problem)
{
    struct statement statement;
    struct closing_gap *gap = NULL;
    statement_open(&statement, store,
        "SELECT ballot.id, item_number.number, " SHOWN_SENTENCE " FROM ballot"
        " JOIN item_number ON item_number.item_id = ballot.item_id"
        " WHERE ballot.meeting_id = ? AND ballot.doubtful = 1 ORDER BY ballot.id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (gap = row_array_add(gaps, &statement)) != NULL)
        *gap = (struct closing_gap){
            .gaps = GAP_DOUBT,
            .target = statement_integer(&statement, 0),
            .number = statement_text(&statement, 1, gaps->arena),
            .text = statement_text(&statement, 2, gaps->arena),
            .count = 1,
        };
    return statement_finish(&statement, problem);
}

static const struct {
    enum ballot_fault fault;
    enum gap gap;
} ballot_gaps[] = {
    {BALLOT_WITHOUT_QUORUM, GAP_QUORUM},
    {BALLOT_ABOVE_VOTERS, GAP_VOTERS},
    {BALLOT_WITHOUT_MAJORITY, GAP_MAJORITY},
    {BALLOT_SENTENCE_DIFFERS, GAP_SENTENCE},
};

static unsigned gaps_of_faults(unsigned faults)
{
    unsigned gaps = 0;
    for (size_t i = 0; i < sizeof ballot_gaps / sizeof ballot_gaps[0]; i++)
        if ((faults & (unsigned)ballot_gaps[i].fault) != 0)
            gaps |= (unsigned)ballot_gaps[i].gap;
    return gaps;
}

static enum status load_number(struct store *store, int64_t item, struct arena *arena,
    const char **number, struct problem *problem)
{
    struct statement statement;
    *number = NULL;
    statement_open(&statement, store, "SELECT number FROM item_number WHERE item_id = ?");
    statement_bind_integer(&statement, item);
    if (statement_row(&statement))
        *number = statement_text(&statement, 0, arena);
    return statement_finish(&statement, problem);
}

// The gap that names this ballot or decision already; else a new one. NULL when memory ends.
static struct closing_gap *gap_of(struct row_array *gaps, int64_t target)
{
    struct closing_gap *items = gaps->items;
    for (size_t i = 0; i < gaps->count; i++)
        if (items[i].target == target)
            return &items[i];
    items = arena_grow(gaps->arena, gaps->items, gaps->count, &gaps->capacity, gaps->size);
    if (items == NULL)
        return NULL;
    gaps->items = items;
    items[gaps->count] = (struct closing_gap){.target = target, .count = 1};
    return &items[gaps->count++];
}

static enum status add_ballots(
    struct store *store, int64_t meeting, struct row_array *gaps, struct problem *problem)
{
    struct faulty_ballots faulty = {0};
    enum status status = ballot_faults_load(store, meeting, gaps->arena, &faulty, problem);
    for (size_t i = 0; status == STATUS_DONE && i < faulty.count; i++) {
        const struct held_ballot *ballot = &faulty.ballots[i].ballot;
        struct closing_gap *gap = gap_of(gaps, ballot->id);
        if (gap == NULL)
            return problem_set_no_memory(problem);
        gap->gaps |= gaps_of_faults(faulty.ballots[i].faults);
        gap->text = ballot->sentence;
        status = load_number(store, ballot->item, gaps->arena, &gap->number, problem);
    }
    return status;
}

struct unvoted {
    int64_t id, item;
    const char *number, *text;
};

// Decisions on which nobody voted, and which stand.
static enum status load_unvoted(
    struct store *store, int64_t meeting, struct row_array *decisions, struct problem *problem)
{
    struct statement statement;
    struct unvoted *decision = NULL;
    statement_open(&statement, store,
        "SELECT record.id, record.item_id, item_number.number, " SHOWN_TEXT " FROM record"
        " JOIN decision ON decision.record_id = record.id"
        " JOIN item_number ON item_number.item_id = record.item_id"
        " WHERE record.meeting_id = ? AND decision.mode = 'consensus'"
        " AND decision.outcome NOT IN ('rejetee', 'reportee', 'retiree')"
        " AND NOT EXISTS (SELECT 1 FROM ballot WHERE ballot.decision_id = record.id)"
        " ORDER BY record.id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (decision = row_array_add(decisions, &statement)) != NULL)
        *decision = (struct unvoted){
            .id = statement_integer(&statement, 0),
            .item = statement_integer(&statement, 1),
            .number = statement_text(&statement, 2, decisions->arena),
            .text = statement_text(&statement, 3, decisions->arena),
        };
    return statement_finish(&statement, problem);
}

// Consensus asks for the quorum as a vote does.
static enum status add_consensus(
    struct store *store, int64_t meeting, struct row_array *gaps, struct problem *problem)
{
    struct row_array decisions = ROW_ARRAY(gaps->arena, struct unvoted);
    struct attendance_sheet sheet;
    enum status status = load_unvoted(store, meeting, &decisions, problem);
    if (status == STATUS_DONE && decisions.count > 0)
        status = attendance_load(store, meeting, gaps->arena, &sheet, problem);
    const struct unvoted *decision = decisions.items;
    for (size_t i = 0; status == STATUS_DONE && i < decisions.count; i++, decision++) {
        struct attendance_state state;
        status = attendance_at(&sheet, decision->item, gaps->arena, &state, problem);
        if (status != STATUS_DONE || state.quorum.reached)
            continue;
        struct closing_gap *gap = gap_of(gaps, decision->id);
        if (gap == NULL)
            return problem_set_no_memory(problem);
        gap->gaps |= GAP_CONSENSUS;
        gap->number = decision->number;
        gap->text = decision->text;
    }
    return status;
}

enum status closing_gaps_load(struct store *store, int64_t meeting, struct arena *arena,
    struct closing_gaps *gaps, struct problem *problem)
{
    static enum status (*const finders[])(
        struct store *, int64_t, struct row_array *, struct problem *) = {add_attendance, add_items,
        add_records, add_doubtful_ballots, add_ballots, add_consensus, add_empty_items};
    struct row_array rows = ROW_ARRAY(arena, struct closing_gap);
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < sizeof finders / sizeof finders[0]; i++)
        status = finders[i](store, meeting, &rows, problem);
    *gaps = (struct closing_gaps){rows.items, rows.count};
    return status;
}
