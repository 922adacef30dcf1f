// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/prompt.h"

#include "surface/paragraph.h"
#include "text/grapheme.h"
#include "widgets/editor_layout.h"
#include "widgets/editor_view.h"

enum { TEXT_COLUMN = 3, TEXT_MARGIN = 4, RULE_MARGINS = 6 };

void prompt_init(struct prompt *prompt)
{
    *prompt = (struct prompt){0};
    editor_init(&prompt->editor, EDITOR_ONE_LINE);
}

void prompt_clear(struct prompt *prompt)
{
    buffer_clear(&prompt->question);
    buffer_clear(&prompt->hint);
    editor_clear(&prompt->editor);
    prompt_init(prompt);
}

void prompt_ask(
    struct prompt *prompt, enum editor_lines lines, const char *question, const char *text)
{
    buffer_reset(&prompt->question);
    buffer_append(&prompt->question, question);
    prompt_hint(prompt, "", false);
    prompt->editor.lines = lines;
    prompt->proposes = false;
    editor_set(&prompt->editor, text);
}

void prompt_hint(struct prompt *prompt, const char *text, bool problem)
{
    buffer_reset(&prompt->hint);
    buffer_append(&prompt->hint, text);
    prompt->hint_is_problem = problem;
}

void prompt_propose(struct prompt *prompt)
{
    prompt->proposes = !editor_is_empty(&prompt->editor);
}

static bool types(const struct event *event)
{
    return event->type == EVENT_PASTE || (event->type == EVENT_KEY && key_is_text(event->key));
}

enum editor_result prompt_handle(struct prompt *prompt, const struct event *event, int width)
{
    if (prompt->proposes && types(event))
        editor_replace(&prompt->editor, 0, prompt->editor.text.length, "");
    prompt->proposes = false;
    return editor_handle(&prompt->editor, event, width);
}

static int hint_height(const struct prompt *prompt, int width)
{
    const char *hint = buffer_text(&prompt->hint);
    return *hint == '\0' ? 0 : paragraph_height(hint, width - TEXT_MARGIN);
}

int prompt_height(const struct prompt *prompt, int width, int limit)
{
    int height =
        1 + editor_height(&prompt->editor, width - TEXT_MARGIN) + hint_height(prompt, width);
    return height < limit ? height : limit;
}

// The question, and, where there is room, the keys that end it.
static void draw_rule(const struct prompt *prompt, struct surface *surface, struct rectangle area)
{
    const char *keys = prompt->editor.lines == EDITOR_MANY_LINES
                           ? " Ctrl-S valide, Échap abandonne "
                       : prompt->proposes ? " Entrée valide, une lettre le remplace "
                                          : " Entrée valide, Échap abandonne ";
    int keys_width = (int)text_width(keys);
    int column = area.column + 1;
    surface_fill(
        surface, (struct rectangle){area.row, area.column, 1, area.width}, STYLE_RULE_FOCUS, "━");
    surface_put(surface, area.row, column, 1, STYLE_PROMPT, " ");
    column += 1 + surface_put(surface, area.row, column + 1, area.width - 4, STYLE_PROMPT,
                      buffer_text(&prompt->question));
    surface_put(surface, area.row, column, 1, STYLE_PROMPT, " ");
    if (column - area.column + keys_width + RULE_MARGINS <= area.width)
        surface_put_right(surface, area.row, area.column, area.width - 2, STYLE_MUTED, keys);
}

static void draw_hint(const struct prompt *prompt, struct surface *surface, struct rectangle area)
{
    enum style style = prompt->hint_is_problem ? STYLE_PROBLEM : STYLE_UNDERSTOOD;
    struct rectangle text = {
        area.row, area.column + TEXT_COLUMN, area.height, area.width - TEXT_MARGIN};
    if (prompt->hint_is_problem)
        surface_put(surface, area.row, area.column + 1, 1, style, "!");
    paragraph_draw(surface, text, style, buffer_text(&prompt->hint));
}

void prompt_draw(const struct prompt *prompt, struct surface *surface, struct rectangle area)
{
    if (area.height < 1)
        return;
    int rule = area.height > 1 ? 1 : 0;
    int most = area.height - rule - 1;
    int below = hint_height(prompt, area.width);
    below = below < most ? below : most;
    struct rectangle text = {area.row + rule, area.column + TEXT_COLUMN, area.height - rule - below,
        area.width - TEXT_MARGIN};
    if (rule > 0)
        draw_rule(prompt, surface, area);
    if (below > 0)
        draw_hint(prompt, surface,
            (struct rectangle){text.row + text.height, area.column, below, area.width});
    surface_put(surface, text.row, area.column + 1, 1, STYLE_PROMPT, "▌");
    editor_draw(&prompt->editor, surface, text, prompt->proposes ? STYLE_MARKED : STYLE_TEXT);
}
