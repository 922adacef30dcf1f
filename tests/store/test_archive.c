// SPDX-License-Identifier: GPL-3.0-or-later
// People, organisations and committees removed, archived, taken back, put in another order.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "expected_people.h"
#include "held_meeting.h"
#include "store/archive.h"
#include "store/committee_rules.h"
#include "store/mandate.h"
#include "store/organisation.h"
#include "store/people_order.h"
#include "store/person.h"

static const struct date today = {.year = 2026, .month = 3, .day = 12, .precision = DATE_DAY};

static int64_t organisation_coded(struct temporary_store *temporary, const char *code)
{
    int64_t id = 0;
    assert_int_equal(organisation_find(temporary->store, code, &id, NULL), STATUS_DONE);
    return id;
}

static size_t people_shown(struct temporary_store *temporary, bool archived)
{
    struct registered_person *people = NULL;
    size_t count = 0;
    assert_int_equal(person_register(temporary->store, today, archived, &temporary->arena, &people,
                         &count, NULL),
        STATUS_DONE);
    return count;
}

static void somebody_who_sits_is_neither_removed_nor_archived(void **state)
{
    struct temporary_store *temporary = *state;
    people_are_expected(temporary);
    MUST_REFUSE(temporary, "Médiatrice Habitat a un mandat à COPIL : mettez-y fin",
        archive_remove(gesture, ARCHIVED_PERSON, 1001, &problem));
    MUST_REFUSE(temporary, "Médiatrice Habitat siège à COPIL : mettez d'abord fin à son mandat",
        archive_set(gesture, ARCHIVED_PERSON, 1001, true, &problem));
    MUST_CHANGE(temporary, mandate_end(gesture, 2001, date_of_day(2026, 3, 11), &problem));
    MUST_REFUSE(
        temporary, "au lieu de l'ôter", archive_remove(gesture, ARCHIVED_PERSON, 1001, &problem));
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_PERSON, 1001, true, &problem));
    assert_int_equal(people_shown(temporary, false), 6);
    assert_int_equal(people_shown(temporary, true), 7);
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_PERSON, 1001, false, &problem));
    MUST_REFUSE(temporary, "n'est plus dans le fichier",
        archive_remove(gesture, ARCHIVED_PERSON, 77, &problem));
}

static void somebody_of_whom_nothing_speaks_is_removed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t id = store_new_id(temporary->store);
    const struct person_facts facts = {.name = "Animatrice Roig"};
    MUST_CHANGE(temporary, person_add(gesture, id, &facts, &problem));
    MUST_CHANGE(temporary, archive_remove(gesture, ARCHIVED_PERSON, id, &problem));
    assert_int_equal(people_shown(temporary, true), 0);
}

// A list that keeps a name keeps its person.
static void somebody_on_the_list_of_a_meeting_is_archived(void **state)
{
    struct temporary_store *temporary = *state;
    people_are_expected(temporary);
    int64_t meeting = prepared_meeting(temporary, "COPIL", today);
    MUST_CHANGE(temporary,
        attendance_set_presence(gesture, attendee_named(temporary, meeting, "Médiatrice Habitat"),
            "present", NULL, &problem));
    MUST_CHANGE(temporary, mandate_remove(gesture, 2001, &problem));
    MUST_REFUSE(temporary, "Médiatrice Habitat est aux présences de la séance COPIL-2026-03-12",
        archive_remove(gesture, ARCHIVED_PERSON, 1001, &problem));
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_PERSON, 1001, true, &problem));
}

static void who_comes_back_is_no_second_person(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t first = store_new_id(temporary->store);
    int64_t second = store_new_id(temporary->store);
    const struct person_facts facts = {.name = "Animatrice Roig"};
    MUST_CHANGE(temporary, person_add(gesture, first, &facts, &problem));
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_PERSON, first, true, &problem));
    MUST_CHANGE(temporary, person_add(gesture, second, &facts, &problem));
    MUST_REFUSE(temporary, "«Animatrice Roig» est de nouveau dans le fichier",
        archive_set(gesture, ARCHIVED_PERSON, first, false, &problem));
    MUST_CHANGE(temporary, archive_remove(gesture, ARCHIVED_PERSON, first, &problem));
}

