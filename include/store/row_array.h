// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a query gathered into an array, in an arena. For src/store alone.
//
//     struct row_array rows = ROW_ARRAY(arena, struct plan_axis);
//     while (statement_row(&statement) && (axis = row_array_add(&rows, &statement)) != NULL)
//         …
#ifndef GREFFE_STORE_ROW_ARRAY_H
#define GREFFE_STORE_ROW_ARRAY_H

#include <stddef.h>

#include "base/arena.h"
#include "store/statement.h"

struct row_array {
    struct arena *arena;
    size_t size; // of a row
    void *items; // NULL while there is none
    size_t count, capacity;
};

#define ROW_ARRAY(ARENA, TYPE)                                                                     \
    {                                                                                              \
        .arena = (ARENA), .size = sizeof(TYPE)                                                     \
    }

// A new zeroed row, valid until the next call; NULL when memory ends, which the statement then
// answers for.
void *row_array_add(struct row_array *rows, struct statement *statement);

#endif
