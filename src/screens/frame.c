// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/frame.h"

#include <string.h>

#include "screens/bar.h"
#include "store/mask.h"
#include "surface/paragraph.h"
#include "text/utf8.h"

enum { DETAIL_ROWS = 1, MOST_MESSAGE_ROWS = 3, BAR_ROWS = 1, PICKER_SHARE = 2, TITLE_GAP = 2 };

bool frame_fits(const struct surface *surface)
{
    return surface->rows >= FRAME_LEAST_ROWS && surface->columns >= FRAME_LEAST_COLUMNS;
}

// A refusal has its mark before it, all of its rows behind.
static int message_mark_width(const struct desk *desk)
{
    return desk->message.length > 0 && desk->message_is_problem ? 2 : 0;
}

// A sentence is never cut where there is room for it.
static int message_rows(const struct desk *desk, const struct surface *surface)
{
    int width = surface->columns - 2 - message_mark_width(desk);
    int rows = paragraph_height(buffer_text(&desk->message), width);
    return rows < MOST_MESSAGE_ROWS ? rows : MOST_MESSAGE_ROWS;
}

// Rows that the open question or choice takes above the message line.
static int overlay_rows(const struct desk *desk, const struct surface *surface)
{
    int limit = surface->rows / PICKER_SHARE;
    if (desk->pick != NULL)
        return limit;
    if (desk->question != NULL)
        return prompt_height(&desk->prompt, surface->columns, limit);
    return 0;
}

static int detail_rows(const struct desk *desk, const struct screen *screen)
{
    bool overlaid = desk->pick != NULL || desk->question != NULL;
    return screen->class->detail == NULL || overlaid ? 0 : DETAIL_ROWS;
}

struct rectangle frame_body(
    const struct desk *desk, const struct screen *screen, const struct surface *surface)
{
    int below = overlay_rows(desk, surface) + detail_rows(desk, screen) +
                message_rows(desk, surface) + BAR_ROWS;
    return (struct rectangle){1, 0, surface->rows - 1 - below, surface->columns};
}

static bool both_fit(const struct buffer *left, const struct buffer *right, int room)
{
    size_t wanted = text_width(buffer_text(left)) + text_width(buffer_text(right)) + TITLE_GAP;
    return wanted <= (size_t)(room < 0 ? 0 : room);
}

// A path that is too long loses its beginning: «… › Axe 16 › 16.1», for its end tells where one is.
static void append_path(struct buffer *out, const char *path, int room)
{
    static const char step[] = " › ";
    static const char before[] = "… › ";
    size_t width = room < 0 ? 0 : (size_t)room;
    const char *rest = path;
    const char *next = strstr(path, step);
    while (next != NULL && text_width(rest) + (rest == path ? 0 : text_width(before)) > width) {
        rest = next + strlen(step);
        next = strstr(rest, step);
    }
    if (rest != path)
        buffer_append(out, before);
    buffer_append(out, rest);
}

// The window hides what is not for those who look at its projection.
static const char masked_sign[] = "▒ masqué";

static int title_room(const struct desk *desk, int columns)
{
    bool masked = store_is_masked(desk->store);
    return columns - 2 - (masked ? (int)text_width(masked_sign) + TITLE_GAP : 0);
}

int frame_title_room(const struct desk *desk, int columns, const struct buffer *left)
{
    return title_room(desk, columns) - (int)text_width(buffer_text(left)) - TITLE_GAP;
}

static void draw_title(
    const struct desk *desk, const struct screen *screen, struct surface *surface)
{
    struct buffer path = {0};
    struct buffer left = {0};
    struct buffer right = {0};
    bool masked = store_is_masked(desk->store);
    int room = title_room(desk, surface->columns);
    screen->class->title(screen, desk, &path, &right);
    bool free = right.length == 0;
    bool warns = !free && screen->class->warns != NULL && screen->class->warns(screen);
    if (free)
        buffer_append(&right, buffer_text(&desk->meeting_now));
    if (free && right.length > 0 && !both_fit(&path, &right, room)) {
        buffer_reset(&right);
        buffer_append(&right, "séance ouverte");
    }
    int taken = right.length == 0 ? 0 : (int)text_width(buffer_text(&right)) + TITLE_GAP;
    append_path(&left, buffer_text(&path), room - taken);
    surface_fill(surface, (struct rectangle){0, 0, 1, surface->columns}, STYLE_TITLE, " ");
    surface_put_right(
        surface, 0, 1, room, warns ? STYLE_PROBLEM : STYLE_TITLE, buffer_text(&right));
    if (masked)
        surface_put_right(surface, 0, 1, surface->columns - 2, STYLE_TITLE, masked_sign);
    surface_put(surface, 0, 1, room - taken, STYLE_TITLE, buffer_text(&left));
    buffer_clear(&path);
    buffer_clear(&left);
    buffer_clear(&right);
}

