// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 4096 - 64 };

struct arena_block {
    struct arena_block *next;
    size_t used;
    size_t size;
    alignas(max_align_t) char bytes[];
};

void arena_clear(struct arena *arena)
{
    struct arena_block *block = arena->blocks;
    while (block != NULL) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    *arena = (struct arena){0};
}

static struct arena_block *add_block(struct arena *arena, size_t size)
{
    size_t wanted = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct arena_block *block = calloc(1, sizeof *block + wanted);
    if (block == NULL)
        return NULL;
    block->size = wanted;
    // A large object gets a block of its own, behind the one that still has room.
    if (size > BLOCK_SIZE && arena->blocks != NULL) {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    } else {
        block->next = arena->blocks;
        arena->blocks = block;
    }
    return block;
}

void *arena_allocate(struct arena *arena, size_t size)
{
    size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX / 4) {
        arena->failed = true;
        return NULL;
    }
    size = (size + alignment - 1) / alignment * alignment;
    struct arena_block *block = arena->blocks;
    if (block == NULL || block->size - block->used < size)
        block = add_block(arena, size);
    if (block == NULL) {
        arena->failed = true;
        return NULL;
    }
    void *place = block->bytes + block->used;
    block->used += size;
    return place;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        arena->failed = true;
        return NULL;
    }
    return arena_allocate(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *text)
{
    if (text == NULL)
        return NULL;
    size_t size = strlen(text) + 1;
    char *copy = arena_allocate(arena, size);
    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int wanted = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = wanted < 0 ? NULL : arena_allocate(arena, (size_t)wanted + 1);
    if (text != NULL)
        vsnprintf(text, (size_t)wanted + 1, format, again);
    va_end(again);
    return text;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t wider = *capacity == 0 ? 8 : *capacity * 2;
    void *moved = arena_array(arena, wider, size);
    if (moved == NULL)
        return NULL;
    if (count > 0)
        memcpy(moved, items, count * size);
    *capacity = wider;
    return moved;
}
