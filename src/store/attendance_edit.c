// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attendance_edit.h"

#include <stdio.h>
#include <string.h>

#include "rules/presence_check.h"
#include "rules/workflow.h"
#include "store/attendance.h"
#include "store/attendance_count.h"
#include "store/attendance_votes.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/statement.h"

// Somebody of a list, and the meeting, as they are before a change.
struct subject {
    struct meeting_facts meeting;
    struct attendance_sheet sheet;
    struct attendance attendance;
    const struct attendee *attendee;
    size_t place; // in the sheet and among the seats
};

static enum status find_meeting(
    struct store *store, int64_t attendee, int64_t *meeting, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "SELECT meeting_id FROM attendance WHERE id = ?");
    statement_bind_integer(&statement, attendee);
    enum status status = statement_number(&statement, 0, meeting, problem);
    if (status == STATUS_DONE && *meeting == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette personne n'est plus sur la liste : choisissez-en une autre, ou g l'ajoute.");
    return status;
}

static enum status load_subject(struct gesture *gesture, int64_t attendee, struct arena *arena,
    struct subject *subject, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    int64_t meeting = 0;
    enum status status = find_meeting(store, attendee, &meeting, problem);
    if (status == STATUS_DONE)
        status = meeting_facts_to_change(gesture, meeting, arena, &subject->meeting, problem);
    if (status == STATUS_DONE)
        status = attendance_load(store, meeting, arena, &subject->sheet, problem);
    if (status == STATUS_DONE)
        status = attendance_seats(&subject->sheet, arena, &subject->attendance, problem);
    if (status != STATUS_DONE)
        return status;
    subject->attendee = attendance_sheet_find(&subject->sheet, attendee);
    if (subject->attendee == NULL)
        return problem_set_no_memory(problem);
    subject->place = (size_t)(subject->attendee - subject->sheet.people);
    return STATUS_DONE;
}

// The rank of the item at which a check is made; a meeting without an agenda has one item.
static int rank_now(const struct subject *subject)
{
    int rank = attendance_sheet_rank(&subject->sheet, subject->sheet.current);
    return rank > 0 ? rank : 1;
}

static enum status update_row(struct gesture *gesture, int64_t attendee, const char *presence,
    const char *deputy, int64_t proxy_to, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE attendance SET presence = ?2, deputy = ?3, proxy_to = ?4 WHERE id = ?1"
        " AND (presence, deputy, proxy_to) IS NOT (?2, ?3, ?4)");
    statement_bind_integer(&statement, attendee);
    statement_bind_text(&statement, presence);
    statement_bind_text(&statement, deputy);
    statement_bind_reference(&statement, proxy_to);
    return statement_run(&statement, problem);
}

static bool is_in_person(int presence)
{
    return presence == PRESENCE_PRESENT || presence == PRESENCE_VIDEO;
}

static enum status read_presence(const char *code, int *presence, struct problem *problem)
{
    if (value_of_code(&presence_values, code, presence))
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "«%s» n'est pas une présence : choisissez present, visio, represente, excuse ou absent.",
        code);
}

// From one way of being there to the other, one has come and gone all the same.
static enum status forget_others(
    struct gesture *gesture, const struct subject *subject, int presence, struct problem *problem)
{
    int was = PRESENCE_UNKNOWN;
    int64_t id = subject->attendee->id;
    enum status status = STATUS_DONE;
    value_of_code(&presence_values, subject->attendee->presence, &was);
    if (!is_in_person(was) || !is_in_person(presence) || was == presence)
        status = gesture_run_on(
            gesture, "DELETE FROM attendance_move WHERE attendance_id = ?", id, problem);
    if (status == STATUS_DONE && !is_in_person(presence) && presence != PRESENCE_REPRESENTED)
        status =
            gesture_run_on(gesture, "DELETE FROM withdrawal WHERE attendance_id = ?", id, problem);
    return status;
}

