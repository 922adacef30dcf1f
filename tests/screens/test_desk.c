// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "../store/temporary_store.h"
#include "screens/desk.h"
#include "store/committee.h"

#define GESTURES "SELECT count(*) FROM journal"
#define COMMITTEES "SELECT count(*) FROM committee WHERE code = 'GT-ESSAI'"

struct trial {
    enum status status;
    struct problem problem;
    bool shown; // the refusal, on the message line
};

// Adds a committee, told by a sentence that memory may have cut.
static struct trial add_committee(struct temporary_store *temporary, bool cut)
{
    struct trial trial = {0};
    struct desk desk;
    struct buffer sentence = {0};
    struct gesture *gesture = gesture_must_begin(temporary->store);
    desk_init(&desk);
    desk.store = temporary->store;
    buffer_append(&sentence, "instance ajoutée : ");
    sentence.failed = cut;
    buffer_append(&sentence, "GT-ESSAI");
    trial.status = committee_add(gesture, store_new_id(temporary->store), "GT-ESSAI",
        "Groupe de travail d'essai", &trial.problem);
    trial.status = desk_conclude_saying(&desk, gesture, trial.status, &trial.problem, &sentence);
    trial.shown = desk.message_is_problem;
    buffer_clear(&sentence);
    desk_clear(&desk);
    return trial;
}

static void a_cut_sentence_refuses_its_gesture(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t gestures = temporary_store_number(temporary, GESTURES);
    struct trial trial = add_committee(temporary, true);
    struct problem no_memory = {0};
    problem_set_no_memory(&no_memory);
    assert_int_equal(trial.status, STATUS_SYSTEM);
    assert_string_equal(trial.problem.sentence, no_memory.sentence);
    assert_true(trial.shown);
    assert_int_equal(temporary_store_number(temporary, GESTURES), gestures);
    assert_int_equal(temporary_store_number(temporary, COMMITTEES), 0);
}

static void a_whole_sentence_is_kept(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t gestures = temporary_store_number(temporary, GESTURES);
    struct trial trial = add_committee(temporary, false);
    assert_int_equal(trial.status, STATUS_DONE);
    assert_false(trial.shown);
    assert_int_equal(temporary_store_number(temporary, GESTURES), gestures + 1);
    assert_int_equal(temporary_store_number(temporary, COMMITTEES), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_cut_sentence_refuses_its_gesture, temporary_store_setup, temporary_store_teardown),
        cmocka_unit_test_setup_teardown(
            a_whole_sentence_is_kept, temporary_store_setup, temporary_store_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
