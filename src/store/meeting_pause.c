// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_pause.h"

#include <string.h>

#include "store/meeting_step.h"
#include "store/row_array.h"
#include "store/statement.h"

bool pause_is_suspension(const struct meeting_pause *pause)
{
    return strcmp(pause->kind, "suspension") == 0;
}

enum status meeting_pauses(struct store *store, int64_t meeting, struct arena *arena,
    struct pause_list *list, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct meeting_pause);
    struct meeting_pause *pause;
    statement_open(&statement, store,
        "SELECT kind, item_id, from_at, until_at, id FROM meeting_pause WHERE meeting_id = ?"
        " ORDER BY from_at, id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (pause = row_array_add(&rows, &statement)) != NULL)
        *pause = (struct meeting_pause){
            .id = statement_integer(&statement, 4),
            .kind = statement_text(&statement, 0, arena),
            .item = statement_integer(&statement, 1),
            .from = statement_text(&statement, 2, arena),
            .until = statement_text(&statement, 3, arena),
        };
    *list = (struct pause_list){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

static enum status insert(struct gesture *gesture, int64_t meeting, const char *kind,
    const char *from, const char *until, struct problem *problem)
{
    struct statement statement;
    struct store *store = gesture_store(gesture);
    statement_open(&statement, store,
        "INSERT INTO meeting_pause (id, meeting_id, item_id, kind, from_at, until_at)"
        " VALUES (?, ?, NULL, ?, ?, ?)");
    statement_bind_integer(&statement, store_new_id(store));
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, kind);
    statement_bind_text(&statement, from);
    statement_bind_text(&statement, until);
    return statement_run(&statement, problem);
}

static enum status suspend(struct gesture *gesture, const struct meeting_facts *facts,
    const char *hour, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, gesture_store(gesture), "UPDATE meeting SET state = 'suspendue' WHERE id = ?");
    statement_bind_integer(&statement, facts->id);
    enum status status = statement_run(&statement, problem);
    return status == STATUS_DONE ? insert(gesture, facts->id, "suspension", hour, NULL, problem)
                                 : status;
}

enum status meeting_suspend(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return meeting_take_step(gesture, meeting, MEETING_SUSPENDED, suspend, problem);
}

enum status meeting_pause_end(
    struct gesture *gesture, int64_t meeting, const char *hour, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE meeting_pause SET until_at = ?2 WHERE meeting_id = ?1 AND until_at IS NULL");
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, hour);
    return statement_run(&statement, problem);
}

enum status meeting_pause_add(struct gesture *gesture, int64_t meeting, const char *from,
    const char *until, struct problem *problem)
{
    return insert(gesture, meeting, "levee", from, until, problem);
}

enum status item_pause_add(
    struct gesture *gesture, int64_t item, const char *until, struct problem *problem)
{
    struct statement statement;
    struct store *store = gesture_store(gesture);
    statement_open(&statement, store,
        "INSERT INTO meeting_pause (id, meeting_id, item_id, kind, from_at, until_at)"
        " SELECT ?2, meeting_id, id, 'point', closed_at, ?3 FROM item"
        " WHERE id = ?1 AND opened_at IS NOT NULL AND closed_at IS NOT NULL");
    statement_bind_integer(&statement, item);
    statement_bind_integer(&statement, store_new_id(store));
    statement_bind_text(&statement, until);
    return statement_run(&statement, problem);
}

enum status item_pauses_forget(struct gesture *gesture, int64_t item, struct problem *problem)
{
    return gesture_run_on(gesture,
        "DELETE FROM meeting_pause WHERE item_id IN"
        " (SELECT id FROM item WHERE id = ?1 OR parent_id = ?1)",
        item, problem);
}

// A suspension that is to be changed, with the meeting around it.
struct subject {
    struct meeting_facts meeting;
    struct meeting_pause pause;
    const char *opened_at, *adjourned_at; // of the meeting; either may be NULL
    struct pause_list pauses;             // of the meeting
};

static enum status find_meeting(
    struct store *store, int64_t pause, int64_t *meeting, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT meeting_id FROM meeting_pause WHERE id = ? AND kind = 'suspension'");
    statement_bind_integer(&statement, pause);
    enum status status = statement_number(&statement, 0, meeting, problem);
    if (status == STATUS_DONE && *meeting == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette suspension n'est plus là : elle a été ôtée, l'annulation peut la rendre.");
    return status;
}

static enum status load_hours(struct store *store, int64_t meeting, struct arena *arena,
    struct subject *subject, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "SELECT opened_at, adjourned_at FROM meeting WHERE id = ?");
    statement_bind_integer(&statement, meeting);
    if (statement_row(&statement)) {
        subject->opened_at = statement_text(&statement, 0, arena);
        subject->adjourned_at = statement_text(&statement, 1, arena);
    }
    return statement_finish(&statement, problem);
}

static enum status load_subject(struct gesture *gesture, int64_t pause, struct arena *arena,
    struct subject *subject, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    int64_t meeting = 0;
    *subject = (struct subject){0};
    enum status status = find_meeting(store, pause, &meeting, problem);
    if (status == STATUS_DONE)
        status = meeting_facts_to_change(gesture, meeting, arena, &subject->meeting, problem);
    if (status == STATUS_DONE)
        status = load_hours(store, meeting, arena, subject, problem);
    if (status == STATUS_DONE)
        status = meeting_pauses(store, meeting, arena, &subject->pauses, problem);
    for (size_t i = 0; i < subject->pauses.count; i++)
        if (subject->pauses.pauses[i].id == pause)
            subject->pause = subject->pauses.pauses[i];
    return status;
}

