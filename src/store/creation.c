// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/creation.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/connection.h"
#include "store/convention_write.h"
#include "store/database.h"
#include "store/migration.h"
#include "store/store_open.h"

// Where the file goes, and where it is made: beside it, so that it can be renamed.
struct site_of_work {
    char *folder;
    char *path;
    char *draft;
};

static enum status cannot_make(const char *path, struct problem *problem)
{
    return problem_set(problem, STATUS_SYSTEM,
        "«%s» ne peut pas être fait (%s) : choisissez un dossier où vous pouvez écrire.", path,
        strerror(errno));
}

static enum status choose_names(
    const char *path, struct arena *arena, struct site_of_work *work, struct problem *problem)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    char *parent = slash == NULL ? arena_copy(arena, ".")
                                 : arena_format(arena, "%.*s/", (int)(slash - path), path);
    if (*base == '\0')
        return problem_set(problem, STATUS_REFUSED,
            "«%s» n'est pas un nom de fichier : ajoutez-en un, comme ville.ctg.", path);
    if (parent == NULL)
        return problem_set_no_memory(problem);
    char *folder = realpath(parent, NULL);
    if (folder == NULL)
        return cannot_make(path, problem);
    work->folder = arena_copy(arena, folder);
    work->path = arena_format(arena, "%s/%s", folder, base);
    work->draft = arena_format(arena, "%s/.%s.XXXXXX", folder, base);
    free(folder);
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

static enum status refuse_existing(const char *path, struct problem *problem)
{
    return problem_set(
        problem, STATUS_REFUSED, "«%s» existe déjà : choisissez un autre nom.", path);
}

// A UUID of version 4 (RFC 9562).
static void make_uuid(struct identifiers *identifiers, char uuid[UUID_TEXT_SIZE])
{
    uint64_t high = (identifiers_random(identifiers) & ~UINT64_C(0xF000)) | UINT64_C(0x4000);
    uint64_t low = (identifiers_random(identifiers) & UINT64_C(0x3FFFFFFFFFFFFFFF)) | UINT64_C(1)
                                                                                          << 63;
    snprintf(uuid, UUID_TEXT_SIZE, "%08x-%04x-%04x-%04x-%012llx", (unsigned)(high >> 32),
        (unsigned)(high >> 16 & 0xFFFF), (unsigned)(high & 0xFFFF), (unsigned)(low >> 48),
        (unsigned long long)(low & UINT64_C(0xFFFFFFFFFFFF)));
}

static enum status write_identity(struct store *store, struct problem *problem)
{
    struct local_time now = clock_local(store->clock);
    char at[LOCAL_TIME_TEXT_SIZE];
    local_time_text(&now, at);
    make_uuid(&store->identifiers, store->uuid);
    struct statement statement;
    statement_open(&statement, store, "INSERT INTO file (id, uuid, created_at) VALUES (1, ?, ?)");
    statement_bind_text(&statement, store->uuid);
    statement_bind_text(&statement, at);
    return statement_run(&statement, problem);
}

static enum status fill(
    struct store *store, const struct convention *convention, struct problem *problem)
{
    char pragma[64];
    snprintf(pragma, sizeof pragma, "PRAGMA application_id = %d", STORE_APPLICATION_ID);
    enum status status = connection_begin(store, problem);
    if (status != STATUS_DONE)
        return status;
    status = database_execute(store->database, store->path, pragma, problem);
    if (status == STATUS_DONE)
        status = migration_run(store->database, store->path, 0, migration_latest(), problem);
    if (status == STATUS_DONE)
        status = write_identity(store, problem);
    if (status == STATUS_DONE)
        status = convention_write(store, convention, problem);
    if (status == STATUS_DONE)
        return connection_commit(store, problem);
    connection_roll_back(store);
    return status;
}

static enum status make_draft(const struct store_options *options, const struct site_of_work *work,
    const struct convention *convention, struct problem *problem)
{
    struct store *store = calloc(1, sizeof *store);
    if (store == NULL)
        return problem_set_no_memory(problem);
    store->clock = options->clock;
    store->path = strdup(work->path);
    enum status status = store->path == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
    identifiers_init(&store->identifiers, options->clock, options->seeded, 0);
    if (status == STATUS_DONE)
        status = database_open(&store->database, work->draft, DATABASE_WRITE, problem);
    if (status == STATUS_DONE) {
        connection_guard_commits(store);
        status = fill(store, convention, problem);
    }
    store_destroy(store);
    return status;
}

// `link` refuses a name that is taken; where a medium has no links (FAT), the name was free a
// moment ago.
static enum status put_in_place(const struct site_of_work *work, struct problem *problem)
{
    bool placed = link(work->draft, work->path) == 0;
    if (!placed && errno == EEXIST)
        return refuse_existing(work->path, problem);
    if (!placed)
        placed = access(work->path, F_OK) != 0 && rename(work->draft, work->path) == 0;
    if (!placed)
        return cannot_make(work->path, problem);
    int folder = open(work->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    return STATUS_DONE;
}

static enum status create(const struct store_options *options, struct arena *arena,
    const struct convention *convention, struct problem *problem)
{
    struct site_of_work work = {0};
    enum status status = choose_names(options->path, arena, &work, problem);
    if (status != STATUS_DONE || work.path == NULL)
        return status;
    if (access(work.path, F_OK) == 0)
        return refuse_existing(work.path, problem);
    int descriptor = mkstemp(work.draft);
    if (descriptor < 0)
        return cannot_make(work.path, problem);
    close(descriptor);
    status = make_draft(options, &work, convention, problem);
    if (status == STATUS_DONE)
        status = put_in_place(&work, problem);
    database_discard(work.draft);
    return status;
}

enum status store_create(const struct store_options *options, const struct convention *convention,
    struct problem *problem)
{
    struct arena arena = {0};
    enum status status = create(options, &arena, convention, problem);
    arena_clear(&arena);
    return status;
}
