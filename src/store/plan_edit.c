// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan_edit.h"

#include "rules/workflow.h"
#include "store/kept_text.h"
#include "store/plan_code.h"
#include "store/statement.h"

// Where a new element goes. Texts are in the arena of the call.
struct parent {
    int64_t axis;
    int64_t objective; // 0 for none
    const char *code;  // `6`, or `6.A`
};

// One kind of element that can be removed.
struct kind {
    const char *code_sql;   // its code and whether it is archived
    const char *spoken_sql; // did a meeting speak of it?
    const char *archive_sql;
    const char *links_sql; // removes what only ties it to the plan; NULL for nothing
    const char *remove_sql;
    const char *gone;
    const char *archived;
};

static const char objective_gone[] =
    "Cet objectif n'existe plus : l'historique dit ce qu'il est devenu.";
static const char action_gone[] =
    "Cette action n'existe plus : l'historique dit ce qu'elle est devenue.";

static const struct kind objective_kind = {
    .code_sql = "SELECT code, archived FROM objective WHERE id = ?",
    .spoken_sql = "SELECT EXISTS (SELECT 1 FROM item_objective WHERE objective_id = ?1)"
                  " OR EXISTS (SELECT 1 FROM record_objective WHERE objective_id = ?1)"
                  " OR EXISTS (SELECT 1 FROM action WHERE objective_id = ?1)",
    .archive_sql = "UPDATE objective SET archived = 1 WHERE id = ?",
    .remove_sql = "DELETE FROM objective WHERE id = ?",
    .gone = objective_gone,
    .archived = "Cet objectif est déjà archivé : il n'y a rien d'autre à retirer.",
};

static const struct kind action_kind = {
    .code_sql = "SELECT code, archived FROM action WHERE id = ?",
    .spoken_sql = "SELECT EXISTS (SELECT 1 FROM item_action WHERE action_id = ?1)"
                  " OR EXISTS (SELECT 1 FROM record_action WHERE action_id = ?1)",
    .archive_sql = "UPDATE action SET archived = 1 WHERE id = ?",
    .links_sql = "DELETE FROM action_axis WHERE action_id = ?",
    .remove_sql = "DELETE FROM action WHERE id = ?",
    .gone = action_gone,
    .archived = "Cette action est déjà archivée : il n'y a rien d'autre à retirer.",
};

static enum status ask_about(
    struct gesture *gesture, const char *sql, int64_t id, bool *answer, struct problem *problem)
{
    struct statement statement;
    int64_t number = 0;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &number, problem);
    *answer = number != 0;
    return status;
}

// On one line, and not empty.
static enum status take_text(struct arena *arena, const char *typed, const char *refusal,
    const char **text, struct problem *problem)
{
    enum status status = kept_text(arena, typed, TEXT_ONE_LINE, text, problem);
    if (status == STATUS_DONE && (*text)[0] == '\0')
        status = problem_set(problem, STATUS_REFUSED, "%s", refusal);
    return status;
}

static enum status load_parent(
    struct gesture *gesture, struct arena *arena, struct parent *parent, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "SELECT ifnull(objective.code, axis.number) FROM axis"
        " LEFT JOIN objective ON objective.id = ?2"
        " WHERE axis.id = ?1 AND axis.archived = 0"
        " AND (?2 IS NULL OR (objective.axis_id = axis.id AND objective.archived = 0))");
    statement_bind_integer(&statement, parent->axis);
    statement_bind_reference(&statement, parent->objective);
    parent->code = statement_row(&statement) ? statement_text(&statement, 0, arena) : NULL;
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && parent->code == NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "L'endroit où l'ajouter n'est plus dans le plan : choisissez un autre axe ou "
            "objectif.");
    return status;
}

static enum status insert_objective(struct gesture *gesture, int64_t id,
    const struct parent *parent, const char *code, const char *label, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO objective (id, code, axis_id, label, position) VALUES (?1, ?2, ?3, ?4,"
        " (SELECT ifnull(max(position), 0) + 1 FROM objective WHERE axis_id = ?3))");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, code);
    statement_bind_integer(&statement, parent->axis);
    statement_bind_text(&statement, label);
    return statement_run(&statement, problem);
}

static enum status insert_action(struct gesture *gesture, int64_t id, const struct parent *parent,
    const char *code, const char *title, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO action (id, code, axis_id, title, objective_id, state, position)"
        " VALUES (?1, ?2, ?3, ?4, ?5, 'programmee',"
        " (SELECT ifnull(max(position), 0) + 1 FROM action WHERE axis_id = ?3))");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, code);
    statement_bind_integer(&statement, parent->axis);
    statement_bind_text(&statement, title);
    statement_bind_reference(&statement, parent->objective);
    return statement_run(&statement, problem);
}

enum status plan_add_objective(
    struct gesture *gesture, int64_t id, int64_t axis, const char *label, struct problem *problem)
{
    struct arena arena = {0};
    struct buffer code = {0};
    struct parent parent = {.axis = axis};
    enum status status = take_text(
        &arena, label, "Il manque le libellé de l'objectif : écrivez-le.", &label, problem);
    if (status == STATUS_DONE)
        status = load_parent(gesture, &arena, &parent, problem);
    if (status == STATUS_DONE)
        status = plan_code_give(gesture, CODE_OF_OBJECTIVE, parent.code, &code, problem);
    if (status == STATUS_DONE)
        status = insert_objective(gesture, id, &parent, buffer_text(&code), label, problem);
    buffer_clear(&code);
    arena_clear(&arena);
    return status;
}

