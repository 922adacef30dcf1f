// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/item_number.h"

#include <stdbool.h>
#include <string.h>

enum { LAST_ROMAN = 399 };

static size_t prefix_length(const char *model)
{
    size_t length = strlen(model);
    return length == 0 ? 0 : length - 1;
}

static bool is_roman(const char *model)
{
    return model[0] != '\0' && model[prefix_length(model)] == 'I';
}

static bool has_control(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] < ' ' || text[i] == 0x7f)
            return true;
    return false;
}

enum status item_number_model_read(const char *text, struct buffer *model, struct problem *problem)
{
    const char *start = text + strspn(text, " ");
    size_t length = strlen(start);
    while (length > 0 && start[length - 1] == ' ')
        length--;
    bool counts = length > 0 && (start[length - 1] == '1' || start[length - 1] == 'I');
    bool behind_digit =
        length > 1 && start[length - 1] == '1' && strchr("0123456789", start[length - 2]) != NULL;
    if (!counts || behind_digit || has_control(start, length))
        return problem_set(problem, STATUS_REFUSED,
            "Le premier numéro ne peut pas être «%s» : tapez 1, I, ou l'un d'eux derrière un "
            "préfixe, comme A-1 ou 2026/I.",
            text);
    if (length - 1 > ITEM_NUMBER_PREFIX_MAX)
        return problem_set(problem, STATUS_REFUSED, "Ce préfixe est trop long : %d signes au plus.",
            ITEM_NUMBER_PREFIX_MAX);
    buffer_append_bytes(model, start, length);
    return buffer_failed(model) ? problem_set_no_memory(problem) : STATUS_DONE;
}

static void append_roman(struct buffer *out, int rank)
{
    static const struct {
        int value;
        const char *letters;
    } steps[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"},
        {4, "IV"}, {1, "I"}};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        for (; rank >= steps[i].value; rank -= steps[i].value)
            buffer_append(out, steps[i].letters);
}

void item_number_append(struct buffer *out, const char *model, int rank, int below)
{
    buffer_append_bytes(out, model, prefix_length(model));
    if (is_roman(model) && rank <= LAST_ROMAN)
        append_roman(out, rank);
    else
        buffer_append_format(out, "%d", rank);
    if (below > 0)
        buffer_append_format(out, ".%d", below);
}
