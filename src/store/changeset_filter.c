// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changeset_filter.h"

#include <sqlite3.h>
#include <string.h>

enum {
    TABLE_HEADER = 'T',
    UNDEFINED = 0,
    NUMBER_SIZE = 8,
    VARINT_MOST = 9,
    MOST_COLUMNS = 2000, // SQLite's own limit
};

struct reader {
    const unsigned char *bytes;
    size_t length, offset;
    bool failed;
};

static unsigned char next_byte(struct reader *reader)
{
    if (reader->offset < reader->length)
        return reader->bytes[reader->offset++];
    reader->failed = true;
    return 0;
}

static void skip(struct reader *reader, uint64_t count)
{
    if (count <= reader->length - reader->offset)
        reader->offset += (size_t)count;
    else
        reader->failed = true;
}

// Seven bits a byte, the highest first; a ninth byte has eight.
static uint64_t next_varint(struct reader *reader)
{
    uint64_t value = 0;
    for (int i = 0; i < VARINT_MOST; i++) {
        unsigned char byte = next_byte(reader);
        if (i == VARINT_MOST - 1)
            return (value << 8) | byte;
        value = (value << 7) | (byte & 0x7f);
        if ((byte & 0x80) == 0)
            break;
    }
    return value;
}

static int64_t next_number(struct reader *reader)
{
    uint64_t value = 0;
    for (int i = 0; i < NUMBER_SIZE; i++)
        value = (value << 8) | next_byte(reader);
    return (int64_t)value;
}

// Reads one value; `number` is set when it is an integer.
static void next_value(struct reader *reader, int64_t *number)
{
    switch (next_byte(reader)) {
    case UNDEFINED:
    case SQLITE_NULL:
        break;
    case SQLITE_INTEGER:
        *number = next_number(reader);
        break;
    case SQLITE_FLOAT:
        skip(reader, NUMBER_SIZE);
        break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
        skip(reader, next_varint(reader));
        break;
    default:
        reader->failed = true;
    }
}

struct table {
    const char *name;
    uint64_t columns;
};

// The kind of header was read; the rest follows.
static struct table next_table(struct reader *reader)
{
    struct table table = {.name = "", .columns = next_varint(reader)};
    if (table.columns == 0 || table.columns > MOST_COLUMNS)
        reader->failed = true;
    else
        skip(reader, table.columns);
    const unsigned char *name = reader->bytes + reader->offset;
    const unsigned char *end =
        reader->failed ? NULL : memchr(name, 0, reader->length - reader->offset);
    if (end == NULL) {
        reader->failed = true;
        return table;
    }
    table.name = (const char *)name;
    skip(reader, (uint64_t)(end - name) + 1);
    return table;
}

// The operation was read. An update has the old row and the new one.
static int64_t next_change(struct reader *reader, const struct table *table, int operation)
{
    int64_t id = 0;
    int64_t ignored = 0;
    uint64_t rows = operation == SQLITE_UPDATE ? 2 : 1;
    if (operation != SQLITE_INSERT && operation != SQLITE_DELETE && operation != SQLITE_UPDATE)
        reader->failed = true;
    next_byte(reader); // whether it was indirect
    for (uint64_t i = 0; !reader->failed && i < rows * table->columns; i++)
        next_value(reader, i == 0 ? &id : &ignored);
    return id;
}

static void append(struct buffer *out, const struct reader *reader, size_t start)
{
    buffer_append_bytes(out, (const char *)reader->bytes + start, reader->offset - start);
}

bool changeset_without(
    const struct changeset *changeset, changeset_choice goes, void *context, struct buffer *out)
{
    struct reader reader = {.bytes = changeset->bytes, .length = changeset->length};
    struct table table = {.name = ""};
    size_t length_before = out->length;
    size_t header = 0;
    size_t header_end = 0; // 0 once the header of this table is written
    while (!reader.failed && reader.offset < reader.length) {
        size_t start = reader.offset;
        int operation = next_byte(&reader);
        if (operation == TABLE_HEADER) {
            table = next_table(&reader);
            header = start;
            header_end = reader.offset;
            continue;
        }
        int64_t changed = next_change(&reader, &table, operation);
        if (reader.failed || goes(table.name, changed, context))
            continue;
        if (header_end > header)
            buffer_append_bytes(out, (const char *)reader.bytes + header, header_end - header);
        header_end = header = 0;
        append(out, &reader, start);
    }
    if (!reader.failed && !buffer_failed(out))
        return true;
    buffer_truncate(out, length_before);
    return false;
}
