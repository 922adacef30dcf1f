// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people_order.h"

#include <string.h>

#include "store/gone.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "text/date.h"

// One of a list, in its order: those that change places belong to one group.
struct place {
    int64_t id;
    const char *group;
};

struct places {
    struct place *items;
    size_t count;
};

// A list: its rows (id, group) for the row ?1 on the day ?2, and how one is placed.
struct ordered {
    const char *list_sql, *place_sql;
    const char *gone, *first, *last;
};

static const struct ordered committees = {
    "SELECT id, archived FROM committee WHERE ?1 IS NOT NULL AND ?2 IS NOT NULL ORDER BY archived, "
    "position, id",
    "UPDATE committee SET position = ?2 WHERE id = ?1 AND position IS NOT ?2",
    COMMITTEE_GONE,
    "Cette instance est déjà la première : elle ne monte pas plus haut.",
    "Cette instance est déjà la dernière : elle ne descend pas plus bas.",
};

// As the list shows them (store/organisation.h).
#define ORGANISATIONS                                                                              \
    "SELECT organisation.id,"                                                                      \
    " CASE organisation.archived WHEN 0 THEN organisation.college ELSE '' END"                     \
    " FROM organisation LEFT JOIN (SELECT college, min(position) AS first FROM organisation"       \
    " WHERE archived = 0 AND college IS NOT NULL GROUP BY college) AS colleges"                    \
    " ON colleges.college = organisation.college WHERE ?1 IS NOT NULL AND ?2 IS NOT NULL"          \
    " ORDER BY organisation.archived, organisation.college IS NULL, colleges.first,"               \
    " organisation.college, organisation.position, organisation.id"
#define PLACE_ORGANISATION                                                                         \
    "UPDATE organisation SET position = ?2 WHERE id = ?1 AND position IS NOT ?2"

static const struct ordered organisations = {
    ORGANISATIONS,
    PLACE_ORGANISATION,
    ORGANISATION_GONE,
    "Cet organisme est déjà le premier de son collège : M monte le collège entier.",
    "Cet organisme est déjà le dernier de son collège : B descend le collège entier.",
};
static const struct ordered colleges = {
    ORGANISATIONS,
    PLACE_ORGANISATION,
    "Cet organisme n'a pas de collège, et ceux-là sont listés en dernier : donnez-lui-en un.",
    "Ce collège est déjà le premier : il ne monte pas plus haut.",
    "Ce collège est déjà le dernier : il ne descend pas plus bas.",
};

static const struct ordered mandates = {
    "SELECT id, ifnull(substitute_for, role) || (ifnull(ends, '9999') < ?2) FROM mandate WHERE "
    "committee_id ="
    " (SELECT committee_id FROM mandate WHERE id = ?1) ORDER BY position, id",
    "UPDATE mandate SET position = ?2 WHERE id = ?1 AND position IS NOT ?2",
    "Ce mandat n'existe plus : l'historique dit ce qu'il est devenu.",
    "Ce membre est déjà le premier de son rôle : r change le rôle.",
    "Ce membre est déjà le dernier de son rôle : r change le rôle.",
};

static enum status load(struct store *store, const struct ordered *list, int64_t id,
    struct arena *arena, struct places *places, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct place);
    struct place *place = NULL;
    struct local_time now = clock_local(store_clock(store));
    char today[DATE_TEXT_SIZE];
    date_iso(date_of_day(now.year, now.month, now.day), today);
    statement_open(&statement, store, list->list_sql);
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, today);
    while (statement_row(&statement) && (place = row_array_add(&rows, &statement)) != NULL)
        *place =
            (struct place){statement_integer(&statement, 0), statement_text(&statement, 1, arena)};
    *places = (struct places){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

static size_t find(const struct places *places, int64_t id)
{
    size_t index = 0;
    while (index < places->count && places->items[index].id != id)
        index++;
    return index;
}

static bool same_group(const struct place *left, const struct place *right)
{
    if (left->group == NULL || right->group == NULL)
        return left->group == right->group;
    return strcmp(left->group, right->group) == 0;
}

// Positions follow the order of the list.
static enum status write(struct gesture *gesture, const struct ordered *list,
    const struct places *places, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < places->count; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), list->place_sql);
        statement_bind_integer(&statement, places->items[i].id);
        statement_bind_integer(&statement, (int64_t)i + 1);
        status = statement_run(&statement, problem);
    }
    return status;
}

