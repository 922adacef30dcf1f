// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan_code.h"

#include <string.h>

#include "rules/reference.h"
#include "store/counter.h"
#include "store/statement.h"

enum { CODE_LONGEST = 20 };

// What the callback of code_of_action needs, and where it leaves its failure.
struct search {
    struct store *store;
    struct problem *problem;
    enum status *status;
};

// A counter of its own for each code: 1 once it was given.
static void counter_name(struct buffer *name, const char *code)
{
    buffer_append_format(name, "code %s", code);
}

static enum status is_remembered(
    struct store *store, const char *code, bool *remembered, struct problem *problem)
{
    struct buffer name = {0};
    int last = 0;
    counter_name(&name, code);
    enum status status = buffer_failed(&name)
                             ? problem_set_no_memory(problem)
                             : counter_last(store, buffer_text(&name), 0, &last, problem);
    *remembered = last > 0;
    buffer_clear(&name);
    return status;
}

static enum status is_in_use(
    struct store *store, const char *code, int64_t except, bool *in_use, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store,
        "SELECT EXISTS (SELECT 1 FROM action WHERE code = ?1 COLLATE NOCASE AND id <> ?2)"
        " OR EXISTS (SELECT 1 FROM objective WHERE code = ?1 COLLATE NOCASE AND id <> ?2)");
    statement_bind_text(&statement, code);
    statement_bind_integer(&statement, except);
    enum status status = statement_number(&statement, 0, &found, problem);
    *in_use = found != 0;
    return status;
}

static bool is_taken(const char *code, const void *context)
{
    const struct search *search = context;
    bool taken = false;
    *search->status = is_in_use(search->store, code, 0, &taken, search->problem);
    if (*search->status == STATUS_DONE && !taken)
        *search->status = is_remembered(search->store, code, &taken, search->problem);
    return *search->status == STATUS_DONE && taken;
}

enum status plan_code_remember(struct gesture *gesture, const char *code, struct problem *problem)
{
    struct buffer name = {0};
    bool remembered = false;
    int given = 0;
    enum status status = is_remembered(gesture_store(gesture), code, &remembered, problem);
    if (status != STATUS_DONE || remembered)
        return status;
    counter_name(&name, code);
    status = buffer_failed(&name) ? problem_set_no_memory(problem)
                                  : counter_next(gesture, buffer_text(&name), 0, &given, problem);
    buffer_clear(&name);
    return status;
}

enum status plan_code_give(struct gesture *gesture, enum plan_code_series series,
    const char *parent, struct buffer *code, struct problem *problem)
{
    enum status status = STATUS_DONE;
    struct search search = {gesture_store(gesture), problem, &status};
    if (series == CODE_OF_ACTION)
        code_of_action(code, parent, is_taken, &search);
    else
        code_of_objective(code, parent, is_taken, &search);
    if (status == STATUS_DONE && buffer_failed(code))
        status = problem_set_no_memory(problem);
    return status == STATUS_DONE ? plan_code_remember(gesture, buffer_text(code), problem) : status;
}

// `#6` and `#axe-6` are axes.
static bool reads_as_axis(const char *code)
{
    static const char digits[] = "0123456789";
    static const char prefix[] = "AXE-";
    if (strncmp(code, prefix, sizeof prefix - 1) == 0)
        code += sizeof prefix - 1;
    return code[strspn(code, digits)] == '\0';
}

// A line's `#CODE` ends at a blank, and without the punctuation that closes it.
static bool can_be_typed(const char *code)
{
    static const char inside[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
    size_t length = strlen(code);
    return length > 0 && length <= CODE_LONGEST && strspn(code, inside) == length &&
           strchr(".-_", code[0]) == NULL && strchr(".-_", code[length - 1]) == NULL;
}

enum status plan_code_check(
    struct store *store, const char *code, int64_t element, struct problem *problem)
{
    bool in_use = false;
    if (!can_be_typed(code))
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas un code : écrivez des lettres sans accent, des chiffres, des points ou"
            " des tirets, comme 6.4.",
            code);
    if (reads_as_axis(code))
        return problem_set(problem, STATUS_REFUSED,
            "«%s» désigne un axe : écrivez un code qui n'est pas un numéro seul, comme 6.4.", code);
    enum status status = is_in_use(store, code, element, &in_use, problem);
    if (status == STATUS_DONE && in_use)
        status = problem_set(problem, STATUS_REFUSED,
            "Le code %s est déjà celui d'un autre élément du plan : choisissez-en un autre.", code);
    return status;
}