// An hour of the day on which the suspension began.
static enum status read_hour(const struct subject *subject, const char *hour, struct arena *arena,
    const char **at, struct problem *problem)
{
    struct local_time local;
    const int day_length = 10;
    *at = arena_format(arena, "%.*sT%s:00", day_length, subject->pause.from, hour);
    if (*at == NULL)
        return problem_set_no_memory(problem);
    return local_time_read(*at, &local)
               ? STATUS_DONE
               : problem_set(problem, STATUS_REFUSED,
                     "«%s» n'est pas une heure : écrivez par exemple 14h20-14h35.", hour);
}

static enum status check_bounds(
    const struct subject *subject, const char *from, const char *until, struct problem *problem)
{
    const char *last = until == NULL ? from : until;
    if (until != NULL && strcmp(until, from) < 0)
        return problem_set(problem, STATUS_REFUSED,
            "La séance aurait repris avant d'être suspendue : écrivez d'abord le début, puis la"
            " fin.");
    if (subject->opened_at != NULL &&
        strncmp(from, subject->opened_at, strlen("0000-00-00T00:00")) < 0)
        return problem_set(problem, STATUS_REFUSED,
            "La séance n'était pas ouverte encore : elle l'a été à %.5s.",
            subject->opened_at + strlen("0000-00-00T"));
    if (subject->adjourned_at != NULL && strcmp(last, subject->adjourned_at) > 0)
        return problem_set(problem, STATUS_REFUSED,
            "La séance était déjà levée : elle l'a été à"
            " %.5s.",
            subject->adjourned_at + strlen("0000-00-00T"));
    return STATUS_DONE;
}

static enum status check_others(
    const struct subject *subject, const char *from, const char *until, struct problem *problem)
{
    static const char for_ever[] = "9999";
    for (size_t i = 0; i < subject->pauses.count; i++) {
        const struct meeting_pause *other = &subject->pauses.pauses[i];
        const char *end = other->until == NULL ? for_ever : other->until;
        if (other->id == subject->pause.id || other->item != 0 || strcmp(end, from) <= 0 ||
            strcmp(until == NULL ? for_ever : until, other->from) <= 0)
            continue;
        return problem_set(problem, STATUS_REFUSED,
            "La séance était déjà interrompue à %.5s : donnez d'autres heures, ou ôtez l'une des"
            " suspensions.",
            other->from + strlen("0000-00-00T"));
    }
    return STATUS_DONE;
}

static enum status check_end(const struct subject *subject, bool given, struct problem *problem)
{
    bool lasts = subject->pause.until == NULL;
    if (lasts && given)
        return problem_set(problem, STATUS_REFUSED,
            "La séance est encore suspendue : écrivez le début seul, w la reprend.");
    if (!lasts && !given)
        return problem_set(problem, STATUS_REFUSED,
            "La séance a repris : écrivez aussi la fin, par exemple 14h20-14h35.");
    return STATUS_DONE;
}

static enum status update(struct gesture *gesture, const struct subject *subject, const char *from,
    const char *until, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE meeting_pause SET from_at = ?2, until_at = ?3 WHERE id = ?1"
        " AND (substr(from_at, 1, 16) IS NOT substr(?2, 1, 16)"
        " OR substr(until_at, 1, 16) IS NOT substr(?3, 1, 16))");
    statement_bind_integer(&statement, subject->pause.id);
    statement_bind_text(&statement, from);
    statement_bind_text(&statement, until);
    return statement_run(&statement, problem);
}

enum status meeting_pause_set(struct gesture *gesture, int64_t pause, const char *from,
    const char *until, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    const char *from_at = NULL;
    const char *until_at = NULL;
    bool given = until != NULL && until[0] != '\0';
    enum status status = load_subject(gesture, pause, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = check_end(&subject, given, problem);
    if (status == STATUS_DONE)
        status = read_hour(&subject, from, &arena, &from_at, problem);
    if (status == STATUS_DONE && given)
        status = read_hour(&subject, until, &arena, &until_at, problem);
    if (status == STATUS_DONE)
        status = check_bounds(&subject, from_at, until_at, problem);
    if (status == STATUS_DONE)
        status = check_others(&subject, from_at, until_at, problem);
    if (status == STATUS_DONE)
        status = update(gesture, &subject, from_at, until_at, problem);
    arena_clear(&arena);
    return status;
}

enum status meeting_pause_remove(struct gesture *gesture, int64_t pause, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct statement statement;
    enum status status = load_subject(gesture, pause, &arena, &subject, problem);
    if (status == STATUS_DONE && subject.pause.until == NULL)
        status = problem_set(
            problem, STATUS_REFUSED, "La séance est encore suspendue : reprenez-la d'abord (w).");
    if (status == STATUS_DONE) {
        statement_open(
            &statement, gesture_store(gesture), "DELETE FROM meeting_pause WHERE id = ?");
        statement_bind_integer(&statement, pause);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}
