// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_disk.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

enum operation {
    OPERATION_OPEN,
    OPERATION_READ,
    OPERATION_WRITE,
    OPERATION_TRUNCATE,
    OPERATION_SYNC,
    OPERATION_SIZE,
    OPERATION_DELETE,
    OPERATION_SYNC_FOLDER,
    OPERATION_ACCESS,
    OPERATIONS,
};

static const int error_codes[OPERATIONS] = {
    [OPERATION_OPEN] = SQLITE_CANTOPEN,
    [OPERATION_READ] = SQLITE_IOERR_READ,
    [OPERATION_WRITE] = SQLITE_IOERR_WRITE,
    [OPERATION_TRUNCATE] = SQLITE_IOERR_TRUNCATE,
    [OPERATION_SYNC] = SQLITE_IOERR_FSYNC,
    [OPERATION_SIZE] = SQLITE_IOERR_FSTAT,
    [OPERATION_DELETE] = SQLITE_IOERR_DELETE,
    [OPERATION_SYNC_FOLDER] = SQLITE_IOERR_DIR_FSYNC,
    [OPERATION_ACCESS] = SQLITE_IOERR_ACCESS,
};

#define BIT(operation) (1U << (operation))

static const unsigned operations_of[] = {
    [DISK_POWER_CUT] = BIT(OPERATION_OPEN) | BIT(OPERATION_WRITE) | BIT(OPERATION_TRUNCATE) |
                       BIT(OPERATION_SYNC) | BIT(OPERATION_DELETE) | BIT(OPERATION_SYNC_FOLDER),
    [DISK_ERROR] = BIT(OPERATIONS) - 1,
    [DISK_FULL] = BIT(OPERATION_WRITE),
};

struct faulty_disk {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    struct platter platter;
    enum disk_trouble trouble;
    uint64_t nth, operations; // 0: nothing is planned
    bool for_ever, struck;
    bool cut;      // nothing goes through
    bool restored; // all goes through, and nothing is kept track of
};

struct open_file {
    sqlite3_file base;
    struct faulty_disk *disk;
    struct platter_file *file; // NULL where it is not kept track of
    const char *new_journal; // its path until its first synchronisation, which is its folder's too
    sqlite3_file *real;
};

static bool is_tracking(const struct faulty_disk *disk)
{
    return !disk->cut && !disk->restored;
}

static bool is_tracked(const struct open_file *file)
{
    return file->file != NULL && is_tracking(file->disk);
}

// Every operation asks here whether it may go through.
static int ask(struct faulty_disk *disk, enum operation operation)
{
    if (disk->cut)
        return error_codes[operation];
    if (disk->nth == 0 || (operations_of[disk->trouble] & BIT(operation)) == 0)
        return SQLITE_OK;
    disk->operations++;
    if (disk->operations < disk->nth || (disk->operations > disk->nth && !disk->for_ever))
        return SQLITE_OK;
    disk->struck = true;
    disk->cut = disk->trouble == DISK_POWER_CUT;
    return disk->trouble == DISK_FULL ? SQLITE_FULL : error_codes[operation];
}

static struct open_file *opened(sqlite3_file *file)
{
    return (struct open_file *)file;
}

static int close_file(sqlite3_file *file)
{
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xClose(real);
}

static int read_file(sqlite3_file *file, void *to, int length, sqlite3_int64 offset)
{
    sqlite3_file *real = opened(file)->real;
    int code = ask(opened(file)->disk, OPERATION_READ);
    return code == SQLITE_OK ? real->pMethods->xRead(real, to, length, offset) : code;
}

static int put(struct open_file *file, const void *bytes, size_t length, size_t offset)
{
    if (is_tracked(file))
        platter_write(file->file, bytes, length, offset);
    return file->real->pMethods->xWrite(file->real, bytes, (int)length, (sqlite3_int64)offset);
}