static void an_organisation_that_is_named_is_archived(void **state)
{
    struct temporary_store *temporary = *state;
    struct organisation *organisations = NULL;
    size_t count = 0;
    int64_t msa = store_new_id(temporary->store);
    int64_t person = store_new_id(temporary->store);
    const struct person_facts facts = {.name = "Animatrice Roig", .organisation = msa};
    const struct person_facts nowhere = {.name = "Animatrice Roig"};
    MUST_CHANGE(temporary,
        organisation_add(gesture, msa, "msa", "Mutualité sociale agricole", "Caisses", &problem));
    MUST_CHANGE(temporary, person_add(gesture, person, &facts, &problem));
    MUST_REFUSE(temporary, "Animatrice Roig vient de l'organisme «Mutualité sociale agricole»",
        archive_remove(gesture, ARCHIVED_ORGANISATION, msa, &problem));
    MUST_REFUSE(temporary, "Animatrice Roig vient de l'organisme",
        archive_set(gesture, ARCHIVED_ORGANISATION, msa, true, &problem));
    MUST_CHANGE(temporary, person_set(gesture, person, &nowhere, &problem));
    int64_t meeting = prepared_meeting(temporary, "COPIL", today);
    int64_t item = added_item(temporary, meeting, "Accueil");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    struct entry_mention mention = {"msa", msa, true};
    const struct entry task = {
        .kind = RECORD_TASK, .text = "chiffrer", .mentions = &mention, .mention_count = 1};
    MUST_CHANGE(
        temporary, record_add(gesture, store_new_id(temporary->store), item, &task, &problem));
    MUST_REFUSE(temporary, "est nommé à la séance COPIL-2026-03-12",
        archive_remove(gesture, ARCHIVED_ORGANISATION, msa, &problem));
    MUST_REFUSE(temporary, "a signé la convention",
        archive_remove(
            gesture, ARCHIVED_ORGANISATION, organisation_coded(temporary, "ville"), &problem));
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_ORGANISATION, msa, true, &problem));
    assert_int_equal(
        organisation_list(temporary->store, &temporary->arena, &organisations, &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 2);
    assert_int_equal(
        organisation_list_all(temporary->store, &temporary->arena, &organisations, &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 3);
    assert_true(organisations[2].archived);
}

static void a_committee_that_met_is_archived(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t copil = committee_of_code(temporary, "COPIL");
    int64_t group = store_new_id(temporary->store);
    people_are_expected(temporary);
    MUST_REFUSE(temporary, "a un mandat à COPIL",
        archive_remove(gesture, ARCHIVED_COMMITTEE, copil, &problem));
    MUST_REFUSE(temporary, "COTECH propose à COPIL",
        archive_set(gesture, ARCHIVED_COMMITTEE, copil, true, &problem));
    MUST_CHANGE(temporary, committee_add(gesture, group, "GT-EAU", "Groupe eau", &problem));
    int64_t meeting = prepared_meeting(temporary, "GT-EAU", today);
    MUST_REFUSE(temporary, "GT-EAU a la séance GT-EAU-2026-03-12",
        archive_remove(gesture, ARCHIVED_COMMITTEE, group, &problem));
    MUST_REFUSE(temporary, "n'est pas close, GT-EAU-2026-03-12",
        archive_set(gesture, ARCHIVED_COMMITTEE, group, true, &problem));
    MUST_CHANGE(temporary, meeting_remove(gesture, meeting, &problem));
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_COMMITTEE, group, true, &problem));
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_COMMITTEE, group, false, &problem));
    MUST_CHANGE(temporary, archive_remove(gesture, ARCHIVED_COMMITTEE, group, &problem));
}

static void who_is_archived_leads_nowhere(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t first = store_new_id(temporary->store);
    int64_t second = store_new_id(temporary->store);
    MUST_CHANGE(temporary, committee_add(gesture, first, "GT-EAU", "Groupe eau", &problem));
    MUST_CHANGE(temporary, committee_add(gesture, second, "GT-AIR", "Groupe air", &problem));
    MUST_CHANGE(temporary, committee_set_authority(gesture, second, "propose", first, &problem));
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_COMMITTEE, second, true, &problem));
    MUST_CHANGE(temporary, archive_set(gesture, ARCHIVED_COMMITTEE, first, true, &problem));
    MUST_REFUSE(temporary, "GT-AIR propose à GT-EAU, qui est archivée",
        archive_set(gesture, ARCHIVED_COMMITTEE, second, false, &problem));
}

static void must_stand(struct temporary_store *temporary, const char *expected)
{
    struct organisation *organisations = NULL;
    size_t count = 0;
    struct buffer codes = {0};
    assert_int_equal(
        organisation_list(temporary->store, &temporary->arena, &organisations, &count, NULL),
        STATUS_DONE);
    for (size_t i = 0; i < count; i++)
        buffer_append_format(&codes, "%s%s", i > 0 ? " " : "", organisations[i].code);
    assert_string_equal(buffer_text(&codes), expected);
    buffer_clear(&codes);
}

