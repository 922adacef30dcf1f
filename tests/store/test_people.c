// SPDX-License-Identifier: GPL-3.0-or-later
// People, organisations, and what the entry line may name of them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "held_meeting.h"
#include "store/directory.h"
#include "store/organisation.h"
#include "store/person.h"
#include "store/undo.h"

static int64_t organisation_coded(struct temporary_store *temporary, const char *code)
{
    int64_t id = 0;
    assert_int_equal(organisation_find(temporary->store, code, &id, NULL), STATUS_DONE);
    return id;
}

static int64_t person_added(struct temporary_store *temporary, const char *name,
    const char *function, const char *organisation)
{
    int64_t id = store_new_id(temporary->store);
    const struct person_facts facts = {.name = name,
        .function = function,
        .organisation = organisation == NULL ? 0 : organisation_coded(temporary, organisation)};
    MUST_CHANGE(temporary, person_add(gesture, id, &facts, &problem));
    return id;
}

static void a_person_is_added_and_changed(void **state)
{
    struct temporary_store *temporary = *state;
    struct person person;
    int64_t id = store_new_id(temporary->store);
    const struct person_facts facts = {"Mme", "  Médiatrice\tHabitat ", "Directrice", 0, true};
    MUST_CHANGE(temporary, person_add(gesture, id, &facts, &problem));
    assert_int_equal(
        person_load(temporary->store, id, &temporary->arena, &person, NULL), STATUS_DONE);
    assert_string_equal(person.name, "Médiatrice Habitat");
    assert_string_equal(person.civility, "Mme");
    assert_true(person.elected);
    assert_null(person.organisation_code);
    const struct person_facts changed = {
        "", "Médiatrice Habitat-Quartiers", NULL, organisation_coded(temporary, "caf"), false};
    MUST_CHANGE(temporary, person_set(gesture, id, &changed, &problem));
    assert_int_equal(
        person_load(temporary->store, id, &temporary->arena, &person, NULL), STATUS_DONE);
    assert_string_equal(person.name, "Médiatrice Habitat-Quartiers");
    assert_null(person.civility);
    assert_null(person.function);
    assert_string_equal(person.organisation_code, "caf");
    assert_false(person.elected);
}

static void what_a_person_cannot_be_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t id = person_added(temporary, "Médiatrice Habitat", NULL, "caf");
    const struct person_facts nameless = {.name = " "};
    const struct person_facts again = {
        .name = "MÉDIATRICE HABITAT", .organisation = organisation_coded(temporary, "caf")};
    const struct person_facts nowhere = {.name = "Gérant Scolaire", .organisation = 12};
    const struct person_facts namesake = {
        .name = "Médiatrice Habitat", .organisation = organisation_coded(temporary, "ville")};
    MUST_REFUSE(temporary, "Il manque le nom",
        person_add(gesture, store_new_id(temporary->store), &nameless, &problem));
    MUST_REFUSE(temporary, "est déjà dans le fichier",
        person_add(gesture, store_new_id(temporary->store), &again, &problem));
    MUST_REFUSE(temporary, "Cet organisme n'existe plus",
        person_add(gesture, store_new_id(temporary->store), &nowhere, &problem));
    MUST_REFUSE(temporary, "n'est plus dans le fichier", person_set(gesture, 7, &again, &problem));
    // The same person is no second one; a namesake from elsewhere is.
    MUST_CHANGE(temporary, person_set(gesture, id, &again, &problem));
    MUST_CHANGE(
        temporary, person_add(gesture, store_new_id(temporary->store), &namesake, &problem));
    struct person *people = NULL;
    size_t count = 0;
    assert_int_equal(person_find(temporary->store, "mediatrice habitat", &temporary->arena, &people,
                         &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 2);
}