static int write_file(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
    int code = ask(opened(file)->disk, OPERATION_WRITE);
    if (code == SQLITE_OK)
        return put(opened(file), bytes, (size_t)length, (size_t)offset);
    if (code == SQLITE_FULL)
        put(opened(file), bytes, (size_t)length / 2, (size_t)offset);
    return code;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 length)
{
    struct open_file *open_file = opened(file);
    int code = ask(open_file->disk, OPERATION_TRUNCATE);
    if (code != SQLITE_OK)
        return code;
    if (is_tracked(open_file))
        platter_truncate(open_file->file, (size_t)length);
    return open_file->real->pMethods->xTruncate(open_file->real, length);
}

// The real file need not be synchronised: no real power is cut.
static int sync_file(sqlite3_file *file, int flags)
{
    struct open_file *open_file = opened(file);
    int code = ask(open_file->disk, OPERATION_SYNC);
    (void)flags;
    if (code != SQLITE_OK || !is_tracked(open_file))
        return code;
    platter_sync(open_file->file);
    if (open_file->new_journal != NULL)
        platter_sync_folder(&open_file->disk->platter, open_file->new_journal);
    open_file->new_journal = NULL;
    return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    sqlite3_file *real = opened(file)->real;
    int code = ask(opened(file)->disk, OPERATION_SIZE);
    return code == SQLITE_OK ? real->pMethods->xFileSize(real, size) : code;
}

static int lock_file(sqlite3_file *file, int level)
{
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xLock(real, level);
}

static int unlock_file(sqlite3_file *file, int level)
{
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xUnlock(real, level);
}

static int check_reserved(sqlite3_file *file, int *reserved)
{
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xCheckReservedLock(real, reserved);
}

static int control_file(sqlite3_file *file, int operation, void *argument)
{
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xFileControl(real, operation, argument);
}

static int sector_size(sqlite3_file *file)
{
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xSectorSize(real);
}

static int characteristics(sqlite3_file *file)
{
    sqlite3_file *real = opened(file)->real;
    return real->pMethods->xDeviceCharacteristics(real);
}

static const sqlite3_io_methods file_methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

static struct faulty_disk *disk_of(sqlite3_vfs *vfs)
{
    return vfs->pAppData;
}

// Through the handle: closing another one would drop the locks of this process.
static struct platter_file *load(struct platter *platter, const char *path, sqlite3_file *real)
{
    sqlite3_int64 size = 0;
    real->pMethods->xFileSize(real, &size);
    void *bytes = calloc(1, (size_t)size + 1);
    assert_non_null(bytes);
    if (size > 0)
        real->pMethods->xRead(real, bytes, (int)size, 0);
    struct platter_file *file = platter_add(platter, path, bytes, (size_t)size);
    free(bytes);
    return file;
}

