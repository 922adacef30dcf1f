// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/standing_item.h"

#include <string.h>

#include "rules/agenda_lines.h"
#include "rules/item_line.h"
#include "store/kept_text.h"
#include "store/row_array.h"
#include "store/statement.h"

enum status standing_items_load(struct store *store, int64_t committee, struct arena *arena,
    struct standing_items *standing, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct standing_item);
    struct standing_item *item;
    statement_open(&statement, store,
        "SELECT id, title, kind, presenter, planned_minutes, at_end, archived FROM standing_item"
        " WHERE committee_id = ? ORDER BY at_end, position, id");
    statement_bind_integer(&statement, committee);
    while (statement_row(&statement) && (item = row_array_add(&rows, &statement)) != NULL)
        *item = (struct standing_item){
            .id = statement_integer(&statement, 0),
            .title = statement_text(&statement, 1, arena),
            .kind = statement_text(&statement, 2, arena),
            .presenter = statement_text(&statement, 3, arena),
            .minutes = (int)statement_integer(&statement, 4),
            .at_end = statement_integer(&statement, 5) != 0,
            .active = statement_integer(&statement, 6) == 0,
        };
    *standing = (struct standing_items){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

static enum status insert(struct gesture *gesture, int64_t id, int64_t committee,
    const struct agenda_line *line, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO standing_item (id, committee_id, position, title, kind, planned_minutes)"
        " VALUES (?1, ?2, (SELECT ifnull(max(position), 0) + 1 FROM standing_item"
        " WHERE committee_id = ?2), ?3, 'information', nullif(?4, 0))");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, committee);
    statement_bind_text(&statement, line->title);
    statement_bind_integer(&statement, line->minutes);
    return statement_run(&statement, problem);
}

// Of those that the committee has; one that is there already is not added again.
static enum status read_lines(struct store *store, int64_t committee, const char *text,
    struct arena *arena, struct agenda_lines *lines, struct problem *problem)
{
    struct standing_items standing;
    const char *kept = NULL;
    enum status status = standing_items_load(store, committee, arena, &standing, problem);
    const char **titles = arena_array(arena, standing.count + 1, sizeof *titles);
    if (status != STATUS_DONE || titles == NULL)
        return status != STATUS_DONE ? status : problem_set_no_memory(problem);
    for (size_t i = 0; status == STATUS_DONE && i < standing.count; i++)
        titles[i] = standing.items[i].title;
    if (status == STATUS_DONE)
        status = kept_text(arena, text, TEXT_MANY_LINES, &kept, problem);
    return status == STATUS_DONE
               ? agenda_lines_read(kept, titles, standing.count, arena, lines, problem)
               : status;
}

enum status standing_item_add(struct gesture *gesture, int64_t first_id, int64_t committee,
    const char *title, struct problem *problem)
{
    struct arena arena = {0};
    struct agenda_lines lines = {0};
    enum status status =
        read_lines(gesture_store(gesture), committee, title, &arena, &lines, problem);
    for (size_t i = 0; status == STATUS_DONE && i < lines.count; i++)
        status = insert(gesture, i == 0 ? first_id : store_new_id(gesture_store(gesture)),
            committee, &lines.lines[i], problem);
    arena_clear(&arena);
    return status;
}

static enum status check_there(struct store *store, int64_t id, struct problem *problem)
{
    struct statement statement;
    int64_t there = 0;
    statement_open(&statement, store, "SELECT 1 FROM standing_item WHERE id = ?");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &there, problem);
    if (status == STATUS_DONE && there == 0)
        status = problem_set(
            problem, STATUS_REFUSED, "Ce point permanent n'existe plus : choisissez-en un autre.");
    return status;
}

// Runs an UPDATE that takes the id, then a text or a number.
static enum status update(struct gesture *gesture, const char *sql, int64_t id, const char *text,
    int64_t number, struct problem *problem)
{
    struct statement statement;
    enum status status = check_there(gesture_store(gesture), id, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, id);
    if (text != NULL)
        statement_bind_text(&statement, text);
    else
        statement_bind_integer(&statement, number);
    return statement_run(&statement, problem);
}

