// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seal_check.h"

#include <stdio.h>
#include <string.h>

#include "rules/workflow.h"
#include "store/seal.h"
#include "store/statement.h"

// The first schema whose closings are sealed.
enum { FIRST_SEALING_SCHEMA = 8 };

// What the file says of the meeting's closing, beside its parts.
struct facts {
    const char *reference, *state, *seal;
    const char *last_kind, *last_seal; // of its last closing or reopening; NULL without one
    bool was_sealed;                   // a closing that sealed it is in the file, or in its journal
};

struct check {
    struct store *store;
    struct arena *arena;
    struct row_array differences; // of const char *
    int omitted;
};

// NULL where something stands behind a NUL, which a text of C would not show.
#define WHOLE(SEAL) "CASE WHEN length(CAST(" SEAL " AS BLOB)) = length(" SEAL ") THEN " SEAL " END"

static enum status load_facts(struct store *store, int64_t meeting, struct arena *arena,
    struct facts *facts, struct problem *problem)
{
    struct statement statement;
    *facts = (struct facts){0};
    statement_open(&statement, store,
        "SELECT meeting.reference, meeting.state, " WHOLE("meeting.seal") ", closing.kind, " WHOLE(
            "closing.seal") ","
                            " closing.id IS NOT NULL OR meeting.seal IS NOT NULL"
                            " OR EXISTS (SELECT 1 FROM seal_part WHERE meeting_id = ?1)"
                            " OR EXISTS (SELECT 1 FROM journal WHERE meeting_id = ?1 AND barrier = "
                            "'cloture'"
                            " AND schema_version >= ?2)"
                            " FROM meeting LEFT JOIN closing"
                            " ON closing.id = (SELECT max(id) FROM closing WHERE meeting_id = ?1)"
                            " WHERE meeting.id = ?1");
    statement_bind_integer(&statement, meeting);
    statement_bind_integer(&statement, FIRST_SEALING_SCHEMA);
    if (statement_row(&statement)) {
        facts->reference = statement_text(&statement, 0, arena);
        facts->state = statement_text(&statement, 1, arena);
        facts->seal = statement_text(&statement, 2, arena);
        facts->last_kind = statement_text(&statement, 3, arena);
        facts->last_seal = statement_text(&statement, 4, arena);
        facts->was_sealed = statement_integer(&statement, 5) != 0;
    }
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && facts->reference == NULL)
        status = problem_set(
            problem, STATUS_REFUSED, "Cette séance n'existe plus : s montre celles qui existent.");
    return status;
}

static enum status load_recorded(
    struct store *store, int64_t meeting, struct row_array *parts, struct problem *problem)
{
    struct statement statement;
    struct seal_part *part = NULL;
    statement_open(&statement, store,
        "SELECT kind, part_id, confidential, hash FROM seal_part WHERE meeting_id = ?"
        " ORDER BY kind, part_id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (part = row_array_add(parts, &statement)) != NULL) {
        snprintf(part->kind, sizeof part->kind, "%s", statement_borrow(&statement, 0));
        part->id = statement_integer(&statement, 1);
        part->confidential = statement_integer(&statement, 2) != 0;
        snprintf(part->hash, sizeof part->hash, "%s", statement_borrow(&statement, 3));
    }
    return statement_finish(&statement, problem);
}

// How each kind of part is named, from what the file says of it now, and when it says nothing.
static const struct {
    const char *kind, *sql, *unknown;
} names[] = {
    {"meeting", "SELECT 'la séance elle-même : date, heures, lieu, clôtures, intitulés'",
        "la séance elle-même"},
    {"attendance", "SELECT 'la présence de ' || name FROM attendance WHERE id = ?",
        "la présence de quelqu'un"},
    {"item",
        "SELECT 'le point ' || ifnull(number || ', ', '') || title FROM item"
        " LEFT JOIN item_number ON item_number.item_id = item.id WHERE item.id = ?",
        "un point"},
    {"record",
        "SELECT CASE WHEN decision.number IS NOT NULL THEN 'la décision ' || decision.number"
        " WHEN task.reference IS NOT NULL THEN 'la tâche ' || task.reference"
        " ELSE 'la ligne de ' || substr(record.at, 12, 5) || ', ' || record.text END"
        " FROM record LEFT JOIN decision ON decision.record_id = record.id"
        " LEFT JOIN task ON task.record_id = record.id WHERE record.id = ?",
        "une ligne"},
    {"ballot",
        "SELECT 'le vote de ' || substr(at, 12, 5) || ', ' || sentence FROM ballot"
        " WHERE id = ?",
        "un vote"},
};

