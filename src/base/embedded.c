// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded.h"

#include <string.h>

#include "base/embedded_data.h"

const struct embedded_file *embedded_find(const char *folder, const char *name)
{
    size_t count = 0;
    const struct embedded_file *files = embedded_list(folder, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    return NULL;
}

const struct embedded_file *embedded_list(const char *folder, size_t *count)
{
    const struct embedded_file *first = embedded_data;
    while (first->folder != NULL && strcmp(first->folder, folder) != 0)
        first++;
    const struct embedded_file *end = first;
    while (end->folder != NULL && strcmp(end->folder, folder) == 0)
        end++;
    *count = (size_t)(end - first);
    return *count == 0 ? NULL : first;
}
