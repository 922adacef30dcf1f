// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/bar.h"

#include <string.h>

#include "screens/help.h"
#include "text/utf8.h"

// What keeps its place however narrow the bar is, the first most of all: the way to all other keys,
// then what a meeting cannot go on without.
static const char *const kept[] = {"aide", "aide-saisie", "point-suivant", "points", "lever"};

enum { KEPT_COUNT = sizeof kept / sizeof kept[0], GAP = 2 };

// The bar as it fills: where what, and how many columns are free.
struct filling {
    const struct desk *desk;
    uint64_t where;
    int room;
    int kept_width[KEPT_COUNT]; // 0: not on this bar
};

static int item_width(const struct desk *desk, const struct command *command)
{
    struct buffer key = {0};
    keymap_label(desk->keymap, command, true, &key);
    int width = key.length == 0
                    ? 0
                    : (int)(text_width(buffer_text(&key)) + 1 + text_width(command->label) + GAP);
    buffer_clear(&key);
    return width;
}

static bool applies(const struct command *command, uint64_t where)
{
    return command->label != NULL && (command->places & where) != 0;
}

// The place of a command among those that keep theirs; KEPT_COUNT for none.
static size_t rank_of(const struct command *command)
{
    size_t rank = 0;
    while (rank < KEPT_COUNT && strcmp(kept[rank], command->name) != 0)
        rank++;
    return rank;
}

// Takes the room of those that keep their place, by rank.
static void reserve(struct filling *filling)
{
    const struct command_table *table = keymap_table(filling->desk->keymap);
    for (size_t rank = 0; rank < KEPT_COUNT; rank++)
        for (size_t i = 0; i < table->count && filling->kept_width[rank] == 0; i++) {
            const struct command *command = &table->commands[i];
            if (rank_of(command) != rank || !applies(command, filling->where))
                continue;
            int width = item_width(filling->desk, command);
            if (width <= filling->room) {
                filling->kept_width[rank] = width;
                filling->room -= width;
            }
        }
}

// Whether the command shows; a place that was kept for it is given up to it.
static bool takes_place(struct filling *filling, const struct command *command)
{
    if (!applies(command, filling->where))
        return false;
    size_t rank = rank_of(command);
    if (rank < KEPT_COUNT) {
        bool shows = filling->kept_width[rank] > 0;
        filling->kept_width[rank] = 0;
        return shows;
    }
    int width = item_width(filling->desk, command);
    if (width == 0 || width > filling->room)
        return false;
    filling->room -= width;
    return true;
}

static int draw_item(const struct desk *desk, const struct command *command,
    struct surface *surface, int row, int column)
{
    struct buffer key = {0};
    keymap_label(desk->keymap, command, true, &key);
    int used =
        surface_put(surface, row, column, surface->columns - column, STYLE_KEY, buffer_text(&key));
    buffer_clear(&key);
    int label = column + used + 1;
    used += 1 + surface_put(
                    surface, row, label, surface->columns - label, STYLE_KEY_LABEL, command->label);
    return used + GAP;
}

void bar_draw(const struct desk *desk, uint64_t where, struct surface *surface, int row)
{
    const struct command_table *table = keymap_table(desk->keymap);
    const struct command *help = NULL;
    // The gap behind the last may stand outside.
    struct filling filling = {.desk = desk, .where = where, .room = surface->columns};
    int column = 1;
    reserve(&filling);
    for (size_t i = 0; i < table->count; i++) {
        const struct command *command = &table->commands[i];
        if (!takes_place(&filling, command))
            continue;
        if (command->run == help_show)
            help = command;
        else
            column += draw_item(desk, command, surface, row, column);
    }
    if (help != NULL)
        draw_item(desk, help, surface, row, column);
}
