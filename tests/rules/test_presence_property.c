// SPDX-License-Identifier: GPL-3.0-or-later
// Presence counted two ways over thousands of random meetings: by seat in the program, by place
// and by walking through the items here.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "random_meeting.h"

enum { ROUNDS = 5000 };

static bool is_there(const struct seat *seat, int item)
{
    bool there = seat->move_count == 0 || !seat->moves[0].arrives;
    for (int rank = 0; rank <= item; rank++) {
        for (size_t i = 0; i < seat->move_count; i++)
            there = seat->moves[i].item == rank ? seat->moves[i].arrives : there;
    }
    bool in_person = seat->presence == PRESENCE_PRESENT || seat->presence == PRESENCE_VIDEO;
    bool by_deputy = seat->presence == PRESENCE_REPRESENTED && seat->deputy != NULL;
    return there && (in_person || by_deputy);
}

static bool is_withdrawn(const struct seat *seat, int item)
{
    bool withdrawn = false;
    for (size_t i = 0; i < seat->withdrawal_count; i++)
        withdrawn = withdrawn || seat->withdrawals[i] == item;
    return withdrawn;
}

// Which seat, if any, takes this place at the table; -1 for none, and where there is no place.
static int taken_by(const struct attendance *attendance, size_t place, int item)
{
    const struct seat *principal = &attendance->seats[place];
    if (principal->substitute_of != 0 || principal->voice != VOICE_VOTING)
        return -1;
    if (is_there(principal, item))
        return (int)place;
    for (size_t i = 0; i < attendance->seat_count; i++) {
        const struct seat *seat = &attendance->seats[i];
        if (seat->substitute_of == principal->id && seat->voice != VOICE_ADVISORY &&
            seat->presence != PRESENCE_REPRESENTED && is_there(seat, item))
            return (int)i;
    }
    return -1;
}

static bool gives_to(const struct attendance *attendance, size_t giver, int64_t holder, int item)
{
    const struct seat *seat = &attendance->seats[giver];
    return seat->substitute_of == 0 && seat->voice == VOICE_VOTING && seat->proxy_to == holder &&
           taken_by(attendance, giver, item) < 0 && !is_withdrawn(seat, item);
}

static void naive_presence(
    const struct attendance *attendance, int item, struct standing standings[])
{
    for (size_t i = 0; i < attendance->seat_count; i++)
        standings[i] = (struct standing){.held = is_there(&attendance->seats[i], item)};
    for (size_t place = 0; place < attendance->seat_count; place++) {
        int seat = taken_by(attendance, place, item);
        if (seat >= 0) {
            standings[seat].counts = true;
            standings[seat].votes = !is_withdrawn(&attendance->seats[seat], item);
        }
    }
    for (size_t holder = 0; holder < attendance->seat_count; holder++) {
        int left = attendance->proxies_allowed < 0 ? MEETING_SEATS : attendance->proxies_allowed;
        for (size_t giver = 0; standings[holder].votes && giver < attendance->seat_count; giver++) {
            if (left == 0 || !gives_to(attendance, giver, attendance->seats[holder].id, item))
                continue;
            left--;
            standings[holder].proxies++;
            standings[giver].votes_by_proxy = true;
        }
    }
}

static void expect_same(const struct standing *left, const struct standing *right)
{
    assert_int_equal(left->held, right->held);
    assert_int_equal(left->counts, right->counts);
    assert_int_equal(left->votes, right->votes);
    assert_int_equal(left->votes_by_proxy, right->votes_by_proxy);
    assert_int_equal(left->proxies, right->proxies);
}

// Issue 4: presence counted two ways agrees.
static void two_ways_of_counting_agree(void **state)
{
    (void)state;
    struct random random = {4};
    int proxies = 0;
    int substitutes = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct random_meeting meeting;
        random_meeting(&random, &meeting);
        for (int item = 0; item <= MEETING_ITEMS; item++) {
            struct standing counted[MEETING_SEATS] = {0};
            struct standing expected[MEETING_SEATS] = {0};
            presence_at(&meeting.attendance, item, counted);
            naive_presence(&meeting.attendance, item, expected);
            for (size_t i = 0; i < MEETING_SEATS; i++) {
                expect_same(&counted[i], &expected[i]);
                proxies += counted[i].votes_by_proxy;
                substitutes += counted[i].counts && meeting.seats[i].substitute_of != 0;
            }
        }
    }
    assert_true(proxies > ROUNDS / 10);
    assert_true(substitutes > ROUNDS / 10);
}

