// SPDX-License-Identifier: GPL-3.0-or-later
// A disk whose power can be cut and whose calls can fail: a VFS of SQLite over the system's one,
// its default while it lives. What goes through the system directly (mkstemp, link) it does not
// see.
//
// The model: a written sector reaches the platter when its file is synchronised, a name made or
// removed when its folder is. In between, a cut leaves of each sector what was there, what was
// written, or rubbish, and of each name its file before or after. The idea is that of SQLite's
// src/test6.c.
#ifndef GREFFE_TESTS_STORE_FAULTY_DISK_H
#define GREFFE_TESTS_STORE_FAULTY_DISK_H

#include <stdbool.h>
#include <stdint.h>

#include "platter.h"

struct faulty_disk;

enum disk_trouble {
    DISK_POWER_CUT, // before the Nth operation that changes something, and then nothing goes
                    // through
    DISK_ERROR,     // the Nth operation of any kind answers SQLITE_IOERR
    DISK_FULL,      // the Nth write answers SQLITE_FULL, half of it written
};

// What is on the disk now counts as synchronised, but for empty files, which were just made.
struct faulty_disk *faulty_disk_create(void);
void faulty_disk_destroy(struct faulty_disk *disk); // no file may be open on it

// Starts counting at 0; the Nth operation from now (from 1) that `trouble` is about meets it. A
// number that is not reached only counts.
void faulty_disk_plan(
    struct faulty_disk *disk, enum disk_trouble trouble, uint64_t nth, bool for_ever);

// Nothing fails any more.
void faulty_disk_calm(struct faulty_disk *disk);

bool faulty_disk_has_struck(const struct faulty_disk *disk);
uint64_t faulty_disk_operations(const struct faulty_disk *disk);

// Cuts the power at once.
void faulty_disk_cut(struct faulty_disk *disk);

// After a cut: writes into the real files what survived. They can then be used as on a good disk,
// and the same cut can be looked at again with another seed, until `faulty_disk_forget`. No file
// may be open. The number that it gives is the same where the files are.
uint64_t faulty_disk_restore(struct faulty_disk *disk, uint64_t seed);

// What is on the disk now counts as synchronised. No file may be open.
void faulty_disk_forget(struct faulty_disk *disk);

// Whether all that was written through the disk has reached it.
bool faulty_disk_is_synchronised(const struct faulty_disk *disk);

#endif