static void people_are_listed_as_people_sort_them(void **state)
{
    struct temporary_store *temporary = *state;
    struct person *people = NULL;
    size_t count = 0;
    person_added(temporary, "Trésorière Emploi", NULL, NULL);
    person_added(temporary, "Éducatrice Sport", NULL, NULL);
    person_added(temporary, "Fédération Réseau", NULL, NULL);
    person_added(temporary, "Experte Mobilité", NULL, NULL);
    assert_int_equal(
        person_list(temporary->store, &temporary->arena, &people, &count, NULL), STATUS_DONE);
    assert_int_equal(count, 4);
    assert_string_equal(people[0].name, "Éducatrice Sport");
    assert_string_equal(people[1].name, "Experte Mobilité");
    assert_string_equal(people[2].name, "Fédération Réseau");
    assert_string_equal(people[3].name, "Trésorière Emploi");
}

static void organisations_stand_in_their_colleges(void **state)
{
    struct temporary_store *temporary = *state;
    struct organisation *organisations = NULL;
    size_t count = 0;
    int64_t msa = store_new_id(temporary->store);
    int64_t bridge = store_new_id(temporary->store);
    MUST_CHANGE(temporary,
        organisation_add(gesture, msa, "MSA", "Mutualité sociale agricole", "Caisses", &problem));
    MUST_CHANGE(temporary,
        organisation_add(gesture, bridge, NULL, "L'Œuvre du Pont", "Associations", &problem));
    MUST_CHANGE(temporary, organisation_set_college(
                               gesture, organisation_coded(temporary, "caf"), "caisses", &problem));
    assert_int_equal(
        organisation_list(temporary->store, &temporary->arena, &organisations, &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 4);
    static const char *const codes[] = {"caf", "msa", "l-oeuvre-du-pont", "ville"};
    for (size_t i = 0; i < count; i++)
        assert_string_equal(organisations[i].code, codes[i]);
    // Spelt like one in use, it is that one.
    assert_string_equal(organisations[0].college, "Caisses");
    assert_null(organisations[3].college);
    MUST_CHANGE(temporary, organisation_set(gesture, bridge, "pont", "Le Pont", "", &problem));
    assert_int_equal(organisation_coded(temporary, "PONT"), bridge);
    assert_int_equal(organisation_coded(temporary, "le pont"), bridge);
    assert_int_equal(organisation_coded(temporary, "nulle part"), 0);
}

static void what_an_organisation_cannot_be_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "existe déjà",
        organisation_add(gesture, id, "CAF", "Autre caisse", NULL, &problem));
    MUST_REFUSE(temporary, "s'appelle déjà",
        organisation_add(gesture, id, "autre", "ville de perpignan", NULL, &problem));
    MUST_REFUSE(
        temporary, "Il manque le nom", organisation_add(gesture, id, "msa", "  ", NULL, &problem));
    MUST_REFUSE(temporary, "n'est pas un code",
        organisation_add(gesture, id, "deux mots", "Deux mots", NULL, &problem));
    MUST_REFUSE(temporary, "n'est pas un code",
        organisation_set(
            gesture, organisation_coded(temporary, "caf"), "été", "Caf", NULL, &problem));
    MUST_REFUSE(temporary, "existe déjà",
        organisation_set(
            gesture, organisation_coded(temporary, "caf"), "ville", "Caf", NULL, &problem));
    MUST_REFUSE(temporary, "n'existe plus", organisation_set_college(gesture, 3, "X", &problem));
}

// Two labels that make one code get two codes.
static void a_made_code_is_free(void **state)
{
    struct temporary_store *temporary = *state;
    MUST_CHANGE(temporary, organisation_add(gesture, store_new_id(temporary->store), "",
                               "Maison des jeunes", NULL, &problem));
    MUST_CHANGE(temporary, organisation_add(gesture, store_new_id(temporary->store), "",
                               "Maison, des jeunes", NULL, &problem));
    MUST_CHANGE(temporary,
        organisation_add(gesture, store_new_id(temporary->store), "", "2 !", NULL, &problem));
    assert_true(organisation_coded(temporary, "maison-des-jeunes") != 0);
    assert_true(organisation_coded(temporary, "maison-des-jeunes-2") != 0);
    assert_true(organisation_coded(temporary, "organisme") != 0);
}

