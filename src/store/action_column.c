// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/action_column.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "store/action_axes.h"
#include "store/kept_text.h"
#include "store/plan_code.h"
#include "store/statement.h"
#include "text/date.h"

// A change being made. Texts are in `arena`.
struct change {
    struct gesture *gesture;
    int64_t action, axis;
    const char *code, *starts, *ends; // as they are
    const char *value;                // as it was typed, cleaned
    const char *update;               // binds the new value, then the action
    struct arena *arena;
    struct problem *problem;
};

struct column {
    enum status (*set)(struct change *change);
    enum text_lines lines;
    const char *update;
};

static enum status update(struct change *change, const char *value)
{
    struct statement statement;
    statement_open(&statement, gesture_store(change->gesture), change->update);
    statement_bind_text(&statement, value);
    statement_bind_integer(&statement, change->action);
    return statement_run(&statement, change->problem);
}

static enum status set_optional(struct change *change)
{
    return update(change, change->value[0] == '\0' ? NULL : change->value);
}

static enum status set_title(struct change *change)
{
    if (change->value[0] == '\0')
        return problem_set(
            change->problem, STATUS_REFUSED, "Une action garde un intitulé : écrivez-le.");
    return update(change, change->value);
}

static enum status set_code(struct change *change)
{
    char *code = arena_copy(change->arena, change->value);
    if (code == NULL)
        return problem_set_no_memory(change->problem);
    for (char *letter = code; *letter != '\0'; letter++)
        *letter = (char)toupper((unsigned char)*letter);
    if (strcmp(code, change->code) == 0)
        return STATUS_DONE;
    enum status status =
        plan_code_check(gesture_store(change->gesture), code, change->action, change->problem);
    if (status == STATUS_DONE)
        status = plan_code_remember(change->gesture, change->code, change->problem);
    return status == STATUS_DONE ? update(change, code) : status;
}

static enum status find_objective(const struct change *change, int64_t *objective)
{
    struct statement statement;
    statement_open(&statement, gesture_store(change->gesture),
        "SELECT id FROM objective WHERE axis_id = ? AND code = ? COLLATE NOCASE AND archived = 0");
    statement_bind_integer(&statement, change->axis);
    statement_bind_text(&statement, change->value);
    enum status status = statement_number(&statement, 0, objective, change->problem);
    if (status == STATUS_DONE && *objective == 0)
        status = problem_set(change->problem, STATUS_REFUSED,
            "L'axe de l'action n'a pas d'objectif «%s» : écrivez le code d'un de ses objectifs, ou"
            " rien.",
            change->value);
    return status;
}

static enum status set_objective(struct change *change)
{
    struct statement statement;
    int64_t objective = 0;
    enum status status =
        change->value[0] == '\0' ? STATUS_DONE : find_objective(change, &objective);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(change->gesture), change->update);
    statement_bind_reference(&statement, objective);
    statement_bind_integer(&statement, change->action);
    return statement_run(&statement, change->problem);
}

static enum status set_other_axes(struct change *change)
{
    return action_axes_set(
        change->gesture, change->action, change->axis, change->value, change->problem);
}

// Nothing but digits, and at most `most`.
static bool is_number_between(const char *text, long least, long most)
{
    enum { MOST_DIGITS = 3 };
    size_t length = strlen(text);
    if (length == 0 || length > MOST_DIGITS || strspn(text, "0123456789") != length)
        return false;
    long number = strtol(text, NULL, 10);
    return number >= least && number <= most;
}

static enum status set_priority(struct change *change)
{
    if (!is_number_between(change->value, 1, 5))
        return problem_set(change->problem, STATUS_REFUSED,
            "La priorité va de 1 à 5 : écrivez un de ces nombres.");
    return update(change, change->value);
}

static enum status set_progress(struct change *change)
{
    if (!is_number_between(change->value, 0, 100))
        return problem_set(change->problem, STATUS_REFUSED,
            "L'avancement va de 0 à 100 : écrivez un nombre, sans le signe %%.");
    return update(change, change->value);
}

