// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/unique_codes.h"

#include "store/statement.h"

enum status unique_codes_check(struct store *store, struct problem *problem)
{
    struct statement statement;
    struct problem twice = {0};
    statement_open(&statement, store,
        "SELECT code FROM (SELECT code, 1 AS kind FROM action UNION ALL SELECT code, 2 FROM"
        " objective UNION ALL SELECT code, 3 FROM committee UNION ALL SELECT code, 4 FROM"
        " organisation)"
        " GROUP BY kind, code HAVING count(*) > 1 LIMIT 1");
    if (statement_row(&statement))
        problem_set(&twice, STATUS_REFUSED,
            "Le code «%s» sert à autre chose depuis : changez d'abord celui-là.",
            statement_borrow(&statement, 0));
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && twice.status != STATUS_DONE)
        status = problem_set(problem, twice.status, "%s", twice.sentence);
    return status;
}