static enum status write_presence(struct gesture *gesture, const struct subject *subject,
    int presence, const char *deputy, struct problem *problem)
{
    enum status status = forget_others(gesture, subject, presence, problem);
    if (status == STATUS_DONE)
        status = update_row(gesture, subject->attendee->id, value_code(&presence_values, presence),
            deputy, 0, problem);
    return status;
}

enum status attendance_set_presence(struct gesture *gesture, int64_t attendee, const char *presence,
    const char *deputy, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    int wanted = PRESENCE_UNKNOWN;
    const char *kept = NULL;
    enum status status = load_subject(gesture, attendee, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = read_presence(presence, &wanted, problem);
    if (status == STATUS_DONE && wanted == PRESENCE_REPRESENTED)
        status = kept_text_or_null(&arena, deputy, &kept, problem);
    if (status == STATUS_DONE && wanted == PRESENCE_REPRESENTED)
        status = presence_check_deputy(&subject.attendance, attendee, kept, problem);
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(gesture, subject.meeting.id,
            write_presence(gesture, &subject, wanted, kept, problem), problem);
    arena_clear(&arena);
    return status;
}

// The seats as they are once the giver is excused.
static struct attendance without_giver(const struct subject *subject, struct arena *arena)
{
    struct attendance changed = subject->attendance;
    struct seat *seats = arena_array(arena, changed.seat_count, sizeof *seats);
    if (seats == NULL)
        return changed;
    memcpy(seats, changed.seats, changed.seat_count * sizeof *seats);
    seats[subject->place].presence = PRESENCE_EXCUSED;
    changed.seats = seats;
    return changed;
}

static enum status write_proxy(
    struct gesture *gesture, const struct subject *subject, int64_t holder, struct problem *problem)
{
    const struct attendee *giver = subject->attendee;
    if (giver->move_count > 0)
        return update_row(gesture, giver->id, giver->presence, giver->deputy, holder, problem);
    enum status status = forget_others(gesture, subject, PRESENCE_EXCUSED, problem);
    if (status == STATUS_DONE)
        status = update_row(gesture, giver->id, "excuse", NULL, holder, problem);
    return status;
}

enum status attendance_set_proxy(
    struct gesture *gesture, int64_t attendee, int64_t holder, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    enum status status = load_subject(gesture, attendee, &arena, &subject, problem);
    struct attendance seats = {0};
    if (status == STATUS_DONE)
        seats =
            subject.attendee->move_count > 0 ? subject.attendance : without_giver(&subject, &arena);
    if (status == STATUS_DONE)
        status =
            presence_check_proxy(&seats, attendee, holder, rank_now(&subject), &arena, problem);
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(
            gesture, subject.meeting.id, write_proxy(gesture, &subject, holder, problem), problem);
    arena_clear(&arena);
    return status;
}

// On the meeting's day nobody has come or gone yet at an hour to come.
static enum status check_is_past(
    struct store *store, const struct local_time *at, struct problem *problem)
{
    struct local_time now = clock_local(store_clock(store));
    bool same_day = at->year == now.year && at->month == now.month && at->day == now.day;
    if (!same_day || at->hour < now.hour || (at->hour == now.hour && at->minute <= now.minute))
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "%02d:%02d n'est pas encore passé, il est %02d:%02d : corrigez l'heure, ou notez-le à ce"
        " moment-là.",
        at->hour, at->minute, now.hour, now.minute);
}

// The local time of an hour of the meeting's day, in `arena`.
static enum status read_hour(struct store *store, const char *hour, struct date day,
    struct arena *arena, const char **at, struct problem *problem)
{
    char iso[DATE_TEXT_SIZE];
    struct local_time local;
    date_iso(day, iso);
    *at = arena_format(arena, "%sT%s:00", iso, hour);
    if (*at == NULL)
        return problem_set_no_memory(problem);
    return local_time_read(*at, &local)
               ? check_is_past(store, &local, problem)
               : problem_set(problem, STATUS_REFUSED,
                     "«%s» n'est pas une heure : écrivez par exemple 15h20.", hour);
}

