// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "../store/held_meeting.h"
#include "intake/members_import.h"
#include "store/archive.h"
#include "store/journal.h"
#include "store/mandate.h"
#include "store/organisation.h"
#include "store/undo.h"

static const char list[] =
    "Instance;Civilité;Nom;Fonction;Organisme;Collège;Élu;Rôle;Voix;Suppléant de;Début;Fin\n"
    "copil;Mme;Animatrice Logement;Adjointe au maire;ville;Ville;oui;présidence;;;01/01/2024;\n"
    "COPIL;;M. Gérant Scolaire;Directeur;caf;Caf;non;coprésidence;;;2024-01-01;31/12/2028\n"
    "COPIL;;Greffier Quartiers;Chargé de mission;caf;;;;consultative;M. Gérant Scolaire;;\n"
    "Comité technique plénier;;Animatrice Logement;;;;;;;;janvier 2025;2026\n"
    ";;Pilote Jeunesse;\"Président, bénévole\";Association Le Pont;Associations;;;;;;\n";

static enum status import(struct temporary_store *temporary, const char *text, bool dry_run,
    struct members_report *report, struct problem *problem)
{
    struct csv_table table = {0};
    *report = (struct members_report){0};
    enum status status = csv_table_read_text(&table, "membres.csv", text, strlen(text), problem);
    if (status == STATUS_DONE)
        status = members_import(temporary->store, &table, dry_run, report, problem);
    csv_table_clear(&table);
    return status;
}

static void sum_is(const struct members_report *report, const char *expected)
{
    struct buffer sum = {0};
    members_report_sum(&sum, report);
    assert_string_equal(buffer_text(&sum), expected);
    buffer_clear(&sum);
}

static void must_import(struct temporary_store *temporary, const char *text, const char *sum)
{
    struct members_report report;
    struct problem problem = {0};
    if (import(temporary, text, false, &report, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    sum_is(&report, sum);
    members_report_clear(&report);
}

static int64_t gestures(const struct temporary_store *temporary)
{
    return temporary_store_number(temporary, "SELECT count(*) FROM journal");
}

static void must_refuse(struct temporary_store *temporary, const char *text, const char *words)
{
    char *before = file_text(temporary);
    int64_t count = gestures(temporary);
    struct members_report report;
    struct problem problem = {0};
    enum status status = import(temporary, text, false, &report, &problem);
    assert_true(status == STATUS_REFUSED || status == STATUS_UNUSABLE);
    if (strstr(problem.sentence, words) == NULL)
        fail_msg("«%s» does not say «%s»", problem.sentence, words);
    char *after = file_text(temporary);
    assert_string_equal(after, before);
    assert_int_equal(gestures(temporary), count);
    members_report_clear(&report);
    free(before);
    free(after);
}

static void a_list_is_one_gesture_that_undo_takes_back(void **state)
{
    struct temporary_store *temporary = *state;
    char *before = file_text(temporary);
    must_import(temporary, list,
        "1 organisme ajouté, 2 organismes modifiés, 4 personnes ajoutées, 4 mandats ajoutés");
    assert_int_equal(gestures(temporary), 1);
    assert_int_equal(
        temporary_store_number(temporary,
            "SELECT count(*) FROM mandate JOIN person ON person.id = person_id"
            " WHERE name = 'Gérant Scolaire' AND civility = 'M.' AND role = 'copresidence'"
            " AND voice = 'deliberative' AND starts = '2024-01-01'"
            " AND ends = '2028-12-31'"),
        1);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM mandate JOIN mandate AS head"
                         " ON head.id = mandate.substitute_for JOIN person"
                         " ON person.id = head.person_id WHERE person.name = 'Gérant Scolaire'"
                         " AND mandate.voice = 'consultative'"),
        1);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM mandate WHERE starts = '2025-01-01'"
                                          " AND ends = '2026-12-31'"),
        1);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM person JOIN organisation"
                                          " ON organisation.id = organisation_id WHERE code ="
                                          " 'association-le-pont' AND college = 'Associations'"
                                          " AND function = 'Président, bénévole'"),
        1);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT elected FROM person WHERE name = 'Animatrice Logement'"),
        1);
    struct journal_entry entry;
    bool found = false;
    const char *sentence = NULL;
    assert_int_equal(
        journal_next_undo(temporary->store, &temporary->arena, &entry, &found, NULL), STATUS_DONE);
    assert_int_equal(
        journal_undo(temporary->store, entry.id, &temporary->arena, &sentence, NULL), STATUS_DONE);
    char *after = file_text(temporary);
    assert_string_equal(after, before);
    free(before);
    free(after);
}