// Case 50: what is shown is the sum of what is counted, in all and by college.
static void totals_are_sums(void **state)
{
    (void)state;
    struct random random = {50};
    for (int round = 0; round < ROUNDS; round++) {
        struct random_meeting meeting;
        struct standing standings[MEETING_SEATS];
        struct presence_totals sum = {0};
        random_meeting(&random, &meeting);
        presence_at(&meeting.attendance, 1 + round % MEETING_ITEMS, standings);
        struct presence_totals all = presence_total(&meeting.attendance, standings);
        for (int64_t college = 0; college <= MEETING_COLLEGES; college++) {
            struct presence_totals part =
                presence_total_of_college(&meeting.attendance, standings, college);
            assert_true(part.present <= part.seats);
            sum.held += part.held;
            sum.seats += part.seats;
            sum.present += part.present;
            sum.proxies += part.proxies;
            sum.voters += part.voters;
        }
        assert_int_equal(sum.held, all.held);
        assert_int_equal(sum.seats, all.seats);
        assert_int_equal(sum.present, all.present);
        assert_int_equal(sum.proxies, all.proxies);
        assert_int_equal(sum.voters, all.voters);
    }
}

// Case 54: one place, one vote.
static void no_place_votes_twice(void **state)
{
    (void)state;
    struct random random = {54};
    for (int round = 0; round < ROUNDS; round++) {
        struct random_meeting meeting;
        struct standing standings[MEETING_SEATS];
        int votes[MEETING_SEATS] = {0};
        random_meeting(&random, &meeting);
        presence_at(&meeting.attendance, 1 + round % MEETING_ITEMS, standings);
        for (size_t i = 0; i < MEETING_SEATS; i++) {
            const struct seat *place = attendance_principal(&meeting.attendance, &meeting.seats[i]);
            int cast = standings[i].votes + standings[i].votes_by_proxy;
            if (place == NULL)
                assert_int_equal(cast, 0);
            else
                votes[place - meeting.seats] += cast;
            assert_true(meeting.attendance.proxies_allowed < 0 ||
                        standings[i].proxies <= meeting.attendance.proxies_allowed);
        }
        for (size_t i = 0; i < MEETING_SEATS; i++)
            assert_in_range(votes[i], 0, meeting.seats[i].voice == VOICE_VOTING);
        struct presence_totals totals = presence_total(&meeting.attendance, standings);
        assert_true(totals.voters <= totals.seats);
    }
}

// Case 67: what happens from an item on changes nothing before it.
static void a_move_changes_no_earlier_item(void **state)
{
    (void)state;
    struct random random = {67};
    for (int round = 0; round < ROUNDS; round++) {
        struct random_meeting meeting;
        struct standing before[MEETING_SEATS];
        struct standing after[MEETING_SEATS];
        random_meeting(&random, &meeting);
        size_t seat = random_below(&random, MEETING_SEATS);
        int item = MEETING_ITEMS;
        if (!seat_is_held(&meeting.seats[seat], item))
            continue;
        presence_at(&meeting.attendance, item - 1, before);
        struct seat_move moves[SEAT_FACTS + 1];
        for (size_t i = 0; i < meeting.seats[seat].move_count; i++)
            moves[i] = meeting.seats[seat].moves[i];
        moves[meeting.seats[seat].move_count++] = (struct seat_move){.item = item};
        meeting.seats[seat].moves = moves;
        presence_at(&meeting.attendance, item - 1, after);
        for (size_t i = 0; i < MEETING_SEATS; i++)
            expect_same(&before[i], &after[i]);
        presence_at(&meeting.attendance, item, after);
        assert_false(after[seat].held || after[seat].counts || after[seat].votes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_ways_of_counting_agree),
        cmocka_unit_test(totals_are_sums),
        cmocka_unit_test(no_place_votes_twice),
        cmocka_unit_test(a_move_changes_no_earlier_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
