// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/person.h"

#include <stdlib.h>
#include <string.h>

#include "store/gone.h"
#include "store/kept_text.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "text/fold.h"

#define PERSON_COLUMNS                                                                             \
    "SELECT person.id, person.civility, person.name, person.function, person.organisation_id,"     \
    " organisation.code, organisation.label, organisation.college, person.elected,"                \
    " person.archived"
#define PERSON_QUERY                                                                               \
    PERSON_COLUMNS                                                                                 \
    " FROM person LEFT JOIN organisation ON organisation.id = person.organisation_id"

static void read_person(struct statement *statement, struct arena *arena, struct person *person)
{
    *person = (struct person){
        .id = statement_integer(statement, 0),
        .civility = statement_text(statement, 1, arena),
        .name = statement_text(statement, 2, arena),
        .function = statement_text(statement, 3, arena),
        .organisation = statement_integer(statement, 4),
        .organisation_code = statement_text(statement, 5, arena),
        .organisation_label = statement_text(statement, 6, arena),
        .college = statement_text(statement, 7, arena),
        .elected = statement_integer(statement, 8) != 0,
        .archived = statement_integer(statement, 9) != 0,
    };
}

static int compare_names(const void *left, const void *right)
{
    const struct person *first = left;
    const struct person *second = right;
    int order = text_compare(first->name, second->name);
    return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

enum status person_list(struct store *store, struct arena *arena, struct person **people,
    size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct person);
    struct person *person = NULL;
    statement_open(&statement, store, PERSON_QUERY " WHERE person.archived = 0");
    while (statement_row(&statement) && (person = row_array_add(&rows, &statement)) != NULL)
        read_person(&statement, arena, person);
    *people = rows.items;
    *count = rows.count;
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && rows.count > 0)
        qsort(rows.items, rows.count, sizeof(struct person), compare_names);
    return status;
}

static int compare_registered(const void *left, const void *right)
{
    const struct registered_person *first = left;
    const struct registered_person *second = right;
    int order = first->person.archived - second->person.archived;
    return order != 0 ? order : compare_names(&first->person, &second->person);
}

enum status person_register(struct store *store, struct date day, bool archived,
    struct arena *arena, struct registered_person **people, size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct registered_person);
    struct registered_person *person = NULL;
    char iso[DATE_TEXT_SIZE];
    date_iso(day, iso);
    statement_open(&statement, store,
        PERSON_COLUMNS ", (SELECT group_concat(code, ', ') FROM (SELECT committee.code"
                       " FROM mandate JOIN committee ON committee.id = mandate.committee_id"
                       " AND committee.archived = 0 WHERE mandate.person_id = person.id"
                       " AND ?1 BETWEEN ifnull(mandate.starts, '') AND ifnull(mandate.ends, '9999')"
                       " ORDER BY committee.position, committee.id))"
                       " FROM person LEFT JOIN organisation"
                       " ON organisation.id = person.organisation_id WHERE person.archived <= ?2");
    statement_bind_text(&statement, iso);
    statement_bind_integer(&statement, archived);
    while (statement_row(&statement) && (person = row_array_add(&rows, &statement)) != NULL) {
        read_person(&statement, arena, &person->person);
        person->seats = statement_text(&statement, 10, arena);
    }
    *people = rows.items;
    *count = rows.count;
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && rows.count > 0)
        qsort(rows.items, rows.count, sizeof(struct registered_person), compare_registered);
    return status;
}

enum status person_find(struct store *store, const char *name, struct arena *arena,
    struct person **people, size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct person);
    struct person *person = NULL;
    statement_open(&statement, store, PERSON_QUERY " WHERE person.archived = 0 ORDER BY person.id");
    while (statement_row(&statement)) {
        if (!text_is_same(statement_borrow(&statement, 2), name))
            continue;
        if ((person = row_array_add(&rows, &statement)) == NULL)
            break;
        read_person(&statement, arena, person);
    }
    *people = rows.items;
    *count = rows.count;
    return statement_finish(&statement, problem);
}

