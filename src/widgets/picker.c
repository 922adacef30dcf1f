// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picker.h"

#include <string.h>

#include "text/fold.h"
#include "text/french_count.h"
#include "text/grapheme.h"
#include "widgets/editor_view.h"

enum { TEXT_COLUMN = 3, TEXT_MARGIN = 4, RULE_MARGINS = 6, WIDEST_REFERENCE = 24 };

void picker_init(struct picker *picker)
{
    *picker = (struct picker){0};
    editor_init(&picker->filter, EDITOR_ONE_LINE);
}

void picker_clear(struct picker *picker)
{
    arena_clear(&picker->arena);
    editor_clear(&picker->filter);
    picker_init(picker);
}

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

static void copy_choice(
    struct picker *picker, size_t choice, const struct picker_choice *from, struct buffer *words)
{
    struct arena *arena = &picker->arena;
    picker->choices[choice] = (struct picker_choice){
        .reference = arena_copy(arena, or_empty(from->reference)),
        .label = arena_copy(arena, or_empty(from->label)),
        .aside = arena_copy(arena, or_empty(from->aside)),
    };
    // Words are not found across two of these.
    buffer_reset(words);
    text_fold(words, or_empty(from->reference));
    buffer_append(words, "\n");
    text_fold(words, or_empty(from->label));
    buffer_append(words, "\n");
    text_fold(words, or_empty(from->also));
    picker->searched[choice] = arena_copy(arena, buffer_text(words));
    arena->failed = arena->failed || buffer_failed(words);
}

static bool copy_choices(
    struct picker *picker, const char *question, const struct picker_choice *choices, size_t count)
{
    struct arena *arena = &picker->arena;
    struct buffer words = {0};
    picker->question = arena_copy(arena, question);
    picker->choices = arena_array(arena, count, sizeof *picker->choices);
    picker->searched = arena_array(arena, count, sizeof *picker->searched);
    picker->marked = arena_array(arena, count, sizeof *picker->marked);
    picker->found = arena_array(arena, count + 1, sizeof *picker->found);
    for (size_t i = 0; !arena->failed && i < count; i++)
        copy_choice(picker, i, &choices[i], &words);
    buffer_clear(&words);
    return !arena->failed;
}

static bool has_reference(const struct picker *picker, size_t choice, const char *folded)
{
    const char *searched = picker->searched[choice];
    size_t length = strcspn(searched, "\n");
    return length == strlen(folded) && memcmp(searched, folded, length) == 0;
}

static void move_forward(size_t *found, size_t from, size_t to)
{
    size_t choice = found[from];
    memmove(found + to + 1, found + to, (from - to) * sizeof *found);
    found[to] = choice;
}

// What is typed may be taken: it is the label of no choice, and not blank.
static bool offers_other(const struct picker *picker)
{
    const char *text = editor_text(&picker->filter);
    if (picker->other_aside == NULL || text[strspn(text, " ")] == '\0')
        return false;
    for (size_t i = 0; i < picker->count; i++)
        if (text_is_same(picker->choices[i].label, text))
            return false;
    return true;
}

// When memory ends, the filter counts for nothing.
static void find(struct picker *picker)
{
    const char *query = editor_text(&picker->filter);
    struct buffer folded = {0};
    size_t count = 0;
    size_t exact = 0;
    text_fold(&folded, query);
    while (folded.length > 0 && folded.bytes[folded.length - 1] == ' ')
        buffer_truncate(&folded, folded.length - 1);
    for (size_t i = 0; i < picker->count; i++) {
        if (!buffer_failed(&folded) && !text_matches(picker->searched[i], query))
            continue;
        picker->found[count++] = i;
        if (folded.length > 0 && has_reference(picker, i, buffer_text(&folded)))
            move_forward(picker->found, count - 1, exact++);
    }
    buffer_clear(&folded);
    if (offers_other(picker))
        picker->found[count++] = picker->count;
    picker->list = (struct list){0};
    list_resize(&picker->list, count);
}

