// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "intake/convention_ini.h"
#include "replay/script.h"
#include "screens/application.h"
#include "screens/commands.h"
#include "store/creation.h"
#include "store/draft.h"
#include "store/mask.h"
#include "store/store.h"
#include "store/store_open.h"

enum { DEFAULT_ROWS = 24, DEFAULT_COLUMNS = 80 };

// The rule of Europe/Paris in full: a small system may have no table of time zones.
static const char time_zone[] = "CET-1CEST,M3.5.0,M10.5.0/3";

static const char default_clock[] = "2026-03-12T14:00";

static const char identity[] = "rejeu";

struct replay {
    const char *name; // of the file of keys
    FILE *out;
    struct clock clock;
    struct surface surface;
    char *folder; // of a file that is thrown away; NULL: it is kept
    char *file;
    struct store *store;
    struct draft_folder *drafts;
    struct keymap *keymap;
    struct application *application;
    bool left;
};

// Where a file that is thrown away stands: a folder of its own, so that its name is always the
// same on the screens.
static enum status choose_temporary_file(struct replay *replay, struct problem *problem)
{
    struct buffer path = {0};
    const char *folder = getenv("TMPDIR");
    buffer_append_format(
        &path, "%s/greffe-XXXXXX", folder == NULL || *folder == '\0' ? "/tmp" : folder);
    char *template = buffer_take(&path);
    if (template == NULL)
        return problem_set_no_memory(problem);
    if (mkdtemp(template) == NULL) {
        problem_set(problem, STATUS_SYSTEM, "Le dossier provisoire «%s» n'a pas pu être fait : %s.",
            template, strerror(errno));
        free(template);
        return STATUS_SYSTEM;
    }
    replay->folder = template;
    buffer_append_format(&path, "%s/convention.ctg", template);
    replay->file = buffer_take(&path);
    return replay->file == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
}

static enum status choose_file(struct replay *replay, const char *file, struct problem *problem)
{
    if (file == NULL)
        return choose_temporary_file(replay, problem);
    replay->file = strdup(file);
    return replay->file == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
}

static enum status make_file(const struct store_options *options, struct problem *problem)
{
    struct arena arena = {0};
    struct convention convention = {0};
    enum status status = convention_load(CONVENTION_DEFAULT_NAME, &arena, &convention, problem);
    if (status == STATUS_DONE)
        status = store_create(options, &convention, problem);
    arena_clear(&arena);
    return status;
}

static enum status open_store(
    struct replay *replay, const struct replay_options *options, struct problem *problem)
{
    bool kept = replay->folder == NULL;
    struct store_options store = {
        .path = replay->file,
        .clock = &replay->clock,
        .site = identity,
        .author = identity,
        .backup_folder = kept ? options->backup_folder : NULL,
        .state_folder = kept ? options->state_folder : NULL,
        .seeded = true,
    };
    enum status status = STATUS_DONE;
    if (access(replay->file, F_OK) != 0)
        status = make_file(&store, problem);
    if (status == STATUS_DONE)
        status = store_open(&replay->store, &store, problem);
    if (status == STATUS_DONE)
        status = draft_folder_open(&replay->drafts, replay->store, store.state_folder, problem);
    return status;
}

static enum status set_clock(struct replay *replay, const char *moment, struct problem *problem)
{
    struct local_time local;
    setenv("TZ", time_zone, 1);
    tzset();
    if (!local_time_read(moment == NULL ? default_clock : moment, &local))
        return problem_set(problem, STATUS_USAGE,
            "«%s» n'est pas une heure : écrivez par exemple %s.", moment, default_clock);
    replay->clock = (struct clock){true, local_time_milliseconds(&local)};
    return STATUS_DONE;
}

static enum status set_size(struct replay *replay, int rows, int columns, struct problem *problem)
{
    return surface_resize(&replay->surface, rows, columns) ? STATUS_DONE
                                                           : problem_set_no_memory(problem);
}

static enum status open_application(
    struct replay *replay, const struct replay_options *options, struct problem *problem)
{
    enum status status = set_size(replay, options->rows > 0 ? options->rows : DEFAULT_ROWS,
        options->columns > 0 ? options->columns : DEFAULT_COLUMNS, problem);
    if (status == STATUS_DONE)
        status = choose_file(replay, options->file, problem);
    if (status == STATUS_DONE)
        status = open_store(replay, options, problem);
    if (status == STATUS_DONE)
        status = keymap_create(&replay->keymap, screen_commands(), problem);
    if (status == STATUS_DONE)
        store_set_masked(replay->store, options->masked);
    struct application_options application = {
        .store = replay->store,
        .drafts = replay->drafts,
        .keymap = replay->keymap,
    };
    if (status == STATUS_DONE)
        status = application_create(&replay->application, &application, problem);
    return status;
}

