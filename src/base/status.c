// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// Drops a UTF-8 sequence that the end of the buffer has cut.
static void trim_partial_character(char *text)
{
    size_t end = strlen(text);
    size_t lead = end;
    while (lead > 0 && ((unsigned char)text[lead - 1] & 0xC0U) == 0x80U)
        lead--;
    if (lead == 0)
        return;
    unsigned char first = (unsigned char)text[lead - 1];
    size_t expected = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : first >= 0xC0U ? 2 : 1;
    if (end - (lead - 1) < expected)
        text[lead - 1] = '\0';
}

enum status problem_set(struct problem *problem, enum status status, const char *format, ...)
{
    if (problem == NULL || problem->status != STATUS_DONE)
        return status;
    problem->status = status;
    va_list arguments;
    va_start(arguments, format);
    int wanted = vsnprintf(problem->sentence, sizeof problem->sentence, format, arguments);
    va_end(arguments);
    if (wanted >= (int)sizeof problem->sentence)
        trim_partial_character(problem->sentence);
    return status;
}

enum status problem_set_no_memory(struct problem *problem)
{
    return problem_set(problem, STATUS_SYSTEM,
        "La mémoire manque : fermez d'autres programmes, puis recommencez.");
}
