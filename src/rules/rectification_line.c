// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rectification_line.h"

#include <stdbool.h>
#include <string.h>

static size_t without_blanks(const char *text, size_t length)
{
    while (length > 0 && strchr(" \t", text[length - 1]) != NULL)
        length--;
    return length;
}

// Where the bracket opens that the last one closes; `length` for none.
static size_t opening(const char *line, size_t length)
{
    int depth = 0;
    for (size_t i = length; i-- > 0;) {
        depth += line[i] == ')';
        depth -= line[i] == '(';
        if (depth == 0)
            return i;
    }
    return length;
}

static const char *cut(const char *line, size_t start, size_t end, struct arena *arena)
{
    while (start < end && line[start] == ' ')
        start++;
    return arena_format(
        arena, "%.*s", (int)(without_blanks(line + start, end - start)), line + start);
}

struct rectification_line rectification_line_read(const char *line, struct arena *arena)
{
    size_t length = without_blanks(line, strlen(line));
    bool closes = length > 0 && line[length - 1] == ')';
    size_t start = closes ? opening(line, length) : length;
    struct rectification_line read = {.text = cut(line, 0, start, arena)};
    read.reason = start == length ? cut(line, length, length, arena)
                                  : cut(line, start + 1, length - 1, arena);
    return read;
}
