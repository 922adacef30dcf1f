// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that is freed all at once: the rows of a query, the state of a reload. Pointers into it
// live until `arena_clear`.
#ifndef GREFFE_BASE_ARENA_H
#define GREFFE_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

// Ready when zeroed.
struct arena {
    struct arena_block *blocks;
    bool failed; // sticky: an allocation was refused since the last clear
};

void arena_clear(struct arena *arena);

// Zeroed memory, aligned for any object; NULL when memory ends (and `failed` is set).
void *arena_allocate(struct arena *arena, size_t size);

// A zeroed array of `count` objects of `size` bytes; NULL as above.
void *arena_array(struct arena *arena, size_t count, size_t size);

// Copies `text` (NULL is copied as NULL) or formats one; NULL when memory ends.
char *arena_copy(struct arena *arena, const char *text);
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// Makes room in a growing array inside the arena: when `count` has reached `*capacity`, moves
// `items` to one twice as long. Returns where the array now is; NULL when memory ends (the old
// array is still whole).
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
