// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/application_verb.h"

#include <unistd.h>

#include "cli/board_verb.h"
#include "cli/message.h"
#include "cli/session.h"
#include "screens/application.h"
#include "screens/commands.h"
#include "store/mask.h"
#include "surface/theme.h"
#include "terminal/loop.h"

static const char default_theme[] = "nuit";

// What the application needs besides the file.
struct equipment {
    struct theme theme;
    struct keymap *keymap;
    struct draft_folder *drafts;
    struct application *application;
};

static enum status load_set_theme(struct theme *theme, const char *name, const char *folder,
    struct buffer *warnings, struct problem *problem)
{
    struct problem refusal = {0};
    enum status status = theme_load(theme, name, folder, warnings, &refusal);
    if (status == STATUS_DONE)
        return status;
    buffer_append_format(warnings, "[general] theme : %s\n", refusal.sentence);
    return theme_load(theme, default_theme, NULL, warnings, problem);
}

static enum status load_theme(struct session *session, struct theme *theme, struct problem *problem)
{
    const char *asked = session->arguments->values[OPTION_THEME];
    const char *set = session->settings.theme;
    const char *configuration = session->folders.configuration;
    const char *folder =
        configuration == NULL ? NULL : arena_format(&session->arena, "%s/themes", configuration);
    if (session->arena.failed)
        return problem_set_no_memory(problem);
    if (asked == NULL && set != NULL)
        return load_set_theme(theme, set, folder, &session->warnings, problem);
    return theme_load(
        theme, asked == NULL ? default_theme : asked, folder, &session->warnings, problem);
}

static enum status load_keymap(
    struct session *session, struct keymap **keymap, struct problem *problem)
{
    const struct settings *settings = &session->settings;
    enum status status = keymap_create(keymap, screen_commands(), problem);
    for (size_t i = 0; i < settings->key_count && status == STATUS_DONE; i++)
        keymap_set(*keymap, settings->keys[i].command, settings->keys[i].keys, &session->warnings);
    return status;
}

// A home where nothing can be kept takes away the drafts, not the application.
static enum status open_drafts(
    struct session *session, struct draft_folder **drafts, struct problem *problem)
{
    struct problem refusal = {0};
    const char *folder = session->folders.state;
    if (folder != NULL &&
        draft_folder_open(drafts, session->store, folder, &refusal) == STATUS_DONE)
        return STATUS_DONE;
    buffer_append_format(&session->warnings,
        "Ce qui est à moitié tapé ne sera pas gardé si Greffe s'arrête net. %s\n",
        refusal.sentence);
    return draft_folder_open(drafts, session->store, NULL, problem);
}

// The warnings on one line; NULL without any.
static const char *make_notice(struct session *session)
{
    if (session->warnings.length == 0)
        return NULL;
    char *notice = arena_copy(&session->arena, buffer_text(&session->warnings));
    for (char *sign = notice; sign != NULL && *sign != '\0'; sign++)
        if (*sign == '\n')
            *sign = ' ';
    return notice;
}

static enum status run_on_terminal(
    struct session *session, struct equipment *equipment, struct problem *problem)
{
    enum status status = open_drafts(session, &equipment->drafts, problem);
    const struct application_options options = {
        .store = session->store,
        .drafts = equipment->drafts,
        .keymap = equipment->keymap,
        .notice = make_notice(session),
    };
    message_lines(buffer_text(&session->warnings));
    store_set_masked(session->store, arguments_have(session->arguments, OPTION_PROJECTION));
    if (status == STATUS_DONE)
        status = application_create(&equipment->application, &options, problem);
    if (status == STATUS_DONE)
        status = loop_run(equipment->application, &equipment->theme, problem);
    return status;
}

static enum status run_without_terminal(struct session *session, struct problem *problem)
{
    message_lines(buffer_text(&session->warnings));
    enum status status = board_print(session, problem);
    if (status == STATUS_DONE)
        message("L'application s'ouvre dans un terminal, par greffe ; ailleurs, greffe seances, "
                "greffe decisions ou greffe taches montrent la suite, et greffe --help dit le "
                "reste.");
    return status;
}

static enum status prepare(
    struct session *session, struct equipment *equipment, struct problem *problem)
{
    enum status status = load_theme(session, &equipment->theme, problem);
    if (status == STATUS_DONE)
        status = load_keymap(session, &equipment->keymap, problem);
    if (status == STATUS_DONE)
        status = session_open_store(session, problem);
    if (status != STATUS_DONE)
        message_lines(buffer_text(&session->warnings));
    return status;
}

enum status application_verb(const struct arguments *arguments, struct problem *problem)
{
    struct session session = {0};
    struct equipment equipment = {0};
    enum status status = session_start(&session, arguments, problem);
    if (status == STATUS_DONE)
        status = prepare(&session, &equipment, problem);
    if (status == STATUS_DONE && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        status = run_on_terminal(&session, &equipment, problem);
    else if (status == STATUS_DONE)
        status = run_without_terminal(&session, problem);
    application_destroy(equipment.application);
    draft_folder_destroy(equipment.drafts);
    keymap_destroy(equipment.keymap);
    session_close(&session);
    return status;
}
