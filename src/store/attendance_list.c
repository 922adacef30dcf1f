// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attendance_list.h"

#include <string.h>

#include "rules/workflow.h"
#include "store/attendance.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "text/fold.h"

#define LIVING_STATES "('preparee', 'ouverte', 'suspendue', 'levee')"

// Who is due at meeting ?1, one row a person. An end of month or year precision lasts to its last
// day.
#define DUE                                                                                        \
    "WITH valid AS (SELECT mandate.*, row_number()"                                                \
    " OVER (PARTITION BY mandate.person_id ORDER BY mandate.position, mandate.id) AS choice"       \
    " FROM meeting JOIN mandate ON mandate.committee_id = meeting.committee_id"                    \
    " AND (mandate.starts IS NULL OR mandate.starts <= meeting.date)"                              \
    " AND (mandate.ends IS NULL OR mandate.ends >= substr(meeting.date, 1, length(mandate.ends)))" \
    " WHERE meeting.id = ?1),"                                                                     \
    " due AS (SELECT valid.person_id, valid.position, valid.role, valid.voice,"                    \
    " valid.substitute_for, person.civility, person.name, person.function, person.elected,"        \
    " organisation.label AS organisation, organisation.code AS organisation_code,"                 \
    " organisation.college FROM valid JOIN person ON person.id = valid.person_id"                  \
    " LEFT JOIN organisation ON organisation.id = person.organisation_id WHERE valid.choice = 1)"