static void close_application(struct replay *replay)
{
    application_destroy(replay->application);
    keymap_destroy(replay->keymap);
    draft_folder_destroy(replay->drafts);
    store_destroy(replay->store);
    surface_clear(&replay->surface);
    if (replay->folder != NULL) {
        if (replay->file != NULL)
            unlink(replay->file);
        rmdir(replay->folder);
    }
    free(replay->file);
    free(replay->folder);
}

static void draw(struct replay *replay)
{
    surface_erase(&replay->surface);
    application_draw(replay->application, &replay->surface);
}

static void handle(struct replay *replay, const struct event *event)
{
    switch (application_handle(replay->application, event)) {
    case APPLICATION_QUITS:
        replay->left = true;
        break;
    case APPLICATION_WANTS_EDITOR:
        application_editor_done(
            replay->application, NULL, "Un rejeu n'ouvre pas d'éditeur : tapez le texte ici.");
        break;
    case APPLICATION_GOES_ON:
    case APPLICATION_SUSPENDS:
    case APPLICATION_REDRAWS:
        break;
    }
}

static enum status print_screen(struct replay *replay, struct problem *problem)
{
    struct buffer text = {0};
    surface_text(&replay->surface, &text);
    buffer_append_format(&text, "-- curseur %d,%d\n", replay->surface.cursor_row + 1,
        replay->surface.cursor_column + 1);
    enum status status = STATUS_DONE;
    if (buffer_failed(&text))
        status = problem_set_no_memory(problem);
    else if (fwrite(buffer_text(&text), 1, text.length, replay->out) != text.length)
        status = problem_set(
            problem, STATUS_SYSTEM, "L'écran n'a pas pu être écrit : %s.", strerror(errno));
    buffer_clear(&text);
    return status;
}

// Everything but typing: a person has stopped for it.
static enum status direct(struct replay *replay, const struct step *step, struct problem *problem)
{
    enum status status = STATUS_DONE;
    application_settle(replay->application);
    switch (step->type) {
    case STEP_SCREEN:
        return print_screen(replay, problem);
    case STEP_SIZE:
        status = set_size(replay, step->rows, step->columns, problem);
        break;
    case STEP_CLOCK:
        replay->clock.milliseconds = step->milliseconds;
        break;
    case STEP_ADVANCE:
        replay->clock.milliseconds += step->milliseconds;
        break;
    case STEP_KEY:
    case STEP_PASTE:
        break;
    }
    application_tick(replay->application);
    return status;
}

static enum status play_step(
    struct replay *replay, const struct step *step, struct problem *problem)
{
    enum status status = STATUS_DONE;
    if (replay->left)
        return problem_set(problem, STATUS_REFUSED,
            "%s, ligne %d : l'application a été quittée avant ces touches.", replay->name,
            step->line);
    if (step->type == STEP_KEY)
        handle(replay, &(struct event){.type = EVENT_KEY, .key = step->key});
    else if (step->type == STEP_PASTE)
        handle(replay,
            &(struct event){.type = EVENT_PASTE, .text = step->text, .length = strlen(step->text)});
    else
        status = direct(replay, step, problem);
    // Drawing tells the screens how large they are, as it does on a terminal.
    draw(replay);
    return status;
}

static enum status play(struct replay *replay, const struct script *script, struct problem *problem)
{
    enum status status = STATUS_DONE;
    draw(replay);
    for (size_t i = 0; i < script->count && status == STATUS_DONE; i++)
        status = play_step(replay, &script->steps[i], problem);
    application_settle(replay->application);
    if (status == STATUS_DONE && fflush(replay->out) != 0)
        status = problem_set(
            problem, STATUS_SYSTEM, "Les écrans n'ont pas pu être écrits : %s.", strerror(errno));
    return status;
}

enum status replay_run(
    const char *path, const struct replay_options *options, FILE *out, struct problem *problem)
{
    struct replay replay = {.name = path, .out = out};
    struct script script = {0};
    enum status status = set_clock(&replay, options->clock, problem);
    if (status == STATUS_DONE)
        status = script_read_file(&script, path, problem);
    if (status == STATUS_DONE)
        status = open_application(&replay, options, problem);
    if (status == STATUS_DONE)
        status = play(&replay, &script, problem);
    close_application(&replay);
    script_clear(&script);
    return status;
}
