// SPDX-License-Identifier: GPL-3.0-or-later
#include "meeting_maker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

#include "store/directory.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/meeting.h"
#include "store/record.h"

int64_t axis_numbered(const struct temporary_store *temporary, int number)
{
    char sql[96];
    snprintf(sql, sizeof sql, "SELECT id FROM axis WHERE number = %d", number);
    return temporary_store_number(temporary, sql);
}

int64_t action_coded(const struct temporary_store *temporary, const char *code)
{
    char sql[96];
    snprintf(sql, sizeof sql, "SELECT id FROM action WHERE code = '%s'", code);
    return temporary_store_number(temporary, sql);
}

static void settle(struct gesture *gesture, enum status status, const struct problem *problem)
{
    if (status == STATUS_DONE) {
        gesture_must_commit(gesture, "essai");
        return;
    }
    gesture_cancel(gesture);
    fail_msg("%s", problem->sentence);
}

int64_t make_meeting(
    struct temporary_store *temporary, const char *committee, struct date date, int64_t *item)
{
    char sql[96];
    struct problem problem = {0};
    snprintf(sql, sizeof sql, "SELECT id FROM committee WHERE code = '%s'", committee);
    int64_t committee_id = temporary_store_number(temporary, sql);
    int64_t meeting = store_new_id(temporary->store);
    *item = store_new_id(temporary->store);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    enum status status = meeting_add(gesture, meeting, committee_id, date, &problem);
    if (status == STATUS_DONE)
        status = item_add(gesture, *item, meeting, 0, 0, "Premier point", &problem);
    if (status == STATUS_DONE)
        status = meeting_open(gesture, meeting, &problem);
    settle(gesture, status, &problem);
    return meeting;
}

int64_t make_item(
    struct temporary_store *temporary, int64_t meeting, int64_t parent, struct tie tie)
{
    struct problem problem = {0};
    struct entry_link link = {.level = tie.level, .id = tie.element, .reference = "?"};
    int64_t item = store_new_id(temporary->store);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    enum status status = item_add(gesture, item, meeting, parent, 0, "Point", &problem);
    if (status == STATUS_DONE && tie.element != 0)
        status = item_link(gesture, item, &link, 1, &problem);
    settle(gesture, status, &problem);
    return item;
}

static int64_t add_fact(
    struct temporary_store *temporary, int64_t item, struct entry fact, struct tie tie)
{
    struct problem problem = {0};
    struct entry_link link = {.level = tie.level, .id = tie.element, .reference = "?"};
    int64_t record = store_new_id(temporary->store);
    fact.links = tie.element == 0 ? NULL : &link;
    fact.link_count = tie.element == 0 ? 0 : 1;
    struct gesture *gesture = gesture_must_begin(temporary->store);
    settle(gesture, record_add(gesture, record, item, &fact, &problem), &problem);
    return record;
}

int64_t make_record(struct temporary_store *temporary, int64_t item, enum record_kind kind,
    const char *text, struct tie tie)
{
    struct entry fact = {.kind = kind, .text = text};
    return add_fact(temporary, item, fact, tie);
}

int64_t make_task(struct temporary_store *temporary, int64_t item, const char *text,
    struct date due, struct tie tie)
{
    struct entry_mention mention = {
        .name = "Ville de Perpignan",
        .organisation =
            temporary_store_number(temporary, "SELECT id FROM organisation WHERE code = 'ville'"),
        .owner = true,
    };
    struct entry fact = {
        .kind = RECORD_TASK, .text = text, .mentions = &mention, .mention_count = 1, .date = due};
    return add_fact(temporary, item, fact, tie);
}

void close_meeting(struct temporary_store *temporary, int64_t meeting)
{
    struct problem problem = {0};
    struct gesture *gesture = gesture_must_begin(temporary->store);
    enum status status = meeting_adjourn(gesture, meeting, &problem);
    if (status == STATUS_DONE)
        status = meeting_close(gesture, meeting, &problem);
    settle(gesture, status, &problem);
}
