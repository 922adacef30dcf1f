// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a SQLite file is one of ours, and whole. For src/store alone.
//
// What was last checked is remembered in the state folder (device, inode, size, time of change), so
// that the costly checks run only on a file that came from elsewhere or was changed by another
// program: 15 ms on 14.6 MB, measured.
#ifndef GREFFE_STORE_FILE_CHECK_H
#define GREFFE_STORE_FILE_CHECK_H

#include <sqlite3.h>
#include <stdbool.h>

#include "base/status.h"

// The application id and the version of the schema; STATUS_UNUSABLE for a foreign or newer file.
enum status file_check_identity(
    sqlite3 *database, const char *path, int *version, struct problem *problem);

// The schema is word for word that of its version: tables, triggers and views of others are
// refused; `sqlite_stat*` and an index that a user added are not.
enum status file_check_schema(
    sqlite3 *database, const char *path, int version, struct problem *problem);

// PRAGMA quick_check.
enum status file_check_content(sqlite3 *database, const char *path, struct problem *problem);

// Whether the file is as this program last left it. `state_folder` may be NULL: it is not.
bool file_was_seen(const char *state_folder, const char *path);

// Whether this program ever saw it here.
bool file_is_known(const char *state_folder, const char *path);

// Remembers it as it is now. To be called when no connection of this process is open on it, or
// nothing will change it any more; failing is no harm.
void file_remember(const char *state_folder, const char *path);

#endif
