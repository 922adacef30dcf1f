// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/directory.h"

#include "store/row_array.h"
#include "store/statement.h"

static enum status read_organisations(
    struct store *store, struct row_array *names, struct problem *problem)
{
    struct statement statement;
    struct directory_name *name;
    statement_open(&statement, store,
        "SELECT id, code, label FROM organisation WHERE archived = 0 ORDER BY position, id");
    while (statement_row(&statement) && (name = row_array_add(names, &statement)) != NULL) {
        name->organisation = statement_integer(&statement, 0);
        name->code = statement_text(&statement, 1, names->arena);
        name->label = statement_text(&statement, 2, names->arena);
    }
    return statement_finish(&statement, problem);
}

// Each by function, then by name: either may be typed behind a sign.
static enum status read_people(
    struct store *store, struct row_array *names, struct problem *problem)
{
    struct statement statement;
    struct directory_name *name;
    statement_open(&statement, store,
        "SELECT label FROM (SELECT id, 1 AS rank, function AS label FROM person"
        " WHERE archived = 0 AND function IS NOT NULL"
        " UNION ALL SELECT id, 2, name FROM person WHERE archived = 0)"
        " GROUP BY label ORDER BY min(id), min(rank)");
    while (statement_row(&statement) && (name = row_array_add(names, &statement)) != NULL) {
        name->code = "";
        name->label = statement_text(&statement, 0, names->arena);
    }
    return statement_finish(&statement, problem);
}

static enum status read_guests(
    struct store *store, struct row_array *names, struct problem *problem)
{
    struct statement statement;
    struct directory_name *name;
    statement_open(&statement, store,
        "SELECT name, max(record_id) AS latest FROM record_mention WHERE organisation_id IS NULL"
        " AND name NOT IN (SELECT name FROM person WHERE archived = 0"
        " UNION SELECT function FROM person WHERE archived = 0 AND function IS NOT NULL)"
        " GROUP BY name ORDER BY latest DESC, name LIMIT ?");
    statement_bind_integer(&statement, DIRECTORY_GUESTS);
    while (statement_row(&statement) && (name = row_array_add(names, &statement)) != NULL) {
        name->code = "";
        name->label = statement_text(&statement, 0, names->arena);
    }
    return statement_finish(&statement, problem);
}

static void open_elements(struct statement *statement, struct store *store)
{
    statement_open(statement, store,
        "SELECT level, id, reference,"
        " CASE WHEN archived = 0 THEN label WHEN level = ?3 THEN label || ' (archivée)'"
        " ELSE label || ' (archivé)' END"
        " FROM (SELECT ?1 AS level, axis.id AS id, CAST(axis.number AS TEXT) AS reference,"
        " axis.label AS label, axis.archived AS archived, field.position AS field,"
        " axis.number AS axis, 0 AS position"
        " FROM axis JOIN field ON field.id = axis.field_id"
        " UNION ALL SELECT ?2, objective.id, objective.code, objective.label,"
        " max(objective.archived, axis.archived), field.position, axis.number, objective.position"
        " FROM objective JOIN axis ON axis.id = objective.axis_id"
        " JOIN field ON field.id = axis.field_id"
        " UNION ALL SELECT ?3, action.id, action.code, action.title,"
        " max(action.archived, axis.archived), field.position, axis.number, action.position"
        " FROM action JOIN axis ON axis.id = action.axis_id"
        " JOIN field ON field.id = axis.field_id)"
        " ORDER BY archived, level, field, axis, position, id");
    statement_bind_integer(statement, PLAN_AXIS);
    statement_bind_integer(statement, PLAN_OBJECTIVE);
    statement_bind_integer(statement, PLAN_ACTION);
}

static enum status read_elements(
    struct store *store, struct row_array *elements, struct problem *problem)
{
    struct statement statement;
    struct directory_element *element;
    open_elements(&statement, store);
    while (statement_row(&statement) && (element = row_array_add(elements, &statement)) != NULL) {
        element->level = (enum plan_level)statement_integer(&statement, 0);
        element->id = statement_integer(&statement, 1);
        element->reference = statement_text(&statement, 2, elements->arena);
        element->label = statement_text(&statement, 3, elements->arena);
    }
    return statement_finish(&statement, problem);
}

enum status directory_load(
    struct store *store, struct arena *arena, struct directory *directory, struct problem *problem)
{
    struct row_array names = ROW_ARRAY(arena, struct directory_name);
    struct row_array elements = ROW_ARRAY(arena, struct directory_element);
    enum status status = read_organisations(store, &names, problem);
    if (status == STATUS_DONE)
        status = read_people(store, &names, problem);
    if (status == STATUS_DONE)
        status = read_guests(store, &names, problem);
    if (status == STATUS_DONE)
        status = read_elements(store, &elements, problem);
    *directory = (struct directory){
        .names = names.items,
        .name_count = names.count,
        .elements = elements.items,
        .element_count = elements.count,
    };
    return status;
}
