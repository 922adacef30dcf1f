// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/organisation_line.h"

#include <string.h>

static const char *trimmed(struct arena *arena, const char *text, size_t length)
{
    while (length > 0 && *text == ' ') {
        text++;
        length--;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return arena_format(arena, "%.*s", (int)length, text);
}

enum status organisation_line_read(
    const char *text, struct arena *arena, struct organisation_line *line, struct problem *problem)
{
    const char *comma = strrchr(text, ',');
    size_t length = comma == NULL ? strlen(text) : (size_t)(comma - text);
    const char *named = trimmed(arena, text, length);
    *line = (struct organisation_line){0};
    if (named == NULL)
        return problem_set_no_memory(problem);
    size_t code = strcspn(named, " ");
    line->code = trimmed(arena, named, code);
    line->label = named[code] == '\0' ? line->code : named + code + strspn(named + code, " ");
    line->college = comma == NULL ? NULL : trimmed(arena, comma + 1, strlen(comma + 1));
    if (arena->failed)
        return problem_set_no_memory(problem);
    if (line->college != NULL && line->college[0] == '\0')
        line->college = NULL;
    if (line->code[0] == '\0')
        return problem_set(problem, STATUS_REFUSED,
            "Écrivez le code de l'organisme, son nom, puis son collège derrière une virgule.");
    return STATUS_DONE;
}

void organisation_line_write(struct buffer *out, const struct organisation_line *line)
{
    buffer_append_format(out, "%s %s", line->code, line->label);
    if (line->college != NULL)
        buffer_append_format(out, ", %s", line->college);
    else if (strchr(line->label, ',') != NULL)
        buffer_append(out, ",");
}
