// SPDX-License-Identifier: GPL-3.0-or-later
// Who keeps a SQLite file locked, for a sentence that says whom to wait for.
#ifndef GREFFE_STORE_LOCK_HOLDER_H
#define GREFFE_STORE_LOCK_HOLDER_H

#include <stddef.h>

// Writes «sqlite3 (processus 1234)», or an empty text when nobody is found. Asks the kernel about
// the bytes that SQLite locks (sqlite.org/c3ref: PENDING_BYTE 0x40000000 in os.h). To be called
// only while this process holds no lock on the file: closing a descriptor drops a process's locks.
void lock_holder(const char *path, char *text, size_t size);

#endif
