// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/identity.h"
#include "cli/message.h"
#include "intake/convention_ini.h"
#include "store/creation.h"
#include "store/store_open.h"

// A configuration that is named must be there; the usual one need not.
static enum status read_settings(struct session *session, struct problem *problem)
{
    const char *path = session->arguments->values[OPTION_CONFIGURATION];
    if (path == NULL && session->folders.configuration != NULL) {
        path = arena_format(&session->arena, "%s/greffe.ini", session->folders.configuration);
        if (path == NULL)
            return problem_set_no_memory(problem);
        if (access(path, F_OK) != 0)
            path = NULL;
    }
    if (path == NULL)
        return STATUS_DONE;
    return settings_load(path, session->folders.home, &session->arena, &session->settings,
        &session->warnings, problem);
}

enum status session_start(
    struct session *session, const struct arguments *arguments, struct problem *problem)
{
    struct arena *arena = &session->arena;
    session->arguments = arguments;
    enum status status = folders_find(arena, &session->folders, problem);
    if (status == STATUS_DONE)
        status = read_settings(session, problem);
    if (status != STATUS_DONE)
        return status;
    session->author =
        session->settings.author == NULL ? identity_author(arena) : session->settings.author;
    session->site = identity_site(session->folders.state, arena);
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

struct store_options session_store_options(const struct session *session, const char *path)
{
    bool dry_run = arguments_have(session->arguments, OPTION_DRY_RUN);
    return (struct store_options){
        .path = path,
        .clock = &session->clock,
        .site = session->site,
        .author = session->author,
        .backup_folder = session->folders.backups,
        .state_folder = session->folders.state,
        .read_only = arguments_have(session->arguments, OPTION_READ_ONLY) && !dry_run,
        .on_copy = dry_run,
    };
}

// NULL when the person names no file in any of the ways there are.
static const char *named_file(const struct session *session)
{
    const char *file = arguments_file(session->arguments);
    const char *environment = getenv("GREFFE_FICHIER");
    if (file != NULL)
        return file;
    return environment != NULL && *environment != '\0' ? environment : session->settings.file;
}

static enum status create_default(
    struct session *session, const char *path, struct problem *problem)
{
    struct convention convention;
    struct store_options options = session_store_options(session, path);
    enum status status = folder_make(session->folders.data, problem);
    if (status == STATUS_DONE)
        status = convention_load(CONVENTION_DEFAULT_NAME, &session->arena, &convention, problem);
    if (status != STATUS_DONE)
        return status;
    struct problem creation = {0};
    status = store_create(&options, &convention, &creation);
    // Another window that starts at the same time may have made it.
    if (status == STATUS_REFUSED && access(path, F_OK) == 0)
        return STATUS_DONE;
    if (status != STATUS_DONE)
        return problem_set(problem, status, "%s", creation.sentence);
    buffer_append_format(
        &session->warnings, "%s est fait, avec la convention «%s».\n", path, convention.title);
    return STATUS_DONE;
}

static enum status choose_file(struct session *session, const char **path, struct problem *problem)
{
    *path = named_file(session);
    if (*path != NULL)
        return STATUS_DONE;
    if (session->folders.data == NULL)
        return problem_set(problem, STATUS_SYSTEM,
            "Votre dossier personnel est inconnu : nommez le fichier par --fichier.");
    *path = arena_format(&session->arena, "%s/convention.ctg", session->folders.data);
    if (*path == NULL)
        return problem_set_no_memory(problem);
    return access(*path, F_OK) == 0 ? STATUS_DONE : create_default(session, *path, problem);
}

enum status session_open_store(struct session *session, struct problem *problem)
{
    const char *path = NULL;
    enum status status = choose_file(session, &path, problem);
    if (status != STATUS_DONE)
        return status;
    struct store_options options = session_store_options(session, path);
    // Copies go into a folder below it; where it cannot be made, a closing will say so.
    if (session->folders.data != NULL && !options.read_only && !options.on_copy)
        folder_make(session->folders.data, NULL);
    status = store_open(&session->store, &options, problem);
    const char *warning = status == STATUS_DONE ? store_warning(session->store) : NULL;
    if (warning != NULL)
        buffer_append_format(&session->warnings, "%s\n", warning);
    return status;
}

enum status session_run(
    const struct arguments *arguments, session_work *work, struct problem *problem)
{
    struct session session = {0};
    enum status status = session_start(&session, arguments, problem);
    if (status == STATUS_DONE)
        status = session_open_store(&session, problem);
    message_lines(buffer_text(&session.warnings));
    if (status == STATUS_DONE)
        status = work(&session, problem);
    session_close(&session);
    return status;
}

void session_close(struct session *session)
{
    store_destroy(session->store);
    buffer_clear(&session->warnings);
    arena_clear(&session->arena);
}