bool picker_ask(struct picker *picker, const char *question, const struct picker_choice *choices,
    size_t count, bool many)
{
    picker_clear(picker);
    if (!copy_choices(picker, question, choices, count)) {
        picker_clear(picker);
        return false;
    }
    picker->count = count;
    picker->many = many;
    find(picker);
    return true;
}

void picker_mark(struct picker *picker, size_t choice)
{
    if (choice >= picker->count)
        return;
    picker->marked[choice] = true;
    picker->begins_marked = true;
}

size_t picker_focused(const struct picker *picker)
{
    const struct list *list = &picker->list;
    return list->cursor < list->count ? picker->found[list->cursor] : picker->count;
}

void picker_begin_with(struct picker *picker, const char *text)
{
    editor_set(&picker->filter, text);
    find(picker);
}

void picker_allow_other(struct picker *picker, const char *aside)
{
    picker->other_aside = arena_copy(&picker->arena, aside);
}

// The row of what is typed, where it is focused.
static bool takes_other(const struct picker *picker)
{
    const struct list *list = &picker->list;
    return list->cursor < list->count && picker->found[list->cursor] == picker->count;
}

const char *picker_other(const struct picker *picker)
{
    const char *text = editor_text(&picker->filter);
    return takes_other(picker) ? text + strspn(text, " ") : NULL;
}

static size_t count_marked(const struct picker *picker)
{
    size_t count = 0;
    for (size_t i = 0; i < picker->count; i++)
        count += picker->marked[i] ? 1 : 0;
    return count;
}

static bool marks_decide(const struct picker *picker)
{
    return picker->begins_marked || count_marked(picker) > 0;
}

bool picker_takes(const struct picker *picker, size_t choice)
{
    if (choice >= picker->count)
        return false;
    return marks_decide(picker) ? picker->marked[choice] : choice == picker_focused(picker);
}

static void mark_focused(struct picker *picker)
{
    size_t choice = picker_focused(picker);
    if (choice >= picker->count)
        return;
    picker->marked[choice] = !picker->marked[choice];
    if (picker->list.cursor + 1 < picker->list.count)
        picker->list.cursor++;
}

static void mark_found(struct picker *picker)
{
    bool all = true;
    for (size_t i = 0; i < picker->list.count; i++)
        all = all && picker->marked[picker->found[i]];
    for (size_t i = 0; i < picker->list.count; i++)
        picker->marked[picker->found[i]] = !all;
}

static bool handle_marks(struct picker *picker, const struct event *event)
{
    if (!picker->many || event->type != EVENT_KEY)
        return false;
    if (event->key == INPUT_TAB)
        mark_focused(picker);
    else if (event->key == (KEY_MOD_CONTROL | 'a'))
        mark_found(picker);
    else
        return false;
    return true;
}

static enum picker_result filter(struct picker *picker, const struct event *event)
{
    switch (editor_handle(&picker->filter, event, 1)) {
    case EDITOR_ACCEPT:
        return marks_decide(picker) || picker->list.count > 0 ? PICKER_CHOSEN : PICKER_GOES_ON;
    case EDITOR_CANCEL:
        return PICKER_CANCELLED;
    case EDITOR_CHANGED:
    case EDITOR_TOO_LONG:
        find(picker);
        break;
    case EDITOR_IGNORED:
    case EDITOR_MOVED:
    case EDITOR_NO_MEMORY:
        break;
    }
    return PICKER_GOES_ON;
}

enum picker_result picker_handle(struct picker *picker, const struct event *event, size_t page)
{
    if (handle_marks(picker, event) || list_handle(&picker->list, event, page))
        return PICKER_GOES_ON;
    return filter(picker, event);
}