static enum status check_was_opened(const struct meeting_facts *meeting, struct problem *problem)
{
    if (!meeting_state_is(meeting->state, MEETING_PREPARED))
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "La séance %s n'est pas ouverte : ouvrez-la pour noter qui arrive et qui part.",
        meeting->reference);
}

static enum status check_item(
    const struct subject *subject, int64_t item, int *rank, struct problem *problem)
{
    *rank = attendance_sheet_rank(&subject->sheet, item);
    if (*rank > 0)
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "Ce point n'est plus à l'ordre du jour de %s : choisissez-en un autre.",
        subject->meeting.reference);
}

static enum status insert_move(
    struct gesture *gesture, const struct attendance_move *move, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO attendance_move (id, attendance_id, item_id, arrives, at)"
        " VALUES (?, ?, ?, ?, ?)");
    statement_bind_integer(&statement, move->id);
    statement_bind_integer(&statement, move->attendee);
    statement_bind_integer(&statement, move->item);
    statement_bind_integer(&statement, move->arrives);
    statement_bind_text(&statement, move->at);
    return statement_run(&statement, problem);
}

// Whoever arrives sits there from then on; a proxy given before serves again once they leave.
static enum status seat_arrival(struct gesture *gesture, int64_t attendee, struct problem *problem)
{
    return gesture_run_on(gesture,
        "UPDATE attendance SET presence = 'present' WHERE id = ?"
        " AND presence IN ('', 'excuse', 'absent')",
        attendee, problem);
}

// `deputy`: who arrives for the attendee; NULL for the attendee.
static enum status write_move(struct gesture *gesture, const struct attendance_move *move,
    const char *deputy, struct problem *problem)
{
    enum status status = STATUS_DONE;
    if (deputy != NULL)
        status = update_row(gesture, move->attendee, "represente", deputy, 0, problem);
    else if (move->arrives)
        status = seat_arrival(gesture, move->attendee, problem);
    if (status == STATUS_DONE)
        status = insert_move(gesture, move, problem);
    return status;
}

// Loads the subject, and sets the hour of the move, once it may be.
static enum status prepare_move(struct gesture *gesture, struct attendance_move *move,
    const char *hour, struct arena *arena, struct subject *subject, struct problem *problem)
{
    int rank = 0;
    bool given = hour != NULL && hour[0] != '\0';
    enum status status = load_subject(gesture, move->attendee, arena, subject, problem);
    if (status == STATUS_DONE)
        status = check_was_opened(&subject->meeting, problem);
    if (status == STATUS_DONE)
        status = check_item(subject, move->item, &rank, problem);
    if (status == STATUS_DONE)
        status =
            presence_check_move(&subject->attendance, move->attendee, move->arrives, rank, problem);
    if (status == STATUS_DONE && given)
        return read_hour(
            gesture_store(gesture), hour, subject->meeting.date, arena, &move->at, problem);
    if (status == STATUS_DONE && (move->at = store_hour(gesture_store(gesture), arena)) == NULL)
        return problem_set_no_memory(problem);
    return status;
}

