// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits where, from when to when.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "held_meeting.h"
#include "store/attendance_list.h"
#include "store/mandate.h"
#include "store/person.h"
#include "store/undo.h"

static int64_t somebody(struct temporary_store *temporary, const char *name)
{
    int64_t id = store_new_id(temporary->store);
    const struct person_facts facts = {.name = name};
    MUST_CHANGE(temporary, person_add(gesture, id, &facts, &problem));
    return id;
}

static struct date day(const char *iso)
{
    struct date date = {0};
    assert_true(date_read_iso(iso, &date));
    return date;
}

static struct mandate_facts member_of(
    struct temporary_store *temporary, const char *committee, int64_t person)
{
    return (struct mandate_facts){.person = person,
        .committee = committee_of_code(temporary, committee),
        .role = "membre",
        .voice = "deliberative"};
}

static int64_t seated(struct temporary_store *temporary, const char *committee, int64_t person,
    const char *starts, const char *ends)
{
    int64_t id = store_new_id(temporary->store);
    struct mandate_facts facts = member_of(temporary, committee, person);
    facts.starts = day(starts);
    facts.ends = day(ends);
    MUST_CHANGE(temporary, mandate_add(gesture, id, &facts, &problem));
    return id;
}

static void not_seated(struct temporary_store *temporary, const char *committee, int64_t person,
    const char *starts, const char *ends, const char *words)
{
    struct mandate_facts facts = member_of(temporary, committee, person);
    facts.starts = day(starts);
    facts.ends = day(ends);
    MUST_REFUSE(
        temporary, words, mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
}

static struct member *members(
    struct temporary_store *temporary, const char *committee, const char *on, size_t *count)
{
    struct member *mandates = NULL;
    assert_int_equal(mandate_list(temporary->store, committee_of_code(temporary, committee),
                         day(on), &temporary->arena, &mandates, count, NULL),
        STATUS_DONE);
    return mandates;
}

static void case_40_mandates_of_one_person_do_not_overlap(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t mediatrice = somebody(temporary, "Médiatrice Habitat");
    int64_t gerant = somebody(temporary, "Gérant Scolaire");
    seated(temporary, "COPIL", mediatrice, "2024-01-01", "2025-06-30");
    const char *words = "siège déjà";
    not_seated(temporary, "COPIL", mediatrice, "2025-06-30", "", words);
    not_seated(temporary, "COPIL", mediatrice, "", "2024-01-01", words);
    not_seated(temporary, "COPIL", mediatrice, "2024-06-01", "2024-06-02", words);
    not_seated(temporary, "COPIL", mediatrice, "", "", words);
    not_seated(temporary, "COPIL", mediatrice, "2025", "", words);
    not_seated(temporary, "COPIL", mediatrice, "2025-06", "2025-06", words);
    // The day before and the day after are free; another committee and another person as well.
    seated(temporary, "COPIL", mediatrice, "", "2023");
    int64_t later = seated(temporary, "COPIL", mediatrice, "2025-07", "");
    seated(temporary, "COTECH", mediatrice, "", "");
    seated(temporary, "COPIL", gerant, "2024-06-01", "");
    // A change may not bring it about either.
    struct mandate_facts facts = member_of(temporary, "COPIL", mediatrice);
    facts.starts = day("2025-06-30");
    MUST_REFUSE(temporary, words, mandate_set(gesture, later, &facts, &problem));
    facts.starts = day("2025-07-01");
    facts.role = "secretaire";
    MUST_CHANGE(temporary, mandate_set(gesture, later, &facts, &problem));
}

static void case_40_first_and_last_day_count(void **state)
{
    struct temporary_store *temporary = *state;
    seated(
        temporary, "COPIL", somebody(temporary, "Médiatrice Habitat"), "2026-01-15", "2026-03-31");
    static const struct {
        const char *on;
        enum mandate_time time;
    } days[] = {{"2026-01-14", MANDATE_TO_COME}, {"2026-01-15", MANDATE_RUNS},
        {"2026-03-31", MANDATE_RUNS}, {"2026-04-01", MANDATE_OVER}};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        size_t count = 0;
        const struct member *list = members(temporary, "COPIL", days[i].on, &count);
        assert_int_equal(count, 1);
        assert_int_equal(list[0].time, days[i].time);
    }
}

