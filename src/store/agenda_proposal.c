// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/agenda_proposal.h"

#include "rules/workflow.h"
#include "store/agenda_end.h"
#include "store/agenda_known.h"
#include "store/dispatch.h"
#include "store/item_rows.h"
#include "store/pinned_note.h"
#include "store/statement.h"

static bool takes_offers(const struct meeting_facts *facts)
{
    return meeting_state_is(facts->state, MEETING_PREPARED) ||
           meeting_state_is(facts->state, MEETING_OPEN) ||
           meeting_state_is(facts->state, MEETING_SUSPENDED);
}

static enum status load_offers(struct store *store, const struct meeting_facts *facts,
    struct arena *arena, struct carry_over *offers, struct problem *problem)
{
    struct carry_known known;
    *offers = (struct carry_over){0};
    if (!takes_offers(facts))
        return STATUS_DONE;
    enum status status = agenda_known_load(store, facts, arena, &known, problem);
    return status == STATUS_DONE ? carry_over(&known, arena, offers, problem) : status;
}

enum status agenda_offers(struct store *store, int64_t meeting, struct arena *arena,
    struct carry_over *offers, struct problem *problem)
{
    struct meeting_facts facts;
    *offers = (struct carry_over){0};
    enum status status = meeting_facts_load(store, meeting, arena, &facts, problem);
    return status == STATUS_DONE ? load_offers(store, &facts, arena, offers, problem) : status;
}

static enum status complete_item(struct gesture *gesture, const struct meeting_facts *facts,
    const struct item_row *row, struct problem *problem)
{
    enum status status = STATUS_DONE;
    if (row->continues != 0)
        status = item_rows_copy(gesture, row->continues, row->id, problem);
    else if (row->answers != 0)
        status = item_rows_link_like_record(gesture, row->answers, row->id, problem);
    if (status == STATUS_DONE && !meeting_state_is(facts->state, MEETING_PREPARED))
        status = pinned_notes_carry(gesture, facts->id, row->id, problem);
    return status;
}

// `ids` are those of the items that the proposals before became.
static enum status add_item(struct gesture *gesture, const struct meeting_facts *facts,
    const struct carry_proposal *proposal, bool late, int64_t *ids, size_t index,
    struct problem *problem)
{
    struct item_row row = {
        .id = store_new_id(gesture_store(gesture)),
        .meeting = facts->id,
        .parent = proposal->parent == 0 ? 0 : ids[proposal->parent - 1],
        .title = proposal->title,
        .kind = proposal->item_kind,
        .presenter = proposal->presenter,
        .minutes = proposal->minutes,
        .reason = proposal->reason,
        .gathers = proposal->gathers,
        .continues = proposal->continues,
        .standing = proposal->standing,
        .answers = proposal->answers,
        .approves = proposal->approves,
        .late = late,
        .pinned = proposal->pinned,
    };
    ids[index] = row.id;
    enum status status =
        item_rows_end(gesture_store(gesture), facts->id, row.parent, &row.position, problem);
    if (status == STATUS_DONE)
        status = item_rows_insert(gesture, &row, problem);
    if (status == STATUS_DONE)
        status = complete_item(gesture, facts, &row, problem);
    return status;
}

static enum status prepare(struct gesture *gesture, int64_t meeting, struct arena *arena,
    struct meeting_facts *facts, bool *late, struct problem *problem)
{
    enum status status = meeting_facts_to_change(gesture, meeting, arena, facts, problem);
    if (status == STATUS_DONE && !takes_offers(facts))
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s n'attend plus de points : ils iront à la suivante.", facts->reference);
    if (status == STATUS_DONE)
        status = meeting_call_was_sent(gesture_store(gesture), meeting, late, problem);
    return status;
}

static enum status add_items(struct gesture *gesture, const struct meeting_facts *facts, bool late,
    const struct carry_over *offers, struct arena *arena, struct problem *problem)
{
    int64_t *ids = arena_array(arena, offers->count + 1, sizeof *ids);
    enum status status = STATUS_DONE;
    if (ids == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; status == STATUS_DONE && i < offers->count; i++)
        status = add_item(gesture, facts, &offers->proposals[i], late, ids, i, problem);
    if (status == STATUS_DONE && !late)
        status = agenda_keep_end(gesture, facts->id, problem);
    return status;
}

