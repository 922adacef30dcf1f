// SPDX-License-Identifier: GPL-3.0-or-later
// The small file in which a window keeps one content that changes at each key, and survives being
// cut at any byte. For src/store alone.
//
// A content is written whole, with a number that grows, its length and its checksum, where the
// content before it does not stand: in front of it when there is room, else behind. So the file
// always holds a whole one, and stays three contents long at most. Reading takes the latest that is
// whole. Whoever has the file open holds its lock; a dead window holds none.
#ifndef GREFFE_STORE_DRAFT_FILE_H
#define GREFFE_STORE_DRAFT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/buffer.h"
#include "base/status.h"

struct draft_file {
    int descriptor; // -1 when none is open
    char *path;
    uint64_t number;   // of the latest content
    size_t start, end; // where it stands; both 0 without one
    bool unsynchronised, new_in_folder;
};

void draft_file_init(struct draft_file *file);

// Makes a file of mode 0600 and locks it; its path begins with `prefix`.
enum status draft_file_create(struct draft_file *file, const char *prefix, struct problem *problem);

// Opens and locks a file that is there. False when another window holds it, when it is gone, and
// when it is no plain file of this person.
bool draft_file_take(struct draft_file *file, const char *path);

// Reads the latest whole content. False when there is none.
bool draft_file_read(struct draft_file *file, struct buffer *content);

// Writes a content. When that fails the one before is still there.
enum status draft_file_write(
    struct draft_file *file, const char *content, size_t length, struct problem *problem);

// Forgets every content.
enum status draft_file_empty(struct draft_file *file, struct problem *problem);

// Waits for the disk, if anything was written since.
void draft_file_synchronise(struct draft_file *file);

// When it was last written; zero when that is not known.
struct timespec draft_file_time(const struct draft_file *file);

// Closes, and so unlocks, leaving the file; or takes it away. No file open is allowed.
void draft_file_close(struct draft_file *file);
void draft_file_remove(struct draft_file *file);

#endif