static enum status name_part(const struct check *check, const struct seal_part *part,
    const char **name, struct problem *problem)
{
    *name = "une partie inconnue";
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct statement statement;
        if (strcmp(names[i].kind, part->kind) != 0)
            continue;
        *name = names[i].unknown;
        statement_open(&statement, check->store, names[i].sql);
        if (strchr(names[i].sql, '?') != NULL)
            statement_bind_integer(&statement, part->id);
        if (statement_row(&statement) && !statement_is_null(&statement, 0))
            *name = statement_text(&statement, 0, check->arena);
        return statement_finish(&statement, problem);
    }
    return STATUS_DONE;
}

static enum status add_difference(
    struct check *check, const char *how, const char *what, struct problem *problem)
{
    struct row_array *list = &check->differences;
    const char *text = what == NULL ? NULL : arena_format(check->arena, "%s : %s", how, what);
    const char **items =
        arena_grow(check->arena, list->items, list->count, &list->capacity, list->size);
    if (text == NULL || items == NULL)
        return problem_set_no_memory(problem);
    list->items = items;
    items[list->count++] = text;
    return STATUS_DONE;
}

static enum status differ(
    struct check *check, const char *how, const struct seal_part *part, struct problem *problem)
{
    const char *name = NULL;
    enum status status = name_part(check, part, &name, problem);
    return status == STATUS_DONE ? add_difference(check, how, name, problem) : status;
}

