// SPDX-License-Identifier: GPL-3.0-or-later
#include "meeting_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

#include "expected_people.h"
#include "store/ballot.h"
#include "store/item_add.h"
#include "store/meeting.h"
#include "store/record.h"
#include "store/statement.h"

static const char open_meeting[] = "SELECT max(id) FROM meeting WHERE state = 'ouverte'";
static const char adjourned_meeting[] = "SELECT max(id) FROM meeting WHERE state = 'levee'";
static const char open_item[] = "SELECT max(item.id) FROM item JOIN meeting"
                                " ON meeting.id = meeting_id WHERE meeting.state = 'ouverte'";
static const char attendee_of_person[] =
    "SELECT attendance.id FROM attendance JOIN meeting ON meeting.id = meeting_id"
    " WHERE meeting.state = 'ouverte' AND person_id = ?";

static void hold(struct temporary_store *temporary, const char *code, bool adjourned)
{
    struct store *store = temporary->store;
    struct problem problem = {0};
    const struct entry decision = {.kind = RECORD_DECISION, .text = "Ouvrir 24 places"};
    int64_t meeting = store_new_id(store);
    int64_t item = store_new_id(store);
    char sql[64];
    snprintf(sql, sizeof sql, "SELECT id FROM committee WHERE code = '%.10s'", code);
    int64_t committee = temporary_store_number(temporary, sql);
    struct gesture *gesture = gesture_must_begin(store);
    enum status status =
        meeting_add(gesture, meeting, committee, date_of_day(2026, 3, 12), &problem);
    if (status == STATUS_DONE)
        status = item_add(gesture, item, meeting, 0, 0, "Places", &problem);
    if (status == STATUS_DONE)
        status = meeting_open(gesture, meeting, &problem);
    if (status == STATUS_DONE)
        status = record_add(gesture, store_new_id(store), item, &decision, &problem);
    if (status == STATUS_DONE && adjourned)
        status = meeting_adjourn(gesture, meeting, &problem);
    if (status != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    gesture_must_commit(gesture, "séance tenue");
}

// The person is a number of expected_people.h.
static enum status set_present(struct gesture *gesture, int64_t person, struct problem *problem)
{
    struct statement statement;
    int64_t attendee = 0;
    statement_open(&statement, gesture_store(gesture), attendee_of_person);
    statement_bind_integer(&statement, person);
    enum status status = statement_number(&statement, 0, &attendee, problem);
    return status == STATUS_DONE
               ? attendance_set_presence(gesture, attendee, "present", NULL, problem)
               : status;
}

void meeting_steps_prepare(struct temporary_store *temporary)
{
    struct problem problem = {0};
    people_are_expected(temporary);
    hold(temporary, "COTECH", true);
    hold(temporary, "COPIL", false);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    if (set_present(gesture, 1001, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    gesture_must_commit(gesture, "présence");
}

typedef enum status change(struct gesture *gesture, int64_t subject, struct problem *problem);

// One gesture, on what `sql` finds.
static enum status run(struct store *store, const char *sql, change *make, struct problem *problem)
{
    struct statement statement;
    struct gesture *gesture = NULL;
    int64_t subject = 0;
    enum status status = gesture_begin(store, &gesture, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, store, sql);
    status = statement_number(&statement, 0, &subject, problem);
    if (status == STATUS_DONE)
        status = make(gesture, subject, problem);
    if (status == STATUS_DONE)
        return gesture_commit(gesture, problem, "fait en séance");
    gesture_cancel(gesture);
    return status;
}

static enum status note_presence(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    (void)meeting;
    enum status status = set_present(gesture, 1002, problem);
    return status == STATUS_DONE ? set_present(gesture, 1003, problem) : status;
}

static enum status vote(struct gesture *gesture, int64_t item, struct problem *problem)
{
    const struct said_ballot said = {.mode = BALLOT_BY_NAME, .otherwise = BALLOT_FOR};
    return ballot_hold(gesture, INT64_C(1) << 50, NULL, item, BALLOT_LAST_DECISION, &said, problem);
}

enum status step_attendance(struct store *store, struct problem *problem)
{
    return run(store, open_meeting, note_presence, problem);
}

enum status step_ballot(struct store *store, struct problem *problem)
{
    return run(store, open_item, vote, problem);
}

enum status step_adjourn(struct store *store, struct problem *problem)
{
    return run(store, open_meeting, meeting_adjourn, problem);
}

enum status step_close(struct store *store, struct problem *problem)
{
    return run(store, adjourned_meeting, meeting_close, problem);
}
