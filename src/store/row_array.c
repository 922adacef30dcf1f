// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_array.h"

#include <string.h>

void *row_array_add(struct row_array *rows, struct statement *statement)
{
    void *items = arena_grow(rows->arena, rows->items, rows->count, &rows->capacity, rows->size);
    if (items == NULL) {
        statement->out_of_memory = true;
        return NULL;
    }
    rows->items = items;
    void *row = (char *)items + rows->count++ * rows->size;
    memset(row, 0, rows->size);
    return row;
}
