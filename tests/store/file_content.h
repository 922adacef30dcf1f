// SPDX-License-Identifier: GPL-3.0-or-later
// What a file holds, as one number, read by a connection of its own.
#ifndef GREFFE_TESTS_STORE_FILE_CONTENT_H
#define GREFFE_TESTS_STORE_FILE_CONTENT_H

#include <stdbool.h>
#include <stdint.h>

// Of the rows of every table but `journal`, in whatever order they stand.
uint64_t file_data(const char *path);

// The same and the journal. Of a changeset only the length counts: the order of its rows is free.
uint64_t file_content(const char *path);

// integrity_check and foreign_key_check find nothing.
bool file_is_whole(const char *path);

#endif
