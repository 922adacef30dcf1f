// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_edit.h"

#include "rules/item_number.h"
#include "rules/reference.h"
#include "rules/workflow.h"
#include "store/attendance_list.h"
#include "store/gone.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/statement.h"

enum status meeting_check_date(struct store *store, int64_t committee, int64_t meeting,
    struct date date, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    char iso[DATE_TEXT_SIZE];
    const char *reference = NULL;
    if (date.precision != DATE_DAY)
        return problem_set(problem, STATUS_REFUSED,
            "Une séance se tient un jour : écrivez par exemple 12/03/2026.");
    date_iso(date, iso);
    statement_open(&statement, store,
        "SELECT reference FROM meeting WHERE committee_id = ? AND id <> ? AND date > ?"
        " AND state IN ('ouverte', 'suspendue', 'levee', 'close')"
        " ORDER BY date DESC, id DESC LIMIT 1");
    statement_bind_integer(&statement, committee);
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, iso);
    if (statement_row(&statement))
        reference = statement_text(&statement, 0, &arena);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && reference != NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s a déjà été tenue : donnez une date qui ne la précède pas.", reference);
    arena_clear(&arena);
    return status;
}

static enum status is_taken(struct store *store, const char *reference, int64_t meeting,
    int64_t *taken, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "SELECT 1 FROM meeting WHERE reference = ? AND id <> ?");
    statement_bind_text(&statement, reference);
    statement_bind_integer(&statement, meeting);
    return statement_number(&statement, 0, taken, problem);
}

// The first reference of that day which no other meeting has.
static enum status choose_reference(struct store *store, const char *committee, struct date date,
    int64_t meeting, struct buffer *reference, struct problem *problem)
{
    enum status status = STATUS_DONE;
    int64_t taken = 1;
    for (int rank = 1; status == STATUS_DONE && taken != 0; rank++) {
        buffer_reset(reference);
        reference_of_meeting(reference, committee, date, rank);
        if (buffer_failed(reference))
            return problem_set_no_memory(problem);
        status = is_taken(store, buffer_text(reference), meeting, &taken, problem);
    }
    return status;
}

static enum status load_committee_code(struct store *store, int64_t committee, struct arena *arena,
    const char **code, struct problem *problem)
{
    struct statement statement;
    *code = NULL;
    statement_open(&statement, store, "SELECT code FROM committee WHERE id = ? AND archived = 0");
    statement_bind_integer(&statement, committee);
    if (statement_row(&statement))
        *code = statement_text(&statement, 0, arena);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && *code == NULL)
        status = problem_set(problem, STATUS_REFUSED, COMMITTEE_GONE);
    return status;
}

static enum status insert(struct gesture *gesture, int64_t id, int64_t committee,
    const char *reference, struct date date, struct problem *problem)
{
    struct statement statement;
    char iso[DATE_TEXT_SIZE];
    date_iso(date, iso);
    gesture_concerns_meeting(gesture, id);
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO meeting (id, committee_id, reference, date, state, numbering)"
        " SELECT ?1, ?2, ?3, ?4, 'preparee', numbering FROM committee WHERE id = ?2");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, committee);
    statement_bind_text(&statement, reference);
    statement_bind_text(&statement, iso);
    return statement_run(&statement, problem);
}

enum status meeting_add(struct gesture *gesture, int64_t id, int64_t committee, struct date date,
    struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct buffer reference = {0};
    const char *code = NULL;
    enum status status = load_committee_code(store, committee, &arena, &code, problem);
    if (status == STATUS_DONE)
        status = meeting_check_date(store, committee, id, date, problem);
    if (status == STATUS_DONE)
        status = choose_reference(store, code, date, id, &reference, problem);
    if (status == STATUS_DONE)
        status = insert(gesture, id, committee, buffer_text(&reference), date, problem);
    if (status == STATUS_DONE)
        status = attendance_refresh(gesture, id, problem);
    buffer_clear(&reference);
    arena_clear(&arena);
    return status;
}

static enum status check_year(struct store *store, const struct meeting_facts *facts,
    struct date date, struct problem *problem)
{
    struct statement statement;
    int64_t numbered = 0;
    if (date.year == facts->date.year)
        return STATUS_DONE;
    statement_open(&statement, store,
        "SELECT 1 FROM record JOIN decision ON decision.record_id = record.id"
        " WHERE record.meeting_id = ? AND record.kind = 'decision' AND number IS NOT NULL");
    statement_bind_integer(&statement, facts->id);
    enum status status = statement_number(&statement, 0, &numbered, problem);
    if (status == STATUS_DONE && (numbered != 0 || facts->number != 0))
        status = problem_set(problem, STATUS_REFUSED,
            "Les décisions de %s portent des numéros de %d : la séance reste dans cette année.",
            facts->reference, facts->date.year);
    return status;
}

