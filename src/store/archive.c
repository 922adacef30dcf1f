// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/archive.h"

#include "store/connection.h"
#include "store/gone.h"
#include "store/person.h"
#include "store/statement.h"
#include "text/date.h"
#include "text/fold.h"

// A row refuses: its two texts stand before, and between, those of the guard. ?1 is the id, ?2
// today.
struct guard {
    const char *sql;
    const char *between, *behind;
};

enum { MOST_GUARDS = 3 };

struct archived_table {
    const char *gone;
    const char *state_sql, *remove_sql[2], *set_sql; // ?2: archived
    struct guard remove[MOST_GUARDS], archive[MOST_GUARDS], take_back[MOST_GUARDS];
};

#define BOTH " AND ?2 IS NOT NULL LIMIT 1"

static const struct archived_table tables[] = {
    [ARCHIVED_PERSON] =
        {
            .gone = PERSON_GONE,
            .state_sql = "SELECT archived FROM person WHERE id = ?",
            .remove_sql = {"DELETE FROM person WHERE id = ?"},
            .set_sql = "UPDATE person SET archived = ?2 WHERE id = ?1 AND archived IS NOT ?2",
            .remove =
                {
                    {"SELECT person.name, committee.code FROM mandate"
                     " JOIN person ON person.id = mandate.person_id"
                     " JOIN committee ON committee.id = mandate.committee_id"
                     " WHERE mandate.person_id = ?1" BOTH,
                        " a un mandat à ",
                        " : mettez-y fin, puis archivez cette personne (c) au lieu de l'ôter."},
                    {"SELECT attendance.name, meeting.reference FROM attendance"
                     " JOIN meeting ON meeting.id = attendance.meeting_id"
                     " WHERE attendance.person_id = ?1" BOTH,
                        " est aux présences de la séance ",
                        " : archivez cette personne (c) au lieu de l'ôter."},
                },
            .archive =
                {
                    {"SELECT person.name, committee.code FROM mandate"
                     " JOIN person ON person.id = mandate.person_id"
                     " JOIN committee ON committee.id = mandate.committee_id"
                     " AND committee.archived = 0"
                     " WHERE mandate.person_id = ?1 AND ifnull(mandate.ends, '9999') >= ?2 LIMIT 1",
                        " siège à ",
                        " : mettez d'abord fin à son mandat, sur la page de l'instance."},
                },
        },
    [ARCHIVED_ORGANISATION] =
        {
            .gone = ORGANISATION_GONE,
            .state_sql = "SELECT archived FROM organisation WHERE id = ?",
            .remove_sql = {"DELETE FROM organisation WHERE id = ?"},
            .set_sql = "UPDATE organisation SET archived = ?2 WHERE id = ?1 AND archived IS NOT ?2",
            .remove =
                {
                    {"SELECT person.name, organisation.label FROM person"
                     " JOIN organisation ON organisation.id = person.organisation_id"
                     " WHERE organisation.id = ?1" BOTH,
                        " vient de l'organisme «",
                        "» : changez d'abord l'organisme de cette personne (p les montre)."},
                    {"SELECT organisation.label, signatory.name FROM signatory"
                     " JOIN organisation ON organisation.id = signatory.organisation_id"
                     " WHERE organisation.id = ?1" BOTH,
                        " a signé la convention (",
                        ") : archivez cet organisme (c) au lieu de l'ôter."},
                    {"SELECT organisation.label, meeting.reference FROM organisation"
                     " JOIN record ON record.id IN"
                     " (SELECT record_id FROM record_mention WHERE organisation_id = ?1"
                     " UNION SELECT task_id FROM task_life_owner WHERE organisation_id = ?1)"
                     " JOIN item ON item.id = record.item_id"
                     " JOIN meeting ON meeting.id = item.meeting_id"
                     " WHERE organisation.id = ?1" BOTH,
                        " est nommé à la séance ",
                        " : archivez cet organisme (c) au lieu de l'ôter."},
                },
            .archive =
                {
                    {"SELECT person.name, organisation.label FROM person"
                     " JOIN organisation ON organisation.id = person.organisation_id"
                     " WHERE organisation.id = ?1 AND person.archived = 0" BOTH,
                        " vient de l'organisme «",
                        "» : changez d'abord l'organisme de cette personne, ou archivez-la (p les"
                        " montre)."},
                },
        },
    [ARCHIVED_COMMITTEE] =
        {
            .gone = COMMITTEE_GONE,
            .state_sql = "SELECT archived FROM committee WHERE id = ?",
            .remove_sql = {"DELETE FROM standing_item WHERE committee_id = ?",
                "DELETE FROM committee WHERE id = ?"},
            .set_sql = "UPDATE committee SET archived = ?2 WHERE id = ?1 AND archived IS NOT ?2",
            .remove =
                {
                    {"SELECT committee.code, meeting.reference FROM meeting"
                     " JOIN committee ON committee.id = meeting.committee_id"
                     " WHERE committee.id = ?1" BOTH,
                        " a la séance ", " : archivez cette instance (c) au lieu de l'ôter."},
                    {"SELECT person.name, committee.code FROM mandate"
                     " JOIN committee ON committee.id = mandate.committee_id"
                     " JOIN person ON person.id = mandate.person_id WHERE committee.id = ?1" BOTH,
                        " a un mandat à ",
                        " : ôtez d'abord ses mandats, ou archivez cette instance (c)."},
                    {"SELECT other.code, committee.code FROM committee AS other"
                     " JOIN committee ON committee.id = other.next_id"
                     " WHERE committee.id = ?1" BOTH,
                        " propose à ", " : changez d'abord ce que décide l'autre instance."},
                },
            .archive =
                {
                    {"SELECT committee.code, meeting.reference FROM meeting"
                     " JOIN committee ON committee.id = meeting.committee_id"
                     " WHERE committee.id = ?1"
                     " AND meeting.state NOT IN ('close', 'annulee', 'reportee')" BOTH,
                        " a une séance qui n'est pas close, ",
                        " : closez-la, annulez-la ou supprimez-la d'abord."},
                    {"SELECT other.code, committee.code FROM committee AS other"
                     " JOIN committee ON committee.id = other.next_id"
                     " WHERE committee.id = ?1 AND other.archived = 0" BOTH,
                        " propose à ", " : changez d'abord ce que décide l'autre instance."},
                },
            .take_back =
                {
                    {"SELECT committee.code, next.code FROM committee"
                     " JOIN committee AS next ON next.id = committee.next_id"
                     " WHERE committee.id = ?1 AND next.archived = 1" BOTH,
                        " propose à ", ", qui est archivée : reprenez d'abord celle-là."},
                },
        },
};

