// SPDX-License-Identifier: GPL-3.0-or-later
// Case 106: opening a screen makes a bounded number of queries, however much there is to show.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "../store/meeting_maker.h"
#include "screens/desk.h"
#include "screens/places.h"
#include "store/connection.h"

enum { MOST_QUERIES = 32, ROUNDS = 7 };

static const struct tie nothing = {0};

static int count_query(unsigned type, void *context, void *statement, void *text)
{
    (void)type;
    (void)statement;
    const char *sql = text;
    if (sql[0] != '-') // what a trigger does
        ++*(int *)context;
    return 0;
}

// What the screens of a place show.
enum subject {
    OF_NOTHING,
    OF_OPEN_MEETING,
    OF_CLOSED_MEETING,
    OF_COMMITTEE,
    OF_ITEM,
    OF_DECISION,
    OF_TASK,
    OF_AXIS,
    OF_ACTION,
    SUBJECTS,
};

static const struct {
    enum place place;
    enum subject subject;
} screens[] = {
    {PLACE_TABLEAU, OF_NOTHING},
    {PLACE_PLAN, OF_AXIS},
    {PLACE_ACTION, OF_ACTION},
    {PLACE_ELEMENT_HISTORY, OF_AXIS},
    {PLACE_CONVENTION, OF_NOTHING},
    {PLACE_MEETINGS, OF_NOTHING},
    {PLACE_AGENDA, OF_OPEN_MEETING},
    {PLACE_MEETING, OF_OPEN_MEETING},
    {PLACE_MEETING, OF_CLOSED_MEETING},
    {PLACE_CLOSING, OF_OPEN_MEETING},
    {PLACE_DECISIONS, OF_NOTHING},
    {PLACE_DECISIONS, OF_AXIS},
    {PLACE_DECISION, OF_DECISION},
    {PLACE_TASKS, OF_NOTHING},
    {PLACE_TASKS, OF_AXIS},
    {PLACE_HISTORY, OF_NOTHING},
    {PLACE_ATTENDANCE, OF_OPEN_MEETING},
    {PLACE_COMMITTEES, OF_NOTHING},
    {PLACE_COMMITTEE, OF_COMMITTEE},
    {PLACE_ATTENDANCE_RATES, OF_COMMITTEE},
    {PLACE_THREAD, OF_ITEM},
    {PLACE_SINCE, OF_OPEN_MEETING},
    {PLACE_STANDING, OF_COMMITTEE},
    {PLACE_BALLOT, OF_OPEN_MEETING},
    {PLACE_TASK, OF_TASK},
    {PLACE_MINUTES, OF_CLOSED_MEETING},
    {PLACE_PEOPLE, OF_NOTHING},
};

enum { SCREENS = sizeof screens / sizeof screens[0] };

struct subjects {
    struct temporary_store *temporary;
    struct tie axis;
    int64_t ids[SUBJECTS];
};

// Something of everything on each of some items.
static void hold(struct subjects *subjects, int64_t meeting, int64_t item)
{
    struct temporary_store *temporary = subjects->temporary;
    struct date due = date_of_day(2026, 2, 1);
    static const enum record_kind kinds[] = {RECORD_NOTE, RECORD_INFORMATION, RECORD_QUESTION};
    make_item(temporary, meeting, item, subjects->axis);
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t kind = 0; kind < sizeof kinds / sizeof kinds[0]; kind++)
            make_record(temporary, item, kinds[kind], "Permis de louer", subjects->axis);
        make_record(temporary, item, RECORD_PRIVATE_NOTE, "À moi", nothing);
        subjects->ids[OF_DECISION] =
            make_record(temporary, item, RECORD_DECISION, "Ouvrir", subjects->axis);
        subjects->ids[OF_TASK] = make_task(temporary, item, "Chiffrer", due, subjects->axis);
        item = make_item(temporary, meeting, 0, round % 2 == 0 ? subjects->axis : nothing);
    }
    subjects->ids[OF_ITEM] = item;
}

// One more meeting that is closed, and as much again in the open one.
static void grow(struct subjects *subjects, struct date day)
{
    struct temporary_store *temporary = subjects->temporary;
    int64_t item = 0;
    int64_t meeting = make_meeting(temporary, "COTECH", day, &item);
    hold(subjects, meeting, item);
    close_meeting(temporary, meeting);
    subjects->ids[OF_CLOSED_MEETING] = meeting;
    meeting = subjects->ids[OF_OPEN_MEETING];
    hold(subjects, meeting, make_item(temporary, meeting, 0, subjects->axis));
}

static int queries_to_open(struct subjects *subjects, size_t index)
{
    int queries = 0;
    struct problem problem = {0};
    struct desk desk;
    const struct screen_class *class = place_class(screens[index].place);
    struct screen *screen = calloc(1, class->size);
    assert_non_null(screen);
    desk_init(&desk);
    desk.store = subjects->temporary->store;
    desk_changed(&desk);
    screen->class = class;
    screen->destination = (struct destination){.place = screens[index].place,
        .level = screens[index].subject == OF_AXIS ? PLAN_AXIS : PLAN_ACTION,
        .element = subjects->ids[screens[index].subject]};
    screen->area = (struct rectangle){1, 0, 20, 80};
    if (class->init != NULL)
        class->init(screen);
    sqlite3 *database = subjects->temporary->store->database;
    sqlite3_trace_v2(database, SQLITE_TRACE_STMT, count_query, &queries);
    if (class->reload(screen, &desk, &problem) != STATUS_DONE)
        fail_msg("screen %zu: %s", index, problem.sentence);
    sqlite3_trace_v2(database, 0, NULL, NULL);
    if (class->clear != NULL)
        class->clear(screen);
    free(screen);
    desk_clear(&desk);
    return queries;
}

static void case_106_a_screen_makes_a_bounded_number_of_queries(void **state)
{
    struct subjects subjects = {.temporary = *state};
    struct temporary_store *temporary = *state;
    int before[SCREENS];
    int64_t item = 0;
    subjects.axis = (struct tie){PLAN_AXIS, axis_numbered(temporary, 6)};
    subjects.ids[OF_AXIS] = subjects.axis.element;
    subjects.ids[OF_ACTION] = action_coded(temporary, "6.1");
    subjects.ids[OF_COMMITTEE] =
        temporary_store_number(temporary, "SELECT id FROM committee WHERE code = 'COTECH'");
    subjects.ids[OF_OPEN_MEETING] =
        make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    grow(&subjects, date_of_day(2026, 1, 8));
    for (size_t i = 0; i < SCREENS; i++)
        before[i] = queries_to_open(&subjects, i);
    for (int month = 2; month <= 5; month++)
        grow(&subjects, date_of_day(2026, month, 8));
    for (size_t i = 0; i < SCREENS; i++) {
        int after = queries_to_open(&subjects, i);
        if (after > before[i] || after > MOST_QUERIES)
            fail_msg("place %d: %d queries, %d with five times as much", (int)screens[i].place,
                before[i], after);
    }
}

// The help shows nothing of the file.
static void every_place_is_tried(void **state)
{
    (void)state;
    bool tried[PLACE_COUNT] = {[PLACE_HELP] = true};
    for (size_t i = 0; i < SCREENS; i++)
        tried[screens[i].place] = true;
    for (size_t place = 0; place < PLACE_COUNT; place++)
        if (!tried[place])
            fail_msg("place %zu is missing", place);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(case_106_a_screen_makes_a_bounded_number_of_queries,
            temporary_store_setup, temporary_store_teardown),
        cmocka_unit_test(every_place_is_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