static int compare_parts(const struct seal_part *left, const struct seal_part *right)
{
    int order = strcmp(left->kind, right->kind);
    return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

// A recorded part of which the file has nothing any more.
static enum status miss(struct check *check, const struct seal_part *part, struct problem *problem)
{
    if (!part->confidential)
        return differ(check, "disparu", part, problem);
    check->omitted++;
    return STATUS_DONE;
}

// Walks both lists, which have the same order.
static enum status compare(struct check *check, const struct row_array *recorded_parts,
    const struct row_array *present_parts, struct problem *problem)
{
    const struct seal_part *recorded = recorded_parts->items;
    const struct seal_part *present = present_parts->items;
    enum status status = STATUS_DONE;
    size_t i = 0;
    size_t j = 0;
    while (status == STATUS_DONE && (i < recorded_parts->count || j < present_parts->count)) {
        int order = i == recorded_parts->count  ? 1
                    : j == present_parts->count ? -1
                                                : compare_parts(&recorded[i], &present[j]);
        if (order == 0 && strcmp(recorded[i].hash, present[j].hash) != 0)
            status = differ(check, "modifié", &present[j], problem);
        else if (order < 0)
            status = miss(check, &recorded[i], problem);
        else if (order > 0)
            status = differ(check, "ajouté", &present[j], problem);
        i += order <= 0;
        j += order >= 0;
    }
    return status;
}

static enum status check_parts(struct check *check, int64_t meeting, struct problem *problem)
{
    struct row_array recorded = ROW_ARRAY(check->arena, struct seal_part);
    struct row_array present = ROW_ARRAY(check->arena, struct seal_part);
    enum status status = load_recorded(check->store, meeting, &recorded, problem);
    if (status == STATUS_DONE)
        status = seal_compute_parts(check->store, meeting, &present, problem);
    if (status == STATUS_DONE)
        status = compare(check, &recorded, &present, problem);
    return status;
}

static bool same(const char *left, const char *right)
{
    return left != NULL && right != NULL && strcmp(left, right) == 0;
}

// The seal itself, and what the closings say of it.
static enum status check_closing(
    struct check *check, int64_t meeting, const struct facts *facts, struct problem *problem)
{
    char seal[SHA256_HEX_SIZE];
    enum status status = seal_compute(check->store, meeting, seal, problem);
    if (status == STATUS_DONE && !meeting_state_is(facts->state, MEETING_CLOSED))
        status = add_difference(check, "modifié", "l'état de la séance, qui est close", problem);
    if (status == STATUS_DONE && !same(facts->seal, seal))
        status = add_difference(
            check, "modifié", "l'empreinte, ou celle de la séance précédente", problem);
    if (status == STATUS_DONE &&
        (!same(facts->last_kind, "cloture") || !same(facts->last_seal, seal)))
        status =
            add_difference(check, "modifié", "la suite des clôtures et des réouvertures", problem);
    return status;
}

enum status seal_check(struct store *store, int64_t meeting, struct arena *arena,
    struct seal_report *report, struct problem *problem)
{
    struct facts facts;
    struct check check = {
        .store = store, .arena = arena, .differences = ROW_ARRAY(arena, const char *)};
    *report = (struct seal_report){.meeting = meeting};
    enum status status = load_facts(store, meeting, arena, &facts, problem);
    if (status != STATUS_DONE)
        return status;
    report->reference = facts.reference;
    report->seal = facts.seal;
    bool closed =
        same(facts.state, meeting_state_code(MEETING_CLOSED)) || same(facts.last_kind, "cloture");
    if (!facts.was_sealed || (!closed && facts.seal == NULL))
        return STATUS_DONE;
    status = check_parts(&check, meeting, problem);
    if (status == STATUS_DONE)
        status = check_closing(&check, meeting, &facts, problem);
    report->differences = check.differences.items;
    report->difference_count = check.differences.count;
    report->omitted = check.omitted;
    report->state = check.differences.count == 0 ? SEAL_HOLDS : SEAL_DIFFERS;
    return status;
}

// Of a meeting that is gone, what was kept of its seal tells.
struct closed_meeting {
    int64_t id;
    bool is_there;
};

static enum status load_closed(
    struct store *store, struct row_array *meetings, struct problem *problem)
{
    struct statement statement;
    struct closed_meeting *meeting = NULL;
    statement_open(&statement, store,
        "SELECT id, 1, date FROM meeting WHERE state = 'close' OR seal IS NOT NULL"
        " OR (SELECT kind FROM closing WHERE closing.meeting_id = meeting.id"
        " ORDER BY closing.id DESC LIMIT 1) = 'cloture'"
        " UNION SELECT meeting_id, 0, '' FROM closing"
        " WHERE meeting_id NOT IN (SELECT id FROM meeting)"
        " UNION SELECT meeting_id, 0, '' FROM seal_part"
        " WHERE meeting_id NOT IN (SELECT id FROM meeting) ORDER BY 3, 1");
    while (statement_row(&statement) && (meeting = row_array_add(meetings, &statement)) != NULL)
        *meeting = (struct closed_meeting){
            statement_integer(&statement, 0), statement_integer(&statement, 1) != 0};
    return statement_finish(&statement, problem);
}

enum status seal_check_all(struct store *store, struct arena *arena, struct seal_report **reports,
    size_t *count, struct problem *problem)
{
    static const char *const gone[] = {"disparu : la séance, avec tout ce qu'elle portait"};
    static const struct seal_report gone_report = {.reference = "(séance disparue)",
        .state = SEAL_DIFFERS,
        .differences = gone,
        .difference_count = 1};
    struct row_array rows = ROW_ARRAY(arena, struct closed_meeting);
    *count = 0;
    enum status status = load_closed(store, &rows, problem);
    const struct closed_meeting *meetings = rows.items;
    struct seal_report *made = arena_array(arena, rows.count + 1, sizeof *made);
    *reports = made;
    if (status != STATUS_DONE)
        return status;
    if (made == NULL)
        return problem_set_no_memory(problem);
    // Without a closed meeting there is no array.
    for (size_t i = 0; meetings != NULL && status == STATUS_DONE && i < rows.count; i++) {
        made[i] = gone_report;
        if (meetings[i].is_there)
            status = seal_check(store, meetings[i].id, arena, &made[i], problem);
        *count += status == STATUS_DONE;
    }
    return status;
}