static void organisations_and_colleges_change_places(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t msa = store_new_id(temporary->store);
    int64_t pmi = store_new_id(temporary->store);
    people_are_expected(temporary);
    MUST_CHANGE(temporary,
        organisation_add(gesture, msa, "msa", "MSA du sud", "Branche famille", &problem));
    MUST_CHANGE(temporary, organisation_add(gesture, pmi, "pmi", "PMI", NULL, &problem));
    must_stand(temporary, "ville caf msa pmi");
    MUST_CHANGE(temporary, organisation_move(gesture, msa, -1, &problem));
    must_stand(temporary, "ville msa caf pmi");
    MUST_REFUSE(temporary, "M monte le collège", organisation_move(gesture, msa, -1, &problem));
    MUST_CHANGE(temporary, college_move(gesture, msa, -1, &problem));
    must_stand(temporary, "msa caf ville pmi");
    MUST_REFUSE(temporary, "est déjà le premier", college_move(gesture, msa, -1, &problem));
    MUST_CHANGE(temporary, college_move(gesture, msa, 1, &problem));
    must_stand(temporary, "ville msa caf pmi");
    MUST_REFUSE(temporary, "est déjà le dernier", college_move(gesture, msa, 1, &problem));
    MUST_REFUSE(temporary, "n'a pas de collège", college_move(gesture, pmi, -1, &problem));
}

static void a_college_is_renamed_for_all(void **state)
{
    struct temporary_store *temporary = *state;
    struct organisation *organisations = NULL;
    size_t count = 0;
    int64_t msa = store_new_id(temporary->store);
    people_are_expected(temporary);
    MUST_CHANGE(temporary,
        organisation_add(gesture, msa, "msa", "MSA du sud", "branche famille", &problem));
    MUST_CHANGE(temporary, college_rename(gesture, msa, " Caisses ", &problem));
    assert_int_equal(
        organisation_list(temporary->store, &temporary->arena, &organisations, &count, NULL),
        STATUS_DONE);
    assert_string_equal(organisations[1].college, "Caisses");
    assert_string_equal(organisations[2].college, "Caisses");
    MUST_CHANGE(temporary, college_rename(gesture, msa, "CAISSES", &problem));
    MUST_CHANGE(temporary, college_rename(gesture, msa, "", &problem));
    MUST_REFUSE(temporary, "n'a pas de collège", college_rename(gesture, msa, "X", &problem));
}

static void committees_and_members_change_places(void **state)
{
    struct temporary_store *temporary = *state;
    struct committee *committees = NULL;
    struct member *members = NULL;
    size_t count = 0;
    people_are_expected(temporary);
    MUST_CHANGE(
        temporary, committee_move(gesture, committee_of_code(temporary, "COTECH"), -1, &problem));
    assert_int_equal(committee_list(temporary->store, &temporary->arena, &committees, &count, NULL),
        STATUS_DONE);
    assert_string_equal(committees[0].code, "COTECH");
    MUST_REFUSE(temporary, "déjà la première",
        committee_move(gesture, committee_of_code(temporary, "COTECH"), -1, &problem));
    MUST_REFUSE(temporary, "déjà le premier", mandate_move(gesture, 2001, -1, &problem));
    MUST_CHANGE(temporary, mandate_move(gesture, 2005, -1, &problem));
    assert_int_equal(mandate_list(temporary->store, committee_of_code(temporary, "COPIL"), today,
                         &temporary->arena, &members, &count, NULL),
        STATUS_DONE);
    // The chair, the secretary, the members; Sport has let Accueil go before him.
    static const char *const names[] = {"Médiatrice Habitat", "Référente Numérique",
        "Gérant Logement", "Cheffe Inclusion", "Greffier Santé", "Agent Accueil", "Pilote Sport"};
    for (size_t i = 0; i < count; i++)
        assert_string_equal(members[i].name, names[i]);
}

// In one committee or in several, with an organisation or without.
static void the_register_says_where_people_sit(void **state)
{
    struct temporary_store *temporary = *state;
    struct registered_person *people = NULL;
    size_t count = 0;
    people_are_expected(temporary);
    const struct mandate_facts second = {.person = 1001,
        .committee = committee_of_code(temporary, "COTECH"),
        .role = "copresidence",
        .voice = "deliberative",
        .starts = today};
    MUST_CHANGE(temporary, mandate_add(gesture, store_new_id(temporary->store), &second, &problem));
    assert_int_equal(
        person_register(temporary->store, today, false, &temporary->arena, &people, &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 7);
    assert_string_equal(people[0].person.name, "Agent Accueil");
    assert_null(people[0].person.organisation_code);
    for (size_t i = 0; i < count; i++)
        if (people[i].person.id == 1001)
            assert_string_equal(people[i].seats, "COPIL, COTECH");
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(somebody_who_sits_is_neither_removed_nor_archived),
        TEST(somebody_of_whom_nothing_speaks_is_removed),
        TEST(somebody_on_the_list_of_a_meeting_is_archived),
        TEST(who_comes_back_is_no_second_person),
        TEST(an_organisation_that_is_named_is_archived),
        TEST(a_committee_that_met_is_archived),
        TEST(who_is_archived_leads_nowhere),
        TEST(organisations_and_colleges_change_places),
        TEST(a_college_is_renamed_for_all),
        TEST(committees_and_members_change_places),
        TEST(the_register_says_where_people_sit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
