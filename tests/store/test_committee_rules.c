// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "held_meeting.h"
#include "store/committee_rules.h"
#include "store/mandate.h"
#include "store/person.h"

static struct committee_rules rules_of(struct temporary_store *temporary, const char *code)
{
    struct committee_rules rules;
    assert_int_equal(committee_rules_load(temporary->store, committee_of_code(temporary, code),
                         date_of_day(2026, 3, 12), &temporary->arena, &rules, NULL),
        STATUS_DONE);
    return rules;
}

static void a_new_file_has_the_usual_rules(void **state)
{
    struct temporary_store *temporary = *state;
    struct committee_rules copil = rules_of(temporary, "COPIL");
    static const char *const usual[COMMITTEE_RULE_COUNT] = {
        [COMMITTEE_QUORUM] = "aucun",
        [COMMITTEE_MAJORITY] = "consensus",
        [COMMITTEE_CASTING_VOTE] = "0",
        [COMMITTEE_PROXIES] = "1",
        [COMMITTEE_APPROVAL_DAYS] = "",
        [COMMITTEE_CALL_WORD] = "convocation",
        [COMMITTEE_NUMBERING] = "1",
    };
    for (int rule = 0; rule < COMMITTEE_RULE_COUNT; rule++)
        assert_string_equal(copil.values[rule], usual[rule]);
    assert_string_equal(copil.authority, "decide");
    struct committee_rules cotech = rules_of(temporary, "COTECH");
    assert_string_equal(cotech.authority, "propose");
    assert_string_equal(cotech.next_code, "COPIL");
    assert_string_equal(rules_of(temporary, "CONSEIL").authority, "delibere");
    struct committee_rules *all = NULL;
    size_t count = 0;
    assert_int_equal(committee_rules_list(temporary->store, date_of_day(2026, 3, 12),
                         &temporary->arena, &all, &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 5);
    assert_string_equal(all[0].code, "COPIL");
}

static void every_rule_can_be_changed_and_taken_back(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t copil = committee_of_code(temporary, "COPIL");
    for (int i = 0; i < COMMITTEE_RULE_COUNT; i++) {
        enum committee_rule rule = (enum committee_rule)i;
        const struct committee_rule_facts *facts = committee_rule_facts(rule);
        for (size_t k = 0; k < facts->choice_count; k++) {
            MUST_CHANGE(temporary,
                committee_rules_set(gesture, copil, rule, facts->choices[k].code, &problem));
            assert_string_equal(rules_of(temporary, "COPIL").values[i], facts->choices[k].code);
        }
        if (facts->question != NULL) {
            const char *other = rule == COMMITTEE_NUMBERING ? "A-1" : "7";
            MUST_CHANGE(temporary, committee_rules_set(gesture, copil, rule, other, &problem));
            assert_string_equal(rules_of(temporary, "COPIL").values[i], other);
        }
        MUST_REFUSE(temporary, "ne peut pas être",
            committee_rules_set(gesture, copil, rule, "n'importe quoi", &problem));
    }
    MUST_REFUSE(temporary, "n'existe plus",
        committee_rules_set(gesture, 12, COMMITTEE_QUORUM, "aucun", &problem));
    MUST_CHANGE(temporary, committee_set_label(gesture, copil, " Le copil ", &problem));
    assert_string_equal(rules_of(temporary, "COPIL").label, "Le copil");
    MUST_REFUSE(temporary, "Il manque le nom", committee_set_label(gesture, copil, " ", &problem));
}

static void what_a_committee_decides_can_be_changed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t copil = committee_of_code(temporary, "COPIL");
    int64_t cotech = committee_of_code(temporary, "COTECH");
    int64_t council = committee_of_code(temporary, "CONSEIL");
    int64_t group = committee_of_code(temporary, "GT");
    MUST_CHANGE(temporary, committee_set_authority(gesture, copil, "propose", council, &problem));
    assert_string_equal(rules_of(temporary, "COPIL").next_code, "CONSEIL");
    MUST_REFUSE(temporary, "tourneraient en rond",
        committee_set_authority(gesture, copil, "propose", copil, &problem));
    // GT proposes to COTECH, which proposes to COPIL.
    MUST_REFUSE(temporary, "tourneraient en rond",
        committee_set_authority(gesture, copil, "propose", group, &problem));
    MUST_REFUSE(temporary, "Seule une instance qui propose",
        committee_set_authority(gesture, copil, "decide", council, &problem));
    MUST_REFUSE(temporary, "ne dit pas ce que fait",
        committee_set_authority(gesture, copil, "regner", 0, &problem));
    MUST_REFUSE(temporary, "n'existe plus",
        committee_set_authority(gesture, copil, "propose", 12, &problem));
    MUST_CHANGE(temporary, committee_set_authority(gesture, cotech, "decide", 0, &problem));
    assert_null(rules_of(temporary, "COTECH").next_code);
    MUST_CHANGE(temporary, committee_set_authority(gesture, copil, "propose", group, &problem));
}

static void nothing_is_decided_otherwise_in_the_middle_of_a_meeting(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t cotech = committee_of_code(temporary, "COTECH");
    int64_t meeting = prepared_meeting(temporary, "COTECH", date_of_day(2026, 3, 12));
    MUST_CHANGE(temporary, committee_set_authority(gesture, cotech, "decide", 0, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    MUST_REFUSE(temporary, "COTECH-2026-03-12 n'est pas close",
        committee_set_authority(gesture, cotech, "delibere", 0, &problem));
}

static void members_are_counted_on_a_day(void **state)
{
    struct temporary_store *temporary = *state;
    static const struct {
        const char *role, *voice;
        const char *ends;
        bool substitute;
    } seats[] = {
        {"presidence", "deliberative", "", false},
        {"membre", "consultative", "", false},
        {"membre", "deliberative", "2026-03-11", false},
        {"membre", "deliberative", "2026-03-12", false},
        {"membre", "deliberative", "", true},
        {"invite", "", "", false},
    };
    int64_t chair = 0;
    for (size_t i = 0; i < sizeof seats / sizeof seats[0]; i++) {
        int64_t person = store_new_id(temporary->store);
        int64_t mandate = store_new_id(temporary->store);
        char name[2] = {(char)('A' + i), '\0'};
        const struct person_facts facts = {.name = name};
        struct mandate_facts seat = {.person = person,
            .committee = committee_of_code(temporary, "COPIL"),
            .role = seats[i].role,
            .voice = seats[i].voice,
            .substitute_for = seats[i].substitute ? chair : 0};
        assert_true(date_read_iso(seats[i].ends, &seat.ends));
        MUST_CHANGE(temporary, person_add(gesture, person, &facts, &problem));
        MUST_CHANGE(temporary, mandate_add(gesture, mandate, &seat, &problem));
        chair = chair == 0 ? mandate : chair;
    }
    struct committee_rules rules = rules_of(temporary, "COPIL");
    assert_int_equal(rules.members, 3);
    assert_int_equal(rules.voices, 2);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_new_file_has_the_usual_rules),
        TEST(every_rule_can_be_changed_and_taken_back),
        TEST(what_a_committee_decides_can_be_changed),
        TEST(nothing_is_decided_otherwise_in_the_middle_of_a_meeting),
        TEST(members_are_counted_on_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
