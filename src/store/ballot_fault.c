// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ballot_fault.h"

#include "store/attendance.h"
#include "store/attendance_count.h"
#include "store/ballot_moment.h"
#include "store/row_array.h"
#include "store/statement.h"

struct search {
    struct store *store;
    struct attendance_sheet sheet;
    struct row_array items;    // ids of the items voted on
    struct row_array deciding; // ids of the ballots whose decision stands
    struct row_array found;
};

static enum status load_ids(struct store *store, const char *sql, int64_t meeting,
    struct row_array *ids, struct problem *problem)
{
    struct statement statement;
    int64_t *id = NULL;
    statement_open(&statement, store, sql);
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (id = row_array_add(ids, &statement)) != NULL)
        *id = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

static bool decides(const struct search *search, const struct held_ballot *held)
{
    const int64_t *ids = search->deciding.items;
    for (size_t i = 0; i < search->deciding.count; i++)
        if (ids[i] == held->id)
            return true;
    return false;
}

static unsigned faults_of(const struct search *search, const struct ballot_list *list,
    const struct held_ballot *held, const struct ballot_moment *moment)
{
    struct ballot recounted = held->ballot;
    int cast = ballot_cast(&held->ballot);
    cast += held->shares_voters ? ballots_shared(list, held->id) : 0;
    recounted.majority = moment->majority;
    unsigned faults = held->quorum_reached ? 0 : BALLOT_WITHOUT_QUORUM;
    if (cast > moment->voters)
        faults |= BALLOT_ABOVE_VOTERS;
    if ((held->result == BALLOT_ADOPTED || decides(search, held)) &&
        ballot_result(&recounted) != BALLOT_ADOPTED)
        faults |= BALLOT_WITHOUT_MAJORITY;
    return held->fits ? faults : faults | BALLOT_SENTENCE_DIFFERS;
}

static enum status find_at_item(struct search *search, int64_t item, struct problem *problem)
{
    struct row_array *found = &search->found;
    struct attendance_state state;
    struct ballot_list list;
    enum status status = attendance_at(&search->sheet, item, found->arena, &state, problem);
    if (status == STATUS_DONE)
        status = ballots_of_item(search->store, item, found->arena, &list, problem);
    if (status != STATUS_DONE)
        return status;
    struct ballot_moment moment = ballot_moment_of(&search->sheet, &state);
    for (size_t i = 0; i < list.count; i++) {
        unsigned faults = faults_of(search, &list, &list.ballots[i], &moment);
        if (faults == 0)
            continue;
        struct faulty_ballot *ballots =
            arena_grow(found->arena, found->items, found->count, &found->capacity, found->size);
        if (ballots == NULL)
            return problem_set_no_memory(problem);
        found->items = ballots;
        ballots[found->count++] = (struct faulty_ballot){list.ballots[i], faults};
    }
    return STATUS_DONE;
}

enum status ballot_faults_load(struct store *store, int64_t meeting, struct arena *arena,
    struct faulty_ballots *found, struct problem *problem)
{
    struct search search = {
        .store = store,
        .items = ROW_ARRAY(arena, int64_t),
        .deciding = ROW_ARRAY(arena, int64_t),
        .found = ROW_ARRAY(arena, struct faulty_ballot),
    };
    enum status status =
        load_ids(store, "SELECT DISTINCT item_id FROM ballot WHERE meeting_id = ? ORDER BY 1",
            meeting, &search.items, problem);
    // Of several ballots on a decision the last one decides.
    if (status == STATUS_DONE)
        status = load_ids(store,
            "SELECT max(ballot.id) FROM ballot JOIN decision ON record_id = decision_id"
            " WHERE ballot.meeting_id = ? AND outcome NOT IN ('rejetee', 'reportee', 'retiree')"
            " GROUP BY decision_id",
            meeting, &search.deciding, problem);
    if (status == STATUS_DONE && search.items.count > 0)
        status = attendance_load(store, meeting, arena, &search.sheet, problem);
    const int64_t *items = search.items.items;
    for (size_t i = 0; status == STATUS_DONE && i < search.items.count; i++)
        status = find_at_item(&search, items[i], problem);
    *found = (struct faulty_ballots){search.found.items, search.found.count};
    return status;
}