static const struct directory_name *name_of(const struct directory *directory, const char *label)
{
    const struct directory_name *found = NULL;
    for (size_t i = 0; i < directory->name_count; i++)
        if (strcmp(directory->names[i].label, label) == 0) {
            assert_null(found);
            found = &directory->names[i];
        }
    return found;
}

static void people_are_offered_by_function_and_by_name(void **state)
{
    struct temporary_store *temporary = *state;
    struct directory directory;
    person_added(temporary, "Médiatrice Habitat", "Directrice de la petite enfance", "ville");
    person_added(temporary, "Gérant Scolaire", "Directrice de la petite enfance", "caf");
    int64_t meeting = prepared_meeting(temporary, "COPIL", date_of_day(2026, 3, 12));
    int64_t item = added_item(temporary, meeting, "Accueil");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    const struct entry_mention mentions[] = {
        {"Médiatrice Habitat", 0, false}, {"Pilote Finances", 0, false}};
    struct entry_mention copies[2];
    memcpy(copies, mentions, sizeof copies);
    const struct entry fact = {
        .kind = RECORD_NOTE, .text = "dit", .mentions = copies, .mention_count = 2};
    MUST_CHANGE(
        temporary, record_add(gesture, store_new_id(temporary->store), item, &fact, &problem));
    assert_int_equal(
        directory_load(temporary->store, &temporary->arena, &directory, NULL), STATUS_DONE);
    // Once each, before the guests; nobody who is known is a guest.
    const struct directory_name *function = name_of(&directory, "Directrice de la petite enfance");
    const struct directory_name *name = name_of(&directory, "Médiatrice Habitat");
    const struct directory_name *guest = name_of(&directory, "Pilote Finances");
    assert_non_null(function);
    assert_non_null(name);
    assert_non_null(name_of(&directory, "Gérant Scolaire"));
    assert_non_null(guest);
    assert_true(function < name && name < guest);
    assert_string_equal(function->code, "");
    assert_int_equal(function->organisation, 0);
}

static struct entry entry_of(struct temporary_store *temporary, const char *line)
{
    struct entry_context context = {.dates = {.from = date_of_day(2026, 3, 12)}};
    struct entry entry;
    struct problem problem = {0};
    assert_int_equal(
        directory_load(temporary->store, &temporary->arena, &context.directory, NULL), STATUS_DONE);
    if (entry_read(line, &context, &temporary->arena, &entry, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return entry;
}

static void case_88_a_task_is_given_to_people_by_function_or_name(void **state)
{
    struct temporary_store *temporary = *state;
    person_added(temporary, "Médiatrice Habitat", "Directrice de la petite enfance", "ville");
    struct entry one =
        entry_of(temporary, "> consulter les familles @\"directrice de la petite enfance\"");
    assert_string_equal(one.text, "consulter les familles");
    assert_int_equal(one.mention_count, 1);
    assert_string_equal(one.mentions[0].name, "Directrice de la petite enfance");
    assert_true(one.mentions[0].owner);
    struct entry two = entry_of(temporary, "> chiffrer @\"mediatrice habitat\" @caf le 30/04");
    assert_int_equal(two.mention_count, 2);
    assert_string_equal(two.mentions[0].name, "Médiatrice Habitat");
    assert_true(two.mentions[0].owner && two.mentions[1].owner);
    assert_int_equal(two.mentions[1].organisation, organisation_coded(temporary, "caf"));
    // An unknown name, an address too, is a guest's.
    struct entry guests = entry_of(temporary, "> relancer @nom@caf.fr @Inconnu");
    assert_int_equal(guests.mention_count, 2);
    assert_string_equal(guests.mentions[0].name, "nom@caf.fr");
    assert_string_equal(guests.mentions[1].name, "Inconnu");
    assert_int_equal(guests.mentions[0].organisation, 0);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_person_is_added_and_changed),
        TEST(what_a_person_cannot_be_is_refused),
        TEST(people_are_listed_as_people_sort_them),
        TEST(organisations_stand_in_their_colleges),
        TEST(what_an_organisation_cannot_be_is_refused),
        TEST(a_made_code_is_free),
        TEST(people_are_offered_by_function_and_by_name),
        TEST(case_88_a_task_is_given_to_people_by_function_or_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