static void a_dry_run_says_what_the_import_would_say_and_writes_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    char *before = file_text(temporary);
    struct members_report tried, done;
    assert_int_equal(import(temporary, list, true, &tried, NULL), STATUS_DONE);
    char *after = file_text(temporary);
    assert_string_equal(after, before);
    assert_int_equal(gestures(temporary), 0);
    assert_non_null(
        strstr(buffer_text(&tried.lines), "ligne 2 : organisme ville : collège Ville ; personne "
                                          "ajoutée : Mme Animatrice Logement, Adjointe au"
                                          " maire ; mandat ajouté pour Animatrice Logement, "
                                          "instance copil : présidence, voix délibérative,"
                                          " depuis le 01/01/2024\n"));
    assert_non_null(strstr(buffer_text(&tried.lines), "ligne 6 : organisme ajouté"));
    assert_int_equal(import(temporary, list, false, &done, NULL), STATUS_DONE);
    assert_string_equal(buffer_text(&done.lines), buffer_text(&tried.lines));
    members_report_clear(&tried);
    members_report_clear(&done);
    free(before);
    free(after);
}

static void case_101_importing_twice_adds_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    must_import(temporary, list,
        "1 organisme ajouté, 2 organismes modifiés, 4 personnes ajoutées, 4 mandats ajoutés");
    char *before = file_text(temporary);
    must_import(temporary, list, "rien à changer");
    char *after = file_text(temporary);
    assert_string_equal(after, before);
    assert_int_equal(gestures(temporary), 1);
    struct members_report report;
    assert_int_equal(import(temporary, list, true, &report, NULL), STATUS_DONE);
    assert_true(members_report_is_empty(&report));
    assert_string_equal(buffer_text(&report.lines),
        "ligne 2 : rien à changer\nligne 3 : rien à changer\nligne 4 : rien à changer\n"
        "ligne 5 : rien à changer\nligne 6 : rien à changer\n");
    members_report_clear(&report);
    free(before);
    free(after);
}

// An organisation that was archived is of use again once a list names it.
static void what_was_archived_is_taken_back(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t caf = 0;
    assert_int_equal(organisation_find(temporary->store, "caf", &caf, NULL), STATUS_DONE);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(archive_set(gesture, ARCHIVED_ORGANISATION, caf, true, NULL), STATUS_DONE);
    gesture_must_commit(gesture, "organisme archivé");
    must_import(temporary, "nom;organisme\nAnimatrice Logement;caf\n",
        "1 organisme modifié, 1 personne ajoutée");
    bool archived = true;
    assert_int_equal(
        archive_is_set(temporary->store, ARCHIVED_ORGANISATION, caf, &archived, NULL), STATUS_DONE);
    assert_false(archived);
}

static void case_101_a_known_identifier_updates(void **state)
{
    struct temporary_store *temporary = *state;
    must_import(temporary, list,
        "1 organisme ajouté, 2 organismes modifiés, 4 personnes ajoutées, 4 mandats ajoutés");
    // The name is known, case and accents aside; what is not said stays.
    must_import(temporary, "nom;fonction;instance;voix\nGERANT SCOLAIRE;Directeur adjoint;COPIL;\n",
        "1 personne modifiée");
    assert_int_equal(
        temporary_store_number(temporary,
            "SELECT count(*) FROM person WHERE name = 'GERANT SCOLAIRE' AND civility = 'M.'"
            " AND function = 'Directeur adjoint'"),
        1);
    must_import(temporary, "nom;instance;voix;fin\nGreffier Quartiers;COPIL;aucune;30/06/2026\n",
        "1 mandat modifié");
    // Another first day that overlaps is the same mandate; one behind it is a new one.
    must_import(
        temporary, "nom;instance;debut\nGreffier Quartiers;COPIL;01/01/2026\n", "1 mandat modifié");
    must_import(
        temporary, "nom;instance;debut\nGreffier Quartiers;COPIL;01/07/2026\n", "1 mandat ajouté");
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM mandate JOIN person ON person.id = person_id"
                         " WHERE name = 'Greffier Quartiers'"),
        2);
    // A move to another organisation is an update of the one of that name.
    must_import(temporary, "nom;organisme\nGreffier Quartiers;ville\n", "1 personne modifiée");
}

