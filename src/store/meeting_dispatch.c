// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_dispatch.h"

#include "rules/workflow.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"

static const char *const kind_codes[] = {
    [DISPATCH_CALL] = "convocation",
    [DISPATCH_MINUTES] = "compte-rendu",
};

static enum status load_call_word(struct store *store, int64_t meeting, struct arena *arena,
    const char **word, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT call_word FROM committee JOIN meeting ON committee_id = committee.id"
        " WHERE meeting.id = ?");
    statement_bind_integer(&statement, meeting);
    *word = statement_row(&statement) ? statement_text(&statement, 0, arena) : "convocation";
    return statement_finish(&statement, problem);
}

static enum status load_rows(struct store *store, int64_t meeting, struct arena *arena,
    struct dispatch_list *list, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct dispatch);
    struct dispatch *dispatch = NULL;
    statement_open(&statement, store,
        "SELECT kind = 'compte-rendu', at, recipients, kind = 'compte-rendu' AND id > ifnull("
        "(SELECT max(closing.id) FROM closing WHERE closing.meeting_id = dispatch.meeting_id), 0)"
        " FROM dispatch WHERE meeting_id = ? ORDER BY id");
    statement_bind_integer(&statement, meeting);
    *list = (struct dispatch_list){0};
    while (statement_row(&statement) && (dispatch = row_array_add(&rows, &statement)) != NULL) {
        *dispatch = (struct dispatch){
            .kind = statement_integer(&statement, 0) != 0 ? DISPATCH_MINUTES : DISPATCH_CALL,
            .at = statement_text(&statement, 1, arena),
            .recipients = statement_text(&statement, 2, arena),
        };
        list->minutes_are_out = list->minutes_are_out || statement_integer(&statement, 3) != 0;
    }
    list->dispatches = rows.items;
    list->count = rows.count;
    return statement_finish(&statement, problem);
}

enum status dispatch_list_load(struct store *store, int64_t meeting, struct arena *arena,
    struct dispatch_list *list, struct problem *problem)
{
    enum status status = load_rows(store, meeting, arena, list, problem);
    return status == STATUS_DONE ? load_call_word(store, meeting, arena, &list->call_word, problem)
                                 : status;
}

static enum status kind_of(
    const struct meeting_facts *facts, enum dispatch_kind *kind, struct problem *problem)
{
    *kind = meeting_facts_is_sealed(facts) ? DISPATCH_MINUTES : DISPATCH_CALL;
    if (*kind == DISPATCH_MINUTES || meeting_state_is(facts->state, MEETING_PREPARED))
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "La séance %s n'est ni en préparation ni close : clôturez-la avant d'envoyer son compte "
        "rendu.",
        facts->reference);
}

enum status dispatch_kind_of(
    struct store *store, int64_t meeting, enum dispatch_kind *kind, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    enum status status = meeting_facts_load(store, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = kind_of(&facts, kind, problem);
    arena_clear(&arena);
    return status;
}

static enum status load_closing_day(
    struct store *store, int64_t meeting, struct date *day, struct problem *problem)
{
    struct statement statement;
    *day = (struct date){0};
    statement_open(&statement, store, "SELECT substr(closed_at, 1, 10) FROM meeting WHERE id = ?");
    statement_bind_integer(&statement, meeting);
    if (statement_row(&statement) && !statement_is_null(&statement, 0))
        *day = statement_date(&statement, 0);
    return statement_finish(&statement, problem);
}

static enum status check_day(struct store *store, const struct meeting_facts *facts,
    struct date day, struct problem *problem)
{
    struct local_time now = clock_local(store_clock(store));
    struct date closed = {0};
    if (day.precision == DATE_NONE)
        return STATUS_DONE;
    if (day.precision != DATE_DAY ||
        date_compare(day, date_of_day(now.year, now.month, now.day)) > 0)
        return problem_set(problem, STATUS_REFUSED,
            "Un envoi se note une fois fait : donnez un jour qui ne soit pas à venir.");
    enum status status = load_closing_day(store, facts->id, &closed, problem);
    if (status == STATUS_DONE && closed.precision == DATE_DAY && date_compare(day, closed) < 0)
        status = problem_set(problem, STATUS_REFUSED,
            "La séance %s a été close plus tard : donnez le jour où son compte rendu est parti.",
            facts->reference);
    return status;
}

static enum status insert(struct gesture *gesture, int64_t id, const struct dispatch *sent,
    int64_t meeting, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO dispatch (id, meeting_id, kind, at, recipients) VALUES (?, ?, ?, ?, ?)");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, kind_codes[sent->kind]);
    statement_bind_text(&statement, sent->at);
    statement_bind_text(&statement, sent->recipients);
    return statement_run(&statement, problem);
}

enum status dispatch_add(struct gesture *gesture, int64_t id, int64_t meeting, struct date day,
    const char *recipients, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct meeting_facts facts;
    struct dispatch sent = {0};
    char iso[DATE_TEXT_SIZE];
    date_iso(day, iso);
    sent.at = day.precision == DATE_NONE ? store_hour(store, &arena) : iso;
    enum status status = meeting_facts_load(store, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE && sent.at == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE)
        status = kind_of(&facts, &sent.kind, problem);
    if (status == STATUS_DONE)
        status = check_day(store, &facts, day, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, recipients, &sent.recipients, problem);
    if (status == STATUS_DONE && sent.recipients == NULL)
        status =
            problem_set(problem, STATUS_REFUSED, "Dites à qui : par exemple «tous les membres».");
    if (status == STATUS_DONE)
        status = insert(gesture, id, &sent, meeting, problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, meeting);
        gesture_set_barrier(gesture, BARRIER_DISPATCH);
    }
    arena_clear(&arena);
    return status;
}