static void what_a_mandate_cannot_be_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t mediatrice = somebody(temporary, "Médiatrice Habitat");
    int64_t id = store_new_id(temporary->store);
    not_seated(temporary, "COPIL", mediatrice, "2026-03-02", "2026-03-01", "avant de commencer");
    struct mandate_facts facts = member_of(temporary, "COPIL", 12);
    MUST_REFUSE(
        temporary, "n'est plus dans le fichier", mandate_add(gesture, id, &facts, &problem));
    facts = member_of(temporary, "COPIL", mediatrice);
    facts.committee = 12;
    MUST_REFUSE(temporary, "n'existe plus", mandate_add(gesture, id, &facts, &problem));
    facts = member_of(temporary, "COPIL", mediatrice);
    facts.role = "chef";
    MUST_REFUSE(temporary, "n'est pas un rôle", mandate_add(gesture, id, &facts, &problem));
    facts.role = "membre";
    facts.voice = "forte";
    MUST_REFUSE(temporary, "n'est pas une voix", mandate_add(gesture, id, &facts, &problem));
    facts.role = "invite";
    facts.voice = "deliberative";
    MUST_REFUSE(temporary, "Un invité n'a pas de voix", mandate_add(gesture, id, &facts, &problem));
    MUST_REFUSE(temporary, "n'existe plus", mandate_set(gesture, 12, &facts, &problem));
    MUST_REFUSE(temporary, "n'existe plus", mandate_remove(gesture, 12, &problem));
}

