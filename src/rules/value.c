// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/value.h"

#include <string.h>

#include "base/buffer.h"
#include "text/fold.h"

const char *value_code(const struct value_set *set, int number)
{
    return set->values[number].code;
}

const char *value_label(const struct value_set *set, int number)
{
    return set->values[number].label;
}

bool value_of_code(const struct value_set *set, const char *code, int *number)
{
    for (size_t i = 0; i < set->count; i++) {
        if (strcmp(set->values[i].code, code == NULL ? "" : code) == 0) {
            *number = (int)i;
            return true;
        }
    }
    return false;
}

// As it is compared: «Deux tiers» as `deux-tiers`.
static void append_key(struct buffer *out, const char *text)
{
    struct buffer folded = {0};
    text_fold(&folded, text);
    if (buffer_failed(&folded))
        out->failed = true;
    const char *key = buffer_text(&folded);
    size_t length = strlen(key);
    while (length > 0 && key[length - 1] == ' ')
        length--;
    for (size_t i = strspn(key, " "); i < length; i++)
        buffer_append_character(out, (char)(key[i] == ' ' ? '-' : key[i]));
    buffer_clear(&folded);
}

static bool is_value(const struct value *value, const char *wanted, struct buffer *candidate)
{
    const char *const names[] = {value->code, value->label};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        buffer_truncate(candidate, 0);
        append_key(candidate, names[i]);
        if (strcmp(buffer_text(candidate), wanted) == 0)
            return true;
    }
    return false;
}

static enum status refuse(const struct value_set *set, const char *text, struct problem *problem)
{
    struct buffer choices = {0};
    for (size_t i = 0; i < set->count; i++) {
        if (*set->values[i].code != '\0')
            buffer_append_format(
                &choices, "%s«%s»", choices.length > 0 ? " ou " : "", set->values[i].code);
    }
    enum status status = buffer_failed(&choices)
                             ? problem_set_no_memory(problem)
                             : problem_set(problem, STATUS_REFUSED,
                                   "«%s» n'est pas une valeur de «%s» : choisissez %s.", text,
                                   set->subject, buffer_text(&choices));
    buffer_clear(&choices);
    return status;
}

enum status value_read(
    const struct value_set *set, const char *text, int *number, struct problem *problem)
{
    struct buffer wanted = {0};
    struct buffer candidate = {0};
    size_t found = set->count;
    append_key(&wanted, text);
    for (size_t i = 0; i < set->count && found == set->count; i++) {
        if (is_value(&set->values[i], buffer_text(&wanted), &candidate))
            found = i;
    }
    bool failed = buffer_failed(&wanted) || buffer_failed(&candidate);
    buffer_clear(&wanted);
    buffer_clear(&candidate);
    if (failed)
        return problem_set_no_memory(problem);
    if (found == set->count)
        return refuse(set, text, problem);
    *number = (int)found;
    return STATUS_DONE;
}