static void draw_detail(
    const struct desk *desk, const struct screen *screen, struct surface *surface, int row)
{
    struct buffer detail = {0};
    screen->class->detail(screen, desk, &detail);
    surface_put(surface, row, 2, surface->columns - 3, STYLE_MUTED, buffer_text(&detail));
    buffer_clear(&detail);
}

static const struct command *find_command(const struct desk *desk, const char *name)
{
    const struct command_table *table = keymap_table(desk->keymap);
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->commands[i].name, name) == 0)
            return &table->commands[i];
    return NULL;
}

// «Dernier geste : … · F8 annuler»: the sentence is cut, not the way on; NULL for none.
static void append_gesture(const struct desk *desk, const char *before, const char *sentence,
    const char *way_on, const char *label, int width, struct buffer *line)
{
    struct buffer after = {0};
    const struct command *command = way_on == NULL ? NULL : find_command(desk, way_on);
    if (command != NULL) {
        buffer_append(&after, " · ");
        keymap_label(desk->keymap, command, true, &after);
        buffer_append_format(&after, " %s", label);
    }
    int room = width - (int)(text_width(before) + text_width(buffer_text(&after)));
    buffer_append(line, before);
    text_cut(line, sentence, room > 0 ? (size_t)room : 0);
    buffer_append(line, buffer_text(&after));
    buffer_clear(&after);
}

// The last gesture, unless there is something newer to say.
static void draw_message(const struct desk *desk, struct surface *surface, struct rectangle area)
{
    struct buffer line = {0};
    int mark = message_mark_width(desk);
    enum style style = desk->message_is_problem ? STYLE_PROBLEM : STYLE_MESSAGE;
    if (desk->message.length > 0) {
        surface_put(surface, area.row, area.column, mark, style, mark > 0 ? "!" : "");
        area.column += mark;
        area.width -= mark;
        paragraph_draw(surface, area, style, buffer_text(&desk->message));
    } else if (desk->undone.length > 0) {
        append_gesture(desk, "Annulé : ", buffer_text(&desk->undone), "retablir", "rétablir",
            area.width, &line);
        surface_put(surface, area.row, area.column, area.width, STYLE_MESSAGE, buffer_text(&line));
    } else if (desk->last_gesture.length > 0) {
        append_gesture(desk, "Dernier geste : ", buffer_text(&desk->last_gesture),
            desk->last_is_barrier ? NULL : "annuler", "annuler", area.width, &line);
        surface_put(surface, area.row, area.column, area.width, STYLE_MUTED, buffer_text(&line));
    }
    buffer_clear(&line);
}

static void draw_too_small(struct surface *surface)
{
    surface_put(surface, 0, 0, surface->columns, STYLE_TEXT,
        "Fenêtre trop petite : 60×20 au moins. Rien n'est perdu.");
}

void frame_draw(
    const struct desk *desk, const struct screen *screen, uint64_t where, struct surface *surface)
{
    surface_erase(surface);
    if (!frame_fits(surface)) {
        draw_too_small(surface);
        return;
    }
    struct rectangle body = frame_body(desk, screen, surface);
    int lines = message_rows(desk, surface);
    int message = surface->rows - lines - BAR_ROWS;
    draw_title(desk, screen, surface);
    screen->class->draw(screen, desk, surface, body);
    int below = body.row + body.height;
    struct rectangle overlay = {below, 0, message - below, surface->columns};
    if (desk->pick != NULL)
        picker_draw(&desk->picker, surface, overlay);
    else if (desk->question != NULL)
        prompt_draw(&desk->prompt, surface, overlay);
    else if (detail_rows(desk, screen) > 0)
        draw_detail(desk, screen, surface, below);
    draw_message(desk, surface, (struct rectangle){message, 1, lines, surface->columns - 2});
    bar_draw(desk, where, surface, surface->rows - BAR_ROWS);
}
