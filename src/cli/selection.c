// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/selection.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/filter_value.h"

// Rows are kept whose column has one of the values.
struct membership {
    const char *columns[2]; // the second may be NULL
    struct rows values;     // those of their column number `value_column`
    size_t value_column;
};

struct selection {
    struct listing_condition conditions[OPTION_COUNT];
    size_t condition_count;
    struct membership memberships[OPTION_COUNT];
    size_t membership_count;
};

static const enum listing_match matches[] = {
    [FILTER_IS] = LISTING_IS,
    [FILTER_CONTAINS] = LISTING_CONTAINS,
    [FILTER_STARTS] = LISTING_STARTS,
    [FILTER_NOT_BEFORE] = LISTING_NOT_BEFORE,
};

// The rows of another view that the same option means: `view` where `column` is the value.
static enum status add_membership(struct session *session, struct selection *selection,
    const struct list_filter *filter, const char *view, const char *name,
    const struct listing_condition *condition, struct problem *problem)
{
    struct membership *membership = &selection->memberships[selection->membership_count++];
    membership->columns[0] = filter->column;
    membership->columns[1] = filter->other_column;
    enum status status = rows_load(
        session->store, view, condition, 1, &session->arena, &membership->values, problem);
    if (status == STATUS_DONE)
        membership->value_column = rows_column(&membership->values, name);
    return status;
}

static enum status add_filter(struct session *session, const struct list *list,
    const struct list_filter *filter, struct selection *selection, struct problem *problem)
{
    struct listing_condition condition = {.column = filter->column};
    enum status status = filter_value(session, list, filter->option, &condition.value, problem);
    if (status != STATUS_DONE)
        return status;
    if (filter->way != FILTER_AXES && filter->way != FILTER_MEETINGS) {
        condition.match = matches[filter->way];
        selection->conditions[selection->condition_count++] = condition;
        return STATUS_DONE;
    }
    bool axes = filter->way == FILTER_AXES;
    const struct list *other = axes ? &list_of_axes : &list_of_meetings;
    const struct list_filter *theirs = list_filter(other, filter->option);
    condition.column = theirs->column;
    condition.match = matches[theirs->way];
    return add_membership(session, selection, filter, other->view, axes ? "numero" : "reference",
        &condition, problem);
}

// One of the parts of `text`, which ` ; ` joins, is `value`.
static bool joined_text_holds(const char *text, const char *value)
{
    static const char joint[] = " ; ";
    size_t length = strlen(value);
    for (const char *part = text; part != NULL;) {
        const char *end = strstr(part, joint);
        size_t size = end == NULL ? strlen(part) : (size_t)(end - part);
        if (size == length && memcmp(part, value, length) == 0)
            return true;
        part = end == NULL ? NULL : end + sizeof joint - 1;
    }
    return false;
}

static bool cell_holds(const struct listing_value *cell, const struct listing_value *value)
{
    char number[24];
    if (cell->type == LISTING_NULL || value->type == cell->type)
        return cell->type == LISTING_TEXT ? joined_text_holds(cell->text, value->text)
                                          : value_equals(cell, value) && cell->type != LISTING_NULL;
    if (cell->type != LISTING_TEXT || value->type != LISTING_INTEGER)
        return false;
    snprintf(number, sizeof number, "%" PRId64, value->integer);
    return joined_text_holds(cell->text, number);
}

static bool has_member(const struct rows *rows, size_t row, const struct membership *membership)
{
    for (size_t i = 0; i < 2 && membership->columns[i] != NULL; i++) {
        const struct listing_value *cell =
            rows_value(rows, row, rows_column(rows, membership->columns[i]));
        for (size_t value = 0; value < membership->values.count; value++)
            if (cell_holds(cell, rows_value(&membership->values, value, membership->value_column)))
                return true;
    }
    return false;
}

static void keep_members(struct rows *rows, const struct membership *membership)
{
    size_t kept = 0;
    for (size_t row = 0; row < rows->count; row++) {
        if (!has_member(rows, row, membership))
            continue;
        memmove(&rows->values[kept * rows->column_count], rows_value(rows, row, 0),
            rows->column_count * sizeof *rows->values);
        kept++;
    }
    rows->count = kept;
}

enum status selection_load(
    struct session *session, const struct list *list, struct rows *rows, struct problem *problem)
{
    struct selection selection = {0};
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < list->filter_count && status == STATUS_DONE; i++)
        if (arguments_have(session->arguments, list->filters[i].option))
            status = add_filter(session, list, &list->filters[i], &selection, problem);
    if (status == STATUS_DONE)
        status = rows_load(session->store, list->view, selection.conditions,
            selection.condition_count, &session->arena, rows, problem);
    for (size_t i = 0; i < selection.membership_count && status == STATUS_DONE; i++)
        keep_members(rows, &selection.memberships[i]);
    return status;
}