static enum status check_order(const char *starts, const char *ends, struct problem *problem)
{
    struct date first, last;
    if (!date_read_iso(starts, &first) || !date_read_iso(ends, &last))
        return problem_set(problem, STATUS_REFUSED,
            "La date ne se lit pas : écrivez par exemple 2026-04-30, 2026-04 ou 2026.");
    if (first.precision != DATE_NONE && last.precision != DATE_NONE &&
        date_days_between(date_first_day(first), date_last_day(last)) < 0)
        return problem_set(problem, STATUS_REFUSED,
            "L'action finirait avant de commencer : corrigez d'abord l'autre date.");
    return STATUS_DONE;
}

static enum status set_starts(struct change *change)
{
    enum status status = check_order(change->value, change->ends, change->problem);
    return status == STATUS_DONE ? set_optional(change) : status;
}

static enum status set_ends(struct change *change)
{
    enum status status = check_order(change->starts, change->value, change->problem);
    return status == STATUS_DONE ? set_optional(change) : status;
}

#define UPDATE(COLUMN) "UPDATE action SET " COLUMN " = ?1 WHERE id = ?2 AND " COLUMN " IS NOT ?1"

static const struct column columns[] = {
    [PLAN_ACTION_TITLE] = {set_title, TEXT_ONE_LINE, UPDATE("title")},
    [PLAN_ACTION_CODE] = {set_code, TEXT_ONE_LINE, UPDATE("code")},
    [PLAN_ACTION_OBJECTIVE] = {set_objective, TEXT_ONE_LINE, UPDATE("objective_id")},
    [PLAN_ACTION_OTHER_AXES] = {set_other_axes, TEXT_ONE_LINE, NULL},
    [PLAN_ACTION_PILOT] = {set_optional, TEXT_ONE_LINE, UPDATE("pilot")},
    [PLAN_ACTION_PRIORITY] = {set_priority, TEXT_ONE_LINE, UPDATE("priority")},
    [PLAN_ACTION_PROGRESS] = {set_progress, TEXT_ONE_LINE, UPDATE("progress")},
    [PLAN_ACTION_STARTS] = {set_starts, TEXT_ONE_LINE, UPDATE("starts")},
    [PLAN_ACTION_ENDS] = {set_ends, TEXT_ONE_LINE, UPDATE("ends")},
    [PLAN_ACTION_DESCRIPTION] = {set_optional, TEXT_MANY_LINES, UPDATE("description")},
};

static enum status load_action(struct change *change)
{
    struct statement statement;
    statement_open(&statement, gesture_store(change->gesture),
        "SELECT axis_id, code, starts, ends FROM action WHERE id = ?");
    statement_bind_integer(&statement, change->action);
    if (statement_row(&statement)) {
        change->axis = statement_integer(&statement, 0);
        change->code = statement_text(&statement, 1, change->arena);
        change->starts = statement_text(&statement, 2, change->arena);
        change->ends = statement_text(&statement, 3, change->arena);
    }
    enum status status = statement_finish(&statement, change->problem);
    if (status == STATUS_DONE && change->code == NULL)
        status = problem_set(change->problem, STATUS_REFUSED,
            "Cette action n'existe plus : l'historique dit ce qu'elle est devenue.");
    return status;
}

enum status plan_set_action_column(struct gesture *gesture, int64_t action,
    enum plan_action_column column, const char *value, struct problem *problem)
{
    struct arena arena = {0};
    struct change change = {
        .gesture = gesture,
        .action = action,
        .update = columns[column].update,
        .arena = &arena,
        .problem = problem,
    };
    enum status status = kept_text(&arena, value, columns[column].lines, &change.value, problem);
    if (status == STATUS_DONE)
        status = load_action(&change);
    if (status == STATUS_DONE)
        status = columns[column].set(&change);
    arena_clear(&arena);
    return status;
}
