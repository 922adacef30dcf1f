// SPDX-License-Identifier: GPL-3.0-or-later
#include "expected_people.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const char people[] =
    "UPDATE organisation SET college = 'Collectivités' WHERE code = 'ville';"
    "UPDATE organisation SET college = 'Branche famille' WHERE code = 'caf';"
    "INSERT INTO person (id, civility, name, function, organisation_id, elected) VALUES"
    " (1001, 'Mme', 'Médiatrice Habitat', 'maire adjointe',"
    " (SELECT id FROM organisation WHERE code = 'ville'), 1),"
    " (1002, 'M.', 'Gérant Logement', 'conseiller',"
    " (SELECT id FROM organisation WHERE code = 'ville'), 1),"
    " (1003, 'Mme', 'Cheffe Inclusion', 'directrice',"
    " (SELECT id FROM organisation WHERE code = 'caf'), 0),"
    " (1004, 'M.', 'Pilote Sport', NULL, (SELECT id FROM organisation WHERE code = 'caf'), 0),"
    " (1005, NULL, 'Agent Accueil', 'président', NULL, 0),"
    " (1006, 'Mme', 'Référente Numérique', 'secrétaire',"
    " (SELECT id FROM organisation WHERE code = 'ville'), 0),"
    " (1007, 'M.', 'Greffier Santé', NULL, (SELECT id FROM organisation WHERE code = 'caf'), 0);"
    "INSERT INTO mandate (id, person_id, committee_id, role, voice, substitute_for, starts,"
    " position) SELECT 1000 + person.id, person.id, committee.id,"
    " CASE person.id WHEN 1001 THEN 'presidence' WHEN 1006 THEN 'secretaire' ELSE 'membre' END,"
    " CASE person.id WHEN 1004 THEN 'consultative' WHEN 1006 THEN '' ELSE 'deliberative' END,"
    " CASE person.id WHEN 1007 THEN 2003 END, '2024-01-01', person.id - 1000"
    " FROM committee JOIN person WHERE committee.code = 'COPIL' AND person.id BETWEEN 1001 AND 1007"
    " ORDER BY person.id;";

void people_are_expected(struct temporary_store *temporary)
{
    assert_int_equal(temporary_store_execute(temporary, people), SQLITE_OK);
}

void somebody_is_expected(struct temporary_store *temporary, int64_t person, const char *name,
    const char *starts, const char *ends)
{
    char sql[512];
    snprintf(sql, sizeof sql,
        "INSERT INTO person (id, name) VALUES (%lld, '%s');"
        "INSERT INTO mandate (id, person_id, committee_id, role, voice, starts, ends, position)"
        " SELECT %lld, %lld, id, 'membre', 'deliberative', %s, %s, 50 FROM committee"
        " WHERE code = 'COPIL'",
        (long long)person, name, (long long)(person + 1000), (long long)person, starts, ends);
    assert_int_equal(temporary_store_execute(temporary, sql), SQLITE_OK);
}

struct attendance_sheet sheet_of(struct temporary_store *temporary, int64_t meeting)
{
    struct attendance_sheet sheet;
    struct problem problem = {0};
    if (attendance_load(temporary->store, meeting, &temporary->arena, &sheet, &problem) !=
        STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return sheet;
}

int64_t attendee_named(struct temporary_store *temporary, int64_t meeting, const char *name)
{
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    for (size_t i = 0; i < sheet.count; i++)
        if (strcmp(sheet.people[i].name, name) == 0)
            return sheet.people[i].id;
    return 0;
}

struct attendance_state state_at(struct temporary_store *temporary, int64_t meeting, int64_t item)
{
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    struct attendance_state state;
    struct problem problem = {0};
    if (attendance_at(&sheet, item, &temporary->arena, &state, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return state;
}