static enum status load_missing(
    struct store *store, int64_t meeting, struct row_array *people, struct problem *problem)
{
    struct statement statement;
    int64_t *person = NULL;
    statement_open(&statement, store,
        DUE " SELECT person_id FROM due WHERE person_id NOT IN"
            " (SELECT person_id FROM attendance WHERE meeting_id = ?1 AND person_id IS NOT NULL)"
            " ORDER BY position, person_id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (person = row_array_add(people, &statement)) != NULL)
        *person = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

static enum status add_missing(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct row_array people = ROW_ARRAY(&arena, int64_t);
    enum status status = load_missing(store, meeting, &people, problem);
    const int64_t *persons = people.items;
    for (size_t i = 0; status == STATUS_DONE && i < people.count; i++) {
        struct statement statement;
        statement_open(&statement, store,
            DUE " INSERT INTO attendance (id, meeting_id, person_id, position, name, role, voice)"
                " SELECT ?3, ?1, person_id, position, name, role, voice FROM due"
                " WHERE person_id = ?2");
        statement_bind_integer(&statement, meeting);
        statement_bind_integer(&statement, persons[i]);
        statement_bind_integer(&statement, store_new_id(store));
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

// A substitute whose principal is not due has the place alone.
static enum status copy_facts(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return gesture_run_on(gesture,
        DUE ", placed AS (SELECT due.*, principal.id AS principal_id FROM due"
            " LEFT JOIN valid AS place ON place.id = due.substitute_for AND place.choice = 1"
            " LEFT JOIN attendance AS principal"
            " ON principal.meeting_id = ?1 AND principal.person_id = place.person_id)"
            " UPDATE attendance SET position = placed.position, civility = placed.civility,"
            " name = placed.name, function = placed.function, organisation = placed.organisation,"
            " organisation_code = placed.organisation_code, college = placed.college,"
            " elected = placed.elected, role = placed.role, voice = placed.voice,"
            " substitute_for = placed.principal_id"
            " FROM placed WHERE attendance.meeting_id = ?1"
            " AND attendance.person_id = placed.person_id"
            " AND (attendance.position, attendance.civility, attendance.name, attendance.function,"
            " attendance.organisation, attendance.organisation_code, attendance.college,"
            " attendance.elected, attendance.role, attendance.voice, attendance.substitute_for)"
            " IS NOT (placed.position, placed.civility, placed.name, placed.function,"
            " placed.organisation, placed.organisation_code, placed.college, placed.elected,"
            " placed.role, placed.voice, placed.principal_id)",
        meeting, problem);
}

// Of those nothing is known.
static enum status remove_undue(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return gesture_run_on(gesture,
        DUE
        " DELETE FROM attendance WHERE meeting_id = ?1 AND person_id IS NOT NULL"
        " AND person_id NOT IN (SELECT person_id FROM due)"
        " AND presence = '' AND proxy_to IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM attendance_move WHERE attendance_id = attendance.id)"
        " AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE attendance_id = attendance.id)"
        " AND NOT EXISTS (SELECT 1 FROM attendance AS other WHERE other.proxy_to = attendance.id"
        " OR other.substitute_for = attendance.id)",
        meeting, problem);
}

static enum status is_living(
    struct store *store, int64_t meeting, bool *living, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(
        &statement, store, "SELECT 1 FROM meeting WHERE id = ? AND state IN " LIVING_STATES);
    statement_bind_integer(&statement, meeting);
    enum status status = statement_number(&statement, 0, &found, problem);
    *living = found != 0;
    return status;
}

enum status attendance_refresh(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    bool living = false;
    enum status status = is_living(gesture_store(gesture), meeting, &living, problem);
    if (status == STATUS_DONE && living)
        status = add_missing(gesture, meeting, problem);
    if (status == STATUS_DONE && living)
        status = copy_facts(gesture, meeting, problem);
    if (status == STATUS_DONE && living)
        status = remove_undue(gesture, meeting, problem);
    return status;
}

static enum status load_living(
    struct store *store, int64_t committee, struct row_array *meetings, struct problem *problem)
{
    struct statement statement;
    int64_t *meeting = NULL;
    statement_open(&statement, store,
        "SELECT id FROM meeting WHERE state <> 'close' AND state IN " LIVING_STATES
        " AND (?1 = 0 OR committee_id = ?1) ORDER BY id");
    statement_bind_integer(&statement, committee);
    while (statement_row(&statement) && (meeting = row_array_add(meetings, &statement)) != NULL)
        *meeting = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

enum status attendance_refresh_committee(
    struct gesture *gesture, int64_t committee, struct problem *problem)
{
    struct arena arena = {0};
    struct row_array meetings = ROW_ARRAY(&arena, int64_t);
    enum status status = load_living(gesture_store(gesture), committee, &meetings, problem);
    const int64_t *ids = meetings.items;
    for (size_t i = 0; status == STATUS_DONE && i < meetings.count; i++)
        status = attendance_refresh(gesture, ids[i], problem);
    arena_clear(&arena);
    return status;
}

static bool is_same_name(const char *left, const char *right)
{
    struct buffer one = {0};
    struct buffer other = {0};
    text_fold(&one, left);
    text_fold(&other, right);
    bool same = strcmp(buffer_text(&one), buffer_text(&other)) == 0;
    buffer_clear(&one);
    buffer_clear(&other);
    return same;
}

struct guest {
    const char *name, *function, *organisation;
};

static enum status keep_guest(
    struct arena *arena, const struct guest *typed, struct guest *kept, struct problem *problem)
{
    enum status status = kept_text(arena, typed->name, TEXT_ONE_LINE, &kept->name, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(arena, typed->function, &kept->function, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(arena, typed->organisation, &kept->organisation, problem);
    if (status == STATUS_DONE && kept->name[0] == '\0')
        status = problem_set(problem, STATUS_REFUSED,
            "Il manque le nom de la personne invitée : écrivez-le, puis Entrée.");
    return status;
}

static enum status check_new_name(struct store *store, int64_t meeting, const char *name,
    struct arena *arena, struct problem *problem)
{
    struct attendance_sheet sheet;
    enum status status = attendance_load(store, meeting, arena, &sheet, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sheet.count; i++)
        if (is_same_name(sheet.people[i].name, name))
            status = problem_set(problem, STATUS_REFUSED,
                "%s est déjà sur la liste : marquez sa présence sur sa ligne.",
                sheet.people[i].name);
    return status;
}

static enum status insert_guest(struct gesture *gesture, int64_t id,
    const struct meeting_facts *meeting, const struct guest *guest, struct problem *problem)
{
    struct statement statement;
    bool prepared = meeting_state_is(meeting->state, MEETING_PREPARED);
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO attendance (id, meeting_id, position, name, function, organisation, role,"
        " voice, presence) VALUES (?1, ?2,"
        " (SELECT ifnull(max(position), 0) + 1 FROM attendance WHERE meeting_id = ?2),"
        " ?3, ?4, ?5, 'invite', '', ?6)");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, meeting->id);
    statement_bind_text(&statement, guest->name);
    statement_bind_text(&statement, guest->function);
    statement_bind_text(&statement, guest->organisation);
    statement_bind_text(&statement, prepared ? "" : "present");
    return statement_run(&statement, problem);
}

enum status attendance_add_guest(struct gesture *gesture, int64_t id, int64_t meeting,
    const char *name, const char *function, const char *organisation, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    struct guest typed = {name, function, organisation};
    struct guest kept = {0};
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = keep_guest(&arena, &typed, &kept, problem);
    if (status == STATUS_DONE)
        status = check_new_name(gesture_store(gesture), meeting, kept.name, &arena, problem);
    if (status == STATUS_DONE)
        status = insert_guest(gesture, id, &facts, &kept, problem);
    arena_clear(&arena);
    return status;
}

static enum status meeting_of_guest(
    struct store *store, int64_t attendee, int64_t *meeting, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, store, "SELECT meeting_id FROM attendance WHERE id = ? AND person_id IS NULL");
    statement_bind_integer(&statement, attendee);
    enum status status = statement_number(&statement, 0, meeting, problem);
    if (status == STATUS_DONE && *meeting == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Seule une personne invitée s'ôte de la liste : un membre y est par son mandat ;"
            " marquez son absence.");
    return status;
}

enum status attendance_remove_guest(
    struct gesture *gesture, int64_t attendee, struct problem *problem)
{
    static const char *const sql[] = {
        "DELETE FROM attendance_move WHERE attendance_id = ?",
        "DELETE FROM withdrawal WHERE attendance_id = ?",
        "DELETE FROM attendance WHERE id = ?",
    };
    struct arena arena = {0};
    struct meeting_facts facts;
    int64_t meeting = 0;
    enum status status = meeting_of_guest(gesture_store(gesture), attendee, &meeting, problem);
    if (status == STATUS_DONE)
        status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++)
        status = gesture_run_on(gesture, sql[i], attendee, problem);
    arena_clear(&arena);
    return status;
}