enum status standing_item_set_title(
    struct gesture *gesture, int64_t id, const char *title, struct problem *problem)
{
    struct arena arena = {0};
    const char *kept = NULL;
    enum status status = kept_text(&arena, title, TEXT_ONE_LINE, &kept, problem);
    if (status == STATUS_DONE && kept[0] == '\0')
        status = problem_set(problem, STATUS_REFUSED, ITEM_WITHOUT_TITLE);
    if (status == STATUS_DONE)
        status =
            update(gesture, "UPDATE standing_item SET title = ?2 WHERE id = ?1 AND title IS NOT ?2",
                id, kept, 0, problem);
    arena_clear(&arena);
    return status;
}

enum status standing_item_set_kind(
    struct gesture *gesture, int64_t id, const char *kind, struct problem *problem)
{
    return update(gesture, "UPDATE standing_item SET kind = ?2 WHERE id = ?1 AND kind IS NOT ?2",
        id, kind, 0, problem);
}

enum status standing_item_set_at_end(
    struct gesture *gesture, int64_t id, bool at_end, struct problem *problem)
{
    return update(gesture,
        "UPDATE standing_item SET at_end = ?2 WHERE id = ?1 AND at_end IS NOT ?2", id, NULL, at_end,
        problem);
}

enum status standing_item_set_active(
    struct gesture *gesture, int64_t id, bool active, struct problem *problem)
{
    return update(gesture,
        "UPDATE standing_item SET archived = ?2 WHERE id = ?1 AND archived IS NOT ?2", id, NULL,
        !active, problem);
}

// The neighbour in the direction of `step`, with both positions; neighbour 0 at the end.
struct exchange {
    int64_t position, neighbour, neighbour_position;
};

static enum status find_neighbour(
    struct store *store, int64_t id, int step, struct exchange *exchange, struct problem *problem)
{
    static const char up[] =
        "SELECT this.position, other.id, other.position FROM standing_item AS this"
        " LEFT JOIN standing_item AS other ON other.committee_id = this.committee_id"
        " AND other.at_end = this.at_end AND (other.position, other.id) < (this.position, this.id)"
        " WHERE this.id = ? ORDER BY other.position DESC, other.id DESC LIMIT 1";
    static const char down[] =
        "SELECT this.position, other.id, other.position FROM standing_item AS this"
        " LEFT JOIN standing_item AS other ON other.committee_id = this.committee_id"
        " AND other.at_end = this.at_end AND (other.position, other.id) > (this.position, this.id)"
        " WHERE this.id = ? ORDER BY other.position, other.id LIMIT 1";
    struct statement statement;
    *exchange = (struct exchange){0};
    statement_open(&statement, store, step < 0 ? up : down);
    statement_bind_integer(&statement, id);
    if (statement_row(&statement))
        *exchange = (struct exchange){statement_integer(&statement, 0),
            statement_integer(&statement, 1), statement_integer(&statement, 2)};
    return statement_finish(&statement, problem);
}

enum status standing_item_move(
    struct gesture *gesture, int64_t id, int step, struct problem *problem)
{
    static const char sql[] = "UPDATE standing_item SET position = ?2 WHERE id = ?1";
    struct exchange exchange;
    enum status status = check_there(gesture_store(gesture), id, problem);
    if (status == STATUS_DONE)
        status = find_neighbour(gesture_store(gesture), id, step, &exchange, problem);
    if (status == STATUS_DONE && exchange.neighbour == 0)
        status = problem_set(problem, STATUS_REFUSED,
            step < 0 ? "Ce point est déjà le premier : il ne monte pas plus haut."
                     : "Ce point est déjà le dernier : il ne descend pas plus bas.");
    if (status == STATUS_DONE)
        status = update(gesture, sql, id, NULL, exchange.neighbour_position, problem);
    if (status == STATUS_DONE)
        status = update(gesture, sql, exchange.neighbour, NULL, exchange.position, problem);
    return status;
}

enum status standing_item_remove(struct gesture *gesture, int64_t id, struct problem *problem)
{
    struct statement statement;
    int64_t used = 0;
    enum status status = check_there(gesture_store(gesture), id, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "SELECT EXISTS (SELECT 1 FROM item WHERE standing_id = ?)");
        statement_bind_integer(&statement, id);
        status = statement_number(&statement, 0, &used, problem);
    }
    if (status == STATUS_DONE && used != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Une séance a déjà eu ce point : mettez-le de côté, il ne reviendra plus.");
    if (status == STATUS_DONE) {
        statement_open(
            &statement, gesture_store(gesture), "DELETE FROM standing_item WHERE id = ?");
        statement_bind_integer(&statement, id);
        status = statement_run(&statement, problem);
    }
    return status;
}
