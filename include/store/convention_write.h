// SPDX-License-Identifier: GPL-3.0-or-later
// A new file filled with its convention. For src/store alone: creation calls it inside its own
// transaction, and it writes outside any gesture.
//
// Ids are fixed, so that two files made from one convention can be merged: each table has a range
// of CONVENTION_ID_RANGE ids of its own, an axis stands at its number, other rows in the order of
// the convention. They are smaller than any id that the program gives (store_new_id). No INI that
// is read holds as many rows as a range does.
#ifndef GREFFE_STORE_CONVENTION_WRITE_H
#define GREFFE_STORE_CONVENTION_WRITE_H

#include "base/status.h"
#include "store/convention.h"
#include "store/store.h"

enum { CONVENTION_ID_RANGE = 100000 };

// The tables must be empty; the convention must be one that convention_check accepts, its texts
// clean. On failure the caller rolls back.
enum status convention_write(
    struct store *store, const struct convention *convention, struct problem *problem);

#endif
