// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/json.h"

#include <inttypes.h>
#include <string.h>

#include "text/character.h"
#include "text/clean.h"

enum { LONGEST_CHARACTER = 4 };

static void append_character(struct buffer *out, const char *bytes, struct character character)
{
    char alone[LONGEST_CHARACTER + 1] = {0};
    memcpy(alone, bytes, character.length);
    if (character.code == '"' || character.code == '\\')
        buffer_append_format(out, "\\%s", alone);
    else if (character.code == '\n')
        buffer_append(out, "\\n");
    else if (character.code == CHARACTER_INVALID)
        character_append(out, CHARACTER_REPLACEMENT);
    else if (text_is_harmless(alone))
        buffer_append(out, alone);
    else
        buffer_append_format(out, "\\u%04" PRIx32, (uint32_t)character.code);
}

void json_string(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    buffer_append_character(out, '"');
    for (size_t offset = 0; offset < length;) {
        struct character character = character_at(text, length, offset);
        append_character(out, text + offset, character);
        offset += character.length;
    }
    buffer_append_character(out, '"');
}

static void append_value(struct buffer *out, const struct listing_value *value)
{
    switch (value->type) {
    case LISTING_NULL:
        buffer_append(out, "null");
        break;
    case LISTING_INTEGER:
        buffer_append_format(out, "%" PRId64, value->integer);
        break;
    case LISTING_TEXT:
        json_string(out, value->text);
        break;
    }
}

void json_members(struct buffer *out, const struct rows *rows, size_t row)
{
    for (size_t column = 0; column < rows->column_count; column++) {
        if (column > 0)
            buffer_append_character(out, ',');
        json_string(out, rows->names[column]);
        buffer_append_character(out, ':');
        append_value(out, rows_value(rows, row, column));
    }
}

void json_rows(struct buffer *out, const struct rows *rows)
{
    buffer_append(out, "[");
    for (size_t row = 0; row < rows->count; row++) {
        buffer_append(out, row == 0 ? "\n{" : ",\n{");
        json_members(out, rows, row);
        buffer_append(out, "}");
    }
    buffer_append(out, rows->count == 0 ? "]\n" : "\n]\n");
}
