// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/tableau.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>

#include "screens/desk.h"
#include "screens/plan_phrases.h"
#include "screens/tableau_layout.h"
#include "surface/paragraph.h"
#include "text/french_count.h"
#include "text/utf8.h"

// The focus is a field and a line in its pane: an axis, counted from the field's first.
struct tableau {
    struct screen screen;
    struct arena arena;
    struct plan plan;
    size_t field;
    size_t line;
};

static const struct tableau *tableau_of(const struct screen *screen)
{
    return (const struct tableau *)(const void *)screen;
}

static const struct plan_field *focused_field(const struct tableau *tableau)
{
    return tableau->field < tableau->plan.field_count ? &tableau->plan.fields[tableau->field]
                                                      : NULL;
}

static const struct plan_axis *focused_axis(const struct tableau *tableau)
{
    const struct plan_field *field = focused_field(tableau);
    if (field == NULL || tableau->line >= field->axis_count)
        return NULL;
    return &tableau->plan.axes[field->first_axis + tableau->line];
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct tableau *)screen)->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct tableau *tableau = (struct tableau *)screen;
    struct arena arena = {0};
    struct plan plan = {0};
    enum status status = plan_load(desk->store, desk_today(desk), false, &arena, &plan, problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    arena_clear(&tableau->arena);
    tableau->arena = arena;
    tableau->plan = plan;
    if (tableau->field >= plan.field_count)
        tableau->field = 0;
    const struct plan_field *field = focused_field(tableau);
    if (field != NULL && tableau->line >= field->axis_count)
        tableau->line = field->axis_count == 0 ? 0 : field->axis_count - 1;
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    buffer_append(left, tableau_of(screen)->plan.title);
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct tableau *tableau = tableau_of(screen);
    const struct plan_axis *axis = focused_axis(tableau);
    const struct plan_field *field = focused_field(tableau);
    if (axis != NULL)
        phrase_axis(out, axis, screen->area.width - DETAIL_MARGINS);
    else if (field != NULL)
        buffer_append_format(out, "%s : aucun axe", field->label);
}

static void layout_of(
    const struct tableau *tableau, struct rectangle area, struct tableau_layout *layout)
{
    int axes[TABLEAU_PANES] = {0};
    for (size_t i = 0; i < tableau->plan.field_count && i < TABLEAU_PANES; i++)
        axes[i] = (int)tableau->plan.fields[i].axis_count;
    tableau_layout(layout, area, axes, tableau->plan.field_count, tableau->field);
}

// What was decided and what is late; `brief` where there is no room: « 1d 2r».
static void append_counts(struct buffer *out, const struct plan_field *field, bool brief)
{
    if (field->decisions > 0)
        buffer_append_format(out, brief ? " %dd" : " %d déc.", field->decisions);
    if (field->late_tasks > 0)
        buffer_append_format(out, brief ? " %dr" : " %d ret.", field->late_tasks);
    if (out->length > 0)
        buffer_append(out, " ");
}

// The rule of a pane: its name left, its counts right.
static void draw_rule(
    const struct plan_field *field, bool focused, struct surface *surface, struct rectangle pane)
{
    enum { BEFORE_NAME = 2, BEHIND_COUNTS = 1 };
    enum style rule = focused ? STYLE_RULE_FOCUS : STYLE_RULE;
    struct buffer counts = {0};
    append_counts(&counts, field, false);
    int behind = BEHIND_COUNTS;
    int room = pane.width - BEFORE_NAME - behind;
    if ((int)(text_width(field->label) + text_width(buffer_text(&counts))) > room) {
        buffer_reset(&counts);
        append_counts(&counts, field, true);
        behind = 0;
    }
    int counts_width = (int)text_width(buffer_text(&counts));
    int right = pane.column + pane.width - behind - counts_width;
    surface_fill(surface, (struct rectangle){pane.row, pane.column, 1, pane.width}, rule,
        focused ? "━" : "─");
    surface_put(surface, pane.row, pane.column, BEFORE_NAME, rule, focused ? "▌ " : "─ ");
    int column = pane.column + BEFORE_NAME;
    column += surface_put(
        surface, pane.row, column, right - column, style_of_field(field->code), field->label);
    surface_put(surface, pane.row, column, 1, rule, " ");
    surface_put(surface, pane.row, right, counts_width,
        field->late_tasks > 0 ? STYLE_LATE : STYLE_MUTED, buffer_text(&counts));
    buffer_clear(&counts);
}

static void draw_axis(
    const struct plan_axis *axis, bool focused, struct surface *surface, struct rectangle line)
{
    char number[16];
    struct buffer progress = {0};
    enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
    snprintf(number, sizeof number, "%s%2d ", focused ? "›" : " ", axis->number);
    phrase_progress(&progress, axis->actions_done, axis->actions, axis->progress);
    int label = line.width - 4 - PLAN_PROGRESS_WIDTH - 2;
    surface_fill(surface, (struct rectangle){line.row, line.column, 1, line.width - 1}, style, " ");
    surface_put(surface, line.row, line.column, 4, style, number);
    surface_put(surface, line.row, line.column + 4, label, style, axis->label);
    surface_put(surface, line.row, line.column + 5 + label, PLAN_PROGRESS_WIDTH,
        focused ? STYLE_FOCUS : STYLE_MUTED, buffer_text(&progress));
    if (focused)
        surface_place_cursor(surface, line.row, line.column);
    buffer_clear(&progress);
}

