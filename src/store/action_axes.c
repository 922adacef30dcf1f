// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/action_axes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "store/row_array.h"
#include "store/statement.h"

struct id_list {
    int64_t *ids;
    size_t count;
};

enum status plan_action_other_axes(struct store *store, int64_t action, struct arena *arena,
    const char **numbers, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT group_concat(number, ' ; ') FROM (SELECT axis.number FROM action_axis"
        " JOIN axis ON axis.id = action_axis.axis_id WHERE action_axis.action_id = ?"
        " ORDER BY axis.number)");
    statement_bind_integer(&statement, action);
    *numbers = statement_row(&statement) ? statement_text(&statement, 0, arena) : NULL;
    return statement_finish(&statement, problem);
}

static bool holds(const struct id_list *list, int64_t id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->ids[i] == id)
            return true;
    return false;
}

static enum status load_current(struct store *store, int64_t action, struct arena *arena,
    struct id_list *list, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, int64_t);
    int64_t *id;
    statement_open(&statement, store, "SELECT axis_id FROM action_axis WHERE action_id = ?");
    statement_bind_integer(&statement, action);
    while (statement_row(&statement) && (id = row_array_add(&rows, &statement)) != NULL)
        *id = statement_integer(&statement, 0);
    *list = (struct id_list){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

// `word` is one number as typed.
static enum status find_axis(
    struct store *store, const char *word, int64_t *axis, struct problem *problem)
{
    enum { LONGEST_NUMBER = 4 };
    struct statement statement;
    size_t length = strlen(word);
    *axis = 0;
    if (length <= LONGEST_NUMBER && strspn(word, "0123456789") == length) {
        statement_open(
            &statement, store, "SELECT id FROM axis WHERE number = ? ORDER BY archived, id");
        statement_bind_integer(&statement, strtol(word, NULL, 10));
        enum status status = statement_number(&statement, 0, axis, problem);
        if (status != STATUS_DONE || *axis != 0)
            return status;
    }
    return problem_set(problem, STATUS_REFUSED,
        "«%s» n'est pas le numéro d'un axe : écrivez par exemple 6, 9.", word);
}

// The ids of the axes named in `numbers`, each once.
static enum status read_wanted(struct store *store, const char *numbers, int64_t own,
    struct arena *arena, struct id_list *list, struct problem *problem)
{
    static const char separators[] = " ,;\n";
    enum status status = STATUS_DONE;
    char *text = arena_copy(arena, numbers);
    list->ids = arena_array(arena, strlen(numbers) + 1, sizeof *list->ids);
    if (text == NULL || list->ids == NULL)
        return problem_set_no_memory(problem);
    char *rest = NULL;
    for (char *word = strtok_r(text, separators, &rest); word != NULL && status == STATUS_DONE;
         word = strtok_r(NULL, separators, &rest)) {
        int64_t axis = 0;
        status = find_axis(store, word, &axis, problem);
        if (status == STATUS_DONE && axis == own)
            status = problem_set(problem, STATUS_REFUSED,
                "L'axe %s est déjà celui de l'action : n'écrivez que les autres.", word);
        if (status == STATUS_DONE && !holds(list, axis))
            list->ids[list->count++] = axis;
    }
    return status;
}

static enum status apply(struct gesture *gesture, int64_t action, const struct id_list *current,
    const struct id_list *wanted, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < current->count && status == STATUS_DONE; i++)
        if (!holds(wanted, current->ids[i]))
            status = gesture_run_on_two(gesture,
                "DELETE FROM action_axis WHERE action_id = ? AND axis_id = ?", action,
                current->ids[i], problem);
    for (size_t i = 0; i < wanted->count && status == STATUS_DONE; i++)
        if (!holds(current, wanted->ids[i]))
            status = gesture_run_on_two(gesture,
                "INSERT INTO action_axis (action_id, axis_id) VALUES (?, ?)", action,
                wanted->ids[i], problem);
    return status;
}

enum status action_axes_set(struct gesture *gesture, int64_t action, int64_t axis,
    const char *numbers, struct problem *problem)
{
    struct arena arena = {0};
    struct id_list current = {0};
    struct id_list wanted = {0};
    struct store *store = gesture_store(gesture);
    enum status status = read_wanted(store, numbers, axis, &arena, &wanted, problem);
    if (status == STATUS_DONE)
        status = load_current(store, action, &arena, &current, problem);
    if (status == STATUS_DONE)
        status = apply(gesture, action, &current, &wanted, problem);
    arena_clear(&arena);
    return status;
}
