// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/folders.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"

static const char *home_folder(void)
{
    const char *home = getenv("HOME");
    if (home != NULL && *home == '/')
        return home;
    // cppcheck-suppress getpwuidCalled ; the program has one thread
    const struct passwd *person = getpwuid(getuid());
    return person != NULL && person->pw_dir != NULL && *person->pw_dir == '/' ? person->pw_dir
                                                                              : NULL;
}

// NULL when neither the variable nor the home is known.
static const char *find_folder(
    struct arena *arena, const char *variable, const char *home, const char *below_home)
{
    const char *folder = getenv(variable);
    if (folder != NULL && *folder == '/')
        return arena_format(arena, "%s/greffe", folder);
    return home == NULL ? NULL : arena_format(arena, "%s/%s/greffe", home, below_home);
}

enum status folders_find(struct arena *arena, struct folders *folders, struct problem *problem)
{
    const char *home = arena_copy(arena, home_folder());
    *folders = (struct folders){
        .home = home,
        .configuration = find_folder(arena, "XDG_CONFIG_HOME", home, ".config"),
        .data = find_folder(arena, "XDG_DATA_HOME", home, ".local/share"),
        .state = find_folder(arena, "XDG_STATE_HOME", home, ".local/state"),
    };
    if (folders->data != NULL)
        folders->backups = arena_format(arena, "%s/sauvegardes", folders->data);
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

enum status folder_make(const char *path, struct problem *problem)
{
    struct buffer folder = {0};
    size_t length = strlen(path);
    bool failed = false;
    for (size_t end = 1; end <= length && !failed; end++) {
        if (path[end] != '/' && path[end] != '\0')
            continue;
        buffer_reset(&folder);
        buffer_append_bytes(&folder, path, end);
        failed = buffer_failed(&folder) ||
                 (mkdir(buffer_text(&folder), S_IRWXU) != 0 && errno != EEXIST);
    }
    enum status status = STATUS_DONE;
    if (buffer_failed(&folder))
        status = problem_set_no_memory(problem);
    else if (failed)
        status = problem_set(problem, STATUS_SYSTEM,
            "Le dossier %s n'a pas pu être fait (%s) : vérifiez les droits de ce qui le contient.",
            buffer_text(&folder), strerror(errno));
    buffer_clear(&folder);
    return status;
}
