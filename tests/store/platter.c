// SPDX-License-Identifier: GPL-3.0-or-later
#include "platter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

enum { SECTOR = 512, RUBBISH_IN = 4 };

#define FIRST_HASH UINT64_C(0xCBF29CE484222325)

static void *must_allocate(void *old, size_t size)
{
    void *memory = realloc(old, size > 0 ? size : 1);
    if (memory == NULL)
        abort();
    return memory;
}

static void resize(struct platter_bytes *bytes, size_t length)
{
    bytes->at = must_allocate(bytes->at, length);
    if (length > bytes->length)
        memset(bytes->at + bytes->length, 0, length - bytes->length);
    bytes->length = length;
}

static void mark_dirty(struct platter_file *file, size_t from, size_t to)
{
    size_t sectors = (to + SECTOR - 1) / SECTOR;
    if (sectors > file->sectors) {
        file->dirty = must_allocate(file->dirty, sectors * sizeof *file->dirty);
        memset(file->dirty + file->sectors, 0, (sectors - file->sectors) * sizeof *file->dirty);
        file->sectors = sectors;
    }
    for (size_t i = from / SECTOR; i < sectors; i++)
        file->dirty[i] = true;
}

void platter_write(struct platter_file *file, const void *bytes, size_t length, size_t offset)
{
    if (file->written.at == NULL || offset + length > file->written.length)
        resize(&file->written, offset + length);
    memcpy(file->written.at + offset, bytes, length);
    mark_dirty(file, offset, offset + length);
}

void platter_truncate(struct platter_file *file, size_t length)
{
    size_t before = file->written.length;
    resize(&file->written, length);
    mark_dirty(file, length, before);
}

void platter_sync(struct platter_file *file)
{
    resize(&file->synced, file->written.length);
    memcpy(file->synced.at, file->written.at, file->written.length);
    if (file->sectors > 0)
        memset(file->dirty, 0, file->sectors * sizeof *file->dirty);
}

void platter_sync_folder(struct platter *platter, const char *path)
{
    size_t folder = (size_t)(strrchr(path, '/') - path) + 1;
    for (struct platter_name *name = platter->names; name != NULL; name = name->next)
        if (strncmp(name->path, path, folder) == 0 && strchr(name->path + folder, '/') == NULL)
            name->synced = name->written;
}

bool platter_is_synchronised(const struct platter *platter)
{
    for (const struct platter_name *name = platter->names; name != NULL; name = name->next)
        if (name->synced != name->written)
            return false;
    for (const struct platter_file *file = platter->files; file != NULL; file = file->next)
        for (size_t i = 0; i < file->sectors; i++)
            if (file->dirty[i])
                return false;
    return true;
}

static struct platter_name *find_name(const struct platter *platter, const char *path)
{
    struct platter_name *name = platter->names;
    while (name != NULL && strcmp(name->path, path) != 0)
        name = name->next;
    return name;
}

struct platter_file *platter_find(const struct platter *platter, const char *path)
{
    const struct platter_name *name = find_name(platter, path);
    return name == NULL ? NULL : name->written;
}

static struct platter_name *add_name(struct platter *platter, const char *path)
{
    struct platter_name *name = must_allocate(NULL, sizeof *name);
    *name = (struct platter_name){.next = platter->names};
    platter->names = name;
    snprintf(name->path, sizeof name->path, "%s", path);
    return name;
}

static struct platter_file *add_file(struct platter *platter)
{
    struct platter_file *file = must_allocate(NULL, sizeof *file);
    *file = (struct platter_file){.next = platter->files};
    platter->files = file;
    return file;
}

struct platter_file *platter_add(
    struct platter *platter, const char *path, const void *bytes, size_t length)
{
    struct platter_name *name = find_name(platter, path);
    if (name == NULL)
        name = add_name(platter, path);
    name->written = add_file(platter);
    platter_write(name->written, bytes, length, 0);
    platter_sync(name->written);
    if (length > 0)
        name->synced = name->written;
    return name->written;
}

void platter_remove(struct platter *platter, const char *path)
{
    struct platter_name *name = find_name(platter, path);
    if (name != NULL)
        name->written = NULL;
}

static void free_files(struct platter *platter)
{
    while (platter->files != NULL) {
        struct platter_file *file = platter->files;
        platter->files = file->next;
        free(file->synced.at);
        free(file->written.at);
        free(file->dirty);
        free(file);
    }
}

