// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/help.h"

#include <string.h>

#include "screens/commands.h"
#include "screens/list_screen.h"
#include "surface/paragraph.h"

enum { KEYS_WIDTH = 23 };

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

// Commands that do the same under several keys are one line: is this the first of them?
static bool is_first(const struct command_table *table, uint64_t places, size_t index)
{
    if ((table->commands[index].places & places) == 0)
        return false;
    for (size_t i = 0; i < index; i++)
        if ((table->commands[i].places & places) != 0 &&
            table->commands[i].run == table->commands[index].run)
            return false;
    return true;
}

static void append_keys(
    const struct keymap *keymap, uint64_t places, size_t index, bool first_only, struct buffer *out)
{
    const struct command_table *table = keymap_table(keymap);
    for (size_t i = index; i < table->count; i++) {
        const struct command *command = &table->commands[i];
        if ((command->places & places) == 0 || command->run != table->commands[index].run)
            continue;
        struct buffer keys = {0};
        keymap_label(keymap, command, first_only, &keys);
        if (keys.length > 0)
            buffer_append_format(out, "%s%s", out->length > 0 ? ", " : "", buffer_text(&keys));
        buffer_clear(&keys);
        if (first_only && out->length > 0)
            return;
    }
}

static uint64_t places_of(const struct screen *screen)
{
    return (uint64_t)screen->destination.element;
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
        if (is_first(table, places_of(screen), i))
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
        append_keys(view->keymap, places_of(&view->screen), view->commands[row], false, &keys);
        sentence = table->commands[view->commands[row]].sentence;
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
    paragraph_draw(surface, right, focused ? STYLE_FOCUS : STYLE_TEXT, sentence);
    buffer_clear(&keys);
}

static struct list_rows rows_of(const struct help_view *view)
{
    return (struct list_rows){.context = view, .height = row_height, .draw = draw_row};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct help_view *view = view_of(screen);
    struct list_rows rows = rows_of(view);
    list_screen_draw(&view->list, &rows, "", desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct help_view *view = (struct help_view *)screen;
    struct list_rows rows = rows_of(view);
    return list_screen_handle(&view->list, &rows, screen->area, event);
}

static uint64_t places_now(const struct screen *screen)
{
    if (screen->class->where != NULL)
        return screen->class->where(screen);
    return WHERE_BIT << screen->destination.place;
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

// Words that a person looks for, and that neither the sentence nor the name has.
static const char *synonyms_of(const char *name)
{
    static const struct {
        const char *name, *words;
    } synonyms[] = {
        {"suites", "convocation convoquer envoyer diffusion compte rendu approuver réserves"},
        {"envoyer", "convoquer diffuser diffusion courriel mail"},
        {"approuver", "procès-verbal réserves adopter"},
        {"rectifier", "corriger erratum erreur"},
        {"lever", "fermer terminer finir clore clôturer"},
        {"clore", "fermer terminer clôturer"},
        {"commencer", "démarrer début"},
        {"presences", "appel absents excusés pouvoirs quorum émargement feuille"},
        {"scrutin", "voter voix pour contre abstention"},
        {"points", "ordre du jour liste chercher point"},
        {"reporter-point", "ajourner remettre plus tard"},
        {"suspendre-seance", "pause interruption"},
        {"suspendre-saisie", "pause interruption"},
        {"oter-ligne", "supprimer effacer enlever"},
        {"oter-point", "supprimer effacer enlever"},
        {"oter-invite", "supprimer effacer enlever"},
        {"duree", "minutes temps horaire"},
        {"rapporteur", "présente intervenant orateur"},
        {"date-seance", "déplacer reporter"},
        {"horaires", "heure début fin"},
        {"lier-point", "axe action objectif rattacher"},
        {"annuler", "défaire retour erreur"},
        {"masquer", "confidentiel projection vidéoprojecteur"},
    };
    for (size_t i = 0; i < sizeof synonyms / sizeof synonyms[0]; i++)
        if (strcmp(synonyms[i].name, name) == 0)
            return synonyms[i].words;
    return "";
}

// Where the focus is in a meeting does not matter to who looks for a command by its name.
static uint64_t places_offered(const struct screen *screen)
{
    static const uint64_t meeting =
        WHERE_ENTRY | WHERE_MEETING | WHERE_POINTS | WHERE_POINTS_SEARCH;
    uint64_t places = places_now(screen);
    return (places & meeting) != 0 ? places | WHERE_ENTRY | WHERE_MEETING | WHERE_POINTS : places;
}

// The commands offered, in the order of the table: those of the place, the palette aside.
static size_t offered(const struct command_table *table, uint64_t places, size_t *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++)
        if (is_first(table, places, i) && table->commands[i].run != help_palette)
            rows[count++] = i;
    return count;
}

static void accept_command(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    const struct command_table *table = keymap_table(desk->keymap);
    struct arena arena = {0};
    size_t *rows = arena_array(&arena, table->count, sizeof *rows);
    size_t count = rows == NULL ? 0 : offered(table, places_offered(screen), rows);
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
    size_t count =
        rows == NULL || choices == NULL ? 0 : offered(table, places_offered(screen), rows);
    for (size_t i = 0; i < count; i++) {
        struct buffer keys = {0};
        const struct command *command = &table->commands[rows[i]];
        append_keys(desk->keymap, places_offered(screen), rows[i], true, &keys);
        choices[i] = (struct picker_choice){
            .reference = "",
            .label = command->sentence,
            .aside = arena_copy(&arena, buffer_text(&keys)),
            .also = arena_format(&arena, "%s %s", command->name, synonyms_of(command->name)),
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
