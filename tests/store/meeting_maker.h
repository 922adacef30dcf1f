// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings made for a test, through the gestures that people use; each call is one gesture, and a
// refusal fails the test.
#ifndef GREFFE_TESTS_STORE_MEETING_MAKER_H
#define GREFFE_TESTS_STORE_MEETING_MAKER_H

#include <stdint.h>

#include "rules/entry.h"
#include "temporary_store.h"
#include "text/date.h"

// What a row is tied to; element 0: nothing.
struct tie {
    enum plan_level level;
    int64_t element;
};

// Ids of the rows of the embedded convention.
int64_t axis_numbered(const struct temporary_store *temporary, int number);
int64_t action_coded(const struct temporary_store *temporary, const char *code);

// `committee` is a code. Opened, with one item, whose id is `*item`.
int64_t make_meeting(
    struct temporary_store *temporary, const char *committee, struct date date, int64_t *item);
int64_t make_item(
    struct temporary_store *temporary, int64_t meeting, int64_t parent, struct tie tie);
int64_t make_record(struct temporary_store *temporary, int64_t item, enum record_kind kind,
    const char *text, struct tie tie);
// Given to the first organisation.
int64_t make_task(struct temporary_store *temporary, int64_t item, const char *text,
    struct date due, struct tie tie);
void close_meeting(struct temporary_store *temporary, int64_t meeting);

#endif