static enum status update_date(struct gesture *gesture, int64_t meeting, const char *reference,
    struct date date, struct problem *problem)
{
    struct statement statement;
    char iso[DATE_TEXT_SIZE];
    date_iso(date, iso);
    statement_open(&statement, gesture_store(gesture),
        "UPDATE meeting SET reference = ?2, date = ?3 WHERE id = ?1");
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, reference);
    statement_bind_text(&statement, iso);
    return statement_run(&statement, problem);
}

enum status meeting_set_date(
    struct gesture *gesture, int64_t meeting, struct date date, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct buffer reference = {0};
    struct meeting_facts facts;
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    bool same =
        status == STATUS_DONE && date.precision == DATE_DAY && date_compare(date, facts.date) == 0;
    if (status == STATUS_DONE)
        status = meeting_check_date(store, facts.committee, meeting, date, problem);
    if (status == STATUS_DONE)
        status = check_year(store, &facts, date, problem);
    if (status == STATUS_DONE && !same)
        status = choose_reference(store, facts.committee_code, date, meeting, &reference, problem);
    if (status == STATUS_DONE && !same)
        status = update_date(gesture, meeting, buffer_text(&reference), date, problem);
    if (status == STATUS_DONE && !same)
        status = attendance_refresh(gesture, meeting, problem);
    buffer_clear(&reference);
    arena_clear(&arena);
    return status;
}

enum status meeting_set_place(
    struct gesture *gesture, int64_t meeting, const char *place, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct meeting_facts facts;
    const char *kept = NULL;
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, place, &kept, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE meeting SET place = ?2 WHERE id = ?1 AND place IS NOT ?2");
        statement_bind_integer(&statement, meeting);
        statement_bind_text(&statement, kept);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status meeting_set_numbering(
    struct gesture *gesture, int64_t meeting, const char *model, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct meeting_facts facts;
    struct buffer kept = {0};
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = item_number_model_read(model, &kept, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE meeting SET numbering = ?2 WHERE id = ?1 AND numbering <> ?2");
        statement_bind_integer(&statement, meeting);
        statement_bind_text(&statement, buffer_text(&kept));
        status = statement_run(&statement, problem);
    }
    buffer_clear(&kept);
    arena_clear(&arena);
    return status;
}

static enum status check_removal(
    struct store *store, const struct meeting_facts *facts, struct problem *problem)
{
    struct statement statement;
    int64_t noted = 0;
    if (!meeting_state_is(facts->state, MEETING_PREPARED))
        return problem_set(problem, STATUS_REFUSED,
            "La séance %s a commencé : on ne supprime qu'une séance en préparation.",
            facts->reference);
    statement_open(&statement, store,
        "SELECT EXISTS (SELECT 1 FROM record WHERE meeting_id = ?1)"
        " OR EXISTS (SELECT 1 FROM item JOIN private_note ON private_note.item_id = item.id"
        " WHERE item.meeting_id = ?1)");
    statement_bind_integer(&statement, facts->id);
    enum status status = statement_number(&statement, 0, &noted, problem);
    if (status == STATUS_DONE && noted != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s a déjà des notes : ôtez-les avant de la supprimer.", facts->reference);
    return status;
}

enum status meeting_remove(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    // What refers to a row goes before it.
    static const char *const sql[] = {
        "DELETE FROM withdrawal WHERE attendance_id IN"
        " (SELECT id FROM attendance WHERE meeting_id = ?)",
        "DELETE FROM attendance_move WHERE attendance_id IN"
        " (SELECT id FROM attendance WHERE meeting_id = ?)",
        "DELETE FROM attendance WHERE meeting_id = ?",
        "UPDATE item SET continues_id = (SELECT own.continues_id FROM item AS own"
        " WHERE own.id = item.continues_id)"
        " WHERE continues_id IN (SELECT id FROM item WHERE meeting_id = ?)",
        "UPDATE meeting SET recalls_id = NULL WHERE recalls_id = ?",
        "DELETE FROM dispatch WHERE meeting_id = ?",
        "DELETE FROM agenda_omission WHERE meeting_id = ?",
        "DELETE FROM item_document WHERE item_id IN (SELECT id FROM item WHERE meeting_id = ?)",
        "DELETE FROM item_axis WHERE item_id IN (SELECT id FROM item WHERE meeting_id = ?)",
        "DELETE FROM item_objective WHERE item_id IN (SELECT id FROM item WHERE meeting_id = ?)",
        "DELETE FROM item_action WHERE item_id IN (SELECT id FROM item WHERE meeting_id = ?)",
        "DELETE FROM item WHERE meeting_id = ? AND parent_id IS NOT NULL",
        "DELETE FROM item WHERE meeting_id = ?",
        "DELETE FROM meeting WHERE id = ?",
    };
    struct arena arena = {0};
    struct meeting_facts facts;
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = check_removal(gesture_store(gesture), &facts, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), sql[i]);
        statement_bind_integer(&statement, meeting);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}