void platter_clear(struct platter *platter)
{
    free_files(platter);
    while (platter->names != NULL) {
        struct platter_name *name = platter->names;
        platter->names = name->next;
        free(name);
    }
}

struct chance {
    uint64_t seed, state;
};

// Xorshift64* (Vigna, 2016).
static uint64_t draw(struct chance *chance)
{
    chance->state ^= chance->state >> 12;
    chance->state ^= chance->state << 25;
    chance->state ^= chance->state >> 27;
    return chance->state * UINT64_C(2685821657736338717);
}

static bool survives(struct chance *chance)
{
    if (chance->seed < SEED_FIRST_RANDOM)
        return chance->seed == SEED_ALL_SURVIVES;
    return draw(chance) >> 63 != 0;
}

static bool becomes_rubbish(struct chance *chance)
{
    return chance->seed >= SEED_FIRST_RANDOM && (draw(chance) >> 32) % RUBBISH_IN == 0;
}

static void copy_sector(
    struct platter_bytes *to, const struct platter_bytes *from, size_t offset, size_t length)
{
    size_t there = from->length > offset ? from->length - offset : 0;
    memcpy(to->at + offset, from->at + offset, there < length ? there : length);
}

static void survive(
    const struct platter_file *file, struct chance *chance, struct platter_bytes *bytes)
{
    resize(bytes, survives(chance) ? file->written.length : file->synced.length);
    for (size_t i = 0; i * SECTOR < bytes->length; i++) {
        size_t offset = i * SECTOR;
        size_t length = bytes->length - offset < SECTOR ? bytes->length - offset : SECTOR;
        bool dirty = i < file->sectors && file->dirty[i];
        if (dirty && becomes_rubbish(chance))
            for (size_t j = 0; j < length; j++)
                bytes->at[offset + j] = (unsigned char)(draw(chance) >> 56);
        else
            copy_sector(
                bytes, dirty && survives(chance) ? &file->written : &file->synced, offset, length);
    }
}

// FNV-1a (Fowler, Noll, Vo), a word at a time: the same number, the same files.
static void mix(uint64_t *hash, const char *path, const struct platter_bytes *bytes)
{
    uint64_t word = 0;
    for (size_t i = 0; path[i] != '\0'; i++)
        *hash = (*hash ^ (unsigned char)path[i]) * UINT64_C(0x100000001B3);
    *hash = (*hash ^ bytes->length) * UINT64_C(0x100000001B3);
    for (size_t i = 0; i < bytes->length; i += sizeof word) {
        size_t left = bytes->length - i;
        memcpy(&word, bytes->at + i, left < sizeof word ? left : sizeof word);
        *hash = (*hash ^ word ^ (word >> 32)) * UINT64_C(0x100000001B3);
    }
}

static void write_real(const char *path, const struct platter_bytes *bytes)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes->at, 1, bytes->length, file), bytes->length);
    assert_int_equal(fclose(file), 0);
}

uint64_t platter_survive(const struct platter *platter, uint64_t seed)
{
    struct chance chance = {.seed = seed, .state = seed + 1};
    uint64_t hash = FIRST_HASH;
    for (struct platter_name *name = platter->names; name != NULL; name = name->next) {
        struct platter_bytes bytes = {0};
        const struct platter_file *file =
            name->written != name->synced && survives(&chance) ? name->written : name->synced;
        if (file == NULL) {
            unlink(name->path);
            continue;
        }
        survive(file, &chance, &bytes);
        write_real(name->path, &bytes);
        mix(&hash, name->path, &bytes);
        free(bytes.at);
    }
    return hash;
}

static struct platter_file *load_real(struct platter *platter, const char *path)
{
    FILE *real = fopen(path, "r");
    if (real == NULL)
        return NULL;
    struct platter_file *file = add_file(platter);
    assert_int_equal(fseek(real, 0, SEEK_END), 0);
    resize(&file->written, (size_t)ftell(real));
    rewind(real);
    assert_int_equal(fread(file->written.at, 1, file->written.length, real), file->written.length);
    fclose(real);
    platter_sync(file);
    return file;
}

void platter_reload(struct platter *platter)
{
    free_files(platter);
    for (struct platter_name *name = platter->names; name != NULL; name = name->next)
        name->synced = name->written = load_real(platter, name->path);
}
