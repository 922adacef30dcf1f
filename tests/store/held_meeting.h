// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings for tests: prepared, held, noted; and changes proved by undoing and redoing them.
#ifndef GREFFE_TESTS_STORE_HELD_MEETING_H
#define GREFFE_TESTS_STORE_HELD_MEETING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "store/item.h"
#include "store/meeting.h"
#include "store/record.h"
#include "temporary_store.h"

// What journaled tables hold, as one text that the caller frees.
char *file_text(const struct temporary_store *temporary);

// Ends a gesture that was to change the file: it is kept, undone (which gives `before` back),
// redone (which gives the after back). Frees `before`.
void change_is_proved(struct temporary_store *temporary, struct gesture *gesture,
    enum status status, struct problem *problem, char *before);

// Ends a gesture that was to be refused, with `words` in its sentence: it leaves no trace.
void change_is_refused(struct temporary_store *temporary, struct gesture *gesture,
    enum status status, struct problem *problem, const char *words, char *before);

// CALL uses `gesture` and `&problem`.
#define MUST_CHANGE(TEMPORARY, CALL)                                                               \
    do {                                                                                           \
        char *before = file_text(TEMPORARY);                                                       \
        struct problem problem = {0};                                                              \
        struct gesture *gesture = gesture_must_begin((TEMPORARY)->store);                          \
        enum status status = (CALL);                                                               \
        change_is_proved((TEMPORARY), gesture, status, &problem, before);                          \
    } while (0)

#define MUST_REFUSE(TEMPORARY, WORDS, CALL)                                                        \
    do {                                                                                           \
        char *before = file_text(TEMPORARY);                                                       \
        struct problem problem = {0};                                                              \
        struct gesture *gesture = gesture_must_begin((TEMPORARY)->store);                          \
        enum status status = (CALL);                                                               \
        change_is_refused((TEMPORARY), gesture, status, &problem, (WORDS), before);                \
    } while (0)

int64_t committee_of_code(struct temporary_store *temporary, const char *code);
int64_t prepared_meeting(struct temporary_store *temporary, const char *code, struct date date);
int64_t added_item(struct temporary_store *temporary, int64_t meeting, const char *title);
int64_t noted(
    struct temporary_store *temporary, int64_t item, enum record_kind kind, const char *text);

// Adjourned and closed, as two gestures.
void closed(struct temporary_store *temporary, int64_t meeting);

struct agenda agenda_of(struct temporary_store *temporary, int64_t meeting);
int64_t item_titled(struct temporary_store *temporary, int64_t meeting, const char *title);
struct meeting meeting_of(struct temporary_store *temporary, int64_t meeting);
struct record record_of(struct temporary_store *temporary, int64_t record);

#endif
