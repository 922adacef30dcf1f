// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random votes: whatever is accepted, no ballot counts more than its voters, names and
// numbers agree, a secret one has no name, and each decision is what its ballot made of it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "expected_people.h"
#include "store/ballot.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/meeting.h"
#include "store/record.h"

enum { MEETINGS = 500, STEPS = 20, PEOPLE = 7, DECISIONS = 3 };

struct world {
    struct temporary_store *temporary;
    struct gesture *gesture;
    uint64_t random;
    int64_t meeting, item;
    int64_t attendees[PEOPLE];
    int64_t subjects[DECISIONS + 1]; // 0: the item
    unsigned kept, refused;
};

static unsigned choose(struct world *world, unsigned count)
{
    world->random = world->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(world->random >> 33) % count;
}

static void must(enum status status, const struct problem *problem)
{
    if (status != STATUS_DONE)
        fail_msg("%s", problem->sentence);
}

static void begin_meeting(struct world *world)
{
    struct problem problem = {0};
    struct store *store = world->temporary->store;
    const struct entry fact = {.kind = RECORD_DECISION, .text = "Ouvrir"};
    int64_t committee =
        temporary_store_number(world->temporary, "SELECT id FROM committee WHERE code = 'COPIL'");
    world->gesture = gesture_must_begin(store);
    world->meeting = store_new_id(store);
    world->item = store_new_id(store);
    must(meeting_add(world->gesture, world->meeting, committee, date_of_day(2026, 3, 12), &problem),
        &problem);
    must(item_add(world->gesture, world->item, world->meeting, 0, 0, "Point", &problem), &problem);
    must(meeting_open(world->gesture, world->meeting, &problem), &problem);
    for (int i = 1; i <= DECISIONS; i++) {
        world->subjects[i] = store_new_id(store);
        must(
            record_add(world->gesture, world->subjects[i], world->item, &fact, &problem), &problem);
    }
    struct attendance_sheet sheet = sheet_of(world->temporary, world->meeting);
    assert_int_equal(sheet.count, PEOPLE);
    for (int i = 0; i < PEOPLE; i++)
        world->attendees[i] = sheet.people[i].id;
}

static void note(struct world *world, enum status status)
{
    world->kept += status == STATUS_DONE;
    world->refused += status != STATUS_DONE;
}

static void change_presence(struct world *world)
{
    static const char *const codes[] = {"present", "present", "visio", "excuse", "absent"};
    note(world, attendance_set_presence(world->gesture, world->attendees[choose(world, PEOPLE)],
                    codes[choose(world, 5)], NULL, NULL));
}

// Its votes are in the arena of the temporary store.
static struct said_ballot random_ballot(struct world *world)
{
    struct named_vote *votes = arena_array(&world->temporary->arena, 2, sizeof *votes);
    struct said_ballot said = {
        .form = choose(world, 4) == 0 ? (enum ballot_form)choose(world, 3) : BALLOT_FORM_COUNTS,
        .mode = (enum ballot_mode)choose(world, 3),
        .counts = {(int)choose(world, 4), (int)choose(world, 3), (int)choose(world, 3)},
        .votes = votes,
        .vote_count = choose(world, 3),
        .otherwise = (enum ballot_choice)choose(world, 4),
        .shares_voters = choose(world, 2) == 0,
    };
    for (size_t i = 0; i < said.vote_count; i++)
        votes[i] = (struct named_vote){
            world->attendees[choose(world, PEOPLE)], (enum ballot_choice)choose(world, 4)};
    return said;
}

static void hold(struct world *world)
{
    const struct said_ballot said = random_ballot(world);
    note(world, ballot_hold(world->gesture, store_new_id(world->temporary->store), NULL,
                    world->item, world->subjects[choose(world, DECISIONS + 1)], &said, NULL));
}

static const struct held_ballot *some(struct world *world, struct ballot_list *list)
{
    must(
        ballots_of_item(world->temporary->store, world->item, &world->temporary->arena, list, NULL),
        NULL);
    return list->count == 0 ? NULL : &list->ballots[choose(world, (unsigned)list->count)];
}

static void correct(struct world *world)
{
    struct ballot_list list;
    const struct held_ballot *held = some(world, &list);
    const struct said_ballot said = random_ballot(world);
    if (held != NULL)
        note(world, ballot_correct(world->gesture, held->id, &said, NULL));
}

static void take_away(struct world *world)
{
    struct ballot_list list;
    const struct held_ballot *held = some(world, &list);
    if (held != NULL)
        note(world, ballot_remove(world->gesture, held->id, NULL));
}

static void names_agree(const struct held_ballot *held)
{
    int counts[BALLOT_NO_VOTE + 1] = {0};
    if (held->ballot.mode != BALLOT_BY_NAME) {
        assert_int_equal(held->vote_count, 0);
        return;
    }
    assert_int_equal(held->vote_count, held->ballot.voters);
    for (size_t i = 0; i < held->vote_count; i++)
        counts[held->votes[i].choice]++;
    assert_int_equal(counts[BALLOT_FOR], held->ballot.counts.in_favour);
    assert_int_equal(counts[BALLOT_AGAINST], held->ballot.counts.against);
    assert_int_equal(counts[BALLOT_ABSTENTION], held->ballot.counts.abstentions);
}

static void decision_follows(struct world *world, const struct ballot_list *list, int64_t decision)
{
    const struct held_ballot *held = ballot_on(list, decision);
    struct record record;
    struct problem problem = {0};
    must(
        record_load(world->temporary->store, decision, &world->temporary->arena, &record, &problem),
        &problem);
    assert_string_equal(
        record.mode, held == NULL ? "consensus" : ballot_decision_mode(&held->ballot));
    assert_string_equal(
        record.outcome, held == NULL || held->result == BALLOT_ADOPTED ? "adoptee" : "rejetee");
}

static void all_agrees(struct world *world)
{
    struct ballot_list list;
    some(world, &list);
    for (size_t i = 0; i < list.count; i++) {
        const struct held_ballot *held = &list.ballots[i];
        assert_true(ballot_cast(&held->ballot) <= held->ballot.voters);
        assert_true(held->present > 0 && held->ballot.voters > 0);
        assert_int_equal(held->result, ballot_result(&held->ballot));
        assert_ptr_equal(ballot_on(&list, held->decision), held);
        names_agree(held);
    }
    for (int i = 1; i <= DECISIONS; i++)
        decision_follows(world, &list, world->subjects[i]);
}

static void random_votes_agree(void **state)
{
    static void (*const steps[])(struct world * world) = {
        change_presence, change_presence, hold, hold, hold, correct, take_away};
    struct world world = {.temporary = *state, .random = 61};
    people_are_expected(world.temporary);
    temporary_store_execute(
        world.temporary, "UPDATE committee SET quorum = 'majorite', casting_vote = 1");
    for (int i = 0; i < MEETINGS; i++) {
        begin_meeting(&world);
        for (int step = 0; step < STEPS; step++)
            steps[choose(&world, sizeof steps / sizeof steps[0])](&world);
        all_agrees(&world);
        gesture_cancel(world.gesture);
        arena_clear(&world.temporary->arena);
    }
    print_message("%u votes and changes kept, %u refused\n", world.kept, world.refused);
    assert_true(world.kept > MEETINGS && world.refused > MEETINGS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            random_votes_agree, temporary_store_setup, temporary_store_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