// The next one of the group of `index` in that direction; `count` for none.
static size_t neighbour(const struct places *places, size_t index, int step)
{
    size_t next = index;
    while (step < 0 ? next > 0 : next + 1 < places->count) {
        next = step < 0 ? next - 1 : next + 1;
        if (same_group(&places->items[index], &places->items[next]))
            return next;
    }
    return places->count;
}

static void exchange(struct places *places, size_t left, size_t right)
{
    struct place kept = places->items[left];
    places->items[left] = places->items[right];
    places->items[right] = kept;
}

static enum status move(struct gesture *gesture, const struct ordered *list, int64_t id, int step,
    struct problem *problem)
{
    struct arena arena = {0};
    struct places places = {0};
    enum status status = load(gesture_store(gesture), list, id, &arena, &places, problem);
    size_t index = find(&places, id);
    size_t other = index < places.count ? neighbour(&places, index, step) : index;
    if (status == STATUS_DONE && index == places.count)
        status = problem_set(problem, STATUS_REFUSED, "%s", list->gone);
    else if (status == STATUS_DONE && other == places.count)
        status = problem_set(problem, STATUS_REFUSED, "%s", step < 0 ? list->first : list->last);
    if (status == STATUS_DONE) {
        exchange(&places, index, other);
        status = write(gesture, list, &places, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status committee_move(
    struct gesture *gesture, int64_t committee, int step, struct problem *problem)
{
    return move(gesture, &committees, committee, step, problem);
}

enum status organisation_move(
    struct gesture *gesture, int64_t organisation, int step, struct problem *problem)
{
    return move(gesture, &organisations, organisation, step, problem);
}

enum status mandate_move(
    struct gesture *gesture, int64_t mandate, int step, struct problem *problem)
{
    return move(gesture, &mandates, mandate, step, problem);
}

static size_t group_start(const struct places *places, size_t index)
{
    while (index > 0 && same_group(&places->items[index - 1], &places->items[index]))
        index--;
    return index;
}

// Behind the last one of the group.
static size_t group_end(const struct places *places, size_t index)
{
    size_t end = index;
    while (end < places->count && same_group(&places->items[index], &places->items[end]))
        end++;
    return end;
}

static bool is_college(const struct places *places, size_t index)
{
    return index < places->count && places->items[index].group != NULL &&
           places->items[index].group[0] != '\0';
}

// The college that begins at `middle`, behind the one at `start`, goes before it.
static enum status turn(struct places *places, size_t start, size_t middle, struct arena *arena,
    struct problem *problem)
{
    size_t end = group_end(places, middle);
    size_t size = sizeof *places->items;
    struct place *turned = arena_array(arena, end - start, size);
    if (turned == NULL)
        return problem_set_no_memory(problem);
    memcpy(turned, places->items + middle, (end - middle) * size);
    memcpy(turned + (end - middle), places->items + start, (middle - start) * size);
    memcpy(places->items + start, turned, (end - start) * size);
    return STATUS_DONE;
}

static enum status move_college(
    struct places *places, int64_t id, int step, struct arena *arena, struct problem *problem)
{
    size_t index = find(places, id);
    if (!is_college(places, index))
        return problem_set(problem, STATUS_REFUSED, "%s", colleges.gone);
    size_t start = group_start(places, index);
    size_t end = group_end(places, index);
    if (step < 0 && start == 0)
        return problem_set(problem, STATUS_REFUSED, "%s", colleges.first);
    if (step > 0 && !is_college(places, end))
        return problem_set(problem, STATUS_REFUSED, "%s", colleges.last);
    return step < 0 ? turn(places, group_start(places, start - 1), start, arena, problem)
                    : turn(places, start, end, arena, problem);
}

enum status college_move(
    struct gesture *gesture, int64_t organisation, int step, struct problem *problem)
{
    struct arena arena = {0};
    struct places places = {0};
    enum status status =
        load(gesture_store(gesture), &colleges, organisation, &arena, &places, problem);
    if (status == STATUS_DONE)
        status = move_college(&places, organisation, step, &arena, problem);
    if (status == STATUS_DONE)
        status = write(gesture, &colleges, &places, problem);
    arena_clear(&arena);
    return status;
}