static void draw_action(
    const struct plan_action *action, struct surface *surface, struct rectangle line)
{
    int used =
        surface_put(surface, line.row, line.column + 5, line.width - 6, STYLE_MUTED, action->code);
    surface_put(surface, line.row, line.column + 6 + used, line.width - 7 - used, STYLE_MUTED,
        action->title);
}

// Draws the actions of an axis in the lines left over; gives the lines it took.
static int draw_actions(const struct tableau *tableau, const struct plan_axis *axis, int spare,
    struct surface *surface, struct rectangle line)
{
    int used = 0;
    for (size_t i = 0; i < tableau->plan.action_count && used < spare; i++) {
        if (tableau->plan.actions[i].axis != axis->id)
            continue;
        draw_action(&tableau->plan.actions[i], surface, line);
        line.row++;
        used++;
    }
    return used;
}

static void draw_pane(const struct tableau *tableau, size_t index, bool with_actions,
    struct surface *surface, struct rectangle pane)
{
    const struct plan_field *field = &tableau->plan.fields[index];
    bool focused = index == tableau->field;
    int lines = pane.height - 1;
    int spare = with_actions ? lines - (int)field->axis_count : 0;
    size_t first = 0;
    if (focused && tableau->line >= (size_t)lines)
        first = tableau->line - (size_t)lines + 1;
    draw_rule(field, focused, surface, pane);
    struct rectangle line = {pane.row + 1, pane.column, 1, pane.width};
    int bottom = pane.row + pane.height;
    for (size_t i = first; i < field->axis_count && line.row < bottom; i++) {
        const struct plan_axis *axis = &tableau->plan.axes[field->first_axis + i];
        draw_axis(axis, focused && i == tableau->line, surface, line);
        line.row++;
        int used = draw_actions(tableau, axis, spare, surface, line);
        line.row += used;
        spare -= used;
    }
}

// Beside the panes of a wide terminal: the axis in full, and its actions.
static void draw_detail_pane(
    const struct tableau *tableau, struct surface *surface, struct rectangle area)
{
    const struct plan_axis *axis = focused_axis(tableau);
    const struct plan_field *field = focused_field(tableau);
    if (axis == NULL || field == NULL)
        return;
    for (int row = area.row; row < area.row + area.height; row++)
        surface_put(surface, row, area.column, 1, STYLE_RULE, "│");
    struct rectangle rest = {area.row, area.column + 2, area.height, area.width - 4};
    struct buffer line = {0};
    paragraph_draw_down(surface, &rest, style_of_field(field->code), field->label);
    buffer_append_format(&line, "%d  %s", axis->number, axis->label);
    paragraph_draw_down(surface, &rest, STYLE_TEXT, buffer_text(&line));
    paragraph_draw_down(surface, &rest, STYLE_TEXT, "");
    for (size_t i = 0; i < tableau->plan.action_count; i++) {
        if (tableau->plan.actions[i].axis != axis->id)
            continue;
        buffer_reset(&line);
        phrase_action(&line, &tableau->plan.actions[i], INT_MAX);
        paragraph_draw_down(surface, &rest, STYLE_TEXT, buffer_text(&line));
    }
    buffer_reset(&line);
    french_count(&line, axis->decisions, "décision", "décisions");
    french_count_more(&line, axis->open_tasks, "tâche ouverte", "tâches ouvertes");
    french_count_more(&line, axis->late_tasks, "en retard", "en retard");
    paragraph_draw_down(surface, &rest, STYLE_TEXT, "");
    paragraph_draw_down(surface, &rest, STYLE_MUTED, buffer_text(&line));
    buffer_clear(&line);
}

// `↑` and `↓` in the last column where panes, or lines of the last one, do not show.
static void draw_arrows(const struct tableau *tableau, const struct tableau_layout *layout,
    struct surface *surface, struct rectangle area)
{
    bool above = false;
    bool below = false;
    bool shown = false;
    for (size_t i = 0; i < layout->pane_count; i++) {
        const struct rectangle *pane = &layout->panes[i];
        bool cut = pane->height <= (int)tableau->plan.fields[i].axis_count;
        above = above || (pane->height == 0 && !shown);
        shown = shown || pane->height > 0;
        below = below || (shown && cut);
    }
    int column = area.column + area.width - 1;
    if (above)
        surface_put(surface, area.row, column, 1, STYLE_MUTED, "↑");
    if (below)
        surface_put(surface, area.row + area.height - 1, column, 1, STYLE_MUTED, "↓");
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct tableau *tableau = tableau_of(screen);
    struct tableau_layout layout;
    layout_of(tableau, area, &layout);
    for (size_t i = 0; i < layout.pane_count; i++)
        if (layout.panes[i].height > 0)
            draw_pane(tableau, i, layout.with_actions, surface, layout.panes[i]);
    draw_arrows(tableau, &layout, surface, area);
    if (layout.detail.width > 0)
        draw_detail_pane(tableau, surface, layout.detail);
}

