// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/committee.h"

#include "rules/mandate_line.h"
#include "screens/committee_edit.h"
#include "screens/committee_rule_edit.h"
#include "screens/committee_view.h"
#include "screens/desk.h"
#include "screens/people_phrases.h"
#include "store/person.h"
#include "surface/columns.h"
#include "text/french_count.h"

enum { LABEL_WIDTH = 20, WIDE = 110 };

const struct committee_view *committee_view_of(const struct screen *screen)
{
    return (const struct committee_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct committee_view *)screen)->arena);
}

static const struct member *mandate_at(const struct committee_view *view, size_t row)
{
    size_t index = row - COMMITTEE_ROW_MANDATES;
    return row >= COMMITTEE_ROW_MANDATES && index < view->mandate_count ? &view->mandates[index]
                                                                        : NULL;
}

const struct member *committee_mandate(const struct committee_view *view)
{
    return mandate_at(view, view->list.cursor);
}

const struct member *committee_find_mandate(const struct committee_view *view, int64_t mandate)
{
    for (size_t i = 0; i < view->mandate_count; i++)
        if (view->mandates[i].id == mandate)
            return &view->mandates[i];
    return NULL;
}

bool committee_rule_under_cursor(const struct committee_view *view, enum committee_rule *rule)
{
    size_t row = view->list.cursor;
    if (row < COMMITTEE_ROW_RULES || row >= COMMITTEE_ROW_COUNT)
        return false;
    *rule = (enum committee_rule)(row - COMMITTEE_ROW_RULES);
    return true;
}

