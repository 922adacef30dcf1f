// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/members_step.h"

#include <stdarg.h>
#include <stdio.h>

void member_step_say(struct member_step *step, const char *format, ...)
{
    char part[PROBLEM_SENTENCE_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(part, sizeof part, format, arguments);
    va_end(arguments);
    buffer_append_format(&step->said, "%s%s", step->said.length > 0 ? " ; " : "", part);
}

enum status member_step_refuse(const struct members_importing *importing,
    const struct member_step *step, const struct problem *cause)
{
    if (cause->status == STATUS_SYSTEM)
        return problem_set(importing->problem, cause->status, "%s", cause->sentence);
    return problem_set(importing->problem, cause->status, "%s, ligne %d : %s",
        importing->table->name, step->row->line, cause->sentence);
}
