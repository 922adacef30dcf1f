// SPDX-License-Identifier: GPL-3.0-or-later
#include "held_meeting.h"
#include "store/counter.h"
#include "store/item_add.h"
#include "store/store_open.h"

static int next(struct gesture *gesture, const char *name, int year)
{
    int number = 0;
    assert_int_equal(counter_next(gesture, name, year, &number, NULL), STATUS_DONE);
    return number;
}

static int last(struct temporary_store *temporary, const char *name, int year)
{
    int number = -1;
    assert_int_equal(counter_last(temporary->store, name, year, &number, NULL), STATUS_DONE);
    return number;
}

static void numbers_run_on_by_name_and_year(void **state)
{
    struct temporary_store *temporary = *state;
    assert_int_equal(last(temporary, "a", 2026), 0);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    for (int i = 1; i <= 1000; i++)
        assert_int_equal(next(gesture, "a", 2026), i);
    assert_int_equal(next(gesture, "b", 2026), 1);
    assert_int_equal(next(gesture, "a", 2027), 1);
    assert_int_equal(next(gesture, "a", 2026), 1001);
    assert_int_equal(last(temporary, "a", 2026), 1001);
    gesture_cancel(gesture);
}

static void a_cancelled_gesture_gave_no_number(void **state)
{
    struct temporary_store *temporary = *state;
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(next(gesture, "a", 2026), 1);
    gesture_cancel(gesture);
    assert_int_equal(last(temporary, "a", 2026), 0);
}

static void undo_gives_no_number_back(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", date_of_day(2026, 3, 12));
    int64_t item = added_item(temporary, meeting, "Bilan");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    // Each is undone and redone by the helper.
    int64_t first = noted(temporary, item, RECORD_TASK, "Chiffrer");
    int64_t second = noted(temporary, item, RECORD_TASK, "Vérifier");
    assert_string_equal(record_of(temporary, first).number, "T-2026-001");
    assert_string_equal(record_of(temporary, second).number, "T-2026-002");
    MUST_CHANGE(temporary, record_remove(gesture, second, &problem));
    int64_t third = noted(temporary, item, RECORD_TASK, "Rédiger");
    assert_string_equal(record_of(temporary, third).number, "T-2026-003");
}

static void two_windows_never_get_the_same_number(void **state)
{
    struct temporary_store *temporary = *state;
    struct store *other = NULL;
    assert_int_equal(store_open(&other, &temporary->options, NULL), STATUS_DONE);
    int64_t meeting = prepared_meeting(temporary, "COPIL", date_of_day(2026, 3, 12));
    for (int i = 1; i <= 20; i++) {
        struct gesture *gesture = gesture_must_begin(i % 2 == 0 ? other : temporary->store);
        assert_int_equal(next(gesture, "a", 2026), i);
        // A gesture that changes nothing else leaves nothing, not even a number.
        assert_int_equal(
            item_add(gesture, store_new_id(other), meeting, 0, 0, "Point", NULL), STATUS_DONE);
        gesture_must_commit(gesture, "essai");
    }
    store_destroy(other);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(numbers_run_on_by_name_and_year),
        TEST(a_cancelled_gesture_gave_no_number),
        TEST(undo_gives_no_number_back),
        TEST(two_windows_never_get_the_same_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