enum status agenda_propose(
    struct gesture *gesture, int64_t meeting, size_t *added, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    struct carry_over offers = {0};
    bool late = false;
    enum status status = prepare(gesture, meeting, &arena, &facts, &late, problem);
    if (status == STATUS_DONE)
        status = load_offers(gesture_store(gesture), &facts, &arena, &offers, problem);
    if (status == STATUS_DONE)
        status = add_items(gesture, &facts, late, &offers, &arena, problem);
    if (added != NULL)
        *added = status == STATUS_DONE ? offers.count : 0;
    arena_clear(&arena);
    return status;
}

enum status agenda_take(
    struct gesture *gesture, int64_t meeting, size_t rank, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    struct carry_over offers = {0};
    bool late = false;
    enum status status = prepare(gesture, meeting, &arena, &facts, &late, problem);
    if (status == STATUS_DONE)
        status = load_offers(gesture_store(gesture), &facts, &arena, &offers, problem);
    if (status == STATUS_DONE && (offers.proposals == NULL || rank >= offers.count))
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point n'est plus proposé : il est peut-être déjà à l'ordre du jour.");
    if (status == STATUS_DONE && offers.proposals != NULL) {
        struct carry_proposal one = offers.proposals[rank];
        one.parent = 0;
        status = add_items(gesture, &facts, late, &(struct carry_over){&one, 1}, &arena, problem);
    }
    arena_clear(&arena);
    return status;
}

// The item as a proposal; its title is NULL when it does not wait any more.
static enum status load_waiting(struct store *store, int64_t waiting, struct arena *arena,
    struct carry_proposal *proposal, struct problem *problem)
{
    struct statement statement;
    struct buffer reason = {0};
    struct date date = {0};
    *proposal = (struct carry_proposal){.kind = CARRY_PARKED, .continues = waiting};
    statement_open(&statement, store,
        "SELECT item.title, item.kind, item.presenter, item.planned_minutes, item.pinned,"
        " item.gathers, item.standing_id, item.answers_id, item.approves_id, meeting.date"
        " FROM item JOIN meeting ON meeting.id = item.meeting_id"
        " WHERE item.id = ? AND item.state = 'en-attente'");
    statement_bind_integer(&statement, waiting);
    if (statement_row(&statement)) {
        proposal->title = statement_text(&statement, 0, arena);
        proposal->item_kind = statement_text(&statement, 1, arena);
        proposal->presenter = statement_text(&statement, 2, arena);
        proposal->minutes = (int)statement_integer(&statement, 3);
        proposal->pinned = statement_integer(&statement, 4) != 0;
        proposal->gathers = statement_text(&statement, 5, arena);
        proposal->standing = statement_integer(&statement, 6);
        proposal->answers = statement_integer(&statement, 7);
        proposal->approves = statement_integer(&statement, 8);
        date = statement_date(&statement, 9);
    }
    buffer_append(&reason, "en attente depuis la séance du ");
    date_short(&reason, date);
    proposal->reason = arena_copy(arena, buffer_text(&reason));
    bool failed = buffer_failed(&reason) || proposal->reason == NULL;
    buffer_clear(&reason);
    enum status status = statement_finish(&statement, problem);
    return status == STATUS_DONE && failed ? problem_set_no_memory(problem) : status;
}

enum status agenda_take_up(
    struct gesture *gesture, int64_t meeting, int64_t waiting, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    struct carry_proposal one = {0};
    bool late = false;
    enum status status = prepare(gesture, meeting, &arena, &facts, &late, problem);
    if (status == STATUS_DONE)
        status = load_waiting(gesture_store(gesture), waiting, &arena, &one, problem);
    if (status == STATUS_DONE && one.title == NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point n'est plus en attente : il est peut-être déjà à l'ordre du jour.");
    if (status == STATUS_DONE)
        status = add_items(gesture, &facts, late, &(struct carry_over){&one, 1}, &arena, problem);
    arena_clear(&arena);
    return status;
}
