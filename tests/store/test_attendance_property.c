// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random meetings: who is present at each item, told by the rules from what the file
// holds, agrees with a register that is kept beside it, person by person and item by item.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "expected_people.h"
#include "store/item.h"
#include "store/item_add.h"
#include "store/meeting.h"

enum { MEETINGS = 2000, STEPS = 12, ITEMS = 4, PEOPLE = 7 };

// What a secretary with paper would have: a cross a person and an item.
struct paper {
    bool there[PEOPLE][ITEMS];
    bool withdrawn[PEOPLE][ITEMS];
    int proxy_to[PEOPLE]; // -1 for none
};

struct world {
    struct temporary_store *temporary;
    struct gesture *gesture;
    uint64_t random;
    int64_t meeting;
    int64_t items[ITEMS];
    int64_t attendees[PEOPLE]; // in the order of the sheet
    int now;                   // the item being treated
    struct paper paper;
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
    int64_t committee =
        temporary_store_number(world->temporary, "SELECT id FROM committee WHERE code = 'COPIL'");
    world->gesture = gesture_must_begin(store);
    world->meeting = store_new_id(store);
    must(meeting_add(world->gesture, world->meeting, committee, date_of_day(2026, 3, 12), &problem),
        &problem);
    for (int i = 0; i < ITEMS; i++) {
        world->items[i] = store_new_id(store);
        must(item_add(world->gesture, world->items[i], world->meeting, 0, 0, "Point", &problem),
            &problem);
    }
    must(meeting_open(world->gesture, world->meeting, &problem), &problem);
    struct attendance_sheet sheet = sheet_of(world->temporary, world->meeting);
    assert_int_equal(sheet.count, PEOPLE);
    world->paper = (struct paper){0};
    world->now = 0;
    for (int i = 0; i < PEOPLE; i++) {
        world->attendees[i] = sheet.people[i].id;
        world->paper.proxy_to[i] = -1;
    }
}

static void fill(struct world *world, int person, int from, bool there)
{
    for (int item = from; item < ITEMS; item++)
        world->paper.there[person][item] = there;
}

static void set_presence(struct world *world, int person)
{
    static const char *const codes[] = {"", "present", "visio", "represente", "excuse", "absent"};
    unsigned code = choose(world, 6);
    struct attendance_sheet sheet = sheet_of(world->temporary, world->meeting);
    const struct attendee *was = &sheet.people[person];
    bool medium_only =
        was->move_count > 0 && strcmp(codes[code], was->presence) != 0 &&
        (code == 1 || code == 2) &&
        (strcmp(was->presence, "present") == 0 || strcmp(was->presence, "visio") == 0);
    if (attendance_set_presence(world->gesture, world->attendees[person], codes[code],
            "Animatrice Culture", NULL) != STATUS_DONE) {
        world->refused++;
        return;
    }
    world->kept++;
    world->paper.proxy_to[person] = -1;
    if (!medium_only)
        fill(world, person, 0, code >= 1 && code <= 3);
    for (int item = 0; item < ITEMS && (code == 0 || code > 3); item++)
        world->paper.withdrawn[person][item] = false;
}

static void move(struct world *world, int person)
{
    bool arrives = choose(world, 2) == 0;
    int64_t id = store_new_id(world->temporary->store);
    bool possible = world->paper.there[person][world->now] != arrives;
    enum status status = attendance_move_add(world->gesture, id, world->attendees[person],
        world->items[world->now], arrives, NULL, NULL);
    assert_int_equal(status == STATUS_DONE, possible);
    world->kept += possible;
    world->refused += !possible;
    if (possible)
        fill(world, person, world->now, arrives);
}

static void send_deputy(struct world *world, int person)
{
    struct attendance_sheet sheet = sheet_of(world->temporary, world->meeting);
    const struct attendee *attendee = &sheet.people[person];
    bool possible = !world->paper.there[person][world->now] && attendee->move_count == 0 &&
                    attendee->substitute_for == 0 && strcmp(attendee->role, "invite") != 0;
    enum status status =
        attendance_deputy_arrive(world->gesture, store_new_id(world->temporary->store),
            world->attendees[person], world->items[world->now], "Animatrice Culture", NULL, NULL);
    assert_int_equal(status == STATUS_DONE, possible);
    world->kept += possible;
    world->refused += !possible;
    if (!possible)
        return;
    world->paper.proxy_to[person] = -1;
    fill(world, person, world->now, true);
}