static void go_to_pane(struct tableau *tableau, size_t field, size_t line)
{
    if (field >= tableau->plan.field_count || tableau->plan.fields == NULL)
        return;
    size_t count = tableau->plan.fields[field].axis_count;
    tableau->field = field;
    tableau->line = line < count ? line : count == 0 ? 0 : count - 1;
}

static void move_down(struct tableau *tableau)
{
    const struct plan_field *field = focused_field(tableau);
    if (field != NULL && tableau->line + 1 < field->axis_count)
        tableau->line++;
    else
        go_to_pane(tableau, tableau->field + 1, 0);
}

static void move_up(struct tableau *tableau)
{
    if (tableau->line > 0)
        tableau->line--;
    else if (tableau->field > 0)
        go_to_pane(tableau, tableau->field - 1, SIZE_MAX - 1);
}

// The pane beside, at the same height; in one column, the pane before or after.
static void move_across(struct tableau *tableau, int columns, int step)
{
    size_t rows = (tableau->plan.field_count + (size_t)columns - 1) / (size_t)columns;
    size_t stride = columns == 1 ? 1 : rows;
    if (step > 0)
        go_to_pane(tableau, tableau->field + stride, columns == 1 ? 0 : tableau->line);
    else if (tableau->field >= stride)
        go_to_pane(tableau, tableau->field - stride, columns == 1 ? 0 : tableau->line);
}

static bool handle_key(struct tableau *tableau, key_code key)
{
    int digit = key_digit(key);
    size_t last = tableau->plan.field_count == 0 ? 0 : tableau->plan.field_count - 1;
    struct tableau_layout layout;
    layout_of(tableau, tableau->screen.area, &layout);
    int columns = layout.columns < 1 ? 1 : layout.columns;
    switch (key) {
    case INPUT_DOWN:
        move_down(tableau);
        return true;
    case INPUT_UP:
        move_up(tableau);
        return true;
    case INPUT_RIGHT:
        move_across(tableau, columns, 1);
        return true;
    case INPUT_LEFT:
        move_across(tableau, columns, -1);
        return true;
    case INPUT_TAB:
    case INPUT_PAGE_DOWN:
        go_to_pane(tableau, tableau->field == last ? 0 : tableau->field + 1, 0);
        return true;
    case KEY_MOD_SHIFT | INPUT_TAB:
    case INPUT_PAGE_UP:
        go_to_pane(tableau, tableau->field == 0 ? last : tableau->field - 1, 0);
        return true;
    case INPUT_HOME:
        go_to_pane(tableau, 0, 0);
        return true;
    case INPUT_END:
        go_to_pane(tableau, last, SIZE_MAX - 1);
        return true;
    default:
        if (digit < 1)
            return false;
        go_to_pane(tableau, (size_t)digit - 1, 0);
        return true;
    }
}

static void click(struct tableau *tableau, int row, int column)
{
    struct tableau_layout layout;
    layout_of(tableau, tableau->screen.area, &layout);
    for (size_t i = 0; i < layout.pane_count; i++) {
        const struct rectangle *pane = &layout.panes[i];
        if (row >= pane->row && row < pane->row + pane->height && column >= pane->column &&
            column < pane->column + pane->width)
            go_to_pane(tableau, i, row == pane->row ? 0 : (size_t)(row - pane->row - 1));
    }
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct tableau *tableau = (struct tableau *)screen;
    if (event->type == EVENT_CLICK) {
        click(tableau, event->row, event->column);
        return true;
    }
    if (event->type == EVENT_SCROLL) {
        if (event->lines > 0)
            move_down(tableau);
        else
            move_up(tableau);
        return true;
    }
    return event->type == EVENT_KEY && handle_key(tableau, event->key);
}

static bool element(const struct screen *screen, enum plan_level *level, int64_t *id)
{
    const struct plan_axis *axis = focused_axis(tableau_of(screen));
    if (axis == NULL)
        return false;
    *level = PLAN_AXIS;
    *id = axis->id;
    return true;
}

void tableau_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct plan_axis *axis = focused_axis(tableau_of(screen));
    if (axis != NULL)
        follow_go(follow, PLACE_PLAN, PLAN_AXIS, axis->id);
    else
        tableau_open_field(screen, desk, follow);
}

void tableau_open_field(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct plan_field *field = focused_field(tableau_of(screen));
    if (field != NULL)
        follow_go(follow, PLACE_PLAN, PLAN_FIELD, field->id);
}

const struct screen_class tableau_screen = {
    .size = sizeof(struct tableau),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .element = element,
};