static enum status check_guard(struct store *store, const struct guard *guard, int64_t id,
    const char *today, struct problem *problem)
{
    struct statement statement;
    struct problem found = {0};
    statement_open(&statement, store, guard->sql);
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, today);
    if (statement_row(&statement))
        problem_set(&found, STATUS_REFUSED, "%s%s%s%s", statement_borrow(&statement, 0),
            guard->between, statement_borrow(&statement, 1), guard->behind);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && found.status != STATUS_DONE)
        status = problem_set(problem, found.status, "%s", found.sentence);
    return status;
}

static enum status find(struct store *store, const struct archived_table *table, int64_t id,
    bool *archived, struct problem *problem)
{
    const int64_t gone = -1;
    struct statement statement;
    int64_t state = 0;
    statement_open(&statement, store, table->state_sql);
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, gone, &state, problem);
    *archived = state > 0;
    if (status == STATUS_DONE && state == gone)
        status = problem_set(problem, STATUS_REFUSED, "%s", table->gone);
    return status;
}

static enum status check(struct store *store, const struct archived_table *table,
    const struct guard guards[MOST_GUARDS], int64_t id, struct problem *problem)
{
    struct local_time now = clock_local(store->clock);
    char today[DATE_TEXT_SIZE];
    bool archived = false;
    date_iso(date_of_day(now.year, now.month, now.day), today);
    enum status status = find(store, table, id, &archived, problem);
    for (size_t i = 0; status == STATUS_DONE && i < MOST_GUARDS && guards[i].sql != NULL; i++)
        status = check_guard(store, &guards[i], id, today, problem);
    return status;
}

enum status archive_is_set(struct store *store, enum archived_kind kind, int64_t id, bool *archived,
    struct problem *problem)
{
    return find(store, &tables[kind], id, archived, problem);
}

enum status archive_remove(
    struct gesture *gesture, enum archived_kind kind, int64_t id, struct problem *problem)
{
    const struct archived_table *table = &tables[kind];
    struct store *store = gesture_store(gesture);
    enum status status = check(store, table, table->remove, id, problem);
    for (size_t i = 0; status == STATUS_DONE && i < 2 && table->remove_sql[i] != NULL; i++) {
        struct statement statement;
        statement_open(&statement, store, table->remove_sql[i]);
        statement_bind_integer(&statement, id);
        status = statement_run(&statement, problem);
    }
    return status;
}

// Somebody who comes back meets the refusals of somebody who is changed.
static enum status check_namesake(struct store *store, int64_t id, struct problem *problem)
{
    struct arena arena = {0};
    struct person person;
    struct person *namesakes = NULL;
    size_t count = 0;
    enum status status = person_load(store, id, &arena, &person, problem);
    if (status == STATUS_DONE)
        status = person_find(store, person.name, &arena, &namesakes, &count, problem);
    for (size_t i = 0; status == STATUS_DONE && i < count; i++)
        if (namesakes[i].id != id && namesakes[i].organisation == person.organisation)
            status = problem_set(problem, STATUS_REFUSED,
                "«%s» est de nouveau dans le fichier, avec le même organisme : prenez cette"
                " personne, ou distinguez les deux noms.",
                person.name);
    arena_clear(&arena);
    return status;
}

enum status archive_set(struct gesture *gesture, enum archived_kind kind, int64_t id, bool archived,
    struct problem *problem)
{
    const struct archived_table *table = &tables[kind];
    struct store *store = gesture_store(gesture);
    struct statement statement;
    enum status status =
        check(store, table, archived ? table->archive : table->take_back, id, problem);
    if (status == STATUS_DONE && kind == ARCHIVED_PERSON && !archived)
        status = check_namesake(store, id, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, store, table->set_sql);
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, archived);
    return statement_run(&statement, problem);
}
