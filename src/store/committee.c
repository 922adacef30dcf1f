// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/committee.h"

#include "rules/reference.h"
#include "store/kept_text.h"
#include "store/row_array.h"
#include "store/statement.h"

enum status committee_list(struct store *store, struct arena *arena, struct committee **committees,
    size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct committee);
    struct committee *committee = NULL;
    statement_open(&statement, store,
        "SELECT committee.id, committee.code, committee.label, committee.authority = 'propose',"
        " next.code FROM committee LEFT JOIN committee AS next ON next.id = committee.next_id"
        " WHERE committee.archived = 0 ORDER BY committee.position, committee.id");
    while (statement_row(&statement) && (committee = row_array_add(&rows, &statement)) != NULL)
        *committee = (struct committee){
            .id = statement_integer(&statement, 0),
            .code = statement_text(&statement, 1, arena),
            .label = statement_text(&statement, 2, arena),
            .proposes = statement_integer(&statement, 3) != 0,
            .next_code = statement_text(&statement, 4, arena),
        };
    *committees = rows.items;
    *count = rows.count;
    return statement_finish(&statement, problem);
}

static enum status check_code(struct store *store, const char *code, struct problem *problem)
{
    struct statement statement;
    int64_t taken = 0;
    if (!committee_code_is_valid(code))
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas un code d'instance : de 2 à 12 lettres sans accent, chiffres ou"
            " tirets, en commençant par une lettre (par exemple GT-LOGEMENT).",
            code);
    statement_open(&statement, store, "SELECT 1 FROM committee WHERE code = ?");
    statement_bind_text(&statement, code);
    enum status status = statement_number(&statement, 0, &taken, problem);
    if (status == STATUS_DONE && taken != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "L'instance %s existe déjà : donnez un autre code à la nouvelle.", code);
    return status;
}

static enum status insert(struct gesture *gesture, int64_t id, const char *code, const char *label,
    struct problem *problem)
{
    struct statement statement;
    if (label[0] == '\0')
        return problem_set(problem, STATUS_REFUSED,
            "Il manque le nom de l'instance : écrivez-le derrière son code.");
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO committee (id, code, label, kind, authority, next_id, position)"
        " VALUES (?, ?, ?, 'groupe', 'propose', coalesce("
        "(SELECT next_id FROM committee WHERE kind = 'groupe' AND archived = 0"
        " AND next_id IS NOT NULL ORDER BY position, id LIMIT 1),"
        " (SELECT id FROM committee WHERE authority = 'decide' AND archived = 0"
        " ORDER BY position, id LIMIT 1)),"
        " (SELECT ifnull(max(position), 0) + 1 FROM committee))");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, code);
    statement_bind_text(&statement, label);
    return statement_run(&statement, problem);
}

enum status committee_add(struct gesture *gesture, int64_t id, const char *code, const char *label,
    struct problem *problem)
{
    struct arena arena = {0};
    const char *kept = NULL;
    enum status status = check_code(gesture_store(gesture), code, problem);
    if (status == STATUS_DONE)
        status = kept_text(&arena, label, TEXT_ONE_LINE, &kept, problem);
    if (status == STATUS_DONE)
        status = insert(gesture, id, code, kept, problem);
    arena_clear(&arena);
    return status;
}
