// SPDX-License-Identifier: GPL-3.0-or-later
// The tables whose changes a gesture records. By name: attaching all of them fails where there is
// FTS5, and what stands outside the journal must stay outside (file.md §3). For src/store alone.
#ifndef GREFFE_STORE_JOURNALED_TABLES_H
#define GREFFE_STORE_JOURNALED_TABLES_H

#include <stddef.h>

extern const char *const journaled_tables[];
extern const size_t journaled_table_count;

#endif