static void namesakes_are_told_apart_by_their_organisation(void **state)
{
    struct temporary_store *temporary = *state;
    static const char two[] =
        "nom;organisme;instance\nGérant Scolaire;caf;COPIL\nGérant Scolaire;ville;COPIL\n";
    must_import(temporary, two, "2 personnes ajoutées, 2 mandats ajoutés");
    must_import(temporary, two, "rien à changer");
    must_refuse(temporary, "nom;fonction\nGérant Scolaire;maire\n",
        "membres.csv, ligne 2 : plusieurs personnes s'appellent «Gérant Scolaire»");
    must_import(
        temporary, "nom;organisme;fonction\nGérant Scolaire;caf;maire\n", "1 personne modifiée");
}

// The list ends one mandate and begins the next, in whatever order.
static void a_chair_follows_another(void **state)
{
    struct temporary_store *temporary = *state;
    must_import(temporary, "nom;instance;role\nAnimatrice Logement;COPIL;présidente\n",
        "1 personne ajoutée, 1 mandat ajouté");
    must_import(temporary,
        "nom;instance;role;debut;fin\nTrésorière Emploi;COPIL;présidente;01/01/2026;\n"
        "Animatrice Logement;COPIL;présidente;;31/12/2025\n",
        "1 personne ajoutée, 1 mandat ajouté, 1 mandat modifié");
}

static void principals_may_stand_below_their_substitutes(void **state)
{
    struct temporary_store *temporary = *state;
    must_import(temporary,
        "suppleant_de,nom,instance\nAnimatrice Logement,Greffier Quartiers,COPIL\n,Animatrice "
        "Logement,COPIL\n",
        "2 personnes ajoutées, 2 mandats ajoutés");
}

static void case_101_a_list_that_is_no_list_writes_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", "est vide"},
        {"nom;instance\n", "n'a aucune ligne sous ses titres"},
        {"nom;telephone\nAnimatrice;06\n", "ligne 1 : la colonne «telephone» est inconnue"},
        {"nom;courriel\nAnimatrice;a@b.fr\n", "celles qui se lisent : instance, civilite, nom"},
        {"instance;role\nCOPIL;membre\n", "ligne 1 : il manque la colonne «nom»"},
        {"nom;Nom\nAnimatrice;Animatrice\n", "est là deux fois"},
        {"nom;role\nGérant;\nAnimatrice;membre\n", "ligne 3 : un rôle, une voix"},
        {"nom;instance\nAnimatrice;COPIL\n;COPIL\n", "ligne 3 : il manque le nom"},
        {"nom;instance\nAnimatrice;COPIL\nGérant;COPAL\n",
            "ligne 3 : il n'y a pas d'instance «COPAL»"},
        {"nom;instance;role\nAnimatrice;COPIL;chef\n",
            "ligne 2 : «chef» ne va pas dans la colonne role"},
        {"nom;instance;voix\nAnimatrice;COPIL;forte\n", "la colonne voix"},
        {"nom;elu\nAnimatrice;peut-être\n", "écrivez oui ou non"},
        {"nom;instance;debut\nAnimatrice;COPIL;31/02/2024\n", "la colonne debut"},
        {"nom;instance;debut\nAnimatrice;COPIL;demain\n", "la colonne debut"},
        {"nom;instance;fin\nAnimatrice;COPIL;30/04\n", "la colonne fin"},
        {"nom;instance;debut;fin\nAnimatrice;COPIL;2025;2024\n",
            "ligne 2 : Le mandat finirait avant"},
        {"nom;college\nAnimatrice;Ville\n", "ligne 2 : un collège sans organisme"},
        {"nom;instance;suppleant_de\nAnimatrice;COPIL;Personne\n",
            "ligne 2 : «Personne» n'est pas membre de l'instance COPIL"},
        {"nom;instance;role;voix\nAnimatrice;COPIL;invité;délibérative\n",
            "Un invité n'a pas de voix"},
        {"nom;debut\nAnimatrice;32/13/2026\nGérant;\n;\nPilote;jamais\n;2026\n",
            "ligne 2 : «32/13/2026» ne va pas dans la colonne debut ; écrivez une date comme "
            "01/01/2024, janvier 2024 ou 2024. Reprenez aussi les lignes 5, 6."},
        {"nom;debut\nAnimatrice;hier\n;2026\n", "Reprenez aussi la ligne 3."},
        {"nom;instance;role\nA;COPIL;président\nB;COPIL;président\n", "ligne 3 : A préside déjà"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        must_refuse(temporary, cases[i].text, cases[i].words);
}

