// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/replay_verb.h"

#include "base/arena.h"
#include "cli/folders.h"
#include "replay/replay.h"
#include "replay/script.h"

static enum status replay(
    const struct arguments *arguments, struct arena *arena, struct problem *problem)
{
    struct folders folders;
    struct replay_options options = {
        .masked = arguments_have(arguments, OPTION_PROJECTION),
        .clock = arguments->values[OPTION_CLOCK],
        .file = arguments->values[OPTION_FILE],
    };
    if (arguments_have(arguments, OPTION_SIZE))
        script_read_size(arguments->values[OPTION_SIZE], &options.columns, &options.rows);
    enum status status = folders_find(arena, &folders, problem);
    if (status != STATUS_DONE)
        return status;
    // Copies go into a folder below it; where it cannot be made, a closing will say so.
    if (options.file != NULL && folders.data != NULL)
        folder_make(folders.data, NULL);
    options.state_folder = folders.state;
    options.backup_folder = folders.backups;
    return replay_run(arguments->words[0], &options, stdout, problem);
}

enum status replay_verb(const struct arguments *arguments, struct problem *problem)
{
    struct arena arena = {0};
    enum status status = replay(arguments, &arena, problem);
    arena_clear(&arena);
    return status;
}
