// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/board.h"

#include <stdio.h>
#include <string.h>

#include "documents/json.h"
#include "documents/rows.h"
#include "text/french_count.h"
#include "text/utf8.h"

// ` 25  1/2  12 déc.  `
enum { LABEL_COLUMN = 20, NARROWEST_LABEL = 20 };

static bool keeps_axis(const struct board_filter *filter, int number)
{
    return filter->axis == 0 || filter->axis == number;
}

static void append_shown(struct buffer *out, const char *text)
{
    text_show(out, text, TEXT_ONE_LINE);
}

// The label wrapped behind the figures, each line under the first.
static void append_label(struct buffer *out, const char *label, size_t width)
{
    struct buffer shown = {0};
    append_shown(&shown, label);
    const char *text = buffer_text(&shown);
    size_t room = width > LABEL_COLUMN + NARROWEST_LABEL ? width - LABEL_COLUMN : NARROWEST_LABEL;
    size_t offset = 0;
    do {
        struct text_line line = text_wrap(text, shown.length, offset, room);
        if (offset > 0)
            buffer_append_repeated(out, " ", LABEL_COLUMN);
        buffer_append_bytes(out, text + offset, line.end - offset);
        buffer_append(out, "\n");
        offset = line.next;
    } while (offset < shown.length);
    out->failed = out->failed || buffer_failed(&shown);
    buffer_clear(&shown);
}

static void append_axis(struct buffer *out, const struct plan_axis *axis, size_t width)
{
    char actions[32] = "–";
    char decisions[32] = "";
    if (axis->actions > 0)
        snprintf(actions, sizeof actions, "%d/%d", axis->actions_done, axis->actions);
    if (axis->decisions > 0)
        snprintf(decisions, sizeof decisions, "%d déc.", axis->decisions);
    size_t start = out->length;
    buffer_append_format(out, "%3d  %s", axis->number, actions);
    size_t used = 5 + text_width(actions);
    buffer_append_repeated(out, " ", used < 11 ? 11 - used : 1);
    buffer_append(out, decisions);
    used = text_width(buffer_text(out) + start);
    buffer_append_repeated(out, " ", used < LABEL_COLUMN ? LABEL_COLUMN - used : 1);
    append_label(out, axis->label, width);
}

static bool keeps_field(
    const struct board_filter *filter, const struct plan *plan, const struct plan_field *field)
{
    if (filter->field != NULL && strcmp(filter->field, field->code) != 0)
        return false;
    bool any = filter->axis == 0;
    for (size_t i = 0; i < field->axis_count && !any; i++)
        any = plan->axes[field->first_axis + i].number == filter->axis;
    return any;
}

static void append_field(struct buffer *out, const struct plan *plan,
    const struct plan_field *field, const struct board_filter *filter, size_t width)
{
    struct buffer heading = {0};
    append_shown(&heading, field->label);
    french_count_more(&heading, field->decisions, "décision", "décisions");
    french_count_more(&heading, field->late_tasks, "tâche en retard", "tâches en retard");
    buffer_append_format(out, "\n%s\n", buffer_text(&heading));
    out->failed = out->failed || buffer_failed(&heading);
    buffer_clear(&heading);
    for (size_t i = 0; i < field->axis_count; i++) {
        const struct plan_axis *axis = &plan->axes[field->first_axis + i];
        if (keeps_axis(filter, axis->number))
            append_axis(out, axis, width);
    }
}

void board_text(
    struct buffer *out, const struct plan *plan, const struct board_filter *filter, size_t width)
{
    append_shown(out, plan->title);
    buffer_append(out, "\n");
    for (size_t i = 0; i < plan->field_count; i++)
        if (keeps_field(filter, plan, &plan->fields[i]))
            append_field(out, plan, &plan->fields[i], filter, width);
}

// The views that the board nests.
struct board_rows {
    struct rows fields, axes, objectives, actions;
};

static enum status load(
    struct board_rows *board, struct store *store, struct arena *arena, struct problem *problem)
{
    const struct {
        const char *view;
        struct rows *rows;
    } views[] = {
        {"lecture_champs", &board->fields},
        {"lecture_axes", &board->axes},
        {"lecture_objectifs", &board->objectives},
        {"lecture_actions", &board->actions},
    };
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < sizeof views / sizeof *views && status == STATUS_DONE; i++)
        status = rows_load(store, views[i].view, NULL, 0, arena, views[i].rows, problem);
    return status;
}

// The value of a column that is surely there: names are those of the contract.
static const struct listing_value *cell(const struct rows *rows, size_t row, const char *column)
{
    return rows_value(rows, row, rows_column(rows, column));
}

// `,"liste_actions":[…]`: the rows whose `column` holds `value`.
static void append_children(struct buffer *out, const char *name, const struct rows *rows,
    const char *column, const struct listing_value *value)
{
    bool any = false;
    buffer_append_format(out, ",\"%s\":[", name);
    for (size_t row = 0; row < rows->count; row++) {
        if (!value_equals(cell(rows, row, column), value))
            continue;
        buffer_append(out, any ? ",\n   {" : "\n   {");
        json_members(out, rows, row);
        buffer_append(out, "}");
        any = true;
    }
    buffer_append(out, "]");
}

static void append_axes(struct buffer *out, const struct board_rows *board,
    const struct listing_value *field, const struct board_filter *filter)
{
    bool any = false;
    buffer_append(out, ",\"liste_axes\":[");
    for (size_t row = 0; row < board->axes.count; row++) {
        const struct listing_value *number = cell(&board->axes, row, "numero");
        if (!value_equals(cell(&board->axes, row, "champ"), field) ||
            !keeps_axis(filter, (int)number->integer))
            continue;
        buffer_append(out, any ? ",\n  {" : "\n  {");
        json_members(out, &board->axes, row);
        append_children(out, "liste_objectifs", &board->objectives, "axe", number);
        append_children(out, "liste_actions", &board->actions, "axe", number);
        buffer_append(out, "}");
        any = true;
    }
    buffer_append(out, "]");
}

static bool keeps_field_row(const struct board_rows *board, const struct listing_value *field,
    const struct board_filter *filter)
{
    if (filter->field != NULL && strcmp(field->text, filter->field) != 0)
        return false;
    bool any = filter->axis == 0;
    for (size_t row = 0; row < board->axes.count && !any; row++)
        any = cell(&board->axes, row, "numero")->integer == filter->axis &&
              value_equals(cell(&board->axes, row, "champ"), field);
    return any;
}

enum status board_json(struct buffer *out, struct store *store, const struct board_filter *filter,
    struct arena *arena, struct problem *problem)
{
    struct board_rows board;
    enum status status = load(&board, store, arena, problem);
    if (status != STATUS_DONE)
        return status;
    bool any = false;
    buffer_append(out, "[");
    for (size_t row = 0; row < board.fields.count; row++) {
        const struct listing_value *field = cell(&board.fields, row, "code");
        if (!keeps_field_row(&board, field, filter))
            continue;
        buffer_append(out, any ? ",\n{" : "\n{");
        json_members(out, &board.fields, row);
        append_axes(out, &board, field, filter);
        buffer_append(out, "}");
        any = true;
    }
    buffer_append(out, any ? "\n]\n" : "]\n");
    return buffer_failed(out) ? problem_set_no_memory(problem) : STATUS_DONE;
}
