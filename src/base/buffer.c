// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

void buffer_clear(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){0};
}

void buffer_reset(struct buffer *buffer)
{
    buffer->failed = false;
    buffer_truncate(buffer, 0);
}

const char *buffer_text(const struct buffer *buffer)
{
    return buffer->bytes == NULL ? "" : buffer->bytes;
}

bool buffer_failed(const struct buffer *buffer)
{
    return buffer->failed;
}

// Makes room for `extra` more bytes and the NUL behind them.
static bool reserve(struct buffer *buffer, size_t extra)
{
    if (buffer->failed)
        return false;
    if (extra >= SIZE_MAX / 2 - buffer->length) {
        buffer->failed = true;
        return false;
    }
    size_t needed = buffer->length + extra + 1;
    if (needed <= buffer->capacity)
        return true;
    size_t capacity = buffer->capacity < FIRST_CAPACITY ? FIRST_CAPACITY : buffer->capacity;
    while (capacity < needed)
        capacity *= 2;
    char *bytes = realloc(buffer->bytes, capacity);
    if (bytes == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

char *buffer_take(struct buffer *buffer)
{
    char *bytes = reserve(buffer, 0) ? buffer->bytes : NULL;
    if (bytes == NULL) {
        buffer_clear(buffer);
        return NULL;
    }
    bytes[buffer->length] = '\0';
    *buffer = (struct buffer){0};
    return bytes;
}

void buffer_append(struct buffer *buffer, const char *text)
{
    buffer_append_bytes(buffer, text, strlen(text));
}

void buffer_append_bytes(struct buffer *buffer, const char *bytes, size_t length)
{
    if (!reserve(buffer, length))
        return;
    if (length > 0)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_append_character(struct buffer *buffer, char character)
{
    buffer_append_bytes(buffer, &character, 1);
}

void buffer_append_repeated(struct buffer *buffer, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buffer_append(buffer, text);
}

void buffer_append_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int wanted = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (wanted < 0)
        buffer->failed = true;
    else if (reserve(buffer, (size_t)wanted)) {
        vsnprintf(buffer->bytes + buffer->length, (size_t)wanted + 1, format, again);
        buffer->length += (size_t)wanted;
    }
    va_end(again);
}

void buffer_splice(
    struct buffer *buffer, size_t offset, size_t removed, const char *bytes, size_t length)
{
    if (!reserve(buffer, length))
        return;
    char *place = buffer->bytes + offset;
    memmove(place + length, place + removed, buffer->length - offset - removed);
    if (length > 0)
        memcpy(place, bytes, length);
    buffer->length = buffer->length - removed + length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_truncate(struct buffer *buffer, size_t length)
{
    if (length > buffer->length)
        return;
    buffer->length = length;
    if (buffer->bytes != NULL)
        buffer->bytes[length] = '\0';
}
