// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/help.h"

#include "screens/commands.h"
#include "screens/desk.h"
#include "surface/paragraph.h"
#include "widgets/list.h"

enum { KEYS_WIDTH = 26 };

struct help_view {
    struct screen screen;
    struct arena arena;
    const struct keymap *keymap;
    size_t *commands; // rows → the table
    size_t count;     // of commands; the notes on the entry line follow them
    struct list list;
};

// What the table cannot say: the signs of the entry line.
static const struct {
    const char *sign, *sentence;
} entry_notes[] = {
    {"! texte", "décision (proposition dans une instance qui propose) ; à revoir le 30/04 en fin"},
    {"> texte", "tâche : > chiffrer le plan @caf #6 prio:2 le 30/04"},
    {"* texte", "information"},
    {"? texte", "question, à laquelle il faudra répondre"},
    {"~ texte", "note privée : elle ne sort jamais du fichier"},
    {"\\ ! texte", "le signe qui suit est du texte"},
    {"@caf @\"nom long\"", "qui : Tab complète, F7 choisit sans taper @"},
    {"#6 #6.1", "de quoi : axe, objectif ou action ; F3 choisit sans taper #"},
    {"(?)", "à vérifier"},
};
enum { NOTE_COUNT = sizeof entry_notes / sizeof entry_notes[0] };

static const struct help_view *view_of(const struct screen *screen)
{
    return (const struct help_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct help_view *)screen)->arena);
}

static unsigned places_of(const struct screen *screen)
{
    return (unsigned)screen->destination.element;
}

static size_t note_count(const struct screen *screen)
{
    return (places_of(screen) & (WHERE_ENTRY | WHERE_CORRECTION)) != 0 ? NOTE_COUNT : 0;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct help_view *view = (struct help_view *)screen;
    const struct command_table *table = keymap_table(desk->keymap);
    arena_clear(&view->arena);
    view->keymap = desk->keymap;
    view->count = 0;
    view->commands = arena_array(&view->arena, table->count, sizeof *view->commands);
    if (view->commands == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < table->count; i++)
        if ((table->commands[i].places & places_of(screen)) != 0)
            view->commands[view->count++] = i;
    list_resize(&view->list, view->count + note_count(screen));
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)screen;
    (void)desk;
    (void)right;
    buffer_append(left, "Aide : les touches d'ici");
}

static int row_height(const void *context, size_t row, int width)
{
    const struct help_view *view = context;
    const struct command_table *table = keymap_table(view->keymap);
    const char *sentence = row < view->count ? table->commands[view->commands[row]].sentence
                                             : entry_notes[row - view->count].sentence;
    return paragraph_height(sentence, width - KEYS_WIDTH);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct help_view *view = context;
    const struct command_table *table = keymap_table(view->keymap);
    struct buffer keys = {0};
    const char *sentence = NULL;
    if (row < view->count) {
        const struct command *command = &table->commands[view->commands[row]];
        keymap_label(view->keymap, command, false, &keys);
        sentence = command->sentence;
    } else {
        buffer_append(&keys, entry_notes[row - view->count].sign);
        sentence = entry_notes[row - view->count].sentence;
    }
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    surface_put(surface, area.row, area.column, KEYS_WIDTH - 1, focused ? STYLE_FOCUS : STYLE_KEY,
        buffer_text(&keys));
    struct rectangle right = {
        area.row, area.column + KEYS_WIDTH, area.height, area.width - KEYS_WIDTH};
    paragraph_draw(surface, right, focused ? STYLE_FOCUS : STYLE_TEXT, sentence, 0);
    buffer_clear(&keys);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct help_view *view = view_of(screen);
    struct list_rows rows = {view, row_height, draw_row};
    area.row++;
    area.height--;
    list_draw(&view->list, surface, area, &rows, true);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct help_view *view = (struct help_view *)screen;
    return list_handle(&view->list, event, (size_t)screen->area.height - 2);
}

static unsigned places_now(const struct screen *screen)
{
    if (screen->class->where != NULL)
        return screen->class->where(screen);
    return 1U << screen->destination.place;
}

void help_show(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    follow_go(follow, PLACE_HELP, PLAN_FIELD, (int64_t)places_now(screen));
}

void help_run(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct help_view *view = view_of(screen);
    follow->kind = FOLLOW_BACK;
    if (view->list.cursor >= view->count)
        return;
    follow->kind = FOLLOW_RUN;
    follow->command = (int)view->commands[view->list.cursor];
}

// The commands offered, in the order of the table: those of the place, the palette aside.
static size_t offered(const struct command_table *table, unsigned places, size_t *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++)
        if ((table->commands[i].places & places) != 0 && table->commands[i].run != help_palette)
            rows[count++] = i;
    return count;
}

static void accept_command(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    const struct command_table *table = keymap_table(desk->keymap);
    struct arena arena = {0};
    size_t *rows = arena_array(&arena, table->count, sizeof *rows);
    size_t count = rows == NULL ? 0 : offered(table, places_now(screen), rows);
    size_t chosen = picker_focused(picker);
    if (chosen < count)
        table->commands[rows[chosen]].run(screen, desk, follow);
    arena_clear(&arena);
}

void help_palette(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_command};
    const struct command_table *table = keymap_table(desk->keymap);
    struct arena arena = {0};
    size_t *rows = arena_array(&arena, table->count, sizeof *rows);
    struct picker_choice *choices = arena_array(&arena, table->count, sizeof *choices);
    size_t count = rows == NULL || choices == NULL ? 0 : offered(table, places_now(screen), rows);
    for (size_t i = 0; i < count; i++) {
        struct buffer keys = {0};
        const struct command *command = &table->commands[rows[i]];
        keymap_label(desk->keymap, command, true, &keys);
        choices[i] = (struct picker_choice){
            .reference = "",
            .label = command->sentence,
            .aside = arena_copy(&arena, buffer_text(&keys)),
            .also = command->name,
        };
        buffer_clear(&keys);
    }
    if (count > 0)
        desk_pick(desk, &pick, "Que faire ?", choices, count, false);
    arena_clear(&arena);
}

const struct screen_class help_screen = {
    .size = sizeof(struct help_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .handle = handle,
};