enum status attendance_move_add(struct gesture *gesture, int64_t id, int64_t attendee, int64_t item,
    bool arrives, const char *hour, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    struct attendance_move move = {id, attendee, item, arrives, NULL};
    enum status status = prepare_move(gesture, &move, hour, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(
            gesture, subject.meeting.id, write_move(gesture, &move, NULL, problem), problem);
    arena_clear(&arena);
    return status;
}

// The moves of a represented person are the deputy's: nobody else's may be among them.
static enum status check_never_sat(const struct subject *subject, struct problem *problem)
{
    const struct attendee *attendee = subject->attendee;
    if (attendee->move_count == 0)
        return STATUS_DONE;
    return problem_set(problem, STATUS_REFUSED,
        "%s a siégé à un point d'avant : notez qui vient à sa place comme personne invitée.",
        attendee->name);
}

enum status attendance_deputy_arrive(struct gesture *gesture, int64_t id, int64_t attendee,
    int64_t item, const char *deputy, const char *hour, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    const char *kept = NULL;
    struct attendance_move move = {id, attendee, item, true, NULL};
    enum status status = prepare_move(gesture, &move, hour, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, deputy, &kept, problem);
    if (status == STATUS_DONE)
        status = presence_check_deputy(&subject.attendance, attendee, kept, problem);
    if (status == STATUS_DONE)
        status = check_never_sat(&subject, problem);
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(
            gesture, subject.meeting.id, write_move(gesture, &move, kept, problem), problem);
    arena_clear(&arena);
    return status;
}

static enum status load_move(struct gesture *gesture, int64_t move, struct arena *arena,
    struct subject *subject, struct problem *problem)
{
    struct statement statement;
    int64_t attendee = 0;
    statement_open(&statement, gesture_store(gesture),
        "SELECT attendance_id FROM attendance_move WHERE id = ?");
    statement_bind_integer(&statement, move);
    enum status status = statement_number(&statement, 0, &attendee, problem);
    if (status == STATUS_DONE && attendee == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette ligne n'est plus là : elle a été ôtée, l'annulation peut la rendre.");
    if (status == STATUS_DONE)
        status = load_subject(gesture, attendee, arena, subject, problem);
    return status;
}

enum status attendance_move_set_hour(
    struct gesture *gesture, int64_t move, const char *hour, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct subject subject;
    const char *at = NULL;
    enum status status = load_move(gesture, move, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status =
            read_hour(gesture_store(gesture), hour, subject.meeting.date, &arena, &at, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE attendance_move SET at = ?2"
            " WHERE id = ?1 AND substr(at, 12, 5) IS NOT substr(?2, 12, 5)");
        statement_bind_integer(&statement, move);
        statement_bind_text(&statement, at);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

static enum status delete_move(
    struct gesture *gesture, const struct attendee *attendee, int64_t move, struct problem *problem)
{
    bool only_arrival = attendee->move_count == 1 && attendee->moves[0].arrives;
    enum status status =
        gesture_run_on(gesture, "DELETE FROM attendance_move WHERE id = ?", move, problem);
    if (status == STATUS_DONE && only_arrival)
        status = gesture_run_on(gesture,
            "UPDATE attendance SET presence = '', deputy = NULL WHERE id = ?"
            " AND presence IN ('present', 'represente')",
            attendee->id, problem);
    return status;
}

enum status attendance_move_remove(struct gesture *gesture, int64_t move, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    enum status status = load_move(gesture, move, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(gesture, subject.meeting.id,
            delete_move(gesture, subject.attendee, move, problem), problem);
    arena_clear(&arena);
    return status;
}

static enum status write_withdrawal(struct gesture *gesture, int64_t attendee, int64_t item,
    bool withdrawn, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        withdrawn ? "INSERT INTO withdrawal (attendance_id, item_id) SELECT ?1, ?2"
                    " WHERE NOT EXISTS (SELECT 1 FROM withdrawal"
                    " WHERE attendance_id = ?1 AND item_id = ?2)"
                  : "DELETE FROM withdrawal WHERE attendance_id = ?1 AND item_id = ?2");
    statement_bind_integer(&statement, attendee);
    statement_bind_integer(&statement, item);
    return statement_run(&statement, problem);
}

enum status attendance_withdraw(struct gesture *gesture, int64_t attendee, int64_t item,
    bool withdrawn, struct problem *problem)
{
    struct arena arena = {0};
    struct subject subject;
    int rank = 0;
    enum status status = load_subject(gesture, attendee, &arena, &subject, problem);
    if (status == STATUS_DONE)
        status = check_item(&subject, item, &rank, problem);
    if (status == STATUS_DONE && withdrawn)
        status = presence_check_withdrawal(&subject.attendance, attendee, rank, problem);
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(gesture, subject.meeting.id,
            write_withdrawal(gesture, attendee, item, withdrawn, problem), problem);
    arena_clear(&arena);
    return status;
}
