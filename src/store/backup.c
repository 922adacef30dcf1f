// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "store/connection.h"
#include "store/database.h"

enum { MOST_COPIES_A_SECOND = 100 };

// `FOLDER/convention-20260312T140509-cloture.ctg`, then `…-cloture-2.ctg`.
static void name_copy(struct buffer *name, const char *path, const char *folder,
    const struct local_time *now, const char *reason, int rank)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(base, '.');
    size_t length = dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base);
    buffer_append_format(name, "%s/", folder);
    buffer_append_bytes(name, base, length);
    buffer_append_format(name, "-%04d%02d%02dT%02d%02d%02d-%s", now->year, now->month, now->day,
        now->hour, now->minute, now->second, reason);
    if (rank > 1)
        buffer_append_format(name, "-%d", rank);
    buffer_append(name, ".ctg");
}

enum status backup_file(const char *path, const char *folder, const struct clock *clock,
    const char *reason, struct problem *problem)
{
    if (folder == NULL)
        return STATUS_DONE;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return problem_set(problem, STATUS_SYSTEM,
            "Le dossier des sauvegardes «%s» ne peut pas être fait (%s) : vérifiez vos droits.",
            folder, strerror(errno));
    struct local_time now = clock_local(clock);
    struct buffer name = {0};
    int rank = 1;
    do {
        buffer_reset(&name);
        name_copy(&name, path, folder, &now, reason, rank);
    } while (access(buffer_text(&name), F_OK) == 0 && rank++ < MOST_COPIES_A_SECOND);
    enum status status = buffer_failed(&name) ? problem_set_no_memory(problem)
                                              : database_copy(path, buffer_text(&name), problem);
    buffer_clear(&name);
    return status;
}

enum status store_backup(struct store *store, const char *reason, struct problem *problem)
{
    return backup_file(store->opened_path, store->backup_folder, store->clock, reason, problem);
}