static void one_presides_and_several_share_the_chair(void **state)
{
    struct temporary_store *temporary = *state;
    struct mandate_facts facts =
        member_of(temporary, "COPIL", somebody(temporary, "Médiatrice Habitat"));
    facts.role = "presidence";
    facts.ends = day("2025-12-31");
    MUST_CHANGE(temporary, mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
    facts.person = somebody(temporary, "Gérant Scolaire");
    MUST_REFUSE(temporary, "Médiatrice Habitat préside déjà",
        mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
    facts.starts = day("2026-01-01");
    facts.ends = (struct date){0};
    MUST_CHANGE(temporary, mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
    facts.role = "copresidence";
    for (int i = 0; i < 3; i++) {
        facts.person = somebody(temporary, i == 0 ? "A" : i == 1 ? "B" : "C");
        MUST_CHANGE(
            temporary, mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
    }
}

static void a_substitute_stands_under_the_principal(void **state)
{
    struct temporary_store *temporary = *state;
    size_t count = 0;
    int64_t mediatrice =
        seated(temporary, "COPIL", somebody(temporary, "Médiatrice Habitat"), "", "");
    int64_t gerant =
        seated(temporary, "COPIL", somebody(temporary, "Gérant Scolaire"), "2026-01-01", "");
    int64_t other = seated(temporary, "COTECH", somebody(temporary, "Greffier Quartiers"), "", "");
    struct mandate_facts facts =
        member_of(temporary, "COPIL", somebody(temporary, "Adjointe Mobilité"));
    int64_t ana = store_new_id(temporary->store);
    facts.substitute_for = ana;
    MUST_REFUSE(temporary, "propre suppléant", mandate_add(gesture, ana, &facts, &problem));
    facts.substitute_for = other;
    MUST_REFUSE(
        temporary, "n'est pas de cette instance", mandate_add(gesture, ana, &facts, &problem));
    facts.substitute_for = mediatrice;
    MUST_CHANGE(temporary, mandate_add(gesture, ana, &facts, &problem));
    facts.person = somebody(temporary, "Pilote Jeunesse");
    facts.substitute_for = ana;
    MUST_REFUSE(temporary, "On ne supplée pas un suppléant",
        mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
    facts.substitute_for = gerant;
    MUST_REFUSE(
        temporary, "qui a des suppléants", mandate_set(gesture, mediatrice, &facts, &problem));
    const struct member *list = members(temporary, "COPIL", "2026-03-12", &count);
    assert_int_equal(count, 3);
    assert_int_equal(list[0].id, mediatrice);
    assert_int_equal(list[1].id, ana);
    assert_string_equal(list[1].principal, "Médiatrice Habitat");
    assert_int_equal(list[2].id, gerant);
}

static void members_are_listed_by_role_then_those_whose_time_is_over(void **state)
{
    struct temporary_store *temporary = *state;
    static const char *const roles[] = {
        "invite", "membre", "secretaire", "copresidence", "presidence"};
    size_t count = 0;
    seated(temporary, "COPIL", somebody(temporary, "Ancien"), "2024", "2025");
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        struct mandate_facts facts = member_of(temporary, "COPIL", somebody(temporary, roles[i]));
        facts.role = roles[i];
        facts.voice = "";
        MUST_CHANGE(
            temporary, mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
    }
    const struct member *list = members(temporary, "COPIL", "2026-03-12", &count);
    static const char *const expected[] = {
        "presidence", "copresidence", "secretaire", "membre", "invite", "Ancien"};
    assert_int_equal(count, 6);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(list[i].name, expected[i]);
    assert_int_equal(list[5].time, MANDATE_OVER);
}

static void ending_a_mandate_ends_its_substitutes(void **state)
{
    struct temporary_store *temporary = *state;
    size_t count = 0;
    int64_t mediatrice =
        seated(temporary, "COPIL", somebody(temporary, "Médiatrice Habitat"), "2026-01-01", "");
    struct mandate_facts facts =
        member_of(temporary, "COPIL", somebody(temporary, "Adjointe Mobilité"));
    facts.substitute_for = mediatrice;
    MUST_CHANGE(temporary, mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
    MUST_REFUSE(temporary, "avant de commencer",
        mandate_end(gesture, mediatrice, day("2025-12-31"), &problem));
    MUST_REFUSE(temporary, "Il manque le dernier jour",
        mandate_end(gesture, mediatrice, (struct date){0}, &problem));
    MUST_CHANGE(temporary, mandate_end(gesture, mediatrice, day("2026-06-30"), &problem));
    const struct member *list = members(temporary, "COPIL", "2026-07-01", &count);
    assert_int_equal(count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(list[i].time, MANDATE_OVER);
        assert_int_equal(date_compare(list[i].ends, day("2026-06-30")), 0);
    }
    // Ended already: nothing changes.
    struct gesture *again = gesture_must_begin(temporary->store);
    assert_int_equal(mandate_end(again, mediatrice, day("2026-06-30"), NULL), STATUS_DONE);
    gesture_must_commit(again, "rien");
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM journal WHERE sentence = 'rien'"),
        0);
}

static void removing_a_mandate_removes_its_substitutes(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t mediatrice =
        seated(temporary, "COPIL", somebody(temporary, "Médiatrice Habitat"), "", "");
    struct mandate_facts facts =
        member_of(temporary, "COPIL", somebody(temporary, "Adjointe Mobilité"));
    facts.substitute_for = mediatrice;
    MUST_CHANGE(temporary, mandate_add(gesture, store_new_id(temporary->store), &facts, &problem));
    MUST_CHANGE(temporary, mandate_remove(gesture, mediatrice, &problem));
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM mandate"), 0);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM person"), 2);
}

static void a_mandate_that_has_served_is_not_removed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t mediatrice =
        seated(temporary, "COPIL", somebody(temporary, "Médiatrice Habitat"), "2026", "");
    int64_t meeting = prepared_meeting(temporary, "COPIL", date_of_day(2026, 3, 12));
    MUST_CHANGE(temporary, attendance_refresh(gesture, meeting, &problem));
    assert_int_equal(temporary_store_execute(temporary, "UPDATE meeting SET state = 'close'"), 0);
    MUST_REFUSE(temporary, "a déjà servi", mandate_remove(gesture, mediatrice, &problem));
    MUST_CHANGE(temporary, mandate_end(gesture, mediatrice, day("2026-03-12"), &problem));
}

// Taking an older gesture back may not seat somebody twice.
static void case_40_holds_under_undo_of_an_older_gesture(void **state)
{
    struct temporary_store *temporary = *state;
    struct problem problem = {0};
    int64_t mediatrice = somebody(temporary, "Médiatrice Habitat");
    int64_t first = seated(temporary, "COPIL", mediatrice, "2024-01-01", "");
    struct gesture *end = gesture_must_begin(temporary->store);
    assert_int_equal(mandate_end(end, first, day("2025-12-31"), NULL), STATUS_DONE);
    gesture_must_commit(end, "fin du mandat");
    seated(temporary, "COPIL", mediatrice, "2026-01-01", "");
    int64_t ended = temporary_store_number(
        temporary, "SELECT id FROM journal WHERE sentence = 'fin du mandat'");
    const char *sentence = NULL;
    assert_int_equal(journal_undo(temporary->store, ended, &temporary->arena, &sentence, &problem),
        STATUS_REFUSED);
    assert_non_null(strstr(problem.sentence, "siégerait deux fois"));
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM mandate WHERE ends = '2025-12-31'"),
        1);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(case_40_mandates_of_one_person_do_not_overlap),
        TEST(case_40_first_and_last_day_count),
        TEST(what_a_mandate_cannot_be_is_refused),
        TEST(one_presides_and_several_share_the_chair),
        TEST(a_substitute_stands_under_the_principal),
        TEST(members_are_listed_by_role_then_those_whose_time_is_over),
        TEST(ending_a_mandate_ends_its_substitutes),
        TEST(removing_a_mandate_removes_its_substitutes),
        TEST(a_mandate_that_has_served_is_not_removed),
        TEST(case_40_holds_under_undo_of_an_older_gesture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