static void case_84_duplicates_are_reported_and_nothing_is_half_imported(void **state)
{
    struct temporary_store *temporary = *state;
    must_refuse(temporary,
        "nom;instance\nAnimatrice Logement;COPIL\nGérant Scolaire;COPIL\nANIMATRICE "
        "LOGEMENT;copil\n",
        "ligne 4 : pour ANIMATRICE LOGEMENT, la ligne 2 dit autrement le nom");
    must_refuse(temporary,
        "nom;instance\nAnimatrice Logement;COPIL\nGérant Scolaire;COPIL\nAnimatrice "
        "Logement;copil\n",
        "ligne 4 : Animatrice Logement est déjà à la ligne 2 pour l'instance copil");
    must_refuse(temporary,
        "nom;instance;debut;fin\nAnimatrice;COPIL;2024;\nAnimatrice;COPIL;2025;\n",
        "est déjà à la ligne 2");
    must_refuse(temporary, "nom;fonction\nAnimatrice;maire\nAnimatrice;adjointe\n",
        "ligne 3 : pour Animatrice, la ligne 2 dit autrement la fonction");
    must_refuse(temporary, "nom;organisme;college\nA;caf;Un\nB;caf;Deux\n",
        "ligne 3 : la ligne 2 met caf dans un autre collège");
    must_refuse(temporary, "nom;instance\nAnimatrice;COPIL\nGérant;COPIL\nGreffier\n",
        "ligne 4 : 1 cellule");
    // Two times that do not meet are no duplicate.
    must_import(temporary,
        "nom;instance;debut;fin\nAnimatrice;COPIL;2024;2024\nAnimatrice;COPIL;2025;\n",
        "1 personne ajoutée, 2 mandats ajoutés");
}

// A list as long as a large town's is read in a moment.
static void a_long_list_is_imported(void **state)
{
    struct temporary_store *temporary = *state;
    struct buffer text = {0};
    buffer_append(&text, "nom;instance;organisme\n");
    for (int i = 0; i < 300; i++)
        buffer_append_format(
            &text, "Personne %d;%s;org%d\n", i, i % 2 == 0 ? "COPIL" : "COTECH", i % 40);
    must_import(temporary, buffer_text(&text),
        "40 organismes ajoutés, 300 personnes ajoutées, 300 mandats ajoutés");
    must_import(temporary, buffer_text(&text), "rien à changer");
    buffer_clear(&text);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_list_is_one_gesture_that_undo_takes_back),
        TEST(a_dry_run_says_what_the_import_would_say_and_writes_nothing),
        TEST(case_101_importing_twice_adds_nothing),
        TEST(what_was_archived_is_taken_back),
        TEST(case_101_a_known_identifier_updates),
        TEST(namesakes_are_told_apart_by_their_organisation),
        TEST(a_chair_follows_another),
        TEST(principals_may_stand_below_their_substitutes),
        TEST(case_101_a_list_that_is_no_list_writes_nothing),
        TEST(case_84_duplicates_are_reported_and_nothing_is_half_imported),
        TEST(a_long_list_is_imported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