enum status plan_add_action(struct gesture *gesture, int64_t id, int64_t axis, int64_t objective,
    const char *title, struct problem *problem)
{
    struct arena arena = {0};
    struct buffer code = {0};
    struct parent parent = {.axis = axis, .objective = objective};
    enum status status =
        take_text(&arena, title, "Il manque l'intitulé de l'action : écrivez-le.", &title, problem);
    if (status == STATUS_DONE)
        status = load_parent(gesture, &arena, &parent, problem);
    if (status == STATUS_DONE)
        status = plan_code_give(gesture, CODE_OF_ACTION, parent.code, &code, problem);
    if (status == STATUS_DONE)
        status = insert_action(gesture, id, &parent, buffer_text(&code), title, problem);
    buffer_clear(&code);
    arena_clear(&arena);
    return status;
}

static enum status load_code(struct gesture *gesture, const struct kind *kind, int64_t id,
    struct arena *arena, const char **code, bool *archived, struct problem *problem)
{
    struct statement statement;
    *code = NULL;
    *archived = false;
    statement_open(&statement, gesture_store(gesture), kind->code_sql);
    statement_bind_integer(&statement, id);
    if (statement_row(&statement)) {
        *code = statement_text(&statement, 0, arena);
        *archived = statement_integer(&statement, 1) != 0;
    }
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && *code == NULL)
        status = problem_set(problem, STATUS_REFUSED, "%s", kind->gone);
    return status;
}

enum status plan_set_objective_label(
    struct gesture *gesture, int64_t objective, const char *label, struct problem *problem)
{
    struct arena arena = {0};
    struct statement statement;
    const char *code = NULL;
    bool archived = false;
    enum status status =
        take_text(&arena, label, "Un objectif garde un libellé : écrivez-le.", &label, problem);
    if (status == STATUS_DONE)
        status = load_code(gesture, &objective_kind, objective, &arena, &code, &archived, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE objective SET label = ?1 WHERE id = ?2 AND label IS NOT ?1");
        statement_bind_text(&statement, label);
        statement_bind_integer(&statement, objective);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

static enum status delete_element(struct gesture *gesture, const struct kind *kind, int64_t id,
    const char *code, struct problem *problem)
{
    enum status status = plan_code_remember(gesture, code, problem);
    if (status == STATUS_DONE && kind->links_sql != NULL)
        status = gesture_run_on(gesture, kind->links_sql, id, problem);
    return status == STATUS_DONE ? gesture_run_on(gesture, kind->remove_sql, id, problem) : status;
}

static enum status remove_element(struct gesture *gesture, const struct kind *kind, int64_t id,
    bool *archived, struct problem *problem)
{
    struct arena arena = {0};
    const char *code = NULL;
    bool already = false;
    enum status status = load_code(gesture, kind, id, &arena, &code, &already, problem);
    if (status == STATUS_DONE && already)
        status = problem_set(problem, STATUS_REFUSED, "%s", kind->archived);
    if (status == STATUS_DONE)
        status = ask_about(gesture, kind->spoken_sql, id, archived, problem);
    if (status == STATUS_DONE && *archived)
        status = gesture_run_on(gesture, kind->archive_sql, id, problem);
    else if (status == STATUS_DONE)
        status = delete_element(gesture, kind, id, code, problem);
    arena_clear(&arena);
    return status;
}

enum status plan_remove_objective(
    struct gesture *gesture, int64_t objective, bool *archived, struct problem *problem)
{
    bool holds = false;
    *archived = false;
    enum status status = ask_about(gesture,
        "SELECT EXISTS (SELECT 1 FROM action WHERE objective_id = ? AND archived = 0)", objective,
        &holds, problem);
    if (status == STATUS_DONE && holds)
        status = problem_set(problem, STATUS_REFUSED,
            "Cet objectif a des actions : retirez-les, ou rattachez-les ailleurs, d'abord.");
    return status == STATUS_DONE
               ? remove_element(gesture, &objective_kind, objective, archived, problem)
               : status;
}

enum status plan_remove_action(
    struct gesture *gesture, int64_t action, bool *archived, struct problem *problem)
{
    *archived = false;
    return remove_element(gesture, &action_kind, action, archived, problem);
}

static enum status load_state(struct gesture *gesture, int64_t action, struct arena *arena,
    const char **state, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), "SELECT state FROM action WHERE id = ?");
    statement_bind_integer(&statement, action);
    *state = statement_row(&statement) ? statement_text(&statement, 0, arena) : NULL;
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && *state == NULL)
        status = problem_set(problem, STATUS_REFUSED, "%s", action_gone);
    return status;
}

enum status plan_set_action_state(
    struct gesture *gesture, int64_t action, const char *state, struct problem *problem)
{
    struct arena arena = {0};
    struct statement statement;
    const char *from = NULL;
    enum status status = load_state(gesture, action, &arena, &from, problem);
    if (status == STATUS_DONE)
        status = workflow_check(&action_workflow, from, state, problem);
    if (status == STATUS_DONE) {
        statement_open(
            &statement, gesture_store(gesture), "UPDATE action SET state = ? WHERE id = ?");
        statement_bind_text(&statement, state);
        statement_bind_integer(&statement, action);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}