static void track(struct open_file *file, const char *path)
{
    file->file = platter_find(&file->disk->platter, path);
    if (file->file == NULL)
        file->file = load(&file->disk->platter, path, file->real);
}

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out)
{
    struct faulty_disk *disk = disk_of(vfs);
    struct open_file *open_file = opened(file);
    *open_file = (struct open_file){.disk = disk, .real = (sqlite3_file *)(open_file + 1)};
    int code = ask(disk, OPERATION_OPEN);
    if (code == SQLITE_OK)
        code = disk->real->xOpen(disk->real, path, open_file->real, flags, out);
    if (code != SQLITE_OK)
        return code;
    open_file->base.pMethods = &file_methods;
    if (path != NULL && is_tracking(disk))
        track(open_file, path);
    // As in SQLite's os_unix.c.
    if ((flags & SQLITE_OPEN_CREATE) != 0 && (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0)
        open_file->new_journal = path;
    return SQLITE_OK;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int synchronise)
{
    struct faulty_disk *disk = disk_of(vfs);
    int code = ask(disk, OPERATION_DELETE);
    if (code == SQLITE_OK)
        code = disk->real->xDelete(disk->real, path, 0);
    if (code != SQLITE_OK)
        return code;
    if (is_tracking(disk))
        platter_remove(&disk->platter, path);
    if (synchronise == 0)
        return SQLITE_OK;
    code = ask(disk, OPERATION_SYNC_FOLDER);
    if (code == SQLITE_OK && is_tracking(disk))
        platter_sync_folder(&disk->platter, path);
    return code;
}

static int access_file(sqlite3_vfs *vfs, const char *path, int flags, int *answer)
{
    struct faulty_disk *disk = disk_of(vfs);
    int code = ask(disk, OPERATION_ACCESS);
    return code == SQLITE_OK ? disk->real->xAccess(disk->real, path, flags, answer) : code;
}

static int full_path(sqlite3_vfs *vfs, const char *path, int size, char *full)
{
    sqlite3_vfs *real = disk_of(vfs)->real;
    return real->xFullPathname(real, path, size, full);
}

static int randomness(sqlite3_vfs *vfs, int length, char *bytes)
{
    sqlite3_vfs *real = disk_of(vfs)->real;
    return real->xRandomness(real, length, bytes);
}

static int do_not_sleep(sqlite3_vfs *vfs, int microseconds)
{
    (void)vfs;
    return microseconds;
}

static int current_time(sqlite3_vfs *vfs, double *days)
{
    sqlite3_vfs *real = disk_of(vfs)->real;
    return real->xCurrentTime(real, days);
}

static int last_error(sqlite3_vfs *vfs, int size, char *text)
{
    sqlite3_vfs *real = disk_of(vfs)->real;
    return real->xGetLastError(real, size, text);
}

struct faulty_disk *faulty_disk_create(void)
{
    struct faulty_disk *disk = malloc(sizeof *disk);
    assert_non_null(disk);
    sqlite3_vfs *real = sqlite3_vfs_find(NULL);
    *disk = (struct faulty_disk){.real = real};
    disk->vfs = (sqlite3_vfs){
        .iVersion = 1,
        .szOsFile = (int)sizeof(struct open_file) + real->szOsFile,
        .mxPathname = PLATTER_PATH_SIZE - 1,
        .zName = "faulty",
        .pAppData = disk,
        .xOpen = open_file,
        .xDelete = delete_file,
        .xAccess = access_file,
        .xFullPathname = full_path,
        .xRandomness = randomness,
        .xSleep = do_not_sleep,
        .xCurrentTime = current_time,
        .xGetLastError = last_error,
    };
    assert_int_equal(sqlite3_vfs_register(&disk->vfs, 1), SQLITE_OK);
    return disk;
}

void faulty_disk_destroy(struct faulty_disk *disk)
{
    sqlite3_vfs_unregister(&disk->vfs);
    sqlite3_vfs_register(disk->real, 1);
    platter_clear(&disk->platter);
    free(disk);
}

void faulty_disk_plan(
    struct faulty_disk *disk, enum disk_trouble trouble, uint64_t nth, bool for_ever)
{
    disk->trouble = trouble;
    disk->nth = nth;
    disk->for_ever = for_ever;
    disk->operations = 0;
    disk->struck = false;
}

void faulty_disk_calm(struct faulty_disk *disk)
{
    disk->nth = 0;
}

bool faulty_disk_has_struck(const struct faulty_disk *disk)
{
    return disk->struck;
}

uint64_t faulty_disk_operations(const struct faulty_disk *disk)
{
    return disk->operations;
}

void faulty_disk_cut(struct faulty_disk *disk)
{
    disk->cut = true;
}

uint64_t faulty_disk_restore(struct faulty_disk *disk, uint64_t seed)
{
    disk->cut = false;
    disk->restored = true;
    faulty_disk_calm(disk);
    return platter_survive(&disk->platter, seed);
}

void faulty_disk_forget(struct faulty_disk *disk)
{
    platter_reload(&disk->platter);
    disk->cut = disk->restored = false;
    faulty_disk_calm(disk);
}

bool faulty_disk_is_synchronised(const struct faulty_disk *disk)
{
    return platter_is_synchronised(&disk->platter);
}
