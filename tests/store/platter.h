// SPDX-License-Identifier: GPL-3.0-or-later
// What is written to files and what of it has reached the disk, so that a power cut can be looked
// at. The paths are those of real files, which a cut is written into.
#ifndef GREFFE_TESTS_STORE_PLATTER_H
#define GREFFE_TESTS_STORE_PLATTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PLATTER_PATH_SIZE = 256 };

struct platter_bytes {
    unsigned char *at;
    size_t length;
};

// A file, whatever its name is.
struct platter_file {
    struct platter_file *next;
    struct platter_bytes synced, written;
    bool *dirty; // per sector: written since the last synchronisation
    size_t sectors;
};

struct platter_name {
    struct platter_name *next;
    char path[PLATTER_PATH_SIZE];
    struct platter_file *synced, *written; // NULL: there is no such file
};

struct platter {
    struct platter_file *files;
    struct platter_name *names;
};

// Two seeds are not random: nothing survives that was not synchronised, and all of it does.
enum { SEED_NOTHING_SURVIVES, SEED_ALL_SURVIVES, SEED_FIRST_RANDOM };

// A platter is ready when zeroed.
void platter_clear(struct platter *platter);

// The file of that name; NULL where there is none, or it was not met yet.
struct platter_file *platter_find(const struct platter *platter, const char *path);

// Meets a file that holds `length` bytes. It was there before, unless it is empty: then it was just
// made, and its folder is not synchronised.
struct platter_file *platter_add(
    struct platter *platter, const char *path, const void *bytes, size_t length);

void platter_remove(struct platter *platter, const char *path);

void platter_write(struct platter_file *file, const void *bytes, size_t length, size_t offset);
void platter_truncate(struct platter_file *file, size_t length);

void platter_sync(struct platter_file *file);
void platter_sync_folder(struct platter *platter, const char *path); // of this file
bool platter_is_synchronised(const struct platter *platter);

// Writes into the real files what survives a cut. Gives a number that is the same where the files
// are.
uint64_t platter_survive(const struct platter *platter, uint64_t seed);

// The real files that are known by name are what has reached the disk.
void platter_reload(struct platter *platter);

#endif