// What is left of the rule behind the question: how many are marked, and the keys.
static void draw_rule(const struct picker *picker, struct surface *surface, struct rectangle area)
{
    struct buffer aside = {0};
    size_t marked = count_marked(picker);
    int column = area.column + 1;
    if (marked > 0) {
        buffer_append(&aside, " ");
        french_count(&aside, (int)marked, "marqué,", "marqués,");
    }
    buffer_append(&aside, picker->many ? " Tab marque, Ctrl-A tout, Entrée choisit "
                                       : " Entrée choisit, Échap revient ");
    surface_fill(
        surface, (struct rectangle){area.row, area.column, 1, area.width}, STYLE_RULE_FOCUS, "━");
    surface_put(surface, area.row, column, 1, STYLE_PROMPT, " ");
    column += 1 + surface_put(surface, area.row, column + 1, area.width - 4, STYLE_PROMPT,
                      or_empty(picker->question));
    surface_put(surface, area.row, column, 1, STYLE_PROMPT, " ");
    int wanted = (int)text_width(buffer_text(&aside)) + RULE_MARGINS;
    if (column - area.column + wanted <= area.width)
        surface_put_right(surface, area.row, area.column, area.width - 2,
            marked > 0 ? STYLE_MARKED : STYLE_MUTED, buffer_text(&aside));
    buffer_clear(&aside);
}

struct rows {
    const struct picker *picker;
    int reference_width;
};

static int widest_reference(const struct picker *picker)
{
    int widest = 0;
    for (size_t i = 0; i < picker->count; i++) {
        int width = (int)text_width(picker->choices[i].reference);
        widest = width > widest ? width : widest;
    }
    return widest < WIDEST_REFERENCE ? widest : WIDEST_REFERENCE;
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct rows *rows = context;
    const struct picker *picker = rows->picker;
    size_t index = picker->found[row];
    const struct picker_choice other = {"", editor_text(&picker->filter), picker->other_aside, ""};
    const struct picker_choice *choice = index < picker->count ? &picker->choices[index] : &other;
    bool marked = index < picker->count && picker->marked[index];
    enum style style = focused ? STYLE_FOCUS : marked ? STYLE_MARKED : STYLE_TEXT;
    int aside = (int)text_width(choice->aside);
    int column = area.column + 1;
    int end = area.column + area.width - (aside > 0 ? aside + 1 : 0);
    if (focused)
        surface_paint(surface, area, style);
    if (picker->many) {
        surface_put(surface, area.row, column, 1, style, marked ? "✓" : " ");
        column += 2;
    }
    if (rows->reference_width > 0) {
        surface_put(surface, area.row, column, rows->reference_width, style, choice->reference);
        column += rows->reference_width + 1;
    }
    surface_put(surface, area.row, column, end - column, style, choice->label);
    surface_put_right(surface, area.row, area.column, area.width,
        focused ? STYLE_FOCUS : STYLE_MUTED, choice->aside);
}

void picker_draw(const struct picker *picker, struct surface *surface, struct rectangle area)
{
    if (area.height < 1)
        return;
    int rule = area.height > 2 ? 1 : 0;
    struct rectangle text = {
        area.row + rule, area.column + TEXT_COLUMN, 1, area.width - TEXT_MARGIN};
    struct rectangle below = {text.row + 1, area.column, area.height - rule - 1, area.width};
    struct rows context = {picker, widest_reference(picker)};
    struct list_rows rows = {.context = &context, .draw = draw_row};
    if (rule > 0)
        draw_rule(picker, surface, area);
    surface_put(surface, text.row, area.column + 1, 1, STYLE_PROMPT, "▌");
    editor_draw(&picker->filter, surface, text, STYLE_TEXT);
    if (picker->list.count > 0)
        list_draw(&picker->list, surface, below, &rows, true);
    else if (below.height > 0)
        surface_put(surface, below.row, area.column + TEXT_COLUMN, area.width - TEXT_MARGIN,
            STYLE_MUTED,
            picker->other_aside == NULL ? "Rien ne correspond : effacez des lettres, ou Échap."
                                        : "Tapez le nom.");
}