// On the mandate that was just added, else where one was.
static void focus(struct committee_view *view, int64_t was, size_t mandates_before, bool first)
{
    int64_t wanted = was;
    list_resize(&view->list, COMMITTEE_ROW_MANDATES + view->mandate_count);
    if (!first && view->mandate_count > mandates_before)
        for (size_t i = 0; i < view->mandate_count; i++)
            if (view->mandates[i].id > wanted)
                wanted = view->mandates[i].id;
    for (size_t i = 0; wanted != 0 && i < view->mandate_count; i++)
        if (view->mandates[i].id == wanted)
            view->list.cursor = COMMITTEE_ROW_MANDATES + i;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct committee_view *view = (struct committee_view *)screen;
    struct committee_view read = *view;
    const struct member *was = committee_mandate(view);
    int64_t id = screen->destination.element;
    read.arena = (struct arena){0};
    enum status status =
        committee_rules_load(desk->store, id, desk_today(desk), &read.arena, &read.rules, problem);
    if (status == STATUS_DONE)
        status = mandate_list(desk->store, id, desk_today(desk), &read.arena, &read.mandates,
            &read.mandate_count, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    int64_t was_id = was == NULL ? 0 : was->id;
    size_t before = view->mandate_count;
    bool first = view->rules.id == 0;
    arena_clear(&view->arena);
    *view = read;
    focus(view, was_id, before, first);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct committee_view *view = committee_view_of(screen);
    buffer_append_format(left, "Instances › %s", view->rules.code);
    french_count(right, view->rules.members, "membre", "membres");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct committee_view *view = committee_view_of(screen);
    const struct member *mandate = committee_mandate(view);
    if (mandate != NULL)
        phrase_mandate(out, mandate);
    else if (view->list.cursor == COMMITTEE_ROW_COUNT)
        buffer_append(out, "a ajoute un membre ; greffe importer membres lit une liste entière");
    else
        buffer_append(out, "Entrée change cette règle");
}

static void append_value(const struct committee_view *view, size_t row, struct buffer *out)
{
    if (row == COMMITTEE_ROW_LABEL)
        buffer_append(out, view->rules.label);
    else if (row == COMMITTEE_ROW_AUTHORITY)
        committee_authority_words(out, view->rules.authority, view->rules.next_code);
    else if (row == COMMITTEE_ROW_COUNT && view->mandate_count == 0)
        buffer_append(out, "aucun encore : a en ajoute un");
    else if (row == COMMITTEE_ROW_COUNT)
        phrase_members(out, &view->rules);
    else
        committee_rule_words(out, (enum committee_rule)(row - COMMITTEE_ROW_RULES),
            view->rules.values[row - COMMITTEE_ROW_RULES]);
}

static const char *label_of(size_t row)
{
    if (row == COMMITTEE_ROW_LABEL)
        return "Nom";
    if (row == COMMITTEE_ROW_AUTHORITY)
        return "Décisions";
    return row == COMMITTEE_ROW_COUNT
               ? "Membres"
               : committee_rule_facts((enum committee_rule)(row - COMMITTEE_ROW_RULES))->label;
}

static void draw_rule(const struct committee_view *view, size_t row, struct surface *surface,
    struct rectangle area, bool focused)
{
    struct buffer value = {0};
    append_value(view, row, &value);
    surface_put(surface, area.row, area.column, LABEL_WIDTH - 1,
        focused ? STYLE_FOCUS : STYLE_MUTED, label_of(row));
    surface_put(surface, area.row, area.column + LABEL_WIDTH, area.width - LABEL_WIDTH,
        focused ? STYLE_FOCUS : STYLE_TEXT, buffer_text(&value));
    buffer_clear(&value);
}

enum member_column { COLUMN_NAME, COLUMN_ORIGIN, COLUMN_SEAT, COLUMN_DATES, COLUMN_COUNT };

struct member_rows {
    const struct committee_view *view;
    int widths[COLUMN_COUNT];
};

static void write_column(
    struct buffer *out, const struct member *mandate, enum member_column column)
{
    buffer_reset(out);
    if (column == COLUMN_NAME)
        person_name(out, mandate->civility, mandate->name);
    else if (column == COLUMN_ORIGIN)
        phrase_origin(out, mandate);
    else if (column == COLUMN_SEAT)
        phrase_seat(out, mandate);
    else
        mandate_dates_write(out, mandate->starts, mandate->ends);
}

static int indent_of(const struct member *mandate, enum member_column column)
{
    return column == COLUMN_NAME && mandate->substitute_for != 0 ? 2 : 0;
}

// The dates have a column on a wide line only.
static struct member_rows measure(const struct committee_view *view, int width)
{
    struct member_rows rows = {.view = view};
    struct buffer text = {0};
    int columns = width >= WIDE ? COLUMN_COUNT : COLUMN_DATES;
    for (size_t i = 0; i < view->mandate_count; i++)
        for (int column = 0; column < columns; column++) {
            const struct member *mandate = &view->mandates[i];
            write_column(&text, mandate, (enum member_column)column);
            columns_hold(&rows.widths[column], indent_of(mandate, (enum member_column)column),
                buffer_text(&text));
        }
    columns_share(rows.widths, COLUMN_COUNT, width);
    buffer_clear(&text);
    return rows;
}

static void draw_mandate(const struct member_rows *rows, const struct member *mandate,
    struct surface *surface, struct rectangle area, bool focused)
{
    enum style style = focused                         ? STYLE_FOCUS
                       : mandate->time == MANDATE_RUNS ? STYLE_TEXT
                                                       : STYLE_MUTED;
    struct buffer text = {0};
    int column = area.column;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        int indent = indent_of(mandate, (enum member_column)i);
        write_column(&text, mandate, (enum member_column)i);
        column = columns_put(surface, area.row, column + indent, rows->widths[i] - indent, style,
            buffer_text(&text));
    }
    buffer_clear(&text);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct member_rows *rows = context;
    const struct member *mandate = mandate_at(rows->view, row);
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (mandate != NULL)
        draw_mandate(rows, mandate, surface, area, focused);
    else
        draw_rule(rows->view, row, surface, area, focused);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct committee_view *view = committee_view_of(screen);
    struct member_rows members = measure(view, list_row_width(area.width));
    struct list_rows rows = {.context = &members, .draw = draw_row};
    area.row++;
    area.height--;
    list_draw(&view->list, surface, area, &rows, desk->question == NULL && desk->pick == NULL);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct committee_view *view = (struct committee_view *)screen;
    return list_handle(&view->list, event, (size_t)screen->area.height - 2);
}

const struct screen_class committee_screen = {
    .size = sizeof(struct committee_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .questions = {{committee_rule_questions, COMMITTEE_RULE_QUESTION_COUNT},
        {committee_questions, COMMITTEE_QUESTION_COUNT}},
};