enum status person_load(struct store *store, int64_t id, struct arena *arena, struct person *person,
    struct problem *problem)
{
    struct statement statement;
    *person = (struct person){0};
    statement_open(&statement, store, PERSON_QUERY " WHERE person.id = ?");
    statement_bind_integer(&statement, id);
    if (statement_row(&statement))
        read_person(&statement, arena, person);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && person->id == 0)
        status = problem_set(problem, STATUS_REFUSED, PERSON_GONE);
    return status;
}

// The facts cleaned, in `arena`.
static enum status keep(struct arena *arena, const struct person_facts *facts,
    struct person_facts *kept, struct problem *problem)
{
    *kept = *facts;
    enum status status = kept_text(arena, facts->name, TEXT_ONE_LINE, &kept->name, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(arena, facts->civility, &kept->civility, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(arena, facts->function, &kept->function, problem);
    if (status == STATUS_DONE && kept->name[0] == '\0')
        status =
            problem_set(problem, STATUS_REFUSED, "Il manque le nom de la personne : écrivez-le.");
    return status;
}

static enum status check_organisation(struct store *store, int64_t id, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    if (id == 0)
        return STATUS_DONE;
    statement_open(&statement, store, "SELECT 1 FROM organisation WHERE id = ?");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &found, problem);
    if (status == STATUS_DONE && found == 0)
        status = problem_set(problem, STATUS_REFUSED, ORGANISATION_GONE);
    return status;
}

static enum status check_unknown(
    struct store *store, const struct person_facts *facts, int64_t id, struct problem *problem)
{
    struct statement statement;
    bool known = false;
    statement_open(&statement, store,
        "SELECT id, name FROM person WHERE organisation_id IS ? AND archived = 0");
    statement_bind_reference(&statement, facts->organisation);
    while (statement_row(&statement) && !known)
        known = statement_integer(&statement, 0) != id &&
                text_is_same(statement_borrow(&statement, 1), facts->name);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && known)
        status = problem_set(problem, STATUS_REFUSED,
            "«%s» est déjà dans le fichier, avec le même organisme : prenez cette personne, ou"
            " distinguez les deux noms.",
            facts->name);
    return status;
}

static enum status write(struct gesture *gesture, const char *sql, int64_t id,
    const struct person_facts *facts, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct statement statement;
    struct person_facts kept;
    enum status status = keep(&arena, facts, &kept, problem);
    if (status == STATUS_DONE)
        status = check_organisation(store, kept.organisation, problem);
    if (status == STATUS_DONE)
        status = check_unknown(store, &kept, id, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store, sql);
        statement_bind_integer(&statement, id);
        statement_bind_text(&statement, kept.civility);
        statement_bind_text(&statement, kept.name);
        statement_bind_text(&statement, kept.function);
        statement_bind_reference(&statement, kept.organisation);
        statement_bind_integer(&statement, kept.elected ? 1 : 0);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status person_add(
    struct gesture *gesture, int64_t id, const struct person_facts *facts, struct problem *problem)
{
    return write(gesture,
        "INSERT INTO person (id, civility, name, function, organisation_id, elected)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        id, facts, problem);
}

enum status person_set(
    struct gesture *gesture, int64_t id, const struct person_facts *facts, struct problem *problem)
{
    struct arena arena = {0};
    struct person person;
    enum status status = person_load(gesture_store(gesture), id, &arena, &person, problem);
    arena_clear(&arena);
    if (status != STATUS_DONE)
        return status;
    return write(gesture,
        "UPDATE person SET civility = ?2, name = ?3, function = ?4, organisation_id = ?5,"
        " elected = ?6 WHERE id = ?1 AND (civility IS NOT ?2 OR name IS NOT ?3"
        " OR function IS NOT ?4 OR organisation_id IS NOT ?5 OR elected IS NOT ?6)",
        id, facts, problem);
}

void person_name(struct buffer *out, const char *civility, const char *name)
{
    if (civility != NULL && civility[0] != '\0')
        buffer_append_format(out, "%s ", civility);
    buffer_append(out, name);
}