static void withdraw(struct world *world, int person)
{
    bool withdrawn = choose(world, 3) > 0;
    bool possible = !withdrawn || world->paper.there[person][world->now];
    enum status status = attendance_withdraw(
        world->gesture, world->attendees[person], world->items[world->now], withdrawn, NULL);
    assert_int_equal(status == STATUS_DONE, possible);
    if (possible)
        world->paper.withdrawn[person][world->now] = withdrawn;
}

static void give_proxy(struct world *world, int person)
{
    int holder = (int)choose(world, PEOPLE);
    struct attendance_sheet sheet = sheet_of(world->temporary, world->meeting);
    bool moved = sheet.people[person].move_count > 0;
    if (attendance_set_proxy(world->gesture, world->attendees[person], world->attendees[holder],
            NULL) != STATUS_DONE) {
        world->refused++;
        return;
    }
    world->kept++;
    world->paper.proxy_to[person] = holder;
    if (moved)
        return;
    fill(world, person, 0, false);
    for (int item = 0; item < ITEMS; item++)
        world->paper.withdrawn[person][item] = false;
}

static void go_on(struct world *world, int person)
{
    (void)person;
    struct problem problem = {0};
    if (world->now + 1 == ITEMS)
        return;
    world->now++;
    must(item_open(world->gesture, world->items[world->now], &problem), &problem);
}

// The one who sits for a place with a vote at an item: the member, else the substitute; -1 for
// nobody.
static int sitting(
    const struct world *world, const struct attendance_sheet *sheet, int place, int item)
{
    if (world->paper.there[place][item])
        return place;
    for (int i = 0; i < PEOPLE; i++)
        if (sheet->people[i].substitute_for == world->attendees[place] &&
            strcmp(sheet->people[i].presence, "represente") != 0 && world->paper.there[i][item])
            return i;
    return -1;
}

struct count {
    int present, voters, proxies;
};

static struct count count_on_paper(
    const struct world *world, const struct attendance_sheet *sheet, int item)
{
    struct count count = {0};
    bool votes[PEOPLE] = {false};
    for (int i = 0; i < PEOPLE; i++) {
        bool place = sheet->people[i].substitute_for == 0 &&
                     strcmp(sheet->people[i].voice, "deliberative") == 0;
        int sits = place ? sitting(world, sheet, i, item) : -1;
        count.present += sits >= 0;
        if (sits >= 0 && !world->paper.withdrawn[sits][item])
            votes[sits] = true;
    }
    for (int i = 0; i < PEOPLE; i++) {
        int holder = world->paper.proxy_to[i];
        bool place = sheet->people[i].substitute_for == 0 &&
                     strcmp(sheet->people[i].voice, "deliberative") == 0;
        count.voters += votes[i];
        count.proxies += place && holder >= 0 && votes[holder] &&
                         sitting(world, sheet, i, item) < 0 && !world->paper.withdrawn[i][item];
    }
    count.voters += count.proxies;
    return count;
}

static void is_as_on_paper(struct world *world)
{
    struct attendance_sheet sheet = sheet_of(world->temporary, world->meeting);
    for (int item = 0; item < ITEMS; item++) {
        struct attendance_state state =
            state_at(world->temporary, world->meeting, world->items[item]);
        struct count count = count_on_paper(world, &sheet, item);
        for (int i = 0; i < PEOPLE; i++)
            assert_int_equal(state.standings[i].held, world->paper.there[i][item]);
        assert_int_equal(state.totals.present, count.present);
        assert_int_equal(state.totals.proxies, count.proxies);
        assert_int_equal(state.totals.voters, count.voters);
        assert_int_equal(state.quorum.reached, count.present >= 3);
    }
}

static void presence_counted_two_ways_agrees(void **state)
{
    static void (*const steps[])(struct world * world, int person) = {
        set_presence, set_presence, move, move, send_deputy, withdraw, give_proxy, go_on};
    struct world world = {.temporary = *state, .random = 20260312};
    people_are_expected(world.temporary);
    temporary_store_execute(
        world.temporary, "UPDATE committee SET quorum = 'majorite', proxies = 99");
    for (int i = 0; i < MEETINGS; i++) {
        begin_meeting(&world);
        for (int step = 0; step < STEPS; step++)
            steps[choose(&world, sizeof steps / sizeof steps[0])](
                &world, (int)choose(&world, PEOPLE));
        is_as_on_paper(&world);
        gesture_cancel(world.gesture);
        arena_clear(&world.temporary->arena);
    }
    print_message("%u changes kept, %u refused\n", world.kept, world.refused);
    assert_true(world.kept > MEETINGS && world.refused > MEETINGS / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            presence_counted_two_ways_agrees, temporary_store_setup, temporary_store_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
