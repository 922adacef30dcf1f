// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/list_format.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *name;
    enum list_format format;
} formats[] = {
    {"texte", LIST_TEXT},
    {"json", LIST_JSON},
    {"csv", LIST_CSV},
};

bool list_format_read(const char *name, enum list_format *format)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(formats[i].name, name) == 0) {
            *format = formats[i].format;
            return true;
        }
    }
    return false;
}
