// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ini_block.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

static enum status refuse(const struct ini *ini, const char *section, const char *key,
    struct problem *problem, const char *format, va_list arguments)
    __attribute__((format(printf, 5, 0)));

static enum status refuse(const struct ini *ini, const char *section, const char *key,
    struct problem *problem, const char *format, va_list arguments)
{
    char reason[PROBLEM_SENTENCE_SIZE];
    vsnprintf(reason, sizeof reason, format, arguments);
    int line = key == NULL ? 0 : ini_line(ini, section, key);
    if (line == 0)
        line = ini_line(ini, section, NULL);
    return problem_set(
        problem, STATUS_UNUSABLE, "%s, ligne %d, [%s] : %s.", ini_name(ini), line, section, reason);
}

enum status ini_refuse(const struct ini *ini, const char *section, const char *key,
    struct problem *problem, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    enum status status = refuse(ini, section, key, problem, format, arguments);
    va_end(arguments);
    return status;
}

static const char *section_of(const struct ini_block *block)
{
    return ini_section_name(block->ini, block->index);
}

enum status ini_block_refuse(
    const struct ini_block *block, const char *key, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    enum status status =
        refuse(block->ini, section_of(block), key, block->problem, format, arguments);
    va_end(arguments);
    return status;
}

const char *ini_block_value(const struct ini_block *block, const char *key)
{
    const char *value = ini_get(block->ini, section_of(block), key);
    return value == NULL || *value == '\0' ? NULL : value;
}

static bool is_known(const struct ini_block *block, const char *key)
{
    for (size_t i = 0; i < block->column_count; i++)
        if (strcmp(block->columns[i].key, key) == 0)
            return true;
    return block->series != NULL && strncmp(key, block->series, strlen(block->series)) == 0;
}

static enum status refuse_key(const struct ini_block *block, const char *key)
{
    struct buffer known = {0};
    for (size_t i = 0; i < block->column_count; i++)
        buffer_append_format(&known, "%s%s", i == 0 ? "" : ", ", block->columns[i].key);
    if (block->series != NULL)
        buffer_append_format(&known, ", %s1", block->series);
    enum status status = ini_block_refuse(
        block, key, "la clé «%s» est inconnue ici ; on attend %s", key, buffer_text(&known));
    buffer_clear(&known);
    return status;
}

static enum status check_keys(const struct ini_block *block)
{
    for (size_t i = 0; i < ini_key_count(block->ini, block->index); i++) {
        const char *key = ini_key_name(block->ini, block->index, i);
        if (!is_known(block, key))
            return refuse_key(block, key);
    }
    return STATUS_DONE;
}

static enum status read_column(
    const struct ini_block *block, const struct ini_column *column, void *row)
{
    const char *value = ini_block_value(block, column->key);
    if (value == NULL && column->need == INI_REQUIRED)
        return ini_block_refuse(block, column->key, "il manque «%s = …»", column->key);
    if (value == NULL || column->offset == INI_NO_TEXT)
        return STATUS_DONE;
    const char *copy = arena_copy(block->arena, value);
    if (copy == NULL)
        return problem_set_no_memory(block->problem);
    memcpy((char *)row + column->offset, &copy, sizeof copy);
    return STATUS_DONE;
}

enum status ini_block_read(const struct ini_block *block, void *row)
{
    enum status status = check_keys(block);
    for (size_t i = 0; i < block->column_count && status == STATUS_DONE; i++)
        status = read_column(block, &block->columns[i], row);
    return status;
}

enum status ini_block_number(
    const struct ini_block *block, const char *key, int low, int high, int *number)
{
    const char *value = ini_block_value(block, key);
    if (value == NULL)
        return STATUS_DONE;
    char *end = NULL;
    long read = strtol(value, &end, 10);
    if (end == value || *end != '\0' || read < low || read > high)
        return ini_block_refuse(block, key, "«%s» attend un nombre de %d à %d", key, low, high);
    *number = (int)read;
    return STATUS_DONE;
}
